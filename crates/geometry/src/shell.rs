//! The socket's shell: the space between two surfaces of one chart, closed at the trim line by a rounded rim.

use crate::chart::Chart;
use crate::mesh::{Mesh, Vec3};
use std::f64::consts::PI;

/// Rows of the half round that closes the rim, between its two edges.
const RIM_ROWS: usize = 3;

/// The solid between `inner` and `outer` radii up to the trim line; `outer` is everywhere the greater. Its rim is a
/// half round over the wall, so the socket's edge is nowhere sharp.
pub fn solid(chart: &Chart, inner: &[f64], outer: &[f64]) -> Mesh {
    let (spokes, last) = (chart.spokes(), chart.trim_row());
    let outside = chart.mesh(&chart.points(outer), last);
    let inside = chart.mesh(&chart.points(inner), last);
    let first = outside.vertices.len() as u32;
    let mut mesh = outside;
    mesh.faces.extend(inside.faces.iter().map(|[a, b, c]| [first + a, first + c, first + b]));
    mesh.vertices.extend(&inside.vertices);
    let edge = |from: u32| move |spoke: usize| from + 1 + ((last - 1) * spokes + spoke % spokes) as u32;
    let (outer_edge, inner_edge) = (edge(0), edge(first));
    let mut below: Vec<u32> = (0..spokes).map(outer_edge).collect();
    for step in 1..=RIM_ROWS + 1 {
        let above: Vec<u32> = if step > RIM_ROWS {
            (0..spokes).map(inner_edge).collect()
        } else {
            let turn = PI * step as f64 / (RIM_ROWS + 1) as f64;
            let from = mesh.vertices.len() as u32;
            for spoke in 0..spokes {
                let a = mesh.vertices[outer_edge(spoke) as usize];
                let b = mesh.vertices[inner_edge(spoke) as usize];
                let half = (a - b) / 2.0;
                mesh.vertices.push((a + b) / 2.0 + half * turn.cos() + Vec3::Z * (half.length() * turn.sin()));
            }
            (from..from + spokes as u32).collect()
        };
        for spoke in 0..spokes {
            let next = (spoke + 1) % spokes;
            mesh.faces.push([below[spoke], below[next], above[next]]);
            mesh.faces.push([below[spoke], above[next], above[spoke]]);
        }
        below = above;
    }
    mesh
}
