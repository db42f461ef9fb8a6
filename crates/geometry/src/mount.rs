//! What is added to the shell at its end, and what is bored through it: mounting face, holes, vacuum port.

use crate::chart::Chart;
use crate::combine::{loft, rod};
use crate::limb::Limb;
use crate::mesh::{Mesh, Vec3};
use crate::query::Surface;
use crate::socket::SocketError;
use domain::technique::{Channel, Face, Step};
use std::f64::consts::TAU;

/// Solids to join to the shell and to cut from it.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Joined.
    pub added: Vec<Mesh>,
    /// Cut.
    pub removed: Vec<Mesh>,
    /// Height of the mounting face, mm.
    pub face_z: Option<f64>,
    /// How many of the cuts go through the wall.
    pub through_holes: usize,
}

/// Sides of everything round.
const SIDES: usize = 96;

/// Rings of the block's top, which follows the middle of the wall.
const RINGS: usize = 8;

/// A seat stands out from the wall by this, mm.
const SEAT_MM: f64 = 4.0;

/// A seat is wider than its bore by this all around, mm.
const SEAT_EDGE_MM: f64 = 5.0;

/// The parts that the steps ask for.
///
/// # Errors
/// A face wider than the socket's end.
pub fn parts(limb: &Limb, chart: &Chart, inner: &[f64], outer: &[f64], steps: &[Step]) -> Result<Parts, SocketError> {
    let mut parts = Parts::default();
    let inside_end = chart.point(0, 0, inner[0]);
    let outside_end = chart.point(0, 0, outer[0]);
    for step in steps {
        if let Step::Mount { face, diameter_mm, below_inside_mm, hole_square_mm, hole_mm, hole_depth_mm } = step {
            let middle: Vec<f64> = inner.iter().zip(outer).map(|(inner, outer)| (inner + outer) / 2.0).collect();
            let face_z = (inside_end.z - below_inside_mm).min(outside_end.z - 1.0);
            let down = inside_end.with_z(face_z);
            parts.added.push(block(chart, &middle, down, *diameter_mm)?);
            parts.face_z = Some(face_z);
            let half = hole_square_mm / 2.0;
            let holes: &[[f64; 2]] = match face {
                Face::Pyramid => &[[0.0, 0.0]],
                Face::FourHole => &[[1.0, 1.0], [-1.0, 1.0], [-1.0, -1.0], [1.0, -1.0]],
            };
            // A distal port takes the middle: a pyramid's bore would meet it.
            let bored = steps.iter().any(|step| matches!(step, Step::Port { channel: Channel::Distal, .. }));
            for [x, y] in holes.iter().filter(|_| *hole_depth_mm > 0.0 && !(bored && *face == Face::Pyramid)) {
                let at = down + Vec3::new(x * half, y * half, 0.0);
                parts.removed.push(rod(at - Vec3::Z, at + Vec3::Z * *hole_depth_mm, hole_mm / 2.0, SIDES / 2));
            }
        }
        if let Step::Port { channel, bore_mm, around_deg, above_distal_end_mm } = step {
            let lowest = parts.face_z.unwrap_or(outside_end.z).min(outside_end.z);
            parts.through_holes += 1;
            if *channel == Channel::Distal {
                let from = inside_end.with_z(lowest - inside_end.z.abs().max(50.0));
                parts.removed.push(rod(from, inside_end + Vec3::Z * 3.0, bore_mm / 2.0, SIDES / 2));
                continue;
            }
            let angle = limb.angle(*around_deg).rem_euclid(TAU);
            let spoke = (angle / TAU * chart.spokes() as f64).round() as usize % chart.spokes();
            let height = limb.distal_z() + above_distal_end_mm;
            let row = (0..chart.trim_row())
                .min_by(|a, b| {
                    let off = |row: usize| (chart.point(row, spoke, inner[chart.index(row, spoke)]).z - height).abs();
                    off(*a).total_cmp(&off(*b))
                })
                .unwrap_or(0);
            let index = chart.index(row, spoke);
            let (origin, direction) = chart.ray(row, spoke);
            let at = |radius: f64| origin + direction * radius;
            let middle = (inner[index] + outer[index]) / 2.0;
            // A plane seat for the connector: the wall's own surface is curved both ways.
            parts.added.push(rod(at(middle), at(outer[index] + SEAT_MM), bore_mm / 2.0 + SEAT_EDGE_MM, SIDES));
            parts.removed.push(rod(at(inner[index] - 5.0), at(outer[index] + SEAT_MM + 5.0), bore_mm / 2.0, SIDES / 2));
        }
    }
    Ok(parts)
}

/// A round block from the middle of the wall down to the mounting face: it fuses with the wall without reaching into the
/// socket.
fn block(chart: &Chart, middle: &[f64], face: Vec3, diameter_mm: f64) -> Result<Mesh, SocketError> {
    let radius = diameter_mm / 2.0;
    let wall = Surface::new(&chart.mesh(&chart.points(middle), chart.trim_row()));
    let ring = |radius: f64, z: Option<f64>| -> Option<Vec<Vec3>> {
        (0..SIDES)
            .map(|side| {
                let (sine, cosine) = (TAU * side as f64 / SIDES as f64).sin_cos();
                let foot = face + Vec3::new(radius * cosine, radius * sine, 0.0);
                match z {
                    Some(z) => Some(foot.with_z(z)),
                    None => wall.as_ref()?.along(foot, Vec3::Z).map(|hit| hit.point),
                }
            })
            .collect()
    };
    let too_wide = || {
        let room =
            (1..=100).map(|step| radius * f64::from(step) / 100.0).take_while(|r| ring(*r, None).is_some()).last();
        SocketError::FaceTooWide { diameter_mm, room_mm: 2.0 * room.unwrap_or(0.0) }
    };
    let mut rings = vec![ring(radius, Some(face.z)).unwrap_or_default()];
    for step in (1..=RINGS).rev() {
        rings.push(ring(radius * step as f64 / RINGS as f64, None).ok_or_else(too_wide)?);
    }
    Ok(loft(&rings))
}
