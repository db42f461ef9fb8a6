//! From a limb's shape to its socket: measured, made, exported, read back and judged. The views show what is made here.

pub mod asked;
mod comparison;
mod export;
pub mod liner;
mod refused;

pub use comparison::{ComparisonFacts, Earlier, Region};
pub use refused::{NoSocket, Reason};

use crate::input::{CaseFile, Scans};
use crate::library::{self, Library};
use crate::outcome::Stamp;
use crate::problem::{Failure, Fault};
use crate::scan_file::{ScanFacts, ScanFile};
use domain::Case;
use domain::case::SocketConcept;
use domain::catalog::Connection;
use domain::limb::{Circumference, ResidualLimb, Scanned, Side};
use domain::sock::SockThickness;
use domain::technique::{Channel, Landmark, ScannedOver, Step, Technique};
use export::{distances, export};
use geometry::chart::Resolution;
use geometry::check::Verdict;
use geometry::limb::{Limb, Measurements, measure};
use geometry::pose::{Basis, Found, Hints};
use geometry::query::Surface;
use geometry::socket::{Facts, Making, Socket, make};
use geometry::{Mesh, Vec3};
use liner::LinerOrder;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// Where the limb's shape comes from, and what was said of it.
#[derive(Debug)]
pub struct Source {
    /// What to call it.
    pub name: String,
    /// The scan; none for a limb of tape measurements.
    pub scan: Option<Arc<ScanFile>>,
    /// An earlier scan.
    pub earlier: Option<Arc<ScanFile>>,
    /// What the scanner saw.
    pub over: ScannedOver,
    /// What was said of its axes.
    pub hints: Hints,
    /// The patient's side.
    pub side: Side,
    /// What lies higher above the mid-patellar tendon level is left out, mm.
    pub crop_mm: Option<f64>,
    /// The case, where there is one.
    pub case: Option<Case>,
    /// Why a vacuum socket is made although vacuum is refused for this person.
    pub although_refused: Option<String>,
}

/// What came of a source: a socket, or why there is none.
pub type Outcome = Result<MadeSocket, NoSocket>;

/// The same, as a result to show.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum SocketOutcome {
    /// A socket was made.
    Made(Box<SocketResult>),
    /// None was made.
    Refused(NoSocket),
}

impl From<&Outcome> for SocketOutcome {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Ok(made) => Self::Made(Box::new(made.result.clone())),
            Err(refused) => Self::Refused(refused.clone()),
        }
    }
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
    /// Why it is made although vacuum is refused for this person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub although_refused: Option<String>,
    /// The scan; absent for a limb of tape measurements.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scan: Option<ScanFacts>,
    /// How the limb was brought into its axes.
    pub orientation: Orientation,
    /// Where rectifications are tied to.
    pub landmarks: Vec<LandmarkRow>,
    /// The limb's measurements.
    pub measurements: Measurements,
    /// What has changed since an earlier scan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<ComparisonFacts>,
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
    /// Distance from every vertex of the skin to the socket's inside, mm: positive where the socket is wider.
    pub distances: Vec<f64>,
    /// The earlier scan, laid on the limb.
    pub earlier: Option<Earlier>,
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
    let mut limb = Limb::new(&skin, bones, source.side, &source.hints)
        .map_err(|error| Failure::input(Fault::of_file(file, error.to_string(), "")))?;
    if source.scan.is_none() {
        // Nobody said where the front of a round limb is.
        let (how, basis) =
            ("a limb of tape measurements is round: its front is where it is drawn".into(), Basis::Assumed);
        limb.pose.front = Found { how, basis, confidence: 0.0 };
    }
    if let Some(height) = source.crop_mm {
        limb.crop(height);
    }
    Ok(limb)
}

/// A socket's inside up to the trim line, with what a colour shows of it.
#[derive(Clone, Debug)]
pub struct Inside {
    /// The surface, in the limb's axes.
    pub mesh: Mesh,
    /// Thickness of the wall behind every vertex, mm.
    pub wall_mm: Vec<f64>,
    /// Distance from every vertex to the skin, mm: positive where the socket is wider.
    pub distance_mm: Vec<f64>,
    /// The trim line.
    pub trim: Vec<Vec3>,
}

