//! The frame of every page: head, navigation, the six steps of a case; and faults as a person reads them.

use super::assets;
use super::form::words::of_fault;
use super::form::{check, open_questions, to_correct};
use super::percent::encoded;
use super::visit::{Theme, Visit};
use ::report::socket_report::tape;
use ::report::words::{self, capital};
use domain::Problem;
use maud::{DOCTYPE, Markup, html};
use store::{Role, State, Version};
use texts::{Language, Texts};
use workup::library::Library;
use workup::problem::Fault;

/// The steps of a case, in the order of the work.
pub const STEPS: [&str; 6] = ["person", "limb", "fit", "socket", "day", "report"];

/// A whole page.
pub fn page(visit: &Visit, title: &str, body: &Markup) -> Markup {
    let t = visit.texts;
    let signed_in = visit.role.is_some();
    html! {
        (DOCTYPE)
        html lang=(visit.language.code()) data-theme=(visit.theme.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " – Concord" }
                link rel="icon" href="data:,";
                link rel="stylesheet" href=(assets::address("style.css"));
                @if assets::scripts() { script type="module" src=(assets::address("main.js")) {} }
            }
            body {
                a.skip href="#main" { (t.say("nav.skip")) }
                header.site { div {
                    a.brand href="/" { "Concord" }
                    @if signed_in {
                        nav.main aria-label=(t.say("nav.label")) {
                            a href="/" { (t.say("nav.cases")) }
                            a href="/compare" { (t.say("nav.compare")) }
                            a href="/catalog" { (t.say("nav.catalog")) }
                            @if visit.role == Some(Role::Admin) { a href="/clinic" { (t.say("nav.clinic")) } }
                            a href="/api" { (t.say("nav.api")) }
                        }
                    }
                    (looks(visit))
                } }
                @if let Some(missing) = assets::missing() { p.notice.warning { (missing) } }
                @for key in &visit.warnings { p.notice.error role="alert" { (t.say(key)) } }
                div #alert role="alert" aria-live="assertive" {}
                main #main { (body) }
                footer.site { p.small { (t.say("footer.disclaimer")) } }
            }
        }
    }
}

/// Language, theme, leaving.
fn looks(visit: &Visit) -> Markup {
    let t = visit.texts;
    let back = encoded(&visit.here);
    html! {
        nav.switches aria-label=(t.say("nav.looks")) {
            @for language in Language::all() {
                @if language == visit.language { span aria-current="true" lang=(language.code()) { (Texts::of(language).name()) } }
                @else { a href={ "/look?lang=" (language.code()) "&back=" (back) } lang=(language.code()) { (Texts::of(language).name()) } }
            }
            @for (name, theme) in Theme::ALL {
                @if theme == visit.theme { span aria-current="true" { (t.say(&format!("theme.{name}"))) } }
                @else { a href={ "/look?theme=" (name) "&back=" (back) } { (t.say(&format!("theme.{name}"))) } }
            }
            @if visit.session.is_some() {
                a href="/account" { (t.say("nav.account")) }
                form method="post" action="/logout" { button.quiet { (t.say("nav.logout")) " (" (visit.name) ")" } }
            }
        }
    }
}

