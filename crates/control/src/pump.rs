//! # The pump
//!
//! **Stands for** keeping a set point with a motor that must not run for ever.
//!
//! **Rules**
//! - on when the vacuum is below set point − band, off at the set point; never on at the ceiling or without a reading
//! - running counts up, reaching the set point ends the count, and resting takes off what a pause would: `longest_run_ms` in
//!   `pause_ms`. A count of `longest_run_ms` ends in a pause of `pause_ms`, and is told as a leak until a run reaches its set point. No
//!   change of mode, no contact that lets go and no brown-out resets it
//! - the person's own act, a turn of the dial, ends a pause: at most three in any `pause_ms`, so that a dial that chatters cannot
//!   keep the pump running
//! - a step that comes late finds the pump off: what happened meanwhile is not known
//! - a line that is blocked (`leak`) pauses it as well
//! - the supply of the pump is switched with it: a driver that conducts for ever does not run the pump at rest
//!
//! **Assumptions** the vacuum overshoots by at most what one step's run adds. **Tests** below, and `tests/limits.rs`.

use crate::number::divided;
use crate::outputs::Drive;
use crate::settings::Settings;
use crate::time::Tick;

/// Acts that end a pause, in the length of a pause.
const ACTS: u32 = 3;

/// What is remembered of the pump.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pump {
    pub drive: Drive,
    /// A run is going on: it ends at the set point.
    running: bool,
    /// How long it has run without reaching its set point, ms, less what rests have taken off.
    ran_ms: u32,
    /// What is left of a pause, ms.
    pause_ms: u32,
    /// What acts have used up, in ms of a pause.
    acts_ms: u32,
    /// A part of a millisecond that rests have still to take off, in the unit of `rest`.
    spared: u64,
    /// The last run ended without reaching its set point.
    pub gave_up: bool,
}

/// What of it survives a brown-out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Kept {
    pub ran_ms: u32,
    pub pause_ms: u32,
    pub acts_ms: u32,
    pub gave_up: bool,
}

impl Pump {
    pub const fn new() -> Self {
        Self { drive: Drive::OFF, running: false, ran_ms: 0, pause_ms: 0, acts_ms: 0, spared: 0, gave_up: false }
    }

    pub const fn restored(kept: Kept) -> Self {
        let Kept { ran_ms, pause_ms, acts_ms, gave_up } = kept;
        Self { ran_ms, pause_ms, acts_ms, gave_up, ..Self::new() }
    }

    pub const fn kept(&self) -> Kept {
        Kept { ran_ms: self.ran_ms, pause_ms: self.pause_ms, acts_ms: self.acts_ms, gave_up: self.gave_up }
    }

    /// Counts what the last step has led to.
    pub fn count(&mut self, settings: &Settings, tick: Tick) {
        let dt = u32::try_from(tick.dt).unwrap_or(u32::MAX);
        self.acts_ms = self.acts_ms.saturating_sub(dt);
        self.pause_ms = self.pause_ms.saturating_sub(dt);
        if self.drive.is_on() {
            self.ran_ms = self.ran_ms.saturating_add(dt);
            return;
        }
        let spared = self.spared.saturating_add(tick.dt.saturating_mul(u64::from(settings.longest_run_ms)));
        let (taken_off, rest) = divided(spared, settings.pause_ms);
        self.spared = rest;
        self.ran_ms = self.ran_ms.saturating_sub(u32::try_from(taken_off).unwrap_or(u32::MAX));
    }

    pub fn rest(&mut self) {
        self.drive = Drive::OFF;
    }

    /// Ends the run and waits.
    pub fn pause(&mut self, settings: &Settings) {
        self.rest();
        (self.running, self.ran_ms, self.pause_ms) = (false, 0, settings.pause_ms);
    }

