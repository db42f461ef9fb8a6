//! # Pumps as plain data
//!
//! **Stands for** the numbers of one make of pump, as its catalogue file tells them, and how one device of it is drawn.
//!
//! **Equations**
//! - a number of a device: x₀ at the score z of its place in the draws (`parameters`), by the number's own spread, and within
//!   what such a number may be
//! - a drive without a stop of its own: r_stop = 1; without washers: no travel is taken
//! - a piston that something else than body weight moves: its force stands where the ring's rated load stands, so that
//!   k = F/x_0; it is drawn by the place of the ring's stop
//!
//! **Assumptions** devices of all makes share the places in the draws: a person who has a strong pump of one make has a strong one of
//! another. Where a pump brings no numbers of its own, those of the parameters stand.
//! **Tests** the numbers of a catalogue's pump give the same values as the parameters that were read from it.

use domain::catalog::Performance;
use domain::parameter::Spread;

/// Names of a pump's numbers in its file, and the parameter whose place they take in the draws.
pub(crate) const PLACES: [(&str, &str); 11] = [
    ("swept_ml", "pump_swept_ml"),
    ("swept_to_dead", "pump_swept_to_dead"),
    ("stroke_mm", "pump_stroke_mm"),
    ("stop_ratio", "pump_stop_ratio"),
    ("exhaust_crack_kpa", "pump_exhaust_crack_kpa"),
    ("travel_per_washer", "pump_travel_per_washer"),
    ("free_flow_ml_per_s", "electric_free_flow_ml_per_s"),
    ("vacuum_max_kpa", "electric_vacuum_max_kpa"),
    ("power_w", "electric_power_w"),
    ("idle_mw", "electric_idle_mw"),
    ("cell_energy_kj", "cell_energy_kj"),
];

/// The place of the stop, which the force of a drive of its own takes.
pub(crate) const STOP: usize = 3;
/// The place of what a washer takes.
const TRAVEL: usize = 5;

/// The place of a parameter among a pump's numbers; none for a parameter of anything else.
pub(crate) fn place(parameter: &str) -> Option<usize> {
    PLACES.iter().position(|(_, name)| *name == parameter)
}

/// One number: its centre and its spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: f64,
    pub(crate) spread: Spread,
    /// What such a number may be: no device is drawn beyond it.
    pub(crate) within: [f64; 2],
}

impl Number {
    const fn fixed(value: f64) -> Self {
        Self { value, spread: Spread::Fixed, within: [value, value] }
    }

    /// The number of a device at a score.
    pub(crate) fn at(&self, z: f64) -> f64 {
        self.spread.at(self.value, z).clamp(self.within[0], self.within[1])
    }
}

/// What of a pump gets softer with use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wears {
    /// A functional ring.
    Ring,
    /// A membrane in a foot.
    Membrane,
}

/// The numbers of one make of pump.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PumpNumbers {
    pub(crate) numbers: [Option<Number>; PLACES.len()],
    pub(crate) force_n: Option<Number>,
    washers: u32,
    strokes: u32,
    wears: Option<Wears>,
}

impl PumpNumbers {
    /// As a catalogue file tells them.
    pub fn of(performance: &Performance) -> Self {
        let mut numbers = [None; PLACES.len()];
        if !matches!(performance, Performance::Electric(_)) {
            (numbers[STOP], numbers[TRAVEL]) = (Some(Number::fixed(1.0)), Some(Number::fixed(0.0)));
        }
        let mut found = Self { numbers, force_n: None, washers: 0, strokes: 0, wears: None };
        found.wears = match performance {
            Performance::FunctionalRing(_) => Some(Wears::Ring),
            Performance::FootMembrane(_) => Some(Wears::Membrane),
            Performance::SwingPiston(_) | Performance::Electric(_) | Performance::Hand(_) => None,
        };
        for (name, bounds, parameter) in performance.numbers() {
            let within = [bounds.low, bounds.high];
            let number = Number { value: parameter.value, spread: parameter.spread, within };
            match (PLACES.iter().position(|(known, _)| *known == name), name) {
                (Some(place), _) => found.numbers[place] = Some(number),
                (None, "force_n") => found.force_n = Some(number),
                (None, "washers") => found.washers = parameter.value as u32,
                (None, "strokes") => found.strokes = parameter.value as u32,
                // Every name of a drive is among these: a test holds it.
                _ => {}
            }
        }
        found
    }

