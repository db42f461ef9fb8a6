//! Pictures of the report: SVG that needs no script, no font file and no colour to be read.
//!
//! Drawn in a small coordinate system ([`WIDTH`] units wide), so that text stays readable when a picture is as wide
//! as a telephone or as half a printed page. Colours are for a light card in every colour scheme.

pub mod activities;
pub mod days;
pub mod flow;
pub mod followed;
pub mod forest;
pub mod heights;
pub mod histogram;
pub mod learned;
pub mod panel;
pub mod shares;

use maud::{Markup, PreEscaped, html};
use twin::system::{Drive, System};

/// Width of every picture in its own units.
pub const WIDTH: f64 = 340.0;

/// How the line of a suspension looks: told apart by dashes and letters, coloured only to help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Colour (after Okabe and Ito, darkened to stand out on white).
    pub colour: &'static str,
    /// SVG dashes; empty for a solid line.
    pub dashes: &'static str,
}

/// The style of a suspension: the same kind looks the same in every report.
pub fn style(system: &System) -> Style {
    match system.drive {
        Drive::WeightActivated { .. }
        | Drive::Electric { .. }
        | Drive::Once { .. }
        | Drive::Hybrid { .. }
        | Drive::Hand { .. }
        | Drive::Regulated { .. } => Style { colour: "#0060a8", dashes: "" },
        Drive::Suction => Style { colour: "#c04a00", dashes: "7 3" },
        Drive::PinLock => Style { colour: "#1f1f1f", dashes: "1.5 2.5" },
    }
}

/// The style of a study's arm by its place: eight arms, each told apart by its dashes.
pub fn arm_style(index: usize) -> Style {
    const STYLES: [(&str, &str); 8] = [
        ("#c04a00", "7 3"),
        ("#0060a8", ""),
        ("#1f1f1f", "1.5 2.5"),
        ("#00694e", "9 3 2 3"),
        ("#7a3a8c", "3 3"),
        ("#6b4a00", "12 4"),
        ("#a3005c", "6 2 1.5 2 1.5 2"),
        ("#45535f", "1.5 4"),
    ];
    let (colour, dashes) = STYLES[index % STYLES.len()];
    Style { colour, dashes }
}

/// The letter of the suspension at this place: it stands on its lines and in the key.
pub fn letter(index: usize) -> char {
    u8::try_from(index).ok().and_then(|index| b'A'.checked_add(index)).map_or('?', char::from)
}

/// The line of a suspension as the key shows it.
pub fn swatch(system: &System, index: usize) -> Markup {
    line_swatch(style(system), index)
}

/// A line and its letter as a key shows them.
pub fn line_swatch(Style { colour, dashes }: Style, index: usize) -> Markup {
    html! {
        svg.swatch viewBox="0 0 44 16" aria-hidden="true" {
            line x1="1" y1="8" x2="43" y2="8" stroke=(colour) stroke-width="2.2" stroke-dasharray=[some(dashes)] {}
            circle cx="22" cy="8" r="6.5" fill="#fff" stroke=(colour) stroke-width="1.4" {}
            text x="22" y="11.4" font-size="9.5" font-weight="bold" text-anchor="middle" fill="#111" {
                (letter(index))
            }
        }
    }
}

/// Wraps drawn elements into an image with a name for those who cannot see it.
fn image(id: &str, height: f64, name: &str, elements: &Markup) -> Markup {
    html! {
        svg.plot viewBox=(format!("0 0 {WIDTH} {}", short(height))) role="img" aria-labelledby=(id) {
            title id=(id) { (name) }
            (elements)
        }
    }
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// A coordinate with at most two decimals: a hundredth of a unit cannot be seen.
fn short(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// The next of 1, 2, 5, 10 … that is not smaller.
fn round_step(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0].into_iter().map(|m| m * power).find(|step| *step >= least * 0.999).unwrap_or(10.0 * power)
}

/// Elements that were drawn as text.
const fn drawn(text: String) -> Markup {
    PreEscaped(text)
}
