//! Mount, alignment, seats, the whole solid's thinnest place, and donning, on limbs with known answers.

use domain::limb::Side;
use domain::sock::SockThickness;
use domain::technique::{ScannedOver, Technique};
use geometry::chart::Resolution;
use geometry::check::judge;
use geometry::clean::{Settings, clean};
use geometry::donning::DonningVerdict;
use geometry::limb::Limb;
use geometry::mount::Feature;
use geometry::pose::Hints;
use geometry::shapes::{self, Detail};
use geometry::socket::{Making, Socket, SocketError, make};
use geometry::{Mesh, Vec3};
use proptest::prelude::*;

const SOCKS: SockThickness = SockThickness { one_ply_mm: 0.7, three_ply_mm: 1.2, five_ply_mm: 1.5 };
const COARSE: Resolution = Resolution { spokes: 72, row_mm: 4.0 };
const DETAIL: Detail = Detail { rings: 90, around: 96 };

/// Liner, trim line, wall and more steps.
fn technique(minimum_mm: f64, more: &str) -> Result<Technique, String> {
    let text = format!(
        "name = \"tried\"\n[[step]]\ndo = \"liner\"\nmaterial = \"polyurethane\"\n\
         thickness = [{{ above_distal_end_mm = 0, thickness_mm = 6 }}]\n\
         [[step]]\ndo = \"trim\"\nline = [{{ around_deg = 0, below_mm = 0 }}, {{ around_deg = 120, below_mm = 0 }}, \
         {{ around_deg = 240, below_mm = 0 }}]\n\
         [[step]]\ndo = \"wall\"\nminimum_mm = {minimum_mm}\nthickness = [{{ above_distal_end_mm = 0, thickness_mm = 6 }}]\n{more}"
    );
    Technique::parse(&text).map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}

fn limb(mesh: &Mesh, length: f64) -> Limb {
    limb_of(mesh, length, Side::Left)
}

fn limb_of(mesh: &Mesh, length: f64, side: Side) -> Limb {
    let cleaned = clean(mesh, &Settings::default()).unwrap();
    Limb::new(
        &cleaned.skin,
        &[],
        side,
        domain::limb::AmputationLevel::Transtibial,
        &Hints { limb_length_mm: Some(length), ..Hints::default() },
    )
    .unwrap()
}

fn cylinder() -> Limb {
    limb(&shapes::domed_cylinder(50.0, 210.0, DETAIL), 150.0)
}

fn tried(limb: &Limb, technique: &Technique) -> Result<Socket, SocketError> {
    make(limb, &Making { technique, over: ScannedOver::Skin, socks: &SOCKS, resolution: COARSE })
}

fn made(limb: &Limb, more: &str) -> Socket {
    let technique = technique(4.0, more).unwrap_or_else(|told| panic!("{told}"));
    let socket = tried(limb, &technique).unwrap_or_else(|told| panic!("{told}"));
    sound(&socket);
    socket
}

fn sound(socket: &Socket) {
    let verdict = judge(&socket.solid);
    assert!(verdict.is_solid(), "{verdict:?}");
    assert_eq!(verdict.genus, socket.facts.through_holes as i64, "{verdict:?}");
}

fn mount(more: &str) -> String {
    format!(
        "[[step]]\ndo = \"mount\"\nface = \"four_hole\"\ndiameter_mm = 66\nbelow_inside_mm = 24\nhole_square_mm = 36\n\
         hole_mm = 6.2\nhole_depth_mm = 13\n{more}"
    )
}

/// The lowest vertices: the mounting face's, to what single precision keeps of 200 mm.
fn face(socket: &Socket, up: Vec3) -> Vec<Vec3> {
    let low = socket.solid.vertices.iter().map(|point| point.dot(up)).fold(f64::INFINITY, f64::min);
    socket.solid.vertices.iter().copied().filter(|point| point.dot(up) < low + 1e-4).collect()
}

