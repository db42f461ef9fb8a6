//! A dome over a hole: the surface around the hole goes on as it is curved, which is our invention all the same.
//!
//! A quadric is fitted to the surface around the hole, as a height over the hole's own plane, and filled in rings that
//! shrink towards its centre. What the quadric misses at the rim is taken from the rim, so that the dome meets it.

use super::edges::Edges;
use super::fill;
use crate::mesh::{Mesh, Vec3};
use nalgebra::{SMatrix, SVector};

/// How far around a hole the surface is looked at, in radii of the hole (our choice).
const AROUND: f64 = 1.8;

/// Rings of a dome: at most these.
const RINGS: usize = 40;

/// Longest rim that is domed: every ring has as many vertices.
const LONGEST_RIM: usize = 2_000;

/// Corners of the rim sharper than this are teeth of the scan, closed before, as a cosine: 100°.
const TOOTH: f64 = -0.173_6;

/// What was put over a hole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dome {
    /// How far it rises over the hole's plane, mm.
    pub height: f64,
    /// What lies between it and a flat surface across the hole, mm³.
    pub volume: f64,
}

/// Closes a boundary loop by a dome; none, and nothing done, where the surface around it does not tell how it goes on.
pub(super) fn dome(mesh: &mut Mesh, boundary: &[u32], edges: &Edges) -> Option<Dome> {
    if boundary.len() > LONGEST_RIM {
        return None;
    }
    let rim: Vec<u32> = boundary.iter().rev().copied().collect();
    let points: Vec<Vec3> = rim.iter().map(|vertex| mesh.vertices[*vertex as usize]).collect();
    let centre = fill::centre(&points);
    let normal = fill::area(&points).try_normalize()?;
    let radius = (fill::area(&points).length() / std::f64::consts::PI).sqrt();
    let frame = Frame { centre, u: normal.any_orthonormal_vector(), normal, radius };
    let step = fill::perimeter(&points) / points.len() as f64;
    let reach = (AROUND * radius).max(radius + 3.0 * step);
    let around = mesh.vertices.iter().filter(|vertex| (**vertex - centre).length() < reach);
    let around: Vec<Vec3> = around.map(|vertex| frame.place(*vertex)).collect();
    let quadric = Quadric::fitted(&around)?;
    let (rim, teeth) = without_teeth(&rim, mesh, &frame, edges);
    let rim_at: Vec<Vec3> = rim.iter().map(|vertex| frame.place(mesh.vertices[*vertex as usize])).collect();
    let missed: Vec<f64> =
        rim_at.iter().map(|at| quadric.height(at.x, at.y).map(|height| at.z - height)).collect::<Option<_>>()?;
    let height = |x: f64, y: f64| {
        let weighed = rim_at.iter().zip(&missed).fold((0.0, 0.0), |(sum, weights), (at, missed)| {
            let weight = 1.0 / ((at.x - x).powi(2) + (at.y - y).powi(2) + 1e-9);
            (sum + weight * missed, weights + weight)
        });
        quadric.height(x, y).map(|height| height + weighed.0 / weighed.1)
    };
    let rings = ((radius / step).ceil() as usize).clamp(2, RINGS);
    let mut added: Vec<Vec3> = vec![];
    for ring in 1..rings {
        let share = 1.0 - ring as f64 / rings as f64;
        for at in &rim_at {
            let (x, y) = (at.x * share, at.y * share);
            added.push(Vec3::new(x, y, height(x, y)?));
        }
    }
    added.push(Vec3::new(0.0, 0.0, height(0.0, 0.0)?));
    // A dome higher than a hemisphere, or one that dents the end, is no end of a limb.
    if added.iter().any(|at| !(-0.3..=1.0).contains(&at.z)) {
        return None;
    }
    let rise = added.iter().map(|at| at.z).fold(0.0, f64::max) * radius;
    let first = mesh.vertices.len() as u32;
    mesh.vertices.extend(added.iter().map(|at| frame.back(*at)));
    let before = mesh.faces.len();
    mesh.faces.extend(teeth);
    let count = rim.len() as u32;
    let hub = mesh.vertices.len() as u32 - 1;
    let at = |ring: usize, step: u32| {
        let step = step % count;
        if ring == 0 { rim[step as usize] } else { first + (ring as u32 - 1) * count + step }
    };
    for step in 0..count {
        for ring in 0..rings - 1 {
            let (a, b, c, d) = (at(ring, step), at(ring, step + 1), at(ring + 1, step + 1), at(ring + 1, step));
            mesh.faces.extend([[a, b, c], [a, c, d]]);
        }
        mesh.faces.push([at(rings - 1, step), at(rings - 1, step + 1), hub]);
    }
    let over = |corner: u32| mesh.vertices[corner as usize] - centre;
    let volume = mesh.faces[before..].iter().map(|[a, b, c]| over(*a).dot(over(*b).cross(over(*c))) / 6.0).sum::<f64>();
    Some(Dome { height: rise, volume })
}

