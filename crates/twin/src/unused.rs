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
pub const NOT_USED: [(&str, &str); 10] = [
    ("limb.daily_fluctuation_mm", "how much the circumference changes over a day"),
    ("limb.shape", "the limb's shape beyond its circumferences"),
    ("limb.tissue_consistency", "the tissue's consistency"),
    ("limb.bony_prominence", "prominent bone"),
    ("limb.scars", "scars"),
    ("person.conditions.arterial_disease", "arterial disease"),
    ("person.k_level", "the functional level"),
    ("person.activity", "how active the person is, beyond the day's activities"),
    ("prosthesis.socks_now", "socks worn now"),
    ("prosthesis.suspension_now", "today's suspension"),
];

/// Answers of which a day uses one part only.
pub const PARTLY_USED: [(&str, &str); 2] = [
    ("person.age_years", "age, but for the blister line from 65 years on"),
    ("person.conditions.diabetes", "diabetes, but for the blister line"),
];

/// What a day does not use, in a sentence for people.
pub fn sentence() -> Said {
    Wording::new("day-not_used").into()
}
