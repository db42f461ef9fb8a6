//! The persons' own effects: who gains, who loses, how those differ, and what goes with the effect.

use super::page::{Page, folded};
use crate::plots::forest::{self, Axis, Row};
use crate::plots::histogram::{self, Zones};
use crate::report_page::wide;
use crate::study_words::{self as say, Shown};
use crate::words;
use crate::words::thousands;
use maud::{Markup, html};
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
    let found: Vec<_> = persons(page).collect();
    if found.is_empty() {
        return None;
    }
    Some(html! {
        p {
            "Each person's own effect. The dotted lines are the difference that matters, the solid black one is the mean; those who lose lie "
            "on hatched ground."
            @if page.result.design == Design::Crossover {
                " The two days of a person differ by more than the suspension, and that is in these effects: more seem to gain and more "
                "seem to lose than would on one and the same day."
            }
        }
        div.panels {
            @for (id, outcome, comparison, persons) in &found { (picture(page, id, outcome, comparison, persons)) }
        }
        (wide("Who gains and who loses", &shares(page, &found)))
        h3 { "Who loses" }
        p {
            "How those who lose differ from all others, in standard deviations of the variable (0.2 is small, 0.8 large). Only differences "
            "that chance would hardly make with so many persons are told, at most " (CONTRASTS) " an outcome."
        }
        @for (_, outcome, comparison, persons) in &found { (losers(page, outcome, comparison, persons)) }
    })
}

