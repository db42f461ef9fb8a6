//! # Gait and posture from one accelerometer
//!
//! **Stands for** what the shank's acceleration says: which way is down, how lively it is, when the foot struck.
//!
//! **Equations**
//! - down: g⃗ = low pass of a⃗, τ = 1 s; roughness: low pass of |a⃗ − g⃗|², τ = 1 s
//! - strike: y = low pass of |a⃗|²/g², τ = 30 ms; x = y − (low pass of y, τ = 1 s); a strike is x rising through
//!   max(0.5, half of the recent largest x, forgotten with τ = 4 s), again only after x has fallen below a third of that and
//!   max(0.4 s, 0.6·stride) have passed
//! - stride: the time between strikes of this one foot; cadence of both feet = 120/stride; four strikes whose
//!   strides agree within a quarter are gait (bumps in a car seldom do)
//! - moved: |a⃗ − g⃗| above 0.25 m/s² (an accelerometer's noise is a tenth of that)
//! - lost: the sensor has failed for 5 s, no sample has come for `motion_silence_ms`, or samples have come for 10 s that are the same to
//!   the last digit (a live one's noise moves it); well again after 2 s of samples that differ
//!
//! **Assumptions** axes as in `inputs`, 50–200 Hz; one strike a stride stands out (it does on a shank: the heel's impact);
//! the other foot is not seen. Samples further apart than 0.1 s carry posture but no strikes. No square root is taken.
//! **Tests** `tests/walking.rs`: a shank that swings, strikes, stands and lies, with noise.

use crate::number::{blend, lasted, seconds, within};
use crate::settings::Settings;
use crate::time::Tick;

/// Standard gravity, m/s², and its square.
const GRAVITY: f32 = 9.806_65;
const GRAVITY_2: f32 = GRAVITY * GRAVITY;
/// An accelerometer of ±32 g reads no more, m/s².
const MOST: f32 = 320.0;
/// Samples further apart belong to no common stride, ms.
const SAMPLE_GAP_MS: u64 = 100;
/// Smallest strike, in g².
const STRIKE: f32 = 0.5;
/// Longest stride, ms: below 48 steps/min gait is not recognised by its rhythm.
const LONGEST_STRIDE_MS: u64 = 2_500;
/// Shortest stride, ms: 300 steps/min.
const SHORTEST_STRIDE_MS: u64 = 400;
/// Strikes in a row that are gait.
const IN_A_ROW: u8 = 4;
/// Squared deviation that counts as movement, (m/s²)².
const MOVED: f32 = 0.062_5;
/// Until a sensor that fails, or says the same again and again, is lost, ms, and until it is well again.
const FAILED_MS: u32 = 5_000;
const FROZEN_MS: u32 = 10_000;
/// How many times bad time counts, and the most that is counted, ms.
const TROUBLE: u32 = 10;
const MOST_TROUBLE_MS: u32 = TROUBLE * FAILED_MS + 2_000;
/// Mean square of the acceleration, in g², below which a sensor would have to fall for ever.
const FALLS: f32 = 0.25;
const WELL_MS: u32 = 2_000;
/// As many samples that are the same, at least.
const FROZEN: u8 = 20;

/// What is remembered of the shank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Gait {
    pub down: [f32; 3],
    /// (m/s²)².
    pub rough: f32,
    quick: f32,
    base: f32,
    largest: f32,
    armed: bool,
    strike_at: u64,
    stride_ms: u64,
    row: u8,
    /// Own time of the last sample; none yet.
    pub sample_at: Option<u64>,
    /// Own time of the last movement.
    pub moved_at: u64,
    /// Own time since which the sensor has failed.
    failed_since: Option<u64>,
    /// Time in trouble, ten times, less the time without, ms.
    trouble_ms: u32,
    /// How long it was asked at every step and had nothing to say, ms.
    unanswered_ms: u32,
    /// The last sample, how many have been the same, and since when.
    sample: [f32; 3],
    same: u8,
    same_since: u64,
    /// Own time since which all has been well, while it is lost.
    well_since: u64,
    /// Motion is not known.
    pub lost: bool,
}

impl Gait {
    pub const fn new() -> Self {
        Self {
            down: [0.0, 0.0, GRAVITY],
            rough: 0.0,
            quick: 1.0,
            base: 1.0,
            largest: 0.0,
            armed: true,
            strike_at: 0,
            stride_ms: 0,
            row: 0,
            sample_at: None,
            moved_at: 0,
            failed_since: None,
            trouble_ms: 0,
            unanswered_ms: 0,
            sample: [0.0; 3],
            same: 0,
            same_since: 0,
            well_since: 0,
            lost: false,
        }
    }

    /// Judges whether motion is known; asked at every step, with or without a sample.
    pub fn judge(&mut self, settings: &Settings, tick: Tick) {
        // Bad time counts ten times what good time takes off again: a sensor that fails for a tenth of the time shows no strides.
        let dt = tick.dt.min(1_000) as u32;
        if tick.dt > SAMPLE_GAP_MS {
            self.unanswered_ms = 0;
        } else if self.sample_at != Some(tick.now) {
            self.unanswered_ms = self.unanswered_ms.saturating_add(dt);
        }
        // Bad time counts ten times what good time takes off again: a sensor that fails for a tenth of the time shows no strides.
        let wanting = self.failed_since.is_some() || self.base < FALLS;
        self.trouble_ms = if wanting { self.trouble_ms + TROUBLE * dt } else { self.trouble_ms.saturating_sub(dt) }
            .min(MOST_TROUBLE_MS);
        let failed = self.trouble_ms >= TROUBLE * FAILED_MS;
        let silent = lasted(tick.now, self.sample_at.unwrap_or(0), settings.motion_silence_ms);
        let frozen = self.same >= FROZEN && lasted(tick.now, self.same_since, FROZEN_MS);
        if failed || silent || frozen {
            self.lost = true;
        }
        if wanting || failed || silent || self.same > 0 || !self.fresh(tick.now) {
            self.well_since = tick.now;
        }
        if lasted(tick.now, self.well_since, WELL_MS) {
            self.lost = false;
        }
    }