/// The hole's own axes: its plane and, along its normal, outward; lengths in its radius.
struct Frame {
    centre: Vec3,
    u: Vec3,
    normal: Vec3,
    radius: f64,
}

impl Frame {
    fn place(&self, point: Vec3) -> Vec3 {
        let from = (point - self.centre) / self.radius;
        Vec3::new(from.dot(self.u), from.dot(self.normal.cross(self.u)), from.dot(self.normal))
    }

    fn back(&self, at: Vec3) -> Vec3 {
        self.centre + (self.u * at.x + self.normal.cross(self.u) * at.y + self.normal * at.z) * self.radius
    }
}

/// z = a + b x + c y + d x² + e x y + f y² + g z² + h x z + i y z: flat, sphere and ellipsoid alike.
struct Quadric([f64; 9]);

impl Quadric {
    /// By least squares. A little of every square of a coefficient is added, so that what the points do not tell is nothing.
    fn fitted(points: &[Vec3]) -> Option<Self> {
        const RIDGE: f64 = 1e-6;
        if points.len() < 18 {
            return None;
        }
        let mut matrix = SMatrix::<f64, 9, 9>::identity() * (RIDGE * points.len() as f64);
        let mut right = SVector::<f64, 9>::zeros();
        for at in points {
            let (x, y, z) = (at.x, at.y, at.z);
            let row = SVector::<f64, 9>::from([1.0, x, y, x * x, x * y, y * y, z * z, x * z, y * z]);
            matrix += row * row.transpose();
            right += row * z;
        }
        Some(Self(matrix.cholesky()?.solve(&right).into()))
    }

    /// The height over a place, on the sheet that goes through the hole's plane.
    fn height(&self, x: f64, y: f64) -> Option<f64> {
        let [a, b, c, d, e, f, g, h, i] = self.0;
        let flat = a + b * x + c * y + d * x * x + e * x * y + f * y * y;
        let slope = 1.0 - h * x - i * y;
        let square = slope * slope - 4.0 * g * flat;
        if square < 0.0 || slope <= 0.0 {
            return None;
        }
        Some(2.0 * flat / (slope + square.sqrt())).filter(|height| height.is_finite())
    }
}

/// The rim without its teeth, and the faces that close them: a scan is torn along its triangles.
fn without_teeth(rim: &[u32], mesh: &Mesh, frame: &Frame, edges: &Edges) -> (Vec<u32>, Vec<[u32; 3]>) {
    let mut rim = rim.to_vec();
    let mut faces: Vec<[u32; 3]> = vec![];
    let flat = |vertex: u32| {
        let at = frame.place(mesh.vertices[vertex as usize]);
        [at.x, at.y]
    };
    let mut at = 0;
    let mut kept = 0;
    while rim.len() > 8 && kept < rim.len() {
        at %= rim.len();
        let count = rim.len();
        let [before, here, after] = [rim[(at + count - 1) % count], rim[at], rim[(at + 1) % count]];
        let [p, q, r] = [before, here, after].map(flat);
        let (back, on) = ([p[0] - q[0], p[1] - q[1]], [r[0] - q[0], r[1] - q[1]]);
        let inward = (q[0] - p[0]) * (r[1] - q[1]) - (q[1] - p[1]) * (r[0] - q[0]) > 0.0;
        let cosine = (back[0] * on[0] + back[1] * on[1]) / (back[0].hypot(back[1]) * on[0].hypot(on[1]));
        let taken = faces.iter().any(|face| face.contains(&before) && face.contains(&after));
        if inward && cosine > TOOTH && !taken && !edges.joined(before, after) {
            faces.push([before, here, after]);
            rim.remove(at);
            at = (at + rim.len() - 1) % rim.len();
            kept = 0;
        } else {
            at += 1;
            kept += 1;
        }
    }
    (rim, faces)
}
