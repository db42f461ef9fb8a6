//! What the program carries with it: catalogue, rules, parameters, published tables and sources, from `data/`.

use crate::problem::{Failure, Fault};
use crate::socket::strength::data::{Loads, Stuff, Stuffs};
use domain::case::SocketConcept;
use domain::catalog::Catalog;
use domain::technique::Technique;
use domain::{Problem, document};
use evidence::published::Published;
use evidence::{identifiability, sensitivity};
use fitting::Rules;
use geometry::compare::{Limit, ShapeLimits};
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use std::collections::BTreeMap;
use twin::parameters::ParameterSet;
use twin::regions::Regions;
use twin::two_weeks::MeasuredTwoWeeks;

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data");

/// The studies in the order in which VALIDATION.md shows them.
const STUDIES: &[&str] = &[
    "board2001",
    "beil2002",
    "zachariah2004",
    "sanders2012_day",
    "sanders2014_posture",
    "sanders2012_socks",
    "sanders2013_casts",
    "youngblood2020",
    "calf1977",
    "exercise_fluid",
    "stick1989",
    "stick1990",
    "peery2005",
    "segal2016",
    "klute2016",
    "jasken2018",
    "major2015",
    "ottobock_p3_ifu",
    "ottobock_e2_ifu",
    "ottobock_harmony_brochure",
    "komolafe2013",
    "hybrid2015",
    "ev_bench_model",
    "wernke2017",
    "hatje2015",
];

/// Everything that is read from `data/`.
#[derive(Debug)]
pub struct Library {
    /// Components as printed.
    pub catalog: Catalog,
    /// Fitting rules.
    pub rules: Rules,
    /// The twin's parameters.
    pub parameters: ParameterSet,
    /// Regions of the skin.
    pub regions: Regions,
    /// What is known of a limb over two weeks.
    pub two_weeks: MeasuredTwoWeeks,
    /// Title of every source by its key.
    pub sources: BTreeMap<String, String>,
    /// Files of pumps that are not built in, with their texts.
    own: Vec<(String, String)>,
}

impl Library {
    /// Reads the embedded data.
    ///
    /// # Panics
    /// When the data that was built in is broken: a test reads it, so such a program is never shipped.
    #[allow(clippy::expect_used)]
    pub fn embedded() -> Self {
        Self {
            catalog: Catalog::parse(files("catalog")).expect("the built-in catalogue is sound"),
            rules: Rules::parse(files("rules")).expect("the built-in rules are sound"),
            parameters: ParameterSet::parse(text("parameters.toml"), &reference_pumps())
                .expect("the built-in parameters are sound"),
            regions: Regions::parse(text("regions.toml")).expect("the built-in regions are sound"),
            two_weeks: MeasuredTwoWeeks::parse(text("two_weeks.toml")).expect("the built-in weeks are sound"),
            sources: titles(text("sources.bib")),
            own: vec![],
        }
    }

    /// Adds a pump to the catalogue, from the text of a file in its form; its article.
    ///
    /// # Errors
    /// Every fault of the file, an article that is no pump, one that the catalogue has already.
    pub fn add_pump(&mut self, file: &str, text: String) -> Result<String, Failure> {
        let text_of_file = text.clone();
        self.own.push((file.into(), text));
        let own = self.own.iter().map(|(file, text)| (file.as_str(), text.as_str()));
        let faults = |problems: Vec<(String, Problem)>| {
            let fault = |(_, problem): &(String, Problem)| {
                let told = Problem { open: false, ..problem.clone() };
                Fault::of_document(file, &text_of_file, &told)
            };
            Failure::Input(problems.iter().map(fault).collect())
        };
        let before: Vec<String> = self.catalog.pumps().map(|(component, _)| component.article.clone()).collect();
        let catalog = Catalog::parse(files("catalog").into_iter().chain(own)).map_err(faults)?;
        self.catalog = catalog;
        let added = self.catalog.pumps().find(|(component, _)| !before.contains(&component.article));
        added.map(|(component, _)| component.article.clone()).ok_or_else(|| {
            let what = "this article is no pump";
            Failure::input(Fault::of_file(file, what, "give `role = \"pump\"` and a table [pump]"))
        })
    }

