//! A case in the clinic's words.

use crate::words;
use domain::case::{ActivityLevel, Cognition, Function, Neuroma, SuspensionKind, WaterUse};
use domain::day::{ActivityKind, Day};
use domain::limb::{AmputationLevel, BonyProminence, LimbShape, Scars, SoftTissueAmount, TissueConsistency};
use domain::{BodyMass, Case, MassUnit};
use texts::{Texts, Wording};
use units::{Length, Mass};

/// "84 kg (185 lb)".
pub fn mass(texts: &Texts, kg: f64, digits: usize) -> String {
    format!("{} kg ({} lb)", words::number(texts, kg, digits), words::number(texts, Mass::from_kg(kg).lb(), digits))
}

/// A person's mass, the unit first in which it was given, with a decimal where it has one: printed bands begin and end at whole numbers.
pub fn body_mass(texts: &Texts, mass: BodyMass) -> String {
    let other = mass.unit.other();
    let digits = if (mass.number - mass.number.round()).abs() < 0.05 { 0 } else { 1 };
    let text = |unit: MassUnit| format!("{} {}", words::number(texts, mass.number_in(unit), digits), unit.symbol());
    format!("{} ({})", text(mass.unit), text(other))
}

/// "190 mm (7.5 in)".
pub fn length(texts: &Texts, mm: f64) -> String {
    format!("{} mm ({} in)", words::number(texts, mm, 0), words::number(texts, Length::from_mm(mm).inches(), 1))
}

/// "transtibial, left".
pub fn level(texts: &Texts, case: &Case) -> String {
    format!("{}, {}", words::level(texts, case.limb.amputation_level), words::side(texts, case.limb.side))
}

/// Where heights on this limb are counted from, with what the language puts before it.
pub fn reference<'a>(texts: &'a Texts, case: &Case) -> &'a str {
    texts.say(match case.limb.amputation_level {
        AmputationLevel::Transtibial => "report.case.patellar_tendon",
        AmputationLevel::Transfemoral => "report.case.ischial_tuberosity",
    })
}

/// "high".
pub fn activity(texts: &Texts, level: ActivityLevel) -> &str {
    texts.say(match level {
        ActivityLevel::Low => "value.low",
        ActivityLevel::Moderate => "report.case.activity_moderate",
        ActivityLevel::High => "value.high",
        ActivityLevel::VeryHigh => "value.very_high",
    })
}

/// What the prosthesis meets in the way of water.
pub fn water(texts: &Texts, water: WaterUse) -> &str {
    texts.say(match water {
        WaterUse::None => "report.case.water_none",
        WaterUse::Splash => "report.case.water_splash",
        WaterUse::Swim => "report.case.water_swim",
    })
}

/// Every condition that was asked for, said whether present or not: silence must not read as "no".
pub fn conditions(texts: &Texts, case: &Case) -> String {
    let conditions = &case.person.conditions;
    let answer = |present: bool, yes: &'static str, no: &'static str| texts.say(if present { yes } else { no });
    let neuroma = match conditions.neuroma {
        Neuroma::None => "report.case.neuroma_none",
        Neuroma::BearsPressure => "report.case.neuroma_bears",
        Neuroma::CannotBearPressure => "report.case.neuroma_cannot",
    };
    let cognition = match conditions.cognition {
        Cognition::ManagesSystem => "report.case.manages",
        Cognition::ManagesWithHelp => "report.case.manages_with_help",
        Cognition::CannotManage => "report.case.cannot_manage",
    };
    let hands = match conditions.hand_function {
        Function::Full => "report.case.hands_full",
        Function::Limited => "report.case.hands_limited",
        Function::None => "report.case.hands_absent",
    };
    let vision = match conditions.vision {
        Function::Full => "report.case.vision_full",
        Function::Limited => "report.case.vision_limited",
        Function::None => "report.case.vision_absent",
    };
    let text = [
        answer(conditions.diabetes, "report.case.diabetes", "report.case.no_diabetes"),
        answer(conditions.arterial_disease, "report.case.arterial", "report.case.no_arterial"),
        answer(conditions.dialysis, "report.case.dialysis", "report.case.no_dialysis"),
        texts.say(neuroma),
        texts.say(cognition),
        texts.say(hands),
        texts.say(vision),
    ]
    .join(", ");
    crate::words::capital(&text)
}

