//! The answer: candidate or not, which pump and why, what to order, whether it fits.

use super::{Page, case_words as say, wide};
use crate::view::plots::heights;
use crate::view::{fit_text, words};
use domain::catalog::{Connection, Drive};
use fitting::{Conclusion, Part, PumpAdvice, Verdict};
use maud::{Markup, html};

/// The headline, then either the recommendation or the reasons against one.
pub fn section(page: &Page) -> Option<Markup> {
    let fitting = &page.result.fitting;
    let headline = fit_text::headline(fitting);
    let recommended = fitting.recommended();
    let (class, sign) = fit_text::look(fitting);
    Some(html! {
        div class=(class) {
            p.headline {
                span.sign aria-hidden="true" { (sign) } " " (headline.trim_end_matches(':'))
                @if recommended.is_none() { "." }
            }
            @if !page.result.candidate {
                ul.grounds {
                    @for reason in contraindications(page) {
                        li { (reason.text) " " (page.sources.founded(&reason.evidence, &reason.source)) }
                    }
                }
            }
        }
        (screening(page))
        @match recommended {
            Some(pump) => { (recommendation(page, pump)) (parts(page)) (liner(page)) }
            None => (instead(page))
        }
        // Who is no candidate needs no space for a pump.
        @if page.result.candidate { (space(page)) }
    })
}

fn contraindications<'a>(page: &'a Page) -> impl Iterator<Item = &'a Conclusion> {
    page.result.fitting.screening.iter().filter(|conclusion| conclusion.refuses())
}

/// What was found about the person, without what the headline already says.
fn screening(page: &Page) -> Markup {
    let rest: Vec<&Conclusion> =
        page.result.fitting.screening.iter().filter(|conclusion| !conclusion.refuses()).collect();
    if rest.is_empty() {
        return html! {};
    }
    html! {
        h3 { "About this person" }
        (list(page, &rest))
    }
}

/// Conclusions with their verdicts, as a list.
fn list(page: &Page, conclusions: &[&Conclusion]) -> Markup {
    html! {
        ul.reasons {
            @for conclusion in conclusions {
                li {
                    (tag(conclusion.verdict)) " " (conclusion.text) " "
                    (page.sources.founded(&conclusion.evidence, &conclusion.source))
                }
            }
        }
    }
}

/// A verdict as a small word in a box.
pub fn tag(verdict: Verdict) -> Markup {
    let class = match verdict {
        Verdict::Indication | Verdict::For => "tag good",
        Verdict::Contraindication | Verdict::Refusal => "tag bad",
        Verdict::OutOfRange | Verdict::NotBefore | Verdict::Caution | Verdict::Against => "tag care",
        Verdict::Note => "tag",
    };
    html! { span class=(class) { (words::verdict(verdict)) } }
}

fn recommendation(page: &Page, pump: &PumpAdvice) -> Markup {
    let telling: Vec<&Conclusion> = pump.reasons.iter().filter(|reason| reason.verdict != Verdict::Note).collect();
    html! {
        h3 { "Recommended pump: " (pump.name) ", " (pump.article) }
        dl.facts { @for (term, text) in facts(page, pump) { div { dt { (term) } dd { (text) } } } }
        (list(page, &telling))
    }
}

fn facts(page: &Page, pump: &PumpAdvice) -> Vec<(&'static str, String)> {
    let data = &pump.data;
    let mut facts = vec![];
    let size = pump.size.as_ref().map_or_else(
        || "The pump is not made in sizes".to_string(),
        |size| {
            let mut text = format!("{}, for {}", size.label, size.persons());
            text += if size.heavier_taken { "; between two sizes, the heavier one is taken" } else { "" };
            text += if size.special_order { "; a special order" } else { "" };
            text
        },
    );
    facts.push(("Size", size));
    let judged = |reason: &&Conclusion| reason.rule == "pumps.body_mass" && reason.verdict == Verdict::Note;
    if let Some(judged) = pump.reasons.iter().find(judged).filter(|_| pump.size.is_none()) {
        facts.push(("Body mass", judged.text.trim_end_matches('.').to_string()));
    }
    if let Some(clearance) = pump.clearance {
        let left =
            if clearance.comparable { format!("; {} left", say::length(clearance.left_mm)) } else { String::new() };
        let text = format!("{} of {}{left}", say::length(clearance.needed_mm), say::length(clearance.available_mm));
        facts.push(("Height", text));
    }
    let drive = match data.drive {
        Drive::WeightActivated => "Body weight, with every step".to_string(),
        Drive::Electric => {
            format!("Motor and cells; day simulated in mode {}", say::mode(page.result.case.prosthesis.pump_mode))
        }
    };
    facts.push(("Driven by", drive));
    if let Some(connection) = data.connection {
        let text = match connection {
            Connection::Direct => "Straight to the socket, no external tube",
            Connection::Tube => "Through an external tube",
        };
        facts.push(("Connection", text.to_string()));
    }
    if let Some(grams) = data.mass_g {
        facts.push((
            "Mass of the pump",
            format!(
                "{} g ({} lb)",
                words::number(grams, 0),
                words::number(units::Mass::from_kg(grams / 1_000.0).lb(), 2)
            ),
        ));
    }
    facts
}

