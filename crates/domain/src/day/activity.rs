//! What somebody does from one time of a day to another.

use crate::document::{Bounds, Violation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

const CADENCE: Bounds = Bounds::new(30.0, 200.0, "steps of both feet a minute");
const SPEED: Bounds = Bounds::new(0.1, 4.0, "m/s");
/// Cadence taken where a walk gives only its number of steps, steps/min (`general`: level walking of prosthesis
/// users at a comfortable speed, 1.0–1.3 m/s).
pub const USUAL_CADENCE_STEPS_PER_MIN: f64 = 100.0;

/// A time of day, written "07:00"; 24:00 is the day's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClockTime {
    pub(super) minutes: u16,
}

impl JsonSchema for ClockTime {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ClockTime".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A time of day, \"07:00\"; \"24:00\" is the day's end.",
            "pattern": "^(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$"
        })
    }
}

impl ClockTime {
    /// From whole minutes after midnight; `None` after 24:00.
    pub const fn from_minutes(minutes: u16) -> Option<Self> {
        if minutes <= 24 * 60 { Some(Self { minutes }) } else { None }
    }

    /// Seconds after midnight.
    pub fn seconds(self) -> f64 {
        f64::from(self.minutes) * 60.0
    }

    /// "14:20" for seconds after midnight.
    pub fn show(seconds: f64) -> String {
        let minutes = (seconds / 60.0).floor() as i64;
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl TryFrom<String> for ClockTime {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || "this is not a clock time; write \"07:30\", from 00:00 to 24:00".to_string();
        let (hours, minutes) = text.split_once(':').ok_or_else(wrong)?;
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if !(digits(hours) && digits(minutes) && minutes.len() == 2 && (1..=2).contains(&hours.len())) {
            return Err(wrong());
        }
        let (hours, minutes): (u16, u16) = (hours.parse().map_err(|_| wrong())?, minutes.parse().map_err(|_| wrong())?);
        if minutes > 59 {
            return Err(wrong());
        }
        Self::from_minutes(hours * 60 + minutes).ok_or_else(wrong)
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

/// What the person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// Walking, steadily (cadence and speed) or on and off (a number of steps).
    Walk,
    /// Standing with the weight on both legs.
    Stand,
    /// Sitting with the prosthesis on.
    Sit,
    /// Driving: sitting with the foot at the pedals.
    Drive,
    /// Prosthesis off.
    Doff,
    /// In the water with the prosthesis on.
    Swim,
}

/// One stretch of the day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Begin.
    pub from: ClockTime,
    /// End; the next activity begins here.
    pub to: ClockTime,
    /// What the person does.
    #[serde(rename = "do")]
    pub kind: ActivityKind,
    /// Walking only: steps of both feet a minute while walking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = CADENCE.low, max = CADENCE.high))]
    pub cadence_steps_per_min: Option<f64>,
    /// Walking only: speed, m/s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = SPEED.low, max = SPEED.high))]
    pub speed_m_per_s: Option<f64>,
    /// Walking only: steps of both feet in the whole stretch; what is not walked is stood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1.0))]
    pub steps: Option<f64>,
}

impl Activity {
    /// Length of the stretch, s.
    pub fn duration_s(&self) -> f64 {
        self.to.seconds() - self.from.seconds()
    }
}

impl Activity {
    pub(super) fn walk_violations(&self, field: &impl Fn(&str) -> String, found: &mut Vec<Violation>) {
        let given = [
            ("cadence_steps_per_min", self.cadence_steps_per_min),
            ("speed_m_per_s", self.speed_m_per_s),
            ("steps", self.steps),
        ];
        if self.kind != ActivityKind::Walk {
            for (name, _) in given.iter().filter(|(_, value)| value.is_some()) {
                found.push(Violation::new(
                    field(name),
                    "only a walk has this",
                    "write do = \"walk\", or leave the line out",
                ));
            }
            return;
        }
        if self.steps.is_none() && (self.cadence_steps_per_min.is_none() || self.speed_m_per_s.is_none()) {
            found.push(Violation::new(
                field("do"),
                "a walk needs to say how much",
                "give cadence_steps_per_min and speed_m_per_s, or steps",
            ));
        }
        if let Some(cadence) = self.cadence_steps_per_min {
            CADENCE.check(found, field("cadence_steps_per_min"), cadence);
        }
        if let Some(speed) = self.speed_m_per_s {
            SPEED.check(found, field("speed_m_per_s"), speed);
        }
        if let Some(steps) = self.steps {
            let cadence = self.cadence_steps_per_min.unwrap_or(USUAL_CADENCE_STEPS_PER_MIN);
            if self.to <= self.from || !CADENCE.hold(cadence) {
                // The time or the cadence is at fault and says so itself.
                return;
            }
            let most = (cadence * self.duration_s() / 60.0).floor();
            if !(1.0..=most).contains(&steps) {
                found.push(Violation::new(
                    field("steps"),
                    "this does not fit into the time",
                    format!("give 1 to {most} steps ({cadence} a minute)"),
                ));
            }
        }
    }
}
