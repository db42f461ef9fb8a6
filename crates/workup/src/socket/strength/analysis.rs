//! One mesh: bed, solution, stresses, and what they are of the strength.

use super::data::{Condition, Layers, Level, Line, Planes, Stuff};
use super::peer;
use super::told::{Breaks, MeshRow, Part, Place};
use domain::limb::Side;
use geometry::limb::Limb;
use geometry::{Mesh, Vec3};
use mechanics::wall::{Fineness, Shape, WallMesh, mesh};
use mechanics::{Factor, Held, Law, MechanicsError, Solid, Stress, bed, section, stress};

/// Shear of the limb on the inside against its push (concord_assumption: gel gives way along the wall far more easily).
const SHEAR: f64 = 0.1;

/// What is computed.
pub(super) struct Body<'a> {
    pub limb: &'a Limb,
    pub shape: Shape<'a>,
    pub stuff: &'a Stuff,
    pub level: &'a Level,
    pub planes: Planes,
    /// Whether the first condition is written for another program.
    pub peer: bool,
}

/// What came of it.
pub(super) struct Solved {
    /// Under the proof force, a condition each: for low, usual and high strength.
    pub safeties: Vec<[f64; 3]>,
    pub weakest: Vec<Place>,
    pub outside: Mesh,
    pub used_pct: Vec<f64>,
    pub bare: Vec<f64>,
    pub peer: Option<String>,
}

fn law(stuff: &Stuff, wall: Vec3) -> Law {
    Law::Layered {
        modulus: stuff.modulus_mpa,
        poisson: stuff.poisson,
        modulus_across: stuff.modulus_across_mpa,
        poisson_across: stuff.poisson * stuff.modulus_across_mpa.min(stuff.modulus_mpa) / stuff.modulus_mpa,
        shear_across: stuff.modulus_across_mpa / (2.0 * (1.0 + stuff.poisson)),
        normal: if stuff.layers == Layers::Printed { Vec3::Z } else { wall },
    }
}

/// Shares of the strength: in the layer and between layers, for strength `which` of low, usual, high.
fn used(stuff: &Stuff, stress: &Stress, normal: Vec3, which: usize) -> [f64; 2] {
    let across = stuff.strength_across_mpa[which];
    let (pull, shear) = stress.on(normal);
    let between = (pull.max(0.0) / across).hypot(shear * 3.0_f64.sqrt() / across);
    [stress.mises() / stuff.strength_mpa[which], between]
}

/// Force and moment (about the mount's centre) of a line under a force of this size.
fn load(body: &Body, line: &Line, centre: Vec3, force_n: f64) -> (Vec3, Vec3) {
    let lateral = if body.limb.side == Side::Left { 1.0 } else { -1.0 };
    let at = |[f, o]: [f64; 2], height: f64| Vec3::new(centre.x + f, centre.y + lateral * o, height - body.planes.knee);
    let (top, bottom) = (at(line.top, body.planes.top), at(line.bottom, body.planes.bottom));
    let force = (bottom - top).normalize() * force_n;
    (force, (top - centre).cross(force))
}

/// Stresses as they are read: at the corner those of the wall's section there.
fn read(mesh: &WallMesh, solid: &Solid, moved: &[f64]) -> (Vec<Stress>, Vec<bool>) {
    let mut stresses = stress::at_nodes(solid, moved);
    let mut unread = mesh.unread.clone();
    let beyond: Vec<u32> = mesh.hot_spots.iter().map(|spot| spot.far).collect();
    let hoop = |at: usize, around: Vec3| {
        let [near, far] = [mesh.hot_spots[at].near, mesh.hot_spots[at].far].map(|node| stresses[node as usize]);
        // A line through 0.4 and 1.0 of the thickness, at 0.
        near.mixed(5.0 / 3.0, &far, -2.0 / 3.0).on(around).0
    };
    let faces = section::outer_face(solid, moved, mesh.above_ring.clone(), &mesh.ring, &beyond, hoop);
    for (spot, face) in mesh.hot_spots.iter().zip(faces) {
        stresses[spot.corner as usize] = face;
        unread[spot.corner as usize] = false;
    }
    (stresses, unread)
}

/// Normal of the layers at every node.
fn normals(body: &Body, mesh: &WallMesh) -> Vec<Vec3> {
    if body.stuff.layers == Layers::Printed {
        return vec![Vec3::Z; mesh.nodes.len()];
    }
    let mut sums = vec![Vec3::ZERO; mesh.nodes.len()];
    // The wall's first: at the corner the block's would turn them.
    for (hex, normal) in mesh.hexes.iter().zip(&mesh.normals) {
        hex.iter().for_each(|node| sums[*node as usize] += *normal);
    }
    sums.into_iter().map(|sum| sum.try_normalize().unwrap_or(Vec3::Z)).collect()
}

