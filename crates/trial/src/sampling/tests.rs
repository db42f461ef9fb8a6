use super::super::power::tests::normals;
use super::*;

fn trials(size: usize, trials: usize) -> Trials {
    Trials { size, trials, seed: 5, measurement_sd: 0.0, level: 0.95, replacement: true }
}

/// Within `share` of what is known.
fn near(found: f64, known: f64, share: f64) {
    assert!((found / known - 1.0).abs() < share, "{found}, not {known}");
}

/// A standard deviation from 8000 draws is known to 1/√16000, 0.8 %: three of these are allowed.
#[test]
fn estimates_spread_as_the_designs_formulas_say_with_two_errors_a_difference() {
    let (d, arm, reference) = (normals(4000, 1.0, 3.0), normals(4000, 6.0, 3.0), normals(4000, 5.0, 2.0));
    let measured = |cohort: Cohort<'_>| {
        let found = sampling(&cohort, &Trials { measurement_sd: 2.0, ..trials(24, 8000) }).expect("can be drawn");
        near(found.truth, 1.0, 1e-9);
        near(found.estimate.p84 - found.estimate.p16, 2.0 * found.estimate.sd, 0.04);
        near(found.estimate.p97_5 - found.estimate.p2_5, 2.0 * 1.96 * found.estimate.sd, 0.04);
        assert!((found.estimate.mean - 1.0).abs() < 4.0 * found.estimate.sd / 8000f64.sqrt());
        found.estimate.sd
    };
    let difference = ((9.0 + 2.0 * 4.0) / 24.0f64).sqrt();
    near(measured(Cohort::Paired(&d)), difference, 0.024);
    let (first, second) = (normals(4000, 1.0 - 7.0, 3.0), normals(4000, 1.0 + 7.0, 3.0));
    near(measured(Cohort::Crossover { first: &first, second: &second }), difference, 0.024);
    let groups = ((9.0 + 4.0) / 12.0 + (4.0 + 4.0) / 12.0f64).sqrt();
    near(measured(Cohort::Parallel { arm: &arm, reference: &reference }), groups, 0.024);
    near(measured(Cohort::Randomised { arm: &arm, reference: &reference }), groups, 0.024);
}

/// Cochran, Sampling Techniques, theorem 2.2: without replacement the error is √(1 − n/N)·S/√n.
#[test]
fn a_cohort_that_is_used_up_spreads_less_and_is_covered_more() {
    let cohort = normals(80, 1.0, 3.0);
    let of = |size, replacement| {
        sampling(&Cohort::Paired(&cohort), &Trials { replacement, ..trials(size, 8000) }).expect("can be drawn")
    };
    let (once, again, all) = (of(40, false), of(40, true), of(80, false));
    near(once.estimate.sd, 3.0 * (0.5f64 / 40.0).sqrt() * (80.0f64 / 79.0).sqrt(), 0.024);
    near(again.estimate.sd, 3.0 / 40f64.sqrt(), 0.024);
    assert!(once.coverage.low > Some(0.98), "{:?}", once.coverage);
    assert!(all.estimate.sd < 1e-12 && all.coverage.share == Some(1.0));
}

/// Binomial: 9500 ± 22 of 10000; four of these are allowed.
#[test]
fn the_intervals_cover_the_cohorts_effect_as_often_as_they_say() {
    let cohort = normals(4000, 1.0, 2.0);
    let found = sampling(&Cohort::Paired(&cohort), &trials(12, 10_000)).expect("can be drawn");
    assert!(found.coverage.count.abs_diff(9500) < 88, "{:?}", found.coverage);
    let cohort = (normals(4000, 1.0, 2.0), normals(4000, 0.0, 2.0));
    let cohort = Cohort::Parallel { arm: &cohort.0, reference: &cohort.1 };
    let found = sampling(&cohort, &Trials { measurement_sd: 1.0, ..trials(16, 10_000) }).expect("can be drawn");
    assert!(found.coverage.count.abs_diff(9500) < 88, "{:?}", found.coverage);
}

