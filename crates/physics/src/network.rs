//! # The network: limb, liner, air, wall and pump together
//!
//! **Stands for** one person on one suspension, as a set of slow states whose rates are the means over a gait cycle.
//!
//! ```text
//!   gait load ─▶ interface pressure ─▶ parts of the limb ─▶ limb volume ─▶ gap ─▶ contact ─▶ socket air ◀─ pump, leak
//!                       ▲                                              │         │
//!                       └────────────── tissue suction, preload ◀──────┴─────────┘
//! ```
//!
//! **Equations**
//! - mean gap g = g_fit − ΔV/A − t_socks, ΔV the limb's change of volume (`limb_volume`), the same at any level of vacuum;
//!   over bone another one, which the level does not leave alone (`limb_socket_contact`)
//! - pressure on soft tissue: stance p = p_c − p_T + (λ·F(s) − k_b·x_b)₊/S; swing and rest p = p_c − p_T
//! - bone takes over as soft tissue gives way: the limb sinks by x_b = A·E₊(g)/S into the room that lost fluid
//!   leaves, and tendon, condyles and distal end, with little tissue over them, carry k_b·x_b
//! - the liner is stretched over the limb and squeezes it, p_h = k_L·(s·R − (g + t_socks − g_fit))₊, less as the limb
//!   shrinks; vacuum that holds the liner to the wall takes that off the limb (`limb_socket_contact`)
//! - p_T from the vacuum that stands outside the liner: maintained by a pump, or made by the pull itself in a
//!   valve-only socket (P_v = T/S), or none in an open one, where the pin draws at the distal end only
//! - under maintained vacuum the clamped liner follows the wall, so the pull widens the gap by x_b·tan α
//! - cycle means by quadrature over stance (Fejér) and over swing (midpoints); a walk that only takes the share d
//!   of its time is d·walking + (1 − d)·standing
//! - sink: what stance closes of the gap that lasting loss leaves, A·E₊(g_lasting − d)/S without the reliefs over bone, g_lasting
//!   with interstitial fluid alone: the rest is there from the first steps on and comes back within minutes; nobody adds a sock for it
//!
//! **Assumptions** slow states do not change within a stride (the reference test in `integrator` checks that).
//! **Tests** air and fluid balance over any stretch; see `integrator` for convergence.

use crate::circulation::PostureDrive;
use crate::electric_pump::ElectricPump;
use crate::gait_load::{GaitCycle, GaitLoad, Pace, STANCE_NODES};
use crate::heel_strike::HeelStrike;
use crate::leak::Leak;
use crate::limb_socket_contact::{Contact, ContactState, OverBone};
use crate::limb_volume::{CycleRates, Exponentials, LimbState, LimbVolume};
use crate::liner::Liner;
use crate::skin_suction::BlisterLine;
use crate::socket_air::{Air, Seat, SocketAir};
pub use crate::state::State;
use crate::suspension::Suspension;
use crate::torsion::Torsion;
use crate::weight_activated_pump::WeightActivatedPump;

/// What takes air out of the socket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum VacuumSource {
    /// Nothing: the socket is open to ambient.
    Open,
    /// A one-way valve that lets air out in stance.
    Valve,
    /// Nothing while walking: what was drawn before stays, less what leaks in.
    Sealed,
    /// A weight-activated pump.
    WeightActivated(WeightActivatedPump),
    /// An electric pump; whether it runs is decided outside.
    Electric(ElectricPump),
}

