//! The benches for a terminal.

use super::{table, words};
use std::fmt::Write;
use twin::bench::fit::{FitResult, Limb, NOISE_INHG};
use twin::bench::leak_zones::{LIMIT_KPA_PER_MIN, LeakResult};
use twin::bench::pull::Held;
use twin::bench::pump::{OnChamber, PumpUnderTest};
use twin::ensemble::Spread;
use units::VacuumLevel;
use workup::bench::{PumpBench, PumpResult, SocketBench};

/// Cycles or seconds to the target, deepest vacuum, variants.
pub fn pumps(result: &PumpBench) -> String {
    let stand = result.stand;
    let mut text = format!(
        "Rigid chambers to {}, leak {} mL/min, one cycle a second\n\n{}\n",
        words::vacuum(stand.target_kpa),
        words::number(stand.leak_ml_per_min, 1),
        overview(result)
    );
    text += "Median of the devices drawn (10th … 90th percentile). Makers hardly print what a pump does: most numbers are\n\
             assumptions with a spread, in the pump's file. R² is of cycles or seconds against volume.\n";
    for pump in &result.pumps {
        for note in &pump.notes {
            let _ = writeln!(text, "Note: {}: {note}", title(pump));
        }
    }
    let with_variants: Vec<&PumpResult> = result.pumps.iter().filter(|pump| !pump.variants.is_empty()).collect();
    // A pump with printed sizes tells most; in a foot sizes count the foot, too, and stand behind.
    let sized = with_variants.iter().find(|pump| pump.size.as_ref().is_some_and(|size| size.contains('(')));
    if let Some(pump) = sized.or(with_variants.first()) {
        let _ = write!(text, "\n{}", variants(pump));
        if with_variants.len() > 1 {
            text += "`--pump ARTICLE` shows another pump's variants; `--json` has them all.\n";
        }
    }
    text
}

/// Name and article, once where they are the same.
pub fn title(pump: &PumpResult) -> String {
    let plain = |text: &str| text.replace(' ', "").to_lowercase();
    if plain(&pump.name).ends_with(&plain(&pump.article)) {
        pump.name.clone()
    } else {
        format!("{} {}", pump.name, pump.article)
    }
}

fn overview(result: &PumpBench) -> comfy_table::Table {
    let volumes: Vec<String> = result.pumps.first().map_or(vec![], |pump| {
        pump.chambers.iter().map(|chamber| format!("{} mL", words::number(chamber.chamber_ml, 0))).collect()
    });
    let mut header = vec!["pump", "setup"];
    header.extend(volumes.iter().map(String::as_str));
    header.extend(["deepest, kPa", "R²"]);
    let mut grid = table::new(&header);
    for pump in &result.pumps {
        let mut cells = vec![title(pump), setup(pump)];
        cells.extend(pump.chambers.iter().map(|chamber| to_target(chamber, pump.pump)));
        let middle = pump.chambers.get(pump.chambers.len() / 2);
        cells.push(middle.map_or_else(String::new, |chamber| words::spread(&chamber.deepest_kpa, 0)));
        cells.push(pump.straightness.map_or_else(|| "–".into(), |r_squared| words::number(r_squared, 4)));
        grid.add_row(cells);
    }
    grid
}

const fn count(chambers: u32) -> &'static str {
    if chambers == 1 { "1 chamber" } else { "2 chambers" }
}

fn setup(pump: &PumpResult) -> String {
    match pump.pump {
        PumpUnderTest::Electric => "motor; seconds".into(),
        PumpUnderTest::Driven { chambers } => format!("{}, by its own force; cycles", count(chambers)),
        PumpUnderTest::WeightActivated {
            chambers, load_mass_kg, ring_condition, washers, delivered_washers, ..
        } => {
            let size = pump.size.as_ref().map_or(String::new(), |size| format!(", size {size}"));
            let worn = if ring_condition < 1.0 { ", worn" } else { "" };
            let shims = match washers {
                as_delivered if as_delivered == delivered_washers => String::new(),
                1 => ", 1 washer".into(),
                other => format!(", {other} washers"),
            };
            format!("{}{size}, {} kg{worn}{shims}; cycles", count(chambers), words::number(load_mass_kg, 1))
        }
    }
}

