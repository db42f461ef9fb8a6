//! Every integration test of the crate, as one program: it is linked once.

#![allow(clippy::expect_used, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used, reason = "tests end so")]

mod faults;
mod scenes;
mod thigh;
mod weld;
