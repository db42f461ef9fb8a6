//! What was typed, as the file writes it. Nothing typed is lost: what is no number is stored in quotes, so that the case's
//! reader refuses it in its own words.

use super::super::fields::{Field, Kind};
use super::super::unit::Unit;

/// A number as typed, as TOML writes it: "84,5" is 84.5, ".5" is 0.5; nothing is rounded.
pub fn number(raw: &str) -> Option<String> {
    let text = raw.trim().replace('\u{2212}', "-");
    let text = match (text.matches(',').count(), text.contains('.')) {
        (1, false) => text.replace(',', "."),
        _ => text,
    };
    let (sign, rest) = match text.as_bytes().first()? {
        b'+' | b'-' => text.split_at(1),
        _ => ("", text.as_str()),
    };
    let (mantissa, exponent) = rest.find(['e', 'E']).map_or((rest, ""), |at| rest.split_at(at));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let power = exponent.get(1..).unwrap_or_default();
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    if whole.len() + part.len() == 0 || !digits(whole) || !digits(part) || !digits(power) {
        return None;
    }
    if power.is_empty() != exponent.is_empty() {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if part.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{point}{part}{exponent}"))
}

/// Text in quotes on one line.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The key to store under and the value as the file writes it. `unit` is what was typed in, `now` the key the file has.
pub fn of(field: &Field, raw: &str, unit: Option<Unit>, now: &str) -> (String, String) {
    let key = field.key().to_string();
    let (key, value) = match &field.kind {
        Kind::Number(of) | Kind::Numbers(of, _) => {
            let twin = field.us_key();
            let Some(typed) = number(raw) else { return (now.into(), quoted(raw)) };
            match (of.unit, unit, twin) {
                (Some(stored), Some(unit), Some((us, of_us))) if unit == of_us && unit != stored => (us, typed),
                (Some(stored), Some(unit), _) if unit != stored && stored.choices().contains(&unit) => {
                    (key, converted(&typed, unit, stored))
                }
                (Some(_), None, Some(_)) => (now.into(), typed),
                _ => (key, typed),
            }
        }
        Kind::YesNo if ["true", "false"].contains(&raw) => (key, raw.into()),
        Kind::Text(true) => (key, quoted(&raw.replace("\r\n", "\n"))),
        Kind::Time => (key, quoted(raw.trim())),
        _ => (key, quoted(raw)),
    };
    (key, value)
}

/// A number that no float holds is left to the reader, which says so.
fn converted(typed: &str, unit: Unit, stored: Unit) -> String {
    match typed.parse::<f64>() {
        Ok(number) if unit.convert(number, stored).is_finite() => unit.stored(number, stored),
        _ => typed.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_kept_as_it_was_typed() {
        for (raw, stored) in [
            ("84", "84"),
            ("84.50", "84.50"),
            ("84,50", "84.50"),
            (" 84 ", "84"),
            ("-0,2", "-0.2"),
            ("\u{2212}3", "-3"),
            (".5", "0.5"),
            ("5.", "5"),
            ("007", "7"),
            ("1e3", "1e3"),
            ("1E-3", "1E-3"),
            ("+2", "+2"),
            ("1e400", "1e400"),
        ] {
            assert_eq!(number(raw).as_deref(), Some(stored), "{raw}");
        }
        for raw in [
            "", " ", "x", "1,000.5", "1.000,5", "1,2,3", "84 kg", "1e", "e5", "--1", ".", ",", "nan", "inf", "0x10",
            "٣",
        ] {
            assert_eq!(number(raw), None, "{raw}");
        }
    }

    #[test]
    fn text_of_any_kind_comes_back_from_its_quotes() {
        for text in ["", "a\"b", "a\\b", "zwei\nZeilen", "\u{0}\u{7f}\u{85}", "Ä\u{202e}x", "'''\"\"\""] {
            let table: toml::Table = toml::from_str(&format!("a = {}\n", quoted(text))).unwrap();
            assert_eq!(table["a"].as_str(), Some(text));
            assert!(!quoted(text).contains('\n'));
        }
    }
}
