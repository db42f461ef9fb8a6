//! Words in relief on the outside of a socket: job, side and date stay with the part when its papers are gone.
//!
//! Every straight piece of a letter is a rod that follows the outside, sunk by less than its radius and joined to the
//! solid. The wall is nowhere thinned, and the inside is not touched. Not promised: that a printer of a coarse layer
//! draws every letter clean, or that paint or a cover leaves it readable.

mod strokes;

pub use strokes::has;

use crate::chart::Chart;
use crate::check::judge;
use crate::combine::{CombineError, combine, corner, loft, rounded};
use crate::limb::Limb;
use crate::mesh::{Mesh, Vec3};
use crate::query::Surface;
use domain::technique::{Channel, Step};
use std::f64::consts::{PI, TAU};
use strokes::{ADVANCE, HIGH, WIDE, pieces};

/// Height of the letters, mm: what is read at arm's length (our choice).
const LETTER_MM: f64 = 7.0;

/// Least height of the letters, mm: below it a nozzle of 0.8 mm closes them (our choice).
const LEAST_LETTER_MM: f64 = 5.0;

/// Radius of a stroke, mm, and how far its axis lies below the surface: it stands out by the difference.
const STROKE_MM: f64 = 0.7;
const SUNK_MM: f64 = 0.1;

/// How far the letters stand out, mm.
pub const RAISED_MM: f64 = STROKE_MM - SUNK_MM;

/// Between two lines of letters, and from the seal land to the first, mm.
const BETWEEN_MM: f64 = 4.0;
const BELOW_SEAL_MM: f64 = 6.0;

/// Sides of a stroke, and its longest straight part, mm.
const SIDES: usize = 10;
const PART_MM: f64 = 2.0;

/// A line goes around the socket by this at most, rad: what is seen from one side.
const MOST_AROUND: f64 = 0.8 * PI;

/// A side port within this of the middle of the words sends them to the other side, degrees.
const CLEAR_DEG: f64 = 70.0;

/// Words on a socket.
#[derive(Clone, Debug)]
pub struct Relief {
    /// The solid with them.
    pub solid: Mesh,
    /// What is known of them.
    pub facts: ReliefFacts,
}

/// Where the words stand.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct ReliefFacts {
    /// The lines, from proximal to distal.
    pub lines: Vec<String>,
    /// Their middle around the limb from anterior towards lateral, degrees.
    pub around_deg: f64,
    /// Their middle below the mid-patellar tendon level, mm.
    pub below_mm: f64,
    /// Height of the letters, mm.
    pub letter_mm: f64,
    /// How far they stand out, mm.
    pub raised_mm: f64,
}

/// Why there are none.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ReliefError {
    /// Between the seal land and the end of the socket is no room.
    #[error("between seal land and distal end are {room_mm:.0} mm, the words need {needed_mm:.0} mm")]
    NoRoom {
        /// What there is, mm.
        room_mm: f64,
        /// What is needed, mm.
        needed_mm: f64,
    },
    /// A line is longer than the side of the socket.
    #[error("\"{line}\" is longer than the side of the socket")]
    TooLong {
        /// The line.
        line: String,
    },
    /// A letter that is not in the font.
    #[error("no letter {letter:?} in the font: A to Z, 0 to 9, space and - . / _ can be raised")]
    NoLetter {
        /// Which.
        letter: char,
    },
    /// The solid with the words is none when its numbers are rounded as a file has them.
    #[error("with the words the part is no sound solid in a file's precision")]
    Unsound,
    /// The words could not be joined.
    #[error(transparent)]
    Combine(#[from] CombineError),
}

