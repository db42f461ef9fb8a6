//! Seats on the side wall and below the limb's end: port, valve, lanyard, the pocket of a pin's lock.

use super::bore::{self, Bore, Feature};
use super::frame::Frame;
use super::{Parts, SEAT_EDGE_MM, SEAT_MM, SIDES, Site};
use crate::combine::{corner, loft, rod};
use crate::mesh::{Mesh, Vec3};
use crate::socket::SocketError;
use domain::technique::{Fitting, Lanyard, PinLock, Port, Valve};
use std::f64::consts::{PI, TAU};

/// A printed barb's wall, mm: it carries no load but the tube's (concord_assumption).
const BARB_WALL_MM: f64 = 1.5;

/// A barb's length, and how much wider its crests are than the tube's inside: 1.2 of it (concord_assumption, to be tried
/// with the tube).
const BARB_MM: f64 = 16.0;
const CREST: f64 = 1.2;

/// A place on the side wall: the ray through it, and where it crosses inside and outside, mm along it.
struct Spot {
    origin: Vec3,
    direction: Vec3,
    inner: f64,
    outer: f64,
}

impl Spot {
    fn at(&self, radius: f64) -> Vec3 {
        self.origin + self.direction * radius
    }
}

impl Site<'_> {
    /// The place around the limb and above its distal end; `half_mm` is what stands above it and must stay below the brim.
    fn spot(&self, feature: Feature, around_deg: f64, above_mm: f64, half_mm: f64) -> Result<Spot, SocketError> {
        let chart = self.chart;
        let angle = self.limb.angle(around_deg).rem_euclid(TAU);
        let spoke = (angle / TAU * chart.spokes() as f64).round() as usize % chart.spokes();
        let height = self.limb.distal_z() + above_mm;
        let brim = chart.ray(chart.trim_row(), spoke).0.z;
        let room = brim - height - half_mm - self.minimum;
        if room < 0.0 {
            let lower_mm = -room;
            return Err(SocketError::AboveBrim { what: feature.label(), lower_mm });
        }
        let off = |row: usize| (chart.point(row, spoke, self.inner[chart.index(row, spoke)]).z - height).abs();
        let row = (0..chart.trim_row()).min_by(|a, b| off(*a).total_cmp(&off(*b))).unwrap_or(0);
        let index = chart.index(row, spoke);
        let (origin, direction) = chart.ray(row, spoke);
        Ok(Spot { origin, direction, inner: self.inner[index], outer: self.outer[index] })
    }

    /// A plane seat: the wall's own surface is curved both ways.
    fn boss(
        &self,
        spot: &Spot,
        feature: Feature,
        radius: f64,
        out_mm: f64,
        parts: &mut Parts,
    ) -> Result<(), SocketError> {
        let face = Frame::towards(spot.at(spot.outer + out_mm), -spot.direction);
        parts.added.push(self.wall.block(&face, radius, 0.0, self.minimum)?);
        parts.bosses.push(Bore { feature, from: face.centre, to: spot.at(spot.inner), radius, group: 0 });
        Ok(())
    }

    pub(super) fn side_port(&self, port: &Port, parts: &mut Parts) -> Result<(), SocketError> {
        let radius = port.bore_mm / 2.0;
        let widest = radius.max(port.filter_mm / 2.0);
        let edge = SEAT_EDGE_MM.max(self.minimum + 0.1);
        let spot = self.spot(Feature::Port, port.around_deg, port.above_distal_end_mm, widest + edge)?;
        self.boss(&spot, Feature::Port, widest + edge, SEAT_MM, parts)?;
        let face = spot.outer + SEAT_MM;
        let bore = Bore { feature: Feature::Port, from: spot.at(face), to: spot.at(spot.inner), radius, group: 2 };
        let mut beyond = face + 5.0;
        match port.fitting {
            Fitting::Plain => {}
            Fitting::Thread => bore::tapped(&bore, port.pitch_mm, port.tap_depth_mm)?,
            Fitting::Barb => {
                let wall = (port.tube_mm - port.bore_mm) / 2.0;
                bore::left(wall, BARB_WALL_MM, Feature::Port, Feature::Barb)?;
                let stem = port.tube_mm / 2.0;
                parts.added.push(barb(&spot, spot.outer + SEAT_MM / 2.0, face, stem));
                let (from, to) = (spot.at(face), spot.at(face + BARB_MM));
                parts.bosses.push(Bore { feature: Feature::Barb, from, to, radius: stem * CREST, group: 0 });
                beyond += BARB_MM;
            }
        }
        parts.removed.push(rod(spot.at(spot.inner - 5.0), spot.at(beyond), radius, SIDES / 2));
        parts.bores.push(bore);
        if port.filter_mm > 0.0 {
            let (from, to) = (spot.at(spot.inner), spot.at(spot.inner + port.filter_depth_mm));
            let bore = Bore { feature: Feature::Filter, from, to, radius: port.filter_mm / 2.0, group: 2 };
            bore::left(face - spot.inner - port.filter_depth_mm, self.minimum, Feature::Filter, Feature::Port)?;
            parts.removed.push(rod(spot.at(spot.inner - 5.0), to, bore.radius, SIDES / 2));
            parts.bores.push(bore);
        }
        Ok(())
    }

    pub(super) fn valve(&self, valve: &Valve, parts: &mut Parts) -> Result<(), SocketError> {
        let (seat, radius) = (valve.seat_mm / 2.0, valve.bore_mm / 2.0);
        bore::left(seat - radius, self.minimum, Feature::Port, Feature::Valve)?;
        let spot = self.spot(Feature::Valve, valve.around_deg, valve.above_distal_end_mm, seat)?;
        self.boss(&spot, Feature::Valve, seat, valve.out_mm, parts)?;
        let face = spot.outer + valve.out_mm;
        let bore = Bore { feature: Feature::Valve, from: spot.at(face), to: spot.at(spot.inner), radius, group: 3 };
        bore::tapped(&bore, valve.pitch_mm, valve.tap_depth_mm)?;
        parts.removed.push(rod(spot.at(spot.inner - 5.0), spot.at(face + 5.0), radius, SIDES / 2));
        parts.through_holes += 1;
        parts.bores.push(bore);
        Ok(())
    }

    pub(super) fn lanyard(&self, slot: &Lanyard, parts: &mut Parts) -> Result<(), SocketError> {
        let half = slot.height_mm / 2.0;
        let spot = self.spot(Feature::Lanyard, slot.around_deg, slot.above_distal_end_mm, half)?;
        let aside = spot.direction.cross(Vec3::Z).normalize();
        let along = aside.cross(spot.direction);
        let round = slot.width_mm.min(slot.height_mm) / 2.0;
        let [across, upright] = [slot.width_mm / 2.0 - round, half - round];
        let sides = SIDES / 2;
        let ring = |radius: f64| -> Vec<Vec3> {
            let place = |side: usize| {
                let (sine, cosine) = corner(side, sides).sin_cos();
                let (x, y) = (across.copysign(cosine) + round * cosine, upright.copysign(sine) + round * sine);
                spot.at(radius) - aside * x + along * y
            };
            (0..sides).map(place).collect()
        };
        // A wide slot's ends lie further in than its middle, where the wall curves away.
        let reach = slot.width_mm.max(slot.height_mm);
        let (inside, outside) = (spot.inner - 3.0 - reach / 2.0, spot.outer + 3.0);
        parts.removed.push(loft(&[ring(inside.max(1.0)), ring(outside)]));
        parts.through_holes += 1;
        let axis = if slot.width_mm > slot.height_mm { aside * across } else { along * upright };
        let middle = spot.at(spot.outer);
        let (from, to) = (middle - axis, middle + axis);
        parts.bores.push(Bore { feature: Feature::Lanyard, from, to, radius: round, group: 4 });
        Ok(())
    }

    pub(super) fn pin_lock(&self, lock: &PinLock, parts: &mut Parts) -> Result<(), SocketError> {
        let Some(frame) = parts.face else { return Ok(()) };
        // The pin hangs along the limb, whichever way the face is turned.
        let end = self.end();
        let radius = lock.body_mm / 2.0;
        let bottom = end - Vec3::Z * lock.depth_mm;
        let pocket = Bore { feature: Feature::PinLock, from: end, to: bottom, radius, group: 5 };
        let block = parts.bosses.iter().find(|boss| boss.feature == Feature::Block).map_or(0.0, |boss| boss.radius);
        self.in_the_block(parts, &pocket, 2.0 * block)?;
        let above_face = |point: Vec3| (point - frame.centre).dot(frame.up);
        let lowest = bore::round(&pocket, 48).into_iter().map(above_face).fold(f64::INFINITY, f64::min);
        bore::left(lowest, self.minimum, Feature::PinLock, Feature::Face)?;
        // Up to where the socket's inside is as wide as the pocket: nothing of the floor stays above it.
        let rim = bore::round(&pocket, 48).into_iter().map(|foot| self.inside.along(foot, Vec3::Z));
        let Some(top) = rim.map(|hit| hit.map(|hit| hit.point.z)).try_fold(end.z, |top, z| Some(top.max(z?))) else {
            return Err(SocketError::Broken { step: "pin_lock", why: "make the lock's body narrower than the socket" });
        };
        parts.removed.push(rod(bottom, end.with_z(top + 1.0), radius, SIDES));
        parts.bores.push(pocket);
        if lock.pin_bore_mm > 0.0 {
            let through = bottom - frame.up * (above_face(bottom) + 1.0);
            let radius = lock.pin_bore_mm / 2.0;
            let bore = Bore { feature: Feature::PinBore, from: through, to: bottom, radius, group: 5 };
            self.in_the_block(parts, &bore, 2.0 * block)?;
            parts.removed.push(rod(through, bottom + Vec3::Z * 2.0, radius, SIDES / 2));
            parts.through_holes += 1;
            parts.bores.push(bore);
        }
        if lock.release_mm > 0.0 {
            let radius = lock.release_mm / 2.0;
            let angle = self.limb.angle(lock.around_deg);
            let direction = Vec3::new(angle.cos(), angle.sin(), 0.0);
            let from = end - Vec3::Z * (lock.depth_mm / 2.0);
            let to = from + direction * (block + 30.0);
            let bore = Bore { feature: Feature::Release, from, to, radius, group: 5 };
            let lowest = [from, from + direction * block].map(above_face).into_iter().fold(f64::INFINITY, f64::min);
            bore::left(lowest - radius, self.minimum, Feature::Release, Feature::Face)?;
            bore::left(lock.depth_mm / 2.0 - radius, 0.0, Feature::Release, Feature::PinLock)?;
            parts.removed.push(rod(from, from + direction * 300.0, radius, SIDES / 2));
            parts.through_holes += 1;
            parts.bores.push(bore);
        }
        Ok(())
    }
}

/// Two barbs on a stem, from within the seat outwards.
fn barb(spot: &Spot, root: f64, face: f64, stem: f64) -> Mesh {
    let crest = stem * CREST;
    let (u, v) = spot.direction.any_orthonormal_pair();
    // Every step leans outwards or is short: it prints without support, and a tube slides over it one way.
    let profile = [
        (root, stem),
        (face + 3.0, stem),
        (face + 4.0, crest),
        (face + 8.0, stem),
        (face + 9.5, stem),
        (face + 10.5, crest),
        (face + BARB_MM, stem * 0.9),
    ];
    let ring = |(at, radius): (f64, f64)| -> Vec<Vec3> {
        let place = |side: usize| {
            let angle = corner(side, SIDES / 2) + PI / 7.0;
            spot.at(at) + (u * angle.cos() + v * angle.sin()) * radius
        };
        (0..SIDES / 2).map(place).collect()
    };
    let rings: Vec<Vec<Vec3>> = profile.into_iter().map(ring).collect();
    let mesh = loft(&rings);
    if mesh.volume() < 0.0 {
        return Mesh { faces: mesh.faces.iter().map(|[a, b, c]| [*a, *c, *b]).collect(), vertices: mesh.vertices };
    }
    mesh
}
