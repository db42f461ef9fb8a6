//! The day as a strip: what the person does, aligned with the time axes.
//!
//! Activities differ in height before they differ in grey, so that the strip survives a black-and-white copy.

use super::{WIDTH, image, short};
use crate::words;
use domain::day::{Activity, ActivityKind, ClockTime, Day};
use maud::{Markup, html};
use texts::Texts;

/// Every kind, in the order of the key.
pub const KINDS: [ActivityKind; 6] = [
    ActivityKind::Walk,
    ActivityKind::Swim,
    ActivityKind::Stand,
    ActivityKind::Drive,
    ActivityKind::Sit,
    ActivityKind::Doff,
];

/// A kind in words.
pub fn word(texts: &Texts, kind: ActivityKind) -> &str {
    texts.say(match kind {
        ActivityKind::Walk => "plot.activity.walking",
        ActivityKind::Swim => "plot.activity.swimming",
        ActivityKind::Stand => "plot.activity.standing",
        ActivityKind::Drive => "plot.activity.driving",
        ActivityKind::Sit => "plot.activity.sitting",
        ActivityKind::Doff => "plot.activity.prosthesis_off",
    })
}

/// Share of the strip's height, and grey (blue for water).
const fn look(kind: ActivityKind) -> (f64, &'static str) {
    match kind {
        ActivityKind::Walk => (1.0, "#3c3c3c"),
        ActivityKind::Swim => (1.0, "#4d86b3"),
        ActivityKind::Stand => (0.72, "#7a7a7a"),
        ActivityKind::Drive => (0.46, "#a8a8a8"),
        ActivityKind::Sit => (0.28, "#c9c9c9"),
        ActivityKind::Doff => (0.06, "#8a8a8a"),
    }
}

/// The strip between two x, its foot at `foot`, `height` high.
pub fn strip(day: &Day, (left, right): (f64, f64), foot: f64, height: f64) -> Markup {
    let x = |seconds: f64| left + (seconds - day.begins_s()) / (day.ends_s() - day.begins_s()) * (right - left);
    html! {
        @for activity in &day.activities {
            @let (share, colour) = look(activity.kind);
            @let (from, to) = (x(activity.from.seconds()), x(activity.to.seconds()));
            // A hair of white between neighbours of the same kind.
            rect x=(short(from)) y=(short(foot - share * height)) width=(short((to - from - 0.4).max(0.3)))
                height=(short(share * height)) fill=(colour) {}
        }
    }
}

/// A kind as the key shows it.
pub fn swatch(kind: ActivityKind) -> Markup {
    let (share, colour) = look(kind);
    html! {
        svg.swatch.narrow viewBox="0 0 16 16" aria-hidden="true" {
            rect x="1" y=(short(15.0 - 13.0 * share)) width="14" height=(short(13.0 * share)) fill=(colour) {}
        }
    }
}

/// The day as a picture of its own, with words where there is room.
pub fn picture(texts: &Texts, day: &Day, id: &str) -> Markup {
    let (left, right, foot, height) = (16.0, WIDTH - 16.0, 50.0, 34.0);
    let span = day.ends_s() - day.begins_s();
    let x = |seconds: f64| left + (seconds - day.begins_s()) / span * (right - left);
    let elements = html! {
        (strip(day, (left, right), foot, height))
        @for activity in &day.activities {
            @let word = label(texts, activity.kind);
            @if (x(activity.to.seconds()) - x(activity.from.seconds())) > 6.2 * word.chars().count() as f64 {
                text x=(short(0.5 * (x(activity.from.seconds()) + x(activity.to.seconds()))))
                    y=(short(foot - look(activity.kind).0 * height - 3.0)) font-size="10" text-anchor="middle"
                    fill="#222" { (word) }
            }
        }
        line x1=(short(left)) y1=(short(foot)) x2=(short(right)) y2=(short(foot)) stroke="#333" stroke-width="0.8" {}
        @for quarter in 0..=4 {
            @let at = day.begins_s() + span * f64::from(quarter) / 4.0;
            line x1=(short(x(at))) y1=(short(foot)) x2=(short(x(at))) y2=(short(foot + 3.0)) stroke="#333"
                stroke-width="0.8" {}
            text x=(short(x(at))) y=(short(foot + 13.0)) font-size="11" text-anchor="middle" fill="#222" {
                (ClockTime::show(at))
            }
        }
    };
    html! {
        (image(id, foot + 18.0, &sentence(texts, day), &elements))
        @if let Some(told) = day.expansion() { p.small { (words::day_expanded(texts, &told)) } }
    }
}

/// The short word that stands in the strip.
fn label(texts: &Texts, kind: ActivityKind) -> &str {
    texts.say(match kind {
        ActivityKind::Walk => "plot.strip.walk",
        ActivityKind::Swim => "plot.strip.swim",
        ActivityKind::Stand => "plot.strip.stand",
        ActivityKind::Drive => "plot.strip.drive",
        ActivityKind::Sit => "plot.strip.sit",
        ActivityKind::Doff => "plot.strip.off",
    })
}

/// "07:00–07:30 walking, 07:30–08:00 driving, …": the day for those who cannot see it.
fn sentence(texts: &Texts, day: &Day) -> String {
    let part = |Activity { from, to, kind, .. }: &Activity| format!("{from}–{to} {}", word(texts, *kind));
    let parts: Vec<String> = day.activities.iter().map(part).collect();
    texts.fill("plot.day", &[("activities", &parts.join(", "))])
}
