//! Contact with a rigid socket against what is known.

use crate::shapes::{Annulus, BONE, LENGTH, PRESSED, Pushed, Released, WALL, annulus, exact, tissue};
use mechanics::Vec3;
use mechanics::large::contact::Cone;
use mechanics::large::{Contact, Driven, Press, Rigid, Settings, Volume};
use std::f64::consts::FRAC_PI_2;

/// Penalty, MPa/mm: a node of the ring is some 0.01 MPa/mm stiff.
const STIFFNESS: f64 = 0.1;

/// Nodes of the wall with their shares of it, at rest.
fn wall(ring: &Annulus, n: [usize; 3]) -> Vec<(u32, f64)> {
    let whole = FRAC_PI_2 * WALL * LENGTH / (n[1] * n[2]) as f64;
    let half = |edge: bool| if edge { 0.5 } else { 1.0 };
    let nodes = ring.body.nodes().iter().enumerate();
    nodes
        .filter(|(_, at)| at.x.hypot(at.y) > WALL - 1e-9)
        .map(|(node, at)| {
            let ends = half(at.z < 1e-9 || at.z > LENGTH - 1e-9);
            (node as u32, whole * ends * half(at.x < 1e-9 || at.y < 1e-9))
        })
        .collect()
}

/// The socket moved along z, mm.
struct Shifted {
    from: f64,
    to: f64,
}

impl Driven for Shifted {
    fn put(&self, share: f64, press: &mut Press<'_>) {
        press.socket = Vec3::new(0.0, 0.0, self.from + share * (self.to - self.from));
    }
}

fn donned<'a>(ring: &'a Annulus, n: [usize; 3], socket: &'a dyn Rigid, friction: f64) -> Press<'a> {
    let mut press = Press::new(&ring.body, &ring.held, &ring.swept).unwrap();
    let contact = Contact::new(socket, &wall(ring, n), STIFFNESS, friction);
    let overlaps = contact.overlaps(ring.body.nodes(), &press.moved, Vec3::ZERO);
    press.contact = Some(contact);
    press.drive(&Released(overlaps), &Settings::default()).unwrap();
    press.hold();
    press
}

fn sums(press: &Press<'_>) -> (f64, Vec3) {
    let touches = press.contact.as_ref().unwrap().touches();
    let pressing = touches.iter().map(|touch| touch.pressing).sum();
    (pressing, touches.iter().map(|touch| touch.normal * touch.pressing + touch.shear).sum())
}

#[test]
fn a_limb_in_a_rigid_cup_is_pressed_as_by_a_wall_that_comes_in() {
    let n = [12, 12, 2];
    let ring = annulus(n, tissue(Volume::Square), None);
    let cup = Cone { radius: WALL - PRESSED, widening: 0.0 };
    let press = donned(&ring, n, &cup, 0.0);
    println!("{:?}", press.report());
    let exact = exact(Volume::Square);
    for touch in press.contact.as_ref().unwrap().touches() {
        let now = touch.area * (WALL - PRESSED) / WALL;
        let pressure = touch.pressing / now * 1e3;
        assert!((pressure / -exact[0] - 1.0).abs() < 4e-3, "{pressure} {}", exact[0]);
        assert!(touch.shear == Vec3::ZERO);
    }
    let deepest = press.contact.as_ref().unwrap().overlaps(ring.body.nodes(), &press.moved, Vec3::ZERO);
    assert!(deepest.iter().all(|deep| *deep < 1e-3 * PRESSED), "{:?}", deepest.iter().copied().fold(0.0, f64::max));
    // The socket's force and that of all that holds the ring are one.
    let (_, forces) = press.internal().unwrap();
    let (_, pushed) = sums(&press);
    let held = |(node, at): (usize, &Vec3)| {
        let whole = Vec3::from_slice(&forces[3 * node..]);
        // Bone: all three; planes of symmetry: across them.
        if at.x.hypot(at.y) < BONE + 1e-9 {
            return whole;
        }
        let across = |x: f64, force: f64| if x < 1e-9 { force } else { 0.0 };
        let on_wall = press.contact.as_ref().unwrap().touches().iter().find(|touch| touch.node as usize == node);
        let free = whole - on_wall.map_or(Vec3::ZERO, |touch| touch.normal * touch.pressing);
        Vec3::new(across(at.x, free.x), across(at.y, free.y), 0.0)
    };
    let reaction: Vec3 = ring.body.nodes().iter().enumerate().map(held).sum();
    assert!(
        pushed.x < -1.0 && (reaction + pushed).with_z(0.0).length() < 1e-3 * pushed.length(),
        "{reaction:?} {pushed:?}"
    );
}

