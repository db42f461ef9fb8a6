//! One version of a case, read, with what was made of it; and the few that are kept at hand.

use super::error::HttpError;
use super::files::stem;
use super::scheduler::Requester;
use ::report::case_report;
use ::report::socket_picture::Pictures;
use fitting::Fitting;
use geometry::limb::{Limb, Measurements};
use maud::Markup;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use store::{CaseId, Version};
use texts::{Language, Texts};
use twin::ensemble::Draw;
use workup::compute;
use workup::input::{Workup, as_taped};
use workup::library::Library;
use workup::outcome::FitResult;
use workup::problem::Failure;
use workup::scan_file::{ScanFile, Told};
use workup::socket::strength::data::Material;
use workup::socket::strength::{Question, Strength, StrengthDrawn};
use workup::socket::{self, MadeSocket, NoSocket, loaded};

/// Persons and seed of a report: those of `concord run`.
pub const DRAW: Draw = Draw { persons: 60, seed: 1 };

/// Cases kept at hand.
const KEPT: usize = 64;

/// Of these, cases with a scan or a socket: each is 10 to 100 MB.
const KEPT_LARGE: usize = 8;

/// What is to be shown of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The case, read and judged.
    Case,
    /// What the days of the best pumps answer.
    Fit,
    /// Limb and socket.
    Socket,
    /// Pictures of the limb with its socket.
    Views,
    /// How strong the socket is when made of this.
    Strength(Material),
}

/// What is needed beside a version to make what is shown of it.
pub trait Source {
    /// Catalogue, rules, parameters.
    fn library(&self) -> &Library;

    /// A scan that is kept with a case.
    ///
    /// # Errors
    /// There is no such scan, or it cannot be read.
    fn scan(&self, id: &CaseId, name: &str, told: Told<'_>) -> Result<Arc<ScanFile>, Failure>;
}

/// One version of a case, read; or what is wrong with it.
pub struct OpenedCase {
    /// The version as kept.
    pub version: Version,
    /// The case, measured by its scan where it names one.
    pub read: Result<Workup, Failure>,
    /// What is advised.
    pub fitting: Option<Fitting>,
    fit: OnceLock<FitResult>,
    limb: OnceLock<Result<Arc<(Limb, Measurements)>, Failure>>,
    socket: OnceLock<Result<Result<Arc<MadeSocket>, NoSocket>, Failure>>,
    /// One a material.
    strengths: [OnceLock<Result<(Strength, StrengthDrawn), Failure>>; Material::ALL.len()],
    /// One a language.
    limb_views: Vec<OnceLock<Vec<Markup>>>,
}

impl OpenedCase {
    /// A version that was read and judged.
    pub fn new(version: Version, read: Result<Workup, Failure>, fitting: Option<Fitting>) -> Self {
        let (fit, limb, socket) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        let limb_views = Language::all().map(|_| OnceLock::new()).collect();
        let strengths = Material::ALL.map(|_| OnceLock::new());
        Self { version, read, fitting, fit, limb, socket, strengths, limb_views }
    }

    /// The case, or its faults.
    ///
    /// # Errors
    /// The faults of a draft.
    pub fn case(&self) -> Result<&Workup, HttpError> {
        self.read.as_ref().map_err(|failure| HttpError::Input(failure.faults().to_vec()))
    }

    /// Whether what is to be shown is there already, or can be told without work.
    pub fn has(&self, need: Need) -> bool {
        let made = || matches!(self.socket.get(), Some(Ok(Ok(_))));
        let drawn = || self.limb_views.iter().any(|views| views.get().is_some());
        match need {
            Need::Case => true,
            Need::Fit => self.read.is_err() || self.fit.get().is_some(),
            Need::Socket => self.limb.get().is_some() && (self.read.is_err() || self.socket.get().is_some()),
            Need::Views => self.has(Need::Socket) && (!made() || drawn()),
            Need::Strength(material) => {
                self.has(Need::Socket) && (!made() || self.strength_of(material).get().is_some())
            }
        }
    }