/// Raises `lines` on the outside (radii of the chart) of a solid: on the lateral side below the seal land, so that the
/// sleeve seals on a smooth band; on the medial side where a side port is in the way.
///
/// # Errors
/// See [`ReliefError`].
pub fn raise(
    limb: &Limb,
    chart: &Chart,
    outer: &[f64],
    solid: &Mesh,
    steps: &[Step],
    lines: &[String],
) -> Result<Relief, ReliefError> {
    if let Some(letter) = lines.iter().flat_map(|line| line.chars()).find(|letter| !has(*letter)) {
        return Err(ReliefError::NoLetter { letter });
    }
    let outside = chart.mesh(&chart.points(outer), chart.trim_row());
    let none = ReliefError::NoRoom { room_mm: 0.0, needed_mm: LEAST_LETTER_MM };
    let surface = Surface::new(&outside).ok_or(none)?;
    let brim = (0..chart.spokes()).map(|spoke| chart.ray(chart.trim_row(), spoke).0.z).fold(f64::INFINITY, f64::min);
    let seal = steps
        .iter()
        .map(|step| if let Step::SealLand { height_mm } = step { *height_mm } else { 0.0 })
        .fold(0.0, f64::max);
    let top = brim - seal - BELOW_SEAL_MM;
    let count = lines.len() as f64;
    let needed = |letter: f64| count * letter + (count - 1.0).max(0.0) * BETWEEN_MM;
    let room = top - chart.fan_z();
    let fits = (room - (count - 1.0).max(0.0) * BETWEEN_MM) / count.max(1.0);
    if fits < LEAST_LETTER_MM {
        return Err(ReliefError::NoRoom { room_mm: room.max(0.0), needed_mm: needed(LEAST_LETTER_MM) });
    }
    let port = steps.iter().find_map(|step| match step {
        Step::Port(port) if port.channel == Channel::Side => Some(port.around_deg),
        _ => None,
    });
    let near =
        |middle: f64| port.is_some_and(|port| ((port - middle + 180.0).rem_euclid(360.0) - 180.0).abs() < CLEAR_DEG);
    let around_deg = if near(90.0) { 270.0 } else { 90.0 };
    let middle = limb.angle(around_deg);
    let (low, high) = outside.bounds();
    let reach = (high - low).length();
    // The middle of the lines: the radius there makes arcs of lengths.
    let mid_z = top - needed(fits.min(LETTER_MM)) / 2.0;
    let radius = (0..9)
        .filter_map(|step| on(&surface, chart, middle + (f64::from(step) - 4.0) * 0.2, mid_z, reach))
        .map(|point| (point - chart.centre(mid_z)).with_z(0.0).length())
        .fold((0.0, 0.0), |(sum, count), radius| (sum + radius, count + 1.0));
    let radius = radius.0 / f64::max(radius.1, 1.0);
    let units = |line: &String| line.chars().count() as f64 * ADVANCE - (ADVANCE - WIDE);
    let longest = lines.iter().map(units).fold(0.0, f64::max).max(1.0);
    let letter = fits.min(LETTER_MM).min(HIGH * MOST_AROUND * radius / longest);
    if letter < LEAST_LETTER_MM {
        let line = lines.iter().max_by(|a, b| units(a).total_cmp(&units(b))).cloned().unwrap_or_default();
        return Err(ReliefError::TooLong { line });
    }
    let unit = letter / HIGH;
    // How the rods of a letter meet decides whether a sliver is left in the single precision of a file: another meeting
    // of the same letters is tried then.
    let mut joined = None;
    for meeting in 0..MEETINGS {
        let words = written(lines, unit, meeting, |place, line, row| {
            let along = (place[0] - units(line) / 2.0) * unit;
            let base = top - letter - row as f64 * (letter + BETWEEN_MM);
            let point = on(&surface, chart, middle + along / radius, base + place[1] * unit, reach)?;
            Some((point, chart.centre(point.z)))
        })?;
        let solid = rounded(&combine(solid, &[words], &[])?);
        if judge(&solid).is_solid() {
            joined = Some(solid);
            break;
        }
    }
    let solid = joined.ok_or(ReliefError::Unsound)?;
    let facts = ReliefFacts {
        lines: lines.iter().map(|line| line.to_ascii_uppercase()).collect(),
        around_deg,
        below_mm: -(top - needed(letter) / 2.0),
        letter_mm: letter,
        raised_mm: RAISED_MM,
    };
    Ok(Relief { solid, facts })
}

/// How many ways of meeting are tried.
const MEETINGS: usize = 5;

