//! The subcommands, one file each: `Args`, what the user gives; `run`, what is done.

pub mod check;
pub mod new;
pub mod schema;