/// One person on one suspension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Network {
    /// Ambient pressure, Pa.
    pub ambient: f64,
    /// How the person loads the prosthesis.
    pub gait: GaitLoad,
    /// Share of the axial load that normal pressure on soft tissue carries.
    pub load_share: f64,
    /// Limb against wall.
    pub contact: Contact,
    /// Liner.
    pub liner: Liner,
    /// Air space.
    pub air: SocketAir,
    /// Leaks.
    pub leak: Leak,
    /// What holds the prosthesis on.
    pub suspension: Suspension,
    /// What turns the limb in the socket.
    pub torsion: Torsion,
    /// What strikes the heel.
    pub heel_strike: HeelStrike,
    /// What takes air out.
    pub source: VacuumSource,
    /// The parts of the limb's volume.
    pub limb: LimbVolume,
    /// Posture.
    pub posture: PostureDrive,
    /// Skin's blister line.
    pub blister: BlisterLine,
    /// Suction that the pull adds at the distal end, relative to pull per section.
    pub distal_factor: f64,
    /// Tangent of the wall's inclination.
    pub taper: f64,
    /// Stiffness of the support that bone finds when the limb sinks, N/m.
    pub bone_support: f64,
    /// How far the liner is stretched over the rested limb, as a radius, m.
    pub liner_stretch: f64,
    /// Mean gap at donning without socks, m.
    pub fit_gap: f64,
    /// Thickness of socks worn, m.
    pub socks: f64,
}

/// What the person is doing, as the network sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Regime {
    /// Walking for a share of the time, standing for the rest.
    Walk {
        /// How.
        pace: Pace,
        /// Share of the time.
        duty: f64,
    },
    /// Standing on both legs.
    Stand,
    /// Sitting.
    Sit,
    /// Swimming: afloat, the prosthesis hangs with little weight.
    Swim,
    /// Prosthesis off.
    Doffed,
}

/// A regime with what it needs at every evaluation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prepared {
    regime: Regime,
    walk: Option<Walk>,
}

/// A gait cycle with what its stance loads make of soft tissue: pressure, Pa, and its exponentials.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Walk {
    cycle: GaitCycle,
    loads: [(f64, Exponentials); STANCE_NODES],
}

/// The socket's air at one state.
#[derive(Clone, Copy, Debug)]
struct AirNow {
    seat: Seat,
    air: Air,
    standing: f64,
}

/// One instant of a gait cycle, or stillness.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Instant {
    /// Loaded with a force, N.
    Loaded(f64),
    /// Pulled with a force, N.
    Pulled(f64),
    /// Neither.
    Free,
}

/// How fast a one-way valve expels what stance compresses, in e-folds a stride (assumed: almost at once).
const VALVE_EFOLDS: f64 = 3.0;

impl Network {
    /// The state at donning: a rested limb, ambient air in the socket.
    pub fn donned(&self) -> State {
        self.donned_with(self.limb.at_rest())
    }

    /// The state at donning with a limb that is not at rest.
    pub fn donned_with(&self, limb: LimbState) -> State {
        let mut state = State { limb, ..State::ZERO };
        self.vent(&mut state);
        state
    }

    /// Lets ambient air into the socket (donning, release).
    pub fn vent(&self, state: &mut State) {
        state.air = self.ambient * self.air.volume(&self.contact, self.seat(&state.limb), 0.0, self.ambient).0;
    }

    /// The same socket with another mean gap at donning without socks, and another thickness of socks, m.
    pub fn with_fit(self, fit_gap: f64, socks: f64) -> Self {
        // g_b = r + (1 − ρ)·(g_fit − t_socks) + ρ·g
        let wider = (fit_gap - socks) - (self.fit_gap - self.socks);
        let bone = OverBone {
            offset: self.contact.bone.offset + (1.0 - self.contact.bone.thinness) * wider,
            ..self.contact.bone
        };
        Self { fit_gap, socks, contact: Contact { bone, ..self.contact }, ..self }
    }

    /// Mean gap, m.
    pub fn gap(&self, limb: &LimbState) -> f64 {
        // g = g_fit − ΔV/A − t_socks
        self.fit_gap - self.limb.change(limb) / self.contact.area - self.socks
    }

    /// Where the limb stands at rest.
    pub fn seat(&self, limb: &LimbState) -> Seat {
        let gap = self.gap(limb);
        Seat { gap, lift: 0.0, squeeze: self.squeeze(gap) }
    }

    /// Pressure of the stretched liner on the limb at a mean gap (m), Pa.
    pub(crate) fn squeeze(&self, gap: f64) -> f64 {
        // p_h = k_L·(s·R − (g + t_socks − g_fit))₊
        self.contact.liner_stiffness * (self.liner_stretch - (gap + self.socks - self.fit_gap)).max(0.0)
    }

