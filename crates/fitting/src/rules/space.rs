//! Space for a pump: clearance height against available clearance.

use crate::conclusion::{Conclusion, Verdict};
use crate::scene::{Considered, NOT_PRINTED, plate, printed_at, transfemoral};
use crate::text;
use units::Length;

fn available(considered: &Considered<'_>) -> Length {
    Length::from_mm(considered.case.prosthesis.available_clearance_mm)
}

fn available_input(considered: &Considered<'_>) -> (&'static str, String) {
    ("prosthesis.available_clearance_mm", text::with(available(considered).mm(), "mm"))
}

/// Clearance height against the space there is.
pub fn clearance(considered: &Considered<'_>) -> Vec<Conclusion> {
    let rule = considered.rule;
    let at = printed_at(considered.component, "clearance_height");
    let Some(needed) = considered.component.clearance_mm().map(Length::from_mm) else {
        return vec![rule.conclude(Verdict::Note, "unprinted", &[(at.as_str(), NOT_PRINTED.into())], &[])];
    };
    if !considered.space_is_comparable() {
        return vec![];
    }
    let available = available(considered);
    let left = available.mm() - needed.mm();
    let values = [
        ("needed_mm", text::number(needed.mm())),
        ("needed_in", text::number(needed.inches())),
        ("available_mm", text::number(available.mm())),
        ("available_in", text::number(available.inches())),
        ("left_mm", text::number(left)),
        ("missing_mm", text::number(-left)),
    ];
    let inputs = [available_input(considered), (at.as_str(), text::with(needed.mm(), "mm"))];
    let (verdict, outcome) = if left < 0.0 { (Verdict::Refusal, "short") } else { (Verdict::Note, "fits") };
    vec![rule.conclude(verdict, outcome, &inputs, &values)]
}

/// A pump in the foot of a transfemoral prosthesis: the case gives the space above the knee.
pub fn below_the_knee(considered: &Considered<'_>) -> Vec<Conclusion> {
    let (false, Some(needed)) = (considered.space_is_comparable(), considered.component.clearance_mm()) else {
        return vec![];
    };
    let needed = Length::from_mm(needed);
    let values = [("needed_mm", text::number(needed.mm())), ("needed_in", text::number(needed.inches()))];
    let at = printed_at(considered.component, "clearance_height");
    let inputs = [
        ("limb.amputation_level", "transfemoral".to_string()),
        available_input(considered),
        (at.as_str(), text::with(needed.mm(), "mm")),
    ];
    vec![considered.rule.conclude(Verdict::Caution, "met", &inputs, &values)]
}

/// A clearance that is printed for one foot length only.
pub fn one_foot_length(considered: &Considered<'_>) -> Vec<Conclusion> {
    let figure = considered.component.clearance_height.as_ref().and_then(|cell| cell.value);
    let foot = considered.case.prosthesis.foot_length_cm;
    let Some(printed) = figure.and_then(|figure| figure.at_foot_length_cm).filter(|printed| *printed != foot) else {
        return vec![];
    };
    let at = printed_at(considered.component, "clearance_height");
    let inputs = [
        ("prosthesis.foot_length_cm", text::with(foot, "cm")),
        (at.as_str(), format!("at {} cm", text::number(printed))),
    ];
    let values = [("printed_cm", text::number(printed)), ("foot_cm", text::number(foot))];
    // A longer foot may need more than is printed: that can spoil a fitting. A shorter one can only ease it.
    let (verdict, outcome) = if foot > printed { (Verdict::Caution, "longer") } else { (Verdict::Note, "shorter") };
    vec![considered.rule.conclude(verdict, outcome, &inputs, &values)]
}

/// Pump and plate have separate printed heights; whether they add is not printed.
pub fn adapter_plate(considered: &Considered<'_>) -> Vec<Conclusion> {
    let plate = plate(considered.case, considered.catalog, considered.pump);
    let (Some(plate), Some(pump_mm)) = (plate, considered.component.clearance_mm()) else { return vec![] };
    let Some(plate_mm) = plate.clearance_mm() else { return vec![] };
    let (available, together) = (available(considered).mm(), pump_mm + plate_mm);
    if available < pump_mm || available >= together {
        return vec![];
    }
    let values = [
        ("pump_mm", text::number(pump_mm)),
        ("plate_mm", text::number(plate_mm)),
        ("together_mm", text::number(together)),
        ("available_mm", text::number(available)),
    ];
    let [of_pump, of_plate] = [considered.component, plate].map(|part| printed_at(part, "clearance_height"));
    let inputs = [
        available_input(considered),
        (of_pump.as_str(), text::with(pump_mm, "mm")),
        (of_plate.as_str(), text::with(plate_mm, "mm")),
    ];
    vec![considered.rule.conclude(Verdict::Caution, "met", &inputs, &values)]
}

/// What stays for foot and pylon below a pump that is not part of a foot.
pub fn foot_room(considered: &Considered<'_>) -> Vec<Conclusion> {
    let Some(needed) = considered.component.clearance_mm() else { return vec![] };
    let left = available(considered).mm() - needed;
    let short = (0.0..considered.rule.number("left_mm_max")).contains(&left);
    if !short || considered.pump.replaces_foot || transfemoral(considered.case) {
        return vec![];
    }
    let at = printed_at(considered.component, "clearance_height");
    let inputs = [available_input(considered), (at.as_str(), text::with(needed, "mm"))];
    vec![considered.rule.conclude(Verdict::Caution, "met", &inputs, &[("left_mm", text::number(left))])]
}
