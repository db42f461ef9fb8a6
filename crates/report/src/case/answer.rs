//! The answer: candidate or not, which pump and why, what to order, whether it fits.

use super::page::Page;
use crate::phrase::phrase;
use crate::plots::heights;
use crate::report_page::wide;
use crate::{fit_text, height_words, order, words};
use domain::catalog::{Connection, Drive};
use fitting::{Conclusion, PumpAdvice, Verdict};
use maud::{Markup, html};

/// The headline, then either the recommendation or the reasons against one.
pub fn section(page: &Page) -> Option<Markup> {
    let fitting = &page.result.fitting;
    let headline = fit_text::headline(page.texts, fitting);
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
                        li { (reason.text.in_words_of(page.texts)) " " (page.sources.concluded(reason)) }
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
        h3 { (page.texts.say("report.answer.person")) }
        (list(page, &rest))
    }
}

/// Conclusions with their verdicts, as a list.
fn list(page: &Page, conclusions: &[&Conclusion]) -> Markup {
    html! {
        ul.reasons {
            @for conclusion in conclusions {
                li {
                    (tag(page, conclusion.verdict)) " " (conclusion.text.in_words_of(page.texts)) " "
                    (page.sources.concluded(conclusion))
                }
            }
        }
    }
}

/// A verdict as a small word in a box.
pub fn tag(page: &Page, verdict: Verdict) -> Markup {
    let class = match verdict {
        Verdict::Indication | Verdict::For => "tag good",
        Verdict::Contraindication | Verdict::Refusal => "tag bad",
        Verdict::OutOfRange | Verdict::NotBefore | Verdict::Caution | Verdict::Against => "tag care",
        Verdict::Note => "tag",
    };
    html! { span class=(class) { (words::verdict(page.texts, verdict)) } }
}

fn recommendation(page: &Page, pump: &PumpAdvice) -> Markup {
    let telling: Vec<&Conclusion> = pump.reasons.iter().filter(|reason| reason.verdict != Verdict::Note).collect();
    let named = [("pump", pump.name.as_str()), ("article", pump.article.as_str())];
    html! {
        h3 { (page.texts.fill("report.answer.recommended", &named)) }
        dl.facts { @for (term, text) in facts(page, pump) { div { dt { (page.texts.say(term)) } dd { (text) } } } }
        (list(page, &telling))
    }
}

/// What the day says of the best pumps of either kind.
fn holds(page: &Page) -> Markup {
    let Some(answers) = &page.result.answers else { return html! {} };
    let texts = page.texts;
    let day = html! { a href="#day" { (texts.say("report.link.day")) } };
    html! {
        h3 { (texts.say("report.answer.holds")) }
        ul { @for pump in &answers.holds { li { (fit_text::holds(texts, pump)) } } }
        p.small { (phrase(texts, "report.answer.holds_simulated", &[("day", &day)])) }
    }
}

/// What is told of a pump: keys of terms, and their texts.
fn facts(page: &Page, pump: &PumpAdvice) -> Vec<(&'static str, String)> {
    let texts = page.texts;
    let data = &pump.data;
    let mut facts = vec![];
    let size = pump.size.as_ref().map_or_else(
        || texts.say("report.fact.no_sizes").to_string(),
        |size| {
            let persons = texts.arg(&size.persons());
            let mut said = vec![texts.fill("report.fact.size_for", &[("size", &size.label), ("persons", &persons)])];
            if size.heavier_taken {
                said.push(texts.say("report.fact.heavier_taken").into());
            }
            if size.special_order {
                said.push(texts.say("report.fact.special_order").into());
            }
            said.join("; ")
        },
    );
    facts.push(("report.fact.size", size));
    let judged = |reason: &&Conclusion| reason.rule == "pumps.body_mass" && reason.verdict == Verdict::Note;
    if let Some(judged) = pump.reasons.iter().find(judged).filter(|_| pump.size.is_none()) {
        facts.push(("report.fact.body_mass", judged.text.in_words_of(texts).trim_end_matches('.').to_string()));
    }
    facts.push(("report.fact.height", height_words::line(texts, &pump.height)));
    let drive = match data.drive {
        Drive::WeightActivated => texts.say("report.fact.by_weight").to_string(),
        Drive::SwingDriven => texts.say("report.fact.by_swing").to_string(),
        Drive::Hand => texts.say("report.fact.by_hand").to_string(),
        Drive::Electric => {
            texts.fill("report.fact.by_motor", &[("mode", words::mode(texts, page.result.case.prosthesis.pump_mode))])
        }
    };
    facts.push(("report.fact.driven_by", drive));
    if let Some(connection) = data.connection {
        let text = match connection {
            Connection::Direct => "report.fact.direct",
            Connection::Tube => "report.fact.tube",
        };
        facts.push(("report.fact.connection", texts.say(text).to_string()));
    }
    if let Some(grams) = data.mass_g {
        let pounds = units::Mass::from_kg(grams / 1_000.0).lb();
        let mass = format!("{} g ({} lb)", words::number(texts, grams, 0), words::number(texts, pounds, 2));
        facts.push(("report.fact.mass", mass));
    }
    facts
}

fn parts(page: &Page) -> Markup {
    let texts = page.texts;
    let lines = order::lines(&page.result.fitting.parts, texts, page.library);
    let open = fit_text::open(texts, &page.result.fitting);
    let caption = match &open {
        None => texts.say("report.parts.caption").to_string(),
        Some(open) => texts.fill("report.parts.caption_waits", &[("open", open)]),
    };
    let table = html! {
        table.parts.cards {
            caption { (caption) }
            thead { tr {
                th scope="col" { (texts.say("report.parts.order")) } th scope="col" { (texts.say("report.parts.article")) }
                th scope="col" { (texts.say("report.parts.part")) }
                th scope="col" { (texts.say("report.parts.size")) } th scope="col" { (texts.say("report.parts.ask")) }
            } }
            tbody { @for line in &lines { (part_row(page, line)) } }
        }
    };
    let name = texts.say("report.parts.title");
    html! { h3 { (name) } (wide(name, &table)) }
}

