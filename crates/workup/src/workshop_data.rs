//! What the program knows of a workshop: printers, materials, sheets, and the usual steps of what is made beside a socket.

use crate::library::text;
use domain::technique::Step;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// How a filament printer is assumed to work (`data/print/settings.toml`).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintSettings {
    /// Key of the source.
    pub source: String,
    /// Diameter of the nozzle, mm.
    pub nozzle_mm: f64,
    /// Width of a line, mm.
    pub line_mm: f64,
    /// Height of a layer, mm.
    pub layer_mm: f64,
    /// Slowest speed, mm/s.
    pub speed_low_mm_s: f64,
    /// Fastest speed, mm/s.
    pub speed_high_mm_s: f64,
    /// Travel and acceleration, share of the time.
    pub overhead: f64,
    /// Share of the space below an overhang that supports fill.
    pub support_fill: f64,
    /// A face less than this from level is supported, degrees.
    pub overhang_deg: f64,
}

/// A material (`data/print/materials.toml`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// Its name.
    pub name: String,
    /// "filament" or "powder".
    pub process: String,
    /// Its density, g/cm³.
    pub density_g_cm3: f64,
    /// Key of the source.
    pub source: String,
}

/// How sheets are drawn (`data/print/thermoforming.toml`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thermoforming {
    /// Key of the source.
    pub source: String,
    /// Openings of round frames, mm.
    pub frames_mm: Vec<f64>,
    /// Least between model and frame, mm.
    pub clearance_mm: f64,
    /// Of the sheet in the frame, mm.
    pub clamped_mm: f64,
}

/// The usual steps of what a workshop makes beside a socket.
pub fn steps() -> Vec<Step> {
    #[derive(Deserialize)]
    struct Steps {
        step: Vec<Step>,
    }
    built_in::<Steps>("socket/workshop.toml").step
}

/// How a filament printer is assumed to work.
pub fn print_settings() -> PrintSettings {
    built_in("print/settings.toml")
}

/// Materials that sockets are printed of.
pub fn print_materials() -> Vec<Material> {
    #[derive(Deserialize)]
    struct Materials {
        material: Vec<Material>,
    }
    built_in::<Materials>("print/materials.toml").material
}

/// How sheets are drawn over a model.
pub fn thermoforming() -> Thermoforming {
    built_in("print/thermoforming.toml")
}

#[allow(clippy::expect_used)]
fn built_in<T: DeserializeOwned>(path: &str) -> T {
    toml::from_str(text(path)).expect("what is built in is sound")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::technique::Technique;

    #[test]
    fn what_is_built_in_is_read_and_the_usual_steps_are_within_their_limits() {
        assert!(print_materials().iter().all(|material| (0.8..1.5).contains(&material.density_g_cm3)));
        assert!(print_settings().speed_low_mm_s < print_settings().speed_high_mm_s);
        assert!(thermoforming().frames_mm.is_sorted());
        let mut usual = crate::library::technique(domain::case::SocketConcept::TotalSurfaceBearing);
        usual.steps.extend(steps());
        assert!(Technique::parse(&toml::to_string(&usual).unwrap()).is_ok());
    }
}
