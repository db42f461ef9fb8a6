//! # Muscle
//!
//! **Stands for** muscle that takes up water while it works and gives it back afterwards.
//!
//! **Equations** dM/dt = (M_∞·a − M)/τ_M, a = 1 in walking, else 0
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `most` | M_∞ | m³ | fitted on sanders2014_posture's walking; between persons as wide as its users |
//! | `time` | τ_M | s | fitted with it |
//!
//! **Assumptions** a residual limb's muscle as a whole leg's; a limb may lose in exercise (M_∞ < 0), as some users did.
//! **Tests** six minutes give what cycling at a light load was measured to carry (exercise_fluid: 19 mL/kg); it is given back.

/// Working muscle of one limb.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Muscle {
    /// Swelling in long exercise, m³.
    pub most: f64,
    /// Time in which it follows, s.
    pub time: f64,
}

impl Muscle {
    /// Rate of change of a swelling (m³) at an exercise of 0 to 1, m³/s.
    pub fn rate(&self, swelling: f64, exercise: f64) -> f64 {
        (self.most * exercise - swelling) / self.time
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn usual() -> Muscle {
        Muscle { most: 0.028 * 1.025e-3, time: 379.0 }
    }

    fn after(muscle: Muscle, from: f64, exercise: f64, seconds: u32) -> f64 {
        (0..seconds).fold(from, |swelling, _| swelling + muscle.rate(swelling, exercise))
    }

    #[test]
    fn six_minutes_swell_it_as_light_cycling_does_and_rest_gives_that_back() {
        // 19 mL/kg in light, 31 in moderate work; the light figure within a quarter.
        let swelling = after(usual(), 0.0, 1.0, 360);
        let per_kg = swelling / 1.025e-3 * 1e3;
        assert!((14.0..24.0).contains(&per_kg), "{per_kg} mL/kg");
        assert!(after(usual(), swelling, 0.0, 3_600) < 1e-3 * swelling);
    }
}
