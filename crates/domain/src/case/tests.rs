use super::*;

const MECHANIC: &str = include_str!("../../../../cases/mechanic.toml");

fn problem(from: &str, to: &str) -> Problem {
    assert!(MECHANIC.contains(from), "{from} is not in the case");
    Case::parse(&MECHANIC.replacen(from, to, 1)).expect_err("the case is faulty").remove(0)
}

#[test]
fn the_mechanic_is_a_valid_case() {
    let case = Case::parse(MECHANIC).unwrap_or_else(|problems| panic!("{}", problems[0]));
    assert_eq!(case.person.k_level, KLevel::K4);
}

#[test]
fn nonsense_masses_name_field_value_and_what_would_be_right() {
    let negative = problem("body_mass_kg = 84", "body_mass_kg = -84");
    assert_eq!((negative.field.as_str(), negative.value.as_str()), ("person.body_mass_kg", "-84"));
    assert!(negative.expected.contains("15 to 300 kg"));
    let grams = problem("body_mass_kg = 84", "body_mass_kg = 80_000");
    assert!(grams.what.contains("grams") && grams.expected.contains("80000 g would be 80 kg"), "{grams}");
    let nan = problem("body_mass_kg = 84", "body_mass_kg = nan");
    assert!(nan.what.contains("not a number"), "{nan}");
}

#[test]
fn empty_and_foreign_files_are_named_as_such() {
    assert!(Case::parse("  \n").unwrap_err()[0].what.contains("empty"));
    assert!(problem("concord = 1\n", "").what.contains("not a Concord case"));
    assert_eq!(problem("concord = 1\n", "concord = 2\n").value, "2");
    assert_eq!(problem("concord = 1\n", "concord = \"1\"\n").value, "\"1\"");
    assert_eq!(problem("concord = 1\n", "\n\nconcord = 2\n").line, 4, "the comment and two empty lines precede");
}

#[test]
fn an_unknown_contraindication_value_lists_what_is_possible() {
    let unknown = problem("neuroma = \"none\"", "neuroma = \"maybe\"");
    assert!(unknown.expected.contains("cannot_bear_pressure"), "{unknown}");
    assert_eq!(unknown.value, "\"maybe\"");
}

#[test]
fn text_that_would_reach_a_terminal_has_no_control_characters() {
    for (from, to) in [("\"Mechanic\"", "\"\\u001B[31m\""), ("\"Mechanic\"", "\"\""), ("\"Mechanic\"", "\"a\\nb\"")] {
        assert_eq!(problem(from, to).field, "name");
    }
    assert_eq!(problem("about = \"", "about = \"\\u0007").field, "about");
}

#[test]
fn swimming_needs_a_person_who_swims() {
    let swims = problem("to = \"08:00\", do = \"drive\"", "to = \"08:00\", do = \"swim\"");
    assert_eq!(swims.field, "day.activities[1].do");
    assert!(swims.expected.contains("water_use"));
}

#[test]
fn us_units_are_read_as_their_metric_equals() {
    let metric = Case::parse(MECHANIC).unwrap();
    let us = MECHANIC
        .replace("body_mass_kg = 84 ", "body_mass_lb = 185.188_300_1 ")
        .replace("limb_length_mm = 155 ", "limb_length_in = 6.102_362_205 ")
        .replace("temperature_c = 21", "temperature_f = 69.8");
    let us = Case::parse(&us).unwrap_or_else(|problems| panic!("{}", problems[0]));
    assert!((us.person.body_mass_kg - metric.person.body_mass_kg).abs() < 1e-6);
    assert!((us.limb.limb_length_mm - metric.limb.limb_length_mm).abs() < 1e-6);
    assert!((us.day.temperature_c - metric.day.temperature_c).abs() < 1e-9);
    let grams = problem("body_mass_kg = 84", "body_mass_lb = 185_000");
    assert_eq!((grams.field.as_str(), grams.value.as_str()), ("person.body_mass_lb", "185_000"));
}

