//! The unit reads its pins, does what it is told, and keeps what is news.

use control::{Acceleration, Inputs, Milliseconds, Settings, Touch, WIRES, Warning};
use embedded_hal::i2c::ErrorKind;
use embedded_hal::{digital, i2c, pwm};
use embedded_storage::nor_flash::{ErrorType, NorFlash, NorFlashErrorKind, ReadNorFlash};
use firmware::{Command, Controller, Device, Log, Pins};
use std::cell::{Cell, RefCell};
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

/// Flash that outlives a device.
#[derive(Clone)]
struct Flash(Rc<RefCell<[u8; 2_048]>>);

impl Flash {
    fn blank() -> Self {
        Self(Rc::new(RefCell::new([0xFF; 2_048])))
    }
}

impl ErrorType for Flash {
    type Error = NorFlashErrorKind;
}

impl ReadNorFlash for Flash {
    const READ_SIZE: usize = 1;

    fn read(&mut self, offset: u32, bytes: &mut [u8]) -> Result<(), NorFlashErrorKind> {
        bytes.copy_from_slice(&self.0.borrow()[offset as usize..][..bytes.len()]);
        Ok(())
    }

    fn capacity(&self) -> usize {
        self.0.borrow().len()
    }
}

impl NorFlash for Flash {
    const WRITE_SIZE: usize = 4;
    const ERASE_SIZE: usize = 512;

    fn erase(&mut self, from: u32, to: u32) -> Result<(), NorFlashErrorKind> {
        self.0.borrow_mut()[from as usize..to as usize].fill(0xFF);
        Ok(())
    }

    fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), NorFlashErrorKind> {
        self.0.borrow_mut()[offset as usize..].iter_mut().zip(bytes).for_each(|(old, new)| *old &= new);
        Ok(())
    }
}

const CALM: Command = Command {
    pump_percent: 0,
    supply: false,
    release: false,
    signal: [false; 5],
    charge: false,
    warnings: 0,
    next_ms: 10,
};

fn high() -> Wire {
    Wire(Rc::new(Cell::new(1)))
}

/// What a board has: its outputs, its inputs, its flash.
struct Board {
    /// Pump, supply, valve, vibrator, beeper, red, green, blue, charger.
    out: [Wire; 9],
    dial: [Wire; WIRES],
    /// Held, tapped, charging, attached.
    switches: [Wire; 4],
    flash: Flash,
}

type Unit = Device<Empty, Wire, Wire, Wire, Flash>;

impl Board {
    /// Nothing closed, flash blank.
    fn new() -> Self {
        let (dial, switches) = ([(); WIRES].map(|()| high()), [(); 4].map(|()| high()));
        Self { out: Default::default(), dial, switches, flash: Flash::blank() }
    }

    /// Power comes.
    fn on(&self) -> Unit {
        let [pump, supply, valve, tactile, audible, red, green, blue, charge] = self.out.clone();
        let [held, tapped, charging, attached] = self.switches.clone();
        let signal = [tactile, audible, red, green, blue];
        let pins = Pins { supply, valve, signal, charge, dial: self.dial.clone(), held, tapped, charging, attached };
        Device::new(Empty, pump, pins, Log::new(self.flash.clone()), 0)
    }

    fn close(&self, wires: u8) {
        for (place, wire) in self.dial.iter().enumerate() {
            wire.0.set(u16::from(wires >> place & 1 == 0));
        }
    }

    fn does(&self) -> [u16; 9] {
        self.out.each_ref().map(|wire| wire.0.get())
    }
}

#[test]
fn without_sensors_the_readings_say_so_and_each_switch_is_read() {
    let board = Board::new();
    let mut device = board.on();
    board.close(control::wires_of_position(5));
    board.switches[3].0.set(0);
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
    board.switches.iter().for_each(|switch| switch.0.set(0));
    let Inputs { touch, charger, attached, .. } = device.sense(2.5);
    assert!(touch.reverse_held && touch.tapped && charger && attached);
}

