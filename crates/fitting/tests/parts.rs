//! Liner and parts list: something to order from.

use crate::common::{case, catalog, fit, of, rules};
use domain::limb::AmputationLevel;
use domain::limb::{BonyProminence, Circumference, LimbShape, Scars};
use fitting::{Fitting, Grade, Part, PartKind, Verdict, order};
use std::collections::BTreeMap;

/// The fitting of a limb with this circumference 40 mm above its distal end.
fn with_circumference(mm: f64) -> Fitting {
    fit(|case| {
        let limb = &mut case.limb;
        limb.limb_length_mm = 150.0;
        let row = |below_reference_mm, circumference_mm| Circumference { below_reference_mm, circumference_mm };
        limb.circumferences = vec![row(0.0, mm + 40.0), row(110.0, mm), row(130.0, mm - 30.0)];
    })
}

#[test]
fn a_liner_size_is_said_only_where_it_is_printed() {
    // The maker's example is 250 to 235 mm: between the two the next smaller one is printed, nowhere else.
    let edges = [2349, 2350, 2351, 2499, 2500, 2501, 2649, 2650];
    for tenths in (1500..4500).step_by(75).chain(edges) {
        let mm = f64::from(tenths) / 10.0;
        let liner = with_circumference(mm).liner.expect("advised");
        let printed = mm > 235.0 && mm <= 250.0;
        assert_eq!(liner.size.map(|size| size.size_mm), printed.then_some(235.0), "{mm} mm");
        assert_eq!(liner.candidates.len(), if printed { 0 } else { 2 }, "{mm} mm");
        assert_eq!(of(&liner.reasons, "liner.series").len(), usize::from(!printed), "{mm} mm");
        assert!(liner.measure.expect("measured").contains("4 cm above the distal end"));
        if let [first, second] = liner.candidates[..] {
            assert!(
                first.size_mm < mm && mm <= first.size_mm + 15.0 && second.size_mm == first.size_mm - 15.0,
                "{mm} mm"
            );
        }
    }
    let example = with_circumference(250.0).liner.and_then(|liner| liner.size).expect("printed");
    assert!((example.reduction_pct - 6.0).abs() < 1e-9);
}

#[test]
fn an_assumed_size_is_in_no_order_and_the_chart_is_asked_for() {
    let fitting = with_circumference(281.0);
    let part = fitting.parts.iter().find(|part| part.kind == PartKind::Liner).expect("listed");
    assert_eq!((part.size.as_deref(), part.measure.as_deref()), (None, Some("281 mm, 4 cm above the distal end")));
    let ask = part.ask.join("; ");
    for words in ["by the maker's chart", "Technical Information 2.1.8, p. 5", "we assume", "280 mm", "265 mm"] {
        assert!(ask.contains(words), "{words}: {ask}");
    }
    let reasons = &fitting.liner.as_ref().expect("advised").reasons;
    let (rule, series) = (of(reasons, "liner.size")[0], of(reasons, "liner.series")[0]);
    assert_eq!((rule.source.as_str(), rule.page.as_deref()), ("ottobock_ti_218", Some("5")));
    assert!(rule.text.contains("Order by the maker's chart") && !rule.text.contains("280"), "{}", rule.text);
    assert_eq!((series.evidence.grade, series.verdict), (Grade::OurAssumption, Verdict::Caution));
    let printed = with_circumference(250.0);
    let part = printed.parts.iter().find(|part| part.kind == PartKind::Liner).expect("listed");
    assert_eq!(part.size.as_deref(), Some("235 mm"));
}

