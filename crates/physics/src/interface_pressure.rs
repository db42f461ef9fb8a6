//! # Interface pressure by region
//!
//! **Stands for** how the mean pressure of liner on skin is shared out over the limb.
//!
//! **Equations** p_r(s) = p_rest + w_r·(1 + τ_r·cos πs)·λ·F(s)/S in stance; in swing p_rest − c_r·T(s)/S
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `load_factor` | w_r | – | by socket concept; 1 is total surface bearing; assumed with spread |
//! | `early_stance` | τ_r | – | sanders1997 (anterior-distal early, antero-proximal late) |
//! | `swing_factor` | c_r | – | distal: fitted on beil2002 swing average with suction; elsewhere 0 |
//!
//! **Assumptions** the same course of load everywhere but for the shift within stance. **Valid** level walking.
//! **Tests** total surface bearing is flatter than specific weight bearing; the area mean is the load over the section.

use crate::gait_load::{GaitLoad, Pace};
use std::f64::consts::PI;

/// One region of the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    /// Share of the skin area.
    pub area_share: f64,
    /// Factor on the mean load.
    pub load_factor: f64,
    /// Shift of the load towards early (positive) or late stance.
    pub early_stance: f64,
    /// Suction that the pull adds here, relative to pull per section.
    pub swing_factor: f64,
}

/// Peak and mean of one region over a gait cycle, and its impulses.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct RegionPressure {
    /// Largest pressure, Pa.
    pub peak: f64,
    /// Mean over the cycle, Pa.
    pub mean: f64,
    /// Integral of the pressure over stance, Pa·s.
    pub stance_impulse: f64,
    /// Integral of the pressure over swing (negative where it draws), Pa·s.
    pub swing_impulse: f64,
    /// Smallest pressure (negative where it draws), Pa.
    pub lowest: f64,
}

/// Sample points of stance and swing each.
const POINTS: usize = 48;

impl Region {
    /// Pressure in this region at share `s` of stance, Pa: mean resting pressure and load per section given.
    pub fn in_stance(&self, s: f64, rest: f64, load_per_section: f64) -> f64 {
        // p_r(s) = p_rest + w_r·(1 + τ_r·cos πs)·λ·F(s)/S
        rest + self.load_factor * (1.0 + self.early_stance * (PI * s).cos()) * load_per_section
    }
}

/// What a gait cycle is resolved with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CycleLoad<'a> {
    /// How the person loads the prosthesis.
    pub gait: &'a GaitLoad,
    /// How the person walks.
    pub pace: Pace,
    /// Share of the load that normal pressure carries, λ.
    pub load_share: f64,
    /// Section of the limb, m².
    pub section: f64,
    /// Mean pressure on the skin without load, Pa.
    pub rest: f64,
}

/// Resolves one gait cycle in all regions; `swing_rest` is the mean pressure on the skin in swing but for the pull's
/// own share, by pull (N).
pub fn cycle(regions: &[Region], load: &CycleLoad<'_>, swing_rest: impl Fn(f64) -> f64) -> Vec<RegionPressure> {
    let start = RegionPressure { peak: f64::NEG_INFINITY, lowest: f64::INFINITY, ..RegionPressure::default() };
    let mut found = vec![start; regions.len()];
    let (gait, pace) = (load.gait, load.pace);
    let stride = pace.stride_time();
    let stance = stride * gait.stance_fraction / POINTS as f64;
    let swing = stride * (1.0 - gait.stance_fraction) / POINTS as f64;
    for i in 0..POINTS {
        let s = (i as f64 + 0.5) / POINTS as f64;
        let per_section = load.load_share * gait.stance_force(s, pace) / load.section;
        let pull = gait.swing_pull(s, pace);
        let in_swing = swing_rest(pull);
        for (region, cell) in regions.iter().zip(&mut found) {
            let loaded = region.in_stance(s, load.rest, per_section);
            let drawn = in_swing - region.swing_factor * pull / load.section;
            cell.peak = cell.peak.max(loaded);
            cell.lowest = cell.lowest.min(drawn);
            cell.stance_impulse += loaded * stance;
            cell.swing_impulse += drawn * swing;
        }
    }
    for cell in &mut found {
        cell.mean = (cell.stance_impulse + cell.swing_impulse) / stride;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gait_load::tests::{USUAL_PACE, usual};

    const EVEN: Region = Region { area_share: 1.0, load_factor: 1.0, early_stance: 0.0, swing_factor: 1.0 };

    fn cycle(region: Region) -> RegionPressure {
        let load = CycleLoad { gait: &usual(), pace: USUAL_PACE, load_share: 1.0, section: 95.6e-4, rest: 0.0 };
        super::cycle(&[region], &load, |_| 0.0)[0]
    }

    #[test]
    fn an_even_socket_carries_the_load_on_its_section() {
        let peak = usual().peak_force(USUAL_PACE) / 95.6e-4;
        assert!((cycle(EVEN).peak / peak - 1.0).abs() < 2e-3);
        assert!(cycle(EVEN).swing_impulse < 0.0);
    }

    #[test]
    fn a_bar_that_takes_twice_the_load_peaks_twice_as_high_and_early_load_peaks_early() {
        assert!((cycle(Region { load_factor: 2.0, ..EVEN }).peak / cycle(EVEN).peak - 2.0).abs() < 1e-12);
        let early = Region { early_stance: 0.3, ..EVEN };
        assert!(early.in_stance(0.25, 0.0, 50e3) > early.in_stance(0.75, 0.0, 50e3));
    }
}
