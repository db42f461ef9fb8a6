//! The folder of a study's results: one Parquet file a block of persons, written whole or not at all, so that a study that
//! was stopped goes on where it was, and several processes may share the work.

use crate::disk::bundle::Bundle;
use crate::disk::table;
use crate::person::{Person, Study};
use evidence::fingerprint;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use twin::ensemble::Cancelled;
use workup::opened;
use workup::output;
use workup::problem::{Failure, Fault};

/// What the folder's results are of.
const MANIFEST: &str = "study.json";
/// Blocks of persons beyond this are another study's.
const LARGEST_MANIFEST: u64 = 8 << 20;

/// What stands in `study.json`: enough to run the study again to the bit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the layout.
    pub concord_table: String,
    /// Version of the program.
    pub program: String,
    /// Tells what two results must share to be of one study.
    pub fingerprint: String,
    /// The study with its files.
    pub bundle: Bundle,
}

impl Manifest {
    /// What stands in the file of a study.
    ///
    /// # Errors
    /// None in practice: texts are always JSON.
    pub fn text(bundle: &Bundle) -> Result<String, Failure> {
        let manifest = Self {
            concord_table: table::TABLE_VERSION.into(),
            program: env!("CARGO_PKG_VERSION").into(),
            fingerprint: bundle.fingerprint(),
            bundle: bundle.clone(),
        };
        let text = serde_json::to_string_pretty(&manifest)
            .map_err(|error| Failure::other(Fault::of_file(MANIFEST, error.to_string(), "")))?;
        Ok(text + "\n")
    }

    /// Results with a fingerprint of before cannot be told from another study's.
    fn not_of_before(&self, place: &str) -> Result<(), Failure> {
        if !fingerprint::is_of_before(&self.fingerprint) {
            return Ok(());
        }
        let what = format!(
            "holds results of an earlier build of the program, whose fingerprint ({}) cannot be compared with today's",
            self.fingerprint
        );
        let expected = "run the study again into another folder, or go on with the build that made it";
        Err(Failure::input(Fault::of_file(place, what, expected)))
    }

    /// What was written into `study.json` of `place`.
    ///
    /// # Errors
    /// What no study writes.
    pub fn parse(place: &str, bytes: &[u8]) -> Result<Self, Failure> {
        serde_json::from_slice(bytes).map_err(|error| wrong(place, format!("is not what a study writes: {error}")))
    }

    /// Whether the results that stand in `place` are of this study, so that it goes on there.
    ///
    /// # Errors
    /// Results of another study, seed or program, or of more persons than are asked for.
    pub fn goes_on_as(&self, place: &str, bundle: &Bundle) -> Result<(), Failure> {
        self.not_of_before(place)?;
        let fingerprint = bundle.fingerprint();
        if self.fingerprint != fingerprint {
            let what = format!(
                "holds results of another study, seed or version of the program (\"{}\", version {}, {}; this is {}, {fingerprint})",
                self.bundle.study.file,
                self.program,
                self.fingerprint,
                env!("CARGO_PKG_VERSION"),
            );
            return Err(Failure::input(Fault::of_file(place, what, "give another folder with --out")));
        }
        // Files of persons that the study no longer has would be taken for its own by whoever reads the folder.
        let (before, now) = (self.bundle.people(), bundle.people());
        if now < before {
            let what = format!("holds results of {before} persons, more than the {now} asked for");
            let expected = format!("give --persons {before} or more, or another folder with --out");
            return Err(Failure::input(Fault::of_file(place, what, expected)));
        }
        Ok(())
    }
}

fn wrong(place: &str, what: String) -> Failure {
    Failure::input(Fault::of_file(place, what, "give the folder that `concord study run --out` wrote"))
}

/// Which part of the blocks a process takes: those with `block mod of = index`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// From 0.
    pub index: u64,
    /// How many there are.
    pub of: u64,
}

/// A folder of results.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Fingerprint of its study.
    pub fingerprint: String,
}

/// What is there and what is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Blocks that are whole.
    pub done: Vec<u64>,
    /// Blocks that are missing.
    pub missing: Vec<u64>,
    /// Files that should be blocks and cannot be used, with why: they are among the missing.
    pub broken: Vec<(PathBuf, String)>,
}

/// How far everyone came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// Whether a person was measured on every arm of theirs, by person.
    pub analysed: Vec<bool>,
    /// The arm that a person was allocated to, or begins with, by person; 0 in a paired design.
    pub allocated: Vec<usize>,
    /// Persons who were not eligible, by reason.
    pub not_eligible: BTreeMap<String, u64>,
    /// Persons who were allocated and did not finish, by that arm.
    pub dropped_out: Vec<u64>,
}

impl Folder {
    /// Takes a folder for a study: a new one, or one that has results of it.
    ///
    /// # Errors
    /// A folder that cannot be written, or that holds another study's results.
    pub fn take(path: &Path, bundle: &Bundle) -> Result<Self, Failure> {
        output::report_folder(path)?;
        let manifest = path.join(MANIFEST);
        if manifest.exists() {
            Self::manifest(path)?.goes_on_as(&path.display().to_string(), bundle)?;
        }
        output::write_atomically(&manifest, Manifest::text(bundle)?.as_bytes())?;
        Ok(Self { path: path.to_path_buf(), fingerprint: bundle.fingerprint() })
    }

