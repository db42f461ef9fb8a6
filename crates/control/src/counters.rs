//! # Counters
//!
//! **Stands for** what a clinician asks the unit months later, and what the person asks it in the evening.
//!
//! **Equations**
//! - steps on the prosthesis; time at off, levels and automatic; time the pump ran, against the 400 h of its tested life
//! - energy used: Σ (P_idle + P_el·drive)·dt; charge left = 1 − used/E; the charger gives E back within `full_charge_ms`
//! - hours left = E·charge/(P_idle + P_el·δ)/3600; δ the pump's duty at the present leak, or its mean of the last hour
//!
//! **Assumptions** cells are full when new; the count is of energy, not of chemistry: the voltage has the last word
//! (`cells`). Late gaps add at most what `time` believes. **Tests** below.

use crate::modes::Mode;
use crate::number::{blend, bounded, divided, seconds};
use crate::settings::Settings;
use crate::time::Tick;

/// Restarts without as much time between them that are told.
const RESTARTS: u8 = 3;
/// A unit that has been on for so long restarts no more, ms.
const GOOD_MS: u64 = 600_000;
/// Longest forecast, h.
const MOST_HOURS: f32 = 10_000.0;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Counters {
    pub steps: u32,
    pub time_at: [u64; 6],
    pub pump_ms: u64,
    /// Energy used since the cells were full, µJ.
    pub used_uj: u64,
    duty: f32,
    /// Restarts without ten good minutes between them; how long it has been on, ms.
    pub restarts: u8,
    up_ms: u64,
}

impl Counters {
    pub const fn new() -> Self {
        Self { steps: 0, time_at: [0; 6], pump_ms: 0, used_uj: 0, duty: 0.0, restarts: 0, up_ms: 0 }
    }

    /// As it was before a brown-out, which is one more.
    pub const fn restored(steps: u32, time_at: [u64; 6], pump_ms: u64, used_uj: u64, restarts: u8) -> Self {
        Self { steps, time_at, pump_ms, used_uj, restarts: restarts.saturating_add(1), ..Self::new() }
    }

    /// The unit restarts again and again.
    pub const fn restarts_often(&self) -> bool {
        self.restarts >= RESTARTS
    }

    /// Counts what the last step has led to: its mode and drive (percent), and whether the cells were charged.
    pub fn count(&mut self, settings: &Settings, tick: Tick, mode: Mode, drive: u8, charged: bool) {
        if let Some(time) = self.time_at.get_mut(usize::from(mode.code())) {
            *time = time.saturating_add(tick.dt);
        }
        self.up_ms = self.up_ms.saturating_add(tick.dt);
        if self.up_ms >= GOOD_MS {
            self.restarts = 0;
        }
        if drive > 0 {
            self.pump_ms = self.pump_ms.saturating_add(tick.dt);
        }
        let share = f32::from(drive.min(100)) * 0.01;
        let power = bounded(settings.idle_power_w + settings.pump_power_w * share, 0.0, 1_000.0);
        // W·ms = mJ
        let used = (power * 1_000.0) as u64;
        self.used_uj = self.used_uj.saturating_add(used.saturating_mul(tick.dt));
        if charged {
            let given = divided(self.full_uj(settings), settings.full_charge_ms).0;
            self.used_uj = self.used_uj.saturating_sub(given.saturating_mul(tick.dt));
        }
        self.duty = blend(self.duty, share, seconds(tick.dt), 3_600.0);
    }

    fn full_uj(&self, settings: &Settings) -> u64 {
        (bounded(settings.cell_energy_j, 1.0, 1e6) * 1e6) as u64
    }

    /// Share of charge left.
    pub fn charge(&self, settings: &Settings, empty: bool) -> f32 {
        if empty {
            return 0.0;
        }
        bounded(1.0 - self.used_uj as f32 / self.full_uj(settings) as f32, 0.0, 1.0)
    }

    /// Hours that a share of charge lasts at a duty, or at the mean one.
    pub fn hours_left(&self, settings: &Settings, charge: f32, duty: Option<f32>) -> f32 {
        let duty = duty.unwrap_or(self.duty);
        let power = bounded(settings.idle_power_w + settings.pump_power_w * duty, 1e-6, 1_000.0);
        let joules = charge * bounded(settings.cell_energy_j, 1.0, 1e6);
        bounded(joules / power / 3_600.0, 0.0, MOST_HOURS)
    }

    /// Share of its tested life that the pump has run.
    pub fn life(&self, settings: &Settings) -> f32 {
        bounded(self.pump_ms as f32 / settings.pump_life_ms.max(1) as f32, 0.0, 1_000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_of_pumping_costs_its_energy_and_its_share_of_life() {
        let settings = Settings::default();
        let mut counters = Counters::new();
        for n in 0..36_000 {
            let tick = Tick { now: n * 100, dt: 100, late: false, back: false };
            counters.count(&settings, tick, Mode::Level(2), 100, false);
        }
        assert_eq!((counters.pump_ms, counters.time_at[2]), (3_600_000, 3_600_000));
        assert!((counters.life(&settings) - 1.0 / 400.0).abs() < 1e-6);
        let joules = 1.51 * 3_600.0;
        assert!((counters.charge(&settings, false) - (1.0 - joules / 17_300.0)).abs() < 1e-3);
        // At half the time pumping, what is left lasts (17.3 − 5.4) kJ/0.76 W.
        let left = |empty, duty| counters.hours_left(&settings, counters.charge(&settings, empty), duty);
        assert!((left(false, Some(0.5)) - 4.34).abs() < 0.02);
        assert_eq!(left(true, None), 0.0);
        for n in 0..3 * 36_000 {
            let tick = Tick { now: n * 100, dt: 100, late: false, back: false };
            counters.count(&settings, tick, Mode::Charging, 0, true);
        }
        assert!(counters.charge(&settings, false) > 0.99);
    }
}