#[test]
fn a_preflexed_liner_goes_by_length_and_by_shape() {
    let preflexed = |shape, length_mm| {
        let fitting = fit(|case| {
            case.limb.shape = shape;
            case.limb.limb_length_mm = length_mm;
            case.limb.circumferences.retain(|row| row.below_reference_mm < length_mm - 10.0);
        });
        let liner = fitting.liner.expect("advised");
        let text = of(&liner.reasons, "liner.preflexed")[0].text.clone();
        let asked = fitting.parts.iter().any(|part| part.ask.iter().any(|ask| ask.contains("pre-flexed")));
        (liner.preflexed.expect("below the knee"), text, asked)
    };
    // Printed: 125 for 125 and for 135 mm.
    for (length_mm, size) in
        [(125.0, Some(125.0)), (130.0, Some(125.0)), (135.0, Some(125.0)), (136.0, None), (124.0, None)]
    {
        let (found, text, asked) = preflexed(LimbShape::Conical, length_mm);
        assert_eq!((found.size_mm, found.suits, asked), (size, true, true), "{length_mm} mm");
        assert_eq!(text.contains("by the maker's chart"), size.is_none(), "{text}");
    }
    let (found, text, asked) = preflexed(LimbShape::Cylindrical, 130.0);
    assert!(!found.suits && !asked && text.contains("this limb is cylindrical"), "{text}");
}

#[test]
fn an_unmeasured_circumference_is_asked_for() {
    let fitting = fit(|case| {
        let limb = &mut case.limb;
        limb.limb_length_mm = 150.0;
        for (index, row) in limb.circumferences.iter_mut().enumerate() {
            row.below_reference_mm = 120.0 + index as f64;
        }
    });
    let liner = fitting.liner.expect("advised");
    assert!(liner.size.is_none() && liner.candidates.is_empty() && liner.measure.is_none());
    assert_eq!(of(&liner.reasons, "liner.size")[0].verdict, Verdict::Caution);
    let part = fitting.parts.iter().find(|part| part.kind == PartKind::Liner).expect("listed");
    assert!(part.ask.iter().any(|ask| ask.contains("was not measured")), "{:?}", part.ask);
}

#[test]
fn difficult_shapes_get_a_custom_liner() {
    let custom = |fitting: Fitting| fitting.liner.is_some_and(|liner| liner.custom);
    assert!(custom(fit(|case| case.limb.shape = LimbShape::Bulbous)));
    assert!(custom(fit(|case| case.limb.scars = Scars::Difficult)));
    assert!(custom(fit(|case| case.limb.bony_prominence = BonyProminence::Prominent)));
    assert!(!custom(fit(|_| {})));
}

#[test]
fn the_five_components_are_on_the_list_and_a_spare_sleeve() {
    let fitting = fit(|_| {});
    for kind in [PartKind::Pump, PartKind::Liner, PartKind::Sheath, PartKind::Sleeve] {
        assert_eq!(fitting.parts.iter().filter(|part| part.kind == kind).count(), 1, "{kind:?}");
    }
    let sleeve = fitting.parts.iter().find(|part| part.kind == PartKind::Sleeve).expect("listed");
    assert_eq!((sleeve.article.as_deref(), sleeve.quantity), (Some("453A3/453A30"), 2));
    assert!(sleeve.ask[0].contains("453A3 and 453A30"), "which of the two is asked: {:?}", sleeve.ask);
}

#[test]
fn what_comes_with_the_pump_is_listed_but_not_ordered() {
    // 41 kg: the P3 is the first of the weight-activated pumps that fit.
    let fitting = fit(|case| {
        case.person.body_mass_kg = 44.0;
        case.prosthesis.available_clearance_mm = 195.0;
    });
    let part = |name: &str| fitting.parts.iter().find(|part| part.name.to_lowercase().contains(name)).expect("listed");
    assert_eq!(part("harmony p3").article.as_deref(), Some("4R147=0"));
    let ring = part("functional ring");
    assert_eq!((ring.article.as_deref(), ring.quantity, ring.size.as_deref()), (Some("4X147"), 0, Some("0")));
    assert_eq!(part("socket connector").quantity, 0);
    assert_eq!(part("sound absorber").article, None);
}

/// The order of every pump for a person, by article.
fn orders(change: impl Fn(&mut domain::Case)) -> BTreeMap<String, Vec<Part>> {
    let (case, catalog, rules) = (case(change), catalog(), rules());
    let articles: Vec<String> = catalog.pumps().map(|(component, _)| component.article.clone()).collect();
    articles.into_iter().map(|article| (article.clone(), order(&case, &catalog, &rules, &article))).collect()
}

