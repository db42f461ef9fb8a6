//! The technique, applied: from a limb to the socket's inside, its wall, and the solid.
//!
//! ```text
//! skin ─ chart ─► + liner, sheath, socks (at their distance) ─► rectify, cup ─► reduce ─► flare ─► inside
//!                                                              (rectified limb)                     │
//!                        solid ◄─ port, mount ◄─ shell, rounded brim ◄─ outside ◄─ seal land ◄─ + wall
//! ```
//! Whatever the order in the file, steps work in this one: a rectification is cut into the model before the model is
//! reduced, as a technician does. Offsets are exact distances ([`crate::offset`]), reductions exact in every section.
//!
//! Not promised: that a printed wall is strong enough, that a section which the chart cannot hold (an undercut, an ear)
//! keeps its shape (how much is lost is measured), or that the person is comfortable.

use crate::chart::{self, Chart, Resolution};
use crate::combine::{CombineError, combine};
use crate::limb::Limb;
use crate::mesh::{Mesh, Vec3};
use crate::offset::outward;
use crate::query::Surface;
use crate::slices::sections;
use crate::{mount, shell, trim};
use domain::sock::SockThickness;
use domain::technique::{Landmark, ScannedOver, Station, Step, Technique, interpolate, thickness_at};
use std::f64::consts::PI;

/// What a socket is made from, besides the limb.
#[derive(Clone, Copy, Debug)]
pub struct Making<'a> {
    /// The steps.
    pub technique: &'a Technique,
    /// What the scan went around.
    pub over: ScannedOver,
    /// How thick socks are.
    pub socks: &'a SockThickness,
    /// How finely it is drawn.
    pub resolution: Resolution,
}

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
    pub notes: Vec<String>,
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
    /// The trim line's lowest and highest point, mm below the mid-patellar tendon.
    pub trim_below_mm: [f64; 2],
    /// Height of the mounting face, mm below the mid-patellar tendon.
    pub face_below_mm: Option<f64>,
    /// Holes through the wall that were asked for: the solid's genus.
    pub through_holes: usize,
}

/// Why a socket cannot be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SocketError {
    /// The scan ends too low.
    #[error(
        "the scan reaches {top:.0} mm above the mid-patellar tendon level and the limb {length:.0} mm below it: \
         there is no room for a trim line; scan more of the limb, or say where that level is"
    )]
    NoRoom {
        /// Highest closed section, mm above the reference.
        top: f64,
        /// Limb length, mm.
        length: f64,
    },
    /// A step takes the surface apart.
    #[error("after step {step} the limb has no surface at some height: {why}")]
    Broken {
        /// Which step.
        step: &'static str,
        /// What would be right.
        why: &'static str,
    },
    /// The mounting face is wider than the socket's end.
    #[error("the mounting face of {diameter_mm} mm is wider than the socket's end, {room_mm:.0} mm; make it smaller")]
    FaceTooWide {
        /// What was asked for, mm.
        diameter_mm: f64,
        /// What there is, mm.
        room_mm: f64,
    },
    /// Joining or cutting failed.
    #[error(transparent)]
    Combine(#[from] CombineError),
}

/// How far below the scan's edge a trim line stays, mm.
const EDGE_MM: f64 = 4.0;