/// "22 (17 … 30)", with the share that gets there where not all do.
fn to_target(chamber: &OnChamber, pump: PumpUnderTest) -> String {
    let digits = usize::from(pump == PumpUnderTest::Electric);
    let Some(seconds) = &chamber.seconds else { return "not reached".into() };
    let some = if chamber.share_reaching < 1.0 {
        format!(", {} % get there", words::number(100.0 * chamber.share_reaching, 0))
    } else {
        String::new()
    };
    words::spread(seconds, digits) + &some
}

fn variants(pump: &PumpResult) -> String {
    let Some(first) = pump.variants.first() else { return String::new() };
    let inhg = |kpa: f64| VacuumLevel::from_kpa(kpa).inhg();
    let mut grid = table::new(&["setup", "cycles", "deepest, kPa", "deepest, inHg", "change, inHg"]);
    for variant in pump.variants.iter().filter(|variant| variant.size.is_none()) {
        let (there, base) = (&variant.on_chamber, first.on_chamber.deepest_kpa);
        grid.add_row([
            variant.what.to_string(),
            to_target(there, variant.pump),
            words::spread(&there.deepest_kpa, 1),
            words::number(inhg(there.deepest_kpa.p50), 1),
            words::number(inhg(there.deepest_kpa.p50 - base.p50), 2),
        ]);
    }
    let chamber = words::number(first.on_chamber.chamber_ml, 0);
    let mut text = format!("{} on {chamber} mL\n\n{grid}\n", title(pump));
    let deeper = |on_chamber: &OnChamber| on_chamber.deepest_kpa.p50 > first.on_chamber.deepest_kpa.p50;
    if pump.variants.iter().any(|variant| variant.is_softer_than(first) && deeper(&variant.on_chamber)) {
        text += "A softer ring is compressed to its stop and so gets deeper here; the maker's manual says slower. \
                 VALIDATION.md shows the miss.\n";
    }
    let sizes: Vec<_> = pump.variants.iter().filter(|variant| variant.size.is_some()).collect();
    if !sizes.is_empty() {
        let mut grid = table::new(&["ring size", "lightest: cycles, deepest kPa", "middle", "heaviest"]);
        for three in sizes.chunks(3) {
            let mut cells = vec![three[0].size.clone().unwrap_or_default()];
            cells.extend(three.iter().map(|variant| {
                let there = &variant.on_chamber;
                format!("{}; {}", to_target(there, variant.pump), words::number(there.deepest_kpa.p50, 1))
            }));
            grid.add_row(cells);
        }
        let _ = write!(text, "\nRing sizes with the lightest, middle and heaviest person of their band\n\n{grid}\n");
    }
    text
}

/// The four stands.
pub fn socket(result: &SocketBench) -> String {
    let mut text = format!("Liner over a gap (sealed air under it), 0 to 20 inHg outside\n\n{}\n", dome(result));
    text +=
        "Touches: vacuum outside at which the liner meets the wall. (k_L + k_T)·g is the same without Boyle's bend.\n";
    let _ = write!(text, "\nPull-out with {} of active vacuum\n\n{}\n", words::vacuum(result.vacuum_kpa), pull(result));
    let _ = write!(
        text,
        "\nFit by the slope of vacuum against displacement, from {}\n\n{}\n",
        words::vacuum(result.vacuum_kpa),
        fit(result)
    );
    let _ = writeln!(
        text,
        "Apart: from the next smaller socket, in standard deviations of {NOISE_INHG} inHg of sensor noise, two cycles of 2 mm."
    );
    let hidden = |row: &&FitResult| row.separation_sd.is_some_and(|apart| apart.p50 < 1.0);
    if result.fit.iter().filter(|row| row.limb == Limb::Person).any(|row| hidden(&row)) {
        text += "This much vacuum draws a person's tissue to the wall, and the gap with it: nothing is left to tell \
                 sizes apart by.\n";
    }
    let _ = write!(text, "\nLeak zones, from {}\n\n{}\n", words::vacuum(result.vacuum_kpa), leaks(result));
    let _ = writeln!(
        text,
        "Fall in the first minute, kPa. More than {LIMIT_KPA_PER_MIN} counts as not holding (our limit: the manual prints none).\n\
         The chart takes the innermost step that does not hold. A line of little air falls fast with a harmless leak:\n\
         decay times air space tells the larger one. In brackets: share of persons for whom the name is right."
    );
    text + "\nMedian of the persons drawn (10th … 90th percentile).\n"
}

