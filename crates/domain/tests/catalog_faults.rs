//! A fault in a catalogue file is named with file, line and field.

use crate::common;
use domain::catalog::Catalog;

/// Parses the repository's catalogue with one text of one file replaced.
fn faults(file: &str, from: &str, to: &str) -> String {
    let mut files = common::files();
    let (_, text) = files.iter_mut().find(|(name, _)| name == file).expect("the file exists");
    assert!(text.contains(from), "{from} is not in {file}");
    *text = text.replacen(from, to, 1);
    let found = Catalog::parse(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).expect_err("a fault");
    found.iter().map(|(file, problem)| format!("{file}: {problem}\n")).collect()
}

#[test]
fn unknown_fields_are_refused() {
    let found = faults("4R180.toml", "maker = ", "makr = ");
    assert!(found.contains("4R180.toml: line 3") && found.contains("did you mean `maker`"), "{found}");
    let found = faults("4R180.toml", "{ g = 465", "{ grams = 465");
    assert!(found.contains("grams"), "{found}");
}

#[test]
fn overlapping_and_unordered_bands_are_refused() {
    assert!(faults("4R147.toml", "min_lb = 123", "min_lb = 120").contains("overlaps the next band"));
    assert!(faults("4R147.toml", "min_lb = 123", "min_lb = 999").contains("band out of order"));
}

#[test]
fn a_hole_in_the_foot_table_is_refused() {
    let found = faults("1C62.toml", "    { foot_cm = [24, 24], printed = \"1-1\", size = \"1-1\" },\n", "");
    assert!(found.contains("once each"), "{found}");
}

#[test]
fn references_lead_somewhere_and_articles_are_there_once() {
    let found = faults("4R152.toml", "usual = \"4R153\"", "usual = \"4R999\"");
    assert!(found.contains("4R999") && found.contains("no file of the catalogue"), "{found}");
    let found = faults("4R181.toml", "article = \"4R181\"", "article = \"4R180\"");
    assert!(found.contains("another file has this article too"), "{found}");
    // Whatever finds the one would never find the other.
    let found = faults("4R181.toml", "article = \"4R181\"", "article = \"4r-180\"");
    assert!(found.contains("is called so already"), "{found}");
}

#[test]
fn role_and_pump_table_agree() {
    assert!(faults("4X147.toml", "functional_ring", "pump").contains("role and [pump] disagree"));
}

#[test]
fn a_pump_is_found_by_what_people_call_it() {
    let catalog = common::catalog();
    for (text, article) in
        [("P2", "4R144"), ("harmony p2", "4R144"), ("4R150 HD", "4R150"), ("e2", "4R152"), ("4r153=1", "4R153=1")]
    {
        assert_eq!(catalog.named(text).map(|component| component.article.as_str()), Some(article), "{text}");
    }
    assert!(catalog.named("").is_none() && catalog.named("LimbLogic").is_none());
}

#[test]
fn no_name_is_its_own_number() {
    // "4R150 HD / 4R150HD" says one thing twice.
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    for (component, _) in common::catalog().pumps() {
        let (article, name) = (plain(&component.article), plain(&component.name));
        assert!(!name.contains(&article) && !article.contains(&name), "{} / {}", component.name, component.article);
    }
}

#[test]
fn what_is_no_printed_cell_says_from_which_words_it_was_read() {
    for (file, words) in [
        (
            "4R144.toml",
            "availability = { printed = \"Size similar to legacy pumps (P2 & 4R150 HD) for easy upgrade\", source = \"ottobock_harmony_brochure\" }\n",
        ),
        (
            "4R182.toml",
            "\"pump.connections\" = { printed = \"Vacuum tube connection to socket\", source = \"ottobock_harmony_brochure\" }\n",
        ),
    ] {
        let found = faults(file, words, "");
        assert!(found.contains("no words say so"), "{found}");
    }
    let found = faults("4R180.toml", "\"pump.connections\" =", "\"pump.conections\" =");
    assert!(found.contains("nothing is read from this"), "{found}");
}

#[test]
fn what_is_like_a_name_is_named() {
    let catalog = common::catalog();
    let near = |text: &str| catalog.near(text).iter().map(|near| near.article.clone()).collect::<Vec<_>>();
    assert_eq!(near("4R14"), ["4R144", "4R147"]);
    assert!(near("Triton Harmoni").contains(&"1C62".to_string()), "{:?}", near("Triton Harmoni"));
    assert!(near("").is_empty() && near("zzz").is_empty());
}

#[test]
fn a_pump_has_its_numbers_from_one_place_and_each_as_it_must_be() {
    let own = "performance_of = \"4R147\"";
    assert!(faults("4R180.toml", own, "").contains("no numbers to simulate it with"));
    let found = faults("4R180.toml", own, "performance_of = \"4R152\"");
    assert!(found.contains("pump.performance_of") && found.contains("of this article and drive"), "{found}");
    let found = faults("4R180.toml", own, "performance_of = \"4R181\"");
    assert!(found.contains("numbers of its own"), "{found}");
    assert!(faults("4R152.toml", "drive = \"electric\"", "drive = \"hand\"").contains("is another drive"));
    let found = faults("4R147.toml", "value = 5.0", "value = 5000.0");
    assert!(found.contains("swept_ml.value = 5000.0: out of range; give 0.1 to 200 mL a chamber"), "{found}");
    let found = faults("4R147.toml", "unit = \"mL a chamber\"", "unit = \"L\"");
    assert!(found.contains("swept_ml.unit") && found.contains("\"mL a chamber\""), "{found}");
    let found =
        faults("4R147.toml", "source = \"ottobock_p3_ifu\"\nspread = { normal = 0.4 }", "spread = { normal = 0.4 }");
    assert!(found.contains("swept_to_dead") && found.contains("no source"), "{found}");
}
