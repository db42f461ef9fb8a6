//! Virtual trials: a study, its persons as tables, its blocks as files, and the folder that a run fills.

use crate::calls::library;
use crate::errors::exception;
use crate::table::{Columns, Table};
use crate::work::work;
use ::trial::person::Study as Trial;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use report::study_files::remake;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use texts::Texts;
use trial::disk::bundle::{self, Bundle};
use trial::disk::folder::{Folder, Manifest, Shard, whole};
use trial::disk::table;
use twin::ensemble::Cancelled;
use workup::problem::{Failure, Fault};

/// A study with the files that it names.
#[pyclass(frozen, module = "concord._concord")]
#[derive(Debug)]
pub struct Study {
    bundle: Bundle,
    trial: Trial<'static>,
    fingerprint: String,
}

impl Study {
    fn of(py: Python<'_>, bundle: Bundle) -> PyResult<Self> {
        let (trial, fingerprint) = work(py, |_| Ok((bundle.study(library())?, bundle.fingerprint())))?;
        Ok(Self { bundle, trial, fingerprint })
    }

    fn block_there(&self, block: u64) -> Result<u64, Failure> {
        let blocks = self.trial.blocks();
        let expected = || format!("give 0 to {}", blocks - 1);
        let missing = || Failure::input(Fault::of_argument("--block", &block.to_string(), "no such block", expected()));
        (block < blocks).then_some(block).ok_or_else(missing)
    }

    fn persons_there(&self, first: u64, last: u64) -> Result<(), Failure> {
        let persons = self.trial.file.persons;
        if first <= last && last <= persons {
            return Ok(());
        }
        let expected = format!("give 0 ≤ first ≤ last ≤ {persons}");
        Err(Failure::input(Fault::of_argument("--first", &format!("{first} to {last}"), "no such persons", expected)))
    }
}

#[pymethods]
impl Study {
    #[new]
    #[pyo3(signature = (file, persons=None, seed=None))]
    fn new(py: Python<'_>, file: PathBuf, persons: Option<u64>, seed: Option<u64>) -> PyResult<Self> {
        let bundle = work(py, |_| Ok(Bundle { persons, seed, ..Bundle::read(&file, Default::default())? }))?;
        Self::of(py, bundle)
    }

    /// The study that another machine sent.
    #[staticmethod]
    fn from_bundle(py: Python<'_>, text: &str) -> PyResult<Self> {
        let bundle = Bundle::from_json(text).map_err(|failure| exception(py, failure))?;
        Self::of(py, bundle)
    }

    #[getter]
    fn name(&self) -> &str {
        &self.trial.file.name
    }

    #[getter]
    fn persons(&self) -> u64 {
        self.trial.file.persons
    }

    #[getter]
    fn block(&self) -> u64 {
        self.trial.file.block
    }

    #[getter]
    fn blocks(&self) -> u64 {
        self.trial.blocks()
    }

    #[getter]
    fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    fn bundle(&self, py: Python<'_>) -> PyResult<String> {
        self.bundle.to_json().map_err(|failure| exception(py, failure))
    }

    fn manifest(&self, py: Python<'_>) -> PyResult<String> {
        Manifest::text(&self.bundle).map_err(|failure| exception(py, failure))
    }

    fn part_name(&self, py: Python<'_>, block: u64) -> PyResult<String> {
        self.block_there(block).map(Folder::part_name).map_err(|failure| exception(py, failure))
    }

    fn rows(&self, py: Python<'_>, block: u64) -> PyResult<u64> {
        let persons = self.trial.persons_of(self.block_there(block).map_err(|failure| exception(py, failure))?);
        Ok(persons.end - persons.start)
    }

    /// Why bytes are not the block that they stand for, if they are not: what is then made anew.
    fn part_fault(&self, py: Python<'_>, block: u64, content: Vec<u8>) -> PyResult<Option<String>> {
        let block = self.block_there(block).map_err(|failure| exception(py, failure))?;
        let whole = |found| whole(&self.trial, &self.fingerprint, block, found);
        Ok(py.detach(|| table::stamp_of(content).and_then(whole)).err())
    }

    /// Whether this study goes on in `place`, whose `study.json` holds `manifest`.
    fn goes_on(&self, py: Python<'_>, place: &str, manifest: &[u8]) -> PyResult<()> {
        let there = Manifest::parse(place, manifest).and_then(|there| there.goes_on_as(place, &self.bundle));
        there.map_err(|failure| exception(py, failure))
    }

