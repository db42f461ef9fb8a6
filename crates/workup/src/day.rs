//! A day as it was asked for: which suspensions, what is broken, how many days in a row, what to say of them.

use crate::compute;
use crate::days_in_a_row;
use crate::input::Workup;
use crate::library::Library;
use crate::outcome::DayResult;
use crate::pinhole;
use crate::problem::{Failure, Fault};
use crate::systems;
use domain::Case;
use domain::day::ClockTime;
use domain::days::{MOST_DAYS, NamedDay};
use texts::{Said, Wording};
use twin::assemble::{Disturbance, assemble};
use twin::day::DayInputs;
use twin::days::{Evening, LimbVolume, ROW_GRID_S, simulate_days};
use twin::ensemble::{Cancelled, Draw, noise};
use twin::regional::by_region;
use twin::system::System;

/// Older sleeves than this are not simulated, weeks: a year.
const SLEEVE_WEEKS: f64 = 52.0;

/// What is to be simulated; checked, not yet begun.
#[derive(Debug)]
pub struct DayPlan<'a> {
    read: &'a Workup,
    library: &'a Library,
    systems: Vec<System>,
    notes: Vec<Said>,
    disturbance: Disturbance,
    /// The day, and those after it.
    row: Vec<NamedDay>,
    begins: Option<Evening>,
    /// Whether the limb's regions are looked at, each as a limb of its own.
    by_region: bool,
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
        let mut notes = systems::notes(&systems, &read.case, fitting);
        notes.extend(pinhole::bounds(&read.personal(library).parameters, pinhole_mm));
        let disturbance = Disturbance { pinhole_mm, ..Disturbance::default() };
        let row = vec![NamedDay { name: None, day: read.case.day.clone() }];
        Ok(Self { read, library, systems, notes, disturbance, row, begins: None, by_region: false })
    }

    /// The same with a sleeve that wears and is so many weeks old on the first day; without an age it stays intact.
    ///
    /// # Errors
    /// An age that no sleeve has.
    pub fn with_sleeve_of(mut self, weeks: Option<f64>) -> Result<Self, Failure> {
        if let Some(weeks) = weeks.filter(|weeks| !(0.0..=SLEEVE_WEEKS).contains(weeks)) {
            let right = format!("give 0 to {SLEEVE_WEEKS:.0} weeks");
            let fault = Fault::of_argument("--sleeve-age-weeks", &weeks.to_string(), "out of range", &right);
            return Err(Failure::input(fault));
        }
        self.disturbance.sleeve_weeks = weeks;
        Ok(self)
    }

    /// The same over so many days in a row: the case's own, where it tells more than one, else the day again and again. Without a
    /// number: as many as the case tells.
    ///
    /// # Errors
    /// No day, more than are simulated, or more than the case tells.
    pub fn in_a_row(mut self, days: Option<usize>) -> Result<Self, Failure> {
        let told = self.read.case.days_in_a_row();
        let most = if told.len() > 1 { told.len() } else { MOST_DAYS };
        let count = days.unwrap_or(told.len());
        if !(1..=most).contains(&count) {
            let (what, right) = if told.len() > 1 {
                ("the case tells fewer days".into(), format!("give 1 to {most}, or take [[days]] out of the case"))
            } else {
                ("out of range".to_string(), format!("give 1 to {most} days"))
            };
            return Err(Failure::input(Fault::of_argument("--days", &count.to_string(), what, right)));
        }
        self.row = told.into_iter().cycle().take(count).collect();
        Ok(self)
    }

    /// The same with each region of the limb as a limb of its own, for the central person's first day.
    #[must_use]
    pub fn by_region(self, by_region: bool) -> Self {
        Self { by_region, ..self }
    }

    /// The same from an evening on.
    #[must_use]
    pub fn after(mut self, evening: Option<Evening>) -> Self {
        self.begins = evening;
        let note =
            |evening: Evening| Wording::new("day-from_limb").with("time", ClockTime::show(evening.ended_s)).into();
        self.notes.extend(evening.map(note));
        self
    }

    /// The one suspension that is simulated, and the limb in it; none where several are.
    pub fn only_system(&self) -> Option<(&System, LimbVolume)> {
        let [system] = self.systems.as_slice() else { return None };
        Some((system, self.limb(system)))
    }

    /// The case's limb at rest.
    pub fn limb_at_rest(&self) -> Option<LimbVolume> {
        self.systems.first().map(|system| self.limb(system))
    }

    fn limb(&self, system: &System) -> LimbVolume {
        assemble(&self.read.case, &self.read.personal(self.library).parameters.central(), system, self.disturbance).limb
    }

    /// The central person's limb on the last evening, where one suspension is simulated.
    pub fn last_evening(&self, draw: Draw) -> Option<Evening> {
        let [system] = self.systems.as_slice() else { return None };
        let cases: Vec<Case> = self.cases().into_iter().map(|(_, case)| case).collect();
        let central = self.read.personal(self.library).parameters.person(draw.seed, 0);
        let inputs = DayInputs { noise: noise(draw, 0), grid_s: ROW_GRID_S, ..self.inputs() };
        simulate_days(&cases, &central, system, inputs, &|| Ok(())).ok()?.evening
    }

    fn inputs(&self) -> DayInputs<'a> {
        let usual = DayInputs::new(&self.library.regions);
        DayInputs { disturbance: self.disturbance, settings: self.read.settings, begins: self.begins, ..usual }
    }

    /// Each day as a case of its own.
    fn cases(&self) -> Vec<(Option<String>, Case)> {
        days_in_a_row::cases(&self.read.case, &self.row)
    }

    /// How many persons' days it takes, for a progress bar.
    pub fn steps(&self, draw: Draw) -> u64 {
        self.systems.len() as u64 * (u64::from(draw.persons) + 1 + days_in_a_row::steps(self.row.len(), draw))
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
        let personal = self.read.personal(self.library);
        let (inputs, parameters) = (self.inputs(), &personal.parameters);
        let days = compute::days_of(&self.read.case, parameters, &self.systems, draw, inputs, progress)?;
        let systems: Vec<&System> = self.systems.iter().collect();
        let cases = self.cases();
        let row_of_days = days_in_a_row::rows(&cases, parameters, &systems, inputs, draw, self.library, progress)?;
        let regions = self.by_region.then(|| {
            let central = parameters.person(draw.seed, 0);
            let inputs = DayInputs { noise: noise(draw, 0), ..inputs };
            self.systems.iter().map(|system| by_region(&self.read.case, &central, system, inputs)).collect()
        });
        let (tape, foundations) = (self.read.tape.clone(), personal.foundations.clone());
        let regions = regions.unwrap_or_default();
        Ok(DayResult { row_of_days, regions, ..DayResult::new(&self.read.case, tape, self.notes, days, foundations) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::case_of_text;
    use std::sync::atomic::{AtomicU64, Ordering};
    use twin::quantity::HOURS_A_CHARGE_H;

    fn mechanic() -> Workup {
        let text = include_str!("../../../cases/mechanic.toml").to_string();
        let none = |_: &str, _: crate::scan_file::Told<'_>| unreachable!("no scan is named");
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
        let week = || plan().in_a_row(Some(7)).unwrap();
        let count = AtomicU64::new(0);
        let step = || {
            count.fetch_add(1, Ordering::Relaxed);
            Ok(())
        };
        let result = week().simulate(draw, &step).unwrap();
        assert_eq!(count.into_inner(), week().steps(draw));
        assert_eq!(result.row_of_days.iter().map(|row| row.days.len()).collect::<Vec<_>>(), [7, 7]);
        assert!(plan().last_evening(draw).is_none(), "of which suspension?");
    }

    #[test]
    fn so_many_days_as_the_case_tells_or_as_are_asked_for() {
        let library = Library::embedded();
        let days = |case: &Workup, days| {
            let plan = DayPlan::new(case, &library, &["suction".into()], 0.0).unwrap();
            plan.in_a_row(days).map(|plan| plan.row.len()).ok()
        };
        let plain = mechanic();
        let count = [None, Some(0), Some(1), Some(60), Some(61)].map(|asked| days(&plain, asked));
        assert_eq!(count, [Some(1), None, Some(1), Some(60), None]);
        let text = include_str!("../../../cases/mechanic.toml").to_string() + "\n[[days]]\nrepeat = 3\n";
        let none = |_: &str, _: crate::scan_file::Told<'_>| unreachable!("no scan is named");
        let told = case_of_text("mechanic.toml".into(), text, &none).unwrap();
        assert_eq!([None, Some(2), Some(5)].map(|asked| days(&told, asked)), [Some(4), Some(2), None]);
    }

    #[test]
    fn what_no_day_has_is_refused() {
        let (read, library) = (mechanic(), Library::embedded());
        for (systems, pinhole_mm) in [(vec![], f64::NAN), (vec![], 6.0), (vec!["nonsense".to_string()], 0.0)] {
            assert!(DayPlan::new(&read, &library, &systems, pinhole_mm).is_err(), "{systems:?} {pinhole_mm}");
        }
        let with_sleeve = |weeks| DayPlan::new(&read, &library, &[], 0.0).unwrap().with_sleeve_of(weeks).is_ok();
        let sound = [None, Some(0.0), Some(52.0), Some(53.0), Some(-1.0), Some(f64::NAN)].map(with_sleeve);
        assert_eq!(sound, [true, true, true, false, false, false]);
    }

    #[test]
    fn one_draw_a_hybrid_and_other_cells_are_asked_by_name_from_the_catalogue() {
        let (read, library) = (mechanic(), Library::embedded());
        let names = ["4R152:once", "4R147+4R152:50", "4R152:level1-alkaline", "Unity"].map(String::from);
        let plan = DayPlan::new(&read, &library, &names, 0.0).unwrap();
        let result = plan.simulate(Draw { persons: 1, seed: 1 }, &|| Ok(())).unwrap();
        let ids: Vec<&str> = result.days.iter().map(|day| day.system.id.as_str()).collect();
        assert_eq!(ids, ["4R152:once:57.6", "4R147+4R152:50", "4R152:level1-alkaline", "Unity"]);
        let hours = result.days.iter().map(|day| day.summary.spread(&HOURS_A_CHARGE_H).map(|hours| hours.central));
        let hours: Vec<Option<f64>> = hours.collect();
        assert!(hours[0] > hours[2] && hours[1] > hours[2] && hours[2] > Some(0.0) && hours[3].is_none(), "{hours:?}");
        // A hybrid is of two articles, and what refuses either is told.
        let told = |what: &str| result.notes.iter().any(|note| note.contains(what));
        assert!(told("Unity"), "{:?}", result.notes);
        let refused =
            |article: &str| read.judged(&library).pump(article).is_some_and(|pump| pump.refusals().next().is_some());
        let notes = ["4R147", "4R152"].into_iter().filter(|article| refused(article));
        assert!(notes.into_iter().all(told), "{:?}", result.notes);
    }
}
