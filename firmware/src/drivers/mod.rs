//! The sensors, each over any I²C bus. Nothing is remembered: a sensor that lost its supply is set up again.

mod lps22hb;
mod lsm6dsox;
mod mpr;

pub use lps22hb::{Air, air};
pub use lsm6dsox::acceleration;
pub use mpr::line_pa;

use embedded_hal::i2c::I2c;

/// Reads consecutive registers.
fn registers<const N: usize, B: I2c>(bus: &mut B, address: u8, first: u8) -> Option<[u8; N]> {
    let mut values = [0; N];
    bus.write_read(address, &[first], &mut values).ok()?;
    Some(values)
}

/// Whether the sensor is set up as `settings` (register, value) say; one that is not is told so.
fn set_up<B: I2c>(bus: &mut B, address: u8, settings: &[(u8, u8)]) -> Option<bool> {
    let mut ready = true;
    for (register, value) in settings {
        if registers(bus, address, *register)? != [*value] {
            bus.write(address, &[*register, *value]).ok()?;
            ready = false;
        }
    }
    Some(ready)
}
