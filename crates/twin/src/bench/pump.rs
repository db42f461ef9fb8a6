//! # Pump bench
//!
//! **Stands for** a pump on a rigid chamber: a tester loads it once a second with the peak force of a body mass, or
//! its motor runs, until the vacuum no longer grows (the frame of komolafe2013; its tables were not readable).
//!
//! ```text
//!   rigid chamber V, P ──▶|── pump ──▶ outside P_a
//!          ▲
//!          └── leak
//! ```
//!
//! **Equations**
//! - weight-activated, each cycle of T = 1 s: the leak between strokes, P·V + q(P)·T → P·V, at most P_a·V; then the
//!   stroke of `physics::weight_activated_pump`
//! - electric: V·dP/dt = q(P) + dn/dt of `physics::electric_pump`, by the midpoint rule in 20 steps a second
//! - leak q as in `leak`, without a pinhole, at 293.15 K
//! - to the target: whole cycles; a motor's seconds by linear interpolation within the second; its energy is P_el·t
//! - the end: a gain below 0.01 Pa a cycle or second, looked for after the 300 that the curve shows; 3600 at most
//! - straightness: R² of a line through the medians of time to the target against V, from three chambers on
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `chambers`, `washers` | – | – | the tester; the pump's file tells the washers as delivered |
//! | `rated_mass_kg`, `load_mass_kg` | – | kg | the tester: the ring's mass and the mass whose peak force loads it |
//! | `ring_condition` | w | – | the tester; 1 is a new ring |
//! | `target_kpa` | – | kPa | the tester; 57.6 in komolafe2013 |
//! | `leak_ml_per_min` | Q | mL/min | the tester; at 57.6 kPa, of ambient air |
//!
//! **Assumptions** the chamber stays rigid and at one temperature; no tube; sea level; no prosthesis hangs on the pump;
//! the motor runs throughout (the controller's set points are left out, so that the pump itself is seen). Spreads are
//! over devices; cycles and seconds are shown where the central device and more than half of all reach the target,
//! over those that do.
//! **Tests** more volume and more leak are never faster or deeper; two chambers halve the cycles; the closed form of a
//! leak-free chamber with a constant flow; a stroke takes what the pump holds in the end; fewer washers are shallower;
//! a leak beyond the pump never reaches the target; the same on any number of threads.

use super::{Line, band, spread_of_reached};
use crate::assemble::{RingSetup, driven_pump, electric_pump, gait_of, usual_peak_force, weight_activated_pump};
use crate::ensemble::{Band, Draw, Spread, spread};
use crate::parameters::{ParameterSet, Values};
use crate::pump::PumpNumbers;
use crate::system::Cells;
use physics::electric_pump::ElectricPump;
use physics::leak::Leak;
use physics::weight_activated_pump::WeightActivatedPump;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Ambient pressure of the bench, Pa (sea level).
pub const AMBIENT: f64 = 101_325.0;
/// Chambers of komolafe2013, mL (2 to 12 in³).
pub const CHAMBERS_ML: [f64; 5] = [33.0, 66.0, 98.0, 131.0, 197.0];
/// One cycle a second: cycles are seconds.
const CYCLE_S: f64 = 1.0;
/// Cycles or seconds of a curve.
pub const CURVE: usize = 300;
/// Cycles or seconds after which a pump that still gains is stopped.
const MOST: usize = 3_600;
/// A gain a cycle (Pa) that no gauge shows.
const STILL: f64 = 0.01;
/// Steps a second in which the electric pump is followed.
const SUBSTEPS: usize = 20;

/// A pump on the bench.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PumpUnderTest {
    /// Worked by weight.
    WeightActivated {
        /// Chambers.
        chambers: u32,
        /// Body mass that the ring is made for or adjusted to, kg.
        rated_mass_kg: f64,
        /// Body mass whose peak load the tester applies, kg.
        load_mass_kg: f64,
        /// Stiffness of the ring relative to a new one.
        ring_condition: f64,
        /// Washers under the ring; none where it takes none.
        washers: u32,
        /// Washers as delivered, and the most it takes.
        delivered_washers: u32,
    },
    /// Worked by a force of its own, a hand's or that of a part that swings, once a second.
    Driven {
        /// Chambers.
        chambers: u32,
    },
    /// Driven by a motor.
    Electric,
}

