//! What a predicate looks at.

use crate::conclusion::Conclusion;
use crate::fitting::{LinerAdvice, PumpAdvice, Size};
use crate::height::{self, Height};
use crate::parts_of_case::{plate, printed_at};
use crate::rule::{Rule, Rules};
use crate::size::{self, Sizing};
use crate::text;
use domain::catalog::{Catalog, Component, Drive, Pump};
use domain::{BodyMass, Case};
use texts::Arg;

/// A person to be judged.
pub struct Asked<'a> {
    /// The case.
    pub case: &'a Case,
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// The rule being applied.
    pub rule: &'a Rule,
    /// Every rule.
    pub rules: &'a Rules,
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
    /// All rules.
    pub rules: &'a Rules,
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
    /// The liner that was advised.
    pub liner: &'a LinerAdvice,
}

/// Why a study applies to a case, as (field, value); `None` where it does not.
pub type Applies = Option<Vec<(&'static str, Arg)>>;

/// Whom a pump is printed for.
pub struct Rated<'a> {
    /// Lightest person.
    pub least: Option<BodyMass>,
    /// Heaviest person.
    pub most: Option<BodyMass>,
    /// The plate that sets the upper limit where the pump has none.
    pub plate: Option<&'a Component>,
}

/// Lightest and heaviest person of a pump, in the unit of the person's mass where that is printed.
pub fn rated<'a>(case: &Case, catalog: &'a Catalog, component: &Component, pump: &Pump) -> Rated<'a> {
    let unit = case.person.body_mass().unit;
    let (least, most) = (component.lightest(unit), component.heaviest(unit));
    match (most, plate(case, catalog, pump)) {
        (None, Some(plate)) => Rated { least, most: plate.heaviest(unit), plate: Some(plate) },
        _ => Rated { least, most, plate: None },
    }
}

impl Considered<'_> {
    /// The person's body mass, as given.
    pub fn mass(&self) -> BodyMass {
        self.case.person.body_mass()
    }

    /// The body mass as an input.
    pub fn mass_input(&self) -> (&'static str, Arg) {
        ("person.body_mass_kg", text::body_mass(self.mass()))
    }

    /// What drives the pump, as an input.
    pub fn drive(&self) -> (String, Arg) {
        let drive = match self.pump.drive {
            Drive::WeightActivated => "weight_activated",
            Drive::Electric => "electric",
            Drive::SwingDriven => "swing_driven",
            Drive::Hand => "by_hand",
        };
        (printed_at(self.component, "pump.drive"), text::word(drive))
    }

    /// How the pump is sized for this person.
    pub fn sizing(&self) -> Sizing {
        size::of(self.component, self.pump, self.mass(), self.case.prosthesis.foot_length_cm)
    }

    /// The size, where one is made.
    pub fn size(&self) -> Option<Size> {
        self.sizing().size()
    }

    /// Its height budget.
    pub fn height(&self) -> Height {
        height::of(self.case, self.catalog, self.component, self.pump, joint_mm(self.rules))
    }
}

/// What a simulated day on the recommended pump found.
#[derive(Clone, Copy, Debug)]
pub struct Lived<'a> {
    /// The suspension.
    pub system: &'a str,
    /// By how much the limb has grown at least, % of its volume; none where it does not swell.
    pub swollen_pct: Option<f64>,
    /// Hours with the prosthesis on.
    pub worn_h: f64,
    /// Of these with the vacuum held.
    pub held_h: f64,
}

/// What joining the parts takes at least, mm.
pub fn joint_mm(rules: &Rules) -> f64 {
    rules.get("space.pylon_room").map_or(0.0, |rule| rule.number("left_mm_min"))
}
