//! The chart of a limb: rays that reach every point of it once, from a fan at the distal end and from a centre line above.
//!
//! ```text
//!        θ spokes, anterior first, counter-clockwise seen from proximal
//!   top ─ ─ ┌──────┐   margin rows: above the trim line, so that it is no edge of anything computed
//!  trim ────│◄──┼──►│   shaft: horizontal rays from the centre line
//!           │◄──┼──►│
//!  fan ─────│◄──●──►│   fan: rays from one point, from horizontal to straight down
//!            \ /│\ /
//!             └─▼─┘     pole
//! ```
//! A surface that each ray meets once is a list of radii. Two of them with one radius everywhere the greater cannot
//! cross: that is why sockets are made in this chart. What it cannot hold (undercuts, ears) is measured when a scan is
//! sampled ([`Sampling::undercut_mm`]), never lost in silence.

use crate::mesh::{Mesh, Vec3};
use crate::query::Surface;
use rayon::prelude::*;
use std::f64::consts::{FRAC_PI_2, TAU};

/// How finely the chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resolution {
    /// Rays around the limb.
    pub spokes: usize,
    /// Distance between rows, mm.
    pub row_mm: f64,
}

impl Default for Resolution {
    /// 2° and 2 mm: a chord is within 9 µm of a circle of 60 mm radius, a row within 10 µm of a dome of 50 mm.
    fn default() -> Self {
        Self { spokes: 180, row_mm: 2.0 }
    }
}

/// Rows that continue above the trim line.
pub const MARGIN_ROWS: usize = 12;

/// Rows of the fan at least: 3.75° apart, a chord within 0.01 mm of a dome of 20 mm.
const LEAST_FAN_ROWS: usize = 24;

/// The rays. Row 0 is the pole, rows up to `fan_rows` the fan, then the shaft up to the trim line, then the margin.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The centre line: (x, y) at heights from `fan_z` upwards, `centre_step_mm` apart.
    centres: Vec<[f64; 2]>,
    centre_step_mm: f64,
    /// Height of the fan's point.
    fan_z: f64,
    fan_rows: usize,
    shaft_rows: usize,
    /// Height of the trim line at every spoke.
    trim_z: Vec<f64>,
}

impl Chart {
    /// A chart around a centre line, `centres` at heights from `fan_z` upwards in steps of `centre_step_mm`, for a dome
    /// of about `dome_mm` radius, with the trim line at `trim_z` on every spoke.
    ///
    /// # Panics
    /// Without a centre, without a spoke, or with a trim line below the fan: the caller has checked the limb's height.
    pub fn new(
        centres: Vec<[f64; 2]>,
        centre_step_mm: f64,
        fan_z: f64,
        dome_mm: f64,
        trim_z: Vec<f64>,
        row_mm: f64,
    ) -> Self {
        assert!(!centres.is_empty() && trim_z.len() > 2 && trim_z.iter().all(|z| *z > fan_z), "a chart needs a limb");
        let mean = trim_z.iter().sum::<f64>() / trim_z.len() as f64;
        let rows = |length: f64, least: usize| ((length / row_mm).ceil() as usize).max(least);
        // A pointed limb has a low fan, and what is laid around its tip a dome that its own size does not tell.
        let (fan_rows, shaft_rows) = (rows(dome_mm * FRAC_PI_2, LEAST_FAN_ROWS), rows(mean - fan_z, 4));
        Self { centres, centre_step_mm, fan_z, fan_rows, shaft_rows, trim_z }
    }

    /// Rays around the limb.
    pub fn spokes(&self) -> usize {
        self.trim_z.len()
    }

    /// Rows, the pole and the margin among them.
    pub fn rows(&self) -> usize {
        self.trim_row() + 1 + MARGIN_ROWS
    }

    /// The row that lies on the trim line.
    pub fn trim_row(&self) -> usize {
        self.fan_rows + self.shaft_rows
    }

    /// Rows that hold the whole distal end: the fan and half as many of the shaft.
    pub fn end_rows(&self) -> usize {
        (self.fan_rows * 3 / 2).min(self.trim_row())
    }

    /// Height of the fan's point, mm.
    pub fn fan_z(&self) -> f64 {
        self.fan_z
    }

    /// Angle of a spoke from anterior, counter-clockwise seen from proximal, rad.
    pub fn angle(&self, spoke: usize) -> f64 {
        TAU * spoke as f64 / self.spokes() as f64
    }

