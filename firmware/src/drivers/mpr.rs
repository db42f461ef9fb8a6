//! Honeywell MPRLS0025PA, the pressure in the socket line: 0–25 psi absolute, 24 bits, 5 ms a conversion.

use embedded_hal::i2c::I2c;

const ADDRESS: u8 = 0x18;
/// Starts a conversion.
const MEASURE: [u8; 3] = [0xAA, 0, 0];
/// Powered, idle, memory intact, not saturated.
const GOOD: u8 = 0x40;
/// 10 % and 90 % of 2²⁴ stand for 0 and 25 psi.
const ZERO: f64 = 0.1 * 16_777_216.0;
const SPAN: f64 = 0.8 * 16_777_216.0;
const SPAN_PA: f64 = 25.0 * 6_894.757_293;

/// The result of the conversion that the last call started; starts the next.
pub fn line_pa<B: I2c>(bus: &mut B) -> Option<f64> {
    let mut answer = [0; 4];
    let read = bus.read(ADDRESS, &mut answer);
    bus.write(ADDRESS, &MEASURE).ok()?;
    let [status, high, middle, low] = answer;
    let counts = f64::from(u32::from_be_bytes([0, high, middle, low]));
    let pa = (counts - ZERO) / SPAN * SPAN_PA;
    (read.is_ok() && status == GOOD && (0.0..=SPAN_PA).contains(&pa)).then_some(pa)
}
