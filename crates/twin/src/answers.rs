//! # What the case's answers do to the limb
//!
//! **Stands for** how an answer about person and limb moves the parameters: "persons like this one" are drawn about those.
//!
//! **Equations** a parameter times a factor f of its own, to the power of how far the answer goes
//! - arterial disease: arterial inflow · f, walking's flow 1 + (φ − 1)·f, muscle swells not at all
//! - diabetes: filtration · f
//! - age: vein compliance · f^((age − 50)/10), age taken between 20 and 90
//! - time since the amputation t: the limb matures, filtration · (1 + (f − 1)·e^(−(t − t₀)/τ)). It is f at t₀, the time at which
//!   an interim prosthesis is usually worn, and 1 once the limb has matured
//! - interim fitting without that time: t = t₀, filtration · f. A time that is told goes before the stage, so that no limb matures twice
//! - sex: a woman's displaced tissue · f₁, vein compliance · f₂, filtration · f₃; a man's and whose sex is not said are the studies'
//! - flabby tissue: displaced tissue · f, outward stiffness / f; indurated: both the other way, and permeability / f
//! - excessive soft tissue: displaced tissue · f, insufficient / f (the section it drains through: `assemble`)
//! - bulbous shape: spread of the local gap · f
//! - difficult scars: displaced tissue and pore water · f (adherent tissue moves less)
//! - prominent bone: load on the regions over bone · f, the others carry the less (`regions`)
//! - socks worn now, with the suspension worn now: they soften the contact (1/k = 1/k_c + t·c) and hold air between their threads;
//!   the case's gap is the one with them on
//!
//! **Assumptions** the directions are those that the seeds and the studies name; nearly all sizes are ours, each a parameter with a
//! spread. Answers act one by one. **Not used** functional level and activity, which the day's activities say in full.
//! **Case** `person.conditions`, `person.age_years`, `.sex`, `.fitting_stage`, `limb.*`, `prosthesis.socks_now`, `.suspension_now`.
//! **Tests** each answer moves the day in its direction; a case that says nothing of the kind moves nothing
//! (`crates/twin/tests/answers.rs`).

use crate::parameters::Values;
use crate::system::{Drive, System};
use domain::Case;
use domain::case::{FittingStage, Sex, SuspensionKind};
use domain::limb::{BonyProminence, LimbShape, Scars, SoftTissueAmount, TissueConsistency};
use domain::sock::SockPly;
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Said, Wording};

/// An answer that moves the simulated limb.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Dependence {
    /// The case's field.
    pub field: &'static str,
    /// What it does, and on what grounds.
    pub what: Said,
    /// Parameters that hold the size, as in `concord sensitivity`.
    pub parameters: &'static [&'static str],
}

struct Rule {
    field: &'static str,
    parameters: &'static [&'static str],
    /// How far the answer goes; none where it says nothing.
    strength: fn(&Case) -> Option<f64>,
    /// The sentence of an answer that goes so far.
    sentence: fn(f64) -> &'static str,
    apply: fn(&mut Values, f64),
}

/// Age at which nothing is moved, years: about that of the studies' users.
const REFERENCE_AGE: f64 = 50.0;

fn given(answer: bool) -> Option<f64> {
    answer.then_some(1.0)
}

/// An answer that goes one way or the other, or neither.
fn way(strength: f64) -> Option<f64> {
    (strength != 0.0).then_some(strength)
}

