//! `concord drive`: an electronic pump on a person, by hand, by script, or through faults drawn by seed.

use super::drive_live;
use super::named::NamedArgs;
use crate::terminal::{Full, Progress, Wire};
use clap::value_parser;
use control::HEADER;
use rayon::prelude::*;
use report::drive_text::{self, Row};
use serde::Serialize;
use std::cell::RefCell;
use std::io::{BufWriter, ErrorKind, IsTerminal, Write, stdout};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use texts::Texts;
use twin::drive::campaign::{self, Clean};
use twin::drive::script::Script;
use twin::drive::{Drawn, Rig, Seen};
use workup::input::{Kind, Workup, name_of, read_case, read_text};
use workup::library::Library;
use workup::outcome::Stamp;
use workup::output::{self, Growing};
use workup::problem::{Failure, Fault};

/// Drive an electronic pump: by hand in a terminal, by script, or through faults by seed
#[derive(Debug, clap::Args)]
#[command(
    group = clap::ArgGroup::new("how").args(["script", "faults"]),
    after_help = "A script is lines of a time and an order:\n  0 switch automatic\n  0:10 walk\n  5:00 fault sensor_silent\n  \
                  6:00 repair sensor_silent\n  10:00 end\nOrders: sit, stand, walk, doff, switch off|1|2|3|4|automatic|reverse, \
                  tap, silence, fault NAME [ON_S of EVERY_S], repair NAME, charger on|off, unit on|off|removed|back, \
                  ambient KPA, temperature CELSIUS, charge PERCENT, end.\n\n\
                  Examples:\n  concord drive cases/mechanic.toml\n  concord drive cases/mechanic.toml --script cases/sensor_dies.txt\n  \
                  concord drive cases/mechanic.toml --script cases/whole_day.txt --record day.bin\n  \
                  concord drive cases/mechanic.toml --frames /dev/pts/5\n  \
                  concord drive cases/mechanic.toml --faults 100 --hours 10\n  \
                  concord drive cases/mechanic.toml --faults 100 --hours 10 --pairs"
)]
pub struct Args {
    /// Case file; `-` for standard input
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// Script to run
    #[arg(long, value_name = "FILE")]
    script: Option<PathBuf>,
    /// Record what the controller senses, a hundred times a second, for the firmware's replay; `-` for standard output
    #[arg(long, value_name = "FILE", requires = "script")]
    record: Option<PathBuf>,
    /// Say what a unit says on its wire, once a second: to a serial line, a pseudo-terminal or a file; `-` for standard output
    #[arg(long, value_name = "FILE", conflicts_with_all = ["record", "faults"])]
    frames: Option<PathBuf>,
    /// Speed of a serial line, bits a second
    #[arg(long, default_value_t = 115_200, value_parser = value_parser!(u32).range(1_200..=4_000_000))]
    baud: u32,
    /// Run a script as fast as time passes, not as fast as can be
    #[arg(long, requires = "script")]
    real_time: bool,
    /// Runs with faults drawn by seed, watched for what must never happen
    #[arg(long, value_name = "RUNS", value_parser = value_parser!(u32).range(1..=10_000_000))]
    faults: Option<u32>,
    /// Two faults at a time, which overlap and may come and go
    #[arg(long, requires = "faults")]
    pairs: bool,
    /// Simulated hours of each such run
    #[arg(long, default_value_t = 10, value_parser = value_parser!(u32).range(1..=1_000))]
    hours: u32,
    /// First seed
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Seconds between rows of a script's course
    #[arg(long, default_value_t = 10, value_parser = value_parser!(u32).range(1..=3_600))]
    every: u32,
    #[command(flatten)]
    named: NamedArgs,
}

impl Args {
    /// Whether somebody drives in a terminal.
    pub const fn by_hand(&self) -> bool {
        self.script.is_none() && self.faults.is_none()
    }
}

