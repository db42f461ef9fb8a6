//! # Settings
//!
//! **Stands for** the controller's numbers, as data. The maker publishes neither set points, hysteresis nor the law of
//! automatic mode (`published.md` 4a: not found). **Everything here is our default** unless a source is named.
//!
//! | field | value | from |
//! |---|---|---|
//! | `levels` | 12, 15, 18, 21 inHg | ours, between the 9 inHg that other electronic pumps begin at and the 25 inHg that Harmony's range ends at |
//! | `automatic` | lie, sit 13; stand 16; slow 17; walk 18; run 20 inHg | ours |
//! | `band` | 2 inHg | ours |
//! | `ceiling` | 25 inHg | top of the maker's working range (ottobock_p3_ifu) |
//! | `rise_dwell_ms`, `fall_dwell_ms` | 3 s, 20 s | ours: suspension comes sooner than comfort |
//! | `longest_run_ms`, `pause_ms` | 90 s, 10 min | ours: three to four times the 22–27 s to 17 inHg (major2015) |
//! | `pump_life_ms` | 400 h | tested life (ottobock_e2_ifu p. 16) |
//! | `use_c`, `charge_c` | −10…60, 0…45 °C | ottobock_harmony_brochure p. 10 |
//! | `cell_energy_j` | 17.3 kJ | two AA cells, 1.2 V × 2.0 Ah |
//! | `pump` | 8.0 mL/s, 85 kPa at sea level; 1.5 W, 2 mW | as in the twin: fitted on major2015; powers assumed |
//! | everything else | see fields | ours |
//!
//! **Assumptions** levels are vacuum below ambient. Settings are limited again where they are used: a ceiling above
//! [`CEILING`] is [`CEILING`], whatever was set. **Tests** the limits, the order of levels.

use crate::number::bounded;
use units::VacuumLevel;

/// No setting raises the vacuum above this: 25 inHg, the top of the maker's working range.
pub(crate) const CEILING: VacuumLevel = VacuumLevel::from_inhg(25.0);
/// No set point lies below this.
pub(crate) const FLOOR: VacuumLevel = VacuumLevel::from_inhg(5.0);

/// Ambient pressure at which the pump's deepest vacuum is told, Pa.
const SEA_LEVEL: f32 = 101_325.0;

/// What the pump in the unit can do: its strokes have a dead volume, so the air it takes out falls on a straight line
/// with vacuum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PumpCurve {
    /// Intake without vacuum, mL/s.
    pub free_flow_ml_per_s: f32,
    /// Deepest vacuum at sea level, Pa; it is a share of the air there is.
    pub deepest_pa: f32,
    /// Electric power at full drive, W.
    pub power_w: f32,
    /// Electric power of the electronics, W.
    pub idle_w: f32,
}

/// Set points, bands and limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Set points of the manual levels 1 to 4.
    pub levels: [VacuumLevel; 4],
    /// Set points of automatic mode: lie, sit, stand, slow walk, walk, run.
    pub automatic: [VacuumLevel; 6],
    /// How far the vacuum may fall below the set point before the pump starts.
    pub band: VacuumLevel,
    /// Never exceeded, whatever the set point.
    pub ceiling: VacuumLevel,
    /// Longest run without reaching the set point, ms: then the socket leaks more than the pump removes.
    pub longest_run_ms: u32,
    /// Pause after such a run before the pump tries again, ms.
    pub pause_ms: u32,
    /// How long an activity that asks for more must last before it is followed, ms.
    pub rise_dwell_ms: u32,
    /// The same for one that asks for less, ms.
    pub fall_dwell_ms: u32,
    /// A position of the switch counts once it has stood this long, ms.
    pub debounce_ms: u32,
    /// The gesture of reverse must be held this long, ms.
    pub hold_ms: u32,
    /// The same while walking, ms.
    pub hold_walking_ms: u32,
    /// A line sensor may be silent or odd this long before it is a fault, ms.
    pub silence_ms: u32,
    /// A faulty sensor must be well this long, ms.
    pub recover_ms: u32,
    /// The last ambient pressure serves this long, ms.
    pub ambient_stale_ms: u32,
    /// A step that comes later than this while the pump was on is late, ms.
    pub late_running_ms: u32,
    /// The longest gap between steps that is believed, ms.
    pub longest_gap_ms: u32,
    /// Cell voltage below which the pump stays off, V.
    pub empty_volts: f32,
    /// How much lower it may sag while the pump runs, V.
    pub sag_volts: f32,
    /// Voltage at which empty cells count as usable again, V.
    pub resume_volts: f32,
    /// Voltage below which the person is told to charge, V.
    pub low_volts: f32,
    /// Range of temperature for use, °C.
    pub use_c: [f32; 2],
    /// Range of temperature for charging, °C.
    pub charge_c: [f32; 2],
    /// Drive for cells below 0 °C, percent: they sag.
    pub cold_drive: u8,
    /// Energy of full cells, J.
    pub cell_energy_j: f32,
    /// Time the charger takes to fill them, ms.
    pub full_charge_ms: u32,
    /// The pump.
    pub pump: PumpCurve,
    /// Tested life of the pump, ms of running.
    pub pump_life_ms: u64,
    /// Leak at which the person is told, mL/min at 57.6 kPa.
    pub leak_ml_per_min: f32,
    /// Growth of the leak over its long mean at which the person is told.
    pub leak_growth: f32,
    /// At ambient and without movement this long: doffed, ms.
    pub doffed_ms: u32,
    /// Doffed this long: storage, ms.
    pub storage_ms: u32,
    /// How long a tap silences warnings, ms; high ones a sixth of it.
    pub snooze_ms: u32,
}

