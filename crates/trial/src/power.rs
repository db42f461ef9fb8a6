//! # How many persons a trial needs
//!
//! **Stands for** the first line of a trial's protocol, from the cohort's own spread instead of an assumed one.
//!
//! **Equations**
//! - power of each size: share of the trials drawn (`sampling`) that show the effect on its own side
//! - fitted: the nearest series of powers that never falls with size (pool adjacent violators), as true power does not
//! - smallest size: doubled from the design's smallest until its power reaches the target, then halved between the last that
//!   failed and the first that reached it
//!
//! **Assumptions** those of `sampling`; with the trials drawn a power of 80 % is known to ±√(0.16/trials), and the smallest
//! size accordingly.
//! **Tests** power and sizes of the t tests in the textbooks, for all designs.

use super::file::Design;
use super::isotonic::isotonic;
use super::sampling::{Cohort, LARGEST_SIZE, Trials, sampling};
use super::share::Share;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Arg, Said, Wording};

/// Powers whose smallest size is told.
const TARGETS: [f64; 2] = [0.8, 0.9];
/// Most sizes of a curve.
const MOST_SIZES: usize = 100;

/// Power of one size.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PowerOfSize {
    /// Persons in a trial, over all its groups.
    pub size: usize,
    /// Share of the trials drawn that show the effect.
    pub power: Share,
    /// The same, made to never fall with size.
    pub fitted: f64,
}

/// The smallest trial that reaches a power.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SmallestSize {
    /// Power to be reached.
    pub target: f64,
    /// Persons it takes, over all groups; absent where the largest size looked at does not reach it.
    pub size: Option<usize>,
    /// Share of the trials of that size (or the largest) that show the effect.
    pub power: Share,
}

/// How power goes with size.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Power {
    /// The design of the trials.
    pub design: Design,
    /// Mean effect of the cohort.
    pub truth: f64,
    /// The curve, smallest size first.
    pub curve: Vec<PowerOfSize>,
    /// Sizes that reach 80 % and 90 %.
    pub smallest: Vec<SmallestSize>,
    /// The largest size looked at.
    pub largest: usize,
}

/// Power over a list of sizes, and the smallest that reach 80 % and 90 %; of `trials` all but the size holds. Without
/// replacement no size beyond the cohort is looked at, with replacement none beyond [`LARGEST_SIZE`].
///
/// # Errors
/// What cannot be drawn, as in [`sampling`]; a cohort whose effect is exactly none has no power.
pub fn power(cohort: &Cohort<'_>, sizes: &[usize], trials: &Trials) -> Result<Power, Said> {
    if sizes.len() > MOST_SIZES {
        let count = |count: usize| Arg::Figure(count.to_string());
        let why = Wording::new("not_drawn-sizes").with("count", count(sizes.len()));
        return Err(why.with("most", count(MOST_SIZES)).into());
    }
    let smallest = cohort.smallest();
    let truth = cohort.check(&Trials { size: smallest, ..*trials })?;
    let largest = if trials.replacement { LARGEST_SIZE } else { cohort.largest().min(LARGEST_SIZE) };
    let of_size = |size: usize| {
        let found = sampling(cohort, &Trials { size, ..*trials })?.power;
        found.ok_or_else(|| Said::from(Wording::new("not_drawn-no_effect")))
    };
    let mut sizes = sizes.to_vec();
    sizes.sort_unstable();
    sizes.dedup();
    let shares: Vec<Share> = sizes.iter().map(|size| of_size(*size)).collect::<Result<_, Said>>()?;
    let fitted = isotonic(&shares.iter().map(|share| share.share.unwrap_or(0.0)).collect::<Vec<_>>());
    let curve =
        sizes.into_iter().zip(shares).zip(fitted).map(|((size, power), fitted)| PowerOfSize { size, power, fitted });
    let mut found: Vec<SmallestSize> = vec![];
    for target in TARGETS {
        let from = found.last().map_or(Some(smallest), |before| before.size).unwrap_or(largest);
        found.push(search(target, from, largest, &of_size)?);
    }
    Ok(Power { design: cohort.design(), truth, curve: curve.collect(), smallest: found, largest })
}

/// The smallest size from `from` on whose power reaches the target.
fn search(
    target: f64,
    from: usize,
    largest: usize,
    of_size: &impl Fn(usize) -> Result<Share, Said>,
) -> Result<SmallestSize, Said> {
    let reaches = |power: &Share| power.share >= Some(target);
    let (mut fails, mut size, mut power) = (from, from, of_size(from)?);
    while !reaches(&power) {
        if size >= largest {
            return Ok(SmallestSize { target, size: None, power });
        }
        (fails, size) = (size, (2 * size).min(largest));
        power = of_size(size)?;
    }
    while size > fails + 1 {
        let between = usize::midpoint(fails, size);
        let there = of_size(between)?;
        if reaches(&there) {
            (size, power) = (between, there);
        } else {
            fails = between;
        }
    }
    Ok(SmallestSize { target, size: Some(size), power })
}

#[cfg(test)]
pub(super) mod tests;
