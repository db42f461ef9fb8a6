//! Loads and materials as `data/strength/` has them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A level of the standard: how heavy a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum LevelName {
    /// Up to 60 kg.
    P3,
    /// Up to 80 kg.
    P4,
    /// Up to 100 kg.
    P5,
}

/// When in the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Condition I: early, on the heel.
    Heel,
    /// Condition II: late, on the forefoot.
    Forefoot,
}

/// How hard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// The greatest force of the cyclic test.
    Cyclic,
    /// Static proof.
    Proof,
    /// Static, to failure, lower level.
    UltimateLower,
    /// Static, to failure, upper level.
    UltimateUpper,
}

/// `data/strength/iso_10328.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Loads {
    /// Key of the source.
    pub source: String,
    /// How sure the figures are.
    pub certainty: String,
    /// Heights of the reference planes, mm.
    pub planes_mm: Planes,
    /// What is known of a standard for sockets.
    pub sockets: Sockets,
    /// The levels, lightest person first.
    pub level: Vec<Level>,
}

/// What is known of a standard for the strength of sockets.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sockets {
    /// Whether one is published, as far as we know.
    pub published: bool,
    /// Who works on drafts.
    pub committee: String,
}

/// Heights of the reference planes, mm.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Planes {
    pub top: f64,
    pub knee: f64,
    pub ankle: f64,
    pub bottom: f64,
}

/// A level.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Which.
    pub name: LevelName,
    /// For persons up to this mass, kg.
    pub up_to_kg: f64,
    /// The level whose offsets stand for its own.
    pub offsets_of: Option<LevelName>,
    /// Condition I.
    pub heel: Line,
    /// Condition II.
    pub forefoot: Line,
}

/// A line of load: forwards and outwards at every plane, mm, and the forces along it, N.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Line {
    pub top: [f64; 2],
    pub knee: [f64; 2],
    pub ankle: [f64; 2],
    pub bottom: [f64; 2],
    pub proof_n: f64,
    pub ultimate_lower_n: f64,
    pub ultimate_upper_n: f64,
    pub cyclic_n: Option<f64>,
}

impl Line {
    /// The tests with their forces, N.
    pub fn tests(&self) -> Vec<(Test, f64)> {
        let cyclic = self.cyclic_n.map(|force| (Test::Cyclic, force));
        let known = [
            (Test::Proof, self.proof_n),
            (Test::UltimateLower, self.ultimate_lower_n),
            (Test::UltimateUpper, self.ultimate_upper_n),
        ];
        cyclic.into_iter().chain(known).collect()
    }
}

/// `data/strength/materials.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stuffs {
    pub material: Vec<Stuff>,
}

/// Which material.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Material {
    /// PETG, printed of filament.
    Petg,
    /// PA12, sintered.
    Pa12,
    /// Polypropylene, printed.
    Pp,
    /// Carbon fibre, laminated.
    CarbonLaminate,
}

impl Material {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Petg, Self::Pa12, Self::Pp, Self::CarbonLaminate];

    /// Its name in results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Petg => "petg",
            Self::Pa12 => "pa12",
            Self::Pp => "pp",
            Self::CarbonLaminate => "carbon_laminate",
        }
    }
}

/// How its layers lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Layers {
    /// Flat, along the limb's long axis.
    Printed,
    /// Along the wall.
    Laid,
}

/// What a wall is made of.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stuff {
    /// Which.
    pub id: Material,
    /// How its layers lie.
    pub layers: Layers,
    /// Young's modulus in a layer, MPa.
    pub modulus_mpa: f64,
    /// Young's modulus across layers, MPa.
    pub modulus_across_mpa: f64,
    /// Poisson's ratio.
    pub poisson: f64,
    /// Strength in a layer, MPa: low, usual, high.
    pub strength_mpa: [f64; 3],
    /// Strength across layers, MPa: low, usual, high.
    pub strength_across_mpa: [f64; 3],
    /// Key of the source.
    pub source: String,
    /// How sure the figures are.
    pub certainty: String,
}

#[cfg(test)]
mod tests {
    use crate::library::{strength_loads, strength_materials};

    #[test]
    fn the_points_of_every_line_lie_on_it_and_ultimate_forces_are_the_standards_multiples() {
        let loads = strength_loads();
        let planes = loads.planes_mm;
        for level in &loads.level {
            for line in [level.heel, level.forefoot] {
                for axis in 0..2 {
                    let slope = (line.knee[axis] - line.ankle[axis]) / (planes.knee - planes.ankle);
                    let at = |height: f64| line.ankle[axis] + slope * (height - planes.ankle);
                    assert!((at(planes.bottom) - line.bottom[axis]).abs() < 1.0, "{:?}", level.name);
                    assert!((at(planes.top) - line.top[axis]).abs() < 1.0, "{:?}", level.name);
                }
                assert!((line.ultimate_lower_n / line.proof_n - 1.5).abs() < 1e-3);
                assert!((line.ultimate_upper_n / line.proof_n - 2.0).abs() < 1e-3);
            }
        }
        assert!(!loads.sockets.published && !loads.sockets.committee.is_empty());
        assert!(loads.level.is_sorted_by(|a, b| a.up_to_kg < b.up_to_kg && a.name < b.name));
        for stuff in strength_materials() {
            for [low, usual, high] in [stuff.strength_mpa, stuff.strength_across_mpa] {
                assert!(0.0 < low && low <= usual && usual <= high, "{:?}", stuff.id);
            }
        }
    }

    #[test]
    fn every_material_and_load_says_where_it_is_from_and_how_sure_it_is() {
        let loads = strength_loads();
        assert_eq!((loads.source.as_str(), loads.certainty.as_str()), ("iso10328_2016", "from memory"));
        for stuff in strength_materials() {
            let assumed = stuff.source == "concord_assumption";
            let says = if assumed { "assumed" } else { "from memory" };
            assert!(stuff.certainty.starts_with(says), "{:?}: {}", stuff.id, stuff.certainty);
            for [low, usual, high] in [stuff.strength_mpa, stuff.strength_across_mpa] {
                assert!(low < usual && usual < high, "a spread: {:?}", stuff.id);
            }
        }
    }
}
