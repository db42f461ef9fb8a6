//! The limb: its measurements beside a drawing, its scan to turn by hand, landmarks placed by a click.

use super::App;
use super::case_form::{self, in_place_of_limb};
use super::clinic::Clinic;
use super::clock::actor;
use super::document::document;
use super::error::HttpError;
use super::extract::{BaseVersion, JsonObject, VersionQuery};
use super::ids::case_id;
use super::layout;
use super::limb_part;
use super::opened_case::{Need, OpenedCase};
use super::scans;
use super::scene::{axes, glb};
use super::visit::Visit;
use ::report::socket_report::{silhouette, tape};
use axum::Json;
use axum::extract::{Multipart, Path, Query, State};
use axum::response::{Redirect, Response};
use domain::limb::{AmputationLevel, Side};
use domain::technique::Landmark;
use geometry::Vec3;
use geometry::formats::{self, Scalars, write_glb};
use geometry::limb::{Limb, Measurements};
use geometry::pose::Basis;
use geometry::slices::sections;
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, Value as Toml, value};
use twin::regions::Regions;
use workup::scan_file;
use workup::socket::{self, MadeSocket};

/// Which part of the page is asked for, where it is not the whole.
#[derive(Deserialize)]
pub struct Part {
    #[serde(default)]
    part: String,
}

/// The page.
pub async fn page(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(asked): Query<Part>,
) -> Result<Markup, HttpError> {
    let show = move |clinic: &Clinic, visit: &Visit, opened: &OpenedCase| whole(clinic, visit, opened, &asked.part);
    app.on_case(visit, &id, None, Need::Socket, show).await
}

fn whole(clinic: &Clinic, visit: &Visit, opened: &OpenedCase, part: &str) -> Result<Markup, HttpError> {
    let files = clinic.store.files(&opened.version.id)?;
    let seen = (opened.limb(clinic), opened.socket(clinic));
    let version = &opened.version;
    let body = html! {
        div.columns {
            div {
                div #limb-view hx-get={ "/cases/" (version.id) "/limb?part=view" } hx-trigger="concord:changed from:body delay:300ms" hx-sync="this:replace" {
                    (view(visit, opened, &seen))
                }
            }
            div {
                @if visit.edits() { (upload_form(visit, opened)) (scans::list(visit, version, &files)) }
                // A landmark placed in the picture is a row of the form.
                div #case-form hx-get={ "/cases/" (version.id) "/limb?part=form" } hx-trigger="concord:changed-in-picture from:body" hx-disinherit="*" {
                    (case_form::shown(visit, version, "limb", &version.text, &BTreeMap::new()))
                }
            }
        }
        (case_form::next(visit, version, "fit"))
    };
    Ok(match (visit.partial, part) {
        (true, "form") => case_form::part(visit, version, "limb", &BTreeMap::new()),
        (true, _) => view(visit, opened, &seen),
        (false, _) => layout::case_page(visit, version, "limb", &body),
    })
}

/// The limb, and the socket where one is made.
type Seen = (Result<Arc<(Limb, Measurements)>, HttpError>, Result<Arc<MadeSocket>, HttpError>);