pub(super) fn solve(body: &Body, fineness: &Fineness) -> Result<(MeshRow, Solved), MechanicsError> {
    let mesh = mesh(body.shape, fineness)?;
    let solid = mesh.solid(|wall| law(body.stuff, wall))?;
    let factor = Factor::new(&solid, Held::nodes(solid.nodes.len(), &mesh.face))?;
    let layers = normals(body, &mesh);
    let outside = Mesh {
        vertices: mesh.nodes.clone(),
        faces: mesh.outside.iter().flat_map(|[a, b, c, d]| [[*a, *b, *c], [*a, *c, *d]]).collect(),
    };
    let mut solved = Solved {
        safeties: vec![],
        weakest: vec![],
        used_pct: vec![0.0; mesh.nodes.len()],
        bare: vec![],
        outside,
        peer: None,
    };
    let mut row =
        MeshRow { elements: mesh.hexes.len(), nodes: mesh.nodes.len(), safety: [f64::INFINITY; 2], equilibrium: 0.0 };
    for (condition, line) in [(Condition::Heel, &body.level.heel), (Condition::Forefoot, &body.level.forefoot)] {
        let (force, moment) = load(body, line, mesh.centre, line.proof_n);
        let pressed = bed::press(&mesh.inside, SHEAR, force, moment, mesh.centre)?;
        let mut forces = vec![0.0; 3 * mesh.nodes.len()];
        for (patch, pressed) in mesh.inside.iter().zip(pressed) {
            forces[3 * patch.node as usize..][..3].copy_from_slice(&pressed.to_array());
        }
        let moved = factor.solve(&forces)?;
        if body.peer && solved.peer.is_none() {
            solved.peer = Some(peer::input(body.stuff, &mesh, &forces, &moved, &stress::at_nodes(&solid, &moved)));
        }
        let inner = solid.internal_forces(&moved);
        let held: Vec3 = mesh.face.iter().map(|node| Vec3::from_slice(&inner[3 * *node as usize..])).sum();
        row.equilibrium = row.equilibrium.max((held + force).length() / force.length());
        let (stresses, unread) = read(&mesh, &solid, &moved);
        let worst = |which: usize| {
            (0..stresses.len())
                .filter(|node| !unread[*node])
                .map(|node| (node, used(body.stuff, &stresses[node], layers[node], which)))
                .max_by(|a, b| a.1[0].max(a.1[1]).total_cmp(&b.1[0].max(b.1[1])))
                .unwrap_or((0, [f64::INFINITY; 2]))
        };
        let safeties = [0, 1, 2].map(|which| worst(which).1).map(|[layer, between]| 1.0 / layer.max(between));
        row.safety[usize::from(condition == Condition::Forefoot)] = safeties[1];
        solved.safeties.push(safeties);
        let (node, [layer, between]) = worst(1);
        let moved_mm = mesh
            .inside
            .iter()
            .map(|patch| Vec3::from_slice(&moved[3 * patch.node as usize..]).length())
            .fold(0.0, f64::max);
        solved.weakest.push(place(
            body,
            &mesh,
            condition,
            node,
            &stresses[node],
            layers[node],
            layer,
            between,
            moved_mm,
        ));
        let share = 100.0 * line.ultimate_upper_n / line.proof_n;
        for (node, all) in solved.used_pct.iter_mut().enumerate() {
            let [layer, between] = used(body.stuff, &stresses[node], layers[node], 1);
            *all = all.max(share * layer.max(between));
        }
        solved.bare = unread.iter().map(|unread| f64::from(u8::from(*unread))).collect();
    }
    Ok((row, solved))
}

#[allow(clippy::too_many_arguments)]
fn place(
    body: &Body,
    mesh: &WallMesh,
    condition: Condition,
    node: usize,
    stress: &Stress,
    normal: Vec3,
    layer: f64,
    between: f64,
    moved_mm: f64,
) -> Place {
    let point = mesh.nodes[node];
    let corner = mesh.hot_spots.iter().any(|spot| spot.corner as usize == node);
    let wall = mesh.hexes[..mesh.block_from].iter().any(|hex| hex.contains(&(node as u32)));
    let part = match (corner, wall) {
        (true, _) => Part::Corner,
        (false, true) => Part::Wall,
        (false, false) => Part::Block,
    };
    let near = (body.limb.landmarks.iter())
        .map(|(name, placed)| (*name, (placed.point - point).length()))
        .min_by(|a, b| a.1.total_cmp(&b.1));
    let off = (point - mesh.centre).with_z(0.0).length();
    Place {
        condition,
        below_mm: -point.z,
        // Nothing lies around the axis of the mount.
        around_deg: (off > 5.0).then(|| body.limb.around_deg(point)),
        part,
        near: near.map(|(name, _)| name),
        near_mm: near.map(|(_, distance)| distance),
        breaks: if layer >= between { Breaks::Layer } else { Breaks::BetweenLayers },
        mises_mpa: stress.mises(),
        across_mpa: stress.on(normal).0,
        moved_mm,
    }
}
