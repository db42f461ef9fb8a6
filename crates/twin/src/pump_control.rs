//! # The electronic pump's controller in the twin
//!
//! **Stands for** the controller of the crate `control`, the same source as on a device, fed from the network.
//!
//! **Equations**
//! - inputs: absolute pressure P in the socket, ambient pressure, switch, the shank's acceleration by regime
//!   (`shank_motion`; a walk with a duty above 0.15 walks, one below stands), the day's temperature; pressure and cell
//!   voltage as the unit's own sensor and cells give them (`unit`)
//! - 100 steps a second for 20 s after each change of regime, so that the controller sees the activity for itself; then
//!   one step a decision without acceleration, for which it keeps what it saw
//! - a decision holds for a quarter of a second while the pump runs, the acceleration is read, or a rest has just begun; further in
//!   a rest, until half of what is left to the pump's start would be lost at the rate seen in this rest, at most 30 s
//! - outputs: pump on or off, valve hold or release; a warning that there was none before is told
//!
//! **Assumptions** ambient pressure and acceleration are read without error; the person turns the switch off to doff, and to reverse with the gesture held. Settings
//! are the case's or ours, the maker's are not published. **Tests** the controller's own in `crates/control`; `crates/twin/tests/day.rs`.

use crate::shank_motion::reading;
use crate::system::{Drive, System};
use crate::unit::Unit;
use control::{Acceleration, Inputs, Milliseconds, Settings, Touch, Trace, Valve, Warning, Warnings};
use domain::case::PumpMode;
use physics::network::{Network, Regime, State, VacuumSource};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use texts::{Said, Wording};
use units::AbsolutePressure;

/// How long a decision holds while the pump runs or the acceleration is read, s.
const RUNNING_S: f64 = 0.25;
/// How long a decision holds at most while it rests, s: until half of what is left to the pump's start would be lost at the rate
/// seen in this rest.
const LONGEST_REST_S: f64 = 30.0;
/// The barometer's last digit, Pa.
const DIGIT_PA: f64 = 0.1;
/// How long the acceleration is read after a change, s: longer than the controller takes to know.
const WATCHED_S: f64 = 20.0;
/// How long the gesture of reverse is held after a change, s.
const GESTURE_S: f64 = 10.0;
/// Steps of a decision meanwhile, and the time between two, ms.
const STEPS: u64 = 25;
const STEP_MS: u64 = 10;

/// A controller with its memory.
#[derive(Clone, Debug)]
pub(crate) struct PumpControl {
    settings: Settings,
    touch: Touch,
    unit: Unit,
    state: control::State,
    drive: f64,
    read_s: f64,
    /// The barometer's last digit, Pa: one that stood still would be a broken one.
    digit: f64,
    regime: Option<Regime>,
    since_s: f64,
    told: Warnings,
    /// What the last decision aimed at, kPa; 0 where the pump is off.
    aim_kpa: f64,
    /// Time (s) and vacuum (Pa) of the decision before, where that was one to rest.
    before: Option<(f64, f64)>,
}

/// What the controller decided.
pub(crate) struct Decision {
    pub pump_on: bool,
    /// The motor's drive, as a share of full.
    pub drive: f64,
    pub release: bool,
    pub toggled: bool,
    /// How long the decision holds, s.
    pub hold_s: f64,
    /// A warning that was not there before, for people.
    pub warning: Option<Wording>,
}

impl PumpControl {
    /// The controller of a system with its settings, if it has one, its sensors with the noise of a seed and stream, at a
    /// temperature in °C.
    pub fn of(system: &System, settings: Settings, (seed, stream): (u64, u64), celsius: f64) -> Option<Self> {
        let Drive::Electric { mode, cells, .. } = system.drive else { return None };
        let position = match mode {
            PumpMode::Off => Touch::OFF,
            PumpMode::Automatic => Touch::AUTOMATIC,
            PumpMode::Level1 => 1,
            PumpMode::Level2 => 2,
            PumpMode::Level3 => 3,
            PumpMode::Level4 => 4,
            PumpMode::Reverse => Touch::REVERSE,
        };
        let mut noise = ChaCha8Rng::seed_from_u64(seed);
        noise.set_stream(stream);
        Some(Self {
            // Where the acceleration is not read here, the controller keeps what it saw.
            settings: Settings { motion_silence_ms: u32::MAX, ..settings },
            touch: Touch { reverse_held: mode == PumpMode::Reverse, ..Touch::at(position) },
            unit: Unit::new(noise, celsius, cells),
            state: control::State::new(),
            drive: 0.0,
            read_s: 0.0,
            digit: 0.0,
            regime: None,
            since_s: 0.0,
            told: Warnings::default(),
            aim_kpa: 0.0,
            before: None,
        })
    }

