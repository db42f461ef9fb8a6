use super::*;
use crate::power::tests::normals;

/// A study of a valve and two pumps that measures volume and whether vacuum was lost.
fn study(design: &str) -> StudyFile {
    let text = format!(
        r#"
concord_study = 1
name = "test"
case = "reference"
persons = 12
seed = 7
design = "{design}"
reference = "valve"
trial_sizes = [4, 8, 5000]
arm = [
  {{ id = "valve", name = "Valve", system = "suction" }},
  {{ id = "pump", name = "Pump", system = "4R180" }},
]
outcome = [
  {{ outcome = "post_doff_volume_end_pct", better = "higher", matters = 2.0, measurement_sd = 0.5, source = "assumed" }},
  {{ outcome = "share_losing_vacuum", better = "lower", matters = 1.0, measurement_sd = 0.0, source = "assumed" }},
]
"#
    );
    StudyFile::parse(&text).expect("a sound study")
}

/// Normals in an order of their own: two lists of [`normals`] rank their persons alike.
fn shuffled(persons: usize, mean: f64, sd: f64) -> Vec<f64> {
    let mut values = normals(persons, mean, sd);
    values.rotate_left(persons / 3);
    values
}

const NOBODY: Analysed<'static> = Analysed { allocated: &[], varied: &[], parameters: &[] };

#[test]
fn paired_effects_are_those_of_the_same_persons_and_who_is_missing_on_one_arm_is_in_no_effect() {
    let arms = [vec![-4.0, -5.0, -6.0, f64::NAN], vec![-1.0, -5.0, -9.0, 3.0]];
    let found = analyse(&study("paired"), 0, &arms, &Analysed { allocated: &[0; 4], ..NOBODY });
    let (valve, pump) = (&found.arms[0], &found.arms[1]);
    assert_eq!((valve.n, valve.missing, valve.mean, valve.p50), (3, 1, Some(-5.0), Some(-5.0)));
    assert_eq!((pump.n, pump.mean), (4, Some(-3.0)));
    let [comparison] = &found.comparisons[..] else { panic!("one arm beside the reference") };
    assert_eq!((comparison.arm.as_str(), comparison.reference.as_str()), ("pump", "valve"));
    let effect = &comparison.effect;
    assert_eq!((effect.n, effect.missing, effect.mean, effect.sd), (3, 1, Some(0.0), Some(3.0)));
    let persons = comparison.persons.as_ref().expect("each has both");
    let told = &persons.responders;
    assert_eq!((told.gains.count, told.within.count, told.loses.count), (1, 1, 1));
    assert_eq!(persons.histogram.as_ref().expect("values").counts.iter().sum::<usize>(), 3);
    let shared: Vec<_> = found.arms.iter().map(|arm| arm.histogram.as_ref().expect("values").bins).collect();
    assert_eq!(shared[0], shared[1]);
}

/// By hand: those who had the pump first differ by 1 and 3 (the first day is worse by 2), the others by 5 and 7.
#[test]
fn a_crossover_is_told_by_the_order_and_persons_keep_their_own_differences() {
    let arms = [vec![0.0, 0.0, 0.0, 0.0], vec![1.0, 5.0, 3.0, 7.0]];
    let analysed = Analysed { allocated: &[1, 0, 1, 0], ..NOBODY };
    let found = analyse(&study("crossover"), 0, &arms, &analysed);
    let comparison = &found.comparisons[0];
    assert_eq!(comparison.effect.mean, Some(4.0));
    assert_eq!(comparison.period.as_ref().expect("a crossover").mean, Some(2.0));
    let persons = comparison.persons.as_ref().expect("each has both");
    assert_eq!(persons.histogram.as_ref().expect("values").counts, [1, 0, 1, 0, 1, 0, 1], "1, 3, 5 and 7");
    assert_eq!((comparison.effect.median, persons.responders.gains.count), (Some(4.0), 3));
}

#[test]
fn in_parallel_groups_nobody_has_both_and_who_had_the_other_arm_is_not_missing() {
    let none = f64::NAN;
    let arms = [vec![1.0, none, 3.0, none, none], vec![none, 6.0, none, 8.0, none]];
    let found = analyse(&study("parallel"), 0, &arms, &Analysed { allocated: &[0, 1, 0, 1, 1], ..NOBODY });
    assert_eq!((found.arms[0].n, found.arms[0].missing, found.arms[0].mean), (2, 0, Some(2.0)));
    assert_eq!((found.arms[1].n, found.arms[1].missing, found.arms[1].mean), (2, 1, Some(7.0)));
    let comparison = &found.comparisons[0];
    assert_eq!((comparison.effect.n, comparison.effect.missing, comparison.effect.mean), (4, 1, Some(5.0)));
    assert_eq!((&comparison.period, &comparison.persons), (&None, &None));
    assert!(comparison.trials.iter().all(|trials| trials.design == Design::Parallel));
}

