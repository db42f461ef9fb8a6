//! The clinic page (`concord serve`) and its API. It edits cases and shows results; everything it knows is computed elsewhere. It may
//! touch the store, and files through `workup`.
//!
//! - [`connections`]: how many, and how long. [`routes`]: every address with the right that it takes; [`door`]: who may come in;
//!   [`entry`]: a log-in; [`limit`]: how often; [`address`]: from where; [`places`]: how much is sent at once; [`pace`]: how fast.
//! - [`visit`]: who asks, in which language; [`answer`]: what is answered in error.
//! - [`clinic`]: what is kept; [`opened`]: what is at hand; [`lanes`]: short and long work; [`jobs`]: reports; [`changes`]: what
//!   differs between two versions.
//! - [`given`]: what a script sends. [`layout`], [`assets`], [`texts`]: the frame of every page.
//! - one file a page: [`people`], [`person`], [`limb`], [`fit`], [`socket`], [`day`], [`report`], [`versions`], [`compare`], [`catalog`],
//!   [`drive`], [`settings`], [`login`], [`account`]; parts of them: [`scans`], [`teams`].
//! - [`kept`], [`keeper`], [`health`]: backups, the audit, and whether what is kept is sound. [`witness`]: who looked at whom.
//! - [`import`]: cases from outside. [`monitor`]: a unit that is followed, a page for this machine with a server of its own.
//! - [`form`]: the case as a form, made from its schema, a crate of its own. [`api`]: the same as JSON.

pub mod access_log;
pub mod account;
pub mod address;
pub mod admin;
pub mod admission;
pub mod api;
pub mod app;
pub mod assets;
pub mod auth;
pub mod authorization;
pub mod case_form;
pub mod catalog;
pub mod changes;
pub mod clinic;
pub mod clock;
pub mod compare;
pub mod connections;
pub mod day;
pub mod drive;
pub mod error;
pub mod error_response;
pub mod extract;
pub mod files;
pub mod fit;
pub mod health;
pub mod ids;
pub mod import;
pub mod jobs;
pub mod layout;
pub mod licences;
pub mod limb;
pub mod login;
pub mod login_attempt;
pub mod maintenance;
pub mod monitor;
pub mod opened_case;
pub mod people;
pub mod percent;
pub mod person;
pub mod rate_limit;
pub mod report;
pub mod route;
pub mod routes;
pub mod scans;
pub mod scene;
pub mod scheduler;
pub mod security_headers;
pub mod server;
pub mod settings;
pub mod socket;
pub mod teams;
pub mod technique;
pub mod upload_rate;
pub mod upload_slots;
pub mod versions;
pub mod visit;

pub use ::form::{self, texts};

/// The name of a header, as the arguments of `concord serve` have it.
pub use axum::http::HeaderName;

pub use app::App;
pub use server::{router, serve};

#[cfg(test)]
mod texts_tests;