#[test]
fn no_contraindication_is_defaulted() {
    assert_eq!(problem("dialysis = false\n", "").field, "person.conditions.dialysis");
}

#[test]
fn pounds_that_were_given_stay_pounds() {
    let text = MECHANIC.replace("body_mass_kg = 84 ", "body_mass_lb = 192 ");
    let case = Case::parse(&text).unwrap();
    assert_eq!(case.person.body_mass(), BodyMass::lb(192.0));
    let again = Case::parse(&toml::to_string(&case).unwrap()).unwrap();
    assert_eq!(again, case);
    // Another mass in kilograms, as a trial sets it, is one in kilograms.
    let mut other = case;
    other.person.body_mass_kg = 90.0;
    assert_eq!(other.person.body_mass(), BodyMass::kg(90.0));
    let both = problem("body_mass_kg = 84 ", "body_mass_kg = 84\nbody_mass_lb = 192 ");
    assert_eq!(both.field, "person.body_mass_lb");
    assert_eq!(Case::parse(MECHANIC).unwrap().person.body_mass(), BodyMass::kg(84.0));
}

#[test]
fn a_day_of_steps_and_a_kind_is_read_kept_and_never_taken_twice() {
    let begin = MECHANIC.find("activities = [").unwrap();
    let told = "steps = 6000\nkind = \"at_a_desk\"\nfrom = \"07:00\"\nto = \"23:00\"\n";
    let text = format!("{}{told}", &MECHANIC[..begin]);
    let case = Case::parse(&text).unwrap_or_else(|problems| panic!("{}", problems[0]));
    assert_eq!(case.day.activities.iter().filter_map(|activity| activity.steps).sum::<f64>(), 6_000.0);
    let written = toml::to_string(&case).unwrap();
    assert!(written.contains("steps = 6000") && !written.contains("activities"), "{written}");
    assert_eq!(Case::parse(&written).unwrap(), case);
    // Another pace changes neither the steps nor what was told; another activity does.
    let mut changed = case.clone();
    changed.day.set_cadence(80.0);
    assert_eq!(changed.day.activities.iter().filter_map(|activity| activity.steps).sum::<f64>(), 6_000.0);
    assert!(changed.day.expansion().is_some() && changed.violations().is_empty());
    changed.day.activities.truncate(3);
    assert!(changed.day.expansion().is_none());
    assert!(toml::to_string(&changed).unwrap().contains("activities"));

    let both = MECHANIC.replacen("activities = [", &format!("{told}activities = ["), 1);
    let lines: Vec<usize> = Case::parse(&both).unwrap_err().iter().map(|problem| problem.line).collect();
    let first = MECHANIC[..begin].lines().count() + 1;
    assert_eq!(lines, [first, first + 1, first + 2, first + 3, first + 4]);
    let neither = Case::parse(&MECHANIC[..begin]).unwrap_err();
    assert_eq!(
        neither.iter().map(|problem| (problem.field.as_str(), problem.open)).collect::<Vec<_>>(),
        [("day.steps", true)]
    );
}

/// The mechanic, and days after the first.
fn with_days(days: &str) -> Result<Case, Vec<Problem>> {
    Case::parse(&format!("{MECHANIC}\n{days}"))
}

#[test]
fn the_days_after_the_first_repeat_it_or_are_their_own() {
    let sits = "activities = [{ from = \"09:00\", to = \"20:00\", do = \"sit\" }]";
    let case = with_days(&format!(
        "[[days]]\nrepeat = 5\n[[days]]\nname = \"rest day\"\n{sits}\n[[days]]\nrepeat = 2\n{sits}\n"
    ));
    let case = case.unwrap_or_else(|problems| panic!("{}", problems[0]));
    let row = case.days_in_a_row();
    assert_eq!(row.len(), 9);
    assert!(row[..6].iter().all(|day| day.day == case.day && day.name.is_none()));
    assert_eq!((row[6].name.as_deref(), row[6].day.activities.len()), (Some("rest day"), 1));
    assert_eq!((row[6].day.temperature_c, row[8].day.begins_s()), (case.day.temperature_c, 9.0 * 3_600.0));
    // What is written is read again, and a case without them is written as before.
    let written = toml::to_string(&case).unwrap();
    assert_eq!(Case::parse(&written).unwrap(), case);
    let plain = Case::parse(MECHANIC).unwrap();
    assert_eq!(plain.days_in_a_row().len(), 1);
    assert!(!toml::to_string(&plain).unwrap().contains("days"));
}

