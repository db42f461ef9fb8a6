//! What trials of a size that somebody could run would have shown.

use super::page::{Page, folded, sides, with_unit};
use crate::plots::forest::{self, Axis, Row};
use crate::report_page::wide;
use crate::study_words::{self as say, Shown};
use crate::words;
use maud::{Markup, html};
use texts::Texts;
use trial::analysis::{Comparison, OutcomeResult, TrialsOfSize};
use trial::file::Design;
use trial::responders::Better;
use trial::sampling::Sampling;

/// Pictures and figures; none where the study names no sizes.
pub fn section(page: &Page) -> Option<Markup> {
    let found: Vec<_> = page.comparisons().filter(|(_, _, comparison)| !comparison.trials.is_empty()).collect();
    let trials = found.iter().find_map(|(_, _, c)| c.trials.iter().find_map(|trials| trials.sampling.as_ref()))?;
    let texts = page.texts;
    Some(html! {
        p {
            (texts.fill(
                "study_report.trials.what",
                &[
                    ("trials", &trials.drawn.trials.to_string()),
                    ("interval", &say::interval(texts, page.result.level)),
                ],
            ))
        }
        @if page.result.design == Design::Paired {
            p {
                (texts.say("study_report.trials.paired_only"))
            }
        }
        @for (index, (id, outcome, comparison)) in found.iter().enumerate() {
            (folded(index, &page.title(outcome, comparison), &of_effect(page, id, outcome, comparison)))
        }
    })
}

fn of_effect(page: &Page, id: &str, outcome: &OutcomeResult, comparison: &Comparison) -> Markup {
    let shown = Shown::new(page.texts, outcome);
    let texts = page.texts;
    let designs = [Design::Paired, Design::Crossover, Design::Parallel];
    let with = |design: Design| comparison.trials.iter().filter(move |trials| trials.design == design);
    html! {
        div.panels.top {
            @for design in designs {
                @let rows: Vec<Row> = with(design).filter_map(|trials| row(texts, &shown, trials)).collect();
                @let truth = with(design).find_map(|trials| trials.sampling.as_ref()).map(|sampling| shown.scaled(sampling.truth));
                @if let Some(picture) = picture(texts, outcome, &shown, design, &rows, truth, id) {
                    figure { figcaption { strong { (words_of(texts, design)) } } (picture) }
                }
            }
        }
        (wide(&page.title(outcome, comparison), &html! {
            table.figures {
                caption { (texts.say("study_report.trials.caption")) }
                thead { tr {
                    th scope="col" { (texts.say("study_report.trials.trial")) } th scope="col" { (texts.say("study_report.trials.shows")) } th scope="col" { (texts.say("study_report.trials.wrong")) }
                    th scope="col" { (texts.say("study_report.trials.exaggerate")) } th scope="col" { (texts.say("study_report.trials.estimates")) }
                    th scope="col" { (texts.say("study_report.trials.coverage")) }
                } }
                tbody { @for design in designs { @for trials in with(design) { (figures(texts, &shown, trials)) } } }
            }
        }))
    }
}

fn words_of(texts: &Texts, design: Design) -> &str {
    texts.say(match design {
        Design::Paired => "study_report.trials.paired",
        Design::Crossover => "study_report.trials.crossover",
        Design::Parallel => "study_report.trials.parallel",
    })
}

fn picture(
    texts: &Texts,
    outcome: &OutcomeResult,
    shown: &Shown<'_>,
    design: Design,
    rows: &[Row],
    truth: Option<f64>,
    id: &str,
) -> Option<Markup> {
    let unit = shown.difference_unit();
    let title = with_unit(texts.say("plot.estimate"), unit);
    let higher = outcome.measured.better == Better::Higher;
    let axis = Axis { title: &title, sides: sides(texts, higher), marks: truth.into_iter().collect(), ends: None };
    let name = texts.fill("plot.estimates", &[("design", say::design(texts, design)), ("outcome", shown.name())]);
    forest::picture(texts, rows, &axis, &name, &format!("trials-{id}-{}", design as u8))
}

fn row(texts: &Texts, shown: &Shown<'_>, trials: &TrialsOfSize) -> Option<Row> {
    let sampling = trials.sampling.as_ref()?;
    let estimate = &sampling.estimate;
    let both = |low: f64, high: f64| Some([shown.scaled(low), shown.scaled(high)]);
    Some(Row {
        label: texts.fill("plot.persons", &[("count", &trials.size.to_string())]),
        at: Some(shown.scaled(estimate.p50)),
        interval: both(estimate.p2_5, estimate.p97_5),
        inner: both(estimate.p16, estimate.p84),
        figures: power(texts, sampling)
            .map_or_else(String::new, |power| texts.fill("plot.show_it", &[("share", &power)])),
        indented: false,
    })
}

fn power(texts: &Texts, sampling: &Sampling) -> Option<String> {
    sampling.power.as_ref().map(|power| say::share(texts, power))
}

fn figures(texts: &Texts, shown: &Shown<'_>, trials: &TrialsOfSize) -> Markup {
    let size = texts.fill(
        "study_report.trials.size",
        &[("count", &trials.size.to_string()), ("design", say::design(texts, trials.design))],
    );
    let Some(sampling) = &trials.sampling else {
        return html! {
            tr {
                th scope="row" { (size) }
                td.words colspan="5" { (texts.fill("study_report.not_drawn", &[("why", &trials.why_not.as_ref().map(|why| words::told(texts, why)).unwrap_or_default())])) }
            }
        };
    };
    let estimate = &sampling.estimate;
    let dash = || "–".to_string();
    html! {
        tr {
            th scope="row" { (size) }
            td { (power(texts, sampling).unwrap_or_else(dash)) }
            td { (sampling.wrong_sign.as_ref().map_or_else(dash, |share| say::share(texts, share))) }
            td { (sampling.exaggeration.map_or_else(dash, |times| format!("{} ×", words::number(texts, times, 2)))) }
            td { (texts.fill("report.to", &[("low", &shown.bare(Some(estimate.p2_5))), ("high", &shown.bare(Some(estimate.p97_5)))])) }
            td { (say::share(texts, &sampling.coverage)) }
        }
    }
}
