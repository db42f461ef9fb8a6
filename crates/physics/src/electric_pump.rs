//! # Electric pump and its cells
//!
//! **Stands for** a small diaphragm pump with its exhaust valve, driven from two AA cells, rechargeable or alkaline.
//!
//! **Equations**
//! - a stroke fills V_s + V_d at the socket's pressure, of which V_d stayed behind at ambient pressure, so at f strokes a
//!   second dn/dt = −f·[P·(V_s + V_d) − P_a·V_d]
//! - with Q₀ = f·V_s and P_end = P_a·V_d/(V_s + V_d): dn/dt = −Q₀·P_a·(P − P_end)/(P_a − P_end); in ambient air, flow
//!   falls on a straight line with vacuum, as data sheets of diaphragm pumps draw it
//! - P_end = P_a·(1 − P_v,max/P₀): the deepest vacuum is told at sea level (P₀ = 101.325 kPa) and shrinks with P_a
//! - power P_el while running, P_idle always; at a share s of full drive s·Q₀ and s·P_el
//! - usable charge at temperature T: E = E₂₀·f(T), f linear between the table points of the cells' chemistry
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `free_flow` | Q₀ | m³/s | fitted on major2015 (22 and 27 s to 17 inHg) |
//! | `vacuum_max` | P_v,max | Pa | assumed; stands for V_s/V_d |
//! | `power`, `idle_power` | P_el, P_idle | W | assumed (the maker's are not published); P_idle is the microcontroller with its sensors and lights |
//! | `energy` | E₂₀ | J | two AA cells: nickel–metal hydride, 1.2 V × 2.0 Ah, or alkaline |
//! | `self_discharge` | s | 1/s | assumed, nickel–metal hydride; 0 for alkaline; read by `person_day` |
//! | `chemistry` | f(T) | – | assumed: the typical course of data sheets |
//!
//! **Assumptions** isothermal strokes, one speed at any load, valves that open at once; no back-flow when off (the
//! adapter's valve holds). **Valid** −20 … 60 °C.
//! **Tests** strokes with a dead volume, one by one, give the same; no flow at the deepest vacuum, nor higher up a
//! mountain at the same share of the air; cold cells hold less, alkaline ones least.

/// An electric pump with its cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ElectricPump {
    /// Intake flow without vacuum, m³/s: swept volume times strokes a second.
    pub free_flow: f64,
    /// Deepest vacuum at sea level, Pa.
    pub vacuum_max: f64,
    /// Electric power while the motor runs, W.
    pub power: f64,
    /// Electric power of the electronics, W.
    pub idle_power: f64,
    /// Usable energy of full cells at 20 °C, J.
    pub energy: f64,
    /// What the cells are made of.
    pub chemistry: Chemistry,
    /// Share of full charge that cells lose by themselves, 1/s.
    pub self_discharge: f64,
}

/// What cells are made of: how much of their energy is left in the cold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chemistry {
    /// Nickel–metal hydride, rechargeable.
    NickelMetalHydride,
    /// Alkaline manganese, not rechargeable.
    Alkaline,
}

impl Chemistry {
    /// Share of the 20 °C energy by temperature (°C).
    const fn shares(self) -> &'static [(f64, f64); 6] {
        match self {
            Self::NickelMetalHydride => &HYDRIDE_SHARE,
            Self::Alkaline => &ALKALINE_SHARE,
        }
    }
}

/// Ambient pressure at which the deepest vacuum is told, Pa (sea level).
const SEA_LEVEL: f64 = 101_325.0;

/// Share of the 20 °C energy that nickel–metal hydride cells give, by temperature (°C): typical data-sheet course,
/// stated as an assumption.
const HYDRIDE_SHARE: [(f64, f64); 6] =
    [(-20.0, 0.35), (-10.0, 0.60), (0.0, 0.80), (20.0, 1.0), (40.0, 0.95), (60.0, 0.85)];
/// The same for alkaline cells, whose watery electrolyte thickens in the cold: also an assumption.
const ALKALINE_SHARE: [(f64, f64); 6] =
    [(-20.0, 0.15), (-10.0, 0.35), (0.0, 0.60), (20.0, 1.0), (40.0, 1.05), (60.0, 1.0)];

