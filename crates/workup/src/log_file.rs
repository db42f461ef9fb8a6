//! A person's log of one day, read from CSV: `time` and any of the columns that were counted or measured. What a unit's frames
//! give of it is written by [`written`].

pub mod written;

use crate::input::{Kind, name_of, read_text};
use crate::problem::{Failure, Fault};
use csv::{ReaderBuilder, StringRecord, Trim};
use domain::Case;
use domain::day::ClockTime;
use evidence::calibration::{Log, LogFault, LogRow, MOST_ROWS, Quantity};
use std::path::Path;
use units::VacuumLevel;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Time,
    Steps,
    Vacuum(Unit),
    InSocketFluid,
    PostDoffVolume,
}

/// What a vacuum is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Kpa,
    Inhg,
    Mbar,
}

impl Unit {
    fn vacuum(self, number: f64) -> VacuumLevel {
        match self {
            Self::Kpa => VacuumLevel::from_kpa(number),
            Self::Inhg => VacuumLevel::from_inhg(number),
            Self::Mbar => VacuumLevel::from_mbar(number),
        }
    }
}

/// Every column that a log may have.
const COLUMNS: [(&str, Column); 7] = [
    ("time", Column::Time),
    ("steps", Column::Steps),
    ("vacuum_kpa", Column::Vacuum(Unit::Kpa)),
    ("vacuum_inhg", Column::Vacuum(Unit::Inhg)),
    ("vacuum_mbar", Column::Vacuum(Unit::Mbar)),
    ("in_socket_fluid_pct", Column::InSocketFluid),
    ("post_doff_volume_pct", Column::PostDoffVolume),
];

/// What a log's column is called in [`LogFault`].
const fn field(column: Column) -> &'static str {
    match column {
        Column::Time => "time",
        Column::Steps => "steps",
        Column::Vacuum(_) => Quantity::Vacuum.column(),
        Column::InSocketFluid => Quantity::InSocketFluid.column(),
        Column::PostDoffVolume => Quantity::PostDoffVolume.column(),
    }
}

/// A log with the text it was read from, so that what is found wrong with it later names its line, too.
#[derive(Debug)]
pub struct LogFile {
    file: String,
    columns: Vec<&'static str>,
    fields: Vec<&'static str>,
    /// Line and cells of every row.
    rows: Vec<(usize, StringRecord)>,
    /// The log.
    pub log: Log,
}

/// Reads and checks one log; `-` is standard input.
///
/// # Errors
/// The first fault found: file, line, column, value, and what would be right.
pub fn read(path: &Path, case: &Case) -> Result<LogFile, Failure> {
    let file = name_of(path);
    let text = read_text(path, &file, Kind::Log)?;
    of_text(file, &text, case)
}

fn of_text(file: String, text: &str, case: &Case) -> Result<LogFile, Failure> {
    let text = text.trim_start_matches('\u{feff}');
    // A cell is a time or a number: none holds a comma or a line end, so that a row ends where its line ends. The reader's own
    // rule for quotation marks takes the rest of the file into one cell where a mark is missing.
    let mut reader = ReaderBuilder::new();
    let reader = reader.comment(Some(b'#')).trim(Trim::All).quoting(false).flexible(true);
    let mut reader = reader.from_reader(text.as_bytes());
    let mut header = StringRecord::new();
    let broken = |_| Failure::input(Fault::of_file(&file, "not text in UTF-8", "save the file as UTF-8"));
    header.clone_from(reader.headers().map_err(broken)?);
    let line = line_of(&header).max(1);
    let placed_at = |line: usize| move |fault: Box<Fault>| Failure::input(fault.at_line(line));
    let header = without_quotes(&file, None, &header).map_err(placed_at(line))?;
    let known = columns(&file, &header).map_err(placed_at(line))?;
    let (mut read, mut rows) = (vec![], vec![]);
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let line = line_of(&record);
        if rows.len() == MOST_ROWS {
            let fault = Fault::of_file(&file, "too many rows", format!("give at most {MOST_ROWS}"));
            return Err(Failure::input(fault.at_line(line)));
        }
        let record = without_quotes(&file, Some(&header), &record).map_err(placed_at(line))?;
        if record.len() != header.len() {
            let what = format!("{} cells, the header has {}", record.len(), header.len());
            let fault = Fault::of_file(&file, what, "give every row as many cells as the header, blank or not");
            return Err(Failure::input(fault.at_line(line)));
        }
        read.push(row(&file, &known, &record).map_err(placed_at(line))?);
        rows.push((line, record));
    }
    let (columns, fields): (Vec<_>, Vec<_>) = known.iter().map(|(name, column)| (*name, field(*column))).unzip();
    let made = Log::new(read, case).map_err(|fault| placed(&file, &columns, &fields, &rows, fault))?;
    Ok(LogFile { file, columns, fields, rows, log: made })
}

