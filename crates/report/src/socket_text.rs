//! `concord socket` in a terminal.

use super::{table, tape_text};
use std::fmt::Write;
use std::path::Path;
use workup::socket::{ComparisonFacts, NoSocket, Purpose, SocketResult};

/// Measurements, liner, socket, what to look at, and the files: in `folder`, if they were written.
pub fn render(result: &SocketResult, folder: Option<&Path>) -> String {
    let mut text = String::new();
    // Writing into a string cannot fail.
    let _ = write_all(&mut text, result, folder);
    text
}

/// Why no socket was made.
pub fn refused(refused: &NoSocket) -> String {
    let side = refused.side.label();
    let mut text = format!("{}, {side} side\n\nNo socket is made, and no file is written:\n", refused.name);
    for reason in &refused.refused {
        let _ = writeln!(text, "  {} ({})\n    {}", reason.why, reason.field, reason.instead);
    }
    text
}

fn write_all(text: &mut String, result: &SocketResult, folder: Option<&Path>) -> std::fmt::Result {
    writeln!(text, "{}, {} side", result.name, result.side.label())?;
    result.marks.iter().try_for_each(|mark| writeln!(text, "{mark}."))?;
    writeln!(text, "Taken: {}", result.taken.line())?;
    if let Some(scan) = &result.scan {
        writeln!(
            text,
            "\nScan: {} ({}, {} faces), in {}: {}",
            scan.file, scan.format, scan.faces, scan.unit, scan.unit_reason
        )?;
        scan.done.iter().try_for_each(|line| writeln!(text, "  {line}"))?;
    }
    let axes = &result.orientation;
    writeln!(text, "\nAxes:")?;
    for (name, found) in [("long axis", &axes.long_axis), ("front", &axes.anterior), ("level", &axes.level)] {
        writeln!(text, "  {name:<10} {} (confidence {:.1})", found.how, found.confidence)?;
    }
    let limb = &result.measurements;
    writeln!(
        text,
        "\nLimb below the mid-patellar tendon: {:.0} mm, {:.0} mL, {:.0} cm² of skin; shape index {:.2} (below 1 conical)",
        limb.length_mm, limb.volume_ml, limb.skin_area_cm2, limb.shape_index
    )?;
    if let (Some(bone), Some(tissue)) = (limb.bone_ml, limb.tissue_to_bone_mm) {
        writeln!(text, "  bone {bone:.0} mL; soft tissue {tissue:.1} mm thick on the mean")?;
    }
    let mut sections = table::new(&["below MPT", "tape", "along skin", "area", "AP", "ML"]);
    for row in &limb.sections {
        sections.add_row([
            format!("{:.0} mm", row.below_mm),
            format!("{:.0} mm", row.circumference_mm),
            format!("{:.0} mm", row.perimeter_mm),
            format!("{:.1} cm²", row.area_cm2),
            format!("{:.0} mm", row.ap_mm),
            format!("{:.0} mm", row.ml_mm),
        ]);
    }
    writeln!(text, "{sections}")?;
    if let Some(against) = &result.tape_against_scan {
        write!(text, "\n{}", tape_text::render(against))?;
    }
    if let Some(change) = &result.comparison {
        comparison(text, change)?;
    }
    let liner = &result.liner;
    writeln!(text, "\nLiner: {}", liner.measure.as_deref().unwrap_or_default())?;
    liner.to_order().iter().try_for_each(|line| writeln!(text, "  {line}"))?;
    if !liner.custom_reasons.is_empty() {
        writeln!(text, "  custom liner: {}", liner.custom_reasons.join(", "))?;
    }
    let facts = &result.socket;
    let off = 100.0 * (facts.inner_ml / facts.expected_inner_ml - 1.0);
    let what = match result.purpose {
        Purpose::Socket => "Socket",
        Purpose::SizeCheck => "Size check, no socket",
    };
    writeln!(text, "\n{what} ({}):", result.technique.name)?;
    writeln!(
        text,
        "  inside {:.1} mL below the brim; rectified limb less its reduction {:.1} mL ({off:+.3} %)",
        facts.inner_ml, facts.expected_inner_ml
    )?;
    writeln!(
        text,
        "  {:.0} cm² in contact; {:+.2} mm against the limb in its liner",
        facts.contact_cm2, facts.mean_gap_mm
    )?;
    writeln!(text, "  thinnest wall {:.2} mm; {:.0} mL of material", facts.thinnest_wall_mm, result.solid.volume_ml)?;
    writeln!(
        text,
        "  closed, oriented, {} piece, {} faces through another, {} faces",
        result.solid.pieces, result.solid.crossings, result.solid.faces
    )?;
    if !result.notes.is_empty() {
        writeln!(text, "\nLook at:")?;
        result.notes.iter().try_for_each(|note| writeln!(text, "  - {note}"))?;
    }
    writeln!(text, "\nLandmarks:")?;
    for row in &result.landmarks {
        writeln!(text, "  {:<20} {}: {}", row.name.label(), row.found.standing(), row.found.how)?;
    }
    let place = folder.map_or(String::new(), |folder| format!(" in {}", folder.display()));
    writeln!(text, "\nFiles{place}:")?;
    for file in &result.files {
        writeln!(text, "  {:<32} {}", file.file, file.what)?;
    }
    Ok(())
}

fn comparison(text: &mut String, change: &ComparisonFacts) -> std::fmt::Result {
    writeln!(text, "\nSince {} (aligned to {:.2} mm):", change.earlier, change.aligned_rms_mm)?;
    writeln!(
        text,
        "  volume {:.0} mL, then {:.0} mL ({:+.1} %) over the heights both scans have",
        change.after_ml, change.before_ml, change.change_pct
    )?;
    for girth in &change.circumferences {
        writeln!(
            text,
            "  {:>4.0} mm below MPT: {:.0} mm, then {:.0} mm ({:+.1})",
            girth.below_mm,
            girth.after_mm,
            girth.before_mm,
            girth.after_mm - girth.before_mm
        )?;
    }
    writeln!(
        text,
        "  mean radial error {:+.2} mm, inter-quartile range {:.2} mm, at most {:.1} mm, normals {:.1}° apart: {}",
        change.mean_radial_error_mm,
        change.interquartile_range_mm,
        change.maximum_mm,
        change.normal_angle_deg,
        change.as_a_socket
    )
}
