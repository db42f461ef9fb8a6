//! One quantity over the day: a line and a band for each suspension, below the strip of activities.

use super::{Style, WIDTH, activities, drawn, image, letter, round_step, short, style};
use crate::svg::own_clip_ids;
use crate::words;
use domain::day::{Activity, ActivityKind, ClockTime, Day};
use kuva::backend::svg::SvgBackend;
use kuva::plot::line::LineStyle;
use kuva::plot::{BandPlot, LinePlot};
use kuva::render::annotations::{ReferenceLine, ShadedRegion};
use kuva::render::color::Color;
use kuva::render::layout::{Layout, TickFormat};
use kuva::render::plots::Plot;
use kuva::render::render::{Primitive, Scene, TextAnchor, render_multiple};
use kuva::render::theme::Theme;
use maud::{Markup, html};
use std::ops::Range;
use std::sync::Arc;
use texts::{Said, Texts};
use twin::ensemble::{Band, EnsembleDay};
use twin::events::WORKING_KPA;
use twin::quantity::{Drawn, Quantity};
use units::VacuumLevel;

const LEFT: f64 = 36.0;
const RIGHT: f64 = 30.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 23.0;
const HEIGHT: f64 = 178.0;
const INK: &str = "#222222";
/// Bends smaller than this, in units of the picture, are not drawn: they cannot be seen and make files large.
const INVISIBLE: f64 = 0.25;

/// The quantities of some days that are drawn, in the order in which they are shown.
pub fn of_days(days: &[EnsembleDay]) -> Vec<(&'static Quantity, &'static Drawn)> {
    let mut found: Vec<&'static Quantity> = vec![];
    for (quantity, _) in days.iter().flat_map(|day| &day.traces.bands) {
        if !found.contains(quantity) {
            found.push(quantity);
        }
    }
    Quantity::drawn(found.into_iter())
}

/// Draws a quantity for all suspensions that have it; nothing where none has.
pub fn picture(
    texts: &'static Texts,
    quantity: &Quantity,
    shown: &Drawn,
    day: &Day,
    days: &[EnsembleDay],
) -> Option<Markup> {
    let curves: Vec<Curve> =
        days.iter().enumerate().filter_map(|(index, ensemble)| Curve::new(quantity, day, index, ensemble)).collect();
    if curves.is_empty() {
        return None;
    }
    let frame = Frame::new(day, &curves, shown.afloat);
    let mut scene = render_multiple(plots(shown, &frame, &curves), layout(texts, shown, &frame, day));
    scene.background_color = None;
    for (place, curve) in curves.iter().enumerate() {
        mark(&mut scene, &frame, curve, place);
    }
    if shown.inhg {
        inhg_axis(&mut scene, &frame);
    }
    let elements = html! {
        (activities::strip(day, (LEFT, WIDTH - RIGHT), TOP - 8.0, 18.0))
        @if shown.inhg {
            text x="2" y=(short(TOP - 6.0)) font-size="10.5" fill=(INK) { "kPa" }
            text x=(short(WIDTH - 2.0)) y=(short(TOP - 6.0)) font-size="10.5" text-anchor="end" fill=(INK) { "inHg" }
        }
        (drawn(inner(&SvgBackend::new().render_scene(&scene), shown.name)))
    };
    Some(image(&format!("{}-name", shown.name), HEIGHT, &sentence(texts, quantity, shown, &curves), &elements))
}

/// One suspension's course.
struct Curve<'a> {
    name: &'a Said,
    letter: char,
    style: Style,
    /// Hours after midnight.
    hours: Vec<f64>,
    band: &'a Band,
    /// What is drawn of it: all, or without the time that the prosthesis is off.
    stretches: Vec<Range<usize>>,
}

impl<'a> Curve<'a> {
    fn new(quantity: &Quantity, day: &Day, index: usize, ensemble: &'a EnsembleDay) -> Option<Self> {
        let band = ensemble.traces.band(quantity)?;
        let times = &ensemble.traces.t_s;
        Some(Self {
            name: &ensemble.system.name,
            letter: letter(index),
            style: style(&ensemble.system),
            hours: times.iter().map(|seconds| seconds / 3_600.0).collect(),
            band,
            stretches: stretches(quantity, day, times, band),
        })
    }

    fn drawn(&self) -> impl Iterator<Item = usize> + '_ {
        self.stretches.iter().cloned().flatten()
    }
}

/// From quantities to units of the picture.
struct Frame {
    begins: f64,
    ends: f64,
    low: f64,
    high: f64,
    step: f64,
}