#[test]
fn what_makes_the_effect_is_found_among_quantities_and_parameters_and_cut_in_thirds() {
    let (cause, other) = (normals(300, 0.0, 1.0), shuffled(300, 0.0, 1.0));
    let valve = normals(300, -6.0, 2.0);
    let pump: Vec<f64> = valve.iter().zip(&cause).map(|(valve, cause)| valve + 1.0 + 3.0 * cause).collect();
    let varied = [Variable { name: "other", values: &other }];
    let parameters = [Variable { name: "cause", values: &cause }];
    let analysed = Analysed { allocated: &[0; 300], varied: &varied, parameters: &parameters };
    let found = analyse(&study("paired"), 0, &[valve, pump], &analysed);
    let persons = found.comparisons[0].persons.as_ref().expect("each has both");
    let names: Vec<&str> = persons.drivers.iter().map(|driver| driver.variable.as_str()).collect();
    assert_eq!(names, ["cause", "other"]);
    assert_eq!(persons.drivers[0].correlation, Some(1.0));
    assert_eq!(persons.who_loses[0].variable, "cause");
    assert!(persons.who_loses[0].standardised < Some(-1.0));
    let means: Vec<f64> = persons.thirds[0].groups.iter().filter_map(|group| group.effect.mean).collect();
    assert_eq!((persons.thirds[0].variable.as_str(), means.len()), ("cause", 3));
    assert!(means.is_sorted());
}

#[test]
fn trials_are_drawn_for_each_size_and_design_and_one_larger_than_the_cohort_says_so() {
    let (valve, pump) = (normals(200, -6.0, 2.0), shuffled(200, -3.0, 2.0));
    let found = analyse(&study("paired"), 0, &[valve, pump], &Analysed { allocated: &[0; 200], ..NOBODY });
    let trials = &found.comparisons[0].trials;
    let told: Vec<_> = trials.iter().map(|trials| (trials.design, trials.size, trials.sampling.is_some())).collect();
    let of = |design| [(design, 4, true), (design, 8, true), (design, 5000, false)];
    assert_eq!(told, [of(Design::Paired), of(Design::Parallel)].concat());
    assert!(trials[2].why_not.as_ref().is_some_and(|why| why.contains("200 persons")));
    let seeds: std::collections::BTreeSet<u64> =
        trials.iter().filter_map(|trials| trials.sampling.as_ref()).map(|sampling| sampling.drawn.seed).collect();
    assert_eq!(seeds.len(), 4, "every size and design has its own");
    assert!(seeds.iter().all(|seed| *seed < 1 << 53));
}

#[test]
fn yes_and_no_and_no_spread_and_nobody_break_nothing() {
    let lost = [vec![1.0, 1.0, 0.0, 1.0], vec![0.0, 0.0, 0.0, 1.0]];
    let four = Analysed { allocated: &[0, 1, 0, 1], ..NOBODY };
    let found = analyse(&study("paired"), 1, &lost, &four);
    assert_eq!(found.comparisons[0].effect.mean, Some(-0.5));
    let persons = found.comparisons[0].persons.as_ref().expect("each has both");
    assert_eq!((persons.responders.gains.count, persons.responders.within.count), (2, 2));
    assert_eq!(found.arms[0].histogram.as_ref().expect("values").counts, [1, 3]);
    for design in ["paired", "crossover", "parallel"] {
        for arms in [[vec![1.0; 4], vec![1.0; 4]], [vec![f64::NAN; 4], vec![1.0; 4]]] {
            let found = analyse(&study(design), 1, &arms, &four);
            assert_eq!(found.comparisons[0].effect.low, None, "{design}");
            let text = toml::to_string(&found).expect("can be written");
            assert!(!text.contains("nan") && !text.contains("inf"), "{design}: {text}");
        }
        let nobody = analyse(&study(design), 0, &[vec![], vec![]], &NOBODY);
        assert_eq!((nobody.arms[0].n, nobody.arms[0].histogram.as_ref(), nobody.comparisons[0].effect.n), (0, None, 0));
    }
}

#[test]
fn the_same_bits_come_out_of_any_number_of_threads() {
    let (valve, pump) = (normals(300, -6.0, 2.0), shuffled(300, -3.0, 2.0));
    let order: Vec<usize> = (0..300).map(|person| person % 2).collect();
    let varied = [Variable { name: "valve", values: &valve }, Variable { name: "pump", values: &pump }];
    let arms = [valve.clone(), pump.clone()];
    let of = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let analysed = Analysed { allocated: &order, varied: &varied, parameters: &[] };
        pool.install(|| toml::to_string(&analyse(&study("crossover"), 0, &arms, &analysed)).expect("can be written"))
    };
    assert_eq!(of(1), of(3));
}
