//! # The day
//!
//! **Stands for** one person on one suspension from donning to the day's end: activities become regimes, the
//! integrator carries the state, the grid of one minute looks at it (a preview's is coarser).
//!
//! **Equations**
//! - pace: cadence and speed of the activity, 100 steps/min where no cadence is given; without a speed, v =
//!   1.2·cadence/104 (constant step length)
//! - walking for a share of the time: duty d = steps/(cadence·duration), at most 1, and 1 where no steps are given; the rest
//!   of it is standing
//! - regimes: walk → walking and standing by duty; stand → half the body weight on each leg; sit, drive → unloaded,
//!   posture of sitting; swim → unloaded, no hydrostatic drive; doff → no socket at all
//! - grid: every 60 s one observation (a preview: every five minutes); the integrator takes its own steps in between and forgets its step size where
//!   the activity, the pump, the leak or the socks change
//! - electric pump: the controller decides four times a second while it runs, every 2 to 30 s while it rests (`pump_control`); a release lets air
//!   in; cells hold E(T) at the day's temperature and the charge left is 1 − energy used/E
//! - socks rule: every 10 min of the clock (donned, not swimming), if the sink exceeds the morning's, or that with the last sock, by the looseness felt, or twice that at once, 30 min
//!   have passed since the last sock and fewer than 8 are worn, the thinnest ply with a thickness of at least 0.8·g is
//!   added, g without what blood gives back within minutes, the five-ply where none has it; that opens the socket, so it
//!   is vented: n = p_a·V(0)
//! - doffing and donning again vent the socket, too; fluid goes on as it is
//!
//! - skin's climate: one exact step before each interval; the blister line and the friction that holds in swing are those of skin
//!   as wet as it then is (`climate`)
//!
//! **Assumptions** the limb at the day's first donning is at rest, or as an evening and a night left it (`days`); a pinhole appears with the first
//! minute that begins at its time or later, and stays; mass gained is there from the start; the person adds socks but
//! takes none off. While the prosthesis is off, observations tell what would be if it were donned again at once.
//! **Case** `day.activities`, `day.temperature_c`, `limb.amputation_level` (regions of the skin).
//! **Tests** `crates/twin/tests/day.rs`: the day as its users would try it.

use crate::answers::socks_in_the_morning;
use crate::assemble::{Disturbance, assemble, contact_stiffness, sock_thickness};
use crate::climate::SkinThroughDay;
use crate::evening::Evening;
use crate::events::{Event, EventKind, Look, Milestones, VacuumWatch, held_from_kpa};
use crate::first_draw::FirstDraw;
use crate::hand_strokes::HandStrokes;
use crate::observe::observe;
pub use crate::pace::{regime, usual_pace};
use crate::parameters::Values;
use crate::pressed::Pressed;
use crate::pump_control::PumpControl;
pub use crate::quantity::{Course, DayCourse, Sample};
use crate::quantity::{Moment, Quantity, Registry, SHIPPED};
use crate::regions::Regions;
use crate::system::{Drive, System};
use domain::Case;
use domain::day::ActivityKind;
use domain::sock::{SockPly, SockThickness};
use physics::electric_pump::ElectricPump;
use physics::gait_load::Pace;
use physics::integrator::{Integrator, Tolerance};
use physics::interface_pressure::RegionTable;
use physics::network::{Network, Prepared, Regime, State, VacuumSource};
use physics::pressed_time::PressedTime;
use texts::{Arg, Wording};

/// Interval at which the day is watched, s; a preview takes a longer one.
pub const GRID_S: f64 = 60.0;
/// How often a person notices looseness, s.
const NOTICE_S: f64 = 600.0;
/// How often it is asked how the regions of the skin are pressed, s: load and posture change with the activity.
const PRESSED_S: f64 = 1_800.0;
/// Shortest time between two socks, s: one waits to feel whether it helped.
const SOCK_PAUSE_S: f64 = 1_800.0;
/// A socket that lets the limb sink so many times the looseness that is felt is loose from the morning on.
const TOO_LOOSE: f64 = 2.0;
/// More socks than this no socket takes.
const MOST_SOCKS: usize = 8;

