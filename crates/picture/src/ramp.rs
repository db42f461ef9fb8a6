//! Values as colours: bands of a scale whose lightness rises with the value, so that it is read in grey, too, and by
//! people who do not tell red from green.

use super::Colour;

/// Points of the ramp, equally far apart (after viridis, without its darkest end, on which no shading is seen).
const RAMP: [Colour; 9] = [
    [64, 36, 112],
    [64, 67, 135],
    [51, 98, 141],
    [38, 127, 142],
    [31, 155, 137],
    [62, 183, 115],
    [117, 206, 83],
    [186, 222, 40],
    [253, 231, 37],
];

/// Colour at a share of the ramp, 0 to 1.
pub fn colour(share: f64) -> Colour {
    let at = share.clamp(0.0, 1.0) * (RAMP.len() - 1) as f64;
    let (low, rest) = (at as usize, at.fract());
    let [a, b] = [RAMP[low], RAMP[(low + 1).min(RAMP.len() - 1)]];
    std::array::from_fn(|channel| {
        let (a, b) = (f64::from(a[channel]), f64::from(b[channel]));
        (a + rest * (b - a)).round() as u8
    })
}

/// Bands of one width, each with its colour; values beyond the ends take the end's.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Where the first band begins.
    pub low: f64,
    /// Width of a band.
    pub step: f64,
    /// Colours, the lowest band first.
    pub bands: Vec<Colour>,
    /// Values lie below the first band, and above the last.
    pub beyond: [bool; 2],
}

/// A scale has at most this many bands: more cannot be told apart.
const MOST_BANDS: usize = 12;

/// Share of the values that may lie beyond either end: a few vertices must not take the colours from all others.
const BEYOND: f64 = 0.01;

impl Scale {
    /// A scale over values, in steps that people count in. Values that are no numbers are left out.
    pub fn over(values: &[f64]) -> Self {
        let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        let Some((least, most)) = sorted.first().zip(sorted.last()) else {
            return Self { low: 0.0, step: 1.0, bands: vec![colour(0.5)], beyond: [false; 2] };
        };
        let beyond = (BEYOND * (sorted.len() - 1) as f64) as usize;
        let (from, to) = (sorted[beyond], sorted[sorted.len() - 1 - beyond]);
        let steps = (-2..8).flat_map(|power| [1.0, 2.0, 5.0].map(|digit| digit * 10.0_f64.powi(power)));
        let (low, step, count) = steps
            .map(|step| {
                let low = (from / step).floor();
                (low * step, step, ((to / step).ceil() - low).max(1.0))
            })
            .find(|(_, _, count)| *count <= MOST_BANDS as f64)
            .unwrap_or((from, (to - from).max(1.0), 1.0));
        let count = count as usize;
        let share = |band: usize| if count > 1 { band as f64 / (count - 1) as f64 } else { 0.5 };
        let high = low + step * count as f64;
        Self {
            low,
            step,
            bands: (0..count).map(|band| colour(share(band))).collect(),
            beyond: [*least < low, *most > high],
        }
    }

    /// The band of a value.
    pub fn band(&self, value: f64) -> usize {
        (((value - self.low) / self.step).max(0.0) as usize).min(self.bands.len() - 1)
    }

    /// Where each band begins, and where the last ends.
    pub fn ticks(&self) -> Vec<f64> {
        (0..=self.bands.len()).map(|tick| self.low + self.step * tick as f64).collect()
    }
}
