//! Assembly, and the Cholesky factor of the degrees that are not held.

use crate::{MechanicsError, Solid, Vec3, dense, ordering};
use faer::dyn_stack::{MemBuffer, MemStack};
use faer::perm::PermRef;
use faer::prelude::default;
use faer::sparse::linalg::cholesky::{LltRef, SymbolicCholesky, SymmetricOrdering, factorize_symbolic_cholesky};
use faer::sparse::{SparseColMatRef, SymbolicSparseColMatRef};
use faer::{Conj, MatMut, Par, Side};
use rayon::prelude::*;

/// No sound body moves further, mm: small strain is long over.
const MOST_MM: f64 = 1e6;

/// Degrees whose displacement is given.
#[derive(Clone, Debug)]
pub struct Held {
    values: Vec<Option<f64>>,
}

impl Held {
    /// Nothing held of `nodes` nodes.
    pub fn none(nodes: usize) -> Self {
        Self { values: vec![None; 3 * nodes] }
    }

    /// A body's nodes of which all three degrees stay.
    pub fn nodes(nodes: usize, held: &[u32]) -> Self {
        let mut all = Self::none(nodes);
        for node in held {
            (0..3).for_each(|axis| all.hold(*node as usize, axis, 0.0));
        }
        all
    }

    /// Gives one degree (0 is x) of a node a displacement, mm.
    pub fn hold(&mut self, node: usize, axis: usize, value: f64) {
        self.values[3 * node + axis] = Some(value);
    }

    /// What a degree of a node is given, mm.
    pub fn value(&self, node: usize, axis: usize) -> Option<f64> {
        self.values.get(3 * node + axis).copied().flatten()
    }

    /// What every degree is given, three a node.
    pub(crate) fn values(&self) -> &[Option<f64>] {
        &self.values
    }
}

/// A body's stiffness, factored once for any number of loads.
#[derive(Debug)]
pub struct Factor {
    symbolic: SymbolicCholesky<usize>,
    values: Vec<f64>,
    /// Place of every degree in the system; none where it is held.
    place: Vec<Option<usize>>,
    held: Held,
    /// Forces at free degrees that the given displacements ask for.
    from_held: Vec<f64>,
}

impl Factor {
    /// Orders, assembles and factors.
    ///
    /// # Errors
    /// A body that is not held, or too large.
    pub fn new(solid: &Solid, held: Held) -> Result<Self, MechanicsError> {
        let near = solid.neighbours();
        let order = ordering::dissect(&solid.nodes, &near);
        let degrees = 3 * solid.nodes.len();
        if held.values.len() != degrees {
            return Err(MechanicsError::Length { given: held.values.len(), unknowns: degrees });
        }
        if !stops_every_motion(solid, &near, &held) {
            return Err(MechanicsError::NotHeld);
        }
        let mut place = vec![None; degrees];
        let mut unknowns = 0;
        for degree in order.iter().flat_map(|node| (0..3).map(move |axis| 3 * *node as usize + axis)) {
            if held.values[degree].is_none() {
                place[degree] = Some(unknowns);
                unknowns += 1;
            }
        }
        let too_large = MechanicsError::TooLarge { unknowns };
        let (starts, rows, values) = assemble(solid, &near, &place, unknowns);
        let moved: Vec<f64> = held.values.iter().map(|value| value.unwrap_or(0.0)).collect();
        let from_held =
            if moved.iter().any(|value| *value != 0.0) { solid.internal_forces(&moved) } else { vec![0.0; degrees] };
        let pattern = SymbolicSparseColMatRef::new_checked(unknowns, unknowns, &starts, None, &rows);
        // The degrees are numbered in their order already. Said as an order of our own: without one a small matrix is taken for
        // its other half.
        let same: Vec<usize> = (0..unknowns).collect();
        let same = SymmetricOrdering::Custom(PermRef::new_checked(&same, &same, unknowns));
        let symbolic =
            factorize_symbolic_cholesky(pattern, Side::Lower, same, default()).map_err(|_| too_large.clone())?;
        let mut factor = vec![0.0; symbolic.len_val()];
        let par = Par::rayon(0);
        let scratch = symbolic.factorize_numeric_llt_scratch::<f64>(par, default());
        let mut memory = MemBuffer::try_new(scratch).map_err(|_| too_large)?;
        let matrix = SparseColMatRef::new(pattern, &values);
        symbolic
            .factorize_numeric_llt(
                &mut factor,
                matrix,
                Side::Lower,
                default(),
                par,
                MemStack::new(&mut memory),
                default(),
            )
            .map_err(|_| MechanicsError::NotHeld)?;
        Ok(Self { symbolic, values: factor, place, held, from_held })
    }

    /// How many unknowns.
    pub fn unknowns(&self) -> usize {
        self.symbolic.nrows()
    }

    /// Entries of the factor.
    pub fn entries(&self) -> usize {
        self.values.len()
    }

