//! Each answer moves the day in the direction that the seeds and the studies name, at every suspension it can act on.

use crate::parameters;
use domain::Case;
use domain::case::{FittingStage, Sex};
use domain::day::ActivityKind;
use domain::limb::{BonyProminence, LimbShape, Scars, SoftTissueAmount, TissueConsistency};
use twin::answers::{answered, depends_on};
use twin::assemble::{Disturbance, assemble};
use twin::day::{DayInputs, simulate};
use twin::parameters::Values;
use twin::quantity::{DayCourse, PEAK_PRESSURE_KPA};
use twin::regions::Regions;
use twin::system::System;

/// The person of the studies, on a day of walking, standing and sitting.
fn neutral() -> Case {
    let mut case = Case::parse(include_str!("../../../data/published/reference_case.toml")).unwrap();
    case.day = Case::parse(include_str!("../../../cases/mechanic.toml")).unwrap().day;
    case
}

fn with(change: impl Fn(&mut Case)) -> Case {
    let mut case = neutral();
    change(&mut case);
    case
}

fn day(case: &Case, values: &Values, system: &System) -> DayCourse {
    let regions = Regions::parse(include_str!("../../../data/regions.toml")).unwrap();
    simulate(case, values, system, DayInputs::new(&regions))
}

/// What is lost on a valve, mean over the day, %.
fn lost(case: &Case) -> f64 {
    let day = day(case, &parameters().central(), &System::suction());
    let volumes = day.samples.iter().map(|sample| sample.seen.post_doff_volume_pct);
    -volumes.sum::<f64>() / day.samples.len() as f64
}

#[test]
fn a_person_like_the_studies_moves_nothing_and_nothing_is_said_of_them() {
    let (case, values) = (neutral(), parameters().central());
    assert_eq!(answered(&case, &values), values);
    assert_eq!(depends_on(&case), []);
}

#[test]
fn arterial_disease_takes_the_flow_of_walking_and_the_swelling_of_muscle() {
    let values = parameters().central();
    let ill = answered(&with(|case| case.person.conditions.arterial_disease = true), &values);
    assert!(ill.arterial_inflow_pct_per_s < values.arterial_inflow_pct_per_s);
    assert!(ill.walking_flow_factor >= 1.0 && ill.walking_flow_factor < values.walking_flow_factor);
    assert_eq!(ill.muscle_swelling_ml_per_100ml, 0.0);
    // Their limb holds less fluid while they walk.
    let in_walking = |case: &Case| {
        let day = day(case, &values, &System::suction());
        let walked: Vec<f64> = day
            .samples
            .iter()
            .filter(|sample| sample.doing == Some(ActivityKind::Walk))
            .map(|sample| sample.seen.in_socket_fluid_pct)
            .collect();
        walked.iter().sum::<f64>() / walked.len() as f64
    };
    let ill = in_walking(&with(|case| case.person.conditions.arterial_disease = true));
    assert!(ill < in_walking(&neutral()) - 0.3, "{ill}");
}

#[test]
fn each_answer_moves_the_volume_that_is_lost_on_a_valve() {
    let usual = lost(&neutral());
    // What gives way is displaced more; what is stiff, scarred or scarce less.
    let more: [fn(&mut Case); 2] = [
        |case| case.limb.tissue_consistency = TissueConsistency::Flabby,
        |case| case.limb.soft_tissue = SoftTissueAmount::Excessive,
    ];
    let less: [fn(&mut Case); 4] = [
        |case| case.limb.tissue_consistency = TissueConsistency::Indurated,
        |case| case.limb.soft_tissue = SoftTissueAmount::Insufficient,
        |case| case.limb.scars = Scars::Difficult,
        // More is filtered into it.
        |case| case.person.conditions.diabetes = true,
    ];
    for (index, change) in more.into_iter().enumerate() {
        assert!(lost(&with(change)) > usual + 0.02, "{index}: {} and {usual}", lost(&with(change)));
    }
    for (index, change) in less.into_iter().enumerate() {
        assert!(lost(&with(change)) < usual - 0.02, "{index}: {} and {usual}", lost(&with(change)));
    }
}

