//! A printed cell: its text, what it says as a figure, where it is printed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::{Length, Mass};

/// One printed cell or statement. `value` is absent where the cell holds no figure ("–", or words).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
// serde would ask for `V: Default` because of the defaulted field; an absent value needs none.
#[serde(deny_unknown_fields, bound(deserialize = "V: Deserialize<'de>"))]
pub struct Printed<V> {
    /// The text as printed; thin spaces and line ends are written as one space.
    pub printed: String,
    /// What the text says, parsed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<V>,
    /// The printed page; absent where the copy that was read shows none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Key of the source in `data/sources.bib`.
    pub source: String,
}

/// A mass, in each unit that is printed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MassFigure {
    /// Grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub g: Option<f64>,
    /// Ounces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oz: Option<f64>,
    /// Pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lb: Option<f64>,
}

impl MassFigure {
    /// The mass: grams where printed, else converted.
    pub fn mass(&self) -> Option<Mass> {
        const OUNCES_PER_POUND: f64 = 16.0; // avoirdupois, exact by definition
        let grams = self.g.map(|g| Mass::from_kg(g / 1_000.0));
        let ounces = self.oz.map(|oz| Mass::from_lb(oz / OUNCES_PER_POUND));
        grams.or(ounces).or(self.lb.map(Mass::from_lb))
    }
}

/// A length, in each unit that is printed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LengthFigure {
    /// Millimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mm: Option<f64>,
    /// Inches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inches: Option<f64>,
    /// Metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub m: Option<f64>,
    /// Feet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ft: Option<f64>,
    /// The figure holds for this foot length only, cm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_foot_length_cm: Option<f64>,
}

impl LengthFigure {
    /// The length: millimetres where printed, else converted.
    pub fn length(&self) -> Option<Length> {
        const INCHES_PER_FOOT: f64 = 12.0; // exact by definition
        let metric = self.mm.map(Length::from_mm).or(self.m.map(Length::from_m));
        metric.or(self.inches.map(Length::from_in)).or(self.ft.map(|ft| Length::from_in(ft * INCHES_PER_FOOT)))
    }
}

/// A range of temperature in both printed scales.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TemperatureRange {
    /// Lowest, °C.
    pub min_c: f64,
    /// Highest, °C.
    pub max_c: f64,
    /// Lowest, °F.
    pub min_f: f64,
    /// Highest, °F.
    pub max_f: f64,
}

/// A range of some other quantity, e.g. 100–240 V.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FigureRange {
    /// Lowest.
    pub min: f64,
    /// Highest.
    pub max: f64,
    /// Unit as printed.
    pub unit: String,
}

/// One end of a structural connection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Joint {
    /// Kind of joint.
    pub joint: JointKind,
    /// Tube diameter, mm, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diameter_mm: Option<f64>,
}

/// Kinds of structural connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum JointKind {
    TubeClamp,
    PyramidReceiver,
    PyramidAdapter,
    PylonReceiver,
}
