//! Persons like this one: the parameters drawn about the case's answers and what was measured of the limb.

use crate::library::Library;
use crate::systems;
use domain::Case;
use fitting::{Fitting, LinerAdvice};
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Arg, Said, Wording};
use twin::answers::{Dependence, depends_on};
use twin::fluctuation::{Fluctuation, condition};
use twin::parameters::{ParameterSet, Spread};

/// What a case's persons are drawn from, made once.
#[derive(Clone, Debug)]
pub struct Personal {
    /// The parameters.
    pub parameters: ParameterSet,
    /// What of the case decided it.
    pub foundations: Foundations,
}

/// What of the case decides about its simulated limb.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Foundations {
    /// The answers that move the limb, each with what it does and on what grounds.
    pub depends_on: Vec<Dependence>,
    /// What the measured fluctuation says of the persons drawn; absent where no prosthesis is worn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fluctuation: Option<Fluctuation>,
    /// The same in a sentence.
    pub fluctuation_said: Said,
}

impl Foundations {
    /// Every sentence.
    pub fn said(&self) -> impl Iterator<Item = &Said> {
        std::iter::once(&self.fluctuation_said).chain(self.depends_on.iter().map(|dependence| &dependence.what))
    }
}

impl Personal {
    /// Of a case and what the rules advise: the liner is worn from now on, and the pump that is worn now is judged there.
    pub fn of(case: &Case, library: &Library, advised: &Fitting) -> Self {
        let pump = systems::pump_now(case, &library.catalog, advised);
        let conditioned = condition(case, pump, &library.parameters, &library.regions);
        let (mut parameters, fluctuation) = match conditioned {
            Some((parameters, told)) => (parameters, Some(told)),
            None => (library.parameters.clone(), None),
        };
        let mut depends_on = depends_on(case);
        if let Some((undersize, dependence)) = advised.liner.as_ref().and_then(of_liner) {
            parameters = parameters.with(UNDERSIZE, undersize, LINER_SPREAD);
            depends_on.push(dependence);
        }
        let fluctuation_said = said(fluctuation.as_ref()).into();
        Self { parameters, foundations: Foundations { depends_on, fluctuation, fluctuation_said } }
    }
}

/// The parameter of the liner's size.
const UNDERSIZE: &str = "liner_undersize";
/// How far the circumference of a liner that has a printed size lies from it, relative (assumed: 2 to 3 mm of 250).
const LINER_SPREAD: Spread = Spread::Normal(0.01);
/// How much smaller than the limb the advised liner is, where a size is printed for it.
fn of_liner(liner: &LinerAdvice) -> Option<(f64, Dependence)> {
    let size = liner.size.filter(|_| !liner.custom)?;
    let whole = |number: f64| Arg::Figure(format!("{number:.0}"));
    let what = Wording::new("depends-liner")
        .with("size", whole(size.size_mm))
        .with("girth", whole(liner.circumference_mm?))
        .with("percent", whole(size.reduction_pct));
    let dependence = Dependence { field: "limb.circumferences", what: what.into(), parameters: &[UNDERSIZE] };
    Some((size.reduction_pct / 100.0, dependence))
}

fn said(fluctuation: Option<&Fluctuation>) -> Wording {
    let Some(found) = fluctuation else { return Wording::new("depends-fluctuation_unworn") };
    let whole = |mm: f64| Arg::Figure(format!("{mm:.0}"));
    let sentence = if found.followed { "depends-fluctuation" } else { "depends-fluctuation_contradicts" };
    Wording::new(sentence)
        .with("measured", Arg::Figure(found.measured_mm.to_string()))
        .with("low", whole(found.expected_mm.p10))
        .with("high", whole(found.expected_mm.p90))
        .with("system", found.system.clone())
        .with("drawn_low", whole(found.drawn_mm.p10))
        .with("drawn_high", whole(found.drawn_mm.p90))
}

#[cfg(test)]
mod tests {
    use super::*;
    use fitting::recommend;

    fn of(text: &str) -> Personal {
        let (case, library) = (Case::parse(text).unwrap(), Library::embedded());
        let advised = recommend(&case, &library.catalog, &library.rules);
        Personal::of(&case, &library, &advised)
    }

    #[test]
    fn a_pump_that_is_worn_and_named_is_the_one_that_the_fluctuation_was_measured_on() {
        let text = include_str!("../../../cases/retrofit_hd.toml");
        let named = of(text);
        let begin = text.find("[prosthesis.existing]").unwrap();
        let table = text[begin..].find("\n[").map_or(text.len(), |end| begin + end);
        let unnamed = of(&[&text[..begin], &text[table..]].concat());
        let told = |personal: &Personal| personal.foundations.fluctuation.clone().unwrap();
        let (named, unnamed) = (told(&named), told(&unnamed));
        assert_eq!(unnamed.system.to_string(), "Weight-activated pump");
        assert_ne!(named.system, unnamed.system);
        assert_ne!(named.expected_mm, unnamed.expected_mm);
    }
}
