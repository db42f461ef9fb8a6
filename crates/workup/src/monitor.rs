//! An electronic pump's unit, followed from the other end of its wire: what it says, its alarms with their history, and what is
//! wrong with the line. Nothing here waits, draws or writes.
//!
//! Time is the unit's own, from the first frame on. Where its clock goes back or leaps, the time that passed here counts.
//! A unit says something once a second; in storage, where it sleeps, about every 100 s.

pub mod example;
pub mod source;

use control::{Activity, Decoder, Frame, FrameError, Mode, Priority, Telemetry, Warning, Warnings};
use serde::Serialize;
use std::collections::VecDeque;

/// A line without a whole frame for so long is called silent, s: three frames that did not come. Assumed.
pub const SILENT_S: f64 = 3.0;
/// A clock that goes on by more between two frames has leapt, ms: a day. Assumed.
const LEAP_MS: u64 = 86_400_000;
/// Alarms that have ended and are still known. Older ones are counted. Assumed.
pub const MOST_ENDED: usize = 500;
/// Frames of which vacuum and set point are kept for the picture: five minutes, one a second.
const MOST_PAST: usize = 300;

/// An alarm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alarm {
    /// Which.
    pub warning: Warning,
    /// When it began, or was there already at the first frame, s.
    pub since_s: f64,
    /// When it ended, s.
    pub ended_s: Option<f64>,
}

/// What is wrong with frames that came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Whole frames.
    pub frames: u64,
    /// Frames that came broken: bytes lost or changed on the way.
    pub broken: u64,
    /// Whole frames of a version or kind that this program does not know.
    pub unknown: u64,
    /// Bytes that came.
    pub bytes: u64,
}

/// Time (s), vacuum and set point (kPa) of a frame.
pub type Past = (f64, Option<f64>, Option<f64>);

/// The largest leak that a frame can say, mL/min at 57.6 kPa: it stands for all larger ones.
pub const MOST_LEAK: f64 = 655.34;

/// What a frame says, in words and in the units of people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reading {
    /// Since the first frame, s.
    pub t_s: f64,
    /// The unit's own time, ms.
    pub at_ms: u64,
    /// Vacuum as measured, kPa.
    pub vacuum_kpa: Option<f64>,
    /// Set point, kPa.
    pub set_kpa: Option<f64>,
    /// Leak, mL/min at 57.6 kPa.
    pub leak_ml_per_min: Option<f64>,
    /// Leak over its long mean.
    pub leak_trend: Option<f64>,
    /// Charge left, %.
    pub charge_pct: f64,
    /// Hours that it lasts.
    pub hours_left: f64,
    /// Mode.
    pub mode: String,
    /// What the person is taken to do.
    pub activity: String,
    /// Drive of the pump, % of full.
    pub pump_pct: u8,
    /// Steps on the prosthesis.
    pub steps: u32,
    /// Steps of both feet a minute.
    pub cadence_per_min: Option<u16>,
    /// The limb is out of the socket.
    pub doffed: bool,
    /// Warnings, most urgent first.
    pub warnings: Vec<String>,
}

/// What has happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum News {
    /// A frame with its values.
    Heard(f64, Telemetry),
    /// An alarm began.
    Began(Alarm),
    /// An alarm ended.
    Ended(Alarm),
    /// The unit warns of something that this program has no name for: the bits.
    UnknownWarning(f64, u64),
    /// The unit's clock went back or leapt: it was started anew, or the clock jumped.
    ClockJumped(f64),
    /// The line has been silent since.
    Silent(f64),
    /// It speaks again after so many seconds.
    SpeaksAgain(f64, f64),
    /// A frame of a version that this program does not know.
    UnknownVersion(f64, u8),
    /// A frame of a kind that this program does not know.
    UnknownKind(f64, u8),
    /// The first broken frame after whole ones, or at the beginning.
    Broken(f64),
}

/// A unit, as far as it was heard.
#[derive(Clone, Debug, Default)]
pub struct Followed {
    decoder: Decoder,
    /// Bytes since the last end of a frame.
    begun: u64,
    counts: Counts,
    last: Option<Telemetry>,
    /// Time from the first frame to the last, s.
    t_s: f64,
    /// When the last whole frame came here, s.
    heard_at: Option<f64>,
    silent: bool,
    breaking: bool,
    unknown: Option<(bool, u8)>,
    unknown_bits: u64,
    present: Vec<Alarm>,
    ended: VecDeque<Alarm>,
    forgotten: u64,
    past: VecDeque<Past>,
}