#[test]
fn sr_032_the_pins_of_the_dial_read_as_its_position_or_as_none_whatever_breaks_or_touches() {
    let board = Board::new();
    let mut device = board.on();
    let mut read = |wires: u8| {
        board.close(wires);
        device.sense(2.5).touch.position
    };
    for position in 0..7 {
        let wires = control::wires_of_position(position);
        assert_eq!(read(wires), Some(position));
        for faulty in 0..WIRES {
            let one = 1 << faulty;
            let broken = read(wires & !one);
            assert_eq!(broken, if wires & one == 0 { Some(position) } else { None }, "{position}: {faulty} is broken");
            let shorted = read(wires | one);
            assert_eq!(
                shorted,
                if wires & one != 0 { Some(position) } else { None },
                "{position}: {faulty} is shorted"
            );
            for other in 0..faulty {
                let pair = one | 1 << other;
                // Two that touch: both are closed where one is.
                let touching = if wires & pair == 0 { wires } else { wires | pair };
                for both in [wires & !pair, wires | pair, touching] {
                    let seen = read(both);
                    assert!(seen.is_none() || seen == Some(position), "{position}: {faulty} and {other}: {seen:?}");
                }
            }
        }
    }
    // Nothing connected, and all to ground.
    assert_eq!([read(0), read(0b1_1111)], [None, None]);
}

#[test]
fn sr_045_a_pin_that_changes_is_a_reason_not_to_wait() {
    let board = Board::new();
    let mut device = board.on();
    device.sense(2.5);
    assert!(!device.stirred());
    for pin in board.dial.iter().chain(&board.switches) {
        pin.0.set(0);
        assert!(device.stirred());
        device.sense(2.5);
        assert!(!device.stirred());
        pin.0.set(1);
        assert!(device.stirred());
        device.sense(2.5);
    }
}

/// A stored unit asks for a step a second. A tap of 100 ms between two of them wakes it, as the board's loop has it: a step when
/// one is due, or when a pin changed.
#[test]
fn sr_045_a_tap_wakes_a_stored_unit_that_sleeps_between_its_steps() {
    let board = Board::new();
    board.close(control::wires_of_position(2));
    board.switches[3].0.set(0);
    let mut device = board.on();
    let mut controller = Controller::default();
    let (mut due_ms, mut steps) = (0, 0);
    let mut stored_ms = None;
    for tick in 0_u64.. {
        let now_ms = tick * 10;
        let tapping = stored_ms.is_some_and(|stored| (stored + 3_250..stored + 3_350).contains(&now_ms));
        board.switches[1].0.set(u16::from(!tapping));
        if now_ms < due_ms && !device.stirred() {
            continue;
        }
        steps += 1;
        // A socket at ambient that nothing moves.
        let inputs = Inputs {
            line: Some(AbsolutePressure::from_pa(101_325.0 + (steps % 7) as f64)),
            ambient: Some(AbsolutePressure::from_pa(101_325.0 + (steps % 5) as f64)),
            acceleration: Acceleration::Sample([0.0, 0.0, 9.8 + 0.01 * (steps % 3) as f32]),
            temperature_c: 20.0,
            ..device.sense(2.6)
        };
        let command = controller.step(Milliseconds(now_ms), &inputs).command();
        assert!(device.act(now_ms, command, &controller));
        due_ms = now_ms + command.next_ms.min(firmware::SLEEPS_MS);
        match stored_ms {
            None if command.next_ms > 10 => (stored_ms, steps) = (Some(now_ms), 0),
            Some(stored) if command.next_ms == 10 => {
                assert!((stored + 3_250..=stored + 3_260).contains(&now_ms), "{now_ms} after {stored}");
                assert!(steps <= 9, "{steps} steps in 3 s of sleep");
                break;
            }
            _ => assert!(now_ms < 8 * 3_600_000, "never stored, or never awake"),
        }
    }
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
    let board = Board::new();
    let mut device = board.on();
    assert_eq!(device.restore().snapshot(), Controller::default().snapshot(), "nothing is kept yet");
    let leak = Command { warnings: 1 << Warning::Leak.code(), ..CALM };
    let more = Command { warnings: leak.warnings | 1 << Warning::CellsLow.code(), ..leak };
    let pumping = Command { pump_percent: 60, supply: true, signal: [false, false, true, true, false], ..leak };
    let telling = Command { signal: [true, true, true, false, true], ..leak };
    let reverse = Command { release: true, charge: true, signal: [false, false, false, false, true], ..CALM };
    let still = [0; 9];
    let mut kept = 0;
    // Whether the controller of this second is kept: the first; a warning; another beside it that is less urgent; their end; a minute
    // on.
    for (second, (command, now_ms, expected, keeps)) in [
        (CALM, 1_000, still, true),
        (CALM, 1_010, still, false),
        (pumping, 5_000, [480, 1, 0, 0, 0, 1, 1, 0, 0], true),
        (telling, 8_200, [0, 0, 0, 1, 1, 1, 0, 1, 0], false),
        (more, 8_500, still, true),
        (reverse, 9_000, [0, 0, 1, 0, 0, 0, 0, 1, 1], true),
        (CALM, 68_999, still, false),
        (CALM, 69_000, still, true),
    ]
    .into_iter()
    .enumerate()
    {
        let controller = walked(second as u64);
        kept = if keeps { second as u64 } else { kept };
        device.sense(2.5);
        assert!(device.act(now_ms, command, &controller));
        assert_eq!(board.does(), expected, "second {second}");
        let restored = walked(kept).snapshot();
        assert_eq!(
            device.restore().snapshot(),
            Controller::restored(Settings::default(), &restored).unwrap().snapshot(),
            "second {second}"
        );
    }
}

