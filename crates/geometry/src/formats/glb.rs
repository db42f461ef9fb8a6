//! GLB: glTF 2 in one binary file, as phone scanners give it. Meshes of the scene are placed by their nodes; colours of
//! vertices are kept, textures are not. Metres and y upward, by the standard; axes are left as they are.

mod accessor;
mod json;
pub(super) mod write;

use super::affine::Affine;
use super::builder::Builder;
use super::reader::Reader;
use super::{Format, FormatError, Place, Scan, Unit, limits};
use crate::mesh::Vec3;
use accessor::{Buffer, Fields};
use json::{Document, Node, Primitive};
use std::collections::HashMap;
use texts::Wording;

const HEAD: usize = 12;
const TRIANGLES: u32 = 4;
const STRIP: u32 = 5;
const FAN: u32 = 6;

/// Extensions that change how a face looks, not where it is.
const LOOKS: [&str; 5] = ["KHR_materials", "KHR_texture", "EXT_texture", "KHR_lights", "KHR_xmp"];

/// Positions as integers, in a unit that the node's scale gives.
const QUANTIZED: &str = "KHR_mesh_quantization";

/// How it is known and read.
pub(super) const READER: Reader = Reader { format: Format::GLB, is: |bytes| bytes.starts_with(b"glTF"), read };

/// Reads a file.
fn read(bytes: &[u8]) -> Result<Scan, FormatError> {
    let mut builder = Builder::new(Format::GLB, bytes.len());
    let (text, binary) = chunks(&builder, bytes)?;
    let document: Document = serde_json::from_slice(text)
        .map_err(|error| builder.error(Place::Byte(HEAD as u64 + 8), format!("its JSON: {error}"), "glTF 2"))?;
    if let Some(needed) = document
        .extensions_required
        .iter()
        .find(|name| *name != QUANTIZED && !LOOKS.iter().any(|look| name.starts_with(look)))
    {
        let wanted = "export it without compression of the mesh";
        return Err(builder.error(Place::File, format!("needs {}", super::text::shown(needed.as_bytes())), wanted));
    }
    if document.buffers.first().is_some_and(|buffer| buffer.uri.is_some()) || document.buffers.len() > 1 {
        return Err(builder.error(Place::File, "a mesh in another file", "a .glb that holds everything"));
    }
    let buffer = Buffer { document: &document, binary };
    let mut walk = Walk { buffer, primitives: 0 };
    walk.scene(&mut builder)?;
    if !document.images.is_empty() {
        builder.note(Wording::new("scan_note-textures"));
    }
    builder.note(Wording::new("scan_note-y_upward"));
    builder.finish(Some(Unit::Metre))
}

fn field(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The text of the document, and the bytes of its buffer (none where there is no such chunk).
fn chunks<'a>(builder: &Builder, bytes: &'a [u8]) -> Result<(&'a [u8], &'a [u8]), FormatError> {
    let cut = |at: usize, found: String| builder.error(Place::Byte(at as u64), found, "the file is cut off, or no GLB");
    let (Some(version), Some(length)) = (field(bytes, 4), field(bytes, 8)) else {
        return Err(cut(0, format!("{} bytes", bytes.len())));
    };
    if version != 2 {
        return Err(builder.error(Place::Byte(4), format!("version {version}"), "version 2"));
    }
    let Some(mut rest) = bytes.get(HEAD..).filter(|_| length as usize <= bytes.len()) else {
        return Err(cut(8, format!("claims {length} bytes, {} are there", bytes.len())));
    };
    let mut found = vec![];
    for kind in [*b"JSON", *b"BIN\0"] {
        let at = bytes.len() - rest.len();
        let Some(length) = field(rest, 0).filter(|_| !rest.is_empty()) else { break };
        let chunk = rest.get(8..).and_then(|rest| rest.get(..length as usize));
        let Some(chunk) = chunk.filter(|_| rest[4..8] == kind) else {
            return Err(cut(at, format!("a chunk of {length} bytes where {} are left", rest.len().saturating_sub(8))));
        };
        found.push(chunk);
        rest = &rest[8 + length as usize..];
    }
    match *found.as_slice() {
        [text] => Ok((text, &[])),
        [text, binary] => Ok((text, binary)),
        _ => Err(cut(HEAD, "no chunk".into())),
    }
}

struct Walk<'a> {
    buffer: Buffer<'a>,
    /// Primitives met so far.
    primitives: usize,
}

impl<'a> Walk<'a> {
    fn scene(&mut self, builder: &mut Builder) -> Result<(), FormatError> {
        let document = self.buffer.document;
        let nodes = &document.nodes;
        let mut held = vec![false; nodes.len()];
        let named = document.scene.unwrap_or(0);
        let mut stack: Vec<(usize, Affine)> = match document.scenes.get(named) {
            Some(scene) => scene.nodes.iter().map(|node| (*node, Affine::NONE)).collect(),
            None if document.scene.is_some() => {
                let found = format!("scene {named} of {}", document.scenes.len());
                return Err(builder.error(Place::File, found, "a scene that is there"));
            }
            // Without a scene every node that no other holds begins a tree.
            None => {
                for child in nodes.iter().flat_map(|node| &node.children) {
                    held.get_mut(*child).into_iter().for_each(|held| *held = true);
                }
                let roots = (0..nodes.len()).filter(|node| !held[*node]);
                let roots = roots.map(|node| (node, Affine::NONE)).collect();
                held.fill(false);
                roots
            }
        };
        stack.reverse();
        while let Some((index, parent)) = stack.pop() {
            let place = Place::Element("node", index as u64);
            let Some(node) = nodes.get(index) else {
                return Err(builder.error(place, "is not there", format!("there are {}", nodes.len())));
            };
            // Each node has one parent, so this also ends every circle.
            if std::mem::replace(&mut held[index], true) {
                return Err(builder.error(place, "is held twice", "nodes in trees"));
            }
            let here = parent.after(&placed(node));
            if let Some(mesh) = node.mesh {
                let Some(mesh) = document.meshes.get(mesh) else {
                    return Err(builder.error(place, format!("mesh {mesh}"), format!("{}", document.meshes.len())));
                };
                let mut known = HashMap::new();
                for primitive in &mesh.primitives {
                    self.primitive(builder, primitive, &here, &mut known)?;
                }
            }
            stack.extend(node.children.iter().rev().map(|child| (*child, here)));
        }
        Ok(())
    }

