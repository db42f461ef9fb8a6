//! Every address, the method that it is asked with, and the right that this takes. The router is made from this table and
//! from nothing else; what the table does not name, nobody may do.

use super::error::HttpError;
use super::route::{LARGEST_BACKUP, LARGEST_FORM, LARGEST_LOGIN, LARGEST_REQUEST, Right, Route};
use super::{
    App, account, admin, api, assets, catalog, compare, day, drive, fit, guide, limb, limb_part, login, people, person,
    report, scans, settings, shapes, socket, teams, versions,
};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::routing::{MethodFilter, on};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use tower_http::timeout::TimeoutLayer;

/// A row of the table: the method is named once, so that the right cannot be another method's.
macro_rules! row {
    ($method:ident $path:literal $right:ident $handler:path) => {
        row!($method $path $right $handler, LARGEST_FORM)
    };
    ($method:ident $path:literal $right:ident $handler:path, $takes:expr) => {
        Route {
            method: stringify!($method),
            path: $path,
            right: Right::$right,
            takes: $takes,
            handler: || on(MethodFilter::$method, $handler),
        }
    };
}

/// The pages. One long table: a row is all there is to a page.
const PAGES: &[Route] = &[
    row!(GET "/" Look people::list),
    row!(POST "/cases" Change people::create),
    row!(POST "/import" Change people::import, LARGEST_REQUEST),
    row!(GET "/cases/{id}" Look person::first),
    row!(GET "/cases/{id}/person" Look person::page),
    row!(POST "/cases/{id}/edit/{page}" Change person::edit),
    row!(POST "/cases/{id}/edit-over/{page}" Change person::edit_over),
    row!(GET "/cases/{id}/limb" Look limb::page),
    row!(GET "/cases/{id}/limb.glb" Look limb::mesh),
    row!(GET "/cases/{id}/shapes" Look shapes::page),
    row!(POST "/cases/{id}/scan" Change limb::upload, LARGEST_REQUEST),
    row!(POST "/cases/{id}/scan/remove" Change scans::remove),
    row!(POST "/cases/{id}/scan/part" Change limb_part::chosen),
    row!(POST "/cases/{id}/landmark" Change limb::landmark),
    row!(GET "/cases/{id}/fit" Look fit::page),
    row!(POST "/cases/{id}/fit/what-if" Look fit::what_if),
    row!(GET "/cases/{id}/parts.csv" Look fit::parts),
    row!(GET "/cases/{id}/socket" Look socket::page),
    row!(GET "/cases/{id}/socket.glb" Look socket::mesh),
    row!(POST "/cases/{id}/socket/step" Change socket::step),
    row!(POST "/cases/{id}/socket/brush" Change socket::brush),
    row!(POST "/cases/{id}/socket/trim" Change socket::trim),
    row!(GET "/cases/{id}/socket/files/{file}" Look socket::file),
    row!(GET "/cases/{id}/day" Look day::page),
    row!(POST "/cases/{id}/day.json" Look day::preview),
    row!(POST "/cases/{id}/pressure.json" Look day::pressure),
    row!(GET "/cases/{id}/drive" Look drive::page),
    row!(POST "/cases/{id}/drive.json" Look drive::replay),
    row!(GET "/cases/{id}/report" Look report::page),
    row!(POST "/cases/{id}/report" Change report::begin),
    row!(POST "/cases/{id}/report/cancel" Change report::cancel),
    row!(GET "/cases/{id}/report/{file}" Look report::file),
    row!(GET "/cases/{id}/versions" Look versions::page),
    row!(POST "/cases/{id}/versions/{number}/restore" Change versions::restore),
    row!(GET "/cases/{id}/export" Look people::export),
    row!(GET "/cases/{id}/delete" Change people::ask_delete),
    row!(POST "/cases/{id}/delete" Change people::delete),
    row!(POST "/cases/{id}/team" Manage teams::move_case),
    row!(GET "/catalog" Look catalog::list),
    row!(GET "/catalog/{article}" Look catalog::article),
    row!(GET "/compare" Look compare::page),
    row!(GET "/guide/{name}" Look guide::page),
    row!(GET "/clinic" Manage settings::page),
    row!(POST "/clinic/users" Manage settings::change_user),
    row!(POST "/clinic/sessions" Manage settings::close_session),
    row!(POST "/clinic/teams" Manage teams::change),
    row!(POST "/clinic/acknowledge" Manage admin::acknowledge),
    row!(POST "/clinic/backup" Manage admin::backup),
    row!(POST "/clinic/restore" Manage admin::restore, LARGEST_BACKUP),
    row!(GET "/account" Look account::page),
    row!(POST "/account/sessions" Look account::close_session),
    row!(POST "/account/factor" Look account::factor),
    row!(GET "/login" Anyone login::page),
    row!(POST "/login" Anyone login::log_in, LARGEST_LOGIN),
    row!(POST "/logout" Look login::log_out),
    row!(GET "/look" Anyone login::look),
    row!(GET "/health" Anyone people::health),
    row!(GET "/assets/{print}/{name}" Anyone assets::file),
    row!(GET "/licences" Anyone assets::licences),
    row!(GET "/api" Look api::page),
    row!(GET "/api/v1/openapi.json" Look api::document::answer),
];

/// Every route, of the pages and of the API.
pub fn all() -> Vec<Route> {
    PAGES.iter().copied().chain(api::routes()).collect()
}

/// The routes of an address, by method.
type Routes = BTreeMap<&'static str, BTreeMap<&'static str, Route>>;

static ROUTES: LazyLock<Routes> = LazyLock::new(|| {
    let mut routes = Routes::new();
    for route in all() {
        routes.entry(route.path).or_default().insert(route.method, route);
    }
    routes
});

/// What the table says of a method of a matched address; `HEAD` is a `GET` without its body.
fn route(path: &str, method: &str) -> Option<&'static Route> {
    let method = if method == "HEAD" { "GET" } else { method };
    ROUTES.get(path).and_then(|methods| methods.get(method))
}

/// Bytes that a request may carry at most; nothing where the table does not know it.
pub fn takes(path: &str, method: &str) -> usize {
    route(path, method).map_or(0, |route| route.takes)
}

/// The right that a method of a matched address takes.
///
/// # Errors
/// [`HttpError::MethodNotAllowed`] where the table has no such method of this address.
pub fn right(path: &str, method: &str) -> Result<Right, HttpError> {
    route(path, method).map(|route| route.right).ok_or(HttpError::MethodNotAllowed)
}

/// The routes of the table.
pub fn router() -> Router<App> {
    all().into_iter().fold(Router::new(), |router, route| {
        let mut handler = (route.handler)();
        if let Some(longest) = route.longest() {
            handler = handler.layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, longest));
        }
        if route.takes != LARGEST_FORM {
            handler = handler.layer(DefaultBodyLimit::max(route.takes));
        }
        router.route(route.path, handler)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_carries_much_has_no_time_of_its_own_and_all_else_has() {
        let untimed: Vec<&str> =
            all().iter().filter(|route| route.longest().is_none()).map(|route| route.path).collect();
        let wanted = [
            "/import",
            "/cases/{id}/scan",
            "/clinic/backup",
            "/clinic/restore",
            "/api/v1/cases/{id}/files/{name}",
            "/api/v1/clinic/backup",
        ];
        assert_eq!(untimed, wanted);
    }
}
