//! Any bytes and any broken file: no panic, and no more memory than [`limits`] states. The allocations of each reading
//! are counted.

use geometry::formats::{self, Landmark, Paint, Shape, limits};
use geometry::{Mesh, Vec3};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

const NAMES: [&str; 6] = ["a.stl", "a.obj", "a.ply", "a.glb", "a.3mf", "a.aop"];

/// Reads, and holds the memory to `most` bytes.
fn within(bytes: &[u8], name: &str, most: usize) -> bool {
    let mut read = false;
    let counted = allocation_counter::measure(|| {
        let found = formats::read(bytes, name);
        if let Ok(scan) = &found {
            let vertices = scan.mesh.vertices.len() as u32;
            assert!(scan.mesh.faces.iter().flatten().all(|vertex| *vertex < vertices));
            assert!(scan.mesh.vertices.iter().all(|vertex| vertex.is_finite()));
            assert!(scan.colours.as_ref().is_none_or(|colours| colours.len() == vertices as usize));
        }
        read = found.is_ok();
    });
    assert!(counted.bytes_max <= most as u64, "{name}: {} bytes for a file of {}", counted.bytes_max, bytes.len());
    read
}

/// As stated, with all that a package of this size may inflate to.
fn stated(bytes: &[u8]) -> usize {
    let inflated =
        if bytes.starts_with(b"PK") { limits::INFLATED_BASE + limits::INFLATED_PER_BYTE * bytes.len() } else { 0 };
    limits::MEMORY_BASE + limits::MEMORY_PER_BYTE * (bytes.len() + inflated)
}

fn mesh() -> impl Strategy<Value = Mesh> {
    let coordinate = prop_oneof![-1e4..1e4f64, Just(0.0), Just(-0.0), -1e-6..1e-6f64];
    let vertex = [coordinate.clone(), coordinate.clone(), coordinate].prop_map(|[x, y, z]| {
        // What STL keeps.
        Vec3::new(f64::from(x as f32), f64::from(y as f32), f64::from(z as f32))
    });
    (proptest::collection::vec(vertex, 1..20), proptest::collection::vec([0..20u32, 0..20, 0..20], 1..30)).prop_map(
        |(vertices, faces)| {
            let count = vertices.len() as u32;
            Mesh { vertices, faces: faces.into_iter().map(|face| face.map(|vertex| vertex % count)).collect() }
        },
    )
}

fn shape() -> impl Strategy<Value = Shape> {
    (3..12usize, 2..9usize, any::<bool>(), any::<bool>(), any::<bool>()).prop_flat_map(|(spokes, slices, a, b, c)| {
        let count = spokes * slices;
        let six = |value: f64| (value * 1e6).round() / 1e6;
        let text = "[ -~]{0,12}[!-~]";
        (
            proptest::collection::vec((0.0..300.0f64).prop_map(six), count),
            proptest::collection::vec((-9.0..9.0f64).prop_map(six), if a { count } else { 0 }),
            proptest::collection::vec(0.001..1.0f64, slices),
            proptest::collection::vec(0.001..0.999f64, spokes),
            proptest::collection::vec(
                (text, proptest::collection::vec([-1e3..1e3f64, -1e3..1e3, -1e3..1e3], 0..3)),
                0..3,
            ),
            proptest::collection::vec(text, 0..3),
        )
            .prop_map(move |(radii_mm, scalars, steps, turns, landmarks, comments)| {
                let mut z = -3.5;
                let heights_mm = steps.iter().enumerate().map(|(at, step)| {
                    z += step;
                    if b { at as f64 * steps[0] } else { z }
                });
                let angles_deg =
                    turns.iter().enumerate().map(|(at, turn)| 270.0 - (at as f64 + turn) * 360.0 / spokes as f64);
                Shape {
                    side: if a { Some(domain::limb::Side::Left) } else { None },
                    landmarks: landmarks.into_iter().map(|(name, points)| Landmark { name, points }).collect(),
                    comments,
                    angles_deg: if c { Shape::spokes(spokes) } else { angles_deg.collect() },
                    heights_mm: heights_mm.collect(),
                    radii_mm,
                    scalars,
                }
            })
    })
}

