//! `docs/hazards.toml` has the form that its head describes: each hazard judged before and after its control, each group of doors
//! looked at for each kind of threat.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hazards {
    hazard: Vec<Hazard>,
    threat: Vec<Threat>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hazard {
    id: String,
    hazard: String,
    cause: String,
    severity: Judged<Severity>,
    probability: Judged<Probability>,
    control: String,
    kind: Vec<Kind>,
    residual: String,
    told: String,
    requirement: String,
    tests: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Judged<T> {
    before: T,
    after: T,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
enum Severity {
    Minor,
    Serious,
    Critical,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
enum Probability {
    Remote,
    Unlikely,
    Occasional,
    Probable,
    Frequent,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Design,
    Protective,
    Information,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Threat {
    id: String,
    group: String,
    stride: Vec<Stride>,
    threat: String,
    cause: String,
    control: String,
    residual: String,
    open: Option<String>,
    tests: Vec<String>,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stride {
    #[serde(rename = "spoofing")]
    Spoofing,
    #[serde(rename = "tampering")]
    Tampering,
    #[serde(rename = "repudiation")]
    Repudiation,
    #[serde(rename = "information disclosure")]
    Disclosure,
    #[serde(rename = "denial of service")]
    Denial,
    #[serde(rename = "elevation of privilege")]
    Elevation,
}

/// What is accepted after control, as the head of the file says.
const fn most_accepted(severity: Severity) -> Probability {
    match severity {
        Severity::Minor => Probability::Probable,
        Severity::Serious => Probability::Occasional,
        Severity::Critical => Probability::Unlikely,
    }
}

fn read() -> Hazards {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/hazards.toml");
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{error}"))
}

/// A sentence or two, not a word.
fn said(text: &str) -> bool {
    text.split_whitespace().count() > 2
}

#[test]
fn every_hazard_is_judged_before_and_after_its_control_and_what_is_left_is_told() {
    let (mut ids, mut requirements) = (BTreeSet::new(), BTreeSet::new());
    for hazard in read().hazard {
        let id = &hazard.id;
        assert!(id.starts_with("HZ-") && ids.insert(id.clone()), "{id} is there twice");
        for requirement in hazard.requirement.split(", ") {
            assert!(
                requirement.starts_with("SR-") && requirements.insert(requirement.to_string()),
                "{id}: {requirement}"
            );
        }
        let (severity, probability) = (&hazard.severity, &hazard.probability);
        assert!(
            severity.after <= severity.before && probability.after <= probability.before,
            "{id}: a control that harms"
        );
        assert!((severity.after, probability.after) != (severity.before, probability.before), "{id}: no control helps");
        assert!(probability.after <= most_accepted(severity.after), "{id}: more than is accepted is left");
        let mut kinds = hazard.kind.clone();
        kinds.dedup();
        assert!(!kinds.is_empty() && kinds.is_sorted() && kinds.len() == hazard.kind.len(), "{id}: {:?}", hazard.kind);
        // Information alone leaves it to a person: it does not make a harm remote.
        assert!(
            kinds != [Kind::Information]
                || probability.after > Probability::Remote
                || severity.after == Severity::Minor,
            "{id}"
        );
        for text in [&hazard.hazard, &hazard.cause, &hazard.control, &hazard.residual, &hazard.told] {
            assert!(said(text), "{id}: {text:?}");
        }
        assert!(!hazard.tests.is_empty(), "{id}: no test");
    }
    assert!(ids.len() >= 50, "{}", ids.len());
}

#[test]
fn every_group_of_doors_is_looked_at_for_every_kind_of_threat() {
    let mut groups: BTreeMap<String, Vec<Stride>> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    for threat in read().threat {
        assert!(threat.id.starts_with("TH-") && ids.insert(threat.id.clone()), "{} is there twice", threat.id);
        for text in [&threat.threat, &threat.cause, &threat.control, &threat.residual] {
            assert!(said(text), "{}: {text:?}", threat.id);
        }
        assert!(threat.open.as_deref().is_none_or(said) && !threat.tests.is_empty(), "{}", threat.id);
        groups.entry(threat.group).or_default().extend(threat.stride);
    }
    assert_eq!(groups.len(), 9, "{:?}", groups.keys());
    for (group, mut kinds) in groups {
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds.len(), 6, "{group}: only {kinds:?}");
    }
}
