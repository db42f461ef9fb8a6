//! A colour.

/// A colour as sRGB bytes.
pub type Colour = [u8; 3];
