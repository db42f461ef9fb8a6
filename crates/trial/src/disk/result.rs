//! What a finished study shows, version 1: the public contract of `--json` and `summary.json`, and what the report is made from.

use crate::analysis::{Analysed, MOST_FOR_PARAMETERS, OutcomeResult, analyse, parameters_of};
use crate::disk::bundle::Bundle;
use crate::disk::folder::{Folder, Ways};
use crate::disk::table::column;
use crate::disk::tables::tables;
use crate::file::{Arm, Design};
use crate::held::{Columns, Held, hold};
use crate::person::Study;
use crate::population::parameter_words;
use crate::responders::Variable;
use serde::Serialize;
use std::path::Path;
use texts::Said;
use twin::quantity::Outcome;
use workup::library::{self, Library};
use workup::outcome::Stamp;
use workup::problem::{Failure, Fault};

/// Persons whose results are held at once: each column of them takes 160 MB.
const MOST_ANALYSED: u64 = 20_000_000;

/// A finished study.
#[derive(Clone, Debug, Serialize)]
pub struct StudyResult {
    /// Who made it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// Tells what two results must share to be of one study.
    pub fingerprint: String,
    /// What the study is called.
    pub name: String,
    /// What it asks.
    pub about: String,
    /// How the arms met the persons.
    pub design: Design,
    /// Persons assessed.
    pub persons: u64,
    /// Seed.
    pub seed: u64,
    /// Confidence of intervals.
    pub level: f64,
    /// The arm that the others are compared with.
    pub reference: String,
    /// The arms.
    pub arms: Vec<Arm>,
    /// Who came how far.
    pub flow: Flow,
    /// What differs between persons: quantities of the population, then the twin's own parameters.
    pub variables: Vec<Told>,
    /// The outcomes, the primary one first.
    pub outcomes: Vec<OutcomeResult>,
    /// Published numbers beside what trials of their size show, in the study's order.
    pub published: Vec<Beside>,
}

/// A published number that the study is held to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Beside {
    /// Row of the published tables.
    pub row: String,
    /// The outcome.
    pub outcome: &'static Outcome,
    /// The arm.
    pub arm: String,
    /// Less this arm; the arm's own mean without.
    pub less: Option<String>,
    /// The number, what trials of its size show, and the verdict.
    pub held: Option<Held>,
    /// Why no trials were drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_not: Option<Said>,
}

/// Who came how far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Flow {
    /// Persons assessed for eligibility.
    pub assessed: u64,
    /// Persons not taken, the commonest reason first.
    pub not_eligible: Vec<Reason>,
    /// Those taken, by what the lot gave them; all in one where every person lives the same day on every arm.
    pub groups: Vec<Group>,
}

/// Why persons were not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The limit or the rule.
    pub reason: String,
    /// How many.
    pub persons: u64,
}

/// Persons with the same lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Their arm (parallel), or the one they began with (crossover); none where all had all at once.
    pub arm: Option<String>,
    /// Persons allocated.
    pub allocated: u64,
    /// Persons of these who did not finish.
    pub dropped_out: u64,
    /// Persons analysed.
    pub analysed: u64,
}

/// Something that differs between persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// What it is.
    pub words: Said,
    /// Whether it is one of the twin's parameters that the study leaves as they are.
    pub parameter: bool,
    /// Persons analysed whose value stands on one of the study's limits; absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_limits: Option<u64>,
}

impl Flow {
    /// Persons taken.
    pub fn allocated(&self) -> u64 {
        self.groups.iter().map(|group| group.allocated).sum()
    }

    /// Persons analysed.
    pub fn analysed(&self) -> u64 {
        self.groups.iter().map(|group| group.analysed).sum()
    }

    fn of(study: &Study<'_>, ways: &Ways) -> Self {
        let mut analysed = vec![0; study.file.arm.len()];
        for (arm, _) in ways.allocated.iter().zip(&ways.analysed).filter(|(_, analysed)| **analysed) {
            analysed[*arm] += 1;
        }
        let group = |arm: usize| Group {
            arm: (study.file.design != Design::Paired).then(|| study.file.arm[arm].id.clone()),
            allocated: analysed[arm] + ways.dropped_out[arm],
            dropped_out: ways.dropped_out[arm],
            analysed: analysed[arm],
        };
        let groups = if study.file.design == Design::Paired { 1 } else { study.file.arm.len() };
        let mut not_eligible: Vec<Reason> = ways
            .not_eligible
            .iter()
            .map(|(reason, persons)| Reason { reason: reason.clone(), persons: *persons })
            .collect();
        not_eligible.sort_by_key(|reason| std::cmp::Reverse(reason.persons));
        Self { assessed: study.file.persons, not_eligible, groups: (0..groups).map(group).collect() }
    }
}

