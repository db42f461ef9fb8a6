//! The hexahedron of eight nodes with incompatible modes: good in bending with one element through a wall.
//!
//! Equations: displacements are trilinear plus three modes `1 − ξ²` that the element keeps to itself (Wilson), with their
//! gradients taken at the element's centre, so that every element passes the patch test (Taylor; source `taylor1976`).
//! The modes are condensed. CalculiX calls the same element C3D8I. Eight integration points.

use crate::law::Matrix;
use crate::{Vec3, dense};

/// Corners in parent coordinates: counter-clockwise below, then above.
pub const CORNERS: [[f64; 3]; 8] = [
    [-1.0, -1.0, -1.0],
    [1.0, -1.0, -1.0],
    [1.0, 1.0, -1.0],
    [-1.0, 1.0, -1.0],
    [-1.0, -1.0, 1.0],
    [1.0, -1.0, 1.0],
    [1.0, 1.0, 1.0],
    [-1.0, 1.0, 1.0],
];

/// 1/√3.
const GAUSS: f64 = 0.577_350_269_189_625_8;

/// Stiffness of an element, three degrees a node.
pub type Block = [[f64; 24]; 24];

type Strains<const N: usize> = [[f64; N]; 6];

/// Derivatives of the shape functions in parent coordinates.
fn slopes(at: [f64; 3]) -> [[f64; 3]; 8] {
    CORNERS.map(|corner| {
        let f: [f64; 3] = std::array::from_fn(|axis| 1.0 + corner[axis] * at[axis]);
        [corner[0] * f[1] * f[2] / 8.0, corner[1] * f[0] * f[2] / 8.0, corner[2] * f[0] * f[1] / 8.0]
    })
}

/// Rows are derivatives of the position in parent coordinates, and their determinant.
fn jacobian(nodes: &[Vec3; 8], slopes: &[[f64; 3]; 8]) -> ([Vec3; 3], f64) {
    let row = |axis: usize| nodes.iter().zip(slopes).map(|(node, slope)| *node * slope[axis]).sum::<Vec3>();
    let rows = [row(0), row(1), row(2)];
    (rows, rows[0].dot(rows[1].cross(rows[2])))
}

/// Columns of the inverse Jacobian: the gradient of every parent coordinate.
fn inverse(rows: &[Vec3; 3], determinant: f64) -> [Vec3; 3] {
    [rows[1].cross(rows[2]), rows[2].cross(rows[0]), rows[0].cross(rows[1])].map(|column| column / determinant)
}

/// The least determinant of the Jacobian over corners and integration points, mm³.
pub fn least_jacobian(nodes: &[Vec3; 8]) -> f64 {
    let at = |at: [f64; 3]| jacobian(nodes, &slopes(at)).1;
    CORNERS.iter().flat_map(|corner| [at(*corner), at(corner.map(|c| c * GAUSS))]).fold(f64::INFINITY, f64::min)
}

fn set<const N: usize>(strains: &mut Strains<N>, column: usize, g: Vec3) {
    (strains[0][column], strains[1][column + 1], strains[2][column + 2]) = (g.x, g.y, g.z);
    (strains[3][column], strains[3][column + 1]) = (g.y, g.x);
    (strains[4][column + 1], strains[4][column + 2]) = (g.z, g.y);
    (strains[5][column], strains[5][column + 2]) = (g.z, g.x);
}

/// Strains from the nodes and from the modes, and the volume, at an integration point.
fn strains(nodes: &[Vec3; 8], at: [f64; 3]) -> (Strains<24>, Strains<9>, f64) {
    let (rows, volume) = jacobian(nodes, &slopes(at));
    let gradients = inverse(&rows, volume);
    let (mut of_nodes, mut of_modes) = ([[0.0; 24]; 6], [[0.0; 9]; 6]);
    for (node, slope) in slopes(at).iter().enumerate() {
        set(&mut of_nodes, 3 * node, gradients[0] * slope[0] + gradients[1] * slope[1] + gradients[2] * slope[2]);
    }
    let (middle, whole) = jacobian(nodes, &slopes([0.0; 3]));
    for (mode, gradient) in inverse(&middle, whole).into_iter().enumerate() {
        set(&mut of_modes, 3 * mode, gradient * (-2.0 * at[mode] * whole / volume));
    }
    (of_nodes, of_modes, volume)
}

