//! Rules as data: wording, thresholds, source and grade. The predicates are functions, one per id.

use crate::conclusion::{Conclusion, Evidence, Input, Stance, Verdict};
use domain::document::{self, Problem};
use serde::Deserialize;
use std::collections::BTreeMap;
use texts::{Arg, Said, Texts, Wording};

/// One threshold; its unit is in its name.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Threshold {
    /// A number.
    Number(f64),
    /// A word, e.g. a mobility grade.
    Word(String),
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Id: the module and the name of its function.
    pub id: String,
    /// Thresholds.
    #[serde(default)]
    pub thresholds: BTreeMap<String, Threshold>,
    /// Key of the source in `data/sources.bib`.
    pub source: String,
    /// The page, where it is known.
    #[serde(default)]
    pub page: Option<String>,
    /// Keys of what else it leans on.
    #[serde(default)]
    pub also: Vec<String>,
    /// How well it is founded.
    pub evidence: Evidence,
    /// What a reason of this rule adds to or takes from a pump's merit: our judgement.
    #[serde(default)]
    pub weight: f64,
    /// What it says to the brochure's claims; for evidence only.
    #[serde(default)]
    pub stance: Option<Stance>,
}

impl Rule {
    /// A numeric threshold.
    ///
    /// # Panics
    /// Where the registry does not list it: [`Rules::parse`] has checked every listed one.
    pub fn number(&self, name: &str) -> f64 {
        match self.thresholds.get(name) {
            Some(Threshold::Number(value)) => *value,
            other => panic!("{}: threshold {name} is {other:?}; the registry must list it as a number", self.id),
        }
    }

    /// A threshold that is a word.
    ///
    /// # Panics
    /// As [`Rule::number`].
    pub fn word(&self, name: &str) -> &str {
        match self.thresholds.get(name) {
            Some(Threshold::Word(value)) => value,
            other => panic!("{}: threshold {name} is {other:?}; the registry must list it as a word", self.id),
        }
    }

    /// The id of an outcome's sentence in the folders of languages.
    fn sentence(&self, outcome: &str) -> String {
        format!("{}-{outcome}", self.id.replace('.', "-"))
    }

    /// The sentence of an outcome with its places filled.
    pub fn words(&self, outcome: &str, values: &[(&'static str, Arg)]) -> Said {
        let begin = Wording::new(self.sentence(outcome));
        values.iter().fold(begin, |wording, (name, value)| wording.with(*name, value.clone())).into()
    }

    fn extra(&self, what: &str) -> Option<Said> {
        let id = self.sentence(what);
        Texts::english().knows(&id).then(|| Wording::new(id).into())
    }

    /// What has to be settled where this rule says "not before", in a few words.
    pub fn settle(&self) -> Option<Said> {
        self.extra("settle")
    }

    /// What was assumed, and why.
    pub fn note(&self) -> Option<Said> {
        self.extra("note")
    }

    /// A conclusion of this rule.
    pub fn conclude(
        &self,
        verdict: Verdict,
        outcome: &str,
        inputs: &[(&str, Arg)],
        values: &[(&'static str, Arg)],
    ) -> Conclusion {
        let merit = match verdict {
            Verdict::For => self.weight,
            Verdict::Against | Verdict::Caution | Verdict::NotBefore => -self.weight,
            _ => 0.0,
        };
        let settle = matches!(verdict, Verdict::OutOfRange | Verdict::NotBefore).then(|| self.settle()).flatten();
        let text = self.words(outcome, values);
        Conclusion {
            settle,
            rule: self.id.clone(),
            verdict,
            wording: text.wording(),
            text,
            inputs: inputs.iter().map(|(field, value)| Input::new(field, value.clone())).collect(),
            source: self.source.clone(),
            page: self.page.clone(),
            also: self.also.clone(),
            evidence: self.evidence,
            // -0.0 would read "-0" in JSON.
            merit: merit + 0.0,
            note: self.note(),
        }
    }
}

/// The file of rules.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    rule: Vec<Rule>,
}

/// Every rule, checked against the registry of predicates.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    rules: BTreeMap<String, Rule>,
}

/// What a predicate reads of its rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    /// Id of the rule.
    pub id: &'static str,
    /// Outcomes that have a wording.
    pub wordings: &'static [&'static str],
    /// Thresholds that are numbers.
    pub numbers: &'static [&'static str],
    /// Thresholds that are words.
    pub words: &'static [&'static str],
    /// Whether the rule is a study, guideline or payer's statement.
    pub is_evidence: bool,
}

