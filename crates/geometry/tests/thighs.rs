//! Sockets above the knee: both techniques on five thighs of known shape, and on the published ones.

use domain::limb::{AmputationLevel, Side};
use domain::sock::SockThickness;
use domain::technique::{Landmark, ScannedOver, Step, Technique};
use geometry::chart::Resolution;
use geometry::check::judge;
use geometry::limb::Limb;
use geometry::pose::Hints;
use geometry::shapes::Detail;
use geometry::slices::sections;
use geometry::socket::{Making, Socket, SocketError, make};
use geometry::thighs::Thigh;
use geometry::{Mesh, Vec3, clean, formats};
use std::path::{Path, PathBuf};

const DETAIL: Detail = Detail { rings: 90, around: 90 };
const SOCKS: SockThickness = SockThickness { one_ply_mm: 0.7, three_ply_mm: 1.2, five_ply_mm: 1.5 };
const RESOLUTION: Resolution = Resolution { spokes: 90, row_mm: 4.0 };

fn technique(name: &str) -> Technique {
    let text = match name {
        "ic" => include_str!("../../../data/socket/ischial_containment.toml"),
        _ => include_str!("../../../data/socket/sub_ischial.toml"),
    };
    Technique::parse_for(text, Some(AmputationLevel::Transfemoral)).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

fn made(limb: &Limb, technique: &Technique) -> Result<Socket, SocketError> {
    make(limb, &Making { technique, over: ScannedOver::Skin, socks: &SOCKS, resolution: RESOLUTION })
}

/// With everything placed that the techniques press on.
fn limb(thigh: &Thigh, side: Side) -> Limb {
    let at = |around, below| thigh.point(side, around, below);
    let landmarks = [
        (Landmark::IschialTuberosity, at(225.0, 0.0)),
        (Landmark::GreaterTrochanter, at(90.0, -50.0)),
        (Landmark::AdductorLongus, at(315.0, 15.0)),
    ];
    let hints = Hints { landmarks: landmarks.into(), ..Hints::default() };
    Limb::new(&thigh.mesh(side, DETAIL), &[], side, AmputationLevel::Transfemoral, &hints).unwrap()
}

fn sound(socket: &Socket, name: &str) {
    let verdict = judge(&socket.solid);
    assert!(verdict.is_solid() && verdict.genus == socket.facts.through_holes as i64, "{name}: {verdict:?}");
    assert!(socket.facts.thinnest_wall_mm >= 4.0, "{name}: {}", socket.facts.thinnest_wall_mm);
}

/// The inside up to the trim line.
fn inside(socket: &Socket) -> Mesh {
    socket.chart.mesh(&socket.chart.points(&socket.inner), socket.chart.trim_row())
}

fn only(mut technique: Technique, kept: impl Fn(&Step) -> bool) -> Technique {
    technique.steps.retain(|step| matches!(step, Step::Trim { .. } | Step::Wall { .. }) || kept(step));
    technique
}

#[test]
fn both_techniques_make_a_sound_socket_of_every_thigh_on_both_sides() {
    for (name, thigh) in Thigh::ALL {
        for which in ["sub", "ic"] {
            let volumes = [Side::Left, Side::Right].map(|side| {
                let socket =
                    made(&limb(&thigh, side), &technique(which)).unwrap_or_else(|error| panic!("{name}: {error}"));
                sound(&socket, name);
                let [lowest, highest] = socket.facts.trim_below_mm;
                if which == "sub" {
                    assert!(highest >= 0.0 && lowest <= 35.5, "{name}: {lowest} {highest}");
                    assert_eq!(socket.facts.drawn_above_scan_mm, 0.0);
                } else {
                    assert!(highest <= -60.0, "{name}: the lateral wall goes as high as the scan: {highest}");
                    assert!((5.0..=30.0).contains(&socket.facts.drawn_above_scan_mm), "{name}: {:?}", socket.facts);
                }
                assert!((socket.facts.inner_ml / socket.facts.expected_inner_ml - 1.0).abs() < 0.01, "{name}");
                socket.facts.inner_ml
            });
            assert!((volumes[0] / volumes[1] - 1.0).abs() < 2e-3, "{name} {which}: {volumes:?}");
        }
    }
}

#[test]
fn a_reduction_by_height_is_met_at_every_height() {
    let thigh = Thigh::CONICAL;
    let limb = limb(&thigh, Side::Right);
    let reduced = made(&limb, &only(technique("sub"), |step| matches!(step, Step::ReduceByHeight(_)))).unwrap();
    let bare = made(&limb, &only(technique("sub"), |_| false)).unwrap();
    for (below, percent) in [(54.0, 4.5), (108.0, 4.0), (162.0, 3.0)] {
        let girth = |socket: &Socket| sections(&inside(socket), &[-below])[0].perimeter;
        let found = 100.0 * (1.0 - girth(&reduced) / girth(&bare));
        assert!((found - percent).abs() < 0.05, "{found} % at {below} mm, {percent} asked");
    }
}

#[test]
fn a_proportion_is_met_and_the_circumference_stays() {
    for (name, thigh) in Thigh::ALL {
        let limb = limb(&thigh, Side::Left);
        let shaped = made(&limb, &only(technique("ic"), |step| matches!(step, Step::Proportion(_)))).unwrap();
        let bare = made(&limb, &only(technique("ic"), |_| false)).unwrap();
        let cut = |socket: &Socket, below: f64| sections(&inside(socket), &[-below]).remove(0);
        for below in [5.0, 30.0] {
            let section = cut(&shaped, below);
            assert!((section.width_ml / section.width_ap - 0.9).abs() < 0.01, "{name}: {section:?}");
            let kept = section.perimeter / cut(&bare, below).perimeter;
            assert!((kept - 1.0).abs() < 3e-3, "{name}: {kept}");
        }
        if thigh.length > 250.0 {
            let far = cut(&shaped, 160.0);
            assert!((far.width_ml / cut(&bare, 160.0).width_ml - 1.0).abs() < 1e-3, "{name}: it fades out");
        }
    }
}

#[test]
fn a_flat_wall_is_flat_where_it_is_asked_and_nowhere_else() {
    for side in [Side::Left, Side::Right] {
        let limb = limb(&Thigh::CYLINDRICAL, side);
        let flat = made(&limb, &only(technique("ic"), |step| matches!(step, Step::Flatten(_)))).unwrap();
        let bare = made(&limb, &only(technique("ic"), |_| false)).unwrap();
        let chart = &flat.chart;
        let lateral = if side == Side::Left { 1.0 } else { -1.0 };
        for row in 0..chart.trim_row() {
            for spoke in 0..chart.spokes() {
                let index = chart.index(row, spoke);
                let (from, to) = (bare.inner[index], flat.inner[index]);
                let point = chart.point(row, spoke, from);
                assert!(to <= from + 0.05, "{point}: nothing moves out");
                assert!(from - to < 4.3, "{point}: {}", from - to);
                let medial = point.y * lateral < 20.0;
                if medial || point.z < -175.0 {
                    assert!(from - to < 0.05, "{point}: {}", from - to);
                }
            }
        }
        let deepest = bare.inner.iter().zip(&flat.inner).map(|(from, to)| from - to).fold(0.0, f64::max);
        assert!(deepest > 3.8, "{deepest}");
    }
}

#[test]
fn a_ring_finds_no_hollow_where_it_seals() {
    let limb = limb(&Thigh::CYLINDRICAL, Side::Left);
    let mut hollow = only(technique("sub"), |_| false);
    // A dent beside the place, all along the band.
    hollow.steps.push(Step::Rectify {
        name: "a ridge".into(),
        at: Landmark::AdductorLongus,
        around_deg: 0.0,
        below_mm: 150.0,
        depth_mm: -8.0,
        half_length_mm: 60.0,
        half_width_mm: 30.0,
    });
    let ring = technique("sub").steps.into_iter().find(|step| matches!(step, Step::SealRing(_))).unwrap();
    let mut filled = hollow.clone();
    filled.steps.push(ring);
    let bridge = |technique: &Technique| {
        let socket = made(&limb, technique).unwrap();
        sound(&socket, "ring");
        let section = sections(&inside(&socket), &[limb.distal_z() + 90.0]).remove(0);
        section.perimeter - section.tape
    };
    assert!(bridge(&hollow) > 0.3, "{}", bridge(&hollow));
    assert!(bridge(&filled) < 0.02, "{}", bridge(&filled));
}

#[test]
fn what_presses_is_refused_where_nobody_said_the_place() {
    let thigh = Thigh::CONICAL;
    let side = Side::Right;
    let of =
        |hints: &Hints| Limb::new(&thigh.mesh(side, DETAIL), &[], side, AmputationLevel::Transfemoral, hints).unwrap();
    let ischial = technique("ic");
    let unsaid = of(&Hints::default());
    assert!(matches!(made(&unsaid, &ischial), Err(SocketError::Guessed { .. })));
    // Nothing of a sub-ischial socket hangs on a place or a side.
    sound(
        &made(&of(&Hints { limb_length_mm: Some(thigh.length), ..Hints::default() }), &technique("sub")).unwrap(),
        "sub",
    );
    // Every load and every shaped side alone.
    let mut refused = 0;
    for index in 0..ischial.steps.len() {
        let one = only(ischial.clone(), |step| *step == ischial.steps[index]);
        let presses = matches!(&ischial.steps[index], Step::Proportion(_) | Step::Flatten(_) | Step::Contain(_))
            || matches!(&ischial.steps[index], Step::Rectify { depth_mm, .. } if *depth_mm < 0.0);
        let outcome = made(&unsaid, &one);
        assert_eq!(outcome.is_err(), presses, "{:?}: {:?}", ischial.steps[index], outcome.err());
        refused += usize::from(presses);
    }
    assert_eq!(refused, 4);
    // With the front alone, the ramus still is nowhere.
    let faced = of(&Hints { anterior: Some(Vec3::X), ..Hints::default() });
    let contain = only(ischial, |step| matches!(step, Step::Contain(_)));
    assert!(matches!(made(&faced, &contain), Err(SocketError::Guessed { landmark: "ischial tuberosity", .. })));
}

#[test]
fn a_containing_wall_leans_in_above_the_scan_on_the_medial_side_only() {
    for side in [Side::Left, Side::Right] {
        let thigh = Thigh::CYLINDRICAL;
        let limb = limb(&thigh, side);
        let socket = made(&limb, &only(technique("ic"), |step| matches!(step, Step::Contain(_)))).unwrap();
        sound(&socket, "contain");
        let chart = &socket.chart;
        for spoke in 0..chart.spokes() {
            let at = |row: usize| chart.point(row, spoke, socket.skin[chart.index(row, spoke)]);
            let (brim, around) = (at(chart.trim_row()), limb.around_deg(at(chart.trim_row())));
            if (230.0..275.0).contains(&around) {
                assert!(brim.z > limb.top_z() + 3.0, "{around}: {brim}");
                let edge = (0..chart.trim_row()).rev().map(at).find(|point| point.z < limb.top_z() - 8.0).unwrap();
                let reach = |point: Vec3| point.x.hypot(point.y);
                assert!(reach(brim) < reach(edge) - 1.0, "{around}: {} {}", reach(brim), reach(edge));
            }
            if (330.0..360.0).contains(&around) || around < 190.0 {
                assert!(brim.z < thigh.edge[1], "{around}: {brim}");
            }
        }
    }
}

#[test]
fn a_ramus_out_of_the_scans_reach_is_refused_and_says_by_how_much() {
    // The scan ends 80 mm below the tuberosity on the medial side.
    let thigh = Thigh { edge: [-80.0, 95.0], ..Thigh::CYLINDRICAL };
    let low = limb(&thigh, Side::Left);
    let error = made(&low, &technique("ic")).unwrap_err();
    assert!(matches!(error, SocketError::RamusOutOfReach { below_mm } if (40.0..70.0).contains(&below_mm)), "{error}");
    let socket = made(&low, &technique("sub")).unwrap();
    sound(&socket, "lowered");
    assert!(socket.notes.iter().any(|note| note.as_str().contains("lowered")), "{:?}", socket.notes);
    // Lateral it still stands where the technique has it.
    assert!(socket.facts.trim_below_mm[1] < 12.0, "{:?}", socket.facts.trim_below_mm);
}

/// Length of the femur that the published, normalised shapes are drawn for here, mm (ours).
const FEMUR_MM: f64 = 430.0;

/// The published thighs, where `OPENLIMB_TF` names the folder of their files: their licence keeps them out of this tree.
fn published() -> Vec<(String, Mesh)> {
    let beside = || {
        let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
        above.map(|folder| folder.join("shared/data/openlimbtf")).find(|folder| folder.is_dir())
    };
    let folder = std::env::var_os("OPENLIMB_TF").map(PathBuf::from).or_else(beside).unwrap_or_default();
    let shapes: Vec<(String, Mesh)> = ["Mean_Limb_Shape_16_05", "Mode1_M", "Mode1_P", "Mode2_M", "Mode2_P"]
        .into_iter()
        .filter_map(|name| {
            let bytes = std::fs::read(folder.join(format!("{name}.stl"))).ok()?;
            let scan = formats::read(&bytes, name).unwrap();
            Some((name.to_string(), scan.mesh.mapped(|point| point * FEMUR_MM)))
        })
        .collect();
    if shapes.is_empty() {
        eprintln!(
            "SKIPPED: no shapes in “{}”; set OPENLIMB_TF to the folder of OpenLimbTF's version",
            folder.display()
        );
    }
    shapes
}

/// Right limbs that face −y, with hip and femur: their skin ends obliquely, some 100 mm below the tuberosity where it is medial,
/// so a sub-ischial brim is lowered there and a ramus cannot be contained.
#[test]
fn the_published_thighs_become_sound_sockets_on_both_sides() {
    for (name, mesh) in published() {
        let hip = mesh.vertices.iter().map(|point| *point / FEMUR_MM);
        let hip = hip.filter(|point| point.x > 0.02 && (-0.25..-0.05).contains(&point.z));
        let tuberosity = hip.min_by(|a, b| a.z.total_cmp(&b.z)).unwrap() * FEMUR_MM;
        let cleaned = clean::clean(&mesh, &clean::Settings::default()).unwrap();
        for side in [Side::Right, Side::Left] {
            let mirrored = |point: Vec3| if side == Side::Right { point } else { point * Vec3::new(-1.0, 1.0, 1.0) };
            let mut skin = cleaned.skin.mapped(mirrored);
            if side == Side::Left {
                skin.faces.iter_mut().for_each(|face| face.swap(1, 2));
            }
            let mut hints = Hints {
                proximal: Some(Vec3::Z),
                anterior: Some(-Vec3::Y),
                landmarks: [(Landmark::IschialTuberosity, mirrored(tuberosity))].into(),
                ..Hints::default()
            };
            let of = |hints: &Hints| Limb::new(&skin, &[], side, AmputationLevel::Transfemoral, hints).unwrap();
            let limb = of(&hints);
            assert!((120.0..320.0).contains(&limb.length_mm()), "{name}: {}", limb.length_mm());
            let socket = made(&limb, &technique("sub")).unwrap_or_else(|error| panic!("{name}: {error}"));
            sound(&socket, &name);
            println!(
                "{name} {}: {:.0} mm, closed {:.0} mm below the tuberosity, skin to there {:.0} mL, trim {:.0} to {:.0} mm below, \
                 inside {:.0} mL (expected {:.0}), undercut {:.1} mm",
                side.label(),
                limb.length_mm(),
                -limb.top_z(),
                limb.volume_below_ml(limb.top_z()),
                socket.facts.trim_below_mm[1],
                socket.facts.trim_below_mm[0],
                socket.facts.inner_ml,
                socket.facts.expected_inner_ml,
                socket.facts.undercut_mm
            );
            let top = limb.top_z();
            let groin = skin.vertices.iter().copied().filter(|point| {
                let at = limb.pose.to_limb(*point);
                (at.z - top + 30.0).abs() < 6.0
            });
            // One centre for all: around each point's own, every comparison would cut the whole skin.
            let centre = limb.centre(top - 30.0);
            let off = |point: &Vec3| (limb.around_from(limb.pose.to_limb(*point), centre) - 315.0).abs();
            let adductor = groin.min_by(|a, b| off(a).total_cmp(&off(b))).unwrap();
            hints.landmarks.insert(Landmark::AdductorLongus, adductor);
            let limb = of(&hints);
            let ischial = technique("ic");
            assert!(matches!(made(&limb, &ischial), Err(SocketError::RamusOutOfReach { .. })), "{name}");
            let below = only(ischial, |step| !matches!(step, Step::Contain(_)));
            sound(&made(&limb, &below).unwrap_or_else(|error| panic!("{name}: {error}")), &name);
        }
    }
}
