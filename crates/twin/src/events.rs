//! # Events of a day
//!
//! **Stands for** what a person would notice and a clinician would ask about: vacuum reached, lost, regained; the
//! blister line; warnings of the pump; socks added (see `day`).
//!
//! **Equations**
//! - milestones: the first crossing of 15 inHg (50.8 kPa) and 17 inHg (57.6 kPa) since the day's first donning, by linear
//!   interpolation inside an accepted step of the integrator, in seconds and in strides: t = t_0 + (t_1 − t_0)·(P* −
//!   P_0)/(P_1 − P_0)
//! - first evacuation: from donning until a pump's controller first rests; a level that it does not reach by then is not
//!   aimed at
//! - vacuum is held from P_h = min(15 inHg, P_a − 2·b) on, P_a what the pump aims at (infinite where nothing stops it), b
//!   its controller's band: one definition for hours held, vacuum lost and vacuum regained
//! - vacuum lost: below P_h on the grid after it had been held; regained: at min(15 inHg, P_a − b) again; a vented socket (sock,
//!   doffing) begins anew, and so does whoever's pump aims at another level
//! - the reason given: leak q(P_h) against the pump's removal there at this activity's pace and duty, with the socket's
//!   present air volume, both in mL/min of ambient air; a pump that rests removes nothing
//! - blister line: dose D ≥ 1, told once a day
//! - swelling: limb volume after doffing more than 2 % above that at donning for an hour in a socket with a pump, whether or not
//!   its vacuum is still held, told once a day
//!
//! **Assumptions** levels are read once a minute, while donned, except milestones; one event a minute, the blister line
//! first; only suspensions with a pump have vacuum events.
//! **Tests** `crates/twin/tests/day.rs`; the blister line is told once.

use physics::network::{Network, Regime, State, VacuumSource};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Arg, Said, Wording};
use units::VacuumLevel;

/// Bottom of the maker's working range, kPa: 15 inHg (ottobock_p3_ifu).
pub const WORKING_KPA: f64 = 50.8;
/// The research reference target, kPa: 17 inHg (komolafe2013).
pub const TARGET_KPA: f64 = 57.6;
/// Growth of the limb in vacuum since donning that is told as a warning of oedema, % of its volume (our bound), and how long
/// it must last, s (ours): what a walk brings, a rest takes back.
pub const SWELLING_PCT: f64 = 2.0;
const SWELLING_S: f64 = 3_600.0;

/// The vacuum from which on it counts as held, kPa: working vacuum, or two of the controller's bands (kPa) below what the
/// pump aims at (kPa) where that is less.
pub fn held_from_kpa(aim_kpa: f64, band_kpa: f64) -> f64 {
    WORKING_KPA.min(aim_kpa - 2.0 * band_kpa)
}

/// Kinds of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Working vacuum was lost.
    VacuumLost,
    /// Working vacuum came back.
    VacuumRegained,
    /// A sock was added.
    SockAdded,
    /// The electronic pump warns.
    PumpWarning,
    /// The suction dose on the skin reached the blister line.
    BlisterLine,
    /// The limb has swollen in vacuum beyond [`SWELLING_PCT`] for an hour.
    Swelling,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Seconds after midnight.
    pub t_s: f64,
    /// Kind.
    pub kind: EventKind,
    /// For people.
    pub text: Said,
    /// The same as data, for whoever says it in another language.
    #[serde(skip_deserializing)]
    pub wording: Wording,
}

impl Event {
    /// Something that happened at `t_s` seconds after midnight.
    pub fn new(t_s: f64, kind: EventKind, wording: Wording) -> Self {
        Self { t_s, kind, text: wording.clone().into(), wording }
    }
}

/// When the vacuum first reached a level after donning.
#[derive(Clone, Copy, Debug, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Reached {
    /// Seconds since donning.
    pub seconds: f64,
    /// Steps on the prosthesis since donning.
    pub strides: f64,
}

/// Milestones of the first evacuation.
#[derive(Clone, Copy, Debug, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Milestones {
    #[serde(skip)]
    donned_s: f64,
    #[serde(skip)]
    before: (f64, f64, f64),
    /// What the pump's controller aimed at when it first rested, kPa; none without a controller, or while it has not rested.
    pub first_aim_kpa: Option<f64>,
    /// 15 inHg, the bottom of the working range.
    pub working: Option<Reached>,
    /// 17 inHg, the research target.
    pub target: Option<Reached>,
}

impl Milestones {
    /// At donning.
    pub(crate) fn start(&mut self, t_s: f64, network: &Network, state: &State) {
        self.donned_s = t_s;
        self.before = (t_s, network.standing_vacuum(state) / 1e3, state.strides);
    }

    /// At every accepted step: crossings are found by linear interpolation within it.
    pub(crate) fn look(&mut self, t_s: f64, network: &Network, state: &State) {
        if self.first_aim_kpa.is_some() || self.target.is_some() || !network.maintained() {
            return;
        }
        let now = (t_s, network.standing_vacuum(state) / 1e3, state.strides);
        for (level, slot) in [(WORKING_KPA, &mut self.working), (TARGET_KPA, &mut self.target)] {
            if slot.is_none() && now.1 >= level {
                let share = ((level - self.before.1) / (now.1 - self.before.1)).clamp(0.0, 1.0);
                let seconds = self.before.0 + share * (now.0 - self.before.0) - self.donned_s;
                *slot = Some(Reached { seconds, strides: self.before.2 + share * (now.2 - self.before.2) });
            }
        }
        self.before = now;
    }

