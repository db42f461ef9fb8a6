//! The limb's outline from the front and from the side, with the heights that were measured.

use crate::words;
use domain::limb::{AmputationLevel, Side};
use geometry::Vec3;
use geometry::limb::{Limb, Measurements};
use geometry::slices::sections;
use maud::{Markup, html};
use texts::Texts;

/// Width of the drawing in its own units.
const WIDTH: f64 = 340.0;

/// Room for labels on both sides, and between the two outlines, units.
const LABELS: f64 = 46.0;
const BETWEEN: f64 = 26.0;

/// Distance between the sections an outline is made of, mm.
const STEP_MM: f64 = 2.0;

/// Labels nearer to each other than this are left out, units.
const LINE: f64 = 11.0;

/// Both outlines; `level` is where heights are counted from, `id` the name's in the page.
pub fn drawing(texts: &Texts, limb: &Limb, sheet: &Measurements, level: AmputationLevel, id: &str) -> Markup {
    let (low, top) = (limb.distal_z(), limb.top_z());
    let count = ((top - low) / STEP_MM).max(2.0) as usize;
    let heights: Vec<f64> =
        (0..=count).map(|step| low + 0.2 + (top - low - 0.4) * step as f64 / count as f64).collect();
    let cuts = sections(&limb.skin, &heights);
    let (least, most) = limb.skin.bounds();
    let extent = [most.y - least.y, most.x - least.x];
    let unit = (WIDTH - 2.0 * LABELS - BETWEEN) / (extent[0] + extent[1]).max(1.0);
    let height = (top - low) * unit;
    let head = 20.0;
    let y = |z: f64| head + (top - z) * unit;
    // From the front the patient's left is on the right; from the patient's left (lateral of a left limb, medial of a
    // right one) anterior is on the left.
    let across: [fn(&Vec3) -> f64; 2] = [|point| point.y, |point| -point.x];
    let starts = [LABELS - least.y * unit, LABELS + extent[0] * unit + BETWEEN + most.x * unit];
    let outline = |which: usize| {
        let edge = |pick: fn(f64, f64) -> f64| {
            let far = |cut: &geometry::slices::Section| {
                let points = cut.contours.iter().flat_map(|contour| &contour.points).map(across[which]);
                points.reduce(pick).map(|value| [starts[which] + value * unit, y(cut.height)])
            };
            cuts.iter().filter_map(far).collect::<Vec<_>>()
        };
        let (left, right) = (edge(f64::min), edge(f64::max));
        let points = left.into_iter().rev().chain(right).map(|[x, y]| format!("{x:.1},{y:.1}"));
        points.collect::<Vec<_>>().join(" ")
    };
    let mut labelled = f64::NEG_INFINITY;
    let rows: Vec<(f64, f64, f64, bool)> = sheet
        .sections
        .iter()
        .map(|row| {
            let at = y(-row.below_mm);
            let room = at - labelled >= LINE;
            labelled = if room { at } else { labelled };
            (at, row.below_mm, row.circumference_mm, room)
        })
        .collect();
    html! {
        svg.plot viewBox=(format!("0 0 {WIDTH} {:.0}", head + height + 10.0)) role="img" aria-labelledby=(id) {
            title id=(id) { (texts.say("plot.outline.name")) }
            text x=(format!("{:.1}", LABELS + extent[0] * unit / 2.0)) y="12" font-size="10.5" text-anchor="middle" {
                (texts.say("plot.outline.front"))
            }
            text x=(format!("{:.1}", WIDTH - LABELS - extent[1] * unit / 2.0)) y="12" font-size="10.5" text-anchor="middle" {
                (texts.say(if limb.side == Side::Left { "plot.outline.lateral" } else { "plot.outline.medial" }))
            }
            @for which in 0..2 {
                polyline points=(outline(which)) fill="#f1ece6" stroke="#1b1b1b" stroke-width="1.3" {}
            }
            @for (at, below, tape, room) in rows {
                line x1=(LABELS - 4.0) x2=(WIDTH - LABELS + 4.0) y1=(format!("{at:.1}")) y2=(format!("{at:.1}"))
                    stroke=(if below == 0.0 { "#0060a8" } else { "#666" }) stroke-width=(if below == 0.0 { 1.4 } else { 0.6 }) {}
                @if room {
                    text x=(LABELS - 7.0) y=(format!("{:.1}", at + 3.4)) font-size="9.5" text-anchor="end" {
                        @if below == 0.0 { (words::level_short(texts, level)) } @else { (words::number(texts, -below, 0)) }
                    }
                    text x=(WIDTH - LABELS + 7.0) y=(format!("{:.1}", at + 3.4)) font-size="9.5" { (words::number(texts, tape, 0)) " mm" }
                }
            }
        }
    }
}
