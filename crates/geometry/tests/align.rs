//! Alignment from any pose: exact on the same shape, near on cut, holed, noisy and swollen ones, and never a mirror's.

use crate::common::{OPENLIMB, openlimb, punched};
use geometry::align::{AlignError, Alignment, Rotation, align};
use geometry::clean::{Settings, clean};
use geometry::shapes::{self, Detail};
use geometry::{Mesh, Vec3};
use std::f64::consts::{FRAC_PI_2, PI};

/// Poses that a scan can come in: as it is, quarter turns and half turns about every axis, and askew.
fn poses() -> Vec<(Rotation, Vec3)> {
    let mut poses = vec![(Rotation::IDENTITY, Vec3::ZERO), (Rotation::IDENTITY, Vec3::new(500.0, -300.0, 90.0))];
    for axis in [Vec3::X, Vec3::Y, Vec3::Z] {
        for angle in [FRAC_PI_2, PI, -FRAC_PI_2] {
            poses.push((Rotation::from_axis_angle(axis, angle), Vec3::new(40.0, 10.0, -70.0)));
        }
    }
    for (axis, angle) in [(Vec3::new(1.0, 2.0, -0.5), 2.3), (Vec3::new(-0.3, 0.2, 1.0), 1.1), (Vec3::ONE, -2.9)] {
        poses.push((Rotation::from_axis_angle(axis.normalize(), angle), Vec3::new(-120.0, 33.0, 8.0)));
    }
    poses
}

/// The mesh in another pose.
fn posed(mesh: &Mesh, (rotation, translation): (Rotation, Vec3)) -> Mesh {
    mesh.mapped(|point| rotation * point + translation)
}

/// Farthest that any vertex of `mesh` comes to lie from where it was before it was posed.
fn pose_error(found: &Alignment, mesh: &Mesh, (rotation, translation): (Rotation, Vec3)) -> f64 {
    let off = |point: &Vec3| (found.place(rotation * *point + translation) - *point).length();
    mesh.vertices.iter().map(off).fold(0.0, f64::max)
}

/// What lies below a plane through the long axis at `height`, leaning by `tilt`.
fn cut(mesh: &Mesh, height: f64, tilt: Vec3) -> Mesh {
    let mut cut = mesh.clone();
    let below = |vertex: &u32| {
        let point = mesh.vertices[*vertex as usize];
        point.z < height + tilt.dot(point)
    };
    cut.faces.retain(|face| face.iter().all(below));
    clean(&cut, &Settings { hole_perimeter: 0.0, ..Settings::default() }).unwrap().skin
}

fn mirrored(mesh: &Mesh) -> Mesh {
    let mut mirrored = mesh.mapped(|point| Vec3::new(point.x, -point.y, point.z));
    mirrored.faces.iter_mut().for_each(|face| face.swap(1, 2));
    mirrored
}

fn limb() -> Mesh {
    shapes::limb(50.0, 150.0, Detail::SCAN)
}

#[test]
fn the_same_shape_comes_back_exactly_from_any_pose() {
    let limb = limb();
    for pose in poses() {
        let found = align(&posed(&limb, pose), &limb).unwrap();
        let error = pose_error(&found, &limb, pose);
        assert!(error < 1e-6, "{pose:?}: {error}, {found:?}");
        assert!(found.rms_mm < 1e-6 && found.overlap_share > 0.9 && found.confidence > 0.8, "{found:?}");
        assert!((found.rotation.determinant() - 1.0).abs() < 1e-9);
    }
}

#[test]
fn other_cuts_and_a_hole_do_not_matter() {
    let limb = limb();
    let fixed = cut(&limb, -10.0, Vec3::new(0.2, 0.1, 0.0));
    let short = cut(&limb, -45.0, Vec3::new(-0.3, 0.2, 0.0));
    let holed = punched(&limb, Vec3::new(0.0, 45.0, -60.0), 25.0);
    for (name, other) in [("short", &short), ("holed", &holed), ("whole", &limb)] {
        for pose in poses() {
            for (moving, target) in [(other, &fixed), (&fixed, other)] {
                let found = align(&posed(moving, pose), target).unwrap();
                let error = pose_error(&found, moving, pose);
                assert!(error < 1e-6, "{name} {pose:?}: {error}, {found:?}");
            }
        }
    }
}