impl Frame {
    fn new(day: &Day, curves: &[Curve], afloat: bool) -> Self {
        let values =
            || curves.iter().flat_map(|curve| curve.drawn().flat_map(|i| [&curve.band.p10[i], &curve.band.p90[i]]));
        let there = || values().copied().filter(|value| value.is_finite());
        // Nought is what nearly every quantity here is compared with.
        let first = there().next().filter(|_| afloat).unwrap_or(0.0);
        let (low, high) = (there().fold(first, f64::min), there().fold(first, f64::max));
        let step = round_step((high - low).max(1e-9) / 4.0);
        let (low, high) = ((low / step).floor() * step, (high / step).ceil() * step);
        let high = if high > low { high } else { low + step };
        Self { begins: day.begins_s() / 3_600.0, ends: day.ends_s() / 3_600.0, low, high, step }
    }

    fn x(&self, hours: f64) -> f64 {
        LEFT + (hours - self.begins) / (self.ends - self.begins) * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, value: f64) -> f64 {
        HEIGHT - BOTTOM - (value - self.low) / (self.high - self.low) * (HEIGHT - TOP - BOTTOM)
    }

    /// Hours between ticks, and the hour that is ticked whatever the others are.
    fn clock_ticks(&self) -> (f64, f64) {
        let span = self.ends - self.begins;
        let step = [0.25, 0.5, 1.0, 2.0, 3.0, 4.0].into_iter().find(|step| span / step <= 5.0).unwrap_or(6.0);
        let whole = |x: f64| (x - x.round()).abs() < 1e-9;
        // A day from seven to eleven is ticked at its ends; one that begins at 06:40 at round hours.
        let anchor = if whole(self.begins) && whole(span / step) { self.begins } else { 0.0 };
        (step, anchor)
    }
}

/// Places in the day's traces that have the quantity, as unbroken stretches: not while the prosthesis is off, and where only
/// walking has it, not while nobody walks.
fn stretches(quantity: &Quantity, day: &Day, times: &[f64], band: &Band) -> Vec<Range<usize>> {
    let off = |time: f64| {
        let inside = |a: &Activity| (a.from.seconds()..a.to.seconds()).contains(&time);
        day.activities.iter().any(|activity| activity.kind == ActivityKind::Doff && inside(activity))
    };
    let there = |(index, time): &(usize, &f64)| band.p50[*index].is_finite() && !(quantity.worn && off(**time));
    let mut stretches: Vec<Range<usize>> = vec![];
    for (index, _) in times.iter().enumerate().filter(there) {
        match stretches.last_mut() {
            Some(last) if last.end == index => last.end = index + 1,
            _ => stretches.push(index..index + 1),
        }
    }
    stretches
}

fn plots(shown: &Drawn, frame: &Frame, curves: &[Curve]) -> Vec<Plot> {
    let (_, anchor) = frame.clock_ticks();
    let telling = |curve: &Curve, values: &[f64], stretch: &Range<usize>| {
        let (first, hours) = (stretch.start, &curve.hours[stretch.clone()]);
        telling(frame, hours, &values[stretch.clone()], shown.step).into_iter().map(move |index| first + index)
    };
    let pieces = || curves.iter().flat_map(|curve| curve.stretches.iter().map(move |stretch| (curve, stretch)));
    let mut plots = vec![];
    for (curve, stretch) in pieces() {
        let mut kept: Vec<usize> = telling(curve, &curve.band.p10, stretch).collect();
        kept.extend(telling(curve, &curve.band.p90, stretch));
        kept.sort_unstable();
        kept.dedup();
        let (hours, low, high) = edges(curve, &kept, anchor, shown.step);
        let band = BandPlot::new(hours, low, high);
        plots.push(Plot::Band(band.with_color(curve.style.colour).with_opacity(0.16)));
    }
    for (curve, stretch) in pieces() {
        let points: Vec<(f64, f64)> = telling(curve, &curve.band.p50, stretch)
            .map(|index| (curve.hours[index] - anchor, curve.band.p50[index]))
            .collect();
        let mut line = LinePlot::new().with_data(points).with_color(curve.style.colour).with_stroke_width(1.8);
        line.step = shown.step;
        if !curve.style.dashes.is_empty() {
            line.line_style = LineStyle::Custom(curve.style.dashes.into());
        }
        plots.push(Plot::Line(line));
    }
    plots
}

