//! # Skin climate
//!
//! **Stands for** how warm and how wet the skin under liner and socket gets through the day.
//!
//! ```text
//!   blood ──G(e)──▶ skin ──liner, sheath, socks, socket──▶ outside ──film──▶ ambient air
//!   muscle ──q·e──▶  │ C
//!                    └── sweat ──▶ film between skin and liner ──▶ purged, or dried when doffed
//! ```
//!
//! **Equations**
//! - heat, a square metre: C·dT/dt = G·(T_b − T) + q·e − U·(T − T_a), with G = G₀·(1 + ψ·e) and e the exercise: 1 is level
//!   walking at the reference speed, where (v/v₀)² scales it; a walk that takes the share d of its time is d·walking +
//!   (1 − d)·standing; sitting is 0
//! - layers: 1/U = R + t_socks/k_t + R_o with the prosthesis on, R_o without it
//! - exact step: T(t) = T_∞ + (T₀ − T_∞)·e^(−t/τ), T_∞ = (G·T_b + q·e + U·T_a)/(G + U), τ = C/(G + U)
//! - sweat: ds/dt = k·A·(T − T_on)₊ with T_on = T_s − δ·e; integrated exactly over the part of the step in which T
//!   exceeds T_on (T runs one way, so that is one part)
//! - held between skin and liner: dm/dt = ds/dt − m/τ_m, with the sweat of a step spread evenly over it; τ_m is the purging time of
//!   a system that purges, the drying time of a doffed limb, and without end elsewhere
//! - wetness: w = m/(m + A·f); skin is called wet from w = ½ on, under the film f
//! - friction of a wet liner over that of a dry one: 1 − φ·w
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `area` | A | m² | the case's tape |
//! | `blood` | T_b | K | assumed |
//! | `conductance` | G₀ | W/(m²·K) | textbook_skin_heat |
//! | `exercise_flow` | ψ | – | assumed |
//! | `exercise_heat` | q | W/m² | fitted on peery2005's walk and segal2016's exercise |
//! | `standing_exercise` | – | – | assumed |
//! | `capacity` | C | J/(m²·K) | fitted on peery2005's sitting |
//! | `layers` | R | m²·K/W | thickness over conductivity (klute2007_conductivity) |
//! | `textile_conductivity` | k_t | W/(m·K) | textbook_skin_heat |
//! | `outside` | R_o | m²·K/W | textbook_skin_heat |
//! | `onset`, `exercise_onset` | T_s, δ | K | assumed |
//! | `sweat_gain` | k | kg/(m²·s·K) | fitted on klute2016 |
//! | `purge_time` | τ_m | s | fitted on klute2016 |
//! | `dry_time` | τ_m | s | assumed |
//! | `wet_film` | f | kg/m² | assumed |
//! | `wet_friction_loss` | φ | – | assumed, direction textbook_skin_friction |
//!
//! **Assumptions** one node; blood keeps its temperature; vessels do not answer cold or heat by themselves. The climate answers
//! nothing of the suspension: temperatures were equal with and without purging (klute2016). Sweat that is not purged stays
//! until the prosthesis is off. It cools nothing, because a liner lets no vapour through. Moist skin that is not yet wet rubs more than
//! dry skin; that stage is left out. Swimming is as walking in air. **Valid** ambient air of 0 to 35 °C.
//! **Case** `day.temperature_c`, `day.activities`.
//! **Tests** without exercise and in air as warm as blood nothing changes; heat and sweat balance; one long step is many short ones;
//! ten minutes of walking warm the skin as published.

use crate::network::Regime;