/// Everything a day needs besides case, values and system.
#[derive(Clone, Copy, Debug)]
pub struct DayInputs<'a> {
    /// Regions of the skin.
    pub regions: &'a Regions,
    /// What is broken.
    pub disturbance: Disturbance,
    /// When a pinhole appears, s after midnight.
    pub disturbed_from_s: f64,
    /// Settings of an electronic pump's controller.
    pub settings: control::Settings,
    /// Seed and stream of the noise of an electronic pump's sensors.
    pub noise: (u64, u64),
    /// How exactly to integrate.
    pub tolerance: Tolerance,
    /// How often the day is watched, s; a divisor of ten minutes, so that socks are thought of when they are.
    pub grid_s: f64,
    /// What is watched and told.
    pub registry: &'static Registry,
    /// The evening before; without one the limb is at rest at the first donning.
    pub begins: Option<Evening>,
    /// The region that is looked at as a limb of its own, by its place in the level's list; none for the whole limb.
    pub region: Option<usize>,
}

impl<'a> DayInputs<'a> {
    /// An undisturbed day with the controller's own settings.
    pub fn new(regions: &'a Regions) -> Self {
        let (disturbance, tolerance) = (Disturbance::default(), Tolerance::default());
        let settings = control::Settings::default();
        let (noise, grid_s, registry) = ((0, 0), GRID_S, &SHIPPED);
        Self {
            regions,
            disturbance,
            disturbed_from_s: 0.0,
            settings,
            noise,
            tolerance,
            grid_s,
            registry,
            begins: None,
            region: None,
        }
    }
}

/// Simulates the day.
pub fn simulate(case: &Case, values: &Values, system: &System, inputs: DayInputs<'_>) -> DayCourse {
    let mut run = run(case, values, system, inputs, f64::INFINITY);
    // A warning belongs to the moment at which it was given, not to the look at which it was found.
    run.events.sort_by(|a, b| a.t_s.total_cmp(&b.t_s));
    DayCourse {
        samples: run.samples,
        courses: run.courses,
        registry: inputs.registry,
        events: run.events,
        milestones: run.milestones,
        pressed: run.pressed.regions(),
        pump_time_s: run.state.pump_time,
        lost_a_day_pct: run.pump.map_or(0.0, |pump| 100.0 * 86_400.0 * pump.self_discharge),
        limb_at_end: run.state.limb,
        integrator_steps: run.integrator.steps,
    }
}

/// The limb in its socket at a moment of the day, `until_s` after midnight.
pub fn state_at(
    case: &Case,
    values: &Values,
    system: &System,
    inputs: DayInputs<'_>,
    until_s: f64,
) -> (Network, State) {
    let run = run(case, values, system, inputs, until_s);
    (run.network, run.state)
}

/// Vacuum (kPa) after walking at the usual pace for `duration_s` from donning on, and what the pump then aims at.
pub fn after_first_walk(
    case: &Case,
    values: &Values,
    system: &System,
    inputs: DayInputs<'_>,
    duration_s: f64,
) -> (f64, f64) {
    let mut run = donned(case, values, system, DayInputs { disturbed_from_s: 0.0, ..inputs }, f64::INFINITY);
    let regime = Regime::Walk { pace: usual_pace(case), duty: 1.0 };
    run.disturb(case.day.begins_s());
    run.prepared = run.network.prepare(regime);
    run.advance(case.day.begins_s(), duration_s, regime);
    (run.network.standing_vacuum(&run.state) / 1e3, run.aim().0)
}

fn run(case: &Case, values: &Values, system: &System, inputs: DayInputs<'_>, until_s: f64) -> Run {
    let mut run = donned(case, values, system, inputs, until_s);
    run.whole_day(case, until_s);
    run
}

