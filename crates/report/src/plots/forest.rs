//! Estimates with their intervals below each other on one axis: effects, correlations, subgroups, what trials show.

use super::{WIDTH, image, round_step, short};
use crate::words;
use maud::{Markup, html};
use std::ops::RangeInclusive;
use texts::Texts;

const ROW: f64 = 33.0;
/// A row that is only a heading.
const HEADING: f64 = 18.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 30.0;
const LEFT: f64 = 8.0;
/// Figures stand to the right of the axis.
const RIGHT: f64 = 212.0;
/// What the word for a side of nought takes.
const ROOM: f64 = 44.0;
const BLUE: &str = "#0060a8";

/// One estimate.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// What it is of, for people; without estimate and figures a heading.
    pub label: String,
    /// The estimate; none leaves the row without a mark.
    pub at: Option<f64>,
    /// Its interval.
    pub interval: Option<[f64; 2]>,
    /// A narrower interval within, drawn thick.
    pub inner: Option<[f64; 2]>,
    /// The figures, in words.
    pub figures: String,
    /// Stands under the row before it.
    pub indented: bool,
}

/// The axis.
#[derive(Clone, Debug)]
pub struct Axis<'a> {
    /// What it shows, with its unit.
    pub title: &'a str,
    /// What lies on the left and on the right of nought.
    pub sides: [&'a str; 2],
    /// Values with a dashed line.
    pub marks: Vec<f64>,
    /// Ends that are kept whatever the rows have; beyond them an arrow stands.
    pub ends: Option<RangeInclusive<f64>>,
}

/// Draws the rows; nothing where no row has an estimate.
pub fn picture(texts: &Texts, rows: &[Row], axis: &Axis<'_>, name: &str, id: &str) -> Option<Markup> {
    let scale = Scale::new(rows, axis)?;
    let mut bottom = TOP;
    let mut tops = vec![];
    for row in rows {
        tops.push(bottom);
        bottom += if row.at.is_none() && row.figures.is_empty() { HEADING } else { ROW };
    }
    let line = |value: f64, dashes: Option<&str>| {
        let x = short(scale.x(value));
        html! {
            line x1=(x) y1=(short(TOP - 2.0)) x2=(x) y2=(short(bottom)) stroke="#555" stroke-width="0.9" stroke-dasharray=[dashes] {}
        }
    };
    let elements = html! {
        @if scale.x(0.0) - LEFT >= ROOM {
            text x=(short(scale.x(0.0) - 5.0)) y="9" font-size="10" text-anchor="end" fill="#222" { (axis.sides[0]) }
        }
        @if RIGHT - scale.x(0.0) >= ROOM {
            text x=(short(scale.x(0.0) + 5.0)) y="9" font-size="10" fill="#222" { (axis.sides[1]) }
        }
        (line(0.0, None))
        @for mark in axis.marks.iter().filter(|mark| scale.holds(**mark)) { (line(*mark, Some("2 3"))) }
        @for (row, top) in rows.iter().zip(tops) { (draw(row, &scale, top)) }
        line x1=(short(LEFT)) y1=(short(bottom)) x2=(short(RIGHT)) y2=(short(bottom)) stroke="#222" stroke-width="1" {}
        @for tick in scale.ticks() {
            line x1=(short(scale.x(tick))) y1=(short(bottom)) x2=(short(scale.x(tick))) y2=(short(bottom + 3.5)) stroke="#222" {}
            text x=(short(scale.x(tick))) y=(short(bottom + 13.0)) font-size="10" text-anchor="middle" fill="#222" {
                (words::number(texts, tick, scale.digits()))
            }
        }
        text x=(short(LEFT)) y=(short(bottom + 26.0)) font-size="10" fill="#222" { (axis.title) }
    };
    let told: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.label, row.figures)).collect();
    Some(image(id, bottom + BOTTOM, &format!("{name} {}.", told.join("; ")), &elements))
}

fn draw(row: &Row, scale: &Scale, top: f64) -> Markup {
    let y = top + 22.0;
    let indent = if row.indented { 10.0 } else { 0.0 };
    html! {
        // A white edge, so that no line crosses a word.
        text x=(short(1.0 + indent)) y=(short(top + 12.0)) font-size="10.5" fill="#111" stroke="#fff" stroke-width="3"
            paint-order="stroke" { (row.label) }
        @if let Some([low, high]) = row.interval {
            (whisker(scale, low, high, y))
            @for (end, beyond) in [(low, !scale.holds(low)), (high, !scale.holds(high))] { @if beyond { (arrow(scale, end, y)) } }
        }
        @if let Some([low, high]) = row.inner {
            line x1=(short(scale.kept(low))) y1=(short(y)) x2=(short(scale.kept(high))) y2=(short(y)) stroke=(BLUE) stroke-width="4.5" {}
        }
        @if let Some(at) = row.at.filter(|at| scale.holds(*at)) {
            rect x=(short(scale.x(at) - 3.2)) y=(short(y - 3.2)) width="6.4" height="6.4" fill=(BLUE) stroke="#fff" stroke-width="0.8" {}
        }
        text x=(short(WIDTH - 1.0)) y=(short(y + 3.5)) font-size="10" text-anchor="end" fill="#111" { (row.figures) }
    }
}