fn parts(page: &Page) -> Markup {
    let parts = &page.result.fitting.parts;
    let table = html! {
        table.parts.cards {
            caption { "Parts to order. Articles as printed; check them with the maker before ordering." }
            thead { tr {
                th scope="col" { "Order" } th scope="col" { "Article" } th scope="col" { "Part, and why" }
                th scope="col" { "Size" }
            } }
            tbody { @for part in parts { (part_row(page, part)) } }
        }
    };
    html! { h3 { "Parts list" } (wide("Parts list", &table)) }
}

fn part_row(page: &Page, part: &Part) -> Markup {
    html! {
        tr {
            td.count data-label="Order" { @if part.quantity == 0 { "comes with" } @else { (part.quantity) " ×" } }
            td.article data-label="Article" { @match &part.article { Some(article) => (article), None => "–" } }
            th scope="row" {
                (say::capital(&part.name))
                span.why { (part.why) " " (page.sources.mark(&part.source)) }
            }
            td data-label="Size" { @match &part.size { Some(size) => (size), None => "–" } }
        }
    }
}

fn liner(page: &Page) -> Markup {
    let Some(liner) = &page.result.fitting.liner else { return html! {} };
    html! {
        h3 { "Liner" }
        (list(page, &liner.reasons.iter().collect::<Vec<_>>()))
    }
}

/// Where there is no recommendation: what the rules and the simulation still say.
fn instead(page: &Page) -> Markup {
    let fitting = &page.result.fitting;
    let names: Vec<&str> = page.result.days.iter().map(|day| day.system.name.as_str()).collect();
    html! {
        h3 { "What can be done instead" }
        p {
            "No pump is recommended and no parts are listed. Concord does not choose another suspension; what it can "
            "do is show the day on the ones without a pump. "
            @if !names.is_empty() {
                a href="#day" { "The day" } " compares them for this person: " (names.join(" and ").to_lowercase()) "."
            }
        }
        @if !page.result.candidate {
            p { "If a contraindication no longer applies one day, change the case and run it again." }
        } @else {
            p { "What stands in the way of each pump:" }
            ul.reasons {
                @for pump in &fitting.pumps {
                    @for reason in pump.refusals() {
                        li {
                            strong { (pump.name) } ": " (reason.text) " "
                            (page.sources.founded(&reason.evidence, &reason.source))
                        }
                    }
                }
            }
        }
    }
}

fn space(page: &Page) -> Markup {
    let available = page.result.case.prosthesis.available_clearance_mm;
    let pumps = &page.result.fitting.pumps;
    let Some(picture) = heights::picture(pumps, available, "heights-name") else { return html! {} };
    let left_out: Vec<String> = pumps
        .iter()
        .filter(|pump| !pump.clearance.is_some_and(|clearance| clearance.comparable))
        .map(|pump| {
            format!("{} ({})", pump.name, if pump.clearance.is_some() { "sits elsewhere" } else { "no height printed" })
        })
        .collect();
    html! {
        figure.heights {
            figcaption {
                strong { "Does it fit in the height? " }
                "Height needed by each pump, against what there is below the socket."
            }
            (picture)
            @if !left_out.is_empty() { p.small { "Not shown: " (left_out.join(", ")) "." } }
        }
    }
}
