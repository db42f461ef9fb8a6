//! Comparison against changes that are known.

use crate::common::{OPENLIMB, openlimb, punched};
use domain::limb::Side;
use geometry::clean::{Settings as Cleaning, clean, closed};
use geometry::compare::{CompareError, Comparison, Sector, Settings, ShapeError, ShapeLimits, Verdict, compare};
use geometry::shapes::{self, Detail};
use geometry::{Mesh, Vec3};
use std::f64::consts::PI;

const DETAIL: Detail = Detail { rings: 80, around: 96 };

fn compared(before: &Mesh, after: &Mesh) -> Comparison {
    compare(before, after, &Settings::of(Side::Right)).unwrap()
}

/// The part of a mesh below a height: whole faces.
fn below(mesh: &Mesh, height: f64) -> Mesh {
    let mut below = mesh.clone();
    below.faces.retain(|face| face.iter().all(|vertex| mesh.vertices[*vertex as usize].z <= height));
    clean(&below, &Cleaning { hole_perimeter: 0.0, ..Cleaning::default() }).unwrap().skin
}

#[test]
fn a_limb_against_itself_has_changed_nowhere() {
    let limb = shapes::limb(50.0, 150.0, DETAIL);
    let found = compared(&limb, &limb);
    assert!((found.before_ml / (closed(&limb).volume() / 1_000.0) - 1.0).abs() < 1e-4);
    assert_eq!(found.change_ml(), 0.0);
    assert!(found.regions.iter().all(|region| region.change_ml() == 0.0));
    assert_eq!(found.girths.len(), 8);
    assert!(found.error.maximum < 1e-9 && found.error.normal_angle < 1e-3, "{:?}", found.error);
    assert!(found.error.area > 0.95 * limb.area());
}

#[test]
fn a_swollen_cylinder_has_its_formulas_volume_girth_and_mean_error() {
    let (slim, full) = (shapes::domed_cylinder(45.0, 145.0, DETAIL), shapes::domed_cylinder(46.0, 146.0, DETAIL));
    let found = compared(&slim, &full);
    let sides = f64::from(DETAIL.around);
    let (area, girth) = (sides / 2.0 * (2.0 * PI / sides).sin(), 2.0 * sides * (PI / sides).sin());
    let band = found.regions.iter().filter(|region| region.from > -90.0);
    for region in band {
        let (before, after) = (area * 45.0 * 45.0 / 4.0, area * 46.0 * 46.0 / 4.0);
        let height = region.to - region.from;
        assert!((region.before_ml - before * height / 1_000.0).abs() < 1e-9, "{region:?}");
        assert!((region.change_ml() - (after - before) * height / 1_000.0).abs() < 1e-9, "{region:?}");
    }
    for change in found.girths.iter().filter(|change| change.height > -95.0) {
        assert!((change.change() - girth).abs() < 1e-9, "{change:?}");
    }
    assert!((found.error.mean_radial - 1.0).abs() < 0.01, "{:?}", found.error);
    assert!(found.error.interquartile_range < 0.02 && (found.error.maximum - 1.0).abs() < 0.05);
    let back = compared(&full, &slim);
    assert!((back.error.mean_radial + 1.0).abs() < 0.01, "smaller is negative");
    assert!((back.change_ml() + found.change_ml()).abs() < 1e-9);
}

