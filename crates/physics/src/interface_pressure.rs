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

use crate::gait_load::{GaitCycle, GaitLoad, Pace};
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

/// Sample points of stance for the largest pressure.
const POINTS: usize = 200;

/// Regions with what one way of walking does to each, worked out once.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionTable {
    rows: Vec<Row>,
    cycle: GaitCycle,
    stance_time: f64,
    most_pull: f64,
}

/// One region: largest and mean of F(s)·(1 + τ_r·cos πs) over stance, N.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Row {
    region: Region,
    largest: f64,
    mean: f64,
}

/// What a limb in its socket gives every region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Carried {
    /// λ/S: share of the load on the skin, by section, 1/m².
    pub load_per_force: f64,
    /// The limb's section S, m².
    pub section: f64,
    /// Mean pressure on the skin without load, Pa.
    pub rest: f64,
}

impl Region {
    /// Pressure at a moment of the gait cycle, Pa; `phase` runs from heel strike (0) to the next (1), `swing_rest` is as in
    /// [`RegionTable::resolve`].
    pub fn at_phase(
        &self,
        gait: &GaitLoad,
        pace: Pace,
        phase: f64,
        carried: Carried,
        swing_rest: impl Fn(f64) -> f64,
    ) -> f64 {
        let Carried { load_per_force, section, rest } = carried;
        let stance = gait.stance_fraction;
        if phase < stance {
            // p_r(s) = p_rest + w_r·(1 + τ_r·cos πs)·λ·F(s)/S
            let s = phase / stance;
            let load = gait.stance_force(s, pace) * (1.0 + self.early_stance * (PI * s).cos());
            return rest + self.load_factor * load * load_per_force;
        }
        // p_rest − c_r·T(s)/S
        let pull = gait.swing_pull((phase - stance) / (1.0 - stance), pace);
        swing_rest(pull) - self.swing_factor * pull / section
    }
}

impl RegionTable {
    /// Prepares the regions for a person who walks at `pace`.
    pub fn new(regions: &[Region], gait: &GaitLoad, pace: Pace) -> Self {
        let rows = regions
            .iter()
            .map(|region| {
                let course = (0..POINTS).map(|i| {
                    let s = (i as f64 + 0.5) / POINTS as f64;
                    gait.stance_force(s, pace) * (1.0 + region.early_stance * (PI * s).cos())
                });
                let (largest, total) = course.fold((0.0f64, 0.0), |(most, sum), load| (most.max(load), sum + load));
                Row { region: *region, largest, mean: total / POINTS as f64 }
            })
            .collect();
        let cycle = gait.cycle(pace);
        let stance_time = gait.stance_fraction * cycle.stride_time;
        Self { rows, cycle, stance_time, most_pull: gait.swing_pull(0.5, pace) }
    }

    /// Pull at mid-swing, N.
    pub fn most_pull(&self) -> f64 {
        self.most_pull
    }

    /// Largest load of stance, N.
    pub fn most_load(&self) -> f64 {
        self.cycle.peak_force
    }

    /// Resolves one gait cycle in every region, in order. `load_per_force`: λ/S; `rest`: mean pressure on the skin
    /// without load (Pa); `swing_rest`: the same in swing but for the pull's own share, by pull (N).
    pub fn resolve(
        &self,
        load_per_force: f64,
        section: f64,
        rest: f64,
        swing_rest: impl Fn(f64) -> f64,
        mut each: impl FnMut(&Region, RegionPressure),
    ) {
        // ∫ over swing of the rest pressure and of the pull, and the rest pressure where the pull is largest.
        let time = self.cycle.stride_time;
        let in_swing: f64 = self.cycle.swing.iter().map(|(share, pull)| share * time * swing_rest(*pull)).sum();
        let pulled: f64 = self.cycle.swing.iter().map(|(share, pull)| share * time * pull).sum();
        let at_most = swing_rest(self.most_pull);
        for Row { region, largest, mean } in &self.rows {
            // p_r(s) = p_rest + w_r·(1 + τ_r·cos πs)·λ·F(s)/S
            let stance_impulse = (rest + region.load_factor * mean * load_per_force) * self.stance_time;
            // p_rest − c_r·T(s)/S
            let swing_impulse = in_swing - region.swing_factor * pulled / section;
            each(
                region,
                RegionPressure {
                    peak: rest + region.load_factor * largest * load_per_force,
                    mean: (stance_impulse + swing_impulse) / time,
                    stance_impulse,
                    swing_impulse,
                    lowest: at_most - region.swing_factor * self.most_pull / section,
                },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gait_load::tests::{USUAL_PACE, usual};

    const EVEN: Region = Region { area_share: 1.0, load_factor: 1.0, early_stance: 0.0, swing_factor: 1.0 };

    fn cycle(region: Region) -> RegionPressure {
        let mut found = RegionPressure::default();
        RegionTable::new(&[region], &usual(), USUAL_PACE).resolve(
            1.0 / 95.6e-4,
            95.6e-4,
            0.0,
            |_| 0.0,
            |_, c| found = c,
        );
        found
    }

    fn in_stance(region: &Region, s: f64) -> f64 {
        usual().stance_force(s, USUAL_PACE) * (1.0 + region.early_stance * (PI * s).cos())
    }

    #[test]
    fn an_even_socket_carries_the_load_on_its_section() {
        let peak = usual().peak_force(USUAL_PACE) / 95.6e-4;
        assert!((cycle(EVEN).peak / peak - 1.0).abs() < 2e-3);
        assert!(cycle(EVEN).swing_impulse < 0.0);
    }

    #[test]
    fn the_course_over_the_cycle_has_the_peak_and_mean_of_the_table() {
        let (gait, section) = (usual(), 95.6e-4);
        let region = Region { load_factor: 1.2, early_stance: 0.3, ..EVEN };
        let carried = Carried { load_per_force: 1.0 / section, section, rest: 0.0 };
        let table = cycle(region);
        let course: Vec<f64> = (0..4_000)
            .map(|step| (f64::from(step) + 0.5) / 4_000.0)
            .map(|phase| region.at_phase(&gait, USUAL_PACE, phase, carried, |_| 0.0))
            .collect();
        let peak = course.iter().copied().fold(f64::MIN, f64::max);
        let mean = course.iter().sum::<f64>() / course.len() as f64;
        assert!((peak / table.peak - 1.0).abs() < 1e-3, "{peak} {}", table.peak);
        assert!((mean / table.mean - 1.0).abs() < 5e-3, "{mean} {}", table.mean);
    }

    #[test]
    fn a_bar_that_takes_twice_the_load_peaks_twice_as_high_and_early_load_peaks_early() {
        assert!((cycle(Region { load_factor: 2.0, ..EVEN }).peak / cycle(EVEN).peak - 2.0).abs() < 1e-12);
        let early = Region { early_stance: 0.3, ..EVEN };
        assert!(in_stance(&early, 0.25) > in_stance(&early, 0.75));
        assert!(cycle(early).peak > cycle(EVEN).peak);
    }
}
