//! # The electronic pump's controller in the twin
//!
//! **Stands for** the controller of the crate `control`, the same source as on a device, fed from the network.
//!
//! **Equations**
//! - inputs: absolute pressure P in the socket, ambient pressure, switch, activity (a walk with a duty above 0.15 is
//!   walking, else standing), cell voltage 2.4 V until the charge is used up, then 1.8 V
//! - outputs: pump on or off, valve hold or release; a warning is told once until the pump stops
//!
//! **Assumptions** an ideal sensor; set points are ours, the maker's are not published.
//! **Tests** the controller's own in `crates/control`.

use crate::system::{Drive, System};
use control::{Inputs, Settings, Switch, Valve, Warning};
use domain::case::PumpMode;
use physics::network::{Network, Regime, State};
use units::AbsolutePressure;

/// How long a decision holds while the pump runs, s.
const RUNNING_S: f64 = 1.0;
/// How long a decision holds while it rests, s: leaks are slow.
const RESTING_S: f64 = 10.0;

/// A controller with its memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PumpControl {
    settings: Settings,
    switch: Switch,
    state: control::State,
    on: bool,
    warned: Option<Warning>,
}

/// What the controller decided.
pub(crate) struct Decision {
    pub pump_on: bool,
    pub release: bool,
    pub toggled: bool,
    /// How long the decision holds, s.
    pub hold_s: f64,
    /// A warning that was not there before, for people.
    pub warning: Option<String>,
}

impl PumpControl {
    /// The controller of a system, if it has one.
    pub fn of(system: &System) -> Option<Self> {
        let Drive::Electric { mode, .. } = system.drive else { return None };
        let switch = match mode {
            PumpMode::Off => Switch::Off,
            PumpMode::Automatic => Switch::Automatic,
            PumpMode::Level1 => Switch::Manual(1),
            PumpMode::Level2 => Switch::Manual(2),
            PumpMode::Level3 => Switch::Manual(3),
            PumpMode::Level4 => Switch::Manual(4),
            PumpMode::Reverse => Switch::Reverse,
        };
        Some(Self { settings: Settings::default(), switch, state: control::State::new(), on: false, warned: None })
    }

    /// Decides at `t_s` with the share `charge` left in the cells.
    pub fn decide(&mut self, t_s: f64, network: &Network, state: &State, regime: Regime, charge: f64) -> Decision {
        let switch = if regime == Regime::Doffed { Switch::Off } else { self.switch };
        let inputs = Inputs {
            switch,
            line: Some(AbsolutePressure::from_pa(network.ambient - network.standing_vacuum(state))),
            ambient: AbsolutePressure::from_pa(network.ambient),
            activity: match regime {
                // Now and then a few steps read as standing.
                Regime::Walk { duty, .. } if duty > 0.15 => control::Activity::Walk,
                Regime::Walk { .. } | Regime::Stand => control::Activity::Stand,
                Regime::Sit | Regime::Swim | Regime::Doffed => control::Activity::Rest,
            },
            // Two nickel–metal hydride cells: flat at 2.4 V, falling at the very end.
            cell_volts: if charge > 0.0 { 2.4 } else { 1.8 },
        };
        let (next, outputs, _) = control::step(&self.settings, &self.state, (t_s * 1_000.0) as u64, &inputs);
        self.state = next;
        let toggled = outputs.pump != self.on;
        self.on = outputs.pump;
        let news = outputs.warning.filter(|warning| self.warned != Some(*warning));
        // A leak warning stands until the pump works again, so that it is told once.
        if outputs.warning.is_some() || !outputs.pump {
            self.warned = outputs.warning.or(self.warned);
        }
        Decision {
            pump_on: outputs.pump,
            release: outputs.valve == Valve::Release,
            toggled,
            hold_s: if outputs.pump { RUNNING_S } else { RESTING_S },
            warning: news.map(|warning| match warning {
                Warning::Leak => "pump warns: the socket leaks more than the pump removes".into(),
                Warning::CellsEmpty => "pump warns: cells empty, vacuum is held as long as the seal lasts".into(),
                Warning::Fault(fault) => format!("pump warns: {fault:?} fault, vacuum is held"),
            }),
        }
    }
}
