//! Where the sleeve ends: a ring outside, or room below the brim inside.

use crate::chart::Chart;
use crate::mesh::Vec3;
use domain::technique::{SleeveShelf, Step, WallSide};

/// A shelf's step rises over this height, mm: two rows of the chart.
const STEP_MM: f64 = 4.0;

/// Height of the ring outside at its full width, mm; below it fades out over three times its width, which prints without
/// support.
const RING_MM: f64 = 5.0;

fn asked(steps: &[Step], surface: WallSide) -> Option<&SleeveShelf> {
    steps.iter().find_map(|step| match step {
        Step::SleeveShelf(shelf) if shelf.surface == surface => Some(shelf),
        _ => None,
    })
}

fn brim(chart: &Chart) -> f64 {
    (0..chart.spokes()).map(|spoke| chart.ray(chart.trim_row(), spoke).0.z).fold(f64::INFINITY, f64::min)
}

/// From 0 to 1 without a kink.
fn smooth(share: f64) -> f64 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// A ring on the outside: the sleeve comes down to its upper side.
pub(super) fn outside(chart: &Chart, outer: &mut [f64], steps: &[Step]) {
    let Some(shelf) = asked(steps, WallSide::Outside) else { return };
    let top = brim(chart) - shelf.height_mm;
    for row in 1..chart.rows() {
        for spoke in 0..chart.spokes() {
            let index = chart.index(row, spoke);
            let z = chart.point(row, spoke, outer[index]).z;
            let below = top - z;
            let share = if below < STEP_MM + RING_MM {
                smooth(below / STEP_MM)
            } else {
                1.0 - smooth((below - STEP_MM - RING_MM) / (3.0 * shelf.out_mm))
            };
            outer[index] += shelf.out_mm * share;
        }
    }
}

/// Room inside from the brim down to the shelf: a sleeve that is turned in lies flush.
pub(super) fn inside(chart: &Chart, points: &mut [Vec3], steps: &[Step]) {
    let Some(shelf) = asked(steps, WallSide::Inside) else { return };
    let level = brim(chart) - shelf.height_mm;
    for (index, point) in points.iter_mut().enumerate() {
        let (_, direction) = chart.ray(chart.trim_row(), index % chart.spokes());
        *point += direction * (shelf.out_mm * smooth((point.z - level) / STEP_MM));
    }
}
