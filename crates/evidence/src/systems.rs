//! The suspensions that a day, a study and the API can ask for, and how they are written: one list for all of them.
//!
//! A name is `suction`, `pin`, `regulated:57.6` (kPa), or a pump's article or printed name; an electronic pump may name its
//! mode after a colon (`…:level2`). The socket may follow after an `@`: `tsb` bears load on the total surface, `ptb` on
//! specific places (`pin@tsb`).

use domain::case::{PumpMode, SocketConcept};
use domain::catalog::{Catalog, Connection, Drive as CatalogDrive};
use fitting::{Fitting, PumpAdvice, Standing};
use texts::{Said, Wording};
use twin::pump::PumpNumbers;
use twin::system::{Drive, System};

/// Names of the electronic pump's modes, as a user writes them after a colon; their words are `mode-…` in the texts.
pub const MODES: [(&str, PumpMode); 7] = [
    ("off", PumpMode::Off),
    ("auto", PumpMode::Automatic),
    ("level1", PumpMode::Level1),
    ("level2", PumpMode::Level2),
    ("level3", PumpMode::Level3),
    ("level4", PumpMode::Level4),
    ("reverse", PumpMode::Reverse),
];

/// Names of the sockets, as a user writes them after an `@`.
const SOCKETS: [(&str, SocketConcept); 2] =
    [("tsb", SocketConcept::TotalSurfaceBearing), ("ptb", SocketConcept::PatellarTendonBearing)];

/// What a regulated source may hold, kPa below the ambient air.
pub const REGULATED_KPA: std::ops::RangeInclusive<f64> = 1.0..=90.0;

/// What is worn.
#[derive(Clone, Debug, PartialEq)]
pub enum Worn {
    /// The same for everyone.
    Same {
        /// In a total-surface-bearing socket.
        system: Box<System>,
        /// How the socket carries load, where it is named.
        socket: Option<SocketConcept>,
    },
    /// A pump of the catalogue, in each person's own size.
    Pump {
        /// Its article.
        article: String,
        /// Position of an electronic pump's switch, where it is named.
        mode: Option<PumpMode>,
        /// How the socket carries load, where it is named.
        socket: Option<SocketConcept>,
    },
}

impl Worn {
    /// The suspension of a person, or why the person cannot have it.
    ///
    /// # Errors
    /// The rule that refuses the pump.
    pub fn system(
        &self,
        fitting: Option<&Fitting>,
        ring_condition: Option<f64>,
        screened: bool,
    ) -> Result<System, String> {
        match self {
            Self::Same { system, socket } => {
                Ok(in_socket(System::clone(system), socket.unwrap_or(SocketConcept::TotalSurfaceBearing)))
            }
            Self::Pump { article, mode, socket } => {
                let Some(pump) = fitting.and_then(|fitting| fitting.pump(article)) else {
                    return Err(format!("{article}: not judged"));
                };
                if screened && pump.standing == Standing::Refused {
                    let rule = pump.refusals().next().map_or("refused", |conclusion| conclusion.rule.as_str());
                    return Err(format!("{article}: {rule}"));
                }
                let system = of_pump(pump, mode.unwrap_or(PumpMode::Automatic));
                let mut system = in_socket(system, socket.unwrap_or(SocketConcept::TotalSurfaceBearing));
                if let Some(worn) = ring_condition
                    && let Drive::WeightActivated { ring_condition, .. } = &mut system.drive
                {
                    *ring_condition = worn;
                }
                Ok(system)
            }
        }
    }
}

/// A name that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSystem {
    /// What is wrong.
    pub what: &'static str,
    /// What would be right.
    pub right: String,
}

/// A mode's name, as a user writes it.
fn mode_name(mode: PumpMode) -> &'static str {
    MODES.iter().find(|(_, known)| *known == mode).map_or("auto", |(name, _)| name)
}

/// A mode's words.
pub fn mode_words(mode: PumpMode) -> Said {
    Wording::new(format!("mode-{}", mode_name(mode))).into()
}

/// Reads a name.
///
/// # Errors
/// What is wrong with it, and what would be right.
pub fn worn(text: &str, catalog: &Catalog) -> Result<Worn, NoSystem> {
    let wrong = |what, right: String| NoSystem { what, right };
    let (name, socket) = match text.split_once('@') {
        None => (text, None),
        Some((name, socket)) => {
            let known = SOCKETS.iter().find(|(known, ..)| *known == socket);
            let known = known.ok_or_else(|| wrong("no such socket", "after the @ give tsb or ptb".into()))?;
            (name, Some(known.1))
        }
    };
    let same = |system: System| Ok(Worn::Same { system: Box::new(system), socket });
    let (name, detail) = name.split_once(':').map_or((name, None), |(name, detail)| (name, Some(detail)));
    match (name, detail) {
        ("suction", None) => return same(System::suction()),
        ("pin", None) => return same(System::pin_lock()),
        ("regulated", level) => {
            let level = level.and_then(|kpa| kpa.parse().ok()).filter(|kpa| REGULATED_KPA.contains(kpa));
            let right = format!(
                "give {} to {} kPa below the ambient air, e.g. regulated:57.6 (17 inHg)",
                REGULATED_KPA.start(),
                REGULATED_KPA.end()
            );
            return same(System::regulated(level.ok_or_else(|| wrong("no vacuum for a regulated source", right))?));
        }
        _ => {}
    }
    let named = catalog.named(name).map(|component| component.article.as_str());
    let Some((component, data)) = catalog.pumps().find(|(component, _)| Some(component.article.as_str()) == named)
    else {
        return Err(wrong("no such suspension", expected(catalog)));
    };
    let mode = match detail {
        None => None,
        Some(_) if data.drive != CatalogDrive::Electric => {
            return Err(wrong("only an electronic pump has modes", "leave out the colon and the mode".into()));
        }
        Some(mode) => {
            let known = MODES.iter().find(|(known, _)| *known == mode).map(|(_, mode)| *mode);
            let modes = MODES.map(|(name, ..)| name).join(", ");
            Some(known.ok_or_else(|| wrong("no such mode", format!("give one of {modes}")))?)
        }
    };
    Ok(Worn::Pump { article: component.article.clone(), mode, socket })
}

