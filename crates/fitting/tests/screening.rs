//! Indications, contraindications and cautions: each rule fires where it should and nowhere else.

use crate::common::{fit, of};
use domain::Case;
use domain::case::{ActivityLevel, Cognition, FittingStage, Function, Neuroma};
use domain::limb::{AmputationLevel, BonyProminence, Scars, SoftTissueAmount, TissueConsistency};
use domain::sock::SockPly;
use domain::technique::Technique;
use fitting::{Standing, Verdict};

type Change = fn(&mut Case);

const SPECIFIC: &str = include_str!("../../../data/socket/specific_weight_bearing.toml");
const TOTAL: &str = include_str!("../../../data/socket/total_surface_bearing.toml");

fn technique(text: &str) -> Technique {
    Technique::parse(text).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

/// A quiet person whom no rule concerns.
fn quiet(case: &mut Case) {
    case.limb.daily_fluctuation_mm = 0.0;
    case.person.activity = ActivityLevel::Moderate;
    case.prosthesis.socks_now = vec![];
}

#[test]
fn each_rule_fires_for_its_reason_only() {
    use Verdict::{Caution, Contraindication, Indication, NotBefore, Note, OutOfRange};
    let table: &[(&str, Verdict, Change)] = &[
        ("indications.volume_fluctuation", Indication, |c| c.limb.daily_fluctuation_mm = 20.0),
        ("indications.volume_fluctuation", OutOfRange, |c| c.limb.daily_fluctuation_mm = 20.1),
        ("indications.vascular", Indication, |c| c.person.conditions.diabetes = true),
        ("indications.vascular", Indication, |c| c.person.conditions.arterial_disease = true),
        ("indications.bone_and_scars", Indication, |c| c.limb.bony_prominence = BonyProminence::Prominent),
        ("indications.bone_and_scars", Indication, |c| c.limb.scars = Scars::Difficult),
        ("indications.activity", Indication, |c| c.person.activity = ActivityLevel::High),
        ("indications.adjustable_suspension", Indication, |c| c.prosthesis.wants_adjustable_suspension = true),
        ("contraindications.interim_fitting", Contraindication, |c| c.person.fitting_stage = FittingStage::Interim),
        ("contraindications.dialysis", Contraindication, |c| c.person.conditions.dialysis = true),
        ("contraindications.neuroma", Contraindication, |c| c.person.conditions.neuroma = Neuroma::CannotBearPressure),
        ("contraindications.cognition", Contraindication, |c| c.person.conditions.cognition = Cognition::CannotManage),
        ("cautions.no_indication", Caution, |_| {}),
        ("cautions.socks_with_vascular_disease", Caution, |c| {
            c.person.conditions.arterial_disease = true;
            c.prosthesis.socks_now = vec![SockPly::One];
        }),
        ("cautions.skin_suction_with_diabetes", Caution, |c| c.person.conditions.diabetes = true),
        ("cautions.insufficient_soft_tissue", Caution, |c| c.limb.soft_tissue = SoftTissueAmount::Insufficient),
        ("cautions.flabby_tissue", Caution, |c| c.limb.tissue_consistency = TissueConsistency::Flabby),
        ("cautions.vision", Caution, |c| c.person.conditions.vision = Function::Limited),
        ("cautions.hand_function", Caution, |c| c.person.conditions.hand_function = Function::None),
        ("cautions.cognition_with_help", Caution, |c| c.person.conditions.cognition = Cognition::ManagesWithHelp),
        ("cautions.neuroma_present", Caution, |c| c.person.conditions.neuroma = Neuroma::BearsPressure),
        ("cautions.transfemoral", Caution, |c| c.limb.amputation_level = AmputationLevel::Transfemoral),
        ("cautions.altitude", Note, |c| c.day.altitude_m = 1_600.0),
        ("cautions.sleeve_wear", Note, |c| c.person.activity = ActivityLevel::VeryHigh),
        ("cautions.sleeve_wear", Caution, |c| {
            c.person.activity = ActivityLevel::High;
            c.prosthesis.sleeve_months = Some(5.0);
        }),
        ("cautions.sleeve_wear", Note, |c| {
            c.person.activity = ActivityLevel::High;
            c.prosthesis.sleeve_months = Some(5.0);
            c.prosthesis.sleeve_barrier = true;
        }),
        ("cautions.sleeve_wear", NotBefore, |c| {
            c.person.activity = ActivityLevel::High;
            c.prosthesis.sleeve_months = None;
        }),
        ("cautions.hands_and_vision", NotBefore, |c| {
            c.person.conditions.hand_function = Function::None;
            c.person.conditions.vision = Function::None;
        }),
        ("space.below_knee_unused", Note, |c| c.prosthesis.below_knee_clearance_mm = Some(400.0)),
        ("cautions.specific_weight_bearing", Caution, |c| c.technique = Some(technique(SPECIFIC))),
    ];
    let baseline = fit(quiet);
    for (rule, verdict, change) in table {
        let fitting = fit(|case| {
            quiet(case);
            change(case);
        });
        let found = of(&fitting.screening, rule);
        assert_eq!(found.iter().map(|c| c.verdict).collect::<Vec<_>>(), [*verdict], "{rule}");
        assert!(!found[0].inputs.is_empty(), "{rule} names its inputs");
        if *rule != "cautions.no_indication" {
            assert!(of(&baseline.screening, rule).is_empty(), "{rule} fires without its reason");
        }
        let contraindicated = *verdict == Contraindication;
        assert_eq!(fitting.candidate, !contraindicated, "{rule}");
    }
}

#[test]
fn one_contraindication_refuses_every_pump_and_all_of_them_are_listed() {
    let fitting = fit(|case| {
        case.person.conditions.dialysis = true;
        case.person.conditions.neuroma = Neuroma::CannotBearPressure;
        case.person.fitting_stage = FittingStage::Interim;
    });
    assert!(!fitting.candidate && fitting.recommended().is_none());
    assert!(fitting.parts.is_empty() && fitting.liner.is_none());
    for pump in &fitting.pumps {
        assert_eq!(pump.standing, Standing::Refused, "{}", pump.article);
        let rules: Vec<_> = pump.refusals().map(|conclusion| conclusion.rule.as_str()).collect();
        for rule in ["contraindications.dialysis", "contraindications.neuroma", "contraindications.interim_fitting"] {
            assert!(rules.contains(&rule), "{}: {rules:?}", pump.article);
        }
    }
}

#[test]
fn altitude_says_when_the_working_range_is_out_of_reach() {
    let text = |altitude_m: f64| {
        let fitting = fit(|case| case.day.altitude_m = altitude_m);
        of(&fitting.screening, "cautions.altitude").first().map(|conclusion| conclusion.text.clone())
    };
    assert_eq!(text(500.0), None);
    assert!(text(1_000.0).is_some_and(|text| text.contains("ends at 84.7 kPa")));
    assert!(text(3_000.0).is_some_and(|text| text.contains("cannot be reached")));
}

#[test]
fn studies_of_dysvascular_users_are_shown_to_dysvascular_users() {
    let shown = |change: Change, rule: &str| fit(change).evidence.iter().any(|note| note.rule == rule);
    for rule in ["evidence.samitier_2016", "evidence.traballesi_2012"] {
        assert!(shown(|c| c.person.conditions.arterial_disease = true, rule));
        assert!(!shown(|_| {}, rule));
    }
    assert!(!shown(|c| c.limb.amputation_level = AmputationLevel::Transfemoral, "evidence.board_2001"));
}

#[test]
fn a_technique_that_loads_chosen_places_is_told_whatever_its_name() {
    let told = |text: &str, name: &str| {
        let fitting = fit(|case| {
            let mut own = technique(text);
            own.name = name.into();
            case.technique = Some(own);
        });
        of(&fitting.screening, "cautions.specific_weight_bearing").first().map(|c| (c.text.clone(), c.source.clone()))
    };
    let (text, source) = told(SPECIFIC, "as last year").expect("it loads");
    assert!(
        text.contains("load on the patellar tendon bar") && text.contains("total surface weight-bearing"),
        "{text}"
    );
    assert_eq!(source, "ottobock_harmony_brochure");
    assert_eq!(told(TOTAL, "Specific weight bearing"), None);
    assert!(of(&fit(|_| {}).screening, "cautions.specific_weight_bearing").is_empty());
}

#[test]
fn above_the_knee_no_sleeve_wears() {
    let fitting = fit(|case| {
        case.limb.amputation_level = AmputationLevel::Transfemoral;
        case.prosthesis.sleeve_months = None;
    });
    assert!(of(&fitting.screening, "cautions.sleeve_wear").is_empty());
}

#[test]
fn a_pump_that_holds_for_little_of_the_day_is_told_and_for_next_to_nothing_has_to_be_settled() {
    let rules = crate::common::rules();
    let verdict = |held_h: f64, worn_h: f64| {
        let day = fitting::Lived { system: "Harmony P4", swollen_pct: None, worn_h, held_h };
        let found = fitting::lived(&rules, day);
        assert!(found.iter().all(|c| c.text.contains("Harmony P4") && c.text.contains("compare both")), "{found:?}");
        found.first().map(|conclusion| conclusion.verdict)
    };
    assert_eq!(verdict(16.0, 16.0), None);
    assert_eq!(verdict(8.0, 16.0), None);
    assert_eq!(verdict(7.9, 16.0), Some(Verdict::Caution));
    assert_eq!(verdict(1.6, 16.0), Some(Verdict::Caution));
    assert_eq!(verdict(1.5, 16.0), Some(Verdict::NotBefore));
    assert_eq!(verdict(0.0, 15.0), Some(Verdict::NotBefore));
    assert_eq!(verdict(0.0, 0.0), None, "a prosthesis that is never on");
}

#[test]
fn a_limb_that_swells_over_a_day_is_a_warning_with_its_causes() {
    let day = fitting::Lived { system: "Harmony E2, automatic", swollen_pct: Some(2.0), worn_h: 16.0, held_h: 16.0 };
    let found = fitting::lived(&crate::common::rules(), day);
    let [warned] = &found[..] else { panic!("{found:?}") };
    assert!(warned.text.contains("more than 2 % larger") && warned.text.contains("oedema"), "{}", warned.text);
    assert!(warned.text.contains("p. 23") && warned.text.contains("too much vacuum"), "{}", warned.text);
    assert!(warned.text.contains("(Harmony E2, automatic)"), "{}", warned.text);
    assert_eq!((warned.source.as_str(), warned.verdict), ("ottobock_1c62_ifu", Verdict::NotBefore));
    let mut fitting = fit(quiet);
    assert_eq!(fitting.verdict, fitting::Candidacy::Candidate);
    fitting.found(warned.clone());
    assert_eq!(fitting.verdict, fitting::Candidacy::NotBefore);
    assert!(fitting::topics(fitting.to_settle()).iter().any(|topic| **topic == "why the limb swells in vacuum"));
}
