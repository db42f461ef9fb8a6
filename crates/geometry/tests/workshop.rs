//! What a workshop makes of a socket: words in relief, a model to hold, a custom liner; judged as a printer would.

use domain::limb::Side;
use domain::sock::SockThickness;
use domain::technique::{ScannedOver, Station, Technique};
use geometry::chart::Resolution;
use geometry::check::{Verdict, judge};
use geometry::clean::{Settings, clean};
use geometry::limb::Limb;
use geometry::mandrel::{BuildUp, ModelError, model};
use geometry::own_liner::own_liner;
use geometry::pose::Hints;
use geometry::query::Surface;
use geometry::relief::{RAISED_MM, ReliefError, raise};
use geometry::shapes::{self, Detail};
use geometry::socket::{Making, Socket, make};
use geometry::{Mesh, formats};

const SOCKS: SockThickness = SockThickness { one_ply_mm: 0.7, three_ply_mm: 1.2, five_ply_mm: 1.5 };

fn usual() -> Technique {
    Technique::parse(include_str!("../../../data/socket/total_surface_bearing.toml")).unwrap()
}

fn limb() -> Limb {
    let mesh = shapes::limb(58.0, 230.0, Detail { rings: 160, around: 180 });
    let cleaned = clean(&mesh, &Settings::default()).unwrap();
    Limb::new(
        &cleaned.skin,
        &[],
        Side::Right,
        domain::limb::AmputationLevel::Transtibial,
        &Hints { limb_length_mm: Some(160.0), ..Hints::default() },
    )
    .unwrap()
}

fn made(limb: &Limb, technique: &Technique) -> Socket {
    make(limb, &Making { technique, over: ScannedOver::Skin, socks: &SOCKS, resolution: Resolution::default() })
        .unwrap()
}

fn printed(mesh: &Mesh) -> Verdict {
    judge(&formats::read(&formats::write_stl(mesh), "part.stl").unwrap().mesh)
}

const EVERY_LETTER: [&str; 4] = ["0123456789", "ABCDEFGHIJ", "KLMNOPQRST", "UVWXYZ-./_"];

#[test]
fn words_stand_out_by_what_is_said_leave_the_wall_whole_and_the_solid_sound() {
    let (limb, technique) = (limb(), usual());
    let socket = made(&limb, &technique);
    let outside = socket.chart.mesh(&socket.chart.points(&socket.outer), socket.chart.trim_row());
    let surface = Surface::new(&outside).unwrap();
    for pair in EVERY_LETTER.chunks(2) {
        let lines: Vec<String> = pair.iter().map(|line| (*line).to_string()).collect();
        let relief = raise(&limb, &socket.chart, &socket.outer, &socket.solid, &technique.steps, &lines).unwrap();
        let (before, after) = (printed(&socket.solid), printed(&relief.solid));
        assert!(after.is_solid() && after.genus == before.genus, "{lines:?}: {after:?}");
        // More material than before, and nowhere less: what is new lies on the outside.
        assert!(after.volume_ml > before.volume_ml + 0.15, "{} {}", after.volume_ml, before.volume_ml);
        let seal = -socket.facts.trim_below_mm[0] - 40.0;
        let old = Surface::new(&socket.solid).unwrap();
        let new: Vec<_> = relief.solid.vertices.iter().filter(|vertex| old.nearest(**vertex).distance > 0.05).collect();
        assert!(new.len() > 500);
        let farthest = new.iter().map(|vertex| surface.nearest(**vertex).distance).fold(0.0, f64::max);
        assert!((RAISED_MM - 0.05..RAISED_MM + 0.12).contains(&farthest), "{farthest}");
        assert!(new.iter().all(|vertex| vertex.z < seal), "words on the seal land let air under the sleeve");
    }
}

#[test]
fn words_are_found_on_the_side_that_is_said_and_read_from_left_to_right() {
    for side in [Side::Left, Side::Right] {
        let mesh = shapes::limb(58.0, 230.0, Detail { rings: 120, around: 120 });
        let limb = Limb::new(
            &mesh,
            &[],
            side,
            domain::limb::AmputationLevel::Transtibial,
            &Hints { limb_length_mm: Some(160.0), ..Hints::default() },
        );
        let Ok(limb) = limb else { continue };
        let technique = usual();
        let socket = made(&limb, &technique);
        // An L: its foot lies to the reader's right of its stem.
        let relief =
            raise(&limb, &socket.chart, &socket.outer, &socket.solid, &technique.steps, &["L".into()]).unwrap();
        let old = Surface::new(&socket.solid).unwrap();
        let new: Vec<_> =
            relief.solid.vertices.iter().filter(|vertex| old.nearest(**vertex).distance > 0.2).copied().collect();
        let angle = limb.angle(relief.facts.around_deg);
        let right = geometry::Vec3::new(-angle.sin(), angle.cos(), 0.0);
        let middle = new.iter().map(|at| at.z).sum::<f64>() / new.len() as f64;
        let low = new.iter().filter(|at| at.z < middle - 2.0).map(|at| at.dot(right)).fold(f64::MIN, f64::max);
        let high = new.iter().filter(|at| at.z > middle + 2.0).map(|at| at.dot(right)).fold(f64::MIN, f64::max);
        assert!(low > high + 2.0, "{side:?}: {low} {high}");
    }
}

