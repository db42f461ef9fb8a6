//! Which experiment would separate the limb's time constants: what each would leave of their spreads, before anybody has run it.
//!
//! One person of the studies with a one-way valve, after the beginning that the protocols share. An experiment is a series of
//! readings with an error; J holds the derivatives of the readings by every parameter of the limb, in units of that error a prior
//! standard deviation, and (JᵀJ + I)⁻¹ is what would be known afterwards. Readings of one series are counted as independent.

use super::algebra::{Matrix, inverse, normal_matrix};
use crate::protocols::Bench;
use crate::protocols::readings::{Reading, readings};
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use twin::parameters::Spread;

/// The parameters that are times, or a permeability that sets one.
const TIMES: [&str; 6] = [
    "arterial_flow_time_s",
    "vein_resistance_s_kpa_per_pct",
    "displaced_time_s",
    "pore_time_s",
    "muscle_time_s",
    "permeability_e10_m2_per_pa_s",
];

/// Other parameters of the limb, which the readings must tell apart from those.
const BESIDE: [&str; 20] = [
    "arterial_inflow_pct_per_s",
    "blood_distension",
    "blood_pool_ml_per_100ml",
    "bone_support_n_per_mm",
    "contact_stiffness_kpa_per_mm",
    "displaced_load_part",
    "displaced_ml_per_100ml",
    "displaced_pressure_kpa",
    "filtration_ml_per_min_100g_mmhg",
    "fit_error_mm",
    "inflow_part",
    "liner_undersize",
    "mobile_fraction",
    "muscle_swelling_ml_per_100ml",
    "permeability_exponent",
    "permeability_pressure_kpa",
    "pore_pressure_kpa",
    "pore_water_ml_per_100ml",
    "vein_compliance_pct_per_kpa",
    "walking_flow_factor",
];

/// What experiments there are: a name for people, and the readings that they are made of.
const EXPERIMENTS: [(&str, &[Reading]); 6] = [
    ("scans every 30 s for 10 min after doffing (0.3 % of volume each)", &[Reading::AfterDoffing]),
    ("bioimpedance every 10 s through 5 min of standing and 5 of sitting (0.1 %)", &[Reading::Standing]),
    ("bioimpedance every 10 s through 10 min of walking and 10 of sitting (0.1 %)", &[Reading::Walking]),
    ("bioimpedance every 10 min over 4 h of a day (0.1 %)", &[Reading::Day]),
    ("walking and sitting by bioimpedance, then scans after doffing", &[Reading::Walking, Reading::AfterDoffing]),
    ("all four on one person", &[Reading::AfterDoffing, Reading::Standing, Reading::Walking, Reading::Day]),
];

/// What one experiment would leave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Experiment {
    /// What is done.
    pub what: String,
    /// Of each time, the standard deviation afterwards over that before.
    pub spread_left: Vec<TimeLeft>,
    /// Pairs of times that it could hardly tell apart: their correlation afterwards.
    pub alike: Vec<(String, String, f64)>,
}

/// What is left of one time's spread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TimeLeft {
    /// The parameter.
    pub parameter: String,
    /// Posterior over prior standard deviation.
    pub spread_left: f64,
}

/// Correlations from here on are told.
const ALIKE: f64 = 0.5;

/// What every experiment would leave.
/// `step`: of the derivatives, in prior standard deviations.
pub(super) fn experiments(bench: &Bench<'_>, step: f64) -> Vec<Experiment> {
    let names: Vec<&str> = TIMES.iter().chain(&BESIDE).copied().filter(|name| varies(bench, name)).collect();
    EXPERIMENTS.iter().map(|(what, parts)| experiment(bench, step, &names, what, parts)).collect()
}

fn varies(bench: &Bench<'_>, name: &str) -> bool {
    bench.parameters.get(name).is_some_and(|parameter| parameter.spread != Spread::Fixed)
}

fn experiment(bench: &Bench<'_>, step: f64, names: &[&str], what: &str, parts: &[Reading]) -> Experiment {
    let at = |moved: &str, z: f64| -> Vec<f64> {
        let values = bench.parameters.values_at(|name| (name == moved).then_some(z));
        parts.iter().flat_map(|part| readings(bench, &values, *part)).collect()
    };
    let columns: Vec<Vec<f64>> = names
        .par_iter()
        .map(|name| {
            let (up, down) = (at(name, step), at(name, -step));
            up.iter().zip(&down).map(|(up, down)| (up - down) / (2.0 * step)).collect()
        })
        .collect();
    let rows = columns.first().map_or(0, Vec::len);
    let jacobian: Matrix = (0..rows).map(|row| columns.iter().map(|column| column[row]).collect()).collect();
    let all: Vec<usize> = (0..names.len()).collect();
    let covariance = inverse(&normal_matrix(&jacobian, &all));
    let times: Vec<usize> = all.iter().copied().filter(|index| TIMES.contains(&names[*index])).collect();
    let left = |index: usize| TimeLeft { parameter: names[index].into(), spread_left: covariance[index][index].sqrt() };
    let mut alike = vec![];
    for (place, a) in times.iter().enumerate() {
        for b in &times[place + 1..] {
            let r = covariance[*a][*b] / (covariance[*a][*a] * covariance[*b][*b]).sqrt();
            if r.abs() >= ALIKE {
                alike.push((names[*a].to_string(), names[*b].to_string(), r));
            }
        }
    }
    Experiment { what: what.into(), spread_left: times.into_iter().map(left).collect(), alike }
}
