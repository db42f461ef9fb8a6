//! What the drawings share: sizes, colours, and shapes of SVG.

use maud::{Markup, PreEscaped, html};

/// Width of a panel in its own units.
pub(super) const WIDTH: f64 = 240.0;
pub(super) const SKIN: [u8; 3] = [226, 205, 186];
pub(super) const BONE: [u8; 3] = [247, 244, 232];
pub(super) const LINER: [u8; 3] = [143, 190, 222];
pub(super) const WALL: [u8; 3] = [88, 96, 108];
pub(super) const SOCKET: [u8; 3] = [196, 200, 206];

/// Which picture of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shows {
    /// The limb with its distances.
    Limb,
    /// The socket.
    Socket,
    /// Everything, its near half taken away.
    Inside,
    /// An earlier scan, with how far the limb now is from it.
    Change,
}

/// A drawing as an image with a name for those who cannot see it.
pub(super) fn image(class: &str, id: &str, size: [f64; 2], name: &str, drawing: &Markup) -> Markup {
    let [width, height] = size;
    html! {
        svg class=(class) viewBox=(format!("0 0 {width:.0} {height:.1}")) role="img" aria-labelledby=(id) {
            title id=(id) { (name) }
            (drawing)
        }
    }
}

/// A coordinate: a tenth of a unit cannot be seen.
pub(super) fn short(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").unwrap_or(&text).to_string()
}

/// Lines as the value of an SVG path's `d`.
pub(super) fn path(points: impl Iterator<Item = [f64; 2]>, closed: bool) -> PreEscaped<String> {
    let mut text = String::new();
    for (index, [x, y]) in points.enumerate() {
        text += if index == 0 { "M" } else { "L" };
        text += &format!("{} {}", short(x), short(y));
    }
    PreEscaped(if closed { text + "Z" } else { text })
}
