//! The clinic: what is kept, what is built in, and what has been opened lately. Every page is made from here.

use super::answer::Trouble;
use super::changes::changes;
use super::health::Health;
use super::jobs::Jobs;
use crate::case_report;
use crate::input::{CaseFile, Scans, as_taped, case_of_text};
use crate::judged::judged;
use crate::library::{self, Library};
use crate::problem::{Failure, Fault};
use crate::scan_file::{self, ScanFile};
use crate::socket::{self, MadeSocket, NoSocket};
use crate::view::socket_picture::Pictures;
use fitting::{Candidacy, Fitting};
use geometry::limb::{Limb, Measurements};
use maud::Markup;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};
use store::{Actor, CaseId, Draft, State, Store, StoreError, Version};
use study::fingerprint::fingerprint;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

/// Cases kept open: a scan is 10 to 100 MB when read.
const OPEN: usize = 8;

/// What is asked of the clinic waits here when every core is busy; more is refused.
const WAITING: usize = 500;

/// Everything behind the pages.
pub struct Clinic {
    /// Cases, users, sessions, audit.
    pub store: Store,
    /// Catalogue, rules, parameters.
    pub library: Library,
    /// Long work.
    pub jobs: Jobs,
    /// Whether what is kept is sound.
    pub health: Health,
    /// Short work: as many at once as there are cores, first come first served.
    cores: Semaphore,
    waiting: Semaphore,
    open: Mutex<VecDeque<Arc<Opened>>>,
}

/// One version of a case, read; or what is wrong with it.
pub struct Opened {
    /// The version as kept.
    pub version: Version,
    /// The case, measured by its scan where it names one.
    pub read: Result<CaseFile, Failure>,
    /// What is advised.
    pub fitting: Option<Fitting>,
    limb: OnceLock<Result<Arc<(Limb, Measurements)>, Failure>>,
    socket: OnceLock<Result<Result<Arc<MadeSocket>, NoSocket>, Failure>>,
    limb_views: OnceLock<Vec<Markup>>,
}

impl Opened {
    /// The case, or its faults.
    ///
    /// # Errors
    /// The faults of a draft.
    pub fn case(&self) -> Result<&CaseFile, Trouble> {
        self.read.as_ref().map_err(|failure| Trouble::Input(failure.faults().to_vec()))
    }

    /// The limb to look at, with its measurements: of the scan where there is one, whatever the tape says and whether or not a
    /// socket is made of it.
    ///
    /// # Errors
    /// What is wrong with the case or its scan.
    pub fn limb(&self, clinic: &Clinic) -> Result<Arc<(Limb, Measurements)>, Trouble> {
        let limb = self.limb.get_or_init(|| {
            let read = clinic.as_taped(&self.version.id, &self.version.name, &self.version.text)?;
            socket::shown(&read).map(Arc::new)
        });
        limb.as_ref().map(Arc::clone).map_err(|failure| Trouble::Input(failure.faults().to_vec()))
    }

    /// The socket: made once a version, of the scan or of the tape.
    ///
    /// # Errors
    /// What is wrong with the case, its limb, or its technique; [`Trouble::NoSocket`] where none is made of it.
    pub fn socket(&self, clinic: &Clinic) -> Result<Arc<MadeSocket>, Trouble> {
        self.socket_or_why(clinic)?.clone().map_err(|refused| Trouble::NoSocket(Box::new(refused)))
    }

    /// The same, where a refusal is an answer.
    ///
    /// # Errors
    /// What is wrong with the case, its limb, or its technique.
    pub fn socket_or_why(&self, clinic: &Clinic) -> Result<&Result<Arc<MadeSocket>, NoSocket>, Trouble> {
        let read = self.case()?;
        let made = self.socket.get_or_init(|| {
            let scans = clinic.scans(&self.version.id);
            let outcome = case_report::any_socket(read, &scans, &clinic.library, &stem(&self.version.name))?;
            Ok(outcome.map(Arc::new))
        });
        made.as_ref().map_err(|failure| Trouble::Input(failure.faults().to_vec()))
    }

