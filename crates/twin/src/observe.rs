//! What a state of the network means in the clinic's terms.

use physics::gait_load::Pace;
use physics::integrator::{Integrator, Tolerance};
use physics::interface_pressure::{CycleLoad, Region, RegionPressure, cycle};
use physics::network::{Network, Regime, State};
use physics::tissue_fluid::FluidState;

/// Share of blood that is plasma, hence extracellular (haematocrit 0.45, `textbook_bloodpool`).
const PLASMA_SHARE: f64 = 0.55;

/// One look at limb and socket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// Vacuum that stands in the socket, kPa.
    pub vacuum_kpa: f64,
    /// Extracellular fluid in the socket: change since donning, % of limb volume.
    pub in_socket_fluid_pct: f64,
    /// Limb volume if doffed now and measured a few minutes later: change since donning, %.
    pub post_doff_volume_pct: f64,
    /// Mean gap between lined limb and wall, mm (negative: tight).
    pub gap_mm: f64,
    /// Limb against wall between stance and swing, mm.
    pub pistoning_mm: f64,
    /// Bone against wall between stance and swing, mm.
    pub bone_pistoning_mm: f64,
    /// How far stance lets the limb sink into the open gap, mm.
    pub sink_mm: f64,
    /// Largest pressure of any region over a gait cycle, kPa.
    pub peak_pressure_kpa: f64,
    /// Mean pressure on the skin over a gait cycle, kPa.
    pub mean_pressure_kpa: f64,
    /// Skin suction dose so far; 1 is the blister line.
    pub suction_dose: f64,
}

/// Looks at a state as if the person walked now at `pace`.
pub fn observe(network: &Network, state: &State, pace: Pace, regions: &[Region], delay_s: f64) -> Observation {
    let pull = network.gait.swing_pull(0.5, pace);
    let pistoning = network.pistoning(state, pull);
    let cycles = region_pressures(network, state, pace, regions);
    Observation {
        vacuum_kpa: network.standing_vacuum(state) / 1e3,
        in_socket_fluid_pct: in_socket_fluid_pct(network, &state.fluid),
        post_doff_volume_pct: post_doff_volume_pct(network, state, delay_s),
        gap_mm: network.gap(&state.fluid) * 1e3,
        pistoning_mm: pistoning.limb * 1e3,
        bone_pistoning_mm: pistoning.bone * 1e3,
        sink_mm: network.sink(state) * 1e3,
        peak_pressure_kpa: cycles.iter().map(|cycle| cycle.peak).fold(0.0, f64::max) / 1e3,
        mean_pressure_kpa: regions.iter().zip(&cycles).map(|(r, c)| r.area_share * c.mean).sum::<f64>() / 1e3,
        suction_dose: state.dose,
    }
}

/// Pressures of every region over one gait cycle.
pub fn region_pressures(network: &Network, state: &State, pace: Pace, regions: &[Region]) -> Vec<RegionPressure> {
    let (rest, in_swing) = network.rest_pressures(state);
    let (load_share, section) = (network.load_share, network.air.section);
    cycle(regions, &CycleLoad { gait: &network.gait, pace, load_share, section, rest }, in_swing)
}

/// Extracellular fluid in the socket (interstitial fluid and plasma): change since donning, % of limb volume.
pub fn in_socket_fluid_pct(network: &Network, fluid: &FluidState) -> f64 {
    let plasma = PLASMA_SHARE * (fluid.blood - network.fluid.blood_pool);
    100.0 * (fluid.interstitial + plasma) / network.fluid.volume
}

/// Limb volume some time after doffing: change since donning, %.
pub fn post_doff_volume_pct(network: &Network, state: &State, delay_s: f64) -> f64 {
    let mut doffed = *state;
    Integrator::new(Tolerance { volume: 1e-7, ..Tolerance::default() }).advance(
        network,
        &mut doffed,
        Regime::Doffed,
        false,
        delay_s,
        |_, _| (),
    );
    volume_pct(network, &doffed.fluid)
}

/// Limb volume now: change since donning, %.
pub fn volume_pct(network: &Network, fluid: &FluidState) -> f64 {
    100.0 * (fluid.interstitial + fluid.blood - network.fluid.blood_pool) / network.fluid.volume
}
