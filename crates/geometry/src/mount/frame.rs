//! Where the mounting face is, and how it stands to the limb.

use crate::limb::Limb;
use crate::mesh::Vec3;
use domain::technique::Align;

/// A face: a point, the bench line through it, and its own front.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The face's middle.
    pub centre: Vec3,
    /// The bench line, from the face towards the limb: a unit vector.
    pub up: Vec3,
    /// The face's front, square to the bench line.
    pub forward: Vec3,
    /// `up` × `forward`.
    pub side: Vec3,
    /// What the face was turned about: the socket's inside at its distal end.
    pub pivot: Vec3,
}

impl Frame {
    /// The face of a mount `below_mm` from the socket's inside `end`, aligned.
    pub fn new(limb: &Limb, end: Vec3, below_mm: f64, align: Option<&Align>) -> Self {
        let none = Align {
            flexion_deg: 0.0,
            adduction_deg: 0.0,
            anterior_mm: 0.0,
            lateral_mm: 0.0,
            rotation_deg: 0.0,
            line_depth_mm: 0.0,
        };
        let align = align.unwrap_or(&none);
        let lateral = Vec3::Y * limb.angle(90.0).sin();
        // Flexed and adducted, the brim stands in front of the bench line and lateral of it: seen from the limb, the
        // bench line leans backward and towards medial.
        let (forward, aside) = (align.flexion_deg.to_radians().tan(), align.adduction_deg.to_radians().tan());
        let up = (Vec3::Z - Vec3::X * forward - lateral * aside).normalize();
        let (front, side) = across(up);
        let turn = limb.angle(align.rotation_deg);
        let towards = if lateral.dot(side) > 0.0 { side } else { -side };
        Self {
            centre: end - up * below_mm + front * align.anterior_mm + towards * align.lateral_mm,
            up,
            forward: front * turn.cos() + side * turn.sin(),
            side: side * turn.cos() - front * turn.sin(),
            pivot: end,
        }
    }

    /// Straight down from the socket's end, where there is no mount.
    pub fn plain(end: Vec3, outside: Vec3) -> Self {
        Self { centre: outside, up: Vec3::Z, forward: Vec3::X, side: Vec3::Y, pivot: end }
    }

    /// A face square to a direction that leads into the socket.
    pub fn towards(centre: Vec3, up: Vec3) -> Self {
        let (forward, side) = up.any_orthonormal_pair();
        // Counter-clockwise seen from where `up` leads to.
        let side = if up.dot(forward.cross(side)) > 0.0 { side } else { -side };
        Self { centre, up, forward, side, pivot: centre }
    }

    /// A point of the face, mm in front of its middle and beside it.
    pub fn place(&self, forward: f64, side: f64) -> Vec3 {
        self.centre + self.forward * forward + self.side * side
    }

    /// Distance of a point from the bench line, mm.
    pub fn from_axis(&self, point: Vec3) -> f64 {
        let from = point - self.centre;
        (from - self.up * from.dot(self.up)).length()
    }

    /// Where the bench line passes at a height, mm.
    pub fn at_height(&self, z: f64) -> Vec3 {
        self.centre + self.up * ((z - self.centre.z) / self.up.z)
    }
}

/// Anterior in the plane square to `up`, and the direction beside it.
fn across(up: Vec3) -> (Vec3, Vec3) {
    let side = up.cross(Vec3::X).normalize();
    (side.cross(up), side)
}
