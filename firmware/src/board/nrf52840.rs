//! The nRF52840-DK (PCA10056): which pin is what. The table of `README.md` is this file in words.
#![no_std]
#![no_main]

use control::Milliseconds;
use cortex_m::asm::wfe;
use cortex_m::peripheral::{NVIC, SCB};
use firmware::{Device, FRAME_EVERY, Log, Pins};
use nrf52840_hal::clocks::{Clocks, LfOscConfiguration};
use nrf52840_hal::gpio::{Level, Pin, p0, p1};
use nrf52840_hal::nvmc::Nvmc;
use nrf52840_hal::pac::{Interrupt, Peripherals, interrupt};
use nrf52840_hal::pwm::{Channel, Prescaler, Pwm, PwmChannel};
use nrf52840_hal::rtc::{Rtc, RtcInterrupt};
use nrf52840_hal::saadc::{Gain, Reference, Resolution, Saadc, SaadcConfig};
use nrf52840_hal::twim::{self, Frequency, Twim};
use nrf52840_hal::uarte::{self, Baudrate, Parity, Uarte};
use nrf52840_hal::wdt::{Watchdog, count::One};

/// 32,768 Hz over 328: a step is 10.01 ms.
const PRESCALER: u32 = 327;
/// 16 MHz over 800: 20 kHz, which nobody hears.
const PUMP_TOP: u16 = 800;
/// One second without a step resets the board; the valve then holds.
const WATCHDOG_TICKS: u32 = 32_768;
/// 12 bits of 3.6 V behind a divider by two.
const VOLTS_PER_COUNT: f32 = 2.0 * 3.6 / 4_096.0;
/// The last pages of flash are the log's.
const LOG: (usize, usize) = (0x000F_8000, 0x8000);

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
    Clocks::new(board.CLOCK)
        .enable_ext_hfosc()
        .set_lfclk_src_external(LfOscConfiguration::NoExternalNoBypass)
        .start_lfclk();
    let low = p0::Parts::new(board.P0);
    let high = p1::Parts::new(board.P1);

    let bus =
        twim::Pins { sda: low.p0_26.into_floating_input().degrade(), scl: low.p0_27.into_floating_input().degrade() };
    let bus = Twim::new(board.TWIM0, bus, Frequency::K400);
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
        valve: high.p1_02.into_push_pull_output(Level::Low).degrade(),
        signal: [
            high.p1_03.into_push_pull_output(Level::Low).degrade(),
            high.p1_10.into_push_pull_output(Level::Low).degrade(),
            high.p1_11.into_push_pull_output(Level::Low).degrade(),
            high.p1_12.into_push_pull_output(Level::Low).degrade(),
            high.p1_13.into_push_pull_output(Level::Low).degrade(),
        ],
        charge: high.p1_14.into_push_pull_output(Level::Low).degrade(),
        switch: [high.p1_04.degrade(), high.p1_05.degrade(), high.p1_06.degrade()].map(Pin::into_pullup_input),
        held: low.p0_11.into_pullup_input().degrade(),
        tapped: low.p0_12.into_pullup_input().degrade(),
        charging: high.p1_07.into_pullup_input().degrade(),
        attached: high.p1_08.into_pullup_input().degrade(),
    };
    let mut device =
        Device::new(bus, PwmChannel::new(&pwm, Channel::C0), pins, Log::new(Nvmc::new(board.NVMC, pages())));
    let mut controller = device.restore();

    let mut watchdog = Watchdog::try_new(board.WDT).ok()?;
    watchdog.set_lfosc_ticks(WATCHDOG_TICKS);
    let (mut alive,) = watchdog.activate::<One>().handles;
    let mut clock = Rtc::new(board.RTC0, PRESCALER).ok()?;
    clock.enable_counter();
    let [mut step, mut ticks, mut last, mut due_ms] = [0_u64; 4];
    loop {
        while !clock.is_event_triggered(RtcInterrupt::Tick) {
            clock.enable_interrupt(RtcInterrupt::Tick, Some(&mut core.NVIC));
            wfe();
        }
        clock.reset_event(RtcInterrupt::Tick);
        alive.pet();
        // Time goes on where a step took longer than its tick. The counter has 24 bits.
        let counter = u64::from(clock.get_counter());
        (ticks, last) = (ticks + (counter.wrapping_sub(last) & 0x00FF_FFFF), counter);
        let now_ms = ticks * u64::from(PRESCALER + 1) * 1_000 / 32_768;
        if now_ms < due_ms {
            continue;
        }
        let volts = adc.read_channel(&mut cells).map_or(f32::NAN, |counts| f32::from(counts) * VOLTS_PER_COUNT);
        let decision = controller.step(Milliseconds(now_ms), &device.sense(volts));
        let command = decision.command();
        due_ms = now_ms + command.next_ms;
        device.act(now_ms, command, &controller);
        if step.is_multiple_of(FRAME_EVERY) {
            let (wire, length) = decision.frame();
            // Only to whom listens.
            let _ = serial.write(wire.get(..length).unwrap_or_default());
        }
        step += 1;
    }
}

/// Only a library's own checks lead here (`.ci/firmware` holds that none of ours does). A reset lets go of every pin:
/// the pump stops, the valve holds.
#[panic_handler]
#[inline(never)]
fn panic(_: &core::panic::PanicInfo) -> ! {
    SCB::sys_reset()
}

/// Ends the sleep between two steps.
#[interrupt]
fn RTC0() {
    NVIC::mask(Interrupt::RTC0);
}

#[expect(unsafe_code, reason = "the log's pages are flash that no object of the program lies in")]
fn pages() -> &'static mut [u8] {
    let (start, length) = LOG;
    // SAFETY: the memory map ends the program before these pages, and `main` comes here once.
    unsafe { core::slice::from_raw_parts_mut(start as *mut u8, length) }
}
