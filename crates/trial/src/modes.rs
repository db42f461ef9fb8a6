//! # How the shape of limbs differs: shape modes as data
//!
//! **Stands for** a statistical shape model reduced to what a tape measures, as a user may supply it.
//!
//! **Equations**
//! - circumference at row i: C_i = C̄_i + Σ s_m·c_mi; length L = L̄ + Σ s_m·l_m; scores s_m standard normal
//! - heights keep their share of the length: z_i = z̄_i·L/L̄
//!
//! **Assumptions** scores are independent unless the study correlates them; a limb whose rows are no limb is not taken.
//! **Tests** the mean and one standard deviation come out as written; broken files are told with their line.

use domain::document::{self, Problem, Violation};
use domain::limb::{Circumference, ResidualLimb};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the format.
pub const MODES_VERSION: u32 = 1;
/// More modes than this no limb study has told apart.
pub const MOST_MODES: usize = 12;
const MOST_ROWS: usize = 100;

/// What one standard deviation of a mode adds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mode {
    /// Name, e.g. `length`.
    pub name: String,
    /// Added to the limb's length, mm.
    pub limb_length_mm: f64,
    /// Added to each circumference, mm.
    pub circumferences_mm: Vec<f64>,
}

/// The mean limb and its modes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LimbModes {
    /// Version of this format: 1.
    pub concord_limb_modes: u32,
    /// What limbs these are.
    pub name: String,
    /// Where they come from.
    pub source: String,
    /// How the numbers were made.
    #[serde(default)]
    pub note: String,
    /// Reference level to distal end of the mean limb, mm.
    pub limb_length_mm: f64,
    /// Heights of the rows on the mean limb, mm below the reference level.
    pub below_reference_mm: Vec<f64>,
    /// Mean circumferences, mm.
    pub circumferences_mm: Vec<f64>,
    /// The modes, largest first.
    pub mode: Vec<Mode>,
}

impl LimbModes {
    /// Reads a file of modes.
    ///
    /// # Errors
    /// Every fault found, with its line.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        document::read(text, Self::violations)
    }

    /// The limb with these scores, in place of the rows that `limb` has.
    pub fn apply(&self, limb: &mut ResidualLimb, scores: &[f64]) {
        let sum = |mean: f64, of: &dyn Fn(&Mode) -> f64| {
            mean + self.mode.iter().zip(scores).map(|(mode, score)| score * of(mode)).sum::<f64>()
        };
        limb.limb_length_mm = sum(self.limb_length_mm, &|mode| mode.limb_length_mm);
        let stretch = limb.limb_length_mm / self.limb_length_mm;
        limb.circumferences = (0..self.below_reference_mm.len())
            .map(|row| Circumference {
                below_reference_mm: self.below_reference_mm[row] * stretch,
                circumference_mm: sum(self.circumferences_mm[row], &|mode| mode.circumferences_mm[row]),
            })
            .collect();
        limb.scanned = None;
    }

    fn violations(&self) -> Vec<Violation> {
        let mut found = vec![];
        if self.concord_limb_modes != MODES_VERSION {
            found.push(Violation::new("concord_limb_modes", "another version", "this program reads version 1"));
        }
        let rows = self.below_reference_mm.len();
        if !(3..=MOST_ROWS).contains(&rows) {
            let expected = format!("give 3 to {MOST_ROWS} heights");
            found.push(Violation::new("below_reference_mm", format!("{rows} rows"), expected));
        }
        let mut lists = vec![("circumferences_mm".to_string(), &self.circumferences_mm)];
        for (index, mode) in self.mode.iter().enumerate() {
            lists.push((format!("mode[{index}].circumferences_mm"), &mode.circumferences_mm));
        }
        for (field, list) in lists {
            if list.len() != rows {
                found.push(Violation::new(field, format!("{} numbers", list.len()), format!("give {rows}, one a row")));
            } else if list.iter().any(|number| !(-1_000.0..=1_000.0).contains(number)) {
                found.push(Violation::new(field, "out of range", "give mm, −1000 to 1000"));
            }
        }
        if !(50.0..=500.0).contains(&self.limb_length_mm) {
            found.push(Violation::new("limb_length_mm", "out of range", "give 50 to 500 mm"));
        }
        if self.mode.len() > MOST_MODES {
            found.push(Violation::new("mode", "too many", format!("give at most {MOST_MODES}")));
        }
        for (index, mode) in self.mode.iter().enumerate() {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            if mode.name.is_empty() || mode.name.len() > 40 || !mode.name.chars().all(plain) {
                let expected = "give 1 to 40 of a–z, 0–9 and _";
                found.push(Violation::new(format!("mode[{index}].name"), "no usable name", expected));
            }
            if self.mode[..index].iter().any(|before| before.name == mode.name) {
                found.push(Violation::new(format!("mode[{index}].name"), "there twice", "name each mode once"));
            }
            if !(-500.0..=500.0).contains(&mode.limb_length_mm) {
                found.push(Violation::new(format!("mode[{index}].limb_length_mm"), "out of range", "give mm"));
            }
        }
        found
    }
}
