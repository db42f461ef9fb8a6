//! A day told by its steps and its kind, and the activities that are made of it.
//!
//! Nobody published how a prosthesis user's hours fall into walking, standing and sitting by kind of day: the shares and the
//! bouts below are ours (`concord_assumption`), and whatever shows such a day says so. What is exact is what was told: the
//! hours, and the number of steps.

use super::activity::{Activity, ActivityKind, ClockTime, USUAL_CADENCE_STEPS_PER_MIN};
use crate::document::Violation;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Arg, Texts, Wording};

/// What fills the hours that are not walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Mostly seated.
    AtADesk,
    /// Mostly standing.
    OnTheFeet,
    /// As much of the one as of the other.
    Mixed,
}

impl DayKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::AtADesk, Self::Mixed, Self::OnTheFeet];

    /// "at a desk".
    pub fn wording(self) -> Wording {
        Wording::new(match self {
            Self::AtADesk => "day_kind-at_a_desk",
            Self::OnTheFeet => "day_kind-on_the_feet",
            Self::Mixed => "day_kind-mixed",
        })
    }

    /// Share of the hours that are not walked in which the person stands; sitting in the rest (`concord_assumption`).
    pub const fn standing_share(self) -> f64 {
        match self {
            Self::AtADesk => 0.15,
            Self::Mixed => 0.5,
            Self::OnTheFeet => 0.8,
        }
    }
}

/// Length of the stretch that begins with one walk, min (`concord_assumption`).
const BOUT_MIN: u32 = 60;

/// What was told of a day instead of its activities; each part may be missing yet.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Told {
    /// Steps of both feet.
    pub steps: Option<f64>,
    /// Kind of day.
    pub kind: Option<DayKind>,
    /// Donning.
    pub from: Option<ClockTime>,
    /// The day's end.
    pub to: Option<ClockTime>,
}

/// A day that was told by its steps and its kind, and how it was expanded into activities.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Expansion {
    /// Steps of both feet.
    pub steps: f64,
    /// Kind of day.
    pub kind: DayKind,
    /// Donning.
    pub from: ClockTime,
    /// The day's end.
    pub to: ClockTime,
    /// Pace of every walk, steps of both feet a minute.
    pub cadence_steps_per_min: f64,
    /// Share of the hours that are not walked in which the person stands; sitting in the rest.
    pub standing_share: f64,
    /// Minutes from one walk to the next.
    pub walk_every_min: u32,
    /// Where pace, share and bouts come from: assumed.
    pub source: &'static str,
}

impl Told {
    /// The expansion at a pace, where all is told and can be walked.
    pub fn expansion(&self, cadence_steps_per_min: Option<f64>) -> Option<Expansion> {
        let kind = self.kind?;
        let expansion = Expansion {
            steps: self.steps?,
            kind,
            from: self.from?,
            to: self.to?,
            cadence_steps_per_min: cadence_steps_per_min.unwrap_or(USUAL_CADENCE_STEPS_PER_MIN),
            standing_share: kind.standing_share(),
            walk_every_min: BOUT_MIN,
            source: "concord_assumption",
        };
        let sound = expansion.from < expansion.to
            && expansion.steps.fract() == 0.0
            && (0.0..=expansion.most_steps()).contains(&expansion.steps);
        sound.then_some(expansion)
    }

    /// What is missing, as questions, and what cannot be.
    pub(super) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        let at = |field: &str| format!("{path}.{field}");
        if *self == Self::default() {
            let asks = "steps of both feet over the day, with kind, from and to; or activities";
            found.push(Violation::open(at("steps"), "the day is not told yet", asks));
            return;
        }
        let missing = [
            ("steps", self.steps.is_none(), "give the steps of both feet over the day"),
            ("kind", self.kind.is_none(), "give at_a_desk, mixed or on_the_feet"),
            ("from", self.from.is_none(), "give the time of donning, \"07:00\""),
            ("to", self.to.is_none(), "give the time of the day's end, \"23:00\""),
        ];
        let missing = missing.into_iter().filter(|(_, missing, _)| *missing);
        found.extend(missing.map(|(field, _, expected)| Violation::open(at(field), "this is not told yet", expected)));
        if let Some(steps) = self.steps.filter(|steps| !(*steps >= 0.0 && steps.is_finite() && steps.fract() == 0.0)) {
            let what = if steps.is_nan() { "this is not a number" } else { "this is no number of steps" };
            found.push(Violation::new(at("steps"), what, "give a whole number, 0 or more"));
            return;
        }
        let Some((from, to)) = self.from.zip(self.to) else { return };
        if to <= from {
            found.push(Violation::new(
                at("to"),
                format!("the day ends at {to} but begins at {from}"),
                "a day lies between 00:00 and 24:00; split what runs across midnight into two cases",
            ));
            return;
        }
        let most = most_steps(from, to, USUAL_CADENCE_STEPS_PER_MIN);
        if self.steps.is_some_and(|steps| steps > most) {
            found.push(Violation::new(
                at("steps"),
                "this does not fit into the time",
                format!("give 0 to {most} steps ({USUAL_CADENCE_STEPS_PER_MIN} a minute)"),
            ));
        }
    }
}

