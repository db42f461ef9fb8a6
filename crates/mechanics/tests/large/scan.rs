//! Limbs as scanned, in sockets as made.

use crate::shapes::{Pushed, Released};
use domain::limb::{AmputationLevel, Side};
use domain::sock::SockThickness;
use domain::technique::{ScannedOver, Technique};
use geometry::chart::Resolution;
use geometry::clean::{Settings as Cleaning, clean};
use geometry::limb::Limb as Scanned;
use geometry::pose::Hints;
use geometry::query::Surface;
use geometry::shapes::{Detail, limb as formula};
use geometry::socket::{Making, make};
use geometry::{Mesh, formats};
use mechanics::large::limb::{Fineness, Limb, NoLimb, Shapes, mesh};
use mechanics::large::{Body, Contact, Hyperelastic, Press, Settings, Volume};
use mechanics::{Held, Vec3};
use std::path::Path;

const LINER: f64 = 4.0;

/// Liner, trim line, reduction and wall.
fn technique(reduced: f64) -> Technique {
    let text = format!(
        "name = \"plain\"\n[[step]]\ndo = \"liner\"\nmaterial = \"polyurethane\"\n\
         thickness = [{{ above_distal_end_mm = 0, thickness_mm = {LINER} }}]\n\
         [[step]]\ndo = \"reduce\"\npercent = {reduced}\n\
         [[step]]\ndo = \"trim\"\nline = [{{ around_deg = 0, below_mm = 20 }}, {{ around_deg = 120, below_mm = 20 }}, \
         {{ around_deg = 240, below_mm = 20 }}]\n\
         [[step]]\ndo = \"flare\"\nout_mm = 4\nheight_mm = 15\n\
         [[step]]\ndo = \"wall\"\nminimum_mm = 3\nthickness = [{{ above_distal_end_mm = 0, thickness_mm = 5 }}]\n"
    );
    Technique::parse(&text).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// A skin with its socket as a mesh, the core taken as `core` of the way to the skin.
fn meshed(skin: &Mesh, length: f64, core: f64, fineness: &Fineness) -> Result<(Limb, f64), NoLimb> {
    let cleaned = clean(skin, &Cleaning::default()).unwrap();
    let hints = Hints { limb_length_mm: Some(length), ..Hints::default() };
    let limb = Scanned::new(&cleaned.skin, &cleaned.bones, Side::Left, AmputationLevel::Transtibial, &hints).unwrap();
    let socks = SockThickness { one_ply_mm: 0.7, three_ply_mm: 1.2, five_ply_mm: 1.5 };
    let technique = technique(2.0);
    let resolution = Resolution { spokes: 96, row_mm: 3.0 };
    let making = Making { technique: &technique, over: ScannedOver::Skin, socks: &socks, resolution };
    let socket = make(&limb, &making).unwrap();
    let chart = &socket.chart;
    let inside = Surface::new(&chart.mesh(&chart.points(&socket.inner), chart.rows() - 1)).unwrap();
    let skin = Surface::new(&limb.skin).unwrap();
    let centre = chart.centre(chart.fan_z());
    let brim = chart.point(chart.trim_row(), 0, socket.inner[chart.index(chart.trim_row(), 0)]).z;
    let top = (brim + 50.0).min(limb.top_z() - 2.0);
    let shapes = Shapes { skin: &skin, socket: &inside, centre, core, liner_mm: LINER, top };
    mesh(&shapes, fineness).map(|limb| (limb, brim))
}

/// Donned, then pushed by 150 N: mean and greatest pressure, kPa.
fn stood(limb: &Limb, brim: f64) -> [[f64; 2]; 2] {
    let tissue = Hyperelastic::neo_hookean(0.06, 0.45, Volume::Square).unwrap();
    let liner = Hyperelastic::neo_hookean(0.5, 0.45, Volume::Square).unwrap();
    let law = |element: usize| if limb.mesh.layer(element) < limb.tissue { tissue } else { liner };
    let body = Body::new(limb.mesh.nodes.clone(), limb.mesh.hexes.clone(), law).unwrap();
    let held = Held::nodes(limb.mesh.nodes.len(), &limb.held());
    let mut press = Press::new(&body, &held, &limb.mesh.swept).unwrap();
    let contact = Contact::new(&limb.socket, &limb.outside(|at| at.z <= brim), 1.0, 0.0);
    let overlaps = contact.overlaps(body.nodes(), &press.moved, Vec3::ZERO);
    press.contact = Some(contact);
    let settings = Settings { first: 0.5, ..Settings::default() };
    press.drive(&Released(overlaps), &settings).unwrap();
    let felt = |press: &Press<'_>| {
        let touches = press.contact.as_ref().unwrap().touches();
        let force: Vec3 = touches.iter().map(|touch| touch.normal * touch.pressing).sum();
        let (_, forces) = press.internal().unwrap();
        let back: Vec3 = limb.held().iter().map(|node| Vec3::from_slice(&forces[3 * *node as usize..])).sum();
        assert!((force + back).length() < 1e-3 * force.length(), "{force:?} {back:?}");
        let deepest = press.contact.as_ref().unwrap().overlaps(body.nodes(), &press.moved, press.socket);
        assert!(deepest.iter().all(|deep| *deep < 0.02));
        let (sum, area) = touches.iter().fold((0.0, 0.0), |(sum, area), t| (sum + t.pressing, area + t.area));
        let most = touches.iter().map(|touch| touch.pressing / touch.area).fold(0.0, f64::max);
        ([sum / area * 1e3, most * 1e3], force)
    };
    let (donned, force) = felt(&press);
    press.drive(&Pushed { from: force.z, to: 150.0 }, &settings).unwrap();
    let (stood, force) = felt(&press);
    println!("{} nodes {:?} {donned:?} {stood:?} {:?}", body.nodes().len(), press.report(), press.socket);
    assert!((force.z / 150.0 - 1.0).abs() < 1e-3, "{force:?}");
    [donned, stood]
}

