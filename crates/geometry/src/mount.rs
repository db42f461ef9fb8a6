//! What is added to the shell at its end, and what is bored through it: mounting face, holes, vacuum port, seats.
//!
//! ```text
//!   │   inside   │
//!   │╲          ╱│        the block goes from the face up into the middle of the wall, along the bench line;
//!    ╲ ╲______╱ ╱         a ball of the fillet's radius rolls in the corner between block and wall
//!     ) ┌────┐ (
//!     │ │    │ │  ▲ up: the bench line
//!     └─┘    └─┘  ┴ face
//! ```

mod block;
mod bore;
mod engraved;
mod frame;
mod seats;

pub use bore::{Bore, Feature};
pub use frame::Frame;

use crate::chart::Chart;
use crate::combine::rod;
use crate::limb::Limb;
use crate::mesh::{Mesh, Vec3};
use crate::query::Surface;
use crate::socket::SocketError;
use block::Wall;
use domain::technique::{Align, Channel, Face, HoleKind, Mount, Port, Step};

/// Solids to join to the shell and to cut from it.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Joined.
    pub added: Vec<Mesh>,
    /// Cut.
    pub removed: Vec<Mesh>,
    /// The mounting face.
    pub face: Option<Frame>,
    /// How many of the cuts go through the wall.
    pub through_holes: usize,
    /// The room that the cuts leave empty, and the parts that stand out.
    pub bores: Vec<Bore>,
    /// What stands out from the wall.
    pub bosses: Vec<Bore>,
}

/// Sides of everything round.
const SIDES: usize = 96;

/// A seat of a port stands out from the wall by this, mm.
const SEAT_MM: f64 = 4.0;

/// A seat of a port is wider than its bore by this all around, mm, or by the least wall.
const SEAT_EDGE_MM: f64 = 5.0;

/// What parts are made from.
struct Site<'a> {
    limb: &'a Limb,
    chart: &'a Chart,
    inner: &'a [f64],
    outer: &'a [f64],
    inside: &'a Surface,
    wall: Wall,
    minimum: f64,
}

/// The parts that the steps ask for; `inside` is the surface of `inner`, `minimum` the least wall, mm.
///
/// # Errors
/// A face wider than the socket's end or inside its wall, a fillet without room, and what comes nearer to an edge, to
/// another bore or to the socket's inside than the least wall.
pub fn parts(
    limb: &Limb,
    chart: &Chart,
    (inner, inside): (&[f64], &Surface),
    outer: &[f64],
    steps: &[Step],
    minimum: f64,
) -> Result<Parts, SocketError> {
    let mut parts = Parts::default();
    let asked = |step: &Step| {
        matches!(step, Step::Mount(_) | Step::Port(_) | Step::PinLock(_) | Step::Lanyard(_) | Step::Valve(_))
    };
    if !steps.iter().any(asked) {
        return Ok(parts);
    }
    let Some(wall) = Wall::new(chart, inner, outer) else { return Ok(parts) };
    let site = Site { limb, chart, inner, outer, inside, wall, minimum };
    let align = steps.iter().find_map(|step| if let Step::Align(align) = step { Some(align) } else { None });
    let mount = steps.iter().find_map(|step| if let Step::Mount(mount) = step { Some(mount) } else { None });
    let distal = steps.iter().any(|step| matches!(step, Step::Port(port) if port.channel == Channel::Distal));
    let lock = steps.iter().any(|step| matches!(step, Step::PinLock(_)));
    if let Some(mount) = mount {
        // A distal port or a lock takes the middle: the bore of a face with one would meet it.
        site.mount(mount, align, distal || lock, &mut parts)?;
    }
    for step in steps {
        match step {
            Step::Port(port) => site.port(port, &mut parts)?,
            Step::PinLock(lock) => site.pin_lock(lock, &mut parts)?,
            Step::Lanyard(slot) => site.lanyard(slot, &mut parts)?,
            Step::Valve(valve) => site.valve(valve, &mut parts)?,
            _ => {}
        }
    }
    bore::apart(&parts.bores, minimum)?;
    let seats = parts.bosses.iter().chain(&parts.bores);
    let on_side = |part: &&Bore| {
        let seat = parts.bosses.contains(part) && matches!(part.feature, Feature::Port | Feature::Valve);
        seat || part.feature == Feature::Lanyard
    };
    let seats: Vec<Bore> = seats.filter(on_side).copied().collect();
    bore::beside(&seats, parts.bosses.iter().find(|boss| boss.feature == Feature::Block))?;
    if let (Some(frame), Some(align)) = (parts.face, align.filter(|align| align.line_depth_mm > 0.0)) {
        let fillet = mount.map_or(0.0, |mount| mount.fillet_mm);
        let lines =
            engraved::bench_lines(&site.wall.outer, chart, &frame, (&parts.bosses, fillet), align.line_depth_mm);
        site.deep_enough(&lines, &mut parts)?;
    }
    Ok(parts)
}

