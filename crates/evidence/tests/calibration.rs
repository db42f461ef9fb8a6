//! Calibration against persons who are known: drawn from the prior, logged with noise, hidden again.

use domain::Case;
use domain::day::ClockTime;
use evidence::calibration::{
    Calibration, Effort, Exactness, GRID_S, JUDGED, Log, LogRow, Quantity, Question, Reading, calibrate, with_steps,
};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Distribution, StandardNormal};
use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};
use twin::day::{DayCourse, DayInputs, simulate};
use twin::parameters::{ParameterSet, Values};
use twin::quantity::{Outcome, POST_DOFF_VOLUME_END_PCT};
use twin::regions::Regions;
use twin::system::System;

/// What does not change between tests; the day is a morning, so that debug builds can live it often.
struct Bench {
    case: Case,
    parameters: ParameterSet,
    regions: Regions,
    worn: System,
}

impl Bench {
    fn new() -> Self {
        let mut case = Case::parse(include_str!("../../../cases/mechanic.toml")).expect("a shipped case");
        case.day.activities.truncate(4);
        Self {
            case,
            parameters: ParameterSet::parse(
                include_str!("../../../data/parameters.toml"),
                &[
                    include_str!("../../../data/catalog/ottobock/4R147.toml"),
                    include_str!("../../../data/catalog/ottobock/4R152.toml"),
                ],
            )
            .expect("sound parameters"),
            regions: Regions::parse(include_str!("../../../data/regions.toml")).expect("sound regions"),
            worn: System::suction(),
        }
    }

    fn inputs(&self) -> DayInputs<'_> {
        let usual = DayInputs::new(&self.regions);
        DayInputs { grid_s: GRID_S, tolerance: usual.tolerance.times(16.0), ..usual }
    }

    fn day(&self, values: &Values) -> DayCourse {
        simulate(&self.case, values, &self.worn, self.inputs())
    }

    /// The log that a person would have written: every half-hour, with noise.
    fn log(&self, values: &Values, exactness: &Exactness, seed: u64) -> Vec<Reading> {
        let day = self.day(values);
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let row = |minutes: u16, rng: &mut ChaCha8Rng| {
            let time = ClockTime::from_minutes(minutes).expect("a time");
            let seen = day.samples.iter().find(|sample| sample.t_s >= time.seconds()).expect("in the day").seen;
            let mut noisy = |value: f64, sd: f64| {
                let noise: f64 = StandardNormal.sample(rng);
                value + sd * noise
            };
            LogRow {
                time,
                steps: None,
                vacuum_kpa: Some(noisy(seen.vacuum_kpa, exactness.vacuum_kpa).max(0.0)),
                in_socket_fluid_pct: Some(noisy(seen.in_socket_fluid_pct, exactness.in_socket_fluid_pct)),
                post_doff_volume_pct: Some(noisy(seen.post_doff_volume_pct, exactness.post_doff_volume_pct)),
            }
        };
        let rows = (450..=600).step_by(30).map(|minutes| row(minutes, &mut rng)).collect();
        Log::new(rows, &self.case).expect("a sound log").readings(exactness)
    }

    fn question<'a>(&'a self, readings: &'a [Reading], effort: Effort) -> Question<'a> {
        let (case, parameters, worn) = (&self.case, &self.parameters, &self.worn);
        Question { case, parameters, inputs: self.inputs(), worn, others: &[], readings, effort }
    }

    fn calibrated(&self, readings: &[Reading], effort: Effort) -> Calibration {
        calibrate(&self.question(readings, effort), &|| ())
    }
}

const QUICK: Effort = Effort { islands: 3, members: 24, sweeps: 2, last_sweeps: 4, persons: 8, seed: 7 };

/// Where the truth lies among the posterior's draws, 0 … 1, outcome by outcome.
fn places(bench: &Bench, person: u64) -> Vec<f64> {
    let hidden = bench.parameters.sample(4_711, person);
    let truth = bench.day(&hidden);
    let readings = bench.log(&hidden, &Exactness::default(), person);
    let found = bench.calibrated(&readings, Effort { seed: person, ..QUICK });
    let days: Vec<DayCourse> = found.draws.iter().flatten().map(|values| bench.day(values)).collect();
    let below = |outcome: &&Outcome| days.iter().filter(|day| outcome.of(day) < outcome.of(&truth)).count();
    JUDGED.iter().map(|outcome| below(outcome) as f64 / days.len() as f64).collect()
}

