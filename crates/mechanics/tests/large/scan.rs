//! Limbs and sockets given as surfaces.

use crate::scanned::{LINER, made, stood};
use geometry::query::Surface;
use geometry::shapes::{Detail, limb as formula};
use mechanics::Vec3;
use mechanics::large::limb::{Fineness, NoLimb, Shapes, mesh};

const COARSE: Fineness = Fineness { spokes: 24, layers: [4, 1], row_mm: 12.0 };

#[test]
fn a_limb_of_a_formula_stands_in_its_socket_and_a_thicker_core_presses_more() {
    let skin = formula(50.0, 150.0, Detail { rings: 120, around: 120 });
    let (low, _) = skin.bounds();
    let at = |above: f64| Vec3::Z * (low.z + above);
    let made = made(&skin, [at(45.0), at(110.0), at(140.0)]);
    let at = |core: f64| stood(&made.meshed(core, &COARSE).unwrap(), made.brim, 150.0);
    let (thin, thick) = (at(0.3), at(0.55));
    assert!(thick[0][0] > 1.2 * thin[0][0] && thin[0][0] > 0.0, "{thin:?} {thick:?}");
    assert!(thin[1][0] > thin[0][0]);
}

#[test]
fn numbers_of_no_mesh_and_an_open_skin_are_refused() {
    let skin = formula(50.0, 150.0, Detail { rings: 120, around: 120 });
    let surface = Surface::new(&skin).unwrap();
    let (low, high) = skin.bounds();
    let centre = Vec3::new(0.0, 0.0, low.z + 60.0);
    let shapes = Shapes { skin: &surface, socket: &surface, centre, core: 0.4, liner_mm: LINER, top: high.z + 40.0 };
    assert!(matches!(mesh(&shapes, &COARSE), Err(NoLimb::Open { what: "skin", .. })));
    let shapes = Shapes { top: centre.z + 40.0, ..shapes };
    assert!(mesh(&shapes, &COARSE).is_ok());
    let number =
        |shapes: &Shapes<'_>, fineness: &Fineness| matches!(mesh(shapes, fineness), Err(NoLimb::Number { .. }));
    assert!(number(&Shapes { core: 1.0, ..shapes }, &COARSE) && number(&Shapes { liner_mm: 0.0, ..shapes }, &COARSE));
    assert!(
        number(&shapes, &Fineness { spokes: 20, ..COARSE }) && number(&shapes, &Fineness { layers: [0, 1], ..COARSE })
    );
    assert!(number(&shapes, &Fineness { row_mm: 0.0, ..COARSE }));
}
