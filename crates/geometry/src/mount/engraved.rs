//! The bench line, engraved: shallow grooves in front, behind and on both sides, in the planes of the bench line.

use super::bore::Bore;
use super::frame::Frame;
use crate::chart::Chart;
use crate::combine::loft;
use crate::mesh::{Mesh, Vec3};
use crate::query::Surface;

/// Distance between the corners of a groove, mm.
const STEP_MM: f64 = 3.0;

/// A groove ends this far from the brim and from what stands out, mm.
const CLEAR_MM: f64 = 6.0;

/// From where the outside is looked for, mm beside the bench line.
const FAR_MM: f64 = 400.0;

/// The tools that cut the lines, each with the tips of its groove; they stay clear of what stands out and its fillet.
pub fn bench_lines(
    outer: &Surface,
    chart: &Chart,
    frame: &Frame,
    (bosses, fillet): (&[Bore], f64),
    depth: f64,
) -> Vec<(Mesh, Vec<Vec3>)> {
    let brim = (0..chart.spokes()).map(|spoke| chart.ray(chart.trim_row(), spoke).0.z).fold(f64::INFINITY, f64::min);
    // Anterior and lateral of the limb, not of the holes: the line is what both are read against.
    let side = frame.up.cross(Vec3::X).normalize();
    let front = side.cross(frame.up);
    let length = (brim - CLEAR_MM - frame.centre.z) / frame.up.z;
    let mut lines = vec![];
    for direction in [front, -front, side, -side] {
        let point = |step: usize| -> Option<(Vec3, f64)> {
            let at = frame.centre + frame.up * (STEP_MM * step as f64);
            let hit = outer.along(at + direction * FAR_MM, -direction)?;
            let out = FAR_MM - hit.distance;
            let clear = bosses.iter().all(|boss| boss.distance(hit.point) > CLEAR_MM + fillet);
            (out > 5.0 && clear && hit.point.z < brim - CLEAR_MM).then_some((hit.point, out))
        };
        let mut run: Vec<Vec3> = vec![];
        let mut before: Option<f64> = None;
        for step in 0..=(length / STEP_MM).max(0.0) as usize {
            let next = point(step);
            // On the dome a step goes further out than up: a groove there would be cut askew.
            let steep = next.is_some_and(|(_, out)| before.is_none_or(|before| (out - before).abs() < STEP_MM));
            if let Some((point, _)) = next.filter(|_| steep) {
                run.push(point);
            } else {
                lines.extend(groove(&run, direction, frame.up, depth));
                run.clear();
            }
            before = next.map(|(_, out)| out);
        }
        lines.extend(groove(&run, direction, frame.up, depth));
    }
    lines
}

/// A V of this depth along points of the outside, twice as wide as deep.
fn groove(points: &[Vec3], out: Vec3, up: Vec3, depth: f64) -> Option<(Mesh, Vec<Vec3>)> {
    if points.len() < 4 {
        return None;
    }
    let aside = up.cross(out);
    // As far outside as inside, where it is twice as wide: the groove's edges are cut by its flanks.
    let corners = |point: &Vec3| {
        vec![
            *point - out * depth,
            *point + out * depth + aside * (2.0 * depth),
            *point + out * depth - aside * (2.0 * depth),
        ]
    };
    let rings: Vec<Vec<Vec3>> = points.iter().map(corners).collect();
    let mesh = loft(&rings);
    let mesh = if mesh.volume() < 0.0 {
        Mesh { faces: mesh.faces.iter().map(|[a, b, c]| [*a, *c, *b]).collect(), vertices: mesh.vertices }
    } else {
        mesh
    };
    Some((mesh, points.iter().map(|point| *point - out * depth).collect()))
}
