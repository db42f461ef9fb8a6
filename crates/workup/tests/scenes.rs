//! What else lies in a scan: the sound leg, a table, a second shell, things within the limb; a bent knee and a foot.

use geometry::shapes::{self, Detail};
use geometry::{Mesh, Vec3};

const DETAIL: Detail = Detail { rings: 40, around: 48 };

/// Both in one file.
pub fn beside(mesh: &Mesh, other: &Mesh) -> Mesh {
    let mut all = mesh.clone();
    let first = all.vertices.len() as u32;
    all.vertices.extend(&other.vertices);
    all.faces.extend(other.faces.iter().map(|face| face.map(|vertex| vertex + first)));
    all
}

/// The sound leg beside the limb, cut above its ankle.
pub fn sound_leg() -> Mesh {
    shapes::limb(56.0, 380.0, DETAIL).mapped(|at| at + Vec3::X * 200.0)
}

/// A table below the limb, half a metre by half a metre.
pub fn table() -> Mesh {
    let (side, step) = (41_u32, 12.5);
    let at = |x: u32, y: u32| Vec3::new(f64::from(x) * step - 250.0, f64::from(y) * step - 250.0, -262.0);
    let vertices = (0..side).flat_map(|x| (0..side).map(move |y| at(x, y))).collect();
    let squares = (0..side - 1).flat_map(|x| (0..side - 1).map(move |y| x * side + y));
    let faces = squares.flat_map(|at| [[at, at + side, at + side + 1], [at, at + side + 1, at + 1]]).collect();
    Mesh { vertices, faces }
}

/// The same surface once more, so far inside, mm.
pub fn shell(mesh: &Mesh, inside: f64) -> Mesh {
    let vertices = mesh.vertices.iter().zip(mesh.normals()).map(|(at, normal)| *at - normal * inside).collect();
    Mesh { vertices, faces: mesh.faces.clone() }
}

/// A closed rod within the limb, and a piece of one without ends.
pub fn rod(open: bool) -> Mesh {
    let rod = shapes::domed_cylinder(12.0, 170.0, DETAIL);
    let mut rod = if open { rod } else { geometry::clean::closed(&rod) };
    let high = |vertex: &u32| (-140.0..-30.0).contains(&rod.vertices[*vertex as usize].z);
    if open {
        rod.faces = rod.faces.iter().filter(|face| face.iter().all(high)).copied().collect();
    }
    rod.mapped(|at| at - Vec3::Z * 30.0)
}

/// Something within the limb that is as wide as long.
pub fn ball() -> Mesh {
    geometry::clean::closed(&shapes::domed_cylinder(20.0, 41.0, DETAIL)).mapped(|at| at - Vec3::Z * 80.0)
}

/// A limb of this length that bends by an angle about y, so far below its top, mm.
pub fn bent(length: f64, knee: f64, degrees: f64) -> Mesh {
    shapes::limb(50.0, length, Detail { rings: 100, around: 48 }).mapped(|at| {
        let above = at.z + knee;
        // The turn is spread over 40 mm, so that the surface does not fold.
        let share = (above / 40.0 + 0.5).clamp(0.0, 1.0);
        let (sine, cosine) = (degrees.to_radians() * share).sin_cos();
        if share > 0.0 {
            Vec3::new(at.x * cosine - above * sine, at.y, at.x * sine + above * cosine - knee)
        } else {
            at
        }
    })
}
