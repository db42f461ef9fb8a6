//! # Dome bench
//!
//! **Stands for** a rigid dome with a liner hung at a gap inside it: vacuum between dome and liner draws the liner out,
//! and the air sealed under it expands, until the liner touches (the frame of ev_bench_model, whose figures were not
//! readable).
//!
//! ```text
//!   dome ┃ gap g, vacuum P_v ┃ liner k_L ┃ sealed air, depth h, vacuum P_T
//! ```
//!
//! **Equations** at displacement δ ≤ g
//! - Boyle under the liner: P_T = P_a·δ/(h + δ)
//! - balance: P_v = k_L·δ + P_T, hence k_L·δ² + (k_L·h + P_a − P_v)·δ − P_v·h = 0
//! - contact at P_v = k_L·g + P_a·g/(h + g); beyond it P_T stays (plateau)
//! - for small δ: P_T = k_T·δ with k_T = P_a/h, and the knee at (k_L + k_T)·g
//! - liner: k_L = 2·E·t/R² (a sphere, twice the cylinder of `physics::liner`)
//! - read off the curve: a line of least squares through the points below 0.98 of the plateau; the knee is where line and
//!   plateau meet; nothing is read where the liner does not touch, or where fewer than three points rise
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `gap` | g | m | inserts of 0.5, 1, 2 and 4 mm (ours) |
//! | `liner_stiffness` | k_L | Pa/m | `liner_modulus_mpa` × 0.5, 1 or 3, `liner_thickness_mm`; R = 50 mm assumed |
//! | `air_depth` | h | m | P_a/k_T with `tissue_stiffness_kpa_per_mm`: air as stiff as the twin's tissue (the bench's is not known) |
//!
//! **Assumptions** gap even over the dome; liner thin and linear; isothermal; sea level; P_v from 0 to 20 inHg by half.
//! **Tests** forces balance, and suction never exceeds the vacuum; the plateau is that of the gap; the knee against the
//! linear one and against where the liner touches; no vacuum, no suction; a gap that is never closed has nothing to read;
//! bands are ordered.

use super::{Line, band};
use crate::ensemble::{Band, Draw, Spread, spread};
use crate::parameters::{ParameterSet, Values};
use physics::liner::Liner;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use units::VacuumLevel;

/// Ambient pressure, Pa (sea level).
const AMBIENT: f64 = 101_325.0;
/// Radius of the dome, m: a limb's (assumed).
const RADIUS: f64 = 0.05;
/// Gaps that inserts set, mm.
pub const GAPS_MM: [f64; 4] = [0.5, 1.0, 2.0, 4.0];
/// Liners: half as stiff as the twin's, as stiff, and three times (a textile back adds more than 200 %).
pub const LINERS: [f64; 3] = [0.5, 1.0, 3.0];
/// Vacuum levels, inHg: 0 to 20 by half.
const LEVELS: usize = 41;
/// Below this share of the plateau a point counts as rising.
const RISING: f64 = 0.98;

/// One gap and one liner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dome {
    /// Gap, m.
    pub gap: f64,
    /// Resistance of the liner to being drawn out, Pa/m.
    pub liner_stiffness: f64,
    /// Mean depth of the air sealed under the liner, m.
    pub air_depth: f64,
}

/// What an experimenter reads off one curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// R² of a line through the rising part.
    pub r_squared: f64,
    /// Slope of the rising part.
    pub slope: f64,
    /// Plateau, Pa.
    pub plateau: f64,
    /// Where rising line and plateau meet, Pa.
    pub knee: f64,
}

impl Dome {
    /// The bench with this person's values, a gap (mm) and a liner relative to the twin's.
    pub fn new(v: &Values, gap_mm: f64, liner: f64) -> Self {
        let made = Liner { modulus: liner * v.liner_modulus_mpa * 1e6, thickness: v.liner_thickness_mm * 1e-3 };
        Self {
            gap: gap_mm * 1e-3,
            // k_L = 2·E·t/R²: a sphere is twice as stiff as a cylinder
            liner_stiffness: 2.0 * made.hoop_stiffness(RADIUS),
            air_depth: AMBIENT / (v.tissue_stiffness_kpa_per_mm * 1e6),
        }
    }

