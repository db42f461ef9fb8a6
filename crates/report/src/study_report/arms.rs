//! How the outcomes lie on each arm.

use super::page::{Page, folded};
use crate::plots::histogram::{self, Group};
use crate::plots::{arm_style, line_swatch};
use crate::report_page::wide;
use crate::study_words::Shown;
use crate::words::{capital, thousands};
use maud::{Markup, html};
use trial::analysis::OutcomeResult;

/// A picture and a table an outcome.
pub fn section(page: &Page) -> Markup {
    html! {
        ul.curves {
            @for (index, arm) in page.result.arms.iter().enumerate() {
                li { (line_swatch(arm_style(index), index)) " " (arm.name) }
            }
        }
        p.small { "Shares of persons; the letter stands at the arm's mean. Nothing is smoothed." }
        @for (index, outcome) in page.result.outcomes.iter().enumerate() {
            (folded(index, &capital(&outcome.words), &of_outcome(page, outcome)))
        }
    }
}

fn of_outcome(page: &Page, outcome: &OutcomeResult) -> Markup {
    let shown = Shown::new(outcome);
    let groups: Vec<Group<'_>> = outcome
        .arms
        .iter()
        .enumerate()
        .filter_map(|(place, arm)| Some(Group { place, histogram: arm.histogram.as_ref()?, mean: arm.mean }))
        .filter(|group| group.histogram.counts.iter().any(|count| *count > 0))
        .collect();
    let means: Vec<String> =
        outcome.arms.iter().map(|arm| format!("{} {}", page.arm(&arm.arm), shown.bare(arm.mean))).collect();
    let name = format!("How {} lies on each arm; means: {} {}.", shown.name(), means.join(", "), shown.unit());
    let id = format!("arms-{}", outcome.measured.outcome.id);
    html! {
        @if let Some(picture) = histogram::arms(&groups, shown.scaled(1.0), &axis(&shown), &name, &id) { figure { (picture) } }
        (wide("Arms", &html! {
            table.figures {
                caption { "Persons with a value, and how they lie" @if !shown.unit().is_empty() { " (" (shown.unit()) ")" } "." }
                thead { tr {
                    th scope="col" { "Arm" } th scope="col" { "Persons" } th scope="col" { "Not reached" } th scope="col" { "Mean" }
                    th scope="col" { "SD" } th scope="col" { "10 %" } th scope="col" { "Median" } th scope="col" { "90 %" }
                } }
                tbody {
                    @for arm in &outcome.arms {
                        tr {
                            th scope="row" { (page.arm(&arm.arm)) }
                            td { (thousands(arm.n as f64)) } td { (thousands(arm.missing as f64)) }
                            @for value in [arm.mean, arm.sd, arm.p10, arm.p50, arm.p90] { td { (shown.bare(value)) } }
                        }
                    }
                }
            }
        }))
        @if groups.iter().any(|group| group.histogram.below + group.histogram.above > 0) {
            p.small {
                "Beyond the picture: "
                @for (index, group) in groups.iter().enumerate() {
                    @if index > 0 { "; " }
                    (page.result.arms[group.place].name) " " (group.histogram.below) " below, " (group.histogram.above) " above"
                }
                "."
            }
        }
    }
}

fn axis(shown: &Shown<'_>) -> String {
    if shown.unit().is_empty() { shown.name().to_string() } else { format!("{}, {}", shown.name(), shown.unit()) }
}
