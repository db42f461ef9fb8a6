//! The limb: its skin in its own axes, where its landmarks are, and what a tape and a tank of water would measure.

use crate::clean::closed;
use crate::mesh::{Mesh, Vec3, face_vector};
use crate::pose::{Found, Hints, Pose, PoseError, orient};
use crate::query::Surface;
use crate::slices::{Section, sections};
use domain::limb::{AmputationLevel, Side};
use domain::technique::Landmark;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::f64::consts::PI;
use texts::Wording;

/// A residual limb in its axes: +x anterior, +y the patient's left, +z proximal, z = 0 the level that heights are
/// counted from: mid-patellar tendon or ischial tuberosity.
#[derive(Clone, Debug)]
pub struct Limb {
    /// The skin (or the liner, where it was scanned over it).
    pub skin: Mesh,
    /// Bones that came with the scan.
    pub bones: Vec<Mesh>,
    /// The patient's side.
    pub side: Side,
    /// Where it was amputated: heights are counted from that level's reference.
    pub level: AmputationLevel,
    /// How it was brought into its axes.
    pub pose: Pose,
    /// The landmarks.
    pub landmarks: BTreeMap<Landmark, Placed>,
}

/// A landmark on the skin.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Where, in the limb's axes, mm.
    pub point: Vec3,
    /// How it was found.
    pub found: Found,
}

impl Limb {
    /// Brings a cleaned scan into the limb's axes.
    ///
    /// # Errors
    /// A scan without extent, or landmarks that contradict the side.
    pub fn new(
        skin: &Mesh,
        bones: &[Mesh],
        side: Side,
        level: AmputationLevel,
        hints: &Hints,
    ) -> Result<Self, PoseError> {
        let pose = orient(skin, bones, side, level, hints)?;
        let skin = skin.mapped(|point| pose.to_limb(point));
        let bones: Vec<Mesh> = bones.iter().map(|bone| bone.mapped(|point| pose.to_limb(point))).collect();
        let mut limb = Self { skin, bones, side, level, pose, landmarks: BTreeMap::new() };
        if let Some(offset_mm) = limb.medial_fibula() {
            return Err(PoseError::Mirrored { landmark: Landmark::FibularHead, offset_mm, side });
        }
        limb.landmarks = limb.locate(hints);
        Ok(limb)
    }

    /// Leaves out every face of the skin that reaches above a height, mm.
    pub fn crop(&mut self, height: f64) {
        let skin = &mut self.skin;
        skin.faces.retain(|face| face.iter().all(|vertex| skin.vertices[*vertex as usize].z <= height));
        let mut kept = vec![u32::MAX; skin.vertices.len()];
        let mut vertices = vec![];
        for vertex in skin.faces.iter_mut().flatten() {
            let place = &mut kept[*vertex as usize];
            if *place == u32::MAX {
                *place = vertices.len() as u32;
                vertices.push(skin.vertices[*vertex as usize]);
            }
            *vertex = *place;
        }
        skin.vertices = vertices;
    }

    /// The distal end's height, mm: negative.
    pub fn distal_z(&self) -> f64 {
        self.skin.bounds().0.z
    }

    /// From the level that heights are counted from to the distal end, mm.
    pub fn length_mm(&self) -> f64 {
        -self.distal_z()
    }

    /// The highest section that is closed all around, mm: what lies above it is the edge of the scan.
    pub fn top_z(&self) -> f64 {
        const STEPS: usize = 400;
        let (low, high) = self.skin.bounds();
        let height = |step: usize| high.z - (high.z - low.z) * step as f64 / STEPS as f64;
        let closed = |section: &Section| section.contours.first().is_some_and(|contour| contour.closed);
        // A few at a time: most scans are closed right below their edge.
        (0..STEPS)
            .step_by(16)
            .find_map(|first| {
                let heights: Vec<f64> = (first..first + 16).map(height).collect();
                sections(&self.skin, &heights).iter().find(|section| closed(section)).map(|section| section.height)
            })
            .unwrap_or(low.z)
    }

    /// An angle from anterior towards lateral, degrees, as one counter-clockwise seen from proximal, rad.
    pub fn angle(&self, around_deg: f64) -> f64 {
        around_deg.to_radians() * if self.side == Side::Left { 1.0 } else { -1.0 }
    }

    /// Where a point lies around the limb, degrees from anterior towards lateral.
    pub fn around_deg(&self, point: Vec3) -> f64 {
        self.around_from(point, self.centre(point.z))
    }

