//! Every integration test of the crate, as one program: it is linked once.

#![allow(clippy::expect_used, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used, reason = "tests end so")]

mod agreement;
mod bad_input;
mod bench;
mod calibrate;
mod cases;
mod common;
mod contracts;
mod days;
mod drive;
mod form;
mod frame;
mod hazards;
mod languages;
mod monitor;
mod never_panics;
mod pump_settings;
mod readme;
mod registry;
mod report;
mod safety_case;
mod scan_and_tape;
mod scan_parts;
mod serve;
mod socket;
mod socket_report;
mod strange_files;
mod studies;
mod study;
mod study_files;
mod supply;
mod texts;
mod three_verdicts;
mod told_day;
mod validation;
mod what_users_see;
