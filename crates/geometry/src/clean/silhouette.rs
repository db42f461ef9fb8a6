//! Outlines of a scan's parts from two sides, in the file's axes: what a person chooses the limb by.

use super::candidates::Candidate;
use super::parts::Looks;
use crate::mesh::{Mesh, Vec3};
use crate::pose::tube_axis;
use std::collections::BTreeMap;

/// An outline is drawn on so many squares along the longest side of the scene.
const SQUARES: f64 = 160.0;

/// A part with its outlines.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlined {
    /// What it is.
    pub candidate: Candidate,
    /// Closed lines around it in each of the two views, mm: across, up.
    pub outlines: [Vec<Vec<[f64; 2]>>; 2],
}

/// Parts of a scan from two sides.
#[derive(Clone, Debug, PartialEq)]
pub struct PartsView {
    /// The axis of the file that is drawn upwards: 0 for x, 1 for y, 2 for z.
    pub up: usize,
    /// The axis that is drawn across in each view.
    pub across: [usize; 2],
    /// Lowest and highest coordinates of all, mm.
    pub bounds: (Vec3, Vec3),
    /// The largest by area first.
    pub parts: Vec<Outlined>,
}

/// Both views; nothing without parts. Drawn upwards is the axis of the file that the first limb lies along.
pub(super) fn view(candidates: Vec<Candidate>, parts: &[Mesh]) -> Option<PartsView> {
    let limb = candidates.iter().find(|part| part.looks == Looks::Limb).or(candidates.first())?.number;
    let along = tube_axis(parts.get(limb - 1)?).abs();
    let up = [along.x, along.y, along.z].iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1))?.0;
    let across = [[1, 2], [0, 2], [0, 1]][up];
    let bounds = candidates.iter().map(|part| part.bounds).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let size = ((bounds.1 - bounds.0).max_element() / SQUARES).max(0.1);
    let outlined = candidates.into_iter().zip(parts).map(|(candidate, part)| Outlined {
        candidate,
        outlines: across.map(|across| outlines(part, across, up, size)),
    });
    Some(PartsView { up, across, bounds, parts: outlined.collect() })
}

/// Closed lines around the shadow of a part, on squares of this size.
fn outlines(part: &Mesh, across: usize, up: usize, size: f64) -> Vec<Vec<[f64; 2]>> {
    let flat = |at: Vec3| [at[across] / size, at[up] / size];
    let (low, high) = part.bounds();
    let start = flat(low).map(|value| value.floor() - 1.0);
    let end = flat(high);
    let (wide, tall) = ((end[0] - start[0]) as usize + 2, (end[1] - start[1]) as usize + 2);
    let mut filled = vec![false; wide * tall];
    for corners in part.triangles() {
        let at = corners.map(&flat).map(|[x, y]| [x - start[0], y - start[1]]);
        let longest = (0..3).map(|side| distance(at[side], at[(side + 1) % 3])).fold(0.0, f64::max);
        // Every half square along both sides, so that no square within the face is left out.
        let steps = ((longest * 2.0).ceil() as usize).clamp(1, 4 * SQUARES as usize);
        for i in 0..=steps {
            for j in 0..=steps - i {
                let (u, v) = (i as f64 / steps as f64, j as f64 / steps as f64);
                let place =
                    |axis: usize| at[0][axis] + u * (at[1][axis] - at[0][axis]) + v * (at[2][axis] - at[0][axis]);
                let (x, y) = (place(0).max(0.0) as usize, place(1).max(0.0) as usize);
                if let Some(square) = filled.get_mut(y.min(tall - 1) * wide + x.min(wide - 1)) {
                    *square = true;
                }
            }
        }
    }
    let lines = around(&filled, wide, tall).into_iter();
    lines.map(|line| line.into_iter().map(|[x, y]| [(x + start[0]) * size, (y + start[1]) * size]).collect()).collect()
}

fn distance([ax, ay]: [f64; 2], [bx, by]: [f64; 2]) -> f64 {
    (ax - bx).hypot(ay - by)
}

