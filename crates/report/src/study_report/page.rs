//! What every section is made from.

use crate::study_words::{self, Shown};
use crate::words;
use maud::{Markup, html};
use trial::analysis::{Comparison, OutcomeResult};
use trial::disk::bundle::Bundle;
use trial::disk::result::StudyResult;
use trial::file::StudyFile;
use workup::library::Library;

/// What every section is made from.
pub(super) struct Page<'a> {
    pub result: &'a StudyResult,
    pub file: &'a StudyFile,
    pub bundle: &'a Bundle,
    pub library: &'a Library,
}

impl Page<'_> {
    /// Every comparison of every outcome, with a name for ids.
    pub fn comparisons(&self) -> impl Iterator<Item = (String, &OutcomeResult, &Comparison)> {
        self.result.outcomes.iter().flat_map(|outcome| {
            let name = outcome.measured.outcome.id;
            outcome
                .comparisons
                .iter()
                .map(move |comparison| (format!("{}-{name}", comparison.arm), outcome, comparison))
        })
    }

    /// Name of an arm for people.
    pub fn arm<'b>(&'b self, id: &'b str) -> &'b str {
        study_words::arm(self.result, id)
    }

    /// Outcome and, where there are several, the arm that is compared.
    pub fn title(&self, outcome: &OutcomeResult, comparison: &Comparison) -> String {
        let name = words::capital(Shown::new(outcome).name());
        if self.result.arms.len() > 2 { format!("{name}: {}", self.arm(&comparison.arm)) } else { name }
    }

    /// A variable for people: short, and what one should know of it.
    pub fn variable(&self, name: &str) -> (String, String) {
        let Some(told) = self.result.variables.iter().find(|told| told.name == name) else {
            return (name.into(), String::new());
        };
        if told.parameter {
            return (words::readable(name), told.words.to_string());
        }
        let short = told.words.split([';', '(']).next().unwrap_or_default().trim();
        (words::capital(short), told.words.to_string())
    }
}

/// What belongs to the primary outcome is open, the others are a touch away.
pub(super) fn folded(index: usize, title: &str, body: &Markup) -> Markup {
    html! {
        @if index == 0 { h3 { (title) } (body) } @else { details { summary { (title) } (body) } }
    }
}
