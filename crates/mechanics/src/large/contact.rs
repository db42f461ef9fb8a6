//! Contact of nodes with a rigid surface: exact gap, normal and curvature; multipliers that take what the penalty leaves.
//!
//! Equations, per node with its share A of the surface: pressing `t = max(0, λ − ε A g)` along the gradient of the gap g, the
//! derivative of `(t² − λ²)/(2 ε A)`; after an equilibrium `λ ← t`, until nothing changes: then no node is inside the wall and
//! the penalty ε is in no result. Shear sticks by `y = τ + ε A s`, s along the surface since the last step, and slips at
//! `|y| = μ t` (Coulomb); within an equilibrium the limit is that of the last one, so that shear has an energy as well.
//! Source of the method: `alart1991`.

use super::element::Three;
use crate::Vec3;

/// A surface's level at a point: above zero inside, where the limb may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// Distance to first order times the length of the slope, mm.
    pub value: f64,
    /// Its gradient: away from the wall.
    pub slope: Vec3,
    /// Its second derivatives, 1/mm.
    pub curve: Three,
}

/// A rigid surface.
pub trait Rigid: Sync {
    /// Its level; nothing where it has no wall.
    fn level(&self, at: Vec3) -> Option<Level>;
}

/// A node that may touch.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Touch {
    /// Which node.
    pub node: u32,
    /// Its share of the surface at rest, mm².
    pub area: f64,
    /// Force that presses it, N.
    pub pressing: f64,
    /// Force along the surface on the node, N.
    pub shear: Vec3,
    /// How deep it may still lie in the wall, mm: the overlap that donning releases.
    pub allowed: f64,
    /// Unit normal, away from the wall.
    pub normal: Vec3,
    /// Where it was, mm, when shear was last reckoned from.
    anchor: Vec3,
    limit: f64,
    /// Length of the level's slope.
    steep: f64,
}

/// What one node feels.
struct Felt {
    energy: f64,
    /// Derivative of the energy by the node's place, N.
    force: Vec3,
    curve: Three,
    pressing: f64,
    shear: Vec3,
    gap: f64,
}

/// Contact of a limb with a socket, which may be moved.
#[derive(Clone)]
pub struct Contact<'a> {
    surface: &'a dyn Rigid,
    touches: Vec<Touch>,
    /// Penalty, MPa/mm.
    stiffness: f64,
    friction: f64,
    sticks: bool,
}

impl std::fmt::Debug for Contact<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Contact").field("touches", &self.touches.len()).finish_non_exhaustive()
    }
}

fn outer(a: Vec3, b: Vec3) -> Three {
    a.to_array().map(|x| b.to_array().map(|y| x * y))
}

fn add(to: &mut Three, from: &Three, times: f64) {
    to.iter_mut().flatten().zip(from.iter().flatten()).for_each(|(to, from)| *to += times * from);
}

impl<'a> Contact<'a> {
    /// Nodes with their shares of the surface, mm²; `stiffness` in MPa/mm only steers the iterations.
    pub fn new(surface: &'a dyn Rigid, nodes: &[(u32, f64)], stiffness: f64, friction: f64) -> Self {
        let touch = |(node, area): &(u32, f64)| Touch { node: *node, area: *area, steep: 1.0, ..Touch::default() };
        Self { surface, touches: nodes.iter().map(touch).collect(), stiffness, friction, sticks: false }
    }

    /// The nodes and what they feel.
    pub fn touches(&self) -> &[Touch] {
        &self.touches
    }

    /// Lets every node lie `share` of its first overlap in the wall.
    pub fn allow(&mut self, overlaps: &[f64], share: f64) {
        self.touches.iter_mut().zip(overlaps).for_each(|(touch, overlap)| touch.allowed = share * overlap);
    }

    /// How deep each node lies in the wall, mm.
    pub fn overlaps(&self, nodes: &[Vec3], moved: &[f64], socket: Vec3) -> Vec<f64> {
        let deep = |touch: &Touch| {
            let level = self.surface.level(place(nodes, moved, touch.node) - socket);
            level.map_or(0.0, |level| (-level.value / level.slope.length()).max(0.0))
        };
        self.touches.iter().map(deep).collect()
    }

    fn felt(&self, touch: &Touch, at: Vec3) -> Option<Felt> {
        let level = self.surface.level(at)?;
        let (k, slope) = (self.stiffness * touch.area, level.slope / touch.steep);
        let gap = level.value / touch.steep + touch.allowed;
        let pressing = (touch.pressing - k * gap).max(0.0);
        let mut felt = Felt {
            energy: (pressing * pressing - touch.pressing * touch.pressing) / (2.0 * k),
            force: slope * -pressing,
            curve: [[0.0; 3]; 3],
            pressing,
            shear: Vec3::ZERO,
            gap,
        };
        if pressing > 0.0 {
            add(&mut felt.curve, &outer(slope, slope), k);
            add(&mut felt.curve, &level.curve, -pressing / touch.steep);
        }
        if self.sticks && touch.limit > 0.0 {
            let since = at - touch.anchor;
            let along = since - touch.normal * touch.normal.dot(since);
            let (pull, limit) = (along * k - touch.shear, touch.limit);
            let size = pull.length();
            let mut plane = outer(touch.normal, touch.normal).map(|row| row.map(|part| -part));
            (0..3).for_each(|axis| plane[axis][axis] += 1.0);
            if size <= limit {
                felt.energy += size * size / (2.0 * k);
                felt.shear = -pull;
                add(&mut felt.curve, &plane, k);
            } else {
                let way = pull / size;
                felt.energy += (limit * size - limit * limit / 2.0) / k;
                felt.shear = -way * limit;
                add(&mut felt.curve, &plane, k * limit / size);
                add(&mut felt.curve, &outer(way, way), -k * limit / size);
            }
            felt.force -= felt.shear;
        }
        Some(felt)
    }