#[test]
fn a_loose_cup_presses_nothing() {
    let n = [4, 6, 1];
    let ring = annulus(n, tissue(Volume::Square), None);
    let press = donned(&ring, n, &Cone { radius: WALL + 1.0, widening: 0.0 }, 0.5);
    assert_eq!(sums(&press).0, 0.0);
    assert!(press.moved.iter().all(|moved| *moved == 0.0));
}

#[test]
fn shear_sticks_below_coulombs_limit_and_slips_at_it() {
    let (n, friction) = ([8, 8, 4], 0.5);
    let ring = annulus(n, tissue(Volume::Square), None);
    let cup = Cone { radius: WALL - PRESSED, widening: 0.0 };
    let mut press = donned(&ring, n, &cup, friction);
    let settings = Settings::default();
    press.drive(&Shifted { from: 0.0, to: 0.2 }, &settings).unwrap();
    let moved = |press: &Press<'_>, node: u32| press.moved[3 * node as usize + 2];
    let ends = |node: u32| {
        let z = ring.body.nodes()[node as usize].z;
        !(1e-9..=LENGTH - 1e-9).contains(&z)
    };
    let touches = press.contact.as_ref().unwrap().touches().to_vec();
    for touch in touches.iter().filter(|touch| !ends(touch.node)) {
        assert!(touch.shear.length() < friction * touch.pressing, "{touch:?}");
        assert!((moved(&press, touch.node) - 0.2).abs() < 2e-3, "{}", moved(&press, touch.node));
    }
    // Far on, every node slips: the drag is the friction of the normal forces.
    press.drive(&Shifted { from: 0.2, to: 30.0 }, &Settings { first: 0.25, ..settings }).unwrap();
    println!("{:?}", press.report());
    let touches = press.contact.as_ref().unwrap().touches();
    for touch in touches {
        let share = touch.shear.length() / (friction * touch.pressing);
        assert!((share - 1.0).abs() < 5e-3 && touch.shear.z > 0.0, "{share} {touch:?}");
    }
    let (pressing, force) = sums(&press);
    assert!((force.z / (friction * pressing) - 1.0).abs() < 5e-3, "{force:?} {pressing}");
}

#[test]
fn a_cone_carries_an_axial_load_and_its_forces_are_the_load() {
    let n = [6, 8, 6];
    let ring = annulus(n, tissue(Volume::LogSquare), None);
    // Wider above, pushed up along z: it gets tighter. No friction: the wall alone carries.
    let cone = Cone { radius: WALL - 2.0, widening: 0.03 };
    let mut press = donned(&ring, n, &cone, 0.0);
    let (_, before) = sums(&press);
    assert!(before.z > 0.0);
    let load = 2.0 * before.z;
    press.drive(&Pushed { from: before.z, to: load }, &Settings { first: 1.0, ..Settings::default() }).unwrap();
    println!("{:?} {:?} {before:?}", press.report(), press.socket);
    let (_, after) = sums(&press);
    assert!((after.z / load - 1.0).abs() < 1e-3, "{after:?} {load}");
    assert!(press.socket.z > 0.0 && press.socket.z < 30.0 && press.socket.x == 0.0, "{:?}", press.socket);
    // And what holds the limb takes it.
    let (_, forces) = press.internal().unwrap();
    let held = ring
        .body
        .nodes()
        .iter()
        .enumerate()
        .filter(|(_, at)| at.x.hypot(at.y) < BONE + 1e-9 || at.z < 1e-9 || at.z > LENGTH - 1e-9);
    let wall = |at: &Vec3| at.x.hypot(at.y) > WALL - 1e-9;
    let reaction: f64 = held
        .map(|(node, at)| {
            let on_wall = if wall(at) {
                press
                    .contact
                    .as_ref()
                    .unwrap()
                    .touches()
                    .iter()
                    .filter(|t| t.node as usize == node)
                    .map(|t| t.normal.z * t.pressing)
                    .sum()
            } else {
                0.0
            };
            forces[3 * node + 2] - on_wall
        })
        .sum();
    assert!((reaction / load + 1.0).abs() < 1e-3, "{reaction} {load}");
}
