//! # The measured fluctuation
//!
//! **Stands for** what a tape says of this very limb: how much its circumference changes over a day on the suspension worn now. It
//! decides who is like this person.
//!
//! **Equations**
//! - a pool of persons is drawn about the case's answers, and each lives the case's day on the suspension worn now
//! - what a tape would find: F = C̄·(max V − min V)/200, V the volume after doffing in % over the day, C̄ the mean of the measured
//!   circumferences: a limb of constant length changes its circumference by half the share of its volume
//! - weights w = e^(−(F − F_measured)²/(2·σ²)); person i of a seed is one of the pool, drawn by weight
//! - central person: the pool's weighted mean score of every parameter less its plain mean, so that a measurement that says
//!   nothing leaves the centre where it was
//! - effective persons n = (Σw)²/Σw²; the twin follows where n is at least a twentieth of the pool
//!
//! **Assumptions** the tape's error σ holds error of tape, of place and of hour; where the twin cannot follow, persons are drawn as
//! if nothing had been measured, and that is said. Of a pump that the case does not name a plain one is taken, weight-activated.
//! **Case** `limb.daily_fluctuation_mm`, `prosthesis.suspension_now`, `.existing.pump`, `.pump_mode`, `.pump_settings`.
//! **Tests** more measured fluctuation draws persons who lose more; a measurement in the middle moves the centre little; a
//! contradictory one is said to be so (`crates/twin/tests/fluctuation.rs`); a pump that is worn is the one that is simulated.

use crate::day::{DayInputs, simulate};
use crate::parameters::{Cohort, NAMES, ParameterSet};
use crate::pump_settings;
use crate::quantity::{DayCourse, Registry};
use crate::regions::Regions;
use crate::spread::{Spread, quantile};
use crate::system::{Connection, Drive, System};
use domain::Case;
use domain::case::{SocketConcept, SuspensionKind};
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Said, Wording};

/// Persons in the pool.
const POOL: u32 = 200;
/// The seed they are drawn with: one pool, whatever the seed of a run, so that every view knows the same central person.
const POOL_SEED: u64 = 1;
/// Share of the pool that must stay in effect for the twin to follow.
const LEAST_EFFECT: f64 = 0.05;
/// How often the pool's days are watched, s, and how much looser they are integrated.
const GRID_S: f64 = 600.0;
const LOOSER: f64 = 16.0;
const NOTHING: Registry = Registry { quantities: &[], outcomes: &[] };

/// What a measured fluctuation says of the persons drawn.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Fluctuation {
    /// Measured, mm of circumference over a day.
    pub measured_mm: f64,
    /// What persons with these answers show before the measurement is looked at, mm.
    pub expected_mm: Spread,
    /// What those show who are drawn by it, mm.
    pub drawn_mm: Spread,
    /// Whether the twin can follow; if not, nobody is drawn by it.
    pub followed: bool,
    /// Persons of the pool in effect.
    pub effective: f64,
    /// The suspension worn now.
    pub system: Said,
}

/// The suspension that is worn now, as far as the twin knows it; `pump` is the one whose vacuum is worn, where the case names it.
pub fn system_now(case: &Case, pump: Option<System>) -> Option<System> {
    let drive = match case.prosthesis.suspension_now {
        SuspensionKind::ElevatedVacuum if pump.is_some() => return pump,
        SuspensionKind::ElevatedVacuum => Drive::WeightActivated {
            chambers: 1,
            rated_mass_kg: None,
            ring_condition: 1.0,
            connection: Connection::Direct,
        },
        // A sleeve seals; without a valve's help it lets air out at donning alone, and holds as suction does.
        SuspensionKind::Suction | SuspensionKind::Sleeve => return Some(System::suction()),
        SuspensionKind::PinLock | SuspensionKind::Lanyard => return Some(System::pin_lock()),
        SuspensionKind::None => return None,
    };
    let name = Wording::new("system-weight_activated").into();
    Some(System { id: "now".into(), name, drive, socket: SocketConcept::TotalSurfaceBearing, pump: None })
}

