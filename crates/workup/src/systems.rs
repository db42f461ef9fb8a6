//! Which suspensions a case's day is simulated with, and how a user names them.

use crate::problem::{Failure, Fault};
use domain::Case;
use domain::case::SocketConcept;
use domain::catalog::{Catalog, Drive as CatalogDrive};
use domain::limb::AmputationLevel;
pub use evidence::systems::{MODES, mode_words, of_pump};
use evidence::systems::{NoSystem, Worn, in_socket, worn};
use fitting::{Fitting, Standing, topics};
use texts::{Arg, Said, Wording};
use twin::system::System;

/// How the socket of a case carries load: as its own technique says, else on the total surface, which active vacuum asks for.
fn concept(case: &Case) -> SocketConcept {
    case.socket_concept().unwrap_or(SocketConcept::even(case.limb.amputation_level))
}

/// The best weight-activated and the best electronic pump of those that fit, the recommended one first.
pub fn pumps(case: &Case, fitting: &Fitting) -> Vec<System> {
    let mut drives: Vec<CatalogDrive> = vec![];
    let mut systems = vec![];
    let fitting_ones = fitting.pumps.iter().filter(|pump| pump.standing != Standing::Refused);
    for pump in fitting_ones.filter(|_| fitting.candidate) {
        if !drives.contains(&pump.data.drive) {
            drives.push(pump.data.drive);
            systems.push(in_socket(of_pump(pump, case.prosthesis.pump_mode), concept(case)));
        }
    }
    systems
}

/// The best pump of each kind (if any fits), then the alternatives to beat, all in the socket of the case.
pub fn usual(case: &Case, fitting: &Fitting) -> Vec<System> {
    let mut systems = pumps(case, fitting);
    systems.extend([System::suction(), System::pin_lock()].map(|system| in_socket(system, concept(case))));
    systems
}

/// The pump whose vacuum is worn now, where the case names one that the catalogue has.
pub fn pump_now(case: &Case, catalog: &Catalog, fitting: &Fitting) -> Option<System> {
    let existing = case.prosthesis.existing.as_ref()?;
    let pump = fitting.pump(&catalog.named(&existing.pump)?.article)?;
    Some(of_pump(pump, case.prosthesis.pump_mode))
}

/// What has to be said beside the day: of the limb's level, and of suspensions that fitting refuses or lets wait.
pub fn notes(systems: &[System], case: &Case, fitting: &Fitting) -> Vec<Said> {
    let level = of_level(case.limb.amputation_level);
    level.into_iter().chain(of_gap(case)).chain(told(systems, fitting)).collect()
}

/// Which socket a day is lived in, where the present one is loose or tight: the case's gap is the present socket's.
pub fn of_gap(case: &Case) -> Option<Said> {
    let gap = case.prosthesis.fit_gap_mm;
    (gap != 0.0).then(|| {
        let id = if gap > 0.0 { "day_note-loose" } else { "day_note-tight" };
        Wording::new(id).with("gap", Arg::Figure(format!("{} mm", crate::number::number(gap.abs(), 1)))).into()
    })
}

/// What a day of a limb of this level stands on, where that is another level's studies.
pub fn of_level(level: AmputationLevel) -> Option<Said> {
    match level {
        AmputationLevel::Transtibial => None,
        AmputationLevel::Transfemoral => Some(Wording::new("day_note-above_the_knee").into()),
    }
}

/// A sentence for every suspension that fitting refuses, or lets wait: it may be simulated, but not unsaid.
fn told(systems: &[System], fitting: &Fitting) -> Vec<Said> {
    systems
        .iter()
        .flat_map(|system| {
            let articles = system.id.split([':', '@']).next().unwrap_or_default();
            articles.split('+').map(move |article| (system, article))
        })
        .filter_map(|(system, article)| {
            let pump = fitting.pump(article)?;
            if let Some(reason) = pump.refusals().next() {
                let named = if system.name.contains(article) { "day_note-refused" } else { "day_note-refused_article" };
                let said = Wording::new(named).with("system", &system.name).with("reason", &reason.text);
                return Some(said.with("article", article).into());
            }
            let open = topics(fitting.to_settle_with(Some(pump)));
            let open: Vec<Arg> = open.into_iter().map(Arg::from).collect();
            let waits = Wording::new("day_note-waits").with("system", &system.name).with("article", article);
            (!open.is_empty()).then(|| waits.with("open", Arg::List(open, ';')).into())
        })
        .collect()
}

/// The suspension a user names, as `evidence::systems` writes them; what is not named is as the case has it.
///
/// # Errors
/// What is wrong with the name, and what would be right.
pub fn named(text: &str, case: &Case, catalog: &Catalog, fitting: &Fitting) -> Result<System, Failure> {
    let worn = worn(text, catalog)
        .map_err(|NoSystem { what, right }| Failure::input(Fault::of_argument("--system", text, what, &right)))?;
    let said = match &worn {
        Worn::Same { socket, .. } | Worn::Pump { socket, .. } => *socket,
    };
    let level = case.limb.amputation_level;
    if said.is_some_and(|socket| socket.level() != level) {
        let own = SocketConcept::ALL.into_iter().filter(|socket| socket.level() == level).map(SocketConcept::key);
        let right = format!("for a {} limb give {}", level.label(), own.collect::<Vec<_>>().join(" or "));
        return Err(Failure::input(Fault::of_argument("--system", text, "a socket for another level", right)));
    }
    match worn {
        Worn::Same { system, socket } => Ok(in_socket(*system, socket.unwrap_or_else(|| concept(case)))),
        Worn::Pump { article, works, socket } => {
            let judged = |article: &str| {
                fitting.pump(article).ok_or_else(|| {
                    Failure::input(Fault::of_argument("--system", text, "this pump was not judged", "name another"))
                })
            };
            let system = works.system(judged(&article)?, case.prosthesis.pump_mode, judged)?;
            Ok(in_socket(system, socket.unwrap_or_else(|| concept(case))))
        }
    }
}
