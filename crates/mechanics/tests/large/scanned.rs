//! Limbs as scanned with sockets as made, for tests and the bench.

use crate::shapes::{Pushed, Released};
use domain::limb::{AmputationLevel, Side};
use domain::sock::SockThickness;
use domain::technique::{ScannedOver, Technique};
use geometry::chart::Resolution;
use geometry::clean::{Settings as Cleaning, clean};
use geometry::limb::Limb as Scanned;
use geometry::pose::Hints;
use geometry::query::Surface;
use geometry::socket::{Making, make};
use geometry::{Mesh, formats};
use mechanics::large::limb::{Fineness, Limb, NoLimb, Shapes, mesh};
use mechanics::large::{Body, Contact, Hyperelastic, Press, Settings, Volume};
use mechanics::{Held, Vec3};
use std::path::Path;

pub const LINER: f64 = 4.0;

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

/// A skin with its socket.
pub struct Made {
    skin: Surface,
    inside: Surface,
    centre: Vec3,
    pub brim: f64,
    top: f64,
}

/// A socket for a skin.
pub fn made(skin: &Mesh, length: f64) -> Made {
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
    let brim = chart.point(chart.trim_row(), 0, socket.inner[chart.index(chart.trim_row(), 0)]).z;
    let top = (brim + 50.0).min(limb.top_z() - 2.0);
    Made { skin, inside, centre: chart.centre(chart.fan_z()), brim, top }
}

impl Made {
    /// The mesh, the core taken as `core` of the way to the skin.
    pub fn meshed(&self, core: f64, fineness: &Fineness) -> Result<Limb, NoLimb> {
        let Self { skin, inside: socket, centre, top, .. } = self;
        mesh(&Shapes { skin, socket, centre: *centre, core, liner_mm: LINER, top: *top }, fineness)
    }
}

/// The mean limb of OpenLimb, where it lies beside the tree.
pub fn mean_limb() -> Option<Made> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/openlimb");
    let folder = std::env::var_os("CONCORD_OPENLIMB").map_or(beside, Into::into);
    let Ok(bytes) = std::fs::read(folder.join("mean-skin-full-size.stl")) else {
        eprintln!("SKIPPED: CONCORD_OPENLIMB names the folder of the OpenLimb shapes");
        return None;
    };
    Some(made(&formats::read(&bytes, "mean.stl").unwrap().mesh, 140.0))
}

/// Donned, then pushed: mean and greatest pressure, kPa.
pub fn stood(limb: &Limb, brim: f64, load: f64) -> [[f64; 2]; 2] {
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
    press.drive(&Pushed { from: force.z, to: load }, &settings).unwrap();
    let (stood, force) = felt(&press);
    println!("{} nodes {:?} {donned:?} {stood:?} {:?}", body.nodes().len(), press.report(), press.socket);
    assert!((force.z / load - 1.0).abs() < 1e-3, "{force:?}");
    [donned, stood]
}
