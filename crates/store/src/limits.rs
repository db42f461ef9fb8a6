//! How much of anything is kept: whatever comes from outside is measured here before it is written.

use std::ops::RangeInclusive;

/// The largest text of a case, in bytes: as large as a case file may be on the command line.
pub const LARGEST_TEXT: usize = 1 << 20;

/// The largest attached file, in bytes.
pub const LARGEST_FILE: usize = 64 << 20;

/// The most files attached to one case.
pub const MOST_FILES: usize = 100;

/// The longest name of a case, a user or a file, in characters.
pub const LONGEST_NAME: usize = 100;

/// The longest note on a version, in characters.
pub const LONGEST_NOTE: usize = 1_000;

/// A session that nobody has used for so many seconds is closed: an hour.
pub const IDLE_S: i64 = 3_600;

/// How long a password may be, in characters.
pub const PASSWORD_LENGTH: RangeInclusive<usize> = 10..=200;

/// How long the passphrase of a backup may be, in characters: whoever has the file may guess as often as they like.
pub const PASSPHRASE_LENGTH: RangeInclusive<usize> = 15..=1_000;

/// The largest report that is kept, in bytes: the page, the result and the files beside it.
pub const LARGEST_REPORT: usize = 64 << 20;

/// The most versions of one case whose report is kept; of older ones it is made again.
pub const MOST_REPORTS: usize = 10;
