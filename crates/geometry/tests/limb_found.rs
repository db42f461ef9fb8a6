//! Which part of a scan is the limb: scenes in which something else lies beside it.

use geometry::clean::{ChoiceError, CleanError, Cleaned, Looks, Settings, Skin, Uncleaned, clean, closed};
use geometry::shapes::{self, Detail};
use geometry::{Mesh, Vec3};

const DETAIL: Detail = Detail { rings: 50, around: 60 };

fn limb() -> Mesh {
    shapes::limb(52.0, 220.0, DETAIL)
}

fn scene(parts: &[Mesh]) -> Mesh {
    let mut all = Mesh::default();
    for part in parts {
        let first = all.vertices.len() as u32;
        all.vertices.extend(&part.vertices);
        all.faces.extend(part.faces.iter().map(|face| face.map(|vertex| vertex + first)));
    }
    all
}

fn found(parts: &[Mesh], skin: Skin) -> Result<Cleaned, Uncleaned> {
    clean(&scene(parts), &Settings { skin, straighten: true, ..Settings::default() })
}

/// A square of a plane in steps of 10 mm.
fn plane(half: i32, z: f64) -> Mesh {
    let side = 2 * half + 1;
    let at = |x: i32, y: i32| Vec3::new(f64::from(x) * 10.0, f64::from(y) * 10.0, z);
    let vertices = (-half..=half).flat_map(|x| (-half..=half).map(move |y| at(x, y))).collect();
    let corner = |x: i32, y: i32| (x * side + y) as u32;
    let squares = (0..side - 1).flat_map(|x| (0..side - 1).map(move |y| (x, y)));
    let faces = squares
        .flat_map(|(x, y)| {
            let [a, b, c, d] = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)];
            [[a, b, c], [a, c, d]]
        })
        .collect();
    Mesh { vertices, faces }
}

fn scaled(mesh: &Mesh, off: f64) -> Mesh {
    let normals = mesh.normals();
    let vertices = mesh.vertices.iter().zip(normals).map(|(at, normal)| *at + normal * off).collect();
    Mesh { vertices, faces: mesh.faces.clone() }
}

fn volume(mesh: &Mesh) -> f64 {
    closed(mesh).volume()
}

fn is_the_limb(skin: &Mesh) {
    assert!((volume(skin) / volume(&limb()) - 1.0).abs() < 0.03, "{} {}", volume(skin), volume(&limb()));
}

#[test]
fn the_limb_is_found_beside_a_larger_table_and_a_chair() {
    let chair = plane(30, 0.0).mapped(|at| Vec3::new(at.x * 0.1 + 160.0, at.y, -at.x.abs() * 0.05));
    for other in [plane(40, -260.0), chair] {
        assert!(other.area() > 0.0);
        let done = found(&[limb(), other.clone()], Skin::ByShape).unwrap();
        is_the_limb(&done.skin);
        assert!(done.bones.is_empty());
        assert_eq!(done.report.crumbs.len(), 1);
        assert_eq!(done.report.crumbs[0].looks, Looks::Flat);
    }
}

#[test]
fn a_doubled_shell_is_a_copy_and_no_bone() {
    for off in [0.3, 0.7, 1.0] {
        let done = found(&[limb(), scaled(&limb(), -off)], Skin::ByShape).unwrap();
        is_the_limb(&done.skin);
        assert!(done.bones.is_empty(), "{off}");
        assert!(matches!(done.report.crumbs[0].looks, Looks::Copy { .. }), "{:?}", done.report.crumbs);
    }
}

#[test]
fn bones_inside_are_bones_and_no_rivals() {
    let bone = closed(&shapes::domed_cylinder(12.0, 170.0, DETAIL)).mapped(|at| at - Vec3::Z * 20.0);
    let done = found(&[limb(), bone], Skin::ByShape).unwrap();
    is_the_limb(&done.skin);
    assert_eq!(done.bones.len(), 1);
}

#[test]
fn a_part_within_is_a_bone_only_if_closed_slender_and_deep_and_each_other_is_told_by_number() {
    let shaft = shapes::domed_cylinder(12.0, 170.0, DETAIL);
    let low = |mesh: Mesh| mesh.mapped(|at| at - Vec3::Z * 20.0);
    let mut open = shaft.clone();
    // A piece of a shell: both its ends are missing, far from the skin's opening.
    open.faces.retain(|face| face.iter().all(|vertex| (-140.0..-30.0).contains(&open.vertices[*vertex as usize].z)));
    let ball = closed(&shapes::domed_cylinder(20.0, 41.0, DETAIL)).mapped(|at| at - Vec3::Z * 60.0);
    let shell = scaled(&closed(&limb()), -8.0);
    // Beside the wall all along, half a millimetre under it.
    let plain = shapes::domed_cylinder(52.0, 220.0, DETAIL);
    let strip = closed(&shapes::domed_cylinder(3.0, 120.0, DETAIL)).mapped(|at| at + Vec3::new(48.5, 0.0, -40.0));
    let cases = [
        (limb(), low(open), Looks::Open),
        (limb(), ball, Looks::Stout),
        (limb(), shell, Looks::Thick),
        (plain, strip, Looks::AtSkin),
    ];
    for (skin, part, looks) in cases {
        let done = found(&[skin.clone(), part], Skin::Largest).unwrap();
        assert!(done.bones.is_empty(), "{looks:?}");
        let told: Vec<(usize, Looks)> = done.report.crumbs.iter().map(|crumb| (crumb.number, crumb.looks)).collect();
        assert_eq!(told, [(2, looks)]);
        assert_eq!((done.report.part, done.skin.faces.len()), (1, skin.faces.len()));
    }
    // A bone that was cut with the skin is open in the plane of its opening, and is a bone.
    assert_eq!(found(&[limb(), shaft], Skin::Largest).unwrap().bones.len(), 1);
}