    /// Makes what is to be shown, for as long as somebody waits for it. That it cannot be made is told when it is shown.
    ///
    /// # Errors
    /// Nobody waits any more.
    pub fn make(&self, source: &impl Source, need: Need, requester: &Requester) -> Result<(), HttpError> {
        match need {
            Need::Case => {}
            Need::Fit => {
                if self.read.is_ok() {
                    self.fit(source, requester)?;
                }
            }
            Need::Socket | Need::Views | Need::Strength(_) => {
                let _ = self.limb(source);
                requester.check_cancelled()?;
                let made = self.socket(source);
                requester.check_cancelled()?;
                match (need, made) {
                    (Need::Views, Ok(made)) => {
                        self.limb_views(Texts::english(), &made);
                    }
                    (Need::Strength(material), Ok(_)) => {
                        let _ = self.strength(source, material);
                        requester.check_cancelled()?;
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// What `concord fit` says of the case: made once a version.
    ///
    /// # Errors
    /// The faults of a draft; nobody waits any more.
    pub fn fit(&self, source: &impl Source, requester: &Requester) -> Result<&FitResult, HttpError> {
        let read = self.case()?;
        if self.fit.get().is_none() {
            let made = compute::fit(read, source.library(), DRAW, &|| requester.check_cancelled())?;
            // Another who asked for the same may have been first.
            let _ = self.fit.set(made);
        }
        self.fit.get().ok_or(HttpError::Internal)
    }

    /// The limb to look at, with its measurements: of the scan where there is one, whatever the tape says and whether or not a
    /// socket is made of it.
    ///
    /// # Errors
    /// What is wrong with the case or its scan.
    pub fn limb(&self, source: &impl Source) -> Result<Arc<(Limb, Measurements)>, HttpError> {
        let limb = once(&self.limb, || {
            let (version, scans) = (&self.version, self.scans(source));
            let read = as_taped(format!("{}.toml", stem(&version.name)), version.text.clone(), &scans)?;
            socket::shown(&read).map(Arc::new)
        });
        limb.as_ref().map(Arc::clone).map_err(|failure| HttpError::Input(failure.faults().to_vec()))
    }

    /// The socket: made once a version, of the scan or of the tape.
    ///
    /// # Errors
    /// What is wrong with the case, its limb, or its technique; [`HttpError::NoSocket`] where none is made of it.
    pub fn socket(&self, source: &impl Source) -> Result<Arc<MadeSocket>, HttpError> {
        self.socket_or_why(source)?.clone().map_err(|refused| HttpError::NoSocket(Box::new(refused)))
    }

    /// The same, where a refusal is an answer.
    ///
    /// # Errors
    /// What is wrong with the case, its limb, or its technique.
    pub fn socket_or_why(&self, source: &impl Source) -> Result<&Result<Arc<MadeSocket>, NoSocket>, HttpError> {
        let read = self.case()?;
        let made = once(&self.socket, || {
            let scans = self.scans(source);
            let outcome = case_report::any_socket(read, &scans, source.library(), &stem(&self.version.name))?;
            Ok(outcome.map(Arc::new))
        });
        made.as_ref().map_err(|failure| HttpError::Input(failure.faults().to_vec()))
    }

    /// How strong the socket is when made of this: computed once a version.
    ///
    /// # Errors
    /// As [`Self::socket`]; a socket whose strength cannot be computed.
    pub fn strength(&self, source: &impl Source, material: Material) -> Result<&(Strength, StrengthDrawn), HttpError> {
        let (read, made) = (self.case()?, self.socket(source)?);
        let computed = once(self.strength_of(material), || {
            loaded::of_made(&socket::of_case(read), &made, Question::of(material), &|| ())
        });
        computed.as_ref().map_err(|failure| HttpError::Input(failure.faults().to_vec()))
    }

    const fn strength_of(&self, material: Material) -> &OnceLock<Result<(Strength, StrengthDrawn), Failure>> {
        let [petg, pa12, pp, carbon_laminate] = &self.strengths;
        match material {
            Material::Petg => petg,
            Material::Pa12 => pa12,
            Material::Pp => pp,
            Material::CarbonLaminate => carbon_laminate,
        }
    }

    fn scans<'a>(&'a self, source: &'a impl Source) -> impl Fn(&str, Told<'_>) -> Result<Arc<ScanFile>, Failure> + 'a {
        move |name, told| source.scan(&self.version.id, name, told)
    }

    /// Keeps the socket that was made of this version's text before it was saved.
    pub fn keep_socket(&self, made: &Arc<MadeSocket>) {
        // One that is there already is the same.
        let _ = self.socket.set(Ok(Ok(Arc::clone(made))));
    }

    /// The limb from its four sides, coloured by the distance to `made`, its socket: drawn once a version and language.
    pub fn limb_views(&self, texts: &'static Texts, made: &MadeSocket) -> &[Markup] {
        let drawn = self.limb_views.get(texts.language().place());
        drawn.map_or(&[], |drawn| once(drawn, || Pictures::new(texts, made).limb().collect::<Vec<_>>()).as_slice())
    }

    /// Whether it holds a scan or a shape.
    fn is_large(&self) -> bool {
        let scanned = self.read.as_ref().is_ok_and(|read| read.scan.is_some());
        scanned || self.limb.get().is_some() || self.socket.get().is_some()
    }
}

/// What is there, or is made now. Two who come at once both make it: whoever waited for the other would hold a thread that the
/// other's work may need.
fn once<T>(place: &OnceLock<T>, make: impl FnOnce() -> T) -> &T {
    if let Some(there) = place.get() {
        return there;
    }
    let made = make();
    place.get_or_init(|| made)
}

/// The cases at hand, the one used last at the end.
#[derive(Default)]
pub struct Cache(Mutex<VecDeque<Arc<OpenedCase>>>);

impl Cache {
    /// A version that is at hand.
    pub fn find(&self, id: &CaseId, number: u64) -> Option<Arc<OpenedCase>> {
        let mut open = self.open();
        let at = open.iter().position(|opened| opened.version.id == *id && opened.version.number == number)?;
        let found = open.remove(at)?;
        open.push_back(Arc::clone(&found));
        Some(found)
    }

    /// Puts a version at hand.
    pub fn put(&self, opened: &Arc<OpenedCase>) {
        self.open().push_back(Arc::clone(opened));
        self.make_room();
    }

    /// The ones not used for longest go, and of the large ones more: what was made of a case since makes it large.
    pub fn make_room(&self) {
        let mut open = self.open();
        while open.len() > KEPT {
            open.pop_front();
        }
        while open.iter().filter(|opened| opened.is_large()).count() > KEPT_LARGE
            && let Some(oldest) = open.iter().position(|opened| opened.is_large())
        {
            open.remove(oldest);
        }
    }

    /// A scan of a case that is at hand.
    pub fn scan(&self, id: &CaseId, name: &str, told: Told<'_>) -> Option<Arc<ScanFile>> {
        let open = self.open();
        open.iter().filter(|opened| opened.version.id == *id).find_map(|opened| {
            let read = opened.read.as_ref().ok()?;
            let named = read.case.scan.as_ref()?;
            let own = Told::of(named).at(read.case.limb.amputation_level);
            let same = (own.unit, own.up, own.part, own.keep, own.level)
                == (told.unit, told.up, told.part, told.keep, told.level)
                && (own.weld, own.smooth) == (told.weld, told.smooth);
            (named.file == name && same).then(|| read.scan.clone())?
        })
    }

    /// Forgets every version of a case.
    pub fn forget(&self, id: &CaseId) {
        self.open().retain(|opened| opened.version.id != *id);
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.open().clear();
    }

    fn open(&self) -> MutexGuard<'_, VecDeque<Arc<OpenedCase>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