impl MadeSocket {
    /// The inside with what a colour shows of it.
    pub fn inside(&self) -> Inside {
        let (chart, rows) = (&self.socket.chart, self.socket.chart.trim_row());
        let points = chart.points(&self.socket.inner);
        let mesh = chart.mesh(&points, rows);
        let outside = chart.mesh(&chart.points(&self.socket.outer), chart.rows() - 1);
        let to = |surface: Option<Surface>, at: fn(&Surface, Vec3, Vec3) -> f64| -> Vec<f64> {
            let Some(surface) = surface else { return vec![0.0; mesh.vertices.len()] };
            mesh.vertices.iter().zip(mesh.normals()).map(|(vertex, normal)| at(&surface, *vertex, normal)).collect()
        };
        let wall_mm = to(Surface::new(&outside), |surface, vertex, _| surface.nearest(vertex).distance);
        let distance_mm = to(Surface::new(&self.limb.skin), |surface, vertex, normal| {
            let hit = surface.nearest(vertex);
            hit.distance * (vertex - hit.point).dot(normal).signum()
        });
        let trim = (0..chart.spokes()).map(|spoke| points[chart.index(rows, spoke)]).collect();
        Inside { wall_mm, distance_mm, trim, mesh }
    }
}

/// Where a tube leaves the socket: lateral and behind, above the distal cup, clear of the tibia (our choice).
const SIDE_CHANNEL: (f64, f64) = (135.0, 60.0);

/// The technique of a source: the case's own, or the usual one with its bore where the recommended pump draws: straight
/// down, or through the side wall to a tube.
pub fn technique(source: &Source, concept: SocketConcept, library: &Library) -> Technique {
    let Some(case) = &source.case else { return library::technique(concept) };
    if let Some(own) = &case.technique {
        return own.clone();
    }
    let mut technique = library::technique(concept);
    let fitting = fitting::recommend(case, &library.catalog, &library.rules);
    let tube = fitting.recommended().is_some_and(|pump| pump.data.connection == Some(Connection::Tube));
    for step in &mut technique.steps {
        if let Step::Port { channel, around_deg, above_distal_end_mm, .. } = step
            && tube
        {
            (*channel, *around_deg, *above_distal_end_mm) = (Channel::Side, SIDE_CHANNEL.0, SIDE_CHANNEL.1);
        }
    }
    technique
}

/// Makes the socket and its files, or says why none is made; `stem` begins their names.
///
/// # Errors
/// A limb that cannot be oriented, a socket that cannot be made, or one that is no solid when read back.
pub fn compute(source: &Source, technique: Technique, library: &Library, stem: &str) -> Result<Outcome, Failure> {
    if let Some(refused) = refused::judged(source, &technique, library) {
        return Ok(Err(refused));
    }
    let limb = limb(source)?;
    let values = library.parameters.central();
    let socks: SockThickness = twin::assemble::sock_thickness(&values);
    let making = Making { technique: &technique, over: source.over, socks: &socks, resolution: Resolution::default() };
    let socket = make(&limb, &making).map_err(|error| {
        Failure::input(Fault::of_file(&source.name, error.to_string(), "change the technique, or scan again"))
    })?;
    let measurements = measure(&limb, SECTION_STEP_MM);
    let mut notes: Vec<String> = source.although_refused.iter().map(|reason| although(reason)).collect();
    notes.extend(socket.notes.iter().cloned());
    for (axis, found) in [("long axis", &limb.pose.long_axis), ("front", &limb.pose.front), ("level", &limb.pose.level)]
    {
        if !found.is_sure() {
            notes.push(format!("the limb's {axis} is not sure: {}", found.how));
        }
    }
    let guessed: Vec<&str> = limb
        .landmarks
        .iter()
        .filter(|(_, placed)| !placed.found.is_sure())
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
    let (comparison, earlier) = match &source.earlier {
        Some(earlier) => {
            let (facts, earlier) = comparison::compute(earlier, &limb, library, &mut notes)?;
            (Some(facts), Some(earlier))
        }
        None => (None, None),
    };
    let distances = distances(&socket, &limb.skin);
    let exports = export(source, &limb, &socket, &distances, &technique, &measurements, stem)?;
    notes.extend(exports.missing.iter().map(|missing| (*missing).to_string()));
    let result = SocketResult {
        stamp: Stamp::new(),
        name: source.name.clone(),
        side: source.side,
        although_refused: source.although_refused.clone(),
        scan: source.scan.as_ref().map(|scan| scan.facts.clone()),
        orientation: Orientation {
            long_axis: limb.pose.long_axis.clone(),
            anterior: limb.pose.front.clone(),
            level: limb.pose.level.clone(),
        },
        landmarks: landmark_rows(&limb),
        comparison,
        liner: liner::order(source, &limb, &measurements, library),
        measurements,
        technique,
        socket: socket.facts.clone(),
        solid: exports.solid,
        files: exports.written,
        notes,
    };
    Ok(Ok(MadeSocket { result, limb, socket, distances, earlier, exports: exports.files }))
}

