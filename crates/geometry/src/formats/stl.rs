//! STL: triangles without shared vertices, binary or text. Corners with the same coordinates are joined, bit for bit.

use super::builder::Builder;
use super::reader::Reader;
use super::text::{Lines, number, numbers_wanted, shown, words};
use super::weld::Welder;
use super::{Format, FormatError, Place, Scan, limits};
use crate::mesh::{Mesh, face_vector};
use std::fmt::Write;
use texts::{Arg, Wording};

/// How it is known and read.
pub(super) const BINARY: Reader = Reader { format: Format::STL_BINARY, is: is_binary, read: read_binary };

/// How it is known and read.
pub(super) const ASCII: Reader = Reader { format: Format::STL_ASCII, is: is_text, read: read_ascii };

/// Bytes before the first face: a header of any content and the number of faces.
const HEAD: usize = 84;
/// Bytes a face: normal, three corners, two bytes of attribute.
const FACE: usize = 50;

/// Whether the length is the one that the number of faces makes. Many binary files begin with “solid” too, so this
/// comes before the look for text.
fn is_binary(bytes: &[u8]) -> bool {
    faces_claimed(bytes).is_some_and(|faces| faces > 0 && bytes.len() as u64 == HEAD as u64 + faces * FACE as u64)
}

/// Whether it begins as text does.
fn is_text(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let head = &text[..text.len().min(4096)];
    text.get(..5).is_some_and(|word| word.eq_ignore_ascii_case(b"solid"))
        && [&b"facet"[..], b"FACET", b"Facet", b"endsolid", b"ENDSOLID", b"end solid", b"END SOLID"]
            .iter()
            .any(|word| memchr::memmem::find(head, word).is_some())
}

fn faces_claimed(bytes: &[u8]) -> Option<u64> {
    let field = bytes.get(HEAD - 4..HEAD)?.first_chunk::<4>()?;
    Some(u64::from(u32::from_le_bytes(*field)))
}

/// Reads the binary form.
fn read_binary(bytes: &[u8]) -> Result<Scan, FormatError> {
    let mut builder = Builder::new(Format::STL_BINARY, bytes.len());
    let Some(claimed) = faces_claimed(bytes) else {
        let found = format!("ends after {} bytes", bytes.len());
        return Err(builder.error(Place::File, found, "a header of 84 bytes; export the scan again"));
    };
    let (faces, rest) = bytes[HEAD..].as_chunks::<FACE>();
    // A writer that streams may never come back to its head: then the length tells how many faces there are.
    let uncounted = claimed == 0 || claimed == u64::from(u32::MAX);
    if claimed > faces.len() as u64 && !(uncounted && rest.is_empty()) {
        return Err(builder.error(
            Place::Byte(HEAD as u64 - 4),
            format!("claims {claimed} faces"),
            format!("the bytes that follow hold {}: the file is cut off, or not an STL", faces.len()),
        ));
    }
    if faces.len().min(claimed as usize) > limits::FACES || uncounted && faces.len() > limits::FACES {
        let wanted = format!("at most {}: export the scan with fewer (a limb needs about 50,000)", limits::FACES);
        return Err(builder.error(Place::Byte(HEAD as u64 - 4), format!("{} faces", faces.len()), wanted));
    }
    let counted = faces.get(..claimed as usize).unwrap_or(faces);
    let behind = &bytes[HEAD + counted.len() * FACE..];
    // Whole faces behind those that are counted are faces; nothing but zeros is padding.
    let short = rest.is_empty() && behind.iter().any(|byte| *byte != 0);
    let faces = if short { faces } else { counted };
    if short || uncounted {
        let note = Wording::new("scan_note-faces_counted").with("claimed", Arg::Figure(claimed.to_string()));
        builder.note(note.with("faces", Arg::Figure(faces.len().to_string())));
    } else if !behind.is_empty() {
        builder.note(Wording::new("scan_note-bytes_behind").with("count", behind.len()).with("faces", counted.len()));
    }
    builder.reserve(faces.len() / 2 + 2, faces.len());
    let mut welder = Welder::new(bytes);
    for (index, face) in faces.iter().enumerate() {
        let mut corners = [0; 3];
        for (corner, vertex) in corners.iter_mut().enumerate() {
            let coordinate = |axis: usize| {
                let at = 12 + corner * 12 + axis * 4;
                f64::from(f32::from_le_bytes([face[at], face[at + 1], face[at + 2], face[at + 3]]))
            };
            let point = [coordinate(0), coordinate(1), coordinate(2)];
            *vertex = welder.vertex(&mut builder, point, || Place::Element("face", index as u64))?;
        }
        builder.face(corners)?;
    }
    builder.finish(None)
}

