//! The height budget: what stands there, what is left, what is not known.

use crate::common::{catalog, fit, fits, of, pump, recommended, refused_by, says};
use domain::Case;
use domain::limb::AmputationLevel;
use fitting::{Basis, Candidacy, Fitting, HeightVerdict, PieceKind, Place, Verdict, topics};

fn verdict(fitting: &Fitting, article: &str) -> HeightVerdict {
    pump(fitting, article).height.verdict
}

fn text(fitting: &Fitting, article: &str) -> String {
    of(&pump(fitting, article).reasons, "space.height")[0].text.to_string()
}

#[test]
fn the_stack_names_every_piece_from_the_socket_down() {
    let fitting = fit(|case| {
        case.prosthesis.available_clearance_mm = 230.0;
        case.prosthesis.foot_build_height_mm = Some(60.0);
        case.prosthesis.footshell_mm = Some(4.0);
        case.prosthesis.shoe_heel_mm = Some(10.0);
        case.prosthesis.adapters_mm = Some(15.0);
    });
    let height = &pump(&fitting, "4R147").height;
    let pieces: Vec<_> = height.pieces.iter().map(|piece| (piece.kind, piece.height_mm, piece.basis)).collect();
    assert_eq!(
        pieces,
        [
            (PieceKind::Adapters, Some(15.0), Basis::Told),
            (PieceKind::Pump, Some(117.0), Basis::Printed),
            (PieceKind::Pylon, Some(24.0), Basis::Left),
            (PieceKind::Foot, Some(60.0), Basis::Told),
            (PieceKind::Footshell, Some(4.0), Basis::Told),
            (PieceKind::Shoe, Some(10.0), Basis::Told),
        ]
    );
    assert_eq!((height.needed_mm, height.left_mm), (206.0, Some(24.0)));
    assert!(
        text(&fitting, "4R147").contains("24 mm are left for pylon or clamp adapter"),
        "{}",
        text(&fitting, "4R147")
    );
    // A pump that is part of a foot asks for no other foot.
    assert!(pump(&fitting, "1C62").height.pieces.iter().all(|piece| piece.kind != PieceKind::Foot));
}

#[test]
fn without_the_foots_height_nothing_that_needs_a_foot_is_green() {
    for space in [115.0, 150.0, 190.0, 300.0, 600.0] {
        let fitting = fit(|case| {
            case.prosthesis.available_clearance_mm = space;
            case.prosthesis.foot_build_height_mm = None;
        });
        assert_eq!(fitting.verdict, Candidacy::NotBefore, "{space} mm");
        assert_eq!(topics(fitting.to_settle()), ["the height"]);
        for article in ["4R180", "4R181", "4R152"] {
            assert_eq!(verdict(&fitting, article), HeightVerdict::Unknown, "{article} in {space} mm");
            assert!(says(&fitting, article, "space.height", Verdict::NotBefore), "{article} in {space} mm");
        }
    }
    // The two printed figures of the maker tell how high one foot is: 203 mm - 117 mm.
    let told = text(&fit(|case| case.prosthesis.foot_build_height_mm = None), "4R180");
    assert!(told.contains("203 mm less the Harmony P3's 117 mm make 86 mm"), "{told}");
}

#[test]
fn nothing_left_for_a_foot_that_is_still_to_come_refuses() {
    let fitting = fit(|case| {
        case.prosthesis.available_clearance_mm = 114.0;
        case.prosthesis.foot_build_height_mm = None;
    });
    for article in ["4R180", "4R181", "4R147", "4R182", "4R183", "1C62"] {
        assert!(refused_by(&fitting, article, "space.height"), "{article}");
    }
    assert!(text(&fitting, "4R180").contains("0 mm are left for a foot"), "{}", text(&fitting, "4R180"));
    assert!(text(&fitting, "4R147").contains("3 mm are missing"), "{}", text(&fitting, "4R147"));
    assert_ne!(fitting.verdict, Candidacy::Candidate);
}

#[test]
fn a_negative_remainder_refuses_with_the_numbers() {
    let with = |foot: f64| {
        fit(|case| {
            case.prosthesis.available_clearance_mm = 190.0;
            case.prosthesis.foot_build_height_mm = Some(foot);
        })
    };
    assert!(fits(&with(76.0), "4R180") && refused_by(&with(76.1), "4R180", "space.height"));
    let short = text(&with(86.0), "4R180");
    assert!(short.contains("Pump 114 mm + foot 86 mm = 200 mm (7.87 in)"), "{short}");
    assert!(short.contains("There are 190 mm (7.48 in)") && short.contains("10 mm are missing"), "{short}");
    // Nothing left to join the parts is not green either.
    assert!(says(&with(76.0), "4R180", "space.pylon_room", Verdict::NotBefore));
    assert!(says(&with(56.1), "4R180", "space.pylon_room", Verdict::NotBefore));
    // A shoe counts like any other piece.
    let shod = fit(|case| case.prosthesis.shoe_heel_mm = Some(22.1));
    assert!(refused_by(&shod, "4R180", "space.height"), "{}", text(&shod, "4R180"));
}