/// What goes with the effect, and the effect in thirds.
pub fn drivers(page: &Page) -> Option<Markup> {
    let found: Vec<_> = persons(page).collect();
    if found.is_empty() {
        return None;
    }
    Some(html! {
        p {
            "Rank correlation (Spearman) of what differs between persons with their own effect: 1 where more of it always means more "
            "effect, −1 where it always means less, 0 where it tells nothing. Each is looked at alone: what goes with the effect need not "
            "cause it, and of twenty intervals one misses by chance. The twin's own parameters were looked at in the first "
            (thousands(MOST_FOR_PARAMETERS as f64)) " persons at most."
            @if page.result.design == Design::Crossover { " Variables are those of the person's first day." }
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
    let shown = Shown::new(outcome);
    let told = &persons.responders;
    let Some(histogram) = &persons.histogram else { return html! {} };
    let zones = Zones {
        matters: outcome.measured.matters,
        higher: outcome.measured.better == Better::Higher,
        shares: [&told.loses, &told.within, &told.gains].map(say::share),
    };
    let title = page.title(outcome, comparison);
    let name = format!(
        "Persons' own effects on {}: {} gain, {} in between, {} lose.",
        shown.name(),
        zones.shares[2],
        zones.shares[1],
        zones.shares[0]
    );
    let unit = shown.difference_unit();
    let axis = if unit.is_empty() { "difference".to_string() } else { format!("difference, {unit}") };
    html! {
        figure {
            figcaption { strong { (title) } }
            (histogram::effects(histogram, comparison.effect.mean, &zones, shown.scaled(1.0), &axis, &name, &format!("own-{id}")))
        }
    }
}

fn shares(page: &Page, found: &[Found<'_>]) -> Markup {
    html! {
        table.figures {
            caption { "Shares of persons, with intervals (" (say::interval(page.result.level)) ", Wilson)." }
            thead { tr {
                th scope="col" { "Outcome" } th scope="col" { "Gain at least" } th scope="col" { "Gain" } th scope="col" { "In between" }
                th scope="col" { "Lose" } th scope="col" { "Own effects: 10 %, median, 90 %" }
            } }
            tbody {
                @for (_, outcome, comparison, persons) in found {
                    @let shown = Shown::new(outcome);
                    @let told = &persons.responders;
                    @let effect = &comparison.effect;
                    tr {
                        th scope="row" { (page.title(outcome, comparison)) }
                        td { (shown.matters()) }
                        @for share in [&told.gains, &told.within, &told.loses] { td { (say::share_with_interval(share)) } }
                        td { (shown.bare(effect.p10)) ", " (shown.bare(effect.median)) ", " (shown.bare(effect.p90)) }
                    }
                }
            }
        }
    }
}

fn losers(page: &Page, outcome: &OutcomeResult, comparison: &Comparison, persons: &ByPerson) -> Markup {
    let title = page.title(outcome, comparison);
    let lose = persons.responders.loses.count;
    let told: Vec<&Contrast> = persons.who_loses.iter().filter(|contrast| is_told(contrast)).take(CONTRASTS).collect();
    html! {
        @if lose == 0 {
            p { strong { (title) ": " } "nobody loses." }
        } @else if told.is_empty() {
            p { strong { (title) ": " } (thousands(lose as f64)) " lose; they differ from the others in nothing that chance would not explain." }
        } @else {
            (wide(&title, &html! {
                table.figures {
                    caption { strong { (title) } ": " (thousands(lose as f64)) " lose, " (say::share(&persons.responders.loses)) " of all." }
                    thead { tr {
                        th scope="col" { "They differ in" } th scope="col" { "Those who lose" } th scope="col" { "All others" }
                        th scope="col" { "Standard deviations" }
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
    let (short, long) = page.variable(&contrast.variable);
    let mean = |mean: Option<f64>| mean.map_or_else(|| "–".into(), significant);
    html! {
        tr {
            th scope="row" { (short) span.why { (long) } }
            td { (mean(contrast.losers_mean)) } td { (mean(contrast.others_mean)) }
            td { (contrast.standardised.map_or_else(|| "–".into(), |difference| words::signed(difference, 2))) }
        }
    }
}

fn of_effect(page: &Page, id: &str, outcome: &OutcomeResult, persons: &ByPerson) -> Markup {
    let shown = Shown::new(outcome);
    let rows: Vec<Row> = persons.drivers.iter().take(DRIVERS).filter_map(|driver| driver_row(page, driver)).collect();
    let higher = outcome.measured.better == Better::Higher;
    let axis = Axis {
        title: "rank correlation with the difference",
        sides: ["lower", "higher"],
        marks: vec![],
        ends: Some(-1.0..=1.0),
    };
    let name = format!("What goes with the effect on {}, most closely first.", shown.name());
    let mut groups = vec![];
    for third in &persons.thirds {
        groups.extend(third_rows(page, &shown, third));
    }
    let unit = shown.difference_unit();
    let title = if unit.is_empty() { "difference".to_string() } else { format!("difference, {unit}") };
    let by_third = Axis {
        title: &title,
        sides: if higher { ["◄ worse", "better ►"] } else { ["◄ better", "worse ►"] },
        marks: vec![],
        ends: None,
    };
    let name_of_thirds = format!("The effect on {} in thirds of the persons.", shown.name());
    html! {
        div.panels.top {
            @if let Some(picture) = forest::picture(&rows, &axis, &name, &format!("drivers-{id}")) {
                figure { figcaption { strong { "What goes with it" } } (picture) }
            }
            @if let Some(picture) = forest::picture(&groups, &by_third, &name_of_thirds, &format!("thirds-{id}")) {
                figure { figcaption { strong { "The effect in thirds of what goes most closely with it" } } (picture) }
            }
        }
        ul.plain.small {
            @for driver in persons.drivers.iter().take(DRIVERS).filter(|driver| driver.correlation.is_some()) {
                @let (short, long) = page.variable(&driver.variable);
                li { strong { (short) } ": " (long) ", " code { (driver.variable) } ", " (thousands(driver.n as f64)) " persons" }
            }
        }
    }
}

fn driver_row(page: &Page, driver: &Driver) -> Option<Row> {
    let correlation = driver.correlation?;
    let ends = driver.low.zip(driver.high);
    let figures = match ends {
        Some((low, high)) => {
            format!("{} ({} to {})", words::signed(correlation, 2), words::number(low, 2), words::number(high, 2))
        }
        None => words::signed(correlation, 2),
    };
    Some(Row {
        label: page.variable(&driver.variable).0,
        at: Some(correlation),
        interval: ends.map(<[f64; 2]>::from),
        figures,
        ..Row::default()
    })
}

fn third_rows(page: &Page, shown: &Shown<'_>, third: &Thirds) -> Vec<Row> {
    let head = Row { label: page.variable(&third.variable).0, ..Row::default() };
    let unit =
        page.result.variables.iter().find(|told| told.name == third.variable).map_or("", |told| told.unit.as_str());
    let unit = if unit == "1" { String::new() } else { format!(" {unit}") };
    let rows = third.groups.iter().map(|group| {
        let effect = &group.effect;
        Row {
            label: match (significant(group.from), significant(group.to)) {
                (from, to) if from == to => format!("{from}{unit}"),
                (from, to) => format!("{from} to {to}{unit}"),
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
fn significant(value: f64) -> String {
    if value == 0.0 {
        return "0".into();
    }
    let digits = (2.0 - value.abs().log10().floor()).clamp(0.0, 8.0) as usize;
    words::number(value, digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_three_significant_digits() {
        let shown = [0.0, 0.012_345, 80.26, -1.5, 12_345.6].map(significant);
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
