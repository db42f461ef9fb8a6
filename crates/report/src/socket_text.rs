//! `concord socket` in a terminal.

use super::socket_report::{found, workshop};
use super::{table, tape_text, words};
use domain::limb::AmputationLevel;
use std::fmt::Write;
use std::path::Path;
use texts::Texts;
use workup::socket::{ComparisonFacts, NoSocket, Purpose, SocketResult};
use workup::tape_against_scan::TapeAgainstScan;

/// Measurements, liner, socket, what to look at, and the files: in `folder`, if they were written.
pub fn render(texts: &Texts, result: &SocketResult, folder: Option<&Path>) -> String {
    let mut text = String::new();
    // Writing into a string cannot fail.
    let _ = write_all(texts, &mut text, result, folder);
    text
}

/// Whose limb of which side.
fn heading(texts: &Texts, name: &str, side: domain::limb::Side) -> String {
    texts.fill("terminal.socket.heading", &[("name", name), ("side", words::side(texts, side))])
}

/// Why no socket was made.
pub fn refused(texts: &Texts, refused: &NoSocket) -> String {
    let none = texts.say("terminal.socket.none");
    let mut text = format!("{}\n\n{none}\n", heading(texts, &refused.name, refused.side));
    for reason in &refused.refused {
        let (why, instead) = (words::told(texts, &reason.why), words::told(texts, &reason.instead));
        let _ = writeln!(text, "  {why} ({})\n    {instead}", reason.field);
    }
    text
}

fn write_all(texts: &Texts, text: &mut String, result: &SocketResult, folder: Option<&Path>) -> std::fmt::Result {
    writeln!(text, "{}", heading(texts, &result.name, result.side))?;
    result.marks.iter().try_for_each(|mark| writeln!(text, "{}.", words::told(texts, mark)))?;
    let taken = found::taken(texts, &result.taken);
    writeln!(text, "{}", texts.fill("terminal.socket.taken", &[("taken", &taken)]))?;
    if let Some(scan) = &result.scan {
        let line = texts.fill(
            "terminal.socket.scan",
            &[
                ("file", &scan.file),
                ("format", &scan.format.to_string()),
                ("faces", &scan.faces.to_string()),
                ("unit", &scan.unit.to_string()),
                ("reason", &words::told(texts, &scan.unit_reason)),
            ],
        );
        writeln!(text, "\n{line}")?;
        scan.done.iter().try_for_each(|line| writeln!(text, "  {}", words::told(texts, line)))?;
    }
    axes(texts, text, result)?;
    limb(texts, text, result)?;
    if let Some(against) = &result.tape_against_scan {
        write!(text, "\n{}", tape(texts, against))?;
    }
    if let Some(change) = &result.comparison {
        comparison(texts, text, result.level, change)?;
    }
    let liner = &result.liner;
    let measure = liner.measure.as_ref().map(|measure| measure.in_words_of(texts)).unwrap_or_default();
    writeln!(text, "\n{}", texts.fill("terminal.socket.liner", &[("measure", &measure)]))?;
    liner.to_order().iter().try_for_each(|line| writeln!(text, "  {}", line.in_words_of(texts)))?;
    if !liner.custom_reasons.is_empty() {
        let reasons: Vec<String> = liner.custom_reasons.iter().map(|why| why.in_words_of(texts)).collect();
        let line = texts.fill("terminal.socket.custom", &[("reasons", &reasons.join(", "))]);
        writeln!(text, "  {line}")?;
    }
    socket(texts, text, result)?;
    writeln!(text, "\n{}", texts.say("workshop.section"))?;
    for (term, said) in workshop::facts(texts, result) {
        writeln!(text, "  {}: {said}", texts.say(term))?;
    }
    for way in result.workshop.print.ways.iter().take(1) {
        let (up, hours) = (workshop::way_word(texts, way.way), workshop::hours(texts, way.hours));
        writeln!(text, "  {up} ({}): {hours}", texts.say("workshop.proposed"))?;
    }
    if !result.notes.is_empty() {
        writeln!(text, "\n{}", texts.say("terminal.socket.look"))?;
        result.notes.iter().try_for_each(|note| writeln!(text, "  - {}", words::told(texts, note)))?;
    }
    writeln!(text, "\n{}", texts.say("terminal.socket.landmarks"))?;
    for row in &result.landmarks {
        let (name, how) = (words::landmark(texts, row.name), words::told(texts, row.found.how()));
        writeln!(text, "  {name:<20} {}: {how}", words::told(texts, &row.found.standing()))?;
    }
    let files = match folder {
        None => texts.say("terminal.socket.files").to_string(),
        Some(folder) => texts.fill("terminal.socket.files_in", &[("folder", &folder.display().to_string())]),
    };
    writeln!(text, "\n{files}")?;
    for file in &result.files {
        writeln!(text, "  {:<32} {}", file.file, words::told(texts, &file.what))?;
    }
    Ok(())
}

