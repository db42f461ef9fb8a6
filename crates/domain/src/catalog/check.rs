//! What must hold in a catalogue beyond its shape.

use super::component::{Availability, Component, Role};
use super::pump::{FootTable, Pump};
use crate::body_mass::{BodyMass, BodyMassRange, MassUnit};
use crate::document::{Problem, Violation};
use crate::text_line::line_of_text;

/// Characters of an article, a name, a maker.
const NAME_LENGTH: usize = 100;

/// Limits of body mass that can be meant, kg.
const MASS_KG: [f64; 2] = [10.0, 400.0];

/// Everything wrong within one component.
pub fn component(component: &Component) -> Vec<Violation> {
    let mut found = vec![];
    for (field, text) in [("article", &component.article), ("name", &component.name), ("maker", &component.maker)] {
        if text.trim().is_empty() {
            found.push(Violation::new(field, "empty", "give the printed words"));
        } else {
            line_of_text(&mut found, field, text, NAME_LENGTH);
        }
    }
    if component.pump.is_some() != (component.role == Role::Pump) {
        found.push(Violation::new("role", "role and [pump] disagree", "a pump has a [pump] table, nothing else has"));
    }
    for unit in [MassUnit::Kg, MassUnit::Lb] {
        let limits = component.body_mass_limits();
        for limit in [limits.least(unit), limits.most(unit)].into_iter().flatten() {
            let kg = BodyMass { number: limit, unit }.mass().kg();
            if !(MASS_KG[0]..=MASS_KG[1]).contains(&kg) {
                let right = format!("give {} to {} kg, or the same in lb", MASS_KG[0], MASS_KG[1]);
                found.push(Violation::new("body_mass", "no limit of body mass", right));
            }
        }
        if component.body_mass_limits().ends(unit).is_some_and(|[least, most]| least >= most) {
            found.push(Violation::new("body_mass", "limits out of order", "the lightest below the heaviest"));
        }
    }
    if let Some(pump) = &component.pump {
        check_pump(pump, &mut found);
    }
    check_grounds(component, &mut found);
    found
}

/// What is no printed cell says from which words it was read, and nothing else does.
fn check_grounds(component: &Component, found: &mut Vec<Violation>) {
    let mut read = vec![];
    if component.availability == Availability::Legacy {
        read.push("availability");
    }
    if let Some(pump) = &component.pump {
        let told = [
            ("pump.drive", true),
            ("pump.connections", !pump.connections.is_empty()),
            ("pump.replaces_foot", pump.replaces_foot),
            ("pump.upgrades", !pump.upgrades.is_empty()),
        ];
        read.extend(told.into_iter().filter(|(_, told)| *told).map(|(field, _)| field));
    }
    for field in &read {
        if !component.read_from.contains_key(*field) {
            found.push(Violation::new(*field, "no words say so", "quote them in [read_from], with page and source"));
        }
    }
    for field in component.read_from.keys().filter(|field| !read.contains(&field.as_str())) {
        let at = format!("read_from.{field}");
        found.push(Violation::new(at, "nothing is read from this", "quote what a field of ours says, or a claim"));
    }
}

fn check_pump(pump: &Pump, found: &mut Vec<Violation>) {
    check_performance(pump, found);
    if let Some(chambers) = &pump.chambers
        && !(1..=2).contains(&chambers.count)
    {
        found.push(Violation::new("pump.chambers.count", "not a number of chambers we know", "1 or 2"));
    }
    if pump.foot_table.is_some() && !pump.sizes.is_empty() {
        found.push(Violation::new("pump.sizes", "two ways to size one pump", "give sizes or a foot_table"));
    }
    let missing = pump.sizes.iter().any(|size| size.mass.value.is_none())
        || pump.foot_table.iter().flat_map(|table| &table.rows).any(|row| row.mass.value.is_none());
    if missing {
        found.push(Violation::new("pump", "a size without a mass band", "give `value` with kg and lb"));
    }
    let field = if pump.foot_table.is_some() { "pump.foot_table.rows" } else { "pump.sizes" };
    check_bands(field, &pump.mass_bands(), found);
    if let Some(table) = &pump.foot_table {
        check_table(table, found);
    }
}

