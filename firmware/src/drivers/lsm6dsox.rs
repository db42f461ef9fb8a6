//! ST LSM6DSOX, the acceleration of the shank: ±4 g, 16 bits, 104 Hz.

use super::{registers, set_up};
use control::Acceleration;
use embedded_hal::i2c::I2c;

const ADDRESS: u8 = 0x6A;
/// CTRL1_XL: 104 Hz, ±4 g. CTRL3_C: the bytes of one sample stay together, the register counts up.
const SETTINGS: [(u8, u8); 2] = [(0x10, 0x48), (0x12, 0x44)];
const STATUS: u8 = 0x1E;
const SAMPLE: u8 = 0x28;
/// 0.122 mg a count.
const PER_COUNT: f32 = 0.122e-3 * 9.806_65;

/// The newest sample, if there is one.
pub fn acceleration<B: I2c>(bus: &mut B) -> Acceleration {
    sample(bus).unwrap_or(Acceleration::Failed)
}

fn sample<B: I2c>(bus: &mut B) -> Option<Acceleration> {
    let fresh =
        set_up(bus, ADDRESS, &SETTINGS)? && registers(bus, ADDRESS, STATUS)?.map(|status: u8| status & 1) == [1];
    if !fresh {
        return Some(Acceleration::NotRead);
    }
    let [x0, x1, y0, y1, z0, z1] = registers(bus, ADDRESS, SAMPLE)?;
    let axes = [[x0, x1], [y0, y1], [z0, z1]];
    Some(Acceleration::Sample(axes.map(|axis| f32::from(i16::from_le_bytes(axis)) * PER_COUNT)))
}
