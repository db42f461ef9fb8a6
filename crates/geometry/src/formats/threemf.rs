//! 3MF: the printers' package. Objects are placed by the build and by components, also of other parts of the package;
//! the unit is what the model says. Materials and colours are left out.

mod model;
mod package;

use super::affine::Affine;
use super::builder::Builder;
use super::reader::Reader;
use super::{Format, FormatError, Place, Scan, limits};
use model::{Item, Model};
use package::Package;
use std::collections::HashMap;
use texts::Wording;

/// How it is known and read.
pub(super) const READER: Reader = Reader { format: Format::THREE_MF, is: is_package, read };

fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Reads a package.
fn read(bytes: &[u8]) -> Result<Scan, FormatError> {
    let mut package = Package::open(bytes)?;
    let root = package.root_model()?;
    let text = package.entry(&root)?;
    let mut builder = Builder::new(Format::THREE_MF, text.len());
    let mut parts = HashMap::new();
    parts.insert(root.clone(), model::parse(&root, &text)?);
    drop(text);
    let model = &parts[&root];
    let unit = model.unit;
    if !model.extensions.is_empty() {
        builder.note(Wording::new("scan_note-extensions").with("names", &model.extensions));
    }
    let mut items: Vec<Item> = model.build.clone();
    if items.is_empty() {
        builder.note(Wording::new("scan_note-nothing_to_build"));
        let meshes = model.objects.iter().filter(|(_, object)| !object.faces.is_empty());
        items.extend(meshes.map(|(id, _)| Item { object: *id, path: None, placed: Affine::NONE }));
        items.sort_by_key(|item| item.object);
    }
    let mut stack: Vec<(String, Item, usize)> = items.into_iter().rev().map(|item| (root.clone(), item, 0)).collect();
    let (mut placed, mut left_out) = (0, 0_usize);
    while let Some((holder, item, depth)) = stack.pop() {
        let part = item.path.clone().unwrap_or(holder);
        placed += 1;
        // A few objects that hold each other twice would make millions of millions.
        if depth > limits::DEPTH || placed > limits::THINGS {
            let found = format!("object {} held {depth} deep, {placed} objects placed", item.object);
            let wanted = format!("at most {} deep and {} objects", limits::DEPTH, limits::THINGS);
            return Err(builder.error(Place::Entry(part, 0), found, wanted));
        }
        if !parts.contains_key(&part) {
            let text = package.entry(&part)?;
            builder.read_more(text.len());
            let model = model::parse(&part, &text)?;
            parts.insert(part.clone(), model);
        }
        if parts[&part].objects.get(&item.object).is_some_and(|object| object.beside) {
            left_out += 1;
            continue;
        }
        place(&mut builder, &parts[&part], &part, &item)?;
        for inner in
            parts[&part].objects.get(&item.object).into_iter().flat_map(|object| object.components.iter().rev())
        {
            let placed = item.placed.after(&inner.placed);
            stack.push((part.clone(), Item { placed, ..inner.clone() }, depth + 1));
        }
    }
    if left_out > 0 && builder.is_empty() {
        let found = match left_out {
            1 => "one object, support or of type other".to_string(),
            count => format!("{count} objects, each of them support or of type other"),
        };
        return Err(builder.error(Place::Entry(root, 0), found, "an object of type model or surface: the limb"));
    }
    if left_out > 0 {
        builder.note(Wording::new("scan_note-support").with("count", left_out));
    }
    builder.finish(Some(unit))
}

/// The mesh of an object, where the item puts it.
fn place(builder: &mut Builder, model: &Model, part: &str, item: &Item) -> Result<(), FormatError> {
    let Some(object) = model.objects.get(&item.object) else {
        let found = format!("object {} is not there", item.object);
        return Err(builder.error(Place::Entry(part.to_owned(), 0), found, "an id of its resources"));
    };
    let first = builder.vertices() as u32;
    builder.reserve(object.vertices.len(), object.faces.len());
    for (index, vertex) in object.vertices.iter().enumerate() {
        let point = item.placed.apply(*vertex);
        builder.vertex([point.x, point.y, point.z], || Place::Element("vertex", index as u64))?;
    }
    for [a, b, c] in &object.faces {
        // Checked against their own object's vertices when it was read.
        let face =
            if item.placed.mirrors() { [first + a, first + c, first + b] } else { [first + a, first + b, first + c] };
        builder.face(face)?;
    }
    Ok(())
}
