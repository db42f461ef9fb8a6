//! Whether the limb gets in: what lies seated below has to pass the narrowest place above it.
//!
//! Stands for: the limb in its liner slides into the finished socket along its axis. Every horizontal section of it passes
//! every section of the inside above its seat, up to the lowest point of the brim; above that the brim is open behind.
//! Both are measured with a tape (the convex hull), so that a section may change its shape, not its circumference.
//!
//! ```text
//!   ─┐ neck ┌─   N(z): the least inside above z
//!     )    (     B(z): what sits at z, the limb in its liner or the inside, whichever is smaller
//!    (  B   )    undercut = (B − N) / 2π          how far the socket goes under its own neck
//!     ╲____╱     squeeze  = (limb − N) / 2π       what the limb gives up of its radius to pass
//! ```
//! Assumptions: soft tissue can give way by a tenth to a quarter of its depth over bone for the moment of donning
//! (`concord_assumption`; half and more injures within minutes, and that is no measure of what donning may ask). The liner
//! gives no room: it is close to incompressible (`lin2004`). Its depth is measured where the scan has bones, otherwise it is
//! the mean of `openlimb2025`. Not looked at: a bend of the limb, and the time that a slow donning has.
//!
//! No force is given: the stiffness of a leg's soft tissue alone spreads over two orders of magnitude (`zheng1999`), and
//! the friction of liner and socket in donning was not found in print.

use crate::limb::Limb;
use crate::mesh::Mesh;
use crate::query::Surface;
use crate::slices::sections;
use std::f64::consts::TAU;

/// Distance between the sections that are compared, mm.
const STEP_MM: f64 = 4.0;

/// An undercut of less is none, mm of radius: a scan and a print are no better.
const NOTHING_MM: f64 = 0.5;

/// The share of its depth by which soft tissue gives way for the moment of donning: surely, and at the utmost
/// (`concord_assumption`).
const GIVE: [f64; 2] = [0.10, 0.25];

/// Depth of the soft tissue over bone where the scan has no bones, mm, and the factor that holds two thirds of limbs
/// (`openlimb2025`).
const TISSUE_MM: f64 = 25.0;
const TISSUE_SPREAD: f64 = 1.22;

/// A trim line that has to come down by more of the socket's height leaves no socket.
const MOST_OF_IT: f64 = 0.4;

/// Whether the limb gets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DonningVerdict {
    /// Nothing is in the way.
    GoesIn,
    /// The limb has to be squeezed by no more than soft tissue can give.
    WithEffort,
    /// It has to be squeezed by more than soft tissue can give.
    CannotBeDonned,
}

/// What was found of donning.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Donning {
    /// Whether the limb gets in.
    pub verdict: DonningVerdict,
    /// How much what sits below the neck is larger than the neck, mm of radius.
    pub undercut_mm: f64,
    /// What the limb in its liner gives up of its radius to pass the neck, mm.
    pub squeeze_mm: f64,
    /// The same, % of its circumference.
    pub squeeze_pct: f64,
    /// The limb in its liner where it is too large, mm of circumference.
    pub bulge_mm: f64,
    /// Where that is, mm below the reference level.
    pub bulge_below_mm: f64,
    /// The inside at the neck, mm of circumference.
    pub neck_mm: f64,
    /// Where the neck is, mm below the reference level.
    pub neck_below_mm: f64,
    /// Where around the limb it is tightest, degrees from anterior towards lateral.
    pub around_deg: f64,
    /// By how much soft tissue can give way there, mm of radius: surely, and at the utmost.
    pub give_mm: [f64; 2],
    /// Depth of the soft tissue that this is reckoned from, mm.
    pub tissue_mm: f64,
    /// Whether that depth was measured from the scan's bones; if not, it is the mean of published limbs.
    pub tissue_measured: bool,
    /// What would make it go in, each for itself; nothing where it goes in.
    pub change: Option<DonningChange>,
}

/// What would make the limb go in with what soft tissue surely gives, each for itself.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct DonningChange {
    /// A window, an expandable brim or two pieces: the neck has to open by this much of its circumference, mm.
    pub open_mm: f64,
    /// The lowest point of the trim line lower by this, mm; nothing where too little of the socket would be left.
    pub lower_trim_mm: Option<f64>,
    /// The reduction at the neck less by this many percent; nothing where that is not enough.
    pub less_reduction_pct: Option<f64>,
}

