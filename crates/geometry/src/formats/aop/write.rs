//! A shape to AOP's text.

use super::{FIRST_SPOKE, Shape};
use domain::limb::Side;
use std::fmt::Write;

/// The shape as AOP. Radii and scalars keep six decimals, as the samples do; uneven spokes or heights are listed. A
/// comment cannot hold an end of line, nor be the line that ends the comments: such are written with blanks for it.
pub fn write_aop(shape: &Shape) -> Vec<u8> {
    let mut out = String::from("AAOP1\n");
    for comment in &shape.comments {
        let line = plain(comment);
        let line = line.trim_end();
        out.push_str(if line.trim_start() == "END COMMENTS" { "end of comments" } else { line });
        out.push('\n');
    }
    out.push_str("END COMMENTS\nCYLINDRICAL\n");
    out.push_str(match shape.side {
        Some(Side::Right) => "RIGHT\n",
        Some(Side::Left) => "LEFT\n",
        None => "NONE\n",
    });
    let _ = writeln!(out, "{}", shape.landmarks.len());
    for landmark in &shape.landmarks {
        let _ = writeln!(out, "{:<4}\n{}", plain(&landmark.name), landmark.points.len());
        for value in landmark.points.iter().flatten() {
            let _ = writeln!(out, "{value}");
        }
    }
    let spokes = shape.angles_deg.len();
    let even = 360.0 / spokes as f64;
    // A spacing that six digits do not hold makes a turn that does not close: it is listed instead.
    let whole = (even * 1e6).round() / 1e6 == even;
    if whole && shape.angles_deg == Shape::spokes(spokes) {
        let _ = writeln!(out, "{spokes}\n{even}");
    } else {
        let _ = writeln!(out, "{spokes}\n0");
        for angle in &shape.angles_deg {
            let _ = writeln!(out, "{}", FIRST_SPOKE - angle);
        }
    }
    let _ = writeln!(out, "{}", shape.heights_mm.len());
    match shape.heights_mm.as_slice() {
        [0.0, step, ..] if shape.heights_mm.iter().enumerate().all(|(slice, z)| slice as f64 * step == *z) => {
            let _ = writeln!(out, "{step}");
        }
        heights => {
            out.push_str("0\n");
            for height in heights {
                let _ = writeln!(out, "{height}");
            }
        }
    }
    for (index, radius) in shape.radii_mm.iter().enumerate() {
        let rounded = |value: f64| (value * 1e6).round() / 1e6;
        let _ = match shape.scalars.get(index) {
            Some(scalar) => writeln!(out, "{} {}", rounded(*radius), rounded(*scalar)),
            None => writeln!(out, "{}", rounded(*radius)),
        };
    }
    out.into_bytes()
}

fn plain(text: &str) -> String {
    text.chars().map(|char| if char.is_control() { ' ' } else { char }).collect()
}
