//! Sockets with brims, windows and walls by place: judged as a printer would, on limbs with known answers.

use domain::limb::Side;
use domain::sock::SockThickness;
use domain::technique::{BrimShape, Landmark, ScannedOver, Step, Technique};
use geometry::chart::Resolution;
use geometry::check::judge;
use geometry::clean::{Settings, clean};
use geometry::cut::Cut;
use geometry::limb::Limb;
use geometry::pose::Hints;
use geometry::query::Surface;
use geometry::shapes::{self, Detail};
use geometry::socket::{Making, Socket, SocketError, make};
use geometry::{Mesh, Vec3, formats, shell};
use proptest::prelude::*;

const SOCKS: SockThickness = SockThickness { one_ply_mm: 0.7, three_ply_mm: 1.2, five_ply_mm: 1.5 };
const DETAIL: Detail = Detail { rings: 120, around: 120 };

fn limb(mesh: &Mesh, side: Side, length: f64) -> Limb {
    let cleaned = clean(mesh, &Settings::default()).unwrap();
    let front = Vec3::new(mesh.bounds().1.x, 0.0, mesh.bounds().0.z + length);
    let hints = Hints {
        limb_length_mm: Some(length),
        anterior: Some(Vec3::X),
        landmarks: [(Landmark::MidPatellarTendon, front)].into(),
        ..Hints::default()
    };
    Limb::new(&cleaned.skin, &cleaned.bones, side, domain::limb::AmputationLevel::Transtibial, &hints).unwrap()
}