impl Default for Settings {
    fn default() -> Self {
        let level = VacuumLevel::from_inhg;
        Self {
            levels: [level(12.0), level(15.0), level(18.0), level(21.0)],
            automatic: [level(13.0), level(13.0), level(16.0), level(17.0), level(18.0), level(20.0)],
            band: level(2.0),
            ceiling: CEILING,
            longest_run_ms: 90_000,
            pause_ms: 600_000,
            rise_dwell_ms: 3_000,
            fall_dwell_ms: 20_000,
            debounce_ms: 300,
            hold_ms: 2_000,
            hold_walking_ms: 6_000,
            silence_ms: 500,
            recover_ms: 2_000,
            ambient_stale_ms: 300_000,
            late_running_ms: 2_000,
            longest_gap_ms: 60_000,
            empty_volts: 1.9,
            sag_volts: 0.25,
            resume_volts: 2.15,
            low_volts: 2.2,
            use_c: [-10.0, 60.0],
            charge_c: [0.0, 45.0],
            cold_drive: 60,
            cell_energy_j: 17_300.0,
            full_charge_ms: 3 * 3_600_000,
            pump: PumpCurve { free_flow_ml_per_s: 8.0, deepest_pa: 85_000.0, power_w: 1.5, idle_w: 0.002 },
            pump_life_ms: 400 * 3_600_000,
            leak_ml_per_min: 20.0,
            leak_growth: 2.5,
            doffed_ms: 120_000,
            storage_ms: 1_800_000,
            snooze_ms: 1_800_000,
        }
    }
}

impl Settings {
    /// The ceiling in force, Pa.
    pub(crate) fn ceiling_pa(&self) -> f32 {
        bounded(self.ceiling.pa() as f32, FLOOR.pa() as f32, CEILING.pa() as f32)
    }

    /// A set point in force, Pa.
    pub(crate) fn set_point_pa(&self, level: VacuumLevel) -> f32 {
        bounded(level.pa() as f32, FLOOR.pa() as f32, self.ceiling_pa())
    }

    /// The band in force, Pa: at least what keeps the pump from chattering, at most a third of the lowest set point.
    pub(crate) fn band_pa(&self) -> f32 {
        bounded(self.band.pa() as f32, 1_000.0, 5_600.0)
    }
}

impl PumpCurve {
    /// Air the running pump takes out at absolute pressure `p` (Pa) and vacuum `vacuum` (Pa), Pa·mL/s.
    pub(crate) fn removal(&self, p: f32, vacuum: f32, drive: u8) -> f32 {
        // n' = P_a·Q₀·(1 − P_v/(P_v,max·P_a/P₀)), in proportion to the drive
        let ambient = p + vacuum;
        let share = bounded(1.0 - vacuum / (self.deepest_pa * (ambient / SEA_LEVEL)), 0.0, 1.0);
        ambient * bounded(self.free_flow_ml_per_s, 0.0, 1_000.0) * share * f32::from(drive) * 0.01
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sr_001_no_setting_raises_the_ceiling() {
        for inhg in [25.0, 29.0, f64::INFINITY] {
            let settings = Settings { ceiling: VacuumLevel::from_inhg(inhg), ..Settings::default() };
            assert_eq!(settings.ceiling_pa(), CEILING.pa() as f32);
            assert!(settings.set_point_pa(VacuumLevel::from_inhg(29.0)) <= settings.ceiling_pa());
        }
        let settings = Settings { ceiling: VacuumLevel::from_inhg(f64::NAN), ..Settings::default() };
        assert_eq!(settings.set_point_pa(settings.levels[3]), FLOOR.pa() as f32);
    }

    #[test]
    fn levels_rise_and_more_activity_never_asks_for_less() {
        let settings = Settings::default();
        assert!(settings.levels.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(settings.automatic.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!(settings.levels.iter().chain(&settings.automatic).all(|level| *level < settings.ceiling));
    }

    #[test]
    fn the_pump_moves_nothing_at_its_deepest_vacuum() {
        let pump = Settings::default().pump;
        assert_eq!(pump.removal(16_325.0, 85_000.0, 100), 0.0);
        assert!(pump.removal(101_325.0, 0.0, 60) < pump.removal(101_325.0, 0.0, 100));
    }
}
