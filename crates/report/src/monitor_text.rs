//! What a unit says, as lines: for people, and for programs one object a line.

use crate::drive_text::clock;
use control::VERSION;
use serde_json::{Value, json};
use texts::Texts;
use twin::warning_words;
use workup::monitor::{Alarm, Counts, Followed, MOST_LEAK, News, Reading, SILENT_S, reading, spaced, urgency};

/// A level in both units.
pub fn level(texts: &Texts, kpa: Option<f64>) -> String {
    // The sensor's noise about nothing is nothing, not less.
    let shown = |number: f64| (number * 10.0).round() / 10.0 + 0.0;
    let said = |kpa: f64| texts.figure(&format!("{:.1} kPa ({:.1} inHg)", shown(kpa), shown(kpa / 3.386_39)));
    kpa.map_or("–".into(), said)
}

/// A leak, with what it is to its long mean where that is known.
pub fn leak(texts: &Texts, reading: &Reading) -> String {
    let Some(leak) = reading.leak_ml_per_min else {
        return texts.say("terminal.monitor.leak_unknown").into();
    };
    let key = if leak >= MOST_LEAK { "terminal.monitor.leak_or_more" } else { "terminal.monitor.leak" };
    let said = texts.fill(key, &[("leak", &texts.figure(&format!("{leak:.1}")))]);
    let trend = reading.leak_trend.map(|trend| {
        texts.fill("terminal.monitor.trend", &[("leak", &said), ("times", &texts.figure(&format!("{trend:.2}")))])
    });
    trend.unwrap_or(said)
}

/// A frame in one line.
pub fn frame(texts: &Texts, reading: &Reading) -> String {
    let pump = match reading.pump_pct {
        0 => texts.say("terminal.monitor.rests").to_string(),
        percent => texts.fill("terminal.monitor.runs", &[("percent", &percent.to_string())]),
    };
    let doing = [texts.named(&reading.mode.to_string()), texts.named(&reading.activity.to_string())].join(", ");
    let doing = if reading.doffed { texts.fill("terminal.monitor.off", &[("doing", &doing)]) } else { doing };
    let line = texts.fill(
        "terminal.monitor.frame",
        &[
            ("vacuum", &level(texts, reading.vacuum_kpa)),
            ("set", &level(texts, reading.set_kpa)),
            ("leak", &leak(texts, reading)),
            ("charge", &texts.figure(&format!("{:.0}", reading.charge_pct))),
            ("hours", &texts.figure(&format!("{:.1}", reading.hours_left))),
            ("doing", &doing),
            ("pump", &pump),
            ("steps", &reading.steps.to_string()),
        ],
    );
    format!("{:>7}  {line}\n", clock(reading.t_s))
}

/// What has happened in one line; a frame is none.
pub fn news(texts: &Texts, news: &News) -> Option<String> {
    let (t_s, words) = match news {
        News::Heard(..) => return None,
        News::Began(alarm) => {
            let words = texts.fill(
                "terminal.monitor.alarm",
                &[("urgency", urgent(texts, alarm)), ("warning", &warning_words(alarm.warning).in_words_of(texts))],
            );
            (alarm.since_s, words)
        }
        News::Ended(alarm) => {
            let words = texts.fill("terminal.monitor.ended", &[("alarm", &of_alarm(texts, alarm))]);
            (alarm.ended_s.unwrap_or(alarm.since_s), words)
        }
        News::UnknownWarning(t_s, bits) => {
            let words = texts.fill("terminal.monitor.unknown_alarm", &[("bits", &format!("{bits:#x}"))]);
            (*t_s, words)
        }
        News::ClockJumped(t_s) => (*t_s, texts.say("terminal.monitor.clock").into()),
        News::Silent(t_s) => {
            let words = texts.fill("terminal.monitor.silent", &[("seconds", &texts.figure(&format!("{SILENT_S:.0}")))]);
            (*t_s, words)
        }
        News::SpeaksAgain(t_s, after) => {
            let after = texts.figure(&format!("{after:.1}"));
            (*t_s, texts.fill("terminal.monitor.speaks", &[("seconds", &after)]))
        }
        News::UnknownVersion(t_s, version) => (*t_s, unknown_version(texts, *version)),
        News::UnknownKind(t_s, kind) => {
            let words = texts.fill("terminal.monitor.unknown_kind", &[("kind", &kind.to_string())]);
            (*t_s, words)
        }
        News::Broken(t_s) => (*t_s, texts.say("terminal.monitor.broken").into()),
    };
    Some(format!("{:>7}  {words}\n", clock(t_s)))
}

