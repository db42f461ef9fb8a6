//! The report of `concord socket`: one HTML file that opens, prints and keeps without a network or a script.

mod alignment;
pub mod brim_words;
mod comparison;
mod files;
pub(crate) mod found;
mod head;
mod liner;
mod mount_words;
mod page;
mod pictures;
mod place_words;
mod sheet;
pub mod silhouette;
mod socket;
pub mod step_words;
mod steps;
pub mod strength;
pub mod tape;
mod thigh_words;
pub mod workshop;

use crate::report_page;
use crate::socket_picture::Pictures;
use maud::html;
use page::Page;
use texts::{Texts, Wording};
use workup::library::Library;
use workup::socket::{MadeSocket, Purpose, Written};

pub(super) const CSS: &str = include_str!("socket_report/socket_report.css");

/// The report's file.
pub fn file_name(stem: &str, purpose: Purpose) -> String {
    purpose.file(stem, "socket.html")
}

/// Makes the report and puts it at the head of the files to write.
pub fn add(texts: &'static Texts, made: &mut MadeSocket, pictures: &Pictures, library: &Library, stem: &str) {
    let html = render(texts, made, pictures, library);
    let name = file_name(stem, made.result.purpose);
    let written = Written {
        file: name.clone(),
        what: Wording::new(match made.result.purpose {
            Purpose::Socket => "socket_report.file_socket",
            Purpose::SizeCheck => "socket_report.file_size_check",
        })
        .into(),
        bytes: html.len(),
        checked: Wording::new("socket_report.loads_nothing").into(),
    };
    made.result.files.insert(0, written);
    made.exports.insert(0, (name, html.into_bytes()));
}

/// The whole file.
fn render(texts: &'static Texts, made: &MadeSocket, pictures: &Pictures, library: &Library) -> String {
    let page = Page { texts, made, result: &made.result, library, pictures };
    let from_limb = match made.result.purpose {
        Purpose::Socket => texts.say("socket_report.section.from_limb"),
        Purpose::SizeCheck => texts.say("socket_report.section.from_tape"),
    };
    let sections = vec![
        ("look", texts.say("socket_report.section.look"), Some(head::look(&page))),
        ("pictures", from_limb, Some(pictures::section(&page))),
        ("socket", title(texts, made.result.purpose), Some(socket::section(&page))),
        ("strength", texts.say("socket_report.section.strength"), strength::section(&page)),
        ("tape", texts.say("socket_report.section.tape"), tape::section(&page)),
        ("comparison", texts.say("socket_report.section.comparison"), comparison::section(&page)),
        ("sheet", texts.say("socket_report.section.sheet"), Some(sheet::section(&page))),
        ("liner", texts.say("socket_report.section.liner"), Some(liner::section(&page))),
        ("workshop", texts.say("workshop.section"), Some(workshop::section(&page))),
        ("steps", texts.say("socket_report.section.steps"), Some(steps::section(&page))),
        ("files", texts.say("socket_report.section.files"), Some(files::section(&page))),
    ];
    let result = page.result;
    let (program, version) = (result.stamp.program.to_string(), result.stamp.concord_result.to_string());
    let made_by = texts.fill("socket_report.made_by", &[("program", &program), ("result", &version)]);
    let key = match result.purpose {
        Purpose::Socket => "socket_report.title",
        Purpose::SizeCheck => "socket_report.title_size_check",
    };
    let title = texts.fill(key, &[("name", &result.name)]);
    report_page::render(texts, &title, CSS, &head::section(&page), sections, &html! { (made_by) })
}

/// What is made, first in a heading.
pub(super) fn title(texts: &Texts, purpose: Purpose) -> &str {
    texts.say(match purpose {
        Purpose::Socket => "socket_report.the_socket",
        Purpose::SizeCheck => "socket_report.the_size_check",
    })
}
