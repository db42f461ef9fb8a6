//! What refuses a pump for a person, or warns about it.

use crate::conclusion::{Conclusion, Verdict};
use crate::height::Place;
use crate::parts_of_case::transfemoral as is_transfemoral;
use crate::parts_of_case::{not_printed, plate, printed_at, printed_for};
use crate::scene::{Considered, Rated, rated};
use crate::{size, text};
use domain::BodyMass;
use domain::case::{Function, KLevel, WaterUse};
use domain::catalog::component::GradeRange;
use domain::catalog::printed::{Printed, TemperatureRange};
use domain::catalog::{Availability, Component, Drive, MobilityGrade, Use};
use texts::Arg;
use units::Mass;

/// Legacy pumps are named for retrofit, not fitted; of whose data nothing was read, neither.
pub fn offered(considered: &Considered<'_>) -> Vec<Conclusion> {
    let component = considered.component;
    let outcome = match component.availability {
        Availability::Offered => return vec![],
        Availability::Legacy => "legacy",
        Availability::Unread => "unread",
    };
    let at = printed_at(component, "availability");
    let inputs = [(at.as_str(), text::word(outcome))];
    let refused =
        considered.rule.conclude(Verdict::Refusal, outcome, &inputs, &[("name", component.name.as_str().into())]);
    vec![if component.availability == Availability::Unread { refused.assumed() } else { refused }]
}

/// Limits of body mass at both ends, each in the column of the unit in which the mass was given.
pub fn body_mass(considered: &Considered<'_>) -> Vec<Conclusion> {
    let Considered { case, catalog, component, pump, rule, .. } = considered;
    let mass = considered.mass();
    let Rated { least, most, plate } = rated(case, catalog, component, pump);
    let printed = plate.unwrap_or(component);
    let from = plate.map_or_else(text::nothing, |plate| {
        rule.words("for_its_plate", &[("article", (&plate.article).into())]).into()
    });
    let at = printed_at(printed, "body_mass");
    // Some pumps print an upper limit only; their lightest size sets the lower one.
    let limits = component.body_mass_limits();
    let sized = limits.min_kg.or(limits.min_lb).is_none();
    let from_least = if sized { rule.words("lightest_size", &[]).into() } else { text::nothing() };
    let edge = Mass::from_kg(rule.number("edge_kg"));
    // In its own unit as given, in the other as converted: a limit that is printed in both is one limit.
    let number = |limit: BodyMass| printed.body_mass_limits().number_in(mass, limit.unit);
    // A limit that only the sizes tell is printed where they are.
    let place = |limit: BodyMass| {
        if printed.body_mass_limits().ends_at(limit) {
            return at.clone();
        }
        let band = pump.mass_bands().iter().position(|band| band.ends_at(limit));
        printed_at(printed, &size::band_path(pump, band.unwrap_or_default()))
    };
    let conclude = |verdict, outcome, limit: BodyMass| {
        let at = place(limit);
        let inputs = [considered.mass_input(), (at.as_str(), text::body_mass(limit))];
        let margin = BodyMass { number: limit.unit.of(edge), unit: limit.unit };
        let values = [
            ("mass", text::body_mass_in(mass, limit.unit)),
            ("limit", text::body_mass(limit)),
            ("edge", text::body_mass(margin)),
            ("from", if Some(limit) == least { from_least.clone() } else { from.clone() }),
        ];
        rule.conclude(verdict, outcome, &inputs, &values)
    };
    if least.is_none() && most.is_none() {
        return vec![rule.conclude(Verdict::Note, "unprinted", &[(at.as_str(), not_printed())], &[])];
    }
    if let Some(limit) = least.filter(|limit| number(*limit) < limit.number) {
        return vec![conclude(Verdict::Refusal, "below", limit)];
    }
    if let Some(limit) = most.filter(|limit| number(*limit) > limit.number) {
        return vec![conclude(Verdict::Refusal, "above", limit)];
    }
    let range = match (least.map(text::body_mass), most.map(text::body_mass)) {
        (Some(least), Some(most)) => rule.words("range", &[("least", least), ("most", most)]),
        (Some(least), None) => rule.words("lower_only", &[("least", least)]),
        (None, most) => rule.words("upper_only", &[("most", most.unwrap_or_else(text::nothing))]),
    };
    let values = [("mass", text::body_mass(mass)), ("range", range.into()), ("from", from.clone())];
    let ends: Vec<(String, Arg)> =
        [least, most].into_iter().flatten().map(|limit| (place(limit), text::body_mass(limit))).collect();
    let ends = ends.iter().map(|(at, limit)| (at.as_str(), limit.clone()));
    let inputs: Vec<_> = std::iter::once(considered.mass_input()).chain(ends).collect();
    let mut found = vec![rule.conclude(Verdict::Note, "within", &inputs, &values)];
    if let Some(limit) = least.filter(|limit| number(*limit) - limit.number < limit.unit.of(edge)) {
        found.push(conclude(Verdict::Caution, "near_min", limit));
    }
    if let Some(limit) = most.filter(|limit| limit.number - number(*limit) < limit.unit.of(edge)) {
        found.push(conclude(Verdict::Caution, "near_max", limit));
    }
    found
}

