//! A study with the texts of the files that it names: what travels to another machine, and what a result is stamped with.

use crate::disk::tables::tables;
use crate::file::{Against, MOST_PERSONS, StudyFile};
use crate::modes::LimbModes;
use crate::person::{Knowledge, Study};
use domain::Case;
use domain::document::{Problem, Violation, nearest};
use evidence::fingerprint::fingerprint;
use evidence::published::{Published, Row};
use include_dir::{Dir, include_dir};
use serde::{Deserialize, Serialize};
use std::path::Path;
use texts::{Said, Wording};
use workup::documents;
use workup::input::{self, Kind, LARGEST_FILE};
use workup::library::{self, Library};
use workup::opened;
use workup::problem::{Failure, Fault};

static READY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../studies");

/// A text and what to call it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// As the user wrote it.
    pub file: String,
    /// Its content.
    pub text: String,
}

/// Everything a study is made of, besides what the program carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// The study file.
    pub study: Named,
    /// The case that all persons are variations of.
    pub case: Named,
    /// Shape modes of limbs.
    pub limb_modes: Option<Named>,
    /// Another number of persons than the file's.
    pub persons: Option<u64>,
    /// Another seed than the file's.
    pub seed: Option<u64>,
}

/// The ready studies, name and text, by name.
pub fn ready() -> Vec<(&'static str, &'static str)> {
    let mut found: Vec<(&str, &str)> = READY
        .files()
        .filter_map(|file| Some((file.path().file_name()?.to_str()?.strip_suffix(".toml")?, file.contents_utf8()?)))
        .collect();
    found.sort_unstable();
    found
}

impl Bundle {
    /// Reads a study file, or takes a ready study by its name, with the files that it names; they lie where `named` allows.
    ///
    /// # Errors
    /// Files that are none, and every fault of the study's shape.
    pub fn read(path: &Path, named: opened::Named) -> Result<Self, Failure> {
        let ready = ready();
        let known = ready.iter().find(|(name, _)| Path::new(name) == path);
        let study = match known {
            Some((name, text)) => Named { file: format!("{name}.toml"), text: (*text).to_string() },
            None => {
                let file = input::name_of(path);
                Named { text: input::read_text(path, &file, Kind::Study)?, file }
            }
        };
        Self::of(study, |name, kind| {
            input::read_named_text(path, name, named, kind).map(|(file, text)| Named { file, text })
        })
    }

    /// The same for a study's text; `beside` finds the files that it names.
    ///
    /// # Errors
    /// As [`Bundle::read`].
    pub fn of(study: Named, beside: impl Fn(&str, Kind) -> Result<Named, Failure>) -> Result<Self, Failure> {
        let read = StudyFile::parse(&study.text).map_err(|problems| faults(&study, &problems))?;
        let built_in = |name: &str, text: &str| Named { file: format!("built-in {name}"), text: text.to_string() };
        let case = match read.case.as_str() {
            "reference" => built_in("reference", library::reference_case()),
            "mechanic" => built_in("mechanic", documents::USUAL_CASE),
            name => beside(name, Kind::Case)?,
        };
        let limb_modes = match read.limb_modes.as_deref() {
            None => None,
            Some("openlimb") => Some(built_in("openlimb", library::limb_modes())),
            Some(name) => Some(beside(name, Kind::LimbModes)?),
        };
        Ok(Self { study, case, limb_modes, persons: None, seed: None })
    }

    /// Persons assessed; none of a study that cannot be read.
    pub fn people(&self) -> u64 {
        let read = || StudyFile::parse(&self.study.text).map_or(0, |file| file.persons);
        self.persons.unwrap_or_else(read)
    }

    /// What its author should know: outcomes that the study calls by names of before.
    pub fn notes(&self) -> Vec<Said> {
        let told = |(before, now)| {
            let note = Wording::new("study_note-renamed").with("file", &self.study.file);
            note.with("before", before).with("now", now).into()
        };
        StudyFile::renamed(&self.study.text).into_iter().map(told).collect()
    }

    /// A bundle that was sent.
    ///
    /// # Errors
    /// What is no bundle, or larger than any.
    pub fn from_json(text: &str) -> Result<Self, Failure> {
        let wrong = |what: String| {
            Failure::input(Fault::of_file(
                "bundle",
                what,
                "give what `Bundle` wrote, of the same version of this program",
            ))
        };
        if text.len() as u64 > 4 * LARGEST_FILE {
            return Err(wrong("larger than any study".into()));
        }
        serde_json::from_str(text).map_err(|error| wrong(format!("cannot be read: {error}")))
    }

    /// What other machines are sent.
    ///
    /// # Errors
    /// None in practice: texts are always JSON.
    pub fn to_json(&self) -> Result<String, Failure> {
        serde_json::to_string(self).map_err(|error| Failure::other(Fault::of_file("bundle", error.to_string(), "")))
    }

