//! # Settings as bytes
//!
//! **Stands for** what somebody prescribed, on its way into a unit's flash: whole and possible, or refused as a whole.
//!
//! | bytes | what |
//! |---|---|
//! | 0–3 | `CSR` and the version, 1 |
//! | 4–7 | CRC-32 of all names in their order, u32: a record of another table of settings is of another version |
//! | then | every number in the order of [`crate::SETTINGS`], in its unit, f64 |
//! | the last 4 | CRC-32 of the bytes before, u32 |
//!
//! All little-endian. **Rules** nothing outside a setting's limits, and nothing that [`Settings::conflicts`] names, is written or
//! read. A record that is refused changes nothing: the defaults hold, and the unit says so (firmware/README.md).
//! **Assumptions** a check sum finds what was damaged, not who wrote it: a signature is what a maker adds. **Tests** below.

use crate::bytes::{Reader, Writer};
use crate::crc::crc32;
use crate::settings::Settings;

/// Length of a record.
pub const SETTINGS_RECORD_BYTES: usize = BODY + 4;
const BODY: usize = 8 + 8 * Settings::NUMBERS;
const VERSION_1: [u8; 4] = *b"CSR\x01";

/// Why bytes are no settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsRecordError {
    /// Nothing was ever written: every byte is 0xff, as in flash that was erased.
    Blank,
    /// Too short, or the check sum does not fit.
    Broken,
    /// Of a version, or of a table of settings, that this controller does not know.
    Version,
    /// A number lies outside its limits, or some do not fit together.
    Meaning,
}

/// Settings as bytes; `None` where [`read_settings`] would refuse them.
pub fn write_settings(settings: &Settings) -> Option<[u8; SETTINGS_RECORD_BYTES]> {
    let mut bytes = [0; SETTINGS_RECORD_BYTES];
    let mut to = Writer::new(&mut bytes);
    to.bytes(&VERSION_1);
    to.u32(Settings::NAMES);
    settings.each(|number| to.f64(number));
    let crc = crc32(bytes.get(..BODY)?);
    Writer::new(bytes.get_mut(BODY..)?).u32(crc);
    read_settings(&bytes).ok().map(|_| bytes)
}

