//! From a limb's shape to its socket: measured, made, exported, read back and judged. The views show what is made here.

use crate::library::{self, Library};
use crate::outcome::Stamp;
use crate::problem::{Failure, Fault};
use crate::scan_file::{self, ScanFacts, ScanFile};
use domain::Case;
use domain::case::SocketConcept;
use domain::limb::{Circumference, ResidualLimb, Scanned, Side};
use domain::sock::SockThickness;
use domain::technique::{Landmark, ScannedOver, Technique};
use fitting::rules::liner;
use geometry::chart::Resolution;
use geometry::check::{self, Verdict};
use geometry::formats;
use geometry::limb::{Limb, Measurements, measure};
use geometry::pose::{Found, Hints};
use geometry::query::Surface;
use geometry::socket::{Facts, Making, Socket, make};
use geometry::{Mesh, Vec3};
use schemars::JsonSchema;
use serde::Serialize;
use std::path::Path;

/// Where the limb's shape comes from, and what was said of it.
#[derive(Debug)]
pub struct Source {
    /// What to call it.
    pub name: String,
    /// The scan; none for a limb of tape measurements.
    pub scan: Option<ScanFile>,
    /// An earlier scan.
    pub earlier: Option<ScanFile>,
    /// What the scanner saw.
    pub over: ScannedOver,
    /// What was said of its axes.
    pub hints: Hints,
    /// The patient's side.
    pub side: Side,
    /// The case, where there is one.
    pub case: Option<Case>,
}

/// A distance between measured sections, mm: the clinic's sheets have 20.
pub const SECTION_STEP_MM: f64 = 20.0;

/// A tape's limb goes on above its first measurement, unmeasured, by this, mm: room for a trim line.
const ABOVE_TAPE_MM: f64 = 60.0;

/// `concord socket`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SocketResult {
    /// Who made it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// What it was made of.
    pub name: String,
    /// The patient's side.
    pub side: Side,
    /// The scan; absent for a limb of tape measurements.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scan: Option<ScanFacts>,
    /// How the limb was brought into its axes.
    pub orientation: Orientation,
    /// Where rectifications are tied to.
    pub landmarks: Vec<LandmarkRow>,
    /// The limb's measurements.
    pub measurements: Measurements,
    /// The liner to order.
    pub liner: LinerOrder,
    /// The steps that were applied.
    pub technique: Technique,
    /// What is known of the socket.
    pub socket: Facts,
    /// What a printer would find.
    pub solid: Verdict,
    /// Files written, each read back.
    pub files: Vec<Written>,
    /// What the maker should know.
    pub notes: Vec<String>,
}

/// How each axis was found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Orientation {
    /// The long axis.
    pub long_axis: Found,
    /// Anterior.
    pub anterior: Found,
    /// The mid-patellar tendon level.
    pub level: Found,
}

/// A landmark as a prosthetist says it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LandmarkRow {
    /// Which.
    pub name: Landmark,
    /// From anterior towards lateral, degrees.
    pub around_deg: f64,
    /// Below the mid-patellar tendon level, mm.
    pub below_mm: f64,
    /// How it was found, and how sure.
    #[serde(flatten)]
    pub found: Found,
}

/// The liner to order.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LinerOrder {
    /// Circumference where the maker sizes it, mm, and that height above the distal end, mm.
    pub circumference_mm: f64,
    /// Height of that circumference above the distal end, mm.
    pub above_distal_end_mm: f64,
    /// Standard size, mm; absent where none fits.
    pub size_mm: Option<f64>,
    /// The size is one of those seen in print; the others are of a series that we assume.
    pub printed: bool,
    /// The next size down, where this one reduces little, mm.
    pub alternative_mm: Option<f64>,
    /// How much smaller than the limb, %.
    pub reduction_pct: Option<f64>,
    /// The case's reasons for a custom liner.
    pub custom_reasons: Vec<String>,
    /// Where the rule comes from.
    pub source: String,
}