impl Followed {
    /// Takes bytes that came at `now_s` by the clock here. Of a file that is read at once the clock here stands still.
    pub fn take(&mut self, bytes: &[u8], now_s: f64) -> Vec<News> {
        let mut news = vec![];
        self.heard_at.get_or_insert(now_s);
        for byte in bytes {
            self.counts.bytes += 1;
            self.begun = if *byte == 0 { 0 } else { self.begun + 1 };
            match self.decoder.push(*byte) {
                None => {}
                Some(Ok(frame)) => self.frame(frame, now_s, &mut news),
                Some(Err(error)) => self.error(error, &mut news),
            }
        }
        news
    }

    /// Nothing came until now: whether the line has fallen silent.
    pub fn waited(&mut self, now_s: f64) -> Option<News> {
        let since = now_s - *self.heard_at.get_or_insert(now_s);
        if self.silent || since < SILENT_S {
            return None;
        }
        self.silent = true;
        Some(News::Silent(self.t_s))
    }

    /// The line is closed. A frame that had begun is a broken one.
    pub fn close(&mut self) -> Option<News> {
        let cut = std::mem::take(&mut self.begun) > 0;
        self.counts.broken += u64::from(cut);
        (cut && !self.breaking).then_some(News::Broken(self.t_s))
    }

    fn frame(&mut self, frame: Frame, now_s: f64, news: &mut Vec<News>) {
        self.counts.frames += 1;
        self.breaking = false;
        let passed = now_s - self.heard_at.replace(now_s).unwrap_or(now_s);
        let told = std::mem::take(&mut self.silent);
        let Frame::Telemetry(telemetry) = frame else {
            if told {
                news.push(News::SpeaksAgain(self.t_s, passed));
            }
            return;
        };
        let before = self.t_s;
        if let Some(last) = self.last {
            let on = telemetry.at.0.checked_sub(last.at.0).filter(|ms| *ms <= LEAP_MS);
            self.t_s += on.map_or(passed.max(0.0), |ms| ms as f64 / 1e3);
            if on.is_none() {
                news.push(News::ClockJumped(self.t_s));
            }
        }
        let gap = self.t_s - before;
        if told || gap > SILENT_S {
            // What is read at once was silent by its own clock.
            if !told {
                news.push(News::Silent(before));
            }
            news.push(News::SpeaksAgain(self.t_s, if told { gap.max(passed) } else { gap }));
        }
        news.push(News::Heard(self.t_s, telemetry));
        self.alarms(&telemetry, news);
        let kpa = |tens: Option<i16>| tens.map(|tens| f64::from(tens) / 100.0);
        if self.past.len() == MOST_PAST {
            self.past.pop_front();
        }
        self.past.push_back((self.t_s, kpa(telemetry.vacuum), kpa(telemetry.set_point)));
        self.last = Some(telemetry);
    }

    fn alarms(&mut self, telemetry: &Telemetry, news: &mut Vec<News>) {
        let now = Warnings::of_bits(telemetry.warnings);
        let beyond = u64::from(telemetry.warnings) & !u64::from(now.bits());
        if beyond & !self.unknown_bits != 0 {
            news.push(News::UnknownWarning(self.t_s, beyond));
        }
        self.unknown_bits = beyond;
        let (still, over): (Vec<Alarm>, Vec<Alarm>) =
            self.present.iter().partition(|alarm| now.contains(alarm.warning));
        self.present = still;
        for alarm in over {
            let ended = Alarm { ended_s: Some(self.t_s), ..alarm };
            news.push(News::Ended(ended));
            self.ended.push_front(ended);
        }
        while self.ended.len() > MOST_ENDED {
            self.ended.pop_back();
            self.forgotten += 1;
        }
        for warning in Warning::ALL.into_iter().filter(|warning| now.contains(*warning)) {
            if self.present.iter().all(|alarm| alarm.warning != warning) {
                let alarm = Alarm { warning, since_s: self.t_s, ended_s: None };
                news.push(News::Began(alarm));
                self.present.push(alarm);
            }
        }
        self.present.sort_by_key(|alarm| alarm.warning);
    }

