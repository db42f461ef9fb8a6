//! Meshes with answers that are known, for tests and the bench.

use mechanics::large::{Body, Contact, Driven, Hyperelastic, LargeError, Press, Rays, Settings, Sweep, Swept, Volume};
use mechanics::{Held, Vec3};
use std::f64::consts::FRAC_PI_2;

/// Bone and wall of the annulus, its length, mm; how far its wall is pressed in, mm; Young's modulus, MPa, and Poisson's ratio.
pub const BONE: f64 = 15.0;
pub const WALL: f64 = 50.0;
pub const LENGTH: f64 = 100.0;
pub const PRESSED: f64 = 1.0;
pub const MODULUS: f64 = 0.06;
pub const POISSON: f64 = 0.45;

/// A box of `n` elements each way, its nodes moved by `shape`.
pub fn grid(n: [usize; 3], shape: impl Fn(Vec3) -> Vec3) -> (Vec<Vec3>, Vec<[u32; 8]>) {
    let at = |i: usize, j: usize, k: usize| ((k * (n[1] + 1) + j) * (n[0] + 1) + i) as u32;
    let (mut nodes, mut hexes) = (vec![], vec![]);
    for k in 0..=n[2] {
        for j in 0..=n[1] {
            for i in 0..=n[0] {
                nodes.push(shape(Vec3::new(i as f64 / n[0] as f64, j as f64 / n[1] as f64, k as f64 / n[2] as f64)));
            }
        }
    }
    for k in 0..n[2] {
        for j in 0..n[1] {
            for i in 0..n[0] {
                let layer = |k| [at(i, j, k), at(i + 1, j, k), at(i + 1, j + 1, k), at(i, j + 1, k)];
                let ([a, b, c, d], [e, f, g, h]) = (layer(k), layer(k + 1));
                hexes.push([a, b, c, d, e, f, g, h]);
            }
        }
    }
    (nodes, hexes)
}

/// A quarter of a ring of tissue around a bone: radial, around, along.
pub struct Annulus {
    pub body: Body,
    pub held: Held,
    pub swept: Vec<Vec<f64>>,
}

/// The annulus; its wall is pressed in by `pressed`, mm, or left free.
pub fn annulus(n: [usize; 3], law: Hyperelastic, pressed: Option<f64>) -> Annulus {
    let (nodes, hexes) = grid(n, |u| {
        let (r, (sine, cosine)) = (BONE + (WALL - BONE) * u.x, (FRAC_PI_2 * u.y).sin_cos());
        Vec3::new(r * cosine, r * sine, LENGTH * u.z)
    });
    let mut held = Held::none(nodes.len());
    for (node, at) in nodes.iter().enumerate() {
        let r = at.x.hypot(at.y);
        (at.x < 1e-9).then(|| held.hold(node, 0, 0.0));
        (at.y < 1e-9).then(|| held.hold(node, 1, 0.0));
        (at.z < 1e-9 || at.z > LENGTH - 1e-9).then(|| held.hold(node, 2, 0.0));
        if r < BONE + 1e-9 {
            (0..3).for_each(|axis| held.hold(node, axis, 0.0));
        } else if let Some(pressed) = pressed.filter(|_| r > WALL - 1e-9) {
            held.hold(node, 0, -pressed * at.x / r);
            held.hold(node, 1, -pressed * at.y / r);
        }
    }
    let swept =
        vec![nodes.iter().map(|at| at.x.hypot(at.y)).collect(), nodes.iter().map(|at| at.y.atan2(at.x)).collect()];
    let body = Body::new(nodes, hexes, |_| law).unwrap();
    Annulus { body, held, swept }
}

/// Radial stress at wall and bone, kPa: what holds their nodes over the area where they are now.
pub fn radial_stresses(ring: &Annulus, press: &Press<'_>, pressed: f64) -> Result<[f64; 2], LargeError> {
    let (_, forces) = press.internal()?;
    let sum = |radius: f64, now: f64| {
        let on = |(_, at): &(usize, &Vec3)| (at.x.hypot(at.y) - radius).abs() < 1e-9;
        let along = |(node, at): (usize, &Vec3)| {
            let r = at.x.hypot(at.y);
            (forces[3 * node] * at.x + forces[3 * node + 1] * at.y) / r
        };
        ring.body.nodes().iter().enumerate().filter(on).map(along).sum::<f64>() / (FRAC_PI_2 * now * LENGTH) * 1e3
    };
    Ok([sum(WALL, WALL - pressed), -sum(BONE, BONE)])
}

