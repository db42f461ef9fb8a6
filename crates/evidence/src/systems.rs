//! The suspensions that a day, a study and the API can ask for, and how they are written: one list for all of them.
//!
//! A name is `suction`, `pin`, `regulated:57.6` (kPa), or a pump's article or printed name; an electronic pump may name its
//! mode after a colon (`…:level2`), and `-alkaline` after it where such cells fit. `…:once` and `…:once:50` (kPa) draw once after each
//! donning, then hold. `A+B` and `A+B:50` are a hybrid: the motor of B draws after each donning, then A strokes. The socket may follow after an `@`: `tsb` bears load on the total surface, `ptb` on
//! specific places (`pin@tsb`).

use domain::case::{PumpMode, SocketConcept};
use domain::catalog::{Catalog, Component, Connection, Drive as CatalogDrive};
use fitting::{Fitting, PumpAdvice, Standing};
use texts::{Arg, Said, Wording};
use twin::events::TARGET_KPA;
use twin::pump::PumpNumbers;
use twin::system::{Cells, Drive, System};

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
const SOCKETS: [(&str, SocketConcept); 4] = [
    ("tsb", SocketConcept::TotalSurfaceBearing),
    ("ptb", SocketConcept::PatellarTendonBearing),
    ("sub", SocketConcept::SubIschial),
    ("ic", SocketConcept::IschialContainment),
];

/// What a regulated source may hold, kPa below the ambient air.
pub const REGULATED_KPA: std::ops::RangeInclusive<f64> = 1.0..=90.0;

/// At what a motor may stop that draws once, kPa: what electronic pumps may be set to.
pub const ONCE_KPA: std::ops::RangeInclusive<f64> = 17.0..=84.0;
/// What stands after a mode, with other cells in the pump.
const ALKALINE: &str = "-alkaline";

/// How a pump works, where a name says it.
#[derive(Clone, Debug, PartialEq)]
pub enum Works {
    /// As its kind does; an electronic one at this position of its switch, where it is named, with these cells.
    Always(Option<PumpMode>, Cells),
    /// A motor that draws once after each donning, to so many kPa.
    Once(f64),
    /// With each step, after the motor of this article has drawn once after each donning, to so many kPa.
    After(String, f64),
}

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
        /// How it works.
        works: Works,
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
            Self::Pump { article, works, socket } => {
                let judged = |article: &str| {
                    let Some(pump) = fitting.and_then(|fitting| fitting.pump(article)) else {
                        return Err(format!("{article}: not judged"));
                    };
                    if screened && pump.standing == Standing::Refused {
                        let rule = pump.refusals().next().map_or("refused", |conclusion| conclusion.rule.as_str());
                        return Err(format!("{article}: {rule}"));
                    }
                    Ok(pump)
                };
                let system = works.system(judged(article)?, PumpMode::Automatic, judged)?;
                let mut system = in_socket(system, socket.unwrap_or(SocketConcept::TotalSurfaceBearing));
                if let Some(worn) = ring_condition
                    && let Drive::WeightActivated { ring_condition, .. } | Drive::Hybrid { ring_condition, .. } =
                        &mut system.drive
                {
                    *ring_condition = worn;
                }
                Ok(system)
            }
        }
    }
}

