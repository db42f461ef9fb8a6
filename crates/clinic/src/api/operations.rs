//! The table of operations: it makes the routes, the page that lists them, and the document. A row is all there is to an operation.

use super::handlers::{self, CheckResult, JobResult};
use super::operation::{Body, Operation, Parameter, json, plain};
use super::sessions::{self, Credentials, Opened};
use super::{factor, teams};
use crate::admin::{self, Wanted};
use crate::compare::Comparison;
use crate::layout;
use crate::route::{LARGEST_LOGIN, LARGEST_REQUEST, Right, Route};
use crate::visit::Visit;
use axum::routing::{delete, get, post, put};
use maud::{Markup, html};
use store::{AuditRow, CaseRow, FileRow, SessionRow, User, Version, VersionRow};
use workup::catalog::CatalogResult;
use workup::outcome::{DayResult, FitResult, RunResult};
use workup::preview::Changed;
use workup::socket::SocketOutcome;

const SEARCH: [Parameter; 1] =
    [Parameter { name: "search", what: "Part of a case's name.", integer: false, required: false }];
const BASE: [Parameter; 1] = [Parameter {
    name: "base",
    what: "The version that the text was made from; if another was saved since, the answer is 409.",
    integer: true,
    required: true,
}];
const STRENGTH: [Parameter; 1] = [Parameter {
    name: "strength",
    what: "Adds how strong wall and mount are when made of `petg`, `pa12`, `pp` or `carbon_laminate`; takes seconds.",
    integer: false,
    required: false,
}];
const BEFORE: [Parameter; 1] =
    [Parameter { name: "before", what: "Rows older than the one of this id.", integer: true, required: false }];
const TWO: [Parameter; 4] = [
    Parameter { name: "a", what: "A case.", integer: false, required: true },
    Parameter { name: "b", what: "Another case; the same where it is absent.", integer: false, required: false },
    Parameter {
        name: "system_a",
        what: "`suction`, `pin` or a pump; the recommended one where it is absent.",
        integer: false,
        required: false,
    },
    Parameter { name: "system_b", what: "As system_a.", integer: false, required: false },
];

/// Every operation.
pub fn operations() -> Vec<Operation> {
    let mut all = cases_and_clinic();
    all.extend(factor::operations());
    all.extend(teams::operations());
    all
}

