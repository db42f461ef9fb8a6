//! # Outcomes: what a trial measures of a day
//!
//! **Stands for** the numbers of one person's day on one suspension that a study may ask for.
//!
//! **Equations**
//! - those of the report's day in numbers: as in `twin::ensemble`
//! - rate of in-socket fluid: its change from half an hour after donning, when blood has settled, to the day's end, over the
//!   hours between
//! - pistoning at the end: the last grid point's of walking; where nobody walks, the last with the prosthesis on
//! - steps and seconds to a level: the first crossing since donning (`twin::events`); absent where it is never reached
//!
//! **Tests** every name is read and written the same; an outcome is absent exactly where it cannot be.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use twin::day::DayCourse;
use twin::events::EventKind;
use twin::person_day::{PersonDay, walked};

/// From donning until rates of fluid are read, s.
const SETTLING_S: f64 = 1_800.0;

/// An outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // `words` says what each is
pub enum Outcome {
    PostDoffVolumeEndPct,
    PostDoffVolumeLowestPct,
    InSocketFluidEndPct,
    InSocketFluidRatePctPerH,
    PistoningMeanMm,
    PistoningEndMm,
    PeakPressureKpa,
    MeanPressureKpa,
    VacuumMeanKpa,
    TimeAtWorkingVacuum,
    SocksAdded,
    SuctionDose,
    #[serde(rename = "steps_to_15_inhg")]
    StepsTo15Inhg,
    #[serde(rename = "seconds_to_15_inhg")]
    SecondsTo15Inhg,
    #[serde(rename = "steps_to_17_inhg")]
    StepsTo17Inhg,
    #[serde(rename = "seconds_to_17_inhg")]
    SecondsTo17Inhg,
    VacuumLost,
    PumpTimeS,
    BatteryEndPct,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::PostDoffVolumeEndPct,
        Self::PostDoffVolumeLowestPct,
        Self::InSocketFluidEndPct,
        Self::InSocketFluidRatePctPerH,
        Self::PistoningMeanMm,
        Self::PistoningEndMm,
        Self::PeakPressureKpa,
        Self::MeanPressureKpa,
        Self::VacuumMeanKpa,
        Self::TimeAtWorkingVacuum,
        Self::SocksAdded,
        Self::SuctionDose,
        Self::StepsTo15Inhg,
        Self::SecondsTo15Inhg,
        Self::StepsTo17Inhg,
        Self::SecondsTo17Inhg,
        Self::VacuumLost,
        Self::PumpTimeS,
        Self::BatteryEndPct,
    ];

    const fn told(self) -> [&'static str; 3] {
        match self {
            Self::PostDoffVolumeEndPct => {
                ["post_doff_volume_end_pct", "limb volume after doffing at the day's end, change since donning", "%"]
            }
            Self::PostDoffVolumeLowestPct => [
                "post_doff_volume_lowest_pct",
                "lowest limb volume after doffing of the day, change since donning",
                "%",
            ],
            Self::InSocketFluidEndPct => [
                "in_socket_fluid_end_pct",
                "extracellular fluid in the socket at the day's end, change since donning",
                "% of limb volume",
            ],
            Self::InSocketFluidRatePctPerH => [
                "in_socket_fluid_rate_pct_per_h",
                "rate of extracellular fluid in the socket from half an hour after donning to the day's end",
                "%/h",
            ],
            Self::PistoningMeanMm => ["pistoning_mean_mm", "mean pistoning while walking", "mm"],
            Self::PistoningEndMm => ["pistoning_end_mm", "pistoning in the last minute of walking", "mm"],
            Self::PeakPressureKpa => {
                ["peak_pressure_kpa", "largest regional pressure of a step while walking, the median of the day", "kPa"]
            }
            Self::MeanPressureKpa => ["mean_pressure_kpa", "mean pressure on the skin over the day", "kPa"],
            Self::VacuumMeanKpa => ["vacuum_mean_kpa", "mean vacuum over the day", "kPa"],
            Self::TimeAtWorkingVacuum => {
                ["time_at_working_vacuum", "share of the donned day with at least 15 inHg", "1"]
            }
            Self::SocksAdded => ["socks_added", "socks added over the day", "socks"],
            Self::SuctionDose => ["suction_dose", "skin suction dose at the day's end; 1 is the blister line", "1"],
            Self::StepsTo15Inhg => {
                ["steps_to_15_inhg", "steps on the prosthesis from donning to 15 inHg (50.8 kPa)", "steps"]
            }
            Self::SecondsTo15Inhg => ["seconds_to_15_inhg", "time from donning to 15 inHg (50.8 kPa)", "s"],
            Self::StepsTo17Inhg => {
                ["steps_to_17_inhg", "steps on the prosthesis from donning to 17 inHg (57.6 kPa)", "steps"]
            }
            Self::SecondsTo17Inhg => ["seconds_to_17_inhg", "time from donning to 17 inHg (57.6 kPa)", "s"],
            Self::VacuumLost => ["vacuum_lost", "lost the vacuum that its pump holds at least once (1 yes, 0 no)", "1"],
            Self::PumpTimeS => ["pump_time_s", "time that an electric pump ran", "s"],
            Self::BatteryEndPct => ["battery_end_pct", "charge left in the cells at the day's end", "%"],
        }
    }

    /// As a study file and a column write it.
    pub const fn name(self) -> &'static str {
        self.told()[0]
    }

    /// For people.
    pub const fn words(self) -> &'static str {
        self.told()[1]
    }

    /// Unit.
    pub const fn unit(self) -> &'static str {
        self.told()[2]
    }

    /// Of a day; not a number where there is none.
    pub fn of(self, day: &DayCourse, numbers: &PersonDay) -> f64 {
        let milestones = &day.milestones;
        let none = f64::NAN;
        let last = day.samples.last();
        match self {
            Self::PostDoffVolumeEndPct => numbers.post_doff_volume_end_pct,
            Self::PostDoffVolumeLowestPct => numbers.post_doff_volume_lowest_pct,
            Self::InSocketFluidEndPct => numbers.in_socket_fluid_end_pct,
            Self::InSocketFluidRatePctPerH => {
                let donned = day.samples.first().map_or(0.0, |first| first.t_s);
                let settled = day.samples.iter().find(|sample| sample.t_s >= donned + SETTLING_S);
                settled.zip(last).filter(|(settled, last)| last.t_s > settled.t_s).map_or(none, |(settled, last)| {
                    let change = last.seen.in_socket_fluid_pct - settled.seen.in_socket_fluid_pct;
                    change / ((last.t_s - settled.t_s) / 3_600.0)
                })
            }
            Self::PistoningMeanMm => numbers.pistoning_mean_mm,
            Self::PistoningEndMm => walked(day).last().map_or(none, |sample| sample.seen.pistoning_mm),
            Self::PeakPressureKpa => numbers.peak_pressure_kpa,
            Self::MeanPressureKpa => numbers.mean_pressure_kpa,
            Self::VacuumMeanKpa => numbers.vacuum_mean_kpa,
            Self::TimeAtWorkingVacuum => numbers.time_at_working_vacuum,
            Self::SocksAdded => numbers.socks_added,
            Self::SuctionDose => numbers.suction_dose,
            Self::StepsTo15Inhg => milestones.working.map_or(none, |reached| reached.strides),
            Self::SecondsTo15Inhg => milestones.working.map_or(none, |reached| reached.seconds),
            Self::StepsTo17Inhg => milestones.target.map_or(none, |reached| reached.strides),
            Self::SecondsTo17Inhg => milestones.target.map_or(none, |reached| reached.seconds),
            Self::VacuumLost => f64::from(u8::from(day.events.iter().any(|event| event.kind == EventKind::VacuumLost))),
            Self::PumpTimeS => last.and_then(|sample| sample.battery_pct).map_or(none, |_| day.pump_time_s),
            Self::BatteryEndPct => last.and_then(|sample| sample.battery_pct).unwrap_or(none),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_and_written_the_same_and_ends_in_its_unit_once() {
        #[derive(Serialize, Deserialize)]
        struct One {
            outcome: Outcome,
        }
        for outcome in Outcome::ALL {
            let text = toml::to_string(&One { outcome }).unwrap();
            assert_eq!(text.trim(), format!("outcome = \"{}\"", outcome.name()));
            assert_eq!(toml::from_str::<One>(&text).unwrap().outcome, outcome);
            assert!(!outcome.words().is_empty() && !outcome.unit().is_empty());
        }
    }
}
