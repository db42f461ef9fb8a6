//! The report of `concord run`: one HTML file that opens, prints and keeps without a network or a script.

mod answer;
pub(super) mod case_words;
mod day;
mod faults;
mod foundations;
mod head;
mod limb;
mod pumps;
mod sources;
mod spread;

use super::socket_report;
use crate::library::{self, Library};
use crate::outcome::RunResult;
use crate::socket::MadeSocket;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sources::Sources;

pub(super) const CSS: &str = include_str!("report/report.css");

/// Nothing is loaded and nothing runs, whatever the case's text contains; bitmaps are in the file itself.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// What every section is made from.
struct Page<'a> {
    result: &'a RunResult,
    library: &'a Library,
    sources: Sources<'a>,
}

/// The sections below the head, in order: (id, heading).
const SECTIONS: [(&str, &str); 9] = [
    ("answer", "The answer"),
    ("limb", "The limb and its socket"),
    ("pumps", "Every pump of the catalogue"),
    ("day", "The day"),
    ("first-steps", "First steps, and if the sensor fails"),
    ("what-if", "What would break it"),
    ("rules", "Why, rule by rule"),
    ("foundations", "What is published and what is assumed"),
    ("sources", "Sources"),
];

/// The whole file.
pub fn render(result: &RunResult, library: &Library, made: Option<&MadeSocket>, stem: &str) -> String {
    let pinned = library::identifiability();
    let page = Page { result, library, sources: Sources::new(result, library, pinned.as_ref()) };
    let sections = [
        answer::section(&page),
        limb::section(made, stem),
        pumps::section(&page),
        day::section(&page),
        faults::first_steps(&page),
        faults::what_if(&page),
        pumps::rules(&page),
        foundations::section(&page, pinned.as_ref()),
        sources::section(&page),
    ];
    let shown: Vec<_> = SECTIONS.iter().zip(sections).filter_map(|(name, body)| Some((name, body?))).collect();
    let file = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (result.case.name) " – Concord report" }
                style { (PreEscaped(CSS)) @if made.is_some() { (PreEscaped(socket_report::CSS)) } }
            }
            body {
                main {
                    (head::section(&page))
                    nav aria-label="Contents" {
                        ol { @for ((id, heading), _) in &shown { li { a href={ "#" (id) } { (heading) } } } }
                    }
                    @for ((id, heading), body) in &shown {
                        section id=(id) aria-labelledby={ (id) "-heading" } {
                            h2 id={ (id) "-heading" } { (heading) }
                            (body)
                        }
                    }
                }
                (footer(result))
            }
        }
    };
    glued(&file.into_string())
}

/// Numbers stay on the line of their unit: "0.4 %" must not end a line with 0.4.
pub(super) fn glued(text: &str) -> String {
    const UNITS: [&str; 14] = ["°C", "°F", "%", "mm", "cm", "m", "mL", "kg", "lb", "kPa", "inHg", "g", "h", "min"];
    let mut glued = String::with_capacity(text.len() + 4_096);
    let mut pieces = text.split(' ');
    let mut before = pieces.next().unwrap_or_default();
    glued += before;
    for piece in pieces {
        let unit = UNITS.iter().any(|unit| {
            piece.strip_prefix(unit).is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
        });
        glued.push(if unit && before.ends_with(|c: char| c.is_ascii_digit()) { '\u{a0}' } else { ' ' });
        glued += piece;
        before = piece;
    }
    glued
}

fn footer(result: &RunResult) -> Markup {
    let drawn = result.days.first().map_or(String::new(), |day| {
        format!("; {} persons drawn beside the central one, seed {}", day.persons, day.seed)
    });
    html! {
        footer {
            p {
                "Made by Concord " (result.stamp.program) ", result version " (result.stamp.concord_result) (drawn)
                ". The same case, version and seed give the same file. "
                strong { "Concord is not a medical device and is not affiliated with Ottobock." }
            }
        }
    }
}

/// A wide table that scrolls by itself on a small screen instead of the page.
pub(super) fn wide(name: &str, table: &Markup) -> Markup {
    html! { div.wide role="region" aria-label=(name) tabindex="0" { (table) } }
}

#[cfg(test)]
mod tests {
    use super::glued;

    #[test]
    fn units_stay_with_their_numbers() {
        assert_eq!(
            glued("0.4 % of 12 mm, 3 millions in 2 minutes"),
            "0.4\u{a0}% of 12\u{a0}mm, 3 millions in 2 minutes"
        );
    }
}