fn line_of(record: &StringRecord) -> usize {
    record.position().map_or(0, |position| position.line() as usize)
}

/// The cells without the quotation marks around them. A mark that has no other half is an error, and where it stands is told.
fn without_quotes(
    file: &str,
    header: Option<&StringRecord>,
    record: &StringRecord,
) -> Result<StringRecord, Box<Fault>> {
    let mut cells = StringRecord::new();
    for (place, cell) in record.iter().enumerate() {
        let inner = match cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(inner) => inner.trim(),
            None => cell,
        };
        if inner.contains('"') {
            let name = header.and_then(|header| header.get(place)).unwrap_or_default();
            let expected = "close it in the same cell, or leave quotation marks out; a number has a decimal point";
            return Err(Box::new(Fault::of_field(
                file,
                name,
                cell,
                "a quotation mark without its other half",
                expected,
            )));
        }
        cells.push_field(inner);
    }
    Ok(cells)
}

impl LogFile {
    /// A fault of the log as one of its file.
    pub fn fault(&self, fault: LogFault) -> Failure {
        placed(&self.file, &self.columns, &self.fields, &self.rows, fault)
    }
}

fn placed(
    file: &str,
    columns: &[&'static str],
    fields: &[&'static str],
    rows: &[(usize, StringRecord)],
    fault: LogFault,
) -> Failure {
    let place = fields.iter().position(|field| *field == fault.field);
    let row = fault.row.and_then(|row| rows.get(row));
    let name = place.and_then(|place| columns.get(place)).copied().unwrap_or(fault.field);
    let value = row.zip(place).and_then(|((_, record), place)| record.get(place)).unwrap_or_default();
    let told = Fault::of_field(file, name, value, fault.what, fault.expected);
    Failure::input(match row {
        Some((line, _)) => told.at_line(*line),
        None => told,
    })
}

fn columns(file: &str, header: &StringRecord) -> Result<Vec<(&'static str, Column)>, Box<Fault>> {
    let names: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
    let mut found: Vec<(&'static str, Column)> = vec![];
    for name in header {
        let Some(known) = COLUMNS.iter().find(|(known, _)| *known == name) else {
            let expected = match domain::document::nearest(name, &names) {
                Some(near) => format!("did you mean {near}?"),
                None => format!("separate columns by commas; known are {}", names.join(", ")),
            };
            return Err(Box::new(Fault::of_field(file, name, "", "no such column", expected)));
        };
        if let Some((before, _)) = found.iter().find(|(_, column)| field(*column) == field(known.1)) {
            let expected = format!("give one of them; the other is {before}");
            return Err(Box::new(Fault::of_field(file, name, "", "this column is there twice", expected)));
        }
        found.push(*known);
    }
    if !found.iter().any(|(_, column)| *column == Column::Time) {
        return Err(Box::new(Fault::of_field(
            file,
            "time",
            "",
            "this column is missing",
            "begin the header with time",
        )));
    }
    Ok(found)
}

fn row(file: &str, columns: &[(&'static str, Column)], record: &StringRecord) -> Result<LogRow, Box<Fault>> {
    let wrong = |name: &str, cell: &str, what: String, expected: &str| {
        Box::new(Fault::of_field(file, name, cell, what, expected))
    };
    let time = columns.iter().position(|(_, column)| *column == Column::Time);
    let time = time.and_then(|place| record.get(place)).unwrap_or_default();
    let mut row = LogRow {
        time: ClockTime::try_from(time.to_string())
            .map_err(|what| wrong("time", time, what, "write hours and minutes, 07:30"))?,
        steps: None,
        vacuum_kpa: None,
        in_socket_fluid_pct: None,
        post_doff_volume_pct: None,
    };
    for ((name, column), cell) in columns.iter().zip(record).filter(|((_, column), _)| *column != Column::Time) {
        if cell.is_empty() {
            continue;
        }
        let number = cell.parse::<f64>().ok().filter(|number| number.is_finite());
        let expected = "give a number with a decimal point, or leave the cell blank";
        let number = number.ok_or_else(|| wrong(name, cell, "not a number".into(), expected))?;
        match column {
            Column::Time => {}
            Column::Steps => row.steps = Some(number),
            Column::Vacuum(unit) => row.vacuum_kpa = Some(unit.vacuum(number).kpa()),
            Column::InSocketFluid => row.in_socket_fluid_pct = Some(number),
            Column::PostDoffVolume => row.post_doff_volume_pct = Some(number),
        }
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<LogFile, String> {
        let case = Case::parse(include_str!("../../../cases/mechanic.toml")).unwrap();
        of_text("log.csv".into(), text, &case).map_err(|failure| failure.faults()[0].to_string())
    }

    #[test]
    fn units_of_vacuum_blanks_comments_and_any_order_of_columns_are_read() {
        let text = "\u{feff}# made by hand\nvacuum_inhg, time,steps\n17,08:00,\n,09:00, 500\n";
        let log = read(text).unwrap().log;
        assert!((log.rows()[0].vacuum_kpa.unwrap() - 57.57).abs() < 0.01);
        assert_eq!((log.rows()[0].steps, log.rows()[1].steps, log.rows()[1].vacuum_kpa), (None, Some(500.0), None));
        let quoted = read("\"time\",\"vacuum_kpa\"\r\n\"08:00\",\" 50 \"\r\n").unwrap().log;
        assert_eq!(quoted.rows()[0].vacuum_kpa, Some(50.0));
        assert_eq!(read("time,vacuum_mbar\n08:00,500\n").unwrap().log.rows()[0].vacuum_kpa, Some(50.0));
    }

    #[test]
    fn a_broken_log_is_refused_with_file_line_column_and_value() {
        for (text, told) in [
            ("", "log.csv, line 1, time: this column is missing"),
            ("time;vacuum_kpa\n08:00;50\n", "log.csv, line 1, time;vacuum_kpa: no such column"),
            ("time,vacum_kpa\n", "log.csv, line 1, vacum_kpa: no such column"),
            ("time,vacuum_kpa,vacuum_inhg\n", "log.csv, line 1, vacuum_inhg: this column is there twice"),
            ("time,vacuum_kpa\n08:00,50,9\n", "log.csv, line 2: 3 cells, the header has 2"),
            ("# x\ntime,vacuum_kpa\n08:00,fifty\n", "log.csv, line 3, vacuum_kpa = fifty: not a number"),
            ("time,vacuum_kpa\n08:00,\"50\n09:00,51\n", "log.csv, line 2, vacuum_kpa = \"50: a quotation mark without"),
            ("time,vacuum_kpa\n08:00,50\n09:00,\"51", "log.csv, line 3, vacuum_kpa = \"51: a quotation mark without"),
            ("time,vacuum_kpa\n08:00,\"5\"0\n", "log.csv, line 2, vacuum_kpa = \"5\"0: a quotation mark without"),
            ("time,\"vacuum_kpa\n08:00,50\n", "log.csv, line 1, at \"vacuum_kpa: a quotation mark without"),
            ("time,vacuum_kpa\n08:00,\"50,5\"\n", "log.csv, line 2, vacuum_kpa = \"50: a quotation mark without"),
            ("time,vacuum_kpa\n08:00,NaN\n", "log.csv, line 2, vacuum_kpa = NaN: not a number"),
            ("time,vacuum_kpa\n8 am,50\n", "log.csv, line 2, time = 8 am: this is not a clock time"),
            ("time,vacuum_inhg\n08:00,17\n09:00,99\n", "log.csv, line 3, vacuum_inhg = 99: cannot be"),
            ("time,vacuum_kpa\n09:00,50\n08:00,50\n", "log.csv, line 3, time = 08:00: not after the row before"),
            ("time,vacuum_kpa\n06:00,50\n", "log.csv, line 2, time = 06:00: outside the case's day"),
            ("time,steps\n08:00,100\n", "log.csv: nothing was measured"),
        ] {
            let found = read(text).unwrap_err();
            assert!(found.starts_with(told), "{text:?}: {found}");
        }
        let rows: String = (0..=MOST_ROWS).map(|_| "08:00,\n").collect();
        assert!(read(&format!("time,steps\n{rows}")).unwrap_err().contains("line 5002: too many rows"));
    }
}