    /// The command that runs this study into `out`, or goes on with it.
    pub fn command(&self, out: &str) -> String {
        let ready = ready().into_iter().find(|(_, text)| *text == self.study.text);
        let mut command = format!("concord study run {}", ready.map_or(self.study.file.as_str(), |(name, _)| name));
        for (argument, value) in [("--persons", self.persons), ("--seed", self.seed)] {
            if let Some(value) = value {
                command += &format!(" {argument} {value}");
            }
        }
        command + " --out " + out
    }

    /// Tells what two results must share to be of one study: what it means but the number of persons, all that the program
    /// carries, and the code that makes a person's day. Comments, layout and names of before make no other study.
    pub fn fingerprint(&self) -> String {
        let [study, case] = self.meant().unwrap_or_else(|| [&self.study, &self.case].map(|named| named.text.clone()));
        let modes = self.limb_modes.as_ref().map_or("", |named| named.text.as_str());
        let own = [env!("CARGO_PKG_VERSION"), env!("CONCORD_CODE"), &study, &case, modes];
        fingerprint(own.into_iter().chain(library::of_a_day()))
    }

    /// Study and case as they were understood; none where they are not.
    fn meant(&self) -> Option<[String; 2]> {
        let mut study = StudyFile::parse(&self.study.text).ok()?;
        study.persons = 0;
        study.seed = self.seed.unwrap_or(study.seed);
        let case = Case::parse(&self.case.text).ok()?;
        Some([serde_json::to_string(&study).ok()?, serde_json::to_string(&case).ok()?])
    }

    /// The study, ready to run.
    ///
    /// # Errors
    /// Every fault of the study, its case or its modes, where it stands.
    pub fn study<'a>(&self, library: &'a Library) -> Result<Study<'a>, Failure> {
        let none = |_: &str, _: workup::scan_file::Told<'_>| {
            let expected = "give a case without one: shape modes say how limbs differ";
            Err(Failure::input(Fault::of_file(&self.case.file, "the case of a study cannot name a scan", expected)))
        };
        let case = input::case_of_text(self.case.file.clone(), self.case.text.clone(), &none)?;
        let modes = match &self.limb_modes {
            None => None,
            Some(named) => Some(LimbModes::parse(&named.text).map_err(|problems| faults(named, &problems))?),
        };
        let knowledge = Knowledge {
            parameters: &library.parameters,
            regions: &library.regions,
            catalog: &library.catalog,
            rules: &library.rules,
        };
        let tables = tables()?;
        let make = |file: StudyFile| Study::new(file, case.case.clone(), case.settings, modes.clone(), knowledge);
        let check = |file: &StudyFile| {
            let mut found = make(file.clone()).err().unwrap_or_default();
            found.extend(wrong_rows(file, &tables));
            found
        };
        let mut file =
            StudyFile::parse_with(&self.study.text, check).map_err(|problems| faults(&self.study, &problems))?;
        if let Some(persons) = self.persons {
            if !(1..=MOST_PERSONS).contains(&persons) {
                let expected = format!("give 1 to {MOST_PERSONS}");
                let fault = Fault::of_argument("--persons", &persons.to_string(), "out of range", expected);
                return Err(Failure::input(fault));
            }
            file.persons = persons;
        }
        file.seed = self.seed.unwrap_or(file.seed);
        make(file).map_err(|found| {
            let fault = |v: Violation| Fault::of_field(&self.study.file, &v.field, "", v.what, v.expected);
            Failure::Input(found.into_iter().map(fault).collect())
        })
    }
}

/// Published numbers that no table has, and those of another unit than the outcome they are held to.
fn wrong_rows(file: &StudyFile, tables: &[Published]) -> Vec<Violation> {
    let rows: Vec<&Row> = tables.iter().flat_map(|table| &table.row).collect();
    let known: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let violation = |(index, against): (usize, &Against)| {
        let field = format!("published[{index}].row");
        let Some(row) = rows.iter().find(|row| row.id == against.row) else {
            let expected = match nearest(&against.row, &known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "give the id of a row of data/published or data/published_trials".to_string(),
            };
            return Some(Violation::new(field, "no published table has this row", expected));
        };
        let unit = against.outcome.unit;
        // The difference of two percentages is told in points.
        let same = row.unit == unit || unit == "%" && row.unit == "points" && against.less.is_some();
        let what = || format!("this row is in {}, the outcome `{}` in {unit}", row.unit, against.outcome.id);
        (!same).then(|| Violation::new(field, what(), format!("give a row in {unit}, or another outcome")))
    };
    file.published.iter().enumerate().filter_map(violation).collect()
}

fn faults(named: &Named, problems: &[Problem]) -> Failure {
    Failure::Input(problems.iter().map(|problem| Fault::of_document(&named.file, &named.text, problem)).collect())
}