const COARSE: Fineness = Fineness { spokes: 24, layers: [4, 1], row_mm: 12.0 };

#[test]
fn a_limb_of_a_formula_stands_in_its_socket_and_a_thicker_core_presses_more() {
    let skin = formula(50.0, 150.0, Detail { rings: 120, around: 120 });
    let at = |core: f64| {
        let (limb, brim) = meshed(&skin, 130.0, core, &COARSE).unwrap();
        stood(&limb, brim)
    };
    let (thin, thick) = (at(0.3), at(0.55));
    assert!(thick[0][0] > 1.2 * thin[0][0] && thin[0][0] > 0.0, "{thin:?} {thick:?}");
    assert!(thin[1][0] > thin[0][0]);
}

#[test]
fn numbers_of_no_mesh_and_an_open_skin_are_refused() {
    let skin = formula(50.0, 150.0, Detail { rings: 120, around: 120 });
    assert!(matches!(meshed(&skin, 130.0, 1.0, &COARSE), Err(NoLimb::Number { .. })));
    assert!(matches!(meshed(&skin, 130.0, 0.4, &Fineness { spokes: 20, ..COARSE }), Err(NoLimb::Number { .. })));
    assert!(matches!(meshed(&skin, 130.0, 0.4, &Fineness { layers: [0, 1], ..COARSE }), Err(NoLimb::Number { .. })));
    let surface = Surface::new(&skin).unwrap();
    let (low, high) = skin.bounds();
    let centre = Vec3::new(0.0, 0.0, low.z + 60.0);
    let shapes = Shapes { skin: &surface, socket: &surface, centre, core: 0.4, liner_mm: LINER, top: high.z + 40.0 };
    assert!(matches!(mesh(&shapes, &COARSE), Err(NoLimb::Open { what: "skin", .. })));
}

/// The mean limb of OpenLimb, where it lies beside the tree.
#[test]
fn the_mean_limb_stands_in_its_socket() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/openlimb");
    let folder = std::env::var_os("CONCORD_OPENLIMB").map_or(beside, Into::into);
    let Ok(bytes) = std::fs::read(folder.join("mean-skin-full-size.stl")) else {
        eprintln!("SKIPPED: CONCORD_OPENLIMB names the folder of the OpenLimb shapes");
        return;
    };
    let scan = formats::read(&bytes, "mean.stl").unwrap();
    let (limb, brim) = meshed(&scan.mesh, 140.0, 0.4, &COARSE).unwrap();
    stood(&limb, brim);
}
