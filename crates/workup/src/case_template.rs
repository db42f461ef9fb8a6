//! The case to start from: an example with every field, the same with every answer left open, and what each field asks.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use toml::{Table, Value};

/// The example: itself valid, with every field and what it means.
const EXAMPLE: &str = include_str!("case_template.toml");

/// The name inside the example that gives way to the user's.
const NAME: &str = "name = \"NAME\"";

/// What the example leaves to those who have it.
const OPTIONAL: &str = r#"
person = { sex = "female" }
limb = { months_since_amputation = 24, measured_on = "2026-11-20", minutes_since_doffing = 10 }
scan = { file = "limb.stl", earlier = "before.stl", unit = "mm", over = "skin", taken_by = "scan", side = "left", scanned_on = "2026-11-20", minutes_since_doffing = 10, goes_by = "scan", goes_by_reason = "who and why", proximal = [0, 0, 1], anterior = [1, 0, 0], landmarks = [
    { name = "fibular_head", at = [0, 0, 0] },
] }
technique = { name = "as usual", step = [
    { do = "sheath", thickness_mm = 1 },
    { do = "trim", line = [{ around_deg = 0, below_mm = 0 }, { around_deg = 120, below_mm = 0 }, { around_deg = 240, below_mm = 0 }] },
    { do = "wall", thickness = [{ above_distal_end_mm = 0, thickness_mm = 4 }], minimum_mm = 3 },
] }
prosthesis = { job = { number = "4711", date = "2026-11-20" }, below_knee_clearance_mm = 400, although_refused = "who and why", existing = { pump = "P2", external_tubing = true, keep_socket = true } }
"#;

/// What the example has behind a `#`, because it tells the day by activities.
const INSTEAD: [&str; 4] = ["# steps = ", "# kind = ", "# from = ", "# to = "];

/// A line of the example as a question, whether or not it is answered there.
fn asked(line: &str) -> &str {
    if INSTEAD.iter().any(|begin| line.starts_with(begin)) { &line[2..] } else { line }
}

/// The example, with a name.
pub fn example(name: &str) -> String {
    EXAMPLE.replacen(NAME, &format!("name = \"{name}\""), 1)
}

/// The same without an answer to any question: each line waits behind a `#`, with what it asks.
pub fn empty(name: &str) -> String {
    let mut text = String::new();
    let mut table = false;
    // Within a list of several lines: the rows shown so far.
    let mut rows: Option<usize> = None;
    for (index, line) in EXAMPLE.lines().map(asked).enumerate() {
        if let Some(shown) = &mut rows {
            let ends = line == "]";
            if *shown == 0 || ends {
                text += &format!("# {}\n", blank(line));
            }
            *shown += 1;
            rows = rows.filter(|_| !ends);
            continue;
        }
        table |= line.starts_with('[');
        match line.split_once(" = ").filter(|_| !line.starts_with('#')) {
            _ if index == 1 => {
                text += "# Answer: take away the # before a line and write after the =. Then: concord check THIS_FILE\n"
            }
            Some(("name", _)) => text += &format!("{}\n", line.replacen(NAME, &format!("name = \"{name}\""), 1)),
            Some((key, _)) if table || key == "about" => {
                text += &format!("# {}\n", blank(line));
                rows = line.split('#').next().is_some_and(|code| code.trim_end().ends_with('[')).then_some(0);
            }
            _ => text += &format!("{line}\n"),
        }
    }
    text
}

/// A line without its values: `key =   # what it means`.
fn blank(line: &str) -> String {
    let (code, comment) = line.split_once('#').map_or((line, None), |(code, comment)| (code, Some(comment)));
    let mut bare = String::new();
    // What stands between an equals sign and the next comma or brace is a value.
    let (mut value, mut quoted) = (false, false);
    for character in code.chars() {
        quoted ^= character == '"';
        match character {
            _ if quoted || character == '"' => {}
            ',' | '}' | '[' | ']' | '{' => {
                value = false;
                bare.push(character);
            }
            '=' => {
                value = true;
                bare += "= ";
            }
            _ if !value => bare.push(character),
            _ => {}
        }
    }
    let bare = bare.trim_end();
    comment.map_or(bare.to_string(), |comment| format!("{bare:<29} # {}", comment.trim()))
}

