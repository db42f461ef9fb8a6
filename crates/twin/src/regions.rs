//! # Regions of the skin
//!
//! **Stands for** which parts of the skin carry more than the mean, early or late in stance, by socket concept: read
//! from `data/regions.toml` into `interface_pressure`.
//!
//! **Equations**
//! - area shares add up to 1 and the area mean of the load factors w_r is 1, so that the regions together carry the
//!   load
//! - where air draws, only the distal region has a swing factor c_r: the fitted distal factor. A pin's pull stretches the liner:
//!   it draws the distal region as much, and narrows the liner elsewhere by half the stretch, which squeezes the limb:
//!   T/(E·2πR·t) of stretch, ν of it around, E·t/R of pressure a share, so p = ν·T/(2S) and c_r = −ν/2 with ν = ½
//! - over prominent bone w_r·f, elsewhere so much less that the area mean stays 1
//! - a region as a limb of its own: λ·w_r of the load; the skin over bone, a share a of all skin, lies in the regions over bone
//!
//! **Assumptions** factors are by concept; of the person only prominent bone is known.
//! **Tests** total surface bearing is flatter than specific weight bearing; shares that do not add up are refused.

use crate::answers::has_prominent_bone;
use crate::parameters::Values;
use crate::system::{Drive, System};
use domain::Case;
use domain::case::SocketConcept;
use domain::document::{self, Problem, Violation};
use domain::limb::AmputationLevel;
use physics::interface_pressure::Region;
use physics::limb_socket_contact::{Contact, OverBone};
use physics::network::Network;
use serde::Deserialize;

/// c_r of a pin's stretched liner above the distal end: −ν/2 of an incompressible one.
const PIN_SQUEEZE: f64 = -0.25;

/// One region as the file gives it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    level: AmputationLevel,
    name: String,
    drawn: Drawn,
    area_share: f64,
    early_stance: f64,
    /// In a socket whose whole surface carries.
    #[serde(alias = "total_surface_bearing", alias = "sub_ischial")]
    even: f64,
    /// In one that carries on chosen places.
    #[serde(alias = "patellar_tendon_bearing", alias = "ischial_containment")]
    chosen: f64,
    #[serde(default)]
    distal: bool,
    /// Bone lies under the skin here.
    #[serde(default)]
    bone: bool,
    #[serde(rename = "source")]
    _source: String,
}

/// Where a picture of the limb shows a region.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Drawn {
    /// From anterior towards lateral, degrees.
    around_deg: [f64; 2],
    /// Share of the limb's length from its distal end.
    height: [f64; 2],
}

impl Drawn {
    /// How far a place lies outside, in halves of the way around, and in lengths of the limb.
    fn outside(&self, around_deg: f64, height: f64) -> f64 {
        let [from, to] = self.around_deg;
        let within = (around_deg - from).rem_euclid(360.0);
        let beside = (within - (to - from)).clamp(0.0, 360.0 - within) / 180.0;
        let [low, high] = self.height;
        // Above the reference level and below the end nothing else is near.
        let height = height.clamp(0.0, 1.0);
        beside + (low - height).max(height - high).max(0.0)
    }
}

/// All regions of all levels.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regions {
    region: Vec<Row>,
}