/// Reads the text form: any indentation, any case, any end of line, several solids.
fn read_ascii(bytes: &[u8]) -> Result<Scan, FormatError> {
    let mut builder = Builder::new(Format::STL_ASCII, bytes.len());
    let mut welder = Welder::new(bytes);
    let mut corners: Vec<u32> = Vec::with_capacity(3);
    let mut inside = false;
    let mut last = 0;
    for (line, text) in Lines::new(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
        last = line;
        let mut rest = words(text);
        let Some(first) = rest.next() else { continue };
        // “end solid” is “endsolid”.
        let second = if first.eq_ignore_ascii_case(b"end") { rest.next().unwrap_or_default() } else { b"" };
        let mut word = [0; 8];
        let word = word.get_mut(..first.len() + second.len()).map_or(&b""[..], |word| {
            word[..first.len()].copy_from_slice(first);
            word[first.len()..].copy_from_slice(second);
            word.make_ascii_lowercase();
            word
        });
        // Half a word at the very end is no word of another kind.
        let cut = text.as_ptr_range().end == bytes.as_ptr_range().end;
        let misplaced = |builder: &Builder, wanted: &str| {
            let wanted = if cut { "a whole line: the file is cut off, export it again" } else { wanted };
            builder.error(Place::Line(line), shown(first), wanted)
        };
        match word {
            b"vertex" if inside && corners.len() < 3 => {
                let mut point = [0.0; 3];
                for coordinate in &mut point {
                    let word = rest.next().unwrap_or_default();
                    *coordinate = number(word).ok_or_else(|| {
                        let wanted = numbers_wanted(word, "three numbers");
                        builder.error(Place::Line(line), format!("vertex with {}", shown(word)), wanted)
                    })?;
                }
                corners.push(welder.vertex(&mut builder, point, || Place::Line(line))?);
            }
            b"vertex" => return Err(misplaced(&builder, "three vertices, in a facet")),
            b"facet" if inside && corners.is_empty() => inside = true,
            b"facet" if !corners.is_empty() => return Err(misplaced(&builder, "endfacet before the next facet")),
            b"facet" => inside = true,
            b"endfacet" => {
                let Ok(face) = <[u32; 3]>::try_from(corners.as_slice()) else {
                    let found = format!("a facet of {} vertices", corners.len());
                    return Err(builder.error(Place::Line(line), found, "three vertices a facet"));
                };
                builder.face(face)?;
                corners.clear();
                inside = false;
            }
            b"solid" | b"endsolid" if inside => return Err(misplaced(&builder, "endfacet first")),
            b"solid" | b"endsolid" | b"outer" | b"endloop" | b"color" => {}
            _ => return Err(misplaced(&builder, "facet, outer, vertex, endloop, endfacet, solid or endsolid")),
        }
        if word == b"endsolid" {
            last = 0;
        }
    }
    if last > 0 {
        return Err(builder.error(
            Place::Line(last),
            "the last line is not endsolid",
            "the file is cut off: export again",
        ));
    }
    builder.finish(None)
}

/// The mesh as binary STL, in the mesh's unit. Coordinates are rounded to 32 bits (4·10⁻⁶ mm at 50 mm).
pub fn write_stl(mesh: &Mesh) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEAD + mesh.faces.len() * FACE);
    out.extend_from_slice(b"Concord; unit: millimetre");
    out.resize(HEAD - 4, b' ');
    out.extend_from_slice(&(mesh.faces.len() as u32).to_le_bytes());
    for corners in mesh.triangles() {
        let normal = face_vector(corners).try_normalize().unwrap_or_default();
        for vector in std::iter::once(normal).chain(corners) {
            for coordinate in [vector.x, vector.y, vector.z] {
                out.extend_from_slice(&(coordinate as f32).to_le_bytes());
            }
        }
        out.extend_from_slice(&[0, 0]);
    }
    out
}

/// The mesh as STL text, in the mesh's unit, every digit kept.
pub fn write_stl_ascii(mesh: &Mesh) -> Vec<u8> {
    let mut out = String::from("solid concord\n");
    for corners in mesh.triangles() {
        let normal = face_vector(corners).try_normalize().unwrap_or_default();
        let _ = writeln!(out, "facet normal {} {} {}\nouter loop", normal.x, normal.y, normal.z);
        for corner in corners {
            let _ = writeln!(out, "vertex {} {} {}", corner.x, corner.y, corner.z);
        }
        out.push_str("endloop\nendfacet\n");
    }
    out.push_str("endsolid concord\n");
    out.into_bytes()
}
