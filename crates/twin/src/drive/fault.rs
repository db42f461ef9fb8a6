//! # Faults
//!
//! **Stands for** what goes wrong with an electronic pump on a person: sensors, line, sleeve, cells, clock, hands.
//!
//! | fault | what it does | warned within |
//! |---|---|---|
//! | sensor silent | the line sensor does not answer | 3 s |
//! | sensor stuck | it says what it said | 30 min (told apart only once the pump works or nothing changes) |
//! | sensor noisy | forty times its noise | – (it may still serve) |
//! | reads high, reads low | it drifts by 20 kPa an hour, up or down | when air is next let in |
//! | barometer stuck | it says what it said | 6 min |
//! | switch unreadable | the touch switch gives no position | 3 s |
//! | switch bounces | every other reading is another position | – (what was selected goes on) |
//! | dial wire | one of its wires is broken | 3 s where the position needs it |
//! | button stuck | the button of the gesture is closed | 40 s |
//! | motion lost, frozen, silent | the accelerometer fails, says the same, gives no samples | 15 s, 90 s, 90 s |
//! | adapter open, charger line | a contact says off the adapter, on the charger | 5 s under vacuum or walking |
//! | tube blocked | pump and sensor are cut off from the socket | 10 s of the pump's work (without it nothing can be known) |
//! | driver stuck | the pump runs, whatever it is told: driver and cut-off both conduct | 90 s on end of it on a closed socket |
//! | valve shut, valve open | it lets no air in; it stays open once it has let some in | 20 s of reverse; 5 min of the pump's work |
//! | pinhole | the sleeve has a hole that the pump covers | – |
//! | burst | the sleeve tears | 5 min |
//! | cells empty | the charge is gone | 3 s |
//! | weak cells | the board gives way 0.3 s after each start of the pump | as a vacuum that is lost |
//! | brown-out | the controller is off, then begins from its snapshot | – |
//! | clock jumps | forwards or back | – (nothing must happen) |
//! | altitude | ambient pressure changes by a few kPa within minutes | – |
//! | doffed | the prosthesis comes off, whatever the pump does | – |
//!
//! What a contact or a wire does may come and go ([`Flicker`]): for 50 ms to 10 s, again and again.
//!
//! **Assumptions** the drift is that of a sensor that is failing, a figure of ours. **Tests** `campaign`.

