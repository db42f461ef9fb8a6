//! The one place where a file from elsewhere is opened. Only regular files are read: a pipe or a device could be waited for
//! for ever. Lines of devices are opened in [`line`]. What is looked at is the file that was opened, so that nobody can exchange it in between.

pub mod line;

use cap_std::ambient_authority;
use cap_std::fs::{Dir, OpenOptions};
use std::fmt;
use std::fs::File;
use std::io::{Error, ErrorKind, Read};
use std::path::Path;

/// Which files a case or a study may name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Named {
    /// Files beside the one that names them, and below its folder. Links that lead out of it are not followed.
    #[default]
    BelowItsFolder,
    /// Any file: whoever runs the program trusts the file that names it.
    Anywhere,
}

/// Why a file was not opened or not read.
#[derive(Debug)]
pub enum Refused {
    /// There is none.
    Missing,
    /// It is a folder.
    Folder,
    /// It is something else than a file: which kind.
    NoFile(&'static str),
    /// It lies elsewhere than a file that is named may lie.
    Outside,
    /// It holds more bytes than may be read.
    TooLarge,
    /// It cannot be opened or read.
    Unreadable(Error),
}

impl Refused {
    /// What would be right; empty where it depends on what the file is to be.
    pub const fn expected(&self) -> &'static str {
        match self {
            Self::Missing => "check the path",
            Self::Outside => {
                "put it beside that file or in a folder below, and give its path from there; if you trust that file, say `--files-anywhere`"
            }
            Self::NoFile(_) => "save what it holds as a file, and give that",
            Self::Unreadable(_) => "check the path and its permissions",
            Self::Folder | Self::TooLarge => "",
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no such file"),
            Self::Folder => f.write_str("this is a folder"),
            Self::NoFile(kind) => write!(f, "this is {kind}, not a file"),
            Self::Outside => f.write_str("this lies outside the folder of the file that names it"),
            Self::TooLarge => f.write_str("larger than allowed"),
            Self::Unreadable(error) => write!(f, "cannot be read: {error}"),
        }
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Unreadable(error),
        }
    }
}

/// Opens a file that the user names.
///
/// # Errors
/// What is no regular file, or cannot be opened.
pub fn open(path: &Path) -> Result<File, Refused> {
    let mut options = File::options();
    options.read(true);
    // A pipe without a writer is opened at once instead of waited for, and then refused.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, at_once());
    regular(options.open(path)?)
}

/// Opens a file that another file, in `folder`, names.
///
/// # Errors
/// As [`open`]; what lies elsewhere than `named` allows.
pub fn open_named(folder: &Path, name: &Path, named: Named) -> Result<File, Refused> {
    if named == Named::Anywhere {
        return open(&folder.join(name));
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let folder = Dir::open_ambient_dir(folder, ambient_authority())?;
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    cap_std::fs::OpenOptionsExt::custom_flags(&mut options, at_once());
    match folder.open_with(name, &options) {
        Ok(file) => regular(file.into_std()),
        // The system's own refusals have its number; this one is of the folder that must not be left.
        Err(error) if error.kind() == ErrorKind::PermissionDenied && error.raw_os_error().is_none() => {
            Err(Refused::Outside)
        }
        Err(error) => Err(error.into()),
    }
}

/// Reads at most so many bytes: a file's size may be said wrongly, or grow.
///
/// # Errors
/// More bytes, or a file that cannot be read.
pub fn read_bounded(mut source: impl Read, most: u64) -> Result<Vec<u8>, Refused> {
    let mut bytes = vec![];
    source.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(Refused::Unreadable)?;
    if bytes.len() as u64 > most { Err(Refused::TooLarge) } else { Ok(bytes) }
}

#[cfg(unix)]
fn at_once() -> i32 {
    // Nor does a terminal that is opened by mistake become this program's.
    (rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY).bits().cast_signed()
}

fn regular(file: File) -> Result<File, Refused> {
    let kind = file.metadata()?.file_type();
    if kind.is_file() {
        return Ok(file);
    }
    Err(if kind.is_dir() { Refused::Folder } else { Refused::NoFile(name_of(kind)) })
}

/// What something that is no file is called.
pub(crate) fn name_of(kind: std::fs::FileType) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return "a pipe";
        }
        if kind.is_socket() {
            return "a socket";
        }
    }
    if kind.is_dir() { "a folder" } else { "a device" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_source_is_read_no_further_than_the_limit() {
        const MOST: u64 = 1 << 20;
        struct Endless(u64);
        impl Read for Endless {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                self.0 += buffer.len() as u64;
                assert!(self.0 < 4 * MOST, "read far beyond the limit");
                buffer.fill(b'#');
                Ok(buffer.len())
            }
        }
        assert!(matches!(read_bounded(Endless(0), MOST), Err(Refused::TooLarge)));
        assert_eq!(read_bounded(&[b'#'; 1 << 20][..], MOST).unwrap().len(), 1 << 20);
    }
}
