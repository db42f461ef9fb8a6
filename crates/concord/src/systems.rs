//! Which suspensions a case's day is simulated with, and how a user names them.

use crate::problem::{Failure, Fault};
use domain::Case;
use domain::case::{PumpMode, SocketConcept};
use domain::catalog::{Catalog, Connection as CatalogConnection, Drive as CatalogDrive};
use fitting::{Fitting, PumpAdvice};
use twin::system::{Connection, Drive, System};

/// Names of the electronic pump's modes on the command line.
pub const MODES: [(&str, PumpMode); 7] = [
    ("off", PumpMode::Off),
    ("auto", PumpMode::Automatic),
    ("level1", PumpMode::Level1),
    ("level2", PumpMode::Level2),
    ("level3", PumpMode::Level3),
    ("level4", PumpMode::Level4),
    ("reverse", PumpMode::Reverse),
];

/// The recommended pump (if any), then the alternatives to beat.
pub fn usual(case: &Case, fitting: &Fitting) -> Vec<System> {
    let mut systems: Vec<System> =
        fitting.recommended().into_iter().map(|pump| of_pump(pump, case.prosthesis.pump_mode)).collect();
    systems.push(System::suction());
    systems.push(System::pin_lock());
    systems
}

/// The suspension that a pump makes.
pub fn of_pump(pump: &PumpAdvice, mode: PumpMode) -> System {
    let data = &pump.data;
    let connection = match data.connection {
        Some(CatalogConnection::Direct) => Connection::Direct,
        // A tube holds more air: the careful assumption where nothing is printed.
        Some(CatalogConnection::Tube) | None => Connection::Tube,
    };
    let drive = match data.drive {
        CatalogDrive::Electric => Drive::Electric { mode, connection },
        CatalogDrive::WeightActivated => Drive::WeightActivated {
            // Where no number of chambers is printed, the legacy kind with one.
            chambers: u32::from(data.chambers.unwrap_or(1)),
            // A ring that comes in sizes is made for its band's middle; another is adjusted to the person.
            rated_mass_kg: pump.size.as_ref().map(|size| 0.5 * (size.min_kg + size.max_kg)),
            ring_condition: 1.0,
            connection,
        },
    };
    let id = match data.drive {
        CatalogDrive::Electric => format!("{}:{}", pump.article, mode_name(mode)),
        CatalogDrive::WeightActivated => pump.article.clone(),
    };
    System { id, name: pump.name.clone(), drive, socket: SocketConcept::TotalSurfaceBearing }
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

fn mode_name(mode: PumpMode) -> &'static str {
    MODES.iter().find(|(_, known)| *known == mode).map_or("auto", |(name, _)| name)
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
