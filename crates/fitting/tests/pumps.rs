//! Which pump fits whom: limits, sizes, space, water, temperature, retrofit, transfemoral, order.

use crate::common::{fit, fits, of, pump, recommended, refused_by, says};
use domain::case::{ActivityLevel, ExistingParts, Function, KLevel, WaterUse};
use domain::limb::AmputationLevel;
use fitting::{Candidacy, PartKind, Standing, Verdict};

#[test]
fn every_pump_of_the_catalogue_is_judged_and_exactly_one_is_recommended() {
    let fitting = fit(|_| {});
    let mut articles: Vec<_> = fitting.pumps.iter().map(|pump| pump.article.as_str()).collect();
    articles.sort_unstable();
    assert_eq!(articles, ["1C62", "4R144", "4R147", "4R150", "4R152", "4R180", "4R181", "4R182", "4R183"]);
    let recommended = fitting.pumps.iter().filter(|pump| pump.standing == Standing::Recommended).count();
    assert_eq!(recommended, 1);
    assert_eq!(fitting.pumps[0].standing, Standing::Recommended, "and it comes first");
}

#[test]
fn the_strangers_question_47_5_kg_k3_24_cm_foot() {
    let fitting = fit(|case| {
        case.person.body_mass_kg = 47.5;
        case.person.k_level = KLevel::K3;
        case.prosthesis.foot_length_cm = 24.0;
        case.prosthesis.available_clearance_mm = 230.0;
    });
    // The Triton's bands end at 47 and begin at 48 kg: the heavier one, said so.
    let triton = pump(&fitting, "1C62");
    assert_eq!(triton.size.as_ref().map(|size| (size.label.as_str(), size.heavier_taken)), Some(("1-1", true)));
    let text = &of(&triton.reasons, "sizing.foot_table")[0].text;
    assert!(text.contains("end at 47 kg and begin at 48 kg") && text.contains("we take the heavier band"), "{text}");
    // The P3 has no hole there: 105 lb is 47.6 kg.
    assert_eq!(pump(&fitting, "4R147").data.size.as_deref(), Some("0"));
    assert!(of(&triton.reasons, "sizing.band_edge").is_empty(), "the hole is said once");
    let light = fit(|case| case.person.body_mass_kg = 39.0);
    let text = &of(&pump(&light, "4R147").reasons, "pumps.body_mass")[0].text;
    assert!(text.contains("88 lb, where the lightest size begins"), "{text}");
    // The P4 series starts at 50 kg.
    for article in ["4R180", "4R181", "4R182", "4R183"] {
        assert!(refused_by(&fitting, article, "pumps.body_mass"), "{article}");
    }
    assert_eq!(recommended(&fitting), "4R147");
    assert!(fits(&fitting, "4R152"));
}

#[test]
fn body_mass_is_limited_at_both_ends_and_the_edge_is_said() {
    // (kg, article, fits, caution)
    let table = [
        (39.9, "4R147", false, false),
        (40.0, "4R147", true, true),
        (43.0, "4R147", true, false),
        (125.0, "4R147", true, true),
        (125.1, "4R147", false, false),
        (49.9, "4R180", false, false),
        (50.0, "4R180", true, true),
        (97.0, "4R180", true, false),
        (97.5, "4R180", true, true),
        (100.1, "4R180", false, false),
        (150.0, "4R181", true, true),
        (150.1, "4R183", false, false),
        (150.0, "4R152", true, true),
        (150.1, "4R152", false, false),
        (20.0, "4R152", true, false),
        (39.9, "1C62", false, false),
        (150.1, "1C62", false, false),
    ];
    for (kg, article, expected, caution) in table {
        let fitting = fit(|case| {
            case.person.body_mass_kg = kg;
            case.prosthesis.available_clearance_mm = 300.0;
        });
        assert_eq!(fits(&fitting, article), expected, "{kg} kg on {article}");
        assert_eq!(refused_by(&fitting, article, "pumps.body_mass"), !expected, "{kg} kg on {article}");
        assert_eq!(says(&fitting, article, "pumps.body_mass", Verdict::Caution), caution, "{kg} kg on {article}");
    }
}

