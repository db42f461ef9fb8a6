//! The report of `concord socket`: one HTML file that opens, prints and keeps without a network or a script.

mod comparison;
mod files;
mod found;
mod head;
mod liner;
mod page;
mod pictures;
mod sheet;
pub mod silhouette;
mod socket;
pub mod step_words;
mod steps;
pub mod tape;

use crate::report_page;
use crate::socket_picture::Pictures;
use maud::html;
use page::Page;
use workup::library::Library;
use workup::socket::{MadeSocket, Purpose, Written};

pub(super) const CSS: &str = include_str!("socket_report/socket_report.css");

/// The report's file.
pub fn file_name(stem: &str, purpose: Purpose) -> String {
    purpose.file(stem, "socket.html")
}

/// Makes the report and puts it at the head of the files to write.
pub fn add(made: &mut MadeSocket, pictures: &Pictures, library: &Library, stem: &str) {
    let html = render(made, pictures, library);
    let name = file_name(stem, made.result.purpose);
    let written = Written {
        file: name.clone(),
        what: match made.result.purpose {
            Purpose::Socket => {
                "the report: pictures, measurement sheet, liner order, steps; to read and to print".into()
            }
            Purpose::SizeCheck => "the report of the check of size: measurement sheet, liner order, steps".into(),
        },
        bytes: html.len(),
        checked: "one file that loads nothing".into(),
    };
    made.result.files.insert(0, written);
    made.exports.insert(0, (name, html.into_bytes()));
}

/// The whole file.
fn render(made: &MadeSocket, pictures: &Pictures, library: &Library) -> String {
    let page = Page { made, result: &made.result, library, pictures };
    let from_limb = match made.result.purpose {
        Purpose::Socket => "From limb to socket",
        Purpose::SizeCheck => "From tape to size check",
    };
    let sections = vec![
        ("look", "What to look at", Some(head::look(&page))),
        ("pictures", from_limb, Some(pictures::section(&page))),
        ("socket", made.result.purpose.title(), Some(socket::section(&page))),
        ("tape", "Tape and scan", tape::section(&page)),
        ("comparison", "Since the earlier scan", comparison::section(&page)),
        ("sheet", "Measurement sheet", Some(sheet::section(&page))),
        ("liner", "Liner to order", Some(liner::section(&page))),
        ("steps", "The technique, step by step", Some(steps::section(&page))),
        ("files", "Files, and what was read", Some(files::section(&page))),
    ];
    let result = page.result;
    let made_by = html! {
        "Made by Concord " (result.stamp.program) ", result version " (result.stamp.concord_result)
        ". The same shape, steps and version give the same file."
    };
    let what = match result.purpose {
        Purpose::Socket => "Concord socket",
        Purpose::SizeCheck => "Concord size check, no socket",
    };
    let title = format!("{} – {what}", result.name);
    report_page::render(&title, CSS, &head::section(&page), sections, &made_by)
}