/// The limb as it is: to turn, and drawn with its measurements. What stands against a socket of it is said first.
fn view(visit: &Visit, opened: &OpenedCase, (limb, made): &Seen) -> Markup {
    let version = &opened.version;
    let against = match made {
        // What a change of the form says at once stands here.
        Ok(_) => html! { div #limb-error {} },
        Err(HttpError::NoSocket(refused)) => html! { div #limb-error {} (super::socket::no_socket(visit, refused)) },
        Err(error) if opened.read.is_err() => in_place_of_limb(&layout::draft(visit, version, &error.faults())),
        Err(error) => in_place_of_limb(&layout::notice(visit.texts, &error.faults())),
    };
    // A case that cannot be read has no limb to look at, a scan of several parts has those.
    let limb = match limb {
        Ok(limb) => limb,
        Err(error) => return html! { (against) (limb_part::asked(visit, version, &error.faults())) },
    };
    html! { (against) (drawn(visit, opened, limb, made.as_ref().ok())) }
}

fn drawn(visit: &Visit, opened: &OpenedCase, seen: &(Limb, Measurements), made: Option<&Arc<MadeSocket>>) -> Markup {
    let t = visit.texts;
    let version = &opened.version;
    let (limb, facts) = seen;
    let level = level_of(opened);
    let address = format!("/cases/{}", version.id);
    let scanned = document(&version.text).is_ok_and(|document| document.contains_key("scan"));
    let mode = if scanned && visit.edits() { "landmarks" } else { "view" };
    html! {
        section.card aria-labelledby="limb-3d-heading" {
            h2 #limb-3d-heading { (t.say("limb.title")) }
            div data-island="limb-3d" data-mode=(mode) data-side=(limb.side.label()) aria-label=(t.say("limb.title"))
                data-glb={ (address) "/limb.glb?version=" (version.number) } data-axes=(axes(limb.side).to_string())
                data-landmarks=(landmarks(visit, limb, level).to_string()) data-post={ (address) "/landmark?base=" (version.number) } {
                (silhouette::drawing(t, limb, facts, level, "outline-instead"))
            }
            @if !scanned { p.hint { (t.say("limb.from_tape")) } }
        }
        figure.card {
            figcaption { (t.say("limb.drawing")) }
            (silhouette::drawing(t, limb, facts, level, "outline-name"))
            p { (t.fill("limb.facts", &[("ml", &format!("{:.0}", facts.volume_ml)), ("mm", &format!("{:.0}", facts.length_mm)), ("cm2", &format!("{:.0}", facts.skin_area_cm2))])) }
        }
        @if let Some(against) = opened.read.as_ref().ok().and_then(|read| read.tape.as_ref()) {
            div.card {
                h2 { (t.say("limb.tape_and_scan")) }
                p { (against.line().in_words_of(t)) "." }
                (tape::against(t, against))
            }
        }
        @if let Some((scan, made)) = made.and_then(|made| Some((made.result.scan.as_ref()?, made))) {
            section.card aria-labelledby="scan-heading" {
                h2 #scan-heading { (t.say("limb.scan")) }
                p { (scan.line().in_words_of(t)) }
                p { a href={ (address) "/shapes" } { (t.say("shapes.visits")) } " · " a href="/guide/measuring" { (t.say("guide.all")) } }
                ul { @for done in scan.done.iter().chain(&made.result.notes) { li { (done.in_words_of(t)) } } }
            }
            @if let Some(parts) = &scan.parts { (limb_part::choice(visit, version, parts)) }
        }
    }
}

/// The level of a case whose limb can be seen.
fn level_of(opened: &OpenedCase) -> AmputationLevel {
    let said = || {
        toml::from_str::<toml::Table>(&opened.version.text)
            .ok()?
            .get("limb")?
            .get("amputation_level")?
            .as_str()
            .map(str::to_string)
    };
    match (&opened.read, said()) {
        (Ok(read), _) => read.case.limb.amputation_level,
        (Err(_), Some(level)) if level == AmputationLevel::Transfemoral.label() => AmputationLevel::Transfemoral,
        _ => AmputationLevel::Transtibial,
    }
}

/// Every landmark, with its place where a person placed it; where the scan shows it or anatomy has it on the mean, with what is
/// proposed.
fn landmarks(visit: &Visit, limb: &Limb, level: AmputationLevel) -> Value {
    let place = |landmark: Landmark| {
        let known = limb.landmarks.get(&landmark);
        let point = |known: &geometry::limb::Placed| known.point.to_array();
        let placed = known.filter(|known| known.found.basis() == Basis::Placed).map(point);
        let proposed = known.filter(|known| known.found.basis() != Basis::Placed).map(|known| {
            let (standing, how) = (known.found.standing(), known.found.how().in_words_of(visit.texts));
            json!({ "at": point(known), "standing": standing.in_words_of(visit.texts), "how": how })
        });
        (placed, proposed)
    };
    Landmark::ALL
        .into_iter()
        .filter(|landmark| landmark.is_of(level))
        .map(|landmark| {
            let name = serde_json::to_value(landmark).unwrap_or_default();
            let label = visit.texts.say(&format!("choice.name.{}", name.as_str().unwrap_or_default())).to_string();
            let (at, proposed) = place(landmark);
            json!({ "name": name, "label": label, "at": at, "proposed": proposed })
        })
        .collect()
}

/// The limb in its axes, mm, with the region of the skin at every vertex.
pub async fn mesh(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(which): Query<VersionQuery>,
) -> Result<Response, HttpError> {
    app.on_case(visit, &id, which.version, Need::Socket, |clinic, _, opened| {
        let seen = opened.limb(clinic)?;
        let limb = &seen.0;
        let regions = regions_of(limb, &clinic.library.regions, level_of(opened));
        // The distance is that to the socket, where there is one of this shape.
        let made = opened.socket(clinic).ok().filter(|made| made.distances.len() == limb.skin.vertices.len());
        let distances = made.iter().map(|made| Scalars { name: "_DISTANCE", values: &made.distances });
        let scalars: Vec<Scalars> =
            [Scalars { name: "_REGION", values: &regions }].into_iter().chain(distances).collect();
        Ok(glb(write_glb(&limb.skin, &scalars)))
    })
    .await
}

fn regions_of(limb: &Limb, regions: &Regions, level: AmputationLevel) -> Vec<f64> {
    /// A section through every vertex would take seconds: the centre line has one every so many mm.
    const STEP_MM: f64 = 2.0;
    let (low, high) = limb.skin.bounds();
    let length = limb.length_mm().max(1.0);
    let count = ((high.z - low.z) / STEP_MM).ceil().max(1.0) as usize;
    let heights: Vec<f64> = (0..count).map(|step| low.z + STEP_MM * (step as f64 + 0.5)).collect();
    let cuts = sections(&limb.skin, &heights);
    let at = |vertex: &Vec3| {
        let step = ((vertex.z - low.z) / STEP_MM) as usize;
        let centre = cuts.get(step.min(count - 1)).map_or(Vec3::ZERO, |cut| cut.centroid);
        let around = limb.around_from(*vertex, Vec3::new(centre.x, centre.y, vertex.z));
        regions.drawn_at(level, around, (vertex.z + length) / length) as f64
    };
    limb.skin.vertices.iter().map(at).collect()
}

fn upload_form(visit: &Visit, opened: &OpenedCase) -> Markup {
    let t = visit.texts;
    html! {
        form.card #upload-form method="post" enctype="multipart/form-data" action={ "/cases/" (opened.version.id) "/scan" } {
            h2 { (t.say("limb.upload")) }
            input type="hidden" name="base" value=(opened.version.number);
            div.field {
                label for="upload-file" { (t.say("limb.upload_file")) }
                p.hint #upload-hint { (t.say("limb.upload_hint")) }
                div.control { input #upload-file type="file" name="file" required accept=(formats::accepted()) aria-describedby="upload-hint"; }
            }
            div.field {
                label for="upload-as" { (t.say("limb.upload_as")) }
                div.control { select #upload-as name="as" {
                    option value="file" { (t.say("limb.as_limb")) } option value="earlier" { (t.say("limb.as_earlier")) }
                } }
            }
            div.field {
                label for="upload-side" { (t.say("field.scan.side")) }
                div.control { select #upload-side name="side" {
                    option value="" { (t.say("limb.not_said")) }
                    @for side in [Side::Left, Side::Right] { option value=(side.label()) { (t.say(&format!("choice.side.{}", side.label()))) } }
                } }
            }
            div.field {
                label for="upload-over" { (t.say("field.scan.over")) }
                div.control { select #upload-over name="over" {
                    option value="" { (t.say("limb.not_said")) }
                    @for over in ["skin", "liner"] { option value=(over) { (t.say(&format!("choice.over.{over}"))) } }
                } }
            }
            div.actions { button.primary { (t.say("limb.upload_send")) } }
        }
    }
}

