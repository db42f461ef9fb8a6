//! Horizontal sections of a mesh: contours, perimeter, area, centroid and widths at given heights.
//!
//! A vertex on the plane counts as above it. So every face is cut in no segment or in one, every edge in no point or
//! in one, and contours close wherever the mesh does, whatever lies exactly on the plane. What a section at a height
//! shows is therefore the limit from below: at a flat top the outline of the top, at the lowest point nothing.

use crate::mesh::{Mesh, Vec3};
use rayon::prelude::*;

/// What a horizontal plane cuts out of a mesh.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Height of the plane, mm.
    pub height: f64,
    /// The lines along which the plane cuts the mesh, the longest first. None where it misses the mesh.
    pub contours: Vec<Contour>,
    /// Length of all contours along the mesh, mm; gaps of open ones are not counted.
    pub perimeter: f64,
    /// Length of a tape pulled tight around everything, mm: the perimeter of the convex hull. A tape does not follow
    /// a hollow, a perimeter does.
    pub tape: f64,
    /// Area, mm²: what lies inside an odd number of contours. Open contours are closed by a straight line.
    pub area: f64,
    /// Centroid of the area; of the points where there is no area; the origin at this height without contours.
    pub centroid: Vec3,
    /// Extent along x, mm: anteroposterior once a limb has been oriented.
    pub width_ap: f64,
    /// Extent along y, mm: mediolateral once a limb has been oriented.
    pub width_ml: f64,
}

/// One line of a section.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    /// The points in order, the first not repeated at the end. Counter-clockwise seen from above around matter, and
    /// clockwise around a hollow in it.
    pub points: Vec<Vec3>,
    /// Whether the line comes back to its start along the mesh. Open contours mean a hole or an opening.
    pub closed: bool,
}

impl Contour {
    /// Length along the mesh, mm.
    pub fn length(&self) -> f64 {
        self.points.windows(2).map(|pair| (pair[1] - pair[0]).length()).sum::<f64>()
            + if self.closed { self.ends() } else { 0.0 }
    }

    /// Length of the straight line that would close the contour, mm; zero for a closed one.
    pub fn gap(&self) -> f64 {
        if self.closed { 0.0 } else { self.ends() }
    }

    fn ends(&self) -> f64 {
        self.points.first().zip(self.points.last()).map_or(0.0, |(first, last)| (*last - *first).length())
    }

    /// Whether a point lies inside, by the number of crossings of a line towards +x.
    fn surrounds(&self, at: Vec3) -> bool {
        sides(&self.points).fold(false, |inside, (a, b)| {
            let crosses = (a.y > at.y) != (b.y > at.y) && at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y);
            inside != crosses
        })
    }

    /// Twice the signed area and six times its first moments, about `origin`.
    fn moments(&self, origin: Vec3) -> (f64, f64, f64) {
        sides(&self.points).fold((0.0, 0.0, 0.0), |(area, x, y), (a, b)| {
            let (a, b) = (a - origin, b - origin);
            let cross = a.x * b.y - b.x * a.y;
            (area + cross, x + cross * (a.x + b.x), y + cross * (a.y + b.y))
        })
    }
}

impl Section {
    /// Whether every contour comes back to its start.
    pub fn closed(&self) -> bool {
        self.contours.iter().all(|contour| contour.closed)
    }

