//! Sentences with markup in their places: each language puts a link or a code where its grammar wants it.

use maud::{Markup, PreEscaped, Render, html};
use texts::Texts;

/// What a key says, each place filled with markup or with text.
pub fn phrase(texts: &Texts, key: &str, with: &[(&str, &dyn Render)]) -> Markup {
    // Letters of private use stand for the places while the words are escaped.
    let marks: Vec<String> = (0..with.len()).map(|place| format!("\u{e000}{place}\u{e001}")).collect();
    let values: Vec<(&str, &str)> = with.iter().zip(&marks).map(|((name, _), mark)| (*name, mark.as_str())).collect();
    let mut text = html! { (texts.fill(key, &values)) }.into_string();
    for ((_, value), mark) in with.iter().zip(&marks) {
        text = text.replace(mark, &value.render().into_string());
    }
    PreEscaped(text)
}

/// What stays English in every language: titles as printed, words of the files of data.
pub fn english(texts: &Texts, words: impl Render) -> Markup {
    if texts.code() == "en" {
        html! { (words) }
    } else {
        html! { span lang="en" { (words) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_hold_markup_and_words_are_escaped() {
        let link = html! { a href="#x" { "a < b" } };
        let said = phrase(Texts::english(), "{a} & {b}", &[("a", &link), ("b", &"<i>")]);
        assert_eq!(said.into_string(), "<a href=\"#x\">a &lt; b</a> &amp; &lt;i&gt;");
    }
}
