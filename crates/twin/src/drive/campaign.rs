//! # Fault campaigns
//!
//! **Stands for** hours of an electronic pump in use with faults drawn by seed, watched for what must never happen.
//!
//! | invariant | what |
//! |---|---|
//! | ceiling | the vacuum never stands above the ceiling and the sensor's error, unless the ambient pressure has risen |
//! | own act | air is let in only while the gesture of reverse is held |
//! | told in time | a fault that must be told is told within its time (`fault`) |
//! | battery bounded | a torn sleeve does not empty the cells: one run of the pump a pause, and one more each time the person does something |
//! | no false alarm | nobody is told of a blocked line that is open, once the pump has run on it |
//! | recovers | a pause, a run and a margin (twenty minutes by default) after a repair the vacuum is back between its bands and no fault is left |
//!
//! The person sits, stands and walks by seed, turns the switch now and then, and sometimes holds reverse. A run that
//! fails is shrunk: faults that are not needed for the failure are left out, then the run is cut where it fails.
//!
//! **Assumptions** one fault at a time; what the person does is independent of it. **Tests** below: a controller that is
//! blind to its sensor fails and is shrunk to one fault; the real one runs clean.

use super::fault::{between, recovery_s};
use super::{Doing, Episode, Fault, Rig, plan};
use crate::parameters::Values;
use control::{Mode, Settings, Touch, Valve, Warning};
use domain::Case;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far above the ceiling a sensor's error may take the vacuum, Pa.
const ERROR_PA: f64 = 1_500.0;
/// How far outside its band the vacuum may stand when all is well, Pa.
const OFF_PA: f64 = 4_000.0;
/// What a run of the pump may take longer than the settings say, s: a step's margin.
const STEP_S: f64 = 2.0;
/// How long a raised set point may take beyond the longest run, s.
const RAISED_S: f64 = 60.0;

/// What went wrong in a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Failure {
    /// The seed of the run.
    pub seed: u64,
    /// When, s.
    pub at_s: f64,
    /// Which invariant, and how.
    pub what: String,
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
pub fn run(case: &Case, values: &Values, settings: &Settings, seed: u64, hours: f64) -> Result<Clean, Failure> {
    let episodes = plan(settings, seed, hours);
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
    let kind = |what: &str| what.split(':').next().unwrap_or_default().to_string();
    episodes.retain(|episode| episode.at_s <= failure.at_s);
    let mut index = 0;
    while index < episodes.len() {
        let mut fewer = episodes.clone();
        fewer.remove(index);
        match again(failure.at_s / 3_600.0 + 0.5, &fewer) {
            Err(same) if kind(&same.what) == kind(&failure.what) => (failure, episodes) = (same, fewer),
            _ => index += 1,
        }
    }
    Failure { episodes, ..failure }
}

