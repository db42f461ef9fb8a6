//! Stanford PLY: text, and binary of both orders; polygons; colours of vertices. Other elements are passed over.

mod header;
pub mod write;

use super::builder::Builder;
use super::reader::Reader;
use super::text::{first_words, integer, number, numbers_wanted, shown};
use super::{Format, FormatError, Place, Scan};
use header::{Body, Element, Property, Scalar};
use texts::Wording;

/// How it is known and read.
pub(super) const READER: Reader =
    Reader { format: Format::PLY, is: |bytes| first_words(bytes).next() == Some(b"ply"), read };

/// Reads a file.
fn read(bytes: &[u8]) -> Result<Scan, FormatError> {
    let mut builder = Builder::new(Format::PLY, bytes.len());
    let header = header::parse(&builder, bytes)?;
    let mut values =
        Values { body: header.body, bytes: &bytes[header.length..], at: header.length, line: header.lines };
    for element in &header.elements {
        // A lying count is told before anything is read, not after the bytes have run out.
        let least = element.least_bytes(header.body);
        if element.count.saturating_mul(least) > values.bytes.len() as u64 {
            return Err(builder.error(
                Place::Line(element.line),
                format!("claims {} of “{}”", element.count, element.name),
                format!("{} bytes follow, and each takes at least {least}: the file is cut off", values.bytes.len()),
            ));
        }
        match element.name.as_str() {
            "vertex" => vertices(&mut builder, element, &mut values)?,
            "face" => faces(&mut builder, element, &mut values)?,
            _ if least == 0 => {}
            name => {
                if name == "tristrips" {
                    builder.note(Wording::new("scan_note-strips"));
                }
                for index in 0..element.count {
                    for property in &element.properties {
                        values.pass(&builder, property, element, index)?;
                    }
                }
            }
        }
    }
    if builder.is_empty() && header.elements.iter().any(|element| element.name == "tristrips" && element.count > 0) {
        let wanted = "export it with faces: strips are not read";
        return Err(builder.error(Place::File, "a surface in strips of triangles", wanted));
    }
    builder.finish(None)
}

/// What follows the header, one value after the other.
struct Values<'a> {
    body: Body,
    bytes: &'a [u8],
    /// Bytes before `bytes`, and the line they end in.
    at: usize,
    line: u64,
}

impl<'a> Values<'a> {
    fn place(&self) -> Place {
        if self.body == Body::Text { Place::Line(self.line) } else { Place::Byte(self.at as u64) }
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        self.at += count;
        Some(taken)
    }

    fn word(&mut self) -> Option<&'a [u8]> {
        let start = self.bytes.iter().position(|byte| !byte.is_ascii_whitespace())?;
        self.line += self.bytes[..start].iter().filter(|byte| **byte == b'\n').count() as u64;
        self.take(start);
        let end = self.bytes.iter().position(u8::is_ascii_whitespace).unwrap_or(self.bytes.len());
        self.take(end)
    }

    fn next(&mut self, builder: &Builder, scalar: Scalar, element: &Element, index: u64) -> Result<f64, FormatError> {
        let ended = |values: &Self| {
            let found = format!("ends within “{}” {index} of {}", element.name, element.count);
            builder.error(values.place(), found, "the file is cut off: export it again")
        };
        if self.body == Body::Text {
            let word = self.word().ok_or_else(|| ended(self))?;
            // Integers without the detour: most of a text is indices.
            return integer(word).map(|value| value as f64).or_else(|| number(word)).ok_or_else(|| {
                let wanted = numbers_wanted(word, "a number");
                builder.error(self.place(), format!("{} in “{}” {index}", shown(word), element.name), wanted)
            });
        }
        let field = self.take(scalar.bytes()).ok_or_else(|| ended(self))?;
        Ok(scalar.value(field, self.body == Body::Big))
    }

    /// How many values a list has.
    fn length(
        &mut self,
        builder: &Builder,
        scalar: Scalar,
        element: &Element,
        index: u64,
    ) -> Result<usize, FormatError> {
        let length = self.next(builder, scalar, element, index)?;
        if length.fract() != 0.0 || !(0.0..=self.bytes.len() as f64).contains(&length) {
            let found = format!("a list of {length} values in “{}” {index}", element.name);
            return Err(builder.error(self.place(), found, format!("{} bytes follow", self.bytes.len())));
        }
        Ok(length as usize)
    }

    fn pass(
        &mut self,
        builder: &Builder,
        property: &Property,
        element: &Element,
        index: u64,
    ) -> Result<(), FormatError> {
        let length = match property.list {
            Some(counter) => self.length(builder, counter, element, index)?,
            None => 1,
        };
        (0..length).try_for_each(|_| self.next(builder, property.scalar, element, index).map(|_| ()))
    }
}