/// What the tester does.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Stand {
    /// Vacuum to reach, kPa.
    pub target_kpa: f64,
    /// Leak of the chamber at 57.6 kPa, mL/min of ambient air.
    pub leak_ml_per_min: f64,
}

/// One device on one chamber.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Vacuum after 0, 1, 2 … cycles (seconds for a motor), kPa.
    pub vacuum_kpa: Vec<f64>,
    /// Whole cycles, or seconds, to the target.
    pub to_target: Option<f64>,
    /// Deepest vacuum, kPa.
    pub deepest_kpa: f64,
    /// Electric energy to the target, J.
    pub energy_j: Option<f64>,
}

/// A pump on one chamber, with the spread of devices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OnChamber {
    /// Volume of the chamber, mL.
    pub chamber_ml: f64,
    /// Cycles (weight-activated) to the target; absent for a motor, or where most never reach it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cycles: Option<Spread>,
    /// Seconds to the target; absent where most never reach it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<Spread>,
    /// Share of devices that reach the target.
    pub share_reaching: f64,
    /// Deepest vacuum, kPa.
    pub deepest_kpa: Spread,
    /// Electric energy to the target, J; absent without a motor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub energy_j: Option<Spread>,
    /// Vacuum after 0, 1, 2 … cycles (seconds for a motor; at one cycle a second they are the same), kPa; absent where
    /// only the figures were asked for.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub vacuum_kpa: Band,
}

fn is_empty(band: &Band) -> bool {
    band.central.is_empty()
}

/// Evacuates one chamber (mL) with one device.
pub fn evacuate(v: &Values, pump: PumpUnderTest, chamber_ml: f64, stand: Stand) -> Course {
    let volume = chamber_ml * 1e-6;
    let leak = Leak {
        seal_conductance: Leak::conductance_from_stated(stand.leak_ml_per_min / 60e6),
        pinhole_area: 0.0,
        temperature: 293.15,
    };
    match pump {
        PumpUnderTest::WeightActivated {
            chambers,
            rated_mass_kg,
            load_mass_kg,
            ring_condition: condition,
            washers,
            delivered_washers,
        } => {
            let peak = |mass| usual_peak_force(&gait_of(v, mass, 0.0));
            let rated_force_n = peak(rated_mass_kg);
            let washers_removed = delivered_washers.saturating_sub(washers);
            let device = weight_activated_pump(v, RingSetup { chambers, rated_force_n, condition, washers_removed });
            let load = peak(load_mass_kg);
            course(stand, None, |p| stroked(&device, &leak, p, volume, load))
        }
        PumpUnderTest::Driven { chambers } => {
            let (device, force) = driven_pump(v, chambers);
            course(stand, None, |p| stroked(&device, &leak, p, volume, force))
        }
        PumpUnderTest::Electric => {
            let device = electric_pump(v, Cells::Rechargeable);
            course(stand, Some(device.power), |p| driven(&device, &leak, p, volume))
        }
    }
}

/// Pressure after one cycle: a second of leak, then the stroke.
fn stroked(pump: &WeightActivatedPump, leak: &Leak, p: f64, volume: f64, load: f64) -> f64 {
    let leaked = (p + leak.inflow(p, AMBIENT) * CYCLE_S / volume).min(AMBIENT);
    pump.after_stroke(leaked, volume, load, AMBIENT)
}

/// Pressure after one second of running.
fn driven(pump: &ElectricPump, leak: &Leak, p: f64, volume: f64) -> f64 {
    let rate = |p: f64| (leak.inflow(p, AMBIENT) - pump.removal(p, AMBIENT)) / volume;
    let h = 1.0 / SUBSTEPS as f64;
    (0..SUBSTEPS).fold(p, |p, _| (p + h * rate(p + 0.5 * h * rate(p))).clamp(0.0, AMBIENT))
}