impl ElectricPump {
    /// Rate at which the running pump takes air from the socket, Pa·m³/s.
    pub fn removal(&self, p: f64, p_a: f64) -> f64 {
        // P_end = P_a·(1 − P_v,max/P₀); dn/dt = −Q₀·P_a·(P − P_end)/(P_a − P_end)
        let end = p_a * (1.0 - self.vacuum_max / SEA_LEVEL);
        self.free_flow * p_a * ((p - end) / (p_a - end)).max(0.0)
    }

    /// The pump with its motor driven at a share of full.
    pub fn driven(self, share: f64) -> Self {
        // Q₀ and P_el in proportion to the speed
        Self { free_flow: share * self.free_flow, power: share * self.power, ..self }
    }

    /// Usable energy of full cells at a temperature in °C, J.
    pub fn usable_energy(&self, celsius: f64) -> f64 {
        let shares = self.chemistry.shares();
        let (first, last) = (shares[0], shares[shares.len() - 1]);
        let t = celsius.clamp(first.0, last.0);
        let share = shares
            .windows(2)
            .find(|pair| t <= pair[1].0)
            .map_or(last.1, |pair| pair[0].1 + (pair[1].1 - pair[0].1) * (t - pair[0].0) / (pair[1].0 - pair[0].0));
        self.energy * share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUMP: ElectricPump = ElectricPump {
        free_flow: 5e-6,
        vacuum_max: 80e3,
        power: 1.5,
        idle_power: 1e-2,
        energy: 17e3,
        chemistry: Chemistry::NickelMetalHydride,
        self_discharge: 0.0,
    };

    #[test]
    fn strokes_with_a_dead_volume_give_the_same() {
        // 0.05 mL swept a hundred times a second, the dead volume that ends at the deepest vacuum; a chamber of 100 mL.
        let (swept, volume) = (0.05e-6, 100e-6);
        let dead = swept * (SEA_LEVEL / PUMP.vacuum_max - 1.0);
        let (mut p, mut rate_p) = (SEA_LEVEL, SEA_LEVEL);
        for _ in 0..3_000 {
            p = (p * volume + SEA_LEVEL * dead) / (volume + swept + dead);
            rate_p -= 0.01 * PUMP.removal(rate_p, SEA_LEVEL) / volume;
        }
        assert!((p / rate_p - 1.0).abs() < 2e-3, "{p} against {rate_p}");
        assert!((SEA_LEVEL - p) / PUMP.vacuum_max > 0.7);
    }

    #[test]
    fn the_deepest_vacuum_is_a_share_of_the_air_there_is() {
        for p_a in [101_325.0, 80e3] {
            let end = p_a * (1.0 - PUMP.vacuum_max / SEA_LEVEL);
            assert!(PUMP.removal(0.99 * end, p_a) == 0.0 && PUMP.removal(1.01 * end, p_a) > 0.0);
            assert!((PUMP.removal(p_a, p_a) / (p_a * PUMP.free_flow) - 1.0).abs() < 1e-12);
            let half = PUMP.removal(0.5 * (p_a + end), p_a) / PUMP.removal(p_a, p_a);
            assert!((half - 0.5).abs() < 1e-12);
        }
    }

    #[test]
    fn cold_cells_hold_less_and_alkaline_ones_least() {
        assert!(PUMP.usable_energy(-10.0) < PUMP.usable_energy(5.0));
        assert!((PUMP.usable_energy(20.0) - 17e3).abs() < 1e-9);
        assert_eq!(PUMP.usable_energy(-40.0), PUMP.usable_energy(-20.0));
        let alkaline = ElectricPump { chemistry: Chemistry::Alkaline, ..PUMP };
        for celsius in [-20.0, -10.0, 0.0, 10.0] {
            assert!(alkaline.usable_energy(celsius) < PUMP.usable_energy(celsius), "{celsius}");
        }
        assert_eq!(alkaline.usable_energy(20.0), PUMP.usable_energy(20.0));
    }
}
