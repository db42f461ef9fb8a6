//! One fault at a time in one drawn limb, in every format that can have it: what a person reads. The table is
//! `docs/scans.md`, made anew by `INSTA_UPDATE=always cargo nextest run -p workup faults`.

use crate::scenes;
use geometry::clean::{Weld, closed};
use geometry::formats::{self, Paint};
use geometry::shapes::{self, Detail};
use geometry::{Mesh, Vec3};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use workup::problem::Failure;
use workup::scan_file::{Told, of_bytes};
use zip::write::{SimpleFileOptions, ZipWriter};

const RINGS: u32 = 60;
const AROUND: u32 = 48;
const FORMATS: [&str; 8] = ["binary STL", "ASCII STL", "OBJ", "PLY text", "PLY little", "PLY big", "GLB", "3MF"];

fn limb() -> Mesh {
    shapes::limb(50.0, 250.0, Detail { rings: RINGS, around: AROUND })
}

fn without(mesh: &Mesh, at: Vec3, radius: f64) -> Mesh {
    let centre = |face: &[u32; 3]| face.iter().map(|vertex| mesh.vertices[*vertex as usize]).sum::<Vec3>() / 3.0;
    let faces = mesh.faces.iter().filter(|face| (centre(face) - at).length() > radius).copied().collect();
    Mesh { vertices: mesh.vertices.clone(), faces }
}

fn obj(mesh: &Mesh) -> String {
    let mut text = String::new();
    mesh.vertices.iter().for_each(|v| writeln!(text, "v {} {} {}", v.x, v.y, v.z).unwrap());
    mesh.faces.iter().for_each(|[a, b, c]| writeln!(text, "f {} {} {}", a + 1, b + 1, c + 1).unwrap());
    text
}

fn ply(mesh: &Mesh, form: &str, list: &str) -> Vec<u8> {
    let (vertices, faces) = (mesh.vertices.len(), mesh.faces.len());
    let mut out = format!(
        "ply\nformat {form} 1.0\nelement vertex {vertices}\nproperty float x\nproperty float y\nproperty float z\n\
         element face {faces}\nproperty list uchar int {list}\nend_header\n"
    )
    .into_bytes();
    for v in &mesh.vertices {
        match form {
            "ascii" => writeln!(out, "{} {} {}", v.x, v.y, v.z).unwrap(),
            "binary_big_endian" => v.to_array().iter().for_each(|value| out.extend((*value as f32).to_be_bytes())),
            _ => v.to_array().iter().for_each(|value| out.extend((*value as f32).to_le_bytes())),
        }
    }
    for face in &mesh.faces {
        match form {
            "ascii" => writeln!(out, "3 {} {} {}", face[0], face[1], face[2]).unwrap(),
            "binary_big_endian" => {
                out.push(3);
                face.iter().for_each(|vertex| out.extend((*vertex as i32).to_be_bytes()));
            }
            _ => {
                out.push(3);
                face.iter().for_each(|vertex| out.extend((*vertex as i32).to_le_bytes()));
            }
        }
    }
    out
}

