//! The socket from the front and from the side, with the bench line, its angles, and where donning is tight.

use super::page::Page;
use crate::words;
use domain::limb::Side;
use geometry::Vec3;
use geometry::donning::DonningVerdict;
use geometry::slices::sections;
use maud::{Markup, html};

/// Width of one view, and room above, below and beside it, units.
const VIEW: f64 = 230.0;
const HEAD: f64 = 40.0;
const FOOT: f64 = 34.0;
const LABELS: f64 = 70.0;

/// Distance between the sections of an outline, mm.
const STEP_MM: f64 = 2.0;

/// A point in a view.
type Place = [f64; 2];

/// Both views; nothing where there is neither a face nor a neck to show.
pub fn section(page: &Page) -> Option<Markup> {
    let texts = page.texts;
    let socket = &page.made.socket;
    let donning = socket.facts.donning.as_ref().filter(|found| found.verdict != DonningVerdict::GoesIn);
    if socket.face.is_none() && donning.is_none() {
        return None;
    }
    let (low, high) = socket.solid.bounds();
    let widest = (high - low).with_z(0.0).max_element().max(1.0);
    let unit = (VIEW - 20.0) / widest;
    let y = |z: f64| HEAD + (high.z - z) * unit;
    let tall = HEAD + (high.z - low.z) * unit + FOOT;
    let count = ((high.z - low.z) / STEP_MM).max(2.0) as usize;
    let heights: Vec<f64> =
        (0..count).map(|step| low.z + (high.z - low.z) * (step as f64 + 0.5) / count as f64).collect();
    let cuts = sections(&socket.solid, &heights);
    // From the front the patient's left is on the right; from the patient's left anterior is on the left.
    let across: [fn(Vec3) -> f64; 2] = [|point| point.y, |point| -point.x];
    let middle = (low + high) / 2.0;
    let left = page.result.side == Side::Left;
    let place = |which: usize, point: Vec3| -> Place {
        let start = VIEW * (which as f64 + 0.5) + 10.0;
        [start + (across[which](point) - across[which](middle)) * unit, y(point.z)]
    };
    let outline = |which: usize| {
        let edge = |pick: fn(f64, f64) -> f64| {
            let far = |cut: &geometry::slices::Section| {
                let points = cut.contours.iter().flat_map(|contour| &contour.points).map(|point| across[which](*point));
                points.reduce(pick).map(|value| {
                    let x = VIEW * (which as f64 + 0.5) + 10.0 + (value - across[which](middle)) * unit;
                    format!("{x:.1},{:.1}", y(cut.height))
                })
            };
            cuts.iter().filter_map(far).collect::<Vec<String>>()
        };
        let (least, most) = (edge(f64::min), edge(f64::max));
        least.into_iter().rev().chain(most).collect::<Vec<_>>().join(" ")
    };
    let names = ["plot.outline.front", if left { "plot.outline.lateral" } else { "plot.outline.medial" }];
    let wide = 2.0 * VIEW + 20.0 + LABELS;
    let line = |[x1, y1]: Place, [x2, y2]: Place, colour: &str, width: f64, dashes: Option<&str>| {
        html! {
            line x1=(format!("{x1:.1}")) y1=(format!("{y1:.1}")) x2=(format!("{x2:.1}")) y2=(format!("{y2:.1}"))
                stroke=(colour) stroke-width=(width) stroke-dasharray=[dashes] {}
        }
    };
    Some(html! {
        figure.shapes {
            figcaption {
                strong { (texts.say("socket_report.pictures.alignment")) } " "
                @if socket.face.is_some() { (texts.say("socket_report.pictures.bench")) " " }
                @if donning.is_some() { (texts.say("socket_report.pictures.neck")) }
            }
            svg.plot viewBox=(format!("0 0 {wide:.0} {tall:.0}")) role="img" aria-labelledby="alignment-name" {
                title id="alignment-name" { (texts.say("socket_report.pictures.alignment")) }
                @for which in 0..2 {
                    text x=(VIEW * (which as f64 + 0.5) + 10.0) y="14" font-size="12" text-anchor="middle" {
                        (texts.say(names[which]))
                    }
                    polygon points=(outline(which)) fill="#eceef1" stroke="#3c444e" stroke-width="1.4" {}
                    @if let Some(face) = socket.face {
                        @let top = face.at_height(high.z + 4.0);
                        @let foot = face.centre - face.up * 12.0;
                        (line(place(which, foot), place(which, top), "#9b1c1c", 1.4, Some("8 3 2 3")))
                        // The limb's long axis through what the face was turned about.
                        (line(place(which, face.pivot.with_z(low.z)), place(which, face.pivot.with_z(high.z)), "#0060a8", 0.9, Some("3 3")))
                        @let flat = face.up.cross(if which == 0 { Vec3::X } else { Vec3::Y }).normalize() * 30.0;
                        (line(place(which, face.centre - flat), place(which, face.centre + flat), "#9b1c1c", 1.8, None))
                        text x=(format!("{:.1}", VIEW * (which as f64 + 0.5) + 10.0)) y="31" font-size="12" text-anchor="middle" fill="#9b1c1c" {
                            (angle(page, which, face.up))
                        }
                    }
                    @if let Some(found) = donning {
                        @for (below, colour) in [(found.neck_below_mm, "#b04a00"), (found.bulge_below_mm, "#6a3d9a")] {
                            @let at = y(-below);
                            (line([VIEW * which as f64 + 14.0, at], [VIEW * (which + 1) as f64 + 6.0, at], colour, 1.2, None))
                        }
                    }
                }
                @if let Some(found) = donning {
                    @for (below, mm, colour, key) in [
                        (found.neck_below_mm, found.neck_mm, "#b04a00", "socket_report.pictures.neck_mm"),
                        (found.bulge_below_mm, found.bulge_mm, "#6a3d9a", "socket_report.pictures.bulge_mm"),
                    ] {
                        text x=(format!("{:.1}", 2.0 * VIEW + 12.0)) y=(format!("{:.1}", y(-below) + 4.0)) font-size="12" fill=(colour) {
                            (texts.fill(key, &[("mm", &words::number(texts, mm, 0))]))
                        }
                    }
                }
            }
        }
    })
}

/// "5.0° flexion", as the view shows it.
fn angle(page: &Page, which: usize, up: Vec3) -> String {
    let texts = page.texts;
    let lateral = page.made.limb.angle(90.0).sin();
    let leans = if which == 0 { -up.y * lateral / up.z } else { -up.x / up.z };
    let degrees = leans.atan().to_degrees();
    let key = match (which, degrees >= 0.0) {
        (0, true) => "socket_report.step.align_adduction",
        (0, false) => "socket_report.step.align_abduction",
        (_, true) => "socket_report.step.align_flexion",
        (_, false) => "socket_report.step.align_extension",
    };
    texts.fill(key, &[("much", &words::number(texts, degrees.abs(), 1))])
}
