//! Every fault of a document at once, for a form that shows each beside its field.
//!
//! serde stops at the first fault of shape. Here it goes on: what is at fault is remembered, a sound value from a template
//! takes its place, and the document is read again, so that the next fault comes to light. What such a value then seems to
//! say is no fault of the document's.

use super::us_units::{Renamed, as_written, us_to_metric};
use super::{Problem, Violation, locate, shape_problem, syntax_problem, too_large};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

/// Faults of shape told in one go.
const MOST_ROUNDS: usize = 200;
/// Bytes read again and again in one go: a document of the largest size is not read two hundred times.
const MOST_READ: usize = 64 << 20;

/// As [`super::read_clinical`], but every fault of shape is told, too. `template` is a sound document with a value for
/// every field; `hangs_on(a, b)` says whether a fault of meaning at `b` may come from another value at `a`.
///
/// # Errors
/// Every fault found, in the order of the text.
pub fn read_every<T: DeserializeOwned>(
    text: &str,
    template: &Table,
    hangs_on: impl Fn(&str, &str) -> bool,
    check: impl Fn(&T) -> Vec<Violation>,
) -> Result<T, Vec<Problem>> {
    let table = DeTable::parse(text).map_err(|error| vec![syntax_problem(text, &error)])?;
    let root = table.get_ref();
    let mut found = vec![];
    let mut patched: Vec<String> = vec![];
    let mut metric = numbers_that_fit(root, "", &mut |field| {
        let (what, expected) = too_large();
        found.push(locate(text, root, Violation::new(field, what, expected)));
    });
    patched.extend(found.iter().map(|problem| problem.field.clone()));
    for field in &patched {
        put(&mut metric, template, &steps(field));
    }
    let mut renamed: Vec<Renamed> = vec![];
    for violation in us_to_metric(&mut metric, "", &mut renamed) {
        remove(&mut metric, &steps(&violation.field));
        if found.len() < MOST_ROUNDS {
            found.push(locate(text, root, violation));
        }
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut read = None;
    for _ in 0..MOST_ROUNDS.min(MOST_READ / text.len().max(1)) {
        let error = match serde_path_to_error::deserialize::<_, T>(metric.clone()) {
            Ok(value) => {
                read = Some(value);
                break;
            }
            Err(error) => error,
        };
        let problem = shape_problem(text, root, &error.path().to_string(), error.inner());
        let field = problem.field.clone();
        let times = seen.entry(field.clone()).or_default();
        let path = steps(&field);
        // What cannot be mended at the field itself is mended around it.
        let around = path.len().checked_sub(*times).and_then(|steps| path.get(..steps));
        let Some(around) = around.filter(|around| !around.is_empty()) else {
            // Not even the whole table from the template helps: nothing more can be said.
            found.push(as_written(text, root, &renamed, problem));
            break;
        };
        if *times == 0 {
            if problem.what == super::UNKNOWN_FIELD {
                remove(&mut metric, around);
            } else {
                put(&mut metric, template, around);
                patched.push(field);
            }
            found.push(as_written(text, root, &renamed, problem));
        } else {
            put(&mut metric, template, around);
            patched.push(joined(around));
        }
        *times += 1;
    }
    if let Some(value) = read {
        let violations = check(&value);
        if found.is_empty() && violations.is_empty() {
            return Ok(value);
        }
        let own = |violation: &Violation| {
            !patched.iter().any(|patched| near(patched, &violation.field) || hangs_on(patched, &violation.field))
        };
        found.extend(
            violations.into_iter().filter(own).map(|v| as_written(text, root, &renamed, locate(text, root, v))),
        );
    }
    found.sort_by_key(|problem| problem.span.start);
    Err(found)
}

/// The document's values; a number that no type holds is told and stands as a word until it is mended.
fn numbers_that_fit(table: &DeTable<'_>, path: &str, tell: &mut impl FnMut(String)) -> Table {
    table
        .iter()
        .map(|(key, value)| {
            let field = super::join(path, key.get_ref());
            (key.get_ref().to_string(), number_that_fits(value.get_ref(), field, tell))
        })
        .collect()
}

fn number_that_fits(value: &DeValue<'_>, field: String, tell: &mut impl FnMut(String)) -> Value {
    let mut too_large = |text: &str| {
        tell(field.clone());
        Value::String(text.into())
    };
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix())
            .map_or_else(|_| too_large(integer.as_str()), Value::Integer),
        DeValue::Float(float) => {
            let named = float.as_str().ends_with("inf") || float.as_str().ends_with("nan");
            match float.as_str().parse::<f64>() {
                Ok(number) if number.is_finite() || named => Value::Float(number),
                _ => too_large(float.as_str()),
            }
        }
        DeValue::Boolean(yes) => Value::Boolean(*yes),
        DeValue::Datetime(time) => Value::Datetime(*time),
        DeValue::Array(items) => {
            let rows = items.iter().enumerate();
            Value::Array(
                rows.map(|(index, item)| number_that_fits(item.get_ref(), format!("{field}[{index}]"), tell)).collect(),
            )
        }
        DeValue::Table(table) => Value::Table(numbers_that_fit(table, &field, tell)),
    }
}

