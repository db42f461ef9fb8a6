//! # What a day does not use
//!
//! **Stands for** the answers of a case that a reader would expect to change a simulated day, and that do not.
//!
//! **Equations** none
//!
//! **Assumptions** it is a list, and a test holds it to the truth both ways: whatever is listed changes no bit of any
//! day, and whatever is not listed changes one or has no bearing on a limb.
//! **Tests** `crates/twin/tests/unused.rs`.

use texts::{Said, Wording};

/// A field of the case, by its path, and its name for people.
pub const NOT_USED: [(&str, &str); 2] = [
    ("person.k_level", "the functional level"),
    ("person.activity", "how active the person is, beyond the day's activities"),
];

/// What a day does not use, in a sentence for people.
pub fn sentence() -> Said {
    Wording::new("day-not_used").into()
}
