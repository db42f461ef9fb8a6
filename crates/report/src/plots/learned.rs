//! Parameters before and after a log: the prior's middle 80 % as a frame, the posterior's as a bar in it.

use super::{WIDTH, image, short};
use evidence::calibration::Quantiles;
use maud::{Markup, html};
use texts::Texts;

const ROW: f64 = 30.0;
/// How much wider than the prior's frame the picture is, on each side, as a share of the frame.
const BESIDE: f64 = 0.35;

/// One parameter.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its name, for people.
    pub name: String,
    /// What is written at the right.
    pub told: String,
    /// Before.
    pub prior: Quantiles,
    /// After.
    pub posterior: Quantiles,
}

/// A row a parameter, each on its own scale.
pub fn picture(texts: &Texts, rows: &[Row], id: &str) -> Markup {
    let told: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.name, row.told)).collect();
    let elements = html! {
        @for (index, row) in rows.iter().enumerate() { (drawn(row, ROW * index as f64)) }
    };
    let name = texts.fill("plot.learned", &[("rows", &told.join("; "))]);
    image(id, ROW * rows.len() as f64, &name, &elements)
}

fn drawn(row: &Row, top: f64) -> Markup {
    let frame = (row.prior.p90 - row.prior.p10).max(f64::MIN_POSITIVE);
    let x = |value: f64| {
        let place = ((value - row.prior.p10) / frame).clamp(-BESIDE, 1.0 + BESIDE);
        2.0 + (place + BESIDE) / (1.0 + 2.0 * BESIDE) * (WIDTH - 4.0)
    };
    let (from, to) = (x(row.posterior.p10), x(row.posterior.p90));
    html! {
        text x="1" y=(short(top + 11.0)) font-size="11" font-weight="bold" fill="#111" { (row.name) }
        text x=(short(WIDTH - 1.0)) y=(short(top + 11.0)) font-size="10" text-anchor="end" fill="#333" { (row.told) }
        rect x=(short(x(row.prior.p10))) y=(short(top + 15.0)) width=(short(x(row.prior.p90) - x(row.prior.p10))) height="11"
            fill="#fff" stroke="#555" stroke-width="1" stroke-dasharray="3 1.5" {}
        line x1=(short(x(row.prior.p50))) y1=(short(top + 15.0)) x2=(short(x(row.prior.p50))) y2=(short(top + 26.0))
            stroke="#555" stroke-width="1" stroke-dasharray="2 1.5" {}
        rect x=(short(from)) y=(short(top + 17.5)) width=(short((to - from).max(1.0))) height="6" fill="#0060a8" {}
        circle cx=(short(x(row.posterior.p50))) cy=(short(top + 20.5)) r="3.4" fill="#fff" stroke="#0060a8" stroke-width="1.6" {}
    }
}