fn part_row(page: &Page, line: &order::Line) -> Markup {
    let texts = page.texts;
    let or_dash = |text: &str| if text.is_empty() { "–".to_string() } else { text.to_string() };
    html! {
        tr {
            td.count data-label=(texts.say("report.parts.order")) { (line.quantity) }
            td.article data-label=(texts.say("report.parts.article")) { (or_dash(&line.article)) }
            th scope="row" {
                (crate::words::capital(&line.part))
                span.why { (line.why) " " (page.sources.mark(&line.key)) }
            }
            td data-label=(texts.say("report.parts.size")) { (or_dash(&line.size)) }
            td data-label=(texts.say("report.parts.ask")) { (or_dash(&line.ask)) }
        }
    }
}

fn liner(page: &Page) -> Markup {
    let Some(liner) = &page.result.fitting.liner else { return html! {} };
    html! {
        h3 { (page.texts.say("report.answer.liner")) }
        (list(page, &liner.reasons.iter().collect::<Vec<_>>()))
    }
}

/// The suspensions without a pump, in a sentence.
fn compared(page: &Page) -> Option<String> {
    let name = |system: &twin::system::System| match system.id.as_str() {
        "suction" => page.texts.say("report.system.suction").to_string(),
        "pin" => page.texts.say("report.system.pin").to_string(),
        _ => words::told(page.texts, &system.name),
    };
    let names = page.result.days.iter().map(|day| name(&day.system));
    names.reduce(|first, second| page.texts.fill("value.and", &[("first", &first), ("second", &second)]))
}

/// Where there is no recommendation: what the rules and the simulation still say.
fn instead(page: &Page) -> Markup {
    let texts = page.texts;
    let fitting = &page.result.fitting;
    let day = html! { a href="#day" { (texts.say("report.link.the_day")) } };
    html! {
        h3 { (texts.say("report.instead.title")) }
        p {
            (texts.say("report.instead.none"))
            " "
            @if let Some(names) = compared(page) {
                (phrase(texts, "report.instead.compares", &[("day", &day), ("names", &names)]))
            }
        }
        @if !page.result.candidate {
            p { (texts.say("report.instead.again")) }
        } @else {
            p { (texts.say("report.instead.in_the_way")) }
            ul.reasons {
                @for pump in &fitting.pumps {
                    @for reason in pump.refusals() {
                        li {
                            strong { (pump.name) } ": " (reason.text.in_words_of(texts)) " "
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
    let texts = page.texts;
    let pumps = &page.result.fitting.pumps;
    let Some(picture) = heights::picture(texts, pumps, "heights-name") else { return html! {} };
    let unprinted = |pump: &&PumpAdvice| pump.height.pump_mm().is_none();
    let left_out: Vec<&str> = pumps.iter().filter(unprinted).map(|pump| pump.name.as_str()).collect();
    html! {
        figure.heights {
            figcaption {
                strong { (texts.say("report.space.title")) " " }
                (texts.say("report.space.what"))
            }
            (picture)
            @if !left_out.is_empty() {
                p.small { (texts.fill("report.space.left_out", &[("pumps", &left_out.join(", "))])) }
            }
        }
        @if let Some(pump) = page.result.fitting.recommended() { (stack(page, pump)) }
    }
}

fn stack(page: &Page, pump: &PumpAdvice) -> Markup {
    let texts = page.texts;
    let there = pump.height.available_mm;
    let there = there.map_or_else(|| texts.say("value.not_given").into(), |mm| height_words::both(texts, mm));
    let table = html! {
        table.stack.cards {
            caption { (pump.name) ", " (pump.height.place.between().in_words_of(texts)) ": " (there) ". " (height_words::outcome(texts, &pump.height)) "." }
            thead { tr {
                th scope="col" { (texts.say("report.stack.piece")) } th scope="col" { (texts.say("report.stack.height")) }
                th scope="col" { (texts.say("report.stack.basis")) }
            } }
            tbody { @for piece in &pump.height.pieces { (stack_row(page, height_words::row(texts, piece))) } }
        }
    };
    wide(texts.say("report.stack.title"), &table)
}

fn stack_row(page: &Page, [name, height, basis]: [String; 3]) -> Markup {
    html! {
        tr {
            th scope="row" { (name) } td data-label=(page.texts.say("report.stack.height")) { (height) }
            td data-label=(page.texts.say("report.stack.basis")) { (basis) }
        }
    }
}

/// Impact, rotation and shear: what answers each here, and what does not.
fn forces(page: &Page) -> Markup {
    let texts = page.texts;
    html! {
        h3 { (texts.say("report.forces.title")) }
        @for force in &page.result.fitting.forces {
            p { (force.text.in_words_of(texts)) " " (page.sources.founded(&force.evidence, &force.source)) }
            ul.reasons {
                @for answer in &force.answers {
                    li { span class="tag good" { (texts.say("report.forces.answered")) } " " (answer.text.in_words_of(texts)) " " (page.sources.mark(&answer.source)) }
                }
                @for open in &force.open {
                    li { span class="tag care" { (texts.say("report.forces.open")) } " " (open.in_words_of(texts)) }
                }
                li { span class="tag" { (words::verdict(texts, Verdict::Note)) } " " (force.day.in_words_of(texts)) }
            }
        }
    }
}
