//! Pumps of several makers: each is judged on the word of its own, and none on another's.

use crate::common;
use domain::Case;
use domain::case::{KLevel, WaterUse};
use domain::catalog::{Catalog, Component};
use fitting::{Fitting, PumpAdvice, Standing, recommend};
use std::path::Path;
use texts::Language;

/// Somebody's pump that the catalogue has not: limits printed in its own document.
const TOY: &str = include_str!("../../../pumps/own_pump.toml");

fn catalog() -> Catalog {
    let mut files: Vec<(String, String)> = ["ottobock", "willowwood", "ossur"]
        .iter()
        .flat_map(|maker| common::files(&format!("data/catalog/{maker}")))
        .collect();
    files.push(("own_pump.toml".into(), TOY.into()));
    let pairs = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    Catalog::parse(pairs).unwrap_or_else(|problems| panic!("{}: {}", problems[0].0, problems[0].1))
}

fn others<'a>(catalog: &'a Catalog, fitting: &'a Fitting) -> Vec<(&'a Component, &'a PumpAdvice)> {
    let pumps = catalog.pumps().filter(|(component, _)| component.maker != "Ottobock");
    pumps.filter_map(|(component, _)| Some((component, fitting.pump(&component.article)?))).collect()
}

#[test]
fn a_refusal_of_another_makers_pump_cites_no_document_of_this_one() {
    let catalog = catalog();
    let changes: [fn(&mut Case); 7] = [
        |_| {},
        |case| case.person.conditions.dialysis = true,
        |case| case.person.body_mass_kg = 170.0,
        |case| case.person.body_mass_kg = 30.0,
        |case| case.person.k_level = KLevel::K0,
        |case| case.person.water_use = WaterUse::Swim,
        |case| case.prosthesis.available_clearance_mm = 60.0,
    ];
    let mut refusals = 0;
    for change in changes {
        let fitting = recommend(&common::case(change), &catalog, &common::rules());
        let found = others(&catalog, &fitting);
        assert_eq!(found.len(), 3);
        for (component, pump) in found {
            for conclusion in pump.refusals() {
                refusals += 1;
                let cited = conclusion.cited();
                assert!(cited.iter().all(|(key, _)| !key.starts_with("ottobock")), "{}: {cited:?}", component.article);
                assert!(
                    !conclusion.text.contains("Ottobock") && !conclusion.text.contains("Harmony"),
                    "{}",
                    conclusion.text
                );
            }
            for conclusion in &pump.reasons {
                assert!(!conclusion.source.starts_with("ottobock"), "{}: {}", component.article, conclusion.rule);
            }
        }
    }
    assert!(refusals > 15, "{refusals}");
}

#[test]
fn a_pump_of_which_nothing_was_read_is_refused_for_that() {
    let catalog = catalog();
    let fitting = recommend(&common::case(|_| {}), &catalog, &common::rules());
    for article in ["LimbLogic", "Unity"] {
        let pump = common::pump(&fitting, article);
        assert!(pump.standing == Standing::Refused && common::refused_by(&fitting, article, "pumps.offered"));
        assert!(pump.data.performance.is_some());
    }
}

#[test]
fn a_pump_with_printed_limits_is_judged_by_them_on_its_own_document() {
    let catalog = catalog();
    let judged = |kg: f64| {
        let fitting = recommend(&common::case(|case| case.person.body_mass_kg = kg), &catalog, &common::rules());
        common::pump(&fitting, "own-1").clone()
    };
    assert_ne!(judged(80.0).standing, Standing::Refused);
    let heavy = judged(115.0);
    let refusal = heavy.refusals().next().expect("above its limit");
    assert_eq!((refusal.rule.as_str(), refusal.source.as_str()), ("pumps.body_mass", "our drawing"));
}

#[test]
fn no_wording_names_a_maker_or_a_series() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../texts/languages");
    let mut count = 0;
    for language in Language::all() {
        let file = std::fs::read_to_string(folder.join(language.code()).join("rules.ftl")).unwrap();
        // A note says what was assumed, and may name whom.
        for sentence in file.lines().filter(|line| !line.split(' ').next().unwrap_or_default().ends_with("-note")) {
            count += 1;
            let plain = sentence.to_lowercase();
            for name in
                ["ottobock", "harmony", "triton", "willowwood", "limblogic", "össur", "ossur", "unity", "brochure"]
            {
                assert!(!plain.contains(name), "{sentence}");
            }
        }
    }
    assert!(count > 400, "{count}");
}
