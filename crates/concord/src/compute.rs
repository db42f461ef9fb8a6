//! From a case to its results: fitting, day, what-if. The views only show what is made here.

use crate::input::CaseFile;
use crate::library::Library;
use crate::outcome::{FitResult, PumpAnswers, RunResult, Stamp, WhatIf};
use crate::problem::{Failure, Fault};
use crate::systems;
use control::{Acceleration, Inputs, Milliseconds, Settings, State, Touch, Valve};
use domain::Case;
use fitting::{Fitting, recommend};
use twin::assemble::Disturbance;
use twin::day::DayInputs;
use twin::ensemble::{Cancelled, Draw, EnsembleDay, simulate_ensemble};
use twin::events::EventKind;
use twin::first_steps::first_steps;
use twin::system::{Drive, System};
use units::AbsolutePressure;

/// Persons drawn for the spread where nobody says how many.
pub const USUAL_PERSONS: u32 = 60;
/// Persons drawn at most.
pub const MOST_PERSONS: u32 = 100_000;
/// Steps on the prosthesis after which the first vacuum is told.
const FIRST_STEPS: f64 = 30.0;
/// Diameter of the pinhole in what-ifs, mm: a fine needle's (our choice; the seeds tell of pinholes, not of sizes).
const PINHOLE_MM: f64 = 0.1;
/// When the pinhole appears in what-ifs, as a share of the day.
const PINHOLE_AT: f64 = 0.3;
/// Stiffness left in a worn ring in what-ifs (published.md V14: −20 %).
const WORN_RING: f64 = 0.8;
/// Mass gained in what-ifs, kg.
const MASS_GAINED_KG: f64 = 5.0;
/// What-ifs are differences on the same persons: fewer of them are enough.
const WHAT_IF_PERSONS: u32 = 24;
/// What-ifs of a run: undisturbed, pinhole, worn ring, more mass.
const WHAT_IFS: u64 = 4;

/// How many persons, and which, where a program asks and no command line has checked it.
///
/// # Errors
/// More persons than anybody waits for.
pub fn draw(persons: u64, seed: u64) -> Result<Draw, Failure> {
    let checked = u32::try_from(persons).ok().filter(|persons| *persons <= MOST_PERSONS);
    let persons = checked.ok_or_else(|| {
        let right = format!("give 0 to {MOST_PERSONS}");
        Failure::input(Fault::of_argument("--persons", &persons.to_string(), "out of range", right))
    })?;
    Ok(Draw { persons, seed })
}

/// Screens and fits a case, and predicts the first steps with the recommended pump.
pub fn fit(read: &CaseFile, library: &Library, draw: Draw) -> FitResult {
    let case = &read.case;
    let fitting = recommend(case, &library.catalog, &library.rules);
    let answers = answers(read, library, &fitting, draw);
    FitResult {
        stamp: Stamp::new(),
        case: case.name.clone(),
        tape_against_scan: read.tape.clone(),
        candidate: fitting.candidate,
        fitting,
        answers,
    }
}

fn answers(read: &CaseFile, library: &Library, fitting: &Fitting, draw: Draw) -> Option<PumpAnswers> {
    let case = &read.case;
    let system = systems::of_pump(fitting.recommended()?, case.prosthesis.pump_mode);
    Some(PumpAnswers {
        first_steps: first_steps(case, &library.parameters, &system, draw, FIRST_STEPS, PINHOLE_MM),
        pinhole_in: case.limb.amputation_level.seal().into(),
        if_the_sensor_dies: if_the_sensor_dies(&system, &read.settings),
    })
}

/// What a pump does without its pressure sensor: asked of the controller itself, not remembered.
fn if_the_sensor_dies(system: &System, settings: &Settings) -> String {
    if !matches!(system.drive, Drive::Electric { .. }) {
        return "It has no sensor: body weight works it with every step, dead or alive. What can fail is the ring, \
                a valve or the seal; then steps to vacuum rise and standing still loses it."
            .into();
    }
    let mut inputs = Inputs {
        line: Some(AbsolutePressure::from_kpa(60.0)),
        ambient: Some(AbsolutePressure::from_kpa(101.325)),
        acceleration: Acceleration::NotRead,
        touch: Touch::at(Touch::AUTOMATIC),
        cell_volts: 2.5,
        temperature_c: 20.0,
        charger: false,
        attached: true,
    };
    // It pumps for a second; then the sensor is silent until that is a fault.
    let mut state = State::new();
    for now in (0..1_000).step_by(10) {
        state = control::step(settings, &state, Milliseconds(now), &inputs).0;
    }
    inputs.line = None;
    let fault = 1_500 + u64::from(settings.silence_ms);
    for now in (1_000..fault).step_by(10) {
        state = control::step(settings, &state, Milliseconds(now), &inputs).0;
    }
    let (_, outputs, _) = control::step(settings, &state, Milliseconds(fault), &inputs);
    let pump = if outputs.pump.is_on() { "keeps pumping" } else { "stops pumping" };
    let valve = if outputs.valve == Valve::Hold { "holds the vacuum that is there" } else { "lets air in" };
    let warning =
        if outputs.warning == Some(control::Warning::Sensor) { "warns of a sensor fault" } else { "says nothing" };
    format!("It {pump}, {valve} and {warning}. This is our controller; the maker's is not published.")
}

