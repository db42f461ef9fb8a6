//! The forces between limb and socket, and what answers each in this person's system.

use crate::fitting::{Answer, AnsweredBy, Force, ForceKind};
use crate::parts_of_case::transfemoral;
use crate::rules::liner;
use crate::scene::Considered;
use domain::case::SocketConcept;
use domain::catalog::{Component, Role, Use};
use texts::{Arg, Said};

/// Answers of one force as they are found.
struct Found<'a> {
    considered: &'a Considered<'a>,
    answers: Vec<Answer>,
    open: Vec<Said>,
}

impl<'a> Found<'a> {
    fn new(considered: &'a Considered<'a>) -> Self {
        Self { considered, answers: vec![], open: vec![] }
    }

    fn answer(&mut self, by: AnsweredBy, outcome: &str, values: &[(&'static str, Arg)], source: &str) {
        let text = self.considered.rule.words(outcome, values);
        self.answers.push(Answer { by, text, source: source.into() });
    }

    fn open(&mut self, outcome: &str, values: &[(&'static str, Arg)]) {
        self.open.push(self.considered.rule.words(outcome, values));
    }

    /// The liner of this person's order, as an answer of this force's rule.
    fn liner(&mut self) {
        let Considered { case, catalog, rule, .. } = self.considered;
        let role = if transfemoral(case) { Role::SealingLiner } else { Role::Liner };
        let listed = catalog.with_role(role).next().filter(|_| liner::custom_reasons(case).is_empty());
        let name = listed.map_or_else(|| rule.words("custom_liner", &[]).into(), |liner| Arg::from(&liner.name));
        self.answer(AnsweredBy::Liner, "liner", &[("liner", name)], &rule.source);
    }

    /// What the catalogue prints about the pump and shock and torsion; where nothing is, that is said.
    fn pump(&mut self) {
        let Considered { component, pump, .. } = self.considered;
        let name = ("pump", Arg::from(&component.name));
        match pump.suit(Use::ShockAndTorsion) {
            Some(suit) => {
                self.answer(AnsweredBy::Pump, "pump", &[name, ("printed", (&suit.printed).into())], &suit.source);
            }
            None => self.open("no_pump", &[name]),
        }
    }

    fn force(self, kind: ForceKind) -> Force {
        let rule = self.considered.rule;
        Force {
            kind,
            text: rule.words("what", &[]),
            answers: self.answers,
            open: self.open,
            day: rule.words("day", &[]),
            rule: rule.id.clone(),
            source: rule.source.clone(),
            evidence: rule.evidence,
        }
    }
}

/// Impact: liner, pump and foot.
pub fn impact(considered: &Considered<'_>) -> Force {
    let mut found = Found::new(considered);
    found.liner();
    found.pump();
    match considered.pump.suit(Use::HeelStrike) {
        Some(suit) => found.answer(AnsweredBy::Foot, "foot", &[("printed", (&suit.printed).into())], &suit.source),
        None => found.open("no_foot", &[]),
    }
    found.force(ForceKind::Impact)
}

/// Rotation: the socket's shape, the vacuum, and a pump that gives.
pub fn rotation(considered: &Considered<'_>) -> Force {
    let mut found = Found::new(considered);
    let source = considered.rule.source.clone();
    found.answer(AnsweredBy::Closure, "vacuum", &[("pump", (&considered.component.name).into())], &source);
    match considered.case.socket_concept() {
        Some(SocketConcept::PatellarTendonBearing) => found.open("loaded", &[]),
        _ => found.answer(AnsweredBy::Socket, "socket", &[], &source),
    }
    found.pump();
    found.force(ForceKind::Rotation)
}

/// Shear: liner and closure.
pub fn shear(considered: &Considered<'_>) -> Force {
    let mut found = Found::new(considered);
    let source = considered.rule.source.clone();
    found.liner();
    let Considered { case, catalog, component, .. } = considered;
    let seal = if transfemoral(case) { Role::SealingLiner } else { Role::Sleeve };
    let seal = catalog.with_role(seal).map(|part: &Component| part.name.clone()).next().unwrap_or_default();
    found.answer(AnsweredBy::Closure, "closure", &[("pump", (&component.name).into()), ("seal", seal.into())], &source);
    found.open("leak", &[]);
    found.force(ForceKind::Shear)
}
