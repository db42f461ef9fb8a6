//! `cargo xtask TASK`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use workup::library::Library;
use workup::output;
use workup::problem::{Failure, Fault};
use xtask::{answers_moved, model_pages};

const TASKS: &str = "cargo xtask model-pages    writes docs/model from the first comment of each model file\n\
    cargo xtask answers        writes docs/answers_moved.md: what each answer of a case does to the day\n";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] | ["help" | "--help" | "-h"] => output::print(TASKS),
        ["model-pages"] => write_model_pages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/model")),
        ["answers"] => write_answers(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/answers_moved.md")),
        _ => Err(Failure::input(Fault::of_argument("TASK", &arguments.join(" "), "no such task", TASKS.trim_end()))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // There is nobody left to tell of an error here.
            let _ = std::io::stderr().write_all(failure.text(false).as_bytes());
            ExitCode::FAILURE
        }
    }
}

fn write_answers(file: &Path) -> Result<(), Failure> {
    let text = answers_moved::render(&Library::embedded());
    let text = text.map_err(|fault| {
        Failure::input(Fault::of_argument("answers", "", fault, "mend the case that the table is made of"))
    })?;
    output::write_atomically(file, text.as_bytes())?;
    output::print("docs/answers_moved.md written\n")
}

fn write_model_pages(folder: &Path) -> Result<(), Failure> {
    let pages = model_pages::render(&Library::embedded());
    for (file, text) in &pages {
        output::write_atomically(&folder.join(file), text.as_bytes())?;
    }
    output::print(&format!("{} pages written to docs/model\n", pages.len()))
}
