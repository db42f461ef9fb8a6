//! The fitting for a terminal.

use super::words::capital;
use super::{height_words, order, table, words};
use fitting::{Candidacy, Conclusion, Fitting, Input, Verdict, topics};
use std::fmt::Write;
use texts::Texts;
use twin::ensemble::Spread;
use workup::library::Library;
use workup::outcome::{FitResult, Holds, PumpAnswers};

/// Everything a prosthetist asks first; with `all` every conclusion with its inputs.
pub fn render(texts: &Texts, result: &FitResult, library: &Library, all: bool) -> String {
    let fitting = &result.fitting;
    let mut text = format!("{}\n", result.case);
    if let Some(against) = &result.tape_against_scan {
        let _ = writeln!(text, "{}.", words::told(texts, &against.line()));
    }
    text += "\n";
    let _ = writeln!(text, "{}", headline(texts, fitting));
    let conclusions = |text: &mut String, conclusions: &[Conclusion]| {
        for conclusion in conclusions {
            *text += &verdict_line(texts, conclusion);
            if all {
                *text += &grounds(texts, conclusion, library);
            }
        }
    };
    conclusions(&mut text, &fitting.screening);
    text += &height(texts, fitting);
    text += &forces(texts, fitting, library, all);
    let _ = writeln!(text, "\n{}", texts.say("terminal.fit.pumps"));
    text += &pumps(texts, fitting, library, all);
    if let Some(liner) = &fitting.liner {
        let _ = writeln!(text, "\n{}", texts.say("report.answer.liner"));
        conclusions(&mut text, &liner.reasons);
    }
    if !fitting.parts.is_empty() {
        let heading = match open(texts, fitting) {
            None => texts.say("terminal.fit.order").to_string(),
            Some(open) => texts.fill("terminal.fit.order_waits", &[("open", &open)]),
        };
        let _ = writeln!(text, "\n{heading}");
        text += &parts(texts, fitting, library);
    }
    text += &answers(texts, result);
    if all {
        let _ = writeln!(text, "\n{}", texts.say("report.evidence.title"));
        for note in &fitting.evidence {
            let _ = writeln!(
                text,
                "  {}: {} [{}; {}]",
                capital(words::stance(texts, note.stance)),
                note.text.in_words_of(texts),
                library.source(&note.source),
                words::evidence(texts, &note.evidence)
            );
        }
    } else {
        let _ = writeln!(text, "\n{}", texts.say("terminal.fit.all"));
    }
    text
}

/// "  caution: …".
pub fn verdict_line(texts: &Texts, conclusion: &Conclusion) -> String {
    format!("  {}: {}\n", words::verdict(texts, conclusion.verdict), conclusion.text.in_words_of(texts))
}

/// How the answer looks in HTML: its class, and a sign, so that it is not told by colour alone.
pub fn look(fitting: &Fitting) -> (&'static str, &'static str) {
    match (fitting.recommended(), fitting.verdict) {
        (None, _) | (_, Candidacy::Refused) => ("verdict no", "✕"),
        (_, Candidacy::NotBefore) => ("verdict care", "!"),
        (_, Candidacy::Candidate) => ("verdict yes", "✓"),
    }
}