/// Takes a scan: it is read before it is kept, so that a broken one is answered with its fault.
pub async fn upload(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    mut form: Multipart,
) -> Result<Redirect, HttpError> {
    let id = case_id(&id)?;
    let (mut file, mut base, mut place) = (None, None, "file".to_string());
    let mut said: Vec<(&'static str, String)> = vec![];
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("file") => file = Some((field.file_name().unwrap_or_default().to_string(), field.bytes().await?)),
            Some("base") => base = field.text().await?.trim().parse::<u64>().ok(),
            Some("as") => place = field.text().await?,
            Some("side") => said.push(("side", field.text().await?)),
            Some("over") => said.push(("over", field.text().await?)),
            _ => {}
        }
    }
    let (name, bytes) = file.ok_or_else(|| HttpError::input("file", "", "no file came", "choose a scan"))?;
    let base =
        base.ok_or_else(|| HttpError::input("base", "", "no version", "send the version that the scan belongs to"))?;
    if place != "file" && place != "earlier" {
        return Err(HttpError::input("as", &place, "no such use of a scan", "send file or earlier"));
    }
    said.retain(|(_, value)| !value.is_empty());
    for (name, value) in &said {
        let known: &[&str] = if *name == "side" { &["left", "right"] } else { &["skin", "liner"] };
        if !known.contains(&value.as_str()) {
            return Err(HttpError::input(name, value, "not known", format!("send one of {}", known.join(", "))));
        }
    }
    let address = format!("/cases/{id}/limb");
    app.clinic
        .long_work(&visit, move |clinic, requester| {
            let version = clinic.store.version(&id, base)?;
            let unit = unit_of(&version.text);
            let read = scan_file::of_bytes(name.clone(), bytes.to_vec(), scan_file::Told::unit(unit.as_deref()));
            if let Err(failure) = read {
                // Which of its parts is the limb is asked on the page.
                if place != "file" || failure.parts().is_none() {
                    return Err(failure.into());
                }
            }
            let kept = clinic.store.attach(&actor(requester.name()), &id, &name, &bytes)?;
            let text = with_scan(&version.text, &place, &kept.name, &said)?;
            clinic.save(requester.name(), &id, base, &text)
        })
        .await?;
    Ok(Redirect::to(&address))
}

