//! The job that a socket is made under: its number, date and side, in the head of every file and in relief on the part.

use domain::limb::Side;
use domain::workshop::Job;
use geometry::relief::ReliefFacts;
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Said, Wording};

/// What stands in every file.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct JobFacts {
    /// The number; absent where nobody gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The date of the making; absent where nobody gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The patient's side.
    pub side: Side,
    /// The same in a sentence.
    pub said: Said,
    /// The words on the part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relief: Option<ReliefFacts>,
    /// Why there are none: to be marked by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_hand: Option<Said>,
}

/// "right, 2026-11-20, job 4711": what is not known is left out; English, for heads of files.
pub fn line(job: Option<&Job>, side: Side) -> String {
    let date = job.and_then(|job| job.date.as_deref()).map(|date| format!(", {date}")).unwrap_or_default();
    let number = job.map(|job| format!(", job {}", job.number)).unwrap_or_default();
    format!("{}{date}{number}", side.label())
}

/// The same as a sentence for people.
pub(super) fn said(job: Option<&Job>, side: Side) -> Said {
    let side = Wording::new(match side {
        Side::Left => "job-left",
        Side::Right => "job-right",
    });
    let Some(job) = job else { return Wording::new("job-none").with("side", side).into() };
    let line = match &job.date {
        Some(date) => Wording::new("job-dated").with("date", date),
        None => Wording::new("job-undated"),
    };
    line.with("number", &job.number).with("side", side).into()
}

/// The lines on a part: number and the side's letter, then the date.
pub(super) fn lines(job: &Job, side: Side) -> Vec<String> {
    let letter = match side {
        Side::Left => "L",
        Side::Right => "R",
    };
    let first = format!("{} {letter}", job.number.trim());
    std::iter::once(first).chain(job.date.clone()).collect()
}
