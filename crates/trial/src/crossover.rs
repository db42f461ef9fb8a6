//! # A crossover of more than two arms
//!
//! **Stands for** the analysis of a trial in which every person has every arm, each on a day of its own.
//!
//! **Equations**
//! - y of a person on a day: person + day + arm + error; least squares over all days of all persons
//! - every person's own mean is taken off both sides first; the normal equations of arms (without the reference) and days
//!   (without the first) remain
//! - interval: ± t_f·s·√((XᵀX)⁻¹), s² the squares left over by f = values − persons − arms − days + 2
//! - standard deviation told: s·√2, that of a difference between two days of one person
//!
//! **Assumptions** nothing of an arm carries over to the next day; a missing day is missing by chance. An arm and the
//! reference lie one or more days apart by sequence, so the mean of their differences alone would hold part of the day.
//! **Tests** with two arms the estimate, interval and day of [`super::effect::crossover`]; the slow way with a column a person;
//! intervals hold the truth as often as they say.

use super::critical::student;
use super::effect::{Estimate, NoInterval};
use super::file::Design;
use nalgebra::{DMatrix, DVector};

/// What the arms are worth, and what the days did.
#[derive(Clone, Debug)]
pub(crate) struct LeastSquares {
    /// Every arm less the reference, in the arms' order; the reference's own is 0.
    pub(crate) arms: Vec<Estimate>,
    /// Every day less the first.
    pub(crate) days: Vec<Estimate>,
}

impl LeastSquares {
    /// Values freed of what the day did, arm by arm: what two-armed trials are drawn from.
    pub(crate) fn freed(&self, arms: &[Vec<f64>], allocated: &[usize]) -> Vec<Vec<f64>> {
        let free = |(arm, values): (usize, &Vec<f64>)| {
            let on_day = values.iter().zip(allocated).map(|(value, begins)| {
                let day = Design::Crossover.day(arm, *begins, arms.len()).unwrap_or(0);
                value - self.days[day].mean.unwrap_or(0.0)
            });
            on_day.collect()
        };
        arms.iter().enumerate().map(free).collect()
    }
}

