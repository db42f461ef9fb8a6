//! The header of a PLY file: which elements follow, how many, and of what values.

use crate::formats::builder::Builder;
use crate::formats::text::{Lines, shown, words};
use crate::formats::{FormatError, Place};

/// How the values are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    Text,
    Little,
    Big,
}

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scalar {
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    F32,
    F64,
}

impl Scalar {
    fn named(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"char" | b"int8" => Self::I8,
            b"uchar" | b"uint8" => Self::U8,
            b"short" | b"int16" => Self::I16,
            b"ushort" | b"uint16" => Self::U16,
            b"int" | b"int32" => Self::I32,
            b"uint" | b"uint32" => Self::U32,
            b"float" | b"float32" => Self::F32,
            b"double" | b"float64" => Self::F64,
            _ => return None,
        })
    }

    /// Whether it is an integer.
    pub(super) fn is_whole(self) -> bool {
        !matches!(self, Self::F32 | Self::F64)
    }

    /// Its size in a binary file.
    pub(super) fn bytes(self) -> usize {
        match self {
            Self::I8 | Self::U8 => 1,
            Self::I16 | Self::U16 => 2,
            Self::I32 | Self::U32 | Self::F32 => 4,
            Self::F64 => 8,
        }
    }

    /// The value of a field of that size.
    pub(super) fn value(self, field: &[u8], big: bool) -> f64 {
        let mut bytes = [0; 8];
        bytes.iter_mut().zip(field).for_each(|(to, from)| *to = *from);
        if big {
            bytes[..field.len().min(8)].reverse();
        }
        let [a, b, c, d, ..] = bytes;
        match self {
            Self::I8 => f64::from(i8::from_le_bytes([a])),
            Self::U8 => f64::from(a),
            Self::I16 => f64::from(i16::from_le_bytes([a, b])),
            Self::U16 => f64::from(u16::from_le_bytes([a, b])),
            Self::I32 => f64::from(i32::from_le_bytes([a, b, c, d])),
            Self::U32 => f64::from(u32::from_le_bytes([a, b, c, d])),
            Self::F32 => f64::from(f32::from_le_bytes([a, b, c, d])),
            Self::F64 => f64::from_le_bytes(bytes),
        }
    }

    /// A colour's channel of 8 bits: real numbers are shares of one, 16 bits are cut to their upper half.
    pub(super) fn colour(self, value: f64) -> u8 {
        match self {
            Self::F32 | Self::F64 => (value * 255.0).round() as u8,
            Self::I16 | Self::U16 => (value / 257.0).round() as u8,
            _ => value as u8,
        }
    }
}

/// One value of an element, or a list of them.
pub(super) struct Property {
    pub(super) name: String,
    /// The type of the list's length, where it is one.
    pub(super) list: Option<Scalar>,
    pub(super) scalar: Scalar,
}

/// Things of one kind.
pub(super) struct Element {
    pub(super) name: String,
    pub(super) count: u64,
    pub(super) properties: Vec<Property>,
    /// The line that names it.
    pub(super) line: u64,
}

impl Element {
    /// Bytes that one takes at least: its lists may be empty, a number of a text needs a digit and a blank.
    pub(super) fn least_bytes(&self, body: Body) -> u64 {
        let one = |property: &Property| match body {
            Body::Text => 1,
            _ => property.list.unwrap_or(property.scalar).bytes() as u64,
        };
        self.properties.iter().map(one).sum()
    }
}

/// The header.
pub(super) struct Header {
    pub(super) body: Body,
    pub(super) elements: Vec<Element>,
    /// Its bytes and lines.
    pub(super) length: usize,
    pub(super) lines: u64,
}

/// More elements or properties than any scanner writes.
const MOST: usize = 256;
const LONGEST_NAME: usize = 64;

pub(super) fn parse(builder: &Builder, bytes: &[u8]) -> Result<Header, FormatError> {
    let mut lines = Lines::new(bytes);
    let mut body = None;
    let mut elements: Vec<Element> = vec![];
    let mut properties = 0;
    while let Some((line, text)) = lines.next() {
        let mut rest = words(text);
        let wrong = |wanted: &str| Err(builder.error(Place::Line(line), shown(text), wanted));
        let name = |word: &[u8]| String::from_utf8_lossy(&word[..word.len().min(LONGEST_NAME)]).into_owned();
        match (rest.next(), rest.next(), rest.next(), rest.next(), rest.next()) {
            (Some(b"ply" | b"comment" | b"obj_info") | None, ..) => {}
            (Some(b"format"), Some(form), ..) => {
                body = match form {
                    b"ascii" => Some(Body::Text),
                    b"binary_little_endian" => Some(Body::Little),
                    b"binary_big_endian" => Some(Body::Big),
                    _ => return wrong("format ascii, binary_little_endian or binary_big_endian"),
                };
            }
            (Some(b"element"), Some(kind), Some(count), None, None) if elements.len() < MOST => {
                let Some(count) = std::str::from_utf8(count).ok().and_then(|count| count.parse().ok()) else {
                    return wrong("element, a name and how many");
                };
                elements.push(Element { name: name(kind), count, properties: vec![], line });
            }
            (Some(b"property"), Some(b"list"), Some(counter), Some(item), Some(word)) if properties < MOST => {
                let (Some(counter), Some(item), Some(element)) =
                    (Scalar::named(counter), Scalar::named(item), elements.last_mut())
                else {
                    return wrong("property list, two types and a name, after an element");
                };
                element.properties.push(Property { name: name(word), list: Some(counter), scalar: item });
                properties += 1;
            }
            (Some(b"property"), Some(item), Some(word), None, None) if properties < MOST => {
                let (Some(item), Some(element)) = (Scalar::named(item), elements.last_mut()) else {
                    return wrong("property, a type and a name, after an element");
                };
                element.properties.push(Property { name: name(word), list: None, scalar: item });
                properties += 1;
            }
            (Some(b"end_header"), ..) => {
                let Some(body) = body else {
                    return wrong("a line “format …” before it");
                };
                return Ok(Header {
                    body,
                    elements,
                    length: bytes.len() - lines.rest().len(),
                    lines: lines.number() + 1,
                });
            }
            _ => return wrong("a line of a PLY header: format, element, property, comment or end_header"),
        }
    }
    Err(builder.error(Place::Line(lines.number()), "ends within the header", "end_header: the file is cut off"))
}
