//! The sources that a report leans on, numbered; and how a statement refers to them.

use crate::words;
use evidence::identifiability::Summary;
use fitting::{Conclusion, Evidence};
use maud::{Markup, html};
use std::collections::BTreeSet;
use texts::Texts;
use workup::library::Library;
use workup::outcome::RunResult;

/// Every source used, in the order of its key: the number of a source is its place.
pub struct Sources<'a> {
    pub keys: Vec<&'a str>,
    texts: &'a Texts,
}

impl<'a> Sources<'a> {
    /// All that the result, the twin's parameters and what pins them cite.
    pub fn new(texts: &'a Texts, result: &'a RunResult, library: &'a Library, pinned: Option<&'a Summary>) -> Self {
        let fitting = &result.fitting;
        let cited = conclusions(result).flat_map(Conclusion::cited);
        let mut keys: BTreeSet<&str> = cited.map(|(key, _)| key).collect();
        keys.extend(fitting.parts.iter().map(|part| part.source.as_str()));
        keys.extend(fitting.forces.iter().flat_map(|force| {
            std::iter::once(force.source.as_str()).chain(force.answers.iter().map(|answer| answer.source.as_str()))
        }));
        keys.extend(fitting.evidence.iter().map(|note| note.source.as_str()));
        keys.extend(library.parameters.iter().filter_map(|(_, parameter)| parameter.source.as_deref()));
        if let Some(summary) = pinned {
            keys.extend(summary.fitted.iter().flat_map(|pinned| &pinned.by).map(|by| by.source.as_str()));
            keys.extend(summary.free.iter().flat_map(|loose| &loose.most_on).map(|on| on.source.as_str()));
        }
        Self { keys: keys.into_iter().collect(), texts }
    }

    /// "[3]", leading to the list.
    pub fn mark(&self, key: &str) -> Markup {
        let number = self.keys.iter().position(|known| *known == key).map_or(0, |place| place + 1);
        html! { a.mark href={ "#source-" (number) } { "[" (number) "]" } }
    }

    /// "maker's claim [3] p. 9 [7]": everything that a conclusion leans on.
    pub fn concluded(&self, conclusion: &Conclusion) -> Markup {
        html! {
            span.founded {
                (words::evidence(self.texts, &conclusion.evidence))
                @for (key, page) in conclusion.cited() {
                    " " (self.mark(key)) @if let Some(page) = page { " " (self.texts.fill("report.page", &[("page", page)])) }
                }
            }
        }
    }

    /// "maker's claim [3]".
    pub fn founded(&self, evidence: &Evidence, key: &str) -> Markup {
        html! { span.founded { (words::evidence(self.texts, evidence)) " " (self.mark(key)) } }
    }
}

fn conclusions(result: &RunResult) -> impl Iterator<Item = &Conclusion> {
    let fitting = &result.fitting;
    let liner = fitting.liner.iter().flat_map(|liner| &liner.reasons);
    let pumps = fitting.pumps.iter().flat_map(|pump| &pump.reasons);
    fitting.screening.iter().chain(&fitting.ordering).chain(liner).chain(pumps)
}
