//! The study as it was planned, word by word, and how to make this file again.

use super::page::Page;
use crate::phrase::{english, phrase};
use crate::report_page::wide;
use crate::study_words as say;
use crate::words;
use crate::words::capital;
use maud::{Markup, html};
use texts::Texts;
use trial::law::{Law, Spread};

/// Design, population, arms, outcomes, files, commands.
pub fn section(page: &Page) -> Markup {
    let texts = page.texts;
    let (file, bundle) = (page.file, page.bundle);
    html! {
        dl.facts {
            div { dt { (texts.say("study_report.plan.design")) } dd { (texts.fill("study_report.plan.design_said", &[("design", &capital(say::design(texts, file.design))), ("arm", page.arm(&file.reference))])) } }
            div { dt { (texts.say("study_report.plan.case")) } dd { (bundle.case.file) } }
            @if let Some(modes) = &bundle.limb_modes { div { dt { (texts.say("study_report.plan.limbs")) } dd { (modes.file) } } }
            div { dt { (texts.say("study_report.plan.screening")) } dd {
                @if file.eligibility.screened { (texts.say("study_report.plan.screened")) } @else { (texts.say("study_report.plan.not_screened")) }
                @for (name, [low, high]) in &file.eligibility.between {
                    "; " (page.variable(name).0) " " (texts.fill("report.to", &[("low", &plain(texts, *low)), ("high", &plain(texts, *high))]))
                }
            } }
            div { dt { (texts.say("study_report.plan.seed")) } dd { (file.seed) } }
            div { dt { (texts.say("study_report.plan.fingerprint")) } dd { code { (page.result.fingerprint) } ", Concord " (page.result.stamp.program) } }
        }
        h3 { (texts.say("study_report.arms.name")) }
        ul { @for arm in &file.arm { li { strong { (arm.name) } " (" code { (arm.id) } "): " code { (arm.system) } } } }
        h3 { (texts.say("study_report.plan.outcomes")) }
        (wide(texts.say("study_report.plan.outcomes"), &outcomes(page)))
        h3 { (texts.say("study_report.plan.differ")) }
        (wide(texts.say("study_report.plan.population"), &population(page)))
        @if !file.correlation.is_empty() {
            p { (texts.say("study_report.plan.together")) }
            ul {
                @for pair in &file.correlation {
                    li {
                        (phrase(texts, "value.and", &[("first", &page.variable(&pair.between[0]).0), ("second", &page.variable(&pair.between[1]).0)])) ": "
                        (words::number(texts, pair.r, 2)) ", " (source(page, &pair.source))
                    }
                }
            }
        }
        h3 { (texts.say("study_report.plan.again")) }
        pre { code { (bundle.command("DIR")) "\nconcord study report DIR\n" } }
        details { summary { (texts.fill("study_report.plan.file", &[("file", &bundle.study.file)])) } pre { code { (bundle.study.text) } } }
    }
}

fn outcomes(page: &Page) -> Markup {
    let texts = page.texts;
    html! {
        table.figures {
            caption { (texts.say("study_report.plan.first_is_primary")) }
            thead { tr {
                th scope="col" { (texts.say("study_report.outcome")) } th scope="col" { (texts.say("study_report.plan.better")) } th scope="col" { (texts.say("study_report.matters")) } th scope="col" { (texts.say("study_report.plan.error")) }
                th scope="col" { (texts.say("study_report.plan.from")) }
            } }
            tbody {
                @for measured in &page.file.outcome {
                    tr {
                        th scope="row" { (capital(&measured.outcome.words(texts))) ", " (words::unit(texts, measured.outcome.unit)) }
                        td { @match measured.better {
                            trial::responders::Better::Higher => (texts.say("study_report.plan.more")),
                            trial::responders::Better::Lower => (texts.say("study_report.plan.less")),
                        } }
                        td { (plain(texts, measured.matters)) } td { (plain(texts, measured.measurement_sd)) }
                        td.words { (source(page, &measured.source)) }
                    }
                }
            }
        }
    }
}

