//! Shapes with known answers, built like a scan of a limb: the distal end below, open at the top at z = 0.
//!
//! They are what tests measure against, and what a user can try a command on before there is a scan.

use crate::mesh::{Mesh, Vec3};
use std::f64::consts::{FRAC_PI_2, TAU};

/// How finely a shape is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Rings from the distal tip to the opening, at least 1.
    pub rings: u32,
    /// Vertices on every ring, at least 3.
    pub around: u32,
}

impl Detail {
    /// About 7,500 vertices: the density of a limb's scan.
    pub const SCAN: Self = Self { rings: 80, around: 94 };
}

/// A surface swept from a tip to an opening. `place` takes how far from tip to opening (0 to 1) and the angle about
/// the long axis (from +x towards +y), and gives the point, mm; at 0 it must not depend on the angle. Faces are
/// counter-clockwise seen from outside.
pub fn swept(detail: Detail, place: impl Fn(f64, f64) -> Vec3) -> Mesh {
    let (rings, around) = (detail.rings.max(1), detail.around.max(3));
    let mut mesh = Mesh { vertices: vec![place(0.0, 0.0)], faces: vec![] };
    for ring in 1..=rings {
        for step in 0..around {
            let angle = TAU * f64::from(step) / f64::from(around);
            mesh.vertices.push(place(f64::from(ring) / f64::from(rings), angle));
        }
    }
    let at = |ring: u32, step: u32| 1 + (ring - 1) * around + step % around;
    for step in 0..around {
        mesh.faces.push([0, at(1, step + 1), at(1, step)]);
        for ring in 1..rings {
            let (a, b) = (at(ring, step), at(ring, step + 1));
            let (c, d) = (at(ring + 1, step + 1), at(ring + 1, step));
            mesh.faces.extend([[a, b, c], [a, c, d]]);
        }
    }
    mesh
}

/// A cylinder with a hemisphere below, `length` from tip to opening, mm.
pub fn domed_cylinder(radius: f64, length: f64, detail: Detail) -> Mesh {
    let wall = (length - radius).max(0.0);
    let arc = radius * FRAC_PI_2;
    swept(detail, |along, angle| {
        let walked = along * (arc + wall);
        let (out, height) = if walked < arc {
            let tilt = walked / radius;
            (radius * tilt.sin(), -wall - radius * tilt.cos())
        } else {
            (radius, walked - arc - wall)
        };
        Vec3::new(out * angle.cos(), out * angle.sin(), height)
    })
}

/// A cone with its point below, mm.
pub fn cone(radius: f64, length: f64, detail: Detail) -> Mesh {
    swept(detail, |along, angle| {
        Vec3::new(radius * along * angle.cos(), radius * along * angle.sin(), length * (along - 1.0))
    })
}

/// The lower half of an ellipsoid with the given half axes, mm.
pub fn ellipsoid_cap(half_axes: Vec3, detail: Detail) -> Mesh {
    swept(detail, |along, angle| {
        let tilt = along * FRAC_PI_2;
        half_axes * Vec3::new(tilt.sin() * angle.cos(), tilt.sin() * angle.sin(), -tilt.cos())
    })
}

/// A domed tube bent towards +x by `bend` (radians from opening to tip) about a circle, `length` along its axis, mm.
pub fn bent_tube(radius: f64, length: f64, bend: f64, detail: Detail) -> Mesh {
    let straight = domed_cylinder(radius, length, detail);
    if bend.abs() < 1e-9 {
        return straight;
    }
    let circle = length / bend;
    straight.mapped(|point| {
        let (sin, cos) = (point.z / circle).sin_cos();
        Vec3::new(circle - (circle - point.x) * cos, point.y, (circle - point.x) * sin)
    })
}

