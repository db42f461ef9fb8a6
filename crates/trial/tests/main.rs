//! Virtual trials: populations come out as asked, and a person is a function of the study and their number alone.

#![allow(clippy::expect_used, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used, reason = "tests end so")]

use domain::Case;
use domain::catalog::Catalog;
use fitting::Rules;
use std::path::Path;
use trial::file::StudyFile;
use trial::modes::LimbModes;
use trial::person::{Knowledge, Person, Status, Study};
use twin::parameters::ParameterSet;
use twin::quantity::{PISTONING_MEAN_MM, POST_DOFF_VOLUME_END_PCT};
use twin::regions::Regions;

/// Everything a study draws on, as shipped.
struct Shipped {
    parameters: ParameterSet,
    regions: Regions,
    catalog: Catalog,
    rules: Rules,
}

fn texts(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            texts(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
}

impl Shipped {
    fn new() -> Self {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
        let (mut catalog, mut rules) = (vec![], vec![]);
        texts(&data.join("catalog"), &mut catalog);
        texts(&data.join("rules"), &mut rules);
        let of = |texts: &[(String, String)]| texts.iter().map(|(a, b)| (a.clone(), b.clone())).collect::<Vec<_>>();
        let (catalog, rules) = (of(&catalog), of(&rules));
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
            catalog: Catalog::parse(catalog.iter().map(|(a, b)| (a.as_str(), b.as_str()))).unwrap(),
            rules: Rules::parse(rules.iter().map(|(a, b)| (a.as_str(), b.as_str()))).unwrap(),
        }
    }

    fn study(&self, text: &str) -> Study<'_> {
        let file = StudyFile::parse(text).unwrap_or_else(|problems| panic!("{}", problems[0]));
        self.try_study(file).unwrap_or_else(|found| panic!("{found:?}"))
    }

    fn try_study(&self, file: StudyFile) -> Result<Study<'_>, Vec<domain::document::Violation>> {
        let case = Case::parse(include_str!("../../../data/published/reference_case.toml")).unwrap();
        let modes = LimbModes::parse(include_str!("../../../data/limb_modes/openlimb.toml")).unwrap();
        let modes = file.limb_modes.is_some().then_some(modes);
        let knowledge = Knowledge {
            parameters: &self.parameters,
            regions: &self.regions,
            catalog: &self.catalog,
            rules: &self.rules,
        };
        Study::new(file, case, control::Settings::default(), modes, knowledge)
    }
}

/// A study of a quarter of an hour's walk.
fn study_of(design: &str, more: &str) -> String {
    format!(
        r#"
concord_study = 1
name = "Walk"
case = "reference"
limb_modes = "openlimb"
persons = 40
seed = 5
design = "{design}"
reference = "valve"
block = 7

[day]
temperature_c = 21
altitude_m = 0
activities = [{{ from = "09:00", to = "09:15", do = "walk", steps = 600 }}]

[population]
body_mass_kg = {{ law = {{ normal = {{ mean = 80, sd = 10 }} }}, within = [45, 120], source = "assumed" }}
mode_girth = {{ law = {{ normal = {{ mean = 0, sd = 1 }} }}, source = "openlimb2025" }}
steps_factor = {{ law = {{ lognormal = {{ median = 0.8, sd = 0.3 }} }}, of_day = 0.5, source = "assumed" }}
pinhole_mm = {{ law = {{ sometimes = {{ share = 0.2, low = 0.1, high = 0.3 }} }}, source = "assumed" }}
blood_pool_ml_per_100ml = {{ law = {{ lognormal = {{ median = 5, sd = 0.2 }} }}, source = "assumed" }}

[[correlation]]
between = ["body_mass_kg", "mode_girth"]
r = 0.6
source = "assumed"

[[arm]]
id = "valve"
name = "Valve"
system = "suction"

[[arm]]
id = "vacuum"
name = "Vacuum"
system = "regulated"
vacuum_kpa = 60

[[outcome]]
outcome = "post_doff_volume_end_pct"
better = "higher"
matters = 1
measurement_sd = 0.5
source = "assumed"

[[outcome]]
outcome = "seconds_to_15_inhg"
better = "lower"
matters = 10
measurement_sd = 1
source = "assumed"
{more}
"#
    )
}

fn column(study: &Study<'_>, name: &str, persons: u64) -> Vec<f64> {
    let index = study.population.varied.iter().position(|varied| varied.name == name).unwrap();
    (0..persons).map(|person| study.population.told(&study.population.draw(person, 0))[index]).collect()
}

