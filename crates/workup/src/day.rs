//! A day as it was asked for: which suspensions, what is broken, what to say of them.

use crate::compute;
use crate::input::Workup;
use crate::library::Library;
use crate::outcome::DayResult;
use crate::problem::{Failure, Fault};
use crate::systems;
use texts::Said;
use twin::assemble::Disturbance;
use twin::ensemble::{Cancelled, Draw};
use twin::system::System;

/// What is to be simulated; checked, not yet begun.
#[derive(Debug)]
pub struct DayPlan<'a> {
    read: &'a Workup,
    library: &'a Library,
    systems: Vec<System>,
    notes: Vec<Said>,
    disturbance: Disturbance,
}

impl<'a> DayPlan<'a> {
    /// Checks what is asked for. Without names: the best pump of each kind, suction and pin; a pinhole of `pinhole_mm` is in the
    /// sleeve from donning on.
    ///
    /// # Errors
    /// An unknown suspension, a pinhole out of range.
    pub fn new(read: &'a Workup, library: &'a Library, systems: &[String], pinhole_mm: f64) -> Result<Self, Failure> {
        if !(0.0..=5.0).contains(&pinhole_mm) {
            let fault = Fault::of_argument("--pinhole-mm", &pinhole_mm.to_string(), "out of range", "give 0 to 5 mm");
            return Err(Failure::input(fault));
        }
        let fitting = read.judged(library);
        let systems = if systems.is_empty() {
            systems::usual(&read.case, fitting)
        } else {
            let named = |name: &String| systems::named(name, &read.case, &library.catalog, fitting);
            systems.iter().map(named).collect::<Result<_, _>>()?
        };
        let notes = systems::notes(&systems, &read.case, fitting);
        Ok(Self { read, library, systems, notes, disturbance: Disturbance { pinhole_mm, mass_gained_kg: 0.0 } })
    }

    /// How many persons' days it takes, for a progress bar.
    pub fn steps(&self, draw: Draw) -> u64 {
        self.systems.len() as u64 * (u64::from(draw.persons) + 1)
    }

    /// Simulates it; `progress` is told after each person, and may end it all.
    ///
    /// # Errors
    /// [`Cancelled`] as soon as `progress` says so.
    pub fn simulate(
        self,
        draw: Draw,
        progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
    ) -> Result<DayResult, Cancelled> {
        let days = compute::days(self.read, self.library, &self.systems, draw, self.disturbance, progress)?;
        Ok(DayResult::new(
            &self.read.case,
            self.read.tape.clone(),
            self.notes,
            days,
            self.read.personal(self.library).foundations.clone(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::case_of_text;
    use std::sync::atomic::{AtomicU64, Ordering};

    fn mechanic() -> Workup {
        let text = include_str!("../../../cases/mechanic.toml").to_string();
        let none = |_: &str, _: Option<&str>| unreachable!("no scan is named");
        case_of_text("mechanic.toml".into(), text, &none).unwrap()
    }

    #[test]
    fn a_day_takes_as_many_steps_as_it_says_and_ends_when_told() {
        let (read, library) = (mechanic(), Library::embedded());
        let draw = Draw { persons: 1, seed: 1 };
        let plan = || DayPlan::new(&read, &library, &["suction".into(), "pin".into()], 0.0).unwrap();
        let count = AtomicU64::new(0);
        let step = || {
            count.fetch_add(1, Ordering::Relaxed);
            Ok(())
        };
        let result = plan().simulate(draw, &step).unwrap();
        assert_eq!(result.days.len(), 2);
        assert_eq!(count.into_inner(), plan().steps(draw));
        assert_eq!(plan().simulate(draw, &|| Err(Cancelled)).unwrap_err(), Cancelled);
    }

    #[test]
    fn what_no_day_has_is_refused() {
        let (read, library) = (mechanic(), Library::embedded());
        for (systems, pinhole_mm) in [(vec![], f64::NAN), (vec![], 6.0), (vec!["nonsense".to_string()], 0.0)] {
            assert!(DayPlan::new(&read, &library, &systems, pinhole_mm).is_err(), "{systems:?} {pinhole_mm}");
        }
    }
}
