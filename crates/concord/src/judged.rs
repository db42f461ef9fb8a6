//! A case judged: what the rules advise, and what the simulated day of the recommended pump adds to it.

use crate::library::Library;
use crate::systems;
use control::Settings;
use domain::Case;
use fitting::{Fitting, Swelling, recommend, swelling};
use twin::day::{DayInputs, simulate};
use twin::events::{EventKind, SWELLING_PCT};

/// Screens and fits a case, and lives the day of the person with central parameter values on the recommended pump.
pub fn judged(case: &Case, settings: &Settings, library: &Library) -> Fitting {
    let mut fitting = recommend(case, &library.catalog, &library.rules);
    let Some(system) = systems::pumps(case, &fitting).into_iter().next() else { return fitting };
    let inputs = DayInputs { settings: *settings, ..DayInputs::new(&library.regions) };
    let day = simulate(case, &library.parameters.central(), &system, inputs);
    if day.events.iter().any(|event| event.kind == EventKind::Swelling) {
        let found = Swelling { grown_pct: SWELLING_PCT, system: &system.name };
        for conclusion in swelling(&library.rules, found) {
            fitting.found(conclusion);
        }
    }
    fitting
}
