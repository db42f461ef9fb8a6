//! A mesh as it comes out of a file: finite vertices, faces whose indices are checked, colours where all have one.

use super::{Format, FormatError, Place, Scan, Unit, limits};
use crate::mesh::{Mesh, Vec3};
use texts::{Said, Wording};

/// A mesh that grows.
pub(super) struct Builder {
    format: Format,
    mesh: Mesh,
    colours: Vec<[u8; 3]>,
    notes: Vec<Said>,
    polygons: usize,
    /// Vertices whose coordinates are no numbers, in order.
    not_numbers: Vec<u32>,
    /// Bytes it is read from. No honest file has more vertices or faces; one that repeats a part without end has.
    bytes: usize,
}

impl Builder {
    pub(super) fn new(format: Format, bytes: usize) -> Self {
        Self { format, mesh: Mesh::default(), colours: vec![], notes: vec![], polygons: 0, not_numbers: vec![], bytes }
    }

    pub(super) fn error(&self, place: Place, found: impl Into<String>, wanted: impl Into<String>) -> FormatError {
        FormatError::new(self.format, place, found, wanted)
    }

    pub(super) fn note(&mut self, note: Wording) {
        let note = Said::from(note);
        if self.notes.len() < 32 && !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// More bytes than those it began with: a package's part was opened.
    pub(super) fn read_more(&mut self, bytes: usize) {
        self.bytes += bytes;
    }

    pub(super) fn vertices(&self) -> usize {
        self.mesh.vertices.len()
    }

    pub(super) fn point(&self, vertex: u32) -> [f64; 3] {
        let at = self.mesh.vertices[vertex as usize];
        [at.x, at.y, at.z]
    }

    /// Room for what the caller has checked to be in the file.
    pub(super) fn reserve(&mut self, vertices: usize, faces: usize) {
        self.mesh.vertices.reserve(vertices.min(limits::VERTICES));
        self.mesh.faces.reserve(faces.min(limits::FACES));
    }

    /// A vertex more; its index. One whose coordinates are no numbers goes with its faces when the file has been read.
    pub(super) fn vertex(&mut self, point: [f64; 3], place: impl FnOnce() -> Place) -> Result<u32, FormatError> {
        let known = point.iter().all(|coordinate| coordinate.is_finite());
        if let Some(bad) = point.iter().find(|coordinate| known && coordinate.abs() > limits::COORDINATE) {
            let wanted = format!("coordinates are finite and within ±{:e}", limits::COORDINATE);
            return Err(self.error(place(), format!("coordinate {bad:e}"), wanted));
        }
        if self.mesh.vertices.len() >= limits::VERTICES.min(self.bytes) {
            return Err(self.too_many("vertices", limits::VERTICES));
        }
        if !known {
            self.not_numbers.push(self.mesh.vertices.len() as u32);
        }
        self.mesh.vertices.push(Vec3::new(point[0], point[1], point[2]));
        Ok((self.mesh.vertices.len() - 1) as u32)
    }

    /// The colour of the vertex pushed last.
    pub(super) fn colour(&mut self, colour: [u8; 3]) {
        self.colours.push(colour);
    }

    /// A triangle more. Its indices are checked by [`Builder::finish`]: vertices may follow their faces.
    pub(super) fn face(&mut self, face: [u32; 3]) -> Result<(), FormatError> {
        if self.mesh.faces.len() >= limits::FACES.min(self.bytes) {
            return Err(self.too_many("faces", limits::FACES));
        }
        self.mesh.faces.push(face);
        Ok(())
    }

    /// A polygon more, as a fan from its first corner; a quad by its shorter diagonal where its corners are known.
    pub(super) fn polygon(&mut self, corners: &[u32]) -> Result<(), FormatError> {
        if corners.len() > 4 {
            self.polygons += 1;
        }
        if let [a, b, c, d] = *corners {
            let at = |vertex: u32| self.mesh.vertices.get(vertex as usize).copied();
            if let (Some(p), Some(q), Some(r), Some(s)) = (at(a), at(b), at(c), at(d))
                && (s - q).length_squared() < (r - p).length_squared()
            {
                self.face([a, b, d])?;
                return self.face([b, c, d]);
            }
        }
        for pair in corners.get(1..).unwrap_or_default().windows(2) {
            self.face([corners[0], pair[0], pair[1]])?;
        }
        Ok(())
    }

    fn too_many(&self, what: &str, limit: usize) -> FormatError {
        let limit = limit.min(self.bytes);
        let wanted = format!(
            "at most {limit} in a file of this size: export the scan with fewer (a limb needs about 50,000 faces)"
        );
        self.error(Place::File, format!("more than {limit} {what}"), wanted)
    }

    /// Takes vertices that are no numbers away, with the faces that name them, and counts both. A scanner leaves some;
    /// a file that loses more than [`limits::LOST_SHARE`] of its faces is damaged.
    fn leave_out_not_numbers(&mut self) -> Result<(), FormatError> {
        if self.not_numbers.is_empty() {
            return Ok(());
        }
        let gone = |vertex: u32| self.not_numbers.binary_search(&vertex);
        let before = self.mesh.faces.len();
        self.mesh.faces.retain(|face| face.iter().all(|vertex| gone(*vertex).is_err()));
        let lost = before - self.mesh.faces.len();
        if lost > limits::LOST_FEW.max((before as f64 * limits::LOST_SHARE) as usize) {
            let found = format!(
                "{lost} of {before} faces name one of {} vertices whose coordinates are no numbers",
                self.not_numbers.len()
            );
            return Err(self.error(Place::File, found, "the file is damaged: export the scan again"));
        }
        // Those before it that went are how far a vertex moves up.
        for vertex in self.mesh.faces.iter_mut().flatten() {
            *vertex -= gone(*vertex).unwrap_or_else(|before| before) as u32;
        }
        let coloured = self.colours.len() == self.mesh.vertices.len();
        let mut index = 0..;
        let kept: Vec<bool> = self.mesh.vertices.iter().map(|vertex| vertex.is_finite()).collect();
        self.mesh.vertices.retain(|vertex| vertex.is_finite());
        if coloured {
            self.colours.retain(|_| index.next().is_some_and(|index: usize| kept[index]));
        }
        let note = Wording::new("scan_note-not_numbers").with("count", self.not_numbers.len());
        self.note(note.with("faces", lost));
        Ok(())
    }

    /// Whether there is a face yet.
    pub(super) fn is_empty(&self) -> bool {
        self.mesh.faces.is_empty()
    }

    /// The mesh as it is.
    pub(super) fn finish(mut self, unit: Option<Unit>) -> Result<Scan, FormatError> {
        let vertices = self.mesh.vertices.len();
        for (index, face) in self.mesh.faces.iter().enumerate() {
            if let Some(bad) = face.iter().find(|vertex| **vertex as usize >= vertices) {
                let place = Place::Element("triangle", index as u64);
                return Err(self.error(
                    place,
                    format!("refers to vertex {bad}, counted from 0"),
                    format!("there are {vertices} vertices"),
                ));
            }
        }
        self.leave_out_not_numbers()?;
        let vertices = self.mesh.vertices.len();
        if self.mesh.faces.is_empty() {
            let found = format!("no face ({vertices} vertices)");
            return Err(self.error(Place::File, found, "a scan is a surface: export it as a mesh, not as points"));
        }
        if self.polygons > 0 {
            self.note(Wording::new("scan_note-polygons").with("count", self.polygons));
        }
        let coloured = self.colours.len() == vertices && vertices > 0;
        if !coloured && !self.colours.is_empty() {
            let note = Wording::new("scan_note-some_colours").with("count", self.colours.len());
            self.note(note.with("vertices", vertices));
        }
        Ok(Scan {
            mesh: self.mesh,
            colours: coloured.then_some(self.colours),
            unit,
            format: self.format,
            notes: self.notes,
            shape: None,
        })
    }
}