/// How many day simulations [`run`] takes, for its progress bar.
pub fn run_steps(systems: usize, draw: Draw) -> u64 {
    let one = u64::from(draw.persons) + 1;
    systems as u64 * one + WHAT_IFS * u64::from(draw.persons.min(WHAT_IF_PERSONS) + 1)
}

/// The day on each of the suspensions.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn days(
    read: &CaseFile,
    library: &Library,
    systems: &[System],
    draw: Draw,
    disturbance: Disturbance,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<Vec<EnsembleDay>, Cancelled> {
    let inputs = DayInputs { disturbance, settings: read.settings, ..DayInputs::new(&library.regions) };
    days_of(&read.case, library, systems, draw, inputs, progress)
}

/// The day of any case on each of the suspensions.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn days_of(
    case: &Case,
    library: &Library,
    systems: &[System],
    draw: Draw,
    inputs: DayInputs<'_>,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<Vec<EnsembleDay>, Cancelled> {
    let day = |system| simulate_ensemble(case, &library.parameters, system, inputs, draw, progress);
    systems.iter().map(day).collect()
}

/// Everything for one case.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn run(
    read: CaseFile,
    library: &Library,
    draw: Draw,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<RunResult, Cancelled> {
    let FitResult { stamp, candidate, fitting, answers, .. } = fit(&read, library, draw);
    let systems = systems::usual(&read.case, &fitting);
    let days = days(&read, library, &systems, draw, Disturbance::default(), progress)?;
    let what_if =
        if fitting.recommended().is_some() { what_if(&read, library, &systems[0], draw, progress)? } else { vec![] };
    let tape_against_scan = read.tape;
    Ok(RunResult {
        stamp,
        case: read.case,
        tape_against_scan,
        candidate,
        fitting,
        answers,
        days,
        what_if,
        socket: None,
    })
}

fn what_if(
    read: &CaseFile,
    library: &Library,
    system: &System,
    draw: Draw,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<Vec<WhatIf>, Cancelled> {
    let case = &read.case;
    let draw = Draw { persons: draw.persons.min(WHAT_IF_PERSONS), ..draw };
    let (begins, ends) = (case.day.begins_s(), case.day.ends_s());
    let disturbed_from_s = begins + PINHOLE_AT * (ends - begins);
    let intact = DayInputs { disturbed_from_s, settings: read.settings, ..DayInputs::new(&library.regions) };
    let broken = |disturbance| DayInputs { disturbance, ..intact };
    let mut cases = vec![
        ("as fitted".to_string(), system.clone(), intact),
        (
            format!(
                "a pinhole of {PINHOLE_MM} mm in the {} after {:.0} % of the day",
                case.limb.amputation_level.seal(),
                100.0 * PINHOLE_AT
            ),
            system.clone(),
            broken(Disturbance { pinhole_mm: PINHOLE_MM, mass_gained_kg: 0.0 }),
        ),
    ];
    if let Drive::WeightActivated { chambers, rated_mass_kg, connection, .. } = system.drive {
        let drive = Drive::WeightActivated { chambers, rated_mass_kg, connection, ring_condition: WORN_RING };
        cases.push(("a worn ring, a fifth softer".into(), System { drive, ..system.clone() }, intact));
    }
    let heavier = Disturbance { pinhole_mm: 0.0, mass_gained_kg: MASS_GAINED_KG };
    cases.push((format!("{MASS_GAINED_KG:.0} kg (11 lb) more on the same parts"), system.clone(), broken(heavier)));
    cases
        .into_iter()
        .map(|(what, system, inputs)| {
            let day = simulate_ensemble(case, &library.parameters, &system, inputs, draw, progress)?;
            let from = inputs.disturbed_from_s;
            let lost = day.events.iter().find(|event| event.kind == EventKind::VacuumLost && event.t_s >= from);
            Ok(WhatIf {
                what,
                time_at_working_vacuum: day.summary.time_at_working_vacuum,
                post_doff_volume_end_pct: day.summary.post_doff_volume_end_pct,
                pistoning_mean_mm: day.summary.pistoning_mean_mm,
                strides_to_15_inhg: day.summary.strides_to_15_inhg,
                socks_added: day.summary.socks_added,
                first_event: lost.map(|event| format!("{} {}", domain::day::ClockTime::show(event.t_s), event.text)),
            })
        })
        .collect()
}
