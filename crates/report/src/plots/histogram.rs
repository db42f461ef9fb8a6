//! How values lie: the arms over each other, and the persons' own effects with who gains and who loses.

use super::{Style, WIDTH, arm_style, image, letter, round_step, short, some};
use crate::words;
use maud::{Markup, html};
use texts::Texts;
use trial::histogram::{Bins, Histogram};

const LEFT: f64 = 8.0;
const RIGHT: f64 = WIDTH - 8.0;
/// Zones begin here, below their words.
const ZONE: f64 = 18.0;
const TOP: f64 = 36.0;
const FLOOR: f64 = 134.0;
const HEIGHT: f64 = 166.0;

/// A group of persons.
#[derive(Clone, Copy, Debug)]
pub struct Group<'a> {
    /// Place of its arm in the study: makes style and letter.
    pub place: usize,
    /// How its values lie.
    pub histogram: &'a Histogram,
    /// Its mean, in the outcome's unit.
    pub mean: Option<f64>,
}

/// Who gains and who loses.
#[derive(Clone, Debug)]
pub struct Zones {
    /// The difference that matters, in the outcome's unit.
    pub matters: f64,
    /// Whether more is better.
    pub higher: bool,
    /// Shares in words: those who lose, in between, those who gain.
    pub shares: [String; 3],
}

/// The arms as outlines over each other; all have the same bins.
pub fn arms(texts: &Texts, groups: &[Group<'_>], factor: f64, axis: &str, name: &str, id: &str) -> Option<Markup> {
    let frame = Frame::new(groups.first()?.histogram.bins, factor);
    let shares: Vec<Vec<f64>> = groups.iter().map(|group| shares(group.histogram)).collect();
    let most = shares.iter().flatten().copied().fold(0.0, f64::max);
    let elements = html! {
        (axis_of(texts, &frame, axis))
        @for (index, (group, shares)) in groups.iter().zip(&shares).enumerate() {
            (outline(&frame, shares, most, arm_style(group.place)))
            @if let Some(mean) = group.mean { (mark(&frame, mean, group.place, index)) }
        }
    };
    Some(image(id, HEIGHT, name, &elements))
}

/// The persons' own effects as bars, between those who lose and those who gain.
#[expect(clippy::too_many_arguments, reason = "what a picture of effects is drawn of, and its language")]
pub fn effects(
    texts: &Texts,
    histogram: &Histogram,
    mean: Option<f64>,
    zones: &Zones,
    factor: f64,
    axis: &str,
    name: &str,
    id: &str,
) -> Markup {
    let frame = Frame::new(histogram.bins, factor);
    let shares = shares(histogram);
    let most = shares.iter().copied().fold(0.0, f64::max);
    let width = frame.x(frame.bins.edge(1)) - frame.x(frame.bins.edge(0));
    let elements = html! {
        (shaded(texts, &frame, zones, id))
        (axis_of(texts, &frame, axis))
        @for (index, share) in shares.iter().enumerate().filter(|(_, share)| **share > 0.0) {
            rect x=(short(frame.x(frame.bins.edge(index)))) y=(short(y(*share, most))) width=(short(width))
                height=(short(FLOOR - y(*share, most))) fill="#5f6b76" stroke="#fff" stroke-width="0.5" {}
        }
        @if let Some(mean) = mean.filter(|mean| frame.holds(*mean)) {
            line x1=(short(frame.x(mean))) y1=(short(ZONE)) x2=(short(frame.x(mean))) y2=(short(FLOOR)) stroke="#111"
                stroke-width="1.6" {}
        }
    };
    image(id, HEIGHT, name, &elements)
}

/// The zones behind the bars, each with its share; those who lose are hatched.
fn shaded(texts: &Texts, frame: &Frame, zones: &Zones, id: &str) -> Markup {
    let sign = if zones.higher { 1.0 } else { -1.0 };
    let (low, high) = (frame.kept(-zones.matters), frame.kept(zones.matters));
    let [left, right] = if zones.higher { [0, 2] } else { [2, 0] };
    let zone = |from: f64, to: f64, which: usize| {
        let fill = if which == 0 { format!("url(#{id}-loses)") } else { "#d5e7f5".to_string() };
        html! {
            rect x=(short(from)) y=(short(ZONE)) width=(short((to - from).max(0.0))) height=(short(FLOOR - ZONE)) fill=(fill) {}
        }
    };
    let said = ["plot.lose", "plot.between", "plot.gain"];
    let said: Vec<String> =
        said.iter().zip(&zones.shares).map(|(key, share)| texts.fill(key, &[("share", share)])).collect();
    html! {
        defs {
            pattern id={ (id) "-loses" } width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                rect width="5" height="5" fill="#fdf1e7" {}
                line x1="0" y1="0" x2="0" y2="5" stroke="#d98a4a" stroke-width="1.6" {}
            }
        }
        (zone(LEFT, low, left))
        (zone(high, RIGHT, right))
        text x=(short(LEFT)) y="11" font-size="10.5" fill="#111" { (said[left]) }
        text x=(short(RIGHT)) y="11" font-size="10.5" text-anchor="end" fill="#111" { (said[right]) }
        @if zones.matters > 0.0 {
            text x=(short(f64::midpoint(LEFT, RIGHT))) y="11" font-size="10.5" text-anchor="middle" fill="#111" { (said[1]) }
        }
        @for edge in [-sign * zones.matters, 0.0, sign * zones.matters] {
            @if frame.holds(edge) {
                line x1=(short(frame.x(edge))) y1=(short(ZONE)) x2=(short(frame.x(edge))) y2=(short(FLOOR)) stroke="#555"
                    stroke-width="0.9" stroke-dasharray=[(edge != 0.0).then_some("2 3")] {}
            }
        }
    }
}

