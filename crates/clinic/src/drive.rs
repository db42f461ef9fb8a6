//! The electronic pump in one's hands: its switch on screen turns the real controller on a simulated person of this case.

use super::App;
use super::error::HttpError;
use super::extract::JsonObject;
use super::ids::case_id;
use super::layout;
use super::opened_case::Need;
use super::visit::Visit;
use ::report::drive_text;
use axum::Json;
use axum::extract::{Path, State};
use control::{Led, Signal};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::{Value, json};
use twin::drive::script::Script;
use twin::drive::{Rig, Seen};

/// The longest run, s: it is replayed from its beginning at each question.
const LONGEST_S: f64 = 4.0 * 3_600.0;

/// What the strip shows, s.
const SHOWN_S: f64 = 120.0;

/// Acts of one script.
const MOST_ACTS: usize = 2_000;

/// Positions of the switch, in the order of the dial.
const SWITCH: [(&str, &str, &str); 7] = [
    ("switch off", "choice.pump_mode.off", "0"),
    ("switch automatic", "choice.pump_mode.automatic", "A"),
    ("switch 1", "choice.pump_mode.level1", "1"),
    ("switch 2", "choice.pump_mode.level2", "2"),
    ("switch 3", "choice.pump_mode.level3", "3"),
    ("switch 4", "choice.pump_mode.level4", "4"),
    ("switch reverse", "choice.pump_mode.reverse", "R"),
];

/// What the person does.
const PERSON: [(&str, &str); 5] = [
    ("sit", "drive.sit"),
    ("stand", "drive.stand"),
    ("walk", "drive.walk"),
    ("doff", "drive.doff"),
    ("tap", "drive.tap"),
];

/// What breaks, by its name in a script.
const FAULTS: [(&str, &str); 6] = [
    ("pinhole", "drive.pinhole"),
    ("burst", "drive.burst"),
    ("sensor_silent", "drive.sensor_silent"),
    ("tube_blocked", "drive.tube_blocked"),
    ("cells_empty", "drive.cells_empty"),
    ("motion_lost", "drive.motion_lost"),
];

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Markup, HttpError> {
    let id = case_id(&id)?;
    let opened = app.clinic.ready(&visit, &id, None, Need::Case).await?;
    let (version, t) = (&opened.version, visit.texts);
    if let Err(HttpError::Input(faults)) = opened.case() {
        return Ok(layout::case_page(&visit, version, "day", &layout::draft(&visit, version, &faults)));
    }
    let switch = SWITCH
        .iter()
        .map(|(act, key, short)| json!({ "act": act, "label": t.say(key), "short": short, "group": "switch" }));
    let person = PERSON.iter().map(|(act, key)| json!({ "act": act, "label": t.say(key), "group": "person" }));
    let faults = FAULTS.iter().map(|(name, key)| {
        json!({ "act": format!("fault {name}"), "undo": format!("repair {name}"), "label": t.say(key), "group": "fault" })
    });
    let acts: Vec<Value> = switch.chain(person).chain(faults).collect();
    let body = html! {
        section.card aria-labelledby="drive-heading" {
            h2 #drive-heading { (t.say("drive.title")) }
            p { (t.say("drive.what")) }
            div #drive data-island="drive" data-source={ "/cases/" (version.id) "/drive.json" } data-acts=(json!(acts).to_string()) {
                noscript { p { (t.say("day.no_script")) } }
            }
        }
        p { a href={ "/cases/" (version.id) "/day" } { (t.say("drive.back")) } }
    };
    Ok(layout::case_page(&visit, version, "day", &body))
}

/// An act at its time.
#[derive(Deserialize)]
struct Act {
    at_s: f64,
    act: String,
}

/// Everything that was done, and until when to go on.
#[derive(Deserialize)]
pub struct Asked {
    script: Vec<Act>,
    to_s: f64,
}

/// Replays the script on the real controller, and shows its last two minutes.
pub async fn replay(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    JsonObject(asked): JsonObject<Asked>,
) -> Result<Json<Value>, HttpError> {
    let id = case_id(&id)?;
    let script = script(&asked)?;
    let opened = app.clinic.ready(&visit, &id, None, Need::Case).await?;
    let answer = app
        .clinic
        .work(move |clinic| {
            let read = opened.case()?;
            let mut rig = Rig::new(&read.case, &read.personal(&clinic.library).parameters.central(), read.settings, 1);
            let mut seen: Vec<Seen> = vec![];
            script.run(
                &mut rig,
                |step| {
                    if step.t_s >= script.ends_s() - SHOWN_S {
                        seen.push(*step);
                    }
                },
                |_, _| (),
            );
            Ok(shown(&visit, &seen))
        })
        .await?;
    Ok(Json(answer))
}

