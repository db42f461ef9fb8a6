//! Every cell of every table of the brochure against an independent transcription, in both directions.
//!
//! `brochure_tables.txt` holds the table rows as the text copy of the brochure gives them, `brochure_words.txt` the
//! pages that claims quote. The tables are walked in reading order: the next words of the transcription must be the
//! next label or the next cell of the catalogue. A cell that differs stops the walk; words that no cell accounts for
//! stop it too, so nothing printed can be missing from the catalogue.

use crate::common;
use domain::MassUnit;
use domain::catalog::{Catalog, Component, Printed};

const TABLES: &str = include_str!("brochure_tables.txt");
const WORDS: &str = include_str!("brochure_words.txt");

/// Any run of white space, thin spaces included, is one space; bullets and soft hyphens of the layout go.
fn plain(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !matches!(c, '•' | '\u{ad}')).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rest of the transcription, read from the front.
struct Walk {
    rest: String,
    cells: usize,
}

impl Walk {
    fn expect(&mut self, what: &str, text: &str) {
        let text = plain(text);
        let next: String = self.rest.chars().take(text.chars().count() + 20).collect();
        let Some(rest) = self.rest.strip_prefix(&text) else {
            panic!("{what}: the catalogue says {text:?}, the brochure goes on with {next:?}");
        };
        assert!(rest.is_empty() || rest.starts_with(' '), "{what}: {text:?} ends inside a word of {next:?}");
        self.rest = rest.trim_start().to_string();
    }

    fn label(&mut self, text: &str) {
        self.expect("label", text);
    }

    fn cell<V>(&mut self, component: &Component, row: &str, cell: Option<&Printed<V>>) {
        let cell = cell.unwrap_or_else(|| panic!("{}: no cell for {row}", component.article));
        self.expect(&format!("{} / {row}", component.article), &cell.printed);
        self.cells += 1;
    }