    /// The limb from its four sides, coloured by the distance to `made`, its socket: drawn once a version.
    pub fn limb_views(&self, made: &MadeSocket) -> &[Markup] {
        self.limb_views.get_or_init(|| Pictures::new(made).limb().collect())
    }
}

impl Clinic {
    /// Opens what is kept.
    pub fn new(store: Store) -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            store,
            library: Library::embedded(),
            jobs: Jobs::new(cores),
            health: Health::default(),
            cores: Semaphore::new(cores),
            waiting: Semaphore::new(WAITING),
            open: Mutex::default(),
        }
    }

    /// Does short work on a thread where it may block; a panic in it is an answer, not the end.
    ///
    /// # Errors
    /// What the work itself says; [`Trouble::Busy`] where too many wait.
    pub async fn work<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Self) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let answer = Arc::new(Mutex::new(None));
        let kept = Arc::clone(&answer);
        let job = move |clinic: &Self| {
            let answer = work(clinic);
            *kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
        };
        self.on_a_core(Box::new(job)).await?;
        let answer = answer.lock().unwrap_or_else(PoisonError::into_inner).take();
        answer.unwrap_or(Err(Trouble::Broken)).map_err(|trouble| self.health.told(trouble))
    }

    /// Compiled once, whatever the work is.
    async fn on_a_core(self: &Arc<Self>, job: Box<dyn FnOnce(&Self) + Send>) -> Result<(), Trouble> {
        let _place = self.waiting.try_acquire().map_err(|_| Trouble::Busy)?;
        let _core = self.cores.acquire().await.map_err(|_| Trouble::Busy)?;
        let clinic = Arc::clone(self);
        let done = tokio::task::spawn_blocking(move || catch_unwind(AssertUnwindSafe(|| job(&clinic))));
        done.await.ok().and_then(Result::ok).ok_or(Trouble::Broken)
    }

    /// The newest version of a case.
    ///
    /// # Errors
    /// There is no such case.
    pub fn open(&self, id: &CaseId) -> Result<Arc<Opened>, Trouble> {
        let head = self.store.head(id)?;
        self.opened(head)
    }

    /// The newest version of a case with its socket, or why it has none.
    ///
    /// # Errors
    /// There is no such case.
    #[allow(clippy::type_complexity, reason = "two things of one case")]
    pub fn open_with_socket(&self, id: &CaseId) -> Result<(Arc<Opened>, Result<Arc<MadeSocket>, Trouble>), Trouble> {
        let opened = self.open(id)?;
        let made = opened.socket(self);
        Ok((opened, made))
    }

    /// A version of a case; the newest where none is named.
    ///
    /// # Errors
    /// There is no such version.
    pub fn open_at(&self, id: &CaseId, number: Option<u64>) -> Result<Arc<Opened>, Trouble> {
        number.map_or_else(|| self.open(id), |number| self.open_version(id, number))
    }

    /// One version of a case.
    ///
    /// # Errors
    /// There is no such version.
    pub fn open_version(&self, id: &CaseId, number: u64) -> Result<Arc<Opened>, Trouble> {
        let version = self.store.version(id, number)?;
        self.opened(version)
    }

    fn opened(&self, version: Version) -> Result<Arc<Opened>, Trouble> {
        let same = |opened: &Arc<Opened>| opened.version.id == version.id && opened.version.number == version.number;
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = open.iter().position(same)
            && let Some(found) = open.remove(at)
        {
            open.push_back(Arc::clone(&found));
            return Ok(found);
        }
        drop(open);
        let read = self.read(&version.id, &version.name, &version.text);
        let fitting = read.as_ref().ok().map(|read| judged(&read.case, &read.settings, &self.library));
        let opened = Arc::new(Opened {
            version,
            read,
            fitting,
            limb: OnceLock::new(),
            socket: OnceLock::new(),
            limb_views: OnceLock::new(),
        });
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.push_back(Arc::clone(&opened));
        if open.len() > OPEN {
            open.pop_front();
        }
        Ok(opened)
    }

    /// Reads a text as a case, its scans being those attached to `id`.
    ///
    /// # Errors
    /// Every fault found.
    pub fn read(&self, id: &CaseId, name: &str, text: &str) -> Result<CaseFile, Failure> {
        case_of_text(format!("{}.toml", stem(name)), text.to_string(), &self.scans(id))
    }

    /// The same with the limb as it was taped: to look at, nothing may be concluded from it.
    ///
    /// # Errors
    /// Every fault found.
    pub fn as_taped(&self, id: &CaseId, name: &str, text: &str) -> Result<CaseFile, Failure> {
        as_taped(format!("{}.toml", stem(name)), text.to_string(), &self.scans(id))
    }

    /// The scans attached to a case. Those of cases that are open are not read again.
    pub fn scans(&self, id: &CaseId) -> impl Fn(&str, Option<&str>) -> Result<Arc<ScanFile>, Failure> + '_ {
        let id = id.clone();
        move |name, unit| {
            let known = {
                let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
                open.iter().filter(|opened| opened.version.id == id).find_map(|opened| {
                    let read = opened.read.as_ref().ok()?;
                    let named = read.case.scan.as_ref()?;
                    (named.file == name && named.unit.as_deref() == unit).then(|| read.scan.clone())?
                })
            };
            if let Some(scan) = known {
                return Ok(scan);
            }
            let bytes = self
                .store
                .file(&id, name)
                .map_err(|error| Failure::other(Fault::of_file(name, error.to_string(), "")))?;
            let bytes = bytes.ok_or_else(|| {
                Failure::input(Fault::of_file(
                    name,
                    "no such scan is kept with this case",
                    "upload it on the page of the limb",
                ))
            })?;
            scan_file::of_bytes(name.to_string(), bytes, unit, false).map(Arc::new)
        }
    }

    /// What is kept of a text beside it: its name, and how far the case is.
    pub fn draft(&self, id: Option<&CaseId>, text: &str) -> Draft {
        let none = |file: &str, _: Option<&str>| Err(Failure::input(Fault::of_file(file, "no scan is kept yet", "")));
        match id {
            Some(id) => self.draft_with(text, &self.scans(id)),
            None => self.draft_with(text, &none),
        }
    }

    /// The same with scans that come with the text.
    pub fn draft_with(&self, text: &str, scans: &Scans) -> Draft {
        let name = name_in(text);
        let read = case_of_text(format!("{}.toml", stem(&name)), text.to_string(), scans);
        let state = match read {
            Err(_) => State::Draft,
            Ok(read) => state(judged(&read.case, &read.settings, &self.library).verdict),
        };
        Draft { text: text.to_string(), name, state }
    }

    /// The fingerprint of everything that a report of a version is made from: its text, its scans, rules and program.
    ///
    /// # Errors
    /// There is no such case.
    pub fn inputs(&self, version: &Version) -> Result<String, StoreError> {
        let scans = self.store.files(&version.id)?;
        let scans: Vec<String> = scans.iter().map(|scan| format!("{} {}", scan.name, scan.sha256)).collect();
        let own = [version.text.as_str(), env!("CARGO_PKG_VERSION")];
        Ok(fingerprint(own.into_iter().chain(scans.iter().map(String::as_str)).chain(library::of_a_day())))
    }

    /// Judges the newest version of every case by this program's rules where it was kept by others.
    pub fn judge_again(&self) {
        let rules = fingerprint(library::of_a_day().into_iter().chain([env!("CARGO_PKG_VERSION")]));
        if self.store.judged_by().ok().flatten().as_deref() != Some(&rules) {
            self.judge_all();
            // Where that cannot be noted, they are judged at the next start, too.
            let _ = self.store.note_judged_by(&rules);
        }
    }

    /// Judges the newest version of every case. What cannot be read or kept stays as it is.
    pub fn judge_all(&self) {
        for row in self.store.cases("").unwrap_or_default() {
            let Ok(head) = self.store.head(&row.id) else { continue };
            let state = self.draft(Some(&row.id), &head.text).state;
            if state != head.state && self.store.judge(&row.id, head.number, state).is_ok() {
                self.open.lock().unwrap_or_else(PoisonError::into_inner).retain(|opened| opened.version.id != row.id);
            }
        }
    }

    /// Deletes a case with every version, scan and report.
    ///
    /// # Errors
    /// There is no such case.
    pub fn delete(&self, by: &str, id: &CaseId) -> Result<(), Trouble> {
        self.jobs.forget(id);
        self.open.lock().unwrap_or_else(PoisonError::into_inner).retain(|opened| opened.version.id != *id);
        Ok(self.store.delete(&actor(by), id)?)
    }

    /// Forgets what was opened and made: the store holds other cases now.
    pub fn forget_all(&self) {
        self.jobs.forget_all();
        self.open.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Keeps a new version made from version `base`; the same text again makes none.
    ///
    /// # Errors
    /// [`Trouble::Conflict`] where someone else has saved since.
    pub fn save(&self, by: &str, id: &CaseId, base: u64, text: &str) -> Result<Version, Trouble> {
        let before = self.store.version(id, base)?;
        let note = changes(&before.text, text).iter().take(3).map(ToString::to_string).collect::<Vec<_>>().join("; ");
        let draft = self.draft(Some(id), text);
        Ok(self.store.save(&actor(by), id, base, &draft, &note)?)
    }
}