#[test]
fn noise_and_a_few_percent_of_volume_leave_a_small_error() {
    let limb = limb();
    // 3 % of volume in the calf and around, as swelling does: outward from the axis, not along it.
    let swollen = shapes::noisy(&cut(&limb, -25.0, Vec3::new(0.15, -0.2, 0.0)), 0.3, 5)
        .mapped(|point| Vec3::new(point.x * 1.015, point.y * 1.015, point.z));
    for pose in poses() {
        let found = align(&posed(&swollen, pose), &limb).unwrap();
        let error = pose_error(&found, &swollen, pose);
        assert!(error < 2.5, "{pose:?}: {error}, {found:?}");
        assert!(found.rms_mm < 0.8 && found.confidence > 0.4, "{found:?}");
    }
}

#[test]
fn the_other_legs_limb_is_told_apart_by_its_residual() {
    let limb = limb();
    let same = align(&posed(&shapes::noisy(&limb, 0.3, 8), poses()[10]), &limb).unwrap();
    for pose in poses() {
        let found = align(&posed(&mirrored(&limb), pose), &limb).unwrap();
        assert!(found.rms_mm > 5.0 * same.rms_mm, "{} against {}", found.rms_mm, same.rms_mm);
        assert!((found.rotation.determinant() - 1.0).abs() < 1e-9, "never a reflection");
    }
}

#[test]
fn a_cylinders_turn_is_not_trusted() {
    let cylinder = shapes::domed_cylinder(45.0, 150.0, Detail::SCAN);
    let found = align(&posed(&cylinder, poses()[12]), &cylinder).unwrap();
    assert!(found.rms_mm < 0.1 && found.confidence < 0.5, "{found:?}");
}

#[test]
fn a_closed_scan_finds_its_way_up_too() {
    let limb = geometry::clean::closed(&limb());
    for pose in poses() {
        let found = align(&posed(&limb, pose), &limb).unwrap();
        assert!(pose_error(&found, &limb, pose) < 1e-6, "{pose:?} {found:?}");
    }
}

#[test]
fn what_has_no_surface_is_an_error() {
    let limb = shapes::limb(50.0, 150.0, Detail { rings: 10, around: 12 });
    let flat = Mesh { vertices: vec![Vec3::ZERO; 3], faces: vec![[0, 1, 2]] };
    for bad in [&Mesh::default(), &flat] {
        assert_eq!(align(bad, &limb), Err(AlignError::NoSurface));
        assert_eq!(align(&limb, bad), Err(AlignError::NoSurface));
    }
    let one = Mesh { vertices: vec![Vec3::ZERO, Vec3::X, Vec3::Y], faces: vec![[0, 1, 2]] };
    let _ = align(&one, &limb);
    let _ = align(&limb, &one);
}

#[test]
fn any_number_of_threads_gives_the_same_bits() {
    let limb = limb();
    let moving = posed(&shapes::noisy(&limb, 0.3, 2), poses()[11]);
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| align(&moving, &limb).unwrap())
    };
    assert_eq!(with(1), with(3));
}

#[test]
fn the_public_limbs_align_whole_and_cut() {
    for (name, _) in OPENLIMB {
        let Some(scan) = openlimb(name) else { continue };
        let skin = clean(&scan, &Settings::default()).unwrap().skin;
        let short = cut(&skin, 20.0, Vec3::new(0.2, -0.15, 0.0));
        for pose in poses() {
            let found = align(&posed(&short, pose), &skin).unwrap();
            let error = pose_error(&found, &short, pose);
            assert!(error < 1e-6, "{name} {pose:?}: {error}, {found:?}");
        }
        let other = align(&mirrored(&skin), &skin).unwrap();
        println!("{name}, mirrored: {:.2} mm", other.rms_mm);
        assert!(other.rms_mm > 0.5);
    }
}
