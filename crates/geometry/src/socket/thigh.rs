//! What a socket above the knee asks of a model beyond reductions and local changes: proportions, a flat wall, a ring's seat.

use super::steps::hull_radii;
use crate::chart::Chart;
use crate::limb::Limb;
use crate::mesh::{Mesh, Vec3};
use crate::slices::{Section, sections};
use domain::technique::{Step, interpolate};
use domain::thigh::{Flatten, Proportion};

/// Distance between the sections that are read to reshape a model, mm.
const STEP_MM: f64 = 4.0;

/// The edge of a flattened wall is rounded over this on either side at most, mm (our choice).
const ROUND_MM: f64 = 6.0;

/// Full between two heights and fading to nothing over `blend` beyond each, without a kink.
fn share(z: f64, low: f64, high: f64, blend: f64) -> f64 {
    let beyond = (low - z).max(z - high).max(0.0) / blend;
    let left = (1.0 - beyond).max(0.0);
    left * left * (3.0 - 2.0 * left)
}

fn ring(section: &Section) -> &[Vec3] {
    section.contours.first().map_or(&[], |contour| contour.points.as_slice())
}

fn around(points: impl Iterator<Item = [f64; 2]>) -> f64 {
    let points: Vec<[f64; 2]> = points.collect();
    let ahead = points.iter().cycle().skip(1);
    points.iter().zip(ahead).map(|(a, b)| (b[0] - a[0]).hypot(b[1] - a[1])).sum()
}

/// The heights of a model's sections from below `low` to above `high`, inside it.
fn cuts(model: &Mesh, low: f64, high: f64) -> Vec<Section> {
    let (floor, top) = model.bounds();
    let (from, to) = (low.max(floor.z + 1.0), high.min(top.z - 1.0));
    let count = (((to - from) / STEP_MM).ceil() as usize).max(1);
    let heights: Vec<f64> = (0..=count).map(|at| from + (to - from) * at as f64 / count as f64).collect();
    // Where the brim dips a section is open and says no width: above it, what the last closed one said goes on.
    sections(model, &heights).into_iter().filter(|section| section.area > 0.0 && section.closed()).collect()
}

/// Applies every step that reshapes whole sections, each on what the one before it left.
pub(super) fn reshape(limb: &Limb, chart: &Chart, points: &mut [Vec3], steps: &[Step]) {
    for step in steps {
        match step {
            Step::Proportion(step) => proportion(chart, points, step),
            Step::Flatten(step) => flatten(limb, chart, points, step),
            _ => {}
        }
    }
}

/// Gives sections their proportion: wider one way and narrower the other, by as much as keeps their circumference.
///
/// A section's circumference is homogeneous in its two factors, so that the factor that keeps it follows without a search.
fn proportion(chart: &Chart, points: &mut [Vec3], step: &Proportion) {
    let (Some(first), Some(last)) = (step.rows.first(), step.rows.last()) else { return };
    let (low, high) = (-last.below_mm, -first.below_mm);
    let model = chart.mesh(points, chart.rows() - 1);
    let rows = || step.rows.iter().map(|row| (row.below_mm, row.ml_over_ap));
    let factors: Vec<(f64, [f64; 2])> = cuts(&model, low - step.blend_mm, high + step.blend_mm)
        .iter()
        .map(|section| {
            let wanted = interpolate(rows(), -section.height) * section.width_ap / section.width_ml.max(1.0);
            let more = wanted.max(0.1).powf(share(section.height, low, high, step.blend_mm));
            let outline = ring(section);
            let before = around(outline.iter().map(|point| [point.x, point.y]));
            let after = around(outline.iter().map(|point| [point.x, more * point.y]));
            let keep = before / after.max(f64::MIN_POSITIVE);
            (section.height, [keep, keep * more])
        })
        .collect();
    if factors.is_empty() {
        return;
    }
    for point in points {
        let inside = share(point.z, low, high, step.blend_mm) > 0.0;
        if !inside {
            continue;
        }
        let factor = |axis: usize| interpolate(factors.iter().map(|(z, factor)| (*z, factor[axis])), point.z);
        let centre = chart.centre(point.z);
        point.x = centre.x + factor(0) * (point.x - centre.x);
        point.y = centre.y + factor(1) * (point.y - centre.y);
    }
}

/// Moves what stands furthest out on one side in to a plane, rounded at its edges.
fn flatten(limb: &Limb, chart: &Chart, points: &mut [Vec3], step: &Flatten) {
    let (low, high) = (-step.to_below_mm, -step.from_below_mm);
    let model = chart.mesh(points, chart.rows() - 1);
    let (sine, cosine) = limb.angle(step.around_deg).sin_cos();
    let outwards = Vec3::new(cosine, sine, 0.0);
    let reach = |point: Vec3| (point - chart.centre(point.z)).dot(outwards);
    let furthest: Vec<(f64, f64)> = cuts(&model, low - step.blend_mm, high + step.blend_mm)
        .iter()
        .map(|section| (section.height, ring(section).iter().map(|point| reach(*point)).fold(0.0, f64::max)))
        .collect();
    for point in points {
        let depth = step.depth_mm * share(point.z, low, high, step.blend_mm);
        if depth <= 0.0 {
            continue;
        }
        let plane = interpolate(furthest.iter().copied(), point.z) - depth;
        // No wider than the depth, so that the furthest point moves by the depth and nothing moves where the depth is nothing.
        let round = ROUND_MM.min(depth);
        let over = reach(*point) - plane;
        let inwards = if over >= round {
            over
        } else if over <= -round {
            0.0
        } else {
            (over + round).powi(2) / (4.0 * round)
        };
        *point -= outwards * inwards;
    }
}

/// Fills the inside's sections to their convex outline over the band where a liner's ring seals, fading out beyond it: across a
/// hollow a ring leaks.
pub(super) fn seat_ring(limb: &Limb, chart: &Chart, inner: &mut [f64], steps: &[Step]) {
    const RAMP_MM: f64 = 8.0;
    let ring = steps.iter().find_map(|step| if let Step::SealRing(ring) = step { Some(*ring) } else { None });
    let Some(seat) = ring else { return };
    let spokes = chart.spokes();
    let low = limb.distal_z() + seat.above_distal_end_mm;
    for row in 1..chart.rows() {
        let points: Vec<Vec3> =
            (0..spokes).map(|spoke| chart.point(row, spoke, inner[chart.index(row, spoke)])).collect();
        let mean = points.iter().map(|point| point.z).sum::<f64>() / spokes as f64;
        let share = share(mean, low, low + seat.height_mm, RAMP_MM);
        if share <= 0.0 || chart.ray(row, 0).1.z < 0.0 {
            continue;
        }
        let hull = hull_radii(chart, row, &points);
        for (spoke, wide) in hull.into_iter().enumerate() {
            let radius = &mut inner[chart.index(row, spoke)];
            *radius += share * (wide - *radius).max(0.0);
        }
    }
}
