//! Where the bands come from: the parameters that carry each outcome's spread, and what pins the fitted ones.

use super::page::Page;
use crate::plots::shares::{self, Share, percent, word};
use crate::report_page::wide;
use crate::words;
use crate::words::capital;
use evidence::identifiability::{self, Grip, Loose, Pinned};
use evidence::sensitivity::{OutcomeSummary, Summary};
use maud::{Markup, html};
use std::collections::BTreeMap;
use twin::parameters::Kind;
use workup::library;

/// Smaller shares are too short to draw.
const LEAST_DRAWN: f64 = 0.02;

/// A picture an outcome, and what to measure.
pub fn carriers(page: &Page, summary: &Summary) -> Markup {
    html! {
        h3 { "What carries the spread" }
        p {
            "The bands of this report are wide because some numbers are not known well, and differ from person to "
            "person. Each picture takes one result of the day and shows which numbers its band comes from: a parameter "
            "with 60 % takes part in 60 % of the band's variance, alone or together with others. A long bar with a dashed "
            "edge is a number that matters and that nobody has published: measuring it helps most."
        }
        p.small.key {
            @for kind in [Kind::Published, Kind::Fitted, Kind::Assumed] {
                span { (shares::swatch(kind)) " " (word(kind)) } " "
            }
            "“Larger:” says what a larger value of the parameter does. "
            @if summary.case == page.result.case.name {
                "Computed on this case"
            } @else {
                "Computed on the shipped case " (summary.case) ", not on this one: the order is a guide, the numbers are "
                "that case's"
            }
            ", by moving every parameter by its spread (" code { "concord sensitivity" } "); a share is sure to about ±\u{a0}"
            (percent(error(summary))) "."
        }
        div.panels.shares { @for (place, outcome) in summary.outcome.iter().enumerate() { (carried(outcome, place)) } }
        (wide("What to measure", &to_measure(summary)))
    }
}

/// About the standard error of a share.
fn error(summary: &Summary) -> f64 {
    1.0 / f64::from(summary.effort.points).sqrt()
}

fn carried(outcome: &OutcomeSummary, place: usize) -> Markup {
    let of = outcome.id.outcome();
    let (up, down) = match of.unit {
        "mm" => ("more pistoning", "less pistoning"),
        "steps" => ("more steps", "fewer steps"),
        _ => ("keeps volume", "loses volume"),
    };
    let digits = of.digits;
    let shown: Vec<Share> = outcome
        .top
        .iter()
        .filter(|ranked| ranked.total >= LEAST_DRAWN)
        .map(|ranked| Share {
            name: words::readable(&ranked.parameter),
            kind: ranked.kind,
            share: ranked.total,
            larger: if ranked.direction > 0.0 { up } else { down },
        })
        .collect();
    html! {
        figure {
            figcaption {
                strong { (capital(&outcome.what)) } br;
                span.small {
                    (words::number(outcome.central, digits)) " ± " (words::number(outcome.sd, digits)) " "
                    (outcome.unit) " (one standard deviation)"
                    @if let Some(first) = shown.first() {
                        ". Were the first known exactly, the band would be at most "
                        (percent(1.0 - (1.0 - first.share).max(0.0).sqrt())) " narrower."
                    }
                }
            }
            (shares::picture(&shown, &outcome.what, &format!("shares-{place}")))
        }
    }
}

/// Parameters whose share can be told from nothing, with the largest share and its outcome, strongest first.
fn strongest(summary: &Summary) -> Vec<(&str, Kind, f64, &str)> {
    let mut found: BTreeMap<&str, (Kind, f64, &str)> = BTreeMap::new();
    for outcome in &summary.outcome {
        for ranked in outcome.top.iter().filter(|ranked| ranked.total >= error(summary)) {
            let known = found.entry(&ranked.parameter).or_insert((ranked.kind, 0.0, ""));
            if ranked.total > known.1 {
                *known = (ranked.kind, ranked.total, &outcome.what);
            }
        }
    }
    let mut found: Vec<_> = found.into_iter().map(|(name, (kind, share, what))| (name, kind, share, what)).collect();
    found.sort_by(|a, b| b.2.total_cmp(&a.2));
    found
}