    /// Opens the results that a folder holds.
    ///
    /// # Errors
    /// A folder without results of a study, or of another version of the program.
    pub fn open(path: &Path) -> Result<(Self, Bundle), Failure> {
        let manifest = Self::manifest(path)?;
        manifest.not_of_before(&path.display().to_string())?;
        let fingerprint = manifest.bundle.fingerprint();
        if fingerprint != manifest.fingerprint {
            let what = format!("was made by version {} with other data or texts", manifest.program);
            let expected = "run the study again with this version, or report with that one";
            return Err(Failure::input(Fault::of_file(path.join(MANIFEST).display(), what, expected)));
        }
        Ok((Self { path: path.to_path_buf(), fingerprint }, manifest.bundle))
    }

    fn manifest(path: &Path) -> Result<Manifest, Failure> {
        let file = path.join(MANIFEST);
        let place = file.display().to_string();
        let bytes = opened::open(&file).and_then(|open| opened::read_bounded(open, LARGEST_MANIFEST));
        Manifest::parse(&place, &bytes.map_err(|refused| wrong(&place, refused.to_string()))?)
    }

    /// The name of a block's file.
    pub fn part_name(block: u64) -> String {
        format!("part-{block:08}.parquet")
    }

    /// A block's file.
    pub fn part(&self, block: u64) -> PathBuf {
        self.path.join(Self::part_name(block))
    }

    /// Looks which blocks of the study are there.
    pub fn look(&self, study: &Study<'_>) -> Found {
        let mut found = Found::default();
        for block in 0..study.blocks() {
            let part = self.part(block);
            if !part.exists() {
                found.missing.push(block);
                continue;
            }
            match table::stamp(&part).and_then(|found| whole(study, &self.fingerprint, block, found)) {
                Ok(()) => found.done.push(block),
                Err(why) => {
                    found.broken.push((part, why));
                    found.missing.push(block);
                }
            }
        }
        found
    }

    /// Runs the blocks; `progress` is told after each person.
    ///
    /// # Errors
    /// A file that cannot be written, or the work was cancelled: what was written stays.
    pub fn run(
        &self,
        study: &Study<'_>,
        blocks: impl IntoIterator<Item = u64>,
        progress: &(dyn Fn(&Person) -> Result<(), Cancelled> + Sync),
    ) -> Result<(), Failure> {
        for block in blocks {
            let persons = study.persons(study.persons_of(block), progress)?;
            let bytes = table::parquet(study, &self.fingerprint, block, &persons)?;
            output::write_atomically(&self.part(block), &bytes)?;
        }
        Ok(())
    }

    /// Columns of numbers over all parts, in the order of persons.
    ///
    /// # Errors
    /// A part that cannot be read.
    pub fn numbers(&self, study: &Study<'_>, names: &[String]) -> Result<Vec<Vec<f64>>, Failure> {
        let mut all = vec![vec![]; names.len()];
        for block in 0..study.blocks() {
            let part = self.part(block);
            let found = table::numbers(&part, names).map_err(|why| unreadable(&part, &why))?;
            for (column, more) in all.iter_mut().zip(found) {
                column.extend(more);
            }
        }
        Ok(all)
    }

    /// How far everyone came, in the order of persons.
    ///
    /// # Errors
    /// A part that cannot be read.
    pub fn ways(&self, study: &Study<'_>) -> Result<Ways, Failure> {
        let names = ["status", "reason", "allocated"].map(String::from);
        let mut ways = Ways { dropped_out: vec![0; study.file.arm.len()], ..Ways::default() };
        for block in 0..study.blocks() {
            let part = self.part(block);
            let columns = table::words(&part, &names).map_err(|why| unreadable(&part, &why))?;
            for ((status, reason), arm) in columns[0].iter().zip(&columns[1]).zip(&columns[2]) {
                let allocated = study.file.arm_index(arm).unwrap_or(0);
                match status.as_str() {
                    "analysed" => ways.analysed.push(true),
                    "dropped_out" => {
                        ways.analysed.push(false);
                        ways.dropped_out[allocated] += 1;
                    }
                    _ => {
                        ways.analysed.push(false);
                        *ways.not_eligible.entry(reason.clone()).or_default() += 1;
                    }
                }
                ways.allocated.push(allocated);
            }
        }
        Ok(ways)
    }
}

/// Whether a part, read to its end, is the block of the study that it is taken for.
///
/// # Errors
/// Why it is not, in words.
pub fn whole(
    study: &Study<'_>,
    fingerprint: &str,
    block: u64,
    (stamp, rows): (table::Stamp, u64),
) -> Result<(), String> {
    let persons = study.persons_of(block);
    if stamp.fingerprint != fingerprint {
        Err("is of another study".into())
    } else if stamp.block != block {
        Err(format!("holds block {}", stamp.block))
    } else if rows != persons.end - persons.start {
        Err(format!("holds {rows} persons instead of {}", persons.end - persons.start))
    } else {
        Ok(())
    }
}

fn unreadable(part: &Path, why: &str) -> Failure {
    let expected = "run the study again: what is missing or broken is made anew";
    Failure::input(Fault::of_file(part.display(), format!("cannot be read: {why}"), expected))
}
