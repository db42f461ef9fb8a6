//! A height budget in words.

use super::words;
use super::words::capital;
use fitting::height::Unknown;
use fitting::{Basis, Height, HeightVerdict, Piece};
use units::Length;

/// "114 mm (4.5 in)".
pub fn both(mm: f64) -> String {
    format!("{} mm ({} in)", words::number(mm, 0), words::number(Length::from_mm(mm).inches(), 1))
}

/// "pump 114".
pub fn piece(piece: &Piece) -> String {
    format!("{} {}", piece.kind.word(), words::number(piece.height_mm.unwrap_or_default(), 0))
}

/// "178 mm, 12 mm left".
pub fn short(height: &Height) -> String {
    format!("{} mm, {}", words::number(height.needed_mm, 0), outcome(height))
}

/// "pump 114 + foot 64 = 178 of 190 mm (7.0 of 7.5 in), 12 mm left".
pub fn line(height: &Height) -> String {
    if height.unknown.contains(&Unknown::Pump) {
        return outcome(height);
    }
    let pieces: Vec<String> = height.counted().filter(|(_, mm)| *mm > 0.0).map(|(one, _)| piece(one)).collect();
    let sum = if pieces.len() > 1 { format!(" = {}", words::number(height.needed_mm, 0)) } else { String::new() };
    let inches = |mm: f64| words::number(Length::from_mm(mm).inches(), 1);
    let space = height.available_mm.map_or_else(
        || format!(" mm ({} in)", inches(height.needed_mm)),
        |there| format!(" of {} mm ({} of {} in)", words::number(there, 0), inches(height.needed_mm), inches(there)),
    );
    format!("{}{sum}{space}, {}", pieces.join(" + "), outcome(height))
}

/// What is left, missing or not known.
pub fn outcome(height: &Height) -> String {
    let left = height.left_mm.unwrap_or_default();
    match height.verdict {
        HeightVerdict::Short if left < 0.0 => format!("{} mm missing", words::number(-left, 0)),
        HeightVerdict::Short => "nothing left for a foot".into(),
        HeightVerdict::Fits => format!("{} mm left", words::number(left, 0)),
        HeightVerdict::Unknown => {
            let said = |what: &Unknown| match what {
                Unknown::Joint if left > 0.0 => format!("{} mm left: too little?", words::number(left, 0)),
                what => unknown(*what).into(),
            };
            height.unknown.iter().map(said).collect::<Vec<_>>().join(", ")
        }
    }
}

/// What is not known, in a few words.
pub const fn unknown(what: Unknown) -> &'static str {
    match what {
        Unknown::Pump => "no height printed",
        Unknown::PumpAtThisFootLength => "printed for a shorter foot",
        Unknown::Plate => "plate perhaps not included",
        Unknown::Space => "space not given",
        Unknown::Foot => "foot's height not given",
        Unknown::Joint => "nothing left to join the parts",
    }
}

/// A piece as a row: what, how high, on whose word.
pub fn row(piece: &Piece) -> [String; 3] {
    let height = piece.height_mm.map_or("–".into(), both);
    [capital(&piece.name), height, basis(piece).into()]
}

/// On whose word a piece has its height.
pub const fn basis(piece: &Piece) -> &'static str {
    match (piece.basis, piece.counted) {
        (Basis::Printed, true) => "printed",
        (Basis::Printed, false) => "printed; not counted: the pump's figure may include it",
        (Basis::Told, _) => "as told",
        (Basis::Left, _) => "what is left",
        (Basis::NotGiven, _) => "not given",
        (Basis::NotPrinted, _) => "not printed",
    }
}
