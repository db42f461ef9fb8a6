//! What is known in closed form.

#![allow(clippy::expect_used, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used, reason = "tests end so")]

use mechanics::{Factor, Held, Law, MechanicsError, Solid, Vec3, section, stress};

/// A box of `n` elements each way, its nodes moved by `shape`.
fn grid(n: [usize; 3], law: Law, shape: impl Fn(Vec3) -> Vec3) -> Solid {
    let at = |i: usize, j: usize, k: usize| ((k * (n[1] + 1) + j) * (n[0] + 1) + i) as u32;
    let mut nodes = vec![];
    for k in 0..=n[2] {
        for j in 0..=n[1] {
            for i in 0..=n[0] {
                let unit = Vec3::new(i as f64 / n[0] as f64, j as f64 / n[1] as f64, k as f64 / n[2] as f64);
                nodes.push(shape(unit));
            }
        }
    }
    let mut hexes = vec![];
    for k in 0..n[2] {
        for j in 0..n[1] {
            for i in 0..n[0] {
                let layer = |k| [at(i, j, k), at(i + 1, j, k), at(i + 1, j + 1, k), at(i, j + 1, k)];
                let ([a, b, c, d], [e, f, g, h]) = (layer(k), layer(k + 1));
                hexes.push([a, b, c, d, e, f, g, h]);
            }
        }
    }
    Solid::new(nodes, hexes, |_| law).unwrap()
}

const LAW: Law = Law::Isotropic { modulus: 2000.0, poisson: 0.3 };

#[test]
fn a_cantilever_one_element_thick_bends_as_beam_theory_says() {
    let (length, width, height, force) = (100.0, 10.0, 4.0, 5.0);
    let beam = grid([25, 2, 1], Law::Isotropic { modulus: 2000.0, poisson: 0.0 }, |u| {
        Vec3::new(length * u.x, width * u.y, height * u.z)
    });
    let held: Vec<u32> = (0..beam.nodes.len() as u32).filter(|node| beam.nodes[*node as usize].x == 0.0).collect();
    let factor = Factor::new(&beam, Held::nodes(beam.nodes.len(), &held)).unwrap();
    let tip: Vec<usize> = (0..beam.nodes.len()).filter(|node| beam.nodes[*node].x == length).collect();
    let mut forces = vec![0.0; 3 * beam.nodes.len()];
    tip.iter().for_each(|node| forces[3 * node + 2] = force / tip.len() as f64);
    let moved = factor.solve(&forces).unwrap();
    let (inertia, shear) = (width * height.powi(3) / 12.0, 5.0 / 6.0 * width * height * 1000.0);
    let exact = force * length.powi(3) / (3.0 * 2000.0 * inertia) + force * length / shear;
    let mean = tip.iter().map(|node| moved[3 * node + 2]).sum::<f64>() / tip.len() as f64;
    assert!((mean / exact - 1.0).abs() < 0.01, "{mean} {exact}");
    // Half the work of the load is the energy, and the held nodes take the load.
    let inner = beam.internal_forces(&moved);
    let energy = inner.iter().zip(&moved).map(|(f, u)| f * u).sum::<f64>() / 2.0;
    let work = forces.iter().zip(&moved).map(|(f, u)| f * u).sum::<f64>() / 2.0;
    assert!((energy / work - 1.0).abs() < 1e-9, "{energy} {work}");
    let reaction: f64 = held.iter().map(|node| inner[3 * *node as usize + 2]).sum();
    assert!((reaction + force).abs() < 1e-6 * force, "{reaction}");
    // Stress in the middle of the beam's length, on its top: M c / I.
    let stresses = stress::at_nodes(&beam, &moved);
    let middle = |node: &usize| {
        let at = beam.nodes[*node];
        (at.x - 48.0).abs() < 1e-9 && at.z == height
    };
    let node = (0..beam.nodes.len()).find(middle).unwrap();
    let exact = force * (length - 48.0) * (height / 2.0) / inertia;
    assert!((stresses[node].0[0].abs() / exact - 1.0).abs() < 0.01, "{} {exact}", stresses[node].0[0]);
}

