//! A case judged: what the rules advise, and what the simulated day of the recommended pump adds to it.

use crate::library::Library;
use crate::personal::Personal;
use crate::systems;
use control::Settings;
use domain::Case;
use fitting::{Fitting, Lived, lived, recommend};
use twin::day::{DayInputs, simulate};
use twin::events::{EventKind, SWELLING_PCT};
use twin::parameters::Values;
use twin::person_day::held_hours;

/// Screens and fits a case, and lives the day of the person with central parameter values on the recommended pump.
pub fn judged(case: &Case, settings: &Settings, library: &Library) -> Fitting {
    let advised = recommend(case, &library.catalog, &library.rules);
    let central = Personal::of(case, library, &advised).parameters.central();
    lived_on(advised, case, &central, settings, library)
}

/// The same with what the rules advise.
pub(crate) fn lived_on(
    mut fitting: Fitting,
    case: &Case,
    central: &Values,
    settings: &Settings,
    library: &Library,
) -> Fitting {
    let Some(system) = systems::pumps(case, &fitting).into_iter().next() else { return fitting };
    let inputs = DayInputs { settings: *settings, ..DayInputs::new(&library.regions) };
    let day = simulate(case, central, &system, inputs);
    let swollen = day.events.iter().any(|event| event.kind == EventKind::Swelling);
    let Some((worn_h, held_h)) = held_hours(&day) else { return fitting };
    let swollen_pct = swollen.then_some(SWELLING_PCT);
    for conclusion in lived(&library.rules, Lived { system: &system.name, swollen_pct, worn_h, held_h }) {
        fitting.found(conclusion);
    }
    fitting
}
