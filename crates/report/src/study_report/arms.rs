//! How the outcomes lie on each arm.

use super::page::{Page, folded, with_unit};
use crate::plots::histogram::{self, Group};
use crate::plots::{arm_style, line_swatch};
use crate::report_page::wide;
use crate::study_words::Shown;
use crate::words::{capital, thousands};
use maud::{Markup, html};
use trial::analysis::OutcomeResult;

/// A picture and a table an outcome.
pub fn section(page: &Page) -> Markup {
    let texts = page.texts;
    html! {
        ul.curves {
            @for (index, arm) in page.result.arms.iter().enumerate() {
                li { (line_swatch(arm_style(index), index)) " " (arm.name) }
            }
        }
        p.small { (texts.say("study_report.arms.what")) }
        @for (index, outcome) in page.result.outcomes.iter().enumerate() {
            (folded(index, &capital(&outcome.measured.outcome.words(texts)), &of_outcome(page, outcome)))
        }
    }
}

fn of_outcome(page: &Page, outcome: &OutcomeResult) -> Markup {
    let texts = page.texts;
    let shown = Shown::new(texts, outcome);
    let groups: Vec<Group<'_>> = outcome
        .arms
        .iter()
        .enumerate()
        .filter_map(|(place, arm)| Some(Group { place, histogram: arm.histogram.as_ref()?, mean: arm.mean }))
        .filter(|group| group.histogram.counts.iter().any(|count| *count > 0))
        .collect();
    let means: Vec<String> =
        outcome.arms.iter().map(|arm| format!("{} {}", page.arm(&arm.arm), shown.bare(arm.mean))).collect();
    let name =
        texts.fill("plot.arms", &[("outcome", shown.name()), ("means", &means.join(", ")), ("unit", shown.unit())]);
    let id = format!("arms-{}", outcome.measured.outcome.id);
    html! {
        @if let Some(picture) = histogram::arms(texts, &groups, shown.scaled(1.0), &axis(&shown), &name, &id) { figure { (picture) } }
        (wide(texts.say("study_report.arms.name"), &html! {
            table.figures {
                caption {
                    @if shown.unit().is_empty() { (texts.say("study_report.arms.caption")) }
                    @else { (texts.fill("study_report.arms.caption_unit", &[("unit", shown.unit())])) }
                }
                thead { tr {
                    th scope="col" { (texts.say("study_report.arms.arm")) } th scope="col" { (texts.say("study_report.arms.persons")) } th scope="col" { (texts.say("study_report.arms.not_reached")) } th scope="col" { (texts.say("study_report.arms.mean")) }
                    th scope="col" { (texts.say("study_report.arms.sd")) } th scope="col" { "10 %" } th scope="col" { (texts.say("study_report.arms.median")) } th scope="col" { "90 %" }
                } }
                tbody {
                    @for arm in &outcome.arms {
                        tr {
                            th scope="row" { (page.arm(&arm.arm)) }
                            td { (thousands(texts, arm.n as f64)) } td { (thousands(texts, arm.missing as f64)) }
                            @for value in [arm.mean, arm.sd, arm.p10, arm.p50, arm.p90] { td { (shown.bare(value)) } }
                        }
                    }
                }
            }
        }))
        @if groups.iter().any(|group| group.histogram.below + group.histogram.above > 0) {
            p.small {
                (texts.fill("study_report.arms.beyond", &[("groups", &beyond(page, &groups))]))
            }
        }
    }
}

/// How many lie beyond the picture on each arm.
fn beyond(page: &Page, groups: &[Group<'_>]) -> String {
    let said = groups.iter().map(|group| {
        page.texts.fill(
            "study_report.arms.below_above",
            &[
                ("arm", &page.result.arms[group.place].name),
                ("below", &group.histogram.below.to_string()),
                ("above", &group.histogram.above.to_string()),
            ],
        )
    });
    said.collect::<Vec<_>>().join("; ")
}

fn axis(shown: &Shown<'_>) -> String {
    with_unit(shown.name(), shown.unit())
}
