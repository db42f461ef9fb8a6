//! The persons' own effects: who gains, who loses, how those differ, and what goes with the effect.

use super::page::{Page, folded, sides, with_unit};
use crate::phrase::phrase;
use crate::plots::forest::{self, Axis, Row};
use crate::plots::histogram::{self, Zones};
use crate::report_page::wide;
use crate::study_words::{self as say, Shown};
use crate::words;
use crate::words::thousands;
use maud::{Markup, html};
use texts::Texts;
use trial::analysis::{ByPerson, Comparison, MOST_FOR_PARAMETERS, OutcomeResult, Thirds};
use trial::drivers::Driver;
use trial::file::Design;
use trial::responders::{Better, Contrast};

/// Differences of those who lose that are told.
const CONTRASTS: usize = 8;
/// Variables that are told.
const DRIVERS: usize = 12;
/// A difference of fewer standard errors is left to chance: of a hundred variables one goes beyond it once in 160 outcomes.
const BY_CHANCE: f64 = 4.0;
/// A difference smaller than this is none to speak of.
const SMALL: f64 = 0.2;

/// Pictures, shares, who loses; none where nobody has both arms.
pub fn section(page: &Page) -> Option<Markup> {
    let texts = page.texts;
    let found: Vec<_> = persons(page).collect();
    if found.is_empty() {
        return None;
    }
    Some(html! {
        p {
            (texts.say("study_report.persons.what"))
            @if page.result.design == Design::Crossover {
                " " (texts.say("study_report.persons.two_days"))
            }
        }
        div.panels {
            @for (id, outcome, comparison, persons) in &found { (picture(page, id, outcome, comparison, persons)) }
        }
        (wide(texts.say("study_report.persons.shares"), &shares(page, &found)))
        h3 { (texts.say("study_report.persons.who_loses")) }
        p {
            (texts.fill("study_report.persons.contrasts", &[("most", &CONTRASTS.to_string())]))
        }
        @for (_, outcome, comparison, persons) in &found { (losers(page, outcome, comparison, persons)) }
    })
}

/// What goes with the effect, and the effect in thirds.
pub fn drivers(page: &Page) -> Option<Markup> {
    let texts = page.texts;
    let found: Vec<_> = persons(page).collect();
    if found.is_empty() {
        return None;
    }
    Some(html! {
        p {
            (texts.fill("study_report.persons.correlation", &[("most", &thousands(texts, MOST_FOR_PARAMETERS as f64))]))
            @if page.result.design == Design::Crossover { " " (texts.say("study_report.persons.first_day")) }
        }
        @for (index, (id, outcome, comparison, persons)) in found.iter().enumerate() {
            (folded(index, &page.title(outcome, comparison), &of_effect(page, id, outcome, persons)))
        }
    })
}

type Found<'a> = (String, &'a OutcomeResult, &'a Comparison, &'a ByPerson);

fn persons<'a>(page: &'a Page<'_>) -> impl Iterator<Item = Found<'a>> {
    page.comparisons()
        .filter_map(|(id, outcome, comparison)| Some((id, outcome, comparison, comparison.persons.as_ref()?)))
}

fn picture(page: &Page, id: &str, outcome: &OutcomeResult, comparison: &Comparison, persons: &ByPerson) -> Markup {
    let shown = Shown::new(page.texts, outcome);
    let texts = page.texts;
    let told = &persons.responders;
    let Some(histogram) = &persons.histogram else { return html! {} };
    let zones = Zones {
        matters: outcome.measured.matters,
        higher: outcome.measured.better == Better::Higher,
        shares: [&told.loses, &told.within, &told.gains].map(|share| say::share(texts, share)),
    };
    let title = page.title(outcome, comparison);
    let name = texts.fill(
        "plot.own_effects",
        &[
            ("outcome", shown.name()),
            ("gain", &zones.shares[2]),
            ("within", &zones.shares[1]),
            ("lose", &zones.shares[0]),
        ],
    );
    let unit = shown.difference_unit();
    let axis = with_unit(texts.say("plot.difference"), unit);
    html! {
        figure {
            figcaption { strong { (title) } }
            (histogram::effects(texts, histogram, comparison.effect.mean, &zones, shown.scaled(1.0), &axis, &name, &format!("own-{id}")))
        }
    }
}

