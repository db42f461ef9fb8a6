//! The tangent of a body as blocks in the order of elimination, and its factor.

use super::body::Body;
use super::element::{PAIRS, Three};
use super::error::LargeError;
use crate::dissection::dissect;
use crate::multifrontal::{Blocks, Fronts, Plan};
use crate::{Held, solid};

/// Where everything goes: made once for a mesh and what is held of it.
#[derive(Debug)]
pub struct Pattern {
    blocks: Blocks,
    plan: Plan,
    /// Position of every node.
    place: Vec<u32>,
    /// Degree of the mesh at every free degree.
    degrees: Vec<u32>,
    /// Of every element: which block each of its pairs goes to, twice; odd where it is turned.
    scatter: Vec<[u32; 36]>,
}

/// A factor in the precision that served.
#[derive(Debug)]
enum Numbers {
    Single(Fronts<f32>),
    Double(Fronts<f64>),
}

/// A factor of a tangent.
#[derive(Debug)]
pub struct Factored(Numbers);

/// How much of its diagonal is added to a tangent that is not positive definite.
const STIFFER: [f64; 4] = [0.0, 0.01, 0.1, 1.0];

impl Pattern {
    /// Orders a body; `swept` gives further coordinates of every node along which it may be cut: row, angle, layer.
    pub fn new(body: &Body, held: &Held, swept: &[Vec<f64>]) -> Result<Self, LargeError> {
        let (nodes, hexes) = (body.nodes(), body.hexes());
        let expected = 3 * nodes.len();
        if held.values().len() != expected {
            return Err(LargeError::Length { given: held.values().len(), expected });
        }
        let near = solid::neighbours(nodes.len(), hexes);
        let mut axes: Vec<Vec<f64>> =
            (0..3).map(|axis| nodes.iter().map(|node| node.to_array()[axis]).collect()).collect();
        axes.extend(swept.iter().filter(|axis| axis.len() == nodes.len()).cloned());
        let dissection = dissect(&axes, &near);
        let mut place = vec![0; nodes.len()];
        for (position, node) in dissection.order.iter().enumerate() {
            place[*node as usize] = position as u32;
        }
        let (mut starts, mut rows) = (vec![0], vec![]);
        let (mut free, mut degrees) = (vec![], vec![]);
        for (position, node) in dissection.order.iter().enumerate() {
            let position = position as u32;
            let from = rows.len();
            rows.push(position);
            rows.extend(near[*node as usize].iter().map(|other| place[*other as usize]).filter(|row| *row > position));
            rows[from..].sort_unstable();
            starts.push(rows.len() as u32);
            let of_node: [usize; 3] = std::array::from_fn(|axis| 3 * *node as usize + axis);
            let unheld = of_node.map(|degree| held.values()[degree].is_none());
            degrees.extend(of_node.iter().zip(unheld).filter(|(_, unheld)| *unheld).map(|(degree, _)| *degree as u32));
            free.push(unheld);
        }
        let entry = |hex: &[u32; 8], (a, b): (usize, usize)| {
            let (a, b) = (place[hex[a] as usize], place[hex[b] as usize]);
            let (row, column) = (a.max(b), a.min(b));
            let from = starts[column as usize];
            let found = rows[from as usize..starts[column as usize + 1] as usize].binary_search(&row);
            2 * (from + found.unwrap_or_default() as u32) + u32::from(a < b)
        };
        let scatter = hexes.iter().map(|hex| PAIRS.map(|pair| entry(hex, pair))).collect();
        let plan = Plan::new(dissection, &starts, &rows, free);
        let values = vec![[[0.0; 3]; 3]; rows.len()];
        Ok(Self { blocks: Blocks { starts, rows, values }, plan, place, degrees, scatter })
    }

    /// Free degrees.
    pub fn unknowns(&self) -> usize {
        self.plan.unknowns()
    }

    /// Numbers that a factor keeps.
    pub fn entries(&self) -> usize {
        self.plan.entries()
    }

    /// Assembles the tangent where `moved` puts the nodes.
    pub fn assemble(&mut self, body: &Body, moved: &[f64]) -> Result<(), LargeError> {
        let values = &mut self.blocks.values;
        values.fill([[0.0; 3]; 3]);
        body.tangents(moved, |element, blocks| {
            for (entry, block) in self.scatter[element].iter().zip(blocks) {
                let to = &mut values[*entry as usize / 2];
                for i in 0..3 {
                    for k in 0..3 {
                        to[i][k] += if entry.is_multiple_of(2) { block[i][k] } else { block[k][i] };
                    }
                }
            }
        })
    }

    /// Adds to a node's own block.
    pub fn add(&mut self, node: usize, block: &Three) {
        // A position's own block is the first of its column.
        let at = self.blocks.starts[self.place[node] as usize] as usize;
        for (to, from) in self.blocks.values[at].iter_mut().flatten().zip(block.iter().flatten()) {
            *to += from;
        }
    }

    /// Product with a motion of all nodes, three a node.
    pub fn times(&self, moved: &[f64]) -> Vec<f64> {
        let mut node = vec![0_usize; self.place.len()];
        self.place.iter().enumerate().for_each(|(at, place)| node[*place as usize] = 3 * at);
        let mut out = vec![0.0; moved.len()];
        for column in 0..node.len() {
            let b = node[column];
            for entry in self.blocks.starts[column] as usize..self.blocks.starts[column + 1] as usize {
                let (a, block) = (node[self.blocks.rows[entry] as usize], &self.blocks.values[entry]);
                for i in 0..3 {
                    for k in 0..3 {
                        out[a + i] += block[i][k] * moved[b + k];
                        if a != b {
                            out[b + k] += block[i][k] * moved[a + i];
                        }
                    }
                }
            }
        }
        out
    }

    /// Factors what was assembled: in single precision, else in double, else with a stiffer diagonal, which still leads
    /// downhill in energy.
    pub fn factor(&self) -> Result<Factored, LargeError> {
        for stiffer in STIFFER {
            let mut blocks = None;
            if stiffer > 0.0 {
                let mut copy = self.blocks.clone();
                for start in &self.blocks.starts[..self.place.len()] {
                    let block = &mut copy.values[*start as usize];
                    (0..3).for_each(|axis| block[axis][axis] += stiffer * block[axis][axis].abs());
                }
                blocks = Some(copy);
            }
            let blocks = blocks.as_ref().unwrap_or(&self.blocks);
            if let Some(fronts) = Fronts::new(&self.plan, blocks) {
                return Ok(Factored(Numbers::Single(fronts)));
            }
            if stiffer == 0.0
                && let Some(fronts) = Fronts::new(&self.plan, blocks)
            {
                return Ok(Factored(Numbers::Double(fronts)));
            }
        }
        Err(LargeError::NoFactor { unknowns: self.unknowns() })
    }

    /// Solves for forces of all nodes; held degrees come out as nothing.
    pub fn solve(&self, factor: &Factored, forces: &[f64]) -> Vec<f64> {
        let right: Vec<f64> = self.degrees.iter().map(|degree| forces[*degree as usize]).collect();
        let solved = match &factor.0 {
            Numbers::Single(fronts) => fronts.solve(&self.plan, &right),
            Numbers::Double(fronts) => fronts.solve(&self.plan, &right),
        };
        let mut out = vec![0.0; 3 * self.place.len()];
        self.degrees.iter().zip(solved).for_each(|(degree, value)| out[*degree as usize] = value);
        out
    }
}