#[test]
fn an_aligned_face_stands_square_to_the_bench_line_and_where_it_says() {
    let align = "[[step]]\ndo = \"align\"\nflexion_deg = 5\nadduction_deg = 4\nanterior_mm = 3\nlateral_mm = -2\n";
    let limb = cylinder();
    let (straight, aligned) = (made(&limb, &mount("")), made(&limb, &(mount("") + align)));
    // A left limb: lateral is +y. Flexed and adducted, the bench line leans backward and towards medial going up.
    let (forward, aside) = (5.0_f64.to_radians().tan(), 4.0_f64.to_radians().tan());
    let up = Vec3::new(-forward, -aside, 1.0).normalize();
    let rim = face(&aligned, up);
    assert!(rim.len() > 90, "{}", rim.len());
    let bench = aligned.facts.bench_line.as_ref().unwrap();
    let end = aligned.chart.point(0, 0, aligned.inner[0]);
    let middle = end - up * 24.0;
    // 24 mm along the bench line go forward and lateral, and the offset is added in the face's plane.
    assert!((bench.face_mm[0] - (middle.x + 3.0)).abs() < 0.2, "{bench:?}");
    assert!((bench.face_mm[1] - (middle.y - 2.0)).abs() < 0.2, "{bench:?}");
    assert!(bench.at_brim_mm[0] < -8.0 && bench.at_brim_mm[1] < -8.0, "{bench:?}");
    // On the other side lateral is the other way, and every figure is the same.
    let mesh = shapes::domed_cylinder(50.0, 210.0, DETAIL);
    let right = made(&limb_of(&mesh, 150.0, Side::Right), &(mount("") + align));
    let other = right.facts.bench_line.as_ref().unwrap();
    for (left, right) in [(bench.face_mm, other.face_mm), (bench.at_brim_mm, other.at_brim_mm)] {
        assert!((left[0] - right[0]).abs() < 0.5 && (left[1] - right[1]).abs() < 0.5, "{left:?} {right:?}");
    }
    assert!(right.face.unwrap().centre.y * aligned.face.unwrap().centre.y < 0.0);
    assert_eq!(straight.facts.bench_line.as_ref().unwrap().face_mm.map(|mm| (mm * 10.0).round()), [0.0, 0.0]);
}

#[test]
fn a_hole_near_the_edge_is_refused_with_its_numbers() {
    let narrow = mount("").replace("diameter_mm = 66", "diameter_mm = 62");
    let told = tried(&cylinder(), &technique(4.0, &narrow).unwrap()).unwrap_err();
    assert!(matches!(told, SocketError::Edge { .. }), "{told}");
    let told = told.to_string();
    assert!(told.contains("2.44 mm") && told.contains("4 mm") && told.contains("65.1 mm wide"), "{told}");
    let deep = mount("").replace("hole_depth_mm = 13", "hole_depth_mm = 23").replace("square_mm = 36", "square_mm = 4");
    let told = tried(&cylinder(), &technique(4.0, &deep).unwrap()).unwrap_err().to_string();
    assert!(told.contains("socket's inside"), "{told}");
}

#[test]
fn a_fillet_fills_the_corner_and_nothing_else() {
    let limb = cylinder();
    let [none, small, large] = [0.0, 3.0, 8.0].map(|radius| made(&limb, &mount(&format!("fillet_mm = {radius}\n"))));
    let volume = |socket: &Socket| socket.solid.volume();
    // Outside, the dome has 62 mm radius; at the rim of a block of 33 mm it leans away, so the corner is wider than a
    // right angle. A fillet in a corner of this angle has the area r²(cot(θ/2) − (π − θ)/2).
    let corner = std::f64::consts::FRAC_PI_2 + (33.0_f64 / 62.0).asin();
    for (socket, radius) in [(&small, 3.0_f64), (&large, 8.0)] {
        let area = radius * radius * (1.0 / (corner / 2.0).tan() - (std::f64::consts::PI - corner) / 2.0);
        let expected = area * std::f64::consts::TAU * 33.0;
        let gained = volume(socket) - volume(&none);
        // The ball is tucked into the wall a little, and the corner lies outside of the block's radius.
        assert!(gained > 0.4 * expected && gained < 1.2 * expected, "{radius}: {gained} of {expected}");
    }
    assert_eq!(none.facts.inner_ml, large.facts.inner_ml);
    let low = mount("fillet_mm = 20\n").replace("below_inside_mm = 24", "below_inside_mm = 6.6").replace("13", "1");
    let low = low.replace("diameter_mm = 66", "diameter_mm = 40").replace("square_mm = 36", "square_mm = 10");
    let told = tried(&limb, &technique(4.0, &low).unwrap());
    assert!(matches!(told, Err(SocketError::NoFillet { .. })), "{:?}", told.err());
}

