//! US units at the edge: documents that people write in a clinic may give pounds, inches and degrees Fahrenheit.
//!
//! The numbers are converted in the parsed table, before the types see them, so everything behind this file is
//! metric; faults are led back to the key and value as written.

use super::{Problem, Violation, join, locate, passed, shape_problem, syntax_problem};
use serde::de::DeserializeOwned;
use toml::de::DeTable;
use toml::{Table, Value};
use units::{Length, Mass};

/// Quantities given in both units that are told in one go.
const MOST_TOLD: usize = 20;

/// A US unit taken at the edge, told by the end of the key.
pub struct UsUnit {
    /// End of the key as written.
    pub suffix: &'static str,
    /// End of the metric key that it stands for.
    pub metric: &'static str,
    /// Its number in the metric unit.
    pub convert: fn(f64) -> f64,
}

/// The US units taken. The JSON Schema of a clinical document admits the same keys from this table.
pub const US_UNITS: [UsUnit; 3] = [
    UsUnit { suffix: "_lb", metric: "_kg", convert: |lb| Mass::from_lb(lb).kg() },
    UsUnit { suffix: "_in", metric: "_mm", convert: |inches| Length::from_in(inches).mm() },
    UsUnit { suffix: "_f", metric: "_c", convert: |fahrenheit| (fahrenheit - 32.0) / 1.8 },
];

/// The path of a quantity's metric key: `person.body_mass_kg` for `person.body_mass_lb`.
pub fn metric_path(path: &str) -> String {
    let twin = US_UNITS.iter().find_map(|unit| Some(format!("{}{}", path.strip_suffix(unit.suffix)?, unit.metric)));
    twin.unwrap_or_else(|| path.into())
}

/// What keeps its US number beside the metric one: makers print tables of body mass in both units, and each column is read in its own.
pub const KEPT: &str = "person.body_mass_lb";

/// As [`super::read`], for documents that people write in a clinic: where a key ends in `_kg`, `_mm` or `_c`, the same key
/// with `_lb`, `_in` or `_f` is taken too and converted. Faults keep the key and value that were written.
///
/// # Errors
/// As [`super::read`]; besides, a quantity that is given in both units.
pub fn read_clinical<T: DeserializeOwned>(text: &str, check: impl Fn(&T) -> Vec<Violation>) -> Result<T, Vec<Problem>> {
    let table = DeTable::parse(text).map_err(|error| vec![syntax_problem(text, &error)])?;
    let root = table.get_ref();
    let parsed: Result<Table, _> = serde_path_to_error::deserialize(toml::Deserializer::from(table.clone()));
    let mut metric =
        parsed.map_err(|error| vec![shape_problem(text, root, &error.path().to_string(), error.inner())])?;
    let mut renamed = vec![];
    let twice = us_to_metric(&mut metric, "", &mut renamed);
    if !twice.is_empty() {
        return Err(twice.into_iter().take(MOST_TOLD).map(|violation| locate(text, root, violation)).collect());
    }
    let value: T = serde_path_to_error::deserialize(metric).map_err(|error| {
        // The path leads to the text as written; the error itself knows only the converted table.
        let problem = shape_problem(text, root, &error.path().to_string(), error.inner());
        vec![as_written(text, root, &renamed, problem)]
    })?;
    passed(value, check).map_err(|violations| {
        violations.into_iter().map(|v| as_written(text, root, &renamed, locate(text, root, v))).collect()
    })
}

/// A key that was converted: (metric path, path as written, "185 lb is 83.9 kg").
pub(super) type Renamed = (String, String, String);

/// Renames every key in a US unit to its metric twin and converts its number. Returns what is given twice.
pub(super) fn us_to_metric(table: &mut Table, path: &str, renamed: &mut Vec<Renamed>) -> Vec<Violation> {
    let mut twice = vec![];
    for key in table.keys().cloned().collect::<Vec<_>>() {
        for UsUnit { suffix, metric, convert } in US_UNITS {
            let Some(stem) = key.strip_suffix(suffix) else { continue };
            let (written, twin) = (join(path, &key), format!("{stem}{metric}"));
            let both = table.get(&twin).and_then(Value::as_float).zip(table.get(&key).and_then(number));
            if written == KEPT && both.is_some_and(|(metric, given)| metric == convert(given)) {
                // As this program writes it.
                continue;
            }
            if table.contains_key(&twin) {
                let what = format!("`{twin}` gives the same quantity");
                twice.push(Violation::new(written, what, format!("keep one of `{key}` and `{twin}`")));
            } else if let Some(value) = table.remove(&key) {
                let number = number(&value);
                let note = number
                    .map_or(String::new(), |n| format!("{n} {} is {:.1} {}", &suffix[1..], convert(n), &metric[1..]));
                if let Some(given) = number.filter(|_| written == KEPT) {
                    table.insert(key.clone(), Value::Float(given));
                }
                renamed.push((join(path, &twin), written, note));
                table.insert(twin, number.map_or(value, |n| Value::Float(convert(n))));
            }
        }
    }
    for (key, value) in table.iter_mut() {
        twice.extend(us_to_metric_within(value, &join(path, key), renamed));
    }
    twice
}