impl Works {
    /// The suspension of a pump that works so; `usual` is the position of an electronic one's switch where none is named, `motor`
    /// finds another article.
    ///
    /// # Errors
    /// What `motor` says where there is no such article.
    pub fn system<'a, E>(
        &self,
        pump: &PumpAdvice,
        usual: PumpMode,
        motor: impl Fn(&str) -> Result<&'a PumpAdvice, E>,
    ) -> Result<System, E> {
        let vacuum = |kpa: &f64| Arg::Figure(format!("{kpa} kPa"));
        Ok(match self {
            Self::Always(mode, cells) => with_cells(of_pump(pump, mode.unwrap_or(usual)), *cells),
            Self::Once(vacuum_kpa) => {
                let connection = pump.data.connection.unwrap_or(Connection::Tube);
                let words = Wording::new("system-once").with("system", &pump.name).with("vacuum", vacuum(vacuum_kpa));
                let drive = Drive::Once { vacuum_kpa: *vacuum_kpa, connection, cells: Cells::Rechargeable };
                let id = format!("{}:once:{vacuum_kpa}", pump.article);
                System { id, name: words.into(), drive, ..of_pump(pump, usual) }
            }
            Self::After(article, vacuum_kpa) => {
                let (steps, motor) = (of_pump(pump, usual), motor(article)?);
                let Drive::WeightActivated { chambers, rated_mass_kg, ring_condition, connection } = steps.drive else {
                    return Ok(steps);
                };
                let vacuum_kpa = *vacuum_kpa;
                let drive = Drive::Hybrid { vacuum_kpa, chambers, rated_mass_kg, ring_condition, connection };
                let words = Wording::new("system-hybrid").with("system", &pump.name).with("motor", &motor.name);
                let own = motor.data.performance.as_ref().map(PumpNumbers::of);
                System {
                    id: format!("{}+{}:{vacuum_kpa}", pump.article, motor.article),
                    name: words.with("vacuum", vacuum(&vacuum_kpa)).into(),
                    drive,
                    pump: steps.pump.zip(own).map(|(steps, motor)| steps.beside(&motor)),
                    ..steps
                }
            }
        })
    }
}

