//! The day as its users would test it.

use domain::Case;
use domain::case::{PumpMode, SocketConcept};
use domain::day::ActivityKind;
use physics::integrator::Tolerance;
use std::path::Path;
use twin::assemble::Disturbance;
use twin::day::{DayCourse, DayInputs, simulate};
use twin::ensemble::Draw;
use twin::events::{EventKind, WORKING_KPA};
use twin::first_steps::first_steps;
use twin::observe::RESOLVED_MM;
use twin::parameters::{ParameterSet, Values};
use twin::person_day::walked;
use twin::quantity::{PEAK_PRESSURE, PEAK_PRESSURE_KPA, PISTONING, PISTONING_MEAN_MM};
use twin::regions::Regions;
use twin::system::{Cells, Connection, Drive, System};

pub struct Bench {
    pub parameters: ParameterSet,
    pub regions: Regions,
}

impl Bench {
    pub fn new() -> Self {
        Self {
            parameters: ParameterSet::parse(
                include_str!("../../../data/parameters.toml"),
                &[
                    include_str!("../../../data/catalog/ottobock/4R147.toml"),
                    include_str!("../../../data/catalog/ottobock/4R152.toml"),
                ],
            )
            .unwrap(),
            regions: Regions::parse(include_str!("../../../data/regions.toml")).unwrap(),
        }
    }

    pub fn values(&self) -> Values {
        self.parameters.central()
    }

    pub fn day(&self, case: &Case, system: &System) -> DayCourse {
        simulate(case, &self.values(), system, DayInputs::new(&self.regions))
    }

    fn with_pinhole(&self, case: &Case, system: &System, pinhole_mm: f64) -> DayCourse {
        let disturbance = Disturbance { pinhole_mm, ..Disturbance::default() };
        let inputs = DayInputs { disturbance, disturbed_from_s: 14.0 * 3_600.0, ..DayInputs::new(&self.regions) };
        simulate(case, &self.values(), system, inputs)
    }
}

pub fn case(name: &str) -> Case {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases").join(name).with_extension("toml");
    Case::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn cases() -> Vec<(String, Case)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_string())
        .collect();
    found.sort();
    found.into_iter().map(|name| (name.clone(), case(&name))).collect()
}

pub fn pump(chambers: u32) -> System {
    let drive =
        Drive::WeightActivated { chambers, rated_mass_kg: None, ring_condition: 1.0, connection: Connection::Tube };
    System { id: "pump".into(), name: "pump".into(), drive, socket: SocketConcept::TotalSurfaceBearing, pump: None }
}

pub fn electric(mode: PumpMode) -> System {
    let drive = Drive::Electric { mode, connection: Connection::Direct, cells: Cells::Rechargeable };
    System {
        id: "electric".into(),
        name: "electric".into(),
        drive,
        socket: SocketConcept::TotalSurfaceBearing,
        pump: None,
    }
}

fn end(day: &DayCourse) -> &twin::day::Sample {
    day.samples.last().unwrap()
}

#[test]
fn every_case_has_a_day_of_real_numbers_on_every_suspension() {
    let bench = Bench::new();
    let modes = [
        PumpMode::Off,
        PumpMode::Automatic,
        PumpMode::Level1,
        PumpMode::Level2,
        PumpMode::Level3,
        PumpMode::Level4,
        PumpMode::Reverse,
    ];
    let mut systems = vec![pump(1), pump(2), System::suction(), System::pin_lock()];
    systems.extend(modes.map(electric));
    for (name, case) in cases() {
        for system in &systems {
            let day = bench.day(&case, system);
            let minutes = (case.day.ends_s() - case.day.begins_s()) / 60.0;
            assert_eq!(day.samples.len(), minutes as usize + 1, "{name}");
            for sample in &day.samples {
                let seen = &sample.seen;
                for value in [
                    seen.vacuum_kpa,
                    seen.in_socket_fluid_pct,
                    seen.post_doff_volume_pct,
                    seen.sink_mm,
                    seen.peak_pressure_kpa,
                    seen.mean_pressure_kpa,
                ] {
                    assert!(value.is_finite(), "{name} on {}: {seen:?}", system.id);
                }
                assert!((-0.01..95.0).contains(&seen.vacuum_kpa), "{name} on {}: {seen:?}", system.id);
                assert!((-20.0..15.0).contains(&seen.post_doff_volume_pct), "{name} on {}: {seen:?}", system.id);
                assert_eq!(seen.walking.is_some(), sample.doing == Some(ActivityKind::Walk));
                if let Some(moved) = seen.walking {
                    assert!(moved.bone_pistoning_mm >= moved.pistoning_mm && moved.pistoning_mm >= RESOLVED_MM);
                    assert!(moved.rotation_deg > 0.0 && moved.loading_rate_kn_per_s > 0.0);
                }
            }
        }
    }
}