#[derive(Debug, Serialize)]
struct ScriptResult {
    #[serde(flatten)]
    stamp: Stamp,
    case: String,
    seed: u64,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct CampaignResult {
    #[serde(flatten)]
    stamp: Stamp,
    commit: &'static str,
    case: String,
    first_seed: u64,
    runs: u32,
    hours_each: u32,
    pairs: bool,
    clean: Clean,
    failures: Vec<campaign::Failure>,
}

/// The commit that this program was built from.
const COMMIT: &str = env!("CONCORD_COMMIT");
/// Failures that are kept; a campaign that fails this often needs no more.
const MOST_FAILURES: usize = 20;

/// Runs after which a long campaign says how far it is, so that it can go on from there.
const BATCH: usize = 1_000;

/// Drives.
///
/// # Errors
/// A broken case or script; a run that breaks an invariant.
pub fn run(args: &Args, json: bool, texts: &Texts) -> Result<(), Failure> {
    let read = read_case(&args.case, args.named.into())?;
    // The person with central parameter values, as every day knows them.
    let values = read.personal(&Library::embedded()).parameters.central();
    let Workup { case, settings, .. } = read;
    if let Some(file) = &args.script {
        let script = read_script(file)?;
        let rig = Rig::new(&case, &values, settings, args.seed);
        if let Some(out) = &args.record {
            return record(&script, rig, out);
        }
        let pace = Pace { begun: Instant::now(), real: args.real_time };
        if let Some(to) = &args.frames {
            return frames(&script, rig, Wire::begin(to, args.baud, Full::Wait)?, &pace);
        }
        let rows = course(&script, rig, args.every, &pace);
        if json {
            return output::print_json(&ScriptResult { stamp: Stamp::new(), case: case.name, seed: args.seed, rows });
        }
        return output::print(&drive_text::course(texts, &rows));
    }
    let Some(runs) = args.faults else {
        if args.frames.as_deref() == Some(Path::new("-")) {
            let fault = Fault::of_argument("--frames", "-", "standard output is the screen", "give a line or a file");
            return Err(Failure::input(fault));
        }
        let wire = args.frames.as_deref().map(|to| Wire::begin(to, args.baud, Full::LeaveOut)).transpose();
        return by_hand(Rig::new(&case, &values, settings, args.seed), wire, json);
    };
    let drawn = if args.pairs { Drawn::Pairs } else { Drawn::Single };
    let progress = Progress::new(u64::from(runs), "runs");
    let (mut clean, mut failures, mut broken) = (Clean::default(), vec![], 0);
    let seeds: Vec<u64> = (0..u64::from(runs)).map(|run| args.seed.saturating_add(run)).collect();
    for (batch, part) in seeds.chunks(BATCH).enumerate() {
        let run = |seed: &u64| {
            let result = campaign::run(&case, &values, &settings, drawn, *seed, f64::from(args.hours));
            progress.advance(1);
            result
        };
        for result in part.par_iter().map(run).collect::<Vec<_>>() {
            match result {
                Ok(one) => clean = clean.and(one),
                Err(failure) => {
                    broken += 1;
                    failures.push(failure);
                }
            }
        }
        failures.truncate(MOST_FAILURES);
        let done = batch * BATCH + part.len();
        if done < seeds.len() {
            let left = seeds.len() - done;
            progress.note(&format!(
                "seeds {} to {}: {broken} failures so far; what is left: --seed {} --faults {left}",
                args.seed,
                seeds[done - 1],
                seeds[done]
            ));
        }
    }
    drop(progress);
    if json {
        output::print_json(&CampaignResult {
            stamp: Stamp::new(),
            commit: COMMIT,
            case: case.name,
            first_seed: args.seed,
            runs,
            hours_each: args.hours,
            pairs: args.pairs,
            clean,
            failures,
        })?;
    } else {
        output::print(&drive_text::campaign(texts, &clean, runs, args.seed, &failures, COMMIT))?;
    }
    if broken == 0 {
        return Ok(());
    }
    let what = format!("{broken} of {runs} runs broke an invariant");
    Err(Failure::other(Fault::of_file("the controller", what, "the same seed and --hours show it again")))
}

/// How fast a script runs.
struct Pace {
    begun: Instant,
    real: bool,
}

impl Pace {
    /// Waits until this second of the script has come.
    fn wait(&self, t_s: f64) {
        if self.real {
            let due = Duration::try_from_secs_f64(t_s).unwrap_or_default();
            std::thread::sleep(due.saturating_sub(self.begun.elapsed()));
        }
    }
}

/// Says on a wire what the unit says of a script.
fn frames(script: &Script, mut rig: Rig, wire: Wire, pace: &Pace) -> Result<(), Failure> {
    let wire = RefCell::new(wire);
    // As on a device: what it takes the person to do needs every reading.
    rig.attend();
    let each = |seen: &Seen| {
        if !wire.borrow().is_broken() {
            pace.wait(seen.t_s);
        }
        wire.borrow_mut().decides(seen);
    };
    script.run(&mut rig, each, |now, inputs| wire.borrow_mut().senses(now, inputs));
    wire.into_inner().finish()
}

/// A row every so many seconds, and one where the mode or the warning changes.
fn course(script: &Script, mut rig: Rig, every: u32, pace: &Pace) -> Vec<Row> {
    let mut rows: Vec<Row> = vec![];
    let mut next = 0.0;
    let each = |seen: &Seen| {
        pace.wait(seen.t_s);
        let row = drive_text::row(seen);
        let news = rows.last().is_none_or(|before| before.mode != row.mode || before.warning != row.warning);
        if seen.t_s >= next || news {
            next = seen.t_s + f64::from(every);
            rows.push(row);
        }
    };
    script.run(&mut rig, each, |_, _| ());
    rows
}

/// Writes a recording to a file, whole or not at all, or to stdout.
fn record(script: &Script, rig: Rig, out: &Path) -> Result<(), Failure> {
    if out == Path::new("-") {
        return record_to(&mut BufWriter::new(stdout()), script, rig).map_err(|error| match error.kind() {
            ErrorKind::BrokenPipe => Failure::ReaderGone,
            _ => Failure::other(Fault::of_file("standard output", format!("cannot be written: {error}"), "")),
        });
    }
    let mut to = Growing::begin(out)?;
    let written = record_to(&mut to, script, rig);
    to.finish(written)
}

/// Writes every step of the controller's senses.
fn record_to(to: &mut dyn Write, script: &Script, mut rig: Rig) -> std::io::Result<()> {
    let mut result = to.write_all(&HEADER);
    rig.attend();
    script.run(
        &mut rig,
        |_| (),
        |now, inputs| {
            if result.is_ok() {
                result = to.write_all(&control::record(now, inputs));
            }
        },
    );
    result.and_then(|()| to.flush())
}

/// In the terminal, if there is one.
fn by_hand(rig: Rig, wire: Result<Option<Wire>, Failure>, json: bool) -> Result<(), Failure> {
    if json || !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
        let fault = Fault::of_file("the terminal", "there is none to drive in", "give --script FILE or --faults RUNS");
        return Err(Failure::input(fault));
    }
    let mut wire = wire?;
    drive_live::run(rig, wire.as_mut()).map_err(|error| {
        Failure::other(Fault::of_file("the terminal", error.to_string(), "give --script FILE, which needs none"))
    })?;
    wire.map_or(Ok(()), Wire::finish)
}

fn read_script(path: &Path) -> Result<Script, Failure> {
    let file = name_of(path);
    Script::parse(&read_text(path, &file, Kind::Script)?).map_err(|wrong| {
        let what = format!("{}: {}", wrong.what, wrong.value);
        Failure::input(Fault::of_file(file, what, wrong.expected).at_line(wrong.line))
    })
}
