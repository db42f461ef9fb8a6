//! Everything that leaves the program except faults: files, report folders, stdout, progress.

#[cfg(feature = "cli")]
mod progress;

#[cfg(feature = "cli")]
pub use progress::Progress;

use crate::problem::{Failure, Fault};
use serde::Serialize;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// Writes text to stdout.
///
/// # Errors
/// [`Failure::ReaderGone`] when stdout's reader has gone, [`Failure::Other`] when stdout cannot be written.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Failure::ReaderGone,
        _ => Failure::other(Fault::of_file("standard output", format!("cannot be written: {error}"), "")),
    })
}

/// Writes a value to stdout as JSON.
///
/// # Errors
/// As [`print()`].
pub fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| Failure::other(Fault::of_file("standard output", error.to_string(), "")))?;
    print(&(text + "\n"))
}

/// Writes a file whole or not at all: a temporary file in the same folder, synced, then renamed over `path`.
///
/// # Errors
/// [`Failure::Other`] naming the folder that cannot be written, or the file. Nothing half written stays behind.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = folder_of(path);
    let (temporary, mut file) = temporary_beside(path).map_err(|error| cannot_write(folder, &error))?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    let result = written.and_then(|()| std::fs::rename(&temporary, path));
    if let Err(error) = result {
        // The first error is the one to tell; a leftover that cannot be removed has the same cause.
        let _ = std::fs::remove_file(&temporary);
        let what = format!("cannot be written: {error}");
        return Err(Failure::other(Fault::of_file(path.display(), what, "nothing was changed; give another name")));
    }
    // The rename itself survives a power cut only once the folder is synced; not every file system can.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Makes a report folder (and those above it), and tries whether it can be written, before hours of work rely on it.
///
/// # Errors
/// [`Failure::Other`] naming the folder.
pub fn report_folder(path: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(path)
        .and_then(|()| temporary_beside(&path.join("report")))
        .and_then(|(temporary, _)| std::fs::remove_file(temporary))
        .map_err(|error| cannot_write(path, &error))
}

/// Tries whether a file can be written, before long work relies on it; nothing is left behind.
///
/// # Errors
/// [`Failure::Other`] naming the folder, or the file where it is a folder itself.
pub fn can_write(path: &Path) -> Result<(), Failure> {
    if path.is_dir() {
        let fault = Fault::of_file(path.display(), "cannot be written: it is a folder", "give the name of a file");
        return Err(Failure::other(fault));
    }
    let folder = folder_of(path);
    let tried = temporary_beside(path).and_then(|(temporary, _)| std::fs::remove_file(temporary));
    tried.map_err(|error| cannot_write(folder, &error))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn cannot_write(folder: &Path, error: &std::io::Error) -> Failure {
    let name = match std::env::current_dir() {
        Ok(current) if folder == Path::new(".") => format!("the current folder, {}", current.display()),
        _ => folder.display().to_string(),
    };
    Failure::other(Fault::of_file(
        name,
        format!("this folder cannot be written: {error}"),
        "give a folder that exists and that you may write to",
    ))
}

/// How a file is opened for writing: one that is new is its owner's alone, for it may tell of a person.
pub fn owned() -> OpenOptions {
    let mut options = File::options();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// A new file in the folder of `path`, named so that two programs at once do not meet.
fn temporary_beside(path: &Path) -> std::io::Result<(PathBuf, File)> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let temporary = folder_of(path).join(format!(".concord-{}-{number}.tmp", std::process::id()));
    let file = owned().create_new(true).open(&temporary)?;
    Ok((temporary, file))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A fresh folder that is removed again.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("concord-output-{}-{name}", std::process::id()));
            std::fs::create_dir_all(&path).unwrap();
            Self(path)
        }
        fn names(&self) -> Vec<String> {
            let mut names: Vec<_> =
                self.0.read_dir().unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_stays() {
        let folder = Folder::new("whole");
        let path = folder.0.join("a.toml");
        write_atomically(&path, b"first").unwrap();
        write_atomically(&path, b"second").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second");
        assert_eq!(folder.names(), ["a.toml"]);
    }

    #[test]
    fn a_failed_write_leaves_what_was_there() {
        let folder = Folder::new("failed");
        // A rename onto a folder that is not empty fails after everything was written.
        std::fs::create_dir_all(folder.0.join("taken/inside")).unwrap();
        let failure = write_atomically(&folder.0.join("taken"), b"text").unwrap_err();
        assert_eq!(failure.exit_code(), 1);
        assert!(failure.faults()[0].to_string().contains("taken"));
        assert_eq!(folder.names(), ["taken"]);
    }

    #[test]
    fn an_unwritable_folder_is_named() {
        let folder = Folder::new("unwritable");
        let file = folder.0.join("file");
        std::fs::write(&file, "not a folder").unwrap();
        for failure in [
            write_atomically(&file.join("a.toml"), b"text").unwrap_err(),
            report_folder(&file.join("report")).unwrap_err(),
            can_write(&file.join("a.toml")).unwrap_err(),
        ] {
            assert_eq!(failure.exit_code(), 1);
            let shown = failure.faults()[0].to_string();
            assert!(shown.contains(&file.display().to_string()) && shown.contains("folder cannot be"), "{shown}");
        }
    }

    #[test]
    fn trying_a_file_leaves_nothing_and_refuses_a_folder() {
        let folder = Folder::new("tried");
        can_write(&folder.0.join("a.toml")).unwrap();
        assert!(folder.names().is_empty());
        assert!(can_write(&folder.0).unwrap_err().faults()[0].to_string().contains("it is a folder"));
    }

    #[test]
    fn a_report_folder_is_made_with_those_above_it_and_left_empty() {
        let folder = Folder::new("report");
        let report = folder.0.join("a/b");
        report_folder(&report).unwrap();
        report_folder(&report).unwrap();
        assert_eq!(report.read_dir().unwrap().count(), 0);
    }
}