#[test]
fn every_kind_of_face_hole_port_and_seat_is_a_sound_solid() {
    let limb = cylinder();
    let anchor =
        mount("recess_mm = 40\nrecess_depth_mm = 3\nfillet_mm = 4\n").replace("four_hole", "lamination_anchor");
    let port = |more: &str| {
        format!(
            "[[step]]\ndo = \"port\"\nchannel = \"side\"\nbore_mm = 3\naround_deg = 135\nabove_distal_end_mm = 60\n{more}"
        )
    };
    let distal = "[[step]]\ndo = \"port\"\nchannel = \"distal\"\nbore_mm = 6\n";
    let seats = [
        (mount("hole_kind = \"through_bolt\"\n"), 4),
        (mount("hole_kind = \"heat_set_insert\"\n"), 0),
        (mount("").replace("four_hole", "pyramid"), 0),
        (anchor.clone() + distal, 1),
        (mount("") + distal + "filter_mm = 12\nfilter_depth_mm = 4\n", 1),
        (mount("") + distal + "fitting = \"thread\"\npitch_mm = 0.9\ntap_depth_mm = 12\n", 1),
        (port("fitting = \"barb\"\ntube_mm = 6\n"), 1),
        (port("fitting = \"thread\"\npitch_mm = 0.9\ntap_depth_mm = 8\nfilter_mm = 10\nfilter_depth_mm = 3\n"), 1),
        ("[[step]]\ndo = \"valve\"\nseat_mm = 26\nout_mm = 3\nbore_mm = 8\naround_deg = 200\nabove_distal_end_mm = 50\n".into(), 1),
        ("[[step]]\ndo = \"lanyard\"\nwidth_mm = 20\nheight_mm = 5\naround_deg = 0\nabove_distal_end_mm = 40\n".into(), 1),
        (
            mount("").replace("below_inside_mm = 24", "below_inside_mm = 50").replace("diameter_mm = 66", "diameter_mm = 76")
                + "[[step]]\ndo = \"pin_lock\"\nbody_mm = 26\ndepth_mm = 28\npin_bore_mm = 8\nrelease_mm = 6\naround_deg = 90\n",
            2,
        ),
        ("[[step]]\ndo = \"sleeve_shelf\"\nsurface = \"outside\"\nout_mm = 3\nheight_mm = 40\n".into(), 0),
        ("[[step]]\ndo = \"sleeve_shelf\"\nsurface = \"inside\"\nout_mm = 2\nheight_mm = 30\n".into(), 0),
        (mount("") + "[[step]]\ndo = \"align\"\nflexion_deg = 5\nline_depth_mm = 0.5\n", 0),
        (mount("") + "[[step]]\ndo = \"align\"\nflexion_deg = 4\nline_depth_mm = 0.5\n", 0),
        (mount("") + &port("") + "[[step]]\ndo = \"align\"\nadduction_deg = -6\nline_depth_mm = 0.6\n", 1),
    ];
    for (more, holes) in seats {
        let technique = technique(4.0, &more).unwrap_or_else(|told| panic!("{told}\n{more}"));
        let socket = tried(&limb, &technique).unwrap_or_else(|told| panic!("{told}\n{more}"));
        let verdict = judge(&socket.solid);
        assert!(verdict.is_solid(), "{verdict:?}\n{more}");
        assert_eq!((verdict.genus, socket.facts.through_holes), (holes, holes as usize), "{more}");
        assert!(socket.facts.thinnest.mm >= 4.0, "{:?}\n{more}", socket.facts.thinnest);
    }
}

#[test]
fn what_stands_in_another_place_is_told() {
    let limb = cylinder();
    let high = "[[step]]\ndo = \"valve\"\nseat_mm = 26\nout_mm = 3\nbore_mm = 8\naround_deg = 200\nabove_distal_end_mm = 145\n";
    let told = tried(&limb, &technique(4.0, high).unwrap()).unwrap_err();
    assert!(matches!(told, SocketError::AboveBrim { .. }), "{told}");
    let two = "[[step]]\ndo = \"valve\"\nseat_mm = 26\nout_mm = 3\nbore_mm = 8\naround_deg = 135\nabove_distal_end_mm = 66\n\
               [[step]]\ndo = \"port\"\nchannel = \"side\"\nbore_mm = 6\naround_deg = 135\nabove_distal_end_mm = 60\n";
    let told = tried(&limb, &technique(4.0, two).unwrap()).unwrap_err();
    assert!(matches!(told, SocketError::Edge { .. }), "{told}");
    let lock = "[[step]]\ndo = \"pin_lock\"\nbody_mm = 26\ndepth_mm = 28\n[[step]]\ndo = \"port\"\nchannel = \"distal\"\nbore_mm = 6\n";
    let told = technique(4.0, &(mount("") + lock)).unwrap_err();
    assert!(told.contains("in the place of the pin's lock"), "{told}");
    let told = technique(4.0, "[[step]]\ndo = \"align\"\nflexion_deg = 5\n").unwrap_err();
    assert!(told.contains("without a mounting face"), "{told}");
    let told = technique(4.0, &(mount("") + "[[step]]\ndo = \"align\"\nflexion_deg = 25\n")).unwrap_err();
    assert!(told.contains("flexion_deg"), "{told}");
}

