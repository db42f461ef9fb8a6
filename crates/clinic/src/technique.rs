//! The technique as text in its case: read, and edited step by step; every other byte of the case stays.

use super::clinic::Clinic;
use super::document::document;
use super::error::HttpError;
use domain::case::SocketConcept;
use domain::limb::AmputationLevel;
use domain::technique::{BrimShape, Step, Technique, TrimPoint};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use texts::Texts;
use workup::input::Workup;
use workup::socket;

/// One change of a technique.
#[derive(Clone, Debug)]
pub enum StepEdit {
    /// A number of a step becomes what was typed.
    Set {
        /// Its place among the steps, from 0.
        step: usize,
        /// Where in it, e.g. `thickness[0].thickness_mm`.
        path: String,
        /// As it was typed.
        raw: String,
    },
    /// A step goes.
    Remove {
        /// Its place among the steps, from 0.
        step: usize,
    },
    /// A step is added.
    Add {
        /// With all its numbers.
        step: Step,
    },
    /// The trim line becomes another.
    Trim {
        /// Its points, in the order around the limb.
        line: Vec<TrimPoint>,
    },
    /// A brim by name takes the place of trim line, flare and rolled edge.
    Brim {
        /// Which.
        shape: BrimShape,
    },
    /// Another technique as a whole.
    Whole(Box<Technique>),
    /// The usual technique again.
    Usual,
}

/// The technique of a case: its own, or the usual one.
pub fn of(read: &Workup, clinic: &Clinic) -> Technique {
    socket::technique(&socket::of_case(read), SocketConcept::even(read.case.limb.amputation_level), &clinic.library)
}

/// The numbers of a step: where each is, and how it is written.
pub fn numbers(step: &Step) -> Vec<(String, String)> {
    let mut found = vec![];
    collect(&serde_json::to_value(step).unwrap_or_default(), String::new(), &mut found);
    found
}

fn collect(value: &Value, path: String, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                collect(value, if path.is_empty() { name.clone() } else { format!("{path}.{name}") }, found);
            }
        }
        Value::Array(rows) => {
            for (row, value) in rows.iter().enumerate() {
                collect(value, format!("{path}[{row}]"), found);
            }
        }
        Value::Number(number) => {
            let text = number.to_string();
            found.push((path, text.strip_suffix(".0").map_or(text.clone(), str::to_string)));
        }
        _ => {}
    }
}

/// What a number is called: its own name, with its row where there are several.
pub fn label(texts: &Texts, path: &str) -> String {
    let name = path.rsplit('.').next().and_then(|name| name.split('[').next()).unwrap_or(path);
    let row = path.split('[').nth(1).and_then(|rest| rest.split(']').next()?.parse::<usize>().ok());
    let label = texts.say(&format!("technique.{name}")).to_string();
    row.map_or(label.clone(), |row| format!("{label} ({})", row + 1))
}

/// The case's text with the edits made on its technique; a case without one gets `own` first.
///
/// # Errors
/// A technique that cannot be, in the words of the command line.
pub fn edited(text: &str, own: &Technique, edits: &[StepEdit]) -> Result<String, HttpError> {
    let mut document = document(text)?;
    if edits.iter().any(|edit| matches!(edit, StepEdit::Usual)) {
        document.remove("technique");
        return Ok(document.to_string());
    }
    let own = edits
        .iter()
        .find_map(|edit| if let StepEdit::Whole(whole) = edit { Some(&**whole) } else { None })
        .unwrap_or(own);
    let mut value = serde_json::to_value(own).map_err(|_| HttpError::Internal)?;
    for edit in edits {
        change(&mut value, edit)?;
    }
    let level = toml::from_str::<Levelled>(text).map(|case| case.limb.amputation_level).ok();
    let changed: Technique = serde_json::from_value(value)
        .map_err(|error| HttpError::input("technique", "", error.to_string(), "see the hints beside each number"))?;
    let mut wrong = vec![];
    changed.violations("technique", &mut wrong);
    if let Some(level) = level {
        changed.strangers("technique", level, &mut wrong);
    }
    if let Some(found) = wrong.first() {
        return Err(HttpError::input(&found.field, "", found.what.clone(), found.expected.clone()));
    }
    document.remove("technique");
    // Behind everything else, where no other table's lines can fall into it.
    let technique = toml::to_string(&OfCase { technique: changed }).map_err(|_| HttpError::Internal)?;
    Ok(format!("{}\n\n{technique}", document.to_string().trim_end()))
}

