//! The shell of a report: one HTML file that opens, prints and keeps without a network or a script.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use texts::{Language, Texts};

const CSS: &str = include_str!("case/report.css");

/// Nothing is loaded and nothing runs, whatever the case's text contains; bitmaps are in the file itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// A section: id, heading, and its body where there is one.
pub(super) type Section<'a> = (&'a str, &'a str, Option<Markup>);

/// The whole file: title, styles beside the report's own, head, contents, sections, and who made it.
pub(super) fn render(
    texts: &Texts,
    title: &str,
    css: &str,
    head: &Markup,
    sections: Vec<Section<'_>>,
    made_by: &Markup,
) -> String {
    let shown: Vec<_> = sections.into_iter().filter_map(|(id, heading, body)| Some((id, heading, body?))).collect();
    let file = html! {
        (DOCTYPE)
        html lang=(texts.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (title) }
                style { (PreEscaped(CSS)) (PreEscaped(css)) }
            }
            body {
                main {
                    (head)
                    nav aria-label=(texts.say("report.contents")) {
                        ol { @for (id, heading, _) in &shown { li { a href={ "#" (id) } { (heading) } } } }
                    }
                    @for (id, heading, body) in &shown {
                        section id=(id) aria-labelledby={ (id) "-heading" } {
                            h2 id={ (id) "-heading" } { (heading) }
                            (body)
                        }
                    }
                }
                footer {
                    p {
                        (made_by) " "
                        // Every other language is a translation of English, and says who has read it.
                        @if texts.language() != Language::ENGLISH { (texts.say("language.checked")) " " }
                        strong { (texts.say("report.disclaimer")) }
                    }
                }
            }
        }
    };
    glued(&file.into_string())
}

/// Numbers stay on the line of their unit: "0.4 %" must not end a line with 0.4.
fn glued(text: &str) -> String {
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

/// A wide table that scrolls by itself on a small screen instead of the page.
pub(crate) fn wide(name: &str, table: &Markup) -> Markup {
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