#[test]
fn of_two_limbs_neither_is_guessed_and_either_can_be_said() {
    let sound = shapes::limb(60.0, 380.0, DETAIL).mapped(|at| at + Vec3::X * 200.0);
    for other in [sound, limb().mapped(|at| at + Vec3::X * 200.0), scaled(&limb(), 6.0)] {
        let error = found(&[limb(), other.clone()], Skin::ByShape).unwrap_err().error;
        let CleanError::Choice(ChoiceError::Several(parts)) = error else { panic!("{error:?}") };
        assert_eq!(parts.iter().filter(|part| part.looks == Looks::Limb).count(), 2, "{parts:?}");
        let own = parts.iter().find(|part| (part.volume.abs() / volume(&limb()) - 1.0).abs() < 0.01).unwrap();
        is_the_limb(&found(&[limb(), other], Skin::Part(own.number)).unwrap().skin);
    }
    let error = found(&[limb()], Skin::Part(2)).unwrap_err().error;
    assert!(error.to_string().contains("there is no part 2: part 1: shaped like a limb"), "{error}");
}

#[test]
fn what_is_no_tube_is_no_limb() {
    let table = plane(40, 0.0);
    let box_ = closed(&plane(10, 0.0)).mapped(|at| at);
    for parts in [vec![table.clone()], vec![box_], vec![touching()]] {
        let error = found(&parts, Skin::ByShape).unwrap_err().error;
        assert!(matches!(error, CleanError::Choice(ChoiceError::None(_))), "{error}");
    }
}

/// A limb that lies on a table and is one surface with it: a ridge on a plane.
fn touching() -> Mesh {
    plane(40, 0.0).mapped(|at| {
        let (across, along) = (at.x / 52.0, at.y.abs() / 110.0);
        let high = (1.0 - across * across).max(0.0).sqrt() * if along < 1.0 { 90.0 } else { 0.0 };
        at.with_z(high)
    })
}

/// A tube that bends by an angle about y at a height.
fn bent(length: f64, knee: f64, degrees: f64) -> Mesh {
    let (sine, cosine) = degrees.to_radians().sin_cos();
    shapes::limb(52.0, length, Detail { rings: 100, around: 60 }).mapped(|at| {
        let above = at.z + knee;
        // The turn is spread over 40 mm, so that the surface does not fold.
        let share = (above / 40.0 + 0.5).clamp(0.0, 1.0);
        if share <= 0.0 {
            return at;
        }
        let (sine, cosine) = if share < 1.0 { (degrees.to_radians() * share).sin_cos() } else { (sine, cosine) };
        Vec3::new(at.x * cosine - above * sine, at.y, at.x * sine + above * cosine - knee)
    })
}

#[test]
fn a_bent_knee_is_cropped_or_an_error_and_a_straight_limb_is_left() {
    let straight = found(&[limb()], Skin::ByShape).unwrap().report.straight.unwrap();
    assert!(straight.cropped.is_none() && straight.halves_deg < 11.0, "{straight:?}");
    for degrees in [15.0, 30.0] {
        let done = found(&[bent(330.0, 150.0, degrees)], Skin::ByShape).unwrap();
        let bend = done.report.straight.unwrap().cropped.unwrap();
        assert!((bend.angle_deg - degrees).abs() < 6.0, "{bend:?}");
        assert!((bend.at.z + 150.0).abs() < 25.0, "{bend:?}");
        assert!(done.skin.bounds().1.z < -120.0 && done.skin.bounds().0.z < -320.0);
    }
    let error = found(&[bent(330.0, 150.0, 60.0)], Skin::ByShape).unwrap_err().error;
    assert!(matches!(error, CleanError::Bent(_)), "{error}");
}

#[test]
fn a_foot_at_the_end_is_an_error() {
    let error = found(&[bent(380.0, 250.0, 75.0)], Skin::ByShape).unwrap_err().error;
    assert!(matches!(error, CleanError::Bent(_)), "{error}");
    assert!(error.to_string().contains("or a foot"), "{error}");
}
