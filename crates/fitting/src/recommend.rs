//! From a case to a fitting: screen the person, judge every pump, order those that fit, complete the first with parts.

use crate::conclusion::{Conclusion, EvidenceNote, Input, Stance, Verdict};
use crate::fitting::{Candidacy, Fitting, Force, LinerAdvice, Part, PartKind, PumpAdvice, PumpData, Standing};
use crate::height;
use crate::parts_of_case::{keeps_tubed_socket, transfemoral};
use crate::registry::{Predicate, REGISTRY};
use crate::rule::Rules;
use crate::rules::liner::{self, Sizes};
use crate::scene::{Asked, Chosen, Considered, Lived, joint_mm, rated};
use domain::catalog::{Availability, Catalog, Component, Connection, Pump};
use domain::{BodyMass, Case};
use std::cmp::Ordering;

/// The rule that says whether a pump can be fitted at all.
const OFFERED: &str = "pumps.offered";

/// What to fit, and why. A pure function: the same case, catalogue and rules give the same answer.
pub fn recommend(case: &Case, catalog: &Catalog, rules: &Rules) -> Fitting {
    let screening = screen(case, catalog, rules);
    let forbidden: Vec<Conclusion> =
        screening.iter().filter(|conclusion| conclusion.verdict == Verdict::Contraindication).cloned().collect();
    let mut pumps: Vec<PumpAdvice> =
        catalog.pumps().map(|(component, pump)| judge(case, catalog, rules, component, pump, &forbidden)).collect();
    pumps.sort_by(by_merit);
    if let Some(first) = pumps.first_mut().filter(|first| first.standing == Standing::Possible) {
        first.standing = Standing::Recommended;
    }
    let recommended = pumps.first().filter(|first| first.standing == Standing::Recommended);
    let liner = recommended.map(|_| advise_liner(case, catalog, rules));
    let parts = match (recommended, &liner) {
        (Some(advice), Some(liner)) => order_of(case, catalog, rules, advice, liner),
        _ => vec![],
    };
    let forces = recommended.map_or(vec![], |advice| judge_forces(case, catalog, rules, advice));
    let mut fitting = Fitting {
        candidate: forbidden.is_empty(),
        verdict: Candidacy::Refused,
        forces,
        ordering: asked(case, catalog, rules, |predicate, asked| match predicate {
            Predicate::Order(predicate) => predicate(asked).into_iter().collect(),
            _ => vec![],
        }),
        evidence: collect_evidence(case, catalog, rules),
        screening,
        pumps,
        liner,
        parts,
    };
    fitting.judge();
    fitting
}

fn screen(case: &Case, catalog: &Catalog, rules: &Rules) -> Vec<Conclusion> {
    asked(case, catalog, rules, |predicate, asked| match predicate {
        Predicate::Person(predicate) => predicate(asked).into_iter().collect(),
        _ => vec![],
    })
}

