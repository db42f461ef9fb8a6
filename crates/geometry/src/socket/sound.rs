//! The solid of a socket as its files hold it.

use super::making::SocketError;
use crate::check;
use crate::combine::{CombineError, combine_for_file, rounded};
use crate::limb::Limb;
use crate::mesh::Mesh;

/// The shell with its parts, in the single precision of its files, and nowhere through itself.
pub(super) fn sound(limb: &Limb, shell: &Mesh, added: &[Mesh], removed: &[Mesh]) -> Result<Mesh, SocketError> {
    let solid = if added.is_empty() && removed.is_empty() {
        let solid = rounded(shell);
        check::crossing(&solid).map_or(Ok(solid), |at| Err(CombineError::Crosses { at }))
    } else {
        combine_for_file(shell, added, removed)
    };
    solid.map_err(|error| match error {
        CombineError::Crosses { at } => {
            SocketError::PassesThrough { around_deg: limb.around_deg(at), above_mm: at.z - limb.distal_z() }
        }
        error => error.into(),
    })
}