/// Heat and sweat of one limb.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SkinClimate {
    /// Area of skin, m².
    pub area: f64,
    /// Temperature of the blood that reaches the limb, K.
    pub blood: f64,
    /// Conductance from blood to skin at rest, W/(m²·K).
    pub conductance: f64,
    /// By how much of itself that grows in walking.
    pub exercise_flow: f64,
    /// Heat that walking brings to the skin, W/m².
    pub exercise_heat: f64,
    /// Exercise of standing; walking is 1.
    pub standing_exercise: f64,
    /// Speed of a walk that counts as 1, m/s.
    pub reference_speed: f64,
    /// Heat capacity of skin, liner and socket, J/(m²·K).
    pub capacity: f64,
    /// Insulation of liner, sheath and socket, m²·K/W.
    pub layers: f64,
    /// Conductivity of socks, W/(m·K).
    pub textile_conductivity: f64,
    /// Insulation of what lies outside: clothes and the film of air, m²·K/W.
    pub outside: f64,
    /// Skin temperature from which on a resting person sweats, K.
    pub onset: f64,
    /// By how much walking lowers that, K.
    pub exercise_onset: f64,
    /// Sweat a second, square metre and kelvin above the onset, kg/(m²·s·K).
    pub sweat_gain: f64,
    /// Time in which a system that purges takes sweat out, s; none for one that does not.
    pub purge_time: Option<f64>,
    /// Time in which a limb without prosthesis dries, s.
    pub dry_time: f64,
    /// Film of sweat from which on skin is wet, kg/m².
    pub wet_film: f64,
    /// Share of the friction that a wet liner loses.
    pub wet_friction_loss: f64,
}

/// Warmth and wetness of the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClimateState {
    /// Skin temperature, K.
    pub temperature: f64,
    /// Sweat between skin and liner, kg.
    pub held: f64,
    /// All sweat so far, kg.
    pub sweated: f64,
    /// Sweat that was purged, kg.
    pub purged: f64,
    /// Sweat that dried or was wiped off, kg.
    pub dried: f64,
}

/// What goes on around the skin during a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surroundings {
    /// Ambient temperature, K.
    pub ambient: f64,
    /// Exercise: 0 sitting, 1 level walking at the reference speed.
    pub exercise: f64,
    /// Whether the prosthesis is on.
    pub worn: bool,
    /// Thickness of socks, m.
    pub socks: f64,
}

/// A step of so many seconds in the same surroundings, worked out once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Where the temperature goes (K), in which time (s), and the share of the way that the step leaves.
    end: f64,
    time: f64,
    left: f64,
    seconds: f64,
    worn: bool,
    onset: f64,
    /// Sweat a second and kelvin, kg/(s·K).
    gain: f64,
    /// Of what is held and of what the step sweats, the share that stays.
    stays: [f64; 2],
}

impl Step {
    /// The state after the step.
    pub fn after(&self, state: &ClimateState) -> ClimateState {
        // T(t) = T_∞ + (T₀ − T_∞)·e^(−t/τ)
        let temperature = self.end + (state.temperature - self.end) * self.left;
        let sweat = self.gain * self.excess(state.temperature, temperature);
        // dm/dt = ds/dt − m/τ_m
        let held = self.stays[0] * state.held + self.stays[1] * sweat;
        let gone = state.held + sweat - held;
        let (purged, dried) = if self.worn { (gone, 0.0) } else { (0.0, gone) };
        ClimateState {
            temperature,
            held,
            sweated: state.sweated + sweat,
            purged: state.purged + purged,
            dried: state.dried + dried,
        }
    }

    /// ∫ (T − T_on)₊ dt over the step, K·s.
    fn excess(&self, from: f64, to: f64) -> f64 {
        // When T passes T_on, (T_∞ − T_on)/(T_∞ − T₀) is left of the way.
        let passes = || {
            let left = (self.end - self.onset) / (self.end - from);
            (-self.time * left.ln(), left)
        };
        let (begin, end) = match (from > self.onset, to > self.onset) {
            (false, false) => return 0.0,
            (true, false) => ((0.0, 1.0), passes()),
            (false, true) => (passes(), (self.seconds, self.left)),
            (true, true) => ((0.0, 1.0), (self.seconds, self.left)),
        };
        (self.end - self.onset) * (end.0 - begin.0) + (from - self.end) * self.time * (begin.1 - end.1)
    }
}

impl SkinClimate {
    /// Skin that has been without a prosthesis for long, dry.
    pub fn bare(&self, ambient: f64) -> ClimateState {
        let still = Surroundings { ambient, exercise: 0.0, worn: false, socks: 0.0 };
        ClimateState { temperature: self.course(still).0, held: 0.0, sweated: 0.0, purged: 0.0, dried: 0.0 }
    }