/// A valid file of each format.
fn files() -> Vec<(Vec<u8>, &'static str)> {
    let shape = Shape {
        side: None,
        landmarks: vec![Landmark { name: "TIB".into(), points: vec![[1.0, 2.0, 3.0]] }],
        comments: vec!["x".into()],
        angles_deg: Shape::spokes(8),
        heights_mm: vec![0.0, 10.0, 25.0],
        radii_mm: (0..24).map(f64::from).collect(),
        scalars: vec![],
    };
    let mesh = shape.mesh();
    let colours = vec![[1, 2, 3]; mesh.vertices.len()];
    let mut obj = String::from("# x\no limb\n");
    mesh.vertices.iter().for_each(|v| obj.push_str(&format!("v {} {} {} 1 0 0.5\n", v.x, v.y, v.z)));
    mesh.faces.iter().for_each(|[a, b, c]| obj.push_str(&format!("f {}/1 {}//2 -{}\n", a + 1, b + 1, 24 - c)));
    let ply = "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\nelement face 1\n\
        property list uchar int vertex_index\nend_header\n0 0 0\n9 0 0\n0 9 0\n3 0 1 2\n";
    vec![
        (formats::write_stl(&mesh), "a.stl"),
        (formats::write_stl_ascii(&mesh), "a.stl"),
        (obj.into_bytes(), "a.obj"),
        (formats::write_ply(&mesh, Paint::Colours(&colours)), "a.ply"),
        (ply.into(), "a.ply"),
        (formats::write_3mf(&mesh, "limb").unwrap(), "a.3mf"),
        (formats::write_aop(&shape), "a.aop"),
        (include_bytes!("data/triangle.glb").to_vec(), "a.glb"),
    ]
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn the_files_that_are_broken_below_are_whole() {
    for (bytes, name) in files() {
        assert!(within(&bytes, name, stated(&bytes)), "{name}: {:?}", formats::read(&bytes, name).unwrap_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn any_bytes_of_any_name(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in 0..NAMES.len()) {
        within(&bytes, NAMES[name], stated(&bytes));
    }

    #[test]
    fn any_bytes_after_a_right_beginning(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        (file, length) in (0..8usize, 0.0..1.0f64),
    ) {
        let (whole, name) = files().swap_remove(file);
        let mut broken = whole[..(whole.len() as f64 * length) as usize].to_vec();
        broken.extend(bytes);
        within(&broken, name, stated(&broken));
    }

    #[test]
    fn a_file_with_a_few_bytes_changed(
        file in 0..8usize,
        changes in proptest::collection::vec((0.0..1.0f64, any::<u8>()), 1..6),
        digits in any::<bool>(),
    ) {
        let (mut bytes, name) = files().swap_remove(file);
        let length = bytes.len() as f64;
        for (at, value) in changes {
            bytes[(at * length) as usize] = if digits { b"0123456789-e.\n \r"[value as usize % 16] } else { value };
        }
        within(&bytes, name, stated(&bytes));
    }

    #[test]
    fn meshes_come_back(mesh in mesh()) {
        let corners: Vec<_> = mesh.triangles().collect();
        for bytes in [formats::write_stl(&mesh), formats::write_stl_ascii(&mesh)] {
            prop_assert_eq!(&formats::read(&bytes, "a.stl").unwrap().mesh.triangles().collect::<Vec<_>>(), &corners);
        }
        prop_assert_eq!(&formats::read(&formats::write_ply(&mesh, Paint::Plain), "a.ply").unwrap().mesh, &mesh);
        let back = formats::read(&formats::write_3mf(&mesh, "a").unwrap(), "a.3mf").unwrap().mesh;
        prop_assert_eq!(&back.faces, &mesh.faces);
        for (there, here) in back.vertices.iter().zip(&mesh.vertices) {
            prop_assert_eq!(there.to_array().map(|at| at as f32), here.to_array().map(|at| at as f32));
        }
    }

    #[test]
    fn shapes_come_back(shape in shape()) {
        let back = formats::read(&formats::write_aop(&shape), "a.aop").unwrap().shape.unwrap();
        // An angle goes through the file as its difference from the first spoke.
        for (there, here) in back.angles_deg.iter().zip(&shape.angles_deg) {
            prop_assert!((there - here).abs() < 1e-9);
        }
        let same = Shape { angles_deg: shape.angles_deg.clone(), ..back };
        prop_assert_eq!(same, shape);
    }
}

/// Claims of 10⁹ things in a file of a few hundred bytes cost next to nothing.
#[test]
fn a_claim_is_not_allocated() {
    let most = 1 << 20;
    let mut stl = formats::write_stl(&Mesh::default());
    stl[80..84].copy_from_slice(&1_000_000_000u32.to_le_bytes());
    assert!(!within(&stl, "a.stl", most));
    for form in ["ascii", "binary_little_endian", "binary_big_endian"] {
        for element in [
            "vertex 1000000000\nproperty float x\nproperty float y\nproperty float z",
            "junk 4000000000",
            "vertex 99999999999",
        ] {
            let ply = format!("ply\nformat {form} 1.0\nelement {element}\nend_header\n0 0 0\n");
            assert!(!within(ply.as_bytes(), "a.ply", most));
        }
        let list = "ply\nformat ascii 1.0\nelement face 1\nproperty list uint int vertex_indices\nend_header\n4000000000 1 2 3";
        assert!(!within(list.as_bytes(), "a.ply", most));
    }
    let aop = "AAOP1\nEND COMMENTS\nCYLINDRICAL\nNONE\n0\n72\n5\n1000000000\n3\n1\n";
    assert!(!within(aop.as_bytes(), "a.aop", most));
    let aop = "AAOP1\nEND COMMENTS\nCYLINDRICAL\nNONE\n1000000000\n";
    assert!(!within(aop.as_bytes(), "a.aop", most));
    // A directory of a zip that claims 2³² entries.
    let mut zip = formats::write_3mf(&Mesh::default(), "a").unwrap();
    let end = zip.len() - 22;
    zip[end + 8..end + 16].fill(0xff);
    assert!(!within(&zip, "a.3mf", most));
}

#[test]
fn a_line_of_megabytes_is_read_without_a_copy() {
    let long = "9".repeat(8 << 20);
    for (text, name) in [
        (format!("v {long} 0 0\n"), "a.obj"),
        (format!("solid {long}\nfacet\nvertex {long} 0 0\n"), "a.stl"),
        (format!("ply\ncomment {long}\nelement {long} 5\n"), "a.ply"),
        (format!("AAOP1\nEND COMMENTS\n{long}\n"), "a.aop"),
    ] {
        assert!(!within(text.as_bytes(), name, 1 << 20), "{name}");
    }
    // A polygon of four million corners has as many faces: what is stated, no more.
    let polygon = format!("v 0 0 0\nf {}\n", "1 ".repeat(4 << 20));
    assert!(within(polygon.as_bytes(), "a.obj", stated(polygon.as_bytes())));
}

/// The files whose bytes become the most memory: a corner a byte, a radius of two bytes, a part repeated.
#[test]
fn the_dearest_bytes_keep_to_what_is_stated() {
    let count = 3_000_000u32;
    let mut ply =
        "ply\nformat binary_little_endian 1.0\nelement vertex 1\nproperty char x\nproperty char y\nproperty char z\n\
         element face 1\nproperty list uint uchar vertex_indices\nend_header\n\0\0\0"
            .as_bytes()
            .to_vec();
    ply.extend(count.to_le_bytes());
    ply.resize(ply.len() + count as usize, 0);
    assert!(within(&ply, "a.ply", stated(&ply)));
    let aop = format!("AAOP1\nEND COMMENTS\nCYLINDRICAL\nNONE\n0\n72\n5\n10000\n1\n{}", "1\n".repeat(720_000));
    assert!(within(aop.as_bytes(), "a.aop", stated(aop.as_bytes())));
    // Ten thousand triangles, a thousand times.
    let face = r#"<triangle v1="0" v2="0" v3="0"/>"#.repeat(10_000);
    let items = r#"<item objectid="1"/>"#.repeat(1_000);
    let model = format!(
        r#"<model><resources><object id="1"><mesh><vertices><vertex x="0" y="0" z="0"/></vertices><triangles>{face}</triangles>
        </mesh></object></resources><build>{items}</build></model>"#
    );
    let bytes = packed(&[("3D/3dmodel.model", model.as_bytes())]);
    assert!(!within(&bytes, "a.3mf", limits::MEMORY_BASE + limits::MEMORY_PER_BYTE * model.len()));
    assert!(formats::read(&bytes, "a.3mf").unwrap_err().to_string().contains("in a file of this size"));
}

/// 1,000-fold, and a package within a package.
#[test]
fn a_bomb_takes_no_more_than_its_share() {
    let zeros = vec![b' '; 64 << 20];
    let bomb = packed(&[("3D/3dmodel.model", &zeros)]);
    assert!(bomb.len() < 80_000);
    assert!(!within(&bomb, "a.3mf", 64 << 20));
    let nested = packed(&[("3D/3dmodel.model", &bomb)]);
    assert!(!within(&nested, "a.3mf", 4 << 20));
}
