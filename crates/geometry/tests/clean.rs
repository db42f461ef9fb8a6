//! Clean-up against damage that is known, and on the public limbs.

use crate::common::{OPENLIMB, joined, openlimb, punched, unshared};
use geometry::clean::{CleanError, HoleError, Opening, Settings, Smoothing, clean, closed, is_closed, noise};
use geometry::shapes::{self, Detail};
use geometry::slices::sections;
use geometry::{Mesh, Vec3};
use proptest::prelude::*;
use std::f64::consts::PI;

const DETAIL: Detail = Detail { rings: 40, around: 48 };

fn cleaned(mesh: &Mesh) -> geometry::clean::Cleaned {
    clean(mesh, &Settings::default()).unwrap()
}

#[test]
fn damage_is_undone_and_every_piece_of_it_is_counted() {
    let limb = shapes::limb(50.0, 150.0, DETAIL);
    let volume = closed(&limb).volume();
    let mut scan = unshared(&limb);
    let given = scan.vertices.len();
    scan.faces.iter_mut().step_by(7).for_each(|face| face.swap(0, 1));
    let turned = scan.faces.iter().step_by(7).count();
    scan.faces.extend([scan.faces[5], scan.faces[9], [3, 3, 4], [0, 1, 9_999_999]]);
    scan.vertices.extend([Vec3::splat(7.0), Vec3::NAN]);
    let nan = scan.vertices.len() as u32 - 1;
    scan.faces.push([0, 1, nan]);
    let done = cleaned(&scan);
    assert_eq!(done.skin.vertices.len(), limb.vertices.len());
    assert_eq!(done.skin.faces.len(), limb.faces.len());
    let welded = &done.report.welded;
    assert_eq!(welded.vertices_welded, given - limb.vertices.len());
    assert_eq!((welded.vertices_unused, welded.faces_invalid), (2, 2));
    assert_eq!((welded.faces_degenerate, welded.faces_duplicate), (1, 2));
    assert_eq!(done.report.winding.faces_turned, turned);
    assert_eq!(done.report.holes.opening.as_ref().unwrap().edges, 48);
    assert_eq!(done.opening.len(), 48);
    assert!(done.report.crumbs.is_empty() && done.bones.is_empty());
    assert!((closed(&done.skin).volume() / volume - 1.0).abs() < 1e-9);
}

#[test]
fn an_open_limb_inside_out_is_turned_outward_and_shifted_vertices_weld() {
    for mesh in [shapes::limb(50.0, 150.0, DETAIL), shapes::cone(50.0, 150.0, DETAIL)] {
        let volume = closed(&mesh).volume();
        let mut scan = shapes::noisy(&unshared(&mesh), 2e-5, 4);
        scan.faces.iter_mut().for_each(|face| face.swap(1, 2));
        let done = cleaned(&scan);
        assert_eq!(done.report.winding.faces_turned, mesh.faces.len());
        assert_eq!(done.skin.vertices.len(), mesh.vertices.len());
        assert!((closed(&done.skin).volume() / volume - 1.0).abs() < 1e-5);
    }
}

#[test]
fn a_tilted_cut_keeps_the_volume_of_the_formula() {
    // A cylinder cut askew has the volume of one cut square at the height where its axis is cut.
    for tilt in [0.0, 0.3, 0.8] {
        for around in [24, 100] {
            let detail = Detail { rings: 30, around };
            let mesh = shapes::swept(detail, |along, angle| {
                let out = 50.0 * (along * 10.0).min(1.0);
                let side = Vec3::new(out * angle.cos(), out * angle.sin(), 0.0);
                side + Vec3::Z * ((along - 0.1).max(0.0) / 0.9) * (100.0 + tilt * side.x)
            });
            let lidded = closed(&mesh);
            assert!(is_closed(&lidded));
            let sides = f64::from(around);
            let formula = sides / 2.0 * 2_500.0 * (2.0 * PI / sides).sin() * 100.0;
            assert!((lidded.volume() / formula - 1.0).abs() < 1e-9, "{tilt} {around}: {}", lidded.volume());
        }
    }
}

