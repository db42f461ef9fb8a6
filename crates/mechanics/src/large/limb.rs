//! A limb in its liner as a mesh, and its socket as rays, from their surfaces.
//!
//! Columns leave a point and a vertical axis within the limb; each goes from a core through the tissue to the skin and on through
//! the liner, which is as thick across the skin as it is said to be. **The core stands for bones that are not known**: a share of
//! the way to the skin. Published models differ by more than twice in pressure for that alone, so that whoever shows a pressure
//! says which share was taken.

use super::rays::Rays;
use super::swept::{Sweep, Swept};
use crate::Vec3;
use geometry::query::Surface;
use std::f64::consts::FRAC_PI_2;

/// What is meshed.
#[derive(Clone, Copy)]
pub struct Shapes<'a> {
    /// The skin.
    pub skin: &'a Surface,
    /// The socket's inside, as far up as it is drawn.
    pub socket: &'a Surface,
    /// The point from which the lower rays leave, mm: well within the limb, with the axis above it.
    pub centre: Vec3,
    /// The core's radius, of the skin's: above 0, below 1.
    pub core: f64,
    /// The liner's thickness, mm.
    pub liner_mm: f64,
    /// The height at which limb and mesh end, mm: some 50 mm above the brim.
    pub top: f64,
}

/// How finely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fineness {
    /// Columns around: a multiple of 8.
    pub spokes: usize,
    /// Layers of tissue and of liner.
    pub layers: [usize; 2],
    /// Distance of rows above the point, mm.
    pub row_mm: f64,
}

/// Why a limb has no mesh.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NoLimb {
    /// A ray that meets no surface.
    #[error("a ray at a height of {height_mm:.0} mm meets no {what}; end the mesh lower, or scan more of the limb")]
    Open {
        /// Skin or socket.
        what: &'static str,
        /// Where, mm.
        height_mm: f64,
    },
    /// Numbers of which no mesh is made.
    #[error("{what} is {value}; {expected}")]
    Number {
        /// Which.
        what: &'static str,
        /// Its value.
        value: f64,
        /// What would be right.
        expected: &'static str,
    },
}

/// A limb in its liner, and its socket.
#[derive(Clone, Debug)]
pub struct Limb {
    /// The mesh: layers of tissue, then of liner.
    pub mesh: Swept,
    /// The socket; above what is drawn of it every spoke goes straight on.
    pub socket: Rays,
    /// Layers of tissue.
    pub tissue: usize,
}

/// Meshes a limb.
///
/// # Errors
/// Numbers of which no mesh is made, or surfaces with holes.
pub fn mesh(shapes: &Shapes<'_>, fineness: &Fineness) -> Result<Limb, NoLimb> {
    let number = |what, value, expected| Err(NoLimb::Number { what, value, expected });
    if !(shapes.core > 0.0 && shapes.core < 1.0) {
        return number("the core's share", shapes.core, "give one between 0 and 1");
    }
    if !(shapes.liner_mm > 0.0 && shapes.liner_mm < 50.0) {
        return number("the liner's thickness", shapes.liner_mm, "give mm between 0 and 50");
    }
    let height = shapes.top - shapes.centre.z;
    if !(fineness.row_mm >= 1.0 && height > 0.0 && height < 1000.0 * fineness.row_mm) {
        return number("the distance of rows", fineness.row_mm, "give at least 1 mm, and a top above the point");
    }
    let [tissue, liner] = fineness.layers;
    if tissue == 0 || liner == 0 || tissue + liner > 100 {
        return number("the number of layers", (tissue + liner) as f64, "give at least one each and at most 100");
    }
    let rows = (height / fineness.row_mm).ceil() as usize;
    let heights = (1..=rows).map(|row| height * row as f64 / rows as f64).collect();
    let sweep =
        Sweep { centre: shapes.centre, spokes: fineness.spokes, fan_rows: (fineness.spokes / 12).max(1), heights };
    let missed = std::cell::Cell::new(None);
    let place = |origin: Vec3, way: Vec3| {
        let Some(hit) = shapes.skin.along(origin, way) else {
            missed.set(Some(origin.z));
            return None;
        };
        let share = |layer: usize| shapes.core + (1.0 - shapes.core) * layer as f64 / tissue as f64;
        let within = (0..=tissue).map(|layer| origin + way * (hit.distance * share(layer)));
        // The liner's nodes follow, when the skin's normals are known.
        Some(within.chain((0..liner).map(|_| hit.point)).collect())
    };
    let Some(mut mesh) = sweep.mesh(place) else {
        return match missed.get() {
            Some(height_mm) => Err(NoLimb::Open { what: "skin", height_mm }),
            None => number("columns around", fineness.spokes as f64, "give a multiple of 8 from 16 to 256"),
        };
    };
    for (column, normal) in mesh.normals(tissue).into_iter().enumerate() {
        let skin = mesh.nodes[mesh.node(column as u32, tissue) as usize];
        for layer in 1..=liner {
            let node = mesh.node(column as u32, tissue + layer) as usize;
            mesh.nodes[node] = skin + normal * (shapes.liner_mm * layer as f64 / liner as f64);
        }
    }
    Ok(Limb { mesh, socket: socket(shapes)?, tissue })
}

