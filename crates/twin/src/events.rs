//! # Events of a day
//!
//! **Stands for** what a person would notice and a clinician would ask about: vacuum reached, lost, regained; the
//! blister line; warnings of the pump; socks added (see `day`).
//!
//! **Equations**
//! - milestones: the first crossing of 15 inHg (50.8 kPa) and 17 inHg (57.6 kPa) since the day's first donning, by linear
//!   interpolation inside an accepted step of the integrator, in seconds and in strides: t = t_0 + (t_1 − t_0)·(P* −
//!   P_0)/(P_1 − P_0)
//! - vacuum lost: below 25.4 kPa (half of 15 inHg) on the grid after it had been at 50.8 kPa; regained: at 50.8 kPa
//!   again; a vented socket (sock, doffing) begins anew
//! - the reason given: leak q(P) against the pump's removal at 15 inHg at this activity's pace and duty, with the socket's
//!   present air volume, both in mL/min of ambient air
//! - blister line: dose D ≥ 1, told once a day
//!
//! **Assumptions** levels are read once a minute, while donned, except milestones; one event a minute, the blister line
//! first; only suspensions with a pump have vacuum events.
//! **Tests** `crates/twin/tests/day.rs`; the blister line is told once.

use physics::network::{Network, Regime, State, VacuumSource};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Bottom of the maker's working range, kPa: 15 inHg (ottobock_p3_ifu).
pub const WORKING_KPA: f64 = 50.8;
/// The research reference target, kPa: 17 inHg (komolafe2013).
pub const TARGET_KPA: f64 = 57.6;
/// Vacuum counts as lost below half of the working range's bottom, kPa.
const LOST_KPA: f64 = 25.4;

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
}

/// One event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Seconds after midnight.
    pub t_s: f64,
    /// Kind.
    pub kind: EventKind,
    /// For people.
    pub text: String,
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
        if self.target.is_some() || !network.maintained() {
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
}

/// Watches for vacuum lost and regained, and for the blister line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct VacuumWatch {
    worked: bool,
    lost: bool,
    blister: bool,
}

impl VacuumWatch {
    /// The socket was opened: what the vacuum had been no longer counts.
    pub(crate) fn vented(&mut self) {
        *self = Self { blister: self.blister, ..Self::default() };
    }

    pub(crate) fn look(&mut self, t_s: f64, regime: Regime, network: &Network, state: &State) -> Option<Event> {
        if !self.blister && state.dose >= 1.0 {
            self.blister = true;
            let text = "sustained suction on the skin reached the blister line".to_string();
            return Some(Event { t_s, kind: EventKind::BlisterLine, text });
        }
        if !network.maintained() {
            return None;
        }
        let vacuum = network.standing_vacuum(state) / 1e3;
        if vacuum >= WORKING_KPA {
            self.worked = true;
            if self.lost {
                self.lost = false;
                let text = format!("vacuum back at {vacuum:.0} kPa");
                return Some(Event { t_s, kind: EventKind::VacuumRegained, text });
            }
        }
        if self.worked && !self.lost && vacuum < LOST_KPA {
            self.lost = true;
            let text = reason(vacuum, regime, network, state);
            return Some(Event { t_s, kind: EventKind::VacuumLost, text });
        }
        None
    }
}

/// Why the vacuum went: what leaks in against what the pump takes out at working vacuum.
fn reason(vacuum: f64, regime: Regime, network: &Network, state: &State) -> String {
    let working = network.ambient - WORKING_KPA * 1e3;
    let leak = network.leak.inflow_ml_per_min(working, network.ambient);
    let volume = network.socket_pressure(state).1;
    let removal = match (&network.source, regime) {
        (VacuumSource::WeightActivated(pump), Regime::Walk { pace, duty }) => {
            let force = network.gait.peak_force(pace);
            duty * pump.removal(working, volume, force, network.ambient, pace.stride_time())
        }
        (VacuumSource::Electric(pump), _) => pump.removal(working, network.ambient),
        _ => 0.0,
    };
    let removal = removal / network.ambient * 60e6;
    if removal == 0.0 {
        format!("vacuum down to {vacuum:.0} kPa: {leak:.1} mL/min leak in at 15 inHg and nothing pumps without steps")
    } else if removal < leak {
        format!(
            "vacuum down to {vacuum:.0} kPa: sleeve leak of {leak:.0} mL/min at 15 inHg exceeds the {removal:.0} mL/min that this pump removes"
        )
    } else {
        format!("vacuum down to {vacuum:.0} kPa ({leak:.1} mL/min leak in, the pump could remove {removal:.0})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vented_socket_begins_anew_but_the_blister_line_is_told_once() {
        let mut watch = VacuumWatch { worked: true, lost: true, blister: true };
        watch.vented();
        assert!(watch.blister && !watch.worked && !watch.lost);
    }
}
