//! A format more costs three files: its own, its name in `formats/scan.rs`, its row in `formats.rs`. A toy has the row here.

use geometry::formats::{self, Format, FormatError, READERS, Reader, Scan};

const TOY: Format = Format { name: "TOY", extension: "toy" };

fn read_toy(bytes: &[u8]) -> Result<Scan, FormatError> {
    let text = b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n";
    let scan = formats::read(text, "a.obj")?;
    Ok(Scan { format: TOY, notes: vec![format!("{} bytes", bytes.len()).into()], ..scan })
}

const READER: Reader = Reader { format: TOY, is: |bytes| bytes.starts_with(b"TOY!"), read: read_toy };

#[test]
fn a_row_more_is_known_by_content_and_by_name_and_is_told() {
    let readers = [READERS, &[READER]].concat();
    let read = |bytes: &[u8], name: &str| formats::read_by(&readers, bytes, name);
    let by_content = read(b"TOY!", "limb.stl").unwrap();
    assert_eq!(by_content.format, TOY);
    assert_eq!(by_content.notes, ["its name ends in .stl, its content is TOY: read as TOY", "4 bytes"]);
    assert_eq!(read(b"no sign", "limb.TOY").unwrap().notes, ["7 bytes"]);
    let unknown = read(b"no sign", "limb.doc").unwrap_err();
    assert_eq!(unknown.wanted, "STL, OBJ, PLY, GLB, 3MF, AOP and TOY can be read");
    assert!(formats::read(b"TOY!", "limb.toy").is_err());
}

#[test]
fn the_formats_are_told_from_the_table() {
    assert_eq!(formats::listed(" or "), "STL, OBJ, PLY, GLB, 3MF or AOP");
    assert_eq!(formats::accepted(), ".stl,.obj,.ply,.glb,.3mf,.aop");
}
