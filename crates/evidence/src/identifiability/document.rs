//! `docs/model/identifiability.md`: tables and what they say.

use super::{Fitted, Grip, Identifiability};
use crate::figure::figure;
use crate::fingerprint;
use crate::published::Role;

/// Parameters shown that no row was fitted with.
const FREE_SHOWN: usize = 15;
/// Correlations told in words.
const STRONG: f64 = 0.5;

/// The document.
pub fn markdown(found: &Identifiability, fingerprint: &str) -> String {
    let mut out = format!(
        "# Identifiability: what the published numbers pin, and what they leave free\n\n\
         Made by `concord identify` (never edited by hand) on the central person;\n{}.\n\n\
         Parameters are counted in standard deviations of their stated spreads (the prior, 0 ± 1), rows in units of their \
         bounds\n(published SD, tolerance or half the range). The posterior is normal around the shipped values: covariance \
         (JᵀJ + I)⁻¹, J the\nderivatives of the fitted rows. Rows \
         are counted as independent; those of one study are not (two ratios from the same\nsensor say one thing twice), so the \
         true posterior is wider than this one.\n",
        fingerprint::line(fingerprint),
    );
    out += &reading(found);
    out += &fitted_table(found);
    out += &profiles(found);
    out += &correlations(found);
    out += &free_table(found);
    out += &experiments(found);
    out += &rows(found);
    out
}

fn reading(found: &Identifiability) -> String {
    let mut out = String::from("\n## In words\n\n");
    for fitted in &found.fitted {
        let ratio = fitted.posterior_over_prior;
        let grip = Grip::of(ratio);
        let known = if grip == Grip::HardlyTouched { ": its stated spread is what is known" } else { "" };
        let mut by: Vec<String> = fitted.information.iter().take(2).map(|(id, share)| by_row(id, *share)).collect();
        if by.is_empty() {
            by.push("no row".into());
        }
        out += &format!(
            "- `{}` is {}{known} (spread × {}), by {}.\n",
            fitted.parameter,
            grip.words(),
            figure(ratio),
            by.join(" and ")
        );
    }
    for (i, a) in found.fitted.iter().enumerate() {
        for (j, b) in found.fitted.iter().enumerate().skip(i + 1) {
            let r = found.correlations[i][j];
            if r.abs() >= STRONG {
                out += &format!(
                    "- `{}` and `{}` can hardly be told apart (correlation {}): the rows fix their combination.\n",
                    a.parameter,
                    b.parameter,
                    figure(r)
                );
            }
        }
    }
    let strongest: Vec<String> =
        found.assumed().take(5).map(|free| format!("`{}` ({})", free.parameter, figure(free.on_predicted))).collect();
    out + &format!(
        "\n**What remains free.** No row was fitted with these assumed parameters, yet one standard deviation of theirs moves \
         the\npredicted rows most (root of the sum of squares, in bounds): {}. **Measure these next**: a study that fixes the \
         first\nwould test the predictions instead of the assumption.\n",
        strongest.join(", ")
    )
}

fn by_row(id: &str, share: f64) -> String {
    format!("{id} ({:.0} %)", 100.0 * share)
}

fn fitted_table(found: &Identifiability) -> String {
    let mut out = String::from(
        "\n## Fitted parameters\n\n\
         *pull*: where rows and prior together would move it, in prior SD. *pinned by*: share of its own curvature (JᵀJ + I); \
         the rest is the prior's.\n\n\
         | parameter | value | prior SD | posterior/prior SD | pull | pinned by |\n|---|---:|---:|---:|---:|---|\n",
    );
    for f in &found.fitted {
        let by: Vec<String> = f.information.iter().take(4).map(|(id, share)| by_row(id, *share)).collect();
        let unit = if f.unit == "1" { String::new() } else { format!(" {}", f.unit) };
        out += &format!(
            "| `{}` | {}{unit} | {} | {} | {} | {} |\n",
            f.parameter,
            figure(f.value),
            figure(f.prior_sd),
            figure(f.posterior_over_prior),
            figure(f.pull),
            if by.is_empty() { "–".into() } else { by.join(", ") }
        );
    }
    out
}

