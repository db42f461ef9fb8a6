//! What every handler and every middleware is given.

use super::auth::Auth;
use super::clinic::Clinic;
use std::sync::Arc;

/// The state of the server.
#[derive(Clone)]
pub struct App {
    /// Everything behind the pages.
    pub clinic: Arc<Clinic>,
    /// How users log in.
    pub auth: Arc<Auth>,
}
