//! The day of a case: activities between clock times.

use crate::document::{Bounds, Violation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

mod activity;
mod told;

pub use activity::{Activity, ActivityKind, ClockTime, USUAL_CADENCE_STEPS_PER_MIN};
pub use told::{DayKind, Expansion, Told, grouped};

const TEMPERATURE: Bounds = Bounds::new(-40.0, 60.0, "degrees Celsius");
const ALTITUDE: Bounds = Bounds::new(-430.0, 5_500.0, "m above sea level");
pub(crate) const ACTIVITIES: RangeInclusive<usize> = 1..=500;

impl From<ClockTime> for String {
    fn from(time: ClockTime) -> Self {
        time.to_string()
    }
}

/// The person's day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "AsWritten", into = "AsWritten")]
#[schemars(with = "AsWritten")]
pub struct Day {
    /// Mean air temperature, °C.
    pub temperature_c: f64,
    /// Altitude above sea level, m.
    pub altitude_m: f64,
    /// Activities in order, each beginning where the one before ends, within one day. The prosthesis is donned at
    /// the first one's begin.
    pub activities: Vec<Activity>,
    /// What was told instead of activities.
    told: Told,
    /// Whether activities were given.
    by_hand: bool,
}

/// The person's day: a number of steps and a kind of day, or activities.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Day")]
struct AsWritten {
    /// Mean air temperature, °C.
    #[schemars(range(min = TEMPERATURE.low, max = TEMPERATURE.high))]
    temperature_c: f64,
    /// Altitude above sea level, m.
    #[schemars(range(min = ALTITUDE.low, max = ALTITUDE.high))]
    altitude_m: f64,
    /// Steps of both feet over the day, where no activities are given; with `kind`, `from` and `to`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0))]
    steps: Option<f64>,
    /// What fills the hours that are not walked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<DayKind>,
    /// Donning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<ClockTime>,
    /// The day's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<ClockTime>,
    /// Activities in order, each beginning where the one before ends, within one day. The prosthesis is donned at
    /// the first one's begin. Instead of `steps`, `kind`, `from` and `to`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = *ACTIVITIES.start(), max = *ACTIVITIES.end()))]
    activities: Option<Vec<Activity>>,
}

impl From<AsWritten> for Day {
    fn from(written: AsWritten) -> Self {
        let AsWritten { temperature_c, altitude_m, steps, kind, from, to, activities } = written;
        let told = Told { steps, kind, from, to };
        let by_hand = activities.is_some();
        let expanded = || told.expansion(None).map(|expansion| expansion.activities()).unwrap_or_default();
        Self { temperature_c, altitude_m, activities: activities.unwrap_or_else(expanded), told, by_hand }
    }
}

impl From<Day> for AsWritten {
    /// What was told stays what was told; a day that was changed since is its activities.
    fn from(day: Day) -> Self {
        let told = if day.expansion().is_some() || day.activities.is_empty() { day.told } else { Told::default() };
        let by_hand = day.by_hand || told == Told::default() && !day.activities.is_empty();
        let Told { steps, kind, from, to } = told;
        let activities = by_hand.then_some(day.activities);
        Self { temperature_c: day.temperature_c, altitude_m: day.altitude_m, steps, kind, from, to, activities }
    }
}

impl Day {
    /// A day of these activities.
    pub fn by_hand(temperature_c: f64, altitude_m: f64, activities: Vec<Activity>) -> Self {
        Self { temperature_c, altitude_m, activities, told: Told::default(), by_hand: true }
    }

    /// How the activities were made of a number of steps and a kind of day; `None` where they were given, or changed since.
    pub fn expansion(&self) -> Option<Expansion> {
        let walks = self.activities.iter().filter(|activity| activity.kind == ActivityKind::Walk);
        let cadence = walks.map(|walk| walk.cadence_steps_per_min).next().flatten();
        let expansion = self.told.expansion(cadence).filter(|_| !self.by_hand)?;
        Some(expansion).filter(|expansion| expansion.activities() == self.activities)
    }

    /// The same day at another pace. The step keeps its length: a steady walk gets faster, so many steps take less time.
    pub fn set_cadence(&mut self, steps_per_min: f64) {
        if self.expansion().is_some()
            && let Some(expansion) = self.told.expansion(Some(steps_per_min))
        {
            self.activities = expansion.activities();
            return;
        }
        for walk in self.activities.iter_mut().filter(|activity| activity.kind == ActivityKind::Walk) {
            let before = walk.cadence_steps_per_min.replace(steps_per_min);
            walk.speed_m_per_s = walk.speed_m_per_s.zip(before).map(|(speed, before)| speed * steps_per_min / before);
        }
    }

    /// When the prosthesis is donned, s after midnight.
    pub fn begins_s(&self) -> f64 {
        self.activities.first().map_or(0.0, |a| a.from.seconds())
    }

    /// When the day ends, s after midnight.
    pub fn ends_s(&self) -> f64 {
        self.activities.last().map_or(0.0, |a| a.to.seconds())
    }

    pub(crate) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        TEMPERATURE.check(found, format!("{path}.temperature_c"), self.temperature_c);
        ALTITUDE.check(found, format!("{path}.altitude_m"), self.altitude_m);
        if !self.by_hand {
            self.told.violations(path, found);
            if self.activities.is_empty() {
                return;
            }
        } else if self.told != Told::default() {
            // Each is told at its own line.
            let given = [
                ("steps", self.told.steps.is_some()),
                ("kind", self.told.kind.is_some()),
                ("from", self.told.from.is_some()),
                ("to", self.told.to.is_some()),
                ("activities", true),
            ];
            let keep = "keep either `activities`, or `steps`, `kind`, `from` and `to`";
            let given = given.into_iter().filter(|(_, given)| *given);
            found.extend(
                given.map(|(field, _)| Violation::new(format!("{path}.{field}"), "the day is told twice", keep)),
            );
        }
        activities_well(path, &self.activities, found);
    }
}

