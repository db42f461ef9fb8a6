//! ST LPS22HB, ambient pressure and temperature: 260–1,260 hPa, 24 bits, 50 Hz.

use super::{registers, set_up};
use embedded_hal::i2c::I2c;

const ADDRESS: u8 = 0x5D;
/// CTRL_REG1: 50 Hz, and the bytes of one sample stay together.
const SETTINGS: [(u8, u8); 1] = [(0x10, 0x42)];
/// Pressure in 1/4,096 hPa (3 bytes), then temperature in 1/100 °C (2 bytes).
const SAMPLE: u8 = 0x28;

/// The air around.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Air {
    /// Ambient pressure.
    pub pa: f64,
    /// Temperature.
    pub celsius: f32,
}

/// The newest sample.
pub fn air<B: I2c>(bus: &mut B) -> Option<Air> {
    if !set_up(bus, ADDRESS, &SETTINGS)? {
        return None;
    }
    let [p0, p1, p2, t0, t1] = registers(bus, ADDRESS, SAMPLE)?;
    let pa = f64::from(u32::from_le_bytes([p0, p1, p2, 0])) * 100.0 / 4_096.0;
    Some(Air { pa, celsius: f32::from(i16::from_le_bytes([t0, t1])) / 100.0 })
}
