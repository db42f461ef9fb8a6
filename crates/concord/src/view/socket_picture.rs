//! Limb and socket in pictures: what the report shows one by one, and one picture of all of them.
//!
//! Every view has the same scale and the same height, so that what lies side by side can be compared.

mod panel;
mod sections;
mod views;

use crate::socket::{MadeSocket, distances};
use crate::view::picture::{Bitmap, Camera, Cut, Frame, Layer, Paint, Scale, render};
use geometry::{Mesh, Vec3};
use maud::{Markup, PreEscaped, html};
use rayon::prelude::*;

pub use sections::outlines;
pub use views::View;

pub use panel::UNSURE;

use panel::Panel;

/// Pixels a unit of a panel: enough for a screen that has two a point, and for paper.
const PIXELS: f64 = 2.0;

/// Width of a panel in its own units.
const WIDTH: f64 = 240.0;

/// Around what is shown, mm.
const MARGIN_MM: f64 = 8.0;

const SKIN: [u8; 3] = [226, 205, 186];
const BONE: [u8; 3] = [247, 244, 232];
const LINER: [u8; 3] = [143, 190, 222];
const WALL: [u8; 3] = [88, 96, 108];
const SOCKET: [u8; 3] = [196, 200, 206];

/// Which picture of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shows {
    /// The limb with its distances.
    Limb,
    /// The socket.
    Socket,
    /// Everything, its near half taken away.
    Inside,
}

/// Limb and socket, drawn.
#[derive(Debug)]
pub struct Pictures {
    /// Where every colour begins and ends.
    pub scale: Scale,
    limb: Vec<Panel>,
    socket: Vec<Panel>,
    inside: Panel,
}

impl Pictures {
    /// Draws every view.
    pub fn new(made: &MadeSocket) -> Self {
        let values = distances(&made.socket, &made.limb.skin);
        let scale = Scale::over(&below_brim(made, &values));
        let stage = Stage::new(made, &values, &scale);
        let wanted: Vec<(Shows, View)> = (View::ALL.map(|view| (Shows::Limb, view)).into_iter())
            .chain(View::ALL.map(|view| (Shows::Socket, view)))
            .chain([(Shows::Inside, View::Lateral)])
            .collect();
        let mut limb: Vec<Panel> = wanted.into_par_iter().map(|(shows, view)| stage.panel(shows, view)).collect();
        let mut socket = limb.split_off(View::ALL.len());
        let inside = socket.split_off(View::ALL.len()).swap_remove(0);
        Self { scale, limb, socket, inside }
    }

    /// The limb from four sides, with the distance to the socket's inside and its landmarks.
    pub fn limb(&self) -> impl Iterator<Item = Markup> + '_ {
        self.limb.iter().map(Panel::show)
    }

    /// The socket from four sides.
    pub fn socket(&self) -> impl Iterator<Item = Markup> + '_ {
        self.socket.iter().map(Panel::show)
    }

    /// The cut through all of it.
    pub fn inside(&self) -> Markup {
        self.inside.show()
    }

    /// What the colours mean.
    pub fn legend(&self) -> Markup {
        panel::legend(&self.scale, "legend-name")
    }

    /// One picture of all of it, as a file of its own.
    pub fn file(&self, title: &str) -> String {
        let (width, height) = (WIDTH, self.inside.height());
        let rows = [self.limb.as_slice(), &self.socket];
        let (wide, head, legend) = (5.0 * width + 20.0, 34.0, 52.0);
        let tall = head + 2.0 * height + legend + 16.0;
        let drawing = html! {
            rect width=(wide) height=(tall) fill="#ffffff" {}
            text x="12" y="23" font-size="17" font-weight="bold" fill="#111" { (title) }
            @for (row, panels) in rows.iter().enumerate() {
                @for (column, panel) in panels.iter().enumerate() {
                    (panel.placed(10.0 + width * column as f64, head + row as f64 * (height + legend)))
                }
            }
            (self.inside.placed(10.0 + 4.0 * width, head + (height + legend) / 2.0))
            g transform=(format!("translate(150 {:.1})", head + height + 8.0)) { (panel::legend_drawing(&self.scale)) }
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide:.0} {tall:.0}\" width=\"{wide:.0}\" \
             height=\"{tall:.0}\" font-family=\"system-ui, 'Segoe UI', Roboto, Arial, sans-serif\" role=\"img\">\
             <title>{}</title>{}</svg>\n",
            html! { (title) }.into_string(),
            drawing.into_string()
        )
    }
}

