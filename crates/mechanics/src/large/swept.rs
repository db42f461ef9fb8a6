//! Hexahedra swept along rays: columns around an axis, closed below without a pole, each with layers from within to without.
//!
//! Straight down the columns are a square with rings around it, as in the block of a socket's wall: no element is a wedge. From
//! there rows lead to the horizontal, then rows at heights along the axis.

use crate::{Vec3, wall};
use std::f64::consts::FRAC_PI_2;

/// Where the disc of columns around straight down ends, of the way to the horizontal.
const DISC: f64 = 2.0 / 3.0;

/// How it is swept.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// The point from which the lower rays leave, mm.
    pub centre: Vec3,
    /// Columns around: a multiple of 8.
    pub spokes: usize,
    /// Rows between the disc and the horizontal, this among them.
    pub fan_rows: usize,
    /// Heights of the rows above it, mm over the point, rising.
    pub heights: Vec<f64>,
}

/// A swept mesh.
#[derive(Clone, Debug)]
pub struct Swept {
    /// Nodes: column by column from within to without, mm.
    pub nodes: Vec<Vec3>,
    /// Elements: of every quadrilateral of columns its layers from within to without.
    pub hexes: Vec<[u32; 8]>,
    /// Layers of elements.
    pub layers: usize,
    /// Row, angle and layer of every node, along which a matrix is cut.
    pub swept: Vec<Vec<f64>>,
    /// Columns of the highest row.
    pub top: Vec<u32>,
    quads: Vec<[u32; 4]>,
}

impl Sweep {
    /// Places every column's nodes: `place` gives them from within to without for the origin and the direction of its ray;
    /// nothing where it gives different numbers of them or none, or there are no columns.
    pub fn mesh(&self, place: impl Fn(Vec3, Vec3) -> Option<Vec<Vec3>>) -> Option<Swept> {
        if !self.spokes.is_multiple_of(8) || !(16..=256).contains(&self.spokes) || self.fan_rows == 0 {
            return None;
        }
        let (flat, mut quads) = wall::disc(self.spokes);
        let mut columns: Vec<([f64; 2], Vec3, Vec3)> = vec![];
        let fan = |share: f64, angle: f64| {
            let ((reach, down), (sine, cosine)) = ((share * FRAC_PI_2).sin_cos(), angle.sin_cos());
            ([share, angle], self.centre, Vec3::new(reach * cosine, reach * sine, -down))
        };
        columns.extend(flat.iter().map(|[x, y]| fan(x.hypot(*y) * DISC, y.atan2(*x))));
        let mut below: Vec<u32> = (columns.len() - self.spokes..columns.len()).map(|column| column as u32).collect();
        for row in 1..=self.fan_rows + self.heights.len() {
            let from = columns.len() as u32;
            for spoke in 0..self.spokes {
                let angle = std::f64::consts::TAU * spoke as f64 / self.spokes as f64;
                if row <= self.fan_rows {
                    columns.push(fan(DISC + (1.0 - DISC) * row as f64 / self.fan_rows as f64, angle));
                } else {
                    let z = self.heights[row - self.fan_rows - 1];
                    let (sine, cosine) = angle.sin_cos();
                    columns.push(([1.0 + z, angle], self.centre + Vec3::Z * z, Vec3::new(cosine, sine, 0.0)));
                }
            }
            let above: Vec<u32> = (0..self.spokes as u32).map(|spoke| from + spoke).collect();
            for spoke in 0..self.spokes {
                let next = (spoke + 1) % self.spokes;
                quads.push([below[spoke], above[spoke], above[next], below[next]]);
            }
            below = above;
        }
        let (mut nodes, mut deep) = (vec![], None);
        let mut swept = vec![vec![], vec![], vec![]];
        for ([row, angle], origin, way) in &columns {
            let placed = place(*origin, *way)?;
            if placed.len() < 2 || *deep.get_or_insert(placed.len()) != placed.len() {
                return None;
            }
            for (layer, node) in placed.into_iter().enumerate() {
                nodes.push(node);
                swept[0].push(*row);
                swept[1].push(*angle);
                swept[2].push(layer as f64);
            }
        }
        let deep = deep? as u32;
        let mut hexes = vec![];
        for quad in &quads {
            for layer in 0..deep - 1 {
                // Seen from the tip the columns turn the other way than seen from above: the outside comes first.
                let at = |layer: u32| quad.map(|column| column * deep + layer);
                let ([a, b, c, d], [e, f, g, h]) = (at(layer + 1), at(layer));
                hexes.push([a, b, c, d, e, f, g, h]);
            }
        }
        Some(Swept { nodes, hexes, layers: deep as usize - 1, swept, top: below, quads })
    }
}

impl Swept {
    /// The node of a column on a surface: 0 is the innermost.
    pub fn node(&self, column: u32, surface: usize) -> u32 {
        column * (self.layers as u32 + 1) + surface as u32
    }

    /// Columns.
    pub fn columns(&self) -> u32 {
        (self.nodes.len() / (self.layers + 1)) as u32
    }

    /// The layer of an element.
    pub fn layer(&self, element: usize) -> usize {
        element % self.layers
    }

    /// Unit normals of a surface at its columns, outwards.
    pub fn normals(&self, surface: usize) -> Vec<Vec3> {
        let mut normals = vec![Vec3::ZERO; self.columns() as usize];
        for quad in &self.quads {
            let [a, b, c, d] = quad.map(|column| self.nodes[self.node(column, surface) as usize]);
            let normal = (d - b).cross(c - a);
            quad.iter().for_each(|column| normals[*column as usize] += normal);
        }
        normals.into_iter().map(Vec3::normalize_or_zero).collect()
    }

    /// Nodes of a surface with their shares of it, mm²: those that an even pressure gives them, so that a force over its share is
    /// a pressure on distorted quadrilaterals too.
    pub fn shares(&self, surface: usize) -> Vec<(u32, f64)> {
        /// 1/√3: two points each way.
        const GAUSS: f64 = 0.577_350_269_189_625_8;
        const CORNERS: [[f64; 2]; 4] = [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]];
        let mut shares = vec![0.0; self.columns() as usize];
        for quad in &self.quads {
            let nodes = quad.map(|column| self.nodes[self.node(column, surface) as usize]);
            for [x, y] in CORNERS.map(|corner| corner.map(|c| c * GAUSS)) {
                let slope = |axis: usize| {
                    let along = |[a, b]: [f64; 2]| [a * (1.0 + b * y), b * (1.0 + a * x)][axis] / 4.0;
                    nodes.iter().zip(CORNERS).map(|(node, corner)| *node * along(corner)).sum::<Vec3>()
                };
                let area = slope(0).cross(slope(1)).length();
                for (column, [a, b]) in quad.iter().zip(CORNERS) {
                    shares[*column as usize] += area * (1.0 + a * x) * (1.0 + b * y) / 4.0;
                }
            }
        }
        (0..self.columns()).map(|column| (self.node(column, surface), shares[column as usize])).collect()
    }
}
