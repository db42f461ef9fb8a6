//! # Regions through a day
//!
//! **Stands for** which part of the limb loses volume and which does not, on one suspension: whether somebody is better off in
//! at least one region can be asked of two.
//!
//! **Equations** a day for each region as a limb of its own (`regions`): the load that the region carries, bone under its skin or
//! none; volume and fluid at the day's end as of a whole limb, in per cent of the region's own
//!
//! **Assumptions** fluid does not go from region to region; fit, socks and air are those of the whole limb; every region has the
//! depth of tissue of the whole. All of it is ours: regions of a limb in its socket were told apart in one study, without sizes.
//! **Tests** with vacuum every region keeps more than with a valve; regions over bone differ from the others, whose load hardly tells
//! them apart; the area mean is near the whole limb.

use crate::day::{DayInputs, simulate};
use crate::parameters::Values;
use crate::quantity::{FLUID, VOLUME};
use crate::system::System;
use domain::Case;
use schemars::JsonSchema;
use serde::Serialize;
use texts::Said;

/// The regions of a limb on one suspension, of the person with central parameter values.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct RegionsOfDay {
    /// The suspension's id.
    pub system: String,
    /// Its name.
    pub name: Said,
    /// Region by region.
    pub regions: Vec<RegionOfDay>,
}

/// One region at the day's end.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct RegionOfDay {
    /// Its name.
    pub region: String,
    /// Its share of the skin.
    pub area_share: f64,
    /// Its volume after doffing, change since donning, %.
    pub post_doff_volume_end_pct: f64,
    /// Its extracellular fluid in the socket, change since donning, % of its volume.
    pub in_socket_fluid_end_pct: f64,
}

/// The regions of a case's limb on one suspension.
pub fn by_region(case: &Case, values: &Values, system: &System, inputs: DayInputs<'_>) -> RegionsOfDay {
    let level = case.limb.amputation_level;
    let shares = inputs.regions.resolve(level, system.socket, values.distal_factor);
    let names = inputs.regions.names(level);
    let regions = names
        .into_iter()
        .zip(shares)
        .enumerate()
        .map(|(place, (region, resolved))| {
            let day = simulate(case, values, system, DayInputs { region: Some(place), ..inputs });
            let end = |quantity| day.course(quantity).and_then(|course| course.last().copied()).unwrap_or(f64::NAN);
            RegionOfDay {
                region,
                area_share: resolved.area_share,
                post_doff_volume_end_pct: end(&VOLUME),
                in_socket_fluid_end_pct: end(&FLUID),
            }
        })
        .collect();
    RegionsOfDay { system: system.id.clone(), name: system.name.clone(), regions }
}
