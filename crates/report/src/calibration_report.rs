//! The report of `concord calibrate`: one HTML file that opens, prints and keeps without a network or a script.

use super::calibration_text::{followed, quantiles, sides, told, trusted};
use super::plots::followed::{self, Course};
use super::plots::learned::{self, Row};
use super::report_page::wide;
use super::words::capital;
use super::words::readable;
use super::{plots::activities, report_page, words};
use domain::Case;
use domain::day::ClockTime;
use evidence::calibration::{Calibration, Compared, Learned, Quantity};
use maud::{Markup, html};
use texts::Texts;
use twin::ensemble::{Band, EnsembleDay};
use workup::library;
use workup::outcome::CalibrationResult;

/// Parameters drawn at most; the table has all.
const MOST_DRAWN: usize = 14;
/// Readings in the table at most; every one is in the pictures.
const MOST_LISTED: usize = 100;

/// The whole file; `case` with the log's steps.
pub fn render(result: &CalibrationResult, case: &Case) -> String {
    let found = &result.found;
    let sections = vec![
        ("answer", "Can it be believed", Some(believed(result))),
        ("log", "The log beside the twin", Some(log(found))),
        ("learned", "What the log taught", Some(taught(found))),
        ("days", "What this person's day would be", Some(days(result))),
        ("parameters", "Every parameter", Some(every(found))),
        ("made", "How it was made", Some(made(result))),
    ];
    let title = format!("{} – Concord calibration", found.case);
    report_page::render(&title, "", &head(result, case), sections, &made_by(result))
}

fn head(result: &CalibrationResult, case: &Case) -> Markup {
    html! {
        header {
            p.kicker { "Concord: a software twin of active-vacuum suspension. One person's parameters from their own log." }
            h1 { (result.found.case) }
            dl.facts {
                div { dt { "Log" } dd { (result.log) ", " (result.found.readings.len()) " readings" } }
                div { dt { "Worn" } dd { (result.worn.name) } }
                div { dt { "Counted exact to" } dd {
                    "± " (words::number(result.exactness.vacuum_kpa, 1)) " kPa of vacuum, ± "
                    (words::number(result.exactness.in_socket_fluid_pct, 1)) " % of fluid in the socket, ± "
                    (words::number(result.exactness.post_doff_volume_pct, 1)) " % of volume after doffing (one standard "
                    "deviation, with what the twin leaves out)"
                } }
            }
            figure.strip {
                (activities::picture(&case.day, "strip-name"))
                figcaption { "The day, walked with the steps of the log where these were counted." }
            }
        }
    }
}

fn believed(result: &CalibrationResult) -> Markup {
    let found = &result.found;
    let follows = found.misfits.iter().all(|misfit| misfit.follows);
    let sound = follows && found.sampling.converged;
    html! {
        div class=(if sound { "verdict yes" } else { "verdict no" }) {
            p.headline {
                @if !follows { "No: the twin cannot follow this log" }
                @else if !found.sampling.converged { "Not yet: the draws do not agree" }
                @else { "The twin follows this log, and the draws agree" }
            }
            ul.grounds { @for misfit in &found.misfits { li { (followed(misfit)) } } li { (trusted(found)) } }
        }
        p {
            "A calibrated twin is the same model with numbers that this person's log makes likely. It is no diagnosis, and what it "
            "says of a day that was not logged, above all on another suspension, is a prediction that nobody has checked."
        }
        @for note in &result.notes { p { "Note: " (note) } }
    }
}

fn log(found: &Calibration) -> Markup {
    fn band(quantity: Quantity, day: &EnsembleDay) -> Option<&Band> {
        day.traces.band(quantity.of_day())
    }
    let of = |quantity: Quantity| -> Vec<&Compared> {
        found.readings.iter().filter(|compared| compared.reading.quantity == quantity).collect()
    };
    html! {
        p {
            "Circles are readings, their lines one standard deviation. Blue: the twin after the log, its median and the middle 80 % "
            "of its persons. Grey with a dashed edge: before the log."
        }
        div.panels {
            @if let Some(day) = found.days.first() {
                @for quantity in Quantity::ALL.into_iter().filter(|quantity| !of(*quantity).is_empty()) {
                    @if let Some((prior, posterior)) = band(quantity, &day.prior).zip(band(quantity, &day.posterior)) {
                        figure {
                            figcaption { strong { (capital(quantity.words())) } ", " (quantity.unit()) }
                            (followed::picture(quantity, &Course {
                                t_s: &day.prior.traces.t_s, prior, posterior, readings: of(quantity),
                            }, &format!("followed-{}", quantity.column())))
                        }
                    }
                }
            }
        }
        details {
            summary { "Every reading" }
            (wide("Every reading", &readings(found)))
        }
    }
}

fn readings(found: &Calibration) -> Markup {
    html! {
        table.numbers {
            caption {
                "Measured beside the twin before and after the log (10th … 90th percentile). Miss: median after less measured, in "
                "standard deviations. Readings of one half-hour count as one between them."
                @if found.readings.len() > MOST_LISTED { " The first " (MOST_LISTED) " of " (found.readings.len()) "." }
            }
            thead { tr {
                th scope="col" { "Time" } th scope="col" { "Quantity" } th scope="col" { "Measured" }
                th scope="col" { "Before" } th scope="col" { "After" } th scope="col" { "Miss" } th scope="col" { "Counts" }
            } }
            tbody {
                @for compared in found.readings.iter().take(MOST_LISTED) {
                    tr {
                        th scope="row" { (ClockTime::show(compared.reading.t_s)) }
                        td { (compared.reading.quantity.words()) ", " (compared.reading.quantity.unit()) }
                        td { (words::number(compared.reading.value, 1)) }
                        td { (tenths(&compared.prior)) }
                        td { (tenths(&compared.posterior)) }
                        td { (words::signed(compared.miss, 1)) }
                        td { (words::number(compared.reading.weight, 2)) }
                    }
                }
            }
        }
    }
}