#[test]
fn vacuum_keeps_the_volume_that_valve_and_pin_lose() {
    let (bench, case) = (Bench::new(), case("mechanic"));
    let [vacuum, valve, pin] = [pump(2), System::suction(), System::pin_lock()].map(|s| bench.day(&case, &s));
    let volume = |day: &DayCourse| end(day).seen.post_doff_volume_pct;
    assert!(volume(&vacuum) > volume(&valve) + 3.0 && volume(&vacuum) > volume(&pin) + 3.0);
    assert_eq!(end(&vacuum).socks, 0);
    assert!(end(&valve).socks >= 1 && end(&pin).socks >= 1);
}

#[test]
fn pistoning_ranks_as_published_vacuum_below_suction_below_pin() {
    // Stevens and others 2019, guideline: VAS < suction < pin.
    let (bench, case) = (Bench::new(), case("mechanic"));
    let mean = |system: &System| {
        let day = bench.day(&case, system);
        PISTONING_MEAN_MM.of(&day).expect("the day has walks")
    };
    let [vacuum, valve, pin] = [pump(2), System::suction(), System::pin_lock()].map(|s| mean(&s));
    assert!(vacuum < valve && valve < pin, "{vacuum} {valve} {pin}");
}

#[test]
fn a_hundredth_of_the_tolerance_gives_the_same_day() {
    let (bench, case) = (Bench::new(), case("retrofit"));
    let fine = Tolerance { volume: 1e-10, air: 5e-6 };
    for system in [pump(1), electric(PumpMode::Automatic)] {
        let usual = bench.day(&case, &system);
        let exact =
            simulate(&case, &bench.values(), &system, DayInputs { tolerance: fine, ..DayInputs::new(&bench.regions) });
        for (a, b) in usual.samples.iter().zip(&exact.samples) {
            let apart = (a.seen.post_doff_volume_pct - b.seen.post_doff_volume_pct).abs();
            assert!(apart < 0.05, "{apart} % of volume at {}", a.t_s);
        }
    }
}

#[test]
fn cells_give_exactly_what_pump_and_electronics_take() {
    let (bench, case) = (Bench::new(), case("swimmer"));
    let day = bench.day(&case, &electric(PumpMode::Level4));
    let v = bench.values();
    let donned_s = case.day.ends_s() - case.day.begins_s();
    let doffed_s: f64 = case
        .day
        .activities
        .iter()
        .filter(|a| a.kind == domain::day::ActivityKind::Doff)
        .map(domain::day::Activity::duration_s)
        .sum();
    let taken = v.electric_power_w * day.pump_time_s + v.electric_idle_mw * 1e-3 * (donned_s - doffed_s);
    let network = twin::assemble::assemble(&case, &v, &electric(PumpMode::Level4), Disturbance::default());
    let physics::network::VacuumSource::Electric(pump) = network.source else { panic!("an electric pump") };
    let given = (1.0 - end(&day).battery_pct.unwrap() / 100.0) * pump.usable_energy(case.day.temperature_c);
    assert!((taken / given - 1.0).abs() < 1e-6, "{taken} J taken, {given} J given");
    assert!(day.pump_time_s > 0.0);
}