    /// Absolute pressure in the socket at rest (Pa), and the air's volume (m³).
    pub fn socket_pressure(&self, state: &State) -> (f64, f64) {
        let air = self.air_now(state, None).air;
        (air.pressure, air.volume)
    }

    /// Whether something other than the pull itself keeps the vacuum.
    pub fn maintained(&self) -> bool {
        matches!(self.source, VacuumSource::WeightActivated(_) | VacuumSource::Electric(_) | VacuumSource::Sealed)
    }

    /// Vacuum outside the liner while walking, without a pull (Pa): what a pump maintains. In a valve-only socket
    /// each stance presses the air out to ambient, so nothing stands but what the pull makes.
    pub(crate) fn maintained_vacuum(&self, standing: f64) -> f64 {
        if self.maintained() { standing } else { 0.0 }
    }

    /// Vacuum outside the liner in swing at a pull (N), given the vacuum that is maintained (Pa).
    pub(crate) fn swing_vacuum(&self, maintained: f64, pull: f64) -> f64 {
        match self.source {
            VacuumSource::Open => 0.0,
            _ => maintained.max(pull / self.air.section),
        }
    }

    /// Contact in swing at a pull (N): the clamped liner makes the tissue follow the wall.
    fn swing_contact(&self, gap: f64, standing: f64, share: f64, pull: f64) -> ContactState {
        let hold = (standing * self.air.section / pull.max(1e-9)).min(1.0);
        let stretch = pull * self.suspension.tissue_depth
            / (self.suspension.tissue_shear_modulus * self.contact.area * self.suspension.shear_share(share));
        let follow = if self.maintained() { hold * stretch * self.taper } else { 0.0 };
        self.contact.resolve(gap + follow, self.swing_vacuum(standing, pull) - self.squeeze(gap))
    }

    /// Mean pressure on soft tissue, Pa: what drives its fluid.
    pub(crate) fn tissue_pressure(&self, gap: f64, rest: &ContactState, standing: f64, instant: Instant) -> f64 {
        match instant {
            Instant::Free => rest.preload - rest.tissue_suction,
            Instant::Loaded(force) => self.loaded_pressure(rest, force),
            // p = p_c − p_T
            Instant::Pulled(pull) => {
                let contact = self.swing_contact(gap, standing, rest.contact_share, pull);
                contact.preload - contact.tissue_suction
            }
        }
    }

    /// Mean skin pressure at rest and, for a pull (N), in swing, Pa: what regional pressures build on; `standing` is
    /// [`Network::standing_vacuum`] of that state.
    pub fn rest_pressures(&self, state: &State, standing: f64) -> (f64, impl Fn(f64) -> f64 + '_) {
        let gap = self.gap(&state.limb);
        let standing = self.maintained_vacuum(standing);
        let rest = self.contact.resolve(gap, standing - self.squeeze(gap));
        let in_swing = move |pull: f64| {
            let contact = self.swing_contact(gap, standing, rest.contact_share, pull);
            contact.preload - contact.tissue_suction
        };
        (rest.preload - rest.tissue_suction, in_swing)
    }

    /// Vacuum that stands outside the liner without any pull, Pa. It is searched for: whoever looks at a state more than once
    /// asks for it once and hands it on.
    pub fn standing_vacuum(&self, state: &State) -> f64 {
        (self.ambient - self.socket_pressure(state).0).max(0.0)
    }

    /// How far stance lets the limb sink into the gap that lasting loss leaves, m: the air it displaces over the section.
    /// What each step squeezes out and gives back, and the liner's own squeeze, are there from donning on.
    pub fn sink(&self, state: &State, standing: f64) -> f64 {
        self.contact.gap_left(self.lasting_gap(&state.limb), self.maintained_vacuum(standing)) * self.contact.area
            / self.air.section
    }

    /// Mean gap that is left when the limb is let be for some minutes, m.
    pub fn lasting_gap(&self, limb: &LimbState) -> f64 {
        self.gap(&self.limb.lasting(limb))
    }

