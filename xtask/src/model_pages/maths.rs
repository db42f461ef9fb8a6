//! Equations as they are written in the sources, set in type: `P_v` becomes *P* with a subscript, `e^(−x)` an exponent.

use std::collections::BTreeSet;

/// What surrounds a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// An equation: single letters are symbols.
    Equation,
    /// Words: only what carries an index or an exponent is a symbol.
    Prose,
}

/// Names that stand for something to link to.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Pages, by file name without its ending.
    pub pages: BTreeSet<String>,
    /// Sources, by key.
    pub sources: BTreeSet<String>,
}

/// Units that look like products of symbols.
const UNITS: [&str; 15] = [
    "mL/(100 g·mmHg)",
    "m³/(s·Pa)",
    "m²/(Pa·s)",
    "J/(kg·K)",
    "Pa·m³/s",
    "kPa·s",
    "mL/min",
    "N/mm",
    "m³/Pa",
    "Pa/m",
    "m³/s",
    "m/s",
    "N/m",
    "m³",
    "m²",
];

/// Sets a text in type, as Markdown with HTML for indices and exponents.
pub fn typeset(text: &str, tone: Tone, names: &Names) -> String {
    let mut out = String::new();
    // What stands in backticks is code and stays so; a link to it, [`name`], is ours to make.
    let text = text.replace("[`", "`").replace("`]", "`");
    for (index, part) in text.split('`').enumerate() {
        if index % 2 == 1 { out += &code(part, names) } else { out += &set(part, tone, names) }
    }
    out
}

/// Code, as a link where it names a page.
fn code(name: &str, names: &Names) -> String {
    let short = name.rsplit("::").next().unwrap_or(name);
    let page = if name.contains("::") { short } else { name };
    if names.pages.contains(page) { format!("[{}]({page}.md)", page.replace('_', " ")) } else { format!("`{name}`") }
}

fn set(text: &str, tone: Tone, names: &Names) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < chars.len() {
        let starts = |word: &str| word.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
        let fresh = at == 0 || !chars[at - 1].is_alphanumeric();
        if let Some(unit) = UNITS.iter().find(|unit| fresh && starts(unit)) {
            out += unit;
            at += unit.chars().count();
        } else if chars[at] == '^' {
            let (inner, next) = exponent(&chars, at + 1);
            out += &format!("<sup>{}</sup>", set(&inner, Tone::Equation, names));
            at = next;
        } else if is_letter(chars[at]) {
            let end = word_end(&chars, at);
            let word: String = chars[at..end].iter().collect();
            out += &set_word(&word, &chars, (at, end), tone, names);
            at = end;
        } else {
            match chars[at] {
                '<' => out += "&lt;",
                '>' => out += "&gt;",
                '*' => out += "&#42;",
                c => out.push(c),
            }
            at += 1;
        }
    }
    out
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_index(c)
}

/// Indices and exponents that Unicode has letters for: in type already.
fn is_index(c: char) -> bool {
    ('₀'..='₎').contains(&c) || ('⁰'..='⁾').contains(&c) || "²³¹ˣᵢⱼᵀ".contains(c)
}

fn is_greek(c: char) -> bool {
    ('\u{370}'..='\u{3ff}').contains(&c)
}

/// Where the word (letters, digits, underscores, and an index after a comma as in `P_v,max`) ends.
fn word_end(chars: &[char], from: usize) -> usize {
    let mut end = from;
    let mut indexed = false;
    while end < chars.len() {
        let c = chars[end];
        let next = chars.get(end + 1).copied().unwrap_or(' ');
        let after = chars.get(end + 2).copied().unwrap_or(' ');
        let goes_on = (c.is_alphanumeric() && !is_index(c))
            || (c == '_' && (next.is_alphanumeric() || next == '∞'))
            || (indexed && c == '∞')
            || (indexed && c == ',' && next.is_alphabetic() && after.is_alphabetic());
        if !goes_on {
            break;
        }
        indexed |= c == '_';
        end += 1;
    }
    end
}

fn set_word(word: &str, chars: &[char], (at, end): (usize, usize), tone: Tone, names: &Names) -> String {
    if names.sources.contains(word) {
        return format!("[{word}](#sources)");
    }
    if let Some((base, index)) = word.split_once('_') {
        let symbol = base.trim_start_matches(['Δ', 'd']).chars().count() <= 1;
        return if symbol || base == "cadence" {
            format!("{}<sub>{}</sub>", italic(base), index.replace('_', " "))
        } else {
            format!("`{word}`")
        };
    }
    let letters: Vec<char> = word.chars().collect();
    let next = chars.get(end).copied().unwrap_or(' ');
    if letters.len() == 1 {
        let indexed = ('₀'..='₎').contains(&next);
        let symbol = indexed || is_greek(letters[0]) || (tone == Tone::Equation && is_symbol(chars, at, end));
        let genitive = at > 0 && matches!(chars[at - 1], '\'' | '’');
        return if symbol && !genitive && letters[0] != 'Σ' { italic(word) } else { word.to_string() };
    }
    let differential = tone == Tone::Equation && letters.len() == 2 && letters[0] == 'd' && letters[1] != 'o';
    let product = is_greek(letters[0]) && letters.len() == 2;
    if letters.len() == 2 && letters[0] == 'Δ' {
        italic(word)
    } else if differential {
        format!("d{}", italic(&word[1..]))
    } else if product {
        letters.iter().map(|c| italic(&c.to_string())).collect()
    } else {
        word.to_string()
    }
}

