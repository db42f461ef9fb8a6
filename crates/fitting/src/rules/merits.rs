//! Reasons for and against a pump that fits. The facts are printed, the weights are our judgement.

use crate::conclusion::{Conclusion, Verdict};
use crate::parts_of_case::{keeps_tubed_socket, not_given, printed_at, printed_for, transfemoral};
use crate::scene::Considered;
use crate::text;
use domain::case::{ActivityLevel, Function, KLevel, WaterUse};
use domain::catalog::{Connection, Drive, Use};
use texts::Arg;

/// A conclusion for the pump that quotes the words printed for `purpose`.
fn suited(considered: &Considered<'_>, outcome: &str, purpose: Use, inputs: &[(&str, Arg)]) -> Vec<Conclusion> {
    quoted(considered, outcome, purpose, inputs, &[])
}

/// The same with more values for its wording.
fn quoted(
    considered: &Considered<'_>,
    outcome: &str,
    purpose: Use,
    inputs: &[(&str, Arg)],
    values: &[(&'static str, Arg)],
) -> Vec<Conclusion> {
    let Some((at, words)) = printed_for(considered.component, purpose) else { return vec![] };
    let words = Arg::from(words);
    let inputs = [inputs, &[(at.as_str(), words.clone())]].concat();
    let values = [values, &[("printed", words)]].concat();
    vec![considered.rule.conclude(Verdict::For, outcome, &inputs, &values)]
}

/// An existing vacuum socket with external tubing is kept.
pub fn retrofit(considered: &Considered<'_>) -> Vec<Conclusion> {
    if !keeps_tubed_socket(considered.case) {
        return vec![];
    }
    let inputs = [
        ("prosthesis.existing.external_tubing", text::yes(true)),
        ("prosthesis.existing.keep_socket", text::yes(true)),
    ];
    let connections = &considered.pump.connections;
    if !connections.is_empty() && !connections.contains(&Connection::Tube) {
        let at = printed_at(considered.component, "pump.connections");
        let inputs = [&inputs[..], &[(at.as_str(), text::word("direct"))]].concat();
        return vec![considered.rule.conclude(Verdict::Against, "against", &inputs, &[])];
    }
    suited(considered, "for", Use::Retrofit, &inputs)
}

/// The present pump is one that this pump is printed to replace: a reason where its socket stays.
pub fn replaces_present_pump(considered: &Considered<'_>) -> Vec<Conclusion> {
    let existing = considered.case.prosthesis.existing.as_ref();
    let present = existing.and_then(|existing| considered.catalog.named(&existing.pump));
    let Some(present) = present.filter(|present| considered.pump.upgrades.contains(&present.article)) else {
        return vec![];
    };
    let at = printed_at(considered.component, "pump.upgrades");
    let inputs = [
        ("prosthesis.existing.pump", (&present.name).into()),
        (at.as_str(), considered.pump.upgrades.join(", ").into()),
    ];
    let verdict = if existing.is_some_and(|existing| existing.keep_socket) { Verdict::For } else { Verdict::Note };
    vec![considered.rule.conclude(verdict, "met", &inputs, &[("present", (&present.name).into())])]
}

/// Little space, or a long limb.
pub fn little_space(considered: &Considered<'_>) -> Vec<Conclusion> {
    let (case, height) = (considered.case, considered.height());
    // What foot, shoe and adapters leave to the pump, as far as they are known.
    let room = height.left_mm.zip(height.pump_mm()).map(|(left, pump)| left + pump);
    let limb = case.limb.limb_length_mm;
    let short = room.is_some_and(|room| room <= considered.rule.number("room_mm_max"));
    let long = !transfemoral(case) && limb >= considered.rule.number("limb_mm_min");
    if !(short || long) {
        return vec![];
    }
    let inputs = [
        (height.place.field(), height.available_mm.map_or_else(not_given, |mm| text::with(mm, "mm"))),
        ("limb.limb_length_mm", text::with(limb, "mm")),
    ];
    let values = [("room_mm", room.map_or_else(text::nothing, text::number)), ("limb_mm", text::number(limb))];
    quoted(considered, if long { "limb" } else { "space" }, Use::LittleSpace, &inputs, &values)
}

/// No external tube, where no tubed socket is kept.
pub fn no_tubing(considered: &Considered<'_>) -> Vec<Conclusion> {
    if considered.pump.connections.first() != Some(&Connection::Direct) || keeps_tubed_socket(considered.case) {
        return vec![];
    }
    let at = printed_at(considered.component, "pump.connections");
    vec![considered.rule.conclude(Verdict::For, "met", &[(at.as_str(), text::word("direct"))], &[])]
}

/// Printed for highly active people: speaks for it in them and against it in others.
pub fn high_activity(considered: &Considered<'_>) -> Vec<Conclusion> {
    let person = &considered.case.person;
    let very = person.activity == ActivityLevel::VeryHigh
        || (person.activity == ActivityLevel::High && person.k_level == KLevel::K4);
    let (activity, level) = (text::activity(person.activity), Arg::from(person.k_level.label()));
    let inputs = [("person.activity", activity.clone()), ("person.k_level", level.clone())];
    let printed = printed_for(considered.component, Use::HighActivity);
    // K0 is refused by its grade, with every pump. The grade is what somebody classified: an activity does not outweigh it.
    if let (Some((at, words)), true) = (&printed, person.k_level.label() == considered.rule.word("refused")) {
        let inputs = [&inputs[..], &[(at.as_str(), words.into())]].concat();
        let values = [("activity", activity), ("level", level)];
        return vec![considered.rule.conclude(Verdict::Refusal, "refused", &inputs, &values)];
    }
    if very {
        return suited(considered, "for", Use::HighActivity, &inputs);
    }
    let quiet = person.activity < ActivityLevel::High || person.k_level < KLevel::K3;
    let Some((at, words)) = printed.filter(|_| quiet) else { return vec![] };
    let inputs = [&inputs[..], &[(at.as_str(), words.into())]].concat();
    let values = [("activity", activity), ("level", level)];
    vec![considered.rule.conclude(Verdict::Against, "against", &inputs, &values)]
}

/// Adjustable suspension is asked for.
pub fn adjustable_suspension(considered: &Considered<'_>) -> Vec<Conclusion> {
    if !considered.case.prosthesis.wants_adjustable_suspension {
        return vec![];
    }
    let inputs = [("prosthesis.wants_adjustable_suspension", text::yes(true))];
    if considered.pump.suit(Use::AdjustableSuspension).is_none() {
        // The words stand with the pump that they name.
        let others = considered.catalog.pumps().filter_map(|(other, _)| printed_for(other, Use::AdjustableSuspension));
        let others: Vec<_> = others.collect();
        let named = others.iter().map(|(at, words)| (at.as_str(), Arg::from(words)));
        let inputs: Vec<_> = inputs.iter().cloned().chain(named).collect();
        return vec![considered.rule.conclude(Verdict::Against, "against", &inputs, &[])];
    }
    suited(considered, "for", Use::AdjustableSuspension, &inputs)
}

/// The person swims.
pub fn water(considered: &Considered<'_>) -> Vec<Conclusion> {
    if considered.case.person.water_use != WaterUse::Swim {
        return vec![];
    }
    suited(considered, "met", Use::Water, &[("person.water_use", text::word("swim"))])
}

/// Two chambers.
pub fn two_chambers(considered: &Considered<'_>) -> Vec<Conclusion> {
    let Some(chambers) = &considered.pump.chambers else { return vec![] };
    if f64::from(chambers.count) < considered.rule.number("chambers_min") {
        return vec![];
    }
    let at = printed_at(considered.component, "pump.chambers");
    vec![considered.rule.conclude(Verdict::For, "met", &[(at.as_str(), Arg::Count(chambers.count.into()))], &[])]
}

/// Serviceable in the field.
pub fn field_service(considered: &Considered<'_>) -> Vec<Conclusion> {
    suited(considered, "met", Use::FieldService, &[])
}

/// Vertical shock and torsion.
pub fn shock_and_torsion(considered: &Considered<'_>) -> Vec<Conclusion> {
    suited(considered, "met", Use::ShockAndTorsion, &[])
}

/// Something to charge, or nothing.
pub fn no_battery(considered: &Considered<'_>) -> Vec<Conclusion> {
    let (verdict, outcome) = match considered.pump.drive {
        Drive::WeightActivated | Drive::SwingDriven | Drive::Hand => (Verdict::For, "for"),
        Drive::Electric => (Verdict::Against, "against"),
    };
    let (at, drive) = considered.drive();
    vec![considered.rule.conclude(verdict, outcome, &[(at.as_str(), drive)], &[])]
}

/// Little walking.
pub fn little_walking(considered: &Considered<'_>) -> Vec<Conclusion> {
    let person = &considered.case.person;
    if person.k_level >= KLevel::K3 && person.activity > ActivityLevel::Low {
        return vec![];
    }
    let (level, activity) = (Arg::from(person.k_level.label()), text::activity(person.activity));
    let (at, drive) = considered.drive();
    let inputs = [("person.k_level", level.clone()), ("person.activity", activity.clone()), (at.as_str(), drive)];
    let (verdict, outcome) = match considered.pump.drive {
        Drive::Electric => (Verdict::For, "for"),
        Drive::WeightActivated | Drive::SwingDriven => (Verdict::Against, "against"),
        Drive::Hand => return vec![],
    };
    vec![considered.rule.conclude(verdict, outcome, &inputs, &[("level", level), ("activity", activity)])]
}

/// A setting that can be read by touch.
pub fn read_by_touch(considered: &Considered<'_>) -> Vec<Conclusion> {
    let vision = considered.case.person.conditions.vision;
    if vision == Function::Full {
        return vec![];
    }
    let value = text::function(vision);
    let inputs = [("person.conditions.vision", value.clone())];
    quoted(considered, "met", Use::ReadByTouch, &inputs, &[("vision", value)])
}
