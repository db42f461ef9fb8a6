//! Lines and spreads of what a stand measures.

use crate::ensemble::{Band, Spread, spread};

/// A straight line through points, by least squares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Slope.
    pub slope: f64,
    /// Value at nought.
    pub intercept: f64,
    /// Share of the variance that the line explains.
    pub r_squared: f64,
}

impl Line {
    /// The line of least squares; `None` with fewer than three points, or where all lie at one place.
    pub fn through(points: &[(f64, f64)]) -> Option<Self> {
        if points.len() < 3 {
            return None;
        }
        let n = points.len() as f64;
        let (mx, my) = (points.iter().map(|p| p.0).sum::<f64>() / n, points.iter().map(|p| p.1).sum::<f64>() / n);
        let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
        for (x, y) in points {
            xx += (x - mx) * (x - mx);
            xy += (x - mx) * (y - my);
            yy += (y - my) * (y - my);
        }
        if xx == 0.0 {
            return None;
        }
        let slope = xy / xx;
        // R² = S_xy²/(S_xx·S_yy); points on a level line are all explained.
        let r_squared = if yy == 0.0 { 1.0 } else { xy * xy / (xx * yy) };
        Some(Self { slope, intercept: my - slope * mx, r_squared })
    }
}

/// A band from courses of equal length; the first is the central one's.
pub(crate) fn band(courses: &[Vec<f64>]) -> Band {
    let mut band = Band::default();
    for index in 0..courses.first().map_or(0, Vec::len) {
        band.push(spread(courses.iter().map(|course| course[index])));
    }
    band
}

/// The spread of what most reached; none where the central one, or half of them, did not.
pub(crate) fn spread_of_reached(reached: &[Option<f64>]) -> Option<Spread> {
    let central = (*reached.first()?)?;
    let those: Vec<f64> = reached.iter().filter_map(|x| *x).collect();
    (2 * those.len() > reached.len()).then(|| Spread { central, ..spread(those.into_iter()) })
}
