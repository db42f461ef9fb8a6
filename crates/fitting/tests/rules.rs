//! Rules in data and predicates in code: one function an id, every number from data.

use crate::common;
use domain::case::{ActivityLevel, Function, KLevel, WaterUse};
use domain::limb::AmputationLevel;
use fitting::registry::{Predicate, REGISTRY};
use fitting::{Fitting, Grade, Rules, recommend};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;

/// (module, text) of every file of predicates.
fn sources() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let paths = std::fs::read_dir(folder).expect("the folder exists").map(|entry| entry.expect("readable").path());
    paths
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("readable"))
        })
        .collect()
}

#[test]
fn every_rule_id_in_data_has_exactly_one_function_and_every_function_a_rule() {
    let rules = common::rules();
    let data: Vec<String> = rules.iter().map(|rule| rule.id.clone()).collect();
    let mut registry: Vec<String> = REGISTRY.iter().map(|entry| entry.id.to_string()).collect();
    registry.sort();
    assert_eq!(data, registry, "data against registry (duplicates would show here)");

    let mut functions = BTreeSet::new();
    for (module, text) in sources() {
        for line in text.lines() {
            // A predicate is a public function that takes one scene, or a rule and what a day found.
            let Some(rest) = line.strip_prefix("pub fn ") else { continue };
            let Some((name, arguments)) = rest.split_once('(') else { continue };
            if ["asked: &Asked", "considered: &Considered", "chosen: &Chosen", "_: &Considered", "rule: &Rule, day:"]
                .iter()
                .any(|a| arguments.starts_with(a))
            {
                assert!(functions.insert(format!("{module}.{name}")), "{module}.{name} twice");
            }
        }
    }
    assert_eq!(functions.into_iter().collect::<Vec<_>>(), data, "functions against data");
}

#[test]
fn no_number_that_decides_stands_in_a_predicate() {
    // 0 and 1 are ends and steps, 100 turns a share into per cent.
    let harmless = ["0", "0.0", "1", "1.0", "100.0"];
    for (module, text) in sources() {
        for (index, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            // Text in quotes is no number; format strings like {:.1} neither.
            let bare: String = code.split('"').step_by(2).collect::<Vec<_>>().join(" ").replace("..", " ");
            for word in bare.split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '_')) {
                let number = word.trim_matches('.');
                if number.starts_with(|c: char| c.is_ascii_digit()) {
                    assert!(harmless.contains(&number), "rules/{module}.rs:{}: {number} belongs into data", index + 1);
                }
            }
        }
    }
}

