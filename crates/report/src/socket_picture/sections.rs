//! Sections at some heights: skin, socket inside and outside, seen from above with anterior upwards.

use super::drawing::{image, path, short};
use super::panel;
use crate::words;
use domain::limb::{AmputationLevel, Side};
use geometry::Vec3;
use geometry::slices::{Section, sections};
use maud::{Markup, html};
use texts::Texts;
use workup::socket::MadeSocket;

/// Width of a drawing in its own units, and the line above it.
const WIDTH: f64 = 200.0;
const HEAD: f64 = 20.0;

/// Room for words on every side, units.
const LABELS: f64 = 24.0;

/// How many heights are shown.
const HEIGHTS: usize = 5;

/// Length of the scale bar, mm.
const BAR_MM: f64 = 50.0;

/// One drawing a height, proximal first. Heights are those of the measurement sheet, so that both can be compared.
pub fn outlines(texts: &Texts, made: &MadeSocket) -> Vec<Markup> {
    let (inside, outside) = (made.socket.inside(), made.socket.outside());
    let heights = heights(made);
    let cuts = [&made.limb.skin, &inside, &outside].map(|mesh| sections(mesh, &heights));
    let points = || cuts.iter().flatten().flat_map(|cut| &cut.contours).flat_map(|contour| &contour.points);
    let Some(first) = points().next().copied() else { return vec![] };
    let (low, high) = points().fold((first, first), |(low, high), point| (low.min(*point), high.max(*point)));
    let middle = (low + high) / 2.0;
    let extent = (high - low).with_z(0.0).max_element().max(1.0);
    let unit = (WIDTH - 2.0 * LABELS) / extent;
    let place = move |point: Vec3| {
        // Seen from above with anterior upwards, the patient's left is on the left.
        [WIDTH / 2.0 - (point.y - middle.y) * unit, HEAD + WIDTH / 2.0 - (point.x - middle.x) * unit]
    };
    let left = made.result.side == Side::Left;
    let draw = |index: usize| {
        let [skin, inside, outside] = [0, 1, 2].map(|what| &cuts[what][index]);
        let name = at(texts, made.result.level, heights[index]);
        let line = |section: &Section, width: f64, colour: &str, dashes: Option<&str>| {
            html! {
                @for contour in &section.contours {
                    path d=(path(contour.points.iter().map(|point| place(*point)), contour.closed)) fill="none"
                        stroke=(colour) stroke-width=(width) stroke-dasharray=[dashes] stroke-linejoin="round" {}
                }
            }
        };
        let foot = HEAD + WIDTH - 5.0;
        let drawing = html! {
            text x=(WIDTH / 2.0) y="14" font-size="13" font-weight="bold" text-anchor="middle" fill="#111" { (name) }
            (line(outside, 2.4, "#3c444e", None))
            (line(inside, 1.4, "#0060a8", None))
            (line(skin, 1.4, "#b04a00", Some("5 3")))
            @for (x, y, anchor, word) in [
                (WIDTH / 2.0, HEAD + 10.0, "middle", texts.say("plot.edge.anterior")),
                (1.0, HEAD + WIDTH / 2.0, "start", texts.say(if left { "plot.edge.lateral" } else { "plot.edge.medial" })),
                (WIDTH - 1.0, HEAD + WIDTH / 2.0, "end", texts.say(if left { "plot.edge.medial" } else { "plot.edge.lateral" })),
            ] {
                text x=(short(x)) y=(short(y)) font-size="11" text-anchor=(anchor) fill="#444" { (word) }
            }
            @if let Some(stamp) = panel::stamp(texts, made.result.purpose) { (panel::stamped(stamp, WIDTH / 2.0, foot - 12.0)) }
            path d=(format!("M4 {0}v-3v6v-3h{1}v-3v6", short(foot), short(BAR_MM * unit))) stroke="#222" fill="none"
                stroke-width="1.3" {}
            text x=(short(BAR_MM * unit + 9.0)) y=(short(foot + 4.0)) font-size="11" fill="#222" { "50 mm" }
        };
        image(
            "view",
            &format!("section-{index}"),
            [WIDTH, HEAD + WIDTH],
            &texts.fill("plot.section", &[("height", &name)]),
            &drawing,
        )
    };
    (0..heights.len()).map(draw).collect()
}

fn at(texts: &Texts, level: AmputationLevel, height: f64) -> String {
    let mm = words::number(texts, height.abs(), 0);
    let key = if height > 0.0 {
        "socket_report.height.above"
    } else if height < 0.0 {
        "socket_report.height.below"
    } else {
        "plot.section_at_level"
    };
    texts.fill(key, &[("mm", &mm), ("level", words::level_short(texts, level))])
}

/// Heights of the sheet below the brim's lowest point, spread evenly.
fn heights(made: &MadeSocket) -> Vec<f64> {
    let brim = -made.result.socket.trim_below_mm[0];
    let rows = made.result.measurements.sections.iter().map(|row| 0.0 - row.below_mm);
    let rows: Vec<f64> = rows.filter(|height| *height < brim).collect();
    let count = rows.len().min(HEIGHTS);
    let last = count.max(2) - 1;
    let index = |place: usize| (place * (rows.len() - 1) + last / 2) / last;
    (0..count).map(|place| rows[index(place)]).collect()
}