/// Analyses a finished study; `progress` is told after each outcome.
///
/// # Errors
/// Results that are not all there: how many are missing and how to go on; parts that cannot be read.
pub fn result(
    folder: &Folder,
    path: &Path,
    bundle: &Bundle,
    study: &Study<'_>,
    library: &Library,
    progress: &dyn Fn(),
) -> Result<StudyResult, Failure> {
    let file = &study.file;
    complete(folder, path, bundle, study)?;
    let ways = folder.ways(study)?;
    let kept = |column: Vec<f64>| -> Vec<f64> {
        column.into_iter().zip(&ways.analysed).filter(|(_, analysed)| **analysed).map(|(value, _)| value).collect()
    };
    let allocated: Vec<usize> =
        ways.allocated.iter().zip(&ways.analysed).filter(|(_, analysed)| **analysed).map(|(arm, _)| *arm).collect();
    let column_of = |name: &str| -> Result<Vec<f64>, Failure> {
        Ok(kept(folder.numbers(study, &[name.to_string()])?.pop().unwrap_or_default()))
    };
    let quantities: Vec<Vec<f64>> =
        study.population.varied.iter().map(|varied| column_of(&varied.name)).collect::<Result<_, _>>()?;
    let first: Vec<u64> =
        (0..file.persons).zip(&ways.analysed).filter(|(_, a)| **a).map(|(n, _)| n).take(MOST_FOR_PARAMETERS).collect();
    let parameters = parameters_of(&study.population, &first);
    let of_quantities = study.population.varied.iter().zip(&quantities);
    let varied: Vec<Variable<'_>> =
        of_quantities.map(|(varied, values)| Variable { name: &varied.name, values }).collect();
    let parameters: Vec<Variable<'_>> = parameters.iter().map(|(name, values)| Variable { name, values }).collect();
    let analysed = Analysed { allocated: &allocated, varied: &varied, parameters: &parameters };
    let mut outcomes = vec![];
    let arms_of = |outcome: &'static Outcome| -> Result<Vec<Vec<f64>>, Failure> {
        file.arm.iter().map(|arm| column_of(&column(&arm.id, outcome.id))).collect()
    };
    for (index, measured) in file.outcome.iter().enumerate() {
        outcomes.push(analyse(file, index, &arms_of(measured.outcome)?, &analysed));
        progress();
    }
    let tables = if file.published.is_empty() { vec![] } else { tables()? };
    let mut published = vec![];
    for against in &file.published {
        let arms = arms_of(against.outcome)?;
        let held = hold(file, against, &tables, Columns { arms: &arms, allocated: &allocated });
        published.push(Beside {
            row: against.row.clone(),
            outcome: against.outcome,
            arm: against.arm.clone(),
            less: against.less.clone(),
            why_not: held.as_ref().err().cloned(),
            held: held.ok(),
        });
    }
    Ok(StudyResult {
        stamp: Stamp::new(),
        fingerprint: folder.fingerprint.clone(),
        name: file.name.clone(),
        about: file.about.trim().into(),
        design: file.design,
        persons: file.persons,
        seed: file.seed,
        level: file.level,
        reference: file.reference.clone(),
        arms: file.arm.clone(),
        flow: Flow::of(study, &ways),
        variables: told(study, &quantities, &parameters, library),
        outcomes,
        published,
    })
}

fn complete(folder: &Folder, path: &Path, bundle: &Bundle, study: &Study<'_>) -> Result<(), Failure> {
    if study.file.persons > MOST_ANALYSED {
        let what = format!("{} persons are more than fit into memory", study.file.persons);
        let expected = format!("read the Parquet files with a database, or give at most {MOST_ANALYSED} persons");
        return Err(Failure::input(Fault::of_file(path.display(), what, expected)));
    }
    let found = folder.look(study);
    if found.missing.is_empty() {
        return Ok(());
    }
    let what = format!("{} of {} blocks of persons are missing", found.missing.len(), study.blocks());
    let expected = format!("go on with `{}`", bundle.command(&path.display().to_string()));
    Err(Failure::input(Fault::of_file(path.display(), what, expected)))
}

fn told(study: &Study<'_>, quantities: &[Vec<f64>], parameters: &[Variable<'_>], library: &Library) -> Vec<Told> {
    let varied = study.population.varied.iter().zip(quantities).map(|(varied, values)| Told {
        on_limits: varied.on_limits(values),
        name: varied.name.clone(),
        unit: varied.unit.clone(),
        words: varied.words.clone(),
        parameter: false,
    });
    let known = library::measurements();
    let parameters = parameters.iter().map(|variable| Told {
        name: variable.name.into(),
        unit: library.parameters.get(variable.name).map_or(String::new(), |parameter| parameter.unit.clone()),
        words: known
            .get(variable.name)
            .map_or_else(|| parameter_words(variable.name).into(), |known| known.is.as_str().into()),
        parameter: true,
        on_limits: None,
    });
    varied.chain(parameters).collect()
}