    fn error(&mut self, error: FrameError, news: &mut Vec<News>) {
        let (is_version, number) = match error {
            FrameError::Version(version) => (true, version),
            FrameError::Kind(kind) => (false, kind),
            FrameError::Stuffing | FrameError::TooLong | FrameError::Broken | FrameError::Meaning => {
                self.counts.broken += 1;
                if !self.breaking {
                    news.push(News::Broken(self.t_s));
                }
                self.breaking = true;
                return;
            }
        };
        self.counts.unknown += 1;
        if self.unknown.replace((is_version, number)) != Some((is_version, number)) {
            let told = if is_version { News::UnknownVersion } else { News::UnknownKind };
            news.push(told(self.t_s, number));
        }
    }

    /// What the last frame said.
    pub fn reading(&self) -> Option<Reading> {
        self.last.as_ref().map(|telemetry| reading(self.t_s, telemetry))
    }

    /// What came, and how.
    pub const fn counts(&self) -> Counts {
        self.counts
    }

    /// Whether the line is silent.
    pub const fn is_silent(&self) -> bool {
        self.silent
    }

    /// The version that the last unknown frame had.
    pub fn unknown_version(&self) -> Option<u8> {
        self.unknown.filter(|(is_version, _)| *is_version).map(|(_, number)| number)
    }

    /// Whether the unit warns of something that this program has no name for.
    pub const fn warns_beyond(&self) -> bool {
        self.unknown_bits != 0
    }

    /// Alarms that are there, most urgent first.
    pub fn present(&self) -> &[Alarm] {
        &self.present
    }

    /// Alarms that have ended, newest first, at most [`MOST_ENDED`].
    pub const fn ended(&self) -> &VecDeque<Alarm> {
        &self.ended
    }

    /// How many more have ended.
    pub const fn forgotten(&self) -> u64 {
        self.forgotten
    }

    /// The last frames, five minutes of them.
    pub const fn past(&self) -> &VecDeque<Past> {
        &self.past
    }

    /// Mode and activity of the last frame, where they are known.
    pub fn doing(&self) -> Option<(Option<Mode>, Option<Activity>)> {
        self.last.map(|telemetry| (Mode::of_code(telemetry.mode), Activity::of_code(telemetry.activity)))
    }
}

/// What a frame says, `t_s` seconds after the first.
pub fn reading(t_s: f64, telemetry: &Telemetry) -> Reading {
    let kpa = |tens: i16| f64::from(tens) / 100.0;
    let hundredths = |number: u16| f64::from(number) / 100.0;
    let warnings = Warnings::of_bits(telemetry.warnings);
    Reading {
        t_s: (t_s * 1e3).round() / 1e3,
        at_ms: telemetry.at.0,
        vacuum_kpa: telemetry.vacuum.map(kpa),
        set_kpa: telemetry.set_point.map(kpa),
        leak_ml_per_min: telemetry.leak.map(hundredths),
        leak_trend: telemetry.trend.map(hundredths),
        charge_pct: f64::from(telemetry.charge) / 10.0,
        hours_left: f64::from(telemetry.hours_left) / 10.0,
        mode: Mode::of_code(telemetry.mode).map_or_else(|| format!("unknown ({})", telemetry.mode), spaced),
        activity: Activity::of_code(telemetry.activity)
            .map_or_else(|| format!("unknown ({})", telemetry.activity), spaced),
        pump_pct: telemetry.drive,
        steps: telemetry.steps,
        cadence_per_min: telemetry.cadence,
        doffed: doffed(telemetry),
        warnings: Warning::ALL.into_iter().filter(|warning| warnings.contains(*warning)).map(spaced).collect(),
    }
}

/// Whether the unit takes the limb to be out of the socket.
pub const fn doffed(telemetry: &Telemetry) -> bool {
    telemetry.flags & 0b10 != 0
}

/// `CellsEmpty` as "cells empty", `Level(2)` as "level 2".
pub fn spaced(name: impl std::fmt::Debug) -> String {
    let mut words = String::new();
    for letter in format!("{name:?}").chars() {
        match letter {
            '(' => words.push(' '),
            ')' => {}
            _ if letter.is_uppercase() && !words.is_empty() => {
                words.push(' ');
                words.extend(letter.to_lowercase());
            }
            _ => words.extend(letter.to_lowercase()),
        }
    }
    words
}

/// How urgent, in a word.
pub const fn urgency(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "high",
        Priority::Medium => "medium",
        Priority::Low => "low",
    }
}

#[cfg(test)]
mod tests;