const RULES: [Rule; 11] = [
    Rule {
        field: "person.conditions.arterial_disease",
        parameters: &["arterial_disease_flow"],
        strength: |case| given(case.person.conditions.arterial_disease),
        sentence: |_| "depends-arterial_disease",
        apply: |v, _| {
            v.arterial_inflow_pct_per_s *= v.arterial_disease_flow;
            v.walking_flow_factor = 1.0 + (v.walking_flow_factor - 1.0) * v.arterial_disease_flow;
            v.muscle_swelling_ml_per_100ml = 0.0;
        },
    },
    Rule {
        field: "person.conditions.diabetes",
        parameters: &["diabetes_filtration"],
        strength: |case| given(case.person.conditions.diabetes),
        sentence: |_| "depends-diabetes",
        apply: |v, _| v.filtration_ml_per_min_100g_mmhg *= v.diabetes_filtration,
    },
    Rule {
        field: "person.age_years",
        parameters: &["age_vein_compliance"],
        strength: |case| way((case.person.age_years.clamp(20.0, 90.0) - REFERENCE_AGE) / 10.0),
        sentence: |_| "depends-age",
        apply: |v, decades| v.vein_compliance_pct_per_kpa *= v.age_vein_compliance.powf(decades),
    },
    Rule {
        field: "person.fitting_stage",
        parameters: &["interim_filtration"],
        strength: |case| {
            let untold = case.limb.months_since_amputation.is_none();
            given(untold && case.person.fitting_stage == FittingStage::Interim)
        },
        sentence: |_| "depends-interim",
        apply: |v, _| mature(v, v.interim_months),
    },
    Rule {
        field: "limb.months_since_amputation",
        parameters: &["interim_filtration", "interim_months", "maturing_months"],
        strength: |case| case.limb.months_since_amputation,
        sentence: |_| "depends-amputated",
        apply: mature,
    },
    Rule {
        field: "person.sex",
        parameters: &["female_displaced", "female_vein_compliance", "female_filtration"],
        strength: |case| given(case.person.sex == Some(Sex::Female)),
        sentence: |_| "depends-sex",
        apply: |v, _| {
            v.displaced_ml_per_100ml *= v.female_displaced;
            v.vein_compliance_pct_per_kpa *= v.female_vein_compliance;
            v.filtration_ml_per_min_100g_mmhg *= v.female_filtration;
        },
    },
    Rule {
        field: "limb.tissue_consistency",
        parameters: &["flabby_softness"],
        strength: |case| match case.limb.tissue_consistency {
            TissueConsistency::Flabby => Some(1.0),
            TissueConsistency::Normal => None,
            TissueConsistency::Indurated => Some(-1.0),
        },
        sentence: |way| if way > 0.0 { "depends-flabby" } else { "depends-indurated" },
        apply: |v, way| {
            let softer = v.flabby_softness.powf(way);
            v.displaced_ml_per_100ml *= softer;
            v.tissue_stiffness_kpa_per_mm /= softer;
            v.permeability_e10_m2_per_pa_s *= softer.min(1.0);
        },
    },
    Rule {
        field: "limb.soft_tissue",
        parameters: &["soft_tissue_displaced"],
        strength: |case| match case.limb.soft_tissue {
            SoftTissueAmount::Insufficient => Some(-1.0),
            SoftTissueAmount::Sufficient => None,
            SoftTissueAmount::Excessive => Some(1.0),
        },
        sentence: |way| if way > 0.0 { "depends-much_tissue" } else { "depends-little_tissue" },
        apply: |v, way| v.displaced_ml_per_100ml *= v.soft_tissue_displaced.powf(way),
    },
    Rule {
        field: "limb.shape",
        parameters: &["bulbous_gap"],
        strength: |case| given(case.limb.shape == LimbShape::Bulbous),
        sentence: |_| "depends-bulbous",
        apply: |v, _| v.gap_spread_mm *= v.bulbous_gap,
    },
    Rule {
        field: "limb.scars",
        parameters: &["scar_mobility"],
        strength: |case| given(case.limb.scars == Scars::Difficult),
        sentence: |_| "depends-scars",
        apply: |v, _| {
            v.displaced_ml_per_100ml *= v.scar_mobility;
            v.pore_water_ml_per_100ml *= v.scar_mobility;
        },
    },
    Rule {
        field: "limb.bony_prominence",
        parameters: &["prominent_bone_load"],
        strength: |case| given(has_prominent_bone(case)),
        sentence: |_| "depends-bone",
        // The regions read it.
        apply: |_, _| (),
    },
];

/// A limb at so many months after its amputation.
fn mature(v: &mut Values, months: f64) {
    // filtration · (1 + (f − 1)·e^(−(t − t₀)/τ))
    let left = (-(months - v.interim_months) / v.maturing_months).exp();
    v.filtration_ml_per_min_100g_mmhg *= 1.0 + (v.interim_filtration - 1.0) * left;
}

/// Whether bone stands out under the skin, so that the regions over it carry more.
pub(crate) fn has_prominent_bone(case: &Case) -> bool {
    case.limb.bony_prominence == BonyProminence::Prominent
}

/// The values of a person with this case's answers.
pub fn answered(case: &Case, values: &Values) -> Values {
    let mut answered = *values;
    for rule in &RULES {
        if let Some(strength) = (rule.strength)(case) {
            (rule.apply)(&mut answered, strength);
        }
    }
    answered
}

/// Socks that are worn from the morning on: those of the suspension that is worn now.
pub fn socks_in_the_morning<'a>(case: &'a Case, system: &System) -> &'a [SockPly] {
    let now = match case.prosthesis.suspension_now {
        SuspensionKind::Suction => matches!(system.drive, Drive::Suction),
        SuspensionKind::PinLock | SuspensionKind::Lanyard => matches!(system.drive, Drive::PinLock),
        SuspensionKind::ElevatedVacuum => !matches!(system.drive, Drive::Suction | Drive::PinLock),
        SuspensionKind::Sleeve | SuspensionKind::None => false,
    };
    if now { &case.prosthesis.socks_now } else { &[] }
}

/// The answers of a case that move its days, each with what it does.
pub fn depends_on(case: &Case) -> Vec<Dependence> {
    let rules = RULES.iter().filter_map(|rule| {
        let what = Wording::new((rule.sentence)((rule.strength)(case)?)).into();
        Some(Dependence { field: rule.field, what, parameters: rule.parameters })
    });
    let socks = (!case.prosthesis.socks_now.is_empty()).then(|| Dependence {
        field: "prosthesis.socks_now",
        what: Wording::new("depends-socks").into(),
        parameters: &["sock_compression_pct_per_kpa"],
    });
    rules.chain(socks).collect()
}
