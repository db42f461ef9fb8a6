//! What a unit says, as lines: for people, and for programs one object a line.

use crate::drive_text::clock;
use control::VERSION;
use serde_json::{Value, json};
use twin::warning_words;
use workup::monitor::{Alarm, Counts, Followed, MOST_LEAK, News, Reading, SILENT_S, reading, spaced, urgency};

/// A level in both units.
pub fn level(kpa: Option<f64>) -> String {
    // The sensor's noise about nothing is nothing, not less.
    let shown = |number: f64| (number * 10.0).round() / 10.0 + 0.0;
    kpa.map_or("–".into(), |kpa| format!("{:.1} kPa ({:.1} inHg)", shown(kpa), shown(kpa / 3.386_39)))
}

/// A leak, with what it is to its long mean where that is known.
pub fn leak(reading: &Reading) -> String {
    let trend = reading.leak_trend.map_or(String::new(), |trend| format!(", {trend:.2} × its mean"));
    let or_more = |leak: f64| if leak >= MOST_LEAK { " or more" } else { "" };
    let leak = |leak: f64| format!("{leak:.1} mL/min{}{trend}", or_more(leak));
    reading.leak_ml_per_min.map_or("not known yet".into(), leak)
}

/// A frame in one line.
pub fn frame(reading: &Reading) -> String {
    let pump = if reading.pump_pct > 0 { format!("runs at {} %", reading.pump_pct) } else { "rests".into() };
    let off = if reading.doffed { ", off the limb" } else { "" };
    format!(
        "{:>7}  vacuum {}, set point {}; leak {}; charge {:.0} %, {:.1} h left; {}, {}{off}; pump {pump}; {} steps\n",
        clock(reading.t_s),
        level(reading.vacuum_kpa),
        level(reading.set_kpa),
        leak(reading),
        reading.charge_pct,
        reading.hours_left,
        reading.mode,
        reading.activity,
        reading.steps,
    )
}

/// What has happened in one line; a frame is none.
pub fn news(news: &News) -> Option<String> {
    let (t_s, words) = match news {
        News::Heard(..) => return None,
        News::Began(alarm) => {
            let how = urgency(alarm.warning.priority());
            (alarm.since_s, format!("! ALARM, {how}: {}", warning_words(alarm.warning)))
        }
        News::Ended(alarm) => (alarm.ended_s.unwrap_or(alarm.since_s), format!("ended: {}", of_alarm(alarm))),
        News::UnknownWarning(t_s, bits) => {
            (*t_s, format!("! ALARM that this program does not know (bits {bits:#x}): see the unit's own description"))
        }
        News::ClockJumped(t_s) => {
            (*t_s, "the unit's clock jumped, or it was started anew; the time here goes on".into())
        }
        News::Silent(t_s) => {
            (*t_s, format!("the line is silent: no frame for {SILENT_S:.0} s (in storage a unit speaks every 100 s)"))
        }
        News::SpeaksAgain(t_s, after) => (*t_s, format!("the line speaks again after {after:.1} s")),
        News::UnknownVersion(t_s, version) => (*t_s, unknown_version(*version)),
        News::UnknownKind(t_s, kind) => (*t_s, format!("frames of kind {kind} come, which this program does not know")),
        News::Broken(t_s) => (*t_s, "broken frames come: bytes are lost or changed on the line".into()),
    };
    Some(format!("{:>7}  {words}\n", clock(t_s)))
}

/// What is said of a version that is not known.
pub fn unknown_version(version: u8) -> String {
    format!(
        "frames of version {version} come; this program reads version {VERSION}. Take the program of the unit's version"
    )
}

/// An alarm with its history.
pub fn of_alarm(alarm: &Alarm) -> String {
    let span = match alarm.ended_s {
        None => "not ended".to_string(),
        Some(ended) => format!("ended at {} after {:.0} s", clock(ended), ended - alarm.since_s),
    };
    format!(
        "{} ({}), since {}, {span}",
        warning_words(alarm.warning),
        urgency(alarm.warning.priority()),
        clock(alarm.since_s)
    )
}