    fn of(mesh: &Mesh, height: f64, segments: &[Segment]) -> Self {
        let mut contours = joined(mesh, height, segments);
        wind(&mut contours);
        contours.sort_by(|a, b| b.length().total_cmp(&a.length()));
        let points = || contours.iter().flat_map(|contour| &contour.points);
        let Some(first) = points().next().copied() else {
            return Self { height, centroid: Vec3::new(0.0, 0.0, height), ..Self::default() };
        };
        let (low, high) = points().fold((first, first), |(low, high), point| (low.min(*point), high.max(*point)));
        let (area, x, y) = contours.iter().fold((0.0, 0.0, 0.0), |sum, contour| {
            let (area, x, y) = contour.moments(first);
            (sum.0 + area / 2.0, sum.1 + x / 6.0, sum.2 + y / 6.0)
        });
        // Below this an area is rounding of its own points' coordinates.
        let extent = (high - low).length();
        let centroid = if area > 1e-12 * extent * extent {
            Vec3::new(first.x + x / area, first.y + y / area, height)
        } else {
            points().map(|point| *point - first).sum::<Vec3>() / points().count() as f64 + first
        };
        Self {
            height,
            perimeter: contours.iter().map(Contour::length).sum(),
            tape: hull_length(points().copied().collect()),
            area: area.max(0.0),
            centroid,
            width_ap: high.x - low.x,
            width_ml: high.y - low.y,
            contours,
        }
    }
}

/// Sections by horizontal planes at `heights` (mm, in any order), in the same order. The mesh's vertices must be
/// shared for contours to close; its winding does not matter. A height that is not a number cuts nothing.
pub fn sections(mesh: &Mesh, heights: &[f64]) -> Vec<Section> {
    let mut order: Vec<usize> = (0..heights.len()).filter(|index| heights[*index].is_finite()).collect();
    order.sort_by(|a, b| heights[*a].total_cmp(&heights[*b]));
    let sorted: Vec<f64> = order.iter().map(|index| heights[*index]).collect();
    let mut cut: Vec<Vec<Segment>> = vec![vec![]; heights.len()];
    for face in &mesh.faces {
        let z = face.map(|vertex| mesh.vertices[vertex as usize].z);
        let (low, high) = (z[0].min(z[1]).min(z[2]), z[0].max(z[1]).max(z[2]));
        let first = sorted.partition_point(|height| *height <= low);
        for (index, height) in order[first..].iter().zip(&sorted[first..]).take_while(|(_, height)| **height <= high) {
            cut[*index].push(segment(*face, z.map(|z| z >= *height)));
        }
    }
    heights.par_iter().zip(&cut).map(|(height, segments)| Section::of(mesh, *height, segments)).collect()
}

/// An edge of the mesh, the lower index first: where a contour passes. Keyed so, both of its faces give the same point.
type Edge = (u32, u32);

/// The two edges through which a plane cuts a face.
type Segment = [Edge; 2];

/// The edges of a face with corners on both sides of the plane.
fn segment(face: [u32; 3], above: [bool; 3]) -> Segment {
    let alone = (0..3).find(|corner| {
        let others = [above[(corner + 1) % 3], above[(corner + 2) % 3]];
        others.iter().all(|other| *other != above[*corner])
    });
    let corner = alone.unwrap_or(0);
    [1, 2].map(|step| {
        let (a, b) = (face[corner], face[(corner + step) % 3]);
        (a.min(b), a.max(b))
    })
}

/// Where the plane at `height` meets an edge with its ends on both sides of it.
fn meeting(mesh: &Mesh, (a, b): Edge, height: f64) -> Vec3 {
    let (a, b) = (mesh.vertices[a as usize], mesh.vertices[b as usize]);
    let point = a + (b - a) * ((height - a.z) / (b.z - a.z));
    Vec3::new(point.x, point.y, height)
}