/// The tape beside the scan: the table, and how each was measured.
fn tape(texts: &Texts, against: &TapeAgainstScan) -> String {
    let (tape, scan) = (texts.say("terminal.socket.tape"), texts.say("terminal.socket.scan_word"));
    let mut rows = table::new(&["", tape, scan, texts.say("terminal.socket.difference"), ""]);
    for (name, figure) in tape_text::figures(against) {
        let cells = tape_text::cells(figure).map(|cell| words::told(texts, &cell));
        rows.add_row([vec![words::told(texts, &name)], cells.to_vec()].concat());
    }
    let heading =
        texts.fill("terminal.socket.tape_and_scan", &[("reference", &words::told(texts, &against.heights_below))]);
    let mut text = format!("{heading}\n{rows}\n");
    if let Some([tape, scan]) = against.volume_ml {
        let line = texts.fill(
            "terminal.socket.volumes",
            &[
                ("tape", &words::number(texts, tape, 0)),
                ("scan", &words::number(texts, scan, 0)),
                ("change", &words::signed(texts, 100.0 * (scan / tape - 1.0), 1)),
            ],
        );
        let _ = writeln!(text, "  {line}");
    }
    for (name, taken) in [(tape, &against.tape), (scan, &against.scan)] {
        let _ = writeln!(text, "  {name}: {}", found::taken(texts, taken));
    }
    let swelling = words::told(texts, &against.swelling);
    let line = texts.fill("terminal.socket.swelling", &[("what", &swelling)]);
    let _ = writeln!(text, "  {line}\n  {}", words::told(texts, &tape_text::limits(against)));
    if let Some(mark) = against.mark() {
        let _ = writeln!(text, "  {}", words::told(texts, &mark));
    }
    text
}

fn axes(texts: &Texts, text: &mut String, result: &SocketResult) -> std::fmt::Result {
    let axes = &result.orientation;
    writeln!(text, "\n{}", texts.say("terminal.socket.axes"))?;
    for (name, found) in [
        ("terminal.socket.long_axis", &axes.long_axis),
        ("terminal.socket.front", &axes.anterior),
        ("terminal.socket.level", &axes.level),
    ] {
        let said = texts.fill(
            "terminal.socket.found",
            &[("how", &words::told(texts, found.how())), ("standing", &words::told(texts, &found.standing()))],
        );
        writeln!(text, "  {:<10} {said}", texts.say(name))?;
    }
    Ok(())
}

fn limb(texts: &Texts, text: &mut String, result: &SocketResult) -> std::fmt::Result {
    let limb = &result.measurements;
    let line = texts.fill(
        "terminal.socket.limb",
        &[
            ("landmark", words::level_landmark(texts, result.level)),
            ("length", &words::number(texts, limb.length_mm, 0)),
            ("volume", &words::number(texts, limb.volume_ml, 0)),
            ("skin", &words::number(texts, limb.skin_area_cm2, 0)),
            ("index", &words::number(texts, limb.shape_index, 2)),
        ],
    );
    writeln!(text, "\n{line}")?;
    if let (Some(bone), Some(tissue)) = (limb.bone_ml, limb.tissue_to_bone_mm) {
        let line = texts.fill(
            "terminal.socket.bone",
            &[("bone", &words::number(texts, bone, 0)), ("tissue", &words::number(texts, tissue, 1))],
        );
        writeln!(text, "  {line}")?;
    }
    let mut sections = table::new(&[
        &texts.fill("terminal.socket.below_level", &[("level", words::level_short(texts, result.level))]),
        texts.say("terminal.socket.tape"),
        texts.say("terminal.socket.along_skin"),
        texts.say("terminal.socket.area"),
        texts.say("socket_report.sheet.ap"),
        texts.say("socket_report.sheet.ml"),
    ]);
    let mm = |value: f64| texts.figure(&format!("{value:.0} mm"));
    for row in &limb.sections {
        sections.add_row([
            mm(row.below_mm),
            mm(row.circumference_mm),
            mm(row.perimeter_mm),
            format!("{} cm²", words::number(texts, row.area_cm2, 1)),
            mm(row.ap_mm),
            mm(row.ml_mm),
        ]);
    }
    writeln!(text, "{sections}")
}