    /// Vacuum under the liner at a vacuum outside it, Pa.
    pub fn tissue_vacuum(&self, socket_vacuum: f64) -> f64 {
        // k_L·δ² + (k_L·h + P_a − P_v)·δ − P_v·h = 0
        let (k, h) = (self.liner_stiffness, self.air_depth);
        let b = k * h + AMBIENT - socket_vacuum;
        let free = 2.0 * socket_vacuum * h / (b + (b * b + 4.0 * k * socket_vacuum * h).sqrt());
        let drawn = free.clamp(0.0, self.gap);
        // P_T = P_a·δ/(h + δ)
        AMBIENT * drawn / (h + drawn)
    }

    /// Socket vacuum at which the liner touches, Pa.
    pub fn contact_vacuum(&self) -> f64 {
        self.liner_stiffness * self.gap + AMBIENT * self.gap / (self.air_depth + self.gap)
    }

    /// The same for small displacements, (k_L + k_T)·g, Pa.
    pub fn linear_knee(&self) -> f64 {
        (self.liner_stiffness + AMBIENT / self.air_depth) * self.gap
    }

    /// The curve on the levels: (socket vacuum, tissue vacuum), Pa.
    pub fn curve(&self) -> Vec<(f64, f64)> {
        levels_pa().map(|socket| (socket, self.tissue_vacuum(socket))).collect()
    }

    /// Reads a curve as an experimenter would; none where the liner never touches, or at once.
    pub fn read(&self) -> Option<Reading> {
        let curve = self.curve();
        let plateau = curve.last()?.1;
        if self.contact_vacuum() > most_vacuum() {
            return None;
        }
        let rising: Vec<(f64, f64)> = curve.into_iter().take_while(|point| point.1 < RISING * plateau).collect();
        let line = Line::through(&rising)?;
        let knee = (plateau - line.intercept) / line.slope;
        Some(Reading { r_squared: line.r_squared, slope: line.slope, plateau, knee })
    }
}

/// The largest vacuum of the bench, Pa: 20 inHg.
pub fn most_vacuum() -> f64 {
    VacuumLevel::from_inhg(0.5 * (LEVELS - 1) as f64).pa()
}

fn levels_pa() -> impl Iterator<Item = f64> {
    (0..LEVELS).map(|i| VacuumLevel::from_inhg(0.5 * i as f64).pa())
}

/// One gap and one liner, with its spread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DomeResult {
    /// Gap, mm.
    pub gap_mm: f64,
    /// Stiffness of the liner relative to the twin's.
    pub liner: f64,
    /// Vacuum outside the liner, kPa.
    pub socket_kpa: Vec<f64>,
    /// Vacuum under the liner, kPa.
    pub tissue_kpa: Band,
    /// Vacuum under the liner once it touches, kPa (at 20 inHg where it never does).
    pub plateau_kpa: Spread,
    /// Socket vacuum at which it touches, kPa.
    pub contact_kpa: Spread,
    /// (k_L + k_T)·g, kPa.
    pub linear_knee_kpa: Spread,
    /// Share of the liners that touch within 20 inHg.
    pub share_touching: f64,
}

