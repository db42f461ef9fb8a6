//! What one hand pump does after each donning.

use crate::assemble::driven_pump;
use crate::parameters::Values;
use crate::system::{Drive, System};
use physics::network::{Network, State};
use physics::weight_activated_pump::WeightActivatedPump;

/// A hand pump and the strokes after each donning; no strokes for any other suspension.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HandStrokes {
    pump: WeightActivatedPump,
    force: f64,
    strokes: u32,
}

impl HandStrokes {
    pub(crate) fn of(values: &Values, system: &System) -> Self {
        let (pump, force) = driven_pump(&values.with_pump(system.pump.as_ref()), 1);
        let by_hand = system.pump.filter(|_| matches!(system.drive, Drive::Hand { .. }));
        Self { pump, force, strokes: by_hand.map_or(0, |pump| pump.strokes()) }
    }

    /// Each stroke meets the volume that the one before left: n′ = n − (P − P′)·V.
    pub(crate) fn work(&self, network: &Network, state: &mut State) {
        for _ in 0..self.strokes {
            let (pressure, volume) = network.socket_pressure(state);
            let next = self.pump.after_stroke(pressure, volume, self.force, network.ambient);
            let taken = (pressure - next) * volume;
            state.air -= taken;
            state.removed += taken;
        }
    }
}
