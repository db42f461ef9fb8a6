//! # Drive: an electronic pump on a person, by hand, by script or by seed
//!
//! **Stands for** one person with an electronic pump, its controller the very one of the crate `control`, its sensors,
//! cells and tube with their faults, in steps short enough to turn the switch between two of them.
//!
//! **Equations**
//! - a step lasts 0.1 s while the pump runs, for 20 s after a change, and while a fault comes and goes or the switch bounces;
//!   half a second for 5 s in every 30; else 2 s. After a change and in those 5 s the acceleration is read a hundred times a
//!   second, while a fault comes and goes or the switch bounces everything is. The network is carried over a step with the pump as
//!   it was decided at its beginning; a step that turned out to start the pump lasts 0.1 s
//! - blocked tube: pump and sensor see the line alone, P·V_t = n_t, dn_t/dt = −removal; freed, both airs mix
//! - ambient pressure goes to where it is set at 40 Pa/s; a change of altitude takes 4 kPa off it, and comes back
//! - a charger that is let charge gives all of the cells' energy within `full_charge_ms`
//! - turned to reverse with the gesture, the button is pressed 0.3 s later and held 2 s longer than walking asks for
//! - attentive: a step lasts 0.1 s throughout and every sensor is read a hundred times a second, as on a device
//!
//! **Assumptions** the person holds the gesture of reverse only when the hand says so; a torn sleeve lets in air through
//! 3 mm, a pinhole through 0.08 mm. **Tests** below and in `campaign`.

pub mod campaign;
mod deciding;
mod fault;
pub mod script;
mod senses;

pub use fault::{Drawn, Episode, Fault, Flicker, plan};

use crate::assemble::{Disturbance, assemble};
use crate::parameters::Values;
use crate::system::{Cells, Connection, Drive as SystemDrive, System};
use crate::unit::Unit;
pub use control::Touch;
use control::{Inputs, Milliseconds, Outputs, Settings, Trace, Valve};
use domain::Case;
use domain::case::{PumpMode, SocketConcept};
use physics::electric_pump::ElectricPump;
use physics::gait_load::Pace;
use physics::integrator::{Integrator, Tolerance};
use physics::leak::Leak;
use physics::network::{Network, Prepared, Regime, State, VacuumSource};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use senses::Senses;

/// Step while something moves, and while nothing does, s.
const SHORT_S: f64 = 0.1;
const LONG_S: f64 = 2.0;
/// Step of a glance, and time between two readings of the acceleration, s.
const GLANCING_S: f64 = 0.5;
const READ_S: f64 = 0.01;
/// How long the acceleration is read after a change, s.
const WATCHED_S: f64 = 20.0;
/// After that it is read for a glance now and then, s: enough to see that somebody moves.
const GLANCE_EVERY_S: f64 = 30.0;
const GLANCE_S: f64 = 5.0;
/// How often the controller's snapshot is kept, s.
const KEPT_S: f64 = 60.0;
/// Holes, mm.
const PINHOLE_MM: f64 = 0.08;
const BURST_MM: f64 = 3.0;
/// The board gives way so long after the pump starts on weak cells, and is dark for so long, s.
const GIVES_WAY_S: f64 = 0.3;
const DARK_S: f64 = 0.5;
/// The gesture's button is pressed so long after the dial was turned, and held so much longer than walking asks for, s.
const PRESSED_S: f64 = 0.3;
const HELD_S: f64 = 2.0;
/// How fast a drifting sensor drifts, Pa/s: 20 kPa an hour.
const DRIFT: f64 = 20_000.0 / 3_600.0;
/// How fast and how far ambient pressure changes, Pa/s and Pa.
const CLIMB: f64 = 40.0;
const CLIMB_MOST: f64 = 4_000.0;

/// What the person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Sits.
    Sit,
    /// Stands.
    Stand,
    /// Walks.
    Walk,
    /// Has taken the prosthesis off.
    Doffed,
}

impl Doing {
    fn regime(self) -> Regime {
        match self {
            Self::Sit => Regime::Sit,
            Self::Stand => Regime::Stand,
            Self::Walk => Regime::Walk { pace: Pace { cadence: 100.0, speed: 1.15 }, duty: 1.0 },
            Self::Doffed => Regime::Doffed,
        }
    }
}