/// Makes the socket.
///
/// # Errors
/// See [`SocketError`].
pub fn make(limb: &Limb, making: &Making) -> Result<Socket, SocketError> {
    let steps = &making.technique.steps;
    let mut notes = vec![];
    let chart = layout(limb, making, &mut notes)?;
    let (low, high) = limb.skin.bounds();
    let reach = 2.0 * (high - low).length();
    let distal = limb.distal_z();
    let surface = Surface::new(&limb.skin).ok_or(SocketError::Broken { step: "scan", why: "it has no faces" })?;
    let skin = chart::sample(&surface, &chart, reach)
        .ok_or(SocketError::Broken { step: "scan", why: "close its holes, or lower the trim line" })?;
    let above =
        |row: usize, spoke: usize, radii: &[f64]| chart.point(row, spoke, radii[chart.index(row, spoke)]).z - distal;

    let interface = |row, spoke| interface_mm(steps, making, above(row, spoke, &skin.radii));
    let covered = outward(&chart, &skin.radii, interface);
    let mut points = chart.points(&covered);
    for step in steps {
        match step {
            Step::Rectify { .. } => rectify(limb, &chart, &mut points, step),
            Step::DistalCup { deeper_mm, blend_mm } => deepen(&mut points, *deeper_mm, *blend_mm),
            _ => {}
        }
    }
    let rectified = points.clone();
    let model = chart.mesh(&rectified, chart.rows() - 1);
    let floor = model.bounds().0.z;
    let reduction = Reduction::new(steps, &model);
    for point in &mut points {
        let centre = chart.centre(point.z);
        let keep = 1.0 - reduction.at(point.z);
        (point.x, point.y) = (centre.x + keep * (point.x - centre.x), centre.y + keep * (point.y - centre.y));
    }
    flare(&chart, &mut points, steps);
    let inner = chart::again(&chart, &points, reach)
        .ok_or(SocketError::Broken { step: "reduce", why: "make rectifications and reduction smaller" })?
        .radii;

    let (stations, minimum) = wall(steps);
    let mut outer =
        outward(&chart, &inner, |row, spoke| thickness_at(stations, above(row, spoke, &inner).max(0.0)).max(minimum));
    seal_land(&chart, &mut outer, steps);
    let thinnest_wall_mm = thinnest(&chart, &inner, &outer);
    let shell = shell::solid(&chart, &inner, &outer);
    let parts = mount::parts(limb, &chart, &inner, &outer, steps)?;
    let solid = if parts.added.is_empty() && parts.removed.is_empty() {
        shell
    } else {
        combine(&shell, &parts.added, &parts.removed)?
    };

    let inside = chart.mesh(&chart.points(&inner), chart.rows() - 1);
    let trim_z = (0..chart.spokes()).map(|spoke| chart.ray(chart.trim_row(), spoke).0.z);
    let brim = trim_z.clone().fold(f64::INFINITY, f64::min);
    // Where the brim flares the inside is wider than the reduction says: the comparison stays below it.
    let flared = steps.iter().map(|step| if let Step::Flare { height_mm, .. } = step { *height_mm } else { 0.0 });
    let level = brim - flared.fold(0.0, f64::max);
    let [rectified_ml, expected_inner_ml] = volumes(&model, floor, level, &reduction);
    let [inner_ml, _] = volumes(&inside, floor, level, &Reduction::NONE);
    if skin.undercut_mm > 1.0 {
        let share = 100.0 * skin.undercut_share;
        notes.push(format!(
            "the scan has undercuts of up to {:.1} mm on {share:.1} % of it; the socket goes around them",
            skin.undercut_mm
        ));
    }
    if skin.bridged > 0.0 {
        notes.push(format!("holes over {:.2} % of the scan were bridged", 100.0 * skin.bridged));
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
        trim_below_mm: [-brim, -trim_z.fold(f64::NEG_INFINITY, f64::max)],
        face_below_mm: parts.face_z.map(|z| -z),
        through_holes: parts.through_holes,
    };
    Ok(Socket { chart, skin: skin.radii, rectified, inner, outer, solid, facts, notes })
}

/// The chart for a limb and its trim line.
fn layout(limb: &Limb, making: &Making, notes: &mut Vec<String>) -> Result<Chart, SocketError> {
    const STEP_MM: f64 = 5.0;
    let (distal, top) = (limb.distal_z(), limb.top_z());
    let heights: Vec<f64> = (1..).map(|step| distal + STEP_MM * f64::from(step)).take_while(|z| *z < top).collect();
    let cuts = sections(&limb.skin, &heights);
    let radius: Vec<f64> = cuts.iter().map(|section| (section.area / PI).sqrt()).collect();
    let no_room = SocketError::NoRoom { top, length: -distal };
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
    let centres = (fan..heights.len()).map(smooth).collect();
    let fan_z = heights[fan];
    let (lowest, highest) = (fan_z + 2.0 * making.resolution.row_mm, top - EDGE_MM);
    if highest <= lowest {
        return Err(no_room);
    }
    let line =
        making.technique.steps.iter().find_map(|step| if let Step::Trim { line } = step { Some(line) } else { None });
    let mut lowered: f64 = 0.0;
    let spokes = making.resolution.spokes;
    let towards_lateral = limb.angle(1.0_f64.to_degrees());
    let trim_z = (0..spokes)
        .map(|spoke| {
            let around = 2.0 * PI * spoke as f64 / spokes as f64 * towards_lateral;
            let wanted = line.map_or(highest, |line| -trim::below_mm(line, around));
            lowered = lowered.max(wanted - highest);
            wanted.clamp(lowest, highest)
        })
        .collect();
    if lowered > 0.0 {
        notes.push(format!(
            "the trim line was lowered by up to {lowered:.0} mm: the scan ends {top:.0} mm above the mid-patellar tendon level"
        ));
    }
    Ok(Chart::new(centres, STEP_MM, fan_z, fan_z - distal, trim_z, making.resolution.row_mm))
}

