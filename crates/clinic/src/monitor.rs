//! A unit that is followed, as a page of its own: what `concord monitor` shows, for a browser on this machine alone. It keeps
//! nothing and knows no case, so it has neither store nor users; its frame, style and script are those of the clinic page.

use super::connections::{self, Timeouts};
use super::error::HttpError;
use super::error_response;
use super::layout;
use super::login::{Looks, remember};
use super::visit::Visit;
use super::{assets, auth, security_headers};
use ::report::drive_text::clock;
use ::report::monitor_text::level;
use axum::Router;
use axum::extract::{Query, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use control::{Activity, Mode, Priority, VERSION};
use maud::{Markup, html};
use serde::Deserialize;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use twin::warning_words;
use workup::monitor::{Alarm, Followed, MOST_LEAK, Past, SILENT_S};
use workup::problem::{Failure, Fault};

/// Size of the picture, its longest past (s) and its highest vacuum (kPa).
const WIDE: f64 = 600.0;
const HIGH: f64 = 180.0;
const PAST_S: f64 = 300.0;
const MOST_KPA: f64 = 90.0;
/// Alarms that have ended on the page; the newest.
const SHOWN: usize = 50;

/// What the page shows, shared with who follows the unit.
#[derive(Clone, Debug)]
pub struct Shared {
    name: Arc<str>,
    now: Arc<Mutex<(Followed, bool)>>,
}

impl Shared {
    /// Nothing heard yet on a line of this name.
    pub fn new(name: String) -> Self {
        Self { name: name.into(), now: Arc::default() }
    }

    /// Shows this from now on.
    pub fn put(&self, followed: &Followed, closed: bool) {
        *self.lock() = (followed.clone(), closed);
    }

    fn lock(&self) -> MutexGuard<'_, (Followed, bool)> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Serves the page on this machine, on threads of its own, for as long as the program lives.
///
/// # Errors
/// A port that cannot be had.
pub fn begin(shared: Shared, port: u16) -> Result<SocketAddr, Failure> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let failed = |what: String, expected: &str| Failure::other(Fault::of_file(address, what, expected));
    let listener = std::net::TcpListener::bind(address)
        .map_err(|error| failed(format!("this address cannot be served: {error}"), "give another port"))?;
    let bound = listener.local_addr().map_err(|error| failed(error.to_string(), ""))?;
    listener.set_nonblocking(true).map_err(|error| failed(error.to_string(), ""))?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .map_err(|error| failed(format!("no threads: {error}"), ""))?;
    std::thread::spawn(move || {
        runtime.block_on(async {
            if let Ok(listener) = tokio::net::TcpListener::from_std(listener) {
                let never = std::future::pending();
                connections::serve(listener, router(shared), vec![], Timeouts::default(), never).await;
            }
        });
    });
    Ok(bound)
}

fn router(shared: Shared) -> Router {
    let pages = Router::new()
        .route("/", get(page))
        .route("/unit", get(unit))
        .route("/alarms", get(alarms))
        .route("/look", get(look))
        .route("/assets/{print}/{name}", get(assets::file))
        .fallback(|| async { HttpError::NotFound("a page") })
        .with_state(shared);
    security_headers::add(pages.layer(from_fn(this_machine)).layer(from_fn(error_response::render)))
}

/// Another site may point its own name at this machine; this machine is not called so.
async fn this_machine(mut request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !auth::is_local(host) {
        let refused = "this address is for this machine alone: open http://localhost or http://127.0.0.1";
        return HttpError::Forbidden(refused).into_response();
    }
    let here = request.uri().path_and_query().map_or_else(|| "/".into(), ToString::to_string);
    let visit = Visit { here, ..Visit::anonymous(request.headers()) };
    request.extensions_mut().insert(visit);
    next.run(request).await
}

async fn look(Query(looks): Query<Looks>) -> Response {
    remember(&looks, "")
}

async fn page(State(shared): State<Shared>, visit: Visit) -> Markup {
    let t = visit.texts;
    let now = shared.lock();
    let body = html! {
        h1.page-title { (t.say("monitor.title")) }
        p { (t.fill("monitor.what", &[("name", &shared.name)])) }
        noscript { p { (t.say("monitor.no_script")) } }
        div aria-live="assertive" { (alarms_of(&visit, &now.0, now.1)) }
        section.card #unit aria-labelledby="unit-heading" hx-get="/unit" hx-trigger="every 1s" hx-swap="innerHTML" {
            (unit_of(&visit, &now.0, now.1))
        }
        p.small { (t.say("monitor.ours")) }
    };
    layout::page(&visit, t.say("monitor.title"), &body)
}