#[test]
fn higher_levels_hold_more_vacuum_and_off_and_reverse_none() {
    let (bench, case) = (Bench::new(), case("mechanic"));
    let mean = |mode| {
        let day = bench.day(&case, &electric(mode));
        day.samples.iter().map(|s| s.seen.vacuum_kpa).sum::<f64>() / day.samples.len() as f64
    };
    let levels = [PumpMode::Level1, PumpMode::Level2, PumpMode::Level3, PumpMode::Level4].map(mean);
    assert!(levels.windows(2).all(|pair| pair[0] < pair[1]), "{levels:?}");
    // Off and reverse still show the few kPa that a shrinking limb makes, never a pump's.
    assert!(mean(PumpMode::Off) < 10.0 && mean(PumpMode::Reverse) < 1.0);
}

#[test]
fn a_large_pinhole_ends_the_vacuum_and_the_event_says_why() {
    let (bench, case) = (Bench::new(), case("mechanic"));
    let day = bench.with_pinhole(&case, &pump(1), 0.3);
    let lost: Vec<_> =
        day.events.iter().filter(|e| e.kind == EventKind::VacuumLost && e.t_s >= 14.0 * 3_600.0).collect();
    assert!(lost[0].text.contains("a leak of") && lost[0].text.contains("exceeds"), "{}", lost[0].text);
    let intact = bench.day(&case, &pump(1));
    assert!(end(&day).seen.post_doff_volume_pct < end(&intact).seen.post_doff_volume_pct);
}

#[test]
fn the_electronic_pump_warns_of_a_leak_it_cannot_overcome_and_does_not_run_empty() {
    let (bench, case) = (Bench::new(), case("mechanic"));
    let day = bench.with_pinhole(&case, &electric(PumpMode::Automatic), 0.6);
    let warned = day.events.iter().find(|e| e.kind == EventKind::PumpWarning).expect("a warning");
    assert!(warned.t_s >= 14.0 * 3_600.0 && warned.t_s < 14.1 * 3_600.0 && warned.text.contains("leaks more"));
    assert!(end(&day).battery_pct.unwrap() > 50.0);
}

#[test]
fn socks_follow_looseness_felt_not_a_schedule() {
    let (bench, case) = (Bench::new(), case("mechanic"));
    let socks = |felt_mm: f64| {
        let values = Values { looseness_felt_mm: felt_mm, ..bench.values() };
        let day = simulate(&case, &values, &System::pin_lock(), DayInputs::new(&bench.regions));
        end(&day).socks
    };
    assert!(socks(1.0) > socks(4.0) && socks(4.0) > socks(50.0));
    assert_eq!(socks(50.0), 0);
}

#[test]
fn two_chambers_reach_working_vacuum_in_half_the_steps() {
    let (bench, case) = (Bench::new(), case("mechanic"));
    let strides = |chambers| bench.day(&case, &pump(chambers)).milestones.target.unwrap().strides;
    assert!((strides(1) / strides(2) - 2.0).abs() < 0.2);
}

#[test]
fn a_few_steps_after_doffing_carry_the_limb_where_the_integrator_does() {
    use physics::integrator::Integrator;
    use physics::network::Regime;
    let (bench, case) = (Bench::new(), case("mechanic"));
    let network = twin::assemble::assemble(&case, &bench.values(), &System::suction(), Disturbance::default());
    for (blood, interstitial, protein) in [(1.0, 0.0, 1.0), (0.1, -0.05, 0.6), (0.1, -0.098, 0.05), (1.2, 0.04, 1.1)] {
        let mut state = network.donned();
        state.limb.blood *= blood;
        state.limb.interstitial = interstitial * network.limb.volume();
        state.limb.protein = protein;
        let quick = twin::observe::post_doff_volume_pct(&network, &state, 300.0);
        let fine = Tolerance { volume: 1e-10, air: 5e-6 };
        Integrator::new(fine).advance(&network, &mut state, Regime::Doffed, false, 300.0, |_, _| ());
        let exact = twin::observe::volume_pct(&network, &state.limb);
        assert!((quick - exact).abs() < 0.01, "{quick} against {exact} %");
    }
}