#[test]
fn a_plate_that_may_come_on_top_keeps_the_height_open() {
    let with = |space: f64| fit(|case| case.prosthesis.available_clearance_mm = space);
    // 95 + 54 mm, and 22 mm of the plate that may be in the 95.
    assert!(refused_by(&with(148.0), "4R152", "space.height"));
    assert!(says(&with(170.0), "4R152", "space.adapter_plate", Verdict::NotBefore));
    assert_eq!(verdict(&with(170.0), "4R152"), HeightVerdict::Unknown);
    assert_eq!(verdict(&with(190.0), "4R152"), HeightVerdict::Fits);
}

#[test]
fn the_other_printed_height_of_the_p3_is_told_where_it_would_not_fit() {
    let told = |space: f64| {
        let fitting = fit(|case| case.prosthesis.available_clearance_mm = space);
        of(&pump(&fitting, "4R147").reasons, "space.system_height").first().map(|c| (c.text.clone(), c.source.clone()))
    };
    let (text, source) = told(190.0).expect("175 + 54 mm do not fit into 190");
    assert!(text.contains("175 mm") && text.contains("39 mm are missing"), "{text}");
    assert_eq!(source, "ottobock_p3_ifu");
    assert_eq!(told(239.0), None);
}

fn above_the_knee(below: Option<f64>) -> Fitting {
    fit(|case: &mut Case| {
        case.limb.amputation_level = AmputationLevel::Transfemoral;
        case.prosthesis.available_clearance_mm = 120.0;
        case.prosthesis.below_knee_clearance_mm = below;
    })
}

#[test]
fn above_the_knee_the_two_spaces_are_two_fields() {
    let unknown = above_the_knee(None);
    let known = above_the_knee(Some(400.0));
    let low = above_the_knee(Some(150.0));
    for article in ["4R147", "4R182", "4R183", "1C62"] {
        let height = &pump(&unknown, article).height;
        assert_eq!((height.place, height.available_mm), (Place::BelowKnee, None), "{article}");
        assert!(says(&unknown, article, "space.height", Verdict::NotBefore), "{article}");
        assert_ne!(verdict(&known, article), HeightVerdict::Short, "{article}");
        assert!(refused_by(&low, article, "space.height"), "{article}");
    }
    for article in ["4R180", "4R181", "4R152"] {
        let heights = [&unknown, &known, &low].map(|fitting| pump(fitting, article).height.clone());
        assert_eq!((heights[0].place, heights[0].available_mm), (Place::AboveKnee, Some(120.0)), "{article}");
        // No foot stands between socket and knee, and what is below it changes nothing.
        assert!(heights[0].pieces.iter().all(|piece| piece.kind != PieceKind::Foot) && heights[0] == heights[1]);
        assert_eq!(heights[1], heights[2], "{article}");
    }
    assert_eq!(recommended(&unknown), "4R152");
}

#[test]
fn a_card_tells_one_truth_about_where_a_pump_sits() {
    let fitting = above_the_knee(Some(400.0));
    for (component, of_pump) in catalog().pumps() {
        let advice = pump(&fitting, &component.article);
        let told: Vec<&str> = of(&advice.reasons, "pumps.transfemoral").iter().map(|c| c.text.as_str()).collect();
        let below = advice.height.place == Place::BelowKnee;
        for text in &told {
            assert_eq!(text.contains("below the knee"), below, "{}: {text}", component.article);
            assert_eq!(text.contains("between socket and knee"), !below, "{}: {text}", component.article);
            assert_eq!(text.contains("past the knee"), below, "{}: {text}", component.article);
        }
        let height = text(&fitting, &component.article);
        assert!(
            height.contains(advice.height.place.between().as_str()) || height.contains("No clearance height"),
            "{height}"
        );
        assert!(told.len() == 1 || of_pump.adapter.is_some(), "{}", component.article);
    }
}

#[test]
fn a_liner_follows_the_level() {
    let fitting = above_the_knee(None);
    let articles: Vec<_> = fitting.parts.iter().filter_map(|part| part.article.as_deref()).collect();
    assert!(articles.contains(&"6Y110") && !articles.contains(&"453A3"), "{articles:?}");
}
