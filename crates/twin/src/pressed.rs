//! # Regions by the time that they are pressed
//!
//! **Stands for** which part of the skin is kept without blood most through a day: a direction, no limit.
//!
//! **Equations** H_r = Σ χ_r·Δt and D_r = Σ e_r·Δt, χ_r and e_r as in `pressed_time` at the end of each half hour of the clock
//! and of each activity
//! - told: hours H_r; D_r over the skin's mean Σ a_r·D_r, which is 1 where nothing is pressed; rank 1 is the region with the
//!   largest dose of the central person
//!
//! **Assumptions** those of `pressed_time`; walking is at the usual pace, as in `observe`, for the activity's share of the time.
//! **Tests** `crates/twin/tests/climate.rs`: the skin's mean is 1; specific weight bearing has the larger differences.

use crate::spread::{Spread, spread};
use physics::interface_pressure::{Carried, Region};
use physics::network::{Network, Regime, State};
use physics::pressed_time::PressedTime;
use schemars::JsonSchema;
use serde::Serialize;

/// One region of the skin, by how long and how far it is pressed beyond the closing of its capillaries.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PressedRegion {
    /// Its name.
    pub region: String,
    /// Its place by pressure and time: 1 is pressed most. A direction only: nobody published what tissue bears.
    pub rank: usize,
    /// Pressure beyond closing, summed over the day, over the skin's mean.
    pub times_the_mean: Spread,
    /// Hours beyond closing.
    pub hours: Spread,
}

/// How one person's day presses one region.
#[derive(Clone, Debug, PartialEq)]
pub struct PressedHours {
    /// The region's name.
    pub region: String,
    /// Its share of the skin.
    pub area_share: f64,
    /// Hours beyond the closing of capillaries.
    pub hours: f64,
    /// Pressure beyond closing, summed over the day, Pa·h.
    pub dose: f64,
}

/// How every region is pressed while a day goes on.
#[derive(Clone, Debug)]
pub(crate) struct Pressed {
    table: PressedTime,
    regions: Vec<PressedHours>,
    waiting_s: f64,
}

impl Pressed {
    /// Nothing is pressed yet; `names` are those of the table's regions.
    pub fn new(table: PressedTime, regions: &[Region], names: Vec<String>) -> Self {
        let of =
            |(region, of): (String, &Region)| PressedHours { region, area_share: of.area_share, hours: 0.0, dose: 0.0 };
        Self { table, regions: names.into_iter().zip(regions).map(of).collect(), waiting_s: 0.0 }
    }

    /// Time goes by, of which nobody has asked yet what it pressed.
    pub fn wait(&mut self, seconds: f64) {
        self.waiting_s += seconds;
    }

    /// Adds what has gone by, as it is at this moment.
    pub fn look(&mut self, network: &Network, state: &State, regime: Regime) {
        let waited_h = std::mem::take(&mut self.waiting_s) / 3_600.0;
        if regime == Regime::Doffed {
            return;
        }
        let (rest, in_swing) = network.rest_pressures(state, network.standing_vacuum(state));
        let section = network.air.section;
        let carried = Carried { load_per_force: network.load_share / section, section, rest };
        let regions = &mut self.regions;
        self.table.presses(regime, carried, in_swing, |place, press| {
            regions[place].hours += press.share * waited_h;
            regions[place].dose += press.excess * waited_h;
        });
    }

    /// Every region, in order.
    pub fn regions(self) -> Vec<PressedHours> {
        self.regions
    }
}

/// The dose of every region over the skin's mean.
fn times_the_mean(regions: &[PressedHours]) -> impl Iterator<Item = f64> + '_ {
    let mean: f64 = regions.iter().map(|region| region.area_share * region.dose).sum();
    regions.iter().map(move |region| if mean > 0.0 { region.dose / mean } else { 1.0 })
}

/// The largest dose of any region over the skin's mean; none without regions.
pub(crate) fn most(regions: &[PressedHours]) -> Option<f64> {
    times_the_mean(regions).reduce(f64::max)
}

/// Every region of many persons' days, the central one's first.
pub(crate) fn of_persons(persons: &[&[PressedHours]]) -> Vec<PressedRegion> {
    let doses: Vec<Vec<f64>> = persons.iter().map(|regions| times_the_mean(regions).collect()).collect();
    let of = |(place, pressed): (usize, &PressedHours)| {
        let central = doses[0][place];
        PressedRegion {
            region: pressed.region.clone(),
            rank: 1 + doses[0].iter().filter(|other| **other > central).count(),
            times_the_mean: spread(doses.iter().map(|person| person[place])),
            hours: spread(persons.iter().map(|regions| regions[place].hours)),
        }
    };
    persons[0].iter().enumerate().map(of).collect()
}
