//! A page speaks one language: that of its visitor.

use super::server::Server;
use crate::common::{Folder, MECHANIC};
use std::collections::BTreeSet;

/// Elements whose text is nobody's sentence, or is marked as what somebody printed.
const NOT_SAID: [&str; 5] = ["script", "style", "code", "pre", "textarea"];

const VOID: [&str; 8] = ["meta", "link", "input", "br", "hr", "img", "col", "source"];

/// The texts of a page that stand in its own language: one an element, without what is marked as English or quoted.
fn texts(html: &str) -> Vec<String> {
    let (mut found, mut open): (Vec<String>, Vec<(String, bool)>) = (vec![], vec![]);
    for part in html.split('<').skip(1) {
        let Some((tag, text)) = part.split_once('>') else { continue };
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if tag.starts_with('/') {
            if let Some(place) = open.iter().rposition(|(own, _)| *own == name) {
                open.truncate(place);
            }
        } else if !VOID.contains(&name.as_str()) && !tag.ends_with('/') && !tag.starts_with('!') {
            let silent = NOT_SAID.contains(&name.as_str()) || (tag.contains(" lang=\"en\"") && name != "html");
            open.push((name, silent || open.last().is_some_and(|(_, silent)| *silent)));
        }
        if !text.trim().is_empty() && !open.last().is_some_and(|(_, silent)| *silent) {
            found.push(unquoted(text));
        }
    }
    found
}

/// Without what stands “as printed”, or „so“.
fn unquoted(text: &str) -> String {
    let mut close = None;
    let mut left = String::new();
    for letter in text.chars() {
        match (close, letter) {
            (None, '„') => close = Some('“'),
            (None, '“') => close = Some('”'),
            (Some(end), letter) if letter == end => close = None,
            (None, letter) => left.push(letter),
            (Some(_), _) => {}
        }
    }
    left
}

/// English, by words that German does not have.
fn is_english(text: &str) -> bool {
    const ENGLISH: [&str; 21] = [
        "the", "this", "not", "of", "or", "and", "with", "is", "are", "from", "by", "to", "for", "nothing", "what",
        "no", "than", "where", "has", "more", "worn",
    ];
    let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 1).collect();
    words.len() >= 2 && words.iter().any(|word| ENGLISH.contains(word))
}

#[test]
fn english_is_recognised_and_what_is_quoted_or_marked_is_not_judged() {
    assert!(is_english("The pump is refused") && is_english("a pinhole of 1 mm") && !is_english("Die Pumpe hält 12 h"));
    let page =
        "<html lang=\"de\"><p>Gut</p><code>not of</code><p lang=\"en\">a <b>b</b> of</p><br><p>x “to be” y „not“</p>";
    assert_eq!(texts(page), ["Gut", "x  y "]);
}

#[test]
fn no_page_in_german_has_an_english_sentence() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let cases = [
        MECHANIC,
        "concord = 1\nname = \"Draft\"\n",
        include_str!("../../../../cases/dialysis.toml"),
        include_str!("../../../../cases/transfemoral.toml"),
    ];
    let mut pages: Vec<String> = ["/", "/catalog", "/catalog/4R147", "/compare", "/clinic"].map(String::from).into();
    for text in cases {
        let id = server.case(text);
        pages.extend(
            ["person", "limb", "fit", "socket", "day", "drive", "report", "versions"]
                .map(|page| format!("/cases/{id}/{page}")),
        );
    }
    let mut left = BTreeSet::new();
    for page in &pages {
        let answer = server.get_with(page, &[("cookie", "lang=de")]);
        assert_eq!(answer.status, 200, "{page}");
        let kind = page.rsplit('/').next().unwrap();
        left.extend(
            texts(&answer.text()).into_iter().filter(|text| is_english(text)).map(|text| format!("{kind}: {text}")),
        );
    }
    assert!(left.is_empty(), "{} English texts: {left:#?}", left.len());
}
