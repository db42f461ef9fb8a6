//! Groups and fields of the form, walked out of the case's JSON Schema: what the reader takes is what the form asks.
//!
//! One group a table of the file, in the file's order. `technique` is edited on a page of its own; the version is not a
//! question, what was confirmed is answered where it is asked, and the days after the first are written in the file.

use super::path::Path;
use super::unit::Unit;
use control::{SETTINGS, Setting};
use serde_json::Value;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What of a case the form leaves out, each with why in the module's first comment.
pub const LEFT_OUT: [&str; 4] = ["concord", "technique", "confirmed", "days"];

/// The day told by steps and a kind, which goes instead of [`BY_HAND`].
pub const TOLD_DAY: [&str; 4] = ["day.steps", "day.kind", "day.from", "day.to"];
/// The day told by activities.
pub const BY_HAND: &str = "day.activities";

/// Whether a field stands for another way to tell the same: the file must have the one or the other.
pub fn is_alternative(path: &str) -> bool {
    path == BY_HAND || TOLD_DAY.contains(&path)
}

/// Text that may be longer than this is asked for in several lines.
const ONE_LINE: u64 = 1_000;

/// One table of the case file.
#[derive(Clone, Debug)]
pub struct Group {
    /// Path of the table; empty for what stands above all tables.
    pub path: String,
    /// Whether the file may go without it.
    pub optional: bool,
    /// Its fields in the file's order.
    pub fields: Vec<Field>,
}

/// One value of the case file, or a list of rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// As the schema has it: `person.body_mass_kg`, `day.activities[].to`.
    pub path: String,
    /// What is asked for.
    pub kind: Kind,
    /// Whether the file must have it.
    pub required: bool,
    /// What it is, as the type says it.
    pub description: String,
    /// What holds where the file does not have it.
    pub default: Option<String>,
}

/// What a number may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The least allowed.
    pub low: Option<f64>,
    /// The most allowed.
    pub high: Option<f64>,
    /// Whether only whole numbers make sense.
    pub whole: bool,
    /// The unit it is stored in, where another may be shown instead.
    pub unit: Option<Unit>,
    /// The unit's symbol where there is but one.
    pub symbol: String,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A number.
    Number(Number),
    /// So many numbers in a row.
    Numbers(Number, usize),
    /// Text; whether of several lines.
    Text(bool),
    /// A time of day.
    Time,
    /// One of these.
    Choice(Vec<String>),
    /// Any number of these, in order.
    Choices(Vec<String>),
    /// Yes or no.
    YesNo,
    /// Rows of these columns.
    Rows(Vec<Field>),
}

impl Group {
    /// The key of its name in the texts.
    pub fn text_key(&self) -> String {
        format!("group.{}", self.name())
    }

    /// The key of what it is about in the texts.
    pub fn hint_key(&self) -> String {
        format!("group_hint.{}", self.name())
    }

    fn name(&self) -> &str {
        if self.path.is_empty() { "case" } else { last_key(&self.path) }
    }
}

impl Field {
    /// Its key in the file.
    pub fn key(&self) -> &str {
        last_key(&self.path)
    }

    /// The key of its name in the texts.
    pub fn text_key(&self) -> String {
        self.within("field", "column")
    }

    /// The key of its explanation in the texts.
    pub fn hint_key(&self) -> String {
        self.within("hint", "column_hint")
    }

    fn within(&self, field: &str, column: &str) -> String {
        match self.path.split_once("[].") {
            Some((rows, key)) => format!("{column}.{}.{key}", last_key(rows)),
            None => format!("{field}.{}", self.path),
        }
    }

    /// The key of a choice's name in the texts.
    pub fn choice_key(&self, choice: &str) -> String {
        format!("choice.{}.{choice}", self.key())
    }

    /// What is said of its number, or of each of its numbers.
    pub const fn number(&self) -> Option<&Number> {
        match &self.kind {
            Kind::Number(number) | Kind::Numbers(number, _) => Some(number),
            _ => None,
        }
    }

    /// The names that may be chosen.
    pub fn choices(&self) -> &[String] {
        match &self.kind {
            Kind::Choice(choices) | Kind::Choices(choices) => choices,
            _ => &[],
        }
    }

    /// The file's other key for it, in a US unit. The pump's settings are the controller's names and have none.
    pub fn us_key(&self) -> Option<(String, Unit)> {
        let own = matches!(self.kind, Kind::Number(_)) && !self.path.starts_with(PUMP_SETTINGS);
        super::unit::us_key(self.key()).filter(|_| own)
    }
}