#[test]
fn a_change_is_found_in_its_region_and_called_by_the_limbs_side() {
    let limb = shapes::domed_cylinder(45.0, 145.0, DETAIL);
    // A swelling of 4 mm towards +y, the patient's left, at 60 mm below the top.
    let swollen = limb.mapped(|point| {
        let off = (point.z + 60.0).powi(2) + point.x.powi(2);
        let rise = if point.y > 0.0 { 4.0 * (-off / 200.0).exp() } else { 0.0 };
        Vec3::new(point.x, point.y + rise, point.z)
    });
    for (side, expected) in [(Side::Right, Sector::Medial), (Side::Left, Sector::Lateral)] {
        let found = compare(&limb, &swollen, &Settings::of(side)).unwrap();
        let total = found.change_ml();
        assert!(total > 1.0);
        let there = found.regions.iter().filter(|region| region.sector == expected);
        let there: f64 = there.filter(|region| region.to > -75.0 && region.from < -45.0).map(|r| r.change_ml()).sum();
        assert!(there > 0.95 * total, "{there} of {total}");
        let parts: f64 = found.regions.iter().map(|region| region.after_ml).sum();
        assert!((parts - found.after_ml).abs() < 1e-9);
    }
    let found = compared(&limb, &swollen);
    assert!((found.error.maximum - 4.0).abs() < 0.1, "{:?}", found.error);
    assert!(found.error.normal_angle > 0.1);
}

#[test]
fn other_cuts_and_holes_do_not_count_as_change() {
    let limb = shapes::limb(50.0, 150.0, DETAIL);
    let short = below(&limb, -20.0);
    let holed = punched(&limb, Vec3::new(0.0, 45.0, -70.0), 12.0);
    let (whole, cut) = (compared(&limb, &limb), compared(&limb, &short));
    assert!(cut.heights.1 < -18.0 && cut.before_ml < whole.before_ml);
    assert!(cut.change_ml().abs() < 1e-6 * cut.before_ml && cut.error.maximum < 1e-9, "{:?}", cut.error);
    let found = compared(&limb, &holed);
    assert!(found.error.maximum < 1e-9, "{:?}", found.error);
    assert!(found.distances.iter().filter(|distance| distance.is_none()).count() > 50);
}

#[test]
fn the_limits_in_the_data_judge_as_their_source_does() {
    let limits: ShapeLimits = toml::from_str(include_str!("../../../data/shape_limits.toml")).unwrap();
    let judged = |mean_radial, interquartile_range| {
        ShapeError { mean_radial, interquartile_range, ..ShapeError::default() }.judged(&limits)
    };
    assert_eq!(judged(0.2, 0.3), Verdict::Acceptable);
    assert_eq!(judged(0.2, 0.41), Verdict::NeedsModification);
    assert_eq!(judged(-0.26, 0.1), Verdict::Unacceptable);
    assert_eq!(judged(0.3, 0.9), Verdict::Unacceptable);
}

#[test]
fn what_cannot_be_compared_is_an_error() {
    let limb = shapes::limb(50.0, 150.0, Detail { rings: 10, around: 12 });
    let settings = Settings::of(Side::Left);
    assert_eq!(compare(&Mesh::default(), &limb, &settings), Err(CompareError::NoSurface));
    let above = limb.mapped(|point| point + Vec3::Z * 300.0);
    assert!(matches!(compare(&limb, &above, &settings), Err(CompareError::NothingInCommon { .. })));
    for (band, step) in [(0.0, 1.0), (20.0, f64::NAN), (20.0, -1.0)] {
        let settings = Settings { band, step, ..settings.clone() };
        assert!(matches!(compare(&limb, &limb, &settings), Err(CompareError::Settings { .. })));
    }
    let fine = Settings { band: 1e-9, step: 1e-12, ..settings };
    assert!(compare(&limb, &limb, &fine).is_ok(), "however fine, it ends");
}

#[test]
fn the_public_limbs_differ_by_the_difference_of_their_volumes() {
    let skins: Vec<Mesh> = OPENLIMB
        .iter()
        .skip(1)
        .filter_map(|(name, _)| openlimb(name))
        .map(|scan| clean(&scan, &Cleaning::default()).unwrap().skin)
        .collect();
    for skin in &skins {
        let found = compared(&skins[0], skin);
        println!("{:.1} mL, {:?}", found.change_ml(), found.error);
        let whole = compared(skin, skin);
        let exact = closed(skin).volume() / 1_000.0;
        // The common region ends at the lowest point of an opening that is level within a few millimetres.
        assert!((whole.before_ml / exact - 1.0).abs() < 0.03, "{} of {exact}", whole.before_ml);
    }
}
