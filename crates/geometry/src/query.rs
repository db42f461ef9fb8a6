//! Nearest point and ray on a mesh: a bounding-volume hierarchy of parry behind names of ours.

use crate::mesh::{Mesh, Vec3};
use parry3d_f64::query::{PointQueryWithLocation, Ray, RayCast};
use parry3d_f64::shape::TriMesh;

/// How far beside an unlucky ray the next is tried, mm: below every tolerance, above rounding.
const BESIDE_MM: f64 = 1e-6;

/// A mesh that can be asked where it is.
pub struct Surface {
    triangles: TriMesh,
}

/// Where a query met the mesh.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The point on the mesh.
    pub point: Vec3,
    /// How far it is from where the query started, mm.
    pub distance: f64,
    /// The face it lies on.
    pub face: usize,
}

impl Surface {
    /// Sorts the faces of a mesh; none for a mesh without any.
    pub fn new(mesh: &Mesh) -> Option<Self> {
        TriMesh::new(mesh.vertices.clone(), mesh.faces.clone()).ok().map(|triangles| Self { triangles })
    }

    /// The point of the mesh nearest to `point`.
    pub fn nearest(&self, point: Vec3) -> Hit {
        let (projection, location) = self.triangles.project_local_point_and_get_location(point, false);
        Hit { point: projection.point, distance: (projection.point - point).length(), face: location.0 as usize }
    }

    /// The first point of the mesh on the ray, both sides of the faces counting; `direction` a unit vector.
    pub fn along(&self, origin: Vec3, direction: Vec3) -> Option<Hit> {
        // A ray exactly through an edge or a vertex can miss the faces on both sides: it is tried again beside it.
        let (u, v) = direction.any_orthonormal_pair();
        [Vec3::ZERO, u + 0.6 * v, -0.7 * u + v, -0.5 * u - v].into_iter().find_map(|beside| {
            let ray = Ray::new(origin + beside * BESIDE_MM, direction);
            let (face, hit) = self.cast(&ray)?;
            Some(Hit { point: ray.point_at(hit), distance: hit, face })
        })
    }

    fn cast(&self, ray: &Ray) -> Option<(usize, f64)> {
        self.triangles
            .bvh()
            .cast_ray(ray, f64::MAX, |face, best| self.triangles.triangle(face).cast_local_ray(ray, best, false))
            .map(|(face, distance)| (face as usize, distance))
    }
}
