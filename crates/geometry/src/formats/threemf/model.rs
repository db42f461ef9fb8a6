//! The XML of a 3MF's model: objects with their meshes and components, and what is built.

use crate::formats::affine::Affine;
use crate::formats::text::{integer, number, shown, words};
use crate::formats::{Format, FormatError, Place, Unit, limits};
use crate::mesh::Vec3;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// An object that is placed.
#[derive(Clone)]
pub(super) struct Item {
    pub(super) object: u32,
    /// The part of the package that holds it, where it is another.
    pub(super) path: Option<String>,
    pub(super) placed: Affine,
}

#[derive(Default)]
pub(super) struct Object {
    /// It is no part of what was made: `support`, `solidsupport` or `other` by the file's own word.
    pub(super) beside: bool,
    pub(super) vertices: Vec<Vec3>,
    pub(super) faces: Vec<[u32; 3]>,
    pub(super) components: Vec<Item>,
}

pub(super) struct Model {
    pub(super) unit: Unit,
    /// Names of the extensions it cannot be read without.
    pub(super) extensions: String,
    pub(super) objects: HashMap<u32, Object>,
    pub(super) build: Vec<Item>,
}

/// A part's text and where its reader is.
struct Xml<'a> {
    name: &'a str,
    reader: Reader<&'a [u8]>,
}

impl<'a> Xml<'a> {
    fn new(name: &'a str, text: &'a [u8]) -> Result<Self, FormatError> {
        match std::str::from_utf8(text) {
            Ok(text) => Ok(Self { name, reader: Reader::from_str(text) }),
            Err(error) => {
                let place = Place::Entry(name.to_owned(), error.valid_up_to() as u64);
                Err(FormatError::new(Format::THREE_MF, place, "text that is not UTF-8", "UTF-8: export it again"))
            }
        }
    }

    fn error(&self, found: impl Into<String>, wanted: impl Into<String>) -> FormatError {
        let place = Place::Entry(self.name.to_owned(), self.reader.buffer_position());
        FormatError::new(Format::THREE_MF, place, found, wanted)
    }

    fn next(&mut self) -> Result<Event<'a>, FormatError> {
        match self.reader.read_event() {
            // Its entities may stand for each other a thousandfold, and the standard forbids it.
            Ok(Event::DocType(_)) => Err(self.error("a document type", "none: 3MF forbids it")),
            Ok(event) => Ok(event),
            Err(error) => Err(self.error(error.to_string(), "XML")),
        }
    }

    /// The value of an attribute, as it is written.
    fn attribute<'t>(&self, tag: &'t BytesStart, name: &str) -> Option<&'t [u8]> {
        let mut attributes = tag.attributes();
        let found = attributes.with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == name)?;
        match found.value {
            std::borrow::Cow::Borrowed(value) => Some(value.as_bytes()),
            std::borrow::Cow::Owned(_) => None,
        }
    }
}

/// The target of the relation to the model, without its leading slash.
pub(super) fn root(name: &str, text: &[u8]) -> Result<Option<String>, FormatError> {
    let mut xml = Xml::new(name, text)?;
    loop {
        match xml.next()? {
            Event::Eof => return Ok(None),
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                if xml.attribute(&tag, "Type").is_some_and(|kind| kind.ends_with(b"/3dmodel"))
                    && let Some(target) = xml.attribute(&tag, "Target")
                {
                    return path(&xml, target).map(Some);
                }
            }
            _ => {}
        }
    }
}

fn path(xml: &Xml, value: &[u8]) -> Result<String, FormatError> {
    let longest = 256;
    let text = std::str::from_utf8(value).ok().filter(|text| text.len() <= longest);
    let text = text.ok_or_else(|| xml.error(shown(value), "the name of a part"))?;
    Ok(text.trim_start_matches('/').to_owned())
}

/// Reads a model.
pub(super) fn parse(name: &str, text: &[u8]) -> Result<Model, FormatError> {
    let mut xml = Xml::new(name, text)?;
    let mut model = Model { unit: Unit::Millimetre, extensions: String::new(), objects: HashMap::new(), build: vec![] };
    let mut current: Option<(u32, Object)> = None;
    let (mut vertices, mut faces, mut things, mut closed) = (0, 0, 0, false);
    loop {
        let event = xml.next()?;
        let (Event::Start(tag) | Event::Empty(tag)) = &event else {
            match event {
                Event::End(tag) if tag.local_name().as_ref() == "object" => close(&xml, &mut model, current.take())?,
                Event::End(tag) if tag.local_name().as_ref() == "model" => closed = true,
                Event::Eof if closed => return Ok(model),
                Event::Eof => return Err(xml.error("ends within the model", "</model>: it is cut off")),
                _ => {}
            }
            continue;
        };
        match (tag.local_name().as_ref(), &mut current) {
            ("vertex", Some((_, object))) => {
                vertices += 1;
                count(&xml, vertices, limits::VERTICES, "vertices")?;
                object.vertices.push(vertex(&xml, tag)?);
            }
            ("triangle", Some((_, object))) => {
                faces += 1;
                count(&xml, faces, limits::FACES, "triangles")?;
                object.faces.push(face(&xml, tag, object.vertices.len())?);
            }
            ("component", Some((_, object))) => {
                things += 1;
                object.components.push(item(&xml, tag)?);
            }
            ("item", None) => {
                things += 1;
                model.build.push(item(&xml, tag)?);
            }
            ("object", None) => {
                things += 1;
                let kind = xml.attribute(tag, "type").unwrap_or_default().trim_ascii();
                let beside = [&b"support"[..], b"solidsupport", b"other"].contains(&kind);
                let object = (id(&xml, tag, "id")?, Object { beside, ..Object::default() });
                if matches!(event, Event::Empty(_)) {
                    close(&xml, &mut model, Some(object))?;
                } else {
                    current = Some(object);
                }
            }
            ("object", Some(_)) => return Err(xml.error("an object in an object", "one after the other")),
            ("model", _) => {
                model.unit = unit(&xml, tag)?;
                let needed = xml.attribute(tag, "requiredextensions").unwrap_or_default();
                model.extensions = String::from_utf8_lossy(&needed[..needed.len().min(80)]).into_owned();
            }
            _ => {}
        }
        count(&xml, things, limits::THINGS, "objects, components and items")?;
    }
}

