//! `docs/model/sensitivity.md`: tables and what they say.

use super::{Influence, OutcomeSensitivity, Sensitivity};
use crate::figure::figure;
use crate::fingerprint;
use twin::parameters::{Kind, ParameterSet};

/// Rows of each outcome's table.
const SHOWN: usize = 10;
/// An effect counts as acting through others (or bending) from this scatter per strength on.
const INTERACTS: f64 = 0.5;

impl OutcomeSensitivity {
    /// Strongest first: those with variance shares by their total share, the others by their effects.
    pub fn ranked(&self) -> Vec<&Influence> {
        let mut ranked: Vec<&Influence> = self.influences.iter().collect();
        let total = |influence: &Influence| influence.share.map_or(-1.0, |share| share.total);
        ranked.sort_by(|a, b| total(b).total_cmp(&total(a)).then(b.effect.strength.total_cmp(&a.effect.strength)));
        ranked
    }
}

/// The document.
pub fn markdown(found: &Sensitivity, parameters: &ParameterSet, fingerprint: &str) -> String {
    let effort = found.effort;
    let mut out = format!(
        "# Sensitivity: which parameters matter\n\n\
         Made by `concord sensitivity` (never edited by hand) on the case *{}*, {} days simulated, seed {};\n{}.\n\n\
         Every parameter of [data/parameters.toml](../../data/parameters.toml) with a spread was varied by it ([what each \
         is](parameters.md)).\n\n\
         - **effect**: mean absolute change of the outcome when the parameter moves by half of its distribution, from {} \
         trajectories\n  (elementary effects, Morris 1991); the arrow says where more of the parameter moves the outcome, ⇅ \
         that it depends on the\n  other parameters (scatter above half of the effect).\n\
         - **alone**, **in all**: share of the outcome's variance by the parameter alone and with all that it does together \
         with\n  others (Sobol' first-order and total indices, Saltelli 2010 and Jansen 1999, {} base points) for the {} \
         strongest of any\n  outcome; the others were held at their centre. Their sampling error is about ±{}.\n",
        found.case,
        found.days,
        effort.seed,
        fingerprint::line(fingerprint),
        effort.trajectories,
        effort.points,
        found.varied.len(),
        figure(1.0 / f64::from(effort.points).sqrt()),
    );
    out += &reading(found, parameters);
    for outcome in &found.outcomes {
        out += &table(outcome, parameters);
    }
    out
}

fn kind(parameters: &ParameterSet, name: &str) -> Kind {
    parameters.iter().find(|(known, _)| *known == name).map_or(Kind::Assumed, |(_, parameter)| parameter.kind)
}

/// What matters most and what to measure next, in sentences.
fn reading(found: &Sensitivity, parameters: &ParameterSet) -> String {
    let mut out = String::from("\n## In words\n\n");
    for outcome in &found.outcomes {
        let ranked = outcome.ranked();
        let share = |influence: &Influence| {
            let total = influence.share.map_or(0.0, |share| share.total);
            format!("`{}` ({:.0} %)", influence.parameter, 100.0 * total)
        };
        let top: Vec<String> = ranked.iter().take(3).map(|influence| share(influence)).collect();
        let text = outcome.outcome.words();
        out += &format!(
            "- **{}{}** ({} ± {} {}): {} make most of the variance.\n",
            text[..1].to_uppercase(),
            &text[1..],
            figure(outcome.mean),
            figure(outcome.sd),
            outcome.outcome.unit(),
            top.join(", ")
        );
    }
    let next: Vec<String> = assumed_by_weight(found, parameters)
        .into_iter()
        .take(5)
        .map(|(name, weight)| format!("`{name}` ({:.0} %)", 100.0 * weight))
        .collect();
    out += &format!(
        "\n**What to measure next.** Of the parameters that nobody has published, these carry the largest share of the \
         variance,\naveraged over the four outcomes: {}. A measurement of the first narrows the bands of the report most.\n",
        next.join(", ")
    );
    out
}

/// Assumed parameters by their mean total share over the outcomes.
fn assumed_by_weight<'a>(found: &'a Sensitivity, parameters: &ParameterSet) -> Vec<(&'a str, f64)> {
    let mut weights: Vec<(&str, f64)> = found
        .varied
        .iter()
        .filter(|name| kind(parameters, name) == Kind::Assumed)
        .map(|name| {
            let total = |outcome: &OutcomeSensitivity| {
                let influence = outcome.influences.iter().find(|influence| influence.parameter == **name);
                influence.and_then(|influence| influence.share).map_or(0.0, |share| share.total.clamp(0.0, 1.0))
            };
            (name.as_str(), found.outcomes.iter().map(total).sum::<f64>() / found.outcomes.len() as f64)
        })
        .collect();
    weights.sort_by(|a, b| b.1.total_cmp(&a.1));
    weights
}

fn table(outcome: &OutcomeSensitivity, parameters: &ParameterSet) -> String {
    let text = outcome.outcome.words();
    let mut out = format!(
        "\n## {}{}\n\nCentral person {} {}; over the points {} ± {} {3}.\n\n\
         | parameter | kind | effect, {3} | | alone | in all |\n|---|---|---:|:-:|---:|---:|\n",
        text[..1].to_uppercase(),
        &text[1..],
        figure(outcome.central),
        outcome.outcome.unit(),
        figure(outcome.mean),
        figure(outcome.sd),
    );
    for influence in outcome.ranked().into_iter().take(SHOWN).filter(|influence| influence.effect.strength > 0.0) {
        let effect = influence.effect;
        let arrow = match (effect.scatter > INTERACTS * effect.strength, effect.direction > 0.0) {
            (true, true) => "↑ ⇅",
            (true, false) => "↓ ⇅",
            (false, true) => "↑",
            (false, false) => "↓",
        };
        let percent = |x: f64| format!("{:.0} %", 100.0 * x.max(0.0));
        let (alone, all) =
            influence.share.map_or(("–".into(), "–".into()), |share| (percent(share.first), percent(share.total)));
        let kind = kind(parameters, &influence.parameter).name();
        out += &format!(
            "| `{}` | {kind} | {} | {arrow} | {alone} | {all} |\n",
            influence.parameter,
            figure(effect.strength)
        );
    }
    out
}
