//! `concord study power`: how many persons a real trial of a study's design needs.

use crate::commands::named::NamedArgs;
use crate::terminal::Progress;
use clap::value_parser;
use report::study_words::{self as say, Shown};
use report::words::{self, capital, thousands};
use serde::Serialize;
use std::path::PathBuf;
use texts::Texts;
use trial::disk::bundle::Bundle;
use trial::disk::designs::columns;
use trial::file::{Design, StudyFile};
use trial::held::Columns;
use trial::person::{Person, Status};
use trial::planning::{Planned, PlannedArm, plan, planned};
use trial::power::Power;
use trial::sampling::Trials;
use workup::library::Library;
use workup::outcome::Stamp;
use workup::output;
use workup::problem::{Failure, Fault};
use workup::table;

/// How many persons a real trial of a study's design needs, for each outcome
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Persons are simulated in memory, nothing is written. Trials of each size are drawn from them and measured with the\n\
                  error that the study file gives; the smallest that show the effect in 80 and in 90 of 100 cases are told.\n\n\
                  Example:\n  concord study power vacuum_or_valve --persons 500"
)]
pub struct Args {
    /// Study file, or the name of a ready study
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Persons assessed
    #[arg(long, default_value_t = 2_000, value_parser = value_parser!(u64).range(10..=200_000))]
    persons: u64,
    /// Seed, instead of the file's
    #[arg(long)]
    seed: Option<u64>,
    /// Persons in a trial, over all its groups
    #[arg(
        long,
        value_name = "N,N,…",
        value_delimiter = ',',
        default_value = "6,8,12,16,24,32,48,64,96,128",
        value_parser = value_parser!(u64).range(4..=20_000)
    )]
    sizes: Vec<u64>,
    /// Trials drawn for each size
    #[arg(long, default_value_t = 1_000, value_parser = value_parser!(u64).range(100..=20_000))]
    trials: u64,
    #[command(flatten)]
    named: NamedArgs,
}

/// `concord study power --json`.
#[derive(Debug, Serialize)]
struct PowerResult {
    #[serde(flatten)]
    stamp: Stamp,
    /// Tells what two results must share to be of one study.
    fingerprint: String,
    /// What the study is called.
    name: String,
    /// The design of the trials.
    design: Design,
    /// Persons assessed.
    persons: u64,
    /// Persons analysed: from these trials are drawn.
    analysed: u64,
    /// Seed.
    seed: u64,
    /// Trials drawn for each size.
    trials: u64,
    /// Confidence of intervals.
    level: f64,
    /// The outcomes, the primary one first.
    outcomes: Vec<Planned>,
}

/// Simulates, draws, tells.
///
/// # Errors
/// A broken study, or one with nothing to compare.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    let bundle =
        Bundle { persons: Some(args.persons), seed: args.seed, ..Bundle::read(&args.file, args.named.into())? };
    let library = Library::embedded();
    let study = bundle.study(&library)?;
    let file = &study.file;
    if file.arm.len() < 2 {
        let expected = "give a second table [[arm]] to compare it with";
        return Err(Failure::input(Fault::of_field(&bundle.study.file, "arm", "", "there is one arm", expected)));
    }
    let progress = Progress::new(file.persons, "persons");
    for note in bundle.notes() {
        progress.note(&note);
    }
    let persons = study.persons(0..file.persons, &|_| progress.step())?;
    drop(progress);
    let analysed: Vec<&Person> = persons.iter().filter(|person| person.status == Status::Analysed).collect();
    let allocated: Vec<usize> = analysed.iter().map(|person| person.sequence).collect();
    let sizes: Vec<usize> = args.sizes.iter().map(|size| *size as usize).collect();
    let trials = Trials {
        size: 0,
        trials: args.trials as usize,
        seed: file.seed,
        measurement_sd: 0.0,
        level: file.level,
        replacement: true,
    };
    let progress = Progress::new(file.outcome.len() as u64, "outcomes");
    let of_outcome = |place: usize| {
        let arms = columns(&study, &analysed, file.outcome[place].outcome);
        let planned = plan(file, place, Columns { arms: &arms, allocated: &allocated }, &sizes, &trials);
        progress.advance(1);
        planned
    };
    let outcomes: Vec<Planned> = (0..file.outcome.len()).map(of_outcome).collect();
    drop(progress);
    let result = PowerResult {
        stamp: Stamp::new(),
        fingerprint: bundle.fingerprint(),
        name: file.name.clone(),
        design: planned(file.design),
        persons: file.persons,
        analysed: analysed.len() as u64,
        seed: file.seed,
        trials: args.trials,
        level: file.level,
        outcomes,
    };
    if json { output::print_json(&result) } else { output::print(&text(texts, &result, file, &sizes)) }
}

