//! The JSON API: what the pages do, for labs and clinics that script it. One table makes the routes and their document.

pub mod document;
mod factor;
mod handlers;
mod operation;
mod operations;
mod sessions;
mod teams;

pub use operations::{page, routes};