/// Liner, sheath and socks at a height above the distal end, mm.
fn interface_mm(steps: &[Step], making: &Making, above_distal_end_mm: f64) -> f64 {
    steps
        .iter()
        .map(|step| match step {
            Step::Liner { thickness, .. } if making.over == ScannedOver::Skin => {
                thickness_at(thickness, above_distal_end_mm.max(0.0))
            }
            Step::Sheath { thickness_mm } => *thickness_mm,
            Step::Socks { plies } => making.socks.of_stack(plies),
            _ => 0.0,
        })
        .sum()
}

/// One rectification: along the surface's normal, deepest at the landmark, nothing at its edge, smooth between.
fn rectify(limb: &Limb, chart: &Chart, points: &mut [Vec3], step: &Step) {
    let Step::Rectify { at, around_deg, below_mm, depth_mm, half_length_mm, half_width_mm, .. } = step else { return };
    let Some(landmark) = limb.landmarks.get(at) else { return };
    let from = chart.centre(landmark.point.z);
    let direction = landmark.point - from;
    let middle = direction.y.atan2(direction.x) + limb.angle(*around_deg);
    let height = landmark.point.z - below_mm;
    let normals = chart.mesh(points, chart.rows() - 1).normals();
    let spokes = chart.spokes();
    let distal = *at == Landmark::DistalEnd;
    for (index, point) in points.iter_mut().enumerate() {
        let out = *point - chart.centre(point.z);
        let (across, along) = if distal {
            // Around the lowest point there is no "around the limb": the footprint is a circle about it.
            (out.x.hypot(out.y), 0.0)
        } else {
            let turn = (out.y.atan2(out.x) - middle + PI).rem_euclid(2.0 * PI) - PI;
            (turn * out.x.hypot(out.y), point.z - height)
        };
        let reach = (across / half_width_mm).powi(2) + (along / half_length_mm).powi(2);
        if reach < 1.0 {
            let vertex = if index < spokes { 0 } else { 1 + index - spokes };
            *point += normals[vertex] * (depth_mm * (1.0 - reach).powi(2));
        }
    }
}

/// Moves the distal end down, fading out with height.
fn deepen(points: &mut [Vec3], deeper_mm: f64, blend_mm: f64) {
    let floor = points.iter().map(|point| point.z).fold(f64::INFINITY, f64::min);
    for point in points {
        let share = ((point.z - floor) / blend_mm).clamp(0.0, 1.0);
        point.z -= deeper_mm * (1.0 - share * share * (3.0 - 2.0 * share));
    }
}

/// How much of every section the reduction takes, by height.
struct Reduction {
    /// (height, share of the circumference), rising.
    rows: Vec<(f64, f64)>,
}

impl Reduction {
    const NONE: Self = Self { rows: vec![] };

    fn new(steps: &[Step], model: &Mesh) -> Self {
        let (low, high) = model.bounds();
        let heights: Vec<f64> = (1..100).map(|step| low.z + (high.z - low.z) * f64::from(step) / 100.0).collect();
        let mut rows: Vec<(f64, f64)> = heights.iter().map(|z| (*z, 0.0)).collect();
        for step in steps {
            let Step::Reduce { percent, by_circumference } = step else { continue };
            if by_circumference.is_empty() {
                rows.iter_mut().for_each(|row| row.1 += percent / 100.0);
                continue;
            }
            // The dome's small sections are no thin limb: below the widest section it has the reduction of that one.
            let table = || by_circumference.iter().map(|row| (row.circumference_mm, row.percent));
            let mut widest: f64 = 0.0;
            for (row, section) in rows.iter_mut().zip(sections(model, &heights)) {
                widest = widest.max(section.tape);
                row.1 += interpolate(table(), widest) / 100.0;
            }
        }
        Self { rows }
    }

