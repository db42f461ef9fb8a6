//! One fault at a time in one drawn limb of 5,700 faces: each is mended or named, never blamed on something else. What a
//! person reads of each, in every format, is the table of docs/scans.md (`crates/workup/tests/faults.rs`).

use crate::common::{joined, punched};
use geometry::clean::{CleanError, HoleError, Opening, Settings, Smoothing, Weld, clean, closed, is_closed};
use geometry::formats;
use geometry::shapes::{self, Detail};
use geometry::{Mesh, Vec3};

const DETAIL: Detail = Detail { rings: 60, around: 48 };

fn limb() -> Mesh {
    shapes::limb(50.0, 250.0, DETAIL)
}

/// A triangle on an edge that has its two faces.
fn with_fin(mesh: &Mesh) -> Mesh {
    let [a, b, _] = mesh.faces[mesh.faces.len() / 2];
    let at = mesh.vertices[a as usize];
    let out = at.with_z(0.0).normalize() * 8.0;
    let mut hung = mesh.clone();
    hung.vertices.push(at + out);
    hung.faces.push([a, b, hung.vertices.len() as u32 - 1]);
    hung
}

/// Every corner by up to `by` mm where the angle about the axis begins again: a seam from tip to rim.
fn with_seam(mesh: &Mesh, by: f64) -> Mesh {
    let mut torn = mesh.clone();
    let seam: Vec<u32> = (0..60).map(|ring| 1 + ring * 48).collect();
    let first = torn.vertices.len() as u32;
    torn.vertices.extend(seam.iter().enumerate().map(|(at, vertex)| {
        let shift = Vec3::new((at as f64).sin(), (at as f64 * 1.7).cos(), (at as f64 * 2.3).sin()) * by;
        mesh.vertices[*vertex as usize] + shift
    }));
    // The faces on one side take the second vertices.
    for face in &mut torn.faces {
        let last = face.iter().any(|vertex| *vertex > 0 && *vertex < first && (*vertex - 1) % 48 == 47);
        for vertex in face.iter_mut().filter(|vertex| last && **vertex > 0 && (**vertex - 1) % 48 == 0) {
            *vertex = first + (*vertex - 1) / 48;
        }
    }
    torn
}

#[test]
fn a_hanging_triangle_is_dropped_and_counted() {
    let whole = clean(&limb(), &Settings::default()).unwrap();
    assert_eq!((whole.report.faces_hanging, whole.report.winding.edges_crowded), (0, 0));
    let mut by_a_corner = limb();
    let at = by_a_corner.vertices[2_000];
    by_a_corner.vertices.extend([at * 1.1, at * 1.1 + Vec3::Z * 5.0]);
    let last = by_a_corner.vertices.len() as u32;
    by_a_corner.faces.push([2_000, last - 2, last - 1]);
    for hung in [with_fin(&limb()), by_a_corner] {
        let done = clean(&hung, &Settings::default()).unwrap();
        assert_eq!(done.report.faces_hanging, 1);
        assert_eq!((done.report.winding.edges_crowded, done.report.holes.loose_edges), (0, 0));
        assert_eq!(done.skin, whole.skin);
    }
}

