//! One view: a bitmap, and over it as crisp lines and text its sides, heights, marks and scale bar.

use super::drawing::{LINER, SKIN, Shows, WALL, WIDTH, image, short};
use crate::words;
use domain::limb::AmputationLevel;
use geometry::pose::Basis;
use maud::{Markup, html};
use picture::{Camera, Scale};
use texts::Texts;
use workup::socket::{MadeSocket, Purpose};

/// Height of the line above a bitmap that says what it is, and of that below it with the scale bar, units.
const HEAD: f64 = 22.0;
const FOOT: f64 = 22.0;

/// Length of the scale bar, mm.
const BAR_MM: f64 = 50.0;

/// A landmark in a view.
#[derive(Clone, Debug)]
pub struct Mark {
    number: usize,
    /// Millimetres from the lower left corner.
    at: [f64; 2],
    placed: bool,
}

/// One view.
#[derive(Debug)]
pub struct Panel {
    /// The bitmap, as what stands in place of a file's name.
    pub(super) image: String,
    pub(super) camera: Camera,
    pub(super) texts: &'static Texts,
    /// From which level heights are counted.
    pub(super) level: AmputationLevel,
    pub(super) heading: &'static str,
    /// Which view, for ids.
    pub(super) view: &'static str,
    pub(super) edges: [&'static str; 2],
    pub(super) marks: Vec<Mark>,
    /// The colours of a cut are explained.
    pub(super) key: bool,
    pub(super) shows: Shows,
    /// What stands over everything.
    pub(super) stamp: Option<&'static str>,
}

/// The landmarks on the near side of the limb, by their number in the result's list.
pub(super) fn marks(made: &MadeSocket, camera: &Camera) -> Vec<Mark> {
    let near = |point: geometry::Vec3| (point - made.limb.centre(point.z)).dot(camera.towards) > -8.0;
    (made.limb.landmarks.values().enumerate())
        .filter(|(_, placed)| near(placed.point))
        .map(|(index, placed)| Mark {
            number: index + 1,
            at: camera.place(placed.point),
            placed: placed.found.basis() == Basis::Placed,
        })
        .collect()
}

impl Panel {
    /// Height in the panel's units.
    pub(super) fn height(&self) -> f64 {
        HEAD + FOOT + if self.key { FOOT } else { 0.0 } + self.camera.frame.height() * self.unit()
    }

    /// Units a millimetre.
    fn unit(&self) -> f64 {
        WIDTH / self.camera.frame.width()
    }

    /// As an image of a page.
    pub(super) fn show(&self) -> Markup {
        let what = match self.shows {
            Shows::Limb => "limb",
            Shows::Socket => "socket",
            Shows::Inside => "inside",
            Shows::Change => "change",
        };
        let id = format!("view-{what}-{}", self.view);
        let texts = self.texts;
        let heading = [("view", self.heading)];
        let name = match self.shows {
            Shows::Limb => texts.fill("plot.views.limb", &heading),
            Shows::Socket => texts.fill("plot.views.socket", &heading),
            Shows::Inside => texts.say("plot.views.inside").to_string(),
            Shows::Change => texts.fill("plot.views.change", &heading),
        };
        image("view", &id, [WIDTH, self.height()], &name, &self.drawing())
    }

    /// As a part of a larger drawing.
    pub(super) fn placed(&self, x: f64, y: f64) -> Markup {
        html! { g transform=(format!("translate({} {})", short(x), short(y))) { (self.drawing()) } }
    }

    fn drawing(&self) -> Markup {
        let high = self.camera.frame.height() * self.unit();
        let level = HEAD + self.camera.frame.along[1] * self.unit();
        let bar = BAR_MM * self.unit();
        let foot = HEAD + high + 12.0;
        let [left, right] = self.edges;
        html! {
            image x="0" y=(HEAD) width=(WIDTH) height=(short(high)) preserveAspectRatio="none"
                href=(self.image) {}
            text x=(WIDTH / 2.0) y="15" font-size="14" font-weight="bold" text-anchor="middle" fill="#111" {
                (self.heading)
            }
            text x="3" y="15" font-size="12" fill="#444" { "← " (left) }
            text x=(WIDTH - 3.0) y="15" font-size="12" text-anchor="end" fill="#444" { (right) " →" }
            @if level > HEAD && level < HEAD + high {
                line x1="0" x2=(WIDTH) y1=(short(level)) y2=(short(level)) stroke="#222" stroke-width="0.8"
                    stroke-dasharray="5 4" {}
                // On a white edge: the limb may lie behind.
                text x="2" y=(short(level - 4.0)) font-size="11" fill="#222" stroke="#ffffff" stroke-width="3"
                    paint-order="stroke" { (words::level_short(self.texts, self.level)) }
            }
            path d=(format!("M4 {0}v-4v8v-4H{1}v-4v8", short(foot), short(4.0 + bar))) stroke="#222" fill="none"
                stroke-width="1.4" {}
            text x=(short(bar + 10.0)) y=(short(foot + 4.0)) font-size="12" fill="#222" { "50 mm" }
            @for mark in &self.marks { (self.mark(mark)) }
            @if let Some(stamp) = self.stamp { (stamped(stamp, WIDTH / 2.0, HEAD + 13.0)) }
            @if self.key { (key(self.texts, HEAD + high + FOOT + 2.0)) }
        }
    }