fn unit_of(text: &str) -> Option<String> {
    let table: toml::Table = toml::from_str(text).ok()?;
    table.get("scan")?.get("unit")?.as_str().map(str::to_string)
}

/// What is said of one scan and does not hold for another.
const OF_ONE_SCAN: [&str; 13] = [
    "part",
    "keep_box",
    "cut_plane",
    "weld",
    "landmarks",
    "proximal",
    "anterior",
    "over",
    "side",
    "scanned_on",
    "minutes_since_doffing",
    "goes_by",
    "goes_by_reason",
];

/// The text with its scan named, and what is said of it. What was said of another scan does not hold for a new one.
fn with_scan(text: &str, place: &str, name: &str, said: &[(&str, String)]) -> Result<String, HttpError> {
    let mut document = document(text)?;
    let scan = document.entry("scan").or_insert(Item::Table(Table::new()));
    let scan = scan
        .as_table_like_mut()
        .ok_or_else(|| HttpError::input("scan", "", "is no table", "correct the case's text first"))?;
    if place == "file" {
        for gone in OF_ONE_SCAN {
            scan.remove(gone);
        }
        for (key, text) in said {
            scan.insert(key, value(text.as_str()));
        }
    } else if !scan.contains_key("file") {
        return Err(HttpError::input(
            "as",
            "earlier",
            "there is no scan to compare it with",
            "upload the limb's scan first",
        ));
    }
    scan.insert(place, value(name));
    Ok(document.to_string())
}

/// A landmark as it was placed, in the limb's axes.
#[derive(Deserialize)]
pub struct Placed {
    name: Landmark,
    at: [f64; 3],
}

/// Places a landmark: kept in the axes of the scan's file, as the case has it.
pub async fn landmark(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(base): Query<BaseVersion>,
    JsonObject(placed): JsonObject<Placed>,
) -> Result<Json<Value>, HttpError> {
    let id = case_id(&id)?;
    let asking = visit.clone();
    let answer = app
        .clinic
        .long_work(&asking, move |clinic, _| {
            let opened = clinic.open_version(&id, base.base)?;
            let seen = opened.limb(clinic)?;
            let level = level_of(&opened);
            if !placed.name.is_of(level) {
                let what = format!("a {} limb has no {}", level.label(), placed.name.label());
                return Err(HttpError::input("landmark", placed.name.key(), what, placed.name.instead(level)));
            }
            let at = Vec3::from(placed.at);
            if !at.is_finite() || at.length() > 2_000.0 {
                return Err(HttpError::input("at", "", "no place on a limb", "give three numbers in mm"));
            }
            let at = seen.0.pose.to_file(at);
            let text = with_landmark(&opened.version.text, placed.name, at)?;
            // A landmark that contradicts the limb is refused before it is kept; where the level moves away from the tape's, that
            // is a question of the case.
            let read = clinic.as_taped(&id, &opened.version.name, &text)?;
            socket::limb(&socket::scanned(&read))?;
            let version = clinic.save(&visit.name, &id, opened.version.number, &text)?;
            let seen = clinic.open_version(&id, version.number)?.limb(clinic)?;
            Ok(json!({ "landmarks": landmarks(&visit, &seen.0, level), "version": version.number }))
        })
        .await?;
    Ok(Json(answer))
}