/// A file that was written and read back.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Written {
    /// Its name.
    pub file: String,
    /// What it is for.
    pub what: String,
    /// Its size, bytes.
    pub bytes: usize,
    /// What reading it back showed.
    pub checked: String,
}

/// A made socket: the result to show, and the shapes to draw.
#[derive(Debug)]
pub struct MadeSocket {
    /// The result.
    pub result: SocketResult,
    /// The limb.
    pub limb: Limb,
    /// The socket.
    pub socket: Socket,
    /// Name and content of every file.
    pub exports: Vec<(String, Vec<u8>)>,
}

/// The limb in its axes.
///
/// # Errors
/// A scan that cannot be oriented, or landmarks that contradict the side.
pub fn limb(source: &Source) -> Result<Limb, Failure> {
    let (skin, bones, file) = match (&source.scan, &source.case) {
        (Some(scan), _) => (scan.cleaned.skin.clone(), scan.cleaned.bones.as_slice(), scan.facts.file.as_str()),
        (None, Some(case)) => (geometry::limb::from_tape(&case.limb, ABOVE_TAPE_MM), [].as_slice(), &*source.name),
        (None, None) => (Mesh::default(), [].as_slice(), &*source.name),
    };
    Limb::new(&skin, bones, source.side, &source.hints)
        .map_err(|error| Failure::input(Fault::of_file(file, error.to_string(), "")))
}

/// The technique of a source: the case's own, or the usual one.
pub fn technique(source: &Source, concept: SocketConcept) -> Technique {
    source.case.as_ref().and_then(|case| case.technique.clone()).unwrap_or_else(|| library::technique(concept))
}

/// Makes the socket and its files; `stem` begins their names.
///
/// # Errors
/// A limb that cannot be oriented, a socket that cannot be made, or one that is no solid when read back.
pub fn compute(source: &Source, technique: Technique, library: &Library, stem: &str) -> Result<MadeSocket, Failure> {
    let limb = limb(source)?;
    let values = library.parameters.central();
    let socks: SockThickness = twin::assemble::sock_thickness(&values);
    let making = Making { technique: &technique, over: source.over, socks: &socks, resolution: Resolution::default() };
    let socket = make(&limb, &making).map_err(|error| {
        Failure::input(Fault::of_file(&source.name, error.to_string(), "change the technique, or scan again"))
    })?;
    let measurements = measure(&limb, SECTION_STEP_MM);
    let mut notes = socket.notes.clone();
    for (axis, found) in [("long axis", &limb.pose.long_axis), ("front", &limb.pose.front), ("level", &limb.pose.level)]
    {
        if found.confidence < 0.4 {
            notes.push(format!("the limb's {axis} is not sure: {}", found.how));
        }
    }
    let guessed: Vec<&str> = limb
        .landmarks
        .iter()
        .filter(|(_, placed)| placed.found.confidence < 0.4)
        .map(|(landmark, _)| landmark.label())
        .collect();
    if !guessed.is_empty() {
        notes.push(format!("place these landmarks, they are guessed: {}", guessed.join(", ")));
    }
    if source.scan.is_none() {
        notes.push(
            "made from tape measurements alone: round sections, and above the first measurement nothing is known"
                .to_string(),
        );
    }
    let (exports, files, solid) = export(source, &limb, &socket, &technique, &measurements, stem)?;
    let result = SocketResult {
        stamp: Stamp::new(),
        name: source.name.clone(),
        side: source.side,
        scan: source.scan.as_ref().map(|scan| scan.facts.clone()),
        orientation: Orientation {
            long_axis: limb.pose.long_axis.clone(),
            anterior: limb.pose.front.clone(),
            level: limb.pose.level.clone(),
        },
        landmarks: landmark_rows(&limb),
        liner: liner_order(source, &limb, &measurements, library),
        measurements,
        technique,
        socket: socket.facts.clone(),
        solid,
        files,
        notes,
    };
    Ok(MadeSocket { result, limb, socket, exports })
}