    /// How hard a limb works.
    pub fn exercise(&self, regime: Regime) -> f64 {
        match regime {
            Regime::Walk { pace, duty } => {
                let walking = (pace.speed / self.reference_speed).powi(2);
                duty * walking + (1.0 - duty) * self.standing_exercise
            }
            Regime::Stand => self.standing_exercise,
            Regime::Swim => 1.0,
            Regime::Sit | Regime::Doffed => 0.0,
        }
    }

    /// The state `seconds` later.
    pub fn after(&self, state: &ClimateState, around: Surroundings, seconds: f64) -> ClimateState {
        self.step(around, seconds).after(state)
    }

    /// Works out once what a step needs.
    pub fn step(&self, around: Surroundings, seconds: f64) -> Step {
        let (end, time) = self.course(around);
        let gone_in = if around.worn { self.purge_time } else { Some(self.dry_time) };
        let stays = gone_in.map_or([1.0; 2], |time| {
            let left = (-seconds / time).exp();
            [left, (1.0 - left) * time / seconds.max(f64::MIN_POSITIVE)]
        });
        Step {
            end,
            time,
            left: (-seconds / time).exp(),
            seconds,
            worn: around.worn,
            // ds/dt = k·A·(T − T_on)₊, T_on = T_s − δ·e
            onset: self.onset - self.exercise_onset * around.exercise,
            gain: self.sweat_gain * self.area,
            stays,
        }
    }

    /// How wet skin is that holds so much sweat (kg): 0 dry, 1 under a film that hides its relief.
    pub fn wetness(&self, held: f64) -> f64 {
        // w = m/(m + A·f)
        held / (held + self.area * self.wet_film)
    }

    /// Friction of skin on liner over that of a dry one, by how wet the skin is.
    pub fn wet_friction(&self, wetness: f64) -> f64 {
        // 1 − φ·w
        1.0 - self.wet_friction_loss * wetness
    }

