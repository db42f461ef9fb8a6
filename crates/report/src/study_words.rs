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
    texts: &'static Texts,
    measured: &'a Measured,
    /// From the outcome's unit to what is shown: shares as percent.
    factor: f64,
}

impl<'a> Shown<'a> {
    /// Of an outcome's result.
    pub fn new(texts: &'static Texts, outcome: &'a OutcomeResult) -> Self {
        Self::of(texts, &outcome.measured)
    }

    /// Of an outcome as the study names it.
    pub fn of(texts: &'static Texts, measured: &'a Measured) -> Self {
        Self { texts, measured, factor: if measured.outcome.is_share() { 100.0 } else { 1.0 } }
    }

    /// A value in what is shown.
    pub fn scaled(&self, value: f64) -> f64 {
        self.factor * value
    }

    /// The outcome without what it is counted from.
    pub fn name(&self) -> &'static str {
        self.measured.outcome.name(self.texts)
    }

    /// Unit of a value; empty for a pure number.
    pub fn unit(&self) -> &'static str {
        match self.measured.outcome.unit {
            _ if self.measured.outcome.is_share() => "%",
            "1" => "",
            unit => words::unit(self.texts, unit),
        }
    }

    /// Unit of a difference: percent differ by points.
    pub fn difference_unit(&self) -> &'static str {
        match self.measured.outcome.unit {
            _ if self.measured.outcome.is_share() => self.texts.say("study_report.unit.points"),
            "%" => self.texts.say("study_report.unit.points"),
            "%/h" => self.texts.say("study_report.unit.points_per_h"),
            "% of limb volume" => self.texts.say("study_report.unit.points_of_volume"),
            _ => self.unit(),
        }
    }

    /// Decimals that show a twentieth of what matters.
    pub fn digits(&self) -> usize {
        let matters = self.scaled(self.measured.matters);
        if matters > 0.0 { (-(matters / 20.0).log10()).floor().clamp(0.0, 4.0) as usize } else { 2 }
    }

    /// A value with its unit.
    pub fn value(&self, value: f64) -> String {
        with_unit(&words::number(self.texts, self.scaled(value), self.digits()), self.unit())
    }

    /// A value without its unit; a dash for none.
    pub fn bare(&self, value: Option<f64>) -> String {
        value.map_or_else(|| "–".into(), |value| words::number(self.texts, self.scaled(value), self.digits()))
    }

    /// What matters, with its unit.
    pub fn matters(&self) -> String {
        let matters = self.scaled(self.measured.matters);
        let text = words::number(self.texts, matters, 3);
        let text = trimmed(self.texts, &text);
        with_unit(text, self.difference_unit())
    }

    /// "4.7 (4.5 to 4.9)": an effect and its interval, with so many decimals that the interval has a width.
    pub fn effect(&self, effect: &Effect) -> String {
        let Some(mean) = effect.mean else { return "–".into() };
        let digits = self.digits_of(effect);
        let number = |value: f64| words::number(self.texts, self.scaled(value), digits);
        match effect.low.zip(effect.high) {
            Some((low, high)) => {
                let mean = words::signed(self.texts, self.scaled(mean), digits);
                interval_of(self.texts, &mean, &number(low), &number(high))
            }
            None => words::signed(self.texts, self.scaled(mean), digits),
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

/// A decimal number without noughts at its end.
pub fn trimmed<'a>(texts: &Texts, number: &'a str) -> &'a str {
    let point = texts.figure("0.0");
    let point = point.trim_matches('0');
    if number.contains(point) { number.trim_end_matches('0').trim_end_matches(point) } else { number }
}

/// "4.7 (4.5 to 4.9)".
pub fn interval_of(texts: &Texts, value: &str, low: &str, high: &str) -> String {
    texts.fill("study_report.interval_of", &[("value", value), ("low", low), ("high", high)])
}

fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() { number.to_string() } else { format!("{number} {unit}") }
}

/// The arm's name for people.
pub fn arm<'a>(result: &'a StudyResult, id: &'a str) -> &'a str {
    result.arms.iter().find(|arm| arm.id == id).map_or(id, |arm| arm.name.as_str())
}

/// "95 % CI".
pub fn interval(texts: &Texts, level: f64) -> String {
    texts.fill("study_report.ci", &[("level", &percent_of(texts, level))])
}

fn percent_of(texts: &Texts, share: f64) -> String {
    let percent = 100.0 * share;
    words::number(texts, percent, usize::from((percent - percent.round()).abs() > 1e-9))
}

