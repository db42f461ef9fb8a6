//! # Leak
//!
//! **Stands for** air that finds its way past sleeve and seals: a laminar seal leak and pinholes.
//!
//! **Equations** (inflow in Pa·m³/s, i.e. pressure × volume at ambient temperature)
//! - seal, laminar and compressible: q = c·(p_a² − p²)/(2·p_a), so that c is m³/s of ambient air per Pa at small vacuum
//! - pinhole, isentropic orifice: q = C_d·A·p_a·√(R·T)·Ψ(p/p_a) with
//!   Ψ = √(2κ/(κ−1)·(r^(2/κ) − r^((κ+1)/κ))) down to the critical ratio r* = 0.528, below it constant (choked)
//! - slit of width w, height b and depth h in a wall, laminar and compressible: q = w·b³·(p_a² − p²)/(24·μ·h), that is a seal's
//!   with c = w·b³·p_a/(12·μ·h)
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `seal_conductance` | c | m³/(s·Pa) | parameter (mL/min at 57.6 kPa), stated spread |
//! | `pinhole_area` | C_d·A | m² | case scenario |
//! | κ, R | – | 1.4, 287.05 J/(kg·K) | dry air |
//! | μ | Pa·s | 1.81·10⁻⁵ | air at 20 °C |
//!
//! **Assumptions** a pinhole stays open; what it lets in where the wall closes behind what pricked it is a slit's (`pinhole`); air at ambient temperature. **Valid** any p ≤ p_a.
//! **Tests** no flow without vacuum; choked flow does not grow with more vacuum; a slit is Poiseuille's; figures in mL/min.

/// Specific gas constant of dry air, J/(kg·K).
const GAS_CONSTANT: f64 = 287.05;
/// Ratio of specific heats of air.
const KAPPA: f64 = 1.4;
/// Critical pressure ratio of air, (2/(κ+1))^(κ/(κ−1)).
const CRITICAL: f64 = 0.528_282;
/// Ψ at and below the critical ratio, √κ·(2/(κ+1))^((κ+1)/(2(κ−1))).
const PSI_CHOKED: f64 = 0.684_731;
/// Viscosity of air at 20 °C, Pa·s.
const VISCOSITY: f64 = 1.81e-5;
/// Vacuum at which leaks are stated, Pa (17 inHg, the research target).
pub const STATED_VACUUM: f64 = 57.6e3;

/// All leaks of one socket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leak {
    /// Laminar conductance of the seal, m³/(s·Pa).
    pub seal_conductance: f64,
    /// Effective area of all pinholes, m².
    pub pinhole_area: f64,
    /// Air temperature, K.
    pub temperature: f64,
}

impl Leak {
    /// Conductance of a seal that lets `flow` m³/s of ambient air in at the stated vacuum and standard pressure.
    pub fn conductance_from_stated(flow: f64) -> f64 {
        let (p_a, p) = (101_325.0, 101_325.0 - STATED_VACUUM);
        flow * p_a / ((p_a * p_a - p * p) / (2.0 * p_a))
    }

    /// Effective area of a round pinhole of diameter `diameter` (m), with the discharge coefficient of a sharp edge (0.62).
    pub fn pinhole(diameter: f64) -> f64 {
        0.62 * std::f64::consts::PI / 4.0 * diameter * diameter
    }

    /// Conductance of a slit of `width` and `height` in a wall of `depth` (m) under ambient `p_a` (Pa), as a seal's.
    pub fn slit(width: f64, height: f64, depth: f64, p_a: f64) -> f64 {
        // c = w·b³·p_a/(12·μ·h)
        width * height.powi(3) * p_a / (12.0 * VISCOSITY * depth)
    }

    /// Inflow at inside pressure `p` under ambient `p_a` (both absolute, Pa), in Pa·m³/s.
    pub fn inflow(&self, p: f64, p_a: f64) -> f64 {
        if p >= p_a {
            return 0.0;
        }
        // q = c·(p_a² − p²)/(2·p_a)
        let seal = self.seal_conductance * (p_a * p_a - p * p) / (2.0 * p_a);
        if self.pinhole_area == 0.0 {
            return seal;
        }
        let r = (p / p_a).max(0.0);
        let psi = if r <= CRITICAL {
            PSI_CHOKED
        } else {
            let root = r.powf(2.0 / KAPPA) - r.powf((KAPPA + 1.0) / KAPPA);
            (2.0 * KAPPA / (KAPPA - 1.0) * root.max(0.0)).sqrt()
        };
        // q = C_d·A·p_a·√(R·T)·Ψ
        seal + self.pinhole_area * p_a * (GAS_CONSTANT * self.temperature).sqrt() * psi
    }

    /// The same as a flow of ambient air, mL/min.
    pub fn inflow_ml_per_min(&self, p: f64, p_a: f64) -> f64 {
        self.inflow(p, p_a) / p_a * 60e6
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const P_A: f64 = 101_325.0;

    fn leak(ml_per_min: f64, pinhole: f64) -> Leak {
        Leak {
            seal_conductance: Leak::conductance_from_stated(ml_per_min / 60e6),
            pinhole_area: Leak::pinhole(pinhole),
            temperature: 293.15,
        }
    }

    #[test]
    fn the_stated_leak_is_met_at_the_stated_vacuum() {
        assert!((leak(2.0, 0.0).inflow_ml_per_min(P_A - STATED_VACUUM, P_A) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn no_vacuum_no_leak_and_nothing_flows_out() {
        assert_eq!(leak(2.0, 1e-4).inflow(P_A, P_A), 0.0);
        assert_eq!(leak(2.0, 1e-4).inflow(P_A + 5e3, P_A), 0.0);
    }

    #[test]
    fn a_slit_passes_what_poiseuilles_law_says_of_a_small_pressure() {
        let (width, height, depth, small) = (1e-3, 20e-6, 3e-3, 10.0);
        let slit = Leak { seal_conductance: Leak::slit(width, height, depth, P_A), ..leak(0.0, 0.0) };
        // Volume a second between parallel walls: w·b³·Δp/(12·μ·h).
        let volume = width * height.powi(3) * small / (12.0 * VISCOSITY * depth);
        assert!((slit.inflow(P_A - small, P_A) / (P_A * volume) - 1.0).abs() < 1e-3);
    }

    #[test]
    fn a_pinhole_chokes_and_the_two_branches_meet() {
        let hole = leak(0.0, 1e-4);
        let at = |ratio: f64| hole.inflow(ratio * P_A, P_A);
        assert_eq!(at(0.2), at(0.5));
        assert!((at(CRITICAL + 1e-6) / at(CRITICAL) - 1.0).abs() < 1e-4);
        // 0.1 mm sharp-edged hole: 0.62·7.85e-9 m²·√(287·293)·0.685 m/s of ambient air = 58 mL/min.
        assert!((hole.inflow_ml_per_min(30e3, P_A) - 58.0).abs() < 1.0);
    }
}
