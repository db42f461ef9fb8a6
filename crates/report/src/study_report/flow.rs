//! Who was assessed, who was not taken and why, who had what, who did not finish.

use super::page::Page;
use crate::phrase::phrase;
use crate::plots::flow::{self, Station};
use crate::study_words as say;
use crate::words::thousands;
use maud::{Markup, html};
use texts::Texts;
use trial::disk::result::Group;
use trial::file::Design;

/// Reasons that are told; the rest is summed up.
const REASONS: usize = 8;

/// The drawing.
pub fn section(page: &Page) -> Markup {
    let texts = page.texts;
    let stations = stations(page);
    html! {
        figure { (flow::picture(&stations, texts.say("plot.flow"), "flow-name")) }
        p.small {
            @match page.result.design {
                Design::Paired => (texts.say("study_report.flow.paired")),
                Design::Crossover => {
                    (texts.say("study_report.flow.crossover"))
                },
                Design::Parallel => (texts.say("study_report.flow.parallel")),
            }
            @if let Some(drop_out) = &page.file.drop_out {
                " " (phrase(texts, "study_report.flow.drop_out", &[("source", &super::plan::source(page, &drop_out.source))]))
            }
        }
    }
}

/// "ARTICLE: body mass (rule pumps.body_mass)" for `ARTICLE: pumps.body_mass`.
fn readable(texts: &Texts, reason: &str) -> String {
    match reason.split_once(": ").map(|(of, rule)| (of, rule, rule.rsplit_once('.'))) {
        Some((of, rule, Some((_, last)))) if !rule.contains(' ') => {
            texts.fill("study_report.flow.rule", &[("of", of), ("what", &last.replace('_', " ")), ("rule", rule)])
        }
        _ => say::reason(texts, reason),
    }
}

fn stations(page: &Page) -> Vec<Station> {
    let texts = page.texts;
    let flow = &page.result.flow;
    let count = |persons: u64| thousands(texts, persons as f64);
    let not_taken: u64 = flow.not_eligible.iter().map(|reason| reason.persons).sum();
    let mut reasons = vec![texts.fill("study_report.flow.not_eligible", &[("persons", &count(not_taken))])];
    for reason in flow.not_eligible.iter().take(REASONS) {
        reasons.push(format!("{}: {}", readable(texts, &reason.reason), count(reason.persons)));
    }
    let rest: u64 = flow.not_eligible.iter().skip(REASONS).map(|reason| reason.persons).sum();
    if rest > 0 {
        reasons.push(texts.fill("study_report.flow.other", &[("persons", &count(rest))]));
    }
    let by_group = |of: &dyn Fn(&Group) -> u64| -> Vec<String> {
        let named = flow.groups.iter().filter_map(|group| Some((group.arm.as_deref()?, of(group))));
        named
            .map(|(arm, persons)| match page.result.design {
                Design::Crossover => {
                    texts.fill("study_report.flow.first", &[("arm", page.arm(arm)), ("persons", &count(persons))])
                }
                _ => format!("{}: {}", page.arm(arm), count(persons)),
            })
            .collect()
    };
    let dropped_out: u64 = flow.groups.iter().map(|group| group.dropped_out).sum();
    let list = |head: String, more: Vec<String>| [vec![head], more].concat();
    let leave = if dropped_out > 0 {
        list(
            texts.fill("study_report.flow.dropped", &[("persons", &count(dropped_out))]),
            by_group(&|group| group.dropped_out),
        )
    } else {
        vec![]
    };
    let all = match page.result.design {
        Design::Paired => vec![texts.fill("study_report.flow.each", &[("arms", &page.result.arms.len().to_string())])],
        _ => by_group(&|group| group.allocated),
    };
    vec![
        Station {
            lines: vec![texts.fill("study_report.flow.assessed", &[("persons", &count(flow.assessed))])],
            leave: reasons,
        },
        Station {
            lines: list(texts.fill("study_report.flow.allocated", &[("persons", &count(flow.allocated()))]), all),
            leave,
        },
        Station {
            lines: list(
                texts.fill("study_report.flow.analysed", &[("persons", &count(flow.analysed()))]),
                by_group(&|group| group.analysed),
            ),
            leave: vec![],
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_told_in_words_and_other_reasons_as_they_are() {
        assert_eq!(readable(Texts::english(), "4R180: pumps.body_mass"), "4R180: body mass (rule pumps.body_mass)");
        assert_eq!(readable(Texts::english(), "age_years outside 18 to 90 years"), "age_years outside 18 to 90 years");
        assert_eq!(readable(Texts::english(), "4R180: not judged"), "4R180: not judged");
    }
}
