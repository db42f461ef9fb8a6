//! What the report is about: person, limb, prosthesis and day in ten lines.

use super::case_words as say;
use super::page::Page;
use crate::plots::activities;
use crate::words;
use domain::case::{FittingStage, Sex};
use domain::limb::AmputationLevel;
use maud::{Markup, html};
use twin::quantity::STRIDES;
use units::Length;
use workup::systems;

/// Title, ten lines, the day's strip.
pub fn section(page: &Page) -> Markup {
    let texts = page.texts;
    let case = &page.result.case;
    html! {
        header {
            p.kicker { (texts.say("report.head.kicker")) }
            h1 { (case.name) }
            @if !case.about.is_empty() { p.about { (case.about) } }
            dl.facts { @for (term, text) in lines(page) { div { dt { (texts.say(term)) } dd { (text) } } } }
            figure.strip {
                (activities::picture(texts, &case.day, "strip-name"))
                figcaption {
                    (texts.say("report.head.strip")) " " (key(page))
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
                span { (activities::swatch(*kind)) " " (activities::word(page.texts, *kind)) } " "
            }
        }
    }
}

/// Keys of terms, and their texts.
fn lines(page: &Page) -> Vec<(&'static str, String)> {
    let texts = page.texts;
    let case = &page.result.case;
    let limb = &case.limb;
    let mut lines = vec![
        ("report.head.person", person(page)),
        ("report.head.conditions", say::conditions(texts, case)),
        (
            "report.head.limb",
            texts.fill(
                "report.head.limb_said",
                &[
                    ("level", &words::capital(&say::level(texts, case))),
                    ("length", &say::length(texts, limb.limb_length_mm)),
                    ("reference", say::reference(texts, case)),
                    ("volume", &words::thousands(texts, limb.volume_ml())),
                ],
            ),
        ),
        ("report.head.tissue", say::limb(texts, case)),
        ("report.head.circumferences", say::circumferences(texts, case)),
        (
            "report.head.fluctuation",
            texts.fill("report.head.fluctuation_said", &[("mm", &words::number(texts, limb.daily_fluctuation_mm, 0))]),
        ),
        ("report.head.space", space(page)),
        ("report.head.present", present(page)),
    ];
    if let Some(against) = &page.result.tape_against_scan {
        lines.insert(3, ("report.head.measured", words::told(texts, &against.line())));
    }
    lines.extend(day(page));
    let level = systems::of_level(limb.amputation_level);
    lines.extend(level.map(|note| ("report.head.level", note.in_words_of(texts))));
    let gap = systems::of_gap(&page.result.case);
    lines.extend(gap.map(|note| ("report.head.fit", note.in_words_of(texts))));
    lines
}

fn person(page: &Page) -> String {
    let texts = page.texts;
    let person = &page.result.case.person;
    let stage = match person.fitting_stage {
        FittingStage::Interim => "report.head.interim",
        FittingStage::Definitive => "report.head.definitive",
    };
    let said = texts.fill(
        "report.head.person_said",
        &[
            ("age", &words::number(texts, person.age_years, 0)),
            ("mass", &say::body_mass(texts, person.body_mass())),
            ("level", person.k_level.label()),
            ("activity", say::activity(texts, person.activity)),
            ("stage", texts.say(stage)),
            ("water", say::water(texts, person.water_use)),
        ],
    );
    let sex = person.sex.map(|sex| match sex {
        Sex::Female => texts.say("report.head.female").to_string(),
        Sex::Male => texts.say("report.head.male").to_string(),
    });
    let since = page.result.case.limb.months_since_amputation;
    let since =
        since.map(|months| texts.fill("report.head.amputated", &[("months", &words::number(texts, months, 0))]));
    std::iter::once(said).chain(sex).chain(since).collect::<Vec<_>>().join("; ")
}

/// What stands below the socket, and how much room it has.
fn space(page: &Page) -> String {
    let texts = page.texts;
    let case = &page.result.case;
    let prosthesis = &case.prosthesis;
    let above_knee = case.limb.amputation_level == AmputationLevel::Transfemoral;
    let room = texts.fill(
        if above_knee { "report.head.above_knee" } else { "report.head.below_socket" },
        &[("length", &say::length(texts, prosthesis.available_clearance_mm))],
    );
    let below_knee = match (above_knee, prosthesis.below_knee_clearance_mm) {
        (true, None) => Some(texts.say("report.head.below_knee_unknown").to_string()),
        (_, Some(mm)) => Some(texts.fill("report.head.below_knee", &[("length", &say::length(texts, mm))])),
        _ => None,
    };
    let centimetres = words::number(texts, prosthesis.foot_length_cm, 0);
    let inches = words::number(texts, Length::from_mm(10.0 * prosthesis.foot_length_cm).inches(), 1);
    let foot = [("length", format!("{centimetres} cm ({inches} in)"))];
    let foot = match prosthesis.foot_build_height_mm {
        None => texts.fill("report.head.foot_unknown", &[("length", &foot[0].1)]),
        Some(mm) => texts.fill("report.head.foot", &[("length", &foot[0].1), ("height", &say::length(texts, mm))]),
    };
    let mass = texts.fill("report.head.prosthesis", &[("mass", &say::mass(texts, prosthesis.mass_kg, 1))]);
    let room = std::iter::once(room).chain(below_knee).collect::<Vec<_>>().join(", ");
    let mut said = vec![room, foot, mass];
    if prosthesis.wide_component_below_socket {
        said.push(texts.say("report.head.wide").into());
    }
    said.join("; ")
}

fn present(page: &Page) -> String {
    let texts = page.texts;
    let prosthesis = &page.result.case.prosthesis;
    let mut said =
        vec![words::capital(say::suspension(texts, prosthesis.suspension_now)), say::socks(texts, &page.result.case)];
    let gap = words::number(texts, prosthesis.fit_gap_mm, 1);
    let gap = [("gap", gap.trim_start_matches('−'))];
    said.push(match prosthesis.fit_gap_mm {
        gap_mm if gap_mm > 0.0 => texts.fill("report.head.loose", &gap),
        gap_mm if gap_mm < 0.0 => texts.fill("report.head.tight", &gap),
        _ => texts.say("report.head.no_gap").into(),
    });
    if prosthesis.sleeve_barrier {
        said.push(texts.say("report.head.barrier").into());
    }
    if let Some(months) = prosthesis.sleeve_months {
        said.push(texts.fill("report.head.sleeve", &[("months", &words::number(texts, months, 1))]));
    }
    if let Some(existing) = &prosthesis.existing {
        let tubing =
            if existing.external_tubing { "report.head.pump_with_tube" } else { "report.head.pump_without_tube" };
        said.push(texts.fill(tubing, &[("pump", &existing.pump)]));
        if existing.keep_socket {
            said.push(texts.say("report.head.keep_socket").into());
        }
    }
    if prosthesis.wants_adjustable_suspension {
        said.push(texts.say("report.head.adjustable").into());
    }
    said.join("; ")
}

fn day(page: &Page) -> Vec<(&'static str, String)> {
    let texts = page.texts;
    let day = &page.result.case.day;
    let clock = domain::day::ClockTime::show;
    let minutes = ((day.ends_s() - day.begins_s()) / 60.0).round() as u32;
    let hours = texts.fill(
        "report.head.hours",
        &[("from", &clock(day.begins_s())), ("to", &clock(day.ends_s())), ("duration", &say::duration(minutes))],
    );
    let steps = page.result.days.first().map(|ensemble| {
        let strides = ensemble.summary.number(&STRIDES).unwrap_or_default();
        texts.fill("report.head.steps", &[("steps", &words::thousands(texts, strides))])
    });
    let air = texts.fill(
        "report.head.air",
        &[
            ("celsius", &words::number(texts, day.temperature_c, 0)),
            ("fahrenheit", &words::number(texts, day.temperature_c * 1.8 + 32.0, 0)),
            ("metres", &words::number(texts, day.altitude_m, 0)),
        ],
    );
    let said = std::iter::once(hours).chain(steps).chain([air]).collect::<Vec<_>>().join("; ");
    let activities = words::capital(&say::hours(day, &activities::KINDS, |kind| activities::word(texts, kind).into()));
    let activities = match day.expansion() {
        None => activities,
        Some(told) => {
            texts.fill("report.head.expanded", &[("hours", &activities), ("told", &words::day_told(texts, &told))])
        }
    };
    vec![("report.head.day", said), ("report.head.activities", activities)]
}
