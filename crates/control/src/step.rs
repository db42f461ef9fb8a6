//! One step of the controller.

use crate::settings::Settings;
use units::{AbsolutePressure, VacuumLevel};

/// The rotary switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// Off.
    Off,
    /// Vacuum by activity.
    Automatic,
    /// Manual level, 1 to 4; anything else is a fault of the switch.
    Manual(u8),
    /// Flush, quick release.
    Reverse,
}

/// What the person is recognised to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// Lying or sitting.
    Rest,
    /// Standing.
    Stand,
    /// Walking.
    Walk,
}

/// What the controller senses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs {
    /// Position of the switch.
    pub switch: Switch,
    /// Absolute pressure in the socket line; `None` when the sensor does not answer.
    pub line: Option<AbsolutePressure>,
    /// Ambient pressure.
    pub ambient: AbsolutePressure,
    /// Recognised activity.
    pub activity: Activity,
    /// Voltage of both cells in series.
    pub cell_volts: f64,
}

/// What the valve between pump and socket does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Valve {
    /// Keeps the vacuum.
    Hold,
    /// Lets air in.
    Release,
}

/// What is wrong with the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The pressure sensor does not answer or reads what cannot be.
    Sensor,
    /// The switch reads a position that does not exist.
    Switch,
}

/// What the user is told, most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The device does not work: vacuum is held as long as the seal lasts.
    Fault(Fault),
    /// The socket leaks more than the pump removes.
    Leak,
    /// The cells are empty.
    CellsEmpty,
}

/// What the controller does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outputs {
    /// Whether the pump runs.
    pub pump: bool,
    /// The valve.
    pub valve: Valve,
    /// The warning, if any.
    pub warning: Option<Warning>,
}

/// Why it does so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trace {
    /// The set point in force; `None` where the mode has none.
    pub set_point: Option<VacuumLevel>,
    /// The vacuum that was measured.
    pub vacuum: Option<VacuumLevel>,
}

/// What the controller remembers between steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// The pump is running since this time, ms.
    running_since: Option<u64>,
    /// The pump rests until this time, ms, because the socket leaks.
    paused_until: Option<u64>,
    /// The activity that automatic mode follows.
    followed: Activity,
    /// Another activity, seen since this time, ms.
    seen: Option<(Activity, u64)>,
}

