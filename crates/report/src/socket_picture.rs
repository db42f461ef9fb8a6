//! Limb and socket in pictures: what the report shows one by one, and one picture of all of them.
//!
//! Every view has the same scale, those of one row the same height: what lies side by side can be compared.

mod change;
mod drawing;
mod panel;
mod sections;
mod strength;
mod views;

use geometry::{Mesh, Vec3};
use maud::{Markup, html};
use picture::{Bitmap, Camera, Cut, Frame, Layer, Paint, Scale, render};
use rayon::prelude::*;
use std::f64::consts::TAU;
use texts::Texts;
use workup::socket::MadeSocket;

pub use change::Change;
pub use sections::outlines;
pub use strength::strength;
pub use views::View;

use drawing::{BONE, LINER, SKIN, SOCKET, Shows, WALL, WIDTH, short};
use panel::Panel;

/// Pixels a unit of a panel: enough for a screen that has two a point, and for paper.
const PIXELS: f64 = 2.0;

/// Around what is shown, mm.
const MARGIN_MM: f64 = 8.0;

/// Limb and socket, drawn.
#[derive(Debug)]
pub struct Pictures {
    /// Where every colour begins and ends.
    pub scale: Scale,
    limb: Vec<Panel>,
    socket: Vec<Panel>,
    inside: Panel,
    texts: &'static Texts,
    stamp: Option<&'static str>,
}

impl Pictures {
    /// Draws every view.
    pub fn new(texts: &'static Texts, made: &MadeSocket) -> Self {
        let values = &made.distances;
        let bare = above_trim(made);
        let known = values.iter().zip(&bare).filter(|(_, above)| **above <= 0.0).map(|(value, _)| *value);
        let scale = Scale::over(&known.collect::<Vec<_>>());
        let stage = Stage::new(texts, made, Paint::Values { values, bare: &bare, scale: &scale });
        let wanted: Vec<(Shows, View)> = (View::ALL.map(|view| (Shows::Limb, view)).into_iter())
            .chain(View::ALL.map(|view| (Shows::Socket, view)))
            .chain([(Shows::Inside, View::Lateral)])
            .collect();
        let mut limb: Vec<Panel> = wanted.into_par_iter().map(|(shows, view)| stage.panel(shows, view)).collect();
        let mut socket = limb.split_off(View::ALL.len());
        let inside = socket.split_off(View::ALL.len()).swap_remove(0);
        Self { scale, limb, socket, inside, texts, stamp: panel::stamp(texts, made.result.purpose) }
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
        panel::legend(self.texts, &self.scale, "legend-name", panel::TO_INSIDE)
    }

