//! Two shapes over each other: outlines from the front and from the side, sections, and colours of distance both ways.

use crate::words;
use domain::limb::{AmputationLevel, Side};
use geometry::slices::{Section, sections};
use geometry::{Mesh, Vec3};
use maud::{Markup, html};
use picture::{Camera, Frame, Layer, Paint, Scale, render};
use rayon::prelude::*;
use texts::Texts;

use crate::socket_picture::View;

/// Lines of the earlier and of the later shape.
const BEFORE: &str = "#b04a00";
const AFTER: &str = "#0060a8";

/// Height of the outlines' drawing, width of a section's and of a coloured view's, units.
const TALL: f64 = 330.0;
const SECTION: f64 = 200.0;
const VIEW: f64 = 230.0;

/// How many sections are shown.
const SECTIONS: usize = 5;

fn short(value: f64) -> String {
    format!("{value:.1}")
}

fn path(points: impl Iterator<Item = [f64; 2]>, closed: bool) -> String {
    let mut text = String::new();
    for [x, y] in points {
        text += &format!("{}{x:.1} {y:.1}", if text.is_empty() { "M" } else { "L" });
    }
    if closed { text + "Z" } else { text }
}

/// Both outlines, from the front and from the patient's left.
pub fn outlines(texts: &Texts, level: AmputationLevel, before: &Mesh, after: &Mesh, side: Side) -> Markup {
    let bounds = [before.bounds(), after.bounds()];
    let (low, high) = (bounds[0].0.min(bounds[1].0), bounds[0].1.max(bounds[1].1));
    let unit = (TALL - 50.0) / (high.z - low.z).max(1.0);
    let wide = [(high.y - low.y) * unit, (high.x - low.x) * unit];
    let total = wide[0] + wide[1] + 90.0;
    let count = 90_u32;
    let heights: Vec<f64> =
        (0..=count).map(|step| low.z + 0.2 + (high.z - low.z - 0.4) * f64::from(step) / f64::from(count)).collect();
    let cuts = [before, after].map(|mesh| sections(mesh, &heights));
    let across = |which: usize, point: &Vec3| {
        if which == 0 { 20.0 + (point.y - low.y) * unit } else { wide[0] + 70.0 + (high.x - point.x) * unit }
    };
    let y = |z: f64| 28.0 + (high.z - z) * unit;
    let outline = |which: usize, cuts: &[Section]| {
        let edge = |pick: fn(f64, f64) -> f64| {
            let far = |cut: &Section| {
                let points = cut.contours.iter().flat_map(|contour| &contour.points).map(|point| across(which, point));
                points.reduce(pick).map(|x| [x, y(cut.height)])
            };
            cuts.iter().filter_map(far).collect::<Vec<_>>()
        };
        let (left, right) = (edge(f64::min), edge(f64::max));
        path(left.into_iter().rev().chain(right), false)
    };
    html! {
        svg.plot viewBox=(format!("0 0 {total:.0} {TALL:.0}")) role="img" aria-labelledby="outlines-name" {
            title #outlines-name { (texts.say("shapes.outlines")) }
            rect width="100%" height="100%" fill="#ffffff" {}
            @for (which, heading) in [(0, "plot.outline.front"), (1, if side == Side::Left { "plot.outline.lateral" } else { "plot.outline.medial" })] {
                text x=(short(if which == 0 { 20.0 + wide[0] / 2.0 } else { wide[0] + 70.0 + wide[1] / 2.0 })) y="15" font-size="11" text-anchor="middle" fill="#111" { (texts.say(heading)) }
                path d=(outline(which, &cuts[0])) fill="none" stroke=(BEFORE) stroke-width="1.5" stroke-dasharray="5 3" {}
                path d=(outline(which, &cuts[1])) fill="none" stroke=(AFTER) stroke-width="1.5" {}
            }
            line x1="6" x2=(short(total - 6.0)) y1=(short(y(0.0))) y2=(short(y(0.0))) stroke="#444" stroke-width="0.7" stroke-dasharray="2 3" {}
            text x="6" y=(short(y(0.0) - 3.0)) font-size="10" fill="#444" { (crate::words::level_short(texts, level)) }
            (key(texts, TALL - 8.0))
        }
    }
}

fn key(texts: &Texts, y: f64) -> Markup {
    html! {
        path d=(format!("M20 {0:.1}h24", y - 4.0)) stroke=(BEFORE) stroke-width="1.5" stroke-dasharray="5 3" {}
        text x="50" y=(short(y)) font-size="11" fill="#111" { (texts.say("socket_report.change.then")) }
        path d=(format!("M130 {0:.1}h24", y - 4.0)) stroke=(AFTER) stroke-width="1.5" {}
        text x="160" y=(short(y)) font-size="11" fill="#111" { (texts.say("socket_report.change.now")) }
    }
}

