//! Sockets of limbs with known answers, and of published shapes: judged as a printer would, and against formulas.

use crate::common::{OPENLIMB, openlimb};
use domain::limb::{AmputationLevel, Side};
use domain::sock::SockThickness;
use domain::technique::{Channel, Fitting, Landmark, Port, ScannedOver, Step, Technique};
use geometry::chart::Resolution;
use geometry::check::{Verdict, judge};
use geometry::clean::{Settings, clean};
use geometry::limb::Limb;
use geometry::pose::Hints;
use geometry::query::Surface;
use geometry::shapes::{self, Detail};
use geometry::socket::{Making, Socket, SocketError, make};
use geometry::{Mesh, Vec3, formats};

const SOCKS: SockThickness = SockThickness { one_ply_mm: 0.7, three_ply_mm: 1.2, five_ply_mm: 1.5 };
const DETAIL: Detail = Detail { rings: 240, around: 240 };

fn usual() -> Technique {
    Technique::parse(include_str!("../../../data/socket/total_surface_bearing.toml")).unwrap()
}

/// Liner, trim line and wall, and nothing else.
fn plain(liner_mm: f64, wall_mm: f64) -> Technique {
    let text = format!(
        "name = \"plain\"\n[[step]]\ndo = \"liner\"\nmaterial = \"polyurethane\"\n\
         thickness = [{{ above_distal_end_mm = 0, thickness_mm = {liner_mm} }}]\n\
         [[step]]\ndo = \"trim\"\nline = [{{ around_deg = 0, below_mm = 0 }}, {{ around_deg = 120, below_mm = 0 }}, \
         {{ around_deg = 240, below_mm = 0 }}]\n\
         [[step]]\ndo = \"wall\"\nminimum_mm = 3\nthickness = [{{ above_distal_end_mm = 0, thickness_mm = {wall_mm} }}]\n"
    );
    Technique::parse(&text).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn limb(mesh: &Mesh, side: Side, length: f64) -> Limb {
    let cleaned = clean(mesh, &Settings::default()).unwrap();
    Limb::new(
        &cleaned.skin,
        &cleaned.bones,
        side,
        AmputationLevel::Transtibial,
        &Hints { limb_length_mm: Some(length), ..Hints::default() },
    )
    .unwrap()
}

fn made(limb: &Limb, technique: &Technique) -> Socket {
    let making = Making { technique, over: ScannedOver::Skin, socks: &SOCKS, resolution: Resolution::default() };
    make(limb, &making).unwrap()
}

/// What a printer finds in the file.
fn printed(socket: &Socket) -> Verdict {
    judge(&formats::read(&formats::write_stl(&socket.solid), "socket.stl").unwrap().mesh)
}

/// The five limbs with known answers, and where their reference level is, mm above their distal end.
fn known() -> [(&'static str, Mesh, f64); 5] {
    let cylinder = shapes::domed_cylinder(50.0, 210.0, DETAIL);
    [
        ("cylinder", cylinder.clone(), 150.0),
        ("cone", shapes::cone(62.0, 240.0, DETAIL), 175.0),
        ("ellipsoid cap", shapes::ellipsoid_cap(Vec3::new(58.0, 50.0, 190.0), DETAIL), 130.0),
        ("bent", shapes::bent_tube(50.0, 220.0, 0.5, DETAIL), 150.0),
        ("noisy", shapes::noisy(&cylinder, 0.3, 7), 150.0),
    ]
}

fn sound(name: &str, socket: &Socket) {
    let verdict = printed(socket);
    assert!(verdict.is_solid(), "{name}: {verdict:?}");
    assert_eq!(verdict.genus, socket.facts.through_holes as i64, "{name}: {verdict:?}");
    assert_eq!(verdict.degenerate_faces, 0, "{name}");
    let facts = &socket.facts;
    assert!((facts.inner_ml / facts.expected_inner_ml - 1.0).abs() < 1e-3, "{name}: {facts:?}");
    assert!(facts.thinnest_wall_mm >= 4.0, "{name}: {facts:?}");
}

#[test]
fn every_known_limb_becomes_a_sound_socket_on_either_side() {
    for (name, mesh, length) in known() {
        for side in [Side::Left, Side::Right] {
            sound(name, &made(&limb(&mesh, side, length), &usual()));
        }
    }
}

#[test]
fn every_published_limb_becomes_a_sound_socket() {
    for (name, _) in OPENLIMB {
        let Some(mesh) = openlimb(name) else { continue };
        // The level of these shapes is z = 0.
        let length = -mesh.bounds().0.z;
        sound(name, &made(&limb(&mesh, Side::Right, length), &usual()));
    }
}

/// The 99th percentile of how far points are from a surface at this distance.
fn percentile_99(points: &[Vec3], distance: impl Fn(Vec3) -> f64, wanted: f64) -> f64 {
    let mut errors: Vec<f64> = points.iter().map(|point| (distance(*point) - wanted).abs()).collect();
    errors.sort_by(f64::total_cmp);
    errors[errors.len() * 99 / 100]
}

/// The exact distance of a point from a shape, mm.
type Distance<'a> = &'a dyn Fn(Vec3) -> f64;

/// Points of radii up to the trim line.
fn upto_trim(socket: &Socket, radii: &[f64]) -> Vec<Vec3> {
    socket.chart.points(radii)[..(socket.chart.trim_row() + 1) * socket.chart.spokes()].to_vec()
}

#[test]
fn offsets_of_known_shapes_are_exact_to_a_twentieth_of_a_millimetre() {
    let (liner, wall) = (6.0, 5.0);
    let technique = plain(liner, wall);
    // A hemisphere of 50 mm under a cylinder: the limb's axes put its tip at −150 mm.
    let cylinder = |point: Vec3| {
        let out = point.x.hypot(point.y);
        let down = (-150.0 + 50.0 - point.z).max(0.0);
        out.hypot(down) - 50.0
    };
    // A cone of 62 mm in 240, its point at −175 mm: the distance to its straight side, or to the point itself.
    let (sine, cosine) = (62.0_f64 / 240.0).atan().sin_cos();
    let cone = |point: Vec3| {
        let (out, up) = (point.x.hypot(point.y), point.z + 175.0);
        if out * sine + up * cosine < 0.0 { out.hypot(up) } else { out * cosine - up * sine }
    };
    let fine = shapes::ellipsoid_cap(Vec3::new(58.0, 50.0, 190.0), Detail { rings: 700, around: 700 });
    let fine = Surface::new(&fine.mapped(|point| point + Vec3::Z * 60.0)).unwrap();
    let ellipsoid = |point: Vec3| fine.nearest(point).distance;
    let bent = shapes::bent_tube(50.0, 220.0, 0.3, Detail { rings: 600, around: 600 });
    let exact: [(&str, Mesh, f64, Distance); 3] = [
        ("cylinder", shapes::domed_cylinder(50.0, 210.0, DETAIL), 150.0, &cylinder),
        ("cone", shapes::cone(62.0, 240.0, DETAIL), 175.0, &cone),
        ("ellipsoid cap", shapes::ellipsoid_cap(Vec3::new(58.0, 50.0, 190.0), DETAIL), 130.0, &ellipsoid),
    ];
    for (name, mesh, length, distance) in exact {
        let socket = made(&limb(&mesh, Side::Left, length), &technique);
        for (surface, wanted) in [(&socket.inner, liner), (&socket.outer, liner + wall)] {
            let error = percentile_99(&upto_trim(&socket, surface), distance, wanted);
            assert!(error < 0.05, "{name}: {error} mm at {wanted} mm");
        }
    }
    // A bent limb has no formula in its own axes: its finely drawn self in them is the reference.
    let coarse = limb(&shapes::bent_tube(50.0, 220.0, 0.3, DETAIL), Side::Left, 150.0);
    let reference = Surface::new(&bent.mapped(|point| coarse.pose.to_limb(point))).unwrap();
    let socket = made(&coarse, &technique);
    for (surface, wanted) in [(&socket.inner, liner), (&socket.outer, liner + wall)] {
        let error = percentile_99(&upto_trim(&socket, surface), |point| reference.nearest(point).distance, wanted);
        assert!(error < 0.05, "bent: {error} mm at {wanted} mm");
    }
}

#[test]
fn the_same_limb_makes_the_same_socket_whatever_way_it_was_scanned() {
    let mesh = shapes::limb(60.0, 230.0, DETAIL);
    let upright = made(&limb(&mesh, Side::Left, 160.0), &usual());
    let turned = mesh.mapped(|point| Vec3::new(point.z, point.x, point.y) + Vec3::splat(300.0));
    let hints = Hints { limb_length_mm: Some(160.0), anterior: Some(Vec3::Y), ..Hints::default() };
    let cleaned = clean(&turned, &Settings::default()).unwrap();
    let lying =
        made(&Limb::new(&cleaned.skin, &[], Side::Left, AmputationLevel::Transtibial, &hints).unwrap(), &usual());
    let change = lying.facts.inner_ml / upright.facts.inner_ml - 1.0;
    // The upright scan keeps the file's z axis, the other has its own: up to 10° apart.
    assert!(change.abs() < 0.05, "{change}");
    sound("lying", &lying);
}

#[test]
fn a_rectification_is_as_deep_as_it_says_and_where_it_says() {
    let mesh = shapes::domed_cylinder(55.0, 220.0, DETAIL);
    for (side, depth) in [(Side::Left, 5.0), (Side::Right, 5.0), (Side::Left, 3.0)] {
        let limb = limb(&mesh, side, 150.0);
        let mut technique = plain(4.0, 5.0);
        let flat = made(&limb, &technique);
        technique.steps.push(Step::Rectify {
            name: "relief".into(),
            at: Landmark::FibularHead,
            around_deg: 0.0,
            below_mm: 0.0,
            depth_mm: depth,
            half_length_mm: 25.0,
            half_width_mm: 25.0,
        });
        let deep = made(&limb, &technique);
        let gained: Vec<f64> = deep.inner.iter().zip(&flat.inner).map(|(deep, flat)| deep - flat).collect();
        let (at, most) = gained.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).unwrap();
        assert!((most - depth).abs() < 0.05, "{most} of {depth} mm");
        let place = deep.chart.points(&deep.inner)[at];
        // Lateral: +y is the patient's left.
        assert_eq!(place.y > 0.0, side == Side::Left, "{place:?}");
        assert!(gained.iter().all(|gain| *gain > -0.02));
    }
}

#[test]
fn a_reduction_takes_its_part_of_every_circumference() {
    let limb = limb(&shapes::domed_cylinder(50.0, 210.0, DETAIL), Side::Left, 150.0);
    let mut technique = plain(6.0, 5.0);
    let before = made(&limb, &technique);
    technique.steps.push(Step::Reduce { percent: 5.0, by_circumference: vec![] });
    let after = made(&limb, &technique);
    let ratio = after.facts.inner_ml / before.facts.inner_ml;
    assert!((ratio - 0.95 * 0.95).abs() < 5e-4, "{ratio}");
    assert!((after.facts.inner_ml / after.facts.expected_inner_ml - 1.0).abs() < 1e-3);
}

#[test]
fn a_load_on_a_guessed_landmark_is_refused_and_on_a_placed_one_made() {
    let mesh = shapes::domed_cylinder(55.0, 220.0, DETAIL);
    let technique = Technique::parse(include_str!("../../../data/socket/specific_weight_bearing.toml")).unwrap();
    let making =
        Making { technique: &technique, over: ScannedOver::Skin, socks: &SOCKS, resolution: Resolution::default() };
    let told = make(&limb(&mesh, Side::Left, 150.0), &making).unwrap_err();
    assert!(matches!(told, SocketError::Guessed { .. }), "{told}");
    let tip = mesh.bounds().0.z;
    let landmarks = [
        (Landmark::MidPatellarTendon, Vec3::new(55.0, 0.0, tip + 150.0)),
        (Landmark::Popliteal, Vec3::new(-55.0, 0.0, tip + 150.0)),
    ];
    let hints = Hints { landmarks: landmarks.into(), ..Hints::default() };
    let placed = Limb::new(&mesh, &[], Side::Left, AmputationLevel::Transtibial, &hints).unwrap();
    let socket = make(&placed, &making).unwrap();
    assert!(printed(&socket).is_solid());
    let front =
        socket.chart.points(&socket.inner).into_iter().filter(|point| point.z.abs() < 2.0 && point.y.abs() < 1.0);
    let front = front.map(|point| point.x).fold(f64::NEG_INFINITY, f64::max);
    // 55 mm and the liner (about 4.5 mm there), less the load of 6 mm.
    assert!((front - (55.0 + 4.6 - 6.0)).abs() < 1.0, "{front}");
}

#[test]
fn no_load_hangs_on_mean_anatomy_however_sure_the_axes_are() {
    let mesh = shapes::limb(58.0, 225.0, DETAIL);
    // Front and length are given, so that the mean of anatomy is as likely as it can be; still nobody has placed a landmark.
    let hints =
        Hints { anterior: Some(Vec3::X), proximal: Some(Vec3::Z), limb_length_mm: Some(150.0), ..Hints::default() };
    let limb = Limb::new(&mesh, &[], Side::Left, AmputationLevel::Transtibial, &hints).unwrap();
    let steps = Technique::parse(include_str!("../../../data/socket/specific_weight_bearing.toml")).unwrap().steps;
    let loads: Vec<&Step> =
        steps.iter().filter(|step| matches!(step, Step::Rectify { depth_mm, .. } if *depth_mm < 0.0)).collect();
    assert_eq!(loads.len(), 3);
    for landmark in Landmark::ALL.into_iter().filter(|landmark| *landmark != Landmark::DistalEnd) {
        let mut technique = usual();
        let mut load = loads[0].clone();
        if let Step::Rectify { at, .. } = &mut load {
            *at = landmark;
        }
        technique.steps.insert(technique.steps.len() - 4, load);
        let making =
            Making { technique: &technique, over: ScannedOver::Skin, socks: &SOCKS, resolution: Resolution::default() };
        let told = make(&limb, &making);
        assert!(matches!(told, Err(SocketError::Guessed { .. })), "{landmark:?}: {:?}", told.err());
    }
}

#[test]
fn a_side_channel_goes_through_the_wall() {
    let limb = limb(&shapes::domed_cylinder(50.0, 210.0, DETAIL), Side::Right, 150.0);
    let mut technique = plain(6.0, 5.0);
    technique.steps.push(Step::Port(Port {
        channel: Channel::Side,
        bore_mm: 6.0,
        around_deg: 135.0,
        above_distal_end_mm: 40.0,
        fitting: Fitting::Plain,
        pitch_mm: 0.0,
        tap_depth_mm: 0.0,
        tube_mm: 0.0,
        filter_mm: 0.0,
        filter_depth_mm: 0.0,
    }));
    let socket = made(&limb, &technique);
    let verdict = printed(&socket);
    assert!(verdict.is_solid() && verdict.genus == 1, "{verdict:?}");
}

#[test]
fn a_scan_that_is_too_short_a_face_too_wide_and_a_mirrored_scan_are_told() {
    let stub = shapes::domed_cylinder(50.0, 60.0, DETAIL);
    let technique = usual();
    let making =
        Making { technique: &technique, over: ScannedOver::Skin, socks: &SOCKS, resolution: Resolution::default() };
    let told = make(&limb(&stub, Side::Left, 55.0), &making).unwrap_err();
    assert!(matches!(told, SocketError::NoRoom { .. }), "{told}");

    let mut wide = usual();
    for step in &mut wide.steps {
        if let Step::Mount(mount) = step {
            mount.diameter_mm = 100.0;
        }
    }
    let slender = limb(&shapes::domed_cylinder(30.0, 210.0, DETAIL), Side::Left, 150.0);
    let told = make(&slender, &Making { technique: &wide, ..making }).unwrap_err();
    assert!(matches!(told, SocketError::FaceTooWide { .. }), "{told}");

    let hints = Hints {
        anterior: Some(Vec3::X),
        landmarks: [(Landmark::FibularHead, Vec3::new(0.0, -50.0, 0.0))].into(),
        ..Hints::default()
    };
    let told =
        Limb::new(&shapes::domed_cylinder(50.0, 210.0, DETAIL), &[], Side::Left, AmputationLevel::Transtibial, &hints)
            .unwrap_err();
    assert!(told.to_string().contains("mirrored"), "{told}");
}
