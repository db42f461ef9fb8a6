use super::super::Day;
use super::*;

fn time(text: &str) -> ClockTime {
    ClockTime::try_from(text.to_string()).unwrap()
}

fn told(steps: f64, kind: DayKind, from: &str, to: &str) -> Told {
    Told { steps: Some(steps), kind: Some(kind), from: Some(time(from)), to: Some(time(to)) }
}

#[test]
fn every_day_that_fits_has_exactly_its_steps_and_its_hours_and_can_be_walked() {
    for (from, to) in
        [("07:00", "23:00"), ("00:00", "24:00"), ("07:13", "07:14"), ("06:45", "19:38"), ("12:00", "13:01")]
    {
        for kind in DayKind::ALL {
            for cadence in [None, Some(60.0), Some(117.0)] {
                let most = Told::expansion(&told(0.0, kind, from, to), cadence).unwrap().most_steps();
                for steps in [0.0, 1.0, 7.0, 99.0, 100.0, 101.0, 5_999.0, 6_000.0, most - 1.0, most] {
                    let Some(expansion) = told(steps, kind, from, to).expansion(cadence) else {
                        assert!(steps > most, "{steps} of {most} must fit");
                        continue;
                    };
                    let activities = expansion.activities();
                    let walked: f64 = activities.iter().filter_map(|activity| activity.steps).sum();
                    assert_eq!(walked, steps, "{kind:?} {from} {to} {cadence:?}");
                    let day = Day::by_hand(20.0, 0.0, activities.clone());
                    let mut found = vec![];
                    day.violations("day", &mut found);
                    // A minute of less than one step is no walk.
                    assert!(found.is_empty(), "{steps} {kind:?} {from} {to} {cadence:?}: {found:?}");
                    assert_eq!((activities[0].from, activities.last().unwrap().to), (time(from), time(to)));
                }
            }
        }
    }
}

#[test]
fn a_desk_sits_and_feet_stand() {
    let of = |kind: DayKind, what: ActivityKind| {
        let activities = told(6_000.0, kind, "07:00", "23:00").expansion(None).unwrap().activities();
        let of_kind = activities.iter().filter(|activity| activity.kind == what);
        of_kind.map(Activity::duration_s).sum::<f64>() / 3_600.0
    };
    for kind in DayKind::ALL {
        let (stand, sit) = (of(kind, ActivityKind::Stand), of(kind, ActivityKind::Sit));
        assert!((stand / (stand + sit) - kind.standing_share()).abs() < 0.002, "{kind:?}: {stand} h, {sit} h");
        assert!((of(kind, ActivityKind::Walk) - 1.0).abs() < 0.07, "{kind:?}");
    }
}

#[test]
fn what_does_not_fit_says_what_would() {
    let found = |told: Told| {
        let mut found = vec![];
        told.violations("day", &mut found);
        found
    };
    let much = found(told(6_001.0, DayKind::Mixed, "07:00", "08:00"));
    assert_eq!((much[0].field.as_str(), much[0].open), ("day.steps", false));
    assert!(much[0].expected.contains("0 to 6000 steps"), "{much:?}");
    for steps in [-1.0, 0.5, f64::NAN, f64::INFINITY] {
        assert_eq!(found(told(steps, DayKind::Mixed, "07:00", "08:00")).len(), 1, "{steps}");
    }
    let night = found(told(10.0, DayKind::Mixed, "22:00", "06:00"));
    assert_eq!(night[0].field, "day.to");
    let open: Vec<String> =
        found(Told { steps: Some(10.0), ..Told::default() }).into_iter().map(|one| one.field).collect();
    assert_eq!(open, ["day.kind", "day.from", "day.to"]);
    assert!(found(Told::default())[0].open);
}

#[test]
fn what_was_told_is_said_with_what_was_assumed() {
    let expansion = told(6_000.0, DayKind::AtADesk, "07:00", "23:00").expansion(None).unwrap();
    assert_eq!(expansion.told(), "6,000 steps and \"at a desk\", 07:00 to 23:00");
    assert!(expansion.sentence().contains("Assumed: a walk about every 60 min at 100 steps of both feet a minute"));
    assert_eq!((grouped(0.0), grouped(999.0), grouped(1_234_567.0)), ("0".into(), "999".into(), "1,234,567".into()));
}
