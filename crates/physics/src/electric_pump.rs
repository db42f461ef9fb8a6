//! # Electric pump and its cells
//!
//! **Stands for** a small diaphragm pump with its exhaust valve, driven from two AA cells.
//!
//! **Equations**
//! - intake flow at inside pressure: Q = Q₀·(1 − P_v/P_v,max); air removed dn/dt = −P·Q
//! - power P_el while running, P_idle always
//! - usable charge at temperature T: E = E₂₀·f(T), f linear between table points
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `free_flow` | Q₀ | m³/s | fitted on major2015 (22 and 27 s to 17 inHg) |
//! | `vacuum_max` | P_v,max | Pa | assumed |
//! | `power`, `idle_power` | W | W | assumed (the maker's are not published) |
//! | `energy` | E₂₀ | J | two AA cells, nickel–metal hydride, 1.2 V × 2.0 Ah |
//!
//! **Assumptions** straight pump curve; no back-flow when off (the adapter's valve holds). **Valid** −20 … 60 °C.
//! **Tests** no flow at the deepest vacuum; cold cells hold less.

/// An electric pump with its cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ElectricPump {
    /// Intake flow without vacuum, m³/s.
    pub free_flow: f64,
    /// Deepest vacuum, Pa.
    pub vacuum_max: f64,
    /// Electric power while the motor runs, W.
    pub power: f64,
    /// Electric power of the electronics, W.
    pub idle_power: f64,
    /// Usable energy of full cells at 20 °C, J.
    pub energy: f64,
}

/// Share of the 20 °C energy that nickel–metal hydride cells give, by temperature (°C): typical data-sheet course,
/// stated as an assumption.
const CELL_SHARE: [(f64, f64); 6] =
    [(-20.0, 0.35), (-10.0, 0.60), (0.0, 0.80), (20.0, 1.0), (40.0, 0.95), (60.0, 0.85)];

impl ElectricPump {
    /// Rate at which the running pump takes air from the socket, Pa·m³/s.
    pub fn removal(&self, p: f64, p_a: f64) -> f64 {
        // Q = Q₀·(1 − P_v/P_v,max); dn/dt = −P·Q
        p * self.free_flow * (1.0 - (p_a - p) / self.vacuum_max).clamp(0.0, 1.0)
    }

    /// Usable energy of full cells at a temperature in °C, J.
    pub fn usable_energy(&self, celsius: f64) -> f64 {
        let (first, last) = (CELL_SHARE[0], CELL_SHARE[CELL_SHARE.len() - 1]);
        let t = celsius.clamp(first.0, last.0);
        let share = CELL_SHARE
            .windows(2)
            .find(|pair| t <= pair[1].0)
            .map_or(last.1, |pair| pair[0].1 + (pair[1].1 - pair[0].1) * (t - pair[0].0) / (pair[1].0 - pair[0].0));
        self.energy * share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flow_falls_with_vacuum_and_cold_cells_hold_less() {
        let pump = ElectricPump { free_flow: 5e-6, vacuum_max: 80e3, power: 1.5, idle_power: 2e-3, energy: 17e3 };
        assert_eq!(pump.removal(101e3 - 80e3, 101e3), 0.0);
        assert!(pump.removal(101e3, 101e3) > pump.removal(60e3, 101e3));
        assert!(pump.usable_energy(-10.0) < pump.usable_energy(5.0));
        assert!((pump.usable_energy(20.0) - 17e3).abs() < 1e-9);
        assert_eq!(pump.usable_energy(-40.0), pump.usable_energy(-20.0));
    }
}
