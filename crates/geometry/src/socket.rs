//! The technique, applied: from a limb to the socket's inside, its wall, and the solid.
//!
//! ```text
//! skin ─ chart ─► + liner, sheath, socks (at their distance) ─► rectify, cup, shape ─► reduce ─► flare ─► inside
//!                                                              (rectified limb)                     │
//!                        solid ◄─ port, mount ◄─ shell, rounded brim ◄─ outside ◄─ seal land ◄─ + wall
//! ```
//! Whatever the order in the file, steps work in this one: a rectification is cut into the model before the model is
//! reduced, as a technician does. Offsets are exact distances ([`crate::offset`]), reductions exact in every section.
//!
//! Not promised: that a printed wall is strong enough, that a section which the chart cannot hold (an undercut, an ear)
//! keeps its shape (how much is lost is measured), or that the person is comfortable.

mod brim;
mod making;
mod steps;
mod thigh;

pub use making::{Making, SocketError};

use crate::chart::{self, Chart};
use crate::combine::combine;
use crate::limb::Limb;
use crate::mesh::{Mesh, Vec3};
use crate::offset::outward;
use crate::query::Surface;
use crate::slices::sections;
use crate::{mount, shell, trim};
use domain::limb::AmputationLevel;
use domain::technique::{Step, thickness_at};
use rayon::prelude::*;
use std::f64::consts::PI;
use brim::Brim;
use steps::{
    Reduction, deepen, flare, interface_mm, rectify, refuse_guessed_loads, refuse_guessed_sides, seal_land, wall,
};
use texts::{Arg, Said, Wording};
use thigh::{reshape, seat_ring};

/// A socket and what was measured on the way.
#[derive(Clone, Debug)]
pub struct Socket {
    /// The rays everything is drawn along.
    pub chart: Chart,
    /// The skin, as radii.
    pub skin: Vec<f64>,
    /// The limb with liner and socks, rectified, before its reduction: points in the chart's order.
    pub rectified: Vec<Vec3>,
    /// The socket's inside, as radii.
    pub inner: Vec<f64>,
    /// The socket's outside, as radii.
    pub outer: Vec<f64>,
    /// The solid.
    pub solid: Mesh,
    /// What is known of it.
    pub facts: Facts,
    /// What the maker should know.
    pub notes: Vec<Said>,
}

/// What is known of a socket.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Facts {
    /// Volume of the rectified limb below the lowest point of the trim line, mL.
    pub rectified_ml: f64,
    /// What the reduction should leave of it, from its sections alone, mL.
    pub expected_inner_ml: f64,
    /// Volume of the socket's inside below the same height, mL.
    pub inner_ml: f64,
    /// The skin below that height, mL.
    pub limb_ml: f64,
    /// The socket's inside up to the trim line, cm²: the area in contact.
    pub contact_cm2: f64,
    /// Mean distance from the limb in its liner and socks to the socket's inside, mm: negative where it is tighter.
    pub mean_gap_mm: f64,
    /// Thinnest wall found, mm.
    pub thinnest_wall_mm: f64,
    /// Thickest liner and socks together, mm.
    pub thickest_interface_mm: f64,
    /// Share of rays that met no skin: holes that were bridged.
    pub bridged: f64,
    /// Deepest undercut that was bridged, mm.
    pub undercut_mm: f64,
    /// How far the brim stands above the scan, mm: the technique draws it there, nobody has seen it.
    pub drawn_above_scan_mm: f64,
    /// The trim line's lowest and highest point, mm below the level that heights are counted from.
    pub trim_below_mm: [f64; 2],
    /// Height of the mounting face, mm below the same level.
    pub face_below_mm: Option<f64>,
    /// Holes through the wall that were asked for: the solid's genus.
    pub through_holes: usize,
}

/// How far below the scan's edge a trim line stays, mm.
const EDGE_MM: f64 = 4.0;

/// A wall is asked for this much thicker than its minimum, mm: between its vertices a face of the outside lies nearer.
const SAG_MM: f64 = 0.06;

