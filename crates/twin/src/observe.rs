//! # Observation: what a state means in the clinic's terms
//!
//! **Stands for** the curves of the report: each is computed here from the state of the network at one moment, as if
//! the person walked at their usual pace.
//!
//! **Equations**
//! - vacuum: P_v = p_a − P, at least 0, P from the air in the socket at the present gap without lift
//! - in-socket fluid, as bioimpedance sees it: 100·(extracellular share of the limb's change)/V₀ (`limb_volume`)
//! - volume after doffing: the limb is let be (`limb_volume`: no interface pressure, posture of sitting, rest lymph) for the
//!   measurement delay; then 100·ΔV/V₀
//! - pistoning: displacements against the wall at the pull of mid-swing, T(½) = m_p·(g + r·ω²); of the limb, x, and of the
//!   bone, x + x_b; neither is told below 0.5 mm, which no measurement in a socket resolves
//! - tissue elongation: 100·x_b/L_t, bone less limb over the depth of tissue
//! - rotation and loading rate: of one stride at the usual pace (`torsion`, `heel_strike`)
//! - pressure wave: the socket's pressure under the largest load of stance less that at mid-swing (`pressure_wave`)
//! - sink: the gap that lasting loss leaves (interstitial fluid), open at the maintained vacuum, over the section
//! - peak pressure: the largest p_r(s) over stance of any region, by 200 midpoints
//! - mean pressure: Σ a_r·[∫ p_r ds] over the whole cycle, a_r the region's share of skin; by those midpoints in stance,
//!   by four in swing, folded (`gait_load`)
//! - pressure in swing: p_rest − c_r·T/S when the pull T is largest, at the distal end and as the mean over the skin above
//! - suction dose: the accumulated D
//!
//! **Assumptions** observing changes nothing; whoever sits or stands is asked which pressures walking at the usual pace (the
//! day's first walk's) would make now. What only walking moves is looked at only while the person walks.
//! **Tests** the few steps after doffing end where the integrator does (`crates/twin/tests/day.rs`); Zachariah 2004 and
//! Board 2001 in `VALIDATION.md`.

use physics::gait_load::Pace;
use physics::interface_pressure::{Region, RegionPressure, RegionTable};
use physics::limb_volume::LimbState;
use physics::network::{Network, State};
use physics::pressure_wave::Stride;

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
    /// Pressure on the skin in swing.
    pub swing: Swing,
    /// What walking moves; none where the person does not walk.
    pub walking: Option<Walking>,
    /// How far stance lets the limb sink into the gap that lasting loss leaves, mm.
    pub sink_mm: f64,
    /// Largest pressure of any region over a gait cycle, kPa.
    pub peak_pressure_kpa: f64,
    /// Mean pressure on the skin over a gait cycle, kPa.
    pub mean_pressure_kpa: f64,
    /// Skin suction dose so far; 1 is the blister line.
    pub suction_dose: f64,
}

/// What a stride moves in the socket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Walking {
    /// Limb against wall between stance and swing, mm; at least what a measurement resolves.
    pub pistoning_mm: f64,
    /// Bone against wall between stance and swing, mm; at least what a measurement resolves.
    pub bone_pistoning_mm: f64,
    /// Bone less limb over the depth of tissue, %.
    pub tissue_elongation_pct: f64,
    /// Largest rotation of bone in the socket, degrees.
    pub rotation_deg: f64,
    /// Steepest rise of the load at heel strike, kN/s.
    pub loading_rate_kn_per_s: f64,
    /// Amplitude of the socket's pressure within a stride, kPa; none in an open socket.
    pub pressure_wave_kpa: Option<f64>,
}

