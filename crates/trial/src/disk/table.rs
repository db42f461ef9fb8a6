//! Persons as columns: one row a person, with units and provenance in the schema; written and read as Parquet.

use crate::file::Design;
use crate::person::{Person, Status, Study};
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, UInt64Type};
use arrow_array::{Array, ArrayRef, Float64Array, RecordBatch, StringArray, UInt64Array};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use bytes::Bytes;
use evidence::fingerprint;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::arrow::{ArrowWriter, ProjectionMask};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::schema::types::ColumnPath;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use texts::Texts;
use twin::quantity::Outcome;
use workup::opened;
use workup::problem::{Failure, Fault};

/// The version of the layout.
pub const TABLE_VERSION: &str = "1";

/// The key of a part's checksum: SHA-256 of all its bytes, with [`BLANK`] for every digit of the checksum itself.
const CHECKSUM: &str = "concord.sha256";
const DIGITS: usize = 64;
const BLANK: u8 = b'0';
/// Bytes that Thrift writes between a key and its value: the kind of the field, and its length.
const BETWEEN: usize = 2;
/// No part is larger: the most persons of a block, on the most arms.
const LARGEST_PART: u64 = 1 << 30;

/// How a person's way is written in the column `status`.
pub const STATUS: [&str; 3] = ["not_eligible", "dropped_out", "analysed"];

/// What a part carries besides its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Fingerprint of the study and of what the program carries.
    pub fingerprint: String,
    /// The block.
    pub block: u64,
}

/// A part whose checksum agrees: nothing else is parsed, since a page with a flipped bit can be a number, or worse.
fn sound(bytes: Vec<u8>) -> Result<Bytes, String> {
    let place = checksum_at(&bytes).ok_or_else(|| format!("says no {CHECKSUM}"))?;
    let told = bytes[place.clone()].to_vec();
    let mut blank = bytes;
    blank[place.clone()].fill(BLANK);
    if fingerprint::hex(&Sha256::digest(&blank)).as_bytes() != told {
        return Err("was changed since it was written: its checksum differs".into());
    }
    blank[place].copy_from_slice(&told);
    Ok(blank.into())
}

/// Where the digits of a part's checksum stand: after its key in the foot, with the lengths that Thrift writes between.
fn checksum_at(bytes: &[u8]) -> Option<Range<usize>> {
    let key = bytes.windows(CHECKSUM.len()).rposition(|window| window == CHECKSUM.as_bytes())?;
    let first = key + CHECKSUM.len() + BETWEEN;
    (first + DIGITS <= bytes.len()).then_some(first..first + DIGITS)
}

/// The name of an outcome's column.
pub fn column(arm: &str, outcome: &str) -> String {
    format!("{arm}.{outcome}")
}

/// What an outcome's column was called before.
fn formerly(name: &str) -> Option<String> {
    let (arm, outcome) = name.rsplit_once('.')?;
    Some(column(arm, Outcome::named(outcome)?.formerly?))
}

/// The columns of a study, with units, meanings and provenance.
pub fn schema(study: &Study<'_>, fingerprint: &str) -> Schema {
    let field = |name: &str, kind: DataType, nullable: bool, unit: &str, words: &str| {
        let told = [("unit", unit), ("description", words)].into_iter().filter(|(_, text)| !text.is_empty());
        let told: HashMap<String, String> = told.map(|(key, text)| (key.into(), text.into())).collect();
        Field::new(name, kind, nullable).with_metadata(told)
    };
    let mut fields = vec![
        field("person", DataType::UInt64, false, "1", "number of the person, from 0"),
        field("status", DataType::Utf8, false, "", "analysed, dropped_out (allocated, did not finish) or not_eligible"),
        field("reason", DataType::Utf8, true, "", "why a person was not eligible"),
        field("allocated", DataType::Utf8, true, "", "arm by lot: the only one (parallel) or the first (crossover)"),
    ];
    for varied in &study.population.varied {
        fields.push(field(&varied.name, DataType::Float64, false, &varied.unit, &varied.words));
    }
    for arm in &study.file.arm {
        for measured in &study.file.outcome {
            let outcome = measured.outcome;
            let words = format!("{}: {}", arm.name, outcome.words(Texts::english()));
            fields.push(field(&column(&arm.id, outcome.id), DataType::Float64, true, outcome.unit, &words));
        }
    }
    let told = [
        ("concord.table", TABLE_VERSION.to_string()),
        ("concord.version", env!("CARGO_PKG_VERSION").to_string()),
        ("concord.study", study.file.name.clone()),
        ("concord.fingerprint", fingerprint.to_string()),
        ("concord.seed", study.file.seed.to_string()),
    ];
    Schema::new(fields).with_metadata(HashMap::from(told.map(|(key, value)| (key.to_string(), value))))
}

