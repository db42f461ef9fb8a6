//! From a limb's scan to measurements, a rectified limb, a socket and a liner; mesh files in and out.
//!
//! **Axes**, right-handed, of everything that has been oriented: +x anterior, +y the patient's left, +z proximal;
//! z = 0 is the mid-patellar tendon level. Whether +y is medial or lateral is decided by the limb's side alone.
//! **Lengths are millimetres**: every scanner, printer and shape file, and every clinical limit of shape, is in them
//! (docs/decisions.md, 40); volumes are mm³ unless the name says mL.
//!
//! - [`formats`]: mesh and shape files in and out, and the unit they are in.
//! - [`mesh`]: triangles that share vertices, and what can be summed over them.
//! - [`query`]: nearest point and ray on a mesh.
//!
//! No file access, no clock: bytes in, bytes out.

pub mod formats;
pub mod mesh;
pub mod query;

pub use mesh::{Mesh, Vec3};