/// Least squares of the values by arm and person; `allocated` is the arm with which each person began. What is not a number is
/// a day that is missing.
pub(crate) fn least_squares(arms: &[Vec<f64>], allocated: &[usize], reference: usize, level: f64) -> LeastSquares {
    let (k, columns) = (arms.len(), 2 * (arms.len() - 1));
    // Columns: arms without the reference, then days without the first.
    let of_arm = |arm: usize| (arm != reference).then(|| arm - usize::from(arm > reference));
    let of_day = |day: usize| day.checked_sub(1).map(|day| k - 1 + day);
    let mut normal = DMatrix::<f64>::zeros(columns, columns);
    let mut right = DVector::<f64>::zeros(columns);
    let (mut squares, mut freedom) = (0.0, -(columns as f64));
    for (person, begins) in allocated.iter().enumerate() {
        let there: Vec<(usize, f64)> =
            arms.iter().map(|values| values[person]).enumerate().filter(|(_, value)| value.is_finite()).collect();
        if there.is_empty() {
            continue;
        }
        let n = there.len() as f64;
        let mut rows = DMatrix::<f64>::zeros(there.len(), columns);
        for (row, (arm, _)) in there.iter().enumerate() {
            let day = Design::Crossover.day(*arm, *begins, k).unwrap_or(0);
            for column in [of_arm(*arm), of_day(day)].into_iter().flatten() {
                rows[(row, column)] = 1.0;
            }
        }
        for mut column in rows.column_iter_mut() {
            let mean = column.sum() / n;
            column.add_scalar_mut(-mean);
        }
        let mean = there.iter().map(|(_, value)| value).sum::<f64>() / n;
        let values = DVector::from_iterator(there.len(), there.iter().map(|(_, value)| value - mean));
        normal += rows.transpose() * &rows;
        right += rows.transpose() * &values;
        squares += values.norm_squared();
        freedom += n - 1.0;
    }
    let inverse = normal.cholesky().map(|factor| factor.inverse());
    let Some(inverse) = inverse.filter(|inverse| inverse.iter().all(|value| value.is_finite())) else {
        let nobody = Estimate { mean: None, sd: None, interval: Err(NoInterval::NobodyObserved) };
        return LeastSquares { arms: vec![nobody; k], days: vec![nobody; k] };
    };
    let found = &inverse * &right;
    let left = (squares - found.dot(&right)).max(0.0);
    // What rounding leaves of values that the model meets exactly is no spread.
    let left = if left < 1e-12 * squares { 0.0 } else { left };
    let sd = (freedom >= 1.0).then(|| (left / freedom).sqrt());
    let estimate = |column: Option<usize>| {
        let Some(column) = column else {
            return Estimate { mean: Some(0.0), sd: None, interval: Err(NoInterval::NoSpread) };
        };
        let mean = found[column];
        let interval = match sd {
            None => Err(NoInterval::TooFew),
            Some(0.0) => Err(NoInterval::NoSpread),
            Some(sd) => student(freedom, level).ok_or(NoInterval::NoLevel).map(|t| {
                let reach = t * sd * inverse[(column, column)].sqrt();
                (mean - reach, mean + reach)
            }),
        };
        Estimate { mean: Some(mean), sd: sd.map(|sd| sd * f64::sqrt(2.0)), interval }
    };
    LeastSquares {
        arms: (0..k).map(|arm| estimate(of_arm(arm))).collect(),
        days: (0..k).map(|day| estimate(of_day(day))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effect::crossover;
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::SeedableRng;
    use rand_distr::{Distribution, StandardNormal};

    /// Persons with arms worth `effects` and days that do `days`, in turning order.
    fn trial(persons: usize, effects: &[f64], days: &[f64], seed: u64) -> (Vec<Vec<f64>>, Vec<usize>) {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut normal = || -> f64 { StandardNormal.sample(&mut rng) };
        let k = effects.len();
        let allocated: Vec<usize> = (0..persons).map(|person| person % k).collect();
        let mut arms = vec![vec![0.0; persons]; k];
        for (person, begins) in allocated.iter().enumerate() {
            let own = 5.0 * normal();
            for (arm, values) in arms.iter_mut().enumerate() {
                let day = Design::Crossover.day(arm, *begins, k).unwrap();
                values[person] = own + effects[arm] + days[day] + normal();
            }
        }
        (arms, allocated)
    }

    fn near(a: Option<f64>, b: Option<f64>) {
        let (a, b) = (a.expect("a number"), b.expect("a number"));
        assert!((a - b).abs() < 1e-9, "{a}, not {b}");
    }

    #[test]
    fn with_two_arms_it_is_the_crossover_of_hills_and_armitage() {
        let (arms, allocated) = trial(17, &[0.0, 1.0], &[0.0, 3.0], 4);
        let own: Vec<f64> = arms[1].iter().zip(&arms[0]).map(|(arm, reference)| arm - reference).collect();
        // Who began with the arm had it first.
        let of = |begins: usize| -> Vec<f64> {
            own.iter().zip(&allocated).filter(|(_, first)| **first == begins).map(|(own, _)| *own).collect()
        };
        let known = crossover(&of(1), &of(0), 0.9);
        let found = least_squares(&arms, &allocated, 0, 0.9);
        near(found.arms[1].mean, known.effect.mean);
        near(found.arms[1].sd, known.effect.sd);
        near(found.arms[1].interval.ok().map(|ends| ends.0), known.effect.low);
        near(found.arms[1].interval.ok().map(|ends| ends.1), known.effect.high);
        near(found.days[1].mean, known.period);
        near(found.days[1].interval.ok().map(|ends| ends.1), known.period_high);
    }

    #[test]
    fn it_is_the_least_squares_with_a_column_a_person_whoever_missed_a_day() {
        let (mut arms, allocated) = trial(11, &[0.0, 1.0, -2.0], &[0.0, 3.0, 5.0], 7);
        (arms[0][3], arms[2][8], arms[1][10], arms[2][10]) = (f64::NAN, f64::NAN, f64::NAN, f64::NAN);
        let cells: Vec<(usize, usize)> = (0..11).flat_map(|person| (0..3).map(move |arm| (person, arm))).collect();
        let cells: Vec<(usize, usize)> =
            cells.into_iter().filter(|(person, arm)| arms[*arm][*person].is_finite()).collect();
        let design = DMatrix::from_fn(cells.len(), 11 + 4, |row, column| {
            let (person, arm) = cells[row];
            let day = Design::Crossover.day(arm, allocated[person], 3).unwrap();
            f64::from(match column {
                0..11 => column == person,
                11 | 12 => arm == [0, 2][column - 11],
                _ => day == column - 12,
            })
        });
        let values = DVector::from_iterator(cells.len(), cells.iter().map(|(person, arm)| arms[*arm][*person]));
        let slow = design.svd(true, true).solve(&values, 1e-12).unwrap();
        let found = least_squares(&arms, &allocated, 1, 0.95);
        for (quick, slow) in [(found.arms[0], slow[11]), (found.arms[2], slow[12]), (found.days[1], slow[13])] {
            near(quick.mean, Some(slow));
        }
    }

    #[test]
    fn of_three_arms_with_days_that_matter_the_intervals_hold_the_truth() {
        // The mean of the differences alone held 0.25 for a truth of 1, and never the truth.
        let (mut held, mut sum) = (0, 0.0);
        for seed in 0..400 {
            let (arms, allocated) = trial(18, &[0.0, 1.0, 2.0], &[0.0, 2.0, 6.0], 100 + seed);
            let found = least_squares(&arms, &allocated, 0, 0.95).arms[1];
            let (low, high) = found.interval.expect("an interval");
            held += usize::from(low <= 1.0 && 1.0 <= high);
            sum += found.mean.expect("a mean");
        }
        assert!((368..=392).contains(&held), "{held} of 400");
        assert!((sum / 400.0 - 1.0).abs() < 0.05, "{}", sum / 400.0);
    }

    #[test]
    fn what_cannot_be_told_is_absent() {
        let nobody = least_squares(&[vec![], vec![], vec![]], &[], 0, 0.95);
        assert_eq!((nobody.arms[1].mean, nobody.days[2].mean), (None, None));
        let (mut arms, allocated) = trial(9, &[0.0, 1.0, 2.0], &[0.0, 0.0, 0.0], 1);
        arms[1].fill(f64::NAN);
        assert_eq!(least_squares(&arms, &allocated, 0, 0.95).arms[1].interval, Err(NoInterval::NobodyObserved));
        let flat = vec![vec![1.0; 6]; 3];
        let found = least_squares(&flat, &[0, 1, 2, 0, 1, 2], 0, 0.95);
        assert_eq!((found.arms[1].mean, found.arms[1].interval), (Some(0.0), Err(NoInterval::NoSpread)));
    }
}
