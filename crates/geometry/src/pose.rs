//! Which way up a limb is: the long axis, anterior and the reference level, each placed, seen or assumed, and how.
//!
//! What the user placed is taken. What was not is proposed from the shape, and is "seen" where the shape meets a stated
//! criterion. What the shape does not tell (a cylinder has no front) falls back on the file's own axes, and is said.

pub use crate::found::{Basis, Found};

use crate::mesh::{Mesh, Vec3};
use crate::slices::{Section, sections};
use domain::limb::{AmputationLevel, Side};
use domain::technique::Landmark;
use parry3d_f64::glamx::DMat3;
use std::collections::BTreeMap;
use std::f64::consts::{PI, TAU};
use texts::{Arg, Wording};

/// What the user says of a scan; nothing where nothing was said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hints {
    /// Towards the hip, in the file's axes.
    pub proximal: Option<Vec3>,
    /// To the front, in the file's axes.
    pub anterior: Option<Vec3>,
    /// Landmarks, in the file's axes, mm.
    pub landmarks: BTreeMap<Landmark, Vec3>,
    /// From the level that heights are counted from to the distal end, mm.
    pub limb_length_mm: Option<f64>,
    /// The scan ends below the limb's distal end by this, mm: a liner's end.
    pub below_the_end_mm: f64,
}

/// The limb's axes in the file's.
#[derive(Clone, Debug, PartialEq)]
pub struct Pose {
    /// Rows: anterior, left, proximal.
    axes: DMat3,
    /// The origin of the limb's axes in the file's, mm.
    origin: Vec3,
    /// How the long axis was found.
    pub long_axis: Found,
    /// How anterior was found.
    pub front: Found,
    /// How the reference level was found.
    pub level: Found,
}

impl Pose {
    /// A point of the file in the limb's axes.
    pub fn to_limb(&self, point: Vec3) -> Vec3 {
        self.axes * (point - self.origin)
    }

    /// A point in the limb's axes as the file has it.
    pub fn to_file(&self, point: Vec3) -> Vec3 {
        self.axes.transpose() * point + self.origin
    }
}

/// Why a scan cannot be oriented.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PoseError {
    /// No extent.
    #[error("the scan has no faces with an area; it is no surface")]
    Empty,
    /// The landmarks contradict the side.
    #[error(
        "the {} lies {offset_mm:.0} mm to the {}, but the {} limb's {} side is the other; the scan is mirrored, or the side or the landmark is wrong",
        .landmark.label(),
        if is_lateral(*.landmark) { .side.other() } else { *.side }.label(),
        .side.label(),
        if is_lateral(*.landmark) { "lateral" } else { "medial" }
    )]
    Mirrored {
        /// Which lies on the wrong side.
        landmark: Landmark,
        /// How far from the plane through axis and front, mm.
        offset_mm: f64,
        /// The side that was said.
        side: Side,
    },
}

/// A file's axis this near to the limb's own is taken for it, so that a prepared scan keeps its coordinates.
const KEPT_WITHIN_DEG: f64 = 10.0;

/// An opening is seen where the surface's area vector is more than this share of its area; a closed surface has 0, a
/// limb's skin open at its top about 0.1. Our choice (`concord_assumption`).
const OPENING_SHARE: f64 = 0.02;

/// A crest is seen where sections bulge beyond a circle by at least this share of their radius over 30° ...
/// (`concord_assumption`: twice a scanner's noise of half a millimetre on a limb's radius of 50 mm.)
const CREST_BULGE: f64 = 0.02;

/// ... and no other place, 60° or more away, bulges by more than this share of that (`concord_assumption`).
const CREST_RIVAL: f64 = 0.6;

/// A bone is seen nearest to the skin in one direction where the directions of the sections, as unit vectors, have a
/// mean at least this long: they stray by less than about 37° (`concord_assumption`).
const BONE_AGREES: f64 = 0.8;

/// A file's x axis this near to the proposed front confirms it.
const FRONT_WITHIN_DEG: f64 = 30.0;

/// A file's z = 0 is the reference level where at least this lies below it, mm, ...
const SHORTEST_LIMB_MM: f64 = 80.0;

/// ... and this share of the scan: nobody scans more thigh than that, and other files begin or end at z = 0.
const LEAST_BELOW: f64 = 0.4;

/// Landmarks that lie on one side of the limb whatever person it is.
const ONE_SIDED: [Landmark; 5] = [
    Landmark::FibularHead,
    Landmark::GreaterTrochanter,
    Landmark::IschialTuberosity,
    Landmark::AdductorLongus,
    Landmark::Perineum,
];

