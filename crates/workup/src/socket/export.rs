//! Every file of a socket, each read back from its bytes before it is called done.

use super::job;
use super::purpose::Purpose;
use super::source::Source;
use super::written::Written;
use crate::csv_text::{Rows, remark};
use crate::problem::{Failure, Fault};
use domain::limb::AmputationLevel;
use domain::technique::Technique;
use geometry::check::{self, Verdict};
use geometry::formats;
use geometry::limb::{Limb, Measurements};
use geometry::query::Surface;
use geometry::socket::Socket;
use geometry::{Mesh, Vec3};
use rayon::prelude::*;
use texts::{Arg, Said, Wording};

/// Everything exported.
pub(super) struct Exports {
    pub(super) files: Vec<(String, Vec<u8>)>,
    pub(super) written: Vec<Written>,
    /// What a printer would find of the solid.
    pub(super) solid: Verdict,
    /// The same of a flexible inner socket.
    pub(super) inner: Option<Verdict>,
    /// What could not be written, and why.
    pub(super) missing: Vec<Said>,
}

/// A solid to write: its part of the name, its faces, its holes, and what its two files are.
type SolidFile<'a> = (&'static str, &'a Mesh, usize, [&'static str; 2]);

/// Every file, each read back from its bytes before it is called done.
pub(super) fn export(
    source: &Source,
    limb: &Limb,
    socket: &Socket,
    distances: &[f64],
    technique: &Technique,
    measurements: &Measurements,
    heads: &Heads,
) -> Result<Exports, Failure> {
    let purpose = heads.purpose;
    let (name_of, marks) = (|part: &str| heads.name(part), source.marks());
    let [stl_is, package_is, model_is, shape_is] = match purpose {
        Purpose::Socket => ["file-socket_stl", "file-socket_3mf", "file-model_stl", "file-model_aop"],
        Purpose::SizeCheck => {
            ["file-size_check_stl", "file-size_check_3mf", "file-size_check_model_stl", "file-size_check_model_aop"]
        }
    };
    let read_back = || Said::from(Wording::new("read_back-done"));
    let chart = &socket.chart;
    let model = chart.mesh(&chart.points(&socket.inner), chart.trim_row());
    let (mut exports, mut written, mut missing) = (vec![], vec![], vec![]);
    let mut keep = |name: String, what: &'static str, bytes: Vec<u8>, checked: Said| {
        let what = Wording::new(what).into();
        written.push(Written { file: name.clone(), what, bytes: bytes.len(), checked });
        exports.push((name, bytes));
    };

    let solids: Vec<SolidFile> = match &socket.flexible {
        None => vec![("socket", &socket.solid, socket.facts.through_holes, [stl_is, package_is])],
        Some(flexible) => vec![
            ("socket-frame", &socket.solid, socket.facts.through_holes, ["file-frame_stl", "file-frame_3mf"]),
            (
                "socket-inner",
                &flexible.solid,
                socket.facts.inner_through_holes.unwrap_or(0),
                ["file-inner_stl", "file-inner_3mf"],
            ),
        ],
    };
    let title = purpose.stamp().map_or(source.name.clone(), |stamp| format!("{}: {stamp}", source.name));
    let title = format!("{title} ({})", heads.line);
    // What takes long, side by side: each solid's two files, the model, its radii.
    let (judged, (model_file, shape)) = rayon::join(
        || solids.par_iter().map(|solid| both_files(solid, heads, &title)).collect::<Result<Vec<_>, Failure>>(),
        || rayon::join(|| model_file(socket, &model, heads), || shape_file(source, socket, &model, &heads.line)),
    );
    let mut verdicts = vec![];
    for ((_, _, _, [stl_is, package_is]), [stl, package]) in solids.iter().zip(judged?) {
        let (name, bytes, verdict) = stl;
        keep(name, stl_is, bytes, said(&verdict));
        verdicts.push(verdict);
        let (name, bytes, verdict) = package;
        keep(name, package_is, bytes, said(&verdict));
    }
    let mut verdicts = verdicts.into_iter();
    let solid = verdicts.next().ok_or_else(|| broken("socket", "no solid".into()))?;
    let inner = verdicts.next();

    let (name, bytes, verdict) = model_file?;
    keep(name, model_is, bytes, said(&verdict));

    let name = name_of("model.aop");
    match shape {
        Some((bytes, checked)) => keep(name, shape_is, bytes, checked),
        None => missing.push(Wording::new("socket_note-no_aop").into()),
    }

    let name = name_of("limb.ply");
    let bytes = formats::write_ply(&limb.skin, formats::Paint::Scalars("distance_mm", distances));
    let bytes = heads.ply(bytes);
    keep(name, "file-limb_ply", bytes, read_back());

    let name = name_of("measurements.csv");
    let table = heads.remarks() + &csv(source.level, measurements);
    keep(name, "file-measurements_csv", table.into_bytes(), "".into());

    let name = name_of("technique.toml");
    let text = toml::to_string_pretty(technique).map_err(|error| broken(&name, error.to_string()))?;
    let comments: String =
        marks.iter().map(|mark| format!("# {mark}\n")).collect::<String>() + &format!("# {}\n", heads.line);
    let text = format!("{comments}{text}");
    match Technique::parse(&text) {
        Ok(again) if again == *technique => {}
        _ => return Err(broken(&name, "the steps read back otherwise than written".into())),
    }
    keep(name, "file-technique_toml", text.into_bytes(), Wording::new("read_back-equal").into());
    Ok(Exports { files: exports, written, solid, inner, missing })
}

