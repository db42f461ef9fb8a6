//! A case from outside: its text, or the archive that export writes. Everything is read and judged before anything is
//! kept. An archive is bounded by the bytes that come out of it, not by what it says of itself.

use super::clinic::Clinic;
use super::clock::actor;
use super::error::HttpError;
use std::io::{Cursor, Read};
use std::sync::Arc;
use store::CaseId;
use toml::Value;
use workup::input::LARGEST_FILE;
use workup::problem::{Failure, Fault};
use workup::scan_file;
use zip::ZipArchive;

/// Files in an archive.
const MOST_ENTRIES: usize = 20;

/// All that comes out of an archive, in bytes: a case with its scan and an earlier one.
const LARGEST_SUM: usize = 2 * store::LARGEST_FILE;

/// How many bytes may come out of one: scans shrink to a third or a tenth, emptiness to a thousandth.
const LARGEST_RATIO: usize = 100;

/// What comes out beyond the ratio, so that a small text may be very regular.
const FREE: usize = 1 << 20;

/// What to do instead.
const EXPECTED: &str = "choose a case file, or an archive that export wrote";

/// A scan by its name.
type Scans = Vec<(String, Vec<u8>)>;

/// Keeps what was imported: the case with its scans, or nothing.
///
/// # Errors
/// What is wrong with the file or with a file in it.
pub fn imported(clinic: &Clinic, by: &str, name: &str, bytes: &[u8]) -> Result<CaseId, HttpError> {
    let archive = bytes.starts_with(b"PK\x03\x04");
    let (text, scans) = if archive { unpacked(name, bytes)? } else { (text(name, bytes.to_vec())?, vec![]) };
    if toml::from_str::<toml::Table>(&text).is_ok_and(|table| !table.contains_key("concord")) {
        let what = "this is not a Concord case: it lacks the line `concord = 1`";
        return Err(HttpError::input("file", name, what, "choose a case file"));
    }
    let draft = clinic.draft_with(&text, &|file, told| {
        let scan = scans.iter().find(|(name, _)| name == file);
        let none = || Failure::input(Fault::of_file(file, "no scan is kept yet", ""));
        let (name, bytes) = scan.ok_or_else(none)?;
        scan_file::of_bytes(name.clone(), bytes.clone(), told).map(Arc::new)
    });
    Ok(clinic.store.create_with(&actor(by), &draft, &scans)?.id)
}

fn text(name: &str, bytes: Vec<u8>) -> Result<String, HttpError> {
    if bytes.len() as u64 > LARGEST_FILE {
        let expected = format!("a case is at most {} MiB of text", LARGEST_FILE >> 20);
        return Err(HttpError::input("file", name, "larger than any case", expected));
    }
    String::from_utf8(bytes).map_err(|_| {
        HttpError::input(
            "file",
            name,
            "not text in UTF-8",
            "choose a case file (TOML), or an archive that export wrote",
        )
    })
}

/// The case of an archive, and the scans that it names.
fn unpacked(name: &str, bytes: &[u8]) -> Result<(String, Scans), HttpError> {
    let broken = |what: &str| HttpError::input("file", name, what, EXPECTED);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken("a broken archive"))?;
    if archive.len() > MOST_ENTRIES {
        return Err(broken("too many files in the archive"));
    }
    let names = names(&mut archive, name)?;
    let mut room = LARGEST_SUM.min(bytes.len().saturating_mul(LARGEST_RATIO).saturating_add(FREE));
    let mut cases = names.iter().enumerate().filter(|(_, entry)| entry.ends_with(".toml"));
    let (Some((at, case)), None) = (cases.next(), cases.next()) else {
        return Err(broken("not exactly one case file in the archive"));
    };
    let text = text(case, content(&mut archive, at, LARGEST_FILE as usize + 1, &mut room, name)?)?;
    let mut scans = vec![];
    for (index, entry) in names.iter().enumerate().filter(|(index, _)| *index != at) {
        if !names_file(&text, entry) {
            let what = "the case does not name this file";
            return Err(HttpError::input("file", entry, what, "an archive holds a case and the scans that it names"));
        }
        let bytes = content(&mut archive, index, store::LARGEST_FILE + 1, &mut room, name)?;
        if bytes.len() > store::LARGEST_FILE {
            return Err(broken("a file in the archive is larger than any scan"));
        }
        geometry::formats::read(&bytes, entry).map_err(|error| {
            let what = format!("{entry}: {}: {}", error.place, error.found);
            HttpError::input("file", entry, what, error.wanted.to_string())
        })?;
        scans.push((entry.clone(), bytes));
    }
    Ok((text, scans))
}

/// The names in an archive: plain ones, each once.
fn names(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Vec<String>, HttpError> {
    let broken = |what: &str| HttpError::input("file", name, what, EXPECTED);
    let mut names = vec![];
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| broken("a broken archive"))?;
        let entry = entry.name().map_err(|_| broken("a broken archive"))?.to_string();
        if store::file::plain_name(&entry) != entry {
            let shown: String = entry.chars().filter(|c| !c.is_control()).take(100).collect();
            return Err(HttpError::input("file", &shown, "no plain file name in the archive", EXPECTED));
        }
        if names.iter().any(|known: &String| known.to_lowercase() == entry.to_lowercase()) {
            return Err(HttpError::input("file", &entry, "a name that is twice in the archive", EXPECTED));
        }
        names.push(entry);
    }
    Ok(names)
}

/// What an entry holds, at most so many bytes of it; what comes out is taken off the room there is for all.
fn content(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    most: usize,
    room: &mut usize,
    name: &str,
) -> Result<Vec<u8>, HttpError> {
    let broken = |what: &str| HttpError::input("file", name, what, EXPECTED);
    let entry = archive.by_index(index).map_err(|_| broken("a broken archive"))?;
    let mut bytes = vec![];
    let limit = most.min(*room + 1);
    entry.take(limit as u64).read_to_end(&mut bytes).map_err(|_| broken("a broken archive"))?;
    if bytes.len() > *room {
        return Err(broken("more comes out of the archive than a case and its scans"));
    }
    *room -= bytes.len();
    Ok(bytes)
}

/// Whether a case names a file: its scan, or an earlier one. Of a text that cannot be read, whether the name stands in it.
pub fn names_file(text: &str, name: &str) -> bool {
    fn stands(key: &str, value: &Value, name: &str) -> bool {
        match value {
            Value::String(text) => key == "file" && text == name,
            Value::Table(table) => table.iter().any(|(key, value)| stands(key, value, name)),
            Value::Array(rows) => rows.iter().any(|value| stands(key, value, name)),
            _ => false,
        }
    }
    match toml::from_str::<toml::Table>(text) {
        Ok(table) => stands("", &Value::Table(table), name),
        Err(_) => text.contains(&format!("\"{name}\"")),
    }
}