fn number(value: &Value) -> Option<f64> {
    value.as_float().or(value.as_integer().map(|integer| integer as f64))
}

fn us_to_metric_within(value: &mut Value, path: &str, renamed: &mut Vec<Renamed>) -> Vec<Violation> {
    match value {
        Value::Table(table) => us_to_metric(table, path, renamed),
        Value::Array(items) => items
            .iter_mut()
            .enumerate()
            .flat_map(|(index, item)| us_to_metric_within(item, &format!("{path}[{index}]"), renamed))
            .collect(),
        _ => vec![],
    }
}

/// Puts the key and value as written back into a fault that was found after conversion.
pub(super) fn as_written(text: &str, root: &DeTable<'_>, renamed: &[Renamed], problem: Problem) -> Problem {
    let Some((_, written, note)) = renamed.iter().find(|(metric, ..)| *metric == problem.field) else {
        return problem;
    };
    // What was given in a US unit is not read in a third one.
    let expected = match problem.expected.split_once(super::OTHER_READING) {
        Some((expected, rest)) if rest.contains(" would be ") => expected.to_string(),
        _ => problem.expected,
    };
    let expected = match (expected.is_empty() || problem.open, note.is_empty()) {
        (false, false) => format!("{expected} ({note})"),
        _ => expected,
    };
    locate(text, root, Violation { field: written.clone(), what: problem.what, expected, open: problem.open })
}

#[cfg(test)]
mod tests {
    use super::super::{Bounds, read};
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        inner: Inner,
        #[serde(default)]
        rows: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        body_mass_kg: f64,
    }

    fn clinical(text: &str) -> Result<Outer, Vec<Problem>> {
        read_clinical::<Outer>(text, |outer| {
            let mut violations = vec![];
            Bounds::new(15.0, 300.0, "kg").check(
                &mut violations,
                "inner.body_mass_kg".into(),
                outer.inner.body_mass_kg,
            );
            violations
        })
    }

    #[test]
    fn pounds_are_taken_and_faults_keep_the_words_as_written() {
        let heavy = clinical("[inner]\nbody_mass_lb = 185\n[[rows]]\nbody_mass_lb = 100.0\n").unwrap();
        assert!((heavy.inner.body_mass_kg - 83.914_59).abs() < 1e-4);
        assert!((heavy.rows[0].body_mass_kg - 45.359_237).abs() < 1e-9);

        let absurd = &clinical("[inner]\nbody_mass_lb = 1_850\n").unwrap_err()[0];
        assert_eq!((absurd.line, absurd.field.as_str(), absurd.value.as_str()), (2, "inner.body_mass_lb", "1_850"));
        assert_eq!(absurd.expected, "give 15 to 300 kg (1850 lb is 839.1 kg)");

        let twice = &clinical("[inner]\nbody_mass_kg = 84\nbody_mass_lb = 185\n").unwrap_err()[0];
        assert_eq!((twice.line, twice.field.as_str()), (3, "inner.body_mass_lb"));

        let text = &clinical("[inner]\nbody_mass_lb = \"185\"\n").unwrap_err()[0];
        assert_eq!((text.line, text.field.as_str(), text.value.as_str()), (2, "inner.body_mass_lb", "\"185\""));
        assert_eq!(text.expected, "give a number without quotes");

        let unknown = &clinical("[inner]\nbody_mass_kg = 84\nwaist_in = 30\n").unwrap_err()[0];
        assert_eq!((unknown.line, unknown.field.as_str()), (3, "inner.waist_in"));
    }

    #[test]
    fn both_readers_say_the_same_about_the_same_fault() {
        for text in [
            "[inner]\nbody_mas_kg = 3\n",
            "\n[inner]\n",
            "[inner]\nbody_mass_kg = \"3\"\n",
            "inner = 3\n",
            "[inner]\nbody_mass_kg = 99999999999999999999999999999999999999999999\n",
            "[inner]\nbody_mass_kg = 1e9999\n",
            "[inner]\nbody_mass_kg = 30\n[[rows]]\nbody_mass_kg = true\n",
        ] {
            let plain = read::<Outer>(text, |_| vec![]).unwrap_err();
            let clinical = clinical(text).unwrap_err();
            assert_eq!(plain[0].to_string(), clinical[0].to_string());
        }
    }

    #[test]
    fn huge_numbers_deep_nesting_and_duplicates_are_faults_not_crashes() {
        let deep = "a = ".to_string() + &"[".repeat(200_000);
        let dotted = vec!["a"; 200_000].join(".") + " = 1";
        let tables = "[".to_string() + &vec!["a"; 200_000].join(".") + "]";
        let inline = "a = ".to_string() + &"{ a = ".repeat(100_000);
        for text in [deep, dotted, tables, inline] {
            assert_eq!(clinical(&text).unwrap_err().len(), 1);
        }
        let huge = &clinical("[inner]\nbody_mass_kg = 99999999999999999999999999999999999999999999\n").unwrap_err()[0];
        assert_eq!(huge.line, 2);
        let twice = &clinical("[inner]\nbody_mass_kg = 50\nbody_mass_kg = 51\n").unwrap_err()[0];
        assert_eq!(twice.line, 3);
    }
}