#[test]
fn noise_of_the_pumps_sensors_is_its_seeds_and_moves_no_figure_of_the_day() {
    let (bench, mechanic) = (Bench::new(), case("mechanic"));
    let day = |noise| {
        let inputs = DayInputs { noise, ..DayInputs::new(&bench.regions) };
        simulate(&mechanic, &bench.values(), &electric(PumpMode::Automatic), inputs)
    };
    let mean = |day: &DayCourse| {
        day.samples.iter().map(|sample| sample.seen.vacuum_kpa).sum::<f64>() / day.samples.len() as f64
    };
    let (one, other) = (day((1, 1)), day((1, 2)));
    assert!(one == day((1, 1)) && one.samples != other.samples);
    assert!((mean(&one) - mean(&other)).abs() < 0.3, "{} and {} kPa", mean(&one), mean(&other));
    assert!(
        (one.pump_time_s / other.pump_time_s - 1.0).abs() < 0.03,
        "{} and {} s",
        one.pump_time_s,
        other.pump_time_s
    );
}

#[test]
fn tired_cells_are_told_before_they_are_empty_and_cold_ones_drive_the_pump_at_a_part() {
    let bench = Bench::new();
    let mut mechanic = case("mechanic");
    let day = |case: &Case, values: &Values| {
        simulate(case, values, &electric(PumpMode::Level4), DayInputs::new(&bench.regions))
    };
    let usual = day(&mechanic, &bench.values());
    // What the usual day takes from the cells and a quarter less.
    let used = usual.pump_time_s * bench.values().electric_power_w + 16.0 * 3.6 * bench.values().electric_idle_mw;
    let tired = day(&mechanic, &Values { cell_energy_kj: 0.75e-3 * used, ..bench.values() });
    let told: Vec<&str> =
        tired.events.iter().filter(|e| e.kind == EventKind::PumpWarning).map(|e| e.text.as_str()).collect();
    assert!(told[0].contains("cells low") && told[1].contains("cells empty"), "{told:?}");
    mechanic.day.temperature_c = -5.0;
    let cold = day(&mechanic, &bench.values());
    assert!(cold.pump_time_s > 1.3 * usual.pump_time_s, "{} and {} s", cold.pump_time_s, usual.pump_time_s);
}

#[test]
fn automatic_mode_follows_the_activity_that_the_shank_shows_and_warns_of_nothing() {
    let (bench, mechanic) = (Bench::new(), case("mechanic"));
    let day = bench.day(&mechanic, &electric(PumpMode::Automatic));
    let mean = |from_h: f64, to_h: f64| {
        let seen = day.samples.iter().filter(|s| (from_h * 3_600.0..to_h * 3_600.0).contains(&s.t_s));
        let vacuum: Vec<f64> = seen.map(|s| s.seen.vacuum_kpa / 3.386_389).collect();
        vacuum.iter().sum::<f64>() / vacuum.len() as f64
    };
    // Walking home, then an hour in the chair: set points of 18 and 13 inHg with a band of 1.65 below.
    let (walking, sitting) = (mean(17.6, 18.2), mean(19.0, 19.9));
    assert!((16.0..18.6).contains(&walking), "{walking} inHg walking");
    assert!((11.0..14.5).contains(&sitting), "{sitting} inHg sitting");
    for (name, case) in cases() {
        for mode in [PumpMode::Automatic, PumpMode::Level1, PumpMode::Level4] {
            let day = bench.day(&case, &electric(mode));
            let warned = day.events.iter().find(|event| event.kind == EventKind::PumpWarning);
            assert!(warned.is_none(), "{name} on {mode:?}: {warned:?}");
        }
    }
}