/// An erase stops the processor for 85 ms. Four slots fill a page: what would need an erase waits until the pump rests.
#[test]
fn sr_044_no_page_is_erased_while_the_pump_runs() {
    let board = Board::new();
    let mut device = board.on();
    let mut act = |now_ms: u64, pump_percent: u8, warnings: u32| {
        device.sense(2.5);
        let command = Command { pump_percent, supply: pump_percent > 0, warnings, ..CALM };
        assert!(device.act(now_ms, command, &walked(now_ms / 10_000)));
        device.restore().snapshot()
    };
    // All sixteen slots, so that the next needs an erase.
    let full = (0..16).map(|n| act(n * 10_000, 100, n as u32)).last();
    assert_eq!(full, Some(act(160_000, 100, 16)), "it waits");
    assert_ne!(full, Some(act(160_010, 0, 16)), "it is made up for");
}

#[test]
fn sr_042_a_step_that_makes_no_sense_feeds_no_watchdog_and_leaves_the_unit_safe_and_beeping() {
    let board = Board::new();
    let mut device = board.on();
    let controller = Controller::default();
    let safe = [0, 0, 0, 0, 1, 1, 0, 0, 0];
    let pumping = Command { pump_percent: 60, supply: true, ..CALM };
    for (what, command) in [
        ("the pump without its supply", Command { supply: false, ..pumping }),
        ("a supply without a pump", Command { pump_percent: 0, ..pumping }),
        ("a pump that works while air is let in", Command { release: true, ..pumping }),
        ("more than all", Command { pump_percent: 101, ..pumping }),
    ] {
        device.sense(2.5);
        assert!(!device.act(100, command, &controller), "{what}");
        assert_eq!(board.does(), safe, "{what}");
    }
    assert!(!device.act(100, pumping, &controller), "no sensor was asked");
    assert_eq!(board.does(), safe);
    device.sense(2.5);
    assert!(device.act(100, pumping, &controller));
    assert!(!device.act(100, pumping, &controller), "no sensor was asked since");
}

