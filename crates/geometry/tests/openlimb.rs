//! The four OpenLimb shapes from file to mesh, and to AOP and back. Their licence keeps them out of this tree:
//! `OPENLIMB` names their folder; without them these tests say so and check nothing.

use geometry::formats::{self, Shape, Unit, units};
use geometry::query::Surface;
use geometry::{Mesh, Vec3};
use std::path::{Path, PathBuf};

const NAMES: [&str; 4] =
    ["mean-skin-full-size", "mean-limb-full-size", "long-limb-normalised", "bulbous-limb-normalised"];

fn bytes(name: &str) -> Option<Vec<u8>> {
    // Beside any folder that this tree lies in, where the variable does not say otherwise.
    let beside = || {
        let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
        above.map(|folder| folder.join("shared/data/openlimb")).find(|folder| folder.is_dir())
    };
    let folder = std::env::var_os("OPENLIMB").map(PathBuf::from).or_else(beside).unwrap_or_default();
    let bytes = std::fs::read(folder.join(format!("{name}.stl"))).ok();
    if bytes.is_none() {
        eprintln!("SKIPPED: no {name}.stl in “{}”; set OPENLIMB to the folder of the four shapes", folder.display());
    }
    bytes
}

fn limb(name: &str) -> Option<Mesh> {
    let scan = formats::read(&bytes(name)?, name).unwrap();
    let unit = if name.ends_with("normalised") { Unit::Normalised } else { Unit::Millimetre };
    Some(scan.into_millimetres(unit))
}

#[test]
fn all_four_load_with_their_faces_and_vertices_joined() {
    for name in NAMES {
        let Some(bytes) = bytes(name) else { continue };
        let scan = formats::read(&bytes, name).unwrap();
        let faces = if name == NAMES[0] { 19_161 } else { 38_910 };
        assert_eq!(scan.mesh.faces.len(), faces, "{name}");
        // A surface without holes has about half as many vertices as faces.
        let share = scan.mesh.vertices.len() as f64 / faces as f64;
        assert!((0.5..0.51).contains(&share), "{name}: {share}");
    }
}

#[test]
fn full_size_is_millimetres_and_normalised_is_asked() {
    for name in NAMES {
        let Some(bytes) = bytes(name) else { continue };
        let found = units::infer(&formats::read(&bytes, name).unwrap());
        match found {
            Ok(guess) => assert!(guess.unit == Unit::Millimetre && name.ends_with("full-size"), "{name}: {guess:?}"),
            Err(error) => {
                assert!(name.ends_with("normalised"), "{name}: {error}");
                assert!(error.to_string().contains("openlimb"), "{error}");
            }
        }
    }
}

/// Mesh → AOP's bytes → mesh, on the part around which the axis has one radius each way: from above the rounded end.
#[test]
fn aop_comes_back_within_a_twentieth_of_a_millimetre() {
    for name in NAMES {
        let Some(mesh) = limb(name) else { continue };
        let (low, high) = mesh.bounds();
        // The axis through the middle of the lowest third, along z: the shapes stand upright.
        let third: Vec<Vec3> = mesh.vertices.iter().copied().filter(|v| v.z < low.z + (high.z - low.z) / 3.0).collect();
        let middle = third.iter().copied().sum::<Vec3>() / third.len() as f64;
        let mesh = mesh.mapped(|vertex| vertex - Vec3::new(middle.x, middle.y, low.z));
        let surface = Surface::new(&mesh).unwrap();
        let length = high.z - low.z;
        let heights =
            |from: f64, to: f64| (0..).map(|at| from + f64::from(at)).take_while(|z| *z < to).collect::<Vec<_>>();
        let shape = Shape::of(&surface, 120, &heights(25.0, length * 0.8)).unwrap();
        let back = formats::read(&formats::write_aop(&shape), "limb.aop").unwrap().shape.unwrap();
        let found = back.deviation(&surface);
        println!("{name}: {found:?}");
        assert!(found.mean_mm < 0.05, "{name}: {found:?}");
        assert!(found.compared > 80_000, "{name}: {found:?}");
        // The long limb as published has a hole of 5 mm in its skin, 180 mm above its end: the figures must show it.
        let hole = name == NAMES[2];
        assert_eq!(found.missing > 0, hole, "{name}: {found:?}");
        assert_eq!(found.greatest_mm > 0.5, hole, "{name}: {found:?}");
        // Bones lie within three of the four.
        assert_eq!(found.several > 0, name != NAMES[0], "{name}: {found:?}");
    }
}

#[test]
fn every_shape_comes_back_from_every_format() {
    for name in NAMES {
        let Some(bytes) = bytes(name) else { continue };
        let mesh = formats::read(&bytes, name).unwrap().mesh;
        assert_eq!(formats::read(&formats::write_stl(&mesh), "a.stl").unwrap().mesh, mesh, "{name}");
        assert_eq!(formats::read(&formats::write_ply(&mesh, formats::Paint::Plain), "a.ply").unwrap().mesh, mesh);
        let back = formats::read(&formats::write_3mf(&mesh, name).unwrap(), "a.3mf").unwrap().mesh;
        assert_eq!(back.faces, mesh.faces);
        let far = back.vertices.iter().zip(&mesh.vertices).map(|(a, b)| (*a - *b).length()).fold(0.0, f64::max);
        assert!(far < 1e-5, "{name}: {far}");
    }
}