    /// The pump's controller rests for the first time: the first evacuation is over.
    pub(crate) fn first_rest(&mut self, aim_kpa: f64) {
        self.first_aim_kpa.get_or_insert(aim_kpa);
    }
}

/// One look at the vacuum.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub t_s: f64,
    pub regime: Regime,
    /// The vacuum that stands, kPa.
    pub vacuum_kpa: f64,
    /// From where on the vacuum counts as held, kPa.
    pub held_from_kpa: f64,
    /// Whether an electric pump runs.
    pub pump_on: bool,
    /// Limb volume after doffing, change since donning, %.
    pub volume_pct: f64,
}

/// Watches for vacuum lost and regained, and for the blister line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct VacuumWatch {
    /// The level that was held, kPa.
    held_from_kpa: Option<f64>,
    lost: bool,
    blister: bool,
    swollen: bool,
    /// Since when the limb has been swollen, s.
    swollen_since_s: Option<f64>,
}

impl VacuumWatch {
    /// The socket was opened: what the vacuum had been no longer counts.
    pub(crate) fn vented(&mut self) {
        *self = Self { blister: self.blister, swollen: self.swollen, ..Self::default() };
    }

    pub(crate) fn look(&mut self, look: Look, network: &Network, state: &State) -> Option<Event> {
        let t_s = look.t_s;
        if !self.blister && state.dose >= 1.0 {
            self.blister = true;
            return Some(Event::new(t_s, EventKind::BlisterLine, Wording::new("event-blister_line")));
        }
        if !network.maintained() || look.held_from_kpa <= 0.0 {
            return None;
        }
        let vacuum = look.vacuum_kpa;
        if self.held_from_kpa.is_some_and(|level| level != look.held_from_kpa) {
            let swollen_since_s = self.swollen_since_s;
            self.vented();
            self.swollen_since_s = swollen_since_s;
        }
        // Whether the vacuum is still held when the limb has swollen under it is no matter.
        let swells = look.volume_pct > SWELLING_PCT;
        self.swollen_since_s = swells.then(|| self.swollen_since_s.unwrap_or(t_s));
        if !self.swollen && self.swollen_since_s.is_some_and(|since| t_s - since >= SWELLING_S) {
            self.swollen = true;
            let wording = Wording::new("event-swelling").with("percent", Arg::Figure(format!("{SWELLING_PCT:.0}")));
            return Some(Event::new(t_s, EventKind::Swelling, wording));
        }
        if vacuum >= look.held_from_kpa {
            self.held_from_kpa = Some(look.held_from_kpa);
            if self.lost {
                self.lost = false;
                let wording = Wording::new("event-vacuum_back").with("vacuum", words(vacuum));
                return Some(Event::new(t_s, EventKind::VacuumRegained, wording));
            }
        } else if self.held_from_kpa.is_some() && !self.lost {
            self.lost = true;
            return Some(Event::new(t_s, EventKind::VacuumLost, reason(look, network, state)));
        }
        None
    }
}

/// "51 kPa (15.0 inHg)".
fn words(kpa: f64) -> Arg {
    Arg::Figure(format!("{kpa:.0} kPa ({:.1} inHg)", VacuumLevel::from_kpa(kpa).inhg()))
}

/// Why the vacuum went: what leaks in against what the pump takes out where it should hold.
fn reason(look: Look, network: &Network, state: &State) -> Wording {
    let held = network.ambient - look.held_from_kpa * 1e3;
    let leak = network.leak.inflow_ml_per_min(held, network.ambient);
    let volume = network.socket_pressure(state).1;
    let removal = match (&network.source, look.regime) {
        (VacuumSource::WeightActivated(pump), Regime::Walk { pace, duty }) => {
            let force = network.gait.peak_force(pace);
            duty * pump.removal(held, volume, force, network.ambient, pace.stride_time())
        }
        (VacuumSource::Electric(pump), _) if look.pump_on => pump.removal(held, network.ambient),
        _ => 0.0,
    };
    let removal = removal / network.ambient * 60e6;
    let (id, digits) = match &network.source {
        VacuumSource::Electric(_) if !look.pump_on => ("event-lost_at_rest", 1),
        VacuumSource::Sealed => ("event-lost_while_sealed", 1),
        _ if removal == 0.0 => ("event-lost_without_steps", 1),
        _ if removal < leak => ("event-lost_to_a_leak", 0),
        // The pump is strong enough: what was lost before it began, or the room that a shrinking limb leaves.
        _ => ("event-lost_for_now", 1),
    };
    Wording::new(id)
        .with("level", words(look.held_from_kpa))
        .with("leak", Arg::Figure(format!("{leak:.digits$}")))
        .with("removal", Arg::Figure(format!("{removal:.0}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vented_socket_begins_anew_but_the_blister_line_is_told_once() {
        let mut watch = VacuumWatch {
            held_from_kpa: Some(WORKING_KPA),
            lost: true,
            blister: true,
            swollen: true,
            ..VacuumWatch::default()
        };
        watch.vented();
        assert!(watch.blister && watch.swollen && watch.held_from_kpa.is_none() && !watch.lost);
    }
}