/// What can be seen of a step.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Seconds since the beginning.
    pub t_s: f64,
    /// What the person does.
    pub doing: Doing,
    /// The vacuum that truly stands in the socket, Pa.
    pub vacuum: f64,
    /// What the controller does.
    pub outputs: Outputs,
    /// Why.
    pub trace: Trace,
}

/// A person with an electronic pump.
#[derive(Clone, Debug)]
pub struct Rig {
    network: Network,
    state: State,
    integrator: Integrator,
    pump: ElectricPump,
    sea: f64,
    unit: Unit,
    settings: Settings,
    controller: control::State,
    snapshot: [u8; control::SNAPSHOT_BYTES],
    snapshot_s: f64,
    clock_ms: f64,
    touch: Touch,
    doing: Doing,
    prepared: Prepared,
    changed_s: f64,
    t_s: f64,
    outputs: Option<Outputs>,
    faults: Vec<Present>,
    senses: Senses,
    line_air: Option<f64>,
    leak: Leak,
    charger: bool,
    attached: bool,
    attentive: bool,
    /// When the gesture's button is pressed, from and until, s.
    pressed_s: [f64; 2],
    /// The controller is without supply until then, s; it was so at the last step; how long the pump has run, s.
    dark_until_s: f64,
    dark: bool,
    pumped_s: f64,
    /// The valve has let air in since it was last closed.
    opened: bool,
    /// The warnings at the last snapshot.
    noted: control::Warnings,
}

/// A fault that is there, since when, s, and how it comes and goes.
#[derive(Clone, Copy, Debug)]
struct Present {
    fault: Fault,
    since_s: f64,
    flicker: Option<Flicker>,
}

impl Rig {
    /// A person of these values at donning, the switch at automatic, sitting.
    pub fn new(case: &Case, values: &Values, settings: Settings, seed: u64) -> Self {
        let cells = Cells::Rechargeable;
        let system = System {
            id: "electronic".into(),
            name: "Electronic pump".into(),
            drive: SystemDrive::Electric { mode: PumpMode::Automatic, connection: Connection::Direct, cells },
            socket: SocketConcept::TotalSurfaceBearing,
            pump: None,
        };
        let network = assemble(case, values, &system, Disturbance::default());
        let pump = crate::assemble::electric_pump(values, cells);
        let mut noise = ChaCha8Rng::seed_from_u64(seed);
        noise.set_stream(1);
        Self {
            state: network.donned(),
            integrator: Integrator::new(Tolerance::default()),
            pump,
            sea: network.ambient,
            unit: Unit::new(noise, case.day.temperature_c, cells),
            settings,
            controller: control::State::new(),
            snapshot: control::save(&control::State::new()),
            snapshot_s: 0.0,
            clock_ms: 0.0,
            touch: Touch::at(Touch::AUTOMATIC),
            doing: Doing::Sit,
            prepared: network.prepare(Doing::Sit.regime()),
            changed_s: 0.0,
            t_s: 0.0,
            outputs: None,
            faults: vec![],
            senses: Senses::default(),
            line_air: None,
            leak: network.leak,
            charger: false,
            attached: true,
            attentive: false,
            pressed_s: [f64::NEG_INFINITY; 2],
            dark_until_s: f64::NEG_INFINITY,
            dark: false,
            pumped_s: 0.0,
            opened: false,
            noted: control::Warnings::default(),
            network,
        }
    }

    /// Seconds since the beginning.
    pub fn t_s(&self) -> f64 {
        self.t_s
    }

    /// Whether a fault is there now.
    pub fn has(&self, fault: Fault) -> bool {
        self.faults.iter().any(|present| present.fault == fault)
    }

    /// Whether a fault is at work at a time, s: one that comes and goes is so only now and then.
    fn works(&self, fault: Fault, t_s: f64) -> bool {
        let at = |present: &Present| present.flicker.is_none_or(|flicker| flicker.on(t_s - present.since_s));
        self.faults.iter().any(|present| present.fault == fault && at(present))
    }

    /// The person does something else. Donning again lets air in.
    pub fn does(&mut self, doing: Doing) {
        if doing == self.doing {
            return;
        }
        if doing == Doing::Doffed || self.doing == Doing::Doffed {
            self.network.vent(&mut self.state);
        }
        self.doing = doing;
        self.prepared = self.network.prepare(doing.regime());
        self.change();
    }

