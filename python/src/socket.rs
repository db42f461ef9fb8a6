//! A socket of a scan, or of a case.

use crate::calls::{Made, library};
use crate::errors::json;
use crate::given::{Given, files};
use crate::work::work;
use domain::case::SocketConcept;
use domain::limb::{AmputationLevel, Side};
use domain::scan::TakenBy;
use domain::technique::ScannedOver;
use pyo3::prelude::*;
use report::socket_picture::Pictures;
use report::{socket_report, socket_text};
use std::path::PathBuf;
use texts::{Texts, Wording};
use workup::output;
use workup::problem::{Failure, Fault};
use workup::socket::asked::{self, Asked};
use workup::socket::strength::Question;
use workup::socket::strength::data::Material;
use workup::socket::workshop::Beside;
use workup::socket::{self as making, SocketOutcome, loaded};

const SIDES: [(&str, Side); 2] = [("left", Side::Left), ("right", Side::Right)];
const LEVELS: [(&str, AmputationLevel); 2] =
    [("transtibial", AmputationLevel::Transtibial), ("transfemoral", AmputationLevel::Transfemoral)];
const OVER: [(&str, ScannedOver); 2] = [("skin", ScannedOver::Skin), ("liner", ScannedOver::Liner)];
const CONCEPTS: [(&str, SocketConcept); 4] = [
    ("tsb", SocketConcept::TotalSurfaceBearing),
    ("ptb", SocketConcept::PatellarTendonBearing),
    ("ic", SocketConcept::IschialContainment),
    ("sub", SocketConcept::SubIschial),
];

const MATERIALS: [(&str, Material); 4] = [
    ("petg", Material::Petg),
    ("pa12", Material::Pa12),
    ("pp", Material::Pp),
    ("carbon-laminate", Material::CarbonLaminate),
];

const KEPT: [(&str, bool); 2] = [("normal", false), ("other", true)];
const TAKEN_BY: [(&str, TakenBy); 4] = [
    ("scan", TakenBy::Scan),
    ("wrap", TakenBy::Wrap),
    ("pressure-cast", TakenBy::PressureCast),
    ("vacuum-cast", TakenBy::VacuumCast),
];

/// Measures a limb and makes its socket; the files are written into `out`.
#[pyfunction]
#[allow(clippy::too_many_arguments)]
pub fn socket(
    py: Python<'_>,
    limb: Given,
    out: Option<PathBuf>,
    side: Option<&str>,
    level: Option<&str>,
    units: Option<String>,
    over: Option<&str>,
    length: Option<f64>,
    up: Option<String>,
    front: Option<String>,
    landmarks: Vec<String>,
    technique: Option<Given>,
    concept: Option<&str>,
    crop: Option<f64>,
    smooth: bool,
    earlier: Option<PathBuf>,
    although_refused: Option<String>,
    part: Option<u32>,
    keep_box: Option<String>,
    cut_plane: Option<String>,
    keep_side: &str,
    weld: Option<String>,
    job: Option<String>,
    job_date: Option<String>,
    taken_by: Option<&str>,
    carving: bool,
    check_socket: bool,
    custom_liner: bool,
    strength: Option<&str>,
    picture: Option<PathBuf>,
    report: bool,
) -> PyResult<Made> {
    let stem = limb.stem();
    let (result, text, html, made_files) = work(py, |_| {
        let asked = Asked {
            side: side.map(|name| one_of("--side", name, &SIDES)).transpose()?,
            level: level.map(|name| one_of("--level", name, &LEVELS)).transpose()?,
            units,
            over: over.map(|name| one_of("--over", name, &OVER)).transpose()?,
            length_mm: length,
            up,
            front,
            landmarks,
            crop_mm: crop,
            smooth,
            earlier,
            although_refused,
            part,
            keep_box,
            cut_plane,
            keep_other_side: one_of("--keep-side", keep_side, &KEPT)?,
            weld,
            job,
            job_date,
            taken_by: taken_by.map(|name| one_of("--taken-by", name, &TAKEN_BY)).transpose()?,
            ..Asked::default()
        };
        if keep_side != "normal" && asked.cut_plane.is_none() {
            let right = "give cut_plane, too";
            return Err(Failure::input(Fault::of_argument("--keep-side", keep_side, "a side of no plane", right)));
        }
        if part.is_some_and(|part| !(1..=1000).contains(&part)) {
            let right = "give 1 for the largest, 2 for the next";
            return Err(Failure::input(Fault::of_argument("--part", "", "no number of a part", right)));
        }
        let material = strength.map(|name| one_of("--strength", name, &MATERIALS)).transpose()?;
        let concept = concept.map(|name| one_of("--concept", name, &CONCEPTS)).transpose()?;
        picture.as_deref().map_or(Ok(()), output::can_write)?;
        let source = match &limb {
            Given::File(path) => asked::source(path, &asked)?,
            Given::Text(_) => asked::of_read_case(&limb.read()?, &limb.beside(), &asked)?,
        };
        let concept = concept.unwrap_or(SocketConcept::even(source.level));
        asked::of_the_level(concept, source.level)?;
        let mut technique = match &technique {
            Some(given) => given.technique(source.level)?,
            None => making::technique(&source, concept, library()),
        };
        Beside { carving, check_socket, custom_liner }.add(&mut technique);
        let mut made = match making::compute(&source, technique, library(), stem)? {
            Ok(made) => made,
            Err(refused) => {
                let text = socket_text::refused(Texts::english(), &refused);
                return Ok((SocketOutcome::Refused(refused), text, String::new(), vec![]));
            }
        };
        if let Some(material) = material {
            loaded::add(&source, &mut made, Question::of(material), &|| ())?;
        }
        out.as_deref().map_or(Ok(()), output::report_folder)?;
        // Drawn only where something shows them.
        let pictures = (report || picture.is_some()).then(|| Pictures::new(Texts::english(), &made));
        let mut html = String::new();
        match &pictures {
            Some(pictures) if report => {
                socket_report::add(Texts::english(), &mut made, pictures, library(), stem);
                html = socket_report::file_name(stem, made.result.purpose);
            }
            _ => made.result.notes.push(Wording::new("socket_note-no_report").into()),
        }
        if let Some(folder) = &out {
            for (name, bytes) in &made.exports {
                output::write_atomically(&folder.join(name), bytes)?;
            }
        }
        if let (Some(path), Some(pictures)) = (&picture, &pictures) {
            output::write_atomically(path, pictures.file(&made.result.name).as_bytes())?;
        }
        let text = socket_text::render(Texts::english(), &made.result, out.as_deref());
        Ok((SocketOutcome::Made(Box::new(made.result)), text, html, made.exports))
    })?;
    Ok(Made { json: json(&result)?, text, report: html, files: files(py, made_files)? })
}

fn one_of<T: Copy>(argument: &str, name: &str, known: &[(&str, T)]) -> Result<T, Failure> {
    known.iter().find(|(known, _)| *known == name).map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let right = format!("give one of {}", names.join(", "));
        Failure::input(Fault::of_argument(argument, name, "not known", right))
    })
}
