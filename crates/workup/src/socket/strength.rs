//! Will it break? The wall and mount of a socket under the loads of the standard for structures, linear and elastic.
//!
//! The mounting face is held, the limb presses from inside on a bed that only pushes ([`mechanics::bed`]): so the forces at the
//! face are those of the test. Stress is read at nodes; at the corner of wall and block as a hot spot. Two things may break: the
//! layer (von Mises against its strength), and what holds layers together (tension across them with shear between them).

mod analysis;
pub mod data;

use super::{NoSocket, Source, limb, refused};
use crate::library::{self, Library};
use crate::problem::{Failure, Fault};
use crate::stamp::Stamp;
use data::{Condition, Level, LevelName, Material, Stuff, Test};
use domain::limb::Side;
use domain::technique::{Landmark, Step, Technique};
use geometry::chart::Resolution;
use geometry::socket::{Making, make};
use geometry::{Mesh, Vec3};
use mechanics::wall::{Fineness, Shape};
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Arg, Said, Wording};

pub use analysis::Breaks;

/// `concord strength`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StrengthResult {
    /// Who made it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// What it was made of.
    pub name: String,
    /// The patient's side.
    pub side: Side,
    /// What every sheet of it says first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Said>,
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
    /// The meshes that were computed, coarsest first; the last is the result's.
    pub meshes: Vec<MeshRow>,
    /// What has to be known of it.
    pub notes: Vec<Said>,
}

/// A test.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TestRow {
    /// Heel or forefoot.
    pub condition: Condition,
    /// How hard.
    pub test: Test,
    /// Its force, N.
    pub force_n: f64,
    /// Force at which the weakest place reaches its strength, over the test's: for low, usual and high strength.
    pub safety: [f64; 3],
    /// What follows.
    pub verdict: Verdict,
}

/// How a test compares with what is known of the material.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Computed below the strength even of the weakest material.
    Below,
    /// Between the weakest and the strongest.
    Uncertain,
    /// Above the strength even of the strongest.
    Above,
}

/// Where it would break first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Place {
    /// Under which condition.
    pub condition: Condition,
    /// Below the mid-patellar tendon level, mm.
    pub below_mm: f64,
    /// From anterior towards lateral, degrees; absent below the inside's end, where nothing lies around.
    pub around_deg: Option<f64>,
    /// At the corner of wall and mount, in the wall, or in the mount's block.
    pub part: Part,
    /// The nearest landmark.
    pub near: Option<Landmark>,
    /// How far it is, mm.
    pub near_mm: Option<f64>,
    /// What breaks.
    pub breaks: Breaks,
    /// Stress in a layer there, von Mises, under the proof force, MPa.
    pub mises_mpa: f64,
    /// Tension across the layers there, MPa: negative is pressure.
    pub across_mpa: f64,
    /// How far the brim moves at most under the proof force, mm.
    pub moved_mm: f64,
}

/// A part of the socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Where wall and block meet outside.
    Corner,
    /// The wall.
    Wall,
    /// The block.
    Block,
}

/// A mesh and what came of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MeshRow {
    /// Elements.
    pub elements: usize,
    /// Nodes.
    pub nodes: usize,
    /// Least safety over both conditions under the proof force, usual strength.
    pub safety: f64,
    /// Sum of the forces at the mounting face against the load, as a share of it.
    pub equilibrium: f64,
}

/// The result, and what is drawn of it.
#[derive(Debug)]
pub struct MadeStrength {
    /// The result.
    pub result: StrengthResult,
    /// The outside.
    pub outside: Mesh,
    /// Share of the usual strength under the upper ultimate force, the worse condition, %: one a vertex.
    pub used_pct: Vec<f64>,
    /// Positive where no stress is read.
    pub bare: Vec<f64>,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Of what.
    pub material: Material,
    /// The level; absent: that of the person's mass.
    pub level: Option<LevelName>,
    /// Three meshes instead of one.
    pub converge: bool,
}

/// The level of a mass: the lightest that covers it, or the heaviest.
fn level_of(levels: &[Level], mass_kg: f64) -> Option<&Level> {
    levels.iter().find(|level| mass_kg <= level.up_to_kg).or(levels.last())
}

