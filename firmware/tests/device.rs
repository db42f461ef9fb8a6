//! The unit reads its pins, does what it is told, and keeps what is news.

use embedded_hal::i2c::ErrorKind;
use embedded_hal::{digital, i2c, pwm};
use embedded_storage::nor_flash::{ErrorType, NorFlash, NorFlashErrorKind, ReadNorFlash};
use firmware::{Acceleration, Command, Device, Log, Pins, REPORT, Readings};
use std::cell::Cell;
use std::convert::Infallible;
use std::rc::Rc;

/// A bus without sensors.
struct Empty;

impl i2c::ErrorType for Empty {
    type Error = ErrorKind;
}

impl i2c::I2c for Empty {
    fn transaction(&mut self, _: u8, _: &mut [i2c::Operation<'_>]) -> Result<(), ErrorKind> {
        Err(ErrorKind::NoAcknowledge(i2c::NoAcknowledgeSource::Address))
    }
}

/// A pin, or a pin's duty, that the test sees or sets.
#[derive(Clone, Default)]
struct Wire(Rc<Cell<u16>>);

impl digital::ErrorType for Wire {
    type Error = Infallible;
}

impl digital::OutputPin for Wire {
    fn set_low(&mut self) -> Result<(), Infallible> {
        self.0.set(0);
        Ok(())
    }

    fn set_high(&mut self) -> Result<(), Infallible> {
        self.0.set(1);
        Ok(())
    }
}

impl digital::InputPin for Wire {
    fn is_high(&mut self) -> Result<bool, Infallible> {
        Ok(self.0.get() == 1)
    }

    fn is_low(&mut self) -> Result<bool, Infallible> {
        Ok(self.0.get() == 0)
    }
}

impl pwm::ErrorType for Wire {
    type Error = Infallible;
}

impl pwm::SetDutyCycle for Wire {
    fn max_duty_cycle(&self) -> u16 {
        800
    }

    fn set_duty_cycle(&mut self, duty: u16) -> Result<(), Infallible> {
        self.0.set(duty);
        Ok(())
    }
}

struct Flash([u8; 2_048]);

impl ErrorType for Flash {
    type Error = NorFlashErrorKind;
}

impl ReadNorFlash for Flash {
    const READ_SIZE: usize = 1;

    fn read(&mut self, offset: u32, bytes: &mut [u8]) -> Result<(), NorFlashErrorKind> {
        bytes.copy_from_slice(&self.0[offset as usize..][..bytes.len()]);
        Ok(())
    }

    fn capacity(&self) -> usize {
        self.0.len()
    }
}

impl NorFlash for Flash {
    const WRITE_SIZE: usize = 4;
    const ERASE_SIZE: usize = 512;

    fn erase(&mut self, from: u32, to: u32) -> Result<(), NorFlashErrorKind> {
        self.0[from as usize..to as usize].fill(0xFF);
        Ok(())
    }

    fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), NorFlashErrorKind> {
        self.0[offset as usize..].iter_mut().zip(bytes).for_each(|(old, new)| *old &= new);
        Ok(())
    }
}

const CALM: Command = Command { pump_percent: 0, release: false, warning: 0 };

fn high() -> Wire {
    Wire(Rc::new(Cell::new(1)))
}

#[test]
fn without_sensors_the_readings_say_so_and_the_switch_is_read_lowest_bit_first() {
    let pins = Pins {
        valve: Wire::default(),
        signal: Wire::default(),
        switch: [Wire::default(), high(), Wire::default()],
        held: high(),
        charging: high(),
        attached: Wire::default(),
    };
    let mut device = Device::new(Empty, Wire::default(), pins, Log::new(Flash([0xFF; 2_048])));
    let expected = Readings {
        now_ms: 70,
        line_pa: None,
        ambient_pa: None,
        acceleration: Acceleration::Failed,
        cell_volts: 2.5,
        celsius: None,
        switch: 5,
        held: false,
        charging: false,
        attached: true,
    };
    assert_eq!(device.sense(70, 2.5), expected);
}

#[test]
fn commands_reach_their_pins_and_news_is_kept_while_the_pump_rests() {
    let (pump, valve, signal) = (Wire::default(), Wire::default(), Wire::default());
    let pins = Pins {
        valve: valve.clone(),
        signal: signal.clone(),
        switch: [high(), high(), high()],
        held: high(),
        charging: high(),
        attached: high(),
    };
    let mut device = Device::new(Empty, pump.clone(), pins, Log::new(Flash([0xFF; 2_048])));
    let leak = Command { warning: 3, ..CALM };
    let pumping = Command { pump_percent: 100, warning: 3, ..CALM };
    let wires = |pump: &Wire| (pump.0.get(), valve.0.get(), signal.0.get());
    for (step, (command, now_ms, expected)) in [
        (CALM, 0, (0, 0, 0)),
        (CALM, 10, (0, 0, 0)),
        (pumping, 5_000, (800, 0, 0)),
        (leak, 8_200, (0, 0, 1)),
        (leak, 8_500, (0, 0, 0)),
        (Command { release: true, ..CALM }, 9_000, (0, 1, 0)),
        (CALM, 3_608_999, (0, 0, 0)),
        (CALM, 3_609_000, (0, 0, 0)),
    ]
    .into_iter()
    .enumerate()
    {
        device.act(now_ms, command, &[step as u8; REPORT]);
        assert_eq!(wires(&pump), expected, "step {step}");
    }
    let mut kept = vec![];
    device.history(|report| kept.push(report[0]));
    // The first; the warning, once the pump rests; its end; and one an hour later.
    assert_eq!(kept, [0, 3, 5, 7]);
}
