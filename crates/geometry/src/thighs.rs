//! Five thighs with known answers, built like a scan: conical, cylindrical, bulbous, short and long.
//!
//! Sections are ellipses of equal area to circles whose radius runs linearly from the ischial tuberosity to the dome: so volume
//! and section areas have formulas, whatever the proportion of the ellipses. Above the tuberosity the scan ends low on the medial
//! side, where the perineum is, and high on the lateral one.

use crate::mesh::{Mesh, Vec3};
use crate::shapes::{Detail, swept};
use domain::limb::Side;
use std::f64::consts::{FRAC_PI_2, PI};

/// A thigh, mm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thigh {
    /// From the ischial tuberosity to the distal end.
    pub length: f64,
    /// Radius of the circle of equal area at the tuberosity.
    pub radius: f64,
    /// The same where the dome begins.
    pub distal_radius: f64,
    /// Height of the dome, half an ellipsoid.
    pub dome: f64,
    /// Mediolateral over anteroposterior width at the tuberosity; 1 at the dome.
    pub ml_over_ap: f64,
    /// The scan's edge above the tuberosity on the medial side, and on the lateral one.
    pub edge: [f64; 2],
}

impl Thigh {
    /// Tapers to two thirds.
    pub const CONICAL: Self = Self { distal_radius: 58.0, ..Self::CYLINDRICAL };
    /// As wide at its end as at its top.
    pub const CYLINDRICAL: Self =
        Self { length: 270.0, radius: 86.0, distal_radius: 82.0, dome: 60.0, ml_over_ap: 1.12, edge: [22.0, 95.0] };
    /// Wider near its end than at its top.
    pub const BULBOUS: Self = Self { radius: 80.0, distal_radius: 90.0, ..Self::CYLINDRICAL };
    /// Hardly longer than wide.
    pub const SHORT: Self = Self { length: 150.0, distal_radius: 74.0, dome: 55.0, ..Self::CYLINDRICAL };
    /// Through the lower third of the femur.
    pub const LONG: Self = Self { length: 380.0, distal_radius: 62.0, ..Self::CYLINDRICAL };
    /// All five with their names.
    pub const ALL: [(&str, Self); 5] = [
        ("conical", Self::CONICAL),
        ("cylindrical", Self::CYLINDRICAL),
        ("bulbous", Self::BULBOUS),
        ("short", Self::SHORT),
        ("long", Self::LONG),
    ];

    /// Radius of the circle as large as the section `below` the tuberosity.
    pub fn radius_at(&self, below: f64) -> f64 {
        let wall = self.length - self.dome;
        if below <= 0.0 {
            return self.radius;
        }
        if below < wall {
            return self.radius + (self.distal_radius - self.radius) * below / wall;
        }
        let depth = ((below - wall) / self.dome).min(1.0);
        self.distal_radius * (1.0 - depth * depth).sqrt()
    }

    /// Volume below the tuberosity, mL: a frustum and half an ellipsoid.
    pub fn volume_ml(&self) -> f64 {
        let (a, b, wall) = (self.radius, self.distal_radius, self.length - self.dome);
        (PI * wall / 3.0 * (a * a + a * b + b * b) + 2.0 / 3.0 * PI * b * b * self.dome) / 1e3
    }

    /// The mesh in the limb's axes, its tuberosity level at z = 0.
    pub fn mesh(&self, side: Side, detail: Detail) -> Mesh {
        /// Share of the rings that the dome has.
        const DOME: f64 = 0.35;
        let lateral = if side == Side::Left { 1.0 } else { -1.0 };
        let wall = self.length - self.dome;
        let [medial_edge, lateral_edge] = self.edge;
        swept(detail, |along, angle| {
            let z = if along < DOME {
                -wall - self.dome * (along / DOME * FRAC_PI_2).cos()
            } else {
                let share = 0.5 * (1.0 + lateral * angle.sin());
                let top = medial_edge + (lateral_edge - medial_edge) * share * share;
                -wall + (top + wall) * (along - DOME) / (1.0 - DOME)
            };
            let proportion = 1.0 + (self.ml_over_ap - 1.0) * ((z + wall) / wall).clamp(0.0, 1.0);
            let (radius, wide) = (self.radius_at(-z), proportion.sqrt());
            Vec3::new(radius / wide * angle.cos(), radius * wide * angle.sin(), z)
        })
    }

