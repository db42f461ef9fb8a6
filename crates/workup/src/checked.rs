//! What is said about a sound case.

use crate::input::Workup;
use crate::tape_against_scan::TapeAgainstScan;
use domain::limb::AmputationLevel;
use serde::Serialize;
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
    pub expanded_from: Option<String>,
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
            expanded_from: case.day.expansion().map(|told| told.told()),
        }
    }
}

impl Checked {
    /// One line for people.
    pub fn line(&self) -> String {
        let level = self.amputation_level.label();
        let measured = self.tape_against_scan.as_ref().map_or(String::new(), |against| format!(". {}", against.line()));
        format!(
            "{}: fine. {}, {:.1} kg ({:.0} lb), {level} limb of {:.0} mL and {:.0} cm², day {} to {} with {} activities{}{measured}\n",
            self.file,
            self.name,
            self.body_mass_kg,
            self.body_mass_lb,
            self.limb_volume_ml,
            self.limb_skin_area_cm2,
            self.day_begins,
            self.day_ends,
            self.activities,
            self.expanded_from.as_ref().map_or(String::new(), |told| format!(" expanded from {told}")),
        )
    }
}
