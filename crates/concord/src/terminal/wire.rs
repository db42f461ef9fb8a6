//! The wire on which a simulated unit speaks: a line of a device, a file, or standard output. Only whole frames go out.

use control::{FRAME_BYTES, Frame, Inputs, Milliseconds, Telemetry, encode};
use std::fs::File;
use std::io::{ErrorKind, Write, stdout};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use twin::drive::Seen;
use workup::opened::line::{Line, line_to_write};
use workup::output::owned;
use workup::problem::{Failure, Fault};

/// Between two frames, ms of the controller's time: as the firmware does, one in a hundred steps of 10 ms.
const EVERY_MS: u64 = 1_000;
/// Between two tries at a line that takes nothing now.
const AGAIN: Duration = Duration::from_millis(2);
/// A line that takes nothing for so long has nobody at its other end.
const LONGEST: Duration = Duration::from_secs(10);

/// Whether to wait for a line that takes nothing now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// Wait for it, for some seconds at most.
    Wait,
    /// Leave frames out, as a serial port does.
    LeaveOut,
}

/// Where frames go.
pub struct Wire {
    path: PathBuf,
    to: Box<dyn Write>,
    full: Full,
    /// What is left of a frame that has begun.
    rest: Vec<u8>,
    /// What the controller sensed last.
    sensed: Option<(Milliseconds, Inputs)>,
    /// Time of the last frame, ms.
    told_ms: Option<u64>,
    failed: Option<Failure>,
    _line: Option<Line>,
}

impl Wire {
    /// Opens it; `-` is standard output. A file that is there is replaced.
    ///
    /// # Errors
    /// What cannot be written to.
    pub fn begin(path: &Path, baud: u32, full: Full) -> Result<Self, Failure> {
        let (to, line): (Box<dyn Write>, _) = if path == Path::new("-") {
            (Box::new(stdout()), None)
        } else {
            match line_to_write(path, baud) {
                Ok(Some((line, file))) => (Box::new(file), Some(line)),
                Ok(None) => (Box::new(file(path)?), None),
                Err(error) => {
                    let what = format!("cannot be opened: {error}");
                    return Err(Failure::other(Fault::of_file(path.display(), what, "give a line, or a file")));
                }
            }
        };
        let (rest, sensed, told_ms, failed) = (vec![], None, None, None);
        Ok(Self { path: path.to_path_buf(), to, full, rest, sensed, told_ms, failed, _line: line })
    }

    /// The controller senses this.
    pub fn senses(&mut self, now: Milliseconds, inputs: &Inputs) {
        self.sensed = Some((now, *inputs));
    }

    /// It has decided so. A controller without supply has sensed nothing, and says nothing.
    pub fn decides(&mut self, seen: &Seen) {
        let Some((now, inputs)) = self.sensed.take() else { return };
        let due = self.told_ms.is_none_or(|told| now.0 < told || now.0 - told >= EVERY_MS);
        if !due || self.failed.is_some() {
            return;
        }
        self.told_ms = Some(now.0);
        if self.rest.is_empty() {
            let mut bytes = [0; FRAME_BYTES];
            let long = encode(&Frame::Telemetry(Telemetry::of(now, &inputs, &seen.outputs, &seen.trace)), &mut bytes);
            self.rest.extend_from_slice(bytes.get(..long).unwrap_or_default());
        }
        if let Err(failure) = self.send() {
            self.failed = Some(failure);
        }
    }

    /// Whether nobody can be told any more.
    pub const fn is_broken(&self) -> bool {
        self.failed.is_some()
    }

    /// Ends it.
    ///
    /// # Errors
    /// What went wrong on the way.
    pub fn finish(mut self) -> Result<(), Failure> {
        match self.failed.take() {
            Some(failure) => Err(failure),
            None => self.to.flush().map_err(|error| self.cannot(&error)),
        }
    }

    fn send(&mut self) -> Result<(), Failure> {
        let mut waiting: Option<Instant> = None;
        while !self.rest.is_empty() {
            match self.to.write(&self.rest) {
                Ok(long) => {
                    self.rest.drain(..long);
                    waiting = None;
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    if self.full == Full::LeaveOut {
                        return Ok(());
                    }
                    if waiting.get_or_insert_with(Instant::now).elapsed() > LONGEST {
                        let what = format!("nobody has read at the other end for {} s", LONGEST.as_secs());
                        let expected = "begin to read there first";
                        return Err(Failure::other(Fault::of_file(self.path.display(), what, expected)));
                    }
                    std::thread::sleep(AGAIN);
                }
                Err(error) => return Err(self.cannot(&error)),
            }
        }
        // Standard output keeps bytes back until a line ends, which a frame has none of.
        self.to.flush().map_err(|error| self.cannot(&error))
    }

    fn cannot(&self, error: &std::io::Error) -> Failure {
        if error.kind() == ErrorKind::BrokenPipe {
            return Failure::ReaderGone;
        }
        let what = format!("cannot be written: {error}");
        Failure::other(Fault::of_file(
            self.path.display(),
            what,
            "give a line, or a file in a folder that can be written",
        ))
    }
}

fn file(path: &Path) -> Result<File, Failure> {
    workup::output::refuse_what_is_no_file(path)?;
    owned()
        .create(true)
        .truncate(true)
        .open(path)
        .map_err(|error| workup::output::cannot_write(workup::output::folder_of(path), &error))
}
