use super::*;

const MECHANIC: &str = include_str!("../../../../cases/mechanic.toml");

fn set(path: &str, raw: &str, unit: Option<Unit>) -> Edit {
    Edit::Set { path: path.into(), raw: raw.into(), unit }
}

fn with(text: &str, edits: &[Edit]) -> String {
    apply(text, edits).unwrap_or_else(|refused| panic!("{refused:?} in\n{text}"))
}

#[test]
fn a_value_changes_where_it_stands_and_its_comment_stays() {
    let new = with(MECHANIC, &[set("person.body_mass_kg", "84,50", None)]);
    assert_eq!(new, MECHANIC.replace("body_mass_kg = 84 ", "body_mass_kg = 84.50 "));
    let pounds = with(MECHANIC, &[set("person.body_mass_kg", "186", Some(Unit::Pound))]);
    assert_eq!(pounds, MECHANIC.replace("body_mass_kg = 84 ", "body_mass_lb = 186 "));
    let back = with(&pounds, &[set("person.body_mass_kg", "84", Some(Unit::Kilogram))]);
    assert_eq!(back, MECHANIC);
    let kept = with(&pounds, &[set("person.body_mass_kg", "190", None)]);
    assert!(kept.contains("body_mass_lb = 190 "), "without a unit the file's stays");
}

#[test]
fn a_unit_without_a_key_is_converted_at_the_edge() {
    let length = with(MECHANIC, &[set("limb.limb_length_mm", "15,6", Some(Unit::Centimetre))]);
    assert!(length.contains("limb_length_mm = 156 "));
    let foot = with(MECHANIC, &[set("prosthesis.foot_length_cm", "10", Some(Unit::Inch))]);
    assert!(foot.contains("foot_length_cm = 25.4"));
    let band = with(MECHANIC, &[set("prosthesis.pump_settings.band_inhg", "5", Some(Unit::Kilopascal))]);
    assert!(band.contains("[prosthesis.pump_settings]\nband_inhg = 1.47649900824\n"), "{band}");
}

#[test]
fn what_is_no_number_is_kept_in_quotes_and_nothing_takes_the_key_out() {
    let odd = with(MECHANIC, &[set("person.body_mass_kg", "84 \"kg\"", Some(Unit::Pound))]);
    assert!(odd.contains("body_mass_kg = \"84 \\\"kg\\\"\" "));
    let gone = with(MECHANIC, &[set("person.body_mass_kg", " ", Some(Unit::Kilogram))]);
    assert_eq!(gone, MECHANIC.replace("body_mass_kg = 84               # with", "# with"));
    let again = with(&gone, &[set("person.body_mass_kg", "84", Some(Unit::Kilogram))]);
    assert!(again.contains("[person]\nbody_mass_kg = 84\n"), "{again}");
    assert_eq!(
        with(MECHANIC, &[set("about", "", None), set("about", "", None)]).lines().count(),
        MECHANIC.lines().count() - 1
    );
}

#[test]
fn a_new_key_stands_where_the_format_has_it() {
    let new = with(MECHANIC, &[set("prosthesis.sleeve_barrier", "true", None)]);
    let at = |text: &str| new.find(text).unwrap_or_else(|| panic!("no {text} in {new}"));
    assert!(at("socks_now") < at("sleeve_barrier = true\n") && at("sleeve_barrier") < at("fit_gap_mm"));
    let first = with("concord = 1\n[person]\nage_years = 4\n", &[set("person.body_mass_kg", "20", None)]);
    assert_eq!(first, "concord = 1\n[person]\nbody_mass_kg = 20\nage_years = 4\n");
    let dotted = with("person.age_years = 4\n", &[set("person.body_mass_kg", "20", None)]);
    assert_eq!(dotted, "person.body_mass_kg = 20\nperson.age_years = 4\n");
    let inline = with(
        "person = { age_years = 4 }\n",
        &[set("person.body_mass_kg", "20", None), set("person.k_level", "K2", None)],
    );
    assert_eq!(inline, "person = { body_mass_kg = 20, k_level = \"K2\", age_years = 4 }\n");
    let table = with("concord = 1\n# The day.\n[day]\n", &[set("person.conditions.vision", "full", None)]);
    assert_eq!(table, "concord = 1\n[person.conditions]\nvision = \"full\"\n\n# The day.\n[day]\n");
    let after = with("[person.conditions]\nvision = \"full\"", &[set("person.body_mass_kg", "20", None)]);
    assert!(after.contains("[person]\nbody_mass_kg = 20\n"), "{after}");
    let windows = with("concord = 1\r\n[person]\r\n", &[set("person.age_years", "20", None)]);
    assert_eq!(windows, "concord = 1\r\n[person]\r\nage_years = 20\r\n");
}

