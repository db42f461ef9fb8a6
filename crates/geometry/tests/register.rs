//! Registration against motions that are known.

use crate::common::{OPENLIMB, openlimb, punched};
use geometry::clean::{Settings, clean};
use geometry::mesh::face_vector;
use geometry::query::Surface;
use geometry::register::{RegisterError, Registration, register};
use geometry::shapes::{self, Detail};
use geometry::{Mesh, Vec3};

/// How many faces look against the baseline's.
fn turned(baseline: &Mesh, found: &Registration) -> usize {
    let moved = Mesh { vertices: found.points.clone(), faces: baseline.faces.clone() };
    let pairs = baseline.triangles().zip(moved.triangles());
    pairs.filter(|(was, is)| face_vector(*was).dot(face_vector(*is)) <= 0.0).count()
}

/// Farthest that a matched point lies from the target.
fn off(target: &Mesh, found: &Registration) -> f64 {
    let surface = Surface::new(target).unwrap();
    let matched = found.points.iter().zip(&found.matched).filter(|(_, matched)| **matched);
    matched.map(|(point, _)| surface.nearest(*point).distance).fold(0.0, f64::max)
}

#[test]
fn a_cylinder_that_swells_moves_along_its_normals_by_what_it_swelled() {
    let detail = Detail { rings: 60, around: 90 };
    let (slim, full) = (shapes::domed_cylinder(45.0, 150.0, detail), shapes::domed_cylinder(47.0, 152.0, detail));
    let found = register(&slim, &full).unwrap();
    assert!(off(&full, &found) < 1e-9);
    assert_eq!((found.folded_faces, turned(&slim, &found)), (0, 0));
    for ((point, distance), from) in found.points.iter().zip(&found.normal_distances).zip(&slim.vertices) {
        if from.z < -10.0 {
            // The facets of both lie up to 0.07 mm inside their arcs.
            assert!((distance - 2.0).abs() < 0.08, "{from} to {point}: {distance}");
        }
    }
}

#[test]
fn another_mesh_of_the_same_limb_is_met_without_motion_along_the_surface() {
    let (one, other) =
        (shapes::limb(50.0, 150.0, Detail::SCAN), shapes::limb(50.0, 150.0, Detail { rings: 71, around: 83 }));
    let found = register(&one, &other).unwrap();
    assert!(off(&other, &found) < 1e-9);
    let moved = found.points.iter().zip(&one.vertices).map(|(point, from)| (*point - *from).length());
    assert!(moved.fold(0.0, f64::max) < 0.6);
    assert!(found.matched.iter().filter(|matched| **matched).count() > 7_300);
}

#[test]
fn a_rough_target_folds_nothing() {
    let limb = shapes::limb(50.0, 150.0, Detail::SCAN);
    let rough = shapes::noisy(&shapes::limb(52.0, 153.0, Detail { rings: 90, around: 101 }), 0.4, 6);
    let found = register(&limb, &rough).unwrap();
    assert!(off(&rough, &found) < 1e-9);
    assert_eq!((found.folded_faces, turned(&limb, &found)), (0, 0));
    // At the tip, where its faces are smaller than its noise, the target itself is folded.
    let left = limb.vertices.iter().zip(&found.matched).filter(|(from, matched)| !**matched && from.z < -10.0);
    assert!(left.count() < 200);
}

#[test]
fn where_the_target_has_no_surface_it_says_so_and_goes_on_smoothly() {
    let limb = shapes::limb(50.0, 150.0, Detail::SCAN);
    let larger = shapes::limb(51.5, 150.0, Detail::SCAN);
    let mut target = punched(&larger, Vec3::new(50.0, 0.0, -60.0), 18.0);
    target.faces.retain(|face| face.iter().all(|vertex| larger.vertices[*vertex as usize].z < -30.0));
    let found = register(&limb, &target).unwrap();
    assert_eq!(turned(&limb, &found), 0);
    for (vertex, from) in limb.vertices.iter().enumerate() {
        if from.z > -25.0 || (*from - Vec3::new(50.0, 0.0, -60.0)).length() < 8.0 {
            assert!(!found.matched[vertex], "{from}");
            assert!((found.normal_distances[vertex] - 1.5).abs() < 1.5, "{from} {}", found.normal_distances[vertex]);
        } else if from.z < -45.0 && (*from - Vec3::new(50.0, 0.0, -60.0)).length() > 25.0 {
            assert!(found.matched[vertex], "{from}");
        }
    }
}

#[test]
fn nothing_to_register_is_an_error() {
    let limb = shapes::limb(50.0, 150.0, Detail { rings: 8, around: 9 });
    assert_eq!(register(&Mesh::default(), &limb), Err(RegisterError::NoSurface));
    assert_eq!(register(&limb, &Mesh::default()), Err(RegisterError::NoSurface));
    let dot = Mesh { vertices: vec![Vec3::ZERO; 3], faces: vec![[0, 1, 2], [1, 1, 1]] };
    assert!(register(&dot, &limb).is_ok() && register(&limb, &dot).is_ok());
}

#[test]
fn the_public_limbs_register_onto_each_other_without_a_fold() {
    let skins: Vec<Mesh> = OPENLIMB
        .iter()
        .skip(1)
        .filter_map(|(name, _)| openlimb(name))
        .map(|scan| clean(&scan, &Settings::default()).unwrap().skin)
        .collect();
    for (one, other) in skins.iter().zip(skins.iter().skip(1)) {
        let found = register(one, other).unwrap();
        let matched = found.matched.iter().filter(|matched| **matched).count();
        println!("{} of {} matched, {} turned", matched, found.points.len(), turned(one, &found));
        assert!(off(other, &found) < 1e-9);
        assert_eq!(found.folded_faces, 0);
        assert!(matched * 100 > 97 * found.points.len());
    }
}