/// Hours, lower and upper edge of a band. A band of steps keeps its value until the next one, as its line does.
fn edges(curve: &Curve, kept: &[usize], anchor: f64, step: bool) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let (mut hours, mut low, mut high) = (vec![], vec![], vec![]);
    for (place, index) in kept.iter().enumerate() {
        let hour = curve.hours[*index] - anchor;
        if step && place > 0 {
            let before = kept[place - 1];
            hours.push(hour);
            low.push(curve.band.p10[before]);
            high.push(curve.band.p90[before]);
        }
        hours.push(hour);
        low.push(curve.band.p10[*index]);
        high.push(curve.band.p90[*index]);
    }
    (hours, low, high)
}

fn layout(texts: &'static Texts, shown: &Drawn, frame: &Frame, day: &Day) -> Layout {
    let (step, anchor) = frame.clock_ticks();
    let digits = usize::from(frame.step < 0.999);
    let mut theme = Theme::light();
    theme.grid_color = "#dddddd".into();
    for colour in [&mut theme.axis_color, &mut theme.tick_color, &mut theme.text_color] {
        *colour = INK.into();
    }
    let mut layout = Layout::new((frame.begins - anchor, frame.ends - anchor), (frame.low, frame.high))
        .with_width(WIDTH)
        .with_height(HEIGHT)
        .with_force_margins(LEFT, RIGHT)
        .with_force_margins_y(TOP, BOTTOM)
        .with_x_axis_min(frame.begins - anchor)
        .with_x_axis_max(frame.ends - anchor)
        .with_y_axis_min(frame.low)
        .with_y_axis_max(frame.high)
        .with_x_tick_step(step)
        .with_y_tick_step(frame.step)
        .with_x_tick_format(TickFormat::Custom(Arc::new(move |hours| {
            ClockTime::show((hours + anchor) * 3_600.0 + 0.5)
        })))
        .with_y_tick_format(TickFormat::Custom(Arc::new(move |value| words::number(texts, value, digits))))
        .with_tick_size(11)
        .with_axis_line_width(0.8)
        .with_tick_width(0.8)
        .with_tick_length(5.0)
        .with_grid_line_width(0.6)
        .with_theme(theme);
    if shown.inhg && WORKING_KPA < frame.high {
        let bottom = ReferenceLine::horizontal(WORKING_KPA).with_color("#555555").with_stroke_width(0.7);
        layout = layout.with_reference_line(bottom.with_dasharray("3 2"));
    }
    for activity in day.activities.iter().filter(|activity| activity.kind == ActivityKind::Doff) {
        let hours = |time: ClockTime| time.seconds() / 3_600.0 - anchor;
        let off = ShadedRegion::vertical(hours(activity.from), hours(activity.to));
        layout = layout.with_shaded_region(off.with_color("#777777").with_opacity(0.22));
    }
    layout
}

/// The letter of a suspension on its line, each at its own hours so that equal lines stay told apart.
fn mark(scene: &mut Scene, frame: &Frame, curve: &Curve, place: usize) {
    let count = curve.hours.len();
    for share in [0.25, 0.72] {
        let index = ((share + 0.085 * place as f64) * count as f64) as usize;
        // While the line is broken its letter waits for it.
        let Some(index) = curve.drawn().find(|drawn| *drawn >= index) else { continue };
        let (hour, value) = (curve.hours[index], curve.band.p50[index]);
        // At the edge the letter would hide the axis and its hours.
        let y = frame.y(value).clamp(TOP + 6.0, HEIGHT - BOTTOM - 6.5);
        let x = frame.x(hour);
        scene.add(Primitive::Circle {
            cx: x,
            cy: y,
            r: 5.6,
            fill: Color::from("#ffffff"),
            fill_opacity: None,
            stroke: Some(Color::from(curve.style.colour)),
            stroke_width: Some(1.2),
        });
        scene.add(Primitive::Text {
            x,
            y: y + 3.0,
            content: curve.letter.to_string(),
            size: 8,
            anchor: TextAnchor::Middle,
            rotate: None,
            bold: true,
            color: Some(Color::from(INK)),
        });
    }
}

