//! Hexahedra of a socket's wall and of the block of its mount, from the socket's chart.
//!
//! ```text
//!   wall   │ │ rows up to the trim line, layers through the wall
//!           \ \___ ring: where the block's side meets the wall's outside
//!            \____/|      inside the ring the columns are a square with rings around it
//!   block    |_____|      layers from the wall's outside down to the plane of the mounting face
//! ```
//! Structured and conforming: columns around and along are extruded through the wall, those inside the ring also through the
//! block. Left out: the rounded brim, holes, ports and their seats, fillets, windows, the seal land's grooves.

use crate::{MechanicsError, Solid, Vec3, bed::Patch, law::Law};
use geometry::chart::Chart;
use std::f64::consts::{FRAC_PI_4, TAU};
use std::ops::Range;

/// What is meshed.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'a> {
    /// The rays.
    pub chart: &'a Chart,
    /// The inside, as radii.
    pub inner: &'a [f64],
    /// The outside, as radii.
    pub outer: &'a [f64],
    /// Height of the mounting face, mm.
    pub face_z: f64,
    /// Its diameter, mm.
    pub face_mm: f64,
}

/// How finely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fineness {
    /// Columns around: a multiple of 8.
    pub spokes: usize,
    /// Elements through the wall.
    pub through: usize,
    /// Elements down the block.
    pub down: usize,
    /// Length of an element along the wall, mm.
    pub along_mm: f64,
    /// Elements in 0.4 of the wall's thickness above the ring.
    pub near: usize,
}

impl Fineness {
    /// How many times finer each is than the one before it, along the wall and around.
    pub const RATIO: f64 = 1.5;
    /// Coarser, to see what fineness changes.
    pub const COARSE: Self = Self { spokes: 32, through: 2, down: 2, along_mm: 8.1, near: 1 };
    /// The usual one.
    pub const USUAL: Self = Self { spokes: 48, through: 2, down: 3, along_mm: 5.4, near: 1 };
    /// Finer, to see what fineness changes.
    pub const FINE: Self = Self { spokes: 72, through: 3, down: 4, along_mm: 3.6, near: 2 };
}

/// Where stress is read at the ring: a re-entrant corner, at which the elastic stress has no limit. That across the ring is the
/// section's ([`crate::section`]). That along it, which no section's force tells, is continued linearly from 0.4 and 1.0 of the
/// wall's thickness (structural hot-spot stress; source `hobbacher2016`).
#[derive(Clone, Copy, Debug)]
pub struct HotSpot {
    /// Node at the corner.
    pub corner: u32,
    /// Node at 0.4 of the thickness on the wall's outside.
    pub near: u32,
    /// Node at 1.0 of the thickness.
    pub far: u32,
}

/// Nodes and elements with what they are of.
#[derive(Clone, Debug)]
pub struct WallMesh {
    /// The nodes, mm.
    pub nodes: Vec<Vec3>,
    /// The elements.
    pub hexes: Vec<[u32; 8]>,
    /// Normal of the wall in every element, outwards; of the block's, down.
    pub normals: Vec<Vec3>,
    /// Elements before this are the wall's, the others the block's.
    pub block_from: usize,
    /// Every node of the inside with its share of it.
    pub inside: Vec<Patch>,
    /// Faces seen from outside: wall, block and mounting face.
    pub outside: Vec<[u32; 4]>,
    /// Nodes of the mounting face.
    pub face: Vec<u32>,
    /// Where stress is read at the ring.
    pub hot_spots: Vec<HotSpot>,
    /// Nodes of the wall under every hot spot, the inside's first.
    pub ring: Vec<Vec<u32>>,
    /// Elements of the wall above the ring.
    pub above_ring: Range<usize>,
    /// Nodes whose own stress is not read: the ring and what is nearer to it than the wall is thick, and the mounting face.
    pub unread: Vec<bool>,
    /// Mean thickness of the wall at the ring, mm.
    pub ring_wall_mm: f64,
    /// Centre of the mounting face.
    pub centre: Vec3,
}

/// So near to the ring, in thicknesses of the wall, the corner itself changes the stress at a node; the far point of the hot spot is not.
const CLOSE: f64 = 0.95;

/// A column: the ray through row `t` (continuous) and angle.
#[derive(Clone, Copy, Debug)]
struct At {
    t: f64,
    angle: f64,
}

struct Surfaces<'a> {
    shape: Shape<'a>,
    inner: Vec<Vec3>,
    outer: Vec<Vec3>,
}

