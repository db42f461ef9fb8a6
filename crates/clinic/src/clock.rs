//! The time: seconds since 1970, as a date, and with the name of whoever does something.

use std::time::{SystemTime, UNIX_EPOCH};
use store::Actor;
use store::audit::{AUTOMATIC_BACKUP, COMMAND_LINE, THIS_MACHINE};
use texts::Texts;
use time::OffsetDateTime;

/// Who does something, now.
pub fn actor(name: &str) -> Actor {
    Actor { name: name.to_string(), at: now() }
}

/// Seconds since 1970.
pub fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64)
}

/// A moment in UTC as a language writes it; one beyond the calendar as its seconds.
pub fn moment(texts: &Texts, at: i64) -> String {
    let Ok(date) = OffsetDateTime::from_unix_timestamp(at) else {
        return format!("{at} s");
    };
    let (year, month, day) = date.to_calendar_date();
    format!("{} {:02}:{:02} UTC", texts.date(year, month.into(), day), date.hour(), date.minute())
}

/// Who did something, for people: whoever sits at this machine has no name.
pub fn who<'a>(texts: &'a Texts, name: &'a str) -> &'a str {
    match name {
        THIS_MACHINE => texts.say("who.this_machine"),
        COMMAND_LINE => texts.say("who.command_line"),
        AUTOMATIC_BACKUP => texts.say("who.automatic_backup"),
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use texts::{Language, Texts};

    fn moment(at: i64) -> String {
        super::moment(Texts::english(), at)
    }

    #[test]
    fn moments_are_dates_of_the_calendar() {
        assert_eq!(moment(0), "1970-01-01 00:00 UTC");
        assert_eq!(moment(951_782_400), "2000-02-29 00:00 UTC");
        assert_eq!(moment(1_795_282_140), "2026-11-21 17:29 UTC");
        assert_eq!(moment(-1), "1969-12-31 23:59 UTC");
        let german = Texts::of(Language::from_code("de").unwrap());
        assert_eq!(super::moment(german, 1_795_282_140), "21.11.2026 17:29 UTC");
        assert_eq!(moment(i64::MAX), "9223372036854775807 s");
    }
}