/// Persons as one batch.
///
/// # Errors
/// Columns that do not fit their schema: a fault of the program.
pub fn batch(study: &Study<'_>, fingerprint: &str, persons: &[Person]) -> Result<RecordBatch, Failure> {
    let numbers = |read: &dyn Fn(&Person) -> f64| -> ArrayRef {
        Arc::new(Float64Array::from_iter_values(persons.iter().map(read)))
    };
    let status = |person: &Person| match person.status {
        Status::NotEligible(_) => STATUS[0],
        Status::DroppedOut => STATUS[1],
        Status::Analysed => STATUS[2],
    };
    let reason = |person: &Person| match &person.status {
        Status::NotEligible(reason) => Some(reason.clone()),
        _ => None,
    };
    let by_lot = study.file.design != Design::Paired;
    let allocated = |person: &Person| {
        let taken = by_lot && !matches!(person.status, Status::NotEligible(_));
        taken.then(|| study.file.arm[person.sequence].id.as_str())
    };
    let mut columns: Vec<ArrayRef> = vec![
        Arc::new(UInt64Array::from_iter_values(persons.iter().map(|person| person.number))),
        Arc::new(StringArray::from_iter_values(persons.iter().map(status))),
        Arc::new(persons.iter().map(reason).collect::<StringArray>()),
        Arc::new(persons.iter().map(allocated).collect::<StringArray>()),
    ];
    for index in 0..study.population.varied.len() {
        columns.push(numbers(&|person| person.varied[index]));
    }
    for index in 0..study.file.arm.len() * study.file.outcome.len() {
        let there = |person: &Person| Some(person.outcomes[index]).filter(|value| !value.is_nan());
        columns.push(Arc::new(persons.iter().map(there).collect::<Float64Array>()));
    }
    RecordBatch::try_new(Arc::new(schema(study, fingerprint)), columns).map_err(|error| own_fault(&error))
}

/// A block of persons as a Parquet file: the same persons give the same bytes.
///
/// # Errors
/// As [`batch`].
pub fn parquet(study: &Study<'_>, fingerprint: &str, block: u64, persons: &[Person]) -> Result<Vec<u8>, Failure> {
    let batch = batch(study, fingerprint, persons)?;
    let mut properties = WriterProperties::builder()
        .set_created_by(format!("concord {}", env!("CARGO_PKG_VERSION")))
        // Numbers that hardly repeat: a dictionary of them would be a second copy.
        .set_dictionary_enabled(false)
        .set_max_row_group_row_count(Some(persons.len().max(1)));
    for name in ["status", "reason", "allocated"] {
        properties = properties.set_column_dictionary_enabled(ColumnPath::from(name), true);
    }
    let write = || -> Result<Vec<u8>, ParquetError> {
        let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), Some(properties.build()))?;
        writer.write(&batch)?;
        writer.append_key_value_metadata(key_value("concord.block", block.to_string()));
        writer.append_key_value_metadata(key_value("concord.fingerprint", fingerprint.to_string()));
        sealed(writer)
    };
    write().map_err(|error| own_fault(&error))
}