#[test]
fn a_hole_over_a_round_end_is_domed_as_the_end_was() {
    let end = |radius: f64, axes: Vec3, seed: Option<u64>| {
        let mesh = shapes::swept(Detail { rings: 90, around: 64 }, |along, angle| {
            let walked = along * 2.0;
            let (out, height) = if walked < 1.0 {
                let tilt = walked * std::f64::consts::FRAC_PI_2;
                (tilt.sin(), -tilt.cos() * axes.z)
            } else {
                (1.0, (walked - 1.0) * 150.0)
            };
            Vec3::new(axes.x * out * angle.cos(), axes.y * out * angle.sin(), height)
        });
        let mesh = seed.map_or(mesh.clone(), |seed| shapes::noisy(&mesh, 0.2, seed));
        let tip = Vec3::new(0.0, 0.0, -axes.z);
        let done = clean(&punched(&mesh, tip, radius), &Settings::default()).unwrap();
        assert_eq!((done.report.holes.domed.len(), done.report.holes.filled.len()), (1, 0));
        let lidded = closed(&done.skin);
        assert!(is_closed(&lidded));
        let whole = closed(&mesh).volume();
        let (hole, dome) = &done.report.holes.domed[0];
        // Of what the dome stands for, and of the limb.
        let missing = lidded.volume() - whole;
        println!("{radius} {axes:?}: {:.1} mm², dome {:.2} mm³, off by {missing:.2} mm³", hole.area, dome.volume);
        let low = lidded.bounds().0.z + axes.z;
        (missing.abs() / dome.volume, low.abs(), missing.abs() / whole)
    };
    for radius in [10.0, 18.0, 26.0] {
        let (of_dome, height, of_limb) = end(radius, Vec3::splat(50.0), None);
        assert!(of_dome < 0.02 && height < 0.1 && of_limb < 2e-4, "{radius}: {of_dome} {height} {of_limb}");
        let (of_dome, height, _) = end(radius, Vec3::new(55.0, 45.0, 40.0), None);
        assert!(of_dome < 0.05 && height < 0.3, "{radius}: {of_dome} {height}");
    }
    let (of_dome, height, _) = end(20.0, Vec3::splat(50.0), Some(3));
    assert!(of_dome < 0.2 && height < 0.8, "noise: {of_dome} {height}");
}

#[test]
fn the_drawn_limb_is_domed_open_top_or_not_by_size() {
    let tip = limb().vertices[0];
    let whole = closed(&limb()).volume();
    for radius in [12.0, 20.0] {
        let done = clean(&punched(&limb(), tip, radius), &Settings::default()).unwrap();
        assert_eq!((done.report.holes.domed.len(), done.report.holes.left.len()), (1, 0), "{radius}");
        assert!(done.opening.iter().all(|vertex| done.skin.vertices[*vertex as usize].z.abs() < 1e-6));
        let share = done.report.volume / whole;
        assert!((share - 1.0).abs() < 5e-3, "{radius}: {share}");
        assert!(is_closed(&closed(&done.skin)));
    }
    // Beyond that size the surface is a wall at both: it is asked, and then the end is missing.
    let open = punched(&limb(), tip, 60.0);
    let asked = clean(&open, &Settings::default()).unwrap_err().error;
    assert!(matches!(asked, CleanError::Holes(HoleError::Openings { .. })), "{asked}");
    let up = Settings { opening: Opening::Towards(Vec3::Z), ..Settings::default() };
    let missing = clean(&open, &up).unwrap_err().error;
    let text = missing.to_string();
    assert!(matches!(missing, CleanError::Holes(HoleError::EndMissing { .. })), "{text}");
    assert!(text.contains("25 cm² would be closed"), "{text}");
}

#[test]
fn which_of_two_openings_is_the_limbs_is_asked_where_the_shape_does_not_tell() {
    let tube = shapes::limb(50.0, 250.0, DETAIL);
    let mut tube = tube.mapped(|point| Vec3::new(point.x, point.y, point.z * 0.5));
    tube.faces.retain(|face| face.iter().all(|vertex| tube.vertices[*vertex as usize].z > -80.0));
    let error = clean(&tube, &Settings::default()).unwrap_err().error;
    assert!(matches!(error, CleanError::Holes(HoleError::Openings { .. })), "{error}");
    let told = Settings { opening: Opening::Towards(Vec3::Z), ..Settings::default() };
    assert!(matches!(clean(&tube, &told).unwrap_err().error, CleanError::Holes(HoleError::EndMissing { .. })));
    // A wall that is torn is no opening, however large the tear, nor is the only hole of a closed surface.
    let side = punched(&limb(), limb().vertices[1 + 48 * 40], 45.0);
    let done = clean(&side, &Settings::default()).unwrap();
    assert_eq!(done.report.holes.left.len(), 1);
    assert!(done.report.holes.opening.unwrap().centre.z.abs() < 1.0);
    let shut = punched(&closed(&limb()), limb().vertices[0], 36.0);
    let error = clean(&shut, &Settings::default()).unwrap_err().error;
    assert!(matches!(error, CleanError::Holes(HoleError::NoOpening { .. })), "{error}");
}

