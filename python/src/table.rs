//! A table that gives itself away by the Arrow C interface: its numbers are those that the simulation wrote, not copies.

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, Float64Array, RecordBatch, RecordBatchIterator, StringArray};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{DataType, Field, Schema};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use twin::ensemble::Band;

/// The key of a column's unit in its metadata.
const UNIT: &str = "unit";

/// Columns of equal length, each with its unit.
#[pyclass(frozen, module = "concord")]
#[derive(Debug)]
pub struct Table(RecordBatch);

impl Table {
    /// What was put together elsewhere.
    pub const fn of(batch: RecordBatch) -> Self {
        Self(batch)
    }
}

/// A table as it is put together, column by column.
#[derive(Debug, Default)]
pub struct Columns {
    fields: Vec<Field>,
    arrays: Vec<ArrayRef>,
}

impl Columns {
    fn push(mut self, name: &str, unit: &str, kind: DataType, array: ArrayRef) -> Self {
        let field = Field::new(name, kind, array.null_count() > 0);
        let unit = if unit.is_empty() { HashMap::new() } else { HashMap::from([(UNIT.into(), unit.into())]) };
        self.fields.push(field.with_metadata(unit));
        self.arrays.push(array);
        self
    }

    /// Numbers, as they lie in memory; what is no number is absent, as in JSON.
    pub fn numbers(self, name: &str, unit: &str, values: Vec<f64>) -> Self {
        if values.iter().any(|value| value.is_nan()) {
            let there = |value: f64| Some(value).filter(|value| !value.is_nan());
            return self.some_numbers(name, unit, values.into_iter().map(there).collect());
        }
        self.push(name, unit, DataType::Float64, Arc::new(Float64Array::from(values)))
    }

    /// Numbers, some of them absent.
    pub fn some_numbers(self, name: &str, unit: &str, values: Vec<Option<f64>>) -> Self {
        self.push(name, unit, DataType::Float64, Arc::new(Float64Array::from(values)))
    }

    /// Texts.
    pub fn texts<'a>(self, name: &str, values: impl IntoIterator<Item = &'a str>) -> Self {
        let array = StringArray::from_iter_values(values);
        self.push(name, "", DataType::Utf8, Arc::new(array))
    }

    /// Texts, some of them absent.
    pub fn some_texts<'a>(self, name: &str, values: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        let array: StringArray = values.into_iter().collect();
        self.push(name, "", DataType::Utf8, Arc::new(array))
    }

    /// A quantity with its spread: four columns.
    pub fn band(self, name: &str, unit: &str, band: Band) -> Self {
        self.numbers(&format!("{name}_central"), unit, band.central)
            .numbers(&format!("{name}_p10"), unit, band.p10)
            .numbers(&format!("{name}_p50"), unit, band.p50)
            .numbers(&format!("{name}_p90"), unit, band.p90)
    }

    /// The table.
    ///
    /// # Errors
    /// Columns of different lengths.
    pub fn table(self) -> PyResult<Table> {
        RecordBatch::try_new(Arc::new(Schema::new(self.fields)), self.arrays).map(Table).map_err(broken)
    }
}

/// A column's unit; words have none.
fn unit(field: &Field) -> Option<&str> {
    field.metadata().get(UNIT).map(String::as_str).filter(|unit| !unit.is_empty())
}

fn broken(error: impl ToString) -> PyErr {
    PyRuntimeError::new_err(error.to_string())
}

#[pymethods]
impl Table {
    /// The Arrow C stream of the table; its consumer reads the same memory.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // A request is only that: this table has one schema.
        drop(requested_schema);
        let batches = RecordBatchIterator::new([Ok(self.0.clone())], self.0.schema());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), c"arrow_array_stream")
    }

    /// The Arrow C schema of the table.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.0.schema().as_ref()).map_err(broken)?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// The table for pandas, which reads the same numbers; it needs pyarrow for that.
    fn to_pandas<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let options = PyDict::new(py);
        // Columns stay where they are, each a block of its own.
        options.set_item("split_blocks", true)?;
        let table = py.import("pyarrow")?.call_method1("table", (Self(self.0.clone()),))?;
        table.call_method("to_pandas", (), Some(&options))
    }

    /// The table for polars, which reads the same numbers.
    fn to_polars<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("polars")?.call_method1("DataFrame", (Self(self.0.clone()),))
    }

    /// Names of the columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.0.schema_ref().fields().iter().map(|field| field.name().clone()).collect()
    }

    /// Unit of every column that has one.
    #[getter]
    fn units(&self) -> BTreeMap<String, String> {
        let told = |field: &Arc<Field>| Some((field.name().clone(), unit(field)?.to_string()));
        self.0.schema_ref().fields().iter().filter_map(told).collect()
    }

    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    fn __repr__(&self) -> String {
        let shown = |field: &Arc<Field>| match unit(field) {
            Some(unit) => format!("{} [{unit}]", field.name()),
            None => field.name().clone(),
        };
        let columns: Vec<String> = self.0.schema_ref().fields().iter().map(shown).collect();
        format!("Table of {} rows: {}", self.0.num_rows(), columns.join(", "))
    }
}
