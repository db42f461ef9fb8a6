//! The draws of a calibration for a spreadsheet: one row a draw, one column a parameter that varies.

use evidence::calibration::Calibration;
use twin::parameters::ParameterSet;
use workup::csv_text::Rows;

/// The whole file; the header names unit and island, so that islands can be compared again.
pub fn text(found: &Calibration, parameters: &ParameterSet) -> String {
    let varies = |name: &str| found.parameters.iter().any(|learned| learned.parameter == name);
    let shown: Vec<(&str, &str)> = parameters
        .iter()
        .filter(|(name, _)| varies(name))
        .map(|(name, parameter)| (name, parameter.unit.as_str()))
        .collect();
    let mut rows = Rows::new();
    let names = shown.iter().map(|(name, unit)| format!("{name} [{unit}]"));
    rows.row(["island".to_string(), "draw".to_string()].into_iter().chain(names));
    for (island, draws) in found.draws.iter().enumerate() {
        for (draw, values) in draws.iter().enumerate() {
            let named = values.named();
            let value =
                |name: &str| named.iter().find(|(known, _)| *known == name).map_or(f64::NAN, |(_, value)| *value);
            let cells = shown.iter().map(|(name, _)| format!("{:.6e}", value(name)));
            rows.row([(island + 1).to_string(), (draw + 1).to_string()].into_iter().chain(cells));
        }
    }
    rows.text()
}
