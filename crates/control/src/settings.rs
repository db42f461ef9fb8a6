//! # Settings
//!
//! **Stands for** the controller's numbers, as data: each is one row below with its meaning, default, unit, limits and
//! where it is from. The maker publishes neither set points, hysteresis nor the law of automatic mode (`published.md` 4a:
//! not found). **Everything here is our default** unless a row names a source.
//!
//! [`SETTINGS`] is the same rows for programs: what a user may set, within which limits, is read from nowhere else.
//!
//! **Assumptions** levels are vacuum below ambient. Settings are limited again where they are used: a ceiling above
//! [`CEILING`] is [`CEILING`], whatever was set. **Tests** every number is reached by its row, every default lies within its
//! limits; the order of levels; no setting raises the ceiling.

use crate::number::bounded;
use units::VacuumLevel;

/// What the board needs, with a margin, V.
pub(crate) const BOARD_VOLTS: f32 = 1.75;

/// No setting raises the vacuum above this: 25 inHg, the top of the maker's working range.
pub(crate) const CEILING: VacuumLevel = inhg(25.0);
/// No set point lies below this.
pub(crate) const FLOOR: VacuumLevel = inhg(5.0);
/// The band, in force at most a third of the lowest set point there can be.
const BAND_PA: [f32; 2] = [1_000.0, 5_600.0];

/// The slowest evacuation that was measured, s, to 17 inHg (major2015), with the pump of the twin, whose intake is 8 mL/s.
const MEASURED_S: f32 = 27.0;
const MEASURED_PA: f32 = 57_600.0;
const MEASURED_ML_PER_S: f32 = 11.0;
/// What is right of a set point that takes too long.
const REACHED: &str = "set points that the pump reaches within two thirds of longest_run_ms";

/// Ambient pressure at which the pump's deepest vacuum is told, Pa.
const SEA_LEVEL: f32 = 101_325.0;

const fn inhg(level: f64) -> VacuumLevel {
    VacuumLevel::from_inhg(level)
}

/// What a row of [`SETTINGS`] says about one setting: a number, or a few in a row.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its name, with the unit.
    pub name: &'static str,
    /// What it is.
    pub is: &'static str,
    /// The unit.
    pub unit: &'static str,
    /// The least and the most that may be set.
    pub limits: [f64; 2],
    /// Where the default is from.
    pub from: &'static str,
    /// Whether only whole numbers make sense.
    pub whole: bool,
    /// How many numbers there are; 0: one that stands alone.
    pub row: usize,
    /// The number at a place.
    pub get: fn(&Settings, usize) -> f64,
    /// Sets the number at a place.
    pub set: fn(&mut Settings, usize, f64),
}

/// What a setting is made of, in its unit.
trait Number: Copy {
    const WHOLE: bool;
    const ROW: usize = 0;
    fn get(&self, place: usize) -> f64;
    fn set(&mut self, place: usize, number: f64);
    /// Sets all of it from the first of some numbers, and leaves the others.
    fn take(&mut self, rest: &mut &[f64]) {
        for place in 0..places(Self::ROW) {
            if let Some((number, others)) = rest.split_first() {
                self.set(place, *number);
                *rest = others;
            }
        }
    }
}

macro_rules! plain {
    ($($type:ty: $whole:literal),*) => {$(
        impl Number for $type {
            const WHOLE: bool = $whole;
            fn get(&self, _: usize) -> f64 {
                *self as f64
            }
            fn set(&mut self, _: usize, number: f64) {
                *self = number as $type;
            }
        }
    )*};
}
plain!(u8: true, u32: true, u64: true, f32: false);

impl Number for VacuumLevel {
    const WHOLE: bool = false;
    fn get(&self, _: usize) -> f64 {
        self.inhg()
    }
    fn set(&mut self, _: usize, number: f64) {
        *self = inhg(number);
    }
}

impl<T: Number, const N: usize> Number for [T; N] {
    const WHOLE: bool = T::WHOLE;
    const ROW: usize = N;
    fn get(&self, place: usize) -> f64 {
        self.as_slice().get(place).map_or(f64::NAN, |number| number.get(0))
    }
    fn set(&mut self, place: usize, number: f64) {
        if let Some(own) = self.get_mut(place) {
            own.set(0, number);
        }
    }
}

/// How many numbers a row of so many has.
const fn places(row: usize) -> usize {
    if row == 0 { 1 } else { row }
}

