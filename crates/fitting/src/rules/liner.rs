//! The liner: size from one circumference, or custom.

use crate::conclusion::{Conclusion, Verdict};
use crate::rule::Rule;
use crate::scene::{Asked, transfemoral as is_transfemoral};
use crate::text;
use domain::Case;
use domain::catalog::Role;
use domain::limb::{BonyProminence, LimbShape, Scars};

const PER_CENT: f64 = 100.0;

/// A liner size and how it came about.
pub struct Measured {
    /// Circumference where the liner is sized, mm.
    pub circumference_mm: f64,
    /// Size, mm.
    pub size_mm: f64,
    /// The size below, where this one reduces little, mm.
    pub alternative_mm: Option<f64>,
    /// How much smaller than the limb, %.
    pub reduction_pct: f64,
    /// The size is one of those seen in print.
    pub printed: bool,
}

/// The size for a case's limb; none for a transfemoral one, or where the tape did not measure.
pub fn measure(case: &Case, rule: &Rule) -> Option<Measured> {
    if is_transfemoral(case) {
        return None;
    }
    size_for(case.limb.circumference_above_distal_end(rule.number("above_mm"))?, rule)
}

/// The largest size below the circumference. Two neighbouring sizes are known from print; that the series goes on in
/// their step is our assumption.
pub fn size_for(circumference_mm: f64, rule: &Rule) -> Option<Measured> {
    let (small, large) = (rule.number("printed_small_mm"), rule.number("printed_large_mm"));
    let step = large - small;
    let steps_below = ((circumference_mm - small) / step).ceil() - 1.0;
    let size_mm = small + step * steps_below;
    if size_mm <= 0.0 {
        return None;
    }
    let reduction_pct = (1.0 - size_mm / circumference_mm) * PER_CENT;
    let alternative_mm = (reduction_pct < rule.number("low_pct")).then_some(size_mm - step);
    Some(Measured {
        circumference_mm,
        size_mm,
        alternative_mm,
        reduction_pct,
        printed: [small, large].contains(&size_mm),
    })
}

/// What the shape asks for in a custom liner.
pub fn custom_reasons(case: &Case) -> Vec<(&'static str, &'static str)> {
    let limb = &case.limb;
    let mut reasons = vec![];
    // What little is known about transfemoral liners, `transfemoral` says.
    if is_transfemoral(case) {
        return reasons;
    }
    if limb.shape == LimbShape::Bulbous {
        reasons.push(("limb.shape", "bulbous"));
    }
    if limb.scars == Scars::Difficult {
        reasons.push(("limb.scars", "difficult scars"));
    }
    if limb.bony_prominence == BonyProminence::Prominent {
        reasons.push(("limb.bony_prominence", "prominent bone"));
    }
    reasons
}

/// Size by circumference.
pub fn size(asked: &Asked<'_>) -> Vec<Conclusion> {
    if is_transfemoral(asked.case) {
        return vec![];
    }
    let rule = asked.rule;
    let above = text::number(rule.number("above_mm"));
    let Some(measured) = measure(asked.case, rule) else {
        let inputs = [("limb.circumferences", "not measured there".to_string())];
        return vec![rule.conclude(Verdict::Caution, "unmeasured", &inputs, &[("above_mm", above)])];
    };
    let circumference = format!("{:.0}", measured.circumference_mm);
    let inputs = [
        ("limb.circumferences", format!("{circumference} mm at {above} mm above the distal end")),
        ("limb.limb_length_mm", text::with(asked.case.limb.limb_length_mm, "mm")),
    ];
    let basis = if measured.printed { "a size seen in print" } else { "a size of the series that we assume" };
    let values = [
        ("circumference_mm", circumference),
        ("above_mm", above),
        ("size_mm", text::number(measured.size_mm)),
        ("reduction_pct", format!("{:.1}", measured.reduction_pct)),
        ("basis", basis.into()),
        ("low_pct", text::number(rule.number("low_pct"))),
        ("example_pct", text::number(rule.number("example_pct"))),
        ("alternative_mm", measured.alternative_mm.map_or(String::new(), text::number)),
    ];
    let mut found = vec![rule.conclude(Verdict::Note, "sized", &inputs, &values)];
    if measured.alternative_mm.is_some() {
        found.push(rule.conclude(Verdict::Caution, "tight_enough", &inputs, &values));
    }
    found
}

/// Custom liner where the shape asks for it.
pub fn custom(asked: &Asked<'_>) -> Vec<Conclusion> {
    let reasons = custom_reasons(asked.case);
    if reasons.is_empty() {
        return vec![];
    }
    let why = reasons.iter().map(|(_, why)| *why).collect::<Vec<_>>().join(", ");
    let inputs: Vec<_> = reasons.iter().map(|(field, why)| (*field, (*why).to_string())).collect();
    vec![asked.rule.conclude(Verdict::Note, "met", &inputs, &[("why", why)])]
}

/// Polyurethane, and no textile that leads vacuum to the skin.
pub fn material(asked: &Asked<'_>) -> Vec<Conclusion> {
    vec![asked.rule.conclude(Verdict::Note, "met", &[], &[])]
}

/// Transfemoral: the printed list cannot be told apart.
pub fn transfemoral(asked: &Asked<'_>) -> Vec<Conclusion> {
    if !is_transfemoral(asked.case) {
        return vec![];
    }
    let liners = asked.catalog.with_role(Role::SealingLiner).map(|liner| format!("{} {}", liner.article, liner.name));
    let name = liners.collect::<Vec<_>>().join(", ");
    let inputs = [("limb.amputation_level", "transfemoral".to_string())];
    vec![asked.rule.conclude(Verdict::Caution, "met", &inputs, &[("name", name)])]
}
