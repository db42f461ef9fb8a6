//! What a limb does after doffing.

use crate::day::{Bench, case};
use domain::Case;
use domain::day::{Activity, ActivityKind, ClockTime, Day};
use domain::limb::TissueConsistency;
use twin::quantity::{REFILL_AFTER_DOFFING_PCT, VOLUME_NOW};
use twin::system::{Drive, System};

const DOFFED_S: f64 = 14.0 * 3_600.0;

/// The mechanic, who walks until two in the afternoon and is then without the prosthesis until `donned`.
fn doffing(donned: &str) -> Case {
    let mut case = case("mechanic");
    let clock = |text: &str| ClockTime::try_from(text.to_string()).unwrap();
    let activity = |from: &str, to: &str, kind| Activity {
        from: clock(from),
        to: clock(to),
        kind,
        steps: (kind == ActivityKind::Walk).then_some(3_000.0),
        cadence_steps_per_min: None,
        speed_m_per_s: None,
    };
    let activities = vec![
        activity("07:00", "14:00", ActivityKind::Walk),
        activity("14:00", donned, ActivityKind::Doff),
        activity(donned, "16:00", ActivityKind::Sit),
    ];
    case.day = Day::by_hand(case.day.temperature_c, case.day.altitude_m, activities);
    case
}

fn refill(case: &Case, system: &System) -> Option<f64> {
    REFILL_AFTER_DOFFING_PCT.of(&Bench::new().day(case, system))
}

/// Change of volume at doffing and what is refilled, %.
fn lost_and_refilled(case: &Case, system: &System) -> (f64, f64) {
    let day = Bench::new().day(case, system);
    let at = day.samples.iter().position(|sample| sample.t_s == DOFFED_S).unwrap();
    (day.course(&VOLUME_NOW).unwrap()[at], REFILL_AFTER_DOFFING_PCT.of(&day).unwrap())
}

#[test]
fn whoever_lost_more_refills_more_after_doffing() {
    let vacuum = System { drive: Drive::Regulated { vacuum_kpa: 57.6 }, ..System::suction() };
    let of = |consistency| {
        let mut case = doffing("15:00");
        case.limb.tissue_consistency = consistency;
        lost_and_refilled(&case, &System::suction())
    };
    let usual = of(TissueConsistency::Normal);
    let held = lost_and_refilled(&doffing("15:00"), &vacuum);
    assert!(held.0 > usual.0 + 1.0 && held.1 < usual.1 - 1.0, "vacuum {held:?}, valve {usual:?}");
    let (hard, soft) = (of(TissueConsistency::Indurated), of(TissueConsistency::Flabby));
    assert!(hard.0 > soft.0 && hard.1 < soft.1, "indurated {hard:?}, flabby {soft:?}");
    assert!(held.1 > 0.0, "{held:?}");
}

#[test]
fn refill_is_of_35_minutes_and_absent_where_nothing_is_doffed() {
    let valve = System::suction();
    let whole = refill(&doffing("15:00"), &valve);
    assert!(whole.is_some());
    assert_eq!(whole, refill(&doffing("14:35"), &valve));
    assert!(refill(&doffing("14:03"), &valve) < whole);
    let mut worn = doffing("15:00");
    worn.day.activities.truncate(1);
    assert_eq!(refill(&worn, &valve), None);
}
