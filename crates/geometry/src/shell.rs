//! The socket's shell: the space between two surfaces of one triangulation, closed at every edge by a rounded rim, or by
//! a rolled one.

use crate::chart::Chart;
use crate::cut::Cut;
use crate::mesh::{Mesh, Vec3};
use std::f64::consts::PI;

/// Rows of the half round that closes the rim, between its two edges.
const RIM_ROWS: usize = 3;

/// A rolled edge turns outwards by this, rad: past the horizontal, so that no edge is left to the skin (our choice).
const ROLL: f64 = PI * 2.0 / 3.0;

/// Rows of the roll.
const ROLL_ROWS: usize = 8;

/// A rim in a bend of a window reaches no further into it than this part of the bend's radius.
const BEND: f64 = 0.6;

/// The rolled edge does not fit into a bend of the trim line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TightBend {
    /// Where along the edge: its vertex.
    pub at: Vec3,
    /// Radius of the bend, mm.
    pub bend_mm: f64,
    /// What the roll needs, mm.
    pub needs_mm: f64,
}

/// The solid between `inner` and `outer` radii up to the trim line; `outer` is everywhere the greater. Its rim is a
/// half round over the wall, so the socket's edge is nowhere sharp; with `roll`, it turns outwards with the radius that is
/// given for every vertex of the edge.
///
/// # Errors
/// A roll that does not fit into a bend of the trim line.
pub fn solid(
    chart: &Chart,
    inner: &[f64],
    outer: &[f64],
    cut: Option<&Cut>,
    roll: Option<&dyn Fn(Vec3) -> f64>,
) -> Result<Mesh, TightBend> {
    let (spokes, last) = (chart.spokes(), chart.trim_row());
    let surface = |radii: &[f64]| match cut {
        Some(cut) => cut.mesh(chart, &chart.points(radii)),
        None => chart.mesh(&chart.points(radii), last),
    };
    let (mut mesh, inside) = (surface(outer), surface(inner));
    let first = mesh.vertices.len() as u32;
    mesh.faces.extend(inside.faces.iter().map(|[a, b, c]| [first + a, first + c, first + b]));
    mesh.vertices.extend(&inside.vertices);
    let Some(cut) = cut else {
        let edge: Vec<u32> = (0..spokes).map(|spoke| 1 + ((last - 1) * spokes + spoke) as u32).collect();
        let rings = match roll {
            Some(roll) => rolled(&Edge::new(&mesh, &edge, first), roll)?,
            None => half_round(&Edge::new(&mesh, &edge, first).upright()),
        };
        close(&mut mesh, &edge, first, &rings);
        return Ok(mesh);
    };
    for (index, edge) in cut.loops.iter().enumerate() {
        let shape = Edge::new(&mesh, edge, first);
        let rings = match roll {
            Some(roll) if index == 0 => rolled(&shape, roll)?,
            _ => half_round(&shape),
        };
        close(&mut mesh, edge, first, &rings);
    }
    Ok(mesh)
}

/// An edge of the wall, vertex by vertex.
struct Edge {
    outer: Vec<Vec3>,
    inner: Vec<Vec3>,
    /// Away from the wall, square to the edge and to the wall's thickness.
    away: Vec<Vec3>,
    /// How far the half round may reach.
    reach: Vec<f64>,
    /// Radius of the bend that closes around the rim; none where the edge is straight or bends away.
    bend: Vec<Option<f64>>,
}

impl Edge {
    fn new(mesh: &Mesh, edge: &[u32], first: u32) -> Self {
        let outer: Vec<Vec3> = edge.iter().map(|vertex| mesh.vertices[*vertex as usize]).collect();
        let inner: Vec<Vec3> = edge.iter().map(|vertex| mesh.vertices[(first + vertex) as usize]).collect();
        let count = edge.len();
        let middle = |at: usize| (outer[at % count] + inner[at % count]) / 2.0;
        let along = |at: usize| (middle(at + 1) - middle(at + count - 1)).normalize_or(Vec3::X);
        let away: Vec<Vec3> =
            (0..count).map(|at| (outer[at] - inner[at]).cross(along(at)).normalize_or(Vec3::Z)).collect();
        // Over some vertices: the polygon's own corners are no bends.
        const SPAN: usize = 3;
        let bend: Vec<Option<f64>> = (0..count)
            .map(|at| {
                let [before, here, after] = [middle(at + count - SPAN % count), middle(at), middle(at + SPAN)];
                let (back, ahead) = (here - before, after - here);
                let turn = ahead.normalize_or_zero() - back.normalize_or_zero();
                let curvature = turn.dot(away[at]) / ((back.length() + ahead.length()) / 2.0).max(1e-9);
                (curvature > 1e-4).then(|| 1.0 / curvature)
            })
            .collect();
        let least = |at: usize| {
            (0..=2 * SPAN).filter_map(|near| bend[(at + near + count - SPAN % count) % count]).reduce(f64::min)
        };
        let reach = (0..count)
            .map(|at| {
                let half = (outer[at] - inner[at]).length() / 2.0;
                least(at).map_or(half, |bend| half.min(BEND * bend))
            })
            .collect();
        Self { outer, inner, away, reach, bend }
    }

