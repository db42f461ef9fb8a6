//! Where the bands come from: the parameters that carry each outcome's spread, and what pins the fitted ones.

use super::page::Page;
use crate::phrase::{english, phrase};
use crate::plots::shares::{self, Share, percent, word};
use crate::report_page::wide;
use crate::words;
use crate::words::capital;
use evidence::identifiability::{self, Grip, Loose, Pinned};
use evidence::sensitivity::{OutcomeSummary, Summary};
use maud::{Markup, html};
use std::collections::BTreeMap;
use texts::Texts;
use twin::parameters::Kind;
use workup::library;

/// Smaller shares are too short to draw.
const LEAST_DRAWN: f64 = 0.02;

/// A picture an outcome, and what to measure.
pub fn carriers(page: &Page, summary: &Summary) -> Markup {
    let texts = page.texts;
    let name = texts.say("report.spread.measure");
    let command = html! { code { "concord sensitivity" } };
    let share = percent(error(summary));
    html! {
        h3 { (texts.say("report.spread.title")) }
        p {
            (texts.say("report.spread.what"))
        }
        p.small.key {
            @for kind in [Kind::Published, Kind::Fitted, Kind::Assumed] {
                span { (shares::swatch(kind)) " " (word(texts, kind)) } " "
            }
            (texts.say("report.spread.larger")) " "
            @if summary.case == page.result.case.name {
                (phrase(texts, "report.spread.own_case", &[("command", &command), ("share", &share)]))
            } @else {
                (phrase(texts, "report.spread.other_case", &[("case", &summary.case), ("command", &command), ("share", &share)]))
            }
        }
        div.panels.shares { @for (place, outcome) in summary.outcome.iter().enumerate() { (carried(texts, outcome, place)) } }
        (wide(name, &to_measure(texts, summary)))
    }
}

/// About the standard error of a share.
fn error(summary: &Summary) -> f64 {
    1.0 / f64::from(summary.effort.points).sqrt()
}

/// What an outcome is, for people.
fn what(texts: &Texts, outcome: &OutcomeSummary) -> String {
    if texts.code() == "en" { outcome.what.clone() } else { outcome.id.outcome().name(texts).into() }
}

fn carried(texts: &Texts, outcome: &OutcomeSummary, place: usize) -> Markup {
    let of = outcome.id.outcome();
    let (up, down) = match of.unit {
        "mm" => ("report.spread.more_pistoning", "report.spread.less_pistoning"),
        "steps" => ("report.spread.more_steps", "report.spread.fewer_steps"),
        _ => ("report.spread.keeps_volume", "report.spread.loses_volume"),
    };
    let digits = of.digits;
    let shown: Vec<Share<'_>> = outcome
        .top
        .iter()
        .filter(|ranked| ranked.total >= LEAST_DRAWN)
        .map(|ranked| Share {
            name: words::readable(&ranked.parameter),
            kind: ranked.kind,
            share: ranked.total,
            larger: texts.say(if ranked.direction > 0.0 { up } else { down }),
        })
        .collect();
    let what = what(texts, outcome);
    let (central, sd) = (words::number(texts, outcome.central, digits), words::number(texts, outcome.sd, digits));
    let known = shown.first().map(|first| percent(1.0 - (1.0 - first.share).max(0.0).sqrt()));
    let unit = words::unit(texts, &outcome.unit);
    let mut with = vec![("central", central.as_str()), ("sd", sd.as_str()), ("unit", unit)];
    let caption = match &known {
        None => "report.spread.value",
        Some(narrower) => {
            with.push(("narrower", narrower));
            "report.spread.value_and_first"
        }
    };
    html! {
        figure {
            figcaption {
                strong { (capital(&what)) } br;
                span.small { (texts.fill(caption, &with)) }
            }
            (shares::picture(texts, &shown, &what, &format!("shares-{place}")))
        }
    }
}

/// Parameters whose share can be told from nothing, with the largest share and its outcome, strongest first.
fn strongest<'a>(texts: &Texts, summary: &'a Summary) -> Vec<(&'a str, Kind, f64, String)> {
    let mut found: BTreeMap<&str, (Kind, f64, String)> = BTreeMap::new();
    for outcome in &summary.outcome {
        for ranked in outcome.top.iter().filter(|ranked| ranked.total >= error(summary)) {
            let known = found.entry(&ranked.parameter).or_insert((ranked.kind, 0.0, String::new()));
            if ranked.total > known.1 {
                *known = (ranked.kind, ranked.total, what(texts, outcome));
            }
        }
    }
    let mut found: Vec<_> = found.into_iter().map(|(name, (kind, share, what))| (name, kind, share, what)).collect();
    found.sort_by(|a, b| b.2.total_cmp(&a.2));
    found
}