    /// Turns the switch; with the gesture, the button is pressed in a moment and held until it has worked.
    pub fn touches(&mut self, touch: Touch) {
        let pressed = self.t_s + PRESSED_S;
        let held = f64::from(self.settings.hold_walking_ms) * 1e-3 + HELD_S;
        self.pressed_s = if touch.reverse_held { [pressed, pressed + held] } else { [f64::NEG_INFINITY; 2] };
        self.touch = Touch { reverse_held: false, ..touch };
        self.change();
    }

    /// What is urgent is silenced: three taps while the button is held.
    pub fn silences(&mut self) {
        self.senses.silence_from(self.t_s);
        self.change();
    }

    /// Taps the switch: warnings are snoozed.
    pub fn taps(&mut self) {
        self.touch.tapped = true;
    }

    /// A charger is connected or taken off.
    pub fn charger(&mut self, there: bool) {
        self.charger = there;
        self.change();
    }

    /// The unit is truly put on its adapter or taken off, whose valve then holds.
    pub fn attach(&mut self, there: bool) {
        self.attached = there;
        self.change();
    }

    /// It becomes as warm or cold at the cells, °C.
    pub fn temperature(&mut self, celsius: f64) {
        self.unit.celsius = celsius;
    }

    /// Ambient pressure sets out for another, Pa.
    pub fn ambient(&mut self, pressure: f64) {
        self.sea = pressure;
        self.change();
    }

    /// The cells are exchanged for some with this share of charge.
    pub fn charge(&mut self, share: f64) {
        self.state.energy = (1.0 - share) * self.pump.energy;
    }

    /// Every sensor is read a hundred times a second from now on.
    pub fn attend(&mut self) {
        self.attentive = true;
    }

    /// A fault begins or is repaired.
    pub fn fault(&mut self, fault: Fault, there: bool) {
        self.flickers(fault, there, None);
    }

    /// The same for one that comes and goes.
    pub fn flickers(&mut self, fault: Fault, there: bool, flicker: Option<Flicker>) {
        self.faults.retain(|other| other.fault != fault);
        if there {
            self.faults.push(Present { fault, since_s: self.t_s, flicker });
        }
        match (fault, there) {
            (Fault::TubeBlocked, true) => {
                self.line_air = Some(self.network.socket_pressure(&self.state).0 * self.network.air.tube);
            }
            (Fault::TubeBlocked, false) => {
                if let Some(line) = self.line_air.take() {
                    self.state.air += line - self.network.socket_pressure(&self.state).0 * self.network.air.tube;
                }
            }
            (Fault::SensorStuck, there) => self.senses.line_held = there.then(|| self.line_pressure()),
            (Fault::BarometerStuck, there) => self.senses.barometer_held = there.then_some(self.network.ambient),
            (Fault::MotionFrozen, false) => self.senses.motion_held = None,
            (Fault::ReadsHigh | Fault::ReadsLow, false) => self.unit.drift_pa = 0.0,
            (Fault::SensorNoisy, there) => self.unit.noise_factor = if there { 40.0 } else { 1.0 },
            (Fault::ClockJumps, true) => self.clock_ms = (self.clock_ms - 400_000.0).max(0.0),
            (Fault::ClockJumps, false) => self.clock_ms += 900_000.0,
            (Fault::Doffed, true) => self.does(Doing::Doffed),
            (Fault::Doffed, false) => self.does(Doing::Stand),
            _ => {}
        }
        let hole = if self.has(Fault::Burst) {
            BURST_MM
        } else if self.has(Fault::Pinhole) {
            PINHOLE_MM
        } else {
            0.0
        };
        self.network.leak = Leak { pinhole_area: self.leak.pinhole_area + Leak::pinhole(hole * 1e-3), ..self.leak };
        self.change();
    }

    fn change(&mut self) {
        self.changed_s = self.t_s;
        self.integrator.restart();
    }

    /// Carries everything over one step.
    pub fn step(&mut self) -> Seen {
        self.step_sensed(&mut |_, _| ())
    }