/// Whether a single letter of an equation is a symbol: units follow a figure, an article precedes a word.
fn is_symbol(chars: &[char], at: usize, end: usize) -> bool {
    let before = chars[..at].iter().rev().find(|c| **c != ' ').copied().unwrap_or(' ');
    let spaced = at > 0 && chars[at - 1] == ' ';
    if spaced && before.is_ascii_digit() {
        return false;
    }
    if chars[at] != 'a' && chars[at] != 'A' {
        return chars.get(end) != Some(&'\'') || chars[at].is_ascii_uppercase();
    }
    let after = chars[end..].iter().find(|c| **c != ' ').copied().unwrap_or(' ');
    "·/=^)≥".contains(after) || (!spaced && "·/√".contains(before))
}

/// A symbol's letter, a leading difference or differential upright.
fn italic(symbol: &str) -> String {
    let mut chars = symbol.chars();
    match chars.next() {
        Some('Δ') if symbol.chars().count() > 1 => format!("Δ<i>{}</i>", chars.as_str()),
        Some('d') if symbol.chars().count() > 1 => format!("d{}", italic(chars.as_str())),
        _ => format!("<i>{symbol}</i>"),
    }
}

/// What an exponent consists of: a bracket's inside, or a sign with letters and digits.
fn exponent(chars: &[char], from: usize) -> (String, usize) {
    if chars.get(from) == Some(&'(') {
        let mut depth = 0;
        for (index, c) in chars.iter().enumerate().skip(from) {
            depth += match c {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if depth == 0 {
                return (chars[from + 1..index].iter().collect(), index + 1);
            }
        }
    }
    let mut end = from;
    while let Some(c) = chars.get(end) {
        let point = *c == '.' && chars.get(end + 1).is_some_and(char::is_ascii_digit);
        let sign = end == from && matches!(c, '−' | '-');
        if !(c.is_alphanumeric() || point || sign) {
            break;
        }
        end += 1;
    }
    (chars[from..end].iter().collect(), end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let set = |words: &[&str]| words.iter().map(|word| (*word).to_string()).collect();
        Names { pages: set(&["liner", "socket_air"]), sources: set(&["beil2002", "ottobock_p3_ifu"]) }
    }

    fn equation(text: &str) -> String {
        typeset(text, Tone::Equation, &names())
    }

    #[test]
    fn indices_exponents_and_differentials_are_set() {
        assert_eq!(equation("P_v,max"), "<i>P</i><sub>v,max</sub>");
        assert_eq!(equation("P_a, then"), "<i>P</i><sub>a</sub>, then");
        assert_eq!(equation("e^(−x/p_κ)"), "<i>e</i><sup>−<i>x</i>/<i>p</i><sub>κ</sub></sup>");
        assert_eq!(
            equation("(p_s/p_b)^m/T"),
            "(<i>p</i><sub>s</sub>/<i>p</i><sub>b</sub>)<sup><i>m</i></sup>/<i>T</i>"
        );
        assert_eq!(equation("dn/dt = −n"), "d<i>n</i>/d<i>t</i> = −<i>n</i>");
        assert_eq!(equation("dΔV_i/dt"), "dΔ<i>V</i><sub>i</sub>/d<i>t</i>");
        assert_eq!(equation("sin πs"), "sin <i>π</i><i>s</i>");
        assert_eq!(equation("2·r_n² + ΔP₀"), "2·<i>r</i><sub>n</sub>² + Δ<i>P</i>₀");
        assert_eq!(equation("k_c·E₊(−g)"), "<i>k</i><sub>c</sub>·<i>E</i>₊(−<i>g</i>)");
    }

    #[test]
    fn words_units_and_articles_stay_upright() {
        assert_eq!(equation("once a stride"), "once a stride");
        assert_eq!(equation("inflow in Pa·m³/s"), "inflow in Pa·m³/s");
        assert_eq!(equation("the spheroid's"), "the spheroid's");
        assert_eq!(equation("per 100 g of tissue"), "per 100 g of tissue");
        assert_eq!(equation("J·a·(1 + e)"), "<i>J</i>·<i>a</i>·(1 + <i>e</i>)");
        assert_eq!(typeset("a limb of length L", Tone::Prose, &names()), "a limb of length L");
    }

    #[test]
    fn pages_and_sources_become_links_and_code_stays_code() {
        assert_eq!(equation("`liner`"), "[liner](liner.md)");
        assert_eq!(equation("[`socket_air`] and `x_y`"), "[socket air](socket_air.md) and `x_y`");
        assert_eq!(equation("fitted on beil2002"), "fitted on [beil2002](#sources)");
        assert_eq!(equation("ottobock_p3_ifu"), "[ottobock_p3_ifu](#sources)");
    }
}