/// What came, in one line.
pub fn counts(counts: Counts) -> String {
    let Counts { frames, broken, unknown, bytes } = counts;
    format!("{frames} frames, {broken} broken, {unknown} of an unknown version or kind, in {bytes} bytes")
}

/// What is told when it is over: what came, and every alarm.
pub fn summary(followed: &Followed) -> String {
    let mut text = format!("\n{}\n", counts(followed.counts()));
    let alarms: Vec<&Alarm> = followed.present().iter().chain(followed.ended()).collect();
    if alarms.is_empty() {
        text += "no alarm came\n";
    } else {
        text += "alarms, first those that are there, then the newest:\n";
    }
    for alarm in alarms {
        text += &format!("  {}\n", of_alarm(alarm));
    }
    if followed.forgotten() > 0 {
        text += &format!("  and {} before these\n", followed.forgotten());
    }
    text
}

/// What has happened as an object.
pub fn object(news: &News) -> Value {
    let alarm = |event: &str, t_s: f64, alarm: &Alarm| {
        json!({
            "event": event,
            "t_s": t_s,
            "warning": spaced(alarm.warning),
            "priority": urgency(alarm.warning.priority()),
            "words": warning_words(alarm.warning),
            "since_s": alarm.since_s,
            "lasted_s": alarm.ended_s.map(|ended| ended - alarm.since_s),
        })
    };
    match news {
        News::Heard(t_s, telemetry) => {
            let mut object = json!({ "event": "frame" });
            if let (Value::Object(all), Ok(Value::Object(of_frame))) =
                (&mut object, serde_json::to_value(reading(*t_s, telemetry)))
            {
                all.extend(of_frame);
            }
            object
        }
        News::Began(began) => alarm("alarm", began.since_s, began),
        News::Ended(ended) => alarm("alarm_ended", ended.ended_s.unwrap_or(ended.since_s), ended),
        News::UnknownWarning(t_s, bits) => json!({ "event": "unknown_alarm", "t_s": t_s, "bits": bits }),
        News::ClockJumped(t_s) => json!({ "event": "clock_jumped", "t_s": t_s }),
        News::Silent(t_s) => json!({ "event": "silent", "t_s": t_s }),
        News::SpeaksAgain(t_s, after_s) => json!({ "event": "speaks_again", "t_s": t_s, "after_s": after_s }),
        News::UnknownVersion(t_s, version) => {
            json!({ "event": "unknown_version", "t_s": t_s, "version": version, "known": VERSION })
        }
        News::UnknownKind(t_s, kind) => json!({ "event": "unknown_kind", "t_s": t_s, "kind": kind }),
        News::Broken(t_s) => json!({ "event": "broken_frames", "t_s": t_s }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use control::{Telemetry, Warning};
    use workup::monitor::example::telemetry;

    #[test]
    fn a_frame_an_alarm_and_its_end_are_a_line_each() {
        let line = frame(&reading(12.34, &telemetry(0)));
        for part in ["0:12.3", "vacuum 50.0 kPa (14.8 inHg)", "set point 50.0 kPa", "leak 3.1 mL/min", "charge 98 %"] {
            assert!(line.contains(part), "{part}: {line}");
        }
        let torn = Telemetry { vacuum: Some(-2), leak: Some(u16::MAX - 1), ..telemetry(0) };
        let line = frame(&reading(0.0, &torn));
        assert!(line.contains("vacuum 0.0 kPa (0.0 inHg)") && line.contains("leak 655.3 mL/min or more"), "{line}");
        let alarm = Alarm { warning: Warning::Sensor, since_s: 60.0, ended_s: Some(75.0) };
        let began = news(&News::Began(Alarm { ended_s: None, ..alarm })).unwrap();
        assert!(began.contains("ALARM, high: the pressure sensor fails"), "{began}");
        let ended = news(&News::Ended(alarm)).unwrap();
        assert!(ended.contains("since 1:00.0, ended at 1:15.0 after 15 s"), "{ended}");
        assert!(news(&News::UnknownVersion(0.0, 200)).unwrap().contains("frames of version 200 come"));
        assert_eq!(object(&News::Ended(alarm))["lasted_s"], 15.0);
        assert_eq!(object(&News::Heard(1.0, telemetry(0)))["vacuum_kpa"], 50.0);
    }
}