    /// A seat whose gap stance has closed.
    pub fn closed_seat(&self, seat: Seat) -> Seat {
        Seat { gap: seat.gap.min(0.0) - 6.0 * self.contact.spread, squeeze: 0.0, ..seat }
    }

    /// Works out once what a regime needs at every evaluation.
    pub fn prepare(&self, regime: Regime) -> Prepared {
        let walk = match regime {
            Regime::Walk { pace, .. } => {
                let cycle = self.gait.cycle(pace);
                let load = |force: f64| {
                    let pressure = self.load_share * force / self.air.section;
                    (pressure, self.limb.exponentials_of_load(pressure))
                };
                Some(Walk { cycle, loads: cycle.stance.map(|(_, force)| load(force)) })
            }
            _ => None,
        };
        Prepared { regime, walk }
    }

    /// Rates of all states, per second, as means over what the regime does.
    pub fn rates(&self, state: &State, prepared: &Prepared, pump_on: bool) -> State {
        self.rates_near(state, prepared, pump_on, None).0
    }

    /// The same, and the socket's pressure (Pa), whose search starts `near` one that is known.
    pub(crate) fn rates_near(
        &self,
        state: &State,
        prepared: &Prepared,
        pump_on: bool,
        near: Option<f64>,
    ) -> (State, f64) {
        let air = self.air_now(state, near);
        let rates = match (prepared.regime, &prepared.walk) {
            (Regime::Walk { duty, .. }, Some(walk)) if duty < 1.0 => {
                let standing = self.still_rates(state, &air, Regime::Stand, pump_on);
                self.walking_rates(state, &air, walk, pump_on).mixed(&standing, duty)
            }
            (_, Some(walk)) => self.walking_rates(state, &air, walk, pump_on),
            (still, None) => self.still_rates(state, &air, still, pump_on),
        };
        (rates, air.air.pressure)
    }

    /// The socket's air; the search for its pressure starts `near` one that is known.
    fn air_now(&self, state: &State, near: Option<f64>) -> AirNow {
        let seat = self.seat(&state.limb);
        if self.source == VacuumSource::Open {
            let (volume, slope) = self.air.volume(&self.contact, seat, 0.0, self.ambient);
            return AirNow { seat, air: Air { pressure: self.ambient, volume, slope }, standing: 0.0 };
        }
        // A trial step may overshoot into less than nothing; it is then refused for its error.
        let n = state.air.max(1e-9);
        let guess = near.unwrap_or_else(|| (n / (self.air.line + self.air.textile)).min(self.ambient));
        let mut air = self.air.settle(&self.contact, seat, n, self.ambient, guess);
        if air.pressure > self.ambient {
            air = Air { pressure: self.ambient, volume: n / self.ambient, slope: 0.0 };
        }
        AirNow { seat, air, standing: self.ambient - air.pressure }
    }

    fn still_rates(&self, state: &State, air: &AirNow, regime: Regime, pump_on: bool) -> State {
        if regime == Regime::Doffed {
            let rates = self.limb.free_rates(&state.limb, self.posture.still(self.posture.sit));
            return State { limb: rates, ..State::ZERO };
        }
        let rest = self.contact.resolve(air.seat.gap, air.standing - air.seat.squeeze);
        let (instant, drive) = match regime {
            // Half the body weight on each leg.
            Regime::Stand => (Instant::Loaded(0.5 * self.gait.weight()), self.posture.stand),
            Regime::Sit => (Instant::Free, self.posture.sit),
            _ => (Instant::Free, 0.0),
        };
        let p = self.tissue_pressure(air.seat.gap, &rest, air.standing, instant);
        let standing = rest.preload - rest.tissue_suction;
        let limb = self.limb.rates(&state.limb, standing, p - standing, self.posture.still(drive));
        let mut rates = State { limb, dose: self.blister.dose_rate(-p), ..State::ZERO };
        self.add_air(&mut rates, state, air, None, pump_on);
        rates
    }