/// What every sheet says of a socket that is made although vacuum is refused.
pub fn although(reason: &str) -> String {
    format!("MADE ALTHOUGH VACUUM IS REFUSED FOR THIS PERSON. Reason given: {reason}")
}

fn landmark_rows(limb: &Limb) -> Vec<LandmarkRow> {
    let row = |(name, placed): (&Landmark, &geometry::limb::Placed)| {
        // The lowest point of a limb lies around nothing.
        let around_deg = if *name == Landmark::DistalEnd { 0.0 } else { limb.around_deg(placed.point) };
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

/// A scan measures what the tape only samples: the case's limb becomes the scanned one. Nothing changes without a scan, or
/// with one that saw the liner, which is no limb's shape.
///
/// # Errors
/// A scan that cannot be oriented, or that is too short to be measured.
pub fn measure_scanned(read: &mut CaseFile) -> Result<(), Failure> {
    let Some(file) = read.case.scan.as_ref().filter(|scan| scan.over == ScannedOver::Skin).map(|scan| &scan.file)
    else {
        return Ok(());
    };
    let limb = limb(&of_case(read))?;
    let measured = measured_limb(&read.case.limb, &limb, &measure(&limb, SECTION_STEP_MM));
    let case = Case { limb: measured, ..read.case.clone() };
    if let Some(found) = case.violations().first() {
        let what = format!("as scanned, {}: {}", found.field, found.what);
        return Err(Failure::input(Fault::of_file(file, what, found.expected.clone())));
    }
    read.case = case;
    Ok(())
}

/// The scan that a case names to compare with.
///
/// # Errors
/// As [`scan_file::read`](crate::scan_file::read).
pub fn earlier_of(case: &Case, scans: &Scans<'_>) -> Result<Option<Arc<ScanFile>>, Failure> {
    let Some(named) = &case.scan else { return Ok(None) };
    named.earlier.as_deref().map(|file| scans(file, named.unit.as_deref())).transpose()
}

/// A source from a case, without the scan to compare with.
pub fn of_case(read: &CaseFile) -> Source {
    let case = &read.case;
    let named = case.scan.as_ref();
    let axis = |axis: Option<[f64; 3]>| axis.map(Vec3::from);
    // A tape's limb is round: its front is where we draw it.
    let drawn = |axis| named.is_none().then_some(axis);
    let hints = Hints {
        proximal: axis(named.and_then(|scan| scan.proximal)).or(drawn(Vec3::Z)),
        anterior: axis(named.and_then(|scan| scan.anterior)).or(drawn(Vec3::X)),
        landmarks: named
            .iter()
            .flat_map(|scan| &scan.landmarks)
            .map(|landmark| (landmark.name, Vec3::from(landmark.at)))
            .collect(),
        limb_length_mm: Some(case.limb.limb_length_mm),
    };
    Source {
        name: case.name.clone(),
        scan: read.scan.clone(),
        earlier: None,
        over: named.map_or(ScannedOver::Skin, |scan| scan.over),
        hints,
        side: case.limb.side,
        crop_mm: None,
        although_refused: case.prosthesis.although_refused.clone(),
        case: Some(case.clone()),
    }
}
