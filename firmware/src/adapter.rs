//! The one file that knows what the controller says: inputs in, a command, a report and a frame out.
//!
//! | bytes of a report | field |
//! |---|---|
//! | 0–7 | time since power-on, ms, u64 |
//! | 8–11 | digest of all that was decided and why (`control::digest`), u32 |
//! | 12 | the pump's drive, percent |
//! | 13 | 1: the valve lets air in |
//! | 14 | warning, as `control::Warning::code`; 255: none |
//! | 15 | mode, as `control::Mode::code` |

use control::{FRAME_BYTES, Frame, Inputs, Led, Milliseconds, Outputs, Settings, State, Telemetry, Trace, Valve};

/// Bytes of a report: whole words of eight.
pub const REPORT: usize = 16;
/// What the controller did in one step and why, little-endian.
pub type Report = [u8; REPORT];
/// Bytes of a snapshot.
pub const SNAPSHOT: usize = control::SNAPSHOT_BYTES;
/// What the controller remembers over a loss of power.
pub type Snapshot = [u8; SNAPSHOT];

/// What the board shall do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// The pump's drive, percent.
    pub pump_percent: u8,
    /// The pump's supply is switched on, by a switch before its driver.
    pub supply: bool,
    /// The valve lets air in.
    pub release: bool,
    /// Vibrator, beeper, and the light's red, green and blue are on.
    pub signal: [bool; 5],
    /// The charger may charge.
    pub charge: bool,
    /// All warnings, as `control::Warnings::bits`.
    pub warnings: u32,
    /// The next step is due within this; a unit in storage sleeps.
    pub next_ms: u64,
}

impl Command {
    /// What a board does that was told what makes no sense: the pump without supply, the vacuum held, beep and red light.
    pub const SAFE: Self = Self {
        pump_percent: 0,
        supply: false,
        release: false,
        signal: [false, true, true, false, false],
        charge: false,
        warnings: 0,
        next_ms: 0,
    };

    /// Whether it agrees with itself: the pump turns only with its supply, never while air is let in, and with no more than all.
    pub const fn makes_sense(&self) -> bool {
        self.supply == (self.pump_percent > 0) && !(self.supply && self.release) && self.pump_percent <= 100
    }
}

/// The controller with what it remembers.
#[derive(Default)]
pub struct Controller {
    settings: Settings,
    state: State,
}

impl Controller {
    /// A new one with settings.
    pub fn with(settings: Settings) -> Self {
        Self { settings, state: State::default() }
    }

    /// As it was when the snapshot was made; `None` where that is not whole.
    pub fn restored(settings: Settings, snapshot: &Snapshot) -> Option<Self> {
        Some(Self { settings, state: control::restore(snapshot).ok()? })
    }

    /// The settings in force.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What is to be kept over a loss of power.
    pub fn snapshot(&self) -> Snapshot {
        control::save(&self.state)
    }

    /// One step.
    pub fn step(&mut self, now: Milliseconds, inputs: &Inputs) -> Decision {
        let (state, outputs, trace) = control::step(&self.settings, &self.state, now, inputs);
        self.state = state;
        Decision { now, inputs: *inputs, outputs, trace }
    }
}

/// What one step decided. What nobody asks for is not worked out.
pub struct Decision {
    now: Milliseconds,
    inputs: Inputs,
    outputs: Outputs,
    trace: Trace,
}

impl Decision {
    /// For the board.
    pub fn command(&self) -> Command {
        let Outputs { pump, supply, valve, signal, charge, next_within, .. } = self.outputs;
        let [red, green, blue] = light(signal.led, self.now.0);
        Command {
            pump_percent: pump.percent(),
            supply,
            release: valve == Valve::Release,
            signal: [signal.tactile, signal.audible, red, green, blue],
            charge,
            warnings: self.trace.warnings.bits(),
            next_ms: next_within.0,
        }
    }

    /// For the replay.
    pub fn report(&self) -> Report {
        let [d0, d1, d2, d3] = control::digest(&self.outputs, &self.trace).to_le_bytes();
        let (pump_percent, release) = (self.outputs.pump.percent(), self.outputs.valve == Valve::Release);
        let warning = self.outputs.warning.map_or(255, |warning| warning.code());
        let done = [d0, d1, d2, d3, pump_percent, u8::from(release), warning, self.trace.mode.code()];
        let mut bytes = [0; REPORT];
        bytes.as_chunks_mut().0.copy_from_slice(&[self.now.0.to_le_bytes(), done]);
        bytes
    }

    /// For the serial line, with its length.
    pub fn frame(&self) -> ([u8; FRAME_BYTES], usize) {
        let mut wire = [0; FRAME_BYTES];
        let telemetry = Telemetry::of(self.now, &self.inputs, &self.outputs, &self.trace);
        let length = control::encode(&Frame::Telemetry(telemetry), &mut wire);
        (wire, length)
    }
}

/// Red, green and blue. Charging breathes as far as a light without dimmer can.
fn light(led: Led, now_ms: u64) -> [bool; 3] {
    let blink = |half_period_ms: u64| (now_ms / half_period_ms).is_multiple_of(2);
    match led {
        Led::Off => [false; 3],
        Led::Well => [false, true, false],
        Led::Charging => [false, blink(2_000), false],
        Led::Low => [true, true, false],
        Led::Medium => [blink(500), blink(500), false],
        Led::High => [blink(125), false, false],
        Led::Releasing => [false, false, true],
    }
}