    /// The same around a centre that is known.
    pub fn around_from(&self, point: Vec3, centre: Vec3) -> f64 {
        let from = point - centre;
        (from.y.atan2(from.x) * self.angle(1.0_f64.to_degrees())).to_degrees().rem_euclid(360.0)
    }

    /// Volume of the limb below a height, mL. Exact for the mesh whatever its top is like: the flux of (0, 0, z − h)
    /// through the plane z = h is nothing, so the cut needs no cap.
    pub fn volume_below_ml(&self, height: f64) -> f64 {
        below(&self.skin, height).0 / 1e3
    }

    /// Volume below the level that heights are counted from, mL. Where the scan ends below that level on one side, what is
    /// missing there is closed across the edge and not invented: the flux through the level alone would count it.
    fn measured_ml(&self) -> f64 {
        if self.top_z() >= 0.0 {
            return self.volume_below_ml(0.0);
        }
        below(&closed(&self.skin), 0.0).0 / 1e3
    }

    /// Area of the skin below a height, cm².
    pub fn area_below_cm2(&self, height: f64) -> f64 {
        below(&self.skin, height).1 / 1e2
    }

    /// Volume of bone below a height, mL; nothing without bones.
    pub fn bone_below_ml(&self, height: f64) -> Option<f64> {
        (!self.bones.is_empty()).then(|| self.bones.iter().map(|bone| below(bone, height).0).sum::<f64>() / 1e3)
    }

    /// Mean thickness of the soft tissue between skin and bone over the skin below a height, mm; nothing without bones.
    pub fn tissue_to_bone_mm(&self, height: f64) -> Option<f64> {
        let surfaces: Vec<Surface> = self.bones.iter().filter_map(Surface::new).collect();
        let far = (self.skin.bounds().1 - self.skin.bounds().0).length();
        let thickness = |corners: [Vec3; 3]| {
            let middle = (corners[0] + corners[1] + corners[2]) / 3.0;
            let nearest = |reach: f64, bone: &Surface| bone.distance_within(middle, reach);
            (middle.z < height).then(|| (surfaces.iter().fold(far, nearest), face_vector(corners).length()))
        };
        let faces: Vec<Option<(f64, f64)>> =
            (0..self.skin.faces.len()).into_par_iter().map(|face| thickness(self.skin.corners(face))).collect();
        let (sum, area) = faces
            .iter()
            .flatten()
            .fold((0.0, 0.0), |(sum, area), (thickness, share)| (sum + thickness * share, area + share));
        (!surfaces.is_empty() && area > 0.0).then(|| sum / area)
    }

    /// Landmarks as the user placed them, from the bones, or where anatomy has them on the mean.
    fn locate(&self, hints: &Hints) -> BTreeMap<Landmark, Placed> {
        let length = self.length_mm();
        let by_anatomy = |landmark| match landmark {
            Landmark::MidPatellarTendon => (0.0, 0.0),
            Landmark::FibularHead => (100.0, -0.12 * length),
            Landmark::TibialCrest => (0.0, -0.5 * length),
            Landmark::DistalTibia => (0.0, -0.85 * length),
            Landmark::Popliteal => (180.0, 0.0),
            Landmark::DistalEnd => (0.0, -length),
            // Ours to look at, never to press on: behind and medial, lateral, in front and medial, medial, in front and lateral.
            Landmark::IschialTuberosity => (225.0, 0.0),
            Landmark::GreaterTrochanter => (95.0, 0.2 * length),
            Landmark::AdductorLongus => (315.0, -0.05 * length),
            Landmark::Perineum => (270.0, 0.0),
            Landmark::DistalFemur => (45.0, -0.85 * length),
        };
        let skin = Surface::new(&self.skin);
        let on_skin = |around_deg: f64, z: f64| {
            let centre = self.centre(z);
            let (sine, cosine) = self.angle(around_deg).sin_cos();
            let direction = Vec3::new(cosine, sine, 0.0);
            let hit = skin.as_ref().and_then(|skin| skin.along(centre, direction)).map(|hit| hit.point);
            // A thigh's scan often ends below the hip: what would lie above it is nowhere.
            hit.or((self.level == AmputationLevel::Transtibial).then_some(centre))
        };
        let fibula = self.fibular_head().filter(|_| Landmark::FibularHead.is_of(self.level));
        Landmark::ALL
            .into_iter()
            .filter(|landmark| landmark.is_of(self.level))
            .filter_map(|landmark| {
                let (around, z) = by_anatomy(landmark);
                let placed = if let Some(point) = hints.landmarks.get(&landmark) {
                    Placed {
                        point: self.pose.to_limb(*point),
                        found: Found::placed(Wording::new("landmark_found-placed")),
                    }
                } else if landmark == Landmark::DistalEnd {
                    let lowest = self.skin.vertices.iter().copied().min_by(|a, b| a.z.total_cmp(&b.z));
                    Placed {
                        point: lowest.unwrap_or_default(),
                        found: Found::seen(Wording::new("landmark_found-lowest_point")),
                    }
                } else if let (Landmark::FibularHead, Some(head)) = (landmark, fibula) {
                    let nearest = skin.as_ref().map_or(head, |skin| skin.nearest(head).point);
                    Placed { point: nearest, found: Found::seen(Wording::new("landmark_found-top_of_the_fibula")) }
                } else {
                    let how = Wording::new("landmark_found-by_anatomy");
                    Placed { point: on_skin(around, z)?, found: Found::assumed(how) }
                };
                Some((landmark, placed))
            })
            .collect()
    }

