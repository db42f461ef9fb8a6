use super::*;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Distribution, StandardNormal};

/// Student's sleep data (1908): hours of extra sleep of ten persons with two drugs.
const FIRST: [f64; 10] = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const SECOND: [f64; 10] = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

/// Drug − placebo, of 17 children who had the drug first and 12 who had it second.
const DRUG_FIRST: [f64; 17] = [3.0, 4.0, 8.0, 2.0, 5.0, -2.0, 6.0, 0.0, 1.0, 8.0, 2.0, 0.0, -2.0, 0.0, 9.0, 4.0, 0.0];
const DRUG_SECOND: [f64; 12] = [-1.0, 2.0, -4.0, 0.0, 1.0, 4.0, 6.0, 2.0, 5.0, -2.0, 3.0, -1.0];

fn near(found: Option<f64>, known: f64, within: f64) {
    let found = found.expect("a number");
    assert!((found - known).abs() <= within, "{found}, not {known}");
}

/// The intervals are those R's `t.test(..., paired = TRUE)` prints for the sleep data.
#[test]
fn paired_differences_give_the_interval_of_the_sleep_data() {
    let differences: Vec<f64> = SECOND.iter().zip(FIRST).map(|(second, first)| second - first).collect();
    let effect = paired(&differences, 0.95);
    assert_eq!((effect.n, effect.missing, effect.no_interval), (10, 0, None));
    near(effect.mean, 1.58, 1e-12);
    near(effect.sd, 1.229995, 5e-7);
    near(effect.low, 0.7001142, 5e-8);
    near(effect.high, 2.4598858, 5e-8);
    near(effect.median, 1.3, 1e-12);
    near(effect.p10, 0.72, 1e-12);
    near(effect.p90, 2.62, 1e-12);
}

/// The interval is the one R's `t.test(extra ~ group)` prints for the sleep data.
#[test]
fn two_groups_give_welchs_interval_of_the_sleep_data() {
    let effect = parallel(&FIRST, &SECOND, 0.95);
    assert_eq!((effect.n, effect.median), (20, None));
    near(effect.mean, -1.58, 1e-12);
    near(effect.low, -3.3654832, 5e-8);
    near(effect.high, 0.2054832, 5e-8);
}

/// Hills and Armitage's estimate is half of Student's two-sample comparison of those who had the drug first with the others
/// turned over, what the day did half of the comparison with the others as they are: both by SciPy 1.17, `ttest_ind`.
#[test]
fn a_crossover_is_half_of_students_comparison_of_its_sequences() {
    let crossover = crossover(&DRUG_FIRST, &DRUG_SECOND, 0.95);
    assert_eq!(crossover.effect.n, 29);
    near(crossover.effect.mean, (48.0 / 17.0 + 15.0 / 12.0) / 2.0, 1e-12);
    near(crossover.effect.low, 0.767502301107, 1e-11);
    near(crossover.effect.high, 3.306027110657, 1e-11);
    near(crossover.period, (15.0 / 12.0 - 48.0 / 17.0) / 2.0, 1e-12);
    near(crossover.period_low, -2.056027110657, 1e-11);
    near(crossover.period_high, 0.482497698893, 1e-11);
}

#[test]
fn a_crossover_does_not_see_what_the_day_does() {
    let plain = crossover(&DRUG_FIRST, &DRUG_SECOND, 0.95);
    // A later day that adds 5 to either arm: those with the arm second gain it, the others lose it.
    let first: Vec<f64> = DRUG_FIRST.iter().map(|d| d - 5.0).collect();
    let second: Vec<f64> = DRUG_SECOND.iter().map(|d| d + 5.0).collect();
    let with_day = crossover(&first, &second, 0.95);
    for (found, known) in [
        (with_day.effect.mean, plain.effect.mean),
        (with_day.effect.low, plain.effect.low),
        (with_day.effect.sd, plain.effect.sd),
        (with_day.effect.median, plain.effect.median),
        (with_day.effect.p10, plain.effect.p10),
        (with_day.effect.p90, plain.effect.p90),
    ] {
        near(found, known.expect("a number"), 1e-12);
    }
    near(with_day.period, plain.period.expect("a number") + 5.0, 1e-12);
    let all: Vec<f64> = first.iter().chain(&second).copied().collect();
    let naive = paired(&all, 0.95).mean.expect("a mean") - plain.effect.mean.expect("a mean");
    assert!(naive.abs() > 0.5, "with sequences of unequal size the plain mean is moved by the day: {naive}");
}

