//! A case in the clinic's words.

use crate::words;
use domain::case::{ActivityLevel, Cognition, Function, Neuroma, SuspensionKind, WaterUse};
use domain::day::{ActivityKind, Day};
use domain::limb::{BonyProminence, LimbShape, Scars, SoftTissueAmount, TissueConsistency};
use domain::{BodyMass, Case, MassUnit};
use units::{Length, Mass};

/// "84 kg (185 lb)".
pub fn mass(kg: f64, digits: usize) -> String {
    format!("{} kg ({} lb)", words::number(kg, digits), words::number(Mass::from_kg(kg).lb(), digits))
}

/// A person's mass, the unit first in which it was given, with a decimal where it has one: printed bands begin and end at whole numbers.
pub fn body_mass(mass: BodyMass) -> String {
    let other = mass.unit.other();
    let digits = if (mass.number - mass.number.round()).abs() < 0.05 { 0 } else { 1 };
    let text = |unit: MassUnit| format!("{} {}", words::number(mass.number_in(unit), digits), unit.symbol());
    format!("{} ({})", text(mass.unit), text(other))
}

/// "190 mm (7.5 in)".
pub fn length(mm: f64) -> String {
    format!("{} mm ({} in)", words::number(mm, 0), words::number(Length::from_mm(mm).inches(), 1))
}

/// "transtibial, left".
pub fn level(case: &Case) -> String {
    format!("{}, {}", case.limb.amputation_level.label(), case.limb.side.label())
}

/// Where heights on this limb are counted from.
pub fn reference(case: &Case) -> &'static str {
    case.limb.amputation_level.reference()
}

/// "high".
pub const fn activity(level: ActivityLevel) -> &'static str {
    match level {
        ActivityLevel::Low => "low",
        ActivityLevel::Moderate => "moderate",
        ActivityLevel::High => "high",
        ActivityLevel::VeryHigh => "very high",
    }
}

/// What the prosthesis meets in the way of water.
pub const fn water(water: WaterUse) -> &'static str {
    match water {
        WaterUse::None => "kept dry",
        WaterUse::Splash => "rain and splashes",
        WaterUse::Swim => "swimming",
    }
}

/// Every condition that was asked for, said whether present or not: silence must not read as "no".
pub fn conditions(case: &Case) -> String {
    let conditions = &case.person.conditions;
    let answer = |present: bool, name: &str| if present { name.to_string() } else { format!("no {name}") };
    let neuroma = match conditions.neuroma {
        Neuroma::None => "no known neuroma",
        Neuroma::BearsPressure => "a neuroma that bears pressure",
        Neuroma::CannotBearPressure => "a neuroma that cannot bear pressure",
    };
    let cognition = match conditions.cognition {
        Cognition::ManagesSystem => "manages the system",
        Cognition::ManagesWithHelp => "manages the system with daily help",
        Cognition::CannotManage => "cannot manage the system",
    };
    let text = [
        answer(conditions.diabetes, "diabetes"),
        answer(conditions.arterial_disease, "occlusive arterial disease"),
        answer(conditions.dialysis, "dialysis"),
        neuroma.into(),
        cognition.into(),
        format!("hand function {}", function(conditions.hand_function)),
        format!("vision {}", function(conditions.vision)),
    ]
    .join(", ");
    crate::words::capital(&text)
}

const fn function(function: Function) -> &'static str {
    match function {
        Function::Full => "full",
        Function::Limited => "limited",
        Function::None => "absent",
    }
}

/// "Conical; soft tissue sufficient, normal; …".
pub fn limb(case: &Case) -> String {
    let limb = &case.limb;
    let shape = match limb.shape {
        LimbShape::Conical => "Conical",
        LimbShape::Cylindrical => "Cylindrical",
        LimbShape::Bulbous => "Bulbous",
    };
    let amount = match limb.soft_tissue {
        SoftTissueAmount::Insufficient => "insufficient",
        SoftTissueAmount::Sufficient => "sufficient",
        SoftTissueAmount::Excessive => "excessive",
    };
    let consistency = match limb.tissue_consistency {
        TissueConsistency::Normal => "normal",
        TissueConsistency::Flabby => "flabby",
        TissueConsistency::Indurated => "indurated",
    };
    let bone = match limb.bony_prominence {
        BonyProminence::None => "no prominent bone",
        BonyProminence::Moderate => "moderately prominent bone",
        BonyProminence::Prominent => "prominent bone",
    };
    let scars = match limb.scars {
        Scars::None => "no scars",
        Scars::Sound => "sound scars",
        Scars::Difficult => "difficult scars",
    };
    format!("{shape}; {amount} soft tissue of {consistency} consistency; {bone}; {scars}")
}

/// Heights at which a scanned limb's circumferences are shown, mm.
const SHOWN_STEP_MM: f64 = 20.0;

/// "348 mm at 0, 325 at 40, … mm below the mid-patellar tendon".
pub fn circumferences(case: &Case) -> String {
    let rows: Vec<String> = case
        .limb
        .circumferences
        .iter()
        // A scan was measured more finely than anybody reads.
        .filter(|row| case.limb.scanned.is_none() || row.below_reference_mm % SHOWN_STEP_MM == 0.0)
        .map(|row| {
            format!("{} at {}", words::number(row.circumference_mm, 0), words::number(row.below_reference_mm, 0))
        })
        .collect();
    format!("{} mm below the {}", rows.join(", "), reference(case))
}

/// How the present prosthesis is held on.
pub const fn suspension(kind: SuspensionKind) -> &'static str {
    match kind {
        SuspensionKind::ElevatedVacuum => "active vacuum",
        SuspensionKind::Suction => "suction with a one-way valve",
        SuspensionKind::PinLock => "shuttle lock with pin",
        SuspensionKind::Lanyard => "lanyard",
        SuspensionKind::Sleeve => "sleeve",
        SuspensionKind::None => "no prosthesis yet",
    }
}

/// "one 1-ply sock" for what is worn in the morning.
pub fn socks(case: &Case) -> String {
    let socks: Vec<String> = case.prosthesis.socks_now.iter().map(|ply| format!("{}-ply", ply.label())).collect();
    match socks.as_slice() {
        [] => "no socks told".into(),
        [one] => format!("one {one} sock in the morning"),
        many => format!("{} socks in the morning ({})", many.len(), many.join(", ")),
    }
}

/// Hours of each kind of activity, in the order given: "walking 6 h 15 min, …".
pub fn hours(day: &Day, kinds: &[ActivityKind], word: fn(ActivityKind) -> &'static str) -> String {
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
        let shown = [0.0, 999.0, 1_000.0, 14_480.0, -123_456.0, 1_234_567.0].map(crate::words::thousands);
        assert_eq!(shown, ["0", "999", "1,000", "14,480", "−123,456", "1,234,567"]);
    }

    #[test]
    fn durations_are_said_as_people_say_them() {
        assert_eq!([15, 60, 375].map(duration), ["15 min", "1 h", "6 h 15 min"]);
    }
}