/// Of those: lateral, or else medial.
fn is_lateral(landmark: Landmark) -> bool {
    matches!(landmark, Landmark::FibularHead | Landmark::GreaterTrochanter)
}

/// Finds the limb's axes.
///
/// # Errors
/// A mesh without area, or landmarks that contradict the side.
pub fn orient(
    skin: &Mesh,
    bones: &[Mesh],
    side: Side,
    level_of: AmputationLevel,
    hints: &Hints,
) -> Result<Pose, PoseError> {
    if skin.area() <= 0.0 {
        return Err(PoseError::Empty);
    }
    let (up, long_axis) = long_axis(skin, hints);
    let upright = |front: Vec3| {
        let front = (front - up * front.dot(up)).try_normalize().unwrap_or_else(|| up.any_orthonormal_vector());
        DMat3::from_cols(front, up.cross(front), up).transpose()
    };
    let turned = upright(if up.x.abs() < 0.9 { Vec3::X } else { Vec3::Y });
    let standing = skin.mapped(|point| turned * point);
    let (low, high) = standing.bounds();
    let below: Vec<f64> = (3..=13).map(|step| low.z + (high.z - low.z) * f64::from(step) / 20.0).collect();
    let shaft = sections(&standing, &below);
    let middle = shaft.iter().map(|section| section.centroid).sum::<Vec3>() / shaft.len() as f64;
    let (front, front_found) = if let Some(front) = hints.anterior {
        (front, Found::placed(Wording::new("front-given")))
    } else if let Some(point) = hints.landmarks.get(&Landmark::MidPatellarTendon) {
        (*point - turned.transpose() * middle, Found::placed(Wording::new("front-to_the_tendon")))
    } else if level_of == AmputationLevel::Transfemoral {
        front_of_a_thigh(up, turned.transpose() * middle, side, hints)
    } else {
        let bones: Vec<Mesh> = bones.iter().map(|bone| bone.mapped(|point| turned * point)).collect();
        let (direction, found) = propose_front(&shaft, &bones, &below, turned * Vec3::X);
        (turned.transpose() * direction, found)
    };
    let axes = upright(front);
    let (z, level) = level(&axes, up, skin, level_of, hints);
    // Prepared scans keep their origin: nothing is gained by moving what the axis goes through already.
    let kept = axes.abs_diff_eq(DMat3::IDENTITY, 1e-12) && z.abs() < 1e-12;
    let at_level = sections(&skin.mapped(|point| axes * point), &[z]);
    let centre = at_level
        .first()
        .filter(|section| section.area > 0.0)
        .map_or(axes * turned.transpose() * middle, |section| section.centroid);
    let origin = if kept { Vec3::ZERO } else { axes.transpose() * Vec3::new(centre.x, centre.y, z) };
    let pose = Pose { axes, origin, long_axis, front: front_found, level };
    let to_lateral = if side == Side::Left { 1.0 } else { -1.0 };
    for landmark in ONE_SIDED {
        let Some(point) = hints.landmarks.get(&landmark) else { continue };
        let belongs = to_lateral * if is_lateral(landmark) { 1.0 } else { -1.0 };
        let offset_mm = -pose.to_limb(*point).y * belongs;
        if offset_mm > 0.0 {
            return Err(PoseError::Mirrored { landmark, offset_mm, side });
        }
    }
    Ok(pose)
}

/// The front of a thigh: a quarter turn from the greater trochanter where it was placed, else the file's own axis. The shape
/// of a thigh shows none: what is sharp on it is a fold.
fn front_of_a_thigh(up: Vec3, middle: Vec3, side: Side, hints: &Hints) -> (Vec3, Found) {
    if let Some(point) = hints.landmarks.get(&Landmark::GreaterTrochanter) {
        let lateral = *point - middle;
        // The patient's left is up × front, so the front is left × up.
        let left = if side == Side::Left { lateral } else { -lateral };
        return (left.cross(up), Found::placed(Wording::new("front-to_the_trochanter")));
    }
    let axis = if up.x.abs() < 0.9 { Vec3::X } else { Vec3::Y };
    (axis, Found::assumed(Wording::new("front-of_a_thigh")))
}

