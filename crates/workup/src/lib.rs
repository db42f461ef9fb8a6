//! A case opened: read with its scan, measured, fitted, simulated, its socket made. What the terminal, the clinic page, the API and
//! Python begin with. It opens files and writes them whole; it knows no page and no report.
//!
//! - [`opened`]: the one place where files from elsewhere are opened; [`shown`]: text from elsewhere on a terminal.
//! - [`problem`]: what went wrong, shown to a person or a program; exit codes.
//! - [`library`]: what is built in: catalogue, rules, parameters, published tables. [`documents`]: what generated documents are made from.
//! - [`input`]: reading a case file, bounded; [`case_template`]: a new one; [`checked`]: what is said about a sound one.
//! - [`scan_file`]: reading a scan, bounded; [`scan_parts`]: its parts, numbered; [`socket`]: from the limb's shape to its socket and files.
//! - [`limb_file`]: the state of a limb, to go on from. [`log_file`]: reading a person's log, bounded. [`monitor`]: a unit followed by its frames.
//! - [`systems`]: which suspensions; [`day`]: a day as it was asked for; [`preview`]: a day with a few things changed.
//! - [`compute`]: from a case to its results; [`outcome`]: the results' format; [`judged`]: what fitting says of a case.
//! - [`bench`]: the benches' pumps and results. [`catalog`]: the catalogue to be read.
//! - [`output`]: writing atomically, report folders, stdout. [`csv_text`], [`table`], [`number`], [`tape_text`]: small parts of tables.

pub mod bench;
pub mod case_template;
pub mod catalog;
pub mod checked;
pub mod compute;
pub mod csv_text;
pub mod day;
mod days_in_a_row;
pub mod documents;
pub mod input;
pub mod judged;
pub mod library;
pub mod limb_file;
pub mod log_file;
pub mod monitor;
pub mod number;
pub mod opened;
pub mod opened_case;
pub mod outcome;
pub mod output;
pub mod personal;
pub mod pinhole;
pub mod preview;
pub mod problem;
pub mod scan_file;
pub mod scan_parts;
mod show;
pub mod shown;
pub mod socket;
pub mod stamp;
pub mod systems;
pub mod table;
pub mod tape_against_scan;
pub mod tape_text;
pub mod workshop_data;
