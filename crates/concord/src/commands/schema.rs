//! `concord schema`: the case's JSON Schema, made from the types that read it.

use control::{SETTINGS, Setting};
use domain::document::{KEPT, US_UNITS, UsUnit};
use serde_json::{Map, Value, json};
use workup::output;
use workup::problem::Failure;

/// Print the JSON Schema (2020-12) of a case
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Print the JSON Schema (2020-12) of a case\n\n\
                  Editors that know it complete fields and show their meaning while a case is written.",
    after_help = "Example:\n  concord schema > case.schema.json"
)]
pub struct Args {}

/// Prints the schema; it is JSON with or without `--json`.
///
/// # Errors
/// When stdout cannot be written.
pub fn run(_: &Args) -> Result<(), Failure> {
    output::print_json(&case_schema())
}

/// The schema of a case, with the keys in US units that the reader takes and the controller's settings by name.
pub fn case_schema() -> Value {
    let mut schema = schemars::schema_for!(domain::Case).to_value();
    name_pump_settings(&mut schema);
    admit_us_units(&mut schema);
    schema
}

/// The case leaves open which settings the controller has; the controller knows.
fn name_pump_settings(schema: &mut Value) {
    let Some(settings) = schema.pointer_mut("/$defs/Prosthesis/properties/pump_settings") else { return };
    let property = |row: &Setting| {
        let kind = if row.whole { "integer" } else { "number" };
        let [low, high] = row.limits;
        let number = json!({ "type": kind, "minimum": low, "maximum": high });
        let mut property = match row.row {
            0 => number,
            row => json!({ "type": "array", "items": number, "minItems": row, "maxItems": row }),
        };
        property["description"] = format!("{}, {}.", row.is.trim(), row.unit).into();
        (row.name.to_string(), property)
    };
    settings["properties"] = Value::Object(SETTINGS.iter().map(property).collect());
    settings["additionalProperties"] = false.into();
}

/// Beside every metric property its US twin, its bounds converted; where the property is required, one of the two is.
fn admit_us_units(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            admit_us_twins(object);
            object.values_mut().for_each(admit_us_units);
        }
        Value::Array(items) => items.iter_mut().for_each(admit_us_units),
        _ => {}
    }
}

fn admit_us_twins(object: &mut Map<String, Value>) {
    let Some(Value::Object(properties)) = object.get("properties") else { return };
    let twins: Vec<(String, String, Value)> = properties
        .iter()
        .filter_map(|(name, property)| {
            let unit = US_UNITS.iter().find(|unit| name.ends_with(unit.metric))?;
            let twin = format!("{}{}", name.strip_suffix(unit.metric)?, unit.suffix);
            Some((name.clone(), twin, us_property(name, property, unit)))
        })
        .collect();
    for (name, twin, property) in twins {
        if let Some(Value::Object(properties)) = object.get_mut("properties") {
            properties.insert(twin.clone(), property);
        }
        let required = object.get_mut("required").and_then(Value::as_array_mut);
        let was_required = required.is_some_and(|required| {
            let before = required.len();
            required.retain(|required| required != name.as_str());
            required.len() < before
        });
        let choice = if was_required {
            // What keeps both numbers is written with both.
            let kept = KEPT.rsplit('.').next() == Some(twin.as_str());
            let choice = if kept { "anyOf" } else { "oneOf" };
            json!({ choice: [{ "required": [name] }, { "required": [twin] }] })
        } else {
            json!({ "not": { "required": [name, twin] } })
        };
        if let Value::Array(choices) = object.entry("allOf").or_insert_with(|| json!([])) {
            choices.push(choice);
        }
    }
}

fn us_property(name: &str, property: &Value, unit: &UsUnit) -> Value {
    let mut twin = json!({ "description": format!("As {name}, in US units."), "type": "number" });
    // The conversions are straight lines, so two points give their inverse.
    let (zero, one) = ((unit.convert)(0.0), (unit.convert)(1.0));
    for bound in ["minimum", "maximum"] {
        if let Some(metric) = property.get(bound).and_then(Value::as_f64) {
            twin[bound] = json!((metric - zero) / (one - zero));
        }
    }
    twin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_names_its_dialect_and_carries_the_bounds_of_the_checks() {
        let schema = case_schema();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let person = &schema["$defs"]["Person"];
        assert_eq!(person["properties"]["body_mass_kg"]["minimum"], 15.0);
        assert_eq!(person["properties"]["body_mass_kg"]["maximum"], 300.0);
        assert_eq!(schema["properties"]["concord"]["const"], 1);
        assert_eq!(schema["$defs"]["ResidualLimb"]["properties"]["circumferences"]["minItems"], 3);
    }

    #[test]
    fn us_units_are_admitted_one_of_the_two() {
        let schema = case_schema();
        let person = &schema["$defs"]["Person"];
        let pounds = person["properties"]["body_mass_lb"]["minimum"].as_f64().unwrap();
        assert!((pounds - 33.069).abs() < 1e-3);
        assert!(!person["required"].as_array().unwrap().contains(&json!("body_mass_kg")));
        let any_of = json!({ "anyOf": [{ "required": ["body_mass_kg"] }, { "required": ["body_mass_lb"] }] });
        assert!(person["allOf"].as_array().unwrap().contains(&any_of));
        // Only the person's mass is written with both: the prosthesis's mass has a name that ends like it.
        let one_of = json!({ "oneOf": [{ "required": ["mass_kg"] }, { "required": ["mass_lb"] }] });
        assert!(schema["$defs"]["Prosthesis"]["allOf"].as_array().unwrap().contains(&one_of));
        let celsius = &schema["$defs"]["Day"]["properties"]["temperature_f"];
        assert!((celsius["maximum"].as_f64().unwrap() - 140.0).abs() < 1e-9);
        let prosthesis = schema["$defs"]["Prosthesis"]["allOf"].as_array().unwrap();
        assert!(prosthesis.contains(&json!({ "not": { "required": ["fit_gap_mm", "fit_gap_in"] } })));
    }
}