/// The section of a limb and of a socket at a height.
#[derive(Clone, Copy)]
struct Level {
    z: f64,
    limb: f64,
    inside: f64,
}

impl Level {
    fn seated(&self) -> f64 {
        self.limb.min(self.inside)
    }
}

/// The tightest pair below a brim: the level that has to pass, and the neck.
fn tightest(levels: &[Level]) -> Option<(Level, Level)> {
    let mut neck: Option<Level> = None;
    let mut found: Option<(Level, Level, f64)> = None;
    for level in levels.iter().rev() {
        let narrowest = neck.filter(|neck| neck.inside < level.inside).unwrap_or(*level);
        neck = Some(narrowest);
        let undercut = (level.seated() - narrowest.inside) / TAU;
        // Where nothing is under the neck, what the reduction squeezes is no obstacle.
        let rank = if undercut > NOTHING_MM { (level.limb - narrowest.inside) / TAU } else { undercut - 1e3 };
        if found.is_none_or(|(_, _, best)| rank > best) {
            found = Some((*level, narrowest, rank));
        }
    }
    found.map(|(level, neck, _)| (level, neck))
}

/// Judges donning: `covered` is the limb in its liner and socks, `inside` the finished inside, `brim_z` the lowest point of
/// the trim line, `reduction_at` the share that the reduction takes at a height. Nothing without sections to compare.
pub fn judge(
    limb: &Limb,
    covered: &Mesh,
    inside: &Mesh,
    brim_z: f64,
    reduction_at: impl Fn(f64) -> f64,
) -> Option<Donning> {
    let floor = covered.bounds().0.z;
    let count = ((brim_z - floor) / STEP_MM).floor().max(0.0) as usize;
    // From the brim down: the brim itself is the last that has to be passed.
    let heights: Vec<f64> = (0..count).rev().map(|step| brim_z - 0.01 - STEP_MM * step as f64).collect();
    let (outer, inner) = (sections(covered, &heights), sections(inside, &heights));
    let levels: Vec<Level> = (outer.iter().zip(&inner))
        .map(|(limb, inside)| Level { z: limb.height, limb: limb.tape, inside: inside.tape })
        .filter(|level| level.limb > 0.0 && level.inside > 0.0)
        .collect();
    let (bulge, neck) = tightest(&levels)?;
    let (tissue_mm, tissue_measured) = tissue(limb, bulge.z).map_or((TISSUE_MM, false), |measured| (measured, true));
    let spread = if tissue_measured { 1.0 } else { TISSUE_SPREAD };
    let give_mm = [tissue_mm / spread * GIVE[0], tissue_mm * spread * GIVE[1]];
    let undercut_mm = ((bulge.seated() - neck.inside) / TAU).max(0.0);
    let squeeze_mm = ((bulge.limb - neck.inside) / TAU).max(0.0);
    let verdict = if undercut_mm <= NOTHING_MM {
        DonningVerdict::GoesIn
    } else if squeeze_mm <= give_mm[1] {
        DonningVerdict::WithEffort
    } else {
        DonningVerdict::CannotBeDonned
    };
    let passes = |levels: &[Level]| {
        tightest(levels).is_none_or(|(bulge, neck)| {
            (bulge.seated() - neck.inside) / TAU <= NOTHING_MM || (bulge.limb - neck.inside) / TAU <= give_mm[0]
        })
    };
    let change = (verdict != DonningVerdict::GoesIn).then(|| {
        let wanted = bulge.limb - TAU * give_mm[0];
        let kept = (1..=levels.len()).rev().find(|kept| passes(&levels[..*kept])).unwrap_or(1);
        let lower = brim_z - levels[kept - 1].z;
        let reduced = reduction_at(neck.z);
        let less = reduced - (1.0 - (1.0 - reduced) * wanted / neck.inside);
        DonningChange {
            open_mm: (wanted - neck.inside).max(0.0),
            lower_trim_mm: (lower > STEP_MM / 2.0 && lower <= MOST_OF_IT * (brim_z - floor)).then_some(lower),
            less_reduction_pct: (less > 0.0 && less <= reduced).then_some(100.0 * less),
        }
    });
    Some(Donning {
        verdict,
        undercut_mm,
        squeeze_mm,
        squeeze_pct: 100.0 * squeeze_mm * TAU / bulge.limb,
        bulge_mm: bulge.limb,
        bulge_below_mm: -bulge.z,
        neck_mm: neck.inside,
        neck_below_mm: -neck.z,
        around_deg: around(limb, covered, inside, bulge.z, neck.z),
        give_mm,
        tissue_mm,
        tissue_measured,
        change,
    })
}

