//! How results are shown: text for a terminal, CSV for a spreadsheet, the report for keeping. No science in here.

pub mod bench_csv;
pub mod bench_svg;
pub mod bench_text;
pub mod calibration_csv;
pub mod calibration_report;
pub mod calibration_text;
pub mod catalog_text;
pub mod csv;
pub mod day_text;
#[cfg(feature = "cli")]
pub mod drive_live;
#[cfg(feature = "cli")]
pub mod drive_text;
pub mod fit_text;
pub mod height_words;
pub mod model_pages;
#[cfg(feature = "cli")]
pub mod monitor_live;
#[cfg(feature = "cli")]
pub mod monitor_text;
pub mod order;
pub mod plots;
pub mod report;
mod report_page;
pub mod run_text;
pub mod socket_picture;
pub mod socket_report;
pub mod socket_text;
pub mod study_report;
pub mod study_text;
pub mod study_words;
pub mod svg;
pub mod table;
pub mod tape_text;
pub mod words;
