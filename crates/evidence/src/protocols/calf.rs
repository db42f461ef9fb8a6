//! Protocols of limbs without a socket: a calf that is pressed, one that works, one that hangs, and a residual limb cast
//! twice after doffing.

use super::fluid::{carry, session, settled};
use super::shared::{Answer, Bench, compared_by_means, everyone_on_their_own, means, with_valve};
use physics::circulation::Circulation;
use physics::network::{Network, Regime};

/// Pressure that counts as small beside that of the veins, Pa.
const SMALL: f64 = 100.0;
/// Light cycling, s.
const CYCLING_S: u32 = 360;
/// Between taking a posture and the first reading, s.
const SETTLING_S: f64 = 60.0;
/// What is read from then on, s.
const HANGING_S: f64 = 600.0;
/// From doffing to the two casts, s.
const CASTS_S: [f64; 2] = [5.0, 1_200.0];

/// The calf of 1977: a small pressure comes suddenly and goes again.
pub(super) fn pressed(bench: &Bench<'_>) -> Vec<Answer> {
    means(bench, ["calf1977.compliance", "calf1977.resistance", "calf1977.inflow"], |values| {
        let limb = with_valve(bench, values).limb;
        let percent = |volume: f64| 100.0 * volume / limb.volume();
        let pressed_out = limb.blood.pool - limb.blood.target(SMALL);
        let outflow = -limb.blood.rate(-pressed_out, 1.0);
        // A pool that was pressed empty, at the moment of release.
        let inflow = limb.blood.rate(limb.blood.pool, 1.0);
        let kilopascals = SMALL / 1e3;
        [percent(pressed_out) / kilopascals, kilopascals / percent(outflow), percent(inflow)]
    })
}

/// Six minutes of work: what muscle takes up, a litre of limb read as a kilogram.
pub(super) fn exercise(bench: &Bench<'_>) -> Vec<Answer> {
    means(bench, ["exercise_fluid.light"], |values| {
        let limb = with_valve(bench, values).limb;
        let swelling = (0..CYCLING_S).fold(0.0, |swelling, _| swelling + limb.muscle.rate(swelling, 1.0));
        // m³/m³ → mL/L
        [1e3 * swelling / limb.volume()]
    })
}

/// A rested limb without a socket that stands, and one that hangs as in sitting: how fast it swells.
pub(super) fn hanging(bench: &Bench<'_>, ids: [&'static str; 2]) -> Vec<Answer> {
    means(bench, ids, |values| {
        let network = with_valve(bench, values);
        let posture = network.posture;
        [posture.stand, posture.sit].map(|drive| swelling_pct_per_min(&network, posture.still(drive)))
    })
}

fn swelling_pct_per_min(network: &Network, circulation: Circulation) -> f64 {
    let limb = &network.limb;
    let first = limb.let_be(&limb.at_rest(), circulation, SETTLING_S);
    let last = limb.let_be(&first, circulation, HANGING_S);
    100.0 * (limb.change(&last) - limb.change(&first)) / limb.volume() / (HANGING_S / 60.0)
}

/// Sanders 2013: mean radius of a cast taken 20 min after doffing less that of one taken at once.
pub(super) fn casts(bench: &Bench<'_>) -> Vec<Answer> {
    let rows = everyone_on_their_own(bench, |values, network| {
        let (network, mut state) = settled(values, network);
        carry(&network, &mut state, &session(), |_, _| ());
        let mut radius = [0.0; 2];
        let parts = [(Regime::Doffed, CASTS_S[0]), (Regime::Doffed, CASTS_S[1] - CASTS_S[0])];
        carry(&network, &mut state, &parts, |index, state| {
            radius[index] = network.limb.change(&state.limb) / network.contact.area;
        });
        [(radius[1] - radius[0]) * 1e3]
    });
    compared_by_means(["sanders2013_casts.radius"], &rows)
}
