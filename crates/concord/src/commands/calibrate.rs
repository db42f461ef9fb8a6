//! `concord calibrate`: a person's parameters from their own log.

use super::named::NamedArgs;
use crate::terminal::Progress;
use clap::value_parser;
use domain::case::SuspensionKind;
use evidence::calibration::{Effort, Exactness, Question, calibrate, steps, with_steps};
use fitting::Fitting;
use report::{calibration_csv, calibration_report, calibration_text};
use std::path::PathBuf;
use texts::Texts;
use twin::day::DayInputs;
use twin::parameters::ParameterSet;
use twin::system::System;
use workup::input::{Workup, name_of, read_case};
use workup::library::Library;
use workup::log_file;
use workup::outcome::{CalibrationResult, Stamp};
use workup::output;
use workup::problem::{Failure, Fault};
use workup::systems;

/// Fit a person's parameters to their own log, with how sure they are
#[derive(Debug, clap::Args)]
#[command(after_help = "A log is a table of comma-separated values; a blank cell was not measured:\n  \
                  time,steps,vacuum_kpa,in_socket_fluid_pct,post_doff_volume_pct\n  08:00,850,52,-0.4,\n  \
                  10:00,2900,49,,-1.9\nIts columns: time, and any of steps (of both feet, since the row before), vacuum_kpa or vacuum_inhg or \
                  vacuum_mbar, in_socket_fluid_pct and post_doff_volume_pct (changes since donning). Lines that begin with # \
                  are remarks.\nIt writes calibration.html and posterior.csv. What comes out is no diagnosis.\n\n\
                  Example:\n  concord calibrate cases/mechanic.toml cases/mechanic_log.csv --on suction --system pin")]
pub struct Args {
    /// Case file; `-` for standard input
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// Log of one day, CSV
    #[arg(value_name = "LOG")]
    log: PathBuf,
    /// The suspension of the log, named as for `concord day`. Without it: the one the case's person wears now
    #[arg(long, value_name = "SYSTEM")]
    on: Option<String>,
    /// A suspension to predict the same day on; may be given several times
    #[arg(long = "system", value_name = "SYSTEM")]
    systems: Vec<String>,
    /// Folder for calibration.html and posterior.csv
    #[arg(long, default_value = "concord-calibration", value_name = "DIR")]
    out: PathBuf,
    /// Standard deviation of a vacuum reading, kPa
    #[arg(long, default_value_t = Exactness::default().vacuum_kpa, value_name = "KPA")]
    vacuum_sd_kpa: f64,
    /// Standard deviation of a reading of fluid in the socket, % of limb volume
    #[arg(long, default_value_t = Exactness::default().in_socket_fluid_pct, value_name = "PERCENT")]
    fluid_sd_pct: f64,
    /// Standard deviation of a limb volume after doffing, %
    #[arg(long, default_value_t = Exactness::default().post_doff_volume_pct, value_name = "PERCENT")]
    volume_sd_pct: f64,
    /// Populations that are drawn apart from each other, to see whether they agree
    #[arg(long, default_value_t = Effort::default().islands, value_parser = value_parser!(u32).range(2..=64))]
    islands: u32,
    /// Draws of each
    #[arg(long, default_value_t = Effort::default().members, value_parser = value_parser!(u32).range(4..=10_000))]
    members: u32,
    /// Seed: the same seed gives the same numbers
    #[arg(long, default_value_t = Effort::default().seed)]
    seed: u64,
    #[command(flatten)]
    named: NamedArgs,
}