/// Lightest and heaviest.
type Band = (u32, u32);
/// Copied from the brochure by hand (pp. 9 and 10), not from the catalogue.
const P3_LB: [Band; 8] =
    [(88, 105), (106, 122), (123, 144), (145, 166), (167, 192), (193, 220), (221, 248), (249, 275)];
/// Pounds, kilograms, and the cells by foot length from 21 to 30 cm; "" is a blank.
const TRITON: [(Band, Band, [&str; 10]); 10] = [
    ((88, 103), (40, 47), ["1-0", "1-0", "1-0", "1-0", "1-0", "1-0", "", "", "", ""]),
    ((104, 121), (48, 55), ["1-1", "1-1", "1-1", "1-1", "1-1", "1-1", "", "", "", ""]),
    ((122, 143), (56, 65), ["2-2"; 10]),
    ((144, 165), (66, 75), ["2-3"; 10]),
    ((166, 192), (76, 87), ["3-4"; 10]),
    ((193, 220), (88, 100), ["3-5"; 10]),
    ((221, 247), (101, 112), ["", "", "", "", "4-6", "4-6", "4-6", "4-6", "4-6", "4-6"]),
    ((248, 275), (113, 125), ["", "", "", "", "4-7", "4-7", "4-7", "4-7", "4-7", "4-7"]),
    ((276, 302), (126, 137), ["", "", "", "", "5-8", "5-8", "5-8", "5-8", "5-8", "5-8"]),
    ((303, 330), (138, 150), ["", "", "", "", "5-9", "5-9", "5-9", "5-9", "5-9", "5-9"]),
];
/// Article, pounds, kilograms.
const P4: [(&str, Band, Band); 4] = [
    ("4R180", (110, 220), (50, 100)),
    ("4R181", (110, 330), (50, 150)),
    ("4R182", (110, 220), (50, 100)),
    ("4R183", (110, 330), (50, 150)),
];
const LB: f64 = 0.453_592_37;

/// The place of a number among bands: within one, else in the heavier of the two it lies between.
fn place(bands: impl Iterator<Item = (u32, u32)>, number: f64) -> Option<usize> {
    let bands: Vec<(f64, f64)> = bands.map(|(least, most)| (f64::from(least), f64::from(most))).collect();
    let within = number >= bands[0].0 && number <= bands[bands.len() - 1].1;
    bands.iter().position(|(_, most)| number <= *most).filter(|_| within)
}

/// A person of this mass with this foot, held against what is printed in the unit of the mass.
fn held_against_the_print(number: f64, in_pounds: bool, foot: usize) {
    let kg = if in_pounds { number * LB } else { number };
    let person = format!("{number} {}, {foot} cm", if in_pounds { "lb" } else { "kg" });
    let fitting = fit(|case| {
        case.person.body_mass_kg = kg;
        case.person.body_mass_lb = in_pounds.then_some(number);
        case.prosthesis.foot_length_cm = foot as f64;
        case.prosthesis.available_clearance_mm = 300.0;
    });
    let size = |article: &str| pump(&fitting, article).data.size.clone();
    // Kilograms are read against the pounds of the P3 as converted, but for its limit, printed as 275 lb (125 kg).
    let pounds = if in_pounds { number } else { number / LB };
    let pounds = if !in_pounds && number <= 125.0 { pounds.min(275.0) } else { pounds };
    let p3 = place(P3_LB.into_iter(), pounds);
    assert_eq!(size("4R147"), p3.map(|place| place.to_string()), "{person}");
    assert_eq!(refused_by(&fitting, "4R147", "pumps.body_mass"), p3.is_none(), "{person}");
    let column = TRITON.iter().map(|(pounds, kilograms, _)| if in_pounds { *pounds } else { *kilograms });
    let triton = place(column, number).map(|row| TRITON[row].2[foot - 21]).filter(|cell| !cell.is_empty());
    assert_eq!(size("1C62").as_deref(), triton, "{person}");
    for (article, pounds, kilograms) in P4 {
        let (least, most) = if in_pounds { pounds } else { kilograms };
        let printed = (f64::from(least)..=f64::from(most)).contains(&number);
        assert_eq!(refused_by(&fitting, article, "pumps.body_mass"), !printed, "{person} on {article}");
    }
}

