//! How high a brim can stand, spoke by spoke: as far as the scan reaches there, and where the technique contains the ramus,
//! beyond it, on a wall that the technique draws.
//!
//! Below the knee a scan ends square to the limb, and one height does. A thigh's scan ends low beside the perineum and high at
//! the hip. Every ray still meets the inside once, so a brim that leans inwards keeps the chart's guarantee. **Not held**: an
//! undercut behind the ramus, and the shape of the ramus itself, which no scanner sees: the drawn part is to be shaped on the
//! person.

use crate::chart::{Carried, Chart};
use crate::limb::Limb;
use crate::mesh::Vec3;
use crate::query::Surface;
use crate::slices::sections;
use domain::limb::AmputationLevel;
use domain::technique::Step;
use domain::thigh::Contain;
use std::f64::consts::{PI, TAU};

/// Heights at which a spoke is looked for the scan's edge, mm apart.
const STEP_MM: f64 = 0.5;

/// A wall that is suddenly so much further away is another part of the body, mm (our choice).
const JUMP_MM: f64 = 8.0;

/// A brim rises by no more than this from spoke to spoke, as a tangent along the skin (our choice).
const STEEPEST: f64 = 1.5;

/// A containing wall fades in over this at both of its ends, degrees (our choice).
const FADE_DEG: f64 = 25.0;

/// The highest that a brim may stand.
#[derive(Clone, Debug)]
pub(super) struct Brim {
    /// Where the scan ends on every spoke, less a margin, mm.
    pub edge_z: Vec<f64>,
    /// How far the technique draws a wall above that, mm, and its lean, as a tangent inwards.
    drawn: Vec<[f64; 2]>,
}

impl Brim {
    /// Of a limb that is closed all around up to `closed_z`, around the centre line's end at `centre`.
    pub fn new(limb: &Limb, skin: &Surface, steps: &[Step], spokes: usize, closed_z: f64, centre: Vec3) -> Self {
        let contain = steps.iter().find_map(|step| if let Step::Contain(step) = step { Some(step) } else { None });
        let edge_z = match limb.level {
            AmputationLevel::Transtibial => vec![closed_z; spokes],
            AmputationLevel::Transfemoral => edges(limb, skin, spokes, closed_z, centre),
        };
        let towards_lateral = limb.angle(1.0_f64.to_degrees());
        let drawn = (0..spokes)
            .map(|spoke| {
                let around = (TAU * spoke as f64 / spokes as f64 * towards_lateral).to_degrees().rem_euclid(360.0);
                contain.map_or([0.0; 2], |contain| {
                    let share = held(contain, around);
                    [share * contain.above_the_scan_mm, share * contain.lean_deg.to_radians().tan()]
                })
            })
            .collect();
        Self { edge_z, drawn }
    }

    /// The highest that the trim line may lie on a spoke, mm.
    pub fn highest(&self, spoke: usize) -> f64 {
        self.edge_z[spoke] + self.drawn[spoke][0]
    }

    /// How far below the tuberosity a wall that is to contain the ramus would have to end, mm; nothing where it reaches it.
    pub fn short_of_the_ramus(&self) -> Option<f64> {
        // At its ends the wall fades into the rest of the brim, where a scan may well be high: what counts is its middle.
        let most = self.drawn.iter().map(|drawn| drawn[0]).fold(0.0, f64::max);
        let middle = (0..self.edge_z.len()).filter(|spoke| most > 0.0 && self.drawn[*spoke][0] > 0.99 * most);
        let lowest = middle.map(|spoke| self.highest(spoke)).fold(f64::INFINITY, f64::min);
        (lowest < 0.0).then_some(-lowest)
    }

    /// What a ray reads that starts above the scan's edge.
    pub fn carried(&self, chart: &Chart, level: AmputationLevel, row: usize, spoke: usize) -> Carried {
        let z = chart.ray(row, spoke).0.z;
        if level == AmputationLevel::Transtibial || z <= self.edge_z[spoke] || row <= chart.trim_row() / 2 {
            return Carried::Read;
        }
        let rise = (z - chart.ray(row - 1, spoke).0.z).min(z - self.edge_z[spoke]);
        Carried::On { by_mm: -rise * self.drawn[spoke][1] }
    }

    /// How far the trim line lies above the scan at most, mm.
    pub fn drawn_mm(&self, trim_z: &[f64]) -> f64 {
        trim_z.iter().zip(&self.edge_z).map(|(trim, edge)| trim - edge).fold(0.0, f64::max)
    }
}

/// 1 between the ends of a containing wall, fading to nothing at both.
fn held(contain: &Contain, around_deg: f64) -> f64 {
    let inside = (around_deg - contain.from_deg).min(contain.to_deg - around_deg);
    let fade = FADE_DEG.min(0.5 * (contain.to_deg - contain.from_deg));
    let share = (inside / fade.max(1.0)).clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// Where the scan ends on every spoke: as far up from where it is closed as the wall goes on without a jump.
fn edges(limb: &Limb, skin: &Surface, spokes: usize, closed_z: f64, centre: Vec3) -> Vec<f64> {
    let top = limb.skin.bounds().1.z;
    let margin = limb.top_z() - closed_z;
    let mut edge: Vec<f64> = (0..spokes)
        .map(|spoke| {
            let (sine, cosine) = (TAU * spoke as f64 / spokes as f64).sin_cos();
            let wall = |z: f64| skin.along(centre.with_z(z), Vec3::new(cosine, sine, 0.0)).map(|hit| hit.distance);
            let (mut seen, mut before) = (closed_z, wall(closed_z));
            for step in 1.. {
                let z = closed_z + STEP_MM * f64::from(step);
                let here = wall(z).filter(|_| z < top);
                match (before, here) {
                    (Some(from), Some(to)) if (to - from).abs() < JUMP_MM => (seen, before) = (z, here),
                    _ => break,
                }
            }
            (seen - margin).max(closed_z)
        })
        .collect();
    // A brim is no comb: every spoke is at most as high as the way from each other one lets it rise.
    let girth = TAU * radius(limb, closed_z);
    let rise = STEEPEST * girth / spokes as f64;
    for _ in 0..2 {
        for spoke in 0..spokes {
            edge[spoke] = edge[spoke].min(edge[(spoke + spokes - 1) % spokes] + rise);
        }
        for spoke in (0..spokes).rev() {
            edge[spoke] = edge[spoke].min(edge[(spoke + 1) % spokes] + rise);
        }
    }
    // What is left of the mesh's teeth goes within the margin below the scan's edge.
    let near = |spoke: usize| (0..=6).map(move |beside| (spoke + spokes + beside - 3) % spokes);
    let mean = |spoke: usize| near(spoke).map(|at| edge[at]).sum::<f64>() / 7.0;
    (0..spokes).map(|spoke| mean(spoke).min(edge[spoke] + 0.5 * margin)).collect()
}

/// Radius of a circle as large as the limb's section at a height, mm.
fn radius(limb: &Limb, z: f64) -> f64 {
    let section = sections(&limb.skin, &[z]).pop();
    section.map_or(0.0, |section| (section.area / PI).sqrt())
}
