//! The answer in a sentence for each arm, then every outcome on one scale.

use super::page::{Page, sides};
use crate::phrase::phrase;
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
    let texts = page.texts;
    let result = page.result;
    let Some(primary) = result.outcomes.first() else { return html! {} };
    html! {
        @if primary.comparisons.is_empty() {
            p { (texts.say("study_report.answer.one_arm")) }
        }
        @for comparison in &primary.comparisons {
            div class={ "verdict " (class(page, primary, comparison)) } {
                p.headline { (say::answer(texts, result, primary, comparison)) }
                p { (rests_on(page, comparison)) }
            }
        }
        @for (index, comparison) in primary.comparisons.iter().enumerate() {
            (of_arm(page, index, comparison))
        }
    }
}

fn class(page: &Page, outcome: &OutcomeResult, comparison: &Comparison) -> &'static str {
    let shown = Shown::new(page.texts, outcome);
    let ends = comparison.effect.low.zip(comparison.effect.high);
    match ends.and_then(|(low, high)| Some((shown.in_what_matters(low)?, shown.in_what_matters(high)?))) {
        Some((a, b)) if a.min(b) > 0.0 => "yes",
        Some((a, b)) if a.max(b) < 0.0 => "no",
        _ => "even",
    }
}

fn rests_on(page: &Page, comparison: &Comparison) -> Markup {
    let texts = page.texts;
    let result = page.result;
    let key = match result.design {
        Design::Paired => "study_report.answer.paired",
        Design::Crossover => "study_report.answer.crossover",
        Design::Parallel => "study_report.answer.parallel",
    };
    let link = html! { a href="#reading" { (texts.say("study_report.answer.how_to_read")) } };
    let persons = thousands(texts, comparison.effect.n as f64);
    html! {
        (phrase(texts, key, &[("persons", &persons), ("link", &link)]))
        @if comparison.effect.missing > 0 {
            " " (texts.fill(
                "study_report.answer.missing",
                &[("persons", &thousands(texts, comparison.effect.missing as f64))],
            ))
        }
    }
}

fn of_arm(page: &Page, index: usize, comparison: &Comparison) -> Markup {
    let texts = page.texts;
    let result = page.result;
    let (arm, reference) = (page.arm(&comparison.arm), page.arm(&comparison.reference));
    let found: Vec<(&OutcomeResult, &Comparison)> = result
        .outcomes
        .iter()
        .filter_map(|outcome| Some((outcome, outcome.comparisons.iter().find(|other| other.arm == comparison.arm)?)))
        .collect();
    let rows: Vec<Row> = found.iter().filter_map(|(outcome, comparison)| row(page, outcome, comparison)).collect();
    let axis = Axis { title: texts.say("plot.effect"), sides: sides(texts, true), marks: vec![-1.0, 1.0], ends: None };
    let name = texts.fill("plot.every_outcome", &[("arm", arm), ("reference", reference)]);
    let picture = forest::picture(texts, &rows, &axis, &name, &format!("effects-{index}"));
    html! {
        h3 { (texts.fill("study_report.answer.against", &[("arm", arm), ("reference", reference)])) }
        @if let Some(picture) = picture {
            figure {
                figcaption {
                    (texts.fill("study_report.answer.scale", &[("interval", &say::interval(texts, result.level))]))
                }
                (picture)
            }
        }
        (wide(texts.say("study_report.answer.effects"), &html! {
            table.figures {
                caption { (texts.say("study_report.answer.caption")) }
                thead { tr {
                    th scope="col" { (texts.say("study_report.outcome")) } th scope="col" { (arm) } th scope="col" { (reference) }
                    th scope="col" { (texts.fill("study_report.answer.difference", &[("interval", &say::interval(texts, result.level))])) } th scope="col" { (texts.say("study_report.matters")) }
                    @if result.design != Design::Parallel { th scope="col" { (texts.say("study_report.gain")) } th scope="col" { (texts.say("study_report.lose")) } }
                } }
                tbody { @for (outcome, comparison) in &found { (figures(page, outcome, comparison)) } }
            }
        }))
    }
}

fn row(page: &Page, outcome: &OutcomeResult, comparison: &Comparison) -> Option<Row> {
    let shown = Shown::new(page.texts, outcome);
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
    let texts = page.texts;
    let shown = Shown::new(page.texts, outcome);
    let mean = |id: &str| outcome.arms.iter().find(|arm| arm.arm == id).and_then(|arm| arm.mean);
    let unit = shown.difference_unit();
    html! {
        tr {
            th scope="row" { (capital(shown.name())) @if !shown.unit().is_empty() { ", " (shown.unit()) } }
            td { (shown.bare(mean(&comparison.arm))) }
            td { (shown.bare(mean(&comparison.reference))) }
            td {
                (shown.effect(&comparison.effect)) @if unit != shown.unit() { " " (unit) }
                @if let Some(why) = comparison.effect.no_interval { span.why { (texts.say(why.id())) } }
            }
            td { (words::number(texts, shown.scaled(outcome.measured.matters), shown.digits())) }
            @if page.result.design != Design::Parallel {
                @let told = comparison.persons.as_ref().map(|persons| &persons.responders);
                td { (told.map_or_else(|| "–".into(), |told| say::share(texts, &told.gains))) }
                td { (told.map_or_else(|| "–".into(), |told| say::share(texts, &told.loses))) }
            }
        }
    }
}