/// The parameters of persons like this one, with what the measurement said; nothing where no prosthesis is worn that the twin
/// knows. `pump` is the one whose vacuum is worn, where the case names it.
pub fn condition(
    case: &Case,
    pump: Option<System>,
    parameters: &ParameterSet,
    regions: &Regions,
) -> Option<(ParameterSet, Fluctuation)> {
    let system = system_now(case, pump)?;
    let pool: Vec<[f64; NAMES.len()]> =
        (1..=POOL).map(|person| ParameterSet::scores(POOL_SEED, u64::from(person))).collect();
    // What is wrong with settings is told where the case is read.
    let settings = pump_settings::read(&case.prosthesis.pump_settings).unwrap_or_default();
    let usual = DayInputs { settings, ..DayInputs::new(regions) };
    let inputs = DayInputs { grid_s: GRID_S, tolerance: usual.tolerance.times(LOOSER), registry: &NOTHING, ..usual };
    let fluctuations: Vec<f64> = pool
        .par_iter()
        .map(|scores| circumference_change(case, &simulate(case, &parameters.values_of(scores), &system, inputs)))
        .collect();
    let measured = case.limb.daily_fluctuation_mm;
    let error = parameters.central().fluctuation_error_mm;
    let weights: Vec<f64> =
        fluctuations.iter().map(|found| (-0.5 * ((found - measured) / error).powi(2)).exp()).collect();
    let (sum, squares) = weights.iter().fold((0.0, 0.0), |(sum, squares), w| (sum + w, squares + w * w));
    let effective = if squares > 0.0 { sum * sum / squares } else { 0.0 };
    let followed = effective >= LEAST_EFFECT * f64::from(POOL) && within(&fluctuations, measured, error);
    let even = vec![1.0; pool.len()];
    let expected_mm = weighted(&fluctuations, &even);
    let drawn_mm = if followed { weighted(&fluctuations, &weights) } else { expected_mm };
    let told = Fluctuation { measured_mm: measured, expected_mm, drawn_mm, followed, effective, system: system.name };
    let parameters =
        if followed { parameters.clone().drawn_from(Cohort::new(pool, &weights)) } else { parameters.clone() };
    Some((parameters, told))
}

/// Whether a measurement lies where the pool lies, its error allowed.
fn within(found: &[f64], measured: f64, error: f64) -> bool {
    let (least, most) = found.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(*x), b.max(*x)));
    (least - 2.0 * error..=most + 2.0 * error).contains(&measured)
}

/// What a tape would find to change over the day, mm.
fn circumference_change(case: &Case, day: &DayCourse) -> f64 {
    let volumes = day.samples.iter().map(|sample| sample.seen.post_doff_volume_pct);
    let (least, most) = volumes.fold((0.0f64, 0.0f64), |(least, most), pct| (least.min(pct), most.max(pct)));
    let girths = &case.limb.circumferences;
    let mean = girths.iter().map(|row| row.circumference_mm).sum::<f64>() / girths.len() as f64;
    // F = C̄·(max V − min V)/200
    mean * (most - least) / 200.0
}

/// Percentiles by weight; the central one is the mean.
fn weighted(values: &[f64], weights: &[f64]) -> Spread {
    let total: f64 = weights.iter().sum();
    let mean = values.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f64>() / total;
    // A thousand values, each as often as its weight says: percentiles of those are the weighted ones.
    let mut order: Vec<(f64, f64)> = values.iter().copied().zip(weights.iter().copied()).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut many = Vec::with_capacity(1_000);
    let (mut reached, mut place) = (0.0, 0.5);
    for (value, weight) in order {
        reached += 1_000.0 * weight / total;
        while place <= reached {
            many.push(value);
            place += 1.0;
        }
    }
    let at = |q: f64| quantile(&many, q).unwrap_or(f64::NAN);
    Spread { central: mean, p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}
