//! A day for the replay: a leaking volume, a pump, activities, and everything that may fail.
//!
//! It is no model of a person (the twin is). It only has to bring the controller into all its branches, with sensor
//! noise, on numbers that are the same on every machine: sums and products, no library function.

use firmware::{Acceleration, Command, Readings};

const STEP_S: f64 = 0.01;
const STEP_MS: u64 = 10;
const SEA_LEVEL_PA: f64 = 101_325.0;
const GRAVITY: f64 = 9.806_65;
/// Pressure comes back with this time constant; a burst is 100 times as fast.
const LEAK_S: f64 = 2_000.0;
/// The pump's rate towards its deepest pressure.
const PUMP_S: f64 = 8.0;
const DEEPEST_PA: f64 = 12_000.0;

/// The state of the day.
pub struct Day {
    line_pa: f64,
    cell_volts: f64,
    pump: bool,
    release: bool,
    noise: u64,
}

impl Day {
    /// In the morning: no vacuum, full cells.
    pub fn new() -> Self {
        Self { line_pa: SEA_LEVEL_PA, cell_volts: 3.1, pump: false, release: false, noise: 1 }
    }

    /// The controller's command for the step to come.
    pub fn act(&mut self, command: Command) {
        (self.pump, self.release) = (command.pump_percent > 0, command.release);
    }

    /// Lives through one step and reads the sensors.
    pub fn read(&mut self, step: u64) -> Readings {
        let second = step / 100;
        let minute = second / 60;
        // A hill every two hours, up and down at 2 Pa/s.
        let climb = (second % 7_200).min(7_200 - second % 7_200) as f64;
        let ambient = SEA_LEVEL_PA - 2.0 * climb;
        let burst = minute % 240 >= 200 && minute % 240 < 215;
        // In a corner for 50 minutes of every five hours, open and still.
        let corner = corner(minute);
        if corner {
            self.line_pa = ambient;
        }
        let leak = if burst { LEAK_S / 100.0 } else { LEAK_S };
        self.line_pa += (ambient - self.line_pa) * STEP_S / leak;
        if self.pump {
            self.line_pa += (DEEPEST_PA - self.line_pa) * STEP_S / PUMP_S;
            self.cell_volts -= 4.0e-5;
        }
        if self.release {
            self.line_pa += (ambient - self.line_pa) * STEP_S;
        }
        // New cells at noon and every eight hours from there.
        if second % 28_800 == 14_400 {
            self.cell_volts = 3.1;
        }
        let line_pa = match minute % 97 {
            40 => None,
            60 => Some(f64::NAN),
            61 => Some(900_000.0),
            62 => Some(3_000.0),
            _ => Some(self.line_pa + 40.0 * self.random()),
        };
        // Between snow and a car in the sun, each for a minute.
        let celsius = match minute % 113 {
            100 => 65.0,
            101 => -5.0,
            102 => -15.0,
            _ => 24.0,
        };
        Readings {
            // Once an hour the clock stands for a moment, then jumps.
            now_ms: (step - if step % 360_000 < 300 { step % 360_000 } else { 0 }) * STEP_MS,
            line_pa,
            ambient_pa: (minute % 151 != 75).then_some(ambient + 5.0 * self.random()),
            acceleration: self.acceleration(minute, step),
            cell_volts: self.cell_volts - if self.pump { 0.25 } else { 0.0 },
            celsius: (minute % 151 != 75).then_some(celsius + self.random()),
            // Minutes 0–9 automatic, then each position for a while, and one that does not exist.
            switch: [5, 5, 5, 5, 1, 2, 3, 4, 5, 6, 0, 7][(minute / 10 % 12) as usize],
            held: second % 600 < 8,
            tapped: second.is_multiple_of(420),
            charging: minute % 300 > 290,
            attached: minute % 180 != 179,
        }
    }

    /// Walking, standing and sitting in turn; sometimes no sample, sometimes no sensor.
    fn acceleration(&mut self, minute: u64, step: u64) -> Acceleration {
        if minute % 131 == 77 {
            return Acceleration::Failed;
        }
        if step % 26 == 25 {
            return Acceleration::NotRead;
        }
        let shake = [self.random(), self.random(), self.random()];
        // A foot that strikes every 0.8 to 1.8 s, the shorter the faster.
        let strike = step % (80 + minute % 6 * 20) < 6;
        let (amount, [x, y, z]) = match minute / 7 % 3 {
            _ if corner(minute) => (0.02, [GRAVITY, 0.0, 0.0]),
            0 => (2.0, [0.0, 0.0, if strike { 3.0 * GRAVITY } else { GRAVITY }]),
            1 => (0.3, [0.0, 0.0, GRAVITY]),
            _ => (0.1, [GRAVITY, 0.0, 0.0]),
        };
        Acceleration::Sample([x + amount * shake[0], y + amount * shake[1], z + amount * shake[2]])
    }

    /// Evenly from −1 to 1 (xorshift64).
    fn random(&mut self) -> f64 {
        self.noise ^= self.noise << 13;
        self.noise ^= self.noise >> 7;
        self.noise ^= self.noise << 17;
        (self.noise >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    }
}

/// The prosthesis is put away.
fn corner(minute: u64) -> bool {
    (245..295).contains(&(minute % 300))
}
