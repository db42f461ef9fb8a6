//! `concord serve delete`: a case is deleted without the page, as the page deletes it.

use super::failed::kept;
use super::key;
use clinic::clock::{actor, moment};
use std::io::BufRead;
use std::path::Path;
use store::audit::COMMAND_LINE as BY;
use store::{CaseId, Store};
use workup::output;
use workup::problem::{Failure, Fault};

/// The answer that deletes.
const YES: &str = "yes";

/// `delete`
#[derive(Debug, clap::Args)]
pub struct Delete {
    /// Id of the case, as its address has it
    case: String,
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

impl Delete {
    /// Deletes the case, once that was confirmed.
    ///
    /// # Errors
    /// There is no store or no such case; nobody says yes; what the store says.
    pub fn run(&self, file: &Path, key_file: Option<&Path>, json: bool) -> Result<(), Failure> {
        if !file.is_file() {
            let expected = "give the folder of the data with --data";
            return Err(Failure::input(Fault::of_file(file.display(), "no store is here", expected)));
        }
        let id = CaseId::parse(&self.case).map_err(|error| {
            Failure::input(Fault::of_argument(
                "CASE",
                &self.case,
                error.to_string(),
                "give it as the page's address has it",
            ))
        })?;
        let store = Store::open_with(file, key::asked(file, key_file)?.as_ref()).map_err(kept)?;
        let head = store.head(&id).map_err(kept)?;
        let begun = store.history(&id).map_err(kept)?.last().map_or(0, |first| first.at);
        let backups = store.backups_since(begun).map_err(kept)?;
        let reach = match backups {
            Some((number, last)) => {
                format!("backups since it was begun: {number}, the last on {}", moment(texts::Texts::english(), last))
            }
            None => "no backup was made by this program since it was begun".into(),
        };
        if !self.yes {
            output::note(&format!(
                "{}, case {id}: all {} versions, its scans and reports are erased. This cannot be undone.\n\
                 What was copied before stays where it is; {reach}.\nDelete it? Type {YES}:",
                head.name, head.number
            ));
            confirmed()?;
        }
        store.delete(&actor(BY), &id).map_err(kept)?;
        let number = backups.map_or(0, |(number, _)| number);
        if json {
            let deleted = serde_json::json!({ "deleted": id, "versions": head.number, "backups_since_begun": number });
            return output::print_json(&deleted);
        }
        output::print(&format!("deleted: {id}, {} versions; {reach}\n", head.number))
    }
}

/// Reads whether it is meant.
fn confirmed() -> Result<(), Failure> {
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    match read {
        Ok(_) if line.trim() == YES => Ok(()),
        Ok(_) => {
            let expected = format!("type {YES}, or give --yes");
            Err(Failure::input(Fault::of_file("standard input", "nothing was deleted", expected)))
        }
        Err(error) => Err(Failure::other(Fault::of_file("standard input", error.to_string(), "give --yes"))),
    }
}