fn count(xml: &Xml, count: usize, most: usize, what: &str) -> Result<(), FormatError> {
    if count <= most {
        return Ok(());
    }
    Err(xml.error(format!("more than {most} {what}"), "a limb needs about 50,000 faces: export it with fewer"))
}

fn close(xml: &Xml, model: &mut Model, object: Option<(u32, Object)>) -> Result<(), FormatError> {
    let Some((id, object)) = object else { return Ok(()) };
    match model.objects.insert(id, object) {
        None => Ok(()),
        Some(_) => Err(xml.error(format!("a second object {id}"), "ids that differ")),
    }
}

/// The unit said; a model that says none is in millimetres, by the standard.
fn unit(xml: &Xml, tag: &BytesStart) -> Result<Unit, FormatError> {
    Ok(match xml.attribute(tag, "unit") {
        None | Some(b"millimeter") => Unit::Millimetre,
        Some(b"micron") => Unit::Micrometre,
        Some(b"centimeter") => Unit::Centimetre,
        Some(b"inch") => Unit::Inch,
        Some(b"foot") => Unit::Foot,
        Some(b"meter") => Unit::Metre,
        Some(other) => {
            return Err(
                xml.error(format!("unit {}", shown(other)), "micron, millimeter, centimeter, inch, foot or meter")
            );
        }
    })
}

/// Attributes in one pass: most of a model's text is vertices and triangles.
fn numbers<T: Copy + Default>(
    xml: &Xml,
    tag: &BytesStart,
    names: [&str; 3],
    read: impl Fn(&[u8]) -> Option<T>,
) -> Result<[T; 3], FormatError> {
    let mut found = [None; 3];
    for attribute in tag.attributes().with_checks(false).flatten() {
        if let Some(at) = names.iter().position(|name| attribute.key.as_ref() == *name) {
            found[at] = read(attribute.value.trim().as_bytes());
        }
    }
    match found {
        [Some(a), Some(b), Some(c)] => Ok([a, b, c]),
        _ => Err(xml.error(shown(tag.as_bytes()), format!("{} as numbers", names.join(", ")))),
    }
}

fn vertex(xml: &Xml, tag: &BytesStart) -> Result<Vec3, FormatError> {
    let [x, y, z] = numbers(xml, tag, ["x", "y", "z"], number)?;
    Ok(Vec3::new(x, y, z))
}

fn face(xml: &Xml, tag: &BytesStart, vertices: usize) -> Result<[u32; 3], FormatError> {
    let there = |value: &[u8]| u32::try_from(integer(value)?).ok().filter(|index| (*index as usize) < vertices);
    numbers(xml, tag, ["v1", "v2", "v3"], there).map_err(|mut error| {
        error.wanted = format!("v1, v2 and v3 of the {vertices} vertices before, counted from 0");
        error
    })
}

fn id(xml: &Xml, tag: &BytesStart, name: &str) -> Result<u32, FormatError> {
    let value = xml.attribute(tag, name).unwrap_or_default();
    integer(value)
        .and_then(|id| u32::try_from(id).ok())
        .ok_or_else(|| xml.error(format!("an id of {}", shown(value)), "a whole number"))
}

fn item(xml: &Xml, tag: &BytesStart) -> Result<Item, FormatError> {
    let placed = match xml.attribute(tag, "transform") {
        None => Affine::NONE,
        Some(value) => {
            let mut numbers = words(value).map(|word| number(word).filter(|number| number.abs() <= limits::COORDINATE));
            let mut matrix = [0.0; 12];
            for to in &mut matrix {
                *to =
                    numbers.next().flatten().ok_or_else(|| xml.error(shown(value), "a transform of twelve numbers"))?;
            }
            Affine::of(matrix)
        }
    };
    let path = xml.attribute(tag, "path").map(|value| path(xml, value)).transpose()?;
    Ok(Item { object: id(xml, tag, "objectid")?, path, placed })
}