/// Towards proximal, and how that was found.
fn long_axis(skin: &Mesh, hints: &Hints) -> (Vec3, Found) {
    if let Some(axis) = hints.proximal.and_then(Vec3::try_normalize) {
        return (axis, Found::placed(Wording::new("long_axis-given")));
    }
    let tube = tube_axis(skin);
    let area = skin.area();
    let opening = -skin.vector_area();
    let (sign, end, shown) = if opening.length() > OPENING_SHARE * area {
        (tube.dot(opening), "end-opening", true)
    } else if let Some(flat) = flat_end(skin, tube) {
        (flat, "end-flat", true)
    } else {
        let along = if tube.z.abs() > 0.5 { tube.z } else { tube.x + tube.y };
        (along, "end-as_in_the_file", false)
    };
    let mut axis = if sign < 0.0 { -tube } else { tube };
    for _ in 0..3 {
        axis = centre_line(skin, axis).unwrap_or(axis);
    }
    let tilt = axis.angle_between(Vec3::Z).to_degrees();
    if tilt < KEPT_WITHIN_DEG {
        let how = Wording::new("long_axis-of_the_file").with("tilt", Arg::Figure(format!("{tilt:.1}°")));
        let how = how.with("end", Wording::new(end));
        return (Vec3::Z, Found::seen_if(shown, how));
    }
    (axis, Found::seen_if(shown, Wording::new("long_axis-of_the_centres").with("end", Wording::new(end))))
}

/// The direction that the surface's normals turn around: of the normals' covariance, the eigenvector that stands apart
/// from the other two, which a round limb has nearly equal.
pub(crate) fn tube_axis(skin: &Mesh) -> Vec3 {
    let mut sum = DMat3::ZERO;
    for corners in skin.triangles() {
        let vector = crate::mesh::face_vector(corners);
        let area = vector.length();
        if area > 0.0 {
            sum += DMat3::from_cols(vector * vector.x, vector * vector.y, vector * vector.z) * (1.0 / area);
        }
    }
    let eigen = parry3d_f64::glamx::DSymmetricEigen3::new(sum);
    let mut order: Vec<(f64, Vec3)> = (0..3).map(|i| (eigen.eigenvalues[i], eigen.eigenvectors.col(i))).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    // Long limbs: the normals hardly point along the axis. Short ones, mostly dome: they mostly do.
    let apart = if order[1].0 - order[0].0 >= order[2].0 - order[1].0 { 0 } else { 2 };
    order[apart].1.normalize_or(Vec3::Z)
}

/// Positive if the end that the axis points to is flat and the other is not, negative the other way round.
fn flat_end(skin: &Mesh, axis: Vec3) -> Option<f64> {
    let (mut ahead, mut behind) = (0.0, 0.0);
    for corners in skin.triangles() {
        let vector = crate::mesh::face_vector(corners);
        let along = vector.dot(axis) / vector.length().max(f64::MIN_POSITIVE);
        if along > 0.999 {
            ahead += vector.length();
        } else if along < -0.999 {
            behind += vector.length();
        }
    }
    let (more, less) = (ahead.max(behind), ahead.min(behind));
    (more > 4.0 * less && more > 0.01 * skin.area()).then_some(ahead - behind)
}

/// The line through the centres of the sections across `axis` over the limb's distal two thirds, where no thigh is.
fn centre_line(skin: &Mesh, axis: Vec3) -> Option<Vec3> {
    let x = axis.any_orthonormal_vector();
    let turned = DMat3::from_cols(x, axis.cross(x), axis).transpose();
    let standing = skin.mapped(|point| turned * point);
    let (low, high) = standing.bounds();
    let heights: Vec<f64> = (4..=14).map(|step| low.z + (high.z - low.z) * f64::from(step) / 20.0).collect();
    let centres: Vec<Vec3> = sections(&standing, &heights)
        .iter()
        .filter(|section| section.area > 0.0)
        .map(|section| section.centroid)
        .collect();
    let mean = centres.iter().sum::<Vec3>() / centres.len().max(1) as f64;
    let (mut slope, mut spread) = (Vec3::ZERO, 0.0);
    for centre in &centres {
        let height = centre.z - mean.z;
        slope += (*centre - mean) * height;
        spread += height * height;
    }
    (spread > 0.0).then(|| turned.transpose() * (slope / spread)).and_then(Vec3::try_normalize)
}

/// The front in the axes of the standing limb: where a bone is nearest to the skin, or where the sections are most
/// sharply curved (the tibial crest); else the file's own x axis.
fn propose_front(shaft: &[Section], bones: &[Mesh], heights: &[f64], file_x: Vec3) -> (Vec3, Found) {
    let flat = |v: Vec3| Vec3::new(v.x, v.y, 0.0).normalize_or_zero();
    if let Some(direction) = patella(bones) {
        return (direction, Found::seen(Wording::new("front-to_the_patella")));
    }
    if let Some(direction) = nearest_bone(shaft, bones, heights) {
        return (direction, Found::seen(Wording::new("front-nearest_bone")));
    }
    let file_x = flat(file_x);
    let (crest, stands_out) = sharpest(shaft);
    let apart = crest.angle_between(file_x).to_degrees();
    if file_x == Vec3::ZERO {
        (crest, Found::seen_if(stands_out, Wording::new("front-sharpest")))
    } else if !stands_out {
        (file_x, Found::assumed(Wording::new("front-of_the_file")))
    } else if apart < FRONT_WITHIN_DEG {
        let how = Wording::new("front-of_the_file_near_the_crest");
        (file_x, Found::seen(how.with("apart", Arg::Figure(format!("{apart:.0}°")))))
    } else {
        (crest, Found::seen(Wording::new("front-crest")))
    }
}

