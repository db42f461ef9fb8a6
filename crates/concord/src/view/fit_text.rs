//! The fitting for a terminal.

use super::{table, words};
use crate::library::Library;
use crate::outcome::{FitResult, PumpAnswers};
use fitting::{Candidacy, Conclusion, Fitting, Verdict};
use std::fmt::Write;

/// Everything a prosthetist asks first; with `all` every conclusion with its inputs.
pub fn render(result: &FitResult, library: &Library, all: bool) -> String {
    let fitting = &result.fitting;
    let mut text = format!("{}\n", result.case);
    if let Some(against) = &result.tape_against_scan {
        let _ = writeln!(text, "{}.", against.line());
    }
    text += "\n";
    let _ = writeln!(text, "{}", headline(fitting));
    for conclusion in &fitting.screening {
        let _ = writeln!(text, "  {}: {}", words::verdict(conclusion.verdict), conclusion.text);
        if all {
            text += &grounds(conclusion, library);
        }
    }
    text += "\nPumps, in order\n";
    text += &pumps(fitting, library, all);
    if let Some(liner) = &fitting.liner {
        text += "\nLiner\n";
        for reason in &liner.reasons {
            let _ = writeln!(text, "  {}", reason.text);
        }
    }
    if !fitting.parts.is_empty() {
        text += "\nParts to order\n";
        text += &parts(fitting);
    }
    text += &answers(result);
    if all {
        text += "\nWhat studies, guidelines and payers say\n";
        for note in &fitting.evidence {
            let _ = writeln!(
                text,
                "  {:?}: {} [{}; {}]",
                note.stance,
                note.text,
                library.source(&note.source),
                words::evidence(&note.evidence)
            );
        }
    } else {
        text += "\n`--all` shows every rule with its inputs and sources, and what contradicts the brochure.\n";
    }
    text
}

/// How the answer looks in HTML: its class, and a sign, so that it is not told by colour alone.
pub fn look(fitting: &Fitting) -> (&'static str, &'static str) {
    match (fitting.recommended(), fitting.verdict) {
        (None, _) | (_, Candidacy::Refused) => ("verdict no", "✕"),
        (_, Candidacy::NotBefore) => ("verdict care", "!"),
        (_, Candidacy::Candidate) => ("verdict yes", "✓"),
    }
}

/// The answer in a sentence.
pub fn headline(fitting: &Fitting) -> String {
    match (fitting.candidate, fitting.recommended()) {
        (false, _) => "Not a candidate for active vacuum:".into(),
        (true, None) => "A candidate for active vacuum, but no pump of the catalogue fits:".into(),
        (true, Some(pump)) => {
            let size = pump.size.as_ref();
            let size = size.map_or(String::new(), |size| format!(", size {} ({})", size.label, size.persons()));
            let pump = format!("{} {}{size}", pump.name, pump.article);
            match fitting.verdict {
                Candidacy::NotBefore => format!(
                    "A candidate for active vacuum, but not before what is out of range is settled. Then: {pump}."
                ),
                _ => format!("A candidate for active vacuum. Recommended: {pump}."),
            }
        }
    }
}

fn pumps(fitting: &Fitting, library: &Library, all: bool) -> String {
    let mut text = String::new();
    for pump in &fitting.pumps {
        let size = pump.size.as_ref().map_or(String::new(), |size| format!(", size {}", size.label));
        let space = pump.clearance.as_ref().map_or(String::new(), |c| {
            let (needed, there) = (words::number(c.needed_mm, 0), words::number(c.available_mm, 0));
            format!(", {needed} of {there} mm ({:.1} of {:.1} in)", c.needed_in, c.available_in)
        });
        let _ = writeln!(text, "  {:<12} {} {}{size}{space}", words::standing(pump.standing), pump.article, pump.name);
        for reason in &pump.reasons {
            // Without --all a refused pump shows what refuses it, the others what speaks for and against them.
            let telling = !matches!(reason.verdict, Verdict::Note);
            let shown = all || if pump.refusals().next().is_some() { reason.refuses() } else { telling };
            if shown {
                let _ = writeln!(text, "      {}: {}", words::verdict(reason.verdict), reason.text);
            }
            if all {
                text += &grounds(reason, library);
            }
        }
    }
    text
}

fn grounds(conclusion: &Conclusion, library: &Library) -> String {
    let inputs: Vec<String> =
        conclusion.inputs.iter().map(|input| format!("{} = {}", input.field, input.value)).collect();
    format!(
        "        rule {}; {}; {} [{}]\n",
        conclusion.rule,
        inputs.join(", "),
        words::evidence(&conclusion.evidence),
        library.source(&conclusion.source)
    )
}

fn parts(fitting: &Fitting) -> String {
    let mut grid = table::new(&["order", "article", "part", "size", "why"]);
    for part in &fitting.parts {
        grid.add_row([
            if part.quantity == 0 { "comes with".into() } else { part.quantity.to_string() },
            part.article.clone().unwrap_or_else(|| "–".into()),
            part.name.clone(),
            part.size.clone().unwrap_or_default(),
            part.why.clone(),
        ]);
    }
    format!("{grid}\n")
}

fn answers(result: &FitResult) -> String {
    let Some(answers) = &result.answers else { return String::new() };
    format!(
        "\nFirst steps (predicted, with 10th to 90th percentile)\n  {}\n\nIf the pump's pressure sensor dies\n  {}\n",
        first_steps(answers),
        answers.if_the_sensor_dies
    )
}

/// The vacuum after the first steps in a sentence or two.
pub fn first_steps(answers: &PumpAnswers) -> String {
    let first = &answers.first_steps;
    format!(
        "After {:.0} steps on the prosthesis: {}, {} … {} kPa. With a pinhole of {} mm in the {}: {}, {} … {} kPa.",
        first.steps,
        words::vacuum(first.intact_kpa.p50),
        words::number(first.intact_kpa.p10, 0),
        words::number(first.intact_kpa.p90, 0),
        first.pinhole_mm,
        answers.pinhole_in,
        words::vacuum(first.pinhole_kpa.p50),
        words::number(first.pinhole_kpa.p10, 0),
        words::number(first.pinhole_kpa.p90, 0),
    )
}