#[test]
fn every_system_gives_one_complete_order_and_nothing_is_ordered_twice() {
    let levels = [AmputationLevel::Transtibial, AmputationLevel::Transfemoral];
    for (level, wide) in levels.into_iter().flat_map(|level| [(level, false), (level, true)]) {
        let orders = orders(|case| {
            case.limb.amputation_level = level;
            case.prosthesis.wide_component_below_socket = wide;
        });
        assert_eq!(orders.len(), 9);
        for (article, parts) in &orders {
            let count = |kind: PartKind| parts.iter().filter(|part| part.kind == kind).count();
            let (electric, foot) = (article == "4R152", article == "1C62");
            let below = level == AmputationLevel::Transtibial;
            let connector = parts.iter().filter(|part| part.article.as_deref() == Some("2R117")).count();
            let direct = ["4R180", "4R181", "4R152"].contains(&article.as_str());
            for (kind, expected) in [
                (PartKind::Socket, true),
                (PartKind::Pump, true),
                (PartKind::Liner, true),
                (PartKind::Sheath, true),
                (PartKind::Sleeve, below),
                (PartKind::AdapterPlate, electric && !wide),
                (PartKind::OffsetAdapterPlate, electric && wide),
                (PartKind::Charger, electric),
                (PartKind::Batteries, electric),
                (PartKind::Footshell, foot),
            ] {
                assert_eq!(count(kind), usize::from(expected), "{article}: {kind:?}");
            }
            assert_eq!(connector, usize::from(!direct), "{article}: one connector where there is a tube");
            let quantity = |kind| parts.iter().find(|part| part.kind == kind).map(|part| part.quantity);
            assert_eq!(quantity(PartKind::Liner), Some(2), "{article}");
            for part in parts {
                assert_eq!(part.included_in.is_some(), part.kind == PartKind::Delivered, "{article}: {}", part.name);
                assert!(part.quantity > 0 || part.included_in.is_some(), "{article}: {} is neither", part.name);
                // Whoever orders it knows by what, or is told what to ask; the socket is made.
                let known = part.article.is_some() || !part.ask.is_empty() || part.included_in.is_some();
                assert!(known || part.kind == PartKind::Socket, "{article}: {} cannot be ordered", part.name);
                assert!(part.ask.iter().all(|ask| !ask.contains(['{', '}'])), "{article}: {:?}", part.ask);
            }
            let pump = parts.iter().find(|part| part.kind == PartKind::Pump).expect("counted");
            let told = parts.iter().any(|part| part.included_in.is_some());
            assert_eq!(pump.ask.iter().any(|ask| ask.contains("delivery contains")), !told, "{article}");
        }
    }
}

#[test]
fn a_triton_is_not_ordered_without_its_footshell() {
    let parts = &orders(|case| case.prosthesis.foot_length_cm = 26.0)["1C62"];
    let shell = parts.iter().find(|part| part.kind == PartKind::Footshell).expect("listed");
    assert!(shell.measure.as_deref().is_some_and(|measure| measure.starts_with("foot 26 cm, ")), "{shell:?}");
    let ask = shell.ask.join("; ");
    assert!(ask.contains("slim") && ask.contains("table of the 1C62, p. 10") && ask.contains("no colours"), "{ask}");
    assert_eq!((shell.source.as_str(), shell.page.as_deref()), ("ottobock_harmony_brochure", Some("10")));
}

#[test]
fn a_legacy_pumps_order_asks_whether_it_can_be_had() {
    for article in ["4R144", "4R150"] {
        let parts = &orders(|_| {})[article];
        let pump = parts.iter().find(|part| part.kind == PartKind::Pump).expect("listed");
        assert!(pump.ask.iter().any(|ask| ask.contains("legacy")), "{:?}", pump.ask);
    }
}