/// The limb right after donning.
fn donned(case: &Case, values: &Values, system: &System, inputs: DayInputs<'_>, until_s: f64) -> Run {
    let assembled = |disturbance| {
        let whole = assemble(case, values, system, disturbance);
        let of_region = |place| inputs.regions.alone(case.limb.amputation_level, system.socket, place, whole);
        inputs.region.map_or(whole, of_region)
    };
    let network = assembled(inputs.disturbance);
    let intact = assembled(Disturbance { pinhole_mm: 0.0, ..inputs.disturbance });
    let regions = inputs.regions.of_case(case, system, values);
    let limb = inputs.begins.map_or(network.limb.at_rest(), |evening| evening.morning(&network, case.day.begins_s()));
    let mut state = network.donned_with(limb);
    let worn = socks_in_the_morning(case, system).to_vec();
    let by_hand = HandStrokes::of(values, system);
    by_hand.work(&network, &mut state);
    let mut intact = intact;
    let first = FirstDraw::of(values, system, &mut intact, f64::from(inputs.settings.longest_run_ms) / 1e3);
    let control = PumpControl::of(system, inputs.settings, inputs.noise, case.day.temperature_c);
    let pump = match network.source {
        VacuumSource::Electric(pump) if control.is_some() => Some(pump),
        _ => first.map(|draw| draw.pump),
    };
    let battery = pump.map(|pump| pump.usable_energy(case.day.temperature_c));
    let looks = ((case.day.ends_s() - case.day.begins_s()) / GRID_S) as usize + 2;
    let course = |quantity: &&'static Quantity| Course { quantity, values: Some(Vec::with_capacity(looks)) };
    let closing = network.limb.fluid.closing_pressure;
    let pressed = PressedTime::new(&regions, &network.gait, usual_pace(case), closing);
    Run {
        climate: SkinThroughDay::new(case, values, network.blister),
        pressed: Pressed::new(pressed, &regions, inputs.regions.names(case.limb.amputation_level)),
        courses: inputs.registry.quantities.iter().map(course).collect(),
        table: RegionTable::new(&regions, &network.gait, usual_pace(case)),
        pace: usual_pace(case),
        delay_s: values.measurement_delay_min * 60.0,
        looseness_mm: values.looseness_felt_mm,
        usual_sink_mm: intact.sink(&state, intact.standing_vacuum(&state)) * 1e3,
        socks: sock_thickness(values),
        brought: worn.len(),
        worn,
        values: *values,
        last_sock_s: f64::NEG_INFINITY,
        state,
        integrator: Integrator::new(inputs.tolerance),
        control,
        battery,
        pump,
        samples: Vec::with_capacity(looks),
        grid_s: inputs.grid_s,
        sampled: until_s == f64::INFINITY,
        events: vec![],
        milestones: Milestones::default(),
        watch: VacuumWatch::default(),
        prepared: intact.prepare(Regime::Doffed),
        network: intact,
        disturbed: Some((inputs.disturbed_from_s, network.leak)),
        band_kpa: inputs.settings.band.kpa(),
        free_aim_kpa: match system.drive {
            Drive::WeightActivated { .. } | Drive::Hybrid { .. } | Drive::Hand { .. } => f64::INFINITY,
            Drive::Regulated { vacuum_kpa } | Drive::Once { vacuum_kpa, .. } => vacuum_kpa,
            Drive::Electric { .. } | Drive::Suction | Drive::PinLock => 0.0,
        },
        pump_on: false,
        by_hand,
        first,
    }
}

/// A day in progress.
struct Run {
    network: Network,
    /// The regime of the activity that goes on.
    prepared: Prepared,
    /// From when the leak is another one.
    disturbed: Option<(f64, physics::leak::Leak)>,
    table: RegionTable,
    pace: Pace,
    delay_s: f64,
    looseness_mm: f64,
    /// How far stance lets the limb sink since the morning or the last sock, mm: what is felt is more.
    usual_sink_mm: f64,
    socks: SockThickness,
    worn: Vec<SockPly>,
    /// How many of them were on in the morning.
    brought: usize,
    values: Values,
    last_sock_s: f64,
    state: State,
    integrator: Integrator,
    climate: SkinThroughDay,
    pressed: Pressed,
    control: Option<PumpControl>,
    battery: Option<f64>,
    /// An electric pump at full drive.
    pump: Option<ElectricPump>,
    samples: Vec<Sample>,
    courses: Vec<Course>,
    grid_s: f64,
    /// Whether anybody looks.
    sampled: bool,
    events: Vec<Event>,
    milestones: Milestones,
    watch: VacuumWatch,
    /// The band of an electronic pump's controller, kPa.
    band_kpa: f64,
    /// What is aimed at without a controller, kPa.
    free_aim_kpa: f64,
    /// Whether an electric pump runs.
    pump_on: bool,
    /// What a hand does at donning.
    by_hand: HandStrokes,
    /// What a motor does after donning.
    first: Option<FirstDraw>,
}