/// Applies `run` to every rule in order; each sees what was concluded before it.
fn asked(
    case: &Case,
    catalog: &Catalog,
    rules: &Rules,
    run: impl Fn(&Predicate, &Asked<'_>) -> Vec<Conclusion>,
) -> Vec<Conclusion> {
    let mut so_far = vec![];
    for entry in REGISTRY {
        let found = run(&entry.predicate, &Asked { case, catalog, rule: rules.of(entry), rules, so_far: &so_far });
        so_far.extend(found.into_iter().map(|conclusion| conclusion.with_cells(catalog)));
    }
    so_far
}

fn judge(
    case: &Case,
    catalog: &Catalog,
    rules: &Rules,
    component: &Component,
    pump: &Pump,
    forbidden: &[Conclusion],
) -> PumpAdvice {
    let mut reasons: Vec<Conclusion> =
        forbidden.iter().map(|conclusion| conclusion.clone().about(component, catalog)).collect();
    for entry in REGISTRY {
        // Where nothing was read, nothing else can be said of what is printed.
        let is_said = component.availability != Availability::Unread || entry.id == OFFERED;
        if let Predicate::Pump(predicate) = entry.predicate
            && is_said
        {
            let found = predicate(&Considered { case, catalog, rule: rules.of(entry), rules, component, pump });
            let found = found.into_iter().map(|conclusion| conclusion.with_cells(catalog).about(component, catalog));
            reasons.extend(found);
        }
    }
    // Refusals first, then what to watch, then the rest in the order of the rules.
    reasons.sort_by_key(|conclusion| match conclusion.verdict {
        Verdict::Contraindication => 0,
        Verdict::Refusal => 1,
        Verdict::NotBefore => 2,
        Verdict::Caution => 3,
        Verdict::For => 4,
        Verdict::Against => 5,
        _ => 6,
    });
    let refused = reasons.iter().any(Conclusion::refuses);
    let size = crate::size::of(component, pump, case.person.body_mass(), case.prosthesis.foot_length_cm).size();
    let rated = rated(case, catalog, component, pump);
    let kg = |limit: Option<BodyMass>| limit.map(|limit| limit.mass().kg());
    let band = size.as_ref().and_then(|size| size.mass.ends_kg());
    PumpAdvice {
        article: component.article.clone(),
        name: component.name.clone(),
        standing: if refused { Standing::Refused } else { Standing::Possible },
        merit: reasons.iter().map(|conclusion| conclusion.merit).sum::<f64>() + 0.0,
        height: height::of(case, catalog, component, pump, joint_mm(rules)),
        reasons,
        data: PumpData {
            article: component.article.clone(),
            drive: pump.drive,
            chambers: pump.chambers.as_ref().map(|chambers| chambers.count),
            connection: connection(case, pump),
            size: size.as_ref().map(|size| size.label.clone()),
            min_kg: band.map(|[least, _]| least).or(kg(rated.least)),
            max_kg: band.map(|[_, most]| most).or(kg(rated.most)),
            mass_g: component.mass_g(),
            performance: pump.performance.clone(),
        },
        size,
    }
}

/// The tube where a tubed socket is kept and the pump takes one, else the pump's preferred way.
fn connection(case: &Case, pump: &Pump) -> Option<Connection> {
    let tube = keeps_tubed_socket(case) && pump.connections.contains(&Connection::Tube);
    if tube { Some(Connection::Tube) } else { pump.connections.first().copied() }
}

/// Fitting pumps by merit, then by what space they leave, then the lighter one, then by article; refused ones last.
fn by_merit(a: &PumpAdvice, b: &PumpAdvice) -> Ordering {
    let refused = |pump: &PumpAdvice| pump.standing == Standing::Refused;
    let left = |pump: &PumpAdvice| pump.height.left_mm.unwrap_or(f64::NEG_INFINITY);
    let mass = |pump: &PumpAdvice| pump.data.mass_g.unwrap_or(f64::INFINITY);
    refused(a)
        .cmp(&refused(b))
        .then(b.merit.total_cmp(&a.merit))
        .then(left(b).total_cmp(&left(a)))
        .then(mass(a).total_cmp(&mass(b)))
        .then(a.article.cmp(&b.article))
}

fn advise_liner(case: &Case, catalog: &Catalog, rules: &Rules) -> LinerAdvice {
    let reasons = asked(case, catalog, rules, |predicate, asked| match predicate {
        Predicate::Liner(predicate) => predicate(asked),
        _ => vec![],
    });
    let sizes = Sizes::of(rules);
    let measured = sizes.and_then(|sizes| liner::measure(case, &sizes));
    let preflexed = rules.get("liner.preflexed").filter(|_| !transfemoral(case));
    LinerAdvice {
        circumference_mm: measured.as_ref().map(|measured| measured.circumference_mm),
        measure: sizes.zip(measured.as_ref()).map(|(sizes, measured)| sizes.measure(measured.circumference_mm)),
        size: measured.as_ref().and_then(|measured| measured.size),
        candidates: measured.map(|measured| measured.candidates).unwrap_or_default(),
        preflexed: preflexed.map(|rule| liner::preflexed_for(&case.limb, rule)),
        custom: !liner::custom_reasons(case).is_empty(),
        reasons,
    }
}

/// The order for the whole system of a pump, whatever becomes of the pump: one list, so that nothing is missing and nothing is
/// ordered twice. Empty for an article that is no pump.
pub fn order(case: &Case, catalog: &Catalog, rules: &Rules, article: &str) -> Vec<Part> {
    let found = catalog.pumps().find(|(component, _)| component.article == article);
    found.map_or(vec![], |(component, pump)| {
        let advice = judge(case, catalog, rules, component, pump, &[]);
        order_of(case, catalog, rules, &advice, &advise_liner(case, catalog, rules))
    })
}

fn order_of(case: &Case, catalog: &Catalog, rules: &Rules, advice: &PumpAdvice, liner: &LinerAdvice) -> Vec<Part> {
    let Some((component, pump)) = catalog.pumps().find(|(component, _)| component.article == advice.article) else {
        return vec![];
    };
    let mut parts = vec![];
    for entry in REGISTRY {
        if let Predicate::Parts(predicate) = entry.predicate {
            let chosen = Chosen { case, catalog, rule: rules.of(entry), component, pump, advice, liner };
            parts.extend(predicate(&chosen).into_iter().map(|part| of_its_maker(part, component, catalog)));
        }
    }
    parts
}

/// The pump's own line, and what comes with it, are on no other maker's word.
fn of_its_maker(part: Part, component: &Component, catalog: &Catalog) -> Part {
    let own = [PartKind::Pump, PartKind::Delivered, PartKind::Charger, PartKind::Batteries].contains(&part.kind);
    if !own || !catalog.is_of_another_maker(component, &part.source) {
        return part;
    }
    let source = catalog.printed(&component.article).first().map(|printed| printed.cell.source.clone());
    Part { source: source.unwrap_or(part.source), page: None, ..part }
}

fn judge_forces(case: &Case, catalog: &Catalog, rules: &Rules, advice: &PumpAdvice) -> Vec<Force> {
    let Some((component, pump)) = catalog.pumps().find(|(component, _)| component.article == advice.article) else {
        return vec![];
    };
    let judged = REGISTRY.iter().filter_map(|entry| match entry.predicate {
        Predicate::Force(predicate) => {
            Some(predicate(&Considered { case, catalog, rule: rules.of(entry), rules, component, pump }))
        }
        _ => None,
    });
    judged.collect()
}

/// What a simulated day on the recommended pump says.
pub fn lived(rules: &Rules, day: Lived<'_>) -> Vec<Conclusion> {
    let judged = REGISTRY.iter().filter_map(|entry| match entry.predicate {
        Predicate::Day(predicate) => predicate(rules.of(entry), day),
        _ => None,
    });
    judged.collect()
}

fn collect_evidence(case: &Case, catalog: &Catalog, rules: &Rules) -> Vec<EvidenceNote> {
    let mut notes = vec![];
    for entry in REGISTRY {
        let Predicate::Evidence(applies) = entry.predicate else { continue };
        let rule = rules.of(entry);
        let Some(inputs) = applies(&Asked { case, catalog, rule, rules, so_far: &[] }) else { continue };
        notes.push(EvidenceNote {
            rule: rule.id.clone(),
            // `Rules::parse` asks for a stance on every study.
            stance: rule.stance.unwrap_or(Stance::Mixed),
            text: rule.words("met", &[]),
            source: rule.source.clone(),
            evidence: rule.evidence,
            inputs: inputs.into_iter().map(|(field, value)| Input::new(field, value)).collect(),
            note: rule.note(),
        });
    }
    notes
}
