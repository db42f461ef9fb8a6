//! The time: seconds since 1970, as a date, and with the name of whoever does something.

use std::time::{SystemTime, UNIX_EPOCH};
use store::Actor;

/// Who does something, now.
pub fn actor(name: &str) -> Actor {
    Actor { name: name.to_string(), at: now() }
}

/// Seconds since 1970.
pub fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64)
}

/// A moment as the clinic writes it, in UTC.
pub fn moment(at: i64) -> String {
    let days = at.div_euclid(86_400);
    let second = at.rem_euclid(86_400);
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02} UTC", second / 3_600, second / 60 % 60)
}

/// The date of a day since 1970 in the Gregorian calendar (years begin in March, so that leap days come last).
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn moments_are_dates_of_the_calendar() {
        assert_eq!(moment(0), "1970-01-01 00:00 UTC");
        assert_eq!(moment(951_782_400), "2000-02-29 00:00 UTC");
        assert_eq!(moment(1_795_282_140), "2026-11-21 17:29 UTC");
        assert_eq!(moment(-1), "1969-12-31 23:59 UTC");
    }
}