#[test]
fn nobody_one_person_and_no_spread_have_no_interval_and_say_why() {
    let none = paired(&[], 0.95);
    assert_eq!((none.mean, none.sd, none.low, none.median), (None, None, None, None));
    assert_eq!(none.no_interval, Some(NoInterval::NobodyObserved));
    let one = paired(&[2.0], 0.95);
    assert_eq!((one.mean, one.sd, one.median), (Some(2.0), None, Some(2.0)));
    assert_eq!(one.no_interval, Some(NoInterval::TooFew));
    // 0.1 cannot be written exactly: the mean of many is not the value itself.
    let same = paired(&[0.1; 7], 0.95);
    assert_eq!(
        (same.mean, same.sd, same.low, same.no_interval),
        (Some(0.1), Some(0.0), None, Some(NoInterval::NoSpread))
    );
    assert_eq!(paired(&[1.0, 2.0], 95.0).no_interval, Some(NoInterval::NoLevel));
    assert_eq!(crossover(&[1.0, 2.0], &[], 0.95).effect.no_interval, Some(NoInterval::NobodyObserved));
    assert_eq!(crossover(&[1.0], &[2.0], 0.95).effect.no_interval, Some(NoInterval::TooFew));
    assert!(crossover(&[1.0, 3.0], &[2.0], 0.95).period_low.is_some());
    assert_eq!(crossover(&[1.0, 1.0], &[2.0, 2.0], 0.95).effect.no_interval, Some(NoInterval::NoSpread));
    assert_eq!(parallel(&[1.0, 2.0], &[3.0], 0.95).no_interval, Some(NoInterval::TooFew));
    assert_eq!(parallel(&[1.0, 1.0], &[3.0, 3.0], 0.95).no_interval, Some(NoInterval::NoSpread));
    assert!(parallel(&[1.0, 2.0], &[3.0, 3.0], 0.95).low.is_some(), "one group without spread leaves the other's");
}

#[test]
fn what_is_not_a_number_is_missing_and_not_a_zero() {
    let effect = paired(&[1.0, f64::NAN, 3.0, f64::INFINITY], 0.95).with_missing(4);
    assert_eq!((effect.n, effect.missing, effect.mean), (2, 6, Some(2.0)));
}

/// Of 4000 trials the count that hold the truth is binomial: 3800 ± 14 (one standard deviation), four of which are allowed.
#[test]
fn intervals_hold_the_truth_as_often_as_they_say() {
    let mut random = ChaCha8Rng::seed_from_u64(11);
    let mut normals = |n: usize, mean: f64, sd: f64| -> Vec<f64> {
        (0..n).map(|_| StandardNormal.sample(&mut random)).map(|z: f64| mean + sd * z).collect()
    };
    let mut held = [0; 3];
    for _ in 0..4000 {
        let holds = |effect: &Effect| effect.low < Some(0.7) && effect.high > Some(0.7);
        held[0] += usize::from(holds(&paired(&normals(6, 0.7, 2.0), 0.95)));
        let (first, second) = (normals(5, 0.7 - 3.0, 2.0), normals(9, 0.7 + 3.0, 2.0));
        held[1] += usize::from(holds(&crossover(&first, &second, 0.95).effect));
        let (arm, reference) = (normals(7, 1.7, 3.0), normals(12, 1.0, 1.0));
        held[2] += usize::from(holds(&parallel(&arm, &reference, 0.95)));
    }
    for held in held {
        assert!((3800_i32 - held as i32).abs() < 56, "{held} of 4000");
    }
}
