//! Any stream of inputs: air is let in only with the gesture, nothing is pumped above the ceiling, nothing is NaN.
#![no_main]

use arbitrary::Arbitrary;
use control::{Acceleration, Inputs, Milliseconds, Settings, State, Touch, Valve, step};
use libfuzzer_sys::fuzz_target;
use units::AbsolutePressure;

#[derive(Debug, Arbitrary)]
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

fuzz_target!(|moments: Vec<Moment>| {
    let settings = Settings::default();
    let (mut state, mut now, mut held_before) = (State::new(), 0u64, false);
    for moment in moments {
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
});
