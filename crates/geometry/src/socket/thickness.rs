//! How thick the wall is at a place: by height, in regions, under ribs, around windows.

use super::outline::Outline;
use crate::chart::Chart;
use crate::curve::{Curve, short, to_side};
use crate::limb::Limb;
use crate::mesh::Vec3;
use domain::technique::{Rib, Station, Step, thickness_at};
use std::f64::consts::{PI, TAU};

/// Part of a region's half size that has its whole thickness; beyond it fades out.
const PLATEAU: f64 = 0.5;

/// A region in the limb's axes.
struct Place {
    angle: f64,
    z: f64,
    half_width: f64,
    half_length: f64,
    thickness: f64,
}

/// A rib laid out flat, or the thicker edge of a window.
struct Line<'a> {
    ends: [[f64; 2]; 2],
    rib: &'a Rib,
}

/// The wall's thickness everywhere.
pub(super) struct Thickness<'a> {
    stations: &'a [Station],
    minimum: f64,
    regions: Vec<Place>,
    ribs: Vec<Line<'a>>,
    edges: Vec<(&'a Curve, f64, f64)>,
    outline: &'a Outline,
    distal: f64,
}

impl<'a> Thickness<'a> {
    /// From the step `wall`; a thickness is nowhere less than `least`.
    pub(super) fn new(limb: &Limb, chart: &Chart, steps: &'a [Step], outline: &'a Outline, least: f64) -> Self {
        let mut found = Self {
            stations: &[],
            minimum: least,
            regions: vec![],
            ribs: vec![],
            edges: vec![],
            outline,
            distal: limb.distal_z(),
        };
        let radius = outline.radius_mm();
        for step in steps {
            let Step::Wall { thickness, regions, ribs, .. } = step else { continue };
            found.stations = thickness;
            found.regions = regions
                .iter()
                .filter_map(|region| {
                    let (from, height) = match region.at {
                        Some(at) => {
                            let point = limb.landmarks.get(&at)?.point;
                            let out = point - chart.centre(point.z);
                            (out.y.atan2(out.x), point.z)
                        }
                        None => (0.0, 0.0),
                    };
                    Some(Place {
                        angle: from + limb.angle(region.around_deg),
                        z: height - region.below_mm,
                        half_width: region.half_width_mm,
                        half_length: region.half_length_mm,
                        thickness: region.thickness_mm,
                    })
                })
                .collect();
            found.ribs = ribs
                .iter()
                .map(|rib| {
                    let at = |[around, below]: [f64; 2]| [limb.angle(around) * radius, -below];
                    let (from, mut to) = (at(rib.from), at(rib.to));
                    to[0] = from[0] + short(to[0] - from[0], TAU * radius);
                    Line { ends: [from, to], rib }
                })
                .collect();
        }
        let thicker = steps.iter().filter_map(|step| if let Step::Window(window) = step { Some(window) } else { None });
        let edges = outline.curves().zip(thicker);
        found.edges = edges
            .filter(|(_, window)| window.edge_thicker_mm > 0.0)
            .map(|(curve, window)| (curve, window.edge_thicker_mm, window.edge_width_mm))
            .collect();
        found
    }

    /// At a point of the inside, mm.
    pub(super) fn at(&self, chart: &Chart, point: Vec3) -> f64 {
        let mut thickness = thickness_at(self.stations, (point.z - self.distal).max(0.0));
        let out = point - chart.centre(point.z);
        let (angle, radius) = (out.y.atan2(out.x), out.x.hypot(out.y));
        for region in &self.regions {
            let turn = (angle - region.angle + PI).rem_euclid(TAU) - PI;
            let reach = (turn * radius / region.half_width).hypot((point.z - region.z) / region.half_length);
            thickness += (region.thickness - thickness) * fade((reach - PLATEAU) / (1.0 - PLATEAU));
        }
        if !self.ribs.is_empty() || !self.edges.is_empty() {
            let place = self.outline.place(chart, point);
            for Line { ends: [from, to], rib } in &self.ribs {
                let x = from[0] + short(place[0] - from[0], TAU * self.outline.radius_mm());
                let off = to_side([x, place[1]], *from, *to) / (rib.width_mm / 2.0);
                thickness += rib.height_mm * (1.0 - (off * off).min(1.0)).powi(2);
            }
            for (curve, thicker, width) in &self.edges {
                let off = if curve.holds(place) { 0.0 } else { curve.distance(place) };
                thickness += thicker * fade(off / width);
            }
        }
        thickness.max(self.minimum)
    }
}

/// 1 up to nothing, 0 from 1 on, smooth between.
fn fade(share: f64) -> f64 {
    let share = share.clamp(0.0, 1.0);
    1.0 - share * share * (3.0 - 2.0 * share)
}
