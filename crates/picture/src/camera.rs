//! An orthographic camera: which point of space lies at which point of a picture.

use geometry::Vec3;

/// What a picture shows, in the camera's own directions, mm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Left and right edge.
    pub across: [f64; 2],
    /// Lower and upper edge.
    pub along: [f64; 2],
}

impl Frame {
    /// Width, mm.
    pub fn width(&self) -> f64 {
        self.across[1] - self.across[0]
    }

    /// Height, mm.
    pub fn height(&self) -> f64 {
        self.along[1] - self.along[0]
    }
}

/// A view without perspective: lengths across and along it are true everywhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// To the right in the picture.
    pub right: Vec3,
    /// Upwards in the picture.
    pub up: Vec3,
    /// From what is seen to who sees it.
    pub towards: Vec3,
    /// What is shown.
    pub frame: Frame,
    /// Pixels a millimetre.
    pub scale: f64,
}

/// No picture is wider or higher, pixels.
const LARGEST: usize = 4_000;

impl Camera {
    /// A camera that looks from `towards`, with `up` upwards. Directions along each other give some view, not none.
    pub fn new(towards: Vec3, up: Vec3, frame: Frame, scale: f64) -> Self {
        let towards = towards.try_normalize().unwrap_or(Vec3::X);
        let right = up.cross(towards).try_normalize().unwrap_or_else(|| towards.any_orthonormal_vector());
        Self { right, up: towards.cross(right), towards, frame, scale }
    }

    /// The point of the picture where a point of space lies: right and up from the lower left corner, mm.
    pub fn place(&self, point: Vec3) -> [f64; 2] {
        [point.dot(self.right) - self.frame.across[0], point.dot(self.up) - self.frame.along[0]]
    }

    /// Width and height, pixels.
    pub fn size(&self) -> [usize; 2] {
        [self.frame.width(), self.frame.height()].map(|mm| ((mm * self.scale).round() as usize).clamp(1, LARGEST))
    }
}