/// The lines as rods on the surface, letter by letter; `at` says where a point of a line's row of letters lies.
fn written(
    lines: &[String],
    unit: f64,
    meeting: usize,
    at: impl Fn([f64; 2], &String, usize) -> Option<(Vec3, Vec3)>,
) -> Result<Mesh, CombineError> {
    let mut words = Mesh::default();
    for (row, line) in lines.iter().enumerate() {
        for (place, letter) in line.chars().enumerate() {
            let at = |[x, y]: [f64; 2]| at([place as f64 * ADVANCE + x, y], line, row);
            let Some(glyph) = glyph(&pieces(letter), unit, meeting, &at)? else { continue };
            let from = words.vertices.len() as u32;
            words.vertices.extend(glyph.vertices);
            words.faces.extend(glyph.faces.iter().map(|face| face.map(|vertex| vertex + from)));
        }
    }
    Ok(words)
}

/// One letter: its rods joined; nothing of a space.
fn glyph(
    pieces: &[[[f64; 2]; 2]],
    unit: f64,
    meeting: usize,
    at: &impl Fn([f64; 2]) -> Option<(Vec3, Vec3)>,
) -> Result<Option<Mesh>, CombineError> {
    let mut last = None;
    for tried in meeting..meeting + MEETINGS {
        // Radii a little apart: surfaces of one radius around crossing lines would share edges.
        let apart = |index: usize| (index + tried) % 4;
        let radius = |index: usize| STROKE_MM * (1.0 + 0.03 * apart(index) as f64);
        let over = 0.35 + 0.09 * tried as f64;
        let rods = pieces.iter().enumerate().filter_map(|(index, piece)| stroke(*piece, unit, at, radius(index), over));
        let rods: Vec<Mesh> = rods.collect();
        let Some((first, rest)) = rods.split_first() else { return Ok(None) };
        let joined = if rest.is_empty() { first.clone() } else { combine(first, rest, &[])? };
        let sound = judge(&rounded(&joined)).crossings == 0;
        last = Some(joined);
        if sound {
            break;
        }
    }
    Ok(last)
}

/// The point of the outside at an angle and a height.
fn on(surface: &Surface, chart: &Chart, angle: f64, z: f64, reach: f64) -> Option<Vec3> {
    let (sine, cosine) = angle.rem_euclid(TAU).sin_cos();
    let direction = Vec3::new(cosine, sine, 0.0);
    surface.along(chart.centre(z).with_z(z) + direction * reach, -direction).map(|hit| hit.point)
}

/// One straight piece as a rod along the surface, longer than the piece at both ends by `over` radii, so that
/// corners close.
fn stroke(
    [from, to]: [[f64; 2]; 2],
    unit: f64,
    at: &impl Fn([f64; 2]) -> Option<(Vec3, Vec3)>,
    radius: f64,
    over: f64,
) -> Option<Mesh> {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let long = dx.hypot(dy);
    let over = over * radius / unit / long;
    let parts = ((long * unit / PART_MM).ceil() as usize).max(1);
    let points: Vec<(Vec3, Vec3)> = (0..=parts)
        .map(|part| {
            let share = -over + (1.0 + 2.0 * over) * part as f64 / parts as f64;
            at([from[0] + share * dx, from[1] + share * dy])
        })
        .collect::<Option<_>>()?;
    let rings: Vec<Vec<Vec3>> = (0..points.len())
        .map(|index| {
            let (before, after) = (points[index.saturating_sub(1)].0, points[(index + 1).min(points.len() - 1)].0);
            let along = (after - before).normalize_or(Vec3::Z);
            let (point, centre) = points[index];
            let out = (point - centre).with_z(0.0);
            let out = (out - along * out.dot(along)).normalize_or(Vec3::X);
            let across = along.cross(out);
            let axis = point - out * SUNK_MM;
            (0..SIDES)
                .map(|side| {
                    let (sine, cosine) = corner(side, SIDES).sin_cos();
                    axis + (out * cosine + across * sine) * radius
                })
                .collect()
        })
        .collect();
    Some(loft(&rings))
}
