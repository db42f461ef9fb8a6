//! What the renderer promises, on shapes with known answers.

use super::*;
use geometry::shapes::{self, Detail};
use geometry::{Mesh, Vec3};
use std::f64::consts::{PI, TAU};

const WHITE: Colour = [255, 255, 255];
const GREY: Colour = [200, 200, 200];

/// A closed sphere about the origin.
fn sphere(radius: f64) -> Mesh {
    let (rings, around) = (48_u32, 96_u32);
    let mut mesh = Mesh { vertices: vec![Vec3::Z * -radius], faces: vec![] };
    for ring in 1..rings {
        let (sine, cosine) = (PI * f64::from(ring) / f64::from(rings)).sin_cos();
        for spoke in 0..around {
            let (y, x) = (TAU * f64::from(spoke) / f64::from(around)).sin_cos();
            mesh.vertices.push(Vec3::new(x * sine, y * sine, -cosine) * radius);
        }
    }
    mesh.vertices.push(Vec3::Z * radius);
    let last = mesh.vertices.len() as u32 - 1;
    let at = |ring: u32, spoke: u32| 1 + (ring - 1) * around + spoke % around;
    for spoke in 0..around {
        mesh.faces.push([0, at(1, spoke + 1), at(1, spoke)]);
        mesh.faces.push([last, at(rings - 1, spoke), at(rings - 1, spoke + 1)]);
        for ring in 1..rings - 1 {
            let [a, b] = [at(ring, spoke), at(ring, spoke + 1)];
            let [c, d] = [at(ring + 1, spoke + 1), at(ring + 1, spoke)];
            mesh.faces.extend([[a, b, c], [a, c, d]]);
        }
    }
    mesh
}

fn front(half_mm: f64, scale: f64) -> Camera {
    let edges = [-half_mm, half_mm];
    Camera::new(Vec3::X, Vec3::Z, Frame { across: edges, along: edges }, scale)
}

fn at(bitmap: &Bitmap, across: f64, up: f64, camera: &Camera) -> Colour {
    let column = ((across - camera.frame.across[0]) * camera.scale) as usize;
    let row = ((camera.frame.along[1] - up) * camera.scale) as usize;
    bitmap.pixels[row * bitmap.width + column]
}

#[test]
fn a_sphere_covers_its_disc_and_is_lit_alike_on_both_sides() {
    let (mesh, camera) = (sphere(40.0), front(50.0, 4.0));
    let bitmap = render(&[Layer::whole(&mesh, Paint::Plain(GREY))], &camera);
    assert_eq!((bitmap.width, bitmap.height), (400, 400));
    let covered = bitmap.pixels.iter().filter(|pixel| **pixel != WHITE).count() as f64 / 16.0;
    assert!((covered / (PI * 1_600.0) - 1.0).abs() < 0.02, "{covered}");
    for up in [-30.0, -10.0, 0.5, 20.0, 33.0] {
        for across in [1.1, 9.1, 18.1] {
            let [left, right] = [-across, across].map(|across| at(&bitmap, across, up, &camera));
            assert!(left.iter().zip(right).all(|(a, b)| a.abs_diff(b) <= 3), "{across} {up}: {left:?} {right:?}");
        }
    }
    assert!(at(&bitmap, 0.0, 20.0, &camera)[0] > at(&bitmap, 0.0, -20.0, &camera)[0] + 20, "lit from above");
}

#[test]
fn right_of_the_picture_is_the_patients_left_when_seen_from_the_front() {
    let camera = front(50.0, 2.0);
    assert_eq!(camera.place(Vec3::new(7.0, 20.0, -10.0)), [70.0, 40.0]);
}

#[test]
fn the_same_meshes_give_the_same_bytes() {
    let mesh = shapes::limb(50.0, 150.0, Detail { rings: 30, around: 40 });
    let values: Vec<f64> = mesh.vertices.iter().map(|point| point.z / 10.0).collect();
    let scale = Scale::over(&values);
    let draw = || {
        render(&[Layer::whole(&mesh, Paint::Values { values: &values, bare: &[], scale: &scale })], &front(80.0, 2.0))
            .data_uri()
    };
    assert_eq!(draw(), draw());
    assert!(draw().starts_with("data:image/png;base64,iVBORw0KGgo"));
}

#[test]
fn a_solid_looks_as_it_does_with_the_faces_that_it_hides() {
    let (mesh, camera) = (sphere(20.0), front(30.0, 3.0));
    let whole = render(&[Layer::whole(&mesh, Paint::Plain(GREY))], &camera);
    let solid = render(&[Layer::solid(&mesh, Paint::Plain(GREY))], &camera);
    let apart = whole.pixels.iter().zip(&solid.pixels).filter(|(a, b)| a != b).count();
    // Rounding may give a pixel of the outline to the one or the other.
    assert!(apart < 10, "{apart}");
    // Turned inside out its near half is not drawn.
    let mut turned = mesh.clone();
    turned.faces.iter_mut().for_each(|face| face.swap(0, 1));
    let nothing = render(&[Layer::solid(&turned, Paint::Plain(GREY))], &camera);
    assert!(nothing != solid && nothing.pixels.iter().any(|pixel| *pixel != WHITE), "its far half is seen");
}

#[test]
fn what_is_nearer_hides_what_is_behind_and_a_veil_does_not() {
    let (ball, far) = (sphere(20.0), sphere(10.0).mapped(|point| point - Vec3::X * 60.0));
    let (camera, red) = (front(30.0, 2.0), [220, 40, 40]);
    let middle = |first: Paint, second: Paint| {
        let layers = [Layer::whole(&far, first), Layer::whole(&ball, second)];
        at(&render(&layers, &camera), 0.0, 1.0, &camera)
    };
    let [r, g, _] = middle(Paint::Plain(red), Paint::Plain(GREY));
    assert_eq!(r, g, "the near ball is grey");
    let [r, g, _] = middle(Paint::Plain(red), Paint::Veil(GREY, 0.3));
    assert!(r > g + 60, "the far ball shines through");
}