/// What was written, with its checksum in its foot.
fn sealed(mut writer: ArrowWriter<Vec<u8>>) -> Result<Vec<u8>, ParquetError> {
    writer.append_key_value_metadata(key_value(CHECKSUM, char::from(BLANK).to_string().repeat(DIGITS)));
    let mut bytes = writer.into_inner()?;
    let digits = fingerprint::hex(&Sha256::digest(&bytes));
    let place = checksum_at(&bytes).ok_or_else(|| ParquetError::General("no place for a checksum".into()))?;
    bytes[place].copy_from_slice(digits.as_bytes());
    Ok(bytes)
}

fn key_value(key: &str, value: String) -> parquet::file::metadata::KeyValue {
    parquet::file::metadata::KeyValue::new(key.to_string(), value)
}

/// What a part says of itself, and its number of rows.
///
/// # Errors
/// What is no part, or was changed since it was written, in words.
pub fn stamp(path: &Path) -> Result<(Stamp, u64), String> {
    stamp_in(&open(path)?)
}

/// The same of a part's bytes, wherever they lie.
///
/// # Errors
/// As [`stamp`].
pub fn stamp_of(part: Vec<u8>) -> Result<(Stamp, u64), String> {
    stamp_in(&parsed(sound(part)?)?)
}

fn stamp_in(part: &Part) -> Result<(Stamp, u64), String> {
    let file = part.metadata().file_metadata();
    let told = |key: &str| {
        let found = file.key_value_metadata().into_iter().flatten().find(|pair| pair.key == key);
        found.and_then(|pair| pair.value.clone()).ok_or_else(|| format!("says no {key}"))
    };
    let block = told("concord.block")?.parse().map_err(|_| "its block is no number".to_string())?;
    let rows = u64::try_from(file.num_rows()).map_err(|_| "says fewer rows than none".to_string())?;
    Ok((Stamp { fingerprint: told("concord.fingerprint")?, block }, rows))
}

type Part = ParquetRecordBatchReaderBuilder<Bytes>;

fn open(path: &Path) -> Result<Part, String> {
    let bytes = opened::open(path).and_then(|file| opened::read_bounded(file, LARGEST_PART));
    parsed(sound(bytes.map_err(|refused| refused.to_string())?)?)
}

fn parsed(bytes: Bytes) -> Result<Part, String> {
    ParquetRecordBatchReaderBuilder::try_new(bytes).map_err(|error| error.to_string())
}

/// Columns of a part by name: numbers (whole ones as they are, missing ones as not a number).
///
/// # Errors
/// A part without these columns, or a broken one, in words.
pub fn numbers(path: &Path, names: &[String]) -> Result<Vec<Vec<f64>>, String> {
    let mut columns = vec![vec![]; names.len()];
    read(path, names, |index, array| {
        let numbers = match array.data_type() {
            DataType::Float64 => {
                let array = array.as_primitive::<Float64Type>();
                array.iter().map(|value| value.unwrap_or(f64::NAN)).collect::<Vec<_>>()
            }
            DataType::UInt64 => array.as_primitive::<UInt64Type>().values().iter().map(|value| *value as f64).collect(),
            _ => return Err(format!("`{}` holds no numbers", names[index])),
        };
        columns[index].extend(numbers);
        Ok(())
    })?;
    Ok(columns)
}

/// Columns of words of a part by name; missing ones are empty.
///
/// # Errors
/// As [`numbers`].
pub fn words(path: &Path, names: &[String]) -> Result<Vec<Vec<String>>, String> {
    let mut columns = vec![vec![]; names.len()];
    read(path, names, |index, array| {
        let array = array.as_string_opt::<i32>().ok_or_else(|| format!("`{}` holds no words", names[index]))?;
        columns[index].extend(array.iter().map(|value| value.unwrap_or_default().to_string()));
        Ok(())
    })?;
    Ok(columns)
}

