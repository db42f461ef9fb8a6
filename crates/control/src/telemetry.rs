//! # Telemetry
//!
//! **Stands for** what a unit says on its wire, and how the other end knows that it heard right.
//!
//! ```text
//!   stuffed (cobs): ┌ version 2 ┬ kind ┬ body ┬ CRC-32 ┐ 0
//! ```
//!
//! | kind | body | bytes |
//! |---|---|---|
//! | 1 | [`Telemetry`]: what is worth plotting, rounded | 56 |
//! | 2 | time and [`Inputs`], bit for bit: what a replay is fed with | 52 |
//! | 3 | time and digest of outputs and trace: what a replay is compared by (`digest`) | 12 |
//!
//! **Rules** a frame that is broken, unknown or too long is an error, and the next 0 begins anew. A layout is never
//! changed: a new one gets a new version, and the old one's golden bytes stay in `tests/telemetry.rs`. Version 1 had 16 bits of
//! warnings, places of [`VERSION_1`], and neither fault nor restarts; it is read, not written.
//! **Assumptions** at most [`FRAME_BYTES`] on the wire. A fixed layout instead of `postcard`: fewer bytes of flash, no
//! dependency, and the page is the specification. **Tests** `tests/telemetry.rs`.

use crate::bytes::{Reader, Writer};
use crate::cobs::{stuff, unstuff};
use crate::crc::crc32;
use crate::inputs::{Acceleration, Inputs, Touch};
use crate::outputs::{Outputs, Trace, Valve};
use crate::time::Milliseconds;
use crate::warnings::Warning;
use crate::wear::Wear;
use units::{AbsolutePressure, VacuumLevel};

/// Version of the layouts.
pub const VERSION: u8 = 2;
/// Longest frame on the wire, its closing 0 included.
pub const FRAME_BYTES: usize = 64;
/// Longest frame before stuffing.
const PLAIN_BYTES: usize = FRAME_BYTES - 2;

/// What a trace says, rounded for plotting. 0x8000 and 0xffff stand for "not known".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Telemetry {
    /// Time of the step.
    pub at: Milliseconds,
    /// [`crate::Mode::code`].
    pub mode: u8,
    /// [`crate::Activity::code`], seen.
    pub activity: u8,
    /// Bits: 0 valve releases, 1 doffed, 2 late, 3 clock went back, 4 leak points at sleeve or brim, 5 charging allowed.
    pub flags: u8,
    /// Drive of the pump, percent.
    pub drive: u8,
    /// [`crate::Warnings::bits`].
    pub warnings: u32,
    /// Set point, in 10 Pa.
    pub set_point: Option<i16>,
    /// Vacuum, in 10 Pa.
    pub vacuum: Option<i16>,
    /// Cadence, steps/min.
    pub cadence: Option<u16>,
    /// Leak, 0.01 mL/min at 57.6 kPa.
    pub leak: Option<u16>,
    /// Leak over its mean, 0.01.
    pub trend: Option<u16>,
    /// Steps.
    pub steps: u32,
    /// Time the pump ran, s.
    pub pump_s: u32,
    /// Charge left, 0.1 %.
    pub charge: u16,
    /// Hours left, 0.1 h.
    pub hours_left: u16,
    /// Cells, mV.
    pub millivolts: u16,
    /// Temperature, 0.1 °C.
    pub temperature: i16,
    /// What is wrong, in fault: [`crate::Fault::code`]; 255: nothing.
    pub fault: u8,
    /// Restarts without ten good minutes between them.
    pub restarts: u8,
}

/// The warnings of version 1, by their bit.
const VERSION_1: [Warning; 14] = [
    Warning::Sensor,
    Warning::Switch,
    Warning::CellsEmpty,
    Warning::TooHot,
    Warning::Leak,
    Warning::TooDeep,
    Warning::Blocked,
    Warning::CellsLow,
    Warning::LeakGrows,
    Warning::TooCold,
    Warning::MotionLost,
    Warning::CannotCharge,
    Warning::Timing,
    Warning::PumpOld,
];

const NO_I16: i16 = i16::MIN;
const NO_U16: u16 = u16::MAX;
const NO_U8: u8 = u8::MAX;

