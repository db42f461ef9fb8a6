//! The answer in a sentence for each arm, then every outcome on one scale.

use super::page::Page;
use crate::plots::forest::{self, Axis, Row};
use crate::report_page::wide;
use crate::study_words::{self as say, Shown};
use crate::words;
use crate::words::{capital, thousands};
use maud::{Markup, html};
use trial::analysis::{Comparison, OutcomeResult};
use trial::file::Design;

/// Sentences, forest plots, figures.
pub fn section(page: &Page) -> Markup {
    let result = page.result;
    let Some(primary) = result.outcomes.first() else { return html! {} };
    html! {
        @if primary.comparisons.is_empty() {
            p { "The study has one arm: there is nothing to compare it with. What its persons showed follows below." }
        }
        @for comparison in &primary.comparisons {
            div class={ "verdict " (class(primary, comparison)) } {
                p.headline { (say::answer(result, primary, comparison)) }
                p { (rests_on(page, comparison)) }
            }
        }
        @for (index, comparison) in primary.comparisons.iter().enumerate() {
            (of_arm(page, index, comparison))
        }
    }
}

fn class(outcome: &OutcomeResult, comparison: &Comparison) -> &'static str {
    let shown = Shown::new(outcome);
    let ends = comparison.effect.low.zip(comparison.effect.high);
    match ends.and_then(|(low, high)| Some((shown.in_what_matters(low)?, shown.in_what_matters(high)?))) {
        Some((a, b)) if a.min(b) > 0.0 => "yes",
        Some((a, b)) if a.max(b) < 0.0 => "no",
        _ => "even",
    }
}

fn rests_on(page: &Page, comparison: &Comparison) -> Markup {
    let result = page.result;
    let how = match result.design {
        Design::Paired => "each on the same day with every suspension, which only a simulation can do",
        Design::Crossover => "each with every suspension in turn, on different days",
        Design::Parallel => "each with one suspension, drawn by lot",
    };
    html! {
        (thousands(comparison.effect.n as f64)) " virtual persons, " (how) ". The interval tells how far the number of persons leaves the mean "
        "open, not how far the twin may be wrong: " a href="#reading" { "how to read this" } "."
        @if comparison.effect.missing > 0 {
            " " (thousands(comparison.effect.missing as f64)) " persons have no value, because what was to be measured was not reached."
        }
    }
}

fn of_arm(page: &Page, index: usize, comparison: &Comparison) -> Markup {
    let result = page.result;
    let (arm, reference) = (page.arm(&comparison.arm), page.arm(&comparison.reference));
    let found: Vec<(&OutcomeResult, &Comparison)> = result
        .outcomes
        .iter()
        .filter_map(|outcome| Some((outcome, outcome.comparisons.iter().find(|other| other.arm == comparison.arm)?)))
        .collect();
    let rows: Vec<Row> = found.iter().filter_map(|(outcome, comparison)| row(outcome, comparison)).collect();
    let axis = Axis {
        title: "effect in differences that matter",
        sides: ["◄ worse", "better ►"],
        marks: vec![-1.0, 1.0],
        ends: None,
    };
    let name = format!("Every outcome with {arm} against {reference}, in differences that matter; more is better.");
    let picture = forest::picture(&rows, &axis, &name, &format!("effects-{index}"));
    html! {
        h3 { (arm) " against " (reference) }
        @if let Some(picture) = picture {
            figure {
                figcaption {
                    "Every outcome on one scale: 1 is the smallest difference that matters to a person, as the study says. "
                    "The line is the interval of the mean (" (say::interval(result.level)) "), the figures are in the unit named."
                }
                (picture)
            }
        }
        (wide("Effects", &html! {
            table.figures {
                caption { "Means of both arms, and the effect with its interval." }
                thead { tr {
                    th scope="col" { "Outcome" } th scope="col" { (arm) } th scope="col" { (reference) }
                    th scope="col" { "Difference (" (say::interval(result.level)) ")" } th scope="col" { "Matters" }
                    @if result.design != Design::Parallel { th scope="col" { "Gain" } th scope="col" { "Lose" } }
                } }
                tbody { @for (outcome, comparison) in &found { (figures(page, outcome, comparison)) } }
            }
        }))
    }
}

fn row(outcome: &OutcomeResult, comparison: &Comparison) -> Option<Row> {
    let shown = Shown::new(outcome);
    let effect = &comparison.effect;
    let interval = effect.low.zip(effect.high).and_then(|(low, high)| {
        let ends = [shown.in_what_matters(low)?, shown.in_what_matters(high)?];
        Some([ends[0].min(ends[1]), ends[0].max(ends[1])])
    });
    Some(Row {
        label: match shown.difference_unit() {
            "" => capital(shown.name()),
            unit => format!("{}, {unit}", capital(shown.name())),
        },
        at: Some(shown.in_what_matters(effect.mean?)?),
        interval,
        figures: shown.effect(effect),
        ..Row::default()
    })
}

fn figures(page: &Page, outcome: &OutcomeResult, comparison: &Comparison) -> Markup {
    let shown = Shown::new(outcome);
    let mean = |id: &str| outcome.arms.iter().find(|arm| arm.arm == id).and_then(|arm| arm.mean);
    let unit = shown.difference_unit();
    html! {
        tr {
            th scope="row" { (capital(shown.name())) @if !shown.unit().is_empty() { ", " (shown.unit()) } }
            td { (shown.bare(mean(&comparison.arm))) }
            td { (shown.bare(mean(&comparison.reference))) }
            td {
                (shown.effect(&comparison.effect)) @if unit != shown.unit() { " " (unit) }
                @if let Some(why) = comparison.effect.no_interval { span.why { (why.words()) } }
            }
            td { (words::number(shown.scaled(outcome.measured.matters), shown.digits())) }
            @if page.result.design != Design::Parallel {
                @let told = comparison.persons.as_ref().map(|persons| &persons.responders);
                td { (told.map_or_else(|| "–".into(), |told| say::share(&told.gains))) }
                td { (told.map_or_else(|| "–".into(), |told| say::share(&told.loses))) }
            }
        }
    }
}
