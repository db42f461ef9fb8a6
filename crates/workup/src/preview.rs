//! A day with a few things changed: what a slider asks. The person with central parameter values at once; the spread over
//! some persons when asked for.

use crate::compute;
use crate::days_in_a_row;
use crate::input::Workup;
use crate::library::Library;
use crate::problem::{Failure, Fault};
use crate::systems;
use domain::Case;
use domain::document::Violation;
use domain::sock::SockPly;
use fitting::Fitting;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use twin::assemble::{Disturbance, sock_thickness};
use twin::day::DayInputs;
use twin::ensemble::{Cancelled, Draw, EnsembleDay};
use twin::row_of_days::RowOfDays;
use twin::stride::{Stride, stride};
use twin::system::System;

/// Grid of a preview, s: as fine as a screen shows.
pub const GRID_S: f64 = 300.0;

/// How much larger an error of a step may be than a report's: volumes stay within 0.05 %.
const LOOSER: f64 = 16.0;

/// Persons drawn for a preview's spread.
const PERSONS: u32 = 20;

/// Suspensions of one preview.
const MOST_SYSTEMS: usize = 6;

/// What is changed; what is absent stays as the case has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Changed {
    /// Body mass, kg.
    pub body_mass_kg: Option<f64>,
    /// Gap between limb and wall at donning, mm: positive is loose.
    pub fit_gap_mm: Option<f64>,
    /// Cadence of every walk, steps/min.
    pub cadence_steps_per_min: Option<f64>,
    /// A hole in the sleeve, there from the morning, mm.
    pub pinhole_mm: Option<f64>,
    /// A sock worn from the morning.
    pub sock: Option<SockPly>,
    /// Suspensions as the command line names them: `suction`, `pin`, a pump's article, `…:level2`.
    pub systems: Vec<String>,
    /// Whether the spread is asked for, too.
    pub bands: bool,
}

/// The suspensions, and the case as changed.
pub struct Preview<'a> {
    read: &'a Workup,
    library: &'a Library,
    /// The case with the changes.
    pub case: Case,
    /// The suspensions.
    pub systems: Vec<System>,
    disturbance: Disturbance,
}

impl<'a> Preview<'a> {
    /// Checks what is changed as the case file itself is checked.
    ///
    /// # Errors
    /// Values out of range, unknown suspensions.
    pub fn new(read: &'a Workup, fitting: &Fitting, library: &'a Library, changed: &Changed) -> Result<Self, Failure> {
        let mut case = read.case.clone();
        if let Some(mass) = changed.body_mass_kg {
            case.person.body_mass_kg = mass;
        }
        if let Some(gap) = changed.fit_gap_mm {
            case.prosthesis.fit_gap_mm = gap;
        }
        if let Some(cadence) = changed.cadence_steps_per_min {
            case.day.set_cadence(cadence);
        }
        let mut wrong = case.violations();
        let pinhole_mm = changed.pinhole_mm.unwrap_or(0.0);
        if !(0.0..=5.0).contains(&pinhole_mm) {
            wrong.push(Violation::new("pinhole_mm", "out of range", "give 0 to 5 mm"));
        }
        if changed.systems.len() > MOST_SYSTEMS {
            wrong.push(Violation::new("systems", "too many", format!("give at most {MOST_SYSTEMS}")));
        }
        if !wrong.is_empty() {
            let fault = |found: Violation| Fault::of_argument(&found.field, "", found.what, found.expected);
            return Err(Failure::Input(wrong.into_iter().map(fault).collect()));
        }
        // A sock fills the gap by its thickness; what else it does is the twin's.
        if let Some(sock) = changed.sock {
            case.prosthesis.fit_gap_mm -= sock_thickness(&read.personal(library).parameters.central()).of(sock);
        }
        let systems = if changed.systems.is_empty() {
            systems::usual(&case, fitting)
        } else {
            let named = |name: &String| systems::named(name, &case, &library.catalog, fitting);
            changed.systems.iter().map(named).collect::<Result<_, _>>()?
        };
        let disturbance = Disturbance { pinhole_mm, ..Disturbance::default() };
        Ok(Self { read, library, case, systems, disturbance })
    }