    /// How a source is shown: its title and year, or its key where the bibliography has none.
    pub fn source<'a>(&'a self, key: &'a str) -> &'a str {
        self.sources.get(key).map_or(key, String::as_str)
    }

    /// The same with the page, where it is known.
    pub fn cited(&self, key: &str, page: Option<&str>) -> String {
        page.map_or_else(|| self.source(key).to_string(), |page| format!("{}, p. {page}", self.source(key)))
    }
}

/// The published tables, in their order.
///
/// # Errors
/// The faults of a broken table, with its file.
pub fn published() -> Result<Vec<Published>, Box<(String, Problem)>> {
    STUDIES.iter().map(|study| format!("published/{study}.toml")).map(table).collect()
}

/// The published tables that only a virtual trial repeats.
///
/// # Errors
/// As [`published`].
pub fn published_trials() -> Result<Vec<Published>, Box<(String, Problem)>> {
    files("published_trials").into_iter().map(|(file, _)| table(file.to_string())).collect()
}

fn table(file: String) -> Result<Published, Box<(String, Problem)>> {
    Published::parse(text(&file)).map_err(|mut problems| Box::new((file, problems.remove(0))))
}

/// The catalogue files of the pumps that stand for a pump of no maker.
fn reference_pumps() -> Vec<&'static str> {
    #[derive(Deserialize)]
    struct Reference {
        articles: Vec<String>,
    }
    let read: Option<Reference> = toml::from_str(text("reference_pumps.toml")).ok();
    read.into_iter().flat_map(|read| read.articles).map(|article| text(&format!("catalog/{article}.toml"))).collect()
}

/// What is known, as text: parameters, the pumps of no maker, and published tables. Generated documents carry its fingerprint.
pub fn knowledge() -> Vec<&'static str> {
    let mut tables = files("published");
    tables.sort_unstable();
    let pumps = reference_pumps().into_iter();
    [text("parameters.toml")].into_iter().chain(pumps).chain(tables.into_iter().map(|(_, text)| text)).collect()
}

/// What a day is simulated and a pump judged with, as text: parameters, regions, catalogue and rules.
pub fn of_a_day() -> Vec<&'static str> {
    let mut tables = [files("catalog"), files("rules")].concat();
    tables.sort_unstable();
    let own = [text("parameters.toml"), text("regions.toml")];
    own.into_iter().chain(tables.into_iter().map(|(_, text)| text)).collect()
}

/// The strongest parameters of every outcome, as `concord sensitivity --data` wrote them; none before its first run.
pub fn sensitivity() -> Option<sensitivity::Summary> {
    sensitivity::Summary::parse(text("sensitivity.toml")).ok()
}

/// What pins the fitted parameters, as `concord identify --data` wrote it; none before its first run.
pub fn identifiability() -> Option<identifiability::Summary> {
    identifiability::Summary::parse(text("identifiability.toml")).ok()
}

/// A parameter in the clinic's words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measurement {
    /// What it stands for.
    pub is: String,
    /// What to measure to know it better.
    pub measure: String,
}

/// Parameters in the clinic's words, by name; those that matter little have none.
pub fn measurements() -> BTreeMap<String, Measurement> {
    document::read(text("measurements.toml"), |_: &BTreeMap<String, Measurement>| vec![]).unwrap_or_default()
}

/// The shape modes of limbs that are built in.
pub fn limb_modes() -> &'static str {
    text("limb_modes/openlimb.toml")
}

/// The person on whom studies are repeated.
pub fn reference_case() -> &'static str {
    text("published/reference_case.toml")
}

/// Loads of the standard for structures.
///
/// # Panics
/// When the data that was built in is broken: a test reads it, so such a program is never shipped.
#[allow(clippy::expect_used)]
pub fn strength_loads() -> Loads {
    toml::from_str(text("strength/iso_10328.toml")).expect("the built-in loads are sound")
}