#[test]
fn a_small_hole_is_filled_a_large_one_is_left_and_told() {
    let whole = shapes::domed_cylinder(50.0, 150.0, DETAIL);
    let scan = punched(&punched(&whole, Vec3::new(50.0, 0.0, -40.0), 10.0), Vec3::new(-50.0, 0.0, -60.0), 30.0);
    let done = cleaned(&scan);
    let holes = &done.report.holes;
    assert_eq!((holes.filled.len(), holes.left.len(), holes.loose_edges), (1, 1, 0));
    assert!((holes.filled[0].centre - Vec3::new(50.0, 0.0, -40.0)).length() < 6.0);
    assert!((holes.left[0].centre - Vec3::new(-50.0, 0.0, -60.0)).length() < 15.0);
    assert!(holes.opening.as_ref().unwrap().centre.length() < 1e-6);
    assert_eq!(done.skin.boundary_loops().len(), 2);
    let lidded = closed(&done.skin);
    assert!(is_closed(&lidded));
    // A flat fill cuts a segment of the curve off, no more.
    let share = lidded.volume() / closed(&whole).volume();
    assert!((0.985..1.0).contains(&share), "{share}");
    let strict = Settings { hole_perimeter: 10.0, ..Settings::default() };
    assert_eq!(clean(&scan, &strict).unwrap().report.holes.left.len(), 2);
}

#[test]
fn the_opening_is_the_largest_loop_or_the_one_asked_for() {
    // A stocking open at both ends, the lower opening larger.
    let tube = shapes::cone(50.0, 150.0, DETAIL).mapped(|point| Vec3::new(point.x, point.y, -point.z));
    let tube = punched(&tube, Vec3::new(0.0, 0.0, 150.0), 100.0);
    let with = |opening| {
        let settings = Settings { opening, hole_perimeter: 30.0, ..Settings::default() };
        clean(&tube, &settings)
    };
    assert!(with(Opening::Largest).unwrap().report.holes.opening.unwrap().centre.z < 1.0);
    // Then the other is where the end is missing.
    let missing = with(Opening::Towards(Vec3::Z)).unwrap_err().error;
    let CleanError::Holes(HoleError::EndMissing { hole, .. }) = missing else { panic!("{missing}") };
    assert!(hole.centre.z < 1.0);
    // Which is which is never guessed by size.
    let both = with(Opening::ByShape).unwrap_err().error;
    assert!(both.to_string().contains("2 large openings"), "{both}");
}

#[test]
fn parts_inside_are_bones_and_the_rest_are_crumbs() {
    let limb = shapes::limb(50.0, 150.0, DETAIL);
    let bone = closed(&shapes::domed_cylinder(10.0, 80.0, DETAIL)).mapped(|point| point - Vec3::Z * 20.0);
    let mut turned = bone.clone();
    turned.faces.iter_mut().for_each(|face| face.swap(0, 2));
    let beside = bone.mapped(|point| point + Vec3::X * 200.0);
    let speck = closed(&shapes::cone(0.5, 0.5, Detail { rings: 1, around: 3 })).mapped(|point| point - Vec3::Z * 60.0);
    let scan = joined(joined(joined(beside, &limb), &turned), &speck);
    let done = cleaned(&unshared(&scan));
    assert_eq!(done.skin.faces.len(), limb.faces.len());
    assert_eq!(done.bones.len(), 1);
    assert!((done.bones[0].volume() / bone.volume() - 1.0).abs() < 1e-9, "wound outward");
    assert_eq!(done.report.bone_faces_turned, bone.faces.len());
    let crumbs = &done.report.crumbs;
    assert_eq!(crumbs.len(), 2);
    assert!(crumbs[0].at.x > 150.0 && crumbs[1].faces == speck.faces.len());
}

#[test]
fn noise_is_measured_and_smoothing_takes_it_without_taking_volume() {
    let limb = shapes::limb(50.0, 150.0, Detail::SCAN);
    assert!(noise(&limb) < 0.01, "a smooth limb has next to none: {}", noise(&limb));
    for amplitude in [0.2, 0.6] {
        let rough = shapes::noisy(&limb, amplitude, 11);
        // An even spread of ±a has a standard deviation of a / √3.
        let deviation = amplitude / 3f64.sqrt();
        assert!((noise(&rough) / deviation - 1.0).abs() < 0.15, "{} against {deviation}", noise(&rough));
        let settings = Settings { smoothing: Some(Smoothing::default()), ..Settings::default() };
        let done = clean(&rough, &settings).unwrap();
        assert!((done.report.noise / deviation - 1.0).abs() < 0.15);
        assert!(noise(&done.skin) < 0.2 * deviation, "{} of {deviation}", noise(&done.skin));
        let moved = done.report.smoothed.unwrap().moved;
        assert!((0.3..1.5).contains(&(moved / (amplitude))), "{moved}");
        let share = closed(&done.skin).volume() / closed(&limb).volume();
        assert!((share - 1.0).abs() < 1e-3, "{share}");
        assert!(done.opening.iter().all(|vertex| rough.vertices.contains(&done.skin.vertices[*vertex as usize])));
    }
}