/// No wall is thicker, mm: where a search for the other side may stop.
const FURTHEST_WALL_MM: f64 = 60.0;

/// Makes the socket.
///
/// # Errors
/// See [`SocketError`].
pub fn make(limb: &Limb, making: &Making) -> Result<Socket, SocketError> {
    let steps = &making.technique.steps;
    refuse_guessed_loads(limb, steps)?;
    refuse_guessed_sides(limb, steps)?;
    let mut notes = vec![];
    let (low, high) = limb.skin.bounds();
    let reach = 2.0 * (high - low).length();
    let distal = limb.distal_z();
    let surface = Surface::new(&limb.skin).ok_or(SocketError::Broken { step: "scan", why: "it has no faces" })?;
    let (chart, brim) = layout(limb, &surface, making, &mut notes)?;
    let skin = chart::sample(&surface, &chart, reach, |row, spoke| brim.carried(&chart, limb.level, row, spoke))
        .ok_or(SocketError::Broken { step: "scan", why: "close its holes, or lower the trim line" })?;
    let above =
        |row: usize, spoke: usize, radii: &[f64]| chart.point(row, spoke, radii[chart.index(row, spoke)]).z - distal;

    let interface = |row, spoke| interface_mm(steps, making, above(row, spoke, &skin.radii));
    let surface_of = |radii: &[f64], step| {
        let mesh = chart.mesh(&chart.points(radii), chart.rows() - 1);
        let none = SocketError::Broken { step, why: "nothing is left of it" };
        Surface::new(&mesh).ok_or(none).map(|surface| (mesh, surface))
    };
    // A scan without holes is its own surface; the distance to it needs no second one. Of a brim that is drawn it knows nothing.
    let whole = skin.bridged == 0.0 && skin.undercut_share == 0.0 && limb.level == AmputationLevel::Transtibial;
    let sampled = if whole { None } else { Some(surface_of(&skin.radii, "scan")?.1) };
    let covered = outward(&chart, sampled.as_ref().unwrap_or(&surface), &skin.radii, interface);
    let mut points = chart.points(&covered);
    for step in steps {
        match step {
            Step::Rectify { .. } => rectify(limb, &chart, &mut points, step),
            Step::DistalCup { deeper_mm, blend_mm } => deepen(&mut points, *deeper_mm, *blend_mm),
            _ => {}
        }
    }
    reshape(limb, &chart, &mut points, steps);
    let rectified = points.clone();
    let model = chart.mesh(&rectified, chart.rows() - 1);
    let floor = model.bounds().0.z;
    let reduction = Reduction::new(steps, &model, limb.length_mm());
    for point in &mut points {
        let centre = chart.centre(point.z);
        let keep = 1.0 - reduction.at(point.z);
        (point.x, point.y) = (centre.x + keep * (point.x - centre.x), centre.y + keep * (point.y - centre.y));
    }
    flare(&chart, &mut points, steps);
    let mut inner = chart::again(&chart, &points, reach)
        .ok_or(SocketError::Broken { step: "reduce", why: "make rectifications and reduction smaller" })?;
    seat_ring(limb, &chart, &mut inner, steps);

    let (inside, inner_surface) = surface_of(&inner, "reduce")?;
    let (stations, minimum) = wall(steps);
    let thickness = |row, spoke| thickness_at(stations, above(row, spoke, &inner).max(0.0)).max(minimum + SAG_MM);
    let mut outer = outward(&chart, &inner_surface, &inner, thickness);
    seal_land(&chart, &mut outer, steps);
    let shell = shell::solid(&chart, &inner, &outer);
    let parts = mount::parts(limb, &chart, &inner, &outer, steps)?;

    let trim_z: Vec<f64> = (0..chart.spokes()).map(|spoke| chart.ray(chart.trim_row(), spoke).0.z).collect();
    let drawn_above_scan_mm = brim.drawn_mm(&trim_z);
    let brim = trim_z.iter().copied().fold(f64::INFINITY, f64::min);
    // Where the brim flares the inside is wider than the reduction says: the comparison stays below it.
    let flared = steps.iter().map(|step| if let Step::Flare { height_mm, .. } = step { *height_mm } else { 0.0 });
    let level = brim - flared.fold(0.0, f64::max);
    // Joining and cutting takes one core; what is measured meanwhile takes the others.
    let (solid, (thinnest_wall_mm, [rectified_ml, expected_inner_ml], [inner_ml, _])) = rayon::join(
        || match (parts.added.as_slice(), parts.removed.as_slice()) {
            ([], []) => Ok(shell.clone()),
            (added, removed) => combine(&shell, added, removed),
        },
        || {
            let thinnest = thinnest(&chart, &inner_surface, &outer);
            (thinnest, volumes(&model, floor, level, &reduction), volumes(&inside, floor, level, &Reduction::NONE))
        },
    );
    let solid = solid?;
    if thinnest_wall_mm < minimum {
        return Err(SocketError::Thin { thinnest_mm: thinnest_wall_mm, minimum_mm: minimum });
    }
    if skin.undercut_mm > 1.0 {
        let note = Wording::new("shape_note-undercuts");
        let note = note.with("depth", Arg::Figure(format!("{:.1} mm", skin.undercut_mm)));
        notes.push(note.with("share", Arg::Figure(format!("{:.1}", 100.0 * skin.undercut_share))).into());
    }
    if drawn_above_scan_mm > 0.5 {
        let note = Wording::new("shape_note-drawn_above_scan");
        notes.push(note.with("height", Arg::Figure(format!("{drawn_above_scan_mm:.0} mm"))).into());
    }
    if skin.bridged > 0.0 {
        let share = Arg::Figure(format!("{:.2}", 100.0 * skin.bridged));
        notes.push(Wording::new("shape_note-bridged").with("share", share).into());
    }
    let facts = Facts {
        rectified_ml,
        expected_inner_ml,
        inner_ml,
        limb_ml: limb.volume_below_ml(level),
        contact_cm2: chart.mesh(&chart.points(&inner), chart.trim_row()).area() / 1e2,
        mean_gap_mm: mean_gap(&chart, &covered, &inner),
        thinnest_wall_mm,
        thickest_interface_mm: chart.map(interface).into_iter().fold(0.0, f64::max),
        bridged: skin.bridged,
        undercut_mm: skin.undercut_mm,
        drawn_above_scan_mm,
        trim_below_mm: [-brim, -trim_z.iter().copied().fold(f64::NEG_INFINITY, f64::max)],
        face_below_mm: parts.face_z.map(|z| -z),
        through_holes: parts.through_holes,
    };
    Ok(Socket { chart, skin: skin.radii, rectified, inner, outer, solid, facts, notes })
}

