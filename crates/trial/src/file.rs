//! The study file: who takes part, what is compared, how, and what is measured. Version 1.

use crate::law::Spread;
use crate::responders::Better;
use domain::day::{ClockTime, Day};
use domain::document::{self, Bounds, Problem, Violation};
use evidence::systems::REGULATED_KPA;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use twin::quantity::Outcome;

/// The version of the study format that this program reads.
pub const STUDY_VERSION: u32 = 1;
/// Persons of one study: streams of noise begin beyond them.
pub const MOST_PERSONS: u64 = 4_000_000_000;
/// Arms of one study.
pub const MOST_ARMS: usize = 8;
const MOST_CORRELATIONS: usize = 200;
const MOST_SIZES: usize = 20;
const BLOCK: u64 = 2_000;

/// How the arms meet the persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Design {
    /// Every person lives the same day on every arm: only a simulation can.
    Paired,
    /// Every person has every arm, on different days, in an order drawn by lot.
    Crossover,
    /// Every person has one arm, drawn by lot.
    Parallel,
}

impl Design {
    /// The day on which a person whose lot was `sequence` has an arm, of so many; none where they never have it.
    pub fn day(self, arm: usize, sequence: usize, arms: usize) -> Option<usize> {
        match self {
            Self::Paired => Some(0),
            Self::Crossover => Some((arm + arms - sequence) % arms),
            Self::Parallel => (arm == sequence).then_some(0),
        }
    }
}

/// Who may take part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Eligibility {
    /// Whether the fitting rules screen everyone: no contraindication, and every pump of the study fits.
    pub screened: bool,
    /// Least and most of a quantity of the population.
    pub between: BTreeMap<String, [f64; 2]>,
}

impl Default for Eligibility {
    fn default() -> Self {
        Self { screened: true, between: BTreeMap::new() }
    }
}

/// Who takes part and does not finish.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DropOut {
    /// Share of those allocated, 0 to 1; by lot, whatever the arm does to them.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share: f64,
    /// Where it comes from; "assumed" where nobody published it.
    pub source: String,
}

/// How two quantities of the population go together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correlation {
    /// Two names of the population.
    pub between: [String; 2],
    /// Correlation of their normal scores, −1 to 1.
    #[schemars(range(min = -1.0, max = 1.0))]
    pub r: f64,
    /// Where it comes from; "assumed" where nobody published it.
    pub source: String,
}

/// What is compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Arm {
    /// Short name, for columns and files.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// `suction`, `pin`, `regulated`, or a pump's article or printed name, an electronic one with a mode (`…:level2`).
    pub system: String,
    /// Vacuum of a regulated source, kPa, where its name does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vacuum_kpa: Option<f64>,
    /// Stiffness of a weight-activated pump's ring relative to a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ring_condition: Option<f64>,
    /// A pinhole in the sleeve beside the population's own, mm.
    #[serde(default)]
    pub pinhole_mm: f64,
    /// When that pinhole appears; with the day without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinhole_from: Option<ClockTime>,
    /// Added to the gap at donning, mm: another socket.
    #[serde(default)]
    pub fit_gap_mm: f64,
}

/// What is measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// The outcome.
    pub outcome: &'static Outcome,
    /// Which way it is better.
    pub better: Better,
    /// The smallest difference that matters to a person, in the outcome's unit.
    pub matters: f64,
    /// Standard deviation of one measurement's error, in the outcome's unit: what a real trial adds.
    pub measurement_sd: f64,
    /// Where these two come from; "assumed" where nobody published them.
    pub source: String,
}

/// A published number to hold the study to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Against {
    /// Row of `data/published`.
    pub row: String,
    /// The outcome.
    pub outcome: &'static Outcome,
    /// The arm.
    pub arm: String,
    /// Less this arm; the arm's own mean without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub less: Option<String>,
}

/// One study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Concord study, version 1")]
pub struct StudyFile {
    /// Version of this format: 1.
    #[schemars(extend("const" = STUDY_VERSION))]
    pub concord_study: u32,
    /// What to call it.
    #[schemars(length(min = 1, max = 200))]
    pub name: String,
    /// What it asks, in a few sentences.
    #[serde(default)]
    #[schemars(length(max = 5_000))]
    pub about: String,
    /// The case that all persons are variations of: a file beside this one, or `reference`, the built-in reference person.
    pub case: String,
    /// A file of shape modes beside this one, or `openlimb`, the built-in one; the case's own limb without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limb_modes: Option<String>,
    /// Persons assessed for eligibility.
    #[schemars(range(min = 1, max = MOST_PERSONS))]
    pub persons: u64,
    /// Seed.
    pub seed: u64,
    /// How the arms meet the persons.
    pub design: Design,
    /// The arm that the others are compared with.
    pub reference: String,
    /// Confidence of intervals.
    #[serde(default = "usual_level")]
    #[schemars(range(min = 0.5, max = 0.999))]
    pub level: f64,
    /// Sizes of trials whose results are told.
    #[serde(default)]
    pub trial_sizes: Vec<u32>,
    /// Persons of one file of results.
    #[serde(default = "usual_block")]
    #[schemars(range(min = 1, max = 100_000))]
    pub block: u64,
    /// How often the day is watched, s: a divisor of 600; 600 for days over four hours, else 60.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grid_s: Option<f64>,
    /// Who may take part.
    #[serde(default)]
    pub eligibility: Eligibility,
    /// Who does not finish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drop_out: Option<DropOut>,
    /// The day of the study; the case's without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// How persons differ: quantities of the case, shape modes (`mode_…`) and parameters of the twin by name.
    #[serde(default)]
    pub population: BTreeMap<String, Spread>,
    /// What goes together.
    #[serde(default)]
    pub correlation: Vec<Correlation>,
    /// What is compared.
    pub arm: Vec<Arm>,
    /// What is measured; the first is the primary outcome.
    pub outcome: Vec<Measured>,
    /// Published numbers to hold it to.
    #[serde(default)]
    pub published: Vec<Against>,
}