#[test]
fn values_within_rows_keep_the_one_line_style() {
    let steps = with(MECHANIC, &[set("day.activities[0].steps", "", None), set("day.activities[0].do", "sit", None)]);
    assert!(steps.contains("{ from = \"07:00\", to = \"07:30\", do = \"sit\" },\n"), "{steps}");
    let back = with(&steps, &[set("day.activities[0].do", "walk", None), set("day.activities[0].steps", "900", None)]);
    assert_eq!(back, MECHANIC);
    let tape = with(MECHANIC, &[set("limb.circumferences[1].circumference_mm", "12,8", Some(Unit::Inch))]);
    assert!(tape.contains("{ below_reference_mm = 40, circumference_in = 12.8 },\n"));
}

fn add(path: &str, after: Option<usize>) -> Edit {
    Edit::AddRow { path: path.into(), after }
}

fn remove(path: &str, index: usize) -> Edit {
    Edit::RemoveRow { path: path.into(), index }
}

#[test]
fn a_row_comes_behind_another_on_its_own_line_and_goes_again() {
    for (path, most) in [("limb.circumferences", 5), ("day.activities", 13)] {
        for index in 0..most {
            let more = with(MECHANIC, &[add(path, Some(index))]);
            assert_eq!(more.lines().count(), MECHANIC.lines().count() + 1, "{more}");
            assert_eq!(with(&more, &[remove(path, index + 1)]), MECHANIC, "{path} {index}");
        }
    }
    let more = with(MECHANIC, &[add("limb.circumferences", Some(1))]);
    assert!(more.contains("{ below_reference_mm = 60, circumference_mm = 315.5 },\n"), "{more}");
    let last = with(MECHANIC, &[add("limb.circumferences", None)]);
    assert!(last.contains("{ below_reference_mm = 147.5, circumference_mm = 221 },\n]"), "{last}");
    let evening = with(MECHANIC, &[add("day.activities", None)]);
    assert!(evening.contains("{ from = \"23:00\", to = \"24:00\", do = \"sit\" },\n]"), "{evening}");
}

#[test]
fn rows_are_found_however_a_list_is_written() {
    let of = |list: &str| format!("concord = 1\nprosthesis.socks_now = {list} # worn\n");
    let socks = "prosthesis.socks_now";
    for (list, more) in [
        ("[\"1-ply\"]", "[\"1-ply\", \"1-ply\"]"),
        ("[\"3-ply\", ]", "[\"3-ply\", \"3-ply\", ]"),
        ("[]", "[\"1-ply\"]"),
        ("[ # none\n]", "[\"1-ply\"]"),
        ("[\n  \"1-ply\" # thin\n]", "[\n  \"1-ply\", # thin\n  \"1-ply\"\n]"),
        ("[\n  \"1-ply\"\n  , # thin\n]", "[\n  \"1-ply\", \"1-ply\"\n  , # thin\n]"),
        ("[\n  \"5-ply\", # a, b\n]", "[\n  \"5-ply\", # a, b\n  \"5-ply\",\n]"),
    ] {
        assert_eq!(with(&of(list), &[add(socks, None)]), of(more));
    }
    for (list, less) in [
        ("[\"1-ply\"]", "[]"),
        ("[\"1-ply\", \"3-ply\"]", "[\"3-ply\"]"),
        ("[\"1-ply\" , ]", "[]"),
        ("[\n  \"1-ply\", # thin\n  \"3-ply\"\n]", "[\n  \"3-ply\"\n]"),
    ] {
        assert_eq!(with(&of(list), &[remove(socks, 0)]), of(less));
    }
    let (three, two) = ("[\n \"1-ply\",\n \"3-ply\"\n]", "[\n \"1-ply\",\n]");
    assert_eq!(with(&of(three), &[remove(socks, 1)]), of(two));
    let tables =
        "[day]\naltitude_m = 1\n\n[[day.activities]]\nfrom = \"07:00\"\nto = \"08:00\"\ndo = \"sit\" # tired\n";
    let more = with(tables, &[add("day.activities", None)]);
    assert!(
        more.ends_with("# tired\n\n[[day.activities]]\nfrom = \"08:00\"\nto = \"09:00\"\ndo = \"sit\"\n"),
        "{more}"
    );
    assert_eq!(with(&more, &[remove("day.activities", 1)]).trim_end(), tables.trim_end());
}

#[test]
fn numbers_in_a_row_are_set_one_by_one() {
    let levels = |index, raw, unit| set(&format!("prosthesis.pump_settings.levels_inhg[{index}]"), raw, unit);
    let one = with(MECHANIC, &[levels(1, "14", None)]);
    assert!(one.contains("levels_inhg = [12, 14, 18, 21]\n"), "{one}");
    let two = with(&one, &[levels(3, "80", Some(Unit::Kilopascal)), levels(1, "", None)]);
    assert!(two.contains("levels_inhg = [12, 15, 18, 23.6239841318]\n"), "{two}");
    let text = "scan.file = \"a.stl\"\n";
    let axis = with(text, &[set("scan.proximal[2]", "1", None)]);
    assert_eq!(axis, "scan.file = \"a.stl\"\nscan.proximal = [\"\", \"\", 1]\n");
    assert_eq!(with(&axis, &[Edit::RemoveTable { path: "scan.proximal".into() }]), text);
    assert!(apply(text, &[set("scan.proximal[3]", "1", None)]).is_err());
}

