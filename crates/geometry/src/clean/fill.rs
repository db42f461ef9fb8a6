//! A surface across a loop of vertices.
//!
//! Short loops get the triangulation of least area (Barequet & Sharir 1995, Computer Aided Geometric Design 12(2)), which
//! never folds back over itself on the holes of a scan. Long ones, the opening of a limb above all, get a fan about
//! their own centre where the loop goes around it, and ears cut off in the loop's own plane where it does not. The
//! plane is the loop's, never one of the axes: a lid square to an axis across a tilted cut has the wrong volume.

use crate::mesh::{Mesh, Vec3, face_vector};

/// Longest loop filled with the least area: the work grows with the third power.
const LEAST_AREA: usize = 80;

/// Longest loop filled by cutting ears: the work grows with the square.
const EARS: usize = 4_000;

/// Adds faces across a boundary loop, given in the direction of the faces beside it; and a vertex where a fan is
/// needed. `joined` tells whether two vertices of the mesh already share an edge, which must not get a third face.
pub(super) fn fill(mesh: &mut Mesh, boundary: &[u32], joined: impl Fn(u32, u32) -> bool) {
    let rim: Vec<u32> = boundary.iter().rev().copied().collect();
    let points: Vec<Vec3> = rim.iter().map(|vertex| mesh.vertices[*vertex as usize]).collect();
    let free = |a: usize, b: usize| !joined(rim[a], rim[b]);
    let centre = centre(&points);
    let plane = Plane::of(&points, centre);
    let flat: Vec<[f64; 2]> = points.iter().map(|point| plane.place(*point - centre)).collect();
    let triangles = if rim.len() <= LEAST_AREA {
        least_area(&points, free)
    } else if rim.len() <= EARS && !goes_around(&flat) {
        ears(&flat).filter(|triangles| chords(triangles, rim.len()).all(|(a, b)| free(a, b)))
    } else {
        None
    };
    if let Some(triangles) = triangles {
        mesh.faces.extend(triangles.iter().map(|triangle| triangle.map(|corner| rim[corner])));
    } else {
        let hub = mesh.vertices.len() as u32;
        mesh.vertices.push(centre);
        mesh.faces.extend((0..rim.len()).map(|at| [rim[at], rim[(at + 1) % rim.len()], hub]));
    }
}

/// Length of a loop, mm.
pub(super) fn perimeter(points: &[Vec3]) -> f64 {
    sides(points).map(|(a, b)| (b - a).length()).sum()
}

/// Area of a loop along its normal, mm²: the same for every surface across it.
pub(super) fn area(points: &[Vec3]) -> Vec3 {
    let about = points.first().copied().unwrap_or_default();
    sides(points).map(|(a, b)| face_vector([about, a, b])).sum()
}

/// Centre of a loop's line, wherever its points crowd.
pub(super) fn centre(points: &[Vec3]) -> Vec3 {
    let about = points.first().copied().unwrap_or_default();
    let moment: Vec3 = sides(points).map(|(a, b)| ((a + b) / 2.0 - about) * (b - a).length()).sum();
    let length = perimeter(points);
    if length > 0.0 { about + moment / length } else { about }
}

fn sides(points: &[Vec3]) -> impl Iterator<Item = (Vec3, Vec3)> + '_ {
    points.iter().copied().zip(points.iter().copied().cycle().skip(1))
}

/// Two axes across a loop's normal.
struct Plane {
    u: Vec3,
    v: Vec3,
}

impl Plane {
    fn of(points: &[Vec3], centre: Vec3) -> Self {
        let normal = area(points).try_normalize().unwrap_or(Vec3::Z);
        let far = points.iter().map(|point| *point - centre).max_by(|a, b| a.length().total_cmp(&b.length()));
        let u = far.and_then(|far| (far - normal * far.dot(normal)).try_normalize());
        let u = u.unwrap_or_else(|| normal.any_orthonormal_vector());
        Self { u, v: normal.cross(u) }
    }

    fn place(&self, from_centre: Vec3) -> [f64; 2] {
        [from_centre.dot(self.u), from_centre.dot(self.v)]
    }
}

