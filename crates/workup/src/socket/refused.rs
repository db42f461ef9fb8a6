//! What a socket is not made of: a result that says why, not a fault of what was given.

use super::source::Source;
use crate::library::Library;
use crate::stamp::Stamp;
use domain::limb::{AmputationLevel, Side};
use domain::technique::{Step, Technique};
use fitting::Verdict;
use schemars::JsonSchema;
use serde::Serialize;

/// `concord socket`, where no socket is made. No file is written.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NoSocket {
    /// Who judged it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// What it would have been made of.
    pub name: String,
    /// The patient's side.
    pub side: Side,
    /// Why not; at least one reason.
    pub refused: Vec<Reason>,
}

/// Why no socket is made.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Reason {
    /// The field of the case that decides it.
    pub field: String,
    /// Why.
    pub why: String,
    /// What can be done.
    pub instead: String,
    /// Key of the source.
    pub source: String,
}

/// Why no socket of this technique is made of this source, if so.
pub(super) fn judged(source: &Source, technique: &Technique, library: &Library) -> Option<NoSocket> {
    let mut refused = vec![];
    if source.level == AmputationLevel::Transfemoral {
        let field = if source.case.is_some() { "limb.amputation_level" } else { "--level" };
        refused.push(Reason {
            field: field.into(),
            why: "There is no technique for a socket above the knee here: every step, landmark, trim line and liner rule is made for a \
                  limb below the knee."
                .into(),
            instead: "The socket is made by hand; the fit and the day of the case stay available.".into(),
            source: "concord_assumption".into(),
        });
    }
    if is_for_vacuum(technique)
        && source.although_refused.is_none()
        && let Some(fitting) = source.fitting(library)
    {
        let against = fitting.screening.iter().filter(|conclusion| conclusion.verdict == Verdict::Contraindication);
        refused.extend(against.map(|conclusion| Reason {
            field: conclusion.inputs.first().map(|input| input.field.clone()).unwrap_or_default(),
            why: format!("Active vacuum is refused for this person, and this is a socket for it. {}", conclusion.text),
            instead: "Take a technique without a bore for the pump, or say why it is made although vacuum is refused: \
                      `--although-refused REASON`, in a case `prosthesis.although_refused`. The reason is printed on every sheet."
                .into(),
            source: conclusion.source.clone(),
        }));
    }
    let stamp = Stamp::new();
    (!refused.is_empty()).then(|| NoSocket { stamp, name: source.name.clone(), side: source.side, refused })
}

/// A pump draws from it.
fn is_for_vacuum(technique: &Technique) -> bool {
    technique.steps.iter().any(|step| matches!(step, Step::Port { .. }))
}
