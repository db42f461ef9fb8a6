//! What a catalogue prints, as rules read it, and what a case says of its parts.

use crate::text;
use domain::Case;
use domain::catalog::{Catalog, Component, Pump, Use};
use domain::limb::AmputationLevel;
use texts::Arg;

/// Whether the limb is transfemoral.
pub fn transfemoral(case: &Case) -> bool {
    case.limb.amputation_level == AmputationLevel::Transfemoral
}

/// Whether an existing vacuum socket with external tubing is to be kept.
pub fn keeps_tubed_socket(case: &Case) -> bool {
    case.prosthesis.existing.as_ref().is_some_and(|existing| existing.keep_socket && existing.external_tubing)
}

/// The plate that an electronic pump is fixed to in this case: the offset one above a wide component.
pub fn plate<'a>(case: &Case, catalog: &'a Catalog, pump: &Pump) -> Option<&'a Component> {
    let choice = pump.adapter.as_ref()?;
    catalog.get(if case.prosthesis.wide_component_below_socket { &choice.offset } else { &choice.usual })
}

/// The path of a figure in the catalogue, for a conclusion's inputs.
pub fn printed_at(component: &Component, field: &str) -> String {
    format!("catalog.{}.{field}", component.article)
}

/// What stands as the value of a figure that no source prints.
pub fn not_printed() -> Arg {
    text::word("not_printed")
}

/// The words that a source prints of a pump's use, with their path.
pub fn printed_for(component: &Component, purpose: Use) -> Option<(String, String)> {
    let (index, suit) = component.pump.as_ref()?.suit_at(purpose)?;
    Some((printed_at(component, &format!("pump.suited_for[{index}]")), suit.printed.clone()))
}

/// What stands as the value of what the case does not say.
pub fn not_given() -> Arg {
    text::word("not_given")
}