/// The settings that a record prescribes; bytes after it are not looked at.
pub fn read_settings(bytes: &[u8]) -> Result<Settings, SettingsRecordError> {
    let record = bytes.first_chunk::<SETTINGS_RECORD_BYTES>().ok_or(SettingsRecordError::Broken)?;
    if record.iter().all(|byte| *byte == 0xff) {
        return Err(SettingsRecordError::Blank);
    }
    let (body, crc) = record.split_at_checked(BODY).ok_or(SettingsRecordError::Broken)?;
    if Reader::new(crc).u32() != Some(crc32(body)) {
        return Err(SettingsRecordError::Broken);
    }
    let mut from = Reader::new(body);
    if from.u32() != Some(u32::from_le_bytes(VERSION_1)) || from.u32() != Some(Settings::NAMES) {
        return Err(SettingsRecordError::Version);
    }
    Settings::of_numbers(|| from.f64()).ok_or(SettingsRecordError::Meaning)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::SETTINGS;
    use proptest::prelude::*;
    use units::VacuumLevel;

    /// With a check sum that fits.
    fn summed(mut bytes: [u8; SETTINGS_RECORD_BYTES]) -> [u8; SETTINGS_RECORD_BYTES] {
        let crc = crc32(&bytes[..BODY]).to_le_bytes();
        bytes[BODY..].copy_from_slice(&crc);
        bytes
    }

    #[test]
    fn the_defaults_and_others_come_back_and_each_number_stands_in_the_order_of_its_row() {
        let defaults = Settings::default();
        let level = VacuumLevel::from_inhg;
        let other =
            Settings { levels: [8.0, 9.5, 12.0, 14.0].map(level), hold_ms: 3_000, empty_volts: 1.95, ..defaults };
        for settings in [defaults, other] {
            let bytes = write_settings(&settings).unwrap();
            assert_eq!(read_settings(&bytes), Ok(settings));
            let rows =
                SETTINGS.iter().flat_map(|row| (0..row.row.max(1)).map(move |place| (row.get)(&settings, place)));
            let numbers = bytes[8..BODY].as_chunks().0.iter().map(|number| f64::from_le_bytes(*number));
            assert!(rows.eq(numbers));
        }
    }

    #[test]
    fn every_limit_of_every_row_may_be_set_and_nothing_beyond_it() {
        let whole = write_settings(&Settings::default()).unwrap();
        let mut at = 8;
        for row in SETTINGS {
            for place in 0..row.row.max(1) {
                let with = |number: f64| {
                    let mut bytes = whole;
                    bytes[at..at + 8].copy_from_slice(&number.to_le_bytes());
                    read_settings(&summed(bytes))
                };
                let [low, high] = row.limits;
                let beyond = 1e-3 * (high - low);
                for number in [low - beyond, high + beyond, f64::NAN, f64::INFINITY] {
                    assert_eq!(with(number), Err(SettingsRecordError::Meaning), "{} {number}", row.name);
                }
                // A limit may be set as far as the others allow.
                for number in [low, high] {
                    let mut settings = Settings::default();
                    (row.set)(&mut settings, place, number);
                    assert_eq!(with(number).is_ok(), settings.conflicts().next().is_none(), "{} {number}", row.name);
                }
                assert!(!row.whole || with(low + 0.5).is_err(), "{}", row.name);
                at += 8;
            }
        }
        assert_eq!(at, BODY);
    }

    #[test]
    fn what_does_not_fit_together_is_neither_written_nor_read() {
        let defaults = Settings::default();
        let equal = Settings { levels: [defaults.levels[1]; 4], ..defaults };
        assert!(write_settings(&equal).is_some(), "equal levels do not fall");
        let levels = [defaults.levels[1], defaults.levels[0], defaults.levels[2], defaults.levels[3]];
        for settings in [Settings { levels, ..defaults }, Settings { hold_ms: 9_000, ..defaults }] {
            assert!(settings.conflicts().next().is_some());
            assert_eq!(write_settings(&settings), None);
        }
        let mut bytes = write_settings(&defaults).unwrap();
        let hold = SETTINGS.iter().take_while(|row| row.name != "hold_ms").map(|row| row.row.max(1)).sum::<usize>();
        bytes[8 + 8 * hold..][..8].copy_from_slice(&9_000.0f64.to_le_bytes());
        assert_eq!(read_settings(&summed(bytes)), Err(SettingsRecordError::Meaning));
    }

    #[test]
    fn sr_046_damage_other_versions_and_blank_flash_are_told_apart() {
        let whole = write_settings(&Settings::default()).unwrap();
        for bit in 0..SETTINGS_RECORD_BYTES * 8 {
            let mut broken = whole;
            broken[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(read_settings(&broken), Err(SettingsRecordError::Broken), "{bit}");
        }
        assert_eq!(read_settings(&[0xff; SETTINGS_RECORD_BYTES + 3]), Err(SettingsRecordError::Blank));
        assert_eq!(read_settings(&whole[1..]), Err(SettingsRecordError::Broken));
        for at in [3, 4] {
            let mut other = whole;
            other[at] ^= 7;
            assert_eq!(read_settings(&summed(other)), Err(SettingsRecordError::Version));
        }
    }

    proptest! {
        #[test]
        fn any_numbers_are_refused_or_settings_within_their_limits(words in prop::collection::vec(any::<u64>(), Settings::NUMBERS)) {
            let mut bytes = write_settings(&Settings::default()).unwrap();
            for (place, word) in words.iter().enumerate().filter(|(_, word)| *word % 3 == 0) {
                bytes[8 + 8 * place..][..8].copy_from_slice(&word.to_le_bytes());
            }
            if let Ok(settings) = read_settings(&summed(bytes)) {
                prop_assert_eq!(settings.conflicts().next(), None);
                prop_assert!(write_settings(&settings).is_some());
            }
        }
    }
}
