//! A calibration for a terminal.

use super::{day_text, table, words};
use crate::plots::followed::measured;
use evidence::calibration::{Calibration, Learned, Misfit, Quantiles};
use std::fmt::Write;
use texts::{Texts, Wording};
use twin::ensemble::EnsembleDay;
use workup::outcome::CalibrationResult;

/// Parameters shown at most.
const MOST_SHOWN: usize = 12;

/// What the log taught, what it predicts, and whether to believe it.
pub fn render(texts: &Texts, result: &CalibrationResult) -> String {
    let found = &result.found;
    let worn = words::told(texts, &result.worn.name);
    let heading =
        texts.fill("terminal.calibrate.heading", &[("case", &found.case), ("log", &result.log), ("system", &worn)]);
    let mut text = format!("{heading}\n\n");
    for misfit in &found.misfits {
        let _ = writeln!(text, "{}", followed(texts, misfit));
    }
    let mut grid = table::new(&[
        texts.say("terminal.calibrate.parameter"),
        texts.say("terminal.calibrate.unit"),
        texts.say("terminal.calibrate.before"),
        texts.say("terminal.calibrate.after"),
        texts.say("terminal.calibrate.sd"),
    ]);
    let told = told(found);
    for learned in told.iter().take(MOST_SHOWN) {
        let cells = [learned.unit.clone(), quantiles(texts, &learned.prior), quantiles(texts, &learned.posterior)];
        grid.add_row(std::iter::once(learned.parameter.clone()).chain(cells).chain([words::number(
            texts,
            learned.sd_ratio,
            2,
        )]));
    }
    let _ = writeln!(text, "\n{grid}\n{}", others(texts, found));
    for day in &found.days {
        let name = words::told(texts, &day.prior.system.name);
        let _ = writeln!(text, "\n{}", texts.fill("terminal.calibrate.same_day", &[("system", &name)]));
        let mut grid =
            table::new(&["", texts.say("terminal.calibrate.before_log"), texts.say("terminal.calibrate.after_log")]);
        for (what, cells) in sides(texts, &day.prior, &day.posterior) {
            grid.add_row(std::iter::once(what).chain(cells));
        }
        let _ = writeln!(text, "{grid}");
    }
    let _ = writeln!(text, "{}", texts.say("terminal.calibrate.median"));
    for note in &result.notes {
        let _ = writeln!(text, "{}", day_text::note_line(texts, &note.in_words_of(texts)));
    }
    let _ = writeln!(text, "\n{}", trusted(texts, found));
    text
}

/// The day's rows before and after.
pub fn sides(texts: &Texts, prior: &EnsembleDay, posterior: &EnsembleDay) -> Vec<(String, Vec<String>)> {
    day_text::rows(texts, &[prior.clone(), posterior.clone()])
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
pub fn others(texts: &Texts, found: &Calibration) -> String {
    let told = told(found).len();
    let (left, all) = ((found.parameters.len() - told).to_string(), found.parameters.len().to_string());
    let said = texts.fill("terminal.calibrate.others", &[("left", &left), ("all", &all)]);
    match told.saturating_sub(MOST_SHOWN) {
        0 => said,
        hidden => {
            let more = texts.fill("terminal.calibrate.more", &[("count", &hidden.to_string())]);
            format!("{more} {said}")
        }
    }
}

/// Three significant digits.
pub fn quantiles(texts: &Texts, q: &Quantiles) -> String {
    format!("{} ({} … {})", significant(texts, q.p50), significant(texts, q.p10), significant(texts, q.p90))
}

/// A number with about three significant digits.
pub fn significant(texts: &Texts, value: f64) -> String {
    let digits = if value == 0.0 { 0 } else { (2 - value.abs().log10().floor() as i32).clamp(0, 6) };
    words::number(texts, value, digits as usize)
}

/// Whether the twin follows what was read of a quantity.
pub fn followed(texts: &Texts, misfit: &Misfit) -> String {
    let key = if misfit.follows { "terminal.calibrate.follows" } else { "terminal.calibrate.cannot_follow" };
    texts.render(
        &Wording::new(key)
            .with("quantity", measured(texts, misfit.quantity))
            .with("count", misfit.readings)
            .with("rms", words::number(texts, misfit.rms, 1)),
    )
}

/// Whether the draws agree.
pub fn trusted(texts: &Texts, found: &Calibration) -> String {
    if found.sampling.converged {
        return texts.say("terminal.calibrate.converged").into();
    }
    let names = &found.sampling.not_converged;
    let some = names.iter().take(4).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(4) {
        0 => texts.fill("terminal.calibrate.not_converged", &[("names", &some)]),
        more => texts.fill("terminal.calibrate.not_converged_more", &[("names", &some), ("more", &more.to_string())]),
    }
}
