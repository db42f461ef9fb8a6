//! The result of a run, version 1: the public contract of `--json`, and what every view is made from.

use crate::personal::Foundations;
use crate::socket::SocketOutcome;
pub use crate::stamp::{RESULT_VERSION, Stamp};
use crate::tape_against_scan::TapeAgainstScan;
use domain::Case;
use domain::day::{Activity, ClockTime, Day, Expansion};
use evidence::calibration::{Calibration, Exactness};
use fitting::{Candidacy, Fitting};
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Said, Wording};
use twin::ensemble::{EnsembleDay, Held, Spread};
use twin::events::EventKind;
use twin::first_steps::FirstSteps;
use twin::quantity::{
    BATTERY_END_PCT, HELD_H, Outcome, PISTONING_MEAN_MM, POST_DOFF_VOLUME_END_PCT, SOCKS_ADDED, STRIDES_TO_15_INHG,
    TIME_AT_WORKING_VACUUM, Told, schema_of,
};
use twin::regional::RegionsOfDay;
use twin::row_of_days::RowOfDays;
use twin::system::System;
use twin::unused;

/// What the fitted pump does at first and in a fault.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PumpAnswers {
    /// Vacuum after the first steps, intact and with a pinhole.
    pub first_steps: FirstSteps,
    /// For how long the best weight-activated and the best electronic pump hold their vacuum in this day, the recommended
    /// one first.
    pub holds: Vec<Holds>,
    /// How large the pinhole is in everyday words, and what it lets in open and closed to a slit.
    pub pinhole_bounds: Said,
    /// Where the pinhole is: in the sleeve, above the knee in whatever seals.
    pub pinhole_in: Said,
    /// What the pump does if its pressure sensor dies.
    pub if_the_sensor_dies: Said,
}

/// For how long a pump holds its vacuum in the day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Holds {
    /// The suspension, as `day` names it.
    pub system: String,
    /// Its name for people.
    pub name: Said,
    /// Hours.
    #[serde(flatten)]
    pub held: Held,
    /// Of the hours worn, those with at least 15 inHg.
    pub at_15_inhg_h: Spread,
}

impl Holds {
    /// Of a day; none where nothing maintains the vacuum.
    pub fn of(day: &EnsembleDay) -> Option<Self> {
        let held = day.summary.held?;
        let Spread { central, p10, p50, p90 } = day.summary.spread(&TIME_AT_WORKING_VACUUM)?;
        let [central, p10, p50, p90] = [central, p10, p50, p90].map(|share| share * held.worn_h);
        Some(Self {
            system: day.system.id.clone(),
            name: day.system.name.clone(),
            held,
            at_15_inhg_h: Spread { central, p10, p50, p90 },
        })
    }
}

/// `concord fit`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FitResult {
    /// Who made it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// Name of the case.
    pub case: String,
    /// The tape beside the scan, where the case names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tape_against_scan: Option<TapeAgainstScan>,
    /// No contraindication was found. Not yet a green light: see `verdict`.
    pub candidate: bool,
    /// Candidate; candidate, but not before something is settled; or refused.
    pub verdict: Candidacy,
    /// What has to be settled first, in a few words each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to_settle: Vec<Said>,
    /// The advice.
    pub fitting: Fitting,
    /// Predictions for the recommended pump; absent where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<PumpAnswers>,
    /// What of the case decides about the limb.
    #[serde(flatten)]
    pub foundations: Foundations,
}

/// A day that was told by a number of steps and a kind of day, and the activities that were made of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ExpandedDay {
    /// What was told and what was assumed, in sentences.
    pub said: Said,
    /// The same as numbers.
    pub expanded_from: Expansion,
    /// What was made of it.
    pub activities: Vec<Activity>,
}

impl ExpandedDay {
    /// Of a day; `None` where its activities were given.
    pub fn of(day: &Day) -> Option<Self> {
        let expanded_from = day.expansion()?;
        Some(Self { said: expanded_from.wording().into(), expanded_from, activities: day.activities.clone() })
    }
}

