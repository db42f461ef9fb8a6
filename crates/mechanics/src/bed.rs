//! How a limb presses on a socket: a rigid body on a bed of springs that push and shear, and never pull.
//!
//! Equations: the limb moves by `u = d + ω × (x − c)`; every patch of the wall of area A takes `A (max(0, u·n) n + κ u_t)`. The
//! six numbers d and ω are those for which the sum is the load. So the resultant is exact, and nothing hangs on the wall.
//! Assumptions: the bed is as stiff everywhere; shear acts on all of the surface (`κ` of the push), as of a limb held in its
//! liner; pressure of donning and vacuum is not in it.

use crate::{MechanicsError, Vec3, dense};

/// A patch of the inside: a node with its share of the surface.
#[derive(Clone, Copy, Debug)]
pub struct Patch {
    /// Which node.
    pub node: u32,
    /// Where, mm.
    pub at: Vec3,
    /// Out of the inside into the wall, as long as the area, mm².
    pub area: Vec3,
}

/// Newton's iterations: a handful suffice, each on six unknowns.
const ITERATIONS: usize = 100;

/// Lengths in the six unknowns are of a limb, mm.
const LENGTH: f64 = 50.0;

/// Forces at the patches that sum to `force` and, about `centre`, to `moment` (N mm).
///
/// # Errors
/// A surface that cannot take the load.
pub fn press(
    patches: &[Patch],
    shear: f64,
    force: Vec3,
    moment: Vec3,
    centre: Vec3,
) -> Result<Vec<Vec3>, MechanicsError> {
    let load = [force.x, force.y, force.z, moment.x / LENGTH, moment.y / LENGTH, moment.z / LENGTH];
    let size = load.iter().map(|part| part * part).sum::<f64>().sqrt();
    let total: f64 = patches.iter().map(|patch| patch.area.length()).sum();
    if size == 0.0 || total == 0.0 {
        return Err(MechanicsError::NoContact { left: 1.0 });
    }
    let push = |patch: &Patch, motion: &[f64; 6]| {
        let arm = (patch.at - centre) / LENGTH;
        let u = Vec3::new(motion[0], motion[1], motion[2]) + Vec3::new(motion[3], motion[4], motion[5]).cross(arm);
        let (area, n) = (patch.area.length(), patch.area.normalize_or_zero());
        let along = u.dot(n);
        (((u - n * along) * shear + n * along.max(0.0)) * area, along > 0.0)
    };
    // Energy of the bed less the work of the load: convex, so that Newton with halving ends at its only minimum.
    let energy = |motion: &[f64; 6]| {
        let springs: f64 = patches
            .iter()
            .map(|patch| {
                let arm = (patch.at - centre) / LENGTH;
                let u =
                    Vec3::new(motion[0], motion[1], motion[2]) + Vec3::new(motion[3], motion[4], motion[5]).cross(arm);
                push(patch, motion).0.dot(u) / 2.0
            })
            .sum();
        springs - motion.iter().zip(load).map(|(a, b)| a * b).sum::<f64>()
    };
    let mut motion = [0.0; 6];
    let mut left = 1.0;
    for _ in 0..ITERATIONS {
        let mut residual = load;
        let mut tangent = [[0.0; 6]; 6];
        for patch in patches {
            let (pushed, touches) = push(patch, &motion);
            let arm = (patch.at - centre) / LENGTH;
            let turned = arm.cross(pushed);
            let six = [pushed.x, pushed.y, pushed.z, turned.x, turned.y, turned.z];
            residual.iter_mut().zip(six).for_each(|(left, part)| *left -= part);
            let (area, n) = (patch.area.length(), patch.area.normalize_or_zero());
            let axes = crate::law::frame(if area > 0.0 { n } else { Vec3::new(0.0, 0.0, 1.0) });
            // At the start nothing touches yet: as if all did.
            let normal = if touches || motion == [0.0; 6] { 1.0 } else { 0.0 };
            for (axis, stiffness) in axes.into_iter().zip([shear, shear, normal]) {
                let turn = arm.cross(axis);
                let row = [axis.x, axis.y, axis.z, turn.x, turn.y, turn.z];
                for (a, tangent) in tangent.iter_mut().enumerate() {
                    (0..6).for_each(|b| tangent[b] += area * stiffness * row[a] * row[b]);
                }
            }
        }
        left = residual.iter().map(|part| part * part).sum::<f64>().sqrt() / size;
        if left < 1e-12 {
            break;
        }
        let Some(step) = dense::solve(tangent, residual.map(|part| [part])) else { break };
        let before = energy(&motion);
        let ahead = |share: f64| std::array::from_fn(|at| motion[at] + share * step[at][0]);
        let halves = (0..30).map(|halvings| 0.5_f64.powi(halvings));
        let Some(share) = halves.into_iter().find(|share| energy(&ahead(*share)) < before) else { break };
        motion = ahead(share);
    }
    if left > 1e-9 {
        return Err(MechanicsError::NoContact { left });
    }
    Ok(patches.iter().map(|patch| push(patch, &motion).0).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tube_takes_the_load_exactly_and_is_pressed_on_one_side_only() {
        let patches: Vec<Patch> = (0..240)
            .map(|index| {
                let (sine, cosine) = (f64::from(index % 24) * std::f64::consts::TAU / 24.0).sin_cos();
                let at = Vec3::new(50.0 * cosine, 50.0 * sine, f64::from(index / 24) * 15.0);
                Patch { node: index as u32, at, area: Vec3::new(cosine, sine, -0.2) * 100.0 }
            })
            .collect();
        let (force, moment, centre) =
            (Vec3::new(50.0, -30.0, -1000.0), Vec3::new(5e3, 6e4, 2e3), Vec3::new(0.0, 0.0, 20.0));
        let forces = press(&patches, 0.1, force, moment, centre).unwrap();
        let sum: Vec3 = forces.iter().sum();
        let turned: Vec3 = patches.iter().zip(&forces).map(|(patch, f)| (patch.at - centre).cross(*f)).sum();
        assert!((sum - force).length() < 1e-6 * force.length(), "{sum:?}");
        assert!((turned - moment).length() < 1e-6 * moment.length(), "{turned:?}");
        let pulls = patches.iter().zip(&forces).map(|(patch, f)| f.dot(patch.area.normalize()));
        assert!(pulls.clone().all(|along| along > -1e-9), "{:?}", pulls.fold(0.0, f64::min));
        assert!(patches.iter().zip(&forces).filter(|(patch, f)| f.dot(patch.area) < 1e-9).count() > 20);
    }
}
