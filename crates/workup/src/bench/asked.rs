//! A bench of pumps as it was asked for: every number within its bounds, every pump of the catalogue.

use super::{Loading, PumpBench, Subject, pump_bench, runs, subjects};
use crate::library::Library;
use crate::problem::{Failure, Fault};
use twin::bench::pump::Stand;
use twin::ensemble::Draw;

/// Chambers of one bench.
const MOST_CHAMBERS: usize = 1_000;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Pumps by article or name; without any, all of the catalogue.
    pub pumps: Vec<String>,
    /// Volumes of the chambers, mL.
    pub chambers_ml: Vec<f64>,
    /// What the tester does.
    pub stand: Stand,
    /// How the rings are set up and loaded.
    pub loading: Loading,
}

/// What is to be run; checked, not yet begun.
#[derive(Debug)]
pub struct PumpPlan<'a> {
    subjects: Vec<Subject<'a>>,
    chambers_ml: Vec<f64>,
    stand: Stand,
    library: &'a Library,
}

impl<'a> PumpPlan<'a> {
    /// Checks what is asked for.
    ///
    /// # Errors
    /// Numbers out of range, an unknown pump.
    pub fn new(asked: &Asked, library: &'a Library) -> Result<Self, Failure> {
        let (stand, loading) = (asked.stand, asked.loading);
        if asked.chambers_ml.is_empty() || asked.chambers_ml.len() > MOST_CHAMBERS {
            let right = format!("give 1 to {MOST_CHAMBERS} volumes");
            let count = asked.chambers_ml.len().to_string();
            return Err(Failure::input(Fault::of_argument("--chamber-ml", &count, "none, or too many", right)));
        }
        for volume in &asked.chambers_ml {
            within("--chamber-ml", *volume, 1.0, 5_000.0)?;
        }
        within("--vacuum-kpa", stand.target_kpa, 1.0, 100.0)?;
        within("--leak-ml-per-min", stand.leak_ml_per_min, 0.0, 10_000.0)?;
        loading.mass_kg.map_or(Ok(()), |mass| within("--mass-kg", mass, 15.0, 300.0))?;
        let subjects = chosen(&asked.pumps, subjects(&library.catalog, loading), library)?;
        if let Some(washers) = loading.washers {
            let most = subjects.iter().filter_map(|subject| subject.numbers).map(|numbers| numbers.washers()).max();
            within("--washers", f64::from(washers), 0.0, f64::from(most.unwrap_or_default()))?;
        }
        Ok(Self { subjects, chambers_ml: asked.chambers_ml.clone(), stand, library })
    }

    /// How many devices run on chambers in all, for a progress bar.
    pub fn runs(&self, draw: Draw) -> u64 {
        runs(&self.subjects, self.chambers_ml.len(), draw)
    }

    /// Runs it; `progress` is told after each device.
    pub fn run(&self, draw: Draw, progress: &(dyn Fn() + Sync)) -> PumpBench {
        pump_bench(&self.subjects, &self.library.parameters, &self.chambers_ml, self.stand, draw, progress)
    }
}

/// A number that may only lie within bounds.
///
/// # Errors
/// What it is, and what would be right.
pub fn within(name: &str, value: f64, low: f64, high: f64) -> Result<(), Failure> {
    if (low..=high).contains(&value) {
        return Ok(());
    }
    let expected = format!("give {low} to {high}");
    Err(Failure::input(Fault::of_argument(name, &value.to_string(), "out of range", expected)))
}

fn chosen<'a>(names: &[String], all: Vec<Subject<'a>>, library: &'a Library) -> Result<Vec<Subject<'a>>, Failure> {
    if names.is_empty() {
        return Ok(all);
    }
    let articles: Vec<&str> = all.iter().map(|subject| subject.component.article.as_str()).collect();
    let one = |name: &String| {
        let wrong = || {
            let right = format!("give one of {}, or a file, NAME.toml", articles.join(", "));
            Failure::input(Fault::of_argument("--pump", name, "no such pump", right))
        };
        let article = &library.catalog.named(name).ok_or_else(wrong)?.article;
        all.iter().find(|subject| subject.component.article == *article).cloned().ok_or_else(wrong)
    };
    names.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked() -> Asked {
        Asked {
            pumps: vec!["P4".into()],
            chambers_ml: vec![66.0],
            stand: Stand { target_kpa: 57.6, leak_ml_per_min: 0.0 },
            loading: Loading { mass_kg: None, worn: false, washers: None },
        }
    }

    #[test]
    fn a_pump_is_found_by_its_name() {
        let library = Library::embedded();
        let plan = PumpPlan::new(&asked(), &library).unwrap();
        assert_eq!(plan.subjects.len(), 1);
        let count = plan.runs(Draw { persons: 1, seed: 1 });
        assert_eq!(count, 2 * (1 + plan.subjects[0].variants().len() as u64));
    }

    #[test]
    fn what_no_bench_can_do_is_refused_by_name() {
        let library = Library::embedded();
        let stand = asked().stand;
        let loading = asked().loading;
        for (name, wrong) in [
            ("--pump", Asked { pumps: vec!["nonsense".into()], ..asked() }),
            ("--chamber-ml", Asked { chambers_ml: vec![], ..asked() }),
            ("--chamber-ml", Asked { chambers_ml: vec![66.0, f64::NAN], ..asked() }),
            ("--chamber-ml", Asked { chambers_ml: vec![66.0; MOST_CHAMBERS + 1], ..asked() }),
            ("--vacuum-kpa", Asked { stand: Stand { target_kpa: 101.0, ..stand }, ..asked() }),
            ("--leak-ml-per-min", Asked { stand: Stand { leak_ml_per_min: -1.0, ..stand }, ..asked() }),
            ("--mass-kg", Asked { loading: Loading { mass_kg: Some(f64::INFINITY), ..loading }, ..asked() }),
            ("--washers", Asked { loading: Loading { washers: Some(3), ..loading }, ..asked() }),
        ] {
            let failure = PumpPlan::new(&wrong, &library).unwrap_err();
            assert!(failure.faults()[0].to_string().contains(name), "{wrong:?}: {failure:?}");
        }
    }
}
