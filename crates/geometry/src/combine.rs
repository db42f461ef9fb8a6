//! Solids joined and cut: the one place that knows which library does it (a port of Manifold), so that another could.

use crate::check::crossing;
use crate::mesh::{Mesh, Vec3};
use manifold_rust::manifold::Manifold;
use manifold_rust::types::{Error, MeshGLP};

/// Slivers thinner than this are closed in joining and cutting, mm: fifty times the rounding of single precision at
/// 300 mm, a hundredth of what a printer resolves.
const SLIVER_MM: f64 = 1e-3;

/// A solid that could not be joined or cut.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CombineError {
    /// One of the given meshes bounds no solid.
    #[error("{what} bounds no solid ({why}); it must be closed, with every edge between two faces")]
    NoSolid {
        /// Which of them.
        what: String,
        /// The library's word for it.
        why: String,
    },
    /// Faces of the result pass through each other.
    #[error(
        "the solid passes through itself at {at} mm in the scan's axes; move the part that meets it there a little"
    )]
    Crosses {
        /// Where, mm.
        at: Vec3,
    },
}

/// `body` with `added` joined to it and then `removed` cut from it.
///
/// # Errors
/// A mesh that bounds no solid.
pub fn combine(body: &Mesh, added: &[Mesh], removed: &[Mesh]) -> Result<Mesh, CombineError> {
    combine_at(SLIVER_MM, body, added, removed)
}

/// How far joined and cut parts are moved where slivers are left, mm: each by its own way, ten times that at most.
const NUDGE_MM: f64 = 2e-3;

/// The same in the single precision of a file, so that a file of any format holds the very solid that was judged: what
/// crosses nowhere in one precision may cross in the other. Where slivers are left that cross when they are rounded,
/// wider ones are closed, up to a fiftieth of a millimetre; then the parts are moved by up to that much, so that they
/// meet the body elsewhere.
///
/// # Errors
/// A mesh that bounds no solid, or none of the tries without a crossing.
pub fn combine_for_file(body: &Mesh, added: &[Mesh], removed: &[Mesh]) -> Result<Mesh, CombineError> {
    const TRIES: [(f64, f64); 9] =
        [(1.0, 0.0), (4.0, 0.0), (20.0, 0.0), (1.0, 1.0), (1.0, 2.0), (4.0, 3.0), (1.0, 5.0), (4.0, 7.0), (1.0, 10.0)];
    let mut at = Vec3::ZERO;
    for (index, (slivers, nudges)) in TRIES.into_iter().enumerate() {
        let moved = |parts: &[Mesh], first: usize| -> Vec<Mesh> {
            let part = |(index, part): (usize, &Mesh)| {
                let by = nudge(first + index) * (NUDGE_MM * nudges);
                part.mapped(|point| point + by)
            };
            parts.iter().enumerate().map(part).collect()
        };
        let solid = rounded(&combine_at(slivers * SLIVER_MM, body, &moved(added, 0), &moved(removed, added.len()))?);
        match crossing(&solid) {
            None => return Ok(solid),
            Some(found) => at = found,
        }
        // No way of joining mends a body that passes through itself.
        if index == 0
            && let Some(at) = crossing(&rounded(body))
        {
            return Err(CombineError::Crosses { at });
        }
    }
    Err(CombineError::Crosses { at })
}

/// A direction of its own for each part: steps of the golden angle around, and of its square root of two along.
fn nudge(part: usize) -> Vec3 {
    let along = (2.0 * (part as f64 + 0.5) * std::f64::consts::SQRT_2).fract() * 2.0 - 1.0;
    let (sine, cosine) = (2.399_963_229_728_653 * (part as f64 + 0.5)).sin_cos();
    let across = (1.0 - along * along).sqrt();
    Vec3::new(across * cosine, across * sine, along)
}

/// The mesh in the single precision of a file.
pub(crate) fn rounded(mesh: &Mesh) -> Mesh {
    let single = |value: f64| f64::from(value as f32);
    mesh.mapped(|point| Vec3::new(single(point.x), single(point.y), single(point.z)))
}

fn combine_at(sliver_mm: f64, body: &Mesh, added: &[Mesh], removed: &[Mesh]) -> Result<Mesh, CombineError> {
    let to_manifold = |mesh: &Mesh, what: &str| to_manifold(mesh, what, sliver_mm);
    let mut solid = to_manifold(body, "the socket's shell")?;
    for (index, part) in added.iter().enumerate() {
        solid = solid.union(&to_manifold(part, &format!("joined part {}", index + 1))?);
    }
    let mut tools: Option<Manifold> = None;
    for (index, part) in removed.iter().enumerate() {
        let tool = to_manifold(part, &format!("cut part {}", index + 1))?;
        tools = Some(match tools {
            Some(before) => before.union(&tool),
            None => tool,
        });
    }
    if let Some(tools) = tools {
        solid = solid.difference(&tools);
    }
    status(&solid, "the result")?;
    let result = solid.get_mesh_glp::<f64, u32>(-1);
    let width = result.num_prop as usize;
    Ok(Mesh {
        vertices: result.vert_properties.chunks_exact(width).map(|at| Vec3::new(at[0], at[1], at[2])).collect(),
        faces: result.tri_verts.as_chunks().0.to_vec(),
    })
}

