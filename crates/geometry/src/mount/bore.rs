//! A round room in the solid, and how near it comes to others.

use crate::combine::corner;
use crate::mesh::Vec3;
use crate::query::Surface;
use crate::socket::SocketError;
use parry3d_f64::math::Pose;
use parry3d_f64::query::details::distance_segment_segment;
use parry3d_f64::shape::Segment;

/// What of a socket is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    /// The wall itself.
    Wall,
    /// The socket's inside.
    Inside,
    /// The block of the mounting face.
    Block,
    /// The mounting face.
    Face,
    /// A hole of the mounting face.
    Hole,
    /// The recess of a lamination anchor.
    Recess,
    /// The vacuum port.
    Port,
    /// The seat of the port's filter.
    Filter,
    /// The port's barb.
    Barb,
    /// The pocket of a pin's lock.
    PinLock,
    /// The bore for the pin.
    PinBore,
    /// The hole for the lock's release.
    Release,
    /// The slot of a lanyard.
    Lanyard,
    /// The seat of a valve.
    Valve,
    /// An engraved line.
    Line,
}

impl Feature {
    /// In a fault's words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Wall => "wall",
            Self::Inside => "socket's inside",
            Self::Block => "block's side",
            Self::Face => "mounting face",
            Self::Hole => "mounting hole",
            Self::Recess => "anchor's recess",
            Self::Port => "vacuum port",
            Self::Filter => "filter's seat",
            Self::Barb => "barb",
            Self::PinLock => "lock's pocket",
            Self::PinBore => "pin's bore",
            Self::Release => "release hole",
            Self::Lanyard => "lanyard's slot",
            Self::Valve => "valve's seat",
            Self::Line => "engraved line",
        }
    }
}

/// A round room, or a round part, between two points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bore {
    /// What it is.
    pub feature: Feature,
    /// Where it begins.
    pub from: Vec3,
    /// Where it ends.
    pub to: Vec3,
    /// Its radius, mm.
    pub radius: f64,
    /// Rooms of one group open into each other.
    pub group: usize,
}

impl Bore {
    /// How far a point is from it, mm; negative inside.
    pub fn distance(&self, point: Vec3) -> f64 {
        let along = self.to - self.from;
        let length = along.length().max(1e-9);
        let at = (point - self.from).dot(along) / length;
        let aside = (point - self.from - along * (at / length)).length() - self.radius;
        let beyond = (-at).max(at - length);
        if aside.max(beyond) < 0.0 { aside.max(beyond) } else { aside.max(0.0).hypot(beyond.max(0.0)) }
    }

    /// Whether its end and side keep the least wall to the socket's inside.
    ///
    /// # Errors
    /// What is too near.
    pub fn away_from(&self, inside: &Surface, minimum: f64) -> Result<(), SocketError> {
        let near = round(self, 24).into_iter().map(|point| inside.distance_within(point, 100.0));
        left(near.fold(f64::INFINITY, f64::min), minimum, self.feature, Feature::Inside)
    }
}

/// Points of a bore's end: its rim and its middle.
pub fn round(bore: &Bore, sides: usize) -> Vec<Vec3> {
    let axis = (bore.to - bore.from).normalize();
    let (u, v) = axis.any_orthonormal_pair();
    let rim = (0..sides).map(|side| {
        let (sine, cosine) = corner(side, sides).sin_cos();
        bore.to + (u * cosine + v * sine) * bore.radius
    });
    rim.chain([bore.to]).collect()
}

/// Refuses what is less than the least wall.
///
/// # Errors
/// What is too near.
pub fn left(found_mm: f64, minimum_mm: f64, what: Feature, to: Feature) -> Result<(), SocketError> {
    if found_mm >= minimum_mm {
        return Ok(());
    }
    let right = "make it shallower or narrower, move it, or thicken what is around it".to_string();
    Err(SocketError::Edge { what: what.label(), to: to.label(), found_mm, minimum_mm, right })
}

/// Refuses a thread deeper than its bore is long.
///
/// # Errors
/// Both lengths.
pub fn tapped(bore: &Bore, pitch_mm: f64, depth_mm: f64) -> Result<(), SocketError> {
    let room_mm = (bore.to - bore.from).length();
    if pitch_mm > 0.0 && depth_mm > room_mm {
        return Err(SocketError::TapTooDeep { depth_mm, room_mm });
    }
    Ok(())
}

/// Refuses bores that come nearer to each other than the least wall.
///
/// # Errors
/// The first pair.
pub fn apart(bores: &[Bore], minimum: f64) -> Result<(), SocketError> {
    for (index, bore) in bores.iter().enumerate() {
        for other in bores[index + 1..].iter().filter(|other| other.group != bore.group) {
            let between = segments(bore, other) - bore.radius - other.radius;
            left(between, minimum, bore.feature, other.feature)?;
        }
    }
    Ok(())
}

/// Refuses seats on the side wall that stand in each other, or in the mounting face's block.
///
/// # Errors
/// The first pair.
pub fn beside(seats: &[Bore], block: Option<&Bore>) -> Result<(), SocketError> {
    for (index, seat) in seats.iter().enumerate() {
        if let Some(block) = block {
            left(block.distance(seat.from) - seat.radius, 0.0, seat.feature, Feature::Block)?;
        }
        for other in &seats[index + 1..] {
            left(segments(seat, other) - seat.radius - other.radius, 0.0, seat.feature, other.feature)?;
        }
    }
    Ok(())
}

/// The least distance between the axes of two bores.
fn segments(a: &Bore, b: &Bore) -> f64 {
    distance_segment_segment(&Pose::IDENTITY, &Segment::new(a.from, a.to), &Segment::new(b.from, b.to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bore(feature: Feature, from: Vec3, to: Vec3, group: usize) -> Bore {
        Bore { feature, from, to, radius: 3.0, group }
    }

    #[test]
    fn bores_of_one_group_may_meet_and_others_are_told_with_their_distance() {
        let hole = bore(Feature::Hole, Vec3::ZERO, Vec3::Z * 10.0, 1);
        let port = bore(Feature::Port, Vec3::X * 9.0, Vec3::X * 9.0 + Vec3::Z * 20.0, 1);
        assert_eq!(apart(&[hole, port], 4.0), Ok(()));
        let told = apart(&[hole, Bore { group: 2, ..port }], 4.0).unwrap_err().to_string();
        assert!(told.contains("3.00 mm") && told.contains("mounting hole"), "{told}");
        assert_eq!(apart(&[hole, Bore { group: 2, ..port }], 3.0), Ok(()));
    }
}
