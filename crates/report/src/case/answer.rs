//! The answer: candidate or not, which pump and why, what to order, whether it fits.

use super::page::Page;
use crate::plots::heights;
use crate::report_page::wide;
use crate::{fit_text, height_words, order, words};
use domain::catalog::{Connection, Drive};
use fitting::{Conclusion, PumpAdvice, Verdict};
use maud::{Markup, html};
use workup::systems::mode_words;

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
                        li { (reason.text) " " (page.sources.concluded(reason)) }
                    }
                }
            }
        }
        (screening(page))
        @match recommended {
            Some(pump) => {
                (recommendation(page, pump)) (holds(page)) (forces(page)) (parts(page)) (liner(page))
            }
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
                    (page.sources.concluded(conclusion))
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

/// What the day says of the best pumps of either kind.
fn holds(page: &Page) -> Markup {
    let Some(answers) = &page.result.answers else { return html! {} };
    html! {
        h3 { "How long the vacuum is held in this day" }
        ul { @for pump in &answers.holds { li { (fit_text::holds(pump)) } } }
        p.small { "Simulated, median of the persons; see " a href="#day" { "the day" } "." }
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
    facts.push(("Height", height_words::line(&pump.height)));
    let drive = match data.drive {
        Drive::WeightActivated => "Body weight, with every step".to_string(),
        Drive::SwingDriven => "A part that swings, with every step".to_string(),
        Drive::Hand => "A hand, after donning".to_string(),
        Drive::Electric => {
            format!("Motor and cells; day simulated in mode {}", mode_words(page.result.case.prosthesis.pump_mode))
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
    let lines = order::lines(&page.result.fitting.parts, order::ENGLISH, page.library);
    let table = html! {
        table.parts.cards {
            caption {
                "The order for one system" (fit_text::not_before(&page.result.fitting))
                ". Articles as printed; what is still to ask stands with each line."
            }
            thead { tr {
                th scope="col" { "Order" } th scope="col" { "Article" } th scope="col" { "Part, and why" }
                th scope="col" { "Size" } th scope="col" { "Still to ask" }
            } }
            tbody { @for line in &lines { (part_row(page, line)) } }
        }
    };
    html! { h3 { "Parts list" } (wide("Parts list", &table)) }
}

fn part_row(page: &Page, line: &order::Line) -> Markup {
    let or_dash = |text: &str| if text.is_empty() { "–".to_string() } else { text.to_string() };
    html! {
        tr {
            td.count data-label="Order" { (line.quantity) }
            td.article data-label="Article" { (or_dash(&line.article)) }
            th scope="row" {
                (crate::words::capital(&line.part))
                span.why { (line.why) " " (page.sources.mark(&line.key)) }
            }
            td data-label="Size" { (or_dash(&line.size)) }
            td data-label="Still to ask" { (or_dash(&line.ask)) }
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
                            (page.sources.concluded(reason))
                        }
                    }
                }
            }
        }
    }
}

/// What is known of the height of every pump, and of the recommended one piece by piece.
fn space(page: &Page) -> Markup {
    let pumps = &page.result.fitting.pumps;
    let Some(picture) = heights::picture(pumps, "heights-name") else { return html! {} };
    let unprinted = |pump: &&PumpAdvice| pump.height.pump_mm().is_none();
    let left_out: Vec<&str> = pumps.iter().filter(unprinted).map(|pump| pump.name.as_str()).collect();
    html! {
        figure.heights {
            figcaption {
                strong { "Does it fit in the height? " }
                "Each pump with what stands above and below it, to scale, from the socket on the left; white is what is left for "
                "pylon or clamp adapter. The dashed line is the space there is."
            }
            (picture)
            @if !left_out.is_empty() { p.small { "Not shown, for no height is known: " (left_out.join(", ")) "." } }
        }
        @if let Some(pump) = page.result.fitting.recommended() { (stack(pump)) }
    }
}

fn stack(pump: &PumpAdvice) -> Markup {
    let there = pump.height.available_mm.map_or("not given".into(), height_words::both);
    let table = html! {
        table.stack.cards {
            caption { (pump.name) ", " (pump.height.place.between()) ": " (there) ". " (height_words::outcome(&pump.height)) "." }
            thead { tr { th scope="col" { "Piece" } th scope="col" { "Height" } th scope="col" { "On whose word" } } }
            tbody { @for piece in &pump.height.pieces { (stack_row(height_words::row(piece))) } }
        }
    };
    wide("Height, piece by piece", &table)
}

fn stack_row([name, height, basis]: [String; 3]) -> Markup {
    html! { tr { th scope="row" { (name) } td data-label="Height" { (height) } td data-label="On whose word" { (basis) } } }
}

/// Impact, rotation and shear: what answers each here, and what does not.
fn forces(page: &Page) -> Markup {
    html! {
        h3 { "Forces in the socket" }
        @for force in &page.result.fitting.forces {
            p { (force.text) " " (page.sources.founded(&force.evidence, &force.source)) }
            ul.reasons {
                @for answer in &force.answers {
                    li { span class="tag good" { "answered" } " " (answer.text) " " (page.sources.mark(&answer.source)) }
                }
                @for open in &force.open { li { span class="tag care" { "not answered" } " " (open) } }
                li { span class="tag" { "note" } " " (force.day) }
            }
        }
    }
}
