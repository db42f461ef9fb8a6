//! The model files, and what every page is made with.

use super::feeds::{self, Feeds};
use super::maths::Names;
use std::collections::BTreeMap;
use workup::library::Library;

/// One model file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source {
    /// Of the page.
    pub name: &'static str,
    /// Below `crates/`.
    pub path: &'static str,
    pub text: &'static str,
}

/// Folder, what begins the names of its pages, files.
macro_rules! sources {
    ($($folder:literal, $prefix:literal: $($name:literal)*;)*) => {
        /// Every file with a page, in the order of the walk.
        pub(super) const SOURCES: &[Source] = &[$($(Source {
            name: concat!($prefix, $name),
            path: concat!($folder, $name, ".rs"),
            text: include_str!(concat!("../../../crates/", $folder, $name, ".rs")),
        }),*),*];
    };
}

sources! {
    "twin/src/", "": "parameters" "pump" "answers" "fluctuation" "assemble";
    "physics/src/", "": "gait_load" "interface_pressure" "limb_socket_contact" "liner" "socket_air" "leak"
        "weight_activated_pump" "electric_pump" "suspension" "torsion" "heel_strike" "movement" "circulation" "limb_volume" "blood" "displaced_tissue" "pore_water" "muscle" "tissue_fluid" "skin_climate" "skin_suction" "pressed_time" "sleeve_wear" "network" "pressure_wave"
        "state" "integrator" "reference";
    "twin/src/", "": "regions" "regional" "pump_control" "shank_motion" "drive" "day" "climate" "pressed" "days" "observe" "events" "stride" "first_steps" "person_day" "ensemble" "unused" "sleeve" "pinhole";
    "twin/src/bench/", "bench_": "pump" "dome" "pull" "fit" "leak_zones";
    "evidence/src/", "": "responders";
}

/// What every page is made with.
pub(super) struct Context<'a> {
    pub library: &'a Library,
    pub names: Names,
    pub feeds: Feeds,
    /// Pages that each page uses.
    pub uses: BTreeMap<&'static str, Vec<&'static str>>,
}

impl<'a> Context<'a> {
    pub fn new(library: &'a Library) -> Self {
        let names = Names {
            pages: SOURCES.iter().map(|source| source.name.to_string()).collect(),
            sources: library.sources.keys().cloned().collect(),
        };
        let assembly = SOURCES.iter().find(|source| source.name == "assemble").map_or("", |source| source.text);
        let uses = SOURCES.iter().map(|source| {
            let used = feeds::uses(source.text);
            let pages = SOURCES.iter().filter(|page| page.name != source.name && used.iter().any(|u| u == page.name));
            (source.name, pages.map(|page| page.name).collect())
        });
        Self { library, names, feeds: feeds::parameters_of_fields(assembly), uses: uses.collect() }
    }

    /// Pages that use this one.
    pub fn used_by(&self, name: &str) -> Vec<&'static str> {
        SOURCES.iter().filter(|page| self.uses[page.name].contains(&name)).map(|page| page.name).collect()
    }

    /// Parameters that set a field of one of the page's structs.
    pub fn parameters(&self, source: &Source, field: &str) -> &[String] {
        let of = |name: String| self.feeds.get(&(name, field.to_string()));
        feeds::structs(source.text).into_iter().find_map(of).map_or(&[], Vec::as_slice)
    }

    /// Pages (with their field) that a parameter feeds.
    pub fn fed_by(&self, parameter: &str) -> Vec<(&'static str, &str)> {
        let mut found = vec![];
        for ((name, field), parameters) in &self.feeds {
            let page = SOURCES.iter().find(|source| feeds::structs(source.text).contains(name));
            if let Some(page) = page.filter(|_| parameters.iter().any(|p| p == parameter)) {
                found.push((page.name, field.as_str()));
            }
        }
        found
    }
}

/// "A, B" as links; a dash for none.
pub(super) fn links(pages: &[&str]) -> String {
    let link = |page: &&str| format!("[{}]({page}.md)", page.replace('_', " "));
    if pages.is_empty() { "–".into() } else { pages.iter().map(link).collect::<Vec<_>>().join(", ") }
}

/// The lines of the page that opens a file.
pub(super) fn opening(text: &str) -> Vec<&str> {
    text.lines().map_while(|line| line.strip_prefix("//!")).map(|line| line.strip_prefix(' ').unwrap_or(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_model_file_has_a_page() {
        for folder in ["physics/src", "twin/src/bench"] {
            for entry in
                std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates").join(folder)).unwrap()
            {
                let path = format!("{folder}/{}", entry.unwrap().file_name().into_string().unwrap());
                assert!(
                    path == "physics/src/lib.rs" || SOURCES.iter().any(|source| source.path == path),
                    "{path}: add it to the list in model_pages/context.rs"
                );
            }
        }
    }

    #[test]
    fn pages_open_with_a_title_and_what_they_stand_for() {
        for source in SOURCES {
            let lines = opening(source.text);
            assert!(lines[0].starts_with("# "), "{}", source.name);
            let text = lines.join("\n");
            for part in ["**Stands for**", "**Equations**", "**Tests**"] {
                assert!(text.contains(part), "{}: no {part}", source.name);
            }
        }
    }

    #[test]
    fn values_are_filled_in_and_every_varying_parameter_feeds_some_page() {
        let library = Library::embedded();
        let context = Context::new(&library);
        let contact = SOURCES.iter().find(|source| source.name == "limb_socket_contact").unwrap();
        assert_eq!(context.parameters(contact, "spread"), ["gap_spread_mm"]);
        let fed = twin::parameters::NAMES.iter().filter(|name| !context.fed_by(name).is_empty()).count();
        assert!(fed * 10 >= twin::parameters::NAMES.len() * 7, "{fed} of {}", twin::parameters::NAMES.len());
    }
}