    /// The same pump, with the numbers of a motor that works beside it.
    #[must_use]
    pub fn beside(mut self, motor: &Self) -> Self {
        for (own, other) in self.numbers.iter_mut().zip(&motor.numbers) {
            *own = own.or(*other);
        }
        self
    }

    /// What of it gets softer with use; none where a softer one is not simulated.
    pub const fn wears(&self) -> Option<Wears> {
        self.wears
    }

    /// Washers under a ring as delivered, and the most it takes; none for a drive without a ring.
    pub const fn washers(&self) -> u32 {
        self.washers
    }

    /// Strokes of a hand after each donning; none for another drive.
    pub const fn strokes(&self) -> u32 {
        self.strokes
    }
}

/// How one device was drawn: a score for each of [`PLACES`], and which numbers somebody set for all makes.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Scores {
    /// Standard deviations from the centre.
    pub(crate) z: [f64; PLACES.len()],
    /// The parameters were told to hold whatever pump is worn, e.g. by a study's population.
    pub(crate) told: [bool; PLACES.len()],
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::tests::{ELECTRIC, RING, shipped};
    use domain::parameter::{Kind, Parameter};

    fn of_article(text: &str) -> PumpNumbers {
        let performance = domain::catalog::performance_of_article(text).unwrap_or_else(|found| panic!("{}", found[0]));
        PumpNumbers::of(&performance)
    }

    #[test]
    fn a_pump_of_the_catalogue_gives_the_values_that_the_parameters_have_from_it() {
        let parameters = shipped();
        for person in 0..20 {
            let values = parameters.person(5, person);
            for article in [RING, ELECTRIC] {
                assert_eq!(values.with_pump(Some(&of_article(article))), values);
            }
        }
    }

    #[test]
    fn what_is_told_for_all_makes_stands_whatever_pump_is_worn() {
        let pump = of_article(&RING.replacen("value = 5.0", "value = 9.0", 1));
        let usual = shipped();
        assert_eq!(usual.central().with_pump(Some(&pump)).pump_swept_ml, 9.0);
        let told = usual.with("pump_swept_ml", 3.0, Spread::Fixed);
        assert_eq!(told.central().with_pump(Some(&pump)).pump_swept_ml, 3.0);
    }

    #[test]
    fn every_number_of_every_drive_has_its_place() {
        let number = || Parameter {
            value: 1.5,
            unit: String::new(),
            kind: Kind::Assumed,
            source: None,
            spread: Spread::Fixed,
            note: String::new(),
        };
        use domain::catalog::performance::{FootMembrane, HandPump, SwingPiston};
        let (swept_ml, swept_to_dead, stroke_mm, exhaust_crack_kpa) = (number(), number(), number(), number());
        let hand =
            HandPump { swept_ml, swept_to_dead, stroke_mm, exhaust_crack_kpa, force_n: number(), strokes: number() };
        let (swept_ml, swept_to_dead, stroke_mm, exhaust_crack_kpa) = (number(), number(), number(), number());
        let piston = SwingPiston { swept_ml, swept_to_dead, stroke_mm, exhaust_crack_kpa, force_n: number() };
        let (swept_ml, swept_to_dead, stroke_mm, exhaust_crack_kpa) = (number(), number(), number(), number());
        let membrane = FootMembrane { swept_ml, swept_to_dead, stroke_mm, stop_ratio: number(), exhaust_crack_kpa };
        let known = ["force_n", "washers", "strokes"];
        let shipped = [RING, ELECTRIC].map(|text| domain::catalog::performance_of_article(text).expect("sound"));
        let all = [Performance::Hand(hand), Performance::SwingPiston(piston), Performance::FootMembrane(membrane)];
        for performance in all.iter().chain(&shipped) {
            for (name, ..) in performance.numbers() {
                assert!(known.contains(&name) || PLACES.iter().any(|(own, _)| *own == name), "{name}");
            }
        }
        let pump = PumpNumbers::of(&all[0]);
        assert_eq!((pump.strokes(), pump.washers()), (1, 0));
        assert_eq!(crate::parameters::tests::shipped().central().with_pump(Some(&pump)).force_n, Some(1.5));
    }
}
