//! Every integration test of the crate, as one program: it is linked once.

mod any_stream;
mod bench;
mod limits;
mod modes;
mod telemetry;
mod walking;
