//! # One step
//!
//! **Stands for** the order in which the pages are asked: what is sensed, what that means, what the mode makes of it, what
//! is done, what is told. Nothing is decided here that has a page of its own.
//!
//! **Rules**
//! - set point: the level's, or that of the activity followed; no mode but these has one; at least 15 kPa absolute
//!   are left in the line, whatever the altitude
//! - the pump, and its supply, run only in a level or automatic, donned, with a believed reading; the valve releases only in reverse
//! - the person's own act ends a pause, and wakes a unit that was stored: a turn of the dial, a tap wakes it too
//! - too deep: vacuum above the ceiling by more than a kilopascal, or above every set point by more than nine, which no run of
//!   the pump's leaves: the air outside rose, or the pump runs on. It is told, never vented: that is the person's own act
//! - strides are strides only while motion is known
//!
//! **Assumptions** outputs are carried out until the next step. **Tests** `tests/`: modes, limits, walking, any stream.

use crate::activity::Activity;
use crate::contacts::Evidence;
use crate::driver::Doing;
use crate::inputs::{Acceleration, Inputs};
use crate::leak::Work;
use crate::modes::{Conditions, Mode};
use crate::number::divided;
use crate::outputs::{Drive, Outputs, Trace, Valve};
use crate::sensor::{Fault, Reading};
use crate::settings::Settings;
use crate::signal::Led;
use crate::state::State;
use crate::time::{Milliseconds, Tick};
use crate::warnings::{Warning, Warnings};
use crate::wear::Wear;
use units::{AbsolutePressure, VacuumLevel};

/// Absolute pressure that no set point goes below, Pa.
const LEFT_PA: f32 = 15_000.0;
/// A unit in storage is asked this often, ms; others a hundred times a second.
const STORED_MS: u64 = 1_000;
const AWAKE_MS: u64 = 10;
/// What has not moved for so long does not move, ms.
const MOVES_MS: u64 = 30_000;
/// A flash of the light when all is well: its length and period, ms.
const FLASH_MS: u64 = 50;
const FLASH_PERIOD_MS: u32 = 5_000;

/// Decides what to do at `now`.
pub fn step(settings: &Settings, state: &State, now: Milliseconds, inputs: &Inputs) -> (State, Outputs, Trace) {
    let mut next = *state;
    let ran = state.pump.drive;
    let tick = next.clock.tick(settings, now, ran.is_on());
    next.counters.count(settings, tick, state.mode, ran.percent(), state.charged);
    next.pump.count(settings, tick);
    let strides = sense(settings, &mut next, tick, inputs);
    let reading = pressures(settings, &mut next, tick, inputs, state);
    let vacuum = reading.line.map(|(_, vacuum)| vacuum);
    let stands = next.follower.seen >= Activity::Stand || next.gait.still_ms(tick.now) < MOVES_MS;
    let moves = (!next.gait.lost && next.gait.fresh(tick.now)).then_some(stands);
    let evidence = Evidence { strides, moves, vacuum };
    next.adapter.look(tick, settings.debounce_ms, !inputs.attached, evidence);
    next.charger.look(tick, settings.debounce_ms, inputs.charger, evidence);
    let slowly = strides || next.gait.lost;
    let acts = next.switch.look(settings, tick, inputs.touch, slowly, !next.adapter.holds);
    if acts.turned || acts.tapped {
        next.wearing.wake(tick);
    }
    next.wearing.look(settings, tick, vacuum, &next.gait);
    let fault = fault(&next, reading);
    next.mode = mode(settings, &next, tick, fault);
    let goal = set_point(settings, &next, reading.ambient);
    if acts.turned {
        next.pump.try_again(settings);
    }
    drive(settings, &mut next, tick, goal, vacuum);
    learn(settings, &mut next, state, tick, reading, ran);
    next.disturbed = next.adapter.holds || next.mode == Mode::Reverse || next.wearing.wear() == Wear::Doffed;
    let charge = inputs.charger && next.cells.may_charge(settings);
    next.charged = charge;
    let causes = causes(settings, &next, tick, inputs, vacuum, fault, strides);
    next.warner.look(settings, tick, causes, acts);
    let outputs = Outputs {
        pump: next.pump.drive,
        supply: next.pump.drive.is_on(),
        valve: if next.mode == Mode::Reverse { Valve::Release } else { Valve::Hold },
        signal: next.warner.signal(tick.now, light(&next, tick)),
        warning: next.warner.active.first(),
        charge,
        next_within: Milliseconds(if next.mode == Mode::Storage { STORED_MS } else { AWAKE_MS }),
    };
    let trace = trace(settings, &next, tick, goal, reading, fault);
    (next, outputs, trace)
}

