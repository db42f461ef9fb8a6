//! # What must never happen
//!
//! **Stands for** the invariants of a campaign, each looked at after every step.
//!
//! | invariant | what |
//! |---|---|
//! | ceiling | the vacuum never stands above the ceiling and the sensor's error, unless the ambient pressure has risen or both switches of the pump conduct |
//! | own act | air is let in only while the gesture of reverse is held |
//! | told in time | a fault that must be told is told within its time (`fault`); beside another fault, anything of medium or high priority will do |
//! | no silence | with the switch at a level and the prosthesis worn, a vacuum that has stood far below it for a thousand seconds is told, whatever the faults |
//! | battery bounded | a torn sleeve does not empty the cells: one run of the pump a pause, one more each time the person does something, and one more each restart, which forgets the run that it breaks off |
//! | no false alarm | once all has been well, nobody is told of a blocked line that the pump has run on, nor of a driver, a contact, a valve, a button or restarts |
//! | recovers | a pause, a run and a margin (twenty minutes by default) after the last repair the vacuum is back between its bands and no fault is left |
//!
//! **Assumptions** what nothing can tell is not asked: a line cut off from the socket while the pump rests, a sensor that drifts or
//! sticks near the truth, a unit without supply. **Tests** below, and `campaign`.

use super::super::fault::recovery_s;
use super::super::{Doing, Fault, Flicker, Rig, Seen};
use super::hands::Hands;
use control::{Mode, Priority, Settings, Valve, Warning};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far above the ceiling a sensor's error may take the vacuum, Pa.
const ERROR_PA: f64 = 1_500.0;
/// How far outside its band the vacuum may stand when all is well, Pa.
const OFF_PA: f64 = 4_000.0;
/// What a run of the pump may take longer than the settings say, s: a step's margin.
const STEP_S: f64 = 2.0;
/// How long a raised set point may take beyond the longest run, s.
const RAISED_S: f64 = 60.0;
/// A run as long as this draws the 2 kPa that tell the controller how much air there is, and more, s.
const TELLING_RUN_S: f64 = 3.0;
/// How long a vacuum may stand too low without a word, s: a quarter of an hour in which a sensor may stand still, and a run.
const SILENCE_S: f64 = 1_000.0;
/// A driver that is stuck shows once the vacuum stands so far above its set point, Pa.
const SHOWS_PA: f64 = 9_000.0;

/// What must never happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Invariant {
    /// The vacuum stands too high.
    Ceiling,
    /// Air was let in though nobody asked.
    OwnAct,
    /// A fault was not told in its time.
    ToldInTime,
    /// The suspension was lost without a word.
    NoSilence,
    /// The pump ran for too long.
    BatteryBounded,
    /// Something was told that is not so.
    NoFalseAlarm,
    /// It was not well again in time.
    Recovers,
}

impl Invariant {
    /// As people read it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ceiling => "ceiling",
            Self::OwnAct => "own act",
            Self::ToldInTime => "told in time",
            Self::NoSilence => "no silence",
            Self::BatteryBounded => "battery bounded",
            Self::NoFalseAlarm => "no false alarm",
            Self::Recovers => "recovers",
        }
    }
}

/// An invariant that was broken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Broken {
    /// Which.
    pub invariant: Invariant,
    /// How.
    pub what: String,
}

fn broken(invariant: Invariant, what: impl Into<String>) -> Result<(), Broken> {
    Err(Broken { invariant, what: what.into() })
}

/// A fault that is there.
#[derive(Clone, Copy, Debug)]
struct Present {
    fault: Fault,
    flicker: Option<Flicker>,
    told: bool,
    untold_s: f64,
}

/// Looks at every step.
pub(super) struct Watch {
    settings: Settings,
    present: Vec<Present>,
    well_since_s: f64,
    /// How long the pump has run since all is well.
    pumped_well_s: f64,
    low_since_s: f64,
    silent_since_s: f64,
    risen: bool,
    burst_pump_s: f64,
    burst_s: f64,
    burst_acts: u32,
    burst_restarts: u32,
    /// The clock has jumped since the sleeve tore: a pause counts half.
    burst_jumps: bool,
    was_dark: bool,
    before_s: f64,
}