    /// The point of the centre line at a height; below the fan its own.
    pub fn centre(&self, z: f64) -> Vec3 {
        let at = ((z - self.fan_z) / self.centre_step_mm).clamp(0.0, (self.centres.len() - 1) as f64);
        let (low, share) = (at as usize, at.fract());
        let [a, b] = [self.centres[low], self.centres[(low + 1).min(self.centres.len() - 1)]];
        Vec3::new(a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), z.max(self.fan_z))
    }

    /// Origin and direction of a ray.
    pub fn ray(&self, row: usize, spoke: usize) -> (Vec3, Vec3) {
        let (sine, cosine) = self.angle(spoke).sin_cos();
        if row <= self.fan_rows {
            let (reach, down) = (FRAC_PI_2 * row as f64 / self.fan_rows as f64).sin_cos();
            return (self.centre(self.fan_z), Vec3::new(reach * cosine, reach * sine, -down));
        }
        let share = (row - self.fan_rows) as f64 / self.shaft_rows as f64;
        let z = self.fan_z + (self.trim_z[spoke] - self.fan_z) * share;
        (self.centre(z), Vec3::new(cosine, sine, 0.0))
    }

    /// The index of a radius: rows of spokes, distal first. Every spoke of the pole's row is the same ray.
    pub fn index(&self, row: usize, spoke: usize) -> usize {
        row * self.spokes() + spoke % self.spokes()
    }

    /// Where radius `r` of a ray lies.
    pub fn point(&self, row: usize, spoke: usize, r: f64) -> Vec3 {
        let (origin, direction) = self.ray(row, spoke);
        origin + direction * r
    }

    /// What `value` gives for every ray, in the order of [`Chart::index`].
    pub fn map<T: Send>(&self, value: impl Fn(usize, usize) -> T + Sync) -> Vec<T> {
        let spokes = self.spokes();
        (0..self.rows() * spokes).into_par_iter().map(|index| value(index / spokes, index % spokes)).collect()
    }

    /// The points of a surface.
    pub fn points(&self, radii: &[f64]) -> Vec<Vec3> {
        self.map(|row, spoke| self.point(row, spoke, radii[self.index(row, spoke)]))
    }

    /// The mesh over rows up to `last_row`, one vertex at the pole, faces seen from outside; points in the order of
    /// [`Chart::index`].
    pub fn mesh(&self, points: &[Vec3], last_row: usize) -> Mesh {
        let spokes = self.spokes();
        let mut vertices = Vec::with_capacity(1 + last_row * spokes);
        vertices.push(points[0]);
        vertices.extend_from_slice(&points[spokes..(last_row + 1) * spokes]);
        let mut faces = Vec::with_capacity((2 * last_row - 1) * spokes);
        self.faces(0, last_row, |face| faces.push(face));
        Mesh { vertices, faces }
    }

    /// Every face over rows up to `last_row` of a surface whose pole is vertex `first`.
    pub(crate) fn faces(&self, first: u32, last_row: usize, mut push: impl FnMut([u32; 3])) {
        let spokes = self.spokes();
        let vertex = |row: usize, spoke: usize| match row {
            0 => first,
            _ => first + 1 + ((row - 1) * spokes + spoke % spokes) as u32,
        };
        for spoke in 0..spokes {
            push([vertex(0, 0), vertex(1, spoke + 1), vertex(1, spoke)]);
        }
        for row in 1..last_row {
            for spoke in 0..spokes {
                let [a, b] = [vertex(row, spoke), vertex(row, spoke + 1)];
                let [c, d] = [vertex(row + 1, spoke + 1), vertex(row + 1, spoke)];
                push([a, b, c]);
                push([a, c, d]);
            }
        }
    }
}

/// A surface read along the rays of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampling {
    /// Radius of every ray, mm.
    pub radii: Vec<f64>,
    /// Rays below the trim line that met no surface, as a share: holes bridged from their neighbours.
    pub bridged: f64,
    /// How far the outermost surface lies beyond the innermost at worst, mm: what the chart cannot hold.
    pub undercut_mm: f64,
    /// Share of rays that met the surface more than once, by more than 0.5 mm.
    pub undercut_share: f64,
}

/// Surfaces nearer to each other than this along a ray are one, mm.
const SAME_SURFACE_MM: f64 = 0.5;

/// What a ray's radius is taken from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Carried {
    /// The surface.
    Read,
    /// The ray below on the same spoke, changed by so much: there is no surface, and something else draws one.
    On {
        /// Added to the radius below, mm.
        by_mm: f64,
    },
}