/// A simulation needs numbers, and from one place only.
fn check_performance(pump: &Pump, found: &mut Vec<Violation>) {
    let tables = "functional_ring, foot_membrane, swing_piston, electric or hand";
    match (&pump.performance, &pump.performance_of) {
        (None, None) => {
            let expected = format!("a table [pump.performance.…] ({tables}), or performance_of = \"ARTICLE\"");
            found.push(Violation::new("pump.performance", "no numbers to simulate it with", expected));
        }
        (Some(_), Some(_)) => {
            let expected = "leave out one of the two";
            found.push(Violation::new("pump.performance_of", "two places for one pump's numbers", expected));
        }
        (Some(performance), None) => {
            found.extend(performance.violations("pump.performance"));
            if performance.drive() != pump.drive {
                let what = format!("[pump.performance.{}] is another drive", performance.table());
                found.push(Violation::new("pump.drive", what, "drive and table must name the same kind"));
            }
        }
        (None, Some(_)) => {}
    }
}

/// Each band has a whole column in the same unit as the others; bands ascend and overlap in no more than their shared end.
fn check_bands(field: &str, bands: &[BodyMassRange], found: &mut Vec<Violation>) {
    let whole = |unit| bands.iter().map(|band| band.ends(unit)).collect::<Option<Vec<_>>>();
    let columns: Vec<Vec<[f64; 2]>> = [MassUnit::Kg, MassUnit::Lb].into_iter().filter_map(whole).collect();
    if columns.is_empty() {
        found.push(Violation::new(
            field,
            "no whole column of body mass",
            "min_kg and max_kg, or min_lb and max_lb, in every band",
        ));
    }
    for column in columns {
        for (index, [least, most]) in column.iter().enumerate() {
            let at = || format!("{field}[{index}]");
            if least >= most {
                found.push(Violation::new(at(), "band out of order", "min below max, in kg and lb"));
            }
            if column.get(index + 1).is_some_and(|[next, _]| next < most) {
                found.push(Violation::new(at(), "overlaps the next band", "sort the bands from light to heavy"));
            }
        }
    }
}

fn check_table(table: &FootTable, found: &mut Vec<Violation>) {
    for (index, row) in table.rows.iter().enumerate() {
        let covered =
            |length: &f64| row.cells.iter().filter(|c| (c.foot_cm[0]..=c.foot_cm[1]).contains(length)).count();
        if table.foot_lengths_cm.iter().any(|length| covered(length) != 1) {
            let at = format!("pump.foot_table.rows[{index}].cells");
            found.push(Violation::new(at, "the cells do not cover the foot lengths once each", "one cell a column"));
        }
    }
}

/// Articles that appear twice, and references that lead nowhere, over all files.
pub fn references(files: &[(String, Component)]) -> Vec<(String, Problem)> {
    let mut found = vec![];
    let mut fault = |file: &String, field: &str, value: &str, what: &str| {
        let (field, value, what) = (field.to_string(), value.to_string(), what.to_string());
        found.push((
            file.clone(),
            Problem { line: 1, span: 0..0, field, value, what, expected: String::new(), open: false },
        ));
    };
    let known = |article: &str| files.iter().any(|(_, component)| component.article == article);
    for (index, (file, component)) in files.iter().enumerate() {
        if files.iter().take(index).any(|(_, other)| other.article == component.article) {
            fault(file, "article", &component.article, "another file has this article too");
        }
        let delivered = component.scope_of_delivery.iter().flat_map(|cell| cell.value.iter().flatten());
        let pump = component.pump.as_ref();
        let plates = pump.and_then(|pump| pump.adapter.as_ref()).map(|plate| [&plate.usual, &plate.offset]);
        let upgraded = pump.iter().flat_map(|pump| &pump.upgrades);
        for article in delivered.chain(plates.into_iter().flatten()).chain(upgraded) {
            if !known(article) {
                fault(file, "article", article, "no file of the catalogue has this article");
            }
        }
        if let Some((own, lender)) = pump.and_then(|pump| Some((pump, pump.performance_of.as_ref()?))) {
            let lends = |other: &Component| {
                let theirs = other.pump.as_ref().and_then(|pump| pump.performance.as_ref());
                other.article == *lender && theirs.is_some_and(|performance| performance.drive() == own.drive)
            };
            if !files.iter().any(|(_, other)| lends(other)) {
                let what = "no file of the catalogue has a pump of this article and drive with numbers of its own";
                fault(file, "pump.performance_of", lender, what);
            }
        }
    }
    found
}