fn tried(mut rig: Rig, seed: u64, hours: f64, episodes: &[Episode]) -> Result<Clean, Failure> {
    let mut hands = Hands::new(seed);
    let mut watch = Watch::new(rig.settings);
    let mut pump_s = 0.0;
    let (mut before, mut next_s) = (0.0, 0.0);
    while rig.t_s() < hours * 3_600.0 {
        let now = rig.t_s();
        if now >= next_s {
            for fault in Fault::ALL {
                let at_work = |episode: &&Episode| (episode.at_s..episode.ends_s()).contains(&now);
                let there = episodes.iter().filter(at_work).any(|episode| episode.fault == fault);
                if there != rig.has(fault) {
                    rig.fault(fault, there);
                    watch.noted(fault, there, now, hands.acts);
                }
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
        if let Err(what) = watch.look(&rig, &seen, &hands) {
            return Err(Failure { seed, at_s: seen.t_s, what, episodes: episodes.to_vec() });
        }
    }
    Ok(Clean { hours, faults: episodes.len() as u64, pump_hours: pump_s / 3_600.0 })
}

fn seconds(ms: u32) -> f64 {
    f64::from(ms) * 1e-3
}

/// What the person does, by seed.
struct Hands {
    random: ChaCha8Rng,
    next_s: f64,
    turn_s: f64,
    /// Reverse is, or was last, held until then, s.
    reverse_until_s: f64,
    holds: bool,
    /// How often the person has done something.
    acts: u32,
    position: u8,
}

impl Hands {
    fn new(seed: u64) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        random.set_stream(3);
        Self {
            random,
            next_s: 0.0,
            turn_s: 1_800.0,
            reverse_until_s: f64::NEG_INFINITY,
            holds: false,
            acts: 0,
            position: Touch::AUTOMATIC,
        }
    }

    fn move_on(&mut self, rig: &mut Rig) {
        let now = rig.t_s();
        if now >= self.next_s {
            self.acts += 1;
            self.next_s = now + between(&mut self.random, 60.0, 1_500.0);
            let doing = [Doing::Sit, Doing::Stand, Doing::Walk][self.random.next_u32() as usize % 3];
            if !rig.has(Fault::Doffed) {
                rig.does(doing);
            }
        }
        if now >= self.turn_s {
            self.acts += 2;
            self.turn_s = now + between(&mut self.random, 1_800.0, 10_800.0);
            let choice = self.random.next_u32() % 6;
            if choice == 0 {
                // Holds reverse for ten seconds, then turns back.
                (self.reverse_until_s, self.holds) = (now + 10.0, true);
                rig.touches(Touch { reverse_held: true, ..Touch::at(Touch::REVERSE) });
            } else {
                self.position = if choice == 5 { Touch::AUTOMATIC } else { choice as u8 };
                rig.touches(Touch::at(self.position));
            }
        } else if self.holds && now >= self.reverse_until_s {
            self.holds = false;
            rig.touches(Touch::at(self.position));
        }
    }

    /// Whether reverse is held, or was within the last `margin` seconds.
    fn held(&self, now: f64, margin: f64) -> bool {
        self.holds || now <= self.reverse_until_s + margin
    }
}

/// A run as long as this draws the 2 kPa that tell the controller how much air there is, and more, s.
const TELLING_RUN_S: f64 = 3.0;

/// Looks at every step.
struct Watch {
    settings: Settings,
    present: Vec<Fault>,
    told: bool,
    untold_s: f64,
    well_since_s: f64,
    /// How long the pump has run since all is well.
    pumped_well_s: f64,
    low_since_s: f64,
    risen: bool,
    burst_pump_s: f64,
    burst_s: f64,
    burst_acts: u32,
    before_s: f64,
}

impl Watch {
    fn new(settings: Settings) -> Self {
        Self {
            settings,
            present: vec![],
            told: false,
            untold_s: 0.0,
            well_since_s: 0.0,
            pumped_well_s: 0.0,
            low_since_s: 0.0,
            risen: false,
            burst_pump_s: 0.0,
            burst_s: 0.0,
            burst_acts: 0,
            before_s: 0.0,
        }
    }

    fn noted(&mut self, fault: Fault, there: bool, now: f64, acts: u32) {
        self.present.retain(|other| *other != fault);
        if there {
            self.present.push(fault);
            (self.told, self.untold_s) = (false, 0.0);
            (self.burst_pump_s, self.burst_s, self.burst_acts) = (0.0, 0.0, acts);
        }
        self.risen = fault == Fault::Altitude && !there;
        (self.well_since_s, self.pumped_well_s) = (now, 0.0);
    }

    fn look(&mut self, rig: &Rig, seen: &super::Seen, hands: &Hands) -> Result<(), String> {
        let dt = seen.t_s - self.before_s;
        self.before_s = seen.t_s;
        // Letting go is debounced, too.
        let held = hands.held(seen.t_s, 1.0);
        if seen.outputs.valve == Valve::Release && !held {
            return Err("own act: air was let in though nobody held reverse".into());
        }
        if held || seen.doing == Doing::Doffed {
            self.well_since_s = seen.t_s;
        }
        self.pumped_well_s += if seen.outputs.pump.is_on() { dt } else { 0.0 };
        if self.well_since_s == seen.t_s {
            self.pumped_well_s = 0.0;
        }
        if seen.vacuum > self.settings.ceiling.pa() + ERROR_PA && !self.risen {
            return Err(format!("ceiling: {:.1} kPa stand in the socket", seen.vacuum / 1e3));
        }
        self.in_time(seen, dt)?;
        if rig.has(Fault::Burst) {
            self.burst_s += dt;
            self.burst_pump_s += if seen.outputs.pump.is_on() { dt } else { 0.0 };
            let runs = 1.0
                + (self.burst_s / seconds(self.settings.pause_ms)).floor()
                + f64::from(hands.acts - self.burst_acts);
            if self.burst_pump_s > (seconds(self.settings.longest_run_ms) + STEP_S) * runs {
                return Err(format!(
                    "battery bounded: ran {:.0} of {:.0} s of a torn sleeve",
                    self.burst_pump_s, self.burst_s
                ));
            }
        }
        self.recovered(seen)
    }

    fn in_time(&mut self, seen: &super::Seen, dt: f64) -> Result<(), String> {
        let Some(fault) = self.present.first().copied() else { return Ok(()) };
        let wanted: &[Warning] = match fault {
            Fault::SensorSilent | Fault::SensorStuck => &[Warning::Sensor, Warning::Leak, Warning::Blocked],
            Fault::SwitchUnreadable => &[Warning::Switch],
            Fault::CellsEmpty => &[Warning::CellsEmpty],
            Fault::MotionLost => &[Warning::MotionLost],
            Fault::Burst => &[Warning::Leak],
            Fault::TubeBlocked => &[Warning::Blocked],
            _ => return Ok(()),
        };
        // A unit that is off, or let air in, does not need what has failed; only automatic needs the motion; a sensor
        // that is stuck while nothing changes says the truth.
        let needed = match (fault, seen.trace.mode) {
            (Fault::MotionLost, mode) => mode == Mode::Automatic,
            (Fault::SensorStuck | Fault::Burst | Fault::TubeBlocked, _) => seen.outputs.pump.is_on(),
            (_, Mode::Off | Mode::Reverse | Mode::Storage) => false,
            _ => true,
        };
        self.told = self.told || wanted.iter().any(|warning| seen.trace.warnings.contains(*warning));
        self.untold_s += if needed && !self.told { dt } else { 0.0 };
        match fault.told_within_s() {
            Some(within) if self.untold_s > within => {
                Err(format!("told in time: nothing of {} in {:.0} s", fault.name(), self.untold_s))
            }
            _ => Ok(()),
        }
    }

    fn recovered(&mut self, seen: &super::Seen) -> Result<(), String> {
        let low = seen.trace.set_point.is_some_and(|set| seen.vacuum < set.pa() - self.settings.band.pa() - OFF_PA);
        if !low {
            self.low_since_s = seen.t_s;
        }
        if !self.present.is_empty() || seen.t_s - self.well_since_s < recovery_s(&self.settings) {
            return Ok(());
        }
        if let Some(fault) = seen.trace.fault {
            return Err(format!("recovers: still in fault {fault:?}"));
        }
        // Only a run can tell that a line is open again; while the vacuum stands none is due, and the warning stays.
        if seen.trace.warnings.contains(Warning::Blocked) && self.pumped_well_s > TELLING_RUN_S {
            return Err("no false alarm: told of a blocked line, which is open".into());
        }
        if seen.t_s - self.low_since_s > seconds(self.settings.longest_run_ms) + RAISED_S {
            let set = seen.trace.set_point.map_or(0.0, |set| set.pa());
            return Err(format!(
                "recovers: {:.1} kPa stand where {:.1} kPa are set ({:?}, {:?}, {:?})",
                seen.vacuum / 1e3,
                set / 1e3,
                seen.doing,
                seen.trace.wear,
                seen.outputs.warning
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::ParameterSet;

    fn person() -> (Case, Values) {
        let case = Case::parse(include_str!("../../../../cases/mechanic.toml")).unwrap();
        let parameters = ParameterSet::parse(include_str!("../../../../data/parameters.toml")).unwrap();
        (case, parameters.central())
    }

    #[test]
    fn the_controller_runs_clean_and_the_same_seed_gives_the_same_run() {
        let (case, values) = person();
        // A few: thousands of hours are the campaign job's (`.ci/campaign`).
        for seed in 0..4 {
            let clean = run(&case, &values, &Settings::default(), seed, 12.0);
            assert!(clean.is_ok(), "{clean:?}");
            assert_eq!(clean, run(&case, &values, &Settings::default(), seed, 12.0));
        }
    }

    #[test]
    fn other_settings_run_clean_too() {
        let (case, values) = person();
        let settings = Settings {
            levels: [8.0, 10.0, 12.0, 24.0].map(units::VacuumLevel::from_inhg),
            band: units::VacuumLevel::from_inhg(0.8),
            longest_run_ms: 45_000,
            pause_ms: 1_500_000,
            debounce_ms: 900,
            silence_ms: 2_000,
            ..Settings::default()
        };
        for seed in 0..4 {
            let clean = run(&case, &values, &settings, seed, 12.0);
            assert!(clean.is_ok(), "{clean:?}");
            assert_ne!(clean, run(&case, &values, &Settings::default(), seed, 12.0));
        }
    }

    #[test]
    fn a_failure_is_shrunk_to_the_faults_that_it_needs() {
        let at = |fault, at_s| Episode { fault, at_s, for_s: 10.0 };
        let all = vec![at(Fault::Pinhole, 100.0), at(Fault::Burst, 200.0), at(Fault::Altitude, 300.0)];
        let failure = Failure { seed: 7, at_s: 250.0, what: "ceiling: 86 kPa".into(), episodes: all.clone() };
        let again = |hours: f64, episodes: &[Episode]| {
            if episodes.iter().any(|episode| episode.fault == Fault::Burst) {
                return Err(Failure { at_s: 240.0, what: "ceiling: 87 kPa".into(), ..failure.clone() });
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
        let look = |seen: &super::super::Seen| Watch::new(Settings::default()).look(&rig, seen, &hands);
        assert_eq!(look(&seen), Ok(()));
        let vented = control::Outputs { valve: Valve::Release, ..seen.outputs };
        assert!(look(&super::super::Seen { outputs: vented, ..seen }).unwrap_err().starts_with("own act"));
        assert!(look(&super::super::Seen { vacuum: 90e3, ..seen }).unwrap_err().starts_with("ceiling"));
    }
}
