//! # Faults
//!
//! **Stands for** what goes wrong with an electronic pump on a person: sensors, line, sleeve, cells, clock, hands.
//!
//! | fault | what it does | warned within |
//! |---|---|---|
//! | sensor silent | the line sensor does not answer | 3 s |
//! | sensor stuck | it says what it said | 30 min (told apart only once the pump works or nothing changes) |
//! | sensor noisy | forty times its noise | – (it may still serve) |
//! | switch unreadable | the touch switch gives no position | 3 s |
//! | switch bounces | every other reading is another position | – (nothing must happen) |
//! | motion lost | the accelerometer fails | 15 s |
//! | tube blocked | pump and sensor are cut off from the socket | 10 s of the pump's work (without it nothing can be known) |
//! | pinhole | the sleeve has a hole that the pump covers | – |
//! | burst | the sleeve tears | 5 min |
//! | cells empty | the charge is gone | 3 s |
//! | brown-out | the controller is off, then begins from its snapshot | – |
//! | clock jumps | forwards or back | – (nothing must happen) |
//! | altitude | ambient pressure changes by a few kPa within minutes | – |
//! | doffed | the prosthesis comes off, whatever the pump does | – |
//!
//! **Assumptions** one at a time. **Tests** `campaign`.

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
    /// The switch cannot be read.
    SwitchUnreadable,
    /// The switch bounces.
    SwitchBounces,
    /// The accelerometer fails.
    MotionLost,
    /// The tube is blocked.
    TubeBlocked,
    /// A pinhole in the sleeve.
    Pinhole,
    /// The sleeve tears.
    Burst,
    /// The cells are empty.
    CellsEmpty,
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
    pub const ALL: [Self; 14] = [
        Self::SensorSilent,
        Self::SensorStuck,
        Self::SensorNoisy,
        Self::SwitchUnreadable,
        Self::SwitchBounces,
        Self::MotionLost,
        Self::TubeBlocked,
        Self::Pinhole,
        Self::Burst,
        Self::CellsEmpty,
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
            Self::SwitchUnreadable => "switch_unreadable",
            Self::SwitchBounces => "switch_bounces",
            Self::MotionLost => "motion_lost",
            Self::TubeBlocked => "tube_blocked",
            Self::Pinhole => "pinhole",
            Self::Burst => "burst",
            Self::CellsEmpty => "cells_empty",
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

    /// Within how many seconds the person must be told, where they must be.
    pub(crate) fn told_within_s(self) -> Option<f64> {
        match self {
            Self::SensorSilent | Self::SwitchUnreadable | Self::CellsEmpty => Some(3.0),
            Self::TubeBlocked => Some(10.0),
            Self::MotionLost => Some(15.0),
            Self::Burst => Some(300.0),
            Self::SensorStuck => Some(1_800.0),
            _ => None,
        }
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

/// The faults of a run, by seed: one at a time, with time to recover between them.
pub fn plan(settings: &Settings, seed: u64, hours: f64) -> Vec<Episode> {
    let recovery_s = recovery_s(settings);
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    random.set_stream(2);
    let mut episodes = vec![];
    let mut at_s = between(&mut random, 60.0, 900.0);
    while at_s < hours * 3_600.0 - recovery_s {
        let fault = Fault::ALL[(random.next_u32() as usize) % Fault::ALL.len()];
        // Some last a blink, some half an hour.
        let for_s = (between(&mut random, 0.5f64.ln(), 2_400.0f64.ln())).exp().round().max(1.0);
        episodes.push(Episode { fault, at_s, for_s });
        at_s += for_s + recovery_s + between(&mut random, 60.0, 1_800.0);
    }
    episodes
}

/// Evenly between two numbers.
pub(crate) fn between(random: &mut ChaCha8Rng, low: f64, high: f64) -> f64 {
    low + (high - low) * f64::from(random.next_u32()) / f64::from(u32::MAX)
}
