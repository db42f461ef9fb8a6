//! What the figures mean, and what they do not.

use super::page::Page;
use crate::phrase::phrase;
use crate::study_words as say;
use maud::{Markup, html};
use trial::file::Design;

/// The explanations.
pub fn section(page: &Page) -> Markup {
    let texts = page.texts;
    let level = say::interval(texts, page.result.level);
    let parameters = html! { code { "data/parameters.toml" } };
    let validation = html! { code { "VALIDATION.md" } };
    html! {
        dl.facts {
            div { dt { (texts.say("study_report.reading.persons")) } dd {
                (phrase(texts, "study_report.reading.persons_said", &[("file", &parameters)]))
            } }
            div { dt { (texts.say("study_report.reading.interval")) } dd {
                (phrase(texts, "study_report.reading.interval_said", &[("level", &level), ("file", &validation)]))
            } }
            div { dt { (texts.say("study_report.reading.matters")) } dd {
                (texts.say("study_report.reading.matters_said"))
            } }
            @if page.result.design != Design::Parallel {
                div { dt { (texts.say("study_report.reading.gain")) } dd {
                    (texts.say("study_report.reading.gain_said"))
                } }
            }
            div { dt { (texts.say("study_report.reading.trials")) } dd {
                (texts.say("study_report.reading.trials_said"))
            } }
            @if page.result.outcomes.iter().any(|outcome| outcome.comparisons.iter().any(|c| c.effect.missing > 0)) {
                div { dt { (texts.say("study_report.reading.not_reached")) } dd {
                    (texts.say("study_report.reading.not_reached_said"))
                } }
            }
            div { dt { (texts.say("study_report.reading.several")) } dd {
                (texts.say("study_report.reading.several_said"))
            } }
        }
    }
}
