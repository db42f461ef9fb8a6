//! Outcomes of a study in the clinic's words: units, decimals, and the answer in a sentence.

use super::words;
use super::words::capital;
use texts::Texts;
use trial::analysis::{Comparison, OutcomeResult};
use trial::disk::result::StudyResult;
use trial::effect::Effect;
use trial::file::{Design, Measured};
use trial::responders::Better;
use trial::share::Share;

/// How an outcome is shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    measured: &'a Measured,
    /// From the outcome's unit to what is shown: shares as percent.
    factor: f64,
}

impl<'a> Shown<'a> {
    /// Of an outcome's result.
    pub fn new(outcome: &'a OutcomeResult) -> Self {
        Self::of(&outcome.measured)
    }

    /// Of an outcome as the study names it.
    pub fn of(measured: &'a Measured) -> Self {
        Self { measured, factor: if measured.outcome.is_share() { 100.0 } else { 1.0 } }
    }

    /// A value in what is shown.
    pub fn scaled(&self, value: f64) -> f64 {
        self.factor * value
    }

    /// The outcome without what it is counted from.
    pub fn name(&self) -> &'static str {
        self.measured.outcome.name(Texts::english())
    }

    /// Unit of a value; empty for a pure number.
    pub fn unit(&self) -> &'static str {
        match self.measured.outcome.unit {
            _ if self.measured.outcome.is_share() => "%",
            "1" => "",
            unit => unit,
        }
    }

    /// Unit of a difference: percent differ by points.
    pub fn difference_unit(&self) -> &'static str {
        match self.unit() {
            "%" => "points",
            "%/h" => "points/h",
            "% of limb volume" => "points of limb volume",
            unit => unit,
        }
    }

    /// Decimals that show a twentieth of what matters.
    pub fn digits(&self) -> usize {
        let matters = self.scaled(self.measured.matters);
        if matters > 0.0 { (-(matters / 20.0).log10()).floor().clamp(0.0, 4.0) as usize } else { 2 }
    }

    /// A value with its unit.
    pub fn value(&self, value: f64) -> String {
        with_unit(&words::number(self.scaled(value), self.digits()), self.unit())
    }

    /// A value without its unit; a dash for none.
    pub fn bare(&self, value: Option<f64>) -> String {
        value.map_or_else(|| "–".into(), |value| words::number(self.scaled(value), self.digits()))
    }

    /// What matters, with its unit.
    pub fn matters(&self) -> String {
        let matters = self.scaled(self.measured.matters);
        let text = words::number(matters, 3);
        let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        with_unit(text, self.difference_unit())
    }

    /// "4.7 (4.5 to 4.9)": an effect and its interval, with so many decimals that the interval has a width.
    pub fn effect(&self, effect: &Effect) -> String {
        let Some(mean) = effect.mean else { return "–".into() };
        let digits = self.digits_of(effect);
        let number = |value: f64| words::number(self.scaled(value), digits);
        match effect.low.zip(effect.high) {
            Some((low, high)) => {
                format!("{} ({} to {})", words::signed(self.scaled(mean), digits), number(low), number(high))
            }
            None => words::signed(self.scaled(mean), digits),
        }
    }

    fn digits_of(&self, effect: &Effect) -> usize {
        let usual = self.digits();
        let Some((low, high)) = effect.low.zip(effect.high) else { return usual };
        let told = |digits: &usize| self.scaled(high - low) * 10f64.powi(*digits as i32) >= 1.0;
        (usual..=usual + 2).find(told).unwrap_or(usual + 2)
    }

    /// The effect in units of what matters, more is better: one scale for all outcomes.
    pub fn in_what_matters(&self, value: f64) -> Option<f64> {
        let matters = self.measured.matters;
        let sign = if self.measured.better == Better::Higher { 1.0 } else { -1.0 };
        (matters > 0.0).then(|| sign * value / matters)
    }
}

fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() { number.to_string() } else { format!("{number} {unit}") }
}

/// The arm's name for people.
pub fn arm<'a>(result: &'a StudyResult, id: &'a str) -> &'a str {
    result.arms.iter().find(|arm| arm.id == id).map_or(id, |arm| arm.name.as_str())
}

