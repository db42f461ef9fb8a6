//! AOP's text to a shape.

use super::{Landmark, Shape, direction};
use crate::formats::reader::Reader;
use crate::formats::text::{Lines, number, shown, text_of, words};
use crate::formats::{Format, FormatError, Place, Scan, Unit, limits};
use domain::limb::Side;
use texts::{Arg, Said, Wording};

/// How it is known and read.
pub(in crate::formats) const READER: Reader = Reader {
    format: Format::AOP,
    is: |bytes| text_of(bytes).get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case(b"AAOP")),
    read,
};

/// The lines, and the number of the last.
struct Text<'a> {
    lines: Lines<'a>,
}

impl<'a> Text<'a> {
    fn error(&self, found: impl Into<String>, wanted: impl Into<String>) -> FormatError {
        FormatError::new(Format::AOP, Place::Line(self.lines.number()), found, wanted)
    }

    fn line(&mut self, wanted: &str) -> Result<&'a [u8], FormatError> {
        match self.lines.next() {
            Some((_, line)) => Ok(line.trim_ascii_end()),
            None => Err(self.error("the file ends", format!("{wanted}: it is cut off"))),
        }
    }

    fn number(&mut self, wanted: &str) -> Result<f64, FormatError> {
        let line = self.line(wanted)?;
        self.parsed(words(line).next().unwrap_or_default(), wanted)
    }

    fn parsed(&self, word: &[u8], wanted: &str) -> Result<f64, FormatError> {
        number(word)
            .filter(|value| value.abs() <= limits::COORDINATE)
            .ok_or_else(|| self.error(shown(word), format!("{wanted}, a number within ±{:e}", limits::COORDINATE)))
    }

    /// How many of something follow, each on a line of its own or more: never more than the bytes that are left.
    fn count(&mut self, least: usize, most: usize, wanted: &str) -> Result<usize, FormatError> {
        let line = self.line(wanted)?;
        let word = words(line).next().unwrap_or_default();
        let most = most.min(self.lines.rest().len());
        std::str::from_utf8(word)
            .ok()
            .and_then(|word| word.parse::<f64>().ok())
            .filter(|count| count.fract() == 0.0 && (least as f64..=most as f64).contains(count))
            .map(|count| count as usize)
            .ok_or_else(|| self.error(shown(word), format!("{wanted}, from {least} to {most}")))
    }
}

/// Reads the text.
fn read(bytes: &[u8]) -> Result<Scan, FormatError> {
    let mut text = Text { lines: Lines::new(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) };
    let mut shape = Shape::default();
    let magic = text.line("AAOP1")?.trim_ascii_start();
    if !magic.get(..5).is_some_and(|begin| begin.eq_ignore_ascii_case(b"AAOP1")) {
        return Err(text.error(shown(magic), "AAOP1"));
    }
    loop {
        let line = text.line("END COMMENTS")?;
        if line.trim_ascii_start().eq_ignore_ascii_case(b"END COMMENTS") {
            break;
        }
        if shape.comments.len() < limits::THINGS {
            shape.comments.push(String::from_utf8_lossy(line).into_owned());
        }
    }
    let system = text.line("CYLINDRICAL")?.trim_ascii_start();
    if !system.eq_ignore_ascii_case(b"CYLINDRICAL") {
        return Err(text.error(shown(system), "CYLINDRICAL: the only system of coordinates known"));
    }
    let side = text.line("RIGHT, LEFT or NONE")?.trim_ascii();
    let said = |word: &[u8]| side.eq_ignore_ascii_case(word);
    shape.side = match (said(b"RIGHT"), said(b"LEFT"), said(b"NONE")) {
        (true, ..) => Some(Side::Right),
        (_, true, _) => Some(Side::Left),
        (.., true) => None,
        _ => return Err(text.error(shown(side), "RIGHT, LEFT or NONE")),
    };
    for _ in 0..text.count(0, limits::THINGS, "the number of landmarks")? {
        let name = String::from_utf8_lossy(text.line("the name of a landmark")?).into_owned();
        let mut landmark = Landmark { name, points: vec![] };
        for _ in 0..text.count(0, limits::THINGS, "the number of a landmark's points")? {
            let mut point = [0.0; 3];
            for value in &mut point {
                *value = text.number("a landmark's number")?;
            }
            landmark.points.push(point);
        }
        shape.landmarks.push(landmark);
    }
    spokes(&mut text, &mut shape)?;
    slices(&mut text, &mut shape)?;
    let count = shape.angles_deg.len() * shape.heights_mm.len();
    let mut notes = radii(&mut text, &mut shape, count)?;
    if let Some((line, rest)) = text.lines.find(|(_, line)| !line.trim_ascii().is_empty()) {
        let note = Wording::new("scan_note-behind_the_radii").with("line", Arg::Figure(line.to_string()));
        notes.push(note.with("shown", shown(rest)).with("count", Arg::Figure(count.to_string())).into());
    }
    if shape.side.is_none() {
        notes.push(Wording::new("scan_note-no_side").into());
    }
    if !shape.landmarks.is_empty() {
        notes.push(Wording::new("scan_note-landmarks").into());
    }
    // Its first files ran counter-clockwise from +x; since 2022-11 they run clockwise, 5° off (a spoke of 72).
    if shape.comments.iter().any(|comment| comment.contains("Exported from ampscan")) {
        notes.push(Wording::new("scan_note-ampscan").into());
    }
    notes.push(Wording::new("scan_note-open_end").into());
    let mesh = shape.mesh();
    Ok(Scan { mesh, colours: None, unit: Some(Unit::Millimetre), format: Format::AOP, notes, shape: Some(shape) })
}

