//! # Fault campaigns
//!
//! **Stands for** hours of an electronic pump in use with faults drawn by seed, one at a time or in pairs, watched for what must
//! never happen. What that is: [`Invariant`], on the page `watch`.
//!
//! The person sits, stands and walks by seed, turns the switch now and then, and sometimes holds reverse (`hands`). A run that
//! fails is shrunk: faults that are not needed for the failure are left out.
//!
//! **Assumptions** what the person does is independent of the faults, but for letting air in after a driver or a sensor was
//! repaired, which is how a unit learns of it. **Tests** below: a controller that is blind to its sensor fails and is shrunk to one
//! fault; the real one runs clean.

mod hands;
mod watch;

use super::{Drawn, Episode, Fault, Rig, plan};
use crate::parameters::Values;
use control::Settings;
use domain::Case;
use hands::Hands;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use watch::Watch;
pub use watch::{Broken, Invariant, telling};

/// What went wrong in a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Failure {
    /// The seed of the run.
    pub seed: u64,
    /// When, s.
    pub at_s: f64,
    /// Which invariant, and how.
    #[serde(flatten)]
    pub broken: Broken,
    /// The faults that it takes.
    pub episodes: Vec<Episode>,
}

/// A run without a failure, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Clean {
    /// Simulated hours.
    pub hours: f64,
    /// Faults that were tried.
    pub faults: u64,
    /// Hours that the pump ran.
    pub pump_hours: f64,
}

impl Clean {
    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self {
            hours: self.hours + other.hours,
            faults: self.faults + other.faults,
            pump_hours: self.pump_hours + other.pump_hours,
        }
    }
}

/// Runs `hours` with the faults of `seed`; a failure comes shrunk.
///
/// # Errors
/// The failure.
pub fn run(
    case: &Case,
    values: &Values,
    settings: &Settings,
    drawn: Drawn,
    seed: u64,
    hours: f64,
) -> Result<Clean, Failure> {
    let episodes = plan(settings, drawn, seed, hours);
    let again =
        |hours: f64, episodes: &[Episode]| tried(Rig::new(case, values, *settings, seed), seed, hours, episodes);
    again(hours, &episodes).map_err(|failure| shrunk(failure, episodes, again))
}

/// Leaves out the faults that a failure does not need.
fn shrunk(
    mut failure: Failure,
    mut episodes: Vec<Episode>,
    again: impl Fn(f64, &[Episode]) -> Result<Clean, Failure>,
) -> Failure {
    episodes.retain(|episode| episode.at_s <= failure.at_s);
    let mut index = 0;
    while index < episodes.len() {
        let mut fewer = episodes.clone();
        fewer.remove(index);
        match again(failure.at_s / 3_600.0 + 0.5, &fewer) {
            Err(same) if same.broken.invariant == failure.broken.invariant => (failure, episodes) = (same, fewer),
            _ => index += 1,
        }
    }
    Failure { episodes, ..failure }
}

fn tried(mut rig: Rig, seed: u64, hours: f64, episodes: &[Episode]) -> Result<Clean, Failure> {
    let mut hands = Hands::new(seed);
    let mut watch = Watch::new(rig.settings);
    let (mut pump_s, mut latched) = (0.0, false);
    let (mut before, mut next_s) = (0.0, 0.0);
    while rig.t_s() < hours * 3_600.0 {
        let now = rig.t_s();
        if now >= next_s {
            for fault in Fault::ALL {
                let at_work = |episode: &&Episode| (episode.at_s..episode.ends_s()).contains(&now);
                let there = episodes.iter().filter(at_work).find(|episode| episode.fault == fault);
                if there.is_some() != rig.has(fault) {
                    let flicker = there.and_then(|episode| episode.flicker);
                    rig.flickers(fault, there.is_some(), flicker);
                    watch.noted(fault, there.is_some(), flicker, now, hands.acts);
                    latched |= fault.is_latched();
                }
            }
            if latched && watch.all_repaired() {
                latched = false;
                hands.will_let_air_in(now);
            }
            let times = episodes.iter().flat_map(|episode| [episode.at_s, episode.ends_s()]);
            next_s = times.filter(|time| *time > now).fold(f64::INFINITY, f64::min);
        }
        hands.move_on(&mut rig);
        let seen = rig.step();
        if seen.outputs.pump.is_on() {
            pump_s += seen.t_s - before;
        }
        before = seen.t_s;
        if let Err(broken) = watch.look(&rig, &seen, &hands) {
            return Err(Failure { seed, at_s: seen.t_s, broken, episodes: episodes.to_vec() });
        }
    }
    Ok(Clean { hours, faults: episodes.len() as u64, pump_hours: pump_s / 3_600.0 })
}

#[cfg(test)]
mod tests {
    use super::super::Doing;
    use super::*;
    use crate::parameters::ParameterSet;
    use control::Valve;