/// A path in its steps: keys, and indices as `[2]`.
fn steps(path: &str) -> Vec<&str> {
    path.split('.')
        .flat_map(|part| part.split_inclusive(']'))
        .flat_map(|part| {
            let at = part.find('[').unwrap_or(part.len());
            [&part[..at], &part[at..]]
        })
        .filter(|step| !step.is_empty())
        .collect()
}

fn joined(steps: &[&str]) -> String {
    steps.iter().fold(String::new(), |path, step| {
        if path.is_empty() || step.starts_with('[') { path + step } else { path + "." + step }
    })
}

fn index(step: &str) -> Option<usize> {
    step.strip_prefix('[')?.strip_suffix(']')?.parse().ok()
}

/// The template's value at a path; of a list the first row that has one.
fn of_template<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    let Some((step, rest)) = path.split_first() else { return Some(value) };
    match value {
        Value::Table(table) => of_template(table.get(*step)?, rest),
        Value::Array(items) => {
            index(step)?;
            items.iter().find_map(|item| of_template(item, rest))
        }
        _ => None,
    }
}

/// Puts the template's value at a path, or takes away what is there if the template has none.
fn put(table: &mut Table, template: &Table, path: &[&str]) {
    let Some((first, rest)) = path.split_first() else { return };
    let Some(sound) = template.get(*first).and_then(|value| of_template(value, rest)).cloned() else {
        return remove(table, path);
    };
    let Some((last, between)) = rest.split_last() else {
        table.insert((*first).into(), sound);
        return;
    };
    if let Some(parent) = table.get_mut(*first).and_then(|value| within(value, between)) {
        match (parent, last) {
            (Value::Table(table), key) => {
                table.insert((*key).into(), sound);
            }
            (Value::Array(items), step) => {
                if let Some(item) = index(step).and_then(|index| items.get_mut(index)) {
                    *item = sound;
                }
            }
            _ => {}
        }
    }
}

fn remove(table: &mut Table, path: &[&str]) {
    match path {
        [] => {}
        [key] => {
            table.remove(*key);
        }
        [first, between @ .., last] => {
            // Rows are not taken out: those behind them would change their names.
            if let Some(Value::Table(parent)) = table.get_mut(*first).and_then(|value| within(value, between)) {
                parent.remove(*last);
            }
        }
    }
}

fn within<'a>(value: &'a mut Value, path: &[&str]) -> Option<&'a mut Value> {
    path.iter().try_fold(value, |value, step| match value {
        Value::Table(table) => table.get_mut(*step),
        Value::Array(items) => items.get_mut(index(step)?),
        _ => None,
    })
}

