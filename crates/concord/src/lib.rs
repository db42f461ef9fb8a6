//! The concord program: cases in, answers out. The only crate that knows files, terminals and the wall clock.
//!
//! Without the feature `serve` there is no clinic page; without `cli`, which it brings, no terminal either: a library for
//! other programs, such as the Python package.
//!
//! - [`program`]: what the program does with its arguments; [`cli`]: the arguments; one line a subcommand.
//! - [`catalog`]: the catalogue to be read.
//! - [`commands`]: one file a subcommand, each with `Args` and `run`.
//! - [`library`]: what is built in: catalogue, rules, parameters, published tables.
//! - [`compute`]: from a case to its results; [`systems`]: which suspensions; [`outcome`]: the results' format.
//! - [`day`]: a day as it was asked for; [`case_report`]: a case's report and the files beside it.
//! - [`bench`]: the benches' pumps and results.
//! - [`documents`]: what generated documents are made from.
//! - [`view`]: text, CSV and the report.
//! - [`input`]: reading a case file, bounded; [`checked`]: what is said about a sound one.
//! - [`log_file`]: reading a person's log, bounded.
//! - [`monitor`]: a unit followed by its frames.
//! - [`scan_file`]: reading a scan, bounded; [`socket`]: from the limb's shape to its socket and files.
//! - [`preview`]: a day with a few things changed.
//! - [`trial`]: virtual trials on disk.
//! - [`serve`]: the clinic page.
//! - [`licences`]: what others wrote in the program, and under which licences.
//! - [`opened`]: the one place where files from elsewhere are opened; [`shown`]: text from elsewhere on a terminal.
//! - [`output`]: writing atomically, report folders, stdout, progress.
//! - [`problem`]: what went wrong, shown to a person or a program; exit codes.

pub mod bench;
pub mod case_report;
pub mod case_template;
pub mod catalog;
pub mod checked;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
pub mod commands;
pub mod compute;
pub mod csv_cell;
pub mod day;
pub mod documents;
pub mod input;
pub mod judged;
pub mod library;
pub mod licences;
pub mod log_file;
#[cfg(feature = "cli")]
pub mod monitor;
pub mod opened;
pub mod outcome;
pub mod output;
pub mod preview;
pub mod problem;
#[cfg(feature = "cli")]
pub mod program;
pub mod scan_file;
#[cfg(feature = "serve")]
pub mod serve;
pub mod shown;
#[cfg(all(unix, feature = "cli"))]
mod signals;
pub mod socket;
pub mod systems;
pub mod trial;
pub mod view;
