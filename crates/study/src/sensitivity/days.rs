//! The outcomes that are asked about: four numbers of a day on a pump and on a one-way valve.

use super::Question;
use domain::Case;
use domain::case::SocketConcept;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use twin::day::{DayInputs, simulate};
use twin::parameters::Values;
use twin::person_day::PersonDay;
use twin::system::{Connection, Drive, System};

/// One number of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Limb volume after doffing at the day's end on a single-chamber pump, %.
    VolumePump,
    /// The same with a one-way valve, %.
    VolumeValve,
    /// Mean pistoning while walking with a one-way valve, mm.
    PistoningValve,
    /// Steps on the prosthesis from donning to 15 inHg on the pump.
    StepsToWorking,
}

/// All of them, in the order of [`outcomes`].
pub const OUTCOMES: [Outcome; 4] =
    [Outcome::VolumePump, Outcome::VolumeValve, Outcome::PistoningValve, Outcome::StepsToWorking];

impl Outcome {
    /// For people.
    pub fn words(self) -> &'static str {
        match self {
            Self::VolumePump => "limb volume after doffing at the day's end, single-chamber pump",
            Self::VolumeValve => "limb volume after doffing at the day's end, one-way valve",
            Self::PistoningValve => "mean pistoning while walking, one-way valve",
            Self::StepsToWorking => "steps on the prosthesis from donning to 15 inHg, single-chamber pump",
        }
    }

    /// Unit.
    pub fn unit(self) -> &'static str {
        match self {
            Self::VolumePump | Self::VolumeValve => "%",
            Self::PistoningValve => "mm",
            Self::StepsToWorking => "steps",
        }
    }
}

/// A single-chamber pump with the ring of the person's mass.
pub(super) fn pump(case: &Case) -> System {
    System {
        id: "pump".into(),
        name: "Single-chamber pump".into(),
        drive: Drive::WeightActivated {
            chambers: 1,
            rated_mass_kg: Some(case.person.body_mass_kg),
            ring_condition: 1.0,
            connection: Connection::Tube,
        },
        socket: SocketConcept::TotalSurfaceBearing,
        pump: None,
    }
}

/// The outcomes of one person; not a number where the pump never reaches 15 inHg.
pub fn outcomes(question: &Question<'_>, pump: &System, values: &Values) -> [f64; 4] {
    let inputs = DayInputs::new(question.regions);
    let pumped = simulate(question.case, values, pump, inputs);
    let valve = simulate(question.case, values, &System::suction(), inputs);
    let (on_pump, on_valve) = (PersonDay::of(&pumped), PersonDay::of(&valve));
    let steps = pumped.milestones.working.map_or(f64::NAN, |reached| reached.strides);
    [on_pump.post_doff_volume_end_pct, on_valve.post_doff_volume_end_pct, on_valve.pistoning_mean_mm, steps]
}

#[cfg(test)]
mod tests {
    use super::super::Effort;
    use super::*;
    use domain::day::ActivityKind;
    use twin::parameters::ParameterSet;
    use twin::regions::Regions;

    #[test]
    fn every_mean_counts_the_time_the_prosthesis_is_on() {
        let mut case =
            Case::parse(include_str!("../../../../data/published/reference_case.toml")).expect("a sound case");
        let last = case.day.activities.len() - 1;
        case.day.activities[last].kind = ActivityKind::Doff;
        let parameters = ParameterSet::parse(
            include_str!("../../../../data/parameters.toml"),
            &[
                include_str!("../../../../data/catalog/ottobock/4R147.toml"),
                include_str!("../../../../data/catalog/ottobock/4R152.toml"),
            ],
        )
        .expect("sound parameters");
        let regions = Regions::parse(include_str!("../../../../data/regions.toml")).expect("sound regions");
        let effort = Effort { trajectories: 2, points: 4, strongest: 1, seed: 3 };
        let question = Question { case: &case, parameters: &parameters, regions: &regions, effort };
        let values = parameters.central();
        let told = outcomes(&question, &pump(&case), &values);
        let day = simulate(&case, &values, &System::suction(), DayInputs::new(&regions));
        assert!(day.samples.iter().any(|sample| !sample.donned), "the prosthesis is off for a part of the day");
        let numbers = PersonDay::of(&day);
        assert_eq!((told[1], told[2]), (numbers.post_doff_volume_end_pct, numbers.pistoning_mean_mm));
        // The same numbers are learned from a log.
        use crate::calibration::Outcome as Learned;
        let learned = [Learned::VolumeEnd, Learned::PistoningMean, Learned::VacuumMean, Learned::PeakPressure];
        let of_day = [
            numbers.post_doff_volume_end_pct,
            numbers.pistoning_mean_mm,
            numbers.vacuum_mean_kpa,
            numbers.peak_pressure_kpa,
        ];
        assert_eq!(learned.map(|outcome| outcome.of(&day)), of_day);
    }
}
