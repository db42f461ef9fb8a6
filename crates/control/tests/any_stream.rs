//! Over arbitrary streams of inputs, nonsense included: the invariants that no single test thinks of.

use control::{Acceleration, Inputs, Milliseconds, Mode, Settings, State, Touch, Trace, Valve, Warning, digest, step};
use proptest::prelude::*;
use units::AbsolutePressure;

fn any_f32() -> impl Strategy<Value = f32> {
    prop_oneof![
        4 => -400.0f32..400.0,
        1 => prop_oneof![Just(f32::NAN), Just(-f32::NAN), Just(f32::INFINITY), Just(f32::MIN), Just(1e-42f32), Just(-0.0)],
        1 => any::<u32>().prop_map(f32::from_bits),
    ]
}

fn any_pressure() -> impl Strategy<Value = Option<AbsolutePressure>> {
    let pa = prop_oneof![
        8 => 10_000.0f64..110_000.0,
        1 => any::<u64>().prop_map(f64::from_bits),
        1 => Just(f64::NAN),
    ];
    prop::option::weighted(0.9, pa.prop_map(AbsolutePressure::from_pa))
}

fn any_inputs() -> impl Strategy<Value = Inputs> {
    let sample = [any_f32(), any_f32(), any_f32()];
    let acceleration = prop_oneof![
        3 => (-20.0f32..20.0, -20.0f32..20.0, -20.0f32..20.0).prop_map(|(x, y, z)| Acceleration::Sample([x, y, z])),
        1 => sample.prop_map(Acceleration::Sample),
        1 => Just(Acceleration::NotRead),
        1 => Just(Acceleration::Failed),
    ];
    let touch = (
        prop::option::weighted(0.9, prop_oneof![2 => 0u8..9, 1 => Just(Touch::REVERSE)]),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(position, reverse_held, tapped)| Touch { position, reverse_held, tapped });
    let volts = prop_oneof![4 => 2.2f32..3.0, 1 => 1.0f32..2.2, 1 => any_f32()];
    let ambient = prop_oneof![3 => Just(Some(AbsolutePressure::from_kpa(101.325))), 1 => any_pressure()];
    let flags = (prop::bool::weighted(0.1), prop::bool::weighted(0.9));
    (any_pressure(), ambient, acceleration, touch, volts, prop_oneof![4 => 0.0f32..40.0, 1 => any_f32()], flags)
        .prop_map(|(line, ambient, acceleration, touch, cell_volts, temperature_c, (charger, attached))| Inputs {
            line,
            ambient,
            acceleration,
            touch,
            cell_volts,
            temperature_c,
            charger,
            attached,
        })
}

/// Mostly 10 ms, sometimes long, rarely absurd, and now and then back.
fn any_time() -> impl Strategy<Value = i64> {
    prop_oneof![8 => Just(10i64), 4 => 0i64..3_000, 1 => -100_000i64..1_000_000, 1 => any::<i64>()]
}

/// For how many steps the same is sensed: mostly short, sometimes long enough for a gesture.
fn any_hold() -> impl Strategy<Value = u16> {
    prop_oneof![8 => 1u16..40, 1 => 200u16..700]
}

