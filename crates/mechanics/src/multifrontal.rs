//! A sparse Cholesky factor by fronts, in single or double precision.
//!
//! Every group of a dissection is a dense front: its own degrees and those later ones that it touches. The own are eliminated by
//! dense kernels; what is left goes to the parent. Single precision halves memory and time; steps on residuals in double
//! precision take back what it rounds. Work is split by the tree and by blocks of fixed size: the bits do not depend on threads.

use crate::dissection::{Dissection, Group};
use faer::dyn_stack::{MemBuffer, MemStack};
use faer::linalg::cholesky::llt::factor::{cholesky_in_place, cholesky_in_place_scratch};
use faer::linalg::matmul::triangular::{BlockStructure, matmul as triangular};
use faer::linalg::triangular_solve::solve_lower_triangular_in_place;
use faer::prelude::{Reborrow, ReborrowMut, default};
use faer::traits::RealField;
use faer::{Accum, MatMut, MatRef, Par};
use rayon::prelude::*;

/// Columns of a front's remainder that one task updates.
const TILE: usize = 192;

/// Rows that one task solves.
const ROWS: usize = 256;

/// Degrees of a group below which its children are not worth two tasks.
const ALONE: u32 = 200;

/// A number that a factor is made of.
pub trait Real: RealField + Copy + Send + Sync {
    /// Rounded.
    fn of(value: f64) -> Self;
    /// As it is.
    fn value(self) -> f64;
}

impl Real for f32 {
    fn of(value: f64) -> Self {
        value as Self
    }
    fn value(self) -> f64 {
        f64::from(self)
    }
}

impl Real for f64 {
    fn of(value: f64) -> Self {
        value
    }
    fn value(self) -> f64 {
        self
    }
}

/// Blocks of a symmetric matrix: columns of positions with the rows at and below the diagonal.
#[derive(Clone, Debug)]
pub struct Blocks {
    /// Where each column starts.
    pub starts: Vec<u32>,
    /// The position of every block's row, ascending in a column.
    pub rows: Vec<u32>,
    /// The blocks: rows of the row's node, columns of the column's.
    pub values: Vec<[[f64; 3]; 3]>,
}

/// What a factor is like before its numbers.
#[derive(Debug)]
pub struct Plan {
    groups: Vec<Group>,
    /// Later positions that each group touches, ascending.
    boundary: Vec<Vec<u32>>,
    /// The first degree of every position, and their number.
    degrees: Vec<u32>,
    /// Which of the three of every position are free.
    free: Vec<[bool; 3]>,
}

impl Plan {
    /// Of a dissection, the neighbours by position (later ones, ascending), and the free degrees by position.
    pub fn new(dissection: Dissection, starts: &[u32], rows: &[u32], free: Vec<[bool; 3]>) -> Self {
        let mut degrees = vec![0];
        for free in &free {
            degrees.push(degrees[degrees.len() - 1] + free.iter().filter(|free| **free).count() as u32);
        }
        let mut boundary: Vec<Vec<u32>> = vec![];
        for group in &dissection.groups {
            let mut touched: Vec<u32> = rows[starts[group.from as usize] as usize..starts[group.to as usize] as usize]
                .iter()
                .chain(group.children.iter().flat_map(|child| &boundary[*child]))
                .copied()
                .filter(|row| *row >= group.to)
                .collect();
            touched.sort_unstable();
            touched.dedup();
            boundary.push(touched);
        }
        Self { groups: dissection.groups, boundary, degrees, free }
    }

    /// Free degrees.
    pub fn unknowns(&self) -> usize {
        self.degrees[self.degrees.len() - 1] as usize
    }

    /// Numbers that a factor keeps.
    pub fn entries(&self) -> usize {
        (0..self.groups.len())
            .map(|at| {
                let [own, rest] = self.sizes(at);
                own * (own + rest)
            })
            .sum()
    }

    fn own(&self, at: usize) -> std::ops::Range<usize> {
        let group = &self.groups[at];
        self.degrees[group.from as usize] as usize..self.degrees[group.to as usize] as usize
    }

    fn count(&self, position: u32) -> usize {
        (self.degrees[position as usize + 1] - self.degrees[position as usize]) as usize
    }