#[test]
fn a_day_on_a_coarser_grid_is_nearly_the_same_day() {
    let bench = Bench::new();
    for (name, case) in cases() {
        for system in [pump(2), electric(PumpMode::Automatic), System::suction(), System::pin_lock()] {
            let whole = bench.day(&case, &system);
            let inputs = DayInputs { grid_s: 300.0, ..DayInputs::new(&bench.regions) };
            let coarse = simulate(&case, &bench.values(), &system, inputs);
            assert!(coarse.samples.len() < whole.samples.len() / 3, "{name}");
            let at = |t_s: f64| whole.samples.iter().find(|sample| sample.t_s == t_s).expect("on both grids");
            for sample in &coarse.samples {
                let apart = (sample.seen.post_doff_volume_pct - at(sample.t_s).seen.post_doff_volume_pct).abs();
                assert!(apart < 0.1, "{name}, {}: {apart} % at {}", system.name, sample.t_s);
            }
            let socks = |day: &DayCourse| day.events.iter().filter(|e| e.kind == EventKind::SockAdded).count();
            assert_eq!(socks(&coarse), socks(&whole), "{name}, {}", system.name);
        }
    }
}

#[test]
fn the_stride_at_a_moment_has_the_peak_of_the_days_curve() {
    let (bench, mechanic) = (Bench::new(), case("mechanic"));
    for system in [pump(2), System::suction(), System::pin_lock()] {
        let day = bench.day(&mechanic, &system);
        for sample in day.samples.iter().step_by(120) {
            let inputs = DayInputs::new(&bench.regions);
            let stride = twin::stride::stride(&mechanic, &bench.values(), &system, inputs, sample.t_s);
            let peak = stride.kpa.iter().flatten().copied().fold(f64::MIN, f64::max);
            let shown = sample.seen.peak_pressure_kpa;
            assert!((peak / shown - 1.0).abs() < 0.01, "{} at {}: {peak} instead of {shown}", system.name, sample.t_s);
        }
    }
}

#[test]
fn the_first_steps_on_an_electric_pump_never_go_beyond_what_its_controller_aims_at() {
    let bench = Bench::new();
    let inputs = DayInputs::new(&bench.regions);
    let settings = inputs.settings;
    for (name, case) in cases() {
        for mode in [PumpMode::Automatic, PumpMode::Level1, PumpMode::Level4] {
            let (system, draw) = (electric(mode), Draw { persons: 4, seed: 3 });
            let first = first_steps(&case, &bench.parameters, &system, inputs, draw, 30.0, 0.1);
            let aim = first.aim_kpa.expect("a controller aims");
            // It stops at what it aims at; a quarter of a second of pumping and the sensor's error lie above.
            assert!(first.intact_kpa.p90 <= aim + settings.band.kpa(), "{name}, {mode:?}: {first:?}");
            assert!(first.pinhole_kpa.p90 <= aim + settings.band.kpa(), "{name}, {mode:?}: {first:?}");
        }
        let weight = first_steps(&case, &bench.parameters, &pump(1), inputs, Draw { persons: 0, seed: 3 }, 30.0, 0.1);
        assert_eq!(weight.aim_kpa, None, "nothing stops a pump that body weight works");
    }
}

#[test]
fn a_resting_pump_is_asked_as_often_as_its_leak_needs() {
    let bench = Bench::new();
    let case = case("diabetic_k2");
    for pinhole_mm in [0.02, 0.05, 0.08] {
        let disturbance = Disturbance { pinhole_mm, ..Disturbance::default() };
        let inputs = DayInputs { disturbance, ..DayInputs::new(&bench.regions) };
        let day = simulate(&case, &bench.values(), &electric(PumpMode::Level3), inputs);
        // Until the cells tire, what the pump can hold it holds.
        let works =
            day.samples.iter().filter(|sample| sample.donned && sample.battery_pct.is_some_and(|left| left > 20.0));
        for sample in works.skip(5) {
            let late = sample.seen.vacuum_kpa < sample.held_from_kpa && sample.doing == day.samples[5].doing;
            assert!(!late, "{pinhole_mm} mm, {} s: {} kPa", sample.t_s, sample.seen.vacuum_kpa);
        }
    }
}