    fn person() -> (Case, Values) {
        let case = Case::parse(include_str!("../../../../cases/mechanic.toml")).unwrap();
        let parameters = ParameterSet::parse(
            include_str!("../../../../data/parameters.toml"),
            &[
                include_str!("../../../../data/catalog/ottobock/4R147.toml"),
                include_str!("../../../../data/catalog/ottobock/4R152.toml"),
            ],
        )
        .unwrap();
        (case, parameters.central())
    }

    #[test]
    fn the_controller_runs_clean_and_the_same_seed_gives_the_same_run() {
        let (case, values) = person();
        // A few: thousands of hours are the campaign job's (`.ci/campaign`).
        for seed in 0..4 {
            let clean = run(&case, &values, &Settings::default(), Drawn::Single, seed, 12.0);
            assert!(clean.is_ok(), "{clean:?}");
            assert_eq!(clean, run(&case, &values, &Settings::default(), Drawn::Single, seed, 12.0));
        }
    }

    #[test]
    fn other_settings_run_clean_too() {
        let (case, values) = person();
        let settings = Settings {
            levels: [8.0, 10.0, 12.0, 16.0].map(units::VacuumLevel::from_inhg),
            band: units::VacuumLevel::from_inhg(0.8),
            longest_run_ms: 45_000,
            pause_ms: 1_500_000,
            automatic: [8.0, 9.0, 10.0, 12.0, 14.0, 16.0].map(units::VacuumLevel::from_inhg),
            debounce_ms: 900,
            silence_ms: 2_000,
            ..Settings::default()
        };
        for seed in 0..4 {
            let clean = run(&case, &values, &settings, Drawn::Single, seed, 12.0);
            assert!(clean.is_ok(), "{clean:?}");
            assert_ne!(clean, run(&case, &values, &Settings::default(), Drawn::Single, seed, 12.0));
        }
    }

    #[test]
    fn a_failure_is_shrunk_to_the_faults_that_it_needs() {
        let at = |fault, at_s| Episode { fault, at_s, for_s: 10.0, flicker: None };
        let broken = |what: &str| Broken { invariant: Invariant::Ceiling, what: what.into() };
        let all = vec![at(Fault::Pinhole, 100.0), at(Fault::Burst, 200.0), at(Fault::Altitude, 300.0)];
        let failure = Failure { seed: 7, at_s: 250.0, broken: broken("86 kPa"), episodes: all.clone() };
        let again = |hours: f64, episodes: &[Episode]| {
            if episodes.iter().any(|episode| episode.fault == Fault::Burst) {
                return Err(Failure { at_s: 240.0, broken: broken("87 kPa"), ..failure.clone() });
            }
            Ok(Clean { hours, ..Clean::default() })
        };
        let small = shrunk(failure.clone(), all, again);
        assert_eq!(small.episodes, [at(Fault::Burst, 200.0)]);
        assert_eq!((small.seed, small.at_s), (7, 240.0));
    }

    #[test]
    fn the_watch_sees_air_let_in_and_a_vacuum_that_stands_too_high() {
        let (case, values) = person();
        let mut rig = Rig::new(&case, &values, Settings::default(), 1);
        let seen = rig.step();
        let hands = Hands::new(1);
        let look = |seen: &super::super::Seen| {
            Watch::new(Settings::default()).look(&rig, seen, &hands).map_err(|broken| broken.invariant)
        };
        assert_eq!(look(&seen), Ok(()));
        let vented = control::Outputs { valve: Valve::Release, ..seen.outputs };
        assert_eq!(look(&super::super::Seen { outputs: vented, ..seen }), Err(Invariant::OwnAct));
        assert_eq!(look(&super::super::Seen { vacuum: 90e3, ..seen }), Err(Invariant::Ceiling));
    }

    #[test]
    fn a_suspension_that_is_lost_in_silence_is_seen_and_one_that_is_told_is_not() {
        let (case, values) = person();
        let mut rig = Rig::new(&case, &values, Settings::default(), 1);
        let seen = super::super::Seen { vacuum: 3e3, doing: Doing::Walk, ..rig.step() };
        let hands = Hands::new(1);
        for (told, silent) in [(None, true), (Some(control::Warning::Leak), false)] {
            let outputs = control::Outputs { warning: told, ..seen.outputs };
            let mut watch = Watch::new(Settings::default());
            // Shorter than the time in which it has to recover, which is another invariant.
            let broke = (0..1_200).find_map(|t| {
                watch.look(&rig, &super::super::Seen { t_s: f64::from(t), outputs, ..seen }, &hands).err()
            });
            assert_eq!(broke.map(|broken| broken.invariant), silent.then_some(Invariant::NoSilence));
        }
    }

    #[test]
    fn two_faults_at_once_run_clean() {
        let (case, values) = person();
        for seed in 0..4 {
            let clean = run(&case, &values, &Settings::default(), Drawn::Pairs, seed, 12.0);
            assert!(clean.is_ok(), "{clean:?}");
        }
    }
}
