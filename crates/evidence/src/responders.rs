//! # Who gains from vacuum
//!
//! **Stands for** the same persons who walk half an hour with a one-way valve and with vacuum: who gains and who does not.
//! Later studies inside the socket found no overall difference and large ones between people (sanders2011_ev): a twin in
//! which everybody gains would be wrong.
//!
//! **Equations**
//! - gain: ΔV_vacuum − ΔV_valve, volumes after doffing as in `twin::observe`, from donning at rest through 30 min of walking at
//!   103 steps/min and 1.2 m/s, in points of limb volume; vacuum is a source that keeps 78 kPa
//! - no difference: a gain below 2 points
//! - by fit: the central person with g_fit = −3, −2, −1, 0, 1 and 2 mm, after 30 min of walking and of sitting
//! - what goes with it: Spearman's rank correlation ρ = Σ(R_a − R_m)·(R_b − R_m)/√(Σ(R_a − R_m)²·Σ(R_b − R_m)²) of each
//!   parameter's values with the gain, ranks R over all persons, R_m their mean; the six largest by amount are told
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `gain` | – | points | computed: median, 10th and 90th percentile |
//! | `without_difference` | – | – | share of persons, computed |
//! | `fit_gap_mm` | g_fit | mm | the six fits are ours |
//! | `correlation` | ρ | – | computed |
//!
//! **Assumptions** persons differ by the parameters' spreads and by nothing else; equal values share the mean of their
//! ranks; the reference person's case and socket for all.
//! **Tests** ranks know monotone and constant series, and ties.

use crate::figure::figure;
use crate::protocols::{Bench, gains_by_fit, vacuum_gains};
use crate::rank_correlation::rank_correlation;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use twin::ensemble::{Spread, spread};

/// Gains below this count as none, points of limb volume.
pub const NO_DIFFERENCE: f64 = 2.0;
/// Fits that are told, mm.
const FITS_MM: [f64; 6] = [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0];
/// Parameters that are told.
const TOLD: usize = 6;

/// How a parameter goes with the gain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Driver {
    /// The parameter.
    pub parameter: String,
    /// Spearman's rank correlation with the gain.
    pub correlation: f64,
}

/// What vacuum is worth to the central person in a socket of this fit, points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GainByFit {
    /// Mean gap at donning, mm; negative is tight.
    pub fit_gap_mm: f64,
    /// After half an hour of walking.
    pub walking: f64,
    /// After half an hour of sitting.
    pub sitting: f64,
}

/// Who gains.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Responders {
    /// Vacuum minus valve, limb volume after doffing, points.
    pub gain: Spread,
    /// Share of persons who gain less than [`NO_DIFFERENCE`].
    pub without_difference: f64,
    /// The central person's gain by fit.
    pub by_fit: Vec<GainByFit>,
    /// What goes with the gain, strongest first.
    pub drivers: Vec<Driver>,
}

/// Runs both walks for everyone drawn.
pub fn responders(bench: &Bench<'_>) -> Responders {
    let gains = vacuum_gains(bench);
    let gain: Vec<f64> = gains.iter().map(|(_, gain)| *gain).collect();
    let mut drivers: Vec<Driver> = gains[0]
        .0
        .named()
        .iter()
        .enumerate()
        .filter_map(|(index, (name, _))| {
            let values: Vec<f64> = gains.iter().map(|(values, _)| values.named()[index].1).collect();
            Some(Driver { parameter: (*name).to_string(), correlation: rank_correlation(&values, &gain)? })
        })
        .collect();
    drivers.sort_by(|a, b| b.correlation.abs().total_cmp(&a.correlation.abs()));
    drivers.truncate(TOLD);
    let none = gain.iter().filter(|gain| **gain < NO_DIFFERENCE).count();
    let by_fit = FITS_MM
        .iter()
        .zip(gains_by_fit(bench, &FITS_MM))
        .map(|(fit_gap_mm, [walking, sitting])| GainByFit { fit_gap_mm: *fit_gap_mm, walking, sitting })
        .collect();
    let without_difference = none as f64 / gain.len() as f64;
    Responders { by_fit, without_difference, gain: spread(gain.iter().copied()), drivers }
}

/// The section of VALIDATION.md.
pub fn markdown(found: &Responders) -> String {
    let drivers: Vec<String> = found
        .drivers
        .iter()
        .map(|driver| {
            let sign = if driver.correlation > 0.0 { "more" } else { "less" };
            format!("`{}` ({sign} of it, more gain: ρ = {:.2})", driver.parameter, driver.correlation)
        })
        .collect();
    let rows: Vec<String> = found
        .by_fit
        .iter()
        .map(|row| format!("| {} | {} | {} |\n", figure(row.fit_gap_mm), figure(row.walking), figure(row.sitting)))
        .collect();
    format!(
        "\n## Who gains from vacuum, and who does not\n\n\
         Later studies inside the socket found no overall difference between vacuum and suction, and large ones between\n\
         people (`sanders2011_ev`). On the twin the same half-hour walk with −78 kPa instead of a valve is worth\n\
         {:.1} points of limb volume at the median ({:.1} … {:.1}); {:.0} % of the persons drawn gain less than {} points.\n\
         What goes with the gain: {}.\n\n\
         The central person by fit (a tight socket leaves vacuum no gap to draw tissue into; whoever sits gains less than\n\
         whoever walks):\n\n\
         | mean gap at donning, mm | gain after walking, points | gain after sitting, points |\n|---:|---:|---:|\n{}",
        found.gain.p50,
        found.gain.p10,
        found.gain.p90,
        100.0 * found.without_difference,
        NO_DIFFERENCE,
        drivers.join("; "),
        rows.concat()
    )
    .replace("= -", "= −")
}
