//! A person's log of one day as data: what was counted and measured, when, and how exactly.

use domain::Case;
use domain::day::{ActivityKind, ClockTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::Texts;
use twin::quantity;

/// Most rows of a log: more than one each twenty seconds of a day.
pub const MOST_ROWS: usize = 5_000;

/// Readings of one quantity within this time count as one between them, s: what makes the twin miss one reading (a
/// person is not a model) still makes it miss the next, so a logger that reads each minute knows hardly more.
const SHARED_S: f64 = 1_800.0;

/// What a log may hold of the limb in its socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// Vacuum that stands in the socket, kPa.
    Vacuum,
    /// Extracellular fluid in the socket, change since donning, % of limb volume.
    InSocketFluid,
    /// Limb volume after doffing, change since donning, %.
    PostDoffVolume,
}

impl Quantity {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Vacuum, Self::InSocketFluid, Self::PostDoffVolume];

    /// What of a day it is.
    pub const fn of_day(self) -> &'static quantity::Quantity {
        match self {
            Self::Vacuum => &quantity::VACUUM,
            Self::InSocketFluid => &quantity::FLUID,
            Self::PostDoffVolume => &quantity::VOLUME,
        }
    }

    /// Its column in a log.
    pub const fn column(self) -> &'static str {
        self.of_day().id
    }

    /// For people, in English.
    pub fn words(self) -> &'static str {
        Texts::english().say(self.id())
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Vacuum => "reading-vacuum",
            Self::InSocketFluid => "reading-in_socket_fluid",
            Self::PostDoffVolume => "reading-post_doff_volume",
        }
    }

    /// Unit.
    pub const fn unit(self) -> &'static str {
        self.of_day().unit
    }

    /// What can be true of it: lowest, highest.
    const fn limits(self) -> (f64, f64) {
        match self {
            Self::Vacuum => (0.0, 101.0),
            Self::InSocketFluid | Self::PostDoffVolume => (-25.0, 25.0),
        }
    }
}

/// Standard deviation of one reading about what the twin of that very person says: the instrument's error, and what
/// the twin leaves out. All three are assumed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Exactness {
    /// Of vacuum, kPa. Default 2: a dial's division is 1 inHg (3.4 kPa), it is read to half of it.
    pub vacuum_kpa: f64,
    /// Of fluid in the socket, % of limb volume. Default 0.4.
    pub in_socket_fluid_pct: f64,
    /// Of limb volume after doffing, %. Default 0.6.
    pub post_doff_volume_pct: f64,
}

impl Default for Exactness {
    fn default() -> Self {
        Self { vacuum_kpa: 2.0, in_socket_fluid_pct: 0.4, post_doff_volume_pct: 0.6 }
    }
}

impl Exactness {
    const fn of(&self, quantity: Quantity) -> f64 {
        match quantity {
            Quantity::Vacuum => self.vacuum_kpa,
            Quantity::InSocketFluid => self.in_socket_fluid_pct,
            Quantity::PostDoffVolume => self.post_doff_volume_pct,
        }
    }
}

/// One row of a log.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LogRow {
    /// Time of day.
    pub time: ClockTime,
    /// Steps of both feet since the row before, or since donning.
    pub steps: Option<f64>,
    /// Vacuum in the socket, kPa.
    pub vacuum_kpa: Option<f64>,
    /// Extracellular fluid in the socket, change since donning, % of limb volume.
    pub in_socket_fluid_pct: Option<f64>,
    /// Limb volume after doffing, change since donning, %.
    pub post_doff_volume_pct: Option<f64>,
}

impl LogRow {
    /// What was measured of a quantity.
    pub const fn measured(&self, quantity: Quantity) -> Option<f64> {
        match quantity {
            Quantity::Vacuum => self.vacuum_kpa,
            Quantity::InSocketFluid => self.in_socket_fluid_pct,
            Quantity::PostDoffVolume => self.post_doff_volume_pct,
        }
    }
}