    /// The same; `sensed` gets what the controller does.
    pub fn step_sensed(&mut self, sensed: &mut dyn FnMut(Milliseconds, &Inputs)) -> Seen {
        let running = self.outputs.is_some_and(|outputs| outputs.pump.is_on());
        let since = self.t_s - self.changed_s;
        let bounces = self.has(Fault::SwitchBounces);
        let flickers = bounces || self.faults.iter().any(|present| present.flicker.is_some());
        let soon = self.attentive || flickers || since < WATCHED_S;
        let glances = since % GLANCE_EVERY_S < GLANCE_S;
        let mut dt = if running || soon || self.has(Fault::WeakCells) {
            SHORT_S
        } else if glances {
            GLANCING_S
        } else {
            LONG_S
        };
        let watched = soon || glances;
        self.climb(dt);
        let drift = DRIFT * dt;
        self.unit.drift_pa += if self.has(Fault::ReadsHigh) { drift } else { 0.0 };
        self.unit.drift_pa -= if self.has(Fault::ReadsLow) { drift } else { 0.0 };
        let dark = self.works(Fault::BrownOut, self.t_s) || self.t_s < self.dark_until_s;
        if self.dark && !dark {
            self.controller = control::restore(&self.snapshot).unwrap_or_default();
            self.clock_ms = 0.0;
        }
        let restarted = std::mem::replace(&mut self.dark, dark) && !dark;
        let (outputs, trace) =
            if dark { self.dark() } else { self.decide(dt, watched, self.attentive || flickers, sensed) };
        // Where the controller has looked through the whole of a step, its clock stands at the end of it.
        if outputs.pump.is_on() && !running && !watched {
            dt = SHORT_S;
        }
        self.outputs = Some(outputs);
        self.carry(&outputs, dt);
        self.pumped_s = if outputs.pump.is_on() { self.pumped_s + dt } else { 0.0 };
        if self.has(Fault::WeakCells) && self.pumped_s >= GIVES_WAY_S {
            self.dark_until_s = self.t_s + dt + DARK_S;
        }
        // As the firmware does: now and then, at what is news, and at once after a restart, so that restarts are counted.
        let news = self.t_s - self.snapshot_s >= KEPT_S || trace.warnings != self.noted || restarted;
        if news && !dark && !outputs.pump.is_on() {
            self.snapshot = control::save(&self.controller);
            (self.snapshot_s, self.noted) = (self.t_s, trace.warnings);
        }
        self.touch.tapped = false;
        self.t_s += dt;
        self.clock_ms += dt * 1e3;
        Seen { t_s: self.t_s, doing: self.doing, vacuum: self.network.standing_vacuum(&self.state), outputs, trace }
    }

    /// Ambient pressure goes where it is drawn.
    fn climb(&mut self, dt: f64) {
        let goal = if self.has(Fault::Altitude) { self.sea - CLIMB_MOST } else { self.sea };
        let away = goal - self.network.ambient;
        if away != 0.0 {
            self.network.ambient += away.clamp(-CLIMB * dt, CLIMB * dt);
            self.integrator.restart();
        }
    }

    /// Absolute pressure where the sensor sits, Pa.
    fn line_pressure(&self) -> f64 {
        match self.line_air {
            _ if !self.attached => self.network.ambient,
            Some(air) => air / self.network.air.tube,
            None => self.network.socket_pressure(&self.state).0,
        }
    }

    /// The world under the controller's outputs.
    fn carry(&mut self, outputs: &Outputs, dt: f64) {
        let stuck = self.has(Fault::DriverStuck);
        let share = if stuck { 1.0 } else { f64::from(outputs.pump.percent()) / 100.0 };
        let on = outputs.pump.is_on() || stuck;
        self.network.source = VacuumSource::Electric(self.pump.driven(share));
        if let Some(air) = self.line_air {
            let removed =
                if on { self.pump.removal(air / self.network.air.tube, self.network.ambient) * share } else { 0.0 };
            self.line_air = Some((air - removed * dt).max(0.05 * air));
        }
        let pumping = on && self.line_air.is_none() && self.attached;
        let energy = self.state.energy;
        self.integrator.carry(&self.network, &mut self.state, &self.prepared, pumping, dt, |_, _| ());
        if on && !pumping {
            self.state.energy = energy + share * self.pump.power * dt;
        }
        if self.charger && outputs.charge {
            let given = self.pump.energy * dt * 1e3 / f64::from(self.settings.full_charge_ms);
            self.state.energy = (self.state.energy - given).max(0.0);
        }
        let releases = outputs.valve == Valve::Release && !self.has(Fault::ValveShut);
        self.opened = releases || (self.opened && self.has(Fault::ValveOpen));
        // A unit that was taken off leaves its adapter's valve behind, which holds.
        if self.opened && self.attached {
            self.network.vent(&mut self.state);
        }
    }
}