impl Telemetry {
    /// What one step is worth telling.
    pub fn of(at: Milliseconds, inputs: &Inputs, outputs: &Outputs, trace: &Trace) -> Self {
        let level = |level: VacuumLevel| ((level.pa() as f32 * 0.1) as i16).max(NO_I16 + 1);
        let count = |value: f32| (value as u16).min(NO_U16 - 1);
        let flags = [
            outputs.valve == Valve::Release,
            trace.wear == Wear::Doffed,
            trace.late,
            trace.clock_back,
            trace.leak_zone == crate::leak::LeakZone::SleeveOrBrim,
            outputs.charge,
        ];
        Self {
            at,
            mode: trace.mode.code(),
            activity: trace.activity.code(),
            flags: flags.iter().rev().fold(0, |bits, flag| bits << 1 | u8::from(*flag)),
            drive: outputs.pump.percent(),
            warnings: trace.warnings.bits(),
            set_point: trace.set_point.map(level),
            vacuum: trace.vacuum.map(level),
            cadence: trace.cadence.map(count),
            leak: trace.leak_ml_per_min.map(|leak| count(leak * 100.0)),
            trend: trace.leak_trend.map(|trend| count(trend * 100.0)),
            steps: trace.steps,
            pump_s: u32::try_from(trace.pump_ms / 1_000).unwrap_or(u32::MAX),
            charge: count(trace.charge * 1_000.0),
            hours_left: count(trace.hours_left * 10.0),
            millivolts: (inputs.cell_volts * 1_000.0) as u16,
            temperature: (inputs.temperature_c * 10.0) as i16,
            fault: trace.fault.map_or(NO_U8, crate::sensor::Fault::code),
            restarts: trace.restarts,
        }
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.u64(self.at.0);
        to.bytes(&[self.mode, self.activity, self.flags, self.drive]);
        to.u32(self.warnings);
        to.i16(self.set_point.unwrap_or(NO_I16));
        to.i16(self.vacuum.unwrap_or(NO_I16));
        for known in [self.cadence, self.leak, self.trend] {
            to.u16(known.unwrap_or(NO_U16));
        }
        to.u32(self.steps);
        to.u32(self.pump_s);
        for value in [self.charge, self.hours_left, self.millivolts] {
            to.u16(value);
        }
        to.i16(self.temperature);
        to.bytes(&[self.fault, self.restarts]);
    }

    fn read(from: &mut Reader<'_>, version: u8) -> Option<Self> {
        let signed = |value: i16| (value != NO_I16).then_some(value);
        let count = |value: u16| (value != NO_U16).then_some(value);
        Some(Self {
            at: Milliseconds(from.u64()?),
            mode: from.u8()?,
            activity: from.u8()?,
            flags: from.u8()?,
            drive: from.u8()?,
            warnings: if version == 1 { warnings_1(from.u16()?) } else { from.u32()? },
            set_point: signed(from.i16()?),
            vacuum: signed(from.i16()?),
            cadence: count(from.u16()?),
            leak: count(from.u16()?),
            trend: count(from.u16()?),
            steps: from.u32()?,
            pump_s: from.u32()?,
            charge: from.u16()?,
            hours_left: from.u16()?,
            millivolts: from.u16()?,
            temperature: from.i16()?,
            fault: if version == 1 { NO_U8 } else { from.u8()? },
            restarts: if version == 1 { 0 } else { from.u8()? },
        })
    }
}

/// What the bits of version 1 are now.
fn warnings_1(bits: u16) -> u32 {
    let there = VERSION_1.into_iter().zip(0..).filter(|(_, place)| bits >> place & 1 == 1);
    there.fold(0, |all, (warning, _)| all | 1 << warning.code())
}

/// What goes over the wire.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Frame {
    /// What is worth plotting.
    Telemetry(Telemetry),
    /// What was sensed, bit for bit.
    Inputs(Milliseconds, Inputs),
    /// [`crate::digest`] of what was decided.
    Digest(Milliseconds, u32),
}

/// Why bytes are no frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameError {
    /// The stuffing is broken.
    Stuffing,
    /// Longer than any frame.
    TooLong,
    /// The check sum does not fit.
    Broken,
    /// Of a version that is not known here.
    Version(u8),
    /// Of a kind that is not known here.
    Kind(u8),
    /// Whole, but it says what cannot be.
    Meaning,
}

fn write_inputs(to: &mut Writer<'_>, at: Milliseconds, inputs: &Inputs) {
    to.u64(at.0);
    let bit = |there: bool, place: u8| u8::from(there) << place;
    let touch = &inputs.touch;
    let kind = match inputs.acceleration {
        Acceleration::NotRead => 0,
        Acceleration::Sample(_) => 1,
        Acceleration::Failed => 2,
    };
    to.u8(bit(inputs.line.is_some(), 0)
        | bit(inputs.ambient.is_some(), 1)
        | bit(touch.position.is_some(), 2)
        | bit(touch.reverse_held, 3)
        | bit(touch.tapped, 4)
        | bit(inputs.charger, 5)
        | bit(inputs.attached, 6));
    to.u8(kind);
    to.u8(touch.position.unwrap_or(0));
    to.f64(inputs.line.map_or(0.0, AbsolutePressure::pa));
    to.f64(inputs.ambient.map_or(0.0, AbsolutePressure::pa));
    let sample = if let Acceleration::Sample(sample) = inputs.acceleration { sample } else { [0.0; 3] };
    for axis in sample {
        to.f32(axis);
    }
    to.f32(inputs.cell_volts);
    to.f32(inputs.temperature_c);
}