fn to_measure(summary: &Summary) -> Markup {
    let known = library::measurements();
    html! {
        table.grounds.cards {
            caption { "What to measure to narrow the bands, strongest first. How to measure it is our suggestion." }
            thead { tr {
                th scope="col" { "Parameter" } th scope="col" { "What it is" } th scope="col" { "What to measure" }
                th scope="col" { "Largest share" }
            } }
            tbody {
                @for (name, kind, share, what) in strongest(summary) {
                    @if let Some(known) = known.get(name) {
                        tr {
                            th scope="row" { (words::readable(name)) span.why { (word(kind)) } }
                            td { (capital(&known.is)) }
                            td data-label="Measure" { (capital(&known.measure)) }
                            td data-label="Largest share" { (percent(share)) " of " (what) }
                        }
                    }
                }
            }
        }
    }
}

/// Which published number pins each fitted parameter, and what no number pins.
pub fn pinned(page: &Page, summary: &identifiability::Summary) -> Markup {
    html! {
        h3 { "What the published numbers pin down" }
        p {
            "Fitted parameters were set on published numbers. How much a number really says about one is how much it "
            "narrows the spread that the parameter would have without it. Where it narrows little, the value is our "
            "judgement as much as that study's; the bands of this report use the wide spread, not the narrowed one."
        }
        (wide("What pins the fitted parameters", &fitted_table(page, summary)))
        (wide("What remains free", &free_table(page, summary)))
    }
}

fn fitted_table(page: &Page, summary: &identifiability::Summary) -> Markup {
    html! {
        table.grounds.cards {
            caption { strong { "Fitted parameters" } ": what pins each, and how far." }
            thead { tr {
                th scope="col" { "Parameter" } th scope="col" { "Pinned by" } th scope="col" { "How far" }
            } }
            tbody { @for pinned in &summary.fitted { (pinned_row(page, pinned)) } }
        }
    }
}

fn pinned_row(page: &Page, pinned: &Pinned) -> Markup {
    let class = match pinned.grip() {
        Grip::Pinned => "tag good",
        Grip::Narrowed => "tag",
        Grip::HardlyTouched => "tag care",
    };
    html! {
        tr {
            th scope="row" { (words::readable(&pinned.parameter)) }
            td data-label="Pinned by" {
                @if pinned.by.is_empty() { "no number" }
                @for (index, by) in pinned.by.iter().enumerate() {
                    @if index > 0 { "; " }
                    (by.what) " " (page.sources.mark(&by.source))
                }
            }
            td { span class=(class) { (pinned.grip().words()) } " spread " (percent(1.0 - pinned.spread_left)) " narrower" }
        }
    }
}

fn free_table(page: &Page, summary: &identifiability::Summary) -> Markup {
    html! {
        table.grounds.cards {
            caption {
                strong { "What remains free" } ": assumed parameters that were not fitted, though they move what the twin predicts "
                "of the studies below. A study that measured one would test those predictions."
            }
            thead { tr {
                th scope="col" { "Parameter" } th scope="col" { "What it is, and what to measure" }
                th scope="col" { "Moves most" }
            } }
            tbody { @for loose in &summary.free { (loose_row(page, loose)) } }
        }
    }
}

fn loose_row(page: &Page, loose: &Loose) -> Markup {
    let known = library::measurements();
    html! {
        tr {
            th scope="row" { (words::readable(&loose.parameter)) }
            td {
                @if let Some(known) = known.get(&loose.parameter) {
                    (capital(&known.is)) span.why { "Measure " (known.measure) }
                }
            }
            td data-label="Moves most" {
                @if let Some(on) = loose.most_on.first() {
                    (on.what) " " (page.sources.mark(&on.source)) ", by "
                    (words::number(on.effect.abs(), 1)) " × the uncertainty of that number"
                }
            }
        }
    }
}