/// The lines between filled squares and empty ones, through the middles of the squares' sides.
fn around(filled: &[bool], wide: usize, tall: usize) -> Vec<Vec<[f64; 2]>> {
    let is = |x: i64, y: i64| {
        (0..wide as i64).contains(&x) && (0..tall as i64).contains(&y) && filled[(y * wide as i64 + x) as usize]
    };
    // From corner to corner, the filled square on the left.
    let mut sides: BTreeMap<(i64, i64), Vec<(i64, i64)>> = BTreeMap::new();
    for y in 0..tall as i64 {
        for x in (0..wide as i64).filter(|x| is(*x, y)) {
            let mut add = |open: bool, from, to| {
                if open {
                    sides.entry(from).or_default().push(to)
                }
            };
            add(!is(x, y - 1), (x, y), (x + 1, y));
            add(!is(x + 1, y), (x + 1, y), (x + 1, y + 1));
            add(!is(x, y + 1), (x + 1, y + 1), (x, y + 1));
            add(!is(x - 1, y), (x, y + 1), (x, y));
        }
    }
    let mut lines = vec![];
    while let Some((first, _)) = sides.first_key_value() {
        let (mut at, mut corners) = (*first, vec![]);
        while let Some(next) = sides.get_mut(&at).and_then(Vec::pop) {
            if sides.get(&at).is_some_and(Vec::is_empty) {
                sides.remove(&at);
            }
            corners.push(at);
            at = next;
        }
        let ends = corners.iter().zip(corners.iter().cycle().skip(1));
        let middles: Vec<[f64; 2]> =
            ends.map(|((ax, ay), (bx, by))| [(ax + bx) as f64 / 2.0, (ay + by) as f64 / 2.0]).collect();
        lines.push(without_straight(&middles));
    }
    lines
}

/// A closed line without the points that lie straight between their neighbours.
fn without_straight(line: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let count = line.len();
    let turns = |at: &usize| {
        let (a, b, c) = (line[(at + count - 1) % count], line[*at], line[(at + 1) % count]);
        ((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])).abs() > 1e-9
    };
    (0..count).filter(turns).map(|at| line[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::{Settings, parts_view};
    use crate::shapes::{Detail, limb};

    fn area(lines: &[Vec<[f64; 2]>]) -> f64 {
        let one = |line: &Vec<[f64; 2]>| {
            let sides = line.iter().zip(line.iter().cycle().skip(1));
            sides.map(|(a, b)| a[0] * b[1] - a[1] * b[0]).sum::<f64>() / 2.0
        };
        lines.iter().map(one).sum()
    }

    #[test]
    fn the_outline_of_a_box_is_its_size_and_the_limbs_axis_is_up() {
        let mut scene = limb(50.0, 240.0, Detail { rings: 40, around: 48 });
        let first = scene.vertices.len() as u32;
        // A plate beside it, 100 × 4 × 60 mm.
        for corner in 0..8_u32 {
            let pick = |bit: u32, low: f64, high: f64| if corner >> bit & 1 == 1 { high } else { low };
            scene.vertices.push(Vec3::new(pick(0, 200.0, 300.0), pick(1, 0.0, 4.0), pick(2, -60.0, 0.0)));
        }
        let quads = [[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]];
        for [a, b, c, d] in quads.map(|quad| quad.map(|at: u32| at + first)) {
            scene.faces.extend([[a, b, c], [a, c, d]]);
        }
        for turned in [false, true] {
            // Lying along x, as a scanner may have it.
            let scene = scene.mapped(|at| if turned { Vec3::new(at.z, at.x, at.y) } else { at });
            let seen = parts_view(&scene, &Settings::default()).unwrap();
            assert_eq!(seen.up, if turned { 0 } else { 2 });
            assert_eq!(seen.parts.len(), 2);
            let [front, side] = &seen.parts[1].outlines;
            let (front, side) = (area(front), area(side));
            assert!((front / 6000.0 - 1.0).abs() < 0.12, "{front}");
            assert!((side - 240.0).abs() < 300.0, "{side}");
            let limb = &seen.parts[0];
            let [front, side] = &limb.outlines;
            // As wide as it is around, on the mean, and as long as it is.
            let [least, most] = limb.candidate.girth;
            assert!(least < most && (limb.candidate.length - 240.0).abs() < 12.0, "{limb:?}");
            for shadow in [area(front), area(side)] {
                let across = shadow / limb.candidate.length;
                assert!((70.0..125.0).contains(&across), "{across}");
            }
        }
    }
}