/// No patella is larger than this, nor a long bone as short, mm.
const LARGEST_PATELLA_MM: f64 = 70.0;

/// From the middle of the other bones to the one that is small all ways round.
fn patella(bones: &[Mesh]) -> Option<Vec3> {
    let size = |bone: &Mesh| (bone.bounds().1 - bone.bounds().0).max_element();
    let middle = |bone: &Mesh| bone.vertices.iter().sum::<Vec3>() / bone.vertices.len().max(1) as f64;
    let (small, long): (Vec<&Mesh>, Vec<&Mesh>) = bones.iter().partition(|bone| size(bone) < LARGEST_PATELLA_MM);
    let &[patella] = small.as_slice() else { return None };
    if long.len() < 2 {
        return None;
    }
    // The long bones' parts at the patella's height, so that a flexed knee does not turn the answer.
    let (low, high) = patella.bounds();
    let beside: Vec<Vec3> = long
        .iter()
        .flat_map(|bone| &bone.vertices)
        .filter(|point| (low.z..=high.z).contains(&point.z))
        .copied()
        .collect();
    let from = beside.iter().sum::<Vec3>() / beside.len().max(1) as f64;
    (!beside.is_empty()).then(|| middle(patella) - from).and_then(|v| Vec3::new(v.x, v.y, 0.0).try_normalize())
}

fn nearest_bone(shaft: &[Section], bones: &[Mesh], heights: &[f64]) -> Option<Vec3> {
    let (mut sum, mut count) = (Vec3::ZERO, 0.0);
    for (section, height) in shaft.iter().zip(heights) {
        let Some(skin) = section.contours.iter().max_by(|a, b| a.length().total_cmp(&b.length())) else { continue };
        let inside = bones.iter().flat_map(|bone| sections(bone, &[*height])).flat_map(|bone| bone.contours);
        let points: Vec<Vec3> = inside.flat_map(|contour| contour.points).collect();
        let nearest = skin.points.iter().flat_map(|outer| points.iter().map(move |inner| (*outer, *inner)));
        let Some((outer, inner)) =
            nearest.min_by(|a, b| a.0.distance_squared(a.1).total_cmp(&b.0.distance_squared(b.1)))
        else {
            continue;
        };
        sum += (outer - inner).normalize_or_zero();
        count += 1.0;
    }
    (sum.length() >= BONE_AGREES * count).then(|| sum.try_normalize()).flatten()
}

/// Where the sections' outlines are most sharply curved on the mean, and whether that stands clearly above its rival.
fn sharpest(shaft: &[Section]) -> (Vec3, bool) {
    const SECTORS: usize = 36;
    let mut bend = [0.0; SECTORS];
    for section in shaft {
        let Some(outline) = section.contours.iter().max_by(|a, b| a.length().total_cmp(&b.length())) else { continue };
        let radius = (section.area / PI).sqrt();
        let mut radii = [0.0_f64; SECTORS];
        for point in &outline.points {
            let from = *point - section.centroid;
            let sector = (from.y.atan2(from.x).rem_euclid(TAU) / TAU * SECTORS as f64) as usize % SECTORS;
            radii[sector] = radii[sector].max(from.x.hypot(from.y));
        }
        for sector in 0..SECTORS {
            // Second difference over 30°: positive where the outline bulges beyond a circle.
            let [a, b] = [radii[(sector + SECTORS - 3) % SECTORS], radii[(sector + 3) % SECTORS]];
            bend[sector] += (2.0 * radii[sector] - a - b) / radius.max(1.0);
        }
    }
    let best = (0..SECTORS).max_by(|a, b| bend[*a].total_cmp(&bend[*b])).unwrap_or(0);
    let rival = (0..SECTORS)
        .filter(|at| (*at + SECTORS - best) % SECTORS >= 6 && (best + SECTORS - *at) % SECTORS >= 6)
        .map(|at| bend[at])
        .fold(0.0, f64::max);
    let bulge = bend[best] / shaft.len().max(1) as f64;
    let stands_out = bulge >= CREST_BULGE && rival <= CREST_RIVAL * bend[best];
    let angle = (best as f64 + 0.5) / SECTORS as f64 * TAU;
    (Vec3::new(angle.cos(), angle.sin(), 0.0), stands_out)
}

