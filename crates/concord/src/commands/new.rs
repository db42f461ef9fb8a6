//! `concord new`: a case to start from, with every question open, or a commented example.

use serde_json::json;
use std::path::Path;
use workup::case_template;
use workup::output;
use workup::problem::{Failure, Fault};

/// Names longer than this error some file systems together with a suffix.
const LONGEST_NAME: usize = 64;

/// Write a case to start from, with every question open
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Write a case to start from, with every question open\n\n\
                  No answer about a person is given beforehand; what is not answered is told, and nothing is concluded from it.",
    after_help = "Examples:\n  concord new patient_17\n  concord new example --example"
)]
pub struct Args {
    /// Name of the case; NAME.toml is written to the current folder
    name: String,

    /// Write a commented example with a value for every field: nobody's case
    #[arg(long)]
    example: bool,

    /// Overwrite the file if it exists
    #[arg(long)]
    force: bool,
}

/// Writes `NAME.toml`.
///
/// # Errors
/// An unusable name or an existing file (input), a folder that cannot be written (other).
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    let name = &args.name;
    let usable = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if name.is_empty() || name.len() > LONGEST_NAME || name.starts_with('-') || !name.chars().all(usable) {
        let expected = format!(
            "1 to {LONGEST_NAME} letters, digits, - or _, without folder and without .toml; not the patient's name"
        );
        return Err(Failure::input(Fault::of_argument("NAME", name, "unusable as a file name", expected)));
    }
    let file = format!("{name}.toml");
    // symlink_metadata: a dangling link is something of the user's, too.
    if !args.force && std::fs::symlink_metadata(&file).is_ok() {
        let fault = Fault::of_file(&file, "this file exists", "choose another name, or add --force to overwrite it");
        return Err(Failure::input(fault));
    }
    let text = if args.example { case_template::example(name) } else { case_template::empty(name) };
    output::write_atomically(Path::new(&file), text.as_bytes())?;
    if json {
        output::print_json(&json!({ "file": file, "name": name }))
    } else {
        output::print(&format!("{file} written. Answer what it asks, then: concord check {file}\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_shows_every_field() {
        // The schema is made from the types, so a field added there and forgotten here is found.
        let mut schema = serde_json::to_value(schemars::schema_for!(domain::Case)).unwrap();
        // A technique's steps are shown by the file that `concord socket` writes, not by a case's template.
        schema["properties"].as_object_mut().unwrap().remove("technique").unwrap();
        let mut all = schema.as_object_mut().unwrap().remove("$defs").unwrap();
        let mut text = schema.to_string();
        let mut kept = serde_json::Map::new();
        // What nothing names any more is a technique's.
        while let Some(name) =
            all.as_object().unwrap().keys().find(|name| text.contains(&format!("#/$defs/{name}\""))).cloned()
        {
            let definition = all.as_object_mut().unwrap().remove(&name).unwrap();
            text += &definition.to_string();
            kept.insert(name, definition);
        }
        assert!(all.get("Step").is_some() && kept.contains_key("LimbScan"), "{:?}", kept.keys());
        schema["$defs"] = kept.into();
        let template = case_template::example("x");
        let mut names = vec![];
        collect_properties(&schema, &mut names);
        assert!(names.len() > 40, "{names:?}");
        for name in names {
            assert!(template.contains(&format!("{name} = ")) || template.contains(&format!("{name}]")), "{name}");
        }
    }

    fn collect_properties(schema: &serde_json::Value, names: &mut Vec<String>) {
        match schema {
            serde_json::Value::Object(object) => {
                if let Some(properties) = object.get("properties").and_then(|p| p.as_object()) {
                    names.extend(properties.keys().cloned());
                }
                object.values().for_each(|value| collect_properties(value, names));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|value| collect_properties(value, names)),
            _ => {}
        }
    }
}
