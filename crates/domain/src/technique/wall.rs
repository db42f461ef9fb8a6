//! The wall by place: regions, ribs, and a frame around a flexible inner socket.

use super::{Bounds, Landmark, NAME_LENGTH, Violation, count, limits};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// Regions, and ribs.
const PLACES: RangeInclusive<usize> = 0..=30;

/// A place of the wall that is thicker or thinner, with a smooth edge.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// The landmark it is tied to; without one, angle and height are counted from anterior and the mid-patellar tendon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Landmark>,
    /// Around the limb towards lateral, degrees.
    #[serde(default)]
    pub around_deg: f64,
    /// Down, mm.
    #[serde(default)]
    pub below_mm: f64,
    /// Half its size along the limb, mm.
    pub half_length_mm: f64,
    /// Half its size around the limb, mm.
    pub half_width_mm: f64,
    /// The wall's thickness in its middle, mm.
    pub thickness_mm: f64,
}

/// A rib outside, from one place to another by the short way.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rib {
    /// Where it begins: degrees from anterior towards lateral, and mm below the mid-patellar tendon level.
    pub from: [f64; 2],
    /// Where it ends, said the same way.
    pub to: [f64; 2],
    /// Its width at the wall, mm.
    pub width_mm: f64,
    /// How far it stands out, mm.
    pub height_mm: f64,
}

/// A rigid frame around a flexible inner socket. The step `wall` is the frame's; so are windows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Thickness of the inner socket, mm.
    pub inner_thickness_mm: f64,
    /// Free distance between inner socket and frame, mm.
    #[serde(default)]
    pub clearance_mm: f64,
    /// The frame ends this far below the inner socket's trim line, mm.
    #[serde(default)]
    pub lower_mm: f64,
    /// What the inner socket is made of, for the sheet.
    pub inner_material: String,
    /// What the frame is made of, for the sheet.
    pub frame_material: String,
}

impl Frame {
    pub(super) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        let at = |name: &str| format!("{path}.{name}");
        limits::WALL.check(found, at("inner_thickness_mm"), self.inner_thickness_mm);
        limits::CLEARANCE.check(found, at("clearance_mm"), self.clearance_mm);
        limits::LOWER.check(found, at("lower_mm"), self.lower_mm);
        for (name, text) in [("inner_material", &self.inner_material), ("frame_material", &self.frame_material)] {
            if text.trim().is_empty() || text.chars().count() > NAME_LENGTH {
                let right = format!("give 1 to {NAME_LENGTH} characters");
                found.push(Violation::new(at(name), "no usable name", right));
            }
        }
    }
}

pub(super) fn regions(found: &mut Vec<Violation>, path: &str, regions: &[Region], minimum_mm: f64) {
    count(found, path.to_string(), regions.len(), PLACES, "regions");
    for (index, region) in regions.iter().enumerate() {
        let at = |name: &str| format!("{path}[{index}].{name}");
        Bounds::new(-360.0, 360.0, "degrees towards lateral").check(found, at("around_deg"), region.around_deg);
        limits::BELOW.check(found, at("below_mm"), region.below_mm);
        limits::HALF_SIZE.check(found, at("half_length_mm"), region.half_length_mm);
        limits::HALF_SIZE.check(found, at("half_width_mm"), region.half_width_mm);
        limits::WALL.check(found, at("thickness_mm"), region.thickness_mm);
        if region.thickness_mm < minimum_mm {
            let what = format!("thinner than minimum_mm = {minimum_mm}");
            found.push(Violation::new(at("thickness_mm"), what, "thicken it, or lower the minimum"));
        }
    }
}

pub(super) fn ribs(found: &mut Vec<Violation>, path: &str, ribs: &[Rib]) {
    count(found, path.to_string(), ribs.len(), PLACES, "ribs");
    for (index, rib) in ribs.iter().enumerate() {
        let at = |name: &str| format!("{path}[{index}].{name}");
        for (name, [around, below]) in [("from", rib.from), ("to", rib.to)] {
            limits::AROUND.check(found, at(&format!("{name}[0]")), around);
            limits::BELOW.check(found, at(&format!("{name}[1]")), below);
        }
        limits::RIB_WIDTH.check(found, at("width_mm"), rib.width_mm);
        limits::RIB_HEIGHT.check(found, at("height_mm"), rib.height_mm);
    }
}
