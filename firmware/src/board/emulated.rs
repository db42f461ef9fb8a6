//! The emulated board: ARM's MPS2 with the AN386 image, a Cortex-M4F at 25 MHz in QEMU.
//!
//! Reads a recording from standard input, whose header a snapshot follows to begin from, and writes a report a step to standard output, with a frame of telemetry after
//! each hundredth; then four u64: steps; instructions of all steps; of the longest; the deepest stack in bytes.
//!
//! An instruction is counted where the controller is: from the inputs in memory to the command in memory (adapter
//! and `control::step`; no sensor, no file, and no report, which only the replay wants). The emulator lets each take 1 ns, SysTick counts every 40 of
//! them; the counts of all steps add up without bias, that of one step is true to 40.
#![no_std]
#![no_main]

use control::{HEADER, RECORD_BYTES, Settings, recorded};
use core::hint::black_box;
use cortex_m::peripheral::SYST;
use cortex_m::peripheral::syst::SystClkSource;
use firmware::{Controller, FRAME_EVERY, SNAPSHOT, power_fails};
use panic_never as _;
use semihosting::fd::{AsFd, BorrowedFd};
use semihosting::fs::File;
use semihosting::io::{self, Read};
use semihosting::sys;

/// Steps in one transfer from the host.
const BLOCK: usize = 16;
const INSTRUCTIONS_PER_TICK: u64 = 40;
const RELOAD: u32 = 0x00FF_FFFF;
/// What cortex-m-rt paints the stack with.
const PAINT: u32 = 0xCCCC_CCCC;

#[cortex_m_rt::entry]
fn main() -> ! {
    let failed = cortex_m::Peripherals::take().is_none_or(|core| replay(core.SYST).is_err());
    semihosting::process::exit(failed.into())
}

fn replay(mut timer: SYST) -> io::Result<()> {
    timer.set_clock_source(SystClkSource::Core);
    timer.set_reload(RELOAD);
    timer.clear_current();
    timer.enable_counter();
    let mut input = File::open(c"/dev/stdin")?;
    let output = File::create(c"/dev/stdout")?;
    let output = output.as_fd();
    let mut header = HEADER.map(|_| 0);
    if fill(&mut input, &mut header)? != HEADER.len() || header != HEADER {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut begin = [0; SNAPSHOT];
    fill(&mut input, &mut begin)?;
    let mut controller = Controller::restored(Settings::default(), &begin).ok_or(io::ErrorKind::InvalidData)?;
    let [mut steps, mut ticks, mut longest] = [0_u64; 3];
    loop {
        let mut records = [[0; RECORD_BYTES]; BLOCK];
        let count = fill(&mut input, records.as_flattened_mut())? / RECORD_BYTES;
        for record in records.iter().take(count) {
            let (now, inputs) = black_box(recorded(record));
            let start = SYST::get_current();
            let decision = controller.step(now, black_box(&inputs));
            black_box(decision.command());
            let took = u64::from(start.wrapping_sub(SYST::get_current()) & RELOAD);
            (steps, ticks, longest) = (steps + 1, ticks + took, took.max(longest));
            send(output, &decision.report())?;
            if steps.is_multiple_of(FRAME_EVERY) {
                let (wire, length) = decision.frame();
                send(output, wire.get(..length).unwrap_or_default())?;
            }
            if power_fails(steps) {
                controller = Controller::restored(Settings::default(), &controller.snapshot())
                    .ok_or(io::ErrorKind::InvalidData)?;
            }
        }
        if count < BLOCK {
            break;
        }
    }
    for total in [steps, ticks * INSTRUCTIONS_PER_TICK, longest * INSTRUCTIONS_PER_TICK, deepest_stack()] {
        send(output, &total.to_le_bytes())?;
    }
    Ok(())
}

/// Reads until the buffer is full or the file ends.
fn fill(file: &mut File, mut buffer: &mut [u8]) -> io::Result<usize> {
    let wanted = buffer.len();
    loop {
        match file.read(buffer)? {
            0 => return Ok(wanted - buffer.len()),
            count => buffer = buffer.get_mut(count..).unwrap_or_default(),
        }
    }
}

/// Writes the whole buffer. `File` itself would check its handle each time, and panic.
fn send(output: BorrowedFd<'_>, mut buffer: &[u8]) -> io::Result<()> {
    while !buffer.is_empty() {
        buffer = buffer.get(sys::write(output, buffer)?..).unwrap_or_default();
    }
    Ok(())
}

/// Bytes of stack that were ever used.
#[expect(unsafe_code, reason = "cortex-m-rt paints the stack, but only a raw read can see what is left of the paint")]
fn deepest_stack() -> u64 {
    unsafe extern "C" {
        static _stack_end: u32;
        static _stack_start: u32;
    }
    let (mut word, start) = (&raw const _stack_end, &raw const _stack_start);
    // SAFETY: these are the bounds of RAM below the stack pointer's start, aligned by the linker script.
    while word < start && unsafe { word.read_volatile() } == PAINT {
        word = word.wrapping_add(1);
    }
    (start as usize - word as usize) as u64
}