/// Bounds by the binomial law: of 12 persons an 80 % band holds 9.6 ± 1.4, fewer than 6 in 1 of 250; the five outcomes of a
/// person hang together, so that all 60 are held to little more than each.
#[test]
fn hidden_persons_lie_in_their_bands_as_often_as_these_say() {
    let bench = Bench::new();
    let places: Vec<Vec<f64>> = (0..12u64).into_par_iter().map(|person| places(&bench, person)).collect();
    let inside = |place: &f64| (0.1..=0.9).contains(place);
    for (index, outcome) in JUDGED.iter().enumerate() {
        let count = places.iter().filter(|person| inside(&person[index])).count();
        let mean = places.iter().map(|person| person[index]).sum::<f64>() / places.len() as f64;
        println!("{outcome:?}: {count} of {} inside, mean place {mean:.2}", places.len());
        assert!(count >= 6, "{outcome:?}: {count} of {}", places.len());
        // A uniform place has the mean ½ ± 0.083.
        assert!((mean - 0.5).abs() < 0.25, "{outcome:?}: mean place {mean}");
    }
    let all = places.iter().flatten().filter(|place| inside(place)).count();
    assert!((36..=58).contains(&all), "{all} of 60");
}

#[test]
fn the_same_seed_gives_the_same_bits_on_any_number_of_threads() {
    let bench = Bench::new();
    let readings = bench.log(&bench.parameters.sample(3, 1), &Exactness::default(), 1);
    let effort = Effort { members: 8, sweeps: 1, ..QUICK };
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| bench.calibrated(&readings, effort))
    };
    assert_eq!(run(1), run(3));
}

#[test]
fn a_log_that_says_nothing_leaves_the_prior_and_a_more_exact_one_narrows() {
    let bench = Bench::new();
    let hidden = bench.parameters.sample(11, 2);
    // The same readings each time: only how far they are believed differs.
    let fine = Exactness { vacuum_kpa: 0.2, in_socket_fluid_pct: 0.04, post_doff_volume_pct: 0.06 };
    let readings = bench.log(&hidden, &fine, 5);
    let found = |times: f64, members: u32| {
        let believed: Vec<Reading> = readings.iter().map(|r| Reading { sd: 10.0 * times * r.sd, ..*r }).collect();
        bench.calibrated(&believed, Effort { members, ..QUICK })
    };
    // Many only where a spread is held to a few per cent.
    let (nothing, usual, exact) = (found(1e4, 150), found(1.0, 50), found(0.25, 50));
    for learned in &nothing.parameters {
        // 500 independent draws know a standard deviation to 3 %; five times that for 70 parameters.
        assert!((learned.sd_ratio - 1.0).abs() < 0.16, "{}: {}", learned.parameter, learned.sd_ratio);
        assert!(learned.shift.abs() < 0.25, "{}: {}", learned.parameter, learned.shift);
    }
    let width = |found: &Calibration| {
        let band = found.days[0].posterior.summary.spread(&POST_DOFF_VOLUME_END_PCT).unwrap();
        band.p90 - band.p10
    };
    assert!(width(&usual) < 0.8 * width(&nothing), "{} of {}", width(&usual), width(&nothing));
    let least = |found: &Calibration| found.parameters[0].sd_ratio;
    assert!(least(&usual) < 0.9 && least(&exact) < least(&usual), "{} {}", least(&usual), least(&exact));
    assert!(exact.parameters.is_sorted_by(|a, b| a.sd_ratio <= b.sd_ratio));
}

#[test]
fn too_few_members_are_not_called_converged() {
    let bench = Bench::new();
    let readings = bench.log(&bench.parameters.sample(3, 4), &Exactness::default(), 4);
    let found = bench.calibrated(&readings, Effort { members: 4, sweeps: 1, last_sweeps: 1, ..QUICK });
    assert!(!found.sampling.converged && !found.sampling.not_converged.is_empty());
}