fn landmark_rows(limb: &Limb) -> Vec<LandmarkRow> {
    let turn = limb.angle(1.0_f64.to_degrees());
    let row = |(name, placed): (&Landmark, &geometry::limb::Placed)| {
        let from = placed.point - limb.centre(placed.point.z);
        let around_deg = (from.y.atan2(from.x) * turn).to_degrees().rem_euclid(360.0);
        // The lowest point of a limb lies around nothing.
        let around_deg = if *name == Landmark::DistalEnd { 0.0 } else { around_deg };
        LandmarkRow { name: *name, around_deg, below_mm: -placed.point.z, found: placed.found.clone() }
    };
    limb.landmarks.iter().map(row).collect()
}

/// The tape's part of a limb, as the scan has it, in place of what was measured by hand.
pub fn measured_limb(by_hand: &ResidualLimb, limb: &Limb, measurements: &Measurements) -> ResidualLimb {
    let rows = measurements.sections.iter().filter(|row| row.below_mm >= 0.0 && row.below_mm < limb.length_mm() - 5.0);
    let circumferences = rows
        .map(|row| Circumference { below_reference_mm: row.below_mm, circumference_mm: row.circumference_mm })
        .collect();
    let scanned = Scanned { volume_ml: measurements.volume_ml, skin_area_cm2: measurements.skin_area_cm2 };
    ResidualLimb { limb_length_mm: measurements.length_mm, circumferences, scanned: Some(scanned), ..by_hand.clone() }
}

fn liner_order(source: &Source, limb: &Limb, measurements: &Measurements, library: &Library) -> LinerOrder {
    let rule = library.rules.iter().find(|rule| rule.id == "liner.size");
    let above_distal_end_mm = rule.map_or(0.0, |rule| rule.number("above_mm"));
    let at = limb.distal_z() + above_distal_end_mm;
    let circumference_mm = geometry::slices::sections(&limb.skin, &[at]).first().map_or(0.0, |section| section.tape);
    let sized = rule.and_then(|rule| liner::size_for(circumference_mm, rule));
    let custom = source.case.as_ref().map(|case| {
        let mut case = case.clone();
        case.limb = measured_limb(&case.limb, limb, measurements);
        liner::custom_reasons(&case).into_iter().map(|(_, why)| why.to_string()).collect()
    });
    LinerOrder {
        circumference_mm,
        above_distal_end_mm,
        size_mm: sized.as_ref().map(|sized| sized.size_mm),
        printed: sized.as_ref().is_some_and(|sized| sized.printed),
        alternative_mm: sized.as_ref().and_then(|sized| sized.alternative_mm),
        reduction_pct: sized.as_ref().map(|sized| sized.reduction_pct),
        custom_reasons: custom.unwrap_or_default(),
        source: rule.map(|rule| rule.source.clone()).unwrap_or_default(),
    }
}

type Exports = (Vec<(String, Vec<u8>)>, Vec<Written>, Verdict);