/// What sockets are made of.
///
/// # Panics
/// When the data that was built in is broken: a test reads it, so such a program is never shipped.
#[allow(clippy::expect_used)]
pub fn strength_materials() -> Vec<Stuff> {
    let read: Stuffs = toml::from_str(text("strength/materials.toml")).expect("the built-in materials are sound");
    read.material
}

/// Clinical limits of a socket's shape error.
///
/// # Panics
/// When the data that was built in is broken: a test reads it, so such a program is never shipped.
#[allow(clippy::expect_used)]
pub fn shape_limits() -> ShapeLimits {
    toml::from_str(text("shape_limits.toml")).expect("the built-in limits of shape are sound")
}

/// How far a scan may be from the tape, and what swelling makes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TapeLimits {
    /// Between two lengths, mm.
    pub difference_mm: Limit,
    /// The same, % of the tape's.
    pub difference_pct: Limit,
    /// What time since doffing does.
    pub swelling: Swelling,
}

/// How much larger limbs were some time after doffing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swelling {
    /// Larger in mean radius by this, mm.
    pub radius_mm: f64,
    /// Standard deviation of that, mm.
    pub sd_mm: f64,
    /// The earlier time, s.
    pub early_s: f64,
    /// The later time, min.
    pub late_min: f64,
    /// The same where the later one came first, mm.
    pub other_order_mm: f64,
    /// How many limbs.
    pub limbs: u32,
    /// Key of the source.
    pub source: String,
}

/// Limits of what a scan and a tape may differ by.
///
/// # Panics
/// When the data that was built in is broken: a test reads it, so such a program is never shipped.
#[allow(clippy::expect_used)]
pub fn tape_limits() -> TapeLimits {
    toml::from_str(text("tape_against_scan.toml")).expect("the built-in limits of tape and scan are sound")
}

/// The technique that is usual for a concept.
///
/// # Panics
/// When the data that was built in is broken: a test reads it, so such a program is never shipped.
#[allow(clippy::expect_used)]
pub fn technique(concept: SocketConcept) -> Technique {
    let path = match concept {
        SocketConcept::TotalSurfaceBearing => "socket/total_surface_bearing.toml",
        SocketConcept::PatellarTendonBearing => "socket/specific_weight_bearing.toml",
        SocketConcept::IschialContainment => "socket/ischial_containment.toml",
        SocketConcept::SubIschial => "socket/sub_ischial.toml",
    };
    Technique::parse(text(path)).expect("the built-in techniques are sound")
}

/// A built-in file; empty where there is none.
pub(crate) fn text(path: &str) -> &'static str {
    DATA.get_file(path).and_then(|file| file.contents_utf8()).unwrap_or_default()
}

/// All TOML files below a folder of `data/`.
fn files(folder: &str) -> Vec<(&'static str, &'static str)> {
    fn below(folder: &'static Dir<'static>, found: &mut Vec<(&'static str, &'static str)>) {
        for file in folder.files() {
            if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8())
                && path.ends_with(".toml")
            {
                found.push((path, text));
            }
        }
        for inner in folder.dirs() {
            below(inner, found);
        }
    }
    let mut found = vec![];
    if let Some(folder) = DATA.get_dir(folder) {
        below(folder, &mut found);
    }
    found
}

