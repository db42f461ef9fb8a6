//! Numbers of a buffer as an accessor sees them: every offset checked once, against the bytes that are there.

use super::json::Document;
use crate::formats::builder::Builder;
use crate::formats::{FormatError, Place};

pub(super) const I8: u32 = 5120;
pub(super) const U8: u32 = 5121;
pub(super) const I16: u32 = 5122;
pub(super) const U16: u32 = 5123;
pub(super) const U32: u32 = 5125;
pub(super) const F32: u32 = 5126;

/// The document with the bytes of its only buffer.
pub(super) struct Buffer<'a> {
    pub(super) document: &'a Document,
    pub(super) binary: &'a [u8],
}

/// The elements of an accessor: all of them lie within `bytes`.
pub(super) struct Fields<'a> {
    bytes: &'a [u8],
    index: usize,
    component: u32,
    size: usize,
    width: usize,
    stride: usize,
    count: usize,
    /// Integers stand for shares of one.
    normalized: bool,
}

impl<'a> Buffer<'a> {
    pub(super) fn fields(&self, builder: &Builder, index: usize) -> Result<Fields<'a>, FormatError> {
        let place = || Place::Element("accessor", index as u64);
        let wrong = |found: String, wanted: &str| Err(builder.error(place(), found, wanted));
        let Some(accessor) = self.document.accessors.get(index) else {
            return wrong("is not there".into(), &format!("there are {}", self.document.accessors.len()));
        };
        let size = match accessor.component_type {
            I8 | U8 => 1u64,
            I16 | U16 => 2,
            U32 | F32 => 4,
            other => return wrong(format!("component type {other}"), "5120 to 5123, 5125 or 5126"),
        };
        let width = match accessor.shape.as_str() {
            "SCALAR" => 1,
            "VEC2" => 2,
            "VEC3" => 3,
            "VEC4" => 4,
            other => {
                return wrong(format!("type {}", crate::formats::text::shown(other.as_bytes())), "SCALAR or a VEC");
            }
        };
        if accessor.sparse.is_some() {
            return wrong("is sparse".into(), "export it without sparse accessors");
        }
        let Some(view) = accessor.buffer_view.and_then(|view| self.document.buffer_views.get(view)) else {
            return wrong(format!("buffer view {:?}", accessor.buffer_view), "one that is there");
        };
        let element = size * width;
        let stride = view.byte_stride.unwrap_or(element);
        if stride < element || stride > 252 || accessor.count == 0 {
            let found = format!("{} elements of {element} bytes, one each {stride}", accessor.count);
            return wrong(found, "one and more that do not overlap, at most 252 bytes apart");
        }
        // Nothing of this can pass 64 bits without being beyond the bytes that are there.
        let length = (accessor.count - 1).checked_mul(stride).and_then(|length| length.checked_add(element));
        let end = length.and_then(|length| length.checked_add(accessor.byte_offset));
        let view_end = view.byte_offset.checked_add(view.byte_length);
        let there = self.binary.len() as u64;
        let fits = view.buffer == 0
            && end.is_some_and(|end| end <= view.byte_length)
            && view_end.is_some_and(|end| end <= there);
        if !fits {
            let found = format!(
                "{} elements of {element} bytes, one each {stride}, from byte {} of {} at byte {}",
                accessor.count, accessor.byte_offset, view.byte_length, view.byte_offset
            );
            return wrong(found, &format!("the buffer holds {there} bytes: the file is cut off"));
        }
        let start = (view.byte_offset + accessor.byte_offset) as usize;
        Ok(Fields {
            bytes: &self.binary[start..start + length.unwrap_or_default() as usize],
            index,
            component: accessor.component_type,
            size: size as usize,
            width: width as usize,
            stride: stride as usize,
            count: accessor.count as usize,
            normalized: accessor.normalized,
        })
    }
}

impl Fields<'_> {
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// The type of its numbers, and how many an element has.
    pub(super) fn kind(&self) -> (u32, usize) {
        (self.component, self.width)
    }

    pub(super) fn wrong(&self, builder: &Builder, wanted: &str) -> FormatError {
        let found = format!("{} elements of {} numbers of type {}", self.count, self.width, self.component);
        builder.error(Place::Element("accessor", self.index as u64), found, wanted)
    }

    fn field(&self, element: usize, number: usize) -> [u8; 4] {
        let at = element * self.stride + number * self.size;
        let mut field = [0; 4];
        let from = self.bytes.get(at..at + self.size).unwrap_or_default();
        field.iter_mut().zip(from).for_each(|(to, from)| *to = *from);
        field
    }

    /// A number that is unsigned and whole.
    pub(super) fn integer(&self, element: usize, number: usize) -> u32 {
        u32::from_le_bytes(self.field(element, number))
    }

    /// A number: a 32-bit real, or an integer of 8 or 16 bits, which may stand for a share of one (glTF 2.0, 3.11).
    pub(super) fn value(&self, element: usize, number: usize) -> f64 {
        let field = self.field(element, number);
        let [a, b, ..] = field;
        let (value, one) = match self.component {
            I8 => (f64::from(i8::from_le_bytes([a])), 127.0),
            U8 => (f64::from(a), 255.0),
            I16 => (f64::from(i16::from_le_bytes([a, b])), 32_767.0),
            U16 => (f64::from(u16::from_le_bytes([a, b])), 65_535.0),
            _ => return f64::from(f32::from_le_bytes(field)),
        };
        if self.normalized { (value / one).max(-1.0) } else { value }
    }

    /// A share of one, as 8 bits.
    pub(super) fn share(&self, element: usize, number: usize) -> u8 {
        match self.component {
            F32 => (self.value(element, number) * 255.0).round() as u8,
            U16 => (f64::from(self.integer(element, number)) / 257.0).round() as u8,
            _ => self.field(element, number)[0],
        }
    }
}
