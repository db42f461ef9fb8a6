//! Numbers and verdicts in the clinic's words; both units where people mix them.

use domain::case::PumpMode;
use domain::day::{ClockTime, DayKind, Expansion};
use domain::limb::{AmputationLevel, Side};
use domain::technique::Landmark;
use fitting::{Grade, Stance, Standing, Verdict};
use texts::{Said, Texts};
use twin::ensemble::Spread;
use twin::events::Event;
use units::VacuumLevel;
use workup::number;

/// The text with its first letter large.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A number with a real minus sign; no negative zero.
pub fn number(texts: &Texts, value: f64, digits: usize) -> String {
    texts.figure(&number::number(value, digits))
}

/// A number with its sign; none before a zero.
pub fn signed(texts: &Texts, value: f64, digits: usize) -> String {
    texts.figure(&number::signed(value, digits))
}

/// An angle around the limb in whole degrees: a whole turn is none.
pub fn degrees(texts: &Texts, around_deg: f64) -> String {
    let whole = around_deg.round();
    number(texts, if whole == 360.0 { 0.0 } else { whole }, 0)
}

/// "14,480".
pub fn thousands(texts: &Texts, value: f64) -> String {
    let digits = number::number(value, 0);
    let count = digits.chars().count();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (count - place).is_multiple_of(3) && digits.chars().nth(place - 1) != Some('−') {
            text.push(',');
        }
        text.push(digit);
    }
    texts.figure(&text)
}

/// "58 kPa (17.1 inHg)".
pub fn vacuum(texts: &Texts, kpa: f64) -> String {
    texts.figure(&format!("{kpa:.0} kPa ({:.1} inHg)", VacuumLevel::from_kpa(kpa).inhg()))
}

/// "−1.2 (−3.0 … 0.4)" with `digits` decimals: median and 10th to 90th percentile.
pub fn spread(texts: &Texts, s: &Spread, digits: usize) -> String {
    let [p50, p10, p90] = [s.p50, s.p10, s.p90].map(|value| number(texts, value, digits));
    format!("{p50} ({p10} … {p90})")
}

/// The same of what is told from `least` on: "below 0.5 (below 0.5 … 0.8)", and "below 0.5" where all is.
pub fn spread_from(texts: &Texts, s: &Spread, digits: usize, least: f64) -> String {
    let [p50, p10, p90] = [s.p50, s.p10, s.p90].map(|value| number_from(texts, value, digits, least));
    if s.p90 <= least { p90 } else { format!("{p50} ({p10} … {p90})") }
}

/// A number that is told from `least` on: "below 0.5".
pub fn number_from(texts: &Texts, value: f64, digits: usize, least: f64) -> String {
    if value <= least {
        return texts.fill("report.day.below", &[("least", &number(texts, least, digits))]);
    }
    number(texts, value, digits)
}

/// The same for a share, in percent.
pub fn percent(texts: &Texts, s: &Spread) -> String {
    let times = |x: f64| 100.0 * x;
    spread(texts, &Spread { central: times(s.central), p10: times(s.p10), p50: times(s.p50), p90: times(s.p90) }, 0)
        + " %"
}

/// Words of a result, in the reader's language.
pub fn told(texts: &Texts, said: &Said) -> String {
    said.in_words_of(texts)
}

/// "14:20 vacuum down …".
pub fn event(texts: &Texts, event: &Event) -> String {
    format!("{} {}", ClockTime::show(event.t_s), told(texts, &event.text))
}

/// "6,000 steps and "mixed", 07:00 to 23:00": what a day was expanded from.
pub fn day_told(texts: &Texts, day: &Expansion) -> String {
    let kind = match day.kind {
        DayKind::AtADesk => "report.day.at_a_desk",
        DayKind::OnTheFeet => "report.day.on_the_feet",
        DayKind::Mixed => "report.day.mixed",
    };
    texts.fill(
        "report.day.told",
        &[
            ("steps", &thousands(texts, day.steps)),
            ("kind", texts.say(kind)),
            ("from", &day.from.to_string()),
            ("to", &day.to.to_string()),
        ],
    )
}

/// What a day was expanded from and what was assumed for it, in sentences.
pub fn day_expanded(texts: &Texts, day: &Expansion) -> String {
    texts.fill(
        "report.day.expanded",
        &[
            ("told", &day_told(texts, day)),
            ("minutes", &texts.figure(&day.walk_every_min.to_string())),
            ("cadence", &number(texts, day.cadence_steps_per_min, 0)),
            ("standing", &number(texts, 100.0 * day.standing_share, 0)),
            ("sitting", &number(texts, 100.0 * (1.0 - day.standing_share), 0)),
        ],
    )
}

/// A standing in a word.
pub fn standing(texts: &Texts, standing: Standing) -> &str {
    texts.say(match standing {
        Standing::Recommended => "standing.recommended",
        Standing::Possible => "standing.possible",
        Standing::Refused => "standing.refused",
    })
}

/// A verdict in a word.
pub fn verdict(texts: &Texts, verdict: Verdict) -> &str {
    texts.say(match verdict {
        Verdict::Indication => "verdict.indication",
        Verdict::OutOfRange => "verdict.out_of_range",
        Verdict::NotBefore => "verdict.not_before",
        Verdict::Contraindication => "verdict.contraindication",
        Verdict::Refusal => "verdict.refusal",
        Verdict::Caution => "verdict.caution",
        Verdict::For => "verdict.for",
        Verdict::Against => "verdict.against",
        Verdict::Note => "verdict.note",
    })
}