    fn walking_rates(&self, state: &State, air: &AirNow, walk: &Walk, pump_on: bool) -> State {
        let cycle = &walk.cycle;
        let maintained = if self.maintained() { air.standing } else { 0.0 };
        let rest = self.contact.resolve(air.seat.gap, maintained - air.seat.squeeze);
        let walking = self.posture.walking();
        let terms = self.limb.terms(&state.limb, walking);
        let mut rates = State { strides: 1.0 / cycle.stride_time, ..State::ZERO };
        let (mut means, mut distal, mut standing, mut loads) = (CycleRates::default(), 0.0, 0.0, 0.0);
        // Loads differ, what they stand on does not: e^(−(base + load)/p) is a product, its second factor known.
        let base = rest.preload - rest.tissue_suction;
        let on_bone = self.bone_support * self.sunk(&rest) / self.air.section;
        let unloaded = self.limb.exponentials_at(&terms, base);
        let under = self.limb.exponentials_under(&terms, base - on_bone);
        for ((share, _), (load, exponentials)) in cycle.stance.iter().zip(&walk.loads) {
            let soft = (load - on_bone).max(0.0);
            let p = base + soft;
            let at = if soft <= 0.0 {
                unloaded
            } else if p > 0.0 {
                under.times(exponentials)
            } else {
                self.limb.exponentials_at(&terms, p)
            };
            self.limb.add(&mut means, &terms, *share, p, at);
            distal += share * p;
            standing += share * base;
            loads += share * soft;
        }
        for (share, pull) in &cycle.swing {
            let p = self.tissue_pressure(air.seat.gap, &rest, maintained, Instant::Pulled(*pull));
            self.limb.add(&mut means, &terms, *share, p, self.limb.exponentials_at(&terms, p));
            distal += share * (p - self.distal_factor * pull / self.air.section);
            standing += share * p;
        }
        rates.limb = self.limb.rates_of(&means, &state.limb, standing, loads, walking);
        rates.dose = self.blister.dose_rate(-distal);
        self.add_air(&mut rates, state, air, Some(cycle), pump_on);
        rates
    }

    /// How far a loaded limb sinks into the open gap, m.
    fn sunk(&self, rest: &ContactState) -> f64 {
        // x_b = A·E₊(g)/S
        rest.open_gap * self.contact.area / self.air.section
    }

    fn loaded_pressure(&self, rest: &ContactState, force: f64) -> f64 {
        // p = p_c − p_T + (λ·F − k_b·x_b)₊/S
        let soft = (self.load_share * force - self.bone_support * self.sunk(rest)).max(0.0);
        rest.preload - rest.tissue_suction + soft / self.air.section
    }

    /// Leak in, pump or valve out.
    fn add_air(&self, rates: &mut State, state: &State, air: &AirNow, cycle: Option<&GaitCycle>, pump_on: bool) {
        if self.source == VacuumSource::Open {
            return;
        }
        let Air { pressure, volume, slope } = air.air;
        let leak = self.leak.inflow(pressure, self.ambient);
        let removal = match (&self.source, cycle) {
            (VacuumSource::WeightActivated(pump), Some(cycle)) => {
                // Strokes meet the air that a change of pressure sets free, dn/dP = V − P·dV/dP_v, not V alone.
                let yielding = volume - pressure * slope;
                let (force, time) = (cycle.peak_force, cycle.stride_time);
                pump.removal_against(leak, pressure, yielding, force, self.ambient, time)
            }
            (VacuumSource::Electric(pump), _) if pump_on => pump.removal(pressure, self.ambient),
            (VacuumSource::Valve, Some(cycle)) => {
                let closed = self.closed_seat(air.seat);
                let kept = self.ambient * self.air.volume(&self.contact, closed, 0.0, self.ambient).0;
                (state.air - kept).max(0.0) * VALVE_EFOLDS / cycle.stride_time
            }
            _ => 0.0,
        };
        if let VacuumSource::Electric(pump) = &self.source {
            rates.energy = pump.idle_power + if pump_on { pump.power } else { 0.0 };
            rates.pump_time = if pump_on { 1.0 } else { 0.0 };
        }
        rates.leaked = leak;
        rates.removed = removal;
        rates.air = leak - removal;
    }
}