impl Surfaces<'_> {
    fn point(&self, points: &[Vec3], at: At) -> Vec3 {
        let chart = self.shape.chart;
        let last = chart.trim_row() as f64;
        let t = at.t.clamp(0.0, last);
        let row = (t as usize).min(chart.trim_row() - 1);
        let s = at.angle.rem_euclid(TAU) / TAU * chart.spokes() as f64;
        let spoke = s as usize % chart.spokes();
        let (up, on) = (t - row as f64, s - s.floor());
        let here = |row: usize, spoke: usize| points[chart.index(row, spoke)];
        (here(row, spoke) * (1.0 - on) + here(row, spoke + 1) * on) * (1.0 - up)
            + (here(row + 1, spoke) * (1.0 - on) + here(row + 1, spoke + 1) * on) * up
    }

    /// The row at which the outside is this far from the mount's axis.
    fn row_at(&self, angle: f64, distance: f64) -> Option<f64> {
        let axis = self.outer[0];
        let off = |t: f64| (self.point(&self.outer, At { t, angle }) - axis).with_z(0.0).length() - distance;
        let last = self.shape.chart.trim_row();
        let after = (0..=last).find(|row| off(*row as f64) >= 0.0)? as f64;
        let (mut low, mut high) = ((after - 1.0).max(0.0), after);
        for _ in 0..50 {
            let middle = (low + high) / 2.0;
            if off(middle) < 0.0 { low = middle } else { high = middle }
        }
        Some((low + high) / 2.0)
    }
}

/// Columns of the disc inside the ring, in units of its radius, and their quadrilaterals; the ring's columns come last, in the
/// order of their angle.
pub(crate) fn disc(spokes: usize) -> (Vec<[f64; 2]>, Vec<[u32; 4]>) {
    /// Half the side of the square in the middle, of the radius; how much of a circle its sides are.
    const SQUARE: f64 = 0.55;
    const ROUND: f64 = 0.4;
    let m = spokes / 4;
    let rings = (spokes / 12).max(2);
    let side = |i: usize| (FRAC_PI_4 * (2.0 * i as f64 / m as f64 - 1.0)).tan();
    let mut columns = vec![];
    for j in 0..=m {
        for i in 0..=m {
            let (x, y) = (side(i), side(j));
            let (most, length) = (x.abs().max(y.abs()), x.hypot(y));
            // A square's point and that of a circle at the same angle.
            let factor = if length > 0.0 { (1.0 - ROUND) + ROUND * most * 1.2 / length } else { 1.0 };
            columns.push([SQUARE * x * factor, SQUARE * y * factor]);
        }
    }
    let at = |i: usize, j: usize| (j * (m + 1) + i) as u32;
    let mut quads: Vec<[u32; 4]> = (0..m)
        .flat_map(|j| (0..m).map(move |i| (i, j)))
        .map(|(i, j)| [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)])
        .collect();
    // The square's edge by angle: from the middle of its right side counter-clockwise.
    let mut edge: Vec<u32> = (0..m).map(|k| at(m, k)).collect();
    edge.extend((0..m).map(|k| at(m - k, m)));
    edge.extend((0..m).map(|k| at(0, m - k)));
    edge.extend((0..m).map(|k| at(k, 0)));
    edge.rotate_left(m / 2);
    let mut below = edge.clone();
    for ring in 1..=rings {
        let from = columns.len() as u32;
        for (spoke, start) in edge.iter().enumerate() {
            let (sine, cosine) = (TAU * spoke as f64 / spokes as f64).sin_cos();
            let [x, y] = columns[*start as usize];
            let share = ring as f64 / rings as f64;
            columns.push([x + share * (cosine - x), y + share * (sine - y)]);
        }
        let above: Vec<u32> = (0..spokes as u32).map(|spoke| from + spoke).collect();
        for spoke in 0..spokes {
            let next = (spoke + 1) % spokes;
            quads.push([below[spoke], above[spoke], above[next], below[next]]);
        }
        below = above;
    }
    (columns, quads)
}

