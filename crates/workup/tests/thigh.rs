//! A below-knee limb's scan that goes up the thigh of a straight knee: nothing in its axis tells.

use domain::limb::{AmputationLevel, Side};
use geometry::formats::write_stl;
use geometry::shapes::{self, Detail};
use std::path::{Path, PathBuf};
use workup::problem::Failure;
use workup::socket::asked::{Asked, source};
use workup::socket::limb;

/// A limb of 150 mm below its level with so much above it, on disk for one test.
fn scan(name: &str, above: f64) -> PathBuf {
    let mesh = shapes::limb(55.0, 150.0 + above, Detail { rings: 60, around: 48 });
    let path = std::env::temp_dir().join(format!("concord-thigh-{name}-{}.stl", std::process::id()));
    std::fs::write(&path, write_stl(&mesh)).unwrap();
    path
}

fn asked() -> Asked {
    let (side, level) = (Some(Side::Left), Some(AmputationLevel::Transtibial));
    Asked { side, level, ..Asked::default() }
}

fn laid(path: &Path, asked: &Asked) -> Result<(f64, f64), Failure> {
    let limb = limb(&source(path, asked)?)?;
    Ok((limb.length_mm(), limb.skin.bounds().1.z))
}

#[test]
fn twenty_centimetres_of_thigh_are_left_out_where_the_level_is_known_and_asked_where_it_is_guessed() {
    let path = scan("long", 200.0);
    let known = Asked { length_mm: Some(150.0), ..asked() };
    let (length, top) = laid(&path, &known).unwrap();
    assert!((length - 150.0).abs() < 1.0, "{length}");
    assert!((112.0..=120.0).contains(&top), "{top}");
    // A person who says another height is heard.
    let (_, top) = laid(&path, &Asked { crop_mm: Some(180.0), ..known.clone() }).unwrap();
    assert!(top > 170.0, "{top}");
    let error = laid(&path, &asked()).unwrap_err().text(false);
    for part in ["350 mm long, and nothing tells where the knee is", "221 mm", "--length MM", "--cut-plane"] {
        assert!(error.contains(part), "{part}: {error}");
    }
    // Above the knee a limb is that long.
    let thigh = Asked { level: Some(AmputationLevel::Transfemoral), ..asked() };
    assert!(laid(&path, &thigh).is_ok());
    std::fs::remove_file(path).unwrap();
}

#[test]
fn what_belongs_to_a_below_knee_limb_stays() {
    let path = scan("short", 100.0);
    for length_mm in [None, Some(150.0)] {
        let (length, top) = laid(&path, &Asked { length_mm, ..asked() }).unwrap();
        assert!((length + top - 250.0).abs() < 4.0, "{length} {top}");
    }
    std::fs::remove_file(path).unwrap();
}
