//! The native half of the Python package `concord`: thin calls of the crate of the same name, results as Arrow. No science
//! in here. What users call stands in `concord/*.py`, with its documentation.
//!
//! - [`given`]: cases as files or dicts; [`errors`]: failures as exceptions; [`work`]: computing without the interpreter's
//!   lock, stopped by Ctrl-C.
//! - [`table`]: a table that gives itself away by the Arrow C interface; [`days`], [`bench`]: results as tables.
//! - [`calls`], [`socket`]: one function a command; [`study`]: virtual trials.

mod bench;
mod calls;
mod days;
mod errors;
mod given;
mod socket;
mod study;
mod table;
mod work;

use pyo3::prelude::*;

/// The native half of `concord`.
#[pymodule]
mod _concord {
    #[pymodule_export]
    use super::bench::{Bench, bench_pump};
    #[pymodule_export]
    use super::calls::{Made, catalog, check, fit, run};
    #[pymodule_export]
    use super::days::{Days, day};
    #[pymodule_export]
    use super::socket::socket;
    #[pymodule_export]
    use super::study::{Study, ready_studies, report_study};
    #[pymodule_export]
    use super::table::Table;

    /// The program's version.
    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
