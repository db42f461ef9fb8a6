//! The shipped cases: all sound, and together they cover what the system is described to be for and not for.

use crate::common::{Folder, shipped_cases};
use domain::Case;
use domain::case::{KLevel, Neuroma, SuspensionKind, WaterUse};
use domain::limb::{AmputationLevel, BonyProminence, Scars};
use std::collections::BTreeMap;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../cases")
}

fn cases() -> BTreeMap<String, Case> {
    let parsed = |(name, text): (String, String)| {
        let case = Case::parse(&text).unwrap_or_else(|problems| panic!("{name}: {}", problems[0]));
        (name, case)
    };
    shipped_cases().into_iter().map(parsed).collect()
}

#[test]
fn every_shipped_case_is_sound_and_lasts_from_seven_to_eleven() {
    let cases = cases();
    for name in [
        "mechanic",
        "heavy",
        "light",
        "long_limb",
        "retrofit",
        "retrofit_hd",
        "transfemoral",
        "swimmer",
        "dialysis",
        "in_the_hole",
        "diabetic_k2",
    ] {
        assert!(cases.contains_key(name), "{name} is missing");
    }
    for (name, case) in &cases {
        assert_eq!((case.day.begins_s(), case.day.ends_s()), (7.0 * 3_600.0, 23.0 * 3_600.0), "{name}");
        assert!(!case.about.is_empty(), "{name} says nothing about itself");
    }
}

#[test]
fn the_limbs_are_of_human_size() {
    for (name, case) in cases() {
        let volume = case.limb.volume_ml();
        let usual = match case.limb.amputation_level {
            AmputationLevel::Transtibial => 400.0..2_500.0,
            AmputationLevel::Transfemoral => 2_000.0..7_000.0,
        };
        assert!(usual.contains(&volume), "{name}: {volume} mL");
        // A tape table that never widens distally belongs to any shape but a bulbous one.
        assert!(case.limb.taper() > 0.0, "{name}: widens towards its end");
    }
}

#[test]
fn together_they_cover_the_described_system() {
    let cases = cases();
    let any = |what: &str, holds: &dyn Fn(&Case) -> bool| {
        assert!(cases.values().any(holds), "no case for: {what}");
    };
    any("diabetes", &|c| c.person.conditions.diabetes);
    any("occlusive arterial disease", &|c| c.person.conditions.arterial_disease);
    any("prominent bone", &|c| c.limb.bony_prominence == BonyProminence::Prominent);
    any("difficult scars", &|c| c.limb.scars == Scars::Difficult);
    any("fluctuation within 2 cm", &|c| (10.0..=20.0).contains(&c.limb.daily_fluctuation_mm));
    any("fluctuation beyond 2 cm", &|c| c.limb.daily_fluctuation_mm > 20.0);
    any("adjustable suspension", &|c| c.prosthesis.wants_adjustable_suspension);
    any("high activity", &|c| c.person.k_level == KLevel::K4);
    any("low activity", &|c| c.person.k_level == KLevel::K2);
    any("dialysis", &|c| c.person.conditions.dialysis);
    any("a neuroma that bears pressure", &|c| c.person.conditions.neuroma == Neuroma::BearsPressure);
    any("transfemoral", &|c| c.limb.amputation_level == AmputationLevel::Transfemoral);
    any("a wide knee below the socket", &|c| c.prosthesis.wide_component_below_socket);
    any("swimming", &|c| c.person.water_use == WaterUse::Swim);
    let above_the_foot = |c: &Case| Some(c.prosthesis.available_clearance_mm - c.prosthesis.foot_build_height_mm?);
    any("114 mm of space above the foot", &|c| above_the_foot(c) == Some(114.0));
    any("a foot whose height is not known", &|c| c.prosthesis.foot_build_height_mm.is_none());
    any("the space below the knee", &|c| c.prosthesis.below_knee_clearance_mm.is_some());
    any("an upgrade that keeps its socket", &|c| c.prosthesis.existing.as_ref().is_some_and(|e| e.keep_socket));
    any("a sleeve barrier", &|c| c.prosthesis.sleeve_barrier);
    any("between two mass bands", &|c| c.person.body_mass_kg == 47.5 && c.prosthesis.foot_length_cm == 24.0);
    any("the heaviest band with a small foot", &|c| {
        c.person.body_mass_kg > 138.0 && c.prosthesis.foot_length_cm < 25.0
    });
    any("the lightest band", &|c| c.person.body_mass_kg < 48.0 && c.person.body_mass_kg >= 40.0);
    for suspension in [
        SuspensionKind::ElevatedVacuum,
        SuspensionKind::Suction,
        SuspensionKind::PinLock,
        SuspensionKind::Sleeve,
        SuspensionKind::Lanyard,
    ] {
        any(&format!("{suspension:?}"), &|c| c.prosthesis.suspension_now == suspension);
    }
}

#[test]
fn the_program_checks_them_all_in_one_go() {
    let files: Vec<String> = cases().keys().map(|name| folder().join(name).display().to_string() + ".toml").collect();
    let mut arguments = vec!["check"];
    arguments.extend(files.iter().map(String::as_str));
    let answer = Folder::new().concord(&arguments);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    assert_eq!(answer.stdout.lines().count(), files.len());
}

#[test]
fn json_of_a_case_goes_round() {
    for (name, case) in cases() {
        let json = serde_json::to_string(&case).unwrap();
        let back: Case = serde_json::from_str(&json).unwrap();
        assert_eq!(back, case, "{name}");
    }
}

/// The scan of `scanned.toml` and the thigh are nobody's: they are drawn, and drawn again here. `CONCORD_DRAW=1` writes them.
#[test]
fn the_shipped_scans_are_the_outlines_that_they_say() {
    let detail = geometry::shapes::Detail { rings: 48, around: 60 };
    let thigh = geometry::thighs::Thigh::CONICAL.mesh(domain::limb::Side::Right, detail);
    for (name, mesh) in
        [("scanned_limb.stl", geometry::shapes::limb(60.0, 230.0, detail)), ("scanned_thigh.stl", thigh)]
    {
        let outline = geometry::formats::write_stl(&mesh);
        let path = folder().join(name);
        if std::env::var_os("CONCORD_DRAW").is_some() {
            std::fs::write(&path, &outline).unwrap();
        }
        assert!(std::fs::read(&path).unwrap() == outline, "{name}: draw it again with CONCORD_DRAW=1");
    }
}
