//! Frames go round, broken ones are errors, and what version 1 wrote is read for ever.

use crate::bench::{Bench, Shank};
use control::{
    Acceleration, Decoder, FRAME_BYTES, Fault, Frame, FrameError, Inputs, Milliseconds, Mode, Telemetry, Touch,
    Warning, Warnings, decode, digest, encode,
};
use proptest::prelude::*;
use units::AbsolutePressure;

pub fn wire(frame: &Frame) -> Vec<u8> {
    let mut bytes = [0; FRAME_BYTES];
    let long = encode(frame, &mut bytes);
    bytes[..long].to_vec()
}

fn read(bytes: &[u8]) -> Vec<Result<Frame, FrameError>> {
    let mut decoder = Decoder::new();
    bytes.iter().filter_map(|byte| decoder.push(*byte)).collect()
}

pub fn golden() -> [(Frame, &'static str); 3] {
    let telemetry = Telemetry {
        at: Milliseconds(0x0001_0203_0405),
        mode: Mode::Automatic.code(),
        activity: 4,
        flags: 0b01_0001,
        drive: 100,
        warnings: Warnings::of_bits(1 << Warning::Leak.code()).bits(),
        set_point: Some(6_095),
        vacuum: Some(-3),
        cadence: Some(104),
        leak: None,
        trend: Some(100),
        steps: 4_200,
        pump_s: 1_440_000,
        charge: 731,
        hours_left: 123,
        millivolts: 2_412,
        temperature: -105,
        fault: Fault::Zero.code(),
        restarts: 2,
    };
    let inputs = Inputs {
        line: Some(AbsolutePressure::from_kpa(43.725)),
        ambient: None,
        acceleration: Acceleration::Sample([0.5, -1.25, 9.75]),
        touch: Touch { position: Some(5), reverse_held: true, tapped: false },
        cell_volts: 2.5,
        temperature_c: 21.0,
        charger: false,
        attached: true,
    };
    [
        (
            Frame::Telemetry(telemetry),
            "08020105040302010101060504116440010106cf17fdff6804ffff64036810010103f91504db027b0b6c0997ff0502a250fc1c00",
        ),
        (
            Frame::Inputs(Milliseconds(10), inputs),
            "0402020a010101010101044d010501010105a059e54001010101010101010101023f0103a0bf01031c41010320400107a8417948331e00",
        ),
        (Frame::Digest(Milliseconds(20), 0xdead_beef), "0402031401010101010109efbeadde24b81fb900"),
    ]
}

#[test]
fn the_golden_records_of_version_2_are_written_and_read_as_they_were() {
    for (frame, hex) in golden() {
        let bytes = wire(&frame);
        let written: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(written, hex, "{frame:?}");
        assert_eq!(decode(&bytes[..bytes.len() - 1]), Ok(frame));
    }
}

#[test]
fn what_version_1_wrote_is_read_as_it_was_meant() {
    let written = [
        "0801010504030201010106050411641006cf17fdff6804ffff64036810010103f91504db027b096c0997ff354e7c9f00",
        "0401020a010101010101044d010501010105a059e54001010101010101010101023f0103a0bf01031c41010320400107a8410d3faa5400",
        "0401031401010101010109efbeaddeff9d7ec500",
    ];
    for ((frame, _), hex) in golden().into_iter().zip(written) {
        let bytes: Vec<u8> =
            (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect();
        let meant = match frame {
            Frame::Telemetry(told) => Frame::Telemetry(Telemetry { fault: u8::MAX, restarts: 0, ..told }),
            other => other,
        };
        assert_eq!(decode(&bytes[..bytes.len() - 1]), Ok(meant));
    }
}

#[test]
fn every_field_of_a_frame_reaches_the_wire() {
    // Two frames that differ in one bit of any field differ in their bytes: the golden record, byte by byte.
    for (frame, _) in golden() {
        let bytes = wire(&frame);
        for at in 0..bytes.len() - 1 {
            for bit in 0..8 {
                let mut broken = bytes.clone();
                broken[at] ^= 1 << bit;
                assert!(read(&broken).iter().all(Result::is_err), "bit {bit} of byte {at}");
            }
        }
    }
}

#[test]
fn a_frame_after_rubbish_is_read() {
    let frame = golden()[2].0;
    let mut bytes = vec![7; 200];
    bytes.push(0);
    bytes.extend([9, 1, 1, 0]);
    let half = wire(&golden()[0].0);
    bytes.extend(&half[..20]);
    bytes.push(0);
    bytes.extend(wire(&frame));
    let found = read(&bytes);
    assert_eq!(found[..3], [Err(FrameError::TooLong), Err(FrameError::Stuffing), found[2]]);
    assert!(found[2].is_err());
    assert_eq!(found[3..], [Ok(frame)]);
}

#[test]
fn other_versions_and_kinds_are_named() {
    // As encode would, had it another version: stuffed by hand, with its own check sum.
    let plain = |version: u8, kind: u8| {
        let body = [version, kind];
        let crc = body.iter().fold(u32::MAX, |mut crc, byte| {
            crc ^= u32::from(*byte);
            (0..8).for_each(|_| crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 });
            crc
        });
        let mut bytes = vec![7, version, kind];
        bytes.extend((!crc).to_le_bytes());
        assert!(bytes.iter().all(|byte| *byte != 0));
        bytes
    };
    assert_eq!(decode(&plain(3, 1)), Err(FrameError::Version(3)));
    assert_eq!(decode(&plain(2, 9)), Err(FrameError::Kind(9)));
    assert_eq!(decode(&plain(1, 3)), Err(FrameError::Meaning));
}

#[test]
fn digests_of_a_walk_repeat_and_differ_where_a_bit_does() {
    let walk = |leak: f64| {
        let mut bench = Bench::at(Touch::AUTOMATIC);
        (bench.leak, bench.shank) = (leak, Shank::Walk(104.0, 2.0));
        (0..2_000)
            .map(|_| {
                bench.step();
                digest(&bench.outputs, &bench.trace)
            })
            .collect::<Vec<_>>()
    };
    let first = walk(0.1);
    assert_eq!(first, walk(0.1));
    assert!(first.iter().zip(walk(0.100_1)).filter(|(a, b)| **a == *b).count() < 200);
}

#[test]
fn what_a_unit_does_is_told_in_its_own_words() {
    let mut bench = Bench::at(Touch::AUTOMATIC);
    bench.shank = Shank::Walk(104.0, 2.0);
    bench.run(600);
    let told = Telemetry::of(Milliseconds(bench.now_ms), &bench.inputs, &bench.outputs, &bench.trace);
    assert_eq!((told.mode, told.activity, told.steps), (5, 4, bench.trace.steps));
    assert!((f64::from(told.vacuum.unwrap()) * 10.0 - bench.trace.vacuum.unwrap().pa()).abs() <= 10.0);
    assert!((103..=105).contains(&told.cadence.unwrap()) && told.leak.is_some());
    assert_eq!((told.millivolts, told.temperature, told.flags), (2_500, 210, 0));
}

fn any_telemetry() -> impl Strategy<Value = Frame> {
    let small = (any::<u64>(), any::<[u8; 4]>(), any::<u32>());
    let level = || prop::option::of(-32_767i16..=32_767);
    let count = || prop::option::of(0u16..65_535);
    (
        small,
        level(),
        level(),
        [count(), count(), count()],
        any::<[u32; 2]>(),
        any::<[u16; 3]>(),
        (any::<i16>(), any::<[u8; 2]>()),
    )
        .prop_map(
            |(
                (at, [mode, activity, flags, drive], warnings),
                set_point,
                vacuum,
                counts,
                sums,
                cells,
                (temperature, [fault, restarts]),
            )| {
                let [cadence, leak, trend] = counts;
                let ([steps, pump_s], [charge, hours_left, millivolts]) = (sums, cells);
                Frame::Telemetry(Telemetry {
                    at: Milliseconds(at),
                    mode,
                    activity,
                    flags,
                    drive,
                    warnings,
                    set_point,
                    vacuum,
                    cadence,
                    leak,
                    trend,
                    steps,
                    pump_s,
                    charge,
                    hours_left,
                    millivolts,
                    temperature,
                    fault,
                    restarts,
                })
            },
        )
}

fn any_inputs() -> impl Strategy<Value = Frame> {
    let acceleration = prop_oneof![
        any::<[f32; 3]>().prop_map(Acceleration::Sample),
        Just(Acceleration::NotRead),
        Just(Acceleration::Failed)
    ];
    let pressure = || prop::option::of((0.0f64..2e5).prop_map(AbsolutePressure::from_pa));
    let touch = (prop::option::of(any::<u8>()), any::<bool>(), any::<bool>())
        .prop_map(|(position, reverse_held, tapped)| Touch { position, reverse_held, tapped });
    (any::<u64>(), pressure(), pressure(), acceleration, touch, any::<[f32; 2]>(), any::<[bool; 2]>()).prop_map(
        |(at, line, ambient, acceleration, touch, [cell_volts, temperature_c], [charger, attached])| {
            let inputs = Inputs { line, ambient, acceleration, touch, cell_volts, temperature_c, charger, attached };
            Frame::Inputs(Milliseconds(at), inputs)
        },
    )
}

proptest! {
    #[test]
    fn any_frame_goes_round(frame in prop_oneof![any_telemetry(), any_inputs(), (any::<u64>(), any::<u32>()).prop_map(|(at, digest)| Frame::Digest(Milliseconds(at), digest))]) {
        let bytes = wire(&frame);
        prop_assert!(bytes.len() <= FRAME_BYTES && bytes.last() == Some(&0));
        prop_assert_eq!(read(&bytes), vec![Ok(frame)]);
    }

    #[test]
    fn any_bytes_are_frames_or_errors_and_what_follows_is_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let frame = Frame::Digest(Milliseconds(1), 2);
        let mut stream = bytes;
        stream.push(0);
        stream.extend(wire(&frame));
        prop_assert_eq!(read(&stream).pop(), Some(Ok(frame)));
    }
}
