//! # Planning: how many persons a real trial of this study needs, outcome by outcome
//!
//! **Stands for** the sample-size section of the trial's protocol.
//!
//! **Equations**
//! - each arm against the reference in the study's design, measured with the outcome's error: `power`, persons drawn any number
//!   of times, so that the cohort stands for a population of any size
//! - a paired study, which only a simulation can run, gives the sizes of parallel groups
//!
//! **Assumptions** those of `power`; sizes are of persons who finish.
//! **Tests** the same as `power` on the same persons; what has no effect says so and does not stop the others.

use super::file::{Design, Measured, StudyFile};
use super::held::{Columns, with_cohort};
use super::power::{Power, power};
use super::sampling::{Cohort, Trials};
use serde::{Deserialize, Serialize};
use texts::Said;

/// What trials of one outcome need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Planned {
    /// The outcome, which way it is better, what matters and how well it is measured.
    #[serde(flatten)]
    pub measured: Measured,
    /// Unit.
    pub unit: String,
    /// Every other arm against the reference.
    pub arms: Vec<PlannedArm>,
}

/// What trials of one arm against the reference need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlannedArm {
    /// The arm.
    pub arm: String,
    /// What it is compared with.
    pub reference: String,
    /// Effect of the cohort, power by size, smallest sizes.
    pub power: Option<Power>,
    /// Why nothing was drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_not: Option<Said>,
}

/// The design of the trials that a study of this design plans.
pub fn planned(design: Design) -> Design {
    match design {
        Design::Paired => Design::Parallel,
        Design::Crossover | Design::Parallel => design,
    }
}

/// The outcome with this place in the study; of `trials` all but size and error of measurement holds.
pub fn plan(file: &StudyFile, outcome: usize, columns: Columns<'_>, sizes: &[usize], trials: &Trials) -> Planned {
    let measured = &file.outcome[outcome];
    let trials = Trials { measurement_sd: measured.measurement_sd, ..*trials };
    let reference = file.arm_index(&file.reference).unwrap_or(0);
    let arm = |arm: usize| {
        let found = match file.design {
            Design::Paired => {
                let both = columns.arms[arm].iter().zip(&columns.arms[reference]);
                let (on_arm, on_reference): (Vec<f64>, Vec<f64>) =
                    both.filter(|(arm, reference)| arm.is_finite() && reference.is_finite()).unzip();
                power(&Cohort::Randomised { arm: &on_arm, reference: &on_reference }, sizes, &trials)
            }
            design => with_cohort(design, columns, [arm, reference], |cohort: &_| power(cohort, sizes, &trials)),
        };
        PlannedArm {
            arm: file.arm[arm].id.clone(),
            reference: file.reference.clone(),
            why_not: found.as_ref().err().cloned(),
            power: found.ok(),
        }
    };
    Planned {
        measured: measured.clone(),
        unit: measured.outcome.unit.into(),
        arms: (0..file.arm.len()).filter(|place| *place != reference).map(arm).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::power::tests::normals;

    const TRIALS: Trials =
        Trials { size: 0, trials: 400, seed: 3, measurement_sd: 0.0, level: 0.95, replacement: true };

    fn study(design: &str) -> StudyFile {
        let text = format!(
            r#"
concord_study = 1
name = "test"
case = "reference"
persons = 12
seed = 7
design = "{design}"
reference = "valve"
arm = [
  {{ id = "valve", name = "Valve", system = "suction" }},
  {{ id = "pin", name = "Pin", system = "pin" }},
]
outcome = [{{ outcome = "pistoning_mean_mm", better = "lower", matters = 1.0, measurement_sd = 1.0, source = "assumed" }}]
"#
        );
        StudyFile::parse(&text).expect("a sound study")
    }

    #[test]
    fn what_a_trial_needs_is_the_power_of_its_own_cohort_with_the_error_of_its_outcome() {
        let arms = [vec![0.0; 300], normals(300, 1.0, 1.0)];
        let allocated: Vec<usize> = (0..300).map(|person| person % 2).collect();
        let columns = Columns { arms: &arms, allocated: &allocated };
        let measured = Trials { measurement_sd: 1.0, ..TRIALS };
        let parallel = Cohort::Randomised { arm: &arms[1], reference: &arms[0] };
        let paired = plan(&study("paired"), 0, columns, &[8, 16], &TRIALS);
        assert_eq!(paired.arms[0].power, power(&parallel, &[8, 16], &measured).ok());
        // Nobody can live the same day twice: sizes are of a trial that people can run.
        assert_eq!(paired.arms[0].power.as_ref().map(|power| power.design), Some(Design::Parallel));
        let of = |begins: usize| -> Vec<f64> {
            arms[1].iter().zip(&allocated).filter(|(_, first)| **first == begins).map(|(own, _)| *own).collect()
        };
        let crossover = plan(&study("crossover"), 0, columns, &[8, 16], &TRIALS);
        let cohort = Cohort::Crossover { first: &of(1), second: &of(0) };
        assert_eq!(crossover.arms[0].power, power(&cohort, &[8, 16], &measured).ok());
    }

    #[test]
    fn an_arm_without_an_effect_says_that_there_is_nothing_to_show() {
        let arms = [vec![1.0; 50], vec![1.0; 50]];
        let columns = Columns { arms: &arms, allocated: &[0; 50] };
        let found = plan(&study("paired"), 0, columns, &[8], &TRIALS);
        assert_eq!(found.arms[0].power, None);
        assert!(found.arms[0].why_not.as_ref().is_some_and(|why| why.contains("no effect")));
    }
}