fn mean_sd(values: &[f64]) -> (f64, f64) {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (mean, (squares / (values.len() as f64 - 1.0)).sqrt())
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let ((ma, sa), (mb, sb)) = (mean_sd(a), mean_sd(b));
    a.iter().zip(b).map(|(a, b)| (a - ma) * (b - mb)).sum::<f64>() / (a.len() as f64 - 1.0) / sa / sb
}

#[test]
fn laws_and_correlations_come_out_as_asked() {
    let shipped = Shipped::new();
    let study = shipped.study(&study_of("paired", ""));
    let n = 8_000;
    let (mass, girth) = (column(&study, "body_mass_kg", n), column(&study, "mode_girth", n));
    let (mean, sd) = mean_sd(&mass);
    // Three standard errors: 10/√8000 = 0.11 and 10/√16000 = 0.08.
    assert!((mean - 80.0).abs() < 0.35 && (sd - 10.0).abs() < 0.3, "{mean} ± {sd}");
    assert!((correlation(&mass, &girth) - 0.6).abs() < 0.03, "{}", correlation(&mass, &girth));
    // Who stands on a limit of the study is told; a law without limits has none.
    let limits = |name: &str, values: &[f64]| {
        study.population.varied.iter().find(|varied| varied.name == name).unwrap().on_limits(values)
    };
    assert_eq!(limits("body_mass_kg", &[45.0, 80.0, 120.0, 119.9]), Some(2));
    assert_eq!(limits("mode_girth", &[45.0]), None);
    let holes = column(&study, "pinhole_mm", n);
    let share = holes.iter().filter(|hole| **hole > 0.0).count() as f64 / n as f64;
    assert!(
        (share - 0.2).abs() < 0.015 && holes.iter().all(|hole| *hole == 0.0 || (0.1..=0.3).contains(hole)),
        "{share}"
    );
    // A parameter of the twin is drawn by the study's law, and told as it is used.
    let pool = column(&study, "blood_pool_ml_per_100ml", n);
    let logs: Vec<f64> = pool.iter().map(|pool| pool.ln()).collect();
    assert!((mean_sd(&logs).0 - 5f64.ln()).abs() < 0.01 && (mean_sd(&logs).1 - 0.2).abs() < 0.01);
    for person in [0, 17, 4_000] {
        let drawn = study.population.draw(person, 0);
        assert_eq!(study.population.values(&drawn).blood_pool_ml_per_100ml, pool[person as usize]);
    }
}

#[test]
fn what_changes_from_day_to_day_does_so_by_its_share_and_nothing_else_does() {
    let shipped = Shipped::new();
    let study = shipped.study(&study_of("crossover", ""));
    let index = |name: &str| study.population.varied.iter().position(|varied| varied.name == name).unwrap();
    let (steps, mass) = (index("steps_factor"), index("body_mass_kg"));
    let days: Vec<[Vec<f64>; 2]> =
        (0..6_000).map(|person| [0, 1].map(|day| study.population.told(&study.population.draw(person, day)))).collect();
    let of = |day: usize| days.iter().map(|both| both[day][steps].ln()).collect::<Vec<f64>>();
    assert!((correlation(&of(0), &of(1)) - 0.5).abs() < 0.04, "{}", correlation(&of(0), &of(1)));
    assert!((mean_sd(&of(1)).1 - 0.3).abs() < 0.01);
    assert!(days.iter().all(|[first, second]| first[mass] == second[mass]));
}

