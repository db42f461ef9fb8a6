//! Files that exist only while something is made. They are removed when they are dropped; where the program was killed
//! before, the next one to open the store removes them. One that another program still holds is left to it.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::error::StoreError;
use crate::place::{self, at, beside, remove, remove_companions};
use crate::random;

/// How the name goes on behind the store's.
const SCRATCH: &str = ".scratch-";

/// The same of a file that says where an unfinished one lies outside the folder.
const ELSEWHERE: &str = ".elsewhere-";

/// How the files that earlier programs left were called: they began so, and had one of these words in their name.
const EARLIER: (&str, [&str; 2]) = (".concord-", ["-backup", "-restore"]);

/// The longest path that is read from a file that names one, in bytes.
const LONGEST_PATH: u64 = 8192;

/// A file beside the store that exists while something is made; its owner's alone.
#[derive(Debug)]
pub struct Scratch {
    // Closed before it is removed: some systems remove no open file.
    file: File,
    name: Name,
}

/// The name of a file that goes when this is dropped.
#[derive(Debug)]
struct Name(PathBuf);

impl Scratch {
    /// An empty one beside `store`.
    pub(crate) fn beside(store: &Path) -> Result<Self, StoreError> {
        Self::new(store, SCRATCH)
    }

    fn new(store: &Path, ending: &str) -> Result<Self, StoreError> {
        let path = beside(store, &format!("{ending}{}", random::hex(&random::bytes::<8>()?)));
        let file = options().create_new(true).open(&path).map_err(at(&path))?;
        hold(&file);
        Ok(Self { file, name: Name(path) })
    }

    /// Says beside `store` that `unfinished` is being made, so that it is found after a kill.
    pub(crate) fn naming(store: &Path, unfinished: &Path) -> Result<Self, StoreError> {
        let naming = Self::new(store, ELSEWHERE)?;
        let whole = std::path::absolute(unfinished).map_err(at(unfinished))?;
        (&naming.file).write_all(whole.as_os_str().as_encoded_bytes()).map_err(at(naming.path()))?;
        naming.file.sync_all().map_err(at(naming.path()))?;
        Ok(naming)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.name.0
    }

    /// The open file, to read from and to write to.
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Puts it in the place of `path`, synced: one or the other is there, whole.
    pub(crate) fn replace(self, path: &Path) -> Result<(), StoreError> {
        let name = self.closed()?;
        std::fs::rename(&name.0, path).map_err(at(path))?;
        place::sync(path)
    }

    /// Puts it at `path`, synced, where nothing is there; what another program has put there meanwhile stays.
    pub(crate) fn settle(self, path: &Path) -> Result<(), StoreError> {
        let name = self.closed()?;
        match std::fs::hard_link(&name.0, path) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
                // Some file systems know no second name.
                std::fs::rename(&name.0, path).map_err(at(path))?;
            }
            _ => remove(&name.0)?,
        }
        place::sync(path)
    }

    /// Synced and closed.
    fn closed(self) -> Result<Name, StoreError> {
        self.file.sync_all().map_err(at(&self.name.0))?;
        Ok(self.name)
    }
}

impl Drop for Name {
    fn drop(&mut self) {
        let _ = remove_companions(&self.0);
        let _ = remove(&self.0);
    }
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // Nobody can remove it while it is open.
    #[cfg(windows)]
    std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, 3);
    options
}

/// Holds a file for as long as it is open; false where somebody else does. A disk that the store can be on knows locks.
#[cfg(unix)]
fn hold(file: &File) -> bool {
    rustix::fs::flock(file, rustix::fs::FlockOperation::NonBlockingLockExclusive).is_ok()
}

/// Elsewhere an open file cannot be removed.
#[cfg(not(unix))]
fn hold(_: &File) -> bool {
    true
}

/// Removes what a killed program left: beside the store, and where it was writing a backup.
pub(crate) fn clear(store: &Path) -> Result<(), StoreError> {
    place::clear_unfinished(store)?;
    let folder = place::folder(store);
    let name = store.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for entry in std::fs::read_dir(folder).map_err(at(folder))?.flatten() {
        let (path, found) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        let behind = found.strip_prefix(&name);
        if behind.is_some_and(|behind| behind.starts_with(ELSEWHERE)) {
            clear_one(&path, true);
        } else if behind.is_some_and(|behind| behind.starts_with(SCRATCH)) || is_earlier(&found) {
            clear_one(&path, false);
        }
    }
    Ok(())
}

fn is_earlier(name: &str) -> bool {
    let (beginning, words) = EARLIER;
    name.starts_with(beginning) && words.iter().any(|word| name.contains(word))
}

/// Removes a leftover unless somebody holds it; one that cannot be removed is tried again at the next start.
fn clear_one(path: &Path, names_another: bool) {
    // What SQLite keeps beside a file goes with that file.
    let name = path.to_string_lossy().into_owned();
    let own = place::COMPANIONS.iter().find_map(|ending| name.strip_suffix(ending)).map(PathBuf::from);
    let main = own.unwrap_or_else(|| path.to_path_buf());
    match options().open(&main) {
        Ok(mut file) if hold(&file) => {
            if names_another {
                clear_named(&mut file);
            }
        }
        Ok(_) => return,
        // Its file is gone already.
        Err(_) => {}
    }
    let _ = remove_companions(&main);
    let _ = remove(&main);
}

/// Removes the unfinished file whose path stands in `file`.
fn clear_named(file: &mut File) {
    let mut path = vec![];
    if file.take(LONGEST_PATH).read_to_end(&mut path).is_err() {
        return;
    }
    #[cfg(unix)]
    let path = PathBuf::from(<std::ffi::OsString as std::os::unix::ffi::OsStringExt>::from_vec(path));
    #[cfg(not(unix))]
    let path = PathBuf::from(String::from_utf8_lossy(&path).into_owned());
    if path.to_string_lossy().ends_with(place::UNFINISHED) && place::is_file(&path).unwrap_or(false) {
        let _ = remove_companions(&path);
        let _ = remove(&path);
    }
}