fn shares(page: &Page, found: &[Found<'_>]) -> Markup {
    let texts = page.texts;
    html! {
        table.figures {
            caption { (texts.fill("study_report.persons.caption", &[("interval", &say::interval(texts, page.result.level))])) }
            thead { tr {
                th scope="col" { (texts.say("study_report.outcome")) } th scope="col" { (texts.say("study_report.persons.gain_at_least")) } th scope="col" { (texts.say("study_report.gain")) } th scope="col" { (texts.say("study_report.persons.between")) }
                th scope="col" { (texts.say("study_report.lose")) } th scope="col" { (texts.say("study_report.persons.own")) }
            } }
            tbody {
                @for (_, outcome, comparison, persons) in found {
                    @let shown = Shown::new(page.texts, outcome);
                    @let told = &persons.responders;
                    @let effect = &comparison.effect;
                    tr {
                        th scope="row" { (page.title(outcome, comparison)) }
                        td { (shown.matters()) }
                        @for share in [&told.gains, &told.within, &told.loses] { td { (say::share_with_interval(texts, share)) } }
                        td { (shown.bare(effect.p10)) ", " (shown.bare(effect.median)) ", " (shown.bare(effect.p90)) }
                    }
                }
            }
        }
    }
}

fn losers(page: &Page, outcome: &OutcomeResult, comparison: &Comparison, persons: &ByPerson) -> Markup {
    let title = page.title(outcome, comparison);
    let texts = page.texts;
    let heading = html! { strong { (title) ": " } };
    let caption = html! { strong { (title) } };
    let lose = persons.responders.loses.count;
    let count = thousands(texts, lose as f64);
    let told: Vec<&Contrast> = persons.who_loses.iter().filter(|contrast| is_told(contrast)).take(CONTRASTS).collect();
    html! {
        @if lose == 0 {
            p { (heading) (texts.say("study_report.persons.nobody")) }
        } @else if told.is_empty() {
            p { (heading) (texts.fill("study_report.persons.by_chance", &[("count", &count)])) }
        } @else {
            (wide(&title, &html! {
                table.figures {
                    caption { (phrase(texts, "study_report.persons.lose", &[("title", &caption), ("count", &count), ("share", &say::share(texts, &persons.responders.loses))])) }
                    thead { tr {
                        th scope="col" { (texts.say("study_report.persons.differ_in")) } th scope="col" { (texts.say("study_report.persons.losers")) } th scope="col" { (texts.say("study_report.persons.others")) }
                        th scope="col" { (texts.say("study_report.persons.sds")) }
                    } }
                    tbody { @for contrast in told { (contrast_row(page, contrast)) } }
                }
            }))
        }
    }
}

fn is_told(contrast: &Contrast) -> bool {
    let by_chance = BY_CHANCE * (1.0 / contrast.losers.max(1) as f64 + 1.0 / contrast.others.max(1) as f64).sqrt();
    contrast.standardised.is_some_and(|difference| difference.abs() >= by_chance.max(SMALL))
}

fn contrast_row(page: &Page, contrast: &Contrast) -> Markup {
    let texts = page.texts;
    let (short, long) = page.variable(&contrast.variable);
    let mean = |mean: Option<f64>| mean.map_or_else(|| "–".into(), |value| significant(texts, value));
    html! {
        tr {
            th scope="row" { (short) span.why { (long) } }
            td { (mean(contrast.losers_mean)) } td { (mean(contrast.others_mean)) }
            td { (contrast.standardised.map_or_else(|| "–".into(), |difference| words::signed(texts, difference, 2))) }
        }
    }
}

fn of_effect(page: &Page, id: &str, outcome: &OutcomeResult, persons: &ByPerson) -> Markup {
    let shown = Shown::new(page.texts, outcome);
    let texts = page.texts;
    let rows: Vec<Row> = persons.drivers.iter().take(DRIVERS).filter_map(|driver| driver_row(page, driver)).collect();
    let higher = outcome.measured.better == Better::Higher;
    let axis = Axis {
        title: texts.say("plot.correlation"),
        sides: [texts.say("plot.lower"), texts.say("plot.higher")],
        marks: vec![],
        ends: Some(-1.0..=1.0),
    };
    let name = texts.fill("plot.drivers", &[("outcome", shown.name())]);
    let mut groups = vec![];
    for third in &persons.thirds {
        groups.extend(third_rows(page, &shown, third));
    }
    let unit = shown.difference_unit();
    let title = with_unit(texts.say("plot.difference"), unit);
    let by_third = Axis { title: &title, sides: sides(texts, higher), marks: vec![], ends: None };
    let name_of_thirds = texts.fill("plot.thirds", &[("outcome", shown.name())]);
    html! {
        div.panels.top {
            @if let Some(picture) = forest::picture(texts, &rows, &axis, &name, &format!("drivers-{id}")) {
                figure { figcaption { strong { (texts.say("study_report.persons.drivers")) } } (picture) }
            }
            @if let Some(picture) = forest::picture(texts, &groups, &by_third, &name_of_thirds, &format!("thirds-{id}")) {
                figure { figcaption { strong { (texts.say("study_report.persons.thirds")) } } (picture) }
            }
        }
        ul.plain.small {
            @for driver in persons.drivers.iter().take(DRIVERS).filter(|driver| driver.correlation.is_some()) {
                @let (short, long) = page.variable(&driver.variable);
                li { strong { (short) } ": " (long) ", " code { (driver.variable) } ", " (texts.fill("plot.persons", &[("count", &thousands(texts, driver.n as f64))])) }
            }
        }
    }
}

fn driver_row(page: &Page, driver: &Driver) -> Option<Row> {
    let texts = page.texts;
    let correlation = driver.correlation?;
    let ends = driver.low.zip(driver.high);
    let figures = match ends {
        Some((low, high)) => {
            let [low, high] = [low, high].map(|value| words::number(texts, value, 2));
            say::interval_of(texts, &words::signed(texts, correlation, 2), &low, &high)
        }
        None => words::signed(texts, correlation, 2),
    };
    Some(Row {
        label: page.variable_words(&driver.variable).0,
        at: Some(correlation),
        interval: ends.map(<[f64; 2]>::from),
        figures,
        ..Row::default()
    })
}

fn third_rows(page: &Page, shown: &Shown<'_>, third: &Thirds) -> Vec<Row> {
    let texts = page.texts;
    let head = Row { label: page.variable_words(&third.variable).0, ..Row::default() };
    let unit =
        page.result.variables.iter().find(|told| told.name == third.variable).map_or("", |told| told.unit.as_str());
    let unit = if unit == "1" { String::new() } else { format!(" {unit}") };
    let rows = third.groups.iter().map(|group| {
        let effect = &group.effect;
        Row {
            label: match (significant(texts, group.from), significant(texts, group.to)) {
                (from, to) if from == to => format!("{from}{unit}"),
                (from, to) => format!("{}{unit}", texts.fill("report.to", &[("low", &from), ("high", &to)])),
            },
            at: effect.mean.map(|mean| shown.scaled(mean)),
            interval: effect.low.zip(effect.high).map(|(low, high)| [shown.scaled(low), shown.scaled(high)]),
            figures: shown.effect(effect),
            indented: true,
            ..Row::default()
        }
    });
    [head].into_iter().chain(rows).collect()
}

/// A value with three significant digits.
fn significant(texts: &Texts, value: f64) -> String {
    if value == 0.0 {
        return "0".into();
    }
    let digits = (2.0 - value.abs().log10().floor()).clamp(0.0, 8.0) as usize;
    words::number(texts, value, digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_three_significant_digits() {
        let shown = [0.0, 0.012_345, 80.26, -1.5, 12_345.6].map(|value| significant(Texts::english(), value));
        assert_eq!(shown, ["0", "0.0123", "80.3", "−1.50", "12346"]);
    }

    #[test]
    fn what_chance_could_make_of_few_persons_is_not_told() {
        let of = |losers, standardised| Contrast {
            variable: "a".into(),
            losers,
            losers_mean: Some(1.0),
            others: 10_000,
            others_mean: Some(0.0),
            standardised: Some(standardised),
        };
        assert!(!is_told(&of(4, 1.9)) && is_told(&of(4, -2.1)));
        assert!(!is_told(&of(5_000, 0.1)) && is_told(&of(5_000, 0.3)));
    }
}
