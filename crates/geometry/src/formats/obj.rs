//! Wavefront OBJ: polygons, indices counted from 1 or, negative, from the last vertex back; colours after the vertex.
//! Objects and groups become one mesh; materials, normals and textures are left out.

use super::builder::Builder;
use super::reader::Reader;
use super::text::{Lines, first_words, integer, number, numbers_wanted, shown, words};
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
    // A line that ends in a backslash goes on in the next: what there is of it so far.
    let mut begun: Vec<u8> = vec![];
    let mut last = 0;
    for (line, text) in Lines::new(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
        last = line;
        if let Some(part) = text.trim_ascii_end().strip_suffix(b"\\").filter(|part| !part.contains(&b'#')) {
            begun.extend_from_slice(part);
            begun.push(b' ');
            continue;
        }
        let whole;
        let text = if begun.is_empty() {
            text
        } else {
            whole = [std::mem::take(&mut begun).as_slice(), text].concat();
            &whole
        };
        let mut rest = words(text);
        match rest.next() {
            Some(b"v" | b"V") => vertex(&mut builder, line, rest)?,
            Some(b"f" | b"F" | b"fo") => {
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
            Some(b"usemtl") => builder.note(Wording::new("scan_note-materials")),
            _ => {}
        }
    }
    if !begun.is_empty() {
        let wanted = "the line goes on after a backslash: the file is cut off, export it again";
        return Err(builder.error(Place::Line(last), "ends in a backslash", wanted));
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
            let wanted = numbers_wanted(word, "three numbers, then a colour");
            builder.error(Place::Line(line), format!("vertex with {}", shown(word)), wanted)
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
