//! The table of what each answer of a case does to the simulated day: `docs/answers_moved.md`.

use domain::Case;
use domain::case::{FittingStage, Sex, SuspensionKind};
use domain::limb::{BonyProminence, LimbShape, Scars, SoftTissueAmount, TissueConsistency};
use domain::sock::SockPly;
use std::fmt::Write;
use twin::day::{DayInputs, simulate};
use twin::ensemble::{Draw, quantile};
use twin::fluctuation::condition;
use twin::parameters::{ParameterSet, Values};
use twin::quantity::{DayCourse, PEAK_PRESSURE_KPA};
use twin::system::{Drive, System};
use workup::library::Library;

/// An answer, and how the case is changed.
type Change = (&'static str, fn(&mut Case));

const CHANGES: &[Change] = &[
    ("nothing: the studies' person", |_| ()),
    ("arterial disease", |case| case.person.conditions.arterial_disease = true),
    ("diabetes", |case| case.person.conditions.diabetes = true),
    ("age 30", |case| case.person.age_years = 30.0),
    ("age 85", |case| case.person.age_years = 85.0),
    ("interim fitting", |case| case.person.fitting_stage = FittingStage::Interim),
    ("amputation 2 months ago", |case| case.limb.months_since_amputation = Some(2.0)),
    ("amputation 12 months ago", |case| case.limb.months_since_amputation = Some(12.0)),
    ("amputation 10 years ago", |case| case.limb.months_since_amputation = Some(120.0)),
    ("a woman", |case| case.person.sex = Some(Sex::Female)),
    ("a man", |case| case.person.sex = Some(Sex::Male)),
    ("flabby tissue", |case| case.limb.tissue_consistency = TissueConsistency::Flabby),
    ("indurated tissue", |case| case.limb.tissue_consistency = TissueConsistency::Indurated),
    ("excessive soft tissue", |case| case.limb.soft_tissue = SoftTissueAmount::Excessive),
    ("insufficient soft tissue", |case| case.limb.soft_tissue = SoftTissueAmount::Insufficient),
    ("bulbous shape", |case| case.limb.shape = LimbShape::Bulbous),
    ("difficult scars", |case| case.limb.scars = Scars::Difficult),
    ("prominent bone", |case| case.limb.bony_prominence = BonyProminence::Prominent),
    ("two 5-ply socks worn now, with a valve", |case| {
        case.prosthesis.suspension_now = SuspensionKind::Suction;
        case.prosthesis.socks_now = vec![SockPly::Five; 2];
    }),
    ("gap of 1 mm", |case| case.prosthesis.fit_gap_mm = 1.0),
];

/// Measured fluctuations that are tried, mm.
const FLUCTUATIONS: [f64; 5] = [5.0, 10.0, 14.0, 20.0, 45.0];
/// Persons of each.
const DRAW: Draw = Draw { persons: 100, seed: 1 };

/// The document.
///
/// # Errors
/// A case or parameters that do not read.
pub fn render(library: &Library) -> Result<String, String> {
    let mut case = parsed(workup::library::reference_case())?;
    case.day = parsed(include_str!("../../cases/mechanic.toml"))?.day;
    let central = library.parameters.central();
    let mut text = String::from(
        "# What each answer of a case moves\n\n\
         Made by `cargo xtask answers` (never edited by hand): the person of the published studies on the mechanic's day, one answer\n\
         changed each time, with central parameter values. Nearly all sizes are our assumptions, each a parameter with a spread\n\
         ([the page](model/answers.md)); the directions are those that the maker's documents and the studies name.\n\n\
         - *mean*, *end*: limb volume after doffing, over the day and at its end, % of that at donning\n\
         - *fluid*: fluid in the socket over the day, mean, %\n\
         - *socks*: added; *peak*: largest pressure of any region while walking, kPa\n",
    );
    for (name, system) in
        [("One-way valve", System::suction()), ("Pin", System::pin_lock()), ("Vacuum of 17 inHg", level(57.6))]
    {
        let _ = write!(
            text,
            "\n## {name}\n\n| answer | mean | end | fluid | socks | peak |\n|---|---:|---:|---:|---:|---:|\n"
        );
        for (answer, change) in CHANGES {
            let mut changed = case.clone();
            change(&mut changed);
            let day = day(&changed, &central, &system, library);
            let last = day.samples.last().ok_or("a day without a look")?;
            let mean = |read: fn(&DayCourse, usize) -> f64| {
                (0..day.samples.len()).map(|at| read(&day, at)).sum::<f64>() / day.samples.len() as f64
            };
            let _ = writeln!(
                text,
                "| {answer} | {:.2} | {:.2} | {:.2} | {} | {:.0} |",
                mean(|day, at| day.samples[at].seen.post_doff_volume_pct),
                last.seen.post_doff_volume_pct,
                mean(|day, at| day.samples[at].seen.in_socket_fluid_pct),
                last.socks,
                PEAK_PRESSURE_KPA.of(&day).unwrap_or(f64::NAN),
            );
        }
    }
    text += "\n## Level of vacuum\n\nHardly anything: where vacuum draws the limb to the wall, more of it draws no further.\n\n\
             | gap at donning | 10 inHg | 15 inHg | 20 inHg |\n|---|---:|---:|---:|\n";
    for gap_mm in [0.0, 1.0, 2.0, 4.0] {
        let mut loose = case.clone();
        loose.prosthesis.fit_gap_mm = gap_mm;
        let _ = write!(text, "| {gap_mm} mm |");
        for kpa in [33.9, 50.8, 67.7] {
            let day = day(&loose, &central, &level(kpa), library);
            let _ =
                write!(text, " {:.2} |", day.samples.last().map_or(f64::NAN, |last| last.seen.post_doff_volume_pct));
        }
        text.push('\n');
    }
    text += "\n## Measured fluctuation\n\nThe mechanic with a pin, by what a tape measured; persons drawn by it, on a one-way valve.\n\n\
             | measured, mm | expected of such persons | drawn by it | volume at the day's end, %, 10th, 50th, 90th percentile |\n\
             |---:|---|---|---|\n";
    let mechanic = parsed(include_str!("../../cases/mechanic.toml"))?;
    for measured in FLUCTUATIONS {
        let mut person = mechanic.clone();
        person.limb.daily_fluctuation_mm = measured;
        let Some((parameters, told)) = condition(&person, None, &library.parameters, &library.regions) else {
            continue;
        };
        let ends = ends(&person, &parameters, library);
        let at = |q: f64| quantile(&ends, q).unwrap_or(f64::NAN);
        let drawn = if told.followed {
            format!("{:.0} … {:.0}", told.drawn_mm.p10, told.drawn_mm.p90)
        } else {
            "cannot be followed: drawn as if not measured".into()
        };
        let _ = writeln!(
            text,
            "| {measured} | {:.0} … {:.0} | {drawn} | {:.1}, {:.1}, {:.1} |",
            told.expected_mm.p10,
            told.expected_mm.p90,
            at(0.1),
            at(0.5),
            at(0.9)
        );
    }
    Ok(text)
}

fn parsed(text: &str) -> Result<Case, String> {
    Case::parse(text).map_err(|problems| problems.first().map_or(String::new(), ToString::to_string))
}

fn level(vacuum_kpa: f64) -> System {
    System { id: "vacuum".into(), drive: Drive::Regulated { vacuum_kpa }, ..System::suction() }
}

fn day(case: &Case, values: &Values, system: &System, library: &Library) -> DayCourse {
    let usual = DayInputs::new(&library.regions);
    simulate(case, values, system, DayInputs { grid_s: 300.0, ..usual })
}

fn ends(case: &Case, parameters: &ParameterSet, library: &Library) -> Vec<f64> {
    let person = |person| day(case, &parameters.person(DRAW.seed, person), &System::suction(), library);
    let end = |day: DayCourse| day.samples.last().map(|last| last.seen.post_doff_volume_pct);
    let mut ends: Vec<f64> = (1..=DRAW.persons).filter_map(|index| end(person(index))).collect();
    ends.sort_by(f64::total_cmp);
    ends
}