fn population(page: &Page) -> Markup {
    let texts = page.texts;
    html! {
        table.figures {
            caption { (texts.say("study_report.plan.named")) }
            thead { tr {
                th scope="col" { (texts.say("report.quantity")) } th scope="col" { (texts.say("study_report.plan.how")) } th scope="col" { (texts.say("study_report.plan.from")) }
            } }
            tbody {
                @for (name, spread) in &page.file.population {
                    @let told = page.result.variables.iter().find(|told| told.name == *name);
                    @let unit = told.map(|told| told.unit.as_str()).filter(|unit| *unit != "1").unwrap_or_default();
                    tr {
                        th scope="row" { (page.variable(name).0) span.why { code { (name) } } }
                        td.words { (law(texts, spread, unit)) (on_limits(page, told.and_then(|told| told.on_limits))) }
                        td.words { (source(page, &spread.source)) @if !spread.note.is_empty() { span.why { (english(texts, &spread.note)) } } }
                    }
                }
            }
        }
    }
}

/// How many stand on the limits: what a reader would else take for a law.
fn on_limits(page: &Page, persons: Option<u64>) -> String {
    let analysed = page.result.flow.analysed();
    let Some(persons) = persons.filter(|persons| *persons > 0) else { return String::new() };
    let share = words::number(page.texts, 100.0 * persons as f64 / analysed as f64, 1);
    let said = page.texts.fill(
        "study_report.law.on_limits",
        &[("persons", &words::thousands(page.texts, persons as f64)), ("share", &share)],
    );
    format!("; {said}")
}

pub(super) fn source(page: &Page<'_>, key: &str) -> Markup {
    if key == "assumed" {
        html! { (page.texts.say("report.grade.our_assumption")) }
    } else {
        english(page.texts, page.library.source(key))
    }
}

fn law(texts: &Texts, spread: &Spread, unit: &str) -> String {
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    let plain = |value: f64| plain(texts, value);
    let fill = |key: &str, with: &[(&str, f64)]| {
        let values: Vec<(&str, String)> = with.iter().map(|(name, value)| (*name, plain(*value))).collect();
        let with = values.iter().map(|(name, value)| (*name, value.as_str())).chain([("unit", unit.as_str())]);
        texts.fill(key, &with.collect::<Vec<_>>())
    };
    let law = match spread.law {
        Law::Fixed(value) => fill("study_report.law.fixed", &[("value", value)]),
        Law::Normal { mean, sd } => fill("study_report.law.normal", &[("mean", mean), ("sd", sd)]),
        Law::Lognormal { median, sd } => texts.fill(
            "study_report.law.lognormal",
            &[("median", &plain(median)), ("unit", &unit), ("factor", &words::number(texts, sd.exp(), 2))],
        ),
        Law::Uniform { low, high } => fill("study_report.law.uniform", &[("low", low), ("high", high)]),
        Law::Sometimes { share, low, high } if low == high => {
            texts.fill("study_report.law.sometimes", &[("value", &plain(high)), ("share", &plain(100.0 * share))])
        }
        Law::Sometimes { share, low, high } => {
            fill("study_report.law.sometimes_between", &[("low", low), ("high", high), ("share", 100.0 * share)])
        }
    };
    let within = spread.within.map(|[low, high]| fill("study_report.law.within", &[("low", low), ("high", high)]));
    let of_day = (spread.of_day > 0.0)
        .then(|| texts.fill("study_report.law.of_day", &[("share", &plain(100.0 * spread.of_day))]));
    std::iter::once(law).chain(within).chain(of_day).collect::<Vec<_>>().join("; ")
}

/// A number as short as it is.
fn plain(texts: &Texts, value: f64) -> String {
    say::trimmed(texts, &words::number(texts, value, 4)).into()
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
        assert_eq!(law(Texts::english(), &normal, "°C"), told);
        let sometimes = of(Law::Sometimes { share: 0.1, low: 0.05, high: 0.3 }, None, 0.0);
        assert_eq!(law(Texts::english(), &sometimes, "mm"), "0.05 to 0.3 mm for 10 of 100 persons, else 0");
        assert_eq!(law(Texts::english(), &of(Law::Fixed(1.0), None, 0.0), ""), "1 for all");
    }
}