/// "78 %", with a decimal where it would else be none or all; a dash where there was nobody.
pub fn share(texts: &Texts, share: &Share) -> String {
    let Some(value) = share.share else { return "–".into() };
    let percent = 100.0 * value;
    let odd = share.count > 0 && share.count < share.of && !(1.0..=99.0).contains(&percent);
    match (odd, share.count) {
        (true, _) if percent < 0.1 => texts.say("study_report.under").into(),
        (true, _) if percent > 99.9 => texts.say("study_report.over").into(),
        (odd, _) => format!("{} %", words::number(texts, percent, usize::from(odd))),
    }
}

/// "78 % (76 to 80)".
pub fn share_with_interval(texts: &Texts, of: &Share) -> String {
    let value = share(texts, of);
    let Some((low, high)) = of.low.zip(of.high) else { return value };
    let digits = usize::from(100.0 * (high - low) < 2.0);
    let [low, high] = [low, high].map(|share| words::number(texts, 100.0 * share, digits));
    interval_of(texts, &value, &low, &high)
}

/// Why somebody was not taken, or a trial not drawn: as the result has it.
pub fn reason(texts: &Texts, reason: &str) -> String {
    texts.named(reason)
}

/// The design in a word.
pub fn design(texts: &Texts, design: Design) -> &str {
    texts.say(match design {
        Design::Paired => "study_report.design.paired",
        Design::Crossover => "study_report.design.crossover",
        Design::Parallel => "study_report.design.parallel",
    })
}

/// The answer of one comparison in a sentence or two.
pub fn answer(texts: &'static Texts, result: &StudyResult, outcome: &OutcomeResult, comparison: &Comparison) -> String {
    let shown = Shown::new(texts, outcome);
    let (on, than) = (arm(result, &comparison.arm), arm(result, &comparison.reference));
    let effect = &comparison.effect;
    let Some(mean) = effect.mean else {
        return texts
            .fill("study_report.answer.nobody", &[("arm", on), ("reference", than), ("outcome", shown.name())]);
    };
    let digits = shown.digits_of(effect);
    let amount = with_unit(&words::number(texts, shown.scaled(mean.abs()), digits), shown.difference_unit());
    let good = (mean > 0.0) == (outcome.measured.better == Better::Higher);
    let verdict = texts.say(match effect.low.zip(effect.high) {
        _ if mean == 0.0 => "study_report.answer.no_difference",
        Some((low, high)) if low <= 0.0 && high >= 0.0 => "study_report.answer.not_told_apart",
        _ if mean.abs() < outcome.measured.matters => "study_report.answer.does_not_matter",
        _ if good => "study_report.answer.better",
        _ => "study_report.answer.worse",
    });
    let ends = effect.low.zip(effect.high).map_or(String::new(), |(low, high)| {
        let number = |value: f64| words::number(texts, shown.scaled(value), digits);
        let said = texts.fill(
            "study_report.answer.interval",
            &[("interval", &interval(texts, effect.level)), ("low", &number(low)), ("high", &number(high))],
        );
        format!(" {said}")
    });
    let key = if mean > 0.0 { "study_report.answer.higher" } else { "study_report.answer.lower" };
    let text = texts.fill(
        key,
        &[
            ("outcome", &capital(shown.name())),
            ("amount", &amount),
            ("arm", on),
            ("reference", than),
            ("interval", &ends),
            ("verdict", verdict),
        ],
    );
    let Some(persons) = &comparison.persons else { return text };
    let told = &persons.responders;
    let lose = match told.loses.count {
        0 => texts.say("study_report.answer.none").into(),
        _ => share(texts, &told.loses),
    };
    let persons = texts.fill(
        "study_report.answer.persons",
        &[("gain", &share(texts, &told.gains)), ("matters", &shown.matters()), ("lose", &lose)],
    );
    format!("{text} {persons}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_near_none_and_all_are_not_rounded_to_them() {
        let of = |count, of| share(Texts::english(), &Share::new(count, of, 0.95));
        assert_eq!(of(78, 100), "78 %");
        assert_eq!(of(3, 1000), "0.3 %");
        assert_eq!(of(1, 100_000), "under 0.1 %");
        assert_eq!(of(99_999, 100_000), "over 99.9 %");
        assert_eq!((of(0, 9), of(9, 9), of(0, 0)), ("0 %".into(), "100 %".into(), "–".into()));
    }

    #[test]
    fn levels_keep_the_decimals_they_have() {
        assert_eq!(
            (interval(Texts::english(), 0.95), interval(Texts::english(), 0.999)),
            ("95 % CI".into(), "99.9 % CI".into())
        );
    }
}
