//! What to watch in a person, whichever pump is taken.

use crate::conclusion::{Conclusion, Verdict};
use crate::parts_of_case::{not_given, transfemoral as is_transfemoral};
use crate::rule::Rule;
use crate::scene::{Asked, Lived};
use crate::text;
use domain::case::{ActivityLevel, Cognition, Function, Neuroma};
use domain::limb::{SoftTissueAmount, TissueConsistency};
use texts::{Arg, Wording};
use units::{VacuumLevel, standard_atmosphere};

fn watch(asked: &Asked<'_>, inputs: &[(&str, Arg)], values: &[(&'static str, Arg)]) -> Option<Conclusion> {
    Some(asked.rule.conclude(Verdict::Caution, "met", inputs, values))
}

/// No indication of the maker's is met.
pub fn no_indication(asked: &Asked<'_>) -> Option<Conclusion> {
    let any = asked.so_far.iter().any(|conclusion| conclusion.verdict == Verdict::Indication);
    if any {
        return None;
    }
    let inputs = [
        ("limb.daily_fluctuation_mm", text::with(asked.case.limb.daily_fluctuation_mm, "mm")),
        ("person.activity", text::activity(asked.case.person.activity)),
    ];
    watch(asked, &inputs, &[])
}

/// Vascular disease and socks.
pub fn socks_with_vascular_disease(asked: &Asked<'_>) -> Option<Conclusion> {
    let socks = asked.case.prosthesis.socks_now.len();
    if !asked.case.person.conditions.arterial_disease || socks == 0 {
        return None;
    }
    let inputs = [
        ("person.conditions.arterial_disease", text::yes(true)),
        ("prosthesis.socks_now", Wording::new("value-socks_worn").with("count", socks).into()),
    ];
    watch(asked, &inputs, &[("which", asked.rule.words("arterial", &[]).into())])
}

/// Diabetes and suction on skin.
pub fn skin_suction_with_diabetes(asked: &Asked<'_>) -> Option<Conclusion> {
    if !asked.case.person.conditions.diabetes {
        return None;
    }
    let values = ["blister_kpa", "minutes"].map(|name| (name, text::number(asked.rule.number(name))));
    watch(asked, &[("person.conditions.diabetes", text::yes(true))], &values)
}

/// Insufficient soft tissue.
pub fn insufficient_soft_tissue(asked: &Asked<'_>) -> Option<Conclusion> {
    if asked.case.limb.soft_tissue != SoftTissueAmount::Insufficient {
        return None;
    }
    watch(asked, &[("limb.soft_tissue", text::word("insufficient"))], &[])
}

/// Flabby tissue.
pub fn flabby_tissue(asked: &Asked<'_>) -> Option<Conclusion> {
    if asked.case.limb.tissue_consistency != TissueConsistency::Flabby {
        return None;
    }
    watch(asked, &[("limb.tissue_consistency", text::word("flabby"))], &[])
}

/// Limited vision.
pub fn vision(asked: &Asked<'_>) -> Option<Conclusion> {
    let vision = asked.case.person.conditions.vision;
    if vision == Function::Full {
        return None;
    }
    let value = text::function(vision);
    watch(asked, &[("person.conditions.vision", value.clone())], &[("vision", value)])
}

/// Limited hand function.
pub fn hand_function(asked: &Asked<'_>) -> Option<Conclusion> {
    let hands = asked.case.person.conditions.hand_function;
    if hands == Function::Full {
        return None;
    }
    let value = text::function(hands);
    watch(asked, &[("person.conditions.hand_function", value.clone())], &[("hands", value)])
}

/// Neither hands nor eyes: nobody has said who dons the system and finds its leaks.
pub fn hands_and_vision(asked: &Asked<'_>) -> Option<Conclusion> {
    let conditions = &asked.case.person.conditions;
    if conditions.hand_function != Function::None || conditions.vision != Function::None {
        return None;
    }
    let absent = text::function(Function::None);
    let inputs = [("person.conditions.hand_function", absent.clone()), ("person.conditions.vision", absent)];
    Some(asked.rule.conclude(Verdict::NotBefore, "met", &inputs, &[]))
}

/// The person manages with help.
pub fn cognition_with_help(asked: &Asked<'_>) -> Option<Conclusion> {
    if asked.case.person.conditions.cognition != Cognition::ManagesWithHelp {
        return None;
    }
    watch(asked, &[("person.conditions.cognition", text::word("manages_with_help"))], &[])
}

/// A neuroma that bears pressure.
pub fn neuroma_present(asked: &Asked<'_>) -> Option<Conclusion> {
    if asked.case.person.conditions.neuroma != Neuroma::BearsPressure {
        return None;
    }
    watch(asked, &[("person.conditions.neuroma", text::word("bears_pressure"))], &[])
}