/// What is wrong with a log.
#[derive(Clone, Debug, PartialEq)]
pub struct LogFault {
    /// The row, counted from 0; none where the whole log is at fault.
    pub row: Option<usize>,
    /// The column.
    pub field: &'static str,
    /// What is wrong.
    pub what: String,
    /// What would be right.
    pub expected: String,
}

impl LogFault {
    pub(super) fn at(row: usize, field: &'static str, what: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { row: Some(row), field, what: what.into(), expected: expected.into() }
    }

    fn of_all(field: &'static str, what: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { row: None, field, what: what.into(), expected: expected.into() }
    }
}

/// One measured number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    /// Seconds after midnight.
    pub t_s: f64,
    /// What was measured.
    pub quantity: Quantity,
    /// The number, in the quantity's unit.
    pub value: f64,
    /// Its standard deviation.
    pub sd: f64,
    /// How much it counts: 1 shared among the readings of its half-hour.
    pub weight: f64,
}

/// A log that makes sense in itself and for its case.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    rows: Vec<LogRow>,
}

impl Log {
    /// Checks rows against each other and against the case's day.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn new(rows: Vec<LogRow>, case: &Case) -> Result<Self, LogFault> {
        if rows.len() > MOST_ROWS {
            return Err(LogFault::of_all("", "too many rows", format!("give at most {MOST_ROWS}")));
        }
        for (index, row) in rows.iter().enumerate() {
            check_time(index, row, index.checked_sub(1).map(|before| rows[before].time), case)?;
            if row.steps.is_some_and(|steps| !(0.0..=200_000.0).contains(&steps)) {
                return Err(LogFault::at(index, "steps", "no number of steps", "give 0 or more, of both feet"));
            }
            for quantity in Quantity::ALL {
                check_reading(index, row, quantity, case)?;
            }
        }
        if rows.iter().all(|row| Quantity::ALL.iter().all(|quantity| row.measured(*quantity).is_none())) {
            let columns: Vec<&str> = Quantity::ALL.iter().map(|quantity| quantity.column()).collect();
            let expected = format!("give at least one value of {}", columns.join(", "));
            return Err(LogFault::of_all("", "nothing was measured", expected));
        }
        Ok(Self { rows })
    }

    /// Its rows.
    pub fn rows(&self) -> &[LogRow] {
        &self.rows
    }

    /// Every measured number, in the order of time.
    pub fn readings(&self, exactness: &Exactness) -> Vec<Reading> {
        let mut readings: Vec<Reading> = vec![];
        for quantity in Quantity::ALL {
            let known = || self.rows.iter().filter_map(|row| Some((row.time.seconds(), row.measured(quantity)?)));
            let times: Vec<f64> = known().map(|(t_s, _)| t_s).collect();
            readings.extend(known().map(|(t_s, value)| {
                let from = times.partition_point(|other| *other <= t_s - 0.5 * SHARED_S);
                let to = times.partition_point(|other| *other < t_s + 0.5 * SHARED_S);
                let weight = 1.0 / (to - from).max(1) as f64;
                Reading { t_s, quantity, value, sd: exactness.of(quantity), weight }
            }));
        }
        readings.sort_by(|a, b| a.t_s.total_cmp(&b.t_s));
        readings
    }
}

fn check_time(index: usize, row: &LogRow, before: Option<ClockTime>, case: &Case) -> Result<(), LogFault> {
    let (begins, ends) = (case.day.begins_s(), case.day.ends_s());
    if !(begins..=ends).contains(&row.time.seconds()) {
        let expected = format!("the case's day is {} to {}", ClockTime::show(begins), ClockTime::show(ends));
        return Err(LogFault::at(index, "time", "outside the case's day", expected));
    }
    match before {
        Some(before) if row.time <= before => {
            Err(LogFault::at(index, "time", "not after the row before", format!("give a time after {before}")))
        }
        _ => Ok(()),
    }
}

