//! # Published designs: what a trial of that size would have shown
//!
//! **Stands for** a virtual trial beside the real one whose design it repeats: the published number is one draw from the
//! results that trials of its size have.
//!
//! **Equations**
//! - 4,000 trials of the published n are drawn from the cohort, as `sampling` draws them, with the error of measurement that the
//!   study file states; an arm's own mean is the mean of n measured persons
//! - verdict, fixed before any run: inside 1 SD where the published number lies within the central 68 % of these results,
//!   inside 2 within the central 95 %, else outside; a published range holds or does not hold the cohort's mean
//!
//! **Assumptions** persons, errors and days are as the study file says: its spreads, most of them assumed, make the width.
//! **Tests** a number from the middle, the flank and far out; a range.

use crate::crossover::least_squares;
use crate::file::{Against, Design, StudyFile};
use crate::sampling::{Cohort, Distribution, Sampling, Trials, sampling};
use evidence::published::{Published, Role, Row};
use evidence::validate::Verdict;
use serde::{Deserialize, Serialize};
use texts::{Said, Wording};

/// Trials drawn.
const TRIALS: usize = 4_000;

/// One published number beside what trials of its design show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// Where it was published.
    pub source: String,
    /// What was published.
    pub row: Row,
    /// Arm, or arm less arm, as the study calls them.
    pub contrast: String,
    /// The cohort's own mean.
    pub cohort: f64,
    /// The results that trials of the published size show.
    pub trials: Distribution,
    /// How near the published number is to them.
    pub verdict: Verdict,
}

/// The persons of one outcome: a column an arm, analysed persons only, and the arm each was allocated to.
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    /// Values, arm by arm in the study's order; not a number where there is none.
    pub arms: &'a [Vec<f64>],
    /// The arm that a person was allocated to, or begins with.
    pub allocated: &'a [usize],
}

/// Holds a study to a published number.
///
/// # Errors
/// A row that no table has, or a cohort too small for the published size.
pub fn hold(file: &StudyFile, against: &Against, tables: &[Published], columns: Columns<'_>) -> Result<Held, Said> {
    let found = tables.iter().find_map(|table| Some((table, table.row.iter().find(|row| row.id == against.row)?)));
    let (table, row) = found.ok_or_else(|| Wording::new("not_drawn-no_row").with("row", &against.row))?;
    let arm = file.arm_index(&against.arm).ok_or_else(|| Wording::new("not_drawn-no_arm").with("arm", &against.arm))?;
    let less = against.less.as_ref().and_then(|less| file.arm_index(less));
    let sd = file.outcome.iter().find(|m| m.outcome == against.outcome).map_or(0.0, |measured| measured.measurement_sd);
    let trials = |measurement_sd| Trials {
        size: row.n as usize,
        trials: TRIALS,
        seed: file.seed,
        measurement_sd,
        level: file.level,
        replacement: true,
    };
    let drawn = match less {
        // A difference of two measurements has two errors; a mean has one.
        None => sampling(&Cohort::Paired(&observed(&columns.arms[arm])), &trials(sd / f64::sqrt(2.0)))?,
        Some(less) => contrast(file.design, columns, arm, less, &trials(sd))?,
    };
    let contrast = match &against.less {
        None => against.arm.clone(),
        Some(less) => format!("{} less {less}", against.arm),
    };
    let verdict = verdict(row, drawn.truth, &drawn.estimate);
    let source = table.source.clone();
    Ok(Held { source, row: row.clone(), contrast, cohort: drawn.truth, trials: drawn.estimate, verdict })
}

fn observed(values: &[f64]) -> Vec<f64> {
    values.iter().copied().filter(|value| value.is_finite()).collect()
}

/// Trials of the study's design on two of its arms.
///
/// # Errors
/// As [`sampling`].
pub fn contrast(
    design: Design,
    columns: Columns<'_>,
    arm: usize,
    less: usize,
    trials: &Trials,
) -> Result<Sampling, Said> {
    with_cohort(design, columns, [arm, less], |cohort| sampling(cohort, trials))
}

/// The persons from whom trials of the study's design on an arm and another are drawn.
pub(super) fn with_cohort<T>(
    design: Design,
    columns: Columns<'_>,
    [arm, less]: [usize; 2],
    look: impl FnOnce(&Cohort<'_>) -> T,
) -> T {
    // Of more than two arms the day would be part of the differences.
    let freed = (design == Design::Crossover && columns.arms.len() > 2)
        .then(|| least_squares(columns.arms, columns.allocated, less, 0.95).freed(columns.arms, columns.allocated));
    let arms = freed.as_deref().unwrap_or(columns.arms);
    let (a, b) = (&arms[arm], &arms[less]);
    let differences = |wanted: &dyn Fn(usize) -> bool| -> Vec<f64> {
        let pairs = a.iter().zip(b).zip(columns.allocated).filter(|(_, allocated)| wanted(**allocated));
        observed(&pairs.map(|((a, b), _)| a - b).collect::<Vec<f64>>())
    };
    match design {
        Design::Paired => look(&Cohort::Paired(&differences(&|_| true))),
        Design::Crossover => {
            let day = |arm: usize, allocated: usize| design.day(arm, allocated, columns.arms.len());
            let first = differences(&|allocated| day(arm, allocated) < day(less, allocated));
            let second = differences(&|allocated| day(arm, allocated) > day(less, allocated));
            look(&Cohort::Crossover { first: &first, second: &second })
        }
        Design::Parallel => look(&Cohort::Parallel { arm: &observed(a), reference: &observed(b) }),
    }
}

fn verdict(row: &Row, cohort: f64, trials: &Distribution) -> Verdict {
    if let Some([low, high]) = row.bound.range {
        return if (low..=high).contains(&cohort) { Verdict::InsideOne } else { Verdict::Outside };
    }
    if (trials.p16..=trials.p84).contains(&row.value) {
        Verdict::InsideOne
    } else if (trials.p2_5..=trials.p97_5).contains(&row.value) {
        Verdict::InsideTwo
    } else {
        Verdict::Outside
    }
}

/// How a verdict reads.
pub fn words(held: &Held) -> Said {
    let id = match (held.verdict, held.row.bound.range.is_some()) {
        (Verdict::InsideOne, true) => "held-inside_the_range",
        (_, true) => "held-outside_the_range",
        (Verdict::InsideOne, _) => "held-inside_68",
        (Verdict::InsideTwo, _) => "held-inside_95",
        (Verdict::Outside, _) => "held-outside",
    };
    Wording::new(id).into()
}

/// The same in a document, where what is outside is bold.
fn marked(held: &Held) -> String {
    let outside =
        held.verdict == Verdict::Outside || held.verdict != Verdict::InsideOne && held.row.bound.range.is_some();
    if outside { format!("**{}**", words(held)) } else { words(held).to_string() }
}

/// A study with what it was held to, for VALIDATION.md.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Repeated {
    /// Name to run it by.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it asks, and what is known.
    pub about: String,
    /// Persons of the cohort who were analysed.
    pub analysed: u64,
    /// For the first size of trials: outcome in words, unit, arm less arm, and what such trials show.
    pub shown: Vec<Shown>,
    /// Published numbers; none where none could be read.
    pub held: Vec<Held>,
}

