//! The clinic page (`concord serve`) and its API. It edits cases and shows results; everything it knows is computed elsewhere. It may
//! touch the store, and files through `workup`.
//!
//! Modules stand in layers, and none uses one of a layer above its own:
//!
//! - small ones that use hardly another: [`error`]; [`clock`], [`files`], [`ids`], [`percent`], [`address`]; [`rate_limit`];
//!   [`upload_rate`]: how fast a body has to come; [`extract`]: what several pages read from a request; [`document`]: a case's text,
//!   to be changed; [`security_headers`].
//! - [`visit`]: who asks, in which language. [`assets`], [`layout`]: the frame of every page. [`error_response`]: what
//!   is sent for an error.
//! - what is behind the pages: [`clinic`], with [`scheduler`]: short and long work; [`upload_slots`]: how much is sent at once;
//!   [`opened_case`]: a version as read, and the cache of those; [`jobs`]: reports in the making; [`health`]: what is wrong at the moment.
//!   [`maintenance`]: checks and automatic backups.
//! - [`auth`]: how visitors prove who they are; [`login_attempt`]: password, second factor, failures. [`app`]: what handlers are given.
//!   [`route`]: right and limits of one address.
//! - one file a page: [`people`], [`person`], [`limb`], [`fit`], [`socket`], [`day`], [`report`], [`versions`], [`compare`], [`catalog`],
//!   [`drive`], [`settings`], [`login`], [`account`]. Parts of them: [`case_form`], [`scans`], [`scene`], [`teams`], [`admin`],
//!   [`technique`], [`import`]. [`api`]: the same as JSON. [`form`]: the case as a form, a crate of its own.
//! - [`routes`]: the table of every address, with its right and its handler.
//! - middleware that stands above pages and table: [`authorization`], [`admission`], [`access_log`].
//! - [`connections`], [`server`]: all of it, served. [`monitor`]: a unit that is followed, a page for this machine with a server of its
//!   own.

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
pub mod clinic;
pub mod clock;
pub mod compare;
pub mod connections;
pub mod day;
pub mod document;
pub mod drive;
pub mod error;
pub mod error_response;
pub mod extract;
pub mod files;
pub mod fit;
pub mod guide;
pub mod health;
pub mod ids;
pub mod import;
pub mod jobs;
pub mod layout;
pub mod licences;
pub mod limb;
mod limb_part;
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
pub mod shapes;
pub mod socket;
pub mod strength;
pub mod teams;
pub mod technique;
pub mod undo;
mod upload_rate;
pub mod upload_slots;
pub mod versions;
pub mod visit;

pub use ::form;

/// The name of a header, as the arguments of `concord serve` have it.
pub use axum::http::HeaderName;

pub use app::App;
pub use server::{router, serve};