/// A sound case with a value for every field: what is at fault is read as it has it.
pub static SOUND: LazyLock<Table> = LazyLock::new(|| {
    let read = |text| toml::from_str::<Table>(text).unwrap_or_default();
    let mut template = read(EXAMPLE);
    for (key, value) in read(OPTIONAL) {
        match (template.get_mut(&key), value) {
            (Some(Value::Table(own)), Value::Table(more)) => own.extend(more),
            (_, value) => {
                template.insert(key, value);
            }
        }
    }
    template
});

/// What each field of the example asks, by its path.
static QUESTIONS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let mut table = String::new();
    let mut questions = BTreeMap::new();
    for line in EXAMPLE.lines().map(asked) {
        if let Some(header) = line.strip_prefix('[') {
            table = header.split(']').next().unwrap_or_default().to_string();
        } else if let Some((key, rest)) = line.split_once(" = ").filter(|_| !line.starts_with(['#', ' ']))
            && let Some((_, comment)) = rest.split_once('#')
        {
            let path = if table.is_empty() { key.to_string() } else { format!("{table}.{key}") };
            questions.insert(path, comment.trim().to_string());
        }
    }
    questions
});

/// What a field asks; nothing for a field that explains itself.
pub fn question(field: &str) -> Option<&'static str> {
    QUESTIONS.get(field).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Case;

    #[test]
    fn the_example_is_a_sound_case_and_takes_the_name() {
        let case = Case::parse(&example("my-case_2")).unwrap_or_else(|problems| panic!("{}", problems[0]));
        assert_eq!(case.name, "my-case_2");
    }

    #[test]
    fn the_empty_case_answers_nothing_and_asks_everything_that_has_no_default() {
        let text = empty("nobody");
        let table: Table = toml::from_str(&text).unwrap();
        assert_eq!(table.keys().collect::<Vec<_>>(), ["concord", "day", "limb", "name", "person", "prosthesis"]);
        let leaves = |table: &Table| table.values().filter(|value| !value.is_table()).count();
        let person = table["person"].as_table().unwrap();
        let tables = ["limb", "prosthesis", "day"].map(|name| table[name].as_table().unwrap());
        assert!(tables.into_iter().chain([person]).all(|table| leaves(table) == 0));
        assert_eq!(leaves(person["conditions"].as_table().unwrap()), 0);
        // No value of the example is left, not even behind a #.
        for line in text.lines().filter(|line| !line.starts_with("name") && !line.starts_with("concord")) {
            let code = line.trim_start_matches("# ").split('#').next().unwrap_or_default();
            let optional = [
                "confirmed",
                "file",
                "earlier",
                "unit",
                "over",
                "side",
                "sex",
                "months_since",
                "measured_on",
                "scanned_on",
                "minutes_since_doffing",
                "goes_by",
                "taken_by",
                "job",
                "part",
                "keep_box",
                "cut_plane",
                "weld",
                "proximal",
                "anterior",
                "although",
                "below_knee",
                "levels_inhg",
                "pump =",
                "external",
                "keep",
                "repeat",
            ];
            let answer = code.split_once('=').is_some_and(|(key, value)| {
                key.trim().chars().all(|c| c.is_ascii_lowercase() || c == '_') && !["", "["].contains(&value.trim())
            });
            assert!(
                !answer || optional.iter().any(|begin| code.starts_with(begin)) || code.starts_with("socks_now = []"),
                "{line}"
            );
        }
        let open = Case::parse_every(&text, &SOUND, |_| vec![]).unwrap_err();
        assert!(open.iter().all(|problem| problem.open), "{open:?}");
        let fields: Vec<&str> = open.iter().map(|problem| problem.field.as_str()).collect();
        for field in
            ["person.body_mass_kg", "person.conditions.dialysis", "limb.circumferences", "limb.side", "day.steps"]
        {
            assert!(fields.contains(&field), "{field}: {fields:?}");
        }
        assert_eq!(open.len(), 30, "{fields:?}");
    }

    #[test]
    fn every_field_asks_in_words_or_by_its_name() {
        assert_eq!(question("person.k_level"), Some("Medicare functional level, K0 to K4"));
        assert_eq!(question("day.altitude_m"), Some("above sea level"));
        assert_eq!(question("person.age_years"), Some("full years"));
    }
}
