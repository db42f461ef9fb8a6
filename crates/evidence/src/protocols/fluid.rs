//! Protocols of the in-socket fluid studies: sessions of postures on the suspension of their own.
//!
//! None of the abstracts says on what the users walked or what they did before. Nobody comes to a laboratory on
//! crutches: they have worn their own prosthesis for two hours, doff it for ten minutes while electrodes are placed, and
//! don it with the sock that fills the room which the morning left. Every second person has a pin, the others a valve.

use super::shared::{Answer, Bench, compared_by_means, everyone_on_their_own};
use physics::gait_load::Pace;
use physics::integrator::{Integrator, Tolerance};
use physics::network::{Network, Regime, State};
use twin::ensemble::spread;
use twin::observe::in_socket_fluid_pct;
use twin::parameters::Values;

/// Walking in a laboratory's session.
const PACE: Pace = Pace { cadence: 100.0, speed: 1.1 };
pub(super) const WALK: Regime = Regime::Walk { pace: PACE, duty: 1.0 };

/// Postures in turns, with any vacuum source running.
pub(super) fn carry(
    network: &Network,
    state: &mut State,
    parts: &[(Regime, f64)],
    mut after: impl FnMut(usize, &State),
) {
    let mut integrator = Integrator::new(Tolerance::default());
    for (index, (regime, seconds)) in parts.iter().enumerate() {
        integrator.restart();
        integrator.advance(network, state, *regime, true, *seconds, |_, _| ());
        after(index, state);
    }
}

/// Two hours on their own prosthesis, ten minutes without it, donned again with the sock that fits best, and settled for
/// a quarter of an hour.
pub(super) fn settled(values: &Values, network: &Network) -> (Network, State) {
    let mut state = network.donned();
    let worn: Vec<_> = free_activity().take(12).collect();
    carry(network, &mut state, &worn, |_, _| ());
    carry(network, &mut state, &[(Regime::Doffed, 600.0)], |_, _| ());
    let gap = network.lasting_gap(&state.limb);
    let plies = [0.0, values.sock_one_ply_mm, values.sock_three_ply_mm, values.sock_five_ply_mm].map(|mm| mm * 1e-3);
    let left = |thickness: f64| (gap - thickness).abs();
    let socks = plies.into_iter().min_by(|a, b| left(*a).total_cmp(&left(*b))).unwrap_or(0.0);
    let network = network.with_fit(network.fit_gap, socks);
    network.vent(&mut state);
    carry(&network, &mut state, &[(Regime::Sit, 300.0), (WALK, 300.0), (Regime::Sit, 300.0)], |_, _| ());
    (network, state)
}

/// Ten turns of ten minutes, 60 % sitting, again and again.
pub(super) fn free_activity() -> impl Iterator<Item = (Regime, f64)> {
    let round = [
        Regime::Sit,
        WALK,
        Regime::Sit,
        Regime::Stand,
        Regime::Sit,
        Regime::Sit,
        Regime::Stand,
        Regime::Sit,
        WALK,
        Regime::Sit,
    ];
    round.into_iter().cycle().map(|regime| (regime, 600.0))
}

/// Thirty minutes of sitting, standing and walking in parts of five.
pub(super) fn session() -> Vec<(Regime, f64)> {
    [Regime::Sit, Regime::Stand, WALK, Regime::Sit, Regime::Stand, WALK].map(|regime| (regime, 300.0)).to_vec()
}

/// Sanders 2012: rates within and between sessions of a day.
pub(super) fn day(bench: &Bench<'_>) -> Vec<Answer> {
    let rows = everyone_on_their_own(bench, |values, network| {
        let (network, mut state) = settled(values, network);
        let network = &network;
        let fluid = |state: &State| in_socket_fluid_pct(network, &state.limb);
        let morning = fluid(&state);
        carry(network, &mut state, &session(), |_, _| ());
        let mut within = fluid(&state) - morning;
        let free: Vec<_> = free_activity().take(24).collect();
        carry(network, &mut state, &free, |_, _| ());
        let afternoon = fluid(&state);
        carry(network, &mut state, &session(), |_, _| ());
        within += fluid(&state) - afternoon;
        // Two sessions of half an hour; the afternoon's begins 4.5 h after the morning's.
        (within, (afternoon - morning) / 4.5)
    });
    let within = spread(rows.iter().map(|row| row.0));
    let between = spread(rows.iter().map(|row| row.1));
    vec![
        Answer { id: "sanders2012_day.within", compared: within.p50, spread: within },
        Answer { id: "sanders2012_day.between", compared: between.p50, spread: between },
    ]
}

