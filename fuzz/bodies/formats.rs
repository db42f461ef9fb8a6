//! Bytes from anywhere as a mesh file of any format: what is read is a mesh, and comes back when it is written again.
//! The first byte chooses the name.

use geometry::formats::{self, Paint, Unit, units};

pub fn body(bytes: &[u8]) {
    let Some((first, file)) = bytes.split_first() else { return };
    let ending = formats::READERS.get(usize::from(*first) % (formats::READERS.len() + 1));
    let name = ending.map_or("a".to_string(), |reader| format!("a.{}", reader.format.extension));
    let scan = match formats::read(file, &name) {
        Ok(scan) => scan,
        Err(error) => {
            assert!(error.to_string().len() < 4096, "an error must be readable");
            return;
        }
    };
    let vertices = scan.mesh.vertices.len();
    assert!(!scan.mesh.faces.is_empty());
    assert!(scan.mesh.faces.iter().flatten().all(|vertex| (*vertex as usize) < vertices));
    assert!(scan.mesh.vertices.iter().all(|vertex| vertex.is_finite()));
    assert!(scan.colours.as_ref().is_none_or(|colours| colours.len() == vertices));
    let _ = units::infer(&scan);
    if let Some(shape) = &scan.shape {
        let again = formats::read(&formats::write_aop(shape), "a.aop").expect("a shape comes back").shape;
        let again = again.expect("as a shape");
        assert_eq!((again.heights_mm.len(), again.angles_deg.len()), (shape.heights_mm.len(), shape.angles_deg.len()));
    }
    let mesh = scan.into_millimetres(Unit::Millimetre);
    let faces = mesh.faces.len();
    let back = [formats::write_ply(&mesh, Paint::Plain), formats::write_3mf(&mesh, "a").expect("a package")];
    for (file, name) in back.iter().zip(["a.ply", "a.3mf"]) {
        assert_eq!(formats::read(file, name).expect("a written file is read").mesh.faces, mesh.faces);
    }
    let stl = formats::read(&formats::write_stl(&mesh), "a.stl").expect("a written STL is read").mesh;
    assert_eq!(stl.faces.len(), faces);
}
