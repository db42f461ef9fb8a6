//! Space for a pump: the height budget, and what is not known of it.

use crate::conclusion::{Conclusion, Verdict};
use crate::height::{Height, HeightVerdict, Piece, Place, Unknown, both};
use crate::parts_of_case::{not_given, not_printed, printed_at, transfemoral};
use crate::scene::{Asked, Considered};
use crate::text;
use texts::{Arg, Wording};

/// "Pump 117 mm + foot 64 mm = 181 mm (7.13 in)", without what takes nothing.
fn stack(height: &Height) -> Arg {
    // The first stands at the beginning of a sentence.
    let piece = |first: bool, piece: &Piece, mm: Arg| -> Arg {
        let id = if first { "space-height-first_piece" } else { "space-height-piece" };
        Wording::new(id).with("kind", piece.kind.id()).with("height", mm).into()
    };
    let pieces: Vec<(&Piece, f64)> = height.counted().filter(|(_, mm)| *mm > 0.0).collect();
    let needed = both(height.needed_mm);
    if let [(only, _)] = pieces.as_slice() {
        return piece(true, only, needed);
    }
    let plus = |all: Arg, next: Arg| Wording::new("space-height-plus").with("all", all).with("next", next).into();
    let each = pieces.iter().enumerate().map(|(place, (own, mm))| piece(place == 0, own, text::with(*mm, "mm")));
    let all = each.reduce(plus).unwrap_or_else(text::nothing);
    Wording::new("space-height-sum").with("all", all).with("needed", needed).into()
}

/// The space and every counted piece, as inputs.
fn inputs(height: &Height) -> Vec<(&str, Arg)> {
    let given = |mm: Option<f64>| mm.map_or_else(not_given, |mm| text::with(mm, "mm"));
    let mut inputs = vec![(height.place.field(), given(height.available_mm))];
    inputs.extend(height.counted().map(|(piece, mm)| (piece.field.as_str(), text::with(mm, "mm"))));
    if height.waits_for_foot() {
        inputs.push(("prosthesis.foot_build_height_mm", given(None)));
    }
    inputs
}

fn names<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Vec<Arg> {
    pieces.map(|piece| Arg::from(&piece.name)).collect()
}

/// What stands there against the space there is.
pub fn height(considered: &Considered<'_>) -> Vec<Conclusion> {
    let (rule, height) = (considered.rule, considered.height());
    let missing = names(height.not_given());
    let not_counted = if missing.is_empty() {
        text::nothing()
    } else {
        rule.words("not_counted", &[("pieces", Arg::List(missing, ','))]).into()
    };
    let left = height.left_mm.unwrap_or_default();
    let values = [
        ("stack", stack(&height)),
        ("available", height.available_mm.map_or_else(text::nothing, both)),
        ("between", height.place.between().into()),
        ("left_mm", text::number(left)),
        ("missing_mm", text::number(-left)),
        ("rest", rule.words(if height.place == Place::AboveKnee { "to_the_knee" } else { "pylon" }, &[]).into()),
        ("not_counted", not_counted),
        ("orientation", orientation(considered)),
    ];
    let (verdict, outcome) = match height.verdict {
        HeightVerdict::Short if left < 0.0 => (Verdict::Refusal, "short"),
        HeightVerdict::Short => (Verdict::Refusal, "no_foot"),
        _ if height.unknown.contains(&Unknown::Pump) => (Verdict::NotBefore, "unprinted"),
        _ if height.unknown.contains(&Unknown::Space) => (Verdict::NotBefore, "space"),
        _ if height.waits_for_foot() => (Verdict::NotBefore, "foot"),
        _ => (Verdict::Note, "fits"),
    };
    let at = printed_at(considered.component, "clearance_height");
    let mut inputs = inputs(&height);
    if height.unknown.contains(&Unknown::Pump) {
        inputs.push((at.as_str(), not_printed()));
    }
    vec![rule.conclude(verdict, outcome, &inputs, &values)]
}

/// The space below a prosthetic knee is given for somebody who has their own: it is not used, and that is said.
pub fn below_knee_unused(asked: &Asked<'_>) -> Option<Conclusion> {
    let given = asked.case.prosthesis.below_knee_clearance_mm.filter(|_| !transfemoral(asked.case))?;
    let inputs =
        [(Place::BelowKnee.field(), text::with(given, "mm")), ("limb.amputation_level", text::word("transtibial"))];
    Some(asked.rule.conclude(Verdict::Note, "met", &inputs, &[("given_mm", text::number(given))]))
}