#[test]
fn a_hole_leaves_no_larger_limb() {
    let bench = Bench::new();
    for (name, case) in cases() {
        for system in [pump(1), electric(PumpMode::Automatic)] {
            let end = |pinhole_mm| {
                let disturbance = Disturbance { pinhole_mm, ..Disturbance::default() };
                let inputs = DayInputs { disturbance, ..DayInputs::new(&bench.regions) };
                end(&simulate(&case, &bench.values(), &system, inputs)).seen.post_doff_volume_pct
            };
            let ends = [0.0, 0.05, 0.1, 0.3].map(end);
            // Between holes that lose the vacuum, socks added at other hours decide.
            assert!(ends[1..].iter().all(|end| *end <= ends[0] + 0.1), "{name}, {}: {ends:?}", system.id);
        }
    }
}

#[test]
fn what_happened_is_in_order_of_time_and_vacuum_lost_means_below_what_is_held() {
    let bench = Bench::new();
    for (name, case) in cases() {
        for system in [pump(1), pump(2), electric(PumpMode::Automatic), electric(PumpMode::Level2), System::suction()] {
            for day in [bench.day(&case, &system), bench.with_pinhole(&case, &system, 0.1)] {
                assert!(day.events.windows(2).all(|pair| pair[0].t_s <= pair[1].t_s), "{name}, {}", system.id);
                for event in day.events.iter().filter(|event| event.kind == EventKind::VacuumLost) {
                    let at = day.samples.iter().position(|sample| sample.t_s == event.t_s).expect("on the grid");
                    let (before, after) = (&day.samples[at - 1], &day.samples[at]);
                    assert!(after.seen.vacuum_kpa < after.held_from_kpa && after.held_from_kpa <= WORKING_KPA);
                    let aimed = before.held_from_kpa == after.held_from_kpa;
                    assert!(
                        !aimed || before.seen.vacuum_kpa >= before.held_from_kpa,
                        "{name}, {}: {event:?}",
                        system.id
                    );
                }
            }
        }
    }
}

#[test]
fn pressure_and_pistoning_are_of_walking_and_not_of_the_instant_of_donning() {
    let bench = Bench::new();
    for (name, case) in cases() {
        let (day, on_valve) = (bench.day(&case, &pump(2)), bench.day(&case, &System::suction()));
        let [pumped, valve] = [&day, &on_valve].map(|day| PEAK_PRESSURE_KPA.of(day).unwrap());
        // At donning there is no vacuum yet, and every suspension presses alike.
        assert!(pumped < valve, "{name}: {pumped} {valve}");
        assert!(walked(&day).iter().all(|sample| sample.doing == Some(ActivityKind::Walk)), "{name}");
        // Another hour off the limb or in a chair moves neither.
        let mut sat = day.clone();
        for course in sat.courses.iter_mut().filter(|course| [&PEAK_PRESSURE, &PISTONING].contains(&course.quantity)) {
            for (value, sample) in course.values.as_mut().unwrap().iter_mut().zip(&day.samples) {
                *value = if sample.doing == Some(ActivityKind::Walk) { *value } else { 1e3 };
            }
        }
        let numbers = |day| [&PEAK_PRESSURE_KPA, &PISTONING_MEAN_MM].map(|outcome| outcome.of(day));
        assert_eq!(numbers(&day), numbers(&sat));
    }
}

#[test]
fn a_limb_that_swells_in_vacuum_for_an_hour_is_told_once_and_without_vacuum_never() {
    let bench = Bench::new();
    let mut loose = case("mechanic");
    loose.prosthesis.fit_gap_mm = 3.0;
    let told = |system: &System, case: &Case| {
        bench.day(case, system).events.iter().filter(|event| event.kind == EventKind::Swelling).count()
    };
    for system in [pump(1), pump(2), electric(PumpMode::Automatic)] {
        assert_eq!(told(&system, &loose), 1, "{}", system.id);
        assert_eq!(told(&system, &case("mechanic")), 0, "{}", system.id);
    }
    for system in [System::suction(), System::pin_lock()] {
        assert_eq!(told(&system, &loose), 0, "{}", system.id);
    }
}
