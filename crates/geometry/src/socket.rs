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
mod gap;
mod making;
mod outline;
mod shelf;
mod sound;
mod steps;
mod thickness;
mod thigh;
mod told;

pub use making::{Making, SocketError};
pub use outline::Outline;

use crate::chart::{self, Chart};
use crate::donning::{self, Donning};
use crate::limb::Limb;
use crate::mesh::{Mesh, Vec3};
use crate::mount::{Feature, Frame};
use crate::offset::outward;
use crate::query::Surface;
use crate::slices::sections;
use crate::thinnest::{self, Thin};
use crate::{cut::Cut, mount, shell, trim};
use brim::Brim;
use domain::limb::AmputationLevel;
use domain::technique::{EdgeStation, Step, in_order};
use gap::mean_gap;
use sound::sound;
use std::f64::consts::PI;
use steps::{
    Reduction, deepen, engraved_mm, flare, interface_mm, least_wall, rectify, refuse_guessed_loads,
    refuse_guessed_sides, seal_land,
};
use texts::{Arg, Said, Wording};
use thickness::Thickness;
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
    /// Its trim line and windows.
    pub outline: Outline,
    /// The inside's own faces up to a trim line that turns back.
    pub cut: Option<Cut>,
    /// The solid; the frame where there is one.
    pub solid: Mesh,
    /// The flexible inner socket within the frame.
    pub flexible: Option<Flexible>,
    /// The mounting face, where there is one.
    pub face: Option<Frame>,
    /// What is known of it.
    pub facts: Facts,
    /// What the maker should know.
    pub notes: Vec<Said>,
}

/// A flexible inner socket.
#[derive(Clone, Debug)]
pub struct Flexible {
    /// Its outside, as radii.
    pub outer: Vec<f64>,
    /// The frame's inside, as radii.
    pub frame_inner: Vec<f64>,
    /// The solid.
    pub solid: Mesh,
}

impl Socket {
    /// The inside up to the trim line, without windows.
    pub fn inside(&self) -> Mesh {
        let points = self.chart.points(&self.inner);
        match &self.cut {
            Some(cut) => cut.mesh(&self.chart, &points),
            None => self.chart.mesh(&points, self.chart.trim_row()),
        }
    }

    /// The outside up to the trim line, without windows, rim and what is bolted on.
    pub fn outside(&self) -> Mesh {
        let points = self.chart.points(&self.outer);
        match &self.cut {
            Some(cut) => cut.mesh(&self.chart, &points),
            None => self.chart.mesh(&points, self.chart.trim_row()),
        }
    }

    /// The trim line on the inside.
    pub fn brim(&self) -> Vec<Vec3> {
        self.outline.brim(&self.chart, &self.chart.points(&self.inner))
    }
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
    /// Thinnest wall found between inside and outside, mm.
    pub thinnest_wall_mm: f64,
    /// The thinnest place of the whole solid: holes to edges, pockets and engraved lines among it.
    pub thinnest: ThinPlace,
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
    /// Holes through the wall that were asked for, bores and windows: the solid's genus.
    pub through_holes: usize,
    /// Windows among them.
    pub windows: usize,
    /// Thinnest wall of the flexible inner socket, mm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thinnest_inner_mm: Option<f64>,
    /// Holes through the flexible inner socket: its genus.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inner_through_holes: Option<usize>,
    /// Where the bench line goes, where there is a mounting face.
    pub bench_line: Option<BenchLine>,
    /// Whether the limb gets in; nothing where the socket is too short to tell.
    pub donning: Option<Donning>,
}

/// A thinnest place.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct ThinPlace {
    /// How thin, mm.
    pub mm: f64,
    /// What it is at.
    pub feature: Feature,
    /// Around the limb from anterior towards lateral, degrees.
    pub around_deg: f64,
    /// Above the limb's distal end, mm; negative below it.
    pub above_distal_end_mm: f64,
}

/// The line through the middle of the mounting face, square to it.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct BenchLine {
    /// Where it passes the lowest brim's height, from the socket's middle there, mm: forward, and towards lateral.
    pub at_brim_mm: [f64; 2],
    /// The face's middle, from the limb's distal end, mm: forward, and towards lateral.
    pub face_mm: [f64; 2],
}

