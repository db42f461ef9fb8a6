//! The suspension that a pump of the catalogue makes, and how its modes are named.

use domain::case::{PumpMode, SocketConcept};
use domain::catalog::{Connection as CatalogConnection, Drive as CatalogDrive};
use fitting::PumpAdvice;
use twin::system::{Connection, Drive, System};

/// Names of the electronic pump's modes, as a user writes them after a colon.
pub const MODES: [(&str, PumpMode); 7] = [
    ("off", PumpMode::Off),
    ("auto", PumpMode::Automatic),
    ("level1", PumpMode::Level1),
    ("level2", PumpMode::Level2),
    ("level3", PumpMode::Level3),
    ("level4", PumpMode::Level4),
    ("reverse", PumpMode::Reverse),
];

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
            rated_mass_kg: pump
                .size
                .as_ref()
                .and_then(|size| size.mass.ends_kg())
                .map(|[least, most]| 0.5 * (least + most)),
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

fn mode_name(mode: PumpMode) -> &'static str {
    MODES.iter().find(|(_, known)| *known == mode).map_or("auto", |(name, _)| name)
}