/// What of each bout is the transition to its posture, which the study tells apart from the posture, s.
const TRANSITION_S: f64 = 15.0;
/// Length of a bout, s.
const BOUT_S: f64 = 100.0;

/// Changes summed by posture, transitions left out: standing, walking, sitting.
fn by_posture(values: &Values, network: &Network) -> [f64; 3] {
    let (network, mut state) = settled(values, network);
    let network = &network;
    let mut before = in_socket_fluid_pct(network, &state.limb);
    let mut sums = [0.0; 3];
    let bout = |regime: &Regime| [(*regime, TRANSITION_S), (*regime, BOUT_S - TRANSITION_S)];
    let parts: Vec<_> = [Regime::Stand, WALK, Regime::Sit].iter().cycle().take(15).flat_map(bout).collect();
    carry(network, &mut state, &parts, |index, state| {
        let now = in_socket_fluid_pct(network, &state.limb);
        if index % 2 == 1 {
            sums[index / 2 % 3] += now - before;
        }
        before = now;
    });
    sums
}

/// Sanders 2014: what standing, walking and sitting do.
pub(super) fn posture(bench: &Bench<'_>) -> Vec<Answer> {
    let rows = everyone_on_their_own(bench, by_posture);
    let column = |index: usize| spread(rows.iter().map(move |row| row[index]));
    let mean = |index: usize| rows.iter().map(|row| row[index]).sum::<f64>() / rows.len() as f64;
    let share = rows.iter().filter(|row| row[1] > 0.0).count() as f64 / rows.len() as f64;
    let standing_min = 5.0 * (BOUT_S - TRANSITION_S) / 60.0;
    let rate = spread(rows.iter().map(|row| row[0] / standing_min));
    let one = |value: f64| spread(std::iter::once(value));
    let correlation = correlation(&rows);
    vec![
        Answer { id: "sanders2014_posture.stand_rate", compared: mean(0) / standing_min, spread: rate },
        Answer { id: "sanders2014_posture.stand", compared: mean(0), spread: column(0) },
        Answer { id: "sanders2014_posture.walk", compared: mean(1), spread: column(1) },
        Answer { id: "sanders2014_posture.rest", compared: mean(2), spread: column(2) },
        Answer { id: "sanders2014_posture.walk_gainers", compared: share, spread: one(share) },
        Answer { id: "sanders2014_posture.correlation", compared: correlation, spread: one(correlation) },
    ]
}

/// Pearson's correlation of walking's and sitting's change.
fn correlation(rows: &[[f64; 3]]) -> f64 {
    let n = rows.len() as f64;
    let mean = |index: usize| rows.iter().map(|row| row[index]).sum::<f64>() / n;
    let (walk, rest) = (mean(1), mean(2));
    let moment = |f: &dyn Fn(&[f64; 3]) -> f64| rows.iter().map(f).sum::<f64>();
    let both = moment(&|row| (row[1] - walk) * (row[2] - rest));
    both / (moment(&|row| (row[1] - walk).powi(2)) * moment(&|row| (row[2] - rest).powi(2))).sqrt()
}

/// Sanders 2012: a 1-ply sock added and removed, against the same time without.
pub(super) fn socks(bench: &Bench<'_>) -> Vec<Answer> {
    let rows = everyone_on_their_own(bench, |values, without| {
        let (without, mut start) = settled(values, without);
        let without = &without;
        let with = without.with_fit(without.fit_gap, without.socks + values.sock_one_ply_mm * 1e-3);
        let part = [(Regime::Sit, 200.0), (Regime::Stand, 200.0), (WALK, 200.0)];
        carry(without, &mut start, &session(), |_, _| ());
        let after = |network: &Network, from: State| {
            let mut state = from;
            network.vent(&mut state);
            carry(network, &mut state, &part, |_, _| ());
            state
        };
        let fluid = |state: &State| in_socket_fluid_pct(without, &state.limb);
        let (added, same) = (after(&with, start), after(without, start));
        let (removed, kept) = (after(without, added), after(&with, added));
        [fluid(&added) - fluid(&same), fluid(&removed) - fluid(&kept)]
    });
    compared_by_means(["sanders2012_socks.add", "sanders2012_socks.remove"], &rows)
}
