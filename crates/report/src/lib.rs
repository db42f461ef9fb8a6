//! How results are shown: text for a terminal, CSV for a spreadsheet, the report for keeping. No science in here, and nothing is asked
//! of whoever reads.
//!
//! - [`case`]: the report of a case; [`case_report`]: it and the files beside it. [`socket_report`]: the sheet of a socket.
//! - [`study_report`]: the report of a virtual trial; [`study_files`]: it and the files beside it.
//! - `*_text`: a terminal; `*_csv`, [`csv`]: a spreadsheet; `*_svg`, [`plots`], [`socket_picture`], [`parts_picture`]: pictures.
//! - [`words`], [`height_words`], [`study_words`]: numbers and verdicts in the clinic's words.

pub mod bench_csv;
pub mod bench_svg;
pub mod bench_text;
pub mod calibration_csv;
pub mod calibration_report;
pub mod calibration_text;
pub mod case;
pub mod case_report;
pub mod catalog_text;
pub mod csv;
pub mod day_text;
pub mod days_html;
mod days_text;
pub mod drive_text;
pub mod fit_text;
pub mod guide;
pub mod height_words;
pub mod monitor_text;
pub mod order;
pub mod parts_picture;
mod phrase;
pub mod plots;
mod report_page;
pub mod run_text;
pub mod shapes_report;
pub mod socket_picture;
pub mod socket_report;
pub mod socket_text;
pub mod strength_text;
pub mod study_files;
pub mod study_report;
pub mod study_text;
pub mod study_words;
pub mod svg;
pub mod words;

use workup::{table, tape_text};
