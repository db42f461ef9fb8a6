//! From a limb's scan to measurements, a rectified limb, a socket and a liner; mesh files in and out.
//!
//! **Axes**, right-handed, of everything that has been oriented: +x anterior, +y the patient's left, +z proximal;
//! z = 0 is the level that heights are counted from: mid-patellar tendon, above the knee ischial tuberosity. Whether +y is medial or lateral is decided by the limb's side alone.
//! **Lengths are millimetres**: every scanner, printer and shape file, and every clinical limit of shape, is in them
//! (docs/decisions.md, 40); volumes are mm³ unless the name says mL.
//!
//! - [`carving`]: the model closed for a carver, where its brim is far from level.
//! - [`chart`]: rays that reach every point of a limb once; [`offset`]: the surface at a distance.
//! - [`formats`]: mesh and shape files in and out, and the unit they are in.
//! - [`mesh`]: triangles that share vertices, and what can be summed over them.
//! - [`align`]: one scan laid on another.
//! - [`clean`]: a scan cleaned up, with a report; closed for its volume.
//! - [`compare`]: what has changed between two aligned scans, against clinical limits.
//! - [`keep`]: what a person keeps of a scan.
//! - [`mandrel`]: the positive model with collar, bore and build-up; [`own_liner`]: a custom liner; [`relief`]: words on the part.
//! - [`overhang`]: what a printer has to support.
//! - [`donning`]: whether the limb gets into the finished socket.
//! - [`query`]: nearest point and ray on a mesh.
//! - [`register`]: where every vertex of one scan lies on another.
//! - [`shapes`]: limbs in outline with known answers, for tests and trials.
//! - [`thinnest`]: the least wall, of the shell and of the whole solid.
//! - [`slices`]: horizontal sections; [`thighs`]: five thighs with known volumes.
//!
//! No file access, no clock: bytes in, bytes out.

pub mod align;
pub mod carving;
pub mod chart;
pub mod check;
pub mod clean;
pub mod combine;
pub mod compare;
pub mod curve;
pub mod cut;
pub mod donning;
pub mod formats;
pub mod found;
pub mod keep;
pub mod limb;
pub mod mandrel;
pub mod mesh;
pub mod mount;
pub mod offset;
pub mod overhang;
pub mod own_liner;
pub mod pose;
pub mod query;
pub mod register;
pub mod relief;
pub mod shapes;
pub mod shell;
pub mod slices;
pub mod socket;
pub mod thighs;
pub mod thinnest;
pub mod trim;

pub use mesh::{Mesh, Vec3};
