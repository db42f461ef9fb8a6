//! The surface at a given distance from a surface, exactly: where a ray's distance to it is the wanted thickness.
//!
//! Moving vertices along their normals would fold where the surface is more curved than the thickness; here the distance
//! itself is solved for, so that a wall is nowhere thinner than asked.

use crate::chart::Chart;
use crate::mesh::Vec3;
use crate::query::Surface;

/// A thickness is met to this, mm.
pub const TOLERANCE_MM: f64 = 1e-4;

/// Secant steps: three are usual, twelve reach the tolerance at the sharpest corner tried.
const MOST_STEPS: usize = 40;

/// Radii of the surface outside `radii` whose distance from it is `thickness_mm(row, spoke)`, read on every ray.
/// On the topmost margin row, where the surface beyond is unknown, the distance is only that to what is known.
pub fn outward(chart: &Chart, radii: &[f64], thickness_mm: impl Fn(usize, usize) -> f64 + Sync) -> Vec<f64> {
    let points = chart.points(radii);
    let Some(surface) = Surface::new(&chart.mesh(&points, chart.rows() - 1)) else { return radii.to_vec() };
    chart.map(|row, spoke| {
        let (origin, direction) = chart.ray(row, spoke);
        let thickness = thickness_mm(row, spoke);
        let start = radii[chart.index(row, spoke)];
        start + beyond(&surface, origin + direction * start, direction, thickness)
    })
}

/// How far along a ray that leaves a surface the distance to it has grown to `thickness`.
fn beyond(surface: &Surface, start: Vec3, direction: Vec3, thickness: f64) -> f64 {
    if thickness <= 0.0 {
        return 0.0;
    }
    // The distance grows at most as fast as the way: stepping by what is missing never overshoots. Where the ray is
    // slanted to the surface the secant's slope makes the step longer; the bracket keeps it from jumping over.
    let (mut low, mut at, mut slope) = (0.0, thickness, 1.0_f64);
    let mut high = f64::INFINITY;
    let mut before: Option<(f64, f64)> = None;
    for _ in 0..MOST_STEPS {
        let distance = surface.nearest(start + direction * at).distance;
        let missing = thickness - distance;
        if missing.abs() < TOLERANCE_MM {
            return at;
        }
        if missing > 0.0 {
            low = at;
        } else {
            high = at;
        }
        if let Some((earlier, its_distance)) = before
            && (at - earlier).abs() > 1e-9
        {
            slope = ((distance - its_distance) / (at - earlier)).clamp(0.05, 1.0);
        }
        before = Some((at, distance));
        let next = at + missing / slope;
        at = if next > low && next < high {
            next
        } else if high.is_finite() {
            (low + high) / 2.0
        } else {
            low + missing.max(TOLERANCE_MM)
        };
    }
    at
}
