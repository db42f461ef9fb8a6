//! What programs of others read: every key, and the type of what stands there. A line that goes, or another type, breaks whoever
//! reads it. The snapshots say so, and the message says what to do.
//!
//! Values are not held here: other tests do that.

use crate::common::{Folder, MECHANIC};
use crate::serve::server::Server;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use trial::disk::bundle::Bundle;
use trial::disk::table;
use workup::library::Library;

/// What somebody has to do who changes a contract on purpose.
const HOW: &str = "A key that is new breaks nobody. One that goes, is renamed or changes its type does: raise RESULT_VERSION \
                   (crates/workup/src/stamp.rs), or the version of this format, say in the documentation what it was renamed \
                   from, and take the old name where a file is read.";

/// Every place in a value, with the types that stand there; the entries of a list count as one.
fn places(value: &Value, at: &str, found: &mut BTreeMap<String, BTreeSet<&'static str>>) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    };
    found.entry(at.to_string()).or_default().insert(kind);
    // What fills a sentence is the sentence's own.
    if at.ends_with(".wording.args") {
        return;
    }
    match value {
        Value::Array(entries) => entries.iter().for_each(|entry| places(entry, &format!("{at}[]"), found)),
        Value::Object(fields) => fields.iter().for_each(|(key, field)| places(field, &format!("{at}.{key}"), found)),
        _ => {}
    }
}

/// The lines of a contract.
fn shape<'a>(values: impl IntoIterator<Item = &'a Value>) -> String {
    let mut found = BTreeMap::new();
    values.into_iter().for_each(|value| places(value, "", &mut found));
    found
        .iter()
        .map(|(at, kinds)| format!("{at}: {}\n", kinds.iter().copied().collect::<Vec<_>>().join(" or ")))
        .collect()
}

/// The type of a property in a schema.
fn kind(schema: &Value) -> String {
    let named = schema["$ref"].as_str().map(|path| path.rsplit('/').next().unwrap_or(path).to_string());
    let of_list = || (schema["type"] == "array").then(|| format!("list of {}", kind(&schema["items"])));
    let choice = |key: &str| {
        let kinds: Vec<String> = schema[key].as_array()?.iter().map(kind).collect();
        Some(kinds.join(" or "))
    };
    let fixed = || schema.get("const").map(ToString::to_string);
    let one_of =
        || schema["enum"].as_array().map(|values| values.iter().map(Value::to_string).collect::<Vec<_>>().join(" or "));
    let plain = || match &schema["type"] {
        Value::Array(kinds) => kinds.iter().map(Value::to_string).collect::<Vec<_>>().join(" or "),
        kind => kind.to_string(),
    };
    named
        .or_else(of_list)
        .or_else(fixed)
        .or_else(one_of)
        .or_else(|| choice("oneOf"))
        .or_else(|| choice("anyOf"))
        .or_else(|| choice("allOf"))
        .unwrap_or_else(plain)
}

/// Every property of every type of a schema, and whether it has to be there; the values of a choice.
fn members(name: &str, schema: &Value) -> String {
    let Some(properties) = schema["properties"].as_object() else { return format!("{name} = {}\n", kind(schema)) };
    let required = |key: &String| schema["required"].as_array().is_some_and(|keys| keys.iter().any(|one| one == key));
    let line = |(key, value): (&String, &Value)| {
        format!("{name}.{key}: {}{}\n", kind(value), if required(key) { ", required" } else { "" })
    };
    properties.iter().map(line).collect()
}

fn types(schemas: &Value) -> String {
    schemas.as_object().unwrap().iter().map(|(name, schema)| members(name, schema)).collect()
}

fn held(name: &str, text: &str) {
    insta::with_settings!({ description => HOW, omit_expression => true }, { insta::assert_snapshot!(name, text) });
}

/// Holds what a command prints with `--json`; a line each where it prints several values.
fn of_command(folder: &Folder, name: &str, arguments: &[&str]) {
    let answer = folder.concord(&[arguments, &["--json"]].concat());
    assert_eq!(answer.code, Some(0), "{arguments:?}: {}{}", answer.stdout, answer.stderr);
    let values: Vec<Value> =
        serde_json::Deserializer::from_str(&answer.stdout).into_iter().map(Result::unwrap).collect();
    held(name, &shape(&values));
}

/// The mechanic, for two hours.
fn case() -> Folder {
    let folder = Folder::new();
    let (head, _) = MECHANIC.split_once("activities = [").unwrap();
    let day = "{ from = \"07:00\", to = \"08:00\", do = \"walk\", steps = 3000 }, { from = \"08:00\", to = \"09:00\", do = \"sit\" }";
    folder.write("case.toml", format!("{head}activities = [{day}]\n"));
    folder
}