impl State {
    /// At power-on.
    pub const fn new() -> Self {
        Self { running_since: None, paused_until: None, followed: Activity::Rest, seen: None }
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}

/// A line pressure can be neither below this nor, to within it, above ambient.
const IMPLAUSIBLE: AbsolutePressure = AbsolutePressure::from_kpa(5.0);

/// Decides what to do at `now_ms`.
pub fn step(settings: &Settings, state: &State, now_ms: u64, inputs: &Inputs) -> (State, Outputs, Trace) {
    let mut next = follow(settings, state, now_ms, inputs.activity);
    let vacuum = inputs.line.filter(|line| plausible(*line, inputs.ambient)).map(|line| inputs.ambient.vacuum_to(line));
    let hold = |warning| Outputs { pump: false, valve: Valve::Hold, warning };
    let (set_point, outputs) = match (set_point(settings, &next, inputs.switch), vacuum) {
        (Err(fault), _) => (None, hold(Some(Warning::Fault(fault)))),
        (Ok(Goal::Hold), _) => (None, hold(None)),
        (Ok(Goal::Release), _) => (None, Outputs { pump: false, valve: Valve::Release, warning: None }),
        (Ok(Goal::Keep(_)), None) => (None, hold(Some(Warning::Fault(Fault::Sensor)))),
        (Ok(Goal::Keep(goal)), Some(_)) if inputs.cell_volts < settings.empty_volts || inputs.cell_volts.is_nan() => {
            (Some(goal), hold(Some(Warning::CellsEmpty)))
        }
        (Ok(Goal::Keep(goal)), Some(vacuum)) => (Some(goal), keep(settings, &mut next, now_ms, goal, vacuum)),
    };
    if !outputs.pump {
        next.running_since = None;
    }
    (next, outputs, Trace { set_point, vacuum })
}

enum Goal {
    Hold,
    Release,
    Keep(VacuumLevel),
}

fn set_point(settings: &Settings, state: &State, switch: Switch) -> Result<Goal, Fault> {
    let level = match switch {
        Switch::Off => return Ok(Goal::Hold),
        Switch::Reverse => return Ok(Goal::Release),
        Switch::Manual(level) => {
            let index = usize::from(level).wrapping_sub(1);
            *settings.levels.get(index).ok_or(Fault::Switch)?
        }
        Switch::Automatic => match state.followed {
            Activity::Rest => settings.automatic_rest,
            Activity::Stand => settings.automatic_stand,
            Activity::Walk => settings.automatic_walk,
        },
    };
    Ok(Goal::Keep(if level > settings.ceiling { settings.ceiling } else { level }))
}

/// Keeps the vacuum between set point − band and set point.
fn keep(settings: &Settings, state: &mut State, now_ms: u64, goal: VacuumLevel, vacuum: VacuumLevel) -> Outputs {
    let off = |warning| Outputs { pump: false, valve: Valve::Hold, warning };
    if let Some(until) = state.paused_until {
        if now_ms < until {
            return off(Some(Warning::Leak));
        }
        state.paused_until = None;
    }
    let running = state.running_since.is_some();
    let wanted = if running { vacuum < goal } else { vacuum.pa() < goal.pa() - settings.band.pa() };
    if !wanted {
        return off(None);
    }
    let since = *state.running_since.get_or_insert(now_ms);
    if now_ms.saturating_sub(since) >= settings.longest_run_ms {
        state.paused_until = Some(now_ms.saturating_add(settings.pause_ms));
        return off(Some(Warning::Leak));
    }
    Outputs { pump: true, valve: Valve::Hold, warning: None }
}

/// Follows an activity once it has lasted the dwell time.
fn follow(settings: &Settings, state: &State, now_ms: u64, activity: Activity) -> State {
    let mut next = *state;
    if activity == state.followed {
        next.seen = None;
        return next;
    }
    let since = match state.seen {
        Some((seen, since)) if seen == activity => since,
        _ => now_ms,
    };
    if now_ms.saturating_sub(since) >= settings.dwell_ms {
        next.followed = activity;
        next.seen = None;
    } else {
        next.seen = Some((activity, since));
    }
    next
}

fn plausible(line: AbsolutePressure, ambient: AbsolutePressure) -> bool {
    line.pa() >= IMPLAUSIBLE.pa() && line.pa() <= ambient.pa() + IMPLAUSIBLE.pa()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const AMBIENT: AbsolutePressure = AbsolutePressure::from_kpa(101.325);

    fn inputs(switch: Switch, vacuum_inhg: f64) -> Inputs {
        Inputs {
            switch,
            line: Some(AMBIENT.less(VacuumLevel::from_inhg(vacuum_inhg))),
            ambient: AMBIENT,
            activity: Activity::Walk,
            cell_volts: 2.5,
        }
    }

    fn once(inputs: &Inputs) -> Outputs {
        step(&Settings::default(), &State::new(), 0, inputs).1
    }

    #[test]
    fn sr_001_never_pumps_at_or_above_the_set_point_or_the_ceiling() {
        let mut settings = Settings::default();
        settings.levels[3] = VacuumLevel::from_inhg(29.0);
        let (_, outputs, trace) = step(&settings, &State::new(), 0, &inputs(Switch::Manual(4), 25.0));
        assert!(!outputs.pump);
        assert_eq!(trace.set_point, Some(settings.ceiling));
    }

    #[test]
    fn sr_002_releases_air_only_in_reverse() {
        for switch in [Switch::Off, Switch::Automatic, Switch::Manual(1), Switch::Manual(4), Switch::Manual(9)] {
            for vacuum in [0.0, 12.0, 24.0] {
                assert_eq!(once(&inputs(switch, vacuum)).valve, Valve::Hold);
            }
        }
        assert_eq!(once(&inputs(Switch::Reverse, 15.0)).valve, Valve::Release);
        assert!(!once(&inputs(Switch::Reverse, 15.0)).pump);
    }

    #[test]
    fn sr_012_holds_vacuum_and_alarms_on_sensor_loss() {
        for line in [
            None,
            Some(AbsolutePressure::from_kpa(-3.0)),
            Some(AbsolutePressure::from_kpa(400.0)),
            Some(AbsolutePressure::from_kpa(f64::NAN)),
        ] {
            let outputs = once(&Inputs { line, ..inputs(Switch::Automatic, 0.0) });
            let expected = Outputs { pump: false, valve: Valve::Hold, warning: Some(Warning::Fault(Fault::Sensor)) };
            assert_eq!(outputs, expected);
        }
    }

    #[test]
    fn sr_013_a_switch_position_that_does_not_exist_is_a_fault() {
        for level in [0, 5, 255] {
            assert_eq!(once(&inputs(Switch::Manual(level), 0.0)).warning, Some(Warning::Fault(Fault::Switch)));
        }
    }

    #[test]
    fn sr_014_empty_cells_hold_and_warn() {
        for cell_volts in [1.0, f64::NAN] {
            let outputs = once(&Inputs { cell_volts, ..inputs(Switch::Automatic, 0.0) });
            assert_eq!((outputs.pump, outputs.valve, outputs.warning), (false, Valve::Hold, Some(Warning::CellsEmpty)));
        }
    }

    #[test]
    fn sr_015_a_leak_stops_the_pump_after_its_longest_run_and_warns_then_tries_again() {
        let settings = Settings::default();
        let (mut state, mut ran, mut warned_at, mut again) = (State::new(), 0, None, false);
        for second in 0..900u64 {
            let (next, outputs, _) = step(&settings, &state, second * 1_000, &inputs(Switch::Manual(2), 3.0));
            state = next;
            ran += u64::from(outputs.pump);
            match outputs.warning {
                Some(Warning::Leak) if warned_at.is_none() => warned_at = Some(second),
                None if warned_at.is_some() => again = again || outputs.pump,
                _ => {}
            }
        }
        assert_eq!(warned_at, Some(settings.longest_run_ms / 1_000));
        assert!(again && ran < 2 * settings.longest_run_ms / 1_000 + 2);
    }

    #[test]
    fn automatic_follows_activity_after_its_dwell_and_hysteresis_stops_chatter() {
        let settings = Settings::default();
        let mut state = State::new();
        let mut starts = 0;
        let mut was = false;
        for second in 0..120u64 {
            // The vacuum stands just below the walking set point: inside the band, so the pump stays off.
            let (next, outputs, trace) = step(&settings, &state, second * 1_000, &inputs(Switch::Automatic, 16.5));
            state = next;
            starts += u32::from(outputs.pump && !was);
            was = outputs.pump;
            let expected = if second < 20 { settings.automatic_rest } else { settings.automatic_walk };
            assert_eq!(trace.set_point, Some(expected), "{second}");
        }
        assert_eq!(starts, 0);
    }

    proptest! {
        #[test]
        fn any_stream_of_inputs_keeps_the_invariants(
            stream in prop::collection::vec((0u8..8, prop::option::of(-50.0f64..500.0), 0u8..3, 0.0f64..3.5, 0u64..100_000), 1..60)
        ) {
            let settings = Settings::default();
            let (mut state, mut now) = (State::new(), 0u64);
            for (switch, line, activity, cell_volts, dt) in stream {
                now += dt;
                let switch = match switch { 0 => Switch::Off, 1 => Switch::Automatic, 2 => Switch::Reverse, n => Switch::Manual(n - 2) };
                let activity = [Activity::Rest, Activity::Stand, Activity::Walk][usize::from(activity)];
                let inputs = Inputs { switch, line: line.map(AbsolutePressure::from_kpa), ambient: AMBIENT, activity, cell_volts };
                let (next, outputs, trace) = step(&settings, &state, now, &inputs);
                prop_assert_eq!(step(&settings, &state, now, &inputs), (next, outputs, trace));
                prop_assert_eq!(outputs.valve == Valve::Release, switch == Switch::Reverse);
                if outputs.pump {
                    prop_assert!(trace.vacuum.unwrap() < settings.ceiling);
                    prop_assert!(trace.vacuum.unwrap() < trace.set_point.unwrap());
                }
                state = next;
            }
        }
    }
}
