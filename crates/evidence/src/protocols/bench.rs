//! Studies on benches: pumps on rigid chambers, a liner over a gap, a limb model in sockets, suction on skin.

use super::shared::{Answer, Bench, everyone, means};
use domain::Case;
use twin::assemble::{Disturbance, assemble};
use twin::bench::dome::{Dome, LINERS};
use twin::bench::fit::{self, Limb, NOISE_INHG, VOLUMES_PCT};
use twin::bench::pump::{CHAMBERS_ML, Course, PumpUnderTest, evacuate};
use twin::bench::{Line, inhg, leak_free};
use twin::ensemble::spread;
use twin::parameters::Values;
use twin::system::System;

/// The chamber on which single figures are told, mL: the middle one.
const MIDDLE_ML: f64 = 98.0;
/// Lightest and heaviest body mass for which the maker makes rings, kg (ottobock_p3_ifu).
const RINGS_KG: [f64; 2] = [40.0, 125.0];
/// Cycles after which the hybrid pump was read.
const HYBRID_CYCLES: usize = 300;
/// Stiffness left in a worn ring.
const WORN: f64 = 0.8;
/// Vacuum of the fit bench, Pa (the research target).
const FIT_VACUUM: f64 = 57.6e3;
/// Suction (Pa) and time (s) at which the median blister was raised.
const BLISTER: (f64, f64) = (28e3, 4_500.0);

/// A single-chamber pump with its ring's mass on the tester, washers and stiffness given.
fn ring(mass_kg: f64, ring_condition: f64, washers: u32) -> PumpUnderTest {
    PumpUnderTest::WeightActivated {
        chambers: 1,
        rated_mass_kg: mass_kg,
        load_mass_kg: mass_kg,
        ring_condition,
        washers,
        delivered_washers: 2,
    }
}

/// The reference person's ring as delivered.
fn usual_ring(bench: &Bench<'_>) -> PumpUnderTest {
    ring(bench.reference.person.body_mass_kg, 1.0, 2)
}

/// Cycles or seconds to the target; a device that never reaches it counts as not a number.
fn to_target(course: &Course) -> f64 {
    course.to_target.unwrap_or(f64::NAN)
}

/// Straightness over the chambers, and how near the rings of all masses are to each other.
pub(super) fn komolafe(bench: &Bench<'_>) -> Vec<Answer> {
    let ids = ["komolafe2013.mechanical_straight", "komolafe2013.electric_straight", "komolafe2013.mechanical_close"];
    means(bench, ids, |values| {
        let reached = |pump, chamber_ml| to_target(&evacuate(values, pump, chamber_ml, leak_free()));
        let straight = |pump| {
            let points = CHAMBERS_ML.map(|chamber_ml| (chamber_ml, reached(pump, chamber_ml)));
            Line::through(&points).map_or(f64::NAN, |line| line.r_squared)
        };
        let [light, heavy] = RINGS_KG.map(|mass_kg| reached(ring(mass_kg, 1.0, 2), MIDDLE_ML));
        [straight(usual_ring(bench)), straight(PumpUnderTest::Electric), light / heavy]
    })
}

/// Vacuum after 300 cycles, and whether every cycle gains less than the one before.
pub(super) fn hybrid(bench: &Bench<'_>) -> Vec<Answer> {
    means(bench, ["hybrid2015.after_300", "hybrid2015.concave"], |values| {
        let course = evacuate(values, usual_ring(bench), MIDDLE_ML, leak_free()).vacuum_kpa;
        let gains: Vec<f64> = course.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let concave = gains.iter().all(|gain| *gain >= 0.0) && gains.windows(2).all(|pair| pair[1] <= pair[0] + 1e-9);
        [inhg(course[HYBRID_CYCLES.min(course.len() - 1)]), f64::from(u8::from(concave))]
    })
}

/// The maker's pump with a washer less and with a worn ring.
pub(super) fn washers_and_wear(bench: &Bench<'_>) -> Vec<Answer> {
    let ids = [
        "ottobock_p3_ifu.one_washer",
        "ottobock_p3_ifu.one_washer_deepest",
        "ottobock_p3_ifu.worn_ring",
        "ottobock_p3_ifu.worn_ring_slower",
        "ottobock_p3_ifu.worn_ring_deepest",
    ];
    means(bench, ids, |values| {
        let mass_kg = bench.reference.person.body_mass_kg;
        let on_chamber = |pump| evacuate(values, pump, MIDDLE_ML, leak_free());
        let [new, one_washer, worn] =
            [ring(mass_kg, 1.0, 2), ring(mass_kg, 1.0, 1), ring(mass_kg, WORN, 2)].map(on_chamber);
        [
            inhg(one_washer.deepest_kpa - new.deepest_kpa),
            one_washer.deepest_kpa,
            inhg(worn.deepest_kpa - new.deepest_kpa),
            to_target(&worn) / to_target(&new),
            worn.deepest_kpa,
        ]
    })
}