/// The socket as rays, a little finer than its own chart is curved.
fn socket(shapes: &Shapes<'_>) -> Result<Rays, NoLimb> {
    const SPOKES: usize = 96;
    const FAN_ROWS: usize = 24;
    let around = |angle: f64| Vec3::new(angle.cos(), angle.sin(), 0.0);
    let level = (0..8).filter_map(|side| shapes.socket.along(shapes.centre, around(f64::from(side) * FRAC_PI_2 / 2.0)));
    let (sum, count) = level.fold((0.0, 0), |(sum, count), hit| (sum + hit.distance, count + 1));
    if count == 0 {
        return Err(NoLimb::Open { what: "socket", height_mm: shapes.centre.z });
    }
    // Rows above the point as far apart as below it: the slope goes on.
    let row_mm = sum / f64::from(count) * FRAC_PI_2 / FAN_ROWS as f64;
    // Half a row lower than the mesh: where rays turn from a point to an axis, the normal has a small kink, and no node lies there.
    let centre = shapes.centre - Vec3::Z * (row_mm / 2.0);
    let rows = FAN_ROWS + 3 + ((shapes.top - centre.z) / row_mm).ceil() as usize;
    let (mut below, mut cast): (Vec<Option<f64>>, usize) = (vec![None; SPOKES], 0);
    let mut missed = centre.z;
    let radius = |origin: Vec3, way: Vec3| {
        let spoke = cast % SPOKES;
        cast += 1;
        let hit = shapes.socket.along(origin, way).map(|hit| hit.distance);
        // Above the brim there is no wall to meet.
        let radius = hit.or(below[spoke].filter(|_| origin.z > centre.z));
        below[spoke] = radius;
        if radius.is_none() {
            missed = origin.z;
        }
        radius
    };
    let rays = Rays::new(centre, [SPOKES, FAN_ROWS, rows], row_mm, radius);
    rays.ok_or(NoLimb::Open { what: "socket", height_mm: missed })
}

impl Limb {
    /// Nodes of the liner's outside with their shares of it, mm², where `below` says that the socket has a wall.
    pub fn outside(&self, below: impl Fn(Vec3) -> bool) -> Vec<(u32, f64)> {
        let shares = self.mesh.shares(self.mesh.layers).into_iter();
        shares.filter(|(node, _)| below(self.mesh.nodes[*node as usize])).collect()
    }

    /// Nodes that bones and the body above hold: the core's, and the tissue's at the top.
    pub fn held(&self) -> Vec<u32> {
        let core = (0..self.mesh.columns()).map(|column| self.mesh.node(column, 0));
        let top = self.mesh.top.iter().flat_map(|column| (1..=self.tissue).map(|at| self.mesh.node(*column, at)));
        core.chain(top).collect()
    }
}
