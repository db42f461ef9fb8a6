//! # Digest
//!
//! **Stands for** the bits of one decision in four bytes, so that a replay can be compared step by step.
//!
//! **Equations** CRC-32 over every field of outputs and trace in the order of their declaration, floats as their bits,
//! what is not known as 0xff.
//!
//! **Assumptions** none; two digests that differ mean that a bit differs. **Tests** `tests/telemetry.rs`.

use crate::bytes::Writer;
use crate::crc::crc32;
use crate::outputs::{Outputs, Trace, Valve};
use crate::wear::Wear;

/// The digest of one step.
pub fn digest(outputs: &Outputs, trace: &Trace) -> u32 {
    let mut bytes = [0; 192];
    let mut to = Writer::new(&mut bytes);
    let signal = &outputs.signal;
    to.bytes(&[
        outputs.pump.percent(),
        u8::from(outputs.valve == Valve::Release),
        u8::from(signal.tactile),
        u8::from(signal.audible),
        signal.led as u8,
        outputs.warning.map_or(0xff, |warning| warning.code()),
        u8::from(outputs.charge),
        u8::from(outputs.supply),
    ]);
    to.u64(outputs.next_within.0);
    to.u8(trace.mode.code());
    for level in [trace.set_point, trace.vacuum] {
        to.u64(level.map_or(u64::MAX, |level| level.pa().to_bits()));
    }
    to.bytes(&[trace.activity.code(), trace.followed.code(), u8::from(trace.wear == Wear::Doffed)]);
    to.u8(trace.leak_zone as u8);
    for known in [trace.cadence, trace.leak_ml_per_min, trace.leak_trend, trace.air_volume_ml] {
        to.u32(known.map_or(u32::MAX, f32::to_bits));
    }
    to.u32(trace.warnings.bits());
    to.u8(trace.fault.map_or(0xff, |fault| fault as u8));
    to.u32(trace.steps);
    for time in trace.time_at {
        to.u64(time);
    }
    to.u64(trace.pump_ms);
    for value in [trace.pump_life, trace.charge, trace.hours_left] {
        to.f32(value);
    }
    to.bytes(&[u8::from(trace.late), u8::from(trace.clock_back), trace.restarts]);
    let written = to.written();
    crc32(bytes.get(..written).unwrap_or_default())
}
