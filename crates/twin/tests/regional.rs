//! Regions through a day.

use crate::day::{Bench, case, pump};
use twin::day::DayInputs;
use twin::quantity::POST_DOFF_VOLUME_END_PCT;
use twin::regional::{RegionsOfDay, by_region};
use twin::system::System;

fn regions(bench: &Bench, system: &System) -> RegionsOfDay {
    by_region(&case("mechanic"), &bench.values(), system, DayInputs::new(&bench.regions))
}

#[test]
fn vacuum_keeps_more_in_every_region_and_what_carries_more_loses_more() {
    let bench = Bench::new();
    let (vacuum, valve) = (regions(&bench, &pump(2)), regions(&bench, &System::suction()));
    for (with, without) in vacuum.regions.iter().zip(&valve.regions) {
        assert!(with.post_doff_volume_end_pct > without.post_doff_volume_end_pct + 1.0, "{with:?} {without:?}");
    }
    let of = |place: usize| valve.regions[place].in_socket_fluid_end_pct;
    // The patellar tendon carries most of the skin without bone, the distal end least.
    assert!(of(0) < of(5), "{valve:?}");
}

#[test]
fn the_regions_together_are_near_the_whole_limb() {
    let bench = Bench::new();
    for system in [pump(2), System::suction(), System::pin_lock()] {
        let regions = regions(&bench, &system).regions;
        let mean: f64 = regions.iter().map(|region| region.area_share * region.post_doff_volume_end_pct).sum();
        let whole = POST_DOFF_VOLUME_END_PCT.of(&bench.day(&case("mechanic"), &system)).unwrap();
        // Socks and swelling differ from region to region, so not nearer.
        assert!((mean - whole).abs() < 1.5, "{}: {mean} of {whole}", system.id);
    }
}