/// Where the limb at one height stands out furthest over the inside at another, both about their own centres.
fn around(limb: &Limb, covered: &Mesh, inside: &Mesh, bulge_z: f64, neck_z: f64) -> f64 {
    const SIDES: usize = 72;
    let profile = |mesh: &Mesh, z: f64| {
        let section = sections(mesh, &[z]).pop().unwrap_or_default();
        let centre = section.centroid;
        let mut reach = vec![0.0_f64; SIDES];
        let points = section.contours.iter().flat_map(|contour| &contour.points);
        for from in points.map(|point| *point - centre) {
            let turn = from.y.atan2(from.x).rem_euclid(TAU) / TAU * SIDES as f64;
            let place = &mut reach[turn.round() as usize % SIDES];
            *place = place.max(from.x.hypot(from.y));
        }
        reach
    };
    let (limb_at, inside_at) = (profile(covered, bulge_z), profile(inside, neck_z));
    let over = |side: &usize| limb_at[*side] - inside_at[*side];
    let both = (0..SIDES).filter(|side| limb_at[*side] > 0.0 && inside_at[*side] > 0.0);
    let most = both.max_by(|a, b| over(a).total_cmp(&over(b))).unwrap_or(0);
    (TAU * most as f64 / SIDES as f64 * limb.angle(1.0_f64.to_degrees())).to_degrees().rem_euclid(360.0)
}

/// Mean depth of the soft tissue over bone around a height, mm; nothing without bones there.
fn tissue(limb: &Limb, z: f64) -> Option<f64> {
    let bones: Vec<Surface> = limb
        .bones
        .iter()
        .filter(|bone| {
            let (low, high) = bone.bounds();
            low.z < z && z < high.z
        })
        .filter_map(Surface::new)
        .collect();
    let section = sections(&limb.skin, &[z]).pop()?;
    let points: Vec<_> = section.contours.iter().flat_map(|contour| &contour.points).collect();
    let nearest = |point| bones.iter().map(|bone| bone.nearest(point).distance).fold(f64::INFINITY, f64::min);
    let sum: f64 = points.iter().map(|point| nearest(**point)).sum();
    (!bones.is_empty() && !points.is_empty()).then(|| sum / points.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(tapes: &[(f64, f64, f64)]) -> Vec<Level> {
        tapes.iter().map(|(z, limb, inside)| Level { z: *z, limb: *limb, inside: *inside }).collect()
    }

    #[test]
    fn the_tightest_pair_is_the_largest_below_the_narrowest_and_a_cone_has_none() {
        let bulbous = levels(&[(0.0, 380.0, 370.0), (10.0, 450.0, 440.0), (20.0, 400.0, 385.0), (30.0, 420.0, 400.0)]);
        let (bulge, neck) = tightest(&bulbous).unwrap();
        assert_eq!((bulge.z, neck.z), (10.0, 20.0));
        let cone = levels(&[(0.0, 300.0, 290.0), (10.0, 340.0, 330.0), (20.0, 400.0, 385.0)]);
        let (bulge, neck) = tightest(&cone).unwrap();
        assert!(bulge.seated() <= neck.inside);
    }

    #[test]
    fn room_below_the_limb_is_no_undercut_of_the_limb() {
        // The cup makes the inside wide where the limb is small.
        let cupped = levels(&[(0.0, 250.0, 330.0), (10.0, 300.0, 340.0), (20.0, 330.0, 320.0), (30.0, 340.0, 330.0)]);
        let (bulge, neck) = tightest(&cupped).unwrap();
        assert!((bulge.seated() - neck.inside) / TAU <= NOTHING_MM, "{} {}", bulge.z, neck.z);
    }
}
