//! What a workshop is given beside the socket: how to print it, the model to carve or drape over, the check socket's sheet,
//! the custom liner to order.

mod check_socket;
mod own_liner;
mod print;

pub use check_socket::{CheckSocketFacts, Frame};
pub use own_liner::LinerOrderFacts;
pub use print::{MaterialRow, PrintSheet, Upright, Way};

use super::export::{Heads, back, said};
use super::purpose::Purpose;
use super::written::Written;
use crate::problem::{Failure, Fault};
use crate::workshop_data;
use domain::technique::{ScannedOver, Step, Technique};
use geometry::check;
use geometry::formats;
use geometry::limb::Limb;
use geometry::mandrel::{ModelFacts, model};
use geometry::socket::Socket;
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Said, Wording};

/// What is added where it is asked for and the technique does not say how.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside {
    /// The model to carve or drape over.
    pub carving: bool,
    /// A thermoformed check socket.
    pub check_socket: bool,
    /// A custom liner.
    pub custom_liner: bool,
}

impl Beside {
    /// Adds the usual steps to a technique that has none of the kind.
    pub fn add(self, technique: &mut Technique) {
        for step in workshop_data::steps() {
            let (asked, there): (bool, fn(&Step) -> bool) = match step {
                // A sheet is drawn over a model.
                Step::BuildUp(_) => (self.carving || self.check_socket, |step| matches!(step, Step::BuildUp(_))),
                Step::CheckSocket(_) => (self.check_socket, |step| matches!(step, Step::CheckSocket(_))),
                Step::CustomLiner(_) => (self.custom_liner, |step| matches!(step, Step::CustomLiner(_))),
                _ => continue,
            };
            if asked && !technique.steps.iter().any(there) {
                technique.steps.push(step);
            }
        }
    }
}

/// What a workshop is given.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Workshop {
    /// How to print the socket.
    pub print: PrintSheet,
    /// The model to carve or drape over, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<ModelFacts>,
    /// The thermoformed check socket, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check_socket: Option<CheckSocketFacts>,
    /// The custom liner, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_liner: Option<LinerOrderFacts>,
}

/// The workshop's part of a result, with its files.
pub(super) struct Made {
    pub(super) workshop: Workshop,
    pub(super) files: Vec<(String, Vec<u8>)>,
    pub(super) written: Vec<Written>,
    pub(super) notes: Vec<Said>,
}

/// Makes everything that the technique asks for beside the socket.
pub(super) fn make(
    limb: &Limb,
    socket: &Socket,
    technique: &Technique,
    over: Option<ScannedOver>,
    heads: &Heads,
) -> Result<Made, Failure> {
    let (mut files, mut written, mut notes) = (vec![], vec![], vec![]);
    let mut keep = |part: &str, what: &'static str, bytes: Vec<u8>, checked: Said| {
        let name = heads.name(part);
        written.push(Written { file: name.clone(), what: Wording::new(what).into(), bytes: bytes.len(), checked });
        files.push((name, bytes));
    };
    let solid = |mesh: &geometry::Mesh, part: &str| -> Result<(Vec<u8>, Said), Failure> {
        let bytes = heads.stl(formats::write_stl(mesh));
        let name = heads.name(part);
        let verdict = check::judge(&back(&bytes, &name)?);
        if !verdict.is_solid() {
            let what = format!("it is no sound solid when read back: {verdict:?}");
            return Err(Failure::other(Fault::of_file(
                &name,
                what,
                "this is a fault of the program: nothing was written",
            )));
        }
        Ok((bytes, said(&verdict)))
    };
    let mut result = Workshop { print: print::sheet(socket), model: None, check_socket: None, custom_liner: None };
    let carving =
        technique.steps.iter().find_map(|step| if let Step::BuildUp(asked) = step { Some(asked) } else { None });
    let mut body = None;
    if let Some(asked) = carving {
        let asked = geometry::mandrel::BuildUp {
            extension_mm: asked.extension_mm,
            extension_diameter_mm: asked.extension_diameter_mm,
            collar_mm: asked.collar_mm,
            groove_mm: asked.groove_mm,
            mandrel_mm: asked.mandrel_mm,
            mandrel_depth_mm: asked.mandrel_depth_mm,
        };
        let made = model(&socket.chart, &socket.inner, &asked).map_err(|error| {
            let field = "step do = \"build_up\"";
            Failure::input(Fault::of_argument(field, "", error.to_string(), "change the step"))
        })?;
        let (bytes, checked) = solid(&made.solid, "carving-model.stl")?;
        keep("carving-model.stl", "file-carving_model", bytes, checked);
        result.model = Some(made.facts.clone());
        body = Some(made);
    }
    for step in &technique.steps {
        match step {
            Step::CheckSocket(asked) => match &body {
                Some(body) => result.check_socket = Some(check_socket::facts(asked, body)),
                None => notes.push(Wording::new("socket_note-check_socket_without_model").into()),
            },
            Step::CustomLiner(asked) => {
                if over == Some(ScannedOver::Liner) {
                    notes.push(Wording::new("socket_note-custom_liner_over_liner").into());
                    continue;
                }
                let Some((made, order)) = own_liner::order(limb, socket, technique, asked) else {
                    notes.push(Wording::new("socket_note-custom_liner_no_room").into());
                    continue;
                };
                let (bytes, checked) = solid(&made.solid, "custom-liner.stl")?;
                keep("custom-liner.stl", "file-custom_liner_stl", bytes, checked);
                let table = heads.remarks() + &own_liner::csv(&order);
                keep("custom-liner-order.csv", "file-custom_liner_csv", table.into_bytes(), "".into());
                result.custom_liner = Some(order);
            }
            _ => {}
        }
    }
    if heads.purpose == Purpose::SizeCheck && (result.model.is_some() || result.custom_liner.is_some()) {
        notes.push(Wording::new("socket_note-workshop_of_a_tape").into());
    }
    Ok(Made { workshop: result, files, written, notes })
}