use control::Settings;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// The line sensor does not answer.
    SensorSilent,
    /// The line sensor says what it said.
    SensorStuck,
    /// The line sensor is noisy.
    SensorNoisy,
    /// The line sensor drifts up: the vacuum reads less than it is.
    ReadsHigh,
    /// The line sensor drifts down: the vacuum reads more than it is.
    ReadsLow,
    /// The barometer says what it said.
    BarometerStuck,
    /// The switch cannot be read.
    SwitchUnreadable,
    /// The switch bounces.
    SwitchBounces,
    /// A wire of the dial is broken.
    DialWire,
    /// The button of the gesture is closed.
    ButtonStuck,
    /// The accelerometer fails.
    MotionLost,
    /// The accelerometer says the same again and again.
    MotionFrozen,
    /// The accelerometer gives no samples.
    MotionSilent,
    /// The contact on the adapter is open though the unit is on it.
    AdapterOpen,
    /// The charger's line is closed though there is none.
    ChargerLine,
    /// The tube is blocked.
    TubeBlocked,
    /// The pump runs, whatever it is told.
    DriverStuck,
    /// The valve lets no air in.
    ValveShut,
    /// The valve stays open once it has let air in.
    ValveOpen,
    /// A pinhole in the sleeve.
    Pinhole,
    /// The sleeve tears.
    Burst,
    /// The cells are empty.
    CellsEmpty,
    /// The cells bring the board down each time the pump starts.
    WeakCells,
    /// The controller loses its supply.
    BrownOut,
    /// The clock jumps.
    ClockJumps,
    /// Ambient pressure changes.
    Altitude,
    /// The prosthesis is taken off.
    Doffed,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 27] = [
        Self::SensorSilent,
        Self::SensorStuck,
        Self::SensorNoisy,
        Self::ReadsHigh,
        Self::ReadsLow,
        Self::BarometerStuck,
        Self::SwitchUnreadable,
        Self::SwitchBounces,
        Self::DialWire,
        Self::ButtonStuck,
        Self::MotionLost,
        Self::MotionFrozen,
        Self::MotionSilent,
        Self::AdapterOpen,
        Self::ChargerLine,
        Self::TubeBlocked,
        Self::DriverStuck,
        Self::ValveShut,
        Self::ValveOpen,
        Self::Pinhole,
        Self::Burst,
        Self::CellsEmpty,
        Self::WeakCells,
        Self::BrownOut,
        Self::ClockJumps,
        Self::Altitude,
        Self::Doffed,
    ];

    /// As written in scripts: `sensor_silent`.
    pub fn name(self) -> &'static str {
        match self {
            Self::SensorSilent => "sensor_silent",
            Self::SensorStuck => "sensor_stuck",
            Self::SensorNoisy => "sensor_noisy",
            Self::ReadsHigh => "reads_high",
            Self::ReadsLow => "reads_low",
            Self::BarometerStuck => "barometer_stuck",
            Self::SwitchUnreadable => "switch_unreadable",
            Self::SwitchBounces => "switch_bounces",
            Self::DialWire => "dial_wire",
            Self::ButtonStuck => "button_stuck",
            Self::MotionLost => "motion_lost",
            Self::MotionFrozen => "motion_frozen",
            Self::MotionSilent => "motion_silent",
            Self::AdapterOpen => "adapter_open",
            Self::ChargerLine => "charger_line",
            Self::TubeBlocked => "tube_blocked",
            Self::DriverStuck => "driver_stuck",
            Self::ValveShut => "valve_shut",
            Self::ValveOpen => "valve_open",
            Self::Pinhole => "pinhole",
            Self::Burst => "burst",
            Self::CellsEmpty => "cells_empty",
            Self::WeakCells => "weak_cells",
            Self::BrownOut => "brown_out",
            Self::ClockJumps => "clock_jumps",
            Self::Altitude => "altitude",
            Self::Doffed => "doffed",
        }
    }

    /// The fault of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fault| fault.name() == name)
    }

    /// Within how many seconds the person must be told, where they must be, as far as the fault is needed (`campaign`).
    pub fn told_within_s(self, settings: &Settings) -> Option<f64> {
        match self {
            Self::BarometerStuck => Some(f64::from(settings.ambient_stale_ms) * 1e-3 + 60.0),
            Self::MotionSilent => Some(f64::from(settings.motion_silence_ms) * 1e-3 + 30.0),
            Self::SensorSilent | Self::SwitchUnreadable | Self::CellsEmpty | Self::DialWire => Some(3.0),
            Self::AdapterOpen | Self::ChargerLine => Some(5.0),
            Self::TubeBlocked => Some(10.0),
            Self::MotionLost => Some(15.0),
            Self::ValveShut => Some(20.0),
            Self::ButtonStuck => Some(40.0),
            Self::MotionFrozen | Self::DriverStuck => Some(90.0),
            Self::Burst | Self::ValveOpen => Some(300.0),
            Self::SensorStuck => Some(1_800.0),
            _ => None,
        }
    }

    /// Whether a unit learns of the repair only where air is let in.
    pub const fn is_latched(self) -> bool {
        matches!(self, Self::DriverStuck | Self::ReadsHigh | Self::ReadsLow)
    }

    /// Whether it is a contact, a wire or a supply, which may come and go.
    pub const fn may_flicker(self) -> bool {
        matches!(
            self,
            Self::SensorSilent
                | Self::SwitchUnreadable
                | Self::DialWire
                | Self::ButtonStuck
                | Self::MotionLost
                | Self::AdapterOpen
                | Self::ChargerLine
                | Self::BrownOut
        )
    }
}

