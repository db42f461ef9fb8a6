//! A conclusion: what was decided, by which rule, from which inputs, on whose word.

use domain::catalog::{Catalog, Cell, Component};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Arg, Said, Wording};

/// What a conclusion says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Speaks for vacuum in this person.
    Indication,
    /// An indication that ends before this value.
    OutOfRange,
    /// Has to be settled before anything is fitted.
    NotBefore,
    /// Forbids vacuum in this person.
    Contraindication,
    /// Refuses a pump.
    Refusal,
    /// Something to watch.
    Caution,
    /// A reason for a pump.
    For,
    /// A reason against a pump that still fits.
    Against,
    /// Worth knowing; decides nothing.
    Note,
}

/// Grade of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// The maker's brochure.
    MakerClaim,
    /// Instructions for use, technical information, printed limits and sizes.
    MakerInstruction,
    /// A study.
    Study,
    /// Classification, payer or consensus document.
    Guideline,
    /// What users tell.
    UserReport,
    /// Nothing published was found.
    OurAssumption,
}

/// How well a conclusion is founded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Grade.
    pub grade: Grade,
    /// Number of people, where it is a study or a report and the number is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
}

/// One input that a conclusion used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Input {
    /// Dotted path in the case, or `catalog.<article>.<field>`.
    pub field: String,
    /// Its value, with unit.
    pub value: Said,
    /// Where it is printed, of a value of the catalogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed: Option<Cell>,
}

impl Input {
    /// A field with its value.
    pub(crate) fn new(field: &str, value: Arg) -> Self {
        Self { field: field.into(), value: value.into(), printed: None }
    }
}

/// One conclusion.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Conclusion {
    /// Id of the rule.
    pub rule: String,
    /// What it says.
    pub verdict: Verdict,
    /// What the user reads.
    pub text: Said,
    /// The same as data, for whoever says it in another language.
    pub wording: Wording,
    /// What it used.
    pub inputs: Vec<Input>,
    /// Key of the source in `data/sources.bib`: of the printed cell where the rule only reads one.
    pub source: String,
    /// The page, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Keys of what else it leans on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// How well it is founded.
    pub evidence: Evidence,
    /// What it adds to the pump's merit; our judgement. Zero where it decides no order.
    pub merit: f64,
    /// What has to be settled first, in a few words; only of conclusions that ask for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settle: Option<Said>,
    /// What was assumed, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Said>,
}

impl Conclusion {
    /// Whether something has to be settled before anything is fitted.
    pub fn must_be_settled(&self) -> bool {
        matches!(self.verdict, Verdict::OutOfRange | Verdict::NotBefore)
    }

    /// Whether it refuses what it is about.
    pub fn refuses(&self) -> bool {
        matches!(self.verdict, Verdict::Refusal | Verdict::Contraindication)
    }

    /// Everything it leans on, as (key of the source, page): its own source, the cells it read, and the rest.
    pub fn cited(&self) -> Vec<(&str, Option<&str>)> {
        let mut cited = vec![(self.source.as_str(), self.page.as_deref())];
        let cells = self.inputs.iter().filter_map(|input| input.printed.as_ref());
        let cells = cells.map(|cell| (cell.source.as_str(), cell.page.as_deref()));
        for place in cells.chain(self.also.iter().map(|key| (key.as_str(), None))) {
            if !cited.contains(&place) {
                cited.push(place);
            }
        }
        cited
    }

    /// Gives every value of the catalogue the cell in which it is printed. Where the rule only says what its maker prints, the
    /// conclusion's own source is that cell's.
    #[must_use]
    pub(crate) fn with_cells(mut self, catalog: &Catalog) -> Self {
        for input in &mut self.inputs {
            input.printed = catalog.cell(&input.field).cloned();
        }
        let cells = || self.inputs.iter().filter_map(|input| input.printed.as_ref());
        let cell = cells().find(|cell| cell.source == self.source).or_else(|| cells().next()).cloned();
        if let Some(cell) = cell.filter(|_| matches!(self.evidence.grade, Grade::MakerClaim | Grade::MakerInstruction))
        {
            (self.source, self.page) = (cell.source, cell.page);
        }
        self
    }

    /// The same about an article: what another maker's documents say is not said of it. Where the rule cites one of those, the
    /// article's own source stands, or, of what a rule says about the person, our assumption that it holds here, too.
    #[must_use]
    pub(crate) fn about(mut self, component: &Component, catalog: &Catalog) -> Self {
        self.also.retain(|key| !catalog.is_of_another_maker(component, key));
        if !catalog.is_of_another_maker(component, &self.source) {
            return self;
        }
        self.page = None;
        let own = catalog.printed(&component.article).first().map(|printed| printed.cell.source.clone());
        match own.filter(|_| !self.is_of_the_person()) {
            Some(own) => self.source = own,
            None => {
                self.source = ASSUMPTION.into();
                self.evidence = Evidence { grade: Grade::OurAssumption, n: None };
                self.note = Some(Wording::new("conclusion-of_another_maker").into());
            }
        }
        self
    }

    /// The same as our own assumption: no document says it.
    #[must_use]
    pub(crate) fn assumed(mut self) -> Self {
        (self.source, self.page) = (ASSUMPTION.into(), None);
        self.evidence = Evidence { grade: Grade::OurAssumption, n: None };
        self
    }

    /// Whether it says something of the person, whatever the pump.
    fn is_of_the_person(&self) -> bool {
        self.verdict == Verdict::Contraindication
    }
}

/// Key of what nobody published.
const ASSUMPTION: &str = "concord_assumption";

/// What conclusions ask to be settled, in a few words, each once.
pub fn topics<'a>(conclusions: impl Iterator<Item = &'a Conclusion>) -> Vec<&'a Said> {
    let mut topics: Vec<&Said> = vec![];
    for conclusion in conclusions {
        let topic = conclusion.settle.as_ref().unwrap_or(&conclusion.text);
        if !topics.iter().any(|known| known.as_str() == topic.as_str()) {
            topics.push(topic);
        }
    }
    topics
}

/// Several in English, joined.
pub fn said(all: &[&Said], with: &str) -> String {
    all.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(with)
}

/// What a source says to the brochure's claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Agrees.
    Supports,
    /// Agrees in part.
    Mixed,
    /// Disagrees.
    Contradicts,
}

/// What a study, guideline or payer says.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct EvidenceNote {
    /// Id of the rule.
    pub rule: String,
    /// What it says to the brochure's claims.
    pub stance: Stance,
    /// What the user reads.
    pub text: Said,
    /// Key of the source in `data/sources.bib`.
    pub source: String,
    /// How well it is founded.
    pub evidence: Evidence,
    /// Why it applies to this case.
    pub inputs: Vec<Input>,
    /// What is not known about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Said>,
}
