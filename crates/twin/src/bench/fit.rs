//! # Fit bench
//!
//! **Stands for** a limb moved in and out of sockets of several volumes under vacuum, the valve closed: how the
//! slope of vacuum against displacement tells the socket's size (the frame of wernke2017; its slopes were not
//! readable).
//!
//! **Equations**
//! - mean gap from socket volume: g = g_fit + (ΔV/V)·V/A
//! - closed air: n = (P_a − P_v)·V(P_v, g) before the pull; P·V(P, g, x) = n, with the lift x opening S·x
//! - slope b of vacuum in inHg by least squares over equally spaced x from 0 to 2 mm, read in each of m strokes (out and
//!   back, cycle after cycle); with noise σ of a reading its standard deviation is s_b = σ/√(m·Σ(x − x_m)²), x_m the mean
//!   place
//! - two sockets differ by |b₁ − b₂|/(√2·s_b) standard deviations; σ = 0.1 inHg, each against the next smaller one
//! - motion: the skin against the wall under 100 N as in `physics::suspension`, with ambient air sealed in and no
//!   standing vacuum
//!
//! A limb model does not give way (outward stiffness 10¹⁰ Pa/m): the gap stays as it was cut, without the room at the end and the
//! reliefs over bone that a person's socket has. A person's tissue is drawn to
//! the wall by the vacuum, and the gap with it.
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `slope` | b | inHg/mm | computed |
//! | `motion_mm` | x | mm | computed |
//! | `contact_share` | φ | – | `physics::limb_socket_contact`, without vacuum |
//!
//! **Assumptions** displacement opens the socket's end over the whole section; nothing is lost in a cycle, so that out and
//! back are the same line; readings err independently; two cycles, the fewest that are cyclic; sockets of −3, −1.5, 0, 1.5
//! and 3 % of volume are the neutral one with another mean gap.
//! **Tests** larger sockets answer a limb model more softly; motion is least where most touches; noise scales the
//! separation and equal slopes have none; tissue that follows the vacuum hides the fit.

use super::Line;
use crate::assemble::{Disturbance, assemble};
use crate::ensemble::{Draw, Spread, spread};
use crate::parameters::{ParameterSet, Values};
use crate::system::System;
use domain::Case;
use physics::limb_socket_contact::{Contact, ContactState, OverBone};
use physics::network::Network;
use physics::socket_air::Seat;
use physics::suspension::Hold;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use units::VacuumLevel;

/// Socket volumes, % of the neutral socket's.
pub const VOLUMES_PCT: [f64; 5] = [-3.0, -1.5, 0.0, 1.5, 3.0];
/// Noise of the pressure sensor, inHg.
pub const NOISE_INHG: f64 = 0.1;
/// Points of one stroke.
const POINTS: usize = 9;
/// Strokes of a cyclic test: out and back, twice. A testing machine makes and logs more.
const STROKES: f64 = 4.0;
/// Displacement of the last point, mm.
const FARTHEST_MM: f64 = 2.0;
/// Pull under which motion is told, N.
const MOTION_N: f64 = 100.0;
/// Outward stiffness of a limb model that does not give way, Pa/m (a thousand times tissue).
const RIGID: f64 = 1e10;

/// What is in the socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Limb {
    /// A model that does not give way.
    Model,
    /// A person's limb, whose tissue follows the vacuum.
    Person,
}

/// One socket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneFit {
    /// Slope of vacuum against displacement, inHg/mm.
    pub slope: f64,
    /// Motion under 100 N without standing vacuum, mm.
    pub motion_mm: f64,
    /// Share of the surface in contact.
    pub contact_share: f64,
}

/// Measures the slope on a socket whose volume is `pct` % off, at a vacuum of `vacuum` Pa.
pub fn measure(case: &Case, v: &Values, limb: Limb, pct: f64, vacuum: f64) -> OneFit {
    // A model is cut as its socket is: no room at its end, no relief and no thin tissue.
    let cut = Values { distal_room_mm: if limb == Limb::Model { 0.0 } else { v.distal_room_mm }, ..*v };
    let mut network = assemble(case, &cut, &System::suction(), Disturbance::default());
    if limb == Limb::Model {
        network.contact = Contact { tissue_stiffness: RIGID, bone: OverBone::NONE, ..network.contact };
    }
    // g = g_fit + (ΔV/V)·V/A
    let gap = network.fit_gap + pct / 100.0 * network.limb.volume() / network.contact.area;
    let network = network.with_fit(gap, network.socks);
    let touching = network.contact.resolve(gap, 0.0);
    let contact_share = touching.contact_share;
    let motion_mm = motion(&network, gap, touching);
    let slope = Line::through(&pulled(&network, gap, vacuum)).map_or(f64::NAN, |line| line.slope);
    OneFit { slope, motion_mm, contact_share }
}

/// (mm, inHg) of one stroke, out or back.
fn pulled(network: &Network, gap: f64, vacuum: f64) -> Vec<(f64, f64)> {
    let (air, contact, p_a) = (&network.air, &network.contact, network.ambient);
    let n = (p_a - vacuum) * air.volume(contact, Seat { gap, lift: 0.0, squeeze: 0.0 }, vacuum, p_a).0;
    places()
        .map(|mm| {
            let p = air.settle(contact, Seat { gap, lift: mm * 1e-3, squeeze: 0.0 }, n, p_a, p_a - vacuum).pressure;
            (mm, VacuumLevel::from_pa(p_a - p).inhg())
        })
        .collect()
}