    /// One picture of all of it, as a file of its own.
    pub fn file(&self, title: &str) -> String {
        let title = self.stamp.map_or(title.to_string(), |stamp| format!("{title}: {stamp}"));
        let height = |panels: &[Panel]| panels.first().map_or(0.0, Panel::height);
        let (head, legend, edge) = (36.0, 56.0, 10.0);
        let socket = head + height(&self.limb) + legend;
        let (wide, tall) = (5.0 * WIDTH + 4.0 * edge, socket + height(&self.socket) + edge);
        let inside = head + (tall - head - self.inside.height()) / 2.0;
        let row = |panels: &[Panel], y: f64| {
            let placed = |(column, panel): (usize, &Panel)| panel.placed(edge + WIDTH * column as f64, y);
            panels.iter().enumerate().map(placed).collect::<Vec<_>>()
        };
        let drawing = html! {
            rect width=(wide) height=(short(tall)) fill="#ffffff" {}
            text x="12" y="23" font-size="17" font-weight="bold" fill="#111" { (title) }
            @for panel in row(&self.limb, head).into_iter().chain(row(&self.socket, socket)) { (panel) }
            (self.inside.placed(3.0 * edge + 4.0 * WIDTH, inside.max(head)))
            g transform=(format!("translate({} {})", short(2.0 * WIDTH - 230.0), short(socket - legend + 4.0))) {
                (panel::legend_drawing(self.texts, &self.scale, panel::TO_INSIDE))
            }
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

/// How far every vertex of the skin lies above the trim line, mm: there is no socket to be at a distance from.
fn above_trim(made: &MadeSocket) -> Vec<f64> {
    let chart = &made.socket.chart;
    let spokes = chart.spokes();
    let heights: Vec<f64> = (0..spokes).map(|spoke| chart.ray(chart.trim_row(), spoke).0.z).collect();
    let above = |point: &Vec3| {
        let from = *point - chart.centre(point.z);
        let at = from.y.atan2(from.x).rem_euclid(TAU) / TAU * spokes as f64;
        let (spoke, share) = (at as usize % spokes, at.fract());
        if made.socket.outline.turns_back() {
            return -made.socket.outline.below(chart, spoke, *point);
        }
        point.z - heights[spoke] - share * (heights[(spoke + 1) % spokes] - heights[spoke])
    };
    made.limb.skin.vertices.iter().map(above).collect()
}

/// What is drawn, and from where.
struct Stage<'a> {
    texts: &'static Texts,
    made: &'a MadeSocket,
    /// What is painted; the limb's skin where nothing else is.
    painted: Option<&'a Mesh>,
    /// Its distances.
    distances: Paint<'a>,
    /// The socket's inside up to the trim line: what liner and socks fill.
    inside: Mesh,
    /// Half the width of every panel, mm.
    half: f64,
    /// The middle across, mm.
    middle: Vec3,
}

impl<'a> Stage<'a> {
    fn new(texts: &'static Texts, made: &'a MadeSocket, distances: Paint<'a>) -> Self {
        let (socket, limb) = (&made.socket, &made.limb);
        let bounds = [limb.skin.bounds(), socket.solid.bounds()];
        let low = bounds[0].0.min(bounds[1].0);
        let high = bounds[0].1.max(bounds[1].1);
        let half = ((high - low) / 2.0).with_z(0.0).max_element() + MARGIN_MM;
        Self { texts, made, painted: None, distances, inside: socket.inside(), half, middle: (low + high) / 2.0 }
    }

    fn panel(&self, shows: Shows, view: View) -> Panel {
        let side = self.made.result.side;
        let towards = view.towards(side);
        let right = Vec3::Z.cross(towards);
        let across = right.dot(self.middle);
        let shown = match shows {
            Shows::Limb | Shows::Change => vec![self.made.limb.skin.bounds()],
            Shows::Socket => vec![self.made.socket.solid.bounds()],
            Shows::Inside => vec![self.made.limb.skin.bounds(), self.made.socket.solid.bounds()],
        };
        let low = shown.iter().map(|(low, _)| low.z).fold(f64::INFINITY, f64::min);
        let high = shown.iter().map(|(_, high)| high.z).fold(f64::NEG_INFINITY, f64::max);
        let along = [low - MARGIN_MM, high + MARGIN_MM];
        let frame = Frame { across: [across - self.half, across + self.half], along };
        let camera = Camera::new(towards, Vec3::Z, frame, PIXELS * WIDTH / frame.width());
        let marks = if shows == Shows::Limb { panel::marks(self.made, &camera) } else { vec![] };
        let heading = match shows {
            Shows::Inside => self.texts.say("plot.view.cut"),
            _ => view.name(self.texts),
        };
        let edges = view.edges(self.texts, side);
        let named = if shows == Shows::Inside { "cut-open" } else { view.id() };
        let key = shows == Shows::Inside;
        let stamp = panel::stamp(self.texts, self.made.result.purpose);
        Panel {
            image: self.bitmap(shows, &camera).data_uri(),
            camera,
            texts: self.texts,
            level: self.made.result.level,
            heading,
            view: named,
            edges,
            marks,
            key,
            shows,
            stamp,
        }
    }

    fn bitmap(&self, shows: Shows, camera: &Camera) -> Bitmap {
        let (skin, solid) = (&self.made.limb.skin, &self.made.socket.solid);
        match shows {
            Shows::Limb | Shows::Change => {
                render(&[Layer::whole(self.painted.unwrap_or(skin), self.distances)], camera)
            }
            Shows::Socket => render(&[Layer::solid(solid, Paint::Plain(SOCKET))], camera),
            Shows::Inside => {
                let offset = camera.towards.dot(self.axis());
                let cut = |fill| Some(Cut { normal: camera.towards, offset, fill });
                let layer = |mesh, colour| Layer { cut: cut(colour), ..Layer::whole(mesh, Paint::Plain(colour)) };
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
