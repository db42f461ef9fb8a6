//! One operation of the API, and what every operation may answer.

use crate::App;
use crate::error_response::Faults;
use crate::route::{LARGEST_FORM, Right};
use axum::routing::MethodRouter;
use schemars::{JsonSchema, Schema, SchemaGenerator};

/// What a request or an answer carries.
#[derive(Clone, Copy)]
pub enum Body {
    /// Nothing.
    Empty,
    /// A case file.
    Toml,
    /// Bytes of a scan.
    Bytes,
    /// A backup.
    Database,
    /// A value of a type.
    Json(fn(&mut SchemaGenerator) -> Schema),
}

/// A parameter of a query.
pub struct Parameter {
    pub name: &'static str,
    /// What it is, in one sentence.
    pub what: &'static str,
    /// Whether it is a number.
    pub integer: bool,
    /// Whether it must be given.
    pub required: bool,
}

/// One operation.
pub struct Operation {
    /// In small letters, as OpenAPI has it.
    pub method: &'static str,
    /// The address, with its parameters in braces.
    pub path: &'static str,
    /// What it takes to ask so.
    pub right: Right,
    /// Bytes of a request's body at most.
    pub takes: usize,
    /// What it does, in one sentence.
    pub what: &'static str,
    /// Parameters of its query.
    pub query: &'static [Parameter],
    /// What a request carries.
    pub request: Body,
    /// The status of a good answer.
    pub status: u16,
    /// What a good answer carries.
    pub answer: Body,
    /// What answers.
    pub handler: fn() -> MethodRouter<App>,
}

/// What carries a value of this type.
pub const fn json<T: JsonSchema>() -> Body {
    Body::Json(|generator| generator.subschema_for::<T>())
}

/// An operation without a query and without a request.
pub const fn plain(
    method: &'static str,
    path: &'static str,
    right: Right,
    what: &'static str,
    answer: Body,
    handler: fn() -> MethodRouter<App>,
) -> Operation {
    let (query, request, takes) = (&[], Body::Empty, LARGEST_FORM);
    Operation { method, path, right, takes, what, query, request, status: 200, answer, handler }
}

/// What every operation may answer when something is not as it should be.
pub const ERRORS: [(u16, &str); 11] = [
    (401, "Nobody has logged in."),
    (403, "The role does not suffice, or the request comes from another site's page."),
    (404, "What was asked for is not here."),
    (405, "This cannot be done here."),
    (408, "What was sent came too slowly."),
    (409, "Someone else has saved since."),
    (413, "The request is too large."),
    (422, "What was sent is faulty."),
    (429, "Too many requests."),
    (500, "A fault in the program itself; nothing that was saved is lost."),
    (503, "More is asked for than can be done."),
];

/// The schema of their body.
pub fn fault_schema(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<Faults>()
}
