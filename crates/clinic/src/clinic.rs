//! The clinic: what is kept, what is built in, and what has been opened lately. Every page is made from here.

use super::clock::actor;
use super::error::HttpError;
use super::files::stem;
use super::form::changes::changes;
use super::health::Health;
use super::jobs::Jobs;
use super::opened_case::{Cache, Need, OpenedCase, Source};
use super::scheduler::{Queue, Requester, Scheduler};
use super::upload_slots::UploadSlots;
use super::visit::Visit;
use evidence::fingerprint::fingerprint;
use fitting::Candidacy;
use std::sync::{Arc, Mutex, PoisonError};
use store::{CaseId, Draft, State, Store, StoreError, Version};
use workup::input::{Scans, Workup, as_taped, case_of_text};
use workup::library::{self, Library};
use workup::problem::{Failure, Fault};
use workup::scan_file::{self, ScanFile, Told};

/// Everything behind the pages.
pub struct Clinic {
    /// Cases, users, sessions, audit.
    pub store: Store,
    /// Catalogue, rules, parameters.
    pub library: Library,
    /// Long work.
    pub jobs: Jobs,
    /// Slots for uploads.
    pub upload_slots: UploadSlots,
    scheduler: Scheduler,
    cache: Cache,
    /// Whether what is kept is sound.
    pub health: Health,
}

impl Clinic {
    /// Opens what is kept.
    pub fn new(store: Store) -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            store,
            library: Library::embedded(),
            jobs: Jobs::new(cores),
            upload_slots: UploadSlots::default(),
            scheduler: Scheduler::new(cores),
            cache: Cache::default(),
            health: Health::default(),
        }
    }

    /// Does short work: what a page, a save or a slider asks.
    ///
    /// # Errors
    /// As [`Clinic::work_in`].
    pub async fn work<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Self) -> Result<T, HttpError> + Send + 'static,
    ) -> Result<T, HttpError> {
        self.work_in(Queue::Page, work).await
    }

    /// Does short work in a queue.
    ///
    /// # Errors
    /// What the work itself says; [`HttpError::Busy`] where too many wait.
    pub async fn work_in<T: Send + 'static>(
        self: &Arc<Self>,
        queue: Queue,
        work: impl FnOnce(&Self) -> Result<T, HttpError> + Send + 'static,
    ) -> Result<T, HttpError> {
        let (kept, answer) = answer();
        let clinic = Arc::clone(self);
        self.scheduler.short(queue, Box::new(move || kept(work(&clinic)))).await?;
        answer().map_err(|error| self.health.or_damaged(error))
    }

    /// Does long work of a visitor, which may ask whether anybody still waits for it.
    ///
    /// # Errors
    /// What the work itself says; [`HttpError::TooManyRequests`] or [`HttpError::Busy`] where too much of it waits.
    pub async fn long_work<T: Send + 'static>(
        self: &Arc<Self>,
        visit: &Visit,
        work: impl FnOnce(&Self, &Requester) -> Result<T, HttpError> + Send + 'static,
    ) -> Result<T, HttpError> {
        let (kept, answer) = answer();
        let clinic = Arc::clone(self);
        self.scheduler.long(&visit.name, Box::new(move |requester| kept(work(&clinic, requester)))).await?;
        answer().map_err(|error| self.health.or_damaged(error))
    }

    /// A version of a case, the newest where none is named, with what is to be shown of it made: at once where that is there
    /// already, else as long work.
    ///
    /// # Errors
    /// There is no such version.
    pub async fn ready(
        self: &Arc<Self>,
        visit: &Visit,
        id: &CaseId,
        number: Option<u64>,
        need: Need,
    ) -> Result<Arc<OpenedCase>, HttpError> {
        let wanted = id.clone();
        let at_hand = self
            .work(move |clinic| {
                let version = clinic.version(&wanted, number)?;
                if let Some(opened) = clinic.cache.find(&wanted, version.number) {
                    return Ok(opened.has(need).then_some(opened));
                }
                // A scan takes a while to read.
                let small = need == Need::Case && clinic.store.files(&wanted)?.is_empty();
                small.then(|| clinic.opened(version)).transpose()
            })
            .await?;
        if let Some(opened) = at_hand {
            return Ok(opened);
        }
        let wanted = id.clone();
        self.long_work(visit, move |clinic, requester| {
            let opened = clinic.open_at(&wanted, number)?;
            opened.make(clinic, need, requester)?;
            clinic.cache.make_room();
            Ok(opened)
        })
        .await
    }

    /// The newest version of a case.
    ///
    /// # Errors
    /// There is no such case.
    pub fn open(&self, id: &CaseId) -> Result<Arc<OpenedCase>, HttpError> {
        let head = self.store.head(id)?;
        self.opened(head)
    }

    /// A version of a case; the newest where none is named.
    ///
    /// # Errors
    /// There is no such version.
    pub fn open_at(&self, id: &CaseId, number: Option<u64>) -> Result<Arc<OpenedCase>, HttpError> {
        self.opened(self.version(id, number)?)
    }

    /// One version of a case.
    ///
    /// # Errors
    /// There is no such version.
    pub fn open_version(&self, id: &CaseId, number: u64) -> Result<Arc<OpenedCase>, HttpError> {
        let version = self.store.version(id, number)?;
        self.opened(version)
    }

    fn version(&self, id: &CaseId, number: Option<u64>) -> Result<Version, HttpError> {
        Ok(number.map_or_else(|| self.store.head(id), |number| self.store.version(id, number))?)
    }

    fn opened(&self, version: Version) -> Result<Arc<OpenedCase>, HttpError> {
        if let Some(found) = self.cache.find(&version.id, version.number) {
            return Ok(found);
        }
        let read = self.read(&version.id, &version.name, &version.text);
        let fitting = read.as_ref().ok().map(|read| read.judged(&self.library).clone());
        let opened = Arc::new(OpenedCase::new(version, read, fitting));
        self.cache.put(&opened);
        Ok(opened)
    }

    /// Reads a text as a case, its scans being those attached to `id`.
    ///
    /// # Errors
    /// Every fault found.
    pub fn read(&self, id: &CaseId, name: &str, text: &str) -> Result<Workup, Failure> {
        case_of_text(format!("{}.toml", stem(name)), text.to_string(), &self.scans(id))
    }

    /// The same with the limb as it was taped: to look at, nothing may be concluded from it.
    ///
    /// # Errors
    /// Every fault found.
    pub fn as_taped(&self, id: &CaseId, name: &str, text: &str) -> Result<Workup, Failure> {
        as_taped(format!("{}.toml", stem(name)), text.to_string(), &self.scans(id))
    }

    /// The scans attached to a case. Those of cases that are open are not read again.
    pub fn scans(&self, id: &CaseId) -> impl Fn(&str, Told<'_>) -> Result<Arc<ScanFile>, Failure> + '_ {
        let id = id.clone();
        move |name, told| self.scan(&id, name, told)
    }

    /// What is kept of a text beside it: its name, and how far the case is.
    pub fn draft(&self, id: Option<&CaseId>, text: &str) -> Draft {
        let none = |file: &str, _: Told<'_>| Err(Failure::input(Fault::of_file(file, "no scan is kept yet", "")));
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
            Ok(read) => state(read.judged(&self.library).verdict),
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
                self.cache.forget(&row.id);
            }
        }
    }

    /// Deletes a case with every version, scan and report.
    ///
    /// # Errors
    /// There is no such case.
    pub fn delete(&self, by: &str, id: &CaseId) -> Result<(), HttpError> {
        self.forget(id);
        Ok(self.store.delete(&actor(by), id)?)
    }

    /// Forgets what was opened and made of a case.
    pub fn forget(&self, id: &CaseId) {
        self.jobs.forget(id);
        self.cache.forget(id);
    }

    /// Forgets what was opened and made: the store holds other cases now.
    pub fn forget_all(&self) {
        self.jobs.forget_all();
        self.cache.clear();
    }

    /// Keeps a new version made from version `base`; the same text again makes none.
    ///
    /// # Errors
    /// [`HttpError::Conflict`] where someone else has saved since.
    pub fn save(&self, by: &str, id: &CaseId, base: u64, text: &str) -> Result<Version, HttpError> {
        let before = self.store.version(id, base)?;
        let note = changes(&before.text, text).iter().take(3).map(ToString::to_string).collect::<Vec<_>>().join("; ");
        self.save_noted(by, id, base, text, &note)
    }

    /// The same with what the version says of itself.
    ///
    /// # Errors
    /// As [`Clinic::save`].
    pub fn save_noted(&self, by: &str, id: &CaseId, base: u64, text: &str, note: &str) -> Result<Version, HttpError> {
        let draft = self.draft(Some(id), text);
        Ok(self.store.save(&actor(by), id, base, &draft, note)?)
    }
}