#[test]
fn faults_of_the_days_after_the_first_name_their_field() {
    let first = |days: &str| with_days(days).expect_err(days).remove(0);
    let at = |days: &str| first(days).field;
    assert_eq!(at("[[days]]\nrepeat = 0"), "days[0].repeat");
    assert_eq!(at("[[days]]\nrepeat = 1\n[[days]]\nname = \"rest\""), "days[1].repeat");
    assert_eq!(at("[[days]]\nrepeat = 1\nname = \"\""), "days[0].name");
    assert_eq!(at("[[days]]\nrepeat = -1"), "days[0].repeat");
    assert_eq!(at("[[days]]\nrepeat = 1\nsteps = 900"), "days[0].steps");
    let many = first("[[days]]\nrepeat = 30\n[[days]]\nrepeat = 30");
    assert_eq!((many.field.as_str(), many.what.as_str()), ("days", "61 days"));
    assert!(many.expected.contains("at most 60"), "{many}");
    assert!(with_days("[[days]]\nrepeat = 59").is_ok());
    assert!(first("[[days]]\nrepeat = 4294967295\n[[days]]\nrepeat = 4294967295").what.contains("days"));
    let activity = |text: &str| at(&format!("[[days]]\nactivities = [{text}]"));
    assert_eq!(activity(""), "days[0].activities");
    assert_eq!(activity("{ from = \"09:00\", to = \"08:00\", do = \"sit\" }"), "days[0].activities[0].to");
    assert_eq!(activity("{ from = \"08:00\", to = \"09:00\", do = \"swim\" }"), "days[0].activities[0].do");
    assert_eq!(activity("{ from = \"08:00\", to = \"09:00\", do = \"walk\" }"), "days[0].activities[0].do");
}

#[test]
fn the_time_since_an_amputation_and_sex_are_optional_and_absurd_ones_are_named() {
    let plain = Case::parse(MECHANIC).unwrap();
    assert_eq!((plain.person.sex, plain.limb.months_since_amputation), (None, None));
    let with = |limb: &str, person: &str| {
        let text = MECHANIC.replacen("[limb]\n", &format!("[limb]\n{limb}\n"), 1);
        Case::parse(&text.replacen("[person]\n", &format!("[person]\n{person}\n"), 1))
    };
    let told = with("months_since_amputation = 26.5", "sex = \"female\"").unwrap();
    assert_eq!((told.person.sex, told.limb.months_since_amputation), (Some(Sex::Female), Some(26.5)));
    assert_eq!(Case::parse(&toml::to_string(&told).unwrap()).unwrap(), told);
    let fault = |limb: &str, person: &str| with(limb, person).unwrap_err().remove(0);
    for months in ["-1", "1441", "nan", "\"long\""] {
        assert_eq!(fault(&format!("months_since_amputation = {months}"), "").field, "limb.months_since_amputation");
    }
    // The mechanic is 46, and may be nearly 47.
    assert!(with("months_since_amputation = 563", "").is_ok());
    let before_birth = fault("months_since_amputation = 564", "");
    assert_eq!((before_birth.field.as_str(), before_birth.value.as_str()), ("limb.months_since_amputation", "564"));
    assert!(before_birth.expected.contains("less than 564 months"), "{before_birth}");
    assert_eq!(fault("", "sex = \"woman\"").field, "person.sex");
}