    /// Energy, N mm; adds every node's force to `forces` and gives the sum of the forces on the nodes' side.
    pub fn forces(&self, nodes: &[Vec3], moved: &[f64], socket: Vec3, forces: &mut [f64]) -> (f64, Vec3) {
        let (mut energy, mut sum) = (0.0, Vec3::ZERO);
        for touch in &self.touches {
            if let Some(felt) = self.felt(touch, place(nodes, moved, touch.node) - socket) {
                energy += felt.energy;
                sum += felt.force;
                let to = &mut forces[3 * touch.node as usize..][..3];
                to.iter_mut().zip(felt.force.to_array()).for_each(|(to, part)| *to += part);
            }
        }
        (energy, sum)
    }

    /// Second derivatives of every node that touches.
    pub fn curves(&self, nodes: &[Vec3], moved: &[f64], socket: Vec3) -> Vec<(u32, Three)> {
        let curve = |touch: &Touch| {
            let felt = self.felt(touch, place(nodes, moved, touch.node) - socket)?;
            (felt.curve != [[0.0; 3]; 3]).then_some((touch.node, felt.curve))
        };
        self.touches.iter().filter_map(curve).collect()
    }

    /// Takes what was found over into the multipliers; gives how much they changed, of their size, and the greatest depth, mm.
    pub fn update(&mut self, nodes: &[Vec3], moved: &[f64], socket: Vec3) -> (f64, f64) {
        let (mut change, mut size, mut deepest) = (0.0, 0.0, 0.0_f64);
        for at in 0..self.touches.len() {
            let mut touch = self.touches[at];
            let here = place(nodes, moved, touch.node) - socket;
            let Some(felt) = self.felt(&touch, here) else { continue };
            // The force is along the unit normal: the slope's length goes into the multiplier.
            let level = self.surface.level(here);
            let long = level.map_or(1.0, |level| level.slope.length()).max(f64::MIN_POSITIVE);
            let pressing = felt.pressing * long / touch.steep;
            change += (pressing - touch.pressing).powi(2) + (felt.shear - touch.shear).length_squared();
            size += pressing * pressing + felt.shear.length_squared();
            deepest = deepest.max(-felt.gap);
            touch.pressing = pressing;
            touch.shear = felt.shear;
            let limit = if self.sticks { self.friction * pressing } else { 0.0 };
            change += (limit - touch.limit).powi(2);
            touch.limit = limit;
            touch.steep = long;
            touch.normal = level.map_or(touch.normal, |level| level.slope / long);
            self.touches[at] = touch;
        }
        if size > 0.0 { ((change / size).sqrt(), deepest) } else { (0.0, deepest) }
    }

    /// From here on friction acts.
    pub fn hold(&mut self) {
        self.sticks = self.friction > 0.0;
    }

    /// Reckons shear from here on: what touches sticks where it is, until it slips. Without [`Contact::hold`] nothing does.
    pub fn stick(&mut self, nodes: &[Vec3], moved: &[f64], socket: Vec3) {
        for touch in &mut self.touches {
            touch.anchor = place(nodes, moved, touch.node) - socket;
            touch.shear -= touch.normal * touch.normal.dot(touch.shear);
            touch.limit = if self.sticks { self.friction * touch.pressing } else { 0.0 };
        }
    }
}

fn place(nodes: &[Vec3], moved: &[f64], node: u32) -> Vec3 {
    nodes[node as usize] + Vec3::from_slice(&moved[3 * node as usize..])
}

/// The inside of a round cone about z; of a cylinder where it does not widen.
#[derive(Clone, Copy, Debug)]
pub struct Cone {
    /// Its radius at z = 0, mm.
    pub radius: f64,
    /// How much the radius grows along z, mm/mm.
    pub widening: f64,
}

impl Rigid for Cone {
    fn level(&self, at: Vec3) -> Option<Level> {
        let r = at.x.hypot(at.y);
        if r < 1e-9 {
            return None;
        }
        let (x, y) = (at.x / r, at.y / r);
        let curve = [[-y * y / r, x * y / r, 0.0], [x * y / r, -x * x / r, 0.0], [0.0; 3]];
        Some(Level { value: self.radius + self.widening * at.z - r, slope: Vec3::new(-x, -y, self.widening), curve })
    }
}
