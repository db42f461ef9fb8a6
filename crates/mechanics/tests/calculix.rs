//! The same mesh in CalculiX 2.20 (C3D8I): `benches/peers/mechanics_ccx.py`, its input's SHA-256 beginning 18ef68988f768ef0.

#![allow(clippy::expect_used, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used, reason = "tests end so")]

use mechanics::{Factor, Held, Law, Solid, Vec3, stress};

const N: [usize; 3] = [2, 3, 12];

/// Node and displacement, mm.
const MOVED: [(usize, [f64; 3]); 3] =
    [(144, [1.70899, 0.407388, 2.84783]), (155, [2.27195, 0.395653, 2.88552]), (74, [1.1109, 0.0540882, 0.463257])];

/// Node and stress, MPa: xx, yy, zz, xy, yz, zx.
const STRESSES: [(usize, [f64; 6]); 2] = [
    (74, [-2.51818, 0.00581605, -2.37928, 0.180675, -0.137747, 2.51188]),
    (57, [0.771396, -0.135228, 5.772, -0.654912, 1.10802, -2.08193]),
];

#[test]
fn a_curved_beam_moves_and_is_stressed_as_in_calculix() {
    let at = |i: usize, j: usize, k: usize| ((k * (N[1] + 1) + j) * (N[0] + 1) + i) as u32;
    let (mut nodes, mut hexes) = (vec![], vec![]);
    for k in 0..=N[2] {
        for j in 0..=N[1] {
            for i in 0..=N[0] {
                let [u, v, w] = [i as f64 / N[0] as f64, j as f64 / N[1] as f64, k as f64 / N[2] as f64];
                let (radius, angle) = (40.0 + 5.0 * u, std::f64::consts::FRAC_PI_2 * w);
                nodes.push(Vec3::new(radius * angle.cos(), 20.0 * v * (1.0 - 0.3 * w), radius * angle.sin()));
            }
        }
    }
    for k in 0..N[2] {
        for j in 0..N[1] {
            for i in 0..N[0] {
                let layer = |k| [at(i, j, k), at(i + 1, j, k), at(i + 1, j + 1, k), at(i, j + 1, k)];
                let ([a, b, c, d], [e, f, g, h]) = (layer(k), layer(k + 1));
                hexes.push([a, b, c, d, e, f, g, h]);
            }
        }
    }
    let beam = Solid::new(nodes, hexes, |_| Law::Isotropic { modulus: 2000.0, poisson: 0.3 }).unwrap();
    let held: Vec<u32> = (0..at(0, 0, 1)).collect();
    let factor = Factor::new(&beam, Held::nodes(beam.nodes.len(), &held)).unwrap();
    let tip: Vec<usize> = (at(0, 0, N[2]) as usize..beam.nodes.len()).collect();
    let mut forces = vec![0.0; 3 * beam.nodes.len()];
    for node in &tip {
        forces[3 * node] = 30.0 / tip.len() as f64;
        forces[3 * node + 1] = 10.0 / tip.len() as f64;
    }
    let moved = factor.solve(&forces).unwrap();
    for (node, exact) in MOVED {
        let here = Vec3::from_slice(&moved[3 * node..]);
        let off = (here - Vec3::from_array(exact)).length() / Vec3::from_array(exact).length();
        assert!(off < 0.02, "{node}: {here:?} {exact:?}");
    }
    let stresses = stress::at_nodes(&beam, &moved);
    for (node, exact) in STRESSES {
        let (here, most) = (stresses[node].0, exact.iter().fold(0.0, |most: f64, part| most.max(part.abs())));
        let off = here.iter().zip(exact).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max) / most;
        println!("{node}: {off:.4}");
        assert!(off < 0.02, "{node}: {here:?} {exact:?}");
    }
}
