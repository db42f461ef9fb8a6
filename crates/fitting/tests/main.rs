//! Every integration test of the crate, as one program: it is linked once.

mod common;
mod forces;
mod height;
mod makers;
mod parts;
mod properties;
mod pumps;
mod rules;
mod screening;
