//! A case with the text it was read from.

use crate::problem::Failure;
use crate::scan_file::ScanFile;
use crate::tape_against_scan::TapeAgainstScan;
use control::Settings;
use domain::Case;
use std::sync::Arc;

/// A case with the text it was read from.
#[derive(Debug)]
pub struct CaseFile {
    /// Where it came from, as the user wrote it; "standard input" for `-`.
    pub file: String,
    /// The text.
    pub text: String,
    /// The case; with a scan of the skin its limb is the scanned one.
    pub case: Case,
    /// The electronic pump's settings, the case's and ours.
    pub settings: Settings,
    /// The scan that the case names.
    pub scan: Option<Arc<ScanFile>>,
    /// What the tape says beside it.
    pub tape: Option<TapeAgainstScan>,
}

/// Finds a scan by the name that a case gives it, and reads it in the unit that is said of it.
pub type Scans<'a> = dyn Fn(&str, Option<&str>) -> Result<Arc<ScanFile>, Failure> + 'a;
