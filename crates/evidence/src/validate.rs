//! Published value | model | verdict.

mod differences;

pub use differences::{Difference, differences};

use crate::figure::figure;
use crate::protocols::{self, Bench};
use crate::published::{Bound, Published, Role, Row};
use crate::responders::{self, Responders};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Texts, Wording};
use twin::ensemble::Spread;

/// How near the model comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Within one standard deviation (or the tolerance, or the range).
    InsideOne,
    /// Within two standard deviations (or twice the tolerance).
    InsideTwo,
    /// Further out.
    Outside,
}

impl Verdict {
    /// In words, by what the row is held to.
    pub fn wording(self, bound: &Bound) -> Wording {
        Wording::new(self.id(bound))
    }

    /// The same in English.
    pub fn words(self, bound: &Bound) -> &'static str {
        Texts::english().say(self.id(bound))
    }

    const fn id(self, bound: &Bound) -> &'static str {
        match (self, bound.sd.is_some(), bound.range.is_some()) {
            (Self::InsideOne, _, true) => "held-inside_the_range",
            (_, _, true) => "held-outside_the_range",
            (Self::InsideOne, true, _) => "held-inside_1_sd",
            (Self::InsideTwo, true, _) => "held-inside_2_sd",
            (Self::InsideOne, false, _) => "held-inside_tolerance",
            (Self::InsideTwo, false, _) => "held-inside_2_tolerances",
            (Self::Outside, ..) => "held-outside",
        }
    }
}

/// One row with the model's answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    /// The study.
    pub source: String,
    /// What was published.
    pub row: Row,
    /// What the model says: the statistic that was published, over the persons drawn, and their spread.
    pub model: Spread,
    /// The statistic compared with the published value.
    pub compared: f64,
    /// The verdict.
    pub verdict: Verdict,
    /// Verdicts of the row's other readings, in their order; they count nowhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<Verdict>,
}

/// All rows of all tables.
///
/// # Errors
/// A row whose protocol does not exist.
pub fn validate(tables: &[Published], bench: &Bench<'_>) -> Result<Vec<Checked>, String> {
    let mut checked = vec![];
    for table in tables {
        let answers = protocols::run(&table.source, bench)
            .ok_or_else(|| format!("data/published: no protocol for the study {}", table.source))?;
        for row in &table.row {
            let answer = answers
                .iter()
                .find(|answer| answer.id == row.id)
                .ok_or_else(|| format!("data/published: no protocol computes {}", row.id))?;
            checked.push(Checked {
                source: table.source.clone(),
                row: row.clone(),
                model: answer.spread,
                compared: answer.compared,
                verdict: verdict(row.value, &row.bound, answer.compared),
                other: row.other.iter().map(|other| verdict(other.value, &other.bound, answer.compared)).collect(),
            });
        }
    }
    Ok(checked)
}

fn verdict(value: f64, bound: &Bound, model: f64) -> Verdict {
    if let Some([low, high]) = bound.range {
        return if (low..=high).contains(&model) { Verdict::InsideOne } else { Verdict::Outside };
    }
    let unit = bound.sd.or(bound.tolerance).unwrap_or(0.0);
    let miss = (model - value).abs();
    if miss <= unit {
        Verdict::InsideOne
    } else if miss <= 2.0 * unit {
        Verdict::InsideTwo
    } else {
        Verdict::Outside
    }
}

/// `VALIDATION.md`: generated, never edited.
pub fn markdown(tables: &[Published], checked: &[Checked], responders: &Responders, bench: &Bench<'_>) -> String {
    let predicted: Vec<_> = checked.iter().filter(|c| c.row.role == Role::Predicted).collect();
    let count = |verdict| predicted.iter().filter(|c| c.verdict == verdict).count();
    let mut text = format!(
        "# Validation\n\n\
         Made by `concord validate` (never edited by hand): published value | model | verdict, one parameter set for all\n\
         rows ([data/parameters.toml](data/parameters.toml)), {} persons drawn with seed {}.\n\n\
         - **Fitted** rows had a parameter set on them: that they agree proves nothing. **Predicted** rows had none.\n\
         - A verdict counts published standard deviations where there are some, else the tolerance that was fixed\n  \
           before the run (in [data/published](data/published)).\n\
         - The model's column is the published statistic (mean, or median where the study gives it) over the persons\n  \
           drawn, with their 10th to 90th percentile.\n\
         - A line **other reading** holds the same number of the model to the published one as it might be read, too.\n  \
           It is counted nowhere.\n\n\
         **{} predicted rows: {} inside 1 SD (or tolerance, or range), {} inside 2, {} outside.**\n",
        bench.persons,
        bench.seed,
        predicted.len(),
        count(Verdict::InsideOne),
        count(Verdict::InsideTwo),
        count(Verdict::Outside),
    );
    for table in tables {
        text += &format!("\n## {} (`{}`)\n\n{}\n\n", table.title, table.source, table.protocol.trim());
        text +=
            "| what | n | published | model (10–90 %) | role | verdict | read |\n|---|---:|---:|---:|---|---|---|\n";
        for c in checked.iter().filter(|c| c.source == table.source) {
            let line = |what: &str, published: &str, verdict: &str, read: &str| {
                format!(
                    "| {what} | {} | {published} | {} ({} … {}) | {} | {verdict} | {read} |\n",
                    if c.row.n == 0 { "–".into() } else { c.row.n.to_string() },
                    figure(c.compared),
                    figure(c.model.p10),
                    figure(c.model.p90),
                    if c.row.role == Role::Fitted { "fitted" } else { "predicted" },
                )
            };
            text += &line(&c.row.what, &published_text(&c.row), &verdict_text(c), &c.row.read);
            for other in others(c) {
                text += &line(&other.what, &other.published, &other.verdict, other.reading);
            }
        }
    }
    text + &responders::markdown(responders) + NOT_MEASURED
}

