//! Equilibria by minimising the energy, in steps of load.
//!
//! Every step: a prediction from the tangent of the last equilibrium; steps on the kept factor with what they teach of the true
//! tangent (L-BFGS; source `nocedal2006`), each searched along its line; a new factor where they get slow. With contact, the
//! multipliers are taken over after each equilibrium until they stay.

use super::body::Body;
use super::contact::Contact;
use super::error::LargeError;
use super::matrix::{Factored, Pattern};
use crate::{Held, Vec3, dense};

/// How far, and how many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Residual of the free degrees over the forces at which it is an equilibrium.
    pub residual: f64,
    /// The same where no step lowers the energy any more: a node on a kink of the surface, or rounding.
    pub stuck: f64,
    /// Change of the contact's forces over their size at which they stay.
    pub contact: f64,
    /// Steps in one equilibrium.
    pub steps: usize,
    /// A new factor where a step leaves more than this share of the residual.
    pub slow: f64,
    /// Load in the first step, of the whole.
    pub first: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { residual: 1e-5, stuck: 1e-4, contact: 1e-3, steps: 80, slow: 0.4, first: 1.0 }
    }
}

/// What was spent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Report {
    /// Steps of load.
    pub loads: usize,
    /// Factors.
    pub factors: usize,
    /// Steps of the solver.
    pub steps: usize,
    /// Equilibria: with contact several a load.
    pub equilibria: usize,
}

/// Load: what a share of the whole puts on body and contact.
pub trait Driven {
    /// The held degrees' displacements, forces at nodes and at the socket, and the contact's allowed depth, for a share from 0
    /// to 1.
    fn put(&self, share: f64, press: &mut Press<'_>);
}

/// A body, what holds it, and what presses on it.
#[derive(Debug)]
pub struct Press<'a> {
    body: &'a Body,
    pattern: Pattern,
    fixed: Vec<bool>,
    /// Displacements of the nodes, three a node; those of held degrees are put here, mm.
    pub moved: Vec<f64>,
    /// What held degrees shall come to, mm.
    pub held: Vec<f64>,
    /// Forces on the nodes, N.
    pub loads: Vec<f64>,
    /// The contact.
    pub contact: Option<Contact<'a>>,
    /// Where the socket is moved, mm.
    pub socket: Vec3,
    /// The force on the socket along x, y and z, N, where it may move; nothing where it is held.
    pub pushed: [Option<f64>; 3],
    kept: Option<Kept>,
    report: Report,
}

/// A factor with what couples the socket's motion.
#[derive(Debug)]
struct Kept {
    factor: Factored,
    border: Option<Border>,
}

/// The socket's motion in the tangent.
#[derive(Debug)]
struct Border {
    /// Rows of what couples it to the nodes.
    rows: [Vec<f64>; 3],
    /// Their solutions.
    solved: [Vec<f64>; 3],
    /// What is left for the socket alone.
    own: [[f64; 3]; 3],
}

/// All unknowns' derivative: nodes and socket.
#[derive(Clone, Debug)]
struct Slope {
    energy: f64,
    nodes: Vec<f64>,
    socket: Vec3,
    /// Size of the forces of body, load and contact.
    size: f64,
}

/// A step: nodes and socket.
type Step = (Vec<f64>, Vec3);

fn product(a: &Step, b: &Step) -> f64 {
    a.0.iter().zip(&b.0).map(|(a, b)| a * b).sum::<f64>() + a.1.dot(b.1)
}

fn mixed(to: &mut Step, from: &Step, times: f64) {
    to.0.iter_mut().zip(&from.0).for_each(|(to, from)| *to += times * from);
    to.1 += from.1 * times;
}

/// Remembered steps.
const REMEMBERED: usize = 8;

