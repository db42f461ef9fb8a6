//! What trials of a size that somebody could run would have shown.

use super::page::{Page, folded};
use crate::plots::forest::{self, Axis, Row};
use crate::report_page::wide;
use crate::study_words::{self as say, Shown};
use crate::words;
use maud::{Markup, html};
use trial::analysis::{Comparison, OutcomeResult, TrialsOfSize};
use trial::file::Design;
use trial::responders::Better;
use trial::sampling::Sampling;

/// Pictures and figures; none where the study names no sizes.
pub fn section(page: &Page) -> Option<Markup> {
    let found: Vec<_> = page.comparisons().filter(|(_, _, comparison)| !comparison.trials.is_empty()).collect();
    let trials = found.iter().find_map(|(_, _, c)| c.trials.iter().find_map(|trials| trials.sampling.as_ref()))?;
    Some(html! {
        p {
            "From the persons of this study " (trials.drawn.trials) " trials of each size were drawn, each measured with the error that the "
            "study gives. The line holds 95 of 100 trials' estimates, the thick part 68, the square is the median; the dashed line is "
            "what all persons together have. A trial “shows” the effect where its interval (" (say::interval(page.result.level))
            ") lies on the right side of nought."
        }
        @if page.result.design == Design::Paired {
            p {
                "Paired trials, the same persons on the same day, can only be simulated. A crossover on different days needs more persons "
                "than the paired and fewer than parallel groups."
            }
        }
        @for (index, (id, outcome, comparison)) in found.iter().enumerate() {
            (folded(index, &page.title(outcome, comparison), &of_effect(page, id, outcome, comparison)))
        }
    })
}

fn of_effect(page: &Page, id: &str, outcome: &OutcomeResult, comparison: &Comparison) -> Markup {
    let shown = Shown::new(outcome);
    let designs = [Design::Paired, Design::Crossover, Design::Parallel];
    let with = |design: Design| comparison.trials.iter().filter(move |trials| trials.design == design);
    html! {
        div.panels.top {
            @for design in designs {
                @let rows: Vec<Row> = with(design).filter_map(|trials| row(&shown, trials)).collect();
                @let truth = with(design).find_map(|trials| trials.sampling.as_ref()).map(|sampling| shown.scaled(sampling.truth));
                @if let Some(picture) = picture(outcome, &shown, design, &rows, truth, id) {
                    figure { figcaption { strong { (words_of(design)) } } (picture) }
                }
            }
        }
        (wide(&page.title(outcome, comparison), &html! {
            table.figures {
                caption { "What trials of each size conclude." }
                thead { tr {
                    th scope="col" { "Trial" } th scope="col" { "Shows the effect" } th scope="col" { "Shows it on the wrong side" }
                    th scope="col" { "Those that show it exaggerate it" } th scope="col" { "95 of 100 estimates" }
                    th scope="col" { "Interval holds the truth" }
                } }
                tbody { @for design in designs { @for trials in with(design) { (figures(&shown, trials)) } } }
            }
        }))
    }
}

fn words_of(design: Design) -> &'static str {
    match design {
        Design::Paired => "Paired, the same day",
        Design::Crossover => "Crossover",
        Design::Parallel => "Parallel groups",
    }
}

fn picture(
    outcome: &OutcomeResult,
    shown: &Shown<'_>,
    design: Design,
    rows: &[Row],
    truth: Option<f64>,
    id: &str,
) -> Option<Markup> {
    let unit = shown.difference_unit();
    let title =
        if unit.is_empty() { "estimate of a trial".to_string() } else { format!("estimate of a trial, {unit}") };
    let higher = outcome.measured.better == Better::Higher;
    let axis = Axis {
        title: &title,
        sides: if higher { ["◄ worse", "better ►"] } else { ["◄ better", "worse ►"] },
        marks: truth.into_iter().collect(),
        ends: None,
    };
    let name = format!("Estimates of trials, {}, on {}.", say::design(design), shown.name());
    forest::picture(rows, &axis, &name, &format!("trials-{id}-{}", design as u8))
}

fn row(shown: &Shown<'_>, trials: &TrialsOfSize) -> Option<Row> {
    let sampling = trials.sampling.as_ref()?;
    let estimate = &sampling.estimate;
    let both = |low: f64, high: f64| Some([shown.scaled(low), shown.scaled(high)]);
    Some(Row {
        label: format!("{} persons", trials.size),
        at: Some(shown.scaled(estimate.p50)),
        interval: both(estimate.p2_5, estimate.p97_5),
        inner: both(estimate.p16, estimate.p84),
        figures: power(sampling).map_or_else(String::new, |power| format!("{power} show it")),
        indented: false,
    })
}

fn power(sampling: &Sampling) -> Option<String> {
    sampling.power.as_ref().map(say::share)
}

fn figures(shown: &Shown<'_>, trials: &TrialsOfSize) -> Markup {
    let Some(sampling) = &trials.sampling else {
        return html! {
            tr {
                th scope="row" { (trials.size) " persons, " (say::design(trials.design)) }
                td.words colspan="5" { "not drawn: " (trials.why_not.as_deref().unwrap_or_default()) }
            }
        };
    };
    let estimate = &sampling.estimate;
    let dash = || "–".to_string();
    html! {
        tr {
            th scope="row" { (trials.size) " persons, " (say::design(trials.design)) }
            td { (power(sampling).unwrap_or_else(dash)) }
            td { (sampling.wrong_sign.as_ref().map_or_else(dash, say::share)) }
            td { (sampling.exaggeration.map_or_else(dash, |times| format!("{} ×", words::number(times, 2)))) }
            td { (shown.bare(Some(estimate.p2_5))) " to " (shown.bare(Some(estimate.p97_5))) }
            td { (say::share(&sampling.coverage)) }
        }
    }
}