/// A page of a case: its name, state and steps, then the body.
pub fn case_page(visit: &Visit, version: &Version, step: &str, body: &Markup) -> Markup {
    let t = visit.texts;
    let id = &version.id;
    let title = format!("{} – {}", version.name, t.say(&format!("step.{step}")));
    let frame = html! {
        div.case-head {
            h1.page-title { (version.name) " " span #case-state { (version_badge(visit, version)) } }
            p.small {
                a href={ "/cases/" (id) "/versions" } {
                    span #case-version { (t.fill("case.version", &[("number", &version.number.to_string())])) }
                }
                " · " a href={ "/cases/" (id) "/export" } { (t.say("case.export")) }
            }
        }
        nav.steps aria-label=(t.say("nav.steps")) {
            ol {
                @for name in STEPS {
                    li {
                        a href={ "/cases/" (id) "/" (name) } aria-current=[(name == step).then_some("page")] {
                            (t.say(&format!("step.{name}")))
                        }
                    }
                }
            }
        }
        (body)
    };
    page(visit, &title, &frame)
}

/// How far a case is; the style adds a sign, so that it is not told by colour alone.
pub fn badge(visit: &Visit, state: State) -> Markup {
    let (class, key) = match state {
        State::Draft => ("badge draft", "state.draft"),
        State::Fitted => ("badge fitted", "state.fitted"),
        State::NotBefore => ("badge not-before", "state.not_before"),
        State::Refused => ("badge refused", "state.refused"),
    };
    html! { span class=(class) { (visit.texts.say(key)) } }
}

/// The same of a version; a draft says how many questions are open.
pub fn version_badge(visit: &Visit, version: &Version) -> Markup {
    let open = match version.state {
        State::Draft => check(&version.text).problems.iter().filter(|problem| problem.open).count(),
        _ => 0,
    };
    if open == 0 {
        return badge(visit, version.state);
    }
    html! { span class="badge draft" { (visit.texts.fill("draft.open", &[("n", &open.to_string())])) } }
}

/// Faults as a person reads them.
pub fn notice(texts: &Texts, faults: &[Fault]) -> Markup {
    html! {
        div.notice.error role="alert" {
            ul.plain { @for fault in faults {
                @let (name, said) = of_fault(texts, fault);
                li { @if let Some(name) = name { (name) ": " } (said) }
            } }
            @if let Some(report) = faults.iter().map(Fault::scan).find(|report| !report.is_empty()) {
                p { (texts.say("scan_report-heading")) }
                ul { @for line in report { li { (capital(&words::told(texts, line))) } } }
            }
        }
    }
}

/// What a case's page shows instead of its body while the case is a draft.
pub fn draft(visit: &Visit, version: &Version, faults: &[Fault]) -> Markup {
    let (t, pages) = (visit.texts, format!("/cases/{}", version.id));
    let problems = check(&version.text).problems;
    let (open, wrong): (Vec<&Problem>, Vec<&Problem>) = problems.iter().partition(|problem| problem.open);
    // What the text alone does not show, a scan that cannot be read for one.
    let beyond: Vec<Fault> = faults.iter().filter(|fault| !fault.is_open()).cloned().collect();
    if wrong.is_empty() && open.is_empty() && beyond.is_empty() {
        return tape_or_scan(visit, version, faults);
    }
    html! {
        @if wrong.is_empty() && beyond.is_empty() {
            p { (t.say("draft.open_first")) }
        } @else {
            p { (t.say("draft.first")) }
            @if wrong.is_empty() { (notice(t, &beyond)) }
            @else { div.notice.error { (to_correct(t, &wrong, &pages, &|_| html! {})) } }
        }
        (open_questions(t, &open, &pages))
    }
}

/// Tape and scan disagree, and it was not said which one goes: the two side by side, and what to do.
fn tape_or_scan(visit: &Visit, version: &Version, faults: &[Fault]) -> Markup {
    html! {
        section.card #tape-or-scan aria-labelledby="tape-or-scan-heading" {
            h2 #tape-or-scan-heading { (visit.texts.say("limb.tape_or_scan")) }
            @for fault in faults { p { strong { (capital(fault.what())) "." } } p { (capital(fault.expected())) "." } }
            p { a href={ "/cases/" (version.id) "/limb" } { (visit.texts.say("step.limb")) } }
            @if let Some(against) = faults.iter().find_map(Fault::tape_against_scan) { (tape::against(visit.texts, against)) }
        }
    }
}

/// A source as it is cited: as it is printed, in its own language; what we assume ourselves, in the page's.
pub fn cited(visit: &Visit, library: &Library, key: &str, page: Option<&str>) -> Markup {
    match key {
        OUR_ASSUMPTION => html! { (visit.texts.say("source.concord_assumption")) },
        _ => html! { span lang="en" { (library.cited(key, page)) } },
    }
}

/// Key of what nobody published.
const OUR_ASSUMPTION: &str = "concord_assumption";
