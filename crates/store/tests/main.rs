//! Every integration test of the crate, as one program: it is linked once.

mod accounts;
mod audit;
mod backup;
mod cases;
mod common;
mod concurrency;
mod deletion;
mod durability;
mod files;
mod full;
mod opening;
mod users;