fn usual_level() -> f64 {
    0.95
}

fn usual_block() -> u64 {
    BLOCK
}

impl StudyFile {
    /// Reads and checks a study file.
    ///
    /// # Errors
    /// Every fault found, each with line, field, value and what would be right.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        Self::parse_with(text, |_| vec![])
    }

    /// The same, with a check of what the file alone cannot know.
    ///
    /// # Errors
    /// As [`StudyFile::parse`].
    pub fn parse_with(text: &str, check: impl Fn(&Self) -> Vec<Violation>) -> Result<Self, Vec<Problem>> {
        Self::parse_checked(text, &check)
    }

    /// Compiled once, here, whatever is checked.
    fn parse_checked(text: &str, check: &dyn Fn(&Self) -> Vec<Violation>) -> Result<Self, Vec<Problem>> {
        document::read(text, |file: &Self| {
            // What hangs on a broken value would only bury its message.
            let found = file.violations();
            if found.is_empty() { check(file) } else { found }
        })
    }

    /// Outcomes that a study's text calls by a name of before: that name, and what they are called now.
    pub fn renamed(text: &str) -> Vec<(&'static str, &'static str)> {
        #[derive(Default, Deserialize)]
        struct Measured {
            #[serde(default)]
            outcome: String,
        }
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Study {
            outcome: Vec<Measured>,
            published: Vec<Measured>,
        }
        let study: Study = toml::from_str(text).unwrap_or_default();
        let named = study.outcome.iter().chain(&study.published);
        let found = named.filter_map(|measured| {
            let outcome = Outcome::named(&measured.outcome)?;
            Some((outcome.formerly.filter(|before| *before == measured.outcome)?, outcome.id))
        });
        found.collect::<BTreeMap<_, _>>().into_iter().collect()
    }

    /// The place of an arm.
    pub fn arm_index(&self, id: &str) -> Option<usize> {
        self.arm.iter().position(|arm| arm.id == id)
    }

    fn violations(&self) -> Vec<Violation> {
        let mut found = vec![];
        if self.concord_study != STUDY_VERSION {
            found.push(Violation::new("concord_study", "another version", "this program reads version 1"));
        }
        if self.name.trim().is_empty() || self.name.chars().count() > 200 || self.name.chars().any(char::is_control) {
            found.push(Violation::new("name", "no usable name", "give 1 to 200 characters on one line"));
        }
        if self.about.chars().count() > 5_000 {
            found.push(Violation::new("about", "too long", "give at most 5000 characters"));
        }
        if !(1..=MOST_PERSONS).contains(&self.persons) {
            found.push(Violation::new("persons", "out of range", format!("give 1 to {MOST_PERSONS}")));
        }
        if !(0.5..=0.999).contains(&self.level) {
            found.push(Violation::new("level", "out of range", "give 0.5 to 0.999, e.g. 0.95"));
        }
        if !(1..=100_000).contains(&self.block) {
            found.push(Violation::new("block", "out of range", "give 1 to 100000 persons a file"));
        }
        if self.grid_s.is_some_and(|grid| !(10.0..=600.0).contains(&grid) || 600.0 % grid != 0.0) {
            found.push(Violation::new("grid_s", "no divisor of ten minutes", "give e.g. 60, 300 or 600"));
        }
        if self.trial_sizes.len() > MOST_SIZES || self.trial_sizes.iter().any(|n| !(4..=1_000_000).contains(n)) {
            let expected = format!("give at most {MOST_SIZES} sizes of 4 or more");
            found.push(Violation::new("trial_sizes", "no usable sizes", expected));
        }
        if let Some(drop_out) = &self.drop_out {
            Bounds::new(0.0, 1.0, "(a share)").check(&mut found, "drop_out.share".into(), drop_out.share);
            sourced(&mut found, "drop_out.source", &drop_out.source);
        }
        for (name, spread) in &self.population {
            spread.violations(&format!("population.{name}"), &mut found);
        }
        for (name, [low, high]) in &self.eligibility.between {
            let field = format!("eligibility.between.{name}");
            if !self.population.contains_key(name) {
                found.push(Violation::new(&field, "not in the population", "name a quantity of [population]"));
            }
            if low.is_nan() || high.is_nan() || low > high {
                found.push(Violation::new(&field, "no usable limits", "give [least, most]"));
            }
        }
        self.correlation_violations(&mut found);
        self.arm_violations(&mut found);
        self.outcome_violations(&mut found);
        found
    }

    fn correlation_violations(&self, found: &mut Vec<Violation>) {
        if self.correlation.len() > MOST_CORRELATIONS {
            let expected = format!("give at most {MOST_CORRELATIONS}");
            found.push(Violation::new("correlation", "too many", expected));
        }
        for (index, pair) in self.correlation.iter().enumerate() {
            let field = |name: &str| format!("correlation[{index}].{name}");
            Bounds::new(-1.0, 1.0, "").check(found, field("r"), pair.r);
            sourced(found, &field("source"), &pair.source);
            let [a, b] = &pair.between;
            if a == b {
                found.push(Violation::new(field("between"), "the same twice", "name two quantities"));
            }
            let same = |other: &Correlation| {
                other.between == [a.clone(), b.clone()] || other.between == [b.clone(), a.clone()]
            };
            if self.correlation[..index].iter().any(same) {
                found.push(Violation::new(field("between"), "there twice", "say it once"));
            }
        }
    }

    fn arm_violations(&self, found: &mut Vec<Violation>) {
        if !(1..=MOST_ARMS).contains(&self.arm.len()) {
            let what = format!("{} arms", self.arm.len());
            found.push(Violation::new("arm", what, format!("give 1 to {MOST_ARMS} tables [[arm]]")));
        }
        let ids: Vec<&str> = self.arm.iter().map(|arm| arm.id.as_str()).collect();
        if !ids.contains(&self.reference.as_str()) {
            found.push(Violation::new("reference", "no such arm", format!("give one of {}", ids.join(", "))));
        }
        for (index, arm) in self.arm.iter().enumerate() {
            let field = |name: &str| format!("arm[{index}].{name}");
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            if arm.id.is_empty() || arm.id.len() > 40 || !arm.id.chars().all(plain) {
                found.push(Violation::new(field("id"), "no usable id", "give 1 to 40 of a–z, 0–9 and _"));
            }
            if ids[..index].contains(&arm.id.as_str()) {
                found.push(Violation::new(field("id"), "there twice", "name each arm once"));
            }
            if arm.name.trim().is_empty() || arm.name.chars().count() > 100 || arm.name.chars().any(char::is_control) {
                found.push(Violation::new(field("name"), "no usable name", "give 1 to 100 characters on one line"));
            }
            match (arm.system.as_str(), arm.vacuum_kpa) {
                ("regulated", Some(vacuum)) => {
                    let (low, high) = (*REGULATED_KPA.start(), *REGULATED_KPA.end());
                    Bounds::new(low, high, "kPa below the ambient air").check(found, field("vacuum_kpa"), vacuum);
                }
                (_, Some(_)) => found.push(Violation::new(
                    field("vacuum_kpa"),
                    "only a regulated source has this",
                    "write system = \"regulated\", or leave the line out",
                )),
                (_, None) => {}
            }
            if let Some(condition) = arm.ring_condition {
                Bounds::new(0.3, 1.0, "of a new ring's stiffness").check(found, field("ring_condition"), condition);
            }
            Bounds::new(0.0, 5.0, "mm").check(found, field("pinhole_mm"), arm.pinhole_mm);
            Bounds::new(-5.0, 5.0, "mm").check(found, field("fit_gap_mm"), arm.fit_gap_mm);
        }
    }

    fn outcome_violations(&self, found: &mut Vec<Violation>) {
        if self.outcome.is_empty() {
            found.push(Violation::new("outcome", "none", "give at least one table [[outcome]]; the first is primary"));
        }
        for (index, measured) in self.outcome.iter().enumerate() {
            let field = |name: &str| format!("outcome[{index}].{name}");
            if self.outcome[..index].iter().any(|before| before.outcome == measured.outcome) {
                found.push(Violation::new(field("outcome"), "there twice", "measure each outcome once"));
            }
            Bounds::new(0.0, 1e6, measured.outcome.unit).check(found, field("matters"), measured.matters);
            Bounds::new(0.0, 1e6, measured.outcome.unit).check(found, field("measurement_sd"), measured.measurement_sd);
            sourced(found, &field("source"), &measured.source);
        }
        for (index, against) in self.published.iter().enumerate() {
            let field = |name: &str| format!("published[{index}].{name}");
            if !self.outcome.iter().any(|measured| measured.outcome == against.outcome) {
                found.push(Violation::new(field("outcome"), "not measured", "name an outcome of this study"));
            }
            for (name, arm) in [("arm", Some(&against.arm)), ("less", against.less.as_ref())] {
                if arm.is_some_and(|arm| self.arm_index(arm).is_none()) {
                    found.push(Violation::new(field(name), "no such arm", "name an arm of this study"));
                }
            }
        }
    }
}

fn sourced(found: &mut Vec<Violation>, field: &str, source: &str) {
    if source.trim().is_empty() {
        found.push(Violation::new(field, "no source", "name the source, or say source = \"assumed\""));
    }
}