/// The chart for a limb and its trim line.
fn layout(
    limb: &Limb,
    surface: &Surface,
    making: &Making,
    notes: &mut Vec<Said>,
) -> Result<(Chart, Brim), SocketError> {
    const STEP_MM: f64 = 5.0;
    let (distal, top) = (limb.distal_z(), limb.top_z());
    let heights: Vec<f64> = (1..).map(|step| distal + STEP_MM * f64::from(step)).take_while(|z| *z < top).collect();
    let cuts = sections(&limb.skin, &heights);
    let radius: Vec<f64> = cuts.iter().map(|section| (section.area / PI).sqrt()).collect();
    let no_room = SocketError::NoRoom { top, length: -distal, reference: limb.level.reference() };
    // The fan's point: as high above the distal end as the limb is thick there.
    let fan = (0..heights.len()).find(|at| heights[*at] - distal >= radius[*at]).unwrap_or(heights.len() * 3 / 5);
    if heights.len() < 8 || heights.len() - fan < 4 {
        return Err(no_room);
    }
    let smooth = |at: usize| {
        let near = &cuts[at.saturating_sub(3)..(at + 4).min(cuts.len())];
        let sum = near.iter().map(|section| section.centroid).sum::<Vec3>() / near.len() as f64;
        [sum.x, sum.y]
    };
    let centres: Vec<[f64; 2]> = (fan..heights.len()).map(smooth).collect();
    let fan_z = heights[fan];
    let (lowest, highest) = (fan_z + 2.0 * making.resolution.row_mm, top - EDGE_MM);
    if highest <= lowest {
        return Err(no_room);
    }
    let line =
        making.technique.steps.iter().find_map(|step| if let Step::Trim { line } = step { Some(line) } else { None });
    let mut lowered: f64 = 0.0;
    let spokes = making.resolution.spokes;
    let [x, y] = centres.last().copied().unwrap_or_default();
    let brim = Brim::new(limb, surface, &making.technique.steps, spokes, highest, Vec3::new(x, y, highest));
    if let Some(below_mm) = brim.short_of_the_ramus() {
        return Err(SocketError::RamusOutOfReach { below_mm });
    }
    let towards_lateral = limb.angle(1.0_f64.to_degrees());
    let trim_z = (0..spokes)
        .map(|spoke| {
            let around = 2.0 * PI * spoke as f64 / spokes as f64 * towards_lateral;
            let highest = brim.highest(spoke);
            let wanted = line.map_or(highest, |line| -trim::below_mm(line, around));
            lowered = lowered.max(wanted - highest);
            wanted.clamp(lowest, highest)
        })
        .collect();
    if lowered > 0.0 {
        let mm = |value: f64| Arg::Figure(format!("{value:.0} mm"));
        let ends = if top < 0.0 { "shape_note-trim_lowered_below" } else { "shape_note-trim_lowered" };
        let note = Wording::new(ends).with("lowered", mm(lowered)).with("top", mm(top.abs()));
        let note = note.with("level", limb.level.heights_from());
        notes.push(note.into());
    }
    Ok((Chart::new(centres, STEP_MM, fan_z, fan_z - distal, trim_z, making.resolution.row_mm), brim))
}

