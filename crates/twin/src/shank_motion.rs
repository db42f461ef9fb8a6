//! # The shank's acceleration in the twin
//!
//! **Stands for** what an accelerometer on the shank reads, by regime: just enough of it for the controller to recognise
//! the activity by its own means.
//!
//! **Equations** (axes anterior, lateral, up along the shank; g = 9.81 m/s²)
//! - tilt θ: reading g·(sin θ, 0, cos θ); standing 3° with a sway of 0.3 m/s² at 0.4 Hz, sitting and driving 25° with
//!   fidgets, afloat 40° with strokes, doffed lying at 90° without any
//!   movement but the sensor's noise of 0.03 m/s²
//! - walking, share u of the stride: swing of the shank θ = 12° + 28°·sin 2πu, and the heel's strike
//!   a = a₀·(cadence/104)·sin(π·t/40 ms) along the shank for the first 40 ms of each stride, a₀ = 20 m/s²
//!
//! **Assumptions** angular acceleration and the centre's own motion are left out: the strike and the tilt are what the
//! controller looks at. Peaks of 2 g at the shank are ordinary (`general_gait`). **Tests** `crates/twin/tests/day.rs`: the
//! day's vacuum follows the activity; the controller's own in `crates/control/tests/walking.rs`, on another generator.

use physics::gait_load::GRAVITY;
use physics::network::Regime;
use std::f32::consts::PI;

/// Walking for less than this share of the time is a few steps now and then: it is shown as standing.
const STEADY_DUTY: f64 = 0.15;

/// The reading `t_s` seconds into a regime, m/s².
pub(crate) fn reading(regime: Regime, t_s: f32) -> [f32; 3] {
    let g = GRAVITY as f32;
    let tilted = |degrees: f32| {
        let (sin, cos) = (degrees * PI / 180.0).sin_cos();
        [g * sin, 0.0, g * cos]
    };
    let moved = |[x, y, z]: [f32; 3], by: f32, hertz: f32| [x + by * (2.0 * PI * hertz * t_s).sin(), y, z];
    match regime {
        Regime::Walk { pace, duty } if duty > STEADY_DUTY => {
            let stride = pace.stride_time() as f32;
            let since = t_s % stride;
            let [x, y, z] = tilted(12.0 + 28.0 * (2.0 * PI * since / stride).sin());
            // Half a sine of 40 ms.
            let strike = if since < 0.04 { (25.0 * PI * since).sin() } else { 0.0 };
            let strike = strike * 20.0 * (pace.cadence as f32 / 104.0);
            [x, y, z + strike]
        }
        Regime::Walk { .. } | Regime::Stand => moved(tilted(3.0), 0.3, 0.4),
        Regime::Sit => moved(tilted(25.0), 0.4, 0.2),
        Regime::Swim => moved(tilted(40.0), 1.0, 0.8),
        // Nothing but the sensor's noise, which never stands still.
        Regime::Doffed => moved(tilted(90.0), 0.03, 7.3),
    }
}