/// Sections over the common heights, proximal first, seen from above with anterior upwards.
pub fn cuts(
    texts: &Texts,
    level: AmputationLevel,
    before: &Mesh,
    after: &Mesh,
    common: [f64; 2],
    side: Side,
) -> Vec<Markup> {
    let at = |place: usize| common[1] - (common[1] - common[0]) * (place as f64 + 0.5) / SECTIONS as f64;
    let heights: Vec<f64> = (0..SECTIONS).map(at).collect();
    let cuts = [before, after].map(|mesh| sections(mesh, &heights));
    let points = || cuts.iter().flatten().flat_map(|cut| &cut.contours).flat_map(|contour| &contour.points);
    let Some(first) = points().next().copied() else { return vec![] };
    let (low, high) = points().fold((first, first), |(low, high), point| (low.min(*point), high.max(*point)));
    let (middle, unit) = ((low + high) / 2.0, (SECTION - 44.0) / (high - low).with_z(0.0).max_element().max(1.0));
    let place = |point: &Vec3| {
        [SECTION / 2.0 - (point.y - middle.y) * unit, 20.0 + SECTION / 2.0 - (point.x - middle.x) * unit]
    };
    let line = |section: &Section, colour: &str, dashes: Option<&str>| {
        html! {
            @for contour in &section.contours {
                path d=(path(contour.points.iter().map(place), contour.closed)) fill="none" stroke=(colour) stroke-width="1.5" stroke-dasharray=[dashes] {}
            }
        }
    };
    let [left, right] = if side == Side::Left {
        ["plot.edge.lateral", "plot.edge.medial"]
    } else {
        ["plot.edge.medial", "plot.edge.lateral"]
    };
    let draw = |index: usize| {
        let name = crate::socket_report::found::height(texts, level, -heights[index]);
        html! {
            svg.view viewBox=(format!("0 0 {SECTION:.0} {:.0}", SECTION + 20.0)) role="img" aria-labelledby={ "cut-" (index) } {
                title id={ "cut-" (index) } { (texts.fill("plot.section", &[("height", &name)])) }
                rect width="100%" height="100%" fill="#ffffff" {}
                text x=(SECTION / 2.0) y="14" font-size="12" font-weight="bold" text-anchor="middle" fill="#111" { (name) }
                text x=(SECTION / 2.0) y="30" font-size="11" text-anchor="middle" fill="#444" { (texts.say("plot.edge.anterior")) }
                text x="1" y=(SECTION / 2.0 + 20.0) font-size="11" fill="#444" { (texts.say(left)) }
                text x=(SECTION - 1.0) y=(SECTION / 2.0 + 20.0) font-size="11" text-anchor="end" fill="#444" { (texts.say(right)) }
                (line(&cuts[0][index], BEFORE, Some("5 3")))
                (line(&cuts[1][index], AFTER, None))
                path d=(format!("M6 {0:.1}v-3v6v-3h{1:.1}v-3v6", SECTION + 12.0, 50.0 * unit)) stroke="#222" fill="none" {}
                text x=(short(50.0 * unit + 12.0)) y=(SECTION + 16.0) font-size="11" fill="#222" { "50 mm" }
            }
        }
    };
    (0..SECTIONS).map(draw).collect()
}

/// A shape from four sides, coloured by a distance at every vertex (not a number: bare), and what the colours mean.
pub fn coloured(texts: &'static Texts, id: &str, mesh: &Mesh, values: &[f64], side: Side, title: &str) -> Markup {
    let scale = Scale::over(values);
    let bare: Vec<f64> = values.iter().map(|value| if value.is_nan() { 1.0 } else { -1.0 }).collect();
    let (low, high) = mesh.bounds();
    let middle = (low + high) / 2.0;
    let half = ((high - low) / 2.0).with_z(0.0).max_element() + 6.0;
    let bitmaps: Vec<_> = View::ALL
        .into_par_iter()
        .map(|view| {
            let towards = view.towards(side);
            let across = Vec3::Z.cross(towards).dot(middle);
            let frame = Frame { across: [across - half, across + half], along: [low.z - 6.0, high.z + 6.0] };
            let camera = Camera::new(towards, Vec3::Z, frame, 2.0 * VIEW / frame.width());
            let paint = Paint::Values { values, bare: &bare, scale: &scale };
            (view, render(&[Layer::whole(mesh, paint)], &camera))
        })
        .collect();
    let tall = VIEW * (high.z - low.z + 12.0) / (2.0 * half);
    let [ticks, colours] = [scale.ticks().len(), scale.bands.len()];
    let band = 440.0 / colours.max(1) as f64;
    let digits = (-scale.step.log10().floor()).max(0.0) as usize;
    html! {
        div.views {
            @for (view, bitmap) in &bitmaps {
                @let name = format!("{id}-{}", view.id());
                svg.view viewBox=(format!("0 0 {VIEW:.0} {:.1}", tall + 22.0)) role="img" aria-labelledby=(name) {
                    title id=(name) { (title) ", " (view.name(texts)) }
                    image x="0" y="22" width=(VIEW) height=(short(tall)) preserveAspectRatio="none" href=(bitmap.data_uri()) {}
                    @let [left, right] = view.edges(texts, side);
                    text x="3" y="15" font-size="11" fill="#444" { "← " (left) }
                    text x=(VIEW / 2.0) y="15" font-size="13" font-weight="bold" text-anchor="middle" fill="#111" { (view.name(texts)) }
                    text x=(VIEW - 3.0) y="15" font-size="11" text-anchor="end" fill="#444" { (right) " →" }
                }
            }
        }
        @let legend = format!("{id}-legend");
        svg.legend viewBox="0 0 480 46" role="img" aria-labelledby=(legend) {
            title id=(legend) { (title) }
            rect width="100%" height="100%" fill="#ffffff" {}
            text x="20" y="11" font-size="12" fill="#111" { (title) ", mm" }
            @for (place, [r, g, b]) in scale.bands.iter().enumerate() {
                rect x=(short(20.0 + band * place as f64)) y="16" width=(short(band)) height="13" fill=(format!("#{r:02x}{g:02x}{b:02x}")) stroke="#222" stroke-width="0.6" {}
            }
            @for (place, tick) in scale.ticks().iter().enumerate().take(ticks) {
                text x=(short(20.0 + band * place as f64)) y="42" font-size="12" text-anchor="middle" fill="#111" { (words::signed(texts, *tick, digits)) }
            }
        }
    }
}
