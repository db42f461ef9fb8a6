//! How a person measures, casts, tries on and tests: printable pages with drawings, every step with where it comes from.

mod drawings;

use crate::report_page;
use maud::{Markup, html};
use std::fmt::Write;
use texts::Texts;
use workup::library::Library;
use workup::stamp::Stamp;

/// A guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guide {
    /// Measuring by tape.
    Measuring,
    /// The cast.
    Casting,
    /// Trying on.
    CheckSocket,
    /// Testing for leaks.
    LeakTest,
}

/// The steps of "measuring", each with its source.
const MEASURING: &[(&str, &str)] = &[
    ("guide.measuring.position", "concord_assumption"),
    ("guide.measuring.when", "sanders2013_casts"),
    ("guide.measuring.marks", "concord_assumption"),
    ("guide.measuring.levels", "concord_assumption"),
    ("guide.measuring.liner", "concord_assumption"),
    ("guide.measuring.tape", "concord_assumption"),
    ("guide.measuring.length", "concord_assumption"),
];

/// The steps of "casting", each with its source.
const CASTING: &[(&str, &str)] = &[
    ("guide.casting.course", "ottobock_harmony_brochure"),
    ("guide.casting.position", "concord_assumption"),
    ("guide.casting.liner", "concord_assumption"),
    ("guide.casting.wrap", "concord_assumption"),
    ("guide.casting.pressure", "concord_assumption"),
    ("guide.casting.vacuum", "concord_assumption"),
    ("guide.casting.check", "concord_assumption"),
];

/// The steps of "check_socket", each with its source.
const CHECK_SOCKET: &[(&str, &str)] = &[
    ("guide.check_socket.clear", "concord_assumption"),
    ("guide.check_socket.still", "concord_assumption"),
    ("guide.check_socket.end", "concord_assumption"),
    ("guide.check_socket.vacuum", "concord_assumption"),
    ("guide.check_socket.skin", "concord_assumption"),
    ("guide.check_socket.keep", "concord_assumption"),
];

/// The steps of "leak_test", each with its source.
const LEAK_TEST: &[(&str, &str)] = &[
    ("guide.leak_test.dry", "concord_assumption"),
    ("guide.leak_test.draw", "concord_assumption"),
    ("guide.leak_test.read", "concord_assumption"),
    ("guide.leak_test.find", "concord_assumption"),
    ("guide.leak_test.places", "concord_assumption"),
    ("guide.leak_test.person", "concord_assumption"),
];

/// What the maker's brochure prints of the cast (two sentences, as they stand there).
const QUOTE: &str = "A special plaster cast and modeling technique now makes it possible to represent individual residual limb \
                     structures in a plaster negative and to transfer them into the socket shape. [...] This plaster cast and \
                     modeling technique is taught in the certification course required for fitting the Harmony vacuum pumps.";

impl Guide {
    /// Every guide, in the order of the work.
    pub const ALL: [Self; 4] = [Self::Measuring, Self::Casting, Self::CheckSocket, Self::LeakTest];

    /// How it is asked for.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Measuring => "measuring",
            Self::Casting => "casting",
            Self::CheckSocket => "check-socket",
            Self::LeakTest => "leak-test",
        }
    }

    /// The guide of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|guide| guide.name() == name)
    }

    /// What it is called.
    pub fn title(self, texts: &Texts) -> &str {
        texts.say(match self {
            Self::Measuring => "guide.title.measuring",
            Self::Casting => "guide.title.casting",
            Self::CheckSocket => "guide.title.check_socket",
            Self::LeakTest => "guide.title.leak_test",
        })
    }

    const fn steps(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Measuring => MEASURING,
            Self::Casting => CASTING,
            Self::CheckSocket => CHECK_SOCKET,
            Self::LeakTest => LEAK_TEST,
        }
    }
}

/// The key of what nobody measured.
const ASSUMED: &str = "concord_assumption";

/// Where a step comes from.
fn origin(texts: &Texts, library: &Library, source: &str) -> String {
    if source == ASSUMED {
        return texts.say("guide.assumed").into();
    }
    texts.fill("guide.source", &[("source", &library.cited(source, None))])
}

/// The guide's content, for a page that has its own frame.
pub fn body(texts: &Texts, library: &Library, guide: Guide) -> Markup {
    html! {
        p { (texts.say("guide.what")) }
        figure.shapes { (drawings::drawing(texts, guide)) }
        ol.guide {
            @for (key, source) in guide.steps() { li { p { (texts.say(key)) " " span.small { "(" (origin(texts, library, source)) ")" } } } }
        }
        @if guide == Guide::Casting {
            h3 { (texts.say("guide.quote")) }
            blockquote lang="en" { p { (QUOTE) } p.small { (library.cited("ottobock_harmony_brochure", None)) } }
        }
    }
}

/// A printable file.
pub fn file(texts: &'static Texts, library: &Library, guide: Guide) -> String {
    let title = guide.title(texts);
    let head = html! { h1 { (title) } };
    let program = Stamp::new().program;
    let made_by = html! { (texts.fill("guide.made_by", &[("program", program)])) };
    let sections = vec![("steps", texts.say("guide.steps"), Some(body(texts, library, guide)))];
    report_page::render(texts, title, crate::socket_report::CSS, &head, sections, &made_by)
}

/// The steps in a terminal.
pub fn text(texts: &Texts, library: &Library, guide: Guide) -> String {
    let mut text = format!("{}\n\n{}\n", guide.title(texts), texts.say("guide.what"));
    for (number, (key, source)) in guide.steps().iter().enumerate() {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "\n{}. {}\n   ({})", number + 1, texts.say(key), origin(texts, library, source));
    }
    if guide == Guide::Casting {
        let _ = writeln!(text, "\n{}: \"{QUOTE}\"", texts.say("guide.quote"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use texts::Language;

    #[test]
    fn every_guide_is_said_in_every_language_with_a_drawing_and_every_source_is_in_the_bibliography() {
        let library = Library::embedded();
        for language in Language::all() {
            let texts = Texts::of(language);
            for guide in Guide::ALL {
                let html = file(texts, &library, guide);
                assert!(html.contains("<svg") && html.contains(guide.title(texts)), "{guide:?}");
                assert!(!html.contains("guide-") && !html.contains("guide."), "an unsaid key in {guide:?}");
                for (_, source) in guide.steps().iter().filter(|(_, source)| *source != ASSUMED) {
                    assert!(library.source(source) != *source, "{source}");
                }
            }
        }
        assert!(Guide::ALL.into_iter().all(|guide| Guide::named(guide.name()) == Some(guide)));
        assert_eq!(Guide::named("other"), None);
    }
}