/// What a number is held to. Limits are single precision, as most settings are kept: what a limit says may be set.
#[derive(Clone, Copy)]
struct Limits {
    low: f32,
    high: f32,
    whole: bool,
    /// It is not the first of its row: it must not be below the one before.
    goes_on: bool,
}

impl Settings {
    /// Of numbers in the order of [`SETTINGS`]; `None` where one is missing, lies outside its limits or below the one before it in its
    /// row, or where they do not fit together.
    pub(crate) fn of_numbers(mut next: impl FnMut() -> Option<f64>) -> Option<Self> {
        let mut numbers = [0.0; Self::NUMBERS];
        let mut before = 0.0;
        for (to, limits) in numbers.iter_mut().zip(&Self::LIMITS) {
            let number = next()?;
            let single = number as f32;
            let within = single >= limits.low && single <= limits.high;
            if !within || (limits.goes_on && number < before) || (limits.whole && number as u64 as f64 != number) {
                return None;
            }
            (*to, before) = (number, number);
        }
        let settings = Self::of(&numbers);
        settings.pairs().iter().all(|(holds, ..)| *holds).then_some(settings)
    }
}

macro_rules! settings {
    ($(#[doc = $is:literal] $field:ident $name:literal: $type:ty = $default:expr, $unit:literal $low:literal..$high:literal, $from:literal;)*) => {
        /// Set points, bands and limits.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Settings { $(#[doc = $is] pub $field: $type,)* }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        impl Settings {
            /// How many numbers there are, in the order of [`SETTINGS`].
            pub(crate) const NUMBERS: usize = 0 $(+ places(<$type as Number>::ROW))*;
            /// A check sum of their names in that order: another table, another sum.
            pub(crate) const NAMES: u32 = {
                let mut crc = u32::MAX;
                $(crc = crate::crc::over(crc, $name.as_bytes());)*
                !crc
            };

            /// Every number, in its unit.
            pub(crate) fn each(&self, mut take: impl FnMut(f64)) {
                $((0..places(<$type as Number>::ROW)).for_each(|place| take(self.$field.get(place)));)*
            }

            /// The limits of every number, as single precision says them, and what else holds for it.
            const LIMITS: [Limits; Self::NUMBERS] = {
                let mut all = [Limits { low: 0.0, high: 0.0, whole: false, goes_on: false }; Self::NUMBERS];
                let mut at = 0;
                $({
                    let mut place = 0;
                    while place < places(<$type as Number>::ROW) {
                        let whole = <$type as Number>::WHOLE;
                        all[at] = Limits { low: $low as f32, high: $high as f32, whole, goes_on: place > 0 };
                        (at, place) = (at + 1, place + 1);
                    }
                })*
                all
            };

            /// Of as many numbers, in the order of [`SETTINGS`].
            fn of(numbers: &[f64; Self::NUMBERS]) -> Self {
                let mut settings = Self::default();
                let mut rest = numbers.as_slice();
                $(settings.$field.take(&mut rest);)*
                settings
            }
        }

        /// What may be set.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            name: $name,
            is: $is,
            unit: $unit,
            limits: [$low, $high],
            from: $from,
            whole: <$type as Number>::WHOLE,
            row: <$type as Number>::ROW,
            get: |settings, place| settings.$field.get(place),
            set: |settings, place, number| settings.$field.set(place, number),
        },)*];
    };
}