/// Name, bytes and what was found when they were read back.
type Judged = (String, Vec<u8>, Verdict);

fn broken(file: &str, what: String) -> Failure {
    Failure::other(Fault::of_file(file, what, "this is a fault of the program: nothing was written"))
}

/// A solid as STL and as 3MF, each read back and judged.
fn both_files((part, mesh, holes, _): &SolidFile, heads: &Heads, title: &str) -> Result<[Judged; 2], Failure> {
    let no_solid =
        |name: &str, verdict: &Verdict| broken(name, format!("{part} is no sound solid when read back: {verdict:?}"));
    let (written, packed) = rayon::join(
        || {
            let bytes = heads.stl(formats::write_stl(mesh));
            let name = heads.name(&format!("{part}.stl"));
            let read = back(&bytes, &name)?;
            let verdict = check::judge(&read);
            if !verdict.is_solid() || verdict.genus != *holes as i64 {
                return Err(no_solid(&name, &verdict));
            }
            Ok(((name, bytes, verdict), read))
        },
        || {
            let name = heads.name(&format!("{part}.3mf"));
            let bytes = formats::write_3mf(mesh, title).map_err(|error| broken(&name, error.to_string()))?;
            let read = back(&bytes, &name)?;
            Ok::<_, Failure>((name, bytes, read))
        },
    );
    let ((stl, from_stl), (name, bytes, read)) = (written?, packed?);
    // The same triangles in single precision between as many vertices are the same solid: it is judged once.
    let verdict = if check::same_in_single(&from_stl, &read) { stl.2.clone() } else { check::judge(&read) };
    if !verdict.is_solid() {
        return Err(no_solid(&name, &verdict));
    }
    Ok([stl, (name, bytes, verdict)])
}

/// The socket's inside as a closed model, read back and judged.
fn model_file(socket: &Socket, model: &Mesh, heads: &Heads) -> Result<Judged, Failure> {
    let name = heads.name("model.stl");
    let spanned = geometry::clean::closed(model);
    let bytes_of = |mesh: &Mesh| heads.stl(formats::write_stl(mesh));
    let bytes = bytes_of(&spanned);
    let verdict = check::judge(&back(&bytes, &name)?);
    if verdict.is_solid() {
        return Ok((name, bytes, verdict));
    }
    let bytes = bytes_of(&geometry::carving::raised(&socket.chart, &socket.inner));
    let verdict = check::judge(&back(&bytes, &name)?);
    if !verdict.is_solid() {
        return Err(broken(&name, format!("the model is no sound solid when read back: {verdict:?}")));
    }
    Ok((name, bytes, verdict))
}

/// Where the unit ends in the header of an STL, and where the header does.
const STL_HEADER: std::ops::Range<usize> = 25..80;

/// What stands in the head of every file: whose side, when, under which job, and that a size check is no socket.
pub(super) struct Heads {
    pub(super) stem: String,
    pub(super) purpose: Purpose,
    /// Side, date and job.
    pub(super) line: String,
    /// What stands over a table.
    remarks: Vec<Said>,
}

impl Heads {
    pub(super) fn new(source: &Source, stem: &str) -> Self {
        let line = job::line(source.job.as_ref(), source.side);
        // Whose side it is stands in the line of how it was taken, too.
        let job = source.job.as_ref().map(|_| line.clone().into());
        let remarks = source.marks().into_iter().chain(job).chain([source.taken.line()]).collect();
        Self { stem: stem.into(), purpose: Purpose::of(source.scan.is_some()), line, remarks }
    }

    /// The name of a part's file.
    pub(super) fn name(&self, part: &str) -> String {
        self.purpose.file(&self.stem, part)
    }

