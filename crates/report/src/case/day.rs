//! The day as pictures, in numbers, and what happened.

use super::head;
use super::page::Page;
use crate::plots::panel::{self, Quantity};
use crate::plots::{letter, swatch};
use crate::report_page::wide;
use crate::{day_text, words};
use domain::day::ActivityKind;
use maud::{Markup, html};
use twin::ensemble::EnsembleDay;

/// What is drawn of a day.
pub const QUANTITIES: [Quantity; 7] = [
    Quantity {
        id: "volume",
        title: "Limb volume after doffing",
        unit: "% since donning",
        hint: "if doffed now and measured minutes later",
        digits: 1,
        step: false,
        worn: false,
        inhg: false,
        band: |day| Some(&day.traces.post_doff_volume_pct),
    },
    Quantity {
        id: "fluid",
        title: "Fluid in the socket",
        unit: "% since donning",
        hint: "outside cells, of limb volume",
        digits: 1,
        step: false,
        worn: false,
        inhg: false,
        band: |day| Some(&day.traces.in_socket_fluid_pct),
    },
    Quantity {
        id: "vacuum",
        title: "Vacuum in the socket",
        unit: "kPa left, inHg right",
        hint: "dashed: 15 inHg, the bottom of the working range",
        digits: 0,
        step: false,
        worn: true,
        inhg: true,
        band: |day| Some(&day.traces.vacuum_kpa),
    },
    Quantity {
        id: "pistoning",
        title: "Pistoning",
        unit: "mm",
        hint: "limb against wall, between stance and swing",
        digits: 1,
        step: false,
        worn: true,
        inhg: false,
        band: |day| Some(&day.traces.pistoning_mm),
    },
    Quantity {
        id: "peak",
        title: "Peak pressure",
        unit: "kPa",
        hint: "largest of any region over a step, if one were taken now",
        digits: 0,
        step: false,
        worn: true,
        inhg: false,
        band: |day| Some(&day.traces.peak_pressure_kpa),
    },
    Quantity {
        id: "socks",
        title: "Socks added",
        unit: "number so far",
        hint: "added when the socket feels loose",
        digits: 0,
        step: true,
        worn: false,
        inhg: false,
        band: |day| Some(&day.traces.socks_added),
    },
    Quantity {
        id: "battery",
        title: "Battery",
        unit: "% of charge left",
        hint: "of the electronic pump",
        digits: 1,
        step: false,
        worn: false,
        inhg: false,
        band: |day| day.traces.battery_pct.as_ref(),
    },
];

/// Pictures, table, events.
pub fn section(page: &Page) -> Option<Markup> {
    let days = &page.result.days;
    let first = days.first()?;
    Some(html! {
        p {
            "The same persons live the same day on each suspension. Lines are medians of " (first.persons + 1)
            " simulated persons, bands hold the middle 80 % of them (10th to 90th percentile). They share this case's "
            "measurements and day; what nobody measured of this person is drawn. "
            strong { (page.result.not_used) }
        }
        @if !page.result.case.prosthesis.pump_settings.is_empty() {
            p {
                "The simulated electronic pump runs on the settings of this case: "
                (page.result.case.prosthesis.pump_settings.keys().map(String::as_str).collect::<Vec<_>>().join(", "))
                ". No device learns of them by this report: a device takes them as a record, which "
                "concord pump-settings writes."
            }
        }
        ul.curves {
            @for (index, day) in days.iter().enumerate() { li { (swatch(&day.system, index)) " " (day.system.name) } }
        }
        p.small {
            "Strip above each picture: " (head::key(page))
            @if page.result.case.day.activities.iter().any(|activity| activity.kind == ActivityKind::Doff) {
                " Grey ground: prosthesis off."
            }
        }
        div.panels {
            @for quantity in &QUANTITIES {
                @if let Some(picture) = panel::picture(quantity, &page.result.case.day, days) {
                    figure {
                        figcaption {
                            strong { (quantity.title) } ", " (quantity.unit) br;
                            span.small { (quantity.hint) }
                        }
                        (picture)
                    }
                }
            }
        }
        h3 { "The day in numbers" }
        (wide("The day in numbers", &numbers(days)))
        h3 { "What happened" }
        p.small { "To the person with the central value of every parameter; others differ." }
        div.events { @for (index, day) in days.iter().enumerate() { (events(day, index)) } }
    })
}

fn numbers(days: &[EnsembleDay]) -> Markup {
    html! {
        table.numbers {
            caption { "Median of the persons simulated (10th … 90th percentile). Volumes since donning. " (day_text::HELD) }
            thead { tr {
                th scope="col" { "Quantity" }
                @for (index, day) in days.iter().enumerate() {
                    th scope="col" { (letter(index)) " " (day.system.name) }
                }
            } }
            tbody {
                @for (what, cells) in day_text::rows(days) {
                    tr { th scope="row" { (what) } @for cell in cells { td { (cell) } } }
                }
            }
        }
    }
}

fn events(day: &EnsembleDay, index: usize) -> Markup {
    html! {
        div {
            h4 { (letter(index)) " " (day.system.name) }
            @if day.events.is_empty() { p { "Nothing to tell." } }
            @else { ul.plain { @for event in &day.events { li { (words::event(event)) } } } }
        }
    }
}