#[test]
fn a_trait_stays_one_beside_what_changes_daily_in_whatever_order_the_names_stand() {
    let shipped = Shipped::new();
    let of = |pairs: &[[&str; 2]]| -> Vec<[Vec<f64>; 2]> {
        let tables: String = pairs
            .iter()
            .map(|[a, b]| format!("[[correlation]]\nbetween = [\"{a}\", \"{b}\"]\nr = 0.6\nsource = \"assumed\"\n"))
            .collect();
        let text = study_of("crossover", "");
        let (before, after) =
            (text.split("[[correlation]]").next().unwrap(), text.split("[[arm]]").collect::<Vec<_>>());
        let study = shipped.study(&format!("{before}{tables}[[arm]]{}", after[1..].join("[[arm]]")));
        let day = |person, day| study.population.told(&study.population.draw(person, day));
        (0..4_000).map(|person| [day(person, 0), day(person, 1)]).collect()
    };
    let [a, b] = [["steps_factor", "body_mass_kg"], ["mode_girth", "steps_factor"]];
    let turned = |[a, b]: [&'static str; 2]| [b, a];
    let known = of(&[a, b]);
    for order in [[b, a], [turned(a), b], [turned(b), a], [a, turned(b)], [turned(b), turned(a)]] {
        assert!(of(&order) == known, "{order:?}");
    }
    // In the order of names: mass, girth, steps.
    let study = shipped.study(&study_of("crossover", ""));
    let index = |name: &str| study.population.varied.iter().position(|varied| varied.name == name).unwrap();
    let (mass, steps) = (index("body_mass_kg"), index("steps_factor"));
    assert!(known.iter().all(|[first, second]| first[mass] == second[mass]));
    assert!(known.iter().any(|[first, second]| first[steps] != second[steps]));
    // Half of the variance of steps is the day's, which the mass does not have.
    let column = |place: usize, day: usize| known.iter().map(|days| days[day][place]).collect::<Vec<f64>>();
    let logs: Vec<f64> = column(steps, 1).iter().map(|steps| steps.ln()).collect();
    let found = correlation(&column(mass, 1), &logs);
    assert!((found - 0.6 * 0.5_f64.sqrt()).abs() < 0.04, "{found}");
}

#[test]
fn a_person_is_the_same_in_any_block_on_any_thread_and_whatever_else_the_study_says() {
    let shipped = Shipped::new();
    let study = shipped.study(&study_of("crossover", ""));
    let run = |threads: usize| -> Vec<Person> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            (0..study.blocks()).flat_map(|b| study.persons(study.persons_of(b), &|_| Ok(())).unwrap()).collect()
        })
    };
    let (one, three) = (run(1), run(3));
    assert_eq!(format!("{one:?}"), format!("{three:?}"));
    assert_eq!(one.iter().map(|person| person.number).collect::<Vec<_>>(), (0..40).collect::<Vec<_>>());
    assert_eq!(format!("{:?}", study.person(23)), format!("{:?}", one[23]));
    // One more quantity that differs leaves the others as they were.
    let more = study_of("crossover", "").replace(
        "[population]\n",
        "[population]\nage_years = { law = { uniform = { low = 20, high = 80 } }, source = \"assumed\" }\n",
    );
    let wider = shipped.study(&more);
    assert_eq!(column(&study, "body_mass_kg", 20), column(&wider, "body_mass_kg", 20));
    assert_eq!(study.population.draw(3, 1), wider.population.draw(3, 1));
}

#[test]
fn every_design_measures_whom_it_should() {
    let shipped = Shipped::new();
    let measured =
        |person: &Person| person.outcomes.iter().step_by(2).map(|value| value.is_finite()).collect::<Vec<_>>();
    let people = |design: &str| {
        let study = shipped.study(&study_of(design, ""));
        study.persons(0..40, &|_| Ok(())).unwrap()
    };
    let (paired, crossover, parallel) = (people("paired"), people("crossover"), people("parallel"));
    assert!(paired.iter().all(|person| measured(person) == [true, true] && person.sequence == 0));
    assert!(crossover.iter().all(|person| measured(person) == [true, true]));
    assert!(parallel.iter().all(|person| measured(person) == [person.sequence == 0, person.sequence == 1]));
    for people in [&crossover, &parallel] {
        let second = people.iter().filter(|person| person.sequence == 1).count();
        assert!((10..=30).contains(&second), "{second} of 40 by lot");
    }
    // Whoever has the arm on the first day has the same day as in the paired study; on the second another one.
    for (a, b) in paired.iter().zip(&crossover) {
        let first = 2 * b.sequence;
        assert_eq!(a.outcomes[first], b.outcomes[first]);
        assert_ne!(a.outcomes[2 - first], b.outcomes[2 - first]);
    }
    // A valve alone never reaches a working vacuum; a source does.
    assert!(paired.iter().all(|person| person.outcomes[1].is_nan() && person.outcomes[3].is_finite()));
}

