//! The state of a limb as a file: written at the end of a day, read to go on from it.

use crate::input::{Kind, read_text};
use crate::output::write_atomically;
use crate::problem::{Failure, Fault};
use domain::day::ClockTime;
use serde_json::{Map, Value, json};
use std::path::Path;
use twin::days::{Evening, LimbState, LimbVolume};

/// Version of the file's format.
const VERSION: u64 = 1;
const ML_PER_M3: f64 = 1e6;
/// How far the volume of a limb at rest may be from that of the file, as a share: what writing and reading round.
const SAME_LIMB: f64 = 1e-3;

const VERSION_KEY: &str = "concord_limb";
const CASE: &str = "case";
const SYSTEM: &str = "system";
const ENDED: &str = "day_ended_at";
const VOLUME: &str = "volume_at_rest_ml";

/// A number of the file.
struct Row {
    name: &'static str,
    /// What it may be, mL in 100 mL of limb, or relative to rest.
    range: [f64; 2],
    /// Whether it is a volume, mL.
    volume: bool,
    get: fn(&LimbState) -> f64,
    set: fn(&mut LimbState, f64),
}

const ROWS: [Row; 7] = [
    Row { name: "blood_ml", range: [0.0, 20.0], volume: true, get: |limb| limb.blood, set: |limb, x| limb.blood = x },
    Row {
        name: "interstitial_fluid_gained_ml",
        range: [-30.0, 30.0],
        volume: true,
        get: |limb| limb.interstitial,
        set: |limb, x| limb.interstitial = x,
    },
    Row {
        name: "displaced_tissue_gained_ml",
        range: [-30.0, 30.0],
        volume: true,
        get: |limb| limb.displaced,
        set: |limb, x| limb.displaced = x,
    },
    Row {
        name: "pore_water_gained_ml",
        range: [-20.0, 20.0],
        volume: true,
        get: |limb| limb.pore,
        set: |limb, x| limb.pore = x,
    },
    Row {
        name: "muscle_swelling_ml",
        range: [-10.0, 20.0],
        volume: true,
        get: |limb| limb.muscle,
        set: |limb, x| limb.muscle = x,
    },
    Row {
        name: "protein_relative_to_rest",
        range: [0.01, 10.0],
        volume: false,
        get: |limb| limb.protein,
        set: |limb, x| limb.protein = x,
    },
    Row {
        name: "arterial_flow_relative_to_rest",
        range: [0.05, 50.0],
        volume: false,
        get: |limb| limb.flow,
        set: |limb, x| limb.flow = x,
    },
];

/// Writes the limb of an evening, whole or not at all.
///
/// # Errors
/// As [`write_atomically`].
pub fn write(path: &Path, case: &str, system: &str, limb: &LimbVolume, evening: &Evening) -> Result<(), Failure> {
    let mut file = Map::new();
    file.insert(VERSION_KEY.into(), json!(VERSION));
    file.insert(CASE.into(), json!(case));
    file.insert(SYSTEM.into(), json!(system));
    file.insert(ENDED.into(), json!(ClockTime::show(evening.ended_s)));
    file.insert(VOLUME.into(), json!(limb.volume() * ML_PER_M3));
    for row in ROWS {
        let number = (row.get)(&evening.limb);
        file.insert(row.name.into(), json!(if row.volume { number * ML_PER_M3 } else { number }));
    }
    let text = serde_json::to_string_pretty(&Value::Object(file))
        .map_err(|error| Failure::other(Fault::of_file(path.display(), error.to_string(), "")))?;
    write_atomically(path, (text + "\n").as_bytes())
}

/// Reads the limb of an evening; `limb` is the one of the case that goes on from it.
///
/// # Errors
/// [`Failure::Input`] with every fault found: field, value and what would be right.
pub fn read(path: &Path, limb: &LimbVolume) -> Result<Evening, Failure> {
    let file = path.display().to_string();
    let text = read_text(path, &file, Kind::Limb)?;
    of_text(&file, &text, limb).map_err(Failure::Input)
}

