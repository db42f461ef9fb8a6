//! A rigid surface as radii of rays: rows of spokes around a point and an axis, smooth between them.
//!
//! Below the point the rays leave it from straight down to horizontal, row by row; above it they leave the vertical axis. Between
//! rays the radius is a cubic in both directions with a continuous slope (Catmull and Rom), and so are gap and normal.

use super::contact::{Level, Rigid};
use crate::Vec3;
use std::f64::consts::{FRAC_PI_2, TAU};

/// The rays.
#[derive(Clone, Debug, PartialEq)]
pub struct Rays {
    /// The point, mm.
    pub centre: Vec3,
    /// Rays around: even.
    pub spokes: usize,
    /// The row that is horizontal; row 0 is straight down.
    pub fan_rows: usize,
    /// Distance of the rows above, mm.
    pub row_mm: f64,
    /// Radii, mm: rows of spokes from below.
    radii: Vec<f64>,
}

/// Weights of four neighbours and their slopes, `t` after the second.
fn weights(t: f64) -> [[f64; 4]; 2] {
    let (t2, t3) = (t * t, t * t * t);
    [
        [
            (2.0 * t2 - t - t3) / 2.0,
            (2.0 - 5.0 * t2 + 3.0 * t3) / 2.0,
            (t + 4.0 * t2 - 3.0 * t3) / 2.0,
            (t3 - t2) / 2.0,
        ],
        [
            (4.0 * t - 1.0 - 3.0 * t2) / 2.0,
            (9.0 * t2 - 10.0 * t) / 2.0,
            (1.0 + 8.0 * t - 9.0 * t2) / 2.0,
            (3.0 * t2 - 2.0 * t) / 2.0,
        ],
    ]
}

impl Rays {
    /// Measures a radius along every ray, row by row from below, from its origin and direction; nothing where one has none, or with fewer than four
    /// spokes or rows, an odd number of spokes, or no height.
    pub fn new(
        centre: Vec3,
        [spokes, fan_rows, rows]: [usize; 3],
        row_mm: f64,
        mut radius: impl FnMut(Vec3, Vec3) -> Option<f64>,
    ) -> Option<Self> {
        if spokes < 4 || !spokes.is_multiple_of(2) || fan_rows < 2 || rows < fan_rows + 2 || row_mm.is_nan() {
            return None;
        }
        let mut rays = Self { centre, spokes, fan_rows, row_mm, radii: vec![] };
        for row in 0..rows {
            for spoke in 0..spokes {
                let (origin, direction) = rays.ray(row, spoke);
                let radius = radius(origin, direction).filter(|radius| radius.is_finite() && *radius > 0.0)?;
                rays.radii.push(radius);
            }
        }
        // Straight down there is one ray.
        let mean = rays.radii[..spokes].iter().sum::<f64>() / spokes as f64;
        rays.radii[..spokes].fill(mean);
        (row_mm > 0.0).then_some(rays)
    }

    /// Origin and direction of a ray.
    pub fn ray(&self, row: usize, spoke: usize) -> (Vec3, Vec3) {
        let (sine, cosine) = (TAU * spoke as f64 / self.spokes as f64).sin_cos();
        if row <= self.fan_rows {
            let (reach, down) = (FRAC_PI_2 * row as f64 / self.fan_rows as f64).sin_cos();
            return (self.centre, Vec3::new(reach * cosine, reach * sine, -down));
        }
        (self.centre + Vec3::Z * (row - self.fan_rows) as f64 * self.row_mm, Vec3::new(cosine, sine, 0.0))
    }

    /// Rows.
    pub fn rows(&self) -> usize {
        self.radii.len() / self.spokes
    }

    /// The height of the highest row, mm.
    pub fn top(&self) -> f64 {
        self.centre.z + (self.rows() - 1 - self.fan_rows) as f64 * self.row_mm
    }

    /// Of a ray; below straight down it is the other side's.
    fn radius(&self, row: isize, spoke: usize) -> f64 {
        let (row, turn) = if row < 0 { (-row, self.spokes / 2) } else { (row, 0) };
        let row = (row as usize).min(self.rows() - 1);
        self.radii[row * self.spokes + (spoke + turn) % self.spokes]
    }

    /// Radius at a row and an angle, and its slopes by row and by angle.
    fn at(&self, row: f64, angle: f64) -> [f64; 3] {
        let around = angle.rem_euclid(TAU) / TAU * self.spokes as f64;
        let (spoke, below) = (around.floor(), row.floor());
        let ([w, dw], [v, dv]) = (weights(around - spoke), weights(row - below));
        let mut out = [0.0; 3];
        for i in 0..4 {
            for k in 0..4 {
                // Counted from the one before; never below none.
                let spoke = spoke as usize + self.spokes + k - 1;
                let radius = self.radius(below as isize + i as isize - 1, spoke);
                out[0] += v[i] * w[k] * radius;
                out[1] += dv[i] * w[k] * radius;
                out[2] += v[i] * dw[k] * radius;
            }
        }
        out[2] *= self.spokes as f64 / TAU;
        out
    }

