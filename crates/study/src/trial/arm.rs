//! An arm of a study, resolved: which suspension each person gets.

use crate::systems::{NoSystem, Worn, in_socket, of_pump, worn};
use crate::trial::file;
use domain::case::{PumpMode, SocketConcept};
use domain::catalog::{Catalog, Drive as CatalogDrive};
use domain::document::Violation;
use fitting::{Fitting, Standing};
use twin::system::{Drive, System};

/// What the study file's arm wears.
pub(super) fn resolve(index: usize, arm: &file::Arm, catalog: &Catalog) -> Result<Worn, Violation> {
    let field = |name: &str| format!("arm[{index}].{name}");
    // A regulated source's vacuum may stand on a line of its own.
    let name = match (arm.system.as_str(), arm.vacuum_kpa) {
        ("regulated", Some(vacuum_kpa)) => format!("regulated:{vacuum_kpa}"),
        (name, _) => name.to_string(),
    };
    let worn = worn(&name, catalog).map_err(|NoSystem { what, right }| Violation::new(field("system"), what, right))?;
    if let Worn::Pump { article, .. } = &worn
        && arm.ring_condition.is_some()
        && catalog.pumps().any(|(known, data)| known.article == *article && data.drive == CatalogDrive::Electric)
    {
        let what = "an electronic pump has no ring";
        return Err(Violation::new(field("ring_condition"), what, "leave the line out"));
    }
    Ok(worn)
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