#[test]
fn eligibility_and_drop_out_are_counted_not_simulated() {
    let shipped = Shipped::new();
    let more = "[eligibility]\nscreened = true\nbetween = { body_mass_kg = [70, 90] }\n[drop_out]\nshare = 0.5\nsource = \"assumed\"\n";
    let study = shipped.study(&study_of("paired", more));
    let people = study.persons(0..200, &|_| Ok(())).unwrap();
    let mass = study.population.varied.iter().position(|varied| varied.name == "body_mass_kg").unwrap();
    let (mut out, mut dropped) = (0, 0);
    for person in &people {
        let outside = !(70.0..=90.0).contains(&person.varied[mass]);
        match &person.status {
            Status::NotEligible(reason) => {
                assert!(outside && reason.contains("body_mass_kg outside 70 to 90 kg"), "{reason}");
                out += 1;
            }
            Status::DroppedOut => dropped += 1,
            Status::Analysed => assert!(!outside && person.outcomes[0].is_finite()),
        }
        assert_eq!(person.status == Status::Analysed, person.outcomes[0].is_finite());
    }
    // A third lies outside one standard deviation; half of the others drop out.
    assert!((45..=85).contains(&out) && (45..=90).contains(&dropped), "{out} out, {dropped} dropped");
}

#[test]
fn a_pump_is_given_in_each_persons_own_size_and_refused_to_whom_it_does_not_fit() {
    let shipped = Shipped::new();
    let text = study_of("paired", "").replace("system = \"regulated\"\nvacuum_kpa = 60", "system = \"4R147\"").replace(
        "law = { normal = { mean = 80, sd = 10 } }, within = [45, 120]",
        "law = { uniform = { low = 30, high = 60 } }",
    );
    let study = shipped.study(&text);
    let mass = study.population.varied.iter().position(|varied| varied.name == "body_mass_kg").unwrap();
    let people = study.persons(0..40, &|_| Ok(())).unwrap();
    // The P3's smallest ring is for 40 kg.
    for person in &people {
        match &person.status {
            Status::NotEligible(reason) => {
                assert!(person.varied[mass] < 40.0 && reason.starts_with("4R147"), "{reason}")
            }
            status => assert!(person.varied[mass] >= 40.0 && *status == Status::Analysed),
        }
    }
    assert!(people.iter().any(|person| person.status == Status::Analysed));
    assert!(people.iter().any(|person| person.status != Status::Analysed));
}

#[test]
fn an_arms_pinhole_and_gap_do_harm() {
    let shipped = Shipped::new();
    let plain = study_of("paired", "").replace("system = \"regulated\"\nvacuum_kpa = 60", "system = \"4R147\"");
    let plain = plain.replace("share = 0.2", "share = 0.0").replace("post_doff_volume_end_pct", "vacuum_mean_kpa");
    let holed = plain.replace("system = \"4R147\"", "system = \"4R147\"\npinhole_mm = 0.4\npinhole_from = \"09:05\"");
    let vacuum = |text: &str| {
        let people = shipped.study(text).persons(0..20, &|_| Ok(())).unwrap();
        mean_sd(&people.iter().map(|person| person.outcomes[2]).filter(|v| v.is_finite()).collect::<Vec<_>>()).0
    };
    assert!(vacuum(&holed) < vacuum(&plain) - 1.0, "{} against {}", vacuum(&holed), vacuum(&plain));
    let looser = plain
        .replace("vacuum_mean_kpa", "pistoning_end_mm")
        .replace("system = \"suction\"", "system = \"suction\"\nfit_gap_mm = 2");
    let pistoning = |text: &str| {
        let people = shipped.study(text).persons(0..20, &|_| Ok(())).unwrap();
        mean_sd(&people.iter().map(|person| person.outcomes[0]).filter(|v| v.is_finite()).collect::<Vec<_>>()).0
    };
    assert!(pistoning(&looser) > pistoning(&plain.replace("vacuum_mean_kpa", "pistoning_end_mm")));
}