impl Site<'_> {
    /// The socket's inside at its distal end.
    fn end(&self) -> Vec3 {
        self.chart.point(0, 0, self.inner[0])
    }

    fn mount(
        &self,
        mount: &Mount,
        align: Option<&Align>,
        middle_taken: bool,
        parts: &mut Parts,
    ) -> Result<(), SocketError> {
        let frame = Frame::new(self.limb, self.end(), mount.below_inside_mm, align);
        let radius = mount.diameter_mm / 2.0;
        let block = self.wall.block(&frame, radius, mount.fillet_mm, self.minimum)?;
        // The block reaches up to the wall at its rim, which on a dome is higher than in its middle.
        let above = |point: &Vec3| (*point - frame.centre).dot(frame.up);
        let top = block.vertices.iter().map(above).fold(0.0, f64::max);
        let to = frame.centre + frame.up * top;
        parts.added.push(block);
        parts.face = Some(frame);
        parts.bosses.push(Bore { feature: Feature::Block, from: frame.centre, to, radius, group: 0 });
        let half = mount.hole_square_mm / 2.0;
        let holes: &[[f64; 2]] = match mount.face {
            Face::Pyramid | Face::LaminationAnchor => &[[0.0, 0.0]],
            Face::FourHole => &[[1.0, 1.0], [-1.0, 1.0], [-1.0, -1.0], [1.0, -1.0]],
        };
        let bored = !(middle_taken && mount.face != Face::FourHole);
        let through = mount.hole_kind == HoleKind::ThroughBolt;
        let mut cuts = vec![];
        if mount.face == Face::LaminationAnchor {
            let to = frame.centre + frame.up * mount.recess_depth_mm;
            cuts.push((Feature::Recess, frame.centre, to, mount.recess_mm / 2.0, false));
        }
        for [x, y] in holes.iter().filter(|_| bored && (mount.hole_depth_mm > 0.0 || through)) {
            let at = frame.place(x * half, y * half);
            let to = if through { self.inside_above(&frame, at)? } else { at + frame.up * mount.hole_depth_mm };
            cuts.push((Feature::Hole, at, to, mount.hole_mm / 2.0, through));
        }
        for (index, (feature, from, to, radius, through)) in cuts.into_iter().enumerate() {
            // Bores of one axis belong together: the recess and the bore in its middle.
            let group = if mount.face == Face::FourHole { 10 + index } else { 1 };
            let bore = Bore { feature, from, to, radius, group };
            self.in_the_block(parts, &bore, mount.diameter_mm)?;
            if through {
                parts.through_holes += 1;
                parts.removed.push(rod(from - frame.up, to + frame.up * (2.0 + 2.0 * radius), radius, SIDES / 2));
            } else {
                bore.away_from(self.inside, self.minimum)?;
                parts.removed.push(rod(from - frame.up, to, radius, SIDES / 2));
            }
            parts.bores.push(bore);
        }
        Ok(())
    }

    /// Whether a bore keeps the least wall to the side of the block.
    fn in_the_block(&self, parts: &Parts, bore: &Bore, diameter_mm: f64) -> Result<(), SocketError> {
        let Some(frame) = parts.face else { return Ok(()) };
        let furthest = [bore.from, bore.to].map(|end| frame.from_axis(end)).into_iter().fold(0.0, f64::max);
        let left = diameter_mm / 2.0 - furthest - bore.radius;
        if left < self.minimum {
            let larger = diameter_mm + 2.0 * (self.minimum - left);
            return Err(SocketError::Edge {
                what: bore.feature.label(),
                to: Feature::Block.label(),
                found_mm: left,
                minimum_mm: self.minimum,
                right: format!("make the face at least {larger:.1} mm wide, or move the bore inwards"),
            });
        }
        Ok(())
    }

    /// Where a line from the face along the bench line comes out at the socket's inside.
    fn inside_above(&self, frame: &Frame, at: Vec3) -> Result<Vec3, SocketError> {
        let hit = self.inside.along(at, frame.up).map(|hit| hit.point);
        hit.ok_or(SocketError::Broken { step: "mount", why: "a bore along the bench line misses the socket's inside" })
    }

    fn port(&self, port: &Port, parts: &mut Parts) -> Result<(), SocketError> {
        let radius = port.bore_mm / 2.0;
        parts.through_holes += 1;
        if port.channel == Channel::Side {
            return self.side_port(port, parts);
        }
        let outside = self.chart.point(0, 0, self.outer[0]);
        let frame = parts.face.unwrap_or(Frame::plain(self.end(), outside));
        let top = self.inside_above(&frame, frame.centre)?;
        let bore = Bore { feature: Feature::Port, from: frame.centre, to: top, radius, group: 1 };
        bore::tapped(&bore, port.pitch_mm, port.tap_depth_mm)?;
        parts.removed.push(rod(
            frame.centre - frame.up * 60.0,
            top + frame.up * (3.0 + port.bore_mm),
            radius,
            SIDES / 2,
        ));
        parts.bores.push(bore);
        if port.filter_mm > 0.0 {
            let seat = port.filter_mm / 2.0;
            let to = top - frame.up * port.filter_depth_mm;
            let bore = Bore { feature: Feature::Filter, from: top, to, radius: seat, group: 1 };
            bore::left((to - frame.centre).dot(frame.up), self.minimum, Feature::Filter, Feature::Face)?;
            parts.removed.push(rod(to, top + frame.up * (2.0 + port.filter_mm), seat, SIDES / 2));
            parts.bores.push(bore);
        }
        Ok(())
    }

    /// Cuts engraved lines, if the least wall is left below them.
    fn deep_enough(&self, lines: &[(Mesh, Vec<Vec3>)], parts: &mut Parts) -> Result<(), SocketError> {
        for (tool, tips) in lines {
            let thin = |tip: &Vec3| self.inside.distance_within(*tip, 60.0);
            let least = tips.iter().map(thin).fold(f64::INFINITY, f64::min);
            bore::left(least, self.minimum, Feature::Line, Feature::Inside)?;
            parts.removed.push(tool.clone());
        }
        Ok(())
    }
}
