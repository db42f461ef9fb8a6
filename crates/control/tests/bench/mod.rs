//! A unit on a bench: a rigid volume with a leak, cells, a switch, a shank that moves.
//!
//! The shank's accelerations are synthesised: stance 60 % with the shank rolling from −15° to +40° over the ankle, swing 40 %
//! back again; the sensor sits 0.1 m below the knee and 0.3 m above the ankle, so the swing's centripetal acceleration is
//! along the shank; the heel's strike rises in 15 ms and is gone after 80, as behind
//! an accelerometer's own low pass; noise of 0.03 m/s². Assumptions, not measurements:
//! they are made on purpose from other formulas than the twin's.

use control::{Acceleration, Inputs, Milliseconds, Outputs, Settings, State, Touch, Trace, step};
use units::AbsolutePressure;

pub const AMBIENT_PA: f64 = 101_325.0;

/// What the shank does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shank {
    /// Not a movement but the sensor's noise, at a tilt in degrees.
    Still(f64),
    /// Standing with sway.
    Stand,
    /// Sitting at a tilt in degrees, a fidget every 20 s.
    Sit(f64),
    /// Walking or running, steps of both feet a minute and the heel's strike in g.
    Walk(f64, f64),
    /// Sitting in a car, with bumps at irregular times.
    Bumps,
    /// No sample is taken.
    NotRead,
    /// The sensor fails.
    Failed,
    /// It says the same again and again.
    Frozen,
}

/// Noise without a generator: a sum of incommensurable sines, of unit amplitude.
fn noise(t: f64, seed: f64) -> f64 {
    (1_234.5 * t + seed).sin() * 0.6 + (777.7 * t + 2.0 * seed).sin() * 0.4
}

impl Shank {
    /// The reading at a time, s.
    pub fn reading(self, t: f64) -> Acceleration {
        const G: f64 = 9.806_65;
        let tilted = |degrees: f64| [G * degrees.to_radians().sin(), 0.0, G * degrees.to_radians().cos()];
        let [x, y, z] = match self {
            Self::NotRead => return Acceleration::NotRead,
            Self::Failed => return Acceleration::Failed,
            Self::Frozen => return Acceleration::Sample([0.5, 0.1, 9.75]),
            Self::Still(degrees) => tilted(degrees),
            Self::Stand => {
                let [x, y, z] = tilted(4.0 + 1.5 * (0.9 * t).sin());
                [x + 0.25 * (2.3 * t).sin(), y + 0.2 * (1.7 * t).sin(), z]
            }
            Self::Sit(degrees) => {
                let [x, y, z] = tilted(degrees);
                let fidget = if t % 20.0 < 0.5 { 0.8 * (40.0 * t).sin() } else { 0.0 };
                [x + fidget, y, z]
            }
            Self::Bumps => {
                let [x, y, z] = tilted(25.0);
                // Bumps 0.5 to 2.9 s apart, without a rhythm.
                let at = |n: f64| 1.7 * n + 0.6 * (n * n * 1.3).sin();
                let n = (t / 1.7).floor();
                let since = [n - 1.0, n, n + 1.0].map(|n| t - at(n)).into_iter().filter(|t| *t >= 0.0);
                let since = since.fold(f64::INFINITY, f64::min);
                [x, y, z + 1.5 * G * since / 0.02 * (1.0 - since / 0.02).exp()]
            }
            Self::Walk(cadence, strike_g) => {
                let stride = 120.0 / cadence;
                let u = t % stride / stride;
                let swing = 0.4 * stride;
                let (degrees, rate) = if u < 0.6 {
                    (-15.0 + 55.0 * u / 0.6, 55f64.to_radians() / (0.6 * stride))
                } else {
                    let v = (u - 0.6) / 0.4;
                    let pi = std::f64::consts::PI;
                    (40.0 - 27.5 * (1.0 - (pi * v).cos()), 27.5f64.to_radians() * pi / swing * (pi * v).sin())
                };
                let [x, y, z] = tilted(degrees);
                // Towards the pivot: the ankle in stance, the knee in swing.
                let along = if u < 0.6 { -0.3 * rate * rate } else { 0.1 * rate * rate };
                let since = u * stride;
                let strike = strike_g * G * since / 0.015 * (1.0 - since / 0.015).exp();
                let push = if (0.55..0.6).contains(&u) { 2.0 } else { 0.0 };
                [x + push + 0.3 * strike, y + 0.2 * strike, z + along + strike]
            }
        };
        let n = |seed| 0.03 * noise(t, seed);
        Acceleration::Sample([(x + n(1.0)) as f32, (y + n(2.0)) as f32, (z + n(3.0)) as f32])
    }
}