fn last_key(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// The table whose names the controller knows.
pub const PUMP_SETTINGS: &str = "prosthesis.pump_settings";

/// Every group, in the file's order.
pub fn groups() -> &'static [Group] {
    &FORM.groups
}

/// The group of a table.
pub fn group(path: &str) -> Option<&'static Group> {
    groups().iter().find(|group| group.path == path)
}

/// The field at a path, a column's at any of its rows.
pub fn field(path: &Path) -> Option<&'static Field> {
    field_of_schema(&path.in_schema())
}

/// The field at a path as the schema has it.
pub fn field_of_schema(path: &str) -> Option<&'static Field> {
    let (group, field, column) = *FORM.places.get(path)?;
    let field = &FORM.groups[group].fields[field];
    match (&field.kind, column) {
        (Kind::Rows(columns), Some(column)) => columns.get(column),
        _ => Some(field),
    }
}

struct Form {
    groups: Vec<Group>,
    /// Where in the groups a path of the schema is found.
    places: HashMap<String, (usize, usize, Option<usize>)>,
}

static FORM: LazyLock<Form> = LazyLock::new(|| {
    let schema = schemars::schema_for!(domain::Case).to_value();
    let mut groups = vec![];
    table(&schema, &schema, String::new(), false, &mut groups);
    let mut places = HashMap::new();
    for (g, group) in groups.iter().enumerate() {
        for (f, field) in group.fields.iter().enumerate() {
            places.insert(field.path.clone(), (g, f, None));
            let elements = matches!(field.kind, Kind::Numbers(..) | Kind::Choices(_));
            if elements {
                places.insert(format!("{}[]", field.path), (g, f, None));
            }
            let Kind::Rows(columns) = &field.kind else { continue };
            for (c, column) in columns.iter().enumerate() {
                places.insert(column.path.clone(), (g, f, Some(c)));
                if matches!(column.kind, Kind::Numbers(..)) {
                    places.insert(format!("{}[]", column.path), (g, f, Some(c)));
                }
            }
        }
    }
    Form { groups, places }
});

/// What a property is once references are followed and `null` is put aside.
struct Property<'a> {
    of: &'a Value,
    description: &'a str,
    default: Option<&'a Value>,
}

fn property<'a>(schema: &'a Value, property: &'a Value) -> Property<'a> {
    let mut of = property;
    // A reference, or "this or null", at most a few deep.
    for _ in 0..4 {
        let some = |items: &'a Value| items.as_array()?.iter().find(|item| item["type"] != "null");
        let reference = of["$ref"].as_str().and_then(|name| schema.pointer(name.strip_prefix('#')?));
        match reference.or_else(|| of.get("anyOf").filter(|any| has_null(any)).and_then(some)) {
            Some(next) => of = next,
            None => break,
        }
    }
    let said = |of: &'a Value| of["description"].as_str();
    let description = said(property).or(said(of)).unwrap_or_default();
    Property { of, description, default: property.get("default") }
}

fn has_null(any: &Value) -> bool {
    any.as_array().is_some_and(|items| items.iter().any(|item| item["type"] == "null"))
}

fn is(of: &Value, kind: &str) -> bool {
    of["type"] == kind || of["type"].as_array().is_some_and(|kinds| kinds.iter().any(|one| one == kind))
}

/// A table's own fields as one group, then those of the tables within it.
fn table(schema: &Value, of: &Value, path: String, optional: bool, groups: &mut Vec<Group>) {
    let mut group = Group { path: path.clone(), optional, fields: vec![] };
    let mut within = vec![];
    for (name, value) in of["properties"].as_object().into_iter().flatten() {
        let at = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let found = property(schema, value);
        if LEFT_OUT.contains(&at.as_str()) {
            continue;
        }
        let required = is_required(of, name) || is_alternative(&at);
        if at == PUMP_SETTINGS {
            within.push(Group { path: at, optional: true, fields: SETTINGS.iter().map(setting).collect() });
        } else if found.of.get("properties").is_some() {
            table(schema, found.of, at, !required, &mut within);
        } else {
            group.fields.extend(self::value(schema, &found, at, required));
        }
    }
    groups.push(group);
    groups.append(&mut within);
}

