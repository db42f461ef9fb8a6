//! A height budget in words.

use super::words;
use super::words::capital;
use fitting::height::Unknown;
use fitting::{Basis, Height, HeightVerdict, Piece};
use texts::Texts;
use units::Length;

/// "114 mm (4.5 in)".
pub fn both(texts: &Texts, mm: f64) -> String {
    format!("{} mm ({} in)", words::number(texts, mm, 0), words::number(texts, Length::from_mm(mm).inches(), 1))
}

/// "pump 114".
pub fn piece(texts: &Texts, piece: &Piece) -> String {
    let name = piece.kind.word().in_words_of(texts);
    format!("{name} {}", words::number(texts, piece.height_mm.unwrap_or_default(), 0))
}

/// "178 mm, 12 mm left".
pub fn short(texts: &Texts, height: &Height) -> String {
    format!("{} mm, {}", words::number(texts, height.needed_mm, 0), outcome(texts, height))
}

/// "pump 114 + foot 64 = 178 of 190 mm (7.0 of 7.5 in), 12 mm left".
pub fn line(texts: &Texts, height: &Height) -> String {
    if height.unknown.contains(&Unknown::Pump) {
        return outcome(texts, height);
    }
    let pieces: Vec<String> = height.counted().filter(|(_, mm)| *mm > 0.0).map(|(one, _)| piece(texts, one)).collect();
    let sum =
        if pieces.len() > 1 { format!(" = {}", words::number(texts, height.needed_mm, 0)) } else { String::new() };
    let inches = |mm: f64| words::number(texts, Length::from_mm(mm).inches(), 1);
    let sum = format!("{}{sum}", pieces.join(" + "));
    let needed = inches(height.needed_mm);
    let outcome = outcome(texts, height);
    match height.available_mm {
        None => format!("{sum} mm ({needed} in), {outcome}"),
        Some(there) => texts.fill(
            "report.height.of",
            &[
                ("sum", &sum),
                ("there", &words::number(texts, there, 0)),
                ("needed", &needed),
                ("inches", &inches(there)),
                ("outcome", &outcome),
            ],
        ),
    }
}

/// What is left, missing or not known.
pub fn outcome(texts: &Texts, height: &Height) -> String {
    let left = height.left_mm.unwrap_or_default();
    let said = |key: &str, mm: f64| texts.fill(key, &[("mm", &words::number(texts, mm, 0))]);
    match height.verdict {
        HeightVerdict::Short if left < 0.0 => said("report.height.missing", -left),
        HeightVerdict::Short => texts.say("report.height.no_foot").into(),
        HeightVerdict::Fits => said("report.height.left", left),
        HeightVerdict::Unknown => {
            let said = |what: &Unknown| match what {
                Unknown::Joint if left > 0.0 => said("report.height.too_little", left),
                what => unknown(texts, *what).into(),
            };
            height.unknown.iter().map(said).collect::<Vec<_>>().join(", ")
        }
    }
}

/// What is not known, in a few words.
pub fn unknown(texts: &Texts, what: Unknown) -> &str {
    texts.say(match what {
        Unknown::Pump => "report.height.unprinted",
        Unknown::PumpAtThisFootLength => "report.height.shorter_foot",
        Unknown::Plate => "report.height.plate",
        Unknown::Space => "report.height.space",
        Unknown::Foot => "report.height.foot",
        Unknown::Joint => "report.height.joint",
    })
}

/// A piece as a row: what, how high, on whose word.
pub fn row(texts: &Texts, piece: &Piece) -> [String; 3] {
    let height = piece.height_mm.map_or("–".into(), |mm| both(texts, mm));
    [capital(&piece.name.in_words_of(texts)), height, basis(texts, piece).into()]
}

/// On whose word a piece has its height.
pub fn basis<'a>(texts: &'a Texts, piece: &Piece) -> &'a str {
    texts.say(match (piece.basis, piece.counted) {
        (Basis::Printed, true) => "report.basis.printed",
        (Basis::Printed, false) => "report.basis.not_counted",
        (Basis::Told, _) => "report.basis.told",
        (Basis::Left, _) => "report.basis.left",
        (Basis::NotGiven, _) => "value.not_given",
        (Basis::NotPrinted, _) => "value.not_printed",
    })
}
