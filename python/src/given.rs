//! A case as it was given: a file, or a dict with the keys of one. A dict becomes the text of a file, so that there is one
//! reader, with the same limits, units and words.

use domain::limb::AmputationLevel;
use domain::technique::Technique;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyMapping, PyString};
use std::path::{Path, PathBuf};
use workup::input::{self, LARGEST_FILE, Workup};
use workup::opened::Named;
use workup::problem::{Failure, Fault};
use workup::socket::asked;

/// What a case that was never a file is called.
const NAME: &str = "case";

/// What names the faults of a technique that was never a file.
const TECHNIQUE: &str = "technique";

/// Tables and lists in one another; a case has five.
const DEEPEST: usize = 32;

/// Values of one dict: more than any text of the largest size holds.
const MOST_VALUES: usize = LARGEST_FILE as usize / 4;

/// A document as it was given.
#[derive(Debug)]
pub enum Given {
    /// A file.
    File(PathBuf),
    /// The text that a dict would be in a file.
    Text(String),
}

impl<'py> FromPyObject<'_, 'py> for Given {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(mapping) = given.cast::<PyMapping>() {
            let mut left = MOST_VALUES;
            let table = table(&mapping.to_owned(), "", 0, &mut left)?;
            let text = toml::to_string(&table).map_err(|error| PyTypeError::new_err(error.to_string()))?;
            return Ok(Self::Text(text));
        }
        let path: PathBuf = given.extract().map_err(|_| {
            let kind = given.get_type().name().map_or_else(|_| "this".into(), |name| name.to_string());
            PyTypeError::new_err(format!("a case is a path or a dict with the keys of a case file, not {kind}"))
        })?;
        // On the command line this is standard input, on which a notebook would wait for ever.
        Ok(Self::File(if path == Path::new("-") { Path::new(".").join(path) } else { path }))
    }
}

impl Given {
    /// Reads and checks the case, with the scan that it names: beside its file, for a dict in the current folder.
    ///
    /// # Errors
    /// Every fault found.
    pub fn read(&self) -> Result<Workup, Failure> {
        match self {
            Self::File(path) => input::read_case(path, self.named()),
            Self::Text(text) => {
                small(NAME, text)?;
                let read = input::case_of_text(NAME.into(), text.clone(), &self.beside());
                read.map_err(|failure| failure.map(Fault::without_line))
            }
        }
    }

    /// Reads and checks a technique for a limb of this level.
    ///
    /// # Errors
    /// Every fault found.
    pub fn technique(&self, level: AmputationLevel) -> Result<Technique, Failure> {
        match self {
            Self::File(path) => asked::technique(path, level),
            Self::Text(text) => {
                small(TECHNIQUE, text)?;
                let read = asked::technique_of_text(TECHNIQUE, text, level);
                read.map_err(|failure| failure.map(Fault::without_line))
            }
        }
    }

    /// Finds the scans that the case names.
    pub fn beside(
        &self,
    ) -> impl Fn(&str, workup::scan_file::Told<'_>) -> Result<std::sync::Arc<workup::scan_file::ScanFile>, Failure>
    {
        input::beside(self.path(), self.named())
    }

    /// A file may come from elsewhere: what it names lies in its folder or below. A dict is the caller's own.
    fn named(&self) -> Named {
        match self {
            Self::File(_) => Named::BelowItsFolder,
            Self::Text(_) => Named::Anywhere,
        }
    }

    /// The file; empty for a dict.
    pub fn path(&self) -> &Path {
        match self {
            Self::File(path) => path,
            Self::Text(_) => Path::new(""),
        }
    }

    /// What the files of a result are named after.
    pub fn stem(&self) -> &str {
        self.path().file_stem().and_then(|stem| stem.to_str()).unwrap_or(NAME)
    }
}

fn small(name: &str, text: &str) -> Result<(), Failure> {
    if text.len() as u64 <= LARGEST_FILE {
        return Ok(());
    }
    let right = format!("a {name} is at most {} MiB of text", LARGEST_FILE >> 20);
    Err(Failure::input(Fault::of_file(name, format!("larger than any {name}"), right)))
}

fn table(mapping: &Bound<'_, PyMapping>, place: &str, depth: usize, left: &mut usize) -> PyResult<toml::Table> {
    let mut table = toml::Table::new();
    for item in mapping.items()?.iter() {
        let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
        let key: String =
            key.extract().map_err(|_| PyTypeError::new_err(format!("{}: a key that is no text", or_case(place))))?;
        // None is what is not said.
        if !value.is_none() {
            let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
            table.insert(key, of(&value, &place, depth + 1, left)?);
        }
    }
    Ok(table)
}

fn of(value: &Bound<'_, PyAny>, place: &str, depth: usize, left: &mut usize) -> PyResult<toml::Value> {
    if depth > DEEPEST || *left == 0 {
        return Err(PyTypeError::new_err(format!("{}: deeper or longer than any case", or_case(place))));
    }
    *left -= 1;
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(toml::Value::String(text.to_cow()?.into_owned()));
    }
    if let Ok(yes) = value.cast::<PyBool>() {
        return Ok(toml::Value::Boolean(yes.is_true()));
    }
    if let Ok(number) = value.cast::<PyFloat>() {
        return Ok(toml::Value::Float(number.value()));
    }
    if let Ok(mapping) = value.cast::<PyMapping>() {
        return Ok(toml::Value::Table(table(mapping, place, depth, left)?));
    }
    if let Ok(path) = value.extract::<PathBuf>() {
        return Ok(toml::Value::String(path.display().to_string()));
    }
    // Arrays and their numbers say themselves what they are in plain Python.
    if let Ok(plain) = value.call_method0("tolist") {
        return of(&plain, place, depth + 1, left);
    }
    if value.is_instance_of::<PyInt>() {
        let number = value.extract().map_err(|_| PyTypeError::new_err(format!("{place}: larger than any number")))?;
        return Ok(toml::Value::Integer(number));
    }
    if let Ok(items) = value.try_iter() {
        let mut array = vec![];
        for item in items {
            array.push(of(&item?, &format!("{place}[{}]", array.len()), depth + 1, left)?);
        }
        return Ok(toml::Value::Array(array));
    }
    let kind = value.get_type().name()?;
    Err(PyTypeError::new_err(format!("{place}: a value of type {kind}; give text, a number, a bool, a list or a dict")))
}

fn or_case(place: &str) -> &str {
    if place.is_empty() { NAME } else { place }
}

/// A dict of names and bytes.
pub fn files(py: Python<'_>, files: Vec<(String, Vec<u8>)>) -> PyResult<Py<PyDict>> {
    let dict = PyDict::new(py);
    for (name, bytes) in files {
        dict.set_item(name, pyo3::types::PyBytes::new(py, &bytes))?;
    }
    Ok(dict.unbind())
}
