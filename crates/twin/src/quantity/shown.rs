//! How rows of the registry are written, read and described in public contracts.

use super::{Outcome, Quantity, SHIPPED, Shown};
use crate::spread::{Band, Spread};
use crate::summary::{Difference, Held, Summary, Traces};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::sync::LazyLock;

impl Outcome {
    /// The outcome of a name, also of one that it had before.
    pub fn named(name: &str) -> Option<&'static Self> {
        SHIPPED.outcomes.iter().copied().find(|outcome| outcome.id == name || outcome.formerly == Some(name))
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

impl<'de> Deserialize<'de> for &'static Outcome {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(names);
        let name = String::deserialize(deserializer)?;
        Outcome::named(&name).ok_or_else(|| D::Error::unknown_variant(&name, &NAMES))
    }
}

fn names() -> Vec<&'static str> {
    SHIPPED.outcomes.iter().map(|outcome| outcome.id).collect()
}

impl JsonSchema for Outcome {
    fn schema_name() -> Cow<'static, str> {
        "Outcome".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": names() })
    }
}

/// A property: its name, what it is, its shape, and whether it is always there.
type Property = (&'static str, &'static str, Schema, bool);

fn object(what: Option<&str>, properties: impl IntoIterator<Item = Property>) -> Schema {
    let mut own = Schema::default();
    let mut required = vec![];
    for (name, meaning, mut schema, always) in properties {
        schema.insert("description".into(), meaning.trim().into());
        own.insert(name.into(), schema.to_value());
        if always {
            required.push(name);
        }
    }
    let mut schema = json_schema!({ "type": "object", "properties": own, "required": required });
    if let Some(what) = what {
        schema.insert("description".into(), what.into());
    }
    schema
}

/// The shape of [`Told`] with these outcomes.
pub fn schema_of(outcomes: &[&'static Outcome], generator: &mut SchemaGenerator) -> Schema {
    object(None, outcomes.iter().map(|outcome| spread_property(outcome, generator)))
}

fn spread_property(outcome: &'static Outcome, generator: &mut SchemaGenerator) -> Property {
    let always = outcome.statistic.always();
    let schema = if always { generator.subschema_for::<Spread>() } else { generator.subschema_for::<Option<Spread>>() };
    // What is absent is written as null.
    (outcome.id, outcome.meaning, schema, true)
}

impl JsonSchema for Difference {
    fn schema_name() -> Cow<'static, str> {
        "Difference".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let compared = SHIPPED.outcomes.iter().filter(|outcome| outcome.compared);
        let what = "How two days differ, person by person: the second less the first. Person i of both has the same \
                    parameter values, so\nthat what differs between persons drops out.";
        object(Some(what), compared.map(|outcome| spread_property(outcome, generator)))
    }
}

impl JsonSchema for Traces {
    fn schema_name() -> Cow<'static, str> {
        "Traces".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let grid = ("t_s", "Seconds after midnight.", generator.subschema_for::<Vec<f64>>(), true);
        let bands = SHIPPED.quantities.iter().map(|quantity| {
            let always = quantity.always;
            let schema =
                if always { generator.subschema_for::<Band>() } else { generator.subschema_for::<Option<Band>>() };
            (quantity.id, quantity.meaning, schema, always)
        });
        object(Some("The day's quantities on one time grid."), std::iter::once(grid).chain(bands))
    }
}

impl JsonSchema for Summary {
    fn schema_name() -> Cow<'static, str> {
        "Summary".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        const HELD: &str = "The day's hours in and standing in the prosthesis, and for how many of them the vacuum is held; \
                            absent where nothing\nmaintains it.";
        let mut held = Some(generator.subschema_for::<Option<Held>>());
        let rows = SHIPPED.outcomes.iter().filter_map(|outcome| match outcome.shown {
            Shown::Trials => None,
            Shown::Held => held.take().map(|schema| ("held", HELD, schema, false)),
            Shown::Spread => Some(spread_property(outcome, generator)),
            Shown::Number | Shown::Share => {
                let always = outcome.statistic.always();
                let schema =
                    if always { generator.subschema_for::<f64>() } else { generator.subschema_for::<Option<f64>>() };
                Some((outcome.id, outcome.meaning, schema, always))
            }
        });
        object(Some("The day in numbers."), rows.collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{OUTCOMES, QUANTITIES};
    use std::collections::BTreeSet;
    use texts::Texts;

    #[test]
    fn every_row_has_a_name_of_its_own_a_unit_a_meaning_and_words() {
        let english = Texts::english();
        let is_id =
            |id: &str| !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        let is_sentence = |text: &str| text.trim().ends_with('.');
        for quantity in QUANTITIES {
            assert!(is_id(quantity.id) && is_sentence(quantity.meaning) && !quantity.unit.is_empty(), "{quantity:?}");
            if let Some(drawn) = &quantity.drawn {
                let said = [drawn.name, drawn.title(english), drawn.unit(english), drawn.hint(english)];
                assert!(said.iter().all(|text| !text.is_empty()), "{quantity:?}");
            }
        }
        for outcome in OUTCOMES {
            assert!(is_id(outcome.id) && is_sentence(outcome.meaning) && !outcome.unit.is_empty(), "{outcome:?}");
            assert!(!outcome.name(english).is_empty() && !outcome.label(english).is_empty(), "{outcome:?}");
        }
        let unique = |names: Vec<String>| names.iter().collect::<BTreeSet<_>>().len() == names.len();
        assert!(unique(QUANTITIES.iter().map(|quantity| quantity.id.into()).collect()));
        assert!(unique(OUTCOMES.iter().flat_map(|o| [Some(o.id), o.formerly]).flatten().map(String::from).collect()));
        assert!(unique(Quantity::drawn(QUANTITIES.iter().copied()).iter().map(|(_, d)| d.place.to_string()).collect()));
        assert!(unique(OUTCOMES.iter().filter_map(|outcome| outcome.place).map(|place| place.to_string()).collect()));
    }

    #[test]
    fn every_name_is_read_and_written_the_same_and_a_name_of_before_is_read() {
        for outcome in OUTCOMES {
            let text = serde_json::to_string(outcome).unwrap();
            assert_eq!(text, format!("\"{}\"", outcome.id));
            assert_eq!(serde_json::from_str::<&Outcome>(&text).unwrap(), *outcome);
            if let Some(before) = outcome.formerly {
                assert_eq!(serde_json::from_str::<&Outcome>(&format!("\"{before}\"")).unwrap(), *outcome);
            }
        }
        let unknown = serde_json::from_str::<&Outcome>("\"nothing\"").unwrap_err().to_string();
        assert!(unknown.contains("`pistoning_mean_mm`") && !unknown.contains("steps_to_15_inhg"), "{unknown}");
    }
}
