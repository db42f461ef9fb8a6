//! The model for a carver where its brim is far from level: carried straight up from the brim to one plane.
//!
//! A lid that is spanned over a brim which rises on one side and dips on the other can pass through the model's own wall. Walls
//! that go straight up and a level lid cannot, where the brim is seen once from the middle, as it is in a chart. What is added
//! lies above the trim line, where a technician trims anyway.

use crate::chart::Chart;
use crate::mesh::{Mesh, Vec3};

/// The lid lies above the highest point of the brim by this, mm (our choice).
const LID_MM: f64 = 5.0;

/// The surface of `radii` up to the trim line, closed by straight walls and a level lid.
pub fn raised(chart: &Chart, radii: &[f64]) -> Mesh {
    let (spokes, last) = (chart.spokes(), chart.trim_row());
    let mut mesh = chart.mesh(&chart.points(radii), last);
    let edge = |spoke: usize| (1 + (last - 1) * spokes + spoke % spokes) as u32;
    let brim: Vec<Vec3> = (0..spokes).map(|spoke| mesh.vertices[edge(spoke) as usize]).collect();
    let lid = brim.iter().map(|point| point.z).fold(f64::NEG_INFINITY, f64::max) + LID_MM;
    let first = mesh.vertices.len() as u32;
    mesh.vertices.extend(brim.iter().map(|point| point.with_z(lid)));
    mesh.vertices.push(brim.iter().sum::<Vec3>().with_z(lid * spokes as f64) / spokes as f64);
    let (top, apex) = (|spoke: usize| first + (spoke % spokes) as u32, first + spokes as u32);
    for spoke in 0..spokes {
        let [a, b, c, d] = [edge(spoke), edge(spoke + 1), top(spoke + 1), top(spoke)];
        mesh.faces.extend([[a, b, c], [a, c, d], [d, c, apex]]);
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::judge;
    use std::f64::consts::TAU;

    #[test]
    fn a_brim_that_rises_and_dips_is_closed_without_a_crossing() {
        let spokes = 72;
        let trim: Vec<f64> =
            (0..spokes).map(|at| -40.0 + 38.0 * (2.0 * TAU * at as f64 / spokes as f64).sin()).collect();
        let chart = Chart::new(vec![[0.0, 0.0]; 4], 40.0, -120.0, 60.0, trim, 3.0);
        let radii = chart.map(|_, _| 60.0);
        let closed = raised(&chart, &radii);
        let verdict = judge(&closed);
        assert!(verdict.is_solid() && verdict.genus == 0, "{verdict:?}");
        assert!(verdict.volume_ml > 0.0);
        let high = closed.bounds().1.z;
        assert!((high - (-2.0 + LID_MM)).abs() < 0.5, "{high}");
    }
}
