//! What a person keeps of a scan before clean-up, in the scan's own axes: a box, one side of a plane.

use crate::mesh::{Mesh, Vec3};

/// What is kept; everything where nothing was said.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Keep {
    /// Least and greatest of x, y and z in turn, mm.
    pub bounds: Option<[f64; 6]>,
    /// A point and a normal, mm: the side that the normal points to is kept.
    pub plane: Option<[f64; 6]>,
}

impl Keep {
    fn holds(&self, at: Vec3) -> bool {
        let boxed = self.bounds.is_none_or(|[x0, x1, y0, y1, z0, z1]| {
            (x0..=x1).contains(&at.x) && (y0..=y1).contains(&at.y) && (z0..=z1).contains(&at.z)
        });
        boxed
            && self
                .plane
                .is_none_or(|[x, y, z, nx, ny, nz]| (at - Vec3::new(x, y, z)).dot(Vec3::new(nx, ny, nz)) >= 0.0)
    }

    /// Leaves out every face that reaches beyond, and tells how many those were.
    pub fn apply(&self, mesh: &mut Mesh) -> usize {
        if *self == Self::default() {
            return 0;
        }
        let kept: Vec<bool> = mesh.vertices.iter().map(|vertex| self.holds(*vertex)).collect();
        let before = mesh.faces.len();
        mesh.faces.retain(|face| face.iter().all(|vertex| kept.get(*vertex as usize).copied().unwrap_or(false)));
        before - mesh.faces.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shapes::{Detail, domed_cylinder};

    #[test]
    fn a_box_and_a_plane_leave_out_what_lies_beyond() {
        let mesh = domed_cylinder(50.0, 200.0, Detail { rings: 40, around: 24 });
        let far = 1e4;
        let boxed = Keep { bounds: Some([-far, far, -far, far, -far, -80.0]), plane: None };
        let cut = Keep { bounds: None, plane: Some([0.0, 0.0, -80.0, 0.0, 0.0, -1.0]) };
        for keep in [boxed, cut] {
            let mut kept = mesh.clone();
            assert!(keep.apply(&mut kept) > 0);
            assert!(kept.faces.iter().flatten().all(|at| kept.vertices[*at as usize].z <= -80.0));
        }
        let mut whole = mesh.clone();
        assert_eq!((Keep::default().apply(&mut whole), whole), (0, mesh));
    }
}
