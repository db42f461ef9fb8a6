//! A surface of the chart cut along curves: one triangulation for every surface of it, with the curves as edges.
//!
//! The chart is a disc: spoke and row laid out around the pole, so that it has no seam. On it the chart's points that the
//! curves leave, and the curves' own, are triangulated (constrained Delaunay). Inside and outside are drawn with the same
//! triangles, each along the same rays: as with the chart's own faces, the outer one cannot cross the inner.

use crate::chart::Chart;
use crate::curve::to_side;
use crate::mesh::{Mesh, Vec3};
use spade::{ConstrainedDelaunayTriangulation, HasPosition, Point2, Triangulation};
use std::f64::consts::TAU;

/// A cut chart: places on it, faces between them, and the edges' loops.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// (spoke, row) of every vertex, not whole on a curve.
    places: Vec<[f64; 2]>,
    faces: Vec<[u32; 3]>,
    /// The trim line's vertices in their order, then every window's; the surface is on the left, seen from proximal.
    pub loops: Vec<Vec<u32>>,
}

/// A point of the chart nearer than this to a curve gives way to it, in rows or spokes: else faces were slivers.
const GIVES_WAY: f64 = 0.5;

/// A vertex laid out flat.
struct Flat {
    at: Point2<f64>,
    index: u32,
}

impl HasPosition for Flat {
    type Scalar = f64;
    fn position(&self) -> Point2<f64> {
        self.at
    }
}

impl Cut {
    /// The chart cut along closed polygons of (spoke, row): the first, or else the chart's trim row, is its edge; the
    /// others are holes. Nothing where polygons cross.
    pub fn new(chart: &Chart, outline: Option<&[[f64; 2]]>, windows: &[Vec<[f64; 2]>]) -> Option<Self> {
        let spokes = chart.spokes();
        let trim = chart.trim_row();
        let own: Vec<[f64; 2]> = (0..spokes).map(|spoke| [spoke as f64, trim as f64]).collect();
        let outline = outline.unwrap_or(&own);
        let polygons: Vec<&[[f64; 2]]> = std::iter::once(outline).chain(windows.iter().map(Vec::as_slice)).collect();
        let gone = near(chart, &polygons);
        let mut places = vec![[0.0, 0.0]];
        let laid: Vec<Vec<Point2<f64>>> =
            polygons.iter().map(|polygon| polygon.iter().map(|place| flat(spokes, *place)).collect()).collect();
        let kept = |at: Point2<f64>| within(&laid[0], at) && !laid[1..].iter().any(|hole| within(hole, at));
        for row in 1..=trim {
            for spoke in 0..spokes {
                let place = [spoke as f64, row as f64];
                if !gone[chart.index(row, spoke)] && kept(flat(spokes, place)) {
                    places.push(place);
                }
            }
        }
        let mut loops = vec![];
        let mut edges = vec![];
        for polygon in &polygons {
            let first = places.len();
            places.extend_from_slice(polygon);
            edges.extend((0..polygon.len()).map(|at| [first + at, first + (at + 1) % polygon.len()]));
            loops.push((first as u32..places.len() as u32).collect());
        }
        let vertices: Vec<Flat> =
            places.iter().enumerate().map(|(index, at)| Flat { at: flat(spokes, *at), index: index as u32 }).collect();
        let mut crossed = false;
        let drawn = ConstrainedDelaunayTriangulation::<Flat>::try_bulk_load_cdt(vertices, edges, |_| crossed = true);
        let drawn = drawn.ok().filter(|drawn| !crossed && drawn.num_vertices() == places.len())?;
        let faces = drawn.inner_faces().filter_map(|face| {
            let corners = face.vertices();
            let at = corners.map(|corner| corner.position());
            let middle = Point2::new((at[0].x + at[1].x + at[2].x) / 3.0, (at[0].y + at[1].y + at[2].y) / 3.0);
            // Seen from proximal they run the other way round than from outside.
            let [a, b, c] = corners.map(|corner| corner.data().index);
            kept(middle).then_some([a, c, b])
        });
        Some(Self { faces: faces.collect(), loops, places })
    }

    /// A surface of the chart, cut; points in the order of [`Chart::index`].
    pub fn mesh(&self, chart: &Chart, points: &[Vec3]) -> Mesh {
        let vertices = self.places.iter().map(|place| on(chart, points, *place)).collect();
        Mesh { vertices, faces: self.faces.clone() }
    }
}

/// The place on the chart's own faces.
pub fn on(chart: &Chart, points: &[Vec3], [spoke, row]: [f64; 2]) -> Vec3 {
    let (low, along) = (row.floor().max(0.0), row - row.floor().max(0.0));
    let (first, across) = (spoke.floor(), spoke - spoke.floor());
    let first = first.rem_euclid(chart.spokes() as f64) as usize;
    let at = |up: usize, on: usize| points[chart.index((low as usize + up).min(chart.rows() - 1), first + on)];
    let [a, b, c, d] = [at(0, 0), at(0, 1), at(1, 1), at(1, 0)];
    if along <= across { a + (b - a) * across + (c - b) * along } else { a + (d - a) * along + (c - d) * across }
}

/// A place laid out around the pole: rows so far apart that what is square on the limb stays about square.
fn flat(spokes: usize, [spoke, row]: [f64; 2]) -> Point2<f64> {
    let turn = TAU / spokes as f64;
    let (sine, cosine) = (spoke * turn).sin_cos();
    let out = if row <= 0.0 { 0.0 } else { (row * turn).exp() };
    Point2::new(out * cosine, out * sine)
}

/// Which of the chart's points give way to the polygons.
fn near(chart: &Chart, polygons: &[&[[f64; 2]]]) -> Vec<bool> {
    let spokes = chart.spokes() as f64;
    let mut gone = vec![false; chart.rows() * chart.spokes()];
    for polygon in polygons {
        for (index, a) in polygon.iter().enumerate() {
            let mut b = polygon[(index + 1) % polygon.len()];
            b[0] = a[0] + (b[0] - a[0] + spokes / 2.0).rem_euclid(spokes) - spokes / 2.0;
            let range = |axis: usize| {
                let (low, high) = (a[axis].min(b[axis]) - GIVES_WAY, a[axis].max(b[axis]) + GIVES_WAY);
                low.ceil() as i64..=high.floor() as i64
            };
            for row in range(1).filter(|row| (0..chart.rows() as i64).contains(row)) {
                for spoke in range(0) {
                    if to_side([spoke as f64, row as f64], *a, b) < GIVES_WAY {
                        let spoke = spoke.rem_euclid(chart.spokes() as i64) as usize;
                        gone[chart.index(row as usize, spoke)] = true;
                    }
                }
            }
        }
    }
    gone
}

/// Whether a point lies within a polygon.
fn within(polygon: &[Point2<f64>], at: Point2<f64>) -> bool {
    let mut inside = false;
    let mut before = match polygon.last() {
        Some(last) => *last,
        None => return false,
    };
    for corner in polygon {
        if (corner.y > at.y) != (before.y > at.y)
            && at.x < (before.x - corner.x) * (at.y - corner.y) / (before.y - corner.y) + corner.x
        {
            inside = !inside;
        }
        before = *corner;
    }
    inside
}