impl Run {
    fn whole_day(&mut self, case: &Case, until_s: f64) {
        self.sample(case.day.begins_s(), true, None);
        let mut before = None;
        for activity in &case.day.activities {
            let regime = regime(activity);
            // Doffing and donning both let air in.
            if regime == Regime::Doffed || before == Some(Regime::Doffed) {
                self.network.vent(&mut self.state);
                self.watch.vented();
            }
            if before == Some(Regime::Doffed) && regime != Regime::Doffed {
                self.work_after_donning();
            }
            self.integrator.restart();
            self.prepared = self.network.prepare(regime);
            let (mut t_s, to) = (activity.from.seconds(), activity.to.seconds());
            while t_s < to {
                if t_s >= until_s {
                    return;
                }
                // Marks of the clock, so that every activity meets the same ones.
                let mark = ((t_s / self.grid_s).floor() + 1.0) * self.grid_s;
                let next = mark.min(to).min(until_s.max(t_s + GRID_S));
                self.interval(t_s, next, regime, activity.kind);
                if self.sampled && (next % PRESSED_S == 0.0 || next >= to) {
                    self.pressed.look(&self.network, &self.state, regime);
                }
                t_s = next;
            }
            before = Some(regime);
        }
    }

    /// What the pump aims at, and from where on its vacuum counts as held, kPa.
    fn aim(&self) -> (f64, f64) {
        let aim_kpa = self.control.as_ref().map_or(self.free_aim_kpa, PumpControl::aim_kpa);
        (aim_kpa, held_from_kpa(aim_kpa, self.band_kpa))
    }

    /// What a hand or a motor does once after each donning.
    fn work_after_donning(&mut self) {
        self.by_hand.work(&self.network, &mut self.state);
        if let Some(first) = self.first.as_mut() {
            first.begin(&mut self.network);
        }
    }

    /// Whatever is broken from `t_s` on breaks.
    fn disturb(&mut self, t_s: f64) {
        if let Some((_, leak)) = self.disturbed.take_if(|(from, _)| *from <= t_s) {
            self.network.leak = leak;
            self.integrator.restart();
        }
    }

    fn interval(&mut self, t_s: f64, now: f64, regime: Regime, doing: ActivityKind) {
        self.disturb(t_s);
        self.climate.advance(regime, now - t_s, self.network.socks);
        self.network.blister = self.climate.blister_line();
        self.network.suspension.friction = self.values.wall_friction * self.climate.seen().wet_friction;
        self.pressed.wait(now - t_s);
        self.advance(t_s, now - t_s, regime);
        if self.sampled {
            self.sample(now, regime != Regime::Doffed, Some(doing));
        }
        if regime == Regime::Doffed {
            return;
        }
        let pump_on = self.control.is_none() || self.pump_on;
        let seen = self.samples.last().filter(|_| self.sampled).map(|sample| sample.seen);
        let vacuum_kpa = seen.map_or_else(|| self.network.standing_vacuum(&self.state) / 1e3, |seen| seen.vacuum_kpa);
        let volume_pct = seen.map_or(f64::NAN, |seen| seen.post_doff_volume_pct);
        let looked = Look { t_s: now, regime, vacuum_kpa, held_from_kpa: self.aim().1, pump_on, volume_pct };
        if let Some(event) = self.watch.look(looked, &self.network, &self.state) {
            self.events.push(event);
        }
        if now % NOTICE_S == 0.0 {
            self.notice_looseness(now, regime);
        }
    }