    /// Decides at `t_s` with the share `charge` left in the cells.
    pub fn decide(&mut self, t_s: f64, network: &Network, state: &State, regime: Regime, charge: f64) -> Decision {
        if self.regime != Some(regime) {
            (self.regime, self.since_s) = (Some(regime), t_s);
        }
        let watched = t_s - self.since_s < WATCHED_S;
        let gesture = t_s > self.since_s && t_s - self.since_s < GESTURE_S;
        let line = self.unit.reading(network.ambient - network.standing_vacuum(state), t_s - self.read_s);
        self.read_s = t_s;
        let load_w = match network.source {
            VacuumSource::Electric(pump) if self.drive > 0.0 => pump.power,
            _ => 0.0,
        };
        self.digit = if self.digit > 0.0 { 0.0 } else { DIGIT_PA };
        let inputs = Inputs {
            line: Some(AbsolutePressure::from_pa(line)),
            ambient: Some(AbsolutePressure::from_pa(network.ambient + self.digit)),
            acceleration: Acceleration::NotRead,
            touch: match regime {
                Regime::Doffed => Touch::at(Touch::OFF),
                // The gesture: the button is open when the switch comes to reverse, then held for some seconds.
                _ => Touch { reverse_held: self.touch.reverse_held && gesture, ..self.touch },
            },
            cell_volts: self.unit.volts(charge, load_w) as f32,
            temperature_c: self.unit.celsius as f32,
            charger: false,
            attached: true,
        };
        let began_ms = (t_s * 1_000.0) as u64;
        let mut last = self.step(began_ms, &inputs);
        if watched {
            for n in 1..STEPS {
                let t = (t_s - self.since_s) as f32 + 0.01 * n as f32;
                let acceleration = Acceleration::Sample(reading(regime, t));
                last = self.step(began_ms + n * STEP_MS, &Inputs { acceleration, ..inputs });
            }
        }
        let (outputs, trace) = last;
        self.aim_kpa = match trace.set_point {
            Some(level) => level.kpa(),
            None if matches!(inputs.touch.position, Some(Touch::OFF | Touch::REVERSE)) => 0.0,
            // Empty cells or a fault: what was aimed at is lost, not given up.
            None => self.aim_kpa,
        };
        let pump_on = outputs.pump.is_on();
        let drive = f64::from(outputs.pump.percent()) / 100.0;
        let toggled = drive != self.drive;
        self.drive = drive;
        let news = Warning::ALL.into_iter().find(|w| trace.warnings.contains(*w) && !self.told.contains(*w));
        // A leak warning stands until the pump works again, so that it is told once.
        self.told = trace.warnings;
        let hold_s = if pump_on || watched {
            self.before = None;
            RUNNING_S
        } else {
            self.rest(t_s, &trace)
        };
        Decision {
            pump_on,
            drive,
            release: outputs.valve == Valve::Release,
            toggled,
            hold_s,
            warning: news.map(|warning| Wording::new("event-pump_warns").with("warning", words(warning))),
        }
    }

    /// What the controller aims at, kPa; 0 where the pump is off.
    pub fn aim_kpa(&self) -> f64 {
        self.aim_kpa
    }

    /// How long nothing needs to be decided while the pump rests, s.
    fn rest(&mut self, t_s: f64, trace: &Trace) -> f64 {
        let (Some(goal), Some(vacuum)) = (trace.set_point, trace.vacuum) else { return LONGEST_REST_S };
        let Some((before_s, before_pa)) = self.before.replace((t_s, vacuum.pa())) else { return RUNNING_S };
        let lost_per_s = (before_pa - vacuum.pa()) / (t_s - before_s);
        let left = vacuum.pa() - (goal.pa() - self.settings.band.pa());
        if lost_per_s > 0.0 { (0.5 * left / lost_per_s).clamp(RUNNING_S, LONGEST_REST_S) } else { LONGEST_REST_S }
    }

    fn step(&mut self, now_ms: u64, inputs: &Inputs) -> (control::Outputs, Trace) {
        let (state, outputs, trace) = control::step(&self.settings, &self.state, Milliseconds(now_ms), inputs);
        self.state = state;
        (outputs, trace)
    }
}

/// What a person is told.
pub fn words(warning: Warning) -> Said {
    Wording::new(match warning {
        Warning::Sensor => "pump_warning-sensor",
        Warning::Switch => "pump_warning-switch",
        Warning::CellsEmpty => "pump_warning-cells_empty",
        Warning::TooHot => "pump_warning-too_hot",
        Warning::Leak => "pump_warning-leak",
        Warning::TooDeep => "pump_warning-too_deep",
        Warning::Blocked => "pump_warning-blocked",
        Warning::CellsLow => "pump_warning-cells_low",
        Warning::LeakGrows => "pump_warning-leak_grows",
        Warning::TooCold => "pump_warning-too_cold",
        Warning::MotionLost => "pump_warning-motion_lost",
        Warning::CannotCharge => "pump_warning-cannot_charge",
        Warning::Timing => "pump_warning-timing",
        Warning::PumpOld => "pump_warning-pump_old",
        Warning::Driver => "pump_warning-driver",
        Warning::Restarts => "pump_warning-restarts",
        Warning::ValveShut => "pump_warning-valve_shut",
        Warning::Adapter => "pump_warning-adapter",
        Warning::Charger => "pump_warning-charger",
        Warning::LeftAtReverse => "pump_warning-left_at_reverse",
        Warning::Button => "pump_warning-button",
    })
    .into()
}
