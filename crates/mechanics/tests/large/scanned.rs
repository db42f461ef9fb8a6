//! Limbs and sockets given as surfaces.

use crate::shapes::{Pushed, Released};
use geometry::Mesh;
use geometry::clean::{Settings as Cleaning, clean};
use geometry::query::Surface;
use mechanics::large::limb::{Fineness, Limb, NoLimb, Shapes, mesh};
use mechanics::large::{Body, Contact, Hyperelastic, Press, Settings, Volume};
use mechanics::{Held, Vec3};

pub const LINER: f64 = 4.0;

/// A skin with its socket.
pub struct Made {
    skin: Surface,
    inside: Surface,
    centre: Vec3,
    pub brim: f64,
    top: f64,
}

/// A socket 2 % tighter than the limb in its liner, flared by 4 mm over the 15 mm below its brim; +z is proximal.
pub fn made(scan: &Mesh, [centre, brim, top]: [Vec3; 3]) -> Made {
    let skin = clean(scan, &Cleaning::default()).unwrap().skin;
    let mut normals = vec![Vec3::ZERO; skin.vertices.len()];
    for face in &skin.faces {
        let [a, b, c] = face.map(|vertex| skin.vertices[vertex as usize]);
        face.iter().for_each(|vertex| normals[*vertex as usize] += (b - a).cross(c - a));
    }
    let mut inside = skin.clone();
    for (vertex, normal) in inside.vertices.iter_mut().zip(normals) {
        let out = *vertex + normal.normalize_or_zero() * LINER - centre;
        let flat = out.with_z(0.0);
        let flare = ((vertex.z - brim.z + 15.0) / 15.0).clamp(0.0, 1.5).powi(2) * 4.0;
        *vertex = centre + flat * 0.98 + flat.normalize_or_zero() * flare + Vec3::Z * out.z;
    }
    let [skin, inside] = [&skin, &inside].map(|mesh| Surface::new(mesh).unwrap());
    Made { skin, inside, centre, brim: brim.z, top: top.z }
}

impl Made {
    /// The mesh, the core taken as `core` of the way to the skin.
    pub fn meshed(&self, core: f64, fineness: &Fineness) -> Result<Limb, NoLimb> {
        let Self { skin, inside: socket, centre, top, .. } = self;
        mesh(&Shapes { skin, socket, centre: *centre, core, liner_mm: LINER, top: *top }, fineness)
    }
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