fn vertices(builder: &mut Builder, element: &Element, values: &mut Values) -> Result<(), FormatError> {
    let find = |names: &[&str]| {
        element
            .properties
            .iter()
            .position(|property| property.list.is_none() && names.contains(&property.name.as_str()))
    };
    let (Some(x), Some(y), Some(z)) = (find(&["x"]), find(&["y"]), find(&["z"])) else {
        return Err(builder.error(Place::Line(element.line), "vertices without x, y and z", "all three"));
    };
    let channels = (
        find(&["red", "r", "diffuse_red"]),
        find(&["green", "g", "diffuse_green"]),
        find(&["blue", "b", "diffuse_blue"]),
    );
    let colour = if let (Some(r), Some(g), Some(b)) = channels { Some([r, g, b]) } else { None };
    builder.reserve(element.count as usize, 0);
    let mut row = vec![0.0; element.properties.len()];
    for index in 0..element.count {
        for (property, value) in element.properties.iter().zip(&mut row) {
            match property.list {
                None => *value = values.next(builder, property.scalar, element, index)?,
                Some(_) => values.pass(builder, property, element, index)?,
            }
        }
        builder.vertex([row[x], row[y], row[z]], || Place::Element("vertex", index))?;
        if let Some(channels) = colour {
            builder.colour(channels.map(|channel| element.properties[channel].scalar.colour(row[channel])));
        }
    }
    Ok(())
}

fn faces(builder: &mut Builder, element: &Element, values: &mut Values) -> Result<(), FormatError> {
    let is_list = |property: &&Property| property.list.is_some() && property.scalar.is_whole();
    let mut names = vec!["vertex_indices", "vertex_index"];
    if !element.properties.iter().filter(is_list).any(|property| names.contains(&property.name.as_str())) {
        // The only list of whole numbers that a face has is its corners, whatever it is called.
        let mut lists = element.properties.iter().filter(is_list);
        if let (Some(only), None) = (lists.next(), lists.next()) {
            builder.note(Wording::new("scan_note-list_of_another_name").with("name", &only.name));
            names.push(&only.name);
        }
    }
    let corners_of = |property: &Property| property.list.is_some() && names.contains(&property.name.as_str());
    if element.count > 0 && !element.properties.iter().any(corners_of) {
        let wanted = "a list named vertex_indices";
        return Err(builder.error(Place::Line(element.line), "faces without a list of vertices", wanted));
    }
    builder.reserve(0, element.count as usize);
    let mut corners = vec![];
    for index in 0..element.count {
        for property in &element.properties {
            let Some(counter) = property.list.filter(|_| corners_of(property)) else {
                values.pass(builder, property, element, index)?;
                continue;
            };
            corners.clear();
            for _ in 0..values.length(builder, counter, element, index)? {
                let vertex = values.next(builder, property.scalar, element, index)?;
                if vertex.fract() != 0.0 || !(0.0..f64::from(u32::MAX)).contains(&vertex) {
                    let found = format!("vertex {vertex}");
                    return Err(builder.error(Place::Element("face", index), found, "vertices count from 0"));
                }
                corners.push(vertex as u32);
            }
            if corners.len() < 3 {
                let found = format!("{} corners", corners.len());
                return Err(builder.error(Place::Element("face", index), found, "three corners and more"));
            }
            builder.polygon(&corners)?;
        }
    }
    Ok(())
}
