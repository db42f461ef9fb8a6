//! # What a finished study shows of one outcome
//!
//! **Stands for** the results section of the trial's paper: the arms, the effects, who gains and who loses, what goes with it,
//! and what trials that somebody could run would have shown.
//!
//! **Equations**
//! - arms: of the persons who had the arm and have a value: mean, standard deviation, 10th, 50th and 90th percentile
//! - effect of each arm against the reference by the study's design (`effect`); who gains, who loses (`responders`) and what
//!   goes with it (`drivers`) where each person has both arms
//! - thirds: of the four variables that go most closely with the effect
//! - trials: 2000 drawn from the cohort for each size of the study (`sampling`), each person any number of times, so that the
//!   cohort stands for a population of any size; never larger than the cohort. Where each person has both arms also as
//!   parallel groups. The seed is the study's, mixed with outcome, arm and size, so that adding one leaves the others as they are
//!
//! **Assumptions** parameters of the twin are looked at in the first [`MOST_FOR_PARAMETERS`] persons, which knows a correlation
//! to ±0.014. In a crossover variables are those of the person's first day, and a person's effect also has the difference
//! between two days in it: more seem to gain and to lose than on one and the same day. Days are drawn alike, so what all later days
//! did is chance, and persons' own effects are not freed of it (a yes or no would become a fraction). With more
//! than two arms the order turns (arm (p + s) mod k on day p), effects are those of least squares (`crossover`), and two-armed
//! trials are drawn from values freed of what the days did.
//! **Tests** by hand for each design; variables that make the effect are found; shares and no spread do not break it; the
//! same bits on any number of threads.

use super::crossover::least_squares;
use super::drivers::{Driver, Subgroup, drivers, thirds};
use super::effect::{Effect, crossover, paired, parallel};
use super::file::{Design, Measured, StudyFile};
use super::held::{Columns, with_cohort};
use super::histogram::{Bins, Histogram};
use super::population::Population;
use super::responders::{Better, Contrast, Fared, Responders, Variable, responders, who_loses};
use super::sampling::{Cohort, Sampling, Trials, sampling};
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Arg, Said, Texts, Wording};

/// Persons whose parameters of the twin are looked at.
pub const MOST_FOR_PARAMETERS: usize = 20_000;
/// Trials drawn for a size.
const TRIALS: usize = 2_000;
/// Variables whose thirds are told.
const IN_THIRDS: usize = 4;
/// Fewer persons who lose than this do not tell what parameters they have.
const FEWEST_LOSERS: usize = 20;

/// The persons analysed, in their order, and how they differ.
#[derive(Clone, Copy, Debug)]
pub struct Analysed<'a> {
    /// The arm of each (parallel), or the one that each began with (crossover).
    pub allocated: &'a [usize],
    /// Quantities of the population, of every person.
    pub varied: &'a [Variable<'a>],
    /// Parameters of the twin, of the first persons.
    pub parameters: &'a [Variable<'a>],
}

/// One outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeResult {
    /// The outcome, which way it is better, what matters and how well it is measured.
    #[serde(flatten)]
    pub measured: Measured,
    /// What it is, for people.
    pub words: String,
    /// Unit.
    pub unit: String,
    /// The arms, in the study's order.
    pub arms: Vec<ArmResult>,
    /// Every other arm against the reference.
    pub comparisons: Vec<Comparison>,
}

/// One outcome on one arm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArmResult {
    /// The arm.
    pub arm: String,
    /// Persons with a value.
    pub n: usize,
    /// Persons without one, because what was to be measured was not reached.
    pub missing: usize,
    /// Mean.
    pub mean: Option<f64>,
    /// Standard deviation.
    pub sd: Option<f64>,
    /// 10th percentile.
    pub p10: Option<f64>,
    /// Median.
    pub p50: Option<f64>,
    /// 90th percentile.
    pub p90: Option<f64>,
    /// How the values lie, on the same bins for all arms.
    pub histogram: Option<Histogram>,
}

/// One arm against the reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Comparison {
    /// The arm.
    pub arm: String,
    /// What it is compared with.
    pub reference: String,
    /// What it is worth.
    pub effect: Effect,
    /// What the later day did, in a crossover.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Person by person; absent in parallel groups, where nobody has both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persons: Option<ByPerson>,
    /// What trials would have shown, by size.
    pub trials: Vec<TrialsOfSize>,
}

/// Later day against earlier, on either arm; of more than two days the last against the first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Period {
    /// Mean.
    pub mean: Option<f64>,
    /// Lower end of its interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

impl Period {
    fn new(mean: Option<f64>, ends: Option<(f64, f64)>) -> Self {
        Self { mean, low: ends.map(|ends| ends.0), high: ends.map(|ends| ends.1) }
    }
}

/// The persons' own effects.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ByPerson {
    /// How they lie.
    pub histogram: Option<Histogram>,
    /// How many gain, how many lose.
    pub responders: Responders,
    /// How those who lose differ from the others, what differs most first.
    pub who_loses: Vec<Contrast>,
    /// What goes with the effect, most closely first.
    pub drivers: Vec<Driver>,
    /// The effect in thirds of what goes most closely with it.
    pub thirds: Vec<Thirds>,
}

