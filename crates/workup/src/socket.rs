//! From a limb's shape to its socket: measured, made, exported, read back and judged. The views show what is made here.

pub mod asked;
mod comparison;
mod export;
pub mod job;
pub mod liner;
pub mod loaded;
mod measured;
mod oriented;
mod purpose;
mod refused;
mod source;
pub mod strength;
pub mod tape;
mod thigh;
pub mod two_shapes;
pub mod workshop;
mod written;

pub use comparison::{ComparisonFacts, Earlier, Region};
pub use measured::measure_scanned;
pub use purpose::Purpose;
pub use refused::{NoSocket, Reason};
pub use source::{Source, although, earlier_of, of_case, scanned};
pub use written::Written;

use crate::library::{self, Library};
use crate::opened_case::Workup;
use crate::problem::{Failure, Fault};
use crate::scan_file::ScanFacts;
use crate::stamp::Stamp;
use crate::tape_against_scan::{Taken, TapeAgainstScan, taken_by};
use domain::case::SocketConcept;
use domain::catalog::Connection;
use domain::limb::{AmputationLevel, Side};
use domain::sock::SockThickness;
use domain::technique::{Channel, Landmark, Step, Technique};
use export::{Heads, distances, export};
use fitting::Fitting;
use geometry::chart::Resolution;
use geometry::check::Verdict;
use geometry::limb::{Limb, Measurements, measure};
use geometry::pose::{Found, PoseError};
use geometry::query::Surface;
use geometry::relief::raise;
use geometry::socket::{Facts, Making, Socket, make};
use geometry::{Mesh, Vec3};
use job::JobFacts;
use liner::LinerOrder;
use oriented::oriented;
use schemars::JsonSchema;
use serde::Serialize;
use source::beside;
use std::borrow::Borrow;
use texts::{Arg, Said, Wording};
use workshop::Workshop;

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

impl<T: Borrow<MadeSocket>> From<&Result<T, NoSocket>> for SocketOutcome {
    fn from(outcome: &Result<T, NoSocket>) -> Self {
        match outcome {
            Ok(made) => Self::Made(Box::new(made.borrow().result.clone())),
            Err(refused) => Self::Refused(refused.clone()),
        }
    }
}

/// A distance between measured sections, mm: the clinic's sheets have 20.
pub const SECTION_STEP_MM: f64 = 20.0;

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
    /// The level of the amputation: heights are counted from its reference.
    pub level: AmputationLevel,
    /// What it may be used for.
    pub purpose: Purpose,
    /// What every sheet of it says first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Said>,
    /// The job it is made under.
    pub job: JobFacts,
    /// What the workshop is given beside the socket.
    pub workshop: Workshop,
    /// When and how the shape was taken; what is absent was not said.
    pub taken: Taken,
    /// The tape beside the scan, where there are both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tape_against_scan: Option<TapeAgainstScan>,
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
    /// How strong wall and mount are, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<strength::Strength>,
    /// What a printer would find.
    pub solid: Verdict,
    /// The same of the flexible inner socket within a frame.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inner_solid: Option<Verdict>,
    /// Files written, each read back.
    pub files: Vec<Written>,
    /// What the maker should know.
    pub notes: Vec<Said>,
}

/// How each axis was found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Orientation {
    /// The long axis.
    pub long_axis: Found,
    /// Anterior.
    pub anterior: Found,
    /// The level that heights are counted from.
    pub level: Found,
}

/// A landmark as a prosthetist says it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LandmarkRow {
    /// Which.
    pub name: Landmark,
    /// From anterior towards lateral, degrees.
    pub around_deg: f64,
    /// Below the level that heights are counted from, mm.
    pub below_mm: f64,
    /// On what it stands, and how it was found.
    #[serde(flatten)]
    pub found: Found,
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
    /// What is drawn of its strength, where it was asked for.
    pub strength: Option<strength::StrengthDrawn>,
    /// Name and content of every file.
    pub exports: Vec<(String, Vec<u8>)>,
}

/// The limb in its axes.
///
/// # Errors
/// A scan that cannot be oriented, or landmarks that contradict the side.
pub fn limb(source: &Source) -> Result<Limb, Failure> {
    laid(source).map_err(|failure| failure.beside_scan(&source.scan_report()))
}