    /// Takes a sample; tells how many strides are certain now that were not before.
    pub fn sample(&mut self, tick: Tick, sample: [f32; 3]) -> u32 {
        let [Some(x), Some(y), Some(z)] = sample.map(|a| within(a, -MOST, MOST)) else {
            self.fail(tick);
            return 0;
        };
        self.failed_since = None;
        if [x, y, z] == self.sample {
            self.same = self.same.saturating_add(1);
        } else {
            (self.sample, self.same, self.same_since) = ([x, y, z], 0, tick.now);
        }
        let Some(before) = self.sample_at.replace(tick.now) else {
            // The first sample is all there is to know about down.
            self.down = [x, y, z];
            self.moved_at = tick.now;
            return 0;
        };
        let gap = tick.now.saturating_sub(before);
        let unanswered = core::mem::take(&mut self.unanswered_ms);
        if u64::from(unanswered) >= SAMPLE_GAP_MS {
            // So few samples show no stride.
            self.trouble_ms =
                self.trouble_ms.saturating_add(unanswered.saturating_mul(TROUBLE + 1)).min(MOST_TROUBLE_MS);
        }
        let dt = seconds(gap);
        let [gx, gy, gz] = self.down;
        let deviation = (x - gx) * (x - gx) + (y - gy) * (y - gy) + (z - gz) * (z - gz);
        self.down = [blend(gx, x, dt, 1.0), blend(gy, y, dt, 1.0), blend(gz, z, dt, 1.0)];
        self.rough = blend(self.rough, deviation, dt, 1.0);
        if deviation > MOVED {
            self.moved_at = tick.now;
        }
        let strength = (x * x + y * y + z * z) / GRAVITY_2;
        if gap > SAMPLE_GAP_MS {
            (self.quick, self.base, self.largest, self.armed) = (strength, strength, 0.0, false);
            return 0;
        }
        self.quick = blend(self.quick, strength, dt, 0.03);
        self.base = blend(self.base, self.quick, dt, 1.0);
        self.strike(tick, self.quick - self.base, dt)
    }

    fn strike(&mut self, tick: Tick, x: f32, dt: f32) -> u32 {
        let threshold = if 0.5 * self.largest > STRIKE { 0.5 * self.largest } else { STRIKE };
        self.largest = blend(self.largest, 0.0, dt, 4.0);
        if x > self.largest {
            self.largest = x;
        }
        if x < threshold / 3.0 {
            self.armed = true;
        }
        let since = tick.now.saturating_sub(self.strike_at);
        let refractory = SHORTEST_STRIDE_MS.max(self.stride_ms.saturating_mul(6) / 10);
        if !(self.armed && x > threshold && since >= refractory) {
            return 0;
        }
        (self.armed, self.strike_at) = (false, tick.now);
        if since > LONGEST_STRIDE_MS || self.row == 0 {
            (self.row, self.stride_ms) = (1, 0);
            return 0;
        }
        // Within a quarter of the strides before it belongs to the same gait.
        let agrees = self.stride_ms == 0
            || (since.saturating_mul(4) <= self.stride_ms.saturating_mul(5)
                && since.saturating_mul(5) >= self.stride_ms.saturating_mul(4));
        if !agrees {
            (self.row, self.stride_ms) = (1, 0);
            return 0;
        }
        self.stride_ms = if self.stride_ms == 0 { since } else { (self.stride_ms.saturating_mul(3) + since) / 4 };
        self.row = self.row.saturating_add(1).min(IN_A_ROW + 1);
        match self.row {
            IN_A_ROW => u32::from(IN_A_ROW),
            row if row > IN_A_ROW => 1,
            _ => 0,
        }
    }

    /// The sensor does not answer, or answers nonsense.
    pub fn fail(&mut self, tick: Tick) {
        self.failed_since.get_or_insert(tick.now);
    }

    /// Steps of both feet a minute, while gait goes on; `at` is the time of the last sample.
    pub fn cadence(&self) -> Option<f32> {
        let at = self.sample_at?;
        let waited = at.saturating_sub(self.strike_at);
        // A stride and a half without a strike: it stopped.
        let limit = LONGEST_STRIDE_MS.min(self.stride_ms.saturating_mul(3) / 2);
        (self.row >= IN_A_ROW && waited <= limit && self.stride_ms > 0).then(|| 120_000.0 / self.stride_ms as f32)
    }

    /// Whether samples are coming in.
    pub fn fresh(&self, now: u64) -> bool {
        self.sample_at.is_some_and(|at| now.saturating_sub(at) <= 1_000)
    }

    /// How long nothing has moved, ms; nothing is known without samples.
    pub fn still_ms(&self, now: u64) -> u64 {
        if self.fresh(now) { now.saturating_sub(self.moved_at) } else { 0 }
    }
}