    /// The first lines of a table.
    pub(super) fn remarks(&self) -> String {
        self.remarks.iter().map(|line| remark(line)).collect()
    }

    /// In one line; of a size check first that it is one.
    fn label(&self) -> String {
        self.purpose.stamp().map_or_else(|| self.line.clone(), |stamp| format!("{stamp}; {}", self.line))
    }

    /// The label behind the unit in the header of an STL, which nothing reads but people.
    pub(super) fn stl(&self, mut bytes: Vec<u8>) -> Vec<u8> {
        if let Some(room) = bytes.get_mut(STL_HEADER) {
            room.iter_mut().zip(format!("; {}", self.label()).bytes()).for_each(|(place, byte)| *place = byte);
        }
        bytes
    }

    /// The same as a comment in the head of a PLY.
    fn ply(&self, bytes: Vec<u8>) -> Vec<u8> {
        const BEFORE: &[u8] = b"element vertex";
        let Some(at) = bytes.windows(BEFORE.len()).position(|part| part == BEFORE) else { return bytes };
        [&bytes[..at], format!("comment {}\n", self.label()).as_bytes(), &bytes[at..]].concat()
    }
}

pub(super) fn back(bytes: &[u8], name: &str) -> Result<Mesh, Failure> {
    formats::read(bytes, name).map(|scan| scan.mesh).map_err(|error| {
        Failure::other(Fault::of_file(name, error.to_string(), "this is a fault of the program: nothing was written"))
    })
}

pub(super) fn said(verdict: &Verdict) -> Said {
    Wording::new("read_back-solid")
        .with("faces", Arg::Figure(verdict.faces.to_string()))
        .with("volume", Arg::Figure(format!("{:.1} mL", verdict.volume_ml)))
        .into()
}

/// The model as radii, with how far the format departs from it.
fn shape_file(source: &Source, socket: &Socket, model: &Mesh, head: &str) -> Option<(Vec<u8>, Said)> {
    const SPOKES: usize = 120;
    const SLICE_MM: f64 = 2.0;
    // The format's axis has to run within the model from its lowest point up: that point is moved onto it, and a comment
    // says so.
    let centre = model.vertices.iter().copied().min_by(|a, b| a.z.total_cmp(&b.z))?;
    let low = centre.z;
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
    let comment = |wording: Wording| Said::from(wording).to_string();
    let mm = |value: f64| Arg::Figure(format!("{value:.3}"));
    let moved_to = Wording::new("file_comment-axis_moved");
    shape.comments = vec![
        comment(
            Wording::new("file_comment-made_by").with("name", &source.name).with("version", env!("CARGO_PKG_VERSION")),
        ),
        comment(moved_to.with("x", mm(centre.x)).with("y", mm(centre.y)).with("z", mm(low))),
    ];
    shape.comments.splice(1..1, source.marks().iter().map(ToString::to_string).chain([head.to_string()]));
    let bytes = formats::write_aop(&shape);
    let again = formats::read(&bytes, "model.aop").ok()?.shape?;
    let same = again.radii_mm.iter().zip(&shape.radii_mm).all(|(a, b)| (a - b).abs() < 1e-3);
    let mm = |value: f64, digits: usize| Arg::Figure(format!("{value:.digits$} mm"));
    let checked = Wording::new(if same { "read_back-shape_equal" } else { "read_back-shape_not_equal" })
        .with("mean", mm(departs.mean_mm, 3))
        .with("quartiles", mm(departs.quartiles_mm, 3))
        .with("most", mm(departs.greatest_mm, 2));
    Some((bytes, checked.into()))
}

/// Signed distance from every vertex of the skin to the socket's inside, mm: positive where the socket is wider.
pub(super) fn distances(socket: &Socket, skin: &Mesh) -> Vec<f64> {
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

fn csv(level: AmputationLevel, measurements: &Measurements) -> String {
    let mut rows = Rows::new();
    let below = format!("below_{}_mm", level.reference_key());
    rows.row([below.as_str(), "circumference_mm", "perimeter_mm", "area_cm2", "ap_mm", "ml_mm"]);
    for row in &measurements.sections {
        let [circumference, perimeter] = [row.circumference_mm, row.perimeter_mm].map(|mm| format!("{mm:.2}"));
        let [ap, ml] = [row.ap_mm, row.ml_mm].map(|mm| format!("{mm:.2}"));
        rows.row([row.below_mm.to_string(), circumference, perimeter, format!("{:.3}", row.area_cm2), ap, ml]);
    }
    rows.text()
}
