//! The report of `concord calibrate`: one HTML file that opens, prints and keeps without a network or a script.

use super::calibration_text::{followed, quantiles, sides, told, trusted};
use super::day_text;
use super::phrase::{english, phrase};
use super::plots::followed::{self, Course, measured};
use super::plots::learned::{self, Row};
use super::report_page::wide;
use super::words::capital;
use super::words::readable;
use super::{plots::activities, report_page, words};
use domain::Case;
use domain::day::ClockTime;
use evidence::calibration::{Calibration, Compared, Learned, Quantity};
use maud::{Markup, html};
use texts::{Texts, Wording};
use twin::ensemble::{Band, EnsembleDay};
use workup::library;
use workup::outcome::CalibrationResult;

/// Parameters drawn at most; the table has all.
const MOST_DRAWN: usize = 14;
/// Readings in the table at most; every one is in the pictures.
const MOST_LISTED: usize = 100;

/// The whole file; `case` with the log's steps.
pub fn render(texts: &'static Texts, result: &CalibrationResult, case: &Case) -> String {
    let found = &result.found;
    let sections = vec![
        ("answer", texts.say("calibration_report.section.answer"), Some(believed(texts, result))),
        ("log", texts.say("calibration_report.section.log"), Some(log(texts, found))),
        ("learned", texts.say("calibration_report.section.learned"), Some(taught(texts, found))),
        ("days", texts.say("calibration_report.section.days"), Some(days(texts, result))),
        ("parameters", texts.say("calibration_report.section.parameters"), Some(every(texts, found))),
        ("made", texts.say("calibration_report.section.made"), Some(made(texts, result))),
    ];
    let title = texts.fill("calibration_report.title", &[("name", &found.case)]);
    report_page::render(texts, &title, "", &head(texts, result, case), sections, &made_by(texts, result))
}

fn head(texts: &Texts, result: &CalibrationResult, case: &Case) -> Markup {
    html! {
        header {
            p.kicker { (texts.say("calibration_report.kicker")) }
            h1 { (result.found.case) }
            dl.facts {
                div { dt { (texts.say("calibration_report.log")) } dd { (texts.render(&Wording::new("calibration_report.log_said").with("log", &result.log).with("count", result.found.readings.len()))) } }
                div { dt { (texts.say("calibration_report.worn")) } dd { (words::told(texts, &result.worn.name)) } }
                div {
                    dt { (texts.say("calibration_report.exact")) }
                    dd {
                        (texts.fill(
                            "calibration_report.exact_said",
                            &[
                                ("vacuum", &words::number(texts, result.exactness.vacuum_kpa, 1)),
                                ("fluid", &words::number(texts, result.exactness.in_socket_fluid_pct, 1)),
                                ("volume", &words::number(texts, result.exactness.post_doff_volume_pct, 1)),
                            ],
                        ))
                    }
                }
            }
            figure.strip {
                (activities::picture(texts, &case.day, "strip-name"))
                figcaption { (texts.say("calibration_report.strip")) }
            }
        }
    }
}

fn believed(texts: &Texts, result: &CalibrationResult) -> Markup {
    let found = &result.found;
    let follows = found.misfits.iter().all(|misfit| misfit.follows);
    let sound = follows && found.sampling.converged;
    html! {
        div class=(if sound { "verdict yes" } else { "verdict no" }) {
            p.headline {
                @if !follows { (texts.say("calibration_report.cannot")) }
                @else if !found.sampling.converged { (texts.say("calibration_report.not_yet")) }
                @else { (texts.say("calibration_report.follows")) }
            }
            ul.grounds { @for misfit in &found.misfits { li { (followed(texts, misfit)) } } li { (trusted(texts, found)) } }
        }
        p {
            (texts.say("calibration_report.what"))
        }
        @for note in &result.notes { p { (day_text::note_line(texts, &note.in_words_of(texts))) } }
    }
}

