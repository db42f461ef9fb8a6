//! What the report is about: person, limb, prosthesis and day in ten lines.

use super::case_words as say;
use super::page::Page;
use crate::plots::activities;
use crate::words;
use domain::case::FittingStage;
use domain::limb::AmputationLevel;
use maud::{Markup, html};
use twin::quantity::STRIDES;
use units::Length;
use workup::systems;

/// Title, ten lines, the day's strip.
pub fn section(page: &Page) -> Markup {
    let case = &page.result.case;
    html! {
        header {
            p.kicker { "Concord: a software twin of active-vacuum suspension. Fitting and one day, for one case." }
            h1 { (case.name) }
            @if !case.about.is_empty() { p.about { (case.about) } }
            dl.facts { @for (term, text) in lines(page) { div { dt { (term) } dd { (text) } } } }
            figure.strip {
                (activities::picture(&case.day, "strip-name"))
                figcaption {
                    "The day. " (key(page))
                }
            }
        }
    }
}

/// The kinds of activity that this day has, as the strip draws them.
pub fn key(page: &Page) -> Markup {
    let present = |kind: &domain::day::ActivityKind| page.result.case.day.activities.iter().any(|a| a.kind == *kind);
    html! {
        span.key {
            @for kind in activities::KINDS.iter().filter(|kind| present(kind)) {
                span { (activities::swatch(*kind)) " " (activities::word(*kind)) } " "
            }
        }
    }
}

fn lines(page: &Page) -> Vec<(&'static str, String)> {
    let case = &page.result.case;
    let (person, limb, prosthesis) = (&case.person, &case.limb, &case.prosthesis);
    let above_knee = limb.amputation_level == AmputationLevel::Transfemoral;
    let stage = match person.fitting_stage {
        FittingStage::Interim => "interim fitting",
        FittingStage::Definitive => "definitive fitting",
    };
    let mut lines = vec![
        (
            "Person",
            format!(
                "{} years, {}, {}, activity {}; {stage}; water: {}",
                words::number(person.age_years, 0),
                say::body_mass(person.body_mass()),
                person.k_level.label(),
                say::activity(person.activity),
                say::water(person.water_use),
            ),
        ),
        ("Conditions", say::conditions(case)),
        (
            "Limb",
            format!(
                "{}, {} from {} to distal end, {} mL",
                crate::words::capital(&say::level(case)),
                say::length(limb.limb_length_mm),
                say::reference(case),
                crate::words::thousands(limb.volume_ml()),
            ),
        ),
        ("Tissue", say::limb(case)),
        ("Circumferences", say::circumferences(case)),
        (
            "Fluctuation",
            format!(
                "Changes by {} mm of circumference over a day, as told",
                words::number(limb.daily_fluctuation_mm, 0)
            ),
        ),
        (
            "Space",
            format!(
                "{} {}{}; foot {} cm ({} in){}; prosthesis {}{}",
                say::length(prosthesis.available_clearance_mm),
                if above_knee { "between socket and knee" } else { "below the socket" },
                match (above_knee, prosthesis.below_knee_clearance_mm) {
                    (true, None) => ", below the knee not given".to_string(),
                    (_, Some(mm)) => format!(", {} below the knee", say::length(mm)),
                    _ => String::new(),
                },
                words::number(prosthesis.foot_length_cm, 0),
                words::number(Length::from_mm(10.0 * prosthesis.foot_length_cm).inches(), 1),
                prosthesis
                    .foot_build_height_mm
                    .map_or(", its build height not given".to_string(), |mm| format!(", {} high", say::length(mm))),
                say::mass(prosthesis.mass_kg, 1),
                if prosthesis.wide_component_below_socket {
                    "; a wide component sits right below the socket"
                } else {
                    ""
                },
            ),
        ),
        ("Present", present(page)),
    ];
    if let Some(against) = &page.result.tape_against_scan {
        lines.insert(3, ("Measured", against.line().to_string()));
    }
    lines.extend(day(page));
    lines.extend(systems::of_level(limb.amputation_level).map(|note| ("Level", note.to_string())));
    lines.extend(systems::of_gap(&page.result.case).map(|note| ("Fit of the day", note.into())));
    lines
}

fn present(page: &Page) -> String {
    let prosthesis = &page.result.case.prosthesis;
    let mut text = format!(
        "{}; {}",
        crate::words::capital(say::suspension(prosthesis.suspension_now)),
        say::socks(&page.result.case)
    );
    let gap = words::number(prosthesis.fit_gap_mm, 1);
    text += &match prosthesis.fit_gap_mm {
        gap_mm if gap_mm > 0.0 => format!("; loose by {gap} mm at donning"),
        gap_mm if gap_mm < 0.0 => format!("; tight by {} mm at donning", gap.trim_start_matches('−')),
        _ => "; no gap at donning told".to_string(),
    };
    if prosthesis.sleeve_barrier {
        text += "; silicone barrier under the sleeve";
    }
    if let Some(months) = prosthesis.sleeve_months {
        text += &format!("; sleeve replaced every {} months, as told", words::number(months, 1));
    }
    if let Some(existing) = &prosthesis.existing {
        text += &format!("; pump in use: {}", existing.pump);
        text += if existing.external_tubing { ", with external tubing" } else { ", without external tubing" };
        text += if existing.keep_socket { "; the socket is to be kept" } else { "" };
    }
    if prosthesis.wants_adjustable_suspension {
        text += "; asks for suspension that adjusts by hand";
    }
    text
}

fn day(page: &Page) -> Vec<(&'static str, String)> {
    let day = &page.result.case.day;
    let clock = domain::day::ClockTime::show;
    let minutes = ((day.ends_s() - day.begins_s()) / 60.0).round() as u32;
    let steps = page.result.days.first().map_or(String::new(), |ensemble| {
        format!(
            "; about {} steps on the prosthesis",
            crate::words::thousands(ensemble.summary.number(&STRIDES).unwrap_or_default())
        )
    });
    vec![
        (
            "Day",
            format!(
                "{} to {} ({}){steps}; {} °C ({} °F), {} m above the sea",
                clock(day.begins_s()),
                clock(day.ends_s()),
                say::duration(minutes),
                words::number(day.temperature_c, 0),
                words::number(day.temperature_c * 1.8 + 32.0, 0),
                words::number(day.altitude_m, 0),
            ),
        ),
        ("Activities", {
            let hours = crate::words::capital(&say::hours(day, &activities::KINDS, activities::word));
            let told = day.expansion().map_or(String::new(), |told| format!(", expanded from {}", told.told()));
            hours + &told
        }),
    ]
}
