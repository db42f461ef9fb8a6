//! How far a socket stands off the limb.

use crate::chart::Chart;

/// Mean distance between two surfaces of the chart below the brim, along the normal, mm.
pub(super) fn mean_gap(chart: &Chart, limb: &[f64], socket: &[f64]) -> f64 {
    let volume = |radii: &[f64]| {
        let mesh = chart.mesh(&chart.points(radii), chart.trim_row());
        // Both are closed by the same kind of fan to the centre of the brim.
        let apex = chart.centre(0.0);
        mesh.triangles().map(|[a, b, c]| (a - apex).dot((b - apex).cross(c - apex)) / 6.0).sum::<f64>()
    };
    (volume(socket) - volume(limb)) / chart.mesh(&chart.points(limb), chart.trim_row()).area()
}
