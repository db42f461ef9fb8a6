//! Limbs closed below, in cups of rays.

use crate::shapes::{PRESSED, Pushed, Released, WALL, bowl, donned, exact_of, felt, limb, rounded, tissue};
use mechanics::large::{Body, Contact, Press, Settings, Volume};
use mechanics::{Held, Vec3};
use std::f64::consts::PI;

#[test]
fn a_ball_in_a_rigid_bowl_is_pressed_as_the_equation_says_to_second_order() {
    let exact = exact_of(Volume::Square, 2);
    let off = |spokes: usize, layers: usize| {
        let ball = rounded(spokes, layers, 0, vec![]);
        let body = Body::new(ball.nodes.clone(), ball.hexes.clone(), |_| tissue(Volume::Square)).unwrap();
        let mut held = Held::none(ball.nodes.len());
        for column in 0..ball.columns() {
            (0..3).for_each(|axis| held.hold(ball.node(column, 0) as usize, axis, 0.0));
        }
        for column in &ball.top {
            (0..=layers).for_each(|surface| held.hold(ball.node(*column, surface) as usize, 2, 0.0));
        }
        let mut press = Press::new(&body, &held, &ball.swept).unwrap();
        let bowl = bowl(WALL - PRESSED);
        let contact = Contact::new(&bowl, &ball.shares(layers), 0.1, 0.0);
        let overlaps = contact.overlaps(body.nodes(), &press.moved, Vec3::ZERO);
        press.contact = Some(contact);
        press.drive(&Released(overlaps), &Settings::default()).unwrap();
        let touches = press.contact.as_ref().unwrap().touches();
        let (force, area) =
            touches.iter().fold((0.0, 0.0), |(force, area), touch| (force + touch.pressing, area + touch.area));
        let whole = 2.0 * PI * (WALL - PRESSED).powi(2);
        // Each node by its share, which a ball keeps of its surface.
        let pressure = |touch: &mechanics::large::contact::Touch| touch.pressing / (touch.area * whole / area) * 1e3;
        let worst = touches.iter().map(|touch| (pressure(touch) / -exact[0] - 1.0).abs()).fold(0.0, f64::max);
        (force / whole * 1e3 / -exact[0] - 1.0, worst)
    };
    let (coarse, fine) = (off(24, 6), off(48, 12));
    println!("{coarse:?} {fine:?}");
    let ratio = coarse.0 / fine.0;
    assert!(fine.0.abs() < 0.01 && (3.6..4.6).contains(&ratio), "{coarse:?} {fine:?}");
    assert!(fine.1 < 0.02, "{fine:?}");
}

#[test]
fn a_donned_limb_is_in_balance_and_finer_elements_change_little() {
    let at = |n: [usize; 3]| {
        let limb = limb(n);
        let press = donned(&limb, 0.0);
        println!("{} nodes, {:?}", limb.mesh.nodes.len(), press.report());
        felt(&limb, &press)
    };
    let (coarse, fine) = (at([24, 4, 8]), at([32, 5, 12]));
    println!("{coarse:?} {fine:?}");
    assert!(coarse.2 < 1e-3 && fine.2 < 1e-3);
    for (coarse, fine) in coarse.0.iter().zip(fine.0) {
        assert!((coarse / fine - 1.0).abs() < 0.05, "{coarse} {fine}");
    }
}

#[test]
fn a_limb_that_stands_in_its_socket_carries_the_load_with_friction_and_without() {
    let limb = limb([24, 4, 8]);
    let mut sunk = vec![];
    for friction in [0.0, 0.5] {
        let mut press = donned(&limb, friction);
        let before = felt(&limb, &press).1.z;
        press.drive(&Pushed { from: before, to: 200.0 }, &Settings { first: 0.25, ..Settings::default() }).unwrap();
        let ([mean, most], force, off) = felt(&limb, &press);
        println!("{friction}: {before} N before, {force:?}, {:?}, {mean} {most} {:?}", press.socket, press.report());
        assert!((force.z / 200.0 - 1.0).abs() < 1e-3 && off < 1e-3, "{force:?} {off}");
        assert!(force.with_z(0.0).length() < 0.2, "{force:?}");
        let touches = press.contact.as_ref().unwrap().touches();
        assert!(touches.iter().all(|touch| touch.shear.length() <= friction * touch.pressing * 1.01 + 1e-6));
        sunk.push(press.socket.z);
    }
    assert!(sunk[1] < sunk[0] && sunk[1] > 0.0, "{sunk:?}");
}