fn read(
    path: &Path,
    names: &[String],
    mut take: impl FnMut(usize, &dyn Array) -> Result<(), String>,
) -> Result<(), String> {
    let builder = open(path)?;
    // By place and not by name: Parquet takes the point in a name for a nested column.
    // Parts of before have the names of before.
    let own = |name: &String| {
        let there = |name: &String| builder.schema().index_of(name).is_ok();
        let found = [Some(name.clone()), formerly(name)].into_iter().flatten().find(there);
        found.ok_or_else(|| format!("there is no column `{name}`"))
    };
    let names: Vec<String> = names.iter().map(own).collect::<Result<_, _>>()?;
    let place = |name: &String| builder.schema().index_of(name).map_err(|_| format!("there is no column `{name}`"));
    let places: Vec<usize> = names.iter().map(place).collect::<Result<_, _>>()?;
    let mask = ProjectionMask::roots(builder.parquet_schema(), places);
    let reader = builder.with_projection(mask).build().map_err(|error| error.to_string())?;
    for batch in reader {
        let batch = batch.map_err(|error: ArrowError| error.to_string())?;
        for (index, name) in names.iter().enumerate() {
            let array = batch.column_by_name(name).ok_or_else(|| format!("there is no column `{name}`"))?;
            take(index, array.as_ref())?;
        }
    }
    Ok(())
}

fn own_fault(error: &dyn std::error::Error) -> Failure {
    let what = format!("cannot be put into columns: {error}");
    Failure::other(Fault::of_file("results", what, "this is a fault of the program: please report it"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::bundle::Bundle;
    use workup::library::Library;

    #[test]
    fn what_is_written_is_read_by_name_with_the_points_of_outcomes() {
        let library = Library::embedded();
        let bundle = Bundle::read(Path::new("vacuum_or_valve"), Default::default()).unwrap();
        let study = bundle.study(&library).unwrap();
        let outcomes: Vec<f64> = (0..study.file.arm.len() * study.file.outcome.len()).map(|i| i as f64).collect();
        let person = |number: u64, status: Status, outcomes: Vec<f64>| Person {
            number,
            status,
            sequence: 0,
            varied: vec![number as f64; study.population.varied.len()],
            outcomes,
        };
        let none = vec![f64::NAN; outcomes.len()];
        let persons = [person(0, Status::Analysed, outcomes), person(1, Status::NotEligible("a reason".into()), none)];
        let path = std::env::temp_dir().join(format!("concord-table-{}.parquet", std::process::id()));
        std::fs::write(&path, parquet(&study, "f", 3, &persons).unwrap()).unwrap();
        let names = ["pump.pistoning_mean_mm", "body_mass_kg", "valve.post_doff_volume_end_pct"].map(String::from);
        let found = numbers(&path, &names).unwrap();
        let stamped = stamp(&path).unwrap();
        let told = words(&path, &["reason".into(), "status".into()]).unwrap();
        let unknown = numbers(&path, &["pump".into()]);
        std::fs::remove_file(&path).unwrap();
        assert_eq!((found[0][0], found[1].clone(), found[2][0]), (7.0, vec![0.0, 1.0], 0.0));
        assert!(found[0][1].is_nan() && found[2][1].is_nan());
        assert_eq!(stamped, (Stamp { fingerprint: "f".into(), block: 3 }, 2));
        assert_eq!(told, [["", "a reason"], ["analysed", "not_eligible"]]);
        assert!(unknown.unwrap_err().contains("no column `pump`"));
    }

    #[test]
    fn a_part_of_before_is_read_by_the_names_of_now() {
        let path = std::env::temp_dir().join(format!("concord-before-{}.parquet", std::process::id()));
        let values: ArrayRef = Arc::new(Float64Array::from(vec![1.0, 0.0]));
        let batch = RecordBatch::try_from_iter([("pump.vacuum_lost", values)]).unwrap();
        let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), None).unwrap();
        writer.write(&batch).unwrap();
        std::fs::write(&path, sealed(writer).unwrap()).unwrap();
        let now = ["pump.share_losing_vacuum".to_string()];
        assert_eq!(numbers(&path, &now).unwrap(), [[1.0, 0.0]]);
        let unknown = numbers(&path, &["pump.pistoning_mean_mm".to_string()]).unwrap_err();
        assert_eq!(unknown, "there is no column `pump.pistoning_mean_mm`");
        std::fs::remove_file(&path).unwrap();
    }
}