const fn grade_text(grade: MobilityGrade) -> &'static str {
    match grade {
        MobilityGrade::K1 => "K1",
        MobilityGrade::K2 => "K2",
        MobilityGrade::K3 => "K3",
        MobilityGrade::K4 => "K4",
    }
}

fn grade_of(word: &str) -> Option<MobilityGrade> {
    [MobilityGrade::K1, MobilityGrade::K2, MobilityGrade::K3, MobilityGrade::K4]
        .into_iter()
        .find(|grade| grade_text(*grade) == word)
}

/// The patient's level against the component's printed grade; the map between the two is data.
pub fn mobility_grade(considered: &Considered<'_>) -> Vec<Conclusion> {
    let Considered { case, component, rule, .. } = considered;
    let level = case.person.k_level;
    let word = match level {
        KLevel::K0 => "k0",
        KLevel::K1 => "k1",
        KLevel::K2 => "k2",
        KLevel::K3 => "k3",
        KLevel::K4 => "k4",
    };
    let printed = component.mobility_grade.as_ref();
    let range: Option<GradeRange> = printed.and_then(|cell| cell.value);
    let grade = range.map_or_else(not_printed, |r| format!("{}–{}", grade_text(r.from), grade_text(r.to)).into());
    let at = printed_at(component, "mobility_grade");
    let inputs = [("person.k_level", level.label().into()), (at.as_str(), grade.clone())];
    let values = [
        ("level", level.label().into()),
        ("grade", grade),
        ("traballesi_n", text::number(rule.number("traballesi_n"))),
        ("samitier_n", text::number(rule.number("samitier_n"))),
    ];
    let conclude = |verdict, outcome| vec![rule.conclude(verdict, outcome, &inputs, &values)];
    let Some(person) = grade_of(rule.word(word)) else { return conclude(Verdict::Refusal, "no_walking") };
    match range {
        Some(range) if (range.from..=range.to).contains(&person) => conclude(Verdict::Note, "fits"),
        Some(_) => conclude(Verdict::Refusal, "refused"),
        None if Some(person) < grade_of(rule.word("demanding_from")) => conclude(Verdict::Caution, "unprinted"),
        None => vec![],
    }
}

/// The day's temperature against the printed range for use.
pub fn temperature(considered: &Considered<'_>) -> Vec<Conclusion> {
    let range = considered.component.temperature_for_use.as_ref().and_then(|cell| cell.value);
    let Some(range) = range else { return vec![] };
    let fits = (range.min_c..=range.max_c).contains(&considered.case.day.temperature_c);
    let (verdict, outcome) = if fits { (Verdict::Note, "fits") } else { (Verdict::Refusal, "refused") };
    vec![against_range(considered, verdict, outcome, "temperature_for_use", range)]
}

/// The day's temperature against the printed range for charging: charging can move indoors, so this only warns.
pub fn charging_temperature(considered: &Considered<'_>) -> Vec<Conclusion> {
    let charger = considered.component.charger.as_ref();
    let Some(range) = charger.and_then(|charger| charger.charging_temperature.value) else { return vec![] };
    if (range.min_c..=range.max_c).contains(&considered.case.day.temperature_c) {
        return vec![];
    }
    vec![against_range(considered, Verdict::Caution, "met", "charger.charging_temperature", range)]
}

fn against_range(
    considered: &Considered<'_>,
    verdict: Verdict,
    outcome: &str,
    field: &str,
    range: TemperatureRange,
) -> Conclusion {
    let [day, min, max] = [considered.case.day.temperature_c, range.min_c, range.max_c].map(text::number);
    let at = printed_at(considered.component, field);
    let inputs = [
        ("day.temperature_c", text::with(considered.case.day.temperature_c, "°C")),
        (at.as_str(), text::between(range.min_c, range.max_c, "°C")),
    ];
    let values = [("temperature_c", day), ("min_c", min), ("max_c", max)];
    considered.rule.conclude(verdict, outcome, &inputs, &values)
}

/// Cells and a switch need hands.
pub fn battery_handling(considered: &Considered<'_>) -> Vec<Conclusion> {
    let hands = considered.case.person.conditions.hand_function;
    if considered.pump.drive != Drive::Electric || hands == Function::Full {
        return vec![];
    }
    let value = text::function(hands);
    let (at, drive) = considered.drive();
    let inputs = [("person.conditions.hand_function", value.clone()), (at.as_str(), drive)];
    vec![considered.rule.conclude(Verdict::Caution, "met", &inputs, &[("hands", value)])]
}

