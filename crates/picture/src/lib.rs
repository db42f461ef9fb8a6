//! A small software renderer: meshes in one orthographic view, to a bitmap that goes into a page as a `data:` URI.
//!
//! ```text
//! layers ─► raster (z-buffer at twice the size, half planes cut away and capped) ─► outlines ─► bitmap ─► PNG ─► data URI
//! ```
//! Text, scale bars and marks are not drawn here: a view lays them over the bitmap as SVG, where they stay crisp.
//! Plain arithmetic in a fixed order: the same meshes give the same bytes.

pub mod bitmap;
pub mod camera;
mod colour;
pub mod ramp;
mod raster;
mod scene;

pub use bitmap::Bitmap;
pub use camera::{Camera, Frame};
pub use colour::Colour;
pub use ramp::Scale;
pub use scene::{Cut, Layer, Paint};

use raster::Canvas;

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
