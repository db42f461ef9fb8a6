//! # One draw after each donning
//!
//! **Stands for** a motor that empties the socket once after each donning, up to its set point, and is off from then on: the
//! seal alone holds what it drew, or a pump that strokes with each step goes on.
//!
//! **Equations**
//! - drawing: the electric pump's own, from donning until P_v ≥ P_goal, or for the longest run of the controller's settings
//! - afterwards: what the suspension is without the motor (`assemble`): sealed, or stroked once a stride
//! - every donning, and every sock, lets air in, and the motor draws anew
//!
//! **Assumptions** a switch at the set point, no controller: no idle power, and no second start while the prosthesis is on, however
//! far the vacuum falls. Steps during the draw, some ten of them, pump nothing.
//! **Tests** `crates/twin/tests/first_draw.rs`.

use crate::assemble::electric_pump;
use crate::parameters::Values;
use crate::system::{Cells, Drive, System};
use physics::electric_pump::ElectricPump;
use physics::network::{Network, State, VacuumSource};

/// How often the vacuum is read while the motor runs, s.
const LOOK_S: f64 = 0.25;

/// A motor that draws once after each donning.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FirstDraw {
    /// The motor.
    pub pump: ElectricPump,
    /// Where it stops, Pa.
    goal: f64,
    /// The longest that it runs, s.
    longest_s: f64,
    /// What there is without it.
    after: VacuumSource,
    /// How long it has run since the donning, s; none once it has stopped.
    ran_s: Option<f64>,
}

impl FirstDraw {
    /// The motor of a suspension that has one of this kind, at the day's first donning.
    pub fn of(values: &Values, system: &System, network: &mut Network, longest_s: f64) -> Option<Self> {
        let (vacuum_kpa, cells) = match system.drive {
            Drive::Once { vacuum_kpa, cells, .. } => (vacuum_kpa, cells),
            Drive::Hybrid { vacuum_kpa, .. } => (vacuum_kpa, Cells::Rechargeable),
            _ => return None,
        };
        let pump = electric_pump(&values.with_pump(system.pump.as_ref()), cells);
        let pump = ElectricPump { idle_power: 0.0, ..pump };
        let mut draw = Self { pump, goal: vacuum_kpa * 1e3, longest_s, after: network.source, ran_s: None };
        draw.begin(network);
        Some(draw)
    }

    /// Air came in: the motor starts.
    pub fn begin(&mut self, network: &mut Network) {
        self.ran_s = Some(0.0);
        network.source = VacuumSource::Electric(self.pump);
    }

    /// Whether the motor runs, and how long that holds, of a span (s).
    pub fn decide(&mut self, network: &mut Network, state: &State, span_s: f64) -> (bool, f64) {
        let Some(ran_s) = self.ran_s else { return (false, span_s) };
        if network.standing_vacuum(state) >= self.goal || ran_s >= self.longest_s {
            self.ran_s = None;
            network.source = self.after;
            return (false, span_s);
        }
        let holds_s = LOOK_S.min(span_s);
        self.ran_s = Some(ran_s + holds_s);
        (true, holds_s)
    }
}