fn laid(source: &Source) -> Result<Limb, Failure> {
    let file = source.scan.as_ref().map_or(&source.name, |scan| &scan.facts.file);
    let mut limb =
        oriented(source, source.side).map_err(|error| Failure::input(Fault::of_file(file, error.to_string(), "")))?;
    if source.scan.is_none() {
        // Nobody said where the front of a round limb is.
        limb.pose.front = Found::assumed(Wording::new("front-drawn"));
        limb.pose.long_axis = Found::seen(Wording::new("long_axis-of_the_tape"));
    }
    if source.scan.is_some() {
        beside(&limb, source, file)?;
        thigh::known(source, &limb, file)?;
    }
    if let Some(height) = source.crop_mm {
        limb.crop(height);
    }
    Ok(limb)
}

/// The limb to look at: its scan where it has one, whatever the tape says.
///
/// # Errors
/// A scan that cannot be oriented.
pub fn shown(read: &Workup) -> Result<(Limb, Measurements), Failure> {
    let mut source = scanned(read);
    if let Err(PoseError::Mirrored { .. }) = oriented(&source, source.side) {
        source.side = source.side.other();
    }
    let limb = limb(&source)?;
    let measurements = measured(&source, &limb);
    Ok((limb, measurements))
}

/// A limb's measurements; of a tape none above its first, where nobody measured.
fn measured(source: &Source, limb: &Limb) -> Measurements {
    let mut measurements = measure(limb, SECTION_STEP_MM);
    let first = source.case.as_ref().and_then(|case| case.limb.circumferences.first());
    if let Some(first) = first.filter(|_| source.scan.is_none()) {
        measurements.sections.retain(|row| row.below_mm >= first.below_reference_mm);
    }
    measurements
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
        let chart = &self.socket.chart;
        let mesh = self.socket.inside();
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
        Inside { wall_mm, distance_mm, trim: self.socket.brim(), mesh }
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
    let recommended = source.fitting(library).and_then(Fitting::recommended);
    let tube = recommended.is_some_and(|pump| pump.data.connection == Some(Connection::Tube));
    for step in &mut technique.steps {
        if let Step::Port(port) = step
            && tube
        {
            (port.channel, port.around_deg, port.above_distal_end_mm) = (Channel::Side, SIDE_CHANNEL.0, SIDE_CHANNEL.1);
        }
    }
    technique
}

/// Makes the socket and its files, or says why none is made; `stem` begins their names.
///
/// # Errors
/// A limb that cannot be oriented, a socket that cannot be made, or one that is no solid when read back.
pub fn compute(source: &Source, technique: Technique, library: &Library, stem: &str) -> Result<Outcome, Failure> {
    made_of(source, technique, library, stem).map_err(|failure| failure.beside_scan(&source.scan_report()))
}

fn made_of(source: &Source, technique: Technique, library: &Library, stem: &str) -> Result<Outcome, Failure> {
    if let Some(refused) = refused::judged(source, &technique, library) {
        return Ok(Err(refused));
    }
    let limb = limb(source)?;
    let values = library.parameters.central();
    let socks: SockThickness = twin::assemble::sock_thickness(&values);
    let over = source.taken.over.unwrap_or_default();
    let making = Making { technique: &technique, over, socks: &socks, resolution: Resolution::default() };
    let mut socket = make(&limb, &making).map_err(|error| {
        Failure::input(Fault::of_file(&source.name, error.to_string(), "change the technique, or scan again"))
    })?;
    let measurements = measured(source, &limb);
    let marks = source.marks();
    let mut notes = marks.clone();
    notes.extend(source.scan.iter().filter_map(|scan| scan.facts.invented.clone()));
    notes.extend(compressed(source, &technique));
    let job = on_the_part(source, &limb, &mut socket, &technique);
    notes.extend(socket.notes.iter().cloned());
    if source.scan.is_some() && source.taken.over.is_none() {
        notes.push(Wording::new("socket_note-taken_as_skin").into());
    }
    notes.extend(thigh::note(source, &limb));
    notes.extend(not_sure(&limb));
    if socket.flexible.is_some() {
        notes.push(Wording::new("socket_note-frame_seal").into());
    }
    let (comparison, earlier) = match &source.earlier {
        Some(earlier) => {
            let (facts, earlier) = comparison::compute(earlier, &limb, library, &mut notes)?;
            (Some(facts), Some(earlier))
        }
        None => (None, None),
    };
    let distances = distances(&socket, &limb.skin);
    let heads = Heads::new(source, stem);
    let mut exports = export(source, &limb, &socket, &distances, &technique, &measurements, &heads)?;
    notes.extend(exports.missing);
    let beside = workshop::make(&limb, &socket, &technique, source.taken.over, &heads)?;
    exports.files.extend(beside.files);
    exports.written.extend(beside.written);
    notes.extend(beside.notes);
    let result = SocketResult {
        stamp: Stamp::new(),
        name: source.name.clone(),
        side: source.side,
        level: source.level,
        purpose: Purpose::of(source.scan.is_some()),
        marks,
        job,
        workshop: beside.workshop,
        taken: source.taken.clone(),
        tape_against_scan: source.tape.clone(),
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
        strength: None,
        solid: exports.solid,
        inner_solid: exports.inner,
        files: exports.written,
        notes,
    };
    Ok(Ok(MadeSocket { result, limb, socket, distances, earlier, strength: None, exports: exports.files }))
}

