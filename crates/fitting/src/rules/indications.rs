//! Indications as the brochure prints them.

use crate::conclusion::{Conclusion, Verdict};
use crate::scene::Asked;
use crate::text;
use domain::case::ActivityLevel;
use domain::limb::{BonyProminence, Scars};

/// Volume fluctuation within the printed range; beyond it the answer is "out of range", not silence.
pub fn volume_fluctuation(asked: &Asked<'_>) -> Option<Conclusion> {
    let fluctuation = asked.case.limb.daily_fluctuation_mm;
    if fluctuation == 0.0 {
        return None;
    }
    let limit = asked.rule.number("circumference_mm_max");
    let (verdict, outcome) =
        if fluctuation <= limit { (Verdict::Indication, "met") } else { (Verdict::OutOfRange, "beyond") };
    let inputs = [("limb.daily_fluctuation_mm", text::with(fluctuation, "mm"))];
    let values = [("fluctuation_mm", text::number(fluctuation)), ("limit_mm", text::number(limit))];
    Some(asked.rule.conclude(verdict, outcome, &inputs, &values))
}

/// Diabetes or occlusive arterial disease.
pub fn vascular(asked: &Asked<'_>) -> Option<Conclusion> {
    let conditions = &asked.case.person.conditions;
    let which = match (conditions.diabetes, conditions.arterial_disease) {
        (true, true) => "both",
        (true, false) => "diabetes",
        (false, true) => "arterial",
        (false, false) => return None,
    };
    let inputs = [
        ("person.conditions.diabetes", text::yes(conditions.diabetes)),
        ("person.conditions.arterial_disease", text::yes(conditions.arterial_disease)),
    ];
    Some(asked.rule.conclude(Verdict::Indication, "met", &inputs, &[("which", asked.rule.words(which, &[]).into())]))
}

/// Prominent bone or difficult scars.
pub fn bone_and_scars(asked: &Asked<'_>) -> Option<Conclusion> {
    let limb = &asked.case.limb;
    let (bone, scars) = (limb.bony_prominence == BonyProminence::Prominent, limb.scars == Scars::Difficult);
    let which = match (bone, scars) {
        (true, true) => "both",
        (true, false) => "bone",
        (false, true) => "scars",
        (false, false) => return None,
    };
    let mut inputs = vec![];
    if bone {
        inputs.push(("limb.bony_prominence", text::word("prominent")));
    }
    if scars {
        inputs.push(("limb.scars", text::word("difficult")));
    }
    Some(asked.rule.conclude(Verdict::Indication, "met", &inputs, &[("which", asked.rule.words(which, &[]).into())]))
}

/// More suspension for a higher activity level.
pub fn activity(asked: &Asked<'_>) -> Option<Conclusion> {
    let level = asked.case.person.activity;
    let value = text::activity(level);
    (level >= ActivityLevel::High).then(|| {
        let inputs = [("person.activity", value.clone())];
        asked.rule.conclude(Verdict::Indication, "met", &inputs, &[("activity", value)])
    })
}

/// Continuous, adjustable suspension.
pub fn adjustable_suspension(asked: &Asked<'_>) -> Option<Conclusion> {
    asked.case.prosthesis.wants_adjustable_suspension.then(|| {
        let inputs = [("prosthesis.wants_adjustable_suspension", text::yes(true))];
        asked.rule.conclude(Verdict::Indication, "met", &inputs, &[])
    })
}
