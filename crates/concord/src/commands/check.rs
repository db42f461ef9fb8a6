//! `concord check`: are these cases sound? Nothing is simulated.

use crate::input::{CaseFile, read_case};
use crate::output;
use crate::problem::Failure;
use domain::limb::AmputationLevel;
use serde::Serialize;
use std::path::PathBuf;
use units::Mass;

/// Check case files and show every fault
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  concord check cases/mechanic.toml")]
pub struct Args {
    /// Case files; `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// What is shown about a sound case.
#[derive(Debug, Serialize)]
struct Checked {
    file: String,
    name: String,
    amputation_level: AmputationLevel,
    body_mass_kg: f64,
    body_mass_lb: f64,
    limb_volume_ml: f64,
    limb_skin_area_cm2: f64,
    day_begins: String,
    day_ends: String,
    activities: usize,
}

impl From<&CaseFile> for Checked {
    fn from(read: &CaseFile) -> Self {
        let case = &read.case;
        Self {
            file: read.file.clone(),
            name: case.name.clone(),
            amputation_level: case.limb.amputation_level,
            body_mass_kg: case.person.body_mass_kg,
            body_mass_lb: Mass::from_kg(case.person.body_mass_kg).lb(),
            limb_volume_ml: case.limb.volume_ml(),
            limb_skin_area_cm2: case.limb.skin_area_cm2(),
            day_begins: domain::day::ClockTime::show(case.day.begins_s()),
            day_ends: domain::day::ClockTime::show(case.day.ends_s()),
            activities: case.day.activities.len(),
        }
    }
}

impl Checked {
    fn line(&self) -> String {
        let level = match self.amputation_level {
            AmputationLevel::Transtibial => "transtibial",
            AmputationLevel::Transfemoral => "transfemoral",
        };
        format!(
            "{}: fine. {}, {:.1} kg ({:.0} lb), {level} limb of {:.0} mL and {:.0} cm², day {} to {} with {} activities\n",
            self.file,
            self.name,
            self.body_mass_kg,
            self.body_mass_lb,
            self.limb_volume_ml,
            self.limb_skin_area_cm2,
            self.day_begins,
            self.day_ends,
            self.activities,
        )
    }
}

/// Checks every file; one broken file does not hide what is said about the others.
///
/// # Errors
/// Every fault of every file.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    let (mut fine, mut faults) = (vec![], vec![]);
    for file in &args.files {
        match read_case(file) {
            Ok(read) => fine.push(Checked::from(&read)),
            Err(Failure::Input(found)) => faults.extend(found),
            Err(other) => return Err(other),
        }
    }
    if json && !fine.is_empty() {
        output::print_json(&fine)?;
    } else {
        output::print(&fine.iter().map(Checked::line).collect::<String>())?;
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::Input(faults)) }
}