fn dome(result: &SocketBench) -> comfy_table::Table {
    let mut grid = table::new(&[
        "gap, mm",
        "liner, × usual",
        "under it at 20 inHg, kPa",
        "touches at, kPa",
        "(k_L + k_T)·g, kPa",
        "touch, %",
    ]);
    for row in &result.dome {
        grid.add_row([
            words::number(row.gap_mm, 1),
            words::number(row.liner, 1),
            words::spread(&row.plateau_kpa, 1),
            words::spread(&row.contact_kpa, 1),
            words::spread(&row.linear_knee_kpa, 1),
            words::number(100.0 * row.share_touching, 0),
        ]);
    }
    grid
}

/// What holds, in words.
pub fn held(held: Held) -> &'static str {
    match held {
        Held::ActiveVacuum => "active vacuum",
        Held::Valve => "valve only",
        Held::Open => "open",
    }
}

fn pull(result: &SocketBench) -> comfy_table::Table {
    let mut grid =
        table::new(&["held by", "mm at 20 N", "mm at 50 N", "mm at 100 N", "N for 1 mm", "N for 5 mm", "N for 10 mm"]);
    for row in &result.pull {
        let at = |band: &twin::ensemble::Band, index: usize, digits| {
            let one = Spread {
                central: band.central[index],
                p10: band.p10[index],
                p50: band.p50[index],
                p90: band.p90[index],
            };
            words::spread(&one, digits)
        };
        grid.add_row([
            held(row.held).to_string(),
            at(&row.displacement_mm, 2, 2),
            at(&row.displacement_mm, 5, 2),
            at(&row.displacement_mm, 10, 2),
            at(&row.needs_n, 1, 0),
            at(&row.needs_n, 5, 0),
            at(&row.needs_n, 10, 0),
        ]);
    }
    grid
}

fn fit(result: &SocketBench) -> comfy_table::Table {
    let mut grid =
        table::new(&["limb", "socket volume, %", "slope, inHg/mm", "apart, SD", "moves at 100 N, mm", "touching, %"]);
    for row in &result.fit {
        grid.add_row([
            if row.limb == Limb::Model { "model, does not give way" } else { "person's" }.to_string(),
            words::number(row.volume_pct, 1),
            words::spread(&row.slope_inhg_per_mm, 2),
            row.separation_sd.as_ref().map_or_else(|| "–".into(), |apart| words::spread(apart, 1)),
            words::spread(&row.motion_mm, 2),
            words::percent(&row.contact_share).trim_end_matches(" %").to_string(),
        ]);
    }
    grid
}

fn leaks(result: &SocketBench) -> comfy_table::Table {
    let mut grid = table::new(&[
        "leak in zones 1, 2, 3, mL/min",
        "whole",
        "hole taped",
        "pump and tube",
        "chart names",
        "decay × air names",
    ]);
    let named = |zone: Option<usize>, share: f64| {
        let zone = zone.map_or_else(|| "holds".to_string(), |zone| format!("zone {zone}"));
        format!("{zone} ({} %)", words::number(100.0 * share, 0))
    };
    for row in &result.leaks {
        let LeakResult { leaks_ml_per_min, decay_kpa_per_min, .. } = row;
        let [whole, taped, pump] = decay_kpa_per_min.map(|decay| words::spread(&decay, 1));
        grid.add_row([
            leaks_ml_per_min.map(|leak| words::number(leak, 1)).join(", "),
            whole,
            taped,
            pump,
            named(row.named_by_chart, row.share_chart_right),
            named(row.named_by_air, row.share_air_right),
        ]);
    }
    grid
}