    fn sizes(&self, at: usize) -> [usize; 2] {
        [self.own(at).len(), self.boundary[at].iter().map(|position| self.count(*position)).sum()]
    }

    /// Where the degrees of each position of the boundary begin, after the own.
    fn offsets(&self, at: usize) -> Vec<usize> {
        let mut next = self.own(at).len();
        let step = |position: &u32| {
            let here = next;
            next += self.count(*position);
            here
        };
        self.boundary[at].iter().map(step).collect()
    }

    /// Degrees of the boundary.
    fn rest(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.boundary[at].iter().flat_map(|position| {
            self.degrees[*position as usize] as usize..self.degrees[*position as usize + 1] as usize
        })
    }

    /// The own degrees of a front and the positions of its boundary, as places in the front.
    fn place(&self, at: usize, offsets: &[usize], position: u32) -> Option<usize> {
        let group = &self.groups[at];
        if position < group.to {
            return Some((self.degrees[position as usize] - self.degrees[group.from as usize]) as usize);
        }
        self.boundary[at].binary_search(&position).ok().map(|found| offsets[found])
    }
}

/// A factor's numbers: the columns of every front, which are as long as the front.
#[derive(Debug)]
pub struct Fronts<T> {
    panels: Vec<Vec<T>>,
}

/// A front with the fronts below it: their columns, and what is left for the parent.
type Done<T> = (Vec<Vec<T>>, Vec<T>);

impl<T: Real> Fronts<T> {
    /// Factors; nothing where the matrix is not positive definite in this precision.
    pub fn new(plan: &Plan, matrix: &Blocks) -> Option<Self> {
        let root = plan.groups.len().checked_sub(1)?;
        let (panels, _) = front::<T>(plan, matrix, root)?;
        Some(Self { panels })
    }

    /// Solves for one right side, by free degree.
    pub fn solve(&self, plan: &Plan, right: &[f64]) -> Vec<f64> {
        let scale = right.iter().fold(0.0, |most: f64, value| most.max(value.abs()));
        if scale == 0.0 || !scale.is_finite() {
            return right.to_vec();
        }
        // No number of a force is too small for single precision then.
        let mut x: Vec<T> = right.iter().map(|value| T::of(value / scale)).collect();
        for (at, panel) in self.panels.iter().enumerate() {
            let (own, rest): (_, Vec<usize>) = (plan.own(at), plan.rest(at).collect());
            let (n, long) = (own.len(), own.len() + rest.len());
            let mut local = x[own.clone()].to_vec();
            local.resize(long, T::of(0.0));
            for (j, column) in panel.chunks_exact(long.max(1)).enumerate().take(n) {
                let value = local[j] / column[j];
                local[j] = value;
                local[j + 1..].iter_mut().zip(&column[j + 1..]).for_each(|(to, l)| *to -= *l * value);
            }
            x[own].copy_from_slice(&local[..n]);
            rest.iter().zip(&local[n..]).for_each(|(to, value)| x[*to] += *value);
        }
        for (at, panel) in self.panels.iter().enumerate().rev() {
            let own = plan.own(at);
            let n = own.len();
            let mut local = x[own.clone()].to_vec();
            local.extend(plan.rest(at).map(|degree| x[degree]));
            let long = local.len();
            for (j, column) in panel.chunks_exact(long.max(1)).enumerate().take(n).rev() {
                local[j] = (local[j] - dot(&column[j + 1..], &local[j + 1..])) / column[j];
            }
            x[own].copy_from_slice(&local[..n]);
        }
        x.into_iter().map(|value| value.value() * scale).collect()
    }
}

/// Eight sums beside each other, always in the same order.
fn dot<T: Real>(a: &[T], b: &[T]) -> T {
    let mut sums = [T::of(0.0); 8];
    let (a8, b8) = (a.chunks_exact(8), b.chunks_exact(8));
    let tail = a8.remainder().iter().zip(b8.remainder()).fold(T::of(0.0), |sum, (a, b)| sum + *a * *b);
    for (a, b) in a8.zip(b8) {
        sums.iter_mut().zip(a.iter().zip(b)).for_each(|(sum, (a, b))| *sum += *a * *b);
    }
    sums.into_iter().fold(tail, |sum, part| sum + part)
}

