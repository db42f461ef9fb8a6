//! Which format a file has: by its content first, by the name's extension where the content does not say.

use super::error::{FormatError, Place};
use super::reader::Reader;
use super::text::shown;

/// The extension of a name, small letters; empty where it has none.
pub(super) fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, end)| end.chars().take(16).collect::<String>().to_lowercase()).unwrap_or_default()
}

/// What people call the formats, each once: "STL, OBJ, PLY".
pub(super) fn listed(readers: &[Reader], last: &str) -> String {
    let mut names: Vec<String> = readers.iter().map(|reader| reader.format.extension.to_uppercase()).collect();
    names.dedup();
    match names.split_last() {
        Some((end, begin)) if !begin.is_empty() => format!("{}{last}{end}", begin.join(", ")),
        _ => names.concat(),
    }
}

/// What reads a file.
pub(super) fn reader(readers: &[Reader], bytes: &[u8], extension: &str) -> Result<Reader, FormatError> {
    if let Some(reader) = readers.iter().find(|reader| (reader.is)(bytes)) {
        return Ok(*reader);
    }
    let unknown = |found: String, wanted: String| Err(FormatError { format: None, place: Place::File, found, wanted });
    if bytes.is_empty() {
        return unknown("no bytes".into(), "export the scan again".into());
    }
    let first = bytes.trim_ascii_start();
    if extension == "gltf" || first.starts_with(b"{") && memchr::memmem::find(first, b"\"asset\"").is_some() {
        return unknown("glTF as text, whose mesh is in other files".into(), "export it as .glb".into());
    }
    let begins = |most: usize| format!("begins with {}", shown(bytes.get(..most).unwrap_or(bytes)));
    if bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"%PDF") {
        return unknown(begins(4), "this is a picture or a document, not a mesh".into());
    }
    match readers.iter().find(|reader| reader.format.extension == extension) {
        Some(reader) => Ok(*reader),
        None => unknown(begins(16), format!("{} can be read", listed(readers, " and "))),
    }
}
