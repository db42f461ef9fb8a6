//! # The signal
//!
//! **Stands for** what the person feels, hears and sees at one moment: vibrator, beeper, light.
//!
//! **Assumptions** the light is seen in daylight and the vibrator felt through the socket; the maker shows both. **Tests** in `warnings`.

/// What the LED shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Led {
    /// Dark.
    Off,
    /// Green, a short flash now and then: all is well.
    Well,
    /// Green, breathing: charging.
    Charging,
    /// Amber, steady: worth knowing.
    Low,
    /// Amber, blinking: see to it soon.
    Medium,
    /// Red, blinking fast: now.
    High,
    /// Blue: air is let in.
    Releasing,
}

/// What the person feels, hears and sees at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal {
    /// The vibrator is on now.
    pub tactile: bool,
    /// The beeper is on now.
    pub audible: bool,
    /// The light.
    pub led: Led,
}