/// What is said of a version that is not known.
pub fn unknown_version(texts: &Texts, version: u8) -> String {
    texts
        .fill("terminal.monitor.unknown_version", &[("version", &version.to_string()), ("known", &VERSION.to_string())])
}

/// How urgent an alarm is, in a word.
fn urgent<'a>(texts: &'a Texts, alarm: &Alarm) -> &'a str {
    match urgency(alarm.warning.priority()) {
        "high" => texts.say("value.high"),
        "medium" => texts.say("terminal.monitor.medium"),
        _ => texts.say("value.low"),
    }
}

/// An alarm with its history.
pub fn of_alarm(texts: &Texts, alarm: &Alarm) -> String {
    let (words, urgency, since) =
        (warning_words(alarm.warning).in_words_of(texts), urgent(texts, alarm), clock(alarm.since_s));
    let mut with = vec![("warning", words.as_str()), ("urgency", urgency), ("since", since.as_str())];
    let ended = alarm.ended_s.map(|ended| (clock(ended), texts.figure(&format!("{:.0}", ended - alarm.since_s))));
    match &ended {
        None => texts.fill("terminal.monitor.alarm_there", &with),
        Some((at, after)) => {
            with.extend([("at", at.as_str()), ("after", after.as_str())]);
            texts.fill("terminal.monitor.alarm_ended", &with)
        }
    }
}

/// What came, in one line.
pub fn counts(texts: &Texts, counts: Counts) -> String {
    let Counts { frames, broken, unknown, bytes } = counts;
    texts.fill(
        "terminal.monitor.counts",
        &[
            ("frames", &frames.to_string()),
            ("broken", &broken.to_string()),
            ("unknown", &unknown.to_string()),
            ("bytes", &bytes.to_string()),
        ],
    )
}

/// What is told when it is over: what came, and every alarm.
pub fn summary(texts: &Texts, followed: &Followed) -> String {
    let mut text = format!("\n{}\n", counts(texts, followed.counts()));
    let alarms: Vec<&Alarm> = followed.present().iter().chain(followed.ended()).collect();
    let heading = if alarms.is_empty() { "terminal.monitor.no_alarm" } else { "terminal.monitor.alarms" };
    text += &format!("{}\n", texts.say(heading));
    for alarm in alarms {
        text += &format!("  {}\n", of_alarm(texts, alarm));
    }
    if followed.forgotten() > 0 {
        let more = texts.fill("terminal.monitor.more", &[("count", &followed.forgotten().to_string())]);
        text += &format!("  {more}\n");
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
        let line = frame(Texts::english(), &reading(12.34, &telemetry(0)));
        for part in ["0:12.3", "vacuum 50.0 kPa (14.8 inHg)", "set point 50.0 kPa", "leak 3.1 mL/min", "charge 98 %"] {
            assert!(line.contains(part), "{part}: {line}");
        }
        let torn = Telemetry { vacuum: Some(-2), leak: Some(u16::MAX - 1), ..telemetry(0) };
        let line = frame(Texts::english(), &reading(0.0, &torn));
        assert!(line.contains("vacuum 0.0 kPa (0.0 inHg)") && line.contains("leak 655.3 mL/min or more"), "{line}");
        let alarm = Alarm { warning: Warning::Sensor, since_s: 60.0, ended_s: Some(75.0) };
        let began = news(Texts::english(), &News::Began(Alarm { ended_s: None, ..alarm })).unwrap();
        assert!(began.contains("ALARM, high: the pressure sensor fails"), "{began}");
        let ended = news(Texts::english(), &News::Ended(alarm)).unwrap();
        assert!(ended.contains("since 1:00.0, ended at 1:15.0 after 15 s"), "{ended}");
        assert!(
            news(Texts::english(), &News::UnknownVersion(0.0, 200)).unwrap().contains("frames of version 200 come")
        );
        assert_eq!(object(&News::Ended(alarm))["lasted_s"], 15.0);
        assert_eq!(object(&News::Heard(1.0, telemetry(0)))["vacuum_kpa"], 50.0);
    }
}
