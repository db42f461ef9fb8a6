//! What runs around the limb: a smooth closed curve through given values at angles, without overshoot between them.

use domain::technique::TrimPoint;
use std::f64::consts::TAU;

/// Height of the trim line at an angle from anterior towards lateral, rad.
pub fn below_mm(line: &[TrimPoint], angle: f64) -> f64 {
    around(&line.iter().map(|point| (point.around_deg, point.below_mm)).collect::<Vec<_>>(), angle)
}

/// A value around the limb between given ones, `points` of rising angle in degrees: cubic between the points, its slope
/// nothing where a point is the highest or lowest of its neighbourhood (Fritsch and Carlson's condition), so that it is
/// nowhere higher or lower than its points say. The angle is in rad.
pub fn around(points: &[(f64, f64)], angle: f64) -> f64 {
    let count = points.len();
    let place = |index: usize| points[index % count].0.to_radians() + TAU * (index / count) as f64;
    let value = |index: usize| points[index % count].1;
    let at = (angle - place(0)).rem_euclid(TAU) + place(0);
    let index = (0..count).rfind(|index| place(*index) <= at).unwrap_or(0);
    let step = |index: usize| place(index + 1) - place(index);
    let rise = |index: usize| (value(index + 1) - value(index)) / step(index);
    let slope = |index: usize| {
        let (before, after) = (rise((index + count - 1) % count), rise(index % count));
        // The harmonic mean of both sides' slopes, where they agree in sign.
        if before * after <= 0.0 { 0.0 } else { 2.0 * before * after / (before + after) }
    };
    let width = step(index);
    let t = (at - place(index)) / width;
    let [t2, t3] = [t * t, t * t * t];
    (2.0 * t3 - 3.0 * t2 + 1.0) * value(index)
        + (t3 - 2.0 * t2 + t) * width * slope(index)
        + (3.0 * t2 - 2.0 * t3) * value(index + 1)
        + (t3 - t2) * width * slope(index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_goes_through_its_points_and_nowhere_beyond_them(heights in proptest::collection::vec(-80.0..80.0_f64, 3..12)) {
            let step = 360.0 / heights.len() as f64;
            let line: Vec<TrimPoint> = heights
                .iter()
                .enumerate()
                .map(|(index, below_mm)| TrimPoint { around_deg: 7.0 + step * index as f64, below_mm: *below_mm })
                .collect();
            for point in &line {
                prop_assert!((below_mm(&line, point.around_deg.to_radians()) - point.below_mm).abs() < 1e-9);
            }
            let low = heights.iter().copied().fold(f64::INFINITY, f64::min);
            let high = heights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            for degree in -720..720 {
                let height = below_mm(&line, f64::from(degree).to_radians());
                prop_assert!((low - 1e-9..=high + 1e-9).contains(&height), "{height} at {degree}");
            }
        }
    }
}