/// A 3MF whose one object has this type.
fn package(mesh: &Mesh, kind: &str, unit: &str) -> Vec<u8> {
    let mut text = format!("<model unit=\"{unit}\"><resources><object id=\"1\" {kind}><mesh><vertices>");
    mesh.vertices.iter().for_each(|v| write!(text, "<vertex x=\"{}\" y=\"{}\" z=\"{}\"/>", v.x, v.y, v.z).unwrap());
    text += "</vertices><triangles>";
    mesh.faces.iter().for_each(|[a, b, c]| write!(text, "<triangle v1=\"{a}\" v2=\"{b}\" v3=\"{c}\"/>").unwrap());
    text += "</triangles></mesh></object></resources><build><item objectid=\"1\"/></build></model>";
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    zip.start_file("3D/3dmodel.model", SimpleFileOptions::default()).unwrap();
    zip.write_all(text.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

/// A GLB whose positions are 16-bit integers on a grid of 1/100 mm, placed by the node's scale.
fn quantized(mesh: &Mesh) -> Vec<u8> {
    let mut binary = vec![];
    for v in &mesh.vertices {
        v.to_array().iter().for_each(|value| binary.extend(((value * 100.0).round() as i16).to_le_bytes()));
        binary.extend([0, 0]);
    }
    let points = binary.len();
    mesh.faces.iter().flatten().for_each(|vertex| binary.extend(vertex.to_le_bytes()));
    let (count, corners, length) = (mesh.vertices.len(), mesh.faces.len() * 3, binary.len());
    let mut text = format!(
        r#"{{"asset":{{"version":"2.0"}},"extensionsRequired":["KHR_mesh_quantization"],"scene":0,"scenes":[{{"nodes":[0]}}],
        "nodes":[{{"mesh":0,"scale":[1e-5,1e-5,1e-5]}}],"meshes":[{{"primitives":[{{"attributes":{{"POSITION":0}},"indices":1}}]}}],
        "buffers":[{{"byteLength":{length}}}],"bufferViews":[{{"buffer":0,"byteLength":{points},"byteStride":8}},
        {{"buffer":0,"byteOffset":{points},"byteLength":{}}}],
        "accessors":[{{"bufferView":0,"componentType":5122,"count":{count},"type":"VEC3"}},
        {{"bufferView":1,"componentType":5125,"count":{corners},"type":"SCALAR"}}]}}"#,
        length - points
    );
    while text.len() % 4 != 0 {
        text.push(' ');
    }
    let mut out = b"glTF\x02\0\0\0".to_vec();
    out.extend(((28 + text.len() + length) as u32).to_le_bytes());
    for (kind, chunk) in [(b"JSON", text.as_bytes()), (b"BIN\0", &binary)] {
        out.extend((chunk.len() as u32).to_le_bytes());
        out.extend(kind);
        out.extend(chunk);
    }
    out
}

/// The mesh as a file of each format.
pub fn file(mesh: &Mesh, format: &str) -> (String, Vec<u8>) {
    let (name, bytes) = match format {
        "binary STL" => ("limb.stl", formats::write_stl(mesh)),
        "ASCII STL" => ("limb.stl", formats::write_stl_ascii(mesh)),
        "OBJ" => ("limb.obj", obj(mesh).into_bytes()),
        "PLY text" => ("limb.ply", ply(mesh, "ascii", "vertex_indices")),
        "PLY little" => ("limb.ply", formats::write_ply(mesh, Paint::Plain)),
        "PLY big" => ("limb.ply", ply(mesh, "binary_big_endian", "vertex_index")),
        "GLB" => ("limb.glb", formats::write_glb(&mesh.mapped(|point| point / 1e3), &[])),
        _ => ("limb.3mf", package(mesh, "", "millimeter")),
    };
    (name.into(), bytes)
}

/// What a person reads of a file beyond its format, unit, noise and volume; or the error and what would be right.
fn got((name, bytes): (String, Vec<u8>), told: Told<'_>) -> Result<(String, f64), String> {
    match of_bytes(name, bytes, told) {
        Ok(scan) => {
            let usual = ["clean-noise", "clean-straight", "clean-volume", "scan_note-y_upward"];
            let done = scan.facts.done.iter().filter(|said| !usual.contains(&said.wording().id()));
            Ok((done.map(ToString::to_string).collect::<Vec<_>>().join("; "), scan.facts.volume_ml))
        }
        Err(failure) => {
            let fault = &failure.faults()[0];
            Err(format!("{}: {}", fault.what(), fault.expected()))
        }
    }
}