/// Repeats `next` until nothing is gained; `power` (W) is a motor's, whose seconds are told in parts.
fn course(stand: Stand, power: Option<f64>, next: impl Fn(f64) -> f64) -> Course {
    let target = stand.target_kpa * 1e3;
    let (mut p, mut vacuum_kpa, mut to_target, mut deepest) = (AMBIENT, vec![0.0], None, 0.0f64);
    for n in 1..=MOST {
        let before = AMBIENT - p;
        p = next(p);
        let now = AMBIENT - p;
        deepest = deepest.max(now);
        if to_target.is_none() && now >= target {
            let share = if power.is_some() { (target - before) / (now - before) } else { 1.0 };
            to_target = Some((n - 1) as f64 + share);
        }
        if n <= CURVE {
            vacuum_kpa.push(now / 1e3);
        }
        if n >= CURVE && (now - before).abs() < STILL {
            break;
        }
    }
    let energy_j = power.and_then(|power| to_target.map(|seconds| power * seconds));
    Course { vacuum_kpa, to_target, deepest_kpa: deepest / 1e3, energy_j }
}

/// A pump on every chamber, with the spread over devices; its numbers are those of its make, where it has one. `progress` is told after each device on each chamber.
pub fn on_bench(
    parameters: &ParameterSet,
    pump: PumpUnderTest,
    numbers: Option<&PumpNumbers>,
    chambers_ml: &[f64],
    stand: Stand,
    draw: Draw,
    progress: &(dyn Fn() + Sync),
) -> Vec<OnChamber> {
    let on_one = |chamber_ml: f64| {
        let courses: Vec<Course> = (0..=draw.persons)
            .into_par_iter()
            .map(|device| {
                let values = parameters.person(draw.seed, device).with_pump(numbers);
                let course = evacuate(&values, pump, chamber_ml, stand);
                progress();
                course
            })
            .collect();
        summed_up(pump, chamber_ml, courses)
    };
    chambers_ml.iter().copied().map(on_one).collect()
}

fn summed_up(pump: PumpUnderTest, chamber_ml: f64, courses: Vec<Course>) -> OnChamber {
    let to_target: Vec<Option<f64>> = courses.iter().map(|course| course.to_target).collect();
    let energy: Vec<Option<f64>> = courses.iter().map(|course| course.energy_j).collect();
    let reached = spread_of_reached(&to_target);
    let deepest_kpa = spread(courses.iter().map(|course| course.deepest_kpa));
    let share_reaching = to_target.iter().flatten().count() as f64 / courses.len() as f64;
    let curves: Vec<Vec<f64>> = courses.into_iter().map(|course| course.vacuum_kpa).collect();
    OnChamber {
        chamber_ml,
        cycles: reached.filter(|_| pump != PumpUnderTest::Electric),
        seconds: reached,
        share_reaching,
        deepest_kpa,
        energy_j: spread_of_reached(&energy),
        vacuum_kpa: band(&curves),
    }
}