impl<'a> Press<'a> {
    /// A body at rest; `swept` gives further coordinates of the nodes along which the matrix may be cut.
    ///
    /// # Errors
    /// Values for another mesh.
    pub fn new(body: &'a Body, held: &Held, swept: &[Vec<f64>]) -> Result<Self, LargeError> {
        let pattern = Pattern::new(body, held, swept)?;
        let fixed = held.values().iter().map(Option::is_some).collect();
        let unknowns = held.values().len();
        Ok(Self {
            body,
            pattern,
            fixed,
            moved: vec![0.0; unknowns],
            held: held.values().iter().map(|value| value.unwrap_or(0.0)).collect(),
            loads: vec![0.0; unknowns],
            contact: None,
            socket: Vec3::ZERO,
            pushed: [None; 3],
            kept: None,
            report: Report::default(),
        })
    }

    /// What was spent so far.
    pub fn report(&self) -> Report {
        self.report
    }

    /// Free degrees, and numbers that a factor keeps.
    pub fn size(&self) -> (usize, usize) {
        (self.pattern.unknowns(), self.pattern.entries())
    }

    /// From here on friction holds what touches: before it, as in donning, everything slides.
    pub fn hold(&mut self) {
        if let Some(contact) = &mut self.contact {
            contact.hold();
            contact.stick(self.body.nodes(), &self.moved, self.socket);
        }
    }

    /// Forces that hold the nodes against the body alone, N, and its energy, N mm: at held degrees the reactions.
    ///
    /// # Errors
    /// A motion that turns an element inside out.
    pub fn internal(&self) -> Result<(f64, Vec<f64>), LargeError> {
        self.body.forces(&self.moved)
    }

    fn slope(&self, moved: &[f64], socket: Vec3) -> Result<Slope, LargeError> {
        let (mut energy, mut nodes) = self.body.forces(moved)?;
        let long = |forces: &[f64]| forces.iter().map(|force| force * force).sum::<f64>().sqrt();
        let mut size = long(&nodes) + long(&self.loads);
        let mut on_socket = Vec3::ZERO;
        if let Some(contact) = &self.contact {
            let mut on_nodes = vec![0.0; nodes.len()];
            let (more, sum) = contact.forces(self.body.nodes(), moved, socket, &mut on_nodes);
            nodes.iter_mut().zip(&on_nodes).for_each(|(to, force)| *to += force);
            size += long(&on_nodes);
            energy += more;
            on_socket = -sum;
        }
        energy -= self.loads.iter().zip(moved).map(|(force, moved)| force * moved).sum::<f64>();
        nodes.iter_mut().zip(&self.loads).for_each(|(to, load)| *to -= load);
        nodes.iter_mut().zip(&self.fixed).filter(|(_, fixed)| **fixed).for_each(|(to, _)| *to = 0.0);
        let mut slope = [0.0; 3];
        for (axis, pushed) in self.pushed.iter().enumerate() {
            if let Some(pushed) = pushed {
                slope[axis] = on_socket.to_array()[axis] - pushed;
                energy -= pushed * socket.to_array()[axis];
                size += pushed.abs();
            }
        }
        Ok(Slope { energy, nodes, socket: Vec3::from_array(slope), size })
    }

    fn refactor(&mut self) -> Result<(), LargeError> {
        self.kept = None;
        self.pattern.assemble(self.body, &self.moved)?;
        let curves = self.contact.as_ref().map_or(vec![], |c| c.curves(self.body.nodes(), &self.moved, self.socket));
        curves.iter().for_each(|(node, curve)| self.pattern.add(*node as usize, curve));
        let factor = self.pattern.factor()?;
        let free = self.pushed.map(|pushed| pushed.is_some());
        let border = free.contains(&true).then(|| {
            let mut rows: [Vec<f64>; 3] = std::array::from_fn(|_| vec![0.0; self.moved.len()]);
            let mut own = [[0.0; 3]; 3];
            for (node, curve) in &curves {
                for (axis, row) in rows.iter_mut().enumerate().filter(|(axis, _)| free[*axis]) {
                    for other in 0..3 {
                        let at = 3 * *node as usize + other;
                        own[axis][other] += if free[other] { curve[other][axis] } else { 0.0 };
                        if !self.fixed[at] {
                            row[at] -= curve[other][axis];
                        }
                    }
                }
            }
            (0..3).filter(|axis| !free[*axis]).for_each(|axis| own[axis][axis] = 1.0);
            let solved = [0, 1, 2].map(|axis: usize| self.pattern.solve(&factor, &rows[axis]));
            for (axis, row) in rows.iter().enumerate() {
                for (other, solved) in solved.iter().enumerate() {
                    own[axis][other] -= row.iter().zip(solved).map(|(a, b)| a * b).sum::<f64>();
                }
            }
            Border { rows, solved, own }
        });
        self.kept = Some(Kept { factor, border });
        self.report.factors += 1;
        Ok(())
    }

