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
                verdict: verdict(row, answer.compared),
            });
        }
    }
    Ok(checked)
}

fn verdict(row: &Row, model: f64) -> Verdict {
    if let Some([low, high]) = row.bound.range {
        return if (low..=high).contains(&model) { Verdict::InsideOne } else { Verdict::Outside };
    }
    let unit = row.bound.sd.or(row.bound.tolerance).unwrap_or(0.0);
    let miss = (model - row.value).abs();
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
           drawn, with their 10th to 90th percentile.\n\n\
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
            text += &format!(
                "| {} | {} | {} | {} ({} … {}) | {} | {} | {} |\n",
                c.row.what,
                if c.row.n == 0 { "–".into() } else { c.row.n.to_string() },
                published_text(&c.row),
                figure(c.compared),
                figure(c.model.p10),
                figure(c.model.p90),
                if c.row.role == Role::Fitted { "fitted" } else { "predicted" },
                verdict_text(c),
                c.row.read,
            );
        }
    }
    text + &responders::markdown(responders) + NOT_MEASURED
}

fn verdict_text(c: &Checked) -> String {
    let words = c.verdict.words(&c.row.bound);
    if c.verdict == Verdict::InsideOne { words.to_string() } else { format!("**{words}**") }
}

/// "−6.5 ± 2 % (tolerance)", "6 ± 3.6 %", "50.8 … 84.7 kPa"; a ratio has no unit to show.
pub fn published_text(row: &Row) -> String {
    let unit = if row.unit == "1" { String::new() } else { format!(" {}", row.unit) };
    match (row.bound.sd, row.bound.tolerance, row.bound.range) {
        (Some(sd), ..) => format!("{} ± {}{unit}", figure(row.value), figure(sd)),
        (_, Some(tolerance), _) => format!("{} ± {}{unit} (tolerance)", figure(row.value), figure(tolerance)),
        (.., Some([low, high])) => format!("{} … {}{unit}", figure(low), figure(high)),
        _ => figure(row.value),
    }
}

/// What is said at the end, of what nobody published and of what the misses say.
const NOT_MEASURED: &str = include_str!("../../../data/not_published.md");

#[cfg(test)]
mod tests {
    use super::*;

    fn row(value: f64, bound: Bound) -> Row {
        Row {
            id: "x".into(),
            what: "x".into(),
            value,
            unit: "%".into(),
            n: 10,
            bound,
            read: "abstract".into(),
            role: Role::Predicted,
        }
    }

    #[test]
    fn verdicts_count_standard_deviations() {
        let row = row(-6.5, Bound { sd: Some(2.0), tolerance: None, range: None });
        assert_eq!(verdict(&row, -8.4), Verdict::InsideOne);
        assert_eq!(verdict(&row, -2.6), Verdict::InsideTwo);
        assert_eq!(verdict(&row, -2.4), Verdict::Outside);
        assert_eq!(verdict(&row, f64::NAN), Verdict::Outside);
    }

    #[test]
    fn a_range_has_no_second_chance() {
        let row = row(67.8, Bound { sd: None, tolerance: None, range: Some([50.8, 84.7]) });
        assert_eq!(verdict(&row, 84.8), Verdict::Outside);
        assert_eq!(Verdict::Outside.words(&row.bound), "outside the range");
    }

    #[test]
    fn figures_have_three_digits_and_a_real_minus() {
        assert_eq!((figure(-6.5), figure(123.4), figure(0.925)), ("−6.5".into(), "123".into(), "0.925".into()));
    }
}
