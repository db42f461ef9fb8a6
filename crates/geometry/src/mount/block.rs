//! A round block that grows out of the wall, with a fillet in the corner.

use super::SIDES;
use super::frame::Frame;
use crate::chart::Chart;
use crate::check;
use crate::combine::{corner, loft};
use crate::mesh::{Mesh, Vec3};
use crate::query::Surface;
use crate::socket::SocketError;

/// Rings of a block's top, which follows the middle of the wall.
const RINGS: usize = 8;

/// Rings of a fillet.
const ARC: usize = 8;

/// A block stands out from the wall by this at least, mm.
const OUT_MM: f64 = 0.5;

/// From where rays towards the wall start, mm before a face.
const FAR_MM: f64 = 400.0;

/// The fillet's ball reaches into the wall by this, mm: it meets the wall at an angle instead of touching it, where a
/// printer and the library that joins would have to guess.
const TUCK_MM: f64 = 0.2;

/// The wall as blocks see it.
pub struct Wall {
    /// Its outside.
    pub outer: Surface,
    /// Halfway between inside and outside.
    pub middle: Surface,
}

impl Wall {
    pub fn new(chart: &Chart, inner: &[f64], outer: &[f64]) -> Option<Self> {
        let surface = |radii: &[f64]| Surface::new(&chart.mesh(&chart.points(radii), chart.trim_row()));
        let middle: Vec<f64> = inner.iter().zip(outer).map(|(inner, outer)| (inner + outer) / 2.0).collect();
        Some(Self { outer: surface(outer)?, middle: surface(&middle)? })
    }

    /// The block from a face into the middle of the wall.
    ///
    /// # Errors
    /// A face beside the socket or in its wall, a fillet without room.
    pub fn block(&self, frame: &Frame, radius: f64, fillet_mm: f64, minimum: f64) -> Result<Mesh, SocketError> {
        let Some(heights) = self.heights(frame, radius) else {
            let fits = |part: &f64| self.heights(frame, radius * part).is_some();
            let room = (1..=100).map(|step| f64::from(step) / 100.0).take_while(fits).last().unwrap_or(0.0);
            return Err(SocketError::FaceTooWide { diameter_mm: 2.0 * radius, room_mm: 2.0 * radius * room });
        };
        let least = heights.iter().copied().fold(f64::INFINITY, f64::min);
        if least < OUT_MM {
            return Err(SocketError::FaceInWall { lower_mm: OUT_MM - least });
        }
        let face = ring(frame, radius);
        let mut rings = vec![face.clone()];
        let rim: Vec<Vec3> = if fillet_mm > 0.0 {
            self.fillet(frame, radius, fillet_mm, minimum, least, &mut rings)?
        } else {
            let rim: Option<Vec<Vec3>> = face.iter().map(|foot| self.to_middle(frame, *foot)).collect();
            rim.ok_or(SocketError::FaceTooWide { diameter_mm: 2.0 * radius, room_mm: 0.0 })?
        };
        rings.push(rim.clone());
        for step in (1..RINGS).rev() {
            let share = step as f64 / RINGS as f64;
            let within = |point: &Vec3| {
                let from = *point - frame.centre;
                let flat = from - frame.up * from.dot(frame.up);
                self.to_middle(frame, frame.centre + flat * share)
            };
            let inner: Option<Vec<Vec3>> = rim.iter().map(within).collect();
            rings.push(inner.ok_or(SocketError::FaceTooWide { diameter_mm: 2.0 * radius, room_mm: 0.0 })?);
        }
        let block = loft(&rings);
        // Around a hollow the wall can be nearest at two places in turn, and the fillet folds over itself.
        if check::judge(&block).crossings > 0 {
            return Err(SocketError::Folds { diameter_mm: 2.0 * radius });
        }
        Ok(block)
    }

    /// From the face to the wall's outside along the bench line, at its rim and within; nothing where a line misses it.
    fn heights(&self, frame: &Frame, radius: f64) -> Option<Vec<f64>> {
        let feet = [1.0, 0.5].into_iter().flat_map(|share| ring(frame, radius * share)).chain([frame.centre]);
        feet.map(|foot| {
            self.middle.along(foot - frame.up * FAR_MM, frame.up)?;
            self.outer.along(foot - frame.up * FAR_MM, frame.up).map(|hit| hit.distance - FAR_MM)
        })
        .collect()
    }

    fn to_middle(&self, frame: &Frame, foot: Vec3) -> Option<Vec3> {
        self.middle.along(foot - frame.up * FAR_MM, frame.up).map(|hit| hit.point)
    }

    /// The rings of a fillet, and the ring below the wall's outside that it ends in: the path of a ball that rolls in
    /// the corner between the block's side and the wall.
    fn fillet(
        &self,
        frame: &Frame,
        radius: f64,
        fillet_mm: f64,
        minimum: f64,
        least: f64,
        rings: &mut Vec<Vec<Vec3>>,
    ) -> Result<Vec<Vec3>, SocketError> {
        const MOST: usize = 400;
        let none = || SocketError::NoFillet { fillet_mm, room_mm: least };
        let touch = fillet_mm - TUCK_MM.min(fillet_mm / 4.0);
        let mut arcs = vec![];
        for foot in ring(frame, radius) {
            let out = (foot - frame.centre).normalize();
            let mut ball = frame.centre + out * (radius + fillet_mm);
            if self.outer.nearest(ball).distance < touch {
                return Err(none());
            }
            let mut steps = 0;
            let wall = loop {
                let hit = self.outer.nearest(ball);
                // The distance falls at most as fast as the ball rises: it never rolls into the wall.
                if hit.distance - touch < 1e-3 {
                    break hit.point;
                }
                steps += 1;
                if steps > MOST || (ball - frame.centre).dot(frame.up) > FAR_MM {
                    return Err(none());
                }
                ball += frame.up * (hit.distance - touch);
            };
            let into = (wall - ball).normalize();
            let turn = (-out).dot(into).clamp(-1.0, 1.0).acos();
            if turn < 1e-3 {
                return Err(none());
            }
            let arc = |step: usize| {
                let along = turn * step as f64 / ARC as f64;
                let direction = -out * ((turn - along).sin() / turn.sin()) + into * (along.sin() / turn.sin());
                ball + direction * fillet_mm
            };
            let mut points: Vec<Vec3> = (0..=ARC).map(arc).collect();
            points.push(wall + into * (minimum / 2.0));
            arcs.push(points);
        }
        let at = |step: usize| arcs.iter().map(|arc| arc[step]).collect::<Vec<Vec3>>();
        rings.extend((0..=ARC).map(at));
        Ok(at(ARC + 1))
    }
}

/// The points of a face's rim.
fn ring(frame: &Frame, radius: f64) -> Vec<Vec3> {
    let place = |side: usize| {
        let (sine, cosine) = corner(side, SIDES).sin_cos();
        frame.place(radius * cosine, radius * sine)
    };
    (0..SIDES).map(place).collect()
}
