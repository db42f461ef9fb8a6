//! Any stream of inputs: air is let in only with the gesture, nothing is pumped above the ceiling, nothing is NaN.

use control::{Acceleration, Inputs, Milliseconds, Settings, State, Touch, Valve, step};
use units::AbsolutePressure;

/// Bytes of a moment.
const MOMENT: usize = 43;

struct Moment {
    gap_ms: i32,
    line: Option<f64>,
    ambient: Option<f64>,
    acceleration: Option<Option<[f32; 3]>>,
    position: Option<u8>,
    held: bool,
    tapped: bool,
    volts: f32,
    celsius: f32,
    charger: bool,
    attached: bool,
}

/// The first byte says what is there, the others are the numbers.
fn moment(bytes: &[u8]) -> Moment {
    let has = |bit: u8| bytes[0] & (1 << bit) != 0;
    let double = |at: usize| f64::from_le_bytes(std::array::from_fn(|byte| bytes[at + byte]));
    let single = |at: usize| f32::from_le_bytes(std::array::from_fn(|byte| bytes[at + byte]));
    Moment {
        gap_ms: i32::from_le_bytes(std::array::from_fn(|byte| bytes[1 + byte])),
        line: has(0).then(|| double(5)),
        ambient: has(1).then(|| double(13)),
        acceleration: has(2).then(|| has(3).then(|| [single(21), single(25), single(29)])),
        position: has(4).then(|| bytes[33]),
        held: has(5),
        tapped: has(6),
        volts: single(34),
        celsius: single(38),
        charger: has(7),
        attached: bytes[42] & 1 != 0,
    }
}

pub fn body(bytes: &[u8]) {
    let settings = Settings::default();
    let (mut state, mut now, mut held_before) = (State::new(), 0u64, false);
    for bytes in bytes.chunks_exact(MOMENT) {
        let moment = moment(bytes);
        now = now.saturating_add_signed(i64::from(moment.gap_ms));
        let inputs = Inputs {
            line: moment.line.map(AbsolutePressure::from_pa),
            ambient: moment.ambient.map(AbsolutePressure::from_pa),
            acceleration: match moment.acceleration {
                Some(Some(sample)) => Acceleration::Sample(sample),
                Some(None) => Acceleration::Failed,
                None => Acceleration::NotRead,
            },
            touch: Touch { position: moment.position, reverse_held: moment.held, tapped: moment.tapped },
            cell_volts: moment.volts,
            temperature_c: moment.celsius,
            charger: moment.charger,
            attached: moment.attached,
        };
        let (next, outputs, trace) = step(&settings, &state, Milliseconds(now), &inputs);
        assert!(outputs.valve == Valve::Hold || moment.held || held_before, "air let in by itself");
        if outputs.pump.is_on() {
            assert!(trace.vacuum.is_some_and(|vacuum| vacuum < settings.ceiling), "pumps blind or above the ceiling");
        }
        assert!(!trace.charge.is_nan() && !trace.hours_left.is_nan() && !trace.pump_life.is_nan());
        held_before = held_before && outputs.valve == Valve::Release || moment.held;
        state = next;
    }
}
