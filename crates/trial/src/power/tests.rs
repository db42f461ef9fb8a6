use super::*;
use statrs::distribution::StudentsT;
use statrs::distribution::{ChiSquared, ContinuousCDF, Normal};

/// A cohort of this mean and standard deviation, as near to normal as so many persons can be.
pub(crate) fn normals(persons: usize, mean: f64, sd: f64) -> Vec<f64> {
    let n = persons as f64;
    let z: Vec<f64> = (0..persons).map(|i| Normal::standard().inverse_cdf((i as f64 + 0.5) / n)).collect();
    let scale = sd / (z.iter().map(|z| z * z).sum::<f64>() / n).sqrt();
    // By a step coprime to the count, so that neighbours in the list are not neighbours in value.
    let step = 7919;
    assert!(!persons.is_multiple_of(step));
    (0..persons).map(|i| mean + scale * z[i * step % persons]).collect()
}

/// Power of a t test on the effect's own side: the noncentral t, its root of chi squared averaged over 2000 quantiles.
fn of_t_test(noncentrality: f64, freedom: f64) -> f64 {
    let critical = StudentsT::new(0.0, 1.0, freedom).expect("a distribution").inverse_cdf(0.975);
    let squares = ChiSquared::new(freedom).expect("a distribution");
    let at = |i: i32| {
        let square = squares.inverse_cdf((f64::from(i) + 0.5) / 2000.0);
        Normal::standard().cdf(noncentrality - critical * (square / freedom).sqrt())
    };
    (0..2000).map(at).sum::<f64>() / 2000.0
}

fn trials(trials: usize) -> Trials {
    Trials { size: 0, trials, seed: 9, measurement_sd: 0.0, level: 0.95, replacement: true }
}

/// Cohen (1988), table 2.4.1: two groups of 64 find d = 0.5 with 80 %.
#[test]
fn the_closed_form_of_these_tests_is_the_textbooks() {
    assert!((of_t_test(0.5 * 32f64.sqrt(), 126.0) - 0.801).abs() < 1e-3);
}

/// 8000 trials know a power to 0.55 % at worst: four of these are allowed.
#[test]
fn power_is_that_of_the_t_test_in_every_design() {
    let (d, arm, reference) = (normals(4000, 0.5, 1.0), normals(4000, 1.5, 1.0), normals(4000, 1.0, 1.0));
    let (first, second) = (normals(4000, -1.5, 1.0), normals(4000, 2.5, 1.0));
    let close = |cohort: Cohort<'_>, asked: Trials, known: &dyn Fn(f64) -> f64| {
        let sizes = [10, 20, 40, 80];
        let found = power(&cohort, &sizes, &asked).expect("can be drawn");
        for (size, at) in sizes.into_iter().zip(&found.curve) {
            let (share, known) = (at.power.share.expect("trials"), known(size as f64));
            assert!(at.size == size && (share - known).abs() < 0.022, "{:?} {size}: {share}, {known}", found.design);
        }
        assert!(found.curve.windows(2).all(|pair| pair[0].fitted <= pair[1].fitted));
    };
    let asked = trials(8000);
    close(Cohort::Paired(&d), asked, &|n| of_t_test(0.5 * n.sqrt(), n - 1.0));
    // Two errors of 0.5 add a half to the variance of a difference.
    let measured = Trials { measurement_sd: 0.5, ..asked };
    close(Cohort::Paired(&d), measured, &|n| of_t_test(0.5 * (n / 1.5).sqrt(), n - 1.0));
    let crossover = Cohort::Crossover { first: &first, second: &second };
    close(crossover, asked, &|n| of_t_test(0.5 * n.sqrt(), n - 2.0));
    let parallel = |n: f64| of_t_test(0.5 * (n / 4.0).sqrt(), n - 2.0);
    close(Cohort::Parallel { arm: &arm, reference: &reference }, asked, &parallel);
    close(Cohort::Randomised { arm: &arm, reference: &reference }, asked, &parallel);
}

/// Sizes of the two-sided t test at 5 % for d = 0.5: 34 and 44 pairs; two groups of 64 and of 86 (Cohen 1988, table 2.4.1, and
/// G*Power 3.1). 20000 trials know a power to 0.28 %, which is half a pair and two persons of two groups.
#[test]
fn the_smallest_sizes_are_the_textbooks() {
    let (d, arm, reference) = (normals(4000, 0.5, 1.0), normals(4000, 1.5, 1.0), normals(4000, 1.0, 1.0));
    let sizes = |cohort: Cohort<'_>| -> Vec<usize> {
        let found = power(&cohort, &[], &trials(20_000)).expect("can be drawn");
        found.smallest.iter().map(|smallest| smallest.size.expect("is reached")).collect()
    };
    let pairs = sizes(Cohort::Paired(&d));
    assert!(pairs[0].abs_diff(34) <= 1 && pairs[1].abs_diff(44) <= 2, "{pairs:?}");
    let groups = sizes(Cohort::Parallel { arm: &arm, reference: &reference });
    assert!(groups[0].abs_diff(128) <= 6 && groups[1].abs_diff(172) <= 8, "{groups:?}");
}

#[test]
fn a_large_effect_needs_the_designs_smallest_and_a_small_one_more_than_the_cohort_has() {
    let large = normals(100, 50.0, 1.0);
    let found = power(&Cohort::Paired(&large), &[], &trials(500)).expect("can be drawn");
    assert!(found.smallest.iter().all(|smallest| smallest.size == Some(2)), "{:?}", found.smallest);
    let small = normals(100, 0.02, 1.0);
    let once = Trials { replacement: false, ..trials(500) };
    let found = power(&Cohort::Paired(&small), &[], &once).expect("can be drawn");
    assert_eq!(found.largest, 100);
    assert!(found.smallest.iter().all(|smallest| smallest.size.is_none()));
}

#[test]
fn sizes_come_in_order_and_once_and_what_cannot_be_drawn_is_said() {
    let cohort = normals(50, 1.0, 1.0);
    let found = power(&Cohort::Paired(&cohort), &[20, 5, 20], &trials(100)).expect("can be drawn");
    assert_eq!(found.curve.iter().map(|at| at.size).collect::<Vec<_>>(), [5, 20]);
    let once = Trials { replacement: false, ..trials(100) };
    let error = power(&Cohort::Paired(&cohort), &[51], &once).expect_err("larger than the cohort");
    assert!(error.contains("at most 50"), "{error}");
    let error = power(&Cohort::Paired(&[-1.0, 1.0]), &[], &trials(100)).expect_err("no effect");
    assert!(error.contains("no effect at all"), "{error}");
    assert!(power(&Cohort::Paired(&cohort), &[5; 101], &trials(100)).is_err());
}
