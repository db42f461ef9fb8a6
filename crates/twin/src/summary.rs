//! The days of many persons in numbers and courses.

use crate::quantity::{Outcome, Quantity, Shown};
use crate::spread::{Band, Spread};
use schemars::JsonSchema;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// The day's quantities on one time grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Traces {
    /// Seconds after midnight.
    pub t_s: Vec<f64>,
    /// Every quantity that this day has, in the order of the registry.
    pub bands: Vec<(&'static Quantity, Band)>,
}

impl Traces {
    /// A quantity's band; none where this day has no such thing.
    pub fn band(&self, quantity: &Quantity) -> Option<&Band> {
        self.bands.iter().find(|(own, _)| *own == quantity).map(|(_, band)| band)
    }
}

/// An outcome of many persons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// With its spread; absent where the central person or half of all have none.
    Spread(Option<Spread>),
    /// The central person's, or a share of persons.
    Number(Option<f64>),
}

/// The day in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    pub(crate) values: Vec<(&'static Outcome, Value)>,
    /// The day's hours in and standing in the prosthesis, and for how many of them the vacuum is held; absent where nothing
    /// maintains it.
    pub held: Option<Held>,
}

impl Summary {
    /// Every outcome that a day tells, in the order of the registry.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Outcome, Value)> + '_ {
        self.values.iter().copied()
    }

    /// An outcome's spread; none where persons have none, or where it is told without.
    pub fn spread(&self, outcome: &Outcome) -> Option<Spread> {
        self.iter().find(|(own, _)| *own == outcome).and_then(|(_, value)| match value {
            Value::Spread(spread) => spread,
            Value::Number(_) => None,
        })
    }

    /// An outcome that is told as one number; none where there is none.
    pub fn number(&self, outcome: &Outcome) -> Option<f64> {
        self.iter().find(|(own, _)| *own == outcome).and_then(|(_, value)| match value {
            Value::Number(number) => number,
            Value::Spread(_) => None,
        })
    }
}

/// For how long a pump holds its vacuum: at least 15 inHg, or what its controller aims at where that is less.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Held {
    /// Hours with the prosthesis on.
    pub worn_h: f64,
    /// Of these with the vacuum held.
    pub held_h: Spread,
    /// Hours of standing.
    pub standing_h: f64,
    /// Of these with the vacuum held.
    pub standing_held_h: Spread,
    /// The lowest and the highest vacuum that a controller aims at in this day, kPa; absent without a controller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aims_kpa: Option<[f64; 2]>,
}

/// How two days differ, person by person: the second less the first. Person i of both has the same parameter values, so
/// that what differs between persons drops out.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference(pub Told);

/// Outcomes of many persons, written under their names in the order in which they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Told(Vec<(&'static Outcome, Option<Spread>)>);

impl Told {
    /// Each with its spread; absent where persons have none.
    pub const fn new(told: Vec<(&'static Outcome, Option<Spread>)>) -> Self {
        Self(told)
    }

    /// The spread of one of them.
    pub fn spread(&self, outcome: &Outcome) -> Option<Spread> {
        self.iter().find(|(own, _)| *own == outcome)?.1
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Outcome, Option<Spread>)> + '_ {
        self.0.iter().copied()
    }
}

impl Serialize for Told {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(outcome, spread)| (outcome.id, spread)))
    }
}

impl Serialize for Difference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Serialize for Traces {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("t_s", &self.t_s)?;
        for (quantity, band) in &self.bands {
            map.serialize_entry(quantity.id, band)?;
        }
        map.end()
    }
}

impl Serialize for Summary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut held = self.held.as_ref();
        for (outcome, value) in self.iter() {
            match (outcome.shown, value) {
                (Shown::Held, _) => held.take().map_or(Ok(()), |held| map.serialize_entry("held", held))?,
                (_, Value::Spread(spread)) => map.serialize_entry(outcome.id, &spread)?,
                (_, Value::Number(Some(number))) => map.serialize_entry(outcome.id, &number)?,
                (_, Value::Number(None)) => {}
            }
        }
        map.end()
    }
}
