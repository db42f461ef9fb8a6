//! Mount, alignment, port and seats in words: what, where, how much.

use super::found::{around, given};
use domain::technique::{Align, Channel, Face, Fitting, HoleKind, Mount, PinLock, Port, Step, Valve, WallSide};
use texts::Texts;

/// What, where, how much; of other steps nothing.
pub(super) fn say(texts: &Texts, step: &Step) -> (String, String, String) {
    let word = |key: &str| texts.say(key).to_string();
    let given = |value: f64| given(texts, value);
    let side = |around_deg: f64, above_mm: f64| {
        let place = [("around", around(texts, around_deg)), ("mm", given(above_mm))];
        texts.fill("socket_report.step.port_side", &[(place[0].0, &place[0].1), (place[1].0, &place[1].1)])
    };
    match step {
        Step::Port(port) => {
            let place = match port.channel {
                Channel::Distal => word("socket_report.step.port_distal"),
                Channel::Side => side(port.around_deg, port.above_distal_end_mm),
            };
            (word("socket_report.step.port"), place, port_said(texts, port))
        }
        Step::Mount(mount) => {
            let kind = match mount.face {
                Face::Pyramid => "socket_report.step.pyramid",
                Face::FourHole => "socket_report.step.four_hole",
                Face::LaminationAnchor => "socket_report.step.anchor",
            };
            let place = texts.fill("socket_report.step.mount_at", &[("mm", &given(mount.below_inside_mm))]);
            (word(kind), place, mount_said(texts, mount))
        }
        Step::Align(align) => {
            (word("socket_report.step.align"), word("socket_report.step.align_at"), align_said(texts, align))
        }
        Step::PinLock(lock) => {
            (word("socket_report.step.lock"), word("socket_report.step.lock_at"), lock_said(texts, lock))
        }
        Step::Lanyard(slot) => {
            let size = [("width", given(slot.width_mm)), ("height", given(slot.height_mm))];
            let much =
                texts.fill("socket_report.step.lanyard_said", &size.each_ref().map(|(key, value)| (*key, &**value)));
            (word("socket_report.step.lanyard"), side(slot.around_deg, slot.above_distal_end_mm), much)
        }
        Step::Valve(valve) => {
            let place = side(valve.around_deg, valve.above_distal_end_mm);
            (word("socket_report.step.valve"), place, valve_said(texts, valve))
        }
        Step::SleeveShelf(shelf) => {
            let kind = match shelf.surface {
                WallSide::Outside => "socket_report.step.shelf_outside",
                WallSide::Inside => "socket_report.step.shelf_inside",
            };
            let place = texts.fill("socket_report.step.shelf_at", &[("mm", &given(shelf.height_mm))]);
            (word(kind), place, texts.fill("socket_report.step.outwards", &[("mm", &given(shelf.out_mm))]))
        }
        _ => (String::new(), String::new(), String::new()),
    }
}

fn thread(texts: &Texts, pitch_mm: f64, depth_mm: f64) -> String {
    let (pitch, depth) = (given(texts, pitch_mm), given(texts, depth_mm));
    texts.fill("socket_report.step.thread", &[("pitch", &pitch), ("depth", &depth)])
}

fn port_said(texts: &Texts, port: &Port) -> String {
    let mm = |key: &str, value: f64| texts.fill(key, &[("mm", &given(texts, value))]);
    let mut said = vec![mm("socket_report.step.bore", port.bore_mm)];
    match port.fitting {
        Fitting::Plain => {}
        Fitting::Thread => said.push(thread(texts, port.pitch_mm, port.tap_depth_mm)),
        Fitting::Barb => said.push(mm("socket_report.step.barb", port.tube_mm)),
    }
    if port.filter_mm > 0.0 {
        let (diameter, depth) = (given(texts, port.filter_mm), given(texts, port.filter_depth_mm));
        said.push(texts.fill("socket_report.step.filter", &[("diameter", &diameter), ("depth", &depth)]));
    }
    said.join("; ")
}