#[test]
fn one_sided_and_crowded_surfaces_are_told() {
    // A band of twelve quads with half a turn.
    let at = |step: u32, edge: f64| {
        let (turn, twist) = (PI / 6.0 * f64::from(step), PI / 12.0 * f64::from(step));
        let out = 50.0 + edge * twist.cos() * 10.0;
        Vec3::new(out * turn.cos(), out * turn.sin(), edge * twist.sin() * 10.0)
    };
    let mut band = Mesh::default();
    for step in 0..12 {
        let first = band.vertices.len() as u32;
        band.vertices.extend([at(step, -1.0), at(step, 1.0), at(step + 1, -1.0), at(step + 1, 1.0)]);
        band.faces.extend([[first, first + 1, first + 2], [first + 1, first + 3, first + 2]]);
    }
    assert!(cleaned(&band).report.winding.edges_contradictory > 0);
    let mut fins = Mesh { vertices: vec![Vec3::ZERO, Vec3::Z], faces: vec![] };
    for fin in 0..3 {
        fins.vertices.push(Vec3::new(f64::from(fin), 1.0, 0.5));
        fins.faces.push([0, 1, 2 + fin as u32]);
    }
    assert_eq!(cleaned(&fins).report.winding.edges_crowded, 1);
}

#[test]
fn nothing_at_all_is_an_error_with_its_reason() {
    assert_eq!(clean(&Mesh::default(), &Settings::default()).unwrap_err().error, CleanError::NoSurface { faces: 0 });
    let flat = Mesh { vertices: vec![Vec3::NAN; 3], faces: vec![[0, 1, 2]] };
    let error = clean(&flat, &Settings::default()).unwrap_err().error;
    assert!(error.to_string().contains("of 1 faces"));
}

#[test]
fn the_public_limbs_come_clean() {
    for (name, _) in OPENLIMB {
        let Some(scan) = openlimb(name) else { continue };
        let done = cleaned(&scan);
        println!("{name}: {:?}", done.report);
        assert!(done.report.winding.edges_contradictory == 0 && done.report.winding.edges_crowded == 0);
        assert!(done.report.holes.opening.as_ref().unwrap().perimeter > 300.0);
        assert!(done.report.holes.left.is_empty());
        assert_eq!(done.bones.len(), if name.contains("skin") { 0 } else { 4 });
        let lidded = closed(&done.skin);
        assert!(is_closed(&lidded));
        // The same volume another way: areas of sections, below the lowest point of the opening.
        let (low, high) = lidded.bounds();
        let rim = done.opening.iter().map(|vertex| done.skin.vertices[*vertex as usize].z).fold(high.z, f64::min);
        let step = (rim - low.z) / 600.0;
        let heights: Vec<f64> = (0..600).map(|index| low.z + step * (f64::from(index) + 0.5)).collect();
        let areas = sections(&lidded, &heights);
        assert!(areas.iter().all(|section| section.closed()));
        let below: f64 = areas.iter().map(|section| section.area * step).sum();
        let above: f64 = {
            let step = (high.z - rim) / 200.0;
            let heights: Vec<f64> = (0..200).map(|index| rim + step * (f64::from(index) + 0.5)).collect();
            sections(&lidded, &heights).iter().map(|section| section.area * step).sum()
        };
        let share = lidded.volume() / (below + above);
        println!("{name}: {:.1} mL, {share}", lidded.volume() / 1_000.0);
        assert!((share - 1.0).abs() < 1e-5, "{name}: {share}");
    }
}

proptest! {
    #[test]
    fn no_mesh_makes_it_panic(
        places in prop::collection::vec((-3i8..3, -3i8..3, -3i8..3), 1..30),
        faces in prop::collection::vec([0u32..32, 0u32..32, 0u32..32], 0..60),
    ) {
        let vertices = places.iter().map(|(x, y, z)| Vec3::new(f64::from(*x), f64::from(*y), f64::from(*z)) * 30.0);
        let mesh = Mesh { vertices: vertices.collect(), faces };
        let settings = Settings { smoothing: Some(Smoothing::default()), ..Settings::default() };
        if let Ok(done) = clean(&mesh, &settings) {
            prop_assert!(done.skin.vertices.iter().all(|vertex| vertex.is_finite()));
            closed(&done.skin);
            sections(&done.skin, &[0.0, 10.0]);
        }
    }
}