/// The volume below `level` by sections, mL, as it is and as it would be with every section reduced.
fn volumes(mesh: &Mesh, floor: f64, level: f64, reduction: &Reduction) -> [f64; 2] {
    // Gauss points of ten panels a centimetre would be no better: sections of a mesh are piecewise smooth only.
    let panels = (((level - floor) / 0.5).ceil() as usize).max(1);
    let width = (level - floor) / panels as f64;
    let heights: Vec<f64> = (0..panels).map(|panel| floor + width * (panel as f64 + 0.5)).collect();
    let mut sums = [0.0; 2];
    for section in sections(mesh, &heights) {
        let keep = 1.0 - reduction.at(section.height);
        sums[0] += section.area * width / 1e3;
        sums[1] += section.area * keep * keep * width / 1e3;
    }
    sums
}

/// The least distance from the outside to the inside up to the brim, mm, in the middle of every outer face, where a
/// flat face lies nearest to what it goes around.
fn thinnest(chart: &Chart, inside: &Surface, outer: &[f64]) -> f64 {
    let outside = chart.mesh(&chart.points(outer), chart.trim_row());
    let distance = |face: usize| {
        let middle = outside.corners(face).iter().sum::<Vec3>() / 3.0;
        inside.distance_within(middle, FURTHEST_WALL_MM)
    };
    (0..outside.faces.len()).into_par_iter().map(distance).reduce(|| f64::INFINITY, f64::min)
}

/// Mean distance between two surfaces of the chart below the brim, along the normal, mm.
fn mean_gap(chart: &Chart, limb: &[f64], socket: &[f64]) -> f64 {
    let volume = |radii: &[f64]| {
        let mesh = chart.mesh(&chart.points(radii), chart.trim_row());
        // Both are closed by the same kind of fan to the centre of the brim.
        let apex = chart.centre(0.0);
        mesh.triangles().map(|[a, b, c]| (a - apex).dot((b - apex).cross(c - apex)) / 6.0).sum::<f64>()
    };
    (volume(socket) - volume(limb)) / chart.mesh(&chart.points(limb), chart.trim_row()).area()
}