fn whisker(scale: &Scale, low: f64, high: f64, y: f64) -> Markup {
    html! {
        line x1=(short(scale.kept(low))) y1=(short(y)) x2=(short(scale.kept(high))) y2=(short(y)) stroke=(BLUE) stroke-width="1.6" {}
        @for end in [low, high] {
            @if scale.holds(end) {
                line x1=(short(scale.x(end))) y1=(short(y - 3.0)) x2=(short(scale.x(end))) y2=(short(y + 3.0)) stroke=(BLUE)
                    stroke-width="1.6" {}
            }
        }
    }
}

/// What goes on beyond the axis.
fn arrow(scale: &Scale, beyond: f64, y: f64) -> Markup {
    let tip = scale.kept(beyond);
    let back = if beyond > scale.high { tip - 6.0 } else { tip + 6.0 };
    let points =
        format!("{},{} {},{} {},{}", short(tip), short(y), short(back), short(y - 3.5), short(back), short(y + 3.5));
    html! { polygon points=(points) fill=(BLUE) {} }
}

struct Scale {
    low: f64,
    high: f64,
    step: f64,
}

impl Scale {
    fn new(rows: &[Row], axis: &Axis<'_>) -> Option<Self> {
        let seen = |row: &Row| {
            row.at.into_iter().chain(row.interval.into_iter().flatten()).chain(row.inner.into_iter().flatten())
        };
        rows.iter().find_map(|row| row.at)?;
        let (low, high) = match &axis.ends {
            Some(ends) => (*ends.start(), *ends.end()),
            None => {
                let all = || rows.iter().flat_map(seen).chain(axis.marks.iter().copied());
                (all().fold(0.0, f64::min), all().fold(0.0, f64::max))
            }
        };
        let step = round_step((high - low).max(1e-9) / 4.0);
        let (low, high) =
            ((low / step - 1e-9).ceil().min((low / step).floor()) * step, (high / step - 1e-9).ceil() * step);
        Some(Self { low, high: if high > low { high } else { low + step }, step })
    }

    fn x(&self, value: f64) -> f64 {
        LEFT + (value - self.low) / (self.high - self.low) * (RIGHT - LEFT)
    }

    fn holds(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    fn kept(&self, value: f64) -> f64 {
        self.x(value.clamp(self.low, self.high))
    }

    fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        let count = ((self.high - self.low) / self.step).round() as usize;
        (0..=count).map(|index| self.low + self.step * index as f64)
    }

    fn digits(&self) -> usize {
        (-self.step.log10() + 1e-9).ceil().clamp(0.0, 6.0) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(at: f64, interval: [f64; 2]) -> Row {
        Row {
            label: "pistoning".into(),
            at: Some(at),
            interval: Some(interval),
            figures: "1.2".into(),
            ..Row::default()
        }
    }

    fn axis(ends: Option<RangeInclusive<f64>>) -> Axis<'static> {
        Axis { title: "effect", sides: ["worse", "better"], marks: vec![-1.0, 1.0], ends }
    }

    #[test]
    fn the_axis_holds_nought_marks_and_every_interval_on_round_ticks() {
        let scale = Scale::new(&[row(2.0, [1.5, 4.2])], &axis(None)).expect("an estimate");
        assert!(scale.low <= -1.0 && scale.high >= 4.2 && scale.holds(0.0));
        let ticks: Vec<f64> = scale.ticks().collect();
        assert_eq!(ticks, [-2.0, 0.0, 2.0, 4.0, 6.0]);
    }

    #[test]
    fn what_lies_beyond_fixed_ends_is_an_arrow_and_the_words_tell_it_all() {
        let drawn = picture(Texts::english(), &[row(0.9, [0.5, 1.3])], &axis(Some(-1.0..=1.0)), "Effects.", "a")
            .expect("an estimate")
            .into_string();
        assert!(drawn.contains("<polygon") && drawn.contains("role=\"img\""));
        assert!(drawn.contains("Effects. pistoning: 1.2."), "{drawn}");
        assert!(picture(Texts::english(), &[Row::default()], &axis(None), "", "b").is_none());
    }
}