#[test]
fn a_seam_with_jitter_is_named_and_welded_when_asked() {
    let torn = with_seam(&limb(), 0.05);
    let error = clean(&torn, &Settings::default()).unwrap_err();
    let CleanError::Seams(seams) = error.error else { panic!("{}", error.error) };
    assert!((55..=60).contains(&seams.edges) && seams.gap < 0.1, "{seams:?}");
    assert_eq!(error.report.seams, Some(seams));
    let done = clean(&torn, &Settings { weld: Weld::MedianEdge, ..Settings::default() }).unwrap();
    assert_eq!(done.skin.faces.len(), limb().faces.len());
    assert!((0.02..0.09).contains(&done.report.welded.largest_move), "{:?}", done.report.welded);
    assert!((done.report.volume / closed(&limb()).volume() - 1.0).abs() < 1e-4);
    let within = clean(&torn, &Settings { weld: Weld::Within(0.1), ..Settings::default() }).unwrap();
    assert!(within.report.seams.is_none() && within.skin.faces.len() == limb().faces.len());
    // Every corner of every face apart.
    let soup = shapes::noisy(&crate::common::unshared(&limb()), 0.03, 5);
    assert!(matches!(clean(&soup, &Settings::default()).unwrap_err().error, CleanError::Seams(_)));
    let done = clean(&soup, &Settings { weld: Weld::MedianEdge, ..Settings::default() }).unwrap();
    assert!(done.skin.faces.len() as f64 > 0.97 * limb().faces.len() as f64, "{}", done.skin.faces.len());
    assert!((done.report.volume / closed(&limb()).volume() - 1.0).abs() < 5e-3);
    // A limb without a seam has none, nor has one with a hole.
    assert!(clean(&limb(), &Settings::default()).unwrap().report.seams.is_none());
}

#[test]
fn smoothing_keeps_the_volume_of_every_shape() {
    let smoothing = Settings { smoothing: Some(Smoothing::default()), ..Settings::default() };
    for (name, mesh) in [
        ("limb", shapes::limb(50.0, 250.0, DETAIL)),
        ("coarse limb", shapes::limb(50.0, 150.0, Detail { rings: 20, around: 24 })),
        ("cone", shapes::cone(60.0, 200.0, DETAIL)),
        ("domed cylinder", shapes::domed_cylinder(45.0, 180.0, DETAIL)),
        ("cap", shapes::ellipsoid_cap(Vec3::new(60.0, 45.0, 90.0), DETAIL)),
        ("bent tube", shapes::bent_tube(45.0, 200.0, 0.6, DETAIL)),
    ] {
        for amplitude in [0.0, 0.3] {
            let given = shapes::noisy(&mesh, amplitude, 7);
            let done = clean(&given, &smoothing).unwrap();
            let smoothed = done.report.smoothed.unwrap();
            let share = closed(&done.skin).volume() / closed(&given).volume() - 1.0;
            println!("{name} {amplitude}: {share:e}, moved {:.3} mm", smoothed.moved);
            assert!(share.abs() < 1e-3, "{name} {amplitude}: {share}");
            assert!((smoothed.after / smoothed.before - 1.0 - share).abs() < 1e-9);
        }
    }
}

#[test]
fn a_vertex_that_is_no_number_goes_with_its_faces() {
    let mut mesh = limb();
    let around = mesh.faces.iter().filter(|face| face.contains(&1_000)).count();
    mesh.vertices[1_000] = Vec3::NAN;
    let files = [
        (formats::write_stl(&mesh), "a.stl"),
        (formats::write_stl_ascii(&mesh), "a.stl"),
        (formats::write_ply(&mesh, formats::Paint::Plain), "a.ply"),
        (formats::write_3mf(&mesh, "a").unwrap(), "a.3mf"),
    ];
    for (bytes, name) in files {
        let scan = formats::read(&bytes, name).unwrap();
        assert_eq!(scan.mesh.faces.len(), limb().faces.len() - around, "{name}");
        assert!(scan.notes[0].contains(&format!("and {around} faces")), "{:?}", scan.notes);
        assert!(scan.mesh.vertices.iter().all(|vertex| vertex.is_finite()));
        let done = clean(&scan.mesh, &Settings::default()).unwrap();
        assert_eq!((done.report.holes.filled.len(), done.report.holes.left.len()), (1, 0));
    }
    mesh.vertices[500..600].fill(Vec3::NAN);
    let error = formats::read(&formats::write_stl(&mesh), "a.stl").unwrap_err().to_string();
    assert!(error.contains("damaged"), "{error}");
}