/// Three limbs that reach 90 mm above their reference level.
fn limbs() -> [(&'static str, Limb); 3] {
    [
        ("cylinder", limb(&shapes::domed_cylinder(52.0, 250.0, DETAIL), Side::Left, 150.0)),
        ("cone", limb(&shapes::cone(70.0, 280.0, DETAIL), Side::Right, 180.0)),
        ("shaped", limb(&shapes::limb(60.0, 260.0, DETAIL), Side::Left, 155.0)),
    ]
}

fn technique(brim: &str, rest: &str) -> Technique {
    let text = format!(
        "name = \"by place\"\n[[step]]\ndo = \"liner\"\nmaterial = \"silicone\"\n\
         thickness = [{{ above_distal_end_mm = 0, thickness_mm = 5 }}]\n{brim}\n[[step]]\ndo = \"wall\"\n\
         minimum_mm = 4\nthickness = [{{ above_distal_end_mm = 0, thickness_mm = 4.5 }}]\n{rest}\n"
    );
    Technique::parse(&text).unwrap_or_else(|problems| panic!("{problems:?}"))
}

const LEVEL: &str = "[[step]]\ndo = \"trim\"\nline = [{ around_deg = 0, below_mm = -20 }, \
                     { around_deg = 120, below_mm = -20 }, { around_deg = 240, below_mm = -20 }]";

/// Two ears, narrower at their root than above, with room behind.
const EARS: &str = "[[step]]\ndo = \"trim\"\nline = [{ around_deg = 0, below_mm = -20 }, \
    { around_deg = 64, below_mm = -30 }, { around_deg = 58, below_mm = -52 }, { around_deg = 90, below_mm = -66 }, \
    { around_deg = 122, below_mm = -52 }, { around_deg = 116, below_mm = -30 }, { around_deg = 180, below_mm = 0 }, \
    { around_deg = 244, below_mm = -30 }, { around_deg = 238, below_mm = -52 }, { around_deg = 270, below_mm = -66 }, \
    { around_deg = 302, below_mm = -52 }, { around_deg = 296, below_mm = -30 }]";

fn window(name: &str, around: f64, below: f64, length: f64, width: f64) -> String {
    format!(
        "[[step]]\ndo = \"window\"\nname = \"{name}\"\naround_deg = {around}\nbelow_mm = {below}\n\
         half_length_mm = {length}\nhalf_width_mm = {width}\n"
    )
}

fn made(limb: &Limb, technique: &Technique) -> Result<Socket, SocketError> {
    let making = Making { technique, over: ScannedOver::Skin, socks: &SOCKS, resolution: Resolution::default() };
    make(limb, &making)
}

/// What a printer finds in the files.
fn sound(name: &str, socket: &Socket) {
    let genus = |mesh: &Mesh, holes: usize| {
        let verdict = judge(&formats::read(&formats::write_stl(mesh), "socket.stl").unwrap().mesh);
        assert!(verdict.is_solid() && verdict.degenerate_faces == 0, "{name}: {verdict:?}");
        assert_eq!(verdict.genus, holes as i64, "{name}: {verdict:?}");
    };
    genus(&socket.solid, socket.facts.through_holes);
    assert!(socket.facts.thinnest_wall_mm >= 4.0, "{name}: {:?}", socket.facts);
    if let Some(flexible) = &socket.flexible {
        genus(&flexible.solid, socket.facts.inner_through_holes.unwrap());
    }
}

#[test]
fn a_level_line_cut_as_a_curve_makes_the_same_socket() {
    for (name, limb) in limbs() {
        let plain = made(&limb, &technique(LEVEL, "")).unwrap();
        assert!(plain.cut.is_none());
        let chart = &plain.chart;
        // A line half a row below the edge: between the chart's own points.
        let row = chart.trim_row() as f64 - 0.5;
        let polygon: Vec<[f64; 2]> = (0..170).map(|at| [180.0 * f64::from(at) / 170.0, row]).collect();
        let cut = Cut::new(chart, Some(&polygon), &[]).unwrap();
        let solid = shell::solid(chart, &plain.inner, &plain.outer, Some(&cut), None).unwrap();
        let verdict = judge(&solid);
        assert!(verdict.is_solid() && verdict.genus == 0, "{name}: {verdict:?}");
        let own: Vec<[f64; 2]> = (0..chart.spokes()).map(|at| [at as f64, chart.trim_row() as f64]).collect();
        let cut = Cut::new(chart, Some(&own), &[]).unwrap();
        let same = shell::solid(chart, &plain.inner, &plain.outer, Some(&cut), None).unwrap();
        let change = same.volume() / plain.solid.volume() - 1.0;
        assert!(change.abs() < 1e-3, "{name}: {change}");
        // Half a row of the wall is missing from the first.
        let less = (plain.solid.volume() - solid.volume()) / plain.solid.volume();
        assert!((0.001..0.015).contains(&less), "{name}: {less}");
    }
}

#[test]
fn ears_that_turn_back_and_windows_are_where_they_were_asked_for() {
    let windows = window("lateral", 80.0, 40.0, 20.0, 18.0) + &window("medial", 280.0, 45.0, 25.0, 16.0);
    for (name, limb) in limbs() {
        let socket = made(&limb, &technique(EARS, &windows)).unwrap();
        sound(name, &socket);
        assert_eq!((socket.facts.windows, socket.facts.through_holes), (2, 2));
        let solid = Surface::new(&socket.solid).unwrap();
        // Rays straight out from the middle: through wall, window and beside the ears.
        let meets = |around: f64, below: f64| {
            let angle = limb.angle(around);
            let from = socket.chart.centre(-below);
            solid.along(from, Vec3::new(angle.cos(), angle.sin(), 0.0)).is_some()
        };
        for (around, below, wall) in [
            (80.0, 40.0, false),
            (280.0, 45.0, false),
            (0.0, 40.0, true),
            (80.0, 75.0, true),
            (90.0, -58.0, true),
            (270.0, -58.0, true),
            (0.0, -40.0, false),
            (180.0, -15.0, false),
            // Under the ear's shoulder: the line turns back there.
            (60.0, -48.0, true),
            (50.0, -38.0, false),
        ] {
            assert_eq!(meets(around, below), wall, "{name}: {around}° {below} mm");
        }
    }
}

#[test]
fn every_brim_by_name_makes_a_sound_socket_on_every_limb() {
    for shape in BrimShape::ALL {
        for (name, limb) in limbs() {
            let brim = format!("[[step]]\ndo = \"brim\"\nshape = \"{}\"", shape.name());
            let socket = made(&limb, &technique(&brim, "")).unwrap_or_else(|error| panic!("{shape:?} {name}: {error}"));
            sound(&format!("{shape:?} {name}"), &socket);
        }
    }
}

#[test]
fn a_rolled_edge_ends_outside_and_a_roll_that_does_not_fit_is_told() {
    let (name, limb) = &limbs()[0];
    let roll = "[[step]]\ndo = \"rolled_edge\"\nradius_mm = 3\nby_place = [{ around_deg = 0, radius_mm = 2 }, \
                { around_deg = 180, radius_mm = 5 }]";
    let socket = made(limb, &technique(LEVEL, roll)).unwrap();
    sound(name, &socket);
    let plain = made(limb, &technique(LEVEL, "")).unwrap();
    let furthest = |socket: &Socket, back: bool| {
        let points = socket.solid.vertices.iter().filter(|point| point.z > 0.0 && (point.x < 0.0) == back);
        points.map(|point| point.x.abs()).fold(0.0, f64::max)
    };
    // The roll passes the horizontal: its outermost point stands out by its radius and what it turned further.
    for (back, radius) in [(false, 2.0), (true, 5.0)] {
        let out = furthest(&socket, back) - furthest(&plain, back);
        assert!(out > radius && out < 2.5 * radius + 4.5, "{back}: {out}");
    }
    let tight = EARS.replace("around_deg = 180, below_mm = 0", "around_deg = 180, below_mm = 40");
    let wide = roll.replace("radius_mm = 5", "radius_mm = 10").replace("radius_mm = 2", "radius_mm = 10");
    let told = made(limb, &technique(&tight, &wide)).unwrap_err();
    assert!(matches!(told, SocketError::TightBend { .. }), "{told}");
}

#[test]
fn the_flare_is_as_wide_as_its_place_says() {
    let (_, limb) = &limbs()[0];
    let flare = "[[step]]\ndo = \"flare\"\nout_mm = 1\nheight_mm = 10\nby_place = [\
                 { around_deg = 0, out_mm = 2, height_mm = 10 }, { around_deg = 180, out_mm = 9, height_mm = 20 }]";
    let plain = made(limb, &technique(LEVEL, "")).unwrap();
    let flared = made(limb, &technique(LEVEL, flare)).unwrap();
    let row = plain.chart.trim_row();
    for (spoke, wanted) in [(0, 2.0), (90, 9.0)] {
        let at = plain.chart.index(row, spoke);
        let out = flared.inner[at] - plain.inner[at];
        assert!((out - wanted).abs() < 0.2, "{spoke}: {out}");
    }
}

#[test]
fn regions_and_ribs_thicken_the_outside_where_they_say_and_the_inside_never_moves() {
    let (name, limb) = &limbs()[0];
    let plain = made(limb, &technique(LEVEL, "")).unwrap();
    let mut by_place = technique(LEVEL, "");
    for step in &mut by_place.steps {
        if let Step::Wall { regions, ribs, .. } = step {
            let region = "{ \"around_deg\": 90, \"below_mm\": 40, \"half_length_mm\": 25, \"half_width_mm\": 25, \
                          \"thickness_mm\": 8 }";
            regions.push(serde_json::from_str(region).unwrap());
            let rib = "{ \"from\": [200, 0], \"to\": [200, 80], \"width_mm\": 14, \"height_mm\": 3 }";
            ribs.push(serde_json::from_str(rib).unwrap());
        }
    }
    let thick = made(limb, &by_place).unwrap();
    sound(name, &thick);
    assert_eq!(plain.inner, thick.inner);
    let inside = Surface::new(&thick.inside()).unwrap();
    let wall = |around: f64, below: f64| {
        let (angle, centre) = (limb.angle(around), thick.chart.centre(-below));
        let direction = Vec3::new(angle.cos(), angle.sin(), 0.0);
        let outside =
            Surface::new(&thick.chart.mesh(&thick.chart.points(&thick.outer), thick.chart.trim_row())).unwrap();
        inside.nearest(outside.along(centre, direction).unwrap().point).distance
    };
    assert!((wall(90.0, 40.0) - 8.0).abs() < 0.1, "{}", wall(90.0, 40.0));
    assert!((wall(200.0, 40.0) - 7.5).abs() < 0.25, "{}", wall(200.0, 40.0));
    assert!((wall(0.0, 40.0) - 4.5).abs() < 0.1, "{}", wall(0.0, 40.0));
}

#[test]
fn a_frame_and_its_flexible_inner_socket_are_two_sound_solids_that_fit() {
    let rest = window("lateral", 90.0, 50.0, 25.0, 20.0)
        + "[[step]]\ndo = \"frame\"\ninner_thickness_mm = 3\nclearance_mm = 0.5\nlower_mm = 30\n\
           inner_material = \"flexible\"\nframe_material = \"rigid\"\n[[step]]\ndo = \"port\"\nchannel = \"side\"\n\
           bore_mm = 6\naround_deg = 225\nabove_distal_end_mm = 70\n[[step]]\ndo = \"port\"";
    let rest = rest.rsplit_once("[[step]]").unwrap().0;
    for (name, limb) in limbs() {
        let socket = made(&limb, &technique(LEVEL, rest)).unwrap();
        sound(name, &socket);
        assert_eq!((socket.facts.through_holes, socket.facts.inner_through_holes), (2, Some(1)));
        assert!(socket.facts.thinnest_inner_mm.unwrap() >= 3.0);
        let flexible = socket.flexible.as_ref().unwrap();
        let gap = socket.chart.index(socket.chart.trim_row() / 2, 20);
        assert!((flexible.frame_inner[gap] - flexible.outer[gap] - 0.5).abs() < 0.1);
        let top = |mesh: &Mesh| mesh.bounds().1.z;
        let lower = top(&flexible.solid) - top(&socket.solid);
        assert!((lower - 30.0).abs() < 2.0, "{name}: {lower}");
    }
}

#[test]
fn lines_that_cross_and_windows_that_leave_no_wall_are_told() {
    let (_, limb) = &limbs()[0];
    let crossed = EARS
        .replace("around_deg = 64, below_mm = -30", "around_deg = 110, below_mm = -30")
        .replace("around_deg = 116, below_mm = -30", "around_deg = 70, below_mm = -30");
    let told = |brim: &str, rest: &str| made(limb, &technique(brim, rest)).unwrap_err();
    assert!(matches!(told(&crossed, ""), SocketError::Crosses { .. }));
    let at = |below: f64| window("one", 90.0, below, 20.0, 20.0);
    assert!(matches!(told(LEVEL, &at(5.0)), SocketError::NoStrip { .. }), "touches the trim line");
    assert!(matches!(told(LEVEL, &at(-60.0)), SocketError::NoStrip { .. }), "above the trim line");
    assert!(matches!(told(LEVEL, &at(140.0)), SocketError::NoStrip { .. }), "through the end");
    let two = at(40.0) + &window("two", 95.0, 84.0, 20.0, 20.0);
    let error = told(LEVEL, &two);
    assert!(error.to_string().contains("window \"two\"") && error.to_string().contains("window \"one\""), "{error}");
    let within = window("one", 90.0, 50.0, 40.0, 40.0) + &window("two", 90.0, 50.0, 10.0, 10.0);
    assert!(matches!(told(LEVEL, &within), SocketError::NoStrip { .. }), "one in the other");
}

#[test]
fn a_solid_through_itself_is_told_with_its_place() {
    // The line falls 25 mm within 3 degrees, and the chart's rows follow it around.
    let line = "[[step]]\ndo = \"trim\"\nline = [{ around_deg = 0, below_mm = 0 }, { around_deg = 47.054, below_mm = 0 }, \
                { around_deg = 142.443, below_mm = 25.510 }, { around_deg = 144.942, below_mm = 0 }]";
    let text = format!(
        "name = \"steep\"\n{line}\n[[step]]\ndo = \"wall\"\nminimum_mm = 4\n\
         thickness = [{{ above_distal_end_mm = 0, thickness_mm = 4.5 }}]\n{}",
        window("w0", 0.0, 111.133, 6.0, 6.0)
    );
    let told = made(&limbs()[1].1, &Technique::parse(&text).unwrap()).err().unwrap();
    let SocketError::PassesThrough { around_deg, above_mm } = told else { panic!("{told}") };
    assert!((139.0..145.0).contains(&around_deg) && (154.0..181.0).contains(&above_mm), "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn any_line_and_windows_give_a_sound_socket_or_a_clear_error(
        which in 0..3_usize,
        places in proptest::collection::vec((0.0..359.0_f64, -70.0..30.0_f64), 4..10),
        turns in proptest::collection::vec(-25.0..25.0_f64, 10),
        windows in proptest::collection::vec((0.0..360.0_f64, 0.0..120.0_f64, 6.0..40.0_f64, 6.0..40.0_f64), 0..4),
    ) {
        let mut places = places;
        places.sort_by(|a, b| a.0.total_cmp(&b.0));
        let points: Vec<String> = places
            .iter()
            .zip(&turns)
            .map(|((around, below), turn)| {
                let around = (around + turn).rem_euclid(360.0);
                format!("{{ around_deg = {around:.3}, below_mm = {below:.3} }}")
            })
            .collect();
        let brim = format!("[[step]]\ndo = \"trim\"\nline = [{}]", points.join(", "));
        let rest: String = windows
            .iter()
            .enumerate()
            .map(|(index, (around, below, length, width))| window(&format!("w{index}"), *around, *below, *length, *width))
            .collect();
        let text = format!(
            "name = \"any\"\n{brim}\n[[step]]\ndo = \"wall\"\nminimum_mm = 4\n\
             thickness = [{{ above_distal_end_mm = 0, thickness_mm = 4.5 }}]\n{rest}"
        );
        if let Ok(technique) = Technique::parse(&text) {
            let limbs = limbs();
            let (name, limb) = &limbs[which];
            match made(limb, &technique) {
                Ok(socket) => sound(&format!("{name}\n{text}"), &socket),
                Err(error) => prop_assert!(
                    matches!(
                        error,
                        SocketError::Crosses { .. }
                            | SocketError::Neck { .. }
                            | SocketError::NoStrip { .. }
                            | SocketError::PassesThrough { .. }
                    ),
                    "{name}: {error}\n{text}"
                ),
            }
        }
    }
}
