//! How much of the strength is used, as colours on the socket's outside, from four sides.

use super::drawing::{WIDTH, short};
use super::panel::legend_drawing;
use super::views::View;
use super::{MARGIN_MM, PIXELS};
use crate::strength_text;
use domain::limb::Side;
use geometry::Vec3;
use maud::html;
use picture::{Camera, Frame, Layer, Paint, Scale, render};
use texts::Texts;
use workup::socket::strength::{Strength, StrengthDrawn};

/// One picture as a file of its own.
pub fn strength(texts: &'static Texts, name: &str, side: Side, of: &Strength, made: &StrengthDrawn) -> String {
    let seen = made.outside.faces.iter().flatten().map(|node| *node as usize);
    let values: Vec<f64> = seen.filter(|node| made.bare[*node] <= 0.0).map(|node| made.used_pct[node]).collect();
    let scale = Scale::over(&values);
    let (low, high) = made.outside.bounds();
    let middle = (low + high) / 2.0;
    let half = ((high - low) / 2.0).with_z(0.0).max_element() + MARGIN_MM;
    let paint = Paint::Values { values: &made.used_pct, bare: &made.bare, scale: &scale };
    let panels: Vec<_> = (View::ALL.into_iter())
        .map(|view| {
            let towards = view.towards(side);
            let across = middle.dot(Vec3::Z.cross(towards));
            let frame =
                Frame { across: [across - half, across + half], along: [low.z - MARGIN_MM, high.z + MARGIN_MM] };
            let camera = Camera::new(towards, Vec3::Z, frame, PIXELS * WIDTH / (2.0 * half));
            let bitmap = render(&[Layer::whole(&made.outside, paint)], &camera);
            (view, bitmap, frame.height() * WIDTH / frame.width())
        })
        .collect();
    let tall = panels.first().map_or(0.0, |(_, _, height)| *height);
    let title = strength_text::named(texts, "strength.picture", name, side, of);
    let (head, edge) = (58.0, 12.0);
    let (width, height) = (4.0 * WIDTH + 5.0 * edge, head + tall + 70.0);
    let drawing = html! {
        rect width=(width) height=(short(height)) fill="#ffffff" {}
        text x="12" y="24" font-size="17" font-weight="bold" fill="#111" { (title) }
        @for (column, (view, bitmap, high)) in panels.iter().enumerate() {
            @let x = edge + (WIDTH + edge) * column as f64;
            @let [left, right] = view.edges(texts, side);
            text x=(short(x + WIDTH / 2.0)) y="46" font-size="14" font-weight="bold" text-anchor="middle" fill="#111" {
                (view.name(texts))
            }
            text x=(short(x + 3.0)) y="46" font-size="12" fill="#444" { "← " (left) }
            text x=(short(x + WIDTH - 3.0)) y="46" font-size="12" text-anchor="end" fill="#444" { (right) " →" }
            image x=(short(x)) y=(head) width=(WIDTH) height=(short(*high)) preserveAspectRatio="none"
                href=(bitmap.data_uri()) {}
        }
        g transform=(format!("translate({} {})", short(width / 2.0 - 240.0), short(head + tall + 14.0))) {
            (legend_drawing(texts, &scale, "strength.legend"))
        }
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" font-family=\"system-ui, 'Segoe UI', Roboto, Arial, sans-serif\" role=\"img\">\
         <title>{}</title>{}</svg>\n",
        html! { (title) }.into_string(),
        drawing.into_string()
    )
}
