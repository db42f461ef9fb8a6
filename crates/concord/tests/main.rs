//! Every integration test of the crate, as one program: it is linked once.

mod agreement;
mod bad_input;
mod bench;
mod calibrate;
mod cases;
mod common;
mod drive;
mod form;
mod generated_documents;
mod model_pages;
mod never_panics;
mod pump_settings;
mod readme;
mod report;
mod scan_and_tape;
mod serve;
mod socket;
mod socket_report;
mod studies;
mod study;
mod study_files;
mod three_verdicts;
mod tidy;
mod told_day;
mod validation;
mod what_users_see;
