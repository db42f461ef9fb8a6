use super::example::{bytes, telemetry};
use super::*;
use control::VERSION;
use proptest::prelude::*;

fn with(at: u64, warnings: &[Warning]) -> Vec<u8> {
    let bits = warnings.iter().fold(0, |bits, warning| bits | 1 << warning.code());
    bytes(Telemetry { warnings: bits, ..telemetry(at) })
}

/// Bytes of a whole frame that begins so: with its check sum and its stuffing.
fn framed(version: u8, kind: u8) -> Vec<u8> {
    // Found by trial: a plain frame of six bytes without a 0 is stuffed by one byte before it.
    let plain = [version, kind];
    let crc = crc(&plain).to_le_bytes();
    let whole = [&plain[..], &crc].concat();
    assert!(whole.iter().all(|byte| *byte != 0));
    [&[whole.len() as u8 + 1][..], &whole, &[0]].concat()
}

/// CRC-32 (ISO-HDLC), bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[test]
fn a_frame_is_read_in_the_units_of_people() {
    let mut followed = Followed::default();
    followed.take(&bytes(telemetry(7_000)), 0.0);
    let reading = followed.reading().unwrap();
    assert_eq!((reading.vacuum_kpa, reading.set_kpa, reading.leak_ml_per_min), (Some(50.0), Some(50.0), Some(3.1)));
    assert_eq!((reading.charge_pct, reading.hours_left, reading.steps), (98.5, 30.1, 12));
    assert_eq!((reading.mode.as_str(), reading.activity.as_str(), reading.t_s), ("automatic", "walk", 0.0));
    let strange = Telemetry { mode: 77, activity: 9, ..telemetry(0) };
    let said = super::reading(0.0, &strange);
    assert_eq!((said.mode.as_str(), said.activity.as_str()), ("unknown (77)", "unknown (9)"));
}

#[test]
fn an_alarm_has_its_beginning_its_end_and_its_place() {
    let mut followed = Followed::default();
    followed.take(&with(0, &[]), 0.0);
    followed.take(&with(1_000, &[Warning::PumpOld]), 1.0);
    let news = followed.take(&with(2_000, &[Warning::PumpOld, Warning::Sensor]), 2.0);
    assert!(news.contains(&News::Began(Alarm { warning: Warning::Sensor, since_s: 2.0, ended_s: None })));
    assert_eq!(
        followed.present().iter().map(|alarm| alarm.warning).collect::<Vec<_>>(),
        [Warning::Sensor, Warning::PumpOld]
    );
    let ended = Alarm { warning: Warning::Sensor, since_s: 2.0, ended_s: Some(4.0) };
    assert!(followed.take(&with(4_000, &[Warning::PumpOld]), 4.0).contains(&News::Ended(ended)));
    assert_eq!(followed.ended().front(), Some(&ended));
    // However often one comes and goes, what is kept of it is bounded.
    for n in 0..3_000 {
        let there: &[Warning] = if n % 2 == 0 { &[Warning::Leak] } else { &[] };
        followed.take(&with(5_000 + n * 10, there), 5.0);
    }
    assert_eq!((followed.ended().len(), followed.forgotten()), (MOST_ENDED, 1_502 - MOST_ENDED as u64));
}

#[test]
fn a_warning_without_a_name_here_is_told() {
    let mut followed = Followed::default();
    let beyond = Telemetry { warnings: !0, ..telemetry(0) };
    let bits = u64::from(beyond.warnings) & !u64::from(Warnings::of_bits(!0).bits());
    assert!(bits != 0, "every bit has a name");
    let news = followed.take(&bytes(beyond), 0.0);
    assert!(news.contains(&News::UnknownWarning(0.0, bits)) && followed.warns_beyond());
    assert!(!followed.take(&bytes(beyond), 1.0).iter().any(|news| matches!(news, News::UnknownWarning(..))));
}

#[test]
fn a_silent_line_is_told_once_after_three_seconds_and_so_is_its_end() {
    let mut followed = Followed::default();
    followed.take(&with(0, &[]), 10.0);
    assert_eq!(followed.waited(12.9), None);
    assert_eq!(followed.waited(13.0), Some(News::Silent(0.0)));
    assert_eq!(followed.waited(60.0), None);
    assert!(followed.is_silent());
    assert!(followed.take(&with(60_000, &[]), 70.0).contains(&News::SpeaksAgain(60.0, 60.0)));
    assert!(!followed.is_silent());
    // Bytes that are no frame are silence, too, and so is a line that never said anything.
    followed.take(&[7; 1_000], 71.0);
    assert_eq!(followed.waited(73.5), Some(News::Silent(60.0)));
    let mut dumb = Followed::default();
    assert_eq!((dumb.waited(0.0), dumb.waited(3.0)), (None, Some(News::Silent(0.0))));
}

