//! # Circulation
//!
//! **Stands for** what a posture does to the limb's blood and lymph: the column of blood that stands in it, how fast
//! blood comes, how fast lymph goes.
//!
//! **Equations**
//! - standing, sitting, no prosthesis: drive h of the posture, flow and lymph as at rest
//! - walking: drive h lowered by the muscle pump, lymph times its factor, arterial flow times φ: a pool that stance
//!   pressed empty fills φ times as fast in swing
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `stand`, `sit`, `walk` | h | Pa | assumed; an hour of quiet standing bounds the first |
//! | `walking_lymph` | – | – | textbook_lymph (five- to tenfold) |
//! | `walking_flow` | φ | – | assumed: 1 (arterial disease) to 10 (sound legs) |
//!
//! **Assumptions** one flow asked for by each posture; how fast the flow follows is `blood`'s.
//! **Tests** walking fills a pool sooner than sitting does (`blood`).

/// What one posture does to the circulation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circulation {
    /// Hydrostatic filtration drive, Pa.
    pub drive: f64,
    /// Lymph flow, relative to rest.
    pub lymph: f64,
    /// Arterial flow, relative to rest.
    pub flow: f64,
    /// How much of the muscle works: 0 at rest, 1 in walking.
    pub exercise: f64,
}

/// How postures drive fluid, lymph and blood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PostureDrive {
    /// Hydrostatic filtration drive when standing, Pa.
    pub stand: f64,
    /// When sitting, Pa.
    pub sit: f64,
    /// When walking (the muscle pump lowers venous pressure), Pa.
    pub walk: f64,
    /// Lymph flow when walking, relative to rest.
    pub walking_lymph: f64,
    /// Arterial flow when walking, relative to rest.
    pub walking_flow: f64,
}

impl PostureDrive {
    /// Circulation at rest with a hydrostatic drive, Pa.
    pub fn still(&self, drive: f64) -> Circulation {
        Circulation { drive, lymph: 1.0, flow: 1.0, exercise: 0.0 }
    }

    /// Circulation when walking.
    pub fn walking(&self) -> Circulation {
        Circulation { drive: self.walk, lymph: self.walking_lymph, flow: self.walking_flow, exercise: 1.0 }
    }
}
