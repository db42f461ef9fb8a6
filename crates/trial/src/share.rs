//! # Share of persons
//!
//! **Stands for** how many of those looked at, and how well that many persons tell it.
//!
//! **Equations**
//! - interval: Wilson's score interval, (p + z²/2n ± z·√(p·(1 − p)/n + z²/4n²))/(1 + z²/n); it stays within 0 and 1 and has a
//!   width where nobody or everybody is counted
//!
//! **Assumptions** persons are independent of each other.
//! **Tests** intervals are those printed by Newcombe (1998).

use super::critical::normal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A share with its interval; both are absent where there was nobody to look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Share {
    /// Persons (or trials) counted.
    pub count: usize,
    /// Persons (or trials) looked at.
    pub of: usize,
    /// Their share, 0 … 1.
    pub share: Option<f64>,
    /// Lower end of the interval.
    pub low: Option<f64>,
    /// Upper end of the interval.
    pub high: Option<f64>,
}

impl Share {
    /// `count` of `of`, with an interval of this level.
    pub fn new(count: usize, of: usize, level: f64) -> Self {
        if of == 0 {
            return Self { count, of, share: None, low: None, high: None };
        }
        let (n, p) = (of as f64, count as f64 / of as f64);
        let ends = normal(level).map(|z| {
            let middle = p + z * z / (2.0 * n);
            let reach = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
            let shrunk = 1.0 + z * z / n;
            (((middle - reach) / shrunk).max(0.0), ((middle + reach) / shrunk).min(1.0))
        });
        Self { count, of, share: Some(p), low: ends.map(|ends| ends.0), high: ends.map(|ends| ends.1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Newcombe RG (1998), Statistics in Medicine 17:857–872, table I, method 3.
    #[test]
    fn intervals_are_those_that_are_printed() {
        for (count, of, low, high) in
            [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
        {
            let share = Share::new(count, of, 0.95);
            let ends = (share.low.expect("a low end"), share.high.expect("a high end"));
            assert!((ends.0 - low).abs() < 5e-5 && (ends.1 - high).abs() < 5e-5, "{count} of {of}: {ends:?}");
        }
    }

    #[test]
    fn everybody_is_one_and_nobody_to_look_at_is_no_share() {
        assert_eq!(Share::new(7, 7, 0.95).high, Some(1.0));
        assert_eq!(Share::new(0, 0, 0.95), Share { count: 0, of: 0, share: None, low: None, high: None });
        assert_eq!(Share::new(1, 2, 1.0).low, None);
    }
}