    /// The Parquet file of a block.
    #[pyo3(signature = (block, threads=1))]
    fn block_parquet<'py>(&self, py: Python<'py>, block: u64, threads: usize) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = work(py, |stop| {
            let block = self.block_there(block)?;
            on(Some(threads), || {
                let persons = self.trial.persons(self.trial.persons_of(block), &|_| stop.step())?;
                table::parquet(&self.trial, &self.fingerprint, block, &persons)
            })
        })?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// Persons `first` to `last` (not included), one row each, through their trial.
    #[pyo3(signature = (first, last, threads=None))]
    fn simulate(&self, py: Python<'_>, first: u64, last: u64, threads: Option<usize>) -> PyResult<Table> {
        let batch = work(py, |stop| {
            self.persons_there(first, last)?;
            on(threads, || {
                let persons = self.trial.persons(first..last, &|_| stop.step())?;
                table::batch(&self.trial, &self.fingerprint, &persons)
            })
        })?;
        Ok(Table::of(batch))
    }

    /// What is drawn of persons `first` to `last` (not included); nobody is simulated.
    fn draws(&self, py: Python<'_>, first: u64, last: u64) -> PyResult<Table> {
        let population = &self.trial.population;
        let rows: Vec<Vec<f64>> = work(py, |stop| {
            self.persons_there(first, last)?;
            let draw = |person| stop.step().map(|()| population.told(&population.draw(person, 0)));
            Ok((first..last).map(draw).collect::<Result<_, _>>()?)
        })?;
        let numbers = (first..last).map(|person| person as f64).collect();
        let columns = population.varied.iter().enumerate();
        columns
            .fold(Columns::default().numbers("person", "1", numbers), |columns, (index, varied)| {
                columns.numbers(&varied.name, &varied.unit, rows.iter().map(|row| row[index]).collect())
            })
            .table()
    }

    /// Runs what is missing into a folder, and tells how much there is: blocks done now, blocks there, blocks in all.
    #[pyo3(signature = (out, threads=None, shard=None, progress=None))]
    fn run(
        &self,
        py: Python<'_>,
        out: PathBuf,
        threads: Option<usize>,
        shard: Option<(u64, u64)>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<(u64, u64, u64)> {
        let (index, of) = shard.unwrap_or((0, 1));
        let raised = Mutex::new(None);
        let told = work(py, |stop| {
            if index >= of {
                let expected = "give (i, n) with i from 0 to n − 1";
                let fault = Fault::of_argument("--shard", &format!("({index}, {of})"), "no such share", expected);
                return Err(Failure::input(fault));
            }
            let shard = Shard { index, of };
            let folder = Folder::take(&out, &self.bundle)?;
            let mine: Vec<u64> =
                folder.look(&self.trial).missing.into_iter().filter(|block| block % shard.of == shard.index).collect();
            let wanted: u64 =
                mine.iter().map(|block| self.trial.persons_of(*block)).map(|range| range.end - range.start).sum();
            let done = AtomicU64::new(0);
            on(threads, || {
                for block in &mine {
                    folder.run(&self.trial, [*block], &|_| {
                        done.fetch_add(1, Ordering::Relaxed);
                        stop.step()
                    })?;
                    if let Some(progress) = &progress {
                        let now = (done.load(Ordering::Relaxed), wanted);
                        if let Err(error) = Python::attach(|py| progress.call1(py, now)) {
                            *raised.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                            return Err(Cancelled.into());
                        }
                    }
                }
                Ok(())
            })?;
            let there = folder.look(&self.trial).done.len() as u64;
            Ok((mine.len() as u64, there, self.trial.blocks()))
        });
        // What the caller's own function raised ends the run, and is what is told.
        raised.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(told, Err)
    }

    fn __repr__(&self) -> String {
        format!("<Study \"{}\": {} persons in {} blocks>", self.name(), self.persons(), self.blocks())
    }
}

/// Runs a job on so many threads; on all cores without.
fn on<T: Send>(threads: Option<usize>, job: impl FnOnce() -> Result<T, Failure> + Send) -> Result<T, Failure> {
    let Some(threads) = threads else { return job() };
    let wrong = |what: String, expected| Fault::of_argument("--threads", &threads.to_string(), what, expected);
    if threads == 0 {
        return Err(Failure::input(wrong("none".into(), "give 1 or more")));
    }
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| Failure::other(wrong(error.to_string(), "give fewer")))?;
    pool.install(job)
}

/// Names of the studies that are built in.
#[pyfunction]
pub fn ready_studies() -> Vec<&'static str> {
    bundle::ready().into_iter().map(|(name, _)| name).collect()
}

/// Makes the report of a folder that is complete; the result as JSON, and what the command line says.
#[pyfunction]
pub fn report_study(py: Python<'_>, folder: PathBuf) -> PyResult<(String, String)> {
    let reported = work(py, |_| remake(Texts::english(), &folder, library(), &|| ()))?;
    Ok((reported.summary, reported.text))
}
