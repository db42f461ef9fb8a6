//! The benches' curves as one picture of small panels, drawn by kuva.

use super::bench_text::{held, title};
use super::words;
use crate::svg::own_clip_ids;
use kuva::backend::svg::SvgBackend;
use kuva::plot::line::LineStyle;
use kuva::plot::{BandPlot, LinePlot};
use kuva::render::annotations::ReferenceLine;
use kuva::render::layout::{Layout, TickFormat};
use kuva::render::plots::Plot;
use kuva::render::render::render_multiple;
use kuva::render::theme::Theme;
use std::fmt::Write;
use std::sync::Arc;
use texts::Texts;
use twin::bench::fit::Limb;
use twin::bench::pump::PumpUnderTest;
use twin::ensemble::Band;
use workup::bench::{PumpBench, SocketBench};

const WIDTH: f64 = 340.0;
const HEIGHT: f64 = 250.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 46.0;
const BOTTOM: f64 = 40.0;
const COLUMNS: usize = 3;
/// Displacement at which the pull-out panel ends, mm: beyond it a limb is out.
const FARTHEST_MM: f64 = 10.0;
const INK: &str = "#222222";
/// After Okabe and Ito, dark enough on white.
const COLOURS: [&str; 6] = ["#0060a8", "#c04a00", "#00755a", "#8a3b80", "#1f1f1f", "#7a5c00"];
const DASHES: [&str; 6] = ["", "7 3", "2 2", "9 3 2 3", "5 2", "1 3"];

/// One line with its band.
struct Curve {
    name: String,
    points: Vec<(f64, [f64; 3])>,
}

impl Curve {
    fn new(name: String, at: &[f64], band: &Band) -> Self {
        let parts = |index: usize| [band.p10[index], band.p50[index], band.p90[index]];
        Self { name, points: at.iter().enumerate().map(|(index, x)| (*x, parts(index))).collect() }
    }
}

/// One panel.
struct Panel {
    title: String,
    x: String,
    y: String,
    most_x: f64,
    most_y: f64,
    line_at: Option<f64>,
    curves: Vec<Curve>,
}

/// Vacuum against cycles or seconds, a panel a pump, a line a chamber.
pub fn pumps(texts: &'static Texts, result: &PumpBench) -> String {
    let most_x = result
        .pumps
        .iter()
        .flat_map(|pump| &pump.chambers)
        .filter_map(|chamber| chamber.seconds.map(|seconds| seconds.p90))
        .fold(20.0, f64::max);
    let panels: Vec<Panel> = result
        .pumps
        .iter()
        .map(|pump| {
            let electric = pump.pump == PumpUnderTest::Electric;
            let curves = pump.chambers.iter().map(|chamber| {
                let at: Vec<f64> = (0..chamber.vacuum_kpa.p50.len()).map(|index| index as f64).collect();
                Curve::new(format!("{} mL", words::number(texts, chamber.chamber_ml, 0)), &at, &chamber.vacuum_kpa)
            });
            Panel {
                title: title(pump),
                x: texts.say(if electric { "bench.axis_seconds" } else { "bench.axis_cycles" }).into(),
                y: texts.say("bench.axis_vacuum").into(),
                most_x: 1.15 * most_x,
                most_y: 100.0,
                line_at: Some(result.stand.target_kpa),
                curves: curves.collect(),
            }
        })
        .collect();
    sheet(texts, &panels)
}