/// "Author and others (year): title" of every entry of a bibliography.
fn titles(bibliography: &str) -> BTreeMap<String, String> {
    let field = |entry: &str, name: &str| -> Option<String> {
        let start = entry.match_indices(name).map(|(at, _)| at).find(|at| {
            let before = entry[..*at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            before && entry[at + name.len()..].trim_start().starts_with('=')
        })?;
        let value = entry[start..].split_once('{')?.1;
        let mut depth = 1;
        let end = value.char_indices().find(|(_, c)| {
            depth += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            depth == 0
        })?;
        Some(value[..end.0].replace(['{', '}'], "").split_whitespace().collect::<Vec<_>>().join(" "))
    };
    bibliography
        .split("\n@")
        .filter_map(|entry| {
            let key = entry.split_once('{')?.1.split_once(',')?.0.trim().to_string();
            let title = field(entry, "title")?;
            let author = field(entry, "author").map(|author| {
                let first = author.split(" and ").next().unwrap_or_default();
                let family = first.split(',').next().unwrap_or_default().to_string();
                if author.contains(" and ") { format!("{family} and others") } else { family }
            });
            let year = field(entry, "year").map_or(String::new(), |year| format!(" ({year})"));
            Some((key, author.map_or_else(|| title.clone(), |author| format!("{author}{year}: {title}"))))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::parameter::Kind;

    #[test]
    fn everything_built_in_is_sound_and_every_source_has_a_title() {
        let library = Library::embedded();
        let limits = tape_limits();
        for key in [limits.difference_mm.source, limits.difference_pct.source, limits.swelling.source] {
            assert!(library.sources.contains_key(&key), "{key}");
        }
        assert!(library.catalog.pumps().count() >= 8);
        let mut keys: Vec<String> =
            library.parameters.iter().filter_map(|(_, parameter)| parameter.source.clone()).collect();
        for table in published().expect("sound tables") {
            keys.push(table.source);
        }
        for (component, pump) in library.catalog.pumps() {
            let performance = pump.performance.as_ref().unwrap_or_else(|| panic!("{}", component.article));
            for (name, _, number) in performance.numbers() {
                let source = number.source.as_ref();
                assert!(number.kind == Kind::Assumed || source.is_some(), "{}: {name}", component.article);
                assert!(
                    number.kind != Kind::Assumed
                        || !number.note.is_empty()
                        || source.is_some()
                        || name == "exhaust_crack_kpa"
                );
                keys.extend(source.cloned());
            }
        }
        for key in keys {
            assert!(library.sources.contains_key(&key), "{key}");
        }
        assert!(library.source("beil2002").contains("Beil"), "{}", library.source("beil2002"));
        domain::Case::parse(reference_case()).expect("a sound reference person");
    }

    #[test]
    fn a_pump_of_another_maker_is_one_file_and_gives_a_fitting_and_a_day() {
        let mut library = Library::embedded();
        let toy = include_str!("../../../pumps/own_pump.toml").to_string();
        assert_eq!(library.add_pump("toy.toml", toy.clone()).expect("a sound pump"), "own-1");
        let case = domain::Case::parse(crate::documents::USUAL_CASE).expect("a sound case");
        let fitting = fitting::recommend(&case, &library.catalog, &library.rules);
        assert!(fitting.pump("own-1").is_some_and(|pump| pump.refusals().next().is_none()));
        let system = crate::systems::named("own pump", &case, &library.catalog, &fitting).expect("its name");
        let day = |system| {
            let inputs = twin::day::DayInputs::new(&library.regions);
            twin::day::simulate(&case, &library.parameters.central(), system, inputs).milestones.working
        };
        let own = day(&system).expect("it reaches the working range").strides;
        // 6.5 mL a stroke against 5 mL.
        let usual = twin::system::System { pump: None, ..system.clone() };
        assert!(own < day(&usual).expect("so does the usual one").strides, "{own}");
        let failure = library.add_pump("twice.toml", toy).expect_err("it is there already");
        assert!(failure.faults()[0].to_string().contains("another file has this article"), "{failure:?}");
    }

    #[test]
    fn measurements_are_of_parameters_that_exist_and_the_strongest_have_one() {
        let known = measurements();
        for name in known.keys() {
            assert!(twin::parameters::NAMES.contains(&name.as_str()), "{name}");
        }
        for outcome in sensitivity().expect("data/sensitivity.toml").outcome {
            let name = &outcome.top[0].parameter;
            assert!(known.contains_key(name), "say in data/measurements.toml how to measure {name}");
        }
    }

    #[test]
    fn every_published_table_is_shown() {
        let tables = files("published").into_iter().filter(|(path, _)| !path.ends_with("reference_case.toml"));
        assert_eq!(tables.count(), STUDIES.len());
    }
}