#[test]
fn a_limb_matures_and_is_never_young_twice() {
    let values = parameters().central();
    let filtration = |case: &Case| answered(case, &values).filtration_ml_per_min_100g_mmhg;
    let after = |months: f64| with(|case| case.limb.months_since_amputation = Some(months));
    let usual = filtration(&neutral());
    let times = [0.0, 3.0, 6.0, 12.0, 24.0, 60.0].map(|months| filtration(&after(months)));
    assert!(times.windows(2).all(|pair| pair[0] > pair[1]), "{times:?}");
    assert!((times[5] / usual - 1.0).abs() < 1e-3, "a limb of five years has matured");
    // The stage alone stands for a usual time, and a time that is told goes before it.
    let interim = with(|case| case.person.fitting_stage = FittingStage::Interim);
    assert!((filtration(&interim) / filtration(&after(values.interim_months)) - 1.0).abs() < 1e-12);
    let both = with(|case| {
        case.person.fitting_stage = FittingStage::Interim;
        case.limb.months_since_amputation = Some(60.0);
    });
    assert_eq!(filtration(&both), times[5]);
    let fields: Vec<&str> = depends_on(&both).iter().map(|found| found.field).collect();
    assert_eq!(fields, ["limb.months_since_amputation"]);
    // More is filtered into a young limb, so that it loses less.
    assert!(lost(&after(2.0)) < lost(&after(60.0)) - 0.02);
}

#[test]
fn sex_moves_tissue_and_vessels_where_it_is_said() {
    let values = parameters().central();
    let of = |sex| with(|case| case.person.sex = sex);
    let woman = answered(&of(Some(Sex::Female)), &values);
    assert!(woman.displaced_ml_per_100ml > values.displaced_ml_per_100ml);
    assert!(woman.vein_compliance_pct_per_kpa < values.vein_compliance_pct_per_kpa);
    assert!(woman.filtration_ml_per_min_100g_mmhg > values.filtration_ml_per_min_100g_mmhg);
    assert_eq!(answered(&of(None), &values), values);
    assert_eq!(answered(&of(Some(Sex::Male)), &values), values);
    assert_eq!(depends_on(&of(Some(Sex::Female)))[0].field, "person.sex");
    assert_eq!(depends_on(&of(None)), []);
    assert!((lost(&of(Some(Sex::Female))) - lost(&neutral())).abs() > 0.01);
}

#[test]
fn prominent_bone_carries_more_and_the_whole_limb_as_much() {
    let values = parameters().central();
    let regions = Regions::parse(include_str!("../../../data/regions.toml")).unwrap();
    let bony = with(|case| case.limb.bony_prominence = BonyProminence::Prominent);
    let carried = |case: &Case| -> f64 {
        regions.of_case(case, &System::suction(), &values).iter().map(|r| r.area_share * r.load_factor).sum()
    };
    assert!((carried(&bony) - 1.0).abs() < 1e-9 && (carried(&neutral()) - 1.0).abs() < 1e-9);
    let peak = |case: &Case| PEAK_PRESSURE_KPA.of(&day(case, &values, &System::suction())).unwrap();
    assert!(peak(&bony) > 1.02 * peak(&neutral()));
}

#[test]
fn a_bulbous_limb_meets_the_wall_less_evenly_and_socks_worn_soften_it_with_their_own_suspension_alone() {
    let values = parameters().central();
    let network = |case: &Case, system: &System| assemble(case, &values, system, Disturbance::default());
    let bulbous = with(|case| case.limb.shape = LimbShape::Bulbous);
    let valve = System::suction();
    assert!(network(&bulbous, &valve).contact.spread > network(&neutral(), &valve).contact.spread);
    let socks = with(|case| {
        case.prosthesis.suspension_now = domain::case::SuspensionKind::Suction;
        case.prosthesis.socks_now = vec![domain::sock::SockPly::Five; 2];
    });
    let (with_socks, without) = (network(&socks, &valve), network(&neutral(), &valve));
    assert!(with_socks.contact.contact_stiffness < 0.95 * without.contact.contact_stiffness);
    assert!(with_socks.air.textile > 2.0 * without.air.textile && with_socks.socks > 2e-3);
    let rest = without.limb.at_rest();
    assert!((with_socks.gap(&rest) - without.gap(&rest)).abs() < 1e-12, "the gap is the one with them on");
    assert_eq!(network(&socks, &System::pin_lock()).socks, 0.0);
}
