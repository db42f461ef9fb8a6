//! The day: a number of steps and a kind of day, or activities by hand.

use super::super::fields::{Field, Group, Kind, TOLD_DAY};
use super::super::path::{Path, find};
use super::scene::Scene;
use super::{input, rows};
use maud::{Markup, html};

/// The day's own question: told by steps and kind, or by activities; what the text has is shown, and steps where it has neither.
pub fn told_or_by_hand(scene: &Scene<'_>, group: &Group) -> Markup {
    let texts = scene.view.texts;
    let there = |path: &str| Path::parse(path).is_some_and(|path| find(scene.root, &path).is_some());
    let told = |field: &&Field| TOLD_DAY.contains(&field.path.as_str());
    let by_hand = there("day.activities");
    let is_told = group.fields.iter().filter(told).any(|field| there(&field.path));
    let switch = |value: &str, key: &str| {
        html! {
            @if !scene.view.read_only {
                p { button type="submit" name="tell_day" value=(value) id=(format!("day-by-{value}")) { (texts.say(key)) } }
            }
        }
    };
    html! {
        @if is_told || !by_hand {
            p.hint { (texts.say("form.day_told")) }
            @for field in group.fields.iter().filter(told) {
                @if let Some(path) = Path::parse(&field.path) { (input::field(scene, &path, field)) }
            }
            (switch("activities", if is_told && by_hand { "form.day_keep_activities" } else { "form.day_by_hand" }))
        }
        @if by_hand {
            @for field in &group.fields {
                @if let (Kind::Rows(columns), Some(path)) = (&field.kind, Path::parse(&field.path)) {
                    (rows::table(scene, &path, field, columns))
                }
            }
            (switch("steps", if is_told { "form.day_keep_steps" } else { "form.day_by_steps" }))
        }
    }
}
