//! What every handler and every middleware is given.

use super::auth::Auth;
use super::clinic::Clinic;
use super::error::HttpError;
use super::ids::case_id;
use super::opened_case::{Need, OpenedCase};
use super::visit::Visit;
use std::sync::Arc;

/// The state of the server.
#[derive(Clone)]
pub struct App {
    /// Everything behind the pages.
    pub clinic: Arc<Clinic>,
    /// How users log in.
    pub auth: Arc<Auth>,
}

impl App {
    /// Does short work on a version of a case, the newest where none is named, once what is needed of it is made. A thread of the
    /// connections must not wait for either.
    ///
    /// # Errors
    /// There is no such version; what the work itself says.
    pub async fn on_case<T: Send + 'static>(
        &self,
        visit: Visit,
        id: &str,
        number: Option<u64>,
        need: Need,
        work: impl FnOnce(&Clinic, &Visit, &OpenedCase) -> Result<T, HttpError> + Send + 'static,
    ) -> Result<T, HttpError> {
        let id = case_id(id)?;
        let opened = self.clinic.ready(&visit, &id, number, need).await?;
        self.clinic.work(move |clinic| work(clinic, &visit, &opened)).await
    }
}