    /// The centre of the section at a height, mm.
    pub fn centre(&self, z: f64) -> Vec3 {
        let (low, high) = self.skin.bounds();
        let inside = z.clamp(low.z + 0.05 * (high.z - low.z), high.z - 0.01 * (high.z - low.z));
        let section = sections(&self.skin, &[inside]).pop();
        section.filter(|section| section.area > 0.0).map_or(Vec3::Z * z, |section| section.centroid.with_z(z))
    }

    /// How far the fibula lies on the medial side, mm, where the scan has it beside the tibia and the front is sure: the
    /// scan is mirrored then, or the side is wrong.
    fn medial_fibula(&self) -> Option<f64> {
        /// Nearer than this to the plane through axis and front no side is told, mm (`concord_assumption`: the heads of
        /// published limbs lie 20 to 40 mm off it).
        const NEAREST_MM: f64 = 8.0;
        let bones = self.long_bones();
        if self.level != AmputationLevel::Transtibial || bones.len() < 2 || !self.pose.front.is_sure() {
            return None;
        }
        let head = Self::thinnest_top(&bones)?;
        let lateral = if self.side == Side::Left { 1.0 } else { -1.0 };
        let offset = -(head.y - self.centre(head.z).y) * lateral;
        (offset > NEAREST_MM).then_some(offset)
    }

    /// Bones that run down at least a third of the limb, from below the knee.
    fn long_bones(&self) -> Vec<&Mesh> {
        let long = |bone: &&Mesh| {
            let (low, high) = bone.bounds();
            high.z < 40.0 && low.z < -0.3 * self.length_mm() && high.z - low.z > 0.3 * self.length_mm()
        };
        self.bones.iter().filter(long).collect()
    }

    fn thinnest_top(bones: &[&Mesh]) -> Option<Vec3> {
        let thinnest = bones.iter().min_by(|a, b| a.volume().abs().total_cmp(&b.volume().abs()))?;
        thinnest.vertices.iter().copied().max_by(|a, b| a.z.total_cmp(&b.z))
    }

    /// The top of the bone that is thinnest among those that run down at least a third of the limb, on the lateral side.
    fn fibular_head(&self) -> Option<Vec3> {
        let lateral = if self.side == Side::Left { 1.0 } else { -1.0 };
        let head = Self::thinnest_top(&self.long_bones())?;
        ((head.y - self.centre(head.z).y) * lateral > 0.0).then_some(head)
    }
}

/// Volume (mm³) and area (mm²) of the part of a mesh below a height.
fn below(mesh: &Mesh, height: f64) -> (f64, f64) {
    let (mut volume, mut area) = (0.0, 0.0);
    let mut add = |corners: [Vec3; 3]| {
        let vector = face_vector(corners);
        let mean = corners.iter().map(|corner| corner.z - height).sum::<f64>() / 3.0;
        volume += vector.z * mean;
        area += vector.length();
    };
    for corners in mesh.triangles() {
        let under = corners.iter().filter(|corner| corner.z < height).count();
        if under == 3 {
            add(corners);
        } else if under > 0 {
            // The corner that is alone on its side first; the plane cuts the two edges that leave it.
            let alone = (0..3).find(|at| (corners[*at].z < height) == (under == 1)).unwrap_or(0);
            let [a, b, c] = [corners[alone], corners[(alone + 1) % 3], corners[(alone + 2) % 3]];
            let cut = |to: Vec3| a + (to - a) * ((height - a.z) / (to.z - a.z));
            if under == 1 {
                add([a, cut(b), cut(c)]);
            } else {
                add([cut(b), b, c]);
                add([cut(b), c, cut(c)]);
            }
        }
    }
    (volume, area)
}

