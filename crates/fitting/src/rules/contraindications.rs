//! Contraindications as the brochure prints them. One is enough to recommend nothing.

use crate::conclusion::{Conclusion, Verdict};
use crate::scene::Asked;
use crate::text;
use domain::case::{Cognition, FittingStage, Neuroma};

fn found(asked: &Asked<'_>, present: bool, field: &'static str, value: &str) -> Option<Conclusion> {
    present.then(|| asked.rule.conclude(Verdict::Contraindication, "met", &[(field, text::word(value))], &[]))
}

/// Interim fitting.
pub fn interim_fitting(asked: &Asked<'_>) -> Option<Conclusion> {
    let interim = asked.case.person.fitting_stage == FittingStage::Interim;
    found(asked, interim, "person.fitting_stage", "interim")
}

/// Dialysis.
pub fn dialysis(asked: &Asked<'_>) -> Option<Conclusion> {
    found(asked, asked.case.person.conditions.dialysis, "person.conditions.dialysis", "yes")
}

/// A neuroma that cannot bear pressure.
pub fn neuroma(asked: &Asked<'_>) -> Option<Conclusion> {
    let unbearable = asked.case.person.conditions.neuroma == Neuroma::CannotBearPressure;
    found(asked, unbearable, "person.conditions.neuroma", "cannot_bear_pressure")
}

/// Missing cognitive abilities.
pub fn cognition(asked: &Asked<'_>) -> Option<Conclusion> {
    let missing = asked.case.person.conditions.cognition == Cognition::CannotManage;
    found(asked, missing, "person.conditions.cognition", "cannot_manage")
}