    fn inputs(&self) -> DayInputs<'a> {
        let usual = DayInputs::new(&self.library.regions);
        DayInputs {
            disturbance: self.disturbance,
            settings: self.read.settings,
            grid_s: GRID_S,
            tolerance: usual.tolerance.times(LOOSER),
            ..usual
        }
    }

    /// The day on every suspension, with its spread where `bands` asks for it.
    ///
    /// # Errors
    /// [`Cancelled`] as soon as `progress` says so.
    pub fn days(
        &self,
        bands: bool,
        progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
    ) -> Result<Vec<EnsembleDay>, Cancelled> {
        let draw = Draw { persons: if bands { PERSONS } else { 0 }, seed: 1 };
        let parameters = &self.read.personal(self.library).parameters;
        compute::days_of(&self.case, parameters, &self.systems, draw, self.inputs(), progress)
    }

    /// The days in a row on every suspension, with their spread; nothing where the case tells but one.
    ///
    /// # Errors
    /// [`Cancelled`] as soon as `progress` says so.
    pub fn row_of_days(
        &self,
        progress: &(dyn Fn() -> Result<(), Cancelled> + Sync),
    ) -> Result<Vec<RowOfDays>, Cancelled> {
        let told = days_in_a_row::cases(&self.case, &self.case.days_in_a_row());
        let parameters = &self.read.personal(self.library).parameters;
        let systems: Vec<&System> = self.systems.iter().collect();
        let draw = Draw { persons: PERSONS, seed: 1 };
        days_in_a_row::rows(&told, parameters, &systems, self.inputs(), draw, self.library, progress)
    }

    /// The stride on the first suspension at `t_s` after midnight.
    pub fn stride(&self, t_s: f64) -> Option<Stride> {
        let t_s = t_s.clamp(self.case.day.begins_s(), self.case.day.ends_s());
        let values = self.read.personal(self.library).parameters.central();
        Some(stride(&self.case, &values, self.systems.first()?, self.inputs(), t_s))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::case_of_text;
    use fitting::recommend;
    use twin::ensemble::Draw;
    use twin::quantity::{PEAK_PRESSURE_KPA, SOCKS_ADDED, VACUUM_MEAN_KPA, VOLUME};

    fn mechanic() -> (Workup, Library) {
        let text = include_str!("../../../cases/mechanic.toml").to_string();
        let none = |_: &str, _: crate::scan_file::Told<'_>| unreachable!("no scan is named");
        (case_of_text("mechanic.toml".into(), text, &none).unwrap(), Library::embedded())
    }

    #[test]
    fn nothing_changed_is_nearly_the_day_of_the_report() {
        let (read, library) = mechanic();
        let fitting = recommend(&read.case, &library.catalog, &library.rules);
        let preview = Preview::new(&read, &fitting, &library, &Changed::default()).unwrap();
        let draw = Draw { persons: 0, seed: 1 };
        let whole = compute::days(&read, &library, &preview.systems, draw, Disturbance::default(), &|| Ok(())).unwrap();
        for (seen, whole) in preview.days(false, &|| Ok(())).unwrap().iter().zip(&whole) {
            let end = |day: &EnsembleDay| day.traces.band(&VOLUME).unwrap().central.last().copied().unwrap();
            assert!((end(seen) - end(whole)).abs() < 0.05, "{} instead of {}", end(seen), end(whole));
            let told = |day: &EnsembleDay| day.events.iter().map(|event| event.kind).collect::<Vec<_>>();
            assert_eq!(told(seen), told(whole));
        }
    }

    #[test]
    fn every_slider_moves_what_it_says() {
        let (read, library) = mechanic();
        let fitting = recommend(&read.case, &library.catalog, &library.rules);
        let day = |changed: &Changed| {
            Preview::new(&read, &fitting, &library, changed).unwrap().days(false, &|| Ok(())).unwrap()
        };
        let usual = day(&Changed::default());
        let peak = |days: &[EnsembleDay]| days[0].summary.spread(&PEAK_PRESSURE_KPA).unwrap().central;
        assert!(peak(&day(&Changed { body_mass_kg: Some(95.0), ..Changed::default() })) > peak(&usual));
        let vacuum = |days: &[EnsembleDay]| days[0].summary.spread(&VACUUM_MEAN_KPA).unwrap().central;
        assert!(vacuum(&day(&Changed { pinhole_mm: Some(0.3), ..Changed::default() })) < vacuum(&usual));
        // Whoever feels loose adds socks; one that is there from the morning need not be added.
        let added = |days: &[EnsembleDay]| days.last().unwrap().summary.spread(&SOCKS_ADDED).unwrap().central;
        let loose = Changed { fit_gap_mm: Some(2.0), ..Changed::default() };
        assert!(added(&day(&loose)) > added(&usual));
        assert!(added(&day(&Changed { sock: Some(SockPly::Five), ..loose.clone() })) < added(&day(&loose)));
        assert_ne!(
            day(&Changed { cadence_steps_per_min: Some(80.0), ..Changed::default() })[0].traces,
            usual[0].traces
        );
    }

    #[test]
    fn what_the_case_may_not_be_a_slider_may_not_make_it() {
        let (read, library) = mechanic();
        let fitting = recommend(&read.case, &library.catalog, &library.rules);
        for changed in [
            Changed { body_mass_kg: Some(f64::NAN), ..Changed::default() },
            Changed { fit_gap_mm: Some(100.0), ..Changed::default() },
            Changed { pinhole_mm: Some(-1.0), ..Changed::default() },
            Changed { systems: vec!["nonsense".into()], ..Changed::default() },
            Changed { systems: vec!["pin".into(); 7], ..Changed::default() },
        ] {
            assert!(Preview::new(&read, &fitting, &library, &changed).is_err(), "{changed:?}");
        }
    }
}