    /// The kept factor's answer to a slope.
    fn answer(&self, right: &Step) -> Result<Step, LargeError> {
        let none = LargeError::NoFactor { unknowns: self.pattern.unknowns() };
        let kept = self.kept.as_ref().ok_or(none.clone())?;
        let mut nodes = self.pattern.solve(&kept.factor, &right.0);
        let Some(Border { rows, solved, own }) = &kept.border else { return Ok((nodes, Vec3::ZERO)) };
        let along = |row: &Vec<f64>| row.iter().zip(&nodes).map(|(a, b)| a * b).sum::<f64>();
        let left = right.1 - Vec3::new(along(&rows[0]), along(&rows[1]), along(&rows[2]));
        let socket = dense::solve(*own, left.to_array().map(|part| [part])).ok_or(none)?.map(|row| row[0]);
        for (solved, socket) in solved.iter().zip(socket) {
            nodes.iter_mut().zip(solved).for_each(|(to, part)| *to -= part * socket);
        }
        Ok((nodes, Vec3::from_array(socket)))
    }

    /// Brings the held degrees to what they shall be, and the free ones to where the last tangent expects them.
    fn predict(&mut self) -> Result<(), LargeError> {
        let mut change = vec![0.0; self.moved.len()];
        for at in (0..change.len()).filter(|at| self.fixed[*at]) {
            change[at] = self.held[at] - self.moved[at];
        }
        if change.iter().all(|part| *part == 0.0) {
            return Ok(());
        }
        if self.kept.is_none() {
            self.refactor()?;
        }
        let slope = self.slope(&self.moved, self.socket)?;
        let pulled = self.pattern.times(&change);
        let right = slope.nodes.iter().zip(&pulled).map(|(slope, pulled)| -slope - pulled).collect();
        let (step, socket) = self.answer(&(right, -slope.socket))?;
        self.moved.iter_mut().zip(change.iter().zip(&step)).for_each(|(to, (held, free))| *to += held + free);
        self.socket += socket;
        Ok(())
    }

