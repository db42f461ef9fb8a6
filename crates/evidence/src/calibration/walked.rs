//! The case's day with the steps that were counted.

use super::log::{Log, LogFault};
use domain::Case;
use domain::day::{Activity, ActivityKind, ClockTime, USUAL_CADENCE_STEPS_PER_MIN};

/// The case with the steps of every interval whose steps were counted; elsewhere the day stays as the case has it.
///
/// # Errors
/// The row whose steps do not fit into its interval.
pub fn with_steps(case: &Case, log: &Log) -> Result<Case, LogFault> {
    let mut shaped = case.clone();
    let Some(mut from) = case.day.activities.first().map(|activity| activity.from) else { return Ok(shaped) };
    for (index, row) in log.rows().iter().enumerate() {
        if let Some(steps) = row.steps {
            walk(&mut shaped.day.activities, (from, row.time), steps).map_err(|most| {
                let expected = format!("at most {most:.0} fit between {from} and {} in the case's day", row.time);
                LogFault::at(index, "steps", "more steps than fit into the time", expected)
            })?;
        }
        from = row.time;
    }
    Ok(shaped)
}

/// How gladly an activity makes room for steps; nobody walks while driving, swimming or without the prosthesis.
const fn order(kind: ActivityKind) -> Option<u8> {
    match kind {
        ActivityKind::Walk => Some(0),
        ActivityKind::Stand => Some(1),
        ActivityKind::Sit => Some(2),
        ActivityKind::Drive | ActivityKind::Swim | ActivityKind::Doff => None,
    }
}

/// Most steps of an activity's time.
fn room(activity: &Activity) -> f64 {
    activity.cadence_steps_per_min.unwrap_or(USUAL_CADENCE_STEPS_PER_MIN) * activity.duration_s() / 60.0
}

/// Puts the steps into the walks of an interval; where these are too short into its standing, then its sitting, too.
/// Without steps its walks are stood. Says how many would fit.
fn walk(activities: &mut Vec<Activity>, (from, to): (ClockTime, ClockTime), steps: f64) -> Result<(), f64> {
    cut(activities, from);
    cut(activities, to);
    let inside = |activity: &Activity| from <= activity.from && activity.to <= to;
    let mut most = 0.0;
    for last in 0..=2 {
        let takes = |activity: &Activity| inside(activity) && order(activity.kind).is_some_and(|place| place <= last);
        most = activities.iter().filter(|activity| takes(activity)).map(room).sum::<f64>();
        if steps > most {
            continue;
        }
        for activity in activities.iter_mut().filter(|activity| takes(activity)) {
            *activity = if steps > 0.0 {
                Activity { kind: ActivityKind::Walk, steps: Some(steps * room(activity) / most), ..*activity }
            } else {
                let (kind, none) = (ActivityKind::Stand, None);
                Activity { kind, steps: none, cadence_steps_per_min: none, speed_m_per_s: none, ..*activity }
            };
        }
        return Ok(());
    }
    Err(most.floor())
}

/// Cuts the activity that goes on at this time into two.
fn cut(activities: &mut Vec<Activity>, at: ClockTime) {
    let Some(place) = activities.iter().position(|activity| activity.from < at && at < activity.to) else { return };
    let whole = activities[place];
    let part = |part: Activity| Activity {
        steps: whole.steps.map(|steps| steps * part.duration_s() / whole.duration_s()),
        ..part
    };
    activities[place] = part(Activity { to: at, ..whole });
    activities.insert(place + 1, part(Activity { from: at, ..whole }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calibration::LogRow;

    fn case() -> Case {
        Case::parse(include_str!("../../../../cases/mechanic.toml")).expect("a shipped case")
    }

    fn time(text: &str) -> ClockTime {
        ClockTime::try_from(text.to_string()).expect("a time")
    }

    fn shaped(rows: &[(&str, Option<f64>)]) -> Result<Case, LogFault> {
        let row = |(text, steps): &(&str, Option<f64>)| LogRow {
            time: time(text),
            steps: *steps,
            vacuum_kpa: Some(40.0),
            in_socket_fluid_pct: None,
            post_doff_volume_pct: None,
        };
        with_steps(&case(), &Log::new(rows.iter().map(row).collect(), &case()).expect("a sound log"))
    }

    fn steps(case: &Case, from: &str, to: &str) -> f64 {
        let inside = |a: &&Activity| time(from) <= a.from && a.to <= time(to);
        case.day.activities.iter().filter(inside).filter_map(|activity| activity.steps).sum()
    }

    #[test]
    fn counted_steps_go_into_walks_first_and_the_day_stays_whole() {
        let day = shaped(&[("08:00", Some(500.0)), ("12:30", Some(1_000.0)), ("13:00", None)]).expect("they fit");
        assert!((steps(&day, "07:00", "08:00") - 500.0).abs() < 1e-9);
        assert!((steps(&day, "08:00", "10:00") - 1_000.0).abs() < 1e-9, "standing stays standing");
        assert!((steps(&day, "13:00", "15:30") - 4_200.0).abs() < 1e-9, "what was not counted stays");
        assert!(day.day.activities.windows(2).all(|pair| pair[0].to == pair[1].from));
        assert!(day.violations().is_empty(), "{:?}", day.violations());
    }

    #[test]
    fn where_the_walks_are_too_short_standing_and_sitting_make_room() {
        let day = shaped(&[("10:15", None), ("12:30", Some(2_000.0)), ("13:00", Some(100.0))]).expect("they fit");
        assert!((steps(&day, "10:15", "12:30") - 2_000.0).abs() < 1e-9);
        assert!((steps(&day, "12:30", "13:00") - 100.0).abs() < 1e-9);
    }

    #[test]
    fn an_interval_without_a_step_is_stood() {
        let day = shaped(&[("08:00", None), ("09:00", Some(0.0))]).expect("they fit");
        let kind = |text: &str| day.day.activities.iter().find(|a| a.to == time(text)).expect("it ends there").kind;
        assert_eq!((kind("09:00"), kind("10:00")), (ActivityKind::Stand, ActivityKind::Walk));
        assert!((steps(&day, "09:00", "10:00") - 1_600.0).abs() < 1e-9, "the rest of the walk keeps its share");
    }

    #[test]
    fn steps_that_do_not_fit_name_their_row_and_what_would() {
        let fault = shaped(&[("07:10", None), ("07:20", Some(1_001.0))]).expect_err("too many");
        assert_eq!((fault.row, fault.field), (Some(1), "steps"));
        assert!(fault.expected.contains("at most 1000"), "{}", fault.expected);
        assert!(shaped(&[("07:00", Some(1.0))]).is_err(), "no time, no steps");
        assert!(shaped(&[("07:30", None), ("08:00", Some(10.0))]).is_err(), "nobody walks while driving");
    }
}