/// How straight cycles or seconds to the target grow with the chamber: R² over the medians; none with fewer than
/// three chambers that most reach the target on.
pub fn straightness(chambers: &[OnChamber]) -> Option<f64> {
    let points: Vec<(f64, f64)> =
        chambers.iter().filter_map(|chamber| Some((chamber.chamber_ml, chamber.seconds?.p50))).collect();
    Line::through(&points).map(|line| line.r_squared)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assemble::regulated;
    use crate::parameters::tests::shipped;
    use proptest::prelude::*;

    const TIGHT: Stand = Stand { target_kpa: 57.6, leak_ml_per_min: 0.0 };

    fn ring(chambers: u32, washers: u32) -> PumpUnderTest {
        PumpUnderTest::WeightActivated {
            chambers,
            rated_mass_kg: 80.0,
            load_mass_kg: 80.0,
            ring_condition: 1.0,
            washers,
            delivered_washers: 2,
        }
    }

    fn central(pump: PumpUnderTest, chamber_ml: f64, stand: Stand) -> Course {
        evacuate(&shipped().central(), pump, chamber_ml, stand)
    }

    #[test]
    fn a_second_chamber_halves_the_cycles_and_a_tester_counts_whole_ones() {
        let (one, two) = (central(ring(1, 2), 98.0, TIGHT), central(ring(2, 2), 98.0, TIGHT));
        let (one, two) = (one.to_target.unwrap(), two.to_target.unwrap());
        assert!((one / two - 2.0).abs() < 0.15, "{one} {two}");
        assert_eq!(one.fract(), 0.0);
    }

    #[test]
    fn a_motor_evacuates_by_its_closed_form() {
        // V·dP/dt = −Q₀·P_a·(1 − P_v/P_v,max): t = V/Q₀·P_v,max/P_a·ln(P_v,max/(P_v,max − P_v)).
        let deepest = 80e3;
        let device = ElectricPump {
            free_flow: 5e-6,
            vacuum_max: deepest,
            power: 1.0,
            idle_power: 0.0,
            energy: 1.0,
            ..regulated(deepest)
        };
        let leak = Leak { seal_conductance: 0.0, pinhole_area: 0.0, temperature: 293.15 };
        let course = course(TIGHT, Some(1.0), |p| driven(&device, &leak, p, 98e-6));
        let closed = 98.0 / 5.0 * deepest / AMBIENT * (deepest / (deepest - 57.6e3)).ln();
        assert!((course.to_target.unwrap() / closed - 1.0).abs() < 2e-3, "{:?} {closed}", course.to_target);
        assert!((course.energy_j.unwrap() - course.to_target.unwrap()).abs() < 1e-12);
    }

    #[test]
    fn a_stroke_takes_from_the_chamber_what_the_pump_holds_in_the_end() {
        let v = shipped().central();
        let setup = RingSetup { chambers: 1, rated_force_n: 824.0, condition: 1.0, washers_removed: 0 };
        let device = weight_activated_pump(&v, setup);
        let leak = Leak { seal_conductance: 0.0, pinhole_area: 0.0, temperature: 293.15 };
        let (p, volume) = (70e3, 98e-6);
        let after = stroked(&device, &leak, p, volume, 824.0);
        let stroke = device.stroke(824.0, AMBIENT - p);
        let (before, held) = (p * volume, (AMBIENT + device.exhaust_crack) * stroke.v_min);
        assert!((after * (volume + stroke.v_max) - before - held).abs() < 1e-9);
    }

    #[test]
    fn fewer_washers_are_shallower_and_two_are_as_delivered() {
        let deepest = |washers| central(ring(1, washers), 33.0, TIGHT).deepest_kpa;
        assert!(deepest(0) < deepest(1) && deepest(1) < deepest(2));
        let v = shipped().central();
        let setup = RingSetup { chambers: 1, rated_force_n: 824.0, condition: 1.0, washers_removed: 0 };
        assert_eq!(weight_activated_pump(&v, setup).travel, 1.0);
    }

    #[test]
    fn a_leak_beyond_the_pump_never_reaches_the_target() {
        let flood = Stand { leak_ml_per_min: 400.0, ..TIGHT };
        let course = central(ring(1, 2), 98.0, flood);
        assert!(course.to_target.is_none() && course.deepest_kpa < 57.6);
        assert_eq!(course.vacuum_kpa.len(), CURVE + 1);
    }

    #[test]
    fn the_spread_begins_with_the_central_device_and_does_not_depend_on_threads() {
        let draw = Draw { persons: 8, seed: 3 };
        let run = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| on_bench(&shipped(), PumpUnderTest::Electric, None, &CHAMBERS_ML, TIGHT, draw, &|| ()))
        };
        let chambers = run(1);
        assert_eq!(chambers, run(3));
        let seconds = chambers[0].seconds.unwrap();
        assert_eq!(Some(seconds.central), central(PumpUnderTest::Electric, 33.0, TIGHT).to_target);
        assert!(seconds.p10 < seconds.p50 && seconds.p50 < seconds.p90);
        assert!(straightness(&chambers).unwrap() > 0.999);
        assert!(chambers[0].cycles.is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn more_volume_and_more_leak_are_never_faster_or_deeper(
            volume in 20.0f64..200.0, more in 1.05f64..2.0, leak in 0.0f64..40.0, chambers in 1u32..3
        ) {
            for pump in [ring(chambers, 2), PumpUnderTest::Electric] {
                let small = central(pump, volume, TIGHT);
                prop_assert!(small.vacuum_kpa.windows(2).all(|pair| pair[1] >= pair[0] - 1e-9));
                prop_assert!(central(pump, volume * more, TIGHT).to_target >= small.to_target);
                let leaky = central(pump, volume, Stand { leak_ml_per_min: leak, ..TIGHT });
                prop_assert!(leaky.deepest_kpa <= small.deepest_kpa + 1e-6);
                if let Some(slower) = leaky.to_target {
                    prop_assert!(Some(slower) >= small.to_target);
                }
            }
        }
    }
}