    /// The faces of one primitive; `known` has the first vertex of each accessor read for this node already.
    fn primitive(
        &mut self,
        builder: &mut Builder,
        primitive: &Primitive,
        here: &Affine,
        known: &mut HashMap<usize, u32>,
    ) -> Result<(), FormatError> {
        self.primitives += 1;
        if self.primitives > limits::THINGS {
            let found = format!("more than {} primitives", limits::THINGS);
            return Err(builder.error(Place::File, found, "a scan in a few meshes"));
        }
        let mode = primitive.mode.unwrap_or(TRIANGLES);
        if !(TRIANGLES..=FAN).contains(&mode) {
            builder.note(Wording::new("scan_note-points_and_lines"));
            return Ok(());
        }
        let Some(at) = primitive.attributes.position else {
            builder.note(Wording::new("scan_note-no_positions"));
            return Ok(());
        };
        let points = self.buffer.fields(builder, at)?;
        if points.kind().1 != 3 || points.kind().0 == accessor::U32 {
            return Err(points.wrong(builder, "positions of three 32-bit reals, or integers of 8 or 16 bits"));
        }
        let first = match known.get(&at) {
            Some(first) => *first,
            None => {
                let first = self.vertices(builder, primitive, &points, at, here)?;
                known.insert(at, first);
                first
            }
        };
        let indices = primitive.indices.map(|at| self.buffer.fields(builder, at)).transpose()?;
        if let Some(indices) = &indices
            && !matches!(indices.kind(), (accessor::U8 | accessor::U16 | accessor::U32, 1))
        {
            return Err(indices.wrong(builder, "indices of one unsigned integer"));
        }
        let count = indices.as_ref().map_or(points.count(), Fields::count);
        let corner = |at: usize| -> Result<u32, FormatError> {
            let index = indices.as_ref().map_or(at as u32, |indices| indices.integer(at, 0));
            if (index as usize) < points.count() {
                return Ok(first + index);
            }
            let place = Place::Element("index", at as u64);
            Err(builder_error(place, format!("vertex {index}, counted from 0"), points.count()))
        };
        let faces = if mode == TRIANGLES { count / 3 } else { count.saturating_sub(2) };
        for face in 0..faces {
            let [a, b, c] = match mode {
                TRIANGLES => [face * 3, face * 3 + 1, face * 3 + 2],
                STRIP if face % 2 == 1 => [face + 1, face, face + 2],
                STRIP => [face, face + 1, face + 2],
                _ => [0, face + 1, face + 2],
            };
            let [a, b, c] = [corner(a)?, corner(b)?, corner(c)?];
            builder.face(if here.mirrors() { [a, c, b] } else { [a, b, c] })?;
        }
        Ok(())
    }

    fn vertices(
        &self,
        builder: &mut Builder,
        primitive: &Primitive,
        points: &Fields,
        at: usize,
        here: &Affine,
    ) -> Result<u32, FormatError> {
        let first = builder.vertices() as u32;
        let colours = primitive.attributes.colour.map(|at| self.buffer.fields(builder, at)).transpose()?;
        if let Some(colours) = &colours
            && (colours.count() != points.count() || !matches!(colours.kind().1, 3 | 4))
        {
            return Err(colours.wrong(builder, "a colour of three or four numbers for every position"));
        }
        builder.reserve(points.count(), 0);
        for index in 0..points.count() {
            let point = Vec3::new(points.value(index, 0), points.value(index, 1), points.value(index, 2));
            let point = here.apply(point);
            builder.vertex([point.x, point.y, point.z], || Place::Element("accessor", at as u64))?;
            if let Some(colours) = &colours {
                builder.colour([0, 1, 2].map(|channel| colours.share(index, channel)));
            }
        }
        Ok(first)
    }
}

fn builder_error(place: Place, found: String, vertices: usize) -> FormatError {
    FormatError::new(Format::GLB, place, found, format!("there are {vertices}"))
}

/// Where a node is within its parent: by a matrix, or by scale, rotation and translation.
fn placed(node: &Node) -> Affine {
    if let Some(m) = &node.matrix {
        return Affine::of([m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10], m[12], m[13], m[14]]);
    }
    let [sx, sy, sz] = node.scale.unwrap_or([1.0; 3]);
    let [x, y, z, w] = node.rotation.unwrap_or([0.0, 0.0, 0.0, 1.0]);
    let [tx, ty, tz] = node.translation.unwrap_or_default();
    // The standard asks for unit quaternions; the difference to one that was rounded is a scale of 10⁻⁷.
    Affine {
        x: Vec3::new(1.0 - 2.0 * (y * y + z * z), 2.0 * (x * y + z * w), 2.0 * (x * z - y * w)) * sx,
        y: Vec3::new(2.0 * (x * y - z * w), 1.0 - 2.0 * (x * x + z * z), 2.0 * (y * z + x * w)) * sy,
        z: Vec3::new(2.0 * (x * z + y * w), 2.0 * (y * z - x * w), 1.0 - 2.0 * (x * x + y * y)) * sz,
        shift: Vec3::new(tx, ty, tz),
    }
}