/// Every file, each read back from its bytes before it is called done.
fn export(
    source: &Source,
    limb: &Limb,
    socket: &Socket,
    technique: &Technique,
    measurements: &Measurements,
    stem: &str,
) -> Result<Exports, Failure> {
    let broken = |file: &str, what: String| {
        Failure::other(Fault::of_file(file, what, "this is a fault of the program: nothing was written"))
    };
    let chart = &socket.chart;
    let model = chart.mesh(&chart.points(&socket.inner), chart.trim_row());
    let (mut exports, mut written) = (vec![], vec![]);
    let mut keep = |name: String, what: &str, bytes: Vec<u8>, checked: String| {
        written.push(Written { file: name.clone(), what: what.into(), bytes: bytes.len(), checked });
        exports.push((name, bytes));
    };

    let stl = formats::write_stl(&socket.solid);
    let name = format!("{stem}-socket.stl");
    let solid = check::judge(&back(&stl, &name)?);
    if !solid.is_solid() || solid.genus != socket.facts.through_holes as i64 {
        return Err(broken(&name, format!("the socket is no sound solid when read back: {solid:?}")));
    }
    keep(name, "the socket, to print (mm)", stl, said(&solid));

    let name = format!("{stem}-socket.3mf");
    let bytes = formats::write_3mf(&socket.solid, &source.name).map_err(|error| broken(&name, error.to_string()))?;
    let packed = check::judge(&back(&bytes, &name)?);
    if !packed.is_solid() {
        return Err(broken(&name, format!("the socket is no sound solid when read back: {packed:?}")));
    }
    keep(name, "the socket, to print, with its unit", bytes, said(&packed));

    let name = format!("{stem}-model.stl");
    let closed = geometry::clean::closed(&model);
    let bytes = formats::write_stl(&closed);
    let verdict = check::judge(&back(&bytes, &name)?);
    if !verdict.is_solid() {
        return Err(broken(&name, format!("the model is no sound solid when read back: {verdict:?}")));
    }
    keep(name, "the rectified model (the socket's inside), to carve", bytes, said(&verdict));

    let name = format!("{stem}-model.aop");
    if let Some((bytes, checked)) = shape_file(source, socket, &model) {
        keep(name, "the rectified model, for carvers that take AOP", bytes, checked);
    }

    let name = format!("{stem}-limb.ply");
    let distances = distances(socket, &limb.skin);
    let bytes = formats::write_ply(&limb.skin, formats::Paint::Scalars("distance_mm", &distances));
    keep(
        name,
        "the limb in its axes; a value a vertex: distance to the socket's inside, mm",
        bytes,
        "read back".into(),
    );

    let name = format!("{stem}-measurements.csv");
    keep(name, "the measurement sheet's table", csv(measurements).into_bytes(), String::new());

    let name = format!("{stem}-technique.toml");
    let text = toml::to_string_pretty(technique).map_err(|error| broken(&name, error.to_string()))?;
    match Technique::parse(&text) {
        Ok(again) if again == *technique => {}
        _ => return Err(broken(&name, "the steps read back otherwise than written".into())),
    }
    keep(name, "the steps, to edit and replay with --technique", text.into_bytes(), "read back, equal".into());
    Ok((exports, written, solid))
}

fn back(bytes: &[u8], name: &str) -> Result<Mesh, Failure> {
    formats::read(bytes, name).map(|scan| scan.mesh).map_err(|error| {
        Failure::other(Fault::of_file(name, error.to_string(), "this is a fault of the program: nothing was written"))
    })
}

fn said(verdict: &Verdict) -> String {
    format!(
        "read back: closed, oriented, one piece, no face through another, {} faces, {:.1} mL of material",
        verdict.faces, verdict.volume_ml
    )
}

