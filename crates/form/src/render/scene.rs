//! What every part of the form is given.

use crate::unit::Unit;
use domain::Problem;
use std::collections::BTreeMap;
use texts::Texts;
use toml::de::DeTable;

/// What is needed to show one input.
pub(super) struct Scene<'a> {
    pub view: &'a FormView<'a>,
    pub root: &'a DeTable<'a>,
}

/// The id of a path: letters, digits and dashes.
pub fn id(path: &str) -> String {
    let plain = path.trim_end_matches(']');
    plain.replace("].", "-").replace(|c: char| !c.is_ascii_alphanumeric() && c != '_', "-")
}

/// Where a form is sent, and what its answer replaces.
#[derive(Clone, Copy, Debug)]
pub struct Action<'a> {
    /// The address.
    pub post: &'a str,
    /// What the answer replaces, as a CSS selector.
    pub target: &'a str,
    /// How it replaces it, e.g. `outerHTML`.
    pub swap: &'a str,
}

/// What a form shows.
#[derive(Clone, Copy, Debug)]
pub struct FormView<'a> {
    /// The case's text.
    pub text: &'a str,
    /// Its faults.
    pub problems: &'a [Problem],
    /// Units to show instead of the file's, by path as the schema has it.
    pub units: &'a BTreeMap<String, Unit>,
    /// The words.
    pub texts: &'a Texts,
    /// Paths of the tables to show, in order; the empty one is what stands above all tables.
    pub groups: &'a [&'a str],
    /// The version of the case that is shown, to be sent back with every change.
    pub base_version: &'a str,
    /// Whether nothing may be changed.
    pub read_only: bool,
    /// Where it is sent.
    pub action: Action<'a>,
}
