//! A log as a unit's frames write it: a row a minute with steps and vacuum, alarms as remarks between them.
//!
//! A row stands at the end of its minute. Its vacuum is the mean of what was measured in it with the limb in the socket; its steps are of
//! both feet since the row before, twice the strides that the unit has counted. A minute without a frame has no row.

use crate::monitor::{News, doffed, urgency};
use crate::output::Lines;
use crate::problem::Failure;
use domain::day::ClockTime;
use std::path::Path;
use twin::warning_words;

/// Remarks in one log: with them it stays within what a log may be. Assumed.
const MOST_REMARKS: usize = 4_000;
/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// Steps of both feet for each that the unit counts: it sees one foot.
const FEET: f64 = 2.0;

/// A log that is kept.
#[derive(Debug)]
pub struct Kept {
    to: Lines,
    begins: ClockTime,
    minute: Option<Minute>,
    /// What the unit had counted at the row before.
    strides: Option<u32>,
    /// The time of the last row, in minutes after midnight.
    row: Option<u16>,
    remarks: usize,
}

/// What was heard of a minute.
#[derive(Clone, Copy, Debug)]
struct Minute {
    /// Its end, in minutes after midnight.
    ends: u16,
    /// Sum of what was measured, kPa, and how often.
    vacuum: (f64, u32),
    strides: u32,
}

impl Kept {
    /// Begins a new log; the first frame comes at `begins`.
    ///
    /// # Errors
    /// A file that is there already, or cannot be made.
    pub fn begin(path: &Path, begins: ClockTime) -> Result<Self, Failure> {
        let mut to = Lines::begin(path)?;
        to.add(&format!(
            "# kept by concord {} from an electronic pump's frames\ntime,steps,vacuum_kpa\n",
            env!("CARGO_PKG_VERSION")
        ))?;
        Ok(Self { to, begins, minute: None, strides: None, row: None, remarks: 0 })
    }

    /// Takes what has happened.
    ///
    /// # Errors
    /// A file that cannot grow.
    pub fn take(&mut self, news: &News) -> Result<(), Failure> {
        match news {
            News::Heard(t_s, telemetry) => {
                let vacuum = telemetry.vacuum.filter(|_| !doffed(telemetry)).map(|tens| f64::from(tens) / 100.0);
                self.heard(*t_s, telemetry.steps, vacuum)
            }
            News::Began(alarm) => {
                let (warning, how) = (alarm.warning, urgency(alarm.warning.priority()));
                self.remark(alarm.since_s, &format!("alarm ({how}): {}", warning_words(warning)))
            }
            News::Ended(alarm) => {
                let words = format!("ended: {}", warning_words(alarm.warning));
                self.remark(alarm.ended_s.unwrap_or(alarm.since_s), &words)
            }
            News::ClockJumped(t_s) => self.remark(*t_s, "the unit's clock jumped"),
            News::Silent(t_s) => self.remark(*t_s, "the line is silent"),
            News::SpeaksAgain(t_s, _) => self.remark(*t_s, "the line speaks again"),
            News::UnknownWarning(t_s, _) => self.remark(*t_s, "alarm that this program does not know"),
            News::UnknownVersion(t_s, _) | News::UnknownKind(t_s, _) => {
                self.remark(*t_s, "frames that this program does not know")
            }
            News::Broken(t_s) => self.remark(*t_s, "broken frames"),
        }
    }

    /// Writes the minute that has begun, and ends.
    ///
    /// # Errors
    /// A file that cannot grow.
    pub fn finish(mut self) -> Result<(), Failure> {
        self.end_minute()?;
        self.to.finish()
    }

    fn heard(&mut self, t_s: f64, strides: u32, vacuum: Option<f64>) -> Result<(), Failure> {
        let minutes = ((self.begins.seconds() + t_s) / 60.0).floor() + 1.0;
        let over = minutes > f64::from(DAY);
        let ends = if over { DAY } else { minutes as u16 };
        if self.minute.is_some_and(|minute| over || minute.ends != ends) {
            self.end_minute()?;
        }
        if over || self.row.is_some_and(|row| row >= ends) {
            // The log is of one day.
            return Ok(());
        }
        self.strides.get_or_insert(strides);
        let minute = self.minute.get_or_insert(Minute { ends, vacuum: (0.0, 0), strides });
        minute.strides = strides;
        if let Some(kpa) = vacuum {
            minute.vacuum = (minute.vacuum.0 + kpa, minute.vacuum.1 + 1);
        }
        Ok(())
    }