#[test]
fn json_of_a_case() {
    let folder = case();
    of_command(&folder, "check", &["check", "case.toml"]);
    of_command(&folder, "fit", &["fit", "case.toml"]);
    of_command(&folder, "day", &["day", "case.toml", "--persons", "4"]);
    folder.write("long.toml", MECHANIC);
    let row = ["day", "long.toml", "--days", "14", "--persons", "2", "--system", "suction", "--system", "4R147"];
    of_command(&folder, "days_in_a_row", &row);
    of_command(&folder, "run", &["run", "case.toml", "--out", "out", "--persons", "4"]);
    of_command(&folder, "sleeve", &["sleeve", "case.toml", "--persons", "4"]);
    of_command(&folder, "pump_settings", &["pump-settings"]);
    folder
        .write("log.csv", "time,steps,vacuum_inhg,post_doff_volume_pct\n07:30,900,10,\n08:00,1000,11,\n09:00,,,-0.8\n");
    let little = ["--islands", "2", "--members", "6", "--on", "suction"];
    of_command(&folder, "calibrate", &[&["calibrate", "case.toml", "log.csv"], &little[..]].concat());
    of_command(
        &folder,
        "sensitivity",
        &["sensitivity", "case.toml", "--out", "s.md", "--trajectories", "2", "--points", "8"],
    );
}

#[test]
fn json_of_a_socket() {
    let folder = Folder::new();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    for name in ["scanned.toml", "scanned_limb.stl"] {
        std::fs::copy(cases.join(name), folder.0.join(name)).unwrap();
    }
    of_command(&folder, "socket", &["socket", "scanned.toml", "--out", "out"]);
}

#[test]
fn json_of_pumps() {
    let folder = case();
    of_command(&folder, "catalog", &["catalog"]);
    of_command(&folder, "bench_pump", &["bench", "pump", "--persons", "4"]);
    of_command(&folder, "bench_socket", &["bench", "socket", "--persons", "4"]);
    folder.write("script.txt", "0 switch 2\n0 stand\n1:00 fault cells_empty\n1:30 end\n");
    let drive = ["drive", "case.toml", "--script", "script.txt"];
    of_command(&folder, "drive", &drive);
    of_command(&folder, "campaign", &["drive", "case.toml", "--faults", "2", "--hours", "1"]);
    folder.concord(&[&drive[..], &["--frames", "frames.bin"]].concat());
    of_command(&folder, "monitor", &["monitor", "frames.bin"]);
}

#[test]
fn json_of_a_study() {
    let folder = Folder::new();
    of_command(&folder, "study_run", &["study", "run", "thirty_minute_walk", "--persons", "12", "--out", "out"]);
    let power = ["study", "power", "thirty_minute_walk", "--persons", "12", "--sizes", "6,12,6", "--trials", "100"];
    of_command(&folder, "study_power", &power);
}

#[test]
fn schemas_of_a_case_and_of_a_study() {
    let folder = Folder::new();
    for (name, command) in [("schema", &["schema"][..]), ("study_schema", &["study", "list", "--schema"])] {
        let schema: Value = serde_json::from_str(&folder.concord(command).stdout).unwrap();
        held(name, &(members("the file", &schema) + &types(&schema["$defs"])));
    }
}

#[test]
fn columns_of_the_results_of_a_study() {
    let bundle =
        Bundle { persons: Some(4), ..Bundle::read(Path::new("thirty_minute_walk"), Default::default()).unwrap() };
    let library = Library::embedded();
    let study = bundle.study(&library).unwrap();
    let schema = table::schema(&study, &bundle.fingerprint());
    let columns = schema.fields().iter().map(|field| {
        let unit = field.metadata().get("unit").cloned().unwrap_or_default();
        format!("{} {} [{unit}]\n", field.name(), field.data_type())
    });
    held("parquet", &columns.collect::<String>());
}

#[test]
fn the_api() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let document = server.get("/api/v1/openapi.json").json();
    let operations = document["paths"].as_object().unwrap().iter().flat_map(|(path, methods)| {
        methods.as_object().unwrap().iter().map(move |(method, operation)| {
            let answers: Vec<&String> = operation["responses"].as_object().unwrap().keys().collect();
            format!("{} {path}: {answers:?}\n", method.to_uppercase())
        })
    });
    held("api", &operations.collect::<String>());
    held("api_schemas", &types(&document["components"]["schemas"]));
}
