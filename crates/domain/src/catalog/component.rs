//! One article of a maker's catalogue.

use super::printed::{FigureRange, Joint, LengthFigure, MassFigure, Printed, TemperatureRange};
use super::pump::Pump;
use crate::body_mass::{BodyMass, BodyMassRange, MassUnit};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a component is in the prosthesis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Makes the vacuum.
    Pump,
    /// Plate that an electronic pump is fixed to.
    AdapterPlate,
    /// Functional ring: the elastomeric part that pumps, absorbs shock and lets rotate.
    FunctionalRing,
    /// Connects a tube to the socket.
    SocketConnector,
    /// Silences a pump's exhaust.
    SoundAbsorber,
    /// Seals socket to thigh.
    Sleeve,
    /// Second skin.
    Liner,
    /// Liner that seals in the socket by itself.
    SealingLiner,
    /// Thin textile between limb, liner and socket that leads air.
    Sheath,
    /// The socket itself, which is made to the limb.
    Socket,
}

/// Whether a component is offered in the printed source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Availability {
    /// Offered with order information.
    Offered,
    /// Only named as what newer components replace.
    Legacy,
    /// Known of, but nothing that its maker prints was read: it can be simulated and not be fitted.
    Unread,
}

/// The mobility grade that a maker prints on a component. Not the patient's K-level: rules map one to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[allow(missing_docs)]
pub enum MobilityGrade {
    K1,
    K2,
    K3,
    K4,
}

/// A range of mobility grades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GradeRange {
    /// Lowest grade.
    pub from: MobilityGrade,
    /// Highest grade.
    pub to: MobilityGrade,
}

/// A statement that the maker prints about a component.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The words as printed.
    pub printed: String,
    /// The printed page; absent where the copy that was read shows none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Key of the source in `data/sources.bib`.
    pub source: String,
    /// What a reader must know about the copy or its reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Figures of a battery charger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Charger {
    /// Operating voltage.
    pub voltage: Printed<FigureRange>,
    /// Operating frequency.
    pub frequency: Printed<FigureRange>,
    /// Temperature for charging.
    pub charging_temperature: Printed<TemperatureRange>,
}

/// What another document prints about a figure that the main source prints differently or not at all.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstructionsForUse {
    /// Mass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mass: Option<Printed<MassFigure>>,
    /// Working vacuum, below ambient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_vacuum: Option<Printed<FigureRange>>,
    /// Whether fresh water is allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fresh_water: Option<Printed<bool>>,
    /// Life of the part, or of its functional ring.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub life: Option<Printed<FigureRange>>,
    /// Statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
}

/// One article, as printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// Article number as printed; the printed name where no number is printed.
    pub article: String,
    /// Name as printed.
    pub name: String,
    /// Maker.
    pub maker: String,
    /// What it is.
    pub role: Role,
    /// Whether it is offered.
    pub availability: Availability,
    /// Other names that people write for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_called: Vec<String>,
    /// What a reader of this file must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Column heading in the table of the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Printed<String>>,
    /// Mobility grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobility_grade: Option<Printed<GradeRange>>,
    /// Materials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub material: Option<Printed<Vec<String>>>,
    /// Connection at the distal end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection_distal: Option<Printed<Joint>>,
    /// Connection at the proximal end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection_proximal: Option<Printed<Joint>>,
    /// Mass of the part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mass: Option<Printed<MassFigure>>,
    /// Space that the component needs. Not the build height, not the system height.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clearance_height: Option<Printed<LengthFigure>>,
    /// Build height, where a source prints one under that word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub build_height: Option<Printed<LengthFigure>>,
    /// System height, where a source prints one under that word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system_height: Option<Printed<LengthFigure>>,
    /// Limits of body mass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_mass: Option<Printed<BodyMassRange>>,
    /// Temperature range for use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub temperature_for_use: Option<Printed<TemperatureRange>>,
    /// Battery charger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charger: Option<Charger>,
    /// Cells that it runs on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batteries: Option<Printed<Vec<String>>>,
    /// Depth of water it withstands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waterproof_to: Option<Printed<LengthFigure>>,
    /// Entry in the list of complementary components.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed_as: Option<Printed<String>>,
    /// Scope of delivery, as one cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope_of_delivery: Option<Printed<Vec<String>>>,
    /// Statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// The words from which a field that is no printed cell was read, by its dotted path, e.g. `pump.drive`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub read_from: BTreeMap<String, Claim>,
    /// What the instructions for use print; never merged with the figures above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructions_for_use: Option<InstructionsForUse>,
    /// What only a pump has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pump: Option<Pump>,
}

impl Component {
    /// Space needed, mm.
    pub fn clearance_mm(&self) -> Option<f64> {
        self.clearance_height.as_ref()?.value?.length().map(units::Length::mm)
    }

    /// Mass of the part, g: the main source's figure.
    pub fn mass_g(&self) -> Option<f64> {
        self.mass.as_ref()?.value?.mass().map(|mass| mass.kg() * 1_000.0)
    }

    /// The lightest person it is rated for, for somebody whose mass is given in `unit`: the printed limit, and where none is printed
    /// the end of the lightest size. The column of that unit counts; where it is not printed, the other one.
    pub fn lightest(&self, unit: MassUnit) -> Option<BodyMass> {
        self.limit(unit, self.mass_bands().first().copied(), BodyMassRange::least)
    }

    /// The heaviest person, in the same way.
    pub fn heaviest(&self, unit: MassUnit) -> Option<BodyMass> {
        self.limit(unit, self.mass_bands().last().copied(), BodyMassRange::most)
    }

    /// The printed limits of body mass.
    pub fn body_mass_limits(&self) -> BodyMassRange {
        self.body_mass.as_ref().and_then(|cell| cell.value).unwrap_or_default()
    }

    fn mass_bands(&self) -> Vec<BodyMassRange> {
        self.pump.as_ref().map(Pump::mass_bands).unwrap_or_default()
    }

    fn limit(
        &self,
        unit: MassUnit,
        band: Option<BodyMassRange>,
        end: impl Fn(&BodyMassRange, MassUnit) -> Option<f64>,
    ) -> Option<BodyMass> {
        let limits = self.body_mass_limits();
        let in_column = |unit| {
            let number = end(&limits, unit).or_else(|| end(&band?, unit))?;
            Some(BodyMass { number, unit })
        };
        in_column(unit).or_else(|| in_column(unit.other()))
    }
}