#[test]
fn every_whole_pound_and_half_kilogram_is_sized_as_printed_in_its_own_unit() {
    for (index, pounds) in (80..=340).enumerate() {
        held_against_the_print(f64::from(pounds), true, 21 + index % 10);
        held_against_the_print(f64::from(pounds), true, 26);
    }
    for (index, halves) in (72..=312).enumerate() {
        held_against_the_print(f64::from(halves) / 2.0, false, 21 + index % 10);
        held_against_the_print(f64::from(halves) / 2.0, false, 26);
    }
}

#[test]
fn a_mass_is_spoken_of_in_its_own_unit_and_two_columns_that_disagree_are_both_told() {
    let pounds = |number: f64| {
        fit(|case| {
            case.person.body_mass_kg = number * LB;
            case.person.body_mass_lb = Some(number);
            case.prosthesis.foot_length_cm = 24.0;
        })
    };
    let light = pounds(122.0);
    let text = &of(&pump(&light, "4R147").reasons, "sizing.ring")[0].text;
    assert_eq!(text, "Ring size 1: 122 lb lies in the band 106 to 122 lb.");
    // 103.5 lb lie between two bands of pounds; 46.95 kg lie in the band of kilograms below.
    let between = pounds(103.5);
    let told = of(&pump(&between, "1C62").reasons, "sizing.foot_table");
    assert!(told.iter().any(|told| told.text.contains("103.5 lb lies between two printed bands")), "{told:?}");
    assert!(told.iter().any(|told| told.text.contains("another band, 40 to 47 kg (88 to 103 lb)")), "{told:?}");
    let end = pounds(192.0);
    let told = of(&pump(&end, "1C62").reasons, "sizing.foot_table");
    assert!(!told.iter().any(|told| told.text.contains("other printed column")), "{told:?}");
    let told = &of(&pump(&end, "1C62").reasons, "sizing.band_edge")[0].text;
    assert_eq!(told, "Anything more would change the size to 3-5.");
    for (article, rule) in [("4R147", "sizing.ring"), ("1C62", "sizing.foot_table")] {
        let kilograms = fit(|case| case.person.body_mass_kg = 60.0);
        let told = of(&pump(&kilograms, article).reasons, rule);
        assert!(!told.iter().any(|told| told.text.contains("other printed column")), "{told:?}");
    }
}

#[test]
fn p3_sizes_follow_the_printed_bands() {
    let table = [
        (41.0, "0"),
        (48.0, "1"),
        (52.0, "1"),
        (55.5, "2"),
        (60.0, "2"),
        (70.0, "3"),
        (84.0, "4"),
        (100.5, "6"),
        (125.0, "7"),
    ];
    for (kg, size) in table {
        let fitting = fit(|case| case.person.body_mass_kg = kg);
        let advice = pump(&fitting, "4R147");
        assert_eq!(advice.data.size.as_deref(), Some(size), "{kg} kg");
        let order = advice.size.as_ref().and_then(|size| size.order_number.clone());
        assert_eq!(order, Some(format!("4R147={size}")));
    }
}

