//! A file that grows line by line while the program runs: what stands in it are whole lines, whenever the program ends.

use super::{owned, refuse_what_is_no_file};
use crate::problem::{Failure, Fault};
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Such a file.
#[derive(Debug)]
pub struct Lines {
    path: PathBuf,
    file: File,
    /// Bytes of whole lines.
    whole: u64,
}

impl Lines {
    /// Begins a new one. A file that is there stays as it is.
    ///
    /// # Errors
    /// A file that is there already, or cannot be made.
    pub fn begin(path: &Path) -> Result<Self, Failure> {
        refuse_what_is_no_file(path)?;
        let file = owned().create_new(true).open(path).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => {
                Failure::input(Fault::of_file(path.display(), "there is such a file already", "give another name"))
            }
            _ => super::cannot_write(super::folder_of(path), &error),
        })?;
        Ok(Self { path: path.to_path_buf(), file, whole: 0 })
    }

    /// Adds whole lines.
    ///
    /// # Errors
    /// A file that cannot grow. The lines before stay; nothing of these does.
    pub fn add(&mut self, lines: &str) -> Result<(), Failure> {
        match self.file.write_all(lines.as_bytes()) {
            Ok(()) => {
                self.whole += lines.len() as u64;
                Ok(())
            }
            Err(error) => {
                // Where even that is refused the reader of the file finds a line that is cut, and says so.
                let _ = self.file.set_len(self.whole);
                Err(self.cannot(&error))
            }
        }
    }

    /// Makes sure that all of it is on the disk.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn finish(self) -> Result<(), Failure> {
        self.file.sync_all().map_err(|error| self.cannot(&error))
    }

    fn cannot(&self, error: &std::io::Error) -> Failure {
        let what = format!("cannot be written: {error}");
        Failure::other(Fault::of_file(self.path.display(), what, "what was written before stays; make room"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_not_written_over() {
        let folder = std::env::temp_dir().join(format!("concord-lines-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("a.csv");
        let mut lines = Lines::begin(&path).unwrap();
        lines.add("time\n").unwrap();
        lines.add("08:00\n09:00\n").unwrap();
        lines.finish().unwrap();
        let refused = Lines::begin(&path).unwrap_err();
        assert_eq!(refused.exit_code(), 2);
        assert!(refused.faults()[0].to_string().contains("there is such a file already"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "time\n08:00\n09:00\n");
        assert_eq!(Lines::begin(&folder.join("none/a.csv")).unwrap_err().exit_code(), 1);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