    fn mark(&self, mark: &Mark) -> Markup {
        let x = mark.at[0] * self.unit();
        let y = HEAD + (self.camera.frame.height() - mark.at[1]) * self.unit();
        html! {
            circle cx=(short(x)) cy=(short(y)) r="8.5" fill="#ffffff" stroke="#111" stroke-width="1.6"
                stroke-dasharray=[(!mark.placed).then_some("3 2")] {}
            text x=(short(x)) y=(short(y + 4.2)) font-size="12" font-weight="bold" text-anchor="middle" fill="#111" {
                (mark.number)
            }
        }
    }
}

/// What a picture is not to be taken for, on a white edge.
/// What stands in every picture of what is no socket.
pub(super) fn stamp(texts: &Texts, purpose: Purpose) -> Option<&str> {
    match purpose {
        Purpose::Socket => None,
        Purpose::SizeCheck => Some(texts.say("plot.stamp")),
    }
}

/// Words on a white edge.
pub(super) fn stamped(stamp: &str, x: f64, y: f64) -> Markup {
    html! {
        text x=(short(x)) y=(short(y)) font-size="12" font-weight="bold" text-anchor="middle" fill="#9b1c1c" stroke="#ffffff"
            stroke-width="3" paint-order="stroke" { (stamp) }
    }
}

fn hex([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// What the colours of a cut are.
fn key(texts: &Texts, y: f64) -> Markup {
    html! {
        @for (x, colour, word) in [
            (4.0, SKIN, texts.say("plot.key.limb")),
            (62.0, LINER, texts.say("plot.key.liner")),
            (176.0, WALL, texts.say("plot.key.wall")),
        ] {
            rect x=(short(x)) y=(short(y + 1.0)) width="11" height="11" fill=(hex(colour)) stroke="#222"
                stroke-width="0.7" {}
            text x=(short(x + 14.0)) y=(short(y + 11.0)) font-size="12" fill="#222" { (word) }
        }
    }
}

/// Width of the legend, units.
const LEGEND: f64 = 480.0;

/// What the limb's colours are.
pub(super) const TO_INSIDE: &str = "plot.legend.inside";

/// What an earlier scan's colours are.
pub(super) const TO_NOW: &str = "plot.legend.change";

/// The legend as an image of a page.
pub(super) fn legend(texts: &Texts, scale: &Scale, id: &str, title: &str) -> Markup {
    image("legend", id, [LEGEND, 46.0], texts.say(title), &legend_drawing(texts, scale, title))
}

/// The bands with the numbers between them.
pub(super) fn legend_drawing(texts: &Texts, scale: &Scale, title: &str) -> Markup {
    let band = (LEGEND - 40.0) / scale.bands.len() as f64;
    let digits = (-scale.step.log10().floor()).max(0.0) as usize;
    let ticks = scale.ticks();
    let last = ticks.len() - 1;
    html! {
        text x="20" y="11" font-size="12" fill="#111" { (texts.say(title)) }
        @for (place, colour) in scale.bands.iter().enumerate() {
            rect x=(short(20.0 + band * place as f64)) y="16" width=(short(band)) height="13" fill=(hex(*colour))
                stroke="#222" stroke-width="0.6" {}
        }
        @for (place, tick) in ticks.iter().enumerate() {
            @let beyond = place == 0 && scale.beyond[0] || place == last && scale.beyond[1];
            text x=(short(20.0 + band * place as f64)) y="42" font-size="12" text-anchor="middle" fill="#111" {
                @if beyond && place == 0 { "≤ " } @else if beyond { "≥ " }
                (words::number(texts, *tick, digits))
            }
        }
    }
}
