//! Every integration test of the crate, as one program: it is linked once.

mod catalog_faults;
mod common;
mod pounds_and_kilograms;
mod printed_cells;
