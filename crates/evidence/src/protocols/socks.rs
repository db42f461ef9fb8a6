//! Socks as volume, and what is left of contact when a limb shrinks.

use super::shared::{Answer, Bench, means, with_valve};
use domain::sock::SockPly;
use twin::assemble::sock_thickness;

/// Published volumes of 1-, 3- and 5-ply socks, unloaded, % of the model's.
const UNLOADED_PCT: [f64; 3] = [5.19, 10.42, 8.83];

/// Published unloaded volume over the model's loaded one.
pub(super) fn volumes(bench: &Bench<'_>) -> Vec<Answer> {
    let limb = &bench.reference.limb;
    means(bench, ["jasken2018.one_ply", "jasken2018.three_ply", "jasken2018.five_ply"], |values| {
        let thickness = sock_thickness(values);
        std::array::from_fn(|i| {
            // mm × cm² = 0.1 mL
            let loaded_ml = thickness.of(SockPly::ALL[i]) * limb.skin_area_cm2() * 0.1;
            UNLOADED_PCT[i] / (100.0 * loaded_ml / limb.volume_ml())
        })
    })
}

/// Share of the skin that 17 inHg holds at the wall when the mean gap has grown by a loss of 2 cm of circumference.
pub(super) fn held_after_two_centimetres(bench: &Bench<'_>) -> Vec<Answer> {
    means(bench, ["ottobock_harmony_brochure.two_centimetres"], |values| {
        let network = with_valve(bench, values);
        let gap = 0.02 / (2.0 * std::f64::consts::PI);
        [network.contact.resolve(gap, 57.6e3).contact_share]
    })
}
