//! Steps that are about the brim, windows, the wall by place and the frame, in words.

use super::found::{around, given, height};
use super::place_words::{beside, stations};
use crate::words::capital;
use domain::limb::AmputationLevel;
use domain::technique::{BrimShape, EdgeStation, FlareStation, Frame, Region, Rib, Station, TrimPoint, Window};
use texts::Texts;

type Said = (String, String, String);

fn points(texts: &Texts, level: AmputationLevel, line: &[TrimPoint]) -> String {
    let point = |at: &TrimPoint| format!("{} {}", around(texts, at.around_deg), height(texts, level, at.below_mm));
    line.iter().map(point).collect::<Vec<_>>().join("; ")
}

/// A trim line by points.
pub fn trim(texts: &Texts, level: AmputationLevel, line: &[TrimPoint]) -> Said {
    let word = |key: &str| texts.say(key).to_string();
    (word("socket_report.fact.trim"), word("socket_report.step.around_limb"), points(texts, level, line))
}

/// The name of a brim.
pub fn brim_name(texts: &Texts, shape: BrimShape) -> &str {
    texts.say(match shape {
        BrimShape::PatellarTendon => "socket_report.step.brim_patellar_tendon",
        BrimShape::Supracondylar => "socket_report.step.brim_supracondylar",
        BrimShape::Suprapatellar => "socket_report.step.brim_suprapatellar",
    })
}

/// The flare.
pub fn flare(texts: &Texts, out_mm: f64, height_mm: f64, by_place: &[FlareStation]) -> Said {
    let much = |out: f64| texts.fill("socket_report.step.outwards", &[("mm", &given(texts, out))]);
    let at = |mm: f64| texts.fill("socket_report.step.flare_at", &[("mm", &given(texts, mm))]);
    let what = texts.say("socket_report.step.flare").to_string();
    if by_place.is_empty() {
        return (what, at(height_mm), much(out_mm));
    }
    let row = |station: &FlareStation| {
        let place = around(texts, station.around_deg);
        format!("{place}: {}, {}", much(station.out_mm), at(station.height_mm))
    };
    let rows = by_place.iter().map(row).collect::<Vec<_>>().join("; ");
    (what, texts.say("socket_report.step.around_limb").to_string(), rows)
}

/// The rolled edge.
pub fn rolled_edge(texts: &Texts, radius_mm: f64, by_place: &[EdgeStation]) -> Said {
    let radius = |mm: f64| texts.fill("socket_report.step.roll_radius", &[("mm", &given(texts, mm))]);
    let row = |station: &EdgeStation| format!("{}: {}", around(texts, station.around_deg), radius(station.radius_mm));
    let much =
        if by_place.is_empty() { radius(radius_mm) } else { by_place.iter().map(row).collect::<Vec<_>>().join("; ") };
    let word = |key: &str| texts.say(key).to_string();
    (word("socket_report.step.rolled_edge"), word("socket_report.step.around_limb"), much)
}

/// A window.
pub fn window(texts: &Texts, level: AmputationLevel, window: &Window) -> Said {
    let what = texts.fill("socket_report.step.window", &[("name", &texts.named(&window.name))]);
    let (place, mut much) = if window.line.is_empty() {
        let size = [("length", &*given(texts, window.half_length_mm)), ("width", &*given(texts, window.half_width_mm))];
        let place = format!("{} {}", around(texts, window.around_deg), height(texts, level, window.below_mm));
        (place, texts.fill("socket_report.step.half_sizes", &size))
    } else {
        (texts.say("socket_report.step.through_points").to_string(), points(texts, level, &window.line))
    };
    if window.edge_thicker_mm > 0.0 {
        let edge = [("mm", &*given(texts, window.edge_thicker_mm)), ("width", &*given(texts, window.edge_width_mm))];
        much = format!("{much}; {}", texts.fill("socket_report.step.window_edge", &edge));
    }
    (capital(&what), place, much)
}

/// The wall.
pub fn wall(
    texts: &Texts,
    level: AmputationLevel,
    thickness: &[Station],
    minimum_mm: f64,
    regions: &[Region],
    ribs: &[Rib],
) -> Said {
    let least = given(texts, minimum_mm);
    let said = [("thickness", &*stations(texts, thickness)), ("least", &*least)];
    let mut rows = vec![texts.fill("socket_report.step.wall_said", &said)];
    rows.extend(regions.iter().map(|region| {
        let place = match region.at {
            Some(at) => beside(texts, at, region.around_deg, region.below_mm),
            None => format!("{} {}", around(texts, region.around_deg), height(texts, level, region.below_mm)),
        };
        let size = [("length", &*given(texts, region.half_length_mm)), ("width", &*given(texts, region.half_width_mm))];
        let size = texts.fill("socket_report.step.half_sizes", &size);
        let said = [("thickness", &*given(texts, region.thickness_mm)), ("place", &*place), ("size", &*size)];
        texts.fill("socket_report.step.region", &said)
    }));
    rows.extend(ribs.iter().map(|rib| {
        let end = |[deg, below]: [f64; 2]| format!("{} {}", around(texts, deg), height(texts, level, below));
        let said = [
            ("width", &*given(texts, rib.width_mm)),
            ("height", &*given(texts, rib.height_mm)),
            ("from", &*end(rib.from)),
            ("to", &*end(rib.to)),
        ];
        texts.fill("socket_report.step.rib", &said)
    }));
    (
        texts.say("socket_report.step.wall").to_string(),
        texts.say("socket_report.step.everywhere").to_string(),
        rows.join("; "),
    )
}

/// A frame and its inner socket.
pub fn frame(texts: &Texts, frame: &Frame) -> Said {
    let mm = |value: f64| given(texts, value);
    let much = texts.fill(
        "socket_report.step.frame_said",
        &[
            ("inner", &texts.named(&frame.inner_material)),
            ("thickness", &mm(frame.inner_thickness_mm)),
            ("frame", &texts.named(&frame.frame_material)),
            ("clearance", &mm(frame.clearance_mm)),
        ],
    );
    let place = texts.fill("socket_report.step.frame_at", &[("mm", &mm(frame.lower_mm))]);
    (texts.say("socket_report.step.frame").to_string(), place, much)
}
