//! What share of an outcome's spread each parameter carries.

use super::{WIDTH, image, short};
use maud::{Markup, html};
use texts::Texts;
use twin::parameters::Kind;

const ROW: f64 = 32.0;
/// From here on there is room for the share behind its bar.
const BAR: f64 = WIDTH - 34.0;

/// One bar.
#[derive(Clone, Debug)]
pub struct Share<'a> {
    /// The parameter, for people.
    pub name: String,
    /// Published, fitted or assumed.
    pub kind: Kind,
    /// Its share, 0 … 1.
    pub share: f64,
    /// What a larger value does.
    pub larger: &'a str,
}

/// A bar a parameter, full width for the whole spread.
pub fn picture(texts: &Texts, shares: &[Share<'_>], outcome: &str, id: &str) -> Markup {
    let top = |index: usize| ROW * index as f64;
    let elements = html! {
        @for (index, share) in shares.iter().enumerate() { (row(texts, share, top(index))) }
    };
    let told: Vec<String> = shares
        .iter()
        .map(|share| {
            let larger = texts.fill("plot.shares.larger", &[("effect", share.larger)]);
            format!("{}, {}, {}, {larger}", share.name, word(texts, share.kind), percent(share.share))
        })
        .collect();
    let name = texts.fill("plot.shares.name", &[("outcome", outcome), ("shares", &told.join("; "))]);
    image(id, top(shares.len()), &name, &elements)
}

fn row(texts: &Texts, share: &Share<'_>, top: f64) -> Markup {
    let width = BAR * share.share.clamp(0.0, 1.0);
    html! {
        text x="1" y=(short(top + 11.0)) font-size="11" fill="#111" {
            tspan font-weight="bold" { (share.name) } ", " (word(texts, share.kind))
        }
        text x=(short(WIDTH - 1.0)) y=(short(top + 11.0)) font-size="10" text-anchor="end" fill="#333" {
            (texts.fill("plot.shares.larger", &[("effect", share.larger)]))
        }
        (bar(share.kind, 1.0, top + 15.5, width, 10.0))
        text x=(short(width + 6.0)) y=(short(top + 24.5)) font-size="10.5" fill="#111" { (percent(share.share)) }
    }
}

/// Kinds differ in edge and ground before they differ in colour.
fn bar(kind: Kind, x: f64, y: f64, width: f64, height: f64) -> Markup {
    let (fill, stroke, dashes) = match kind {
        Kind::Printed | Kind::Measured | Kind::Published => ("#0060a8", "#0060a8", None),
        Kind::Fitted => ("#a9cbe6", "#0060a8", None),
        Kind::Assumed => ("#fff", "#c04a00", Some("3 1.5")),
    };
    html! {
        rect x=(short(x)) y=(short(y)) width=(short(width)) height=(short(height)) fill=(fill) stroke=(stroke)
            stroke-width="1.2" stroke-dasharray=[dashes] {}
    }
}

/// A kind as the key shows it.
pub fn swatch(kind: Kind) -> Markup {
    html! { svg.swatch.narrow viewBox="0 0 16 16" aria-hidden="true" { (bar(kind, 1.0, 3.0, 14.0, 10.0)) } }
}

/// A kind in a word.
pub fn word(texts: &Texts, kind: Kind) -> &str {
    texts.say(match kind {
        Kind::Printed => "report.basis.printed",
        Kind::Measured => "plot.shares.measured",
        Kind::Published => "plot.shares.published",
        Kind::Fitted => "plot.shares.fitted",
        Kind::Assumed => "plot.shares.assumed",
    })
}

/// "65 %".
pub fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}
