//! Stress of a section through a wall, linear from face to face, from the forces at the section's nodes.
//!
//! Equations: the nodes of a section carry the forces `F` of the elements on one side. Over a length `L` of a wall `t` thick with `x`
//! from its middle, membrane stress is `ΣF / (L t)` and bending stress `6 Σ x F / (L t²)` (source `dong2001`). The forces are in
//! equilibrium on every mesh, so the figure does not grow without limit at a corner where the stress itself does.
//! Assumptions: forces of a node belong to half the way to its neighbours; shear across the wall is none at its faces, and what it is
//! in the middle is not told.

use crate::{Solid, Stress, Vec3};
use std::ops::Range;

/// Stresses on the outer face of the sections of a closed ring.
///
/// `stacks` are the ring's nodes, the inner face's first, in the order around; `side` are the elements on one side of them, `beyond`
/// a node of that side for every stack, and `hoop` the stress along the ring, which no force of the section tells, MPa.
pub fn outer_face(
    solid: &Solid,
    moved: &[f64],
    side: Range<usize>,
    stacks: &[Vec<u32>],
    beyond: &[u32],
    hoop: impl Fn(usize, Vec3) -> f64,
) -> Vec<Stress> {
    let forces = solid.forces_of(side, moved);
    let at = |node: u32| solid.nodes[node as usize];
    let ends = |stack: &[u32]| match stack {
        [first, .., last] => (at(*first), at(*last)),
        _ => (Vec3::ZERO, Vec3::ZERO),
    };
    let middles: Vec<Vec3> = stacks
        .iter()
        .map(|stack| {
            let (inner, outer) = ends(stack);
            (inner + outer) / 2.0
        })
        .collect();
    let count = stacks.len();
    (stacks.iter().zip(beyond).enumerate())
        .map(|(here, (stack, beyond))| {
            let (next, before) = (middles[(here + 1) % count], middles[(here + count - 1) % count]);
            let middle = middles[here];
            let length = ((next - middle).length() + (middle - before).length()) / 2.0;
            let (inner, outer) = ends(stack);
            let thick = (outer - inner).length();
            let s = (outer - inner) / thick;
            let along = next - before;
            let around = (along - s * along.dot(s)).normalize_or_zero();
            let mut out = around.cross(s);
            if out.dot(at(*beyond) - middle) > 0.0 {
                out = -out;
            }
            let (mut membrane, mut bending) = (Vec3::ZERO, Vec3::ZERO);
            for node in stack {
                let force = Vec3::from_slice(&forces[3 * *node as usize..]);
                membrane += force;
                bending += force * (at(*node) - middle).dot(s);
            }
            let face = membrane / (length * thick) + bending * (6.0 / (length * thick * thick));
            Stress::in_plane(out, around, [face.dot(out), hoop(here, around), face.dot(around)])
        })
        .collect()
}
