//! From a scanner's mesh to a skin that can be measured, with a report of everything that was done to it.
//!
//! In order: vertices welded, faces without meaning dropped, seams found, parts told apart, winding made consistent and
//! outward, small holes filled, the opening found, the distal end domed, noise measured and, if asked, smoothed. Nothing is done silently: each step
//! has its lines in [`Report`].

mod bones;
mod candidates;
mod dome;
pub(crate) mod edges;
mod fill;
mod hanging;
mod holes;
pub(crate) mod neighbours;
mod parts;
mod seams;
mod silhouette;
mod smooth;
mod straight;
mod weld;
mod winding;

pub use candidates::{Candidate, ChoiceError, Skin};
pub use dome::Dome;
pub use holes::{Hole, HoleError, Holes, Opening};
pub use parts::{Crumb, Looks};
pub use seams::Seams;
pub use silhouette::{Outlined, PartsView};
pub use smooth::{Smoothed, Smoothing, noise};
pub use straight::{Bend, Bent, Straight};
pub use weld::{Weld, Welded};
pub use winding::Wound;

use crate::mesh::Mesh;
use edges::Edges;

/// What clean-up may do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Which vertices become one.
    pub weld: Weld,
    /// Longest perimeter of a hole that is filled, mm.
    pub hole_perimeter: f64,
    /// Largest area of a hole that is filled, mm². A larger fill would be our invention, not the person's shape.
    pub hole_area: f64,
    /// Largest area of a hole over the distal end that is domed, mm²: 56 mm across. The end carries load, and a dome is
    /// our invention (our choice).
    pub dome_area: f64,
    /// Which loop is the opening.
    pub opening: Opening,
    /// Least area of a part that can be a bone, as a share of the skin's.
    pub bone_share: f64,
    /// Which part is the skin.
    pub skin: Skin,
    /// Whether its straightness is measured, and what lies above a bend left out.
    pub straighten: bool,
    /// How to smooth; not at all by default.
    pub smoothing: Option<Smoothing>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            weld: Weld::FILE,
            hole_perimeter: 120.0,
            hole_area: 1_000.0,
            dome_area: 2_500.0,
            opening: Opening::default(),
            bone_share: 0.005,
            skin: Skin::default(),
            straighten: false,
            smoothing: None,
        }
    }
}

/// A scan after clean-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Cleaned {
    /// The skin: wound outward, open at the opening (and at holes that were left).
    pub skin: Mesh,
    /// The loop of the skin's opening, in the direction of the faces beside it; empty for a closed skin.
    pub opening: Vec<u32>,
    /// Parts inside the skin, wound outward, the largest first: bones, where the scan came from a volume image.
    pub bones: Vec<Mesh>,
    /// What was done.
    pub report: Report,
}

/// Everything clean-up did and found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Vertices of the scan as given.
    pub vertices_given: usize,
    /// Faces of the scan as given.
    pub faces_given: usize,
    /// Vertices and faces that went.
    pub welded: Welded,
    /// Boundaries that lie along each other, where they were not welded.
    pub seams: Option<Seams>,
    /// Faces that hung on the surface by a corner or by an edge that has its two faces without them.
    pub faces_hanging: usize,
    /// Which part is the skin, from 1, the largest by area first.
    pub part: usize,
    /// Parts that are neither skin nor bone, left out; the largest first.
    pub crumbs: Vec<Crumb>,
    /// How straight the skin is, and what was left out above a bend; none where it was not asked or is too short.
    pub straight: Option<Straight>,
    /// Winding of the skin.
    pub winding: Wound,
    /// Faces of bones that were turned over.
    pub bone_faces_turned: usize,
    /// The skin's opening and holes.
    pub holes: Holes,
    /// Noise of the skin before smoothing, standard deviation along the normal, mm.
    pub noise: f64,
    /// What smoothing did; none where nothing was smoothed.
    pub smoothed: Option<Smoothed>,
    /// Volume of the skin with every opening closed, mm³: bones are in it, and what was filled or domed.
    pub volume: f64,
}

