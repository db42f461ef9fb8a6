//! An arm of a study, resolved: which suspension each person gets.

use crate::systems::{MODES, of_pump};
use crate::trial::file;
use domain::case::PumpMode;
use domain::catalog::{Catalog, Drive as CatalogDrive};
use domain::document::Violation;
use fitting::{Fitting, Standing};
use twin::system::{Drive, System};

/// What a person of this arm wears.
#[derive(Clone, Debug, PartialEq)]
pub enum Worn {
    /// The same for everyone.
    Same(System),
    /// A pump of the catalogue, in each person's own size.
    Pump {
        /// Its article.
        article: String,
        /// Position of an electronic pump's switch.
        mode: PumpMode,
    },
}

/// What the study file's arm wears.
pub(super) fn resolve(index: usize, arm: &file::Arm, catalog: &Catalog) -> Result<Worn, Violation> {
    let field = format!("arm[{index}].system");
    match arm.system.as_str() {
        "suction" => return Ok(Worn::Same(System::suction())),
        "pin" => return Ok(Worn::Same(System::pin_lock())),
        "regulated" => return Ok(Worn::Same(System::regulated(arm.vacuum_kpa.unwrap_or(0.0)))),
        _ => {}
    }
    let (pump, mode) = match arm.system.split_once(':') {
        None => (arm.system.as_str(), None),
        Some((pump, mode)) => (pump, Some(mode)),
    };
    let articles: Vec<&str> = catalog.pumps().map(|(component, _)| component.article.as_str()).collect();
    let found =
        catalog.named(pump).and_then(|component| catalog.pumps().find(|(known, _)| known.article == component.article));
    let Some((component, data)) = found else {
        let expected = format!("give suction, pin, regulated, or one of {}", articles.join(", "));
        return Err(Violation::new(field, "no such suspension", expected));
    };
    let mode = match mode {
        None => PumpMode::Automatic,
        Some(_) if data.drive != CatalogDrive::Electric => {
            return Err(Violation::new(field, "only an electronic pump has modes", "leave out the colon and the mode"));
        }
        Some(name) => match MODES.iter().find(|(known, _)| *known == name) {
            Some((_, mode)) => *mode,
            None => {
                let modes: Vec<&str> = MODES.iter().map(|(name, _)| *name).collect();
                return Err(Violation::new(field, "no such mode", format!("give one of {}", modes.join(", "))));
            }
        },
    };
    if arm.ring_condition.is_some() && data.drive == CatalogDrive::Electric {
        let field = format!("arm[{index}].ring_condition");
        return Err(Violation::new(field, "an electronic pump has no ring", "leave the line out"));
    }
    Ok(Worn::Pump { article: component.article.clone(), mode })
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
            Self::Same(system) => Ok(system.clone()),
            Self::Pump { article, mode } => {
                let Some(pump) = fitting.and_then(|fitting| fitting.pump(article)) else {
                    return Err(format!("{article}: not judged"));
                };
                if screened && pump.standing == Standing::Refused {
                    let rule = pump.refusals().next().map_or("refused", |conclusion| conclusion.rule.as_str());
                    return Err(format!("{article}: {rule}"));
                }
                let mut system = of_pump(pump, *mode);
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
