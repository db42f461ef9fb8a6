//! # One person's way through the trial
//!
//! **Stands for** assessment, allocation, the days on the arms, and what is measured: the unit of all work and of all
//! files, a function of the study and the person's number alone.
//!
//! **Equations**
//! - assessed: the case must be one that could be written down, its quantities within the study's limits, and where the
//!   study screens, no rule of fitting refuses the person or a pump of the study (in any arm, so that arms stay comparable)
//! - allocated: by lot, `⌊lot·arms⌋` is the arm (parallel) or where the order of arms begins (crossover: arm (p + s) mod k
//!   on day p)
//! - dropped out: by a second lot below the study's share
//! - grid 600 s for days over four hours, else 60 s; errors of a step sixteen times a report's
//! - a pinhole of the arm and one of the person's sleeve add their areas; with one of the person's both are there from the
//!   morning
//!
//! **Assumptions** persons drop out whatever the arm does to them; every day begins at rest, so nothing is carried over.
//! **Tests** `crates/evidence/tests/trial.rs`.

use crate::arm;
use crate::file::{Design, StudyFile};
use crate::modes::LimbModes;
use crate::population::{Drawn, Population};
use control::Settings;
use domain::Case;
use domain::catalog::Catalog;
use domain::document::Violation;
use evidence::systems::Worn;
use fitting::{Conclusion, Rules, Verdict, recommend};
use rayon::prelude::*;
use std::ops::Range;
use texts::{Arg, Said, Wording};
use twin::assemble::Disturbance;
use twin::day::{DayInputs, GRID_S, simulate};
use twin::ensemble::Cancelled;
use twin::parameters::ParameterSet;
use twin::quantity::Outcome;
use twin::regions::Regions;
use twin::system::System;

/// Grid of long days, s.
const LONG_GRID_S: f64 = 600.0;
/// Days longer than this are long, s.
const LONG_S: f64 = 4.0 * 3_600.0;
/// How much larger an error of a step may be than a report's.
const LOOSER: f64 = 16.0;

/// What a study draws on.
#[derive(Clone, Copy, Debug)]
pub struct Knowledge<'a> {
    /// The twin's parameters.
    pub parameters: &'a ParameterSet,
    /// Regions of the skin.
    pub regions: &'a Regions,
    /// Components.
    pub catalog: &'a Catalog,
    /// Rules of fitting.
    pub rules: &'a Rules,
}

/// How far a person came.
#[derive(Clone, Debug, PartialEq)]
pub enum Status {
    /// Not taken, and why.
    NotEligible(String),
    /// Allocated, but did not finish.
    DroppedOut,
    /// Measured on every arm of theirs.
    Analysed,
}

/// One person's result.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Number, from 0.
    pub number: u64,
    /// How far they came.
    pub status: Status,
    /// Arm (parallel) or begin of the order (crossover); 0 where all arms are lived at once.
    pub sequence: usize,
    /// The population's quantities, in its order.
    pub varied: Vec<f64>,
    /// Outcomes, arm by arm in the study's order; not a number where there is none.
    pub outcomes: Vec<f64>,
}

/// A study ready to run.
#[derive(Clone, Debug)]
pub struct Study<'a> {
    /// As written.
    pub file: StudyFile,
    /// Who takes part.
    pub population: Population,
    case: Case,
    settings: Settings,
    worn: Vec<Worn>,
    knowledge: Knowledge<'a>,
}

impl<'a> Study<'a> {
    /// Puts a study together.
    ///
    /// # Errors
    /// Names that mean nothing, laws and correlations that cannot be, a day that is none.
    pub fn new(
        file: StudyFile,
        mut case: Case,
        settings: Settings,
        modes: Option<LimbModes>,
        knowledge: Knowledge<'a>,
    ) -> Result<Self, Vec<Violation>> {
        let mut found = vec![];
        if let Some(day) = &file.day {
            case.day = day.clone();
            found.extend(case.violations());
        }
        let worn: Vec<Result<Worn, Violation>> =
            file.arm.iter().enumerate().map(|(index, arm)| arm::resolve(index, arm, knowledge.catalog)).collect();
        found.extend(worn.iter().filter_map(|worn| worn.as_ref().err().cloned()));
        let population = match Population::new(&file, knowledge.parameters, modes) {
            Ok(population) if found.is_empty() => population,
            Ok(_) => return Err(found),
            Err(faults) => return Err([found, faults].concat()),
        };
        Ok(Self { file, population, case, settings, worn: worn.into_iter().flatten().collect(), knowledge })
    }

    /// Blocks of persons that the study falls into.
    pub fn blocks(&self) -> u64 {
        self.file.persons.div_ceil(self.file.block)
    }

    /// Persons of a block.
    pub fn persons_of(&self, block: u64) -> Range<u64> {
        let first = block * self.file.block;
        first..(first + self.file.block).min(self.file.persons)
    }

    /// Days that one person's trial takes.
    pub fn days_a_person(&self) -> u64 {
        if self.file.design == Design::Parallel { 1 } else { self.file.arm.len() as u64 }
    }

