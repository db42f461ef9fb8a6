//! Wavefront OBJ: polygons, indices counted from 1 or, negative, from the last vertex back; colours after the vertex.
//! Objects and groups become one mesh; materials, normals and textures are left out.

use super::builder::Builder;
use super::reader::Reader;
use super::text::{Lines, first_words, integer, number, shown, words};
use super::{Format, FormatError, Place, Scan};
use texts::Wording;

/// How it is known and read.
pub(super) const READER: Reader = Reader { format: Format::OBJ, is: is_obj, read };

/// Whether its first word that is no remark is one that begins a line of it.
fn is_obj(bytes: &[u8]) -> bool {
    let known = [&b"v"[..], b"vn", b"vt", b"f", b"o", b"g", b"mtllib", b"usemtl", b"s"];
    first_words(bytes).find(|word| !word.starts_with(b"#")).is_some_and(|word| known.contains(&word))
}

/// Reads the text.
fn read(bytes: &[u8]) -> Result<Scan, FormatError> {
    let mut builder = Builder::new(Format::OBJ, bytes.len());
    let mut corners = vec![];
    let mut points_only = 0_usize;
    for (line, text) in Lines::new(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
        let mut rest = words(text);
        match rest.next() {
            Some(b"v") => vertex(&mut builder, line, rest)?,
            Some(b"f" | b"fo") => {
                corners.clear();
                for word in rest.take_while(|word| !word.starts_with(b"#")) {
                    corners.push(index(&builder, line, word)?);
                }
                if corners.len() < 3 {
                    let found = format!("a face of {} corners", corners.len());
                    return Err(builder.error(Place::Line(line), found, "three corners and more"));
                }
                builder.polygon(&corners)?;
            }
            Some(b"p" | b"l") => points_only += 1,
            // A line goes on after a backslash; scanners do not write such, and half a face must not be read as one.
            _ if text.ends_with(b"\\") => {
                let wanted = "one line each: lines joined by a backslash are not read";
                return Err(builder.error(Place::Line(line), "a backslash at the end", wanted));
            }
            Some(b"usemtl") => builder.note(Wording::new("scan_note-materials")),
            _ => {}
        }
    }
    if points_only > 0 {
        builder.note(Wording::new("scan_note-count_of_points_and_lines").with("count", points_only));
    }
    builder.finish(None)
}

/// `x y z`, then nothing, a weight, a colour, or both.
fn vertex<'a>(builder: &mut Builder, line: u64, words: impl Iterator<Item = &'a [u8]>) -> Result<(), FormatError> {
    let mut values = [0.0; 7];
    let mut count = 0;
    for word in words.take_while(|word| !word.starts_with(b"#")) {
        let value = number(word).filter(|_| count < values.len());
        values[count.min(6)] = value.ok_or_else(|| {
            builder.error(Place::Line(line), format!("vertex with {}", shown(word)), "three numbers, then a colour")
        })?;
        count += 1;
    }
    if count < 3 {
        return Err(builder.error(Place::Line(line), format!("a vertex of {count} numbers"), "three numbers and more"));
    }
    builder.vertex([values[0], values[1], values[2]], || Place::Line(line))?;
    let colour = match count {
        6 => Some([values[3], values[4], values[5]]),
        7 => Some([values[4], values[5], values[6]]),
        _ => None,
    };
    // Colours are shares of one; some programs write them to 255.
    if let Some(colour) = colour {
        let scale = if colour.iter().any(|share| *share > 1.0) { 1.0 } else { 255.0 };
        builder.colour(colour.map(|share| (share * scale).round() as u8));
    }
    Ok(())
}

/// The vertex a corner names: `v`, `v/vt`, `v//vn` or `v/vt/vn`.
fn index(builder: &Builder, line: u64, word: &[u8]) -> Result<u32, FormatError> {
    let first = word.split(|byte| *byte == b'/').next().unwrap_or_default();
    let there = builder.vertices() as i64;
    let named = integer(first);
    let vertex = match named {
        Some(number @ 1..) => Some(number - 1),
        Some(number @ ..=-1) => number.checked_add(there).filter(|index| *index >= 0),
        _ => None,
    };
    vertex.and_then(|vertex| u32::try_from(vertex).ok()).ok_or_else(|| {
        let wanted = format!("vertices count from 1, or from -1 back; {there} have been given");
        builder.error(Place::Line(line), format!("a corner at {}", shown(word)), wanted)
    })
}
