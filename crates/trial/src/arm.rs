//! An arm of a study, resolved: which suspension each person gets.

use crate::file;
use domain::catalog::{Catalog, Drive as CatalogDrive};
use domain::document::Violation;
use evidence::systems::{NoSystem, Worn, worn};

/// What the study file's arm wears.
pub(crate) fn resolve(index: usize, arm: &file::Arm, catalog: &Catalog) -> Result<Worn, Violation> {
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