/// How high one foot is, from two printed figures: a system with its foot, less the same system without.
fn orientation(considered: &Considered<'_>) -> Arg {
    let rule = considered.rule;
    let named = |word: &str| considered.catalog.get(rule.word(word));
    let (Some(whole), Some(without)) = (named("whole"), named("without")) else { return text::nothing() };
    let (Some(whole_mm), Some(without_mm)) = (whole.clearance_mm(), without.clearance_mm()) else {
        return text::nothing();
    };
    let rounded = |mm: f64| Arg::Figure(format!("{mm:.0}"));
    let values = [
        ("whole", (&whole.name).into()),
        ("without", (&without.name).into()),
        ("whole_mm", rounded(whole_mm)),
        ("without_mm", rounded(without_mm)),
        ("foot_mm", rounded(whole_mm - without_mm)),
    ];
    rule.words("orientation", &values).into()
}

/// A clearance that is printed for one foot length only.
pub fn one_foot_length(considered: &Considered<'_>) -> Vec<Conclusion> {
    let figure = considered.component.clearance_height.as_ref().and_then(|cell| cell.value);
    let foot = considered.case.prosthesis.foot_length_cm;
    let Some(printed) = figure.and_then(|figure| figure.at_foot_length_cm).filter(|printed| *printed != foot) else {
        return vec![];
    };
    let at = printed_at(considered.component, "clearance_height");
    let inputs = [
        ("prosthesis.foot_length_cm", text::with(foot, "cm")),
        (at.as_str(), Wording::new("value-at").with("value", text::with(printed, "cm")).into()),
    ];
    let values = [("printed_cm", text::number(printed)), ("foot_cm", text::number(foot))];
    // A longer foot may need more than is printed, and nobody knows how much. A shorter one can only need less.
    let unknown = considered.height().unknown.contains(&Unknown::PumpAtThisFootLength);
    let (verdict, outcome) = match (unknown, foot > printed) {
        (true, _) => (Verdict::NotBefore, "longer"),
        (false, true) => (Verdict::Note, "longer"),
        (false, false) => (Verdict::Note, "shorter"),
    };
    vec![considered.rule.conclude(verdict, outcome, &inputs, &values)]
}

/// Pump and plate have separate printed heights; whether they add is not printed.
pub fn adapter_plate(considered: &Considered<'_>) -> Vec<Conclusion> {
    let height = considered.height();
    let plate = height.pieces.iter().find(|piece| !piece.counted && piece.height_mm.is_some());
    let (true, Some(plate)) = (height.unknown.contains(&Unknown::Plate), plate) else { return vec![] };
    let plate_mm = plate.height_mm.unwrap_or_default();
    let values = [
        ("stack", stack(&height)),
        ("plate_mm", text::number(plate_mm)),
        ("together_mm", text::number(height.needed_mm + plate_mm)),
        ("available_mm", height.available_mm.map_or_else(text::nothing, text::number)),
    ];
    let mut inputs = inputs(&height);
    inputs.push((plate.field.as_str(), text::with(plate_mm, "mm")));
    vec![considered.rule.conclude(Verdict::NotBefore, "met", &inputs, &values)]
}

/// Little or nothing is left for what joins pump and foot, or pump and knee.
pub fn pylon_room(considered: &Considered<'_>) -> Vec<Conclusion> {
    let height = considered.height();
    let Some(left) = height.left_mm.filter(|_| height.unknown.contains(&Unknown::Joint)) else { return vec![] };
    let outcome = if left <= 0.0 { "none" } else { "little" };
    vec![considered.rule.conclude(Verdict::NotBefore, outcome, &inputs(&height), &[("left_mm", text::number(left))])]
}

/// Another document prints another height, and with that one it would not fit.
pub fn system_height(considered: &Considered<'_>) -> Vec<Conclusion> {
    let (component, height) = (considered.component, considered.height());
    let cell = component.system_height.as_ref();
    let system = cell.and_then(|cell| cell.value?.length()).map(units::Length::mm);
    let (Some(system), Some(pump), Some(left)) = (system, component.clearance_mm(), height.left_mm) else {
        return vec![];
    };
    let left = left + pump - system;
    if left >= 0.0 || height.verdict == HeightVerdict::Short {
        return vec![];
    }
    let at = printed_at(component, "system_height");
    let mut inputs = inputs(&height);
    inputs.push((at.as_str(), text::with(system, "mm")));
    let values = [
        ("system_mm", text::number(system)),
        ("clearance_mm", text::number(pump)),
        ("missing_mm", text::number(-left)),
        ("page", cell.and_then(|cell| cell.page.clone()).unwrap_or_default().into()),
    ];
    vec![considered.rule.conclude(Verdict::NotBefore, "met", &inputs, &values)]
}
