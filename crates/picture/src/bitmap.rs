//! Pixels, and the PNG that a page carries them in.

use super::Colour;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// An opaque picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bitmap {
    /// Width, pixels.
    pub width: usize,
    /// Height, pixels.
    pub height: usize,
    /// Rows from above, left to right.
    pub pixels: Vec<Colour>,
}

impl Bitmap {
    /// As a PNG file; nothing where there is no pixel.
    pub fn png(&self) -> Vec<u8> {
        let mut file = vec![];
        let (Ok(width), Ok(height)) = (u32::try_from(self.width), u32::try_from(self.height)) else { return file };
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Balanced);
        encoder.set_filter(png::Filter::Paeth);
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(self.pixels.as_flattened())?;
            writer.finish()
        });
        // Into memory only a picture without pixels cannot be written.
        if written.is_err() {
            return vec![];
        }
        file
    }

    /// As what stands in place of a file's name.
    pub fn data_uri(&self) -> String {
        format!("data:image/png;base64,{}", BASE64_STANDARD.encode(self.png()))
    }
}
