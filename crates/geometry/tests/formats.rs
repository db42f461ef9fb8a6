//! Every format from text and bytes made here: what is read, what is refused, and what comes back as it was written.

use geometry::formats::{self, Format, FormatError, Paint, Place, Scan};
use geometry::{Mesh, Vec3};

/// A tetrahedron, outward.
fn tetrahedron() -> Mesh {
    Mesh {
        vertices: vec![Vec3::ZERO, Vec3::new(100.5, 0.0, 0.0), Vec3::new(0.0, 90.25, 0.0), Vec3::new(0.0, 0.0, 80.125)],
        faces: vec![[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]],
    }
}

#[track_caller]
fn read(bytes: &[u8], name: &str) -> Scan {
    formats::read(bytes, name).unwrap()
}

#[track_caller]
fn refused(bytes: &[u8], name: &str) -> FormatError {
    formats::read(bytes, name).unwrap_err()
}

/// The same surface, whatever the order of its vertices.
#[track_caller]
fn same(scan: &Mesh, mesh: &Mesh) {
    assert_eq!(scan.vertices.len(), mesh.vertices.len());
    assert_eq!(scan.triangles().collect::<Vec<_>>(), mesh.triangles().collect::<Vec<_>>());
}

#[test]
fn binary_stl_comes_back_with_its_vertices_joined() {
    let bytes = formats::write_stl(&tetrahedron());
    assert_eq!(bytes.len(), 84 + 4 * 50);
    let scan = read(&bytes, "limb.stl");
    assert_eq!((scan.format, scan.unit, &scan.notes[..]), (Format::STL_BINARY, None, &[][..]));
    same(&scan.mesh, &tetrahedron());
}

#[test]
fn a_binary_stl_that_begins_with_solid_is_binary() {
    let mut bytes = formats::write_stl(&tetrahedron());
    bytes[..18].copy_from_slice(b"solid facet vertex");
    assert_eq!(read(&bytes, "limb.stl").format, Format::STL_BINARY);
}

#[test]
fn minus_zero_and_zero_are_one_vertex() {
    let mut bytes = formats::write_stl(&tetrahedron());
    // The x of the first face's first corner.
    bytes[84 + 12 + 3] = 0x80;
    same(&read(&bytes, "limb.stl").mesh, &tetrahedron());
}

#[test]
fn a_lying_count_of_faces_is_told_from_the_bytes_that_follow() {
    let mut bytes = formats::write_stl(&tetrahedron());
    bytes[80..84].copy_from_slice(&1_000_000_000u32.to_le_bytes());
    let error = refused(&bytes, "limb.stl");
    assert_eq!(error.place, Place::Byte(80));
    assert!(error.to_string().contains("claims 1000000000 faces; the bytes that follow hold 4"), "{error}");
}

#[test]
fn an_stl_cut_off_anywhere_is_refused() {
    let bytes = formats::write_stl(&tetrahedron());
    for length in 0..bytes.len() {
        assert!(formats::read(&bytes[..length], "limb.stl").is_err(), "{length} bytes");
    }
    let text = formats::write_stl_ascii(&tetrahedron());
    for length in 0..text.len() - 18 {
        assert!(formats::read(&text[..length], "limb.stl").is_err(), "{length} bytes");
    }
}

#[test]
fn bytes_after_the_last_face_are_left_out_and_said() {
    let mut bytes = formats::write_stl(&tetrahedron());
    bytes.extend_from_slice(&[0; 51]);
    let scan = read(&bytes, "limb.stl");
    assert_eq!(scan.mesh.faces.len(), 4);
    assert!(scan.notes[0].contains("51 bytes after the last of 4 faces"), "{:?}", scan.notes);
}

#[test]
fn coordinates_that_are_none_are_refused_with_their_face() {
    for bad in [3e38, -3e38f32] {
        let mut bytes = formats::write_stl(&tetrahedron());
        bytes[84 + 50 + 16..84 + 50 + 20].copy_from_slice(&bad.to_le_bytes());
        assert_eq!(refused(&bytes, "limb.stl").place, Place::Element("face", 1));
    }
    for bad in ["3e38", "1,5", "x"] {
        let text = format!("v 0 0 0\nv 1 0 0\nv 0 {bad} 0\nf 1 2 3\n");
        assert_eq!(refused(text.as_bytes(), "limb.obj").place, Place::Line(3), "{bad}");
    }
}

#[test]
fn ascii_stl_comes_back_with_any_ends_of_lines_case_and_several_solids() {
    let text = String::from_utf8(formats::write_stl_ascii(&tetrahedron())).unwrap();
    let mesh = tetrahedron();
    for text in [text.clone(), text.replace('\n', "\r\n"), text.replace('\n', "\r"), text.to_uppercase()] {
        let scan = read(text.as_bytes(), "limb.stl");
        assert_eq!(scan.format, Format::STL_ASCII);
        same(&scan.mesh, &mesh);
    }
    let twice = read(text.repeat(2).as_bytes(), "limb.stl").mesh;
    assert_eq!((twice.faces.len(), twice.vertices.len()), (8, 4));
}

#[test]
fn obj_reads_polygons_negative_indices_groups_and_colours() {
    let text = "# scanner\r\no skin\r\nv 0 0 0 1 0 0.5\r\nv 100 0 0 0 0 0\r\nv 100 10 0 0 0 0\r\nv 0 10 0 1 1 1\r\n\
        vn 0 0 1\r\nvt 0 0\r\ng a\r\nf 1/1/1 2/1/1 3//1 4/1\r\ng b\r\nusemtl x\r\nf -4 -3 -1\r\n";
    let scan = read(text.as_bytes(), "limb.obj");
    assert_eq!(scan.mesh.faces, [[0, 1, 2], [0, 2, 3], [0, 1, 3]]);
    assert_eq!(scan.colours.as_deref().unwrap()[0], [255, 0, 128]);
    assert!(scan.notes[0].contains("textures"));
}