/// Whether what was put at `patched` may be what the fault at `field` is about: the same value, or the same or the next row.
fn near(patched: &str, field: &str) -> bool {
    let (patched, field) = (steps(patched), steps(field));
    let same = patched.iter().zip(&field).take_while(|(a, b)| a == b).count();
    // The last step that both have is a row.
    let row = same.checked_sub(1).and_then(|last| index(patched.get(last)?)).is_some();
    match (patched.get(same), field.get(same)) {
        (None, _) => true,
        (_, None) => row,
        (Some(patched), Some(field)) => match (index(patched), index(field)) {
            (Some(patched), Some(field)) => field == patched + 1,
            _ => row,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::Bounds;
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        body_mass_kg: f64,
        rows: Vec<Row>,
        #[serde(default)]
        on: bool,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Row {
        a: f64,
        b: f64,
    }

    fn faults(text: &str) -> Vec<String> {
        let template: Table = toml::from_str("body_mass_kg = 80\nrows = [{ a = 1, b = 2 }]\n").unwrap();
        let check = |outer: &Outer| {
            let mut found = vec![];
            Bounds::new(15.0, 300.0, "kg").check(&mut found, "body_mass_kg".into(), outer.body_mass_kg);
            for (index, row) in outer.rows.iter().enumerate() {
                Bounds::new(1.0, 9.0, "mm").check(&mut found, format!("rows[{index}].a"), row.a);
                Bounds::new(0.0, 9.0, "mm").check(&mut found, format!("rows[{index}].b"), row.b);
            }
            if outer.on && outer.rows.is_empty() {
                found.push(Violation::new("rows", "nothing is on", "give a row"));
            }
            found
        };
        let problems = read_every::<Outer>(text, &template, |_, _| false, check).err().unwrap_or_default();
        problems.into_iter().map(|problem| problem.field).collect()
    }

    #[test]
    fn faults_of_shape_and_of_meaning_are_told_together() {
        let text = "body_mass_lb = 9000\nrows = [\n{ a = \"x\", b = 1 },\n{ b = true, c = 3 },\n{ a = 1 },\n{ a = 99, b = 1 }]\n";
        // The row after a mended one is left alone: it may hang on it.
        assert_eq!(faults(text), ["body_mass_lb", "rows[0].a", "rows[1].a", "rows[1].b", "rows[1].c", "rows[2].b"]);
        assert_eq!(faults("body_mass_kg = 80\nrows = [{ a = 99, b = 1 }, { a = 99, b = 1 }]\n").len(), 2);
        assert!(faults("body_mass_kg = 80\nrows = []\n").is_empty());
        assert_eq!(faults("body_mass_kg = 80\nrows = []\non = true\n"), ["rows"]);
    }

    #[test]
    fn what_is_no_table_or_no_number_is_one_fault() {
        assert_eq!(
            faults("body_mass_kg = 1e400\nrows = 3\non = 99999999999999999999\n"),
            ["body_mass_kg", "rows", "on"]
        );
        assert_eq!(faults("body_mass_kg = [1]\nrows = [3]\n"), ["body_mass_kg", "rows[0]"]);
        assert_eq!(faults("body_mass_kg = 80\nbody_mass_lb = 90\nrows = []\n"), ["body_mass_lb"]);
        assert_eq!(faults("a = = 3\n"), [""]);
    }

    #[test]
    fn no_document_is_read_without_end() {
        let text = format!("body_mass_kg = 80\nrows = [{}]\n", "{ a = true, b = true },\n".repeat(2_000));
        assert_eq!(faults(&text).len(), MOST_ROUNDS);
    }

    #[test]
    fn paths_fall_into_steps() {
        assert_eq!(steps("day.activities[2].to"), ["day", "activities", "[2]", "to"]);
        assert_eq!(joined(&steps("a.b[1][2].c")), "a.b[1][2].c");
        assert!(near("rows[1].a", "rows[1].b") && near("rows[1].a", "rows[2].b") && near("rows", "rows[2].b"));
        assert!(!near("rows[1].a", "rows[3].b") && !near("rows[1].a", "rows") && !near("limb.a", "limb.b"));
    }
}
