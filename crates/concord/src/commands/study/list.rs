//! `concord study list`: the studies that are built in.

use serde::Serialize;
use trial::disk::bundle;
use trial::file::StudyFile;
use workup::outcome::Stamp;
use workup::output;
use workup::problem::{Failure, Fault};
use workup::table;

/// The ready studies, or the text of one to start from
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  concord study list\n  concord study list vacuum_or_valve > my_study.toml\n  \
                        concord study list --schema")]
pub struct Args {
    /// Print this one's text
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Print the JSON Schema of study files
    #[arg(long, conflicts_with = "name")]
    schema: bool,
}

/// One ready study.
#[derive(Debug, Serialize)]
struct Ready {
    /// To run it by.
    id: &'static str,
    /// What it is called.
    name: String,
    /// Persons assessed.
    persons: u64,
    /// Its text.
    text: &'static str,
}

/// `concord study list --json`.
#[derive(Debug, Serialize)]
struct ListResult {
    #[serde(flatten)]
    stamp: Stamp,
    studies: Vec<Ready>,
}

/// Lists.
///
/// # Errors
/// A name that no ready study has.
pub fn run(args: &Args, json: bool) -> Result<(), Failure> {
    if args.schema {
        return output::print_json(&schemars::schema_for!(StudyFile));
    }
    let ready = bundle::ready();
    if let Some(name) = &args.name {
        return match ready.iter().find(|(id, _)| id == name) {
            Some((_, text)) => output::print(text),
            None => {
                let names: Vec<&str> = ready.iter().map(|(id, _)| *id).collect();
                let expected = format!("give one of {}", names.join(", "));
                Err(Failure::input(Fault::of_argument("NAME", name, "no ready study is called so", expected)))
            }
        };
    }
    let studies: Vec<Ready> = ready
        .into_iter()
        .filter_map(|(id, text)| {
            let file = StudyFile::parse(text).ok()?;
            Some(Ready { id, name: file.name, persons: file.persons, text })
        })
        .collect();
    if json {
        return output::print_json(&ListResult { stamp: Stamp::new(), studies });
    }
    let mut grid = table::new(&["study", "persons", "what"]);
    for study in &studies {
        grid.add_row([study.id.to_string(), study.persons.to_string(), study.name.clone()]);
    }
    output::print(&format!("{grid}\n"))
}
