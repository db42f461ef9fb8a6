//! How one person's sleeves wear, by their parameters: for a day with a sleeve of some age, and for sleeves over months.

use crate::parameters::Values;
use physics::sleeve_wear::SleeveWear;

/// Seconds in a month: a twelfth of a year.
pub(crate) const MONTH_S: f64 = 365.25 / 12.0 * 86_400.0;
/// Seconds in a week.
pub(crate) const WEEK_S: f64 = 7.0 * 86_400.0;

/// How one person's sleeves wear.
pub fn wear(values: &Values, barrier: bool) -> SleeveWear {
    SleeveWear {
        rate: values.sleeve_pinholes_per_month / MONTH_S,
        growth: values.sleeve_pinhole_growth_um2_per_month * 1e-12 / MONTH_S,
        barrier: if barrier { values.sleeve_barrier_factor.max(1.0) } else { 1.0 },
    }
}
