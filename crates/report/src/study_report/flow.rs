//! Who was assessed, who was not taken and why, who had what, who did not finish.

use super::page::Page;
use crate::plots::flow::{self, Station};
use crate::words::thousands;
use maud::{Markup, html};
use trial::disk::result::Group;
use trial::file::Design;

/// Reasons that are told; the rest is summed up.
const REASONS: usize = 8;

/// The drawing.
pub fn section(page: &Page) -> Markup {
    let stations = stations(page);
    html! {
        figure { (flow::picture(&stations, "The flow of persons.", "flow-name")) }
        p.small {
            @match page.result.design {
                Design::Paired => "Every person lives the same day with every suspension.",
                Design::Crossover => {
                    "Every person has every suspension on a day of its own; the lot decides which comes first, then they follow in the "
                    "order of the study."
                },
                Design::Parallel => "Every person has one suspension, by lot.",
            }
            @if let Some(drop_out) = &page.file.drop_out {
                " Persons drop out by lot, whatever their arm does to them (" (super::plan::source(page, &drop_out.source)) ")."
            }
        }
    }
}

/// "ARTICLE: body mass (rule pumps.body_mass)" for `ARTICLE: pumps.body_mass`.
fn readable(reason: &str) -> String {
    match reason.split_once(": ").map(|(of, rule)| (of, rule, rule.rsplit_once('.'))) {
        Some((of, rule, Some((_, last)))) if !rule.contains(' ') => {
            format!("{of}: {} (rule {rule})", last.replace('_', " "))
        }
        _ => reason.to_string(),
    }
}

fn stations(page: &Page) -> Vec<Station> {
    let flow = &page.result.flow;
    let count = |persons: u64| thousands(persons as f64);
    let not_taken: u64 = flow.not_eligible.iter().map(|reason| reason.persons).sum();
    let mut reasons = vec![format!("Not eligible: {}", count(not_taken))];
    for reason in flow.not_eligible.iter().take(REASONS) {
        reasons.push(format!("{}: {}", readable(&reason.reason), count(reason.persons)));
    }
    let rest: u64 = flow.not_eligible.iter().skip(REASONS).map(|reason| reason.persons).sum();
    if rest > 0 {
        reasons.push(format!("other reasons: {}", count(rest)));
    }
    let by_group = |of: &dyn Fn(&Group) -> u64| -> Vec<String> {
        let named = flow.groups.iter().filter_map(|group| Some((group.arm.as_deref()?, of(group))));
        named
            .map(|(arm, persons)| match page.result.design {
                Design::Crossover => format!("first {}: {}", page.arm(arm), count(persons)),
                _ => format!("{}: {}", page.arm(arm), count(persons)),
            })
            .collect()
    };
    let dropped_out: u64 = flow.groups.iter().map(|group| group.dropped_out).sum();
    let list = |head: String, more: Vec<String>| [vec![head], more].concat();
    let leave = if dropped_out > 0 {
        list(format!("Dropped out: {}", count(dropped_out)), by_group(&|group| group.dropped_out))
    } else {
        vec![]
    };
    let all = match page.result.design {
        Design::Paired => vec![format!("each to all {} arms", page.result.arms.len())],
        _ => by_group(&|group| group.allocated),
    };
    vec![
        Station { lines: vec![format!("Assessed for eligibility: {}", count(flow.assessed))], leave: reasons },
        Station { lines: list(format!("Allocated: {}", count(flow.allocated())), all), leave },
        Station {
            lines: list(format!("Analysed: {}", count(flow.analysed())), by_group(&|group| group.analysed)),
            leave: vec![],
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn rules_are_told_in_words_and_other_reasons_as_they_are() {
        assert_eq!(readable("4R180: pumps.body_mass"), "4R180: body mass (rule pumps.body_mass)");
        assert_eq!(readable("age_years outside 18 to 90 years"), "age_years outside 18 to 90 years");
        assert_eq!(readable("4R180: not judged"), "4R180: not judged");
    }
}