/// `a' C b` added to `to`, times `weight`.
fn add<const A: usize, const B: usize>(
    to: &mut [[f64; B]; A],
    a: &Strains<A>,
    law: &Matrix,
    b: &Strains<B>,
    weight: f64,
) {
    let mut stressed = [[0.0; B]; 6];
    for (row, law) in stressed.iter_mut().zip(law) {
        for (factor, b) in law.iter().zip(b) {
            row.iter_mut().zip(b).for_each(|(to, b)| *to += factor * b * weight);
        }
    }
    for (a, stressed) in a.iter().zip(&stressed) {
        for (to, a) in to.iter_mut().zip(a).filter(|(_, a)| **a != 0.0) {
            to.iter_mut().zip(stressed).for_each(|(to, value)| *to += a * value);
        }
    }
}

/// How the modes follow the nodes; zero where they have no stiffness, which no sound law gives.
fn modes(nodes: &[Vec3; 8], law: &Matrix) -> ([[f64; 24]; 9], [[f64; 24]; 9]) {
    let (mut own, mut both) = ([[0.0; 9]; 9], [[0.0; 24]; 9]);
    for corner in CORNERS {
        let (of_nodes, of_modes, volume) = strains(nodes, corner.map(|c| c * GAUSS));
        add(&mut own, &of_modes, law, &of_modes, volume);
        add(&mut both, &of_modes, law, &of_nodes, volume);
    }
    (dense::solve(own, both).unwrap_or([[0.0; 24]; 9]), both)
}

/// The stiffness, with the modes condensed.
pub fn stiffness(nodes: &[Vec3; 8], law: &Matrix) -> Block {
    let mut block = [[0.0; 24]; 24];
    for corner in CORNERS {
        let (of_nodes, _, volume) = strains(nodes, corner.map(|c| c * GAUSS));
        add(&mut block, &of_nodes, law, &of_nodes, volume);
    }
    let (follow, both) = modes(nodes, law);
    for (follow, both) in follow.iter().zip(&both) {
        for (row, factor) in block.iter_mut().zip(both) {
            row.iter_mut().zip(follow).for_each(|(to, value)| *to -= factor * value);
        }
    }
    block
}

/// Stresses at the corners, continued linearly from the integration points.
pub fn corner_stresses(nodes: &[Vec3; 8], law: &Matrix, moved: &[f64; 24]) -> [[f64; 6]; 8] {
    let (follow, _) = modes(nodes, law);
    let amplitudes = follow.map(|row| -row.iter().zip(moved).map(|(a, b)| a * b).sum::<f64>());
    let at_points = CORNERS.map(|corner| {
        let (of_nodes, of_modes, _) = strains(nodes, corner.map(|c| c * GAUSS));
        let strain: [f64; 6] = std::array::from_fn(|row| {
            let nodes: f64 = of_nodes[row].iter().zip(moved).map(|(a, b)| a * b).sum();
            nodes + of_modes[row].iter().zip(amplitudes).map(|(a, b)| a * b).sum::<f64>()
        });
        law.map(|row| row.iter().zip(strain).map(|(a, b)| a * b).sum::<f64>())
    });
    continued(&at_points)
}

/// Values at the corners, continued linearly from the integration points.
pub fn continued<const N: usize>(at_points: &[[f64; N]; 8]) -> [[f64; N]; 8] {
    CORNERS.map(|to| {
        let share = |from: [f64; 3]| (0..3).map(|axis| (1.0 + from[axis] * to[axis] / GAUSS) / 2.0).product::<f64>();
        std::array::from_fn(|row| CORNERS.iter().zip(at_points).map(|(from, s)| share(*from) * s[row]).sum())
    })
}

/// Gradients of the shape functions at an integration point, 1/mm, and the volume that it stands for, mm³.
pub fn gradients(nodes: &[Vec3; 8], point: usize) -> ([Vec3; 8], f64) {
    let slopes = slopes(CORNERS[point].map(|c| c * GAUSS));
    let (rows, volume) = jacobian(nodes, &slopes);
    let axes = inverse(&rows, volume);
    (slopes.map(|slope| axes[0] * slope[0] + axes[1] * slope[1] + axes[2] * slope[2]), volume)
}