    /// Carries the state over a span; an electric pump is decided about on the way.
    fn advance(&mut self, t_s: f64, span_s: f64, regime: Regime) {
        let mut done = 0.0;
        while done < span_s {
            let (pump_on, hold_s) = match (self.control.as_mut(), self.first.as_mut()) {
                (None, Some(first)) => {
                    let (runs, hold_s) = first.decide(&mut self.network, &self.state, span_s - done);
                    if runs != self.pump_on {
                        self.integrator.restart();
                    }
                    (runs, hold_s)
                }
                // A regulated source runs always.
                (None, None) => (matches!(self.network.source, VacuumSource::Electric(_)), span_s),
                (Some(control), _) => {
                    let charge = self.battery.map_or(1.0, |full| 1.0 - self.state.energy / full);
                    let decision = control.decide(t_s + done, &self.network, &self.state, regime, charge);
                    if let Some(text) = decision.warning {
                        self.events.push(Event::new(t_s + done, EventKind::PumpWarning, text));
                    }
                    if decision.toggled {
                        self.integrator.restart();
                        if let Some(pump) = self.pump.filter(|_| decision.pump_on) {
                            self.network.source = VacuumSource::Electric(pump.driven(decision.drive));
                        }
                    }
                    if decision.release {
                        self.network.vent(&mut self.state);
                    }
                    (decision.pump_on, decision.hold_s)
                }
            };
            if self.pump_on && !pump_on && self.control.is_some() {
                self.milestones.first_rest(self.aim().0);
            }
            self.pump_on = pump_on;
            let span = hold_s.min(span_s - done);
            let (network, milestones) = (&self.network, &mut self.milestones);
            self.integrator.carry(network, &mut self.state, &self.prepared, pump_on, span, |dt, state| {
                milestones.look(t_s + done + dt, network, state);
            });
            done += span;
        }
    }

    fn sample(&mut self, t_s: f64, donned: bool, doing: Option<ActivityKind>) {
        let (aim_kpa, held_from_kpa) = self.aim();
        let (network, state) = (&self.network, &self.state);
        if self.samples.is_empty() {
            self.milestones.start(t_s, network, state);
        }
        let walks = (doing == Some(ActivityKind::Walk)).then_some(self.pace);
        let seen = observe(network, state, &self.table, self.delay_s, walks);
        let p = network.ambient - 1e3 * seen.vacuum_kpa;
        let socks = self.worn.len() - self.brought;
        let battery_pct = self.battery.map(|full| (100.0 * (1.0 - state.energy / full)).max(0.0));
        let climate = self.climate.seen();
        let moment = Moment { network, state, seen: &seen, climate: &climate, socks, battery_pct };
        self.courses.iter_mut().for_each(|course| course.look(&moment));
        self.samples.push(Sample {
            t_s,
            donned,
            seen,
            climate,
            socks,
            battery_pct,
            strides: state.strides,
            leak_ml_per_min: network.leak.inflow_ml_per_min(p, network.ambient),
            doing,
            aim_kpa,
            held_from_kpa,
        });
    }

    /// How far stance lets the limb sink now, mm.
    fn sink_mm(&self) -> f64 {
        self.network.sink(&self.state, self.network.standing_vacuum(&self.state)) * 1e3
    }

    /// A user who feels the limb travel adds the thinnest sock that fills the gap.
    fn notice_looseness(&mut self, now: f64, regime: Regime) {
        let travel = self.sink_mm();
        let felt = travel - self.usual_sink_mm > self.looseness_mm || travel > TOO_LOOSE * self.looseness_mm;
        let waits = now - self.last_sock_s < SOCK_PAUSE_S || self.worn.len() >= MOST_SOCKS;
        if !felt || waits || regime == Regime::Swim {
            return;
        }
        let gap_mm = self.network.lasting_gap(&self.state.limb) * 1e3;
        let fits = |ply: &&SockPly| self.socks.of(**ply) >= 0.8 * gap_mm;
        let ply = SockPly::ALL.iter().find(fits).copied().unwrap_or(SockPly::Five);
        self.worn.push(ply);
        self.last_sock_s = now;
        let thick_mm = self.socks.of_stack(&self.worn);
        self.network = self.network.with_fit(self.network.fit_gap, thick_mm * 1e-3);
        self.network.contact.contact_stiffness = contact_stiffness(&self.values, thick_mm);
        // From now on the limb is felt against how it sits with the sock.
        self.usual_sink_mm = self.usual_sink_mm.min(self.sink_mm());
        // Adding a sock takes the prosthesis off and lets air in.
        self.network.vent(&mut self.state);
        self.work_after_donning();
        self.integrator.restart();
        self.watch.vented();
        let travel = Arg::Figure(format!("{travel:.0} mm"));
        let wording =
            Wording::new("event-sock_added").with("ply", Arg::Count(ply.label().into())).with("travel", travel);
        self.events.push(Event::new(now, EventKind::SockAdded, wording));
    }
}
