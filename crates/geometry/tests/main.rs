//! Every integration test of the crate, as one program: it is linked once.

#![allow(clippy::expect_used, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used, reason = "tests end so")]

mod align;
mod brim;
mod clean;
mod common;
mod compare;
mod faults;
mod formats;
mod formats_table;
mod fuzz;
mod hostile;
mod limb_found;
mod mounting;
mod openlimb;
mod packages;
mod register;
mod socket;
mod thighs;
mod workshop;
