//! The draws of a calibration for a spreadsheet: one row a draw, one column a parameter that varies.

use evidence::calibration::Calibration;
use std::fmt::Write;
use twin::parameters::ParameterSet;

/// The whole file; the header names unit and island, so that islands can be compared again.
pub fn text(found: &Calibration, parameters: &ParameterSet) -> String {
    let varies = |name: &str| found.parameters.iter().any(|learned| learned.parameter == name);
    let shown: Vec<(&str, &str)> = parameters
        .iter()
        .filter(|(name, _)| varies(name))
        .map(|(name, parameter)| (name, parameter.unit.as_str()))
        .collect();
    let mut text = "island,draw".to_string();
    for (name, unit) in &shown {
        let _ = write!(text, ",{name} [{unit}]");
    }
    text.push('\n');
    for (island, draws) in found.draws.iter().enumerate() {
        for (draw, values) in draws.iter().enumerate() {
            let _ = write!(text, "{},{}", island + 1, draw + 1);
            let named = values.named();
            for (name, _) in &shown {
                let value = named.iter().find(|(known, _)| known == name).map_or(f64::NAN, |(_, value)| *value);
                let _ = write!(text, ",{value:.6e}");
            }
            text.push('\n');
        }
    }
    text
}
