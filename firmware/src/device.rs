//! A unit with its sensors, pump, valve and signal, on any board.

use crate::{Command, Controller, Log, drivers};
use control::{Inputs, Touch};
use core::convert::Infallible;
use embedded_hal::digital::{InputPin, OutputPin};
use embedded_hal::i2c::I2c;
use embedded_hal::pwm::SetDutyCycle;
use embedded_storage::nor_flash::NorFlash;
use units::AbsolutePressure;

/// A snapshot is kept whenever the warning changes, and this often: 340 fill the log, so a page is erased every 7 h.
const LOG_EVERY_MS: u64 = 600_000;

/// The digital pins. Inputs are closed to ground.
pub struct Pins<O, I> {
    /// Opens the valve.
    pub valve: O,
    /// Vibration motor, beeper, and the light's red, green and blue.
    pub signal: [O; 5],
    /// Lets the charger charge.
    pub charge: O,
    /// The rotary switch, binary, lowest bit first.
    pub switch: [I; 3],
    /// The button that confirms a gesture.
    pub held: I,
    /// The button that snoozes warnings.
    pub tapped: I,
    /// The charger's status.
    pub charging: I,
    /// The contact on the adapter.
    pub attached: I,
}

/// The unit.
pub struct Device<B, P, O, I, F: NorFlash> {
    bus: B,
    pump: P,
    pins: Pins<O, I>,
    log: Log<F>,
    logged: Option<(u8, u64)>,
}

impl<B, P, O, I, F> Device<B, P, O, I, F>
where
    B: I2c,
    P: SetDutyCycle<Error = Infallible>,
    O: OutputPin<Error = Infallible>,
    I: InputPin<Error = Infallible>,
    F: NorFlash,
{
    /// Starts the first conversion of pressure.
    pub fn new(mut bus: B, pump: P, pins: Pins<O, I>, log: Log<F>) -> Self {
        drivers::line_pa(&mut bus);
        Self { bus, pump, pins, log, logged: None }
    }

    /// Reads every sensor.
    pub fn sense(&mut self, cell_volts: f32) -> Inputs {
        let Self { bus, pins, .. } = self;
        let air = drivers::air(bus);
        let switch = pins.switch.iter_mut().rev().fold(0, |bits, pin| bits << 1 | u8::from(pin.is_low() == Ok(true)));
        let (held, tapped) = (pins.held.is_low() == Ok(true), pins.tapped.is_low() == Ok(true));
        Inputs {
            line: drivers::line_pa(bus).map(AbsolutePressure::from_pa),
            ambient: air.map(|air| AbsolutePressure::from_pa(air.pa)),
            acceleration: drivers::acceleration(bus),
            touch: Touch { position: Some(switch), reverse_held: held, tapped },
            cell_volts,
            // What is no number the controller turns away.
            temperature_c: air.map_or(f32::NAN, |air| air.celsius),
            charger: pins.charging.is_low() == Ok(true),
            attached: pins.attached.is_low() == Ok(true),
        }
    }

    /// Does what the controller commands, and keeps what it remembers where that is news.
    pub fn act(&mut self, now_ms: u64, command: Command, controller: &Controller) {
        let Self { pump, pins, log, logged, .. } = self;
        let Ok(()) = pump.set_duty_cycle_percent(command.pump_percent.min(100));
        let Ok(()) = pins.valve.set_state(command.release.into());
        let Ok(()) = pins.charge.set_state(command.charge.into());
        for (pin, on) in pins.signal.iter_mut().zip(command.signal) {
            let Ok(()) = pin.set_state(on.into());
        }
        let news = logged.is_none_or(|(warning, at)| warning != command.warning || now_ms >= at + LOG_EVERY_MS);
        // Erasing a page may stop the processor for 85 ms: never while the pump runs.
        if news && command.pump_percent == 0 {
            log.append(&controller.snapshot());
            *logged = Some((command.warning, now_ms));
        }
    }

    /// The controller as the log knows it: at power-on.
    pub fn restore(&mut self) -> Controller {
        let mut last = Controller::default();
        self.log.each(|snapshot| last = Controller::restored(snapshot).unwrap_or_default());
        last
    }
}
