//! A small software renderer: meshes in one orthographic view, to a bitmap that goes into a page as a `data:` URI.
//!
//! ```text
//! layers ─► raster (z-buffer at twice the size, half planes cut away and capped) ─► outlines ─► bitmap ─► PNG ─► data URI
//! ```
//! Text, scale bars and marks are not drawn here: a view lays them over the bitmap as SVG, where they stay crisp.
//! Plain arithmetic in a fixed order: the same meshes give the same bytes.

pub mod bitmap;
pub mod camera;
pub mod ramp;
mod raster;

pub use bitmap::Bitmap;
pub use camera::{Camera, Frame};
pub use ramp::Scale;

use geometry::{Mesh, Vec3};
use raster::Canvas;

/// A colour as sRGB bytes.
pub type Colour = [u8; 3];

/// What a surface looks like.
#[derive(Clone, Copy, Debug)]
pub enum Paint<'a> {
    /// One colour.
    Plain(Colour),
    /// A value a vertex, in the bands of a scale.
    Values {
        /// One a vertex.
        values: &'a [f64],
        /// One a vertex: where it is positive there is no value, and the surface is bare. Empty: there is one everywhere.
        bare: &'a [f64],
        /// The bands.
        scale: &'a Scale,
    },
    /// One colour that what lies behind shines through: 0 is nothing, 1 hides it.
    Veil(Colour, f32),
}

/// A half space that is taken away: where `normal · point > offset`. What the cut goes through is filled, so that a
/// solid looks solid. The normal is to point towards the viewer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    /// Towards what is taken away.
    pub normal: Vec3,
    /// Of the plane along the normal, mm.
    pub offset: f64,
    /// Colour of the cut face.
    pub fill: Colour,
}

/// One mesh of a picture. Where cut faces lie on each other the later layer is seen.
#[derive(Clone, Copy, Debug)]
pub struct Layer<'a> {
    /// The surface.
    pub mesh: &'a Mesh,
    /// How it looks.
    pub paint: Paint<'a>,
    /// What is taken away of it.
    pub cut: Option<Cut>,
}

impl<'a> Layer<'a> {
    /// A whole mesh.
    pub const fn whole(mesh: &'a Mesh, paint: Paint<'a>) -> Self {
        Self { mesh, paint, cut: None }
    }
}

/// Draws the layers as the camera sees them on a white ground.
pub fn render(layers: &[Layer], camera: &Camera) -> Bitmap {
    let mut canvas = Canvas::new(camera);
    for (index, layer) in layers.iter().enumerate() {
        canvas.draw(layer, index);
    }
    canvas.finish()
}

#[cfg(test)]
mod tests;
