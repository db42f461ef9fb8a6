//! One function a command: catalog, check, fit, run.

use crate::days::{Days, tables};
use crate::errors::json;
use crate::given::{Given, files};
use crate::work::work;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use report::case_report;
use report::{catalog_text, fit_text, run_text};
use std::path::PathBuf;
use std::sync::OnceLock;
use texts::Texts;
use workup::catalog::CatalogResult;
use workup::checked::Checked;
use workup::library::Library;
use workup::outcome::DayResult;
use workup::{compute, output, systems};

/// What is built in, read once.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(Library::embedded)
}

/// A result with its files.
#[pyclass(frozen, get_all, module = "concord._concord")]
#[derive(Debug)]
pub struct Made {
    /// What `--json` gives.
    pub json: String,
    /// What the command line says.
    pub text: String,
    /// Name of the report, an HTML file.
    pub report: String,
    /// Name and content of every file, the report's too.
    pub files: Py<PyDict>,
}

/// Checks a case: what is said about a sound one, as JSON.
#[pyfunction]
pub fn check(py: Python<'_>, case: Given) -> PyResult<String> {
    json(&Checked::from(&work(py, |_| case.read())?))
}

/// The catalogue, or one article: the result as JSON, and what the command line says.
#[pyfunction]
#[pyo3(signature = (article=None))]
pub fn catalog(py: Python<'_>, article: Option<&str>) -> PyResult<(String, String)> {
    let result = work(py, |_| CatalogResult::of(library(), article))?;
    Ok((json(&result)?, catalog_text::render(Texts::english(), &result, library(), article.is_some())))
}

/// Fits a case: the result as JSON, and what the command line says.
#[pyfunction]
pub fn fit(py: Python<'_>, case: Given, persons: u64, seed: u64) -> PyResult<(String, String)> {
    let result = work(py, |_| {
        let draw = compute::draw(persons, seed)?;
        Ok(compute::fit(&case.read()?, library(), draw, &|| Ok(()))?)
    })?;
    Ok((json(&result)?, fit_text::render(Texts::english(), &result, library(), false)))
}

/// Everything for one case, and its days as tables; the files are written into `out`.
#[pyfunction]
pub fn run(py: Python<'_>, case: Given, out: Option<PathBuf>, persons: u64, seed: u64) -> PyResult<(Made, Days)> {
    let stem = case.stem();
    let (made, notes, text) = work(py, |stop| {
        let draw = compute::draw(persons, seed)?;
        let read = case.read()?;
        out.as_deref().map_or(Ok(()), output::report_folder)?;
        let socket = case_report::socket(&read, &case.beside(), library(), stem)?;
        let made = case_report::make(Texts::english(), read, socket, library(), stem, draw, &|| stop.step())?;
        let path = out.as_deref().map(|folder| made.write(folder, stem)).transpose()?;
        let systems: Vec<_> = made.result.days.iter().map(|day| day.system.clone()).collect();
        let notes = systems::notes(&systems, &made.result.case, &made.result.fitting);
        let text = run_text::render(Texts::english(), &made.result, path.as_deref());
        Ok((made, notes, text))
    })?;
    let json = json(&made.result)?;
    let report = format!("{stem}.html");
    let mut all = vec![(report.clone(), made.report.into_bytes())];
    all.extend(made.files);
    let tape = made.result.tape_against_scan;
    let foundations = made.result.foundations;
    let row_of_days = made.result.row_of_days;
    let result = DayResult::new(&made.result.case, tape, notes, made.result.days, foundations);
    let days = tables(py, DayResult { row_of_days, ..result })?;
    Ok((Made { json, text, report, files: files(py, all)? }, days))
}
