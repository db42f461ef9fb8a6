//! Nearest point and ray on a mesh: a bounding-volume hierarchy of parry behind names of ours.

use crate::mesh::{Mesh, Vec3};
use parry3d_f64::query::{PointQueryWithLocation, Ray, RayCast};
use parry3d_f64::shape::TriMesh;

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
        let ray = Ray::new(origin, direction);
        let hit = self.triangles.cast_local_ray_and_get_normal(&ray, f64::MAX, false)?;
        let face = match hit.feature {
            parry3d_f64::shape::FeatureId::Face(face) => face as usize % self.triangles.num_triangles(),
            _ => 0,
        };
        Some(Hit { point: ray.point_at(hit.time_of_impact), distance: hit.time_of_impact, face })
    }
}
