//! What a board reads in one step, and how a recording keeps it.
//!
//! A recording is [`HEADER`], then readings of [`READING`] bytes each, little-endian, until the file ends:
//!
//! | bytes | field | unit |
//! |---|---|---|
//! | 0–7 | time since power-on, u64 | ms |
//! | 8–15, 16–23 | line and ambient pressure, f64 | Pa |
//! | 24–47 | acceleration forward, sideways and up along the shank, f64 | m/s² |
//! | 48–55, 56–63 | both cells in series, temperature, f64 | V, °C |
//! | 64 | position of the switch as it is wired | – |
//! | 65 | bits: line, ambient, temperature answered; acceleration sampled, failed; held, charging, attached | – |
//! | 66 | bits: tapped | – |
//! | 67–71 | zero | – |
//!
//! What did not answer is written as zero. A change of the layout is a new last byte of [`HEADER`].

/// How a recording begins: its kind and its version.
pub const HEADER: [u8; 8] = *b"CONCORD\x02";
/// Bytes of one reading.
pub const READING: usize = 72;

/// What the acceleration sensor said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Acceleration {
    /// No new sample in this step.
    NotRead,
    /// The sensor does not answer.
    Failed,
    /// Forward, sideways and up along the shank, m/s²: upright and still is [0, 0, 9.81].
    Sample([f64; 3]),
}

/// What a board reads in one step. `None`: that sensor does not answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readings {
    /// Time since power-on.
    pub now_ms: u64,
    /// Absolute pressure in the socket line.
    pub line_pa: Option<f64>,
    /// Ambient pressure.
    pub ambient_pa: Option<f64>,
    /// Acceleration of the shank.
    pub acceleration: Acceleration,
    /// Voltage of both cells in series.
    pub cell_volts: f64,
    /// Temperature of the board.
    pub celsius: Option<f64>,
    /// Position of the rotary switch as it is wired.
    pub switch: u8,
    /// The button beside it is held.
    pub held: bool,
    /// The other button, which snoozes warnings, is pressed.
    pub tapped: bool,
    /// A charger is connected.
    pub charging: bool,
    /// The unit sits on its adapter.
    pub attached: bool,
}

impl Readings {
    /// As a recording keeps it.
    pub fn encode(&self) -> [u8; READING] {
        let (sampled, acceleration) = match self.acceleration {
            Acceleration::Sample(sample) => (true, sample),
            _ => (false, [0.0; 3]),
        };
        let [x, y, z] = acceleration.map(f64::to_le_bytes);
        let optional = |value: Option<f64>| value.unwrap_or(0.0).to_le_bytes();
        let flags = [
            self.line_pa.is_some(),
            self.ambient_pa.is_some(),
            self.celsius.is_some(),
            sampled,
            self.acceleration == Acceleration::Failed,
            self.held,
            self.charging,
            self.attached,
        ];
        let flags = flags.iter().rev().fold(0, |bits, flag| bits << 1 | u8::from(*flag));
        let words = [
            self.now_ms.to_le_bytes(),
            optional(self.line_pa),
            optional(self.ambient_pa),
            x,
            y,
            z,
            self.cell_volts.to_le_bytes(),
            optional(self.celsius),
            [self.switch, flags, u8::from(self.tapped), 0, 0, 0, 0, 0],
        ];
        let mut bytes = [0; READING];
        bytes.as_chunks_mut().0.copy_from_slice(&words);
        bytes
    }

    /// From a recording.
    pub fn decode(bytes: &[u8; READING]) -> Self {
        let mut words = [[0; 8]; READING / 8];
        words.as_flattened_mut().copy_from_slice(bytes);
        let [now_ms, line, ambient, x, y, z, cells, celsius, [switch, flags, more, ..]] = words;
        let flag = |bit: u8| flags & 1 << bit != 0;
        let optional = |bit, word| flag(bit).then(|| f64::from_le_bytes(word));
        let acceleration = match (flag(3), flag(4)) {
            (true, _) => Acceleration::Sample([x, y, z].map(f64::from_le_bytes)),
            (false, true) => Acceleration::Failed,
            (false, false) => Acceleration::NotRead,
        };
        Self {
            now_ms: u64::from_le_bytes(now_ms),
            line_pa: optional(0, line),
            ambient_pa: optional(1, ambient),
            acceleration,
            cell_volts: f64::from_le_bytes(cells),
            celsius: optional(2, celsius),
            switch,
            held: flag(5),
            tapped: more & 1 != 0,
            charging: flag(6),
            attached: flag(7),
        }
    }
}
