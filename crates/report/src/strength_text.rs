//! `concord strength` in a terminal.

use super::words;
use domain::limb::Side;
use std::fmt::Write;
use texts::Texts;
use workup::socket::strength::data::{Condition, Material, Test};
use workup::socket::strength::{Breaks, Part, Place, StrengthResult, Verdict};
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

fn condition(texts: &Texts, condition: Condition) -> &str {
    texts.say(match condition {
        Condition::Heel => "strength.condition-heel",
        Condition::Forefoot => "strength.condition-forefoot",
    })
}

fn test(texts: &Texts, test: Test) -> &str {
    texts.say(match test {
        Test::Cyclic => "strength.test-cyclic",
        Test::Proof => "strength.test-proof",
        Test::UltimateLower => "strength.test-ultimate_lower",
        Test::UltimateUpper => "strength.test-ultimate_upper",
    })
}

fn verdict(texts: &Texts, verdict: Verdict) -> &str {
    texts.say(match verdict {
        Verdict::Below => "strength.verdict-below",
        Verdict::Uncertain => "strength.verdict-uncertain",
        Verdict::Above => "strength.verdict-above",
    })
}

/// Whose socket, of what, under which level.
fn named(texts: &Texts, id: &str, name: &str, side: Side, result: &StrengthResult) -> String {
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
    let mut text = named(texts, "strength.heading", &result.name, result.side, result) + "\n";
    // Writing into a string cannot fail.
    let _ = write_all(texts, &mut text, result);
    text
}

fn write_all(texts: &Texts, text: &mut String, result: &StrengthResult) -> std::fmt::Result {
    result.marks.iter().try_for_each(|mark| writeln!(text, "{}.", words::told(texts, mark)))?;
    let heads = [
        "strength.head-condition",
        "strength.head-test",
        "strength.head-force",
        "strength.head-safety",
        "strength.head-band",
        "strength.head-verdict",
    ];
    let mut rows = table::new(&heads.map(|id| texts.say(id)));
    for row in &result.tests {
        let [low, usual, high] = row.safety.map(|safety| words::number(texts, safety, 1));
        rows.add_row([
            condition(texts, row.condition).to_string(),
            test(texts, row.test).to_string(),
            format!("{} N", words::number(texts, row.force_n, 0)),
            usual,
            format!("{low} – {high}"),
            verdict(texts, row.verdict).to_string(),
        ]);
    }
    writeln!(text, "\n{rows}\n\n{}", texts.say("strength.weakest"))?;
    result.weakest.iter().try_for_each(|place| writeln!(text, "{}", weakest(texts, place)))?;
    writeln!(text, "\n{}", texts.say("strength.meshes"))?;
    for mesh in &result.meshes {
        let values = [
            ("elements", mesh.elements.to_string()),
            ("nodes", mesh.nodes.to_string()),
            ("safety", words::number(texts, mesh.safety, 2)),
        ];
        let line = texts.fill("strength.mesh", &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        writeln!(text, "  {line}")?;
    }
    if let Some(mesh) = result.meshes.last() {
        let share = format!("{:.0e}", mesh.equilibrium.max(1e-12));
        writeln!(text, "  {}", texts.fill("strength.equilibrium", &[("share", &share)]))?;
    }
    writeln!(text, "\n{}", texts.say("strength.notes"))?;
    result.notes.iter().try_for_each(|note| writeln!(text, "  - {}", words::told(texts, note)))
}

/// Where it would break first, in words.
fn weakest(texts: &Texts, place: &Place) -> String {
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
        Some(degrees) => texts.fill("strength.place-around", &[("degrees", &words::number(texts, degrees, 0))]),
        None => texts.say("strength.place-middle").to_string(),
    };
    let near = place.near.zip(place.near_mm).map_or_else(String::new, |(landmark, distance)| {
        let distance = words::number(texts, distance, 0);
        texts.fill("strength.near", &[("distance", &distance), ("landmark", words::landmark(texts, landmark))])
    });
    let line = texts.fill(
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
    );
    format!("  {line}")
}
