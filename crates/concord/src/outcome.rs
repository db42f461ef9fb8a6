//! The result of a run, version 1: the public contract of `--json`, and what every view is made from.

use crate::socket::SocketOutcome;
use crate::socket::tape::TapeAgainstScan;
use domain::Case;
use fitting::Fitting;
use schemars::JsonSchema;
use serde::Serialize;
use study::calibration::{Calibration, Exactness};
use study::trial::held::Repeated;
use study::validate::Checked;
use twin::ensemble::{EnsembleDay, Spread};
use twin::first_steps::FirstSteps;
use twin::system::System;

/// The version of the result's format.
pub const RESULT_VERSION: u32 = 1;

/// Who made a result.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Stamp {
    /// Version of this format: 1.
    pub concord_result: u32,
    /// Version of the program.
    pub program: &'static str,
}

impl Stamp {
    /// This program's stamp.
    pub const fn new() -> Self {
        Self { concord_result: RESULT_VERSION, program: env!("CARGO_PKG_VERSION") }
    }
}

impl Default for Stamp {
    fn default() -> Self {
        Self::new()
    }
}

/// What the fitted pump does at first and in a fault.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PumpAnswers {
    /// Vacuum after the first steps, intact and with a pinhole.
    pub first_steps: FirstSteps,
    /// Where the pinhole is: in the sleeve, above the knee in whatever seals.
    pub pinhole_in: String,
    /// What the pump does if its pressure sensor dies.
    pub if_the_sensor_dies: String,
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
    /// No contraindication was found.
    pub candidate: bool,
    /// The advice.
    pub fitting: Fitting,
    /// Predictions for the recommended pump; absent where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<PumpAnswers>,
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
    pub notes: Vec<String>,
    /// The day on every suspension, the chosen one first.
    pub days: Vec<EnsembleDay>,
}

/// The day with something broken, against the day without.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhatIf {
    /// What is broken.
    pub what: String,
    /// Share of the donned day with at least 15 inHg.
    pub time_at_working_vacuum: Spread,
    /// Limb volume after doffing at the day's end, %.
    pub post_doff_volume_end_pct: Spread,
    /// Mean pistoning over the day, mm.
    pub pistoning_mean_mm: Spread,
    /// Steps on the prosthesis from donning to 15 inHg.
    pub strides_to_15_inhg: Option<Spread>,
    /// Socks added.
    pub socks_added: Spread,
    /// The first thing that happened because of it.
    pub first_event: Option<String>,
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
    /// No contraindication was found.
    pub candidate: bool,
    /// The advice.
    pub fitting: Fitting,
    /// Predictions for the recommended pump; absent where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<PumpAnswers>,
    /// The day on every suspension, the chosen one first.
    pub days: Vec<EnsembleDay>,
    /// What would break the chosen one, the undisturbed day first.
    pub what_if: Vec<WhatIf>,
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
    pub notes: Vec<String>,
    /// What the log taught.
    #[serde(flatten)]
    pub found: Calibration,
}

/// `concord validate`.
#[derive(Clone, Debug, Serialize)]
pub struct ValidationResult {
    /// Who made it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// Persons drawn.
    pub persons: u32,
    /// Seed.
    pub seed: u64,
    /// All rows.
    pub rows: Vec<Checked>,
    /// Published designs as virtual trials.
    pub trials: Vec<Repeated>,
}