/// `concord day`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DayResult {
    /// Who made it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// Name of the case.
    pub case: String,
    /// The tape beside the scan, where the case names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tape_against_scan: Option<TapeAgainstScan>,
    /// What one should know about the suspensions asked for, e.g. that fitting refuses one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Said>,
    /// How the day came about, where it was told by steps and a kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expanded_day: Option<ExpandedDay>,
    /// The day on every suspension, the chosen one first.
    pub days: Vec<EnsembleDay>,
    /// What of the case decides about the limb.
    #[serde(flatten)]
    pub foundations: Foundations,
    /// What of the case the day does not use, in a sentence.
    pub not_used: Said,
    /// Days in a row on every suspension, where there is more than one day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub row_of_days: Vec<RowOfDays>,
    /// The limb's regions on every suspension, where they were asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<RegionsOfDay>,
}

impl DayResult {
    /// Of a case's days.
    pub fn new(
        case: &Case,
        tape_against_scan: Option<TapeAgainstScan>,
        notes: Vec<Said>,
        days: Vec<EnsembleDay>,
        foundations: Foundations,
    ) -> Self {
        Self {
            stamp: Stamp::new(),
            case: case.name.clone(),
            tape_against_scan,
            notes,
            days,
            foundations,
            expanded_day: ExpandedDay::of(&case.day),
            not_used: unused::sentence(),
            row_of_days: vec![],
            regions: vec![],
        }
    }
}

/// The day with something broken, against the day without.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhatIf {
    /// What is broken.
    pub what: Said,
    /// The outcomes of [`BROKEN`].
    #[serde(flatten)]
    #[schemars(schema_with = "schema_of_broken")]
    pub told: Told,
    /// When the person with central parameter values first lost the vacuum that the pump holds, and why.
    pub first_lost: Option<Said>,
}

/// What is told of a day with something broken.
pub const BROKEN: [&Outcome; 7] = [
    &TIME_AT_WORKING_VACUUM,
    &POST_DOFF_VOLUME_END_PCT,
    &PISTONING_MEAN_MM,
    &STRIDES_TO_15_INHG,
    &SOCKS_ADDED,
    &HELD_H,
    &BATTERY_END_PCT,
];

fn schema_of_broken(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schema_of(&BROKEN, generator)
}

impl WhatIf {
    /// Of a day.
    pub(crate) fn of(what: Wording, day: &EnsembleDay) -> Self {
        let lost = day.events.iter().find(|event| event.kind == EventKind::VacuumLost);
        let first_lost = lost.map(|event| {
            let time = ClockTime::show(event.t_s);
            Wording::new("what_if-first_lost").with("time", time).with("event", &event.text).into()
        });
        Self {
            what: what.into(),
            told: Told::new(BROKEN.map(|outcome| (outcome, day.summary.spread(outcome))).into()),
            first_lost,
        }
    }
}

/// `concord run`: everything for one case.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RunResult {
    /// Who made it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// The case as read.
    pub case: Case,
    /// The tape beside the scan, where the case names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tape_against_scan: Option<TapeAgainstScan>,
    /// No contraindication was found. Not yet a green light: see `verdict`.
    pub candidate: bool,
    /// Candidate; candidate, but not before something is settled; or refused.
    pub verdict: Candidacy,
    /// What has to be settled first, in a few words each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to_settle: Vec<Said>,
    /// The advice.
    pub fitting: Fitting,
    /// Predictions for the recommended pump; absent where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<PumpAnswers>,
    /// How the day came about, where it was told by steps and a kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expanded_day: Option<ExpandedDay>,
    /// The day on every suspension, the chosen one first.
    pub days: Vec<EnsembleDay>,
    /// Days in a row on every suspension, where the case tells more than one day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub row_of_days: Vec<RowOfDays>,
    /// What would break the chosen one, the undisturbed day first.
    pub what_if: Vec<WhatIf>,
    /// What of the case decides about the limb.
    #[serde(flatten)]
    pub foundations: Foundations,
    /// What of the case the days do not use, in a sentence.
    pub not_used: Said,
    /// The socket, or why none is made, where the case names a scan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub socket: Option<SocketOutcome>,
}

/// `concord calibrate`.
#[derive(Clone, Debug, Serialize)]
pub struct CalibrationResult {
    /// Who made it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// The log, as the user named it.
    pub log: String,
    /// The suspension that was worn.
    pub worn: System,
    /// How exactly was measured.
    pub exactness: Exactness,
    /// What one should know about the suspensions, e.g. that fitting refuses one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Said>,
    /// What the log taught.
    #[serde(flatten)]
    pub found: Calibration,
}