#[test]
fn the_thinnest_place_of_the_whole_solid_is_named() {
    let socket = made(&cylinder(), &mount(""));
    let thin = &socket.facts.thinnest;
    // Holes 4.44 mm from the block's side; the wall is 6 mm.
    assert_eq!(thin.feature, Feature::Hole, "{thin:?}");
    assert!((thin.mm - 4.44).abs() < 0.05, "{thin:?}");
    assert!(thin.above_distal_end_mm < 0.0, "{thin:?}");
    assert!(socket.facts.thinnest_wall_mm > 5.9);
}

/// A limb with a bulb of `bulb_mm` radius below a shaft of `neck_mm`.
fn bulbous(bulb_mm: f64, neck_mm: f64) -> Limb {
    let mesh = shapes::swept(DETAIL, |along, angle| {
        let height = 220.0 * (along.powf(1.1) - 1.0);
        let up = 220.0 + height;
        let dome = (1.0 - (1.0 - (up / 50.0).min(1.0)).powi(2)).sqrt();
        let bulb = (-((up - 60.0) / 34.0).powi(2)).exp();
        let out = dome * (neck_mm + (bulb_mm - neck_mm) * bulb);
        Vec3::new(out * angle.cos(), out * angle.sin(), height)
    });
    limb(&mesh, 170.0)
}

#[test]
fn a_bulbous_limb_cannot_be_donned_a_slight_bulb_with_effort_a_cone_at_once() {
    let circumference = |mm: f64| mm / std::f64::consts::TAU;
    // Inside of 440 mm below a neck of 385 mm: the liner of 6 mm is on the limb.
    let socket = made(&bulbous(circumference(440.0) - 6.0, circumference(385.0) - 6.0), "");
    let donning = socket.facts.donning.clone().unwrap();
    assert_eq!(donning.verdict, DonningVerdict::CannotBeDonned, "{donning:?}");
    assert!((donning.bulge_mm - 440.0).abs() < 4.0 && (donning.neck_mm - 385.0).abs() < 4.0, "{donning:?}");
    assert!((donning.undercut_mm - 55.0 / std::f64::consts::TAU).abs() < 0.8, "{donning:?}");
    assert!(donning.neck_below_mm < donning.bulge_below_mm, "{donning:?}");
    let change = donning.change.unwrap();
    assert!(change.open_mm > 30.0, "{change:?}");
    // It is told with the numbers, before anything else of the shape.
    assert!(format!("{:?}", socket.notes.first()).contains("donning_cannot"), "{:?}", socket.notes);
    // With the trim line as low as it says, it goes in.
    if let Some(lower) = change.lower_trim_mm {
        let low = technique(4.0, "").unwrap();
        let mut text = toml::to_string(&low).unwrap();
        text = text.replace("below_mm = 0.0", &format!("below_mm = {:.1}", lower + 1.0));
        let lowered =
            tried(&bulbous(circumference(440.0) - 6.0, circumference(385.0) - 6.0), &Technique::parse(&text).unwrap());
        let after = lowered.unwrap().facts.donning.unwrap();
        assert!(after.squeeze_mm <= after.give_mm[0] + 0.3, "{after:?}");
    }

    let slight = made(&bulbous(62.0, 58.0), "").facts.donning.unwrap();
    assert_eq!(slight.verdict, DonningVerdict::WithEffort, "{slight:?}");

    let cone = made(
        &limb(&shapes::cone(62.0, 240.0, DETAIL), 175.0),
        "[[step]]\ndo = \"reduce\"\npercent = 4\n[[step]]\ndo = \"distal_cup\"\ndeeper_mm = 15\nblend_mm = 60\n",
    );
    let donning = cone.facts.donning.unwrap();
    assert_eq!((donning.verdict, donning.change), (DonningVerdict::GoesIn, None));
    assert!(donning.undercut_mm < 0.5 && cone.notes.iter().all(|note| !format!("{note:?}").contains("donning")));
}

