//! How a socket is printed: what it weighs, how it stands, what is supported, about how long it takes.

use crate::workshop_data::{PrintSettings, print_materials, print_settings};
use geometry::Vec3;
use geometry::overhang::{Overhang, overhang};
use geometry::query::Surface;
use geometry::socket::Socket;
use schemars::JsonSchema;
use serde::Serialize;

/// What the socket weighs of a material.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MaterialRow {
    /// Its name.
    pub name: String,
    /// "filament" or "powder".
    pub process: String,
    /// Its density, g/cm³.
    pub density_g_cm3: f64,
    /// Key of the density's source.
    pub source: String,
    /// The socket, printed solid, g.
    pub mass_g: f64,
}

/// Which way up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The mounting face on the bed, the opening up.
    MountDown,
    /// The brim on the bed.
    BrimDown,
    /// Lying on its back, the long axis level.
    Lying,
}

/// A way up, and what it takes.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Upright {
    /// Which.
    pub way: Way,
    /// What has to be supported.
    #[serde(flatten)]
    pub overhang: Overhang,
    /// Supports, printed, mL.
    pub support_ml: f64,
    /// Hours of a filament printer, from the fastest to the slowest speed.
    pub hours: [f64; 2],
    /// Bending at the mount pulls across the layers.
    pub bending_across_layers: bool,
}

/// How to print a socket.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PrintSheet {
    /// Its volume, printed solid, mL.
    pub volume_ml: f64,
    /// What it weighs.
    pub materials: Vec<MaterialRow>,
    /// Ways up; the proposed one first.
    pub ways: Vec<Upright>,
    /// What a filament printer is assumed to do.
    pub settings: PrintSettings,
}

/// The sheet of a socket.
pub(super) fn sheet(socket: &Socket) -> PrintSheet {
    let settings = print_settings();
    let volume_ml = socket.solid.volume() / 1e3;
    let materials = print_materials().into_iter().map(|material| MaterialRow {
        mass_g: volume_ml * material.density_g_cm3,
        name: material.name,
        process: material.process,
        density_g_cm3: material.density_g_cm3,
        source: material.source,
    });
    let chart = &socket.chart;
    let inside = Surface::new(&chart.mesh(&chart.points(&socket.inner), chart.trim_row()));
    let way = |way: Way, up: Vec3| {
        let overhang = overhang(&socket.solid, inside.as_ref(), up, settings.overhang_deg);
        let support_ml = overhang.volume_ml * settings.support_fill;
        let hours = [settings.speed_high_mm_s, settings.speed_low_mm_s].map(|speed| {
            let a_second = settings.line_mm * settings.layer_mm * speed;
            (volume_ml + support_ml) * 1e3 / a_second * (1.0 + settings.overhead) / 3_600.0
        });
        Upright { way, overhang, support_ml, hours, bending_across_layers: way != Way::Lying }
    };
    let mut ways = vec![way(Way::MountDown, Vec3::Z), way(Way::BrimDown, -Vec3::Z), way(Way::Lying, Vec3::X)];
    // Marks on the inside lie against liner or skin: the way with the fewest goes first, then the one with less support.
    let key = |way: &Upright| (way.overhang.inside_cm2.round(), way.overhang.volume_ml);
    ways.sort_by(|a, b| key(a).0.total_cmp(&key(b).0).then(key(a).1.total_cmp(&key(b).1)));
    PrintSheet { volume_ml, materials: materials.collect(), ways, settings }
}
