//! # Numbers
//!
//! **Stands for** the little arithmetic that everything here shares, chosen so that no machine decides a bit.
//!
//! **Equations**
//! - low pass over a step of any length: y ← y + (x − y)·dt/(τ + dt), the backward Euler step, which needs no exp and
//!   stays between y and x however long dt is
//! - a float becomes an integer by Rust's `as`: towards zero, saturating, NaN to 0, the same everywhere
//!
//! **Assumptions** arguments are finite; [`within`] is what makes them so. **Tests** below.

/// The value if it is a number between the two limits.
pub(crate) fn within(value: f32, low: f32, high: f32) -> Option<f32> {
    (value >= low && value <= high).then_some(value)
}

/// The nearest value between the limits; the lower one for what is no number.
pub(crate) fn bounded(value: f32, low: f32, high: f32) -> f32 {
    if value > high {
        high
    } else if value >= low {
        value
    } else {
        low
    }
}

/// One step of a low pass.
pub(crate) fn blend(old: f32, new: f32, dt_s: f32, tau_s: f32) -> f32 {
    // y ← y + (x − y)·dt/(τ + dt)
    old + (new - old) * (dt_s / (tau_s + dt_s))
}

/// Milliseconds in seconds.
pub(crate) fn seconds(ms: u64) -> f32 {
    ms as f32 * 0.001
}

/// Quotient and remainder; a divisor of nothing is one. What fits into 32 bits is divided by the machine itself.
pub(crate) fn divided(whole: u64, by: u32) -> (u64, u64) {
    let by = by.max(1);
    match u32::try_from(whole) {
        Ok(whole) => (u64::from(whole / by), u64::from(whole % by)),
        Err(_) => (whole / u64::from(by), whole % u64::from(by)),
    }
}

/// Whether `since` lies at least `long_ms` back.
pub(crate) fn lasted(now: u64, since: u64, long_ms: u32) -> bool {
    now.saturating_sub(since) >= u64::from(long_ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_low_pass_never_overshoots_and_limits_turn_nan_away() {
        for dt in [0.0, 0.01, 1.0, 1e6] {
            let y = blend(1.0, 3.0, dt, 0.5);
            assert!((1.0..=3.0).contains(&y));
        }
        assert_eq!(within(f32::NAN, 0.0, 1.0), None);
        assert_eq!(bounded(f32::NAN, 0.25, 1.0), 0.25);
        assert_eq!(bounded(f32::INFINITY, 0.25, 1.0), 1.0);
        assert_eq!((divided(17, 5), divided(17, 0), divided(1 << 40, 3)), ((3, 2), (17, 0), (366_503_875_925, 1)));
        assert!(lasted(10, 20, 0) && !lasted(10, 20, 1));
    }
}
