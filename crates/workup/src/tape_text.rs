//! The tape beside the scan, in a terminal.

use crate::tape_against_scan::{Figure, TapeAgainstScan};
use crate::{number as words, table};
use std::fmt::Write;

/// The table, and how each was measured.
pub fn render(against: &TapeAgainstScan) -> String {
    let mut rows = table::new(&["", "tape", "scan", "difference", ""]);
    for (name, figure) in figures(against) {
        rows.add_row([vec![name], cells(figure).to_vec()].concat());
    }
    let mut text = format!("Tape and scan, circumferences below the {}:\n{rows}\n", against.heights_below);
    if let Some([tape, scan]) = against.volume_ml {
        let _ = writeln!(
            text,
            "  volume: tape {tape:.0} mL, scan {scan:.0} mL ({} %), not judged",
            words::signed(100.0 * (scan / tape - 1.0), 1)
        );
    }
    let _ = writeln!(text, "  tape: {}\n  scan: {}", against.tape.line(), against.scan.line());
    let _ = writeln!(text, "  Time since doffing counts: {}.", against.swelling);
    let _ = writeln!(text, "  {}", limits(against));
    if let Some(mark) = against.mark() {
        let _ = writeln!(text, "  {mark}");
    }
    text
}

/// Every figure with its name.
pub fn figures(against: &TapeAgainstScan) -> Vec<(String, &Figure)> {
    let girths =
        against.circumferences.iter().map(|row| (format!("at {} mm", words::number(row.below_mm, 0)), &row.figure));
    girths.chain([("length".to_string(), &against.length)]).collect()
}

/// Tape, scan, difference and verdict of a figure.
pub fn cells(figure: &Figure) -> [String; 4] {
    let mm = |value: f64| format!("{} mm", words::number(value, 0));
    let tape = match figure.liner_adds_mm {
        Some(liner) => format!("{} + {} of liner", mm(figure.tape_mm), mm(liner)),
        None => mm(figure.tape_mm),
    };
    let scan = figure.scan_mm.map_or("not shown".to_string(), mm);
    let difference = match (figure.difference_mm, figure.difference_pct) {
        (Some(length), Some(share)) => format!("{} mm ({} %)", words::signed(length, 1), words::signed(share, 1)),
        _ => "–".into(),
    };
    let verdict = match figure.agrees {
        Some(true) => "agrees",
        Some(false) => "DISAGREES",
        None => "not compared",
    };
    [tape, scan, difference, verdict.into()]
}

/// Which limits hold, and whose they are.
pub fn limits(against: &TapeAgainstScan) -> String {
    format!(
        "More than {} mm or {} % of the tape's figure, whichever is exceeded, disagrees: our limit ({}).",
        against.limit_mm, against.limit_pct, against.limit_source
    )
}