fn places() -> impl Iterator<Item = f64> {
    (0..POINTS).map(|i| FARTHEST_MM * i as f64 / (POINTS - 1) as f64)
}

fn motion(network: &Network, gap: f64, touching: ContactState) -> f64 {
    let (air, contact, p_a) = (&network.air, &network.contact, network.ambient);
    let seat = Seat { gap, lift: 0.0, squeeze: 0.0 };
    let trapped = p_a * air.volume(contact, seat, 0.0, p_a).0;
    let liner_shear = network.liner.shear_stiffness(contact.area);
    let (contact_share, pressing) = (touching.contact_share, touching.preload);
    let hold = Hold { air: trapped, seat, vacuum: 0.0, contact_share, pressing, sunk: 0.0, recoil: 0.0, liner_shear };
    network.suspension.pistoning(MOTION_N, hold, air, contact, p_a).limb * 1e3
}

/// Standard deviation of a slope at a sensor noise, in the noise's unit per mm.
pub fn slope_noise(noise: f64) -> f64 {
    // sd_b = σ/√(m·Σ(x − x̄)²)
    let mean = places().sum::<f64>() / POINTS as f64;
    noise / (STROKES * places().map(|x| (x - mean) * (x - mean)).sum::<f64>()).sqrt()
}

/// How many standard deviations two measured slopes lie apart.
pub fn separation(a: f64, b: f64, noise: f64) -> f64 {
    // |b₁ − b₂|/(√2·sd_b)
    (a - b).abs() / (std::f64::consts::SQRT_2 * slope_noise(noise))
}

/// One socket volume with its spread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FitResult {
    /// What is in the socket.
    pub limb: Limb,
    /// Volume of the socket against the neutral one, %.
    pub volume_pct: f64,
    /// Slope of vacuum against displacement, inHg/mm.
    pub slope_inhg_per_mm: Spread,
    /// Standard deviations of sensor noise between this socket and the next smaller one; absent for the smallest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separation_sd: Option<Spread>,
    /// Motion under 100 N without standing vacuum, mm.
    pub motion_mm: Spread,
    /// Share of the surface in contact without vacuum.
    pub contact_share: Spread,
}

/// All sockets, with a limb model and with a person's limb.
pub fn fit_bench(case: &Case, parameters: &ParameterSet, vacuum_kpa: f64, draw: Draw) -> Vec<FitResult> {
    let of = |limb: Limb| {
        let people: Vec<[OneFit; VOLUMES_PCT.len()]> = (0..=draw.persons)
            .into_par_iter()
            .map(|person| {
                let values = parameters.person(draw.seed, person);
                VOLUMES_PCT.map(|pct| measure(case, &values, limb, pct, vacuum_kpa * 1e3))
            })
            .collect();
        let result = move |(index, pct): (usize, &f64)| {
            let over = |read: &dyn Fn(&OneFit) -> f64| spread(people.iter().map(|person| read(&person[index])));
            let apart =
                |smaller: usize| people.iter().map(move |p| separation(p[index].slope, p[smaller].slope, NOISE_INHG));
            FitResult {
                limb,
                volume_pct: *pct,
                slope_inhg_per_mm: over(&|fit| fit.slope),
                separation_sd: index.checked_sub(1).map(|smaller| spread(apart(smaller))),
                motion_mm: over(&|fit| fit.motion_mm),
                contact_share: over(&|fit| fit.contact_share),
            }
        };
        VOLUMES_PCT.iter().enumerate().map(result).collect::<Vec<_>>()
    };
    [Limb::Model, Limb::Person].into_iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::pull::tests::reference;
    use crate::parameters::tests::shipped;

    fn slopes(limb: Limb) -> Vec<f64> {
        let v = shipped().central();
        VOLUMES_PCT.iter().map(|pct| measure(&reference(), &v, limb, *pct, 57.6e3).slope).collect()
    }

    #[test]
    fn a_larger_socket_answers_more_softly_on_a_limb_model() {
        let slopes = slopes(Limb::Model);
        assert!(slopes.windows(2).all(|pair| pair[1] < pair[0]) && slopes[4] > 0.0, "{slopes:?}");
    }

    #[test]
    fn motion_is_least_where_most_touches() {
        let v = shipped().central();
        let fits = VOLUMES_PCT.map(|pct| measure(&reference(), &v, Limb::Model, pct, 57.6e3));
        assert!(fits.windows(2).all(|pair| pair[0].contact_share > pair[1].contact_share));
        assert!(fits.windows(2).all(|pair| pair[0].motion_mm <= pair[1].motion_mm));
    }

    #[test]
    fn a_noisier_sensor_separates_less_and_equal_slopes_not_at_all() {
        assert_eq!(separation(3.0, 3.0, 0.1), 0.0);
        assert!((separation(3.0, 2.0, 0.1) / separation(3.0, 2.0, 0.2) - 2.0).abs() < 1e-12);
        // Nine points over 2 mm, four times: Σ(x − x̄)² = 4·3.75 mm².
        assert!((slope_noise(0.1) - 0.1 / 15f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn tissue_that_follows_the_vacuum_hides_the_fit() {
        let range = |limb| {
            let slopes = slopes(limb);
            slopes[0] - slopes[4]
        };
        assert!(range(Limb::Person) < 0.2 * range(Limb::Model));
    }
}