/// A row: the fault, its file in every format that has it, what is said of it, and what must stand in the answer.
struct Row {
    fault: &'static str,
    files: Vec<(&'static str, (String, Vec<u8>))>,
    told: Told<'static>,
    expected: &'static str,
    says: &'static str,
    /// The limb's volume comes out within a half percent.
    whole: bool,
}

fn row(
    fault: &'static str,
    files: Vec<(&'static str, (String, Vec<u8>))>,
    expected: &'static str,
    says: &'static str,
) -> Row {
    Row { fault, files, told: Told::default(), expected, says, whole: true }
}

fn every(mesh: &Mesh) -> Vec<(&'static str, (String, Vec<u8>))> {
    FORMATS.map(|format| (format, file(mesh, format))).into()
}

fn one(format: &'static str, name: &str, bytes: impl Into<Vec<u8>>) -> Vec<(&'static str, (String, Vec<u8>))> {
    vec![(format, (name.into(), bytes.into()))]
}

pub fn torn(by: f64) -> Mesh {
    let whole = limb();
    let mut torn = whole.clone();
    let first = torn.vertices.len() as u32;
    torn.vertices.extend((0..RINGS).map(|ring| {
        let shift = Vec3::new(f64::from(ring).sin(), (f64::from(ring) * 1.7).cos(), 0.3) * by;
        whole.vertices[(1 + ring * AROUND) as usize] + shift
    }));
    for face in &mut torn.faces {
        let last = face.iter().any(|vertex| *vertex > 0 && (*vertex - 1) % AROUND == AROUND - 1);
        for vertex in face.iter_mut().filter(|vertex| last && **vertex > 0 && (**vertex - 1) % AROUND == 0) {
            *vertex = first + (*vertex - 1) / AROUND;
        }
    }
    torn
}

/// Faults of the surface, in every format.
fn of_surfaces() -> Vec<Row> {
    let whole = limb();
    let tip = whole.vertices[0];
    let side = whole.vertices[(1 + AROUND * 40) as usize];
    let mut hanging = whole.clone();
    let [a, b, _] = whole.faces[3_000];
    hanging.vertices.push(whole.vertices[a as usize] * 1.2);
    hanging.faces.push([a, b, hanging.vertices.len() as u32 - 1]);
    let mut no_number = whole.clone();
    no_number.vertices[1_500].y = f64::NAN;
    let mut turned = whole.clone();
    turned.faces.iter_mut().step_by(5).for_each(|face| face.swap(0, 1));
    let mut twice = whole.clone();
    twice.faces.extend(whole.faces[..200].to_vec());
    let mut tube = without(&whole, tip, 60.0);
    tube.faces.retain(|face| face.iter().all(|vertex| tube.vertices[*vertex as usize].z < 0.1));
    let shut = without(&closed(&whole), tip, 34.0);
    let auto = Told { weld: Some(Weld::MedianEdge), ..Told::default() };
    let smooth = Told { smooth: true, ..Told::default() };
    let up = Told { up: Some(Vec3::Z), ..Told::default() };
    let asked = |row: Row, told| Row { told, ..row };
    let part = |row: Row| Row { whole: false, ..row };
    vec![
        row("none", every(&whole), "read, nothing to say", ""),
        row(
            "hole over the distal end, 24 mm wide",
            every(&without(&whole, tip, 14.0)),
            "closed by a dome, said",
            "closed by a dome",
        ),
        row(
            "hole over the distal end, 45 mm wide",
            every(&without(&whole, tip, 32.0)),
            "closed by a dome, said",
            "closed by a dome",
        ),
        row("distal end missing", every(&tube), "asked which end is up", "2 large openings"),
        asked(row("distal end missing, `--up z`", every(&tube), "error: scan again", "distal end is missing"), up),
        row("closed top and a hole over the distal end", every(&shut), "error: no open top", "no open top"),
        row("small hole in the side", every(&without(&whole, side, 12.0)), "filled, counted", "one hole was filled"),
        part(row(
            "large hole in the side",
            every(&without(&whole, side, 40.0)),
            "left, said; not taken for the opening",
            "too large to be filled",
        )),
        row("one triangle that hangs on an edge", every(&hanging), "dropped, counted", "one face that hung"),
        row(
            "one vertex that is no number",
            every(&no_number),
            "its faces dropped and counted, the hole filled",
            "6 faces with",
        ),
        row("seam with 0.05 mm of jitter", every(&torn(0.05)), "error that names the option", "--weld auto"),
        asked(
            row(
                "the same, `--weld auto`",
                every(&torn(0.05)),
                "welded; count and largest move said",
                "vertices were welded",
            ),
            auto,
        ),
        asked(
            row(
                "noise, `--smooth`",
                every(&shapes::noisy(&whole, 0.2, 9)),
                "smoothed; move and volume said",
                "was smoothed",
            ),
            smooth,
        ),
        row("every fifth face turned over", every(&turned), "turned back, counted", "were turned over"),
        row("200 faces twice", every(&twice), "one of each", ""),
    ]
}

/// More than the limb in the scan.
fn of_scenes() -> Vec<Row> {
    let whole = limb();
    let stl = |mesh: &Mesh| one("binary STL", "limb.stl", formats::write_stl(mesh));
    let with = |other: &Mesh| stl(&scenes::beside(&whole, other));
    let second = Told { part: Some(2), ..Told::default() };
    let keep = geometry::keep::Keep { bounds: Some([-120.0, 120.0, -120.0, 120.0, -300.0, 20.0]), plane: None };
    let boxed = Told { keep, ..Told::default() };
    let asked = |row: Row, told| Row { told, ..row };
    let part = |row: Row| Row { whole: false, ..row };
    let leg = with(&scenes::sound_leg());
    vec![
        row("the sound leg beside it", leg.clone(), "asked which, by number", "part 2: shaped like a limb"),
        asked(row("the same, `--part 2`", leg.clone(), "read; the other told", "part 1, shaped like a limb"), second),
        asked(row("the same, `--box`", leg, "read; what lies beyond counted", "beyond the box"), boxed),
        row("a table larger than it", with(&scenes::table()), "left out, said", "part 1, something flat"),
        row("a second shell 0.7 mm inside", with(&scenes::shell(&whole, 0.7)), "left out, said", "a copy of the skin"),
        row(
            "a second shell 8 mm inside",
            with(&scenes::shell(&whole, 8.0)),
            "asked which, by number",
            "part 1: shaped",
        ),
        row("a closed rod within", with(&scenes::rod(false)), "a bone, said", "was taken for a bone"),
        row("an open rod within", with(&scenes::rod(true)), "no bone, and why", "no bone, for it is open"),
        row("a ball within", with(&scenes::ball()), "no bone, and why", "for it is not slender"),
        part(row("a knee bent by 30°", stl(&scenes::bent(330.0, 150.0, 30.0)), "cropped, said", "was left out")),
        row("a knee bent by 60°", stl(&scenes::bent(330.0, 150.0, 60.0)), "error that says so", "a knee that is bent"),
        row("a foot", stl(&scenes::bent(380.0, 250.0, 75.0)), "error that says so", "or a foot"),
        row("a table alone", stl(&scenes::table()), "error: no limb", "no part is shaped like a limb"),
    ]
}

/// Faults of files.
fn of_files() -> Vec<Row> {
    let whole = limb();
    let stl = formats::write_stl(&whole);
    let counted = |count: u32| {
        let mut bytes = stl.clone();
        bytes[80..84].copy_from_slice(&count.to_le_bytes());
        one("binary STL", "limb.stl", bytes)
    };
    let mut solid = stl.clone();
    solid[..18].copy_from_slice(b"solid facet vertex");
    let text = String::from_utf8(formats::write_stl_ascii(&whole)).unwrap();
    let ascii = |text: String| one("ASCII STL", "limb.stl", text);
    let apart = text.replace("endloop", "end loop").replace("endsolid", "end solid").replace("endfacet", "end facet");
    let lines = obj(&whole);
    let objs = |text: String| one("OBJ", "limb.obj", text);
    let count = whole.vertices.len();
    let back = whole.faces.iter().fold(lines.split_once("f ").unwrap().0.to_string(), |text, face| {
        let [a, b, c] = face.map(|vertex| vertex as i64 - count as i64);
        text + &format!("f {a} {b} {c}\n")
    });
    let joined = lines.replace("\nf ", "\nf \\\n");
    let aop = |side: &str, radius: &str| {
        let radii: String =
            (0..26).map(|slice| format!("{}\n", if slice == 0 { 0.0 } else { 40.0 }).repeat(24)).collect();
        let text = format!("AAOP1\nEND COMMENTS\nCYLINDRICAL\n{side}\n0\n24\n15\n26\n10\n{radii}");
        one("AOP", "limb.aop", text.replacen("40\n", radius, 1))
    };
    let glb = quantized(&whole);
    let compressed = String::from_utf8_lossy(&glb).contains("KHR_mesh_quantization");
    assert!(compressed);
    let at = memchr_of(&glb, b"KHR_mesh_quantization");
    let mut other = glb.clone();
    other[at..at + 21].copy_from_slice(b"KHR_draco_compression");
    let mf = |kind: &str| one("3MF", "limb.3mf", package(&whole, kind, "millimeter"));
    let inches = package(&whole.mapped(|point| point / 25.4), "", "inch");
    let part = |row: Row| Row { whole: false, ..row };
    vec![
        row("face count 0 in the head", counted(0), "all faces read, said", "counts 0 faces"),
        row("face count short", counted(1_000), "all faces read, said", "counts 1000 faces"),
        row("face count too large", counted(9_000), "error: cut off", "claims 9000 faces"),
        row("cut off in the middle", one("binary STL", "limb.stl", &stl[..stl.len() / 2]), "error: cut off", "cut off"),
        row(
            "51 bytes behind the last face",
            one("binary STL", "limb.stl", [&stl[..], &[1; 51]].concat()),
            "left out, said",
            "51 bytes after",
        ),
        row("head that begins with “solid”", one("binary STL", "limb.stl", solid), "read as binary", ""),
        row(
            "name of another format",
            one("binary STL", "limb.obj", stl.clone()),
            "read by content, said",
            "read as binary STL",
        ),
        row("`end solid`, `end loop`, `end facet`", ascii(apart), "read", ""),
        row("capital letters", ascii(text.to_uppercase()), "read", ""),
        row("tabs and lines that end in CR", ascii(text.replace(' ', "\t").replace('\n', "\r")), "read", ""),
        row("decimal commas", ascii(text.replace('.', ",")), "error that says so", "decimal point"),
        row("cut off in the middle", ascii(text[..text.len() / 2].into()), "error: cut off", "cut off"),
        row("lines that go on after `\\`", objs(joined), "read", ""),
        row("indices counted back", objs(back), "read", ""),
        row("index of no vertex", objs(lines.clone() + "f 1 2 99999\n"), "error with its place", "vertex 99998"),
        row("cut off after `\\`", objs(lines + "f 1 2 \\"), "error: cut off", "backslash"),
        row(
            "list of corners of another name",
            one("PLY text", "limb.ply", ply(&whole, "ascii", "corners")),
            "read, said",
            "from the list corners",
        ),
        row(
            "cut off",
            one("PLY big", "limb.ply", &ply(&whole, "binary_big_endian", "vertex_index")[..40_000]),
            "error: cut off",
            "cut off",
        ),
        row("integer positions (KHR_mesh_quantization)", one("GLB", "limb.glb", glb), "read", ""),
        row("compressed mesh", one("GLB", "limb.glb", other), "error that names the extension", "draco"),
        row("object of type surface", mf("type=\"surface\""), "read", ""),
        row("object of type support alone", mf("type=\"support\""), "error that says so", "support or of type other"),
        row("object of type other alone", mf("type=\"other\""), "error that says so", "support or of type other"),
        row("in inches", one("3MF", "limb.3mf", inches), "read in its unit", ""),
        part(row("side “Left”", aop("Left", "40\n"), "read; closed flat, said", "closed flat")),
        row("a radius that is no number", aop("LEFT", "nan\n"), "error with its line", "a radius"),
    ]
}

fn memchr_of(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).position(|at| at == word).unwrap()
}

#[test]
fn every_fault_is_mended_or_named_and_the_table_says_so() {
    let mut page = String::from(HEAD);
    let whole_ml = closed(&limb()).volume() / 1e3;
    for (title, rows) in [
        ("Faults of the surface", of_surfaces()),
        ("More than the limb in it", of_scenes()),
        ("Faults of files", of_files()),
    ] {
        writeln!(page, "\n## {title}\n\n| input | format | expected | got |\n|---|---|---|---|").unwrap();
        for row in rows {
            let mut answers: Vec<(String, Vec<&str>)> = vec![];
            for (format, file) in row.files {
                let answer = match got(file, row.told) {
                    Ok((done, volume)) => {
                        let share = volume / whole_ml - 1.0;
                        assert!(!row.whole || share.abs() < 5e-3, "{}, {format}: {volume} mL", row.fault);
                        assert!(!row.expected.starts_with("error"), "{}, {format}: read", row.fault);
                        if done.is_empty() { "read".to_string() } else { format!("read; {done}") }
                    }
                    Err(error) => {
                        let named = row.expected.starts_with("error") || row.expected.starts_with("asked");
                        assert!(named, "{}, {format}: {error}", row.fault);
                        error
                    }
                };
                assert!(answer.contains(row.says), "{}, {format}: {answer}", row.fault);
                match answers.iter_mut().find(|(known, _)| *known == answer) {
                    Some((_, formats)) => formats.push(format),
                    None => answers.push((answer, vec![format])),
                }
            }
            for (answer, formats) in answers {
                let formats = if formats.len() == FORMATS.len() { "all but AOP".into() } else { formats.join(", ") };
                writeln!(page, "| {} | {formats} | {} | {} |", row.fault, row.expected, answer.replace('|', "\\|"))
                    .unwrap();
            }
        }
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/scans.md");
    if std::env::var("INSTA_UPDATE").is_ok_and(|value| value == "always") {
        std::fs::write(&path, &page).unwrap();
    } else {
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == page, "docs/scans.md: run `INSTA_UPDATE=always cargo nextest run -p workup faults`");
    }
}

const HEAD: &str = "# Faults of scans

What becomes of a scan that is not as it should be. One limb of about 5,700 faces was drawn and given one fault at a time, in every
format that can have it. A test makes the files and this table (`crates/workup/tests/faults.rs`). A fault is mended and said, or named;
what was read and done until then stands beside every error, in the terminal, on pages, in JSON and in the API.

What holds of every scan: the volume of the whole scan, with its openings closed, is told beside the volume below the reference level. A dome
over the distal end is our invention, never the person's shape: it is at most 25 cm² wide, and sheet and result say so. `--smooth` keeps the
volume. `--weld auto` joins seams within a tenth of the median edge; `--weld MM` joins whatever lies that close (in a case: weld). Where it is
asked which part is the limb, `concord socket` and the page of the limb draw the parts with their numbers. A below-knee scan that goes up the
thigh of a straight knee is cut 120 mm above the level where that is known; where it is guessed, a scan over 341 mm is asked for its length.
";

#[test]
fn the_report_stands_beside_every_error_that_follows_reading() {
    let (name, bytes) = file(&without(&limb(), limb().vertices[0], 14.0), "OBJ");
    let scan = of_bytes(name, bytes, Told::default()).unwrap();
    let report = scan.report();
    assert!(report.iter().any(|line| line.contains("dome")) && scan.facts.invented.is_some());
    let failure = Failure::input(workup::problem::Fault::of_file("limb.obj", "wrong", "right")).beside_scan(&report);
    let (text, json) = (failure.text(false), workup::problem::json_text(failure.faults()));
    for line in &report {
        assert!(text.contains(&**line), "{text}");
    }
    assert!(json.contains("\"scan\": [") && json.contains("closed by a dome"), "{json}");
    // Of several faults of one scan it is said once; one that was said before stays.
    let again = failure.beside_scan(&[texts::Said::from("other".to_string())]);
    assert!(!again.text(false).contains("other"));
    let (name, bytes) = file(&torn(0.05), "PLY text");
    let text = of_bytes(name, bytes, Told::default()).unwrap_err().text(false);
    assert!(text.contains("PLY") && text.contains("mm (") && text.contains("faces"), "{text}");
}
