//! A mesh as GLB, with numbers at its vertices: what a browser draws and colours.

use crate::mesh::Mesh;
use serde_json::{Value, json};

const FLOAT: u32 = 5_126;
const UNSIGNED: u32 = 5_125;
const VERTICES: u32 = 34_962;
const INDICES: u32 = 34_963;

/// Numbers, one a vertex, under a name of their own: glTF wants a leading underscore, `_DISTANCE`.
#[derive(Clone, Copy, Debug)]
pub struct Scalars<'a> {
    /// The attribute's name.
    pub name: &'a str,
    /// One number a vertex.
    pub values: &'a [f64],
}

/// The mesh in millimetres and its own axes: not the standard's metres, since nothing but our own page reads them.
pub fn write_glb(mesh: &Mesh, scalars: &[Scalars<'_>]) -> Vec<u8> {
    let mut document = Document { binary: vec![], views: vec![], accessors: vec![] };
    let (low, high) = mesh.bounds();
    let numbers = mesh.vertices.iter().flat_map(|vertex| [vertex.x, vertex.y, vertex.z]);
    let position = document.floats(numbers, mesh.vertices.len(), "VEC3", Some([low.to_array(), high.to_array()]));
    let mut attributes = serde_json::Map::from_iter([("POSITION".to_string(), json!(position))]);
    for scalar in scalars {
        let accessor = document.floats(scalar.values.iter().copied(), scalar.values.len(), "SCALAR", None);
        attributes.insert(scalar.name.to_string(), json!(accessor));
    }
    let indices = document.indices(mesh);
    let text = json!({
        "asset": { "version": "2.0", "generator": concat!("Concord ", env!("CARGO_PKG_VERSION")) },
        "scene": 0,
        "scenes": [{ "nodes": [0] }],
        "nodes": [{ "mesh": 0 }],
        "meshes": [{ "primitives": [{ "attributes": attributes, "indices": indices }] }],
        "buffers": [{ "byteLength": document.binary.len() }],
        "bufferViews": document.views,
        "accessors": document.accessors,
    });
    packed(text.to_string().into_bytes(), document.binary)
}

struct Document {
    binary: Vec<u8>,
    views: Vec<Value>,
    accessors: Vec<Value>,
}

impl Document {
    fn floats(
        &mut self,
        numbers: impl Iterator<Item = f64>,
        count: usize,
        kind: &str,
        bounds: Option<[[f64; 3]; 2]>,
    ) -> usize {
        let begin = self.binary.len();
        numbers.for_each(|number| self.binary.extend((number as f32).to_le_bytes()));
        let mut accessor =
            json!({ "bufferView": self.views.len(), "componentType": FLOAT, "count": count, "type": kind });
        if let Some([low, high]) = bounds {
            let as_written = |point: [f64; 3]| point.map(|number| number as f32);
            accessor["min"] = json!(as_written(low));
            accessor["max"] = json!(as_written(high));
        }
        self.view(begin, VERTICES, accessor)
    }

    fn indices(&mut self, mesh: &Mesh) -> usize {
        let begin = self.binary.len();
        mesh.faces.iter().flatten().for_each(|vertex| self.binary.extend(vertex.to_le_bytes()));
        let count = 3 * mesh.faces.len();
        let accessor =
            json!({ "bufferView": self.views.len(), "componentType": UNSIGNED, "count": count, "type": "SCALAR" });
        self.view(begin, INDICES, accessor)
    }

    fn view(&mut self, begin: usize, target: u32, accessor: Value) -> usize {
        let length = self.binary.len() - begin;
        self.views.push(json!({ "buffer": 0, "byteOffset": begin, "byteLength": length, "target": target }));
        self.accessors.push(accessor);
        self.accessors.len() - 1
    }
}

/// Both chunks, each filled up to four bytes.
fn packed(mut text: Vec<u8>, mut binary: Vec<u8>) -> Vec<u8> {
    text.resize(text.len().next_multiple_of(4), b' ');
    binary.resize(binary.len().next_multiple_of(4), 0);
    let total = 12 + 8 + text.len() + 8 + binary.len();
    let mut file = Vec::with_capacity(total);
    file.extend(b"glTF");
    for number in [2, total as u32, text.len() as u32] {
        file.extend(number.to_le_bytes());
    }
    file.extend(b"JSON");
    file.extend(text);
    file.extend((binary.len() as u32).to_le_bytes());
    file.extend(b"BIN\0");
    file.extend(binary);
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::read;
    use crate::mesh::Vec3;

    #[test]
    fn what_is_written_is_read_back() {
        let corners = [(0.0, 0.0, 0.0), (10.0, 0.0, 0.0), (0.0, 20.0, 0.0), (0.0, 0.0, 30.0)];
        let mesh = Mesh {
            vertices: corners.iter().map(|(x, y, z)| Vec3::new(*x, *y, *z)).collect(),
            faces: vec![[0, 2, 1], [0, 1, 3], [1, 2, 3], [2, 0, 3]],
        };
        let bytes = write_glb(&mesh, &[Scalars { name: "_DISTANCE", values: &[0.5, -1.0, 2.0, 3.25] }]);
        let scan = read(&bytes, "limb.glb").unwrap();
        assert_eq!(scan.mesh, mesh);
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("_DISTANCE") && bytes.windows(4).any(|window| window == 3.25f32.to_le_bytes()));
        assert_eq!(bytes.len() % 4, 0);
    }
}