/// Cells and acceleration; whether strides are seen.
fn sense(settings: &Settings, next: &mut State, tick: Tick, inputs: &Inputs) -> bool {
    next.cells.look(settings, tick, inputs.cell_volts, inputs.temperature_c, next.pump.drive.is_on());
    match inputs.acceleration {
        Acceleration::Sample(sample) => {
            let strides = next.gait.sample(tick, sample);
            next.counters.steps = next.counters.steps.saturating_add(strides);
        }
        Acceleration::NotRead => {}
        Acceleration::Failed => next.gait.fail(tick),
    }
    next.gait.judge(settings, tick);
    next.follower.look(settings, tick, &next.gait);
    next.follower.seen.walks() && !next.gait.lost
}

/// Line and ambient pressure, as far as they are believed.
fn pressures(settings: &Settings, next: &mut State, tick: Tick, inputs: &Inputs, before: &State) -> Reading {
    let pa = |pressure: AbsolutePressure| pressure.pa() as f32;
    let doing = Doing {
        ran: before.pump.drive.is_on(),
        attached: !before.adapter.holds,
        venting: before.mode == Mode::Reverse,
    };
    next.sensor.look(settings, tick, inputs.line.map(pa), inputs.ambient.map(pa), doing)
}

/// What is broken, the switch first: without it nobody knows what is wanted.
fn fault(next: &State, reading: Reading) -> Option<Fault> {
    if next.switch.unreadable { Some(Fault::Switch) } else { reading.fault }
}

fn mode(settings: &Settings, next: &State, tick: Tick, fault: Option<Fault>) -> Mode {
    let conditions = Conditions {
        removed: next.adapter.holds,
        releasing: next.switch.releasing,
        on_charger: next.charger.holds,
        switch_unreadable: next.switch.unreadable,
        stored_away: next.wearing.stored(settings, tick.now),
        sensor_fault: fault.is_some(),
        cells_empty: next.cells.empty || next.cells.hot,
        selected: next.switch.selected,
    };
    conditions.mode()
}

/// The set point in force, Pa. High up there is less air to take away: some is left in the line, or the pump would run for
/// a vacuum that cannot be, and call that a leak.
fn set_point(settings: &Settings, next: &State, ambient: Option<f32>) -> Option<f32> {
    let level = match next.mode {
        Mode::Level(level) => settings.levels.get(usize::from(level).wrapping_sub(1)),
        Mode::Automatic => settings.automatic.get(usize::from(next.follower.followed.code())),
        _ => None,
    };
    let goal = settings.set_point_pa(*level?);
    let reachable = ambient.map_or(goal, |ambient| ambient - LEFT_PA);
    Some(if goal > reachable { reachable } else { goal })
}

fn drive(settings: &Settings, next: &mut State, tick: Tick, goal: Option<f32>, vacuum: Option<f32>) {
    match (goal, vacuum) {
        (Some(goal), Some(vacuum)) if next.wearing.wear() == Wear::Donned => {
            let allowed = next.cells.drive(settings);
            next.pump.keep(settings, tick, goal, vacuum, allowed);
        }
        _ => next.pump.rest(),
    }
}

/// What the pump's work since the last step says about the leak.
fn learn(settings: &Settings, next: &mut State, state: &State, tick: Tick, reading: Reading, ran: Drive) {
    let closed = !state.disturbed && !tick.late && !tick.back;
    match (reading.line, reading.ambient) {
        (Some((line, _)), Some(ambient)) if closed => {
            let gave_up = next.pump.gave_up;
            let work = Work { drive: ran.percent(), gave_up, walking: next.follower.seen.walks() };
            if next.follower.followed != state.follower.followed {
                next.leak.shift();
            }
            let was_blocked = next.leak.blocked;
            next.leak.look(settings, tick, line, ambient, work);
            if next.leak.blocked && !was_blocked {
                next.pump.pause(settings);
            }
        }
        _ => next.leak.begin_anew(),
    }
    next.leak.compare(settings, tick);
}

