//! Will it break? The wall and mount of a socket under the loads of the standard for structures, linear and elastic.
//!
//! The mounting face is held, the limb presses from inside on a bed that only pushes ([`mechanics::bed`]): so the forces at the
//! face are those of the test. Stress is read at nodes; at the corner of wall and block as that of the wall's section. Two things may break: the
//! layer (von Mises against its strength), and what holds layers together (tension across them with shear between them).

mod analysis;
pub mod data;
mod peer;
mod told;

use super::source::Source;
use crate::library;
use crate::problem::{Failure, Fault};
use data::{Condition, Level, LevelName, Loads, Material, Stuff};
use domain::limb::AmputationLevel;
use domain::technique::{Step, Technique};
use geometry::Mesh;
use geometry::limb::Limb;
use geometry::socket::Socket;
use mechanics::wall::{Fineness, Shape};
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Arg, Said, Wording};
use told::change_pct;

pub use told::{Breaks, CONVERGED_PCT, Convergence, MeshRow, Part, Place, Rounded, TestRow, Verdict, rounded};

/// How strong a socket's wall and mount are.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Strength {
    /// What the wall is made of.
    pub material: Stuff,
    /// The level of the loads.
    pub level: LevelName,
    /// The person's mass, kg, where a case says it.
    pub body_mass_kg: Option<f64>,
    /// Every test of both conditions.
    pub tests: Vec<TestRow>,
    /// Where it would break first, a condition each.
    pub weakest: Vec<Place>,
    /// How much finer meshes may change, a condition each.
    pub convergence: Vec<Convergence>,
    /// The meshes that were computed, coarsest first; the last is the result's.
    pub meshes: Vec<MeshRow>,
    /// What has to be known of it.
    pub notes: Vec<Said>,
}

/// What is drawn of a strength.
#[derive(Debug)]
pub struct StrengthDrawn {
    /// The outside.
    pub outside: Mesh,
    /// Share of the usual strength under the upper ultimate force, the worse condition, %: one a vertex.
    pub used_pct: Vec<f64>,
    /// Positive where no stress is read.
    pub bare: Vec<f64>,
    /// Finest mesh and first condition as an input of CalculiX with our answer in its remarks, where it was asked for.
    pub peer: Option<String>,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Of what.
    pub material: Material,
    /// The level; absent: that of the person's mass.
    pub level: Option<LevelName>,
    /// Three meshes instead of two.
    pub converge: bool,
    /// The finest mesh for another program, too: only of a material that is the same in every direction.
    pub peer: bool,
}

impl Question {
    /// The meshes, coarsest first.
    pub(super) const fn meshes(&self) -> &'static [Fineness] {
        if self.converge {
            &[Fineness::COARSE, Fineness::USUAL, Fineness::FINE]
        } else {
            &[Fineness::COARSE, Fineness::USUAL]
        }
    }

    /// Of a material at the level of the case's body mass, on two meshes: what the socket's command, page and API ask.
    pub const fn of(material: Material) -> Self {
        Self { material, level: None, converge: false, peer: false }
    }
}

/// The level of a mass: the lightest that covers it, or the heaviest.
fn level_of(levels: &[Level], mass_kg: f64) -> Option<&Level> {
    levels.iter().find(|level| mass_kg <= level.up_to_kg).or(levels.last())
}

pub(super) fn cannot(source: &Source, what: String) -> Failure {
    Failure::input(Fault::of_file(&source.name, what, "change the technique, or scan again"))
}

