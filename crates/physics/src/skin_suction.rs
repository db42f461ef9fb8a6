//! # Skin suction dose
//!
//! **Stands for** how near sustained suction on the skin comes to raising a blister.
//!
//! **Equations** damage accumulates as dD/dt = (p_s/p_b)^m/T_b with p_s the suction sustained over the gait cycle;
//! D = 1 is the blister line: p_b held for T_b.
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `blister_suction` | p_b | Pa | hatje2015 (median 28 kPa), derated for diabetes and age (assumed) |
//! | `blister_time` | T_b | s | hatje2015 (75 min) |
//! | `exponent` | m | – | assumed, stated spread |
//!
//! **Assumptions** no healing within the day (errs on the safe side); cyclic peaks count through their cycle mean only.
//! **Tests** p_b held for T_b is exactly one; half of it is far less; positive pressure adds nothing.

/// The blister line of one person's skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BlisterLine {
    /// Suction that blisters when held for `blister_time`, Pa.
    pub blister_suction: f64,
    /// Time to the blister at that suction, s.
    pub blister_time: f64,
    /// How steeply less suction takes longer.
    pub exponent: f64,
}

impl BlisterLine {
    /// Dose a second at a sustained suction (Pa, positive draws).
    pub fn dose_rate(&self, suction: f64) -> f64 {
        // dD/dt = (p_s/p_b)^m/T_b
        if suction <= 0.0 { 0.0 } else { (suction / self.blister_suction).powf(self.exponent) / self.blister_time }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_line_is_one_dose() {
        let line = BlisterLine { blister_suction: 28e3, blister_time: 4_500.0, exponent: 3.0 };
        assert!((line.dose_rate(28e3) * 4_500.0 - 1.0).abs() < 1e-12);
        assert!(line.dose_rate(14e3) * 4_500.0 < 0.2);
        assert_eq!(line.dose_rate(-5e3), 0.0);
    }
}
