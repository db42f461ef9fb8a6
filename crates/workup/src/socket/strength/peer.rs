//! The same mesh, supports and forces as an input of CalculiX, with our own answer in its remarks.
//!
//! Remarks: `**U node x y z` in mm, `**S node xx yy zz xy yz zx` in MPa; nodes are counted from 1.

use super::data::Stuff;
use mechanics::Stress;
use mechanics::wall::WallMesh;
use std::fmt::Write;

/// The input as text; its elements are those of our own kind, C3D8I.
pub(super) fn input(stuff: &Stuff, mesh: &WallMesh, forces: &[f64], moved: &[f64], stresses: &[Stress]) -> String {
    let mut text = String::new();
    // Writing into a string cannot fail.
    let _ = written(&mut text, stuff, mesh, forces, moved, stresses);
    text
}

fn written(
    text: &mut String,
    stuff: &Stuff,
    mesh: &WallMesh,
    forces: &[f64],
    moved: &[f64],
    stresses: &[Stress],
) -> std::fmt::Result {
    for (node, u) in moved.chunks_exact(3).enumerate() {
        writeln!(text, "**U {} {:e} {:e} {:e}", node + 1, u[0], u[1], u[2])?;
    }
    for (node, Stress([xx, yy, zz, xy, yz, zx])) in stresses.iter().enumerate() {
        writeln!(text, "**S {} {xx:e} {yy:e} {zz:e} {xy:e} {yz:e} {zx:e}", node + 1)?;
    }
    writeln!(text, "*NODE, NSET=ALL")?;
    for (node, at) in mesh.nodes.iter().enumerate() {
        writeln!(text, "{}, {:.12e}, {:.12e}, {:.12e}", node + 1, at.x, at.y, at.z)?;
    }
    writeln!(text, "*ELEMENT, TYPE=C3D8I, ELSET=E")?;
    for (element, hex) in mesh.hexes.iter().enumerate() {
        write!(text, "{}", element + 1)?;
        hex.iter().try_for_each(|node| write!(text, ", {}", node + 1))?;
        writeln!(text)?;
    }
    writeln!(text, "*MATERIAL, NAME=M\n*ELASTIC\n{}, {}", stuff.modulus_mpa, stuff.poisson)?;
    writeln!(text, "*SOLID SECTION, ELSET=E, MATERIAL=M\n*BOUNDARY")?;
    mesh.face.iter().try_for_each(|node| writeln!(text, "{}, 1, 3", node + 1))?;
    writeln!(text, "*STEP\n*STATIC\n*CLOAD")?;
    for (degree, force) in forces.iter().enumerate().filter(|(_, force)| **force != 0.0) {
        writeln!(text, "{}, {}, {force:.12e}", degree / 3 + 1, degree % 3 + 1)?;
    }
    writeln!(text, "*NODE FILE\nU\n*EL FILE\nS\n*END STEP")
}