/// Reads a surface along every ray: its outermost point, since a socket has to go around all of the limb. Rays that
/// meet nothing take the mean of the nearest that do on either side of their spoke's row, or continue the row below.
///
/// `carried` says which rays are not read at all; they count neither as bridged nor as undercut.
///
/// Nothing if a whole row below the trim line is empty: the surface ends there.
pub fn sample(
    surface: &Surface,
    chart: &Chart,
    reach_mm: f64,
    carried: impl Fn(usize, usize) -> Carried + Sync,
) -> Option<Sampling> {
    let read = chart.map(|row, spoke| {
        if carried(row, spoke) != Carried::Read {
            return None;
        }
        let (origin, direction) = chart.ray(row, spoke);
        let outer = surface_radius(surface, origin, direction, reach_mm)?;
        let inner = surface.along(origin, direction).map(|hit| hit.distance)?;
        Some((inner.min(outer), outer))
    });
    let spokes = chart.spokes();
    let below = (chart.trim_row() + 1) * spokes;
    let drawn = |index: usize| carried(index / spokes, index % spokes) != Carried::Read;
    let missing = (0..below).filter(|index| read[*index].is_none() && !drawn(*index)).count();
    let gaps = || read[..below].iter().flatten().map(|(inner, outer)| outer - inner);
    let undercut_mm = gaps().fold(0.0, f64::max);
    let undercut_share = gaps().filter(|gap| *gap > SAME_SURFACE_MM).count() as f64 / below as f64;
    let mut radii: Vec<f64> = Vec::with_capacity(read.len());
    for (row, hits) in read.chunks(spokes).enumerate() {
        let known: Vec<usize> = (0..spokes).filter(|spoke| hits[*spoke].is_some()).collect();
        if known.is_empty() {
            if row <= chart.trim_row() {
                return None;
            }
            // The margin: each spoke goes on as the two rows below it do.
            let from = radii.len() - spokes;
            let grown: Vec<f64> =
                (0..spokes).map(|spoke| (2.0 * radii[from + spoke] - radii[from - spokes + spoke]).max(1.0)).collect();
            radii.extend(grown);
            continue;
        }
        for spoke in 0..spokes {
            radii.push(match (carried(row, spoke), hits[spoke]) {
                (Carried::On { by_mm }, _) => (radii[(row - 1) * spokes + spoke] + by_mm).max(1.0),
                (Carried::Read, Some((_, outer))) => outer,
                (Carried::Read, None) => bridge(hits, &known, spoke),
            });
        }
    }
    Some(Sampling { radii, bridged: missing as f64 / below as f64, undercut_mm, undercut_share })
}

/// Between the nearest known spokes on either side, linearly.
fn bridge(hits: &[Option<(f64, f64)>], known: &[usize], spoke: usize) -> f64 {
    let spokes = hits.len();
    let after = known.partition_point(|at| *at < spoke);
    let [low, high] = [known[(after + known.len() - 1) % known.len()], known[after % known.len()]];
    let (back, ahead) = ((spoke + spokes - low) % spokes, (high + spokes - spoke) % spokes);
    let radius = |at: usize| hits[at].map_or(0.0, |(_, outer)| outer);
    (radius(low) * ahead as f64 + radius(high) * back as f64) / (back + ahead).max(1) as f64
}

/// Moves every ray's radius to where the surface of `points` now is: points that were displaced off their rays are
/// read again along them, so that the result is a surface of the chart. What folds over itself loses its inner fold.
///
/// Nothing where a ray below the trim line meets nothing any more.
pub fn again(chart: &Chart, points: &[Vec3], reach_mm: f64) -> Option<Vec<f64>> {
    let moved = Surface::new(&chart.mesh(points, chart.rows() - 1))?;
    let read = chart.map(|row, spoke| {
        let (origin, direction) = chart.ray(row, spoke);
        surface_radius(&moved, origin, direction, reach_mm)
    });
    let spokes = chart.spokes();
    let mut radii: Vec<f64> = Vec::with_capacity(read.len());
    for (index, radius) in read.into_iter().enumerate() {
        match radius {
            Some(radius) => radii.push(radius),
            // The margin's last row may have moved below its rays: it goes on as the rows below it do.
            None if index / spokes > chart.trim_row() => {
                radii.push((2.0 * radii[index - spokes] - radii[index - 2 * spokes]).max(1.0));
            }
            None => return None,
        }
    }
    Some(radii)
}

/// Where the outermost surface lies on a ray: read from outside inwards.
fn surface_radius(surface: &Surface, origin: Vec3, direction: Vec3, reach_mm: f64) -> Option<f64> {
    surface.along(origin + direction * reach_mm, -direction).map(|hit| reach_mm - hit.distance).filter(|r| *r > 0.0)
}