/// How far below the scan's edge a trim line stays, mm.
const EDGE_MM: f64 = 4.0;

/// A wall is asked for this much thicker than its minimum, mm: between its vertices a face of the outside lies nearer.
const SAG_MM: f64 = 0.06;

/// Makes the socket.
///
/// # Errors
/// See [`SocketError`].
pub fn make(limb: &Limb, making: &Making) -> Result<Socket, SocketError> {
    let steps = &making.technique.steps_in_full();
    refuse_guessed_loads(limb, steps)?;
    refuse_guessed_sides(limb, steps)?;
    let mut notes = vec![];
    let (low, high) = limb.skin.bounds();
    let reach = 2.0 * (high - low).length();
    let distal = limb.distal_z();
    let surface = Surface::new(&limb.skin).ok_or(SocketError::Broken { step: "scan", why: "it has no faces" })?;
    let (chart, drawable, outline) = layout(limb, &surface, making, steps, &mut notes)?;
    outline.check(limb.distal_z())?;
    let skin = chart::sample(&surface, &chart, reach, |row, spoke| drawable.carried(&chart, limb.level, row, spoke))
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
    flare(limb, &chart, &outline, &mut points, steps);
    shelf::inside(&chart, &mut points, steps);
    let mut inner = chart::again(&chart, &points, reach)
        .ok_or(SocketError::Broken { step: "reduce", why: "make rectifications and reduction smaller" })?;
    seat_ring(limb, &chart, &mut inner, steps);

    let (inside, inner_surface) = surface_of(&inner, "reduce")?;
    let minimum = least_wall(steps);
    let [brim, highest] = outline.heights();
    let frame = steps.iter().find_map(|step| if let Step::Frame(frame) = step { Some(frame) } else { None });
    let within = match frame {
        None => None,
        Some(frame) => {
            let mut outer = outward(&chart, &inner_surface, &inner, |_, _| frame.inner_thickness_mm + SAG_MM);
            seal_land(&chart, &mut outer, steps, brim);
            let (_, surface) = surface_of(&outer, "frame")?;
            let frame_inner = outward(&chart, &surface, &outer, |_, _| frame.clearance_mm);
            let (_, surface) = surface_of(&frame_inner, "frame")?;
            Some((outer, frame_inner, surface))
        }
    };
    let (within_radii, within_surface) =
        within.as_ref().map_or((&inner, &inner_surface), |(_, frame_inner, surface)| (frame_inner, surface));
    // An engraved line takes its depth from the wall.
    let by_place = Thickness::new(limb, &chart, steps, &outline, minimum + SAG_MM + engraved_mm(steps));
    let thickness = |row, spoke| by_place.at(&chart, chart.point(row, spoke, within_radii[chart.index(row, spoke)]));
    let mut outer = outward(&chart, within_surface, within_radii, thickness);
    if within.is_none() {
        seal_land(&chart, &mut outer, steps, brim);
    }
    shelf::outside(&chart, &mut outer, steps);
    let inner_points = chart.points(&inner);
    let whole = outline.whole(&chart, &inner_points)?;
    let wall = outline.wall(&chart, &inner_points)?;
    let roll = rolled_edge(limb, steps);
    let roll = roll.as_ref().map(|roll| roll as &dyn Fn(Vec3) -> f64);
    let around = |bend: shell::TightBend| SocketError::TightBend {
        around_deg: limb.around_deg(bend.at),
        bend_mm: bend.bend_mm,
        needs_mm: bend.needs_mm,
    };
    let shell =
        shell::solid(&chart, within_radii, &outer, wall.as_ref(), roll.filter(|_| within.is_none())).map_err(around)?;
    let parts = mount::parts(limb, &chart, (within_radii, within_surface), &outer, steps, minimum)?;
    if outline.windows() > 0 {
        let middle: Vec<f64> = within_radii.iter().zip(&outer).map(|(a, b)| (a + b) / 2.0).collect();
        let all: Vec<Mesh> = parts.added.iter().chain(&parts.removed).cloned().collect();
        outline.check_parts(&chart, &chart.points(&middle), &all)?;
    }
    let flexible = match &within {
        None => None,
        Some((outer_of_inner, frame_inner, _)) => {
            let bores: Vec<Step> = steps.iter().filter(|step| matches!(step, Step::Port(_))).cloned().collect();
            let bores = mount::parts(limb, &chart, (&inner, &inner_surface), &outer, &bores, minimum)?;
            let shell = shell::solid(&chart, &inner, outer_of_inner, whole.as_ref(), roll).map_err(around)?;
            let solid = sound(limb, &shell, &[], &bores.removed)?;
            let thinnest = thinnest::shell(&chart, &inner_surface, outer_of_inner).mm;
            Some((
                Flexible { outer: outer_of_inner.clone(), frame_inner: frame_inner.clone(), solid },
                thinnest,
                bores.through_holes,
            ))
        }
    };

    let trim_z: Vec<f64> = (0..chart.spokes()).map(|spoke| chart.ray(chart.trim_row(), spoke).0.z).collect();
    let drawn_above_scan_mm = drawable.drawn_mm(&trim_z);
    // Where the brim flares the inside is wider than the reduction says: the comparison stays below it.
    let flared = steps.iter().map(|step| match step {
        Step::Flare { height_mm, by_place, .. } if by_place.is_empty() => *height_mm,
        Step::Flare { by_place, .. } => by_place.iter().map(|station| station.height_mm).fold(0.0, f64::max),
        _ => 0.0,
    });
    let level = brim - flared.fold(0.0, f64::max);
    // Joining and cutting takes one core; what is measured meanwhile takes the others.
    let (solid, (thinnest_wall, [rectified_ml, expected_inner_ml], [inner_ml, _], donning)) = rayon::join(
        || sound(limb, &shell, &parts.added, &parts.removed),
        || {
            let thinnest = thinnest::shell(&chart, within_surface, &outer);
            let in_liner = chart.mesh(&chart.points(&covered), chart.rows() - 1);
            let donning = donning::judge(limb, &in_liner, &inside, brim, |z| reduction.at(z));
            let [model, inside] = [(&model, &reduction), (&inside, &Reduction::NONE)]
                .map(|(mesh, reduction)| volumes(mesh, floor, level, reduction));
            (thinnest, model, inside, donning)
        },
    );
    let solid = solid?;
    let around = thinnest::around(&solid, &parts.bores, &parts.bosses);
    let thinnest = place(limb, around.map_or(thinnest_wall, |around| thinnest_wall.or(around)));
    if thinnest.mm < minimum {
        return Err(SocketError::Thin {
            thinnest_mm: thinnest.mm,
            minimum_mm: minimum,
            feature: thinnest.feature.label(),
            around_deg: thinnest.around_deg,
            above_mm: thinnest.above_distal_end_mm,
        });
    }
    notes.extend(told::donning(donning.as_ref()));
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
    let contact = match &whole {
        Some(cut) => cut.mesh(&chart, &inner_points),
        None => chart.mesh(&inner_points, chart.trim_row()),
    };
    let facts = Facts {
        rectified_ml,
        expected_inner_ml,
        inner_ml,
        limb_ml: limb.volume_below_ml(level),
        contact_cm2: contact.area() / 1e2,
        mean_gap_mm: mean_gap(&chart, &covered, &inner),
        thinnest_wall_mm: thinnest_wall.mm,
        thinnest,
        thickest_interface_mm: chart.map(interface).into_iter().fold(0.0, f64::max),
        bridged: skin.bridged,
        undercut_mm: skin.undercut_mm,
        drawn_above_scan_mm,
        trim_below_mm: [-brim, -highest],
        face_below_mm: parts.face.map(|face| -face.centre.z),
        through_holes: parts.through_holes + outline.windows(),
        windows: outline.windows(),
        thinnest_inner_mm: flexible.as_ref().map(|(_, thinnest, _)| *thinnest),
        inner_through_holes: flexible.as_ref().map(|(.., holes)| *holes),
        bench_line: parts.face.map(|face| bench_line(limb, &chart, &face, brim)),
        donning,
    };
    let flexible = flexible.map(|(flexible, ..)| flexible);
    let (skin, face, cut) = (skin.radii, parts.face, whole);
    Ok(Socket { chart, skin, rectified, inner, outer, outline, cut, solid, flexible, face, facts, notes })
}