fn check_reading(index: usize, row: &LogRow, quantity: Quantity, case: &Case) -> Result<(), LogFault> {
    let Some(value) = row.measured(quantity) else { return Ok(()) };
    let (low, high) = quantity.limits();
    if !(low..=high).contains(&value) {
        let expected = format!("give {low} to {high} {}, or leave it blank", quantity.unit());
        return Err(LogFault::at(index, quantity.column(), "cannot be", expected));
    }
    let within = |activity: &&domain::day::Activity| activity.from < row.time && row.time <= activity.to;
    let off = case.day.activities.iter().find(within).is_some_and(|activity| activity.kind == ActivityKind::Doff);
    if off && quantity != Quantity::PostDoffVolume {
        let expected = "leave it blank, or correct the case's day";
        return Err(LogFault::at(index, quantity.column(), "the case's prosthesis is off at this time", expected));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> Case {
        Case::parse(include_str!("../../../../cases/mechanic.toml")).expect("a shipped case")
    }

    fn row(time: &str) -> LogRow {
        let time = ClockTime::try_from(time.to_string()).expect("a time");
        LogRow { time, steps: None, vacuum_kpa: None, in_socket_fluid_pct: None, post_doff_volume_pct: None }
    }

    fn vacuum(time: &str, kpa: f64) -> LogRow {
        LogRow { vacuum_kpa: Some(kpa), ..row(time) }
    }

    #[test]
    fn a_broken_log_is_refused_with_its_row_and_column() {
        let refused = |rows: Vec<LogRow>| Log::new(rows, &case()).expect_err("it is broken");
        let place = |fault: LogFault| (fault.row, fault.field);
        assert_eq!(place(refused(vec![vacuum("08:00", 50.0), vacuum("08:00", 50.0)])), (Some(1), "time"));
        assert_eq!(place(refused(vec![vacuum("06:59", 50.0)])), (Some(0), "time"));
        assert_eq!(place(refused(vec![vacuum("23:01", 50.0)])), (Some(0), "time"));
        assert_eq!(place(refused(vec![vacuum("08:00", 120.0)])), (Some(0), "vacuum_kpa"));
        assert_eq!(place(refused(vec![vacuum("08:00", f64::NAN)])), (Some(0), "vacuum_kpa"));
        let volume = LogRow { post_doff_volume_pct: Some(-40.0), ..row("09:00") };
        assert_eq!(place(refused(vec![volume])), (Some(0), "post_doff_volume_pct"));
        assert_eq!(place(refused(vec![LogRow { steps: Some(-1.0), ..vacuum("08:00", 9.0) }])), (Some(0), "steps"));
        assert!(refused(vec![LogRow { steps: Some(9.0), ..row("08:00") }]).what.contains("nothing was measured"));
        assert!(refused(vec![vacuum("08:00", 50.0); MOST_ROWS + 1]).what.contains("too many"));
    }

    #[test]
    fn no_vacuum_is_read_while_the_prosthesis_is_off() {
        let mut case = case();
        case.day.activities[3].kind = ActivityKind::Doff;
        let during = case.day.activities[3].to;
        let at = |row: LogRow| LogRow { time: during, ..row };
        let fault = Log::new(vec![at(vacuum("08:00", 40.0))], &case).expect_err("it is off");
        assert!(fault.what.contains("off"));
        let volume = LogRow { post_doff_volume_pct: Some(-1.0), ..row("08:00") };
        assert!(Log::new(vec![at(volume)], &case).is_ok(), "a limb is measured when the prosthesis is off");
    }

    #[test]
    fn readings_of_one_half_hour_count_as_one_between_them() {
        let minutes = |every: u16| {
            let rows = (0..120 / every).map(|i| {
                let time = ClockTime::from_minutes(480 + i * every).expect("a time");
                LogRow { time, vacuum_kpa: Some(50.0), ..row("08:00") }
            });
            let log = Log::new(rows.collect(), &case()).expect("a sound log");
            log.readings(&Exactness::default()).iter().map(|reading| reading.weight).sum::<f64>()
        };
        assert!((minutes(30) - 4.0).abs() < 1e-9);
        // Those at both ends share with fewer.
        assert!((4.0..5.0).contains(&minutes(1)), "{}", minutes(1));
    }
}