async fn unit(State(shared): State<Shared>, visit: Visit) -> Markup {
    let now = shared.lock();
    unit_of(&visit, &now.0, now.1)
}

/// Which alarms somebody has seen.
#[derive(Deserialize)]
struct Seen {
    mark: Option<String>,
}

/// The alarms, or nothing where they are those that were seen: a reader is told of each once.
async fn alarms(State(shared): State<Shared>, visit: Visit, Query(seen): Query<Seen>) -> Response {
    let now = shared.lock();
    if seen.mark == Some(mark(&now.0, now.1)) {
        return StatusCode::NO_CONTENT.into_response();
    }
    alarms_of(&visit, &now.0, now.1).into_response()
}

/// Whether nobody knows how it is now.
fn is_old(followed: &Followed, closed: bool) -> bool {
    closed || followed.is_silent() || followed.reading().is_none()
}

/// Another one for any other alarms.
fn mark(followed: &Followed, closed: bool) -> String {
    let mut hasher = DefaultHasher::new();
    for alarm in followed.present() {
        (alarm.warning.code(), alarm.since_s.to_bits()).hash(&mut hasher);
    }
    (followed.ended().len(), followed.forgotten(), followed.warns_beyond()).hash(&mut hasher);
    is_old(followed, closed).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn unit_of(visit: &Visit, followed: &Followed, closed: bool) -> Markup {
    let t = visit.texts;
    let counts = followed.counts();
    let numbers = [counts.frames, counts.broken, counts.unknown].map(|count| count.to_string());
    let version = followed.unknown_version().map(|version| [version.to_string(), VERSION.to_string()]);
    html! {
        h2 #unit-heading { (t.say("monitor.unit")) }
        @if closed { p.notice.warning { (t.say("monitor.closed")) } }
        @else if followed.is_silent() { p.notice.warning { (t.fill("monitor.silent", &[("s", &format!("{SILENT_S:.0}"))])) } }
        @if let Some([version, known]) = &version {
            p.notice.warning { (t.fill("monitor.unknown_version", &[("version", version), ("known", known)])) }
        }
        @match followed.reading() {
            None => p { (t.say("monitor.nothing_yet")) },
            Some(now) => {
                dl {
                    dt { (t.say("monitor.vacuum")) } dd { (level(t, now.vacuum_kpa)) }
                    dt { (t.say("monitor.set_point")) } dd { (level(t, now.set_kpa)) }
                    dt { (t.say("monitor.leak")) }
                    dd { @match now.leak_ml_per_min {
                        None => (t.say("monitor.not_known")),
                        Some(leak) if leak >= MOST_LEAK => (t.fill("monitor.leak_or_more", &[("leak", &t.figure(&format!("{leak:.1}")))])),
                        Some(leak) => (t.figure(&format!("{leak:.1} mL/min"))),
                    } }
                    dt { (t.say("monitor.charge")) }
                    dd { (t.fill("monitor.charge_left", &[("pct", &format!("{:.0}", now.charge_pct)), ("h", &t.figure(&format!("{:.1}", now.hours_left)))])) }
                    dt { (t.say("monitor.mode")) } dd { (t.say(followed.doing().and_then(|(mode, _)| mode).map_or("monitor.not_known", mode_key))) }
                    dt { (t.say("monitor.activity")) }
                    dd {
                        @if now.doffed { (t.say("monitor.doffed")) }
                        @else { (t.say(followed.doing().and_then(|(_, doing)| doing).map_or("monitor.not_known", activity_key))) }
                    }
                    dt { (t.say("monitor.pump")) }
                    dd { @if now.pump_pct > 0 { (now.pump_pct) " %" } @else { (t.say("monitor.rests")) } }
                    dt { (t.say("monitor.steps")) } dd { (now.steps) }
                    dt { (t.say("monitor.time")) } dd { (clock(now.t_s)) }
                }
                (picture(visit, followed))
            }
        }
        p.small { (t.fill("monitor.counts", &[("frames", &numbers[0]), ("broken", &numbers[1]), ("unknown", &numbers[2])])) }
    }
}

/// Vacuum and set point of the last minutes.
fn picture(visit: &Visit, followed: &Followed) -> Markup {
    let t = visit.texts;
    let now = followed.past().back().map_or(0.0, |(t_s, ..)| *t_s);
    let line = |value: &dyn Fn(&Past) -> Option<f64>| {
        let (mut path, mut order) = (String::new(), 'M');
        for point in followed.past() {
            let x = WIDE * (1.0 - (now - point.0) / PAST_S);
            let Some(kpa) = value(point).filter(|_| x >= 0.0) else {
                // What was not known is a gap.
                order = 'M';
                continue;
            };
            path += &format!("{order}{x:.1},{:.1} ", HIGH * (1.0 - kpa.clamp(0.0, MOST_KPA) / MOST_KPA));
            order = 'L';
        }
        path
    };
    html! {
        svg viewBox={ "0 0 " (WIDE) " " (HIGH) } role="img" aria-label=(t.say("monitor.picture")) {
            path d=(line(&|point| point.2)) fill="none" stroke="currentColor" stroke-width="1" stroke-dasharray="4 4" {}
            path d=(line(&|point| point.1)) fill="none" stroke="currentColor" stroke-width="2" {}
        }
        p.small { (t.say("monitor.picture_says")) }
    }
}

fn alarms_of(visit: &Visit, followed: &Followed, closed: bool) -> Markup {
    let t = visit.texts;
    let present = followed.present();
    let ended: Vec<&Alarm> = followed.ended().iter().take(SHOWN).collect();
    let left = followed.ended().len() - ended.len() + followed.forgotten() as usize;
    html! {
        section.card #alarms aria-labelledby="alarms-heading" hx-get={ "/alarms?mark=" (mark(followed, closed)) } hx-trigger="every 1s" hx-swap="outerHTML" {
            h2 #alarms-heading { (t.say("monitor.alarms")) }
            @if followed.warns_beyond() { p.notice.error { (t.say("monitor.unknown_alarm")) } }
            @if present.is_empty() && !followed.warns_beyond() { p { (t.say(if is_old(followed, closed) { "monitor.no_alarm_heard" } else { "monitor.no_alarm" })) } }
            @for alarm in present {
                p class=(if alarm.warning.priority() == Priority::High { "notice error" } else { "notice warning" }) {
                    strong { (t.say(priority_key(alarm.warning.priority()))) ": " (warning_words(alarm.warning).in_words_of(t)) }
                    " " (t.fill("monitor.since", &[("time", &clock(alarm.since_s))]))
                }
            }
            @if !ended.is_empty() {
                table.list {
                    caption { (t.say("monitor.ended")) }
                    thead { tr {
                        th scope="col" { (t.say("monitor.alarm")) } th scope="col" { (t.say("monitor.priority")) }
                        th scope="col" { (t.say("monitor.began")) } th scope="col" { (t.say("monitor.over")) }
                        th scope="col" { (t.say("monitor.lasted")) }
                    } }
                    tbody { @for alarm in ended {
                        @let over = alarm.ended_s.unwrap_or(alarm.since_s);
                        tr {
                            td { (warning_words(alarm.warning).in_words_of(t)) }
                            td { (t.say(priority_key(alarm.warning.priority()))) }
                            td { (clock(alarm.since_s)) } td { (clock(over)) }
                            td { (format!("{:.0} s", over - alarm.since_s)) }
                        }
                    } }
                }
            }
            @if left > 0 { p.small { (t.fill("monitor.left_out", &[("n", &left.to_string())])) } }
        }
    }
}

