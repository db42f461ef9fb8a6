//! Frames of a made-up unit, for the tests of whatever shows them.

use control::{FRAME_BYTES, Frame, Milliseconds, Telemetry, encode};

/// A frame's content at a time in ms, with vacuum and set point at 50 kPa.
pub fn telemetry(at: u64) -> Telemetry {
    Telemetry {
        fault: u8::MAX,
        restarts: 0,
        at: Milliseconds(at),
        mode: 5,
        activity: 4,
        flags: 0,
        drive: 0,
        warnings: 0,
        set_point: Some(5_000),
        vacuum: Some(5_000),
        cadence: Some(104),
        leak: Some(310),
        trend: None,
        steps: 12,
        pump_s: 3,
        charge: 985,
        hours_left: 301,
        millivolts: 2_600,
        temperature: 210,
    }
}

/// Its bytes on the wire.
pub fn bytes(telemetry: Telemetry) -> Vec<u8> {
    let mut wire = [0; FRAME_BYTES];
    let long = encode(&Frame::Telemetry(telemetry), &mut wire);
    wire.get(..long).unwrap_or_default().to_vec()
}