/// A unit and what it sits on.
pub struct Bench {
    pub settings: Settings,
    pub state: State,
    pub inputs: Inputs,
    pub shank: Shank,
    /// Pressure in the socket, Pa.
    pub p: f64,
    /// Air, mL, and leak, mL/s as `control::leak` counts it.
    pub volume: f64,
    pub leak: f64,
    /// What the line's sensor says instead of the truth.
    pub says: Option<Option<f64>>,
    /// The barometer's last digits stand still.
    pub barometer_frozen: bool,
    /// The pump's driver conducts, whatever it is told.
    pub driver_stuck: bool,
    /// The valve stays shut.
    pub valve_stuck: bool,
    pub now_ms: u64,
    pub outputs: Outputs,
    pub trace: Trace,
    /// Every step's verdict on the invariants is drawn here.
    pub highest_pa: f64,
}

impl Bench {
    /// Donned, standing, at ambient, with the switch at a position.
    pub fn at(position: u8) -> Self {
        let inputs = Inputs {
            line: Some(AbsolutePressure::from_pa(AMBIENT_PA)),
            ambient: Some(AbsolutePressure::from_pa(AMBIENT_PA)),
            acceleration: Acceleration::NotRead,
            touch: Touch::at(position),
            cell_volts: 2.5,
            temperature_c: 21.0,
            charger: false,
            attached: true,
        };
        let (settings, state) = (Settings::default(), State::new());
        let (state, outputs, trace) = step(&settings, &state, Milliseconds(0), &inputs);
        Self {
            settings,
            state,
            inputs,
            shank: Shank::Stand,
            p: AMBIENT_PA,
            volume: 40.0,
            leak: 0.1,
            says: None,
            barometer_frozen: false,
            driver_stuck: false,
            valve_stuck: false,
            now_ms: 0,
            outputs,
            trace,
            highest_pa: 0.0,
        }
    }

    /// One step of 10 ms.
    pub fn step(&mut self) {
        let ambient = self.inputs.ambient.map_or(AMBIENT_PA, |p| p.pa());
        let vacuum = ambient - self.p;
        if self.outputs.valve == control::Valve::Release && !self.valve_stuck {
            self.p += (ambient - self.p) * 0.02;
        } else {
            let drive = if self.driver_stuck { 1.0 } else { f64::from(self.outputs.pump.percent()) / 100.0 };
            let deepest = 85_000.0 * ambient / 101_325.0;
            let removal = ambient * 11.0 * (1.0 - vacuum / deepest).clamp(0.0, 1.0) * drive;
            let inflow = self.leak * (ambient * ambient - self.p * self.p) / (2.0 * ambient);
            self.p += 0.01 * (inflow - removal) / self.volume;
        }
        self.now_ms += 10;
        let t = self.now_ms as f64 / 1e3;
        let truth = Some(self.p + 3.0 * noise(t, 5.0));
        self.inputs.line = self.says.unwrap_or(truth).map(AbsolutePressure::from_pa);
        self.inputs.acceleration = self.shank.reading(t);
        // A live barometer's last digits move.
        let digits = if self.barometer_frozen { 0.0 } else { 2.0 * noise(t, 7.0) };
        let ambient_read = self.inputs.ambient.map(|p| AbsolutePressure::from_pa(p.pa() + digits));
        let inputs = Inputs { ambient: ambient_read, ..self.inputs };
        let (state, outputs, trace) = step(&self.settings, &self.state, Milliseconds(self.now_ms), &inputs);
        (self.state, self.outputs, self.trace) = (state, outputs, trace);
        self.highest_pa = self.highest_pa.max(ambient - self.p);
    }

    /// Turns the dial to reverse, then holds the gesture.
    pub fn reverse(&mut self) {
        self.inputs.touch = Touch::at(Touch::REVERSE);
        (0..10).for_each(|_| self.step());
        self.inputs.touch.reverse_held = true;
    }

    /// Some seconds.
    pub fn run(&mut self, seconds: u64) -> &mut Self {
        for _ in 0..seconds * 100 {
            self.step();
        }
        self
    }

    /// Until something is so, at most some seconds; how long it took, s.
    pub fn until(&mut self, most_s: u64, so: impl Fn(&Self) -> bool) -> Option<f64> {
        let began = self.now_ms;
        for _ in 0..most_s * 100 {
            if so(self) {
                return Some((self.now_ms - began) as f64 / 1e3);
            }
            self.step();
        }
        None
    }

    pub fn vacuum_inhg(&self) -> f64 {
        (self.inputs.ambient.map_or(AMBIENT_PA, |p| p.pa()) - self.p) / 3_386.389
    }
}