#[test]
fn sr_043_at_power_on_light_beeper_and_vibrator_are_shown_one_by_one_while_control_goes_on() {
    let board = Board::new();
    let mut device = board.on();
    let pumping = Command { pump_percent: 60, supply: true, ..CALM };
    let mut seen = vec![];
    for tick in 0..150 {
        device.sense(2.5);
        assert!(device.act(tick * 10, pumping, &Controller::default()));
        let [pump, supply, valve, signal @ .., charge] = board.does();
        assert_eq!([pump, supply, valve, charge], [480, 1, 0, 0]);
        if seen.last().is_none_or(|(last, _)| *last != signal) {
            seen.push((signal, tick * 10));
        }
    }
    // Vibrator, beeper, red, green, blue.
    let expected = [
        ([0, 0, 1, 0, 0], 0),
        ([0, 0, 0, 1, 0], 200),
        ([0, 0, 0, 0, 1], 400),
        ([0, 1, 0, 0, 0], 600),
        ([1, 0, 0, 0, 0], 800),
        ([0; 5], 1_000),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn sr_044_a_start_is_kept_at_once_so_that_restarts_are_counted_and_told() {
    let board = Board::new();
    for start in 0..4 {
        let mut device = board.on();
        let mut controller = device.restore();
        let mut told = 0;
        // Half a second, then power fails.
        for tick in 0..50 {
            let inputs = device.sense(2.5);
            let command = controller.step(Milliseconds(tick * 10), &inputs).command();
            assert!(device.act(tick * 10, command, &controller));
            told |= command.warnings;
        }
        assert_eq!(told >> Warning::Restarts.code() & 1 == 1, start >= 3, "start {start}");
    }
}

#[test]
fn sr_044_a_snapshot_that_cannot_be_restored_does_not_throw_away_the_one_before() {
    let board = Board::new();
    let mut device = board.on();
    let good = walked(5);
    device.sense(2.5);
    assert!(device.act(1_000, CALM, &good));
    // Whole in the log, but of another version, and broken.
    let mut other = good.snapshot();
    other[0] = 77;
    let mut log = Log::new(board.flash.clone());
    log.append(&other, 0).unwrap();
    log.append(&[0x5A; firmware::SNAPSHOT], 0).unwrap();
    let restored = board.on().restore().snapshot();
    assert_eq!(restored, Controller::restored(Settings::default(), &good.snapshot()).unwrap().snapshot());
    assert_ne!(restored, Controller::default().snapshot());
}

#[test]
fn sr_046_a_record_of_settings_is_taken_whole_or_refused_and_told_and_outlives_a_loss_of_power() {
    let defaults = Settings::default();
    let prescribed = Settings { hold_ms: 3_000, pause_ms: 300_000, ..defaults };
    let record = control::write_settings(&prescribed).unwrap();
    let mut damaged = record;
    damaged[100] ^= 1;
    for (what, bytes, expected, told) in [
        ("prescribed", record, prescribed, 0),
        ("nothing was ever written", [0xFF; control::SETTINGS_RECORD_BYTES], defaults, 0),
        ("damaged", damaged, defaults, 300),
        ("something else", [0x5A; control::SETTINGS_RECORD_BYTES], defaults, 300),
    ] {
        let board = Board::new();
        for start in 0..2 {
            let mut device = board.on();
            device.prescribe(&bytes);
            let controller = device.restore();
            assert_eq!(*controller.settings(), expected, "{what}, start {start}");
            let mut beeps = 0;
            for tick in 0..500 {
                device.sense(2.5);
                assert!(device.act(tick * 10, CALM, &controller));
                let [.., beeper, red, _, _, _] = board.does();
                beeps += u32::from(tick >= 100 && beeper == 1 && red == 1);
            }
            assert_eq!(beeps, told, "{what}, start {start}");
        }
        let whys = Log::new(board.flash.clone()).newest(|_, why| Some(why));
        assert_eq!(whys, Some(if told > 0 { 128 } else { 0 }), "{what}");
    }
}