#[test]
fn a_heads_count_that_is_short_or_none_is_told_and_every_face_read() {
    let whole = formats::write_stl(&limb());
    for claimed in [0, 1, 4_000, u32::MAX] {
        let mut bytes = whole.clone();
        bytes[80..84].copy_from_slice(&claimed.to_le_bytes());
        let scan = formats::read(&bytes, "a.stl").unwrap();
        assert_eq!(scan.mesh.faces.len(), limb().faces.len());
        assert!(scan.notes[0].contains(&format!("counts {claimed} faces")), "{:?}", scan.notes);
    }
    let padded = [whole.as_slice(), &[0; 150]].concat();
    assert_eq!(formats::read(&padded, "a.stl").unwrap().mesh.faces.len(), limb().faces.len());
}

#[test]
fn words_apart_and_lines_that_go_on_read_as_they_are_meant() {
    let text = String::from_utf8(formats::write_stl_ascii(&limb())).unwrap();
    let apart = text.replace("endloop", "end loop").replace("endsolid", "end solid").replace("endfacet", "End\tFacet");
    let faces = |text: &str, name: &str| formats::read(text.as_bytes(), name).map(|scan| scan.mesh.faces);
    assert_eq!(faces(&apart, "a.stl"), faces(&text, "a.stl"));
    let obj = "v 0 0 \\\n0\nv 1 0 0\nv 0 1 0 \\ \r\n\nf 1 \\\n 2 \\\n3\n# not so \\\nf 3 2 1\n";
    assert_eq!(faces(obj, "a.obj").unwrap(), [[0, 1, 2], [2, 1, 0]]);
    let cut = faces("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 \\", "a.obj").unwrap_err().to_string();
    assert!(cut.contains("backslash"), "{cut}");
    let comma = faces("v 0,5 0 0\n", "a.obj").unwrap_err().to_string();
    assert!(comma.contains("decimal point"), "{comma}");
}

#[test]
fn an_aops_side_is_read_in_any_case() {
    let text = "AAOP1\nEnd Comments\ncylindrical\n?\n0\n4\n90\n2\n100\n10\n50\n10\n10\n10\n50\n10\n10\n";
    for (word, side) in
        [("Left", Some(domain::limb::Side::Left)), ("right ", Some(domain::limb::Side::Right)), ("none", None)]
    {
        let read = formats::read(text.replace('?', word).as_bytes(), "a.aop").unwrap();
        assert_eq!(read.shape.unwrap().side, side, "{word}");
    }
}

#[test]
fn a_list_of_another_name_is_a_faces_corners_and_strips_are_named() {
    let ply = |list: &str| {
        format!(
            "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\n\
             element face 1\nproperty list uchar int {list}\nend_header\n0 0 0\n9 0 0\n0 9 0\n3 0 1 2\n"
        )
    };
    let scan = formats::read(ply("corners").as_bytes(), "a.ply").unwrap();
    assert_eq!(scan.mesh.faces, [[0, 1, 2]]);
    assert!(scan.notes[0].contains("corners"), "{:?}", scan.notes);
    let strips = ply("vertex_indices").replace("element face", "element tristrips");
    let error = formats::read(strips.as_bytes(), "a.ply").unwrap_err().to_string();
    assert!(error.contains("strips of triangles"), "{error}");
}

#[test]
fn parts_of_the_drawing_that_are_no_limb_change_nothing() {
    let crumb = shapes::cone(3.0, 3.0, Detail { rings: 2, around: 6 }).mapped(|point| point + Vec3::X * 200.0);
    let twice = limb().faces[..40].to_vec();
    let mut dirty = joined(limb(), &crumb);
    dirty.faces.extend(twice);
    dirty.faces.extend([[7, 7, 8], [9, 9, 9]]);
    dirty.faces.iter_mut().step_by(3).for_each(|face| face.swap(0, 1));
    let done = clean(&dirty, &Settings::default()).unwrap();
    assert_eq!(done.skin.faces.len(), limb().faces.len());
    assert!((done.report.volume / closed(&limb()).volume() - 1.0).abs() < 1e-9);
    assert_eq!((done.report.welded.faces_duplicate, done.report.welded.faces_degenerate), (40, 2));
}
