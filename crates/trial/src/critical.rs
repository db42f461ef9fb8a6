//! Critical values: how many standard errors an interval of a level reaches to either side.

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

/// Degrees of freedom from which the expansion about the normal is exact to nine digits, and from somewhere above which
/// the library's search for the inverse stops short.
const NEARLY_NORMAL: f64 = 500.0;

/// Student's: the `(1 + level)/2` quantile; nothing where the level is not between 0 and 1 or nothing is free.
pub(super) fn student(freedom: f64, level: f64) -> Option<f64> {
    let z = normal(level)?;
    if freedom >= NEARLY_NORMAL {
        return Some(expanded(z, freedom));
    }
    let student = StudentsT::new(0.0, 1.0, freedom).ok()?;
    Some(student.inverse_cdf(0.5 + level / 2.0))
}

/// The normal's.
pub(super) fn normal(level: f64) -> Option<f64> {
    (level > 0.0 && level < 1.0).then(|| Normal::standard().inverse_cdf(0.5 + level / 2.0))
}

/// Fisher and Cornish's expansion of Student's quantile about the normal's (Abramowitz and Stegun, 26.7.5).
fn expanded(z: f64, freedom: f64) -> f64 {
    let square = z * z;
    z + z
        * ((square + 1.0) / (4.0 * freedom)
            + ((5.0 * square + 16.0) * square + 3.0) / (96.0 * freedom.powi(2))
            + (((3.0 * square + 19.0) * square + 17.0) * square - 15.0) / (384.0 * freedom.powi(3)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Abramowitz and Stegun, table 26.10, and SciPy 1.17 for what the table does not have.
    #[test]
    fn students_quantiles_are_those_of_the_tables_however_much_is_free() {
        for (freedom, level, known) in [
            (1.0, 0.95, 12.7062047362),
            (2.0, 0.99, 9.9248432009),
            (9.0, 0.95, 2.2621571628),
            (17.776, 0.95, 2.1028213104),
            (120.0, 0.999, 3.3734537686),
            (1e4, 0.95, 1.9602012399),
            (1e7, 0.95, 1.9599642218),
            (1e7, 0.90, 1.6448537793),
        ] {
            let found = student(freedom, level).expect("a level");
            assert!((found / known - 1.0).abs() < 1e-9, "{freedom} {level}: {found}, not {known}");
        }
    }

    #[test]
    fn the_expansion_takes_over_without_a_step() {
        for level in [0.5, 0.8, 0.95, 0.999] {
            let below = student(NEARLY_NORMAL * (1.0 - 1e-12), level).expect("a level");
            let above = student(NEARLY_NORMAL, level).expect("a level");
            assert!((below / above - 1.0).abs() < 1e-9, "{level}: {below} {above}");
        }
    }

    #[test]
    fn what_is_no_level_has_no_critical_value() {
        for level in [0.0, 1.0, -1.0, 95.0, f64::NAN] {
            assert_eq!((normal(level), student(5.0, level)), (None, None));
        }
        assert_eq!((student(0.0, 0.95), student(f64::NAN, 0.95)), (None, None));
    }
}
