//! Liner and parts list: something to order from.

use crate::common::{fit, of};
use domain::limb::{BonyProminence, Circumference, LimbShape, Scars};
use fitting::{Fitting, PartKind, Verdict};

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
fn the_liner_is_the_next_smaller_size_as_in_the_makers_example() {
    // (circumference, size, alternative): 250 -> 235 is printed, the rest follows from the series that we assume.
    let table = [
        (250.0, 235.0, None),
        (240.0, 235.0, Some(220.0)),
        (251.0, 250.0, Some(235.0)),
        (264.0, 250.0, None),
        (235.0, 220.0, None),
    ];
    for (circumference, size, alternative) in table {
        let liner = with_circumference(circumference).liner.expect("advised");
        assert_eq!((liner.size_mm, liner.alternative_mm), (Some(size), alternative), "{circumference} mm");
        assert!(!liner.custom);
    }
    let example = with_circumference(250.0).liner.and_then(|liner| liner.reduction_pct).expect("known");
    assert!((example - 6.0).abs() < 1e-9);
}

#[test]
fn a_liner_size_says_whether_it_was_seen_in_print() {
    let text = |mm: f64| of(&with_circumference(mm).liner.expect("advised").reasons, "liner.size")[0].text.clone();
    assert!(text(250.0).contains("seen in print"));
    assert!(text(300.0).contains("assume"));
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
    assert_eq!(liner.size_mm, None);
    assert_eq!(of(&liner.reasons, "liner.size")[0].verdict, Verdict::Caution);
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
    assert_eq!((sleeve.article.as_deref(), sleeve.quantity), (Some("453A3"), 2));
    assert!(sleeve.why.contains("453A30"), "the sister article is named: {}", sleeve.why);
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