    /// The person did something that may have changed the matter: no need to wait.
    pub fn try_again(&mut self, settings: &Settings) {
        let one = settings.pause_ms / ACTS;
        if self.acts_ms.saturating_add(one) > settings.pause_ms {
            return;
        }
        self.acts_ms = self.acts_ms.saturating_add(one);
        (self.running, self.ran_ms, self.pause_ms, self.gave_up) = (false, 0, 0, false);
    }

    /// Keeps the vacuum between `goal` − band and `goal` (Pa) with the drive that the cells allow.
    pub fn keep(&mut self, settings: &Settings, tick: Tick, goal: f32, vacuum: f32, allowed: Drive) {
        let start_below = goal - settings.band_pa();
        if vacuum >= goal {
            (self.running, self.ran_ms) = (false, 0);
            // Only a run that has reached its set point says that it can be reached: a pause in which the vacuum is lost is told.
            self.gave_up = self.gave_up && self.pause_ms > 0;
        }
        if self.pause_ms > 0 {
            return self.rest();
        }
        let wanted = vacuum < if self.running { goal } else { start_below };
        if !wanted || tick.late || vacuum >= settings.ceiling_pa() || !allowed.is_on() {
            return self.rest();
        }
        self.running = true;
        if self.ran_ms >= settings.longest_run_ms {
            self.gave_up = true;
            return self.pause(settings);
        }
        self.drive = allowed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Bench(Pump, Settings, u64);

    impl Bench {
        fn new() -> Self {
            Self(Pump::new(), Settings::default(), 0)
        }

        /// Runs for some time at a vacuum that is never enough, asked by `asked` whether the pump may; the time it ran, ms.
        fn run(&mut self, ms: u64, mut asked: impl FnMut(u64) -> bool) -> u64 {
            let mut ran = 0;
            for _ in 0..ms / 10 {
                self.2 += 10;
                let tick = Tick { now: self.2, dt: 10, late: false, back: false };
                self.0.count(&self.1, tick);
                if asked(self.2) {
                    self.0.keep(&self.1, tick, 40_000.0, 10_000.0, Drive::FULL);
                } else {
                    self.0.rest();
                }
                ran += if self.0.drive.is_on() { 10 } else { 0 };
            }
            ran
        }
    }

    #[test]
    fn sr_033_nothing_that_flickers_keeps_the_pump_running_beyond_its_share() {
        let bound = |ms: u64| 90_000 + ms * 90_000 / 600_000 + 1_000;
        // Whatever stops it, for however long and however often.
        for (off_ms, period_ms) in [(50, 1_000), (50, 60_000), (200, 15_000), (2_000, 10_000), (30_000, 60_000)] {
            let mut bench = Bench::new();
            let ran = bench.run(7_200_000, |now| now % period_ms >= off_ms);
            assert!(ran <= bound(7_200_000), "{ran} ms at {off_ms} of {period_ms}");
            assert!(bench.0.gave_up, "{off_ms} of {period_ms}");
        }
    }

    #[test]
    fn sr_033_a_brown_out_ends_no_pause() {
        let mut bench = Bench::new();
        let mut ran = 0;
        for _ in 0..720 {
            ran += bench.run(10_000, |_| true);
            bench.0 = Pump::restored(bench.0.kept());
        }
        assert!(ran <= 90_000 * 13, "{ran} ms in two hours");
    }

    #[test]
    fn sr_033_the_persons_act_ends_a_pause_and_a_dial_that_chatters_cannot_keep_it_running() {
        let mut bench = Bench::new();
        assert_eq!(bench.run(200_000, |_| true), 90_000);
        bench.0.try_again(&bench.1);
        assert!(bench.0.drive == Drive::OFF && !bench.0.gave_up);
        assert_eq!(bench.run(1_000, |_| true), 1_000);
        let mut ran = 0;
        for _ in 0..7_200 {
            bench.0.try_again(&bench.1);
            ran += bench.run(1_000, |_| true);
        }
        assert!(ran <= 90_000 * (13 + 3 * 13), "{ran} ms in two hours");
    }
}
