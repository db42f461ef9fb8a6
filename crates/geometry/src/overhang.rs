//! What a printer would have to support: faces that look down more steeply than a layer carries itself.

use crate::mesh::{Mesh, Vec3, face_vector};
use crate::query::Surface;
use rayon::prelude::*;

/// A solid on a printer's bed, one way up.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Overhang {
    /// Faces that need support, cm².
    pub area_cm2: f64,
    /// Of these, on the inside, where supports leave marks at the skin's side, cm².
    pub inside_cm2: f64,
    /// The space below them down to the bed or to the part itself, mL.
    #[serde(skip)]
    pub volume_ml: f64,
    /// What stands on the bed, cm².
    #[serde(skip)]
    pub on_bed_cm2: f64,
    /// Length, width and height on the bed, mm.
    pub box_mm: [f64; 3],
}

/// This near to the lowest point a face lies on the bed, mm.
const BED_MM: f64 = 0.3;

/// A face this near to the inside is of the inside, mm.
const SAME_MM: f64 = 0.05;

/// Judges a solid that is printed with `up` upwards; a face needs support where it is less than `angle_deg` from level.
pub fn overhang(solid: &Mesh, inside: Option<&Surface>, up: Vec3, angle_deg: f64) -> Overhang {
    let up = up.normalize_or(Vec3::Z);
    let bed = solid.vertices.iter().map(|vertex| vertex.dot(up)).fold(f64::INFINITY, f64::min);
    let steep = angle_deg.to_radians().cos();
    let surface = Surface::new(solid);
    let judged = |face: usize| -> [f64; 4] {
        let corners = solid.corners(face);
        let vector = face_vector(corners);
        let area = vector.length();
        let down = if area > 0.0 { -vector.dot(up) / area } else { 0.0 };
        if down <= steep {
            return [0.0; 4];
        }
        let middle = corners.iter().sum::<Vec3>() / 3.0;
        let height = middle.dot(up) - bed;
        if height < BED_MM {
            return [0.0, 0.0, 0.0, area];
        }
        let below = surface
            .as_ref()
            .and_then(|surface| surface.along(middle - up * 0.05, -up))
            .map_or(height, |hit| hit.distance);
        let on_inside = inside.is_some_and(|inside| inside.distance_within(middle, 1.0) < SAME_MM);
        [area, if on_inside { area } else { 0.0 }, area * down * below.min(height), 0.0]
    };
    let sum = |a: [f64; 4], b: [f64; 4]| std::array::from_fn(|index| a[index] + b[index]);
    // In the order of the faces, so that any number of threads gives the same sums.
    let rows: Vec<[f64; 4]> = (0..solid.faces.len()).into_par_iter().with_min_len(512).map(judged).collect();
    let [area, inner, volume, on_bed] = rows.into_iter().fold([0.0; 4], sum);
    let (low, high) = solid.bounds();
    let size = high - low;
    Overhang {
        area_cm2: area / 1e2,
        inside_cm2: inner / 1e2,
        volume_ml: volume / 1e3,
        on_bed_cm2: on_bed / 1e2,
        box_mm: [size.x, size.y, size.z],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::combine::rod;

    #[test]
    fn a_lying_rod_needs_its_lower_quarter_supported_and_a_standing_one_nothing() {
        let (radius, long) = (20.0, 60.0);
        let rod = rod(Vec3::ZERO, Vec3::Z * long, radius, 720);
        let standing = overhang(&rod, None, Vec3::Z, 45.0);
        assert!(
            standing.area_cm2 < 1e-9 && (standing.on_bed_cm2 / (std::f64::consts::PI * 4.0) - 1.0).abs() < 1e-3,
            "{standing:?}"
        );
        let lying = overhang(&rod, None, Vec3::X, 45.0);
        // A quarter of the round, less what lies within 0.3 mm of the bed (2 × 9.94°).
        let on_bed = 2.0 * ((radius - BED_MM) / radius).acos();
        let quarter = (std::f64::consts::FRAC_PI_2 - on_bed) * radius * long / 1e2;
        assert!((lying.area_cm2 / quarter - 1.0).abs() < 0.02, "{} {quarter}", lying.area_cm2);
        assert!(lying.volume_ml > 0.0 && lying.volume_ml < 40.0 * 6.0 * 2.0);
    }
}