fn socket(texts: &Texts, text: &mut String, result: &SocketResult) -> std::fmt::Result {
    let facts = &result.socket;
    let off = 100.0 * (facts.inner_ml / facts.expected_inner_ml - 1.0);
    let heading = match result.purpose {
        Purpose::Socket => "terminal.socket.socket",
        Purpose::SizeCheck => "terminal.socket.size_check",
    };
    writeln!(text, "\n{}", texts.fill(heading, &[("technique", &texts.named(&result.technique.name))]))?;
    let line = texts.fill(
        "terminal.socket.inside",
        &[
            ("inside", &words::number(texts, facts.inner_ml, 1)),
            ("expected", &words::number(texts, facts.expected_inner_ml, 1)),
            ("off", &texts.figure(&format!("{off:+.3}"))),
        ],
    );
    writeln!(text, "  {line}")?;
    let line = texts.fill(
        "terminal.socket.contact",
        &[
            ("contact", &words::number(texts, facts.contact_cm2, 0)),
            ("gap", &texts.figure(&format!("{:+.2}", facts.mean_gap_mm))),
        ],
    );
    writeln!(text, "  {line}")?;
    let line = texts.fill(
        "terminal.socket.wall",
        &[
            ("wall", &words::number(texts, facts.thinnest_wall_mm, 2)),
            ("volume", &words::number(texts, result.solid.volume_ml, 0)),
        ],
    );
    writeln!(text, "  {line}")?;
    let thin = &facts.thinnest;
    let line = texts.fill(
        "terminal.socket.thinnest",
        &[("mm", &words::number(texts, thin.mm, 2)), ("feature", found::feature(texts, thin.feature))],
    );
    writeln!(text, "  {line}")?;
    if let Some(donning) = &facts.donning {
        let line = texts.fill(
            "terminal.socket.donning",
            &[
                ("verdict", found::donning(texts, donning.verdict)),
                ("undercut", &words::number(texts, donning.undercut_mm, 1)),
            ],
        );
        writeln!(text, "  {line}")?;
    }
    let line = texts.fill(
        "terminal.socket.solid",
        &[
            ("pieces", &result.solid.pieces.to_string()),
            ("crossings", &result.solid.crossings.to_string()),
            ("faces", &result.solid.faces.to_string()),
        ],
    );
    writeln!(text, "  {line}")
}

fn comparison(texts: &Texts, text: &mut String, level: AmputationLevel, change: &ComparisonFacts) -> std::fmt::Result {
    let line = texts.fill(
        "terminal.socket.since",
        &[("earlier", &change.earlier), ("rms", &words::number(texts, change.aligned_rms_mm, 2))],
    );
    writeln!(text, "\n{line}")?;
    let plus = |value: f64, digits: usize| texts.figure(&format!("{value:+.digits$}"));
    let line = texts.fill(
        "terminal.socket.volume",
        &[
            ("after", &words::number(texts, change.after_ml, 0)),
            ("before", &words::number(texts, change.before_ml, 0)),
            ("change", &plus(change.change_pct, 1)),
        ],
    );
    writeln!(text, "  {line}")?;
    for girth in &change.circumferences {
        let line = texts.fill(
            "terminal.socket.girth",
            &[
                ("below", &format!("{:>4.0}", girth.below_mm)),
                ("level", words::level_short(texts, level)),
                ("after", &words::number(texts, girth.after_mm, 0)),
                ("before", &words::number(texts, girth.before_mm, 0)),
                ("change", &plus(girth.after_mm - girth.before_mm, 1)),
            ],
        );
        writeln!(text, "  {line}")?;
    }
    let line = texts.fill(
        "terminal.socket.differences",
        &[
            ("radial", &plus(change.mean_radial_error_mm, 2)),
            ("range", &words::number(texts, change.interquartile_range_mm, 2)),
            ("most", &words::number(texts, change.maximum_mm, 1)),
            ("normals", &words::number(texts, change.normal_angle_deg, 1)),
            ("verdict", &words::told(texts, &change.as_a_socket)),
        ],
    );
    writeln!(text, "  {line}")
}
