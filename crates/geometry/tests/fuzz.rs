//! The fuzz target of mesh files, for a while, without a fuzzer.

use geometry::formats::{self, Paint, Unit};

#[path = "../../../fuzz/bodies/run.rs"]
mod run;
#[path = "../../../fuzz/bodies/formats.rs"]
mod target;

#[test]
fn bytes_from_anywhere_are_no_mesh_or_one_that_comes_back() {
    let obj = b"v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\nf 1 3 2\nf 1 2 4\nf 2 3 4\nf 1 4 3\n";
    let mesh = formats::read(obj, "a.obj").unwrap().into_millimetres(Unit::Millimetre);
    let files = [
        formats::write_stl(&mesh),
        formats::write_stl_ascii(&mesh),
        obj.to_vec(),
        formats::write_ply(&mesh, Paint::Plain),
        include_bytes!("data/triangle.glb").to_vec(),
        formats::write_3mf(&mesh, "a").unwrap(),
        b"AAOP1\nEND COMMENTS\nCYLINDRICAL\nNONE\n0\n4\n5\n2\n3\n1\n50\n50\n50\n50\n60\n60\n60\n60\n".to_vec(),
    ];
    // The first byte chooses the name.
    let seeds: Vec<Vec<u8>> = (0u8..).zip(files).map(|(first, file)| [vec![first], file].concat()).collect();
    assert!(run::run("formats", &seeds, target::body) > 100);
}