settings! {
    /// Set points of the manual levels 1 to 4
    levels "levels_inhg": [VacuumLevel; 4] = [inhg(12.0), inhg(15.0), inhg(18.0), inhg(21.0)], "inHg" 5.0..25.0,
        "ours: between the 9 inHg that other electronic pumps begin at and the 25 inHg that a maker's working range ends at";
    /// Set points of automatic mode: lie, sit, stand, slow walk, walk, run
    automatic "automatic_inhg": [VacuumLevel; 6] = [inhg(13.0), inhg(13.0), inhg(16.0), inhg(17.0), inhg(18.0), inhg(20.0)],
        "inHg" 5.0..25.0, "ours";
    /// How far the vacuum may fall below the set point before the pump starts
    band "band_inhg": VacuumLevel = inhg(1.65), "inHg" 0.3..1.65, "ours: at most a third of the lowest set point there can be";
    /// Never exceeded, whatever the set point
    ceiling "ceiling_inhg": VacuumLevel = CEILING, "inHg" 5.0..25.0, "top of the maker's working range (ottobock_p3_ifu)";
    /// Longest run without reaching the set point: then the socket leaks more than the pump removes
    longest_run_ms "longest_run_ms": u32 = 90_000, "ms" 30_000.0..180_000.0, "ours: three to four times the 22 to 27 s to 17 inHg (major2015)";
    /// Pause after such a run before the pump tries again
    pause_ms "pause_ms": u32 = 600_000, "ms" 60_000.0..3_600_000.0, "ours";
    /// How long an activity that asks for more must last before it is followed
    rise_dwell_ms "rise_dwell_ms": u32 = 3_000, "ms" 0.0..60_000.0, "ours: suspension comes sooner than comfort";
    /// How long an activity that asks for less must last before it is followed
    fall_dwell_ms "fall_dwell_ms": u32 = 20_000, "ms" 0.0..600_000.0, "ours: suspension comes sooner than comfort";
    /// A position of the switch counts once it has stood this long
    debounce_ms "debounce_ms": u32 = 300, "ms" 50.0..900.0, "ours";
    /// The gesture of reverse must be held this long
    hold_ms "hold_ms": u32 = 2_000, "ms" 500.0..10_000.0, "ours";
    /// The gesture of reverse must be held this long while walking
    hold_walking_ms "hold_walking_ms": u32 = 6_000, "ms" 500.0..30_000.0, "ours";
    /// A line sensor may be silent or odd this long before it is a fault
    silence_ms "silence_ms": u32 = 500, "ms" 100.0..2_000.0, "ours";
    /// A faulty sensor must be well this long
    recover_ms "recover_ms": u32 = 2_000, "ms" 500.0..60_000.0, "ours";
    /// The last ambient pressure serves this long
    ambient_stale_ms "ambient_stale_ms": u32 = 300_000, "ms" 10_000.0..600_000.0,
        "ours: on the way down a mountain it may be wrong by a few kilopascals in that time";
    /// Without a sample of the acceleration for so long motion is not known
    motion_silence_ms "motion_silence_ms": u32 = 60_000, "ms" 2_000.0..600_000.0, "ours";
    /// A step that comes later than this while the pump was on is late
    late_running_ms "late_running_ms": u32 = 300, "ms" 100.0..800.0,
        "ours: a quarter of a second is the longest between two steps of a running pump, the board's watchdog waits a second";
    /// The longest gap between steps that is believed
    longest_gap_ms "longest_gap_ms": u32 = 60_000, "ms" 30_000.0..600_000.0, "ours";
    /// Voltage of both cells below which the pump stays off
    empty_volts "empty_volts": f32 = 1.9, "V" 1.85..2.2, "ours";
    /// How much lower it may sag while the pump runs
    sag_volts "sag_volts": f32 = 0.1, "V" 0.0..0.4, "ours: what is left is above what the board needs";
    /// Voltage at which empty cells count as usable again
    resume_volts "resume_volts": f32 = 2.15, "V" 1.9..2.5, "ours";
    /// Voltage below which the person is told to charge
    low_volts "low_volts": f32 = 2.2, "V" 1.9..2.5, "ours";
    /// Range of temperature for use
    use_celsius "use_celsius": [f32; 2] = [-10.0, 60.0], "°C" -10.0..60.0, "ottobock_harmony_brochure p. 10";
    /// Range of temperature for charging
    charge_celsius "charge_celsius": [f32; 2] = [0.0, 45.0], "°C" 0.0..45.0, "ottobock_harmony_brochure p. 10";
    /// Drive for cells below 0 °C, which sag
    cold_drive "cold_drive_pct": u8 = 60, "%" 20.0..100.0, "ours";
    /// Energy of full cells
    cell_energy_j "cell_energy_j": f32 = 17_300.0, "J" 1_000.0..50_000.0, "two AA cells, 1.2 V × 2.0 Ah";
    /// Time the charger takes to fill them
    full_charge_ms "full_charge_ms": u32 = 3 * 3_600_000, "ms" 600_000.0..86_400_000.0, "ours";
    /// The pump's intake without vacuum
    pump_free_flow_ml_per_s "pump_free_flow_ml_per_s": f32 = 11.0, "mL/s" 1.0..50.0, "as in the twin: fitted on major2015";
    /// The pump's deepest vacuum at sea level; it is a share of the air there is
    pump_deepest_pa "pump_deepest_pa": f32 = 85_000.0, "Pa" 60_000.0..95_000.0, "as in the twin: assumed";
    /// Electric power of the pump at full drive
    pump_power_w "pump_power_w": f32 = 1.5, "W" 0.1..10.0, "as in the twin: assumed";
    /// Electric power of the electronics
    idle_power_w "idle_power_w": f32 = 0.01, "W" 0.0..0.1, "as in the twin: assumed";
    /// Tested life of the pump, as time it ran
    pump_life_ms "pump_life_ms": u64 = 400 * 3_600_000, "ms" 3_600_000.0..1_440_000_000.0, "400 h (ottobock_e2_ifu p. 16)";
    /// Leak at which the person is told, at 57.6 kPa of vacuum
    leak_ml_per_min "leak_ml_per_min": f32 = 20.0, "mL/min" 2.0..200.0, "ours";
    /// Growth of the leak over its long mean at which the person is told
    leak_growth "leak_growth": f32 = 2.5, "-fold" 1.2..20.0, "ours";
    /// A run that reaches its goal on less air than this works on a blocked line
    blocked_ml "blocked_ml": f32 = 6.0, "mL" 1.0..20.0,
        "ours: the twin's line holds 4 mL, up to 8 among its persons, and their sockets at least 9 mL";
    /// At ambient and without movement this long: doffed
    doffed_ms "doffed_ms": u32 = 120_000, "ms" 30_000.0..3_600_000.0, "ours";
    /// Doffed this long: storage
    storage_ms "storage_ms": u32 = 1_800_000, "ms" 60_000.0..86_400_000.0, "ours";
    /// How long a tap silences warnings that are not urgent; the gesture for urgent ones does so for a fifteenth of it
    snooze_ms "snooze_ms": u32 = 1_800_000, "ms" 60_000.0..7_200_000.0, "ours";
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

    /// Vacuum above which it is told, Pa: a kilopascal above the ceiling, or nine above the highest set point.
    pub(crate) fn too_deep_pa(&self) -> f32 {
        // Of numbers above zero the largest has the largest bits; what is none is brought back by the bounds below.
        let all = self.levels.iter().chain(&self.automatic).map(|level| level.pa().to_bits());
        let highest = f64::from_bits(all.max().unwrap_or(0)) as f32;
        let ceiling = self.ceiling_pa();
        let beyond = bounded(highest, FLOOR.pa() as f32, ceiling) + 8_000.0;
        1_000.0 + if beyond < ceiling { beyond } else { ceiling }
    }

    /// The band in force, Pa: at least what keeps the pump from chattering, at most a third of the lowest set point.
    pub(crate) fn band_pa(&self) -> f32 {
        bounded(self.band.pa() as f32, BAND_PA[0], BAND_PA[1])
    }

    /// Settings that each lie within their limits but not together: the name, and what would be right.
    pub fn conflicts(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let rows = SETTINGS.iter().filter(|row| {
            let number = |place| (row.get)(self, place);
            (1..row.row).any(|place| number(place) < number(place - 1))
        });
        let pairs = self.pairs().into_iter().filter(|(holds, ..)| !holds).map(|(_, name, right)| (name, right));
        rows.map(|row| (row.name, "numbers that do not fall")).chain(pairs)
    }

    /// What must hold between settings, whether it does, the name of one, and what would be right.
    fn pairs(&self) -> [(bool, &'static str, &'static str); 9] {
        let above = |levels: &[VacuumLevel]| levels.iter().any(|level| level.pa() > self.ceiling.pa() + 1.0);
        let slow = |levels: &[VacuumLevel]| levels.iter().any(|level| !self.reaches(*level));
        [
            (self.resume_volts >= self.empty_volts, "resume_volts", "at least empty_volts"),
            (self.low_volts >= self.resume_volts, "low_volts", "at least resume_volts"),
            (
                self.doffed_ms >= self.longest_run_ms.saturating_add(30_000),
                "doffed_ms",
                "at least longest_run_ms and 30 s, or a leak is never told",
            ),
            (self.hold_walking_ms >= self.hold_ms, "hold_walking_ms", "at least hold_ms"),
            (
                self.empty_volts - self.sag_volts >= BOARD_VOLTS,
                "sag_volts",
                "at most empty_volts less the 1.75 V that the board needs",
            ),
            (!above(&self.levels), "levels_inhg", "none above ceiling_inhg"),
            (!above(&self.automatic), "automatic_inhg", "none above ceiling_inhg"),
            (!slow(&self.levels), "levels_inhg", REACHED),
            (!slow(&self.automatic), "automatic_inhg", REACHED),
        ]
    }

    /// Whether a pump as slow as the slowest that was measured reaches a level from ambient within two thirds of its longest run.
    fn reaches(&self, level: VacuumLevel) -> bool {
        // dP_v/dt = (P_v,max − P_v)/τ on the way; what the measured pump took says what τ is.
        let deepest = self.pump_deepest_pa;
        let seconds_to = |pa: f32, tau: f32, most: f32| {
            let (mut vacuum, mut seconds) = (0.0f32, 0.0f32);
            while vacuum < pa && seconds < most {
                vacuum += (deepest - vacuum) * (0.1 / tau);
                seconds += 0.1;
            }
            seconds
        };
        let measured = seconds_to(MEASURED_PA, 1.0, 1_000.0);
        let tau = MEASURED_S / measured * (MEASURED_ML_PER_S / bounded(self.pump_free_flow_ml_per_s, 0.1, 1_000.0));
        let allowed = self.longest_run_ms as f32 * 0.001 * (2.0 / 3.0);
        seconds_to(level.pa() as f32, tau, allowed + 1.0) <= allowed
    }

    /// Air the running pump takes out at absolute pressure `p` (Pa) and vacuum `vacuum` (Pa), Pa·mL/s: its strokes have a
    /// dead volume, so that it falls on a straight line with vacuum.
    pub fn removal(&self, p: f32, vacuum: f32, drive: u8) -> f32 {
        // n' = P_a·Q₀·(1 − P_v/(P_v,max·P_a/P₀)), in proportion to the drive
        let ambient = p + vacuum;
        let share = bounded(1.0 - vacuum / (self.pump_deepest_pa * (ambient / SEA_LEVEL)), 0.0, 1.0);
        ambient * bounded(self.pump_free_flow_ml_per_s, 0.0, 1_000.0) * share * f32::from(drive) * 0.01
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::format;
    use std::string::String;
    use std::vec::Vec;

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

    /// Every number that `Debug` shows.
    fn numbers(settings: &Settings) -> Vec<String> {
        let shown = format!("{settings:?}");
        let part = |c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-'));
        shown.split(part).filter(|text| text.parse::<f64>().is_ok()).map(String::from).collect()
    }

    #[test]
    fn every_number_is_reached_by_its_row_and_none_by_two() {
        let defaults = Settings::default();
        let (mut all, mut count) = (defaults, 0);
        for row in SETTINGS {
            for place in 0..row.row.max(1) {
                let mut one = defaults;
                let [low, high] = row.limits;
                let other = if (row.get)(&defaults, place) == low { high } else { low };
                (row.set)(&mut one, place, other);
                (row.set)(&mut all, place, other);
                assert!(((row.get)(&one, place) / other - 1.0).abs() < 1e-6 || other == 0.0, "{}", row.name);
                let moved = numbers(&defaults).iter().zip(numbers(&one)).filter(|(a, b)| **a != *b).count();
                assert_eq!(moved, 1, "{}", row.name);
                count += 1;
            }
        }
        assert_eq!(numbers(&defaults).len(), count);
        assert!(numbers(&defaults).iter().zip(numbers(&all)).all(|(a, b)| *a != b));
    }

    #[test]
    fn every_default_lies_within_its_limits_and_they_agree() {
        let settings = Settings::default();
        for row in SETTINGS {
            let [low, high] = row.limits;
            let within = |place| (low - 1e-6..=high * (1.0 + 1e-6) + 1e-6).contains(&(row.get)(&settings, place));
            assert!((0..row.row.max(1)).all(within), "{}", row.name);
        }
        assert_eq!(settings.conflicts().next(), None);
        let [level, band] = [settings.set_point_pa(settings.levels[2]), settings.band_pa()];
        assert_eq!(
            [level, band],
            [settings.levels[2].pa() as f32, settings.band.pa() as f32],
            "in force as they are told"
        );
    }

    #[test]
    fn what_does_not_fit_together_is_named() {
        let settings = Settings { hold_ms: 8_000, resume_volts: 1.8, use_celsius: [20.0, 10.0], ..Settings::default() };
        let named: Vec<&str> = settings.conflicts().map(|(name, _)| name).collect();
        assert_eq!(named, ["use_celsius", "resume_volts", "hold_walking_ms"]);
    }

    #[test]
    fn the_pump_moves_nothing_at_its_deepest_vacuum() {
        let pump = Settings::default();
        assert_eq!(pump.removal(16_325.0, 85_000.0, 100), 0.0);
        assert!(pump.removal(101_325.0, 0.0, 60) < pump.removal(101_325.0, 0.0, 100));
    }
}