    /// Displacements under forces, three a node, mm.
    ///
    /// # Errors
    /// Forces for another mesh; a body that is not held, which rounding let through.
    pub fn solve(&self, forces: &[f64]) -> Result<Vec<f64>, MechanicsError> {
        if forces.len() != self.place.len() {
            return Err(MechanicsError::Length { given: forces.len(), unknowns: self.place.len() });
        }
        let mut right = vec![0.0; self.unknowns()];
        for (degree, place) in self.place.iter().enumerate() {
            if let Some(place) = place {
                right[*place] = forces[degree] - self.from_held[degree];
            }
        }
        let too_large = MechanicsError::TooLarge { unknowns: right.len() };
        let scratch = self.symbolic.solve_in_place_scratch::<f64>(1, Par::Seq);
        let mut memory = MemBuffer::try_new(scratch).map_err(|_| too_large)?;
        let rows = right.len();
        LltRef::new(&self.symbolic, &self.values).solve_in_place_with_conj(
            Conj::No,
            MatMut::from_column_major_slice_mut(&mut right, rows, 1),
            Par::Seq,
            MemStack::new(&mut memory),
        );
        // A hinge inside of the body: rounding leaves it a stiffness next to nothing.
        if right.iter().any(|value| !value.is_finite() || value.abs() > MOST_MM) {
            return Err(MechanicsError::NotHeld);
        }
        let value = |(degree, place): (usize, &Option<usize>)| match place {
            Some(place) => right[*place],
            None => self.held.values[degree].unwrap_or(0.0),
        };
        Ok(self.place.iter().enumerate().map(value).collect())
    }
}

/// Whether every part of the body is held against its six rigid motions.
fn stops_every_motion(solid: &Solid, near: &[Vec<u32>], held: &Held) -> bool {
    let mut seen = vec![false; near.len()];
    for start in 0..near.len() {
        if seen[start] {
            continue;
        }
        seen[start] = true;
        let (mut part, mut next) = (vec![start], 0);
        while let Some(node) = part.get(next).copied() {
            next += 1;
            for other in near[node].iter().map(|other| *other as usize) {
                if !seen[other] {
                    seen[other] = true;
                    part.push(other);
                }
            }
        }
        let middle = part.iter().map(|node| solid.nodes[*node]).sum::<Vec3>() / part.len() as f64;
        let reach = part.iter().map(|node| (solid.nodes[*node] - middle).length()).fold(0.0, f64::max);
        let mut stops = [[0.0; 6]; 6];
        for degree in part.iter().flat_map(|node| 3 * node..3 * node + 3).filter(|at| held.values[*at].is_some()) {
            let axis = [Vec3::X, Vec3::Y, Vec3::Z][degree % 3];
            let turn = ((solid.nodes[degree / 3] - middle) / reach).cross(axis);
            let row = [axis.x, axis.y, axis.z, turn.x, turn.y, turn.z];
            (0..6).for_each(|a| (0..6).for_each(|b| stops[a][b] += row[a] * row[b]));
        }
        if dense::solve(stops, [[0.0]; 6]).is_none() {
            return false;
        }
    }
    true
}

/// Columns of the lower triangle: where each starts, rows, values.
fn assemble(
    solid: &Solid,
    near: &[Vec<u32>],
    place: &[Option<usize>],
    unknowns: usize,
) -> (Vec<usize>, Vec<usize>, Vec<f64>) {
    let mut columns: Vec<Vec<usize>> = vec![vec![]; unknowns];
    for (node, near) in near.iter().enumerate() {
        let own = node as u32;
        for column in (0..3).filter_map(|axis| place[3 * node + axis]) {
            let rows = near.iter().chain([&own]).flat_map(|other| (0..3).map(move |axis| 3 * *other as usize + axis));
            columns[column] = rows.filter_map(|degree| place[degree]).filter(|row| *row >= column).collect();
            columns[column].sort_unstable();
        }
    }
    let mut starts = Vec::with_capacity(unknowns + 1);
    starts.push(0);
    let mut rows = vec![];
    for column in columns {
        rows.extend(column);
        starts.push(rows.len());
    }
    let mut values = vec![0.0; rows.len()];
    // A few thousand at a time: all blocks together would be larger than the matrix.
    let elements: Vec<usize> = (0..solid.hexes.len()).collect();
    for part in elements.chunks(2048) {
        let blocks: Vec<_> = part.par_iter().map(|element| solid.block(*element)).collect();
        for (element, block) in part.iter().zip(blocks) {
            let places: [Option<usize>; 24] =
                std::array::from_fn(|at| place[3 * solid.hexes[*element][at / 3] as usize + at % 3]);
            for (a, column) in places.iter().enumerate() {
                let Some(column) = *column else { continue };
                let (from, to) = (starts[column], starts[column + 1]);
                for (b, row) in places.iter().enumerate() {
                    if let Some(row) = row.filter(|row| *row >= column)
                        && let Ok(at) = rows[from..to].binary_search(&row)
                    {
                        values[from + at] += block[b][a];
                    }
                }
            }
        }
    }
    (starts, rows, values)
}
