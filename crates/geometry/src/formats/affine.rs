//! Where a file places a mesh: a linear map and a shift.

use crate::mesh::Vec3;

/// p ↦ x·p.x + y·p.y + z·p.z + shift.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Affine {
    pub(super) x: Vec3,
    pub(super) y: Vec3,
    pub(super) z: Vec3,
    pub(super) shift: Vec3,
}

impl Affine {
    pub(super) const NONE: Self = Self { x: Vec3::X, y: Vec3::Y, z: Vec3::Z, shift: Vec3::ZERO };

    /// Of twelve numbers: the images of the three axes, then the shift.
    pub(super) fn of(numbers: [f64; 12]) -> Self {
        let [a, b, c, d, e, f, g, h, i, j, k, l] = numbers;
        Self { x: Vec3::new(a, b, c), y: Vec3::new(d, e, f), z: Vec3::new(g, h, i), shift: Vec3::new(j, k, l) }
    }

    fn linear(&self, point: Vec3) -> Vec3 {
        self.x * point.x + self.y * point.y + self.z * point.z
    }

    pub(super) fn apply(&self, point: Vec3) -> Vec3 {
        self.linear(point) + self.shift
    }

    /// First `inner`, then this one.
    pub(super) fn after(&self, inner: &Self) -> Self {
        Self {
            x: self.linear(inner.x),
            y: self.linear(inner.y),
            z: self.linear(inner.z),
            shift: self.apply(inner.shift),
        }
    }

    /// Whether it turns faces inside out, so that their corners must change order.
    pub(super) fn mirrors(&self) -> bool {
        self.x.cross(self.y).dot(self.z) < 0.0
    }
}