#[test]
fn the_triton_table_sizes_special_orders_and_refuses() {
    // (kg, foot cm, size or why not)
    let table = [
        (84.0, 27.0, Ok("3-4")),
        (150.0, 30.0, Ok("5-9")),
        (45.0, 24.0, Ok("1-0")),
        (45.0, 28.0, Err("sizing.foot_table")),
        (147.0, 24.0, Err("sizing.foot_table")),
        (84.0, 31.0, Err("sizing.foot_table")),
        (84.0, 20.9, Err("sizing.foot_table")),
        (84.0, 26.6, Ok("3-4")),
    ];
    for (kg, foot, expected) in table {
        let fitting = fit(|case| {
            case.person.body_mass_kg = kg;
            case.prosthesis.foot_length_cm = foot;
            case.prosthesis.available_clearance_mm = 250.0;
        });
        match expected {
            Ok(size) => {
                assert!(fits(&fitting, "1C62"), "{kg} kg, {foot} cm");
                assert_eq!(pump(&fitting, "1C62").data.size.as_deref(), Some(size), "{kg} kg, {foot} cm");
            }
            Err(rule) => assert!(refused_by(&fitting, "1C62", rule), "{kg} kg, {foot} cm"),
        }
        assert_eq!(says(&fitting, "1C62", "sizing.foot_table", Verdict::Caution), kg == 45.0 && foot == 24.0);
    }
}

#[test]
fn a_31_cm_foot_is_refused_for_its_length_and_a_blank_cell_for_being_blank() {
    let long = fit(|case| case.prosthesis.foot_length_cm = 31.0);
    let reason = pump(&long, "1C62").refusals().find(|c| c.rule == "sizing.foot_table").expect("refused");
    assert!(reason.text.contains("21 to 30 cm"), "{}", reason.text);
    let heavy = fit(|case| {
        case.person.body_mass_kg = 147.0;
        case.prosthesis.foot_length_cm = 24.0;
    });
    let reason = pump(&heavy, "1C62").refusals().find(|c| c.rule == "sizing.foot_table").expect("refused");
    assert!(reason.text.contains("blank"), "{}", reason.text);
    for article in ["4R181", "4R183"] {
        assert!(fits(&heavy, article), "{article} goes to 150 kg");
    }
    for article in ["4R180", "4R182", "4R147"] {
        assert!(refused_by(&heavy, article, "pumps.body_mass"), "{article}");
    }
    assert_eq!(recommended(&heavy), "4R181");
}

#[test]
fn mobility_grade_refuses_printed_pumps_below_k3_and_everything_at_k0() {
    for (level, printed_fit, unprinted_fit) in
        [(KLevel::K0, false, false), (KLevel::K1, false, true), (KLevel::K2, false, true), (KLevel::K3, true, true)]
    {
        let fitting = fit(|case| {
            case.person.k_level = level;
            case.prosthesis.available_clearance_mm = 250.0;
        });
        for (article, expected) in
            [("4R147", printed_fit), ("4R180", printed_fit), ("4R152", unprinted_fit), ("1C62", unprinted_fit)]
        {
            assert_eq!(refused_by(&fitting, article, "pumps.mobility_grade"), !expected, "{level:?} {article}");
        }
        if unprinted_fit && !printed_fit {
            assert!(says(&fitting, "4R152", "pumps.mobility_grade", Verdict::Caution));
            assert_eq!(recommended(&fitting), "4R152", "{level:?}");
        }
    }
}

#[test]
fn a_kept_socket_with_tubing_gets_a_modular_p4_that_names_the_old_pump() {
    for (old, name) in [("P2", "Harmony P2"), ("4r150 hd", "Harmony HD")] {
        let fitting = fit(|case| {
            case.prosthesis.existing =
                Some(ExistingParts { pump: old.into(), external_tubing: true, keep_socket: true });
        });
        assert_eq!(recommended(&fitting), "4R182");
        let reason = of(&pump(&fitting, "4R182").reasons, "merits.replaces_present_pump")[0];
        assert!(reason.text.contains(name), "{}", reason.text);
        assert!(says(&fitting, "4R180", "merits.retrofit", Verdict::Against));
        let connector = fitting.parts.iter().find(|part| part.kind == PartKind::SocketConnector).expect("listed");
        assert_eq!(connector.quantity, 0, "the present one is kept");
    }
    let fresh = fit(|case| {
        case.prosthesis.existing = Some(ExistingParts { pump: "P2".into(), external_tubing: true, keep_socket: false });
    });
    assert_eq!(recommended(&fresh), "4R180", "a new socket needs no tube");
}