/// How far a case is that was judged.
pub const fn state(verdict: Candidacy) -> State {
    match verdict {
        Candidacy::Candidate => State::Fitted,
        Candidacy::NotBefore => State::NotBefore,
        Candidacy::Refused => State::Refused,
    }
}

/// Who does something, now.
pub fn actor(name: &str) -> Actor {
    Actor { name: name.to_string(), at: now() }
}

/// Seconds since 1970.
pub fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64)
}

/// A case's name as its text has it, however broken the rest is.
fn name_in(text: &str) -> String {
    let table = toml::from_str::<toml::Table>(text).ok();
    let name =
        table.as_ref().and_then(|table| table.get("name")?.as_str()).map(str::trim).filter(|name| !name.is_empty());
    let quoted = || text.lines().find_map(|line| line.strip_prefix("name")?.split('"').nth(1));
    name.or_else(quoted).unwrap_or("?").chars().filter(|c| !c.is_control()).take(200).collect()
}

/// What the files of a case are called: letters, digits and underscores of its name.
pub fn stem(name: &str) -> String {
    let mut stem = String::new();
    // "é" is "e" with an accent, however it was typed; what German writes in two letters is composed again first.
    for c in name.nfc().collect::<String>().to_lowercase().chars() {
        match c {
            'ä' => stem += "ae",
            'ö' => stem += "oe",
            'ü' => stem += "ue",
            'ß' => stem += "ss",
            c if c.is_ascii_alphanumeric() => stem.push(c),
            c if c.is_alphabetic() && c.nfd().next().is_some_and(|base| base.is_ascii_alphabetic()) => {
                stem.extend(c.nfd().next());
            }
            _ if !stem.ends_with('_') => stem.push('_'),
            _ => {}
        }
    }
    let stem: String = stem.trim_matches('_').chars().take(60).collect();
    if stem.is_empty() { "case".into() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_hold_letters_digits_and_underscores() {
        assert_eq!(stem("Müller, K. (links)"), "mueller_k_links");
        assert_eq!(stem("../../etc/passwd"), "etc_passwd");
        assert_eq!(stem("日本"), "case");
        assert_eq!(stem("José Ångström-Čapek"), "jose_angstroem_capek");
        assert_eq!(stem("Jose\u{301} Mu\u{308}ller"), "jose_mueller");
    }

    #[test]
    fn a_broken_text_still_has_its_name() {
        assert_eq!(name_in("name = \"Anna\"\nbody = = 3\n"), "Anna");
        assert_eq!(name_in("nothing"), "?");
    }

    #[test]
    fn a_fault_in_somebodys_work_is_an_answer_and_others_go_on() {
        let folder = std::env::temp_dir().join(format!("concord-clinic-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let clinic = Arc::new(Clinic::new(Store::open(&folder.join("concord.sqlite")).unwrap()));
        let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| {}));
        for _ in 0..100 {
            let broken: Result<(), Trouble> = runtime.block_on(clinic.work(|_| panic!("a fault")));
            assert!(matches!(broken, Err(Trouble::Broken)));
        }
        std::panic::set_hook(hook);
        let cases = runtime.block_on(clinic.work(|clinic| Ok(clinic.store.cases("")?.len())));
        assert_eq!(cases.unwrap(), 0);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