/// The law of the annulus.
pub fn tissue(volume: Volume) -> Hyperelastic {
    Hyperelastic::neo_hookean(MODULUS, POISSON, volume).unwrap()
}

/// The annulus pressed in one step, with its radial stresses, kPa.
pub fn pressed(n: [usize; 3], volume: Volume) -> ([f64; 2], mechanics::large::Report, (usize, usize)) {
    let ring = annulus(n, tissue(volume), Some(PRESSED));
    let mut press = Press::new(&ring.body, &ring.held, &ring.swept).unwrap();
    press.settle(&Settings::default()).unwrap();
    (radial_stresses(&ring, &press, PRESSED).unwrap(), press.report(), press.size())
}

/// The same from the equation of equilibrium along one radius, by Runge and Kutta and shooting, without elements.
pub fn exact(volume: Volume) -> [f64; 2] {
    exact_of(volume, 1)
}

/// A ring, curved one way and held along the other, or the shell of a ball, curved both ways.
pub fn exact_of(volume: Volume, ways: i32) -> [f64; 2] {
    let shear = MODULUS / (2.0 * (1.0 + POISSON));
    let bulk = MODULUS / (3.0 * (1.0 - 2.0 * POISSON));
    // Nominal stresses along the radius and around, for stretches along and around.
    let stresses = |along: f64, around: f64| {
        let other = if ways == 2 { around } else { 1.0 };
        let j = along * around * other;
        let first = along * along + around * around + other * other;
        let slope = match volume {
            Volume::Square => bulk * (j - 1.0),
            Volume::LogSquare => bulk * j.ln() / j,
        };
        [along, around].map(|l| shear * j.powf(-2.0 / 3.0) * (l - first / (3.0 * l)) + slope * j / l)
    };
    let stretch = |stress: f64, around: f64| {
        let (mut low, mut high) = (0.3, 2.0);
        for _ in 0..60 {
            let middle = (low + high) / 2.0;
            if stresses(middle, around)[0] < stress { low = middle } else { high = middle }
        }
        (low + high) / 2.0
    };
    let slope = |at: f64, [r, stress]: [f64; 2]| {
        let around = r / at;
        let along = stretch(stress, around);
        [along, f64::from(ways) * (stresses(along, around)[1] - stress) / at]
    };
    let shoot = |start: f64| {
        const STEPS: usize = 300;
        let h = (WALL - BONE) / STEPS as f64;
        let mut y = [BONE, start];
        for step in 0..STEPS {
            let x = BONE + h * step as f64;
            let ahead = |k: [f64; 2], share: f64| [y[0] + share * h * k[0], y[1] + share * h * k[1]];
            let a = slope(x, y);
            let b = slope(x + h / 2.0, ahead(a, 0.5));
            let c = slope(x + h / 2.0, ahead(b, 0.5));
            let d = slope(x + h, ahead(c, 1.0));
            (0..2).for_each(|at| y[at] += h / 6.0 * (a[at] + 2.0 * b[at] + 2.0 * c[at] + d[at]));
        }
        y
    };
    let (mut low, mut high) = (-0.03, 0.0);
    for _ in 0..45 {
        let middle = (low + high) / 2.0;
        if shoot(middle)[0] < WALL - PRESSED { low = middle } else { high = middle }
    }
    let start = (low + high) / 2.0;
    let [r, end] = shoot(start);
    [end * (WALL / r).powi(ways) * 1e3, start * 1e3]
}

/// Donning: the overlap of the beginning is released.
pub struct Released(pub Vec<f64>);

impl Driven for Released {
    fn put(&self, share: f64, press: &mut Press<'_>) {
        if let Some(contact) = &mut press.contact {
            contact.allow(&self.0, 1.0 - share);
        }
    }
}

/// The socket pushed along z, N.
pub struct Pushed {
    pub from: f64,
    pub to: f64,
}

impl Driven for Pushed {
    fn put(&self, share: f64, press: &mut Press<'_>) {
        press.pushed = [None, None, Some(self.from + share * (self.to - self.from))];
    }
}

/// A ball's lower half, or with heights a limb: bone, tissue, and where asked a liner of 3 mm around it.
pub fn rounded(spokes: usize, layers: usize, liner: usize, heights: Vec<f64>) -> Swept {
    let sweep = Sweep { centre: Vec3::ZERO, spokes, fan_rows: (spokes / 12).max(1), heights };
    let place = |origin: Vec3, way: Vec3| {
        // Finer at the bone, where it is curved most.
        let tissue = (0..=layers).map(|layer| BONE * (WALL / BONE).powf(layer as f64 / layers as f64));
        let around = (1..=liner).map(|layer| WALL + LINER * layer as f64 / liner as f64);
        Some(tissue.chain(around).map(|radius| origin + way * radius).collect())
    };
    sweep.mesh(place).unwrap()
}