/// Meshes wall and block.
///
/// # Errors
/// A fineness or a block that cannot be meshed.
pub fn mesh(shape: Shape, fineness: &Fineness) -> Result<WallMesh, MechanicsError> {
    let spokes = fineness.spokes;
    if !spokes.is_multiple_of(8) || !(16..=256).contains(&spokes) {
        return Err(MechanicsError::Spokes { spokes });
    }
    let (inner, outer) = (shape.chart.points(shape.inner), shape.chart.points(shape.outer));
    let surfaces = Surfaces { shape, inner, outer };
    let radius = shape.face_mm / 2.0;
    let wide = MechanicsError::FaceTooWide { diameter_mm: shape.face_mm };
    let (flat, mut quads) = disc(spokes);
    let mut columns: Vec<At> = vec![];
    for [x, y] in &flat {
        let angle = y.atan2(*x);
        let t = surfaces.row_at(angle, x.hypot(*y) * radius).ok_or(wide.clone())?;
        columns.push(At { t, angle });
    }
    let (in_disc, disc_quads) = (columns.len(), quads.len());
    let ring_at = in_disc - spokes;
    let ends = |at: At| [surfaces.point(&surfaces.inner, at), surfaces.point(&surfaces.outer, at)];
    let thickness = |at: &At| {
        let [inner, outer] = ends(*at);
        (outer - inner).length()
    };
    let ring_wall_mm = columns[ring_at..].iter().map(thickness).sum::<f64>() / spokes as f64;
    // Rows above the ring, at lengths along the outside of every spoke.
    let lines: Vec<Vec<(f64, f64)>> =
        (0..spokes).map(|spoke| line(&surfaces, columns[ring_at + spoke], spoke, spokes)).collect();
    let lengths: Vec<f64> = lines.iter().map(|line| line.last().map_or(0.0, |end| end.1)).collect();
    if lengths.iter().any(|length| *length <= 2.0 * ring_wall_mm) {
        return Err(wide);
    }
    let mean = lengths.iter().sum::<f64>() / spokes as f64;
    let rows = (((mean - ring_wall_mm) / fineness.along_mm).ceil() as usize).max(4);
    let near = fineness.near.max(1);
    let mut below: Vec<u32> = (ring_at..in_disc).map(|column| column as u32).collect();
    for row in 1..=2 * near + rows {
        let from = columns.len() as u32;
        for spoke in 0..spokes {
            let length = if row <= near {
                0.4 * ring_wall_mm * row as f64 / near as f64
            } else if row <= 2 * near {
                ring_wall_mm * (0.4 + 0.6 * (row - near) as f64 / near as f64)
            } else {
                ring_wall_mm + (lengths[spoke] - ring_wall_mm) * (row - 2 * near) as f64 / rows as f64
            };
            columns.push(At { t: reached(&lines[spoke], length), angle: TAU * spoke as f64 / spokes as f64 });
        }
        let above: Vec<u32> = (0..spokes as u32).map(|spoke| from + spoke).collect();
        for spoke in 0..spokes {
            let next = (spoke + 1) % spokes;
            quads.push([below[spoke], above[spoke], above[next], below[next]]);
        }
        below = above;
    }
    let mut mesh = extrude(&surfaces, &columns, &quads, fineness, in_disc, disc_quads)?;
    mesh.ring_wall_mm = ring_wall_mm;
    let layers = fineness.through as u32 + 1;
    let outside = |column: usize| column as u32 * layers + layers - 1;
    let row = |row: usize, spoke: usize| outside(in_disc + (row - 1) * spokes + spoke);
    for spoke in 0..spokes {
        let corner = outside(ring_at + spoke);
        mesh.hot_spots.push(HotSpot { corner, near: row(near, spoke), far: row(2 * near, spoke) });
        mesh.ring.push((0..layers).map(|layer| (ring_at + spoke) as u32 * layers + layer).collect());
    }
    let corners: Vec<Vec3> = mesh.hot_spots.iter().map(|spot| mesh.nodes[spot.corner as usize]).collect();
    let close = |node: &Vec3| corners.iter().any(|corner| (*node - *corner).length() < CLOSE * ring_wall_mm);
    mesh.unread = mesh.nodes.iter().map(close).collect();
    mesh.face.iter().for_each(|node| mesh.unread[*node as usize] = true);
    Ok(mesh)
}

/// Row and length along the outside from the ring to the trim line.
fn line(surfaces: &Surfaces, ring: At, spoke: usize, spokes: usize) -> Vec<(f64, f64)> {
    let angle = TAU * spoke as f64 / spokes as f64;
    let last = surfaces.shape.chart.trim_row();
    let rows = (ring.t.floor() as usize + 1..=last).map(|row| row as f64);
    let (mut from, mut length) = (surfaces.point(&surfaces.outer, At { t: ring.t, angle }), 0.0);
    let mut out = vec![(ring.t, 0.0)];
    for t in rows {
        let to = surfaces.point(&surfaces.outer, At { t, angle });
        length += (to - from).length();
        from = to;
        out.push((t, length));
    }
    out
}

/// The row at a length.
fn reached(line: &[(f64, f64)], length: f64) -> f64 {
    let after = line.partition_point(|(_, at)| *at < length).clamp(1, line.len() - 1);
    let [(t0, l0), (t1, l1)] = [line[after - 1], line[after]];
    if l1 > l0 { t0 + (t1 - t0) * ((length - l0) / (l1 - l0)).clamp(0.0, 1.0) } else { t1 }
}

