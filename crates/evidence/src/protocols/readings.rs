//! Series of readings that nobody has published yet, for asking what they would tell.

use super::fluid::{WALK, carry, free_activity};
use super::shared::{Bench, with_valve};
use physics::integrator::{Integrator, Tolerance};
use physics::network::{Network, Regime, State};
use twin::observe::{in_socket_fluid_pct, volume_pct};
use twin::parameters::Values;

/// A series of readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Scans of the limb every half minute for ten minutes after doffing.
    AfterDoffing,
    /// Bioimpedance every ten seconds through five minutes of standing and five of sitting.
    Standing,
    /// Bioimpedance every ten seconds through ten minutes of walking and ten of sitting.
    Walking,
    /// Bioimpedance every ten minutes over four hours of a day.
    Day,
}

/// Error of a scanned volume, % (assumed: a scanner's repeatability).
const SCAN_SD: f64 = 0.3;
/// Error of in-socket fluid, % of limb volume (assumed).
const FLUID_SD: f64 = 0.1;

/// The readings of one person with a valve, each over its error.
pub(crate) fn readings(bench: &Bench<'_>, values: &Values, reading: Reading) -> Vec<f64> {
    let network = with_valve(bench, values);
    let mut state = network.donned();
    // Two hours of a day; no sock is chosen, because a choice has no derivative.
    let worn: Vec<_> = free_activity().take(12).collect();
    carry(&network, &mut state, &worn, |_, _| ());
    let fluid = |parts: &[(Regime, f64)]| {
        series(&network, state, parts, |network, state| in_socket_fluid_pct(network, &state.limb) / FLUID_SD)
    };
    let often = |regime: Regime, minutes: usize| vec![(regime, 10.0); 6 * minutes];
    match reading {
        Reading::AfterDoffing => {
            let off = vec![(Regime::Doffed, 30.0); 20];
            series(&network, state, &off, |network, state| volume_pct(network, &state.limb) / SCAN_SD)
        }
        Reading::Standing => fluid(&[often(Regime::Stand, 5), often(Regime::Sit, 5)].concat()),
        Reading::Walking => fluid(&[often(WALK, 10), often(Regime::Sit, 10)].concat()),
        Reading::Day => {
            let parts: Vec<_> = free_activity().take(24).collect();
            let mut found = vec![];
            carry(&network, &mut state, &parts, |_, state| {
                found.push(in_socket_fluid_pct(&network, &state.limb) / FLUID_SD)
            });
            found
        }
    }
}

/// A reading after each part, less the one before the first: what a measurement of changes sees.
fn series(network: &Network, from: State, parts: &[(Regime, f64)], read: impl Fn(&Network, &State) -> f64) -> Vec<f64> {
    let mut state = from;
    let first = read(network, &state);
    let mut integrator = Integrator::new(Tolerance::default());
    let mut before = None;
    parts
        .iter()
        .map(|(regime, seconds)| {
            if before != Some(*regime) {
                integrator.restart();
                before = Some(*regime);
            }
            integrator.advance(network, &mut state, *regime, false, *seconds, |_, _| ());
            read(network, &state) - first
        })
        .collect()
}
