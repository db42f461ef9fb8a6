//! Files and folders beside the database: owner-only, replaced whole, gone with what they were for.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::StoreError;

/// What the system says of a path.
pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> StoreError {
    let path = path.to_path_buf();
    |error| StoreError::Place { path, error }
}

/// The file beside `path` whose name goes on with `ending`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// The folder a file is in.
pub(crate) fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether a file is there; fails where something else is, which to open could take forever.
pub(crate) fn is_file(path: &Path) -> Result<bool, StoreError> {
    match std::fs::metadata(path) {
        Ok(there) if there.is_file() => Ok(true),
        Ok(_) => Err(StoreError::NotAStore { path: path.to_path_buf(), found: "not a file".into() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(at(path)(error)),
    }
}

/// How many bytes a file has.
pub(crate) fn length(path: &Path) -> Result<u64, StoreError> {
    std::fs::metadata(path).map(|there| there.len()).map_err(at(path))
}

/// A path as SQLite takes it: as text.
pub(crate) fn in_text(path: &Path) -> Result<&str, StoreError> {
    let not_text = || at(path)(io::Error::new(io::ErrorKind::InvalidInput, "the name is not in Unicode"));
    path.to_str().ok_or_else(not_text)
}

/// Makes the folder a file is to be in, for its owner alone; one that is there stays as it is.
pub(crate) fn owned_folder(path: &Path) -> Result<(), StoreError> {
    let mut folders = std::fs::DirBuilder::new();
    folders.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folders, 0o700);
    folders.create(folder(path)).map_err(at(folder(path)))
}

/// Makes the folder and an empty file, both for their owner alone; what is there stays, and the file is closed to others.
pub(crate) fn owned_file(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    is_file(path)?;
    owned_folder(path)?;
    let file = options.open(path).map_err(at(path))?;
    close_to_others(&file).map_err(at(path))
}

/// A file that came with wider permission, as a copied one may.
#[cfg(unix)]
fn close_to_others(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if file.metadata()?.permissions().mode() & 0o077 == 0 {
        return Ok(());
    }
    file.set_permissions(std::fs::Permissions::from_mode(0o600))
}

/// Other systems give a file in a user's folder to that user.
#[cfg(not(unix))]
fn close_to_others(_: &File) -> io::Result<()> {
    Ok(())
}

/// Removes a file that may not be there.
pub(crate) fn remove(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(path)(error)),
        _ => Ok(()),
    }
}

/// How the names of a database's companions go on.
pub(crate) const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Removes a database's companions.
pub(crate) fn remove_companions(path: &Path) -> Result<(), StoreError> {
    COMPANIONS.iter().try_for_each(|ending| remove(&beside(path, ending)))
}

/// A file that is being made beside the one it will replace. Where that fails, nothing of it stays.
pub(crate) struct Unfinished(PathBuf);

impl Unfinished {
    /// Beside `path`, empty, its owner's alone. One left by a program that was stopped is cleared away.
    pub(crate) fn beside(path: &Path) -> Result<Self, StoreError> {
        clear_unfinished(path)?;
        let unfinished = Self(unfinished(path));
        owned_file(&unfinished.0)?;
        Ok(unfinished)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Puts it in the place of `path`: after this, and after a power cut, one or the other is there, whole.
    pub(crate) fn replace(self, path: &Path) -> Result<(), StoreError> {
        // Windows syncs only what is open for writing.
        let file = OpenOptions::new().write(true).open(&self.0).map_err(at(&self.0))?;
        file.sync_all().map_err(at(&self.0))?;
        drop(file);
        std::fs::rename(&self.0, path).map_err(at(path))?;
        sync(path)
    }
}

/// How the name of an unfinished file goes on.
pub(crate) const UNFINISHED: &str = ".unfinished";

/// What the file that is to take the place of `path` is called until then.
pub(crate) fn unfinished(path: &Path) -> PathBuf {
    beside(path, UNFINISHED)
}

/// Removes what a stopped program left beside `path`.
pub(crate) fn clear_unfinished(path: &Path) -> Result<(), StoreError> {
    let unfinished = unfinished(path);
    remove_companions(&unfinished)?;
    remove(&unfinished)
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        let _ = remove_companions(&self.0);
        let _ = remove(&self.0);
    }
}

/// Makes a file's name in its folder survive a power cut.
pub(crate) fn sync(path: &Path) -> Result<(), StoreError> {
    sync_folder(folder(path)).map_err(at(folder(path)))
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened as a file, and a rename is kept without.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
