//! What is known of a limb over two weeks, read from `data/two_weeks.toml`: how far the volume after doffing of some users was apart
//! at two visits.

use domain::document::{self, Problem, Violation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How limbs differed between two visits two weeks apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasuredTwoWeeks {
    /// The lowest, %.
    pub low_pct: f64,
    /// The highest, %.
    pub high_pct: f64,
    /// Mean, %.
    pub mean_pct: f64,
    /// Standard deviation, %.
    pub sd_pct: f64,
    /// Persons.
    pub persons: u32,
    /// Days between the visits.
    pub days: usize,
    /// Key of the source.
    pub source: String,
}

impl MeasuredTwoWeeks {
    /// Reads `data/two_weeks.toml`.
    ///
    /// # Errors
    /// Every fault, each with line, field, value and what would be right.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        document::read(text, Self::violations)
    }

    /// Whether a change lies outside what was measured.
    pub fn is_outside(&self, change_pct: f64) -> bool {
        !(self.low_pct..=self.high_pct).contains(&change_pct)
    }

    fn violations(&self) -> Vec<Violation> {
        let ordered = self.low_pct <= self.mean_pct && self.mean_pct <= self.high_pct;
        [
            (self.days == 0, "days", "no day at all", "give 1 or more"),
            (self.persons == 0, "persons", "nobody was measured", "give 1 or more"),
            (!ordered, "mean_pct", "not between the lowest and the highest", "give low_pct ≤ mean_pct ≤ high_pct"),
            (self.sd_pct.is_nan() || self.sd_pct < 0.0, "sd_pct", "no standard deviation", "give 0 or more"),
        ]
        .into_iter()
        .filter(|(wrong, ..)| *wrong)
        .map(|(_, field, what, right)| Violation::new(field, what, right))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_read_and_nonsense_is_named() {
        let text = include_str!("../../../data/two_weeks.toml");
        let known = MeasuredTwoWeeks::parse(text).unwrap();
        assert_eq!(
            [-2.1, -2.0, 12.6, 12.7, f64::NAN].map(|pct| known.is_outside(pct)),
            [true, false, false, true, true]
        );
        for (from, to, field) in [
            ("days = 14", "days = 0", "days"),
            ("persons = 6", "persons = 0", "persons"),
            ("mean_pct = 0.6", "mean_pct = 13", "mean_pct"),
            ("sd_pct = 5.5", "sd_pct = -1", "sd_pct"),
        ] {
            assert!(text.contains(from), "{from}");
            assert_eq!(MeasuredTwoWeeks::parse(&text.replace(from, to)).unwrap_err()[0].field, field);
        }
    }
}
