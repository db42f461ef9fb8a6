//! The registry: every quantity of a day, and every outcome that is made of it, one row each.
//!
//! A *quantity* is what can be seen at every moment of a day. An *outcome* is one number of a whole day: a statistic of a
//! quantity, or something that happened. Whatever shows days goes through these two tables: traces, summaries, CSV, reports,
//! pages, trials, calibration and Python. A row that is added here is in all of them; its English words stand in the row, its
//! German ones in `crates/form/texts/de.toml`.
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
use crate::person_day::{last, with_cells};
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
            place: 3, name: "vacuum", title: "Vacuum in the socket", unit: "kPa left, inHg right",
            hint: "dashed: 15 inHg, the bottom of the working range", inhg: true, ..Drawn::PLAIN
        }),
    }
    /// Extracellular fluid in the socket, change since donning, % of limb volume.
    FLUID {
        id: "in_socket_fluid_pct", unit: "% of limb volume", digits: 1, read: |m| Some(m.seen.in_socket_fluid_pct),
        drawn: Some(Drawn {
            place: 2, name: "fluid", title: "Fluid in the socket", unit: "% since donning",
            hint: "outside cells, of limb volume", ..Drawn::PLAIN
        }),
    }
    /// Limb volume if doffed now and measured minutes later, change since donning, %.
    VOLUME {
        id: "post_doff_volume_pct", unit: "%", digits: 1, read: |m| Some(m.seen.post_doff_volume_pct),
        drawn: Some(Drawn {
            place: 1, name: "volume", title: "Limb volume after doffing", unit: "% since donning",
            hint: "if doffed now and measured minutes later", ..Drawn::PLAIN
        }),
    }
    /// Limb against wall between stance and swing, mm.
    PISTONING {
        id: "pistoning_mm", unit: "mm", digits: 1, worn: true, read: |m| Some(m.seen.pistoning_mm),
        drawn: Some(Drawn {
            place: 4, name: "pistoning", title: "Pistoning", unit: "mm",
            hint: "limb against wall, between stance and swing", ..Drawn::PLAIN
        }),
    }
    /// Largest regional pressure over a gait cycle, kPa.
    PEAK_PRESSURE {
        id: "peak_pressure_kpa", unit: "kPa", digits: 0, worn: true, read: |m| Some(m.seen.peak_pressure_kpa),
        drawn: Some(Drawn {
            place: 5, name: "peak", title: "Peak pressure", unit: "kPa",
            hint: "largest of any region over a step, if one were taken now", ..Drawn::PLAIN
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
            place: 6, name: "socks", title: "Socks added", unit: "number so far",
            hint: "added when the socket feels loose", step: true, ..Drawn::PLAIN
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
            place: 7, name: "battery", title: "Battery", unit: "% of charge left", hint: "of the electronic pump",
            ..Drawn::PLAIN
        }),
    }
}