/// A transtibial limb in outline: elliptic, tapered, with a tibial crest in front, a fuller calf behind and to one
/// side, so that no turn and no mirror leaves it as it was. `length` from tip to opening and the mean radius at the
/// opening, mm.
pub fn limb(radius: f64, length: f64, detail: Detail) -> Mesh {
    swept(detail, |along, angle| {
        // Rings crowd towards the tip, where the surface turns.
        let height = length * (along.powf(1.2) - 1.0);
        let up = 1.0 + height / length;
        let dome = (1.0 - (1.0 - (up / 0.25).min(1.0)).powi(2)).sqrt();
        let crest = (-(angle_from(angle, 0.2) / 0.35).powi(2)).exp() * 0.08;
        let calf = (-(angle_from(angle, 2.4) / 0.9).powi(2)).exp() * 0.16 * (-((up - 0.65) / 0.25).powi(2)).exp();
        let head = (-(angle_from(angle, -1.3) / 0.4).powi(2)).exp() * 0.10 * (-((up - 0.85) / 0.08).powi(2)).exp();
        let out = radius * dome * (0.8 + 0.2 * up) * (1.0 + crest + calf + head);
        Vec3::new(1.05 * out * angle.cos() - 0.04 * length * (1.0 - up).powi(2), 0.95 * out * angle.sin(), height)
    })
}

/// The same shape with every vertex moved by up to `amplitude` mm along each axis; the same numbers for the same
/// `seed`.
pub fn noisy(mesh: &Mesh, amplitude: f64, seed: u64) -> Mesh {
    let mut state = seed;
    // SplitMix64 (Steele, Lea & Flood 2014): a line long, and the same on every machine.
    let mut draw = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1u64 << 52) as f64 - 1.0
    };
    let vertices = mesh.vertices.iter().map(|point| *point + Vec3::new(draw(), draw(), draw()) * amplitude).collect();
    Mesh { vertices, faces: mesh.faces.clone() }
}

/// Difference of two angles, from −π to π.
fn angle_from(angle: f64, centre: f64) -> f64 {
    (angle - centre + TAU / 2.0).rem_euclid(TAU) - TAU / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    #[test]
    fn every_shape_is_open_at_the_top_only_and_faces_out() {
        let detail = Detail { rings: 20, around: 24 };
        for mesh in [
            domed_cylinder(50.0, 150.0, detail),
            cone(50.0, 150.0, detail),
            ellipsoid_cap(Vec3::new(50.0, 40.0, 60.0), detail),
            bent_tube(50.0, 150.0, 0.5, detail),
            limb(50.0, 150.0, detail),
        ] {
            let loops = mesh.boundary_loops();
            assert_eq!(loops.len(), 1);
            assert!(loops[0].iter().all(|vertex| mesh.vertices[*vertex as usize].z.abs() < 1e-9));
            // An outward surface closed at the top has its area vector downwards.
            assert!(mesh.vector_area().z < -1_000.0, "{}", mesh.vector_area());
        }
    }

    #[test]
    fn the_domed_cylinder_has_the_area_of_the_formula() {
        let mesh = domed_cylinder(50.0, 150.0, Detail { rings: 200, around: 200 });
        let formula = 2.0 * PI * 50.0 * 100.0 + 2.0 * PI * 50.0 * 50.0;
        assert!((mesh.area() / formula - 1.0).abs() < 2e-4, "{} {formula}", mesh.area());
    }

    #[test]
    fn noise_stays_within_its_amplitude_and_repeats() {
        let mesh = cone(50.0, 150.0, Detail { rings: 4, around: 6 });
        let (one, again, other) = (noisy(&mesh, 0.2, 1), noisy(&mesh, 0.2, 1), noisy(&mesh, 0.2, 2));
        assert_eq!(one, again);
        assert_ne!(one, other);
        let moved = one.vertices.iter().zip(&mesh.vertices).map(|(a, b)| (*a - *b).abs().max_element());
        assert!(moved.fold(0.0, f64::max) <= 0.2);
    }
}