    fn end_minute(&mut self) -> Result<(), Failure> {
        let Some(minute) = self.minute.take() else { return Ok(()) };
        let before = self.strides.replace(minute.strides).unwrap_or(minute.strides);
        // A unit that was started anew without its memory counts from nothing.
        let strides = minute.strides.checked_sub(before).unwrap_or(minute.strides);
        let steps = FEET * f64::from(strides);
        // What cannot be was not measured.
        let steps = if steps <= MOST_STEPS { format!("{steps}") } else { String::new() };
        let (sum, count) = minute.vacuum;
        let mean = sum / f64::from(count.max(1));
        // The sensor's noise about ambient pressure is no vacuum.
        let vacuum = if count > 0 && mean <= MOST_KPA { format!("{:.2}", mean.max(0.0)) } else { String::new() };
        self.row = Some(minute.ends);
        let time = ClockTime::show(f64::from(minute.ends) * 60.0);
        self.to.add(&format!("{time},{steps},{vacuum}\n"))
    }

    fn remark(&mut self, t_s: f64, words: &str) -> Result<(), Failure> {
        let s = self.begins.seconds() + t_s;
        if self.remarks >= MOST_REMARKS || s >= f64::from(DAY) * 60.0 {
            return Ok(());
        }
        self.remarks += 1;
        let last = if self.remarks == MOST_REMARKS { "; further remarks are left out" } else { "" };
        self.to.add(&format!("# {}:{:02} {words}{last}\n", ClockTime::show(s), (s % 60.0).floor()))
    }
}

/// Most that a log may hold of steps in a row, and of vacuum, kPa; as `evidence::calibration` checks.
const MOST_STEPS: f64 = 200_000.0;
const MOST_KPA: f64 = 101.0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::monitor::example::telemetry;
    use control::Telemetry;
    use domain::Case;
    use evidence::calibration::MOST_ROWS;

    fn kept(begins: &str, frames: impl IntoIterator<Item = (f64, Telemetry)>) -> String {
        let folder =
            std::env::temp_dir().join(format!("concord-kept-{}-{begins}", std::process::id()).replace(':', ""));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("log.csv");
        let mut kept = Kept::begin(&path, begins.to_string().try_into().unwrap()).unwrap();
        for (t_s, telemetry) in frames {
            kept.take(&News::Heard(t_s, telemetry)).unwrap();
        }
        kept.take(&News::Broken(0.0)).unwrap();
        kept.finish().unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        text
    }

    fn rows(text: &str) -> Vec<&str> {
        text.lines().filter(|line| !line.starts_with('#')).skip(1).collect()
    }

    #[test]
    fn a_minute_is_a_row_of_mean_vacuum_and_steps_of_both_feet() {
        let frame = |s: u32, vacuum, strides| (f64::from(s), Telemetry { vacuum, steps: strides, ..telemetry(0) });
        let off = Telemetry { vacuum: Some(9_000), flags: 0b10, steps: 80, ..telemetry(0) };
        let text = kept(
            "08:00",
            [
                frame(0, Some(5_000), 7),
                frame(30, Some(5_200), 27),
                frame(59, None, 57),
                frame(60, Some(-20), 70),
                // Minutes without a frame have no row; one with the limb out has no vacuum.
                (240.0, off),
                // Started anew.
                frame(300, Some(4_000), 5),
            ],
        );
        assert_eq!(rows(&text), ["08:01,100,51.00", "08:02,26,0.00", "08:05,20,", "08:06,10,40.00"]);
        let case = Case::parse(include_str!("../../../../cases/mechanic.toml")).unwrap();
        let read = super::super::of_text("log.csv".into(), &text, &case).unwrap();
        assert_eq!((read.log.rows()[0].steps, read.log.rows()[0].vacuum_kpa), (Some(100.0), Some(51.0)));
    }

    #[test]
    fn a_log_is_of_one_day_and_never_larger_than_a_log_may_be() {
        let frames = (0..3 * 86_400).step_by(20).map(|s| (f64::from(s), telemetry(0)));
        let text = kept("00:00", frames);
        assert_eq!(rows(&text).len(), 1_440);
        assert!(rows(&text).len() < MOST_ROWS && text.len() < 100_000);
        assert_eq!(rows(&text).last().unwrap().split(',').next(), Some("24:00"));
    }
}
