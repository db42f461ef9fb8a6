//! A socket that is made, and loaded to see whether it breaks.

use super::source::Source;
use super::strength::{Question, Strength, StrengthDrawn, cannot, of};
use super::{MadeSocket, NoSocket, limb, refused};
use crate::library::Library;
use crate::problem::Failure;
use crate::stamp::Stamp;
use domain::limb::Side;
use domain::technique::Technique;
use geometry::chart::Resolution;
use geometry::limb::Limb;
use geometry::socket::{Making, Socket, make};
use schemars::JsonSchema;
use serde::Serialize;
use texts::Said;

/// `concord strength`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StrengthResult {
    /// Who made it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// What it was made of.
    pub name: String,
    /// The patient's side.
    pub side: Side,
    /// What every sheet of it says first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Said>,
    /// How strong it is.
    #[serde(flatten)]
    pub strength: Strength,
}

/// A result, and what is drawn of it.
#[derive(Debug)]
pub struct MadeStrength {
    /// The result.
    pub result: StrengthResult,
    /// What is drawn.
    pub drawn: StrengthDrawn,
}

/// Makes the socket and computes its strength, or says why none is made; `step` is called after every mesh.
///
/// # Errors
/// A limb or socket that cannot be made or meshed; a level that nobody said.
pub fn compute(
    source: &Source,
    technique: &Technique,
    library: &Library,
    question: Question,
    step: &dyn Fn(),
) -> Result<Result<MadeStrength, NoSocket>, Failure> {
    if let Some(refused) = refused::judged(source, technique, library) {
        return Ok(Err(refused));
    }
    let (limb, socket) = shell(source, technique, library)?;
    let (strength, drawn) = of(source, &limb, &socket, technique, question, question.meshes(), step)?;
    let (name, side, marks) = (source.name.clone(), source.side, source.marks());
    let result = StrengthResult { stamp: Stamp::new(), name, side, marks, strength };
    Ok(Ok(MadeStrength { result, drawn }))
}

/// The limb and its socket, without files.
pub(super) fn shell(source: &Source, technique: &Technique, library: &Library) -> Result<(Limb, Socket), Failure> {
    let limb = limb(source)?;
    let socks = twin::assemble::sock_thickness(&library.parameters.central());
    let over = source.taken.over.unwrap_or_default();
    let making = Making { technique, over, socks: &socks, resolution: Resolution::default() };
    let socket = make(&limb, &making).map_err(|error| cannot(source, error.to_string()))?;
    Ok((limb, socket))
}

/// Computes the strength of a socket that is made: only where it was asked for, because it takes seconds.
///
/// # Errors
/// A socket that cannot be meshed; a level that nobody said.
pub fn of_made(
    source: &Source,
    made: &MadeSocket,
    question: Question,
    step: &dyn Fn(),
) -> Result<(Strength, StrengthDrawn), Failure> {
    of(source, &made.limb, &made.socket, &made.result.technique, question, question.meshes(), step)
}

/// The same, kept with the socket.
///
/// # Errors
/// As [`of_made`].
pub fn add(source: &Source, made: &mut MadeSocket, question: Question, step: &dyn Fn()) -> Result<(), Failure> {
    let (strength, drawn) = of_made(source, made, question, step)?;
    made.result.strength = Some(strength);
    made.strength = Some(drawn);
    Ok(())
}