    /// The persons of a range, in their order; `progress` is told after each, and may end it all.
    ///
    /// # Errors
    /// [`Cancelled`] as soon as `progress` says so.
    pub fn persons(
        &self,
        range: Range<u64>,
        progress: &(dyn Fn(&Person) -> Result<(), Cancelled> + Sync),
    ) -> Result<Vec<Person>, Cancelled> {
        range
            .into_par_iter()
            .map(|number| {
                let person = self.person(number);
                progress(&person).map(|()| person)
            })
            .collect()
    }

    /// One person.
    pub fn person(&self, number: u64) -> Person {
        let drawn = self.population.draw(number, 0);
        let varied = self.population.told(&drawn);
        let arms = self.file.arm.len();
        let sequence = match self.file.design {
            Design::Paired => 0,
            Design::Crossover | Design::Parallel => ((drawn.lot * arms as f64) as usize).min(arms - 1),
        };
        let none = vec![f64::NAN; arms * self.file.outcome.len()];
        let mut person = Person { number, status: Status::Analysed, sequence, varied, outcomes: none };
        let systems = match self.eligible(&drawn, &person.varied) {
            Ok(systems) => systems,
            Err(reason) => {
                person.status = Status::NotEligible(reason);
                person.sequence = 0;
                return person;
            }
        };
        if self.file.drop_out.as_ref().is_some_and(|drop_out| drawn.luck < drop_out.share) {
            person.status = Status::DroppedOut;
            return person;
        }
        for (arm, system) in systems.iter().enumerate() {
            let Some(day) = self.file.design.day(arm, sequence, arms) else { continue };
            let place = arm * self.file.outcome.len();
            for (offset, value) in self.measure(number, arm, system, day as u64).into_iter().enumerate() {
                person.outcomes[place + offset] = value;
            }
        }
        person
    }

    /// What a person wears on each arm, chosen once, or why they may not take part.
    fn eligible(&self, drawn: &Drawn, varied: &[f64]) -> Result<Vec<System>, String> {
        for (known, value) in self.population.varied.iter().zip(varied) {
            if let Some([low, high]) = self.file.eligibility.between.get(&known.name)
                && !(*low..=*high).contains(value)
            {
                let figure = |value: &f64| Arg::Figure(value.to_string());
                let why = Wording::new("not_eligible-outside").with("name", &known.name).with("low", figure(low));
                return Err(Said::from(why.with("high", figure(high)).with("unit", &known.unit)).into());
            }
        }
        let (case, _) = self.population.case(&self.case, drawn);
        if let Some(fault) = case.violations().first() {
            return Err(Said::from(Wording::new("not_eligible-no_such_case").with("field", &fault.field)).into());
        }
        let screened = self.file.eligibility.screened;
        let judged = screened || self.worn.iter().any(|worn| matches!(worn, Worn::Pump { .. }));
        let fitting = judged.then(|| recommend(&case, self.knowledge.catalog, self.knowledge.rules));
        let forbids = |conclusion: &&Conclusion| conclusion.verdict == Verdict::Contraindication;
        if let Some(forbidden) = fitting.iter().filter(|_| screened).find_map(|f| f.screening.iter().find(forbids)) {
            let why = Wording::new("not_eligible-contraindicated").with("rule", forbidden.rule.to_string());
            return Err(Said::from(why).into());
        }
        let arms = self.worn.iter().zip(&self.file.arm);
        arms.map(|(worn, arm)| worn.system(fitting.as_ref(), arm.ring_condition, screened)).collect()
    }

    /// The outcomes of a person's day on an arm.
    fn measure(&self, number: u64, arm: usize, system: &System, day: u64) -> Vec<f64> {
        let drawn = self.population.draw(number, day);
        let (mut case, own_pinhole) = self.population.case(&self.case, &drawn);
        let asked = &self.file.arm[arm];
        case.prosthesis.fit_gap_mm += asked.fit_gap_mm;
        let (begins, ends) = (case.day.begins_s(), case.day.ends_s());
        let from = asked.pinhole_from.map_or(begins, domain::day::ClockTime::seconds);
        let usual = DayInputs::new(self.knowledge.regions);
        let grid_s = self.file.grid_s.unwrap_or(if ends - begins > LONG_S { LONG_GRID_S } else { GRID_S });
        let inputs = DayInputs {
            disturbance: Disturbance { pinhole_mm: own_pinhole.hypot(asked.pinhole_mm), ..Disturbance::default() },
            disturbed_from_s: if own_pinhole > 0.0 { begins } else { from },
            settings: self.settings,
            noise: self.population.noise(number, day),
            tolerance: usual.tolerance.times(LOOSER),
            grid_s,
            ..usual
        };
        let lived = simulate(&case, &self.population.values(&drawn), system, inputs);
        self.file.outcome.iter().map(|measured| measured.outcome.of(&lived).unwrap_or(f64::NAN)).collect()
    }

    /// The place of an outcome among a person's outcomes.
    pub fn place(&self, arm: usize, outcome: &'static Outcome) -> Option<usize> {
        let index = self.file.outcome.iter().position(|measured| measured.outcome == outcome)?;
        Some(arm * self.file.outcome.len() + index)
    }
}