#[test]
fn a_thick_tube_under_pressure_is_as_lame_says() {
    let (inner, outer, pressure) = (20.0_f64, 30.0_f64, 2.0);
    let [around, through] = [16, 8];
    // A quarter in plane strain: x, y symmetric, z held.
    let tube = grid([through, around, 1], LAW, |u| {
        let (r, angle) = (inner + (outer - inner) * u.x, std::f64::consts::FRAC_PI_2 * u.y);
        Vec3::new(r * angle.cos(), r * angle.sin(), 2.0 * u.z)
    });
    let mut held = Held::none(tube.nodes.len());
    for (node, at) in tube.nodes.iter().enumerate() {
        held.hold(node, 2, 0.0);
        (at.x.abs() < 1e-9).then(|| held.hold(node, 0, 0.0));
        (at.y.abs() < 1e-9).then(|| held.hold(node, 1, 0.0));
    }
    // Pressure on flat faces of the inside: a quarter of each face's force at each of its nodes.
    let mut forces = vec![0.0; 3 * tube.nodes.len()];
    for hex in tube.hexes.iter().step_by(through) {
        let [a, d, e, h] = [hex[0], hex[3], hex[4], hex[7]];
        let at = |node: u32| tube.nodes[node as usize];
        let area = (at(h) - at(a)).cross(at(d) - at(e)) / 2.0;
        let out = if area.dot(at(a)) > 0.0 { area } else { -area };
        for node in [a, d, e, h] {
            for (axis, part) in out.to_array().into_iter().enumerate() {
                forces[3 * node as usize + axis] += pressure * part / 4.0;
            }
        }
    }
    let moved = Factor::new(&tube, held).unwrap().solve(&forces).unwrap();
    let factor = pressure * inner * inner / (outer * outer - inner * inner);
    let (e, nu) = (2000.0, 0.3);
    for (node, at) in tube.nodes.iter().enumerate().filter(|(_, at)| at.y.abs() < 1e-9) {
        let r = at.x;
        let exact = (1.0 + nu) / e * factor * ((1.0 - 2.0 * nu) * r + outer * outer / r);
        assert!((moved[3 * node] / exact - 1.0).abs() < 0.01, "{r}: {} {exact}", moved[3 * node]);
    }
    let stresses = stress::at_nodes(&tube, &moved);
    let node = tube.nodes.iter().position(|at| at.y.abs() < 1e-9 && (at.x - inner).abs() < 1e-9).unwrap();
    let exact = factor * (1.0 + outer * outer / (inner * inner));
    assert!((stresses[node].0[1] / exact - 1.0).abs() < 0.02, "{} {exact}", stresses[node].0[1]);
}

/// A box whose inner nodes are moved about.
fn distorted() -> Solid {
    grid([3, 3, 3], LAW, |u| {
        let inner = |x: f64| x > 0.01 && x < 0.99;
        let shake = if inner(u.x) && inner(u.y) && inner(u.z) {
            Vec3::new((31.0 * u.y).sin(), (17.0 * u.z).cos(), (23.0 * u.x).sin()) * 0.6
        } else {
            Vec3::ZERO
        };
        u * 9.0 + shake
    })
}

#[test]
fn distorted_elements_pass_the_patch_test() {
    let body = distorted();
    let strained =
        |at: Vec3| Vec3::new(1e-3 * at.x + 4e-4 * at.y, -3e-4 * at.y + 2e-4 * at.z, 5e-4 * at.z + 1e-4 * at.x);
    let mut held = Held::none(body.nodes.len());
    for (node, at) in body.nodes.iter().enumerate() {
        let edge = |x: f64| x.abs() < 1e-9 || (x - 9.0).abs() < 1e-9;
        if edge(at.x) || edge(at.y) || edge(at.z) {
            strained(*at).to_array().into_iter().enumerate().for_each(|(axis, value)| held.hold(node, axis, value));
        }
    }
    let moved = Factor::new(&body, held).unwrap().solve(&vec![0.0; 3 * body.nodes.len()]).unwrap();
    for (node, at) in body.nodes.iter().enumerate() {
        for (axis, exact) in strained(*at).to_array().into_iter().enumerate() {
            assert!((moved[3 * node + axis] - exact).abs() < 1e-14, "{node}: {} {exact}", moved[3 * node + axis]);
        }
    }
    let stresses = stress::at_nodes(&body, &moved);
    assert!(stresses.iter().all(|s| (0..6).all(|at| (s.0[at] - stresses[0].0[at]).abs() < 1e-10)));
}

