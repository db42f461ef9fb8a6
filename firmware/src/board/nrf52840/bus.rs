//! The I²C bus, TWIM0 on P0.26 (data) and P0.27 (clock), 400 kHz. No transfer lasts longer than a limit, and a bus that is held is freed
//! before it is taken. The HAL's own waits for ever, and checks bounds.
#![expect(unsafe_code, reason = "registers that take any bits; what they point to lives as long as the transfer")]

use core::sync::atomic::{Ordering, compiler_fence};
use cortex_m::asm::delay;
use embedded_hal::i2c::{ErrorKind, ErrorType, I2c, NoAcknowledgeSource, Operation};
use firmware::bus::{Wires, free};
use nrf52840_hal::pac::{P0, TWIM0};

const DATA: u32 = 26;
const CLOCK: u32 = 27;
/// Cycles of the 64 MHz processor in a microsecond.
const US: u32 = 64;
/// A transfer of all bytes there is room for takes 0.3 ms.
const LONGEST_US: u32 = 1_000;
/// Half a clock of 100 kHz, which any sensor follows.
const HALF_US: u32 = 5;
/// The most bytes that a driver sends, and reads, at once.
const SENT: usize = 4;
const READ: usize = 8;
/// Bits of ERRORSRC: a byte too many, an address and a byte that nobody took.
const OVERRUN: u32 = 1;
const NO_ADDRESS: u32 = 1 << 1;

/// The bus.
pub struct Bus {
    twim: TWIM0,
    /// What the transfer reads and writes by itself.
    sent: [u8; SENT],
    read: [u8; READ],
}

struct ByHand;

impl ByHand {
    /// A wire is held low as an output, or let go as an input.
    fn drive(wire: u32, high: bool) {
        // SAFETY: these registers change the bits that are written as ones, and no one else has these pins.
        let port = unsafe { &*P0::ptr() };
        if high {
            port.dirclr.write(|w| unsafe { w.bits(1 << wire) });
        } else {
            port.dirset.write(|w| unsafe { w.bits(1 << wire) });
        }
    }
}

impl Wires for ByHand {
    fn clock(&mut self, high: bool) {
        Self::drive(CLOCK, high);
    }

    fn data(&mut self, high: bool) {
        Self::drive(DATA, high);
    }

    fn is_data_high(&mut self) -> bool {
        // SAFETY: reading changes nothing.
        unsafe { &*P0::ptr() }.in_.read().bits() >> DATA & 1 == 1
    }

    fn wait(&mut self) {
        delay(HALF_US * US);
    }
}

impl Bus {
    /// Frees the bus and takes it.
    pub fn new(twim: TWIM0) -> Self {
        let bus = Self { twim, sent: [0; SENT], read: [0; READ] };
        // SAFETY: no one else has these pins.
        let port = unsafe { &*P0::ptr() };
        port.outclr.write(|w| unsafe { w.bits(1 << DATA | 1 << CLOCK) });
        let [data, clock] = [&port.pin_cnf[DATA as usize], &port.pin_cnf[CLOCK as usize]];
        for pin in [data, clock] {
            pin.write(|w| w.dir().input().input().connect().pull().pullup().drive().s0d1());
        }
        bus.twim.psel.scl.write(|w| unsafe { w.bits(CLOCK) });
        bus.twim.psel.sda.write(|w| unsafe { w.bits(DATA) });
        bus.twim.frequency.write(|w| w.frequency().k400());
        bus.recover();
        bus
    }

    /// Frees the bus by hand; whether it is free.
    fn recover(&self) -> bool {
        self.twim.enable.write(|w| w.enable().disabled());
        let free = free(&mut ByHand);
        self.twim.enable.write(|w| w.enable().enabled());
        free
    }

    /// Writes, then reads, either of which may be nothing.
    fn transfer(&mut self, address: u8, out: &[u8], into: &mut [u8]) -> Result<(), ErrorKind> {
        let (sends, reads) = (!out.is_empty(), !into.is_empty());
        if out.len() > SENT || into.len() > READ || !(sends || reads) {
            return Err(ErrorKind::Other);
        }
        if !ByHand.is_data_high() && !self.recover() {
            return Err(ErrorKind::Bus);
        }
        self.sent.iter_mut().zip(out).for_each(|(to, from)| *to = *from);
        let twim = &self.twim;
        twim.address.write(|w| unsafe { w.bits(address.into()) });
        twim.txd.ptr.write(|w| unsafe { w.bits(self.sent.as_ptr() as u32) });
        twim.txd.maxcnt.write(|w| unsafe { w.bits(out.len() as u32) });
        twim.rxd.ptr.write(|w| unsafe { w.bits(self.read.as_mut_ptr() as u32) });
        twim.rxd.maxcnt.write(|w| unsafe { w.bits(into.len() as u32) });
        twim.events_stopped.reset();
        twim.events_error.reset();
        // A bit is cleared by writing it.
        twim.errorsrc.write(|w| unsafe { w.bits(u32::MAX) });
        twim.shorts.write(|w| w.lasttx_startrx().bit(reads).lasttx_stop().bit(!reads).lastrx_stop().set_bit());
        // What is in memory is there before the peripheral looks, and the other way round at the end.
        compiler_fence(Ordering::SeqCst);
        if sends {
            twim.tasks_starttx.write(|w| unsafe { w.bits(1) });
        } else {
            twim.tasks_startrx.write(|w| unsafe { w.bits(1) });
        }
        let ended = (0..LONGEST_US).any(|_| {
            if twim.events_error.read().bits() != 0 {
                twim.events_error.reset();
                twim.tasks_stop.write(|w| unsafe { w.bits(1) });
            }
            delay(US);
            twim.events_stopped.read().bits() != 0
        });
        compiler_fence(Ordering::SeqCst);
        if !ended {
            self.recover();
            return Err(ErrorKind::Bus);
        }
        let (error, sent, read) =
            (twim.errorsrc.read().bits(), twim.txd.amount.read().bits(), twim.rxd.amount.read().bits());
        match error {
            0 if sent == out.len() as u32 && read == into.len() as u32 => {}
            0 => return Err(ErrorKind::Other),
            OVERRUN => return Err(ErrorKind::Overrun),
            NO_ADDRESS => return Err(ErrorKind::NoAcknowledge(NoAcknowledgeSource::Address)),
            _ => return Err(ErrorKind::NoAcknowledge(NoAcknowledgeSource::Data)),
        }
        // SAFETY: an own field, read anew because the peripheral has written it.
        let received = unsafe { (&raw const self.read).read_volatile() };
        into.iter_mut().zip(received).for_each(|(to, from)| *to = from);
        Ok(())
    }
}

impl ErrorType for Bus {
    type Error = ErrorKind;
}

impl I2c for Bus {
    fn transaction(&mut self, address: u8, operations: &mut [Operation<'_>]) -> Result<(), ErrorKind> {
        match operations {
            [Operation::Write(out)] => self.transfer(address, out, &mut []),
            [Operation::Read(into)] => self.transfer(address, &[], into),
            [Operation::Write(out), Operation::Read(into)] => self.transfer(address, out, into),
            _ => Err(ErrorKind::Other),
        }
    }
}
