//! The registry: every quantity of a day, and every outcome that is made of it, one row each.
//!
//! A *quantity* is what can be seen at every moment of a day. An *outcome* is one number of a whole day: a statistic of a
//! quantity, or something that happened. Whatever shows days goes through these two tables: traces, summaries, CSV, reports,
//! pages, trials, calibration and Python. A row that is added here is in all of them; its words are
//! `outcome-…` and `quantity-…` in each language's `quantities.ftl` (crate `texts`).
//!
//! The order of rows is that of the public contracts (keys of `--json`, columns of CSV), so new rows stand at the end. Where a
//! place is given, people read by it.

mod kinds;
mod shown;

pub use crate::summary::Told;
pub use kinds::{
    Count, Course, DayCourse, Drawn, Level, Moment, Outcome, Quantity, Registry, Sample, Shown, Span, Statistic,
};
pub use shown::schema_of;

use crate::events::EventKind;
use crate::observe::{RESOLVED_MM, Walking, volume_pct};
use crate::person_day::{hours_a_charge, last, with_cells};
use crate::pressed::most;
use kinds::rows;

/// What the program ships.
pub static SHIPPED: Registry = Registry { quantities: QUANTITIES, outcomes: OUTCOMES };

rows! {
    /// Every quantity, in the order of the contracts.
    QUANTITIES: Quantity;

    /// Vacuum that stands in the socket, kPa.
    VACUUM {
        id: "vacuum_kpa", unit: "kPa", digits: 0, worn: true, read: |m| Some(m.seen.vacuum_kpa),
        drawn: Some(Drawn {
            place: 3, name: "vacuum", inhg: true, ..Drawn::PLAIN
        }),
    }
    /// Extracellular fluid in the socket, change since donning, % of limb volume.
    FLUID {
        id: "in_socket_fluid_pct", unit: "% of limb volume", digits: 1, read: |m| Some(m.seen.in_socket_fluid_pct),
        drawn: Some(Drawn {
            place: 2, name: "fluid", ..Drawn::PLAIN
        }),
    }
    /// Limb volume if doffed now and measured minutes later, change since donning, %.
    VOLUME {
        id: "post_doff_volume_pct", unit: "%", digits: 1, read: |m| Some(m.seen.post_doff_volume_pct),
        drawn: Some(Drawn {
            place: 1, name: "volume", ..Drawn::PLAIN
        }),
    }
    /// Limb volume at this moment, in the socket or out of it, change since donning, %.
    VOLUME_NOW {
        id: "limb_volume_pct", unit: "%", digits: 1, read: |m| Some(volume_pct(m.network, &m.state.limb)),
    }
    /// Limb against wall between stance and swing while walking, mm; 0.5 where it is less, which no measurement resolves.
    PISTONING {
        id: "pistoning_mm", unit: "mm", digits: 1, worn: true, read: |m| walking(m, |w| w.pistoning_mm),
        drawn: Some(Drawn {
            place: 4, name: "pistoning", ..Drawn::PLAIN
        }),
    }
    /// Largest regional pressure over a gait cycle, kPa.
    PEAK_PRESSURE {
        id: "peak_pressure_kpa", unit: "kPa", digits: 0, worn: true, read: |m| Some(m.seen.peak_pressure_kpa),
        drawn: Some(Drawn {
            place: 5, name: "peak", ..Drawn::PLAIN
        }),
    }
    /// Mean pressure on the skin over a gait cycle, kPa.
    MEAN_PRESSURE {
        id: "mean_pressure_kpa", unit: "kPa", digits: 0, worn: true, read: |m| Some(m.seen.mean_pressure_kpa),
    }
    /// Socks added so far.
    SOCKS {
        id: "socks_added", unit: "socks", digits: 0, read: |m| Some(m.socks as f64),
        drawn: Some(Drawn {
            place: 6, name: "socks", step: true, ..Drawn::PLAIN
        }),
    }
    /// Skin suction dose; 1 is the blister line.
    DOSE {
        id: "suction_dose", unit: "1", digits: 3, read: |m| Some(m.seen.suction_dose),
    }
    /// Charge left, %; absent without cells.
    BATTERY {
        id: "battery_pct", unit: "%", digits: 1, always: false, read: |m| m.battery_pct,
        drawn: Some(Drawn {
            place: 7, name: "battery",
            ..Drawn::PLAIN
        }),
    }
    /// Bone against wall between stance and swing while walking, mm; 0.5 where it is less, which no measurement resolves.
    BONE_PISTONING {
        id: "bone_pistoning_mm", unit: "mm", digits: 1, worn: true, read: |m| walking(m, |w| w.bone_pistoning_mm),
        drawn: Some(Drawn {
            place: 10, name: "bone", ..Drawn::PLAIN
        }),
    }
    /// Elongation of the soft tissue while walking: bone less limb over the depth of tissue, %.
    ELONGATION {
        id: "tissue_elongation_pct", unit: "%", digits: 0, worn: true, read: |m| walking(m, |w| w.tissue_elongation_pct),
    }
    /// Largest rotation of bone in the socket while walking, degrees.
    ROTATION {
        id: "rotation_deg", unit: "degrees", digits: 0, worn: true, read: |m| walking(m, |w| w.rotation_deg),
        drawn: Some(Drawn {
            place: 11, name: "rotation", ..Drawn::PLAIN
        }),
    }
    /// Steepest rise of the load at heel strike while walking, kN/s.
    LOADING_RATE {
        id: "loading_rate_kn_per_s", unit: "kN/s", digits: 0, worn: true, read: |m| walking(m, |w| w.loading_rate_kn_per_s),
        drawn: Some(Drawn {
            place: 12, name: "impact", ..Drawn::PLAIN
        }),
    }
    /// Pressure on the skin at the distal end when the pull of swing is largest, kPa; negative where it draws.
    SWING_DISTAL {
        id: "swing_distal_kpa", unit: "kPa", digits: 0, worn: true, read: |m| walking(m, |_| m.seen.swing.distal_kpa),
        drawn: Some(Drawn {
            place: 13, name: "swing", ..Drawn::PLAIN
        }),
    }
    /// Mean pressure on the skin above the distal end when the pull of swing is largest, kPa; negative where it draws.
    SWING_ABOVE {
        id: "swing_proximal_kpa", unit: "kPa", digits: 1, worn: true, read: |m| walking(m, |_| m.seen.swing.above_kpa),
    }
    /// Amplitude of the socket's air pressure within a stride while walking, between stance and swing, kPa; absent in an open
    /// socket.
    PRESSURE_WAVE {
        id: "pressure_wave_kpa", unit: "kPa", worn: true, always: false,
        read: pressure_wave,
        drawn: Some(Drawn {
            place: 14, name: "wave", ..Drawn::PLAIN
        }),
    }
    /// Skin temperature in liner and socket, °C; without a prosthesis that of bare skin.
    SKIN_TEMPERATURE {
        id: "skin_temperature_c", unit: "°C", digits: 1, read: |m| Some(m.climate.skin_temperature_c),
        drawn: Some(Drawn {
            place: 16, name: "skin", afloat: true, ..Drawn::PLAIN
        }),
    }
    /// Sweat between skin and liner, g.
    SWEAT {
        id: "sweat_g", unit: "g", digits: 1, read: |m| Some(m.climate.sweat_g),
        drawn: Some(Drawn {
            place: 17, name: "sweat", ..Drawn::PLAIN
        }),
    }
}

