//! What a clinic keeps: its cases with every version, the scans attached to them, its users, their sessions, and who did
//! what. One SQLite file, on this machine, readable by its owner alone.
//!
//! - [`Store`]: the open file; everything is asked of it.
//! - [`case`]: the nouns: a case, its state, a version, a draft.
//! - [`mod@file`]: attached files and what they may be called.
//! - [`user`]: users, roles and sessions.
//! - [`audit`]: who did what, and when.
//!
//! What holds of all of it:
//!
//! - **What was acknowledged is kept.** A call that changes something returns after the file has been synced.
//! - **No edit is lost.** A case is saved on the version it was read from, or not at all ([`StoreError::Conflict`]).
//! - **Deleted is deleted.** What a case held is overwritten, not only unlinked; see `schema.rs` for how.
//! - **Every change has a name and a time**, written in the same transaction as the change.
//! - **The audit is only added to.** Each row is chained to the one before, also over deletions and restored backups.
//!
//! Times are Unix seconds, and the caller's: there is no clock in here.

// What is read here is a stranger's: an index beyond its end would end the program.
#![warn(clippy::indexing_slicing)]

mod action;
pub mod audit;
mod backup;
pub mod case;
mod cases;
mod chain;
mod checked;
mod crypt;
mod deletion;
mod error;
mod factors;
pub mod file;
mod files;
mod heads;
mod ids;
mod key;
mod limits;
mod names;
mod noted;
mod place;
mod random;
mod rekey;
mod reports;
mod reserve;
mod reserve_file;
mod restore;
mod schema;
mod scratch;
mod sessions;
mod store;
mod teams;
pub mod user;
mod users;
mod witness;

pub use audit::{Action, Actor, AuditRow};
pub use case::{CaseId, CaseRow, Draft, State, Version, VersionRow};
pub use chain::Chain;
pub use crypt::Passphrase;
pub use error::StoreError;
pub use factors::code_of;
pub use file::FileRow;
pub use key::{StoreKey, can_encrypt};
pub use limits::{
    IDLE_S, LARGEST_FILE, LARGEST_REPORT, LARGEST_TEXT, LONGEST_NAME, LONGEST_NOTE, MOST_FILES, PASSPHRASE_LENGTH,
    PASSWORD_LENGTH,
};
pub use names::key as name_key;
pub use reports::{Report, ReportRow};
pub use restore::{Accounts, Drill, Restored};
pub use scratch::Scratch;
pub use store::Store;
pub use teams::Sight;
pub use user::{Origin, Role, Session, SessionRow, Team, Token, User};
pub use witness::Seen;