fn to_manifold(mesh: &Mesh, what: &str, sliver_mm: f64) -> Result<Manifold, CombineError> {
    let solid = Manifold::from_mesh_glp(&MeshGLP::<f64, u32> {
        num_prop: 3,
        vert_properties: mesh.vertices.iter().flat_map(|vertex| [vertex.x, vertex.y, vertex.z]).collect(),
        tri_verts: mesh.faces.iter().flatten().copied().collect(),
        tolerance: sliver_mm,
        ..Default::default()
    });
    status(&solid, what)?;
    Ok(solid)
}

fn status(solid: &Manifold, what: &str) -> Result<(), CombineError> {
    match solid.status() {
        Error::NoError if solid.num_tri() > 0 => Ok(()),
        why => Err(CombineError::NoSolid { what: what.into(), why: format!("{why:?}") }),
    }
}

/// The solid between rings of equally many points, the first and the last closed by a fan around their centres; rings
/// counter-clockwise seen from where they lead to.
pub fn loft(rings: &[Vec<Vec3>]) -> Mesh {
    let mut mesh = Mesh::default();
    let Some((first, last)) = rings.first().zip(rings.last()) else { return mesh };
    let points = first.len() as u32;
    rings.iter().for_each(|ring| mesh.vertices.extend(ring));
    for ring in 0..rings.len() as u32 - 1 {
        for at in 0..points {
            let next = (at + 1) % points;
            let [a, b] = [ring * points + at, ring * points + next];
            mesh.faces.push([a, b, b + points]);
            mesh.faces.push([a, b + points, a + points]);
        }
    }
    let mut cap = |ring: &[Vec3], from: u32, upwards: bool| {
        let centre = mesh.vertices.len() as u32;
        mesh.vertices.push(ring.iter().sum::<Vec3>() / f64::from(points));
        for at in 0..points {
            let [a, b] = [from + at, from + (at + 1) % points];
            mesh.faces.push(if upwards { [a, b, centre] } else { [b, a, centre] });
        }
    };
    cap(first, 0, false);
    cap(last, (rings.len() as u32 - 1) * points, true);
    mesh
}

/// The angle of a round part's corner. Not a round number: a corner that lies in the plane of a chart's spoke would meet
/// the spoke's edges within rounding, and leave slivers without area in a file of single precision.
pub fn corner(side: usize, sides: usize) -> f64 {
    std::f64::consts::TAU * (side as f64 + 0.3) / sides as f64
}

/// A rod of circular section between two points.
pub fn rod(from: Vec3, to: Vec3, radius_mm: f64, sides: usize) -> Mesh {
    let along = (to - from).normalize_or(Vec3::Z);
    let u = along.any_orthonormal_vector();
    let v = along.cross(u);
    let ring = |at: Vec3| -> Vec<Vec3> {
        (0..sides)
            .map(|side| {
                let (sine, cosine) = corner(side, sides).sin_cos();
                at + (u * cosine + v * sine) * radius_mm
            })
            .collect()
    };
    loft(&[ring(from), ring(to)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::judge;

    #[test]
    fn a_rod_is_a_solid_of_its_volume() {
        let rod = rod(Vec3::new(1.0, 2.0, 3.0), Vec3::new(4.0, 6.0, 3.0), 2.0, 360);
        let verdict = judge(&rod);
        assert!(verdict.is_solid(), "{verdict:?}");
        assert!((verdict.volume_ml * 1e3 / (std::f64::consts::PI * 4.0 * 5.0) - 1.0).abs() < 1e-3);
    }

    #[test]
    fn joining_and_cutting_leave_solids_with_the_volumes_of_sets() {
        let bar = |from: f64, to: f64, radius| rod(Vec3::X * from, Vec3::X * to, radius, 48);
        let area = bar(0.0, 1.0, 10.0).volume();
        let result = combine(&bar(0.0, 100.0, 10.0), &[bar(60.0, 150.0, 10.0)], &[bar(-10.0, 200.0, 5.0)]).unwrap();
        let verdict = judge(&result);
        assert!(verdict.is_solid() && verdict.genus == 1, "{verdict:?}");
        assert!((result.volume() / (150.0 * area * 0.75) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn what_bounds_no_solid_is_named() {
        let mut open = rod(Vec3::ZERO, Vec3::Z, 1.0, 12);
        open.faces.pop();
        let told = combine(&rod(Vec3::ZERO, Vec3::X, 1.0, 12), &[open], &[]).unwrap_err().to_string();
        assert!(told.contains("joined part 1"), "{told}");
    }
}