/// Every name there is, in a sentence.
fn expected(catalog: &Catalog) -> String {
    let articles: Vec<&str> = catalog.pumps().map(|(component, _)| component.article.as_str()).collect();
    format!(
        "give suction, pin, regulated:57.6 (kPa), or one of {}; an electronic pump may name its mode after a colon ({}), a socket \
         may follow after an @ (tsb, ptb)",
        articles.join(", "),
        MODES.map(|(name, ..)| name).join(", ")
    )
}

/// The same suspension in a socket that carries load so.
pub fn in_socket(system: System, socket: SocketConcept) -> System {
    if system.socket == socket {
        return system;
    }
    let (name, _) = SOCKETS[usize::from(socket == SocketConcept::PatellarTendonBearing)];
    let words = Wording::new(format!("system-in_{name}")).with("system", &system.name);
    System { id: format!("{}@{name}", system.id), name: words.into(), socket, ..system }
}

/// The suspension that a pump makes in a total-surface-bearing socket.
pub fn of_pump(pump: &PumpAdvice, mode: PumpMode) -> System {
    let data = &pump.data;
    // A tube holds more air: the careful assumption where nothing is printed.
    let connection = data.connection.unwrap_or(Connection::Tube);
    let drive = match data.drive {
        CatalogDrive::Electric => Drive::Electric { mode, connection },
        CatalogDrive::Hand => Drive::Hand { connection },
        CatalogDrive::WeightActivated | CatalogDrive::SwingDriven => Drive::WeightActivated {
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
    let (id, name) = match data.drive {
        CatalogDrive::Electric => {
            let words = Wording::new("system-in_mode").with("system", &pump.name).with("mode", mode_words(mode));
            (format!("{}:{}", pump.article, mode_name(mode)), words.into())
        }
        _ => (pump.article.clone(), pump.name.as_str().into()),
    };
    System {
        id,
        name,
        drive,
        socket: SocketConcept::TotalSurfaceBearing,
        pump: data.performance.as_ref().map(PumpNumbers::of),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog() -> Catalog {
        let files = [
            ("4R180.toml", include_str!("../../../data/catalog/ottobock/4R180.toml")),
            ("4R147.toml", include_str!("../../../data/catalog/ottobock/4R147.toml")),
            ("4X147.toml", include_str!("../../../data/catalog/ottobock/4X147.toml")),
            ("2R117.toml", include_str!("../../../data/catalog/ottobock/2R117.toml")),
            ("sound_absorber.toml", include_str!("../../../data/catalog/ottobock/sound_absorber.toml")),
            ("4R152.toml", include_str!("../../../data/catalog/ottobock/4R152.toml")),
            ("4R153.toml", include_str!("../../../data/catalog/ottobock/4R153.toml")),
            ("4R153=1.toml", include_str!("../../../data/catalog/ottobock/4R153=1.toml")),
        ];
        Catalog::parse(files).expect("a few files of the catalogue")
    }

    #[test]
    fn one_list_names_every_suspension_and_its_socket() {
        let catalog = catalog();
        let same = |text: &str| match worn(text, &catalog).expect(text) {
            same @ Worn::Same { .. } => {
                let system = same.system(None, None, false).expect(text);
                (system.id, system.name.to_string())
            }
            Worn::Pump { .. } => panic!("{text} is a pump"),
        };
        assert_eq!(same("regulated:57.6").0, "regulated:57.6");
        assert_eq!(same("pin@tsb"), same("pin"));
        assert_eq!(same("pin@ptb").0, "pin@ptb");
        assert_eq!(same("suction@ptb").0, "suction@ptb");
        let pump = |text: &str| worn(text, &catalog).expect(text);
        let ptb = Some(SocketConcept::PatellarTendonBearing);
        assert_eq!(pump("4R180@ptb"), Worn::Pump { article: "4R180".into(), mode: None, socket: ptb });
        let level = Some(PumpMode::Level2);
        assert_eq!(pump("4R152:level2"), Worn::Pump { article: "4R152".into(), mode: level, socket: None });
    }

    #[test]
    fn what_is_no_suspension_is_told_with_what_would_be_right() {
        let catalog = catalog();
        for (text, what) in [
            ("nonsense", "no such suspension"),
            ("suction:auto", "no such suspension"),
            ("pin@nowhere", "no such socket"),
            ("regulated", "no vacuum for a regulated source"),
            ("regulated:0", "no vacuum for a regulated source"),
            ("regulated:NaN", "no vacuum for a regulated source"),
            ("regulated:95", "no vacuum for a regulated source"),
            ("4R180:auto", "only an electronic pump has modes"),
            ("4R152:fast", "no such mode"),
        ] {
            let wrong = worn(text, &catalog).expect_err(text);
            assert_eq!(wrong.what, what, "{text}");
            assert!(!wrong.right.is_empty());
        }
    }
}
