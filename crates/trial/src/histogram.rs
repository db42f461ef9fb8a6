//! # How values lie
//!
//! **Stands for** the picture behind a mean, on bins that all groups share so that they can be laid over each other.
//!
//! **Equations**
//! - whole values over a short range: one bin a value
//! - else bins of 1, 2, 2.5 or 5 times a power of ten, about thirty over the middle 99 % of all values, edges at multiples of
//!   their width so that nought is one; the rest is counted below and above
//!
//! **Assumptions** none: nothing is smoothed.
//! **Tests** every value is in one place; whole, equal and far values.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use twin::ensemble::quantile;

/// Whole values over at most this range have a bin each.
const SHORT: f64 = 40.0;
/// Bins aimed at for all others.
const USUAL: f64 = 30.0;
/// Share of the values left out of the bins' range on either side.
const FAR: f64 = 0.005;

/// Bins of the same width.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Bins {
    /// Lower edge of the first.
    pub from: f64,
    /// Width of each.
    pub width: f64,
    /// How many.
    pub count: usize,
}

/// Values counted in bins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Histogram {
    /// The bins.
    pub bins: Bins,
    /// Values in each.
    pub counts: Vec<usize>,
    /// Values below the first.
    pub below: usize,
    /// Values above the last.
    pub above: usize,
}

impl Bins {
    /// Bins for the values of all groups together; none where nothing was observed.
    pub fn of(groups: &[&[f64]]) -> Option<Self> {
        let mut all: Vec<f64> = groups.iter().copied().flatten().copied().filter(|value| value.is_finite()).collect();
        all.sort_unstable_by(f64::total_cmp);
        let (least, most) = (*all.first()?, *all.last()?);
        if most - least <= SHORT && all.iter().all(|value| value.fract() == 0.0) {
            return Some(Self { from: least - 0.5, width: 1.0, count: (most - least) as usize + 1 });
        }
        let middle = (quantile(&all, FAR)?, quantile(&all, 1.0 - FAR)?);
        let (low, high) = if middle.0 < middle.1 { middle } else { (least, most) };
        let width = round((high - low) / USUAL);
        if !(width.is_finite() && width > 1e-9 * low.abs().max(high.abs())) {
            return Some(Self { from: least - 0.5, width: 1.0, count: 1 });
        }
        let first = (low / width).floor();
        let count = ((high / width).floor() - first) as usize + 1;
        Some(Self { from: first * width, width, count })
    }

    /// Where a bin begins.
    pub fn edge(&self, index: usize) -> f64 {
        self.from + self.width * index as f64
    }

    /// Counts values; what is not a number is left out.
    pub fn counted(self, values: &[f64]) -> Histogram {
        let mut histogram = Histogram { bins: self, counts: vec![0; self.count], below: 0, above: 0 };
        for value in values.iter().filter(|value| value.is_finite()) {
            let place = ((value - self.from) / self.width).floor();
            if place < 0.0 {
                histogram.below += 1;
            } else if let Some(bin) = histogram.counts.get_mut(place as usize) {
                *bin += 1;
            } else {
                histogram.above += 1;
            }
        }
        histogram
    }
}

/// The next round number: 1, 2, 2.5 or 5 times a power of ten.
fn round(width: f64) -> f64 {
    let power = 10f64.powf(width.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0];
    power * steps.into_iter().find(|step| step * power >= width * (1.0 - 1e-9)).unwrap_or(10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_counted_once_and_nought_is_an_edge() {
        let a: Vec<f64> = (0..1000).map(|i| f64::from(i) * 0.0123 - 3.0).collect();
        let b = [f64::NAN, 250.0, -250.0];
        let bins = Bins::of(&[&a, &b]).expect("values");
        assert!((20..=40).contains(&bins.count), "{bins:?}");
        let places = bins.from / bins.width;
        assert!((places - places.round()).abs() < 1e-9, "{bins:?}");
        let (a, b) = (bins.counted(&a), bins.counted(&b));
        assert_eq!(a.counts.iter().sum::<usize>() + a.below + a.above, 1000);
        assert_eq!((b.counts.iter().sum::<usize>(), b.below, b.above), (0, 1, 1));
    }

    #[test]
    fn whole_values_have_a_bin_each() {
        let bins = Bins::of(&[&[0.0, 1.0, 1.0], &[1.0, 3.0]]).expect("values");
        assert_eq!(bins, Bins { from: -0.5, width: 1.0, count: 4 });
        assert_eq!(bins.counted(&[0.0, 1.0, 1.0]).counts, [1, 2, 0, 0]);
    }

    #[test]
    fn equal_values_have_one_bin_and_nothing_has_none() {
        let bins = Bins::of(&[&[0.25; 9]]).expect("values");
        assert_eq!((bins.count, bins.counted(&[0.25; 9]).counts[0]), (1, 9));
        let rare = [vec![0.0; 999], vec![0.5]].concat();
        let bins = Bins::of(&[&rare]).expect("values");
        assert_eq!(bins.counted(&rare).counts.iter().sum::<usize>(), 1000, "one value in a thousand is seen");
        assert_eq!(Bins::of(&[&[], &[f64::NAN, f64::INFINITY]]), None);
    }

    #[test]
    fn widths_are_round() {
        for (width, rounded) in [(0.011, 0.02), (0.1, 0.1), (2.1, 2.5), (3.0, 5.0), (70.0, 100.0)] {
            assert!((round(width) / rounded - 1.0).abs() < 1e-9, "{width}: {}", round(width));
        }
    }
}