#[test]
fn a_quad_is_split_along_its_shorter_diagonal() {
    let text = "v 0 0 0\nv 1 1 0\nv 5 0 0\nv 1 -1 0\nf 1 2 3 4\n";
    assert_eq!(read(text.as_bytes(), "limb.obj").mesh.faces, [[0, 1, 3], [1, 2, 3]]);
}

#[test]
fn indices_of_vertices_that_are_not_there_are_refused() {
    for bad in ["0", "-4", "4", "99999999999", "-9223372036854775808", "x", "1.5", ""] {
        let text = format!("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 {bad}\n");
        let error = refused(text.as_bytes(), "limb.obj");
        assert!(matches!(error.place, Place::Line(4) | Place::Element("triangle", 0)), "{bad}: {error}");
    }
}

/// A square, as text and as binary of both orders.
fn plys() -> [Vec<u8>; 3] {
    let header = |form: &str| {
        format!(
            "ply\nformat {form} 1.0\ncomment a scanner\nelement vertex 4\nproperty float x\nproperty float y\n\
             property float z\nproperty uchar red\nproperty uchar green\nproperty uchar blue\nelement face 1\n\
             property uchar flags\nproperty list uchar int vertex_indices\nelement edge 1\nproperty short at\nend_header\n"
        )
    };
    let points: [[f32; 3]; 4] = [[0.0, 0.0, 0.0], [100.5, 0.0, 0.0], [100.5, 7.0, 0.0], [0.0, 7.0, 0.0]];
    let mut text = header("ascii").into_bytes();
    let (mut little, mut big) = (header("binary_little_endian").into_bytes(), header("binary_big_endian").into_bytes());
    for [x, y, z] in points {
        text.extend_from_slice(format!("{x} {y} {z} 1 2 255\n").as_bytes());
        for value in [x, y, z] {
            little.extend_from_slice(&value.to_le_bytes());
            big.extend_from_slice(&value.to_be_bytes());
        }
        little.extend_from_slice(&[1, 2, 255]);
        big.extend_from_slice(&[1, 2, 255]);
    }
    text.extend_from_slice(b"9 4 0 1 2 3\n-5\n");
    little.extend_from_slice(&[9, 4]);
    big.extend_from_slice(&[9, 4]);
    for index in 0i32..4 {
        little.extend_from_slice(&index.to_le_bytes());
        big.extend_from_slice(&index.to_be_bytes());
    }
    little.extend_from_slice(&[0, 1]);
    big.extend_from_slice(&[1, 0]);
    [text, little, big]
}

#[test]
fn ply_of_every_kind_reads_the_same() {
    for bytes in plys() {
        let scan = read(&bytes, "limb.ply");
        assert_eq!(scan.mesh.vertices[2], Vec3::new(100.5, 7.0, 0.0));
        assert_eq!(scan.mesh.faces, [[0, 1, 2], [0, 2, 3]]);
        assert_eq!(scan.colours.unwrap(), [[1, 2, 255]; 4]);
    }
}

#[test]
fn ply_cut_off_or_lying_is_refused() {
    for bytes in plys() {
        for length in 0..bytes.len() - 3 {
            assert!(formats::read(&bytes[..length], "limb.ply").is_err(), "{length}");
        }
        for claimed in ["5", "1000000000", "18446744073709551615", "-1", "1e9", "nan"] {
            let at = String::from_utf8_lossy(&bytes).find("vertex 4").unwrap();
            let lying = [&bytes[..at], format!("vertex {claimed}").as_bytes(), &bytes[at + 8..]].concat();
            assert!(formats::read(&lying, "limb.ply").is_err(), "{claimed}");
        }
    }
}

#[test]
fn ply_comes_back_with_colours() {
    let colours = [[0, 0, 0], [1, 2, 3], [255, 0, 9], [4, 4, 4]];
    let scan = read(&formats::write_ply(&tetrahedron(), Paint::Colours(&colours)), "a.ply");
    assert_eq!(scan.mesh, tetrahedron());
    assert_eq!(scan.colours.unwrap(), colours);
    for paint in [Paint::Plain, Paint::Scalars("distance mm\nelement face 9", &[1.0, 2.0])] {
        assert_eq!(read(&formats::write_ply(&tetrahedron(), paint), "a.ply").mesh, tetrahedron());
    }
}

#[test]
fn content_decides_and_a_name_that_differs_is_said() {
    let scan = read(&formats::write_stl(&tetrahedron()), "limb.OBJ");
    assert_eq!(scan.format, Format::STL_BINARY);
    assert!(scan.notes[0].contains(".obj") && scan.notes[0].contains("binary STL"), "{:?}", scan.notes);
    assert!(read(&formats::write_stl_ascii(&tetrahedron()), "limb.stl").notes.is_empty());
    assert!(read(&plys()[0], "").notes.is_empty());
}

#[test]
fn what_is_no_mesh_says_what_can_be_read() {
    assert!(refused(b"", "limb.stl").to_string().contains("no bytes"));
    assert!(refused(b"hello", "limb.txt").to_string().contains("STL, OBJ, PLY, GLB, 3MF and AOP"));
    assert!(refused(b"{\"asset\":{\"version\":\"2.0\"}}", "a.json").to_string().contains(".glb"));
    assert!(refused(b"v 1 2 3\nv 1 2 4\n", "a.obj").to_string().contains("no face"));
}
