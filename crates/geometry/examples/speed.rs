use geometry::{chart::*, query::Surface, *};
use std::time::Instant;
fn main() {
    let n = 180;
    let chart = Chart::new(vec![[0.0, 0.0]; 20], 10.0, 0.0, 55.0, vec![150.0; n], 2.0);
    let f = |r: usize, k: usize| {
        let th = chart.angle(k);
        55.0 + 3.0 * (2.0 * th).cos() + 2.0 * ((r as f64) / 9.0).sin()
    };
    let t = Instant::now();
    let radii = chart.map(f);
    let m = chart.mesh(&chart.points(&radii), chart.rows() - 1);
    println!("faces {} {:?}", m.faces.len(), t.elapsed());
    let t = Instant::now();
    let s = Surface::new(&m).unwrap();
    println!("bvh {:?}", t.elapsed());
    let t = Instant::now();
    let sa = sample(&s, &chart, 1000.0).unwrap();
    println!("sample {:?} {} {}", t.elapsed(), sa.bridged, sa.undercut_mm);
    let t = Instant::now();
    let o = offset::outward(&chart, &sa.radii, |_, _| 4.0);
    println!("offset {:?}", t.elapsed());
    let t = Instant::now();
    let solid = shell::solid(&chart, &sa.radii, &o);
    println!("shell {:?}", t.elapsed());
    let t = Instant::now();
    let v = check::judge(&solid);
    println!("judge {:?} {:?}", t.elapsed(), v);

    let t = Instant::now();
    let block = combine::rod(Vec3::new(0., 0., -90.), Vec3::new(0., 0., -56.), 30.0, 96);
    let hole = combine::rod(Vec3::new(0., 0., -100.), Vec3::new(0., 0., 0.), 3.0, 48);
    let c = combine::combine(&solid, &[block], &[hole]).unwrap();
    println!("combine {:?}", t.elapsed());
    let t = Instant::now();
    let v = check::judge(&c);
    println!("judge {:?} {:?}", t.elapsed(), v);
}