    fn at(&self, z: f64) -> f64 {
        interpolate(self.rows.iter().copied(), z)
    }
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

/// Turns the brim outwards, from nothing at its lower edge, without a kink there.
fn flare(chart: &Chart, points: &mut [Vec3], steps: &[Step]) {
    for step in steps {
        let Step::Flare { out_mm, height_mm } = step else { continue };
        for (index, point) in points.iter_mut().enumerate() {
            let spoke = index % chart.spokes();
            let (trim, direction) = chart.ray(chart.trim_row(), spoke);
            let share = ((point.z - trim.z) / height_mm + 1.0).clamp(0.0, 1.5);
            *point += direction * (out_mm * share * share);
        }
    }
}

fn wall(steps: &[Step]) -> (&[Station], f64) {
    let found = steps.iter().find_map(|step| match step {
        Step::Wall { thickness, minimum_mm } => Some((thickness.as_slice(), *minimum_mm)),
        _ => None,
    });
    found.unwrap_or((&[], 0.0))
}

/// Makes the outside convex around the limb over a band below the brim: a stretched sleeve bridges a hollow, and the
/// bridge is a leak.
fn seal_land(chart: &Chart, outer: &mut [f64], steps: &[Step]) {
    const RAMP_MM: f64 = 8.0;
    let Some(height) =
        steps.iter().find_map(|step| if let Step::SealLand { height_mm } = step { Some(*height_mm) } else { None })
    else {
        return;
    };
    let spokes = chart.spokes();
    let low = (0..spokes).map(|spoke| chart.ray(chart.trim_row(), spoke).0.z).fold(f64::INFINITY, f64::min);
    for row in 1..chart.rows() {
        let ring: Vec<Vec3> =
            (0..spokes).map(|spoke| chart.point(row, spoke, outer[chart.index(row, spoke)])).collect();
        let mean = ring.iter().map(|point| point.z).sum::<f64>() / spokes as f64;
        let share = ((mean - (low - height - RAMP_MM)) / RAMP_MM).clamp(0.0, 1.0);
        if share <= 0.0 || chart.ray(row, 0).1.z < 0.0 {
            continue;
        }
        let hull = hull_radii(chart, row, &ring);
        for (spoke, wide) in hull.into_iter().enumerate() {
            let radius = &mut outer[chart.index(row, spoke)];
            *radius += share * (wide - *radius).max(0.0);
        }
    }
}

/// Radii of a ring's convex hull along its rays.
fn hull_radii(chart: &Chart, row: usize, ring: &[Vec3]) -> Vec<f64> {
    let spokes = ring.len();
    let centre = |spoke: usize| chart.ray(row, spoke).0;
    let at = |spoke: usize| ring[spoke % spokes] - centre(spoke % spokes);
    // A point is on the hull if no chord between two others passes outside of it: walk around twice, dropping those.
    let mut hull: Vec<usize> = vec![];
    for spoke in 0..2 * spokes {
        while hull.len() > 1 {
            let [a, b, c] = [at(hull[hull.len() - 2]), at(hull[hull.len() - 1]), at(spoke)];
            if (b - a).cross(c - b).z > 0.0 {
                break;
            }
            hull.pop();
        }
        hull.push(spoke);
    }
    let mut radii: Vec<f64> = (0..spokes).map(|spoke| at(spoke).length()).collect();
    for pair in hull.windows(2) {
        let [a, b] = [at(pair[0]), at(pair[1])];
        for spoke in pair[0] + 1..pair[1] {
            let direction = chart.ray(row, spoke % spokes).1;
            let across = (b - a).cross(direction).z;
            if across.abs() > 1e-12 {
                let reach = (b - a).cross(a).z / across;
                radii[spoke % spokes] = radii[spoke % spokes].max(reach);
            }
        }
    }
    radii
}

/// The least distance from the inside to the outside up to the brim, mm.
fn thinnest(chart: &Chart, inner: &[f64], outer: &[f64]) -> f64 {
    let Some(outside) = Surface::new(&chart.mesh(&chart.points(outer), chart.rows() - 1)) else { return 0.0 };
    chart
        .map(|row, spoke| {
            if row > chart.trim_row() {
                return f64::INFINITY;
            }
            outside.nearest(chart.point(row, spoke, inner[chart.index(row, spoke)])).distance
        })
        .into_iter()
        .fold(f64::INFINITY, f64::min)
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
