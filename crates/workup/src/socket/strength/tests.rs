//! The strength of a shipped socket, of several materials, walls and levels.

use super::*;
use crate::socket::asked::{self, Asked};
use crate::socket::technique;
use domain::case::SocketConcept;
use std::path::Path;

#[test]
fn the_mass_selects_the_level() {
    let levels = library::strength_loads().level;
    let name = |mass| level_of(&levels, mass).unwrap().name;
    let found = [45.0, 60.0, 60.1, 80.0, 99.0, 140.0].map(name);
    assert_eq!(found, [LevelName::P3, LevelName::P3, LevelName::P4, LevelName::P4, LevelName::P5, LevelName::P5]);
}

struct Limbs {
    source: Source,
    technique: Technique,
    library: Library,
}

impl Limbs {
    fn scanned() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/scanned.toml");
        let source = asked::source(&path, &Asked::default()).unwrap();
        let library = Library::embedded();
        let technique = technique(&source, SocketConcept::TotalSurfaceBearing, &library);
        Self { source, technique, library }
    }

    fn of(&self, technique: &Technique, material: Material, level: Option<LevelName>) -> Result<Strength, Failure> {
        let question = Question { material, level, converge: false, peer: false };
        compute(&self.source, technique, &self.library, question, &|| ()).map(|made| made.unwrap().result.strength)
    }
}

/// Usual factor under the proof force: heel, forefoot.
fn proof(strength: &Strength) -> [f64; 2] {
    let mut found = strength.tests.iter().filter(|row| row.test == data::Test::Proof).map(|row| row.safety[1]);
    [found.next().unwrap(), found.next().unwrap()]
}

#[test]
fn factors_follow_material_wall_and_level() {
    let limbs = Limbs::scanned();
    let usual = limbs.of(&limbs.technique, Material::Pa12, None).unwrap();
    assert_eq!(usual.level, LevelName::P5);
    let factor = proof(&usual);
    for row in &usual.tests {
        assert!(row.safety.is_sorted_by(|a, b| a < b), "low, usual, high: {row:?}");
    }
    assert!(
        usual.convergence.iter().all(|row| row.safety.len() == 2 && row.change_pct > 0.0),
        "{:?}",
        usual.convergence
    );
    assert!(usual.meshes.iter().all(|mesh| mesh.equilibrium < 1e-6), "{:?}", usual.meshes);
    // Weaker and equally stiff, so that nothing else differs much.
    let weaker = proof(&limbs.of(&limbs.technique, Material::Pp, None).unwrap());
    assert!(weaker[0] < factor[0] && weaker[1] < factor[1], "{weaker:?} {factor:?}");
    // A heavier person's level leaves less.
    let [three, four, five] = [LevelName::P3, LevelName::P4, LevelName::P5]
        .map(|level| proof(&limbs.of(&limbs.technique, Material::Pa12, Some(level)).unwrap()));
    assert!((0..2).all(|at| three[at] > four[at] && four[at] > five[at]), "{three:?} {four:?} {five:?}");
    assert_eq!(five, factor);
    // A wall of a third breaks.
    let mut thin = limbs.technique.clone();
    for step in &mut thin.steps {
        if let Step::Wall { thickness, minimum_mm, .. } = step {
            thickness.iter_mut().for_each(|row| row.thickness_mm /= 3.0);
            *minimum_mm /= 3.0;
        }
    }
    let thin = limbs.of(&thin, Material::Pp, None).unwrap();
    let ultimate = thin.tests.iter().filter(|row| row.test == data::Test::UltimateUpper);
    assert!(ultimate.clone().any(|row| row.verdict == Verdict::Above), "{:?}", thin.tests);
    assert!(proof(&thin)[1] < weaker[1]);
}

#[test]
fn what_cannot_be_computed_is_said() {
    let mut limbs = Limbs::scanned();
    let question = Question { material: Material::Petg, level: None, converge: false, peer: true };
    let refused = compute(&limbs.source, &limbs.technique, &limbs.library, question, &|| ()).unwrap_err();
    assert!(format!("{refused:?}").contains("--calculix"), "{refused:?}");
    limbs.source.case = None;
    let refused = limbs.of(&limbs.technique, Material::Pa12, None).unwrap_err();
    assert!(format!("{refused:?}").contains("--level"), "{refused:?}");
    let mut without = limbs.technique.clone();
    without.steps.retain(|step| !matches!(step, Step::Mount(_)));
    let refused = limbs.of(&without, Material::Pa12, Some(LevelName::P4)).unwrap_err();
    assert!(format!("{refused:?}").contains("no mount"), "{refused:?}");
}
