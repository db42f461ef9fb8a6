//! What every section is made from.

use crate::phrase::english;
use crate::study_words::{self, Shown};
use crate::words;
use maud::{Markup, html};
use texts::Texts;
use trial::analysis::{Comparison, OutcomeResult};
use trial::disk::bundle::Bundle;
use trial::disk::result::StudyResult;
use trial::file::StudyFile;
use workup::library::Library;

/// What every section is made from.
pub(super) struct Page<'a> {
    pub texts: &'static Texts,
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
        let name = words::capital(Shown::new(self.texts, outcome).name());
        if self.result.arms.len() > 2 { format!("{name}: {}", self.arm(&comparison.arm)) } else { name }
    }

    /// A variable for people: short, and what one should know of it.
    pub fn variable(&self, name: &str) -> (Markup, Markup) {
        let (short, long) = self.variable_words(name);
        let ours = self.result.variables.iter().any(|told| told.name == name && !told.parameter);
        if ours {
            (html! { (short) }, html! { (long) })
        } else {
            (english(self.texts, short), english(self.texts, long))
        }
    }

    /// The same as words.
    pub fn variable_words(&self, name: &str) -> (String, String) {
        let Some(told) = self.result.variables.iter().find(|told| told.name == name) else {
            return (name.into(), String::new());
        };
        if told.parameter {
            return (words::readable(name), told.words.to_string());
        }
        let long = words::told(self.texts, &told.words);
        let short = words::capital(long.split([';', '(']).next().unwrap_or_default().trim());
        (short, long)
    }
}

/// An axis's title with its unit, where it has one.
pub(super) fn with_unit(title: &str, unit: &str) -> String {
    if unit.is_empty() { title.to_string() } else { format!("{title}, {unit}") }
}

/// The sides of an axis.
pub(super) fn sides(texts: &Texts, higher_is_better: bool) -> [&str; 2] {
    if higher_is_better {
        [texts.say("plot.left_worse"), texts.say("plot.right_better")]
    } else {
        [texts.say("plot.left_better"), texts.say("plot.right_worse")]
    }
}

/// What belongs to the primary outcome is open, the others are a touch away.
pub(super) fn folded(index: usize, title: &str, body: &Markup) -> Markup {
    html! {
        @if index == 0 { h3 { (title) } (body) } @else { details { summary { (title) } (body) } }
    }
}