impl Source for Clinic {
    fn library(&self) -> &Library {
        &self.library
    }

    fn scan(&self, id: &CaseId, name: &str, told: Told<'_>) -> Result<Arc<ScanFile>, Failure> {
        let known = self.cache.scan(id, name, told);
        if let Some(scan) = known {
            return Ok(scan);
        }
        let bytes = self
            .store
            .file(id, name)
            .map_err(|error| Failure::other(Fault::of_file(name, error.without_place(), "")))?;
        let bytes = bytes.ok_or_else(|| {
            Failure::input(Fault::of_file(
                name,
                "no such scan is kept with this case",
                "upload it on the page of the limb",
            ))
        })?;
        scan_file::of_bytes(name.to_string(), bytes, told).map(Arc::new)
    }
}

/// Where work on another thread leaves its answer, and where that is taken from.
#[allow(clippy::type_complexity, reason = "two ends of one place")]
fn answer<T: Send + 'static>() -> (impl FnOnce(Result<T, HttpError>) + Send, impl FnOnce() -> Result<T, HttpError>) {
    let kept = Arc::new(Mutex::new(None));
    let taken = Arc::clone(&kept);
    let keep = move |answer| *kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
    let take = move || {
        let answer = taken.lock().unwrap_or_else(PoisonError::into_inner).take();
        answer.unwrap_or(Err(HttpError::Internal))
    };
    (keep, take)
}

/// How far a case is that was judged.
pub const fn state(verdict: Candidacy) -> State {
    match verdict {
        Candidacy::Candidate => State::Fitted,
        Candidacy::NotBefore => State::NotBefore,
        Candidacy::Refused => State::Refused,
    }
}

/// A case's name as its text has it, however broken the rest is.
fn name_in(text: &str) -> String {
    let table = toml::from_str::<toml::Table>(text).ok();
    let name =
        table.as_ref().and_then(|table| table.get("name")?.as_str()).map(str::trim).filter(|name| !name.is_empty());
    let quoted = || text.lines().find_map(|line| line.strip_prefix("name")?.split('"').nth(1));
    name.or_else(quoted).unwrap_or("?").chars().filter(|c| !c.is_control()).take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let broken: Result<(), HttpError> = runtime.block_on(clinic.work(|_| panic!("a fault")));
            assert!(matches!(broken, Err(HttpError::Internal)));
        }
        std::panic::set_hook(hook);
        let cases = runtime.block_on(clinic.work(|clinic| Ok(clinic.store.cases("")?.len())));
        assert_eq!(cases.unwrap(), 0);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
