//! `concord strength` in a terminal.

use super::words;
use domain::limb::Side;
use std::fmt::Write;
use texts::Texts;
use workup::socket::loaded::StrengthResult;
use workup::socket::strength::data::{Condition, Material, Test};
use workup::socket::strength::{Breaks, Part, Place, Rounded, Strength, TestRow, Verdict, rounded};
use workup::table;

/// A material's name.
pub fn material(texts: &Texts, material: Material) -> &str {
    texts.say(match material {
        Material::Petg => "strength.material-petg",
        Material::Pa12 => "strength.material-pa12",
        Material::Pp => "strength.material-pp",
        Material::CarbonLaminate => "strength.material-carbon_laminate",
    })
}

/// A condition's name.
pub fn condition(texts: &Texts, condition: Condition) -> &str {
    texts.say(match condition {
        Condition::Heel => "strength.condition-heel",
        Condition::Forefoot => "strength.condition-forefoot",
    })
}

/// A test's name.
pub fn test(texts: &Texts, test: Test) -> &str {
    texts.say(match test {
        Test::Cyclic => "strength.test-cyclic",
        Test::Proof => "strength.test-proof",
        Test::UltimateLower => "strength.test-ultimate_lower",
        Test::UltimateUpper => "strength.test-ultimate_upper",
    })
}

/// What follows from a test.
pub fn verdict(texts: &Texts, verdict: Verdict) -> &str {
    texts.say(match verdict {
        Verdict::Below => "strength.verdict-below",
        Verdict::Uncertain => "strength.verdict-uncertain",
        Verdict::Above => "strength.verdict-above",
    })
}

/// Whose socket, of what, under which level.
pub fn named(texts: &Texts, id: &str, name: &str, side: Side, result: &Strength) -> String {
    let level = format!("{:?}", result.level);
    let values = [
        ("name", name),
        ("side", words::side(texts, side)),
        ("material", material(texts, result.material.id)),
        ("level", &level),
    ];
    texts.fill(id, &values)
}

/// Factors of safety, the weakest places, meshes, and what has to be known.
pub fn render(texts: &Texts, result: &StrengthResult) -> String {
    let mut text = named(texts, "strength.heading", &result.name, result.side, &result.strength) + "\n";
    // Writing into a string cannot fail.
    let _ = write_all(texts, &mut text, result);
    text
}

fn write_all(texts: &Texts, text: &mut String, result: &StrengthResult) -> std::fmt::Result {
    result.marks.iter().try_for_each(|mark| writeln!(text, "{}.", words::told(texts, mark)))?;
    let strength = &result.strength;
    let mut rows = table::new(&HEADS.map(|id| texts.say(id)));
    strength.tests.iter().for_each(|row| {
        rows.add_row(cells(texts, row));
    });
    writeln!(text, "\n{rows}\n\n{}", texts.say("strength.weakest"))?;
    strength.weakest.iter().try_for_each(|place| writeln!(text, "  {}", weakest(texts, place)))?;
    writeln!(text, "\n{}", texts.say("strength.meshes"))?;
    meshes(texts, strength).iter().try_for_each(|line| writeln!(text, "  {line}"))?;
    writeln!(text, "  {}\n\n{}", of_material(texts, strength), texts.say("strength.notes"))?;
    strength.notes.iter().try_for_each(|note| writeln!(text, "  - {}", words::told(texts, note)))
}

/// Heads of the table of tests.
pub const HEADS: [&str; 7] = [
    "strength.head-condition",
    "strength.head-test",
    "strength.head-force",
    "strength.head-safety",
    "strength.head-band",
    "strength.head-change",
    "strength.head-verdict",
];