fn read_inputs(from: &mut Reader<'_>) -> Option<Frame> {
    let at = Milliseconds(from.u64()?);
    let (flags, kind, position) = (from.u8()?, from.u8()?, from.u8()?);
    let bit = |place: u8| flags >> place & 1 == 1;
    let (line, ambient) = (from.f64()?, from.f64()?);
    let sample = [from.f32()?, from.f32()?, from.f32()?];
    let acceleration = match kind {
        0 => Acceleration::NotRead,
        1 => Acceleration::Sample(sample),
        2 => Acceleration::Failed,
        _ => return None,
    };
    let inputs = Inputs {
        line: bit(0).then_some(AbsolutePressure::from_pa(line)),
        ambient: bit(1).then_some(AbsolutePressure::from_pa(ambient)),
        acceleration,
        touch: Touch { position: bit(2).then_some(position), reverse_held: bit(3), tapped: bit(4) },
        cell_volts: from.f32()?,
        temperature_c: from.f32()?,
        charger: bit(5),
        attached: bit(6),
    };
    Some(Frame::Inputs(at, inputs))
}

/// Writes a frame as it goes over the wire; its length, the closing 0 included.
pub fn encode(frame: &Frame, into: &mut [u8; FRAME_BYTES]) -> usize {
    let mut plain = [0; PLAIN_BYTES];
    let mut writer = Writer::new(&mut plain);
    writer.u8(VERSION);
    match frame {
        Frame::Telemetry(telemetry) => {
            writer.u8(1);
            telemetry.write(&mut writer);
        }
        Frame::Inputs(at, inputs) => {
            writer.u8(2);
            write_inputs(&mut writer, *at, inputs);
        }
        Frame::Digest(at, digest) => {
            writer.u8(3);
            writer.u64(at.0);
            writer.u32(*digest);
        }
    }
    let body = writer.written();
    let crc = crc32(plain.get(..body).unwrap_or_default());
    if let Some(end) = plain.get_mut(body..) {
        Writer::new(end).u32(crc);
    }
    let whole = plain.get(..body.saturating_add(4)).unwrap_or_default();
    stuff(whole, into).unwrap_or(0)
}

/// Reads one frame, without its closing 0.
pub fn decode(stuffed: &[u8]) -> Result<Frame, FrameError> {
    let mut plain = [0; PLAIN_BYTES];
    if stuffed.len() >= FRAME_BYTES {
        return Err(FrameError::TooLong);
    }
    let long = unstuff(stuffed, &mut plain).ok_or(FrameError::Stuffing)?;
    let whole = plain.get(..long).unwrap_or_default();
    let (body, crc) = whole.split_last_chunk::<4>().map(|(body, crc)| (body, u32::from_le_bytes(*crc))).unzip();
    let body = body.filter(|body| crc == Some(crc32(body))).ok_or(FrameError::Broken)?;
    let mut reader = Reader::new(body);
    let version = match reader.u8() {
        Some(version @ 1..=VERSION) => version,
        other => return Err(FrameError::Version(other.unwrap_or(0))),
    };
    let kind = reader.u8().unwrap_or(0);
    let frame = match kind {
        1 => Telemetry::read(&mut reader, version).map(Frame::Telemetry),
        2 => read_inputs(&mut reader),
        3 => digest(&mut reader),
        _ => return Err(FrameError::Kind(kind)),
    };
    frame.filter(|_| reader.is_empty()).ok_or(FrameError::Meaning)
}

fn digest(reader: &mut Reader<'_>) -> Option<Frame> {
    Some(Frame::Digest(Milliseconds(reader.u64()?), reader.u32()?))
}

/// Finds frames in a stream of bytes.
#[derive(Clone, Copy, Debug)]
pub struct Decoder {
    bytes: [u8; FRAME_BYTES],
    long: usize,
}

impl Decoder {
    /// At the beginning of a stream.
    pub const fn new() -> Self {
        Self { bytes: [0; FRAME_BYTES], long: 0 }
    }

    /// Takes a byte; the frame that it ends, or what was wrong with it. Empty frames are passed over.
    pub fn push(&mut self, byte: u8) -> Option<Result<Frame, FrameError>> {
        if byte != 0 {
            if let Some(slot) = self.bytes.get_mut(self.long) {
                *slot = byte;
            }
            self.long = self.long.saturating_add(1);
            return None;
        }
        let long = core::mem::take(&mut self.long);
        if long == 0 {
            return None;
        }
        Some(self.bytes.get(..long).map_or(Err(FrameError::TooLong), decode))
    }
}

impl Default for Decoder {
    fn default() -> Self {
        Self::new()
    }
}