/// How a fault comes and goes: there for `on_s` in each `every_s`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Flicker {
    /// For how long, s.
    pub on_s: f64,
    /// In each, s.
    pub every_s: f64,
}

impl Flicker {
    /// Whether it is there so long after its beginning, s.
    pub(crate) fn on(self, since_s: f64) -> bool {
        // Half a millisecond, so that a sum of hundredths does not fall short of its edge.
        (since_s + 0.5e-3).rem_euclid(self.every_s) < self.on_s
    }
}

/// A fault with its time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Episode {
    /// What.
    pub fault: Fault,
    /// From, s.
    pub at_s: f64,
    /// For how long, s.
    pub for_s: f64,
    /// How it comes and goes meanwhile; on end where that is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flicker: Option<Flicker>,
}

impl Episode {
    /// Until, s.
    pub(crate) fn ends_s(&self) -> f64 {
        self.at_s + self.for_s
    }
}

/// Longest time after a repair until all must be well, s: a pause of the pump, a run, a margin.
pub(crate) fn recovery_s(settings: &Settings) -> f64 {
    f64::from(settings.pause_ms + settings.longest_run_ms) * 1e-3 + 510.0
}

/// Which faults a run draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Drawn {
    /// One at a time.
    #[default]
    Single,
    /// Two at a time, of all that there are, overlapping; what can come and go often does.
    Pairs,
}

/// The faults of a run, by seed, with time to recover between them.
pub fn plan(settings: &Settings, drawn: Drawn, seed: u64, hours: f64) -> Vec<Episode> {
    let recovery_s = recovery_s(settings);
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    random.set_stream(2);
    let mut episodes: Vec<Episode> = vec![];
    let mut at_s = between(&mut random, 60.0, 900.0);
    while at_s < hours * 3_600.0 - recovery_s {
        let first = one(&mut random, drawn, at_s, None);
        let mut ends_s = first.ends_s();
        episodes.push(first);
        if drawn == Drawn::Pairs {
            let second_s = at_s + between(&mut random, 0.0, first.for_s);
            let second = one(&mut random, drawn, second_s, Some(first.fault));
            ends_s = ends_s.max(second.ends_s());
            episodes.push(second);
        }
        at_s = ends_s + recovery_s + between(&mut random, 60.0, 1_800.0);
    }
    episodes
}

/// One fault from `at_s` on, another than `not`.
fn one(random: &mut ChaCha8Rng, drawn: Drawn, at_s: f64, not: Option<Fault>) -> Episode {
    let fault = loop {
        let fault = Fault::ALL[(random.next_u32() as usize) % Fault::ALL.len()];
        if Some(fault) != not {
            break fault;
        }
    };
    let log = |random: &mut ChaCha8Rng, low: f64, high: f64| between(random, low.ln(), high.ln()).exp();
    // Some last a blink, some half an hour.
    let for_s = log(random, 0.5, 2_400.0).round().max(1.0);
    let comes_and_goes = drawn == Drawn::Pairs && fault.may_flicker() && random.next_u32().is_multiple_of(2);
    let flicker = comes_and_goes.then(|| {
        let on_s = (log(random, 0.05, 10.0) * 100.0).round() / 100.0;
        Flicker { on_s, every_s: ((on_s + log(random, 0.05, 60.0)) * 100.0).round() / 100.0 }
    });
    // What comes and goes does so for some time.
    let for_s = if flicker.is_some() { for_s.max(600.0) } else { for_s };
    Episode { fault, at_s, for_s, flicker }
}

/// Evenly between two numbers.
pub(crate) fn between(random: &mut ChaCha8Rng, low: f64, high: f64) -> f64 {
    low + (high - low) * f64::from(random.next_u32()) / f64::from(u32::MAX)
}