/// What trials of a size show of one outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// The outcome in words.
    pub outcome: String,
    /// Its unit.
    pub unit: String,
    /// Arm less reference.
    pub contrast: String,
    /// What trials show.
    pub sampling: Sampling,
}

/// The section of VALIDATION.md.
pub fn markdown(studies: &[Repeated]) -> String {
    let mut text = String::from(
        "\n## Published designs as virtual trials\n\n\
         The same twin, with a population instead of one reference person: a large cohort lives the study, and thousands of trials of\n\
         the published size are drawn from it. A published number is one such draw. Verdict, fixed before any run: inside the central\n\
         68 % of what these trials find, inside the central 95 %, or outside; a published range holds the cohort's mean or does not.\n",
    );
    for study in studies {
        text += &format!(
            "\n## {} (`{}`)\n\n{}\n\n`concord study run {}`; {} persons analysed in this cohort.\n\n",
            study.name,
            study.id,
            study.about.trim(),
            study.id,
            study.analysed
        );
        text += "| what | published | n | cohort's mean | trials of n: median (68 %; 95 %) | verdict |\n|---|---:|---:|---:|---:|---|\n";
        for held in &study.held {
            let t = &held.trials;
            let role = if held.row.role == Role::Fitted { ", fitted" } else { "" };
            let published = match held.row.bound.range {
                Some([low, high]) => format!("{low} … {high} {}", held.row.unit),
                None => format!("{} {}", held.row.value, held.row.unit),
            };
            text += &format!(
                "| {} ({}{role}) | {published} | {} | {:.2} | {:.2} ({:.2} … {:.2}; {:.2} … {:.2}) | {} |\n",
                held.row.what,
                held.contrast,
                held.row.n,
                held.cohort,
                t.p50,
                t.p16,
                t.p84,
                t.p2_5,
                t.p97_5,
                marked(held)
            );
        }
        for shown in &study.shown {
            let (s, t) = (&shown.sampling, &shown.sampling.estimate);
            let power = s
                .power
                .as_ref()
                .and_then(|power| power.share)
                .map_or("–".to_string(), |share| format!("{:.0} %", 100.0 * share));
            text += &format!(
                "| {} ({}), {} | no number | {} | {:.2} | {:.2} ({:.2} … {:.2}; {:.2} … {:.2}) | shown by {power} of such trials |\n",
                shown.outcome, shown.contrast, shown.unit, s.drawn.size, s.truth, t.p50, t.p16, t.p84, t.p2_5, t.p97_5
            );
        }
    }
    text.replace("-0.00", "0.00").replace("| -", "| −").replace("(-", "(−").replace("… -", "… −").replace("; -", "; −")
}

#[cfg(test)]
mod tests {
    use super::*;
    use evidence::published::Bound;

    fn row(value: f64, range: Option<[f64; 2]>) -> Row {
        let tolerance = if range.is_some() { None } else { Some(1.0) };
        Row {
            id: "a.b".into(),
            what: "x".into(),
            value,
            unit: "%".into(),
            n: 10,
            bound: Bound { sd: None, tolerance, range },
            read: "abstract".into(),
            role: Role::Predicted,
            other: vec![],
        }
    }

    #[test]
    fn a_number_is_inside_on_the_flank_or_outside_of_what_trials_show() {
        let trials = Distribution { p2_5: -2.0, p16: -1.0, p50: 0.0, p84: 1.0, p97_5: 2.0, mean: 0.0, sd: 1.0 };
        for (value, expected) in [
            (0.5, Verdict::InsideOne),
            (-1.5, Verdict::InsideTwo),
            (2.5, Verdict::Outside),
            (f64::NAN, Verdict::Outside),
        ] {
            assert_eq!(verdict(&row(value, None), 0.0, &trials), expected, "{value}");
        }
        assert_eq!(verdict(&row(0.5, Some([0.0, 1.0])), 0.3, &trials), Verdict::InsideOne);
        assert_eq!(verdict(&row(0.5, Some([0.0, 1.0])), 1.3, &trials), Verdict::Outside);
    }
}