impl Watch {
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            present: vec![],
            well_since_s: 0.0,
            pumped_well_s: 0.0,
            low_since_s: 0.0,
            silent_since_s: 0.0,
            risen: false,
            burst_pump_s: 0.0,
            burst_s: 0.0,
            burst_acts: 0,
            burst_restarts: 0,
            burst_jumps: false,
            was_dark: false,
            before_s: 0.0,
        }
    }

    pub fn noted(&mut self, fault: Fault, there: bool, flicker: Option<Flicker>, now: f64, acts: u32) {
        self.present.retain(|other| other.fault != fault);
        if there {
            self.present.push(Present { fault, flicker, told: false, untold_s: 0.0 });
        }
        if fault == Fault::Burst && there {
            (self.burst_pump_s, self.burst_s, self.burst_acts) = (0.0, 0.0, acts);
            (self.burst_restarts, self.burst_jumps) = (0, false);
        }
        self.risen = match fault {
            // What was drawn too deep stands until air is let in.
            Fault::Altitude | Fault::DriverStuck | Fault::ReadsHigh | Fault::BarometerStuck => true,
            _ => self.risen && !there,
        };
        (self.well_since_s, self.pumped_well_s) = (now, 0.0);
    }

    /// Whether no fault is left.
    pub fn all_repaired(&self) -> bool {
        self.present.is_empty()
    }

    fn has(&self, fault: Fault) -> bool {
        self.present.iter().any(|present| present.fault == fault)
    }

    fn any(&self, faults: &[Fault]) -> bool {
        faults.iter().any(|fault| self.has(*fault))
    }

    pub fn look(&mut self, rig: &Rig, seen: &Seen, hands: &Hands) -> Result<(), Broken> {
        let dt = seen.t_s - self.before_s;
        self.before_s = seen.t_s;
        // Letting go is debounced, too, and waits for a dial that cannot be read.
        let held = hands.held(seen.t_s, 1.0) || self.any(&[Fault::SwitchUnreadable, Fault::DialWire, Fault::BrownOut]);
        if seen.outputs.valve == Valve::Release && !held {
            return broken(Invariant::OwnAct, "air was let in though nobody held reverse");
        }
        if hands.held(seen.t_s, 1.0) || seen.doing == Doing::Doffed {
            self.well_since_s = seen.t_s;
        }
        self.pumped_well_s += if seen.outputs.pump.is_on() { dt } else { 0.0 };
        if self.well_since_s == seen.t_s {
            self.pumped_well_s = 0.0;
        }
        let deep = self.any(&[Fault::DriverStuck, Fault::Altitude, Fault::ReadsHigh]);
        if seen.vacuum > self.settings.ceiling.pa() + ERROR_PA && !self.risen && !deep {
            return broken(Invariant::Ceiling, format!("{:.1} kPa stand in the socket", seen.vacuum / 1e3));
        }
        self.in_time(rig, seen, hands, dt)?;
        self.no_silence(rig, seen, hands)?;
        self.battery(rig, seen, hands, dt)?;
        self.recovered(seen)
    }

    fn in_time(&mut self, rig: &Rig, seen: &Seen, hands: &Hands, dt: f64) -> Result<(), Broken> {
        let urgent = seen.trace.warnings.all().any(|warning| warning.priority() >= Priority::Medium);
        for at in 0..self.present.len() {
            let Present { fault, flicker, .. } = self.present[at];
            let alone = self.present.len() == 1;
            let Some(within) = fault.told_within_s(&self.settings).filter(|_| flicker.is_none()) else { continue };
            let needed = self.needed(fault, seen, hands);
            let told =
                telling(fault).iter().any(|warning| seen.trace.warnings.contains(*warning)) || (urgent && !alone);
            let present = &mut self.present[at];
            present.told |= told;
            // A controller that restarts begins anew.
            present.untold_s = match (rig.dark, needed && !present.told) {
                (true, _) => 0.0,
                (false, counts) => present.untold_s + if counts { dt } else { 0.0 },
            };
            if present.untold_s > within {
                let what = format!("nothing of {} in {:.0} s", fault.name(), present.untold_s);
                return broken(Invariant::ToldInTime, what);
            }
        }
        Ok(())
    }

    /// Whether what has failed is needed now, and its failure can be seen.
    fn needed(&self, fault: Fault, seen: &Seen, hands: &Hands) -> bool {
        let Seen { outputs, trace, vacuum, .. } = seen;
        let works = !matches!(trace.mode, Mode::Off | Mode::Reverse | Mode::Storage | Mode::Detached | Mode::Charging);
        let blind = self.any(&[
            Fault::SensorSilent,
            Fault::SensorStuck,
            Fault::SensorNoisy,
            Fault::ReadsHigh,
            Fault::ReadsLow,
            Fault::BarometerStuck,
            Fault::TubeBlocked,
        ]);
        match fault {
            Fault::MotionLost | Fault::MotionFrozen | Fault::MotionSilent | Fault::ButtonStuck => true,
            // What is stuck while nothing changes says the truth.
            Fault::SensorStuck | Fault::Burst | Fault::TubeBlocked => outputs.pump.is_on(),
            Fault::ValveOpen => outputs.pump.is_on() && *vacuum < 5_000.0,
            Fault::AdapterOpen | Fault::ChargerLine => {
                seen.doing != Doing::Doffed && *vacuum > 6_000.0 && trace.vacuum.is_some() && !blind
            }
            // A switch that bounces says a position now and then.
            Fault::DialWire | Fault::SwitchUnreadable if self.has(Fault::SwitchBounces) => false,
            Fault::DialWire => {
                let wires = control::wires_of_position(hands.position);
                works && wires & 0b0_0100 != 0 && !hands.held(seen.t_s, 5.0)
            }
            Fault::DriverStuck => {
                let set = trace.set_point.map_or(75_000.0, |set| set.pa());
                !outputs.pump.is_on() && !blind && *vacuum > set + SHOWS_PA && trace.mode != Mode::Reverse
            }
            Fault::ValveShut => trace.mode == Mode::Reverse && *vacuum > 7_000.0 && !blind,
            _ => works,
        }
    }

    /// A suspension that was lost is told.
    fn no_silence(&mut self, rig: &Rig, seen: &Seen, hands: &Hands) -> Result<(), Broken> {
        let goal = match hands.position {
            level @ 1..=4 => self.settings.levels[usize::from(level) - 1],
            _ => self.settings.automatic[0],
        };
        let low = seen.vacuum < goal.pa() - self.settings.band.pa() - OFF_PA;
        let unknowable = self.any(&[Fault::TubeBlocked, Fault::ReadsLow, Fault::SensorStuck, Fault::BarometerStuck]);
        let away = seen.doing == Doing::Doffed || hands.held(seen.t_s, 1.0) || rig.dark;
        // At a changed altitude there is less to be had.
        let worn = low && !unknowable && !away && !self.has(Fault::Altitude) && !self.has(Fault::SwitchBounces);
        if !worn || seen.outputs.warning.is_some() || seen.trace.mode == Mode::Off {
            self.silent_since_s = seen.t_s;
        }
        if seen.t_s - self.silent_since_s > SILENCE_S {
            let what = format!(
                "{:.1} kPa for {SILENCE_S:.0} s where {:.1} kPa are set, and nothing is told ({:?}, {:?}, {:?})",
                seen.vacuum / 1e3,
                goal.pa() / 1e3,
                seen.doing,
                seen.trace.mode,
                seen.trace.wear
            );
            return broken(Invariant::NoSilence, what);
        }
        Ok(())
    }

    fn battery(&mut self, rig: &Rig, seen: &Seen, hands: &Hands, dt: f64) -> Result<(), Broken> {
        let restarted = std::mem::replace(&mut self.was_dark, rig.dark) && !rig.dark;
        if !self.has(Fault::Burst) {
            return Ok(());
        }
        self.burst_s += dt;
        self.burst_pump_s += if seen.outputs.pump.is_on() { dt } else { 0.0 };
        self.burst_restarts += u32::from(restarted);
        self.burst_jumps |= self.has(Fault::ClockJumps);
        let acts = f64::from(hands.acts - self.burst_acts + self.burst_restarts);
        let pauses = self.burst_s / seconds(self.settings.pause_ms) * if self.burst_jumps { 2.0 } else { 1.0 };
        if self.burst_pump_s > (seconds(self.settings.longest_run_ms) + STEP_S) * (1.0 + pauses + acts) {
            let what = format!("ran {:.0} of {:.0} s of a torn sleeve", self.burst_pump_s, self.burst_s);
            return broken(Invariant::BatteryBounded, what);
        }
        Ok(())
    }

    fn recovered(&mut self, seen: &Seen) -> Result<(), Broken> {
        let low = seen.trace.set_point.is_some_and(|set| seen.vacuum < set.pa() - self.settings.band.pa() - OFF_PA);
        if !low {
            self.low_since_s = seen.t_s;
        }
        if !self.present.is_empty() || seen.t_s - self.well_since_s < recovery_s(&self.settings) {
            return Ok(());
        }
        if let Some(fault) = seen.trace.fault {
            return broken(Invariant::Recovers, format!("still in fault {fault:?}"));
        }
        // Only a run can tell that a line is open again; while the vacuum stands none is due, and the warning stays.
        if seen.trace.warnings.contains(Warning::Blocked) && self.pumped_well_s > TELLING_RUN_S {
            return broken(Invariant::NoFalseAlarm, "told of a blocked line, which is open");
        }
        for warning in [
            Warning::Driver,
            Warning::Adapter,
            Warning::Charger,
            Warning::ValveShut,
            Warning::Button,
            Warning::Restarts,
            Warning::MotionLost,
            Warning::LeftAtReverse,
        ] {
            if seen.trace.warnings.contains(warning) {
                return broken(Invariant::NoFalseAlarm, format!("told of {warning:?}, and all is well"));
            }
        }
        if seen.t_s - self.low_since_s > seconds(self.settings.longest_run_ms) + RAISED_S {
            let set = seen.trace.set_point.map_or(0.0, |set| set.pa());
            let what = format!(
                "{:.1} kPa stand where {:.1} kPa are set ({:?}, {:?}, {:?})",
                seen.vacuum / 1e3,
                set / 1e3,
                seen.doing,
                seen.trace.wear,
                seen.outputs.warning
            );
            return broken(Invariant::Recovers, what);
        }
        Ok(())
    }
}

/// The warnings of which any tells of a fault; none where nothing has to be told.
pub fn telling(fault: Fault) -> &'static [Warning] {
    match fault {
        Fault::SensorSilent | Fault::SensorStuck => &[Warning::Sensor, Warning::Leak, Warning::Blocked],
        Fault::BarometerStuck => &[Warning::Sensor],
        Fault::SwitchUnreadable | Fault::DialWire => &[Warning::Switch],
        Fault::CellsEmpty => &[Warning::CellsEmpty],
        Fault::MotionLost | Fault::MotionFrozen | Fault::MotionSilent => &[Warning::MotionLost],
        Fault::Burst | Fault::ValveOpen => &[Warning::Leak],
        Fault::TubeBlocked => &[Warning::Blocked],
        Fault::AdapterOpen => &[Warning::Adapter],
        Fault::ChargerLine => &[Warning::Charger],
        Fault::DriverStuck => &[Warning::Driver, Warning::TooDeep],
        Fault::ValveShut => &[Warning::ValveShut],
        Fault::ButtonStuck => &[Warning::Button],
        _ => &[],
    }
}

fn seconds(ms: u32) -> f64 {
    f64::from(ms) * 1e-3
}
