//! GLB and 3MF: placed meshes, units, and the ways in which a package lies.

use geometry::formats::{self, Format, FormatError, Unit};
use geometry::{Mesh, Vec3};
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

#[track_caller]
fn refused(bytes: &[u8], name: &str) -> FormatError {
    formats::read(bytes, name).unwrap_err()
}

/// A GLB of a document and a buffer.
fn glb(json: &str, binary: &[u8]) -> Vec<u8> {
    let padded = |bytes: &[u8], with: u8| {
        let mut bytes = bytes.to_vec();
        bytes.resize(bytes.len().next_multiple_of(4), with);
        bytes
    };
    let (json, binary) = (padded(json.as_bytes(), b' '), padded(binary, 0));
    let mut out = b"glTF\x02\0\0\0".to_vec();
    out.extend_from_slice(&((28 + json.len() + binary.len()) as u32).to_le_bytes());
    for (kind, chunk) in [(b"JSON", &json), (b"BIN\0", &binary)] {
        out.extend_from_slice(&(chunk.len() as u32).to_le_bytes());
        out.extend_from_slice(kind);
        out.extend_from_slice(chunk);
    }
    out
}

/// Three positions interleaved with three colours of 8 bits and a byte unused, then indices of every width.
fn buffer() -> Vec<u8> {
    let mut out = vec![];
    for (point, colour) in [([0.0f32, 0.0, 0.0], 10), ([0.5, 0.0, 0.0], 20), ([0.0, 0.25, 0.0], 30)] {
        point.iter().for_each(|value| out.extend_from_slice(&value.to_le_bytes()));
        out.extend_from_slice(&[colour, 0, 255, 0]);
    }
    out.extend_from_slice(&[0, 1, 2, 9]);
    [0u16, 1, 2, 9].iter().for_each(|index| out.extend_from_slice(&index.to_le_bytes()));
    [0u32, 1, 2].iter().for_each(|index| out.extend_from_slice(&index.to_le_bytes()));
    out
}

/// A document on that buffer; the parts given are put in.
fn document(nodes: &str, primitive: &str) -> String {
    format!(
        r#"{{"asset":{{"version":"2.0"}},"scene":0,"scenes":[{{"nodes":[0]}}],"nodes":[{nodes}],
        "meshes":[{{"primitives":[{primitive}]}}],"buffers":[{{"byteLength":72}}],
        "bufferViews":[{{"buffer":0,"byteLength":48,"byteStride":16}},{{"buffer":0,"byteOffset":48,"byteLength":24}}],
        "accessors":[{{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"}},
        {{"bufferView":0,"byteOffset":12,"componentType":5121,"normalized":true,"count":3,"type":"VEC3"}},
        {{"bufferView":1,"componentType":5121,"count":3,"type":"SCALAR"}},
        {{"bufferView":1,"byteOffset":4,"componentType":5123,"count":3,"type":"SCALAR"}},
        {{"bufferView":1,"byteOffset":12,"componentType":5125,"count":3,"type":"SCALAR"}}]}}"#
    )
}

const PRIMITIVE: &str = r#"{"attributes":{"POSITION":0,"COLOR_0":1},"indices":2}"#;

