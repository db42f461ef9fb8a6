//! The study as it was planned, word by word, and how to make this file again.

use super::page::Page;
use crate::report_page::wide;
use crate::study_words as say;
use crate::words;
use crate::words::capital;
use maud::{Markup, html};
use texts::Texts;
use trial::law::{Law, Spread};

/// Design, population, arms, outcomes, files, commands.
pub fn section(page: &Page) -> Markup {
    let (file, bundle) = (page.file, page.bundle);
    html! {
        dl.facts {
            div { dt { "Design" } dd { (capital(say::design(file.design))) ", reference " (page.arm(&file.reference)) } }
            div { dt { "Case" } dd { (bundle.case.file) } }
            @if let Some(modes) = &bundle.limb_modes { div { dt { "Limbs" } dd { (modes.file) } } }
            div { dt { "Screening" } dd {
                @if file.eligibility.screened { "No contraindication, and every pump of the study fits" } @else { "None" }
                @for (name, [low, high]) in &file.eligibility.between {
                    "; " (page.variable(name).0) " " (plain(*low)) " to " (plain(*high))
                }
            } }
            div { dt { "Seed" } dd { (file.seed) } }
            div { dt { "Fingerprint" } dd { code { (page.result.fingerprint) } ", Concord " (page.result.stamp.program) } }
        }
        h3 { "Arms" }
        ul { @for arm in &file.arm { li { strong { (arm.name) } " (" code { (arm.id) } "): " code { (arm.system) } } } }
        h3 { "Outcomes" }
        (wide("Outcomes", &outcomes(page)))
        h3 { "How persons differ" }
        (wide("Population", &population(page)))
        @if !file.correlation.is_empty() {
            p { "What goes together:" }
            ul {
                @for pair in &file.correlation {
                    li {
                        (page.variable(&pair.between[0]).0) " and " (page.variable(&pair.between[1]).0) ": " (words::number(pair.r, 2)) ", "
                        (source(page, &pair.source))
                    }
                }
            }
        }
        h3 { "To make this again" }
        pre { code { (bundle.command("DIR")) "\nconcord study report DIR\n" } }
        details { summary { "The study file, " (bundle.study.file) } pre { code { (bundle.study.text) } } }
    }
}

fn outcomes(page: &Page) -> Markup {
    html! {
        table.figures {
            caption { "The first is primary." }
            thead { tr {
                th scope="col" { "Outcome" } th scope="col" { "Better" } th scope="col" { "Matters" } th scope="col" { "Error of measurement, SD" }
                th scope="col" { "From" }
            } }
            tbody {
                @for measured in &page.file.outcome {
                    tr {
                        th scope="row" { (capital(&measured.outcome.words(Texts::english()))) ", " (measured.outcome.unit) }
                        td { @match measured.better {
                            trial::responders::Better::Higher => "more",
                            trial::responders::Better::Lower => "less",
                        } }
                        td { (plain(measured.matters)) } td { (plain(measured.measurement_sd)) }
                        td.words { (source(page, &measured.source)) }
                    }
                }
            }
        }
    }
}

fn population(page: &Page) -> Markup {
    html! {
        table.figures {
            caption { "What the study names. All other parameters of the twin differ as data/parameters.toml says." }
            thead { tr {
                th scope="col" { "Quantity" } th scope="col" { "How it differs" } th scope="col" { "From" }
            } }
            tbody {
                @for (name, spread) in &page.file.population {
                    @let told = page.result.variables.iter().find(|told| told.name == *name);
                    @let unit = told.map(|told| told.unit.as_str()).filter(|unit| *unit != "1").unwrap_or_default();
                    tr {
                        th scope="row" { (page.variable(name).0) span.why { code { (name) } } }
                        td.words { (law(spread, unit)) }
                        td.words { (source(page, &spread.source)) @if !spread.note.is_empty() { span.why { (spread.note) } } }
                    }
                }
            }
        }
    }
}

pub(super) fn source<'a>(page: &'a Page<'_>, key: &'a str) -> &'a str {
    if key == "assumed" { "our assumption" } else { page.library.source(key) }
}

fn law(spread: &Spread, unit: &str) -> String {
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    let mut text = match spread.law {
        Law::Fixed(value) => format!("{}{unit} for all", plain(value)),
        Law::Normal { mean, sd } => format!("normal, mean {}, SD {}{unit}", plain(mean), plain(sd)),
        Law::Lognormal { median, sd } => {
            format!(
                "log-normal, median {}{unit}, ×÷ {} a standard deviation",
                plain(median),
                words::number(sd.exp(), 2)
            )
        }
        Law::Uniform { low, high } => format!("uniform, {} to {}{unit}", plain(low), plain(high)),
        Law::Sometimes { share, low, high } if low == high => {
            format!("{} for {} of 100 persons, else 0", plain(high), plain(100.0 * share))
        }
        Law::Sometimes { share, low, high } => {
            format!("{} to {}{unit} for {} of 100 persons, else 0", plain(low), plain(high), plain(100.0 * share))
        }
    };
    if let Some([low, high]) = spread.within {
        text += &format!("; within {} to {}{unit}", plain(low), plain(high));
    }
    if spread.of_day > 0.0 {
        text += &format!("; {} % of its variance from day to day", plain(100.0 * spread.of_day));
    }
    text
}

/// A number as short as it is.
fn plain(value: f64) -> String {
    let text = words::number(value, 4);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_are_told_in_words_with_unit_limits_and_day() {
        let of =
            |law: Law, within, of_day| Spread { law, within, of_day, source: "assumed".into(), note: String::new() };
        let normal = of(Law::Normal { mean: 21.0, sd: 4.0 }, Some([5.0, 35.0]), 0.3);
        let told = "normal, mean 21, SD 4 °C; within 5 to 35 °C; 30 % of its variance from day to day";
        assert_eq!(law(&normal, "°C"), told);
        let sometimes = of(Law::Sometimes { share: 0.1, low: 0.05, high: 0.3 }, None, 0.0);
        assert_eq!(law(&sometimes, "mm"), "0.05 to 0.3 mm for 10 of 100 persons, else 0");
        assert_eq!(law(&of(Law::Fixed(1.0), None, 0.0), ""), "1 for all");
    }
}