/// What is wrong with the activities of a day.
pub(crate) fn activities_well(path: &str, activities: &[Activity], found: &mut Vec<Violation>) {
    if !ACTIVITIES.contains(&activities.len()) {
        found.push(Violation::new(
            format!("{path}.activities"),
            format!("{} activities", activities.len()),
            format!(
                "give {} to {}, from donning in the morning to the end of the day",
                ACTIVITIES.start(),
                ACTIVITIES.end()
            ),
        ));
        return;
    }
    for (index, activity) in activities.iter().enumerate() {
        let field = |name: &str| format!("{path}.activities[{index}].{name}");
        if activity.to <= activity.from {
            found.push(Violation::new(
                field("to"),
                format!("the activity ends at {} but begins at {}", activity.to, activity.from),
                "a day lies between 00:00 and 24:00; split what runs across midnight into two cases",
            ));
        }
        if let Some(before) = index.checked_sub(1).and_then(|before| activities.get(before)) {
            if activity.from < before.to {
                found.push(Violation::new(
                    field("from"),
                    format!("overlaps the activity before, which ends at {}", before.to),
                    format!("begin at {}", before.to),
                ));
            } else if activity.from > before.to {
                found.push(Violation::new(
                    field("from"),
                    format!("nothing is said about {} to {}", before.to, activity.from),
                    format!("begin at {}, or add an activity between", before.to),
                ));
            }
        }
        activity.walk_violations(&field, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Result<ClockTime, String> {
        ClockTime::try_from(text.to_string())
    }

    #[test]
    fn clock_times_round_trip_and_nonsense_is_refused() {
        for text in ["00:00", "07:05", "23:59", "24:00"] {
            assert_eq!(time(text).unwrap().to_string(), text);
        }
        assert_eq!(time("7:05").unwrap().to_string(), "07:05");
        for text in ["", "7", "24:01", "07:60", "7:5", "-1:00", "+7:00", "07:00:00", "noon"] {
            assert!(time(text).is_err(), "{text}");
        }
    }

    fn day(rows: &[(&str, &str)]) -> Vec<Violation> {
        let activities = rows
            .iter()
            .map(|(from, to)| Activity {
                from: time(from).unwrap(),
                to: time(to).unwrap(),
                kind: ActivityKind::Sit,
                cadence_steps_per_min: None,
                speed_m_per_s: None,
                steps: None,
            })
            .collect();
        let mut found = vec![];
        Day::by_hand(20.0, 0.0, activities).violations("day", &mut found);
        found
    }

    #[test]
    fn overlaps_gaps_and_midnight_are_found() {
        assert!(day(&[("07:00", "08:00"), ("08:00", "24:00")]).is_empty());
        assert!(day(&[("07:00", "08:00"), ("07:59", "09:00")])[0].what.contains("overlaps"));
        assert!(day(&[("07:00", "08:00"), ("08:01", "09:00")])[0].what.contains("08:00 to 08:01"));
        assert!(day(&[("22:00", "06:00")])[0].expected.contains("midnight"));
    }

    #[test]
    fn more_steps_than_the_time_holds_are_refused() {
        let mut activity = Activity {
            from: time("07:00").unwrap(),
            to: time("07:10").unwrap(),
            kind: ActivityKind::Walk,
            cadence_steps_per_min: None,
            speed_m_per_s: None,
            steps: Some(1_000.0),
        };
        let check = |activity: &Activity| {
            let mut found = vec![];
            activity.walk_violations(&|name| name.to_string(), &mut found);
            found.len()
        };
        assert_eq!(check(&activity), 0);
        activity.steps = Some(1_001.0);
        assert_eq!(check(&activity), 1);
        activity.steps = Some(f64::NAN);
        assert_eq!(check(&activity), 1);
        activity.steps = None;
        assert_eq!(check(&activity), 1);
    }

    #[test]
    fn a_walk_across_midnight_is_one_fault_not_two() {
        let activity = Activity {
            from: time("22:00").unwrap(),
            to: time("06:00").unwrap(),
            kind: ActivityKind::Walk,
            cadence_steps_per_min: None,
            speed_m_per_s: None,
            steps: Some(1_000.0),
        };
        let mut found = vec![];
        Day::by_hand(20.0, 0.0, vec![activity]).violations("day", &mut found);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].field, "day.activities[0].to");
    }
}
