//! The days after the first, where a case tells more than one.

use crate::day::{ACTIVITIES, Activity, ActivityKind, Day, activities_well};
use crate::document::Violation;
use crate::text_line::line_of_text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Days in a row at most, the first one included.
pub const MOST_DAYS: usize = 60;
pub(crate) const MOST_ENTRIES: usize = MOST_DAYS - 1;
const NAME_LENGTH: usize = 100;

/// One or more days after the first: such as the first, or with activities of their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LaterDays {
    /// What to call them, e.g. "rest day".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = NAME_LENGTH))]
    pub name: Option<String>,
    /// How many such days follow each other; 1 without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = MOST_ENTRIES))]
    pub repeat: Option<u32>,
    /// Activities of these days; those of the first day without them. Temperature and altitude are the first day's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = *ACTIVITIES.start(), max = *ACTIVITIES.end()))]
    pub activities: Option<Vec<Activity>>,
}

/// One day of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedDay {
    /// Its name; none where it has none.
    pub name: Option<String>,
    /// The day.
    pub day: Day,
}

/// The first day and those after it.
pub(crate) fn in_a_row(first: &Day, later: &[LaterDays]) -> Vec<NamedDay> {
    let mut row = vec![NamedDay { name: None, day: first.clone() }];
    for entry in later {
        let own = |activities: &Vec<Activity>| Day::by_hand(first.temperature_c, first.altitude_m, activities.clone());
        let day = entry.activities.as_ref().map_or_else(|| first.clone(), own);
        let times = entry.repeat.unwrap_or(1) as usize;
        // Whoever asks of a case that was not checked gets no more than a checked one has.
        let times = times.min(MOST_DAYS.saturating_sub(row.len()));
        row.extend(std::iter::repeat_n(NamedDay { name: entry.name.clone(), day }, times));
    }
    row
}

/// What is wrong with the days after the first; whether the person swims.
pub(crate) fn violations(path: &str, later: &[LaterDays], swims: bool, found: &mut Vec<Violation>) {
    let all = 1 + later.iter().map(|entry| u64::from(entry.repeat.unwrap_or(1))).sum::<u64>();
    if all > MOST_DAYS as u64 {
        let expected = format!("give at most {MOST_DAYS} days in all, the first one included");
        found.push(Violation::new(path, format!("{all} days"), expected));
    }
    for (place, entry) in later.iter().enumerate().take(MOST_ENTRIES) {
        let at = |field: &str| format!("{path}[{place}].{field}");
        if let Some(name) = &entry.name {
            line_of_text(found, &at("name"), name, NAME_LENGTH);
        }
        if entry.repeat == Some(0) {
            let expected = format!("give 1 to {MOST_ENTRIES}, or take this entry out");
            found.push(Violation::new(at("repeat"), "no day at all", expected));
        }
        if entry.repeat.is_none() && entry.activities.is_none() {
            let expected = "give repeat = 1 for one more day like the first, or activities";
            found.push(Violation::new(at("repeat"), "this day is not told", expected));
        }
        let Some(activities) = &entry.activities else { continue };
        activities_well(&format!("{path}[{place}]"), activities, found);
        let in_water = activities.iter().position(|activity| activity.kind == ActivityKind::Swim);
        if let Some(index) = in_water.filter(|_| !swims) {
            found.push(swims_unsaid(format!("{path}[{place}].activities[{index}].do")));
        }
    }
}

/// Whoever swims has to have said so.
pub(crate) fn swims_unsaid(field: String) -> Violation {
    Violation::new(
        field,
        "the person swims here, but person.water_use does not say so",
        "set person.water_use = \"swim\", or take the prosthesis off with do = \"doff\"",
    )
}