/// "Conical; soft tissue sufficient, normal; …".
pub fn limb(texts: &Texts, case: &Case) -> String {
    let limb = &case.limb;
    let shape = match limb.shape {
        LimbShape::Conical => "report.case.conical",
        LimbShape::Cylindrical => "report.case.cylindrical",
        LimbShape::Bulbous => "report.case.bulbous",
    };
    let amount = match limb.soft_tissue {
        SoftTissueAmount::Insufficient => "report.case.tissue_insufficient",
        SoftTissueAmount::Sufficient => "report.case.tissue_sufficient",
        SoftTissueAmount::Excessive => "report.case.tissue_excessive",
    };
    let consistency = match limb.tissue_consistency {
        TissueConsistency::Normal => "report.case.tissue_normal",
        TissueConsistency::Flabby => "report.case.tissue_flabby",
        TissueConsistency::Indurated => "report.case.tissue_indurated",
    };
    let bone = match limb.bony_prominence {
        BonyProminence::None => "report.case.bone_none",
        BonyProminence::Moderate => "report.case.bone_moderate",
        BonyProminence::Prominent => "report.case.bone_prominent",
    };
    let scars = match limb.scars {
        Scars::None => "report.case.scars_none",
        Scars::Sound => "report.case.scars_sound",
        Scars::Difficult => "report.case.scars_difficult",
    };
    texts.fill(
        "report.case.limb",
        &[
            ("shape", texts.say(shape)),
            ("amount", texts.say(amount)),
            ("consistency", texts.say(consistency)),
            ("bone", texts.say(bone)),
            ("scars", texts.say(scars)),
        ],
    )
}

/// Heights at which a scanned limb's circumferences are shown, mm.
const SHOWN_STEP_MM: f64 = 20.0;

/// "348 mm at 0, 325 at 40, … mm below the mid-patellar tendon".
pub fn circumferences(texts: &Texts, case: &Case) -> String {
    let rows: Vec<String> = case
        .limb
        .circumferences
        .iter()
        // A scan was measured more finely than anybody reads.
        .filter(|row| case.limb.scanned.is_none() || row.below_reference_mm % SHOWN_STEP_MM == 0.0)
        .map(|row| {
            texts.fill(
                "report.case.girth",
                &[
                    ("girth", &words::number(texts, row.circumference_mm, 0)),
                    ("height", &words::number(texts, row.below_reference_mm, 0)),
                ],
            )
        })
        .collect();
    texts.fill("report.case.girths", &[("girths", &rows.join(", ")), ("reference", reference(texts, case))])
}

/// How the present prosthesis is held on.
pub fn suspension(texts: &Texts, kind: SuspensionKind) -> &str {
    texts.say(match kind {
        SuspensionKind::ElevatedVacuum => "report.case.by_vacuum",
        SuspensionKind::Suction => "report.case.by_suction",
        SuspensionKind::PinLock => "report.case.by_pin",
        SuspensionKind::Lanyard => "report.case.by_lanyard",
        SuspensionKind::Sleeve => "report.case.by_sleeve",
        SuspensionKind::None => "report.case.by_nothing",
    })
}

/// "one 1-ply sock" for what is worn in the morning.
pub fn socks(texts: &Texts, case: &Case) -> String {
    let ply = |label: u8| texts.fill("report.case.ply", &[("ply", &label.to_string())]);
    let socks: Vec<String> = case.prosthesis.socks_now.iter().map(|sock| ply(sock.label())).collect();
    match socks.as_slice() {
        [] => texts.say("report.case.no_socks").into(),
        [one] => texts.fill("report.case.one_sock", &[("ply", one)]),
        many => texts
            .render(&Wording::new("report.case.many_socks").with("count", many.len()).with("plies", many.join(", "))),
    }
}

/// Hours of each kind of activity, in the order given: "walking 6 h 15 min, …".
pub fn hours(day: &Day, kinds: &[ActivityKind], word: impl Fn(ActivityKind) -> String) -> String {
    let parts: Vec<String> = kinds
        .iter()
        .filter_map(|kind| {
            let of_kind = day.activities.iter().filter(|activity| activity.kind == *kind);
            let minutes = (of_kind.map(|activity| activity.duration_s()).sum::<f64>() / 60.0).round() as u32;
            (minutes > 0).then(|| format!("{} {}", word(*kind), duration(minutes)))
        })
        .collect();
    parts.join(", ")
}

/// "6 h 15 min".
pub fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_grouped() {
        let thousands = |value| crate::words::thousands(Texts::english(), value);
        let shown = [0.0, 999.0, 1_000.0, 14_480.0, -123_456.0, 1_234_567.0].map(thousands);
        assert_eq!(shown, ["0", "999", "1,000", "14,480", "−123,456", "1,234,567"]);
    }

    #[test]
    fn durations_are_said_as_people_say_them() {
        assert_eq!([15, 60, 375].map(duration), ["15 min", "1 h", "6 h 15 min"]);
    }
}