fn finite(trace: &Trace) -> bool {
    let levels = [trace.set_point, trace.vacuum].into_iter().flatten().map(|level| level.pa());
    let known = [trace.cadence, trace.leak_ml_per_min, trace.leak_trend, trace.air_volume_ml].into_iter().flatten();
    let plain = [trace.pump_life, trace.charge, trace.hours_left];
    levels.chain(known.chain(plain).map(f64::from)).all(f64::is_finite)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// The same stream, held for some steps each, so that debounces and dwells are passed as well.
    #[test]
    fn sr_030_any_stream_of_inputs_keeps_the_invariants(
        stream in prop::collection::vec((any_inputs(), any_time(), any_hold()), 1..60)
    ) {
        let settings = Settings::default();
        let (mut state, mut now, mut held_ms, mut said_ms) = (State::new(), 0u64, 0u64, [0u64; 2]);
        for (inputs, dt, times) in stream {
            for n in 0..times {
                let dt = if n == 0 { dt } else { 10 };
                let last = now;
                now = now.saturating_add_signed(dt);
                let (next, outputs, trace) = step(&settings, &state, Milliseconds(now), &inputs);
                // Pure: the same bits again.
                let again = step(&settings, &state, Milliseconds(now), &inputs);
                prop_assert_eq!((next, outputs, trace), again);
                prop_assert_eq!(digest(&outputs, &trace), digest(&again.1, &again.2));
                // No NaN: a state equals itself.
                prop_assert_eq!(next, next);
                prop_assert!(finite(&trace), "{:?}", trace);
                // A contact that stops the pump does so once it has stood, unless it is told that it cannot be.
                let mut stopped = false;
                for (said_ms, (said, told)) in said_ms.iter_mut().zip([(!inputs.attached, Warning::Adapter), (inputs.charger, Warning::Charger)]) {
                    // The first step of a contact does not count, whatever has passed.
                    *said_ms = if !said { 0 } else if *said_ms == 0 { 1 } else { said_ms.saturating_add(now.saturating_sub(last)) };
                    stopped |= *said_ms > u64::from(settings.debounce_ms) && !trace.warnings.contains(told);
                }
                // The ceiling.
                if outputs.pump.is_on() {
                    let vacuum = trace.vacuum.unwrap();
                    prop_assert!(vacuum < settings.ceiling && vacuum < trace.set_point.unwrap());
                    prop_assert!(trace.set_point.unwrap() <= settings.ceiling && outputs.pump.percent() <= 100);
                    prop_assert!(trace.mode.keeps() && outputs.valve == Valve::Hold && !stopped);
                }
                // Air is let in by the person's own act: the gesture held for its time, and only at reverse.
                let holding = inputs.touch.position == Some(Touch::REVERSE) && inputs.touch.reverse_held;
                held_ms = if holding { held_ms + now.saturating_sub(last).min(500) } else { 0 };
                let began = outputs.valve == Valve::Release && state.mode() != Mode::Reverse;
                prop_assert!(!began || held_ms >= u64::from(settings.hold_ms), "released after {} ms", held_ms);
                prop_assert_eq!(outputs.valve == Valve::Release, trace.mode == Mode::Reverse);
                prop_assert_eq!(outputs.supply, outputs.pump.is_on());
                // Whoever is held is told.
                let held = matches!(trace.mode, Mode::Fault | Mode::LowBattery);
                prop_assert!(!held || outputs.warning.is_some(), "{:?}", trace);
                state = next;
            }
        }
    }

    #[test]
    fn sr_001_no_settings_raise_the_vacuum_above_25_inhg(
        levels in [any::<u64>(), any::<u64>(), any::<u64>(), any::<u64>()], ceiling in any::<u64>(), band in any::<u64>(),
        vacuum in 0.0f64..101.0, level in 1u8..=4
    ) {
        let any = |bits| units::VacuumLevel::from_pa(f64::from_bits(bits));
        let settings = Settings { levels: levels.map(any), ceiling: any(ceiling), band: any(band), ..Settings::default() };
        let inputs = Inputs {
            line: Some(AbsolutePressure::from_kpa(101.325 - vacuum)),
            ambient: Some(AbsolutePressure::from_kpa(101.325)),
            acceleration: Acceleration::NotRead,
            touch: Touch::at(level),
            cell_volts: 2.5,
            temperature_c: 20.0,
            charger: false,
            attached: true,
        };
        let (_, outputs, trace) = step(&settings, &State::new(), Milliseconds(0), &inputs);
        prop_assert!(!outputs.pump.is_on() || vacuum < 84.7);
        prop_assert!(trace.set_point.is_none_or(|goal| goal.inhg() < 25.000_1));
    }
}