impl Walking {
    /// Looks at a state, in which the vacuum `standing` (Pa) stands, of a person who walks at `pace`.
    pub fn at(network: &Network, state: &State, standing: f64, pace: Pace) -> Self {
        let gait = &network.gait;
        let pull = gait.swing_pull(0.5, pace);
        let moved = network.moved(state, standing, pull, pace.speed / gait.reference_speed);
        let [limb, bone] = [moved.pistoning.limb, moved.pistoning.bone];
        let stride = Stride { load: gait.peak_force(pace), pull, moved: limb };
        Self {
            pistoning_mm: (limb * 1e3).max(RESOLVED_MM),
            bone_pistoning_mm: (bone * 1e3).max(RESOLVED_MM),
            tissue_elongation_pct: 100.0 * (bone - limb) / network.suspension.tissue_depth,
            rotation_deg: moved.turned.angle.to_degrees(),
            loading_rate_kn_per_s: moved.struck.loading_rate / 1e3,
            pressure_wave_kpa: network.pressure_wave(state, standing, stride).map(|pa| pa / 1e3),
        }
    }
}

/// Displacement in a socket that markers, x-rays and sensors still tell from none, mm (assumed).
pub const RESOLVED_MM: f64 = 0.5;

/// Looks at a state as if the person walked now, as the table says; `delay_s` lies between doffing and measuring, `walks` is
/// the pace of a person who does walk.
pub fn observe(
    network: &Network,
    state: &State,
    table: &RegionTable,
    delay_s: f64,
    walks: Option<Pace>,
) -> Observation {
    let standing = network.standing_vacuum(state);
    let (mut peak, mut mean, mut swing) = (0.0f64, 0.0, Swing::default());
    each_region(network, state, standing, table, &mut |region, pressure| {
        peak = peak.max(pressure.peak);
        mean += region.area_share * pressure.mean;
        swing.add(region, pressure.lowest);
    });
    Observation {
        vacuum_kpa: standing / 1e3,
        in_socket_fluid_pct: in_socket_fluid_pct(network, &state.limb),
        post_doff_volume_pct: post_doff_volume_pct(network, state, delay_s),
        gap_mm: network.gap(&state.limb) * 1e3,
        walking: walks.map(|pace| Walking::at(network, state, standing, pace)),
        swing,
        sink_mm: network.sink(state, standing) * 1e3,
        peak_pressure_kpa: peak / 1e3,
        mean_pressure_kpa: mean / 1e3,
        suction_dose: state.dose,
    }
}

/// Pressure on the skin when the pull of swing is largest, kPa; negative where it draws.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Swing {
    /// At the distal end, where it draws most.
    pub distal_kpa: f64,
    /// Mean over the skin above.
    pub above_kpa: f64,
    above: f64,
}

impl Swing {
    fn add(&mut self, region: &Region, lowest: f64) {
        if region.swing_factor > 0.0 {
            self.distal_kpa = lowest / 1e3;
            return;
        }
        let share = region.area_share;
        self.above_kpa = (self.above_kpa * self.above + share * lowest / 1e3) / (self.above + share);
        self.above += share;
    }
}

/// Pressures of every region over one gait cycle.
pub fn each_region(
    network: &Network,
    state: &State,
    standing: f64,
    table: &RegionTable,
    each: &mut dyn FnMut(&Region, RegionPressure),
) {
    let (rest, in_swing) = network.rest_pressures(state, standing);
    let section = network.air.section;
    table.resolve(network.load_share / section, section, rest, in_swing, each);
}

/// Extracellular fluid in the socket: change since donning, % of limb volume.
pub fn in_socket_fluid_pct(network: &Network, limb: &LimbState) -> f64 {
    100.0 * network.limb.extracellular(limb) / network.limb.volume()
}

/// Limb volume some time after doffing: change since donning, %.
pub fn post_doff_volume_pct(network: &Network, state: &State, delay_s: f64) -> f64 {
    let resting = network.posture.still(network.posture.sit);
    volume_pct(network, &network.limb.let_be(&state.limb, resting, delay_s))
}

/// Limb volume now: change since donning, %.
pub fn volume_pct(network: &Network, limb: &LimbState) -> f64 {
    100.0 * network.limb.change(limb) / network.limb.volume()
}
