//! AOP (“AAOP1”): radii around an axis, slice by slice, as prosthetics' digitisers give and carvers take them.
//!
//! **The mirror trap.** Spokes run clockwise seen from +z, the first at −90°: θ_k = 270° − spacing·k, θ counted
//! counter-clockwise from +x. Read the other way round, a left limb becomes a right one, and nothing looks wrong.
//!
//! The format has no public description; this is what open readers, a vendor's header and samples agree on. Landmarks'
//! three numbers are kept as they are: their order is not known.

mod read;
mod write;

pub(super) use read::READER;
pub use write::write_aop;

use crate::mesh::{Mesh, Vec3};
use domain::limb::Side;

/// A surface as radii around the z axis, one for each spoke and slice; open at its ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// The side of the body, where the file says one.
    pub side: Option<Side>,
    /// Named points, raw.
    pub landmarks: Vec<Landmark>,
    /// Lines of comment.
    pub comments: Vec<String>,
    /// Direction of each spoke: degrees from +x, counter-clockwise seen from +z, in the file's (clockwise) order.
    pub angles_deg: Vec<f64>,
    /// Height of each slice, mm, growing from the distal end.
    pub heights_mm: Vec<f64>,
    /// Radii, mm: slice after slice, in each one for every spoke.
    pub radii_mm: Vec<f64>,
    /// Second number of each radius, where the file has one for all; else empty. What it means is the writer's.
    pub scalars: Vec<f64>,
}

/// A named point or several, in the file's numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Landmark {
    /// Its name without trailing blanks, for instance `TIB`, `MPT`, `TE`.
    pub name: String,
    /// Three numbers a point. Which is which is not known (the middle one is an angle): pass them on, do not draw them.
    pub points: Vec<[f64; 3]>,
}

/// Degrees of the first spoke.
const FIRST_SPOKE: f64 = 270.0;

/// Direction of a spoke whose angle the file gives as `clockwise` from the first.
fn direction(clockwise: f64) -> f64 {
    FIRST_SPOKE - clockwise
}

impl Shape {
    /// Directions of `count` spokes that divide the circle evenly, in the file's order.
    pub fn spokes(count: usize) -> Vec<f64> {
        (0..count).map(|spoke| direction(360.0 * spoke as f64 / count as f64)).collect()
    }

    /// The point of a spoke in a slice, mm; none beyond them.
    pub fn point(&self, slice: usize, spoke: usize) -> Option<Vec3> {
        let angle = self.angles_deg.get(spoke)?.to_radians();
        let height = *self.heights_mm.get(slice)?;
        let radius = *self.radii_mm.get(slice * self.angles_deg.len() + spoke)?;
        Some(Vec3::new(radius * angle.cos(), radius * angle.sin(), height))
    }