/// The right-hand axis of a vacuum, every 5 inHg, or every one where there is little.
fn inhg_axis(scene: &mut Scene, frame: &Frame) {
    let right = WIDTH - RIGHT;
    let line = |x1: f64, y1: f64, x2: f64, y2: f64| Primitive::Line {
        x1,
        y1,
        x2,
        y2,
        stroke: Color::from(INK),
        stroke_width: 0.8,
        stroke_dasharray: None,
    };
    scene.add(line(right, TOP, right, HEIGHT - BOTTOM));
    let every = if frame.high < VacuumLevel::from_inhg(7.0).kpa() { 1 } else { 5 };
    for inhg in (0..=30).step_by(every) {
        let kpa = VacuumLevel::from_inhg(f64::from(inhg)).kpa();
        if kpa > frame.high {
            break;
        }
        let y = frame.y(kpa);
        scene.add(line(right, y, right + 3.0, y));
        scene.add(Primitive::Text {
            x: right + 5.0,
            y: y + 3.5,
            content: inhg.to_string(),
            size: 11,
            anchor: TextAnchor::Start,
            rotate: None,
            bold: false,
            color: None,
        });
    }
}

/// Indices of the points without which the line would look different (Ramer, Douglas and Peucker).
fn telling(frame: &Frame, hours: &[f64], values: &[f64], step: bool) -> Vec<usize> {
    let point = |index: usize| (frame.x(hours[index]), frame.y(values[index]));
    let last = values.len().min(hours.len()).saturating_sub(1);
    if step {
        let changes = |index: &usize| *index == 0 || *index == last || values[*index] != values[*index - 1];
        return (0..=last).filter(changes).collect();
    }
    let mut kept = vec![0, last];
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        let ((x0, y0), (x1, y1)) = (point(from), point(to));
        let away = |index: usize| {
            let (x, y) = point(index);
            (y - y0 - (y1 - y0) * (x - x0) / (x1 - x0).max(1e-9)).abs()
        };
        let farthest = (from + 1..to).max_by(|a, b| away(*a).total_cmp(&away(*b)));
        if let Some(index) = farthest.filter(|index| away(*index) > INVISIBLE) {
            kept.push(index);
            open.extend([(from, index), (index, to)]);
        }
    }
    kept.sort_unstable();
    kept.dedup();
    kept
}

/// What is inside kuva's `<svg>`, its ids made ours: kuva counts them through the whole process, and the same result
/// must give the same bytes.
fn inner(svg: &str, id: &str) -> String {
    let body = svg.split_once("-->").map_or(svg, |(_, body)| body);
    let body = body.trim().strip_suffix("</svg>").unwrap_or(body);
    own_clip_ids(body, id)
}

fn sentence(texts: &Texts, quantity: &Quantity, shown: &Drawn, curves: &[Curve]) -> String {
    let ends: Vec<String> = curves
        .iter()
        .filter_map(|curve| {
            let band = curve.band;
            let last = curve.drawn().last()?;
            let (p10, p50, p90) = (&band.p10[last], &band.p50[last], &band.p90[last]);
            let number = |value: &f64| words::number(texts, *value, quantity.digits);
            Some(texts.fill(
                "plot.ends_at",
                &[
                    ("system", &words::told(texts, curve.name)),
                    ("median", &number(p50)),
                    ("low", &number(p10)),
                    ("high", &number(p90)),
                ],
            ))
        })
        .collect();
    texts.fill(
        "plot.over_the_day",
        &[("quantity", shown.title(texts)), ("unit", shown.unit(texts)), ("ends", &ends.join("; "))],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axis_steps_are_round() {
        let steps = [0.03, 0.5, 1.7, 2.1, 7.0, 18.4].map(round_step);
        for (step, right) in steps.into_iter().zip([0.05, 0.5, 2.0, 5.0, 10.0, 20.0]) {
            assert!((step - right).abs() < 1e-9, "{step} for {right}");
        }
    }

    #[test]
    fn only_what_can_be_seen_of_a_line_is_drawn() {
        let frame = Frame { begins: 0.0, ends: 10.0, low: 0.0, high: 10.0, step: 1.0 };
        let hours: Vec<f64> = (0..=100).map(|i| f64::from(i) / 10.0).collect();
        let bend: Vec<f64> = hours.iter().map(|h| if *h < 5.0 { *h } else { 10.0 - *h }).collect();
        assert_eq!(telling(&frame, &hours, &bend, false), [0, 50, 100]);
        assert_eq!(telling(&frame, &hours, &vec![1.0; 101], true), [0, 100]);
    }

    #[test]
    fn ids_do_not_depend_on_what_was_drawn_before() {
        let svg = |n| format!("<svg><!-- x --><a id=\"kuva-clip-{n}\"/><b u=\"#kuva-clip-{n}\"/></svg>");
        assert_eq!(inner(&svg(3), "p"), inner(&svg(41), "p"));
        assert_eq!(inner(&svg(3), "p"), "<a id=\"p-clip-0\"/><b u=\"#p-clip-0\"/>");
    }
}