#[test]
fn the_usual_effort_converges_and_follows_the_log() {
    let bench = Bench::new();
    let readings = bench.log(&bench.parameters.sample(3, 1), &Exactness::default(), 1);
    let found = bench.calibrated(&readings, Effort { members: 60, ..Effort::default() });
    println!("{:?} {:?}", found.sampling.accepted, found.sampling.powers);
    for p in found.parameters.iter().take(8) {
        println!("{} {:.2} {:+.2} {:?}", p.parameter, p.sd_ratio, p.shift, p.diagnosed);
    }
    println!("{:?}", found.sampling.outcomes);
    assert!(found.sampling.converged, "{:?}", found.sampling.not_converged);
    assert!(found.misfits.iter().all(|misfit| misfit.follows), "{:?}", found.misfits);
}

#[test]
fn a_log_that_no_person_of_the_prior_could_write_is_told() {
    let bench = Bench::new();
    let mut readings = bench.log(&bench.parameters.central(), &Exactness::default(), 4);
    for (index, reading) in readings.iter_mut().filter(|r| r.quantity == Quantity::PostDoffVolume).enumerate() {
        reading.value = if index % 2 == 0 { 8.0 } else { -8.0 };
    }
    let found = bench.calibrated(&readings, QUICK);
    let misfit = found.misfits.iter().find(|misfit| misfit.quantity == Quantity::PostDoffVolume).expect("it was read");
    assert!(!misfit.follows, "{}", misfit.rms);
}

#[test]
fn counted_steps_change_the_day_and_no_more_days_are_lived_than_announced() {
    let bench = Bench::new();
    let row = |minutes: u16, steps| LogRow {
        time: ClockTime::from_minutes(minutes).expect("a time"),
        steps: Some(steps),
        vacuum_kpa: Some(20.0),
        in_socket_fluid_pct: None,
        post_doff_volume_pct: None,
    };
    let log = Log::new(vec![row(450, 300.0), row(600, 500.0)], &bench.case).expect("a sound log");
    let walked = with_steps(&bench.case, &log).expect("they fit");
    let strides = |case: &Case| {
        let day = simulate(case, &bench.parameters.central(), &bench.worn, bench.inputs());
        day.samples.last().expect("a day").strides
    };
    // Every other step is the prosthesis's: 800 are logged where the case has 4,100 of both feet.
    assert!((strides(&bench.case) - strides(&walked) - 0.5 * (4_100.0 - 800.0)).abs() < 1.0);
    let readings = log.readings(&Exactness::default());
    let lived = AtomicU64::new(0);
    let question = bench.question(&readings, Effort { members: 4, sweeps: 1, ..QUICK });
    calibrate(&question, &|| {
        lived.fetch_add(1, Ordering::Relaxed);
    });
    assert!(lived.into_inner() > 0);
}

/// What the first lines of the shipped log say: whose it is, and how exactly it was read.
#[test]
fn the_shipped_log_is_the_day_of_the_hidden_person_that_it_names() {
    let text = include_str!("../../../cases/mechanic_log.csv");
    let case = Case::parse(include_str!("../../../cases/mechanic.toml")).expect("a shipped case");
    let number = |cell: &str| (!cell.is_empty()).then(|| cell.parse().expect("a number"));
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let time = ClockTime::try_from(cells[0].to_string()).expect("a time");
        LogRow {
            time,
            steps: number(cells[1]),
            vacuum_kpa: number(cells[2]),
            in_socket_fluid_pct: number(cells[3]),
            post_doff_volume_pct: number(cells[4]),
        }
    };
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1).map(row).collect();
    let log = Log::new(rows, &case).expect("a sound log");
    let bench = Bench { case: with_steps(&case, &log).expect("they fit"), ..Bench::new() };
    let day = bench.day(&bench.parameters.sample(2_026, 3));
    for reading in log.readings(&Exactness::default()) {
        let seen = day.samples.iter().find(|sample| sample.t_s >= reading.t_s).expect("in the day").seen;
        let truth = match reading.quantity {
            Quantity::Vacuum => seen.vacuum_kpa,
            Quantity::InSocketFluid => seen.in_socket_fluid_pct,
            Quantity::PostDoffVolume => seen.post_doff_volume_pct,
        };
        assert!((reading.value - truth).abs() < 4.0 * reading.sd, "{reading:?}: {truth}");
    }
}