/// Height of the reference level along the axes' z in the file's origin, and how it was found.
fn level(axes: &DMat3, up: Vec3, skin: &Mesh, level: AmputationLevel, hints: &Hints) -> (f64, Found) {
    if let Some(point) = hints.landmarks.get(&Landmark::reference(level)) {
        let how = match level {
            AmputationLevel::Transtibial => "height-of_the_tendon",
            AmputationLevel::Transfemoral => "height-of_the_tuberosity",
        };
        return (point.dot(up), Found::placed(Wording::new(how)));
    }
    let (low, high) = skin.mapped(|point| *axes * point).bounds();
    if let Some(length) = hints.limb_length_mm {
        let liner = hints.below_the_end_mm;
        let mm = |value: f64| Arg::Figure(format!("{value} mm"));
        let how = Wording::new(if liner > 0.0 { "height-measured_over_liner" } else { "height-measured" });
        let how = how.with("length", mm(length)).with("liner", mm(liner));
        return (low.z + liner + length, Found::seen(how));
    }
    if up == Vec3::Z && high.z >= 0.0 && -low.z > SHORTEST_LIMB_MM.max(LEAST_BELOW * (high.z - low.z)) {
        return (0.0, Found::assumed(Wording::new("height-of_the_file")));
    }
    let z = high.z - (high.z - low.z) * 0.15;
    (z, Found::assumed(Wording::new("height-guessed")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shapes::{Detail, domed_cylinder, limb, noisy};

    const DETAIL: Detail = Detail { rings: 60, around: 60 };

    fn found(mesh: &Mesh) -> Pose {
        orient(mesh, &[], Side::Left, AmputationLevel::Transtibial, &Hints::default()).unwrap()
    }

    #[test]
    fn a_files_origin_is_the_level_only_where_a_limb_lies_below_it() {
        // 150 mm below z = 0 and 60 above; then only the dome below it, with and without noise.
        let prepared = domed_cylinder(50.0, 210.0, DETAIL).mapped(|point| point + Vec3::Z * 60.0);
        assert_eq!(*found(&prepared).level.how(), "the file's z = 0");
        let other = domed_cylinder(50.0, 220.0, DETAIL).mapped(|point| point + Vec3::Z * 170.0);
        for mesh in [other.clone(), noisy(&other, 0.5, 1)] {
            let level = found(&mesh).level;
            assert!(level == Found::assumed(Wording::new("height-guessed")), "{level:?}");
        }
    }

    #[test]
    fn a_scan_in_any_pose_stands_up_the_same_way() {
        let upright = limb(58.0, 225.0, DETAIL);
        for turn in [Vec3::new(1.0, 0.0, 0.0), Vec3::new(0.3, -1.0, 0.2), Vec3::new(-0.5, 0.4, 1.0)] {
            let rotation = DMat3::from_axis_angle(turn.normalize(), 2.4);
            let turned = upright.mapped(|point| rotation * point + Vec3::new(90.0, -300.0, 7.0));
            let pose = found(&turned);
            // The prepared one keeps its own z axis, up to 10° from the limb's.
            let up = rotation.transpose() * (pose.axes.transpose() * Vec3::Z);
            assert!(up.angle_between(Vec3::Z).to_degrees() < KEPT_WITHIN_DEG, "{up}");
        }
    }

    #[test]
    fn a_round_limb_has_no_front_and_says_so() {
        let pose = found(&domed_cylinder(50.0, 210.0, DETAIL));
        assert_eq!(pose.front.basis(), Basis::Assumed);
    }

    #[test]
    fn a_crest_is_seen_only_where_it_stands_clearly_above_its_rival() {
        let crest = |at: f64, high: f64, angle: f64| {
            let apart = (angle - at + PI).rem_euclid(TAU) - PI;
            high * (-(apart / 0.3).powi(2)).exp()
        };
        for (rival, seen) in [(0.0, true), (0.04, true), (0.07, false), (0.1, false)] {
            let ridged = domed_cylinder(50.0, 210.0, DETAIL).mapped(|point| {
                let angle = point.y.atan2(point.x);
                let out = 1.0 + crest(0.7, 0.1, angle) + crest(-2.0, rival, angle);
                Vec3::new(point.x * out, point.y * out, point.z)
            });
            let front = found(&ridged).front;
            assert_eq!(front.basis() == Basis::Seen, seen, "{rival}: {front:?}");
        }
    }
}
