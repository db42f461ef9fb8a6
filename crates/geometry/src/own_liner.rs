//! A custom liner as a shape of its own: its inside is the skin, tighter by what the maker says, its outside a thickness
//! away by height. Up to the edge of the scan: what nobody scanned is not drawn.

use crate::chart::{Carried, Chart, Resolution, sample};
use crate::limb::Limb;
use crate::mesh::{Mesh, Vec3};
use crate::offset::outward;
use crate::query::Surface;
use crate::shell;
use domain::technique::{Station, thickness_at};

/// The liner, and what is known of it.
#[derive(Clone, Debug)]
pub struct OwnLiner {
    /// The body of its material.
    pub solid: Mesh,
    /// What is known.
    pub facts: LinerFacts,
}

/// What is known of a custom liner.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct LinerFacts {
    /// Its material, mL.
    pub material_ml: f64,
    /// From its end to its brim inside, mm.
    pub length_mm: f64,
    /// Its brim above the mid-patellar tendon level, mm.
    pub brim_above_mm: f64,
    /// How much tighter than the skin its inside is, % of circumference.
    pub undersize_percent: f64,
    /// By height above its inside's distal end, distal first.
    pub rows: Vec<LinerRow>,
}

/// One height of a custom liner.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct LinerRow {
    /// Above the distal end of the skin, mm.
    pub above_distal_end_mm: f64,
    /// The skin's circumference by tape, mm.
    pub skin_mm: f64,
    /// The liner's inside, mm.
    pub inside_mm: f64,
    /// Its thickness there, mm.
    pub thickness_mm: f64,
}

/// How far below the scan's edge the brim stays, mm.
const EDGE_MM: f64 = 5.0;

/// Makes the liner; `chart` is the socket's. Nothing where the scan is too short for one.
pub fn own_liner(
    limb: &Limb,
    chart: &Chart,
    stations: &[Station],
    undersize_percent: f64,
    row_step_mm: f64,
) -> Option<OwnLiner> {
    let brim = limb.top_z() - EDGE_MM;
    let (fan, distal) = (chart.fan_z(), limb.distal_z());
    if brim < fan + 20.0 {
        return None;
    }
    const STEP_MM: f64 = 5.0;
    let centres = (0..).map(|step| fan + STEP_MM * f64::from(step)).take_while(|z| *z < brim + STEP_MM);
    let centres = centres.map(|z| chart.centre(z)).map(|point| [point.x, point.y]).collect();
    let own = Chart::new(centres, STEP_MM, fan, fan - distal, vec![brim; chart.spokes()], Resolution::default().row_mm);
    let (low, high) = limb.skin.bounds();
    let skin = sample(&Surface::new(&limb.skin)?, &own, 2.0 * (high - low).length(), |_, _| Carried::Read)?.radii;
    let keep = 1.0 - undersize_percent / 100.0;
    // Sections shrink about their centres and keep their heights, as a reduction does; the end stays where it is.
    let shrunk: Vec<Vec3> = own
        .points(&skin)
        .into_iter()
        .map(|point| {
            let centre = own.centre(point.z).with_z(point.z);
            centre + (point - centre) * keep
        })
        .collect();
    let inner = crate::chart::again(&own, &shrunk, 2.0 * (high - low).length())?;
    let inside = own.mesh(&own.points(&inner), own.rows() - 1);
    let above = |row, spoke| own.point(row, spoke, inner[own.index(row, spoke)]).z - distal;
    let outer = outward(&own, &Surface::new(&inside)?, &inner, |row, spoke| {
        thickness_at(stations, f64::max(above(row, spoke), 0.0)).max(0.5)
    });
    let solid = shell::solid(&own, &inner, &outer, None, None).ok()?;
    let heights: Vec<f64> = (0..)
        .map(|step| row_step_mm * f64::from(step))
        .take_while(|height| distal + height < brim)
        .filter(|height| *height > 0.0)
        .collect();
    let cuts =
        |mesh: &Mesh| crate::slices::sections(mesh, &heights.iter().map(|height| distal + height).collect::<Vec<_>>());
    let rows = heights.iter().zip(cuts(&limb.skin)).zip(cuts(&inside)).map(|((height, skin), inside)| LinerRow {
        above_distal_end_mm: *height,
        skin_mm: skin.tape,
        inside_mm: inside.tape,
        thickness_mm: thickness_at(stations, *height),
    });
    let facts = LinerFacts {
        material_ml: solid.volume() / 1e3,
        length_mm: brim - distal,
        brim_above_mm: brim,
        undersize_percent,
        rows: rows.collect(),
    };
    Some(OwnLiner { solid, facts })
}
