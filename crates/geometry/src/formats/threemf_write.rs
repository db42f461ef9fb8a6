//! A mesh as 3MF: the package that printers' programs open, with its unit said.

use crate::mesh::Mesh;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

const TYPES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Default Extension=\"model\" ContentType=\"application/vnd.ms-package.3dmanufacturing-3dmodel+xml\"/>",
    "</Types>\n"
);
const RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Target=\"/3D/3dmodel.model\" Id=\"rel0\" ",
    "Type=\"http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel\"/>",
    "</Relationships>\n"
);

/// The mesh, mm, as a 3MF with one object of the name given. The same mesh gives the same bytes.
///
/// # Errors
/// Where the package would pass the sizes of its format: 4 GiB.
pub fn write_3mf(mesh: &Mesh, name: &str) -> std::io::Result<Vec<u8>> {
    let mut package = ZipWriter::new(Cursor::new(vec![]));
    // No time in the entries: the writer has no clock, and equal input makes equal files.
    let options = SimpleFileOptions::default();
    for (path, text) in [("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS)] {
        package.start_file(path, options)?;
        package.write_all(text.as_bytes())?;
    }
    package.start_file("3D/3dmodel.model", options)?;
    package.write_all(model(mesh, name).as_bytes())?;
    Ok(package.finish()?.into_inner())
}

fn model(mesh: &Mesh, name: &str) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(mesh.vertices.len() * 60 + mesh.faces.len() * 45 + 1024);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model unit=\"millimeter\" xml:lang=\"en-US\" ");
    out.push_str("xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\">\n");
    out.push_str(
        "<metadata name=\"Application\">Concord</metadata>\n<resources>\n<object id=\"1\" type=\"model\" name=\"",
    );
    name.chars().for_each(|char| match char {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        // XML has no place for them, escaped or not.
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
        _ => out.push(char),
    });
    out.push_str("\">\n<mesh>\n<vertices>\n");
    for vertex in &mesh.vertices {
        // What 32 bits keep, as in an STL: both files hold the same solid to the bit.
        let [x, y, z] = [vertex.x, vertex.y, vertex.z].map(|coordinate| coordinate as f32 + 0.0);
        let _ = writeln!(out, "<vertex x=\"{x}\" y=\"{y}\" z=\"{z}\"/>");
    }
    out.push_str("</vertices>\n<triangles>\n");
    for [a, b, c] in &mesh.faces {
        let _ = writeln!(out, "<triangle v1=\"{a}\" v2=\"{b}\" v3=\"{c}\"/>");
    }
    out.push_str(
        "</triangles>\n</mesh>\n</object>\n</resources>\n<build>\n<item objectid=\"1\"/>\n</build>\n</model>\n",
    );
    out
}