/// How a statement is founded, in words.
pub fn evidence(texts: &Texts, evidence: &fitting::Evidence) -> String {
    let grade = texts.say(match evidence.grade {
        Grade::MakerClaim => "report.grade.maker_claim",
        Grade::MakerInstruction => "report.grade.maker_instruction",
        Grade::Study => "report.grade.study",
        Grade::Guideline => "report.grade.guideline",
        Grade::UserReport => "report.grade.user_report",
        Grade::OurAssumption => "report.grade.our_assumption",
    });
    evidence.n.map_or_else(|| grade.to_string(), |n| format!("{grade}, n = {n}"))
}

/// What a source says to the brochure's claims, in a word.
pub fn stance(texts: &Texts, stance: Stance) -> &str {
    texts.say(match stance {
        Stance::Supports => "report.evidence.supports",
        Stance::Mixed => "report.evidence.mixed",
        Stance::Contradicts => "report.evidence.contradicts",
    })
}

/// A mode of an electronic pump.
pub fn mode(texts: &Texts, mode: PumpMode) -> &str {
    texts.say(match mode {
        PumpMode::Off => "report.mode.off",
        PumpMode::Automatic => "report.mode.automatic",
        PumpMode::Level1 => "report.mode.level1",
        PumpMode::Level2 => "report.mode.level2",
        PumpMode::Level3 => "report.mode.level3",
        PumpMode::Level4 => "report.mode.level4",
        PumpMode::Reverse => "report.mode.reverse",
    })
}

/// "transtibial".
pub fn level(texts: &Texts, level: AmputationLevel) -> &str {
    texts.say(match level {
        AmputationLevel::Transtibial => "value.transtibial",
        AmputationLevel::Transfemoral => "value.transfemoral",
    })
}

/// "left".
pub fn side(texts: &Texts, side: Side) -> &str {
    texts.say(match side {
        Side::Left => "value.left",
        Side::Right => "value.right",
    })
}

/// A landmark's name.
pub fn landmark(texts: &Texts, landmark: Landmark) -> &str {
    texts.say(match landmark {
        Landmark::MidPatellarTendon => "choice.name.mid_patellar_tendon",
        Landmark::FibularHead => "choice.name.fibular_head",
        Landmark::TibialCrest => "choice.name.tibial_crest",
        Landmark::DistalTibia => "choice.name.distal_tibia",
        Landmark::Popliteal => "choice.name.popliteal",
        Landmark::DistalEnd => "choice.name.distal_end",
        Landmark::IschialTuberosity => "choice.name.ischial_tuberosity",
        Landmark::GreaterTrochanter => "choice.name.greater_trochanter",
        Landmark::AdductorLongus => "choice.name.adductor_longus",
        Landmark::Perineum => "choice.name.perineum",
        Landmark::DistalFemur => "choice.name.distal_femur",
    })
}

/// The landmark that heights are counted from, as short as a table or a drawing has it.
pub fn level_short(texts: &Texts, level: AmputationLevel) -> &str {
    texts.say(level.reference_short_id())
}

/// Its name.
pub fn level_landmark(texts: &Texts, level: AmputationLevel) -> &str {
    texts.say(level.reference_id())
}

/// What holds the air out.
pub fn seal<'a>(texts: &'a Texts, seal: &'a str) -> &'a str {
    match seal {
        "sleeve" => texts.say("report.seal.sleeve"),
        "seal" => texts.say("report.seal.seal"),
        other => other,
    }
}

/// A unit that is words; other units are the same in every language.
pub fn unit<'a>(texts: &'a Texts, unit: &'a str) -> &'a str {
    match unit {
        "steps" => texts.say("report.unit.steps"),
        "socks" => texts.say("report.unit.socks"),
        "% of limb volume" => texts.say("report.unit.of_limb_volume"),
        other => other,
    }
}

/// "Line volume direct" for `line_volume_direct_ml`: the unit stands with the value.
pub fn readable(name: &str) -> String {
    const UNITS: [&str; 15] =
        ["kpa", "mpa", "mm", "ml", "s", "min", "m", "n", "w", "mw", "kj", "mmhg", "rad", "steps", "e10"];
    let words: Vec<&str> = name.split('_').collect();
    let end = words.iter().skip(1).position(|word| UNITS.contains(word)).map_or(words.len(), |place| place + 1);
    capital(&words[..end].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use texts::Language;

    #[test]
    fn names_of_parameters_are_shown_without_their_unit() {
        let shown = ["line_volume_direct_ml", "reference_cadence_steps_per_min", "load_share"].map(readable);
        assert_eq!(shown, ["Line volume direct", "Reference cadence", "Load share"]);
    }

    #[test]
    fn numbers_have_a_real_minus_and_no_negative_zero() {
        let number = |value, digits| number(Texts::english(), value, digits);
        assert_eq!((number(-1.25, 1), number(-0.04, 1), number(3.0, 0)), ("−1.2".into(), "0.0".into(), "3".into()));
        assert_eq!(vacuum(Texts::english(), 57.57), "58 kPa (17.0 inHg)");
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        let german = Texts::of(Language::from_code("de").unwrap_or_default());
        assert_eq!(
            (thousands(german, 14_480.0), vacuum(german, 57.57)),
            ("14.480".into(), "58 kPa (17,0 inHg)".into())
        );
    }
}