impl Rules {
    /// Reads rule files, given as (file name, text), and checks them: one rule an id, its outcomes and thresholds exactly
    /// those that are wanted.
    ///
    /// # Errors
    /// Every fault found, each with the name of its file.
    pub(crate) fn checked<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
        wanted: &[Wanted],
    ) -> Result<Self, Vec<(String, Problem)>> {
        let mut rules: BTreeMap<String, Rule> = BTreeMap::new();
        let mut problems = vec![];
        for (file, text) in files {
            match document::read(text, |_: &RuleFile| vec![]) {
                Err(found) => problems.extend(found.into_iter().map(|problem| (file.to_string(), problem))),
                Ok(read) => {
                    for rule in read.rule {
                        let line = line_of(text, &rule.id);
                        for what in faults(&rule, &rules, wanted) {
                            problems.push((file.to_string(), problem(line, &rule.id, what)));
                        }
                        rules.insert(rule.id.clone(), rule);
                    }
                }
            }
        }
        if problems.is_empty() {
            let missing = wanted.iter().filter(|entry| !rules.contains_key(entry.id));
            problems.extend(missing.map(|entry| (String::new(), problem(1, entry.id, "no file has this rule".into()))));
        }
        if problems.is_empty() { Ok(Self { rules }) } else { Err(problems) }
    }

    /// A rule that was wanted.
    pub(crate) fn known(&self, id: &str) -> &Rule {
        // `checked` refuses to make a value that lacks one.
        &self.rules[id]
    }

    /// The rule of an id; none where no predicate has it.
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.get(id)
    }

    /// Every rule, sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.rules.values()
    }
}

fn faults(rule: &Rule, before: &BTreeMap<String, Rule>, wanted: &[Wanted]) -> Vec<String> {
    let mut found = vec![];
    if before.contains_key(&rule.id) {
        found.push("this id is there twice".into());
    }
    let Some(entry) = wanted.iter().find(|entry| entry.id == rule.id) else {
        found.push("no predicate has this id".into());
        return found;
    };
    let mut compare = |what: &str, has: Vec<&str>, wants: &[&str]| {
        found
            .extend(has.iter().filter(|name| !wants.contains(name)).map(|name| format!("{what} `{name}` is not used")));
        found.extend(wants.iter().filter(|name| !has.contains(name)).map(|name| format!("{what} `{name}` is missing")));
    };
    let texts = Texts::english();
    let said = entry.wordings.iter().filter(|outcome| texts.knows(&rule.sentence(outcome))).copied().collect();
    compare("sentence", said, entry.wordings);
    let numbers = |(name, value): (&String, &Threshold)| matches!(value, Threshold::Number(_)).then_some(name.clone());
    let has_numbers: Vec<String> = rule.thresholds.iter().filter_map(numbers).collect();
    let has_words: Vec<&str> =
        rule.thresholds.keys().filter(|name| !has_numbers.contains(name)).map(String::as_str).collect();
    compare("number", has_numbers.iter().map(String::as_str).collect(), entry.numbers);
    compare("word", has_words, entry.words);
    if rule.stance.is_some() != entry.is_evidence {
        found.push("`stance` belongs to evidence, and to all of it".into());
    }
    if !rule.weight.is_finite() || rule.weight < 0.0 {
        found.push("`weight` is not a positive number".into());
    }
    found
}

fn line_of(text: &str, id: &str) -> usize {
    text.lines().position(|line| line.contains(&format!("\"{id}\""))).map_or(1, |index| index + 1)
}

fn problem(line: usize, id: &str, what: String) -> Problem {
    Problem { line, span: 0..0, field: id.into(), value: String::new(), what, expected: String::new(), open: false }
}
