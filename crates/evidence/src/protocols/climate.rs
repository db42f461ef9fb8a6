//! Protocols of the skin's climate: sitting, walking and exercise in the cold, and sweat with and without purging.
//!
//! What none of the abstracts says is assumed alike for all: a room of 22 °C, a limb that was bare and still in it, level walking
//! at 1.2 m/s, and half an hour of sitting in the prosthesis before a test that does not begin with donning.

use super::shared::{Answer, Bench, means};
use physics::gait_load::Pace;
use physics::network::Regime;
use physics::skin_climate::{ClimateState, SkinClimate, Surroundings};
use twin::assemble::{purging, skin_climate};
use twin::parameters::Values;

/// The laboratory, K (assumed): 22 °C.
const ROOM: f64 = 295.15;
/// Outdoors, K (assumed for "in the cold"): 0 °C.
const COLD: f64 = 273.15;
/// What winter clothes add, m²·K/W (assumed).
const WINTER_CLOTHES: f64 = 0.2;
/// Exercise in the cold over level walking (assumed).
const HARD: f64 = 2.0;
/// Sitting in the prosthesis before a test, s (assumed).
const BEFORE_S: f64 = 1_800.0;
/// Level walking.
const WALK: Regime = Regime::Walk { pace: Pace { cadence: 104.0, speed: 1.2 }, duty: 1.0 };

/// The prosthesis is on, in air of a temperature (K).
fn worn(ambient: f64, exercise: f64) -> Surroundings {
    Surroundings { ambient, exercise, worn: true, socks: 0.0 }
}

/// A person's climate, and the skin before donning.
fn bare(bench: &Bench<'_>, values: &Values) -> (SkinClimate, ClimateState) {
    let climate = skin_climate(&bench.reference.limb, values);
    (climate, climate.bare(ROOM))
}

/// Peery 2005.
pub(super) fn peery(bench: &Bench<'_>) -> Vec<Answer> {
    means(bench, ["peery2005.seated", "peery2005.walked"], |values| {
        let (climate, start) = bare(bench, values);
        let seated = climate.after(&start, worn(ROOM, 0.0), 900.0);
        let walked = climate.after(&seated, worn(ROOM, climate.exercise(WALK)), 600.0);
        [seated, walked].map(|state| state.temperature - start.temperature)
    })
}

/// Segal and Klute 2016.
pub(super) fn segal(bench: &Bench<'_>) -> Vec<Answer> {
    means(bench, ["segal2016.exercise", "segal2016.rest"], |values| {
        let (climate, start) = bare(bench, values);
        let before = climate.after(&start, worn(ROOM, 0.0), BEFORE_S);
        let dressed = SkinClimate { outside: climate.outside + WINTER_CLOTHES, ..climate };
        let hard = |state: &ClimateState| dressed.after(state, worn(COLD, HARD * climate.exercise(WALK)), 1_800.0);
        let first = hard(&before);
        let rested = dressed.after(&first, worn(COLD, 0.0), 300.0);
        let last = hard(&rested);
        [last.temperature - before.temperature, rested.temperature - first.temperature]
    })
}

/// Klute 2016.
pub(super) fn klute(bench: &Bench<'_>) -> Vec<Answer> {
    means(bench, ["klute2016.suction", "klute2016.held", "klute2016.purged"], |values| {
        let (climate, start) = bare(bench, values);
        let before = climate.after(&start, worn(ROOM, 0.0), BEFORE_S);
        // Minute by minute: what is purged depends on when it came.
        let walked = |climate: SkinClimate| {
            let around = worn(ROOM, climate.exercise(WALK));
            (0..30).fold(before, |state, _| climate.after(&state, around, 60.0))
        };
        let (kept, purged) = (walked(climate), walked(purging(climate, values)));
        [kept.held, purged.held, purged.purged - before.purged].map(|kilograms| kilograms * 1e3)
    })
}

#[cfg(test)]
mod tests {
    use crate::protocols::Bench;
    use crate::published::Published;
    use crate::validate::{Checked, Verdict, validate};
    use domain::Case;
    use std::collections::BTreeMap;
    use twin::parameters::{ParameterSet, Spread};
    use twin::regions::Regions;

    /// The rows of the three studies over 200 persons, with some parameters changed.
    fn rows(change: impl Fn(ParameterSet) -> ParameterSet) -> BTreeMap<String, Checked> {
        let reference = include_str!("../../../../data/published/reference_case.toml");
        let reference = Case::parse(reference).expect("a sound case");
        let pumps = [
            include_str!("../../../../data/catalog/ottobock/4R147.toml"),
            include_str!("../../../../data/catalog/ottobock/4R152.toml"),
        ];
        let shipped = include_str!("../../../../data/parameters.toml");
        let parameters = change(ParameterSet::parse(shipped, &pumps).expect("sound parameters"));
        let regions = Regions::parse(include_str!("../../../../data/regions.toml")).expect("sound regions");
        let tables = [
            include_str!("../../../../data/published/peery2005.toml"),
            include_str!("../../../../data/published/segal2016.toml"),
            include_str!("../../../../data/published/klute2016.toml"),
        ];
        let tables = tables.map(|text| Published::parse(text).expect("a sound table"));
        let bench = Bench { reference: &reference, parameters: &parameters, regions: &regions, persons: 200, seed: 1 };
        let checked = validate(&tables, &bench).expect("protocols");
        checked.into_iter().map(|row| (row.row.id.clone(), row)).collect()
    }

    #[test]
    fn one_set_of_parameters_is_as_warm_and_as_wet_as_measured_and_200_persons_differ() {
        for (id, row) in rows(|shipped| shipped) {
            assert_eq!(row.verdict, Verdict::InsideOne, "{id}: {}", row.compared);
            assert!(row.model.p10 < row.model.p50 && row.model.p50 < row.model.p90, "{id}: {:?}", row.model);
        }
    }

    #[test]
    fn what_a_purging_system_holds_and_puts_out_is_what_suction_holds() {
        let rows = rows(|shipped| shipped);
        let of = |id: &str| rows[id].compared;
        let purging = of("klute2016.held") + of("klute2016.purged");
        assert!((purging / of("klute2016.suction") - 1.0).abs() < 1e-9);
    }

    #[test]
    fn each_fitted_parameter_is_held_by_the_row_it_was_fitted_on() {
        let fitted = [
            ("skin_heat_capacity_kj_per_m2_k", 4.0, "peery2005.seated"),
            ("skin_exercise_heat_w_per_m2", 0.2, "segal2016.exercise"),
            ("sweat_gain_g_per_m2_h_k", 4.0, "klute2016.suction"),
            ("sweat_purge_time_min", 10.0, "klute2016.purged"),
        ];
        for (name, factor, row) in fitted {
            let rows = rows(|shipped| {
                let value = shipped.get(name).expect(name).value;
                shipped.with(name, factor * value, Spread::Fixed)
            });
            assert_ne!(rows[row].verdict, Verdict::InsideOne, "{name}: {}", rows[row].compared);
        }
    }
}