/// Twice the area of a triangle, positive counter-clockwise.
fn turn(a: [f64; 2], b: [f64; 2], c: [f64; 2]) -> f64 {
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/// Whether a polygon goes around the origin without ever turning back, so that a fan from there does not fold.
fn goes_around(flat: &[[f64; 2]]) -> bool {
    let turns = |index: usize| turn([0.0; 2], flat[index], flat[(index + 1) % flat.len()]) > 0.0;
    let crosses = |index: usize| flat[index][1] < 0.0 && flat[(index + 1) % flat.len()][1] >= 0.0;
    (0..flat.len()).all(turns) && (0..flat.len()).filter(|index| crosses(*index)).count() == 1
}

/// Sides of the triangles that are not sides of the polygon.
fn chords(triangles: &[[usize; 3]], corners: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    let sides = triangles.iter().flat_map(|[a, b, c]| [(*a, *b), (*b, *c), (*c, *a)]);
    sides.filter(move |(a, b)| (a + 1) % corners != *b && (b + 1) % corners != *a)
}

/// The triangulation of least area without a chord that is not `free`; none where there is no such.
fn least_area(points: &[Vec3], free: impl Fn(usize, usize) -> bool) -> Option<Vec<[usize; 3]>> {
    let count = points.len();
    if count < 3 {
        return None;
    }
    let mut least = vec![0.0; count * count];
    let mut apex = vec![0; count * count];
    for span in 2..count {
        for from in 0..count - span {
            let to = from + span;
            let mut best = (f64::INFINITY, from + 1);
            // The whole polygon's side from last to first is no chord.
            if span == count - 1 || free(from, to) {
                for middle in from + 1..to {
                    let area = least[from * count + middle]
                        + least[middle * count + to]
                        + face_vector([points[from], points[middle], points[to]]).length();
                    if area < best.0 {
                        best = (area, middle);
                    }
                }
            }
            (least[from * count + to], apex[from * count + to]) = best;
        }
    }
    if !least[count - 1].is_finite() {
        return None;
    }
    let mut triangles = vec![];
    let mut waiting = vec![(0, count - 1)];
    while let Some((from, to)) = waiting.pop() {
        if to > from + 1 {
            let middle = apex[from * count + to];
            triangles.push([from, middle, to]);
            waiting.extend([(from, middle), (middle, to)]);
        }
    }
    Some(triangles)
}

/// Ears of a simple polygon cut off one by one, the best shaped first; none if the polygon crosses itself.
fn ears(flat: &[[f64; 2]]) -> Option<Vec<[usize; 3]>> {
    let mut left: Vec<usize> = (0..flat.len()).collect();
    let quality = |left: &[usize], at: usize| {
        let count = left.len();
        let [a, b, c] = [left[(at + count - 1) % count], left[at], left[(at + 1) % count]];
        let [p, q, r] = [flat[a], flat[b], flat[c]];
        let area = turn(p, q, r);
        let inside = |point: [f64; 2]| turn(p, q, point) >= 0.0 && turn(q, r, point) >= 0.0 && turn(r, p, point) >= 0.0;
        let corner = |point: [f64; 2]| [p, q, r].contains(&point);
        if area <= 0.0 || left.iter().any(|other| inside(flat[*other]) && !corner(flat[*other])) {
            return f64::NEG_INFINITY;
        }
        let square = |a: [f64; 2], b: [f64; 2]| (a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2);
        area / (square(p, q) + square(q, r) + square(r, p))
    };
    let mut scores: Vec<f64> = (0..left.len()).map(|at| quality(&left, at)).collect();
    let mut triangles = vec![];
    while left.len() > 3 {
        let best = (0..left.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]))?;
        if scores[best] == f64::NEG_INFINITY {
            return None;
        }
        let count = left.len();
        triangles.push([left[(best + count - 1) % count], left[best], left[(best + 1) % count]]);
        left.remove(best);
        scores.remove(best);
        for at in [(best + count - 2) % (count - 1), best % (count - 1)] {
            scores[at] = quality(&left, at);
        }
    }
    // Of a polygon that crosses itself the last piece is turned over.
    let last = [left[0], left[1], left[2]];
    let [p, q, r] = last.map(|corner| flat[corner]);
    triangles.push(last);
    (turn(p, q, r) >= 0.0).then_some(triangles)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::TAU;

    fn ring(count: usize, out: impl Fn(f64) -> f64) -> Vec<[f64; 2]> {
        (0..count)
            .map(|index| {
                let angle = TAU * index as f64 / count as f64;
                [out(angle) * angle.cos(), out(angle) * angle.sin()]
            })
            .collect()
    }

    fn area_of(flat: &[[f64; 2]], triangles: &[[usize; 3]]) -> f64 {
        triangles.iter().map(|[a, b, c]| turn(flat[*a], flat[*b], flat[*c]) / 2.0).sum()
    }

    /// A comb: no point sees all of it.
    fn comb() -> Vec<[f64; 2]> {
        vec![
            [0.0, 0.0],
            [5.0, 0.0],
            [5.0, 3.0],
            [4.0, 3.0],
            [4.0, 1.0],
            [3.0, 1.0],
            [3.0, 3.0],
            [2.0, 3.0],
            [2.0, 1.0],
            [1.0, 1.0],
            [1.0, 3.0],
            [0.0, 3.0],
        ]
    }

    #[test]
    fn ears_and_least_area_cover_a_comb_exactly_once() {
        let flat = comb();
        assert!(!goes_around(&flat));
        let solid: Vec<Vec3> = flat.iter().map(|[x, y]| Vec3::new(*x, *y, 0.0)).collect();
        for triangles in [ears(&flat).unwrap(), least_area(&solid, |_, _| true).unwrap()] {
            assert_eq!(triangles.len(), flat.len() - 2);
            assert!((area_of(&flat, &triangles) - 11.0).abs() < 1e-12);
            // Corners in one line may make a piece of nothing; none lies over another.
            assert!(triangles.iter().all(|[a, b, c]| turn(flat[*a], flat[*b], flat[*c]) >= 0.0));
        }
    }

    #[test]
    fn a_polygon_that_crosses_itself_has_no_ears_left() {
        let crossed = [[0.0, 0.0], [1.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
        assert!(ears(&crossed).is_none());
        assert!(!goes_around(&ring(10, |_| 1.0).into_iter().cycle().take(20).step_by(3).collect::<Vec<_>>()));
        assert!(goes_around(&ring(100, |angle| 2.0 + (5.0 * angle).sin())));
    }

    #[test]
    fn least_area_takes_no_chord_that_is_not_free() {
        let square = [Vec3::ZERO, Vec3::X, Vec3::X + Vec3::Y, Vec3::Y];
        let only = |a: usize, b: usize| (a.min(b), a.max(b)) != (0, 2);
        let triangles = least_area(&square, only).unwrap();
        assert!(triangles.iter().any(|triangle| triangle.contains(&1) && triangle.contains(&3)));
        assert!(least_area(&square, |_, _| false).is_none());
    }
}