    /// A row: its label, then one cell a column.
    fn row<'a, V: 'a>(
        &mut self,
        label: &str,
        columns: &[&'a Component],
        pick: impl Fn(&'a Component) -> Option<&'a Printed<V>>,
    ) {
        self.label(label);
        for component in columns {
            self.cell(component, label, pick(component));
        }
    }
}

fn p3(walk: &mut Walk, catalog: &Catalog) {
    let p3 = catalog.get("4R147").expect("P3");
    let sizes = &p3.pump.as_ref().expect("a pump").sizes;
    walk.label("Article number");
    for size in sizes {
        walk.expect("4R147 / order number", &size.order_number);
        walk.cells += 1;
    }
    walk.row("Mobility grade", &[p3], |c| c.mobility_grade.as_ref());
    walk.row("Material", &[p3], |c| c.material.as_ref());
    walk.row("Connection Distal", &[p3], |c| c.connection_distal.as_ref());
    walk.row("Connection Proximal", &[p3], |c| c.connection_proximal.as_ref());
    walk.label("Size");
    for size in sizes {
        walk.expect("4R147 / size", &size.size);
        walk.cells += 1;
    }
    walk.label("Recommended for body weight (lbs.)");
    for size in sizes {
        walk.cell(p3, "Recommended for body weight", Some(&size.mass));
    }
    walk.row("Clearance height", &[p3], |c| c.clearance_height.as_ref());
    walk.row("Weight", &[p3], |c| c.mass.as_ref());
    walk.row("Max. body weight", &[p3], |c| c.body_mass.as_ref());
    walk.row("Scope of delivery", &[p3], |c| c.scope_of_delivery.as_ref());
}

fn p4(walk: &mut Walk, catalog: &Catalog) {
    let columns: Vec<_> = ["4R180", "4R181", "4R182", "4R183"].iter().filter_map(|a| catalog.get(a)).collect();
    walk.row("Article number", &columns, |c| c.heading.as_ref());
    walk.row("Mobility grade", &columns, |c| c.mobility_grade.as_ref());
    walk.row("Material", &columns, |c| c.material.as_ref());
    walk.row("Weight limit", &columns, |c| c.body_mass.as_ref());
    walk.row("Clearance height", &columns, |c| c.clearance_height.as_ref());
    walk.row("Part weight", &columns, |c| c.mass.as_ref());
}

fn triton(walk: &mut Walk, catalog: &Catalog) {
    let triton = catalog.get("1C62").expect("Triton Harmony");
    let table = triton.pump.as_ref().and_then(|pump| pump.foot_table.as_ref()).expect("a foot table");
    walk.label("Sizes Body weight");
    walk.cell(triton, "column headings", Some(&table.heading));
    let headings: Vec<String> = table.foot_lengths_cm.iter().map(|cm| format!("{cm} cm")).collect();
    assert_eq!(headings.join(" "), table.heading.printed, "parsed headings");
    for row in &table.rows {
        walk.cell(triton, "body weight", Some(&row.mass));
        for cell in &row.cells {
            walk.expect(&format!("1C62 / {} / {} cm", row.mass.printed, cell.foot_cm[0]), &cell.printed);
            walk.cells += 1;
        }
    }
    walk.label("Clearance -");
    walk.cell(triton, "Clearance", triton.clearance_height.as_ref());
    walk.cell(triton, "footshells", Some(&table.footshells));
}

fn e2(walk: &mut Walk, catalog: &Catalog) {
    let columns: Vec<_> = ["4R152", "4R153", "4R153=1"].iter().filter_map(|a| catalog.get(a)).collect();
    walk.row("Article number", &columns, |c| c.heading.as_ref());
    walk.row("Weight", &columns, |c| c.mass.as_ref());
    walk.row("Clearance height", &columns, |c| c.clearance_height.as_ref());
    walk.row("Material", &columns, |c| c.material.as_ref());
    walk.row("Max. body weight", &columns, |c| c.body_mass.as_ref());
    walk.row("Temperature range for use", &columns, |c| c.temperature_for_use.as_ref());
    walk.row("Battery charger operating voltage", &columns, |c| c.charger.as_ref().map(|c| &c.voltage));
    walk.row("Battery charger operating frequency", &columns, |c| c.charger.as_ref().map(|c| &c.frequency));
    walk.row("Battery charging temperature", &columns, |c| c.charger.as_ref().map(|c| &c.charging_temperature));
}

fn complementary(walk: &mut Walk, catalog: &Catalog) {
    let listed = |article: &str| catalog.get(article).and_then(|c| c.listed_as.as_ref()).expect("listed");
    walk.label("Complementary components for TT prosthesis");
    assert_eq!(listed("453A3"), listed("453A30"), "two articles share one printed entry");
    for article in ["453A3", "6Y512", "6Y110"] {
        walk.cell(catalog.get(article).expect("present"), "complementary", Some(listed(article)));
    }
    walk.label("Complementary components for TF prosthesis");
}

#[test]
fn every_cell_of_every_table_is_as_printed_and_none_is_missing() {
    let catalog = common::catalog();
    let mut walk = Walk { rest: plain(TABLES), cells: 0 };
    p3(&mut walk, &catalog);
    p4(&mut walk, &catalog);
    triton(&mut walk, &catalog);
    e2(&mut walk, &catalog);
    complementary(&mut walk, &catalog);
    assert!(walk.rest.is_empty(), "printed, but not in the catalogue: {:?}", walk.rest);
    // 32 of the P3, 24 of the P4 series, 108 of the Triton, 27 of the E2, 3 complementary.
    assert_eq!(walk.cells, 194, "cells compared");
}

#[test]
fn every_cell_of_the_brochure_stands_there_in_these_words() {
    let words = plain(&format!("{WORDS} {TABLES}"));
    let catalog = common::catalog();
    let mut compared = 0;
    // Hyphens, quotes and the call-outs' capitals are compared as printed: no folding.
    for component in catalog.components() {
        for printed in catalog.printed(&component.article) {
            let text = &printed.cell.printed;
            // How a number of chambers is known may be our reading, which says so.
            if printed.cell.source != "ottobock_harmony_brochure" || text.starts_with("our reading: ") {
                continue;
            }
            let text = plain(text.strip_prefix("printed: ").unwrap_or(text));
            assert!(words.contains(&text), "{}: not in the brochure: {text:?}", component.article);
            compared += 1;
        }
    }
    assert!(compared > 280, "{compared}");
}

/// Every text under one of these keys, wherever it stands.
fn texts_under(keys: &[&str], value: &toml::Value, found: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                match value {
                    toml::Value::String(text) if keys.contains(&key.as_str()) => found.push(text.clone()),
                    _ => texts_under(keys, value, found),
                }
            }
        }
        toml::Value::Array(items) => items.iter().for_each(|item| texts_under(keys, item, found)),
        _ => {}
    }
}

