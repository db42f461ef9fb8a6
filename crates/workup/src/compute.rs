//! From a case to its results: fitting, day, what-if. The views only show what is made here.

use crate::days_in_a_row;
use crate::input::Workup;
use crate::library::Library;
use crate::outcome::{ExpandedDay, FitResult, Holds, PumpAnswers, RunResult, WhatIf};
use crate::pinhole;
use crate::problem::{Failure, Fault};
use crate::stamp::Stamp;
use crate::systems;
use control::{Acceleration, Inputs, Milliseconds, Settings, State, Touch, Valve};
use domain::Case;
use domain::day::ClockTime;
use fitting::{Fitting, topics};
use texts::{Arg, Said, Wording};
use twin::assemble::Disturbance;
use twin::day::DayInputs;
use twin::ensemble::{Cancelled, Draw, EnsembleDay, simulate_ensemble};
use twin::first_steps::first_steps;
use twin::parameters::ParameterSet;
use twin::pump::Wears;
use twin::system::{Drive, System};
use twin::unused;
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
/// What-ifs of a run beside the day as fitted: pinhole, worn ring, more mass.
const WHAT_IFS: u64 = 3;

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

/// Screens and fits a case, predicts the first steps with the recommended pump, and for how long the best ones hold their vacuum.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn fit(
    read: &Workup,
    library: &Library,
    draw: Draw,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<FitResult, Cancelled> {
    let fitting = read.judged(library);
    let pumps = systems::pumps(&read.case, fitting);
    let days = days(read, library, &pumps, draw, Disturbance::default(), progress)?;
    let answers = answers(read, library, fitting, &days, draw);
    let (candidate, verdict, to_settle) = (fitting.candidate, fitting.verdict, open(fitting));
    Ok(FitResult {
        stamp: Stamp::new(),
        case: read.case.name.clone(),
        tape_against_scan: read.tape.clone(),
        candidate,
        verdict,
        to_settle,
        fitting: fitting.clone(),
        answers,
        foundations: read.personal(library).foundations.clone(),
    })
}

/// What has to be settled first, in a few words each.
fn open(fitting: &Fitting) -> Vec<Said> {
    topics(fitting.to_settle()).into_iter().cloned().collect()
}

/// What the days of the best pumps answer.
fn answers(
    read: &Workup,
    library: &Library,
    fitting: &Fitting,
    days: &[EnsembleDay],
    draw: Draw,
) -> Option<PumpAnswers> {
    fitting.recommended()?;
    let case = &read.case;
    let system = systems::pumps(case, fitting).into_iter().next()?;
    let inputs = DayInputs { settings: read.settings, ..DayInputs::new(&library.regions) };
    Some(PumpAnswers {
        first_steps: first_steps(
            case,
            &read.personal(library).parameters,
            &system,
            inputs,
            draw,
            FIRST_STEPS,
            PINHOLE_MM,
        ),
        holds: days.iter().filter_map(Holds::of).collect(),
        pinhole_bounds: pinhole::bounds(&read.personal(library).parameters, PINHOLE_MM)?,
        pinhole_in: case.limb.amputation_level.seal().into(),
        if_the_sensor_dies: if_the_sensor_dies(&system, &read.settings),
    })
}

/// What a pump does without its pressure sensor: asked of the controller itself, not remembered.
fn if_the_sensor_dies(system: &System, settings: &Settings) -> Said {
    if !matches!(system.drive, Drive::Electric { .. }) {
        return Wording::new("sensor_dies-has_none").into();
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
    let pump = if outputs.pump.is_on() { "sensor_dies-pumps_on" } else { "sensor_dies-pumps_no_more" };
    let valve = if outputs.valve == Valve::Hold { "sensor_dies-holds" } else { "sensor_dies-lets_air_in" };
    let warns = outputs.warning == Some(control::Warning::Sensor);
    let warning = if warns { "sensor_dies-warns" } else { "sensor_dies-says_nothing" };
    let [pump, valve, warning] = [pump, valve, warning].map(Wording::new);
    Wording::new("sensor_dies-does").with("pump", pump).with("valve", valve).with("warning", warning).into()
}

/// How many day simulations [`run`] takes for a case, for its progress bar.
pub fn run_steps(case: &Case, systems: usize, draw: Draw) -> u64 {
    let one = u64::from(draw.persons) + 1;
    let row = days_in_a_row::steps(case.days_in_a_row().len(), draw);
    (systems as u64 + WHAT_IFS) * one + systems as u64 * row
}

/// The day on each of the suspensions.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn days(
    read: &Workup,
    library: &Library,
    systems: &[System],
    draw: Draw,
    disturbance: Disturbance,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<Vec<EnsembleDay>, Cancelled> {
    let inputs = DayInputs { disturbance, settings: read.settings, ..DayInputs::new(&library.regions) };
    days_of(&read.case, &read.personal(library).parameters, systems, draw, inputs, progress)
}

/// The day of any case on each of the suspensions.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn days_of(
    case: &Case,
    parameters: &ParameterSet,
    systems: &[System],
    draw: Draw,
    inputs: DayInputs<'_>,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<Vec<EnsembleDay>, Cancelled> {
    let day = |system| simulate_ensemble(case, parameters, system, inputs, draw, progress);
    systems.iter().map(day).collect()
}