/// The values of vertices that the socket goes around: above the brim there is nothing to fit.
fn below_brim(made: &MadeSocket, values: &[f64]) -> Vec<f64> {
    let brim = -made.result.socket.trim_below_mm[0];
    let below = made.limb.skin.vertices.iter().zip(values).filter(|(point, _)| point.z < brim);
    below.map(|(_, value)| *value).collect()
}

/// What is drawn, and from where.
struct Stage<'a> {
    made: &'a MadeSocket,
    values: &'a [f64],
    scale: &'a Scale,
    /// The socket's inside up to the trim line: what liner and socks fill.
    inside: Mesh,
    /// Half the width of every panel, and its lower and upper edge, mm.
    half: f64,
    along: [f64; 2],
    /// The middle across, mm.
    middle: Vec3,
}

impl<'a> Stage<'a> {
    fn new(made: &'a MadeSocket, values: &'a [f64], scale: &'a Scale) -> Self {
        let (socket, limb) = (&made.socket, &made.limb);
        let bounds = [limb.skin.bounds(), socket.solid.bounds()];
        let low = bounds[0].0.min(bounds[1].0);
        let high = bounds[0].1.max(bounds[1].1);
        let half = ((high - low) / 2.0).with_z(0.0).max_element() + MARGIN_MM;
        let chart = &socket.chart;
        let rows = chart.trim_row();
        Self {
            made,
            values,
            scale,
            inside: chart.mesh(&chart.points(&socket.inner), rows),
            half,
            along: [low.z - MARGIN_MM, high.z + MARGIN_MM],
            middle: (low + high) / 2.0,
        }
    }

    fn panel(&self, shows: Shows, view: View) -> Panel {
        let side = self.made.result.side;
        let towards = view.towards(side);
        let right = Vec3::Z.cross(towards);
        let across = right.dot(self.middle);
        let frame = Frame { across: [across - self.half, across + self.half], along: self.along };
        let camera = Camera::new(towards, Vec3::Z, frame, PIXELS * WIDTH / frame.width());
        let marks = if shows == Shows::Limb { panel::marks(self.made, &camera) } else { vec![] };
        let heading = match shows {
            Shows::Inside => "Cut from front to back".to_string(),
            _ => view.name().to_string(),
        };
        let edges = view.edges(side);
        let key = shows == Shows::Inside;
        Panel { bitmap: self.bitmap(shows, &camera), camera, heading, edges, marks, key, shows }
    }

    fn bitmap(&self, shows: Shows, camera: &Camera) -> Bitmap {
        let (skin, solid) = (&self.made.limb.skin, &self.made.socket.solid);
        match shows {
            Shows::Limb => render(&[Layer::whole(skin, Paint::Values(self.values, self.scale))], camera),
            Shows::Socket => render(&[Layer::whole(solid, Paint::Plain(SOCKET))], camera),
            Shows::Inside => {
                let offset = camera.towards.dot(self.axis());
                let cut = |fill| Some(Cut { normal: camera.towards, offset, fill });
                let layer = |mesh, colour| Layer { mesh, paint: Paint::Plain(colour), cut: cut(colour) };
                let mut layers = vec![layer(&self.inside, LINER), layer(skin, SKIN)];
                layers.extend(self.made.limb.bones.iter().map(|bone| layer(bone, BONE)));
                layers.push(layer(solid, WALL));
                render(&layers, camera)
            }
        }
    }

    /// A point on the limb's middle: the plane of the cut goes through it.
    fn axis(&self) -> Vec3 {
        let chart = &self.made.socket.chart;
        let (low, high) = (chart.fan_z(), -self.made.result.socket.trim_below_mm[0]);
        (chart.centre(low) + chart.centre(high.max(low))) / 2.0
    }
}

/// A drawing as an image with a name for those who cannot see it.
fn image(class: &str, id: &str, size: [f64; 2], name: &str, drawing: &Markup) -> Markup {
    let [width, height] = size;
    html! {
        svg class=(class) viewBox=(format!("0 0 {width:.0} {height:.1}")) role="img" aria-labelledby=(id) {
            title id=(id) { (name) }
            (drawing)
        }
    }
}

/// A coordinate: a tenth of a unit cannot be seen.
fn short(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").unwrap_or(&text).to_string()
}

/// Lines as the value of an SVG path's `d`.
fn path(points: impl Iterator<Item = [f64; 2]>, closed: bool) -> PreEscaped<String> {
    let mut text = String::new();
    for (index, [x, y]) in points.enumerate() {
        text += if index == 0 { "M" } else { "L" };
        text += &format!("{} {}", short(x), short(y));
    }
    PreEscaped(if closed { text + "Z" } else { text })
}
