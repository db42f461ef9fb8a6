//! Every integration test of the crate, as one program: it is linked once.

mod alarms;
mod any_stream;
mod bench;
mod limits;
mod modes;
mod second_look;
mod telemetry;
mod third_look;
mod walking;
