//! A case judged: what the rules advise, and what the simulated day of the best pumps adds to it.

use crate::library::Library;
use crate::systems;
use control::Settings;
use domain::Case;
use fitting::{Fitting, Swelling, recommend, swelling};
use twin::day::{DayInputs, simulate};
use twin::events::{EventKind, SWELLING_PCT};

/// Screens and fits a case, and lives the day of the person with central parameter values on the best pumps.
pub fn judged(case: &Case, settings: &Settings, library: &Library) -> Fitting {
    let mut fitting = recommend(case, &library.catalog, &library.rules);
    let inputs = DayInputs { settings: *settings, ..DayInputs::new(&library.regions) };
    let values = library.parameters.central();
    let swollen: Vec<String> = systems::pumps(case, &fitting)
        .into_iter()
        .filter(|system| {
            let day = simulate(case, &values, system, inputs);
            day.events.iter().any(|event| event.kind == EventKind::Swelling)
        })
        .map(|system| system.name)
        .collect();
    if !swollen.is_empty() {
        for conclusion in swelling(&library.rules, Swelling { grown_pct: SWELLING_PCT, systems: &swollen }) {
            fitting.found(conclusion);
        }
    }
    fitting
}
