//! The benches' curves as CSV.

use super::bench_text::held;
use std::path::Path;
use twin::bench::pump::PumpUnderTest;
use twin::ensemble::Band;
use workup::bench::{PumpBench, SocketBench};
use workup::csv_text::Rows;
use workup::output;
use workup::problem::Failure;

/// One file a pump: a line a cycle or second, four columns a chamber.
///
/// # Errors
/// A file that cannot be written.
pub fn pumps(folder: &Path, result: &PumpBench) -> Result<(), Failure> {
    for pump in &result.pumps {
        let first = if pump.pump == PumpUnderTest::Electric { "second" } else { "cycle" };
        let columns: Vec<(String, &Band)> = pump
            .chambers
            .iter()
            .map(|chamber| (format!("vacuum_kpa_{}_ml", chamber.chamber_ml), &chamber.vacuum_kpa))
            .collect();
        let count = pump.chambers.first().map_or(0, |chamber| chamber.vacuum_kpa.p50.len());
        let at: Vec<f64> = (0..count).map(|index| index as f64).collect();
        write(folder, &format!("pump-{}", pump.article), &table(first, &at, &columns))?;
    }
    Ok(())
}

/// Four files: dome, pull, fit, leaks.
///
/// # Errors
/// A file that cannot be written.
pub fn socket(folder: &Path, result: &SocketBench) -> Result<(), Failure> {
    let domes: Vec<(String, &Band)> = result
        .dome
        .iter()
        .map(|row| (format!("tissue_kpa_gap_{}_mm_liner_{}", row.gap_mm, row.liner), &row.tissue_kpa))
        .collect();
    let levels = result.dome.first().map_or(&[][..], |row| &row.socket_kpa);
    write(folder, "socket-dome", &table("socket_kpa", levels, &domes))?;
    let named = |name: &str, row: &twin::bench::pull::PullResult| {
        format!("{name}_{}", held(texts::Texts::english(), row.held).replace(' ', "_"))
    };
    if let Some(first) = result.pull.first() {
        let moved: Vec<_> = result.pull.iter().map(|row| (named("mm", row), &row.displacement_mm)).collect();
        write(folder, "socket-displacement", &table("force_n", &first.force_n, &moved))?;
        let needed: Vec<_> = result.pull.iter().map(|row| (named("force_n", row), &row.needs_n)).collect();
        write(folder, "socket-force", &table("displacement_mm", &first.at_mm, &needed))?;
    }
    let mut fit = Rows::new();
    fit.row([
        "limb",
        "volume_pct",
        "slope_inhg_per_mm_p10",
        "slope_inhg_per_mm_p50",
        "slope_inhg_per_mm_p90",
        "separation_sd_p50",
    ]);
    for row in &result.fit {
        let slope = row.slope_inhg_per_mm;
        let [p10, p50, p90] = [slope.p10, slope.p50, slope.p90].map(|slope| format!("{slope:.4}"));
        let apart = row.separation_sd.map_or(String::new(), |apart| format!("{:.3}", apart.p50));
        fit.row([format!("{:?}", row.limb).to_lowercase(), row.volume_pct.to_string(), p10, p50, p90, apart]);
    }
    write(folder, "socket-fit", &fit.text())?;
    let mut leaks = Rows::new();
    leaks.row([
        "zone_1_ml_per_min",
        "zone_2_ml_per_min",
        "zone_3_ml_per_min",
        "whole_kpa_per_min",
        "hole_taped_kpa_per_min",
        "pump_alone_kpa_per_min",
    ]);
    for row in &result.leaks {
        let zones = row.leaks_ml_per_min.map(|leak| leak.to_string());
        let decays = row.decay_kpa_per_min.map(|decay| format!("{:.4}", decay.p50));
        leaks.row(zones.into_iter().chain(decays));
    }
    write(folder, "socket-leaks", &leaks.text())
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    // Articles are printed with signs that not every file system takes.
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' };
    let name: String = name.chars().map(safe).collect();
    output::write_atomically(&folder.join(format!("{name}.csv")), text.as_bytes())
}

fn table(first: &str, at: &[f64], columns: &[(String, &Band)]) -> String {
    let of = |name: &String| ["central", "p10", "p50", "p90"].map(|part| format!("{name}_{part}"));
    let mut rows = Rows::new();
    rows.row([first.to_string()].into_iter().chain(columns.iter().flat_map(|(name, _)| of(name))));
    for (index, x) in at.iter().enumerate() {
        let at = |part: &Vec<f64>| part.get(index).map_or_else(String::new, |value| format!("{value:.4}"));
        let cells = |band: &Band| [&band.central, &band.p10, &band.p50, &band.p90].map(at);
        rows.row([x.to_string()].into_iter().chain(columns.iter().flat_map(|(_, band)| cells(band))));
    }
    rows.text()
}