#[test]
fn no_article_number_stands_in_the_code() {
    let articles: Vec<String> =
        common::catalog().components().iter().map(|c| c.article.clone()).filter(|a| a.len() > 3).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut stack = vec![folder];
    while let Some(path) = stack.pop() {
        if path.is_dir() {
            stack.extend(std::fs::read_dir(path).expect("readable").map(|entry| entry.expect("readable").path()));
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("readable");
        for article in articles.iter().filter(|article| article.starts_with(|c: char| c.is_ascii_digit())) {
            assert!(!text.contains(article.as_str()), "{} names {article}", path.display());
        }
    }
}

#[test]
fn every_source_of_a_rule_is_in_the_bibliography_and_every_assumption_says_why() {
    let bibliography = include_str!("../../../data/sources.bib");
    for rule in common::rules().iter() {
        for key in rule.also.iter().chain([&rule.source]) {
            assert!(bibliography.contains(&format!("{{{key},")), "{}: {key}", rule.id);
        }
        let assumed = rule.source == "concord_assumption" && !rule.id.starts_with("order.");
        assert!(!assumed || rule.note().is_some(), "{}: an assumption without a reason", rule.id);
        let study = rule.evidence.grade == fitting::Grade::Study;
        assert!(!study || rule.evidence.n.is_some() || rule.note().is_some(), "{}: a study without n", rule.id);
    }
}

#[test]
fn contradicting_evidence_is_shown_beside_the_claims() {
    use fitting::Stance::{Contradicts, Mixed, Supports};
    let fitting = common::fit(|_| {});
    for stance in [Supports, Mixed, Contradicts] {
        assert!(fitting.evidence.iter().any(|note| note.stance == stance), "{stance:?}");
    }
    let klute = fitting.evidence.iter().find(|note| note.rule == "evidence.klute_pin").expect("kept");
    assert_eq!((klute.stance, klute.evidence.n), (Contradicts, Some(5)));
}

/// Parses the repository's rules with one text replaced.
fn faults(from: &str, to: &str) -> Vec<String> {
    let files = common::files("data/rules");
    assert!(files.iter().any(|(_, text)| text.contains(from)), "{from} is in no file");
    let files: Vec<_> = files.into_iter().map(|(name, text)| (name, text.replacen(from, to, 1))).collect();
    let found = Rules::parse(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    found.expect_err("a fault").into_iter().map(|(file, problem)| format!("{file}: {problem}")).collect()
}

#[test]
fn a_fault_in_a_rule_file_is_named_with_file_line_and_rule() {
    let unused = faults("circumference_mm_max = 20", "circumference_mm_max = 20, other = 3").join("\n");
    assert!(unused.contains("indications.toml") && unused.contains("`other` is not used"), "{unused}");
    let missing = faults("{ circumference_mm_max = 20 }", "{}").join("\n");
    assert!(missing.contains("`circumference_mm_max` is missing"), "{missing}");
    let unknown = faults("indications.vascular", "indications.weather").join("\n");
    assert!(unknown.contains("no predicate has this id"), "{unknown}");
    let field = faults("grade = \"maker_claim\" }", "grade = \"maker_claim\", page = 3 }").join("\n");
    assert!(field.contains("page"), "{field}");
}

#[test]
fn a_changed_threshold_changes_the_answer() {
    let files = common::files("data/rules");
    let with = |from: &str, to: &str| {
        assert!(files.iter().any(|(_, text)| text.contains(from)), "{from} is in no file");
        let files: Vec<_> = files.iter().map(|(name, text)| (name.clone(), text.replace(from, to))).collect();
        let rules = Rules::parse(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).expect("sound");
        recommend(&common::case(|_| {}), &common::catalog(), &rules)
    };
    let usual = common::fit(|_| {});
    // (a threshold, its new value): each decides about the mechanic (84 kg, 14 mm, 190 mm, limb 155 mm, 281 mm).
    for (from, to) in [
        ("circumference_mm_max = 20", "circumference_mm_max = 10"),
        ("k4 = \"K4\"", "k4 = \"K2\""),
        ("edge_kg = 3", "edge_kg = 40"),
        ("limb_mm_min = 187", "limb_mm_min = 150"),
        ("room_mm_max = 140", "room_mm_max = 100"),
        ("left_mm_min = 20", "left_mm_min = 5"),
        ("months_max = 3", "months_max = 2"),
        ("chambers_min = 2", "chambers_min = 1"),
        ("above_mm = 40", "above_mm = 30"),
        ("printed_small_mm = 235", "printed_small_mm = 230"),
        ("step_mm = 15", "step_mm = 10"),
        ("printed_length_mm = 125", "printed_length_mm = 120"),
        ("quantity = 2", "quantity = 3"),
        ("altitude_m_min = 1000", "altitude_m_min = 0"),
        ("weight = 2", "weight = 9"),
    ] {
        assert_ne!(with(from, to), usual, "{from}");
    }
}

#[test]
fn every_conclusion_from_the_catalogue_carries_the_cell_it_was_read_in() {
    let catalog = common::catalog();
    let seen = RefCell::new(BTreeSet::new());
    let check = |fitting: &Fitting| {
        let liner = fitting.liner.iter().flat_map(|liner| &liner.reasons);
        let pumps = fitting.pumps.iter().flat_map(|pump| {
            pump.reasons
                .iter()
                .filter(|reason| !reason.rule.starts_with("contraindications."))
                .map(move |reason| (Some(pump), reason))
        });
        for (pump, conclusion) in pumps.chain(liner.map(|reason| (None, reason))) {
            let read = conclusion.inputs.iter().filter(|input| input.field.starts_with("catalog."));
            let told = conclusion.cited();
            let mut values = 0;
            for input in read {
                values += 1;
                match (&input.printed, input.value.as_str()) {
                    (Some(cell), _) => {
                        assert_eq!(catalog.cell(&input.field), Some(cell), "{}: {}", conclusion.rule, input.field);
                        let place = (cell.source.as_str(), cell.page.as_deref());
                        assert!(told.contains(&place), "{}: {place:?} is not cited", conclusion.rule);
                    }
                    (None, value) => assert_eq!(value, "not printed", "{}: {}", conclusion.rule, input.field),
                }
            }
            // A conclusion about a pump rests on what is printed about it.
            assert!(pump.is_none() || values > 0, "{} names nothing of the catalogue", conclusion.rule);
            // Where a rule only says what the maker prints, its source is the cell's, not the rule's.
            let cells = conclusion.inputs.iter().filter_map(|input| input.printed.as_ref()).collect::<Vec<_>>();
            let reads = matches!(conclusion.evidence.grade, Grade::MakerClaim | Grade::MakerInstruction);
            assert!(
                !reads
                    || cells.is_empty()
                    || cells.iter().any(|cell| cell.source == conclusion.source && cell.page == conclusion.page),
                "{}: {} {:?}",
                conclusion.rule,
                conclusion.source,
                conclusion.page
            );
            seen.borrow_mut().insert(conclusion.rule.clone());
        }
    };
    for (_, text) in common::files("cases") {
        let case = domain::Case::parse(&text).expect("a shipped case is sound");
        check(&recommend(&case, &catalog, &common::rules()));
    }
    for level in [KLevel::K1, KLevel::K2, KLevel::K4] {
        for (kg, foot_cm, space_mm, celsius) in [
            (41.0, 26.0, 230.0, 20.0),
            (47.5, 31.0, 100.0, -15.0),
            (160.0, 21.0, 220.0, 50.0),
            (101.0, 22.4, 75.0, 20.0),
            (105.0, 24.0, 240.0, 20.0),
        ] {
            for thigh in [false, true] {
                check(&common::fit(|case| {
                    case.person.k_level = level;
                    case.person.body_mass_kg = kg;
                    case.person.water_use = if thigh { WaterUse::Swim } else { WaterUse::Splash };
                    case.person.activity = if kg < 100.0 { ActivityLevel::VeryHigh } else { ActivityLevel::Low };
                    case.person.conditions.hand_function = Function::Limited;
                    case.person.conditions.vision = Function::Limited;
                    case.prosthesis.foot_length_cm = foot_cm;
                    case.prosthesis.available_clearance_mm = space_mm;
                    case.prosthesis.wants_adjustable_suspension = true;
                    case.prosthesis.wide_component_below_socket = thigh;
                    case.day.temperature_c = celsius;
                    if thigh {
                        case.limb.amputation_level = AmputationLevel::Transfemoral;
                    }
                }));
            }
        }
    }
    let all: BTreeSet<String> = REGISTRY
        .iter()
        .filter(|entry| matches!(entry.predicate, Predicate::Pump(_)))
        .map(|entry| entry.id.to_string())
        .collect();
    let missed: Vec<_> = all.difference(&seen.borrow()).cloned().collect();
    assert!(missed.is_empty(), "no person of this test meets {missed:?}");
}

#[test]
fn a_missing_file_is_a_missing_rule() {
    let files: Vec<_> = common::files("data/rules").into_iter().filter(|(name, _)| name != "liner.toml").collect();
    let found = Rules::parse(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).expect_err("incomplete");
    assert!(found.iter().any(|(_, problem)| problem.field == "liner.size"), "{found:?}");
}
