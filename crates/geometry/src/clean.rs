//! From a scanner's mesh to a skin that can be measured, with a report of everything that was done to it.
//!
//! In order: vertices welded, faces without meaning dropped, parts told apart, winding made consistent and outward,
//! small holes filled, the opening found, noise measured and, if asked, smoothed. Nothing is done silently: each step
//! has its lines in [`Report`].

pub(crate) mod edges;
mod fill;
mod holes;
pub(crate) mod neighbours;
mod parts;
mod smooth;
mod weld;
mod winding;

pub use holes::{Hole, Holes, Opening};
pub use parts::Crumb;
pub use smooth::{Smoothing, noise};
pub use weld::Welded;
pub use winding::Wound;

use crate::mesh::Mesh;
use edges::Edges;

/// What clean-up may do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Vertices this close become one, mm. A ten-thousandth is above the rounding of single precision in a file
    /// (0.00003 mm at half a metre) and far below a scanner's spacing.
    pub weld: f64,
    /// Longest perimeter of a hole that is filled, mm.
    pub hole_perimeter: f64,
    /// Largest area of a hole that is filled, mm². A larger fill would be our invention, not the person's shape.
    pub hole_area: f64,
    /// Which loop is the opening.
    pub opening: Opening,
    /// Least area of a part that can be a bone, as a share of the skin's.
    pub bone_share: f64,
    /// How to smooth; not at all by default.
    pub smoothing: Option<Smoothing>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            weld: 1e-4,
            hole_perimeter: 120.0,
            hole_area: 1_000.0,
            opening: Opening::Largest,
            bone_share: 0.005,
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
    /// Parts that are neither skin nor inside it, left out; the largest first.
    pub crumbs: Vec<Crumb>,
    /// Winding of the skin.
    pub winding: Wound,
    /// Faces of bones that were turned over.
    pub bone_faces_turned: usize,
    /// The skin's opening and holes.
    pub holes: Holes,
    /// Noise of the skin before smoothing, standard deviation along the normal, mm.
    pub noise: f64,
    /// How far smoothing moved vertices, root of mean square, mm; none where nothing was smoothed.
    pub smoothed: Option<f64>,
}

/// Why there is nothing to work with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CleanError {
    /// No face is left.
    #[error("the scan has no surface: of {faces} faces none has three different corners with finite coordinates")]
    NoSurface {
        /// Faces of the scan as given.
        faces: usize,
    },
}

/// Cleans a scan up. The skin is its largest part by area.
///
/// # Errors
/// [`CleanError::NoSurface`] if no face is left.
pub fn clean(scan: &Mesh, settings: &Settings) -> Result<Cleaned, CleanError> {
    let (mesh, welded) = weld::weld(scan, settings.weld);
    if mesh.faces.is_empty() {
        return Err(CleanError::NoSurface { faces: scan.faces.len() });
    }
    let parts::Parts { mut skin, others } = parts::split(&mesh);
    let winding = winding::wind(&mut skin);
    let limits = (settings.hole_perimeter, settings.hole_area);
    let (opening, holes) = holes::mend(&mut skin, limits, settings.opening);
    let least = skin.area() * settings.bone_share.max(0.0);
    let lid = if others.is_empty() { Mesh::default() } else { closed(&skin) };
    let (mut bones, mut crumbs, mut bone_faces_turned) = (vec![], vec![], 0);
    for mut part in others {
        let area = part.area();
        if area >= least && parts::within(&part, &lid) {
            bone_faces_turned += winding::wind(&mut part).faces_turned;
            bones.push(part);
        } else {
            crumbs.push(Crumb { at: part.vertices[0], faces: part.faces.len(), area });
        }
    }
    let noise = noise(&skin);
    let mut smoothed = None;
    if let Some(smoothing) = settings.smoothing {
        let (smooth, moved) = smooth::smooth(&skin, smoothing);
        skin = smooth;
        smoothed = Some(moved);
    }
    let report = Report {
        vertices_given: scan.vertices.len(),
        faces_given: scan.faces.len(),
        welded,
        crumbs,
        winding,
        bone_faces_turned,
        holes,
        noise,
        smoothed,
    };
    Ok(Cleaned { skin, opening, bones, report })
}

/// The mesh with a surface across every boundary loop: what volume is measured of. Each loop is closed about its own
/// centre or in its own plane, so a cut at any tilt keeps its volume. Of a mesh whose faces agree in winding.
pub fn closed(mesh: &Mesh) -> Mesh {
    holes::closed(mesh)
}

/// Whether every edge has exactly two faces, and they agree.
pub fn is_closed(mesh: &Mesh) -> bool {
    let edges = Edges::of(&mesh.faces, mesh.vertices.len());
    edges.iter().all(|(_, _, sides)| matches!(sides, [a, b] if a.forward != b.forward))
}
