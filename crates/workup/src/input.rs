//! Reading a case file. Bounded: a file that is no case is refused before it is in memory.

use crate::case_template::SOUND;
use crate::opened::{self, Named, Refused};
pub use crate::opened_case::{Scans, Workup};
use crate::problem::{Failure, Fault};
use crate::scan_file::{self, ScanFile, Told};
use crate::socket;
use control::Settings;
use domain::Case;
use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;
use twin::pump_settings;

/// The largest case or script that is read: 1 MiB, a hundred times what a long day takes.
pub const LARGEST_FILE: u64 = 1 << 20;

/// Directory entries looked at to suggest a file of a similar name.
const MOST_NEIGHBOURS: usize = 10_000;

/// The scans that lie beside a case file, or wherever `named` allows.
pub fn beside(case_file: &Path, named: Named) -> impl Fn(&str, Told<'_>) -> Result<Arc<ScanFile>, Failure> {
    let folder = folder_of(case_file).to_path_buf();
    move |name, told| scan_file::read_named(&folder, name, named, told).map(Arc::new)
}

/// Reads and checks one case file; `-` is standard input. Its scan lies where `named` allows.
///
/// # Errors
/// [`Failure::Input`] with every fault found.
pub fn read_case(path: &Path, named: Named) -> Result<Workup, Failure> {
    let file = name_of(path);
    let text = read_text(path, &file, Kind::Case)?;
    case_of_text(file, text, &beside(path, named))
}

/// The folder from which a file names others.
fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

/// Checks the text of a case, and measures the scan that it names.
///
/// # Errors
/// [`Failure::Input`] with every fault found; [`Failure::Open`] where none is wrong and questions are not answered yet.
pub fn case_of_text(file: String, text: String, scans: &Scans<'_>) -> Result<Workup, Failure> {
    let mut read = as_taped(file, text, scans)?;
    let report = read.scan.as_ref().map(|scan| scan.report()).unwrap_or_default();
    socket::measure_scanned(&mut read).map_err(|failure| failure.beside_scan(&report))?;
    Ok(read)
}

/// The same with the limb as it was taped, whatever its scan says: to show the two side by side. Nothing may be concluded from it.
///
/// # Errors
/// As [`case_of_text`].
pub fn as_taped(file: String, text: String, scans: &Scans<'_>) -> Result<Workup, Failure> {
    let settings = Cell::new(Settings::default());
    let check = |case: &Case| pump_settings::read(&case.prosthesis.pump_settings).map(|read| settings.set(read)).err();
    let case = Case::parse_every(&text, &SOUND, |case| check(case).unwrap_or_default()).map_err(|problems| {
        let faults = problems.iter().map(|problem| Fault::of_document(&file, &text, problem));
        let (open, wrong): (Vec<Fault>, Vec<Fault>) = faults.partition(Fault::is_open);
        // A key that is misspelt leaves its question open: what is wrong is told first.
        if wrong.is_empty() { Failure::Open(open) } else { Failure::Input(wrong) }
    })?;
    let scan = match &case.scan {
        Some(named) => Some(scans(&named.file, Told::of(named).at(case.limb.amputation_level))?),
        None => None,
    };
    Ok(Workup::new(file, text, case, settings.get(), scan))
}

/// What to call a file: as the user wrote it, "standard input" for `-`.
pub fn name_of(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_string() } else { path.display().to_string() }
}

/// What a text file is to be.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A case.
    Case,
    /// A script for `concord drive`.
    Script,
    /// A technique for `concord socket`.
    Technique,
    /// A study for `concord study`.
    Study,
    /// Shape modes of limbs for a study.
    LimbModes,
    /// A person's log for `concord calibrate`.
    Log,
    /// A pump in the catalogue's form.
    Pump,
    /// The state of a limb.
    Limb,
}

impl Kind {
    /// Its name, what to give instead of a folder, and what to do where there is none.
    const fn words(self) -> [&'static str; 3] {
        match self {
            Self::Case => {
                ["case", "give a case file, NAME.toml", "check the path, or write a new case with `concord new NAME`"]
            }
            Self::Limb => {
                ["limb's state", "give the state of a limb, NAME.json", "check the path; a day writes such files"]
            }
            Self::Technique => {
                ["technique", "give a technique, NAME.toml", "check the path; `concord socket --help` names it"]
            }
            Self::Study => {
                ["study", "give a study, NAME.toml", "check the path; `concord study list` names the ready ones"]
            }
            Self::LimbModes => {
                ["file of shape modes", "give a file, NAME.toml", "check the path; it is taken from beside the study"]
            }
            Self::Log => {
                ["log", "give a log, NAME.csv", "check the path; `concord calibrate --help` shows what a log is"]
            }
            Self::Pump => [
                "pump",
                "give a pump, NAME.toml",
                "check the path; `concord bench pump --help` shows what a pump's file is",
            ],
            Self::Script => {
                ["script", "give a script, NAME.txt", "check the path; `concord drive --help` shows what a script is"]
            }
        }
    }
}

/// Reads a text file; `-` is standard input, `file` what to call it.
///
/// # Errors
/// A file that is none, too large, or not text.
pub fn read_text(path: &Path, file: &str, kind: Kind) -> Result<String, Failure> {
    let bytes = if path == Path::new("-") {
        opened::read_bounded(std::io::stdin().lock(), LARGEST_FILE)
    } else {
        opened::open(path).and_then(|open| opened::read_bounded(open, LARGEST_FILE))
    };
    text_of(bytes.map_err(|refused| unreadable(path, file, kind, &refused))?, file)
}

/// Reads a text file that the file at `by` names; it lies where `named` allows.
///
/// # Errors
/// As [`read_text`].
pub fn read_named_text(by: &Path, name: &str, named: Named, kind: Kind) -> Result<(String, String), Failure> {
    let path = folder_of(by).join(name);
    let file = path.display().to_string();
    let open = opened::open_named(folder_of(by), Path::new(name), named);
    let bytes = open.and_then(|open| opened::read_bounded(open, LARGEST_FILE));
    let text = text_of(bytes.map_err(|refused| unreadable(&path, &file, kind, &refused))?, &file)?;
    Ok((file, text))
}

fn text_of(bytes: Vec<u8>, file: &str) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count() + 1;
        let what = format!("not text in UTF-8: the byte at offset {offset} is 0x{:02X}", error.as_bytes()[offset]);
        Failure::input(Fault::of_file(file, what, "save the file as UTF-8").at_line(line))
    })
}

fn unreadable(path: &Path, file: &str, kind: Kind, refused: &Refused) -> Failure {
    let [name, instead, absent] = kind.words();
    let (what, expected) = match refused {
        Refused::TooLarge => {
            (format!("larger than any {name}"), format!("a {name} is at most {} MiB of text", LARGEST_FILE >> 20))
        }
        Refused::Folder => (refused.to_string(), instead.into()),
        Refused::Missing => match nearest_neighbour(path) {
            Some(near) => (refused.to_string(), format!("did you mean {near}?")),
            None => (refused.to_string(), absent.into()),
        },
        _ => (refused.to_string(), refused.expected().into()),
    };
    Failure::input(Fault::of_file(file, what, expected))
}

/// The path of the file beside `path` whose name is most like it.
fn nearest_neighbour(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .ok()?
        .take(MOST_NEIGHBOURS)
        .flatten()
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    // The order of a folder differs between machines; the advice must not.
    names.sort_unstable();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let near = domain::document::nearest(name, &names)?;
    Some(path.with_file_name(near).display().to_string())
}
