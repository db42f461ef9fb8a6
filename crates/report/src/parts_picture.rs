//! The parts of a scan from two sides, each in its own grey and pattern with its number, and what is known of each: what
//! a person chooses the limb by.

use crate::words;
use geometry::clean::{Outlined, PartsView};
use maud::{Markup, PreEscaped, html};
use std::fmt::Write as _;
use texts::Texts;
use workup::scan_parts::ScanParts;

/// Width of the picture in its own units.
const WIDTH: f64 = 640.0;

/// Room for the coordinates beside and below a view, units.
const LEFT: f64 = 44.0;
const BELOW: f64 = 22.0;

/// Room at the right edge, units.
const EDGE: f64 = 10.0;

/// Greatest height of a view, units.
const TALLEST: f64 = 420.0;

/// Height of a line of words, units.
const LINE: f64 = 18.0;

/// From the top to the views, units.
const HEAD: f64 = 26.0;

/// Greys of the parts in turn, and how their lines are drawn.
const GREYS: [&str; 4] = ["#e4e4e4", "#b9b9b9", "#f4f4f4", "#cfcfcf"];
const HATCHES: [&str; 4] = ["M0 8L8 0", "M0 4H8", "M0 0L8 8", "M4 0V8"];
const DASHES: [&str; 4] = ["none", "6 3", "2 2", "8 3 2 3"];

/// Numbers nearer to each other than this are moved apart, units.
const APART: f64 = 20.0;

/// The file's axes.
const AXES: [&str; 3] = ["x", "y", "z"];

/// The picture in a page; `id` is its name's there.
pub fn drawing(texts: &Texts, parts: &ScanParts, id: &str) -> Markup {
    let (body, height) = body(texts, parts, id);
    html! {
        svg.plot viewBox=(format!("0 0 {WIDTH:.0} {height:.0}")) role="img" aria-labelledby=(id) {
            title id=(id) { (texts.say("scan_part-picture")) }
            (body)
        }
    }
}

/// The picture as a file of its own.
pub fn file(texts: &Texts, parts: &ScanParts) -> String {
    let (body, height) = body(texts, parts, "parts");
    let title = html! { (texts.say("scan_part-picture")) }.into_string();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH:.0} {height:.0}\" width=\"{WIDTH:.0}\" \
         height=\"{height:.0}\" font-family=\"system-ui, 'Segoe UI', Roboto, Arial, sans-serif\" role=\"img\">\
         <title>{title}</title><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>{}</svg>\n",
        body.into_string()
    )
}

fn body(texts: &Texts, parts: &ScanParts, id: &str) -> (Markup, f64) {
    let view = &parts.view;
    let (low, high) = view.bounds;
    let span = |axis: usize| (high[axis] - low[axis]).max(1.0);
    let room = WIDTH - 2.0 * LEFT - 20.0 - EDGE;
    let wide = span(view.across[0]) + span(view.across[1]);
    let unit = (room / wide).min(TALLEST / span(view.up));
    let tall = span(view.up) * unit;
    let second = LEFT + span(view.across[0]) * unit + 20.0 + LEFT;
    let list = HEAD + tall + BELOW + 26.0;
    let height = list + LINE * parts.parts.len() as f64;
    let body = html! {
        defs { @for at in 0..view.parts.len() { (pattern(at, id)) } }
        @for (which, left) in [LEFT, second].into_iter().enumerate() {
            (one_view(texts, view, which, [left, HEAD], unit, id))
        }
        @for (at, part) in parts.parts.iter().enumerate() {
            @let y = list + LINE * at as f64;
            rect x=(LEFT) y=(short(y - 11.0)) width="22" height="14" fill=(format!("url(#{id}-{at})")) stroke="#1b1b1b"
                stroke-dasharray=(DASHES[at % DASHES.len()]) {}
            text x=(LEFT + 32.0) y=(short(y)) font-size="13" fill="#111" {
                tspan font-weight="bold" { (part.number) } ": " (words::told(texts, &part.line()))
                @if parts.taken == Some(part.number) { " – " (texts.say("scan_part-taken")) }
            }
        }
    };
    (body, height)
}

