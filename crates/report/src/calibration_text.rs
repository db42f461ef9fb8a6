//! A calibration for a terminal.

use super::{day_text, table, words};
use evidence::calibration::{Calibration, Learned, Misfit, Quantiles};
use std::fmt::Write;
use twin::ensemble::EnsembleDay;
use workup::outcome::CalibrationResult;

/// Parameters shown at most.
const MOST_SHOWN: usize = 12;

/// What the log taught, what it predicts, and whether to believe it.
pub fn render(result: &CalibrationResult) -> String {
    let found = &result.found;
    let mut text = format!("{}, from {} on {}\n\n", found.case, result.log, result.worn.name);
    for misfit in &found.misfits {
        let _ = writeln!(text, "{}", followed(misfit));
    }
    let mut grid = table::new(&["parameter", "unit", "before (10th … 90th)", "after", "SD after/before"]);
    let told = told(found);
    for learned in told.iter().take(MOST_SHOWN) {
        let cells = [learned.unit.clone(), quantiles(&learned.prior), quantiles(&learned.posterior)];
        grid.add_row(
            std::iter::once(learned.parameter.clone()).chain(cells).chain([words::number(learned.sd_ratio, 2)]),
        );
    }
    let _ = writeln!(text, "\n{grid}\n{}", others(found));
    for day in &found.days {
        let _ = writeln!(text, "\nThe same day on {}", day.prior.system.name);
        let mut grid = table::new(&["", "before the log", "after it"]);
        for (what, cells) in sides(&day.prior, &day.posterior) {
            grid.add_row(std::iter::once(what).chain(cells));
        }
        let _ = writeln!(text, "{grid}");
    }
    text += "Median (10th … 90th percentile). Volumes since donning.\n";
    for note in &result.notes {
        let _ = writeln!(text, "Note: {note}");
    }
    let _ = writeln!(text, "\n{}", trusted(found));
    text
}

/// The day's rows before and after.
pub fn sides(prior: &EnsembleDay, posterior: &EnsembleDay) -> Vec<(String, Vec<String>)> {
    day_text::rows(&[prior.clone(), posterior.clone()])
}

/// The parameters that the log says something about, as far as so many draws can tell that from chance.
pub fn told(found: &Calibration) -> Vec<&Learned> {
    let draws = found.draws.iter().map(Vec::len).sum::<usize>().max(1) as f64;
    // Three standard errors, of a standard deviation and of a mean.
    let (narrower, moved) = (1.0 - 3.0 / (2.0 * draws).sqrt(), 3.0 / draws.sqrt());
    let says = |learned: &&Learned| learned.sd_ratio < narrower || learned.shift.abs() > moved;
    found.parameters.iter().filter(says).collect()
}

/// How many parameters are as they were.
pub fn others(found: &Calibration) -> String {
    let told = told(found).len();
    let left = found.parameters.len() - told;
    let hidden = told.saturating_sub(MOST_SHOWN);
    let more = if hidden > 0 { format!("{hidden} more are in the report. ") } else { String::new() };
    format!(
        "{more}About {left} others of {} the log says nothing: they are as uncertain as before.",
        found.parameters.len()
    )
}

/// Three significant digits.
pub fn quantiles(q: &Quantiles) -> String {
    format!("{} ({} … {})", significant(q.p50), significant(q.p10), significant(q.p90))
}

/// A number with about three significant digits.
pub fn significant(value: f64) -> String {
    let digits = if value == 0.0 { 0 } else { (2 - value.abs().log10().floor() as i32).clamp(0, 6) };
    words::number(value, digits as usize)
}

/// Whether the twin follows what was read of a quantity.
pub fn followed(misfit: &Misfit) -> String {
    let readings = if misfit.readings == 1 { "1 reading".into() } else { format!("{} readings", misfit.readings) };
    let rms = words::number(misfit.rms, 1);
    let what = misfit.quantity.words();
    if misfit.follows {
        format!("{what}: {readings}, missed by {rms} of their standard deviations (root mean square)")
    } else {
        format!(
            "{what}: {readings}, missed by {rms} of their standard deviations. THE TWIN CANNOT FOLLOW THEM: check log, suspension \
             and the case's day; do not use what is below"
        )
    }
}

/// Whether the draws agree.
pub fn trusted(found: &Calibration) -> String {
    if found.sampling.converged {
        return "The islands agree: another seed would say nearly the same.".into();
    }
    let names = &found.sampling.not_converged;
    let some = names.iter().take(4).cloned().collect::<Vec<_>>().join(", ");
    let more = if names.len() > 4 { format!(" and {} more", names.len() - 4) } else { String::new() };
    format!("NOT CONVERGED: the islands do not agree about {some}{more}. Give more --members.")
}
