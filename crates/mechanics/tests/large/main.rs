//! Large strain against what is known.

#![allow(clippy::expect_used, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used, reason = "tests end so")]

mod contact;
mod limb;
mod scan;
mod scanned;
mod shapes;

use mechanics::large::element::{PAIRS, Points};
use mechanics::large::{Body, Hyperelastic, LargeError, Press, Settings, Shape, Volume};
use mechanics::{Held, Vec3};
use shapes::{annulus, exact, grid, pressed, tissue};

/// A box whose inner nodes are moved about.
fn distorted() -> (Vec<Vec3>, Vec<[u32; 8]>) {
    grid([3, 3, 3], |u| {
        let inner = |x: f64| x > 0.01 && x < 0.99;
        let shake = if inner(u.x) && inner(u.y) && inner(u.z) {
            Vec3::new((31.0 * u.y).sin(), (17.0 * u.z).cos(), (23.0 * u.x).sin()) * 0.6
        } else {
            Vec3::ZERO
        };
        u * 9.0 + shake
    })
}

fn yeoh() -> Hyperelastic {
    Hyperelastic::new(Shape::Yeoh { c: [0.01, 0.004, 0.003] }, Volume::LogSquare, 0.3, 20.0).unwrap()
}

/// A strong stretch with shear, by rows.
const STRETCH: [[f64; 3]; 3] = [[1.3, 0.2, 0.0], [-0.1, 0.85, 0.15], [0.05, 0.0, 1.1]];

fn stretched(at: Vec3) -> Vec3 {
    let row = |row: [f64; 3]| row[0] * at.x + row[1] * at.y + row[2] * at.z;
    Vec3::new(row(STRETCH[0]), row(STRETCH[1]), row(STRETCH[2])) - at
}

#[test]
fn distorted_elements_pass_the_patch_test_at_a_large_strain() {
    let (nodes, hexes) = distorted();
    let body = Body::new(nodes.clone(), hexes, |_| yeoh()).unwrap();
    let mut held = Held::none(nodes.len());
    for (node, at) in nodes.iter().enumerate() {
        let edge = |x: f64| x.abs() < 1e-9 || (x - 9.0).abs() < 1e-9;
        if edge(at.x) || edge(at.y) || edge(at.z) {
            stretched(*at).to_array().into_iter().enumerate().for_each(|(axis, value)| held.hold(node, axis, value));
        }
    }
    let mut press = Press::new(&body, &held, &[]).unwrap();
    press.settle(&Settings { residual: 1e-13, ..Settings::default() }).unwrap();
    for (node, at) in nodes.iter().enumerate() {
        let here = Vec3::from_slice(&press.moved[3 * node..]);
        assert!((here - stretched(*at)).length() < 1e-9, "{node}: {here:?}");
    }
    // Cauchy's stress from the formula by hand.
    let f = STRETCH;
    let b = |i: usize, k: usize| (0..3).map(|m| f[i][m] * f[k][m]).sum::<f64>();
    let j = f[0][0] * (f[1][1] * f[2][2] - f[1][2] * f[2][1]) - f[0][1] * (f[1][0] * f[2][2] - f[1][2] * f[2][0])
        + f[0][2] * (f[1][0] * f[2][1] - f[1][1] * f[2][0]);
    let first = j.powf(-2.0 / 3.0) * (b(0, 0) + b(1, 1) + b(2, 2));
    let x: f64 = first - 3.0;
    let slope = 0.01 + 0.008 * x + 0.009 * x * x;
    let stress = |i: usize, k: usize| {
        let deviator = j.powf(-2.0 / 3.0) * b(i, k) - if i == k { first / 3.0 } else { 0.0 };
        2.0 * slope / j * deviator + if i == k { 0.3 * j.ln() / j } else { 0.0 }
    };
    let formula = [stress(0, 0), stress(1, 1), stress(2, 2), stress(0, 1), stress(1, 2), stress(2, 0)];
    for found in body.stresses(&press.moved).unwrap() {
        for (found, formula) in found.0.iter().zip(formula) {
            assert!((found - formula).abs() < 1e-10, "{found} {formula}");
        }
    }
}

#[test]
fn a_large_turn_leaves_no_stress_and_no_force() {
    let (nodes, hexes) = distorted();
    let body = Body::new(nodes.clone(), hexes, |_| yeoh()).unwrap();
    let axis = Vec3::new(1.0, -2.0, 0.5).normalize();
    let (sine, cosine) = 2.0_f64.sin_cos();
    let turn = |at: Vec3| at * cosine + axis.cross(at) * sine + axis * (axis.dot(at) * (1.0 - cosine));
    let moved: Vec<f64> = nodes.iter().flat_map(|at| (turn(*at) + Vec3::new(4.0, 5.0, 6.0) - *at).to_array()).collect();
    let (energy, forces) = body.forces(&moved).unwrap();
    assert!(energy.abs() < 1e-10 && forces.iter().all(|force| force.abs() < 1e-12), "{energy}");
    assert!(body.stresses(&moved).unwrap().iter().all(|s| s.0.iter().all(|part| part.abs() < 1e-12)));
}

