//! A unit with its sensors, pump, valve and signal, on any board.

use crate::adapter::{Command, Report};
use crate::log::Log;
use crate::{Readings, drivers};
use core::convert::Infallible;
use embedded_hal::digital::{InputPin, OutputPin};
use embedded_hal::i2c::I2c;
use embedded_hal::pwm::SetDutyCycle;
use embedded_storage::nor_flash::NorFlash;

/// A report is kept whenever the warning changes, and this often.
const LOG_EVERY_MS: u64 = 3_600_000;
/// The signal is a pulse of 1/4 s every 4 s.
const SIGNAL_MS: (u64, u64) = (256, 4_096);

/// The digital pins. Inputs are closed to ground.
pub struct Pins<O, I> {
    /// Opens the valve.
    pub valve: O,
    /// Vibration motor and light.
    pub signal: O,
    /// The rotary switch, binary, lowest bit first.
    pub switch: [I; 3],
    /// The button that confirms a gesture.
    pub held: I,
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
    pub fn sense(&mut self, now_ms: u64, cell_volts: f64) -> Readings {
        let Self { bus, pins, .. } = self;
        let air = drivers::air(bus);
        let [one, two, four] = &mut pins.switch;
        Readings {
            now_ms,
            line_pa: drivers::line_pa(bus),
            ambient_pa: air.map(|air| air.pa),
            acceleration: drivers::acceleration(bus),
            cell_volts,
            celsius: air.map(|air| air.celsius),
            switch: u8::from(closed(one)) | u8::from(closed(two)) << 1 | u8::from(closed(four)) << 2,
            held: closed(&mut pins.held),
            charging: closed(&mut pins.charging),
            attached: closed(&mut pins.attached),
        }
    }

    /// Does what the controller commands, and keeps its report where it is news.
    pub fn act(&mut self, now_ms: u64, command: Command, report: &Report) {
        let Ok(()) = self.pump.set_duty_cycle_percent(command.pump_percent.min(100));
        let Ok(()) = self.pins.valve.set_state(command.release.into());
        let (pulse, period) = SIGNAL_MS;
        let Ok(()) = self.pins.signal.set_state((command.warning != 0 && now_ms % period < pulse).into());
        let news = self.logged.is_none_or(|(warning, at)| warning != command.warning || now_ms >= at + LOG_EVERY_MS);
        // Erasing a page may stop the processor for 85 ms: never while the pump runs.
        if news && command.pump_percent == 0 {
            self.log.append(report);
            self.logged = Some((command.warning, now_ms));
        }
    }

    /// Shows every report of the log.
    pub fn history(&mut self, show: impl FnMut(&Report)) {
        self.log.each(show);
    }
}

fn closed(pin: &mut impl InputPin<Error = Infallible>) -> bool {
    let Ok(closed) = pin.is_low();
    closed
}
