//! # Recordings
//!
//! **Stands for** what a unit sensed, step by step, kept so that any machine can live through it again: the twin records,
//! the firmware's replay feeds a board.
//!
//! A recording is [`HEADER`], then [`RECORD_BYTES`] a step, little-endian, until the file ends:
//!
//! | bytes | field | unit |
//! |---|---|---|
//! | 0–7 | time, u64 | ms |
//! | 8–15, 16–23 | line and ambient pressure, f64 | Pa |
//! | 24–35 | acceleration, anterior, lateral and up, f32 | m/s² |
//! | 36–39, 40–43 | voltage of both cells, temperature, f32 | V, °C |
//! | 44 | position of the switch | – |
//! | 45 | bits from the lowest: line, ambient, switch answered; acceleration sampled, failed; held, tapped; charger | – |
//! | 46 | 1: attached | – |
//! | 47 | 0 | – |
//!
//! What did not answer is written as zero. **Assumptions** a change of the layout is a new last byte of [`HEADER`].
//! **Tests** any inputs come back to the bit; a step of this version as it is written.

use crate::bytes::{Reader, Writer};
use crate::inputs::{Acceleration, Inputs, Touch};
use crate::time::Milliseconds;
use units::AbsolutePressure;

/// How a recording begins: its kind and its version.
pub const HEADER: [u8; 8] = *b"CONCORD\x03";
/// Bytes of one step.
pub const RECORD_BYTES: usize = 48;

/// A step as a recording keeps it.
pub fn record(now: Milliseconds, inputs: &Inputs) -> [u8; RECORD_BYTES] {
    let mut bytes = [0; RECORD_BYTES];
    let mut to = Writer::new(&mut bytes);
    to.u64(now.0);
    for pressure in [inputs.line, inputs.ambient] {
        to.f64(pressure.map_or(0.0, AbsolutePressure::pa));
    }
    let (sampled, sample) = match inputs.acceleration {
        Acceleration::Sample(sample) => (true, sample),
        Acceleration::NotRead | Acceleration::Failed => (false, [0.0; 3]),
    };
    for number in sample.into_iter().chain([inputs.cell_volts, inputs.temperature_c]) {
        to.f32(number);
    }
    let Touch { position, reverse_held, tapped } = inputs.touch;
    let flags = [
        inputs.line.is_some(),
        inputs.ambient.is_some(),
        position.is_some(),
        sampled,
        inputs.acceleration == Acceleration::Failed,
        reverse_held,
        tapped,
        inputs.charger,
    ];
    to.u8(position.unwrap_or(0));
    to.u8(flags.iter().rev().fold(0, |bits, flag| bits << 1 | u8::from(*flag)));
    to.u8(u8::from(inputs.attached));
    bytes
}

/// The step that a recording keeps.
pub fn recorded(bytes: &[u8; RECORD_BYTES]) -> (Milliseconds, Inputs) {
    let mut from = Reader::new(bytes);
    let now = Milliseconds(from.u64().unwrap_or(0));
    let [line, ambient] = [(); 2].map(|()| AbsolutePressure::from_pa(from.f64().unwrap_or(0.0)));
    let [x, y, z, cell_volts, temperature_c] = [(); 5].map(|()| from.f32().unwrap_or(0.0));
    let [position, flags, attached] = [(); 3].map(|()| from.u8().unwrap_or(0));
    let flag = |bit: u8| flags & 1 << bit != 0;
    let inputs = Inputs {
        line: flag(0).then_some(line),
        ambient: flag(1).then_some(ambient),
        acceleration: match (flag(3), flag(4)) {
            (true, _) => Acceleration::Sample([x, y, z]),
            (false, true) => Acceleration::Failed,
            (false, false) => Acceleration::NotRead,
        },
        touch: Touch { position: flag(2).then_some(position), reverse_held: flag(5), tapped: flag(6) },
        cell_volts,
        temperature_c,
        charger: flag(7),
        attached: attached & 1 != 0,
    };
    (now, inputs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_step_of_version_3_as_it_is_written() {
        let inputs = Inputs {
            line: Some(AbsolutePressure::from_pa(41_234.5)),
            ambient: None,
            acceleration: Acceleration::Sample([1.0, -2.0, 9.5]),
            touch: Touch { tapped: true, ..Touch::at(5) },
            cell_volts: 2.5,
            temperature_c: -12.25,
            charger: false,
            attached: true,
        };
        let expected = [
            [0x10, 0x27, 0, 0, 0, 0, 0, 0],
            41_234.5_f64.to_le_bytes(),
            [0; 8],
            [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0],
            [0, 0, 0x18, 0x41, 0, 0, 0x20, 0x40],
            [0, 0, 0x44, 0xc1, 5, 0b0100_1101, 1, 0],
        ];
        let bytes = record(Milliseconds(10_000), &inputs);
        assert_eq!(bytes, *expected.as_flattened());
        assert_eq!(recorded(&bytes), (Milliseconds(10_000), inputs));
    }

    proptest! {
        /// Any bytes are a step: nothing that a line or a disc may return stops a board, and nothing is lost on the way.
        #[test]
        fn any_step_comes_back_to_the_bit(words in prop::array::uniform6(any::<[u8; 8]>())) {
            let mut whole = [0; RECORD_BYTES];
            whole.copy_from_slice(words.as_flattened());
            let (now, inputs) = recorded(&whole);
            let once = record(now, &inputs);
            let (now, inputs) = recorded(&once);
            prop_assert_eq!(record(now, &inputs), once);
            prop_assert_eq!(&once[..8], &whole[..8]);
            prop_assert_eq!(&once[36..44], &whole[36..44]);
            prop_assert_eq!(once[45] & 0b1110_0111, whole[45] & 0b1110_0111);
            for (bit, at) in [(0, 8), (1, 16)] {
                let kept = if whole[45] & 1 << bit == 0 { &[0; 8] } else { &whole[at..at + 8] };
                prop_assert_eq!(&once[at..at + 8], kept);
            }
        }
    }
}