/// What is written on a measurement sheet.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Measurements {
    /// From the level that heights are counted from to the distal end, mm.
    pub length_mm: f64,
    /// Volume below the level that heights are counted from, mL.
    pub volume_ml: f64,
    /// Skin below that level, cm².
    pub skin_area_cm2: f64,
    /// Circumference 40 mm above the distal end over that at the level, by tape: below 1 conical.
    pub shape_index: f64,
    /// Bone below that level, mL, where the scan has bones.
    pub bone_ml: Option<f64>,
    /// Mean soft tissue between skin and bone below that level, mm, where the scan has bones.
    pub tissue_to_bone_mm: Option<f64>,
    /// Sections from proximal to distal.
    pub sections: Vec<Row>,
}

/// One section of a measurement sheet.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Row {
    /// Below the level that heights are counted from, mm.
    pub below_mm: f64,
    /// What a tape reads, mm (it bridges hollows).
    pub circumference_mm: f64,
    /// Along the skin, mm.
    pub perimeter_mm: f64,
    /// Area, cm².
    pub area_cm2: f64,
    /// Anteroposterior width, mm.
    pub ap_mm: f64,
    /// Mediolateral width, mm.
    pub ml_mm: f64,
}

/// The liner rule's height above the distal end, mm (`ottobock_ti_218`).
const LINER_HEIGHT_MM: f64 = 40.0;

/// Measures a limb at heights below that level `step_mm` apart, from its scan's top to its distal end.
pub fn measure(limb: &Limb, step_mm: f64) -> Measurements {
    let top = (limb.top_z() / step_mm).floor() as i64;
    let end = (limb.distal_z() / step_mm).ceil() as i64;
    let heights: Vec<f64> = (end..=top).rev().map(|step| step as f64 * step_mm).collect();
    let rows = sections(&limb.skin, &heights)
        .into_iter()
        .filter(|section| section.area > 0.0)
        .map(|section| Row {
            below_mm: 0.0 - section.height,
            circumference_mm: section.tape,
            perimeter_mm: section.perimeter,
            area_cm2: section.area / 1e2,
            ap_mm: section.width_ap,
            ml_mm: section.width_ml,
        })
        .collect();
    let tape = sections(&limb.skin, &[limb.distal_z() + LINER_HEIGHT_MM, 0.0]);
    Measurements {
        length_mm: limb.length_mm(),
        volume_ml: limb.measured_ml(),
        skin_area_cm2: limb.area_below_cm2(0.0),
        shape_index: tape[0].tape / tape[1].tape.max(f64::MIN_POSITIVE),
        bone_ml: limb.bone_below_ml(0.0),
        tissue_to_bone_mm: limb.tissue_to_bone_mm(0.0),
        sections: rows,
    }
}

