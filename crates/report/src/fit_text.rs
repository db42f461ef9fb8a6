//! The fitting for a terminal.

use super::words::capital;
use super::{height_words, order, table, words};
use fitting::{Candidacy, Conclusion, Fitting, Input, Verdict, topics};
use std::fmt::Write;
use twin::ensemble::Spread;
use workup::library::Library;
use workup::outcome::{FitResult, Holds, PumpAnswers};

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
    text += &height(fitting);
    text += &forces(fitting, library, all);
    text += "\nPumps, in order\n";
    text += &pumps(fitting, library, all);
    if let Some(liner) = &fitting.liner {
        text += "\nLiner\n";
        for reason in &liner.reasons {
            let _ = writeln!(text, "  {}: {}", words::verdict(reason.verdict), reason.text);
            if all {
                text += &grounds(reason, library);
            }
        }
    }
    if !fitting.parts.is_empty() {
        let _ = writeln!(text, "\nOrder{}", not_before(fitting));
        text += &parts(fitting, library);
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

/// What has to be settled before the parts are ordered, after a heading; nothing where all is.
pub fn not_before(fitting: &Fitting) -> String {
    let topics = topics(fitting.to_settle());
    if topics.is_empty() {
        String::new()
    } else {
        format!(", not before this is settled: {}", fitting::said(&topics, "; "))
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
                    "A candidate for active vacuum, but not before this is settled: {}. Then: {pump}.",
                    fitting::said(&topics(fitting.to_settle()), "; ")
                ),
                _ => format!("A candidate for active vacuum. Recommended: {pump}."),
            }
        }
    }
}

/// The height budget of the recommended pump, piece by piece from the socket down.
fn height(fitting: &Fitting) -> String {
    let Some(pump) = fitting.recommended() else { return String::new() };
    let there = pump.height.available_mm.map_or("not given".into(), height_words::both);
    let mut text = format!("\nHeight {}: {there}\n", pump.height.place.between());
    for piece in &pump.height.pieces {
        let [name, height, basis] = height_words::row(piece);
        let _ = writeln!(text, "  {name:<24} {height:>17}  {basis}");
    }
    let _ = writeln!(text, "  {}", capital(&height_words::line(&pump.height)));
    text
}

/// Impact, rotation and shear: what answers each here, and what does not.
fn forces(fitting: &Fitting, library: &Library, all: bool) -> String {
    let mut text = if fitting.forces.is_empty() { String::new() } else { "\nForces in the socket\n".to_string() };
    for force in &fitting.forces {
        let _ = writeln!(text, "  {}", force.text);
        for answer in &force.answers {
            let _ = writeln!(text, "      answered: {}", answer.text);
        }
        for open in &force.open {
            let _ = writeln!(text, "      not answered: {open}");
        }
        let _ = writeln!(text, "      note: {}", force.day);
        if all {
            let (evidence, source) = (words::evidence(&force.evidence), library.source(&force.source));
            let _ = writeln!(text, "        rule {}; {evidence} [{source}]", force.rule);
        }
    }
    text
}

fn pumps(fitting: &Fitting, library: &Library, all: bool) -> String {
    let mut text = String::new();
    for pump in &fitting.pumps {
        let size = pump.size.as_ref().map_or(String::new(), |size| format!(", size {}", size.label));
        let space = height_words::line(&pump.height);
        let standing = words::standing(pump.standing);
        let _ = writeln!(text, "  {standing:<12} {} {}{size}: {space}", pump.article, pump.name);
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
    let input = |input: &Input| match &input.printed {
        Some(cell) => {
            let place = library.cited(&cell.source, cell.page.as_deref());
            format!("{} = {} (printed \"{}\": {place})", input.field, input.value, cell.printed)
        }
        None => format!("{} = {}", input.field, input.value),
    };
    let inputs: Vec<String> = conclusion.inputs.iter().map(input).collect();
    let cited: Vec<String> = conclusion.cited().into_iter().map(|(key, page)| library.cited(key, page)).collect();
    format!(
        "        rule {}; {}; {} [{}]\n",
        conclusion.rule,
        inputs.join(", "),
        words::evidence(&conclusion.evidence),
        cited.join("; ")
    )
}

fn parts(fitting: &Fitting, library: &Library) -> String {
    let mut grid = table::new(&["order", "article", "part", "size", "still to ask", "why"]);
    for line in order::lines(&fitting.parts, order::ENGLISH, library) {
        let article = if line.article.is_empty() { "–".into() } else { line.article };
        grid.add_row([line.quantity, article, line.part, line.size, line.ask, line.why]);
    }
    format!("{grid}\n")
}

fn answers(result: &FitResult) -> String {
    let Some(answers) = &result.answers else { return String::new() };
    let holds: String = answers.holds.iter().map(|pump| format!("  {}\n", holds(pump))).collect();
    format!(
        "\nFirst steps (predicted, with 10th to 90th percentile)\n  {}\n\nHow long the vacuum is held in this day\n{holds}\n\
         If the pump's pressure sensor dies\n  {}\n",
        first_steps(answers),
        answers.if_the_sensor_dies
    )
}

/// For how many of the worn hours a pump holds its vacuum, standing included, in a sentence or two.
pub fn holds(holds: &Holds) -> String {
    let Holds { name, held, at_15_inhg_h, .. } = holds;
    let hours = |spread: &Spread| words::number(spread.p50, 1);
    let standing = if held.standing_h > 0.0 {
        format!(" Of {} h of standing it holds {} h.", words::number(held.standing_h, 1), hours(&held.standing_held_h))
    } else {
        String::new()
    };
    let (worn, at_15) = (words::number(held.worn_h, 1), hours(at_15_inhg_h));
    match held.aims_kpa {
        None => format!("{name} holds at least 15 inHg for {at_15} of {worn} h worn.{standing}"),
        Some(aims) => {
            let [low, high] = aims.map(words::vacuum);
            let aims = if low == high { low } else { format!("{low} to {high}") };
            let held = hours(&held.held_h);
            format!(
                "{name}: its controller aims at {aims}. The vacuum stays within twice its band of that for {held} of {worn} h worn, \
                 and at 15 inHg or more for {at_15} h.{standing}"
            )
        }
    }
}

/// The vacuum after the first steps in a sentence or two.
pub fn first_steps(answers: &PumpAnswers) -> String {
    let first = &answers.first_steps;
    format!(
        "After {:.0} steps on the prosthesis: {}, {} … {} kPa. With a pinhole of {} mm in the {}: {}, {} … {} kPa.{}",
        first.steps,
        words::vacuum(first.intact_kpa.p50),
        words::number(first.intact_kpa.p10, 0),
        words::number(first.intact_kpa.p90, 0),
        first.pinhole_mm,
        answers.pinhole_in,
        words::vacuum(first.pinhole_kpa.p50),
        words::number(first.pinhole_kpa.p10, 0),
        words::number(first.pinhole_kpa.p90, 0),
        first.aim_kpa.map_or(String::new(), |aim| format!(" Its controller then aims at {}.", words::vacuum(aim))),
    )
}
