//! Which suspensions a case's day is simulated with, and how a user names them.

use crate::problem::{Failure, Fault};
use domain::Case;
use domain::catalog::{Catalog, Drive as CatalogDrive};
use domain::limb::AmputationLevel;
use fitting::Fitting;
pub use study::systems::{MODES, of_pump};
use twin::system::System;

/// The recommended pump (if any), then the alternatives to beat.
pub fn usual(case: &Case, fitting: &Fitting) -> Vec<System> {
    let mut systems: Vec<System> =
        fitting.recommended().into_iter().map(|pump| of_pump(pump, case.prosthesis.pump_mode)).collect();
    systems.push(System::suction());
    systems.push(System::pin_lock());
    systems
}

/// What has to be said beside the day: of the limb's level, and of suspensions that fitting refuses.
pub fn notes(systems: &[System], case: &Case, fitting: &Fitting) -> Vec<String> {
    of_level(case.limb.amputation_level).map(String::from).into_iter().chain(refused(systems, fitting)).collect()
}

/// What a day of a limb of this level stands on, where that is another level's studies.
pub const fn of_level(level: AmputationLevel) -> Option<&'static str> {
    match level {
        AmputationLevel::Transtibial => None,
        AmputationLevel::Transfemoral => Some(
            "Above the knee the day is an extrapolation: tissue, bone and seal are those of studies of transtibial limbs, and \
             the seal is a sleeve's (concord_assumption)",
        ),
    }
}

/// A sentence for every suspension that fitting refuses: it may be simulated, but not unsaid.
pub fn refused(systems: &[System], fitting: &Fitting) -> Vec<String> {
    systems
        .iter()
        .filter_map(|system| {
            let article = system.id.split(':').next().unwrap_or_default();
            let reason = fitting.pump(article)?.refusals().next()?;
            Some(format!("{} {article} is refused for this person: {}", system.name, reason.text))
        })
        .collect()
}

/// The suspension a user names: `suction`, `pin`, or a pump's article or printed name, for an electronic one with a
/// mode (`…:level2`).
///
/// # Errors
/// What is wrong with the name, and what would be right.
pub fn named(text: &str, case: &Case, catalog: &Catalog, fitting: &Fitting) -> Result<System, Failure> {
    let wrong = |what: &str| {
        let articles: Vec<&str> = catalog.pumps().map(|(component, _)| component.article.as_str()).collect();
        let modes: Vec<&str> = MODES.iter().map(|(name, _)| *name).collect();
        let right = format!(
            "give suction, pin, or one of {}; an electronic pump may name its mode after a colon ({})",
            articles.join(", "),
            modes.join(", ")
        );
        Failure::input(Fault::of_argument("--system", text, what, &right))
    };
    match text {
        "suction" => return Ok(System::suction()),
        "pin" => return Ok(System::pin_lock()),
        _ => {}
    }
    let (pump, mode) = match text.split_once(':') {
        None => (text, case.prosthesis.pump_mode),
        Some((pump, mode)) => {
            let known = MODES.iter().find(|(name, _)| *name == mode);
            (pump, known.ok_or_else(|| wrong("no such mode"))?.1)
        }
    };
    let component = catalog.named(pump).ok_or_else(|| wrong("no such suspension"))?;
    let advice = fitting.pump(&component.article).ok_or_else(|| wrong("this article is not a pump"))?;
    if text.contains(':') && advice.data.drive != CatalogDrive::Electric {
        return Err(wrong("only an electronic pump has modes"));
    }
    Ok(of_pump(advice, mode))
}