fn verdict_text(c: &Checked) -> String {
    let words = c.verdict.words(&c.row.bound);
    if c.verdict == Verdict::InsideOne { words.to_string() } else { format!("**{words}**") }
}

/// One of a row's other readings, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherText<'a> {
    /// What was measured, marked as another reading.
    pub what: String,
    /// The published value in this reading.
    pub published: String,
    /// Its verdict, never in bold: it is not counted.
    pub verdict: String,
    /// How it is read.
    pub reading: &'a str,
}

/// A row's other readings.
pub fn others(c: &Checked) -> impl Iterator<Item = OtherText<'_>> {
    c.row.other.iter().zip(&c.other).enumerate().map(|(index, (other, verdict))| {
        let which = if index == 0 { String::new() } else { format!(" {}", index + 1) };
        OtherText {
            what: format!("{}: other reading{which}", c.row.what),
            published: value_text(other.value, &other.bound, &c.row.unit),
            verdict: format!("other reading: {}", verdict.words(&other.bound)),
            reading: &other.reading,
        }
    })
}

/// "−6.5 ± 2 % (tolerance)", "6 ± 3.6 %", "50.8 … 84.7 kPa"; a ratio has no unit to show.
pub fn published_text(row: &Row) -> String {
    value_text(row.value, &row.bound, &row.unit)
}

fn value_text(value: f64, bound: &Bound, unit: &str) -> String {
    let unit = if unit == "1" { String::new() } else { format!(" {unit}") };
    match (bound.sd, bound.tolerance, bound.range) {
        (Some(sd), ..) => format!("{} ± {}{unit}", figure(value), figure(sd)),
        (_, Some(tolerance), _) => format!("{} ± {}{unit} (tolerance)", figure(value), figure(tolerance)),
        (.., Some([low, high])) => format!("{} … {}{unit}", figure(low), figure(high)),
        _ => figure(value),
    }
}

/// What is said at the end, of what nobody published and of what the misses say.
const NOT_MEASURED: &str = include_str!("../../../data/not_published.md");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::published::Other;

    const SD: Bound = Bound { sd: Some(2.0), tolerance: None, range: None };

    #[test]
    fn verdicts_count_standard_deviations() {
        assert_eq!(verdict(-6.5, &SD, -8.4), Verdict::InsideOne);
        assert_eq!(verdict(-6.5, &SD, -2.6), Verdict::InsideTwo);
        assert_eq!(verdict(-6.5, &SD, -2.4), Verdict::Outside);
        assert_eq!(verdict(-6.5, &SD, f64::NAN), Verdict::Outside);
    }

    #[test]
    fn another_reading_is_told_and_not_in_bold() {
        let bound = Bound { sd: Some(0.4), ..SD };
        let row = Row {
            id: "x".into(),
            what: "volume".into(),
            value: -6.5,
            unit: "%".into(),
            n: 10,
            bound: SD,
            read: "abstract".into(),
            role: Role::Predicted,
            other: vec![Other { reading: "of fluid: × 0.2 (assumed)".into(), value: -1.3, bound }],
        };
        let model = twin::ensemble::spread(std::iter::once(-6.0));
        let (mine, other) = (verdict(-6.5, &SD, -6.0), vec![verdict(-1.3, &bound, -6.0)]);
        let c = Checked { source: "s".into(), row, model, compared: -6.0, verdict: mine, other };
        let told: Vec<_> = others(&c).map(|other| [other.what, other.published, other.verdict]).collect();
        assert_eq!(told, [["volume: other reading", "−1.3 ± 0.4 %", "other reading: outside"]]);
        assert_eq!(c.verdict, Verdict::InsideOne);
    }

    #[test]
    fn a_range_has_no_second_chance() {
        let range = Bound { sd: None, tolerance: None, range: Some([50.8, 84.7]) };
        assert_eq!(verdict(67.8, &range, 84.8), Verdict::Outside);
        assert_eq!(Verdict::Outside.words(&range), "outside the range");
    }

    #[test]
    fn figures_have_three_digits_and_a_real_minus() {
        assert_eq!((figure(-6.5), figure(123.4), figure(0.925)), ("−6.5".into(), "123".into(), "0.925".into()));
    }
}
