//! A case judged: what the rules advise, and what the simulated day of the best pumps adds to it.

use crate::library::Library;
use crate::systems;
use control::Settings;
use domain::Case;
use fitting::{Conclusion, Evidence, Fitting, Grade, Input, Verdict, recommend};
use twin::day::{DayInputs, simulate};
use twin::events::{EventKind, SWELLING_PCT};

/// Id of the conclusion that a day's swelling leads to.
pub const SWELLING: &str = "day.swelling_in_vacuum";

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
        fitting.found(oedema(&swollen));
    }
    fitting
}

fn oedema(systems: &[String]) -> Conclusion {
    Conclusion {
        rule: SWELLING.into(),
        verdict: Verdict::NotBefore,
        text: format!(
            "A warning of oedema: in the simulated day the limb is for an hour more than {SWELLING_PCT:.0} % larger in vacuum than at donning ({}). \
             Find the cause first: too much vacuum, a socket that is loose or leaves a part of the limb without contact, or a limb \
             that swells by itself.",
            systems.join("; ")
        ),
        inputs: vec![Input { field: "day".into(), value: "simulated, central parameter values".into() }],
        source: "ottobock_1c62_ifu".into(),
        evidence: Evidence { grade: Grade::OurAssumption, n: None },
        merit: 0.0,
        note: Some(format!("The bound of {SWELLING_PCT:.0} % is ours.")),
    }
}