    /// The surface between its points, faces counter-clockwise seen from outside. **Both ends stay open**: the format
    /// says nothing of the surface below its first slice (the distal end of the limb) nor above the last, so the cap
    /// is for the caller to make, knowingly. A slice whose radii are all zero is one point, and closes its end.
    pub fn mesh(&self) -> Mesh {
        let spokes = self.angles_deg.len();
        let mut order: Vec<usize> = (0..spokes).collect();
        order.sort_by(|a, b| self.angles_deg[*a].rem_euclid(360.0).total_cmp(&self.angles_deg[*b].rem_euclid(360.0)));
        let mut mesh = Mesh {
            vertices: Vec::with_capacity(self.radii_mm.len()),
            faces: Vec::with_capacity(self.radii_mm.len() * 2),
        };
        // For each slice, the vertices counter-clockwise.
        let mut rings: Vec<Vec<u32>> = vec![];
        for slice in 0..self.heights_mm.len() {
            let points: Vec<Vec3> = order.iter().filter_map(|spoke| self.point(slice, *spoke)).collect();
            let first = mesh.vertices.len() as u32;
            if points.iter().all(|point| point.x == 0.0 && point.y == 0.0) {
                mesh.vertices.extend(points.first());
                rings.push(vec![first; points.len()]);
            } else {
                rings.push((first..first + points.len() as u32).collect());
                mesh.vertices.extend(points);
            }
        }
        for pair in rings.windows(2) {
            let (low, high) = (&pair[0], &pair[1]);
            if low.len() != spokes || high.len() != spokes {
                break;
            }
            for spoke in 0..spokes {
                let next = (spoke + 1) % spokes;
                for face in [[low[spoke], low[next], high[next]], [low[spoke], high[next], high[spoke]]] {
                    if face[0] != face[1] && face[1] != face[2] && face[2] != face[0] {
                        mesh.faces.push(face);
                    }
                }
            }
        }
        mesh
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats;

    /// Four spokes, of which one is long, in two slices.
    const ONE_LONG: &str = "AAOP1\nEND COMMENTS\nCYLINDRICAL\nLEFT\n0\n4\n90\n2\n100\n\
        10\n50\n10\n10\n10\n50\n10\n10\n";

    /// The mirror trap: the second spoke lies clockwise of the first, at −180° and not at 0°.
    #[test]
    fn spokes_run_clockwise_from_minus_y() {
        let scan = formats::read(ONE_LONG.as_bytes(), "limb.aop").unwrap();
        let shape = scan.shape.unwrap();
        assert_eq!(shape.side, Some(Side::Left));
        assert_eq!(shape.angles_deg, [270.0, 180.0, 90.0, 0.0]);
        let near = |spoke: usize, x: f64, y: f64| {
            assert!((shape.point(0, spoke).unwrap() - Vec3::new(x, y, 0.0)).length() < 1e-12, "spoke {spoke}");
        };
        near(0, 0.0, -10.0);
        near(1, -50.0, 0.0);
        near(2, 0.0, 10.0);
        near(3, 10.0, 0.0);
        assert_eq!(scan.mesh.bounds().0.x, -50.0);
        assert_eq!(scan.mesh.bounds().1.x, 10.0);
    }

    /// Files of a writer that had the trap in it, and still turns the limb, cannot be told by their numbers.
    #[test]
    fn files_of_ampscan_carry_a_warning() {
        let notes = |text: &str| formats::read(text.as_bytes(), "limb.aop").unwrap().notes.join("\n");
        assert!(!notes(ONE_LONG).contains("mirror"));
        assert!(notes(&ONE_LONG.replacen("AAOP1", "AAOP1\nExported from ampscan", 1)).contains("mirror"));
    }

    #[test]
    fn faces_look_outward_and_both_ends_stay_open() {
        let mesh = formats::read(ONE_LONG.as_bytes(), "limb.aop").unwrap().mesh;
        assert_eq!(mesh.faces.len(), 8);
        assert_eq!(mesh.boundary_loops().len(), 2);
        // About the axis the area vectors of an outward surface point away from it.
        for corners in mesh.triangles() {
            let middle = corners.into_iter().sum::<Vec3>() / 3.0;
            assert!(crate::mesh::face_vector(corners).dot(Vec3::new(middle.x, middle.y, 0.0)) > 0.0);
        }
    }

    #[test]
    fn a_slice_of_zero_radii_closes_its_end() {
        let text = ONE_LONG.replacen("10\n50\n10\n10\n", "0\n0\n0\n0\n", 1);
        let mesh = formats::read(text.as_bytes(), "limb.aop").unwrap().mesh;
        assert_eq!(mesh.vertices.len(), 5);
        assert_eq!(mesh.faces.len(), 4);
        assert_eq!(mesh.boundary_loops().len(), 1);
    }

    #[test]
    fn every_end_of_line_and_a_missing_last_one_read_the_same() {
        let plain = formats::read(ONE_LONG.as_bytes(), "a.aop").unwrap();
        for end in ["\r", "\r\n", " \t\r", "  \n"] {
            let text = ONE_LONG.replace('\n', end);
            assert_eq!(formats::read(text.as_bytes(), "a.aop").unwrap(), plain, "{end:?}");
        }
        let mixed = ONE_LONG.replacen('\n', "\r", 3);
        assert_eq!(formats::read(mixed.trim_end().as_bytes(), "a.aop").unwrap(), plain);
    }

    #[test]
    fn explicit_angles_heights_landmarks_and_scalars_are_read() {
        let text = "AAOP1\r\nAAOP1\r\nby hand\r\nEND COMMENTS\r\nCYLINDRICAL\r\nRIGHT\r\n2\r\nTIB \r\n2\r\n1\r\n2\r\n3\r\n\
            4\r\n5\r\n6\r\nTE  \r\n1\r\n7\r\n-8\r\n9\r\n3\r\n0\r\n0\r\n100\r\n250\r\n2\r\n0\r\n-5\r\n12.5\r\n\
            10 1\r\n11 2\r\n12 3\r\n13 4\r\n14 5\r\n15 6";
        let shape = formats::read(text.as_bytes(), "a.aop").unwrap().shape.unwrap();
        assert_eq!(shape.side, Some(Side::Right));
        assert_eq!(shape.comments, ["AAOP1", "by hand"]);
        assert_eq!(shape.landmarks[0], Landmark { name: "TIB".into(), points: vec![[1., 2., 3.], [4., 5., 6.]] });
        assert_eq!(shape.landmarks[1].name, "TE");
        assert_eq!(shape.angles_deg, [270.0, 170.0, 20.0]);
        assert_eq!(shape.heights_mm, [-5.0, 12.5]);
        assert_eq!(shape.radii_mm, [10., 11., 12., 13., 14., 15.]);
        assert_eq!(shape.scalars, [1., 2., 3., 4., 5., 6.]);
        assert_eq!(formats::read(&write_aop(&shape), "b.aop").unwrap().shape.unwrap(), shape);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let wrong = |from: &str, to: &str| {
            formats::read(ONE_LONG.replacen(from, to, 1).as_bytes(), "a.aop").unwrap_err().to_string()
        };
        assert!(wrong("CYLINDRICAL", "SPHERICAL").starts_with("AOP, line 3: “SPHERICAL”"));
        assert!(wrong("LEFT", "UP").contains("line 4"));
        assert!(wrong("\n0\n4\n", "\n-1\n4\n").contains("line 5"));
        assert!(wrong("\n4\n", "\n4000000000\n").contains("line 6"));
        assert!(wrong("\n90\n", "\n100\n").contains("line 7"));
        assert!(wrong("\n90\n", "\n-90\n").contains("line 7"));
        assert!(wrong("\n100\n", "\n-100\n").contains("line 9"));
        assert!(wrong("\n50\n", "\nNaN\n").contains("line 11"));
        assert!(wrong("\n50\n", "\n1e999\n").contains("line 11"));
        assert!(wrong("\n50\n", "\n-50\n").contains("line 11"));
        assert!(wrong("\n50\n10\n10\n10\n50\n", "\n").contains("cut off"));
    }
}
