//! Every fault of a case's text in the words of `concord check`, those of shape and those of meaning together.

use control::Settings;
use domain::{Case, Problem};
use std::cell::Cell;
use twin::pump_settings;
use workup::case_template::SOUND;

/// What a text says and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Every fault, in the order of the text.
    pub problems: Vec<Problem>,
    /// The case and the electronic pump's settings, where there is no fault.
    pub case: Option<(Case, Settings)>,
}

/// Reads a text as a case and says everything that is wrong with it.
pub fn check(text: &str) -> Checked {
    let settings = Cell::new(Settings::default());
    let of_pump = |case: &Case| {
        let read = pump_settings::read(&case.prosthesis.pump_settings);
        read.map(|read| settings.set(read)).err().unwrap_or_default()
    };
    match Case::parse_every(text, &SOUND, of_pump) {
        Ok(case) => Checked { problems: vec![], case: Some((case, settings.get())) },
        Err(problems) => Checked { problems, case: None },
    }
}

/// The path of the field that a fault is at, without regard to units: a fault at `person.body_mass_lb` is one of
/// `person.body_mass_kg`.
pub fn is_at(problem: &Problem, path: &str, us_key: Option<&str>) -> bool {
    if problem.field == path {
        return true;
    }
    let parent = path.rfind('.').map_or("", |dot| &path[..=dot]);
    us_key.is_some_and(|us| problem.field.strip_prefix(parent) == Some(us))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MECHANIC: &str = include_str!("../../../cases/mechanic.toml");

    #[test]
    fn a_sound_case_is_read_as_the_command_line_reads_it() {
        let checked = check(MECHANIC);
        assert!(checked.problems.is_empty());
        assert_eq!(checked.case.map(|(case, _)| case), Case::parse(MECHANIC).ok());
    }

    #[test]
    fn the_template_with_what_is_optional_is_a_sound_case() {
        let text = toml::to_string(&*SOUND).unwrap();
        assert!(check(&text).problems.is_empty(), "{:?}", check(&text).problems);
    }

    #[test]
    fn faults_of_shape_do_not_hide_each_other_nor_those_of_meaning() {
        let text = MECHANIC
            .replace("body_mass_kg = 84 ", "body_mass_kg = \"84\" ")
            .replace("dialysis = false\n", "")
            .replace("shape = \"conical\"", "shape = \"round\"")
            .replace("foot_length_cm = 27", "foot_length_cm = 270")
            .replace("[day]", "[prosthesis.pump_settings]\nband_inhg = 9\n\n[day]")
            .replace("to = \"23:00\"", "to = \"25:00\"")
            .replace("age_years = 46", "age_years = 460\nage = 4");
        let fields: Vec<String> = check(&text).problems.into_iter().map(|problem| problem.field).collect();
        assert_eq!(
            fields,
            [
                "person.body_mass_kg",
                "person.age_years",
                "person.age",
                "person.conditions.dialysis",
                "limb.shape",
                "prosthesis.foot_length_cm",
                "prosthesis.pump_settings.band_inhg",
                "day.activities[12].to"
            ]
        );
    }

    #[test]
    fn a_mended_field_makes_no_fault_elsewhere() {
        // Without its length the limb is read with the template's: the last circumference would lie below that.
        let text = MECHANIC.replace("limb_length_mm = 155 ", "limb_length_mm = \"?\" ").replace("= 140,", "= 200,");
        let problems = check(&text).problems;
        assert_eq!(problems.len(), 1, "{problems:?}");
    }

    #[test]
    fn one_fault_is_told_in_the_same_words_as_on_the_command_line() {
        for (from, to) in [
            ("body_mass_kg = 84 ", "body_mass_kg = 1e999 "),
            ("body_mass_kg = 84 ", "body_mass_lb = 1850 "),
            ("body_mass_kg = 84 ", "body_mass_kg = 84\nbody_mass_lb = 185 "),
            ("body_mass_kg", "body_mas_kg"),
            ("concord = 1\n", "concord = 2\n"),
            ("concord = 1\n", "concord = = 2\n"),
            ("k_level = \"K4\"", "k_level = \"K9\""),
        ] {
            let text = MECHANIC.replacen(from, to, 1);
            let theirs = Case::parse(&text).unwrap_err();
            assert!(check(&text).problems.contains(&theirs[0]), "{to}: {:?}", check(&text).problems);
        }
    }
}