/// Those of cases, sessions and the clinic. One long table: a row is all there is to an operation.
fn cases_and_clinic() -> Vec<Operation> {
    vec![
        Operation {
            query: &SEARCH,
            ..plain(
                "get",
                "/api/v1/cases",
                Right::Look,
                "The cases, newest change first.",
                json::<Vec<CaseRow>>(),
                || get(handlers::cases),
            )
        },
        Operation {
            request: Body::Toml,
            status: 201,
            ..plain(
                "post",
                "/api/v1/cases",
                Right::Change,
                "Keeps a new case; one with faults is a draft.",
                json::<Version>(),
                || post(handlers::create),
            )
        },
        plain("get", "/api/v1/cases/{id}", Right::Look, "The newest version of a case.", json::<Version>(), || {
            get(handlers::case)
        }),
        Operation {
            query: &BASE,
            request: Body::Toml,
            ..plain("put", "/api/v1/cases/{id}", Right::Change, "Keeps a new version.", json::<Version>(), || {
                put(handlers::save)
            })
        },
        Operation {
            status: 204,
            ..plain(
                "delete",
                "/api/v1/cases/{id}",
                Right::Change,
                "Deletes a case with every version, scan and report.",
                Body::Empty,
                || delete(handlers::remove),
            )
        },
        plain(
            "get",
            "/api/v1/cases/{id}/versions",
            Right::Look,
            "Every version, newest first.",
            json::<Vec<VersionRow>>(),
            || get(handlers::versions),
        ),
        plain("get", "/api/v1/cases/{id}/versions/{number}", Right::Look, "One version.", json::<Version>(), || {
            get(handlers::version)
        }),
        plain(
            "get",
            "/api/v1/cases/{id}/files",
            Right::Look,
            "The scans kept with a case.",
            json::<Vec<FileRow>>(),
            || get(handlers::files),
        ),
        Operation {
            request: Body::Bytes,
            takes: LARGEST_REQUEST,
            status: 201,
            ..plain(
                "put",
                "/api/v1/cases/{id}/files/{name}",
                Right::Change,
                "Keeps a scan with a case, once it could be read; name it in the case as scan.file.",
                json::<FileRow>(),
                || put(handlers::attach),
            )
        },
        Operation {
            status: 204,
            ..plain(
                "delete",
                "/api/v1/cases/{id}/files/{name}",
                Right::Change,
                "Removes a scan. A case that names it is a draft without it.",
                Body::Empty,
                || delete(handlers::detach),
            )
        },
        plain("get", "/api/v1/cases/{id}/files/{name}", Right::Look, "A scan.", Body::Bytes, || get(handlers::file)),
        plain(
            "get",
            "/api/v1/cases/{id}/fit",
            Right::Look,
            "What `concord fit --json` prints.",
            json::<FitResult>(),
            || get(handlers::fit),
        ),
        Operation {
            request: json::<Changed>(),
            ..plain(
                "post",
                "/api/v1/cases/{id}/day",
                Right::Look,
                "The day, with a few things changed.",
                json::<DayResult>(),
                || post(handlers::day),
            )
        },
        Operation {
            query: &STRENGTH,
            ..plain(
                "get",
                "/api/v1/cases/{id}/socket",
                Right::Look,
                "What `concord socket --json` prints.",
                json::<SocketOutcome>(),
                || get(handlers::socket),
            )
        },
        Operation {
            status: 202,
            ..plain(
                "post",
                "/api/v1/cases/{id}/report",
                Right::Change,
                "Begins what `concord run` does.",
                json::<JobResult>(),
                || post(handlers::begin),
            )
        },
        plain("get", "/api/v1/cases/{id}/report", Right::Look, "How far it is.", json::<JobResult>(), || {
            get(handlers::progress)
        }),
        plain("delete", "/api/v1/cases/{id}/report", Right::Change, "Cancels it.", json::<JobResult>(), || {
            delete(handlers::cancel)
        }),
        plain(
            "get",
            "/api/v1/cases/{id}/report/result",
            Right::Look,
            "What `concord run --json` prints, once it is done.",
            json::<RunResult>(),
            || get(handlers::result),
        ),
        Operation {
            query: &TWO,
            ..plain(
                "get",
                "/api/v1/compare",
                Right::Look,
                "What differs between two cases or systems, with its spread.",
                json::<Comparison>(),
                || get(handlers::compare),
            )
        },
        plain(
            "get",
            "/api/v1/catalog",
            Right::Look,
            "Every article as its maker prints it.",
            json::<CatalogResult>(),
            || get(handlers::catalog),
        ),
        plain(
            "get",
            "/api/v1/catalog/{article}",
            Right::Look,
            "One article, by its number or by what people call it: what `concord catalog ARTICLE --json` prints.",
            json::<CatalogResult>(),
            || get(handlers::article),
        ),
        Operation {
            request: Body::Toml,
            ..plain(
                "post",
                "/api/v1/check",
                Right::Look,
                "Every fault of a case file; nothing is kept.",
                json::<CheckResult>(),
                || post(handlers::check),
            )
        },
        Operation {
            request: json::<Credentials>(),
            takes: LARGEST_LOGIN,
            status: 201,
            ..plain(
                "post",
                "/api/v1/sessions",
                Right::Anyone,
                "Opens a session; send its token as `Authorization: Bearer TOKEN`.",
                json::<Opened>(),
                || post(sessions::open),
            )
        },
        plain("get", "/api/v1/sessions", Right::Look, "Your open sessions.", json::<Vec<SessionRow>>(), || {
            get(sessions::own)
        }),
        Operation {
            status: 204,
            ..plain(
                "delete",
                "/api/v1/sessions/{number}",
                Right::Look,
                "Closes a session of yours.",
                Body::Empty,
                || delete(sessions::close_own),
            )
        },
        plain(
            "get",
            "/api/v1/clinic/sessions",
            Right::Manage,
            "Every open session.",
            json::<Vec<SessionRow>>(),
            || get(sessions::every),
        ),
        Operation {
            status: 204,
            ..plain(
                "delete",
                "/api/v1/clinic/sessions/{number}",
                Right::Manage,
                "Closes a session, whoever's it is.",
                Body::Empty,
                || delete(sessions::close_any),
            )
        },
        Operation {
            status: 204,
            ..plain(
                "post",
                "/api/v1/clinic/acknowledge",
                Right::Manage,
                "Notes that you know of views that could not be written down; every page warns of them until then.",
                Body::Empty,
                || post(admin::acknowledge_json),
            )
        },
        plain("get", "/api/v1/clinic/users", Right::Manage, "Users and roles.", json::<Vec<User>>(), || {
            get(handlers::users)
        }),
        Operation {
            query: &BEFORE,
            ..plain(
                "get",
                "/api/v1/clinic/audit",
                Right::Manage,
                "Who did what, newest first.",
                json::<Vec<AuditRow>>(),
                || get(handlers::audit),
            )
        },
        Operation {
            request: json::<Wanted>(),
            ..plain(
                "post",
                "/api/v1/clinic/backup",
                Right::Manage,
                "The whole store as one file; with a passphrase encrypted in the format of age.",
                Body::Database,
                || post(admin::backup_json),
            )
        },
    ]
}

/// The routes of the table.
pub fn routes() -> Vec<Route> {
    let route = |operation: Operation| {
        let method = match operation.method {
            "get" => "GET",
            "post" => "POST",
            "put" => "PUT",
            _ => "DELETE",
        };
        let Operation { path, right, takes, handler, .. } = operation;
        Route { method, path, right, takes, handler }
    };
    operations().into_iter().map(route).collect()
}

/// The operations for a person.
pub async fn page(visit: Visit) -> Markup {
    let t = visit.texts;
    let body = html! {
        h1.page-title { (t.say("nav.api")) }
        p { (t.say("api.what")) " " a href="/api/v1/openapi.json" { "openapi.json" } }
        p { a href="/licences" { (t.say("api.licences")) } }
        div.wide tabindex="0" role="group" aria-label=(t.say("nav.api")) { table.list {
            thead { tr { th scope="col" { (t.say("api.operation")) } th scope="col" { (t.say("api.does")) } } }
            tbody { @for operation in operations() { tr {
                th scope="row" { code { (operation.method.to_uppercase()) " " (operation.path) } }
                td { (operation.what) }
            } } }
        } }
    };
    layout::page(&visit, t.say("nav.api"), &body)
}