#[test]
fn every_printed_text_of_every_file_is_a_cell_with_a_source_that_its_path_finds() {
    let catalog = common::catalog();
    for (file, text) in common::files() {
        let value: toml::Value = toml::from_str(&text).expect("sound");
        let article = value["article"].as_str().expect("named");
        let mut texts = vec![];
        texts_under(&["printed", "because", "offset_printed", "order_number"], &value, &mut texts);
        let cells = catalog.printed(article);
        for text in &texts {
            assert!(cells.iter().any(|cell| cell.cell.printed == *text), "{file}: {text:?} is no cell");
        }
        for printed in cells {
            let path = format!("catalog.{article}.{}", printed.field);
            assert_eq!(catalog.cell(&path), Some(&printed.cell), "{path}");
            assert!(!printed.cell.source.is_empty(), "{path}");
        }
        let fields: std::collections::BTreeSet<_> = cells.iter().map(|cell| &cell.field).collect();
        assert_eq!(fields.len(), cells.len(), "{file}: one cell a path");
    }
}

#[test]
fn the_parsed_figures_follow_from_the_printed_text() {
    for component in common::catalog().components() {
        let article = &component.article;
        if let Some(cell) = &component.mass
            && let Some(value) = cell.value
        {
            for figure in [value.g, value.oz].into_iter().flatten() {
                assert!(cell.printed.contains(&figure.to_string()), "{article}: {figure} in {:?}", cell.printed);
            }
        }
        if let Some(cell) = &component.body_mass
            && let Some(value) = cell.value
        {
            for figure in [value.min_kg, value.max_kg, value.min_lb, value.max_lb].into_iter().flatten() {
                assert!(cell.printed.contains(&figure.to_string()), "{article}: {figure} in {:?}", cell.printed);
            }
        }
        let bands = component.pump.iter().flat_map(|pump| {
            let rows = pump.foot_table.iter().flat_map(|table| table.rows.iter().map(|row| &row.mass));
            pump.sizes.iter().map(|size| &size.mass).chain(rows)
        });
        for band in bands {
            let value = band.value.expect("checked by the catalogue");
            let column = |unit| value.ends(unit).map(|[least, most]| format!("{least}–{most}"));
            let pounds = column(MassUnit::Lb).expect("printed");
            let kilograms = column(MassUnit::Kg).map_or(String::new(), |kilograms| format!("lbs({kilograms}kg)"));
            assert_eq!(band.printed.replace(' ', ""), format!("{pounds}{kilograms}"), "{article}");
        }
    }
}

#[test]
fn every_source_of_the_catalogue_is_in_the_bibliography() {
    let bibliography = include_str!("../../../data/sources.bib");
    for (file, text) in common::files() {
        for key in text.split("source = \"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(bibliography.contains(&format!("{{{key},")), "{file}: {key} is not in sources.bib");
        }
    }
}
