//! Every integration test of the crate, as one program: it is linked once.

mod day;
mod drives;
mod no_allocation;
mod pump_law;
mod reference;
mod unused;
