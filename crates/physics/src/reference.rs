//! # The slow reference
//!
//! **Stands for** walking resolved stride by stride and instant by instant: the proof that cycle means and an
//! error-controlled integrator give the same answer. Nothing but tests and benchmarks should need it.
//!
//! **Equations** the explicit midpoint rule over `substeps` parts of every stride; a weight-activated pump makes its whole
//! stroke at the end of stance, a one-way valve lets out at once what stance compresses.
//!
//! **Tests** below: air and every part of the limb after some hundred strides against `Integrator::advance`.

use crate::gait_load::Pace;
use crate::limb_volume::LimbState;
use crate::network::{Instant, Network, State, VacuumSource};
use crate::socket_air::SocketAir;

/// Walks `strides` strides from a phase of the gait cycle (0: begin of stance), each in `substeps` instants. Returns the mean vacuum over the last stride, Pa: with a
/// leak the vacuum is a saw, and its mean is what the cycle means stand for.
pub fn walk_resolved(
    network: &Network,
    state: &mut State,
    pace: Pace,
    from_phase: f64,
    strides: u32,
    substeps: u32,
) -> f64 {
    let stride_time = pace.stride_time();
    let parts = parts_of_a_stride(network.gait.stance_fraction, from_phase, substeps);
    let mut mean_vacuum = 0.0;
    let mut loaded = false;
    for stride in 0..strides {
        let mut mean = (0.0, 0.0);
        for Part { begin, share } in &parts {
            let middle = begin + 0.5 * share;
            let dt = share * stride_time;
            if middle < network.gait.stance_fraction {
                loaded = true;
            } else if loaded {
                end_of_stance(network, state, pace);
                loaded = false;
            }
            // The middle of the interval, from where its first half leads: of second order.
            let first = limb_rates(network, state, pace, begin + 1e-6 * share).0;
            let halfway = State { limb: moved(&state.limb, &first, 0.5 * dt), ..*state };
            let (rates, standing, load) = limb_rates(network, &halfway, pace, middle);
            // What displaces tissue is a mean over the cycle, which changes little from one stride to the next.
            mean.0 += standing * share;
            mean.1 += load * share;
            state.limb = moved(&state.limb, &rates, dt);
            if network.source != VacuumSource::Open {
                let inflow = network.leak.inflow(network.socket_pressure(state).0, network.ambient);
                state.air += dt * inflow;
                state.leaked += dt * inflow;
            }
            if stride + 1 == strides {
                mean_vacuum += network.standing_vacuum(state) * share;
            }
        }
        state.strides += 1.0;
        let target = network.limb.displaced.target(mean.0, mean.1);
        state.limb.displaced += stride_time * network.limb.displaced.rate(state.limb.displaced, target);
    }
    mean_vacuum
}

/// A part of the gait cycle: where it begins and how long it is, of a stride.
struct Part {
    begin: f64,
    share: f64,
}

/// The parts of a stride from a phase on; none of them is half stance and half swing.
fn parts_of_a_stride(stance: f64, from_phase: f64, substeps: u32) -> Vec<Part> {
    let in_stance = (f64::from(substeps) * stance).round().clamp(1.0, f64::from(substeps) - 1.0);
    let in_swing = f64::from(substeps) - in_stance;
    // In stance short at both ends, where the load comes and goes steeply.
    let edge = |part: f64| {
        if part <= in_stance {
            0.5 * stance * (1.0 - (std::f64::consts::PI * part / in_stance).cos())
        } else {
            stance + (1.0 - stance) * (part - in_stance) / in_swing
        }
    };
    let part = |part: f64| Part { begin: edge(part), share: edge(part + 1.0) - edge(part) };
    let mut parts: Vec<Part> = (0..substeps).map(f64::from).map(part).collect();
    let first = parts.iter().position(|part| part.begin + 0.5 * part.share >= from_phase).unwrap_or(0);
    parts.rotate_left(first);
    parts
}

/// Rates of the limb at a phase of the gait cycle, with the pressure that stands and what the load adds to it, Pa.
fn limb_rates(network: &Network, state: &State, pace: Pace, phase: f64) -> (LimbState, f64, f64) {
    let stance = network.gait.stance_fraction;
    let gap = network.gap(&state.limb);
    let maintained = network.maintained_vacuum(network.standing_vacuum(state));
    let rest = network.contact.resolve(gap, maintained - network.squeeze(gap));
    let instant = if phase < stance {
        Instant::Loaded(network.gait.stance_force(phase / stance, pace))
    } else {
        Instant::Pulled(network.gait.swing_pull((phase - stance) / (1.0 - stance), pace))
    };
    let p = network.tissue_pressure(gap, &rest, maintained, instant);
    let standing = if phase < stance { rest.preload - rest.tissue_suction } else { p };
    (network.limb.rates(&state.limb, standing, p - standing, network.posture.walking()), standing, p - standing)
}