impl Regions {
    /// Reads `data/regions.toml`.
    ///
    /// # Errors
    /// Shares that do not add up to the whole skin, factors whose area mean is not 1.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        document::read(text, Self::violations)
    }

    /// Names of the regions of a level.
    pub fn names(&self, level: AmputationLevel) -> Vec<String> {
        self.of(level).map(|row| row.name.clone()).collect()
    }

    /// Regions of a level in a socket; `distal_factor` is that of the site where swing draws most.
    pub fn resolve(&self, level: AmputationLevel, socket: SocketConcept, distal_factor: f64) -> Vec<Region> {
        self.of(level)
            .map(|row| Region {
                area_share: row.area_share,
                load_factor: row.load_factor(socket),
                early_stance: row.early_stance,
                swing_factor: if row.distal { distal_factor } else { 0.0 },
            })
            .collect()
    }

    /// Regions of a case's limb in a system's socket: prominent bone takes more of the load, the rest of the skin the less.
    pub fn of_case(&self, case: &Case, system: &System, values: &Values) -> Vec<Region> {
        let level = case.limb.amputation_level;
        let mut regions = self.resolve(level, system.socket, values.distal_factor);
        if system.drive == Drive::PinLock {
            for region in regions.iter_mut().filter(|region| region.swing_factor == 0.0) {
                region.swing_factor = PIN_SQUEEZE;
            }
        }
        if has_prominent_bone(case) {
            let bone: Vec<bool> = self.of(level).map(|row| row.bone).collect();
            let carried = |of: bool| -> f64 {
                let there = regions.iter().zip(&bone).filter(|(_, bone)| **bone == of);
                there.map(|(region, _)| region.area_share * region.load_factor).sum()
            };
            let (on_bone, beside) = (carried(true), carried(false));
            let more = values.prominent_bone_load;
            // The area mean stays 1: Σ a·w over bone times f, and so much less beside it.
            let less = (beside - on_bone * (more - 1.0)) / beside;
            for (region, bone) in regions.iter_mut().zip(bone) {
                region.load_factor *= if bone { more } else { less };
            }
        }
        regions
    }

    /// One region of a level as a limb of its own: it carries that region's load, has bone right under its skin where the region
    /// has, and its fluid goes nowhere else.
    pub fn alone(&self, level: AmputationLevel, socket: SocketConcept, place: usize, network: Network) -> Network {
        let Some(row) = self.of(level).nth(place) else { return network };
        let over_bone: f64 = self.of(level).filter(|row| row.bone).map(|row| row.area_share).sum();
        let all = network.contact.bone;
        let share = if row.bone { (all.share / over_bone).min(1.0) } else { 0.0 };
        let contact = Contact { bone: OverBone { share, ..all }, ..network.contact };
        Network { load_share: network.load_share * row.load_factor(socket), contact, ..network }
    }

    /// Which region a picture shows at a place, by its number among [`Regions::names`]: `around_deg` from anterior towards
    /// lateral, `height` as a share of the limb's length from its distal end.
    pub fn drawn_at(&self, level: AmputationLevel, around_deg: f64, height: f64) -> usize {
        let outside = self.of(level).map(|row| row.drawn.outside(around_deg, height)).enumerate();
        outside.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(index, _)| index)
    }

    fn of(&self, level: AmputationLevel) -> impl Iterator<Item = &Row> {
        self.region.iter().filter(move |row| row.level == level)
    }

    fn violations(&self) -> Vec<Violation> {
        let mut found = vec![];
        for level in [AmputationLevel::Transtibial, AmputationLevel::Transfemoral] {
            let total: f64 = self.of(level).map(|row| row.area_share).sum();
            if (total - 1.0).abs() > 1e-6 {
                found.push(Violation::new("region", format!("{level:?}: area shares add up to {total}"), "1"));
            }
            for socket in SocketConcept::ALL.into_iter().filter(|socket| socket.level() == level) {
                let mean: f64 = self.of(level).map(|row| row.area_share * row.load_factor(socket)).sum();
                if (mean - 1.0).abs() > 1e-3 {
                    found.push(Violation::new("region", format!("{level:?} {socket:?}: area mean {mean}"), "1"));
                }
            }
        }
        found
    }
}

impl Row {
    fn load_factor(&self, socket: SocketConcept) -> f64 {
        if socket.is_even() { self.even } else { self.chosen }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn shipped() -> Regions {
        Regions::parse(include_str!("../../../data/regions.toml")).unwrap_or_else(|problems| panic!("{}", problems[0]))
    }

    #[test]
    fn total_surface_bearing_is_flatter_than_specific_weight_bearing() {
        let peak = |socket| {
            let regions = shipped().resolve(AmputationLevel::Transtibial, socket, 4.0);
            regions.iter().map(|region| region.load_factor).fold(0.0, f64::max)
        };
        assert!(peak(SocketConcept::TotalSurfaceBearing) < 0.7 * peak(SocketConcept::PatellarTendonBearing));
    }

    #[test]
    fn a_picture_shows_every_region_where_it_lies() {
        let regions = shipped();
        let names = regions.names(AmputationLevel::Transtibial);
        let at = |around, height| names[regions.drawn_at(AmputationLevel::Transtibial, around, height)].as_str();
        assert_eq!(at(0.0, 0.9), "antero-proximal (patellar tendon)");
        assert_eq!(at(355.0, 0.3), "anterior-distal (tibial end)");
        assert_eq!(at(90.0, 0.6), "lateral (fibular head)");
        assert_eq!(at(180.0, 1.3), "posterior-proximal (popliteal)");
        assert_eq!(at(200.0, 0.4), "posterior (calf)");
        assert_eq!(at(120.0, 0.01), "distal end");
        for level in [AmputationLevel::Transtibial, AmputationLevel::Transfemoral] {
            let mut shown: Vec<usize> = (0..360)
                .flat_map(|around| (0..20).map(move |height| (f64::from(around), f64::from(height) / 20.0)))
                .map(|(around, height)| regions.drawn_at(level, around, height))
                .collect();
            shown.sort_unstable();
            shown.dedup();
            assert_eq!(shown.len(), regions.names(level).len());
        }
    }

    #[test]
    fn shares_that_do_not_add_up_are_refused() {
        let text = include_str!("../../../data/regions.toml").replacen("area_share = 0.14", "area_share = 0.24", 1);
        assert!(Regions::parse(&text).is_err());
    }
}
