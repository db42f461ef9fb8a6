//! Impact, rotation and shear: what answers each, and what does not.

use crate::common::{fit, recommended};
use domain::case::ActivityLevel;
use domain::limb::AmputationLevel;
use domain::technique::Technique;
use fitting::{AnsweredBy, Fitting, Force, ForceKind};

fn force(fitting: &Fitting, kind: ForceKind) -> &Force {
    fitting.forces.iter().find(|force| force.kind == kind).expect("all three are told")
}

fn by(force: &Force) -> Vec<AnsweredBy> {
    force.answers.iter().map(|answer| answer.by).collect()
}

#[test]
fn each_force_is_answered_by_what_is_printed_for_this_system() {
    let p4 = fit(|_| {});
    assert_eq!(recommended(&p4), "4R180");
    assert_eq!(by(force(&p4, ForceKind::Impact)), [AnsweredBy::Liner, AnsweredBy::Pump]);
    assert_eq!(by(force(&p4, ForceKind::Rotation)), [AnsweredBy::Closure, AnsweredBy::Socket, AnsweredBy::Pump]);
    assert_eq!(by(force(&p4, ForceKind::Shear)), [AnsweredBy::Liner, AnsweredBy::Closure]);
    assert!(p4.forces.iter().all(|force| force.source == "ottobock_socket_technology"));
    let pump = &force(&p4, ForceKind::Impact).answers[1];
    assert!(pump.text.contains("integrated torsion and vertical shock") && pump.source == "ottobock_harmony_brochure");
    // The foot is not asked, and that is said.
    assert!(force(&p4, ForceKind::Impact).open[0].contains("foot"));
}

#[test]
fn a_pump_without_a_printed_spring_answers_no_impact() {
    let e2 = fit(|case| case.prosthesis.wants_adjustable_suspension = true);
    assert_eq!(recommended(&e2), "4R152");
    for kind in [ForceKind::Impact, ForceKind::Rotation] {
        let force = force(&e2, kind);
        assert!(!by(force).contains(&AnsweredBy::Pump), "{kind:?}");
        assert!(force.open.iter().any(|open| open.contains("count on none")), "{:?}", force.open);
    }
}

#[test]
fn a_foot_with_a_printed_heel_spring_answers_impact() {
    let triton = fit(|case| {
        case.person.activity = ActivityLevel::VeryHigh;
        case.prosthesis.available_clearance_mm = 230.0;
    });
    assert_eq!(recommended(&triton), "1C62");
    let impact = force(&triton, ForceKind::Impact);
    assert_eq!(by(impact), [AnsweredBy::Liner, AnsweredBy::Pump, AnsweredBy::Foot]);
    assert!(impact.answers[2].text.contains("dampens the impact at heel strike"), "{}", impact.answers[2].text);
}

#[test]
fn seal_and_shape_follow_the_level_and_the_technique() {
    let shear = |fitting: &Fitting| force(fitting, ForceKind::Shear).answers[1].text.clone();
    assert!(shear(&fit(|_| {})).contains("Sleeve"));
    let above = fit(|case| case.limb.amputation_level = AmputationLevel::Transfemoral);
    assert!(shear(&above).contains("Sealing Liner"), "{}", shear(&above));
    let text = include_str!("../../../data/socket/specific_weight_bearing.toml");
    let loaded = fit(|case| case.technique = Some(Technique::parse(text).expect("sound")));
    assert!(!by(force(&loaded, ForceKind::Rotation)).contains(&AnsweredBy::Socket));
}

#[test]
fn who_gets_no_pump_is_told_of_no_forces() {
    assert!(fit(|case| case.person.conditions.dialysis = true).forces.is_empty());
}
