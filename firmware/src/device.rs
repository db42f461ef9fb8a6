//! A unit with its sensors, pump, valve and signal, on any board.
//!
//! **Told to the person at power-on**, in the first second, while control has already begun: the light red, green and blue, a beep,
//! a buzz, a fifth of a second each. What is missing is broken, and could tell nothing later. Three seconds of beep and red light
//! after that: the record of settings was refused, and the defaults hold.

use crate::{Command, Controller, Log, drivers};
use control::{Inputs, Settings, SettingsRecordError, Touch, WIRES};
use core::convert::Infallible;
use core::mem;
use embedded_hal::digital::{InputPin, OutputPin};
use embedded_hal::i2c::I2c;
use embedded_hal::pwm::SetDutyCycle;
use embedded_storage::nor_flash::NorFlash;
use units::AbsolutePressure;

/// A snapshot is kept whenever the set of warnings changes, and this often.
const LOG_EVERY_MS: u64 = 60_000;
/// What is shown, felt and heard at power-on, one after the other, and for how long each.
const SELF_TEST: [[bool; 5]; 5] = [
    [false, false, true, false, false],
    [false, false, false, true, false],
    [false, false, false, false, true],
    [false, true, false, false, false],
    [true, false, false, false, false],
];
const SELF_TEST_MS: u64 = 200;
/// From when to when a record of settings that was refused is told.
const REFUSED_MS: core::ops::Range<u64> = 1_000..4_000;
/// Its bit in why the processor has begun, as the log keeps it.
const REFUSED: u8 = 1 << 7;
/// Inputs that are read as bits: the wires of the dial, and the four switches.
const INPUTS: usize = WIRES + 4;

/// The digital pins. Inputs are closed to ground.
pub struct Pins<O, I> {
    /// Switches the pump's supply on, before its driver.
    pub supply: O,
    /// Opens the valve.
    pub valve: O,
    /// Vibration motor, beeper, and the light's red, green and blue.
    pub signal: [O; 5],
    /// Lets the charger charge.
    pub charge: O,
    /// The wires of the dial: each position closes two (`control::wires_of_position`).
    pub dial: [I; WIRES],
    /// The button that confirms a gesture.
    pub held: I,
    /// The button that snoozes warnings.
    pub tapped: I,
    /// The charger's status.
    pub charging: I,
    /// The contact on the adapter.
    pub attached: I,
}

impl<O, I: InputPin<Error = Infallible>> Pins<O, I> {
    /// What is closed, a bit each: the dial's wires, then held, tapped, charging, attached.
    fn closed(&mut self) -> u16 {
        let Self { dial: [a, b, c, d, e], held, tapped, charging, attached, .. } = self;
        let inputs: [&mut I; INPUTS] = [a, b, c, d, e, held, tapped, charging, attached];
        inputs.into_iter().rev().fold(0, |bits, pin| bits << 1 | u16::from(pin.is_low() == Ok(true)))
    }
}

/// The unit.
pub struct Device<B, P, O, I, F: NorFlash> {
    bus: B,
    pump: P,
    pins: Pins<O, I>,
    log: Log<F>,
    /// Why the processor has begun, as the board says it.
    why: u8,
    settings: Settings,
    /// What was closed when the sensors were last read, and whether they were since the last command.
    closed: u16,
    asked: bool,
    logged: Option<(u32, u64)>,
}