fn front<T: Real>(plan: &Plan, matrix: &Blocks, at: usize) -> Option<Done<T>> {
    let group = &plan.groups[at];
    let below: Vec<Done<T>> = match group.children[..] {
        [a, b] if group.to > ALONE => {
            let (a, b) = rayon::join(|| front(plan, matrix, a), || front(plan, matrix, b));
            vec![a?, b?]
        }
        _ => group.children.iter().map(|child| front(plan, matrix, *child)).collect::<Option<_>>()?,
    };
    let [n, rest] = plan.sizes(at);
    let long = n + rest;
    let offsets = plan.offsets(at);
    let (mut panel, mut left) = (vec![T::of(0.0); n * long], vec![T::of(0.0); rest * rest]);
    for position in group.from..group.to {
        let column = plan.place(at, &offsets, position)?;
        for entry in matrix.starts[position as usize] as usize..matrix.starts[position as usize + 1] as usize {
            let row = matrix.rows[entry];
            let place = plan.place(at, &offsets, row)?;
            let free = |position: u32| (0..3).filter(move |axis| plan.free[position as usize][*axis]).enumerate();
            for (j, b) in free(position) {
                for (i, a) in free(row) {
                    panel[(column + j) * long + place + i] += T::of(matrix.values[entry][a][b]);
                }
            }
        }
    }
    let mut panels = vec![];
    for ((inner, remainder), child) in below.into_iter().zip(&group.children) {
        panels.extend(inner);
        let mut to = vec![];
        for position in &plan.boundary[*child] {
            let place = plan.place(at, &offsets, *position)?;
            to.extend(place..place + plan.count(*position));
        }
        for (j, column) in remainder.chunks_exact(to.len().max(1)).enumerate() {
            let target = if to[j] < n { &mut panel[to[j] * long..] } else { &mut left[(to[j] - n) * rest..] };
            let shift = if to[j] < n { 0 } else { n };
            to[j..].iter().zip(&column[j..]).for_each(|(to, value)| target[*to - shift] += *value);
        }
    }
    eliminate(&mut panel, n, &mut left, rest)?;
    panels.push(panel);
    Some((panels, left))
}

/// Factors the own columns of a front and takes them out of the rest.
fn eliminate<T: Real>(panel: &mut [T], n: usize, left: &mut [T], rest: usize) -> Option<()> {
    if n == 0 {
        return Some(());
    }
    let (mut top, mut low) = MatMut::from_column_major_slice_mut(panel, n + rest, n).split_at_row_mut(n);
    let mut memory = MemBuffer::try_new(cholesky_in_place_scratch::<T>(n, Par::Seq, default())).ok()?;
    cholesky_in_place(top.rb_mut(), default(), Par::Seq, MemStack::new(&mut memory), default()).ok()?;
    if rest == 0 {
        return Some(());
    }
    rows(top.rb(), low.rb_mut());
    let low = low.rb();
    left.par_chunks_mut(TILE * rest).enumerate().for_each(|(tile, columns)| {
        let wide = columns.len() / rest;
        let to = MatMut::from_column_major_slice_mut(columns, rest, wide).split_at_row_mut(tile * TILE).1;
        let from = low.split_at_row(tile * TILE).1;
        let (mut square, below) = to.split_at_row_mut(wide);
        let (head, tail) = from.split_at_row(wide);
        let whole = BlockStructure::Rectangular;
        let lower = BlockStructure::TriangularLower;
        let minus = T::of(-1.0);
        triangular(square.rb_mut(), lower, Accum::Add, head, whole, head.transpose(), whole, minus, Par::Seq);
        faer::linalg::matmul::matmul(below, Accum::Add, tail, head.transpose(), minus, Par::Seq);
    });
    Some(())
}

/// Rows times the inverse of the transposed triangle, a few hundred rows a task.
fn rows<T: Real>(triangle: MatRef<'_, T>, low: MatMut<'_, T>) {
    if low.nrows() <= ROWS {
        solve_lower_triangular_in_place(triangle, low.transpose_mut(), Par::Seq);
        return;
    }
    let half = (low.nrows() / 2).next_multiple_of(8);
    let (a, b) = low.split_at_row_mut(half);
    rayon::join(|| rows(triangle, a), || rows(triangle, b));
}
