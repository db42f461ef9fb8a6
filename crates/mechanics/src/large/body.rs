//! A body of large strain: what its nodes feel where a motion puts them.

use super::element::{Moved, Points, Three};
use super::error::LargeError;
use super::law::Hyperelastic;
use crate::{MechanicsError, Stress, Vec3, solid};
use rayon::prelude::*;

/// Elements at a time: what they give is summed in their order, so that the bits do not depend on the threads.
const CHUNK: usize = 1024;

/// A checked body.
#[derive(Clone, Debug)]
pub struct Body {
    nodes: Vec<Vec3>,
    hexes: Vec<[u32; 8]>,
    laws: Vec<Hyperelastic>,
    points: Vec<Points>,
}

impl Body {
    /// Makes a body; `law` gives every element's.
    ///
    /// # Errors
    /// Nodes that are not there, in no element or no numbers; an element turned inside out.
    pub fn new(
        nodes: Vec<Vec3>,
        hexes: Vec<[u32; 8]>,
        law: impl Fn(usize) -> Hyperelastic,
    ) -> Result<Self, MechanicsError> {
        solid::check(&nodes, &hexes)?;
        let at = |hex: &[u32; 8]| Points::new(&hex.map(|node| nodes[node as usize]));
        let points = hexes.par_iter().map(at).collect();
        let laws = (0..hexes.len()).map(law).collect();
        Ok(Self { nodes, hexes, laws, points })
    }

    /// Nodes at rest, mm.
    pub fn nodes(&self) -> &[Vec3] {
        &self.nodes
    }

    /// Eight nodes of every element.
    pub fn hexes(&self) -> &[[u32; 8]] {
        &self.hexes
    }

    fn moved(&self, element: usize, moved: &[f64]) -> Moved {
        self.hexes[element].map(|node| {
            let at = 3 * node as usize;
            [moved[at], moved[at + 1], moved[at + 2]]
        })
    }

    fn checked(&self, moved: &[f64]) -> Result<(), LargeError> {
        let expected = 3 * self.nodes.len();
        if moved.len() == expected { Ok(()) } else { Err(LargeError::Length { given: moved.len(), expected }) }
    }

    /// Energy, N mm, and the forces that hold every node where `moved` puts it, N: three a node.
    ///
    /// # Errors
    /// A motion that turns an element inside out.
    pub fn forces(&self, moved: &[f64]) -> Result<(f64, Vec<f64>), LargeError> {
        self.checked(moved)?;
        let (mut energy, mut forces) = (0.0, vec![0.0; moved.len()]);
        let elements: Vec<usize> = (0..self.hexes.len()).collect();
        for part in elements.chunks(8 * CHUNK) {
            let found: Vec<_> = part
                .par_iter()
                .map(|at| self.points[*at].forces(&self.laws[*at], &self.moved(*at, moved), *at))
                .collect();
            for (element, found) in part.iter().zip(found) {
                let (part, of_nodes) = found?;
                energy += part;
                for (node, force) in self.hexes[*element].iter().zip(of_nodes) {
                    let to = &mut forces[3 * *node as usize..][..3];
                    to.iter_mut().zip(force).for_each(|(to, force)| *to += force);
                }
            }
        }
        Ok((energy, forces))
    }

    /// Hands every element's tangent to `add`, in the order of the elements.
    ///
    /// # Errors
    /// A motion that turns an element inside out.
    pub fn tangents(&self, moved: &[f64], mut add: impl FnMut(usize, &[Three; 36])) -> Result<(), LargeError> {
        self.checked(moved)?;
        let elements: Vec<usize> = (0..self.hexes.len()).collect();
        for part in elements.chunks(CHUNK) {
            let blocks: Vec<_> = part
                .par_iter()
                .map(|at| self.points[*at].tangent(&self.laws[*at], &self.moved(*at, moved), *at))
                .collect();
            for (element, blocks) in part.iter().zip(blocks) {
                add(*element, &blocks?);
            }
        }
        Ok(())
    }

    /// Cauchy's stress at every node: the mean of its elements, weighted by their volume at rest.
    ///
    /// # Errors
    /// A motion that turns an element inside out; a strain beyond the reach of a law.
    pub fn stresses(&self, moved: &[f64]) -> Result<Vec<Stress>, LargeError> {
        self.checked(moved)?;
        let found: Vec<_> = (0..self.hexes.len())
            .into_par_iter()
            .map(|at| self.points[at].stress(&self.laws[at], &self.moved(at, moved), at))
            .collect();
        let mut sums = vec![([0.0; 6], 0.0); self.nodes.len()];
        for (element, found) in found.into_iter().enumerate() {
            let (corners, invariant) = found?;
            let most = self.laws[element].most_invariant();
            if invariant > most {
                return Err(LargeError::OutOfRange { element, invariant, most });
            }
            let volume = self.points[element].volume();
            for (node, stress) in self.hexes[element].iter().zip(corners) {
                let (sum, share) = &mut sums[*node as usize];
                sum.iter_mut().zip(stress).for_each(|(sum, part)| *sum += volume * part);
                *share += volume;
            }
        }
        Ok(sums.into_iter().map(|(sum, share)| Stress(sum.map(|sum| sum / share))).collect())
    }
}