fn text(texts: &'static Texts, result: &PowerResult, file: &StudyFile, sizes: &[usize]) -> String {
    let mut sizes = sizes.to_vec();
    sizes.sort_unstable();
    sizes.dedup();
    let mut header: Vec<String> = [
        texts.say("terminal.study.outcome"),
        texts.say("terminal.study.arm"),
        texts.say("plot.difference"),
        "80 %",
        "90 %",
    ]
    .map(String::from)
    .to_vec();
    header.extend(sizes.iter().map(|size| format!("n={size}")));
    let mut grid = table::new(&header.iter().map(String::as_str).collect::<Vec<_>>());
    let mut notes = String::new();
    for outcome in &result.outcomes {
        let shown = Shown::of(texts, &outcome.measured);
        for arm in &outcome.arms {
            let named = file.arm_index(&arm.arm).map_or(arm.arm.as_str(), |place| file.arm[place].name.as_str());
            let mut row = vec![capital(shown.name()), named.to_string()];
            match &arm.power {
                Some(power) => row.extend(figures(texts, &shown, power)),
                None => notes += &format!("{}, {named}: {}\n", capital(shown.name()), why(texts, arm)),
            }
            grid.add_row(row);
        }
    }
    let drop_out = file.drop_out.as_ref().map_or(String::new(), |drop_out| {
        let share = words::number(texts, 100.0 * drop_out.share, 0);
        let said = texts.fill("terminal.power.finish", &[("share", &share)]);
        format!("{said}\n")
    });
    let what = texts.fill(
        "terminal.power.what",
        &[
            ("persons", &thousands(texts, result.analysed as f64)),
            ("trials", &thousands(texts, result.trials as f64)),
            ("design", say::design(texts, result.design)),
        ],
    );
    let rest = texts.say("terminal.power.rest");
    let instead =
        if result.design == file.design { String::new() } else { format!("{}\n", texts.say("terminal.power.instead")) };
    format!("{}\n\n{what}\n{rest}\n\n{grid}\n{notes}{instead}{drop_out}", result.name)
}

fn figures(texts: &Texts, shown: &Shown<'_>, power: &Power) -> Vec<String> {
    let mut row = vec![difference(texts, shown, power.truth)];
    row.extend(power.smallest.iter().map(|smallest| {
        smallest.size.map_or_else(
            || texts.fill("terminal.power.over", &[("size", &thousands(texts, power.largest as f64))]),
            |size| size.to_string(),
        )
    }));
    row.extend(power.curve.iter().map(|of| words::number(texts, 100.0 * of.fitted, 0)));
    row
}

/// A difference that is less than its figure can show is told as less than that, and never as none.
fn difference(texts: &Texts, shown: &Shown<'_>, truth: f64) -> String {
    let (scaled, least) = (shown.scaled(truth), 10_f64.powi(-(shown.digits() as i32)));
    let figure = if scaled != 0.0 && scaled.abs() < least / 2.0 {
        let (than, sign) = if scaled < 0.0 { (">", "−") } else { ("<", "") };
        format!("{than} {sign}{}", words::number(texts, least / 2.0, shown.digits() + 1))
    } else {
        words::signed(texts, scaled, shown.digits())
    };
    format!("{figure} {}", shown.difference_unit()).trim_end().to_string()
}

fn why(texts: &Texts, arm: &PlannedArm) -> String {
    let nothing = || texts.say("terminal.power.nothing").to_string();
    arm.why_not.as_deref().map_or_else(nothing, |why| say::reason(texts, why))
}
