//! What an activity is to the network: its regime, and the pace of whoever walks.

use domain::Case;
use domain::day::{Activity, ActivityKind, USUAL_CADENCE_STEPS_PER_MIN};
use physics::gait_load::Pace;
use physics::network::Regime;

/// The pace at which the case's person usually walks.
pub fn usual_pace(case: &Case) -> Pace {
    case.day
        .activities
        .iter()
        .find(|a| a.kind == ActivityKind::Walk)
        .map_or_else(|| pace_of(None, None), |walk| pace_of(walk.cadence_steps_per_min, walk.speed_m_per_s))
}

/// Speed grows with cadence at a constant step length where it is not given (1.2 m/s at 104 steps/min, general_gait).
fn pace_of(cadence: Option<f64>, speed: Option<f64>) -> Pace {
    let cadence = cadence.unwrap_or(USUAL_CADENCE_STEPS_PER_MIN);
    Pace { cadence, speed: speed.unwrap_or(1.2 * cadence / 104.0) }
}

/// What the network sees of an activity.
pub fn regime(activity: &Activity) -> Regime {
    match activity.kind {
        ActivityKind::Walk => {
            let pace = pace_of(activity.cadence_steps_per_min, activity.speed_m_per_s);
            let most = pace.cadence * activity.duration_s() / 60.0;
            Regime::Walk { pace, duty: activity.steps.map_or(1.0, |steps| (steps / most).min(1.0)) }
        }
        ActivityKind::Stand => Regime::Stand,
        ActivityKind::Sit | ActivityKind::Drive => Regime::Sit,
        ActivityKind::Swim => Regime::Swim,
        ActivityKind::Doff => Regime::Doffed,
    }
}