impl<B, P, O, I, F> Device<B, P, O, I, F>
where
    B: I2c,
    P: SetDutyCycle<Error = Infallible>,
    O: OutputPin<Error = Infallible>,
    I: InputPin<Error = Infallible>,
    F: NorFlash,
{
    /// Starts the first conversion of pressure. `why`, below 128, is kept with every snapshot.
    pub fn new(mut bus: B, pump: P, mut pins: Pins<O, I>, log: Log<F>, why: u8) -> Self {
        drivers::line_pa(&mut bus);
        let closed = pins.closed();
        Self { bus, pump, pins, log, why, settings: Settings::default(), closed, asked: false, logged: None }
    }

    /// Takes the settings that a record prescribes. One that is refused leaves the defaults and is told; blank flash is none.
    pub fn prescribe(&mut self, record: &[u8]) {
        match control::read_settings(record) {
            Ok(settings) => self.settings = settings,
            Err(SettingsRecordError::Blank) => {}
            Err(_) => self.why |= REFUSED,
        }
    }

    /// Whether a pin says something else than at the last step, which is a reason not to wait for the next: a tap is short.
    pub fn stirred(&mut self) -> bool {
        self.pins.closed() != self.closed
    }

    /// Reads every sensor.
    pub fn sense(&mut self, cell_volts: f32) -> Inputs {
        let Self { bus, pins, .. } = self;
        let air = drivers::air(bus);
        let closed = pins.closed();
        (self.closed, self.asked) = (closed, true);
        let is = |place: usize| closed >> place & 1 == 1;
        let wires = (closed & ((1 << WIRES) - 1)) as u8;
        Inputs {
            line: drivers::line_pa(bus).map(AbsolutePressure::from_pa),
            ambient: air.map(|air| AbsolutePressure::from_pa(air.pa)),
            acceleration: drivers::acceleration(bus),
            touch: Touch {
                position: control::position_of_wires(wires),
                reverse_held: is(WIRES),
                tapped: is(WIRES + 1),
            },
            cell_volts,
            // What is no number the controller turns away.
            temperature_c: air.map_or(f32::NAN, |air| air.celsius),
            charger: is(WIRES + 2),
            attached: is(WIRES + 3),
        }
    }

    /// Does what the controller commands, and keeps what it remembers where that is news. Whether the step made sense: the
    /// sensors were read for it, and the command agrees with itself. One that does not leaves the unit safe and beeping, and
    /// must not feed the watchdog.
    pub fn act(&mut self, now_ms: u64, command: Command, controller: &Controller) -> bool {
        let sense = mem::take(&mut self.asked) && command.makes_sense();
        let command = if sense { command } else { Command::SAFE };
        let Self { pump, pins, .. } = self;
        if command.supply {
            let Ok(()) = pins.supply.set_high();
        }
        let Ok(()) = pump.set_duty_cycle_percent(command.pump_percent);
        if !command.supply {
            let Ok(()) = pins.supply.set_low();
        }
        let Ok(()) = pins.valve.set_state(command.release.into());
        let Ok(()) = pins.charge.set_state(command.charge.into());
        let test = usize::try_from(now_ms / SELF_TEST_MS).ok().and_then(|place| SELF_TEST.get(place));
        let signal = if sense { test.copied().unwrap_or(command.signal) } else { command.signal };
        let refused = self.why & REFUSED != 0 && REFUSED_MS.contains(&now_ms);
        for ((pin, on), told) in pins.signal.iter_mut().zip(signal).zip([false, true, true, false, false]) {
            let on = on || (refused && told);
            let Ok(()) = pin.set_state(on.into());
        }
        if sense {
            self.keep(now_ms, command, controller);
        }
        sense
    }

    fn keep(&mut self, now_ms: u64, command: Command, controller: &Controller) {
        let due =
            |(warnings, at): (u32, u64)| warnings != command.warnings || now_ms >= at.saturating_add(LOG_EVERY_MS);
        // Erasing a page stops the processor for 85 ms: never while the pump runs.
        if self.logged.is_none_or(due) && (command.pump_percent == 0 || self.log.fits()) {
            self.log.append(&controller.snapshot(), self.why);
            self.logged = Some((command.warnings, now_ms));
        }
    }

    /// The controller as the log knows it, at power-on, with the settings that are prescribed: the newest snapshot that can be restored. One that cannot does not
    /// throw away the one before.
    pub fn restore(&mut self) -> Controller {
        let Self { log, settings, .. } = self;
        let restored = log.newest(|snapshot, _| Controller::restored(*settings, snapshot));
        restored.unwrap_or_else(|| Controller::with(*settings))
    }
}
