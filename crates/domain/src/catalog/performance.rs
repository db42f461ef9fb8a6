//! What a pump does: the numbers that a simulation runs it with. Each has unit, kind, source and spread, because makers print few
//! of them. How a pump is driven is a closed list; whose pump it is, nothing here knows.

use super::drive::Drive;
use crate::document::{Bounds, Violation};
use crate::parameter::{Parameter, Spread};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of_field:meta])* $field:ident $unit:literal $low:literal..$high:literal),* $(,)? })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
            #[serde(deny_unknown_fields)]
            pub struct $name { $($(#[$of_field])* pub $field: Parameter),* }

            impl $name {
                fn numbers(&self) -> Vec<(&'static str, Bounds, &Parameter)> {
                    vec![$((stringify!($field), Bounds::new($low, $high, $unit), &self.$field)),*]
                }
            }
        )*
    };
}

numbers! {
    /// An elastomer ring under the socket that body weight compresses; it springs back and draws.
    FunctionalRing {
        /// Volume that a chamber sweeps at its rated load.
        swept_ml "mL a chamber" 0.1..200.0,
        /// Swept volume over the volume that stays when compressed: sets the deepest vacuum.
        swept_to_dead "1" 0.5..100.0,
        /// Compression at the rated load.
        stroke_mm "mm" 0.2..100.0,
        /// Largest compression over that at the rated load.
        stop_ratio "1" 0.5..3.0,
        /// Pressure that opens the exhaust valve.
        exhaust_crack_kpa "kPa" 0.0..30.0,
        /// Share of the ring's travel that a removed washer takes.
        travel_per_washer "1" 0.0..0.5,
        /// Washers under the ring as delivered, and the most it takes.
        washers "washers" 0.0..10.0,
    }
    /// A membrane in or at a foot that the step compresses.
    FootMembrane {
        /// Volume that a chamber sweeps at its rated load.
        swept_ml "mL a chamber" 0.1..200.0,
        /// Swept volume over the volume that stays when compressed: sets the deepest vacuum.
        swept_to_dead "1" 0.5..100.0,
        /// Compression at the rated load.
        stroke_mm "mm" 0.2..100.0,
        /// Largest compression over that at the rated load.
        stop_ratio "1" 0.5..3.0,
        /// Pressure that opens the exhaust valve.
        exhaust_crack_kpa "kPa" 0.0..30.0,
    }
    /// A piston that a swinging part of the prosthesis moves once a stride.
    SwingPiston {
        /// Volume that a chamber sweeps without vacuum.
        swept_ml "mL a chamber" 0.1..200.0,
        /// Swept volume over the volume that stays when compressed: sets the deepest vacuum.
        swept_to_dead "1" 0.5..100.0,
        /// Way of the piston.
        stroke_mm "mm" 0.2..500.0,
        /// Pressure that opens the exhaust valve.
        exhaust_crack_kpa "kPa" 0.0..30.0,
        /// Force at the end of the stroke, against which the vacuum holds the piston back.
        force_n "N" 1.0..2_000.0,
    }
    /// A motor with cells.
    Motor {
        /// Intake flow without vacuum.
        free_flow_ml_per_s "mL/s" 0.1..500.0,
        /// Deepest vacuum at sea level.
        vacuum_max_kpa "kPa" 5.0..101.0,
        /// Power while it runs.
        power_w "W" 0.01..100.0,
        /// Power while it rests.
        idle_mw "mW" 0.0..5_000.0,
        /// Energy of full cells at 20 °C.
        cell_energy_kj "kJ" 0.1..500.0,
    }
    /// A pump that a hand works after donning.
    HandPump {
        /// Volume that it sweeps without vacuum.
        swept_ml "mL a chamber" 0.1..200.0,
        /// Swept volume over the volume that stays when compressed: sets the deepest vacuum.
        swept_to_dead "1" 0.5..100.0,
        /// Way of the piston or bulb.
        stroke_mm "mm" 0.2..500.0,
        /// Pressure that opens the exhaust valve.
        exhaust_crack_kpa "kPa" 0.0..30.0,
        /// Force of the hand, or of what springs back, at the end of the stroke.
        force_n "N" 1.0..2_000.0,
        /// Strokes after each donning.
        strokes "strokes" 1.0..1_000.0,
    }
}

/// The widest log-normal spread of a number (our choice): a factor of seven at one standard deviation.
const WIDEST_LOGNORMAL: f64 = 2.0;

/// Numbers that count something.
const COUNTS: [&str; 2] = ["washers", "strokes"];

/// How a pump is driven, with its numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Performance {
    /// Body weight on a functional ring.
    FunctionalRing(FunctionalRing),
    /// The step on a membrane in a foot.
    FootMembrane(FootMembrane),
    /// A swinging part that moves a piston.
    SwingPiston(SwingPiston),
    /// A motor and cells.
    Electric(Motor),
    /// A hand.
    Hand(HandPump),
}

impl Performance {
    /// Every number with its name in the file and what it may be, in the order of the fields.
    pub fn numbers(&self) -> Vec<(&'static str, Bounds, &Parameter)> {
        match self {
            Self::FunctionalRing(ring) => ring.numbers(),
            Self::FootMembrane(membrane) => membrane.numbers(),
            Self::SwingPiston(piston) => piston.numbers(),
            Self::Electric(motor) => motor.numbers(),
            Self::Hand(hand) => hand.numbers(),
        }
    }

    /// The name of its table in a file.
    pub const fn table(&self) -> &'static str {
        match self {
            Self::FunctionalRing(_) => "functional_ring",
            Self::FootMembrane(_) => "foot_membrane",
            Self::SwingPiston(_) => "swing_piston",
            Self::Electric(_) => "electric",
            Self::Hand(_) => "hand",
        }
    }

    /// What drives it, as a fitting sees it.
    pub const fn drive(&self) -> Drive {
        match self {
            Self::FunctionalRing(_) | Self::FootMembrane(_) => Drive::WeightActivated,
            Self::SwingPiston(_) => Drive::SwingDriven,
            Self::Electric(_) => Drive::Electric,
            Self::Hand(_) => Drive::Hand,
        }
    }

    /// What is wrong with its numbers, each with its path below `at`.
    pub fn violations(&self, at: &str) -> Vec<Violation> {
        let mut found = vec![];
        for (name, bounds, parameter) in self.numbers() {
            let at = format!("{at}.{}.{name}", self.table());
            found.extend(parameter.violations(&at));
            if parameter.value.is_finite() {
                bounds.check(&mut found, format!("{at}.value"), parameter.value);
            }
            let widest = match parameter.spread {
                Spread::Fixed => None,
                Spread::Normal(sd) => (sd > 0.5 * parameter.value.abs()).then_some("at most half of the value"),
                Spread::Lognormal(sd) => (sd > WIDEST_LOGNORMAL).then_some("at most 2, a factor of seven"),
            };
            if let Some(right) = widest {
                found.push(Violation::new(format!("{at}.spread"), "wider than devices of one make differ", right));
            }
            if COUNTS.contains(&name) && parameter.value.fract() != 0.0 {
                found.push(Violation::new(format!("{at}.value"), "no whole number", "give a whole number"));
            }
            if parameter.unit != bounds.unit {
                let expected = format!("this number is given in \"{}\"", bounds.unit);
                found.push(Violation::new(format!("{at}.unit"), "another unit", expected));
            }
        }
        found
    }
}
