//! Lines of devices: serial lines and pseudo-terminals, opened raw, so that every byte goes through as it is.

use super::{Refused, name_of};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::Errno;
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{ControlModes, OptionalActions, Termios, isatty, tcgetattr, tcsetattr};
use std::fs::File;
use std::io;
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
use std::path::Path;

/// What a path led to.
#[derive(Debug)]
pub enum Opened {
    /// A line, and what it is read from.
    Line(Line, File),
    /// A regular file.
    File(File),
}

/// A line that is put back as it was when this is dropped.
#[derive(Debug)]
pub struct Line {
    line: File,
    before: Termios,
}

impl Drop for Line {
    fn drop(&mut self) {
        // A line that has gone needs nothing.
        let _ = tcsetattr(&self.line, OptionalActions::Now, &self.before);
    }
}

/// Opens a line to be read at `baud`, or a file.
///
/// # Errors
/// What is neither, or cannot be opened.
pub fn line_or_file(path: &Path, baud: u32) -> Result<Opened, Refused> {
    let file = at_once(File::options().read(true)).open(path)?;
    let kind = file.metadata()?.file_type();
    if kind.is_file() {
        return Ok(Opened::File(file));
    }
    if kind.is_dir() {
        return Err(Refused::Folder);
    }
    if !(kind.is_char_device() && isatty(&file)) {
        return Err(Refused::NoFile(name_of(kind)));
    }
    let line = raw(&file, Some(baud))?;
    waits(&file)?;
    Ok(Opened::Line(line, file))
}

/// Opens a line to be written to; `None` where the path is no line. A write that has to wait returns at once.
///
/// # Errors
/// A line that cannot be opened.
pub fn line_to_write(path: &Path, baud: u32) -> io::Result<Option<(Line, File)>> {
    if !std::fs::metadata(path).is_ok_and(|about| about.file_type().is_char_device()) {
        return Ok(None);
    }
    let file = at_once(File::options().write(true).read(true)).open(path)?;
    if !isatty(&file) {
        return Ok(None);
    }
    Ok(Some((raw(&file, Some(baud))?, file)))
}

/// A pseudo-terminal: what it is read from, and the name at which others write to it.
///
/// # Errors
/// A system that gives none.
pub fn pseudo_terminal() -> io::Result<(Line, File, String)> {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY)?;
    grantpt(&ours)?;
    unlockpt(&ours)?;
    let name = ptsname(&ours, vec![])?.to_string_lossy().into_owned();
    let file = File::from(ours);
    let line = raw(&file, None)?;
    Ok((line, file, name))
}

/// Whether a line was closed by its other end.
pub fn is_closed(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::IO.raw_os_error())
}

fn at_once(options: &mut std::fs::OpenOptions) -> &mut std::fs::OpenOptions {
    // A line without a carrier is opened at once, and does not become this program's terminal.
    options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed())
}

/// From now on reading waits for bytes.
fn waits(file: &File) -> io::Result<()> {
    Ok(fcntl_setfl(file, fcntl_getfl(file)? - OFlags::NONBLOCK)?)
}

/// Eight bits, no parity, one stop bit, nothing changed on the way.
fn raw(file: &File, baud: Option<u32>) -> io::Result<Line> {
    let before = tcgetattr(file)?;
    let mut modes = before.clone();
    modes.make_raw();
    modes.control_modes |= ControlModes::CREAD | ControlModes::CLOCAL;
    modes.control_modes -= ControlModes::CSTOPB | ControlModes::PARENB;
    if let Some(baud) = baud {
        modes.set_speed(baud)?;
    }
    tcsetattr(file, OptionalActions::Now, &modes)?;
    Ok(Line { line: file.try_clone()?, before })
}