fn spokes(text: &mut Text, shape: &mut Shape) -> Result<(), FormatError> {
    let count = text.count(3, limits::THINGS, "the number of spokes")?;
    let spacing = text.number("the angle between spokes")?;
    if spacing == 0.0 {
        for spoke in 0..count {
            let angle = text.number("the angle of a spoke")?;
            let this = direction(angle);
            // Compared as they are kept: angles that differ by less than their digits would be one spoke.
            let first = shape.angles_deg.first().copied().unwrap_or(this);
            if shape.angles_deg.last().is_some_and(|last| this >= *last) || first - this >= 360.0 {
                return Err(text.error(format!("spoke {spoke} at {angle}°"), "angles that grow, within one turn"));
            }
            shape.angles_deg.push(this);
        }
        return Ok(());
    }
    // Spacings are rounded: 51 spokes of 7.0588° make a little more or less than a turn.
    let turn = spacing * count as f64;
    if spacing < 0.0 || (turn - 360.0).abs() > 0.01 * count as f64 {
        return Err(text.error(format!("{count} spokes of {spacing}°: {turn}°"), "spokes that divide the whole turn"));
    }
    shape.angles_deg = Shape::spokes(count);
    Ok(())
}

fn slices(text: &mut Text, shape: &mut Shape) -> Result<(), FormatError> {
    let most = limits::VERTICES / shape.angles_deg.len();
    let count = text.count(2, most, "the number of slices")?;
    let spacing = text.number("the height between slices")?;
    if spacing < 0.0 {
        return Err(text.error(format!("slices of {spacing} mm"), "a height above zero, or 0 before a list of heights"));
    }
    for slice in 0..count {
        let height = if spacing > 0.0 { slice as f64 * spacing } else { text.number("the height of a slice")? };
        if shape.heights_mm.last().is_some_and(|last| height <= *last) {
            return Err(text.error(format!("slice {slice} at {height} mm"), "heights that grow from the distal end"));
        }
        shape.heights_mm.push(height);
    }
    Ok(())
}

fn radii(text: &mut Text, shape: &mut Shape, count: usize) -> Result<Vec<Said>, FormatError> {
    // Each takes a character and an end of line; the last may do without.
    let there = text.lines.rest().len().div_ceil(2);
    if count > there {
        return Err(text.error(
            format!("{} slices of {} spokes", shape.heights_mm.len(), shape.angles_deg.len()),
            format!("{count} radii: at most {there} follow, the file is cut off"),
        ));
    }
    shape.radii_mm.reserve_exact(count);
    for _ in 0..count {
        let line = text.line("a radius")?;
        let mut words = words(line);
        let radius = text.parsed(words.next().unwrap_or_default(), "a radius")?;
        if radius < 0.0 {
            return Err(text.error(format!("a radius of {radius} mm"), "zero or more"));
        }
        shape.radii_mm.push(radius);
        if let Some(word) = words.next() {
            shape.scalars.push(text.parsed(word, "a radius's second value")?);
        }
    }
    if !shape.scalars.is_empty() && shape.scalars.len() != count {
        let note = Wording::new("scan_note-second_values").with("count", shape.scalars.len());
        let note = note.with("radii", Arg::Figure(count.to_string()));
        shape.scalars.clear();
        return Ok(vec![note.into()]);
    }
    Ok(vec![])
}