/// Brochure and instructions for use disagree about water.
pub fn water_conflict(considered: &Considered<'_>) -> Vec<Conclusion> {
    let component = considered.component;
    let forbidden = forbids_water(component).is_some();
    let depth = component.waterproof_to.as_ref().and_then(|cell| cell.value?.length());
    let swims = considered.case.person.water_use == WaterUse::Swim;
    let (true, true, Some(depth)) = (forbidden, swims, depth) else { return vec![] };
    let (brochure, ifu) =
        (printed_at(component, "waterproof_to"), printed_at(component, "instructions_for_use.fresh_water"));
    let inputs = [
        ("person.water_use", text::word("swim")),
        (brochure.as_str(), text::with(depth.m(), "m")),
        (ifu.as_str(), text::yes(false)),
    ];
    vec![considered.rule.conclude(Verdict::Caution, "met", &inputs, &[("depth_m", text::number(depth.m()))])]
}

/// The person swims and nothing is printed about water.
pub fn water_unprinted(considered: &Considered<'_>) -> Vec<Conclusion> {
    let component = considered.component;
    let silent = component.waterproof_to.is_none() && forbids_water(component).is_none();
    if considered.case.person.water_use != WaterUse::Swim || !silent {
        return vec![];
    }
    let at = printed_at(component, "waterproof_to");
    let inputs = [("person.water_use", text::word("swim")), (at.as_str(), not_printed())];
    vec![considered.rule.conclude(Verdict::Caution, "met", &inputs, &[])]
}

/// What the instructions for use print where they forbid fresh water.
fn forbids_water(component: &Component) -> Option<&Printed<bool>> {
    let printed = component.instructions_for_use.as_ref()?.fresh_water.as_ref();
    printed.filter(|cell| cell.value == Some(false))
}

/// The instructions for use forbid water, and nothing else that is printed allows it.
pub fn water_forbidden(considered: &Considered<'_>) -> Vec<Conclusion> {
    let component = considered.component;
    let Some(cell) = forbids_water(component).filter(|_| component.waterproof_to.is_none()) else { return vec![] };
    let (verdict, outcome, word) = match considered.case.person.water_use {
        WaterUse::Swim => (Verdict::Refusal, "swims", "swim"),
        WaterUse::Splash => (Verdict::Caution, "splashes", "splash"),
        WaterUse::None => return vec![],
    };
    let at = printed_at(component, "instructions_for_use.fresh_water");
    let inputs = [("person.water_use", text::word(word)), (at.as_str(), text::yes(false))];
    let page = cell.page.clone().unwrap_or_default();
    vec![considered.rule.conclude(
        verdict,
        outcome,
        &inputs,
        &[("printed", (&cell.printed).into()), ("page", page.into())],
    )]
}

/// A wide component right below the socket.
pub fn wide_component(considered: &Considered<'_>) -> Vec<Conclusion> {
    let Considered { case, catalog, pump, rule, .. } = considered;
    // A pump in the foot, or below the knee, is not next to what sits below the socket.
    let beside = !pump.replaces_foot && considered.height().place != Place::BelowKnee;
    if !case.prosthesis.wide_component_below_socket || !beside {
        return vec![];
    }
    let at = printed_at(considered.component, "pump.adapter");
    let inputs = |plate: Arg| [("prosthesis.wide_component_below_socket", text::yes(true)), (at.as_str(), plate)];
    vec![match plate(case, catalog, pump) {
        Some(plate) => rule.conclude(
            Verdict::For,
            "printed",
            &inputs((&plate.article).into()),
            &[("offset", (&plate.article).into())],
        ),
        None => rule.conclude(Verdict::Caution, "unprinted", &inputs(not_printed()), &[]),
    }]
}

/// Transfemoral use of a pump.
pub fn transfemoral(considered: &Considered<'_>) -> Vec<Conclusion> {
    if !is_transfemoral(considered.case) {
        return vec![];
    }
    if considered.pump.suit(Use::Transfemoral).is_some() {
        return vec![];
    }
    let at = printed_at(considered.component, "pump.suited_for");
    let inputs = [("limb.amputation_level", text::word("transfemoral")), (at.as_str(), not_printed())];
    let outcome = match considered.height().place {
        Place::BelowKnee if considered.pump.replaces_foot => "in_the_foot",
        Place::BelowKnee => "below_the_knee",
        _ => "at_the_socket",
    };
    vec![considered.rule.conclude(Verdict::Caution, outcome, &inputs, &[])]
}

/// Transfemoral use is printed for this pump.
pub fn transfemoral_printed(considered: &Considered<'_>) -> Vec<Conclusion> {
    let printed = printed_for(considered.component, Use::Transfemoral);
    let Some((at, words)) = printed.filter(|_| is_transfemoral(considered.case)) else { return vec![] };
    let page = considered.catalog.cell(&at).and_then(|cell| cell.page.clone()).unwrap_or_default();
    let plate = printed_at(considered.component, "pump.adapter");
    let offset = considered.pump.adapter.as_ref().map(|adapter| (plate.as_str(), Arg::from(&adapter.offset)));
    let mut inputs = vec![("limb.amputation_level", text::word("transfemoral")), (at.as_str(), words.into())];
    inputs.extend(offset);
    vec![considered.rule.conclude(Verdict::For, "met", &inputs, &[("page", page.into())])]
}