/// Computes the strength of a socket on meshes, the coarsest first.
pub(super) fn of(
    source: &Source,
    limb: &Limb,
    socket: &Socket,
    technique: &Technique,
    question: Question,
    finenesses: &[Fineness],
    step: &dyn Fn(),
) -> Result<(Strength, StrengthDrawn), Failure> {
    if source.level != AmputationLevel::Transtibial {
        return Err(cannot(source, "the lines of load are those of a leg below the knee".into()));
    }
    let loads = library::strength_loads();
    let body_mass_kg = source.case.as_ref().map(|case| case.person.body_mass_kg);
    let level = match (question.level, body_mass_kg) {
        (Some(name), _) => loads.level.iter().find(|level| level.name == name),
        (None, Some(mass)) => level_of(&loads.level, mass),
        (None, None) => None,
    };
    let level = level.ok_or_else(|| {
        let what = "how heavy the person is, nobody says";
        Failure::input(Fault::of_argument("--level", "", what, "give P3 (to 60 kg), P4 (to 80 kg) or P5 (to 100 kg)"))
    })?;
    let materials = library::strength_materials();
    let stuff = materials.into_iter().find(|stuff| stuff.id == question.material);
    let stuff = stuff.ok_or_else(|| Failure::other(Fault::of_file("materials.toml", "a material is missing", "")))?;
    if question.peer && stuff.modulus_mpa != stuff.modulus_across_mpa {
        let what = "the input for CalculiX is of one modulus, and this material has two";
        return Err(Failure::input(Fault::of_argument("--calculix", "", what, "give pa12 or pp")));
    }
    let mount = technique.steps.iter().find_map(|step| match step {
        Step::Mount(mount) => Some(mount.diameter_mm),
        _ => None,
    });
    let (Some(face_mm), Some(face_below)) = (mount, socket.facts.face_below_mm) else {
        return Err(cannot(source, "the technique has no mount: nothing holds such a socket".into()));
    };
    let chart = &socket.chart;
    let shape = Shape { chart, inner: &socket.inner, outer: &socket.outer, face_z: -face_below, face_mm };
    let (mut meshes, mut last) = (vec![], None);
    for fineness in finenesses {
        let body = analysis::Body { limb, shape, stuff: &stuff, level, planes: loads.planes_mm, peer: question.peer };
        let (row, solved) = analysis::solve(&body, fineness).map_err(|error| cannot(source, error.to_string()))?;
        meshes.push(row);
        last = Some(solved);
        step();
    }
    let Some(solved) = last else { return Err(cannot(source, "no mesh".into())) };
    let ratio = Fineness::RATIO;
    let mut tests = vec![];
    let mut convergence = vec![];
    let lines = [(Condition::Heel, &level.heel), (Condition::Forefoot, &level.forefoot)];
    for (at, (condition, line)) in lines.into_iter().enumerate() {
        let safety: Vec<f64> = meshes.iter().map(|mesh| mesh.safety[at]).collect();
        let change_pct = change_pct(&safety, ratio);
        for test in line.tests() {
            let under = solved.safeties[at].map(|safety| safety * line.proof_n / test.1);
            tests.push(TestRow::new(condition, test, under, change_pct));
        }
        convergence.push(Convergence { condition, safety, change_pct, converged: change_pct <= CONVERGED_PCT });
    }
    let converged = convergence.iter().all(|row| row.converged);
    let notes = said(level, body_mass_kg, &loads, &stuff, converged);
    let strength = Strength {
        material: stuff,
        level: level.name,
        body_mass_kg,
        tests,
        weakest: solved.weakest,
        convergence,
        meshes,
        notes,
    };
    Ok((
        strength,
        StrengthDrawn { outside: solved.outside, used_pct: solved.used_pct, bare: solved.bare, peer: solved.peer },
    ))
}

/// What has to be known of the result.
fn said(level: &Level, mass: Option<f64>, loads: &Loads, stuff: &Stuff, converged: bool) -> Vec<Said> {
    let committee = Wording::new("strength_note-no_standard").with("committee", loads.sockets.committee.clone());
    let mut notes = vec![committee, Wording::new("strength_note-no_test")];
    if let Some(mass) = mass.filter(|mass| *mass > level.up_to_kg) {
        let kg = |value: f64| Arg::Figure(format!("{value:.0}"));
        let note = Wording::new("strength_note-too_heavy").with("mass", kg(mass)).with("limit", kg(level.up_to_kg));
        notes.push(note);
    }
    if loads.certainty == "from memory" {
        notes.push(Wording::new("strength_note-loads_from_memory"));
    }
    if level.offsets_of.is_some() {
        notes.push(Wording::new("strength_note-offsets_of_another"));
    }
    notes.push(Wording::new(if stuff.source == "concord_assumption" {
        "strength_note-material_assumed"
    } else {
        "strength_note-material_from_sheet"
    }));
    notes.push(Wording::new("strength_note-placed"));
    notes.push(Wording::new("strength_note-left_out"));
    notes.push(Wording::new("strength_note-hot_spot"));
    if stuff.layers == data::Layers::Laid {
        notes.push(Wording::new("strength_note-block_of_laminate"));
    }
    if !converged {
        notes.push(Wording::new("strength_note-not_converged"));
    }
    notes.into_iter().map(Said::from).collect()
}

#[cfg(test)]
mod tests;
