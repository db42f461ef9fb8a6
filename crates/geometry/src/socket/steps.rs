//! What each step does to the model: one function a step.

use super::outline::Outline;
use super::{Making, SocketError};
use crate::chart::Chart;
use crate::limb::Limb;
use crate::mesh::{Mesh, Vec3};
use crate::pose::Basis;
use crate::slices::sections;
use crate::trim;
use domain::technique::{FlareStation, Landmark, ScannedOver, Step, interpolate, thickness_at};
use rayon::prelude::*;
use std::f64::consts::PI;

/// Refuses steps that press where nobody has placed the landmark and no bone shows it.
pub(super) fn refuse_guessed_loads(limb: &Limb, steps: &[Step]) -> Result<(), SocketError> {
    for step in steps {
        if let Step::Rectify { name, at, depth_mm, .. } = step
            && *depth_mm < 0.0
            && limb.landmarks.get(at).is_none_or(|placed| {
                // The lowest point of the skin shows no bone.
                !placed.found.is_sure() || *at == Landmark::DistalEnd && placed.found.basis() != Basis::Placed
            })
        {
            return Err(SocketError::Guessed { name: name.clone(), landmark: at.label() });
        }
    }
    Ok(())
}

/// Refuses steps that shape one side of the limb where nobody has said which side that is, and a wall around the ramus where
/// nobody has placed the tuberosity.
pub(super) fn refuse_guessed_sides(limb: &Limb, steps: &[Step]) -> Result<(), SocketError> {
    let unsure = |landmark| limb.landmarks.get(&landmark).is_none_or(|placed| !placed.found.is_sure());
    for step in steps {
        let name = match step {
            Step::Flatten(step) => step.name.as_str(),
            Step::Contain(step) => step.name.as_str(),
            Step::Proportion(_) => "the proportion of the sections",
            _ => continue,
        };
        if !limb.pose.front.is_sure() {
            return Err(SocketError::NoFront { name: name.into() });
        }
        if matches!(step, Step::Contain(_)) && unsure(Landmark::IschialTuberosity) {
            let landmark = Landmark::IschialTuberosity.label();
            return Err(SocketError::Guessed { name: name.into(), landmark });
        }
    }
    Ok(())
}

/// Liner, sheath and socks at a height above the distal end, mm.
pub(super) fn interface_mm(steps: &[Step], making: &Making, above_distal_end_mm: f64) -> f64 {
    steps
        .iter()
        .map(|step| match step {
            Step::Liner { thickness, .. } if making.over == ScannedOver::Skin => {
                thickness_at(thickness, above_distal_end_mm.max(0.0))
            }
            Step::Sheath { thickness_mm } => *thickness_mm,
            Step::Socks { plies } => making.socks.of_stack(plies),
            _ => 0.0,
        })
        .sum()
}

/// One rectification: along the surface's normal, deepest at the landmark, nothing at its edge, smooth between.
pub(super) fn rectify(limb: &Limb, chart: &Chart, points: &mut [Vec3], step: &Step) {
    let Step::Rectify { at, around_deg, below_mm, depth_mm, half_length_mm, half_width_mm, .. } = step else { return };
    let Some(landmark) = limb.landmarks.get(at) else { return };
    let from = chart.centre(landmark.point.z);
    let direction = landmark.point - from;
    let middle = direction.y.atan2(direction.x) + limb.angle(*around_deg);
    let height = landmark.point.z - below_mm;
    let normals = chart.mesh(points, chart.rows() - 1).normals();
    let spokes = chart.spokes();
    let distal = *at == Landmark::DistalEnd;
    for (index, point) in points.iter_mut().enumerate() {
        let out = *point - chart.centre(point.z);
        let (across, along) = if distal {
            // Around the lowest point there is no "around the limb": the footprint is a circle about it.
            (out.x.hypot(out.y), 0.0)
        } else {
            let turn = (out.y.atan2(out.x) - middle + PI).rem_euclid(2.0 * PI) - PI;
            (turn * out.x.hypot(out.y), point.z - height)
        };
        let reach = (across / half_width_mm).powi(2) + (along / half_length_mm).powi(2);
        if reach < 1.0 {
            let vertex = if index < spokes { 0 } else { 1 + index - spokes };
            *point += normals[vertex] * (depth_mm * (1.0 - reach).powi(2));
        }
    }
}

/// Moves the distal end down, fading out with height.
pub(super) fn deepen(points: &mut [Vec3], deeper_mm: f64, blend_mm: f64) {
    let floor = points.iter().map(|point| point.z).fold(f64::INFINITY, f64::min);
    for point in points {
        let share = ((point.z - floor) / blend_mm).clamp(0.0, 1.0);
        point.z -= deeper_mm * (1.0 - share * share * (3.0 - 2.0 * share));
    }
}

/// How much of every section the reduction takes, by height.
pub(super) struct Reduction {
    /// (height, share of the circumference), rising.
    rows: Vec<(f64, f64)>,
}

impl Reduction {
    pub(super) const NONE: Self = Self { rows: vec![] };