/// Transfemoral: little is printed.
pub fn transfemoral(asked: &Asked<'_>) -> Option<Conclusion> {
    if !is_transfemoral(asked.case) {
        return None;
    }
    watch(asked, &[("limb.amputation_level", text::word("transfemoral"))], &[])
}

/// Altitude lowers the vacuum that can be reached. A note: it refuses nothing.
pub fn altitude(asked: &Asked<'_>) -> Option<Conclusion> {
    let altitude = asked.case.day.altitude_m;
    if altitude < asked.rule.number("altitude_m_min") {
        return None;
    }
    let (ambient, sea_level) = (standard_atmosphere(altitude).kpa(), standard_atmosphere(0.0).kpa());
    let working = VacuumLevel::from_mbar(asked.rule.number("working_vacuum_mbar_max")).kpa();
    let kpa = |value: f64| Arg::Figure(format!("{value:.1}"));
    let outcome = if working > ambient { "out_of_reach" } else { "in_reach" };
    let working = asked.rule.words(outcome, &[("working_kpa", kpa(working))]);
    let values = [
        ("altitude_m", text::number(altitude)),
        ("ambient_kpa", kpa(ambient)),
        ("share_pct", Arg::Figure(format!("{:.0}", ambient / sea_level * PER_CENT))),
        ("working", working.into()),
    ];
    Some(asked.rule.conclude(Verdict::Note, "met", &[("day.altitude_m", text::with(altitude, "m"))], &values))
}

const PER_CENT: f64 = 100.0;

/// Sleeves wear in active use: how long one lasts is told, or has to be settled. Above the knee there is none.
pub fn sleeve_wear(asked: &Asked<'_>) -> Option<Conclusion> {
    let (rule, case) = (asked.rule, asked.case);
    let activity = case.person.activity;
    if activity < ActivityLevel::High || is_transfemoral(case) {
        return None;
    }
    let (told, barrier) = (case.prosthesis.sleeve_months, case.prosthesis.sleeve_barrier);
    let reported = rule.number(if barrier { "barrier_max" } else { "months_max" });
    let (verdict, outcome) = match told {
        None => (Verdict::NotBefore, "unknown"),
        Some(months) if months > reported => (Verdict::Caution, "longer"),
        Some(_) => (Verdict::Note, "told"),
    };
    let names = ["months_min", "months_max", "barrier_min", "barrier_max"];
    let numbers = names.map(|name| (name, text::number(rule.number(name))));
    let values = [
        ("months", told.map_or_else(text::nothing, text::number)),
        ("reported", rule.words("reported", &numbers).into()),
    ];
    let inputs = [
        ("person.activity", text::activity(activity)),
        (
            "prosthesis.sleeve_months",
            told.map_or_else(not_given, |months| {
                Wording::new("value-months").with("months", text::number(months)).into()
            }),
        ),
        ("prosthesis.sleeve_barrier", text::yes(barrier)),
    ];
    Some(rule.conclude(verdict, outcome, &inputs, &values))
}

/// A limb that swells in vacuum in a simulated day.
pub fn swelling(rule: &Rule, day: Lived<'_>) -> Option<Conclusion> {
    let grown = text::number(day.swollen_pct?);
    let inputs = [("day", text::word("simulated"))];
    Some(rule.conclude(Verdict::NotBefore, "met", &inputs, &[("grown_pct", grown), ("system", day.system.into())]))
}

/// The recommended pump holds its vacuum for little of a simulated day.
pub fn holds_little(rule: &Rule, day: Lived<'_>) -> Option<Conclusion> {
    let held_pct = 100.0 * day.held_h / day.worn_h;
    // Where the prosthesis is never on, nothing is held and nothing is lost.
    if day.worn_h <= 0.0 || held_pct >= rule.number("held_pct_min") {
        return None;
    }
    let settled = held_pct >= rule.number("settled_pct_min");
    let verdict = if settled { Verdict::Caution } else { Verdict::NotBefore };
    let inputs = [("day", text::word("simulated"))];
    let pct = Arg::Figure(format!("{held_pct:.0}"));
    Some(rule.conclude(verdict, "met", &inputs, &[("held_pct", pct), ("system", day.system.into())]))
}

/// A technique that loads chosen places, where the pumps are printed for total-surface-bearing sockets.
pub fn specific_weight_bearing(asked: &Asked<'_>) -> Option<Conclusion> {
    let technique = asked.case.technique.as_ref()?;
    let loads: Vec<String> = technique.loads().collect();
    if loads.is_empty() {
        return None;
    }
    let inputs = [("technique.name", (&technique.name).into()), ("technique.step", loads.join(", ").into())];
    watch(asked, &inputs, &[("technique", (&technique.name).into()), ("loads", loads.join("; ").into())])
}
