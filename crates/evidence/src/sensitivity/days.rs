//! What is asked about: four outcomes of a day, each on a pump or on a one-way valve.

use super::question::Question;
use domain::Case;
use domain::case::SocketConcept;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Texts, Wording};
use twin::day::{DayInputs, simulate};
use twin::parameters::Values;
use twin::quantity::{self, PISTONING_MEAN_MM, POST_DOFF_VOLUME_END_PCT, STRIDES_TO_15_INHG};
use twin::system::{Connection, Drive, System};

/// An outcome of the day on one of two suspensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// Limb volume after doffing at the day's end on a single-chamber pump.
    VolumePump,
    /// The same with a one-way valve.
    VolumeValve,
    /// Mean pistoning while walking with a one-way valve.
    PistoningValve,
    /// Steps on the prosthesis from donning to 15 inHg on the pump.
    StepsToWorking,
}

/// All of them, in the order of [`outcomes`].
pub const ASKED: [Asked; 4] = [Asked::VolumePump, Asked::VolumeValve, Asked::PistoningValve, Asked::StepsToWorking];

impl Asked {
    /// The outcome.
    pub fn outcome(self) -> &'static quantity::Outcome {
        match self {
            Self::VolumePump | Self::VolumeValve => &POST_DOFF_VOLUME_END_PCT,
            Self::PistoningValve => &PISTONING_MEAN_MM,
            Self::StepsToWorking => &STRIDES_TO_15_INHG,
        }
    }

    fn on_pump(self) -> bool {
        matches!(self, Self::VolumePump | Self::StepsToWorking)
    }

    /// For people.
    pub fn words_in(self, texts: &Texts) -> String {
        let id = if self.on_pump() { "asked-on_a_pump" } else { "asked-on_a_valve" };
        texts.render(&Wording::new(id).with("outcome", self.outcome().name(texts)))
    }

    /// The same in English.
    pub fn words(self) -> String {
        self.words_in(Texts::english())
    }

    /// Unit.
    pub fn unit(self) -> &'static str {
        self.outcome().unit
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
    ASKED.map(|asked| asked.outcome().of(if asked.on_pump() { &pumped } else { &valve }).unwrap_or(f64::NAN))
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
        let text = include_str!("../../../../data/published/reference_case.toml");
        let walk = "{ from = \"08:00\", to = \"09:00\", do = \"walk\", steps = 3000 }, { from = \"09:00\"";
        let mut case = Case::parse(&text.replace("{ from = \"09:00\"", walk)).expect("a sound case");
        case.day.activities[1].kind = ActivityKind::Doff;
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
        let of_day = [&POST_DOFF_VOLUME_END_PCT, &PISTONING_MEAN_MM].map(|outcome| outcome.of(&day).unwrap());
        assert_eq!([told[1], told[2]], of_day);
    }
}