#[test]
fn legacy_pumps_are_named_and_refused() {
    let fitting = fit(|_| {});
    for article in ["4R144", "4R150"] {
        assert!(refused_by(&fitting, article, "pumps.offered"), "{article}");
    }
}

#[test]
fn a_very_active_person_with_room_gets_the_triton_and_no_separate_foot() {
    let fitting = fit(|case| {
        case.person.activity = ActivityLevel::VeryHigh;
        case.prosthesis.available_clearance_mm = 230.0;
    });
    assert_eq!(recommended(&fitting), "1C62");
    assert!(of(&pump(&fitting, "1C62").reasons, "foot.compatibility")[0].text.contains("takes the place"));
    // Its clearance is printed for one foot length: a longer foot may need more, a shorter one only less.
    assert!(says(&fitting, "1C62", "space.one_foot_length", Verdict::NotBefore), "27 cm against 26 cm");
    let short = fit(|case| case.prosthesis.foot_length_cm = 24.0);
    assert!(says(&short, "1C62", "space.one_foot_length", Verdict::Note));
}

#[test]
fn asking_to_adjust_or_to_swim_leads_to_the_electronic_pump() {
    let adjust = fit(|case| case.prosthesis.wants_adjustable_suspension = true);
    assert_eq!(recommended(&adjust), "4R152");
    assert!(says(&adjust, "4R147", "merits.adjustable_suspension", Verdict::Against));
    let swim = fit(|case| case.person.water_use = WaterUse::Swim);
    assert_eq!(recommended(&swim), "4R152");
    let conflict = of(&pump(&swim, "4R152").reasons, "pumps.water_conflict");
    assert!(conflict[0].text.contains("unallowable") && conflict[0].verdict == Verdict::Caution);
    assert!(says(&swim, "4R180", "pumps.water_unprinted", Verdict::Caution));
}

#[test]
fn the_electronic_pump_minds_temperature_hands_and_touch() {
    for (celsius, fits_use, warns) in
        [(-10.0, true, true), (-10.1, false, true), (0.0, true, false), (45.1, true, true)]
    {
        let fitting = fit(|case| case.day.temperature_c = celsius);
        assert_eq!(refused_by(&fitting, "4R152", "pumps.temperature"), !fits_use, "{celsius}");
        assert_eq!(says(&fitting, "4R152", "pumps.charging_temperature", Verdict::Caution), warns, "{celsius}");
        assert!(fits(&fitting, "4R147"), "no range is printed for the P3");
    }
    let hands = fit(|case| case.person.conditions.hand_function = Function::Limited);
    assert!(says(&hands, "4R152", "pumps.battery_handling", Verdict::Caution));
    assert!(!says(&hands, "4R147", "pumps.battery_handling", Verdict::Caution));
    let vision = fit(|case| case.person.conditions.vision = Function::None);
    assert!(says(&vision, "4R152", "merits.read_by_touch", Verdict::For));
}

#[test]
fn a_wide_component_takes_the_offset_plate() {
    let fitting = fit(|case| {
        case.limb.amputation_level = AmputationLevel::Transfemoral;
        case.prosthesis.wide_component_below_socket = true;
    });
    assert_eq!(recommended(&fitting), "4R152");
    let plate = fitting.parts.iter().find(|part| part.kind == PartKind::OffsetAdapterPlate).expect("listed");
    assert_eq!(plate.article.as_deref(), Some("4R153=1"));
    // Beside the wide component stands who is fixed to the socket, not who draws through a tube.
    assert!(says(&fitting, "4R180", "pumps.wide_component", Verdict::Caution));
    assert!(!says(&fitting, "4R147", "pumps.wide_component", Verdict::Caution));
}