/// The radius of a rolled edge at a point of it, where there is one.
fn rolled_edge(limb: &Limb, steps: &[Step]) -> Option<impl Fn(Vec3) -> f64> {
    let (radius, by_place) = steps.iter().find_map(|step| match step {
        Step::RolledEdge { radius_mm, by_place } => Some((*radius_mm, by_place)),
        _ => None,
    })?;
    let along: Vec<(f64, f64)> =
        by_place.iter().map(|EdgeStation { around_deg, radius_mm }| (*around_deg, *radius_mm)).collect();
    Some(move |point| if along.is_empty() { radius } else { trim::around(&along, limb.around_deg(point).to_radians()) })
}

/// The chart for a limb and its trim line, how high a brim may stand, and the line with the windows.
fn layout(
    limb: &Limb,
    surface: &Surface,
    making: &Making,
    steps: &[Step],
    notes: &mut Vec<Said>,
) -> Result<(Chart, Brim, Outline), SocketError> {
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
    let line = steps.iter().find_map(|step| if let Step::Trim { line } = step { in_order(line) } else { None });
    let mean = radius[fan..].iter().sum::<f64>() / (radius.len() - fan) as f64;
    let mut turning = outline::turning_back(limb, steps, mean, making.resolution.row_mm);
    let mut lowered: f64 = 0.0;
    let spokes = making.resolution.spokes;
    let [x, y] = centres.last().copied().unwrap_or_default();
    let brim = Brim::new(limb, surface, steps, spokes, highest, Vec3::new(x, y, highest));
    if let Some(below_mm) = brim.short_of_the_ramus() {
        return Err(SocketError::RamusOutOfReach { below_mm });
    }
    let towards_lateral = limb.angle(1.0_f64.to_degrees());
    let trim_z = if let Some(curve) = &mut turning {
        lowered = (curve.heights()[1] - highest).max(0.0);
        curve.clamp(lowest, highest);
        vec![curve.heights()[1]; spokes]
    } else {
        (0..spokes)
            .map(|spoke| {
                let around = 2.0 * PI * spoke as f64 / spokes as f64 * towards_lateral;
                let highest = brim.highest(spoke);
                let wanted = line.as_ref().map_or(highest, |line| -trim::below_mm(line, around));
                lowered = lowered.max(wanted - highest);
                wanted.clamp(lowest, highest)
            })
            .collect()
    };
    if lowered > 0.0 {
        let mm = |value: f64| Arg::Figure(format!("{value:.0} mm"));
        let ends = if top < 0.0 { "shape_note-trim_lowered_below" } else { "shape_note-trim_lowered" };
        let note = Wording::new(ends).with("lowered", mm(lowered)).with("top", mm(top.abs()));
        let note = note.with("level", limb.level.heights_from());
        notes.push(note.into());
    }
    let chart = Chart::new(centres, STEP_MM, fan_z, fan_z - distal, trim_z, making.resolution.row_mm);
    let outline = Outline::new(limb, &chart, turning, steps, mean, making.resolution.row_mm);
    Ok((chart, brim, outline))
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

/// A thinnest place as it is said.
fn place(limb: &Limb, thin: Thin) -> ThinPlace {
    ThinPlace {
        mm: thin.mm,
        feature: thin.feature,
        around_deg: limb.around_deg(thin.at),
        above_distal_end_mm: thin.at.z - limb.distal_z(),
    }
}

/// Where the bench line passes the socket.
fn bench_line(limb: &Limb, chart: &Chart, face: &Frame, brim: f64) -> BenchLine {
    let lateral = limb.angle(90.0).sin();
    let aside = |from: Vec3| [from.x, from.y * lateral];
    let end = chart.centre(limb.distal_z()).with_z(0.0);
    BenchLine {
        at_brim_mm: aside(face.at_height(brim) - chart.centre(brim)),
        face_mm: aside(face.centre.with_z(0.0) - end),
    }
}
