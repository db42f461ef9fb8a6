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
fn vacuum_keeps_more_in_every_region_and_skin_over_bone_differs() {
    let bench = Bench::new();
    let (vacuum, valve) = (regions(&bench, &pump(2)), regions(&bench, &System::suction()));
    for (with, without) in vacuum.regions.iter().zip(&valve.regions) {
        assert!(with.post_doff_volume_end_pct > without.post_doff_volume_end_pct + 1.0, "{with:?} {without:?}");
    }
    // The reliefs over bone leave more room, into which vacuum draws; load hardly tells regions apart.
    let of = |name: &str| vacuum.regions.iter().find(|region| region.region.starts_with(name)).unwrap();
    let [bone, soft] = ["anterior-distal", "distal end"].map(|name| of(name).post_doff_volume_end_pct);
    assert!(bone > soft + 0.5, "{vacuum:?}");
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
