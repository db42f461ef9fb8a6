//! The subcommands, one file each: `Args`, what the user gives; `run`, what is done.

pub mod bench;
pub mod calibrate;
pub mod catalog;
pub mod check;
pub mod compare_shapes;
pub mod day;
pub mod draw;
pub mod drive;
pub mod drive_live;
pub mod fit;
pub mod guide;
pub mod identify;
pub mod licences;
pub mod monitor;
pub mod monitor_live;
pub mod named;
pub mod new;
pub mod pump_settings;
pub mod run;
pub mod schema;
pub mod sensitivity;
pub mod serve;
pub mod sleeve;
pub mod socket;
pub mod study;
pub mod validate;
