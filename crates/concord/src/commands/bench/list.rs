//! Lists of numbers as arguments.

use std::str::FromStr;
use workup::problem::{Failure, Fault};

/// Numbers between commas.
pub fn list(name: &str, text: &str) -> Result<Vec<f64>, Failure> {
    let number = |part: &str| {
        let wrong = || Fault::of_argument(name, part, "not a number", "give numbers with commas between them");
        f64::from_str(part.trim()).map_err(|_| Failure::input(wrong()))
    };
    text.split(',').map(number).collect()
}