/// The level that a case says.
#[derive(Deserialize)]
struct Levelled {
    limb: LevelledLimb,
}

#[derive(Deserialize)]
struct LevelledLimb {
    amputation_level: AmputationLevel,
}

/// A technique as a case has it.
#[derive(Serialize)]
struct OfCase {
    technique: Technique,
}

/// The steps that a brim by name takes the place of.
const BRIM: [&str; 4] = ["brim", "trim", "flare", "rolled_edge"];

fn change(technique: &mut Value, edit: &StepEdit) -> Result<(), HttpError> {
    let steps = technique.get_mut("step").and_then(Value::as_array_mut).ok_or(HttpError::Internal)?;
    let missing =
        |step: usize| HttpError::input("step", &step.to_string(), "no such step", "send the number of a step");
    match edit {
        StepEdit::Usual | StepEdit::Whole(_) => {}
        StepEdit::Brim { shape } => {
            let is_brim = |step: &Value| BRIM.iter().any(|kind| step.get("do") == Some(&(*kind).into()));
            let at = steps.iter().position(is_brim).unwrap_or(steps.len());
            steps.retain(|step| !is_brim(step));
            let step = serde_json::to_value(Step::Brim { shape: *shape }).map_err(|_| HttpError::Internal)?;
            steps.insert(at.min(steps.len()), step);
        }
        StepEdit::Remove { step } => {
            if *step >= steps.len() {
                return Err(missing(*step));
            }
            steps.remove(*step);
        }
        StepEdit::Add { step } => {
            let added = serde_json::to_value(step).map_err(|_| HttpError::Internal)?;
            // Among the other rectifications: before the trim line, as a technician would write it.
            let at = steps.iter().position(|step| step.get("do") == Some(&"trim".into())).unwrap_or(steps.len());
            steps.insert(at, added);
        }
        StepEdit::Trim { line } => {
            // A brim by name becomes its steps: its line is another now.
            if let Some(at) = steps.iter().position(|step| step.get("do") == Some(&"brim".into())) {
                let brim: Option<Step> = steps.get(at).and_then(|step| serde_json::from_value(step.clone()).ok());
                if let Some(Step::Brim { shape }) = brim {
                    let own = shape.steps().iter().map(serde_json::to_value).collect::<Result<Vec<_>, _>>();
                    steps.splice(at..=at, own.map_err(|_| HttpError::Internal)?);
                }
            }
            let step = steps.iter_mut().find(|step| step.get("do") == Some(&"trim".into()));
            let step = step.ok_or_else(|| {
                HttpError::input("line", "", "the technique has no trim line", "take the usual steps")
            })?;
            step["line"] = serde_json::to_value(line).map_err(|_| HttpError::Internal)?;
        }
        StepEdit::Set { step, path, raw } => {
            let place = steps.get_mut(*step).ok_or_else(|| missing(*step))?;
            let pointer = format!("/{}", path.replace(']', "").replace(['.', '['], "/"));
            let field = format!("technique.step[{step}].{path}");
            let place = place.pointer_mut(&pointer).filter(|value| value.is_number());
            let place = place
                .ok_or_else(|| HttpError::input(&field, raw, "no number of this step", "change one that is shown"))?;
            let number: f64 = raw
                .trim()
                .replace(',', ".")
                .parse()
                .ok()
                .filter(|number: &f64| number.is_finite())
                .ok_or_else(|| HttpError::input(&field, raw, "this is no number", "give a number"))?;
            *place = number.into();
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Case;
    use workup::library;

    const MECHANIC: &str = include_str!("../../../cases/mechanic.toml");

    fn usual() -> Technique {
        library::technique(SocketConcept::TotalSurfaceBearing)
    }

    fn technique(text: &str) -> Option<Technique> {
        Case::parse(text).unwrap_or_else(|problems| panic!("{}", problems[0])).technique
    }

    #[test]
    fn every_number_of_every_step_can_be_changed_and_nothing_else_changes() {
        let own = usual();
        for (index, step) in own.steps.iter().enumerate() {
            for (path, value) in numbers(step) {
                let typed = value.parse::<f64>().unwrap() + 0.01;
                let raw = typed.to_string().replace('.', ",");
                let edit = StepEdit::Set { step: index, path: path.clone(), raw };
                let Ok(text) = edited(MECHANIC, &own, &[edit]) else { continue };
                assert!(text.starts_with(MECHANIC.trim_end()), "{path}");
                let changed = technique(&text).unwrap();
                let differs = changed.steps.iter().zip(&own.steps).filter(|(a, b)| a != b).count();
                assert_eq!(differs, 1, "{path}");
            }
        }
    }

    #[test]
    fn steps_are_added_removed_and_taken_back() {
        let own = usual();
        let step = Step::DistalCup { deeper_mm: 4.0, blend_mm: 30.0 };
        let count = |text: &str| technique(text).unwrap().steps.len();
        let without = own.steps.iter().position(|step| matches!(step, Step::DistalCup { .. }));
        let edits: Vec<StepEdit> =
            without.map(|step| StepEdit::Remove { step }).into_iter().chain([StepEdit::Add { step }]).collect();
        let text = edited(MECHANIC, &own, &edits).unwrap();
        assert_eq!(count(&text), own.steps.len() + 1 - usize::from(without.is_some()));
        let back = edited(&text, &technique(&text).unwrap(), &[StepEdit::Usual]).unwrap();
        assert_eq!(technique(&back), None);
    }

    #[test]
    fn a_brim_by_name_takes_the_place_of_the_trim_line_and_a_moved_line_the_place_of_the_brim() {
        let own = usual();
        let text = edited(MECHANIC, &own, &[StepEdit::Brim { shape: BrimShape::PatellarTendon }]).unwrap();
        let with = technique(&text).unwrap();
        let trims =
            |technique: &Technique| technique.steps.iter().filter(|step| matches!(step, Step::Trim { .. })).count();
        assert!(with.steps.contains(&Step::Brim { shape: BrimShape::PatellarTendon }) && trims(&with) == 0);
        let other = edited(&text, &with, &[StepEdit::Brim { shape: BrimShape::Supracondylar }]).unwrap();
        assert_eq!(technique(&other).unwrap().steps.len(), with.steps.len());
        let line: Vec<TrimPoint> =
            [0.0, 120.0, 240.0].map(|around_deg| TrimPoint { around_deg, below_mm: -20.0 }).to_vec();
        let moved = technique(&edited(&text, &with, &[StepEdit::Trim { line: line.clone() }]).unwrap()).unwrap();
        assert!(moved.steps.contains(&Step::Trim { line }) && trims(&moved) == 1);
        let back = edited(&text, &with, &[StepEdit::Whole(Box::new(own.clone()))]).unwrap();
        assert_eq!(technique(&back), Some(own));
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_field() {
        let own = usual();
        let wall = own.steps.iter().position(|step| matches!(step, Step::Wall { .. })).unwrap();
        for (path, raw, field) in [
            ("minimum_mm", "100", "minimum_mm"),
            ("minimum_mm", "nan", "minimum_mm"),
            ("minimum_mm", "thick", "minimum_mm"),
            ("do", "1", "do"),
            ("nothing.at[7]", "1", "nothing.at[7]"),
        ] {
            let edit = StepEdit::Set { step: wall, path: path.into(), raw: raw.into() };
            let error = edited(MECHANIC, &own, &[edit]).unwrap_err();
            assert!(error.faults()[0].to_string().contains(field), "{path} {raw}");
        }
        assert!(edited(MECHANIC, &own, &[StepEdit::Remove { step: 999 }]).is_err());
    }
}