fn is_required(of: &Value, name: &str) -> bool {
    of["required"].as_array().is_some_and(|required| required.iter().any(|one| one == name))
}

fn value(schema: &Value, found: &Property<'_>, path: String, required: bool) -> Option<Field> {
    let kind = kind(schema, found.of, &path)?;
    let default = match found.default {
        Some(Value::String(text)) if !text.is_empty() => Some(text.clone()),
        Some(plain @ (Value::Bool(_) | Value::Number(_))) => Some(plain.to_string()),
        _ => None,
    };
    Some(Field { path, kind, required, description: found.description.replace('\n', " "), default })
}

fn kind(schema: &Value, of: &Value, path: &str) -> Option<Kind> {
    if let Some(names) = names(of) {
        return Some(Kind::Choice(names));
    }
    if is(of, "boolean") {
        return Some(Kind::YesNo);
    }
    if is(of, "number") || is(of, "integer") {
        return Some(Kind::Number(number(of, path)));
    }
    if is(of, "string") {
        let time = of.get("pattern").is_some();
        let lines = of["maxLength"].as_u64().is_some_and(|most| most > ONE_LINE);
        return Some(if time { Kind::Time } else { Kind::Text(lines) });
    }
    let items = property(schema, of.get("items").filter(|_| is(of, "array"))?).of;
    if let Some(names) = names(items) {
        return Some(Kind::Choices(names));
    }
    if is(items, "number") {
        let count = of["minItems"].as_u64().filter(|least| Some(*least) == of["maxItems"].as_u64())?;
        // A place has a unit; a direction has none.
        let symbol = if last_key(path) == "at" { "mm" } else { "" };
        return Some(Kind::Numbers(
            Number { symbol: symbol.into(), ..number(items, "") },
            usize::try_from(count).ok()?,
        ));
    }
    let columns = items["properties"].as_object()?.iter();
    let column = |(name, one): (&String, &Value)| {
        value(schema, &property(schema, one), format!("{path}[].{name}"), is_required(items, name))
    };
    Some(Kind::Rows(columns.filter_map(column).collect()))
}

/// The names of an enumeration, in whichever of its shapes.
fn names(of: &Value) -> Option<Vec<String>> {
    let plain = |of: &Value| -> Option<Vec<String>> {
        let names = of["enum"].as_array()?;
        Some(names.iter().filter_map(Value::as_str).map(String::from).collect())
    };
    let one = |of: &Value| of["const"].as_str().map(|name| vec![name.to_string()]).or_else(|| plain(of));
    let several = of["oneOf"].as_array().and_then(|items| items.iter().map(one).collect::<Option<Vec<_>>>());
    plain(of).or(several.map(|several| several.concat()))
}

fn number(of: &Value, path: &str) -> Number {
    let key = last_key(path);
    let symbol =
        [("_m_per_s", "m/s"), ("_steps_per_min", "steps/min"), ("_years", "years"), ("_months", "months"), ("_m", "m")];
    let symbol = symbol.iter().find(|(suffix, _)| key.ends_with(suffix)).map_or("", |(_, symbol)| symbol);
    Number {
        low: of["minimum"].as_f64(),
        high: of["maximum"].as_f64(),
        whole: is(of, "integer"),
        unit: Unit::of_key(key),
        symbol: symbol.into(),
    }
}

/// The case leaves open which settings the controller has; the controller knows.
fn setting(row: &Setting) -> Field {
    let [low, high] = row.limits;
    let number = Number {
        low: Some(low),
        high: Some(high),
        whole: row.whole,
        unit: Unit::of_key(row.name),
        symbol: row.unit.into(),
    };
    Field {
        path: format!("{PUMP_SETTINGS}.{}", row.name),
        kind: if row.row > 0 { Kind::Numbers(number, row.row) } else { Kind::Number(number) },
        required: false,
        description: row.is.trim().into(),
        default: Some(twin::pump_settings::default_of(row)),
    }
}