    /// A rim that stands straight up, as on a line of one height at every angle.
    fn upright(mut self) -> Self {
        self.away.iter_mut().for_each(|away| *away = Vec3::Z);
        self.reach = self.outer.iter().zip(&self.inner).map(|(a, b)| (*a - *b).length() / 2.0).collect();
        self
    }
}

/// The rows of the half round, from the outer edge to the inner.
fn half_round(edge: &Edge) -> Vec<Vec<Vec3>> {
    (1..=RIM_ROWS)
        .map(|step| {
            let (sine, cosine) = (PI * step as f64 / (RIM_ROWS + 1) as f64).sin_cos();
            let at = |index: usize| {
                let (a, b) = (edge.outer[index], edge.inner[index]);
                (a + b) / 2.0 + (a - b) / 2.0 * cosine + edge.away[index] * (edge.reach[index] * sine)
            };
            (0..edge.outer.len()).map(at).collect()
        })
        .collect()
}

/// The rows of a rolled edge: outwards with the radius, a half round at its end, and back along the inside.
fn rolled(edge: &Edge, radius_mm: &dyn Fn(Vec3) -> f64) -> Result<Vec<Vec<Vec3>>, TightBend> {
    let radii: Vec<f64> = edge.outer.iter().map(|point| radius_mm(*point)).collect();
    for (index, bend) in edge.bend.iter().enumerate() {
        let needs_mm = 1.1 * (radii[index] + (edge.outer[index] - edge.inner[index]).length());
        if let Some(bend_mm) = bend.filter(|bend| *bend < needs_mm) {
            return Err(TightBend { at: edge.outer[index], bend_mm, needs_mm });
        }
    }
    let count = edge.outer.len();
    // A point of the roll: its angle, and its depth in the wall from outside, 0 to 1.
    let place = |index: usize, angle: f64, depth: f64, beyond: f64| {
        let wall = edge.outer[index] - edge.inner[index];
        let (thick, out) = (wall.length(), wall.normalize_or_zero());
        let (sine, cosine) = angle.sin_cos();
        let centre = edge.outer[index] + out * radii[index];
        let arm = edge.away[index] * sine - out * cosine;
        let ahead = edge.away[index] * cosine + out * sine;
        centre + arm * (radii[index] + thick * depth) + ahead * (beyond * thick / 2.0)
    };
    let angle = |step: usize| ROLL * step as f64 / ROLL_ROWS as f64;
    let ring = |angle: f64, depth: f64, beyond: f64| (0..count).map(|at| place(at, angle, depth, beyond)).collect();
    let mut rings: Vec<Vec<Vec3>> = (1..=ROLL_ROWS).map(|step| ring(angle(step), 0.0, 0.0)).collect();
    rings.extend((1..=RIM_ROWS).map(|step| {
        let (sine, cosine) = (PI * step as f64 / (RIM_ROWS + 1) as f64).sin_cos();
        ring(ROLL, (1.0 - cosine) / 2.0, sine)
    }));
    rings.extend((1..=ROLL_ROWS).rev().map(|step| ring(angle(step), 1.0, 0.0)));
    Ok(rings)
}

/// Closes the wall over an edge with rows of points from the outer edge to the inner.
fn close(mesh: &mut Mesh, edge: &[u32], first: u32, rings: &[Vec<Vec3>]) {
    let mut below = edge.to_vec();
    let ends: Vec<u32> = edge.iter().map(|vertex| first + vertex).collect();
    for row in 0..=rings.len() {
        let above = match rings.get(row) {
            Some(ring) => {
                let from = mesh.vertices.len() as u32;
                mesh.vertices.extend(ring);
                (from..mesh.vertices.len() as u32).collect()
            }
            None => ends.clone(),
        };
        for at in 0..edge.len() {
            let next = (at + 1) % edge.len();
            mesh.faces.push([below[at], below[next], above[next]]);
            mesh.faces.push([below[at], above[next], above[at]]);
        }
        below = above;
    }
}