#[test]
fn a_mount_that_left_crossing_slivers_is_sound() {
    let limb = limb(&shapes::limb(60.0, 230.0, DETAIL), 160.0);
    let more = "[[step]]\ndo = \"mount\"\nface = \"pyramid\"\nhole_kind = \"blind\"\ndiameter_mm = 51.94563572847282\n\
                below_inside_mm = 52.0612044439095\nhole_square_mm = 10\nhole_mm = 3\nhole_depth_mm = 0\nfillet_mm = 0\n\
                recess_mm = 25.97281786423641\nrecess_depth_mm = 3\n\
                [[step]]\ndo = \"align\"\nflexion_deg = 1.6772969353397784\nadduction_deg = 2.1852354533946876\n\
                anterior_mm = -6.364448185836511\nlateral_mm = 0\nrotation_deg = 0\nline_depth_mm = 0.5\n\
                [[step]]\ndo = \"port\"\nchannel = \"distal\"\nbore_mm = 5\n";
    let socket = tried(&limb, &technique(2.5, more).unwrap()).unwrap();
    let verdict = judge(&socket.solid);
    assert!(verdict.is_solid(), "{verdict:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is asked within the limits: a fault in words, or a solid without a place thinner than the least wall.
    #[test]
    fn any_mount_is_refused_or_sound(
        which in 0_usize..3,
        face in prop::sample::select(vec!["pyramid", "four_hole", "lamination_anchor"]),
        kind in prop::sample::select(vec!["blind", "heat_set_insert", "through_bolt"]),
        diameter in 40.0..90.0_f64, below in 10.0..60.0_f64, square in 10.0..50.0_f64, hole in 3.0..10.0_f64,
        depth in 0.0..0.9_f64, fillet in prop::sample::select(vec![0.0, 1.0, 4.0, 9.0]),
        tilt in (-12.0..12.0_f64, -12.0..12.0_f64), offset in (-15.0..15.0_f64, -15.0..15.0_f64), turn in -40.0..40.0_f64,
        line in prop::sample::select(vec![0.0, 0.5]), side in any::<bool>(), around in 0.0..360.0_f64, above in 10.0..140.0_f64,
        minimum in 2.5..5.0_f64,
    ) {
        let limb = match which {
            0 => cylinder(),
            1 => limb(&shapes::cone(62.0, 240.0, DETAIL), 175.0),
            _ => limb(&shapes::limb(60.0, 230.0, DETAIL), 160.0),
        };
        let port = if side {
            format!("[[step]]\ndo = \"port\"\nchannel = \"side\"\nbore_mm = 5\naround_deg = {around}\nabove_distal_end_mm = {above}\n")
        } else {
            "[[step]]\ndo = \"port\"\nchannel = \"distal\"\nbore_mm = 5\n".into()
        };
        let more = format!(
            "[[step]]\ndo = \"mount\"\nface = \"{face}\"\nhole_kind = \"{kind}\"\ndiameter_mm = {diameter}\nbelow_inside_mm = {below}\n\
             hole_square_mm = {square}\nhole_mm = {hole}\nhole_depth_mm = {}\nfillet_mm = {fillet}\nrecess_mm = {}\nrecess_depth_mm = 3\n\
             [[step]]\ndo = \"align\"\nflexion_deg = {}\nadduction_deg = {}\nanterior_mm = {}\nlateral_mm = {}\nrotation_deg = {turn}\n\
             line_depth_mm = {line}\n{port}",
            depth * below, diameter / 2.0, tilt.0, tilt.1, offset.0, offset.1,
        );
        let Ok(technique) = technique(minimum, &more) else { return Ok(()) };
        match tried(&limb, &technique) {
            Err(told) => prop_assert!(!matches!(told, SocketError::Combine(_)), "{told}\n{more}"),
            Ok(socket) => {
                let verdict = judge(&socket.solid);
                prop_assert!(verdict.is_solid(), "{verdict:?}\n{more}");
                prop_assert_eq!(verdict.genus, socket.facts.through_holes as i64, "{:?}\n{}", verdict, more);
                prop_assert!(socket.facts.thinnest.mm >= minimum, "{:?}", socket.facts.thinnest);
            }
        }
    }
}