/// The field at a path as a text has it: `person.body_mass_lb` is the field `person.body_mass_kg`.
pub fn field_as_written(path: &Path) -> Option<&'static Field> {
    let metric = || {
        let (parent, key) = path.split()?;
        let us = domain::document::US_UNITS.iter();
        us.filter_map(|unit| Some(format!("{}{}", key.strip_suffix(unit.suffix)?, unit.metric)))
            .find_map(|key| field(&parent.key(&key)))
    };
    field(path).or_else(metric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every leaf of the schema, by its own walk: following every reference, into every kind of list.
    fn leaves(schema: &Value, of: &Value, path: &str, found: &mut Vec<String>) {
        if let Some(name) = of["$ref"].as_str() {
            return leaves(schema, schema.pointer(&name[1..]).unwrap(), path, found);
        }
        let next = |key: &str| if path.is_empty() { key.to_string() } else { format!("{path}.{key}") };
        if let Some(properties) = of["properties"].as_object() {
            for (key, value) in properties.iter().filter(|(key, _)| !LEFT_OUT.contains(&next(key).as_str())) {
                leaves(schema, value, &next(key), found);
            }
        } else if let Some(any) = of["anyOf"].as_array() {
            any.iter().filter(|one| one["type"] != "null").for_each(|one| leaves(schema, one, path, found));
        } else if let Some(items) = of.get("items") {
            leaves(schema, items, &format!("{path}[]"), found);
        } else if of.get("additionalProperties").is_some_and(Value::is_object) {
            found.extend(SETTINGS.iter().map(|row| {
                let several = if row.row > 0 { "[]" } else { "" };
                format!("{path}.{}{several}", row.name)
            }));
        } else {
            found.push(path.to_string());
        }
    }

    #[test]
    fn every_leaf_of_the_schema_is_in_the_form_exactly_once() {
        let schema = schemars::schema_for!(domain::Case).to_value();
        let mut wanted = vec![];
        leaves(&schema, &schema, "", &mut wanted);
        let mut have = vec![];
        for field in groups().iter().flat_map(|group| &group.fields) {
            match &field.kind {
                Kind::Rows(columns) => have.extend(columns.iter().map(leaf)),
                _ => have.push(leaf(field)),
            }
        }
        let unique: BTreeSet<_> = have.iter().collect();
        assert_eq!(unique.len(), have.len());
        wanted.sort();
        have.sort();
        assert_eq!(have, wanted);
    }

    fn leaf(field: &Field) -> String {
        let several = matches!(field.kind, Kind::Numbers(..) | Kind::Choices(_));
        if several { format!("{}[]", field.path) } else { field.path.clone() }
    }

    #[test]
    fn the_groups_are_the_tables_of_the_file() {
        let paths: Vec<(&str, bool)> = groups().iter().map(|group| (group.path.as_str(), group.optional)).collect();
        assert_eq!(
            paths,
            [
                ("", false),
                ("person", false),
                ("person.conditions", false),
                ("limb", false),
                ("scan", true),
                ("prosthesis", false),
                ("prosthesis.pump_settings", true),
                ("prosthesis.job", true),
                ("prosthesis.existing", true),
                ("day", false),
            ]
        );
    }

    #[test]
    fn what_a_field_asks_is_what_the_type_says() {
        let at = |path: &str| field(&Path::parse(path).unwrap()).unwrap();
        let mass = at("person.body_mass_kg");
        assert_eq!(mass.number().map(|number| (number.low, number.high)), Some((Some(15.0), Some(300.0))));
        assert_eq!(mass.us_key(), Some(("body_mass_lb".into(), Unit::Pound)));
        assert!(mass.required && mass.description.contains("without the prosthesis"));
        assert_eq!(at("person.k_level").choices(), ["K0", "K1", "K2", "K3", "K4"]);
        assert_eq!(at("limb.scars").choices(), ["none", "sound", "difficult"]);
        assert_eq!(at("day.activities[7].from").kind, Kind::Time);
        assert!(!at("day.activities[7].steps").required);
        assert_eq!(at("prosthesis.pump_mode").default.as_deref(), Some("automatic"));
        assert_eq!(at("scan.landmarks[0].at[2]").path, "scan.landmarks[].at");
        assert!(matches!(at("prosthesis.pump_settings.levels_inhg[3]").kind, Kind::Numbers(_, 4)));
        assert_eq!(at("about").kind, Kind::Text(true));
        assert!(field(&Path::parse("technique.name").unwrap()).is_none());
    }

    #[test]
    fn the_units_of_a_scan_are_those_that_scans_are_read_in() {
        let unit = field(&Path::parse("scan.unit").unwrap()).unwrap();
        assert_eq!(unit.choices().len(), 5);
        for name in unit.choices() {
            assert!(geometry::formats::Unit::named(name).is_some(), "{name}");
        }
    }
}