rows! {
    /// Every outcome, in the order of the contracts.
    OUTCOMES: Outcome;

    /// Extracellular fluid in the socket at the day's end, change since donning, % of limb volume.
    IN_SOCKET_FLUID_END_PCT {
        id: "in_socket_fluid_end_pct", unit: "% of limb volume", digits: 1, statistic: Statistic::End(&FLUID),
        name: "extracellular fluid in the socket at the day's end", detail: ", change since donning",
        place: Some(3), label: "fluid in the socket at day's end, %", compared: true,
    }
    /// Limb volume after doffing at the day's end, change since donning, %.
    POST_DOFF_VOLUME_END_PCT {
        id: "post_doff_volume_end_pct", unit: "%", digits: 1, statistic: Statistic::End(&VOLUME),
        name: "limb volume after doffing at the day's end", detail: ", change since donning",
        place: Some(1), label: "limb volume after doffing at day's end, %", compared: true,
    }
    /// The lowest limb volume after doffing of the day, change since donning, %.
    POST_DOFF_VOLUME_LOWEST_PCT {
        id: "post_doff_volume_lowest_pct", unit: "%", digits: 1, statistic: Statistic::Lowest(&VOLUME),
        name: "lowest limb volume after doffing of the day", detail: ", change since donning",
        place: Some(2), label: "the lowest of the day, %",
    }
    /// Mean pistoning while walking, mm.
    PISTONING_MEAN_MM {
        id: "pistoning_mean_mm", unit: "mm", digits: 1, statistic: Statistic::Mean(&PISTONING, Span::Walked),
        name: "mean pistoning while walking",
        place: Some(5), label: "pistoning, mean while walking, mm", compared: true,
    }
    /// Largest regional pressure of a step while walking, the median of the day, kPa.
    PEAK_PRESSURE_KPA {
        id: "peak_pressure_kpa", unit: "kPa", digits: 0, statistic: Statistic::Median(&PEAK_PRESSURE, Span::Walked),
        name: "largest regional pressure of a step while walking", detail: ", the median of the day",
        place: Some(6), label: "peak pressure of any region while walking, kPa", compared: true,
    }
    /// Mean pressure on the skin over the day's gait cycles, kPa.
    MEAN_PRESSURE_KPA {
        id: "mean_pressure_kpa", unit: "kPa", digits: 0, statistic: Statistic::Mean(&MEAN_PRESSURE, Span::Worn),
        name: "mean pressure on the skin over the day",
        place: Some(7), label: "mean pressure on the skin, kPa",
    }
    /// Mean vacuum over the day, kPa.
    VACUUM_MEAN_KPA {
        id: "vacuum_mean_kpa", unit: "kPa", digits: 0, statistic: Statistic::Mean(&VACUUM, Span::Worn),
        name: "mean vacuum over the day", label: "vacuum, mean over the day, kPa", compared: true,
    }
    /// Share of the donned day with at least 15 inHg.
    TIME_AT_WORKING_VACUUM {
        id: "time_at_working_vacuum", unit: "1", digits: 0, statistic: Statistic::ShareAtLeast(&VACUUM, Level::Working),
        name: "share of the donned day with at least 15 inHg",
        place: Some(8), label: "time with at least 15 inHg", compared: true,
    }
    /// Hours with the vacuum held.
    HELD_H {
        id: "held_h", unit: "h", digits: 1, statistic: Statistic::HeldHours(Span::Worn), shown: Shown::Held,
        name: "hours with the vacuum held", place: Some(9), label: "hours with the vacuum held",
    }
    /// Hours of standing with the vacuum held.
    STANDING_HELD_H {
        id: "standing_held_h", unit: "h", digits: 1, statistic: Statistic::HeldHours(Span::Stood), shown: Shown::Held,
        name: "hours of standing with the vacuum held", place: Some(10), label: "hours of standing with the vacuum held",
    }
    /// Socks added.
    SOCKS_ADDED {
        id: "socks_added", unit: "socks", digits: 0, statistic: Statistic::End(&SOCKS),
        name: "socks added over the day", place: Some(4), label: "socks added", compared: true,
    }
    /// Skin suction dose at the day's end; 1 is the blister line.
    SUCTION_DOSE {
        id: "suction_dose", unit: "1", digits: 3, statistic: Statistic::End(&DOSE),
        name: "skin suction dose at the day's end", detail: "; 1 is the blister line",
        place: Some(16), label: "skin suction dose (1 = blister line)",
    }
    /// Steps on the prosthesis.
    STRIDES {
        id: "strides", unit: "steps", digits: 0,
        statistic: Statistic::Of { always: true, read: |day| Some(last(day).strides) },
        shown: Shown::Number, name: "steps on the prosthesis", label: "steps on the prosthesis",
    }
    /// Steps on the prosthesis from donning to 15 inHg; absent where most persons never reach it.
    STRIDES_TO_15_INHG {
        id: "strides_to_15_inhg", unit: "steps", digits: 0, statistic: Statistic::Reached(Level::Working, Count::Strides),
        formerly: Some("steps_to_15_inhg"),
        name: "steps on the prosthesis from donning to 15 inHg", detail: " (50.8 kPa)",
        place: Some(13), label: "steps on the prosthesis to 15 inHg",
    }
    /// Seconds from donning to 15 inHg.
    SECONDS_TO_15_INHG {
        id: "seconds_to_15_inhg", unit: "s", digits: 0, statistic: Statistic::Reached(Level::Working, Count::Seconds),
        name: "time from donning to 15 inHg", detail: " (50.8 kPa)", label: "seconds to 15 inHg",
    }
    /// Steps on the prosthesis from donning to 17 inHg.
    STRIDES_TO_17_INHG {
        id: "strides_to_17_inhg", unit: "steps", digits: 0, statistic: Statistic::Reached(Level::Target, Count::Strides),
        formerly: Some("steps_to_17_inhg"),
        name: "steps on the prosthesis from donning to 17 inHg", detail: " (57.6 kPa)",
        place: Some(14), label: "steps on the prosthesis to 17 inHg",
    }
    /// Seconds from donning to 17 inHg.
    SECONDS_TO_17_INHG {
        id: "seconds_to_17_inhg", unit: "s", digits: 0, statistic: Statistic::Reached(Level::Target, Count::Seconds),
        name: "time from donning to 17 inHg", detail: " (57.6 kPa)", place: Some(15), label: "seconds to 17 inHg",
    }
    /// What a controller aimed at when it first rested, kPa: a level above it is not aimed at.
    FIRST_AIM_KPA {
        id: "first_aim_kpa", unit: "kPa", digits: 0,
        statistic: Statistic::Of { always: false, read: |day| day.milestones.first_aim_kpa },
        shown: Shown::Number, name: "vacuum that a pump's controller aimed at when it first rested",
        label: "vacuum first aimed at, kPa",
    }
    /// Time an electric pump ran, s.
    PUMP_TIME_S {
        id: "pump_time_s", unit: "s", digits: 0,
        statistic: Statistic::Of { always: false, read: |day| with_cells(day).then_some(day.pump_time_s) },
        name: "time that an electric pump ran", place: Some(18), label: "pump ran, s",
    }
    /// Charge left at the day's end, %.
    BATTERY_END_PCT {
        id: "battery_end_pct", unit: "%", digits: 1, statistic: Statistic::End(&BATTERY),
        name: "charge left in the cells at the day's end", place: Some(17), label: "battery left, %",
    }
    /// Share of persons who lost held vacuum at least once.
    SHARE_LOSING_VACUUM {
        id: "share_losing_vacuum", unit: "1", digits: 0, statistic: Statistic::Happened(EventKind::VacuumLost),
        formerly: Some("vacuum_lost"), shown: Shown::Share,
        name: "share of persons who lose the vacuum that their pump holds at least once", detail: " (of one person 1 or 0)",
        place: Some(11), label: "persons who lose held vacuum, %",
    }
    /// Share of persons whose limb swells in vacuum by more than 2 % of its volume for an hour: a warning of oedema.
    SHARE_SWELLING_IN_VACUUM {
        id: "share_swelling_in_vacuum", unit: "1", digits: 0, statistic: Statistic::Happened(EventKind::Swelling),
        shown: Shown::Share, name: "share of persons whose limb swells in vacuum by more than 2 % for an hour",
        detail: " (of one person 1 or 0)",
        place: Some(12), label: "persons whose limb swells beyond +2 % for an hour in vacuum, %",
    }
    /// Rate of extracellular fluid in the socket from half an hour after donning to the day's end, %/h.
    IN_SOCKET_FLUID_RATE_PCT_PER_H {
        id: "in_socket_fluid_rate_pct_per_h", unit: "%/h", digits: 2, statistic: Statistic::Rate(&FLUID), shown: Shown::Trials,
        name: "rate of extracellular fluid in the socket from half an hour after donning to the day's end",
        label: "rate of fluid in the socket, %/h",
    }
    /// Pistoning in the last minute of walking, mm.
    PISTONING_END_MM {
        id: "pistoning_end_mm", unit: "mm", digits: 1, statistic: Statistic::Last(&PISTONING, Span::Walked),
        shown: Shown::Trials, name: "pistoning in the last minute of walking", label: "pistoning in the last minute, mm",
    }
}
