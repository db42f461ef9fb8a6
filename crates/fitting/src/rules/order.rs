//! How fitting pumps are ordered.

use crate::conclusion::{Conclusion, Verdict};
use crate::scene::Asked;

/// By the sum of weights, which are our judgement.
pub fn by_merit(asked: &Asked<'_>) -> Option<Conclusion> {
    Some(asked.rule.conclude(Verdict::Note, "met", &[], &[]))
}