/// The job's words raised on the solid, where a number was given; why they are not, where they cannot be.
fn on_the_part(source: &Source, limb: &Limb, socket: &mut Socket, technique: &Technique) -> JobFacts {
    let job = source.job.as_ref();
    let mut facts = JobFacts {
        number: job.map(|job| job.number.clone()),
        date: job.and_then(|job| job.date.clone()),
        side: source.side,
        said: job::said(job, source.side),
        relief: None,
        by_hand: None,
    };
    let Some(job) = job else { return facts };
    let lines = job::lines(job, source.side);
    match raise(limb, &socket.chart, &socket.outer, &socket.solid, &technique.steps, &lines) {
        Ok(relief) => {
            socket.solid = relief.solid;
            facts.relief = Some(relief.facts);
        }
        Err(why) => facts.by_hand = Some(Wording::new("job-by_hand").with("why", why.to_string()).into()),
    }
    facts
}

/// A shape that was cast under pressure or vacuum is compressed: what the technique takes off it again is asked about.
fn compressed(source: &Source, technique: &Technique) -> Option<Said> {
    let how = source.taken.by.filter(|how| how.compresses())?;
    let reduces = technique.steps.iter().filter_map(|step| match step {
        Step::Reduce { percent, by_circumference } => {
            let most = by_circumference.iter().map(|row| row.percent).fold(*percent, f64::max);
            (most > 0.0).then(|| Arg::Figure(format!("{most} %")))
        }
        Step::Rectify { name, depth_mm, .. } if *depth_mm < 0.0 => Some(Arg::Figure(format!("{name} {depth_mm} mm"))),
        _ => None,
    });
    let again: Vec<Arg> = reduces.collect();
    let note = Wording::new("socket_note-compressed_already").with("how", taken_by(how));
    (!again.is_empty()).then(|| note.with("again", Arg::List(again, ',')).into())
}

/// What of a limb's axes and landmarks stands on a guess.
fn not_sure(limb: &Limb) -> Vec<Said> {
    let pose = &limb.pose;
    let axes = [
        ("socket_note-long_axis_not_sure", &pose.long_axis),
        ("socket_note-front_not_sure", &pose.front),
        ("socket_note-level_not_sure", &pose.level),
    ];
    let axes = axes.into_iter().filter(|(_, found)| !found.is_sure());
    let axes = axes.map(|(id, found)| Wording::new(id).with("how", found.how()));
    let unsure = |landmark: &Landmark| limb.landmarks.get(landmark).is_none_or(|placed| !placed.found.is_sure());
    let guessed = Landmark::ALL.into_iter().filter(|landmark| landmark.is_of(limb.level) && unsure(landmark));
    let guessed: Vec<Arg> = guessed.map(|landmark| landmark.wording().into()).collect();
    let place = |guessed| Wording::new("socket_note-place_landmarks").with("landmarks", Arg::List(guessed, ','));
    axes.chain((!guessed.is_empty()).then(|| place(guessed))).map(Said::from).collect()
}

fn landmark_rows(limb: &Limb) -> Vec<LandmarkRow> {
    let row = |(name, placed): (&Landmark, &geometry::limb::Placed)| {
        // The lowest point of a limb lies around nothing.
        let around_deg = if *name == Landmark::DistalEnd { 0.0 } else { limb.around_deg(placed.point) };
        LandmarkRow { name: *name, around_deg, below_mm: -placed.point.z, found: placed.found.clone() }
    };
    limb.landmarks.iter().map(row).collect()
}
