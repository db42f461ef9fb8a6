//! The strength of a shipped socket, of several materials, walls and levels.

use super::*;
use crate::library::Library;
use crate::socket::asked::{self, Asked};
use crate::socket::loaded::{compute, shell};
use crate::socket::technique;
use domain::case::SocketConcept;
use domain::limb::Side;
use geometry::Vec3;
use geometry::formats::write_stl;
use geometry::shapes::{self, Detail};
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

#[test]
fn factors_follow_material_wall_and_level() {
    let limbs = Limbs::scanned();
    let (limb, socket) = shell(&limbs.source, &limbs.technique, &limbs.library).unwrap();
    let on = |socket: &Socket, technique: &Technique, question: Question, finenesses: &[Fineness]| {
        of(&limbs.source, &limb, socket, technique, question, finenesses, &|| ()).unwrap().0
    };
    let meshes = Question::of(Material::Pa12).meshes();
    let usual = on(&socket, &limbs.technique, Question::of(Material::Pa12), meshes);
    assert_eq!(usual.level, LevelName::P5);
    for row in &usual.tests {
        assert!(row.safety.is_sorted_by(|a, b| a < b), "low, usual, high: {row:?}");
    }
    assert!(
        usual.convergence.iter().all(|row| row.safety.len() == 2 && row.change_pct > 0.0),
        "{:?}",
        usual.convergence
    );
    assert!(usual.meshes.iter().all(|mesh| mesh.equilibrium < 1e-6), "{:?}", usual.meshes);
    // What no section's force tells is said.
    let notes: Vec<String> = usual.notes.iter().map(ToString::to_string).collect();
    assert!(notes.iter().any(|note| note.contains("Shear through the wall is not part of it")), "{notes:?}");
    // The others on the coarser mesh alone: what is compared is computed on the same one.
    let of_coarse = |question| on(&socket, &limbs.technique, question, &[Fineness::COARSE]).meshes[0].safety;
    let factor = usual.meshes[0].safety;
    // Weaker and equally stiff, so that nothing else differs much.
    let weaker = of_coarse(Question::of(Material::Pp));
    assert!(weaker[0] < factor[0] && weaker[1] < factor[1], "{weaker:?} {factor:?}");
    // A heavier person's level leaves less.
    let at_level = |level| of_coarse(Question { level: Some(level), ..Question::of(Material::Pa12) });
    let [three, four, five] = [LevelName::P3, LevelName::P4, LevelName::P5].map(at_level);
    assert!((0..2).all(|at| three[at] > four[at] && four[at] > five[at]), "{three:?} {four:?} {five:?}");
    assert_eq!(five, factor);
    // A wall of a third breaks.
    let mut technique = limbs.technique.clone();
    for step in &mut technique.steps {
        if let Step::Wall { thickness, minimum_mm, .. } = step {
            thickness.iter_mut().for_each(|row| row.thickness_mm /= 3.0);
            *minimum_mm /= 3.0;
        }
    }
    let (_, socket) = shell(&limbs.source, &technique, &limbs.library).unwrap();
    let thin = on(&socket, &technique, Question::of(Material::Pp), meshes);
    let ultimate = thin.tests.iter().filter(|row| row.test == data::Test::UltimateUpper);
    assert!(ultimate.clone().any(|row| row.verdict == Verdict::Above), "{:?}", thin.tests);
    assert!(thin.meshes[0].safety[1] < weaker[1]);
}

#[test]
fn a_mirrored_limb_has_the_same_factors() {
    let folder = std::env::temp_dir().join(format!("concord-mirrored-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let drawn = shapes::limb(58.0, 225.0, Detail { rings: 70, around: 80 });
    let mut mirrored = drawn.mapped(|point| Vec3::new(point.x, -point.y, point.z));
    mirrored.faces.iter_mut().for_each(|face| face.swap(1, 2));
    let library = Library::embedded();
    let factors = |mesh: &Mesh, side: Side| {
        let path = folder.join(format!("{}.stl", side.label()));
        std::fs::write(&path, write_stl(mesh)).unwrap();
        let asked = Asked {
            side: Some(side),
            level: Some(AmputationLevel::Transtibial),
            length_mm: Some(150.0),
            front: Some("x".into()),
            ..Asked::default()
        };
        let source = asked::source(&path, &asked).unwrap();
        let technique = technique(&source, SocketConcept::TotalSurfaceBearing, &library);
        let (limb, socket) = shell(&source, &technique, &library).unwrap();
        let question = Question { level: Some(LevelName::P5), ..Question::of(Material::Pa12) };
        of(&source, &limb, &socket, &technique, question, &[Fineness::COARSE], &|| ()).unwrap().0
    };
    let (left, right) = (factors(&drawn, Side::Left), factors(&mirrored, Side::Right));
    // The limb as it was drawn under the other side's load: the sides matter, else nothing would be shown.
    let other = factors(&drawn, Side::Right);
    std::fs::remove_dir_all(&folder).unwrap();
    for (left, right) in left.tests.iter().zip(&right.tests) {
        for at in 0..3 {
            let ratio = right.safety[at] / left.safety[at];
            assert!((ratio - 1.0).abs() < 0.01, "{left:?} {right:?}");
        }
    }
    let changes =
        left.tests.iter().zip(&other.tests).map(|(left, other)| (other.safety[1] / left.safety[1] - 1.0).abs());
    let most = changes.fold(0.0, f64::max);
    assert!(most > 0.01, "{most}");
    for (left, right) in left.weakest.iter().zip(&right.weakest) {
        assert_eq!((left.part, left.near), (right.part, right.near));
        assert!((left.below_mm - right.below_mm).abs() < 1.0, "{left:?} {right:?}");
    }
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
