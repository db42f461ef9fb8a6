//! What is told of a socket's strength.

use super::data::{Condition, Test};
use domain::technique::Landmark;
use schemars::JsonSchema;
use serde::Serialize;

/// What breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Breaks {
    /// A layer.
    Layer,
    /// What holds layers together.
    BetweenLayers,
}

/// A test.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TestRow {
    /// Heel or forefoot.
    pub condition: Condition,
    /// How hard.
    pub test: Test,
    /// Its force, N.
    pub force_n: f64,
    /// Force at which the weakest place reaches its strength, over the test's: for low, usual and high strength.
    pub safety: [f64; 3],
    /// By how much finer meshes may still change these factors, %.
    pub mesh_pct: f64,
    /// What follows.
    pub verdict: Verdict,
}

impl TestRow {
    /// A row with what follows from it.
    pub(super) fn new(condition: Condition, (test, force_n): (Test, f64), safety: [f64; 3], mesh_pct: f64) -> Self {
        let share = mesh_pct / 100.0;
        let verdict = match safety {
            [low, _, _] if low * (1.0 - share) >= 1.0 => Verdict::Below,
            [_, _, high] if high * (1.0 + share) < 1.0 => Verdict::Above,
            _ => Verdict::Uncertain,
        };
        Self { condition, test, force_n, safety, mesh_pct, verdict }
    }
}

/// What the meshes say of one condition.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Convergence {
    /// Heel or forefoot.
    pub condition: Condition,
    /// Safety under the proof force on every mesh, usual strength, the coarsest mesh first.
    pub safety: Vec<f64>,
    /// By how much finer meshes may still change it, %.
    pub change_pct: f64,
    /// Whether that is little enough to rely on.
    pub converged: bool,
}

/// A result that finer meshes may change by more is told as not converged, % (our choice).
pub const CONVERGED_PCT: f64 = 10.0;

/// Order at which stresses at nodes converge where nothing is singular: that of elements of eight nodes.
const ORDER: f64 = 2.0;

/// By how much finer meshes may still change the last of these figures, %: the grid convergence index (source `roache1994`), whose
/// factor is 3 on two meshes and 1.25 on three that approach a limit. `ratio` is how many times finer each mesh is.
pub(super) fn change_pct(figures: &[f64], ratio: f64) -> f64 {
    let [.., before, last] = figures else { return 100.0 };
    let step = last - before;
    let two = 3.0 * step.abs() / (ratio.powf(ORDER) - 1.0);
    let left = match figures {
        [.., first, _, _] => {
            let earlier = before - first;
            let order = (earlier / step).ln() / ratio.ln();
            if step == 0.0 {
                0.0
            } else if order.is_finite() && order > 0.3 {
                1.25 * step.abs() / (ratio.powf(order.min(ORDER)) - 1.0)
            } else {
                two.max((last - first).abs())
            }
        }
        _ => two,
    };
    let pct = 100.0 * left / last.abs();
    if pct.is_finite() { pct } else { 100.0 }
}

/// A factor with no more digits than the meshes allow: rounded down to a multiple of the step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rounded {
    /// At least this, and less than a step more.
    AtLeast(f64),
    /// Less than a step.
    Under(f64),
}

/// Rounds a factor down to the smallest of 0.1, 0.5 and 1 that is no less than what the meshes leave open.
pub fn rounded(safety: f64, mesh_pct: f64) -> Rounded {
    let open = safety * mesh_pct / 100.0;
    let step = [0.1, 0.5].into_iter().find(|step| open <= *step).unwrap_or(1.0);
    // A hair more, so that 0.3 is three tenths.
    let steps = (safety / step + 1e-9).floor();
    if steps >= 1.0 { Rounded::AtLeast(steps * step) } else { Rounded::Under(step) }
}

/// How a test compares with what is known of the material.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Computed below the strength even of the weakest material.
    Below,
    /// Between the weakest and the strongest.
    Uncertain,
    /// Above the strength even of the strongest.
    Above,
}

/// Where it would break first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Place {
    /// Under which condition.
    pub condition: Condition,
    /// Below the mid-patellar tendon level, mm.
    pub below_mm: f64,
    /// From anterior towards lateral, degrees; absent below the inside's end, where nothing lies around.
    pub around_deg: Option<f64>,
    /// At the corner of wall and mount, in the wall, or in the mount's block.
    pub part: Part,
    /// The nearest landmark.
    pub near: Option<Landmark>,
    /// How far it is, mm.
    pub near_mm: Option<f64>,
    /// What breaks.
    pub breaks: Breaks,
    /// Stress in a layer there, von Mises, under the proof force, MPa.
    pub mises_mpa: f64,
    /// Tension across the layers there, MPa: negative is pressure.
    pub across_mpa: f64,
    /// How far the brim moves at most under the proof force, mm.
    pub moved_mm: f64,
}

/// A part of the socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Where wall and block meet outside.
    Corner,
    /// The wall.
    Wall,
    /// The block.
    Block,
}

/// A mesh and what came of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MeshRow {
    /// Elements.
    pub elements: usize,
    /// Nodes.
    pub nodes: usize,
    /// Safety under the proof force of condition I and of condition II, usual strength.
    pub safety: [f64; 2],
    /// Sum of the forces at the mounting face against the load, as a share of it.
    pub equilibrium: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_convergence_index_finds_the_limit_of_a_series_of_known_order() {
        // 2 + h² at h = 2.25, 1.5, 1.
        let left = change_pct(&[2.0 + 2.25 * 2.25, 2.0 + 2.25, 3.0], 1.5);
        assert!((left - 1.25 * 100.0 / 3.0).abs() < 1e-9, "{left}");
        assert_eq!(change_pct(&[1.0, 1.0, 1.0], 1.5), 0.0);
        // Without a limit in sight the whole spread is told.
        assert!(change_pct(&[1.0, 1.1, 1.3], 1.5) >= 100.0 * 0.3 / 1.3);
        assert!(change_pct(&[1.0, 1.2, 1.0], 1.5) >= 20.0);
        assert_eq!(change_pct(&[1.0], 1.5), 100.0);
    }

    #[test]
    fn a_factor_has_no_more_digits_than_its_meshes_allow() {
        assert_eq!(rounded(2.79, 1.0), Rounded::AtLeast(2.7));
        assert_eq!(rounded(2.79, 10.0), Rounded::AtLeast(2.5));
        assert_eq!(rounded(2.79, 30.0), Rounded::AtLeast(2.0));
        assert_eq!(rounded(0.62, 100.0), Rounded::Under(1.0));
        assert_eq!(rounded(0.04, 1.0), Rounded::Under(0.1));
    }

    #[test]
    fn what_meshes_leave_open_makes_a_verdict_uncertain() {
        let verdict = |low: f64, pct: f64| {
            TestRow::new(Condition::Heel, (Test::Proof, 2000.0), [low, low + 0.2, low + 0.3], pct).verdict
        };
        assert_eq!([verdict(1.1, 5.0), verdict(1.1, 20.0)], [Verdict::Below, Verdict::Uncertain]);
        assert_eq!([verdict(0.6, 5.0), verdict(0.6, 20.0)], [Verdict::Above, Verdict::Uncertain]);
    }
}
