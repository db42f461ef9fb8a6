//! # The skin's climate through the day
//!
//! **Stands for** the warmth and wetness of the skin beside the network: driven by what the person does, by the air and by
//! whether the prosthesis is on.
//!
//! **Equations** those of `skin_climate`, one exact step an interval of the grid
//! - begins dry, at the temperature of a limb that has been still and bare in the day's air
//! - hours wet: the intervals at whose end skin is wet, with the prosthesis on
//! - blister line of wet skin: p_b·(1 − (1 − b)·w), b what is left of it, w the wetness (`skin_suction`)
//!
//! **Assumptions** one way: the climate answers the day, and of the network only the friction and the blister line may
//! answer the climate. A night dries and cools the skin, so that every day begins alike. The friction is told
//! for models of what slides.
//! **Case** `day.temperature_c`, `day.activities`.
//! **Tests** `crates/twin/tests/climate.rs`: walking warms, heat makes sweat, doffing dries, wet skin blisters sooner.

use crate::answers::answered;
use crate::assemble::skin_climate;
use crate::parameters::Values;
use domain::Case;
use physics::network::Regime;
use physics::skin_climate::{ClimateState, SkinClimate, Step, Surroundings};
use physics::skin_suction::BlisterLine;
use units::Temperature;

/// Kelvins at 0 °C.
const ZERO_C: f64 = Temperature::from_celsius(0.0).kelvin();

/// The skin's climate as people read it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Climate {
    /// Skin temperature, °C.
    pub skin_temperature_c: f64,
    /// Sweat between skin and liner, g.
    pub sweat_g: f64,
    /// All sweat since the day's first donning, g.
    pub sweated_g: f64,
    /// Hours with wet skin in the prosthesis so far.
    pub wet_h: f64,
    /// Friction of skin on liner over that of a dry one, 1 where it is dry.
    pub wet_friction: f64,
}

/// The climate of a day in progress.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SkinThroughDay {
    model: SkinClimate,
    state: ClimateState,
    /// The step of before and what it was made for: most are alike.
    step: Step,
    made_for: (Surroundings, f64),
    /// How wet the skin is now, 0 to 1.
    wetness: f64,
    ambient: f64,
    wet_s: f64,
    /// The blister line of dry skin, and what wet skin keeps of its suction.
    dry: BlisterLine,
    blister_kept: f64,
}

impl SkinThroughDay {
    /// A day's beginning; `dry` is the blister line of dry skin.
    pub fn new(case: &Case, values: &Values, dry: BlisterLine) -> Self {
        let values = answered(case, values);
        let model = skin_climate(&case.limb, &values);
        let ambient = Temperature::from_celsius(case.day.temperature_c).kelvin();
        let state = model.bare(ambient);
        let made_for = (Surroundings { ambient, exercise: 0.0, worn: true, socks: 0.0 }, 0.0);
        let step = model.step(made_for.0, made_for.1);
        Self {
            model,
            state,
            step,
            made_for,
            wetness: 0.0,
            ambient,
            wet_s: 0.0,
            dry,
            blister_kept: values.wet_blister_derate,
        }
    }

    /// Goes on for some seconds of a regime, with socks so thick (m).
    pub fn advance(&mut self, regime: Regime, seconds: f64, socks: f64) {
        let worn = regime != Regime::Doffed;
        let around = Surroundings { ambient: self.ambient, exercise: self.model.exercise(regime), worn, socks };
        if self.made_for != (around, seconds) {
            self.made_for = (around, seconds);
            self.step = self.model.step(around, seconds);
        }
        self.state = self.step.after(&self.state);
        self.wetness = self.model.wetness(self.state.held);
        if worn && self.wetness > 0.5 {
            self.wet_s += seconds;
        }
    }

    /// The blister line of skin as wet as now.
    pub fn blister_line(&self) -> BlisterLine {
        let lost = (1.0 - self.blister_kept) * self.wetness;
        BlisterLine { blister_suction: self.dry.blister_suction * (1.0 - lost), ..self.dry }
    }

    /// What there is to see.
    pub fn seen(&self) -> Climate {
        Climate {
            skin_temperature_c: self.state.temperature - ZERO_C,
            sweat_g: self.state.held * 1e3,
            sweated_g: self.state.sweated * 1e3,
            wet_h: self.wet_s / 3_600.0,
            wet_friction: self.model.wet_friction(self.wetness),
        }
    }
}