fn shares(histogram: &Histogram) -> Vec<f64> {
    let all = histogram.counts.iter().sum::<usize>() + histogram.below + histogram.above;
    histogram.counts.iter().map(|count| *count as f64 / all.max(1) as f64).collect()
}

fn y(share: f64, most: f64) -> f64 {
    FLOOR - if most > 0.0 { share / most } else { 0.0 } * (FLOOR - TOP)
}

fn outline(frame: &Frame, shares: &[f64], most: f64, Style { colour, dashes }: Style) -> Markup {
    let mut path = format!("M{},{}", short(frame.x(frame.bins.edge(0))), short(FLOOR));
    for (index, share) in shares.iter().enumerate() {
        path += &format!("V{}H{}", short(y(*share, most)), short(frame.x(frame.bins.edge(index + 1))));
    }
    path += &format!("V{}", short(FLOOR));
    html! { path d=(path) fill=(colour) fill-opacity="0.08" stroke=(colour) stroke-width="1.6" stroke-dasharray=[some(dashes)] {} }
}

/// The mean's letter above the picture, letters one below the other where they would meet.
fn mark(frame: &Frame, mean: f64, place: usize, index: usize) -> Markup {
    let (x, colour) = (frame.kept(mean), arm_style(place).colour);
    let row = 8.0 + 14.0 * (index % 2) as f64;
    html! {
        line x1=(short(x)) y1=(short(row)) x2=(short(x)) y2=(short(FLOOR)) stroke=(colour) stroke-width="0.9" {}
        circle cx=(short(x)) cy=(short(row)) r="6.5" fill="#fff" stroke=(colour) stroke-width="1.4" {}
        text x=(short(x)) y=(short(row + 3.4)) font-size="9.5" font-weight="bold" text-anchor="middle" fill="#111" { (letter(place)) }
    }
}

fn axis_of(texts: &Texts, frame: &Frame, title: &str) -> Markup {
    html! {
        line x1=(short(LEFT)) y1=(short(FLOOR)) x2=(short(RIGHT)) y2=(short(FLOOR)) stroke="#222" stroke-width="1" {}
        @for tick in frame.ticks() {
            line x1=(short(frame.x(tick))) y1=(short(FLOOR)) x2=(short(frame.x(tick))) y2=(short(FLOOR + 3.5)) stroke="#222" {}
            text x=(short(frame.x(tick))) y=(short(FLOOR + 13.0)) font-size="10" text-anchor="middle" fill="#222" {
                (words::number(texts, frame.factor * tick, frame.digits()))
            }
        }
        text x=(short(RIGHT)) y=(short(FLOOR + 27.0)) font-size="10" text-anchor="end" fill="#222" { (title) }
    }
}

struct Frame {
    bins: Bins,
    factor: f64,
    step: f64,
}

impl Frame {
    fn new(bins: Bins, factor: f64) -> Self {
        let span = (bins.edge(bins.count) - bins.edge(0)) * factor;
        Self { bins, factor, step: round_step(span / 5.0) / factor }
    }

    fn x(&self, value: f64) -> f64 {
        let (low, high) = (self.bins.edge(0), self.bins.edge(self.bins.count));
        LEFT + 6.0 + (value - low) / (high - low) * (RIGHT - LEFT - 12.0)
    }

    fn holds(&self, value: f64) -> bool {
        (LEFT..=RIGHT).contains(&self.x(value))
    }

    fn kept(&self, value: f64) -> f64 {
        self.x(value).clamp(LEFT, RIGHT)
    }

    fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        let first = (self.bins.edge(0) / self.step).ceil() as i64;
        (0..8).map(move |index| (first + index) as f64 * self.step).filter(|tick| self.holds(*tick))
    }

    fn digits(&self) -> usize {
        (-(self.factor * self.step).log10() + 1e-9).ceil().clamp(0.0, 6.0) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn histogram(values: &[f64]) -> Histogram {
        Bins::of(&[values]).expect("values").counted(values)
    }

    #[test]
    fn arms_are_outlines_told_apart_by_dashes_and_letters() {
        let (a, b) = (histogram(&[0.0, 1.0, 1.0, 2.0]), histogram(&[0.0, 0.0, 1.0, 2.0]));
        let groups =
            [Group { place: 0, histogram: &a, mean: Some(1.0) }, Group { place: 1, histogram: &b, mean: Some(0.75) }];
        let drawn = arms(Texts::english(), &groups, 1.0, "socks", "Socks.", "a").expect("groups").into_string();
        assert_eq!(drawn.matches("<path").count(), 2);
        assert!(drawn.contains(">A<") && drawn.contains(">B<") && drawn.contains("stroke-dasharray=\"7 3\""));
        assert!(arms(Texts::english(), &[], 1.0, "", "", "b").is_none());
    }

    #[test]
    fn those_who_lose_are_hatched_on_the_side_where_it_is_worse() {
        let found = histogram(&[-30.0, -10.5, 0.0, 4.0, 12.0, 25.0]);
        let zones = |higher| Zones { matters: 5.0, higher, shares: ["33 %".into(), "33 %".into(), "34 %".into()] };
        let drawn = |higher| {
            effects(Texts::english(), &found, Some(0.1), &zones(higher), 1.0, "mm", "Effects.", "e").into_string()
        };
        let hatched = |text: &str| text.find("url(#e-loses)").expect("a hatched zone");
        let plain = |text: &str| text.find("#d5e7f5").expect("a plain zone");
        let (higher, lower) = (drawn(true), drawn(false));
        assert!(hatched(&higher) < plain(&higher) && plain(&lower) < hatched(&lower));
        assert!(higher.contains("33 % lose") && higher.contains("34 % gain"));
    }
}