/// The four stands' curves.
pub fn socket(texts: &'static Texts, result: &SocketBench) -> String {
    let usual = |liner: f64| (liner - 1.0).abs() < 1e-9;
    let domes = result.dome.iter().filter(|row| usual(row.liner)).map(|row| {
        Curve::new(
            texts.fill("bench.curve_gap", &[("gap", &words::number(texts, row.gap_mm, 1))]),
            &row.socket_kpa,
            &row.tissue_kpa,
        )
    });
    let liners = result.dome.iter().filter(|row| (row.gap_mm - 2.0).abs() < 1e-9).map(|row| {
        Curve::new(
            texts.fill("bench.curve_liner", &[("times", &words::number(texts, row.liner, 1))]),
            &row.socket_kpa,
            &row.tissue_kpa,
        )
    });
    let pulls =
        result.pull.iter().map(|row| Curve::new(held(texts, row.held).into(), &row.force_n, &row.displacement_mm));
    let slopes = [(Limb::Model, "bench.curve_model"), (Limb::Person, "bench.curve_person")].map(|(limb, name)| Curve {
        name: texts.say(name).into(),
        points: result
            .fit
            .iter()
            .filter(|row| row.limb == limb)
            .map(|row| {
                let slope = row.slope_inhg_per_mm;
                (row.volume_pct + 3.0, [slope.p10, slope.p50, slope.p90])
            })
            .collect(),
    });
    let panel = |title: &str, x: &str, y: &str, most_x: f64, curves: Vec<Curve>| Panel {
        title: title.into(),
        x: x.into(),
        y: y.into(),
        most_x,
        most_y: highest(&curves),
        line_at: None,
        curves,
    };
    sheet(
        texts,
        &[
            panel(texts.say("bench.panel_gap"), texts.say("bench.axis_outside"), "kPa", 68.0, domes.collect()),
            panel(texts.say("bench.panel_liner"), texts.say("bench.axis_outside"), "kPa", 68.0, liners.collect()),
            Panel {
                most_y: FARTHEST_MM,
                ..panel(texts.say("bench.panel_pull"), texts.say("bench.axis_pull"), "mm", 100.0, pulls.collect())
            },
            panel(texts.say("bench.panel_slope"), texts.say("bench.axis_volume"), "inHg/mm", 6.0, slopes.into()),
        ],
    )
}

fn highest(curves: &[Curve]) -> f64 {
    curves.iter().flat_map(|curve| &curve.points).map(|point| point.1[2]).fold(1e-6, f64::max)
}

/// Panels side by side.
fn sheet(texts: &'static Texts, panels: &[Panel]) -> String {
    // Four panels stand better two by two.
    let columns = if panels.len() == 4 { 2 } else { panels.len().clamp(1, COLUMNS) };
    let rows = panels.len().div_ceil(columns);
    let (width, height) = (WIDTH * columns as f64, HEIGHT * rows as f64);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"sans-serif\">\n<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n"
    );
    for (index, panel) in panels.iter().enumerate() {
        let (x, y) = (WIDTH * (index % columns) as f64, HEIGHT * (index / columns) as f64);
        let _ = writeln!(text, "<g transform=\"translate({x} {y})\">\n{}</g>", drawn(texts, panel, index));
    }
    text + "</svg>\n"
}

fn drawn(texts: &'static Texts, panel: &Panel, index: usize) -> String {
    let step = round_step(panel.most_y / 5.0);
    let most_y = (panel.most_y / step).ceil() * step;
    let mut scene = render_multiple(plots(panel), layout(texts, panel, most_y, step));
    scene.background_color = None;
    let mut text = String::new();
    let mut word = |x: f64, y: f64, size: f64, anchor: &str, weight: &str, colour: &str, what: &str| {
        let _ = writeln!(
            text,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" text-anchor=\"{anchor}\" font-weight=\"{weight}\" \
             fill=\"{colour}\">{}</text>",
            what.replace('&', "&amp;").replace('<', "&lt;")
        );
    };
    word(LEFT, 16.0, 12.0, "start", "bold", INK, &panel.title);
    word(LEFT, TOP - 5.0, 10.0, "end", "normal", INK, panel.y.split(", ").last().unwrap_or(&panel.y));
    word(0.5 * (LEFT + WIDTH - RIGHT), HEIGHT - 8.0, 10.5, "middle", "normal", INK, &panel.x);
    let space = (WIDTH - LEFT - RIGHT) / panel.curves.len().max(1) as f64;
    for (place, curve) in panel.curves.iter().enumerate() {
        word(LEFT + space * place as f64 + 15.0, 31.0, 9.5, "start", "normal", INK, &curve.name);
    }
    for (place, _) in panel.curves.iter().enumerate() {
        let x = LEFT + space * place as f64;
        let _ = writeln!(
            text,
            "<line x1=\"{x:.1}\" y1=\"28\" x2=\"{:.1}\" y2=\"28\" stroke=\"{}\" stroke-width=\"2\" \
             stroke-dasharray=\"{}\"/>",
            x + 13.0,
            COLOURS[place % COLOURS.len()],
            DASHES[place % DASHES.len()]
        );
    }
    text + &own_ids(&SvgBackend::new().render_scene(&scene), index)
}

