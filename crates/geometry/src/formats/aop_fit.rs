//! A shape of radii taken from a surface, and how far the two differ: what is lost is measured, not assumed.

use super::aop::Shape;
use crate::mesh::Vec3;
use crate::query::{Hit, Surface};

/// A spoke on which a surface has no radius.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum FitError {
    /// The axis runs outside of the surface, or through a hole in it.
    #[error("no surface at {angle_deg:.1}° and {height_mm:.1} mm: the axis must run within the limb, at every slice")]
    NoSurface {
        /// Direction, degrees from +x.
        angle_deg: f64,
        /// Height, mm.
        height_mm: f64,
    },
    /// Fewer than three spokes, fewer than two slices, or heights that do not grow.
    #[error("{spokes} spokes and {slices} slices: at least 3 and 2, at heights that grow")]
    Grid {
        /// Spokes asked for.
        spokes: usize,
        /// Slices asked for.
        slices: usize,
    },
}

/// How far a shape is from the surface it was taken of, along its spokes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Deviation {
    /// Mean of the absolute radial errors, mm. A socket's above 0.25 mm was always unacceptable (Sanders 2012).
    pub mean_mm: f64,
    /// Inter-quartile range of the signed radial errors, mm. Above 0.40 mm a socket needed changes (Sanders 2012).
    pub quartiles_mm: f64,
    /// The greatest, mm.
    pub greatest_mm: f64,
    /// How many places were compared.
    pub compared: usize,
    /// Places with more than one radius (undercuts, folds): only the outermost was compared, the others are lost.
    pub several: usize,
    /// Places where one of both has no surface; not compared.
    pub missing: usize,
}

/// Further out than any limb, mm.
const OUTSIDE: f64 = 10_000.0;
/// Two surfaces this near are one that was met at an edge, mm.
const SAME: f64 = 1e-6;

/// The outermost radius of the surface at a direction and height, mm.
fn radius(surface: &Surface, angle_deg: f64, height_mm: f64) -> Option<f64> {
    let (sin, cos) = angle_deg.to_radians().sin_cos();
    let outward = Vec3::new(cos, sin, 0.0);
    let Hit { distance, .. } = surface.along(outward * OUTSIDE + Vec3::new(0.0, 0.0, height_mm), -outward)?;
    Some(OUTSIDE - distance).filter(|radius| *radius >= 0.0)
}

/// Whether there is surface between the axis and a radius.
fn nearer(surface: &Surface, angle_deg: f64, height_mm: f64, radius: f64) -> bool {
    let (sin, cos) = angle_deg.to_radians().sin_cos();
    surface
        .along(Vec3::new(0.0, 0.0, height_mm), Vec3::new(cos, sin, 0.0))
        .is_some_and(|hit| hit.distance < radius - SAME.max(radius * SAME))
}

impl Shape {
    /// The outermost radii of a surface around the z axis, on `spokes` directions that divide the circle evenly and at
    /// the `heights_mm` given. Side, landmarks and comments are left for the caller.
    ///
    /// # Errors
    /// Where the surface has no radius on a spoke, or the grid is none.
    pub fn of(surface: &Surface, spokes: usize, heights_mm: &[f64]) -> Result<Self, FitError> {
        // No height is the same as, or less than, or not comparable with the one before.
        let grows = heights_mm.windows(2).all(|pair| pair[0] < pair[1]);
        if spokes < 3 || heights_mm.len() < 2 || !grows {
            return Err(FitError::Grid { spokes, slices: heights_mm.len() });
        }
        let angles_deg = Self::spokes(spokes);
        let mut radii_mm = Vec::with_capacity(spokes * heights_mm.len());
        for height_mm in heights_mm {
            for angle_deg in &angles_deg {
                let none = FitError::NoSurface { angle_deg: angle_deg.rem_euclid(360.0), height_mm: *height_mm };
                radii_mm.push(radius(surface, *angle_deg, *height_mm).ok_or(none)?);
            }
        }
        Ok(Self { angles_deg, heights_mm: heights_mm.to_vec(), radii_mm, ..Self::default() })
    }

    /// How far the shape's [`Shape::mesh`] is from the surface, along the radius, at four places in every cell between
    /// two spokes and two slices: on the spokes themselves they agree whatever was lost between them.
    pub fn deviation(&self, surface: &Surface) -> Deviation {
        let Some(own) = Surface::new(&self.mesh()) else { return Deviation::default() };
        let mut found = Deviation::default();
        let mut errors = vec![];
        let turn = |from: f64, to: f64| (from - to).rem_euclid(360.0);
        for heights in self.heights_mm.windows(2) {
            for (spoke, angle) in self.angles_deg.iter().enumerate() {
                let next = self.angles_deg[(spoke + 1) % self.angles_deg.len()];
                for (along, up) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
                    let angle_deg = angle - along * turn(*angle, next);
                    let height_mm = heights[0] + up * (heights[1] - heights[0]);
                    let pair = (radius(&own, angle_deg, height_mm), radius(surface, angle_deg, height_mm));
                    let (Some(is), Some(should)) = pair else {
                        found.missing += 1;
                        continue;
                    };
                    found.several += usize::from(nearer(surface, angle_deg, height_mm, should));
                    errors.push(is - should);
                }
            }
        }
        errors.sort_by(f64::total_cmp);
        let count = errors.len();
        if count > 0 {
            found.compared = count;
            found.mean_mm = errors.iter().map(|error| error.abs()).sum::<f64>() / count as f64;
            found.quartiles_mm = errors[(count * 3 / 4).min(count - 1)] - errors[count / 4];
            found.greatest_mm = errors[0].abs().max(errors[count - 1].abs());
        }
        found
    }
}