/// What has to be settled before the parts are ordered; none where all is.
pub fn open(texts: &Texts, fitting: &Fitting) -> Option<String> {
    let topics = topics(fitting.to_settle());
    let said: Vec<String> = topics.iter().map(|topic| topic.in_words_of(texts)).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// The answer in a sentence.
pub fn headline(texts: &Texts, fitting: &Fitting) -> String {
    match (fitting.candidate, fitting.recommended()) {
        (false, _) => texts.say("report.answer.no_candidate").into(),
        (true, None) => texts.say("report.answer.no_pump").into(),
        (true, Some(pump)) => {
            let pump = match &pump.size {
                None => format!("{} {}", pump.name, pump.article),
                Some(size) => texts.fill(
                    "report.answer.pump_of_size",
                    &[
                        ("pump", &pump.name),
                        ("article", &pump.article),
                        ("size", &size.label),
                        ("persons", &texts.arg(&size.persons())),
                    ],
                ),
            };
            match fitting.verdict {
                Candidacy::NotBefore => texts.fill(
                    "report.answer.waits",
                    &[("open", &open(texts, fitting).unwrap_or_default()), ("pump", &pump)],
                ),
                _ => texts.fill("report.answer.candidate", &[("pump", &pump)]),
            }
        }
    }
}

/// The height budget of the recommended pump, piece by piece from the socket down.
fn height(texts: &Texts, fitting: &Fitting) -> String {
    let Some(pump) = fitting.recommended() else { return String::new() };
    let there = pump.height.available_mm;
    let there = there.map_or_else(|| texts.say("value.not_given").into(), |mm| height_words::both(texts, mm));
    let between = pump.height.place.between().in_words_of(texts);
    let heading = texts.fill("terminal.fit.height", &[("between", &between), ("there", &there)]);
    let mut text = format!("\n{heading}\n");
    for piece in &pump.height.pieces {
        let [name, height, basis] = height_words::row(texts, piece);
        let _ = writeln!(text, "  {name:<24} {height:>17}  {basis}");
    }
    let _ = writeln!(text, "  {}", capital(&height_words::line(texts, &pump.height)));
    text
}

/// Impact, rotation and shear: what answers each here, and what does not.
fn forces(texts: &Texts, fitting: &Fitting, library: &Library, all: bool) -> String {
    if fitting.forces.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", texts.say("report.forces.title"));
    for force in &fitting.forces {
        let _ = writeln!(text, "  {}", force.text.in_words_of(texts));
        for answer in &force.answers {
            let _ = writeln!(text, "      {}: {}", texts.say("report.forces.answered"), answer.text.in_words_of(texts));
        }
        for open in &force.open {
            let _ = writeln!(text, "      {}: {}", texts.say("report.forces.open"), open.in_words_of(texts));
        }
        let _ = writeln!(text, "      {}: {}", words::verdict(texts, Verdict::Note), force.day.in_words_of(texts));
        if all {
            let (evidence, source) = (words::evidence(texts, &force.evidence), library.source(&force.source));
            let rule = texts.fill("terminal.fit.rule", &[("rule", &force.rule)]);
            let _ = writeln!(text, "        {rule}; {evidence} [{source}]");
        }
    }
    text
}

fn pumps(texts: &Texts, fitting: &Fitting, library: &Library, all: bool) -> String {
    let mut text = String::new();
    for pump in &fitting.pumps {
        let named = format!("{} {}", pump.article, pump.name);
        let named = match &pump.size {
            None => named,
            Some(size) => texts.fill("terminal.fit.pump_of_size", &[("pump", &named), ("size", &size.label)]),
        };
        let space = height_words::line(texts, &pump.height);
        let standing = words::standing(texts, pump.standing);
        let _ = writeln!(text, "  {standing:<12} {named}: {space}");
        for reason in &pump.reasons {
            // Without --all a refused pump shows what refuses it, the others what speaks for and against them.
            let telling = !matches!(reason.verdict, Verdict::Note);
            let shown = all || if pump.refusals().next().is_some() { reason.refuses() } else { telling };
            if shown {
                let _ = write!(text, "    {}", verdict_line(texts, reason));
            }
            if all {
                text += &grounds(texts, reason, library);
            }
        }
    }
    text
}

fn grounds(texts: &Texts, conclusion: &Conclusion, library: &Library) -> String {
    let input = |input: &Input| {
        let value = input.value.in_words_of(texts);
        match &input.printed {
            Some(cell) => texts.fill(
                "terminal.fit.printed",
                &[
                    ("field", &input.field),
                    ("value", &value),
                    ("printed", &cell.printed),
                    ("place", &library.cited(&cell.source, cell.page.as_deref())),
                ],
            ),
            None => format!("{} = {value}", input.field),
        }
    };
    let inputs: Vec<String> = conclusion.inputs.iter().map(input).collect();
    let cited: Vec<String> = conclusion.cited().into_iter().map(|(key, page)| library.cited(key, page)).collect();
    format!(
        "        {}; {}; {} [{}]\n",
        texts.fill("terminal.fit.rule", &[("rule", &conclusion.rule)]),
        inputs.join(", "),
        words::evidence(texts, &conclusion.evidence),
        cited.join("; ")
    )
}

fn parts(texts: &Texts, fitting: &Fitting, library: &Library) -> String {
    let mut grid = table::new(&[
        texts.say("terminal.fit.column_order"),
        texts.say("terminal.fit.column_article"),
        texts.say("terminal.fit.column_part"),
        texts.say("terminal.fit.column_size"),
        texts.say("terminal.fit.column_ask"),
        texts.say("terminal.fit.column_why"),
    ]);
    for line in order::lines(&fitting.parts, texts, library) {
        let article = if line.article.is_empty() { "–".into() } else { line.article };
        grid.add_row([line.quantity, article, line.part, line.size, line.ask, line.why]);
    }
    format!("{grid}\n")
}

fn answers(texts: &Texts, result: &FitResult) -> String {
    let Some(answers) = &result.answers else { return String::new() };
    let holds: String = answers.holds.iter().map(|pump| format!("  {}\n", holds(texts, pump))).collect();
    format!(
        "\n{}\n  {}\n\n{}\n{holds}\n{}\n  {}\n",
        texts.say("terminal.fit.first_steps"),
        first_steps(texts, answers),
        texts.say("report.answer.holds"),
        texts.say("terminal.fit.sensor"),
        words::told(texts, &answers.if_the_sensor_dies)
    )
}

/// For how many of the worn hours a pump holds its vacuum, standing included, in a sentence or two.
pub fn holds(texts: &Texts, holds: &Holds) -> String {
    let Holds { name, held, at_15_inhg_h, .. } = holds;
    let name = words::told(texts, name);
    let hours = |spread: &Spread| words::number(texts, spread.p50, 1);
    let (worn, at_15) = (words::number(texts, held.worn_h, 1), hours(at_15_inhg_h));
    let said = match held.aims_kpa {
        None => texts.fill("report.holds.weight", &[("pump", &name), ("at_15", &at_15), ("worn", &worn)]),
        Some(aims) => {
            let [low, high] = aims.map(|kpa| words::vacuum(texts, kpa));
            let aims = if low == high { low } else { texts.fill("report.to", &[("low", &low), ("high", &high)]) };
            texts.fill(
                "report.holds.electric",
                &[("pump", &name), ("aims", &aims), ("held", &hours(&held.held_h)), ("worn", &worn), ("at_15", &at_15)],
            )
        }
    };
    if held.standing_h <= 0.0 {
        return said;
    }
    let standing = texts.fill(
        "report.holds.standing",
        &[("standing", &words::number(texts, held.standing_h, 1)), ("held", &hours(&held.standing_held_h))],
    );
    format!("{said} {standing}")
}

/// The vacuum after the first steps in a sentence or two.
pub fn first_steps(texts: &Texts, answers: &PumpAnswers) -> String {
    let first = &answers.first_steps;
    let number = |value: f64| words::number(texts, value, 0);
    let said = texts.fill(
        "report.first.both",
        &[
            ("steps", &number(first.steps)),
            ("vacuum", &words::vacuum(texts, first.intact_kpa.p50)),
            ("low", &number(first.intact_kpa.p10)),
            ("high", &number(first.intact_kpa.p90)),
            ("pinhole", &texts.figure(&first.pinhole_mm.to_string())),
            ("seal", words::seal(texts, &answers.pinhole_in)),
            ("torn", &words::vacuum(texts, first.pinhole_kpa.p50)),
            ("torn_low", &number(first.pinhole_kpa.p10)),
            ("torn_high", &number(first.pinhole_kpa.p90)),
        ],
    );
    let said = format!("{said} {}.", words::told(texts, &answers.pinhole_bounds));
    match first.aim_kpa {
        None => said,
        Some(aim) => {
            format!("{said} {}", texts.fill("report.first.aims", &[("vacuum", &words::vacuum(texts, aim))]))
        }
    }
}
