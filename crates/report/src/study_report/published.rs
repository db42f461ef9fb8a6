//! Published numbers beside what trials of their size show in this study.

use super::page::Page;
use crate::phrase::english;
use crate::report_page::wide;
use crate::words;
use evidence::published::Role;
use maud::{Markup, html};
use texts::Texts;
use trial::disk::result::Beside;
use trial::held::{self, Held};

/// Decimals of numbers whose unit may be anything.
const DIGITS: usize = 2;

/// A table; none where the study names no published number.
pub fn section(page: &Page) -> Option<Markup> {
    let texts = page.texts;
    let published = &page.result.published;
    if published.is_empty() {
        return None;
    }
    Some(html! {
        p {
            (texts.say("study_report.published.what"))
        }
        (wide(texts.say("study_report.section.published"), &html! {
            table.figures {
                caption { (texts.say("study_report.published.caption")) }
                thead { tr {
                    th scope="col" { (texts.say("study_report.published.name")) } th scope="col" { (texts.say("study_report.published.published")) } th scope="col" { (texts.say("study_report.published.persons")) }
                    th scope="col" { (texts.say("study_report.published.all")) } th scope="col" { (texts.say("study_report.published.median")) }
                    th scope="col" { (texts.say("study_report.published.inner")) } th scope="col" { (texts.say("study_report.published.outer")) } th scope="col" { (texts.say("study_report.published.verdict")) }
                } }
                tbody { @for beside in published { (row(page, beside)) } }
            }
        }))
    })
}

fn row(page: &Page, beside: &Beside) -> Markup {
    let texts = page.texts;
    let Some(held) = &beside.held else {
        return html! {
            tr {
                th scope="row" { code { (beside.row) } }
                td.words colspan="7" { (texts.fill("study_report.not_drawn", &[("why", &beside.why_not.as_ref().map(|why| words::told(texts, why)).unwrap_or_default())])) }
            }
        };
    };
    let trials = &held.trials;
    let number = |value: f64| words::number(texts, value, DIGITS);
    let range = |low: f64, high: f64| texts.fill("report.to", &[("low", &number(low)), ("high", &number(high))]);
    html! {
        tr {
            th scope="row" {
                (english(texts, &held.row.what)) " (" (contrast(page, beside)) "; " code { (beside.row) }
                @if held.row.role == Role::Fitted { ", " (texts.say("study_report.published.fitted")) }
                ")"
            }
            td { (published(texts, held)) }
            td { (held.row.n) }
            td { (number(held.cohort)) }
            td { (number(trials.p50)) }
            td { (range(trials.p16, trials.p84)) }
            td { (range(trials.p2_5, trials.p97_5)) }
            td.words { (words::told(texts, &held::words(held))) }
        }
    }
}

fn contrast(page: &Page, beside: &Beside) -> String {
    let arm = page.arm(&beside.arm);
    beside.less.as_ref().map_or_else(
        || arm.to_string(),
        |less| page.texts.fill("study_report.published.less", &[("arm", arm), ("other", page.arm(less))]),
    )
}

fn published(texts: &Texts, held: &Held) -> String {
    let unit = &held.row.unit;
    match held.row.bound.range {
        Some([low, high]) => {
            let [low, high] = [low, high].map(|value| words::number(texts, value, DIGITS));
            format!("{} {unit}", texts.fill("report.to", &[("low", &low), ("high", &high)]))
        }
        None => format!("{} {unit}", words::number(texts, held.row.value, DIGITS)),
    }
}