/// Every gap with every liner.
pub fn dome_bench(parameters: &ParameterSet, draw: Draw) -> Vec<DomeResult> {
    let people: Vec<Values> =
        (0..=draw.persons).into_par_iter().map(|person| parameters.person(draw.seed, person)).collect();
    let socket_kpa: Vec<f64> = levels_pa().map(|pa| pa / 1e3).collect();
    let one = |gap_mm: f64, liner: f64| {
        let domes: Vec<Dome> = people.iter().map(|v| Dome::new(v, gap_mm, liner)).collect();
        let curves: Vec<Vec<f64>> =
            domes.iter().map(|dome| dome.curve().iter().map(|point| point.1 / 1e3).collect()).collect();
        let over = |read: &dyn Fn(&Dome) -> f64| spread(domes.iter().map(|dome| read(dome) / 1e3));
        let touching = domes.iter().filter(|dome| dome.contact_vacuum() <= most_vacuum()).count();
        DomeResult {
            gap_mm,
            liner,
            socket_kpa: socket_kpa.clone(),
            tissue_kpa: band(&curves),
            plateau_kpa: over(&|dome| dome.tissue_vacuum(most_vacuum())),
            contact_kpa: over(&Dome::contact_vacuum),
            linear_knee_kpa: over(&Dome::linear_knee),
            share_touching: touching as f64 / domes.len() as f64,
        }
    };
    GAPS_MM.iter().flat_map(|gap| LINERS.iter().map(|liner| one(*gap, *liner)).collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::tests::shipped;
    use proptest::prelude::*;

    #[test]
    fn no_vacuum_draws_nothing_and_the_plateau_is_that_of_the_gap() {
        let dome = Dome::new(&shipped().central(), 1.0, 1.0);
        assert_eq!(dome.tissue_vacuum(0.0), 0.0);
        let plateau = AMBIENT * 1e-3 / (dome.air_depth + 1e-3);
        assert!((dome.tissue_vacuum(60e3) - plateau).abs() < 1e-9);
        assert!((dome.tissue_vacuum(dome.contact_vacuum()) - plateau).abs() < 1e-6);
    }

    #[test]
    fn a_small_gap_has_its_knee_where_the_linear_law_says() {
        let dome = Dome::new(&shipped().central(), 0.05, 1.0);
        assert!((dome.contact_vacuum() / dome.linear_knee() - 1.0).abs() < 0.005);
    }

    #[test]
    fn a_wide_gap_that_is_never_closed_has_no_plateau_to_read() {
        assert!(Dome::new(&shipped().central(), 30.0, 3.0).read().is_none());
        assert!(Dome::new(&shipped().central(), 2.0, 1.0).read().unwrap().r_squared > 0.95);
    }

    #[test]
    fn the_knee_that_is_read_is_where_the_liner_touches() {
        let read = |gap, liner| {
            let dome = Dome::new(&shipped().central(), gap, liner);
            dome.read().map(|reading| reading.knee / dome.contact_vacuum())
        };
        let all: Vec<f64> = GAPS_MM.iter().flat_map(|gap| LINERS.map(|liner| read(*gap, liner))).flatten().collect();
        assert!(all.len() >= 10 && all.iter().all(|share| (0.97..1.01).contains(share)), "{all:?}");
        // Boyle, not the reading, puts it below the straight law.
        let dome = Dome::new(&shipped().central(), 2.0, 1.0);
        assert!(dome.contact_vacuum() < 0.95 * dome.linear_knee());
    }

    #[test]
    fn all_gaps_and_liners_are_there_with_ordered_bands() {
        let results = dome_bench(&shipped(), Draw { persons: 10, seed: 1 });
        assert_eq!(results.len(), GAPS_MM.len() * LINERS.len());
        for result in results {
            assert_eq!(result.socket_kpa.len(), result.tissue_kpa.p50.len());
            assert!(result.plateau_kpa.p10 <= result.plateau_kpa.p90);
        }
    }

    proptest! {
        #[test]
        fn forces_balance_and_suction_never_exceeds_the_vacuum(
            gap in 0.1f64..6.0, liner in 0.2f64..4.0, vacuum in 100.0f64..80e3
        ) {
            let dome = Dome::new(&shipped().central(), gap, liner);
            let tissue = dome.tissue_vacuum(vacuum);
            prop_assert!(tissue >= 0.0 && tissue <= vacuum);
            if vacuum < dome.contact_vacuum() {
                let drawn = tissue * dome.air_depth / (AMBIENT - tissue);
                prop_assert!((dome.liner_stiffness * drawn + tissue - vacuum).abs() < 1e-6 * vacuum);
            }
        }
    }
}
