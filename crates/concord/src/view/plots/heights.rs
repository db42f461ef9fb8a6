//! Space needed by each pump against the space there is.

use super::{WIDTH, image, short};
use crate::view::words;
use fitting::{Clearance, PumpAdvice, Standing};
use maud::{Markup, html};
use units::Length;

const ROW: f64 = 27.0;

/// A bar a pump; pumps without a printed height, or whose height is measured elsewhere, are left out.
pub fn picture(pumps: &[PumpAdvice], available_mm: f64, id: &str) -> Option<Markup> {
    let shown: Vec<(&PumpAdvice, Clearance)> = pumps
        .iter()
        .filter_map(|pump| Some((pump, pump.clearance.filter(|clearance| clearance.comparable)?)))
        .collect();
    let most = shown.iter().map(|(_, clearance)| clearance.needed_mm).fold(available_mm, f64::max);
    if shown.is_empty() || most <= 0.0 {
        return None;
    }
    // Room to the right for the available space's label.
    let x = |mm: f64| 1.0 + mm / most * (WIDTH - 8.0);
    let top = |index: usize| 18.0 + ROW * index as f64;
    let (there, height) = (x(available_mm), top(shown.len()));
    // The label hangs on the side of its line where there is room.
    let (anchor, at) = if there > 0.5 * WIDTH { ("end", there - 3.0) } else { ("start", there + 3.0) };
    let elements = html! {
        text x=(short(at)) y="10" font-size="11" text-anchor=(anchor) font-weight="bold" fill="#111" {
            "there are " (both(available_mm))
        }
        @for (index, (_, clearance)) in shown.iter().enumerate() { (bar(*clearance, top(index), &x)) }
        line x1=(short(there)) y1="2" x2=(short(there)) y2=(short(height)) stroke="#111" stroke-width="1.4"
            stroke-dasharray="4 2" {}
        // Names come last, on a white edge, so that the line does not cross them.
        @for (index, (pump, clearance)) in shown.iter().enumerate() { (name(pump, *clearance, top(index))) }
    };
    Some(image(id, height + 1.0, &sentence(&shown, available_mm), &elements))
}

fn bar(clearance: Clearance, top: f64, x: &impl Fn(f64) -> f64) -> Markup {
    let fits = clearance.left_mm >= 0.0;
    let (fill, stroke) = if fits { ("#8bb8dd", "#0060a8") } else { ("#fff", "#c04a00") };
    html! {
        rect x="1" y=(short(top + 14.5)) width=(short(x(clearance.needed_mm) - 1.0)) height="8" fill=(fill)
            stroke=(stroke) stroke-width="1" stroke-dasharray=[(!fits).then_some("3 1.5")] {}
    }
}

fn name(pump: &PumpAdvice, clearance: Clearance, top: f64) -> Markup {
    let weight = if pump.standing == Standing::Recommended { "bold" } else { "normal" };
    let end = if clearance.left_mm >= 0.0 { "" } else { ", too high" };
    html! {
        text x="2" y=(short(top + 11.0)) font-size="11" font-weight=(weight) fill="#111" stroke="#fff"
            stroke-width="2.5" paint-order="stroke" {
            (pump.name) " " (pump.article) ": " (both(clearance.needed_mm)) (end)
        }
    }
}

/// "114 mm (4.5 in)".
fn both(mm: f64) -> String {
    format!("{} mm ({} in)", words::number(mm, 0), words::number(Length::from_mm(mm).inches(), 1))
}

fn sentence(shown: &[(&PumpAdvice, Clearance)], available_mm: f64) -> String {
    let bars: Vec<String> =
        shown.iter().map(|(pump, clearance)| format!("{} needs {}", pump.name, both(clearance.needed_mm))).collect();
    format!("Height needed by each pump; there are {}. {}.", both(available_mm), bars.join("; "))
}
