//! # The electronic pump's controller
//!
//! **Stands for** everything an electronic vacuum pump decides: when the pump runs, what the valve does, what the
//! person is told. [`step`] is a pure function: the same settings, state, time and inputs give the same bits on a
//! desktop and on a microcontroller. Time is an argument; nothing here reads a clock, allocates or panics.
//!
//! ```text
//!  touch ─▶ switch ───────────────┐
//!  line, ambient ─▶ sensor ─▶ vacuum ─▶ wear ─▶ MODE ─▶ set point ─▶ pump, valve
//!  acceleration ─▶ gait ─▶ activity ─────────────────────┘              │
//!  cells, temperature ────────────┘             leak ◀─ what the pump did ─▶ counters ─▶ warnings ─▶ signal
//! ```
//!
//! The safe state is **hold and warn**: the adapter's valve keeps what vacuum there is and the person is told. Air is
//! let in only in reverse, which is the person's own act. Hazards and the tests that answer them: `docs/hazards.toml`.
//!
//! | page | one concept |
//! |---|---|
//! | `modes` | the table of modes and what leads to them |
//! | `settings` | every number, with its limits and where it is from |
//! | `time` | the controller's own time: late steps, clocks that jump |
//! | `touch`, `wires` | the rotary switch and its wires, the held gesture of reverse |
//! | `contacts` | the contact on the adapter and the charger's line: when they are believed |
//! | `believe`, `sensor`, `driver` | which pressures are believed, and what they say of the pump |
//! | `gait`, `activity` | strides and posture from one accelerometer on the shank, followed with dwell |
//! | `wear` | donned or doffed |
//! | `pump` | band, ceiling, longest run |
//! | `leak` | the leak as a conductance |
//! | `cells`, `counters` | charge and cold; steps, time at level, hours against the tested life |
//! | `warnings` | priorities, hysteresis, snooze, patterns |
//! | `snapshot` | what survives a brown-out |
//! | `settings_record` | settings as bytes, from who prescribes them to the unit's flash |
//! | `recording` | what was sensed, as a file |
//! | `telemetry`, `digest`, `cobs`, `bytes`, `crc` | frames on the wire |
//!
//! **Numbers** are f32 where they are computed with (a Cortex-M4F has no double unit), whole milliseconds and
//! integers where they are summed; only + − × ÷ and comparisons, so no library decides a bit. What cannot be a number
//! is turned away at the edge, so no NaN, whose bits differ between machines, is ever made.
#![no_std]

mod activity;
mod believe;
mod bytes;
mod cells;
mod cobs;
mod contacts;
mod counters;
mod crc;
mod digest;
mod driver;
mod gait;
mod inputs;
mod leak;
mod modes;
mod number;
mod outputs;
mod pump;
mod recording;
mod sensor;
mod settings;
mod settings_record;
mod signal;
mod snapshot;
mod state;
mod step;
mod telemetry;
mod time;
mod touch;
mod warnings;
mod wear;
mod wires;

pub use activity::Activity;
pub use digest::digest;
pub use inputs::{Acceleration, Inputs, Touch};
pub use leak::LeakZone;
pub use modes::Mode;
pub use outputs::{Drive, Outputs, Trace, Valve};
pub use recording::{HEADER, RECORD_BYTES, record, recorded};
pub use sensor::Fault;
pub use settings::{SETTINGS, Setting, Settings};
pub use settings_record::{SETTINGS_RECORD_BYTES, SettingsRecordError, read_settings, write_settings};
pub use signal::{Led, Signal};
pub use snapshot::{SNAPSHOT_BYTES, SnapshotError, restore, save};
pub use state::State;
pub use step::step;
pub use telemetry::{Decoder, FRAME_BYTES, Frame, FrameError, Telemetry, VERSION, decode, encode};
pub use time::Milliseconds;
pub use warnings::{Priority, Warning, Warnings};
pub use wear::Wear;
pub use wires::{WIRES, position_of_wires, wires_of_position};