#[test]
fn glb_reads_interleaved_fields_and_every_index() {
    for indices in
        ["", r#","indices":2"#, r#","indices":3"#, r#","indices":4"#, r#","mode":5"#, r#","mode":6,"indices":3"#]
    {
        let primitive = format!(r#"{{"attributes":{{"POSITION":0,"COLOR_0":1}}{indices}}}"#);
        let scan = formats::read(&glb(&document(r#"{"mesh":0}"#, &primitive), &buffer()), "scan.glb").unwrap();
        assert_eq!((scan.format, scan.unit), (Format::GLB, Some(Unit::Metre)));
        assert_eq!(scan.mesh.faces, [[0, 1, 2]], "{indices}");
        assert_eq!(scan.colours.as_deref().unwrap(), [[10, 0, 255], [20, 0, 255], [30, 0, 255]]);
        assert_eq!(scan.into_millimetres(Unit::Metre).vertices[1], Vec3::new(500.0, 0.0, 0.0));
    }
}

#[test]
fn glb_nodes_place_their_meshes() {
    // A quarter turn about z within a node that scales and shifts: (0.5, 0, 0) → (0, 0.5, 0) → (1, 2 + 1, 3).
    let nodes = r#"{"children":[1],"matrix":[2,0,0,0,0,2,0,0,0,0,2,0,1,2,3,1]},
        {"mesh":0,"rotation":[0,0,0.7071067811865476,0.7071067811865476]}"#;
    let scan = formats::read(&glb(&document(nodes, PRIMITIVE), &buffer()), "scan.glb").unwrap();
    assert!((scan.mesh.vertices[1] - Vec3::new(1.0, 3.0, 3.0)).length() < 1e-12, "{:?}", scan.mesh.vertices);
    // What mirrors turns its faces.
    let nodes = r#"{"mesh":0,"scale":[-1,1,1],"translation":[0,0,7]}"#;
    let scan = formats::read(&glb(&document(nodes, PRIMITIVE), &buffer()), "scan.glb").unwrap();
    assert_eq!(scan.mesh.vertices[1], Vec3::new(-0.5, 0.0, 7.0));
    assert_eq!(scan.mesh.faces, [[0, 2, 1]]);
    // Two nodes, one mesh.
    let nodes = r#"{"children":[1,2]},{"mesh":0},{"mesh":0,"translation":[1,0,0]}"#;
    let scan = formats::read(&glb(&document(nodes, PRIMITIVE), &buffer()), "scan.glb").unwrap();
    assert_eq!(scan.mesh.faces, [[0, 1, 2], [3, 4, 5]]);
}

#[test]
fn glb_that_lies_is_refused() {
    let whole = document(r#"{"mesh":0}"#, PRIMITIVE);
    let lies = [
        (r#""count":3,"type":"VEC3"}"#, r#""count":4,"type":"VEC3"}"#, "accessor 0"),
        (r#""count":3"#, r#""count":18446744073709551615"#, "accessor 0"),
        (r#""count":3"#, r#""count":1000000000"#, "accessor 0"),
        (r#""count":3"#, r#""count":0"#, "accessor 0"),
        (r#""byteStride":16"#, r#""byteStride":4"#, "overlap"),
        (r#""byteStride":16"#, r#""byteStride":18446744073709551615"#, "252"),
        (r#""byteOffset":48"#, r#""byteOffset":18446744073709551600"#, "accessor 2"),
        (r#""byteLength":48,"#, r#""byteLength":4800,"#, "accessor 0"),
        (r#""byteOffset":12,"#, r#""byteOffset":18446744073709551615,"#, "accessor 1"),
        (r#""buffer":0"#, r#""buffer":1"#, "accessor 0"),
        (r#""indices":2"#, r#""indices":9"#, "accessor 9"),
        (r#""indices":2"#, r#""indices":0"#, "indices of one unsigned"),
        (r#""POSITION":0"#, r#""POSITION":2"#, "32-bit reals"),
        (r#""count":3,"type":"SCALAR""#, r#""count":3,"sparse":{},"type":"SCALAR""#, "sparse"),
        (r#"{"mesh":0}"#, r#"{"mesh":7}"#, "mesh 7"),
        (r#"{"mesh":0}"#, r#"{"children":[0]}"#, "held twice"),
        (r#"{"mesh":0}"#, r#"{"children":[5]}"#, "node 5"),
        (r#""scene":0"#, r#""scene":3"#, "scene 3"),
        (r#"{"asset""#, r#"{"extensionsRequired":["KHR_draco_mesh_compression"],"asset""#, "draco"),
        (r#"{"byteLength":72}"#, r#"{"byteLength":72,"uri":"limb.bin"}"#, "another file"),
        (r#"{"asset""#, "[", "JSON"),
        (r#""nodes":[0]"#, r#""nodes":[[[[0]]]]"#, "JSON"),
        (r#"{"mesh":0}"#, r#"{"mesh":0,"translation":[1e300,0,0]}"#, "coordinate"),
        (r#"{"mesh":0}"#, r#"{"mesh":0,"translation":[1e999,0,0]}"#, "JSON"),
    ];
    for (from, to, says) in lies {
        assert!(whole.contains(from), "{from}");
        let error = refused(&glb(&whole.replacen(from, to, 1), &buffer()), "scan.glb").to_string();
        assert!(error.contains(says), "{from} → {to}: {error}");
    }
    // An index beyond the three vertices.
    let mut binary = buffer();
    binary[50] = 200;
    assert!(refused(&glb(&whole, &binary), "a.glb").to_string().contains("vertex 200"));
    let bytes = glb(&whole, &buffer());
    for length in 0..bytes.len() {
        refused(&bytes[..length], "scan.glb");
    }
    let deep = format!(r#"{{"nodes":{}"#, "[".repeat(1_000_000));
    assert!(refused(&glb(&deep, &[]), "scan.glb").to_string().contains("JSON"));
    let many = document(&vec!["{}"; 20_001].join(","), PRIMITIVE);
    assert!(refused(&glb(&many, &buffer()), "scan.glb").to_string().contains("20000"));
}

/// A package of the parts given.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn tetrahedron() -> Mesh {
    Mesh {
        vertices: vec![
            Vec3::ZERO,
            Vec3::new(100.5, 0.0, 0.0),
            Vec3::new(0.0, 90.25, 0.0),
            Vec3::new(0.0, -0.0, 80.12345),
        ],
        faces: vec![[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]],
    }
}

#[test]
fn threemf_comes_back_and_is_the_same_every_time() {
    let bytes = formats::write_3mf(&tetrahedron(), "socket <\"left\" & more>\u{1}").unwrap();
    let scan = formats::read(&bytes, "socket.3mf").unwrap();
    assert_eq!((scan.format, scan.unit), (Format::THREE_MF, Some(Unit::Millimetre)));
    assert_eq!(scan.mesh, tetrahedron());
    assert!(scan.notes.is_empty(), "{:?}", scan.notes);
    assert_eq!(formats::write_3mf(&tetrahedron(), "socket <\"left\" & more>\u{1}").unwrap(), bytes);
}

/// The parts that the packaging standard asks for, under the names it asks for, in the order readers expect.
#[test]
fn threemf_has_the_parts_that_printers_look_for() {
    let bytes = formats::write_3mf(&tetrahedron(), "socket").unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut text = |index: usize, name: &str| {
        let entry = zip.by_index(index).unwrap();
        assert_eq!(entry.name().unwrap(), name);
        std::io::read_to_string(entry).unwrap()
    };
    let types = text(0, "[Content_Types].xml");
    assert!(types.contains(r#"Extension="rels""#) && types.contains("vnd.ms-package.3dmanufacturing-3dmodel+xml"));
    let relations = text(1, "_rels/.rels");
    assert!(relations.contains(r#"Target="/3D/3dmodel.model""#));
    assert!(relations.contains(r#"Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel""#));
    let model = text(2, "3D/3dmodel.model");
    assert!(model.contains(r#"unit="millimeter""#) && model.contains(r#"<item objectid="1"/>"#));
}

const MESH: &str = r#"<mesh><vertices><vertex x="0" y="0" z="0"/><vertex x="1" y="0" z="0"/><vertex x="0" y="1" z="0"/>
    </vertices><triangles><triangle v1="0" v2="1" v3="2"/></triangles></mesh>"#;

fn model(attributes: &str, resources: &str, build: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<model {attributes}><resources>{resources}</resources><build>{build}</build></model>"
    )
}

fn one(model: &str) -> Vec<u8> {
    package(&[("3D/3dmodel.model", model)])
}

#[test]
fn threemf_places_components_and_items_and_says_its_unit() {
    let resources = format!(
        r#"<object id="1">{MESH}</object><object id="7"><components><component objectid="1"/>
        <component objectid="1" transform="0 1 0 -1 0 0 0 0 1 10 0 0"/></components></object>"#
    );
    let build = r#"<item objectid="7" transform="2 0 0 0 2 0 0 0 2 0 0 5"/><item objectid="1" transform="-1 0 0 0 1 0 0 0 1 0 0 0"/>"#;
    let scan = formats::read(&one(&model(r#"unit="inch""#, &resources, build)), "a.3mf").unwrap();
    assert_eq!(scan.unit, Some(Unit::Inch));
    let points = &scan.mesh.vertices;
    assert_eq!(points[1], Vec3::new(2.0, 0.0, 5.0));
    // Turned by a quarter and shifted in the component, doubled and lifted in the item.
    assert_eq!(points[4], Vec3::new(20.0, 2.0, 5.0));
    assert_eq!(points[5], Vec3::new(18.0, 0.0, 5.0));
    assert_eq!(points[7], Vec3::new(-1.0, 0.0, 0.0));
    assert_eq!(scan.mesh.faces, [[0, 1, 2], [3, 4, 5], [6, 8, 7]]);
}

#[test]
fn threemf_follows_its_relation_and_components_in_other_parts() {
    let relations = r#"<Relationships><Relationship Type="http://x/3dmodel" Target="/3D/Limb.model"/></Relationships>"#;
    let root = model(
        "xmlns:p=\"x\"",
        r#"<object id="2"><components><component p:path="/3D/Objects/a.model" objectid="5"/></components></object>"#,
        r#"<item objectid="2"/>"#,
    );
    let part = model("", &format!(r#"<object id="5">{MESH}</object>"#), "");
    let bytes = package(&[("_rels/.rels", relations), ("3D/limb.model", &root), ("3D/Objects/a.model", &part)]);
    assert_eq!(formats::read(&bytes, "a.3mf").unwrap().mesh.faces, [[0, 1, 2]]);
}

#[test]
fn threemf_that_lies_is_refused() {
    let object = format!(r#"<object id="1">{MESH}</object>"#);
    let item = r#"<item objectid="1"/>"#;
    let whole = model("", &object, item);
    assert!(formats::read(&one(&whole), "a.3mf").is_ok());
    let lies = [
        (r#"v3="2""#, r#"v3="3""#, "3 vertices before"),
        (r#"v3="2""#, r#"v3="-1""#, "3 vertices before"),
        (r#"v3="2""#, "", "3 vertices before"),
        (r#"x="1""#, r#"x="1e999""#, "no face"),
        (r#"x="1""#, r#"x="one""#, "as numbers"),
        (r#"x="1""#, r#"x="1e300""#, "coordinate"),
        (r#"objectid="1""#, r#"objectid="4""#, "object 4 is not there"),
        (r#"objectid="1""#, r#"objectid="1" transform="1 0 0""#, "twelve"),
        ("<model ", "<model unit=\"parsec\" ", "parsec"),
        ("<model ", "<!DOCTYPE m [<!ENTITY a \"aaaa\">]><model ", "document type"),
        ("</model>", "", "cut off"),
        ("</mesh>", "</mash>", "3D/3dmodel.model"),
    ];
    for (from, to, says) in lies {
        assert!(whole.contains(from), "{from}");
        let error = refused(&one(&whole.replacen(from, to, 1)), "a.3mf").to_string();
        assert!(error.contains(says), "{from} → {to}: {error}");
    }
    assert!(refused(&package(&[("a.txt", "a")]), "a.3mf").to_string().contains("another kind of zip"));
    let bytes = one(&whole);
    for length in 0..bytes.len() {
        refused(&bytes[..length], "a.3mf");
    }
}

#[test]
fn components_that_hold_each_other_end() {
    let circle = r#"<object id="1"><components><component objectid="1"/></components></object>"#;
    assert!(refused(&one(&model("", circle, r#"<item objectid="1"/>"#)), "a.3mf").to_string().contains("deep"));
    // Thirty objects, each holding the next twice: 2³⁰ objects without a face.
    let mut doubling: String = (1..30)
        .map(|id| {
            let next = format!(r#"<component objectid="{}"/>"#, id + 1);
            format!(r#"<object id="{id}"><components>{next}{next}</components></object>"#)
        })
        .collect();
    doubling.push_str(r#"<object id="30"/>"#);
    let error = refused(&one(&model("", &doubling, r#"<item objectid="1"/>"#)), "a.3mf").to_string();
    assert!(error.contains("objects"), "{error}");
}

#[test]
fn a_zip_bomb_is_refused() {
    let bomb = model("", &" ".repeat(100 << 20), "");
    let bytes = one(&bomb);
    assert!(bytes.len() < 200_000, "{}", bytes.len());
    assert!(refused(&bytes, "a.3mf").to_string().contains("inflates to more than"));
}