/// The model as radii, with how far the format departs from it.
fn shape_file(source: &Source, socket: &Socket, model: &Mesh) -> Option<(Vec<u8>, String)> {
    const SPOKES: usize = 120;
    const SLICE_MM: f64 = 2.0;
    // The format's axis is z = r = 0: the model is moved onto its own centre, and the note says so.
    let centre = socket.chart.centre(socket.chart.fan_z());
    let low = model.bounds().0.z;
    let moved = model.mapped(|point| point - Vec3::new(centre.x, centre.y, low));
    let brim = -socket.facts.trim_below_mm[0] - low;
    let surface = Surface::new(&moved)?;
    let heights: Vec<f64> = (1..).map(|slice| SLICE_MM * f64::from(slice)).take_while(|z| *z < brim).collect();
    let mut shape = formats::Shape::of(&surface, SPOKES, &heights).ok()?;
    let departs = shape.deviation(&surface);
    // Slices start at z = 0 on paper: the distal end, where every radius is nothing.
    shape.heights_mm.insert(0, 0.0);
    shape.radii_mm.splice(0..0, std::iter::repeat_n(0.0, SPOKES));
    shape.side = Some(source.side);
    shape.comments = vec![
        format!("{}, made by Concord {}", source.name, env!("CARGO_PKG_VERSION")),
        format!("axis moved to x = {:.3}, y = {:.3}, z = {low:.3} mm of the limb's axes", centre.x, centre.y),
    ];
    let bytes = formats::write_aop(&shape);
    let again = formats::read(&bytes, "model.aop").ok()?.shape?;
    let same = again.radii_mm.iter().zip(&shape.radii_mm).all(|(a, b)| (a - b).abs() < 1e-3);
    let checked = format!(
        "read back{}; departs from the model below the brim's lowest point by {:.3} mm (mean radial error), \
         inter-quartile range {:.3} mm, at most {:.2} mm",
        if same { ", equal" } else { ", NOT equal" },
        departs.mean_mm,
        departs.quartiles_mm,
        departs.greatest_mm
    );
    Some((bytes, checked))
}

/// Signed distance from every vertex of the skin to the socket's inside, mm: positive where the socket is wider.
pub fn distances(socket: &Socket, skin: &Mesh) -> Vec<f64> {
    let chart = &socket.chart;
    let inside = chart.mesh(&chart.points(&socket.inner), chart.rows() - 1);
    let normals = skin.normals();
    let Some(surface) = Surface::new(&inside) else { return vec![0.0; skin.vertices.len()] };
    let at = |(vertex, normal): (&Vec3, &Vec3)| {
        let hit = surface.nearest(*vertex);
        hit.distance * (hit.point - *vertex).dot(*normal).signum()
    };
    skin.vertices.iter().zip(&normals).map(at).collect()
}

fn csv(measurements: &Measurements) -> String {
    let mut text = "below_mpt_mm,circumference_mm,perimeter_mm,area_cm2,ap_mm,ml_mm\n".to_string();
    for row in &measurements.sections {
        text += &format!(
            "{},{:.2},{:.2},{:.3},{:.2},{:.2}\n",
            row.below_mm, row.circumference_mm, row.perimeter_mm, row.area_cm2, row.ap_mm, row.ml_mm
        );
    }
    text
}

/// The scan that a case names, its path beside the case file.
///
/// # Errors
/// As [`scan_file::read`].
pub fn scans_of(case: &Case, case_file: &Path) -> Result<(Option<ScanFile>, Option<ScanFile>), Failure> {
    let Some(named) = &case.scan else { return Ok((None, None)) };
    let folder = case_file.parent().unwrap_or(Path::new(""));
    let read = |file: &str| scan_file::read(&folder.join(file), named.unit.as_deref());
    Ok((Some(read(&named.file)?), named.earlier.as_deref().map(read).transpose()?))
}

/// A source from a case.
///
/// # Errors
/// As [`scan_file::read`].
pub fn of_case(case: Case, case_file: &Path) -> Result<Source, Failure> {
    let (scan, earlier) = scans_of(&case, case_file)?;
    let named = case.scan.clone();
    let axis = |axis: Option<[f64; 3]>| axis.map(Vec3::from);
    let hints = Hints {
        proximal: axis(named.as_ref().and_then(|scan| scan.proximal)),
        anterior: axis(named.as_ref().and_then(|scan| scan.anterior)),
        landmarks: named
            .iter()
            .flat_map(|scan| &scan.landmarks)
            .map(|landmark| (landmark.name, Vec3::from(landmark.at)))
            .collect(),
        limb_length_mm: Some(case.limb.limb_length_mm),
    };
    let over = named.map_or(ScannedOver::Skin, |scan| scan.over);
    Ok(Source { name: case.name.clone(), scan, earlier, over, hints, side: case.limb.side, case: Some(case) })
}
