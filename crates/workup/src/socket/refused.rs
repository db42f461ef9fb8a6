//! What a socket is not made of: a result that says why, not a fault of what was given.

use super::source::Source;
use crate::library::Library;
use crate::stamp::Stamp;
use domain::limb::Side;
use domain::technique::{Step, Technique};
use fitting::Verdict;
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Said, Wording};

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
    pub why: Said,
    /// What can be done.
    pub instead: Said,
    /// Key of the source.
    pub source: String,
}

/// What can be done where vacuum is refused, with its option of the command line.
const SAY_WHY: &str = "no_socket-say_why";

impl Reason {
    /// What can be done, where nobody has a command line.
    pub fn instead_on_a_page(&self) -> Said {
        let asks_why = self.instead.wording().id() == SAY_WHY;
        if asks_why { Wording::new("no_socket-say_why_in_the_case").into() } else { self.instead.clone() }
    }
}

/// Why no socket of this technique is made of this source, if so.
pub(super) fn judged(source: &Source, technique: &Technique, library: &Library) -> Option<NoSocket> {
    let mut refused = vec![];
    if is_for_vacuum(technique)
        && source.although_refused.is_none()
        && let Some(fitting) = source.fitting(library)
    {
        let against = fitting.screening.iter().filter(|conclusion| conclusion.verdict == Verdict::Contraindication);
        refused.extend(against.map(|conclusion| Reason {
            field: conclusion.inputs.first().map(|input| input.field.clone()).unwrap_or_default(),
            why: Wording::new("no_socket-vacuum_refused").with("reason", &conclusion.text).into(),
            instead: Wording::new(SAY_WHY).into(),
            source: conclusion.source.clone(),
        }));
    }
    let stamp = Stamp::new();
    (!refused.is_empty()).then(|| NoSocket { stamp, name: source.name.clone(), side: source.side, refused })
}

/// A pump draws from it.
fn is_for_vacuum(technique: &Technique) -> bool {
    technique.steps.iter().any(|step| matches!(step, Step::Port(_)))
}
