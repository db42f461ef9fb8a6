//! The benches for a terminal.

use super::{table, words};
use crate::day_text::note_line;
use std::fmt::Write;
use texts::Texts;
use twin::bench::fit::{FitResult, Limb, NOISE_INHG};
use twin::bench::leak_zones::{LIMIT_KPA_PER_MIN, LeakResult};
use twin::bench::pull::Held;
use twin::bench::pump::{OnChamber, PumpUnderTest};
use twin::ensemble::Spread;
use twin::observe::RESOLVED_MM;
use units::VacuumLevel;
use workup::bench::{PumpBench, PumpResult, SocketBench};

/// Cycles or seconds to the target, deepest vacuum, variants.
pub fn pumps(texts: &Texts, result: &PumpBench) -> String {
    let stand = result.stand;
    let heading = texts.fill(
        "bench.chambers",
        &[
            ("vacuum", &words::vacuum(texts, stand.target_kpa)),
            ("leak", &words::number(texts, stand.leak_ml_per_min, 1)),
        ],
    );
    let mut text = format!("{heading}\n\n{}\n", overview(texts, result));
    let _ = writeln!(text, "{}\n{}", texts.say("bench.median_devices"), texts.say("bench.median_assumed"));
    for pump in &result.pumps {
        for note in &pump.notes {
            let said = format!("{}: {}", title(pump), note.in_words_of(texts));
            let _ = writeln!(text, "{}", note_line(texts, &said));
        }
    }
    let with_variants: Vec<&PumpResult> = result.pumps.iter().filter(|pump| !pump.variants.is_empty()).collect();
    // A pump with printed sizes tells most; in a foot sizes count the foot, too, and stand behind.
    let sized = with_variants.iter().find(|pump| pump.size.as_ref().is_some_and(|size| size.contains('(')));
    if let Some(pump) = sized.or(with_variants.first()) {
        let _ = write!(text, "\n{}", variants(texts, pump));
        if with_variants.len() > 1 {
            let _ = writeln!(text, "{}", texts.say("bench.other_pump"));
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

fn overview(texts: &Texts, result: &PumpBench) -> comfy_table::Table {
    let volumes: Vec<String> = result.pumps.first().map_or(vec![], |pump| {
        pump.chambers.iter().map(|chamber| format!("{} mL", words::number(texts, chamber.chamber_ml, 0))).collect()
    });
    let mut header = vec![texts.say("bench.pump"), texts.say("bench.setup")];
    header.extend(volumes.iter().map(String::as_str));
    header.extend([texts.say("bench.deepest"), "R²"]);
    let mut grid = table::new(&header);
    for pump in &result.pumps {
        let mut cells = vec![title(pump), setup(texts, pump)];
        cells.extend(pump.chambers.iter().map(|chamber| to_target(texts, chamber, pump.pump)));
        let middle = pump.chambers.get(pump.chambers.len() / 2);
        cells.push(middle.map_or_else(String::new, |chamber| words::spread(texts, &chamber.deepest_kpa, 0)));
        cells.push(pump.straightness.map_or_else(|| "–".into(), |r_squared| words::number(texts, r_squared, 4)));
        grid.add_row(cells);
    }
    grid
}

fn count(texts: &Texts, chambers: u32) -> &str {
    texts.say(if chambers == 1 { "bench.one_chamber" } else { "bench.two_chambers" })
}

fn setup(texts: &Texts, pump: &PumpResult) -> String {
    match pump.pump {
        PumpUnderTest::Electric => texts.say("bench.motor").into(),
        PumpUnderTest::Driven { chambers } => texts.fill("bench.own_force", &[("chambers", count(texts, chambers))]),
        PumpUnderTest::WeightActivated {
            chambers, load_mass_kg, ring_condition, washers, delivered_washers, ..
        } => {
            let mut said = vec![count(texts, chambers).to_string()];
            said.extend(pump.size.as_ref().map(|size| texts.fill("bench.size", &[("size", size)])));
            said.push(format!("{} kg", words::number(texts, load_mass_kg, 1)));
            if ring_condition < 1.0 {
                said.push(texts.say("bench.worn").into());
            }
            match washers {
                as_delivered if as_delivered == delivered_washers => {}
                1 => said.push(texts.say("bench.one_washer").into()),
                other => said.push(texts.fill("bench.washers", &[("count", &other.to_string())])),
            }
            texts.fill("bench.cycles", &[("setup", &said.join(", "))])
        }
    }
}

/// "22 (17 … 30)", with the share that gets there where not all do.
fn to_target(texts: &Texts, chamber: &OnChamber, pump: PumpUnderTest) -> String {
    let digits = usize::from(pump == PumpUnderTest::Electric);
    let Some(seconds) = &chamber.seconds else { return texts.say("bench.not_reached").into() };
    let spread = words::spread(texts, seconds, digits);
    if chamber.share_reaching >= 1.0 {
        return spread;
    }
    texts.fill(
        "bench.get_there",
        &[("spread", &spread), ("share", &words::number(texts, 100.0 * chamber.share_reaching, 0))],
    )
}

fn variants(texts: &Texts, pump: &PumpResult) -> String {
    let Some(first) = pump.variants.first() else { return String::new() };
    let inhg = |kpa: f64| VacuumLevel::from_kpa(kpa).inhg();
    let mut grid = table::new(&[
        texts.say("bench.setup"),
        texts.say("bench.column_cycles"),
        texts.say("bench.deepest"),
        texts.say("bench.deepest_inhg"),
        texts.say("bench.change"),
    ]);
    for variant in pump.variants.iter().filter(|variant| variant.size.is_none()) {
        let (there, base) = (&variant.on_chamber, first.on_chamber.deepest_kpa);
        grid.add_row([
            words::told(texts, &variant.what),
            to_target(texts, there, variant.pump),
            words::spread(texts, &there.deepest_kpa, 1),
            words::number(texts, inhg(there.deepest_kpa.p50), 1),
            words::number(texts, inhg(there.deepest_kpa.p50 - base.p50), 2),
        ]);
    }
    let chamber = words::number(texts, first.on_chamber.chamber_ml, 0);
    let heading = texts.fill("bench.on_chamber", &[("pump", &title(pump)), ("volume", &chamber)]);
    let mut text = format!("{heading}\n\n{grid}\n");
    let deeper = |on_chamber: &OnChamber| on_chamber.deepest_kpa.p50 > first.on_chamber.deepest_kpa.p50;
    if pump.variants.iter().any(|variant| variant.is_softer_than(first) && deeper(&variant.on_chamber)) {
        let _ = writeln!(text, "{}", texts.say("bench.softer"));
    }
    let sizes: Vec<_> = pump.variants.iter().filter(|variant| variant.size.is_some()).collect();
    if !sizes.is_empty() {
        let mut grid = table::new(&[
            texts.say("bench.ring_size"),
            texts.say("bench.lightest"),
            texts.say("bench.middle"),
            texts.say("bench.heaviest"),
        ]);
        for three in sizes.chunks(3) {
            let mut cells = vec![three[0].size.clone().unwrap_or_default()];
            cells.extend(three.iter().map(|variant| {
                let there = &variant.on_chamber;
                format!("{}; {}", to_target(texts, there, variant.pump), words::number(texts, there.deepest_kpa.p50, 1))
            }));
            grid.add_row(cells);
        }
        let _ = write!(text, "\n{}\n\n{grid}\n", texts.say("bench.ring_sizes"));
    }
    text
}

/// The four stands.
pub fn socket(texts: &Texts, result: &SocketBench) -> String {
    let vacuum = words::vacuum(texts, result.vacuum_kpa);
    let with = [("vacuum", vacuum.as_str())];
    let mut text = format!("{}\n\n{}\n{}\n", texts.say("bench.dome"), dome(texts, result), texts.say("bench.touches"));
    let heading = texts.fill("bench.pull_out", &with);
    let _ = write!(text, "\n{heading}\n\n{}\n", pull(texts, result));
    let heading = texts.fill("bench.fit", &with);
    let _ = write!(text, "\n{heading}\n\n{}\n", fit(texts, result));
    let apart = texts.fill("bench.apart", &[("noise", &texts.figure(&NOISE_INHG.to_string()))]);
    let _ = writeln!(text, "{apart}");
    let hidden = |row: &&FitResult| row.separation_sd.is_some_and(|apart| apart.p50 < 1.0);
    if result.fit.iter().filter(|row| row.limb == Limb::Person).any(|row| hidden(&row)) {
        let _ = writeln!(text, "{}", texts.say("bench.hidden"));
    }
    let heading = texts.fill("bench.leaks", &with);
    let _ = write!(text, "\n{heading}\n\n{}\n", leaks(texts, result));
    let limit = texts.figure(&LIMIT_KPA_PER_MIN.to_string());
    let _ = writeln!(
        text,
        "{}\n{}\n{}",
        texts.fill("bench.leaks_limit", &[("limit", &limit)],),
        texts.say("bench.leaks_chart"),
        texts.say("bench.leaks_share")
    );
    let _ = writeln!(text, "\n{}", texts.say("bench.median_persons"));
    text
}

fn dome(texts: &Texts, result: &SocketBench) -> comfy_table::Table {
    let mut grid = table::new(&[
        texts.say("bench.column_gap"),
        texts.say("bench.column_liner"),
        texts.say("bench.column_under"),
        texts.say("bench.column_touches_at"),
        "(k_L + k_T)·g, kPa",
        texts.say("bench.column_touch"),
    ]);
    for row in &result.dome {
        grid.add_row([
            words::number(texts, row.gap_mm, 1),
            words::number(texts, row.liner, 1),
            words::spread(texts, &row.plateau_kpa, 1),
            words::spread(texts, &row.contact_kpa, 1),
            words::spread(texts, &row.linear_knee_kpa, 1),
            words::number(texts, 100.0 * row.share_touching, 0),
        ]);
    }
    grid
}

/// What holds, in words.
pub fn held(texts: &Texts, held: Held) -> &str {
    texts.say(match held {
        Held::ActiveVacuum => "bench.held_vacuum",
        Held::Valve => "bench.held_valve",
        Held::Open => "bench.held_open",
    })
}

fn pull(texts: &Texts, result: &SocketBench) -> comfy_table::Table {
    let mut grid = table::new(&[
        texts.say("bench.column_held_by"),
        texts.say("bench.column_mm_20"),
        texts.say("bench.column_mm_50"),
        texts.say("bench.column_mm_100"),
        texts.say("bench.column_n_1"),
        texts.say("bench.column_n_5"),
        texts.say("bench.column_n_10"),
    ]);
    for row in &result.pull {
        let at = |band: &twin::ensemble::Band, index: usize, digits, least| {
            let one = Spread {
                central: band.central[index],
                p10: band.p10[index],
                p50: band.p50[index],
                p90: band.p90[index],
            };
            words::spread_from(texts, &one, digits, least)
        };
        grid.add_row([
            held(texts, row.held).to_string(),
            at(&row.displacement_mm, 2, 1, RESOLVED_MM),
            at(&row.displacement_mm, 5, 1, RESOLVED_MM),
            at(&row.displacement_mm, 10, 1, RESOLVED_MM),
            at(&row.needs_n, 1, 0, f64::NEG_INFINITY),
            at(&row.needs_n, 5, 0, f64::NEG_INFINITY),
            at(&row.needs_n, 10, 0, f64::NEG_INFINITY),
        ]);
    }
    grid
}

fn fit(texts: &Texts, result: &SocketBench) -> comfy_table::Table {
    let mut grid = table::new(&[
        texts.say("bench.column_limb"),
        texts.say("bench.column_socket_volume"),
        texts.say("bench.column_slope"),
        texts.say("bench.column_apart_sd"),
        texts.say("bench.column_moves"),
        texts.say("bench.column_touching"),
    ]);
    for row in &result.fit {
        grid.add_row([
            texts.say(if row.limb == Limb::Model { "bench.limb_model" } else { "bench.limb_person" }).to_string(),
            words::number(texts, row.volume_pct, 1),
            words::spread(texts, &row.slope_inhg_per_mm, 2),
            row.separation_sd.as_ref().map_or_else(|| "–".into(), |apart| words::spread(texts, apart, 1)),
            words::spread_from(texts, &row.motion_mm, 1, RESOLVED_MM),
            words::percent(texts, &row.contact_share).trim_end_matches(" %").to_string(),
        ]);
    }
    grid
}

fn leaks(texts: &Texts, result: &SocketBench) -> comfy_table::Table {
    let mut grid = table::new(&[
        texts.say("bench.column_leak_zones"),
        texts.say("bench.column_whole"),
        texts.say("bench.column_taped"),
        texts.say("bench.column_pump_tube"),
        texts.say("bench.column_chart_names"),
        texts.say("bench.column_air_names"),
    ]);
    let named = |zone: Option<usize>, share: f64| {
        let zone = zone.map_or_else(
            || texts.say("bench.holds").to_string(),
            |zone| texts.fill("bench.zone", &[("zone", &zone.to_string())]),
        );
        format!("{zone} ({} %)", words::number(texts, 100.0 * share, 0))
    };
    for row in &result.leaks {
        let LeakResult { leaks_ml_per_min, decay_kpa_per_min, .. } = row;
        let [whole, taped, pump] = decay_kpa_per_min.map(|decay| words::spread(texts, &decay, 1));
        grid.add_row([
            leaks_ml_per_min.map(|leak| words::number(texts, leak, 1)).join(", "),
            whole,
            taped,
            pump,
            named(row.named_by_chart, row.share_chart_right),
            named(row.named_by_air, row.share_air_right),
        ]);
    }
    grid
}
