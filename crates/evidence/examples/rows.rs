
use evidence::protocols::{self, Bench};
use evidence::published::Published;
use twin::parameters::{ParameterSet};
use twin::regions::Regions;
use domain::Case;
use twin::day::{DayInputs, simulate};
use twin::system::{System, Drive, Connection};
use domain::case::SocketConcept;
fn main() {
    let read = |p: &str| std::fs::read_to_string(p).unwrap();
    let ring = read("data/catalog/ottobock/4R147.toml"); let el = read("data/catalog/ottobock/4R152.toml");
    let mut parameters = ParameterSet::parse(&read("data/parameters.toml"), &[&ring, &el]).unwrap_or_else(|p| panic!("{}", p[0]));
    let mut persons = 100;
    for arg in std::env::args().skip(1) {
        let (n, v) = arg.split_once('=').unwrap();
        if n == "persons" { persons = v.parse().unwrap(); continue; }
        let spread = parameters.get(n).unwrap_or_else(|| panic!("{n}")).spread;
        parameters = parameters.with(n, v.parse().unwrap(), spread);
    }
    let regions = Regions::parse(&read("data/regions.toml")).unwrap_or_else(|p| panic!("{}", p[0]));
    let reference = Case::parse(&read("data/published/reference_case.toml")).unwrap_or_else(|_| panic!("reference"));
    let bench = Bench { reference: &reference, parameters: &parameters, regions: &regions, persons, seed: 1 };
    let (mut one, mut two, mut out) = (0, 0, 0);
    for id in ["board2001", "beil2002", "zachariah2004", "sanders2012_day", "sanders2014_posture", "sanders2012_socks", "major2015", "ottobock_harmony_brochure"] {
        let table = Published::parse(&read(&format!("data/published/{id}.toml"))).unwrap();
        for c in evidence::validate::validate(&[table], &bench).unwrap() {
            let mark = match c.verdict { evidence::validate::Verdict::InsideOne => { one += 1; " " }, evidence::validate::Verdict::InsideTwo => { two += 1; "~" }, _ => { out += 1; "X" } };
            println!("{mark} {:40} {:8.2} | {:8.3} ({:.2} … {:.2}) central {:.2}", c.row.id, c.row.value, c.compared, c.model.p10, c.model.p90, c.model.central);
        }
    }
    println!("{one} {two} {out}");
    // Plausibility.
    {
        use physics::integrator::{Integrator, Tolerance};
        use physics::network::Regime;
        use physics::gait_load::Pace;
        use twin::assemble::{assemble, Disturbance};
        use twin::observe::in_socket_fluid_pct;
        let mut first = vec![]; let mut vac = vec![];
        for i in 0..=persons {
            let values = parameters.person(1, i);
            let net = assemble(&reference, &values, &System::suction(), Disturbance::default());
            let mut st = net.donned();
            let walk = Regime::Walk { pace: Pace { cadence: 100.0, speed: 1.1 }, duty: 1.0 };
            let mut it = Integrator::new(Tolerance::default());
            let mut go = |r, t: f64, st: &mut _| { it.restart(); it.advance(&net, st, r, false, t, |_, _| ()); };
            for r in [Regime::Sit, walk, Regime::Sit, Regime::Stand, Regime::Sit, Regime::Sit, Regime::Stand, Regime::Sit, walk, Regime::Sit, Regime::Sit, walk] { go(r, 600.0, &mut st); }
            go(Regime::Doffed, 600.0, &mut st); net.vent(&mut st);
            let a = in_socket_fluid_pct(&net, &st.limb);
            go(walk, 300.0, &mut st);
            first.push(in_socket_fluid_pct(&net, &st.limb) - a);
            let _ = &mut vac; vac.push(0.0);
        }
        first.sort_by(f64::total_cmp);
        println!("first five minutes: p05 {:.2} p50 {:.2} p95 {:.2}, beyond 4: {:.2}", first[first.len()/20], first[first.len()/2], first[first.len()*19/20], first.iter().filter(|x| **x < -4.0).count() as f64 / first.len() as f64);
    }
    let pump = |chambers| System { id: "p".into(), name: "P".into(), drive: Drive::WeightActivated { chambers, rated_mass_kg: None, ring_condition: 1.0, connection: Connection::Direct }, socket: SocketConcept::TotalSurfaceBearing, pump: None };
    for name in ["mechanic", "diabetic_k2", "light", "heavy"] {
        let case = Case::parse(&read(&format!("cases/{name}.toml"))).unwrap();
        for (label, system) in [("pump", pump(1)), ("valve", System::suction()), ("pin", System::pin_lock())] {
            let began = std::time::Instant::now();
            let day = simulate(&case, &parameters.central(), &system, DayInputs::new(&regions));
            let took = began.elapsed().as_secs_f64() * 1e3;
            let end = day.samples.last().unwrap();
            let track: Vec<String> = day.samples.iter().step_by(120).map(|s| format!("{:.1}/{:.1}", s.seen.post_doff_volume_pct, s.seen.in_socket_fluid_pct)).collect();
            println!("{name} {label:6} end {:.2} socks {} sink {:.1} {took:.1} ms | {}", end.seen.post_doff_volume_pct, end.socks, end.seen.sink_mm, track.join(" "));
        }
    }
    for (label, system) in [("pump", pump(1)), ("valve", System::suction()), ("pin", System::pin_lock())] {
        let mut ends = vec![];
        for share in [1.0, 0.12] {
            let mut case = Case::parse(&read("cases/mechanic.toml")).unwrap();
            for a in &mut case.day.activities { a.steps = a.steps.map(|s| (f64::from(s) * share) as _); }
            let d = simulate(&case, &parameters.central(), &system, DayInputs::new(&regions));
            let held = d.samples.iter().map(|s| s.seen.post_doff_volume_pct).sum::<f64>() / d.samples.len() as f64;
            ends.push((d.samples.last().unwrap().strides, held, d.samples.last().unwrap().seen.post_doff_volume_pct));
        }
        println!("{label} steps: {ends:.2?}");
        let case = Case::parse(&read("cases/mechanic.toml")).unwrap();
        let mut firsts = vec![]; let mut rates = vec![]; let mut final_ = vec![];
        for i in 1..=40 {
            let d = simulate(&case, &parameters.person(2, i), &system, DayInputs::new(&regions));
            firsts.push(d.events.iter().find(|e| e.kind == twin::events::EventKind::SockAdded).map_or(99.0, |e| (e.t_s - d.samples[0].t_s) / 3600.0));
            let at = |h: f64| d.samples.iter().find(|s| s.t_s - d.samples[0].t_s >= h * 3600.0).unwrap().seen.in_socket_fluid_pct;
            rates.push((at(8.0) - at(0.5)) / 7.5);
            final_.push(d.samples.last().unwrap().seen.post_doff_volume_pct);
        }
        firsts.sort_by(f64::total_cmp); rates.sort_by(f64::total_cmp); final_.sort_by(f64::total_cmp);
        println!("{label} first sock h p05..: {:.1} {:.1} {:.1}; before 2 h {:.2}; rate {:.2} {:.2} {:.2}; end {:.2} {:.2} {:.2}", firsts[2], firsts[20], firsts[37], firsts.iter().filter(|x| **x < 2.0).count() as f64 / 40.0, rates[4], rates[20], rates[36], final_[4], final_[20], final_[36]);
    }
    let _ = protocols::run;
}
