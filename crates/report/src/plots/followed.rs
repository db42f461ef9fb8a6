//! What was measured beside what the twin says of it: bands before and after the log, and the readings with their exactness.

use super::{WIDTH, image, short};
use crate::words;
use domain::day::ClockTime;
use evidence::calibration::{Compared, Quantity};
use maud::{Markup, html};
use std::fmt::Write;
use texts::Texts;
use twin::ensemble::Band;

const LEFT: f64 = 34.0;
const RIGHT: f64 = 8.0;
const TOP: f64 = 8.0;
const BOTTOM: f64 = 20.0;
const HEIGHT: f64 = 170.0;

/// One quantity's day.
pub struct Course<'a> {
    /// Times of the bands, s after midnight.
    pub t_s: &'a [f64],
    /// Before the log.
    pub prior: &'a Band,
    /// After it.
    pub posterior: &'a Band,
    /// What was measured.
    pub readings: Vec<&'a Compared>,
}

/// Where a time and a value stand.
struct Frame {
    begins: f64,
    ends: f64,
    low: f64,
    high: f64,
    step: f64,
}

impl Frame {
    fn of(course: &Course<'_>) -> Self {
        let bands = [&course.prior.p10, &course.prior.p90, &course.posterior.p10, &course.posterior.p90];
        let read = course.readings.iter().map(|compared| compared.reading);
        let edges = read.flat_map(|reading| [reading.value - reading.sd, reading.value + reading.sd]);
        let all: Vec<f64> = bands.into_iter().flatten().copied().chain(edges).collect();
        let (low, high) = all.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(*v), h.max(*v)));
        let span = (high - low).max(1e-3);
        let rough = span / 4.0;
        let power = 10f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|s| s * power).find(|s| *s >= rough).unwrap_or(rough);
        let (begins, ends) = (course.t_s.first().copied().unwrap_or(0.0), course.t_s.last().copied().unwrap_or(1.0));
        Self { begins, ends, low: (low / step).floor() * step, high: (high / step).ceil() * step, step }
    }

    fn x(&self, t_s: f64) -> f64 {
        LEFT + (t_s - self.begins) / (self.ends - self.begins).max(1.0) * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, value: f64) -> f64 {
        TOP + (self.high - value) / (self.high - self.low).max(1e-9) * (HEIGHT - TOP - BOTTOM)
    }

    fn values(&self) -> impl Iterator<Item = f64> + '_ {
        let count = ((self.high - self.low) / self.step).round().clamp(0.0, 20.0) as u32;
        (0..=count).map(|i| self.low + f64::from(i) * self.step)
    }

    fn hours(&self) -> impl Iterator<Item = f64> + '_ {
        let every = [3_600.0, 7_200.0, 10_800.0, 14_400.0].into_iter().find(|e| (self.ends - self.begins) / e <= 7.0);
        let every = every.unwrap_or(21_600.0);
        let first = (self.begins / every).ceil() as u32;
        (first..first + 12).map(move |i| f64::from(i) * every).take_while(|t_s| *t_s <= self.ends)
    }
}

/// Draws one quantity.
pub fn picture(texts: &Texts, quantity: Quantity, course: &Course<'_>, id: &str) -> Markup {
    let frame = Frame::of(course);
    let digits = usize::from(frame.step < 0.999);
    let path = |values: &[f64]| {
        let mut text = String::new();
        for (place, (t_s, value)) in course.t_s.iter().zip(values).enumerate() {
            let _ = write!(
                text,
                "{}{},{}",
                if place == 0 { "M" } else { "L" },
                short(frame.x(*t_s)),
                short(frame.y(*value))
            );
        }
        text
    };
    let area = |band: &Band| {
        let back: Vec<String> = course
            .t_s
            .iter()
            .zip(&band.p10)
            .rev()
            .map(|(t_s, value)| format!("L{},{}", short(frame.x(*t_s)), short(frame.y(*value))))
            .collect();
        format!("{}{}Z", path(&band.p90), back.concat())
    };
    let elements = html! {
        @for value in frame.values() {
            line x1=(short(LEFT)) x2=(short(WIDTH - RIGHT)) y1=(short(frame.y(value))) y2=(short(frame.y(value)))
                stroke="#ddd" stroke-width=".6" {}
            text x=(short(LEFT - 4.0)) y=(short(frame.y(value) + 3.5)) font-size="10.5" text-anchor="end" fill="#222" {
                (words::number(texts, value, digits))
            }
        }
        @for t_s in frame.hours() {
            text x=(short(frame.x(t_s))) y=(short(HEIGHT - 5.0)) font-size="10.5" text-anchor="middle" fill="#222" {
                (ClockTime::show(t_s))
            }
        }
        path d=(area(course.prior)) fill="#8a8a8a" fill-opacity=".18" stroke="#777" stroke-width=".7" stroke-dasharray="3 2" {}
        path d=(area(course.posterior)) fill="#0060a8" fill-opacity=".28" {}
        path d=(path(&course.posterior.p50)) fill="none" stroke="#0060a8" stroke-width="1.6" {}
        @for compared in &course.readings { (reading(compared, &frame)) }
    };
    let name = texts.fill(
        "plot.followed",
        &[("quantity", measured(texts, quantity)), ("count", &course.readings.len().to_string())],
    );
    image(id, HEIGHT, &name, &elements)
}

/// What a log measures.
pub fn measured(texts: &Texts, quantity: Quantity) -> &str {
    texts.say(match quantity {
        Quantity::Vacuum => "plot.measured.vacuum",
        Quantity::InSocketFluid => "plot.measured.fluid",
        Quantity::PostDoffVolume => "plot.measured.volume",
    })
}

fn reading(compared: &Compared, frame: &Frame) -> Markup {
    let reading = compared.reading;
    let x = frame.x(reading.t_s);
    html! {
        line x1=(short(x)) x2=(short(x)) y1=(short(frame.y(reading.value - reading.sd)))
            y2=(short(frame.y(reading.value + reading.sd))) stroke="#c04a00" stroke-width="1.1" {}
        circle cx=(short(x)) cy=(short(frame.y(reading.value))) r="2.6" fill="#fff" stroke="#c04a00" stroke-width="1.3" {}
    }
}