fn pattern(at: usize, id: &str) -> Markup {
    // Greys and hatches together are different for sixteen parts.
    let hatch = HATCHES[(at + at / GREYS.len()) % HATCHES.len()];
    html! {
        pattern id=(format!("{id}-{at}")) width="8" height="8" patternUnits="userSpaceOnUse" {
            rect width="8" height="8" fill=(GREYS[at % GREYS.len()]) {}
            path d=(hatch) stroke="#777" stroke-width="0.8" {}
        }
    }
}

fn one_view(texts: &Texts, view: &PartsView, which: usize, [left, top]: [f64; 2], unit: f64, id: &str) -> Markup {
    let (low, high) = view.bounds;
    let (across, up) = (view.across[which], view.up);
    let x = |value: f64| left + (value - low[across]) * unit;
    let y = |value: f64| top + (high[up] - value) * unit;
    let along = 3 - across - up;
    let names = [("along", AXES[along]), ("across", AXES[across]), ("up", AXES[up])];
    let mut taken: Vec<[f64; 2]> = vec![];
    let numbers: Vec<(usize, [f64; 2])> = view
        .parts
        .iter()
        .map(|part| {
            let (low, high) = part.candidate.bounds;
            let mut at = [x((low[across] + high[across]) / 2.0), y((low[up] + high[up]) / 2.0)];
            while taken.iter().any(|other| (other[0] - at[0]).hypot(other[1] - at[1]) < APART) {
                at[1] += APART;
            }
            taken.push(at);
            (part.candidate.number, at)
        })
        .collect();
    html! {
        text x=(short(left)) y="15" font-size="12" fill="#111" { (texts.fill("scan_part-view", &names)) }
        @for (at, part) in view.parts.iter().enumerate() {
            path d=(outline(part, which, &x, &y)) fill=(format!("url(#{id}-{at})")) fill-opacity="0.8" fill-rule="evenodd" stroke="#1b1b1b"
                stroke-width="1.1" stroke-dasharray=(DASHES[at % DASHES.len()]) {}
        }
        @for (number, [x, y]) in numbers {
            circle cx=(short(x)) cy=(short(y)) r="9" fill="#ffffff" stroke="#1b1b1b" {}
            text x=(short(x)) y=(short(y + 4.5)) font-size="13" font-weight="bold" text-anchor="middle" fill="#111" { (number) }
        }
        @for value in ticks(low[up], high[up], unit) {
            line x1=(short(left - 4.0)) x2=(short(left)) y1=(short(y(value))) y2=(short(y(value))) stroke="#666" {}
            text x=(short(left - 6.0)) y=(short(y(value) + 3.5)) font-size="10" text-anchor="end" fill="#333" { (words::number(texts, value, 0)) }
        }
        @let foot = y(low[up]);
        @for value in ticks(low[across], high[across], unit) {
            line x1=(short(x(value))) x2=(short(x(value))) y1=(short(foot + 2.0)) y2=(short(foot + 6.0)) stroke="#666" {}
            text x=(short(x(value))) y=(short(foot + 17.0)) font-size="10" text-anchor="middle" fill="#333" { (words::number(texts, value, 0)) }
        }
    }
}

fn outline(part: &Outlined, which: usize, x: &impl Fn(f64) -> f64, y: &impl Fn(f64) -> f64) -> PreEscaped<String> {
    let mut text = String::new();
    for line in &part.outlines[which] {
        for (at, [across, up]) in line.iter().enumerate() {
            let letter = if at == 0 { 'M' } else { 'L' };
            let _ = write!(text, "{letter}{} {}", short(x(*across)), short(y(*up)));
        }
        text.push('Z');
    }
    PreEscaped(text)
}

/// Round coordinates, at least 34 units apart, mm.
fn ticks(low: f64, high: f64, unit: f64) -> Vec<f64> {
    let step = [10.0, 20.0, 50.0, 100.0, 200.0, 500.0].into_iter().find(|step| step * unit >= 34.0).unwrap_or(1000.0);
    let (first, last) = ((low / step).ceil() as i64, (high / step).floor() as i64);
    (first..=last).map(|at| at as f64 * step).collect()
}

/// A coordinate: a tenth of a unit cannot be seen.
fn short(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").unwrap_or(&text).to_string()
}