fn causes(
    settings: &Settings,
    next: &State,
    tick: Tick,
    inputs: &Inputs,
    vacuum: Option<f32>,
    fault: Option<Fault>,
    strides: bool,
) -> Warnings {
    let keeps = next.mode.keeps();
    let selected = next.switch.selected != crate::modes::Selected::Off;
    let faulty = next.mode == Mode::Fault;
    let too_deep = vacuum.is_some_and(|vacuum| vacuum > settings.too_deep_pa());
    let donned = next.wearing.wear() == Wear::Donned;
    Warnings::default()
        .with(Warning::Sensor, faulty && fault.is_some_and(|fault| !matches!(fault, Fault::Switch | Fault::Disagrees)))
        .with(Warning::Driver, next.sensor.driver.stuck)
        .with(Warning::Switch, (faulty && fault == Some(Fault::Switch)) || next.switch.chatters)
        .with(Warning::CellsEmpty, selected && (next.cells.empty || next.cells.keep_waiting()))
        .with(Warning::TooHot, next.cells.hot)
        .with(Warning::Leak, keeps && donned && next.pump.gave_up)
        .with(Warning::TooDeep, too_deep)
        .with(Warning::Restarts, next.counters.restarts_often())
        .with(Warning::ValveShut, next.sensor.valve_shut)
        .with(Warning::Adapter, next.adapter.contradicted)
        .with(Warning::Charger, next.charger.contradicted)
        .with(Warning::LeftAtReverse, strides && next.switch.left_at_reverse(tick.now))
        .with(Warning::Button, next.switch.button_stuck)
        .with(Warning::Blocked, keeps && next.leak.blocked)
        .with(Warning::CellsLow, next.cells.low && !inputs.charger)
        .with(Warning::LeakGrows, keeps && donned && next.leak.grown(tick.now))
        .with(Warning::TooCold, next.cells.cold)
        .with(Warning::MotionLost, next.gait.lost)
        .with(Warning::CannotCharge, inputs.charger && !next.cells.may_charge(settings))
        .with(Warning::Timing, tick.late || tick.back)
        .with(Warning::PumpOld, next.counters.pump_ms >= settings.pump_life_ms)
}

/// The light when there is nothing to warn of.
fn light(next: &State, tick: Tick) -> Led {
    match next.mode {
        Mode::Reverse => Led::Releasing,
        Mode::Charging => Led::Charging,
        mode if mode.keeps() && divided(tick.now, FLASH_PERIOD_MS).1 < FLASH_MS => Led::Well,
        _ => Led::Off,
    }
}

fn trace(
    settings: &Settings,
    next: &State,
    tick: Tick,
    goal: Option<f32>,
    reading: Reading,
    fault: Option<Fault>,
) -> Trace {
    let level = |pa: f32| VacuumLevel::from_pa(f64::from(pa));
    let charge = next.counters.charge(settings, next.cells.empty);
    // What the leak costs at the set point, or at the vacuum that there is.
    let duty = reading.ambient.and_then(|ambient| {
        let vacuum = goal.or(reading.line.map(|(_, vacuum)| vacuum))?;
        next.leak.duty(settings, ambient - vacuum, ambient)
    });
    Trace {
        mode: next.mode,
        set_point: goal.map(level),
        vacuum: reading.line.map(|(_, vacuum)| level(vacuum)),
        activity: next.follower.seen,
        followed: next.follower.followed,
        cadence: next.gait.cadence().filter(|_| next.follower.seen >= Activity::WalkSlow),
        wear: next.wearing.wear(),
        leak_ml_per_min: next.leak.stated(),
        leak_trend: next.leak.trend(),
        leak_zone: next.leak.zone(),
        air_volume_ml: next.leak.volume,
        warnings: next.warner.active,
        fault: fault.filter(|_| next.mode == Mode::Fault),
        restarts: next.counters.restarts,
        steps: next.counters.steps,
        time_at: next.counters.time_at,
        pump_ms: next.counters.pump_ms,
        pump_life: next.counters.life(settings),
        charge,
        hours_left: next.counters.hours_left(settings, charge, duty),
        late: tick.late,
        clock_back: tick.back,
    }
}