/// Gelman and Carlin (2014), Perspectives on Psychological Science 9:641–651: a true effect of 2 with a standard error of 8.1
/// has power 0.06 (both sides), a wrong sign in 24 % of what is significant, and an exaggeration of 9.7.
#[test]
fn a_trial_too_small_errs_in_sign_and_size_as_published() {
    let cohort = normals(4000, -2.0, 8.1 * 20.0);
    let found = sampling(&Cohort::Paired(&cohort), &trials(400, 20_000)).expect("can be drawn");
    let wrong = found.wrong_sign.expect("there is an effect");
    let shown = wrong.of as f64 / 20_000.0;
    assert!((shown - 0.057).abs() < 0.006, "{shown}");
    assert!(wrong.low < Some(0.24) && wrong.high > Some(0.24), "{wrong:?}");
    near(found.exaggeration.expect("some are significant"), 9.7, 0.03);
    assert_eq!(found.power.expect("there is an effect").count, wrong.of - wrong.count);
}

#[test]
fn the_same_seed_gives_the_same_bits_on_any_number_of_threads() {
    let (arm, reference) = (normals(300, 1.0, 2.0), normals(300, 0.0, 2.0));
    let run = |threads, seed| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        let asked = Trials { seed, measurement_sd: 0.5, replacement: false, ..trials(40, 300) };
        pool.install(|| sampling(&Cohort::Randomised { arm: &arm, reference: &reference }, &asked))
    };
    assert_eq!(run(1, 5), run(3, 5));
    assert_ne!(run(1, 5), run(1, 6));
}

#[test]
fn a_cohort_without_effect_or_spread_says_so() {
    let none = sampling(&Cohort::Paired(&[-1.0, 1.0, -2.0, 2.0]), &trials(4, 50)).expect("can be drawn");
    assert_eq!((none.power, none.wrong_sign, none.exaggeration), (None, None, None));
    let same = sampling(&Cohort::Paired(&[2.0; 30]), &trials(10, 50)).expect("can be drawn");
    assert_eq!((same.without_interval, same.power.expect("an effect").count, same.coverage.share), (50, 0, None));
}

#[test]
fn what_cannot_be_drawn_is_an_error_that_says_what_would_be_right() {
    let ten = [1.0; 10];
    let says = |cohort: Cohort<'_>, asked: Trials, wanted: &str| {
        let error = sampling(&cohort, &asked).expect_err("cannot be drawn");
        assert!(error.contains(wanted), "{error}");
    };
    let once = Trials { replacement: false, ..trials(11, 10) };
    says(Cohort::Paired(&ten), once, "a trial of 11 persons cannot be drawn from a cohort of 10: at most 10");
    says(Cohort::Crossover { first: &ten, second: &ten[..3] }, once, "from a cohort of 13: at most 7");
    says(Cohort::Parallel { arm: &ten[..2], reference: &ten }, once, "from a cohort of 12: at most 4");
    says(Cohort::Randomised { arm: &ten[..2], reference: &ten }, once, "the same persons are needed on both");
    says(Cohort::Paired(&[]), trials(4, 10), "a group without persons");
    says(Cohort::Crossover { first: &ten, second: &[] }, trials(4, 10), "a group without persons");
    says(Cohort::Paired(&[f64::NAN]), trials(4, 10), "a value of NaN");
    says(Cohort::Paired(&ten), trials(1, 10), "at least 2");
    says(Cohort::Paired(&ten), trials(LARGEST_SIZE + 1, 10), "at most 20000");
    says(Cohort::Paired(&ten), trials(5, 0), "0 trials");
    says(Cohort::Paired(&ten), trials(5, MOST_TRIALS + 1), "at most 20000");
    says(Cohort::Paired(&ten), Trials { measurement_sd: -1.0, ..trials(5, 10) }, "0 or more is right");
    says(Cohort::Paired(&ten), Trials { level: 95.0, ..trials(5, 10) }, "the level is 95");
}