    /// Where the temperature goes (K), and in which time (s).
    fn course(&self, around: Surroundings) -> (f64, f64) {
        let from_blood = self.conductance * (1.0 + self.exercise_flow * around.exercise);
        let cover = if around.worn { self.layers + around.socks / self.textile_conductivity } else { 0.0 };
        let to_air = 1.0 / (cover + self.outside);
        let heat = from_blood * self.blood + self.exercise_heat * around.exercise + to_air * around.ambient;
        let both = from_blood + to_air;
        (heat / both, self.capacity / both)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gait_load::Pace;

    const ROOM: f64 = 295.15;
    const SEATED: Surroundings = Surroundings { ambient: ROOM, exercise: 0.0, worn: true, socks: 0.0 };
    const WALKING: Surroundings = Surroundings { exercise: 1.0, ..SEATED };

    fn usual() -> SkinClimate {
        SkinClimate {
            area: 0.045,
            blood: 309.65,
            conductance: 13.5,
            exercise_flow: 0.2,
            exercise_heat: 40.0,
            standing_exercise: 0.15,
            reference_speed: 1.2,
            capacity: 28.5e3,
            layers: 0.078,
            textile_conductivity: 0.05,
            outside: 0.11,
            onset: 307.15,
            exercise_onset: 1.5,
            sweat_gain: 1.5e-5,
            purge_time: None,
            dry_time: 300.0,
            wet_film: 0.03,
            wet_friction_loss: 0.3,
        }
    }

    #[test]
    fn in_air_as_warm_as_blood_resting_skin_keeps_its_temperature_worn_or_not() {
        let warm = usual().blood;
        for worn in [true, false] {
            let around = Surroundings { ambient: warm, worn, ..SEATED };
            let state = usual().after(&usual().bare(warm), around, 7_200.0);
            assert!((state.temperature - warm).abs() < 1e-9, "{}", state.temperature);
        }
    }

    #[test]
    fn what_the_skin_stores_is_what_comes_less_what_goes() {
        let model = usual();
        let (mut state, mut heat) = (model.bare(ROOM), 0.0);
        let first = state.temperature;
        for _ in 0..36_000 {
            let before = state.temperature;
            state = model.after(&state, WALKING, 0.1);
            let mean = 0.5 * (before + state.temperature);
            let from_blood = model.conductance * 1.2 * (model.blood - mean) + model.exercise_heat;
            heat += 0.1 * (from_blood - (mean - ROOM) / (model.layers + model.outside));
        }
        let stored = model.capacity * (state.temperature - first);
        assert!(stored > 1e4 && (stored / heat - 1.0).abs() < 1e-6, "{stored} {heat}");
    }

    #[test]
    fn one_long_step_is_many_short_ones_also_where_sweat_begins_and_ends() {
        let model = usual();
        let start = model.bare(ROOM);
        let walk = model.after(&start, WALKING, 3_600.0);
        let many = (0..3_600).fold(start, |state, _| model.after(&state, WALKING, 1.0));
        assert!((walk.temperature - many.temperature).abs() < 1e-9);
        assert!(walk.sweated > 1e-3 && (walk.sweated / many.sweated - 1.0).abs() < 1e-9, "{walk:?} {many:?}");
        let rest = |seconds: f64| model.after(&walk, SEATED, seconds);
        let many = (0..3_600).fold(walk, |state, _| model.after(&state, SEATED, 1.0));
        assert!((rest(3_600.0).sweated / many.sweated - 1.0).abs() < 1e-9);
    }

    #[test]
    fn no_gram_of_sweat_is_lost() {
        let purging = SkinClimate { purge_time: Some(900.0), ..usual() };
        let worn = purging.after(&purging.bare(ROOM), WALKING, 5_400.0);
        let off = purging.after(&worn, Surroundings { worn: false, ..SEATED }, 600.0);
        assert!(worn.purged > 0.0 && worn.dried == 0.0 && off.dried > 0.0 && off.held < 0.2 * worn.held);
        for state in [worn, off] {
            assert!((state.held + state.purged + state.dried - state.sweated).abs() < 1e-12 * state.sweated);
        }
        let kept = usual().after(&usual().bare(ROOM), WALKING, 5_400.0);
        assert_eq!((kept.held, kept.temperature), (kept.sweated, worn.temperature), "purging cools nothing");
    }

    #[test]
    fn donning_and_ten_minutes_of_walking_warm_the_skin_as_published() {
        // Peery 2005: +0.8 K after 15 min seated in the prosthesis, +1.7 K in all after 10 min of walking; half of it either way.
        let model = usual();
        let start = model.bare(ROOM);
        let seated = model.after(&start, SEATED, 900.0);
        let walked = model.after(&seated, WALKING, 600.0);
        assert!((0.4..1.2).contains(&(seated.temperature - start.temperature)), "{seated:?}");
        assert!((0.85..2.55).contains(&(walked.temperature - start.temperature)), "{walked:?}");
    }

    #[test]
    fn socks_keep_warm_and_a_fast_walk_works_harder_than_a_slow_one() {
        let model = usual();
        let with = |socks: f64| model.after(&model.bare(ROOM), Surroundings { socks, ..SEATED }, 3_600.0).temperature;
        assert!(with(3e-3) > with(0.0) + 0.1);
        let walk = |speed: f64, duty: f64| model.exercise(Regime::Walk { pace: Pace { cadence: 104.0, speed }, duty });
        assert_eq!((walk(1.2, 1.0), walk(1.2, 0.0)), (1.0, model.exercise(Regime::Stand)));
        assert!(walk(1.4, 1.0) > 1.3 && model.exercise(Regime::Sit) == 0.0);
    }

    #[test]
    fn wet_skin_slides_and_dry_skin_does_not() {
        let model = usual();
        assert_eq!((model.wetness(0.0), model.wet_friction(0.0), model.wet_friction(1.0)), (0.0, 1.0, 0.7));
        assert!((model.wetness(model.area * model.wet_film) - 0.5).abs() < 1e-12 && model.wetness(1.0) > 0.99);
    }
}