/// Everything for one case.
///
/// # Errors
/// [`Cancelled`] as soon as `progress` says so.
pub fn run(
    read: Workup,
    library: &Library,
    draw: Draw,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<RunResult, Cancelled> {
    let fitting = read.judged(library).clone();
    let systems = systems::usual(&read.case, &fitting);
    let days = days(&read, library, &systems, draw, Disturbance::default(), progress)?;
    let answers = answers(&read, library, &fitting, &days, draw);
    let what_if = match &answers {
        Some(_) => what_if(&read, library, &days[0], draw, progress)?,
        None => vec![],
    };
    let personal = read.personal(library);
    let inputs = DayInputs { settings: read.settings, ..DayInputs::new(&library.regions) };
    let told = days_in_a_row::cases(&read.case, &read.case.days_in_a_row());
    let systems: Vec<&System> = days.iter().map(|day| &day.system).collect();
    let row_of_days = days_in_a_row::rows(&told, &personal.parameters, &systems, inputs, draw, library, progress)?;
    let foundations = personal.foundations.clone();
    Ok(RunResult {
        stamp: Stamp::new(),
        expanded_day: ExpandedDay::of(&read.case.day),
        tape_against_scan: read.tape.clone(),
        case: read.case,
        candidate: fitting.candidate,
        verdict: fitting.verdict,
        to_settle: open(&fitting),
        fitting,
        answers,
        days,
        row_of_days,
        what_if,
        foundations,
        not_used: unused::sentence(),
        socket: None,
    })
}

/// The day with one thing wrong each time, on the same persons as the day as fitted, which comes first.
fn what_if(
    read: &Workup,
    library: &Library,
    fitted: &EnsembleDay,
    draw: Draw,
    progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
) -> Result<Vec<WhatIf>, Cancelled> {
    let (case, system) = (&read.case, &fitted.system);
    let (begins, ends) = (case.day.begins_s(), case.day.ends_s());
    let disturbed_from_s = begins + PINHOLE_AT * (ends - begins);
    let intact = DayInputs { disturbed_from_s, settings: read.settings, ..DayInputs::new(&library.regions) };
    let broken = |disturbance| DayInputs { disturbance, ..intact };
    let mut cases = vec![(
        Wording::new("what_if-pinhole")
            .with("size", Arg::Figure(format!("{PINHOLE_MM} mm")))
            .with("seal", case.limb.amputation_level.seal())
            .with("from", ClockTime::show(disturbed_from_s)),
        system.clone(),
        broken(Disturbance { pinhole_mm: PINHOLE_MM, ..Disturbance::default() }),
    )];
    let wears = system.pump.map_or(Some(Wears::Ring), |pump| pump.wears());
    if let (Drive::WeightActivated { chambers, rated_mass_kg, connection, .. }, Some(part)) = (system.drive, wears) {
        let drive = Drive::WeightActivated { chambers, rated_mass_kg, connection, ring_condition: WORN_RING };
        let worn = Wording::new(match part {
            Wears::Ring => "what_if-worn_ring",
            Wears::Membrane => "what_if-worn_membrane",
        });
        cases.push((worn, System { drive, ..system.clone() }, intact));
    }
    let heavier = Disturbance { mass_gained_kg: MASS_GAINED_KG, ..Disturbance::default() };
    let more = Wording::new("what_if-heavier").with("mass", Arg::Figure(format!("{MASS_GAINED_KG:.0} kg")));
    cases.push((more, system.clone(), broken(heavier)));
    let mut told = vec![WhatIf::of(Wording::new("what_if-as_fitted"), fitted)];
    for (what, system, inputs) in cases {
        let day = simulate_ensemble(case, &read.personal(library).parameters, &system, inputs, draw, progress)?;
        told.push(WhatIf::of(what, &day));
    }
    Ok(told)
}