fn most_steps(from: ClockTime, to: ClockTime, cadence: f64) -> f64 {
    (cadence * (to.seconds() - from.seconds()) / 60.0).floor()
}

impl Expansion {
    /// Most steps of both feet that the hours hold.
    pub fn most_steps(&self) -> f64 {
        most_steps(self.from, self.to, self.cadence_steps_per_min)
    }

    /// The activities: in each bout first the walk, then what is stood, then what is sat. Steps are shared out by time, and their
    /// sum is what was told.
    pub fn activities(&self) -> Vec<Activity> {
        let (begin, end) = (u32::from(self.from.minutes), u32::from(self.to.minutes));
        let length = end - begin;
        let bouts = length.div_ceil(BOUT_MIN);
        let of_steps = |minute: u32| (self.steps * f64::from(minute - begin) / f64::from(length)).floor();
        let mut activities = vec![];
        let mut add = |from: u32, to: u32, kind: ActivityKind, steps: Option<f64>| {
            let time = |minute: u32| u16::try_from(minute).ok().and_then(ClockTime::from_minutes);
            if let (true, Some(from), Some(to)) = (from < to, time(from), time(to)) {
                let cadence_steps_per_min =
                    steps.map(|_| self.cadence_steps_per_min).filter(|own| *own != USUAL_CADENCE_STEPS_PER_MIN);
                activities.push(Activity { from, to, kind, cadence_steps_per_min, speed_m_per_s: None, steps });
            }
        };
        let (mut rest, mut stood) = (0, 0);
        for bout in 0..bouts {
            let bound = |bout: u32| begin + length * bout / bouts;
            let (from, to) = (bound(bout), bound(bout + 1));
            let steps = of_steps(to) - of_steps(from);
            let walk = ((steps / self.cadence_steps_per_min).ceil() as u32).min(to - from);
            rest += to - from - walk;
            let stand = (self.standing_share * f64::from(rest)).round() as u32 - stood;
            let stand = stand.min(to - from - walk);
            stood += stand;
            add(from, from + walk, ActivityKind::Walk, Some(steps));
            add(from + walk, from + walk + stand, ActivityKind::Stand, None);
            add(from + walk + stand, to, ActivityKind::Sit, None);
        }
        activities
    }

    /// What was told: `6,000 steps and "at a desk", 07:00 to 23:00`.
    pub fn words_of_told(&self) -> Wording {
        Wording::new("day_told-steps")
            .with("steps", Arg::Figure(grouped(self.steps)))
            .with("kind", self.kind.wording())
            .with("from", self.from.to_string())
            .with("to", self.to.to_string())
    }

    /// The same in English.
    pub fn told(&self) -> String {
        Texts::english().render(&self.words_of_told())
    }

    /// What was told and what was assumed, in sentences.
    pub fn wording(&self) -> Wording {
        let whole = |value: f64| Arg::Figure(format!("{value:.0}"));
        Wording::new("day_told-expanded")
            .with("told", self.words_of_told())
            .with("minutes", Arg::Figure(self.walk_every_min.to_string()))
            .with("cadence", whole(self.cadence_steps_per_min))
            .with("standing", whole(100.0 * self.standing_share))
            .with("sitting", whole(100.0 * (1.0 - self.standing_share)))
    }

    /// The same in English.
    pub fn sentence(&self) -> String {
        Texts::english().render(&self.wording())
    }
}

/// "6,000".
pub fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests;