/// Calibrates and writes.
///
/// # Errors
/// A broken case or log, an unknown suspension, a folder that cannot be written.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    let exactness = exactness(args)?;
    let read = read_case(&args.case, args.named.into())?;
    let log = log_file::read(&args.log, &read.case)?;
    let case = with_steps(&read.case, &log.log).map_err(|fault| log.fault(fault))?;
    let library = Library::embedded();
    let fitting = read.advised(&library);
    let named = |name: &String| systems::named(name, &read.case, &library.catalog, fitting);
    let worn = match &args.on {
        Some(name) => named(name)?,
        None => worn_now(&read, fitting)?,
    };
    let others: Vec<System> = args.systems.iter().map(named).collect::<Result<_, _>>()?;
    output::report_folder(&args.out)?;
    let readings = log.log.readings(&exactness);
    let effort = Effort { islands: args.islands, members: args.members, seed: args.seed, ..Effort::default() };
    let inputs = DayInputs { settings: read.settings, ..DayInputs::new(&library.regions) };
    let (worn, others) = (&worn, others.as_slice());
    let parameters = of_the_pump_worn(worn, &library);
    let question = Question { case: &case, parameters: &parameters, inputs, worn, others, readings: &readings, effort };
    let progress = Progress::new(steps(&question), "days");
    let found = calibrate(&question, &|| progress.advance(1));
    drop(progress);
    let simulated: Vec<System> = std::iter::once(worn).chain(others).cloned().collect();
    let notes = systems::notes(&simulated, &read.case, fitting);
    let result =
        CalibrationResult { stamp: Stamp::new(), log: name_of(&args.log), worn: worn.clone(), exactness, notes, found };
    let posterior = calibration_csv::text(&result.found, &parameters);
    output::write_atomically(&args.out.join("posterior.csv"), posterior.as_bytes())?;
    let report = args.out.join("calibration.html");
    output::write_atomically(&report, calibration_report::render(texts, &result, &case).as_bytes())?;
    if json {
        return output::print_json(&result);
    }
    let path = texts.fill("terminal.report", &[("file", &report.display().to_string())]);
    output::print(&format!("{}\n{path}\n", calibration_text::render(texts, &result)))
}

/// The parameters with the numbers of the pump that is worn under their names, where it is one of the catalogue.
fn of_the_pump_worn(worn: &System, library: &Library) -> ParameterSet {
    let article = worn.id.split([':', '@']).next().unwrap_or_default();
    let pump = library.catalog.get(article).and_then(|component| component.pump.as_ref());
    let parameters = library.parameters.clone();
    match pump.and_then(|pump| pump.performance.as_ref()) {
        Some(performance) => parameters.wearing(performance),
        None => parameters,
    }
}

fn exactness(args: &Args) -> Result<Exactness, Failure> {
    let given = [
        ("--vacuum-sd-kpa", args.vacuum_sd_kpa),
        ("--fluid-sd-pct", args.fluid_sd_pct),
        ("--volume-sd-pct", args.volume_sd_pct),
    ];
    if let Some((name, value)) = given.into_iter().find(|(_, value)| !(0.01..=50.0).contains(value)) {
        let fault = Fault::of_argument(name, &value.to_string(), "out of range", "give 0.01 to 50");
        return Err(Failure::input(fault));
    }
    let Args { vacuum_sd_kpa, fluid_sd_pct, volume_sd_pct, .. } = *args;
    Ok(Exactness { vacuum_kpa: vacuum_sd_kpa, in_socket_fluid_pct: fluid_sd_pct, post_doff_volume_pct: volume_sd_pct })
}

/// The suspension that the case's person wears now, where the twin knows it.
fn worn_now(read: &Workup, fitting: &Fitting) -> Result<System, Failure> {
    let pump = || fitting.recommended().map(|pump| systems::of_pump(pump, read.case.prosthesis.pump_mode));
    let known = match read.case.prosthesis.suspension_now {
        SuspensionKind::Suction => Some(System::suction()),
        SuspensionKind::PinLock => Some(System::pin_lock()),
        SuspensionKind::ElevatedVacuum => pump(),
        SuspensionKind::Lanyard | SuspensionKind::Sleeve | SuspensionKind::None => None,
    };
    known.ok_or_else(|| {
        let what = "the case does not say on which of the twin's suspensions the log was made";
        Failure::input(Fault::of_argument("--on", "", what, "name it: suction, pin or a pump's article"))
    })
}