/// No such thing in a socket that is open to ambient.
fn pressure_wave(moment: &Moment<'_>) -> Option<f64> {
    let sealed = moment.network.suspension.sealed;
    sealed.then(|| moment.seen.walking.and_then(|walking| walking.pressure_wave_kpa).unwrap_or(f64::NAN))
}

/// What only walking moves: no number where the person does not walk.
fn walking(moment: &Moment<'_>, read: impl Fn(&Walking) -> f64) -> Option<f64> {
    Some(moment.seen.walking.as_ref().map_or(f64::NAN, read))
}

rows! {
    /// Every outcome, in the order of the contracts.
    OUTCOMES: Outcome;

    /// Extracellular fluid in the socket at the day's end, change since donning, % of limb volume.
    IN_SOCKET_FLUID_END_PCT {
        id: "in_socket_fluid_end_pct", unit: "% of limb volume", digits: 1, statistic: Statistic::End(&FLUID),
        place: Some(4), compared: true,
    }
    /// Limb volume after doffing at the day's end, change since donning, %.
    POST_DOFF_VOLUME_END_PCT {
        id: "post_doff_volume_end_pct", unit: "%", digits: 1, statistic: Statistic::End(&VOLUME),
        place: Some(1), compared: true,
    }
    /// The lowest limb volume after doffing of the day, change since donning, %.
    POST_DOFF_VOLUME_LOWEST_PCT {
        id: "post_doff_volume_lowest_pct", unit: "%", digits: 1, statistic: Statistic::Lowest(&VOLUME),
        place: Some(2),
    }
    /// Mean pistoning while walking, mm.
    PISTONING_MEAN_MM {
        id: "pistoning_mean_mm", unit: "mm", digits: 1, statistic: Statistic::Mean(&PISTONING, Span::Walked),
        place: Some(6), compared: true, least: RESOLVED_MM,
    }
    /// Largest regional pressure of a step while walking, the median of the day, kPa.
    PEAK_PRESSURE_KPA {
        id: "peak_pressure_kpa", unit: "kPa", digits: 0, statistic: Statistic::Median(&PEAK_PRESSURE, Span::Walked),
        place: Some(7), compared: true,
    }
    /// Mean pressure on the skin over the day's gait cycles, kPa.
    MEAN_PRESSURE_KPA {
        id: "mean_pressure_kpa", unit: "kPa", digits: 0, statistic: Statistic::Mean(&MEAN_PRESSURE, Span::Worn),
        place: Some(8),
    }
    /// Mean vacuum over the day, kPa.
    VACUUM_MEAN_KPA {
        id: "vacuum_mean_kpa", unit: "kPa", digits: 0, statistic: Statistic::Mean(&VACUUM, Span::Worn), compared: true,
    }
    /// Share of the donned day with at least 15 inHg.
    TIME_AT_WORKING_VACUUM {
        id: "time_at_working_vacuum", unit: "1", digits: 0, statistic: Statistic::ShareAtLeast(&VACUUM, Level::Working),
        place: Some(9), compared: true,
    }
    /// Hours with the vacuum held.
    HELD_H {
        id: "held_h", unit: "h", digits: 1, statistic: Statistic::HeldHours(Span::Worn), shown: Shown::Held, place: Some(10),
    }
    /// Hours of standing with the vacuum held.
    STANDING_HELD_H {
        id: "standing_held_h", unit: "h", digits: 1, statistic: Statistic::HeldHours(Span::Stood), shown: Shown::Held, place: Some(11),
    }
    /// Socks added.
    SOCKS_ADDED {
        id: "socks_added", unit: "socks", digits: 0, statistic: Statistic::End(&SOCKS), place: Some(5), compared: true,
    }
    /// Skin suction dose at the day's end; 1 is the blister line.
    SUCTION_DOSE {
        id: "suction_dose", unit: "1", digits: 3, statistic: Statistic::End(&DOSE),
        place: Some(17), least: 0.001,
    }
    /// Steps on the prosthesis.
    STRIDES {
        id: "strides", unit: "steps", digits: 0,
        statistic: Statistic::Of { always: true, read: |day| Some(last(day).strides) },
        shown: Shown::Number,
    }
    /// Steps on the prosthesis from donning to 15 inHg; absent where most persons never reach it.
    STRIDES_TO_15_INHG {
        id: "strides_to_15_inhg", unit: "steps", digits: 0, statistic: Statistic::Reached(Level::Working, Count::Strides),
        formerly: Some("steps_to_15_inhg"),
        place: Some(14),
    }
    /// Seconds from donning to 15 inHg.
    SECONDS_TO_15_INHG {
        id: "seconds_to_15_inhg", unit: "s", digits: 0, statistic: Statistic::Reached(Level::Working, Count::Seconds),
    }
    /// Steps on the prosthesis from donning to 17 inHg.
    STRIDES_TO_17_INHG {
        id: "strides_to_17_inhg", unit: "steps", digits: 0, statistic: Statistic::Reached(Level::Target, Count::Strides),
        formerly: Some("steps_to_17_inhg"),
        place: Some(15),
    }
    /// Seconds from donning to 17 inHg.
    SECONDS_TO_17_INHG {
        id: "seconds_to_17_inhg", unit: "s", digits: 0, statistic: Statistic::Reached(Level::Target, Count::Seconds), place: Some(16),
    }
    /// What a controller aimed at when it first rested, kPa: a level above it is not aimed at.
    FIRST_AIM_KPA {
        id: "first_aim_kpa", unit: "kPa", digits: 0,
        statistic: Statistic::Of { always: false, read: |day| day.milestones.first_aim_kpa },
        shown: Shown::Number,
    }
    /// Time an electric pump ran, s.
    PUMP_TIME_S {
        id: "pump_time_s", unit: "s", digits: 0,
        statistic: Statistic::Of { always: false, read: |day| with_cells(day).then_some(day.pump_time_s) }, place: Some(19),
    }
    /// Charge left at the day's end, %.
    BATTERY_END_PCT {
        id: "battery_end_pct", unit: "%", digits: 1, statistic: Statistic::End(&BATTERY), place: Some(18),
    }
    /// Share of persons who lost held vacuum at least once.
    SHARE_LOSING_VACUUM {
        id: "share_losing_vacuum", unit: "1", digits: 0, statistic: Statistic::Happened(EventKind::VacuumLost),
        formerly: Some("vacuum_lost"), shown: Shown::Share,
        place: Some(12),
    }
    /// Share of persons whose limb swells in vacuum by more than 2 % of its volume for an hour: a warning of oedema.
    SHARE_SWELLING_IN_VACUUM {
        id: "share_swelling_in_vacuum", unit: "1", digits: 0, statistic: Statistic::Happened(EventKind::Swelling),
        shown: Shown::Share,
        place: Some(13),
    }
    /// Rate of extracellular fluid in the socket from half an hour after donning to the day's end, %/h.
    IN_SOCKET_FLUID_RATE_PCT_PER_H {
        id: "in_socket_fluid_rate_pct_per_h", unit: "%/h", digits: 2, statistic: Statistic::Rate(&FLUID), shown: Shown::Trials,
    }
    /// Pistoning in the last minute of walking, mm.
    PISTONING_END_MM {
        id: "pistoning_end_mm", unit: "mm", digits: 1, statistic: Statistic::Last(&PISTONING, Span::Walked),
        shown: Shown::Trials, least: RESOLVED_MM,
    }
    /// Mean pistoning of the bone while walking, mm.
    BONE_PISTONING_MEAN_MM {
        id: "bone_pistoning_mean_mm", unit: "mm", digits: 1, statistic: Statistic::Mean(&BONE_PISTONING, Span::Walked),
        place: Some(20), compared: true, least: RESOLVED_MM,
    }
    /// Mean elongation of the soft tissue while walking, %.
    TISSUE_ELONGATION_MEAN_PCT {
        id: "tissue_elongation_mean_pct", unit: "%", digits: 0, statistic: Statistic::Mean(&ELONGATION, Span::Walked),
        place: Some(21),
    }
    /// Rotation of bone in the socket while walking, mean over the day of each step's largest, degrees.
    ROTATION_MEAN_DEG {
        id: "rotation_mean_deg", unit: "degrees", digits: 0, statistic: Statistic::Mean(&ROTATION, Span::Walked),
        place: Some(22), compared: true,
    }
    /// Steepest rise of the load at heel strike, mean while walking, kN/s.
    LOADING_RATE_MEAN_KN_PER_S {
        id: "loading_rate_mean_kn_per_s", unit: "kN/s", digits: 0, statistic: Statistic::Mean(&LOADING_RATE, Span::Walked),
        place: Some(23), compared: true,
    }
    /// Pressure at the distal end in swing, mean while walking, kPa; negative where it draws.
    SWING_DISTAL_MEAN_KPA {
        id: "swing_distal_mean_kpa", unit: "kPa", digits: 0, statistic: Statistic::Mean(&SWING_DISTAL, Span::Walked),
        place: Some(24), compared: true,
    }
    /// Pressure above the distal end in swing, mean while walking, kPa; negative where it draws.
    SWING_PROXIMAL_MEAN_KPA {
        id: "swing_proximal_mean_kpa", unit: "kPa", digits: 1, statistic: Statistic::Mean(&SWING_ABOVE, Span::Walked),
        place: Some(25), compared: true,
    }
    /// Mean amplitude of the socket's air pressure within a stride while walking, kPa; absent in an open socket.
    PRESSURE_WAVE_MEAN_KPA {
        id: "pressure_wave_mean_kpa", unit: "kPa", digits: 1, statistic: Statistic::Mean(&PRESSURE_WAVE, Span::Walked),
        place: Some(26),
    }
    /// Largest rise of the limb's volume within 35 minutes of doffing, %; absent where nothing is doffed.
    REFILL_AFTER_DOFFING_PCT {
        id: "refill_after_doffing_pct", unit: "%", digits: 1,
        statistic: Statistic::RiseAfterDoffing(&VOLUME_NOW), place: Some(3), compared: true,
    }
    /// Hours with the prosthesis on until full cells carry the motor no longer, were every day like this one, h.
    HOURS_A_CHARGE_H {
        id: "hours_a_charge_h", unit: "h", digits: 0,
        statistic: Statistic::Of { always: false, read: hours_a_charge }, place: Some(31),
    }
    /// The highest skin temperature of the day, °C.
    SKIN_TEMPERATURE_HIGHEST_C {
        id: "skin_temperature_highest_c", unit: "°C", digits: 1, statistic: Statistic::Highest(&SKIN_TEMPERATURE),
        place: Some(27),
    }
    /// Sweat between skin and liner at the day's end, g.
    SWEAT_END_G {
        id: "sweat_end_g", unit: "g", digits: 1, statistic: Statistic::End(&SWEAT),
    }
    /// All sweat of the day, g.
    SWEAT_TOTAL_G {
        id: "sweat_total_g", unit: "g", digits: 1,
        statistic: Statistic::Of { always: true, read: |day| Some(last(day).climate.sweated_g) },
        place: Some(28),
    }
    /// Hours with wet skin in the prosthesis, h.
    WET_H {
        id: "wet_h", unit: "h", digits: 1,
        statistic: Statistic::Of { always: true, read: |day| Some(last(day).climate.wet_h) },
        place: Some(29),
    }
    /// Pressure beyond the closing of capillaries, summed over the day, of the region with most over the skin's mean: a direction,
    /// no limit.
    PRESSED_MOST {
        id: "pressed_most", unit: "1", digits: 2,
        statistic: Statistic::Of { always: true, read: |day| most(&day.pressed) },
        place: Some(30),
    }
}
