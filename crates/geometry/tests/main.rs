//! Every integration test of the crate, as one program: it is linked once.

mod align;
mod clean;
mod common;
mod compare;
mod formats;
mod hostile;
mod openlimb;
mod packages;
mod register;
mod socket;
