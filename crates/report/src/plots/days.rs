//! Limb volume over days in a row: each morning before donning and each evening after doffing, a line a suspension.

use super::{WIDTH, image, letter, round_step, short, some, style};
use crate::words;
use maud::{Markup, html};
use texts::Texts;
use twin::row_of_days::RowOfDays;
use twin::system::System;

const LEFT: f64 = 34.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 18.0;
const HEIGHT: f64 = 190.0;
/// Where in a day its evening is drawn, as a share of the way to the next morning.
const EVENING: f64 = 0.6;
/// Numbers of days that have room below the picture.
const MOST_LABELS: f64 = 10.0;

/// Where the days of a picture lie.
struct Frame {
    days: f64,
    low: f64,
    high: f64,
}

impl Frame {
    fn x(&self, day: f64) -> f64 {
        LEFT + day / self.days * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, pct: f64) -> f64 {
        TOP + (self.high - pct) / (self.high - self.low) * (HEIGHT - TOP - BOTTOM)
    }
}

/// Mornings and evenings of a row, each with its place in days since the first morning: medians of all persons, %.
fn course(row: &RowOfDays) -> Vec<(f64, f64)> {
    let of = |(place, day): (usize, &twin::row_of_days::DayOfRow)| {
        let place = place as f64;
        [(place + EVENING, day.evening_volume_pct.p50), (place + 1.0, day.next_morning_volume_pct.p50)]
    };
    // The first morning is what all volumes are told against.
    std::iter::once((0.0, 0.0)).chain(row.days.iter().enumerate().flat_map(of)).collect()
}

/// Draws the rows; `systems` are theirs, in their order.
pub fn picture(texts: &Texts, rows: &[RowOfDays], systems: &[&System], id: &str) -> Markup {
    let courses: Vec<Vec<(f64, f64)>> = rows.iter().map(course).collect();
    let volumes = || courses.iter().flatten().map(|(_, pct)| *pct).filter(|pct| pct.is_finite());
    let (least, most) = volumes().fold((0.0f64, 0.0f64), |(least, most), pct| (least.min(pct), most.max(pct)));
    let step = round_step(((most - least) / 6.0).max(0.1));
    let frame = Frame {
        days: rows.iter().map(|row| row.days.len()).max().unwrap_or(1).max(1) as f64,
        low: (least / step).floor() * step,
        high: ((most / step).ceil() * step).max((least / step).floor() * step + step),
    };
    let levels = ((frame.high - frame.low) / step).round() as usize;
    let every = round_step((frame.days / MOST_LABELS).max(1.0)) as usize;
    let count = frame.days.to_string();
    let curves: Vec<String> = courses.iter().enumerate().map(|(index, course)| told(texts, index, course)).collect();
    let name = texts.fill("plot.days", &[("days", &count), ("curves", &curves.join("; "))]);
    let elements = html! {
        text x="2" y="11" font-size="10" fill="#333" { (texts.say("plot.days.axis")) }
        @for level in 0..=levels {
            @let pct = frame.low + step * level as f64;
            line x1=(short(LEFT)) x2=(short(WIDTH - RIGHT)) y1=(short(frame.y(pct))) y2=(short(frame.y(pct))) stroke="#ccc" stroke-width="0.7" {}
            text x=(short(LEFT - 4.0)) y=(short(frame.y(pct) + 3.4)) font-size="9.5" text-anchor="end" fill="#333" {
                (words::number(texts, pct, usize::from(step < 1.0)))
            }
        }
        @for day in (1..=frame.days as usize).filter(|day| *day == 1 || day % every == 0) {
            text x=(short(frame.x(day as f64 - 0.5))) y=(short(HEIGHT - 4.0)) font-size="9.5" text-anchor="middle" fill="#333" { (day) }
        }
        @for (index, (course, system)) in courses.iter().zip(systems).enumerate() { (curve(&frame, course, system, index)) }
    };
    image(id, HEIGHT, &name, &elements)
}

fn told(texts: &Texts, index: usize, course: &[(f64, f64)]) -> String {
    let volumes = || course.iter().map(|(_, pct)| *pct);
    let [low, high, last] = [
        volumes().fold(f64::INFINITY, f64::min),
        volumes().fold(f64::NEG_INFINITY, f64::max),
        volumes().next_back().unwrap_or_default(),
    ]
    .map(|pct| words::signed(texts, pct, 1));
    let letter = letter(index).to_string();
    texts.fill("plot.days.curve", &[("letter", &letter), ("low", &low), ("high", &high), ("last", &last)])
}

fn curve(frame: &Frame, course: &[(f64, f64)], system: &System, index: usize) -> Markup {
    let style = style(system);
    let place = |(day, pct): &(f64, f64)| (short(frame.x(*day)), short(frame.y(*pct)));
    let points: Vec<String> = course.iter().map(place).map(|(x, y)| format!("{x},{y}")).collect();
    // Dots that would touch each other say nothing.
    let dots = if frame.days <= 21.0 { course } else { &[] };
    let end = course.last().map(|(_, pct)| frame.y(*pct)).unwrap_or_default();
    html! {
        polyline points=(points.join(" ")) fill="none" stroke=(style.colour) stroke-width="1.6" stroke-dasharray=[some(style.dashes)] {}
        @for (x, y) in dots.iter().map(place) { circle cx=(x) cy=(y) r="1.9" fill=(style.colour) {} }
        text x=(short(WIDTH - RIGHT + 3.0 + 6.0 * (index % 2) as f64)) y=(short(end + 3.4)) font-size="9.5" font-weight="bold" fill=(style.colour) { (letter(index)) }
    }
}
