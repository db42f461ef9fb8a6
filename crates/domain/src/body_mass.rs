//! Body mass as it is given and as makers print it: a number with its unit. A printed column is compared in its own unit.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::Mass;

/// A unit of body mass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MassUnit {
    /// Kilograms.
    Kg,
    /// Avoirdupois pounds.
    Lb,
}

impl MassUnit {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Kg => Self::Lb,
            Self::Lb => Self::Kg,
        }
    }

    /// Its symbol.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Kg => "kg",
            Self::Lb => "lb",
        }
    }

    /// The number of a mass in this unit.
    pub const fn of(self, mass: Mass) -> f64 {
        match self {
            Self::Kg => mass.kg(),
            Self::Lb => mass.lb(),
        }
    }
}

/// A body mass in the unit in which it was given or printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BodyMass {
    /// The number.
    pub number: f64,
    /// Its unit.
    pub unit: MassUnit,
}

impl BodyMass {
    /// A number of kilograms.
    pub const fn kg(number: f64) -> Self {
        Self { number, unit: MassUnit::Kg }
    }

    /// A number of pounds.
    pub const fn lb(number: f64) -> Self {
        Self { number, unit: MassUnit::Lb }
    }

    /// The quantity.
    pub const fn mass(self) -> Mass {
        match self.unit {
            MassUnit::Kg => Mass::from_kg(self.number),
            MassUnit::Lb => Mass::from_lb(self.number),
        }
    }

    /// Its number in a unit: exactly as given in its own.
    pub fn number_in(self, unit: MassUnit) -> f64 {
        if unit == self.unit { self.number } else { unit.of(self.mass()) }
    }
}

/// From the lightest person to the heaviest, column by column as printed: a column that is not printed is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BodyMassRange {
    /// Lightest person, kg.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_kg: Option<f64>,
    /// Heaviest person, kg.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_kg: Option<f64>,
    /// Lightest person, lb.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_lb: Option<f64>,
    /// Heaviest person, lb.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_lb: Option<f64>,
}

impl BodyMassRange {
    /// The lightest person in the column of this unit.
    pub const fn least(&self, unit: MassUnit) -> Option<f64> {
        match unit {
            MassUnit::Kg => self.min_kg,
            MassUnit::Lb => self.min_lb,
        }
    }

    /// The heaviest person in the column of this unit.
    pub const fn most(&self, unit: MassUnit) -> Option<f64> {
        match unit {
            MassUnit::Kg => self.max_kg,
            MassUnit::Lb => self.max_lb,
        }
    }

    /// Both ends, where the column of this unit has both.
    pub fn ends(&self, unit: MassUnit) -> Option<[f64; 2]> {
        Some([self.least(unit)?, self.most(unit)?])
    }

    /// Whether it begins or ends at this mass, in its column.
    pub fn ends_at(&self, limit: BodyMass) -> bool {
        [self.least(limit.unit), self.most(limit.unit)].contains(&Some(limit.number))
    }

    /// Both ends in kilograms for a calculation: as printed, else converted from the printed pounds.
    pub fn ends_kg(&self) -> Option<[f64; 2]> {
        let converted = |ends: [f64; 2]| ends.map(|pounds| Mass::from_lb(pounds).kg());
        self.ends(MassUnit::Kg).or_else(|| self.ends(MassUnit::Lb).map(converted))
    }

    /// The number of `mass` in a column: where both columns print one end, who is within it in the one is within it in the other
    /// ("275 lb (125 kg)": 125 kg are 275.6 lb, and the end of the column of pounds).
    pub fn number_in(&self, mass: BodyMass, unit: MassUnit) -> f64 {
        let number = mass.number_in(unit);
        if unit == mass.unit {
            return number;
        }
        let most = self.most(mass.unit).zip(self.most(unit)).filter(|(own, end)| mass.number <= *own && number > *end);
        let least =
            self.least(mass.unit).zip(self.least(unit)).filter(|(own, end)| mass.number >= *own && number < *end);
        most.or(least).map_or(number, |(_, end)| end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_as_given_is_kept_and_a_printed_end_is_one_end_in_both_columns() {
        let limits =
            BodyMassRange { min_kg: Some(50.0), max_kg: Some(125.0), min_lb: Some(110.0), max_lb: Some(275.0) };
        assert_eq!(BodyMass::lb(192.0).number_in(MassUnit::Lb), 192.0);
        assert!((BodyMass::lb(192.0).number_in(MassUnit::Kg) - 87.09).abs() < 0.01);
        assert_eq!(limits.number_in(BodyMass::kg(125.0), MassUnit::Lb), 275.0);
        assert!(limits.number_in(BodyMass::kg(125.5), MassUnit::Lb) > 276.0);
        assert_eq!(limits.number_in(BodyMass::lb(110.0), MassUnit::Kg), 50.0);
        assert!(limits.number_in(BodyMass::lb(109.0), MassUnit::Kg) < 49.5);
        let pounds = BodyMassRange { min_kg: None, max_kg: None, ..limits };
        assert_eq!((pounds.ends(MassUnit::Kg), pounds.ends(MassUnit::Lb)), (None, Some([110.0, 275.0])));
        assert!((pounds.ends_kg().unwrap()[0] - 49.9).abs() < 0.01);
        assert_eq!(limits.ends_kg(), Some([50.0, 125.0]));
    }
}