/// A bowl of one radius.
pub fn bowl(radius: f64) -> Rays {
    Rays::new(Vec3::ZERO, [64, 16, 19], 4.0, |_, _| Some(radius)).unwrap()
}

/// A socket up to a height, of one radius; it flares at its brim, as an edge would press without limit.
fn cup(radius: f64, top: f64) -> Rays {
    let rows = 16 + (top / 4.0).ceil() as usize + 3;
    let flare = |z: f64| (z - top + FLARE).max(0.0).powi(2) / 80.0;
    Rays::new(Vec3::ZERO, [64, 16, rows], 4.0, |from, _| Some(radius + flare(from.z))).unwrap()
}

/// The liner's thickness, mm.
const LINER: f64 = 3.0;

/// How far up the socket and the limb reach over the middle of the ball below, mm.
const BRIM: f64 = 40.0;
const TOP: f64 = 80.0;

/// Height of the flare below the brim, mm.
const FLARE: f64 = 20.0;

/// A limb of round shape with a liner, whose bone and top are held.
pub struct Limb {
    pub mesh: Swept,
    pub body: Body,
    pub held: Held,
    pub socket: Rays,
}

/// Its meshes: columns around, layers of tissue, rows above the ball.
pub fn limb([spokes, layers, rows]: [usize; 3]) -> Limb {
    let mesh = rounded(spokes, layers, 2, (1..=rows).map(|row| TOP * row as f64 / rows as f64).collect());
    let liner = Hyperelastic::neo_hookean(0.5, 0.45, Volume::Square).unwrap();
    let soft = Hyperelastic::neo_hookean(0.06, 0.49, Volume::Square).unwrap();
    let law = |element: usize| if mesh.layer(element) < layers { soft } else { liner };
    let body = Body::new(mesh.nodes.clone(), mesh.hexes.clone(), law).unwrap();
    let mut held = Held::none(mesh.nodes.len());
    let bone = (0..mesh.columns()).map(|column| mesh.node(column, 0));
    let top = mesh.top.iter().flat_map(|column| (0..=layers).map(|surface| mesh.node(*column, surface)));
    for node in bone.chain(top) {
        (0..3).for_each(|axis| held.hold(node as usize, axis, 0.0));
    }
    Limb { mesh, body, held, socket: cup(WALL + LINER - PRESSED, BRIM) }
}

/// The limb donned without friction; from then on `friction` acts.
pub fn donned(limb: &Limb, friction: f64) -> Press<'_> {
    let mut press = Press::new(&limb.body, &limb.held, &limb.mesh.swept).unwrap();
    let shares = limb.mesh.shares(limb.mesh.layers).into_iter();
    let below: Vec<(u32, f64)> = shares.filter(|(node, _)| limb.mesh.nodes[*node as usize].z <= BRIM).collect();
    let contact = Contact::new(&limb.socket, &below, 1.0, friction);
    let overlaps = contact.overlaps(limb.body.nodes(), &press.moved, Vec3::ZERO);
    press.contact = Some(contact);
    press.drive(&Released(overlaps), &Settings { first: 0.5, ..Settings::default() }).unwrap();
    press.hold();
    press
}

/// Mean and greatest pressure, kPa; the socket's force, N; how far it is from what holds the limb, of its size.
pub fn felt(limb: &Limb, press: &Press<'_>) -> ([f64; 2], Vec3, f64) {
    let touches = press.contact.as_ref().unwrap().touches();
    let force: Vec3 = touches.iter().map(|touch| touch.normal * touch.pressing + touch.shear).sum();
    let (pressing, area) = touches.iter().fold((0.0, 0.0), |(f, a), touch| (f + touch.pressing, a + touch.area));
    let most = touches.iter().map(|touch| touch.pressing / touch.area).fold(0.0, f64::max);
    let (_, forces) = press.internal().unwrap();
    let held: Vec3 = (0..limb.mesh.nodes.len())
        .filter(|node| limb.held.value(*node, 0).is_some())
        .map(|node| Vec3::from_slice(&forces[3 * node..]))
        .sum();
    ([pressing / area * 1e3, most * 1e3], force, (force + held).length() / force.length())
}