#[test]
fn what_means_nothing_is_told_where_it_stands() {
    let shipped = Shipped::new();
    let told = |text: &str| -> (String, String) {
        match StudyFile::parse(text) {
            Err(problems) => (problems[0].field.clone(), problems[0].to_string()),
            Ok(file) => {
                let found = shipped.try_study(file).err().unwrap_or_else(|| panic!("taken: {text}"));
                (found[0].field.clone(), format!("{} {}", found[0].what, found[0].expected))
            }
        }
    };
    let sound = study_of("paired", "");
    for (from, to, field, word) in [
        ("body_mass_kg = { law", "body_mas_kg = { law", "population.body_mas_kg", "did you mean `body_mass_kg`?"),
        ("mode_girth = { law", "mode_grith = { law", "population.mode_grith", "mode_girth"),
        ("sd = 10", "sd = -10", "population.body_mass_kg.law", "standard deviation"),
        ("r = 0.6", "r = 1.6", "correlation[0].r", "1.6"),
        ("design = \"paired\"", "design = \"pared\"", "design", "paired"),
        ("reference = \"valve\"", "reference = \"valv\"", "reference", "valve, vacuum"),
        ("system = \"suction\"", "system = \"suktion\"", "arm[0].system", "suction, pin, regulated"),
        ("vacuum_kpa = 60", "vacuum_kpa = 600", "arm[1].vacuum_kpa", "kPa"),
        ("source = \"openlimb2025\"", "source = \"\"", "population.mode_girth.source", "assumed"),
        ("id = \"vacuum\"", "id = \"valve\"", "arm[1].id", "once"),
        ("block = 7", "block = 0", "block", "1 to 100000"),
        ("share = 0.2", "share = 2.0", "population.pinhole_mm.law", "share"),
        ("outcome = \"seconds_to_15_inhg\"", "outcome = \"comfort\"", "outcome[1].outcome", "comfort"),
    ] {
        let broken = sound.replacen(from, to, 1);
        assert_ne!(broken, sound, "{from}");
        let (at, text) = told(&broken);
        assert!(at.starts_with(field.split('[').next().unwrap()) && text.contains(word), "{to}: {at}: {text}");
    }
    // Correlations that no population can have.
    let contradiction = "[[correlation]]\nbetween = [\"body_mass_kg\", \"steps_factor\"]\nr = 0.99\nsource = \"assumed\"\n\
                         [[correlation]]\nbetween = [\"mode_girth\", \"steps_factor\"]\nr = -0.99\nsource = \"assumed\"\n";
    assert!(told(&study_of("paired", contradiction)).1.contains("contradict"));
}

#[test]
fn a_days_coarser_grid_and_steps_leave_its_outcomes_as_a_report_has_them() {
    let shipped = Shipped::new();
    let mechanic = Case::parse(include_str!("../../../cases/mechanic.toml")).unwrap();
    let day = toml::to_string(&mechanic.day).unwrap().replace("[[activities]]", "[[day.activities]]");
    let text = study_of("paired", "").replace("seconds_to_15_inhg", "pistoning_mean_mm");
    let (head, rest) = text.split_once("[day]").unwrap();
    let (_, tail) = rest.split_once("[population]").unwrap();
    let study = shipped.study(&format!("{head}[population]{tail}[day]\n{day}"));
    let mut reference = Case::parse(include_str!("../../../data/published/reference_case.toml")).unwrap();
    reference.day = mechanic.day;
    let mut far = vec![];
    for person in 0..25 {
        let found = study.person(person);
        let drawn = study.population.draw(person, 0);
        let (case, pinhole_mm) = study.population.case(&reference, &drawn);
        let usual = twin::day::DayInputs::new(&shipped.regions);
        let disturbance = twin::assemble::Disturbance { pinhole_mm, ..Default::default() };
        let inputs = twin::day::DayInputs { disturbance, ..usual };
        for (arm, system) in [twin::system::System::suction(), twin::system::System::regulated(60.0)].iter().enumerate()
        {
            let day = twin::day::simulate(&case, &study.population.values(&drawn), system, inputs);
            far.push((found.outcomes[2 * arm] - POST_DOFF_VOLUME_END_PCT.of(&day).unwrap()).abs());
            // Pistoning is a mean over looks at the day, and there are fewer of them.
            let mean_mm = PISTONING_MEAN_MM.of(&day).unwrap();
            let apart = (found.outcomes[2 * arm + 1] - mean_mm).abs();
            assert!(apart < 0.1 + 0.05 * mean_mm, "{person}, {arm}: {apart} mm");
        }
    }
    far.sort_by(f64::total_cmp);
    // Points of limb volume; whoever adds a sock ten minutes earlier or later may differ by more.
    assert!(far[far.len() / 2] < 0.02 && far[far.len() * 9 / 10] < 0.15, "{far:?}");
}

#[test]
fn a_study_with_names_of_before_is_read_and_its_author_is_told() {
    let of = |outcome: &str| study_of("paired", "").replace("seconds_to_15_inhg", outcome);
    for (before, now) in [("steps_to_15_inhg", "strides_to_15_inhg"), ("vacuum_lost", "share_losing_vacuum")] {
        assert_eq!(StudyFile::parse(&of(before)).unwrap(), StudyFile::parse(&of(now)).unwrap());
        assert_eq!(StudyFile::renamed(&of(before)), [(before, now)]);
        assert_eq!(StudyFile::renamed(&of(now)), []);
    }
    let unknown = StudyFile::parse(&of("steps_to_16_inhg")).unwrap_err();
    assert!(unknown[0].to_string().contains("strides_to_15_inhg"), "{}", unknown[0]);
}