fn of_text(file: &str, text: &str, own: &LimbVolume) -> Result<Evening, Vec<Fault>> {
    let expected = "give a file that a day has written";
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let what = format!("this is not valid JSON: {error}");
        vec![Fault::of_file(file, what, expected).at_line(error.line().max(1))]
    })?;
    let Some(fields) = value.as_object() else {
        return Err(vec![Fault::of_file(file, "this is not the state of a limb", expected)]);
    };
    let mut found = vec![];
    let mut wrong = |name: &str, value: &str, what: &str, expected: String| {
        found.push(Fault::of_field(file, name, value, what, expected));
    };
    let shown = |name: &str| fields.get(name).map_or_else(String::new, Value::to_string);
    if fields.get(VERSION_KEY).and_then(Value::as_u64) != Some(VERSION) {
        wrong(VERSION_KEY, &shown(VERSION_KEY), "not a version that is read here", format!("give {VERSION}"));
        return Err(found);
    }
    let named = |name: &str| ROWS.iter().any(|row| row.name == name);
    for name in fields.keys().filter(|name| ![VERSION_KEY, CASE, SYSTEM, ENDED, VOLUME].contains(&name.as_str())) {
        if !named(name) {
            wrong(name, &shown(name), "unknown field", "take it out".into());
        }
    }
    let ended = fields.get(ENDED).and_then(Value::as_str).map(|time| ClockTime::try_from(time.to_string()));
    let ended_s = match ended {
        Some(Ok(time)) => Some(time.seconds()),
        _ => {
            let expected = "give the time of the day's end, \"23:00\"".into();
            wrong(ENDED, &shown(ENDED), "this is not a clock time", expected);
            None
        }
    };
    let own_ml = own.volume() * ML_PER_M3;
    if fields.get(VOLUME).and_then(Value::as_f64).is_none_or(|ml| (ml / own_ml - 1.0).abs() > SAME_LIMB) {
        let expected = format!("give a state of this case's limb, {own_ml:.1} mL at rest");
        wrong(VOLUME, &shown(VOLUME), "this is another limb's", expected);
    }
    let mut limb = own.at_rest();
    for row in ROWS {
        let (scale, unit) = if row.volume { (own_ml / 100.0, " mL") } else { (1.0, "") };
        let [low, high] = row.range.map(|bound| bound * scale);
        let number = fields.get(row.name).and_then(Value::as_f64);
        if number.is_some_and(|number| (low..=high).contains(&number)) {
            (row.set)(&mut limb, number.unwrap_or_default() / if row.volume { ML_PER_M3 } else { 1.0 });
            continue;
        }
        let what = match (number, fields.get(row.name)) {
            (Some(_), _) => "out of range",
            (None, Some(_)) => "this is not a number",
            (None, None) => "missing",
        };
        let digits = if row.volume { 0 } else { 2 };
        wrong(row.name, &shown(row.name), what, format!("give {low:.digits$} to {high:.digits$}{unit}"));
    }
    match ended_s {
        Some(ended_s) if found.is_empty() => Ok(Evening { limb, ended_s }),
        _ => Err(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::DayPlan;
    use crate::input::case_of_text;
    use crate::library::Library;
    use std::path::PathBuf;
    use twin::ensemble::Draw;

    fn limb_and_evening() -> (LimbVolume, Evening) {
        let text = include_str!("../../../cases/mechanic.toml").to_string();
        let none = |_: &str, _: crate::scan_file::Told<'_>| unreachable!("no scan is named");
        let (read, library) = (case_of_text("mechanic.toml".into(), text, &none).unwrap(), Library::embedded());
        let plan = DayPlan::new(&read, &library, &["suction".into()], 0.0).unwrap();
        let (limb, evening) = (plan.only_system().unwrap().1, plan.last_evening(Draw { persons: 0, seed: 1 }).unwrap());
        (limb, evening)
    }

    #[test]
    fn what_is_written_is_read_again() {
        let (limb, evening) = limb_and_evening();
        let path: PathBuf = std::env::temp_dir().join(format!("concord-limb-{}.json", std::process::id()));
        write(&path, "Mechanic", "suction", &limb, &evening).unwrap();
        let read = super::read(&path, &limb).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(read.ended_s, evening.ended_s);
        for row in ROWS {
            let (one, other) = ((row.get)(&read.limb), (row.get)(&evening.limb));
            assert!((one - other).abs() <= 1e-12 * other.abs(), "{}: {one} {other}", row.name);
        }
    }

    #[test]
    fn every_fault_names_field_value_and_what_would_be_right() {
        let (limb, _) = limb_and_evening();
        let faults = |text: &str| -> Vec<String> {
            of_text("limb.json", text, &limb)
                .unwrap_err()
                .iter()
                .map(|fault| format!("{fault}; {}", fault.expected()))
                .collect()
        };
        assert!(faults("{")[0].contains("line 1") && faults("{")[0].contains("not valid JSON"));
        assert!(faults("[]")[0].contains("not the state of a limb"));
        assert_eq!(faults("{\"concord_limb\": 2}").len(), 1);
        let sound = format!(
            "{{\"concord_limb\": 1, \"day_ended_at\": \"23:00\", \"volume_at_rest_ml\": {}, \"blood_ml\": 1, \
             \"interstitial_fluid_gained_ml\": -5, \"displaced_tissue_gained_ml\": 0, \"pore_water_gained_ml\": 0, \
             \"muscle_swelling_ml\": 0, \"protein_relative_to_rest\": 1, \"arterial_flow_relative_to_rest\": 1}}",
            limb.volume() * ML_PER_M3
        );
        assert!(of_text("limb.json", &sound, &limb).is_ok());
        let wrong = sound
            .replace("23:00", "25:00")
            .replace("\"blood_ml\": 1", "\"blood_ml\": \"much\"")
            .replace("gained_ml\": -5", "gained_ml\": -5000")
            .replace("\"muscle_swelling_ml\": 0, ", "\"mood\": 3, ");
        let found = faults(&wrong).join("\n");
        for part in [
            "mood = 3: unknown field",
            "day_ended_at = \"25:00\"",
            "blood_ml = \"much\": this is not a number; give 0 to ",
            "interstitial_fluid_gained_ml = -5000: out of range; give -",
            "muscle_swelling_ml: missing",
        ] {
            assert!(found.contains(part), "{part}\n{found}");
        }
        let mut other = limb;
        other.fluid.volume *= 2.0;
        let fault = of_text("limb.json", &sound, &other).unwrap_err();
        assert!(fault.iter().any(|fault| fault.what().contains("another limb")), "{fault:?}");
    }
}
