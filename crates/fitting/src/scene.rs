//! What a predicate looks at.

use crate::conclusion::Conclusion;
use crate::fitting::{PumpAdvice, Size};
use crate::rule::Rule;
use crate::size::{self, Sizing};
use crate::text;
use domain::Case;
use domain::catalog::{Catalog, Component, Pump};
use domain::limb::AmputationLevel;

/// A person to be judged.
pub struct Asked<'a> {
    /// The case.
    pub case: &'a Case,
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// The rule being applied.
    pub rule: &'a Rule,
    /// What was concluded before.
    pub so_far: &'a [Conclusion],
}

/// A pump considered for a person.
pub struct Considered<'a> {
    /// The case.
    pub case: &'a Case,
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// The rule being applied.
    pub rule: &'a Rule,
    /// The pump as a component.
    pub component: &'a Component,
    /// The pump.
    pub pump: &'a Pump,
}

/// The pump that was recommended, to be completed with parts.
pub struct Chosen<'a> {
    /// The case.
    pub case: &'a Case,
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// The rule being applied.
    pub rule: &'a Rule,
    /// The pump as a component.
    pub component: &'a Component,
    /// The pump.
    pub pump: &'a Pump,
    /// What was advised about it.
    pub advice: &'a PumpAdvice,
    /// Liner size as a part's size, e.g. "235 mm".
    pub liner_size: Option<String>,
    /// Whether a custom liner is advised.
    pub custom_liner: bool,
}

/// Why a study applies to a case, as (field, value); `None` where it does not.
pub type Applies = Option<Vec<(&'static str, String)>>;

/// Whether the limb is transfemoral.
pub fn transfemoral(case: &Case) -> bool {
    case.limb.amputation_level == AmputationLevel::Transfemoral
}

/// Whether an existing vacuum socket with external tubing is to be kept.
pub fn keeps_tubed_socket(case: &Case) -> bool {
    case.prosthesis.existing.as_ref().is_some_and(|existing| existing.keep_socket && existing.external_tubing)
}

/// The plate that an electronic pump is fixed to in this case: the offset one above a wide component.
pub fn plate<'a>(case: &Case, catalog: &'a Catalog, pump: &Pump) -> Option<&'a Component> {
    let choice = pump.adapter.as_ref()?;
    catalog.get(if case.prosthesis.wide_component_below_socket { &choice.offset } else { &choice.usual })
}

/// The path of a figure in the catalogue, for a conclusion's inputs.
pub fn printed_at(component: &Component, field: &str) -> String {
    format!("catalog.{}.{field}", component.article)
}

/// Lightest and heaviest person of a pump, and the plate that sets the upper limit where the pump has none.
pub fn rated<'a>(
    case: &Case,
    catalog: &'a Catalog,
    component: &Component,
    pump: &Pump,
) -> (Option<f64>, Option<f64>, Option<&'a Component>) {
    let (min, max) = component.rated_body_mass_kg();
    match (max, plate(case, catalog, pump)) {
        (None, Some(plate)) => (min, plate.rated_body_mass_kg().1, Some(plate)),
        _ => (min, max, None),
    }
}

impl Considered<'_> {
    /// The person's body mass, kg.
    pub const fn mass_kg(&self) -> f64 {
        self.case.person.body_mass_kg
    }

    /// The body mass as an input.
    pub fn mass_input(&self) -> (&'static str, String) {
        ("person.body_mass_kg", text::with(self.mass_kg(), "kg"))
    }

    /// How the pump is sized for this person.
    pub fn sizing(&self) -> Sizing {
        size::of(self.pump, self.mass_kg(), self.case.prosthesis.foot_length_cm)
    }

    /// The size, where one is made.
    pub fn size(&self) -> Option<Size> {
        self.sizing().size()
    }

    /// The available clearance is measured where this pump sits.
    pub fn space_is_comparable(&self) -> bool {
        !(transfemoral(self.case) && self.pump.replaces_foot)
    }
}