#[test]
fn a_gap_in_a_file_is_silence_by_the_units_own_clock() {
    let mut followed = Followed::default();
    let both = [with(0, &[]), with(90_000, &[])].concat();
    let news = followed.take(&both, 0.0);
    assert!(news.contains(&News::Silent(0.0)) && news.contains(&News::SpeaksAgain(90.0, 90.0)), "{news:?}");
}

#[test]
fn a_clock_that_goes_back_or_leaps_does_not_turn_time_back() {
    let mut followed = Followed::default();
    followed.take(&with(100_000, &[]), 0.0);
    followed.take(&with(101_000, &[]), 1.0);
    assert!(followed.take(&with(0, &[]), 3.0).contains(&News::ClockJumped(3.0)));
    assert!(followed.take(&with(u64::MAX, &[]), 4.0).contains(&News::ClockJumped(4.0)));
    assert_eq!(followed.reading().unwrap().t_s, 4.0);
}

#[test]
fn broken_frames_are_counted_and_what_follows_is_read() {
    let mut followed = Followed::default();
    let mut broken = with(0, &[]);
    broken[9] ^= 0x10;
    let news = followed.take(&[&broken[..], &broken, &with(1_000, &[])].concat(), 0.0);
    assert_eq!(news.iter().filter(|news| matches!(news, News::Broken(_))).count(), 1);
    assert_eq!((followed.counts().frames, followed.counts().broken), (1, 2));
    followed.take(&with(2_000, &[])[..20], 0.0);
    assert_eq!(followed.close(), Some(News::Broken(0.0)));
    assert_eq!((followed.counts().broken, followed.close()), (3, None));
}

#[test]
fn an_unknown_version_and_an_unknown_kind_are_told_once() {
    let mut followed = Followed::default();
    let news = followed.take(&[framed(200, 1), framed(200, 1), framed(VERSION, 99)].concat(), 0.0);
    assert_eq!(news, [News::UnknownVersion(0.0, 200), News::UnknownKind(0.0, 99)]);
    assert_eq!((followed.counts().unknown, followed.counts().broken), (3, 0));
}

proptest! {
    /// Whatever comes, in whatever pieces: nothing stops, counts add up, and a whole frame after it is read.
    #[test]
    fn hostile_bytes_are_counted_and_never_stop_it(
        pieces in prop::collection::vec((prop::collection::vec(any::<u8>(), 0..200), 0.0..5.0f64), 0..20),
    ) {
        let mut followed = Followed::default();
        let mut now = 0.0;
        for (piece, waited) in &pieces {
            now += waited;
            followed.waited(now);
            followed.take(piece, now);
        }
        followed.take(&[0], now);
        let counts = followed.counts();
        let ends = pieces.iter().flat_map(|(piece, _)| piece).filter(|byte| **byte == 0).count() as u64 + 1;
        prop_assert!(counts.frames + counts.broken + counts.unknown <= ends);
        followed.take(&bytes(telemetry(1)), now);
        prop_assert_eq!(followed.counts().frames, counts.frames + 1);
    }

    /// Frames with any content, and with bytes lost: what is shown stays a number, and memory bounded.
    #[test]
    fn any_content_and_lost_bytes(
        frames in prop::collection::vec((any::<[u8; 50]>(), any::<u64>(), any::<Option<u8>>()), 1..40),
    ) {
        let mut followed = Followed::default();
        for (word, at, lost) in frames {
            let short = |place: usize| i16::from_le_bytes([word[place], word[place + 1]]);
            let frame = Telemetry {
                mode: word[0], activity: word[1], flags: word[2], drive: word[3],
                set_point: Some(short(4)), vacuum: Some(short(6)), steps: u32::from_le_bytes([word[8], word[9], word[10], word[11]]),
                charge: short(12).unsigned_abs(), hours_left: short(14).unsigned_abs(),
                ..telemetry(at)
            };
            let mut wire = bytes(frame);
            if let Some(lost) = lost {
                wire.remove(usize::from(lost) % wire.len());
            }
            followed.take(&wire, 0.0);
        }
        if let Some(reading) = followed.reading() {
            prop_assert!(reading.t_s.is_finite() && reading.vacuum_kpa.is_none_or(f64::is_finite));
            prop_assert!(serde_json::to_string(&reading).is_ok());
        }
        prop_assert!(followed.past().len() <= MOST_PAST);
    }
}