fn log(texts: &Texts, found: &Calibration) -> Markup {
    fn band(quantity: Quantity, day: &EnsembleDay) -> Option<&Band> {
        day.traces.band(quantity.of_day())
    }
    let of = |quantity: Quantity| -> Vec<&Compared> {
        found.readings.iter().filter(|compared| compared.reading.quantity == quantity).collect()
    };
    html! {
        p {
            (texts.say("calibration_report.log_what"))
        }
        div.panels {
            @if let Some(day) = found.days.first() {
                @for quantity in Quantity::ALL.into_iter().filter(|quantity| !of(*quantity).is_empty()) {
                    @if let Some((prior, posterior)) = band(quantity, &day.prior).zip(band(quantity, &day.posterior)) {
                        figure {
                            figcaption { strong { (capital(measured(texts, quantity))) } ", " (quantity.unit()) }
                            (followed::picture(texts, quantity, &Course {
                                t_s: &day.prior.traces.t_s, prior, posterior, readings: of(quantity),
                            }, &format!("followed-{}", quantity.column())))
                        }
                    }
                }
            }
        }
        details {
            summary { (texts.say("calibration_report.every_reading")) }
            (wide(texts.say("calibration_report.every_reading"), &readings(texts, found)))
        }
    }
}

fn readings(texts: &Texts, found: &Calibration) -> Markup {
    html! {
        table.numbers {
            caption {
                (texts.say("calibration_report.readings"))
                @if found.readings.len() > MOST_LISTED { " " (texts.fill("calibration_report.first", &[("shown", &MOST_LISTED.to_string()), ("all", &found.readings.len().to_string())])) }
            }
            thead { tr {
                th scope="col" { (texts.say("calibration_report.column.time")) } th scope="col" { (texts.say("report.quantity")) } th scope="col" { (texts.say("calibration_report.column.measured")) }
                th scope="col" { (texts.say("calibration_report.column.before")) } th scope="col" { (texts.say("calibration_report.column.after")) } th scope="col" { (texts.say("calibration_report.column.miss")) } th scope="col" { (texts.say("calibration_report.column.counts")) }
            } }
            tbody {
                @for compared in found.readings.iter().take(MOST_LISTED) {
                    tr {
                        th scope="row" { (ClockTime::show(compared.reading.t_s)) }
                        td { (measured(texts, compared.reading.quantity)) ", " (compared.reading.quantity.unit()) }
                        td { (words::number(texts, compared.reading.value, 1)) }
                        td { (tenths(texts, &compared.prior)) }
                        td { (tenths(texts, &compared.posterior)) }
                        td { (words::signed(texts, compared.miss, 1)) }
                        td { (words::number(texts, compared.reading.weight, 2)) }
                    }
                }
            }
        }
    }
}

fn tenths(texts: &Texts, q: &evidence::calibration::Quantiles) -> String {
    format!(
        "{} ({} … {})",
        words::number(texts, q.p50, 1),
        words::number(texts, q.p10, 1),
        words::number(texts, q.p90, 1)
    )
}

fn taught(texts: &Texts, found: &Calibration) -> Markup {
    let told = told(found);
    let row = |learned: &&Learned| Row {
        name: readable(&learned.parameter),
        told: words_of(texts, learned),
        prior: learned.prior,
        posterior: learned.posterior,
    };
    let rows: Vec<Row> = told.iter().take(MOST_DRAWN).map(row).collect();
    let measured = library::measurements();
    html! {
        @if rows.is_empty() {
            p { (texts.say("calibration_report.nothing")) }
        } @else {
            p {
                (texts.say("calibration_report.frames"))
            }
            figure.strip { (learned::picture(texts, &rows, "learned-name")) }
            dl.facts {
                @for learned in told.iter().take(MOST_DRAWN) {
                    @if let Some(known) = measured.get(&learned.parameter) {
                        div { dt { (english(texts, readable(&learned.parameter))) } dd { (english(texts, &known.is)) } }
                    }
                }
            }
        }
    }
}

/// "spread 27 % of before": the numbers are in the table, a row has no room for them.
fn words_of(texts: &Texts, learned: &Learned) -> String {
    texts.fill("calibration_report.spread", &[("share", &words::number(texts, 100.0 * learned.sd_ratio, 0))])
}

