//! Which format a file has: by its content first, by the name's extension where the content does not say.

use super::text::{Lines, shown, words};
use super::{Format, FormatError, Place, stl};

/// The extension of a name, small letters; empty where it has none.
pub(super) fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, end)| end.chars().take(16).collect::<String>().to_lowercase()).unwrap_or_default()
}

/// The format an extension stands for.
pub(super) fn named(extension: &str) -> Option<Format> {
    Some(match extension {
        "stl" => Format::StlBinary,
        "obj" => Format::Obj,
        "ply" => Format::Ply,
        "glb" => Format::Glb,
        "3mf" => Format::ThreeMf,
        "aop" => Format::Aop,
        _ => return None,
    })
}

/// Formats that share an extension are one.
pub(super) fn family(format: Format) -> Format {
    if format == Format::StlAscii { Format::StlBinary } else { format }
}

/// The format of a file.
pub(super) fn format(bytes: &[u8], extension: &str) -> Result<Format, FormatError> {
    if let Some(format) = by_content(bytes) {
        return Ok(format);
    }
    let unknown = |found: String, wanted: &str| {
        Err(FormatError { format: None, place: Place::File, found, wanted: wanted.into() })
    };
    if bytes.is_empty() {
        return unknown("no bytes".into(), "export the scan again");
    }
    let first = bytes.trim_ascii_start();
    if extension == "gltf" || first.starts_with(b"{") && memchr::memmem::find(first, b"\"asset\"").is_some() {
        return unknown("glTF as text, whose mesh is in other files".into(), "export it as .glb");
    }
    match named(extension) {
        // A package, a picture or a text is no STL of whatever length.
        Some(Format::StlBinary | Format::Obj) if bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"%PDF") => {
            unknown(format!("begins with {}", shown(&bytes[..4])), "this is a picture or a document, not a mesh")
        }
        Some(Format::StlBinary) if stl::is_text(bytes) => Ok(Format::StlAscii),
        Some(format) => Ok(format),
        None => unknown(
            format!("begins with {}", shown(&bytes[..bytes.len().min(16)])),
            "STL, OBJ, PLY, GLB, 3MF and AOP can be read",
        ),
    }
}

fn by_content(bytes: &[u8]) -> Option<Format> {
    if stl::is_binary(bytes) {
        return Some(Format::StlBinary);
    }
    if bytes.starts_with(b"glTF") {
        return Some(Format::Glb);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(Format::ThreeMf);
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if text.starts_with(b"AAOP") {
        return Some(Format::Aop);
    }
    let mut lines = Lines::new(text).take(200).filter_map(|(_, line)| words(line).next());
    let first = lines.clone().next()?;
    if first == b"ply" {
        return Some(Format::Ply);
    }
    if stl::is_text(bytes) {
        return Some(Format::StlAscii);
    }
    let known = [&b"v"[..], b"vn", b"vt", b"f", b"o", b"g", b"mtllib", b"usemtl", b"s"];
    lines.find(|word| !word.starts_with(b"#")).filter(|word| known.contains(word)).map(|_| Format::Obj)
}