/// Segments joined into lines: first those with two ends, then the closed ones.
fn joined(mesh: &Mesh, height: f64, segments: &[Segment]) -> Vec<Contour> {
    let mut ends: Vec<(Edge, usize)> =
        segments.iter().enumerate().flat_map(|(index, segment)| segment.map(|edge| (edge, index))).collect();
    ends.sort_unstable();
    let at = |edge: Edge| {
        let first = ends.partition_point(|(other, _)| *other < edge);
        ends[first..].iter().take_while(move |(other, _)| *other == edge).map(|(_, index)| *index)
    };
    let mut used = vec![false; segments.len()];
    let mut walk = |start: Edge| {
        let mut edges = vec![start];
        let mut here = start;
        loop {
            let Some(index) = at(here).find(|index| !used[*index]) else { break (edges, false) };
            used[index] = true;
            let [a, b] = segments[index];
            here = if a == here { b } else { a };
            if here == start {
                break (edges, true);
            }
            edges.push(here);
        }
    };
    let loose = ends.chunk_by(|a, b| a.0 == b.0).filter(|chunk| chunk.len() % 2 == 1).map(|chunk| chunk[0].0);
    let starts: Vec<Edge> = loose.chain(segments.iter().map(|segment| segment[0])).collect();
    let mut contours = vec![];
    for start in starts {
        let (edges, closed) = walk(start);
        let mut points: Vec<Vec3> = edges.into_iter().map(|edge| meeting(mesh, edge, height)).collect();
        // Faces that meet in a vertex on the plane give the same point again and again.
        points.dedup();
        while closed && points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if points.len() > if closed { 2 } else { 1 } {
            contours.push(Contour { points, closed });
        }
    }
    contours
}

/// Turns contours so that matter lies on their left: those inside an even number of others counter-clockwise.
fn wind(contours: &mut [Contour]) {
    let depths: Vec<usize> = (0..contours.len())
        .map(|index| {
            let at = contours[index].points[0];
            (0..contours.len()).filter(|other| *other != index && contours[*other].surrounds(at)).count()
        })
        .collect();
    for (contour, depth) in contours.iter_mut().zip(depths) {
        let counter_clockwise = contour.moments(contour.points[0]).0 > 0.0;
        if counter_clockwise != (depth % 2 == 0) {
            contour.points.reverse();
        }
    }
}

/// The sides of a polygon, the closing one among them.
fn sides(points: &[Vec3]) -> impl Iterator<Item = (Vec3, Vec3)> + '_ {
    points.iter().copied().zip(points.iter().copied().cycle().skip(1))
}

