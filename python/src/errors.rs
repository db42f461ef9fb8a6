//! Failures as exceptions, in the command line's words.

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::PyModule;
use serde::Serialize;
use workup::problem::{Failure, Fault};

/// The exception for a failure: `concord.CaseError` for what was given, `concord.ConcordError` for everything else.
pub fn exception(py: Python<'_>, failure: Failure) -> PyErr {
    let failure = failure.map(Fault::of_call);
    let name = if matches!(failure, Failure::Input(_) | Failure::Open(_)) { "CaseError" } else { "ConcordError" };
    let made = || {
        let problems = loads(py, &json(failure.faults())?)?;
        let text = failure.text(false);
        py.import("concord._errors")?.getattr(name)?.call1((text.trim_end(), problems))
    };
    made().map_or_else(|error| error, PyErr::from_value)
}

/// A result as the command line's JSON.
pub fn json(value: &(impl Serialize + ?Sized)) -> PyResult<String> {
    serde_json::to_string(value).map_err(|error| PyRuntimeError::new_err(error.to_string()))
}

fn loads<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    PyModule::import(py, "json")?.call_method1("loads", (text,))
}
