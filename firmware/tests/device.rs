//! The unit reads its pins, does what it is told, and keeps what is news.

use control::{Acceleration, Inputs, Milliseconds, Touch};
use embedded_hal::i2c::ErrorKind;
use embedded_hal::{digital, i2c, pwm};
use embedded_storage::nor_flash::{ErrorType, NorFlash, NorFlashErrorKind, ReadNorFlash};
use firmware::{Command, Controller, Device, Log, Pins};
use std::cell::Cell;
use std::convert::Infallible;
use std::rc::Rc;
use units::AbsolutePressure;

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

const CALM: Command =
    Command { pump_percent: 0, release: false, signal: [false; 5], charge: false, warning: 255, next_ms: 10 };

fn high() -> Wire {
    Wire(Rc::new(Cell::new(1)))
}

#[test]
fn without_sensors_the_readings_say_so_and_the_switch_is_read_lowest_bit_first() {
    let pins = Pins {
        valve: Wire::default(),
        signal: Default::default(),
        charge: Wire::default(),
        switch: [Wire::default(), high(), Wire::default()],
        held: high(),
        tapped: high(),
        charging: high(),
        attached: Wire::default(),
    };
    let mut device = Device::new(Empty, Wire::default(), pins, Log::new(Flash([0xFF; 2_048])));
    let inputs = device.sense(2.5);
    assert!(inputs.temperature_c.is_nan());
    let expected = Inputs {
        line: None,
        ambient: None,
        acceleration: Acceleration::Failed,
        touch: Touch::at(5),
        cell_volts: 2.5,
        temperature_c: 20.0,
        charger: false,
        attached: true,
    };
    assert_eq!(Inputs { temperature_c: 20.0, ..inputs }, expected);
}

/// The controller of a unit that walks at level 2, second after second.
fn walked(seconds: u64) -> Controller {
    let mut controller = Controller::default();
    for step in 0..seconds * 100 {
        let strike = step % 110 < 6;
        let inputs = Inputs {
            line: Some(AbsolutePressure::from_pa(50_000.0 + (step % 7) as f64)),
            ambient: Some(AbsolutePressure::from_pa(101_325.0)),
            acceleration: Acceleration::Sample([0.0, 0.0, if strike { 30.0 } else { 9.8 }]),
            touch: Touch::at(2),
            cell_volts: 2.6,
            temperature_c: 20.0,
            charger: false,
            attached: true,
        };
        controller.step(Milliseconds(step * 10), &inputs);
    }
    controller
}

#[test]
fn commands_reach_their_pins_and_news_is_kept_while_the_pump_rests() {
    let wires: [Wire; 8] = Default::default();
    let [pump, valve, tactile, audible, red, green, blue, charge] = wires.clone();
    let pins = Pins {
        valve,
        signal: [tactile, audible, red, green, blue],
        charge,
        switch: [high(), high(), high()],
        held: high(),
        tapped: high(),
        charging: high(),
        attached: high(),
    };
    let mut device = Device::new(Empty, pump, pins, Log::new(Flash([0xFF; 2_048])));
    assert_eq!(device.restore().snapshot(), Controller::default().snapshot(), "nothing is kept yet");
    let leak = Command { warning: 4, ..CALM };
    let pumping = Command { pump_percent: 60, signal: [false, false, true, true, false], ..leak };
    let telling = Command { signal: [true, true, true, false, true], ..leak };
    let reverse = Command { release: true, charge: true, signal: [false, false, false, false, true], ..CALM };
    let still = [0; 8];
    let mut kept = 0;
    // Whether the controller of this second is kept: the first; the warning, once the pump rests; its end; ten minutes on.
    for (second, (command, now_ms, expected, keeps)) in [
        (CALM, 0, still, true),
        (CALM, 10, still, false),
        (pumping, 5_000, [480, 0, 0, 0, 1, 1, 0, 0], false),
        (telling, 8_200, [0, 0, 1, 1, 1, 0, 1, 0], true),
        (leak, 8_500, still, false),
        (reverse, 9_000, [0, 1, 0, 0, 0, 0, 1, 1], true),
        (CALM, 608_999, still, false),
        (CALM, 609_000, still, true),
    ]
    .into_iter()
    .enumerate()
    {
        let controller = walked(second as u64);
        kept = if keeps { second as u64 } else { kept };
        device.act(now_ms, command, &controller);
        assert_eq!(wires.each_ref().map(|wire| wire.0.get()), expected, "second {second}");
        assert_eq!(device.restore().snapshot(), walked(kept).snapshot(), "second {second}");
    }
}