/// A row of the table of tests.
pub fn cells(texts: &Texts, row: &TestRow) -> [String; 7] {
    let [low, usual, high] = row.safety.map(|safety| factor(texts, safety, row.mesh_pct));
    [
        condition(texts, row.condition).to_string(),
        test(texts, row.test).to_string(),
        format!("{} N", words::number(texts, row.force_n, 0)),
        usual,
        format!("{low} – {high}"),
        format!("± {} %", words::number(texts, row.mesh_pct.ceil(), 0)),
        verdict(texts, row.verdict).to_string(),
    ]
}

/// A factor with no more digits than the meshes allow.
fn factor(texts: &Texts, safety: f64, mesh_pct: f64) -> String {
    match rounded(safety, mesh_pct) {
        Rounded::AtLeast(factor) => words::number(texts, factor, 1),
        Rounded::Under(step) => texts.fill("strength.under", &[("step", &words::number(texts, step, 1))]),
    }
}

/// What was computed on every mesh, how far it converged, and how exact the forces are.
pub fn meshes(texts: &Texts, strength: &Strength) -> Vec<String> {
    let mut lines = vec![];
    for mesh in &strength.meshes {
        let [heel, forefoot] = mesh.safety.map(|safety| words::number(texts, safety, 2));
        let (elements, nodes) = (mesh.elements.to_string(), mesh.nodes.to_string());
        let values = [("elements", &*elements), ("nodes", &*nodes), ("heel", &*heel), ("forefoot", &*forefoot)];
        lines.push(texts.fill("strength.mesh", &values));
    }
    for row in &strength.convergence {
        let id = if row.converged { "strength.converged" } else { "strength.not_converged" };
        let change = words::number(texts, row.change_pct.ceil(), 0);
        lines.push(texts.fill(id, &[("condition", condition(texts, row.condition)), ("change", &change)]));
    }
    if let Some(mesh) = strength.meshes.last() {
        let share = format!("{:.0e}", mesh.equilibrium.max(1e-12));
        lines.push(texts.fill("strength.equilibrium", &[("share", &share)]));
    }
    lines
}

/// The material, its strengths and their source.
pub fn of_material(texts: &Texts, strength: &Strength) -> String {
    let stuff = &strength.material;
    let span =
        |[low, _, high]: [f64; 3]| format!("{} – {} MPa", words::number(texts, low, 0), words::number(texts, high, 0));
    let (layer, across) = (span(stuff.strength_mpa), span(stuff.strength_across_mpa));
    let values =
        [("material", material(texts, stuff.id)), ("layer", &*layer), ("across", &*across), ("source", &*stuff.source)];
    texts.fill("strength.of_material", &values)
}

/// Where it would break first, in words.
pub fn weakest(texts: &Texts, place: &Place) -> String {
    let part = texts.say(match place.part {
        Part::Corner => "strength.part-corner",
        Part::Wall => "strength.part-wall",
        Part::Block => "strength.part-block",
    });
    let breaks = texts.say(match place.breaks {
        Breaks::Layer => "strength.breaks-layer",
        Breaks::BetweenLayers => "strength.breaks-between_layers",
    });
    let around = match place.around_deg {
        Some(degrees) => texts.fill("strength.place-around", &[("degrees", &words::degrees(texts, degrees))]),
        None => texts.say("strength.place-middle").to_string(),
    };
    let near = place.near.zip(place.near_mm).map_or_else(String::new, |(landmark, distance)| {
        let distance = words::number(texts, distance, 0);
        texts.fill("strength.near", &[("distance", &distance), ("landmark", words::landmark(texts, landmark))])
    });
    texts.fill(
        "strength.place",
        &[
            ("condition", condition(texts, place.condition)),
            ("part", part),
            ("below", &words::number(texts, place.below_mm, 0)),
            ("around", &around),
            ("near", &near),
            ("breaks", breaks),
            ("mises", &words::number(texts, place.mises_mpa, 1)),
            ("across", &words::number(texts, place.across_mpa, 1)),
            ("moved", &words::number(texts, place.moved_mm, 1)),
        ],
    )
}
