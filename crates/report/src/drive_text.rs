//! `concord drive` for people: a script's course, a campaign's figures, a failure and how to see it again.

use crate::words::number;
use schemars::JsonSchema;
use serde::Serialize;
use texts::Texts;
use twin::drive::campaign::{Clean, Failure};
use twin::drive::{Doing, Seen};
use workup::monitor::spaced;
use workup::table;

/// One row of a script's course.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Row {
    /// Seconds since the beginning.
    pub t_s: f64,
    /// What the person does.
    pub doing: String,
    /// The controller's mode.
    pub mode: String,
    /// What it takes the person to do.
    pub activity: String,
    /// Vacuum that truly stands in the socket, kPa.
    pub vacuum_kpa: f64,
    /// Vacuum that the controller believes, kPa.
    pub measured_kpa: Option<f64>,
    /// Set point, kPa.
    pub set_kpa: Option<f64>,
    /// Drive of the pump, % of full.
    pub pump_pct: u8,
    /// The most urgent warning.
    pub warning: Option<String>,
    /// Leak as estimated, mL/min at 57.6 kPa.
    pub leak_ml_per_min: Option<f32>,
    /// Share of charge left, %.
    pub charge_pct: f32,
}

/// What a step looks like.
pub fn row(seen: &Seen) -> Row {
    let kpa = |pa: f64| (pa / 100.0).round() / 10.0;
    Row {
        t_s: (seen.t_s * 10.0).round() / 10.0,
        doing: match seen.doing {
            Doing::Sit => "sits",
            Doing::Stand => "stands",
            Doing::Walk => "walks",
            Doing::Doffed => "doffed",
        }
        .into(),
        mode: spaced(seen.trace.mode),
        activity: spaced(seen.trace.followed),
        vacuum_kpa: kpa(seen.vacuum),
        measured_kpa: seen.trace.vacuum.map(|vacuum| kpa(vacuum.pa())),
        set_kpa: seen.trace.set_point.map(|set| kpa(set.pa())),
        pump_pct: seen.outputs.pump.percent(),
        warning: seen.outputs.warning.map(spaced),
        leak_ml_per_min: seen.trace.leak_ml_per_min,
        charge_pct: 100.0 * seen.trace.charge,
    }
}

/// A script's course as a table.
pub fn course(texts: &Texts, rows: &[Row]) -> String {
    let columns = [
        "terminal.drive.time",
        "terminal.drive.person",
        "terminal.drive.mode",
        "terminal.drive.follows",
        "terminal.drive.vacuum",
        "terminal.drive.measured",
        "terminal.drive.set_point",
        "terminal.drive.pump",
        "terminal.drive.warning",
    ];
    let mut table = table::new(&columns.map(|column| texts.say(column)));
    let level = |kpa: Option<f64>| {
        kpa.map_or("–".into(), |kpa| texts.figure(&format!("{kpa:.1} kPa ({:.1} inHg)", kpa / 3.386_39)))
    };
    for row in rows {
        table.add_row([
            clock(row.t_s),
            texts.named(&row.doing),
            texts.named(&row.mode),
            texts.named(&row.activity),
            level(Some(row.vacuum_kpa)),
            level(row.measured_kpa),
            level(row.set_kpa),
            if row.pump_pct > 0 { format!("{} %", row.pump_pct) } else { "–".into() },
            row.warning.as_deref().map(|warning| texts.named(warning)).unwrap_or_default(),
        ]);
    }
    format!("{table}\n{}\n", texts.say("terminal.drive.ours"))
}

/// Minutes and seconds.
pub fn clock(t_s: f64) -> String {
    let minutes = (t_s / 60.0).floor();
    format!("{minutes:.0}:{:04.1}", t_s - 60.0 * minutes)
}

/// A campaign's figures, and each failure with what it takes to see it again.
pub fn campaign(texts: &Texts, clean: &Clean, runs: u32, seed: u64, failures: &[Failure], commit: &str) -> String {
    let last = seed.saturating_add(u64::from(runs) - 1);
    let share = if clean.hours > 0.0 { 100.0 * clean.pump_hours / clean.hours } else { 0.0 };
    let heading = texts.fill(
        "terminal.drive.runs",
        &[("runs", &runs.to_string()), ("first", &seed.to_string()), ("last", &last.to_string()), ("commit", commit)],
    );
    let without = texts.fill(
        "terminal.drive.clean",
        &[
            ("hours", &number(texts, clean.hours, 0)),
            ("faults", &clean.faults.to_string()),
            ("share", &number(texts, share, 2)),
        ],
    );
    let mut text = format!("{heading}\n{without}\n");
    for failure in failures {
        let broken = &failure.broken;
        let line = texts.fill(
            "terminal.drive.failure",
            &[
                ("seed", &failure.seed.to_string()),
                ("at", &clock(failure.at_s)),
                ("invariant", broken.invariant.name()),
                ("what", &broken.what),
            ],
        );
        text += &format!("{line}\n");
        for episode in &failure.episodes {
            let line = texts.fill(
                "terminal.drive.episode",
                &[
                    ("fault", episode.fault.name()),
                    ("at", &clock(episode.at_s)),
                    ("seconds", &number(texts, episode.for_s, 0)),
                ],
            );
            let flicker = episode.flicker.map_or(String::new(), |flicker| {
                let said = texts.fill(
                    "terminal.drive.flicker",
                    &[
                        ("on", &texts.figure(&flicker.on_s.to_string())),
                        ("every", &texts.figure(&flicker.every_s.to_string())),
                    ],
                );
                format!(", {said}")
            });
            text += &format!("  {line}{flicker}\n");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use control::{Mode, Warning};

    #[test]
    fn names_become_words() {
        assert_eq!(
            [spaced(Warning::CellsEmpty), spaced(Mode::Level(2)), spaced(Mode::Off)],
            ["cells empty", "level 2", "off"]
        );
        assert_eq!(clock(3_725.25), "62:05.2");
    }
}
