//! What is said about a sound case.

use crate::input::Workup;
use crate::tape_against_scan::TapeAgainstScan;
use domain::limb::AmputationLevel;
use serde::Serialize;
use texts::{Arg, Said, Wording};
use units::Mass;

/// What is said about a sound case.
#[derive(Debug, Serialize)]
pub struct Checked {
    /// The file.
    pub file: String,
    /// Name of the case.
    pub name: String,
    /// Level of the amputation.
    pub amputation_level: AmputationLevel,
    /// Body mass, kg.
    pub body_mass_kg: f64,
    /// Body mass, lb.
    pub body_mass_lb: f64,
    /// Volume of the limb below the level that heights are counted from, mL.
    pub limb_volume_ml: f64,
    /// Its skin, cm².
    pub limb_skin_area_cm2: f64,
    /// The tape beside the scan, where the case names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tape_against_scan: Option<TapeAgainstScan>,
    /// When the day begins.
    pub day_begins: String,
    /// When it ends.
    pub day_ends: String,
    /// How many activities it has.
    pub activities: usize,
    /// What they were expanded from, where the day was told by steps and a kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expanded_from: Option<Said>,
}

impl From<&Workup> for Checked {
    fn from(read: &Workup) -> Self {
        let case = &read.case;
        Self {
            file: read.file.clone(),
            name: case.name.clone(),
            amputation_level: case.limb.amputation_level,
            body_mass_kg: case.person.body_mass_kg,
            body_mass_lb: Mass::from_kg(case.person.body_mass_kg).lb(),
            limb_volume_ml: case.limb.volume_ml(),
            limb_skin_area_cm2: case.limb.skin_area_cm2(),
            tape_against_scan: read.tape.clone(),
            day_begins: domain::day::ClockTime::show(case.day.begins_s()),
            day_ends: domain::day::ClockTime::show(case.day.ends_s()),
            activities: case.day.activities.len(),
            expanded_from: case.day.expansion().map(|told| told.words_of_told().into()),
        }
    }
}

impl Checked {
    /// One line for people.
    pub fn line(&self) -> Said {
        let whole = |value: f64| Arg::Figure(format!("{value:.0}"));
        let day = match &self.expanded_from {
            None => Wording::new("checked-day"),
            Some(told) => Wording::new("checked-day_expanded").with("told", told),
        };
        let day = day.with("begins", &self.day_begins).with("ends", &self.day_ends).with("count", self.activities);
        let line = match &self.tape_against_scan {
            None => Wording::new("checked-fine"),
            Some(against) => Wording::new("checked-fine_and_measured").with("measured", against.line()),
        };
        line.with("file", &self.file)
            .with("name", &self.name)
            .with("kg", Arg::Figure(format!("{:.1}", self.body_mass_kg)))
            .with("lb", whole(self.body_mass_lb))
            .with("level", self.amputation_level.wording())
            .with("volume", whole(self.limb_volume_ml))
            .with("skin", whole(self.limb_skin_area_cm2))
            .with("day", day)
            .into()
    }
}