#[test]
fn forces_are_the_slope_of_the_energy_and_the_tangent_that_of_the_forces() {
    let corner = |i: usize| Vec3::new((i & 1) as f64, (i >> 1 & 1) as f64, (i >> 2) as f64) * 3.0;
    let order = [0, 1, 3, 2, 4, 5, 7, 6];
    let nodes: [Vec3; 8] = std::array::from_fn(|at| {
        corner(order[at]) + Vec3::new((7.0 * at as f64).sin(), (5.0 * at as f64).cos(), (3.0 * at as f64).sin()) * 0.3
    });
    let points = Points::new(&nodes);
    let moved: [[f64; 3]; 8] = std::array::from_fn(|at| {
        let shaken = Vec3::new((11.0 * at as f64).cos(), (13.0 * at as f64).sin(), (17.0 * at as f64).cos()) * 0.3;
        (stretched(nodes[at]) + shaken).to_array()
    });
    let square = Hyperelastic::neo_hookean(0.06, 0.49, Volume::Square).unwrap();
    for law in [yeoh(), square] {
        let h = 1e-5;
        let (_, forces) = points.forces(&law, &moved, 0).unwrap();
        let blocks = points.tangent(&law, &moved, 0).unwrap();
        let biggest = blocks.iter().flatten().flatten().fold(0.0, |most: f64, part| most.max(part.abs()));
        for (b, axis) in (0..24).map(|at| (at / 3, at % 3)) {
            let shifted = |by: f64| {
                let mut moved = moved;
                moved[b][axis] += by;
                points.forces(&law, &moved, 0).unwrap()
            };
            let (low, high) = (shifted(-h), shifted(h));
            let slope = (high.0 - low.0) / (2.0 * h);
            assert!((slope - forces[b][axis]).abs() < 1e-8, "{slope} {}", forces[b][axis]);
            for (block, (a, _)) in blocks.iter().zip(PAIRS).filter(|(_, pair)| pair.1 == b) {
                for (i, row) in block.iter().enumerate() {
                    let slope = (high.1[a][i] - low.1[a][i]) / (2.0 * h);
                    assert!((slope - row[axis]).abs() < 1e-7 * biggest, "{a} {b}: {slope} {}", row[axis]);
                }
            }
        }
    }
}

#[test]
fn work_of_the_wall_is_the_energy() {
    let ring = annulus([6, 4, 2], yeoh(), Some(6.0));
    let mut press = Press::new(&ring.body, &ring.held, &ring.swept).unwrap();
    let whole = press.held.clone();
    // Simpson's rule over equal steps of the wall.
    let (steps, mut work) = (16, 0.0);
    for step in 0..=steps {
        let share = f64::from(step) / f64::from(steps);
        press.held = whole.iter().map(|value| share * value).collect();
        press.settle(&Settings { residual: 1e-9, ..Settings::default() }).unwrap();
        let (_, forces) = press.internal().unwrap();
        let rate = forces.iter().zip(&whole).map(|(force, value)| force * value).sum::<f64>();
        let weight = if step == 0 || step == steps { 1.0 } else { 2.0 + 2.0 * f64::from(step % 2) };
        work += weight * rate / (3.0 * f64::from(steps));
    }
    let (energy, _) = press.internal().unwrap();
    assert!((work / energy - 1.0).abs() < 1e-5, "{work} {energy}");
}

#[test]
fn the_equation_along_a_radius_gives_the_stresses_of_the_issue() {
    for (volume, [wall, bone]) in [(Volume::Square, [-9.1138, -9.9647]), (Volume::LogSquare, [-9.7137, -10.5646])] {
        let found = exact(volume);
        assert!((found[0] - wall).abs() < 2e-4 && (found[1] - bone).abs() < 2e-4, "{found:?}");
    }
}

#[test]
fn a_pressed_ring_is_stressed_as_the_equation_says_to_second_order() {
    for volume in [Volume::Square, Volume::LogSquare] {
        let exact = exact(volume);
        let off = |n: usize| {
            let (found, report, _) = pressed([n, n, 2], volume);
            assert_eq!(report.factors, 1, "{report:?}");
            [(found[0] / exact[0] - 1.0), (found[1] / exact[1] - 1.0)]
        };
        let (coarse, fine) = (off(8), off(16));
        println!("{volume:?}: {coarse:?} {fine:?}");
        for at in 0..2 {
            assert!(fine[at].abs() < 2e-3, "{fine:?}");
            let ratio = coarse[at] / fine[at];
            assert!((3.6..4.4).contains(&ratio), "{ratio}");
        }
    }
}

#[test]
fn any_number_of_threads_gives_the_same_bits() {
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let ring = annulus([8, 12, 6], tissue(Volume::Square), Some(1.0));
            let mut press = Press::new(&ring.body, &ring.held, &ring.swept).unwrap();
            press.settle(&Settings::default()).unwrap();
            press.moved
        })
    };
    let one = run(1);
    assert!(run(2) == one && run(3) == one);
}

#[test]
fn what_cannot_be_answered_is_said() {
    let ring = annulus([4, 4, 1], tissue(Volume::LogSquare), Some(34.0));
    let mut press = Press::new(&ring.body, &ring.held, &ring.swept).unwrap();
    let refused = press.settle(&Settings::default()).unwrap_err();
    assert!(matches!(refused, LargeError::Inverted { .. }), "{refused}");
    let weak = Hyperelastic::new(Shape::NeoHookean { shear: 0.02 }, Volume::Square, 0.2, 3.001).unwrap();
    let ring = annulus([4, 4, 1], weak, Some(3.0));
    let mut press = Press::new(&ring.body, &ring.held, &ring.swept).unwrap();
    press.settle(&Settings::default()).unwrap();
    let refused = ring.body.stresses(&press.moved).unwrap_err();
    assert!(matches!(refused, LargeError::OutOfRange { most: 3.001, .. }), "{refused}");
    let refused = press.settle(&Settings { steps: 0, ..Settings::default() });
    assert!(matches!(refused.unwrap_err(), LargeError::NotConverged { .. }));
    assert!(matches!(ring.body.forces(&[0.0; 3]), Err(LargeError::Length { given: 3, .. })));
}