    pub(super) fn new(steps: &[Step], model: &Mesh, limb_length_mm: f64) -> Self {
        let (low, high) = model.bounds();
        let heights: Vec<f64> = (1..100).map(|step| low.z + (high.z - low.z) * f64::from(step) / 100.0).collect();
        let mut rows: Vec<(f64, f64)> = heights.iter().map(|z| (*z, 0.0)).collect();
        for step in steps {
            if let Step::ReduceByHeight(by_height) = step {
                let along = || by_height.rows.iter().map(|row| (row.share_of_length, row.percent));
                for row in &mut rows {
                    row.1 += interpolate(along(), -row.0 / limb_length_mm) / 100.0;
                }
            }
            let Step::Reduce { percent, by_circumference } = step else { continue };
            if by_circumference.is_empty() {
                rows.iter_mut().for_each(|row| row.1 += percent / 100.0);
                continue;
            }
            // The dome's small sections are no thin limb: below the widest section it has the reduction of that one.
            let table = || by_circumference.iter().map(|row| (row.circumference_mm, row.percent));
            let mut widest: f64 = 0.0;
            for (row, section) in rows.iter_mut().zip(sections(model, &heights)) {
                widest = widest.max(section.tape);
                row.1 += interpolate(table(), widest) / 100.0;
            }
        }
        Self { rows }
    }

    pub(super) fn at(&self, z: f64) -> f64 {
        interpolate(self.rows.iter().copied(), z)
    }
}

/// Turns the brim outwards, from nothing at its lower edge, without a kink there.
pub(super) fn flare(limb: &Limb, chart: &Chart, outline: &Outline, points: &mut [Vec3], steps: &[Step]) {
    for step in steps {
        let Step::Flare { out_mm, height_mm, by_place } = step else { continue };
        let at_place = |value: fn(&FlareStation) -> f64, all: f64, around: f64| {
            let along: Vec<(f64, f64)> = by_place.iter().map(|station| (station.around_deg, value(station))).collect();
            if along.is_empty() { all } else { trim::around(&along, around) }
        };
        let by_spoke: Vec<[f64; 2]> = (0..chart.spokes())
            .map(|spoke| {
                let around = chart.angle(spoke) * limb.angle(1.0_f64.to_degrees());
                [
                    at_place(|station| station.out_mm, *out_mm, around),
                    at_place(|station| station.height_mm, *height_mm, around),
                ]
            })
            .collect();
        points.par_iter_mut().enumerate().for_each(|(index, point)| {
            let spoke = index % chart.spokes();
            let direction = chart.ray(chart.trim_row(), spoke).1;
            let [out_mm, height_mm] = by_spoke[spoke];
            let share = (1.0 - outline.below(chart, spoke, *point) / height_mm).clamp(0.0, 1.5);
            *point += direction * (out_mm * share * share);
        });
    }
}

/// The least thickness asked for, mm.
pub(super) fn least_wall(steps: &[Step]) -> f64 {
    let found =
        steps.iter().find_map(|step| if let Step::Wall { minimum_mm, .. } = step { Some(*minimum_mm) } else { None });
    found.unwrap_or(0.0)
}

/// The depth of engraved lines, mm.
pub(super) fn engraved_mm(steps: &[Step]) -> f64 {
    steps.iter().map(|step| if let Step::Align(align) = step { align.line_depth_mm } else { 0.0 }).fold(0.0, f64::max)
}

/// Makes the outside convex around the limb over a band below the brim: a stretched sleeve bridges a hollow, and the
/// bridge is a leak. `low` is the brim's lowest height.
pub(super) fn seal_land(chart: &Chart, outer: &mut [f64], steps: &[Step], low: f64) {
    const RAMP_MM: f64 = 8.0;
    let Some(height) =
        steps.iter().find_map(|step| if let Step::SealLand { height_mm } = step { Some(*height_mm) } else { None })
    else {
        return;
    };
    let spokes = chart.spokes();
    for row in 1..chart.rows() {
        let ring: Vec<Vec3> =
            (0..spokes).map(|spoke| chart.point(row, spoke, outer[chart.index(row, spoke)])).collect();
        let mean = ring.iter().map(|point| point.z).sum::<f64>() / spokes as f64;
        let share = ((mean - (low - height - RAMP_MM)) / RAMP_MM).clamp(0.0, 1.0);
        if share <= 0.0 || chart.ray(row, 0).1.z < 0.0 {
            continue;
        }
        let hull = hull_radii(chart, row, &ring);
        for (spoke, wide) in hull.into_iter().enumerate() {
            let radius = &mut outer[chart.index(row, spoke)];
            *radius += share * (wide - *radius).max(0.0);
        }
    }
}

/// Radii of a ring's convex hull along its rays.
pub(super) fn hull_radii(chart: &Chart, row: usize, ring: &[Vec3]) -> Vec<f64> {
    let spokes = ring.len();
    let centre = |spoke: usize| chart.ray(row, spoke).0;
    let at = |spoke: usize| ring[spoke % spokes] - centre(spoke % spokes);
    // A point is on the hull if no chord between two others passes outside of it: walk around twice, dropping those.
    let mut hull: Vec<usize> = vec![];
    for spoke in 0..2 * spokes {
        while hull.len() > 1 {
            let [a, b, c] = [at(hull[hull.len() - 2]), at(hull[hull.len() - 1]), at(spoke)];
            if (b - a).cross(c - b).z > 0.0 {
                break;
            }
            hull.pop();
        }
        hull.push(spoke);
    }
    let mut radii: Vec<f64> = (0..spokes).map(|spoke| at(spoke).length()).collect();
    for pair in hull.windows(2) {
        let [a, b] = [at(pair[0]), at(pair[1])];
        for spoke in pair[0] + 1..pair[1] {
            let direction = chart.ray(row, spoke % spokes).1;
            let across = (b - a).cross(direction).z;
            if across.abs() > 1e-12 {
                let reach = (b - a).cross(a).z / across;
                radii[spoke % spokes] = radii[spoke % spokes].max(reach);
            }
        }
    }
    radii
}