fn tenths(q: &evidence::calibration::Quantiles) -> String {
    format!("{} ({} … {})", words::number(q.p50, 1), words::number(q.p10, 1), words::number(q.p90, 1))
}

fn taught(found: &Calibration) -> Markup {
    let told = told(found);
    let row = |learned: &&Learned| Row {
        name: readable(&learned.parameter),
        told: words_of(learned),
        prior: learned.prior,
        posterior: learned.posterior,
    };
    let rows: Vec<Row> = told.iter().take(MOST_DRAWN).map(row).collect();
    let measured = library::measurements();
    html! {
        @if rows.is_empty() {
            p { "Nothing that these draws can tell: every parameter is as uncertain as before." }
        } @else {
            p {
                "Dashed frame: the middle 80 % of what was known before. Bar: the same after the log, its circle the median. Each "
                "parameter has its own scale. Where two parameters do the same to this log, it narrows their sum and neither alone."
            }
            figure.strip { (learned::picture(&rows, "learned-name")) }
            dl.facts {
                @for learned in told.iter().take(MOST_DRAWN) {
                    @if let Some(known) = measured.get(&learned.parameter) {
                        div { dt { (readable(&learned.parameter)) } dd { (known.is) } }
                    }
                }
            }
        }
    }
}

/// "spread 27 % of before": the numbers are in the table, a row has no room for them.
fn words_of(learned: &Learned) -> String {
    format!("spread {} % of before", words::number(100.0 * learned.sd_ratio, 0))
}

fn days(result: &CalibrationResult) -> Markup {
    html! {
        p {
            "The same day, before the log (persons whose parameters are drawn) and after it (persons whom this log fits). Median, and 10th to "
            "90th percentile."
        }
        @for day in &result.found.days {
            h3 {
                (day.prior.system.name)
                @if day.prior.system == result.worn { ", as worn" } @else { ", predicted" }
            }
            (wide(&day.prior.system.name, &html! {
                table.numbers {
                    thead { tr { th scope="col" { "Quantity" } th scope="col" { "Before the log" } th scope="col" { "After it" } } }
                    tbody {
                        @for (what, cells) in sides(&day.prior, &day.posterior) {
                            tr { th scope="row" { (what) } @for cell in cells { td { (cell) } } }
                        }
                    }
                }
            }))
        }
    }
}

fn every(found: &Calibration) -> Markup {
    html! {
        details {
            summary { "All " (found.parameters.len()) " that vary, what the log taught most first" }
            (wide("Every parameter", &html! {
                table.numbers {
                    caption { "SD: standard deviation after over before. Moved: the mean, in standard deviations of before." }
                    thead { tr {
                        th scope="col" { "Parameter" } th scope="col" { "Before" } th scope="col" { "After" }
                        th scope="col" { "SD" } th scope="col" { "Moved" } th scope="col" { "R-hat" } th scope="col" { "Draws worth" }
                    } }
                    tbody {
                        @for learned in &found.parameters {
                            tr {
                                th scope="row" { (learned.parameter) span.why { (learned.unit) } }
                                td { (quantiles(&learned.prior)) }
                                td { (quantiles(&learned.posterior)) }
                                td { (words::number(learned.sd_ratio, 2)) }
                                td { (words::signed(learned.shift, 2)) }
                                td { (learned.diagnosed.r_hat.map_or_else(|| "–".into(), |r| words::number(r, 3))) }
                                td { (words::number(learned.diagnosed.effective_draws, 0)) }
                            }
                        }
                    }
                }
            }))
        }
    }
}

fn made(result: &CalibrationResult) -> Markup {
    let sampling = &result.found.sampling;
    let effort = sampling.effort;
    html! {
        p {
            (effort.islands) " islands of " (effort.members) " draws each were led from the prior to the posterior over "
            (sampling.powers.len() - 1) " powers of the likelihood, without exchanging members. In the last sweep "
            (words::number(100.0 * sampling.accepted[0], 0)) " % of the steps about the members’ law and "
            (words::number(100.0 * sampling.accepted[1], 0)) " % of those of a few parameters were accepted."
        }
        (wide("How far islands agree", &html! {
            table.numbers {
                caption { "R-hat compares the islands’ means with their members: up to 1.05 they agree." }
                thead { tr {
                    th scope="col" { "Outcome on the suspension worn" } th scope="col" { "R-hat" } th scope="col" { "Draws worth" }
                } }
                tbody {
                    @for (outcome, diagnosed) in &sampling.outcomes {
                        tr {
                            th scope="row" { (outcome.name(Texts::english())) }
                            td { (diagnosed.r_hat.map_or_else(|| "–".into(), |r| words::number(r, 3))) }
                            td { (words::number(diagnosed.effective_draws, 0)) }
                        }
                    }
                }
            }
        }))
        p { "Every draw with its values is in " code { "posterior.csv" } " beside this file." }
    }
}

fn made_by(result: &CalibrationResult) -> Markup {
    html! {
        "Made by Concord " (result.stamp.program) ", seed " (result.found.sampling.effort.seed)
        ". The same case, log, version and seed give the same file."
    }
}