/// The same electronic pump with these cells.
fn with_cells(system: System, cells: Cells) -> System {
    match system.drive {
        Drive::Electric { mode, connection, .. } if cells == Cells::Alkaline => System {
            id: format!("{}{ALKALINE}", system.id),
            name: Wording::new("system-with_alkaline").with("system", &system.name).into(),
            drive: Drive::Electric { mode, connection, cells },
            ..system
        },
        _ => system,
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
    let pump = |name: &str| {
        let named = catalog.named(name).map(|component| component.article.as_str());
        let found = catalog.pumps().find(|(component, _)| Some(component.article.as_str()) == named);
        found.ok_or_else(|| wrong("no such suspension", expected(catalog)))
    };
    if let Some((steps, motor)) = name.split_once('+').filter(|_| catalog.named(name).is_none()) {
        let ((steps, by_steps), (motor, by_motor)) = (pump(steps)?, pump(motor)?);
        if by_steps.drive != CatalogDrive::WeightActivated || by_motor.drive != CatalogDrive::Electric {
            let right = "before the + name a pump that steps work, after it an electronic one";
            return Err(wrong("no such hybrid", right.into()));
        }
        let works = Works::After(motor.article.clone(), detail.map_or(Ok(TARGET_KPA), drawn_to)?);
        return Ok(Worn::Pump { article: steps.article.clone(), works, socket });
    }
    let (component, data) = pump(name)?;
    let works = match detail {
        None => Works::Always(None, Cells::Rechargeable),
        Some(_) if data.drive != CatalogDrive::Electric => {
            return Err(wrong("only an electronic pump has modes", "leave out the colon and the mode".into()));
        }
        Some("once") => Works::Once(TARGET_KPA),
        Some(detail) => match detail.strip_prefix("once:") {
            Some(kpa) => Works::Once(drawn_to(kpa)?),
            None => in_mode(detail, component)?,
        },
    };
    Ok(Worn::Pump { article: component.article.clone(), works, socket })
}

/// A vacuum that is drawn to once, kPa.
fn drawn_to(text: &str) -> Result<f64, NoSystem> {
    let kpa = text.parse().ok().filter(|kpa| ONCE_KPA.contains(kpa));
    let right =
        || format!("give {} to {} kPa below the ambient air, e.g. 57.6 (17 inHg)", ONCE_KPA.start(), ONCE_KPA.end());
    kpa.ok_or_else(|| NoSystem { what: "no vacuum to draw to", right: right() })
}

/// A mode, with or without other cells.
fn in_mode(detail: &str, component: &Component) -> Result<Works, NoSystem> {
    let (mode, cells) = match detail.strip_suffix(ALKALINE) {
        Some(mode) => (mode, Cells::Alkaline),
        None => (detail, Cells::Rechargeable),
    };
    let sizes = component.batteries.as_ref().and_then(|printed| printed.value.as_ref());
    if cells == Cells::Alkaline && !sizes.is_some_and(|sizes| sizes.iter().any(|size| size == "AA")) {
        let right = format!("leave out {ALKALINE}: its catalogue file names no AA cells");
        return Err(NoSystem { what: "no such cells fit", right });
    }
    let known = MODES.iter().find(|(known, _)| *known == mode).map(|(_, mode)| *mode);
    let right = || format!("give one of {}, once", MODES.map(|(name, ..)| name).join(", "));
    let mode = known.ok_or_else(|| NoSystem { what: "no such mode", right: right() })?;
    Ok(Works::Always(Some(mode), cells))
}

/// Every name there is, in a sentence.
fn expected(catalog: &Catalog) -> String {
    let articles: Vec<&str> = catalog.pumps().map(|(component, _)| component.article.as_str()).collect();
    format!(
        "give suction, pin, regulated:57.6 (kPa), or one of {}; an electronic pump may name its mode after a colon ({}), once or \
         once:57.6 (kPa) where it draws after donning only; A+B is a hybrid of a pump that steps work and an electronic one; a \
         socket may follow after an @ (tsb, ptb; above the knee sub, ic)",
        articles.join(", "),
        MODES.map(|(name, ..)| name).join(", ")
    )
}

/// The same suspension in a socket that carries load so.
pub fn in_socket(system: System, socket: SocketConcept) -> System {
    if system.socket == socket {
        return system;
    }
    // One whose whole surface carries is meant where nothing is said, whichever the level.
    if socket.is_even() && system.socket.is_even() {
        return System { socket, ..system };
    }
    let words = Wording::new(format!("system-in_{}", socket.key())).with("system", &system.name);
    System { id: format!("{}@{}", system.id, socket.key()), name: words.into(), socket, ..system }
}

/// The suspension that a pump makes in a total-surface-bearing socket.
pub fn of_pump(pump: &PumpAdvice, mode: PumpMode) -> System {
    let data = &pump.data;
    // A tube holds more air: the careful assumption where nothing is printed.
    let connection = data.connection.unwrap_or(Connection::Tube);
    let drive = match data.drive {
        CatalogDrive::Electric => Drive::Electric { mode, connection, cells: Cells::Rechargeable },
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
        let always = |mode, cells| Works::Always(mode, cells);
        let usual = always(None, Cells::Rechargeable);
        assert_eq!(pump("4R180@ptb"), Worn::Pump { article: "4R180".into(), works: usual, socket: ptb });
        let level = Some(PumpMode::Level2);
        for (text, article, works) in [
            ("4R152:level2", "4R152", always(level, Cells::Rechargeable)),
            ("4R152:level2-alkaline", "4R152", always(level, Cells::Alkaline)),
            ("4R152:once", "4R152", Works::Once(57.6)),
            ("4R152:once:40", "4R152", Works::Once(40.0)),
            ("4R147+4R152", "4R147", Works::After("4R152".into(), 57.6)),
            ("4R147+4R152:40", "4R147", Works::After("4R152".into(), 40.0)),
        ] {
            assert_eq!(pump(text), Worn::Pump { article: article.into(), works, socket: None }, "{text}");
        }
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
            ("4R152:fast-alkaline", "no such mode"),
            ("4R152:once:99", "no vacuum to draw to"),
            ("4R152:once:", "no vacuum to draw to"),
            ("4R180:once", "only an electronic pump has modes"),
            ("4R152+4R147", "no such hybrid"),
            ("4R147+4R152:auto", "no vacuum to draw to"),
            ("4R147+nothing", "no such suspension"),
        ] {
            let wrong = worn(text, &catalog).expect_err(text);
            assert_eq!(wrong.what, what, "{text}");
            assert!(!wrong.right.is_empty());
        }
    }
}