#[test]
fn little_walking_speaks_for_the_motor() {
    let fitting = fit(|case| case.person.activity = ActivityLevel::Low);
    assert!(says(&fitting, "4R152", "merits.little_walking", Verdict::For));
    assert!(says(&fitting, "4R147", "merits.little_walking", Verdict::Against));
}

#[test]
fn near_its_limit_the_lighter_p4_gives_way_to_the_heavy_duty_one() {
    let at = |kg: f64| recommended(&fit(|case| case.person.body_mass_kg = kg)).to_string();
    assert_eq!((at(90.0), at(98.0), at(120.0)), ("4R180".into(), "4R181".into(), "4R181".into()));
}

#[test]
fn a_pump_for_highly_active_people_is_refused_to_a_household_ambulator() {
    for (level, refused) in [(KLevel::K1, true), (KLevel::K2, false), (KLevel::K3, false), (KLevel::K4, false)] {
        let fitting = fit(|case| {
            case.person.k_level = level;
            case.person.activity = ActivityLevel::Moderate;
            case.prosthesis.available_clearance_mm = 300.0;
        });
        assert_eq!(refused_by(&fitting, "1C62", "merits.high_activity"), refused, "{level:?}");
    }
}

#[test]
fn water_is_what_the_instructions_of_each_pump_print() {
    for (water, refused) in [(WaterUse::None, false), (WaterUse::Splash, false), (WaterUse::Swim, true)] {
        let fitting = fit(|case| {
            case.person.water_use = water;
            case.prosthesis.available_clearance_mm = 300.0;
        });
        assert_eq!(refused_by(&fitting, "1C62", "pumps.water_forbidden"), refused, "{water:?}");
        let splashes = says(&fitting, "1C62", "pumps.water_forbidden", Verdict::Caution);
        assert_eq!(splashes, water == WaterUse::Splash);
        // Of the E2 brochure and instructions disagree, and both are told; of the others nothing is printed.
        assert_eq!(says(&fitting, "4R152", "pumps.water_conflict", Verdict::Caution), water == WaterUse::Swim);
        assert_eq!(says(&fitting, "4R180", "pumps.water_unprinted", Verdict::Caution), water == WaterUse::Swim);
        assert!(!says(&fitting, "1C62", "pumps.water_unprinted", Verdict::Caution));
    }
}

#[test]
fn transfemoral_use_is_printed_in_the_instructions_of_the_electronic_pump() {
    let fitting = fit(|case| case.limb.amputation_level = AmputationLevel::Transfemoral);
    let told = of(&pump(&fitting, "4R152").reasons, "pumps.transfemoral_printed");
    assert_eq!((told[0].source.as_str(), told[0].verdict), ("ottobock_e2_ifu", Verdict::For));
}

#[test]
fn what_has_to_be_settled_first_is_no_green_light() {
    let verdict = |set: &dyn Fn(&mut domain::Case)| fit(set).verdict;
    assert_eq!(verdict(&|_| {}), Candidacy::Candidate);
    assert_eq!(verdict(&|case| case.limb.daily_fluctuation_mm = 20.0), Candidacy::Candidate);
    assert_eq!(verdict(&|case| case.limb.daily_fluctuation_mm = 20.1), Candidacy::NotBefore);
    let helpless = |case: &mut domain::Case| {
        case.person.conditions.hand_function = Function::None;
        case.person.conditions.vision = Function::None;
    };
    assert_eq!(verdict(&helpless), Candidacy::NotBefore);
    assert_eq!(verdict(&|case| case.person.conditions.vision = Function::None), Candidacy::Candidate);
    let refused = |case: &mut domain::Case| {
        helpless(case);
        case.person.conditions.dialysis = true;
    };
    assert_eq!(verdict(&refused), Candidacy::Refused);
}
