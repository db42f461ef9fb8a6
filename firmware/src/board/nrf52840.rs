//! The nRF52840-DK (PCA10056): which pin is what. The table of `README.md` is this file in words.
//!
//! The watchdog comes first, before clocks, bus and log, each of which can wait for what never comes; it is fed by
//! [`Device::act`]'s word that a step made sense, and by nothing else.
#![no_std]
#![no_main]

#[path = "nrf52840/bus.rs"]
mod bus;
#[path = "nrf52840/flash.rs"]
mod flash;

use bus::Bus;
use control::Milliseconds;
use cortex_m::asm::wfe;
use cortex_m::peripheral::NVIC;
use firmware::{Device, FRAME_EVERY, Log, Pins, SLEEPS_MS};
use flash::Pages;
use nrf52840_hal::clocks::{Clocks, LfOscConfiguration};
use nrf52840_hal::gpio::{Level, Pin, p0, p1};
use nrf52840_hal::pac::{Interrupt, POWER, Peripherals, WDT, interrupt};
use nrf52840_hal::pwm::{Channel, Prescaler, Pwm, PwmChannel};
use nrf52840_hal::rtc::{Rtc, RtcInterrupt};
use nrf52840_hal::saadc::{Gain, Reference, Resolution, Saadc, SaadcConfig};
use nrf52840_hal::uarte::{self, Baudrate, Parity, Uarte};
use nrf52840_hal::wdt::handles::Hdl0;
use nrf52840_hal::wdt::{Watchdog, WatchdogHandle, count::One};
use panic_never as _;

/// 32,768 Hz over 328: a step is 10.01 ms.
const PRESCALER: u32 = 327;
/// 16 MHz over 800: 20 kHz, which nobody hears.
const PUMP_TOP: u16 = 800;
/// One second without a step that made sense resets the board; the valve then holds.
const WATCHDOG_TICKS: u32 = 32_768;
/// 12 bits of 3.6 V behind a divider by two.
const VOLTS_PER_COUNT: f32 = 2.0 * 3.6 / 4_096.0;

#[cortex_m_rt::entry]
fn main() -> ! {
    run();
    // Reached only where a peripheral was taken before: the watchdog, or the next power-on, tries again.
    loop {
        wfe();
    }
}