fn profiles(found: &Identifiability) -> String {
    let Some(first) = found.fitted.first() else { return String::new() };
    let heads: String = first.profile.iter().map(|(z, _)| format!(" {} SD |", signed(*z))).collect();
    let mut out = format!(
        "\n## Profiles\n\nMisfit (sum of squares over the fitted rows, in bounds) along each parameter, the other fitted ones \
         re-fitted at each place.\nA flat line is a parameter that the rows do not fix.\n\n| parameter |{heads}\n|---|{}\n",
        "---:|".repeat(first.profile.len())
    );
    let row = |f: &Fitted| {
        let cells: String = f.profile.iter().map(|(_, misfit)| format!(" {} |", figure(*misfit))).collect();
        format!("| `{}` |{cells}\n", f.parameter)
    };
    out += &found.fitted.iter().map(row).collect::<String>();
    out
}

fn signed(z: f64) -> String {
    if z > 0.0 { format!("+{}", figure(z)) } else { figure(z) }
}

fn correlations(found: &Identifiability) -> String {
    let heads: String = found.fitted.iter().map(|f| format!(" `{}` |", f.parameter)).collect();
    let mut out =
        format!("\n## Correlations of the posterior\n\n| |{heads}\n|---|{}\n", "---:|".repeat(found.fitted.len()));
    for (f, row) in found.fitted.iter().zip(&found.correlations) {
        let cells: String = row.iter().map(|r| format!(" {} |", figure((r * 100.0).round() / 100.0 + 0.0))).collect();
        out += &format!("| `{}` |{cells}\n", f.parameter);
    }
    out
}

fn free_table(found: &Identifiability) -> String {
    let mut out = String::from(
        "\n## What remains free\n\n\
         Effect of one standard deviation of a parameter that no row was fitted with, on the predicted rows, in units of their \
         bounds.\n\n| parameter | kind | on all predicted rows | most on |\n|---|---|---:|---|\n",
    );
    for free in found.free.iter().filter(|free| free.on_predicted > 0.0).take(FREE_SHOWN) {
        let most_on: Vec<String> = found
            .on_predicted(free)
            .into_iter()
            .take(2)
            .map(|(row, effect)| format!("{} ({})", row.id, signed(effect)))
            .collect();
        out += &format!(
            "| `{}` | {} | {} | {} |\n",
            free.parameter,
            free.kind.name(),
            figure(free.on_predicted),
            most_on.join(", ")
        );
    }
    out
}

fn experiments(found: &Identifiability) -> String {
    let Some(first) = found.experiments.first() else { return String::new() };
    let times: Vec<&str> = first.spread_left.iter().map(|time| time.parameter.as_str()).collect();
    let mut out = format!(
        "\n## Which experiment would separate the time constants\n\n\
         Nobody has run these; the table says what each would leave of a time's spread (posterior over prior SD), the limb's other \
         parameters\nunknown as they are. One person with a one-way valve after two hours of a day; the errors in brackets are \
         assumed.\n\n| experiment | {} |\n|---|{}\n",
        times.iter().map(|time| format!("`{time}`")).collect::<Vec<_>>().join(" | "),
        "---:|".repeat(times.len()),
    );
    for experiment in &found.experiments {
        let left = experiment.spread_left.iter().map(|time| figure(time.spread_left));
        out += &format!("| {} | {} |\n", experiment.what, left.collect::<Vec<_>>().join(" | "));
    }
    let alike = found.experiments.iter().flat_map(|experiment| {
        experiment
            .alike
            .iter()
            .map(move |(a, b, r)| format!("- {}: `{a}` and `{b}` (correlation {})\n", experiment.what, figure(*r)))
    });
    let alike: String = alike.collect();
    if !alike.is_empty() {
        out += &format!("\nHardly told apart afterwards:\n\n{alike}");
    }
    out
}

fn rows(found: &Identifiability) -> String {
    let mut out = String::from(
        "\n## Rows\n\nModel minus published for the central person, in units of the bound (VALIDATION.md has the statistic over \
         persons).\n\n| row | role | miss |\n|---|---|---:|\n",
    );
    for row in &found.rows {
        let role = if row.role == Role::Fitted { "fitted" } else { "predicted" };
        out += &format!("| {} | {role} | {} |\n", row.id, signed(row.miss));
    }
    if !found.left_out.is_empty() {
        out += &format!(
            "\nLeft out, because one person has no derivative of a share, a count or a correlation: {}.\n",
            found.left_out.join(", ")
        );
    }
    out
}