/// Perimeter of the convex hull in x and y (Andrew's monotone chain).
fn hull_length(mut points: Vec<Vec3>) -> f64 {
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let half = |points: &mut dyn Iterator<Item = Vec3>| {
        let mut chain: Vec<Vec3> = vec![];
        for point in points {
            while let [.., a, b] = chain[..] {
                if (b - a).cross(point - a).z > 0.0 {
                    break;
                }
                chain.pop();
            }
            chain.push(point);
        }
        chain.windows(2).map(|pair| (pair[1] - pair[0]).length()).sum::<f64>()
    };
    half(&mut points.iter().copied()) + half(&mut points.iter().rev().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shapes::{self, Detail};
    use std::f64::consts::PI;

    fn near(value: f64, expected: f64) {
        assert!((value - expected).abs() < 1e-9 * expected.abs().max(1.0), "{value} is not {expected}");
    }

    #[test]
    fn a_cylinder_has_the_polygon_of_its_ring_at_every_height() {
        let mesh = shapes::domed_cylinder(50.0, 150.0, Detail { rings: 30, around: 40 });
        for section in sections(&mesh, &[-10.0, -50.0, -90.0]) {
            assert!(section.closed());
            assert_eq!(section.contours.len(), 1);
            near(section.perimeter, 80.0 * 50.0 * (PI / 40.0).sin());
            near(section.tape, section.perimeter);
            near(section.area, 20.0 * 2_500.0 * (PI / 20.0).sin());
            near(section.width_ap, 100.0);
            near(section.width_ml, 100.0);
            assert!((section.centroid - Vec3::new(0.0, 0.0, section.height)).length() < 1e-9);
        }
    }

    #[test]
    fn vertices_exactly_on_the_plane_do_not_open_the_contour() {
        // Every ring of this cone, tip and opening included, lies on one of the planes.
        let mesh = shapes::cone(50.0, 100.0, Detail { rings: 10, around: 36 });
        let heights: Vec<f64> = mesh.vertices.iter().map(|vertex| vertex.z).collect();
        for section in sections(&mesh, &heights).iter().skip(1) {
            assert!(section.closed() && section.contours.len() == 1, "{section:?}");
            let radius = 50.0 + section.height / 2.0;
            near(section.area, 18.0 * radius * radius * (PI / 18.0).sin());
            near(section.perimeter, 72.0 * radius * (PI / 36.0).sin());
        }
        assert!(sections(&mesh, &heights)[0].contours.is_empty(), "the tip alone has no outline");
    }

    #[test]
    fn winding_does_not_matter_and_orientation_of_contours_is_counter_clockwise() {
        let mesh = shapes::limb(50.0, 150.0, Detail { rings: 20, around: 30 });
        let mut turned = mesh.clone();
        turned.faces.iter_mut().step_by(3).for_each(|face| face.swap(1, 2));
        let (a, b) = (sections(&mesh, &[-60.0]), sections(&turned, &[-60.0]));
        near(a[0].area, b[0].area);
        assert!(a[0].contours[0].moments(Vec3::ZERO).0 > 0.0 && b[0].contours[0].moments(Vec3::ZERO).0 > 0.0);
    }

    #[test]
    fn a_hollow_is_taken_off_and_an_island_in_it_counts_again() {
        let detail = Detail { rings: 20, around: 30 };
        let mut nested = Mesh::default();
        let area = |radius: f64| sections(&shapes::domed_cylinder(radius, 100.0, detail), &[-5.0])[0].area;
        for radius in [60.0, 40.0, 20.0] {
            let part = shapes::domed_cylinder(radius, 100.0, detail);
            let first = nested.vertices.len() as u32;
            nested.vertices.extend(part.vertices);
            nested.faces.extend(part.faces.iter().map(|face| face.map(|vertex| vertex + first)));
        }
        let section = &sections(&nested, &[-5.0])[0];
        assert_eq!(section.contours.len(), 3);
        near(section.area, area(60.0) - area(40.0) + area(20.0));
        assert!(section.contours[1].moments(Vec3::ZERO).0 < 0.0, "a hollow is wound clockwise");
    }

    #[test]
    fn a_hole_leaves_an_open_contour_with_its_gap() {
        let mut mesh = shapes::domed_cylinder(50.0, 150.0, Detail { rings: 30, around: 40 });
        let whole = sections(&mesh, &[-20.0])[0].clone();
        mesh.faces.retain(|face| {
            let centre = face.iter().map(|vertex| mesh.vertices[*vertex as usize]).sum::<Vec3>() / 3.0;
            (centre - Vec3::new(50.0, 0.0, -20.0)).length() > 12.0
        });
        let section = &sections(&mesh, &[-20.0])[0];
        assert!(!section.closed());
        assert!(section.contours[0].gap() > 10.0);
        assert!(section.perimeter < whole.perimeter - 10.0);
        assert!(section.area > 0.98 * whole.area, "a straight line closes it for the area");
    }

    #[test]
    fn a_tape_bridges_a_hollow() {
        let mesh = shapes::swept(Detail { rings: 10, around: 180 }, |along, angle| {
            let out = along * 50.0 * (1.0 + 0.4 * (3.0 * angle).cos());
            Vec3::new(out * angle.cos(), out * angle.sin(), (along - 1.0) * 100.0)
        });
        let section = &sections(&mesh, &[-5.0])[0];
        assert!(section.tape < section.perimeter - 5.0, "{} {}", section.tape, section.perimeter);
    }

    #[test]
    fn nothing_panics_on_what_is_not_a_surface() {
        assert_eq!(sections(&Mesh::default(), &[0.0, f64::NAN, f64::INFINITY]).len(), 3);
        let flat = Mesh { vertices: vec![Vec3::ZERO; 3], faces: vec![[0, 1, 2], [0, 0, 0]] };
        assert!(sections(&flat, &[0.0]).iter().all(|section| section.contours.is_empty()));
        let point = Vec3::new(0.0, 0.0, 1.0);
        let sliver = Mesh { vertices: vec![Vec3::ZERO, point, point], faces: vec![[0, 1, 2], [1, 0, 0]] };
        assert_eq!(sections(&sliver, &[0.5])[0].area, 0.0);
    }
}
