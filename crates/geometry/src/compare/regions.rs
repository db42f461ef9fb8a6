//! Volume by region: bands of height, each divided into front, back, inner and outer side.

use crate::clean::closed;
use crate::mesh::{Mesh, Vec3};
use crate::slices::{Section, sections};
use domain::limb::Side;

/// A quarter of the limb around its axis, centred on its direction, 90° wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sector {
    /// Towards the front.
    Anterior,
    /// Towards the back.
    Posterior,
    /// Towards the other leg.
    Medial,
    /// Away from the other leg.
    Lateral,
}

impl Sector {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Anterior => "anterior",
            Self::Posterior => "posterior",
            Self::Medial => "medial",
            Self::Lateral => "lateral",
        }
    }
}

/// Volume of a region in both scans.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RegionChange {
    /// Lower end of the band, mm.
    pub from: f64,
    /// Upper end of the band, mm.
    pub to: f64,
    /// Which quarter.
    pub sector: Sector,
    /// Volume in the first scan, mL.
    pub before_ml: f64,
    /// Volume in the second scan, mL.
    pub after_ml: f64,
}

impl RegionChange {
    /// Change of volume, mL; positive where the limb has become larger.
    pub fn change_ml(&self) -> f64 {
        self.after_ml - self.before_ml
    }
}

/// Where the limb ends and the band stops: heights, mm.
pub(super) type Range = (f64, f64);

/// mm³ in a mL.
const ML: f64 = 1_000.0;

/// Most slices in all: what a band or a step far too small would otherwise cost.
const SLICES: f64 = 20_000.0;

/// Volumes by bands of about `band` mm from the top of the range down, by slices at most `step` mm apart. Quarters
/// meet in the first scan's centre at each height, the same for both scans, so that a change is one of shape alone.
pub(super) fn volumes(
    before: &Mesh,
    after: &Mesh,
    range: Range,
    band: f64,
    step: f64,
    side: Side,
) -> Vec<RegionChange> {
    let length = range.1 - range.0;
    let bands = (length / band).ceil().clamp(1.0, SLICES);
    let each = (length / bands / step).ceil().clamp(1.0, (SLICES / bands).max(1.0));
    let thickness = length / bands / each;
    let heights: Vec<f64> =
        (0..(bands * each) as usize).map(|index| range.1 - thickness * (index as f64 + 0.5)).collect();
    let (before, after) = (sections(&closed(before), &heights), sections(&closed(after), &heights));
    let mut regions = vec![];
    for (index, (before, after)) in before.chunks(each as usize).zip(after.chunks(each as usize)).enumerate() {
        let mut sums = [[0.0; 4]; 2];
        for (one, other) in before.iter().zip(after) {
            let centre = if one.area > 0.0 { one.centroid } else { other.centroid };
            for (sum, section) in sums.iter_mut().zip([one, other]) {
                quarters(section, centre).iter().zip(sum).for_each(|(area, sum)| *sum += area * thickness / ML);
            }
        }
        let to = range.1 - thickness * each * index as f64;
        for (quarter, (before_ml, after_ml)) in sums[0].into_iter().zip(sums[1]).enumerate() {
            let from = (to - thickness * each).max(range.0);
            regions.push(RegionChange { from, to, sector: sector(quarter, side), before_ml, after_ml });
        }
    }
    regions
}

/// The quarter towards +x, +y, −x, −y by its name.
fn sector(quarter: usize, side: Side) -> Sector {
    match (quarter, side) {
        (0, _) => Sector::Anterior,
        (2, _) => Sector::Posterior,
        // +y is the patient's left.
        (1, Side::Left) | (3, Side::Right) => Sector::Lateral,
        _ => Sector::Medial,
    }
}

/// Area of a section in the quarters around a centre: every side of its contours spans a triangle with the centre,
/// cut where the diagonals cut the side.
fn quarters(section: &Section, centre: Vec3) -> [f64; 4] {
    let mut areas = [0.0; 4];
    for contour in &section.contours {
        let points = &contour.points;
        for (a, b) in points.iter().zip(points.iter().cycle().skip(1)) {
            let (a, b) = (*a - centre, *b - centre);
            let along = b - a;
            let cut = |start: f64, slope: f64| if slope == 0.0 { 0.0 } else { (-start / slope).clamp(0.0, 1.0) };
            let (one, other) = (cut(a.x - a.y, along.x - along.y), cut(a.x + a.y, along.x + along.y));
            for (from, to) in [(0.0, one.min(other)), (one.min(other), one.max(other)), (one.max(other), 1.0)] {
                let middle = a + along * ((from + to) / 2.0);
                let quarter = match (middle.x.abs() >= middle.y.abs(), middle.x > 0.0, middle.y > 0.0) {
                    (true, true, _) => 0,
                    (false, _, true) => 1,
                    (true, false, _) => 2,
                    (false, _, false) => 3,
                };
                areas[quarter] += (a.x * b.y - b.x * a.y) * (to - from) / 2.0;
            }
        }
    }
    areas
}
