//! # Time pressed
//!
//! **Stands for** where blood is kept away most: how long, and by how much, each region of the skin is pressed beyond the closing
//! of its capillaries. It is a direction, and no limit of what tissue bears.
//!
//! **Equations**
//! - walking: over a gait cycle, χ_r = the share with p_r > p_close and e_r = the mean of (p_r − p_close)₊, p_r as in
//!   `interface_pressure`; stance by midpoints, swing by the nodes of `gait_load`
//! - standing: p_r = p_rest + w_r·λ·F/S with half the body weight F; sitting and swimming: p_rest alone; doffed: nothing
//! - a walk that takes the share d of its time: d·walking + (1 − d)·standing
//! - over a day: hours H_r = ∫ χ_r dt, dose D_r = ∫ e_r dt. Told is D_r over the skin's mean Σ a_r·D_r, and the order
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `closing` | p_close | Pa | textbook_microcirculation, as in `tissue_fluid` |
//!
//! **Assumptions** the interface pressure is that on the capillaries. Nobody published the pressure and time that a residual limb's
//! tissue bears, so no dose is said to be too much. Recovery between steps is not counted. Stance presses every region
//! far beyond closing, so that hours hardly differ between regions: the dose tells them apart.
//! **Tests** the dose is the integral over a thousand moments; an unloaded limb is never pressed; shares stay within 0 and 1.

use crate::gait_load::{GaitLoad, Pace, SWING_NODES};
use crate::interface_pressure::{Carried, Region};
use crate::network::Regime;
use std::f64::consts::PI;

/// Sample points of stance.
const POINTS: usize = 32;

/// Regions with what walking and standing bring to each, worked out once.
#[derive(Clone, Debug, PartialEq)]
pub struct PressedTime {
    rows: Vec<Row>,
    closing: f64,
    /// Half the body weight, N.
    standing: f64,
    stance_fraction: f64,
    /// Swing: share of the cycle, pull.
    swing: [(f64, f64); SWING_NODES],
}

/// One region: F(s)·(1 + τ_r·cos πs) over stance, N, the smallest first, and the sums from each on.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    region: Region,
    loads: [f64; POINTS],
    sums: [f64; POINTS],
}

/// How a region is pressed, on the mean of the time.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Press {
    /// Share of the time beyond closing.
    pub share: f64,
    /// Pressure beyond closing, Pa.
    pub excess: f64,
}

impl Press {
    /// Under a pressure that lasts, Pa beyond closing.
    fn lasting(beyond: f64) -> Self {
        if beyond > 0.0 { Self { share: 1.0, excess: beyond } } else { Self::default() }
    }

    /// share·self + more.
    fn times(self, share: f64, more: Self) -> Self {
        Self { share: share * self.share + more.share, excess: share * self.excess + more.excess }
    }
}

impl Row {
    fn new(region: &Region, gait: &GaitLoad, pace: Pace) -> Self {
        let mut loads = std::array::from_fn(|point| {
            let s = (point as f64 + 0.5) / POINTS as f64;
            gait.stance_force(s, pace) * (1.0 + region.early_stance * (PI * s).cos())
        });
        loads.sort_by(f64::total_cmp);
        let (mut sums, mut sum) = (loads, 0.0);
        for place in sums.iter_mut().rev() {
            sum += *place;
            *place = sum;
        }
        Self { region: *region, loads, sums }
    }

    /// Stance, with the pressure without load so far beyond closing (Pa) and so much pressure a force (Pa/N).
    fn in_stance(&self, rest: f64, per_force: f64) -> Press {
        let below = self.loads.partition_point(|load| rest + per_force * load <= 0.0);
        let above = (POINTS - below) as f64;
        let sum = self.sums.get(below).copied().unwrap_or(0.0);
        Press { share: above / POINTS as f64, excess: (above * rest + per_force * sum) / POINTS as f64 }
    }
}

impl PressedTime {
    /// Prepares the regions for a person who walks at `pace`; `closing` is the pressure that closes capillaries, Pa.
    pub fn new(regions: &[Region], gait: &GaitLoad, pace: Pace, closing: f64) -> Self {
        Self {
            rows: regions.iter().map(|region| Row::new(region, gait, pace)).collect(),
            closing,
            standing: 0.5 * gait.weight(),
            stance_fraction: gait.stance_fraction,
            swing: gait.cycle(pace).swing,
        }
    }

