//! A case, opened: what terminal, page, API and Python all begin with.

use crate::judged::lived_on;
use crate::library::Library;
use crate::personal::Personal;
use crate::problem::Failure;
use crate::scan_file::{ScanFile, Told};
use crate::tape_against_scan::TapeAgainstScan;
use control::Settings;
use domain::Case;
use fitting::{Fitting, recommend};
use geometry::limb::Limb;
use std::sync::{Arc, OnceLock};

/// A case with everything that is known of it before anything is simulated for many persons: each part is made once, the first
/// time that it is asked for.
#[derive(Debug)]
pub struct Workup {
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
    /// The scan laid in the limb's axes; none without a scan of this side.
    pub(crate) limb: Option<Arc<Limb>>,
    advised: Arc<OnceLock<Fitting>>,
    judged: OnceLock<Fitting>,
    personal: OnceLock<Personal>,
}

impl Workup {
    /// Of what was read.
    pub(crate) fn new(file: String, text: String, case: Case, settings: Settings, scan: Option<Arc<ScanFile>>) -> Self {
        let (advised, judged, personal) = (Arc::default(), OnceLock::new(), OnceLock::new());
        Self { file, text, case, settings, scan, tape: None, limb: None, advised, judged, personal }
    }

    /// What the rules advise.
    pub fn advised(&self, library: &Library) -> &Fitting {
        self.advised.get_or_init(|| recommend(&self.case, &library.catalog, &library.rules))
    }

    /// What the rules advise, and what the simulated day of the recommended pump adds to it.
    pub fn judged(&self, library: &Library) -> &Fitting {
        let live = || {
            let central = self.personal(library).parameters.central();
            lived_on(self.advised(library).clone(), &self.case, &central, &self.settings, library)
        };
        self.judged.get_or_init(live)
    }

    /// Persons like this one.
    pub fn personal(&self, library: &Library) -> &Personal {
        self.personal.get_or_init(|| Personal::of(&self.case, library, self.advised(library)))
    }

    /// Where the advice is or will be, for what is made of this case elsewhere.
    pub(crate) fn advice(&self) -> Arc<OnceLock<Fitting>> {
        Arc::clone(&self.advised)
    }
}

/// Finds a scan by the name that a case gives it, and reads it with what is said of it.
pub type Scans<'a> = dyn Fn(&str, Told<'_>) -> Result<Arc<ScanFile>, Failure> + 'a;
