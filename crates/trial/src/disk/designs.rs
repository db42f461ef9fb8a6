//! The ready studies that repeat published designs, held to what was published.

use crate::disk::bundle::{Bundle, Named, ready};
use crate::file::Against;
use crate::held::{Columns, Repeated, Shown, contrast, hold};
use crate::person::{Person, Status, Study};
use crate::sampling::Trials;
use evidence::published::Published;
use texts::{Said, Texts};
use twin::quantity::Outcome;
use workup::library::Library;
use workup::problem::{Failure, Fault};

/// The studies, in the order in which VALIDATION.md shows them.
const DESIGNS: [&str; 3] = ["thirty_minute_walk", "in_socket_fluid", "pin_or_vacuum"];

/// Trials that are drawn where nothing was published to hold them to.
const TRIALS: usize = 4_000;

/// Runs every design on `persons` persons and holds it to the tables.
///
/// # Errors
/// A ready study at fault: a test runs them, so such a program is never shipped.
pub fn repeat(library: &Library, tables: &[Published], persons: u64) -> Result<Vec<Repeated>, Failure> {
    let ready = ready();
    DESIGNS.iter().map(|id| repeat_one(id, &ready, library, tables, persons)).collect()
}

fn repeat_one(
    id: &str,
    ready: &[(&str, &str)],
    library: &Library,
    tables: &[Published],
    persons: u64,
) -> Result<Repeated, Failure> {
    let wrong = |what: Said| Failure::other(Fault::of_file(format!("studies/{id}.toml"), what, ""));
    let text = ready.iter().find(|(name, _)| *name == id).map_or("", |(_, text)| *text);
    let study = Named { file: format!("studies/{id}.toml"), text: text.to_string() };
    let bundle =
        Bundle { persons: Some(persons), ..Bundle::of(study, |name, _| Err(wrong(format!("needs {name}").into())))? };
    let study = bundle.study(library)?;
    let people = study.persons(0..persons, &|_| Ok(()))?;
    let analysed: Vec<&Person> = people.iter().filter(|person| person.status == Status::Analysed).collect();
    let allocated: Vec<usize> = analysed.iter().map(|person| person.sequence).collect();
    let column = |outcome| columns(&study, &analysed, outcome);
    let mut held = vec![];
    for against in &study.file.published {
        let arms = column(against.outcome);
        let columns = Columns { arms: &arms, allocated: &allocated };
        held.push(hold(&study.file, against, tables, columns).map_err(wrong)?);
    }
    let reference = study.file.arm_index(&study.file.reference).unwrap_or(0);
    let size = study.file.trial_sizes.first().copied().unwrap_or(10) as usize;
    let mut shown = vec![];
    for measured in &study.file.outcome {
        let arms = column(measured.outcome);
        let columns = Columns { arms: &arms, allocated: &allocated };
        let trials = Trials {
            size,
            trials: TRIALS,
            seed: study.file.seed,
            measurement_sd: measured.measurement_sd,
            level: study.file.level,
            replacement: true,
        };
        for (index, arm) in study.file.arm.iter().enumerate().filter(|(index, _)| *index != reference) {
            let less = Some(&study.file.reference);
            let same = |a: &&Against| a.outcome == measured.outcome && a.arm == arm.id && a.less.as_ref() == less;
            if study.file.published.iter().any(|a| same(&a)) {
                continue;
            }
            shown.push(Shown {
                outcome: measured.outcome.words(Texts::english()),
                unit: measured.outcome.unit.into(),
                contrast: format!("{} less {}", arm.id, study.file.reference),
                sampling: contrast(study.file.design, columns, index, reference, &trials).map_err(wrong)?,
            });
        }
    }
    let (name, about) = (study.file.name.clone(), study.file.about.clone());
    Ok(Repeated { id: id.into(), name, about, analysed: analysed.len() as u64, shown, held })
}

/// An outcome of the analysed persons, a column an arm.
pub fn columns(study: &Study<'_>, analysed: &[&Person], outcome: &'static Outcome) -> Vec<Vec<f64>> {
    (0..study.file.arm.len())
        .map(|arm| {
            let place = study.place(arm, outcome);
            analysed.iter().map(|person| place.map_or(f64::NAN, |place| person.outcomes[place])).collect()
        })
        .collect()
}