fn with_landmark(text: &str, landmark: Landmark, at: Vec3) -> Result<String, HttpError> {
    let mut document = document(text)?;
    let name =
        serde_json::to_value(landmark).ok().and_then(|value| value.as_str().map(str::to_string)).unwrap_or_default();
    let missing = || HttpError::input("scan", "", "the case names no scan", "upload one first");
    let scan = document.get_mut("scan").and_then(Item::as_table_like_mut).ok_or_else(missing)?;
    // Tenths of a millimetre: nobody points finer.
    let at: Array = at.to_array().iter().map(|number| (number * 10.0).round() / 10.0).collect();
    match scan.entry("landmarks").or_insert(value(Array::new())) {
        Item::Value(Toml::Array(rows)) => {
            rows.retain(|row| row.as_inline_table().and_then(|row| row.get("name")?.as_str()) != Some(name.as_str()));
            let mut row = InlineTable::new();
            row.insert("name", name.into());
            row.insert("at", Toml::Array(at));
            rows.push(Toml::InlineTable(row));
        }
        Item::ArrayOfTables(rows) => put(rows, &name, at),
        _ => return Err(HttpError::input("scan.landmarks", "", "is no list", "correct the case's text first")),
    }
    Ok(document.to_string())
}

fn put(rows: &mut ArrayOfTables, name: &str, at: Array) {
    rows.retain(|row| row.get("name").and_then(Item::as_str) != Some(name));
    let mut row = Table::new();
    row.insert("name", value(name));
    row.insert("at", value(at));
    rows.push(row);
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Case;

    const SCANNED: &str = include_str!("../../../cases/scanned.toml");

    #[test]
    fn a_landmark_is_placed_once_and_the_rest_of_the_text_stays() {
        let at = Vec3::new(1.04, -2.0, 3.0);
        let once = with_landmark(SCANNED, Landmark::Popliteal, at).unwrap();
        let twice = with_landmark(&once, Landmark::Popliteal, at * 2.0).unwrap();
        let landmarks = |text: &str| Case::parse(text).unwrap().scan.unwrap().landmarks;
        let before = landmarks(SCANNED).into_iter().filter(|placed| placed.name != Landmark::Popliteal).count();
        for (text, x) in [(&once, 1.0), (&twice, 2.1)] {
            let placed = landmarks(text);
            assert_eq!(placed.len(), before + 1);
            assert_eq!(placed.iter().find(|placed| placed.name == Landmark::Popliteal).unwrap().at[0], x);
        }
        let outside = |text: &str| text.lines().filter(|line| !line.contains("at = [")).count();
        assert!(outside(SCANNED) <= outside(&twice) + 1);
    }

    #[test]
    fn a_new_scan_takes_the_place_of_the_old_one_with_its_landmarks() {
        let text = with_scan(SCANNED, "file", "new.stl", &[("side", "left".into())]).unwrap();
        let scan = Case::parse(&text).unwrap().scan.unwrap();
        assert_eq!((scan.file.as_str(), scan.landmarks.len()), ("new.stl", 0));
        assert_eq!((scan.side, scan.over, scan.scanned_on), (Some(Side::Left), None, None));
        let mechanic = include_str!("../../../cases/mechanic.toml");
        assert_eq!(
            Case::parse(&with_scan(mechanic, "file", "a.stl", &[]).unwrap()).unwrap().scan.unwrap().file,
            "a.stl"
        );
        assert!(with_scan(mechanic, "earlier", "a.stl", &[]).is_err());
    }
}