/// The limb after `seconds` at these rates; what is displaced follows once a stride.
fn moved(limb: &LimbState, rates: &LimbState, seconds: f64) -> LimbState {
    LimbState {
        blood: limb.blood + seconds * rates.blood,
        interstitial: limb.interstitial + seconds * rates.interstitial,
        displaced: limb.displaced,
        pore: limb.pore + seconds * rates.pore,
        protein: limb.protein + seconds * rates.protein,
        muscle: limb.muscle + seconds * rates.muscle,
        flow: limb.flow + seconds * rates.flow,
    }
}

fn end_of_stance(network: &Network, state: &mut State, pace: Pace) {
    let before = state.air;
    match &network.source {
        VacuumSource::WeightActivated(pump) => {
            let force = network.gait.peak_force(pace);
            for _ in 0..pump.chambers as usize {
                // The chamber opens to an air space that shrinks as the pressure falls: P′·[V(P′) + V_max] = n + P_e·V_min
                let p = network.socket_pressure(state).0;
                let stroke = pump.stroke(force, network.ambient - p);
                let kept = (network.ambient + pump.exhaust_crack) * stroke.v_min;
                let both = SocketAir { line: network.air.line + stroke.v_max, ..network.air };
                let seat = network.seat(&state.limb);
                let after = both.settle(&network.contact, seat, state.air + kept, network.ambient, p).pressure;
                // The intake valve stays shut where that would raise the pressure.
                state.air = (state.air + kept - after * stroke.v_max).min(state.air);
            }
        }
        VacuumSource::Valve => {
            let closed = network.closed_seat(network.seat(&state.limb));
            let kept = network.ambient * network.air.volume(&network.contact, closed, 0.0, network.ambient).0;
            state.air = state.air.min(kept);
        }
        VacuumSource::Open | VacuumSource::Sealed | VacuumSource::Electric(_) => {}
    }
    state.removed += before - state.air;
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::circulation::PostureDrive;
    use crate::gait_load::tests::{USUAL_PACE, usual as gait};
    use crate::heel_strike::HeelStrike;
    use crate::integrator::{Integrator, Tolerance};
    use crate::leak::Leak;
    use crate::limb_socket_contact::tests::with_bone as contact;
    use crate::limb_volume::tests::usual as limb;
    use crate::liner::Liner;
    use crate::network::Regime;
    use crate::skin_suction::BlisterLine;
    use crate::socket_air::tests::usual as air;
    use crate::suspension::Suspension;
    use crate::torsion::Torsion;
    use crate::weight_activated_pump::tests::usual as pump;
    use proptest::prelude::*;

    pub(crate) fn network(source: VacuumSource) -> Network {
        Network {
            ambient: 101_325.0,
            gait: gait(),
            load_share: 0.95,
            contact: contact(),
            liner: Liner { modulus: 0.5e6, thickness: 6e-3 },
            air: air(),
            leak: Leak {
                seal_conductance: Leak::conductance_from_stated(2.0 / 60e6),
                pinhole_area: Leak::pinhole(0.03e-3),
                temperature: 293.15,
            },
            suspension: Suspension {
                sleeve_stiffness: 3e3,
                pin_stiffness: 0.0,
                pin_play: 0.0,
                sealed: true,
                friction: 0.3,
                recoil_share: 0.12,
                tissue_shear_modulus: 6e3,
                tissue_depth: 0.025,
                unclamped_share: 0.4,
            },
            torsion: Torsion { twist: 0.24, body: 60.0, ring: None },
            heel_strike: HeelStrike { heel: 60e3, ring: None, mass: 4.0, speed: 0.4 },
            source,
            limb: limb(),
            posture: PostureDrive { stand: 2e3, sit: 0.8e3, walk: 0.8e3, walking_lymph: 6.0, walking_flow: 4.0 },
            blister: BlisterLine { blister_suction: 28e3, blister_time: 4_500.0, exponent: 3.0 },
            distal_factor: 5.0,
            taper: 0.08,
            bone_support: 60e3,
            liner_stretch: 3e-3,
            fit_gap: 0.0,
            socks: 0.0,
        }
    }

    fn advanced(network: &Network, regime: Regime, seconds: f64, tolerance: Tolerance) -> State {
        let mut state = network.donned();
        Integrator::new(tolerance).advance(network, &mut state, regime, true, seconds, |_, _| ());
        state
    }

    /// Largest differences: of blood, interstitial fluid and volume in mL, air relative.
    fn apart(a: &State, b: &State) -> (f64, f64) {
        let parts = |s: &State| [s.limb.blood, s.limb.interstitial, limb().change(&s.limb)];
        let most = parts(a).iter().zip(parts(b)).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        (most * 1e6, (a.air / b.air - 1.0).abs())
    }

    #[test]
    fn cycle_means_give_what_every_stride_resolved_gives() {
        let regime = Regime::Walk { pace: USUAL_PACE, duty: 1.0 };
        for source in
            [VacuumSource::WeightActivated(pump()), VacuumSource::Valve, VacuumSource::Sealed, VacuumSource::Open]
        {
            let network = network(source);
            let strides = 400;
            let fast = advanced(&network, regime, f64::from(strides) * USUAL_PACE.stride_time(), Tolerance::default());
            // Blood comes and goes within a stride; cycle means stand for the mean over where in it one looks.
            let mut mean = State { limb: LimbState::ZERO, air: 0.0, ..fast };
            for phase in [0.0, 0.25, 0.5, 0.75] {
                let mut slow = network.donned();
                walk_resolved(&network, &mut slow, USUAL_PACE, phase, strides, 120);
                mean.limb.blood += 0.25 * slow.limb.blood;
                mean.limb.interstitial += 0.25 * slow.limb.interstitial;
                mean.limb.displaced += 0.25 * slow.limb.displaced;
                mean.limb.pore += 0.25 * slow.limb.pore;
                mean.limb.muscle += 0.25 * slow.limb.muscle;
                mean.air += 0.25 * slow.air;
                assert!((fast.strides - slow.strides).abs() < 1e-6);
            }
            let (fluid_ml, air) = apart(&fast, &mean);
            assert!(fluid_ml < 0.4, "{source:?}: {fluid_ml} mL apart");
            // What answers the gap at once divides among the parts a little differently: a thousandth of the limb at most.
            for (fast, slow) in [
                (fast.limb.displaced, mean.limb.displaced),
                (fast.limb.pore, mean.limb.pore),
                (fast.limb.muscle, mean.limb.muscle),
            ] {
                assert!((fast - slow).abs() < 1e-3 * limb().volume(), "{source:?}: {fast} {slow} m³");
            }
            assert!(air < 0.02, "{source:?}: {air} of the air apart");
        }
    }

    #[test]
    fn a_hundredfold_tolerance_changes_nothing_that_matters() {
        let fine = Tolerance { volume: 1e-10, air: 5e-6 };
        let network = network(VacuumSource::WeightActivated(pump()));
        for regime in [Regime::Walk { pace: USUAL_PACE, duty: 0.4 }, Regime::Sit, Regime::Stand, Regime::Doffed] {
            let usual = advanced(&network, regime, 3_600.0, Tolerance::default());
            let exact = advanced(&network, regime, 3_600.0, fine);
            let (fluid_ml, air) = apart(&usual, &exact);
            assert!(fluid_ml < 0.05 && air < 2e-3, "{regime:?}: {fluid_ml} mL, {air}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn air_is_conserved_over_any_stretch(duty in 0.0f64..1.0, minutes in 0.5f64..60.0, pinhole in 0.0f64..0.2e-3) {
            let mut network = network(VacuumSource::WeightActivated(pump()));
            network.leak.pinhole_area = Leak::pinhole(pinhole);
            let start = network.donned();
            let end = advanced(&network, Regime::Walk { pace: USUAL_PACE, duty }, minutes * 60.0, Tolerance::default());
            let open = end.air - start.air - end.leaked + end.removed;
            prop_assert!(open.abs() < 1e-8 * start.air, "{open} of {}", start.air);
            prop_assert!(end.leaked >= 0.0 && end.removed >= 0.0 && end.air > 0.0);
        }

        #[test]
        fn vacuum_never_exceeds_what_the_pump_can_make(duty in 0.05f64..1.0, minutes in 1.0f64..30.0) {
            let network = network(VacuumSource::WeightActivated(pump()));
            let end = advanced(&network, Regime::Walk { pace: USUAL_PACE, duty }, minutes * 60.0, Tolerance::default());
            let force = network.gait.peak_force(USUAL_PACE);
            let deepest = 101_325.0 - pump().limit(pump().stroke(force, 0.0), 101_325.0);
            prop_assert!(network.standing_vacuum(&end) <= deepest + 100.0);
        }
    }
}