fn run() -> Option<()> {
    let mut core = cortex_m::Peripherals::take()?;
    let board = Peripherals::take()?;
    let mut alive = watchdog(board.WDT)?;
    let why = why(&board.POWER);
    Clocks::new(board.CLOCK)
        .enable_ext_hfosc()
        .set_lfclk_src_external(LfOscConfiguration::NoExternalNoBypass)
        .start_lfclk();
    let low = p0::Parts::new(board.P0);
    let high = p1::Parts::new(board.P1);

    let (txd, rxd) = (low.p0_06.into_push_pull_output(Level::High), low.p0_08.into_floating_input());
    let serial = uarte::Pins { txd: txd.degrade(), rxd: rxd.degrade(), cts: None, rts: None };
    let mut serial = Uarte::new(board.UARTE0, serial, Parity::EXCLUDED, Baudrate::BAUD115200);
    let mut cells = low.p0_03.into_floating_input();
    let (resolution, reference, gain) = (Resolution::_12BIT, Reference::INTERNAL, Gain::GAIN1_6);
    let measure = SaadcConfig { resolution, reference, gain, ..Default::default() };
    let mut adc = Saadc::new(board.SAADC, measure);
    let pwm = Pwm::new(board.PWM0);
    pwm.set_prescaler(Prescaler::Div1).set_max_duty(PUMP_TOP);
    pwm.set_output_pin(Channel::C0, high.p1_01.into_push_pull_output(Level::Low).degrade());
    let pins = Pins {
        supply: high.p1_15.into_push_pull_output(Level::Low).degrade(),
        valve: high.p1_02.into_push_pull_output(Level::Low).degrade(),
        signal: [
            high.p1_03.into_push_pull_output(Level::Low).degrade(),
            // It sounds by itself, and goes on until the first step that made sense.
            high.p1_10.into_push_pull_output(Level::High).degrade(),
            high.p1_11.into_push_pull_output(Level::Low).degrade(),
            high.p1_12.into_push_pull_output(Level::Low).degrade(),
            high.p1_13.into_push_pull_output(Level::Low).degrade(),
        ],
        charge: high.p1_14.into_push_pull_output(Level::Low).degrade(),
        dial: [
            high.p1_04.degrade(),
            high.p1_05.degrade(),
            high.p1_06.degrade(),
            low.p0_29.degrade(),
            low.p0_30.degrade(),
        ]
        .map(Pin::into_pullup_input),
        held: low.p0_11.into_pullup_input().degrade(),
        tapped: low.p0_12.into_pullup_input().degrade(),
        charging: high.p1_07.into_pullup_input().degrade(),
        attached: high.p1_08.into_pullup_input().degrade(),
    };
    let pump = PwmChannel::new(&pwm, Channel::C0);
    let mut device = Device::new(Bus::new(board.TWIM0), pump, pins, Log::new(Pages(board.NVMC)), why);
    device.prescribe(&flash::record());
    let mut controller = device.restore();

    let mut clock = Rtc::new(board.RTC0, PRESCALER).ok()?;
    clock.enable_counter();
    let [mut step, mut ticks, mut last, mut due_ms] = [0_u64; 4];
    loop {
        while !clock.is_event_triggered(RtcInterrupt::Tick) {
            clock.enable_interrupt(RtcInterrupt::Tick, Some(&mut core.NVIC));
            wfe();
        }
        clock.reset_event(RtcInterrupt::Tick);
        // Time goes on where a step took longer than its tick. The counter has 24 bits.
        let counter = u64::from(clock.get_counter());
        (ticks, last) = (ticks + (counter.wrapping_sub(last) & 0x00FF_FFFF), counter);
        let now_ms = ticks * u64::from(PRESCALER + 1) * 1_000 / 32_768;
        if now_ms < due_ms && !device.stirred() {
            continue;
        }
        let volts = adc.read_channel(&mut cells).map_or(f32::NAN, |counts| f32::from(counts) * VOLTS_PER_COUNT);
        let decision = controller.step(Milliseconds(now_ms), &device.sense(volts));
        let command = decision.command();
        due_ms = now_ms + command.next_ms.min(SLEEPS_MS);
        if device.act(now_ms, command, &controller) {
            alive.pet();
        }
        if step.is_multiple_of(FRAME_EVERY) {
            let (wire, length) = decision.frame();
            // Only to whom listens.
            let _ = serial.write(wire.get(..length).unwrap_or_default());
        }
        step += 1;
    }
}

/// Starts the watchdog, or takes the one that a reset left running.
fn watchdog(wdt: WDT) -> Option<WatchdogHandle<Hdl0>> {
    let parts = match Watchdog::try_new(wdt) {
        Ok(mut watchdog) => {
            watchdog.set_lfosc_ticks(WATCHDOG_TICKS);
            watchdog.activate::<One>()
        }
        Err(wdt) => Watchdog::try_recover::<One>(wdt).ok()?,
    };
    let (alive,) = parts.handles;
    Some(alive)
}

/// Why the processor has begun, as the log keeps it: bits 0 reset pin, 1 watchdog, 2 software, 3 lockup, 4 woken; 0 power.
#[expect(unsafe_code, reason = "a bit of the register is cleared by writing it")]
fn why(power: &POWER) -> u8 {
    let bits = power.resetreas.read().bits();
    power.resetreas.write(|w| unsafe { w.bits(bits) });
    (bits & 0x0F) as u8 | u8::from(bits >> 16 != 0) << 4
}

/// Ends the sleep between two steps.
#[interrupt]
fn RTC0() {
    NVIC::mask(Interrupt::RTC0);
}
