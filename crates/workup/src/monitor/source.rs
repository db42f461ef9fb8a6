//! Where frames come from: a serial line, a pseudo-terminal, a file, or standard input. Each is read by a thread of its own, so that
//! who waits for bytes can also be told to end.

use crate::opened::line::{self, Line, Opened};
use crate::problem::{Failure, Fault};
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

/// The largest file of frames that is read: twice what a week of frames takes.
pub const LARGEST_FRAMES: u64 = 64 << 20;
/// Pieces read ahead, and bytes of each.
const AHEAD: usize = 16;
const PIECE: usize = 4 << 10;

/// What to give for a pseudo-terminal of our own.
pub const OWN_PTY: &str = "pty";

/// What came of waiting.
#[derive(Debug)]
pub enum Came {
    /// Bytes.
    Bytes(Vec<u8>),
    /// Nothing in this time.
    Nothing,
    /// The line is closed, or the file is at its end.
    Closed,
    /// It cannot be read any more: why.
    Broken(String),
}

/// A line or a file, open.
#[derive(Debug)]
pub struct Source {
    /// What it is called.
    pub name: String,
    /// Bytes come as time passes, not all at once.
    pub live: bool,
    pieces: Receiver<Result<Vec<u8>, String>>,
    /// Puts the line back as it was.
    _line: Option<Line>,
}

impl Source {
    /// Opens what was named: `-` is standard input, `pty` a pseudo-terminal that is made for this.
    ///
    /// # Errors
    /// What is neither a line nor a file, is too large, or cannot be opened.
    pub fn open(path: &Path, baud: u32) -> Result<Self, Failure> {
        let file = crate::input::name_of(path);
        let refused = |what: String, expected: &str| Failure::input(Fault::of_file(&file, what, expected));
        if path == Path::new("-") {
            return Ok(Self::reading(file, true, None, std::io::stdin()));
        }
        if path == Path::new(OWN_PTY) {
            let (line, read, name) = line::pseudo_terminal()
                .map_err(|error| refused(format!("no pseudo-terminal: {error}"), "give a serial line or a file"))?;
            return Ok(Self::reading(name, true, Some(line), read));
        }
        match line::line_or_file(path, baud) {
            Ok(Opened::Line(line, read)) => Ok(Self::reading(file, true, Some(line), read)),
            Ok(Opened::File(read)) => {
                let long = read.metadata().map(|about| about.len()).unwrap_or(0);
                if long > LARGEST_FRAMES {
                    let expected = format!("give at most {} MiB of frames", LARGEST_FRAMES >> 20);
                    return Err(refused("larger than any file of frames".into(), &expected));
                }
                Ok(Self::reading(file, false, None, read.take(LARGEST_FRAMES)))
            }
            Err(error) => {
                let expected = match error.expected() {
                    "" => "give a serial line, a pseudo-terminal or a file of frames",
                    expected => expected,
                };
                Err(refused(error.to_string(), expected))
            }
        }
    }

    fn reading(name: String, live: bool, line: Option<Line>, mut from: impl Read + Send + 'static) -> Self {
        let (sender, pieces) = sync_channel(AHEAD);
        std::thread::spawn(move || {
            loop {
                let mut piece = vec![0; PIECE];
                let told = match from.read(&mut piece) {
                    Ok(0) => break,
                    Ok(long) => {
                        piece.truncate(long);
                        Ok(piece)
                    }
                    Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                    Err(error) if line::is_closed(&error) => break,
                    Err(error) => Err(format!("cannot be read: {error}")),
                };
                let over = told.is_err();
                if sender.send(told).is_err() || over {
                    break;
                }
            }
        });
        Self { name, live, pieces, _line: line }
    }

    /// Waits for bytes, at most so long.
    pub fn wait(&self, most: Duration) -> Came {
        match self.pieces.recv_timeout(most) {
            Ok(Ok(bytes)) => Came::Bytes(bytes),
            Ok(Err(why)) => Came::Broken(why),
            Err(RecvTimeoutError::Timeout) => Came::Nothing,
            Err(RecvTimeoutError::Disconnected) => Came::Closed,
        }
    }
}