fn to_measure(texts: &Texts, summary: &Summary) -> Markup {
    let known = library::measurements();
    html! {
        table.grounds.cards {
            caption { (texts.say("report.spread.measure_caption")) }
            thead { tr {
                th scope="col" { (texts.say("report.parameter")) } th scope="col" { (texts.say("report.spread.is")) }
                th scope="col" { (texts.say("report.spread.measure")) }
                th scope="col" { (texts.say("report.spread.largest")) }
            } }
            tbody {
                @for (name, kind, share, what) in strongest(texts, summary) {
                    @if let Some(known) = known.get(name) {
                        tr {
                            th scope="row" { (english(texts, words::readable(name))) span.why { (word(texts, kind)) } }
                            td { (english(texts, capital(&known.is))) }
                            td data-label=(texts.say("report.spread.measure_label")) { (english(texts, capital(&known.measure))) }
                            td data-label=(texts.say("report.spread.largest")) { (texts.fill("report.spread.share_of", &[("share", &percent(share)), ("what", &what)])) }
                        }
                    }
                }
            }
        }
    }
}

/// Which published number pins each fitted parameter, and what no number pins.
pub fn pinned(page: &Page, summary: &identifiability::Summary) -> Markup {
    let texts = page.texts;
    html! {
        h3 { (texts.say("report.pinned.title")) }
        p {
            (texts.say("report.pinned.what"))
        }
        (wide(texts.say("report.pinned.fitted_name"), &fitted_table(page, summary)))
        (wide(texts.say("report.pinned.free"), &free_table(page, summary)))
    }
}

fn fitted_table(page: &Page, summary: &identifiability::Summary) -> Markup {
    let texts = page.texts;
    let heading = html! { strong { (texts.say("report.pinned.fitted")) } };
    html! {
        table.grounds.cards {
            caption { (phrase(texts, "report.pinned.fitted_caption", &[("heading", &heading)])) }
            thead { tr {
                th scope="col" { (texts.say("report.parameter")) } th scope="col" { (texts.say("report.pinned.by")) }
                th scope="col" { (texts.say("report.pinned.how_far")) }
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
    let texts = page.texts;
    let grip = texts.say(match pinned.grip() {
        Grip::Pinned => "report.pinned.well",
        Grip::Narrowed => "report.pinned.narrowed",
        Grip::HardlyTouched => "report.pinned.hardly",
    });
    let narrower = percent(1.0 - pinned.spread_left);
    html! {
        tr {
            th scope="row" { (english(texts, words::readable(&pinned.parameter))) }
            td data-label=(texts.say("report.pinned.by")) {
                @if pinned.by.is_empty() { (texts.say("report.pinned.none")) }
                @for (index, by) in pinned.by.iter().enumerate() {
                    @if index > 0 { "; " }
                    (english(texts, &by.what)) " " (page.sources.mark(&by.source))
                }
            }
            td { span class=(class) { (grip) } " " (texts.fill("report.pinned.narrower", &[("narrower", &narrower)])) }
        }
    }
}

fn free_table(page: &Page, summary: &identifiability::Summary) -> Markup {
    let texts = page.texts;
    let heading = html! { strong { (texts.say("report.pinned.free")) } };
    html! {
        table.grounds.cards {
            caption {
                (phrase(texts, "report.pinned.free_caption", &[("heading", &heading)]))
            }
            thead { tr {
                th scope="col" { (texts.say("report.parameter")) } th scope="col" { (texts.say("report.pinned.is")) }
                th scope="col" { (texts.say("report.pinned.moves")) }
            } }
            tbody { @for loose in &summary.free { (loose_row(page, loose)) } }
        }
    }
}

fn loose_row(page: &Page, loose: &Loose) -> Markup {
    let known = library::measurements();
    let texts = page.texts;
    html! {
        tr {
            th scope="row" { (english(texts, words::readable(&loose.parameter))) }
            td {
                @if let Some(known) = known.get(&loose.parameter) {
                    (english(texts, capital(&known.is))) span.why { (phrase(texts, "report.pinned.measure", &[("what", &english(texts, &known.measure))])) }
                }
            }
            td data-label=(texts.say("report.pinned.moves")) {
                @if let Some(on) = loose.most_on.first() {
                    (phrase(
                        texts,
                        "report.pinned.moves_by",
                        &[
                            ("what", &english(texts, &on.what)),
                            ("mark", &page.sources.mark(&on.source)),
                            ("times", &words::number(texts, on.effect.abs(), 1)),
                        ],
                    ))
                }
            }
        }
    }
}