/// The script in its own words; its reader says what is wrong.
fn script(asked: &Asked) -> Result<Script, HttpError> {
    if !(0.0..=LONGEST_S).contains(&asked.to_s) {
        return Err(HttpError::input(
            "to_s",
            &asked.to_s.to_string(),
            "out of range",
            format!("send 0 to {LONGEST_S} s"),
        ));
    }
    if asked.script.len() > MOST_ACTS {
        return Err(HttpError::input("script", "", "too many acts", format!("send at most {MOST_ACTS}")));
    }
    // A line break in an act would be another act.
    let line = |act: &Act| format!("{} {}\n", act.at_s, act.act.replace(['\n', '\r', '#'], " "));
    let acts: String = asked.script.iter().filter(|act| act.at_s <= asked.to_s).map(line).collect();
    // The dial on the page begins at off.
    Script::parse(&format!("0 switch off\n{acts}{} end\n", asked.to_s)).map_err(|wrong| {
        HttpError::input(&format!("script[{}]", wrong.line.saturating_sub(2)), &wrong.value, wrong.what, wrong.expected)
    })
}

fn shown(visit: &Visit, seen: &[Seen]) -> Value {
    let t = visit.texts;
    let kpa = |pa: f64| (pa / 10.0).round() / 100.0;
    let list = |value: &dyn Fn(&Seen) -> Value| seen.iter().map(value).collect::<Vec<Value>>();
    let last = seen.last().map(drive_text::row);
    let text =
        |read: &dyn Fn(&::report::drive_text::Row) -> String| last.as_ref().map_or_else(|| "–".to_string(), read);
    let outputs = seen.last().map(|seen| seen.outputs);
    json!({
        "t_s": list(&|seen| json!((seen.t_s * 10.0).round() / 10.0)),
        "vacuum_kpa": list(&|seen| json!(kpa(seen.vacuum))),
        "target_kpa": list(&|seen| json!(seen.trace.set_point.map(|set| kpa(set.pa())))),
        "pump": list(&|seen| json!(u8::from(seen.outputs.pump.is_on()))),
        "mode": text(&|row| row.mode.clone()),
        "doing": text(&|row| t.say(&format!("drive.does_{}", row.doing)).to_string()),
        "light": outputs.map_or("–", |outputs| t.say(light(outputs.signal.led))),
        "sound": outputs.map_or("–", |outputs| t.say(felt(outputs.signal))),
        "warning": last.as_ref().and_then(|row| row.warning.clone()),
        "battery_pct": last.as_ref().map_or(0.0, |row| f64::from(row.charge_pct).round()),
    })
}

/// What the light says.
fn light(led: Led) -> &'static str {
    match led {
        Led::Off => "drive.light_off",
        Led::Well => "drive.light_well",
        Led::Charging => "drive.light_charging",
        Led::Low => "drive.light_low",
        Led::Medium => "drive.light_medium",
        Led::High => "drive.light_high",
        Led::Releasing => "drive.light_releasing",
    }
}

/// What is felt and heard just now.
fn felt(signal: Signal) -> &'static str {
    match (signal.tactile, signal.audible) {
        (false, false) => "drive.quiet",
        (true, false) => "drive.vibrates",
        (false, true) => "drive.beeps",
        (true, true) => "drive.both",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(acts: &[(f64, &str)], to_s: f64) -> Asked {
        Asked { script: acts.iter().map(|(at_s, act)| Act { at_s: *at_s, act: (*act).into() }).collect(), to_s }
    }

    #[test]
    fn every_act_of_the_page_is_an_order_of_a_script() {
        let faults = FAULTS.iter().flat_map(|(name, _)| [format!("fault {name}"), format!("repair {name}")]);
        let others = SWITCH.iter().map(|(act, ..)| *act).chain(PERSON.iter().map(|(act, _)| *act)).map(str::to_string);
        for act in others.chain(faults) {
            assert!(script(&asked(&[(1.0, &act)], 2.0)).is_ok(), "{act}");
        }
    }

    #[test]
    fn hostile_scripts_are_refused() {
        for asked in [
            asked(&[(1.0, "hop")], 2.0),
            asked(&[(1.0, "sit\n0 walk\n1 end")], 2.0),
            asked(&[], f64::NAN),
            asked(&[], 1e9),
            asked(&[(-1.0, "sit")], 2.0),
            asked(&vec![(0.0, "tap"); 2_001], 2.0),
        ] {
            assert!(script(&asked).is_err());
        }
    }
}