fn plots(panel: &Panel) -> Vec<Plot> {
    let mut plots = vec![];
    let kept = |curve: &Curve| -> Vec<(f64, [f64; 3])> {
        // One point beyond the edge, so that lines leave the panel.
        let inside = curve.points.iter().take_while(|point| point.0 <= panel.most_x).count();
        curve.points[..(inside + 1).min(curve.points.len())].to_vec()
    };
    for (place, curve) in panel.curves.iter().enumerate() {
        let points = kept(curve);
        let part = |which: usize| points.iter().map(|point| point.1[which]).collect::<Vec<f64>>();
        let band = BandPlot::new(points.iter().map(|point| point.0).collect::<Vec<f64>>(), part(0), part(2));
        plots.push(Plot::Band(band.with_color(COLOURS[place % COLOURS.len()]).with_opacity(0.12)));
    }
    for (place, curve) in panel.curves.iter().enumerate() {
        let points: Vec<(f64, f64)> = kept(curve).iter().map(|point| (point.0, point.1[1])).collect();
        let mut line =
            LinePlot::new().with_data(points).with_color(COLOURS[place % COLOURS.len()]).with_stroke_width(1.7);
        if !DASHES[place % DASHES.len()].is_empty() {
            line.line_style = LineStyle::Custom(DASHES[place % DASHES.len()].into());
        }
        plots.push(Plot::Line(line));
    }
    plots
}

fn layout(texts: &'static Texts, panel: &Panel, most_y: f64, step: f64) -> Layout {
    let mut theme = Theme::light();
    theme.grid_color = "#dddddd".into();
    for colour in [&mut theme.axis_color, &mut theme.tick_color, &mut theme.text_color] {
        *colour = INK.into();
    }
    let x_step = round_step(panel.most_x / 6.0);
    let digits = |step: f64| usize::from(step < 0.999);
    let (x_digits, y_digits) = (digits(x_step), digits(step));
    let mut layout = Layout::new((0.0, panel.most_x), (0.0, most_y))
        .with_width(WIDTH)
        .with_height(HEIGHT)
        .with_force_margins(LEFT, RIGHT)
        .with_force_margins_y(TOP, BOTTOM)
        .with_x_axis_min(0.0)
        .with_x_axis_max(panel.most_x)
        .with_y_axis_min(0.0)
        .with_y_axis_max(most_y)
        .with_x_tick_step(x_step)
        .with_y_tick_step(step)
        .with_x_tick_format(TickFormat::Custom(Arc::new(move |value| words::number(texts, value, x_digits))))
        .with_y_tick_format(TickFormat::Custom(Arc::new(move |value| words::number(texts, value, y_digits))))
        .with_tick_size(10)
        .with_axis_line_width(0.8)
        .with_tick_width(0.8)
        .with_tick_length(4.0)
        .with_grid_line_width(0.6)
        .with_theme(theme);
    if let Some(target) = panel.line_at {
        let line = ReferenceLine::horizontal(target).with_color("#555555").with_stroke_width(0.8);
        layout = layout.with_reference_line(line.with_dasharray("3 2"));
    }
    layout
}

/// The next of 1, 2, 5, 10 … that is not smaller.
fn round_step(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0].into_iter().map(|m| m * power).find(|step| *step >= least * 0.999).unwrap_or(10.0 * power)
}

/// What is inside kuva's `<svg>`, its ids made the panel's own: kuva counts them through the whole process, and the
/// same result must give the same bytes.
fn own_ids(svg: &str, panel: usize) -> String {
    let body = svg.find("<svg").and_then(|at| Some(at + svg[at..].find('>')? + 1)).map_or(svg, |at| &svg[at..]);
    let body = body.trim().strip_suffix("</svg>").unwrap_or(body);
    own_clip_ids(body, &format!("p{panel}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_belong_to_the_panel_and_not_to_what_was_drawn_before() {
        let svg = |n: u32| format!("<?xml?>\n<svg a=\"1\"><c id=\"kuva-clip-{n}\"/></svg>");
        assert_eq!(own_ids(&svg(3), 1), own_ids(&svg(17), 1));
        assert_eq!(own_ids(&svg(3), 1), "<c id=\"p1-clip-0\"/>");
    }
}
