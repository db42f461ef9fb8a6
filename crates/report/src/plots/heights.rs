//! The height budget of each pump, to scale: from the socket on the left to the floor, or the knee, on the right.

use super::{WIDTH, image, short};
use crate::words::capital;
use crate::{height_words as say, words};
use fitting::{Basis, Height, HeightVerdict, Piece, PieceKind, Place, PumpAdvice, Standing};
use maud::{Markup, html};
use texts::Texts;

const ROW: f64 = 31.0;
const HEAD: f64 = 18.0;
const BAR: f64 = 12.0;

/// Pumps that sit in the same space, in order.
struct Group<'a> {
    place: Place,
    available_mm: Option<f64>,
    pumps: Vec<&'a PumpAdvice>,
}

/// A bar a pump, piece by piece, against the space it sits in; pumps without a printed height are left out.
pub fn picture(texts: &Texts, pumps: &[PumpAdvice], id: &str) -> Option<Markup> {
    let groups = groups(pumps);
    let shown = || groups.iter().flat_map(|group| &group.pumps);
    let reach = |height: &Height| height.available_mm.unwrap_or_default().max(height.needed_mm);
    let most = shown().map(|pump| reach(&pump.height)).fold(0.0, f64::max);
    if most <= 0.0 {
        return None;
    }
    let x = |mm: f64| 1.0 + mm / most * (WIDTH - 8.0);
    let mut top = 0.0;
    let mut elements = vec![];
    for group in &groups {
        elements.push(drawn(texts, group, top, &x));
        top += HEAD + ROW * group.pumps.len() as f64;
    }
    Some(image(id, top + 1.0, &sentence(texts, &groups), &html! { @for element in &elements { (element) } }))
}

fn groups(pumps: &[PumpAdvice]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = vec![];
    for pump in pumps.iter().filter(|pump| pump.height.pump_mm().is_some()) {
        let place = pump.height.place;
        match groups.iter_mut().find(|group| group.place == place) {
            Some(group) => group.pumps.push(pump),
            None => groups.push(Group { place, available_mm: pump.height.available_mm, pumps: vec![pump] }),
        }
    }
    groups
}

fn drawn(texts: &Texts, group: &Group<'_>, top: f64, x: &impl Fn(f64) -> f64) -> Markup {
    let first = top + HEAD;
    let row = |index: usize| first + ROW * index as f64;
    html! {
        text x="2" y=(short(top + 12.0)) font-size="11" font-weight="bold" fill="#111" { (head(texts, group)) }
        @for (index, pump) in group.pumps.iter().enumerate() { (bar(texts, &pump.height, row(index) + 12.5, x)) }
        @if let Some(there) = group.available_mm.map(x) {
            line x1=(short(there)) y1=(short(first)) x2=(short(there)) y2=(short(row(group.pumps.len()))) stroke="#111"
                stroke-width="1.4" stroke-dasharray="4 2" {}
        }
        // Names come last, on a white edge, so that the line does not cross them.
        @for (index, pump) in group.pumps.iter().enumerate() { (name(texts, pump, row(index) + 9.5)) }
    }
}

fn head(texts: &Texts, group: &Group<'_>) -> String {
    let between = capital(&group.place.between().in_words_of(texts));
    let there = group.available_mm.map_or_else(|| texts.say("value.not_given").into(), |mm| say::both(texts, mm));
    format!("{between}: {there}")
}

/// The pieces one after the other; what is not given is an empty frame up to the space there is.
fn bar(texts: &Texts, height: &Height, top: f64, x: &impl Fn(f64) -> f64) -> Markup {
    let is_short = height.verdict == HeightVerdict::Short;
    let mut from = 0.0;
    let mut parts = vec![];
    for piece in height.pieces.iter().filter(|piece| piece.counted && piece.height_mm.is_some_and(|mm| mm > 0.0)) {
        let to = from + piece.height_mm.unwrap_or_default();
        let (fill, stroke) = look(piece, is_short);
        let dashes = (is_short || piece.basis == Basis::Left).then_some("3 1.5");
        parts.push(piece_box(
            x(from),
            x(to),
            top,
            fill,
            stroke,
            dashes,
            &[&say::piece(texts, piece), &words::number(texts, to - from, 0)],
        ));
        from = to;
    }
    let open = height.available_mm.filter(|there| height.waits_for_foot() && *there > from);
    html! {
        @for part in &parts { (part) }
        @if let Some(there) = open { (piece_box(x(from), x(there), top, "#fff", "#8a6100", Some("2 2"), &[texts.say("plot.heights.foot"), "?"])) }
    }
}

fn look(piece: &Piece, is_short: bool) -> (&'static str, &'static str) {
    let stroke = if is_short { "#c04a00" } else { "#0060a8" };
    let fill = match piece.kind {
        PieceKind::Pump | PieceKind::PumpAndFoot => "#a9cbe6",
        PieceKind::Pylon => "#fff",
        PieceKind::Adapters | PieceKind::Plate => "#d5d5d5",
        PieceKind::Foot => "#d9cfae",
        PieceKind::Footshell | PieceKind::Shoe => "#efe9d6",
    };
    (fill, stroke)
}

/// A box with the longest of `labels` that has room in it.
fn piece_box(from: f64, to: f64, top: f64, fill: &str, stroke: &str, dashes: Option<&str>, labels: &[&str]) -> Markup {
    let label = labels.iter().find(|label| label.chars().count() as f64 * 4.4 + 4.0 <= to - from);
    html! {
        rect x=(short(from)) y=(short(top)) width=(short(to - from)) height=(short(BAR)) fill=(fill) stroke=(stroke)
            stroke-width="1" stroke-dasharray=[dashes] {}
        @if let Some(label) = label {
            text x=(short(0.5 * (from + to))) y=(short(top + 9.0)) font-size="8" text-anchor="middle" fill="#111" { (label) }
        }
    }
}

fn name(texts: &Texts, pump: &PumpAdvice, y: f64) -> Markup {
    let weight = if pump.standing == Standing::Recommended { "bold" } else { "normal" };
    html! {
        text x="2" y=(short(y)) font-size="10.5" font-weight=(weight) fill="#111" stroke="#fff" stroke-width="2.5"
            paint-order="stroke" {
            (pump.name) " " (pump.article) ": " (say::short(texts, &pump.height))
        }
    }
}

fn sentence(texts: &Texts, groups: &[Group<'_>]) -> String {
    let bars = |group: &Group<'_>| -> Vec<String> {
        group.pumps.iter().map(|pump| format!("{}: {}", pump.name, say::line(texts, &pump.height))).collect()
    };
    let said: Vec<String> =
        groups.iter().map(|group| format!("{}. {}.", head(texts, group), bars(group).join("; "))).collect();
    texts.fill("plot.heights.name", &[("groups", &said.join(" "))])
}
