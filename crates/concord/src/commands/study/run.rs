//! `concord study run`: runs a study, or goes on with one that was stopped.

use super::report;
use crate::commands::named::NamedArgs;
use crate::terminal::Progress;
use ::report::study_files::write;
use clap::value_parser;
use serde::Serialize;
use std::path::PathBuf;
use texts::Texts;
use trial::disk::bundle::Bundle;
use trial::disk::folder::{Folder, Shard};
use workup::library::Library;
use workup::outcome::Stamp;
use workup::output;
use workup::problem::{Failure, Fault};

/// Run a study, or go on with one that was stopped
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A study that was stopped goes on where it was: run the same command again. Blocks of persons are\n\
                        written whole or not at all, and are the same bytes for any number of threads and shards.\n\n\
                        Examples:\n  concord study run vacuum_or_valve --persons 2000 --out trial\n  \
                        concord study run my_study.toml --out trial --shard 3/16"
)]
pub struct Args {
    /// Study file, or the name of a ready study
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Folder for results and report
    #[arg(long, default_value = "concord-study", value_name = "DIR")]
    out: PathBuf,
    /// Persons assessed, instead of the file's
    #[arg(long)]
    persons: Option<u64>,
    /// Seed, instead of the file's
    #[arg(long)]
    seed: Option<u64>,
    /// Threads; as many as there are cores without
    #[arg(long, value_parser = value_parser!(u64).range(1..=4096))]
    threads: Option<u64>,
    /// Only every n-th block, beginning with the i-th (from 0): for several machines on one folder
    #[arg(long, value_name = "i/n")]
    shard: Option<String>,
    #[command(flatten)]
    named: NamedArgs,
}

/// `concord study run --json` of a shard; a whole study prints its result.
#[derive(Debug, Serialize)]
struct Partly {
    #[serde(flatten)]
    stamp: Stamp,
    /// Tells what two results must share to be of one study.
    fingerprint: String,
    /// Blocks of the study.
    blocks: u64,
    /// Blocks that are there.
    done: u64,
}

/// Runs the study.
///
/// # Errors
/// A broken study, a folder that cannot be written or holds another study.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    let shard = args.shard.as_deref().map_or(Ok(Shard { index: 0, of: 1 }), shard)?;
    let bundle = Bundle { persons: args.persons, seed: args.seed, ..Bundle::read(&args.file, args.named.into())? };
    let library = Library::embedded();
    let study = bundle.study(&library)?;
    let folder = Folder::take(&args.out, &bundle)?;
    let found = folder.look(&study);
    let persons = |blocks: &[u64]| -> u64 {
        blocks.iter().map(|block| study.persons_of(*block)).map(|range| range.end - range.start).sum()
    };
    let mine: Vec<u64> = found.missing.iter().copied().filter(|block| block % shard.of == shard.index).collect();
    let progress = Progress::new(persons(&mine), "persons");
    for note in bundle.notes() {
        progress.note(&note);
    }
    for (part, why) in &found.broken {
        progress.note(&format!("{}: cannot be used ({why}); its persons are simulated again", part.display()));
    }
    if !found.done.is_empty() && !mine.is_empty() {
        progress.note(&format!("{} of {} persons are there already", persons(&found.done), study.file.persons));
    }
    let work = || -> Result<(), Failure> {
        folder.run(&study, mine.iter().copied(), &|_| progress.step())?;
        drop(progress);
        let found = folder.look(&study);
        if found.missing.is_empty() {
            let progress = Progress::new(study.file.outcome.len() as u64, "outcomes");
            let reported = write(texts, &folder, &args.out, &bundle, &study, &library, &|| progress.advance(1))?;
            drop(progress);
            return report::show(&reported, json);
        }
        let (done, blocks) = (found.done.len() as u64, study.blocks());
        let partly = Partly { stamp: Stamp::new(), fingerprint: folder.fingerprint.clone(), blocks, done };
        if json {
            output::print_json(&partly)
        } else {
            output::print(&format!("{done} of {blocks} blocks are there.\n"))
        }
    };
    match args.threads {
        None => work(),
        Some(threads) => threads_of(threads)?.install(work),
    }
}

fn threads_of(threads: u64) -> Result<rayon::ThreadPool, Failure> {
    let count = usize::try_from(threads).unwrap_or(1);
    rayon::ThreadPoolBuilder::new().num_threads(count).build().map_err(|error| {
        let expected = "give fewer, or leave --threads out";
        Failure::other(Fault::of_argument("--threads", &threads.to_string(), error.to_string(), expected))
    })
}

fn shard(text: &str) -> Result<Shard, Failure> {
    let parts = text.split_once('/').and_then(|(index, of)| Some((index.parse().ok()?, of.parse().ok()?)));
    match parts {
        Some((index, of)) if index < of && of <= 1_000_000 => Ok(Shard { index, of }),
        _ => {
            let expected = "give i/n with i from 0 to n − 1, e.g. 3/16";
            Err(Failure::input(Fault::of_argument("--shard", text, "no such share", expected)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shards_are_read_and_nonsense_is_refused() {
        assert_eq!(shard("3/16").unwrap(), Shard { index: 3, of: 16 });
        for wrong in ["", "3", "3/3", "4/3", "-1/2", "a/b", "1/0", "0/10000000"] {
            assert!(shard(wrong).is_err(), "{wrong}");
        }
    }
}