    /// A landmark of it on its skin: from anterior towards lateral, degrees, below the tuberosity.
    pub fn point(&self, side: Side, around_deg: f64, below: f64) -> Vec3 {
        let lateral = if side == Side::Left { 1.0 } else { -1.0 };
        let wall = self.length - self.dome;
        let wide = (1.0 + (self.ml_over_ap - 1.0) * (1.0 - below / wall).clamp(0.0, 1.0)).sqrt();
        let (sine, cosine) = around_deg.to_radians().sin_cos();
        let radius = self.radius_at(below);
        Vec3::new(radius / wide * cosine, lateral * radius * wide * sine, -below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limb::{Limb, measure};
    use crate::pose::{Hints, PoseError};
    use domain::limb::AmputationLevel;
    use domain::technique::Landmark;
    use parry3d_f64::glamx::DMat3;

    const DETAIL: Detail = Detail { rings: 140, around: 120 };

    fn hints(thigh: &Thigh, side: Side, moved: impl Fn(Vec3) -> Vec3) -> Hints {
        let at = |around, below| moved(thigh.point(side, around, below));
        let landmarks = [
            (Landmark::IschialTuberosity, at(225.0, 0.0)),
            (Landmark::GreaterTrochanter, at(90.0, -60.0)),
            (Landmark::AdductorLongus, at(315.0, 15.0)),
        ];
        Hints { landmarks: landmarks.into(), ..Hints::default() }
    }

    #[test]
    fn each_has_the_volume_of_its_formula_and_both_sides_are_mirrored() {
        for (name, thigh) in Thigh::ALL {
            for side in [Side::Left, Side::Right] {
                let mesh = thigh.mesh(side, DETAIL);
                let limb =
                    Limb::new(&mesh, &[], side, AmputationLevel::Transfemoral, &hints(&thigh, side, |at| at)).unwrap();
                let sheet = measure(&limb, 20.0);
                assert!((sheet.volume_ml / thigh.volume_ml() - 1.0).abs() < 3e-3, "{name} {}", sheet.volume_ml);
                assert!((sheet.length_mm - thigh.length).abs() < 0.5, "{name}");
                let top = sheet.sections.iter().find(|row| row.below_mm == 0.0).unwrap();
                assert!((top.ml_mm / top.ap_mm - thigh.ml_over_ap).abs() < 5e-3, "{name}: {top:?}");
                assert!(limb.pose.front.is_sure() && limb.pose.level.is_sure());
                assert!((limb.around_deg(limb.landmarks[&Landmark::GreaterTrochanter].point) - 90.0).abs() < 1.0);
                assert!((limb.top_z() - thigh.edge[0]).abs() < 2.0, "{name} {}", limb.top_z());
                // None of a shank's landmarks, and what nobody placed is assumed.
                assert!(limb.landmarks.keys().all(|landmark| landmark.is_of(AmputationLevel::Transfemoral)));
                assert!(!limb.landmarks[&Landmark::Perineum].found.is_sure());
            }
        }
    }

    #[test]
    fn what_a_scan_lacks_below_the_tuberosity_is_not_measured_as_limb() {
        // The scan's edge runs from 100 mm below the tuberosity, medial, to 20 mm below it.
        let thigh = Thigh { edge: [-100.0, -20.0], ..Thigh::CYLINDRICAL };
        for side in [Side::Left, Side::Right] {
            let mesh = thigh.mesh(side, DETAIL);
            let given = Hints { anterior: Some(Vec3::X), limb_length_mm: Some(thigh.length), ..Hints::default() };
            let limb = Limb::new(&mesh, &[], side, AmputationLevel::Transfemoral, &given).unwrap();
            let found = measure(&limb, 20.0).volume_ml;
            // A cylinder lacks at least its highest 20 mm, and at most its highest 100 mm.
            let slice = std::f64::consts::PI * thigh.radius * thigh.radius / 1e3;
            let (most, least) = (thigh.volume_ml() - 20.0 * slice, thigh.volume_ml() - 100.0 * slice);
            assert!((least..most).contains(&found), "{found} of {}, {least} to {most}", thigh.volume_ml());
        }
    }

    #[test]
    fn in_any_pose_the_trochanter_tells_the_front_and_the_tuberosity_the_level() {
        for side in [Side::Left, Side::Right] {
            let thigh = Thigh::CONICAL;
            let turn = DMat3::from_axis_angle(Vec3::new(0.4, -1.0, 0.3).normalize(), 2.1);
            let moved = |at: Vec3| turn * at + Vec3::new(400.0, -20.0, 90.0);
            let mesh = thigh.mesh(side, DETAIL).mapped(moved);
            let given = Hints { proximal: Some(turn * Vec3::Z), ..hints(&thigh, side, moved) };
            let limb = Limb::new(&mesh, &[], side, AmputationLevel::Transfemoral, &given).unwrap();
            let volume = limb.volume_below_ml(0.0);
            assert!((volume / thigh.volume_ml() - 1.0).abs() < 5e-3, "{volume}");
            let front = limb.pose.to_limb(moved(thigh.point(side, 0.0, 80.0)));
            let around = limb.around_deg(front);
            assert!(!(3.0..357.0).contains(&around), "{around}");
        }
    }

    #[test]
    fn a_thigh_without_a_word_has_no_sure_front_level_or_landmark_but_its_end() {
        let mesh = Thigh::CONICAL.mesh(Side::Right, DETAIL);
        let limb = Limb::new(&mesh, &[], Side::Right, AmputationLevel::Transfemoral, &Hints::default()).unwrap();
        assert!(!limb.pose.front.is_sure() && !limb.pose.level.is_sure());
        for (landmark, placed) in &limb.landmarks {
            assert_eq!(placed.found.is_sure(), *landmark == Landmark::DistalEnd, "{landmark:?}");
        }
    }

    #[test]
    fn a_mirrored_thigh_is_refused_by_each_landmark_that_has_a_side() {
        let thigh = Thigh::CONICAL;
        let mesh = thigh.mesh(Side::Left, DETAIL);
        for (landmark, around) in [
            (Landmark::GreaterTrochanter, 90.0),
            (Landmark::IschialTuberosity, 225.0),
            (Landmark::AdductorLongus, 315.0),
            (Landmark::Perineum, 270.0),
        ] {
            let at = thigh.point(Side::Left, around, 5.0);
            let given = Hints { anterior: Some(Vec3::X), landmarks: [(landmark, at)].into(), ..Hints::default() };
            let level = AmputationLevel::Transfemoral;
            assert!(Limb::new(&mesh, &[], Side::Left, level, &given).is_ok(), "{landmark:?}");
            let mirrored = Limb::new(&mesh, &[], Side::Right, level, &given).unwrap_err();
            assert!(matches!(&mirrored, PoseError::Mirrored { landmark: on, .. } if *on == landmark), "{mirrored}");
        }
    }
}
