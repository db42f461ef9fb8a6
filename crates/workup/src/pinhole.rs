//! A pinhole in the words of who wears the sleeve: how large it is, and what it lets in at least and at most.

use crate::number::number;
use texts::{Arg, Said, Wording};
use twin::parameters::ParameterSet;
use twin::pinhole::flows;

/// What pricks so wide a hole, by diameter up to (mm): everyday sizes, ours.
const LIKE: [(f64, &str); 5] = [
    (0.15, "pinhole_like-hair"),
    (0.45, "pinhole_like-fine_needle"),
    (0.9, "pinhole_like-pin"),
    (2.0, "pinhole_like-drawing_pin"),
    (f64::INFINITY, "pinhole_like-nail"),
];

/// The sentence; none of a sleeve without a hole.
pub fn bounds(parameters: &ParameterSet, pinhole_mm: f64) -> Option<Said> {
    if pinhole_mm == 0.0 {
        return None;
    }
    let found = flows(parameters, pinhole_mm);
    let like = LIKE.iter().find(|(most, _)| pinhole_mm <= *most).map_or("pinhole_like-nail", |(_, id)| id);
    let flow = |value: f64| Arg::Figure(number(value, figures(value)));
    Some(
        Wording::new("day_note-pinhole")
            .with("size", Arg::Figure(format!("{pinhole_mm} mm")))
            .with("like", Said::from(Wording::new(like)))
            .with("open", flow(found.open_ml_per_min))
            .with("low", flow(found.slit_ml_per_min.p10))
            .with("high", flow(found.slit_ml_per_min.p90))
            .with("intact", flow(found.intact_ml_per_min.p50))
            .into(),
    )
}

/// Decimals that leave two figures of a small number.
fn figures(value: f64) -> usize {
    match value {
        value if value >= 10.0 => 0,
        value if value >= 1.0 => 1,
        value if value >= 0.1 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;

    #[test]
    fn both_bounds_and_a_size_that_everybody_knows_are_told() {
        let parameters = &Library::embedded().parameters;
        let said = bounds(parameters, 0.1).map(|said| said.to_string()).unwrap_or_default();
        assert!(said.contains("0.1 mm, a hair's width") && said.contains("58 mL/min"), "{said}");
        assert!(bounds(parameters, 0.5).is_some_and(|said| said.to_string().contains("pin")));
        assert!(bounds(parameters, 0.0).is_none());
    }
}