    /// How each region is pressed, in order. `swing_rest` is as in `interface_pressure`: the pressure on the skin in swing
    /// but for the pull's own share, by pull (N).
    pub fn presses(
        &self,
        regime: Regime,
        carried: Carried,
        swing_rest: impl Fn(f64) -> f64,
        mut each: impl FnMut(usize, Press),
    ) {
        let Carried { load_per_force, section, rest } = carried;
        let rest = rest - self.closing;
        // Only walking swings; what a pull leaves is the same for all regions.
        let walks = matches!(regime, Regime::Walk { .. });
        let swings =
            self.swing.map(|(share, pull)| (share, pull, if walks { swing_rest(pull) - self.closing } else { 0.0 }));
        for (index, row) in self.rows.iter().enumerate() {
            let per_force = row.region.load_factor * load_per_force;
            // p_r = p_rest + w_r·λ·F/S
            let standing = || Press::lasting(rest + per_force * self.standing);
            let press = match regime {
                Regime::Walk { duty, .. } => {
                    let in_swing = swings.iter().fold(Press::default(), |sum, (share, pull, rest)| {
                        Press::lasting(rest - row.region.swing_factor * pull / section).times(*share, sum)
                    });
                    let walking = row.in_stance(rest, per_force).times(self.stance_fraction, in_swing);
                    walking.times(duty, standing().times(1.0 - duty, Press::default()))
                }
                Regime::Stand => standing(),
                Regime::Sit | Regime::Swim => Press::lasting(rest),
                Regime::Doffed => Press::default(),
            };
            each(index, press);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gait_load::tests::{USUAL_PACE, usual};

    const EVEN: Region = Region { area_share: 0.5, load_factor: 1.0, early_stance: 0.0, swing_factor: 1.0 };
    const SECTION: f64 = 95.6e-4;

    fn presses(closing: f64, rest: f64, regime: Regime) -> Vec<Press> {
        let regions = [EVEN, Region { load_factor: 0.3, ..EVEN }];
        let mut found = vec![];
        let carried = Carried { load_per_force: 1.0 / SECTION, section: SECTION, rest };
        let table = PressedTime::new(&regions, &usual(), USUAL_PACE, closing);
        table.presses(regime, carried, |_| rest, |_, press| found.push(press));
        found
    }

    fn walk(duty: f64) -> Regime {
        Regime::Walk { pace: USUAL_PACE, duty }
    }

    #[test]
    fn share_and_dose_are_those_of_a_thousand_moments_of_the_cycle() {
        let region = Region { early_stance: 0.3, load_factor: 0.6, ..EVEN };
        let (gait, closing, rest) = (usual(), 20e3, 1e3);
        let carried = Carried { load_per_force: 1.0 / SECTION, section: SECTION, rest };
        let beyond = |i: usize| {
            let phase = (i as f64 + 0.5) / 1_000.0;
            region.at_phase(&gait, USUAL_PACE, phase, carried, |_| rest) - closing
        };
        let counted = (0..1_000).filter(|i| beyond(*i) > 0.0).count() as f64 / 1_000.0;
        let mean = (0..1_000).map(|i| beyond(i).max(0.0)).sum::<f64>() / 1_000.0;
        let table = PressedTime::new(&[region], &gait, USUAL_PACE, closing);
        let mut found = Press::default();
        table.presses(walk(1.0), carried, |_| rest, |_, press| found = press);
        assert!((found.share - counted).abs() < 0.03, "{found:?} {counted}");
        assert!((found.excess / mean - 1.0).abs() < 0.01, "{found:?} {mean}");
    }

    #[test]
    fn a_region_that_carries_more_has_the_larger_dose_and_stance_is_the_longest_that_it_is_pressed() {
        let found = presses(4.3e3, 0.0, walk(1.0));
        assert!(found[0].excess > 2.0 * found[1].excess && found[1].excess > 0.0, "{found:?}");
        assert!(
            found.iter().all(|press| press.share > 0.0 && press.share <= usual().stance_fraction + 1e-12),
            "{found:?}"
        );
    }

    #[test]
    fn a_rest_pressure_beyond_closing_presses_all_the_time_and_an_unloaded_limb_is_never_pressed() {
        for regime in [walk(1.0), walk(0.4), Regime::Stand, Regime::Sit] {
            assert!(presses(4.3e3, 50e3, regime).iter().all(|press| (press.share - 1.0).abs() < 1e-9), "{regime:?}");
        }
        for never in
            [presses(4.3e3, 0.0, Regime::Sit), presses(4.3e3, 50e3, Regime::Doffed), presses(1e9, 0.0, walk(0.5))]
        {
            assert_eq!(never, [Press::default(); 2]);
        }
    }

    #[test]
    fn a_share_of_walking_lies_between_walking_and_standing() {
        let at = |regime: Regime| presses(4.3e3, 0.0, regime)[0];
        let (walking, standing, part) = (at(walk(1.0)), at(Regime::Stand), at(walk(0.25)));
        assert_eq!(standing.share, 1.0);
        assert!((part.excess - (0.25 * walking.excess + 0.75 * standing.excess)).abs() < 1e-9);
    }
}
