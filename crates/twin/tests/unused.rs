//! What a day is said not to use changes nothing, and everything else does.

use domain::Case;
use domain::case::{PumpMode, SocketConcept};
use std::collections::BTreeSet;
use twin::assemble::Disturbance;
use twin::day::{DayInputs, simulate};
use twin::parameters::ParameterSet;
use twin::regions::Regions;
use twin::system::{Cells, Connection, Drive, System};
use twin::unused::NOT_USED;

const MECHANIC: &str = include_str!("../../../cases/mechanic.toml");

/// Every answer about person, limb and prosthesis, each with another one.
fn others() -> Vec<(&'static str, toml::Value)> {
    let text = |text: &str| toml::Value::String(text.into());
    let list = |text: &str| toml::from_str::<toml::Table>(&format!("x = {text}")).unwrap()["x"].clone();
    vec![
        ("person.body_mass_kg", 70.0.into()),
        ("person.k_level", text("K2")),
        ("person.age_years", 60.0.into()),
        ("person.sex", text("female")),
        ("person.activity", text("low")),
        ("person.water_use", text("none")),
        ("person.fitting_stage", text("interim")),
        ("person.conditions.diabetes", true.into()),
        ("person.conditions.arterial_disease", true.into()),
        ("person.conditions.dialysis", true.into()),
        ("person.conditions.neuroma", text("bears_pressure")),
        ("person.conditions.cognition", text("manages_with_help")),
        ("person.conditions.hand_function", text("limited")),
        ("person.conditions.vision", text("limited")),
        ("limb.amputation_level", text("transfemoral")),
        ("limb.side", text("left")),
        ("limb.limb_length_mm", 160.0.into()),
        (
            "limb.circumferences",
            list(
                "[{ below_reference_mm = 0, circumference_mm = 350 }, { below_reference_mm = 60, circumference_mm = 320 }, { below_reference_mm = 120, circumference_mm = 280 }]",
            ),
        ),
        ("limb.months_since_amputation", 14.0.into()),
        ("limb.shape", text("bulbous")),
        ("limb.soft_tissue", text("insufficient")),
        ("limb.tissue_consistency", text("indurated")),
        ("limb.bony_prominence", text("prominent")),
        ("limb.scars", text("difficult")),
        ("limb.daily_fluctuation_mm", 45.0.into()),
        ("prosthesis.available_clearance_mm", 230.0.into()),
        ("prosthesis.foot_length_cm", 25.0.into()),
        ("prosthesis.foot_build_height_mm", 70.0.into()),
        ("prosthesis.footshell_mm", 5.0.into()),
        ("prosthesis.shoe_heel_mm", 8.0.into()),
        ("prosthesis.sleeve_months", 3.0.into()),
        ("prosthesis.mass_kg", 2.9.into()),
        ("prosthesis.suspension_now", text("suction")),
        ("prosthesis.wide_component_below_socket", true.into()),
        ("prosthesis.wants_adjustable_suspension", true.into()),
        ("prosthesis.socks_now", list("[\"5-ply\", \"5-ply\"]")),
        ("prosthesis.sleeve_barrier", true.into()),
        ("prosthesis.fit_gap_mm", 1.0.into()),
        ("day.temperature_c", 30.0.into()),
        ("day.altitude_m", 1_500.0.into()),
    ]
}

/// Answers that are about the device or the person's care, and that nobody expects to move a limb's volume.
const NO_BEARING: [&str; 18] = [
    // Weighs the persons drawn (`fluctuation`); the day of one person has no need of it.
    "limb.daily_fluctuation_mm",
    "person.water_use",
    "person.conditions.dialysis",
    "person.conditions.neuroma",
    "person.conditions.cognition",
    "person.conditions.hand_function",
    "person.conditions.vision",
    "limb.side",
    "prosthesis.available_clearance_mm",
    "prosthesis.foot_length_cm",
    "prosthesis.foot_build_height_mm",
    "prosthesis.footshell_mm",
    "prosthesis.shoe_heel_mm",
    "prosthesis.sleeve_months",
    "prosthesis.wide_component_below_socket",
    "prosthesis.wants_adjustable_suspension",
    "prosthesis.sleeve_barrier",
    // Chooses the pump's switch; the systems here name theirs.
    "prosthesis.pump_mode",
];

fn systems() -> [System; 4] {
    let pump = |drive| System {
        id: "x".into(),
        name: "x".into(),
        drive,
        socket: SocketConcept::TotalSurfaceBearing,
        pump: None,
    };
    let connection = Connection::Direct;
    [
        pump(Drive::WeightActivated { chambers: 2, rated_mass_kg: None, ring_condition: 1.0, connection }),
        pump(Drive::Electric { mode: PumpMode::Automatic, connection, cells: Cells::Rechargeable }),
        System::suction(),
        System::pin_lock(),
    ]
}

#[test]
fn a_day_uses_what_it_is_not_said_to_leave_out_and_nothing_else() {
    let parameters = ParameterSet::parse(
        include_str!("../../../data/parameters.toml"),
        &[
            include_str!("../../../data/catalog/ottobock/4R147.toml"),
            include_str!("../../../data/catalog/ottobock/4R152.toml"),
        ],
    )
    .unwrap();
    let regions = Regions::parse(include_str!("../../../data/regions.toml")).unwrap();
    let days = |case: &Case| {
        systems().map(|system| {
            let disturbance = Disturbance::default();
            let inputs = DayInputs { disturbance, ..DayInputs::new(&regions) };
            format!("{:?}", simulate(case, &parameters.central(), &system, inputs).samples)
        })
    };
    let usual = days(&Case::parse(MECHANIC).unwrap());
    let not_used: BTreeSet<&str> = NOT_USED.iter().map(|(field, _)| *field).collect();
    for (field, other) in others() {
        let mut table: toml::Table = MECHANIC.parse().unwrap();
        let (path, last) = field.rsplit_once('.').unwrap();
        let mut at = &mut table;
        for key in path.split('.') {
            at = at[key].as_table_mut().unwrap();
        }
        let value = if field == "person.age_years" { 70.0.into() } else { other };
        at.insert(last.into(), value);
        let changed =
            days(&Case::parse(&toml::to_string(&table).unwrap()).unwrap_or_else(|e| panic!("{field}: {e:?}")));
        if not_used.contains(field) || NO_BEARING.contains(&field) {
            assert!(usual == changed, "{field} changes the day");
        } else {
            assert!(usual != changed, "{field} changes nothing, and nobody says so");
        }
    }
}

#[test]
fn every_answer_of_a_case_is_among_those_tried() {
    let table: toml::Table = MECHANIC.parse().unwrap();
    let tried: BTreeSet<&str> = others().iter().map(|(field, _)| *field).chain(NO_BEARING).collect();
    fn walk(path: &str, table: &toml::Table, found: &mut Vec<String>) {
        for (key, value) in table {
            let field = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            match value.as_table() {
                Some(inner) => walk(&field, inner, found),
                None => found.push(field),
            }
        }
    }
    let mut found = vec![];
    walk("", &table, &mut found);
    for field in found {
        // The case's name, and the day itself.
        if ["concord", "name", "about", "day.activities"].contains(&field.as_str()) {
            continue;
        }
        assert!(tried.contains(field.as_str()), "{field} is not tried");
    }
    for (field, _) in &NOT_USED {
        assert!(tried.contains(field), "{field} is not tried");
    }
}