fn mount_said(texts: &Texts, mount: &Mount) -> String {
    let given = |value: f64| given(texts, value);
    let mut said = vec![texts.fill("socket_report.step.mount_face", &[("mm", &given(mount.diameter_mm))])];
    if mount.face == Face::LaminationAnchor {
        let (diameter, depth) = (given(mount.recess_mm), given(mount.recess_depth_mm));
        said.push(texts.fill("socket_report.step.recess", &[("diameter", &diameter), ("depth", &depth)]));
    }
    let through = mount.hole_kind == HoleKind::ThroughBolt;
    if mount.hole_depth_mm > 0.0 || through {
        let hole = given(mount.hole_mm);
        said.push(match mount.face {
            Face::FourHole => texts
                .fill("socket_report.step.holes_square", &[("hole", &hole), ("square", &given(mount.hole_square_mm))]),
            _ => texts.fill("socket_report.step.hole_middle", &[("hole", &hole)]),
        });
        if !through {
            said.push(texts.fill("socket_report.step.hole_deep", &[("mm", &given(mount.hole_depth_mm))]));
        }
        said.extend(match mount.hole_kind {
            HoleKind::Blind => None,
            HoleKind::HeatSetInsert => Some(texts.say("socket_report.step.hole_insert").to_string()),
            HoleKind::ThroughBolt => Some(texts.say("socket_report.step.hole_through").to_string()),
        });
    }
    if mount.fillet_mm > 0.0 {
        said.push(texts.fill("socket_report.step.fillet", &[("mm", &given(mount.fillet_mm))]));
    }
    said.push(texts.say("socket_report.step.check_drawing").to_string());
    said.join("; ")
}

fn align_said(texts: &Texts, align: &Align) -> String {
    let mut said = vec![];
    let rows = [
        (align.flexion_deg, "socket_report.step.align_flexion", "socket_report.step.align_extension"),
        (align.adduction_deg, "socket_report.step.align_adduction", "socket_report.step.align_abduction"),
        (align.anterior_mm, "socket_report.step.align_forward", "socket_report.step.align_backward"),
        (align.lateral_mm, "socket_report.step.align_lateral", "socket_report.step.align_medial"),
        (align.rotation_deg, "socket_report.step.align_turned_out", "socket_report.step.align_turned_in"),
    ];
    for (value, positive, negative) in rows.into_iter().filter(|(value, ..)| *value != 0.0) {
        said.push(texts.fill(if value > 0.0 { positive } else { negative }, &[("much", &given(texts, value.abs()))]));
    }
    if said.is_empty() {
        said.push(texts.say("socket_report.step.align_none").to_string());
    }
    if align.line_depth_mm > 0.0 {
        said.push(texts.fill("socket_report.step.align_lines", &[("mm", &given(texts, align.line_depth_mm))]));
    }
    said.join("; ")
}

fn lock_said(texts: &Texts, lock: &PinLock) -> String {
    let given = |value: f64| given(texts, value);
    let (diameter, depth) = (given(lock.body_mm), given(lock.depth_mm));
    let mut said = vec![texts.fill("socket_report.step.lock_said", &[("diameter", &diameter), ("depth", &depth)])];
    if lock.pin_bore_mm > 0.0 {
        said.push(texts.fill("socket_report.step.lock_pin", &[("mm", &given(lock.pin_bore_mm))]));
    }
    if lock.release_mm > 0.0 {
        let place = around(texts, lock.around_deg);
        said.push(
            texts.fill("socket_report.step.lock_release", &[("mm", &given(lock.release_mm)), ("around", &place)]),
        );
    }
    said.push(texts.say("socket_report.step.check_drawing").to_string());
    said.join("; ")
}

fn valve_said(texts: &Texts, valve: &Valve) -> String {
    let (seat, out) = (given(texts, valve.seat_mm), given(texts, valve.out_mm));
    let mut said = vec![
        texts.fill("socket_report.step.valve_said", &[("seat", &seat), ("out", &out)]),
        texts.fill("socket_report.step.bore", &[("mm", &given(texts, valve.bore_mm))]),
    ];
    if valve.pitch_mm > 0.0 {
        said.push(thread(texts, valve.pitch_mm, valve.tap_depth_mm));
    }
    said.push(texts.say("socket_report.step.check_drawing").to_string());
    said.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alignment_is_said_with_its_directions_and_nothing_that_is_nothing() {
        let align = Align {
            flexion_deg: 5.0,
            adduction_deg: -3.5,
            anterior_mm: 0.0,
            lateral_mm: -4.0,
            rotation_deg: 0.0,
            line_depth_mm: 0.5,
        };
        let (_, _, much) = say(Texts::english(), &Step::Align(align));
        assert_eq!(much, "flexion 5°; abduction 3.5°; face 4 mm towards medial; bench line engraved 0.5 mm deep");
    }
}