/// The effect in thirds of a variable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Thirds {
    /// The variable.
    pub variable: String,
    /// Lowest values first.
    pub groups: Vec<Subgroup>,
}

/// What trials of one size and design would have shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TrialsOfSize {
    /// Persons in a trial, over all its groups.
    pub size: usize,
    /// The design of the trials.
    pub design: Design,
    /// What they would have concluded.
    pub sampling: Option<Sampling>,
    /// Why nothing was drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_not: Option<Said>,
}

/// Values of every parameter of the twin that differs between these persons and that the study does not name itself.
pub fn parameters_of(population: &Population, persons: &[u64]) -> Vec<(&'static str, Vec<f64>)> {
    let drawn: Vec<Vec<(&'static str, f64)>> = persons
        .par_iter()
        .take(MOST_FOR_PARAMETERS)
        .map(|person| population.values(&population.draw(*person, 0)).named().to_vec())
        .collect();
    let Some(first) = drawn.first() else { return vec![] };
    let differs = |place: usize| drawn.iter().any(|values| values[place].1 != first[place].1);
    let named = |name: &str| population.varied.iter().any(|varied| varied.name == name);
    first
        .iter()
        .enumerate()
        .filter(|(place, (name, _))| differs(*place) && !named(name))
        .map(|(place, (name, _))| (*name, drawn.iter().map(|values| values[place].1).collect()))
        .collect()
}

/// The outcome with this place in the study; `arms` are its values by arm and analysed person, not a number where there is
/// none.
pub fn analyse(file: &StudyFile, outcome: usize, arms: &[Vec<f64>], analysed: &Analysed<'_>) -> OutcomeResult {
    let measured = &file.outcome[outcome];
    let had: Vec<Vec<f64>> = match file.design {
        Design::Paired | Design::Crossover => vec![],
        Design::Parallel => arms.iter().enumerate().map(|(arm, values)| of_group(values, analysed, arm)).collect(),
    };
    let arms = if file.design == Design::Parallel { &had } else { arms };
    let columns: Vec<&[f64]> = arms.iter().map(Vec::as_slice).collect();
    let bins = Bins::of(&columns);
    let reference = file.arm_index(&file.reference).unwrap_or(0);
    let compare = |arm: usize| comparison(file, outcome, [arm, reference], arms, analysed);
    OutcomeResult {
        measured: measured.clone(),
        words: measured.outcome.words(Texts::english()),
        unit: measured.outcome.unit.into(),
        arms: file.arm.iter().zip(&columns).map(|(arm, values)| of_arm(&arm.id, values, bins)).collect(),
        comparisons: (0..arms.len()).filter(|arm| *arm != reference).map(compare).collect(),
    }
}

fn of_group(values: &[f64], analysed: &Analysed<'_>, arm: usize) -> Vec<f64> {
    let all = values.iter().zip(analysed.allocated);
    all.filter(|(_, allocated)| **allocated == arm).map(|(value, _)| *value).collect()
}

fn of_arm(arm: &str, values: &[f64], bins: Option<Bins>) -> ArmResult {
    // One group's mean and standard deviation are those of differences from nothing.
    let Effect { n, missing, mean, sd, median, p10, p90, .. } = paired(values, 0.5);
    ArmResult {
        arm: arm.into(),
        n,
        missing,
        mean,
        sd,
        p10,
        p50: median,
        p90,
        histogram: bins.map(|bins| bins.counted(values)),
    }
}

fn comparison(
    file: &StudyFile,
    outcome: usize,
    [place, against]: [usize; 2],
    all: &[Vec<f64>],
    analysed: &Analysed<'_>,
) -> Comparison {
    let (arm, reference) = (all[place].as_slice(), all[against].as_slice());
    let measured = &file.outcome[outcome];
    let draw = |cohort: &Cohort<'_>| trials(file, measured, [outcome, place], cohort);
    let both = || arm.iter().zip(reference).map(|(arm, reference)| arm - reference).collect::<Vec<f64>>();
    let of_all = |cohort: &Cohort<'_>| [draw(cohort), draw_parallel(&draw, arm, reference)].concat();
    let (effect, period, persons, trials) = match file.design {
        Design::Paired => {
            let own = both();
            let trials = of_all(&Cohort::Paired(&observed(&own)));
            (paired(&own, file.level), None, Some(by_person(file, measured, &own, analysed)), trials)
        }
        Design::Crossover => {
            let own = both();
            let columns = Columns { arms: all, allocated: analysed.allocated };
            let trials = with_cohort(file.design, columns, [place, against], |cohort| of_all(cohort));
            let Effect { n, missing, median, p10, p90, .. } = paired(&own, file.level);
            let arms = all.len();
            let (found, period) = if arms > 2 {
                let found = least_squares(all, analysed.allocated, against, file.level);
                let last = found.days[arms - 1];
                let effect = Effect::new(found.arms[place], n, missing, file.level, vec![]);
                (effect, Period::new(last.mean, last.interval.ok()))
            } else {
                let day = |place: usize, begins: usize| Design::Crossover.day(place, begins, arms);
                let of = |first: bool| -> Vec<f64> {
                    let had = own.iter().zip(analysed.allocated);
                    had.filter(|(_, begins)| (day(place, **begins) < day(against, **begins)) == first)
                        .map(|(own, _)| *own)
                        .collect()
                };
                let found = crossover(&of(true), &of(false), file.level);
                (found.effect, Period::new(found.period, found.period_low.zip(found.period_high)))
            };
            let effect = Effect { median, p10, p90, ..found };
            (effect, Some(period), Some(by_person(file, measured, &own, analysed)), trials)
        }
        Design::Parallel => {
            let cohort = [observed(arm), observed(reference)];
            let trials = draw(&Cohort::Parallel { arm: &cohort[0], reference: &cohort[1] });
            (parallel(arm, reference, file.level), None, None, trials)
        }
    };
    let named = |place: usize| file.arm[place].id.clone();
    Comparison { arm: named(place), reference: named(against), effect, period, persons, trials }
}

fn observed(values: &[f64]) -> Vec<f64> {
    values.iter().copied().filter(|value| value.is_finite()).collect()
}

fn by_person(file: &StudyFile, measured: &Measured, own: &[f64], analysed: &Analysed<'_>) -> ByPerson {
    let (better, matters, level) = (measured.better, measured.matters, file.level);
    let some = &own[..own.len().min(MOST_FOR_PARAMETERS)];
    let mut who = who_loses(analysed.varied, own, better, matters);
    if losers(some, better, matters) >= FEWEST_LOSERS {
        who.extend(who_loses(analysed.parameters, some, better, matters));
        who.sort_by(|a, b| strength(b.standardised).total_cmp(&strength(a.standardised)));
    }
    let mut goes_with = [drivers(analysed.varied, own, level), drivers(analysed.parameters, some, level)].concat();
    goes_with.sort_by(|a, b| strength(b.correlation).total_cmp(&strength(a.correlation)));
    let thirds = goes_with.iter().filter(|driver| driver.correlation.is_some()).take(IN_THIRDS).filter_map(|driver| {
        let with = |known: &[Variable<'_>], own: &[f64]| {
            let variable = known.iter().find(|known| known.name == driver.variable)?;
            Some(Thirds { variable: driver.variable.clone(), groups: thirds(variable, own, level) })
        };
        with(analysed.varied, own).or_else(|| with(analysed.parameters, some))
    });
    ByPerson {
        histogram: Bins::of(&[own]).map(|bins| bins.counted(own)),
        responders: responders(own, better, matters, level),
        who_loses: who,
        thirds: thirds.collect(),
        drivers: goes_with,
    }
}

fn losers(own: &[f64], better: Better, matters: f64) -> usize {
    own.iter().filter(|own| own.is_finite() && Fared::of(**own, better, matters) == Fared::Loses).count()
}

/// What cannot be told comes last.
fn strength(found: Option<f64>) -> f64 {
    found.map_or(-1.0, f64::abs)
}

fn draw_parallel(
    draw: &impl Fn(&Cohort<'_>) -> Vec<TrialsOfSize>,
    arm: &[f64],
    reference: &[f64],
) -> Vec<TrialsOfSize> {
    let whole = arm.iter().zip(reference).filter(|(arm, reference)| arm.is_finite() && reference.is_finite());
    let (arm, reference): (Vec<f64>, Vec<f64>) = whole.unzip();
    draw(&Cohort::Randomised { arm: &arm, reference: &reference })
}

fn trials(file: &StudyFile, measured: &Measured, place: [usize; 2], cohort: &Cohort<'_>) -> Vec<TrialsOfSize> {
    let of_size = |size: &u32| {
        let size = *size as usize;
        let design = cohort.design();
        let seed = seed(file.seed, [place[0], place[1], size, design as usize]);
        let drawn = Trials {
            size,
            trials: TRIALS,
            seed,
            measurement_sd: measured.measurement_sd,
            level: file.level,
            replacement: true,
        };
        let found = if size > cohort.largest() {
            let persons = Arg::Figure(cohort.persons().to_string());
            Err(Said::from(Wording::new("not_drawn-too_few_on_both").with("persons", persons)))
        } else {
            sampling(cohort, &drawn)
        };
        TrialsOfSize { size, design, why_not: found.as_ref().err().cloned(), sampling: found.ok() }
    };
    file.trial_sizes.iter().map(of_size).collect()
}

/// A seed of its own for each place, in the 53 bits that every reader of JSON keeps (mixed as SplitMix64 does).
fn seed(study: u64, places: [usize; 4]) -> u64 {
    let mixed = places.into_iter().fold(study, |seed, place| {
        let mut z = (seed ^ place as u64).wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    });
    mixed >> 11
}

#[cfg(test)]
mod tests;
