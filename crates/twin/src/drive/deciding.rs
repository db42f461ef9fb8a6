//! # What the controller senses and decides in a drive
//!
//! **Stands for** the sensors, contacts and wires between the world of a [`Rig`] and its controller, with what goes wrong in them.
//!
//! **Equations** the line as `unit` reads it; the barometer with a last digit of 0.4 Pa that never stands still; the acceleration of
//! `shank_motion`, or its last sample where that is frozen; a dial's wires as `control` codes them, one of them broken; the button
//! pressed as the hand does it.
//!
//! **Assumptions** what comes and goes does so a hundred times a second at most. **Tests** `campaign`, `script`.

use super::{Fault, READ_S, Rig};
use crate::shank_motion::reading;
use control::{Acceleration, Inputs, Milliseconds, Outputs, Touch, Trace, position_of_wires, wires_of_position};
use units::AbsolutePressure;

/// The wire that breaks.
const BROKEN: u8 = 0b0_0100;
/// Three taps while the button is held: from one to the next, and in all, s.
const TAP_S: f64 = 0.6;
const SILENCING_S: f64 = 2.4;

impl Rig {
    /// A controller without supply: the adapter's valve holds.
    pub(super) fn dark(&mut self) -> (Outputs, Trace) {
        let inputs = self.inputs(self.t_s, 0.0, 2.4);
        let inputs = Inputs { touch: Touch::at(Touch::OFF), attached: true, charger: false, ..inputs };
        let (_, outputs, trace) = control::step(&self.settings, &control::State::new(), Milliseconds(0), &inputs);
        (outputs, trace)
    }

    fn inputs(&mut self, t_s: f64, line: f64, volts: f64) -> Inputs {
        self.senses.digits = (self.senses.digits + 2) % 5;
        let digits = 0.4 * f64::from(self.senses.digits);
        let ambient = self.senses.barometer_held.unwrap_or(self.network.ambient + digits);
        let acceleration =
            if self.works(Fault::MotionLost, t_s) { Acceleration::Failed } else { Acceleration::NotRead };
        Inputs {
            line: (!self.works(Fault::SensorSilent, t_s)).then(|| AbsolutePressure::from_pa(line)),
            ambient: Some(AbsolutePressure::from_pa(ambient)),
            acceleration,
            touch: self.touch_at(t_s),
            cell_volts: volts as f32,
            temperature_c: self.unit.celsius as f32,
            charger: self.charger || self.works(Fault::ChargerLine, t_s),
            attached: self.attached && !self.works(Fault::AdapterOpen, t_s),
        }
    }

    /// The switch and its buttons at a time, s.
    fn touch_at(&self, t_s: f64) -> Touch {
        let mut touch = self.touch;
        let [from, until] = self.pressed_s;
        let silencing = self.senses.silences_from_s.map(|from| t_s - from).filter(|since| *since < SILENCING_S);
        touch.reverse_held = (from..until).contains(&t_s) || self.works(Fault::ButtonStuck, t_s) || silencing.is_some();
        touch.tapped |= silencing.is_some_and(|since| since % TAP_S >= 0.5 * TAP_S);
        if self.works(Fault::DialWire, t_s) {
            touch.position =
                touch.position.and_then(|position| position_of_wires(wires_of_position(position) & !BROKEN));
        }
        if self.works(Fault::SwitchUnreadable, t_s) {
            touch.position = None;
        }
        if self.has(Fault::SwitchBounces) && (t_s * 10.0).round() as u64 % 2 == 1 {
            touch.position = Some(Touch::OFF);
        }
        touch
    }

    /// The acceleration at a time, s, where it is looked at.
    fn motion(&mut self, failed: Acceleration, t_s: f64) -> Acceleration {
        if failed == Acceleration::Failed || self.has(Fault::MotionSilent) {
            return failed;
        }
        let now = reading(self.doing.regime(), (t_s - self.changed_s) as f32);
        if !self.has(Fault::MotionFrozen) {
            return Acceleration::Sample(now);
        }
        Acceleration::Sample(*self.senses.motion_held.get_or_insert(now))
    }

    /// What the controller decides over a step of `dt` s: `watched` with the acceleration a hundred times a second, `often`
    /// with everything.
    pub(super) fn decide(
        &mut self,
        dt: f64,
        watched: bool,
        often: bool,
        sensed: &mut dyn FnMut(Milliseconds, &Inputs),
    ) -> (Outputs, Trace) {
        let truth = self.line_pressure();
        let share = self.outputs.map_or(0.0, |outputs| f64::from(outputs.pump.percent()) / 100.0);
        let charge = if self.has(Fault::CellsEmpty) { 0.0 } else { 1.0 - self.state.energy / self.pump.energy };
        let volts = self.unit.volts(charge, share * self.pump.power);
        let parts = if watched || often { (dt / READ_S).round() as u32 } else { 1 };
        let mut line = self.read_line(truth, dt);
        let mut last = None;
        for part in 0..parts {
            let since = f64::from(part) * dt / f64::from(parts);
            if often && part > 0 {
                line = self.read_line(truth, dt / f64::from(parts));
            }
            let mut inputs = self.inputs(self.t_s + since, line, volts);
            if watched {
                inputs.acceleration = self.motion(inputs.acceleration, self.t_s + since);
            }
            let now = Milliseconds((self.clock_ms + 1e3 * since) as u64);
            sensed(now, &inputs);
            let (state, outputs, trace) = control::step(&self.settings, &self.controller, now, &inputs);
            self.controller = state;
            last = Some((outputs, trace));
        }
        last.unwrap_or_else(|| self.dark())
    }

    fn read_line(&mut self, truth: f64, dt: f64) -> f64 {
        match self.senses.line_held {
            Some(held) => held,
            None => self.unit.reading(truth, dt),
        }
    }
}