#[test]
fn a_cut_shows_the_wall_filled_and_the_inside_behind_it() {
    // A hollow ball: outside 40 mm, inside 30 mm with its faces turned.
    let mut mesh = sphere(40.0);
    let inside = sphere(30.0);
    let first = mesh.vertices.len() as u32;
    mesh.vertices.extend(&inside.vertices);
    mesh.faces.extend(inside.faces.iter().map(|[a, b, c]| [first + a, first + c, first + b]));
    let camera = front(50.0, 4.0);
    let fill = [250, 10, 250];
    let cut = Cut { normal: Vec3::X, offset: 0.0, fill };
    let bitmap = render(&[Layer { cut: Some(cut), ..Layer::whole(&mesh, Paint::Plain(GREY)) }], &camera);
    assert_eq!(at(&bitmap, 35.0, 0.5, &camera), fill, "the wall");
    assert_eq!(at(&bitmap, 0.5, -35.0, &camera), fill, "the wall below");
    let [r, g, b] = at(&bitmap, 5.0, 5.0, &camera);
    assert!(r == g && g == b && r > 60, "the hollow's far side: {r} {g} {b}");
    assert_eq!(at(&bitmap, 45.0, 45.0, &camera), WHITE);
    let filled = bitmap.pixels.iter().filter(|pixel| **pixel == fill).count() as f64 / 16.0;
    assert!((filled / (PI * (1_600.0 - 900.0)) - 1.0).abs() < 0.05, "{filled}");
}

#[test]
fn nothing_panics_on_what_is_hardly_a_mesh() {
    let camera = front(50.0, 1.0);
    let point = Mesh { vertices: vec![Vec3::ZERO; 3], faces: vec![[0, 1, 2], [0, 0, 0]] };
    let line = Mesh { vertices: vec![Vec3::ZERO, Vec3::X, Vec3::X * 2.0], faces: vec![[0, 1, 2]] };
    let far = Mesh { vertices: vec![Vec3::Y * 1e30, Vec3::Z * 1e30, Vec3::X * -1e30], faces: vec![[0, 1, 2]] };
    let lost = Mesh { vertices: vec![Vec3::NAN, Vec3::Z * 10.0, Vec3::Y * 10.0], faces: vec![[0, 1, 2]] };
    let scale = Scale::over(&[]);
    for mesh in [&Mesh::default(), &point, &line, &lost] {
        for paint in
            [Paint::Plain(GREY), Paint::Values { values: &[], bare: &[], scale: &scale }, Paint::Veil(GREY, 2.0)]
        {
            let cut = Some(Cut { normal: Vec3::ZERO, offset: -1.0, fill: GREY });
            let bitmap = render(&[Layer::whole(mesh, paint), Layer { cut, ..Layer::whole(mesh, paint) }], &camera);
            assert!(bitmap.pixels.iter().all(|pixel| *pixel == WHITE), "{mesh:?}");
        }
    }
    render(&[Layer::whole(&far, Paint::Plain(GREY))], &camera);
    let nowhere = Camera::new(Vec3::ZERO, Vec3::ZERO, Frame { across: [0.0, 0.0], along: [5.0, 0.0] }, f64::NAN);
    assert_eq!(render(&[Layer::whole(&point, Paint::Plain(GREY))], &nowhere).pixels.len(), 1);
}

#[test]
fn a_scale_counts_in_steps_of_people_and_grows_lighter_with_the_value() {
    let values: Vec<f64> = (0..=1_000).map(|index| -1.3 + f64::from(index) * 0.011).collect();
    let scale = Scale::over(&values);
    assert_eq!((scale.low, scale.step, scale.bands.len()), (-2.0, 1.0, 12));
    assert_eq!(scale.ticks().len(), 13);
    assert_eq!([-5.0, -1.5, -0.5, 0.5, 6.5, 60.0, f64::NAN].map(|value| scale.band(value)), [0, 0, 1, 2, 8, 11, 0]);
    let grey = |[r, g, b]: &Colour| 0.2126 * f64::from(*r) + 0.7152 * f64::from(*g) + 0.0722 * f64::from(*b);
    assert!(scale.bands.windows(2).all(|pair| grey(&pair[1]) > grey(&pair[0]) + 8.0));
    let one = Scale::over(&[3.0, 3.0]);
    assert_eq!((one.band(3.0), one.beyond), (0, [false, false]));
}

/// `cargo test -p picture -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement, not a test"]
fn how_long_a_picture_of_80_000_triangles_takes() {
    let mesh = shapes::limb(55.0, 190.0, Detail { rings: 200, around: 200 });
    let values: Vec<f64> = mesh.vertices.iter().map(|point| point.z / 20.0).collect();
    let scale = Scale::over(&values);
    let frame = Frame { across: [-70.0, 70.0], along: [-170.0, 10.0] };
    let camera = Camera::new(Vec3::X, Vec3::Z, frame, 5.0);
    for _ in 0..3 {
        let begun = std::time::Instant::now();
        let bitmap =
            render(&[Layer::whole(&mesh, Paint::Values { values: &values, bare: &[], scale: &scale })], &camera);
        let drawn = begun.elapsed();
        let bytes = bitmap.png().len();
        println!(
            "{} faces, {} × {}: {drawn:?}, with PNG {:?}, {bytes} bytes",
            mesh.faces.len(),
            bitmap.width,
            bitmap.height,
            begun.elapsed()
        );
    }
}
