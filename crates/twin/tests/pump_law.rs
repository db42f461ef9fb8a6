//! The pump that the controller reckons with is the pump of the physics: the same law, in single and in double precision.

use control::Settings;
use twin::assemble::electric_pump;
use twin::parameters::ParameterSet;
use twin::system::Cells;

/// Largest difference, relative to what the pump takes in without vacuum at that ambient pressure.
const BOUND: f64 = 2e-6;

#[test]
fn the_controllers_pump_is_that_of_the_physics_within_two_millionths() {
    let values = ParameterSet::parse(
        include_str!("../../../data/parameters.toml"),
        &[
            include_str!("../../../data/catalog/ottobock/4R147.toml"),
            include_str!("../../../data/catalog/ottobock/4R152.toml"),
        ],
    )
    .unwrap()
    .central();
    let (pump, settings) = (electric_pump(&values, Cells::Rechargeable), Settings::default());
    let mut largest = 0.0_f64;
    // All that the controller believes: ambient 50 to 112 kPa, a line from 5 kPa to ambient.
    for ambient in (50_000..=112_000).step_by(500).map(f64::from) {
        for share in (0..=1_000).map(|n| f64::from(n) / 1e3) {
            let p = 5_000.0 + share * (ambient - 5_000.0);
            // The controller knows its pressures in single precision.
            let (line, outside) = (p as f32, ambient as f32);
            let own = f64::from(settings.removal(line, outside - line, 100)) * 1e-6;
            let physics = pump.removal(f64::from(line), f64::from(outside));
            largest = largest.max((own - physics).abs() / (pump.free_flow * ambient));
        }
    }
    assert!(largest < BOUND, "{largest:e}");
    let half = f64::from(settings.removal(60_000.0, 41_325.0, 50)) * 1e-6;
    assert!((half / pump.removal(60_000.0, 101_325.0) - 0.5).abs() < BOUND);
    let powers = [pump.power, pump.idle_power, pump.energy];
    assert_eq!(powers.map(|x| x as f32), [settings.pump_power_w, settings.idle_power_w, settings.cell_energy_j]);
}