/// Why there is nothing to work with.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CleanError {
    /// No face is left.
    #[error("the scan has no surface: of {faces} faces none has three different corners with finite coordinates")]
    NoSurface {
        /// Faces of the scan as given.
        faces: usize,
    },
    /// The surface comes apart.
    #[error(
        "the surface comes apart along seams: {} pairs of edges, {:.0} mm in all, lie along each other, up to {:.2} mm apart",
        .0.edges, .0.length, .0.gap
    )]
    Seams(Seams),
    /// The opening or the end is not known.
    #[error(transparent)]
    Holes(#[from] HoleError),
    /// Which part is the limb is not known.
    #[error(transparent)]
    Choice(#[from] ChoiceError),
    /// The scan is bent.
    #[error(transparent)]
    Bent(#[from] Bent),
}

/// What was done to a scan before it could not be cleaned, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncleaned {
    /// Why.
    pub error: CleanError,
    /// What was done until then.
    pub report: Box<Report>,
}

/// A skin whose area grows by more than this when seams are closed was torn into parts by them (our choice).
const TORN: f64 = 0.005;

/// Cleans a scan up. The skin is its largest part by area.
///
/// # Errors
/// No face is left, or the surface, its opening or its end cannot be told; with what was done until then.
pub fn clean(scan: &Mesh, settings: &Settings) -> Result<Cleaned, Uncleaned> {
    let mut report = Report { vertices_given: scan.vertices.len(), faces_given: scan.faces.len(), ..Report::default() };
    match cleaned(scan, settings, &mut report) {
        Ok((skin, opening, bones)) => Ok(Cleaned { skin, opening, bones, report }),
        Err(error) => Err(Uncleaned { error, report: Box::new(report) }),
    }
}

/// Skin, the loop of its opening, bones.
type Parts = (Mesh, Vec<u32>, Vec<Mesh>);

fn cleaned(scan: &Mesh, settings: &Settings, report: &mut Report) -> Result<Parts, CleanError> {
    let mut mesh = welded(scan, settings, report)?;
    report.faces_hanging = hanging::drop(&mut mesh, settings.bone_share);
    let mut others = parts::split(&mesh);
    let (number, mut skin) = candidates::take(&mut others, settings.skin)?;
    report.part = number;
    report.winding = winding::wind(&mut skin);
    if settings.straighten {
        report.straight = straight::straighten(&mut skin)?;
    }
    let limits = holes::Limits {
        perimeter: settings.hole_perimeter,
        area: settings.hole_area,
        flat_area: FLAT_END,
        dome_area: settings.dome_area,
    };
    let opening;
    (opening, report.holes) = holes::mend(&mut skin, limits, settings.opening)?;
    let least = skin.area() * settings.bone_share.max(0.0);
    let lid = closed(&skin);
    report.volume = lid.volume();
    let mut bones = vec![];
    let against = bones::Skin { mesh: &skin, lid: &lid, opening: &opening, least };
    for (at, mut part) in others.into_iter().enumerate() {
        // The skin is no more among them.
        let own = if at + 1 < number { at + 1 } else { at + 2 };
        if let Some(left_out) = bones::told(own, &part, &against) {
            report.crumbs.push(left_out);
        } else {
            report.bone_faces_turned += winding::wind(&mut part).faces_turned;
            bones.push(part);
        }
    }
    report.noise = noise(&skin);
    if let Some(smoothing) = settings.smoothing {
        let (smooth, smoothed) = smooth::smooth(&skin, smoothing);
        skin = smooth;
        report.volume = smoothed.after;
        report.smoothed = Some(smoothed);
    }
    Ok((skin, opening, bones))
}

/// A hole over the distal end up to this area is closed flat, mm²: 11 mm across (our choice).
const FLAT_END: f64 = 100.0;

/// The scan with its vertices welded as the settings say. Seams that tear it or that are too long to be filled are an
/// error that says so: every later one would name a wrong reason.
fn welded(scan: &Mesh, settings: &Settings, report: &mut Report) -> Result<Mesh, CleanError> {
    let tolerance = match settings.weld {
        Weld::Within(tolerance) => tolerance,
        Weld::MedianEdge => Weld::FILE_MM,
    };
    let (mesh, done) = weld::weld(scan, tolerance);
    report.welded = done;
    if mesh.faces.is_empty() {
        return Err(CleanError::NoSurface { faces: scan.faces.len() });
    }
    if let Some((whole, seams, done)) = seams::closed(&mesh) {
        if settings.weld == Weld::MedianEdge {
            report.welded = std::mem::take(&mut report.welded).then(&done);
            return Ok(whole);
        }
        report.seams = Some(seams);
        let area = |mesh: &Mesh| parts::split(mesh).first().map_or(0.0, Mesh::area);
        // A slit has two sides.
        if 2.0 * seams.length > settings.hole_perimeter || area(&whole) > area(&mesh) * (1.0 + TORN) {
            return Err(CleanError::Seams(seams));
        }
    }
    Ok(mesh)
}

/// The parts of a scan that are large enough to be looked at, with their outlines; nothing where it cannot be welded.
pub fn parts_view(scan: &Mesh, settings: &Settings) -> Option<PartsView> {
    let mut mesh = welded(scan, settings, &mut Report::default()).ok()?;
    hanging::drop(&mut mesh, settings.bone_share);
    let parts = parts::split(&mesh);
    silhouette::view(candidates::candidates(&parts), &parts)
}

/// The mesh with a surface across every boundary loop: what volume is measured of. Each loop is closed about its own
/// centre or in its own plane, so a cut at any tilt keeps its volume. Of a mesh whose faces agree in winding.
pub fn closed(mesh: &Mesh) -> Mesh {
    holes::closed(mesh)
}

/// The loop of a mesh's opening, the largest by area, in the direction of the faces beside it; empty for a closed mesh.
pub fn opening(mesh: &Mesh) -> Vec<u32> {
    // No hole is small enough to be filled.
    let none = holes::Limits { perimeter: -1.0, area: -1.0, flat_area: 0.0, dome_area: 0.0 };
    holes::mend(&mut mesh.clone(), none, Opening::Largest).map_or_else(|_| vec![], |(ring, _)| ring)
}

/// Whether every edge has exactly two faces, and they agree.
pub fn is_closed(mesh: &Mesh) -> bool {
    let edges = Edges::of(&mesh.faces, mesh.vertices.len());
    edges.iter().all(|(_, _, sides)| matches!(sides, [a, b] if a.forward != b.forward))
}