/// The limb a tape describes: its circumferences as circles around one axis, closed by half an ellipsoid, and above the
/// first measurement, where nothing is known, as wide as there up to `above_mm`.
pub fn from_tape(limb: &domain::limb::ResidualLimb, above_mm: f64) -> Mesh {
    const AROUND: usize = 96;
    const ROWS: usize = 160;
    let first = limb.circumferences.first().map_or(0.0, |row| row.below_reference_mm);
    let (low, high) = (-limb.limb_length_mm, above_mm - first);
    let radius = |z: f64| limb.circumference_at((-z).max(first)).unwrap_or(0.0) / (2.0 * PI);
    let last = limb.circumferences.last().map_or(0.0, |row| limb.limb_length_mm - row.below_reference_mm);
    // Rows crowd towards the tip, where the dome turns fastest.
    let height = |row: usize| {
        let share = row as f64 / ROWS as f64;
        let dome_rows = 0.4;
        if share < dome_rows {
            low + last * (1.0 - (share / dome_rows * PI / 2.0).cos())
        } else {
            low + last + (high - low - last) * (share - dome_rows) / (1.0 - dome_rows)
        }
    };
    let mut mesh = Mesh { vertices: vec![Vec3::Z * low], faces: vec![] };
    for row in 1..=ROWS {
        let z = height(row);
        for spoke in 0..AROUND {
            let (sine, cosine) = (2.0 * PI * spoke as f64 / AROUND as f64).sin_cos();
            mesh.vertices.push(Vec3::new(radius(z) * cosine, radius(z) * sine, z));
        }
    }
    let vertex = |row: usize, spoke: usize| (1 + (row - 1) * AROUND + spoke % AROUND) as u32;
    for spoke in 0..AROUND {
        mesh.faces.push([0, vertex(1, spoke + 1), vertex(1, spoke)]);
        for row in 1..ROWS {
            let [a, b] = [vertex(row, spoke), vertex(row, spoke + 1)];
            let [c, d] = [vertex(row + 1, spoke + 1), vertex(row + 1, spoke)];
            mesh.faces.extend([[a, b, c], [a, c, d]]);
        }
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::combine::rod;
    use crate::shapes::{Detail, domed_cylinder};

    #[test]
    fn a_domed_cylinder_has_its_volume_area_and_circumference() {
        let (r, h) = (50.0, 150.0);
        let mesh = domed_cylinder(r, h, Detail { rings: 300, around: 360 });
        let limb = Limb::new(
            &mesh,
            &[],
            Side::Left,
            AmputationLevel::Transtibial,
            &Hints { limb_length_mm: Some(140.0), ..Hints::default() },
        )
        .unwrap();
        let straight = 140.0 - r;
        let volume = PI * r * r * straight + 2.0 / 3.0 * PI * r.powi(3);
        let area = 2.0 * PI * r * straight + 2.0 * PI * r * r;
        let found = measure(&limb, 20.0);
        assert!((found.length_mm - 140.0).abs() < 0.01);
        assert!((found.volume_ml * 1e3 / volume - 1.0).abs() < 5e-4, "{} {volume}", found.volume_ml);
        assert!((found.skin_area_cm2 * 1e2 / area - 1.0).abs() < 5e-4);
        let at = found.sections.iter().find(|row| row.below_mm == 40.0).unwrap();
        assert!((at.circumference_mm / (2.0 * PI * r) - 1.0).abs() < 1e-4);
        assert!((at.ap_mm - 100.0).abs() < 0.02 && (at.ml_mm - 100.0).abs() < 0.02);
    }

    #[test]
    fn a_fibula_on_the_medial_side_tells_that_side_or_scan_is_wrong() {
        let skin = domed_cylinder(50.0, 220.0, Detail { rings: 60, around: 60 });
        let bone = |x: f64, y: f64, radius: f64| rod(Vec3::new(x, y, -190.0), Vec3::new(x, y, -80.0), radius, 24);
        let bones = [bone(15.0, -5.0, 14.0), bone(-12.0, 26.0, 6.0)];
        let hints = Hints { anterior: Some(Vec3::X), limb_length_mm: Some(150.0), ..Hints::default() };
        let of = |bones: &[Mesh], side: Side, hints: &Hints| {
            Limb::new(&skin, bones, side, AmputationLevel::Transtibial, hints).map(|limb| limb.side)
        };
        assert_eq!(of(&bones, Side::Left, &hints), Ok(Side::Left));
        let wrong = of(&bones, Side::Right, &hints);
        assert!(matches!(wrong, Err(PoseError::Mirrored { landmark: Landmark::FibularHead, .. })), "{wrong:?}");
        // A tibia alone tells no side.
        assert!(of(&bones[..1], Side::Right, &hints).is_ok());
    }

    #[test]
    fn a_cropped_limb_ends_where_it_was_cut_and_keeps_what_lies_below() {
        let mesh = domed_cylinder(50.0, 220.0, Detail { rings: 200, around: 90 });
        let mut limb = Limb::new(
            &mesh,
            &[],
            Side::Left,
            AmputationLevel::Transtibial,
            &Hints { limb_length_mm: Some(150.0), ..Hints::default() },
        )
        .unwrap();
        let before = limb.volume_below_ml(0.0);
        limb.crop(30.0);
        assert!((limb.top_z() - 30.0).abs() < 2.0, "{}", limb.top_z());
        assert_eq!(limb.volume_below_ml(0.0), before);
    }

    #[test]
    fn a_tape_limb_has_the_volume_that_the_tape_says() {
        let rows = [(0.0, 348.0), (40.0, 325.0), (80.0, 306.0), (115.0, 281.0), (140.0, 221.0)];
        let case = include_str!("../../../cases/mechanic.toml");
        let limb = domain::Case::parse(case).unwrap().limb;
        assert_eq!(limb.circumferences.len(), rows.len());
        let mesh = from_tape(&limb, 60.0);
        let solid = Limb::new(
            &mesh,
            &[],
            limb.side,
            AmputationLevel::Transtibial,
            &Hints { limb_length_mm: Some(155.0), ..Hints::default() },
        )
        .unwrap();
        assert!((solid.volume_below_ml(0.0) / limb.volume_ml() - 1.0).abs() < 3e-3);
        assert!((solid.area_below_cm2(0.0) / limb.skin_area_cm2() - 1.0).abs() < 5e-3);
    }
}
