//! Every drive of the closed list gives a day: what works it, and what does not.

use domain::Case;
use domain::case::SocketConcept;
use domain::catalog::performance::{FootMembrane, HandPump, SwingPiston};
use domain::catalog::{Connection, Performance};
use domain::day::ActivityKind;
use domain::parameter::{Kind, Parameter, Spread};
use twin::bench::pump::{PumpUnderTest, Stand, evacuate};
use twin::day::{DayCourse, DayInputs, simulate};
use twin::parameters::{ParameterSet, Values};
use twin::pump::PumpNumbers;
use twin::regions::Regions;
use twin::system::{Drive, System};

fn number(value: f64) -> Parameter {
    let (unit, note) = (String::new(), String::new());
    Parameter { value, unit, kind: Kind::Assumed, source: None, spread: Spread::Lognormal(0.1), note }
}

fn values() -> Values {
    let articles = [
        include_str!("../../../data/catalog/ottobock/4R147.toml"),
        include_str!("../../../data/catalog/ottobock/4R152.toml"),
    ];
    ParameterSet::parse(include_str!("../../../data/parameters.toml"), &articles).unwrap().central()
}

fn day(drive: Drive, performance: &Performance) -> DayCourse {
    let case = Case::parse(include_str!("../../../cases/mechanic.toml")).unwrap();
    let regions = Regions::parse(include_str!("../../../data/regions.toml")).unwrap();
    let pump = Some(PumpNumbers::of(performance));
    let socket = SocketConcept::TotalSurfaceBearing;
    let system = System { id: "own".into(), name: "own".into(), drive, socket, pump };
    simulate(&case, &values(), &system, DayInputs::new(&regions))
}

fn stroked() -> Drive {
    Drive::WeightActivated { chambers: 1, rated_mass_kg: None, ring_condition: 1.0, connection: Connection::Tube }
}

fn piston(force_n: f64) -> Performance {
    Performance::SwingPiston(SwingPiston {
        swept_ml: number(5.0),
        swept_to_dead: number(4.5),
        stroke_mm: number(10.0),
        exhaust_crack_kpa: number(1.0),
        force_n: number(force_n),
    })
}

fn deepest(day: &DayCourse) -> f64 {
    day.samples.iter().map(|sample| sample.seen.vacuum_kpa).fold(0.0, f64::max)
}

#[test]
fn a_membrane_in_a_foot_draws_with_each_step() {
    let membrane = |swept_to_dead| {
        Performance::FootMembrane(FootMembrane {
            swept_ml: number(4.0),
            swept_to_dead: number(swept_to_dead),
            stroke_mm: number(4.0),
            stop_ratio: number(1.0),
            exhaust_crack_kpa: number(1.0),
        })
    };
    let [shallow, deep] = [1.5, 4.0].map(|ratio| deepest(&day(stroked(), &membrane(ratio))));
    assert!(shallow > 20.0 && deep > shallow + 10.0, "{shallow} {deep}");
}

#[test]
fn a_piston_is_held_back_by_the_vacuum_that_its_force_cannot_overcome() {
    let [weak, strong] = [15.0, 60.0].map(|force| deepest(&day(stroked(), &piston(force))));
    // 5 mL over 10 mm are 5 cm²: 15 N hold against 30 kPa at most.
    assert!(weak < 30.0 && strong > weak + 10.0, "{weak} {strong}");
    let on_chamber = |force| {
        let pump = values().with_pump(Some(&PumpNumbers::of(&piston(force))));
        let stand = Stand { target_kpa: 57.6, leak_ml_per_min: 0.0 };
        evacuate(&pump, PumpUnderTest::Driven { chambers: 1 }, 66.0, stand)
    };
    assert!(on_chamber(15.0).to_target.is_none() && on_chamber(80.0).to_target.is_some());
}

#[test]
fn a_hand_draws_after_donning_and_walking_adds_nothing() {
    let hand = Performance::Hand(HandPump {
        swept_ml: number(15.0),
        swept_to_dead: number(8.0),
        stroke_mm: number(30.0),
        exhaust_crack_kpa: number(1.0),
        force_n: number(60.0),
        strokes: number(20.0),
    });
    let day = day(Drive::Hand { connection: Connection::Tube }, &hand);
    let vacuum: Vec<f64> =
        day.samples.iter().filter(|sample| sample.donned).map(|sample| sample.seen.vacuum_kpa).collect();
    assert!(vacuum[0] > 30.0, "{}", vacuum[0]);
    let walks = day.samples.iter().filter(|sample| sample.doing == Some(ActivityKind::Walk)).count();
    assert!(walks > 10 && vacuum[vacuum.len() - 1] < vacuum[0] - 5.0, "{walks} {vacuum:?}");
    assert_eq!(day.pump_time_s, 0.0);
}