    /// The nearest equilibrium.
    fn equilibrate(&mut self, settings: &Settings) -> Result<(), LargeError> {
        self.report.equilibria += 1;
        let mut slope = self.slope(&self.moved, self.socket)?;
        let mut taught: Vec<(Step, Step, f64)> = vec![];
        let (mut fresh, mut left) = (false, f64::INFINITY);
        for _ in 0..settings.steps {
            let here = (slope.nodes.clone(), slope.socket);
            let size = slope.size;
            let before = left;
            left = product(&here, &here).sqrt() / size.max(f64::MIN_POSITIVE);
            if left <= settings.residual || size == 0.0 {
                return Ok(());
            }
            let slow = left > settings.slow * before && !fresh;
            if self.kept.is_none() || slow {
                self.refactor()?;
                taught.clear();
                fresh = true;
            } else {
                fresh = false;
            }
            self.report.steps += 1;
            // Two loops over what was taught.
            let mut right = here.clone();
            right.0.iter_mut().for_each(|part| *part = -*part);
            right.1 = -right.1;
            let mut shares = vec![];
            for (step, change, inverse) in taught.iter().rev() {
                let share = product(step, &right) * inverse;
                mixed(&mut right, change, -share);
                shares.push(share);
            }
            let mut step = self.answer(&right)?;
            for ((taught, change, inverse), share) in taught.iter().zip(shares.iter().rev()) {
                let back = product(change, &step) * inverse;
                mixed(&mut step, taught, share - back);
            }
            let along = product(&here, &step);
            if along >= 0.0 {
                // Not downhill: what was taught, or the factor, is of no use here.
                if fresh {
                    return Err(LargeError::NotConverged { steps: self.report.steps, left });
                }
                self.kept = None;
                continue;
            }
            let Some((share, next)) = self.search(&slope, &step, along) else {
                if fresh && left <= settings.stuck {
                    return Ok(());
                }
                if fresh {
                    return Err(LargeError::NotConverged { steps: self.report.steps, left });
                }
                self.kept = None;
                continue;
            };
            step.0.iter_mut().for_each(|part| *part *= share);
            step.1 *= share;
            self.moved.iter_mut().zip(&step.0).for_each(|(to, part)| *to += part);
            self.socket += step.1;
            let mut change = (next.nodes.clone(), next.socket);
            mixed(&mut change, &here, -1.0);
            let curve = product(&change, &step);
            if curve > 0.0 {
                taught.push((step, change, 1.0 / curve));
                if taught.len() > REMEMBERED {
                    taught.remove(0);
                }
            }
            slope = next;
        }
        Err(LargeError::NotConverged { steps: self.report.steps, left })
    }

    /// The first halving of a step that lowers the energy enough, or where rounding hides that, the slope along it.
    fn search(&self, from: &Slope, step: &Step, along: f64) -> Option<(f64, Slope)> {
        let noise = 1e-13 * from.energy.abs().max(f64::MIN_POSITIVE);
        (0..12).map(|halvings| 0.5_f64.powi(halvings)).find_map(|share| {
            let moved: Vec<f64> = self.moved.iter().zip(&step.0).map(|(at, part)| at + share * part).collect();
            let next = self.slope(&moved, self.socket + step.1 * share).ok()?;
            let after = product(&(next.nodes.clone(), next.socket), step);
            let lower = next.energy <= from.energy + 1e-4 * share * along;
            let flat = next.energy <= from.energy + noise && after.abs() <= 0.9 * along.abs();
            (lower || flat).then_some((share, next))
        })
    }

    /// An equilibrium with its contact.
    ///
    /// # Errors
    /// No equilibrium from here, a motion that turns an element inside out, or no factor.
    pub fn settle(&mut self, settings: &Settings) -> Result<(), LargeError> {
        self.predict()?;
        for _ in 0..settings.steps {
            self.equilibrate(settings)?;
            let Some(contact) = &mut self.contact else { return Ok(()) };
            let (change, _) = contact.update(self.body.nodes(), &self.moved, self.socket);
            if change <= settings.contact {
                return Ok(());
            }
        }
        Err(LargeError::NotConverged { steps: self.report.steps, left: f64::NAN })
    }

    /// Puts a load on in steps: the whole if that works, else halves of what does not.
    ///
    /// # Errors
    /// A load that is not reached even in small steps.
    pub fn drive(&mut self, load: &dyn Driven, settings: &Settings) -> Result<(), LargeError> {
        /// No step is smaller.
        const LEAST: f64 = 1.0 / 128.0;
        let (mut done, mut next) = (0.0, settings.first.clamp(LEAST, 1.0));
        while done < 1.0 {
            let before = (self.moved.clone(), self.contact.clone(), self.socket);
            let share = (done + next).min(1.0);
            load.put(share, self);
            self.report.loads += 1;
            match self.settle(settings) {
                Ok(()) => {
                    done = share;
                    if let Some(contact) = &mut self.contact {
                        contact.stick(self.body.nodes(), &self.moved, self.socket);
                    }
                }
                Err(error) => {
                    next /= 2.0;
                    if next < LEAST {
                        return Err(error);
                    }
                    (self.moved, self.contact, self.socket) = before;
                    self.kept = None;
                }
            }
        }
        Ok(())
    }
}