/// Layers through the wall, then down the block.
fn extrude(
    surfaces: &Surfaces,
    columns: &[At],
    quads: &[[u32; 4]],
    fineness: &Fineness,
    in_disc: usize,
    disc_quads: usize,
) -> Result<WallMesh, MechanicsError> {
    let through = fineness.through.max(1);
    let down = fineness.down.max(1);
    let layers = through + 1;
    let mut nodes = Vec::with_capacity(columns.len() * layers + in_disc * down);
    for at in columns {
        let (inner, outer) = (surfaces.point(&surfaces.inner, *at), surfaces.point(&surfaces.outer, *at));
        nodes.extend((0..layers).map(|layer| inner + (outer - inner) * (layer as f64 / through as f64)));
    }
    let wall = |column: u32, layer: usize| column * layers as u32 + layer as u32;
    let block_start = nodes.len() as u32;
    let face_z = surfaces.shape.face_z;
    let mut height_mm = f64::INFINITY;
    for column in 0..in_disc as u32 {
        let top = nodes[wall(column, through) as usize];
        height_mm = height_mm.min(top.z - face_z);
        nodes.extend((1..=down).map(|layer| top.with_z(top.z + (face_z - top.z) * layer as f64 / down as f64)));
    }
    if height_mm < 0.5 {
        return Err(MechanicsError::NoBlock { height_mm });
    }
    let block = |column: u32, layer: usize| match layer {
        0 => wall(column, through),
        _ => block_start + column * down as u32 + layer as u32 - 1,
    };
    let (mut hexes, mut normals, mut outside) = (vec![], vec![], vec![]);
    let mut areas = vec![Vec3::ZERO; columns.len()];
    let crossed = |nodes: &[Vec3], [a, b, c, d]: [u32; 4]| {
        let at = |node: u32| nodes[node as usize];
        (at(c) - at(a)).cross(at(d) - at(b)) / 2.0
    };
    for (index, quad) in quads.iter().enumerate() {
        let at = |layer: usize| quad.map(|column| wall(column, layer));
        // Seen from the tip the columns turn the other way than seen from above: the outside comes first.
        let inwards = crossed(&nodes, at(0));
        for column in quad {
            areas[*column as usize] -= inwards / 4.0;
        }
        for layer in 0..through {
            let ([a, b, c, d], [e, f, g, h]) = (at(layer + 1), at(layer));
            hexes.push([a, b, c, d, e, f, g, h]);
            normals.push(-inwards.normalize_or_zero());
        }
        if index >= disc_quads {
            let [a, b, c, d] = at(through);
            outside.push([a, d, c, b]);
        }
    }
    let block_from = hexes.len();
    for quad in &quads[..disc_quads] {
        let at = |layer: usize| quad.map(|column| block(column, layer));
        for layer in 0..down {
            let ([a, b, c, d], [e, f, g, h]) = (at(layer + 1), at(layer));
            hexes.push([a, b, c, d, e, f, g, h]);
            normals.push(Vec3::new(0.0, 0.0, -1.0));
        }
        let [a, b, c, d] = at(down);
        outside.push([a, d, c, b]);
    }
    let spokes = fineness.spokes;
    for spoke in 0..spokes {
        let column = |spoke: usize| (in_disc - spokes + spoke % spokes) as u32;
        for layer in 0..down {
            let [a, b] = [column(spoke), column(spoke + 1)];
            outside.push([block(a, layer + 1), block(b, layer + 1), block(b, layer), block(a, layer)]);
        }
    }
    let inside = areas.into_iter().enumerate().map(|(column, area)| {
        let node = wall(column as u32, 0);
        Patch { node, at: nodes[node as usize], area }
    });
    Ok(WallMesh {
        inside: inside.collect(),
        face: (0..in_disc as u32).map(|column| block(column, down)).collect(),
        centre: surfaces.outer[0].with_z(face_z),
        hot_spots: vec![],
        ring: vec![],
        above_ring: disc_quads * through..block_from,
        unread: vec![],
        ring_wall_mm: 0.0,
        nodes,
        hexes,
        normals,
        block_from,
        outside,
    })
}

impl WallMesh {
    /// The body with a law for every normal.
    ///
    /// # Errors
    /// An element turned inside out, or a law of no material.
    pub fn solid(&self, law: impl Fn(Vec3) -> Law + Sync) -> Result<Solid, MechanicsError> {
        Solid::new(self.nodes.clone(), self.hexes.clone(), |element| law(self.normals[element]))
    }
}