#[test]
fn a_small_rigid_turn_leaves_no_stress() {
    let body = distorted();
    let turn = Vec3::new(1e-3, -2e-3, 5e-4);
    let moved: Vec<f64> =
        body.nodes.iter().flat_map(|at| (Vec3::new(1.0, 2.0, 3.0) + turn.cross(*at)).to_array()).collect();
    assert!(stress::at_nodes(&body, &moved).iter().all(|s| s.mises() < 1e-9));
    assert!(body.internal_forces(&moved).iter().all(|force| force.abs() < 1e-8));
}

#[test]
fn wrong_meshes_and_bodies_that_are_not_held_are_refused() {
    let body = distorted();
    let law = |_| LAW;
    let mut turned = body.hexes.clone();
    turned[4].swap(0, 4);
    turned[4].swap(1, 5);
    turned[4].swap(2, 6);
    turned[4].swap(3, 7);
    let refused = Solid::new(body.nodes.clone(), turned, law).unwrap_err();
    assert!(matches!(refused, MechanicsError::Inverted { element: 4, jacobian } if jacobian < 0.0), "{refused}");
    let refused = Solid::new(body.nodes.clone(), vec![[0, 1, 2, 3, 4, 5, 6, 999]], law).unwrap_err();
    assert!(matches!(refused, MechanicsError::NoSuchNode { node: 999, .. }));
    assert_eq!(Solid::new(vec![], vec![], law).unwrap_err(), MechanicsError::Empty);
    let mut loose = body.nodes.clone();
    loose.push(Vec3::ZERO);
    assert_eq!(Solid::new(loose, body.hexes.clone(), law).unwrap_err(), MechanicsError::Loose { node: 64 });
    // A hinge: one edge held lets it turn.
    let hinge = Held::nodes(body.nodes.len(), &[0, 1, 2, 3]);
    let pushed: Vec<f64> = (0..3 * body.nodes.len()).map(|degree| f64::from(u8::from(degree % 3 == 2))).collect();
    let refused = Factor::new(&body, hinge).and_then(|factor| factor.solve(&pushed)).unwrap_err();
    assert_eq!(refused, MechanicsError::NotHeld);
}

#[test]
fn the_stress_of_a_section_is_membrane_and_bending_of_beam_theory() {
    let (thick, wide, long) = (4.0, 40.0, 50.0);
    let n = [2, 8, 10];
    let plate =
        grid(n, Law::Isotropic { modulus: 2000.0, poisson: 0.0 }, |u| Vec3::new(thick * u.x, wide * u.y, long * u.z));
    let at = |i: usize, j: usize, k: usize| ((k * (n[1] + 1) + j) * (n[0] + 1) + i) as u32;
    let held: Vec<u32> = (0..at(0, 0, 1)).collect();
    let tip: Vec<usize> = (at(0, 0, n[2]) as usize..plate.nodes.len()).collect();
    let (across, along) = (-5.0, 200.0);
    let mut forces = vec![0.0; 3 * plate.nodes.len()];
    for node in &tip {
        // As much on every node's own share of the edge, so that no stress is left uneven.
        let [x, y, _] = plate.nodes[*node].to_array();
        let end = |value: f64, most: f64| if value == 0.0 || value == most { 0.5 } else { 1.0 };
        let share = end(x, thick) * end(y, wide) / (n[0] * n[1]) as f64;
        forces[3 * node] = across * share;
        forces[3 * node + 2] = along * share;
    }
    let moved = Factor::new(&plate, Held::nodes(plate.nodes.len(), &held)).unwrap().solve(&forces).unwrap();
    let cut = 5;
    let stacks: Vec<Vec<u32>> = (0..=n[1]).map(|j| (0..=n[0]).map(|i| at(i, j, cut)).collect()).collect();
    let beyond: Vec<u32> = (0..=n[1]).map(|j| at(0, j, cut + 1)).collect();
    let side = cut * n[0] * n[1]..plate.hexes.len();
    // The row is no ring: its ends are not read.
    let found = section::outer_face(&plate, &moved, side, &stacks, &beyond, |_, _| 0.7)[n[1] / 2];
    let moment = -across * long * (1.0 - cut as f64 / n[2] as f64);
    let exact = along / (thick * wide) + 6.0 * moment / (wide * thick * thick);
    assert!((found.0[2] / exact - 1.0).abs() < 0.01, "{:?} {exact}", found);
    assert!((found.0[1] - 0.7).abs() < 1e-9, "{found:?}");
}
