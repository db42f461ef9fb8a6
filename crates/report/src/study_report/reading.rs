//! What the figures mean, and what they do not.

use super::page::Page;
use crate::study_words as say;
use maud::{Markup, html};
use trial::file::Design;

/// The explanations.
pub fn section(page: &Page) -> Markup {
    let level = say::interval(page.result.level);
    html! {
        dl.facts {
            div { dt { "Persons" } dd {
                "Every person is drawn: body, limb, socket and habits as this study says, the twin's own parameters with the spread that "
                code { "data/parameters.toml" } " gives. That spread is partly how persons differ and partly what nobody knows, and the two "
                "cannot be told apart here: shares of who gains and loses are those of this virtual population."
            } }
            div { dt { "Interval" } dd {
                "The " (level) " tells how far the number of virtual persons leaves a mean open. With many persons it is very narrow. It says "
                "nothing about whether the twin is right: " code { "VALIDATION.md" } " does."
            } }
            div { dt { "What matters" } dd {
                "The smallest difference that a person would notice or a clinic would act on, as the study file says with its source. An effect "
                "may be certain and still not matter."
            } }
            @if page.result.design != Design::Parallel {
                div { dt { "Gain and lose" } dd {
                    "A person gains whose own effect is at least what matters, on the better side. Nobody can measure this in one real person "
                    "without error; a simulation can."
                } }
            }
            div { dt { "Trials" } dd {
                "A small trial that reaches significance must have met a large estimate: it exaggerates, and sometimes it points the wrong "
                "way (Gelman and Carlin 2014). The columns say how often and by how much, if the twin is right."
            } }
            @if page.result.outcomes.iter().any(|outcome| outcome.comparisons.iter().any(|c| c.effect.missing > 0)) {
                div { dt { "Not reached" } dd {
                    "Persons who never came to what was to be measured (such as a vacuum) have no value. An effect is that of the persons who "
                    "have one with both suspensions, who may be those who do better."
                } }
            }
            div { dt { "Several outcomes" } dd {
                "The first outcome is the one that the study was made for. No interval is widened because there are others."
            } }
        }
    }
}
