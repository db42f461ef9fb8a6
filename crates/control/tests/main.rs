//! Every integration test of the crate, as one program: it is linked once.

#![allow(clippy::expect_used, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used, reason = "tests end so")]

mod alarms;
mod any_stream;
mod bench;
mod fuzz;
mod limits;
mod modes;
mod second_look;
mod telemetry;
mod third_look;
mod walking;
