//! The tape beside the scan, in a terminal, and its words wherever it is shown.

use crate::tape_against_scan::{Figure, TapeAgainstScan};
use crate::{number as words, table};
use std::fmt::Write;
use texts::{Arg, Said, Texts, Wording};

/// The table, and how each was measured.
pub fn render(against: &TapeAgainstScan) -> String {
    let say = |id: &'static str| Texts::english().say(id);
    let mut rows = table::new(&["", say("tape_table-tape"), say("tape_table-scan"), say("tape_table-difference"), ""]);
    for (name, figure) in figures(against) {
        let cells = cells(figure).iter().map(ToString::to_string).collect();
        rows.add_row([vec![name.to_string()], cells].concat());
    }
    let title = Wording::new("tape_table-title").with("from", &against.heights_below);
    let mut text = format!("{}\n{rows}\n", Said::from(title));
    for line in lines(against) {
        let _ = writeln!(text, "  {line}");
    }
    text
}

/// What is said beneath the table, a line each.
fn lines(against: &TapeAgainstScan) -> Vec<Said> {
    let volume = against.volume_ml.map(|[tape, scan]| {
        let ml = |value: f64| Arg::Figure(format!("{value:.0} mL"));
        let percent = Arg::Figure(words::signed(100.0 * (scan / tape - 1.0), 1));
        let volume = Wording::new("tape_table-volume").with("tape", ml(tape)).with("scan", ml(scan));
        volume.with("percent", percent).into()
    });
    let taken = |id: &'static str, taken: Said| Said::from(Wording::new(id).with("taken", taken));
    let swelling = Wording::new("tape_table-swelling").with("swelling", &against.swelling);
    let always = [
        taken("tape_table-tape_taken", against.tape.line()),
        taken("tape_table-scan_taken", against.scan.line()),
        swelling.into(),
        limits(against),
    ];
    volume.into_iter().chain(always).chain(against.mark()).collect()
}

fn mm(value: f64) -> Arg {
    Arg::Figure(format!("{} mm", words::number(value, 0)))
}

/// Every figure with its name.
pub fn figures(against: &TapeAgainstScan) -> Vec<(Said, &Figure)> {
    let at = |below: f64| Said::from(Wording::new("tape_table-at").with("below", mm(below)));
    let girths = against.circumferences.iter().map(|row| (at(row.below_mm), &row.figure));
    girths.chain([(Wording::new("tape_table-length").into(), &against.length)]).collect()
}

/// Tape, scan, difference and verdict of a figure.
pub fn cells(figure: &Figure) -> [Said; 4] {
    let tape = match figure.liner_adds_mm {
        Some(liner) => {
            Wording::new("tape_table-of_liner").with("tape", mm(figure.tape_mm)).with("liner", mm(liner)).into()
        }
        None => Said::from(mm(figure.tape_mm)),
    };
    let scan = figure.scan_mm.map_or_else(|| Wording::new("tape_table-not_shown").into(), |scan| Said::from(mm(scan)));
    let difference = match (figure.difference_mm, figure.difference_pct) {
        (Some(length), Some(share)) => {
            Said::from(Arg::Figure(format!("{} mm ({} %)", words::signed(length, 1), words::signed(share, 1))))
        }
        _ => "–".into(),
    };
    let verdict = match figure.agrees {
        Some(true) => "tape_table-agrees",
        Some(false) => "tape_table-disagrees",
        None => "tape_table-not_compared",
    };
    [tape, scan, difference, Wording::new(verdict).into()]
}

/// Which limits hold, and whose they are.
pub fn limits(against: &TapeAgainstScan) -> Said {
    Wording::new("tape_table-limits")
        .with("mm", Arg::Figure(format!("{} mm", against.limit_mm)))
        .with("percent", Arg::Figure(against.limit_pct.to_string()))
        .with("source", &against.limit_source)
        .into()
}