fn days(texts: &Texts, result: &CalibrationResult) -> Markup {
    html! {
        p {
            (texts.say("calibration_report.days"))
        }
        @for day in &result.found.days {
            h3 {
                @let name = words::told(texts, &day.prior.system.name);
                @if day.prior.system == result.worn { (texts.fill("calibration_report.as_worn", &[("system", &name)])) }
                @else { (texts.fill("calibration_report.predicted", &[("system", &name)])) }
            }
            (wide(&words::told(texts, &day.prior.system.name), &html! {
                table.numbers {
                    thead { tr { th scope="col" { (texts.say("report.quantity")) } th scope="col" { (texts.say("calibration_report.column.before_log")) } th scope="col" { (texts.say("calibration_report.column.after_log")) } } }
                    tbody {
                        @for (what, cells) in sides(texts, &day.prior, &day.posterior) {
                            tr { th scope="row" { (what) } @for cell in cells { td { (cell) } } }
                        }
                    }
                }
            }))
        }
    }
}

fn every(texts: &Texts, found: &Calibration) -> Markup {
    html! {
        details {
            summary { (texts.fill("calibration_report.all", &[("count", &found.parameters.len().to_string())])) }
            (wide(texts.say("calibration_report.section.parameters"), &html! {
                table.numbers {
                    caption { (texts.say("calibration_report.sd")) }
                    thead { tr {
                        th scope="col" { (texts.say("report.parameter")) } th scope="col" { (texts.say("calibration_report.column.before")) } th scope="col" { (texts.say("calibration_report.column.after")) }
                        th scope="col" { (texts.say("calibration_report.column.sd")) } th scope="col" { (texts.say("calibration_report.column.moved")) } th scope="col" { (texts.say("calibration_report.column.r_hat")) } th scope="col" { (texts.say("calibration_report.column.draws")) }
                    } }
                    tbody {
                        @for learned in &found.parameters {
                            tr {
                                th scope="row" { (english(texts, &learned.parameter)) span.why { (english(texts, &learned.unit)) } }
                                td { (quantiles(texts, &learned.prior)) }
                                td { (quantiles(texts, &learned.posterior)) }
                                td { (words::number(texts, learned.sd_ratio, 2)) }
                                td { (words::signed(texts, learned.shift, 2)) }
                                td { (learned.diagnosed.r_hat.map_or_else(|| "–".into(), |r| words::number(texts, r, 3))) }
                                td { (words::number(texts, learned.diagnosed.effective_draws, 0)) }
                            }
                        }
                    }
                }
            }))
        }
    }
}

fn made(texts: &Texts, result: &CalibrationResult) -> Markup {
    let sampling = &result.found.sampling;
    let effort = sampling.effort;
    html! {
        p {
            (texts.fill(
                "calibration_report.sampling",
                &[
                    ("islands", &effort.islands.to_string()),
                    ("members", &effort.members.to_string()),
                    ("powers", &(sampling.powers.len() - 1).to_string()),
                    ("law", &words::number(texts, 100.0 * sampling.accepted[0], 0)),
                    ("few", &words::number(texts, 100.0 * sampling.accepted[1], 0)),
                ],
            ))
        }
        (wide(texts.say("calibration_report.agree"), &html! {
            table.numbers {
                caption { (texts.say("calibration_report.r_hat")) }
                thead { tr {
                    th scope="col" { (texts.say("calibration_report.column.outcome")) } th scope="col" { (texts.say("calibration_report.column.r_hat")) } th scope="col" { (texts.say("calibration_report.column.draws")) }
                } }
                tbody {
                    @for (outcome, diagnosed) in &sampling.outcomes {
                        tr {
                            th scope="row" { (outcome.name(texts)) }
                            td { (diagnosed.r_hat.map_or_else(|| "–".into(), |r| words::number(texts, r, 3))) }
                            td { (words::number(texts, diagnosed.effective_draws, 0)) }
                        }
                    }
                }
            }
        }))
        p { (phrase(texts, "calibration_report.draws", &[("file", &html! { code { "posterior.csv" } })])) }
    }
}

fn made_by(texts: &Texts, result: &CalibrationResult) -> Markup {
    let (program, seed) = (result.stamp.program.to_string(), result.found.sampling.effort.seed.to_string());
    html! {
        (texts.fill(
            "calibration_report.made_by",
            &[("program", &program), ("seed", &seed)],
        ))
    }
}