/// The liner over a gap.
pub(super) fn dome(bench: &Bench<'_>) -> Vec<Answer> {
    let ids = ["ev_bench_model.linear", "ev_bench_model.knee", "ev_bench_model.plateau", "ev_bench_model.liner"];
    means(bench, ids, |values| {
        let plateau = |gap, liner| Dome::new(values, gap, liner).tissue_vacuum(twin::bench::dome::most_vacuum());
        let straight = twin::bench::dome::GAPS_MM
            .iter()
            .flat_map(|gap| LINERS.map(|liner| Dome::new(values, *gap, liner)))
            .filter_map(|dome| dome.read())
            .map(|reading| reading.r_squared)
            .fold(1.0, f64::min);
        let middle = Dome::new(values, 2.0, 1.0);
        let knee = middle.read().map_or(f64::NAN, |reading| reading.knee / middle.linear_knee());
        let (softest, stiffest) = (LINERS[0], LINERS[LINERS.len() - 1]);
        [straight, knee, plateau(2.0, 1.0) / (2.0 * plateau(1.0, 1.0)), plateau(2.0, stiffest) / plateau(2.0, softest)]
    })
}

/// A limb model in five sockets.
pub(super) fn wernke(bench: &Bench<'_>) -> Vec<Answer> {
    means(bench, ["wernke2017.separation", "wernke2017.motion"], |values| {
        let fits = VOLUMES_PCT.map(|pct| fit::measure(bench.reference, values, Limb::Model, pct, FIT_VACUUM));
        let least = fits
            .windows(2)
            .map(|pair| fit::separation(pair[0].slope, pair[1].slope, NOISE_INHG))
            .fold(f64::INFINITY, f64::min);
        [least, fits[fits.len() - 1].motion_mm / fits[0].motion_mm]
    })
}

/// Steady suction on skin.
pub(super) fn blister(bench: &Bench<'_>) -> Vec<Answer> {
    let dose = |case: &Case, values: &Values| {
        let network = assemble(case, values, &System::suction(), Disturbance::default());
        network.blister.dose_rate(BLISTER.0) * BLISTER.1
    };
    let mut frail = bench.reference.clone();
    frail.person.age_years = 70.0;
    frail.person.conditions.diabetes = true;
    let doses = everyone(bench, |values| dose(bench.reference, values));
    let central = bench.parameters.central();
    let line = dose(bench.reference, &central);
    let flagged = doses.iter().filter(|dose| **dose >= 1.0 - 1e-9).count() as f64 / doses.len() as f64;
    let derated = everyone(bench, |values| dose(&frail, values) / dose(bench.reference, values));
    vec![
        Answer { id: "hatje2015.line", compared: line, spread: spread(doses.iter().copied()) },
        Answer { id: "hatje2015.flagged", compared: flagged, spread: spread(std::iter::once(flagged)) },
        Answer {
            id: "hatje2015.derated",
            compared: derated.iter().sum::<f64>() / derated.len() as f64,
            spread: spread(derated.iter().copied()),
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use twin::parameters::ParameterSet;
    use twin::regions::Regions;

    fn with_bench<T>(use_it: impl Fn(&Bench<'_>) -> T) -> T {
        let reference = Case::parse(include_str!("../../../../data/published/reference_case.toml")).unwrap();
        let parameters = ParameterSet::parse(
            include_str!("../../../../data/parameters.toml"),
            &[
                include_str!("../../../../data/catalog/ottobock/4R147.toml"),
                include_str!("../../../../data/catalog/ottobock/4R152.toml"),
            ],
        )
        .unwrap();
        let regions = Regions::parse(include_str!("../../../../data/regions.toml")).unwrap();
        use_it(&Bench { reference: &reference, parameters: &parameters, regions: &regions, persons: 10, seed: 1 })
    }

    #[test]
    fn every_answer_is_a_number_and_the_same_when_asked_again() {
        with_bench(|bench| {
            for study in [komolafe, hybrid, washers_and_wear, dome, wernke, blister] {
                let answers = study(bench);
                assert!(answers.iter().all(|answer| answer.compared.is_finite()), "{answers:?}");
                assert_eq!(answers, study(bench));
            }
        });
    }

    #[test]
    fn a_washer_less_is_shallower_on_every_device() {
        with_bench(|bench| {
            let answers = washers_and_wear(bench);
            assert!(answers[0].spread.p90 < 0.0, "{:?}", answers[0]);
        });
    }
}
