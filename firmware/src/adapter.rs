//! The one file that knows the controller's interface: readings in, a command and a report out.
//!
//! | bytes of a report | field |
//! |---|---|
//! | 0–7 | time since power-on, ms, u64 |
//! | 8–15, 16–23 | set point and measured vacuum, Pa, f64; zero where there is none |
//! | 24 | 1: the pump runs |
//! | 25 | 1: the valve lets air in |
//! | 26 | warning: 0 none, 1 sensor, 2 switch, 3 leak, 4 cells empty |
//! | 27 | bits: there is a set point, a vacuum |
//! | 28–31 | zero |

use crate::readings::{Acceleration, Readings};
use control::{Activity, Fault, Inputs, Outputs, Settings, State, Switch, Trace, Valve, Warning, step};
use units::AbsolutePressure;

/// Bytes of a report.
pub const REPORT: usize = 32;
/// What the controller did in one step and why, little-endian.
pub type Report = [u8; REPORT];

/// What the board shall do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// The pump's drive, percent.
    pub pump_percent: u8,
    /// The valve lets air in.
    pub release: bool,
    /// What the person is warned of, as in a report; 0: nothing.
    pub warning: u8,
}

/// The controller with what it remembers.
#[derive(Default)]
pub struct Controller {
    settings: Settings,
    state: State,
}

impl Controller {
    /// One step.
    pub fn step(&mut self, readings: &Readings) -> (Command, Report) {
        let (state, outputs, trace) = step(&self.settings, &self.state, readings.now_ms, &inputs(readings));
        self.state = state;
        let command = command(&outputs);
        (command, report(readings.now_ms, command, &trace))
    }
}

fn inputs(readings: &Readings) -> Inputs {
    let switch = match readings.switch {
        0 => Switch::Off,
        5 => Switch::Automatic,
        6 => Switch::Reverse,
        level => Switch::Manual(level),
    };
    // Without its sensor ambient is sea level's: on a hill too much vacuum is then seen, and too little drawn.
    let ambient = AbsolutePressure::from_pa(readings.ambient_pa.unwrap_or(101_325.0));
    let line = readings.line_pa.map(AbsolutePressure::from_pa);
    Inputs { switch, line, ambient, activity: activity(readings.acceleration), cell_volts: readings.cell_volts }
}

/// A first guess from one sample, until the controller recognises activity itself: far from 1 g one walks, with the
/// shank upright one stands.
fn activity(acceleration: Acceleration) -> Activity {
    let Acceleration::Sample([x, y, z]) = acceleration else { return Activity::Rest };
    let square = x * x + y * y + z * z;
    match () {
        () if !(64.0..144.0).contains(&square) => Activity::Walk,
        () if z * z > 0.5 * square => Activity::Stand,
        () => Activity::Rest,
    }
}

fn command(outputs: &Outputs) -> Command {
    let warning = match outputs.warning {
        None => 0,
        Some(Warning::Fault(Fault::Sensor)) => 1,
        Some(Warning::Fault(Fault::Switch)) => 2,
        Some(Warning::Leak) => 3,
        Some(Warning::CellsEmpty) => 4,
    };
    Command { pump_percent: if outputs.pump { 100 } else { 0 }, release: outputs.valve == Valve::Release, warning }
}

fn report(now_ms: u64, command: Command, trace: &Trace) -> Report {
    let (set_point, vacuum) = (trace.set_point.map(|level| level.pa()), trace.vacuum.map(|level| level.pa()));
    let known = u8::from(set_point.is_some()) | u8::from(vacuum.is_some()) << 1;
    let pump = u8::from(command.pump_percent > 0);
    let words = [
        now_ms.to_le_bytes(),
        set_point.unwrap_or(0.0).to_le_bytes(),
        vacuum.unwrap_or(0.0).to_le_bytes(),
        [pump, u8::from(command.release), command.warning, known, 0, 0, 0, 0],
    ];
    let mut bytes = [0; REPORT];
    bytes.as_chunks_mut().0.copy_from_slice(&words);
    bytes
}