/// Makes the socket and computes its strength, or says why none is made; `step` is called after every mesh.
///
/// # Errors
/// A limb or socket that cannot be made or meshed; a level that nobody said.
pub fn compute(
    source: &Source,
    technique: &Technique,
    library: &Library,
    question: Question,
    step: &dyn Fn(),
) -> Result<Result<MadeStrength, NoSocket>, Failure> {
    if let Some(refused) = refused::judged(source, technique, library) {
        return Ok(Err(refused));
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
    let cannot =
        |what: String| Failure::input(Fault::of_file(&source.name, what, "change the technique, or scan again"));
    let limb = limb(source)?;
    let socks = twin::assemble::sock_thickness(&library.parameters.central());
    let over = source.taken.over.unwrap_or_default();
    let making = Making { technique, over, socks: &socks, resolution: Resolution::default() };
    let socket = make(&limb, &making).map_err(|error| cannot(error.to_string()))?;
    let mount = technique.steps.iter().find_map(|step| match step {
        Step::Mount(mount) => Some(mount.diameter_mm),
        _ => None,
    });
    let (Some(face_mm), Some(face_below)) = (mount, socket.facts.face_below_mm) else {
        return Err(cannot("the technique has no mount: nothing holds such a socket".into()));
    };
    let chart = &socket.chart;
    let shape = Shape { chart, inner: &socket.inner, outer: &socket.outer, face_z: -face_below, face_mm };
    let finenesses: &[Fineness] =
        if question.converge { &[Fineness::COARSE, Fineness::USUAL, Fineness::FINE] } else { &[Fineness::USUAL] };
    let (mut meshes, mut last) = (vec![], None);
    for fineness in finenesses {
        let body = analysis::Body { limb: &limb, shape, stuff: &stuff, level, planes: loads.planes_mm };
        let (row, solved) = analysis::solve(&body, fineness).map_err(|error| cannot(error.to_string()))?;
        meshes.push(row);
        last = Some(solved);
        step();
    }
    let Some(solved) = last else { return Err(cannot("no mesh".into())) };
    let marks = source.marks();
    let mut notes = marks.clone();
    notes.extend(said(level, body_mass_kg, &loads.certainty, &stuff, meshes.len()));
    let result = StrengthResult {
        stamp: Stamp::new(),
        name: source.name.clone(),
        side: source.side,
        marks,
        material: stuff,
        level: level.name,
        body_mass_kg,
        tests: solved.tests,
        weakest: solved.weakest,
        meshes,
        notes,
    };
    Ok(Ok(MadeStrength { result, outside: solved.outside, used_pct: solved.used_pct, bare: solved.bare }))
}

/// What has to be known of the result.
fn said(level: &Level, mass: Option<f64>, certainty: &str, stuff: &Stuff, meshes: usize) -> Vec<Said> {
    let mut notes = vec![Wording::new("strength_note-no_standard"), Wording::new("strength_note-no_test")];
    if let Some(mass) = mass.filter(|mass| *mass > level.up_to_kg) {
        let kg = |value: f64| Arg::Figure(format!("{value:.0}"));
        let note = Wording::new("strength_note-too_heavy").with("mass", kg(mass)).with("limit", kg(level.up_to_kg));
        notes.push(note);
    }
    if certainty == "from memory" {
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
    if meshes == 1 {
        notes.push(Wording::new("strength_note-one_mesh"));
    }
    notes.into_iter().map(Said::from).collect()
}

/// A point in the limb's axes: below the tendon level and around.
fn around(limb: &geometry::limb::Limb, point: Vec3) -> f64 {
    limb.around_deg(point)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mass_selects_the_level() {
        let levels = library::strength_loads().level;
        let name = |mass| level_of(&levels, mass).unwrap().name;
        let found = [45.0, 60.0, 60.1, 80.0, 99.0, 140.0].map(name);
        assert_eq!(found, [LevelName::P3, LevelName::P3, LevelName::P4, LevelName::P4, LevelName::P5, LevelName::P5]);
    }
}
