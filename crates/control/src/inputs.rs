//! # Inputs
//!
//! **Stands for** what a unit senses at one moment. Every field can be missing or wrong; the pages that use it say what
//! happens then.
//!
//! | field | unit | missing or wrong |
//! |---|---|---|
//! | `line` | absolute pressure in the socket line | pump off at once, sensor fault in `silence_ms` |
//! | `ambient` | absolute pressure outside | the last one for `ambient_stale_ms`, then a fault |
//! | `acceleration` | m/s²: [anterior, lateral, up along the shank]; upright and still reads [0, 0, +9.81] | automatic keeps walking's vacuum |
//! | `touch` | position 0–6, gestures | the last one for `debounce_ms`, then a fault |
//! | `cell_volts` | V, both cells in series | as empty |
//! | `temperature_c` | °C at the cells | as unknown: no charging |
//! | `charger`, `attached` | – | switches; nothing to miss |
//!
//! **Assumptions** a step without a new acceleration says [`Acceleration::NotRead`], not the old one again.
//! **Tests** `tests/any_stream.rs` feeds every kind of nonsense.

use units::AbsolutePressure;

/// What the accelerometer says this step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Acceleration {
    /// A new sample, m/s².
    Sample([f32; 3]),
    /// None was taken.
    NotRead,
    /// The sensor does not answer.
    Failed,
}

/// The rotary switch as read by touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touch {
    /// 0 off, 1 to 4 the levels, 5 automatic, 6 reverse; `None` where it cannot be read.
    pub position: Option<u8>,
    /// The gesture of reverse is being held.
    pub reverse_held: bool,
    /// The switch was tapped: warnings are snoozed.
    pub tapped: bool,
}

impl Touch {
    /// Position of off.
    pub const OFF: u8 = 0;
    /// Position of automatic.
    pub const AUTOMATIC: u8 = 5;
    /// Position of reverse.
    pub const REVERSE: u8 = 6;

    /// The switch at a position, nobody touching it.
    pub const fn at(position: u8) -> Self {
        Self { position: Some(position), reverse_held: false, tapped: false }
    }
}

/// What the controller senses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs {
    /// Absolute pressure in the socket line; `None` when the sensor does not answer.
    pub line: Option<AbsolutePressure>,
    /// Ambient pressure; `None` when its sensor does not answer.
    pub ambient: Option<AbsolutePressure>,
    /// Acceleration of the shank.
    pub acceleration: Acceleration,
    /// The rotary switch.
    pub touch: Touch,
    /// Voltage of both cells in series, V.
    pub cell_volts: f32,
    /// Temperature at the cells, °C.
    pub temperature_c: f32,
    /// The charger is connected.
    pub charger: bool,
    /// The unit sits on its adapter.
    pub attached: bool,
}
