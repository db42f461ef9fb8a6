//! # The electronic pump's settings in a case
//!
//! **Stands for** the controller's numbers as a person writes them: `[prosthesis.pump_settings]`, every name optional.
//! Names, units, limits and defaults are the controller's own rows (`control::SETTINGS`); here is only the reading.
//!
//! **Tests** what the template says is what the controller does by itself; every fault is told with its name.

use control::{SETTINGS, Setting, Settings};
use domain::document::{Bounds, Violation, nearest};
use domain::pump_settings::{Numbers, PumpSettings};
use std::fmt::Write;

/// The controller's settings with what is given.
///
/// # Errors
/// Every name that does not exist, every number out of its limits, and what does not fit together.
pub fn read(given: &PumpSettings) -> Result<Settings, Vec<Violation>> {
    let mut settings = Settings::default();
    let mut found = vec![];
    for (name, numbers) in given {
        match SETTINGS.iter().find(|row| row.name == name) {
            Some(row) => set(&mut settings, row, numbers, &mut found),
            None => found.push(unknown(name)),
        }
    }
    if found.is_empty() {
        let conflict = |(name, right)| Violation::new(field(name), "does not fit the others", format!("give {right}"));
        found.extend(settings.conflicts().map(conflict));
    }
    if found.is_empty() { Ok(settings) } else { Err(found) }
}

fn field(name: &str) -> String {
    format!("prosthesis.pump_settings.{name}")
}

fn unknown(name: &str) -> Violation {
    let names: Vec<&str> = SETTINGS.iter().map(|row| row.name).collect();
    let near = nearest(name, &names).map_or(String::new(), |near| format!("did you mean `{near}`? "));
    Violation::new(field(name), "no such setting", format!("{near}`concord pump-settings` lists them all"))
}

fn set(settings: &mut Settings, row: &Setting, numbers: &Numbers, found: &mut Vec<Violation>) {
    let given = numbers.as_slice();
    if matches!(numbers, Numbers::Row(_)) != (row.row > 0) || given.len() != row.row.max(1) {
        let right = if row.row > 0 { format!("give a list of {} numbers", row.row) } else { "give one number".into() };
        found.push(Violation::new(field(row.name), "not as many numbers as there are", right));
        return;
    }
    let [low, high] = row.limits;
    for (place, number) in given.iter().enumerate() {
        let field = if row.row > 0 { format!("{}[{place}]", field(row.name)) } else { field(row.name) };
        if row.whole && number.is_finite() && number.fract() != 0.0 {
            found.push(Violation::new(field, "not a whole number", format!("give {low} to {high} {}", row.unit)));
        } else {
            Bounds::new(low, high, row.unit).check(found, field, *number);
        }
        (row.set)(settings, place, *number);
    }
}

/// All settings as they may stand in a case, each with what it is, its unit, limits and source.
pub fn template() -> String {
    let mut text = String::from(
        "# Settings of the electronic pump, for a case. What is left out stays as it is here. The maker's are not published.\n\
         # A case is simulated with them; no device learns of them by that.\n\
         [prosthesis.pump_settings]\n",
    );
    for row in SETTINGS {
        let [low, high] = row.limits;
        // A String takes everything.
        let _ = write!(
            text,
            "\n# {}.\n# {low} to {high} {}. From: {}.\n{} = {}\n",
            row.is.trim(),
            row.unit,
            row.from,
            row.name,
            default_of(row)
        );
    }
    text
}

/// The default as it is written in a case.
pub fn default_of(row: &Setting) -> String {
    let defaults = Settings::default();
    // Single precision says what was meant: 1.9, not 1.899999976.
    let number = |place| ((row.get)(&defaults, place) as f32).to_string();
    if row.row == 0 {
        return number(0);
    }
    format!("[{}]", (0..row.row).map(number).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(table: &str) -> Result<Settings, Vec<Violation>> {
        #[derive(serde::Deserialize)]
        struct Whole {
            prosthesis: Part,
        }
        #[derive(serde::Deserialize)]
        struct Part {
            pump_settings: PumpSettings,
        }
        let whole: Whole = domain::document::read(table, |_| vec![]).unwrap();
        read(&whole.prosthesis.pump_settings)
    }

    fn faults(lines: &str) -> Vec<(String, String)> {
        let found = parse(&format!("[prosthesis.pump_settings]\n{lines}")).unwrap_err();
        found
            .into_iter()
            .map(|v| (v.field.replacen("prosthesis.pump_settings.", "", 1), v.what + "; " + &v.expected))
            .collect()
    }

    #[test]
    fn the_template_is_what_the_controller_does_by_itself() {
        assert_eq!(parse(&template()), Ok(Settings::default()));
        assert_eq!(read(&PumpSettings::new()), Ok(Settings::default()));
    }

    #[test]
    fn what_is_given_is_set_and_the_rest_stays() {
        let settings =
            parse("[prosthesis.pump_settings]\nlevels_inhg = [10, 12.5, 15, 18]\npause_ms = 300000").unwrap();
        let defaults = Settings::default();
        assert_eq!((settings.levels[1].inhg() * 10.0).round(), 125.0);
        assert_eq!(Settings { levels: defaults.levels, pause_ms: defaults.pause_ms, ..settings }, defaults);
        assert_eq!(settings.pause_ms, 300_000);
    }

    #[test]
    fn every_fault_is_told_with_its_name() {
        for (lines, field, words) in [
            ("band_inhg = 3", "band_inhg", "out of range; give 0.3 to 1.65 inHg"),
            ("levels_inhg = [12, 15, 18, 60]", "levels_inhg[3]", "give 5 to 25 inHg"),
            ("levels_inhg = [12, 15]", "levels_inhg", "give a list of 4 numbers"),
            ("band_inhg = [1]", "band_inhg", "give one number"),
            ("pause_ms = 60000.5", "pause_ms", "not a whole number"),
            ("pause_ms = nan", "pause_ms", "not a number"),
            ("levels_inhg = [15, 12, 18, 21]", "levels_inhg", "give numbers that do not fall"),
            ("hold_ms = 7000", "hold_walking_ms", "at least hold_ms"),
            ("band_ihg = 1", "band_ihg", "did you mean `band_inhg`?"),
        ] {
            let found = faults(lines);
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].0 == field && found[0].1.contains(words), "{found:?}");
        }
    }
}