/// "95 % CI".
pub fn interval(level: f64) -> String {
    format!("{} % CI", percent_of(level))
}

fn percent_of(share: f64) -> String {
    let percent = 100.0 * share;
    words::number(percent, usize::from((percent - percent.round()).abs() > 1e-9))
}

/// "78 %", with a decimal where it would else be none or all; a dash where there was nobody.
pub fn share(share: &Share) -> String {
    let Some(value) = share.share else { return "–".into() };
    let percent = 100.0 * value;
    let odd = share.count > 0 && share.count < share.of && !(1.0..=99.0).contains(&percent);
    match (odd, share.count) {
        (true, _) if percent < 0.1 => "under 0.1 %".into(),
        (true, _) if percent > 99.9 => "over 99.9 %".into(),
        (odd, _) => format!("{} %", words::number(percent, usize::from(odd))),
    }
}

/// "78 % (76 to 80)".
pub fn share_with_interval(of: &Share) -> String {
    let ends = of.low.zip(of.high).map(|(low, high)| {
        let width = 100.0 * (high - low);
        let digits = usize::from(width < 2.0);
        format!(" ({} to {})", words::number(100.0 * low, digits), words::number(100.0 * high, digits))
    });
    share(of) + &ends.unwrap_or_default()
}

/// The design in a word.
pub const fn design(design: Design) -> &'static str {
    match design {
        Design::Paired => "paired",
        Design::Crossover => "crossover",
        Design::Parallel => "parallel groups",
    }
}

/// The answer of one comparison in a sentence or two.
pub fn answer(result: &StudyResult, outcome: &OutcomeResult, comparison: &Comparison) -> String {
    let shown = Shown::new(outcome);
    let (on, than) = (arm(result, &comparison.arm), arm(result, &comparison.reference));
    let effect = &comparison.effect;
    let Some(mean) = effect.mean else {
        return format!("“{on}” against “{than}”: {}: nobody was observed on both.", shown.name());
    };
    let digits = shown.digits_of(effect);
    let amount = with_unit(&words::number(shown.scaled(mean.abs()), digits), shown.difference_unit());
    let direction = if mean > 0.0 { "higher" } else { "lower" };
    let good = (mean > 0.0) == (outcome.measured.better == Better::Higher);
    let verdict = match effect.low.zip(effect.high) {
        _ if mean == 0.0 => ": no difference",
        Some((low, high)) if low <= 0.0 && high >= 0.0 => ": not told apart from no difference",
        _ if mean.abs() < outcome.measured.matters => ", less than what matters",
        _ if good => ", which is better",
        _ => ", which is worse",
    };
    let ends = effect.low.zip(effect.high).map_or(String::new(), |(low, high)| {
        let number = |value: f64| words::number(shown.scaled(value), digits);
        format!(" ({} of the difference {} to {})", interval(effect.level), number(low), number(high))
    });
    let name = capital(shown.name());
    let mut text = format!("{name} is {amount} {direction} with “{on}” than with “{than}”{ends}{verdict}.");
    if let Some(persons) = &comparison.persons {
        let told = &persons.responders;
        text += &format!(
            " Of all persons {} gain at least {}, {} lose at least that.",
            share(&told.gains),
            shown.matters(),
            if told.loses.count == 0 { "none".into() } else { share(&told.loses) }
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_near_none_and_all_are_not_rounded_to_them() {
        let of = |count, of| share(&Share::new(count, of, 0.95));
        assert_eq!(of(78, 100), "78 %");
        assert_eq!(of(3, 1000), "0.3 %");
        assert_eq!(of(1, 100_000), "under 0.1 %");
        assert_eq!(of(99_999, 100_000), "over 99.9 %");
        assert_eq!((of(0, 9), of(9, 9), of(0, 0)), ("0 %".into(), "100 %".into(), "–".into()));
    }

    #[test]
    fn levels_keep_the_decimals_they_have() {
        assert_eq!((interval(0.95), interval(0.999)), ("95 % CI".into(), "99.9 % CI".into()));
    }
}