    fn slope(&self, at: Vec3) -> Option<(f64, Vec3)> {
        /// So near to the axis a direction is no more.
        const NEAR: f64 = 1e-3;
        let p = at - self.centre;
        let flat = p.x.hypot(p.y);
        let angle = if flat > 0.0 { p.y.atan2(p.x) } else { 0.0 };
        let (sine, cosine) = angle.sin_cos();
        let (out, round) = (Vec3::new(cosine, sine, 0.0), Vec3::new(-sine, cosine, 0.0));
        if p.z > 0.0 {
            let row = self.fan_rows as f64 + p.z / self.row_mm;
            if row > (self.rows() - 1) as f64 || flat < NEAR {
                return None;
            }
            let [radius, by_row, by_angle] = self.at(row, angle);
            return Some((radius - flat, round * (by_angle / flat) + Vec3::Z * (by_row / self.row_mm) - out));
        }
        let far = p.length();
        if far < NEAR {
            return None;
        }
        // Straight down every angle is the same point; so far beside it the slope around is no rounding yet.
        let down = flat.atan2(-p.z).max(1e-9);
        let step = FRAC_PI_2 / self.fan_rows as f64;
        let [radius, by_row, by_angle] = self.at(down / step, angle);
        let (s, c) = down.sin_cos();
        let up = out * c + Vec3::Z * s;
        Some((radius - far, round * (by_angle / (far * s)) + up * (by_row / step / far) - p / far))
    }
}

impl Rigid for Rays {
    fn level(&self, at: Vec3) -> Option<Level> {
        /// Step of the second derivatives, mm: they steer only.
        const STEP: f64 = 1e-4;
        let (value, slope) = self.slope(at)?;
        let mut curve = [[0.0; 3]; 3];
        for (axis, way) in [Vec3::X, Vec3::Y, Vec3::Z].into_iter().enumerate() {
            if let (Some((_, low)), Some((_, high))) = (self.slope(at - way * STEP), self.slope(at + way * STEP)) {
                let change = (high - low) / (2.0 * STEP);
                for (other, part) in change.to_array().into_iter().enumerate() {
                    curve[axis][other] += part / 2.0;
                    curve[other][axis] += part / 2.0;
                }
            }
        }
        Some(Level { value, slope, curve })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bowl that is no circle: wider along x, with a bump.
    fn bowl() -> Rays {
        Rays::new(Vec3::new(1.0, 2.0, 3.0), [48, 12, 24], 6.0, |_, way| {
            Some(50.0 + 3.0 * way.x * way.x - 2.0 * way.y + 1.5 * way.z * way.x)
        })
        .unwrap()
    }

    #[test]
    fn the_slope_is_that_of_the_level_everywhere() {
        let bowl = bowl();
        for at in [
            [30.0, 10.0, -20.0],
            [-5.0, 3.0, -45.0],
            [20.0, -40.0, 17.0],
            [-40.0, 5.0, 30.0],
            [1.0, 2.5, -46.0],
            [1.00004, 2.00003, -46.0],
        ] {
            let at = Vec3::from_array(at);
            let level = bowl.level(at).unwrap();
            for (axis, way) in [Vec3::X, Vec3::Y, Vec3::Z].into_iter().enumerate() {
                let h = 1e-5;
                let change = bowl.level(at + way * h).unwrap().value - bowl.level(at - way * h).unwrap().value;
                let slope = change / (2.0 * h);
                // Beside the axis the angle turns with the step: what is cubic between spokes shows.
                let close = if (at - bowl.centre).with_z(0.0).length() < 0.01 { 5e-5 } else { 1e-6 };
                assert!((slope - level.slope.to_array()[axis]).abs() < close, "{at:?} {slope} {:?}", level.slope);
            }
        }
    }

    #[test]
    fn at_a_ray_the_surface_is_its_radius_and_between_them_it_is_as_smooth_as_what_was_measured() {
        let bowl = bowl();
        for (row, spoke) in [(3, 7), (12, 0), (18, 31)] {
            let (origin, way) = bowl.ray(row, spoke);
            let radius = bowl.radius(row as isize, spoke);
            assert!(bowl.level(origin + way * radius).unwrap().value.abs() < 1e-9);
        }
        // Half between rays, below the point: within microns of the formula.
        let (sine, cosine) = (TAU * 5.5 / 48.0).sin_cos();
        let (reach, down) = (FRAC_PI_2 * 7.5 / 12.0).sin_cos();
        let way = Vec3::new(reach * cosine, reach * sine, -down);
        let formula = 50.0 + 3.0 * way.x * way.x - 2.0 * way.y + 1.5 * way.z * way.x;
        let off = bowl.level(bowl.centre + way * formula).unwrap().value;
        assert!(off.abs() < 2e-3, "{off}");
        assert!(bowl.level(Vec3::new(10.0, 0.0, bowl.top() + 0.1)).is_none());
    }

    #[test]
    fn too_few_rays_are_none() {
        assert!(Rays::new(Vec3::ZERO, [7, 4, 9], 1.0, |_, _| Some(1.0)).is_none());
        assert!(Rays::new(Vec3::ZERO, [8, 4, 9], 1.0, |_, _| None).is_none());
        assert!(Rays::new(Vec3::ZERO, [8, 4, 9], -1.0, |_, _| Some(1.0)).is_none());
    }
}
