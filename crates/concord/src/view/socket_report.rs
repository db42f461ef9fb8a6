//! The report of `concord socket`: one HTML file that opens, prints and keeps without a network or a script.

mod comparison;
mod files;
mod found;
mod head;
mod liner;
mod pictures;
mod sheet;
mod silhouette;
mod socket;
mod step_words;
mod steps;

use crate::library::Library;
use crate::socket::{MadeSocket, SocketResult, Written};
use crate::view::report::{CSS as REPORT_CSS, POLICY, glued};
use crate::view::socket_picture::Pictures;
use maud::{DOCTYPE, PreEscaped, html};

pub(super) const CSS: &str = include_str!("socket_report/socket_report.css");

/// What every section is made from.
struct Page<'a> {
    made: &'a MadeSocket,
    result: &'a SocketResult,
    library: &'a Library,
    pictures: Pictures,
}

/// The sections below the head, in order: (id, heading).
const SECTIONS: [(&str, &str); 8] = [
    ("look", "What to look at"),
    ("pictures", "From limb to socket"),
    ("socket", "The socket"),
    ("comparison", "Since the earlier scan"),
    ("sheet", "Measurement sheet"),
    ("liner", "Liner to order"),
    ("steps", "The technique, step by step"),
    ("files", "Files, and what was read"),
];

/// The report's file.
pub fn file_name(stem: &str) -> String {
    format!("{stem}-socket.html")
}

/// Makes the report and puts it at the head of the files to write.
pub fn add(made: &mut MadeSocket, library: &Library, stem: &str) {
    let html = render(made, library);
    let written = Written {
        file: file_name(stem),
        what: "the report: pictures, measurement sheet, liner order, steps; to read and to print".into(),
        bytes: html.len(),
        checked: "one file that loads nothing".into(),
    };
    made.result.files.insert(0, written);
    made.exports.insert(0, (file_name(stem), html.into_bytes()));
}

/// The whole file.
pub fn render(made: &MadeSocket, library: &Library) -> String {
    let page = Page { made, result: &made.result, library, pictures: Pictures::new(made) };
    let sections = [
        Some(head::look(&page)),
        Some(pictures::section(&page)),
        Some(socket::section(&page)),
        comparison::section(&page),
        Some(sheet::section(&page)),
        Some(liner::section(&page)),
        Some(steps::section(&page)),
        Some(files::section(&page)),
    ];
    let shown: Vec<_> = SECTIONS.iter().zip(sections).filter_map(|(name, body)| Some((name, body?))).collect();
    let result = page.result;
    let file = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (result.name) " – Concord socket" }
                style { (PreEscaped(REPORT_CSS)) (PreEscaped(CSS)) }
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
                footer {
                    p {
                        "Made by Concord " (result.stamp.program) ", result version " (result.stamp.concord_result)
                        ". The same shape, steps and version give the same file. "
                        strong { "Concord is not a medical device and is not affiliated with Ottobock." }
                    }
                }
            }
        }
    };
    glued(&file.into_string())
}