const fn priority_key(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "monitor.high",
        Priority::Medium => "monitor.medium",
        Priority::Low => "monitor.low",
    }
}

const fn mode_key(mode: Mode) -> &'static str {
    match mode {
        Mode::Off => "choice.pump_mode.off",
        Mode::Level(1) => "choice.pump_mode.level1",
        Mode::Level(2) => "choice.pump_mode.level2",
        Mode::Level(3) => "choice.pump_mode.level3",
        Mode::Level(4) => "choice.pump_mode.level4",
        Mode::Level(_) => "monitor.not_known",
        Mode::Automatic => "choice.pump_mode.automatic",
        Mode::Reverse => "choice.pump_mode.reverse",
        Mode::LowBattery => "monitor.mode_low_battery",
        Mode::Fault => "monitor.mode_fault",
        Mode::Storage => "monitor.mode_storage",
        Mode::Charging => "monitor.mode_charging",
        Mode::Detached => "monitor.mode_detached",
    }
}

const fn activity_key(activity: Activity) -> &'static str {
    match activity {
        Activity::Lie => "monitor.lies",
        Activity::Sit => "drive.does_sits",
        Activity::Stand => "drive.does_stands",
        Activity::WalkSlow => "monitor.walks_slowly",
        Activity::Walk => "drive.does_walks",
        Activity::Run => "monitor.runs",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderMap;
    use control::{Telemetry, Warning};
    use texts::{Language, Texts};
    use workup::monitor::example::{bytes, telemetry};

    fn visit(language: &'static str) -> Visit {
        Visit::anonymous(&HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, language.parse().unwrap())]))
    }

    #[test]
    fn every_warning_has_its_words_in_every_language() {
        for texts in Language::all().map(Texts::of) {
            let unsaid = |warning: &Warning| warning_words(*warning).in_words_of(texts).starts_with("pump_warning");
            let left: Vec<_> = Warning::ALL.into_iter().filter(unsaid).collect();
            assert!(left.is_empty(), "{}: there are no words for {left:?}", texts.code());
        }
    }

    #[test]
    fn the_page_says_what_the_unit_says_and_alarms_are_told_once() {
        let mut followed = Followed::default();
        let dumb = mark(&followed, false);
        let both = |followed: &Followed| {
            let visit = visit("de");
            (unit_of(&visit, followed, false).into_string(), alarms_of(&visit, followed, false).into_string())
        };
        // Nobody knows how it is before the first frame, and once the line is closed.
        assert!(both(&followed).1.contains("Keiner bekannt"));
        followed.take(&bytes(telemetry(0)), 0.0);
        assert!(both(&followed).1.contains("Kein Alarm"));
        assert!(alarms_of(&visit("en"), &followed, true).into_string().contains("None known"));
        let calm = mark(&followed, false);
        assert_ne!((&calm, &mark(&followed, true)), (&dumb, &calm));
        followed.take(&bytes(Telemetry { warnings: 1, ..telemetry(1_000) }), 1.0);
        let (unit, alarms) = both(&followed);
        assert!(
            unit.contains("50,0 kPa (14,8 inHg)") && unit.contains("3,1 mL/min") && unit.contains("<path d=\"M"),
            "{unit}"
        );
        assert!(alarms.contains("der Drucksensor") && alarms.contains("notice error"), "{alarms}");
        let warned = mark(&followed, false);
        followed.take(&bytes(telemetry(61_000)), 61.0);
        assert_eq!(([&calm, &warned].map(|seen| *seen == mark(&followed, false))), [false, false]);
        assert!(both(&followed).1.contains("60 s"));
        assert!(unit_of(&visit("en"), &followed, true).into_string().contains("closed"));
    }
}