#[test]
fn tables_come_and_go_and_leave_no_trace() {
    for path in ["scan", "prosthesis.pump_settings", "prosthesis.existing"] {
        let path = path.to_string();
        let more = with(MECHANIC, &[Edit::AddTable { path: path.clone() }]);
        assert!(more.contains(&format!("\n[{path}]\n")));
        assert_eq!(with(&more, &[Edit::AddTable { path: path.clone() }]), more);
        let less = with(&more, &[Edit::RemoveTable { path }]);
        assert_eq!(less, MECHANIC);
    }
    let scanned = include_str!("../../../../cases/scanned.toml");
    let without = with(scanned, &[Edit::RemoveTable { path: "scan".into() }]);
    assert!(domain::Case::parse(&without).unwrap().scan.is_none());
    assert_eq!(without.lines().count() + 13, scanned.lines().count());
}

#[test]
fn what_no_field_is_can_be_taken_out() {
    let gone = |text: &str, path: &str| with(text, &[Edit::RemoveTable { path: path.into() }]);
    let odd = MECHANIC
        .replace("age_years = 46", "age_years = 46\nage = 4")
        .replace("to = \"23:00\"", "to = \"23:00\", x = 1");
    assert_eq!(gone(&gone(&odd, "person.age"), "day.activities[12].x"), MECHANIC);
    let twice = MECHANIC.replace("body_mass_kg = 84 ", "body_mass_lb = 185\nbody_mass_kg = 84 ");
    assert_eq!(gone(&twice, "person.body_mass_lb"), MECHANIC);
    assert_eq!(gone("concord = 1\nperson = 3\n", "person"), "concord = 1\n");
    assert_eq!(gone("[limb]\ncircumferences = 7 # cm\n", "limb.circumferences"), "[limb]\n# cm\n");
}

#[test]
fn what_the_form_does_not_have_is_refused() {
    for edit in [
        set("technique.name", "x", None),
        set("concord", "2", None),
        set("day.activities", "x", None),
        set("day.activities[99].to", "08:00", None),
        set("a]b", "x", None),
        add("person", None),
        add("technique.step", None),
        remove("limb.circumferences", 99),
        remove("prosthesis.socks_now", usize::MAX),
        Edit::AddTable { path: "person".into() },
        Edit::AddTable { path: "technique".into() },
        Edit::RemoveTable { path: "day".into() },
        Edit::RemoveTable { path: "technique".into() },
        Edit::RemoveTable { path: "concord".into() },
        Edit::RemoveTable { path: "limb.circumferences".into() },
        Edit::Confirm { entry: "no number".into() },
        Edit::RemoveTable { path: "day.activities[0]".into() },
        Edit::RemoveTable { path: "person.body_mass_kg".into() },
    ] {
        assert!(apply(MECHANIC, std::slice::from_ref(&edit)).is_err(), "{edit:?}");
    }
    assert!(apply("a = = 1", &[set("name", "x", None)]).is_err());
    // A value where the form expects a table, and a table where it expects a value.
    assert!(apply("person = 3\n", &[set("person.age_years", "4", None)]).is_err());
    assert!(apply("[person.age_years]\nx = 3\n", &[set("person.age_years", "4", None)]).is_err());
    let sit = set("day.activities[0].do", "sit", None);
    assert!(apply(MECHANIC, &vec![sit; 50_000]).is_err_and(|refused| refused.what.contains("too many")));
    let large = "x".repeat(LARGEST_FILE as usize);
    assert!(apply(MECHANIC, &[set("about", &large, None)]).is_err());
}

#[test]
fn days_after_the_first_stay_as_they_are_written() {
    let days = "\n[[days]]\nrepeat = 6 # a week\n\n[[days]]\nname = \"rest\"\nactivities = [{ from = \"08:00\", to = \"22:00\", do = \"doff\" }]\n";
    let case = format!("{MECHANIC}{days}");
    let edits = [
        set("person.body_mass_kg", "90", None),
        set("prosthesis.pump_settings.band_inhg", "2", None),
        set("day.activities[0].do", "sit", None),
        add("day.activities", None),
    ];
    for edit in edits {
        let new = with(&case, std::slice::from_ref(&edit));
        assert!(new.ends_with(days), "{edit:?}: {new}");
        assert_eq!(new, with(MECHANIC, &[edit]) + days);
    }
    for edit in [set("days[0].repeat", "7", None), remove("days", 0), Edit::RemoveTable { path: "days".into() }] {
        assert!(apply(&case, std::slice::from_ref(&edit)).is_err(), "{edit:?}");
    }
}
