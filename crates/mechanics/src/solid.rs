//! A body of hexahedra, each with its law; checked when it is made.

use crate::law::{Law, Matrix};
use crate::{MechanicsError, Vec3, element};
use rayon::prelude::*;
use std::ops::Range;

/// A checked body.
#[derive(Clone, Debug)]
pub struct Solid {
    /// Nodes, mm.
    pub nodes: Vec<Vec3>,
    /// Eight nodes each: counter-clockwise below, then above.
    pub hexes: Vec<[u32; 8]>,
    laws: Vec<Matrix>,
}

impl Solid {
    /// Makes a body; `law` gives every element's.
    ///
    /// # Errors
    /// Nodes that are not there, in no element or no numbers; an element turned inside out; a law of no material.
    pub fn new(
        nodes: Vec<Vec3>,
        hexes: Vec<[u32; 8]>,
        law: impl Fn(usize) -> Law + Sync,
    ) -> Result<Self, MechanicsError> {
        check(&nodes, &hexes)?;
        let laws = (0..hexes.len()).into_par_iter().map(|element| law(element).matrix()).collect::<Result<_, _>>()?;
        Ok(Self { nodes, hexes, laws })
    }

    /// Corners of an element.
    pub fn corners(&self, element: usize) -> [Vec3; 8] {
        self.hexes[element].map(|node| self.nodes[node as usize])
    }

    pub(crate) fn block(&self, element: usize) -> element::Block {
        element::stiffness(&self.corners(element), &self.laws[element])
    }

    pub(crate) fn law(&self, element: usize) -> &Matrix {
        &self.laws[element]
    }

    pub(crate) fn of(&self, element: usize, values: &[f64]) -> [f64; 24] {
        let hex = &self.hexes[element];
        std::array::from_fn(|at| values[3 * hex[at / 3] as usize + at % 3])
    }

    /// The forces that hold every node where `moved` puts it, N: three a node.
    pub fn internal_forces(&self, moved: &[f64]) -> Vec<f64> {
        self.forces_of(0..self.hexes.len(), moved)
    }

    /// The part of these forces that some of the elements take.
    pub fn forces_of(&self, elements: Range<usize>, moved: &[f64]) -> Vec<f64> {
        let elements = elements.start.min(self.hexes.len())..elements.end.min(self.hexes.len());
        let parts: Vec<[f64; 24]> = elements
            .clone()
            .into_par_iter()
            .map(|element| {
                let u = self.of(element, moved);
                self.block(element).map(|row| row.iter().zip(u).map(|(k, u)| k * u).sum())
            })
            .collect();
        let mut forces = vec![0.0; 3 * self.nodes.len()];
        for (hex, part) in self.hexes[elements].iter().zip(parts) {
            for (at, force) in part.into_iter().enumerate() {
                forces[3 * hex[at / 3] as usize + at % 3] += force;
            }
        }
        forces
    }

    /// Neighbours of every node, itself left out, ascending.
    pub(crate) fn neighbours(&self) -> Vec<Vec<u32>> {
        neighbours(self.nodes.len(), &self.hexes)
    }
}

/// Neighbours of every node, itself left out, ascending.
pub(crate) fn neighbours(nodes: usize, hexes: &[[u32; 8]]) -> Vec<Vec<u32>> {
    let mut near = vec![vec![]; nodes];
    for hex in hexes {
        for a in hex {
            near[*a as usize].extend(hex.iter().filter(|b| *b != a));
        }
    }
    near.par_iter_mut().for_each(|near| {
        near.sort_unstable();
        near.dedup();
    });
    near
}

/// Whether nodes and elements are a mesh.
pub(crate) fn check(nodes: &[Vec3], hexes: &[[u32; 8]]) -> Result<(), MechanicsError> {
    if hexes.is_empty() {
        return Err(MechanicsError::Empty);
    }
    if let Some(node) = nodes.iter().position(|node| !node.is_finite()) {
        return Err(MechanicsError::NotFinite { node });
    }
    let mut used = vec![false; nodes.len()];
    for (element, hex) in hexes.iter().enumerate() {
        for node in hex {
            let here = used.get_mut(*node as usize);
            *here.ok_or(MechanicsError::NoSuchNode { element, node: *node, nodes: nodes.len() })? = true;
        }
    }
    if let Some(node) = used.iter().position(|used| !used) {
        return Err(MechanicsError::Loose { node });
    }
    for (element, hex) in hexes.iter().enumerate() {
        let jacobian = element::least_jacobian(&hex.map(|node| nodes[node as usize]));
        if jacobian <= 0.0 {
            return Err(MechanicsError::Inverted { element, jacobian });
        }
    }
    Ok(())
}
