//! Sentences with places: `{name}` is filled with a value, or stands for one in a sentence that is recognised.

use toml::{Table, Value};

/// A sentence of the program and its form in another language, with the same places.
#[derive(Debug)]
pub struct Pattern {
    parts: Vec<Part>,
    form: String,
    /// Letters that are not places: of two patterns the one that says more goes first.
    letters: usize,
}

#[derive(Debug)]
enum Part {
    Words(String),
    Place(String),
}

/// Every pattern of a table, the most particular first.
pub fn all(table: Table) -> Vec<Pattern> {
    let pattern = |(sentence, form): (String, Value)| {
        let parts = parts(&sentence);
        let letters = parts.iter().map(|part| if let Part::Words(words) = part { words.len() } else { 0 }).sum();
        Some(Pattern { parts, form: form.as_str()?.to_string(), letters })
    };
    let mut patterns: Vec<Pattern> = table.into_iter().filter_map(pattern).collect();
    patterns.sort_by(|a, b| b.letters.cmp(&a.letters).then(a.parts.len().cmp(&b.parts.len())));
    patterns
}

fn parts(sentence: &str) -> Vec<Part> {
    let mut parts = vec![];
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        if !before.is_empty() {
            parts.push(Part::Words(before.into()));
        }
        parts.push(Part::Place(name.into()));
        rest = behind;
    }
    if !rest.is_empty() {
        parts.push(Part::Words(rest.into()));
    }
    parts
}

/// A sentence with its places filled; a place that nothing is known for stays as it is.
pub fn fill(sentence: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let part = |part: Part| match part {
        Part::Words(words) => words,
        Part::Place(name) => value(&name).unwrap_or_else(|| format!("{{{name}}}")),
    };
    parts(sentence).into_iter().map(part).collect()
}

/// The sentence's form in the patterns' language. What stands in its places is translated, too, where that is known.
pub fn translate(patterns: &[Pattern], sentence: &str) -> Option<String> {
    translate_within(patterns, sentence, 3)
}

fn translate_within(patterns: &[Pattern], sentence: &str, depth: usize) -> Option<String> {
    let depth = depth.checked_sub(1)?;
    patterns.iter().find_map(|pattern| {
        let values = matched(&pattern.parts, sentence)?;
        Some(fill(&pattern.form, |name| {
            let (_, value) = values.iter().find(|(own, _)| *own == name)?;
            Some(translate_within(patterns, value, depth).unwrap_or_else(|| (*value).to_string()))
        }))
    })
}

/// What stands in the places, if the sentence is one of this pattern: each place takes as little as it can.
fn matched<'a>(parts: &'a [Part], sentence: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let mut values = vec![];
    let mut rest = sentence;
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Words(words) => rest = rest.strip_prefix(words.as_str())?,
            Part::Place(name) => {
                let end = match parts.get(at + 1) {
                    Some(Part::Words(words)) if parts.len() == at + 2 => {
                        rest.len().checked_sub(words.len()).filter(|_| rest.ends_with(words.as_str()))?
                    }
                    Some(Part::Words(words)) => rest.find(words.as_str())?,
                    _ => rest.len(),
                };
                if end == 0 {
                    return None;
                }
                values.push((name.as_str(), &rest[..end]));
                rest = &rest[end..];
            }
        }
    }
    rest.is_empty().then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_particular_pattern_is_taken_and_places_are_translated() {
        let table = "\"give {a} to {b} {unit}\" = \"{a} bis {b} {unit} angeben\"\n\
                     \"give {what}\" = \"{what} angeben\"\n\"years\" = \"Jahre\"\n\"out of range\" = \"außerhalb\"\n";
        let patterns = all(toml::from_str(table).unwrap());
        let said = |words: &str| translate(&patterns, words);
        assert_eq!(said("give 2 to 120 years").as_deref(), Some("2 bis 120 Jahre angeben"));
        assert_eq!(said("give text").as_deref(), Some("text angeben"));
        assert_eq!(said("out of range").as_deref(), Some("außerhalb"));
        assert_eq!(said("out of rang"), None);
        assert_eq!(said("give "), None);
        assert!(said(&"give ".repeat(10_000)).is_some());
    }

    #[test]
    fn a_place_that_nothing_is_known_for_stays() {
        assert_eq!(fill("{a} of {b} {", |name| (name == "a").then(|| "{b}".into())), "{b} of {b} {");
    }
}