#[test]
fn what_cannot_be_raised_is_said() {
    let (limb, technique) = (limb(), usual());
    let socket = made(&limb, &technique);
    let tried = |lines: &[&str]| {
        let lines: Vec<String> = lines.iter().map(|line| (*line).into()).collect();
        raise(&limb, &socket.chart, &socket.outer, &socket.solid, &technique.steps, &lines).unwrap_err()
    };
    assert_eq!(tried(&["MÜ"]), ReliefError::NoLetter { letter: 'Ü' });
    assert!(matches!(tried(&[&"8".repeat(60)]), ReliefError::TooLong { .. }));
    assert!(matches!(tried(&["1"; 30]), ReliefError::NoRoom { .. }));
}

const USUAL: BuildUp = BuildUp {
    extension_mm: 30.0,
    extension_diameter_mm: 60.0,
    collar_mm: 60.0,
    groove_mm: 4.0,
    mandrel_mm: 25.0,
    mandrel_depth_mm: 120.0,
};

#[test]
fn the_model_is_a_body_with_bore_groove_and_stub_and_keeps_the_inside_of_the_socket() {
    let (limb, technique) = (limb(), usual());
    let socket = made(&limb, &technique);
    let built = model(&socket.chart, &socket.inner, &USUAL).unwrap();
    let verdict = printed(&built.solid);
    assert!(verdict.is_solid() && verdict.genus == 0, "{verdict:?}");
    // Up to the trim line it is the inside, away from the stub.
    let surface = Surface::new(&built.solid).unwrap();
    let points = socket.chart.points(&socket.inner);
    let end = points[0];
    for row in [20, socket.chart.trim_row() / 2, socket.chart.trim_row()] {
        for spoke in (0..socket.chart.spokes()).step_by(7) {
            let point = points[socket.chart.index(row, spoke)];
            if (point - end).with_z(0.0).length() > 31.0 {
                // What single precision keeps of 200 mm.
                assert!(surface.nearest(point).distance < 1e-4);
            }
        }
    }
    // The bore takes its cylinder away, the groove makes it less again.
    let volume = |asked: &BuildUp| model(&socket.chart, &socket.inner, asked).unwrap().facts.volume_ml;
    let none = BuildUp { mandrel_mm: 0.0, ..USUAL };
    let bore = std::f64::consts::PI * 12.5 * 12.5 * 120.0 / 1e3;
    assert!(((volume(&none) - volume(&USUAL)) / bore - 1.0).abs() < 2e-3);
    assert!(volume(&BuildUp { groove_mm: 0.0, ..USUAL }) > volume(&USUAL) + 1.0);
    assert!((built.facts.length_mm - (built.facts.flat_above_mm - end.z + 30.0)).abs() < 1e-4);
    let deep = model(&socket.chart, &socket.inner, &BuildUp { mandrel_depth_mm: 400.0, ..USUAL });
    assert!(matches!(deep, Err(ModelError::Bore { .. })));
}

#[test]
fn a_custom_liner_has_its_thickness_its_undersize_and_the_volume_of_a_shell() {
    let limb = limb();
    let socket = made(&limb, &usual());
    let stations = [Station { above_distal_end_mm: 0.0, thickness_mm: 6.0 }];
    let liner = own_liner(&limb, &socket.chart, &stations, 3.0, 20.0).unwrap();
    let verdict = printed(&liner.solid);
    assert!(verdict.is_solid() && verdict.genus == 0, "{verdict:?}");
    for row in liner.facts.rows.iter().filter(|row| row.above_distal_end_mm > 60.0) {
        assert!((row.inside_mm / row.skin_mm - 0.97).abs() < 2e-3, "{row:?}");
    }
    // Area of its middle surface times its thickness, by Steiner: a little more than the skin's.
    let area = limb.area_below_cm2(liner.facts.brim_above_mm) * 0.97;
    let shell = area * 0.6;
    assert!((1.0..1.15).contains(&(liner.facts.material_ml / shell)), "{} {shell}", liner.facts.material_ml);
    let none = own_liner(&limb, &socket.chart, &stations, 0.0, 20.0).unwrap();
    assert!(none.facts.material_ml > liner.facts.material_ml);
}
